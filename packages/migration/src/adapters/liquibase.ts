/** Liquibase (https://www.liquibase.com): changesets in SQL, XML, YAML and JSON. Seen with 4.28.0, the open edition. */
import { inputFailure } from "@handrail/runner";
import { tlsOf } from "@handrail/database";
import type { DatabaseUrl } from "@handrail/database";
import type { Adapter, Command, Files, StateReader, ToolLock, ToolSettings } from "../adapter.ts";
import type { Applied, Migration } from "../migration.ts";
import { readChangelog } from "./liquibase-changelog.ts";
import { parseStatus, statusScript } from "./liquibase-status.ts";
import { hostAndPort, jdbcOptions, queryText } from "./respelled-url.ts";
import { quoteTable, readTable, toolTable } from "./sql-table.ts";
import type { ToolTable } from "./sql-table.ts";

const TABLE = "DATABASECHANGELOG";

/**
 * Liquibase, one changeset at a time where the changelog can be read here, else all at once. migrations-directory is the changelog
 * file (or the directory of one with a usual name). What runs again by itself (runAlways, runOnChange), or depends on contexts and
 * labels, is left to Liquibase: `update-count --count=1` would run the same changeset again and again.
 */
export const liquibase: Adapter = {
  tool: "liquibase",
  title: "Liquibase",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const checkout = await listChangesets(files, settings);
    return checkout === undefined ? settings : { ...settings, checkout };
  },
  list: listChangesets,
  ownLock: lockOf,
  state: (settings) =>
    settings.isRemote || settings.checkout === undefined ? statusReader(settings) : tableReader(settings),
  up(pending, { settings }) {
    const [next] = pending;
    // Without a digest it was not read here: it is known from Liquibase only.
    if (next !== undefined && next.digest !== "") {
      return { command: command(settings, ["update-count", "--count=1"]), applies: [next.id] };
    }
    return { command: command(settings, ["update"]), applies: pending.map(({ id }) => id) };
  },
  down({ id }, { settings, migrations, applied }) {
    // It goes past what the changelog does not have, and takes an older one.
    if (applied.at(-1) !== id || !migrations.some((each) => each.id === id)) return undefined;
    return { command: command(settings, ["rollback-count", "--count=1"]), reverts: id };
  },
};

async function listChangesets(files: Files, settings: ToolSettings): Promise<readonly Migration[] | undefined> {
  // Somewhere else, for Liquibase alone.
  if (settings.toolCommand.some((word) => /^--(?:search-?path|defaults-?file|classpath)\b/i.test(word)))
    return undefined;
  const properties = propertiesOf((await files.read("liquibase.properties")) ?? "");
  const searchPath = properties.get("searchpath") ?? ".";
  const path = await changelogOf(files, settings, properties);
  if (path === undefined || !/^\.?\/?$/.test(searchPath)) return undefined;
  const migrations = await readChangelog(files, path, settings.engine);
  if (migrations?.length === 0) throw noChangelog(path, "it has no changesets");
  return migrations;
}

/** What Spring Boot and Liquibase's own examples call the outermost changelog. */
const USUAL = /(?:^|\/)(?:db\.)?(?:changelog|master|changelog[-.]master|root)\.(?:xml|ya?ml|json|sql)$/;

/** The file: by migrations-directory, by the command, by liquibase.properties; undefined when the environment says it. */
async function changelogOf(
  files: Files,
  { migrationsDirectory: given, toolCommand }: ToolSettings,
  properties: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const option = toolCommand
    .map((word) => /^--change-?log-?file=(.+)$/i.exec(word)?.[1])
    .find((each) => each !== undefined);
  if (given === "") return option ?? properties.get("changelogfile");
  if ((await files.read(given)) !== undefined) return given;
  const found = (await files.list(given)).filter((path) => USUAL.test(path));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw noChangelog(given, found.length === 0 ? "there is none" : `there are several: ${found.join(", ")}`);
}

function noChangelog(given: string, why: string): Error {
  return inputFailure([{ name: "migrations-directory", given, accepts: "a changelog file with changesets", why }]);
}

/** `changeLogFile`, `changelog-file`, `liquibase.command.changelogFile`: the last part without `-` and case aside. */
function propertiesOf(text: string): ReadonlyMap<string, string> {
  const found = Array.from(text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:](.*)$/gm), ([, key = "", value = ""]) => {
    const name = key.slice(key.lastIndexOf(".") + 1).replaceAll("-", "");
    return [name.toLowerCase(), value.trim()] as const;
  });
  return new Map(found);
}

/** The table of changesets; on PostgreSQL Liquibase lets the name be folded to lower case. */
function tableOf(settings: ToolSettings): ToolTable {
  const { schema, name } = toolTable(settings, TABLE);
  return { schema, name: settings.engine === "postgresql" ? name.toLowerCase() : name };
}

