/**
 * How the probe in Node.js speaks to each database, by the drivers that the project has: `pg`; `mysql2` or `mysql`;
 * `better-sqlite3` or Node's own. Each text defines `open(url)`, which gives `ask(statement)` and `end()`; `find`, `whole` and
 * `real` are node.ts's.
 *
 * - Values come as texts as far as the driver lets us: nobody's date or number format gets in between. They become what
 *   @handrail/database/client makes of them.
 * - TLS is what libpq makes of `sslmode`: encrypted where it is asked for, verified with `verify-…` or a certificate only; without
 *   it a server that insists gets it.
 * - Nobody waits for a lock for longer than thirty seconds.
 */
import type { Engine } from "@handrail/database";

const postgresql = String.raw`
const open = async (url) => {
  const { Client } = find("pg");
  const at = new URL(url.replace(/^\w+(\+\w+)?:/, "postgresql:"));
  const option = (...names) => names.map((name) => at.searchParams.get(name)).find(Boolean) || "";
  const mode = option("sslmode") || (option("ssl") === "true" ? "require" : "");
  const path = option("search_path", "currentSchema", "schema");
  const ca = option("sslrootcert");
  const options = [option("options"), path && "-c search_path=" + path.replace(/[\\\s]/g, "\\$&")].filter(Boolean).join(" ");
  at.search = "";
  const types = { 16: (text) => text === "t", 17: (text) => text.slice(2), 20: whole, 21: whole, 23: whole, 26: whole, 700: real, 701: real, 1700: whole };
  const connect = async (settings) => {
    const client = new Client({
      connectionString: at.href,
      application_name: "handrail",
      types: { getTypeParser: (oid) => types[oid] || String },
      ...(options ? { options } : {}),
      ...settings,
    });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const ssl = { rejectUnauthorized: mode.startsWith("verify") || ca !== "", ...(ca ? { ca: require("fs").readFileSync(ca) } : {}) };
  const first = { lock_timeout: 30000, ssl: /require|verify/.test(mode) && ssl };
  const client = await connect(first).catch((error) => {
    if (/lock_timeout/.test(error.message)) return connect({ ssl: first.ssl });
    if (mode || !/no encryption|SSL/i.test(error.message)) throw error;
    return connect({ ...first, ssl });
  });
  return {
    end: () => client.end(),
    ask: async (text) => {
      const { fields, rows } = await client.query({ text, rowMode: "array", queryMode: "extended" });
      return { columns: fields.map((each) => each.name), rows };
    },
  };
};`;

const mysql = String.raw`
const open = async (url) => {
  const at = new URL(url.replace(/^\w+(\+\w+)?:/, "mysql:"));
  const option = (...names) => names.map((name) => at.searchParams.get(name)).find(Boolean) || "";
  const mode = option("ssl-mode", "sslmode", "sslaccept") || (option("ssl") === "true" ? "require" : "");
  const socket = option("socket", "socketPath");
  const ca = option("ssl-ca", "sslcert");
  const client = find("mysql2", "mysql").createConnection({
    host: at.hostname.replace(/^\[|\]$/g, ""),
    port: at.port || 3306,
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: decodeURIComponent(at.pathname.slice(1)),
    charset: "utf8mb4",
    typeCast: (field) => field.buffer(),
    ...(socket ? { socketPath: socket } : {}),
    ...(/^(require|verify|accept|strict)/i.test(mode)
      ? { ssl: { rejectUnauthorized: /^(verify|strict)/i.test(mode), ...(ca ? { ca: require("fs").readFileSync(ca) } : {}) } }
      : {}),
  });
  client.on("error", () => {});
  const call = (work) => new Promise((done, fail) => work((error, ...rest) => (error ? fail(error) : done(rest))));
  const read = (field, bytes) => {
    if (bytes === null) return null;
    const type = field.columnType === undefined ? field.type : field.columnType;
    const text = bytes.toString();
    if ([0, 1, 2, 3, 8, 9, 13, 246].includes(type)) return whole(text);
    if (type === 4 || type === 5) return real(text);
    const set = field.characterSet === undefined ? field.charsetNr : field.characterSet;
    const isBytes = type === 16 || type === 255 || (set === 63 && [15, 249, 250, 251, 252, 253, 254].includes(type));
    return isBytes ? bytes.toString("hex") : text;
  };
  await call((done) => client.connect(done));
  await call((done) => client.query("SET autocommit = 1, lock_wait_timeout = 30, innodb_lock_wait_timeout = 30", done));
  return {
    end: () => call((done) => client.end(done)),
    ask: async (sql) => {
      const [rows, fields] = await call((done) => client.query(sql, done));
      if (!Array.isArray(rows) || !fields) return { columns: [], rows: [] };
      return {
        columns: fields.map((each) => each.name),
        rows: rows.map((row) => fields.map((each) => read(each, row[each.name]))),
      };
    },
  };
};`;

const sqlite = String.raw`
const open = async (url) => {
  const path = url.replace(/^\w+:(\/\/)?/, "").replace(/\?.*/, "");
  const driver = find("better-sqlite3", "node:sqlite");
  const client = new (driver.DatabaseSync || driver)(path, { timeout: 10000, enableForeignKeyConstraints: false, enableDoubleQuotedStringLiterals: true });
  const read = (value) => (typeof value === "bigint" ? whole(value.toString()) : typeof value === "number" && !isFinite(value) ? String(value) : ArrayBuffer.isView(value) ? Buffer.from(value).toString("hex") : value);
  return {
    end: () => client.close(),
    ask: (sql) => {
      const work = client.prepare(sql);
      if (work.reader === false || (work.columns && work.columns().length === 0)) {
        work.run();
        return { columns: [], rows: [] };
      }
      (work.setReadBigInts || work.safeIntegers).call(work, true);
      const columns = work.columns().map((each) => each.name);
      return { columns, rows: work.all().map((row) => columns.map((name) => read(row[name]))) };
    },
  };
};`;

/** By kind of database. */
export const drivers: Readonly<Record<Engine, string>> = { postgresql, mysql, sqlite };

/** Prisma brings an engine of its own in the place of a driver; its client is asked where no driver is. */
export const prisma = String.raw`
const byDriver = open;
const byPrisma = async () => {
  const { PrismaClient } = find("@prisma/client");
  const client = new PrismaClient();
  await client.$connect();
  const read = (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === "bigint") return whole(value.toString());
    if (ArrayBuffer.isView(value)) return Buffer.from(value).toString("hex");
    if (value instanceof Date) return value.toISOString();
    return typeof value === "object" ? (value.toFixed ? whole(value.toFixed()) : JSON.stringify(value)) : value;
  };
  return {
    end: () => client.$disconnect(),
    ask: async (sql) => {
      const rows = await client.$queryRawUnsafe(sql);
      const columns = Object.keys(rows[0] || {});
      return { columns, rows: rows.map((row) => columns.map((name) => read(row[name]))) };
    },
  };
};
const either = (url) => byDriver(url).catch((error) => {
  if (error.code !== "NO_DRIVER") throw error;
  return byPrisma();
});`;
