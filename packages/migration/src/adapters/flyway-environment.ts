/** The address of a database for Flyway: JDBC, by environment (https://documentation.red-gate.com/fd). */
import type { DatabaseUrl } from "@handrail/database";
import type { ToolSettings } from "../adapter.ts";
import { hostAndPort, jdbcOptions, queryText } from "./respelled-url.ts";

/** The variables. Where its scripts are, and which database it is, a task knows itself. */
export function flywayEnvironment(settings: ToolSettings): Readonly<Record<string, string>> {
  const { url, isRemote, migrationsDirectory, migrationsTable } = settings;
  const table = tableVariables(migrationsTable);
  if (url === undefined || isRemote) return table;
  const locations = migrationsDirectory === "" ? {} : { FLYWAY_LOCATIONS: `filesystem:${migrationsDirectory}` };
  const account = url.engine === "sqlite" ? {} : { FLYWAY_USER: url.user, FLYWAY_PASSWORD: url.password };
  return { ...table, ...locations, DATABASE_URL: url.text, FLYWAY_URL: jdbcOf(url), ...account };
}

function tableVariables(table: string): Record<string, string> {
  if (table === "") return {};
  const dot = table.lastIndexOf(".");
  if (dot === -1) return { FLYWAY_TABLE: table };
  return { FLYWAY_TABLE: table.slice(dot + 1), FLYWAY_DEFAULT_SCHEMA: table.slice(0, dot) };
}

/** The address with its options, without user and password. */
export function jdbcOf(url: DatabaseUrl): string {
  if (url.engine === "sqlite") return `jdbc:sqlite:${url.name}`;
  const driver = url.engine === "postgresql" ? "postgresql" : url.scheme === "mariadb" ? "mariadb" : "mysql";
  return `jdbc:${driver}://${hostAndPort(url)}/${encodeURIComponent(url.name)}${queryText(jdbcOptions(url))}`;
}
