/**
 * What a result says of itself, held against what this job knows of its own: a file says what was planned, never where
 * that is told. Pure.
 */
import type { GitHubContext, Marker } from "@handrail/github";
import { markReport } from "@handrail/report";
import { Failure } from "@handrail/runner";
import { hashOutline } from "@handrail/terraform";
import type { NamedResult } from "./choose-results.ts";

/** The pull request that is told, as the event or GitHub knows it. */
export type Place = { number: number; headSha: string };

/**
 * Refuses a result of another repository, server, run or commit, and one whose marker says something else than its report.
 * @throws Failure `invalid-input`
 */
export function requireOwnRun({ name, report, marker, outline, apply }: NamedResult, context: GitHubContext): void {
  const { origin } = report;
  const repository = `${context.owner}/${context.repo}`;
  const problems: (string | false)[] = [
    differs("repository", origin.repository.toLowerCase(), repository.toLowerCase()),
    differs("server", origin.serverUrl, context.serverUrl),
    differs("run", origin.runId, context.runId),
    origin.runAttempt > context.runAttempt &&
      `it is of attempt ${origin.runAttempt}, and this is ${context.runAttempt}`,
  ];
  if (apply === undefined) {
    const own = markReport(report, undefined, outline === "" ? "" : hashOutline(outline)).data;
    problems.push(!isSameData(marker.data, own) && "its marker says something else than its report");
  } else {
    const { data } = marker;
    problems.push(
      differs("run of the apply", apply.runId, context.runId),
      differs("commit of the apply", apply.sha, context.sha),
      differs("repository of the marker", String(data["repository"]).toLowerCase(), repository.toLowerCase()),
      data["applied"] !== undefined &&
        (data["applied"] !== apply.result || data["appliedBy"] !== `${apply.runId}.${origin.runAttempt}`) &&
        "its marker says something else than its record",
      typeof data["outline"] === "string" &&
        outline !== "" &&
        data["outline"] !== hashOutline(outline) &&
        "its marker is of another outline",
    );
  }
  refuse(name, problems);
}

/**
 * Refuses a result that is of another pull request, or of another head, than the one that is told.
 * @throws Failure `invalid-input`
 */
export function requirePlace({ name, kind, report, marker }: NamedResult, place: Place): void {
  const { pullRequest, head, fingerprint } = marker.data;
  if (kind === "plan") {
    refuse(name, [
      differs("pull request", report.origin.pullRequest ?? "none", place.number),
      differs("head commit", report.origin.headSha, place.headSha),
    ]);
    return;
  }
  refuse(name, [
    pullRequest !== 0 && differs("pull request", pullRequest, place.number),
    // An apply without a review carries no head of a pull request, but the commit it was made from.
    fingerprint !== "" && differs("reviewed head commit", head, place.headSha),
  ]);
}

function differs(what: string, said: unknown, known: string | number): string | false {
  return said === known ? false : `it says ${what} ${shown(said)}, and this job knows ${shown(known)}`;
}

function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? JSON.stringify(value).slice(0, 200) : "nothing";
}

function isSameData(a: Marker["data"], b: Marker["data"]): boolean {
  const names = Object.keys(b);
  return Object.keys(a).length === names.length && names.every((name) => a[name] === b[name]);
}

function refuse(name: string, problems: readonly (string | false)[]): void {
  const found = problems.filter((problem) => problem !== false);
  if (found.length === 0) return;
  throw new Failure({
    reason: "invalid-input",
    what: `${name} was not told, because it is not a result of this run: ${found.join("; ")}`,
    remedy:
      "Hand over the result of a job of the same workflow run and commit, as it is. When the pull request has a new head by now, its own run tells it. Else look at what that job ran: it may have written the file itself.",
  });
}
