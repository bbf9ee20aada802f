/**
 * Where the modules of a plan are in a checkout, and which configuration files lie there, so that plan-binding-checkout.ts
 * can compare. It reads names, and a file's bytes when they are asked for; it decides nothing.
 */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type Json, member } from "../json-value.ts";
import type { PlanModule } from "../plan-archive.ts";
import type { Checkout, CheckoutModule } from "../plan-binding-checkout.ts";
import { localModuleKeys, type ModuleSource, parentKey } from "../plan-modules.ts";
import { readLockFile } from "./init.ts";
import { listModuleFiles } from "./module-files.ts";
import type { TerraformOptions } from "./run.ts";
import { dataDirectory } from "./workspaces.ts";

/** A directory and the way people call it. */
type Found = Pick<CheckoutModule, "directory" | "problem"> & { path: string };

/**
 * What the checkout has for the modules of a plan. Before init (`isInitialised: false`) only local modules are looked
 * for, and nothing of `.terraform` is read. Give `product` once it is known which program applies.
 */
export function readCheckout(
  options: Pick<TerraformOptions, "directory" | "environment">,
  modules: readonly PlanModule[],
  more: Pick<Checkout, "isInitialised" | "product">,
): Checkout {
  const keys = localModuleKeys(modules);
  const local = localDirectories(options.directory, modules);
  const installed = more.isInitialised ? readInstalled(options) : new Map<string, Installed>();
  const found = modules.flatMap((module): CheckoutModule[] => {
    const isLocal = keys.has(module.key);
    if (!isLocal && !more.isInitialised) return [];
    const place = isLocal
      ? findLocal(options.directory, module, local.get(module.key))
      : findInstalled(options.directory, module, installed.get(module.key));
    return [
      { key: module.key, ...nameOf(place), files: place.problem === undefined ? listModuleFiles(place.path) : [] },
    ];
  });
  return { ...more, modules: found, lockFile: readLockFile(options) };
}

function nameOf({ directory, problem }: Found): Pick<CheckoutModule, "directory" | "problem"> {
  return problem === undefined ? { directory } : { directory, problem };
}

/**
 * The directories (absolute) of the modules that lie in the checkout, by key, found by following the sources from the
 * root. Links are resolved as terraform resolves them: below the root module's own path.
 */
export function localDirectories(root: string, modules: readonly ModuleSource[]): Map<string, string> {
  const found = new Map([["", root]]);
  const keys = localModuleKeys(modules);
  // The keys of callers are prefixes of those they call, so they come first.
  const inOrder = modules.filter(({ key }) => key !== "" && keys.has(key)).sort((a, b) => a.key.length - b.key.length);
  for (const { key, source } of inOrder) {
    const caller = found.get(parentKey(key));
    const real = caller === undefined ? undefined : realDirectory(resolve(caller, source));
    if (real !== undefined) found.set(key, resolve(root, relative(realpathSync(root), real)));
  }
  return found;
}

function realDirectory(path: string): string | undefined {
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isDirectory ? realpathSync(path) : undefined;
}

function findLocal(root: string, module: PlanModule, path: string | undefined): Found {
  if (path === undefined) return { path: "", directory: module.directory, problem: "missing" };
  const directory = relative(root, path).split(sep).join("/");
  const planned = realDirectory(resolve(root, module.directory));
  return planned === realpathSync(path) ? { path, directory } : { path, directory, problem: "elsewhere" };
}

type Installed = { source: string; version: string; directory: string };

/** What init installed, by key. */
function readInstalled(options: Pick<TerraformOptions, "directory" | "environment">): Map<string, Installed> {
  const list = member(readJson(join(dataDirectory(options), "modules", "modules.json")), "Modules");
  const text = (entry: Json, key: string): string => {
    const value = member(entry, key);
    return typeof value === "string" ? value : "";
  };
  const entries = Array.isArray(list) ? list : [];
  return new Map(
    entries.map((entry) => [
      text(entry, "Key"),
      { source: text(entry, "Source"), version: text(entry, "Version"), directory: text(entry, "Dir") },
    ]),
  );
}

/** The JSON in a file; undefined when there is none. */
export function readJson(path: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Json;
  } catch {
    return undefined;
  }
}

function findInstalled(root: string, module: PlanModule, installed: Installed | undefined): Found {
  const { directory } = module;
  if (installed === undefined) return { path: "", directory, problem: "missing" };
  const isSame = installed.source === module.source && installed.version === (module.version ?? "");
  if (!isSame) return { path: "", directory, problem: "other-source" };
  const path = resolve(root, installed.directory);
  return path === resolve(root, directory) ? { path, directory } : { path, directory, problem: "elsewhere" };
}
