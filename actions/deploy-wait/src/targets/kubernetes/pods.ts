/** Pods in our words: which belong to the new revision, and what is wrong with their containers. Pure. */
import { read, readList, readNumber, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Kind } from "./workload.ts";

/** A container of a pod. */
export type Container = {
  name: string;
  restarts: number;
  isReady: boolean;
  isRunning: boolean;
  /** Why it waits: `CrashLoopBackOff`, `ImagePullBackOff`; "" when it does not. */
  waiting: string;
  message: string;
  /** How it ended the last time; undefined when it never did. */
  lastExit: { code: number; reason: string } | undefined;
};

/** A pod. */
export type Pod = {
  name: string;
  /** It belongs to the revision that is rolled out. */
  isNew: boolean;
  containers: readonly Container[];
  /** Why no node takes it; "" when one did. */
  unscheduled: string;
};

/** How new pods are told from old ones: the value of their label. Undefined: nobody knows. */
export type NewLabel = { kind: Kind; value: string | undefined };

/** The label by which pods of a kind name their revision. */
export const revisionLabels: Readonly<Record<Kind, string>> = {
  deployment: "pod-template-hash",
  statefulset: "controller-revision-hash",
  daemonset: "pod-template-generation",
};

/** Pods of an answer, without those that are being deleted. A pod without the label counts as new. */
export function parsePods(answer: unknown, { kind, value }: NewLabel): Pod[] {
  return readList(answer, "items")
    .filter((pod) => readText(pod, "metadata", "deletionTimestamp") === "")
    .map((pod) => {
      const label = readText(pod, "metadata", "labels", revisionLabels[kind]);
      const status = read(pod, "status");
      const unscheduled = readList(status, "conditions").find(
        (condition) => readText(condition, "type") === "PodScheduled" && readText(condition, "status") === "False",
      );
      return {
        name: readText(pod, "metadata", "name"),
        isNew: label === "" || label === value,
        containers: [...readList(status, "initContainerStatuses"), ...readList(status, "containerStatuses")].map(
          parseContainer,
        ),
        unscheduled: cutLine(readText(unscheduled, "message") || readText(unscheduled, "reason"), 300),
      };
    });
}

/** Whether a pod of the answer is told from old ones by a label. */
export function hasLabels(answer: unknown, kind: Kind): boolean {
  return readList(answer, "items").some((pod) => readText(pod, "metadata", "labels", revisionLabels[kind]) !== "");
}

function parseContainer(status: unknown): Container {
  const last = read(status, "lastState", "terminated") ?? read(status, "state", "terminated");
  const code = readNumber(last, "exitCode");
  return {
    name: readText(status, "name"),
    restarts: readNumber(status, "restartCount") ?? 0,
    isReady: read(status, "ready") === true,
    isRunning: read(status, "state", "running") !== undefined,
    waiting: readText(status, "state", "waiting", "reason"),
    message: cutLine(readText(status, "state", "waiting", "message"), 200),
    lastExit: code === undefined ? undefined : { code, reason: readText(last, "reason") },
  };
}

const CRASH_RESTARTS = 3;
/** What a container does not come out of by itself, most often. */
const hopeless: ReadonlySet<string> = new Set([
  "ImagePullBackOff",
  "ErrImagePull",
  "ErrImageNeverPull",
  "InvalidImageName",
  "CreateContainerConfigError",
  "CreateContainerError",
  "RunContainerError",
]);

/** Whether a container crashes over and over, or cannot be started. */
export function isTroubled({ waiting, restarts }: Container): boolean {
  return hopeless.has(waiting) || (waiting === "CrashLoopBackOff" && restarts >= CRASH_RESTARTS);
}

/** `container app: CrashLoopBackOff after 5 restarts, exit code 1 (Error)`. */
export function describeContainer({ name, waiting, restarts, message, lastExit, isRunning }: Container): string {
  const state = waiting === "" ? (isRunning ? "running, not ready" : "not running") : waiting;
  const times = restarts === 0 ? "" : ` after ${restarts} ${restarts === 1 ? "restart" : "restarts"}`;
  const reason = lastExit === undefined || lastExit.reason === "" ? "" : ` (${lastExit.reason})`;
  const exit = lastExit === undefined ? "" : `, exit code ${lastExit.code}${reason}`;
  // The back-off says nothing that the reason does not.
  const words = message === "" || waiting === "CrashLoopBackOff" ? "" : `: ${message}`;
  return `container ${name}: ${state}${times}${exit}${words}`;
}

/** The value of the label of the newest ReplicaSet that a deployment owns; undefined when there is none. */
export function newestHash(answer: unknown, uid: string): string | undefined {
  const owned = readList(answer, "items").filter((set) => {
    const owners = readList(set, "metadata", "ownerReferences");
    return uid === "" || owners.some((owner) => readText(owner, "uid") === uid);
  });
  const revision = (set: unknown): number =>
    Number(readText(set, "metadata", "annotations", "deployment.kubernetes.io/revision") || "0");
  const newest = owned.toSorted((a, b) => revision(b) - revision(a))[0];
  const hash = readText(newest, "metadata", "labels", revisionLabels.deployment);
  return hash === "" ? undefined : hash;
}
