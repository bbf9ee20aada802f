/** Asks a PostgreSQL server to end what it does for a connection, the way its protocol has for it: on another connection. */
import type * as Pg from "pg";
import { readNumber } from "@handrail/runner";
import type { TlsOptions } from "./client-tls.ts";

/** What pg has, and its types do not. https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/connection.js */
declare module "pg" {
  interface Connection {
    connect(port: number | string, host?: string): void;
    requestSsl(): void;
    cancel(processId: number, secretKey: number): void;
  }
}

/**
 * Resolves when the server has the request, or cannot be asked. The request tells the connection by a key that only it has, so
 * nobody else's statement can be hit, not even behind a pooler.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
export function cancelStatement(
  pg: typeof Pg,
  client: Pg.Client,
  tls: TlsOptions | undefined,
  signal: AbortSignal,
): Promise<void> {
  const [id, key] = [readNumber(client, "processID"), readNumber(client, "secretKey")];
  if (id === undefined || key === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const connection = new pg.Connection({ ssl: tls ?? false });
    const destroy = (): void => void connection.stream.destroy();
    connection.on("connect", () => {
      if (tls === undefined) connection.cancel(id, key);
      else connection.requestSsl();
    });
    connection.on("sslconnect", () => connection.cancel(id, key));
    connection.on("error", destroy);
    connection.on("end", () => resolve());
    signal.addEventListener("abort", destroy, { once: true });
    if (client.host.startsWith("/")) connection.connect(`${client.host}/.s.PGSQL.${client.port}`);
    else connection.connect(client.port, client.host);
  });
}
