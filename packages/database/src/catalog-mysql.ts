/** The catalog of MySQL and MariaDB: rows in, objects of a schema out. */
import { type Cell, cellsOf, commented, groupRows, phrase } from "./catalog-mysql-row.ts";
import {
  readCheck,
  readColumn,
  readForeignKeys,
  readIndexes,
  readPartition,
  readTable,
} from "./catalog-mysql-table.ts";
import type { Row } from "./query.ts";
import { joinName, type LeftOut } from "./schema-name.ts";
import type { SchemaObject } from "./schema.ts";

export { mysqlStatements } from "./catalog-mysql-statements.ts";

/** The objects of a schema, in any order. */
export function readMysql(answers: readonly (readonly Row[])[], isLeftOut: LeftOut): SchemaObject[] {
  const database = String(answers[0]?.[0]?.["b"] ?? "");
  const kept = answers.map((rows) => rows.filter(({ t, n }) => !isLeftOut(database, String(t ?? n ?? ""))));
  const [tables = [], columns = [], indexes = [], keys = [], checks = [], views = []] = kept;
  const [, , , , , , routines = [], parameters = [], triggers = [], events = [], partitions = []] = kept;
  const own = tables.map(cellsOf).filter((cell) => !cell("y").endsWith("VIEW"));
  const collations = new Map(own.filter((cell) => cell("y") !== "SEQUENCE").map((cell) => [cell("t"), cell("c")]));
  return [
    ...own.map(readTable),
    ...columns.filter((row) => collations.has(String(row["t"]))).map((row) => column(row, collations)),
    ...readIndexes(indexes),
    ...readForeignKeys(keys, database),
    ...checks.map(readCheck),
    ...views.map((row) => readView(cellsOf(row), database)),
    ...readRoutines(routines, parameters),
    ...triggers.map((row) => readTrigger(cellsOf(row))),
    ...events.map((row) => readEvent(cellsOf(row))),
    ...partitions.map(readPartition),
  ];
}

function column(row: Row, collations: ReadonlyMap<string, string>): SchemaObject {
  return readColumn(cellsOf(row), row["d"] === null || row["d"] === undefined, collations);
}

/** The server writes the database in front of every table of a view; the same view in another database is the same. */
function readView(cell: Cell, database: string): SchemaObject {
  const text = cell("d").replaceAll(`\`${database.replaceAll("`", "``")}\`.`, "");
  const option = cell("c") === "" || cell("c") === "NONE" ? "" : `with ${cell("c").toLowerCase()} check option`;
  const algorithm = cell("a") === "" || cell("a") === "UNDEFINED" ? "" : `algorithm ${cell("a").toLowerCase()}`;
  const security = cell("s") === "INVOKER" ? "sql security invoker" : "";
  return { kind: "view", of: "", name: joinName(cell("t")), definition: phrase(algorithm, security, text, option) };
}

function readRoutines(routines: readonly Row[], parameters: readonly Row[]): SchemaObject[] {
  const groups = groupRows(parameters, (cell) => JSON.stringify([cell("y"), cell("n")]));
  return routines.map(cellsOf).map((cell) => {
    const given = groups.get(JSON.stringify([cell("y"), cell("n")])) ?? [];
    const told = given.filter((part) => Number(part("q")) > 0).map((part) => parameter(part, cell("y")));
    const definition = phrase(
      `${cell("y").toLowerCase()} (${told.join(", ")})`,
      cell("r") === "" ? "" : `returns ${cell("r")}`,
      cell("i") === "YES" ? "deterministic" : "",
      cell("a") === "CONTAINS SQL" ? "" : cell("a").toLowerCase(),
      cell("s") === "INVOKER" ? "sql security invoker" : "",
      commented(cell("m")),
      cell("d"),
    );
    return { kind: "routine", of: "", name: joinName(cell("n")), definition };
  });
}

function parameter(cell: Cell, routine: string): string {
  return phrase(routine === "PROCEDURE" ? cell("k").toLowerCase() : "", cell("p"), cell("r"));
}

function readTrigger(cell: Cell): SchemaObject {
  const order = cell("o") === "1" || cell("o") === "" ? "" : `(number ${cell("o")})`;
  const definition = phrase(cell("w").toLowerCase(), cell("e").toLowerCase(), order, cell("d"));
  return { kind: "trigger", of: joinName(cell("t")), name: joinName(cell("n")), definition };
}

function readEvent(cell: Cell): SchemaObject {
  const definition = phrase(
    cell("y") === "RECURRING" ? `every ${cell("v")} ${cell("f").toLowerCase()}` : "once",
    cell("s").toLowerCase(),
    cell("c") === "PRESERVE" ? "preserve" : "",
    commented(cell("m")),
    `do ${cell("d")}`,
  );
  return { kind: "event", of: "", name: joinName(cell("n")), definition };
}
