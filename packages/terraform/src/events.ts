/**
 * terraform's machine-readable stream (`-json`: one JSON object a line) as our own types. Parses only; what is shown of
 * an event is describe-event.ts. An unknown type is `other`, a line that is no JSON object is `text`: never an error.
 * Source of the types: https://developer.hashicorp.com/terraform/internals/machine-readable-ui and
 * https://github.com/hashicorp/terraform/tree/main/internal/command/views/json (message_types.go, hook.go, change.go).
 */
import { type Diagnostic, parseDiagnostic } from "./diagnostics.ts";
import { type Json, member, parseJson } from "./json-value.ts";

const CHANGES = ["planned_change", "resource_drift", "deferred_change"] as const;
const REFRESHES = ["refresh_start", "refresh_complete"] as const;
const OPERATION = /^(?:apply|ephemeral_op)_(?:start|progress|complete|errored)$/;
const PROVISIONS = ["provision_start", "provision_progress", "provision_complete", "provision_errored"] as const;
const INVOCATIONS = [
  "planned_action_invocation",
  "action_start",
  "action_progress",
  "action_complete",
  "action_errored",
] as const;
const LOCKS = ["state_lock_acquire", "state_lock_release"] as const;

/** A planned, drifted or deferred change. `action` is terraform's word: create, update, replace, delete, move, remove (forget), … */
export type ChangeEvent = {
  type: (typeof CHANGES)[number];
  address: string;
  action: string;
  previousAddress?: string;
  reason?: string;
  isImport: boolean;
};

/** One line of the stream. Texts are as terraform wrote them: neither redacted nor neutralised. */
export type TerraformEvent =
  | { type: "version"; product: "terraform" | "opentofu" | "other"; version: string; ui: string }
  | { type: "diagnostic"; diagnostic: Diagnostic }
  | ChangeEvent
  | { type: "change_summary"; operation: string; counts: Map<string, number> }
  | { type: "outputs"; outputs: Map<string, OutputEvent> }
  | { type: (typeof REFRESHES)[number]; address: string; id?: string }
  | { type: OperationType; address: string; action: string; elapsedSeconds?: number; id?: string }
  | { type: (typeof PROVISIONS)[number]; address: string; provisioner: string; output?: string }
  | { type: (typeof INVOCATIONS)[number]; address: string; trigger?: string; message?: string }
  | { type: (typeof LOCKS)[number]; message: string }
  | { type: "init_output"; code: string; message: string }
  /** `isStateDump`: terraform could not save the state anywhere and wrote it into its own output (`-json` apply only). */
  | { type: "log"; message: string; isStateDump: boolean }
  | { type: "other"; name: string; message: string }
  | { type: "text"; text: string };

/** The start, progress and end of an apply, or of an ephemeral resource's opening and closing. */
export type OperationType = `${"apply" | "ephemeral_op"}_${"start" | "progress" | "complete" | "errored"}`;

/** A root output: its action in a plan, its value after an apply (never for a sensitive one). */
export type OutputEvent = { action?: string; isSensitive: boolean; value?: Json };

/** Parses one line of the stream, without its line break. Never throws. */
export function parseEvent(line: string): TerraformEvent {
  if (!line.startsWith("{")) return { type: "text", text: line };
  try {
    const event = JSON.parse(line) as Json;
    const type = text(event, "type");
    // Numbers of outputs are values that a later step computes with: not a digit of them may be lost.
    return readEvent(type, type === "outputs" ? parseJson(line) : event);
  } catch {
    return { type: "text", text: line };
  }
}

function readEvent(type: string, event: Json): TerraformEvent {
  const message = text(event, "@message");
  if (type === "version") return readVersion(event);
  if (type === "diagnostic") return readDiagnostic(event, message);
  if (isOneOf(CHANGES, type)) return readChange(type, event);
  if (type === "change_summary") return readSummary(member(event, "changes"));
  if (type === "outputs") return { type, outputs: readOutputs(member(event, "outputs")) };
  const hook = member(event, "hook");
  const address = text(member(hook, "resource"), "addr");
  const id = optionalText(hook, "id_value");
  if (isOneOf(REFRESHES, type)) return { type, address, ...(id === undefined ? {} : { id }) };
  if (isOperation(type)) return readOperation(type, hook);
  if (isOneOf(PROVISIONS, type)) {
    const output = optionalText(hook, "output");
    return { type, address, provisioner: text(hook, "provisioner"), ...(output === undefined ? {} : { output }) };
  }
  if (isOneOf(INVOCATIONS, type)) return readInvocation(type, hook ?? member(event, "invocation"));
  if (isOneOf(LOCKS, type)) return { type, message };
  if (type === "init_output") return { type, code: text(event, "message_code"), message };
  if (type === "log") return { type, message, isStateDump: member(event, "state") !== undefined };
  return { type: "other", name: type, message };
}

