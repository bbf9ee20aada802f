/**
 * Lets Node load the JSON files that @actions/workflow-parser 0.3.61 imports without an import attribute.
 * A program imports this file first; Jest, which has a loader of its own, allows no hooks.
 */
import { registerHooks } from "node:module";

registerHooks({
  load(url, context, nextLoad) {
    // A file that is required has no attributes at all.
    const attributes = context.importAttributes as Record<string, string | undefined> | undefined;
    if (!url.endsWith(".json") || attributes === undefined) return nextLoad(url, context);
    return nextLoad(url, { ...context, importAttributes: { type: "json" } });
  },
});
