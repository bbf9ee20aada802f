/**
 * How the modules of a plan hang together, by their keys: `a.b` is called by `a`, and `a` by the root. Nothing is looked up
 * in a file system here.
 */
import { posix } from "node:path";
import { readBlocks } from "./hcl-blocks.ts";
import { isJsonObject, type Json, member, parseJson } from "./json-value.ts";

/** What is needed of a module: its path of calls, and what its call says; both "" for the root. */
export type ModuleSource = { key: string; source: string };

/** The key of the module that calls this one. */
export function parentKey(key: string): string {
  return key.slice(0, Math.max(key.lastIndexOf("."), 0));
}

/** Whether a source is a path in the caller's own package; all others are downloaded. */
export function isLocalSource(source: string): boolean {
  return source === "" || source.startsWith("./") || source.startsWith("../");
}

/** The keys of the modules that lie in the checkout: their own source and those of all modules above them are local. */
export function localModuleKeys(modules: readonly ModuleSource[]): ReadonlySet<string> {
  const local = new Set([""]);
  // The keys of callers are prefixes of those they call, so they come first.
  const inOrder = modules.filter(({ key }) => key !== "").sort((a, b) => a.key.length - b.key.length);
  for (const { key, source } of inOrder) if (isLocalSource(source) && local.has(parentKey(key))) local.add(key);
  return local;
}

/** The sources of a module's calls, by their names. undefined stands for one that is no literal: OpenTofu evaluates it. */
export type ModuleCalls = ReadonlyMap<string, readonly (string | undefined)[]>;

/** What the files of one module call, as far as text can tell. */
export function readCalls(files: readonly { name: string; bytes: Uint8Array }[]): ModuleCalls {
  const calls = new Map<string, (string | undefined)[]>();
  const add = (name: string, source: string | undefined): void => {
    calls.set(name, [...(calls.get(name) ?? []), source]);
  };
  for (const { name, bytes } of files) {
    const text = new TextDecoder().decode(bytes);
    if (name.endsWith(".json")) addJsonCalls(text, add);
    else addHclCalls(text, add);
  }
  return calls;
}

/** Whether one of the calls is the module's: from the same directory, or from elsewhere. */
export function isCalled(module: ModuleSource, calls: ModuleCalls): boolean {
  const sources = calls.get(module.key.slice(module.key.lastIndexOf(".") + 1)) ?? [];
  return sources.some((source) => source === undefined || isSameSource(source, module.source));
}

type AddCall = (name: string, source: string | undefined) => void;

function addHclCalls(text: string, add: AddCall): void {
  // The name of a block has no other spelling: most files have no call, and reading them is most of the work.
  if (!text.includes("module")) return;
  for (const { type, labels, attributes } of readBlocks(text)) {
    const [name] = labels;
    if (type !== "module" || name === undefined) continue;
    for (const attribute of attributes) {
      if (attribute.name === "source") add(name, attribute.value.kind === "string" ? attribute.value.value : undefined);
    }
  }
}

function addJsonCalls(text: string, add: AddCall): void {
  const bodies = each(parsed(text)).flatMap((file) => each(member(file, "module")));
  for (const [name, bodiesOfOne] of bodies.flatMap((body) => Object.entries(isJsonObject(body) ? body : {}))) {
    for (const source of each(bodiesOfOne).map((body) => member(body, "source"))) {
      if (source === undefined) continue;
      add(name, typeof source === "string" && !source.includes("${") ? source : undefined);
    }
  }
}

/** JSON configuration may have a list of bodies where one is meant. */
function each(json: Json | undefined): Json[] {
  if (json === undefined) return [];
  return Array.isArray(json) ? json : [json];
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A local source is written down cleaned; what a downloaded one becomes is terraform's business. */
function isSameSource(written: string, recorded: string): boolean {
  if (!isLocalSource(written) || !isLocalSource(recorded)) return isLocalSource(written) === isLocalSource(recorded);
  return clean(written) === clean(recorded);
}

function clean(source: string): string {
  return posix.normalize(`${source}/`);
}
