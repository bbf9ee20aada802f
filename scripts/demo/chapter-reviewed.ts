/** Chapter 1: what was reviewed is what applies, in one click. */
import { apply, openPullRequest, plan, reviewAndMerge } from "./pull-request.ts";
import type { Thread } from "./pull-request.ts";
import type { Stage } from "./stage.ts";
import { environment } from "./stage.ts";
import type { Story } from "./story.ts";
import { readFiles } from "./tree.ts";

/** Tells the chapter; returns its pull request. */
export async function tellReviewed(stage: Stage, story: Story): Promise<Thread> {
  story.chapter(1, "What was reviewed is what applies");
  const thread = await openPullRequest(stage, {
    title: "Search service, PostgreSQL 16, no more reports",
    description: "Adds the search service and a third zone, moves the database to PostgreSQL 16, removes reports.",
    author: "octocat",
    branch: "search-service",
    changes: { ...readFiles("search-service"), "live/prod/reports.tf": null },
  });
  story.does(`octocat opens pull request #${thread.number}, and terraform-plan comments:`);
  const planned = await plan(stage, thread, "101");
  story.sees(thread.versions[0]?.body ?? "");
  const sha = await reviewAndMerge(stage, thread, "mona");
  story.does(`mona reviews that, merges, and clicks "Approve and deploy" for ${environment}:`);
  const did = `approved the deployment to ${environment}`;
  const applied = await apply(stage, thread, { sha, run: "102", by: "mona", did, when: "after the apply" });
  story.sees(thread.versions[1]?.body ?? "");
  const { fingerprint = "", "outputs-json": outputs = "{}" } = applied.result.outputs;
  const reviewed = planned.result.outputs["fingerprint"] ?? "";
  story.verdict(
    applied.result.outputs["result"] === "applied" && fingerprint === reviewed,
    `Exactly the reviewed plan was applied: ${reviewed.slice(0, 12)} reviewed, ${fingerprint.slice(0, 12)} applied.`,
  );
  const deployment = stage.github.deployments().at(-1);
  story.verdict(
    deployment?.statuses.at(-1)?.state === "success" && outputs.includes("search_url"),
    `The comment is the record now, with ${Object.keys(JSON.parse(outputs) as object).length} outputs; the Deployment of ${environment} says success.`,
  );
  return thread;
}
