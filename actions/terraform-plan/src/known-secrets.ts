/**
 * Which texts are secret by what the configuration says of its variables, for the time when there is no plan to ask:
 * terraform's own errors can print a value. Pure. Literal values only; what an expression gives is not known here.
 */
import { readBlocks, readHcl, scanHcl, unescapeQuoted } from "@handrail/terraform";
import type { HclAttribute } from "@handrail/terraform";

/** Everything that is looked through. */
export type SecretSources = {
  /** Texts of the root module's .tf files. */
  configuration: readonly string[];
  /** Texts of .tfvars files, and of the input `variables`. */
  values: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
};

/** The values of the variables that are declared sensitive. */
export function findSecrets({ configuration, values, environment }: SecretSources): Set<string> {
  const secrets = new Set<string>();
  const names = new Set<string>();
  for (const text of configuration) {
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

function isSensitive(attributes: readonly HclAttribute[], text: string): boolean {
  const found = attributes.find(({ name }) => name === "sensitive");
  return found !== undefined && text.slice(found.value.start, found.value.end) === "true";
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
