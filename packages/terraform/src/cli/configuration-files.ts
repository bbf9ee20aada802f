/**
 * Which files make up a configuration: those that git tracks below the root module and its local modules, the files of
 * downloaded modules, and every configuration file in a module's directory, tracked or not. Needs an initialised root
 * for its modules, or a plan. Reads one file at a time, when it is asked for.
 */
import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ConfigurationFile } from "../configuration.ts";
import { member } from "../json-value.ts";
import type { ModuleSource } from "../plan-modules.ts";
import { localDirectories, readJson } from "./configuration-modules.ts";
import { CONFIGURATION } from "./module-files.ts";
import { LOCK_FILE } from "./init.ts";
import type { TerraformOptions } from "./run.ts";
import { dataDirectory } from "./workspaces.ts";

/** The files for hashConfiguration, and the modules' directories (absolute); `isTracked` is false without git. */
export type ConfigurationFiles = { files: ConfigurationFile[]; modules: ModuleDirectory[]; isTracked: boolean };

/** A module's directory, absolute; `isLocal`: it lies in the checkout, not among the downloaded ones. */
export type ModuleDirectory = { path: string; isLocal: boolean };

/** What terraform and git keep beside a configuration. Only without git: what is tracked counts, whatever its name. */
const LEFT_BEHIND = /\/(?:terraform\.tfstate(?:\.backup)?|\.terraform\.tfstate\.lock\.info)$/;

/**
 * Lists the configuration's files. Nothing is read yet but names. The modules are those that init installed; with
 * `planned`, before init, those of a plan that lie in the checkout: downloaded ones are not there yet.
 */
export async function readConfiguration(
  options: TerraformOptions,
  planned?: readonly ModuleSource[],
): Promise<ConfigurationFiles> {
  const data = dataDirectory(options);
  const modules =
    planned === undefined ? readModules(options.directory, data) : localModules(options.directory, planned);
  const paths = new Map<string, boolean>();
  let isTracked = true;
  for (const { path, isLocal } of modules) {
    const tracked = isLocal ? await trackedFiles(options, path) : undefined;
    if (isLocal && tracked === undefined) isTracked = false;
    const found = tracked ?? walk(path, data).filter((file) => !isLocal || !LEFT_BEHIND.test(file));
    for (const file of found) if (!paths.has(file)) paths.set(file, false);
  }
  for (const { path } of modules) for (const file of configurationFiles(path)) paths.set(file, true);
  const files = [...paths].flatMap(([path, isModuleFile]) => toFile(options.directory, data, path, isModuleFile));
  return { files, modules, isTracked };
}

function localModules(root: string, planned: readonly ModuleSource[]): ModuleDirectory[] {
  const directories = new Set(localDirectories(root, planned).values());
  return Array.from(directories, (path) => ({ path, isLocal: true }));
}

/** The root and every module that init installed, each directory once. */
function readModules(root: string, data: string): ModuleDirectory[] {
  const directories = new Set([root]);
  const list = member(readJson(join(data, "modules", "modules.json")), "Modules");
  for (const entry of Array.isArray(list) ? list : []) {
    const directory = member(entry, "Dir");
    if (typeof directory === "string") directories.add(resolve(root, directory));
  }
  const downloaded = data + sep;
  return Array.from(directories, (path) => ({ path, isLocal: !`${path}${sep}`.startsWith(downloaded) })).filter(
    ({ path }) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  );
}

/** What git tracks below a directory; undefined outside of a repository, or without git. */
async function trackedFiles(options: TerraformOptions, cwd: string): Promise<string[] | undefined> {
  // The repository's own settings name programs (fsmonitor): none is started for a list of files.
  const args = ["-c", "core.fsmonitor=false", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--", "."];
  try {
    const { exitCode, stdout, truncated } = await options.exec("git", args, {
      cwd,
      environment: { ...options.environment, GIT_OPTIONAL_LOCKS: "0" },
      maxCapture: 256 * 1024 * 1024,
    });
    if (exitCode !== 0 || truncated === true) return undefined;
    return stdout
      .split("\0")
      .filter((name) => name !== "")
      .map((name) => join(cwd, name));
  } catch {
    return undefined;
  }
}

/** Every file below a directory; links to directories are not followed. */
function walk(directory: string, data: string): string[] {
  const files: string[] = [];
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && path !== data && !isSkipped(entry)) pending.push(path);
      else if (!entry.isDirectory()) files.push(path);
    }
  }
  return files;
}

function isSkipped(entry: Dirent): boolean {
  return entry.name === ".git" || entry.name === ".terraform" || entry.name === "terraform.tfstate.d";
}

/** What terraform reads as configuration in a module's directory; it leaves out the backups of editors. */
function configurationFiles(directory: string): string[] {
  const names = readdirSync(directory).filter((name) => CONFIGURATION.test(name) && !name.startsWith("."));
  return names.map((name) => join(directory, name));
}

/** The name is the same on every machine: relative to the root, downloaded modules below `.terraform`. */
function toFile(root: string, data: string, path: string, isModuleFile: boolean): ConfigurationFile[] {
  const inData = relative(data, path);
  const isInData = !inData.startsWith("..") && !isAbsolute(inData);
  const name = (isInData ? join(".terraform", inData) : relative(root, path)).split(sep).join("/");
  if (name === LOCK_FILE) return [];
  const content = reader(path);
  return content === undefined ? [] : [{ path: name, isModuleFile, bytes: content }];
}

/**
 * A link counts by where it leads and by what is there. What is no file (a directory, a device, a submodule's
 * folder) has no bytes; a tracked file that is gone is left out like any other deleted one.
 */
function reader(path: string): (() => Uint8Array) | undefined {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link === undefined) return undefined;
  if (link.isFile()) return () => readFileSync(path);
  if (!link.isSymbolicLink()) return undefined;
  return () => {
    const target = Buffer.from(`link ${readlinkSync(path)}\n`);
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    return isFile ? Buffer.concat([target, readFileSync(realpathSync(path))]) : target;
  };
}
