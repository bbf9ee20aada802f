/**
 * The part of diagnostic-rules.ts that is about saved plans and their apply: data only, the same sources.
 */
import type { Rule } from "./diagnostic-rule.ts";

/** backend/local/backend_apply.go, command/views/operation.go; seen with an http backend that answers 500 */
export const UNSAVED: readonly Rule[] = [
  {
    summary: /^Failed to (persist state to backend|create local state file)/,
    detail: /raw state data is printed|creating local state file for recovery/,
    phases: ["apply"],
    reason: "state-not-saved",
    told: /^Failed to save state/,
    remedy:
      'Do not apply again: the state would fork. Not even errored.tfstate could be written: the only copy of the state is the event "Emergency state dump" in what terraform wrote on its output. Save its member state in a file and terraform state push it.',
  },
  {
    summary: /^Failed to (save state|persist state to backend|write state|serialize state)/,
    phases: ["apply"],
    reason: "state-not-saved",
    told: /^Failed to save state/,
    remedy:
      "Do not apply again: the state would fork. Recover errored.tfstate with terraform state push once the backend can be written.",
  },
];

/** internal/plugin6/grpc_error.go: the provider's process died under a call, so nobody knows what became of it */
export const CRASHES: readonly Rule[] = [
  {
    summary: /^(Plugin did not respond|Request cancelled)$/,
    phases: ["apply"],
    reason: "terraform-crashed",
    remedy:
      "The provider died while it worked: the object may exist outside of the state. Compare terraform state show with what is there, terraform import (or delete) what is missing, then run the job again.",
  },
];

/** backend/local/backend_local.go, backend/backendrun/unparsed_value.go, plans/planfile/wrapped.go; fixtures 04 to 11, 16, 30 */
export const SAVED_PLANS: readonly Rule[] = [
  {
    summary: /^Saved plan is stale$/,
    reason: "plan-changed",
    remedy: "The state moved on after this plan was made: make a new plan and have it reviewed.",
  },
  {
    summary: /^Saved plan does not match the given state$/,
    reason: "plan-tampered",
    remedy: "The plan belongs to another state: make the plan with the same backend and workspace.",
  },
  {
    summary: /^Failed to load ".*" as a plan file$|^Failed to read plan/s,
    phases: ["apply"],
    reason: "plan-tampered",
    remedy: "The file is not a plan of this terraform: hand over the file that terraform-plan wrote, unchanged.",
  },
  {
    summary: /^Failed to load ".*" as a plan file$|^Failed to read plan/s,
    remedy: "The file is not a plan of this terraform: make the plan again with the version that reads it.",
  },
  {
    summary: /^Cannot apply incomplete plan$/,
    remedy: "Planning failed half-way: correct its errors and plan again.",
  },
  {
    summary: /^Can't change variable when applying a saved plan$|^Mismatch between input and plan variable value$/,
    remedy: "A saved plan brings its variables: give only ephemeral ones to the apply.",
  },
];

/** What cli/state.ts says of state pull and push, whose own words are the detail. */
export const STATES: readonly Rule[] = [
  {
    summary: /^The state cannot be (read|written)$/,
    detail: /Lock Info:|already\s+locked/,
    reason: "state-locked",
    remedy:
      "Wait for the holder, then run the job again. terraform force-unlock only when nobody works with the state.",
  },
  {
    summary: /^The state cannot be (read|written)$/,
    remedy:
      "Check that the credentials may read and write the state of this backend, and that it can be reached from the runner.",
  },
];
