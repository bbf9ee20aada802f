/** Chapter 2: something sneaks in after the review, and nothing is started. */
import { copyFileSync } from "node:fs";
import { apply, openPullRequest, plan, reviewAndMerge } from "./pull-request.ts";
import type { Thread } from "./pull-request.ts";
import type { Ended, Stage } from "./stage.ts";
import { environment, target } from "./stage.ts";
import { readable } from "./story.ts";
import type { Story } from "./story.ts";
import { diffFolders, readFiles } from "./tree.ts";
import type { Changes } from "./tree.ts";

/** What the sneaked-in command would write. */
const loot = `${target}/copy-of-all-secrets.txt`;

const approved = `approved the deployment to ${environment}`;

/** Tells the chapter; returns its pull request. */
export async function tellSneaked(stage: Stage, story: Story): Promise<Thread> {
  story.chapter(2, "Something sneaks in after the review");
  const thread = await openPullRequest(stage, {
    title: "Checkout 1.16 on five replicas",
    description: "A new release of checkout, and the runbook knows the third zone now.",
    author: "octocat",
    branch: "checkout-1.16",
    changes: readFiles("checkout-release"),
  });
  story.does(`octocat opens #${thread.number}, and mona reviews it:`);
  const planned = await plan(stage, thread, "201");
  story.sees(thread.versions[0]?.body ?? "");
  await tellRefused(stage, story, thread);
  await tellReverted(stage, story, thread, planned);
  await tellSwapped(stage, story, thread, planned);
  return thread;
}

/** A commit on main between review and merge. */
async function tellRefused(stage: Stage, story: Story, thread: Thread): Promise<void> {
  story.does('hubot pushes "Tidy up" to main: wider permissions, a provisioner with `printenv`. Then mona merges:');
  const diff = diffFolders("production", "sneaked", "modules/service/main.tf");
  await push(stage, thread, { changes: readFiles("sneaked"), message: "Tidy up", author: "hubot" }, diff);
  const sha = await reviewAndMerge(stage, thread, "mona");
  const { backend, checkout } = stage;
  const serial = backend.serial();
  const refused = await apply(stage, thread, { sha, run: "202", by: "mona", did: approved, when: "after the refusal" });
  const body = thread.versions[1]?.body ?? "";
  story.sees(body);
  for (const line of differences(body)) story.sees(line);
  const did = "ran the failed job again";
  const again = await apply(stage, thread, { sha, run: "202.2", by: "hubot", did, when: "after another try" });
  const isRefused = [refused, again].every(({ result }) => result.outputs["failure-reason"] === "plan-changed");
  story.verdict(
    isRefused && backend.serial() === serial && !checkout.has(loot),
    'Refused, and again when hubot clicks "Re-run": the state is untouched, the command never ran.',
  );
}

async function tellReverted(stage: Stage, story: Story, thread: Thread, planned: Ended): Promise<void> {
  const { number } = thread;
  const file = "modules/service/main.tf";
  const changes = { [file]: readFiles("production")[file] ?? "" };
  story.does(`mona reverts that commit, and starts the apply of #${number} again:`);
  const sha = await push(stage, thread, { changes, message: "Revert “Tidy up”", author: "mona" });
  const inputs = { "pull-request": String(number) };
  const did = `started the apply of #${number} again, and approved it`;
  const applied = await apply(stage, thread, { sha, run: "203", by: "mona", did, when: "after the revert", inputs });
  story.sees(thread.versions.at(-1)?.body ?? "");
  story.verdict(
    applied.result.outputs["fingerprint"] === planned.result.outputs["fingerprint"],
    "What was reviewed was applied, without another pull request.",
  );
}

/** A plan file goes from job to job; on its way somebody puts another one in its place. */
async function tellSwapped(stage: Stage, story: Story, thread: Thread, planned: Ended): Promise<void> {
  story.does("Elsewhere a plan file goes from job to job. hubot puts one of their own in its place:");
  const event = stage.github.pullRequestEvent(thread.number, "opened");
  const run = { event, sha: thread.head, run: "201", by: "hubot" };
  stage.checkOut({ ...thread.changes, ...readFiles("sneaked") });
  const own = { comment: "never", "seal-key": "a key that hubot made up" };
  const forged = await stage.run({ action: "terraform-plan", ...run, inputs: own });
  const planFile = planned.result.outputs["plan-file"] ?? "";
  const forgedFile = forged.result.outputs["plan-file"] ?? "";
  for (const ending of ["", ".record.json"]) copyFileSync(forgedFile + ending, planFile + ending);
  stage.checkOut();
  const inputs = { "plan-file": planFile, comment: "never" };
  const { result } = await stage.run({ action: "terraform-apply", ...run, inputs });
  const { summary = "" } = result.outputs;
  thread.happenings.push(
    { who: "hubot", what: "put a plan file of their own in the place of the sealed one, in another run" },
    { who: "github-actions", what: `started nothing: ${summary}`, tone: "bad" },
  );
  story.sees(result.summary);
  story.sees(`· ${result.annotations[0]?.message.split("\n")[0] ?? ""}`);
  story.verdict(
    result.outputs["failure-reason"] === "plan-tampered" &&
      !result.log.includes("Terraform ") &&
      !stage.checkout.has(loot),
    "Refused before terraform was started.",
  );
}

/** A commit on main, for the timeline with its diff. */
async function push(
  stage: Stage,
  { happenings }: Thread,
  commit: { changes: Changes; message: string; author: string },
  diff?: string,
): Promise<string> {
  const sha = await stage.push({ branch: "main", ...commit });
  stage.land(commit.changes);
  const what = `pushed “${commit.message.replaceAll(/[“”]/g, '"')}” to main as`;
  happenings.push({ who: commit.author, what, code: sha.slice(0, 7), ...(diff === undefined ? {} : { diff }) });
  return sha;
}

/** The list of what differs: the first list of the comment. */
function differences(body: string): string[] {
  const [top = ""] = body.split("<details");
  return top
    .split("\n")
    .filter((line) => line.startsWith("- "))
    .map((line) => `· ${readable(line)}`);
}
