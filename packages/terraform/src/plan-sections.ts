/**
 * The sections of a plan document, one reader each. A section of a newer terraform is skipped, unless its name says
 * that it has changes: those are kept as `other`, so that they are shown and never taken for "no changes".
 */
import { Failure } from "@handrail/runner";
import type { JsonScanner } from "./json-scan.ts";
import { isJsonObject, member, type Json } from "./json-value.ts";
import { actionsOf, changeBody, changeKind, readResourceChange, textOf } from "./plan-change.ts";
import { readConfiguration } from "./plan-configuration.ts";
import { readStateSecrets } from "./plan-state.ts";
import type { Check, OtherChange, PlanSummary, ResourceChange } from "./plan.ts";
import { collectSecrets } from "./secrets.ts";

/** The major format version this reader knows; terraform promises to raise it for what old readers cannot take. */
const FORMAT = 1;
const OTHER_SECTION = /(?:changes|invocations|actions)$/;

/** A reading under way. */
export type PlanReading = { scanner: JsonScanner; plan: PlanSummary; secrets: Set<string> };

/** A plan of which nothing has been read. */
export function emptyPlan(): PlanSummary {
  return {
    formatVersion: "",
    terraformVersion: "",
    errored: false,
    changes: [],
    unchanged: 0,
    drift: [],
    deferred: [],
    outputs: [],
    checks: [],
    other: [],
    variables: new Map(),
    sensitiveVariables: new Set(),
  };
}

/** Reads the section at the cursor into the plan; leaves it untouched when it is of no interest. */
export function readSection(reading: PlanReading, key: string): void {
  const read = SECTIONS.get(key);
  if (read !== undefined) read(reading);
  else if (OTHER_SECTION.test(key)) readOthers(reading, key);
}

const SECTIONS: ReadonlyMap<string, (reading: PlanReading) => void> = new Map([
  ["format_version", readFormat],
  ["terraform_version", readTerraformVersion],
  ["applyable", (reading) => readFlag(reading, "applyable")],
  ["complete", (reading) => readFlag(reading, "complete")],
  ["errored", (reading) => readFlag(reading, "errored")],
  ["variables", readVariables],
  ["resource_changes", readChanges],
  ["resource_drift", (reading) => readElements(reading, (change) => reading.plan.drift.push(change))],
  ["deferred_changes", readDeferred],
  ["output_changes", readOutputs],
  ["checks", readChecks],
  ["prior_state", readPriorState],
  ["planned_values", ({ scanner, secrets }) => readStateSecrets(scanner, secrets)],
  ["configuration", readSensitiveVariables],
]);

function readFormat({ plan, scanner }: PlanReading): void {
  plan.formatVersion = textOf(scanner.take()) ?? "";
  if (!(Number.parseInt(plan.formatVersion, 10) > FORMAT)) return;
  throw new Failure({
    reason: "plan-failed",
    what: `The plan's JSON has format version ${plan.formatVersion}; the newest known one is ${FORMAT}.x.`,
    remedy: "Use a version of this action that knows the format, or a terraform that writes the older one.",
  });
}

function readTerraformVersion({ plan, scanner }: PlanReading): void {
  plan.terraformVersion = textOf(scanner.take()) ?? "";
}

function readFlag({ plan, scanner }: PlanReading, key: "applyable" | "complete" | "errored"): void {
  const flag = scanner.take();
  if (typeof flag === "boolean") plan[key] = flag;
}

function readVariables({ plan, scanner }: PlanReading): void {
  if (!scanner.isObject()) return;
  scanner.object((name) => plan.variables.set(name, member(scanner.take(), "value") ?? null));
}

function readSensitiveVariables({ plan, scanner, secrets }: PlanReading): void {
  plan.sensitiveVariables = readConfiguration(scanner, secrets);
}

function readPriorState({ scanner, secrets }: PlanReading): void {
  if (!scanner.isObject()) return;
  scanner.object((key) => {
    if (key === "values") readStateSecrets(scanner, secrets);
  });
}

