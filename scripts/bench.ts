/**
 * `npm run bench [-- startup plan render check bump wait] [--rounds N] [--sizes 100,1000]`: measures, and writes the tables into
 * docs/performance.md between their markers. Asserts nothing: a busy machine is not a failure.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchBump } from "./bench/bump.ts";
import { benchCheck } from "./bench/check.ts";
import { benchPlan } from "./bench/plan.ts";
import { benchRender } from "./bench/render.ts";
import { runCommand, cleanEnvironment } from "./bench/rounds.ts";
import { benchStartup } from "./bench/startup.ts";
import { benchWait } from "./bench/wait.ts";
import { formatMarkdown, splice } from "./readme.ts";

const root = resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" }, sizes: { type: "string", default: "100,1000,5000" } },
});
const sizes = values.sizes.split(",").map(Number);
const rounds = (usual: number): number => (values.rounds === undefined ? usual : Number(values.rounds));

const parts: Record<string, () => Promise<string>> = {
  startup: () => benchStartup(root, rounds(15)),
  plan: () => benchPlan(root, sizes, (size) => rounds(size > 1000 ? 3 : 5)),
  render: () => benchRender(root, sizes, rounds(5)),
  check: () => benchCheck(root, sizes, rounds(9)),
  bump: () => benchBump(root, rounds(7)),
  wait: () => benchWait(rounds(200)),
};

/** The machine without anything that names it. */
async function describeMachine(): Promise<string> {
  const version = await runCommand({
    command: "terraform",
    args: ["version", "-json"],
    cwd: root,
    environment: cleanEnvironment(root),
  });
  const { terraform_version: terraform } = JSON.parse(version) as { terraform_version: string };
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${memory} GiB, ${process.platform} ${process.arch}, Node.js ${process.versions.node}, Terraform ${terraform}`;
}

const file = join(root, "docs", "performance.md");
const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) throw new Error(`${name} is not a part: ${Object.keys(parts).join(", ")}`);
  const table = `${await describeMachine()}. ${await part()}`;
  console.log(`\n## ${name}\n\n${table}`);
  const text = splice(readFileSync(file, "utf8"), `bench:${name}`, table);
  if (text === undefined) throw new Error(`docs/performance.md has no <!-- bench:${name} --> section`);
  writeFileSync(file, await formatMarkdown(root, text));
}
