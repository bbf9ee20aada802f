/**
 * Labels, assignees and reviewers of a new pull request: set once, and a maintainer's from then on. What cannot be set
 * costs a note, never the pull request.
 */
import { GitHubFailure } from "@handrail/github";
import type { PullRequest } from "@handrail/github/repository";
import type { Session } from "./session.ts";

/** Failures that pass: what was not done is done by the next run. */
const PASSING = new Set(["github-unavailable", "github-bad-answer", "github-rate-limited"]);

/** Dresses a new pull request. Labels come last: they are the sign that the rest was done. */
export async function dressNew(session: Session, { number }: PullRequest): Promise<void> {
  const { repository } = session.deps;
  const { labels, assignees, reviewers, teamReviewers } = session.input;
  let isComplete = true;
  const set = async (what: string, call: () => Promise<string | undefined>): Promise<void> => {
    try {
      const note = await call();
      if (note !== undefined) session.done.notes.push(note);
    } catch (error) {
      if (!(error instanceof GitHubFailure)) throw error;
      if (PASSING.has(error.reason)) isComplete = false;
      session.done.notes.push(
        `The ${what} of pull request #${number} could not be set: ${error.what}. ${error.remedy}`,
      );
    }
  };
  if (assignees.length > 0) {
    await set("assignees", async () => {
      const missing = await repository.addAssignees(number, assignees);
      return missing.length === 0
        ? undefined
        : `Pull request #${number} could not be assigned to ${missing.join(", ")}: only who has access to the repository can be`;
    });
  }
  if (reviewers.length > 0) await set("reviewers", () => ask(session, number, { reviewers, teams: [] }));
  if (teamReviewers.length > 0)
    await set("team reviewers", () => ask(session, number, { reviewers: [], teams: teamReviewers }));
  if (labels.length > 0 && isComplete) {
    await set("labels", async () => {
      await repository.addLabels(number, labels);
      return undefined;
    });
  }
}

/** Dresses one of an earlier run that ended before it could; told by a label that it never had. */
export async function dressForgotten(session: Session, pull: PullRequest): Promise<void> {
  const [sign] = session.input.labels;
  if (sign === undefined || session.input.isDryRun) return;
  if (pull.labels.some((label) => label.toLowerCase() === sign.toLowerCase())) return;
  try {
    if (await session.deps.repository.hadLabel(pull.number, sign)) return;
  } catch (error) {
    if (error instanceof GitHubFailure) return;
    throw error;
  }
  await dressNew(session, pull);
}

async function ask(
  { deps }: Session,
  number: number,
  who: { reviewers: readonly string[]; teams: readonly string[] },
): Promise<undefined> {
  await deps.repository.requestReviews(number, who);
  return undefined;
}
