/**
 * deploy-wait as the runner starts it, for what no scenario tells: bad inputs, the Deployment on GitHub, what a cancel and a
 * kill leave, several services, what is pinned by what runs, renewed credentials, and secrets.
 */
import { afterEach, describe, expect, it } from "@jest/globals";
import { until } from "@handrail/testkit";
import type { AwsReply, Deployment } from "@handrail/testkit";
import * as ecs from "./deploy-wait-replay-ecs.ts";
import { errorsOf, leftBy, oidcToken, openWaitStage, WEB } from "./deploy-wait-stage.ts";
import type { RunOptions, Says, WaitRun } from "./deploy-wait-stage.ts";

const stage = openWaitStage();
afterEach(() => stage.clear());

const OLD = { id: 1000, revision: 1, running: 2, state: "COMPLETED" };
const NEW = { id: 2000, revision: 2 };

/** Service `app`, whose deployment B ends as `end` says after a minute. */
function rollout(end: "SUCCESSFUL" | "ROLLBACK_IN_PROGRESS" | "never"): Says {
  return ({ operation, t }) => {
    const isOver = t >= 60 && end !== "never";
    const isGood = isOver && end === "SUCCESSFUL";
    const reason = { statusReason: "Service deployment rolled back because of a circuit breaker" };
    switch (operation) {
      case "DescribeServices":
        if (isGood) return ecs.services([{ ...NEW, running: 2, state: "COMPLETED" }]);
        if (isOver)
          return ecs.services([
            { ...OLD, id: 3000, state: "IN_PROGRESS" },
            { ...NEW, running: 0, state: "FAILED" },
          ]);
        return ecs.services([{ ...NEW, running: 1 }, OLD]);
      case "DescribeServiceDeployments":
        return ecs.deployment(isOver ? end : "IN_PROGRESS", isOver && !isGood ? reason : {});
      case "ListServiceDeployments":
        return ecs.deploymentList(isOver ? end : "IN_PROGRESS");
      case "DescribeServiceRevisions":
        return ecs.revisions();
      default:
        return undefined;
    }
  };
}

const PINNED = {
  target: "ecs",
  cluster: "prod",
  services: "app",
  "service-deployment": ecs.serviceDeployment("B"),
};

function run(options: RunOptions): Promise<WaitRun> {
  return stage.run({ ...options, inputs: { ...PINNED, ...options.inputs } });
}

async function onlyDeployment(): Promise<Deployment | undefined> {
  const found = (await stage.github()).deployments();
  expect(found).toHaveLength(1);
  return found[0];
}

const states = (deployment: Deployment | undefined): string[] => (deployment?.statuses ?? []).map(({ state }) => state);

const stops = ({ calls }: WaitRun): unknown[] =>
  calls.filter(({ operation }) => operation === "StopServiceDeployment").map(({ input }) => input);

describe("inputs", () => {
  it("that are wrong are named all at once, and nothing is asked", async () => {
    const wrong = {
      "on-cancel": "perhaps",
      timeout: "soon",
      "image-digest": "latest",
      "role-to-assume": "admin",
      "started-at": "yesterday",
      environment: "production",
    };
    const ran = await run({ inputs: wrong });
    expect(ran.result).toMatchObject({ exitCode: 1, outputs: { "failure-reason": "invalid-input" } });
    const { environment: _, ...named } = wrong;
    for (const name of Object.keys(named)) expect(errorsOf(ran)).toContain(name);
    expect(ran.calls).toEqual([]);
    expect(ran.requests).toEqual([]);
    expect((await stage.github()).requests).toEqual([]);
  });

  it("that are missing or do not fit are named all at once, too", async () => {
    const inputs = {
      target: "codedeploy",
      until: "tomorrow",
      bake: "5m",
      "environment-url": "https://app.example.com",
    };
    const ran = await stage.run({ inputs });
    expect(ran.result.exitCode).toBe(1);
    for (const name of ["deployment-id", "until", "bake", "environment-url"]) expect(errorsOf(ran)).toContain(name);
    expect(ran.calls).toEqual([]);
  });

  it("of another target are warned about", async () => {
    const inputs = { stack: "app", "jenkins-url": "https://jenkins.example.com" };
    const ran = await run({ inputs, says: rollout("SUCCESSFUL") });
    expect(ran.result).toMatchObject({ exitCode: 0, outputs: { result: "success" } });
    const warnings = ran.result.annotations.filter(({ level }) => level === "warning").map(({ message }) => message);
    expect(warnings).toEqual(["Target ecs does not use jenkins-url, stack"]);
  });
});

