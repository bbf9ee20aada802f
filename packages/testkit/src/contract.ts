/**
 * The one-line test of every action: action.yml, the declarations in src/inputs.ts and the README's tables say the same.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { Declarations, OutputDeclarations } from "@handrail/runner";
import { parse } from "yaml";

/**
 * Compares an action's folder with itself and throws one error with every difference; resolves when there is none.
 * `src/inputs.ts` exports `inputs` and `outputs`. The README holds a table of each between `<!-- inputs -->` and
 * `<!-- /inputs -->`, `<!-- outputs -->` and `<!-- /outputs -->`.
 */
export async function contractTest(folder: string): Promise<void> {
  const differences = await contractDifferences(folder);
  if (differences.length > 0) throw new Error(`The contract of ${folder} is broken:\n- ${differences.join("\n- ")}`);
}

/** The differences that {@link contractTest} throws. */
export async function contractDifferences(folder: string): Promise<string[]> {
  const { compareContract } = await import("@handrail/runner");
  const actionYml: unknown = parse(readFileSync(join(folder, "action.yml"), "utf8"));
  const code = (await import(pathToFileURL(join(folder, "src", "inputs.ts")).href)) as {
    inputs?: Declarations;
    outputs?: OutputDeclarations;
  };
  if (code.inputs === undefined || code.outputs === undefined)
    return ["src/inputs.ts must export `inputs` and `outputs`"];
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  return [
    ...compareContract(actionYml, code.inputs, code.outputs),
    ...compareTable(readme, "inputs", Object.keys(code.inputs)),
    ...compareTable(readme, "outputs", Object.keys(code.outputs)),
  ];
}

/** Every name has a row `| name |` or `` | `name` | `` between the markers, and no row names something else. */
function compareTable(readme: string, marker: string, names: readonly string[]): string[] {
  const start = readme.indexOf(`<!-- ${marker} -->`);
  const end = readme.indexOf(`<!-- /${marker} -->`);
  if (start < 0 || end < start) return [`README.md has no <!-- ${marker} --> … <!-- /${marker} --> section`];
  const listed = new Set<string>();
  for (const line of readme.slice(start, end).split("\n")) {
    // A name is in backticks, the heading of the column is not: an input can be called `name`.
    const cell = /^\|\s*`([a-z][a-z0-9-]*)`\s*\|/u.exec(line)?.[1];
    if (cell !== undefined) listed.add(cell);
  }
  return [
    ...names
      .filter((name) => !listed.has(name))
      .map((name) => `README.md does not list the ${marker.slice(0, -1)} ${name}`),
    ...[...listed]
      .filter((name) => !names.includes(name))
      .map((name) => `README.md lists ${name}, which is none of the ${marker}`),
  ];
}
