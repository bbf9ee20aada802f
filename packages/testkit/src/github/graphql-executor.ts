/** Runs a parsed document over objects that resolve their own fields. Knows no GitHub. */
import { parseGraphql } from "./graphql-language.ts";
import type { GraphqlDocument, GraphqlSelection, GraphqlValue } from "./graphql-language.ts";

/** Arguments of a field. */
export type GraphqlArguments = Readonly<Record<string, unknown>>;

/** An object of the schema: its type, the interfaces it may be selected as, and its fields. */
export type GraphqlObject = {
  type: string;
  implements?: readonly string[];
  fields: Readonly<Record<string, unknown>>;
};

/** A field that takes arguments or has effects; everything else in `fields` is a plain value. */
export type GraphqlField = (args: GraphqlArguments) => unknown;

/** An error with GitHub's `type` (`NOT_FOUND`, `FORBIDDEN`, …). */
export class GraphqlError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** What a GraphQL server answers, always with status 200. */
export type GraphqlAnswer = { data?: unknown; errors?: Record<string, unknown>[] };

type Run = {
  document: GraphqlDocument;
  variables: Readonly<Record<string, unknown>>;
  errors: Record<string, unknown>[];
};

/** Executes `query` against the root objects. A field that fails is null with an entry in `errors`. */
export async function executeGraphql(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  roots: { query: GraphqlObject; mutation: GraphqlObject },
): Promise<GraphqlAnswer> {
  let document: GraphqlDocument;
  try {
    document = parseGraphql(query);
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : "Parse error" }] };
  }
  const run: Run = { document, variables, errors: [] };
  const data = await select(run, roots[document.operation], document.selections, []);
  const isInvalid = run.errors.some((each) => each["extensions"] !== undefined);
  return { ...(isInvalid ? {} : { data }), ...(run.errors.length > 0 ? { errors: run.errors } : {}) };
}

async function select(
  run: Run,
  object: GraphqlObject,
  selections: GraphqlSelection[],
  path: (string | number)[],
): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === "field") {
      if (selection.isSkipped.some((each) => evaluate(run, each) === true)) continue;
      result[selection.alias] = await resolve(run, object, selection, [...path, selection.alias]);
      continue;
    }
    const fragment = selection.kind === "inline" ? selection : run.document.fragments.get(selection.name);
    if (fragment === undefined) throw new Error("Unknown fragment");
    const isMatch =
      fragment.on === undefined || fragment.on === object.type || object.implements?.includes(fragment.on) === true;
    if (isMatch) Object.assign(result, await select(run, object, fragment.selections, path));
  }
  return result;
}

async function resolve(
  run: Run,
  object: GraphqlObject,
  field: Extract<GraphqlSelection, { kind: "field" }>,
  path: (string | number)[],
): Promise<unknown> {
  if (field.name === "__typename") return object.type;
  if (!Object.hasOwn(object.fields, field.name)) {
    run.errors.push({
      path,
      extensions: { code: "undefinedField", typeName: object.type, fieldName: field.name },
      message: `Field '${field.name}' doesn't exist on type '${object.type}'`,
    });
    return null;
  }
  const found = object.fields[field.name];
  const args = Object.fromEntries([...field.args].map(([name, value]) => [name, evaluate(run, value)]));
  try {
    const value: unknown = await (typeof found === "function" ? (found as GraphqlField)(args) : found);
    return await complete(run, value, field.selections, path);
  } catch (error) {
    if (!(error instanceof GraphqlError)) throw error;
    run.errors.push({ type: error.type, path, message: error.message });
    return null;
  }
}

async function complete(
  run: Run,
  value: unknown,
  selections: GraphqlSelection[],
  path: (string | number)[],
): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item, at) => complete(run, item, selections, [...path, at])));
  if (isObject(value)) return select(run, value, selections, path);
  return value ?? null;
}

function isObject(value: unknown): value is GraphqlObject {
  return typeof value === "object" && value !== null && "fields" in value && "type" in value;
}

function evaluate(run: Run, value: GraphqlValue): unknown {
  switch (value.kind) {
    case "literal":
      return value.value;
    case "variable": {
      if (Object.hasOwn(run.variables, value.name)) return run.variables[value.name];
      const fallback = run.document.defaults.get(value.name);
      return fallback === undefined ? undefined : evaluate(run, fallback);
    }
    case "list":
      return value.items.map((item) => evaluate(run, item));
    case "object":
    default:
      return Object.fromEntries([...value.fields].map(([name, item]) => [name, evaluate(run, item)]));
  }
}
