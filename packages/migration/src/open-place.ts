/** Opens where a migration runs and where the database is asked, from the inputs and the doors that main.ts hands over. */
import type { Ask } from "@handrail/aws";
import { parseDatabaseUrl, quoteName, searchPathSetting } from "@handrail/database";
import type { DatabaseUrl, Engine } from "@handrail/database";
import type { OpenDatabase } from "@handrail/database/client";
import { inputFailure } from "@handrail/runner";
import type { Clock, Log } from "@handrail/runner";
import type { Adapter, Files, ToolName, ToolSettings } from "./adapter.ts";
import { adapterOf } from "./adapters.ts";
import { openRunnerExecutor } from "./executor-runner.ts";
import type { RunnerDoors } from "./executor-runner.ts";
import type { Executor } from "./executor.ts";
import type { SharedInputs } from "./inputs.ts";
import type { Place } from "./snapshot.ts";

/** What main.ts hands over. Each is loaded when it is asked for. */
export type PlaceDoors = {
  /** The workspace, absolute. */
  workspace: string;
  /** The checkout, below working-directory. */
  files: Files;
  /** What commands see. */
  environment: Readonly<Record<string, string>>;
  processes: Omit<RunnerDoors, "openDatabase" | "clock" | "log" | "cancelled">;
  database(): Promise<{ openDatabase: OpenDatabase }>;
  aws(): Promise<{ ask: Ask }>;
  clock: Clock;
  log: Log;
  cancelled: AbortSignal;
};

/** What tells this job from another, for names of sessions and tokens of tasks. */
export type PlaceFacts = {
  runId: string;
  attempt: number;
  /** Of a rollback: what the record says about the task that ran. */
  image?: string;
  taskDefinition?: string;
};

/**
 * The address of the database; undefined where a task knows its own.
 * @throws Failure `invalid-input`
 */
export function databaseUrlOf(inputs: SharedInputs): DatabaseUrl | undefined {
  return inputs.executor === "ecs" || inputs["database-url"] === ""
    ? undefined
    : parseDatabaseUrl(inputs["database-url"]);
}

/** Opens it. Nothing is started. @throws Failure `invalid-input`, AwsFault */
export async function openPlace(inputs: SharedInputs, doors: PlaceDoors, facts: PlaceFacts): Promise<Place> {
  const adapter = adapterOf(toolOf(inputs));
  const url = databaseUrlOf(inputs);
  const engine = url?.engine ?? engineOf(inputs, adapter);
  if (!adapter.engines.includes(engine)) {
    throw inputFailure([
      {
        name: "tool",
        given: adapter.tool,
        accepts: `a tool that works with ${engine}`,
        why: `${adapter.title} does not`,
      },
    ]);
  }
  const executor =
    url === undefined ? await openEcs(inputs, doors, facts, engine) : await openRunner(url, inputs, doors, facts);
  const given = settingsOf(inputs, url, engine);
  // What the project itself says about the tool.
  const settings = (await adapter.complete?.(doors.files, given)) ?? given;
  return { executor, adapter, settings, schemaCommand: inputs["schema-command"] };
}

function toolOf({ tool }: SharedInputs): ToolName {
  if (tool === "") throw inputFailure([{ name: "tool", given: "", accepts: "the name of a tool" }]);
  return tool;
}

/** A task's database is known by the tool when that speaks to one kind only; else by the input `engine`. */
function engineOf(inputs: SharedInputs, { engines }: Adapter): Engine {
  if (inputs.engine !== "") return inputs.engine;
  const [first] = engines;
  if (engines.length === 1 && first !== undefined) return first;
  throw inputFailure([
    { name: "engine", given: "", accepts: `one of ${engines.join(", ")}`, why: "executor ecs needs it for this tool" },
  ]);
}

function settingsOf(inputs: SharedInputs, url: DatabaseUrl | undefined, engine: Engine): ToolSettings {
  return {
    url,
    engine,
    migrationsDirectory: inputs["migrations-directory"],
    migrationsTable: inputs["migrations-table"],
    toolCommand: inputs["tool-command"],
    custom: { status: inputs["status-command"], up: inputs["up-command"], down: inputs["down-command"] },
    isRemote: inputs.executor === "ecs",
  };
}

async function openRunner(
  url: DatabaseUrl,
  inputs: SharedInputs,
  doors: PlaceDoors,
  { runId, attempt }: PlaceFacts,
): Promise<Executor> {
  const { openDatabase } = await doors.database();
  const { workspace, environment, processes, clock, log, cancelled } = doors;
  const at = inputs["working-directory"];
  const directory = at === "." ? workspace : `${workspace}/${at}`;
  return openRunnerExecutor(
    {
      url,
      directory,
      environment: { ...searchPathFor(url), ...environment, PATH: pathOf(environment, workspace, directory) },
      timeoutMs: inputs.timeout,
      sessionName: `handrail ${runId === "" ? "local" : `${runId}-${attempt}`}`,
    },
    { ...processes, openDatabase, clock, log, cancelled },
  );
}

/** The search path of the address for tools whose driver does not read it there: libpq, node-postgres and Go's drivers know PGOPTIONS. */
function searchPathFor({ searchPath }: DatabaseUrl): Readonly<Record<string, string>> {
  if (searchPath.length === 0) return {};
  return { PGOPTIONS: searchPathSetting(searchPath.map((name) => quoteName(name, "postgresql")).join(",")) };
}

/** PATH with the programs that npm installed here or in a directory above, as `npm run` has it. */
function pathOf(environment: Readonly<Record<string, string>>, workspace: string, directory: string): string {
  const found: string[] = [];
  for (let at = directory; at.startsWith(workspace); at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    found.push(`${at}/node_modules/.bin`);
    if (at === workspace) break;
  }
  return [...found, environment["PATH"] ?? ""].filter((each) => each !== "").join(":");
}

async function openEcs(
  inputs: SharedInputs,
  doors: PlaceDoors,
  { runId, attempt, image = "", taskDefinition }: PlaceFacts,
  engine: Engine,
): Promise<Executor> {
  const { ask } = await doors.aws();
  const { openEcsExecutor } = await import("./ecs.ts");
  return openEcsExecutor(
    {
      cluster: inputs.cluster,
      taskDefinition: taskDefinition ?? inputs["task-definition"],
      container: inputs.container,
      subnets: inputs.subnets,
      securityGroups: inputs["security-groups"],
      assignPublicIp: inputs["assign-public-ip"],
      capacityProvider: inputs["capacity-provider"],
      commandPrefix: inputs["command-prefix"],
      tool: toolOf(inputs),
      engine,
      intent: [inputs.environment, runId, inputs["dry-run"] ? `dry ${attempt}` : ""].join(" "),
      timeoutMs: inputs.timeout,
      onCancel: inputs["on-cancel"],
      imageDigest: image,
    },
    { ask, clock: doors.clock, log: doors.log, cancelled: doors.cancelled },
  );
}