describe("the Deployment on GitHub", () => {
  const inputs = { environment: "production", "environment-url": "https://app.example.com/" };

  it("is in progress while the service deploys, then a success", async () => {
    const ran = await run({ inputs, says: rollout("SUCCESSFUL"), context: { job: "wait", runId: "7" } });
    expect(ran.result.exitCode).toBe(0);
    const deployment = await onlyDeployment();
    expect(states(deployment)).toEqual(["in_progress", "success"]);
    expect(deployment).toMatchObject({ task: "deploy", environment: "production", payload: { run: "7", job: "wait" } });
    expect(deployment?.statuses.at(-1)).toMatchObject({ environment_url: "https://app.example.com/" });
    expect(deployment?.statuses.at(-1)?.log_url).toContain("/actions/runs/7");
    // It has ended: the post step asks nothing.
    expect(ran.result.post?.stdout).toBe("");
  });

  it("fails with the reason", async () => {
    const ran = await run({ inputs, says: rollout("ROLLBACK_IN_PROGRESS") });
    expect(ran.result.outputs["result"]).toBe("rolled-back");
    const deployment = await onlyDeployment();
    expect(states(deployment)).toEqual(["in_progress", "failure"]);
    const { description = "" } = deployment?.statuses.at(-1) ?? {};
    expect(description).toContain("service app was rolled back");
    expect((ran.result.outputs["reason"] ?? "").slice(0, 100)).toBe(description.slice(0, 100));
  });

  it("is an error after a cancel, which the post step says", async () => {
    const signal = { name: "SIGINT", afterMs: 20_000 } as const;
    const { result } = await run({ inputs, says: rollout("never"), signal });
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "cancelled" }, orphans: [] });
    const deployment = await onlyDeployment();
    expect(states(deployment)).toEqual(["in_progress", "error"]);
    expect(deployment?.statuses.at(-1)?.description).toContain("cancelled");
  });

  it("is an error after a kill, which the post step finds", async () => {
    const github = await stage.github();
    const begun = until(() => github.deployments()[0]?.statuses.length === 1, { what: "the Deployment" });
    const signals = [{ when: begun, signal: "SIGKILL" }] as const;
    const { result } = await run({ inputs, says: rollout("never"), signals, isWarped: false });
    expect(result).toMatchObject({ signal: "SIGKILL", orphans: [] });
    const deployment = await onlyDeployment();
    expect(states(deployment)).toEqual(["in_progress", "error"]);
    expect(deployment?.statuses.at(-1)?.description).toContain("killed");
    expect(result.post).toMatchObject({ exitCode: 0 });
  });

  it("is not in the way when the job may not write it", async () => {
    (await stage.github()).permit({ contents: "read" });
    const { result } = await run({ inputs, says: rollout("SUCCESSFUL") });
    expect(result).toMatchObject({ exitCode: 0, outputs: { result: "success" } });
    expect(result.annotations.map(({ message }) => message).join("\n")).toContain("deployments: write");
    expect((await stage.github()).deployments()).toEqual([]);
  });
});

describe("a dry run", () => {
  it("waits and tells, writes no Deployment and stops nothing", async () => {
    const inputs = { environment: "production", "dry-run": "true", "on-cancel": "rollback", "on-timeout": "stop" };
    const told = await run({ inputs, says: rollout("ROLLBACK_IN_PROGRESS") });
    expect(told.result.outputs["result"]).toBe("rolled-back");
    const signal = { name: "SIGINT", afterMs: 20_000 } as const;
    const cancelled = await run({ inputs, says: rollout("never"), signal });
    expect(cancelled.result.outputs["result"]).toBe("cancelled");
    const late = await run({ inputs: { ...inputs, timeout: "60s" }, says: rollout("never") });
    expect(late.result.outputs["result"]).toBe("timeout");
    for (const ran of [told, cancelled, late]) expect(stops(ran)).toEqual([]);
    for (const ran of [cancelled, late]) expect(leftBy(ran)).toContain("a dry run");
    const writes = (await stage.github()).requests.filter(({ method }) => method !== "GET");
    expect(writes).toEqual([]);
  });
});

