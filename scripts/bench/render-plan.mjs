/**
 * Started by render.ts, once for each run: reads the plan JSON that is the argument and renders it, with the compiled
 * code that the bundle is made of. Prints one JSON line; type stripping would count as memory, so it is plain JavaScript.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { createRedactor } from "@handrail/runner";
import { countChanges, readPlan } from "@handrail/terraform";
import { renderComment, renderSummary } from "../../packages/report/lib/comment.js";
import { showChanges, showDrift, showOutputs } from "../../packages/report/lib/shown-changes.js";

const file = openSync(process.argv[2] ?? "", "r");
const idleKibibytes = process.resourceUsage().maxRSS;
const started = performance.now();
const source = {
  size: fstatSync(file).size,
  /** @param {number} offset @param {number} length */
  read(offset, length) {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  },
};
const { plan, secrets } = readPlan(source);
const redactor = createRedactor(secrets);
const readable = {
  plan,
  source,
  redact: (/** @type {string} */ text) => redactor.redact(text),
  hasSecrets: secrets.size > 0,
};
/** @type {import("../../packages/report/src/report.ts").PlanReport} */
const report = {
  label: "bench",
  directory: ".",
  workspace: "default",
  product: "terraform",
  terraformVersion: plan.terraformVersion,
  result: "changes",
  summary: "bench",
  counts: countChanges(plan),
  mode: "normal",
  changes: showChanges(readable),
  unchanged: plan.unchanged,
  outputs: showOutputs(readable),
  drift: showDrift(readable),
  other: [],
  checks: plan.checks,
  diagnostics: [],
  violations: [],
  lifted: [],
  notes: [],
  remarks: [],
  origin: {
    repository: "o/r",
    serverUrl: "https://example.com",
    runUrl: "https://example.com/1",
    runId: "1",
    runAttempt: 1,
    headSha: "",
  },
};
const comment = renderComment(report, { action: "terraform-plan", key: "bench", data: {} });
const summary = renderSummary(report);
const milliseconds = performance.now() - started;
closeSync(file);
const peakKibibytes = process.resourceUsage().maxRSS;
const sizes = { comment: comment.length, summary: summary.length };
console.log(JSON.stringify({ milliseconds, peakKibibytes, idleKibibytes, ...sizes }));
