/**
 * A cluster with one workload whose template was just changed, and what becomes of it: it completes, crashes, is too slow,
 * is changed again by others, scaled, deleted, or never ends. kubectl's answers are late, partial, about others, or none at
 * all. It knows the truth. For tests of the target kubernetes.
 */
import type { Exec, ExecResult } from "@handrail/runner";
import fc from "fast-check";
import { ended } from "../exec-fixture.ts";
import type { Kind } from "./workload.ts";

const spoils = [
  "good",
  "good",
  "stale",
  "empty",
  "object",
  "partial",
  "garbage",
  "others",
  "refused",
  "unavailable",
] as const;

/** A life, in seconds; what never happens is at Infinity. */
export type Life = {
  kind: Kind;
  replicas: number;
  observedAt: number;
  completeAt: number;
  deadlineAt: number;
  crashAt: number;
  /** Somebody changes the template; theirs is complete after this long. */
  changedAt: number;
  changeTakes: number;
  scaledAt: number;
  deletedAt: number;
  noise: readonly (typeof spoils)[number][];
  quietAt: number;
};

const fates = ["complete", "complete", "deadline", "crash", "changed", "deleted", "never"] as const;

/** Any life. */
export const lives: fc.Arbitrary<Life> = fc
  .record({
    kind: fc.constantFrom<Kind>("deployment", "statefulset", "daemonset"),
    replicas: fc.integer({ min: 1, max: 5 }),
    observedAt: fc.integer({ min: 0, max: 40 }),
    fate: fc.constantFrom(...fates),
    takes: fc.integer({ min: 1, max: 400 }),
    changeTakes: fc.integer({ min: 0, max: 60 }),
    scaledAt: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 300 })),
    noise: fc.array(fc.constantFrom(...spoils), { minLength: 1, maxLength: 10 }),
    quietAt: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ fate, takes, ...life }) => {
    const at = life.observedAt + takes;
    const when = (name: (typeof fates)[number]): number => (fate === name ? at : Infinity);
    return {
      ...life,
      completeAt: when("complete"),
      // Only Deployments have a deadline.
      deadlineAt: life.kind === "deployment" ? when("deadline") : Infinity,
      crashAt: when("crash"),
      changedAt: when("changed"),
      deletedAt: when("deleted"),
    };
  });

/** What kubectl says about a life. */
export function open(life: Life, now: () => number): { exec: Exec; shown: () => string | undefined } {
  let count = 0;
  let shown: string | undefined;
  const exec: Exec = (_program, [verb, what]) => {
    const at = now();
    const spoil = at >= life.quietAt ? "good" : (life.noise[count % life.noise.length] ?? "good");
    count += 1;
    if (verb !== "get" || what === undefined) return Promise.resolve(ended(""));
    const seenAt = spoil === "stale" ? Math.max(0, at - 15) : at;
    if (what === "pods")
      return Promise.resolve(spoil === "refused" ? refusal : ended(JSON.stringify(podsAt(life, seenAt))));
    if (what === "replicasets") return Promise.resolve(ended(JSON.stringify(sets)));
    const good = (): ExecResult => {
      const object = objectAt(life, seenAt);
      if (object === undefined) return complaint('Error from server (NotFound): deployments.apps "app" not found');
      shown ??= object.spec.template.version;
      return ended(JSON.stringify(object));
    };
    return Promise.resolve(answers[spoil]?.(life, at) ?? good());
  };
  return { exec, shown: () => shown };
}

const complaint = (stderr: string): ExecResult => ended("", { exitCode: 1, stderr: `${stderr}\n` });
const refusal = complaint(
  "The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?",
);

