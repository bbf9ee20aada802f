/**
 * Says who applied where, and what was reviewed. All text from outside goes through the markdown functions of
 * @handrail/github.
 */
import { code } from "@handrail/github";
import type { ApplyRecord, ShownReview } from "./apply-record.ts";

/** The first characters of a fingerprint are enough for people. */
export const shortHash = 12;

/** A link to a run, with its attempt when it is not the first. */
export function runLink(runId: string, runUrl: string): string {
  if (runUrl === "") return runId === "" ? "a run" : `run ${runId}`;
  const attempt = /\/attempts\/([1-9][0-9]{0,5})$/.exec(runUrl)?.[1] ?? "1";
  return `[run ${runId}${attempt === "1" ? "" : `, attempt ${attempt}`}](${runUrl})`;
}

/** One or two sentences. */
export function renderOrigin(record: ApplyRecord): string {
  const { by, runUrl, runId, sha, environment, review } = record;
  const parts = [
    `${whatWasDone(record)} by ${code(by === "" ? "unknown" : by)} in ${runLink(runId, runUrl)}`,
    ...(sha === "" ? [] : [`commit ${sha}`]),
    ...(environment === undefined ? [] : [`environment ${code(environment)}`]),
    ...(review.kind === "none" ? ["without a review (`approval: none`)"] : []),
  ];
  const reviewed = reviewSentence(record);
  return `${parts.join(", ")}.${reviewed === "" ? "" : ` ${reviewed}`}`;
}

function whatWasDone({ result, isDryRun }: ApplyRecord): string {
  if (isDryRun) return "Dry run";
  if (result === "refused") return "Asked for";
  return result === "applied" || result === "partial" ? "Applied" : "Run";
}

function reviewSentence({ review, result, isDryRun }: ApplyRecord): string {
  const { kind, url, fingerprint, doneBefore } = review;
  // Without a fingerprint nobody found a review, and the failure says why.
  if (kind === "none" || (kind === "comment" && fingerprint === undefined)) return "";
  const hash = fingerprint === undefined ? "" : ` ${code(fingerprint.slice(0, shortHash))}`;
  const plan = kind === "record" ? `the saved plan${hash}` : `plan${hash}`;
  const place = kind === "record" ? "" : ` on ${url === undefined ? "the pull request" : `[the pull request](${url})`}`;
  if (doneBefore !== undefined) {
    const done = doneBefore.length === 0 ? "" : `; ${countDone(doneBefore)} done before`;
    return `This is the rest of ${plan}, reviewed${place === "" ? " before" : place}${done}.`;
  }
  if (result === "applied" && !isDryRun) return `This is ${plan}${place === "" ? "" : `, as reviewed${place}`}.`;
  return `Reviewed was ${plan}${place}.`;
}

/** `3 resources and 2 outputs were`. */
function countDone(addresses: NonNullable<ShownReview["doneBefore"]>): string {
  const outputs = addresses.filter((address) => address.startsWith("output.")).length;
  const resources = addresses.length - outputs;
  const parts = [
    ...(resources === 0 ? [] : [resources === 1 ? "1 resource" : `${resources} resources`]),
    ...(outputs === 0 ? [] : [outputs === 1 ? "1 output" : `${outputs} outputs`]),
  ];
  return `${parts.join(" and ")} ${addresses.length === 1 ? "was" : "were"}`;
}
