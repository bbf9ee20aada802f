/** Suites that run on each database of this machine. Here, and nowhere else, is decided what happens where one is missing. */
import { startMariadb } from "./mariadb.ts";
import { startPostgres } from "./postgres.ts";
import { findMariadb, findPostgres } from "./programs.ts";
import type { DatabaseEngine, DatabaseServer } from "./server.ts";
import { startSqlite } from "./sqlite.ts";

/** jest's globals. An import of them would keep everything else of the testkit from being used without jest. */
type Suite = (name: string, body: () => void) => void;
declare const describe: Suite & { skip: Suite };
declare const beforeAll: (body: () => Promise<void>) => void;
declare const afterAll: (body: () => Promise<void>) => void;

type Kind = { title: string; isHere: () => boolean; start: () => Promise<DatabaseServer> };

const kinds: Readonly<Record<DatabaseEngine, Kind>> = {
  postgresql: { title: "PostgreSQL", isHere: () => findPostgres() !== undefined, start: startPostgres },
  mysql: { title: "MariaDB", isHere: () => findMariadb() !== undefined, start: startMariadb },
  sqlite: { title: "SQLite", isHere: () => true, start: startSqlite },
};
const said = new Set<DatabaseEngine>();

/** Starts a server of that kind. @throws Error when this machine has none */
export function startDatabase(engine: DatabaseEngine): Promise<DatabaseServer> {
  return kinds[engine].start();
}

/**
 * Whether tests can use such a server. Where it is missing one line says that they are skipped; with
 * HANDRAIL_REQUIRE_DATABASES=1 (.ci/run) that is an error instead. `isHere` and `say` are for this function's own test.
 * @throws Error
 */
export function hasDatabase(
  engine: DatabaseEngine,
  isHere: () => boolean = kinds[engine].isHere,
  say: (line: string) => void = (line) => void process.stderr.write(line),
): boolean {
  if (isHere()) return true;
  const missing = `${kinds[engine].title} is not installed here`;
  if (process.env["HANDRAIL_REQUIRE_DATABASES"] === "1") throw new Error(`${missing}: .ci/run installs it.`);
  if (!said.has(engine)) say(`${missing}: tests that need it are skipped.\n`);
  said.add(engine);
  return false;
}

/** What a suite is given. The server runs from the first test of the suite to the last; before that only `engine` can be read. */
export type SuiteDatabase = Pick<DatabaseServer, "engine" | "createDatabase"> & {
  /** @throws Error outside of a test */
  server(): DatabaseServer;
};

/** Describes a suite once for each of the engines (default: all), on a server of its own; skipped where the machine has none. */
export function withDatabases(
  body: (database: SuiteDatabase) => void,
  engines: readonly DatabaseEngine[] = ["postgresql", "mysql", "sqlite"],
): void {
  for (const engine of engines) {
    const suite = hasDatabase(engine) ? describe : describe.skip;
    suite(kinds[engine].title, () => {
      let running: DatabaseServer | undefined;
      beforeAll(async () => {
        running = await startDatabase(engine);
      });
      afterAll(async () => {
        await running?.stop();
      });
      const server = (): DatabaseServer => {
        if (running === undefined) throw new Error(`${kinds[engine].title} runs only while the suite's tests do.`);
        return running;
      };
      body({ engine, server, createDatabase: () => server().createDatabase() });
    });
  }
}
