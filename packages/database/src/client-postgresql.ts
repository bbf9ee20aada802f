/** PostgreSQL by pg. */
import type * as Pg from "pg";
import { inTime } from "@handrail/runner";
import { toDatabaseFailure } from "./client-fault.ts";
import type { Connection } from "./client-link.ts";
import type { DatabaseOptions } from "./client-options.ts";
import { cancelStatement } from "./client-postgresql-cancel.ts";
import { parserOf } from "./client-postgresql-values.ts";
import { readTls } from "./client-tls.ts";
import type { TlsOptions } from "./client-tls.ts";
import { DatabaseFailure } from "./query.ts";
import { searchPathSetting, searchPathText } from "./url-search-path.ts";

/** What one attempt to connect is made with. */
type Attempt = { tls: TlsOptions | undefined; hasLimit: boolean };

/** A statement of ours waits this long for what others hold, ms. */
const LOCK_MS = 30_000;
/** How long asking the server to stop, or to say goodbye, may take, ms. */
const PARTING_MS = 2_000;

/** Makes a connection. The server ends statements that wait too long for a lock, where it can be told so. */
export async function connectPostgresql(options: DatabaseOptions, signal: AbortSignal): Promise<Connection> {
  const pg = await import("pg");
  const { mode, options: tls } = await readTls(options);
  let attempt: Attempt = { tls, hasLimit: true };
  for (;;) {
    try {
      return await open(pg, options, attempt, signal);
    } catch (error) {
      const next = anotherAttempt(attempt, mode === "prefer", error);
      if (next === undefined || signal.aborted) throw error;
      attempt = next;
    }
  }
}

/** Poolers take no settings that they do not know; a server without TLS is fine when it is only preferred. */
function anotherAttempt(attempt: Attempt, isTlsPreferred: boolean, error: unknown): Attempt | undefined {
  const failure = toDatabaseFailure("postgresql", error);
  if (!(failure instanceof DatabaseFailure)) return undefined;
  const { code, said } = failure;
  if (attempt.hasLimit && /^(?:08P01|0A000|42704)$/.test(code) && said.includes("lock_timeout")) {
    return { ...attempt, hasLimit: false };
  }
  const isRefused = /^(?:HANDSHAKE_|ERR_SSL|ERR_TLS|EPROTO|28000)/.test(code);
  return attempt.tls !== undefined && isTlsPreferred && isRefused ? { ...attempt, tls: undefined } : undefined;
}

async function open(
  pg: typeof Pg,
  options: DatabaseOptions,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<Connection> {
  signal.throwIfAborted();
  const client = new pg.Client(configOf(options, attempt));
  const state = { isLost: false, isBusy: false };
  const lose = (): void => void (state.isLost = true);
  client.on("error", lose);
  client.on("end", lose);
  const destroy = (): void => void client.connection.stream.destroy();
  signal.addEventListener("abort", destroy, { once: true });
  try {
    await client.connect();
    signal.throwIfAborted();
  } catch (error) {
    destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", destroy);
  }
  const limits = { clock: options.clock, ms: PARTING_MS };
  return {
    ask: async (text) => {
      state.isBusy = true;
      // One statement, and no more than one: the simple protocol would take several.
      const asked: Pg.QueryConfig & { queryMode: "extended" } = { text, queryMode: "extended" };
      try {
        return (await client.query(asked)).rows;
      } finally {
        state.isBusy = false;
      }
    },
    isLost: () => state.isLost,
    cut: async () => {
      if (state.isBusy && !state.isLost) {
        await inTime(limits, undefined, (late) => cancelStatement(pg, client, attempt.tls, late)).catch(
          () => undefined,
        );
      }
      destroy();
    },
    end: async () => {
      if (!state.isLost) await inTime(limits, undefined, () => client.end()).catch(() => undefined);
      destroy();
    },
  };
}

function configOf({ url, name }: DatabaseOptions, { tls, hasLimit }: Attempt): Pg.ClientConfig {
  const { host, port, user, name: database } = url;
  return {
    host,
    port,
    database,
    ...(user === "" ? {} : { user }),
    // A function, so that an empty password is not looked for in the environment or a file.
    password: () => url.password,
    ssl: tls ?? false,
    application_name: name,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    enableChannelBinding: url.options["channel_binding"] === "require",
    types: { getTypeParser: parserOf },
    ...(hasLimit ? { lock_timeout: LOCK_MS } : {}),
    ...startOptions(url.options),
  };
}

/** Settings that an address can have for its session: libpq's `options`, and the search path as Go, Java and Prisma name it. */
function startOptions(options: Readonly<Record<string, string>>): { options?: string } {
  const path = searchPathText(options);
  const parts = [options["options"], path === undefined ? undefined : searchPathSetting(path)];
  const text = parts.filter((part) => part !== undefined && part !== "").join(" ");
  return text === "" ? {} : { options: text };
}
