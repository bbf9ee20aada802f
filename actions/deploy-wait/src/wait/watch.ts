/**
 * The loop: looks at what is due, hands what it saw to the machines, waits as long as the state asks for. One scheduler for
 * all items of a step, so that they are read together. It knows no target and prints nothing.
 */
import { inTime } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { blinded, CONFIRM_MS, verdictOf } from "./blindness.ts";
import { advance, beginCourse, endCourse } from "./course.ts";
import type { Course } from "./course.ts";
import { delayAfterFault, delayUntilNextLook, stretchAfter } from "./pace.ts";
import type { Fault, Sight, Target } from "./target.ts";

/** Who is told what happens; everything is text from outside. */
export type Listener = {
  /** An item stands elsewhere now. */
  moved(course: Course): void;
  warned(course: Course, warning: string): void;
  /** A look saw nothing. */
  missed(course: Course, fault: Fault): void;
  ended(course: Course): void;
  /** Nothing was told for a minute. */
  waiting(courses: readonly Course[], elapsedMs: number): void;
};

/** What the loop needs. */
export type WatchOptions = {
  target: Target;
  clock: Clock;
  /** Ends it: rejects with the signal's reason. */
  signal: AbortSignal;
  timeoutMs: number;
  /** What the timeout is called in its verdict: `10m`. */
  timeoutText: string;
  /** Jitter, in [0, 1). */
  random: () => number;
  listener: Listener;
  /** Called with the courses whenever they changed: a cancel needs to know them. */
  keep?: (courses: readonly Course[]) => void;
};

/** Looks that are due within this many ms are made together. */
const TOGETHER_MS = 700;
/** A look that is under way at the deadline may still bring the verdict, ms. */
const LAST_LOOK_MS = 2000;
const HEARTBEAT_MS = 60_000;
/** Throttling ends, too: the longest wait for that, ms. */
const LONGEST_THROTTLED_MS = 20_000;

/** Waits until every item has ended. Resolves with their courses in the order of the target's items, each with a verdict. */
export async function watch(options: WatchOptions): Promise<readonly Course[]> {
  const watcher = createWatcher(options);
  for (;;) {
    const pause = watcher.pauseMs();
    if (pause === undefined) return watcher.courses();
    if (pause > 0) await options.clock.sleep(pause, options.signal);
    options.signal.throwIfAborted();
    if (watcher.isOver()) watcher.timeOut();
    else if (watcher.isSilent()) watcher.beat();
    else await watcher.look();
  }
}

type Watcher = {
  courses(): readonly Course[];
  /** Ms until something is to be done; undefined when all have ended. */
  pauseMs(): number | undefined;
  isOver(): boolean;
  timeOut(): void;
  isSilent(): boolean;
  beat(): void;
  look(): Promise<void>;
};

function createWatcher(options: WatchOptions): Watcher {
  const { target, clock, listener, timeoutMs } = options;
  const courses = new Map(target.items.map((item) => [item.id, beginCourse(item)]));
  const start = clock.monotonic();
  const elapsed = (): number => clock.monotonic() - start;
  const open = (): Course[] => [...courses.values()].filter(({ verdict }) => verdict === undefined);
  let stretch = 1;
  let calls = 1;
  let toldMs = 0;
  const set = (course: Course): void => {
    const before = courses.get(course.item.id);
    courses.set(course.item.id, course);
    if (tellChange(listener, before, course)) toldMs = elapsed();
  };
  const nextBeat = (): number => toldMs + HEARTBEAT_MS;
  const settle = (course: Course, sight: Sight): void => {
    const now = elapsed();
    if ("fault" in sight) {
      const blindness = blinded(course.blindness, sight.fault);
      listener.missed({ ...course, blindness }, sight.fault);
      const verdict = verdictOf(blindness, now);
      const wait = blindness.refusals > 0 ? CONFIRM_MS : delayAfterFault(blindness.count, options.random());
      const throttled = Math.min(wait * stretch, LONGEST_THROTTLED_MS);
      const blind = { ...course, blindness, dueMs: now + (sight.fault.kind === "throttled" ? throttled : wait) };
      set(verdict === undefined ? blind : endCourse(blind, verdict, now));
      return;
    }
    const advanced = advance(course, sight.step, now);
    const { pace, nearSince, hurried } = advanced;
    const nearForMs = nearSince === undefined ? 0 : now - nearSince;
    const delay = delayUntilNextLook({ pace, elapsedMs: now, nearForMs, hurried, calls, stretch });
    set({ ...advanced, dueMs: now + delay });
  };
  const look = async (): Promise<void> => {
    const now = elapsed();
    const due = open().filter(({ dueMs }) => dueMs <= now + TOGETHER_MS);
    const ids = due.map(({ item }) => item.id);
    const ms = Math.max(0, timeoutMs + LAST_LOOK_MS - now);
    // Its error is thrown, but for one that comes too late.
    const seen = await inTime({ clock, ms, signal: options.signal }, undefined, () => target.look(ids, now));
    if (seen === undefined) return;
    if (due.length === open().length) calls = Math.max(1, seen.calls);
    const sights = ids.map((id) => seen.sights.get(id));
    const isThrottled = sights.some(
      (sight) => sight !== undefined && "fault" in sight && sight.fault.kind === "throttled",
    );
    stretch = stretchAfter(stretch, isThrottled);
    for (const course of due) {
      const sight = seen.sights.get(course.item.id);
      if (sight !== undefined) settle(course, sight);
    }
    options.keep?.([...courses.values()]);
  };
  return {
    courses: () => [...courses.values()],
    pauseMs: () => {
      const waiting = open();
      if (waiting.length === 0) return undefined;
      const due = Math.min(timeoutMs, nextBeat(), ...waiting.map(({ dueMs }) => dueMs));
      return Math.max(0, due - elapsed());
    },
    isOver: () => elapsed() >= timeoutMs,
    timeOut: () => {
      for (const course of open()) set(endCourse(course, timeoutVerdict(course, options.timeoutText), elapsed()));
    },
    isSilent: () => elapsed() >= nextBeat(),
    beat: () => {
      toldMs = elapsed();
      listener.waiting(open(), toldMs);
    },
    look,
  };
}

/** Tells what changed; whether anything was told. */
function tellChange(listener: Listener, before: Course | undefined, course: Course): boolean {
  const warnings = course.warnings.slice(before?.warnings.length ?? 0);
  const hasMoved = course.progress !== before?.progress && course.progress !== "";
  if (hasMoved) listener.moved(course);
  for (const warning of warnings) listener.warned(course, warning);
  const hasEnded = course.verdict !== undefined && before?.verdict === undefined;
  if (hasEnded) listener.ended(course);
  return hasMoved || hasEnded || warnings.length > 0;
}

function timeoutVerdict({ progress, blindness }: Course, timeoutText: string): NonNullable<Course["verdict"]> {
  const where = progress === "" ? "nothing was ever seen" : `last seen: ${progress}`;
  const fault = blindness.last === undefined ? "" : `; ${blindness.last.operation}: ${blindness.last.detail}`;
  return { result: "timeout", cause: `timeout after ${timeoutText}, ${where}${fault}` };
}
