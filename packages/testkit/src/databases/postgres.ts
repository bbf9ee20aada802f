/** A PostgreSQL server for a test: the machine's own program, a data directory of its own, loopback only. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { folderOf, giveTo, unprivilegedAccount } from "./account.ts";
import type { Account } from "./account.ts";
import { freePort, retryStart, startDaemon } from "./daemon.ts";
import type { Daemon } from "./daemon.ts";
import { findPostgres } from "./programs.ts";
import type { PostgresPrograms } from "./programs.ts";
import type { DatabaseServer, ServerOptions } from "./server.ts";
import { fillFolder } from "./template.ts";

const run = promisify(execFile);
const USER = "handrail";
const PASSWORD = "postgres-pass-4711";
/** Nothing has to survive a crash here, and many servers run side by side. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  dynamic_shared_memory_type: "mmap",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  shared_buffers: "16MB",
  max_connections: "60",
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** Starts a server; its user is a superuser with a password (SCRAM). @throws Error when the machine has no PostgreSQL */
export async function startPostgres(options: ServerOptions = {}): Promise<DatabaseServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error("This machine has no PostgreSQL server.");
  const account = unprivilegedAccount(["postgres", "nobody"]);
  const { daemon, port } = await retryStart(() => start(programs, account, { ...SETTINGS, ...options.settings }));
  let databases = 0;
  const createDatabase = async (): Promise<string> => {
    databases += 1;
    const name = `app_${databases}`;
    await query(programs, port, `create database ${name}`);
    return `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
  };
  return {
    engine: "postgresql",
    url: await createDatabase(),
    password: PASSWORD,
    createDatabase,
    log: daemon.log,
    stop: daemon.stop,
  };
}

async function start(
  programs: PostgresPrograms,
  account: Account,
  settings: Readonly<Record<string, string>>,
): Promise<{ daemon: Daemon; port: number }> {
  const folder = folderOf(account, "postgres");
  fillFolder(folder, { engine: "postgres", version: `1 ${programs.version}`, account, command: initialise });
  const port = await freePort();
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const daemon = await startDaemon({
    command: [programs.postgres, "-D", join(folder, "data"), "-p", String(port), ...args],
    account,
    folder,
    signal: "QUIT",
    ready: /ready to accept connections/,
  });
  return { daemon, port };

  function initialise(empty: string): [string, ...string[]] {
    const secret = join(empty, "password");
    writeFileSync(secret, PASSWORD, { mode: 0o600 });
    giveTo(account, secret);
    const options = ["--no-sync", "--wal-segsize=1", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256"];
    return [programs.initdb, "-D", join(empty, "data"), "-U", USER, `--pwfile=${secret}`, ...options];
  }
}

async function query(programs: PostgresPrograms, port: number, statement: string): Promise<void> {
  const where = ["-h", "127.0.0.1", "-p", String(port), "-U", USER, "-d", "postgres"];
  const env = { PATH: process.env["PATH"], PGPASSWORD: PASSWORD };
  await run(programs.psql, ["-X", "-q", "-v", "ON_ERROR_STOP=1", ...where, "-c", statement], { env });
}
