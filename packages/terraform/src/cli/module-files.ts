/**
 * The configuration files of one module's directory, as terraform picks them: regular files by their name, neither folders nor
 * the backups and locks of editors.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What terraform and OpenTofu read as configuration, by name. */
export const CONFIGURATION: RegExp = /\.(?:tf|tofu)(?:\.json)?$/;

/** A file, read when it is asked for. */
export type ModuleFileSource = { name: string; bytes: () => Uint8Array };

/** The files; none when the directory cannot be read. */
export function listModuleFiles(directory: string): ModuleFileSource[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return [];
  }
  return names
    .filter((name) => CONFIGURATION.test(name) && !name.startsWith("."))
    .map((name) => ({ name, path: join(directory, name) }))
    .filter(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)
    .map(({ name, path }) => ({ name, bytes: () => readFileSync(path) }));
}

/** The same as texts. */
export function readModuleFiles(directory: string): { name: string; text: string }[] {
  return listModuleFiles(directory).map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes()) }));
}
