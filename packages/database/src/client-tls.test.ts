/** TLS against real servers, with a certificate of localhost that nobody vouches for. */
import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { hasDatabase, startMariadb, startPostgres, until, workspace } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import { closeAll, faultOf, open } from "./client-fixture.ts";
import { quoteLiteral } from "./quote.ts";

const certificate = path.join(import.meta.dirname, "../fixtures/tls/localhost.crt");
const key = path.join(import.meta.dirname, "../fixtures/tls/localhost.key");

afterEach(closeAll);

/** A server that takes its files from its own data directory: that is the only place where they can belong to its user. */
/** What the tests use of a server. */
type Server = { url: string; stop(): Promise<void> };

async function startSecurePostgres(): Promise<Server> {
  const server = await startPostgres();
  const { query } = open(server.url);
  for (const [name, file] of [
    ["server.crt", certificate],
    ["server.key", key],
  ] as const) {
    const lines = quoteLiteral(readFileSync(file, "utf8").trim(), "postgresql");
    await query([`copy (select unnest(string_to_array(${lines}, e'\\n'))) to program 'umask 077; cat > ${name}'`]);
  }
  await query(["alter system set ssl = on", "select pg_reload_conf()"]);
  await until(async () => (await query(["show ssl"]))[0]?.[0]?.["ssl"] === "on");
  await closeAll();
  return server;
}

function startSecureMariadb(folder: Workspace): Promise<Server> {
  folder.write({ "server.crt": readFileSync(certificate), "server.key": readFileSync(key) });
  // The server's user has to read them.
  chmodSync(folder.path, 0o755);
  chmodSync(folder.resolve("server.key"), 0o644);
  return startMariadb({
    settings: { "ssl-cert": folder.resolve("server.crt"), "ssl-key": folder.resolve("server.key") },
  });
}

const encryption = {
  postgresql: "select case when ssl then 'yes' else '' end as v from pg_stat_ssl where pid = pg_backend_pid()",
  mysql: "select variable_value as v from information_schema.session_status where variable_name = 'ssl_version'",
};

describe.each(["postgresql", "mysql"] as const)("%s", (engine) => {
  const test = hasDatabase(engine) ? it : it.skip;
  const folder = workspace({}, { git: false });
  let secure: Server | undefined;
  let plain: Server | undefined;
  beforeAll(async () => {
    if (!hasDatabase(engine)) return;
    secure = await (engine === "mysql" ? startSecureMariadb(folder) : startSecurePostgres());
    plain = await (engine === "mysql" ? startMariadb({ settings: { "skip-ssl": "1" } }) : startPostgres());
  });
  afterAll(async () => {
    await secure?.stop();
    await plain?.stop();
    folder.cleanup();
  });

  /** The way to the server by name, or by number. */
  const url = (server: Server | undefined, options: string, host = "localhost"): string =>
    `${(server?.url ?? "").replace("127.0.0.1", host)}?${options}`;
  const isEncrypted = async (text: string): Promise<boolean> => {
    const { query } = open(text, { directory: path.dirname(certificate) });
    const [[row] = []] = await query([encryption[engine]]);
    return row?.["v"] !== "";
  };

  test.each([
    ["", "localhost", true],
    ["sslmode=disable", "localhost", false],
    ["sslmode=prefer", "127.0.0.1", true],
    ["sslmode=require", "localhost", true],
    ["sslmode=verify-ca&sslrootcert=localhost.crt", "127.0.0.1", true],
    ["sslmode=verify-full&sslrootcert=localhost.crt", "localhost", true],
    ["tls=skip-verify", "127.0.0.1", true],
    ["ssl-mode=REQUIRED", "127.0.0.1", true],
  ])("%s on %s: %s", async (options, host, encrypted) => {
    expect(await isEncrypted(url(secure, options, host))).toBe(encrypted);
  });

  test.each([
    ["sslmode=verify-full", "localhost"],
    ["sslmode=verify-ca", "localhost"],
    ...(engine === "mysql" ? [] : [["sslmode=verify-full&sslrootcert=localhost.crt", "127.0.0.1"]]),
  ])("%s on %s: not believed", async (options, host) => {
    expect(await faultOf(isEncrypted(url(secure, options, host)))).toMatch(
      /^unreachable (?:DEPTH_ZERO_SELF_SIGNED_CERT|ERR_TLS_CERT_ALTNAME_INVALID|HANDSHAKE_SSL_ERROR)$/,
    );
  });

  test("a server without TLS is fine unless TLS is asked for", async () => {
    expect(await isEncrypted(url(plain, ""))).toBe(false);
    expect(await isEncrypted(url(plain, "sslmode=prefer"))).toBe(false);
    expect(await faultOf(isEncrypted(url(plain, "sslmode=require")))).toBe("unreachable HANDSHAKE_NO_SSL_SUPPORT");
  });

  if (engine === "mysql") {
    test("a number in the place of the name is an input that cannot be used", async () => {
      const asking = isEncrypted(url(secure, "sslmode=verify-full&sslrootcert=localhost.crt", "127.0.0.1"));
      await expect(asking).rejects.toMatchObject({ reason: "invalid-input" });
    });
  }

  test("a file that is not there is an input that cannot be used", async () => {
    const asking = isEncrypted(url(secure, "sslmode=verify-full&sslrootcert=none.crt"));
    await expect(asking).rejects.toMatchObject({ reason: "invalid-input" });
    await expect(asking).rejects.toBeInstanceOf(Failure);
  });

  test("a cancelled question ends on an encrypted connection, too", async () => {
    const controller = new AbortController();
    const statement = engine === "mysql" ? "select sleep(600)" : "select pg_sleep(600)";
    const asking = open(url(secure, "sslmode=require"), { signal: controller.signal }).query([statement]);
    const watching = open(secure?.url ?? "");
    await until(async () => (await watching.sessions()).some((session) => session.statement === statement));
    controller.abort(new Error("cancelled"));
    await expect(asking).rejects.toThrow("cancelled");
    await until(async () => (await watching.sessions()).length === 0);
  });
});
