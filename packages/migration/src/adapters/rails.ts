/**
 * Rails (https://guides.rubyonrails.org/active_record_migrations.html): migrations in Ruby. Seen with Active Record 6.1.
 * Always one migration by its version: `db:migrate VERSION=` skips what the checkout does not have, and reverts others.
 */
import type { DatabaseUrl } from "@handrail/database";
import { Failure, quoteText } from "@handrail/runner";
import type { Adapter, Command, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { requireUnique } from "./javascript-files.ts";
import { environmentOf } from "./javascript-tool.ts";
import { readNestedFiles } from "./nested-files.ts";
import type { NestedFile } from "./nested-files.ts";
import { railsDown } from "./rails-down.ts";
import { respell } from "./respelled-url.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";
import { byNumber, plainVersion } from "./version-numbers.ts";

const TABLE = "schema_migrations";
/** Active Record takes files like the first for migrations, and refuses them when they are not like the second. */
const CANDIDATE = /^[0-9].*_.*\.rb$/;
const NAME = /^([0-9]+)_[_a-z0-9]*\.?[_a-z0-9]*\.rb$/;

/** Rails. */
export const rails: Adapter = {
  tool: "rails",
  title: "Rails",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    if (settings.toolCommand.length > 0 || settings.isRemote) return settings;
    const hasProgram = (await files.read("bin/rails")) !== undefined;
    return { ...settings, toolCommand: hasProgram ? ["bin/rails"] : ["bundle", "exec", "rake"] };
  },
  async list(files, settings) {
    const found = await readNestedFiles(files, directoryOf(settings), (name) => CANDIDATE.test(name));
    const migrations = found.map(toMigration);
    requireUnique(
      migrations.map(({ id }) => id),
      "version",
    );
    return migrations.toSorted((a, b) => byNumber(a.id, b.id));
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name, "ar_internal_metadata"],
      async read(query) {
        const rows = await readTable(query, `select version from ${quoteTable(table, settings.engine)}`);
        const ids = textsOf(rows, "version").map(plainVersion).toSorted(byNumber);
        return { applied: ids.map((id) => ({ id })), isInOrder: false };
      },
    };
  },
  up(pending, { settings }) {
    const id = pending[0]?.id ?? "";
    return { command: command("up", id, settings), applies: [id] };
  },
  down({ id }, { settings, migrations }) {
    if (!migrations.some((migration) => migration.id === id)) return undefined;
    return { command: command("down", id, settings), reverts: id };
  },
};

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? "db/migrate" : migrationsDirectory;
}

function toMigration({ name, path, text }: NestedFile): Migration {
  const version = NAME.exec(name)?.[1];
  if (version === undefined) throw illegalName(path);
  return {
    id: plainVersion(version),
    title: name,
    digest: digestOfScripts([text]),
    down: railsDown(text),
    ...(/^\s*(?:self\.)?disable_ddl_transaction!/m.test(text) ? { outsideTransaction: true } : {}),
  };
}

function illegalName(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `Rails would refuse the name of the migration ${quoteText(path)}`,
    remedy: "Use digits, _ and a name of lower-case letters, digits and _: 20260131120000_add_users.rb",
  });
}

function command(verb: "up" | "down", version: string, settings: ToolSettings): Command {
  const [first = "bin/rails", ...rest] = settings.toolCommand;
  const spelling = settings.url === undefined ? undefined : addressOf(settings.url);
  return {
    argv: [first, ...rest, `db:migrate:${verb}`, `VERSION=${version}`],
    environment: environmentOf(settings, spelling),
  };
}

/** The scheme is the name of the database adapter to Rails; `mysql` is none before 7.2, and `postgis` is one of its own. */
function addressOf(url: DatabaseUrl): string {
  const postgresql = url.scheme === "postgis" ? "postgis" : "postgresql";
  return respell(url, { postgresql, mysql: "mysql2", sqlite: "sqlite3:" });
}
