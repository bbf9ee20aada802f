/** Counts what a rollback takes away: rows of tables, values of columns. */
import type { Engine, Row } from "./query.ts";
import { quoteName } from "./quote.ts";
import { nameParts } from "./schema-name.ts";
import { writeTable } from "./schema-table.ts";

/** How much there is: rows of a table, or rows in which a column is not null. `name` as createdBetween has it. */
export type Loss = { name: string; kind: "table" | "column"; count: number };

type Asked = { name: string; column: string };

/** The names by their table, in the order in which the tables are named first. */
function byTable(names: readonly string[]): Map<string, Asked[]> {
  const tables = new Map<string, Asked[]>();
  for (const name of new Set(names)) {
    const [table = "", column = ""] = nameParts(name);
    const asked = tables.get(table);
    if (asked === undefined) tables.set(table, [{ name, column }]);
    else asked.push({ name, column });
  }
  return tables;
}

/**
 * A SELECT for each of the tables; its answer is for readLoss. It fails (`missing`) when one of them is not there: see presentIn.
 * @param names of tables and columns, as createdBetween gives them
 */
export function lossStatements(engine: Engine, names: readonly string[]): string[] {
  return Array.from(byTable(names), ([table, asked]) => {
    const counts = asked.map(({ column }, at) => {
      // Without the `t.` SQLite takes the name of a column that is not there for a text, and counts all rows.
      const counted = column === "" ? "*" : `t.${quoteName(column, engine)}`;
      return `count(${counted}) AS c${at}`;
    });
    return `SELECT ${counts.join(", ")} FROM ${writeTable(engine, table)} AS t`;
  });
}

/**
 * What the answers say, in the order of the tables.
 * @param names the same ones, in the same order
 */
export function readLoss(names: readonly string[], answers: readonly (readonly Row[])[]): Loss[] {
  return Array.from(byTable(names).values()).flatMap((asked, table) =>
    asked.map(({ name, column }, at): Loss => {
      const count = Number(answers[table]?.[0]?.[`c${at}`] ?? 0);
      return { name, kind: column === "" ? "table" : "column", count };
    }),
  );
}
