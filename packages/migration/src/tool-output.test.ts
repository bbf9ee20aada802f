/** The line that says why: as tools printed it for the same fault, an insert into a table that there is not. */
import { describe, expect, it } from "@jest/globals";
import { rootCause, withoutColours } from "./tool-output.ts";

const printed: readonly (readonly [tool: string, stderr: string, cause: string])[] = [
  [
    "TypeORM on MySQL",
    `Error during migration run:
QueryFailedError: Table 'app.nowhere' doesn't exist
    at MysqlQueryRunner.query (/app/node_modules/typeorm/driver/mysql/MysqlQueryRunner.js:192:19) {
  query: "insert into nowhere (id) values (1)",
  driverError: Error: Table 'app.nowhere' doesn't exist
      at MysqlQueryRunner.query (/app/node_modules/typeorm/driver/mysql/MysqlQueryRunner.js:166:18) {
    code: 'ER_NO_SUCH_TABLE',
    errno: 1146,
    sqlState: '42S02',
    sqlMessage: "Table 'app.nowhere' doesn't exist"
  },
  code: 'ER_NO_SUCH_TABLE',
}`,
    "QueryFailedError: Table 'app.nowhere' doesn't exist",
  ],
  [
    "Knex on PostgreSQL",
    `migration file "2_notes.js" failed
migration failed with error: insert into nowhere (id) values (1) - relation "nowhere" does not exist
error: insert into nowhere (id) values (1) - relation "nowhere" does not exist
    at Parser.parseErrorMessage (/app/node_modules/pg-protocol/dist/parser.js:306:11)`,
    `migration failed with error: insert into nowhere (id) values (1) - relation "nowhere" does not exist`,
  ],
  [
    "Alembic on PostgreSQL",
    `Traceback (most recent call last):
  File "/usr/lib/python3/dist-packages/sqlalchemy/engine/base.py", line 1900, in _execute_context
    self.dialect.do_execute(
psycopg2.errors.UndefinedTable: relation "nowhere" does not exist
LINE 1: insert into nowhere (id) values (1)`,
    `psycopg2.errors.UndefinedTable: relation "nowhere" does not exist`,
  ],
  [
    "Alembic without a driver",
    `Traceback (most recent call last):
  File "/usr/lib/python3/dist-packages/sqlalchemy/util/langhelpers.py", line 343, in load
    raise exc.NoSuchModuleError(
sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:driver`,
    "sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:driver",
  ],
];

describe("rootCause", () => {
  it.each(printed)("%s", (_, stderr, cause) => {
    expect(rootCause({ stdout: "1 migration is to be executed", stderr })).toBe(cause);
  });

  it("is the last line of stderr where none tells", () => {
    expect(rootCause({ stdout: "all is well", stderr: "one\ntwo\n" })).toBe("two");
  });
});

describe("withoutColours", () => {
  it("takes the codes away, and nothing else", () => {
    expect(withoutColours("\u001B[90m\u001B[4mquery:\u001B[24m\u001B[39m select [1m]\u001B[0K")).toBe(
      "query: select [1m]",
    );
  });
});
