/** The target kubernetes over time: its cases, what it runs, what kubectl's words mean, and why a rollout failed. */
import { describe, expect, it } from "@jest/globals";
import { CommandFailure } from "@handrail/runner";
import type { Exec, ExecResult } from "@handrail/runner";
import { ended } from "../exec-fixture.ts";
import { autoClock, doorsWith, play, scenarios, segmentsOf } from "../replay-fixture.ts";
import type { Ops, Told } from "../replay-fixture.ts";
import { createKubernetesTarget } from "./target.ts";
import type { KubernetesSettings } from "./target.ts";

const plain: KubernetesSettings = { kind: "Deployment", name: "app", namespace: "" };

async function run(ops: Ops, more: Partial<KubernetesSettings> = {}): Promise<Told & { ran: string[] }> {
  const clock = autoClock();
  const ran: string[] = [];
  const answer = segmentsOf(ops);
  const exec: Exec = (program, words) => {
    ran.push([program, ...words].join(" "));
    const segment = answer(
      words[0] === "get" ? `GET ${words[1] ?? ""}` : `${words[0] ?? ""} ${words[1] ?? ""}`,
      clock.monotonic() / 1000,
    );
    if (segment?.net !== undefined)
      return Promise.resolve(complaint("Unable to connect to the server: read: connection reset"));
    if (segment?.error !== undefined)
      return Promise.resolve(complaint(`Error from server (${segment.error.name}): ${segment.error.message}`));
    const body = segment?.body;
    return Promise.resolve(ended(typeof body === "string" ? body : JSON.stringify(body ?? {})));
  };
  const told = await play(createKubernetesTarget({ ...plain, ...more }, doorsWith(clock, { exec })), clock);
  return { ...told, ran };
}

function complaint(stderr: string): ExecResult {
  return ended("", { exitCode: 1, stderr });
}

type Case = {
  name: string;
  ops: Ops;
  settings?: Partial<KubernetesSettings>;
  result: string;
  truthAt: number;
  late: number;
  mention?: readonly string[];
};

const deployment = (status: object, more: object = {}) => ({
  metadata: { generation: 2, name: "app", uid: "u1" },
  spec: { replicas: 3, selector: { matchLabels: { app: "web" } }, template: {}, ...more },
  status: { observedGeneration: 2, ...status },
});
const moving = deployment({ replicas: 4, updatedReplicas: 1, availableReplicas: 3 });
const done = deployment({ replicas: 3, updatedReplicas: 3, availableReplicas: 3 });
const error = (name: string, message = "") => ({ name, httpStatus: 500, message });

const cases: Case[] = [
  ...scenarios("k8s-").map(({ id, with: given, ops, expected }) => ({
    name: id,
    ops,
    settings: { kind: given["kind"] ?? "", name: given["name"] ?? "" },
    result: expected.result,
    truthAt: expected.truthAt,
    late: expected.maxDetectionLatencyS,
    mention: expected.mustMention ?? [],
  })),
  {
    name: "five minutes without an API server",
    ops: {
      "GET deployment": [
        { t: 0, body: moving },
        { t: 30, error: error("ServiceUnavailable") },
        { t: 200, net: "ECONNRESET" },
        { t: 330, body: done },
      ],
    },
    result: "success",
    truthAt: 330,
    late: 15,
  },
  {
    name: "no such object",
    ops: { "GET deployment": [{ t: 0, error: error("NotFound", 'deployments.apps "app" not found') }] },
    result: "not-found",
    truthAt: 60,
    late: 10,
    mention: ['deployments.apps "app" not found'],
  },
  { name: "empty answers", ops: {}, result: "not-found", truthAt: 60, late: 10 },
  { name: "no output", ops: { "GET deployment": [{ t: 0, body: "" }] }, result: "not-found", truthAt: 60, late: 10 },
  {
    name: "not allowed",
    ops: { "GET deployment": [{ t: 0, error: error("Forbidden", "no") }] },
    result: "access-denied",
    truthAt: 0,
    late: 60,
    mention: ["kubectl get deployment app: Error from server (Forbidden): no"],
  },
  {
    name: "pods that may not be listed",
    ops: {
      "GET deployment": [
        { t: 0, body: moving },
        { t: 120, body: done },
      ],
      "GET pods": [{ t: 0, error: error("Forbidden", "no pods") }],
    },
    result: "success",
    truthAt: 120,
    late: 10,
    mention: ["Pods may not be listed"],
  },
];

