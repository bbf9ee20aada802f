/** node-pg-migrate (https://salsita.github.io/node-pg-migrate/): migrations in JavaScript or SQL. Seen with 9.0.0. */
import { Failure, quoteText } from "@handrail/runner";
import type { Adapter, Command, ToolSettings } from "../adapter.ts";
import type { DownKind, Migration } from "../migration.ts";
import { maskCode } from "./javascript-code.ts";
import { judge } from "./javascript-down.ts";
import { readMigrationFiles, requireUnique } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { completeCommand, hasOption, toolCommand } from "./javascript-tool.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "pgmigrations";

/** node-pg-migrate, one migration at a time. */
export const nodePgMigrate: Adapter = {
  tool: "node-pg-migrate",
  title: "node-pg-migrate",
  engines: ["postgresql"],
  isTransactional: true,
  complete: (files, settings) => completeCommand(files, settings, "node-pg-migrate"),
  async list(files, settings) {
    // Every file that is not hidden is a migration for it.
    const found = await readMigrationFiles(files, directoryOf(settings), (name) => !name.startsWith("."));
    const unnumbered = found.find(({ name }) => !/^\d/.test(name));
    if (unnumbered !== undefined) throw withoutNumber(unnumbered);
    const migrations = found.toSorted((a, b) => compareNames(a.name, b.name)).map(toMigration);
    requireUnique(
      migrations.map(({ id }) => id),
      "name",
    );
    return migrations;
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const rows = await readTable(
          query,
          `select name from ${quoteTable(table, settings.engine)} order by run_on, id`,
        );
        return { applied: textsOf(rows, "name").map((id) => ({ id })), isInOrder: true };
      },
    };
  },
  up(pending, { settings }) {
    const name = pending[0]?.id ?? "";
    // By its name, so that it is this one whatever has happened since; a name that reads as a number would be a count.
    return { command: command(settings, ["up", isWord(name) ? name : "1"]), applies: [name] };
  },
  down({ id }, { settings, migrations, applied }) {
    if (!migrations.some((migration) => migration.id === id)) return undefined;
    if (!isWord(id) && applied.at(-1) !== id) return undefined;
    // Its check of the order is about what is pending, and would refuse one that is not the newest.
    return { command: command(settings, ["down", isWord(id) ? id : "1", "--no-check-order"]), reverts: id };
  },
};

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? "migrations" : migrationsDirectory;
}

/** Whether its command line takes this for the name of a migration, unchanged. */
function isWord(name: string): boolean {
  return /^\d+[^\d.\s]/.test(name) && Number.isNaN(Number(name)) && !name.includes("_ ");
}

/** By the number in front (17 digits are a date and a time), then as people count. */
function compareNames(a: string, b: string): number {
  const options: Intl.CollatorOptions = {
    usage: "sort",
    numeric: true,
    sensitivity: "variant",
    ignorePunctuation: true,
  };
  return numberOf(a) - numberOf(b) || a.localeCompare(b, undefined, options);
}

function numberOf(name: string): number {
  const digits = /^\d+/.exec(name)?.[0] ?? "";
  if (digits.length !== 17) return Number(digits);
  const [, date, time] = /^(\d{8})(\d{9})$/.exec(digits) ?? [];
  const iso = `${date?.replace(/(....)(..)(..)/, "$1-$2-$3") ?? ""}T${time?.replace(/(..)(..)(..)(...)/, "$1:$2:$3.$4") ?? ""}Z`;
  return Date.parse(iso);
}

function toMigration({ name, text }: MigrationFile): Migration {
  const dot = name.lastIndexOf(".");
  const common = { id: dot > 0 ? name.slice(0, dot) : name, title: name, digest: digestOfScripts([text]) };
  return name.endsWith(".sql") ? { ...common, ...sqlDown(text) } : { ...common, ...codeDown(text) };
}

/** `-- Down Migration` begins what undoes it; without that line there is no down. */
function sqlDown(text: string): Pick<Migration, "down" | "downSql"> {
  const [up, down] = ["up", "down"].map((word) => text.search(new RegExp(`^\\s*--[\\s-]*${word}\\s+migration`, "im")));
  if (up === undefined || down === undefined || down < 0) return { down: "none" };
  const downSql = text.slice(down, up > down ? up : undefined).trim();
  return { down: isIdleSql(downSql) ? "empty" : "real", downSql };
}

function codeDown(text: string): Pick<Migration, "down" | "outsideTransaction"> {
  const code = maskCode(text);
  const written = code === undefined ? "unknown" : judge(text, code);
  // Without a down it turns the steps of up around, as far as it can.
  const down: DownKind =
    written === "disabled" ? "none" : written === "none" && !/\bdown\b/.test(code ?? "") ? "unknown" : written;
  return { down, ...(/\.\s*noTransaction\s*\(/.test(code ?? "") ? { outsideTransaction: true } : {}) };
}

function command(settings: ToolSettings, verb: readonly string[]): Command {
  const { migrationsDirectory, migrationsTable } = settings;
  const { schema, name } = toolTable(settings, TABLE);
  const where =
    migrationsDirectory === "" || hasOption(settings, "-m", "--migrations-dir")
      ? []
      : ["--migrations-dir", migrationsDirectory];
  const table =
    migrationsTable === "" || hasOption(settings, "-t", "--migrations-table") ? [] : ["--migrations-table", name];
  const inSchema = schema === "" || hasOption(settings, "--migrations-schema") ? [] : ["--migrations-schema", schema];
  return toolCommand(settings, "node-pg-migrate", [...verb, ...where, ...table, ...inSchema]);
}

function withoutNumber({ path }: MigrationFile): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The migration ${quoteText(path)} has no number in front: node-pg-migrate orders by it`,
    remedy: "Give it one, or move it out of the directory of the migrations: node-pg-migrate would run it as one.",
  });
}