const answers: Readonly<Partial<Record<(typeof spoils)[number], (life: Life, at: number) => ExecResult>>> = {
  empty: () => ended(""),
  object: () => ended("{}"),
  garbage: () => ended("<html>"),
  refused: () => refusal,
  unavailable: () =>
    complaint("Error from server (ServiceUnavailable): the server is currently unable to handle the request"),
  partial: (life, at) => {
    const { metadata, spec } = objectAt(life, at) ?? { metadata: {}, spec: {} };
    return ended(JSON.stringify({ metadata, spec }));
  },
  others: (life) =>
    ended(
      JSON.stringify({
        metadata: { name: "other", generation: 9, uid: "u9" },
        spec: { replicas: life.replicas, template: { version: "v9" } },
        status: { observedGeneration: 9, updatedReplicas: 9, replicas: 9, readyReplicas: 9, availableReplicas: 9 },
      }),
    ),
};

type Version = "v1" | "v2" | "v3";
type Shown = { metadata: unknown; spec: { replicas: number; template: { version: Version } }; status: unknown };

function objectAt(life: Life, at: number): Shown | undefined {
  if (at >= life.deletedAt) return undefined;
  const isChanged = at >= life.changedAt;
  const isScaled = at >= life.scaledAt;
  const generation = 2 + (isChanged ? 1 : 0) + (isScaled ? 1 : 0);
  const desired = life.replicas + (isScaled ? 1 : 0);
  const isDone = isChanged ? at >= life.changedAt + life.changeTakes : at >= life.completeAt;
  const isObserved = at >= life.observedAt;
  // Before it is observed the old status looks complete.
  const updated = !isObserved || isDone ? desired : at % 2 < 1 ? desired - 1 : desired;
  // Old pods are available, too, while they are there.
  const hasOld = isObserved && !isDone && life.kind === "deployment" && at % 3 < 2;
  const available = !isObserved || isDone || hasOld ? desired : desired - 1;
  const isLate = at >= life.deadlineAt;
  const observedGeneration = isObserved ? generation : 1;
  const counts =
    life.kind === "daemonset"
      ? { desiredNumberScheduled: desired, updatedNumberScheduled: updated, numberAvailable: available }
      : {
          replicas: desired + (hasOld || updated < desired ? 1 : 0),
          updatedReplicas: updated,
          availableReplicas: available,
        };
  return {
    metadata: { name: "app", uid: "u1", generation, annotations: { "deprecated.daemonset.template.generation": "2" } },
    spec: { replicas: desired, template: { version: isChanged ? "v3" : "v2" } },
    status: {
      observedGeneration,
      ...counts,
      readyReplicas: available,
      currentRevision: isDone ? "app-new" : "app-old",
      updateRevision: "app-new",
      conditions: isLate ? [{ type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded" }] : [],
    },
  };
}

const sets = {
  items: [
    { revision: "1", hash: "old" },
    { revision: "2", hash: "new" },
  ].map(({ revision, hash }) => ({
    metadata: {
      ownerReferences: [{ uid: "u1" }],
      annotations: { "deployment.kubernetes.io/revision": revision },
      labels: { "pod-template-hash": hash },
    },
  })),
};

/** A new pod that crashes from `crashAt` on, with moments between two tries; and an old one that always crashes. */
function podsAt({ kind, crashAt }: Life, at: number): unknown {
  const labels = {
    deployment: ["pod-template-hash", "new", "old"],
    statefulset: ["controller-revision-hash", "app-new", "app-old"],
    daemonset: ["pod-template-generation", "2", "1"],
  }[kind];
  const pod = (name: string, value: string, isCrashing: boolean): unknown => ({
    metadata: { name, labels: { [labels[0] ?? ""]: value } },
    status: {
      containerStatuses: [
        {
          name: "app",
          ready: !isCrashing,
          restartCount: isCrashing ? 5 : 0,
          state: isCrashing && at % 20 < 17 ? { waiting: { reason: "CrashLoopBackOff" } } : { running: {} },
          lastState: isCrashing ? { terminated: { exitCode: 1, reason: "Error" } } : {},
        },
      ],
    },
  });
  return { items: [pod("app-old", labels[2] ?? "", true), pod("app-new", labels[1] ?? "", at >= crashAt)] };
}
