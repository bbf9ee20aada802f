/**
 * Lets Node load the JSON files that @actions/workflow-parser 0.3.61 imports without an import attribute.
 * Import this file before anything that loads that package.
 */
import { registerHooks } from "node:module";

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".json") || context.importAttributes["type"] === "json") return nextLoad(url, context);
    return nextLoad(url, { ...context, importAttributes: { type: "json" } });
  },
});
