/**
 * Cuts a plan document into pieces that are small enough to be rewritten one at a time: a resource, an output, a
 * variable. What is between them is punctuation and names. It rewrites nothing itself.
 */
import { withoutKeys } from "./address-keys.ts";
import { JsonScanner } from "./json-scan.ts";
import { JsonError, MAX_DEPTH, isJsonObject, member, type Json } from "./json-value.ts";
import { textOf } from "./plan-change.ts";
import type { PlanSource, Span } from "./plan.ts";
import { expressionFlags } from "./redaction-flags.ts";
import { hasFlag } from "./secrets.ts";

/** A piece, and what is flagged in it for reasons that are elsewhere in the document. */
export type Piece = Span & { flags?: (piece: Json) => Json };

/** Facts from one place of the document that flag something in another. */
type Finding = {
  scanner: JsonScanner;
  pieces: Piece[];
  /** The root module's sensitive variables. */
  variables: Set<string>;
  /** The attributes a provider flags, by resource in the configuration. */
  attributes: Map<string, Set<string>>;
};

/** The pieces of a document in order. Throws a JsonError for what is no JSON. */
export function findPieces(source: PlanSource): Piece[] {
  const scanner = new JsonScanner(source);
  const finding: Finding = { scanner, pieces: [], variables: new Set(), attributes: new Map() };
  scanner.object((key) => {
    if (key === "prior_state") members(scanner, (part) => (part === "values" ? stateValues(finding) : add(finding)));
    else if (key === "planned_values") stateValues(finding);
    else if (key === "configuration") configuration(finding);
    else if (key === "variables") variables(finding);
    else if (key === "resource_changes" || key === "resource_drift") elements(scanner, () => resourceChange(finding));
    else if (scanner.isList()) scanner.list(() => add(finding));
    else if (scanner.isObject()) scanner.object(() => add(finding));
    else add(finding);
  });
  scanner.end();
  return finding.pieces;
}

function add({ scanner, pieces }: Finding, flags?: Piece["flags"]): Span {
  const span = scanner.skip();
  pieces.push(flags === undefined ? span : { ...span, flags });
  return span;
}

/** Visits members if there are any; whatever else is in the place is skipped by the caller. */
function members(scanner: JsonScanner, visit: (key: string) => void): void {
  if (scanner.isObject()) scanner.object(visit);
}

function elements(scanner: JsonScanner, visit: () => void): void {
  if (scanner.isList()) scanner.list(visit);
}

function variables(finding: Finding): void {
  members(finding.scanner, (name) => {
    add(finding, () => (finding.variables.has(name) ? { value: true } : false));
  });
}

function stateValues(finding: Finding): void {
  members(finding.scanner, (key) => {
    if (key === "root_module") stateModule(finding, 0);
    else members(finding.scanner, () => add(finding));
  });
}

function stateModule(finding: Finding, depth: number): void {
  checkDepth(finding, depth);
  members(finding.scanner, (key) => {
    if (key === "resources") elements(finding.scanner, () => add(finding));
    else if (key === "child_modules") elements(finding.scanner, () => stateModule(finding, depth + 1));
  });
}

function resourceChange(finding: Finding): void {
  const { scanner, pieces, attributes } = finding;
  const { offset } = scanner;
  const identity = new Map<string, Json>();
  const flagged = new Set<string>();
  members(scanner, (key) => {
    if (IDENTITY.has(key)) identity.set(key, scanner.take());
    else if (key === "change") {
      members(scanner, (part) => {
        if (part.endsWith("_sensitive")) addFlagged(flagged, scanner.take());
      });
    }
  });
  if (scanner.offset === offset) scanner.skip();
  pieces.push({ offset, length: scanner.offset - offset });
  if (flagged.size === 0) return;
  const module = withoutKeys(textOf(identity.get("module_address")) ?? "");
  const name = configurationName(module, Object.fromEntries(identity));
  attributes.set(name, new Set([...(attributes.get(name) ?? []), ...flagged]));
}

function addFlagged(names: Set<string>, flags: Json): void {
  for (const [name, below] of isJsonObject(flags) ? Object.entries(flags) : []) if (hasFlag(below)) names.add(name);
}

const IDENTITY = new Set(["module_address", "mode", "type", "name"]);

function configurationName(module: string, resource: Json): string {
  return JSON.stringify([module, ...["mode", "type", "name"].map((key) => textOf(member(resource, key)))]);
}

function configuration(finding: Finding): void {
  members(finding.scanner, (key) => {
    if (key === "root_module") finding.variables = configurationModule(finding, "", 0);
    else if (finding.scanner.isObject()) members(finding.scanner, () => add(finding));
  });
}

/** Adds the pieces of a module; returns the names of its sensitive variables, complete when the module has been read. */
function configurationModule(finding: Finding, module: string, depth: number): Set<string> {
  checkDepth(finding, depth);
  const { scanner } = finding;
  const sensitive = new Set<string>();
  members(scanner, (key) => {
    if (key === "variables") {
      members(scanner, (name) => {
        const span = add(finding);
        if (member(scanner.read(span), "sensitive") === true) sensitive.add(name);
      });
    } else if (key === "module_calls") members(scanner, (name) => moduleCall(finding, joinModule(module, name), depth));
    else if (key === "resources") {
      elements(scanner, () =>
        add(finding, (resource) => {
          const names = finding.attributes.get(configurationName(module, resource)) ?? new Set();
          return { expressions: expressionFlags(member(resource, "expressions"), names) };
        }),
      );
    } else if (scanner.isObject()) members(scanner, () => add(finding));
  });
  return sensitive;
}

function moduleCall(finding: Finding, module: string, depth: number): void {
  let sensitive = new Set<string>();
  members(finding.scanner, (key) => {
    if (key === "module") sensitive = configurationModule(finding, module, depth + 1);
    else if (key === "expressions") add(finding, (expressions) => expressionFlags(expressions, sensitive));
    else add(finding);
  });
}

function joinModule(module: string, name: string): string {
  return module === "" ? `module.${name}` : `${module}.module.${name}`;
}

function checkDepth({ scanner }: Finding, depth: number): void {
  if (depth > MAX_DEPTH) throw new JsonError(`modules nest deeper than ${MAX_DEPTH} levels`, scanner.offset);
}
