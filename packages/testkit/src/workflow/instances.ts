/** A job that runs: each job of its matrix in its concurrency group, or the workflow that it calls. */
import { readWorkflow } from "./document.ts";
import type { JobDocument } from "./document.ts";
import { evaluateText, evaluateTexts, evaluateValue } from "./evaluate.ts";
import type { Scope } from "./evaluate.ts";
import { openFrame, resolveWorkflow } from "./frame.ts";
import type { Frame } from "./frame.ts";
import { runJob } from "./job.ts";
import { expandMatrix, matrixSuffix } from "./matrix.ts";
import type { Combination } from "./matrix.ts";
import { DEFAULT_PERMISSIONS, parsePermissions, withinCeiling, withoutTrust } from "./permissions.ts";
import type { Granted } from "./permissions.ts";
import type { Conclusion, JobResult } from "./result.ts";
import { inGroup, readConcurrency } from "./turn.ts";

/** What `needs` tells about a job. */
export type Needed = { result: Conclusion; outputs: Readonly<Record<string, string>> };

type RunFrame = (frame: Frame) => Promise<Needed>;

/** Runs a job that is to run: once, or as a matrix. `runFrame` runs the workflow that it calls. */
export async function runMatrix(
  frame: Frame,
  id: string,
  job: JobDocument,
  scope: Scope,
  runFrame: RunFrame,
): Promise<Needed> {
  const { matrix, ...more } = ((await evaluateValue(job.strategy ?? {}, scope)) ?? {}) as Record<string, unknown>;
  const combinations = expandMatrix(matrix);
  const failFast = more["fail-fast"] !== false;
  const parallel = Number(more["max-parallel"] ?? combinations.length);
  const canceller = frame.canceller.child();
  const waiting = [...combinations.entries()];
  const ended: Needed[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, combination] = next;
      const strategy = {
        "fail-fast": failFast,
        "job-index": index,
        "job-total": combinations.length,
        "max-parallel": parallel,
      };
      const contexts = { ...scope.contexts, matrix: matrix === undefined ? null : combination, strategy };
      const needed = await runInstance({ ...frame, canceller }, { id, job, combination, runFrame }, { contexts });
      ended.push(needed);
      if (needed.result === "failure" && failFast && combinations.length > 1) canceller.cancel();
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, combinations.length) }, work));
  const outputs = Object.assign({}, ...ended.map((each) => each.outputs)) as Record<string, string>;
  return { result: summarise(ended), outputs };
}

type Instance = { id: string; job: JobDocument; combination: Combination; runFrame: RunFrame };

async function runInstance(frame: Frame, instance: Instance, scope: Scope): Promise<Needed> {
  const { id, job, combination } = instance;
  const name = job.name === undefined ? `${id}${matrixSuffix(combination)}` : await evaluateText(job.name, scope);
  const canceller = frame.canceller.child();
  const concurrency = await readConcurrency(job.concurrency, scope);
  const permissions = permissionsOf(frame, job, name);
  const inner = { ...frame, canceller };
  const ended = canceller.isCancelled
    ? undefined
    : await inGroup(inner, concurrency, canceller, async (held): Promise<Needed> => {
        if (job.uses !== undefined) return runCall({ ...inner, held }, instance, name, permissions, scope);
        const result = await runJob({ frame: inner, id, name, job, scope, permissions, concurrency });
        frame.run.results.set(result.name, result);
        return (await evaluateValue(job["continue-on-error"] ?? false, scope)) === true && result.result === "failure"
          ? { ...result, result: "success" }
          : result;
      });
  if (ended === undefined) recordJob(frame, id, name, { result: "cancelled", concurrency });
  return ended ?? { result: "cancelled", outputs: {} };
}

/** Runs the workflow that a job calls. */
async function runCall(
  frame: Frame,
  { id, job, runFrame }: Instance,
  name: string,
  permissions: Granted,
  scope: Scope,
): Promise<Needed> {
  const { file, path, source } = resolveWorkflow(frame, job.uses ?? "");
  const document = await readWorkflow(file, path);
  const contexts = { ...scope.contexts, secrets: frame.secrets };
  const secrets = job.secrets === "inherit" ? frame.secrets : await evaluateTexts(job.secrets, { contexts });
  const declared = Object.keys(document.on.get("workflow_call")?.["secrets"] ?? {});
  const inner = await openFrame({
    ...frame,
    document,
    source,
    given: (await evaluateValue(job.with ?? {}, scope)) as Record<string, unknown>,
    secrets:
      job.secrets === "inherit"
        ? Object.fromEntries(Object.entries(secrets).filter(([each]) => declared.includes(each)))
        : secrets,
    isCalled: true,
    ceiling: permissions,
    path: `${frame.path}${id}/`,
    name: `${frame.name}${name} / `,
  });
  return runFrame(inner);
}

/** What a job's token may do; for a call, what the called workflow's jobs may ask for. */
function permissionsOf(frame: Frame, job: JobDocument, name: string): Granted {
  const { run, document, ceiling } = frame;
  const preset = ceiling ?? run.options.permissions ?? DEFAULT_PERMISSIONS;
  const asked = parsePermissions(job.permissions) ?? parsePermissions(document.permissions) ?? preset;
  const granted = withinCeiling(asked, ceiling, name);
  return run.isFork && job.uses === undefined ? withoutTrust(granted) : granted;
}

/** Records a job that had no steps to run. */
export function recordJob(
  frame: Frame,
  id: string,
  name: string,
  more: Pick<JobResult, "result"> & Partial<JobResult>,
): void {
  const full = `${frame.name}${name}`;
  frame.run.results.set(full, {
    id: `${frame.path}${id}`,
    name: full,
    outputs: {},
    steps: [],
    permissions: {},
    runsOn: undefined,
    environment: undefined,
    concurrency: undefined,
    log: "",
    ...more,
  });
}

/** The one result of several jobs. */
export function summarise(ended: readonly Needed[]): Conclusion {
  const results = new Set(ended.map(({ result }) => result));
  const order: Conclusion[] = ["failure", "cancelled", "success", "skipped"];
  return order.find((each) => results.has(each)) ?? "success";
}
