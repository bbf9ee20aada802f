/**
 * `npm run build [-- --out <folder>] [-- <action>…]`: compiles everything and writes the bundle of each action to
 * actions/<action>/dist (or <folder>/<action>). The only program that writes there. Stale files are removed.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundleAction, listActions, type Bundle } from "./bundle.ts";
import { runTool } from "./tool.ts";

function writeBundle(directory: string, bundle: Bundle): void {
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory)) if (!bundle.has(name)) rmSync(join(directory, name), { recursive: true });
  for (const [name, content] of bundle) {
    mkdirSync(join(directory, name, ".."), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
}

const root = resolve(import.meta.dirname, "..");
const given = resolve(".");
process.chdir(root);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: "string" } } });
const known = listActions(root);
const actions = positionals.length > 0 ? positionals : known;
for (const action of actions) {
  if (!known.includes(action)) throw new Error(`${action} is not an action: tsconfig.json names ${known.join(", ")}`);
}

const projects = positionals.map((action) => `actions/${action}`);
const compiled = await runTool("tsc", ["-b", ...projects], { cwd: root });
if (compiled.exitCode === 0) {
  for (const action of actions) {
    const directory =
      values.out === undefined ? join(root, "actions", action, "dist") : resolve(given, values.out, action);
    const bundle = await bundleAction(root, action);
    writeBundle(directory, bundle);
    const size = [...bundle.keys()].reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
    console.log(`${action}: ${bundle.size} files, ${Math.ceil(size / 1024)} KiB`);
  }
} else {
  process.stdout.write(compiled.output);
  process.exitCode = 1;
}
