/**
 * The database of chapter 6: SQLite in a folder of its own, and in the checkout what `npm ci` leaves there of Knex and its
 * knexfile. It tells no story.
 */
import { sqliteUrl, toolProjects, workspace } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import Libsql from "libsql";

/** Where the checkout has its migrations. */
const directory = "database";

/** The database, with a connection of its own for each question. */
export interface ShopDatabase {
  /** What the actions need to know about it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What customers do. */
  write(statements: string): void;
  /** Rows of a table. */
  count(table: string): number;
  /** Every table of the shop with its columns, as SQLite itself says it. */
  columns(): string;
  close(): void;
}

/** Makes it, empty. */
export async function openShopDatabase(checkout: Workspace): Promise<ShopDatabase> {
  const folder = workspace({}, { git: false, name: "demo-database" });
  const url = sqliteUrl(folder.path, "shop");
  await toolProjects["knex"]?.({ directory: checkout.resolve(directory), url });
  const rows = (query: string): Record<string, unknown>[] =>
    asking(folder.resolve("shop.db"), (database) => database.prepare(query).all() as Record<string, unknown>[]);
  return {
    inputs: { tool: "knex", "database-url": url, "working-directory": directory },
    write: (statements) => asking(folder.resolve("shop.db"), (database) => void database.exec(statements)),
    count: (table) => Number(rows(`select count(*) as rows from ${table}`)[0]?.["rows"]),
    columns: () =>
      rows(COLUMNS)
        .map((row) => Object.values(row).join(" "))
        .join("\n"),
    close: () => folder.cleanup(),
  };
}

/** The tables of the tool and of the actions are not the shop's. */
const COLUMNS = `select t.name as "table", c.name as "column", c.type, c."notnull", c.pk
  from sqlite_master t join pragma_table_info(t.name) c
  where t.type = 'table' and t.name not glob 'knex_*' and t.name not glob 'handrail_*' and t.name not glob 'sqlite_*'
  order by 1, c.cid`;

function asking<Answer>(file: string, ask: (database: Libsql.Database) => Answer): Answer {
  const database = new Libsql(file);
  try {
    return ask(database);
  } finally {
    database.close();
  }
}
