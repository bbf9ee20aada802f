/** Runs a `uses:` step: an action of ours or of the checkout as node processes, anybody else's by its fake. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { readManifest } from "../action/manifest.ts";
import type { ActionManifest } from "../action/manifest.ts";
import { runPhase } from "../action/phase.ts";
import type { PhaseResult } from "../action/result.ts";
import { evaluateTexts, isMet } from "./evaluate.ts";
import { HANDRAIL } from "./frame.ts";
import { jobEnvironment, stepScope } from "./job-state.ts";
import type { JobState } from "./job-state.ts";
import { failedStep, record } from "./step-end.ts";
import type { StepEnd, StepStart } from "./step-end.ts";
import { NO_MANIFEST, prepareProcess, toStepEnd } from "./step-files.ts";

/** Runs the step. */
export async function runAction(state: JobState, start: StepStart): Promise<StepEnd> {
  const uses = start.step.uses ?? "";
  const inputs = await evaluateTexts(start.step.with, start.scope);
  const { handrailPath } = state.frame.run.options;
  if (uses.startsWith("./")) return runFolder(state, start, inputs, resolve(state.paths.workspace, uses));
  const ours = new RegExp(`^${HANDRAIL}/(.+)@`, "u").exec(uses)?.[1];
  if (ours !== undefined && handrailPath !== undefined)
    return runFolder(state, start, inputs, join(handrailPath, ours));
  return runFake(state, start, inputs, uses);
}

async function runFolder(
  state: JobState,
  start: StepStart,
  inputs: Readonly<Record<string, string>>,
  folder: string,
): Promise<StepEnd> {
  if (!existsSync(join(folder, "action.yml")))
    return failedStep(
      `Can't find 'action.yml' under '${folder}'. Did you forget to run actions/checkout before running your local action?`,
    );
  const manifest = readManifest(folder);
  const unexpected = Object.keys(inputs).filter((name) => !manifest.inputs.has(name));
  const main = await runScriptOf(state, manifest, manifest.main, { inputs, env: start.env });
  if (manifest.post !== undefined) pushPost(state, start, inputs, manifest, manifest.post, main.state);
  const end = toStepEnd(main);
  const warnings = unexpected.map((name) => `##[warning]Unexpected input(s) '${name}'`);
  return { ...end, log: [...warnings, end.log].join("\n") };
}

function pushPost(
  state: JobState,
  start: StepStart,
  inputs: Readonly<Record<string, string>>,
  manifest: ActionManifest,
  script: string,
  saved: Readonly<Record<string, string>>,
): void {
  const uses = start.step.uses ?? "";
  const name = `Post ${start.name}`;
  const run = async (): Promise<void> => {
    const outer = await jobEnvironment(state);
    const env = { ...outer, ...(await evaluateTexts(start.step.env, stepScope(state, outer))) };
    if (!(await isMet(manifest.postIf, stepScope(state, env)))) return;
    const post = await runScriptOf(state, manifest, script, { inputs, env, state: new Map(Object.entries(saved)) });
    record(state, { uses }, name, toStepEnd(post));
  };
  state.posts.push({ name, uses, run });
}

async function runScriptOf(
  state: JobState,
  manifest: ActionManifest,
  script: string,
  given: Parameters<typeof prepareProcess>[2],
): Promise<PhaseResult> {
  const process = await prepareProcess(state, manifest, given);
  const { canceller, run } = state.frame;
  const phase = await runPhase({
    script,
    nodeArguments: [],
    cwd: state.paths.workspace,
    environment: process.environment,
    // What starts after the cancellation (always(), post steps) runs to its end.
    cancel: canceller.isCancelled ? undefined : { when: canceller.happened },
    signals: [],
    onStart: undefined,
    limitMs: run.options.limitMs ?? 120_000,
  });
  return process.read(phase);
}

async function runFake(
  state: JobState,
  start: StepStart,
  inputs: Readonly<Record<string, string>>,
  uses: string,
): Promise<StepEnd> {
  const { options, sha } = state.frame.run;
  const fake = options.actions?.[uses.replace(/@.*$/u, "")];
  if (fake === undefined) throw new Error(`${state.frame.document.path}: nothing in this test stands for ${uses}`);
  const process = await prepareProcess(state, NO_MANIFEST, { inputs, env: start.env });
  const lines: string[] = [];
  try {
    const answer = await fake({
      uses,
      inputs,
      environment: process.environment,
      workspace: state.paths.workspace,
      temp: state.paths.temp,
      job: `${state.frame.name}${state.name}`,
      token: state.token,
      permissions: state.permissions,
      repository: options.github.repository,
      sha,
      log: (line) => lines.push(line),
    });
    const { post } = answer;
    if (post !== undefined) state.posts.push({ name: `Post ${start.name}`, uses, run: async () => post() });
    return {
      ...failedStep(""),
      conclusion: "success",
      outputs: answer.outputs ?? {},
      env: answer.env ?? {},
      masks: answer.masks ?? [],
      log: lines.join("\n"),
      annotations: [],
    };
  } catch (error) {
    const failed = failedStep(error instanceof Error ? error.message : String(error));
    return { ...failed, log: [...lines, failed.log].join("\n") };
  }
}
