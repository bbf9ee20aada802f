/** A Deployment, StatefulSet or DaemonSet as the API server tells it, in our words. Pure; a wrong type reads as absent. */
import { read, readList, readNumber, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** The kinds that are waited for. */
export type Kind = "deployment" | "statefulset" | "daemonset";

/** Where a workload stands. Counts that the status does not hold are 0. */
export type Workload = {
  uid: string;
  generation: number;
  /** The generation that the controller has seen. */
  observed: number;
  /** Pods that there should be; undefined when the answer does not tell. */
  desired: number | undefined;
  updated: number;
  /** Old and new ones. */
  total: number;
  ready: number;
  available: number;
  isPaused: boolean;
  /** Pods are replaced only when somebody deletes them. */
  isOnDelete: boolean;
  /** Pods with a lower number keep the old revision. */
  partition: number;
  /** A StatefulSet whose current revision is not the one that it updates to. */
  isBetweenRevisions: boolean;
  /** By what its new pods are known: the revision's number, its name, or the template's generation. "" when untold. */
  revision: string;
  /** The pod template as text: to see whether it changes. */
  template: string;
  /** As `--selector` takes it; "" when untold. */
  selector: string;
  images: readonly string[];
  conditions: readonly { type: string; status: string; reason: string; message: string }[];
};

/** The workload of an answer; undefined when the answer is not about it. */
export function parseWorkload(kind: Kind, name: string, answer: unknown): Workload | undefined {
  const generation = readNumber(answer, "metadata", "generation");
  const spec = read(answer, "spec");
  const status = read(answer, "status");
  if (generation === undefined || typeof spec !== "object" || typeof status !== "object") return undefined;
  const [ofKind, ofName] = [readText(answer, "kind"), readText(answer, "metadata", "name")];
  if ((ofKind !== "" && ofKind.toLowerCase() !== kind) || (ofName !== "" && ofName !== name)) return undefined;
  const current = readText(status, "currentRevision");
  const template = read(spec, "template");
  return {
    uid: readText(answer, "metadata", "uid"),
    generation,
    observed: readNumber(status, "observedGeneration") ?? 0,
    ...countsOf(kind, spec, status),
    isPaused: read(spec, "paused") === true,
    isOnDelete: readText(spec, "updateStrategy", "type") === "OnDelete",
    partition: kind === "statefulset" ? (readNumber(spec, "updateStrategy", "rollingUpdate", "partition") ?? 0) : 0,
    isBetweenRevisions: kind === "statefulset" && current !== readText(status, "updateRevision"),
    revision: revisionOf(kind, answer),
    template: template === undefined ? "" : JSON.stringify(template),
    selector: selectorOf(read(spec, "selector")),
    images: readList(template, "spec", "containers")
      .map((container) => cutLine(readText(container, "image"), 300))
      .filter((image) => image !== ""),
    conditions: readList(status, "conditions").map((condition) => ({
      type: readText(condition, "type"),
      status: readText(condition, "status"),
      reason: readText(condition, "reason"),
      message: cutLine(readText(condition, "message"), 300),
    })),
  };
}

type Counts = Pick<Workload, "desired" | "updated" | "total" | "ready" | "available">;

function countsOf(kind: Kind, spec: unknown, status: unknown): Counts {
  const count = (name: string): number => readNumber(status, name) ?? 0;
  if (kind === "daemonset") {
    return {
      desired: readNumber(status, "desiredNumberScheduled"),
      updated: count("updatedNumberScheduled"),
      total: count("updatedNumberScheduled"),
      ready: count("numberReady"),
      available: count("numberAvailable"),
    };
  }
  return {
    // The API server fills it in; 1 is its default.
    desired: readNumber(spec, "replicas") ?? 1,
    updated: count("updatedReplicas"),
    total: count("replicas"),
    ready: count("readyReplicas"),
    // A StatefulSet tells it since Kubernetes 1.22 only.
    available: readNumber(status, "availableReplicas") ?? (kind === "statefulset" ? count("readyReplicas") : 0),
  };
}

function revisionOf(kind: Kind, answer: unknown): string {
  if (kind === "statefulset") return readText(answer, "status", "updateRevision");
  const name = kind === "deployment" ? "deployment.kubernetes.io/revision" : "deprecated.daemonset.template.generation";
  return readText(answer, "metadata", "annotations", name);
}

const operators: Readonly<Record<string, (key: string, values: string) => string>> = {
  In: (key, values) => `${key} in (${values})`,
  NotIn: (key, values) => `${key} notin (${values})`,
  Exists: (key) => key,
  DoesNotExist: (key) => `!${key}`,
};

/** A label selector as kubectl takes it. */
function selectorOf(selector: unknown): string {
  const labels = read(selector, "matchLabels");
  const equal = typeof labels === "object" && labels !== null ? Object.keys(labels) : [];
  const expressions = readList(selector, "matchExpressions").flatMap((expression) => {
    const operator = operators[readText(expression, "operator")];
    const values = readList(expression, "values").filter((value) => typeof value === "string");
    return operator === undefined ? [] : [operator(readText(expression, "key"), values.join(","))];
  });
  return [...equal.map((key) => `${key}=${readText(labels, key)}`), ...expressions].join(",");
}
