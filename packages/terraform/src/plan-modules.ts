/**
 * How the modules of a plan hang together, by their keys: `a.b` is called by `a`, and `a` by the root. Nothing is looked up
 * in a file system here.
 */
import { posix } from "node:path";
import { readBlocks } from "./hcl-blocks.ts";
import { type Json, member, parseJson } from "./json-value.ts";

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

/** Whether a module lies in the checkout: its own source and those of all modules above it are local. */
export function isLocalModule(modules: readonly ModuleSource[], key: string): boolean {
  const sources = new Map(modules.map((module) => [module.key, module.source]));
  for (let at = key; at !== ""; at = parentKey(at)) {
    const source = sources.get(at);
    if (source === undefined || !isLocalSource(source)) return false;
  }
  return true;
}

/** Whether one of the caller's files calls the module, as far as text can tell: from the same directory, or from elsewhere. */
export function isCalled(module: ModuleSource, callerFiles: readonly { name: string; bytes: Uint8Array }[]): boolean {
  const name = module.key.slice(module.key.lastIndexOf(".") + 1);
  const isJson = (file: string): boolean => file.endsWith(".json");
  return callerFiles.some((file) => {
    const text = new TextDecoder().decode(file.bytes);
    const sources = isJson(file.name) ? jsonSources(text, name) : hclSources(text, name);
    return sources.some((source) => source === undefined || isSameSource(source, module.source));
  });
}

/** undefined stands for a source that is no literal: OpenTofu evaluates it. */
function hclSources(text: string, name: string): (string | undefined)[] {
  const calls = readBlocks(text).filter(({ type, labels }) => type === "module" && labels[0] === name);
  const sources = calls.flatMap(({ attributes }) => attributes.filter((attribute) => attribute.name === "source"));
  return sources.map(({ value }) => (value.kind === "string" ? value.value : undefined));
}

function jsonSources(text: string, name: string): (string | undefined)[] {
  const sources = each(parsed(text))
    .flatMap((file) => each(member(file, "module")))
    .flatMap((modules) => each(member(modules, name)))
    .map((call) => member(call, "source"));
  const written = sources.filter((source) => source !== undefined);
  return written.map((source) => (typeof source === "string" && !source.includes("${") ? source : undefined));
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
