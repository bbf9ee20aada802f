/** Wires terraform-report: reads the inputs, opens the doors, hands over to run.ts. It decides nothing. */
import { parseContext, proxySecrets } from "@handrail/github";
import type { GitHubContext } from "@handrail/github";
import { openUntrustedFiles, runAction } from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { outputs, readReportInputs } from "./inputs.ts";
import { run } from "./run.ts";
import type { GitHubVerbs, ReportStep } from "./step.ts";

const remedy = "Name the folder that actions/download-artifact made. Nothing was told.";

await runAction({ name: "terraform-report", outputs, main: (host) => run(openStep(host)) });

function openStep(host: Host): ReportStep {
  const inputs = readReportInputs(host.environment);
  const token = inputs["github-token"];
  for (const secret of [token, ...proxySecrets(host.environment)]) if (secret !== "") host.mask(secret);
  const context = parseContext(host.environment, host.readEvent());
  return {
    inputs,
    context,
    deps: {
      host,
      files: openUntrustedFiles({ input: "results", remedy, environment: host.environment }),
      github: githubOf(host, context, token),
    },
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
