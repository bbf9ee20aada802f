/** The probes on real databases, with the drivers and frameworks that this machine has. */
import { deflateRawSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "@jest/globals";
import { fingerprintOf, parseDatabaseUrl, readSchema, schemaStatements } from "@handrail/database";
import type { Engine, Query, Row } from "@handrail/database";
import { openDatabase } from "@handrail/database/client";
import type { Database } from "@handrail/database/client";
import { systemClock } from "@handrail/runner/host";
import { withDatabases } from "@handrail/testkit";
import { probeOf } from "../ecs-probe.ts";
import { toolNames } from "../adapter.ts";
import { ask, folder, printed, ROOT, tidy, works } from "./probe-fixture.ts";
import type { ProbeRun } from "./probe-fixture.ts";
import { djangoProbe, sqlalchemyProbe } from "./python.ts";
import { laravelProbe, pdoProbe } from "./php.ts";
import { nodeProbe, prismaProbe } from "./node.ts";
import { railsProbe } from "./ruby.ts";

afterAll(tidy);

/** What else a schema has. */
const MORE: Readonly<Record<Engine, readonly string[]>> = {
  postgresql: [
    "CREATE TYPE mood AS ENUM ('sad', 'é')",
    "CREATE VIEW v AS SELECT id, word FROM probe WHERE word LIKE '50%' AND id::text <> 'x'",
    "CREATE INDEX i ON probe (lower(word)) WHERE flag",
    "CREATE TABLE parts (id int GENERATED ALWAYS AS IDENTITY, owner int REFERENCES probe, m mood DEFAULT 'sad')",
  ],
  mysql: [
    "CREATE VIEW v AS SELECT id, word FROM probe WHERE word LIKE '50%'",
    "CREATE INDEX i ON probe (word(20))",
    "CREATE TABLE parts (id int AUTO_INCREMENT PRIMARY KEY, owner int, m enum('sad', 'é') DEFAULT 'sad', FOREIGN KEY (owner) REFERENCES probe (id))",
  ],
  sqlite: ["CREATE VIEW v AS SELECT id, word FROM probe WHERE word LIKE '50%é'", "CREATE INDEX i ON probe (word)"],
};

/** The same database, asked by a connection from here. */
function here({ environment }: ProbeRun): Query {
  const url = parseDatabaseUrl(environment["DATABASE_URL"] ?? "");
  const database = openDatabase({ url, directory: "/", name: "test", clock: systemClock });
  opened.push(database);
  return database.query;
}

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

function fingerprint(engine: Engine, answers: readonly (readonly Row[])[]): string {
  return fingerprintOf(readSchema(engine, answers, { without: [] }));
}

/** A value of each type that migrations use, and of some that they do not. */
const VALUES: Readonly<Record<Engine, string>> = {
  postgresql: `SELECT 1::smallint a, 9007199254740991::bigint b, -9007199254740993::bigint c, 5::numeric d, 5.00::numeric e, 'NaN'::float8 f, 1e300::float8 g, 0.1::real h, true i, '\\x00ff'::bytea j, '2026-01-02 03:04:05.678+00'::timestamptz k, '1 day'::interval l, '{1,2}'::int[] m, '{"a": [1]}'::jsonb n, '{"a":1}'::json o, 'x'::name p, 'c'::"char" q, '10.0.0.1'::inet r, '00000000-0000-0000-0000-000000000001'::uuid s, 'pg_class'::regclass t, '[1,2)'::int4range u, NULL v, sum(x) w, count(*) x, B'101' y, 'é😀' z FROM generate_series(1,3) x`,
  mysql: `SELECT 1 a, 9007199254740991 b, -9007199254740993 c, 18446744073709551615 d, 5.00 e, CAST(5 AS DECIMAL(10)) f, 1e300 g, CAST(0.1 AS FLOAT) h, true i, x'00ff' j, TIMESTAMP '2026-01-02 03:04:05.678' k, DATE '2026-01-02' l, TIME '10:11:12' m, JSON_ARRAY(1) n, b'101' o, YEAR('2026-01-02') p, NULL q, SUM(x) r, COUNT(*) s, 'é😀' t, CAST('x' AS BINARY) u, POINT(1, 2) v FROM (SELECT 1 x UNION ALL SELECT 2) y`,
  sqlite:
    "SELECT 1 a, 9007199254740991 b, -9007199254740993 c, 5.0 d, 1e300 e, 9e999 f, x'00ff' g, NULL h, 'é😀' i, date('2026-01-02') j, sum(1) k",
};

const DJANGO = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")\n',
  "site1/__init__.py": "",
  "site1/settings.py": `
import os
from urllib.parse import urlparse, unquote
url = urlparse(os.environ["DATABASE_URL"])
if url.scheme == "mysql":
    import pymysql
    pymysql.install_as_MySQLdb()
kinds = {"postgresql": "postgresql", "mysql": "mysql", "sqlite": "sqlite3"}
DATABASES = {"default": {"ENGINE": "django.db.backends." + kinds[url.scheme], "NAME": url.path if url.scheme == "sqlite" else url.path[1:], "HOST": url.hostname or "", "PORT": url.port or "", "USER": url.username or "", "PASSWORD": unquote(url.password or "")}}
SECRET_KEY = "test"
USE_TZ = True
`,
};

