/**
 * What changes look like: one folder of fixtures/diffs for each case, with terraform's JSON and the text made of it.
 * `HANDRAIL_GOLDEN=write` writes the texts anew; read what has changed before you commit it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRedactor } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import { diffBody, diffOutputs } from "./diff-body.ts";
import { renderDiff } from "./diff-line.ts";
import { readBody, readPlan } from "./plan-reader.ts";
import type { PlanSource } from "./plan.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const CASES: string[] = readdirSync(fileURLToPath(new URL("diffs/", FIXTURES)));

function fixture(path: string): URL {
  return new URL(path, FIXTURES);
}

/** A case has a plan or a single change of its own, or it is a plan of the reader's tests. */
function documentOf(name: string): string {
  const change = fixture(`diffs/${name}/change.json`);
  if (existsSync(change)) return `{"format_version":"1.2","resource_changes":[${readFileSync(change, "utf8")}]}`;
  const own = fixture(`diffs/${name}/plan.json`);
  return readFileSync(existsSync(own) ? own : fixture(`plans/${name}.json`), "utf8");
}

function textOf(document: string): string {
  const bytes = new TextEncoder().encode(document);
  const source: PlanSource = { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  const redact = (text: string): string => redactor.redact(text);
  const parts = [...plan.changes, ...plan.drift].map((change) => {
    const lines = diffBody(readBody(source, change), { kind: change.kind, replacePaths: change.replacePaths, redact });
    return `${change.kind} ${change.address}\n\n${renderDiff(lines)}\n`;
  });
  if (plan.outputs.length > 0) parts.push(`outputs\n\n${renderDiff(diffOutputs(plan.outputs, { redact }))}\n`);
  return parts.join("\n");
}

describe("the diff of", () => {
  it.each(CASES)("%s", (name: string) => {
    const golden = fixture(`diffs/${name}/diff.txt`);
    const text = textOf(documentOf(name));
    if (process.env["HANDRAIL_GOLDEN"] === "write") writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  });

  it.each(CASES)("%s has no secret, and no line that is not ours", (name: string) => {
    const text = textOf(documentOf(name));
    expect(text).not.toMatch(/hunter[23]/);
    const lines = text
      .split("\n")
      .filter((line) => !/^(?:[a-z-]+ (?:module|data|terraform_data|example_thing)\.|outputs$|$)/.test(line));
    expect(lines.filter((line) => !/^[-+! #] /.test(line))).toStrictEqual([]);
  });
});
