/** Tables of MySQL: their columns, indexes, constraints and partitions. */
import {
  type Cell,
  cellsOf,
  commented,
  groupRows,
  isMadeCheck,
  isMadeIndex,
  isMadeKey,
  phrase,
} from "./catalog-mysql-row.ts";
import type { Row } from "./query.ts";
import { joinName } from "./schema-name.ts";
import type { SchemaObject } from "./schema.ts";

/** A table, or a sequence of MariaDB: what that one is made of stands in its own row, which is not read. */
export function readTable(cell: Cell): SchemaObject {
  const type = cell("y");
  const name = joinName(cell("t"));
  if (type === "SEQUENCE") return { kind: "sequence", of: "", name, definition: "sequence" };
  const options = cell("o")
    .toLowerCase()
    .split(" ")
    .filter((option) => option !== "")
    .sort();
  const definition = phrase(
    type === "BASE TABLE" ? "table" : `${type.toLowerCase()} table`,
    `engine ${cell("e")} collate ${cell("c")}`,
    ...options,
    commented(cell("m")),
  );
  return { kind: "table", of: "", name, definition };
}

/** @param collations of the tables, by name: a column that has that of its table does not say so */
export function readColumn(cell: Cell, isNullDefault: boolean, collations: ReadonlyMap<string, string>): SchemaObject {
  const collation = cell("c");
  const expression = cell("g");
  const extra = cell("x").toLowerCase();
  const generated = `generated always as (${expression}) ${/stored|persistent/.test(extra) ? "stored" : "virtual"}`;
  const fallback = cell("d") === "" ? "''" : cell("d");
  const definition = phrase(
    cell("y"),
    collation === "" || collation === collations.get(cell("t")) ? "" : `collate ${collation}`,
    cell("u") === "NO" ? "not null" : "",
    expression !== "" ? generated : isNullDefault || fallback === "NULL" ? "" : `default ${fallback}`,
    extra.replaceAll(/(stored|virtual|persistent) generated/g, "").trim(),
    cell("s") === "" ? "" : `srid ${cell("s")}`,
    commented(cell("m")),
  );
  return { kind: "column", of: joinName(cell("t")), name: joinName(cell("n")), definition, type: cell("y") };
}

/** The indexes; the primary key is a constraint. */
export function readIndexes(rows: readonly Row[]): SchemaObject[] {
  const groups = groupRows(rows, (cell) => JSON.stringify([cell("t"), cell("n")]));
  return [...groups.values()].flatMap((cells) => {
    const [cell] = cells;
    if (cell === undefined) return [];
    const [table, name] = [cell("t"), cell("n")];
    const columns = `(${cells.map(indexed).join(", ")})`;
    const of = joinName(table);
    const isHidden = cell("v") === "NO" || cell("i") === "YES";
    const rest = [isHidden ? "invisible" : "", commented(cell("m"))];
    if (name === "PRIMARY") {
      return [{ kind: "constraint", of, name: "primary key", definition: phrase(`primary key ${columns}`, ...rest) }];
    }
    const unique = cell("u") === "0" ? "unique" : "";
    const told = isMadeIndex(table, name, cell("c")) ? `${unique || "index"} ${columns}` : joinName(name);
    const definition = phrase(unique, cell("y").toLowerCase(), columns, ...rest);
    return [{ kind: "index", of, name: told, definition }];
  });
}

function indexed(cell: Cell): string {
  const what = cell("x") === "" ? cell("c") : `(${cell("x")})`;
  return `${what}${cell("p") === "" ? "" : `(${cell("p")})`}${cell("a") === "D" ? " desc" : ""}`;
}

/** @param database its own name: tables of another one are told with theirs */
export function readForeignKeys(rows: readonly Row[], database: string): SchemaObject[] {
  const groups = groupRows(rows, (cell) => JSON.stringify([cell("t"), cell("n")]));
  return [...groups.values()].flatMap((cells) => {
    const [cell] = cells;
    if (cell === undefined) return [];
    const label = `foreign key (${cells.map((part) => part("c")).join(", ")})`;
    const target = joinName(cell("s") === database ? "" : cell("s"), cell("r"));
    const columns = cells.map((part) => part("z")).join(", ");
    const rules = `on delete ${cell("d")} on update ${cell("u")}`.toLowerCase();
    return [
      {
        kind: "constraint",
        of: joinName(cell("t")),
        name: isMadeKey(cell("t"), cell("n")) ? label : joinName(cell("n")),
        definition: `${label} references ${target} (${columns}) ${rules}`,
      },
    ];
  });
}

/** A check. */
export function readCheck(row: Row): SchemaObject {
  const cell = cellsOf(row);
  return {
    kind: "constraint",
    of: joinName(cell("t")),
    name: isMadeCheck(cell("t"), cell("n")) ? "check" : joinName(cell("n")),
    definition: phrase(`check (${cell("d")})`, cell("e") === "NO" ? "not enforced" : ""),
  };
}

/** A partition, or a part of one. */
export function readPartition(row: Row): SchemaObject {
  const cell = cellsOf(row);
  const by = (method: string, expression: string): string =>
    cell(method) === "" ? "" : `by ${cell(method).toLowerCase()} (${cell(expression)})`;
  const definition = phrase(by("h", "e"), by("i", "f"), cell("d") === "" ? "" : `values ${cell("d")}`);
  return { kind: "partition", of: joinName(cell("t")), name: joinName(cell("n"), cell("b")), definition };
}
