/** How long terraform-apply checks a plan file before it starts terraform, with and without a seal key. */
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { runAction, workspace } from "@handrail/testkit";
import { renderTable } from "../readme.ts";
import { runTool } from "../tool.ts";
import { renderConfiguration } from "./configuration.ts";
import { inMilliseconds, median, runCommand } from "./rounds.ts";

const key = "0123456789abcdef0123456789abcdef";
const context = { repository: "octo-org/octo-repo", runId: "1", runAttempt: "1" };

async function benchOne(
  root: string,
  { size, sealKey, rounds }: { size: number; sealKey: string; rounds: number },
): Promise<string[]> {
  using checkout = workspace(
    { "main.tf": renderConfiguration(size), ".gitignore": ".terraform/\n" },
    { name: "bench" },
  );
  const sha = checkout.commit("The configuration");
  const directory = join(root, ".cache", "bench-check");
  mkdirSync(directory, { recursive: true });
  using planned = await runAction({
    action: join(root, "actions", "terraform-plan"),
    workspace: checkout,
    context: { ...context, sha },
    inputs: sealKey === "" ? {} : { "seal-key": sealKey },
    limitMs: 600_000,
  });
  const file = planned.outputs["plan-file"];
  if (file === undefined) throw new Error(`terraform-plan made no plan file:\n${planned.log}`);
  rmSync(join(checkout.path, ".terraform"), { recursive: true, force: true });
  const args = [join(import.meta.dirname, "check-plan.mjs"), checkout.path, file, sealKey, sha];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const environment = { PATH: process.env["PATH"] ?? "" };
    times.push(Number(await runCommand({ command: process.execPath, args, cwd: root, environment })));
  }
  const megabytes = (statSync(file).size / 1e6).toFixed(2);
  return [
    size.toLocaleString("en"),
    sealKey === "" ? "no" : "yes",
    megabytes,
    inMilliseconds(median(times)),
    inMilliseconds(Math.max(...times)),
  ];
}

/** Measures each size and renders the table. */
export async function benchCheck(root: string, sizes: readonly number[], rounds: number): Promise<string> {
  const compiled = await runTool("tsc", ["-b"], { cwd: root });
  if (compiled.exitCode !== 0) throw new Error(compiled.output);
  const rows: string[][] = [];
  for (const size of sizes) {
    for (const sealKey of ["", key]) rows.push(await benchOne(root, { size, sealKey, rounds }));
  }
  return `Medians of ${rounds} runs, each in a process of its own.\n\n${renderTable(["resources", "sealed", "plan file MB", "ms", "worst ms"], rows)}`;
}
