/** For tests of the probes: runs one as a process in a directory that looks like the image's, and reads its answer as the executor does. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Engine, Row } from "@handrail/database";
import { createAnswerReader, readAnswer } from "../ecs-answer.ts";

/** The programs of the machine, and the Node.js that runs the tests. */
export const PATH = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;

/** The repository: where Node's drivers are found. */
export const ROOT = new URL("../../../../", import.meta.url).pathname;

const folders: string[] = [];

/** A folder with files, removed by {@link tidy}. */
export function folder(files: Readonly<Record<string, string>>): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "handrail-probe-")));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text, { mode: 0o755 });
  }
  return path;
}

/** Removes what was made. */
export function tidy(): void {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** Whether a program of the machine ends well. */
export function works(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { env: { PATH } }).status === 0;
}

/** Where and how a probe runs. */
export type ProbeRun = {
  argv: readonly [string, ...string[]];
  engine: Engine;
  directory: string;
  environment: Readonly<Record<string, string>>;
  isPacked?: boolean;
};

/** What a probe printed. */
export function printed(
  { argv, directory, environment, isPacked }: ProbeRun,
  statements: readonly string[],
): Promise<string> {
  const plain = JSON.stringify({ nonce: "0123456789abcdef", statements });
  const payload = isPacked === true ? deflateRawSync(plain).toString("base64") : plain;
  const [program, ...args] = [...argv, payload];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: { PATH, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const add = (chunk: Buffer): void => void (output += chunk.toString("latin1"));
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.once("error", reject);
    child.once("close", () => resolve(output));
  });
}

/** The rows of each statement. @throws what the executor would throw */
export async function ask(run: ProbeRun, ...statements: readonly string[]): Promise<(readonly Row[])[]> {
  const output = await printed(run, statements);
  const reader = createAnswerReader("0123456789abcdef");
  for (const line of output.split("\n")) reader.push(line);
  const text = reader.text();
  if (text === undefined) throw new Error(`the probe printed no answer: ${output}`);
  return readAnswer(text, run.engine, statements.length);
}
