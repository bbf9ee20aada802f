/** A real project of a real tool on a real database, asked and driven through its adapter, whether it has a table or a status. */
import { parseDatabaseUrl } from "@handrail/database";
import type { Query } from "@handrail/database";
import { openDatabase } from "@handrail/database/client";
import { makeScratch, openCheckoutFiles, systemClock } from "@handrail/runner/host";
import { hasDatabase, isDeep, toolProjects, workspace } from "@handrail/testkit";
import type { DatabaseEngine, ScriptedMigration, ToolProject } from "@handrail/testkit";
import { describe } from "@jest/globals";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Adapter, Command, ToolName, ToolSettings } from "../adapter.ts";
import { adapterOf } from "../adapters.ts";
import type { AppliedSet, Migration } from "../migration.ts";

/** How a command ended. */
export type ToolEnding = { exitCode: number; stdout: string; stderr: string; argv: readonly string[] };

/** A project, and its adapter at work in it. */
export type ToolBench = {
  adapter: Adapter;
  project: ToolProject;
  settings: ToolSettings;
  query: Query;
  /** What the tool knows, else what the checkout has. */
  migrations(now?: AppliedSet): Promise<readonly Migration[]>;
  state(): Promise<AppliedSet>;
  ids(): Promise<readonly string[]>;
  /** The names of the tables that are there, but for the tool's own. */
  tables(): Promise<readonly string[]>;
  run(command: Command): Promise<ToolEnding>;
  /** Applies what comes next by one command. `now`: the state, where it is known. */
  up(now?: AppliedSet): Promise<ToolEnding & { applies: readonly string[] }>;
  /** Reverts one; undefined when the adapter says that it cannot be reverted alone. */
  down(id: string, now?: AppliedSet): Promise<ToolEnding | undefined>;
};

/** What a bench is made with. */
export type ToolBenchOptions = {
  tool: ToolName;
  url: string;
  migrations: readonly ScriptedMigration[];
  settings?: Partial<ToolSettings>;
  environment?: Readonly<Record<string, string>>;
  /** Changes the project on disk before anything is read. */
  prepare?(project: ToolProject): void;
};

/**
 * A suite with a tool itself, skipped with one line where it is not installed; an error where everything has to be. For deep runs:
 * in `npm test` every tool plays e2e/migration-tools-plot.ts.
 */
export function describeInstalled(tool: ToolName, body: () => void): void {
  const isHere = tool in toolProjects;
  const missing = `${tool} is not installed here`;
  if (!isHere && process.env["HANDRAIL_REQUIRE_DATABASES"] === "1") throw new Error(`${missing}: .ci/run installs it.`);
  if (!isHere) process.stderr.write(`${missing}: tests that need it are skipped.\n`);
  if (isDeep) (isHere ? describe : describe.skip)(`${tool} itself`, body);
}

/** The engines of this machine. */
export function enginesHere(engines: readonly DatabaseEngine[]): readonly DatabaseEngine[] {
  return engines.filter((engine) => hasDatabase(engine));
}

/** Makes it; `using` removes it. */
export async function openToolBench(options: ToolBenchOptions): Promise<ToolBench & Disposable> {
  const { tool, url, migrations, environment = {}, prepare } = options;
  const folder = workspace({}, { git: false, name: tool });
  const make = toolProjects[tool];
  if (make === undefined) throw new Error(`There is no project of ${tool}.`);
  const made = await make({ directory: folder.path, url });
  const project = { ...made, environment: { ...made.environment, ...environment } };
  await project.write(migrations);
  prepare?.(project);
  const adapter = adapterOf(tool);
  const files = openCheckoutFiles(folder.path, folder.path);
  const complete = async (): Promise<ToolSettings> => {
    const given = settingsOf(project, options);
    return (await adapter.complete?.(files, given)) ?? given;
  };
  const settings = await complete();
  const place = { url: parseDatabaseUrl(url), directory: folder.path };
  const database = openDatabase({ ...place, name: "a test", clock: systemClock });
  const run = (command: Command): Promise<ToolEnding> => runCommand(command, project);
  const state = async (): Promise<AppliedSet> => {
    // What the checkout has may have changed.
    const reader = adapter.state(await complete());
    return reader.how === "table" ? reader.read(database.query) : reader.status.parse(await run(reader.status.command));
  };
  const listed = async (now?: AppliedSet): Promise<readonly Migration[]> =>
    (now ?? (await state())).known ?? (await adapter.list(files, settings)) ?? [];
  const bench = { adapter, project, settings, query: database.query, state, run, migrations: listed };
  return {
    ...bench,
    ...doers(bench),
    [Symbol.dispose]: () => {
      void database.close();
      folder.cleanup();
    },
  };
}

