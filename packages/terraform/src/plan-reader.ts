/**
 * Reads a whole plan document (`terraform show -json <plan>`) in one pass, without holding it in memory: what changes,
 * and every value that is flagged sensitive anywhere. It decides nothing and renders nothing.
 */
import { Failure } from "@handrail/runner";
import { JsonScanner, type ScanOptions } from "./json-scan.ts";
import { JsonError } from "./json-value.ts";
import { readChangeBody } from "./plan-change.ts";
import { emptyPlan, readSection, type PlanReading } from "./plan-sections.ts";
import type { ChangeBody, PlanSource, PlanSummary, ResourceChange } from "./plan.ts";
import { collectSecrets } from "./secrets.ts";

const REMEDY =
  "Look at the error of `terraform show -json` in the log; when it has none, report this with the plan's format version.";

/**
 * Reads a plan. `secrets` has every string and number flagged sensitive that can be masked by value (see secrets.ts).
 * Throws a {@link Failure} with reason `plan-failed` for what is no plan, no JSON (with the byte offset), or of a
 * format that is too new.
 */
export function readPlan(
  source: PlanSource,
  options: Pick<ScanOptions, "window"> = {},
): { plan: PlanSummary; secrets: Set<string> } {
  const scanner = new JsonScanner(source, options);
  const reading: PlanReading = { scanner, plan: emptyPlan(), secrets: new Set() };
  const keys = new Set<string>();
  readable(source, () => {
    scanner.object((key) => {
      keys.add(key);
      readSection(reading, key);
    });
    scanner.end();
  });
  const { plan, secrets } = reading;
  checkIsPlan(plan, keys);
  for (const name of plan.sensitiveVariables) collectSecrets(plan.variables.get(name), true, secrets);
  return { plan, secrets };
}

/** Reads the values of one change of this document. Throws like {@link readPlan}. */
export function readBody(source: PlanSource, change: Pick<ResourceChange, "span">): ChangeBody {
  return readable(source, () => readChangeBody(source, change.span));
}

/** Runs a reading; JSON that cannot be read becomes a {@link Failure} that says where. */
export function readable<T>(source: PlanSource, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new Failure({
      reason: "plan-failed",
      what: `The plan's JSON cannot be read: ${error.message} at byte ${error.offset} of ${source.size}.`,
      remedy: REMEDY,
      cause: error,
    });
  }
}

/** A state has a format version too; its values are under `values`, where a plan has sections of its own. */
function checkIsPlan(plan: PlanSummary, keys: ReadonlySet<string>): void {
  const isState = keys.has("values") && !keys.has("planned_values");
  if (plan.formatVersion !== "" && !isState) return;
  throw new Failure({
    reason: "plan-failed",
    what: `The JSON is no terraform plan: ${isState ? "it is a state" : "it has no format_version"}.`,
    remedy: "Give the output of `terraform show -json` for a saved plan file.",
  });
}
