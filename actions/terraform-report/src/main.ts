/** Wires terraform-report: reads the inputs, opens the doors, hands over to run.ts. It decides nothing. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { parseContext, proxySecrets } from "@handrail/github";
import type { GitHubContext } from "@handrail/github";
import { Failure } from "@handrail/runner";
import { runAction } from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { outputs, readReportInputs } from "./inputs.ts";
import { run } from "./run.ts";
import type { FileVerbs, GitHubVerbs, ReportStep } from "./step.ts";

await runAction({ name: "terraform-report", outputs, main: (host) => run(openStep(host)) });

function openStep(host: Host): ReportStep {
  const inputs = readReportInputs(host.environment);
  const token = inputs["github-token"];
  for (const secret of [token, ...proxySecrets(host.environment)]) if (secret !== "") host.mask(secret);
  const context = parseContext(host.environment, host.readEvent());
  return {
    inputs,
    context,
    deps: { host, files: openFiles(host.environment), github: githubOf(host, context, token) },
  };
}

function githubOf(host: Host, context: GitHubContext, token: string): () => Promise<GitHubVerbs> {
  const { clock, log, environment, cancelled: signal } = host;
  const { apiUrl, graphqlUrl } = context;
  let loading: Promise<GitHubVerbs> | undefined;
  const load = async (): Promise<GitHubVerbs> => {
    const { createClient } = await import("@handrail/github/client");
    return createClient({ token, apiUrl, graphqlUrl, clock, log, environment, signal });
  };
  return () => (loading ??= load());
}

function openFiles(environment: Host["environment"]): FileVerbs {
  const workspace = environment["GITHUB_WORKSPACE"] ?? resolve(".");
  const roots = [workspace, environment["RUNNER_TEMP"] ?? ""].filter((root) => root !== "");
  return {
    locate: (given) => locate(resolve(workspace, given), given, roots),
    list: (path) =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other",
      })),
    readHead: (path, length) => withFile(path, (file) => readStart(file, length)) ?? "",
    readText: (path, limit) => withFile(path, (file) => readWhole(file, path, limit)) ?? "",
  };
}

function locate(path: string, given: string, roots: readonly string[]): ReturnType<FileVerbs["locate"]> {
  const real = realOf(path);
  const isInside = roots.map(realOf).some((root) => real === root || real?.startsWith(`${root ?? sep}${sep}`) === true);
  if (real === undefined || !isInside) {
    throw new Failure({
      reason: "invalid-input",
      what: `results: ${given} ${real === undefined ? "does not exist" : "is neither in the workspace nor in RUNNER_TEMP"}`,
      remedy: "Name the folder that actions/download-artifact made. Nothing was told.",
    });
  }
  return { path: real, kind: withFile(real, () => true) === true ? "file" : "folder" };
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Reads a regular file, not through a link, and not a pipe that nobody writes to; undefined for anything else. */
function withFile<T>(path: string, read: (file: number) => T): T | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    return fstatSync(file).isFile() ? read(file) : undefined;
  } finally {
    closeSync(file);
  }
}

function readStart(file: number, length: number): string {
  const bytes = new Uint8Array(length);
  return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes, 0, length, 0)));
}

function readWhole(file: number, path: string, limit: number): string {
  const { size } = fstatSync(file);
  if (size <= limit) return readFileSync(file, "utf8");
  throw new Failure({
    reason: "invalid-input",
    what: `${path} has ${size} bytes: a result of terraform-plan or terraform-apply has at most ${limit}`,
    remedy: "Look at what wrote it.",
  });
}