function toolTables(settings: ToolSettings): readonly string[] {
  return [tableOf(settings).name, `${TABLE}LOCK`];
}

/** Its table has one name, whatever that of the changesets is; the column is a boolean of each database's own kind. */
function lockOf(settings: ToolSettings): ToolLock {
  const { schema } = tableOf(settings);
  const name = `${TABLE}LOCK`;
  return {
    table: { schema, name: settings.engine === "postgresql" ? name.toLowerCase() : name },
    held: "locked",
    release: "liquibase release-locks",
  };
}

function tableReader(settings: ToolSettings): StateReader {
  return {
    how: "table",
    tables: toolTables(settings),
    async read(query) {
      const columns = "id as id, author as author, filename as filename, md5sum as md5sum";
      const from = quoteTable(tableOf(settings), settings.engine);
      const rows = await readTable(query, `select ${columns} from ${from} order by orderexecuted, dateexecuted`);
      const applied = rows.map(({ id, author, filename, md5sum }): Applied => {
        const path = String(filename).replace(/^classpath:/, "");
        const checksum = typeof md5sum === "string" ? { checksum: md5sum } : {};
        return { id: `${path}::${String(id)}::${String(author)}`, ...checksum };
      });
      return { applied, isInOrder: true };
    },
  };
}

function statusReader(settings: ToolSettings): StateReader {
  const { argv, environment } = command(settings, []);
  return {
    how: "status",
    tables: toolTables(settings),
    status: { command: { argv: ["sh", "-c", statusScript, "sh", ...argv], environment }, parse: parseStatus },
  };
}

function command(settings: ToolSettings, args: readonly string[]): Command {
  const [first = "liquibase", ...rest] = settings.toolCommand;
  return { argv: [first, ...rest, ...args], environment: environmentOf(settings) };
}

/** Options by environment, which wins over liquibase.properties: https://docs.liquibase.com/concepts/connections/liquibase-environment-variables.html */
function environmentOf({ url, migrationsDirectory, migrationsTable }: ToolSettings): Readonly<Record<string, string>> {
  const environment: Record<string, string> = { LIQUIBASE_HEADLESS: "true", LIQUIBASE_SHOW_BANNER: "false" };
  if (/\.[a-z]+$/i.test(migrationsDirectory)) environment["LIQUIBASE_COMMAND_CHANGELOG_FILE"] = migrationsDirectory;
  if (migrationsTable !== "") {
    const { schema, name } = toolTable({ migrationsTable }, TABLE);
    environment["LIQUIBASE_DATABASE_CHANGELOG_TABLE_NAME"] = name;
    if (schema !== "") environment["LIQUIBASE_LIQUIBASE_SCHEMA_NAME"] = schema;
  }
  if (url === undefined) return environment;
  environment["LIQUIBASE_COMMAND_URL"] = jdbcUrl(url);
  if (url.user !== "") environment["LIQUIBASE_COMMAND_USERNAME"] = url.user;
  if (url.password !== "") environment["LIQUIBASE_COMMAND_PASSWORD"] = url.password;
  return environment;
}

/**
 * The address for Java, without user and password. Liquibase brings the driver of MariaDB, which speaks to MySQL, too, and not the one
 * of MySQL.
 */
function jdbcUrl(url: DatabaseUrl): string {
  if (url.engine === "sqlite") return `jdbc:sqlite:${url.name}`;
  const kind = url.engine === "mysql" ? "mariadb" : "postgresql";
  const others = Object.entries(jdbcOptions(url)).filter(([name]) => !/^(?:use)?(?:ssl|tls)/i.test(name));
  const options = queryText({ ...Object.fromEntries(others), ...tlsOptions(url) });
  return `jdbc:${kind}://${hostAndPort(url)}/${encodeURIComponent(url.name)}${options}`;
}

/** Each driver's own names: https://jdbc.postgresql.org/documentation/use/, https://mariadb.com/docs/connectors/mariadb-connector-j */
function tlsOptions(url: DatabaseUrl): Readonly<Record<string, string>> {
  const { mode, ca, cert, key } = tlsOf(url);
  if (mode === "prefer") return {};
  if (url.engine === "mysql") {
    return { sslMode: mode === "require" ? "trust" : mode, ...(ca === undefined ? {} : { serverSslCert: ca }) };
  }
  return {
    sslmode: mode,
    ...(ca === undefined ? {} : { sslrootcert: ca }),
    ...(cert === undefined ? {} : { sslcert: cert }),
    ...(key === undefined ? {} : { sslkey: key }),
  };
}
