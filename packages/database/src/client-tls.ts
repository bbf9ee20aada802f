/** What node:tls is told for an address. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure } from "@handrail/runner";
import { tlsOf } from "./url-tls.ts";
import type { Tls, TlsMode } from "./url-tls.ts";
import type { DatabaseOptions } from "./client-options.ts";

/** Options of node:tls. */
export type TlsOptions = {
  rejectUnauthorized: boolean;
  ca?: string;
  cert?: string;
  key?: string;
  /** Believes the name of any certificate. */
  checkServerIdentity?: () => undefined;
};

/**
 * The mode of an address, and what to tell node:tls: nothing when there is no TLS.
 * @throws Failure `invalid-input` for a file that cannot be read, and where the name of a server cannot be checked
 */
export async function readTls({
  url,
  directory,
}: Pick<DatabaseOptions, "url" | "directory">): Promise<{ mode: TlsMode; options: TlsOptions | undefined }> {
  const tls = tlsOf(url);
  if (tls.mode === "disable") return { mode: tls.mode, options: undefined };
  // mysql2 would compare the certificate with "localhost" (lib/base/connection.js, startTLS).
  if (url.engine === "mysql" && tls.mode === "verify-full" && /^[\d.]+$|:/.test(url.host)) {
    throw new Failure({
      reason: "invalid-input",
      what: "database-url wants the name of the server verified, and has only its number",
      remedy: "Put the name of the server's certificate into database-url, or ask for verify-ca.",
    });
  }
  const options: TlsOptions = {
    rejectUnauthorized: tls.mode === "verify-ca" || tls.mode === "verify-full",
    ...(tls.mode === "verify-ca" ? { checkServerIdentity: () => undefined } : {}),
    ...(await readFiles(tls, directory)),
  };
  return { mode: tls.mode, options };
}

async function readFiles(tls: Tls, directory: string): Promise<Pick<TlsOptions, "ca" | "cert" | "key">> {
  const found: Pick<TlsOptions, "ca" | "cert" | "key"> = {};
  for (const kind of ["ca", "cert", "key"] as const) {
    const path = tls[kind];
    // libpq's word for the certificates that the system has, which node:tls uses anyway.
    if (path === undefined || path === "system") continue;
    try {
      found[kind] = await readFile(resolve(directory, path), "utf8");
    } catch (error) {
      throw new Failure({
        reason: "invalid-input",
        what: `The file that database-url names for TLS (${kind}) cannot be read`,
        remedy: "Give a path from working-directory, or an absolute one, to a file that the job has.",
        cause: error,
      });
    }
  }
  return found;
}