describe("kubernetes", () => {
  it.each(cases)("$name", async ({ ops, settings, result, truthAt, late, mention = [] }) => {
    const { verdict, endedS, said, ran } = await run(ops, settings);
    expect(verdict.result).toBe(result);
    expect(endedS).toBeGreaterThanOrEqual(truthAt);
    expect(endedS).toBeLessThanOrEqual(truthAt + late);
    for (const words of mention) expect(said).toContain(words);
    expect(ran.length).toBeLessThanOrEqual(Math.max(55, (1.7 * endedS) / 15));
  });

  it.each([
    ["Deployment", "deployment"],
    ["deploy", "deployment"],
    ["StatefulSets", "statefulset"],
    ["STS", "statefulset"],
    ["ds", "daemonset"],
  ])("runs kubectl for %s by its words alone", async (kind, word) => {
    const { ran } = await run(
      {
        [`GET ${word}`]: [
          { t: 0, body: moving },
          { t: 10, body: { ...done, status: {} }, n: 1 },
          { t: 30, error: error("Forbidden") },
        ],
      },
      { kind, namespace: "prod" },
    );
    expect(ran[0]).toBe(`kubectl get ${word} app --namespace prod --output json`);
    expect(ran).toContain("kubectl get pods --namespace prod --selector app=web --output json");
  });

  it.each([
    ["Unable to connect to the server: net/http: TLS handshake timeout", "unavailable"],
    [
      "E1 memcache.go:265] couldn't get\nThe connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?",
      "unavailable",
    ],
    ["Error from server (InternalError): etcdserver: leader changed", "unavailable"],
    ["Error from server (TooManyRequests): slow down", "throttled"],
    ["error: You must be logged in to the server (Unauthorized)", "denied"],
    [
      "error: You must be logged in to the server (the server has asked for the client to provide credentials)",
      "denied",
    ],
    ["Unable to connect to the server: getting credentials: exec: executable aws not found", "denied"],
    ["Unable to connect to the server: getting credentials: ExpiredToken: the token has expired", "expired"],
    ["The connection to the server localhost:8080 was refused - did you specify the right host or port?", "denied"],
    ["", "unavailable"],
  ])("%s is %s", async (stderr, kind) => {
    const clock = autoClock();
    const target = createKubernetesTarget(plain, doorsWith(clock, { exec: () => Promise.resolve(complaint(stderr)) }));
    const { sights } = await target.look(["app"], 0);
    expect(sights.get("app")).toMatchObject({ fault: { kind, operation: "kubectl get deployment app" } });
  });

  it("says what to do when there is no kubectl", async () => {
    const exec: Exec = () => Promise.reject(new CommandFailure("kubectl", "ENOENT"));
    const target = createKubernetesTarget(plain, doorsWith(autoClock(), { exec }));
    await expect(target.look(["app"], 0)).rejects.toMatchObject({
      reason: "invalid-input",
      what: "The program kubectl was not found",
      remedy: expect.stringContaining("Install kubectl"),
    });
  });

  it.each([
    [{ kind: "Pod" }, "kind"],
    [{ name: "--kubeconfig=/x" }, "name"],
    [{ name: "app/other" }, "name"],
    [{ namespace: "-n" }, "namespace"],
  ])("takes no %j", (more, name) => {
    const make = (): unknown => createKubernetesTarget({ ...plain, ...more }, doorsWith(autoClock(), {}));
    expect(make).toThrow(name);
  });
});

