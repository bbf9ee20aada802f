/**
 * Runs a workflow file the way GitHub does, for tests: its parser and expression engine, jobs and steps as processes on
 * this machine, our actions from their bundles, other actions as fakes. No containers, no services, no composite actions.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { createCanceller } from "./cancelling.ts";
import { concurrencyGroups } from "./concurrency.ts";
import { readWorkflow } from "./document.ts";
import { HANDRAIL, openFrame } from "./frame.ts";
import { runFrame } from "./jobs.ts";
import type { Run, WorkflowOptions } from "./options.ts";
import type { WorkflowResult } from "./result.ts";
import { isFromFork, isTriggered, runTarget } from "./trigger.ts";

/**
 * Runs a workflow. Use `using`, or call `cleanup()`.
 * @throws Error when GitHub would not start it, or when it needs something that is not supported here.
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  const target = runTarget(options.event);
  const parent = realpathSync(options.workspaceRoot ?? tmpdir());
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, "handrail-run-"));
  const cleanup = (): void => rmSync(root, { recursive: true, force: true });
  const run: Run = {
    options,
    sha: options.github.sha ?? target.sha ?? headOf(options.repositoryPath),
    ref: options.github.ref ?? target.ref,
    isFork: isFromFork(options.event, options.github.repository),
    root,
    groups: options.concurrency ?? concurrencyGroups(),
    canceller: createCanceller(),
    results: new Map(),
  };
  void options.cancel?.then(() => run.canceller.cancel());
  try {
    return { ...(await start(run)), jobs: run.results, cleanup, [Symbol.dispose]: cleanup };
  } catch (error) {
    cleanup();
    throw error;
  }
}

type Ended = Omit<WorkflowResult, "jobs" | "cleanup" | typeof Symbol.dispose>;

async function start(run: Run): Promise<Ended> {
  const { options } = run;
  const own = resolve(options.repositoryPath);
  const file = resolve(own, options.file);
  const isOwn = !relative(own, file).startsWith("..");
  const root = isOwn ? own : resolve(options.handrailPath ?? own);
  const document = await readWorkflow(file, relative(root, file));
  const isCalled = !isOwn || (!document.on.has(options.event.name) && document.on.has("workflow_call"));
  if (!isCalled && !isTriggered(document, options.event))
    return { isTriggered: false, result: "skipped", outputs: {}, concurrency: undefined };
  const source = isOwn
    ? { repository: options.github.repository, sha: run.sha, root }
    : { repository: HANDRAIL, sha: "f".repeat(40), root };
  const frame = await openFrame({
    run,
    document,
    source,
    given: options.inputs ?? {},
    secrets: run.isFork ? {} : (options.secrets ?? {}),
    isCalled,
    ceiling: isCalled ? options.permissions : undefined,
    path: "",
    name: "",
    canceller: run.canceller,
    held: [],
  });
  return { isTriggered: true, ...(await runFrame(frame)) };
}

function headOf(repository: string): string {
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: repository, encoding: "utf8" }).trim();
}
