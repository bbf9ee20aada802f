/** Wires migration-run: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job). */
import { randomBytes } from "node:crypto";
import { parseContext, proxySecrets } from "@handrail/github";
import { databaseUrlOf, openPlace } from "@handrail/migration";
import type { MigrationStep, PlaceDoors } from "@handrail/migration";
import { secretsOf } from "@handrail/database";
import * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { outputs, readRunInputs } from "./inputs.ts";
import type { Inputs } from "./inputs.ts";

/** Hides what is secret before anything is printed. */
function hideSecrets(host: Host, inputs: Inputs): void {
  const given = inputs["database-url"];
  const mask = (secrets: readonly string[]): void => {
    for (const secret of secrets) if (secret !== "") host.mask(secret);
  };
  mask([inputs["github-token"], ...proxySecrets(host.environment)]);
  try {
    const url = databaseUrlOf(inputs);
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
    aws: async () => {
      const { createAws } = await import("@handrail/aws/client");
      const role = inputs["role-to-assume"];
      return createAws({
        environment,
        ...(role === "" ? {} : { role: { arn: role, sessionName: "handrail-migration-run" } }),
        clock,
        signal: cancelled,
        mask: (secret) => host.mask(secret),
      });
    },
    clock,
    log,
    cancelled,
  };
}

function openStep(host: Host): MigrationStep {
  const inputs = readRunInputs(host.environment);
  hideSecrets(host, inputs);
  const context = parseContext(host.environment, host.readEvent());
  const workspace = host.environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const { path: directory } = runnerHost.openDirectory(workspace, inputs["working-directory"]);
  const doors = openDoors(host, inputs, directory);
  const { runId, runAttempt: attempt } = context;
  return {
    inputs,
    context,
    deps: {
      host,
      files: runnerHost.openCheckoutFiles(directory, workspace),
      github: async ({ evenWhenCancelled = false } = {}) => {
        const { createClient } = await import("@handrail/github/client");
        const { clock, log, environment, cancelled } = host;
        const { apiUrl, graphqlUrl } = context;
        const options = { token: inputs["github-token"], apiUrl, graphqlUrl, clock, log, environment };
        return createClient(evenWhenCancelled ? options : { ...options, signal: cancelled });
      },
      openPlace: (wanted = {}) => openPlace(inputs, doors, { runId, attempt, ...wanted }),
      nonce: () => randomBytes(12).toString("hex"),
    },
  };
}

await runnerHost.runAction({
  name: "migration-run",
  outputs,
  cancelledResult: "cancelled",
  main: async (host) => {
    const step = openStep(host);
    host.saveState("began", "true");
    const { run } = await import("./run.ts");
    return run(step);
  },
  post: async (host) => {
    if (host.state("began") === undefined) return;
    const step = openStep(host);
    const { settleLeft } = await import("@handrail/migration/post");
    await settleLeft(step, { isRunning: runnerHost.isGroupRunning });
  },
});