describe("why, and rolling back", () => {
  const pod = (name: string, hash: string, status: object) => ({
    metadata: { name, labels: { "pod-template-hash": hash } },
    status: { containerStatuses: [status] },
  });
  const crashed = {
    name: "app",
    restartCount: 7,
    state: { waiting: { reason: "CrashLoopBackOff" } },
    lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } },
  };
  const sets = {
    items: ["9", "10"].map((revision) => ({
      metadata: {
        ownerReferences: [{ uid: "u1" }],
        annotations: { "deployment.kubernetes.io/revision": revision },
        labels: { "pod-template-hash": `hash${revision}` },
      },
    })),
  };
  const late = { type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded", message: "too slow" };
  const ops = {
    "GET deployment": [{ t: 0, body: deployment({ updatedReplicas: 1, replicas: 4, conditions: [late] }) }],
    "GET replicasets": [{ t: 0, body: sets }],
    "GET pods": [
      {
        t: 0,
        body: {
          items: [
            pod("app-a", "hash9", { name: "old", restartCount: 9, state: { waiting: { reason: "CrashLoopBackOff" } } }),
            pod("app-b", "hash10", crashed),
            pod("app-c", "hash10", crashed),
            pod("app-d", "hash10", { name: "app", ready: true, restartCount: 0, state: { running: {} } }),
          ],
        },
      },
    ],
    "GET events": [
      {
        t: 0,
        body: {
          items: [
            {
              type: "Warning",
              reason: "Unhealthy",
              message: "Readiness probe failed: 500",
              count: 3,
              lastTimestamp: "2026-11-22T12:00:01Z",
              involvedObject: { name: "app-b" },
            },
            {
              type: "Warning",
              reason: "BackOff",
              message: "restarting",
              lastTimestamp: "2026-11-22T12:00:02Z",
              involvedObject: { name: "app-b" },
            },
            { type: "Warning", reason: "Failed", message: "not ours", involvedObject: { name: "application" } },
          ],
        },
      },
    ],
    "logs app-b": [{ t: 0, body: "out of\nmemory\n" }],
  };

  it("names the containers of the new pods, the newest events, and the log of what crashed", async () => {
    const { verdict, diagnosis, ran } = await run(ops);
    expect(verdict).toEqual({ result: "failed", cause: "ProgressDeadlineExceeded: too slow" });
    expect(diagnosis).toEqual({
      causes: [
        "2 pods: container app: CrashLoopBackOff after 7 restarts, exit code 137 (OOMKilled)",
        "BackOff: restarting",
        "Unhealthy: Readiness probe failed: 500 (3 times)",
      ],
      logLines: ["out of", "memory"],
    });
    expect(ran).toContain("kubectl get events --field-selector type=Warning --output json");
    expect(ran.at(-1)).toBe("kubectl logs app-b --container app --previous --tail=30");
  });

  it("names what may not be read", async () => {
    const denied = [{ t: 0, error: error("Forbidden") }];
    const { diagnosis } = await run({ ...ops, "GET events": denied, "logs app-b": denied });
    expect(diagnosis.missingPermissions).toEqual(["list events", "get pods/log"]);
  });

  it("rolls back, and cannot stop", async () => {
    const ran: string[] = [];
    let evenWhenCancelled: boolean | undefined;
    const exec: Exec = (program, words, options) => {
      ({ evenWhenCancelled } = options);
      ran.push([program, ...words].join(" "));
      return Promise.resolve(ended("deployment.apps/app rolled back\n"));
    };
    const target = createKubernetesTarget({ ...plain, namespace: "prod" }, doorsWith(autoClock(), { exec }));
    expect(await target.stop("prod/app", "rollback")).toEqual({
      isAccepted: true,
      told: "kubectl rollout undo deployment/app was accepted (deployment.apps/app rolled back)",
    });
    expect(evenWhenCancelled).toBe(true);
    expect((await target.stop("prod/app", "stop")).isAccepted).toBe(false);
    expect(ran).toEqual(["kubectl rollout undo deployment/app --namespace prod"]);
  });
});