function settingsOf({ inputs }: ToolProject, { url: text, settings }: ToolBenchOptions): ToolSettings {
  const url = parseDatabaseUrl(text);
  return {
    url,
    engine: url.engine,
    migrationsDirectory: inputs["migrations-directory"] ?? "",
    migrationsTable: "",
    toolCommand: inputs["tool-command"]?.split("\n") ?? [],
    custom: { status: [], up: [], down: [] },
    isRemote: false,
    ...settings,
  };
}

type Base = Pick<ToolBench, "adapter" | "settings" | "query" | "state" | "run" | "migrations">;

function doers({
  adapter,
  settings,
  query,
  state,
  run,
  migrations: listed,
}: Base): Omit<ToolBench, keyof Base | "project"> {
  const ids = async (): Promise<readonly string[]> => (await state()).applied.map(({ id }) => id);
  return {
    ids,
    async tables() {
      const { tables: own } = adapter.state(settings);
      const rows = (await query([TABLES[settings.engine]]))[0] ?? [];
      const names = rows.map((row) => String(row["name"])).sort();
      return names.filter((name) => !own.some((each) => each.toLowerCase() === name.toLowerCase()));
    },
    async up(given) {
      const now = given ?? (await state());
      const migrations = await listed(now);
      const applied = now.applied.map(({ id }) => id);
      const pending = migrations.filter(({ id }) => !applied.includes(id));
      const { command, applies } = adapter.up(pending, { settings, migrations, applied });
      return { ...(await run(command)), applies };
    },
    async down(id, given) {
      const now = given ?? (await state());
      const migrations = await listed(now);
      const unknown: Migration = { id, title: id, digest: "", down: "unknown" };
      const target = migrations.find((migration) => migration.id === id) ?? unknown;
      const applied = now.applied.map((each) => each.id);
      const step = adapter.down(target, { settings, migrations, applied });
      return step === undefined ? undefined : run(step.command);
    },
  };
}

const TABLES = {
  postgresql: "select table_name as name from information_schema.tables where table_schema = 'public'",
  mysql: "select table_name as name from information_schema.tables where table_schema = database()",
  sqlite: "select name from sqlite_master where type = 'table' and name not like 'sqlite%'",
};

/** Runs a command as the executor does. */
async function runCommand(command: Command, { directory, environment }: ToolProject): Promise<ToolEnding> {
  const scratch = command.scratch === undefined ? undefined : makeScratch(tmpdir(), directory, command.scratch);
  const argv = command.argv.map((each) => each.replaceAll("{scratch}", scratch?.path ?? ""));
  const [program = "", ...args] = argv;
  const env = { PATH: process.env["PATH"], HOME: directory, TZ: "UTC", LC_ALL: "C.UTF-8", ...environment };
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: directory,
        env: { ...env, ...command.environment },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const said = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"] as const) {
        child[name].setEncoding("utf8").on("data", (text: string) => (said[name] += text));
      }
      child.once("error", reject);
      child.once("close", (code) => resolve({ exitCode: code ?? -1, ...said, argv }));
    });
  } finally {
    scratch?.remove();
  }
}
