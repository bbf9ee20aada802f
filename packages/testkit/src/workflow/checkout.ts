/** A fake of actions/checkout: fetches one commit from a repository on this machine, as the real one does. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, globSync, linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import type { ActionCall, ActionFake } from "./fake.ts";

/**
 * Where a repository's content is: a git repository, or a folder out of which files are copied whatever the ref says
 * (this repository's own actions, as they are built now).
 */
export type RepositorySource = string | { folder: string; files: readonly string[] };

/** The built actions and nothing else of this repository. */
export function builtActions(handrailPath: string): RepositorySource {
  return { folder: handrailPath, files: ["actions/*/action.yml", "actions/*/dist/**"] };
}

/** Makes the fake; repositories by `owner/repo`. The run's own needs `contents: read`, as a private one does. */
export function fakeCheckout(repositories: Readonly<Record<string, RepositorySource>>): ActionFake {
  return (call) => {
    const { repository = "", path = "", ref = "" } = call.inputs;
    const name = repository === "" ? call.repository : repository;
    const source = repositories[name];
    if (source === undefined) throw new Error(`Not Found: ${name} is none of ${Object.keys(repositories).join(", ")}`);
    if (name === call.repository && call.permissions["contents"] === undefined)
      throw new Error(`Not Found: the token may not read ${name}`);
    const target = join(call.workspace, path);
    if (relative(call.workspace, target).startsWith(".."))
      throw new Error(`Repository path '${target}' is not under '${call.workspace}'`);
    if (typeof source !== "string") copyFiles(source, target);
    else fetchCommit(source, target, ref === "" ? (name === call.repository ? call.sha : "HEAD") : ref, call);
    return { outputs: { ref, commit: ref === "" ? call.sha : ref } };
  };
}

function copyFiles({ folder, files }: Exclude<RepositorySource, string>, target: string): void {
  for (const path of globSync([...files], { cwd: folder, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const from = join(path.parentPath, path.name);
    const to = join(target, relative(folder, from));
    mkdirSync(dirname(to), { recursive: true });
    putFile(from, to);
  }
}

/** A second name of the file where that can be: the bundles are tens of megabytes, which every job checks out. Nobody writes to them. */
function putFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

function fetchCommit(source: string, target: string, ref: string, call: ActionCall): void {
  mkdirSync(target, { recursive: true });
  // The real one empties a folder that is no checkout yet.
  if (!existsSync(join(target, ".git")))
    for (const name of readdirSync(target)) rmSync(join(target, name), { recursive: true, force: true });
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: target,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], HOME: call.temp, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  const depth = call.inputs["fetch-depth"] ?? "1";
  git("init", "--quiet");
  const serve = "git -c uploadpack.allowAnySHA1InWant=true upload-pack";
  const limit = depth === "0" ? [] : [`--depth=${depth}`];
  git("fetch", "--quiet", "--no-tags", "--upload-pack", serve, ...limit, `file://${source}`, ref);
  git("checkout", "--quiet", "--force", "--detach", "FETCH_HEAD");
  git("clean", "-ffdxq");
}
