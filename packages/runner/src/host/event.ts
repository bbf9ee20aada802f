/** The event that started the workflow, as GitHub wrote it to a file. */
import { readFileSync, statSync } from "node:fs";
import { Failure } from "../failure.ts";
import { parseJson } from "../json.ts";

/** GitHub sends webhooks of at most 25 MB; more than this is not an event. */
const MAX_BYTES = 33_554_432;

const badEvent = (why: string, cause?: unknown): Failure =>
  new Failure({
    reason: "internal-error",
    what: `The event file of this run ${why}`,
    remedy: "Run the job again; when it happens again, look at what wrote to GITHUB_EVENT_PATH before this step.",
    cause,
  });

/** The event's payload as plain data; undefined without a file. Throws a Failure for a file that is no JSON or far too large. */
export function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.size > MAX_BYTES) throw badEvent(`is too large (${stat.size} bytes)`);
  try {
    return parseJson(readFileSync(path, "utf8"));
  } catch (error) {
    throw badEvent("cannot be read as JSON", error);
  }
}
