/**
 * `npm run new-action -- <name>`: writes the folder of a new action, which passes every check, and makes it known to
 * the compiler and the lock file. It overwrites nothing.
 */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { actionManifest, renderAction } from "./action-template.ts";
import { generateReadmes } from "./readme.ts";
import { runTool } from "./tool.ts";

type Lock = { packages: Record<string, Record<string, unknown>> };

function editJson<T>(file: string, edit: (value: T) => T): void {
  writeFileSync(file, `${JSON.stringify(edit(JSON.parse(readFileSync(file, "utf8")) as T), null, 2)}\n`);
}

/** The entries that `npm install` would add to the lock file, in npm's order, without asking a registry. */
export function addToLock(lock: Lock, action: string): Lock {
  const { name, version, dependencies } = actionManifest(action);
  const added = {
    [`actions/${action}`]: { name, version, dependencies },
    [`node_modules/${name}`]: { resolved: `actions/${action}`, link: true },
  };
  const packages = Object.entries({ ...lock.packages, ...added });
  return { ...lock, packages: Object.fromEntries(packages.toSorted(([a], [b]) => a.localeCompare(b, "en"))) };
}

/** Adds the action to a checkout, and returns the files it wrote. */
export async function addAction(root: string, action: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(action)) {
    throw new Error(`${action}: an action is called <system>-<verb>, as in terraform-plan or deploy-wait`);
  }
  if (existsSync(join(root, "actions", action))) throw new Error(`actions/${action} exists already`);
  const files = renderAction(action);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content, { flag: "wx" });
  }
  editJson<{ references: { path: string }[] }>(join(root, "tsconfig.json"), (config) => {
    return { ...config, references: [...config.references, { path: `actions/${action}` }] };
  });
  editJson<Lock>(join(root, "package-lock.json"), (lock) => addToLock(lock, action));
  const link = join(root, "node_modules", actionManifest(action).name);
  if (!existsSync(link)) symlinkSync(`../../actions/${action}`, link);
  for (const { path, current, text } of await generateReadmes(root, [action])) {
    if (text !== current) writeFileSync(join(root, path), text);
  }
  await runTool("oxfmt", ["tsconfig.json", ...files.keys()], { cwd: root });
  return [...files.keys()];
}

if (process.argv[1] === import.meta.filename) {
  const [action = ""] = process.argv.slice(2);
  for (const path of await addAction(resolve(import.meta.dirname, ".."), action)) console.log(path);
  console.log(`\nNext: npm run build -- ${action} && npm run check && npm test -- ${action}`);
}
