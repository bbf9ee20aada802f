/**
 * The order of effects: begin the record, wait, ask why, watch what follows, tell. What a cancel does is in cancel.ts.
 */
import type { ActionResult } from "@handrail/runner/host";
import { endCancelled } from "./cancel.ts";
import { conclude, noteVerdict } from "./conclude.ts";
import { beginDeployment } from "./deployment.ts";
import type { WaitStep } from "./step.ts";
import type { Aftermath, ItemStory, Story } from "./tell/story.ts";
import { createLogListener } from "./tell/log.ts";
import { resultOf } from "./tell/story.ts";
import { formatDuration, inTime } from "@handrail/runner";
import type { Course } from "./wait/course.ts";
import type { StopReport, Target } from "./wait/target.ts";
import { isGood } from "./wait/verdict.ts";
import type { Diagnosis, Verdict } from "./wait/verdict.ts";
import { watch } from "./wait/watch.ts";

/** Items that are asked why they failed; more of them fail of the same. */
const MOST_DIAGNOSED = 5;
/** Asking why takes no longer than this, ms: the verdict is known already. */
const DIAGNOSIS_MS = 20_000;

/** Waits, and resolves with what the step says. */
export async function run(step: WaitStep): Promise<ActionResult> {
  const { inputs, deps } = step;
  const { clock, cancelled } = deps.host;
  const target = await deps.openTarget(inputs);
  const feedback = await deps.openFeedback(inputs);
  const notes = [...((await feedback?.begin()) ?? [])];
  const deployment = beginDeployment(step, describeTarget(target));
  const beganAt = clock.now();
  const started = clock.monotonic();
  let courses: readonly Course[] = [];
  const story = (items: readonly ItemStory[], aftermath?: Aftermath): Story => ({
    kind: target.kind,
    items,
    ...(aftermath === undefined ? {} : { aftermath }),
    beganAt,
    durationMs: clock.monotonic() - started,
    notes,
  });
  try {
    courses = await watchTarget(step, target, (kept) => {
      courses = kept;
      savePins(step, kept);
    });
    const items = await explain(step, target, courses);
    // After a noop there is nothing new to watch.
    const isDeployed = resultOf(items.map(({ verdict }) => verdict.result)) === "success";
    const endedAt = beganAt + Math.max(...courses.map(({ endedMs }) => endedMs ?? 0));
    if (isDeployed && feedback !== undefined) {
      noteVerdict(step, "success", `${describeTarget(target)} succeeded; the step ended while it was still watched`);
    }
    const startedAt = inputs["started-at"] === "" ? beganAt : Math.min(beganAt, Date.parse(inputs["started-at"]));
    const aftermath = isDeployed ? await feedback?.watch({ beganAt: startedAt, endedAt }) : undefined;
    return await conclude(step, story(items, aftermath), deployment);
  } catch (thrown) {
    if (!cancelled.aborted) throw thrown;
    const items = await endCancelled(step, target, courses);
    return await conclude(step, story(items), deployment);
  }
}

function describeTarget({ items }: Target): string {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first.label : `${items.length} deployments`;
}

async function watchTarget(
  { inputs, deps }: WaitStep,
  target: Target,
  keep: (courses: readonly Course[]) => void,
): Promise<readonly Course[]> {
  const { clock, cancelled: signal, log } = deps.host;
  // What the end needs is loaded while nothing else is to be done; when it cannot be, the end says so.
  target.prepare().catch(() => undefined);
  return watch({
    target,
    clock,
    signal,
    timeoutMs: inputs.timeout,
    timeoutText: formatDuration(inputs.timeout),
    random: () => deps.random(),
    listener: createLogListener(log),
    keep,
  });
}

/** What was pinned survives a step that is killed: its post step must not stop a stranger's deployment. */
function savePins({ deps }: WaitStep, courses: readonly Course[]): void {
  const pins = courses.map(({ facts }) => String(facts["pinned"] ?? ""));
  if (pins.some((pin) => pin !== "")) deps.host.saveState("pins", JSON.stringify(pins));
}

/** Asks why, for what failed first; stops what takes too long, when that was asked for. */
async function explain(step: WaitStep, target: Target, courses: readonly Course[]): Promise<ItemStory[]> {
  let asked = 0;
  return Promise.all(
    courses.map(async (course): Promise<ItemStory> => {
      const verdict = course.verdict ?? { result: "inconclusive", cause: "" };
      if (!isGood(verdict.result)) asked += 1;
      const stop = verdict.result === "timeout" ? stopLate(step, target, course) : undefined;
      const diagnosis = asked > MOST_DIAGNOSED ? { causes: [] } : await diagnose(step, target, course, verdict);
      const stopped = await stop;
      return { course, verdict, diagnosis, ...(stopped === undefined ? {} : { stop: stopped }) };
    }),
  );
}

async function diagnose({ deps }: WaitStep, target: Target, { item }: Course, verdict: Verdict): Promise<Diagnosis> {
  const { clock, cancelled, log } = deps.host;
  const none: Diagnosis = { causes: [] };
  return inTime({ clock, ms: DIAGNOSIS_MS }, none, () =>
    target.diagnose(item.id, verdict).catch((thrown: unknown) => {
      cancelled.throwIfAborted();
      log.debug(`Why ${item.label} ended so could not be asked: ${String(thrown)}`);
      return none;
    }),
  );
}

async function stopLate({ inputs, deps }: WaitStep, target: Target, { item }: Course): Promise<StopReport | undefined> {
  const how = inputs["on-timeout"];
  if (how === "fail") return undefined;
  if (inputs["dry-run"]) return { isAccepted: false, told: `a dry run: no ${how} was asked for` };
  const report = await target.stop(item.id, how);
  deps.host.log.info(`${item.label}: ${report.told}`);
  return report;
}