/** As much of Laravel as the probe touches, over PDO. */
const LARAVEL = {
  "vendor/autoload.php": "<?php\n",
  "bootstrap/app.php": `<?php
class Connection { function getPdo() { $at = parse_url(getenv("DATABASE_URL")); $kind = $at["scheme"];
if ($kind === "sqlite") return new PDO("sqlite:" . $at["path"]);
return new PDO(($kind === "mysql" ? "mysql" : "pgsql") . ":host={$at["host"]};port={$at["port"]};dbname=" . substr($at["path"], 1), $at["user"], urldecode($at["pass"])); } }
class Database { function connection() { return new Connection(); } }
class Kernel { function bootstrap() {} }
class App { function make($name) { return $name === "db" ? new Database() : new Kernel(); } }
return new App();
`,
};

/** As much of Rails as the probe touches: \`runner\`, and a connection by the gem of the database. */
const RAILS = {
  "bin/rails": `#!/usr/bin/env ruby
require "uri"
Result = Struct.new(:columns, :rows)
class Connection
  def initialize(url)
    at = URI.parse(url)
    if at.scheme == "sqlite"
      require "sqlite3"
      @sqlite = SQLite3::Database.new(at.path || at.opaque)
    else
      require "pg"
      @pg = PG.connect(url)
      @pg.type_map_for_results = PG::BasicTypeMapForResults.new(@pg)
    end
  end
  def raw_connection = @pg
  def exec_query(text)
    columns, *rows = @sqlite.execute2(text)
    Result.new(columns || [], rows)
  end
end
module ActiveRecord
  class Base
    def self.connection; @connection ||= Connection.new(ENV.fetch("DATABASE_URL")); end
  end
end
ARGV.shift
eval(ARGV.shift, TOPLEVEL_BINDING)
`,
};

type Place = {
  argv: (engine: Engine) => ProbeRun["argv"];
  directory: () => string;
  engines?: readonly Engine[];
  /** It is another one's script but for how it connects. */
  isVariant?: true;
  isHere: () => boolean;
};

const hasPython = (...modules: readonly string[]): boolean =>
  works("/usr/bin/python3", "-c", modules.map((name) => `import ${name}`).join("\n"));
const usrPython = (argv: ProbeRun["argv"]): ProbeRun["argv"] => ["/usr/bin/python3", ...argv.slice(1)];

const places: Readonly<Record<string, Place>> = {
  node: { argv: nodeProbe, directory: () => ROOT, isHere: () => true },
  prisma: { argv: prismaProbe, directory: () => ROOT, isHere: () => true, isVariant: true },
  sqlalchemy: {
    argv: (engine) => usrPython(sqlalchemyProbe(engine)),
    directory: () => "/",
    isHere: () => hasPython("sqlalchemy", "psycopg2", "pymysql"),
  },
  django: {
    argv: (engine) => usrPython(djangoProbe(engine)),
    directory: () => folder(DJANGO),
    isVariant: true,
    isHere: () => hasPython("django", "psycopg2", "pymysql"),
  },
  pdo: { argv: pdoProbe, directory: () => "/", isHere: () => works("php", "-m") && hasPhpDrivers() },
  laravel: {
    argv: laravelProbe,
    directory: () => folder(LARAVEL),
    isHere: () => works("php", "-m") && hasPhpDrivers(),
    isVariant: true,
  },
  rails: {
    argv: railsProbe,
    directory: () => folder(RAILS),
    engines: ["postgresql", "sqlite"],
    isHere: () => works("ruby", "-e", 'require "pg"; require "sqlite3"'),
  },
};

