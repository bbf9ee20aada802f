/**
 * A deployment's migration and the rollback button in the demo: both run as jobs, and what they say goes into a pull request's
 * timeline. It tells no story.
 */
import { reviewAndMerge } from "./pull-request.ts";
import type { Thread } from "./pull-request.ts";
import type { ShopDatabase } from "./shop-database.ts";
import { environment } from "./stage.ts";
import type { Ended, Stage } from "./stage.ts";
import { readable } from "./story.ts";

/** Where a job runs, and whose timeline it belongs to. */
export type Place = { stage: Stage; database: ShopDatabase; thread: Thread };

/** What a job said: its verdict in one line, everything of its summary, the first lines of its annotation when it is red. */
export type Said = { verdict: string; summary: string; error: string[]; outputs: Ended["result"]["outputs"] };

/** Merges; the deployment begins with its migrations. */
export async function migrate({ stage, database, thread }: Place, run: string): Promise<Said> {
  const sha = await reviewAndMerge(stage, thread, "mona");
  stage.checkOut();
  const event = await stage.github.pushEvent(sha);
  const ended = await stage.run({ action: "migration-run", event, sha, run, by: "mona", inputs: database.inputs });
  return keep(thread, ended, "deployed");
}

/** Somebody presses the button: with `dry-run`, or with what they typed in `confirm`. */
export async function press(
  { stage, database, thread }: Place,
  { run, when, inputs }: { run: string; when: string; inputs: Readonly<Record<string, string>> },
): Promise<Said> {
  const { confirm } = inputs;
  const typed =
    confirm === undefined ? "asked for the plan of a rollback" : `pressed the button, and typed "${confirm}"`;
  thread.happenings.push({ who: "octocat", what: typed });
  const ended = await stage.run({
    action: "migration-rollback",
    event: { ref: "refs/heads/main", inputs: { environment, ...inputs } },
    sha: await stage.tip(),
    run,
    by: "octocat",
    inputs: { ...database.inputs, ...inputs },
  });
  return keep(thread, ended, when);
}

function keep(thread: Thread, { title, result }: Ended, when: string): Said {
  const { summary, outputs, conclusion, annotations } = result;
  const heading = summary.split("\n").find((line) => /^## [✅❌]/u.test(line)) ?? "";
  const error = annotations.find(({ level }) => level === "error")?.message.split("\n") ?? [];
  const isGood = conclusion === "success";
  const verdict = readable(heading);
  const [, author = ""] = /: (\S+),/u.exec(title) ?? [];
  thread.isSummary = true;
  thread.versions.push({ when, author, body: summary });
  const what = `said: ${error[0] ?? verdict.replace("✅ ", "")}`;
  thread.happenings.push({ who: "github-actions", what, tone: isGood ? "good" : "bad" });
  return { verdict, summary, error, outputs };
}
