/** Databases of tests: real servers, the real clock. */
import { DatabaseFailure, parseDatabaseUrl } from "./index.ts";
import type { Database, DatabaseOptions } from "./client.ts";
import { openDatabase } from "./client.ts";
import { systemClock } from "@handrail/runner/host";

const opened: Database[] = [];

/** Opens a database by its address; `closeAll` closes it. */
export function open(url: string, more: Partial<Omit<DatabaseOptions, "url">> = {}): Database {
  const options = { url: parseDatabaseUrl(url), directory: "/", name: "handrail-test", clock: systemClock, ...more };
  const database = openDatabase(options);
  opened.push(database);
  return database;
}

/** Closes what `open` opened. */
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((database) => database.close()));
}

/** What a question fails with, as `kind code`; "" when it does not. @throws what is no DatabaseFailure */
export async function faultOf(question: Promise<unknown>): Promise<string> {
  try {
    await question;
    return "";
  } catch (error) {
    if (error instanceof DatabaseFailure) return `${error.kind} ${error.code}`;
    throw error;
  }
}
