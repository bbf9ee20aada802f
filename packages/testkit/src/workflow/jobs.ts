/** The jobs of a workflow document: their order by `needs`, and which of them run at all. Instances run in instances.ts. */
import { createCanceller } from "./cancelling.ts";
import type { Concurrency } from "./concurrency.ts";
import type { JobDocument } from "./document.ts";
import { evaluateTexts, isMet } from "./evaluate.ts";
import type { Status } from "./evaluate.ts";
import { githubContext } from "./frame.ts";
import type { Frame } from "./frame.ts";
import { callOutputs } from "./inputs.ts";
import { recordJob, runMatrix, summarise } from "./instances.ts";
import type { Needed } from "./instances.ts";
import type { Conclusion } from "./result.ts";
import { inGroup, readConcurrency } from "./turn.ts";

type FrameEnd = { result: Conclusion; outputs: Readonly<Record<string, string>>; concurrency: Concurrency | undefined };

/** Runs a document to its end. */
export async function runFrame(frame: Frame): Promise<FrameEnd> {
  const { run, document, canceller } = frame;
  const contexts = {
    github: githubContext(run, document, undefined),
    inputs: frame.inputs,
    vars: run.options.vars ?? {},
  };
  const concurrency = await readConcurrency(document.concurrency, { contexts });
  const own = canceller.child();
  const end = async (inner: Frame): Promise<FrameEnd> => {
    const jobs = await runAll(inner);
    const outputs = await evaluateTexts(callOutputs(document), {
      contexts: { ...contexts, jobs: Object.fromEntries(jobs) },
    });
    return { result: summarise([...jobs.values()]), outputs, concurrency };
  };
  const inner = { ...frame, canceller: own };
  const ended = await inGroup(inner, concurrency, own, (held) => end({ ...inner, held }));
  return ended ?? { result: "cancelled", outputs: {}, concurrency };
}

async function runAll(frame: Frame): Promise<Map<string, Needed>> {
  const { jobs } = frame.document;
  const started = new Map<string, Promise<Needed>>();
  const ended = new Map<string, Needed>();
  const start = (id: string): Promise<Needed> => {
    const job = jobs.get(id);
    if (job === undefined) throw new Error(`${frame.document.path}: there is no job ${id}`);
    const known = started.get(id);
    if (known !== undefined) return known;
    const promise = (async () => {
      await Promise.all(needsOf(job).map((need) => start(need)));
      const needed = await runDeclared(frame, id, job, ended, ancestors(jobs, id));
      ended.set(id, needed);
      return needed;
    })();
    started.set(id, promise);
    return promise;
  };
  const all = await Promise.allSettled([...jobs.keys()].map((id) => start(id)));
  for (const each of all) if (each.status === "rejected") throw each.reason as Error;
  return ended;
}

/** Runs a job as declared: not at all, once, or as a matrix. */
async function runDeclared(
  frame: Frame,
  id: string,
  job: JobDocument,
  ended: ReadonlyMap<string, Needed>,
  before: readonly string[],
): Promise<Needed> {
  const needs = Object.fromEntries(needsOf(job).map((need) => [need, ended.get(need)]));
  const results = before.map((each) => ended.get(each)?.result);
  const status: Status = {
    // Every job before it counts, not only those it names: a skipped one far above skips it too.
    success: !frame.canceller.isCancelled && results.every((result) => result === "success"),
    failure: results.includes("failure"),
    cancelled: frame.canceller.isCancelled,
  };
  const contexts = {
    github: githubContext(frame.run, frame.document, undefined),
    inputs: frame.inputs,
    vars: frame.run.options.vars ?? {},
    needs,
  };
  if (!(await isMet(job.if, { contexts, status }))) {
    const result = frame.canceller.isCancelled ? "cancelled" : "skipped";
    recordJob(frame, id, job.name ?? id, { result });
    return { result, outputs: {} };
  }
  // What runs although the run was cancelled (always()) runs as if nothing had happened.
  const canceller = frame.canceller.isCancelled ? createCanceller() : frame.canceller;
  return runMatrix({ ...frame, canceller }, id, job, { contexts }, runFrame);
}

function needsOf(job: JobDocument): string[] {
  return [job.needs ?? []].flat();
}

function ancestors(jobs: ReadonlyMap<string, JobDocument>, id: string): string[] {
  const found = new Set<string>();
  const add = (each: string): void => {
    const job = jobs.get(each);
    for (const need of job === undefined ? [] : needsOf(job)) {
      if (found.has(need)) continue;
      found.add(need);
      add(need);
    }
  };
  add(id);
  return [...found];
}
