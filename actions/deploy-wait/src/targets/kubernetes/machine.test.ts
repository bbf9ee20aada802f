/** Nothing but a complete rollout of the template that was seen first is a success; what lasts is told, what passes is not. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { drive, handClock } from "../hand-clock-fixture.ts";
import { doorsWith } from "../replay-fixture.ts";
import { nextOfWorkload } from "./machine.ts";
import type { KubernetesState } from "./machine.ts";
import { lives, open } from "./model-fixture.ts";
import { parsePods } from "./pods.ts";
import { standingOf } from "./rollout.ts";
import { createKubernetesTarget } from "./target.ts";
import { parseWorkload } from "./workload.ts";
import type { Kind, Workload } from "./workload.ts";

const object = (status: object, more: { spec?: object; metadata?: object } = {}) => ({
  metadata: { generation: 2, uid: "u", ...more.metadata },
  spec: { replicas: 3, template: { a: 1 }, ...more.spec },
  status: { observedGeneration: 2, ...status },
});

function workloadOf(kind: Kind, answer: unknown): Workload {
  const workload = parseWorkload(kind, "app", answer);
  if (workload === undefined) throw new TypeError("no workload");
  return workload;
}

const done = { replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 };
const revisions = (current: string, update: string) => ({ currentRevision: current, updateRevision: update });
const partition = { updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 2 } } };
const onDelete = { updateStrategy: { type: "OnDelete" } };
const nodes = (updated: number, available: number) => ({
  desiredNumberScheduled: 3,
  updatedNumberScheduled: updated,
  numberAvailable: available,
});

describe("standing", () => {
  it.each<[string, Kind, object, object, string]>([
    ["complete", "deployment", done, {}, "complete"],
    ["not observed", "deployment", { ...done, observedGeneration: 1 }, {}, "not observed"],
    ["never observed", "statefulset", { ...done, observedGeneration: 0 }, {}, "not observed"],
    ["old pods left", "deployment", { ...done, replicas: 4 }, {}, "becoming available"],
    ["not available", "deployment", { ...done, availableReplicas: 2 }, {}, "becoming available"],
    ["not updated", "deployment", { ...done, updatedReplicas: 2 }, {}, "updating"],
    ["an empty status", "deployment", {}, {}, "updating"],
    ["scaled to nothing", "deployment", {}, { replicas: 0 }, "complete"],
    ["complete", "statefulset", { ...done, ...revisions("b", "b") }, {}, "complete"],
    ["between revisions", "statefulset", { ...done, ...revisions("a", "b") }, {}, "becoming available"],
    ["changed back midway", "statefulset", { ...done, updatedReplicas: 2, ...revisions("a", "a") }, {}, "updating"],
    ["without availableReplicas", "statefulset", { updatedReplicas: 3, readyReplicas: 3 }, {}, "complete"],
    ["partitioned", "statefulset", { ...done, updatedReplicas: 1, ...revisions("a", "b") }, partition, "complete"],
    [
      "partitioned and not ready",
      "statefulset",
      { ...done, updatedReplicas: 1, readyReplicas: 2, ...revisions("a", "b") },
      partition,
      "becoming available",
    ],
    ["OnDelete, all deleted", "statefulset", { ...done, ...revisions("a", "b") }, onDelete, "complete"],
    ["OnDelete", "statefulset", { ...done, updatedReplicas: 0, ...revisions("a", "b") }, onDelete, "updating"],
    ["complete", "daemonset", nodes(3, 3), {}, "complete"],
    ["not available", "daemonset", nodes(3, 2), {}, "becoming available"],
    ["not updated", "daemonset", nodes(2, 3), {}, "updating"],
    ["an empty status", "daemonset", {}, {}, "observed"],
  ])("%s, %s", (_, kind, status, spec, stage) => {
    const standing = standingOf(kind, workloadOf(kind, object(status, { spec })));
    expect(standing.stage).toBe(stage);
    expect(standing.isComplete).toBe(stage === "complete");
    expect(standing.isNear).toBe(stage === "becoming available");
  });

  it.each([
    ["{}", {}],
    ["no status", { metadata: { generation: 1 }, spec: {} }],
    ["another name", { ...object(done), metadata: { generation: 2, name: "other" } }],
    ["another kind", { ...object(done), kind: "Service" }],
    ["a list", { items: [object(done)] }],
  ])("%s is nothing seen", (_, answer) => {
    expect(parseWorkload("deployment", "app", answer)).toBeUndefined();
  });

  it("writes a selector as kubectl takes it", () => {
    const matchExpressions = [
      { key: "tier", operator: "In", values: ["a", "b"] },
      { key: "old", operator: "DoesNotExist" },
      { key: "x", operator: "Gt", values: ["1"] },
    ];
    const spec = { selector: { matchLabels: { app: "web", "k.io/n": "1" }, matchExpressions } };
    expect(workloadOf("deployment", object(done, { spec })).selector).toBe("app=web,k.io/n=1,tier in (a,b),!old");
  });
});

describe("next", () => {
  const next = nextOfWorkload("deployment", "app");
  const at = (status: object, more: { spec?: object; metadata?: object } = {}) =>
    workloadOf("deployment", object(status, more));
  const moving = { replicas: 4, updatedReplicas: 1, availableReplicas: 3 };
  const begun = next(undefined, { workload: at(moving) }, 0).state;

  it("another template is another rollout, another number of pods is not", () => {
    const changed = at(done, { metadata: { generation: 3 }, spec: { template: { a: 2 } } });
    expect(next(begun, { workload: changed }, 9000).verdict).toMatchObject({
      result: "superseded",
      cause: expect.stringContaining("generation 3"),
    });
    const scaled = at({ ...done, observedGeneration: 3 }, { metadata: { generation: 3 } });
    expect(next(begun, { workload: scaled }, 9000).verdict?.result).toBe("success");
    const anew = at(done, { metadata: { uid: "other" } });
    expect(next(begun, { workload: anew }, 9000).verdict?.result).toBe("superseded");
  });

  it("what is older than what was seen is not news", () => {
    const stale = at({ ...done, observedGeneration: 1 }, { metadata: { generation: 1 }, spec: { template: { a: 0 } } });
    const step = next(begun, { workload: stale }, 9000);
    expect(step.verdict).toBeUndefined();
    expect(step.state.workload).toEqual(begun.workload);
  });

  it("the deadline is a failure in the API server's words; another stop of the progress is a warning", () => {
    const conditions = (reason: string) => [{ type: "Progressing", status: "False", reason, message: "timed out" }];
    expect(
      next(begun, { workload: at({ ...moving, conditions: conditions("ProgressDeadlineExceeded") }) }, 0).verdict,
    ).toEqual({
      result: "failed",
      cause: "ProgressDeadlineExceeded: timed out",
    });
    const step = next(begun, { workload: at({ ...moving, conditions: conditions("ReplicaSetCreateError") }) }, 0);
    expect(step.verdict).toBeUndefined();
    expect(step.warnings).toEqual(["Progressing: ReplicaSetCreateError: timed out"]);
  });

  it("a paused rollout needs a person", () => {
    const step = next(begun, { workload: at(moving, { spec: { paused: true } }) }, 0);
    expect(step).toMatchObject({ pace: "blocked", warnings: [expect.stringContaining("is paused")] });
  });

  it("an object that is gone was deleted, when it stays away", () => {
    const first = next(begun, { missing: "NotFound" }, 100_000);
    expect(first.verdict).toBeUndefined();
    expect(next(first.state, { missing: "NotFound" }, 119_000).verdict).toBeUndefined();
    expect(next(first.state, { missing: "NotFound" }, 120_000).verdict?.result).toBe("failed");
    expect(next(begun, {}, 900_000).verdict).toBeUndefined();
    expect(next(undefined, { missing: "NotFound" }, 59_000).verdict).toBeUndefined();
    expect(next(undefined, { missing: "NotFound" }, 60_000).verdict?.result).toBe("not-found");
  });

  it("a crash loop of the new revision that lasts is a failure, one that passes is not", () => {
    const pods = (waiting: string, restartCount: number, ready = false, hash = "new") =>
      parsePods(
        {
          items: [
            {
              metadata: { name: "app-1", labels: { "pod-template-hash": hash } },
              status: {
                containerStatuses: [
                  {
                    name: "app",
                    ready,
                    restartCount,
                    state: waiting === "" ? { running: {} } : { waiting: { reason: waiting } },
                    lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } },
                  },
                ],
              },
            },
          ],
        },
        { kind: "deployment", value: "new" },
      );
    const play = (looks: readonly (readonly [number, ReturnType<typeof pods>])[]) => {
      let state: KubernetesState = begun;
      let verdict;
      for (const [seconds, seen] of looks) {
        const step = next(state, { workload: at(moving), pods: seen }, seconds * 1000);
        ({ state, verdict } = step);
      }
      return verdict;
    };
    const crash = pods("CrashLoopBackOff", 4);
    expect(
      play([
        [0, crash],
        [89, crash],
      ]),
    ).toBeUndefined();
    expect(
      play([
        [0, crash],
        [60, pods("", 4)],
        [90, crash],
      ]),
    ).toEqual({
      result: "failed",
      cause: "pod app-1: container app: CrashLoopBackOff after 4 restarts, exit code 137 (OOMKilled)",
    });
    expect(
      play([
        [0, crash],
        [95, pods("", 4)],
      ]),
    ).toBeUndefined();
    expect(
      play([
        [0, crash],
        [60, pods("", 4, true)],
        [90, crash],
      ]),
    ).toBeUndefined();
    expect(
      play([
        [0, pods("CrashLoopBackOff", 2)],
        [90, pods("CrashLoopBackOff", 2)],
      ]),
    ).toBeUndefined();
    expect(
      play([
        [0, pods("CrashLoopBackOff", 9, false, "old")],
        [90, pods("CrashLoopBackOff", 9, false, "old")],
      ]),
    ).toBeUndefined();
    expect(
      play([
        [0, pods("ErrImagePull", 0)],
        [90, pods("ImagePullBackOff", 0)],
      ])?.result,
    ).toBe("failed");
  });

  it("zero false successes, and every end that shows itself is told", async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const clock = handClock();
        const { exec, shown } = open(life, () => clock.monotonic() / 1000);
        const target = createKubernetesTarget(
          { kind: life.kind, name: "app", namespace: "" },
          doorsWith(clock, { exec }),
        );
        const end = await drive(target, clock, 900_000);
        const at = (end?.atMs ?? 0) / 1000;
        const told = end?.verdict.result;
        const knownAt = Math.max(life.quietAt, life.observedAt);
        const soon = (since: number, late = 25): void => {
          expect(at).toBeGreaterThanOrEqual(since);
          expect(at).toBeLessThanOrEqual(Math.max(since, knownAt) + late);
        };
        if (told === "not-found") expect(shown()).toBeUndefined();
        else if (shown() === "v3") expect(told).toBe("success");
        else if (life.completeAt < Infinity) {
          expect(told).toBe("success");
          soon(life.completeAt);
        } else if (life.changedAt < Infinity) {
          expect(told).toBe("superseded");
          soon(life.changedAt);
        } else if (life.deletedAt < Infinity) {
          expect(told).toBe("failed");
          soon(life.deletedAt, 50);
        } else if (life.deadlineAt < Infinity) {
          expect(told).toBe("failed");
          soon(life.deadlineAt);
        } else if (life.crashAt < Infinity) {
          expect(told).toBe("failed");
          soon(life.crashAt + 90, 200);
        } else expect(told).toBeUndefined();
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
