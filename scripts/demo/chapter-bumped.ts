/** Chapter 4: a newer version comes with what it does to the infrastructure. */
import { runBump } from "./bump.ts";
import type { BumpRun } from "./bump.ts";
import { openEdge } from "./edge.ts";
import type { Edge } from "./edge.ts";
import { reviewAndMerge } from "./pull-request.ts";
import type { Thread } from "./pull-request.ts";
import type { Stage } from "./stage.ts";
import { firstLine, readable } from "./story.ts";
import type { Story } from "./story.ts";

/** Tells the chapter; returns its pull requests. */
export async function tellBumped(stage: Stage, story: Story): Promise<Thread[]> {
  story.chapter(4, "Newer versions say what they do");
  const edge = await openEdge(stage);
  try {
    story.does(
      "Two modules have newer releases. terraform-bump plans the two roots that call them, without and with each:",
    );
    const { clean, risky } = tellOpened(story, await runBump(stage, "401", edge.env));
    await tellMerged(stage, story, edge, clean);
    await tellClosed(stage, story, edge, risky);
    return [risky, clean];
  } finally {
    await edge.close();
  }
}

function tellOpened(story: Story, { opened, asked }: BumpRun): { clean: Thread; risky: Thread } {
  for (const { number, title, description } of opened) {
    story.does(`#${number}, "${title}":`);
    story.sees(firstSentence(description));
    for (const line of changesIn(description)) story.sees(line);
  }
  const [clean, risky, ...others] = opened;
  if (clean === undefined || risky === undefined || others.length > 0)
    throw new Error(`There are not two pull requests, but ${opened.length}. See demo/log.txt.`);
  story.verdict(
    firstSentence(clean.description) === "✅ 0 changes in 2 roots." &&
      firstSentence(risky.description) === "🟥 0 changes in 1 root, 1 root changes (1 destroying or replacing).",
    "The first line says what to merge without fear, and what not.",
  );
  const isReading = asked.length > 0 && asked.every((method) => method === "GET");
  story.verdict(
    isReading,
    `Proving only reads: it asked for the states ${asked.length} times, with no lock and no write.`,
  );
  return { clean, risky };
}

/** What it said comes true. */
async function tellMerged(stage: Stage, story: Story, edge: Edge, thread: Thread): Promise<void> {
  story.does(`mona merges #${thread.number} without fear. live/edge/test and live/edge/prod are applied:`);
  await reviewAndMerge(stage, thread, "mona");
  stage.checkOut();
  const said = await edge.apply();
  for (const line of said) story.sees(line);
  const isTrue = said.every((line) => line === "Apply complete! Resources: 0 added, 0 changed, 0 destroyed.");
  const what = "applied both roots: 0 added, 0 changed, 0 destroyed";
  thread.happenings.push({ who: "mona", what, tone: "good" });
  story.verdict(isTrue, "0 changes it said, 0 changes it was.");
}

/** What a maintainer closed stays closed. */
async function tellClosed(stage: Stage, story: Story, edge: Edge, thread: Thread): Promise<void> {
  story.does(`A new gateway has to wait: mona closes #${thread.number}. A week later terraform-bump runs again:`);
  await stage.github.closePull(thread.number, "mona");
  thread.closedBy = "mona";
  const { result, summary, held, writes } = await runBump(stage, "402", edge.env);
  story.sees(summary);
  const kept = held.find(({ reason }) => reason === "closed-by-maintainer");
  const what = `left it closed: ${kept?.dependency} ${kept?.to} is held`;
  thread.happenings.push({ who: "mona", what: "closed this", tone: "bad" }, { who: "github-actions", what });
  story.verdict(
    result === "up-to-date" && kept?.dependency === "shop/ingress/generic" && writes.length === 0,
    `${kept?.dependency} ${kept?.to} is held (${kept?.reason}); GitHub was asked for no change at all.`,
  );
}

/** What the first line says before it says how that is known. */
function firstSentence(body: string): string {
  return `${firstLine(body).split(". ")[0] ?? ""}.`;
}

/** The changes that a body lists. */
function changesIn(body: string): string[] {
  return body
    .split("\n")
    .filter((line) => /^- 🟥|^- 🟧/u.test(line))
    .map((line) => `· ${readable(line)}`);
}
