/** The runner's side of a step's process: its file commands, its environment, and what is read from it afterwards. */
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { stepEnvironment } from "../action/environment.ts";
import type { StepPaths } from "../action/environment.ts";
import type { ActionManifest } from "../action/manifest.ts";
import type { PhaseRun } from "../action/phase.ts";
import { readResult } from "../action/result.ts";
import type { PhaseResult } from "../action/result.ts";
import { runContext } from "./frame.ts";
import type { JobState } from "./job-state.ts";
import type { StepEnd } from "./step-end.ts";

/** A process to start. */
export type Process = {
  environment: Record<string, string>;
  /** Reads what it left behind. */
  read(run: PhaseRun): PhaseResult;
};

/** Makes the file commands and the environment of one phase of a step. */
export async function prepareProcess(
  state: JobState,
  manifest: ActionManifest,
  given: {
    inputs: Readonly<Record<string, string>>;
    env: Readonly<Record<string, string>>;
    state?: Map<string, string>;
  },
): Promise<Process> {
  const { run, document } = state.frame;
  const files = stepFiles(state.paths.files);
  for (const file of Object.values(files)) writeFileSync(file, "");
  const context = runContext(run, document, { id: state.id, token: state.token });
  const environment = await stepEnvironment({
    manifest,
    context,
    event: run.options.event.payload,
    paths: { ...state.paths, files },
    inputs: given.inputs,
    env: { ...run.options.machine, ...given.env },
    path: state.path,
    state: given.state ?? new Map(),
    trackingId: state.trackingId,
    isDebug: false,
  });
  if (state.permissions["id-token"] === "write") {
    environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://actions.example/token";
    environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "canary-id-token-request-token";
  }
  return { environment, read: (run) => readResult(run, files, state.token) };
}

/** An action without inputs, for what is no action. */
export const NO_MANIFEST: ActionManifest = {
  directory: "",
  main: "",
  post: undefined,
  postIf: "always()",
  inputs: new Map(),
};

/** What a job keeps of it. */
export function toStepEnd(result: PhaseResult): StepEnd {
  const { conclusion, outputs, env, path, masks, log, summary, annotations } = result;
  const end = result.failures.map((failure) => `##[error]${failure}`);
  if (result.exitCode !== 0) end.push(`##[error]Process completed with exit code ${result.exitCode ?? "unknown"}.`);
  return { conclusion, outputs, env, path, masks, log: [log, ...end].join("\n"), summary, annotations };
}

function stepFiles(folder: string): StepPaths["files"] {
  const id = randomUUID();
  const file = (name: string): string => join(folder, `${name}_${id}`);
  return {
    output: file("set_output"),
    env: file("set_env"),
    path: file("add_path"),
    state: file("save_state"),
    summary: file("step_summary"),
  };
}
