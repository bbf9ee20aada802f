/**
 * Finds the sensitive values in the two copies of state a plan document has: `prior_state.values` and
 * `planned_values`. They also hold what no change names: data sources that were read while planning.
 */
import { JsonError, MAX_DEPTH, member, type Json } from "./json-value.ts";
import type { JsonScanner } from "./json-scan.ts";
import type { Span } from "./plan.ts";
import { collectSecrets, hasFlag } from "./secrets.ts";

/** Reads `{"outputs": …, "root_module": …}` at the cursor. */
export function readStateSecrets(scanner: JsonScanner, secrets: Set<string>): void {
  if (!scanner.isObject()) return;
  scanner.object((key) => {
    if (key === "root_module") readModule(scanner, secrets, 0);
    else if (key === "outputs" && scanner.isObject()) scanner.object(() => readOutput(scanner.take(), secrets));
  });
}

function readOutput(output: Json, secrets: Set<string>): void {
  if (member(output, "sensitive") === true) collectSecrets(member(output, "value"), true, secrets);
}

function readModule(scanner: JsonScanner, secrets: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH) throw new JsonError(`modules nest deeper than ${MAX_DEPTH} levels`, scanner.offset);
  if (!scanner.isObject()) return;
  scanner.object((key) => {
    if (key === "resources" && scanner.isList()) scanner.list(() => readResource(scanner, secrets));
    else if (key === "child_modules" && scanner.isList()) {
      scanner.list(() => readModule(scanner, secrets, depth + 1));
    }
  });
}

function readResource(scanner: JsonScanner, secrets: Set<string>): void {
  if (!scanner.isObject()) return;
  let values: Span | undefined;
  let flags: Json = false;
  scanner.object((key) => {
    if (key === "values") values = scanner.skip();
    else if (key === "sensitive_values") flags = scanner.take();
  });
  if (values !== undefined && hasFlag(flags)) {
    collectSecrets(scanner.read(values), flags, secrets);
  }
}
