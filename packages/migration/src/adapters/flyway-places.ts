/** Where Flyway's migrations and its table are, by the project's own configuration or by where they mostly are. */
import { inputFailure } from "@handrail/runner";
import type { Files, ToolSettings } from "../adapter.ts";
import { flywayDirectories, isFlywayFile } from "./flyway-files.ts";

const CONFIGURATIONS = ["flyway.toml", "flyway.conf", "conf/flyway.toml", "conf/flyway.conf"];

/**
 * The settings with directory and table, where inputs do not say them.
 * @throws Failure `invalid-input` when the configuration names several directories, for the order across them is not ours to know
 */
export async function completePlaces(files: Files, settings: ToolSettings): Promise<ToolSettings> {
  const text = await readConfiguration(files);
  const [directory, ...more] = locationsIn(text);
  if (settings.migrationsDirectory === "" && more.length > 0) throw severalDirectories();
  const migrationsDirectory = settings.migrationsDirectory || directory || (await findDirectory(files));
  const table = /^[ \t]*(?:flyway\.)?table\s*=\s*["']?([\w.]+)/m.exec(text)?.[1] ?? "";
  return { ...settings, migrationsDirectory, migrationsTable: settings.migrationsTable || table };
}

async function readConfiguration(files: Files): Promise<string> {
  for (const path of CONFIGURATIONS) {
    const text = await files.read(path);
    if (text !== undefined) return text;
  }
  return "";
}

/** `flyway.locations=filesystem:a,filesystem:b`, or `locations = ["filesystem:a"]`. */
function locationsIn(text: string): readonly string[] {
  const value = /^[ \t]*(?:flyway\.)?locations\s*=\s*(\[[^\]]*\]|.*)$/m.exec(text)?.[1] ?? "";
  return Array.from(value.matchAll(/filesystem:([^,"'\]\s]+)/g), ([, path = ""]) => path.replace(/^\.\/|\/+$/g, ""));
}

async function findDirectory(files: Files): Promise<string> {
  for (const directory of flywayDirectories) {
    const paths = await files.list(directory, true);
    if (paths.some((path) => isFlywayFile(path.slice(path.lastIndexOf("/") + 1)))) return directory;
  }
  return flywayDirectories[0];
}

function severalDirectories(): Error {
  const why = "Flyway's configuration names several";
  return inputFailure([
    { name: "migrations-directory", given: "", accepts: "the directory that holds all of the migrations", why },
  ]);
}
