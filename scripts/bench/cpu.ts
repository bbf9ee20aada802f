/** What a program and everything that it starts cost: user and system time, as the shell counts them, and the wall clock. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand, type Command } from "./rounds.ts";

/** In milliseconds. */
export type Cost = { cpu: number; wall: number };

/** `times` tells of the children that were waited for, and of theirs. POSIX. */
const SCRIPT = `times=$1; shift; "$@"; code=$?; times > "$times"; exit $code`;

/** Runs a program. Rejects when it ends otherwise than expected. */
export async function measureCost(command: Command, temporary: string): Promise<Cost> {
  const file = join(temporary, "times");
  // Shells drop variables whose names have hyphens, as inputs do: env sets them.
  const variables = Object.entries(command.environment).map(([name, value]) => `${name}=${value}`);
  const args = ["-c", SCRIPT, "sh", file, "env", ...variables, command.command, ...command.args];
  const begun = performance.now();
  await runCommand({ ...command, command: "sh", args });
  const wall = performance.now() - begun;
  const cpu = parseTimes(readFileSync(file, "utf8"));
  rmSync(file);
  return { cpu, wall };
}

/** The children's time in what `times` prints, in milliseconds: `0m1.20s 0m0.30s` in its second line is 1500. */
export function parseTimes(text: string): number {
  const [, children = ""] = text.split("\n");
  const parts = [...children.matchAll(/(\d+)m(\d+(?:[.,]\d+)?)s/g)];
  if (parts.length !== 2) throw new Error(`the shell told no times: ${text}`);
  const seconds = parts.map(([, minutes, rest = ""]) => Number(minutes) * 60 + Number(rest.replace(",", ".")));
  return seconds.reduce((sum, each) => sum + each, 0) * 1000;
}
