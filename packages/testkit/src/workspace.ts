/**
 * A folder of its own for a test: files written from an object, a git repository when asked for, gone afterwards.
 * Commits have fixed names and dates, so that equal content gives equal commit ids.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A file's content, or a link, or content with a mode. */
export type WorkspaceFile = string | Uint8Array | { link: string } | { content: string | Uint8Array; mode: number };

/** A temporary folder with the verbs tests need; all paths are relative to it. */
export interface Workspace extends Disposable {
  /** Absolute path, links resolved. */
  readonly path: string;
  /** Writes files, making folders on the way. */
  write(files: Readonly<Record<string, WorkspaceFile>>): void;
  read(file: string): string;
  has(file: string): boolean;
  remove(file: string): void;
  resolve(...segments: string[]): string;
  /** Runs git without the machine's configuration and returns its trimmed stdout. */
  git(...args: string[]): string;
  /** Adds everything, commits (also when nothing changed) and returns the commit id. */
  commit(message?: string): string;
  cleanup(): void;
}

/** Options of {@link workspace}: `git: false` leaves out the repository. */
export type WorkspaceOptions = { git?: boolean; branch?: string; name?: string };

const AUTHOR = {
  GIT_AUTHOR_NAME: "Octo Cat",
  GIT_AUTHOR_EMAIL: "octocat@example.com",
  GIT_AUTHOR_DATE: "2026-11-22T12:00:00Z",
  GIT_COMMITTER_NAME: "Octo Cat",
  GIT_COMMITTER_EMAIL: "octocat@example.com",
  GIT_COMMITTER_DATE: "2026-11-22T12:00:00Z",
};

/** Makes a {@link Workspace}; with files given and git on, they are the first commit. Use `using` or `cleanup()`. */
export function workspace(
  files: Readonly<Record<string, WorkspaceFile>> = {},
  options: WorkspaceOptions = {},
): Workspace {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `handrail-${options.name ?? "workspace"}-`)));
  const resolve = (...segments: string[]): string => join(path, ...segments);
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: path,
      env: gitEnvironment(),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const cleanup = (): void => rmSync(path, { recursive: true, force: true });
  const commit = (message = "Change"): string => {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", message);
    return git("rev-parse", "HEAD");
  };
  const made: Workspace = {
    path,
    write: (more) => {
      for (const [name, file] of Object.entries(more)) writeFile(resolve(name), file);
    },
    read: (file) => readFileSync(resolve(file), "utf8"),
    has: (file) => existsSync(resolve(file)),
    remove: (file) => rmSync(resolve(file), { recursive: true, force: true }),
    resolve,
    git,
    commit,
    cleanup,
    [Symbol.dispose]: cleanup,
  };
  made.write(files);
  if (options.git !== false) {
    git("init", "--quiet", `--initial-branch=${options.branch ?? "main"}`);
    if (Object.keys(files).length > 0) commit("Start");
  }
  return made;
}

/** The environment git runs in: no user or system configuration, fixed author and dates. */
function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: tmpdir(),
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    ...AUTHOR,
  };
}

function writeFile(path: string, file: WorkspaceFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof file === "string" || file instanceof Uint8Array) writeFileSync(path, file);
  else if ("link" in file) symlinkSync(file.link, path);
  else {
    writeFileSync(path, file.content);
    chmodSync(path, file.mode);
  }
}
