/**
 * What the runs said: kept in full in demo/log.txt, and searched for secrets.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Ended, Stage } from "./stage.ts";
import { secrets } from "./stage.ts";

/** Writes the logs of all runs; returns the file. */
export function writeLog({ runs }: Stage): string {
  const file = join(import.meta.dirname, "../../demo/log.txt");
  writeFileSync(file, runs.map(renderRun).join("\n"));
  return file;
}

function renderRun({ title, result, seconds }: Ended): string {
  const { log, stderr, post, outputs, conclusion } = result;
  const written = Object.keys(outputs).map((name) => `${name}: ${outputs[name] ?? ""}`);
  const parts = [log, stderr, ...(post === undefined ? [] : [`(post step)\n${post.log}${post.stderr}`])];
  const text = parts.map((part) => part.trim()).filter((part) => part !== "");
  return `=== ${title}: ${conclusion} after ${seconds.toFixed(1)} s\n\n${text.join("\n")}\n\n${written.join("\n")}\n`;
}

/** Looks for the secrets in everything that people or other jobs may read; `looked` counts it. */
export function findLeaks({ runs, github }: Stage, page: string): { leaks: string[]; looked: string } {
  const phases = runs.flatMap(({ result }) => (result.post === undefined ? [result] : [result, result.post]));
  // The runner eats the commands by which it learns what to mask.
  const logs = phases.map(({ stdout, stderr }) => (stdout + stderr).replaceAll(/^::add-mask::.*$/gm, ""));
  const summaries = phases.map(({ summary }) => summary).filter((summary) => summary !== "");
  const rest = [
    ...github.issues().flatMap(({ title, body }) => [title, body ?? ""]),
    ...github.comments().map(({ body }) => body),
    ...runs.map(({ result }) => JSON.stringify(result.outputs)),
    JSON.stringify(github.deployments()),
    page,
  ];
  const texts = [...logs, ...summaries, ...rest];
  const values = { ...secrets, "the token of the job": github.token("github-actions") };
  const leaks = Object.entries(values)
    .filter(([, value]) => texts.some((text) => text.includes(value)))
    .map(([name]) => name);
  return {
    leaks,
    looked: `${logs.length} logs, ${summaries.length} summaries, the pull requests, comments, outputs, Deployments and the page`,
  };
}
