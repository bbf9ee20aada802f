/** MySQL and MariaDB by mysql2. */
import type * as Mysql from "mysql2";
import { inTime } from "@handrail/runner";
import { toDatabaseFailure } from "./client-fault.ts";
import type { Connection } from "./client-link.ts";
import { castValue, rowsOf } from "./client-mysql-values.ts";
import type { DatabaseOptions } from "./client-options.ts";
import { readTls } from "./client-tls.ts";
import type { TlsOptions } from "./client-tls.ts";
import { DatabaseFailure } from "./query.ts";

/** A statement of ours waits this long for what others hold, s. */
const LOCK_SECONDS = 30;
/** How long asking the server to stop, or to say goodbye, may take, ms. */
const PARTING_MS = 2_000;

/** Makes a connection; `id` is what the server calls it. */
export async function connectMysql(
  options: DatabaseOptions,
  signal: AbortSignal,
): Promise<Connection & { id: string }> {
  const mysql = await import("mysql2");
  const { mode, options: tls } = await readTls(options);
  const isVerified = tls?.rejectUnauthorized === true;
  try {
    return await open(mysql, { ...configOf(options, tls), enableCleartextPlugin: isVerified }, options, signal);
  } catch (error) {
    const failure = toDatabaseFailure("mysql", error);
    const isRefused = failure instanceof DatabaseFailure && /^(?:HANDSHAKE_|ERR_SSL|ERR_TLS|EPROTO)/.test(failure.code);
    if (mode !== "prefer" || !isRefused || signal.aborted) throw error;
    return open(mysql, configOf(options, undefined), options, signal);
  }
}

async function open(
  mysql: typeof Mysql,
  config: Mysql.ConnectionOptions,
  { clock }: DatabaseOptions,
  signal: AbortSignal,
): Promise<Connection & { id: string }> {
  signal.throwIfAborted();
  const driver = mysql.createConnection(config);
  const state = { isLost: false, isBusy: false };
  const lose = (): void => void (state.isLost = true);
  const destroy = (): void => driver.destroy();
  signal.addEventListener("abort", destroy, { once: true });
  let id: string;
  try {
    await connected(driver, signal);
    driver.on("error", lose);
    driver.on("end", lose);
    id = await prepare(driver);
  } catch (error) {
    driver.on("error", lose);
    destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", destroy);
  }
  const limits = { clock, ms: PARTING_MS };
  return {
    id,
    ask: async (statement) => {
      state.isBusy = true;
      try {
        return rowsOf((await driver.promise().query(statement))[0]);
      } finally {
        state.isBusy = false;
      }
    },
    isLost: () => state.isLost,
    cut: async () => {
      if (state.isBusy && !state.isLost) {
        await inTime(limits, undefined, (late) => kill(mysql, config, id, late)).catch(() => undefined);
      }
      destroy();
    },
    end: async () => {
      if (!state.isLost) await inTime(limits, undefined, () => driver.promise().end()).catch(() => undefined);
      destroy();
    },
  };
}

function connected(driver: Mysql.Connection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    driver.once("connect", () => resolve());
    driver.once("error", reject);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

/** Statements count at once, whatever the server's default is, and do not wait for ever. */
async function prepare(driver: Mysql.Connection): Promise<string> {
  const connection = driver.promise();
  await connection.query("set autocommit = 1");
  await connection
    .query(`set lock_wait_timeout = ${LOCK_SECONDS}, innodb_lock_wait_timeout = ${LOCK_SECONDS}`)
    // Servers that only speak the protocol have no such settings.
    .catch(() => undefined);
  const [row] = rowsOf((await connection.query("select connection_id() as id"))[0]);
  return String(row?.["id"] ?? "");
}

/** Ends a statement of another connection. */
async function kill(
  mysql: typeof Mysql,
  config: Mysql.ConnectionOptions,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  if (!/^\d+$/.test(id)) return;
  const driver = mysql.createConnection(config);
  signal.addEventListener("abort", () => driver.destroy(), { once: true });
  try {
    await connected(driver, signal);
    driver.on("error", () => undefined);
    await driver.promise().query(`kill query ${id}`);
  } finally {
    driver.destroy();
  }
}

function configOf({ url, name }: DatabaseOptions, tls: TlsOptions | undefined): Mysql.ConnectionOptions {
  const { host, port, user, password, name: database } = url;
  const { checkServerIdentity, ...ssl } = tls ?? { rejectUnauthorized: false };
  const isNameChecked = ssl.rejectUnauthorized && checkServerIdentity === undefined;
  return {
    ...(host.startsWith("/") ? { socketPath: host } : { host, port }),
    user,
    password,
    database,
    ...(tls === undefined ? {} : { ssl: { ...ssl, verifyIdentity: isNameChecked } }),
    charset: "utf8mb4",
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    typeCast: castValue,
    enableKeepAlive: true,
    keepAliveInitialDelay: 10_000,
    connectAttributes: { program_name: name },
  };
}
