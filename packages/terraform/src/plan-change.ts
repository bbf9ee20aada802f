/**
 * Reads one resource change of a plan document: what happens to which object, and where its values are. The values
 * themselves are read by `readChangeBody`, later and only for what is shown.
 */
import { JsonScanner } from "./json-scan.ts";
import { isJsonObject, member, type Json } from "./json-value.ts";
import type { ChangeBody, ChangeKind, PlanSource, ResourceChange, Span } from "./plan.ts";
import { collectSecrets, hasFlag } from "./secrets.ts";

const KIND_BY_ACTIONS: ReadonlyMap<string, ChangeKind> = new Map([
  ["no-op", "no-op"],
  ["create", "create"],
  ["read", "read"],
  ["update", "update"],
  ["delete", "delete"],
  ["forget", "forget"],
  ["open", "open"],
  ["delete,create", "replace"],
  ["create,delete", "replace"],
  // terraform calls this a replacement too: a new object is made and the old one is let go, not destroyed.
  ["create,forget", "replace"],
]);

const IDENTITY = new Set([
  "address",
  "previous_address",
  "module_address",
  "mode",
  "type",
  "name",
  "index",
  "deposed",
  "provider_name",
  "action_reason",
]);
const VALUES = new Set(["before", "after"]);
const FACTS = new Set(["actions", "replace_paths", "importing", "before_sensitive", "after_sensitive"]);

/** What the list of actions means; anything unknown is `other`. */
export function changeKind(actions: readonly string[]): ChangeKind {
  return KIND_BY_ACTIONS.get(actions.join(",")) ?? "other";
}

/** A string as it is, nothing for anything else. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The strings of a list of actions; what is no string is kept as JSON, so that the kind becomes `other`. */
export function actionsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map((action) => textOf(action) ?? JSON.stringify(action)) : [];
}

/** Reads the element at the cursor, and adds its flagged values to `secrets`. */
export function readResourceChange(scanner: JsonScanner, secrets: Set<string>): ResourceChange {
  const offset = scanner.offset;
  const identity = new Map<string, Json>();
  const facts = new Map<string, Json>();
  const values = new Map<string, Span>();
  let hasGeneratedConfig = false;
  scanner.object((key) => {
    if (IDENTITY.has(key)) identity.set(key, scanner.take());
    if (key !== "change" || !scanner.isObject()) return;
    scanner.object((fact) => {
      if (VALUES.has(fact)) values.set(fact, scanner.skip());
      else if (FACTS.has(fact)) facts.set(fact, scanner.take());
      else if (fact === "generated_config") hasGeneratedConfig = scanner.take() !== null;
    });
  });
  for (const side of VALUES) {
    const flags = facts.get(`${side}_sensitive`);
    const span = values.get(side);
    if (span !== undefined && hasFlag(flags)) collectSecrets(scanner.read(span), flags, secrets);
  }
  return resourceChange(identity, facts, hasGeneratedConfig, { offset, length: scanner.offset - offset });
}

function resourceChange(
  identity: ReadonlyMap<string, Json>,
  facts: ReadonlyMap<string, Json>,
  hasGeneratedConfig: boolean,
  span: Span,
): ResourceChange {
  const text = (key: string): string | undefined => textOf(identity.get(key));
  const type = text("type") ?? "";
  const name = text("name") ?? "";
  const address = text("address") ?? `${type}.${name}`;
  const previousAddress = text("previous_address");
  const actions = actionsOf(facts.get("actions"));
  const change: ResourceChange = {
    address,
    mode: text("mode") ?? "",
    type,
    name,
    provider: text("provider_name") ?? "",
    kind: changeKind(actions),
    actions,
    isMove: previousAddress !== undefined && previousAddress !== address,
    replacePaths: pathsOf(facts.get("replace_paths")),
    hasGeneratedConfig,
    span,
  };
  if (previousAddress !== undefined) change.previousAddress = previousAddress;
  const [module, deposed, reason] = [text("module_address"), text("deposed"), text("action_reason")];
  if (module !== undefined) change.module = module;
  if (deposed !== undefined) change.deposed = deposed;
  if (reason !== undefined) change.reason = reason;
  const index = identity.get("index");
  if (typeof index === "string" || typeof index === "number") change.index = index;
  const importing = facts.get("importing");
  if (isJsonObject(importing)) change.importing = importOf(importing);
  if (change.kind === "replace") {
    change.replaceOrder = actions[0] === "delete" ? "destroy-first" : "create-first";
    if (actions[1] === "forget") change.isOldForgotten = true;
  }
  return change;
}

function importOf(importing: Json): NonNullable<ResourceChange["importing"]> {
  const found: NonNullable<ResourceChange["importing"]> = {};
  const [id, identity] = [textOf(member(importing, "id")), member(importing, "identity")];
  if (id !== undefined) found.id = id;
  if (identity !== undefined && identity !== null) found.identity = identity;
  if (member(importing, "unknown") === true) found.unknown = true;
  return found;
}

/** Paths of strings and numbers; a path with anything else in it cannot be followed and is dropped. */
function pathsOf(value: Json | undefined): (string | number)[][] {
  if (!Array.isArray(value)) return [];
  return value.filter((path) => Array.isArray(path)).filter((path) => path.every((step) => isStep(step)));
}

function isStep(step: Json): step is string | number {
  return typeof step === "string" || typeof step === "number";
}

/** The values of a change object, `{"actions": …, "before": …}`. */
export function changeBody(change: Json | undefined): ChangeBody {
  const value = (key: string, missing: Json): Json => member(change, key) ?? missing;
  const body: ChangeBody = {
    before: value("before", null),
    after: value("after", null),
    afterUnknown: value("after_unknown", false),
    beforeSensitive: value("before_sensitive", false),
    afterSensitive: value("after_sensitive", false),
  };
  const [before, after] = [member(change, "before_identity"), member(change, "after_identity")];
  if (before !== undefined) body.beforeIdentity = before;
  if (after !== undefined) body.afterIdentity = after;
  const generatedConfig = textOf(member(change, "generated_config"));
  if (generatedConfig !== undefined) body.generatedConfig = generatedConfig;
  return body;
}

/** Reads the values of the element at `span`. */
export function readChangeBody(source: PlanSource, span: Span): ChangeBody {
  return changeBody(member(new JsonScanner(source, { span }).take(), "change"));
}
