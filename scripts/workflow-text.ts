/** Finds the workflows and step snippets of a checkout, also those in markdown, and makes whole workflows of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { listFiles } from "./checkout-copy.ts";

/**
 * A workflow to check. `line` is the line in `path` where its first line stands, counted from 0; `wrapped` how many
 * lines were put before a snippet; `isWhole` is false for snippets, which need no permissions of their own.
 */
export type WorkflowText = { path: string; text: string; line: number; wrapped: number; isWhole: boolean };

const stepsHead = [
  "on: push",
  "permissions: {}",
  "jobs:",
  "  job:",
  "    runs-on: ubuntu-24.04",
  "    permissions: {}",
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrap(text: string, head: readonly string[], indent: string): { text: string; wrapped: number } {
  const lines = text.split("\n").map((line) => (line === "" ? "" : `${indent}${line}`));
  return { text: [...head, ...lines].join("\n"), wrapped: head.length };
}

/** Makes a workflow of a YAML text: whole, only `jobs`, or a list of steps. Undefined for YAML of another kind. */
export function toWorkflow(text: string): Omit<WorkflowText, "path" | "line"> | undefined {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return text.includes("uses:") ? { text, wrapped: 0, isWhole: true } : undefined;
  }
  if (isRecord(value) && "jobs" in value && "on" in value) return { text, wrapped: 0, isWhole: true };
  if (isRecord(value) && "jobs" in value) return { ...wrap(text, stepsHead.slice(0, 2), ""), isWhole: false };
  const isSteps = Array.isArray(value) && value.every((step) => isRecord(step) && ("uses" in step || "run" in step));
  if (isSteps) return { ...wrap(text, [...stepsHead, "    steps:"], "      "), isWhole: false };
  return undefined;
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join("\n");
}

/** The YAML code blocks of a markdown text, with the line of their first line. */
export function yamlBlocks(markdown: string): { text: string; line: number }[] {
  const blocks: { text: string; line: number }[] = [];
  const lines = markdown.split("\n");
  for (let start = 0; start < lines.length; start++) {
    const fence = /^ *(`{3,})ya?ml\b/.exec(lines[start] ?? "")?.[1];
    if (fence === undefined) continue;
    const length = lines.slice(start + 1).findIndex((line) => line.trim() === fence);
    if (length < 1) continue;
    blocks.push({ text: dedent(lines.slice(start + 1, start + 1 + length)), line: start + 1 });
    start += length + 1;
  }
  return blocks;
}

const isWorkflowFile = /^(\.github\/workflows\/[^/]+|examples\/.*)\.ya?ml$/;

/** Every workflow of the checkout: the files themselves, and the blocks in markdown that are workflows or steps. */
export function findWorkflows(root: string): WorkflowText[] {
  const found: WorkflowText[] = [];
  for (const path of listFiles(root)) {
    if (/(^|\/)(fixtures|dist)\//.test(path)) continue;
    if (isWorkflowFile.test(path)) {
      const made = toWorkflow(readFileSync(join(root, path), "utf8"));
      if (made !== undefined) found.push({ ...made, path, line: 0 });
    } else if (path.endsWith(".md")) {
      for (const { text, line } of yamlBlocks(readFileSync(join(root, path), "utf8"))) {
        const made = toWorkflow(text);
        if (made !== undefined) found.push({ ...made, path, line });
      }
    }
  }
  return found;
}
