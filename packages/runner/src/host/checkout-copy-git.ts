/**
 * What a copy of a checkout asks git for. Nothing that the repository's own settings name is started but the filters of
 * its files, nothing is fetched, and nothing is written but what is asked for.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import type { Exec, ExecOptions, ExecResult } from "../process.ts";

/** How git is run. */
export type GitOptions = {
  exec: Exec;
  /** The environment of git. */
  environment: Readonly<Record<string, string>>;
  signal: AbortSignal;
};

/** A file of a commit: its object, and the path whose attributes tell how it is filtered; "" leaves it as it is. */
export type Blob = { id: string; path: string };

/** The repository's own settings name programs (hooks, fsmonitor): none is started, and nothing is fetched. */
const SETTINGS = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "safe.directory=*"].flatMap((one) => ["-c", one]);
const GIT = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" };

/** Runs git in a folder. Rejects with the signal's reason when that ended it. */
export async function runGit(
  { exec, environment, signal }: GitOptions,
  cwd: string,
  args: readonly string[],
  more: Partial<ExecOptions>,
): Promise<ExecResult> {
  const result = await exec("git", [...SETTINGS, ...args], { ...more, cwd, environment: { ...environment, ...GIT } });
  if (result.cancelled) signal.throwIfAborted();
  return result;
}

/**
 * The contents of blobs as they would lie in a checkout, without what git does not have or cannot filter. One process
 * reads those that are filtered, one the others; only where git gives up at one, another goes on behind it.
 * @param cwd in the repository
 * @param scratch a file that is not there; it is made and removed
 */
export async function readBlobs<T extends Blob>(
  options: GitOptions,
  cwd: string,
  blobs: readonly T[],
  scratch: string,
): Promise<Map<T, Uint8Array>> {
  const contents = new Map<T, Uint8Array>();
  for (const isFiltered of [true, false]) {
    let waiting = blobs.filter(({ path }) => isPath(path) === isFiltered);
    while (waiting.length > 0) {
      const read = await readBatch(options, cwd, { blobs: waiting, isFiltered }, scratch);
      for (const [index, content] of read.entries()) {
        const blob = waiting[index];
        if (blob !== undefined && content !== undefined) contents.set(blob, content);
      }
      waiting = waiting.slice(read.length + 1);
    }
  }
  return contents;
}

/** Whether git can be told it: a line break ends the question, and blanks in front are not seen. */
function isPath(path: string): boolean {
  return path !== "" && !/^[ \t]|[\r\n]/.test(path);
}

/**
 * The answers up to where git gave up. A size that git told would be the one before the filters, so a question for
 * something that cannot be there marks the end of each answer (https://git-scm.com/docs/git-cat-file#_batch_output).
 */
async function readBatch(
  options: GitOptions,
  cwd: string,
  { blobs, isFiltered }: { blobs: readonly Blob[]; isFiltered: boolean },
  scratch: string,
): Promise<(Uint8Array | undefined)[]> {
  const mark = randomUUID();
  const questions = blobs.map(({ id, path }) => `${isFiltered ? `${id} ${path}` : id}\n${mark}\n`);
  const args = ["cat-file", "--batch=%(objectname)", ...(isFiltered ? ["--filters"] : [])];
  try {
    await runGit(options, cwd, args, { input: questions.join(""), stdoutFile: scratch, maxCapture: 0 });
    const answers: (Uint8Array | undefined)[] = [];
    const bytes = readFileSync(scratch);
    const missing = `${mark} missing\n`;
    let at = 0;
    for (const { id } of blobs) {
      const end = bytes.indexOf(missing, at);
      if (end < 0) break;
      const isThere = bytes.subarray(at, at + id.length + 1).equals(Buffer.from(`${id}\n`));
      answers.push(isThere ? bytes.subarray(at + id.length + 1, end - 1) : undefined);
      at = end + missing.length;
    }
    return answers;
  } finally {
    rmSync(scratch, { force: true });
  }
}
