/** Addresses as people and tools write them, and what is refused without repeating it. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { parseDatabaseUrl } from "./url.ts";
import type { DatabaseUrl } from "./url.ts";

const server = (url: string): unknown[] => {
  const { engine, host, port, user, password, name } = parseDatabaseUrl(url);
  return [engine, user, password, host, port, name];
};

/** What somebody is told whose address is refused. */
function refusal(url: string): string {
  try {
    parseDatabaseUrl(url);
  } catch (error) {
    if (error instanceof Failure && error.reason === "invalid-input") return error.message;
    throw error;
  }
  return "";
}

describe("an address of a server", () => {
  it.each<[string, unknown[]]>([
    ["postgres://me:secret@db.example:5433/app", ["postgresql", "me", "secret", "db.example", 5433, "app"]],
    ["postgresql://me:secret@db.example/app", ["postgresql", "me", "secret", "db.example", 5432, "app"]],
    ["PostgreSQL://me@db.example:/app", ["postgresql", "me", "", "db.example", 5432, "app"]],
    ["postgresql+psycopg2://me:secret@db.example/app", ["postgresql", "me", "secret", "db.example", 5432, "app"]],
    ["postgis://db.example/app", ["postgresql", "", "", "db.example", 5432, "app"]],
    ["postgresql:///app", ["postgresql", "", "", "localhost", 5432, "app"]],
    ["postgresql:///app?host=/run/pg&port=6000&user=u", ["postgresql", "u", "", "/run/pg", 6000, "app"]],
    ["postgresql://u@%2Frun%2Fpg/app", ["postgresql", "u", "", "/run/pg", 5432, "app"]],
    ["postgres://u:p@[::1]:6000/app", ["postgresql", "u", "p", "::1", 6000, "app"]],
    ["postgres://u:p@[fe80::1%25eth0]/app", ["postgresql", "u", "p", "fe80::1%eth0", 5432, "app"]],
    ["postgres://db.example?dbname=app&password=p", ["postgresql", "", "p", "db.example", 5432, "app"]],
    ["mysql://me:secret@db.example/app", ["mysql", "me", "secret", "db.example", 3306, "app"]],
    ["mysql2://me:secret@db.example:3307/app?pool=5", ["mysql", "me", "secret", "db.example", 3307, "app"]],
    ["mariadb://db.example/app", ["mysql", "", "", "db.example", 3306, "app"]],
    ["mysql://me:secret@tcp(db.example:3307)/app", ["mysql", "me", "secret", "db.example", 3307, "app"]],
    ["mysql://me:secret@/app?socket=/run/my.sock", ["mysql", "me", "secret", "/run/my.sock", 3306, "app"]],
    ["postgres://me:p%40ss%2Fw%3Ard%25+@h/a%20b", ["postgresql", "me", "p@ss/w:rd%+", "h", 5432, "a b"]],
    ["postgres://me:p@ss:word@h/app", ["postgresql", "me", "p@ss:word", "h", 5432, "app"]],
    ["postgres://m%C3%A9:%F0%9F%98%80@h/app", ["postgresql", "mé", "😀", "h", 5432, "app"]],
  ])("%s", (url, parts) => {
    expect(server(url)).toEqual(parts);
  });

  it("is shown without anything secret", () => {
    const url = parseDatabaseUrl("postgres://me:secret@DB.example/my%20app?sslmode=require&password=other");
    expect(url).toMatchObject({ scheme: "postgres", options: { sslmode: "require", password: "other" } });
    expect(url.place).toBe("postgresql://DB.example:5432/my%20app");
    expect(parseDatabaseUrl("mysql://u:p@[::1]/app").place).toBe("mysql://[::1]:3306/app");
    expect(parseDatabaseUrl("postgresql:///app?host=/run/pg").place).toBe("postgresql://%2Frun%2Fpg:5432/app");
  });

  it("is the same database for another user, by another driver", () => {
    const { identity } = parseDatabaseUrl("postgres://me:secret@db.example:5432/app");
    expect(identity).toMatch(/^[0-9a-f]{24}$/);
    const same = ["postgresql://DB.example/app", "postgresql+asyncpg://you:x@db.example/app?sslmode=require"];
    const others = ["postgres://db.example/App", "postgres://db.example:5433/app", "postgres://db/app"];
    for (const url of same) expect(parseDatabaseUrl(url).identity).toBe(identity);
    for (const url of [...others, "mysql://db.example:5432/app"])
      expect(parseDatabaseUrl(url).identity).not.toBe(identity);
  });
});