function isOneOf<T extends string>(types: readonly T[], type: string): type is T {
  return (types as readonly string[]).includes(type);
}

function isOperation(type: string): type is OperationType {
  return OPERATION.test(type);
}

function text(value: Json | undefined, key: string): string {
  return optionalText(value, key) ?? "";
}

function optionalText(value: Json | undefined, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === "string" ? found : undefined;
}

function readVersion(event: Json): TerraformEvent {
  const ui = text(event, "ui");
  const terraform = optionalText(event, "terraform");
  if (terraform !== undefined) return { type: "version", product: "terraform", version: terraform, ui };
  const tofu = optionalText(event, "tofu");
  return { type: "version", product: tofu === undefined ? "other" : "opentofu", version: tofu ?? "", ui };
}

function readDiagnostic(event: Json, message: string): TerraformEvent {
  const diagnostic = parseDiagnostic(member(event, "diagnostic"));
  return diagnostic === undefined ? { type: "other", name: "diagnostic", message } : { type: "diagnostic", diagnostic };
}

/** A deferred change has its reason beside the change: `{ change: { reason, change: { … } } }` or beside it. */
function readChange(type: ChangeEvent["type"], event: Json): ChangeEvent {
  const outer = member(event, "change");
  const change = member(outer, "change") ?? outer;
  const previousAddress = optionalText(member(change, "previous_resource"), "addr");
  const reason = optionalText(outer, "reason") ?? optionalText(event, "reason");
  return {
    type,
    address: text(member(change, "resource"), "addr"),
    action: text(change, "action"),
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(reason === undefined ? {} : { reason }),
    isImport: member(change, "importing") !== undefined,
  };
}

function readSummary(changes: Json | undefined): TerraformEvent {
  const counts = new Map<string, number>();
  for (const [name, count] of Object.entries(changes ?? {}) as [string, unknown][]) {
    if (typeof count === "number") counts.set(name, count);
  }
  return { type: "change_summary", operation: text(changes, "operation"), counts };
}

function readOutputs(outputs: Json | undefined): Map<string, OutputEvent> {
  const read = new Map<string, OutputEvent>();
  for (const [name, output] of Object.entries(outputs ?? {}) as [string, Json][]) {
    const action = optionalText(output, "action");
    const isSensitive = member(output, "sensitive") !== false;
    const value = isSensitive ? undefined : member(output, "value");
    read.set(name, {
      ...(action === undefined ? {} : { action }),
      isSensitive,
      ...(value === undefined ? {} : { value }),
    });
  }
  return read;
}

function readOperation(type: OperationType, hook: Json | undefined): TerraformEvent {
  const elapsed = member(hook, "elapsed_seconds");
  const id = optionalText(hook, "id_value");
  return {
    type,
    address: text(member(hook, "resource"), "addr"),
    action: text(hook, "action"),
    ...(typeof elapsed === "number" ? { elapsedSeconds: elapsed } : {}),
    ...(id === undefined ? {} : { id }),
  };
}

/** A hook calls the action `action` and its trigger `lifecycle`, a planned invocation adds `_addr` and `_trigger`. */
function readInvocation(type: (typeof INVOCATIONS)[number], hook: Json | undefined): TerraformEvent {
  const lifecycle = member(hook, "lifecycle") ?? member(hook, "lifecycle_trigger");
  const resource = member(lifecycle, "resource") ?? member(lifecycle, "triggering_resource");
  const trigger = optionalText(resource, "addr");
  const message = optionalText(hook, "message") ?? optionalText(hook, "error");
  return {
    type,
    address: text(member(hook, "action") ?? member(hook, "action_addr"), "addr"),
    ...(trigger === undefined ? {} : { trigger }),
    ...(message === undefined ? {} : { message }),
  };
}
