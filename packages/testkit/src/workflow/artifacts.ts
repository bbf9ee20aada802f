/** Fakes of actions/upload-artifact and actions/download-artifact over one folder store; a store is a run's. */
import { cpSync, existsSync, globSync, mkdirSync, statSync } from "node:fs";
import { basename, dirname, join, matchesGlob, relative, resolve } from "node:path";

import type { ActionAnswer, ActionCall, ActionFake } from "./fake.ts";

/** An artifact of the run. `id` is what upload's output and download's `artifact-ids` say. */
export type Artifact = {
  id: string;
  name: string;
  path: string;
  files: readonly string[];
  retentionDays: number;
  job: string;
};

/** The store and its two actions. */
export interface ArtifactStore {
  readonly artifacts: ReadonlyMap<string, Artifact>;
  readonly upload: ActionFake;
  readonly download: ActionFake;
}

/** Makes an empty store in a folder. */
export function artifactStore(folder: string): ArtifactStore {
  const artifacts = new Map<string, Artifact>();
  return {
    artifacts,
    upload: (call) => upload(folder, artifacts, call),
    download: (call) => download(artifacts, call),
  };
}

function upload(folder: string, artifacts: Map<string, Artifact>, call: ActionCall): ActionAnswer {
  const { inputs } = call;
  const name = inputs["name"] ?? "artifact";
  if (/["<>:|*?\r\n\\/]/u.test(name)) throw new Error(`The artifact name is not valid: ${name}`);
  const patterns = (inputs["path"] ?? "").split("\n").map((line) => line.trim());
  const wanted = patterns
    .filter((line) => line !== "" && !line.startsWith("!"))
    .map((line) => resolve(call.workspace, line));
  const files = findFiles(call.workspace, patterns, inputs["include-hidden-files"] === "true");
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${inputs["path"] ?? ""}. No artifacts will be uploaded.`;
    const missing = inputs["if-no-files-found"] ?? "warn";
    if (missing === "error") throw new Error(message);
    if (missing === "warn") call.log(`##[warning]${message}`);
    return {};
  }
  if (artifacts.has(name) && inputs["overwrite"] !== "true")
    throw new Error(
      `Failed to CreateArtifact: Received non-retryable error: an artifact with this name already exists: ${name}`,
    );
  const path = join(folder, name);
  const root = commonFolder(wanted.map((pattern) => searchPath(pattern)).filter((each) => existsSync(each)));
  const names = files.map((file) => relative(root, file));
  for (const each of names) {
    mkdirSync(dirname(join(path, each)), { recursive: true });
    cpSync(join(root, each), join(path, each));
  }
  const retentionDays = Number(inputs["retention-days"] ?? "0");
  const id = String(nextId(artifacts));
  artifacts.set(name, { id, name, path, files: names.sort(), retentionDays, job: call.job });
  return {
    outputs: { "artifact-id": id, "artifact-url": `https://github.example/artifacts/${name}` },
  };
}

/** An artifact that replaces another of its name has an id of its own. */
function nextId(artifacts: ReadonlyMap<string, Artifact>): number {
  return 1 + Math.max(5000, ...[...artifacts.values()].map(({ id }) => Number(id)));
}

/** Folders mean everything in them; hidden files are left out unless asked for. */
function findFiles(workspace: string, patterns: readonly string[], isHidden: boolean): string[] {
  const found = new Set<string>();
  for (const line of patterns) {
    if (line === "") continue;
    const isNegative = line.startsWith("!");
    const pattern = resolve(workspace, isNegative ? line.slice(1) : line);
    for (const path of globSync(pattern).flatMap((each) => filesBelow(each))) {
      if (isNegative) found.delete(path);
      else if (isHidden || !/(^|\/)\./u.test(relative(searchPath(pattern), path))) found.add(path);
    }
  }
  return [...found].sort();
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return globSync(join(path, "**"), { withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

/** What a pattern says before its first wildcard: a folder, or the one file that it names. */
function searchPath(pattern: string): string {
  const literal = pattern.split(/[*?[{]/u)[0] ?? "";
  if (literal === pattern) return pattern;
  return literal.endsWith("/") ? literal.slice(0, -1) : dirname(literal);
}

/** Names in an artifact are relative to the deepest folder above everything that was looked for. */
function commonFolder(paths: readonly string[]): string {
  let folder = paths[0] ?? "/";
  while (!paths.every((path) => path === folder || path.startsWith(`${folder}/`))) folder = dirname(folder);
  return statSync(folder).isFile() ? dirname(folder) : folder;
}

function download(artifacts: ReadonlyMap<string, Artifact>, call: ActionCall): ActionAnswer {
  const { name = "", pattern = "", path = "" } = call.inputs;
  const target = resolve(call.workspace, path);
  mkdirSync(target, { recursive: true });
  if (name !== "") {
    const artifact = artifacts.get(name);
    if (artifact === undefined) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
    cpSync(artifact.path, target, { recursive: true });
    return { outputs: { "download-path": target } };
  }
  const ids = (call.inputs["artifact-ids"] ?? "").split(",").map((each) => each.trim());
  const wanted = [...artifacts.values()].filter(({ id, name: own }) =>
    ids[0] === "" ? pattern === "" || matchesGlob(own, pattern) : ids.includes(id),
  );
  if (ids[0] !== "" && wanted.length < ids.length)
    throw new Error(`Unable to download artifact(s): Artifact not found among ids: ${ids.join(", ")}`);
  // Since v5 a single artifact by its id goes into the folder itself.
  const isMerged = call.inputs["merge-multiple"] === "true" || (ids[0] !== "" && wanted.length === 1);
  for (const artifact of wanted) {
    cpSync(artifact.path, isMerged ? target : join(target, basename(artifact.name)), { recursive: true });
  }
  call.log(`Total of ${wanted.length} artifact(s) downloaded`);
  return { outputs: { "download-path": target } };
}
