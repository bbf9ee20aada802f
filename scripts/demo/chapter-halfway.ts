/** Chapter 3: an apply fails half-way, and goes on without a new pull request. */
import { startLoopback } from "@handrail/testkit";
import type { ActionResult, Loopback } from "@handrail/testkit";
import { apply, openPullRequest, plan, reviewAndMerge } from "./pull-request.ts";
import type { Thread } from "./pull-request.ts";
import type { Stage } from "./stage.ts";
import { environment } from "./stage.ts";
import type { Story } from "./story.ts";
import { readFiles } from "./tree.ts";

/** Tells the chapter; returns its pull request. */
export async function tellHalfway(stage: Stage, story: Story): Promise<Thread> {
  story.chapter(3, "An apply fails half-way");
  let isUp = false;
  const registry = await startLoopback(() => ({ status: isUp ? 201 : 503 }));
  const env = { TF_VAR_registry: registry.url };
  try {
    const thread = await openPullRequest(stage, {
      title: "Invoices service",
      description: "A service for invoices. It announces itself to the service registry, then gets its DNS record.",
      author: "octocat",
      branch: "invoices",
      changes: readFiles("invoices"),
    });
    story.does(`octocat opens #${thread.number}:`);
    await plan(stage, thread, "301", env);
    story.sees(thread.versions[0]?.body ?? "");
    const sha = await reviewAndMerge(stage, thread, "mona");
    story.does("mona reviews, merges and approves. The service registry is down:");
    const started = { sha, by: "mona", env };
    const did = `approved the deployment to ${environment}`;
    const halfway = await apply(stage, thread, { ...started, run: "302", did, when: "after the first apply" });
    story.sees(thread.versions[1]?.body ?? "");
    for (const [words, name] of lists) story.sees(`· ${words}: ${addresses(halfway.result, name).join(", ")}`);
    isUp = true;
    story.does('The registry is back. mona clicks "Re-run failed jobs":');
    const again = { run: "302.2", did: "ran the failed job again", when: "after the second apply" };
    const rest = await apply(stage, thread, { ...started, ...again });
    story.sees(thread.versions[2]?.body ?? "");
    tellVerdict(story, { halfway: halfway.result, rest: rest.result, registry });
    return thread;
  } finally {
    await registry.close();
  }
}

const lists = [
  ["done", "applied"],
  ["failed", "failed"],
  ["not started", "not-started"],
] as const;

function addresses({ outputs }: ActionResult, name: string): string[] {
  return JSON.parse(outputs[name] ?? "[]") as string[];
}

function tellVerdict(
  story: Story,
  { halfway, rest, registry }: { halfway: ActionResult; rest: ActionResult; registry: Loopback },
): void {
  const left = new Set([...addresses(halfway, "failed"), ...addresses(halfway, "not-started")]);
  const announced = registry.requests.filter(({ status }) => status === 201);
  const isRest = addresses(rest, "applied").every((address) => left.has(address));
  story.verdict(
    halfway.outputs["result"] === "partial" && rest.outputs["result"] === "applied" && isRest && announced.length === 1,
    "It went on with what was left, without a new pull request. What was done stayed done.",
  );
}
