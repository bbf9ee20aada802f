/** TLS in the words of the drivers. */
import { describe, expect, it } from "@jest/globals";
import { tlsOf } from "./url-tls.ts";
import type { Tls } from "./url-tls.ts";
import { parseDatabaseUrl } from "./url.ts";

describe("tlsOf", () => {
  it.each<[string, Tls]>([
    ["", { mode: "prefer" }],
    ["sslmode=disable", { mode: "disable" }],
    ["sslmode=allow", { mode: "prefer" }],
    ["sslmode=require", { mode: "require" }],
    ["sslmode=no-verify", { mode: "require" }],
    ["sslmode=require&sslrootcert=ca.pem", { mode: "verify-ca", ca: "ca.pem" }],
    ["sslmode=verify-ca", { mode: "verify-ca" }],
    ["sslmode=verify-full&sslrootcert=system", { mode: "verify-full", ca: "system" }],
    ["sslmode=verify-full&sslcert=c.pem&sslkey=k.pem", { mode: "verify-full", cert: "c.pem", key: "k.pem" }],
    ["ssl=true", { mode: "require" }],
    ["ssl", { mode: "require" }],
    ["ssl=0", { mode: "disable" }],
    ['ssl={"rejectUnauthorized":true}', { mode: "verify-full" }],
    ["ssl=%7B%22rejectUnauthorized%22%3A%20false%7D", { mode: "require" }],
    ["ssl-mode=REQUIRED", { mode: "require" }],
    ["ssl-mode=VERIFY_IDENTITY&ssl-ca=ca.pem", { mode: "verify-full", ca: "ca.pem" }],
    ["sslMode=VERIFY_CA", { mode: "verify-ca" }],
    ["useSSL=false", { mode: "disable" }],
    ["tls=true", { mode: "verify-full" }],
    ["tls=skip-verify", { mode: "require" }],
    ["tls=preferred", { mode: "prefer" }],
    ["sslaccept=strict", { mode: "verify-full" }],
  ])("%s", (options, tls) => {
    expect(tlsOf(parseDatabaseUrl(`mysql://db/app?${options}`))).toEqual(tls);
  });

  it("is not used on a socket of the machine", () => {
    expect(tlsOf(parseDatabaseUrl("postgres:///app?host=/run/pg&sslmode=verify-full"))).toEqual({ mode: "disable" });
  });
});
