/** What the codes of the databases mean, and how errors of the drivers are read. */
import { describe, expect, it } from "@jest/globals";
import { DeadlineError, Failure } from "@handrail/runner";
import { toDatabaseFailure } from "./client-fault.ts";
import { databaseFaultKind } from "./faults.ts";
import { DatabaseFailure } from "./query.ts";
import type { DatabaseFaultKind, Engine } from "./query.ts";

describe("databaseFaultKind", () => {
  it.each<[Engine, DatabaseFaultKind, string]>([
    ["postgresql", "unreachable", "08000 08006 57P01 57P02 57P03 57P05 53300 25P03 ECONNRESET"],
    ["postgresql", "denied", "28P01 28000 42501 0LP01"],
    ["postgresql", "missing", "42P01 42703 3F000"],
    ["postgresql", "exists", "42P07 42P06 42P04 42701 42710 42723 23505"],
    ["postgresql", "locked", "55P03 55006 40P01 40001"],
    ["postgresql", "refused", "3D000 42601 42883 57014 23503 XX000"],
    [
      "mysql",
      "unreachable",
      "1040 1053 1927 2002 2003 2006 2013 4031 PROTOCOL_CONNECTION_LOST ETIMEDOUT HANDSHAKE_SSL_ERROR",
    ],
    ["mysql", "denied", "1044 1045 1130 1142 1143 1227 1698 3118 3159"],
    ["mysql", "missing", "1051 1054 1109 1146"],
    ["mysql", "exists", "1007 1050 1060 1061 1062 1304 1359"],
    ["mysql", "locked", "1205 1213 3572"],
    ["mysql", "refused", "1046 1049 1064 1305 1317 1452"],
    ["sqlite", "denied", "SQLITE_READONLY SQLITE_AUTH SQLITE_PERM"],
    ["sqlite", "exists", "SQLITE_CONSTRAINT_UNIQUE SQLITE_CONSTRAINT_PRIMARYKEY"],
    ["sqlite", "locked", "SQLITE_BUSY SQLITE_LOCKED"],
    ["sqlite", "refused", "SQLITE_ERROR SQLITE_CONSTRAINT SQLITE_CANTOPEN SQLITE_NOTADB"],
    [
      "postgresql",
      "unreachable",
      "ENOTFOUND EAI_AGAIN EPIPE CERT_HAS_EXPIRED SELF_SIGNED_CERT_IN_CHAIN TIMEOUT CONNECTION_LOST",
    ],
    ["postgresql", "refused", "UNKNOWN SOMETHING_NEW"],
  ])("%s: %s", (engine, kind, codes) => {
    expect(codes.split(" ").filter((code) => databaseFaultKind(engine, code) !== kind)).toEqual([]);
  });

  it.each<[string, DatabaseFaultKind]>([
    ["no such table: t", "missing"],
    ["no such column: t.a", "missing"],
    ["table t has no column named a", "missing"],
    ["table t already exists", "exists"],
    ["index i already exists", "exists"],
    ["duplicate column name: a", "exists"],
    ['near "selec": syntax error', "refused"],
    ["no such function: f", "refused"],
  ])("SQLite's %s", (said, kind) => {
    expect(databaseFaultKind("sqlite", "SQLITE_ERROR", said)).toBe(kind);
  });
});

/** An error as drivers make them. */
const error = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

describe("toDatabaseFailure", () => {
  it.each<[Engine, Error, string]>([
    ["postgresql", error("no", { code: "28P01", severity: "FATAL" }), "denied 28P01 no"],
    ["postgresql", error("broken", { code: "EPIPE" }), "unreachable EPIPE broken"],
    [
      "postgresql",
      error("Connection terminated unexpectedly"),
      "unreachable CONNECTION_LOST Connection terminated unexpectedly",
    ],
    [
      "postgresql",
      error("SASL: client password must be a string"),
      "denied 28P01 SASL: client password must be a string",
    ],
    [
      "postgresql",
      error("The server does not support SSL connections"),
      "unreachable HANDSHAKE_NO_SSL_SUPPORT The server does not support SSL connections",
    ],
    [
      "postgresql",
      error("", { code: "ECONNREFUSED", errors: [error("connect ::1"), error("b")] }),
      "unreachable ECONNREFUSED connect ::1",
    ],
    ["postgresql", error("x is not a function"), "refused UNKNOWN x is not a function"],
    [
      "mysql",
      error("m", { errno: 1205, code: "ER_LOCK", sqlState: "HY000", sqlMessage: "held\n by 7" }),
      "locked 1205 held by 7",
    ],
    ["mysql", error("m", { errno: -111, code: "ECONNREFUSED" }), "unreachable ECONNREFUSED m"],
    ["mysql", error("lost", { code: "PROTOCOL_CONNECTION_LOST" }), "unreachable PROTOCOL_CONNECTION_LOST lost"],
    [
      "mysql",
      error("Can't add new command when connection is in closed state"),
      "unreachable CONNECTION_LOST Can't add new command when connection is in closed state",
    ],
    ["sqlite", error("m", { code: "ERR_SQLITE_ERROR", errcode: 517 }), "locked SQLITE_BUSY m"],
    ["sqlite", error("m", { code: "ERR_SQLITE_ERROR", errcode: 14 }), "refused SQLITE_CANTOPEN m"],
    ["sqlite", error("m", { code: "ERR_SQLITE_ERROR", errcode: 2067 }), "exists SQLITE_CONSTRAINT_UNIQUE m"],
    ["sqlite", new DeadlineError(10_000), "unreachable TIMEOUT it took longer than 10 s"],
  ])("%s: %s", (engine, thrown, told) => {
    const failure = toDatabaseFailure(engine, thrown);
    expect(failure).toBeInstanceOf(DatabaseFailure);
    expect(failure).toMatchObject({ reason: "connection-failed", cause: thrown });
    if (failure instanceof DatabaseFailure) expect(`${failure.kind} ${failure.code} ${failure.said}`).toBe(told);
  });

  it("leaves failures as they are, and cuts what is long", () => {
    const failure = new Failure({ reason: "invalid-input", what: "no", remedy: "yes" });
    expect(toDatabaseFailure("mysql", failure)).toBe(failure);
    const long = toDatabaseFailure("mysql", error("x".repeat(5000), { code: "ETIMEDOUT" }));
    expect(long.what.length).toBeLessThan(1100);
  });
});
