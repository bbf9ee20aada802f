/**
 * Our own rules for workflows, on top of GitHub's schema. Each closes a hole that an attack has used:
 * a moved tag, a pull request's title in a shell, a token with more rights than the job needs, credentials left in
 * .git, a privileged event with foreign code. Pure: takes a workflow's text, returns problems with lines from 0.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from "yaml";

export type Problem = { line: number; message: string };

type Report = (node: unknown, message: string) => void;

const ours = /^handrail\/handrail\/(?:actions\/[a-z-]+|\.github\/workflows\/[a-z-]+\.yml)@\S+$/;
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const privileged = new Set(["pull_request_target", "workflow_run"]);

function get(node: unknown, key: string): unknown {
  return isMap(node) ? node.get(key, true) : undefined;
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

function checkUses(uses: unknown, report: Report, isExample: boolean): void {
  const name = textOf(uses);
  // READMEs name ours by its branch and say what to do about it; examples are copied as they are.
  if (name === undefined || name.startsWith("./") || (ours.test(name) && !isExample)) return;
  const comment = (uses as Node).comment ?? "";
  if (!pinned.test(name)) report(uses, `${name}: name the action by its full 40-digit commit`);
  else if (!/^ v\d+(\.\d+)*$/.test(comment))
    report(uses, `${name}: say behind it which release this is, as \`# v1.2.3\``);
}

function checkStep(step: unknown, report: Report, isExample: boolean): void {
  checkUses(get(step, "uses"), report, isExample);
  const run = get(step, "run");
  if (textOf(run)?.includes("${{") === true) {
    report(run, "an expression inside `run:` is pasted into the shell: pass it through `env:`");
  }
  const isCheckout = textOf(get(step, "uses"))?.startsWith("actions/checkout@") === true;
  const persist = get(get(step, "with"), "persist-credentials");
  if (isCheckout && !(isScalar(persist) && String(persist.value) === "false")) {
    report(step, "checkout leaves its token in .git: set `persist-credentials: false`");
  }
}

function checkPermissions(root: unknown, jobs: YAMLMap, report: Report): void {
  const top = get(root, "permissions");
  if (!isMap(top) || top.items.length > 0) report(top ?? root, "`permissions: {}` is missing at the top");
  for (const { key, value } of jobs.items) {
    const permissions = get(value, "permissions");
    if (!isMap(permissions)) report(key, `job ${String(key)} does not name its permissions`);
  }
}

function checkEvents(on: unknown, report: Report): void {
  const names = isMap(on) ? on.items.map(({ key }) => key) : isSeq(on) ? on.items : [on];
  for (const name of names) {
    const text = textOf(name) ?? "";
    if (privileged.has(text)) report(name, `${text} runs with secrets on behalf of strangers: use another event`);
  }
}

/**
 * Checks one workflow; snippets (`isWhole` false) are only asked about their steps. In an example, which is made to be
 * copied, ours is named by a commit like everybody's.
 */
export function checkWorkflowText(text: string, isWhole: boolean, isExample: boolean): Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = [];
  const report: Report = (node, message) => {
    const offset = (node as Node | undefined)?.range?.[0] ?? 0;
    problems.push({ line: lines.linePos(offset).line - 1, message });
  };
  if (document.errors.length > 0) return []; // GitHub's schema is not met either, and says so
  const root = document.contents;
  const jobs = get(root, "jobs");
  if (!isMap(jobs)) return problems;
  if (isWhole) checkPermissions(root, jobs, report);
  if (isWhole) checkEvents(get(root, "on"), report);
  for (const { value } of jobs.items) {
    checkUses(get(value, "uses"), report, isExample);
    const steps = get(value, "steps");
    for (const step of isSeq(steps) ? steps.items : []) checkStep(step, report, isExample);
    if (textOf(get(value, "secrets")) === "inherit")
      report(get(value, "secrets"), "name the secrets that are handed on");
  }
  return problems;
}
