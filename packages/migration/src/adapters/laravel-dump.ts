/**
 * Laravel's schema dump (`php artisan schema:dump`, https://laravel.com/docs/migrations#squashing-migrations): on a database where
 * nothing was migrated it is loaded before the first migration, with the rows of the migrations that it stands for. Their files
 * are often gone. Only dumps in SQL can be read.
 */
import type { Engine } from "@handrail/database";
import type { Files } from "../adapter.ts";
import { connectionOf } from "./laravel-environment.ts";
import { digestOfScripts } from "./sql-scripts.ts";

const DIRECTORY = "database/schema";
const NAME = /^\d{4}_\d{2}_\d{2}_\d{6}_\w+$/;

/** A schema dump. */
export type LaravelDump = {
  /** The file's name. */
  name: string;
  digest: string;
  /** The migrations that it stands for, in their order. */
  ids: readonly string[];
};

/** The dump that Laravel would load; undefined when there is none. `table`: where the migrations are kept. */
export async function readDump(files: Files, table: string, engine: Engine): Promise<LaravelDump | undefined> {
  for (const ending of ["dump", "sql"]) {
    const name = `${connectionOf(engine)}-schema.${ending}`;
    const text = await files.read(`${DIRECTORY}/${name}`);
    if (text !== undefined) return { name, digest: digestOfScripts([text]), ids: namesIn(text, table) };
  }
  return undefined;
}

/** The rows of the table: `INSERT INTO migrations VALUES (1,'name',1)`, or the lines behind `COPY public.migrations … FROM stdin`. */
function namesIn(text: string, table: string): string[] {
  const found: string[] = [];
  let isCopy = false;
  for (const line of text.split(/\r?\n/)) {
    if (isCopy) {
      isCopy = line !== String.raw`\.`;
      found.push(...line.split("\t"));
    } else if (isAbout(line, "COPY", table)) isCopy = true;
    else if (isAbout(line, "INSERT INTO", table))
      found.push(...Array.from(line.matchAll(/'([^']*)'/g), ([, name = ""]) => name));
  }
  return [...new Set(found.filter((name) => NAME.test(name)))];
}

function isAbout(line: string, verb: string, table: string): boolean {
  return new RegExp(String.raw`^${verb}\s+(?:[\w"\`]+\.)?["\`]?${RegExp.escape(table)}["\`]?[\s(]`, "i").test(line);
}
