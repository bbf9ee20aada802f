import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { readDump } from "./dump.ts";

const postgresql = `--
-- PostgreSQL database dump
--

\\restrict bZ9cFq

-- Dumped from database version 15.14
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
COMMENT ON EXTENSION pg_trgm IS 'text similarity';
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $_$ select 1; -- stays
 insert into t values ('a''b'); $_$;
ALTER FUNCTION public.f() OWNER TO app;
SET default_table_access_method = heap;
CREATE TABLE public.users (
    id integer NOT NULL,
    name text DEFAULT 'a -- b; /* c */'::text
);
ALTER TABLE public.users OWNER TO app;
CREATE TABLE public.handrail_lock (id integer);
CREATE SEQUENCE public.versions_id_seq AS integer;
ALTER SEQUENCE public.versions_id_seq OWNED BY public.versions.id;
CREATE TABLE public.versions (id integer);
ALTER TABLE ONLY public.versions ADD CONSTRAINT versions_pkey PRIMARY KEY (id);
CREATE INDEX i ON public.versions USING btree (id);
SELECT pg_catalog.setval('public.users_id_seq', 7, true);
INSERT INTO public.schema_migrations (version) VALUES ('1');
--
-- PostgreSQL database dump complete
--

\\unrestrict bZ9cFq
`;

const mysql = `/*M!999999\\- enable the sandbox mode */
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB
/*!40101 SET @saved_cs_client     = @@character_set_client */;
DROP TABLE IF EXISTS \`users\`;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE \`users\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`name\` varchar(20) DEFAULT 'it\\'s; AUTO_INCREMENT=9',
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COMMENT='AUTO_INCREMENT=5';
/*!40101 SET character_set_client = @saved_cs_client */;
ALTER DATABASE \`app\` CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER touched BEFORE INSERT ON users FOR EACH ROW BEGIN
  INSERT INTO log VALUES (1); SET NEW.name = 'x';
END */;;
/*!50106 CREATE*/ /*!50117 DEFINER=\`root\`@\`localhost\`*/ /*!50106 EVENT \`daily\` ON SCHEDULE EVERY 1 DAY STARTS '2026-11-22 08:00:00' ENDS '2027-11-22 08:00:00' ON COMPLETION NOT PRESERVE ENABLE DO delete from log where at < ' STARTS '*/ ;;
/*!50106 CREATE*/ /*!50117 DEFINER=\`root\`@\`localhost\`*/ /*!50106 EVENT \`once\` ON SCHEDULE AT '2026-11-22 09:00:00' ON COMPLETION PRESERVE ENABLE DO delete from log */ ;;
DELIMITER ;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`%\` SQL SECURITY DEFINER */
/*!50001 VIEW \`v\` AS select 1 AS \`1\` */;
-- Dump completed on 2026-11-22 10:11:12
`;

const sqlite = `CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE users (id integer primary key autoincrement, name text); -- people
CREATE TABLE IF NOT EXISTS "versions" ("version" varchar(128) primary key);
CREATE TRIGGER touched AFTER INSERT ON users BEGIN
  UPDATE users SET name = CASE WHEN name = 'a' THEN 'b' END;
  INSERT INTO log VALUES (1);
END;
INSERT INTO "versions" (version) VALUES
  ('1'),
  ('2');
`;

const ruby = `# This file is auto-generated from the current state of the database.
ActiveRecord::Schema[7.1].define(version: 2024_01_02_030405) do
  # These are extensions
  enable_extension "plpgsql"

  create_table "handrail_lock", force: :cascade do |t|
    t.string "name"
  end

  create_table "users", force: :cascade do |t|
    t.string "name", null: false
    t.index ["name"], name: "by_name"
  end

  add_foreign_key "orders", "users"
end
`;