describe("a cancel", () => {
  it.each([
    ["stop", "ABORT"],
    ["rollback", "ROLLBACK"],
  ])("with on-cancel %s ends the deployment at once", async (how, stopType) => {
    const signal = { name: "SIGINT", afterMs: 30_000 } as const;
    const ran = await run({ inputs: { "on-cancel": how }, says: rollout("never"), signal });
    expect(ran.result).toMatchObject({ exitCode: 1, outputs: { result: "cancelled" } });
    expect(stops(ran)).toEqual([{ serviceDeploymentArn: ecs.serviceDeployment("B"), stopType }]);
    const signalled = ran.events.find(({ kind }) => kind === "signal");
    const stopped = ran.calls.find(({ operation }) => operation === "StopServiceDeployment")?.at ?? Number.NaN;
    expect(stopped - (signalled?.at ?? Number.NaN)).toBeLessThan(500);
    expect((ran.events.at(-1)?.at ?? Number.NaN) - (signalled?.at ?? Number.NaN)).toBeLessThan(7000);
    expect(errorsOf(ran)).toContain(`StopServiceDeployment(${stopType}) of B was accepted`);
  });

  it("with on-cancel leave asks for nothing", async () => {
    const signal = { name: "SIGINT", afterMs: 30_000 } as const;
    const ran = await run({ says: rollout("never"), signal });
    expect(ran.result.outputs["result"]).toBe("cancelled");
    expect(stops(ran)).toEqual([]);
    expect(errorsOf(ran)).toContain("left alone");
  });

  it("whose stop is not accepted asks again in the post step", async () => {
    const signal = { name: "SIGINT", afterMs: 30_000 } as const;
    let asked = 0;
    const says: Says = (call) => {
      if (call.operation !== "StopServiceDeployment") return rollout("never")(call);
      asked += 1;
      return asked <= 2 ? { error: { name: "ServerException", httpStatus: 500, message: "busy" } } : {};
    };
    const ran = await run({ inputs: { "on-cancel": "rollback" }, says, signal });
    expect(stops(ran)).toHaveLength(3);
    expect(ran.result.post?.log).toContain("StopServiceDeployment(ROLLBACK) of B was accepted");
  });

  it("that comes as a kill still ends the deployment, in the post step", async () => {
    const inputs = { "on-cancel": "stop" };
    const isSeen = (log: string): boolean => log.includes("1/2 running");
    const signals = [{ when: isSeen, signal: "SIGKILL" }] as const;
    const ran = await run({ inputs, says: rollout("never"), signals, isWarped: false });
    expect(ran.result.signal).toBe("SIGKILL");
    expect(stops(ran)).toEqual([{ serviceDeploymentArn: ecs.serviceDeployment("B"), stopType: "ABORT" }]);
  });

  it("that comes as a kill never ends a stranger's deployment", async () => {
    let isKilled = false;
    const stranger = { id: 4000, revision: 3, running: 0 };
    const says: Says = (call) =>
      isKilled && call.operation === "DescribeServices"
        ? ecs.services([stranger, { ...NEW, running: 0 }, OLD], { current: "C" })
        : rollout("never")(call);
    const when = (log: string): boolean => (isKilled ||= log.includes("1/2 running"));
    const inputs = { "service-deployment": "", "on-cancel": "rollback" };
    const ran = await run({ inputs, says, signals: [{ when, signal: "SIGKILL" }], isWarped: false });
    expect(ran.result.signal).toBe("SIGKILL");
    expect(JSON.stringify(stops(ran))).not.toContain(ecs.serviceDeployment("C"));
  });
});

