/**
 * Makes reports for tests from plan documents and event streams, the way run.ts does. Not part of the action.
 */
import { createRedactor } from "@handrail/runner";
import { hasChanges, parseEvent, readPlan } from "@handrail/terraform";
import type { Diagnostic, PlanSource } from "@handrail/terraform";
import { composeReport } from "./compose-report.ts";
import type { PlanFacts } from "./compose-report.ts";
import type { PlanReport } from "./report.ts";

/** A plan document in memory. */
export function sourceOf(bytes: Uint8Array): PlanSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** Makes the report of a plan document, terraform's event stream, and whatever facts the test gives. */
export function makeReport(given: { plan?: Uint8Array; events?: string; facts?: Partial<PlanFacts> }): PlanReport {
  const source = given.plan === undefined ? undefined : sourceOf(given.plan);
  const read = source === undefined ? undefined : readPlan(source);
  const redactor = createRedactor(read?.secrets ?? []);
  const redact = (text: string): string => redactor.redact(text);
  const diagnostics = (given.events ?? "")
    .split("\n")
    .map((line) => parseEvent(line))
    .flatMap((event): Diagnostic[] => (event.type === "diagnostic" ? [event.diagnostic] : []));
  return composeReport({
    label: "live/prod",
    directory: "live/prod",
    workspace: "default",
    product: "terraform",
    terraformVersion: read?.plan.terraformVersion ?? "",
    mode: "normal",
    hasChanges: read !== undefined && hasChanges(read.plan),
    diagnostics,
    guardrails: { violations: [], lifted: [] },
    notes: [],
    remarks: [],
    fingerprint: `hr1:${"0123456789abcdef".repeat(4)}`,
    origin: {
      repository: "octo-org/infrastructure",
      serverUrl: "https://github.com",
      runUrl: "https://github.com/octo-org/infrastructure/actions/runs/42/attempts/1",
      runId: "42",
      runAttempt: 1,
      headSha: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      pullRequest: 7,
    },
    redact,
    ...(source === undefined || read === undefined
      ? {}
      : { readable: { plan: read.plan, source, redact, hasSecrets: read.secrets.size > 0 } }),
    ...given.facts,
  });
}
