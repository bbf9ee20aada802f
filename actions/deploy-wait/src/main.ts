/** Wires deploy-wait: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job). */
import { statSync } from "node:fs";
import { parseContext, proxySecrets } from "@handrail/github";
import { toFailure } from "@handrail/runner";
import type { Failure } from "@handrail/runner";
import * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { impossibleEndings, readWaitInputs, uselessInputs } from "./input-rules.ts";
import { outputs } from "./inputs.ts";
import type { Inputs } from "./inputs.ts";
import type { WaitStep } from "./step.ts";
import type { AwsPlace, Doors } from "./wait/doors.ts";

/** Hides what is secret before anything is printed. */
function hideSecrets(host: Host, inputs: Inputs): void {
  const { "jenkins-user": user, "jenkins-token": token } = inputs;
  const basic = token === "" ? "" : Buffer.from(`${user}:${token}`).toString("base64");
  const secrets = [inputs["github-token"], token, basic, ...headerSecrets(inputs.headers)];
  for (const secret of [...secrets, ...proxySecrets(host.environment)]) if (secret !== "") host.mask(secret);
}

/** The values of headers, what stands behind `Bearer` and `Basic` in them, and what a Basic one says. */
function headerSecrets(headers: string): string[] {
  return headers.split(/\r?\n/).flatMap((line) => {
    const value = line.slice(line.indexOf(":") + 1).trim();
    const [, scheme = "", rest = ""] = /^(\w+)\s+(\S.*)$/.exec(value) ?? [];
    if (scheme === "") return [value];
    if (scheme.toLowerCase() !== "basic") return [value, rest];
    const pair = Buffer.from(rest, "base64").toString("utf8");
    return [value, rest, pair, pair.slice(pair.indexOf(":") + 1)];
  });
}

/**
 * When the job began, ms since 1970. The runner writes the event's file then, by its own clock
 * (actions/runner JobRunner); without one it is now.
 */
function startOfJob(host: Host, inputs: Inputs): number {
  if (inputs["started-at"] !== "") return Date.parse(inputs["started-at"]);
  const path = host.environment["GITHUB_EVENT_PATH"] ?? "";
  const stat = path === "" ? undefined : statSync(path, { throwIfNoEntry: false });
  return Math.min(stat?.mtimeMs ?? host.clock.now(), host.clock.now());
}

function openDoors(host: Host, inputs: Inputs): Doors {
  const { clock, log, cancelled: signal, environment } = host;
  // Nothing is lost when kubectl or a command is killed; one that ignores signals would outlive the timeout.
  const { exec } = runnerHost.createProcessRunner({ cancelled: signal, ending: "kill", within: host.exec });
  const places = new Map<string, Promise<AwsPlace>>();
  const role = inputs["role-to-assume"];
  const openAws = async (region: string): Promise<AwsPlace> => {
    const { createAws } = await import("@handrail/aws/client");
    return createAws({
      environment,
      ...(region === "" ? {} : { region }),
      ...(role === "" ? {} : { role: { arn: role, sessionName: "handrail-deploy-wait" } }),
      clock,
      signal,
      mask: (secret) => host.mask(secret),
    });
  };
  return {
    clock,
    log,
    startedAt: startOfJob(host, inputs),
    aws: (region = "") => {
      const place = places.get(region) ?? openAws(region);
      places.set(region, place);
      return place;
    },
    http: async () => {
      const { createExchange } = await import("@handrail/http/client");
      return createExchange({ clock, signal, environment });
    },
    exec,
    childEnvironment: runnerHost.childEnvironment(environment, inputs["pass-environment"]),
    directory: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
  };
}

function openStep(host: Host): WaitStep {
  const inputs = readWaitInputs(host.environment);
  hideSecrets(host, inputs);
  const context = parseContext(host.environment, host.readEvent());
  const doors = openDoors(host, inputs);
  const github = async (signal?: AbortSignal): ReturnType<WaitStep["deps"]["github"]> => {
    const { createClient } = await import("@handrail/github/client");
    const { clock, log, environment } = host;
    const { apiUrl, graphqlUrl } = context;
    const options = { token: inputs["github-token"], apiUrl, graphqlUrl, clock, log, environment };
    return createClient(signal === undefined ? options : { ...options, signal });
  };
  let opened: ReturnType<typeof github> | undefined;
  const once = (): ReturnType<typeof github> => (opened ??= github(host.cancelled));
  return {
    inputs,
    context,
    deps: {
      host,
      doors,
      github: once,
      openTarget: async (given) => {
        const { openTarget } = await import("./targets/open.ts");
        return openTarget(given, { doors, context, github: once, githubWhenCancelled: () => github() });
      },
      openFeedback: async (given) => {
        if (given.alarms.length === 0 && given.metrics === "") return undefined;
        const { openFeedback } = await import("./feedback/open.ts");
        return openFeedback(given, { doors, host });
      },
      random: Math.random,
    },
  };
}

await runnerHost.runAction({
  name: "deploy-wait",
  outputs,
  cancelledResult: "cancelled",
  main: async (host) => {
    const step = openStep(host);
    host.saveState("began", "true");
    const given = (name: string): boolean => (host.environment[`INPUT_${name.toUpperCase()}`] ?? "").trim() !== "";
    const useless = uselessInputs(step.inputs, (name) => given(name) && !hasDefault(name, step.inputs));
    if (useless.length > 0) host.log.warning(`Target ${step.inputs.target} does not use ${useless.join(", ")}`);
    for (const note of impossibleEndings(step.inputs)) host.log.warning(note);
    const { run } = await import("./run.ts");
    try {
      return await run(step);
    } catch (thrown) {
      if (!host.cancelled.aborted) noteFailure(host, toFailure(thrown));
      throw thrown;
    }
  },
  post: async (host) => {
    if (host.state("ended") === "true" || host.state("began") === undefined) return;
    const { runPost } = await import("./post.ts");
    await runPost(openStep(host));
  },
});

/** The post step ends a Deployment that was begun, and knows that nothing was killed. */
function noteFailure(host: Host, { what, result }: Failure): void {
  host.saveState("reason", what.slice(0, 1000));
  host.saveState("result", result);
}

/** The runner hands over defaults as if they had been given. */
function hasDefault(name: string, inputs: Inputs): boolean {
  return (
    (name === "consecutive" && inputs.consecutive === 3) ||
    (name === "on-superseded" && inputs["on-superseded"] === "fail") ||
    (name === "allow-unstable" && !inputs["allow-unstable"])
  );
}