/** Answers about `app` become answers about another service. */
function renamed(answer: unknown, name: string): Record<string, unknown> {
  const text = JSON.stringify(answer).replaceAll("prod/app", `prod/${name}`).replaceAll('"app"', `"${name}"`);
  return JSON.parse(text) as Record<string, unknown>;
}

describe("two services", () => {
  it("of which one is rolled back: failed, with the one named and the other told", async () => {
    const ends = { app: rollout("SUCCESSFUL"), worker: rollout("ROLLBACK_IN_PROGRESS") };
    const says: Says = (call) => {
      const lists = ["services", "serviceDeployments", "serviceRevisions"];
      const answers = Object.entries(ends).map(([name, end]) => renamed(end(call) ?? {}, name));
      const list = lists.find((each) => answers[0]?.[each] !== undefined);
      if (list === undefined) return undefined;
      return { [list]: answers.flatMap((each) => each[list] as unknown[]), failures: [] };
    };
    const pins = ["app", "worker"].map((name) => ecs.serviceDeployment("B").replace("prod/app", `prod/${name}`));
    const inputs = { services: "app\nworker", "service-deployment": pins.join("\n") };
    const ran = await run({ inputs, says });
    expect(ran.result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "failed" } });
    expect(errorsOf(ran)).toContain("1 of 2 did not make it: service worker was rolled back");
    for (const words of ["service app", "service worker", "rolled-back", "success"])
      expect(ran.result.summary).toContain(words);
    const { items } = JSON.parse(ran.result.outputs["details"] ?? "") as { items: { id: string; result: string }[] };
    expect(items.map(({ id, result }) => [id, result])).toEqual([
      ["app", "success"],
      ["worker", "rolled-back"],
    ]);
    expect(ran.result.outputs["deployment-id"]?.split("\n")).toEqual(pins);
  });
});

describe("without a pin", () => {
  /** The deployment that is wanted begins ten seconds later. */
  const later: Says = (call) => {
    const { operation, t } = call;
    if (t >= 10) return rollout("SUCCESSFUL")(call);
    if (operation === "DescribeServices") return ecs.services([OLD], { current: "A" });
    if (operation === "ListServiceDeployments") return { serviceDeployments: [] };
    return rollout("SUCCESSFUL")(call);
  };
  const unpinned = { "service-deployment": "" };

  it.each([
    ["task-definition", "app:2"],
    ["task-definition", ecs.taskDefinition(2)],
    ["image-digest", ecs.digest(2)],
  ])("the deployment is found by %s %s", async (name, value) => {
    const ran = await run({ inputs: { ...unpinned, [name]: value }, says: later });
    expect(ran.result).toMatchObject({ exitCode: 0, outputs: { result: "success" } });
    expect(ran.result.outputs["deployment-id"]).toBe(ecs.serviceDeployment("B"));
    expect(Number(ran.result.outputs["duration-seconds"])).toBeGreaterThanOrEqual(59);
  });

  it.each([
    ["task-definition", "app:7"],
    ["image-digest", ecs.digest(7)],
  ])("a %s that does not run is no success", async (name, value) => {
    const ran = await run({ inputs: { ...unpinned, [name]: value }, says: later });
    expect(ran.result.exitCode).toBe(1);
    expect(ran.result.outputs["result"]).not.toBe("success");
    expect(errorsOf(ran)).toContain(value);
  });
});

