/**
 * Wires terraform-bump: reads the inputs, opens the doors, hands over to run.ts. Only what the inputs need is loaded
 * before they are read.
 */
import { randomUUID } from "node:crypto";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { parseContext, proxySecrets } from "@handrail/github";
import { requireTrusted } from "@handrail/planning";
import { Failure } from "@handrail/runner";
import * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import type { Git } from "./checkout.ts";
import { outputs, readBumpInputs, type Inputs } from "./inputs.ts";
import type { BumpStep, Deps } from "./step.ts";

await runnerHost.runAction({
  name: "terraform-bump",
  outputs,
  main: async (host) => {
    const inputs = await readBumpInputs(host.environment);
    for (const secret of [inputs["github-token"], ...proxySecrets(host.environment)])
      if (secret !== "") host.mask(secret);
    const context = parseContext(host.environment, host.readEvent());
    requireTrusted(context);
    requireToken(inputs);
    const checkout = runnerHost.openDirectory(host.environment["GITHUB_WORKSPACE"] ?? resolve("."), ".").path;
    const { run } = await import("./run.ts");
    const { policyOf } = await import("./step-policy.ts");
    const policy = policyOf(inputs, host.clock.now());
    const step: BumpStep = {
      inputs,
      policy,
      context,
      deps: await openDeps(host, inputs, context, { checkout, needsTagDates: policy.minimumAgeMs > 0 }),
    };
    return run(step);
  },
});

function requireToken(inputs: Inputs): void {
  if (inputs["github-token"] !== "" || inputs["dry-run"]) return;
  throw new Failure({
    reason: "invalid-input",
    what: "github-token is empty: no pull request can be opened",
    remedy: "Hand over a token, or set dry-run: true.",
  });
}

async function openDeps(
  host: Host,
  inputs: Inputs,
  context: BumpStep["context"],
  { checkout, needsTagDates }: { checkout: string; needsTagDates: boolean },
): Promise<Deps> {
  const temporaryDirectory = host.temporaryDirectory("terraform-bump");
  const github = await openGitHub(host, inputs["github-token"], context);
  const { createRegistry } = await import("@handrail/terraform/registry");
  const { readTagDates } = await import("./tag-dates.ts");
  const { exec, clock, log, cancelled: signal } = host;
  const registry = createRegistry({
    environment: host.environment,
    directory: checkout,
    temporaryDirectory,
    registryUrl: inputs["registry-url"] || undefined,
    releasesUrl: inputs["releases-url"] || undefined,
    trustedHosts: [new URL(context.serverUrl).host],
    needsDates: true,
    ...(github === undefined || !needsTagDates
      ? {}
      : { tagDates: (page) => readTagDates(github.client.request, page, context.serverUrl) }),
    exec,
    clock,
    log,
    signal,
  });
  const proofs = join(temporaryDirectory, "proofs");
  return {
    git: gitIn(host, checkout, temporaryDirectory),
    registry,
    github,
    prover: await openProving(host, inputs, checkout),
    proofs: {
      folder: () => proofs,
      write: (path, chunks) => runnerHost.writeFileChunks(path, chunks),
      untrusted: runnerHost.openUntrustedFiles({
        input: "verify-results",
        remedy: "Name the folder that actions/download-artifact made.",
        environment: host.environment,
      }),
    },
    host,
  };
}

async function openGitHub(host: Host, token: string, context: BumpStep["context"]): Promise<Deps["github"]> {
  if (token === "") return undefined;
  const { createClient } = await import("@handrail/github/client");
  const { openRepository } = await import("@handrail/github/repository");
  const { owner, repo, apiUrl, graphqlUrl } = context;
  const { clock, log, environment, cancelled: signal } = host;
  const client = createClient({ token, apiUrl, graphqlUrl, clock, log, environment, signal });
  return { client, repository: openRepository(client, { owner, repo, graphqlUrl }) };
}

/** The checkout belongs to whoever made it; git has to be told that this is meant. */
function gitIn(host: Host, checkout: string, temporaryDirectory: string): Git {
  const environment = runnerHost.childEnvironment(host.environment, []);
  return async (args, input) => {
    const stdoutFile = join(temporaryDirectory, `git-${randomUUID()}`);
    const options = { cwd: checkout, environment, stdoutFile, ...(input === undefined ? {} : { input }) };
    const all = ["-c", `safe.directory=${checkout}`, "-c", "core.quotePath=false", ...args];
    try {
      const { exitCode, stderr } = await host.exec("git", all, options);
      return { exitCode, stdout: runnerHost.readBinaryFile(stdoutFile) ?? new Uint8Array(), stderr };
    } finally {
      runnerHost.removeFile(stdoutFile);
    }
  };
}

/** Loaded when something is proven, which is when terraform runs. */
async function openProving(host: Host, inputs: Inputs, checkout: string): Promise<Deps["prover"]> {
  if (inputs.verify === "none" || inputs["verify-results"] !== "") {
    return () => {
      throw new TypeError("nothing is proven here");
    };
  }
  const { requirePlatform } = await import("./prove/platform.ts");
  const platform = requirePlatform(process.platform, process.arch);
  const { openProver } = await import("./prove/open-prover.ts");
  const terraform = await import("@handrail/terraform/cli");
  const install = await import("@handrail/terraform/install");
  return () =>
    openProver(
      host,
      { checkout, releasesUrl: inputs["releases-url"], platform, width: Math.min(2, cpus().length) },
      { host: runnerHost, terraform, install, loadToml: async () => (await import("smol-toml")).parse },
    );
}
