/** Sqitch (https://sqitch.org): SQL scripts in the order of a plan. Seen with 1.3.1. */
import { posix } from "node:path";
import { inputFailure } from "@handrail/runner";
import { tlsOf } from "@handrail/database";
import type { DatabaseUrl, Tls } from "@handrail/database";
import type { Adapter, Command, Files, Situation, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { hostAndPort, queryText } from "./respelled-url.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { sqitchEngines, sqitchPlaces } from "./sqitch-places.ts";
import type { SqitchPlaces } from "./sqitch-places.ts";
import { parsePlan } from "./sqitch-plan.ts";
import type { SqitchChange, SqitchPlan } from "./sqitch-plan.ts";
import { changeId, sqitchState } from "./sqitch-state.ts";

/**
 * Sqitch, one change at a time. migrations-directory is the project's directory (with sqitch.plan), migrations-table its registry.
 * A transaction is what the scripts make of it: BEGIN and COMMIT stand in them.
 */
export const sqitch: Adapter = {
  tool: "sqitch",
  title: "Sqitch",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const places = await sqitchPlaces(files, settings);
    const text = await files.read(places.plan);
    const project = text === undefined ? "" : parsePlan(text, places.plan).project;
    const migrationsTable = settings.migrationsTable || places.registry;
    return { ...settings, migrationsTable, ...(project === "" ? {} : { project }) };
  },
  list: listChanges,
  state: (settings) => sqitchState(settings, command(settings, "status", ["--show-changes"])),
  up(pending, { settings }) {
    const [next] = pending;
    const key = next?.title ?? "";
    return { command: command(settings, "deploy", ["--verify", "--to", key]), applies: [next?.id ?? ""] };
  },
  down({ id }, situation) {
    const args = revertArguments(id, situation);
    return args === undefined
      ? undefined
      : { command: command(situation.settings, "revert", ["-y", ...args]), reverts: id };
  },
};

async function listChanges(files: Files, settings: ToolSettings): Promise<readonly Migration[]> {
  const places = await sqitchPlaces(files, settings);
  const text = await files.read(places.plan);
  if (text === undefined) {
    const given = settings.migrationsDirectory;
    throw inputFailure([
      { name: "migrations-directory", given, accepts: "the directory with sqitch.plan", why: "it has none" },
    ]);
  }
  const plan = parsePlan(text, places.plan);
  return Promise.all(plan.changes.map((change) => toMigration(files, places, plan, change)));
}

async function toMigration(
  files: Files,
  places: SqitchPlaces,
  plan: SqitchPlan,
  change: SqitchChange,
): Promise<Migration> {
  const { name, turn, reworkTags } = change;
  const isReworked = reworkTags.length > 0;
  const [deploys, reverts] = isReworked
    ? [places.reworkedDeploy, places.reworkedRevert]
    : [places.deploy, places.revert];
  const file = await scriptOf(files, deploys, places.extension, change);
  const deploy = await files.read(posix.join(deploys, file));
  const revert = await files.read(posix.join(reverts, file));
  const down = revert === undefined ? "none" : isIdleSql(revert) ? "empty" : "real";
  const after = change.requires.flatMap((required) => idBefore(required, change, plan));
  return {
    id: changeId(name, turn),
    title: keyOf(change, plan),
    digest: digestOfScripts([deploy, revert].filter((text) => text !== undefined)),
    down,
    ...(revert === undefined ? {} : { downSql: revert }),
    ...(after.length === 0 ? {} : { after }),
    ...(deploy !== undefined && /^\s*(?:begin|start\s+transaction)\b/im.test(deploy)
      ? {}
      : { outsideTransaction: true }),
  };
}

/** A reworked change has the scripts of the first of its tags that has a deploy script (App::Sqitch::Plan::Change). */
async function scriptOf(files: Files, directory: string, extension: string, change: SqitchChange): Promise<string> {
  const names = change.reworkTags.map((tag) => `${change.name}${tag}${extension}`);
  for (const name of names) {
    if ((await files.read(posix.join(directory, name))) !== undefined) return name;
  }
  return names[0] ?? `${change.name}${extension}`;
}

/** How Sqitch finds a change in the plan: by its name, of several with the same one by a tag. */
function keyOf({ name, reworkTags, turn }: SqitchChange, { changes }: SqitchPlan): string {
  const isOnly = turn === 1 && reworkTags.length === 0 && !changes.some((each) => each.name === name && each.turn > 1);
  return isOnly ? name : `${name}${reworkTags[0] ?? "@HEAD"}`;
}

