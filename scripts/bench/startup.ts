/** How long a bundle takes to load, read its inputs and end at a bad one, next to a Node that does nothing. */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Declarations } from "@handrail/runner";
import { listActions } from "../bundle.ts";
import { renderTable } from "../readme.ts";
import {
  cleanEnvironment,
  compare,
  inKibibytes,
  inMilliseconds,
  measure,
  median,
  runCommand,
  type Command,
} from "./rounds.ts";

const floor = "`node -e 0`";

/** An input that accepts few texts, so that a wrong one is certain to end the action before it starts anything. */
async function badInput(root: string, action: string): Promise<Record<string, string>> {
  const file = join(root, "actions", action, "src", "inputs.ts");
  const { inputs } = (await import(pathToFileURL(file).href)) as { inputs: Declarations };
  const strict = new Set(["flag", "choice", "integer", "duration"]);
  const name = Object.entries(inputs).find(([, { kind }]) => strict.has(kind))?.[0];
  if (name === undefined) throw new Error(`${action} has no input that a bad value could be given to`);
  return { [`INPUT_${name.toUpperCase()}`]: "not accepted" };
}

async function startCommand(root: string, action: string, temporary: string): Promise<Command> {
  const environment: Record<string, string> = { ...cleanEnvironment(temporary), ...(await badInput(root, action)) };
  for (const name of ["OUTPUT", "STATE", "STEP_SUMMARY", "ENV", "PATH"]) {
    environment[`GITHUB_${name}`] = join(temporary, name.toLowerCase());
    writeFileSync(join(temporary, name.toLowerCase()), "");
  }
  Object.assign(environment, { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: temporary, RUNNER_TEMP: temporary });
  const bundle = join(root, "actions", action, "dist", "index.js");
  return { command: process.execPath, args: [bundle], cwd: temporary, environment, exitCode: 1 };
}

/** Did the start end where it should: at the input? */
async function verify(command: Command, temporary: string): Promise<void> {
  await runCommand(command);
  const written = readFileSync(join(temporary, "output"), "utf8");
  if (!written.includes("invalid-input"))
    throw new Error(`${command.args.join(" ")} did not end at its input: ${written}`);
}

/** Measures the start of every bundle and renders the table. */
export async function benchStartup(root: string, rounds: number): Promise<string> {
  const temporary = join(root, ".cache", "bench-startup");
  mkdirSync(temporary, { recursive: true });
  const environment = cleanEnvironment(temporary);
  const nothing: Command = { command: process.execPath, args: ["-e", "0"], cwd: temporary, environment };
  const commands = new Map([[floor, nothing]]);
  for (const action of listActions(root)) {
    const command = await startCommand(root, action, temporary);
    await verify(command, temporary);
    commands.set(action, command);
  }
  const contenders = [...commands].map(([name, command]) => ({
    name,
    run: async () => void (await runCommand(command)),
  }));
  const samples = await measure(contenders, rounds);
  rmSync(temporary, { recursive: true });
  const rows = [...commands.keys()].map((name) => {
    const row = [name, inMilliseconds(median(samples.get(name) ?? [])), compare(samples, name, floor).ratio.toFixed(2)];
    if (name === floor) return row.concat("", "");
    const dist = join(root, "actions", name, "dist");
    const total = readdirSync(dist).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    return row.concat(inKibibytes(statSync(join(dist, "index.js")).size), inKibibytes(total));
  });
  const head = ["start", "ms", "x floor", "index.js KiB", "dist KiB"];
  return `Medians of ${rounds} interleaved rounds.\n\n${renderTable(head, rows)}`;
}
