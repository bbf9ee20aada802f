/**
 * The stage of the terraform-plan tests: a GitHub with a pull request, checkouts, a real terraform to prepare them, and
 * the built action run on them. It judges nothing; what is right is for the tests to say.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { renderComment, runAction, startGitHub, workspace } from "@handrail/testkit";
import type { ActionOptions, ActionResult, GitHub, Workspace, WorkspaceFile } from "@handrail/testkit";

export const action: string = join(import.meta.dirname, "../actions/terraform-plan");

/** Throws when there is nothing to test. */
export function requireBundle(): void {
  if (!existsSync(join(action, "dist/index.js")))
    throw new Error("There is no bundle to test: run `npm run build` first");
}

/** Everything a test made that must go away again. */
export type Stage = {
  /** Runs the action; what it left behind goes away with the stage. */
  plan(options: Omit<ActionOptions, "action">): Promise<ActionResult>;
  /** A folder of its own, a git repository. */
  checkout(files?: Readonly<Record<string, WorkspaceFile>>): Workspace;
  /** A copy of a checkout, with other files written over it. */
  copy(of: Workspace, files?: Readonly<Record<string, WorkspaceFile>>): Workspace;
  /** Removes all of it. */
  clear(): void;
};

/** Opens a stage. */
export function openStage(): Stage {
  const results: ActionResult[] = [];
  const folders: Workspace[] = [];
  const folder = (files: Readonly<Record<string, WorkspaceFile>>): Workspace => {
    const made = workspace(files, { name: "plan" });
    folders.push(made);
    return made;
  };
  return {
    async plan(options) {
      requireBundle();
      const result = await runAction({ action, ...options });
      results.push(result);
      return result;
    },
    checkout: (files = {}) => folder({ ".gitignore": ".terraform/\n*.tfstate*\n", ...files }),
    copy(of, files = {}) {
      const made = folder({});
      cpSync(of.path, made.path, { recursive: true });
      made.write(files);
      return made;
    },
    clear() {
      for (const result of results.splice(0)) result.cleanup();
      for (const made of folders.splice(0)) made.cleanup();
    },
  };
}

/** A GitHub with one pull request, and the event that opened it. */
export type PullStage = { github: GitHub; event: Record<string, unknown>; number: number };

/** Starts a GitHub with one pull request. */
export async function startPull(
  options: Parameters<typeof startGitHub>[0] = {},
  pull: Parameters<GitHub["addPullRequest"]>[0] = {},
): Promise<PullStage> {
  const github = await startGitHub(options);
  const { number } = github.addPullRequest(pull);
  return { github, number, event: github.pullRequestEvent(number) };
}

function terraformEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  return { ...environment, ...more, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1", TF_INPUT: "0" };
}

/** Runs the real terraform; rejects when it fails. Never synchronously: its backend may be in this process. */
export async function terraform(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await promisify(execFile)("terraform", args, { cwd, env: terraformEnvironment(env) });
}

/** The exit code of the real `terraform plan -detailed-exitcode`. */
export async function detailedExitCode(cwd: string, args: readonly string[] = []): Promise<unknown> {
  try {
    await terraform(cwd, ["plan", "-detailed-exitcode", "-lock=false", "-input=false", "-no-color", ...args]);
    return 0;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

/** Initialises and applies what is in a directory. */
export async function apply(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  await terraform(cwd, ["init", "-input=false", "-no-color"], env);
  await terraform(cwd, ["apply", "-input=false", "-no-color", "-auto-approve"], env);
}

/** The content of every file below a directory, by its path. */
export function readTree(directory: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    const path = join(directory, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path, "latin1"));
  }
  return files;
}

/** What the step's own error says: the first line, what happened; the second, what to do. */
export function failureOf(result: ActionResult): { reason: string | undefined; what: string; remedy: string } {
  const own = result.annotations.find(({ level, title }) => level === "error" && title === "terraform-plan");
  const [what = "", remedy = ""] = (own?.message ?? "").split("\n");
  return { reason: result.outputs["failure-reason"], what, remedy };
}

/** The commands that the action itself may use; nothing else of a log may be one. */
const OWN_COMMANDS: ReadonlySet<string> = new Set([
  "error",
  "warning",
  "notice",
  "group",
  "endgroup",
  "add-mask",
  "debug",
]);

/** Live commands in the log that the action has no reason to give; empty when nothing from outside became one. */
export function foreignCommands(result: ActionResult): string[] {
  return result.commands.filter(({ name }) => !OWN_COMMANDS.has(name.toLowerCase())).map(({ raw }) => raw);
}

/** What a reader sees of markdown, without the zero-width spaces that keep GitHub from making links of it. */
export function plain(markdown: string): string {
  return renderComment(markdown).text.replaceAll("\u200B", "");
}