describe("readDump", () => {
  it.each<[string, string, string[]]>([
    [
      "pg_dump",
      postgresql,
      [
        "CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public",
        "CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS $_$ select 1; -- stays\n insert into t values ('a''b'); $_$",
        "CREATE TABLE public.users ( id integer NOT NULL, name text DEFAULT 'a -- b; /* c */'::text )",
      ],
    ],
    [
      "mysqldump",
      mysql,
      [
        "CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `v` AS select 1 AS `1`",
        "CREATE EVENT `daily` ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE ENABLE DO delete from log where at < ' STARTS '",
        "CREATE EVENT `once` ON SCHEDULE ON COMPLETION PRESERVE ENABLE DO delete from log",
        "CREATE TABLE `users` ( `id` int(11) NOT NULL AUTO_INCREMENT, `name` varchar(20) DEFAULT 'it\\'s; AUTO_INCREMENT=9', PRIMARY KEY (`id`) ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='AUTO_INCREMENT=5'",
        "CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW BEGIN INSERT INTO log VALUES (1); SET NEW.name = 'x'; END",
      ],
    ],
    [
      "sqlite3 .schema",
      sqlite,
      [
        "CREATE TABLE users (id integer primary key autoincrement, name text)",
        "CREATE TRIGGER touched AFTER INSERT ON users BEGIN UPDATE users SET name = CASE WHEN name = 'a' THEN 'b' END; INSERT INTO log VALUES (1); END",
      ],
    ],
    [
      "schema.rb",
      ruby,
      [
        '  add_foreign_key "orders", "users"',
        '  create_table "users", force: :cascade do |t|\n    t.string "name", null: false\n    t.index ["name"], name: "by_name"\n  end',
        '  enable_extension "plpgsql"',
      ],
    ],
    [
      "a model",
      "// made by hand\nmodel User {\n  id Int @id // number\n}\n\nmodel versions {\n  id Int\n}\n",
      ["model User {\n  id Int @id // number\n}"],
    ],
    ["JSON", '{\r\n  "users": ["id"]\r\n}\r\n', ['{\n  "users": ["id"]\n}']],
    ["nothing", "\n", []],
  ])("reads %s", (_, text, parts) => {
    expect(readDump(text, { without: ["versions"] }).parts).toEqual(parts);
  });

  it.each<[string, string, string, string]>([
    ["tokens and versions", postgresql, "bZ9cFq", "x7"],
    ["the version of the server", postgresql, "version 15.14", "version 16.1"],
    ["settings", postgresql, "statement_timeout = 0", "statement_timeout = 1"],
    ["rows of a version table", postgresql, "('1')", "('2')"],
    ["owners", postgresql, "OWNER TO app", "OWNER TO other"],
    ["which spaces there are", postgresql, "    ", "\t"],
    ["the counter", mysql, "AUTO_INCREMENT=7 ", "AUTO_INCREMENT=8 "],
    ["no counter", mysql, "AUTO_INCREMENT=7 ", ""],
    ["who defined it", mysql, "`root`@`localhost`", "`app`@`%`"],
    ["when an event starts", mysql, "STARTS '2026-11-22 08:00:00' ", ""],
    ["when an event ends", mysql, "ENDS '2027-11-22 08:00:00'", "ENDS '2028-01-01 00:00:00'"],
    ["when an event happens once", mysql, "2026-11-22 09:00:00", "2026-11-22 09:00:01"],
    ["when it was made", mysql, "2026-11-22 10:11:12", "2027-01-01 00:00:00"],
    ["the version of a schema.rb", ruby, "2024_01_02_030405", "2025_01_02_030405"],
    ["the version of Rails", ruby, "Schema[7.1]", "Schema[8.0]"],
  ])("does not see %s", (_, text, from, to) => {
    expect(readDump(text.replaceAll(from, to)).fingerprint).toBe(readDump(text).fingerprint);
  });

  it.each<[string, string, string]>([
    [postgresql, "select 1; -- stays", "select 1; -- goes"],
    [postgresql, "insert into t", "insert into u"],
    [postgresql, "a -- b", "a -- c"],
    [postgresql, "id integer NOT NULL", "id bigint NOT NULL"],
    [mysql, "it\\'s; AUTO_INCREMENT=9", "it\\'s; AUTO_INCREMENT=8"],
    [mysql, "INSERT INTO log", "INSERT INTO other"],
    [mysql, "SET NEW.name = 'x'", "SET NEW.name = 'y'"],
    [mysql, "EVERY 1 DAY", "EVERY 2 DAY"],
    [mysql, "PRESERVE ENABLE", "PRESERVE DISABLE"],
    [mysql, "at < ' STARTS '", "at < ' ENDS '"],
    [mysql, "COMMENT='AUTO_INCREMENT=5'", "COMMENT='AUTO_INCREMENT=6'"],
    [sqlite, "THEN 'b'", "THEN 'c'"],
    [sqlite, "INSERT INTO log", "INSERT INTO other"],
    [sqlite, "name text)", "name text not null)"],
    [ruby, "null: false", "null: true"],
    [ruby, '"orders", "users"', '"users", "orders"'],
  ])("sees %#: %s", (text, from, to) => {
    expect(text).toContain(from);
    expect(readDump(text.replace(from, to)).fingerprint).not.toBe(readDump(text).fingerprint);
  });

  it("does not see in which order statements stand", () => {
    const statements = [
      "CREATE TABLE a (x int);",
      "CREATE TABLE b (y int);\n",
      "CREATE VIEW v AS SELECT 1;",
      "CREATE INDEX i ON a (x);",
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(statements, { minLength: 4 }), (order) => {
        expect(readDump(order.join("\n")).fingerprint).toBe(readDump(statements.join(" ")).fingerprint);
      }),
      { numRuns: runs(30, 200), seed: seed() },
    );
  });

  it("reads whatever it is given", () => {
    const pieces = fc.constantFrom(
      "'",
      '"',
      "`",
      "$$",
      "$a$",
      ";",
      "--",
      "/*",
      "/*!50003 ",
      "*/",
      "\n",
      "\\",
      "CREATE TRIGGER ",
      "BEGIN ",
      "END",
      "DELIMITER ;;\n",
      " ",
      "x",
      "(",
      ")",
      "SET ",
    );
    fc.assert(
      fc.property(fc.string({ unit: pieces }), fc.string({ unit: pieces }), (text, more) => {
        expect(readDump(text).fingerprint).toMatch(/^[0-9a-f]{64}$/);
        expect(readDump(`${text}${more}`)).toEqual(readDump(`${text}${more}`));
      }),
      { numRuns: runs(1000, 50_000), seed: seed() },
    );
  });
});
