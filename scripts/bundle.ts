/**
 * Makes one action's bundle in memory: the compiled main.js and everything it imports, not minified, so that what
 * runs can be read. The bytes depend on the sources only, never on the folder that holds the checkout.
 * It must not write anything: build.ts does.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "yaml";
import { renderLicences } from "./licences.ts";

type Asset = { source: string | Uint8Array };
type Bundler = (
  entry: string,
  options: Record<string, unknown>,
) => Promise<{ code: string; map: string; assets: Record<string, Asset> }>;

/** The files of a bundle by their name inside dist/. */
export type Bundle = Map<string, Uint8Array>;

const options = {
  cache: false,
  quiet: true,
  minify: false,
  sourceMap: true,
  sourceMapRegister: false,
  target: "es2022",
};
const mapComment = /\n\/\/# sourceMappingURL=\S+\s*$/;

function readSources(map: string): string[] {
  const { sources } = JSON.parse(map) as { sources: string[] };
  return sources;
}

/**
 * Bundles `actions/<action>/lib/main.js`. ncc derives module ids from the path relative to the working directory:
 * it must be the root of the checkout.
 */
export async function bundleAction(root: string, action: string): Promise<Bundle> {
  if (process.cwd() !== root) throw new Error("bundles are made from the root of the checkout");
  const bundler = createRequire(import.meta.url)("@vercel/ncc") as Bundler;
  const { code, map, assets } = await bundler(join(root, "actions", action, "lib", "main.js"), options);
  const bundle: Bundle = new Map();
  const sources = new Set(readSources(map));
  const add = (name: string, source: string | Uint8Array): void => {
    const content = name.endsWith(".js") ? Buffer.from(source).toString("utf8").replace(mapComment, "\n") : source;
    bundle.set(name, Buffer.from(content));
  };
  add("index.js", code);
  // The post step is a program of its own: by its name it knows what it is, whatever became of the main step.
  if (hasPost(root, action)) add("post.js", 'import "./index.js";\n');
  for (const [name, { source }] of Object.entries(assets)) {
    if (!name.endsWith(".map")) add(name, source);
    else for (const file of readSources(Buffer.from(source).toString("utf8"))) sources.add(file);
  }
  const licences = renderLicences(root, sources);
  if (licences !== "") add("licenses.txt", licences);
  return new Map([...bundle].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function hasPost(root: string, action: string): boolean {
  const { runs } = parse(readFileSync(join(root, "actions", action, "action.yml"), "utf8")) as {
    runs: { post?: string };
  };
  return runs.post === "dist/post.js";
}

/** The actions of a checkout, by their folder's name: whatever the root tsconfig.json compiles below actions/. */
export function listActions(root: string): string[] {
  const { references } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as {
    references: { path: string }[];
  };
  return references.flatMap(({ path }) => (path.startsWith("actions/") ? [path.slice("actions/".length)] : []));
}
