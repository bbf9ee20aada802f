/** What the codes of the databases mean. Pure data and text; where errors of drivers are read is client-fault.ts. */
import type { DatabaseFaultKind, Engine } from "./query.ts";

type Table = readonly (readonly [codes: RegExp, kind: DatabaseFaultKind])[];

/** A database that does not exist (3D000, 1049) is not `missing`: whoever reads a table that may be absent must not take it for that. */
const tables: Readonly<Record<Engine, Table>> = {
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  postgresql: [
    [/^(?:08...|57P0[1235]|53300|25P0[34])$/, "unreachable"],
    [/^(?:28...|42501|0[LP]...)$/, "denied"],
    [/^(?:42P01|42703|3F000)$/, "missing"],
    [/^(?:42P0[467]|42701|42710|42723|23505)$/, "exists"],
    [/^(?:55P03|55006|40P01|40001)$/, "locked"],
  ],
  // https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html,
  // https://mariadb.com/kb/en/mariadb-error-code-reference/; below 3000 both mean the same, 2xxx are of the client.
  mysql: [
    [
      /^(?:1040|1042|1043|1047|1053|1077|1079|1080|1129|1152|1153|1154|1158|1159|1160|1161|1184|1203|1226|1927|4031)$/,
      "unreachable",
    ],
    [/^20(?:0[2-7]|1[0-4]|26|55)$/, "unreachable"],
    [
      /^(?:1044|1045|1130|1131|1132|1142|1143|1227|1251|1290|1370|1524|1698|1820|1862|1873|1836|3118|3159|3955|4151)$/,
      "denied",
    ],
    [/^(?:1051|1054|1109|1146)$/, "missing"],
    [/^(?:1007|1022|1050|1060|1061|1062|1304|1359|1586)$/, "exists"],
    [/^(?:1205|1213|3058|3572)$/, "locked"],
  ],
  // https://sqlite.org/rescode.html
  sqlite: [
    [/^SQLITE_(?:PERM|AUTH|READONLY)/, "denied"],
    [/^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY|ROWID)$/, "exists"],
    [/^SQLITE_(?:BUSY|LOCKED)/, "locked"],
  ],
};

/** What comes of the system, of TLS, and of drivers, when there was no answer of a database. */
const SYSTEM =
  /^(?:E(?!RR_)[A-Z][A-Z_]{2,}|CERT_.*|SELF_SIGNED_.*|DEPTH_ZERO_.*|UNABLE_TO_.*|ERR_(?:TLS|SSL)_.*|PROTOCOL_.*|HANDSHAKE_.*|TIMEOUT|CONNECTION_LOST)$/;

/**
 * The kind of a fault by the database's code (see DatabaseFailure.code), and by its words where the code says nothing: SQLite has
 * one code, SQLITE_ERROR, for all that is wrong with a statement. `refused` for what is not known.
 */
export function databaseFaultKind(engine: Engine, code: string, said = ""): DatabaseFaultKind {
  for (const [codes, kind] of tables[engine]) if (codes.test(code)) return kind;
  if (code === "SQLITE_ERROR") {
    if (/^(?:no such (?:table|column|view)|table .* has no column named)/.test(said)) return "missing";
    return /already exists$|^duplicate column name/.test(said) ? "exists" : "refused";
  }
  return SYSTEM.test(code) ? "unreachable" : "refused";
}
