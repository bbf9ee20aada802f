/**
 * Compares an action.yml with what the code declares, in both directions. The file is handed in parsed: nothing is read here.
 */
import type { Declarations } from "./inputs.ts";
import type { OutputDeclarations } from "./outputs.ts";

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function entries(actionYml: unknown, key: "inputs" | "outputs"): Map<string, Entry> {
  const section = isEntry(actionYml) && Object.hasOwn(actionYml, key) ? actionYml[key] : undefined;
  if (!isEntry(section)) return new Map();
  return new Map(Object.entries(section).map(([name, entry]) => [name, isEntry(entry) ? entry : {}]));
}

/** A text on one line: YAML folds long ones as it likes. */
const onOneLine = (value: unknown): string => (typeof value === "string" ? value.trim().split(/\s+/).join(" ") : "");

function compareDescriptions(what: string, inFile: unknown, inCode: string): string[] {
  if (onOneLine(inFile) === "") return [`${what} has no description in action.yml`];
  if (onOneLine(inCode) === "") return [`${what} has no description in the code`];
  return onOneLine(inFile) === onOneLine(inCode)
    ? []
    : [`${what} is described differently in action.yml and in the code`];
}

/** A default as text; YAML may hold it as a boolean or a number. */
function defaultText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function compareInputs(actionYml: unknown, declarations: Declarations): string[] {
  const differences: string[] = [];
  const inFile = entries(actionYml, "inputs");
  for (const [name, entry] of inFile) {
    const declared = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (declared === undefined) {
      differences.push(`input ${name} is in action.yml but not in the code`);
      continue;
    }
    differences.push(...compareDescriptions(`input ${name}`, entry["description"], declared.description));
    const [fileDefault, codeDefault] = [defaultText(entry["default"]), declared.default ?? ""];
    if (fileDefault.trim() !== codeDefault.trim()) {
      differences.push(`input ${name} has the default "${fileDefault}" in action.yml and "${codeDefault}" in the code`);
    }
    if ((entry["required"] === true) !== declared.isRequired) {
      differences.push(
        `input ${name} is ${declared.isRequired ? "required in the code only" : "required in action.yml only"}`,
      );
    }
  }
  for (const name of Object.keys(declarations)) {
    if (!inFile.has(name)) differences.push(`input ${name} is in the code but not in action.yml`);
  }
  return differences;
}

function compareOutputs(actionYml: unknown, outputs: OutputDeclarations): string[] {
  const differences: string[] = [];
  const inFile = entries(actionYml, "outputs");
  for (const [name, entry] of inFile) {
    const declared = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    if (declared === undefined) differences.push(`output ${name} is in action.yml but not in the code`);
    else differences.push(...compareDescriptions(`output ${name}`, entry["description"], declared.description));
  }
  for (const name of Object.keys(outputs)) {
    if (!inFile.has(name)) differences.push(`output ${name} is in the code but not in action.yml`);
  }
  return differences;
}

function compareRuns(actionYml: unknown): string[] {
  const runs = isEntry(actionYml) && isEntry(actionYml["runs"]) ? actionYml["runs"] : {};
  const differences: string[] = [];
  if (runs["using"] !== "node24") differences.push("runs.using is not node24");
  if (runs["main"] !== "dist/index.js") differences.push("runs.main is not dist/index.js");
  const post = runs["post"];
  if (post !== undefined && !(typeof post === "string" && post.startsWith("dist/")))
    differences.push("runs.post is not in dist/");
  for (const key of Object.keys(runs)) {
    if (!["using", "main", "post", "post-if"].includes(key)) differences.push(`runs.${key} is not expected`);
  }
  return differences;
}

/** Every difference between a parsed action.yml and the declarations, one line each; empty when they agree. */
export function compareContract(actionYml: unknown, declarations: Declarations, outputs: OutputDeclarations): string[] {
  const header = isEntry(actionYml) ? actionYml : {};
  const differences: string[] = [];
  for (const key of ["name", "description"]) {
    if (onOneLine(header[key]) === "") differences.push(`action.yml has no ${key}`);
  }
  return [
    ...differences,
    ...compareRuns(actionYml),
    ...compareInputs(actionYml, declarations),
    ...compareOutputs(actionYml, outputs),
  ];
}
