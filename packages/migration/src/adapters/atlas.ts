/**
 * Atlas (https://atlasgo.io/versioned/apply): SQL files with a file of checksums, `atlas.sum`. By its documents and source, v0.30.
 * The address is handed over in a configuration of our own, which reads it from the environment.
 */
import type { DatabaseUrl } from "@handrail/database";
import { Failure, quoteText } from "@handrail/runner";
import type { Adapter, Command, Files, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { ATLAS_TABLE, readRevisions } from "./atlas-revisions.ts";
import { readMigrationFiles, requireUnique } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { environmentOf, hasOption } from "./javascript-tool.ts";
import { respell } from "./respelled-url.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { toolTable } from "./sql-table.ts";

const DIRECTORY = "migrations";
const SUMS = "atlas.sum";

/** Atlas. */
export const atlas: Adapter = {
  tool: "atlas",
  title: "Atlas",
  engines: ["postgresql", "mysql", "sqlite"],
  forwardOnly:
    "Atlas makes the way down anew from what the database is, and wants it approved: run `atlas migrate down` by hand, or write a new migration that takes the change back and run that.",
  isTransactional: true,
  async complete(files, settings) {
    return { ...settings, checkout: await readMigrations(files, settings) };
  },
  list: readMigrations,
  state: (settings) => ({
    how: "table",
    tables: [toolTable(settings, ATLAS_TABLE).name],
    async read(query) {
      return { applied: await readRevisions(query, settings), isInOrder: true };
    },
  }),
  up(pending, { settings, migrations, applied }) {
    const checkpoint = applied.length > 0 ? -1 : migrations.findLastIndex(({ isBaseline }) => isBaseline === true);
    // An empty database begins with the newest checkpoint; what is before it then counts as applied.
    const applies = checkpoint === -1 ? pending.slice(0, 1) : migrations.slice(0, checkpoint + 1);
    const first = applies[0]?.id ?? "";
    const isLate = checkpoint === -1 && applied.some((id) => id > first);
    return { command: command(isLate, settings), applies: applies.map(({ id }) => id) };
  },
  down: () => undefined,
};

async function readMigrations(files: Files, { migrationsDirectory }: ToolSettings): Promise<readonly Migration[]> {
  const directory = migrationsDirectory || DIRECTORY;
  const found = await readMigrationFiles(files, directory, (name) => name.endsWith(".sql"));
  const sums = sumsIn(await files.read(`${directory}/${SUMS}`));
  const unknown = found.find(({ name }) => !sums.has(name));
  if (unknown !== undefined) throw notInSums(unknown.path);
  const migrations = found.map((file) => toMigration(file, sums.get(file.name) ?? ""));
  requireUnique(
    migrations.map(({ id }) => id),
    "version",
  );
  return migrations;
}

/** The hashes by file: each line is a name, ` h1:` and the hash over all files up to this one. */
function sumsIn(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    Array.from((text ?? "").matchAll(/^(.+\.sql) h1:(\S+)$/gm), ([, name = "", hash = ""]) => [name, hash]),
  );
}

function toMigration({ name, text }: MigrationFile, checksum: string): Migration {
  const directives = new Map(
    Array.from(text.matchAll(/^--\s*atlas:(\w+)(.*)$/gm), ([, key = "", value = ""]) => [key, value.trim()]),
  );
  return {
    id: /^([^_]*)_/.exec(name)?.[1] ?? name.replace(/\.sql$/, ""),
    title: name,
    digest: digestOfScripts([text]),
    down: "none",
    checksum,
    ...(directives.get("txmode") === "none" ? { outsideTransaction: true } : {}),
    ...(directives.has("checkpoint") ? { isBaseline: true } : {}),
  };
}

/** One file. A task has no scratch directory: there the command of the project says where the database is. */
function command(isLate: boolean, settings: ToolSettings): Command {
  const [first = "atlas", ...rest] = settings.toolCommand;
  const order = isLate ? ["--exec-order", "non-linear"] : [];
  const argv: [string, ...string[]] = [first, ...rest, "migrate", "apply", "1", ...order];
  if (settings.isRemote || hasOption(settings, "--env", "--url", "-u")) {
    if (settings.toolCommand.length === 0) throw withoutAddress();
    return { argv, environment: environmentOf(settings) };
  }
  const spelling = settings.url === undefined ? undefined : addressOf(settings.url);
  return {
    argv: [...argv, "--config", "file://{scratch}/handrail.hcl", "--env", "handrail"],
    environment: environmentOf(settings, spelling),
    scratch: { "handrail.hcl": { text: configuration(settings) } },
  };
}

/** MySQL and MariaDB are two to Atlas. */
function addressOf(url: DatabaseUrl): string {
  return respell(url, {
    postgresql: "postgres",
    mysql: url.scheme === "mariadb" ? "mariadb" : "mysql",
    sqlite: "sqlite://",
  });
}

function configuration(settings: ToolSettings): string {
  const { schema } = toolTable(settings, ATLAS_TABLE);
  const revisions = schema === "" ? "" : `    revisions_schema = ${hclText(schema)}\n`;
  const directory = hclText(`file://${settings.migrationsDirectory || DIRECTORY}`);
  return `env "handrail" {\n  url = getenv("DATABASE_URL")\n  migration {\n    dir = ${directory}\n${revisions}  }\n}\n`;
}

/** A text in HCL; `\${` and `%{` would begin a template. */
function hclText(text: string): string {
  return JSON.stringify(text).replaceAll(/([$%])\{/g, "$1$1{");
}

function notInSums(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${SUMS} does not have the migration ${quoteText(path)}: Atlas would refuse the directory`,
    remedy: "Run atlas migrate hash, look at what changed, and commit the file.",
  });
}

function withoutAddress(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "In a task Atlas is not told which database it is",
    remedy: "Give tool-command: a program of the image that calls atlas with these arguments and --env or --url.",
  });
}
