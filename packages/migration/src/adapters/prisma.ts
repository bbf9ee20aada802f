/**
 * Prisma Migrate (https://www.prisma.io/docs/orm/prisma-migrate): a directory with a `migration.sql` for each migration. Seen with
 * 6.19. It only goes forward, and applies all that is pending at once.
 */
import type { Row } from "@handrail/database";
import type { Adapter, ToolSettings } from "../adapter.ts";
import type { Applied, Migration } from "../migration.ts";
import { byCodeUnit } from "./javascript-files.ts";
import { completeCommand, toolCommand } from "./javascript-tool.ts";
import { readNestedFiles } from "./nested-files.ts";
import type { NestedFile } from "./nested-files.ts";
import { respell } from "./respelled-url.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { quoteTable, readTable } from "./sql-table.ts";

const TABLE = "_prisma_migrations";
const DIRECTORY = "prisma/migrations";

/** Prisma Migrate. */
export const prisma: Adapter = {
  tool: "prisma",
  title: "Prisma Migrate",
  clearMark: "`prisma migrate resolve --rolled-back` (it is Prisma's P3009)",
  engines: ["postgresql", "mysql", "sqlite"],
  forwardOnly:
    "Prisma Migrate only goes forward: write a new migration that takes the change back (`prisma migrate diff --script` makes its SQL), and run that.",
  isTransactional: true,
  complete: (files, settings) => completeCommand(files, settings, "prisma"),
  async list(files, settings) {
    const found = await readNestedFiles(files, directoryOf(settings), (name) => name === "migration.sql");
    return found
      .filter(({ below }) => below.split("/").length === 2)
      .map((file) => toMigration(file, settings))
      .toSorted((a, b) => byCodeUnit(a.id, b.id));
  },
  state: (settings) => ({
    how: "table",
    tables: [TABLE],
    async read(query) {
      const columns = "migration_name, checksum, finished_at, rolled_back_at";
      const table = quoteTable({ schema: "", name: TABLE }, settings.engine);
      const rows = await readTable(query, `select ${columns} from ${table} order by started_at, migration_name`);
      return { applied: readPrismaRows(rows), isInOrder: true };
    },
  }),
  up: (pending, { settings }) => ({
    command: toolCommand(settings, "prisma", ["migrate", "deploy"], addressOf(settings)),
    applies: pending.map(({ id }) => id),
  }),
  down: () => undefined,
};

/** What is in effect: a row that was taken back (`migrate resolve --rolled-back`) is none, one that has not ended is half done. */
export function readPrismaRows(rows: readonly Row[]): readonly Applied[] {
  const found = new Map<string, Applied>();
  for (const row of rows) {
    if (row["rolled_back_at"] !== null && row["rolled_back_at"] !== undefined) continue;
    const id = String(row["migration_name"]);
    const isHalf = row["finished_at"] === null || row["finished_at"] === undefined;
    found.delete(id);
    found.set(id, { id, ...(isHalf ? { isHalf: true } : {}), checksum: String(row["checksum"] ?? "") });
  }
  return [...found.values()];
}

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? DIRECTORY : migrationsDirectory;
}

/** Prisma's checksum is the SHA-256 of the file, as our digest. On SQLite a script is not wrapped in a transaction. */
function toMigration({ below, text }: NestedFile, { engine }: ToolSettings): Migration {
  const digest = digestOfScripts([text]);
  const id = below.slice(0, below.indexOf("/"));
  return {
    id,
    title: id,
    digest,
    down: "none",
    checksum: digest,
    ...(engine === "sqlite" ? { outsideTransaction: true } : {}),
  };
}

/** Prisma's own schemes; the file of SQLite is found from the directory of the schema. */
function addressOf(settings: ToolSettings): string | undefined {
  const { url } = settings;
  if (url?.engine !== "sqlite") return url === undefined ? undefined : respell(url, SPELLING);
  if (url.name.startsWith("/")) return `file:${url.name}`;
  const depth = directoryOf(settings).split("/").length - 1;
  return `file:${depth === 0 ? "./" : "../".repeat(depth)}${url.name}`;
}

const SPELLING = { postgresql: "postgresql", mysql: "mysql", sqlite: "file:" } as const;
