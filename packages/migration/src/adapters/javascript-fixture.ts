/** A real project of a real tool on a real database, driven through its adapter the way an executor does. */
import { parseDatabaseUrl } from "@handrail/database";
import type { Query } from "@handrail/database";
import { openDatabase } from "@handrail/database/client";
import { makeScratch, openCheckoutFiles, systemClock } from "@handrail/runner/host";
import { toolProjects, workspace } from "@handrail/testkit";
import type { ScriptedMigration, ToolProject } from "@handrail/testkit";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Adapter, Command, Files, ToolName, ToolSettings } from "../adapter.ts";
import { adapterOf } from "../adapters.ts";
import type { Migration } from "../migration.ts";

/** A checkout in memory, by path. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const below = (directory: string, path: string, isDeep: boolean): boolean =>
    path.startsWith(`${directory}/`) && (isDeep || !path.slice(directory.length + 1).includes("/"));
  return {
    list: (directory, isDeep = false) =>
      Promise.resolve(
        Object.keys(texts)
          .filter((path) => below(directory, path, isDeep))
          .sort(),
      ),
    read: (path) => Promise.resolve(texts[path]),
  };
}

/** Settings for a database that nobody connects to. */
export function settingsFor(text: string, more: Partial<ToolSettings> = {}): ToolSettings {
  const url = parseDatabaseUrl(text);
  const custom = { status: [], up: [], down: [] };
  const nothing = { migrationsDirectory: "", migrationsTable: "", toolCommand: [], isRemote: false };
  return { url, engine: url.engine, custom, ...nothing, ...more };
}

/** How a command ended. */
export type Ended = { exitCode: number; output: string };

/** A project, and its adapter at work in it. */
export type Bench = {
  adapter: Adapter;
  project: ToolProject;
  settings: ToolSettings;
  query: Query;
  list(): Promise<readonly Migration[]>;
  /** The ids that the database has, in the order that the adapter tells. */
  applied(): Promise<readonly string[]>;
  /** The names of the tables that are there, but for the tool's own. */
  tables(): Promise<readonly string[]>;
  run(command: Command): Promise<Ended>;
  /** Applies what comes next by one command; resolves with what the command should have applied. */
  up(): Promise<Ended & { applies: readonly string[]; argv: readonly string[] }>;
  /** Reverts one; undefined when the adapter says that it cannot be reverted alone. */
  down(id: string): Promise<(Ended & { argv: readonly string[] }) | undefined>;
};

/** What a bench is made with besides tool and database. */
export type BenchOptions = {
  migrations: readonly ScriptedMigration[];
  inputs?: Partial<Pick<ToolSettings, "migrationsDirectory" | "migrationsTable" | "toolCommand">>;
  /** Changes the project on disk before anything is read. */
  prepare?(project: ToolProject): void;
};

/** Makes it; `await using` removes it. */
export async function openBench(tool: ToolName, url: string, options: BenchOptions): Promise<Bench & AsyncDisposable> {
  const folder = workspace({}, { git: false, name: tool });
  const make = toolProjects[tool];
  if (make === undefined) throw new Error(`There is no project of ${tool}.`);
  const project = await make({ directory: folder.path, url });
  await project.write(options.migrations);
  options.prepare?.(project);
  const files = openCheckoutFiles(folder.path, folder.path);
  const adapter = adapterOf(tool);
  const given = settingsOf(project, url, options);
  const settings = (await adapter.complete?.(files, given)) ?? given;
  const { directory } = project;
  const database = openDatabase({ url: parseDatabaseUrl(url), directory, name: "bench", clock: systemClock });
  const { query } = database;
  const list = async (): Promise<readonly Migration[]> => (await adapter.list(files, settings)) ?? [];
  const bench = { adapter, project, settings, query, list, run: (command: Command) => runCommand(command, project) };
  const dispose = async (): Promise<void> => {
    await database.close();
    folder.cleanup();
  };
  return { ...bench, ...readers(bench), ...doers(bench), [Symbol.asyncDispose]: dispose };
}

function settingsOf({ inputs }: ToolProject, url: string, options: BenchOptions): ToolSettings {
  return settingsFor(url, {
    migrationsDirectory: inputs["migrations-directory"] ?? "",
    migrationsTable: inputs["migrations-table"] ?? "",
    toolCommand: inputs["tool-command"]?.split("\n") ?? [],
    ...options.inputs,
  });
}

type Base = Pick<Bench, "adapter" | "project" | "settings" | "query" | "list" | "run">;

function readers({ adapter, settings, query }: Base): Pick<Bench, "applied" | "tables"> {
  const state = adapter.state(settings);
  return {
    async applied() {
      if (state.how !== "table") throw new Error("This tool is asked another way.");
      return (await state.read(query)).applied.map(({ id }) => id);
    },
    async tables() {
      const rows = (await query([TABLES[settings.engine]]))[0] ?? [];
      const names = rows.map((row) => String(row["name"]));
      return names.filter((name) => !state.tables.some((own) => own.toLowerCase() === name.toLowerCase())).sort();
    },
  };
}

const TABLES = {
  postgresql: "select table_name as name from information_schema.tables where table_schema = 'public'",
  mysql: "select table_name as name from information_schema.tables where table_schema = database()",
  sqlite: "select name from sqlite_master where type = 'table' and name not like 'sqlite%'",
};

function doers(base: Base): Pick<Bench, "up" | "down"> {
  const { adapter, settings, list, run } = base;
  const { applied } = readers(base);
  return {
    async up() {
      const [migrations, now] = [await list(), await applied()];
      const pending = migrations.filter(({ id }) => !now.includes(id));
      const { command, applies } = adapter.up(pending, { settings, migrations, applied: now });
      return { ...(await run(command)), applies, argv: command.argv };
    },
    async down(id) {
      const [migrations, now] = [await list(), await applied()];
      const target = migrations.find((migration) => migration.id === id) ?? {
        id,
        title: id,
        digest: "",
        down: "unknown",
      };
      const step = adapter.down(target, { settings, migrations, applied: now });
      return step === undefined ? undefined : { ...(await run(step.command)), argv: step.command.argv };
    },
  };
}

/** Runs a command as the executor does. */
async function runCommand(command: Command, { directory, environment }: ToolProject): Promise<Ended> {
  const scratch = command.scratch === undefined ? undefined : makeScratch(tmpdir(), directory, command.scratch);
  const [program = "", ...args] = command.argv.map((each) => each.replaceAll("{scratch}", scratch?.path ?? ""));
  try {
    return await new Promise((resolve, reject) => {
      const env = { PATH: process.env["PATH"], HOME: directory, TZ: "UTC", ...environment, ...command.environment };
      const child = spawn(program, args, { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => (output += text));
      child.once("error", reject);
      child.once("close", (code) => resolve({ exitCode: code ?? -1, output }));
    });
  } finally {
    scratch?.remove();
  }
}