function readElements({ scanner, secrets }: PlanReading, add: (change: ResourceChange) => void): void {
  if (!scanner.isList()) return;
  scanner.list(() => {
    if (scanner.isObject()) add(readResourceChange(scanner, secrets));
  });
}

function readChanges(reading: PlanReading): void {
  const { plan } = reading;
  readElements(reading, (change) => {
    const isPlain = change.kind === "no-op" && !change.isMove && change.importing === undefined;
    if (isPlain) plan.unchanged += 1;
    else plan.changes.push(change);
  });
}

function readDeferred({ plan, scanner, secrets }: PlanReading): void {
  if (!scanner.isList()) return;
  scanner.list(() => {
    let reason: string | undefined;
    let change: ResourceChange | undefined;
    if (!scanner.isObject()) return;
    scanner.object((key) => {
      if (key === "reason") reason = textOf(scanner.take());
      else if (key === "resource_change" && scanner.isObject()) change = readResourceChange(scanner, secrets);
    });
    if (change !== undefined) plan.deferred.push({ ...change, deferredReason: reason ?? "unknown" });
  });
}

function readOutputs({ plan, scanner, secrets }: PlanReading): void {
  if (!scanner.isObject()) return;
  scanner.object((name) => {
    const change = scanner.take();
    const body = changeBody(change);
    collectSecrets(body.before, body.beforeSensitive, secrets);
    collectSecrets(body.after, body.afterSensitive, secrets);
    const actions = actionsOf(member(change, "actions"));
    const kind = changeKind(actions);
    if (kind !== "no-op") plan.outputs.push({ name, kind, actions, body });
  });
}

/** A checkable object has one result for each of its instances, and one for all when none was expanded. */
function readChecks({ plan, scanner }: PlanReading): void {
  const checks = scanner.take();
  for (const check of Array.isArray(checks) ? checks : []) {
    const instances = member(check, "instances");
    const results = Array.isArray(instances) && instances.length > 0 ? instances : [check];
    for (const result of results) plan.checks.push(checkOf(check, result));
  }
}

function checkOf(check: Json, result: Json): Check {
  const address = member(check, "address");
  const problems = member(result, "problems");
  return {
    address: textOf(member(member(result, "address"), "to_display") ?? member(address, "to_display")) ?? "",
    kind: textOf(member(address, "kind")) ?? "",
    status: textOf(member(result, "status")) ?? "unknown",
    problems: (Array.isArray(problems) ? problems : []).map((problem) => textOf(member(problem, "message")) ?? ""),
  };
}

/** Action invocations (`{"address": …, "lifecycle_action_trigger": …}`, or inside `action_invocation` with a reason). */
function readOthers({ plan, scanner, secrets }: PlanReading, key: string): void {
  const add = (name: string | undefined): void => {
    const offset = scanner.offset;
    const value = scanner.take();
    plan.other.push(otherOf(key, name, value, { offset, length: scanner.offset - offset }));
    const action = member(value, "action_invocation") ?? value;
    collectSecrets(member(action, "config_values"), member(action, "config_sensitive"), secrets);
  };
  if (scanner.isList()) scanner.list(() => add(undefined));
  else if (scanner.isObject()) scanner.object(add);
}

function otherOf(key: string, name: string | undefined, value: Json, span: OtherChange["span"]): OtherChange {
  const action = member(value, "action_invocation") ?? member(value, "resource_change") ?? value;
  const trigger = member(action, "lifecycle_action_trigger");
  const cause = ["action_trigger_event", "triggering_resource_address"].map((part) => textOf(member(trigger, part)));
  const address = textOf(member(action, "address")) ?? name;
  const reason =
    textOf(member(value, "reason")) ?? (isJsonObject(trigger) ? cause.filter(Boolean).join(" ") : undefined);
  return {
    key,
    ...(address === undefined ? {} : { address }),
    ...(reason === undefined ? {} : { reason }),
    span,
  };
}
