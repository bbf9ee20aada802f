/**
 * Makes what watches after a success out of the inputs, and owns its order: alarms for as long as `bake` says, then the
 * metrics. What neither is asked for is not loaded. The verdicts themselves are the folders' beside it.
 */
import { Failure, formatDuration } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import type { Inputs } from "../inputs.ts";
import { createLogListener } from "../tell/log.ts";
import type { Aftermath } from "../tell/story.ts";
import { faultOf } from "../wait/doors.ts";
import type { AwsPlace, Doors } from "../wait/doors.ts";
import { isGood } from "../wait/verdict.ts";
import type { Verdict } from "../wait/verdict.ts";
import { watch } from "../wait/watch.ts";
import { baselineNotes } from "./alarms/machine.ts";
import type { AlarmSights } from "./alarms/machine.ts";
import { alarmNames, readAlarms } from "./alarms/read.ts";
import { renderBake } from "./alarms/render.ts";
import { createBakeTarget } from "./alarms/target.ts";
import type { Feedback } from "./feedback.ts";
import type { MetricSettings } from "./metrics/settings.ts";
import type { Deployed } from "./metrics/windows.ts";

/** What feedback is made with. */
export type FeedbackSurroundings = { doors: Doors; host: Pick<Host, "log" | "clock" | "cancelled"> };

/** An alarm that was made a moment ago is not told everywhere at once, ms. */
const CONFIRM_MS = 3000;
/** After the bake: faults are survived for six minutes, and then have their own verdict. */
const BLIND_MS = 420_000;

/** @throws Failure `invalid-input` for metrics that cannot be read */
export async function openFeedback(inputs: Inputs, { doors, host }: FeedbackSurroundings): Promise<Feedback> {
  const names = alarmNames(inputs.alarms);
  const settings = inputs.metrics === "" ? undefined : await readSettings(inputs);
  let baseline: AlarmSights | undefined;
  return {
    begin: async () => {
      if (names.length === 0) return [];
      const { sights, notes } = await readBaseline(names, await doors.aws(), host);
      baseline = sights;
      return notes;
    },
    watch: async (deployed) => {
      const baked = names.length === 0 ? none : await bake(names, inputs.bake, baseline, deployed, { doors, host });
      if (baked.verdict !== undefined) return baked;
      if (names.length === 0) await host.clock.sleep(restOf(inputs.bake, deployed, host), host.cancelled);
      if (settings === undefined) return baked;
      const { watchMetrics } = await import("./metrics/watch.ts");
      return join(baked, await watchMetrics(settings, deployed, { doors, host }));
    },
  };
}

const none: Aftermath = { lines: [], markdown: "", details: {} };

async function readSettings(inputs: Inputs): Promise<MetricSettings> {
  const { parseMetrics } = await import("./metrics/parse.ts");
  return parseMetrics(inputs.metrics, inputs["metrics-mode"]);
}

/** How much of a time after the deployment is left, ms. */
function restOf(ms: number, { endedAt }: Deployed, { clock }: FeedbackSurroundings["host"]): number {
  return Math.max(0, endedAt + ms - clock.now());
}

function join(first: Aftermath, second: Aftermath): Aftermath {
  return {
    ...second,
    lines: [...first.lines, ...second.lines],
    markdown: [first.markdown, second.markdown].filter((piece) => piece !== "").join("\n\n"),
    details: { ...first.details, ...second.details },
  };
}

/**
 * The alarms before the deployment. What cannot be asked is a note: the deployment is waited for all the same, and the bake
 * asks again. A name that does not exist is not: it would guard nothing.
 */
async function readBaseline(
  names: readonly string[],
  { ask }: AwsPlace,
  { clock, cancelled }: FeedbackSurroundings["host"],
): Promise<{ sights: AlarmSights | undefined; notes: readonly string[] }> {
  const look = async (): Promise<AlarmSights> => (await readAlarms(ask, names)).sights;
  const again = async (): Promise<AlarmSights> => {
    await clock.sleep(CONFIRM_MS, cancelled);
    return look();
  };
  try {
    const first = await look().catch(async (error: unknown) => {
      const kind = faultOf(error)?.kind;
      if (kind === "throttled" || kind === "unavailable") return again();
      throw error;
    });
    const isMissing = (sights: AlarmSights): boolean => names.some((name) => !sights.has(name));
    const sights = isMissing(first) ? await again() : first;
    const missing = names.filter((name) => !sights.has(name));
    if (missing.length > 0) throw noSuchAlarms(missing);
    return { sights, notes: baselineNotes(names, sights) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    const what = fault.kind === "denied" ? `${fault.operation} is not allowed` : fault.operation;
    return { sights: undefined, notes: [`The alarms before the deployment are not known: ${what} (${fault.detail})`] };
  }
}

function noSuchAlarms(missing: readonly string[]): Failure {
  const named = missing.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 100)));
  const rest = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
  return new Failure({
    reason: "not-found",
    result: "not-found",
    what: `CloudWatch has no alarm ${named.join(", ")}${rest}: nothing would have been watched`,
    remedy: "Correct `alarms`, or the account and Region of the credentials. The deployment was not waited for.",
  });
}

async function bake(
  names: readonly string[],
  bakeMs: number,
  baseline: AlarmSights | undefined,
  { beganAt }: Deployed,
  { doors, host }: FeedbackSurroundings,
): Promise<Aftermath> {
  const place = await doors.aws();
  const skew = place.serverNow() - host.clock.now();
  const settings = { names, bakeMs, beganAt: beganAt + skew, ...(baseline === undefined ? {} : { baseline }) };
  const [course] = await watch({
    target: createBakeTarget(settings, place.ask),
    clock: host.clock,
    signal: host.cancelled,
    timeoutMs: bakeMs + BLIND_MS,
    timeoutText: formatDuration(bakeMs + BLIND_MS),
    random: () => 0.5,
    listener: createLogListener(host.log),
  });
  const verdict = guarded(course?.verdict);
  const progress = course?.progress ?? "";
  return {
    ...(verdict === undefined ? {} : { verdict }),
    lines: [],
    markdown: renderBake(names.length, verdict, { progress, lasted: formatDuration(bakeMs) }),
    details: {
      bake: {
        alarms: names.slice(0, 100),
        result: verdict?.result ?? "success",
        "last-seen": progress,
        warnings: (course?.warnings ?? []).slice(0, 20),
      },
    },
  };
}

/** The verdict of the bake; nothing when all is well. A guard that could not look is not green, and no failed deployment. */
function guarded(verdict: Verdict | undefined): Verdict | undefined {
  if (verdict === undefined) return { result: "inconclusive", cause: "the alarms were not looked at" };
  if (isGood(verdict.result)) return undefined;
  if (verdict.result === "alarm" || verdict.result === "inconclusive") return verdict;
  const remedy = verdict.remedy ?? "Look at the alarms yourself.";
  return { result: "inconclusive", cause: `the alarms could not be watched: ${verdict.cause}`, remedy };
}
