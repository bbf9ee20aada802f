/**
 * Reads from the configuration part of a plan document which variables and outputs are declared sensitive, and the
 * sensitive values that are written in it: defaults, and literals handed to a sensitive variable of a module.
 * (configuration.ts is about .tf files; this is about `configuration` in `show -json`.)
 */
import type { JsonScanner } from "./json-scan.ts";
import { isJsonObject, JsonError, MAX_DEPTH, member, type Json } from "./json-value.ts";
import { collectSecrets } from "./secrets.ts";

/**
 * Reads `configuration` at the cursor: adds what is secret in it to `secrets`.
 * Returns the names of the root module's sensitive variables.
 */
export function readConfiguration(scanner: JsonScanner, secrets: Set<string>): Set<string> {
  let sensitive = new Set<string>();
  if (!scanner.isObject()) return sensitive;
  scanner.object((key) => {
    if (key === "root_module") sensitive = readModule(scanner, secrets, 0);
  });
  return sensitive;
}

function readModule(scanner: JsonScanner, secrets: Set<string>, depth: number): Set<string> {
  if (depth > MAX_DEPTH) throw new JsonError(`modules nest deeper than ${MAX_DEPTH} levels`, scanner.offset);
  const sensitive = new Set<string>();
  if (!scanner.isObject()) return sensitive;
  scanner.object((key) => {
    if (!scanner.isObject()) return;
    if (key === "variables") {
      scanner.object((name) => {
        const variable = scanner.take();
        if (member(variable, "sensitive") !== true) return;
        sensitive.add(name);
        collectSecrets(member(variable, "default"), true, secrets);
      });
    } else if (key === "outputs") {
      scanner.object(() => {
        const output = scanner.take();
        if (member(output, "sensitive") === true) collectConstants(member(output, "expression"), secrets);
      });
    } else if (key === "module_calls") scanner.object(() => readCall(scanner, secrets, depth));
  });
  return sensitive;
}

function readCall(scanner: JsonScanner, secrets: Set<string>, depth: number): void {
  if (!scanner.isObject()) return;
  let expressions: Json = null;
  let sensitive = new Set<string>();
  scanner.object((key) => {
    if (key === "expressions") expressions = scanner.take();
    else if (key === "module") sensitive = readModule(scanner, secrets, depth + 1);
  });
  for (const name of sensitive) collectConstants(member(expressions, name), secrets);
}

/** An expression is `{"constant_value": …}` or references; those of nested blocks nest. */
function collectConstants(expression: Json | undefined, secrets: Set<string>): void {
  if (Array.isArray(expression)) for (const part of expression) collectConstants(part, secrets);
  if (!isJsonObject(expression)) return;
  for (const [key, value] of Object.entries(expression)) {
    if (key === "constant_value") collectSecrets(value, true, secrets);
    else collectConstants(value, secrets);
  }
}
