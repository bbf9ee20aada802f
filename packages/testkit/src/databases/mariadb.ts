/** A MariaDB server for a test: the machine's own program, a data directory of its own, loopback only. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { folderOf, giveTo, unprivilegedAccount } from "./account.ts";
import type { Account } from "./account.ts";
import { freePort, retryStart, startDaemon } from "./daemon.ts";
import type { Daemon } from "./daemon.ts";
import { findMariadb } from "./programs.ts";
import type { MariadbPrograms } from "./programs.ts";
import type { DatabaseServer, ServerOptions } from "./server.ts";
import { fillFolder } from "./template.ts";

const run = promisify(execFile);
const USER = "handrail";
const PASSWORD = "mariadb-pass-4711";
/** Nothing has to survive a crash here, and many servers run side by side. */
const SETTINGS = [
  "--bind-address=127.0.0.1",
  "--skip-name-resolve",
  "--skip-log-bin",
  "--character-set-server=utf8mb4",
  "--performance-schema=OFF",
  "--innodb-log-file-size=4M",
  "--innodb-buffer-pool-size=16M",
  "--innodb-flush-log-at-trx-commit=0",
  "--innodb-doublewrite=0",
  "--innodb-use-native-aio=0",
  "--key-buffer-size=1M",
  "--aria-pagecache-buffer-size=8M",
  "--max-connections=60",
  "--default-time-zone=+00:00",
];
/** Run by the server before it takes connections. */
const FIRST = `create user '${USER}'@'%' identified by '${PASSWORD}';
grant all privileges on *.* to '${USER}'@'%' with grant option;
drop user if exists 'root'@'localhost';
`;

/** Starts a server; its user may do everything and has a password. @throws Error when the machine has no MariaDB */
export async function startMariadb(options: ServerOptions = {}): Promise<DatabaseServer> {
  const programs = findMariadb();
  if (programs === undefined) throw new Error("This machine has no MariaDB server.");
  const account = unprivilegedAccount(["mysql", "nobody"]);
  const { daemon, port } = await retryStart(() => start(programs, account, options));
  let databases = 0;
  const createDatabase = async (): Promise<string> => {
    databases += 1;
    const name = `app_${databases}`;
    await query(programs, port, `create database ${name}`);
    return `mysql://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
  };
  return {
    engine: "mysql",
    url: await createDatabase(),
    password: PASSWORD,
    createDatabase,
    log: daemon.log,
    stop: daemon.stop,
  };
}

async function start(
  programs: MariadbPrograms,
  account: Account,
  { settings = {} }: ServerOptions,
): Promise<{ daemon: Daemon; port: number }> {
  const folder = folderOf(account, "mariadb");
  const data = join(folder, "data");
  fillFolder(folder, { engine: "mariadb", version: `1 ${programs.version}`, account, command: initialise });
  const first = join(folder, "first.sql");
  writeFileSync(first, FIRST, { mode: 0o600 });
  giveTo(account, first);
  const port = await freePort();
  // The socket is relative to the data directory: its whole path may be longer than a socket's can be.
  const where = [`--datadir=${data}`, `--tmpdir=${data}`, `--port=${port}`, "--socket=socket", "--pid-file=pid"];
  const own = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const daemon = await startDaemon({
    command: [programs.mariadbd, "--no-defaults", ...where, ...SETTINGS, `--init-file=${first}`, ...own],
    account,
    folder,
    signal: "KILL",
    ready: /ready for connections/,
  });
  return { daemon, port };

  /** A server that starts deletes what other servers left in its folder for temporary tables, also what one of them still uses. */
  function initialise(empty: string): [string, ...string[]] {
    const options = ["--auth-root-authentication-method=normal", "--skip-test-db", "--innodb-log-file-size=4M"];
    return [programs.install, "--no-defaults", `--datadir=${join(empty, "data")}`, `--tmpdir=${empty}`, ...options];
  }
}

async function query(programs: MariadbPrograms, port: number, statement: string): Promise<void> {
  const where = ["--host=127.0.0.1", `--port=${port}`, "--protocol=tcp", `--user=${USER}`];
  const env = { PATH: process.env["PATH"], MYSQL_PWD: PASSWORD };
  await run(programs.client, ["--no-defaults", "--batch", ...where, `--execute=${statement}`], { env });
}
