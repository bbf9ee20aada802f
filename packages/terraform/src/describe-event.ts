/**
 * The line of progress that the log shows of an event: addresses, actions and counts, never a value. Ids are values
 * too, diagnostics can print any value, and so can what a provisioner writes: they stay out until the sensitive values
 * are known. No line breaks or control characters come out; workflow commands are the log's to neutralise.
 */
import type { ChangeEvent, OperationType, TerraformEvent, OutputEvent } from "./events.ts";

/** What a resource's action is called while it runs and when it is done, by terraform's word for it. */
const VERBS: ReadonlyMap<string, readonly [doing: string, done: string]> = new Map([
  ["create", ["creating", "created"]],
  ["update", ["changing", "changed"]],
  ["delete", ["destroying", "destroyed"]],
  ["replace", ["replacing", "replaced"]],
  ["read", ["reading", "read"]],
  ["import", ["importing", "imported"]],
  ["remove", ["forgetting", "forgotten"]],
  ["open", ["opening", "opened"]],
  ["renew", ["renewing", "renewed"]],
  ["close", ["closing", "closed"]],
  ["noop", ["leaving as it is", "left as it is"]],
]);

const PRODUCTS = { terraform: "Terraform", opentofu: "OpenTofu", other: "Version" } as const;
/** What an apply of a saved plan says of its plan once more. */
const PLANNED: ReadonlySet<string> = new Set([
  "planned_change",
  "resource_drift",
  "deferred_change",
  "planned_action_invocation",
]);

/**
 * One line for the log, without a line break; undefined for an event that has nothing to show.
 * @param verb the command that says it: an apply does not show its plan again
 */
export function describeEvent(event: TerraformEvent, verb?: string): string | undefined {
  if (verb === "apply" && PLANNED.has(event.type)) return undefined;
  const line = lineOf(event);
  return line === undefined ? undefined : visible(line);
}

function lineOf(event: TerraformEvent): string | undefined {
  switch (event.type) {
    case "version":
      return `${PRODUCTS[event.product]} ${event.version}`;
    case "planned_change":
    case "resource_drift":
    case "deferred_change":
      return changeLine(event);
    case "outputs":
      return outputsLine(event.outputs);
    case "refresh_start":
      return `${event.address}: refreshing`;
    case "provision_start":
      return `${event.address}: provisioning with ${event.provisioner}`;
    case "provision_complete":
      return `${event.address}: provisioned with ${event.provisioner}`;
    case "provision_errored":
      return `${event.address}: provisioning with ${event.provisioner} failed`;
    case "state_lock_acquire":
      return "Acquiring the state lock";
    case "state_lock_release":
      return "Releasing the state lock";
    case "init_output":
      // What begins with "output" closes the command: that it went well shows in what follows.
      if (event.code === "" || event.code.startsWith("output_")) return undefined;
      return event.code.replace(/_message$/, "").replaceAll("_", " ");
    case "log":
      return event.isStateDump ? "The state could not be saved: terraform wrote it into its own output" : undefined;
    // Terraform counts a replacement twice, as added and as destroyed; the line that sums up the step counts it once.
    case "change_summary":
    case "refresh_complete":
    case "provision_progress":
    case "diagnostic":
    case "other":
    case "text":
      break;
    case "planned_action_invocation":
    case "action_start":
    case "action_progress":
    case "action_complete":
    case "action_errored":
      return invocationLine(event);
    case "apply_start":
    case "apply_progress":
    case "apply_complete":
    case "apply_errored":
    case "ephemeral_op_start":
    case "ephemeral_op_progress":
    case "ephemeral_op_complete":
    case "ephemeral_op_errored":
      return operationLine(event);
  }
  return undefined;
}

/** In a plan every output has an action, after an apply none has. */
function outputsLine(outputs: ReadonlyMap<string, OutputEvent>): string | undefined {
  const actions = [...outputs.values()].flatMap(({ action }) => (action === undefined ? [] : [action]));
  if (actions.length === 0) return `outputs: ${outputs.size}`;
  const changed = actions.filter((action) => action !== "noop").length;
  return changed === 0 ? undefined : `outputs: ${changed} of ${outputs.size} change`;
}

function changeLine(event: ChangeEvent): string {
  const word = {
    planned_change: "plan to",
    resource_drift: "changed outside of terraform:",
    deferred_change: "deferred:",
  };
  const action = event.action === "remove" ? "forget" : event.action;
  const from = event.previousAddress === undefined ? "" : ` (moved from ${event.previousAddress})`;
  const imported = event.isImport && action !== "import" ? " (imported first)" : "";
  const why = event.reason?.replace(/^(?:delete|replace|read)_because_/, "").replaceAll("_", " ");
  const reason = why === undefined ? "" : ` (${why})`;
  return `${event.address}: ${word[event.type]} ${action}${reason}${from}${imported}`;
}

function operationLine(event: {
  type: OperationType;
  address: string;
  action: string;
  elapsedSeconds?: number;
}): string {
  const [doing, done] = VERBS.get(event.action) ?? [event.action, event.action];
  const elapsed = Math.round(event.elapsedSeconds ?? 0);
  const after = elapsed < 1 ? "" : ` after ${elapsed} s`;
  if (event.type.endsWith("_start")) return `${event.address}: ${doing}`;
  if (event.type.endsWith("_progress"))
    return `${event.address}: still ${doing}${elapsed < 1 ? "" : `, ${elapsed} s so far`}`;
  if (event.type.endsWith("_complete")) return `${event.address}: ${done}${after}`;
  return `${event.address}: ${doing} failed${after}`;
}

function invocationLine(event: { type: string; address: string; trigger?: string }): string | undefined {
  const by = event.trigger === undefined ? "" : ` (for ${event.trigger})`;
  if (event.type === "planned_action_invocation") return `${event.address}: plan to invoke${by}`;
  if (event.type === "action_start") return `${event.address}: invoking${by}`;
  if (event.type === "action_complete") return `${event.address}: invoked${by}`;
  return event.type === "action_errored" ? `${event.address}: invocation failed${by}` : undefined;
}

/** Control characters and line separators as escapes, so that one event is one line. */
function visible(line: string): string {
  return line.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
