/**
 * What a cancelled step still does: ends what runs, when that was asked for, at once; the runner gives it seconds. The post
 * step asks again for what was not accepted.
 */
import { inTime, toFailure } from "@handrail/runner";
import type { WaitStep } from "./step.ts";
import type { ItemStory } from "./tell/story.ts";
import { beginCourse } from "./wait/course.ts";
import type { Course } from "./wait/course.ts";
import type { StopReport, Target } from "./wait/target.ts";
import { isGood } from "./wait/verdict.ts";

/** The runner sends SIGTERM 7.5 s after SIGINT (actions/runner ProcessInvoker); the step has to tell before that, ms. */
const STOPPING_MS = 5000;

/** Where the post step finds that nothing is left to be stopped. */
const stateName = "stopped";

/** Stops what has not ended. Resolves with how every item ended. */
export async function endCancelled(
  step: WaitStep,
  target: Target,
  courses: readonly Course[],
): Promise<readonly ItemStory[]> {
  const known = new Map(courses.map((course) => [course.item.id, course]));
  const stories = await Promise.all(
    target.items.map(async (item): Promise<ItemStory> => {
      const course = known.get(item.id) ?? beginCourse(item);
      const { verdict } = course;
      if (verdict !== undefined) return { course, verdict, diagnosis: { causes: [] } };
      const stop = await endOne(step, target, item.id);
      const cause =
        stop === undefined ? "the job was cancelled; the deployment was left alone" : "the job was cancelled";
      return {
        course,
        verdict: { result: "cancelled", cause },
        diagnosis: { causes: [] },
        ...(stop === undefined ? {} : { stop }),
      };
    }),
  );
  const isSettled = stories.every(({ stop }) => stop?.isAccepted !== false);
  step.deps.host.saveState(stateName, String(isSettled));
  const isDone = stories.every(({ verdict }) => isGood(verdict.result));
  // Cancelled while alarms were watched: the deployment had been a success, the step is not.
  return isDone ? stories.map((story) => ({ ...story, verdict: { result: "cancelled", cause: afterwards } })) : stories;
}

const afterwards = "the job was cancelled after the deployment had succeeded, while it was still being watched";

/** Ends one item as `on-cancel` says; undefined when it is left alone. Never rejects. */
export async function endOne({ inputs, deps }: WaitStep, target: Target, id: string): Promise<StopReport | undefined> {
  const how = inputs["on-cancel"];
  if (how === "leave") return undefined;
  if (inputs["dry-run"]) return { isAccepted: true, told: `a dry run: no ${how} was asked for` };
  const { clock, log } = deps.host;
  const late: StopReport = { isAccepted: false, told: `the ${how} had no answer within ${STOPPING_MS / 1000} s` };
  const ask = (): Promise<StopReport> =>
    target.stop(id, how).catch((thrown: unknown): StopReport => {
      return { isAccepted: false, told: `the ${how} failed: ${toFailure(thrown).what}` };
    });
  // A connection that was kept can be closed by the other side in the very instant in which it is used.
  const report = await inTime({ clock, ms: STOPPING_MS }, late, async () => {
    const first = await ask();
    return first.isAccepted ? first : ask();
  });
  log.info(`${id}: ${report.told}`);
  return report;
}
