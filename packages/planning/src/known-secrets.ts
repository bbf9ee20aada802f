/**
 * Which texts are secret by what the configuration says of its variables, for the time when there is no plan to ask:
 * terraform's own errors can print a value. Pure. Literal values only; what an expression gives is not known here.
 */
import { isJsonObject, member, readBlocks, readHcl, scanHcl, unescapeQuoted } from "@handrail/terraform";
import type { HclAttribute, Json } from "@handrail/terraform";

/** Everything that is looked through. */
export type SecretSources = {
  /** Texts of the root module's .tf and .tf.json files. */
  configuration: readonly string[];
  /** Texts of .tfvars and .tfvars.json files, and of the input `variables`. */
  values: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
};

/** The values of the variables that are declared sensitive. */
export function findSecrets({ configuration, values, environment }: SecretSources): Set<string> {
  const secrets = new Set<string>();
  const names = new Set<string>();
  for (const text of configuration) {
    const variables = member(parseObject(text), "variable");
    for (const name of isJsonObject(variables) ? Object.keys(variables) : []) {
      const variable = member(variables, name);
      if ((member(variable, "sensitive") ?? false) === false) continue;
      names.add(name);
      addJson(secrets, member(variable, "default"));
    }
    for (const block of readBlocks(text)) {
      const [name] = block.labels;
      if (block.type !== "variable" || name === undefined || !isSensitive(block.attributes, text)) continue;
      names.add(name);
      for (const attribute of block.attributes) {
        if (attribute.name === "default") addLiterals(secrets, text, attribute);
      }
    }
  }
  for (const text of values) {
    const object = parseObject(text);
    for (const name of names) addJson(secrets, member(object, name));
    for (const attribute of readHcl(text).attributes)
      if (names.has(attribute.name)) addLiterals(secrets, text, attribute);
  }
  for (const name of names) {
    const value = environment[`TF_VAR_${name}`] ?? "";
    if (value !== "") secrets.add(value);
    addStrings(secrets, value);
  }
  return secrets;
}

/** The JSON object that a text is; undefined for HCL. */
function parseObject(text: string): Json | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function addJson(secrets: Set<string>, value: Json | undefined): void {
  if (typeof value === "string" || typeof value === "number") secrets.add(String(value));
  else if (Array.isArray(value)) for (const item of value) addJson(secrets, item);
  else if (isJsonObject(value)) for (const item of Object.values(value)) addJson(secrets, item);
}

function isSensitive(attributes: readonly HclAttribute[], text: string): boolean {
  const found = attributes.find(({ name }) => name === "sensitive");
  // terraform also takes "true" and (true): only a plain false is one.
  return found !== undefined && text.slice(found.value.start, found.value.end) !== "false";
}

function addLiterals(secrets: Set<string>, text: string, { value }: HclAttribute): void {
  if (value.kind === "string") secrets.add(value.value);
  else if (value.kind === "object") for (const attribute of value.attributes) addLiterals(secrets, text, attribute);
  else addStrings(secrets, text.slice(value.start, value.end));
}

/** The strings of an expression: quoted ones, the text of heredocs, a bare number. Parts between templates count each. */
function addStrings(secrets: Set<string>, expression: string): void {
  if (/^[0-9.]+$/.test(expression)) secrets.add(expression);
  // A heredoc ends at a line break, which is not part of the value's span.
  const text = `${expression}\n`;
  for (const token of scanHcl(text)) {
    const content = text.slice(token.start, token.end);
    if (token.kind === "literal") secrets.add(unescapeQuoted(content) ?? content.trim());
  }
}
