/** Reads a changelog with all that it includes, as Liquibase would from working-directory. */
import { posix } from "node:path";
import { compareCodeUnits } from "@handrail/runner";
import type { Engine } from "@handrail/database";
import type { Files } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { migrationOf, Unreadable } from "./liquibase-changeset.ts";
import { readSqlChangelog } from "./liquibase-sql.ts";
import { readTree } from "./liquibase-tree.ts";
import type { Entry, Node } from "./liquibase-tree.ts";
import { parseXml } from "./liquibase-xml.ts";
import { parseYamlChangelog } from "./liquibase-yaml.ts";
import { digestOfScripts } from "./sql-scripts.ts";

/** A changelog that includes itself would have no end. */
const DEEPEST = 40;
const KNOWN = /\.(?:sql|xml|ya?ml|json)$/i;

/** The changesets for this kind of database, in their order; undefined when only Liquibase itself can say. */
export async function readChangelog(
  files: Files,
  path: string,
  engine: Engine,
): Promise<readonly Migration[] | undefined> {
  try {
    return await readFile(files, normalise(path), { engine, depth: 0 });
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined;
    throw thrown;
  }
}

type Reading = { engine: Engine; depth: number };

async function readFile(files: Files, path: string, { engine, depth }: Reading): Promise<readonly Migration[]> {
  const text = depth > DEEPEST ? undefined : await files.read(path);
  if (text === undefined || !KNOWN.test(path)) throw new Unreadable(path);
  if (/\.sql$/i.test(path)) {
    const { logicalFilePath, changesets } = readSqlChangelog(text);
    return changesets.flatMap((changeset) => migrationOf(changeset, logicalFilePath || path, engine) ?? []);
  }
  const root: Node = /\.xml$/i.test(path) ? parseXml(text) : await parseYamlChangelog(text);
  const { logicalFilePath, entries } = readTree(root);
  const found: Migration[] = [];
  for (const entry of entries) {
    const name = logicalFilePath === "" ? path : normalise(logicalFilePath);
    found.push(...(await readEntry(files, entry, { path, name, engine, depth: depth + 1 })));
  }
  return found;
}

async function readEntry(
  files: Files,
  entry: Entry,
  { path, name, ...reading }: Reading & { path: string; name: string },
): Promise<readonly Migration[]> {
  const from = (place: { path: string; isRelative: boolean }): string =>
    normalise(place.isRelative ? posix.join(posix.dirname(path), place.path) : place.path);
  if (entry.kind === "include") return readFile(files, from(entry), reading);
  if (entry.kind === "includeAll") {
    const paths = (await files.list(from(entry), true)).filter((each) => KNOWN.test(each)).toSorted(compareCodeUnits);
    if (paths.length === 0) throw new Unreadable(entry.path);
    const all: Migration[] = [];
    for (const each of paths) all.push(...(await readFile(files, each, reading)));
    return all;
  }
  const contents = await Promise.all(entry.files.map((file) => files.read(from(file))));
  const migration = migrationOf(entry.changeset, name, reading.engine);
  if (migration === undefined) return [];
  const texts = [...entry.changeset.texts, ...contents.filter((content) => content !== undefined)];
  return [{ ...migration, digest: digestOfScripts(texts) }];
}

/** `./db/a.sql` and `/db/a.sql` are `db/a.sql`: paths are looked up below the search path. */
function normalise(path: string): string {
  return posix.normalize(path.replaceAll("\\", "/")).replace(/^\/+/, "");
}
