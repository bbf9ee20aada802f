/**
 * `npm run check [-- <name>…]`: every rule of the project that a program can check, or the named ones. Prints one line
 * for each, with the details under it when it fails; exit code 1 when one did. It changes no file that git knows.
 */
import "./json-modules.ts";
import { resolve } from "node:path";
import { checkContracts } from "./check-contracts.ts";
import { checkDist } from "./check-dist.ts";
import { checkImports } from "./check-imports.ts";
import { checkWords } from "./check-words.ts";
import { checkWorkflows } from "./check-workflows.ts";
import { checkDocs } from "./readme.ts";
import { runTool } from "./tool.ts";

type Check = { name: string; what: string; run: () => Promise<string[]> | string[] };

const root = resolve(import.meta.dirname, "..");

/** Runs tools one after another; what a failing one printed is the problem. */
async function tools(...commands: string[][]): Promise<string[]> {
  for (const [command = "", ...args] of commands) {
    const { exitCode, output } = await runTool(command, args, { cwd: root });
    if (exitCode !== 0) return [output.trim() || `${command} ended with exit code ${exitCode}`];
  }
  return [];
}

let compiling: Promise<string[]> | undefined;

/** Runs a tool on compiled packages: their types are what it sees. They are compiled once, whoever asks first. */
async function onCompiled(...command: string[]): Promise<string[]> {
  const problems = await (compiling ??= tools(["tsc", "-b"]));
  return problems.length > 0 ? problems : tools(command);
}

const checks: Check[] = [
  { name: "types", what: "tsc, strict", run: () => onCompiled("tsc", "-p", "tsconfig.check.json") },
  { name: "lint", what: "oxlint, with types", run: () => onCompiled("oxlint", "--type-aware") },
  { name: "format", what: "oxfmt", run: () => tools(["oxfmt", "--check"]) },
  { name: "unused", what: "knip: files, exports, dependencies", run: () => tools(["knip", "--no-progress"]) },
  { name: "imports", what: "who may import whom", run: () => checkImports(root) },
  { name: "contracts", what: "action.yml = code", run: () => checkContracts(root) },
  { name: "docs", what: "generated tables, links", run: () => checkDocs(root) },
  { name: "workflows", what: "schema, inputs, pins, permissions", run: () => checkWorkflows(root) },
  { name: "words", what: "no machine paths, no package hosts", run: () => checkWords(root) },
  { name: "dist", what: "bundles = a rebuild elsewhere", run: () => checkDist(root) },
];

async function runCheck({ name, what, run }: Check): Promise<boolean> {
  const started = performance.now();
  const problems = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? "ok    " : "FAILED"} ${name.padEnd(10)} ${what} (${seconds} s)`);
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, "       "));
  return problems.length === 0;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !checks.some((check) => check.name === name));
const waiting = checks.filter(({ name }) => names.length === 0 || names.includes(name));
let isGood = unknown.length === 0;
for (const name of unknown) console.log(`${name} is not a check: ${checks.map((check) => check.name).join(", ")}`);

/** Takes one check after another; two of these run side by side, the tools being processes of their own. */
async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    if (!(await runCheck(check))) isGood = false;
  }
}
await Promise.all([work(), work()]);
process.exitCode = isGood ? 0 : 1;
