/** Wires migration-check: reads the inputs, opens the doors, hands over to run.ts. */
import { parseContext, proxySecrets } from "@handrail/github";
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import { databaseUrlOf, openPlace } from "@handrail/migration";
import type { Files, PlaceDoors } from "@handrail/migration";
import { secretsOf } from "@handrail/database";
import { Failure } from "@handrail/runner";
import * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { outputs, readCheckInputs, shareInputs } from "./inputs.ts";
import type { Inputs } from "./inputs.ts";
import type { CheckStep } from "./run.ts";

/** Hides what is secret before anything is printed. */
function hideSecrets(host: Host, inputs: Inputs): void {
  const given = inputs["database-url"];
  const mask = (secrets: readonly string[]): void => {
    for (const secret of secrets) if (secret !== "") host.mask(secret);
  };
  mask([inputs["github-token"], ...proxySecrets(host.environment)]);
  try {
    const url = databaseUrlOf(shareInputs(inputs));
    // The path of a file is no secret.
    mask(url === undefined ? [given] : secretsOf(url));
  } catch (thrown) {
    mask([given]);
    throw thrown;
  }
}

function openDoors(host: Host, inputs: Inputs, directory: string): PlaceDoors {
  const { clock, log, cancelled, environment } = host;
  const workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const temp = environment["RUNNER_TEMP"] ?? workspace;
  return {
    workspace,
    files: runnerHost.openCheckoutFiles(directory, workspace),
    environment: runnerHost.childEnvironment(environment, inputs["pass-environment"]),
    processes: {
      startGroup: () => runnerHost.createProcessGroup({ cancelled, within: host.exec }),
      scratch: (files) => Promise.resolve(runnerHost.makeScratch(temp, directory, files)),
      onProcess: (pid) => host.saveState("process", String(pid)),
    },
    database: () => import("@handrail/database/client"),
    // A check always runs here.
    aws: () => Promise.reject(new TypeError("a check has no tasks")),
    clock,
    log,
    cancelled,
  };
}

function openStep(host: Host): CheckStep {
  const inputs = readCheckInputs(host.environment);
  hideSecrets(host, inputs);
  const context = parseContext(host.environment, host.readEvent());
  const workspace = host.environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const { path: directory } = runnerHost.openDirectory(workspace, inputs["working-directory"]);
  const doors = openDoors(host, inputs, directory);
  const github = async (): Promise<GitHubClient> => {
    const { createClient } = await import("@handrail/github/client");
    const { clock, log, environment, cancelled: signal } = host;
    const { apiUrl, graphqlUrl } = context;
    return createClient({ token: inputs["github-token"], apiUrl, graphqlUrl, clock, log, environment, signal });
  };
  return {
    inputs,
    context,
    deps: {
      host,
      files: runnerHost.openCheckoutFiles(directory, workspace),
      openBase: () => openBase(host, inputs, { workspace, context, github }),
      openPlace: () => openPlace(shareInputs(inputs), doors, { runId: context.runId, attempt: context.runAttempt }),
      github,
    },
  };
}

type BaseDoors = { workspace: string; context: GitHubContext; github(): Promise<GitHubClient> };

/** The base from git where the checkout has it, else from GitHub. */
async function openBase(host: Host, inputs: Inputs, { workspace, context, github }: BaseDoors): Promise<Files> {
  const commit = inputs["base-sha"] === "" ? (context.pullRequest?.baseSha ?? "") : inputs["base-sha"];
  if (commit === "") throw noBase();
  const directory = inputs["working-directory"];
  const environment = runnerHost.childEnvironment(host.environment, []);
  const git = { exec: host.exec, environment, signal: host.cancelled };
  const files = await runnerHost.openCommitFiles({ ...git, checkout: workspace, commit, directory });
  if (files !== undefined) return files;
  const { openBaseFiles } = await import("./base-files.ts");
  const { owner, repo } = context;
  return openBaseFiles(await github(), { owner, repo, commit, directory });
}

function noBase(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "Which migrations are new cannot be told: this event has no pull request",
    remedy: "Give base-sha: migrations that this commit does not have are checked.",
  });
}

await runnerHost.runAction({
  name: "migration-check",
  outputs,
  cancelledResult: "cancelled",
  main: async (host) => {
    const step = openStep(host);
    const { run } = await import("./run.ts");
    return run(step);
  },
});
