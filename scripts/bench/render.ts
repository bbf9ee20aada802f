/** How long a plan takes from its JSON to a comment and a step summary, without terraform and GitHub; and how much memory. */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderTable } from "../readme.ts";
import { runTool } from "../tool.ts";
import { renderConfiguration } from "./configuration.ts";
import { planBare } from "./plan.ts";
import { cleanEnvironment, inMilliseconds, median, runCommand } from "./rounds.ts";

type Json = Record<string, unknown>;
type PlanJson = Json & { resource_changes: { change: Json & { after: Json | null } }[] };
export type Rendered = {
  milliseconds: number;
  peakKibibytes: number;
  idleKibibytes: number;
  comment: number;
  summary: number;
};

/**
 * Terraform's own plan of new resources, with some of the changes turned into updates, replacements and deletions:
 * half creations, three tenths updates, one tenth each of the others.
 */
export function mixChanges(plan: PlanJson): PlanJson {
  const changes = plan.resource_changes.map((resource, index) => {
    const { change } = resource;
    const [tenth, after] = [index % 10, change.after];
    const input = (after?.["input"] ?? {}) as Json;
    const before = { ...after, id: `id-${index}`, input: { ...input, size: -1 } };
    if (tenth < 5) return resource;
    if (tenth < 8) return { ...resource, change: { ...change, actions: ["update"], before } };
    if (tenth < 9)
      return { ...resource, change: { ...change, actions: ["delete", "create"], before, replace_paths: [["input"]] } };
    return { ...resource, change: { ...change, actions: ["delete"], before, after: null, after_unknown: {} } };
  });
  return { ...plan, resource_changes: changes };
}

async function benchSize(root: string, size: number, rounds: number): Promise<string[]> {
  const workspace = join(root, ".cache", "bench-render");
  mkdirSync(workspace, { recursive: true });
  try {
    writeFileSync(join(workspace, "main.tf"), renderConfiguration(size));
    const environment = cleanEnvironment(workspace);
    const plan = JSON.parse(await planBare({ workspace, environment })) as PlanJson;
    const file = join(workspace, "plan.json");
    writeFileSync(file, JSON.stringify(mixChanges(plan)));
    const args = [join(import.meta.dirname, "render-plan.mjs"), file];
    const results: Rendered[] = [];
    for (let round = 0; round < rounds; round++) {
      results.push(
        JSON.parse(await runCommand({ command: process.execPath, args, cwd: root, environment })) as Rendered,
      );
    }
    const of = (key: keyof Rendered): number => median(results.map((result) => result[key]));
    const megabytes = (statSync(file).size / 1e6).toFixed(1);
    const peak = (of("peakKibibytes") / 1024).toFixed(0);
    const idle = (of("idleKibibytes") / 1024).toFixed(0);
    const sizes = [of("comment"), of("summary")].map((length) => length.toLocaleString("en"));
    return [size.toLocaleString("en"), megabytes, inMilliseconds(of("milliseconds")), peak, idle, ...sizes];
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

/** Measures each size and renders the table. */
export async function benchRender(root: string, sizes: readonly number[], rounds: number): Promise<string> {
  const compiled = await runTool("tsc", ["-b"], { cwd: root });
  if (compiled.exitCode !== 0) throw new Error(compiled.output);
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await benchSize(root, size, rounds));
  const head = [
    "changes",
    "plan JSON MB",
    "ms",
    "peak MiB",
    "MiB before",
    "comment, characters",
    "summary, characters",
  ];
  return `Medians of ${rounds} runs.\n\n${renderTable(head, rows)}`;
}
