/** Chapter 5: a rollout that the circuit breaker rolls back, and what the developer sees. */
import { warpTime } from "@handrail/testkit";
import type { WarpEvent } from "@handrail/testkit";
import { startEcs } from "./ecs.ts";
import type { Ecs } from "./ecs.ts";
import { openPullRequest, reviewAndMerge } from "./pull-request.ts";
import type { Thread } from "./pull-request.ts";
import type { Ended, Stage } from "./stage.ts";
import { environment } from "./stage.ts";
import { readable } from "./story.ts";
import type { Story } from "./story.ts";
import type { Changes } from "./tree.ts";

/** Tells the chapter; returns its pull requests. */
export async function tellRolledBack(stage: Stage, story: Story): Promise<Thread[]> {
  story.chapter(5, "A rollout is rolled back");
  const ecs = await startEcs();
  try {
    const failed = await tellFailed(stage, story, ecs);
    const mended = await tellMended(stage, story, ecs);
    return [failed, mended];
  } finally {
    await ecs.close();
  }
}

async function tellFailed(stage: Stage, story: Story, ecs: Ecs): Promise<Thread> {
  const thread = await openPullRequest(stage, {
    title: "Payments 2.4.0",
    description: "The release of payments that reads its settings from the environment.",
    author: "octocat",
    branch: "payments-2.4.0",
    changes: release({ image: "payments:2.4.0" }),
  });
  story.does(`mona merges #${thread.number}, a release of the ECS service payments. deploy-wait is red:`);
  const { result, told, summary } = await deploy(stage, ecs, thread, { revision: 42, run: "501", isBroken: true });
  const annotation = result.annotations.find(({ level }) => level === "error");
  const [first = "", second = ""] = annotation?.message.split("\n") ?? [];
  story.sees(first);
  story.sees(second);
  const deployment = stage.github.deployments().at(-1)?.statuses.at(-1);
  const isRed = result.exitCode === 1 && result.outputs["result"] === "rolled-back" && deployment?.state === "failure";
  const saysWhy = ["circuit breaker", "exit code 1", "DATABASE_URL is not set"].every((words) => first.includes(words));
  story.verdict(
    isRed && saysWhy && summary.includes("DATABASE_URL is not set"),
    `One line says what, why and the last line of the log; the Deployment of ${environment} says failure.`,
  );
  const late = (told - ecs.rolledBackAt()) / 1000;
  const naive = ecs.looksStableAfter();
  story.verdict(
    late >= 0 && late <= 10 && Number.isFinite(naive),
    `It was told ${late.toFixed(1)} s after the rollback began. \`aws ecs wait services-stable\` would be green after ${naive} s: the service is stable, with the old version.`,
  );
  return thread;
}

async function tellMended(stage: Stage, story: Story, ecs: Ecs): Promise<Thread> {
  const thread = await openPullRequest(stage, {
    title: "Give payments its DATABASE_URL",
    description: "Payments 2.4.0 stops without it.",
    author: "octocat",
    branch: "payments-database-url",
    changes: release({ image: "payments:2.4.0", secrets: ["DATABASE_URL"] }),
  });
  story.does(`octocat adds the variable, mona merges #${thread.number}:`);
  const { result, summary } = await deploy(stage, ecs, thread, { revision: 43, run: "502", isBroken: false });
  story.sees(summary);
  const bars = barsOf(summary);
  for (const line of bars) story.sees(line);
  const deployment = stage.github.deployments().at(-1)?.statuses.at(-1);
  const isGreen = result.exitCode === 0 && result.outputs["result"] === "success" && deployment?.state === "success";
  const { details = "" } = result.outputs;
  story.verdict(
    isGreen && bars.length > 1 && details.includes("sha256:"),
    "Green when ECS calls it SUCCESSFUL; the summary shows where the time went, the output details which image runs.",
  );
  return thread;
}

type Release = { revision: number; run: string; isBroken: boolean };

/** Merges, starts the deployment as the deploy script does, and waits for exactly that. */
async function deploy(
  stage: Stage,
  ecs: Ecs,
  thread: Thread,
  { revision, run, isBroken }: Release,
): Promise<Ended & { told: number; summary: string }> {
  const sha = await reviewAndMerge(stage, thread, "mona");
  stage.checkOut();
  const { id, taskDefinition } = ecs.deploy(revision, isBroken);
  thread.happenings.push({ who: "github-actions", what: `started the deployment of payments:${revision}` });
  using warp = warpTime();
  const ended = await stage.run({
    action: "deploy-wait",
    event: await stage.github.pushEvent(sha),
    sha,
    run,
    by: "mona",
    inputs: {
      target: "ecs",
      cluster: "production",
      services: "payments",
      "service-deployment": id,
      "task-definition": taskDefinition,
    },
    env: ecs.env,
    nodeArguments: warp.nodeArguments,
  });
  const { summary, conclusion, outputs } = ended.result;
  const isGood = conclusion === "success";
  thread.isSummary = true;
  thread.versions.push({ when: `run ${run}`, author: "deploy-wait", body: summary });
  const what = `${isGood ? "deployed" : "could not deploy"} to ${environment}: ${outputs["reason"] ?? ""}`;
  thread.happenings.push({ who: "github-actions", what, tone: isGood ? "good" : "bad" });
  return { ...ended, summary, told: toldAt(warp.events(), ended.result.pid) };
}

/** When the annotation was printed, ms since 1970 by the clock of the step. */
function toldAt(events: readonly WarpEvent[], pid: number): number {
  const told = events.find((each) => each.pid === pid && each.kind === "output" && /^::error\b/mu.test(each.text));
  return told?.at ?? Number.NaN;
}

/** The bars of the summary's picture, as text. */
function barsOf(summary: string): string[] {
  const bars = summary.matchAll(/^ +(?<bar>.+?) :(?:done|crit), \d+, \d+$/gmu);
  return [...bars].map(({ groups }) => `· ${readable(groups?.["bar"] ?? "")}`);
}

/** The task definition of payments, as it is in the repository. */
function release(container: Readonly<Record<string, unknown>>): Changes {
  const definition = { family: "payments", containerDefinitions: [{ name: "payments", ...container }] };
  return { "services/payments/task-definition.json": `${JSON.stringify(definition, null, 2)}\n` };
}