function hasPhpDrivers(): boolean {
  return works("php", "-r", 'exit(array_diff(["mysql", "pgsql", "sqlite"], PDO::getAvailableDrivers()) ? 1 : 0);');
}

const MAKE: Readonly<Record<Engine, string>> = {
  postgresql:
    "CREATE TABLE probe (id int PRIMARY KEY, big bigint, small smallint, real8 double precision, exact numeric(20,4), word text, flag boolean, raw bytea, day date, at timestamp)",
  mysql:
    "CREATE TABLE probe (id int PRIMARY KEY, big bigint, small smallint, real8 double, exact decimal(20,4), word text CHARACTER SET utf8mb4, flag boolean, raw varbinary(20), day date, at datetime)",
  sqlite:
    "CREATE TABLE probe (id int PRIMARY KEY, big bigint, small smallint, real8 double, exact text, word text, flag boolean, raw blob, day text, at text)",
};
const BYTES: Readonly<Record<Engine, string>> = { postgresql: "'\\xff00'", mysql: "x'ff00'", sqlite: "x'ff00'" };

const fill = (engine: Engine): string =>
  `INSERT INTO probe VALUES (1, 9007199254740993, -3, 1.5, '12.3400', 'é☃ "\\ 50% :x ? 😀', ${engine === "postgresql" ? "true" : "1"}, ${BYTES[engine]}, '2026-01-02', '2026-01-02 03:04:05'), (2, 42, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL)`;

const ROWS = (engine: Engine): readonly Row[] => [
  {
    id: 1,
    big: "9007199254740993",
    small: -3,
    real8: 1.5,
    exact: "12.3400",
    word: engine === "mysql" ? 'é☃ " 50% :x ? 😀' : 'é☃ "\\ 50% :x ? 😀',
    flag: engine === "postgresql" ? true : 1,
    raw: "ff00",
    day: "2026-01-02",
    at: "2026-01-02 03:04:05",
  },
  { id: 2, big: 42, small: null, real8: null, exact: null, word: "", flag: null, raw: null, day: null, at: null },
];

const missing = new Set<string>();

/** .ci/run installs Python's drivers, and no PHP or Ruby: those are tried where they are. */
function isMissing(name: string, isHere: () => boolean): boolean {
  if (isHere()) return false;
  const isNeeded = /node|prisma|sqlalchemy|django/.test(name);
  if (isNeeded && process.env["HANDRAIL_REQUIRE_DATABASES"] === "1") throw new Error(`${name} cannot be tried here.`);
  if (!missing.has(name)) process.stderr.write(`${name} is not installed here: its probe is not tried.\n`);
  missing.add(name);
  return true;
}

withDatabases((database) => {
  const { engine } = database;
  for (const [name, { argv, directory, engines, isHere, isVariant }] of Object.entries(places)) {
    if (engines?.includes(engine) === false || isMissing(name, isHere)) continue;
    describe(`${name} on ${engine}`, () => {
      const open = async (more: Partial<ProbeRun> = {}): Promise<ProbeRun> => {
        const url = await database.createDatabase();
        return { argv: argv(engine), engine, directory: directory(), environment: { DATABASE_URL: url }, ...more };
      };

      it("gives rows as plain data, whatever their type", async () => {
        const run = await open();
        expect(await ask(run, MAKE[engine], fill(engine), "SELECT * FROM probe ORDER BY id")).toEqual([
          [],
          [],
          ROWS(engine),
        ]);
        expect(await ask({ ...run, isPacked: true }, "SELECT count(*) AS n FROM probe")).toEqual([[{ n: 2 }]]);
      });

      if (name === "node") {
        it("gives the same rows as a connection from here, of every type", async () => {
          const run = await open();
          const values = VALUES[engine];
          const [theirs] = await ask(run, values);
          const [ours] = await here(run)([values]);
          expect(theirs).toEqual(ours);
          expect(Object.keys(theirs?.[0] ?? {}).length).toBeGreaterThan(10);
        });
      }

      it("reads the same schema as a connection from here", async () => {
        const run = await open({ isPacked: true });
        await ask(run, MAKE[engine], ...MORE[engine]);
        expect(fingerprint(engine, await ask(run, ...schemaStatements(engine)))).toBe(
          fingerprint(engine, await here(run)(schemaStatements(engine))),
        );
      });

      if (isVariant === true) return;

      it("stops at the first statement that fails, and keeps what was done before", async () => {
        const run = await open();
        const failing = ask(run, MAKE[engine], "SELECT * FROM nowhere", fill(engine));
        await expect(failing).rejects.toMatchObject({ name: "DatabaseFailure", kind: "missing" });
        expect(await ask(run, "SELECT count(*) AS n FROM probe")).toEqual([[{ n: 0 }]]);
        await expect(ask(run, MAKE[engine])).rejects.toMatchObject({ kind: "exists" });
        const twice = ask(run, fill(engine), fill(engine));
        await expect(twice).rejects.toMatchObject({ kind: "exists" });
        await expect(ask(run, "SELEKT")).rejects.toMatchObject({ kind: "refused" });
      });

      it("gives a long answer whole, in lines that no log driver cuts", async () => {
        const run = await open();
        const long = "x".repeat(20_000);
        const output = await printed(run, [`SELECT '${long}' AS a, '${long}' AS b`]);
        expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThanOrEqual(8192);
        expect(await ask(run, `SELECT '${long}' AS a`)).toEqual([[{ a: long }]]);
      });

      if (engine !== "sqlite") {
        it("tells apart what is wrong with a connection", async () => {
          const run = await open();
          const url = new URL(run.environment["DATABASE_URL"] ?? "");
          const at = (change: (url: URL) => void): ProbeRun => {
            const changed = new URL(url);
            change(changed);
            return { ...run, environment: { DATABASE_URL: changed.href } };
          };
          const wrong = ask(
            at((each) => void (each.password = "wrong")),
            "SELECT 1",
          );
          await expect(wrong).rejects.toMatchObject({ kind: "denied" });
          await expect(
            ask(
              at((each) => void (each.port = "1")),
              "SELECT 1",
            ),
          ).rejects.toMatchObject({ kind: "unreachable" });
        });
      }
    });
  }
});

