/** Asks kubectl for what the machine wants to see. It knows no rule about rollouts. */
import type { Look } from "../../wait/target.ts";
import type { Got, Kubectl } from "./kubectl.ts";
import type { KubernetesRead, KubernetesSnapshot } from "./machine.ts";
import { hasLabels, isTroubled, newestHash, parsePods } from "./pods.ts";
import type { Pod } from "./pods.ts";
import { parseWorkload } from "./workload.ts";
import type { Kind, Workload } from "./workload.ts";

/** The object that is waited for. */
export type Subject = { kind: Kind; name: string };

/** One look, and how often kubectl was run for it. */
export type KubernetesLook = { look: Look<KubernetesSnapshot>; calls: number };

/** Reads what is wanted. `isWary`: something was wrong with a pod before. */
export async function readKubernetes(
  kubectl: Kubectl,
  { kind, name }: Subject,
  wanted: readonly KubernetesRead[],
  isWary: boolean,
): Promise<KubernetesLook> {
  const got = await kubectl.get(kind, name);
  if ("fault" in got) return { look: got, calls: 1 };
  if ("missing" in got) return { look: { snapshot: { missing: got.missing } }, calls: 1 };
  const workload = parseWorkload(kind, name, got.json);
  if (workload === undefined) return { look: { snapshot: {} }, calls: 1 };
  if (!wanted.includes("pods")) return { look: { snapshot: { workload } }, calls: 1 };
  const { pods, calls, lacks } = await readPods(kubectl, kind, workload, isWary);
  return { look: { snapshot: { workload, lacks, ...(pods === undefined ? {} : { pods }) } }, calls: calls + 1 };
}

/** The pods of a workload, and what may not be asked. `pods` is undefined when they could not be read this time. */
export async function readPods(
  kubectl: Kubectl,
  kind: Kind,
  workload: Workload,
  isWary: boolean,
): Promise<{ pods: readonly Pod[] | undefined; calls: number; lacks: readonly string[] }> {
  const select = workload.selector === "" ? [] : ["--selector", workload.selector];
  const got = await kubectl.get("pods", undefined, select);
  if (!("json" in got)) {
    const denial = deniedOf(got);
    // Nothing is learned by asking again: no pods, no trouble.
    if (denial === undefined) return { pods: undefined, calls: 1, lacks: [] };
    return {
      pods: [],
      calls: 1,
      lacks: [`Pods may not be listed, so that crash loops are not seen early (${denial})`],
    };
  }
  const value = kind === "deployment" ? undefined : workload.revision || undefined;
  const pods = parsePods(got.json, { kind, value });
  const needsHash = kind === "deployment" && hasLabels(got.json, kind);
  if (!needsHash || !(isWary || pods.some(({ containers }) => containers.some(isTroubled)))) {
    return { pods, calls: 1, lacks: [] };
  }
  const sets = await kubectl.get("replicasets", undefined, select);
  if (!("json" in sets)) {
    const denial = deniedOf(sets);
    if (denial === undefined) return { pods: undefined, calls: 2, lacks: [] };
    const lack = `ReplicaSets may not be listed, so that crashes of new pods are not told from those of old ones (${denial})`;
    return { pods, calls: 2, lacks: [lack] };
  }
  const hash = newestHash(sets.json, workload.uid);
  return { pods: parsePods(got.json, { kind, value: hash }), calls: 2, lacks: [] };
}

function deniedOf(got: Got): string | undefined {
  return "fault" in got && got.fault.kind === "denied" ? got.fault.detail : undefined;
}
