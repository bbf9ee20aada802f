/**
 * `npm run check -- contracts`: action.yml, the declarations in src/inputs.ts and the README say the same, and what
 * the runner is told to start exists. The tables in the READMEs are compared by readme.ts (`docs`).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareContract, type Declarations, type OutputDeclarations } from "@handrail/runner";
import { listActions } from "./bundle.ts";
import { listFiles } from "./checkout-copy.ts";
import { readActionYml, type ActionYml } from "./readme.ts";

type Contract = { inputs?: Declarations; outputs?: OutputDeclarations };

/** Lists what is wrong with `runs`: the version of Node and the entry files. */
export function checkRuns({ runs }: ActionYml, exists: (file: string) => boolean): string[] {
  const problems = runs?.["using"] === "node24" ? [] : ["runs.using is not node24"];
  for (const key of ["main", "post", "pre"]) {
    const file = runs?.[key];
    if (typeof file === "string" && !exists(file)) problems.push(`runs.${key}: ${file} does not exist`);
  }
  return problems;
}

async function checkAction(root: string, action: string): Promise<string[]> {
  const folder = join(root, "actions", action);
  const missing = ["action.yml", "README.md", "src/inputs.ts"].filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) return missing.map((file) => `actions/${action}/${file} is missing`);
  const { inputs, outputs } = (await import(pathToFileURL(join(folder, "src/inputs.ts")).href)) as Contract;
  if (inputs === undefined || outputs === undefined) {
    return [`actions/${action}/src/inputs.ts does not export \`inputs\` and \`outputs\``];
  }
  const yml = readActionYml(root, action);
  const runs = checkRuns(yml, (file) => existsSync(join(folder, file)));
  return [...runs, ...compareContract(yml, inputs, outputs)].map((problem) => `actions/${action}: ${problem}`);
}

/** Folders below actions/ that hold an action.yml and are not compiled, so no check would see them. */
function findUnknown(root: string): string[] {
  const known = new Set(listActions(root));
  const found = listFiles(root).flatMap((file) => /^actions\/([^/]+)\/action\.ya?ml$/.exec(file)?.[1] ?? []);
  return found.flatMap((action) =>
    known.has(action) ? [] : [`actions/${action} is not in tsconfig.json's references: nothing builds or checks it`],
  );
}

/** Lists every difference between the contracts and the code, of all actions. */
export async function checkContracts(root: string): Promise<string[]> {
  const problems = await Promise.all(listActions(root).map((action) => checkAction(root, action)));
  return [...findUnknown(root), ...problems.flat()];
}
