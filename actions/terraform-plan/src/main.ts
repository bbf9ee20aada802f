/**
 * Wires terraform-plan: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job).
 */
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { parseContext, proxySecrets } from "@handrail/github";
import {
  childEnvironment,
  findProgram,
  isProcessRunning,
  listFiles,
  makeDirectoryInside,
  openDirectory,
  readBinaryFile,
  readTextFile,
  removeFile,
  runAction,
  writeFileChunks,
} from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { commandFailure, createTerraform, openPlanSource } from "@handrail/terraform/cli";
import { outputs, readPlanInputs } from "./inputs.ts";
import { run } from "./run.ts";
import type { GitHubVerbs, PlanStep } from "./step.ts";
import { namedOutputDirectory, normaliseDirectory } from "./target.ts";
import { requireTrusted } from "./trust.ts";

/** Guardrails and CLI configurations are small; what is larger is something else. */
const textLimit = 1024 * 1024;

function openStep(host: Host): PlanStep {
  const { environment, log, clock } = host;
  const inputs = readPlanInputs(environment);
  const secrets = [inputs["seal-key"], inputs["github-token"], ...proxySecrets(environment)];
  for (const secret of secrets) if (secret !== "") host.mask(secret);
  const context = parseContext(environment, host.readEvent());
  requireTrusted(context);
  const workspacePath = environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const directory = openDirectory(workspacePath, inputs["working-directory"]);
  const temporaryDirectory = host.state("private") ?? host.temporaryDirectory("terraform-plan");
  host.saveState("private", temporaryDirectory);
  const named = namedOutputDirectory(inputs["output-directory"], workspacePath);
  const roots = [workspacePath, environment["RUNNER_TEMP"] ?? ""];
  const target = {
    directory: normaliseDirectory(inputs["working-directory"]),
    path: directory.path,
    workspacePath,
    outputDirectory: named === undefined ? temporaryDirectory : makeDirectoryInside(named, roots, "output-directory"),
    privateDirectory: temporaryDirectory,
    environment: childEnvironment(environment, inputs["pass-environment"]),
  };
  const running = new Set<number>();
  const exec: typeof host.exec = async (command, args, options) => {
    directory.verify();
    let started = 0;
    const onStart = (pid: number): void => {
      started = pid;
      host.saveState("pids", [...running.add(pid)].join(" "));
      options.onStart?.(pid);
    };
    return host.exec(command, args, { ...options, onStart }).finally(() => running.delete(started));
  };
  const installed = findProgram(["terraform", "tofu"], target.environment["PATH"] ?? "") ?? "terraform";
  const path = inputs["terraform-path"] === "" ? installed : inputs["terraform-path"];
  const terraform = createTerraform({
    exec,
    path: path.includes("/") ? resolve(workspacePath, path) : path,
    directory: directory.path,
    environment: target.environment,
    log,
    temporaryDirectory,
    workspace: inputs.workspace,
  });
  const github = async (): Promise<GitHubVerbs> => {
    const { createClient } = await import("@handrail/github/client");
    const { apiUrl, graphqlUrl } = context;
    return createClient({
      token: inputs["github-token"],
      apiUrl,
      graphqlUrl,
      clock,
      log,
      environment,
      signal: host.cancelled,
    });
  };
  const files = {
    readText: (file: string) => readTextFile(file, textLimit),
    list: listFiles,
    readBytes: readBinaryFile,
    openPlan: openPlanSource,
    write: writeFileChunks,
    remove: removeFile,
  };
  const pullRequest = inputs["pull-request"] ?? context.pullRequest?.number;
  const deps = { terraform, failureOf: commandFailure, github, exec, files, randomBytes, host };
  return { inputs, context, target, pullRequest, deps };
}

await runAction({
  name: "terraform-plan",
  outputs,
  main: async (host) => {
    host.saveState("started", String(Math.floor(host.clock.now() / 1000)));
    try {
      return await run(openStep(host));
    } finally {
      host.saveState("ended", String(!host.cancelled.aborted));
    }
  },
  post: async (host) => {
    if (host.state("ended") === "true" || host.state("pids") === undefined) return;
    const { runPost } = await import("./post.ts");
    await runPost(openStep(host), host, isProcessRunning);
  },
});
