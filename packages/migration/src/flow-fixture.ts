/**
 * A run's surroundings as object literals: a tool whose commands are functions, a database in memory, GitHub as a list, a clock that
 * turns by itself. For tests of the flow.
 */
import { DatabaseSync } from "node:sqlite";
import { DatabaseFailure } from "@handrail/database";
import type { Engine, Query, Row } from "@handrail/database";
import type { DatabaseSession, SessionMark } from "@handrail/database/client";
import { parseContext } from "@handrail/github";
import type { Deployment, DeploymentStatusRequest } from "@handrail/github/client";
import { createRedactor, input, readInputs } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import type { Adapter } from "./adapter.ts";
import type { Ending, Executor } from "./executor.ts";
import { executorInputs, recordInputs, toolInputs } from "./inputs.ts";
import type { Journal } from "./journal.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationDeps, MigrationStep } from "./step.ts";

/** A Deployment with what was said of it. */
export type KeptDeployment = Deployment & { statuses: DeploymentStatusRequest[] };

/** Everything that a run touches. */
export type World = {
  database: DatabaseSync;
  place: Place;
  step: MigrationStep;
  clock: VirtualClock;
  cancel: AbortController;
  /** What was logged; warnings with a `!` in front. */
  said: string[];
  summaries: string[];
  states: Map<string, string>;
  deployments: KeptDeployment[];
  /** What a command does, by the words of its argv; what it leaves out is an end with exit code 0. */
  command: (...argv: string[]) => Partial<Ending> | Promise<Partial<Ending>>;
  /** Called before a statement is carried out; what it throws is the answer. `isUsual`: on the connection that a cancel ends. */
  onStatement: (statement: string, isUsual: boolean) => void;
  /** What the server tells, look by look; the last one again and again. */
  sessions: (readonly DatabaseSession[] | Error)[];
  /** By whom it was asked. */
  marks: (SessionMark | undefined)[];
  /** What GitHub does instead, by verb. */
  github: Partial<Awaited<ReturnType<MigrationDeps["github"]>>>;
};

/** A session of the tool that does something. */
export function sessionOf(id: string, more: Partial<DatabaseSession> = {}): DatabaseSession {
  return { id, name: "tool", statement: `work ${id}`, blockedBy: [], forMs: 1000, isOurs: true, ...more };
}

/** Sets it up: an empty database. */
export function createWorld(given: { engine?: Engine; inputs?: Readonly<Record<string, string>> } = {}): World {
  const database = new DatabaseSync(":memory:");
  database.exec("create table tool (id text primary key)");
  const cancel = new AbortController();
  const world: Omit<World, "place" | "step"> = {
    database,
    clock: virtualClock({ mode: "auto" }),
    cancel,
    said: [],
    summaries: [],
    states: new Map(),
    deployments: [],
    command: () => ({}),
    onStatement: () => undefined,
    sessions: [[]],
    marks: [],
    github: {},
  };
  const place = placeOf(world, given.engine ?? "postgresql");
  return Object.assign(world, { place, step: stepOf(world, () => place, given.inputs ?? {}) });
}

type Base = Omit<World, "place" | "step">;

function placeOf(world: Base, engine: Engine): Place {
  const executor: Executor = {
    kind: "runner",
    engine,
    run: async ({ argv }) => {
      const ended: Ending = { kind: "exited", exitCode: 0, cause: "", remedy: "", stdout: "", stderr: "" };
      if (argv[0] === "schema") return { ...ended, stdout: dumpOf(world.database) };
      return { ...ended, ...(await world.command(...argv)) };
    },
    query: queryOf(world, true),
    queryWhenCancelled: queryOf(world, false),
    sessions: (mark) => {
      world.marks.push(mark);
      const found = (world.sessions.length > 1 ? world.sessions.shift() : world.sessions[0]) ?? [];
      return Array.isArray(found) ? Promise.resolve(found) : Promise.reject(found);
    },
    sessionMark: () => Promise.resolve({ name: "handrail 1-1", first: "7" }),
    identity: "database",
    place: "postgresql://host/app",
    close: () => Promise.resolve(),
  };
  return { executor, adapter, settings: settingsOf(engine), schemaCommand: ["schema"] };
}

function settingsOf(engine: Engine): Place["settings"] {
  const custom = { status: [], up: [], down: [] };
  const texts = { migrationsDirectory: "", migrationsTable: "", toolCommand: [] };
  return { url: undefined, engine, ...texts, custom, isRemote: false };
}

