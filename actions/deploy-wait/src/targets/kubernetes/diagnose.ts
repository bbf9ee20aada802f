/** Why a rollout did not succeed: its pods, the newest warnings about it, and the log of what crashed. Five calls at most. */
import { readList, readNumber, readText, readTime } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Diagnosis } from "../../wait/verdict.ts";
import type { Kubectl } from "./kubectl.ts";
import { describeContainer } from "./pods.ts";
import type { Container, Pod } from "./pods.ts";
import type { Subject } from "./read.ts";
import { readPods } from "./read.ts";
import type { Workload } from "./workload.ts";

const LOG_LINES = 30;
const MOST_EVENTS = 3;
/** What the API server takes as a name. */
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** What is known about a workload besides its counts. `told` is what the verdict says already. */
export async function diagnoseWorkload(
  kubectl: Kubectl,
  { kind, name }: Subject,
  workload: Workload,
  told: string,
): Promise<Diagnosis> {
  const [{ pods = [] }, events] = await Promise.all([
    readPods(kubectl, kind, workload, true),
    kubectl.get("events", undefined, ["--field-selector", "type=Warning"]),
  ]);
  const fresh = pods.filter(({ isNew }) => isNew);
  const warnings = "json" in events ? newestWarnings(events.json, name) : [];
  const culprit = culpritOf(fresh);
  const log = culprit === undefined ? { lines: [], isDenied: false } : await tailOf(kubectl, culprit);
  const missingPermissions = [
    ...("fault" in events && events.fault.kind === "denied" ? ["list events"] : []),
    ...(log.isDenied ? ["get pods/log"] : []),
  ];
  return {
    causes: [...groupsOf(fresh), ...warnings].filter((cause) => !told.includes(cause)),
    logLines: log.lines,
    ...(missingPermissions.length === 0 ? {} : { missingPermissions }),
  };
}

/** What is wrong with the pods, the same things together: `2 pods: container app: CrashLoopBackOff …`. */
function groupsOf(pods: readonly Pod[]): string[] {
  const counts = new Map<string, number>();
  for (const { containers, unscheduled } of pods) {
    const wrong = containers.filter(({ isReady, waiting }) => !isReady && waiting !== "PodInitializing");
    const texts = unscheduled === "" ? wrong.map(describeContainer) : [`not scheduled: ${unscheduled}`];
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => (count === 1 ? text : `${count} pods: ${text}`)).slice(0, 5);
}

/** The newest warnings about the workload, its ReplicaSets and its pods; their names begin with its own. */
function newestWarnings(answer: unknown, name: string): string[] {
  const events = readList(answer, "items").filter((event) => {
    const about = readText(event, "involvedObject", "name") || readText(event, "regarding", "name");
    return readText(event, "type") === "Warning" && (about === name || about.startsWith(`${name}-`));
  });
  const at = (event: unknown): number =>
    readTime(event, "series", "lastObservedTime") ??
    readTime(event, "lastTimestamp") ??
    readTime(event, "eventTime") ??
    readTime(event, "metadata", "creationTimestamp") ??
    0;
  const texts = events
    .toSorted((a, b) => at(b) - at(a))
    .map((event) => {
      const count = readNumber(event, "series", "count") ?? readNumber(event, "count") ?? 1;
      const message = readText(event, "message") || readText(event, "note");
      return cutLine(`${readText(event, "reason")}: ${message}${count > 1 ? ` (${count} times)` : ""}`, 300);
    });
  return [...new Set(texts)].slice(0, MOST_EVENTS);
}

/** Whose log is read: what crashed, else what runs and is not ready. */
function culpritOf(pods: readonly Pod[]): { pod: string; container: Container } | undefined {
  const all = pods.flatMap(({ name, containers }) => containers.map((container) => ({ pod: name, container })));
  const named = all.filter(({ pod, container }) => NAME.test(pod) && NAME.test(container.name) && !container.isReady);
  return (
    named.find(({ container }) => container.lastExit !== undefined && container.lastExit.code !== 0) ??
    named.find(({ container }) => container.restarts > 0) ??
    named.find(({ container }) => container.isRunning)
  );
}

async function tailOf(
  kubectl: Kubectl,
  { pod, container }: { pod: string; container: Container },
): Promise<{ lines: string[]; isDenied: boolean }> {
  const previous = container.restarts > 0 ? ["--previous"] : [];
  const words = ["logs", pod, "--container", container.name, ...previous, `--tail=${LOG_LINES}`];
  const { exitCode, stdout, stderr } = await kubectl.run(words);
  if (exitCode !== 0) return { lines: [], isDenied: /\(Forbidden\)|is forbidden:/.test(stderr) };
  const lines = stdout
    .split(/\r?\n/)
    .map((line) => cutLine(line, 300))
    .filter((line) => line !== "");
  return { lines: lines.slice(-LOG_LINES), isDenied: false };
}
