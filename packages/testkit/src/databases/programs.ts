/** Whether this machine has the programs of a database server, and where. */
import { execFileSync } from "node:child_process";
import { accessSync, constants, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Absolute paths, and what the server says about its version. */
export type PostgresPrograms = { postgres: string; initdb: string; psql: string; version: string };
/** Absolute paths, and what the server says about its version. */
export type MariadbPrograms = { mariadbd: string; install: string; client: string; version: string };

/** The programs of PostgreSQL (any version; the newest that Debian has), on PATH or where distributions keep them; undefined: not here. */
export function findPostgres(): PostgresPrograms | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = list(debian).toSorted((a, b) => Number(b) - Number(a));
  const folders = [...versions.map((version) => join(debian, version, "bin")), "/usr/pgsql/bin"];
  const postgres = find("postgres", [...path(), ...folders]);
  if (postgres === undefined) return undefined;
  // The others of the same version, and not Debian's wrapper of psql, which takes ten times as long.
  const near = [dirname(realpathSync(postgres)), ...path(), ...folders];
  const initdb = find("initdb", near);
  const psql = find("psql", near);
  if (initdb === undefined || psql === undefined) return undefined;
  return { postgres, initdb, psql, version: versionOf(postgres) };
}

/** The programs of MariaDB, on PATH or where distributions keep them; undefined: not here. MySQL's own server is not looked for. */
export function findMariadb(): MariadbPrograms | undefined {
  const folders = [...path(), "/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/bin"];
  const mariadbd = find("mariadbd", folders);
  const install = find("mariadb-install-db", folders);
  const client = find("mariadb", folders);
  if (mariadbd === undefined || install === undefined || client === undefined) return undefined;
  return { mariadbd, install, client, version: versionOf(mariadbd) };
}

function path(): string[] {
  return (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
}

function find(name: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => join(folder, name)).find((program) => isProgram(program));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function versionOf(program: string): string {
  return execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
}