function idBefore(name: string, change: SqitchChange, { changes }: SqitchPlan): readonly string[] {
  const found = changes.slice(0, changes.indexOf(change)).findLast((each) => each.name === name);
  return found === undefined ? [] : [changeId(found.name, found.turn)];
}

/**
 * Only the change that was deployed last can be reverted alone, and only by naming the one before it: without `--to` Sqitch
 * reverts everything, even without a terminal to ask on (sqitchers/sqitch#541). Before the first there is nothing to name; then
 * everything is that one.
 */
function revertArguments(id: string, { applied, migrations }: Situation): readonly string[] | undefined {
  if (applied.at(-1) !== id) return undefined;
  const before = applied.at(-2);
  if (before === undefined) return [];
  const [, name = before] = /^(.+)#\d+$/.exec(before) ?? [];
  const sameName = applied.filter((each) => each === name || each.startsWith(`${name}#`));
  // In the database a name is enough while it is there once; its tag may not have been deployed yet.
  if (sameName.length === 1) return ["--to", name];
  const isNewest = sameName.at(-1) === before;
  const title = migrations.find((each) => each.id === before)?.title;
  return isNewest ? ["--to", `${name}@HEAD`] : title === undefined ? undefined : ["--to", title];
}

function command(settings: ToolSettings, verb: string, args: readonly string[]): Command {
  const { migrationsDirectory: directory, migrationsTable: registry, url } = settings;
  const [first = "sqitch", ...rest] = settings.toolCommand;
  const change = directory === "" ? [] : ["--chdir", directory];
  const table = registry === "" ? [] : ["--registry", registry];
  const target = url === undefined ? [] : ["--target", targetOf(url, directory)];
  return {
    argv: [first, ...rest, verb, ...change, ...table, ...target, ...args],
    environment: url === undefined ? {} : environmentOf(url),
  };
}

/**
 * `db:pg://user@host:port/name`: the password goes by the environment. (Sqitch itself hands it to the client of MySQL as an argument,
 * which that client hides at once: App::Sqitch::Engine::mysql 1.3.1.)
 */
function targetOf(url: DatabaseUrl, directory: string): string {
  const { engine, name, user } = url;
  if (engine === "sqlite") {
    const path = posix.isAbsolute(name) || directory === "" ? name : posix.relative(directory, name);
    return `db:sqlite:${path.split("/").map(encodeURIComponent).join("/")}`;
  }
  const account = user === "" ? "" : `${encodeURIComponent(user)}@`;
  // A socket's directory goes by the environment.
  const place = url.host.startsWith("/") ? "" : hostAndPort(url);
  const options = engine === "mysql" ? queryText(mysqlOptions(tlsOf(url))) : "";
  return `db:${sqitchEngines[engine]}://${account}${place}/${encodeURIComponent(name)}${options}`;
}

/** DBD::mysql's names, which Sqitch makes options of the client, too. */
function mysqlOptions({ mode, ca, cert, key }: Tls): Readonly<Record<string, string>> {
  if (mode === "prefer" || mode === "disable") return {};
  return {
    mysql_ssl: "1",
    ...(mode === "verify-full" ? { mysql_ssl_verify_server_cert: "1" } : {}),
    ...(ca === undefined ? {} : { mysql_ssl_ca_file: ca }),
    ...(cert === undefined ? {} : { mysql_ssl_client_cert: cert }),
    ...(key === undefined ? {} : { mysql_ssl_client_key: key }),
  };
}

/** libpq's variables are read by DBD::Pg and by psql alike. */
function environmentOf(url: DatabaseUrl): Readonly<Record<string, string>> {
  const password = url.password === "" ? {} : { SQITCH_PASSWORD: url.password };
  if (url.engine !== "postgresql") return password;
  const { mode, ca, cert, key } = tlsOf(url);
  return {
    ...password,
    ...(url.host.startsWith("/") ? { PGHOST: url.host, PGPORT: String(url.port) } : {}),
    ...(mode === "prefer" ? {} : { PGSSLMODE: mode }),
    ...(ca === undefined ? {} : { PGSSLROOTCERT: ca }),
    ...(cert === undefined ? {} : { PGSSLCERT: cert }),
    ...(key === undefined ? {} : { PGSSLKEY: key }),
  };
}