describe("credentials", () => {
  const role = "arn:aws:iam::111122223333:role/deploy-wait";

  it("that expire are renewed with the job's OIDC token, and are hidden", async () => {
    let isRenewed = false;
    const expired: AwsReply = {
      error: { name: "ExpiredTokenException", httpStatus: 400, message: "The security token is expired" },
    };
    const says: Says = (call) => {
      if (call.operation === "AssumeRoleWithWebIdentity") {
        isRenewed = true;
        const Expiration = new Date(call.at + 3_600_000);
        const keys = { SecretAccessKey: "canary-fresh-key", SessionToken: "canary-fresh-session" };
        return { Credentials: { AccessKeyId: "ASIAEXAMPLE", ...keys, Expiration } };
      }
      return call.t >= 30 && !isRenewed ? expired : rollout("SUCCESSFUL")(call);
    };
    const ran = await run({ inputs: { "role-to-assume": role }, says });
    expect(ran.result).toMatchObject({ exitCode: 0, outputs: { result: "success" } });
    const assumed = ran.calls.filter(({ service }) => service === "sts").map(({ input }) => input);
    expect(assumed).toEqual([expect.objectContaining({ RoleArn: role, WebIdentityToken: oidcToken })]);
    expect(ran.requests.map(({ path, query }) => [path, query.get("audience")])).toEqual([
      ["/oidc", "sts.amazonaws.com"],
    ]);
    for (const secret of ["canary-fresh-key", "canary-fresh-session", oidcToken]) {
      expect(ran.result.masks).toContain(secret);
      expect(leftBy(ran)).not.toContain(secret);
    }
  });

  it("that expire for good are said to", async () => {
    const expired = { error: { name: "ExpiredTokenException", httpStatus: 400, message: "expired" } };
    const says: Says = (call) => (call.t >= 30 ? expired : rollout("SUCCESSFUL")(call));
    const ran = await run({ says });
    expect(ran.result).toMatchObject({ exitCode: 1, outputs: { result: "credentials-expired" } });
    expect(errorsOf(ran)).toContain("role-to-assume");
  });

  it("go through the proxy that the runner names, whose password stays hidden", async () => {
    const ran = await run({
      inputs: { timeout: "60s" },
      env: { AWS_ENDPOINT_URL: "http://ecs.invalid", HTTP_PROXY: `http://user:canary-proxy@${WEB}` },
      serves: () => ({ status: 503, body: "canary-proxy says no" }),
    });
    expect(ran.requests.length).toBeGreaterThan(1);
    expect(ran.requests.every(({ headers }) => headers["host"] === "ecs.invalid")).toBe(true);
    expect(ran.result).toMatchObject({ exitCode: 1, outputs: { result: "timeout" } });
    expect(ran.result.masks).toContain("canary-proxy");
    expect(leftBy(ran)).not.toContain("canary-proxy");
  });
});

describe("secrets", () => {
  const token = "canary-jenkins-token";
  const basic = Buffer.from(`deployer:${token}`).toString("base64");

  it("of jenkins are in nothing that is left, whatever Jenkins says", async () => {
    const serves = ({ headers }: { headers: Record<string, string> }) => ({
      status: 500,
      headers: { "content-type": "text/html" },
      body: `<html>${token} ${headers["authorization"] ?? ""}</html>`,
    });
    const inputs = {
      target: "jenkins",
      "jenkins-url": `http://${WEB}`,
      job: "deploy",
      "build-number": "7",
      "jenkins-user": "deployer",
      "jenkins-token": token,
      timeout: "60s",
      environment: "production",
    };
    const ran = await stage.run({ inputs, serves });
    expect(ran.requests[0]?.headers["authorization"]).toBe(`Basic ${basic}`);
    expect(ran.result.exitCode).toBe(1);
    expect(ran.result.masks).toContain(token);
    const deployment = JSON.stringify(await onlyDeployment());
    for (const secret of [token, basic]) expect(leftBy(ran) + deployment).not.toContain(secret);
  });

  it("in headers are in nothing that is left, whatever the answer is", async () => {
    const key = "canary-header-key";
    const serves = ({ headers }: { headers: Record<string, string> }) => ({
      status: 503,
      body: { said: headers["x-api-key"] ?? "" },
    });
    const inputs = {
      target: "http",
      url: `http://${WEB}/health`,
      headers: `X-Api-Key: ${key}`,
      "expect-json": "said=v2",
      timeout: "60s",
      environment: "production",
    };
    const ran = await stage.run({ inputs, serves });
    expect(ran.requests[0]?.headers["x-api-key"]).toBe(key);
    expect(ran.result).toMatchObject({ exitCode: 1, outputs: { result: "timeout" } });
    expect(ran.result.masks).toContain(key);
    expect(leftBy(ran) + JSON.stringify(await onlyDeployment())).not.toContain(key);
  });
});