const adapter: Adapter = {
  tool: "dbmate",
  title: "Tool",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  list: () => Promise.resolve([]),
  state: () => ({
    how: "table",
    tables: ["tool"],
    read: async (query) => {
      const [rows = []] = await query(["select id from tool order by rowid"]);
      return { applied: rows.map(({ id }) => ({ id: String(id) })), isInOrder: true };
    },
  }),
  up: ([first]) => ({ command: { argv: ["up", first?.id ?? ""], environment: {} }, applies: [first?.id ?? ""] }),
  down: ({ id }) => ({ command: { argv: ["down", id], environment: {} }, reverts: id }),
};

function dumpOf(database: DatabaseSync): string {
  const rows = database.prepare("select name, sql from sqlite_master order by name").all();
  const own = rows.filter(({ name }) => name !== "tool" && !String(name).startsWith("handrail_"));
  return `-- schema\nselect 1;\n${own.map(({ sql }) => `${String(sql)};\n`).join("")}`;
}

function queryOf(world: Base, isUsual: boolean): Query {
  const { database, cancel } = world;
  return async (statements) => {
    const answers: Row[][] = [];
    for (const statement of statements) {
      await Promise.resolve();
      world.onStatement(statement, isUsual);
      if (isUsual) cancel.signal.throwIfAborted();
      answers.push(execute(database, statement));
    }
    return answers;
  };
}

function execute(database: DatabaseSync, statement: string): Row[] {
  try {
    return database.prepare(statement).all() as Row[];
  } catch (error) {
    const message = String(error);
    const kind = /no such table/.test(message) ? "missing" : /UNIQUE/.test(message) ? "exists" : "refused";
    throw new DatabaseFailure({ kind, code: "SQLITE", message });
  }
}

const inputs = {
  ...toolInputs,
  ...executorInputs,
  ...recordInputs,
  "github-token": input.secret({ description: "", default: "" }),
};

function stepOf(world: Base, place: () => Place, more: Readonly<Record<string, string>>): MigrationStep {
  const values = { tool: "dbmate", environment: "production", "github-token": "t", "lock-timeout": "0s", ...more };
  const named = Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const context = { GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "1", GITHUB_SHA: "c".repeat(40), GITHUB_ACTOR: "mona" };
  const { said, states, summaries, clock, cancel } = world;
  const say = (text: string): void => void said.push(text);
  let runs = 0;
  return {
    inputs: readInputs(inputs, Object.fromEntries(named) as Record<string, string>),
    context: parseContext(context, {}),
    deps: {
      host: {
        log: { info: say, warning: (text) => say(`!${text}`), debug: say, group: say, endGroup: () => undefined },
        clock,
        cancelled: cancel.signal,
        annotate: () => undefined,
        redactor: createRedactor(),
        saveState: (name, value) => void states.set(name, value),
        state: (name) => states.get(name),
        summary: (markdown) => void summaries.push(markdown),
      },
      files: { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) },
      github: () => Promise.resolve({ ...githubOf(world), ...world.github }),
      openPlace: () => Promise.resolve(place()),
      nonce: () => `nonce-of-run-${(runs += 1)}`,
    },
  };
}

function githubOf({ deployments, clock }: Base): Awaited<ReturnType<MigrationDeps["github"]>> {
  return {
    createDeployment: ({ ref, task, environment, description = "", payload = {} }) => {
      const made: KeptDeployment = {
        id: 500 + deployments.length,
        sha: ref,
        ref,
        task,
        environment,
        description,
        payload: JSON.parse(JSON.stringify(payload)) as Record<string, unknown>,
        creator: "github-actions[bot]",
        createdAt: clock.now(),
        statuses: [],
      };
      deployments.push(made);
      return Promise.resolve(made);
    },
    setDeploymentStatus: (id, status) => {
      deployments.find((each) => each.id === id)?.statuses.push(status);
      return Promise.resolve();
    },
    listDeployments: ({ isRelevant, atMost }) => {
      const found = deployments.toReversed().filter((each) => isRelevant?.(each) !== false);
      const listed = found.slice(0, atMost).map(({ statuses, ...each }) => {
        const last = statuses.at(-1);
        if (last === undefined) return each;
        const { state, description = "" } = last;
        return { ...each, status: { id: 1, state, description, creator: "", logUrl: "", environmentUrl: "" } };
      });
      return Promise.resolve(listed);
    },
    runState: () => Promise.resolve({ isCompleted: true, conclusion: "failure" }),
  };
}

/** A journal of a run of m1, m2 and m3 on an empty database; `before` is what the database is now. */
export function journalOf(before: Journal["before"], more: Partial<Journal> = {}): Journal {
  return {
    kind: "run",
    tool: "dbmate",
    directory: ".",
    commit: "c".repeat(40),
    actor: "mona",
    runId: "1",
    attempt: 1,
    runUrl: "https://github.com/o/r/actions/runs/1",
    startedAt: 1_000,
    before,
    planned: ["m1", "m2", "m3"].map((id) => ({ id, digest: "", down: "real" })),
    done: [],
    doing: [],
    ...more,
  };
}