it("asks Prisma's client where the image has no driver", async () => {
  const client = `
class Decimal { constructor(text) { this.text = text; } toFixed() { return this.text; } }
exports.PrismaClient = class {
  async $connect() {}
  async $disconnect() {}
  async $queryRawUnsafe(sql) {
    if (sql === "bad") throw Object.assign(new Error("no"), { code: "P2010" });
    return [{ a: 42n, b: 9007199254740993n, c: new Date(0), d: new Decimal("1.50"), e: Buffer.from("ff00", "hex"), f: null, g: true, h: { x: 1 } }];
  }
};`;
  const directory = folder({ "node_modules/@prisma/client/index.js": client });
  const environment = { DATABASE_URL: "postgresql://db.example/app" };
  const run = { argv: prismaProbe("postgresql"), engine: "postgresql", directory, environment } as const;
  const row = {
    a: 42,
    b: "9007199254740993",
    c: "1970-01-01T00:00:00.000Z",
    d: "1.50",
    e: "ff00",
    f: null,
    g: true,
    h: '{"x":1}',
  };
  expect(await ask(run, "SELECT 1")).toEqual([[row]]);
  await expect(ask(run, "bad")).rejects.toMatchObject({ name: "DatabaseFailure", code: "P2010" });
});

describe("without an address or a driver", () => {
  it.each(Object.entries(places).filter(([name, { isHere }]) => /node|sqlalchemy|pdo/.test(name) && isHere()))(
    "%s says so",
    async (_name, { argv }) => {
      const run = { argv: argv("postgresql"), engine: "postgresql", directory: folder({}), environment: {} } as const;
      await expect(ask(run, "SELECT 1")).rejects.toMatchObject({
        reason: "invalid-input",
        what: expect.stringContaining("no DATABASE_URL") as unknown,
      });
    },
  );

  it("node names what is missing in the image", async () => {
    const environment = { DATABASE_URL: "postgresql://db.example/app" };
    const run = { argv: nodeProbe("postgresql"), engine: "postgresql", directory: folder({}), environment } as const;
    await expect(ask(run, "SELECT 1")).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining("the image has none of pg") as unknown,
    });
  });
});

it("leaves room for the longest question in all of them", () => {
  for (const tool of toolNames) {
    for (const engine of ["postgresql", "mysql", "sqlite"] as const) {
      const probe = probeOf(tool, engine);
      if (probe === undefined) continue;
      const question = { nonce: "0123456789abcdef", statements: schemaStatements(engine) };
      const packed = deflateRawSync(JSON.stringify(question), { level: 9 }).toString("base64");
      const text = JSON.stringify([...probe.argv, packed]);
      expect({ tool, engine, isShort: text.length < 7900, length: text.length }).toMatchObject({ isShort: true });
      expect(text).not.toMatch(/[^ -~]/);
    }
  }
});
