/** Programs in the place of tools that are not installed here, on a SQLite database: they do what the tool does and note each call. */

/** What is put before each: `note` writes the call to the file `calls`, `open` opens the database of DATABASE_URL. */
const COMMON = `const fs = require("node:fs");
const { DatabaseSync } = require("node:sqlite");
const args = process.argv.slice(2);
fs.appendFileSync("calls", JSON.stringify(args) + "\\n");
const open = (file) => new DatabaseSync(file);
const die = (text) => { console.error(text); process.exit(1); };
`;

/**
 * golang-migrate, as it works on a database without transactions for its statements: marks the version as dirty, runs the script
 * statement by statement, takes the mark away. A dirty version it does not go on from.
 */
export const golangMigrate = `${COMMON}
const db = open(args[args.indexOf("-database") + 1].slice("sqlite3://".length));
const folder = args[args.indexOf("-path") + 1];
const verb = args.slice(4);
db.exec("create table if not exists schema_migrations (version integer, dirty boolean)");
const row = db.prepare("select version, dirty from schema_migrations").get();
if (row?.dirty) die("error: Dirty database version " + row.version + ". Fix and force version.");
if (verb.join(" ") !== "up 1") die("error: only up 1 is known here");
const version = (row?.version ?? 0) + 1;
const file = fs.readdirSync(folder).find((name) => name.startsWith(version + "_") && name.endsWith(".up.sql"));
const put = (dirty) => {
  db.exec("delete from schema_migrations");
  db.prepare("insert into schema_migrations values (?, ?)").run(version, dirty);
};
put(1);
for (const statement of fs.readFileSync(folder + "/" + file, "utf8").split(";").filter((each) => each.trim() !== "")) {
  try { db.exec(statement); } catch (error) { die("error: migration failed: " + error.message + " in line 0: " + statement.trim()); }
}
put(0);
`;

/** Laravel's artisan in production: without \`--force\` it asks, and takes the end of its input for a no. */
export const artisan = `${COMMON}
if (!args.includes("--force") || fs.existsSync("asks-always")) {
  console.log("**************************************\\n*     Application In Production!     *\\n**************************************\\n");
  console.log(" Do you really wish to run this command? (yes/no) [no]:\\n > ");
  if (fs.readFileSync(0, "utf8").trim() !== "yes") { console.log("Command Canceled!"); process.exit(1); }
}
const db = open(process.env.DB_DATABASE);
const path = args.find((each) => each.startsWith("--path=")).slice("--path=".length);
const name = path.split("/").pop().replace(/\\.php$/, "");
db.exec("create table if not exists migrations (id integer primary key, migration varchar(255), batch integer)");
db.exec("create table " + name.split("_")[5] + " (id integer primary key)");
db.prepare("insert into migrations (migration, batch) values (?, 1)").run(name);
console.log("Migrated:  " + name);
`;

/** Says how a program of these is called, in the form of the input tool-command. */
export function commandOf(file: string): string {
  return `${process.execPath}\n--disable-warning=ExperimentalWarning\n${file}`;
}

/** A program that only notes its call and fails: for what must not be started. */
export const never = `${COMMON}
die("this was not to be started");
`;

/**
 * dbmate, as far as `migrate` goes, with a mind of its own: the file `manner` says what it does (`work`, `nothing`), how it ends and
 * what it prints.
 */
export const liar = `${COMMON}
const { does, exit, says } = JSON.parse(fs.readFileSync("manner", "utf8"));
const db = open(process.env.DATABASE_URL.replace(/^sqlite:/, ""));
const folder = args[args.indexOf("--migrations-dir") + 1];
if (does === "work") {
  const name = fs.readdirSync(folder).toSorted().at(-1);
  const [, up] = /-- migrate:up([^]*?)-- migrate:down/.exec(fs.readFileSync(folder + "/" + name, "utf8"));
  db.exec("create table if not exists schema_migrations (version varchar(128) primary key)");
  db.exec(up);
  db.prepare("insert into schema_migrations values (?)").run(/^\\d+/.exec(name)[0]);
}
process.stdout.write(says);
process.stderr.write(says);
process.exitCode = exit;
`;
