/** Inputs and secrets of a workflow that is called or dispatched: types, defaults, what is required. */
import type { Mapping, WorkflowDocument } from "./document.ts";
import { evaluateValue } from "./evaluate.ts";
import type { Scope } from "./evaluate.ts";

type InputDocument = { type?: string; required?: boolean; default?: unknown; options?: unknown[] };

/**
 * The `inputs` context of a called workflow.
 * @throws Error for an unknown input, a missing one, or one of another type.
 */
export async function callInputs(document: WorkflowDocument, given: Mapping, scope: Scope): Promise<Mapping> {
  const declared = declarations(document, "workflow_call", "inputs");
  return readInputs(document.path, declared, given, scope, (name, type, value) => {
    if (typeof value !== type)
      throw new Error(`${document.path}: input ${name} is a ${type}, not ${JSON.stringify(value)}`);
    return value;
  });
}

/** The `inputs` context of a dispatched workflow: everything arrives as text and is typed by its declaration. */
export async function dispatchInputs(document: WorkflowDocument, given: Mapping, scope: Scope): Promise<Mapping> {
  const declared = declarations(document, "workflow_dispatch", "inputs");
  return readInputs(document.path, declared, given, scope, (name, type, value) => {
    const options = declared.get(name)?.options;
    if (options !== undefined && !options.includes(value))
      throw new Error(`${document.path}: input ${name} is none of ${options.join(", ")}`);
    if (type === "boolean") return String(value) === "true";
    return type === "number" ? Number(value) : String(value);
  });
}

async function readInputs(
  path: string,
  declared: ReadonlyMap<string, InputDocument>,
  given: Mapping,
  scope: Scope,
  toTyped: (name: string, type: string, value: unknown) => unknown,
): Promise<Mapping> {
  for (const name of Object.keys(given)) {
    if (!declared.has(name)) throw new Error(`${path}: there is no input ${name}`);
  }
  const inputs: Record<string, unknown> = {};
  for (const [name, { type = "string", required = false, default: preset }] of declared) {
    const value = given[name];
    if (value !== undefined && value !== null) inputs[name] = toTyped(name, type, value);
    else if (required) throw new Error(`${path}: input ${name} is required, but not provided while calling`);
    else inputs[name] = preset === undefined ? emptyOf(type) : await evaluateValue(preset, scope);
  }
  return inputs;
}

/**
 * The secrets of a called workflow: those it declares, out of those given.
 * @throws Error for an unknown secret or a missing one.
 */
export function callSecrets(document: WorkflowDocument, given: Mapping): Record<string, string> {
  const declared = declarations(document, "workflow_call", "secrets");
  for (const name of Object.keys(given)) {
    if (!declared.has(name)) throw new Error(`${document.path}: there is no secret ${name}`);
  }
  const secrets: Record<string, string> = {};
  for (const [name, { required = false }] of declared) {
    const value = given[name];
    if (typeof value === "string" && value !== "") secrets[name] = value;
    else if (required) throw new Error(`${document.path}: secret ${name} is required, but not provided while calling`);
  }
  return secrets;
}

/** The expressions of `on.workflow_call.outputs`, by name. */
export function callOutputs(document: WorkflowDocument): Mapping {
  const outputs = (document.on.get("workflow_call")?.["outputs"] ?? {}) as Record<string, { value?: unknown }>;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

function declarations(document: WorkflowDocument, event: string, kind: string): ReadonlyMap<string, InputDocument> {
  const declared = (document.on.get(event)?.[kind] ?? {}) as Record<string, InputDocument | null>;
  return new Map(Object.entries(declared).map(([name, each]) => [name, each ?? {}]));
}

function emptyOf(type: string): unknown {
  if (type === "boolean") return false;
  return type === "number" ? 0 : "";
}
