/** The files of a checkout, what each one is, and what they import from one another. Reads files, decides nothing. */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { listFiles } from "./checkout-copy.ts";
import { parseFile, type Import, type ParsedFile } from "./import-parse.ts";
import { domainPackages, type Kind } from "./import-rules.ts";

export type SourceFile = ParsedFile & { path: string; folder: string; kind: Kind };
export type Manifest = {
  name?: string;
  version?: string;
  exports?: Record<string, { source?: string }>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};
export type Graph = { files: Map<string, SourceFile>; manifests: Map<string, Manifest> };

/** The file that a relative import means, as a path from the root. */
export function resolveRelative(from: string, { specifier }: Import): string {
  return posix.join(posix.dirname(from), specifier);
}

function folderOf(path: string): string {
  return /^(packages|actions)\/[^/]+/.exec(path)?.[0] ?? "";
}

function kindByPath(path: string): Kind | "package" {
  const isTest = /(?:\.test|-fixture)\.ts$/.test(path) || path.startsWith("packages/testkit/");
  if (isTest || !/^(packages|actions)\/[^/]+\/src\//.test(path)) return "free";
  if (domainPackages.includes(path.split("/")[1] ?? "") && path.startsWith("packages/")) return "domain";
  if (path.startsWith("packages/")) return "package";
  const name = posix.basename(path);
  return name === "main.ts" ? "main" : name === "run.ts" ? "run" : "noun";
}

/** Every file reached from these by imports of values, themselves included. */
function reach(starts: readonly string[], imports: ReadonlyMap<string, ParsedFile>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = imports.get(path);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    for (const made of file.imports) {
      if (!made.isType && made.specifier.startsWith(".")) waiting.push(resolveRelative(path, made));
    }
  }
  return reached;
}

/** A package's file has effects when a named door reaches it and the `.` door does not. */
function effectFiles(folder: string, manifest: Manifest, parsed: ReadonlyMap<string, ParsedFile>): string[] {
  const doors = Object.entries(manifest.exports ?? {}).map(([door, { source }]) => ({
    door,
    path: posix.join(folder, source ?? "src/index.ts"),
  }));
  const pure = reach(
    doors.flatMap(({ door, path }) => (door === "." ? path : [])),
    parsed,
  );
  const named = reach(
    doors.flatMap(({ door, path }) => (door === "." ? [] : path)),
    parsed,
  );
  return [...named].filter((path) => !pure.has(path));
}

/** Reads every TypeScript file below packages/, actions/, e2e/ and scripts/, fixtures aside. */
export function readGraph(root: string): Graph {
  const paths = listFiles(root).filter(
    (path) => /^(packages|actions|e2e|scripts)\/.*\.ts$/.test(path) && !/\/(fixtures|lib|dist)\//.test(path),
  );
  const parsed = new Map(paths.map((path) => [path, parseFile(path, readFileSync(join(root, path), "utf8"))]));
  const folders = new Set(paths.map(folderOf));
  const manifests = new Map<string, Manifest>();
  for (const folder of ["", ...folders]) {
    const file = join(root, folder, "package.json");
    if (existsSync(file)) manifests.set(folder, JSON.parse(readFileSync(file, "utf8")) as Manifest);
  }
  const effects = new Set([...manifests].flatMap(([folder, manifest]) => effectFiles(folder, manifest, parsed)));
  const files = new Map<string, SourceFile>();
  for (const [path, file] of parsed) {
    const kind = kindByPath(path);
    const known = kind !== "package" ? kind : effects.has(path) ? "effect" : "pure";
    files.set(path, { ...file, path, folder: folderOf(path), kind: known });
  }
  return { files, manifests };
}
