/**
 * Opens the step of an action that plans: the inputs are read, what follows from them is put together. The doors with
 * effects are handed in by main.ts; nothing is started here.
 */
import { resolve } from "node:path";
import { parseContext, proxySecrets } from "@handrail/github";
import type { GitHubClient, createClient } from "@handrail/github/client";
import type * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import type * as terraformCli from "@handrail/terraform/cli";
import type { Terraform } from "@handrail/terraform/cli";
import type { TerraformEvent } from "@handrail/terraform";
import type { PlanInputs } from "./inputs.ts";
import type { PlanStep } from "./step.ts";
import { namedOutputDirectory, normaliseDirectory } from "./target.ts";
import { requireTrusted } from "./trust.ts";

/** Guardrails and CLI configurations are small; what is larger is something else. */
const textLimit = 1024 * 1024;

/** The doors that have effects. */
export type Doors = {
  host: Pick<
    typeof runnerHost,
    | "childEnvironment"
    | "findProgram"
    | "listFiles"
    | "makeDirectoryInside"
    | "openDirectory"
    | "readBinaryFile"
    | "readTextFile"
    | "removeFile"
    | "writeFileChunks"
  >;
  terraform: Pick<typeof terraformCli, "commandFailure" | "createTerraform" | "openPlanSource">;
  /** Loads the client of GitHub, which takes its time. */
  github(): Promise<{ createClient: typeof createClient }>;
  randomBytes(length: number): Uint8Array;
};

/** What an action adds of its own. */
export type StepOptions = {
  /** The action's name, for its folder. */
  name: string;
  /** Every event of terraform's streams. */
  onEvent?: (event: TerraformEvent) => void;
};

/** A step with all of terraform's verbs and all of GitHub's. */
export type OpenStep<Inputs extends PlanInputs> = Omit<PlanStep, "inputs" | "deps"> & {
  inputs: Inputs;
  deps: Omit<PlanStep["deps"], "terraform" | "github" | "host"> & {
    terraform: Terraform;
    github(): Promise<GitHubClient>;
    host: Host;
  };
};

/**
 * Opens the step.
 * @throws Failure `invalid-input` for a foreign change, or a directory that is not in the workspace
 */
export function openStep<Inputs extends PlanInputs>(
  host: Host,
  inputs: Inputs,
  doors: Doors,
  options: StepOptions,
): OpenStep<Inputs> {
  const { environment, log } = host;
  const secrets = [inputs["seal-key"], inputs["github-token"], ...proxySecrets(environment)];
  for (const secret of secrets) if (secret !== "") host.mask(secret);
  const context = parseContext(environment, host.readEvent());
  requireTrusted(context);
  const workspacePath = environment["GITHUB_WORKSPACE"] ?? resolve(".");
  const directory = doors.host.openDirectory(workspacePath, inputs["working-directory"]);
  const temporaryDirectory = host.state("private") ?? host.temporaryDirectory(options.name);
  host.saveState("private", temporaryDirectory);
  const named = namedOutputDirectory(inputs["output-directory"], workspacePath);
  const roots = [workspacePath, environment["RUNNER_TEMP"] ?? ""];
  const target = {
    directory: normaliseDirectory(inputs["working-directory"]),
    path: directory.path,
    workspacePath,
    outputDirectory:
      named === undefined ? temporaryDirectory : doors.host.makeDirectoryInside(named, roots, "output-directory"),
    privateDirectory: temporaryDirectory,
    environment: doors.host.childEnvironment(environment, inputs["pass-environment"]),
  };
  const exec = guardedExec(host, () => directory.verify());
  const terraform = doors.terraform.createTerraform({
    exec,
    path: terraformPath(inputs["terraform-path"], target, doors),
    directory: directory.path,
    environment: target.environment,
    log,
    temporaryDirectory,
    workspace: inputs.workspace,
    ...(options.onEvent === undefined ? {} : { onEvent: options.onEvent }),
  });
  return {
    inputs,
    context,
    target,
    pullRequest: inputs["pull-request"] ?? context.pullRequest?.number,
    deps: {
      terraform,
      failureOf: doors.terraform.commandFailure,
      github: githubOf(host, context, inputs["github-token"], doors),
      exec,
      files: filesOf(doors),
      randomBytes: (length) => doors.randomBytes(length),
      host,
    },
  };
}

/** Starts nothing in a directory that was replaced, and keeps for the post step what is running. */
function guardedExec(host: Host, verify: () => void): Host["exec"] {
  const running = new Set<number>();
  return async (command, args, options) => {
    verify();
    let started = 0;
    const onStart = (pid: number): void => {
      started = pid;
      host.saveState("pids", [...running.add(pid)].join(" "));
      options.onStart?.(pid);
    };
    return host.exec(command, args, { ...options, onStart }).finally(() => running.delete(started));
  };
}

function terraformPath(given: string, target: PlanStep["target"], doors: Doors): string {
  const installed = doors.host.findProgram(["terraform", "tofu"], target.environment["PATH"] ?? "") ?? "terraform";
  const path = given === "" ? installed : given;
  return path.includes("/") ? resolve(target.workspacePath, path) : path;
}

/** One client for the whole step: it knows who it is, and keeps its calls apart. */
function githubOf(host: Host, context: PlanStep["context"], token: string, doors: Doors): () => Promise<GitHubClient> {
  let loading: Promise<GitHubClient> | undefined;
  const load = async (): Promise<GitHubClient> => {
    const { createClient } = await doors.github();
    const { apiUrl, graphqlUrl } = context;
    const { clock, log, environment } = host;
    return createClient({ token, apiUrl, graphqlUrl, clock, log, environment, signal: host.cancelled });
  };
  return () => (loading ??= load());
}

function filesOf({ host, terraform }: Doors): PlanStep["deps"]["files"] {
  return {
    readText: (file) => host.readTextFile(file, textLimit),
    list: (path) => host.listFiles(path),
    readBytes: (path) => host.readBinaryFile(path),
    openPlan: (path) => terraform.openPlanSource(path),
    write: (path, chunks) => host.writeFileChunks(path, chunks),
    remove: (path) => host.removeFile(path),
  };
}
