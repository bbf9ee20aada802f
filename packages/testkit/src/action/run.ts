/**
 * The action host: runs an action as the runner does, main and post, and reads what it left behind by the runner's
 * rules. It knows no action; what is right or wrong is for the test to say.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { GitHub } from "../github/server.ts";
import type { Workspace } from "../workspace.ts";
import { runContext } from "./context.ts";
import { expressionContexts, stepEnvironment } from "./environment.ts";
import type { RunContext, StepPaths } from "./environment.ts";
import { isConditionMet } from "./expressions.ts";
import { readManifest } from "./manifest.ts";
import type { ActionManifest } from "./manifest.ts";
import { killOrphans } from "./orphans.ts";
import type { Orphan } from "./orphans.ts";
import { runPhase } from "./phase.ts";
import type { CancelOptions, SignalOptions } from "./phase.ts";
import { readResult } from "./result.ts";
import type { PhaseResult } from "./result.ts";

/** Options of {@link runAction}; only `action` is needed. */
export type ActionOptions = {
  /** A folder with an action.yml, or a script (`dist/index.js`, `src/main.ts`). */
  action: string;
  /** `source`: runs src/main.ts of the folder instead of the bundle. Default `bundle`. */
  entry?: "bundle" | "source";
  /** Inputs by the names of action.yml. */
  inputs?: Readonly<Record<string, string>>;
  /** The job's environment. */
  env?: Readonly<Record<string, string>>;
  /** Folders before PATH. */
  path?: readonly string[];
  /** The event's payload. Default: a push. */
  event?: unknown;
  /** Default: `pull_request` when the event has one, else `push`. */
  eventName?: string;
  /** The checkout. Default: an empty folder. */
  workspace?: Workspace | string;
  /** Where GITHUB_*_URL point to and whose token is used. */
  github?: GitHub;
  /** What differs from the defaults of the workflow run. */
  context?: Partial<RunContext>;
  isDebug?: boolean;
  /** `main` alone is what a runner shutdown leaves; `post` may be there twice. Default: both, once. */
  phases?: readonly ("main" | "post")[];
  /** Cancels main as the runner does. */
  cancel?: CancelOptions;
  /** Cancels post. */
  cancelPost?: CancelOptions;
  /** Single signals to main. */
  signals?: readonly SignalOptions[];
  nodeArguments?: readonly string[];
  onStart?: (pid: number) => void;
  /** RUNNER_TOOL_CACHE, RUNNER_TEMP: default fresh folders. */
  toolCache?: string;
  temp?: string;
  /** After this long a phase is killed and the run rejects. Default 60 s. */
  limitMs?: number;
};

/** What an action left behind: main's result, and post's. */
export type ActionResult = PhaseResult &
  Disposable & {
    /** Of the last one. */
    post?: PhaseResult;
    /** Processes that outlived the step and were killed at the end of the job. */
    orphans: Orphan[];
    /** Paths below RUNNER_TEMP, `/` at the end of folders. */
    files: string[];
    temp: string;
    toolCache: string;
    workspace: string;
    cleanup(): void;
  };

/** Runs an action's main and post. Use `using`, or call `cleanup()`. */
export async function runAction(options: ActionOptions): Promise<ActionResult> {
  const manifest = readManifest(options.action, options.entry);
  const root = realpathSync(mkdtempSync(join(tmpdir(), "handrail-action-")));
  const trackingId = `github_${randomUUID()}`;
  const cleanup = (): void => rmSync(root, { recursive: true, force: true });
  try {
    const job = prepare(options, manifest, root, trackingId);
    const main = await job.run("main", manifest.main, new Map(), options.cancel, options.signals ?? []);
    const isPost = await isConditionMet(manifest.postIf, main.conclusion, job.contexts);
    let post: PhaseResult | undefined;
    for (const phase of options.phases ?? ["post"]) {
      if (phase !== "post" || !isPost || manifest.post === undefined) continue;
      post = await job.run("post", manifest.post, new Map(Object.entries(main.state)), options.cancelPost, []);
    }
    const orphans = killOrphans(trackingId);
    return {
      ...main,
      ...(post === undefined ? {} : { post }),
      orphans,
      files: listFiles(job.paths.temp),
      temp: job.paths.temp,
      toolCache: job.paths.toolCache,
      workspace: job.paths.workspace,
      cleanup,
      [Symbol.dispose]: cleanup,
    };
  } catch (error) {
    killOrphans(trackingId);
    cleanup();
    throw error;
  }
}

type Paths = Omit<StepPaths, "files">;
type Job = {
  paths: Paths;
  contexts: Record<string, unknown>;
  run(
    phase: "main" | "post",
    script: string,
    state: ReadonlyMap<string, string>,
    cancel: CancelOptions | undefined,
    signals: readonly SignalOptions[],
  ): Promise<PhaseResult>;
};

/** Makes the job's folders and files; the environment that main adds is kept for post. */
function prepare(options: ActionOptions, manifest: ActionManifest, root: string, trackingId: string): Job {
  const given = options.workspace;
  const paths: Paths = {
    home: makeFolder(root, "home"),
    temp: options.temp ?? makeFolder(root, "temp"),
    toolCache: options.toolCache ?? makeFolder(root, "tools"),
    workspace: given === undefined ? makeFolder(root, "workspace") : typeof given === "string" ? given : given.path,
    eventPath: join(root, "event.json"),
  };
  const event = options.event ?? { ref: "refs/heads/main" };
  writeFileSync(paths.eventPath, JSON.stringify(event, null, 2));
  const context = runContext(options, event);
  const env: Record<string, string> = { ...options.env };
  const added: string[] = [...(options.path ?? [])];
  const files = makeFolder(root, "files");
  return {
    paths,
    contexts: expressionContexts(context, event, { ...paths, files: stepFiles(files, "main") }),
    run: async (phase, script, state, cancel, signals) => {
      const own = stepFiles(files, phase);
      for (const file of Object.values(own)) writeFileSync(file, "");
      const environment = await stepEnvironment({
        manifest,
        context,
        event,
        paths: { ...paths, files: own },
        inputs: options.inputs ?? {},
        env,
        path: added,
        state,
        trackingId,
        isDebug: options.isDebug === true,
      });
      const run = await runPhase({
        script,
        nodeArguments: [...(script.endsWith(".ts") ? ["--conditions=source"] : []), ...(options.nodeArguments ?? [])],
        cwd: paths.workspace,
        environment,
        cancel,
        signals,
        onStart: phase === "main" ? options.onStart : undefined,
        limitMs: options.limitMs ?? 60_000,
      });
      const result = readResult(run, own, context.token);
      Object.assign(env, result.env);
      added.unshift(...result.path);
      return result;
    },
  };
}

function stepFiles(folder: string, phase: string): StepPaths["files"] {
  const file = (name: string): string => join(folder, `${name}_${phase}`);
  return {
    output: file("set_output"),
    env: file("set_env"),
    path: file("add_path"),
    state: file("save_state"),
    summary: file("step_summary"),
  };
}

function makeFolder(root: string, name: string): string {
  const path = join(root, name);
  mkdirSync(path);
  return path;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => `${join(entry.parentPath, entry.name).slice(folder.length + 1)}${entry.isDirectory() ? "/" : ""}`)
    .sort();
}
