/** Flyway's migrations as files, with their usual prefixes (https://documentation.red-gate.com/fd). */
import { crc32 } from "node:zlib";
import type { Files } from "../adapter.ts";
import type { DownKind, Migration } from "../migration.ts";
import { byCodeUnit, requireUnique } from "./javascript-files.ts";
import { readNestedFiles } from "./nested-files.ts";
import type { NestedFile } from "./nested-files.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { byNumber } from "./version-numbers.ts";

/** Where it looks; the second is the place of projects in Java. */
export const flywayDirectories = ["sql", "src/main/resources/db/migration", "db/migration", "migrations"] as const;

const VERSIONED = /^([VUB])([0-9][0-9._]*?)(?:__(.*))?\.sql$/;
const REPEATABLE = /^R__(.*)\.sql$/;

/** Whether Flyway takes a file for a migration. */
export function isFlywayFile(name: string): boolean {
  return VERSIONED.test(name) || REPEATABLE.test(name);
}

/** Whether a migration is a repeatable one: its id is its script, for it has no version. */
export function isRepeatable({ id }: Pick<Migration, "id">): boolean {
  return REPEATABLE.test(id.slice(id.lastIndexOf("/") + 1));
}

/** Orders versions part by part: 1.2 before 1.10, and 1 the same as 1.0. */
export function byFlywayVersion(a: string, b: string): number {
  const [left, right] = [a.split("."), b.split(".")];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = byNumber(left[at] ?? "0", right[at] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}

/** The migrations in Flyway's order: by version, and the repeatable ones behind, by description. */
export async function readFlywayMigrations(files: Files, directory: string): Promise<readonly Migration[]> {
  const found = await readNestedFiles(files, directory, (name) => isFlywayFile(name) || name.endsWith(".sql.conf"));
  const configurations = new Map(found.map(({ path, text }) => [path, text]));
  const undos = new Map(found.flatMap((file) => (kindOf(file) === "U" ? [[versionOf(file), file.text] as const] : [])));
  const isOutside = ({ path, text }: NestedFile): boolean =>
    /\bexecuteInTransaction\s*=\s*false\b/i.test(configurations.get(`${path}.conf`) ?? "") || NO_TRANSACTION.test(text);
  const versioned = found
    .filter((file) => kindOf(file) === "V" || kindOf(file) === "B")
    .map((file) => toVersioned(file, undos.get(versionOf(file)), isOutside(file)));
  const numbered = mergeBaselines(versioned);
  requireUnique(
    numbered.map(({ id }) => id),
    "version",
  );
  const repeatable = found.filter((file) => kindOf(file) === "R").map((file) => toRepeatable(file, isOutside(file)));
  return [
    ...numbered.toSorted((a, b) => byFlywayVersion(a.id, b.id)),
    ...repeatable.toSorted((a, b) => byCodeUnit(a.title, b.title)),
  ];
}

/** Statements that PostgreSQL does not take in a transaction: Flyway then runs the whole script without one. */
const NO_TRANSACTION =
  /\b(?:(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|alter\s+type\s+\S+\s+add\s+value|vacuum|reindex)\b/i;

function kindOf({ name }: NestedFile): string {
  return REPEATABLE.test(name) ? "R" : (VERSIONED.exec(name)?.[1] ?? "");
}

function versionOf({ name }: NestedFile): string {
  return (VERSIONED.exec(name)?.[2] ?? "").replaceAll("_", ".").replace(/\.+$/, "");
}

function toVersioned(file: NestedFile, undo: string | undefined, isOutside: boolean): Migration {
  const down: DownKind = undo === undefined ? "none" : isIdleSql(undo) ? "empty" : "real";
  return {
    id: versionOf(file),
    title: file.name,
    digest: digestOfScripts(undo === undefined ? [file.text] : [file.text, undo]),
    down,
    checksum: flywayChecksum(file.text),
    ...(undo === undefined ? {} : { downSql: undo }),
    ...(isOutside ? { outsideTransaction: true } : {}),
    ...(kindOf(file) === "B" ? { isBaseline: true } : {}),
  };
}

/** A baseline migration may have the version of an ordinary one: which of them ran, the table does not have to tell. */
function mergeBaselines(versioned: readonly Migration[]): readonly Migration[] {
  const baselines = versioned.filter(({ isBaseline }) => isBaseline === true);
  const ordinary = versioned.filter(({ isBaseline }) => isBaseline !== true);
  const isBoth = ({ id }: Migration): boolean => baselines.some((each) => byFlywayVersion(each.id, id) === 0);
  return [
    ...ordinary.map((each) => (isBoth(each) ? { ...each, isBaseline: true } : each)),
    ...baselines.filter(({ id }) => !ordinary.some((each) => byFlywayVersion(each.id, id) === 0)),
  ];
}

/** Its checksum is that of the text with the placeholders filled in, so it can be told only where there are none. */
function toRepeatable({ name, below, text }: NestedFile, isOutside: boolean): Migration {
  return {
    id: below,
    title: name,
    digest: digestOfScripts([text]),
    down: "none",
    ...(text.includes("${") ? {} : { checksum: flywayChecksum(text) }),
    ...(isOutside ? { outsideTransaction: true } : {}),
  };
}

/** Flyway's checksum of a script: CRC-32 over its lines without what ends them, as a signed number (ChecksumCalculator.java). */
export function flywayChecksum(text: string): string {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  return String(crc32(lines.join("")) | 0);
}