describe("an address of a file", () => {
  it.each([
    ["sqlite:relative.db", "relative.db"],
    ["sqlite3:db/dev.sqlite3", "db/dev.sqlite3"],
    ["sqlite://relative.db", "relative.db"],
    ["sqlite://./db/app.db", "./db/app.db"],
    ["sqlite:/abs/app.db", "/abs/app.db"],
    ["sqlite:///abs/app.db", "/abs/app.db"],
    ["sqlite:////abs/app.db", "/abs/app.db"],
    ["file:dev.db?connection_limit=1", "dev.db"],
    ["file:///abs/app.db", "/abs/app.db"],
    ["file://localhost/abs/app.db", "/abs/app.db"],
    ["sqlite+aiosqlite:///abs/app.db", "/abs/app.db"],
    ["sqlite:with%20space%23.db", "with space#.db"],
  ])("%s", (text, name) => {
    expect(parseDatabaseUrl(text)).toMatchObject({ engine: "sqlite", text, name, host: "", port: 0, password: "" });
  });

  it("is shown as one path", () => {
    expect(parseDatabaseUrl("sqlite3:////abs/my app.db?x=1").place).toBe("sqlite:/abs/my%20app.db");
    const [one, other] = ["sqlite:./db/../app.db", "file:app.db"].map((each) => parseDatabaseUrl(each).identity);
    expect(one).toBe(other);
  });
});

describe("an address that is refused", () => {
  it.each([
    ["", "none of the schemes"],
    ["db.example/app", "none of the schemes"],
    ["sqlserver://u:hunter2@db/app", "none of the schemes"],
    ["host=db user=u password=hunter2 dbname=app", "none of the schemes"],
    ["hunter2:pw@tcp(db:3306)/app", "none of the schemes"],
    ['"postgres://u:hunter2@db/app"', "none of the schemes"],
    ["postgres:u:hunter2@db/app", "no // follows"],
    ["postgres://u:hunter2@db", "names no database"],
    ["postgres://u:hunter2@db/", "names no database"],
    ["postgres://u:hunter2@db:port/app", "port is no number"],
    ["postgres://u:hunter2@db:65536/app", "port is no number"],
    ["postgres://u:hunter2@db:0/app", "port is no number"],
    ["postgres://u:hunter2@a:1,b:2/app", "more than one :"],
    ["postgres://u:hunter2@a,b/app", "more than one host"],
    ["postgres://u:hunter2@::1/app", "IPv6 address stands in brackets"],
    ["postgres://u:hunter2@[::g]/app", "IPv6 address stands in brackets"],
    ["postgres://u:hunter2@a b/app", "no name of a host"],
    ["postgres://u:100%hunter2@db/app", "a % is written as %25"],
    ["postgres://u:%00hunter2@db/app", "a % is written as %25"],
    ["postgres://u:hun#ter2@db/app", "# that is not written as %23"],
    ["postgres://u:hun/ter2@db/app", "port is no number"],
    ["postgres://u:42/hunter2@db/app", "a / or @ in its name"],
    ["postgres://u:hun?ter2@db/app", "option behind its ?"],
    ["postgres://u:hunter2@db/app/more", "a / or @ in its name"],
    ["postgres://u:hunter2@db/app%0Amore", "control characters"],
    ["postgres://u:hunter2@db/app?sslmode=hunter2", "option sslmode has a value that is not known"],
    ["mysql://u:hunter2@db/app?tls=custom-hunter2", "option tls has a value that is not known"],
    ["sqlite::memory:", "in memory"],
    ["sqlite://:memory:", "in memory"],
    ["sqlite:///:memory:", "in memory"],
    ["file::memory:?cache=shared", "in memory"],
    ["file:hunter2?mode=memory", "in memory"],
    ["sqlite://", "names no file"],
    ["sqlite:", "names no file"],
    ["sqlite:hunter2/", "names no file"],
    ["sqlite:hunter2%0A", "control characters"],
  ])("%j: %s", (url, why) => {
    const told = refusal(url);
    expect(told).toContain("database-url was given a value that is not shown");
    expect(told).toContain(why);
    expect(told).not.toMatch(/hunter2|ter2@/);
  });
});

describe("any address", () => {
  const part = fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter((text) => !/\p{Cc}/u.test(text));
  const place = fc.record({
    user: part,
    password: part,
    host: fc.constantFrom("db.example", "127.0.0.1", "::1", "fe80::2"),
    port: fc.integer({ min: 1, max: 65_535 }),
    name: part,
  });
  const given = { numRuns: runs(500, 20_000), seed: seed() };

  it("has all parts back that were put into it", () => {
    fc.assert(
      fc.property(place, fc.constantFrom("postgresql", "mysql"), ({ user, password, host, port, name }, engine) => {
        const [u, p, n] = [user, password, name].map((each) => encodeURIComponent(each.toWellFormed()));
        const url: DatabaseUrl = parseDatabaseUrl(
          `${engine}://${u}:${p}@${host.includes(":") ? `[${host}]` : host}:${port}/${n}`,
        );
        const expected = [user, password, name].map((each) => each.toWellFormed());
        expect([url.user, url.password, url.name]).toEqual(expected);
        expect(url).toMatchObject({ engine, host, port });
      }),
      given,
    );
  });

  it("is parsed or refused, and nothing of it is told", () => {
    const noise = fc.array(
      fc.constantFrom("://", ":", "@", "/", "?", "#", "%", "=", "&", "[", "]", ",", "a", "3", " ", "\n"),
    );
    const scheme = fc.constantFrom("postgres", "mysql", "sqlite", "file", "");
    fc.assert(
      fc.property(scheme, noise, noise, (first, before, after) => {
        const told = refusal(`${first}:${before.join("")}q7Zk9xW${after.join("")}`);
        expect(told).not.toContain("q7Zk9xW");
      }),
      given,
    );
  });
});
