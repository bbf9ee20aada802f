/** Why runs did not end well: the jobs and steps that failed. A call for each run, three at most. */
import { GitHubFailure } from "@handrail/github";
import type { Request } from "@handrail/github/client";
import { readList, readText } from "@handrail/runner";
import type { Diagnosis, Link, Verdict } from "../../wait/verdict.ts";
import { isGood } from "../../wait/verdict.ts";
import { standingsOf } from "./machine.ts";
import type { State } from "./machine.ts";
import type { Sought } from "./read.ts";
import { nameOf, oneLine } from "./run.ts";
import type { Run, Standing } from "./run.ts";

const MAX_RUNS = 3;
const MAX_CAUSES = 5;
/** Waiting for a rate limit would keep the verdict back, ms. */
const MAX_WAIT_MS = 5000;

const bad: readonly Standing[] = ["failed", "cancelled"];
const fine: ReadonlySet<string> = new Set(["", "success", "skipped", "neutral"]);

/** Asks why. Never rejects because something cannot be asked. */
export async function diagnoseRuns(
  { owner, repo }: Sought,
  state: State,
  verdict: Verdict,
  request: Request,
): Promise<Diagnosis> {
  const all = standingsOf(state);
  const links = all.flatMap(({ run }): Link[] => (run.url === "" ? [] : [{ title: nameOf(run), url: run.url }]));
  if (isGood(verdict.result)) return { causes: [], links };
  const wanted = bad.flatMap((kind) => all.filter(({ standing }) => standing === kind)).slice(0, MAX_RUNS);
  const failed: Job[] = [];
  const missing = new Set<string>();
  for (const { run } of wanted) {
    try {
      const { data } = await request(
        "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
        { owner, repo, run_id: run.id, filter: "latest", per_page: 100 },
        { permission: "actions: read", waits: { leftMs: MAX_WAIT_MS } },
      );
      failed.push(...failedJobs(readList(data, "jobs"), all.length > 1 ? run : undefined));
    } catch (error) {
      if (!(error instanceof GitHubFailure)) throw error;
      if (error.reason === "github-forbidden") missing.add("actions: read");
    }
  }
  const causes = failed.map(({ cause }) => cause).slice(0, MAX_CAUSES);
  const jobLinks = failed.flatMap(({ link }) => (link === undefined ? [] : [link])).slice(0, MAX_CAUSES);
  return {
    causes,
    links: [...links, ...jobLinks],
    ...(missing.size === 0 ? {} : { missingPermissions: [...missing] }),
  };
}

type Job = { cause: string; link?: Link };

/** The jobs that did not end well, failures before what was only cancelled. */
function failedJobs(jobs: readonly unknown[], run: Run | undefined): Job[] {
  const failed = jobs.filter((job) => !fine.has(readText(job, "conclusion")));
  const rank = (job: unknown): number => (readText(job, "conclusion") === "cancelled" ? 1 : 0);
  return failed
    .sort((a, b) => rank(a) - rank(b))
    .map((job) => {
      const name = oneLine(readText(job, "name")) || "a job";
      const url = readText(job, "html_url");
      const of = run === undefined ? "" : `${nameOf(run)}, `;
      const cause = oneLine(`${of}job ${name}: ${readText(job, "conclusion")}${stepsOf(job)}`);
      return url.startsWith("https://") && !/\s/.test(url) ? { cause, link: { title: `job ${name}`, url } } : { cause };
    });
}

function stepsOf(job: unknown): string {
  const steps = readList(job, "steps").filter((step) => !fine.has(readText(step, "conclusion")));
  const told = steps.slice(0, 2).map((step) => `${oneLine(readText(step, "name"))}: ${readText(step, "conclusion")}`);
  return told.length === 0 ? "" : ` (step ${told.join(", ")})`;
}
