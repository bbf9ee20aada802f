/** Where Alembic keeps its revisions, by its configuration: alembic.ini (or Flask-Migrate's), or pyproject.toml since 1.16. */
import { posix } from "node:path";
import type { Files, ToolSettings } from "../adapter.ts";

/** The directories with revision files, from working-directory; `isDeep`: theirs, too. */
export type RevisionPlaces = { directories: readonly string[]; isDeep: boolean };

type Options = ReadonlyMap<string, string | readonly string[]>;

/** Where `flask db init` writes its configuration; the scripts stand beside it. */
const FLASK = "migrations/alembic.ini";

/** Finds them: migrations-directory (the one with `versions`, or that one), else the configuration, else what `alembic init` writes. */
export async function revisionPlaces(files: Files, settings: ToolSettings): Promise<RevisionPlaces> {
  const { migrationsDirectory: given, toolCommand } = settings;
  if (given !== "") return { directories: [await withVersions(files, given)], isDeep: false };
  const ini = optionValue(toolCommand, ["-c", "--config"]);
  const section = optionValue(toolCommand, ["-n", "--name"]) ?? "alembic";
  for (const path of ini === undefined ? ["alembic.ini", FLASK] : [ini]) {
    const text = await files.read(path);
    const usual = path === FLASK ? "%(here)s" : "alembic";
    if (text !== undefined) return placesOf(readIni(text, section), posix.dirname(path), usual);
  }
  const project = await files.read("pyproject.toml");
  return placesOf(project === undefined ? new Map() : readToml(project), ".", "alembic");
}

async function withVersions(files: Files, directory: string): Promise<string> {
  const inside = posix.join(directory, "versions");
  const paths = await files.list(inside);
  return paths.some((path) => path.endsWith(".py")) ? inside : posix.normalize(directory);
}

function placesOf(options: Options, here: string, usual: string): RevisionPlaces {
  const isDeep = /^(?:1|true|yes|on)$/i.test(textOf(options, "recursive_version_locations"));
  const script = textOf(options, "script_location") || usual;
  const versions = options.get("version_locations") ?? "";
  const listed = typeof versions === "string" ? splitPlaces(versions, options) : versions;
  const paths = listed.length > 0 ? listed : [`${script}/versions`];
  return { directories: paths.map((path) => placeOf(path, here)), isDeep };
}

function textOf(options: Options, name: string): string {
  const value = options.get(name) ?? "";
  return typeof value === "string" ? value : "";
}

/** By `path_separator` (`version_path_separator` before 1.16); without it white space and commas separate. */
function splitPlaces(text: string, options: Options): readonly string[] {
  const told = textOf(options, "path_separator") || textOf(options, "version_path_separator");
  const word = told.split(/\s/)[0] ?? "";
  const separator = word === "os" || word === ":" ? ":" : word === ";" ? ";" : word === "newline" ? "\n" : /[\s,]+/;
  return text
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** `%(here)s` is the directory of the configuration; `package:directory` is one inside a package. */
function placeOf(path: string, here: string): string {
  const whole = path.replaceAll("%(here)s", here).replaceAll("%%", "%");
  const colon = whole.indexOf(":");
  if (colon === -1) return posix.normalize(whole);
  return posix.join(whole.slice(0, colon).replaceAll(".", "/"), whole.slice(colon + 1));
}

/** One section, as Python's configparser reads it: `key = value`, further lines further in. */
function readIni(text: string, section: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  let isInside = false;
  let key = "";
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[(.+)\]\s*$/.exec(line);
    const entry = /^([^\s#;:=[][^:=]*)[:=](.*)$/.exec(line);
    if (header !== null) [isInside, key] = [header[1] === section, ""];
    else if (!isInside || /^\s*(?:[#;]|$)/.test(line)) continue;
    else if (/^\s/.test(line) && key !== "") options.set(key, `${options.get(key) ?? ""}\n${line.trim()}`.trim());
    else if (entry !== null) {
      key = (entry[1] ?? "").trim().toLowerCase();
      options.set(key, (entry[2] ?? "").trim());
    }
  }
  return options;
}

/** The table of pyproject.toml: texts, and lists of texts. */
function readToml(text: string): Options {
  const options = new Map<string, string | readonly string[]>();
  for (const [name, value] of readIni(text, "tool.alembic")) {
    const texts = Array.from(value.matchAll(/"([^"]*)"|'([^']*)'/g), ([, double, single]) => double ?? single ?? "");
    options.set(name, value.startsWith("[") ? texts : (texts[0] ?? value));
  }
  return options;
}

/** `-c file`, `-cfile` is not known, `--config file`, `--config=file`. */
function optionValue(command: readonly string[], names: readonly string[]): string | undefined {
  for (const [at, word] of command.entries()) {
    if (names.includes(word)) return command[at + 1];
    const long = names.find((name) => name.startsWith("--") && word.startsWith(`${name}=`));
    if (long !== undefined) return word.slice(long.length + 1);
  }
  return undefined;
}
