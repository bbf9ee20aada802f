/**
 * The inputs and outputs of terraform-plan. The inputs are those of every action that plans; action.yml says the same,
 * and a test compares the two.
 */
import { planInputs } from "@handrail/planning";

export const inputs = planInputs;

export const outputs = {
  result: { description: "`changes`, `no-changes`, `denied` or `failed`." },
  "failure-reason": { description: "Why the step failed, one word. Empty when it did not." },
  "has-changes": {
    description: "`true` when the plan changes anything: resources, outputs, moves, imports or what is managed.",
  },
  "exit-code": { description: "Terraform's own exit code of `plan -detailed-exitcode`." },
  "to-add": { description: "Number of objects to create." },
  "to-change": { description: "Number of objects to update in place." },
  "to-destroy": { description: "Number of objects to destroy; replacements are not counted here." },
  "to-replace": { description: "Number of objects to replace; each counts once." },
  "to-import": { description: "Number of objects to import." },
  "to-move": { description: "Number of objects that get another address." },
  "to-forget": { description: "Number of objects that Terraform will no longer manage." },
  "output-changes": { description: "Number of root module outputs that change." },
  fingerprint: { description: "A hash over the meaning of the plan. Equal for equal plans." },
  "plan-file": {
    description:
      "Path of the saved plan; encrypted when `seal-key` is given. It holds the whole state, so treat it as a secret.",
  },
  "plan-json-file": { description: "Path of the plan as JSON, with sensitive values replaced." },
  "result-file": { description: "Path of the result for terraform-report, with sensitive values replaced." },
  "comment-id": { description: "Id of the pull request comment." },
  "comment-url": { description: "Address of the pull request comment." },
  summary: { description: "The plan in one line." },
};
