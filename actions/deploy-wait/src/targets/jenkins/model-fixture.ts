/**
 * A Jenkins with one job: our build waits in the queue, runs and ends, among builds of others. Answers are late, empty, HTML
 * or none at all. It knows the truth. For tests of the target jenkins.
 */
import { HttpFault } from "@handrail/http";
import type { Exchange, HttpAnswer } from "@handrail/http";
import fc from "fast-check";

/** What can happen to a request besides a good answer. */
const spoils = ["good", "good", "stale", "empty", "html", "503", "reset", "others", "404"] as const;

/** Results that Jenkins has, and one of the future. */
const results = ["SUCCESS", "UNSTABLE", "FAILURE", "ABORTED", "NOT_BUILT", "PONDERED"] as const;

/** A life, in seconds. */
export type Life = {
  /** When the item leaves the queue. */
  startsAt: number;
  /** It is cancelled then, in the place of starting. */
  isCancelled: boolean;
  /** When the result is first set, and which; the end decides. */
  earlyAt: number;
  early: (typeof results)[number];
  endsAt: number;
  result: (typeof results)[number];
  noise: readonly (typeof spoils)[number][];
  quietAt: number;
  /** Whether the build says which queue item it came of, and how the step knows it. */
  tellsQueue: boolean;
  pin: "queue" | "number" | "none";
};

/** Any life. */
export const lives: fc.Arbitrary<Life> = fc
  .record({
    startsAt: fc.integer({ min: 0, max: 400 }),
    isCancelled: fc.boolean(),
    early: fc.constantFrom(...results),
    earlyAfter: fc.integer({ min: 0, max: 300 }),
    after: fc.integer({ min: 0, max: 120 }),
    result: fc.constantFrom(...results),
    noise: fc.array(fc.constantFrom(...spoils), { minLength: 1, maxLength: 10 }),
    quietAt: fc.integer({ min: 0, max: 300 }),
    tellsQueue: fc.boolean(),
    pin: fc.constantFrom("queue" as const, "queue" as const, "number" as const, "none" as const),
  })
  .map(({ earlyAfter, after, startsAt, pin, isCancelled, ...life }) => {
    // What is pinned by its number runs already; what is not pinned has begun just now.
    const begins = pin === "queue" ? startsAt : 0;
    const earlyAt = begins + earlyAfter;
    return {
      ...life,
      pin,
      startsAt: begins,
      isCancelled: isCancelled && pin === "queue",
      earlyAt,
      endsAt: earlyAt + after,
    };
  });

/** Jenkins' answers about a life. `epoch` is its time at second 0, ms since 1970. */
export function open(life: Life, now: () => number, epoch: number): Exchange {
  let count = 0;
  return (request) => {
    const at = now();
    const spoil = at >= life.quietAt ? "good" : (life.noise[count % life.noise.length] ?? "good");
    count += 1;
    const { pathname, host } = new URL(request.url);
    const answer = (body: unknown, status = 200): Promise<HttpAnswer> =>
      Promise.resolve({ status, headers: {}, text: typeof body === "string" ? body : JSON.stringify(body) });
    switch (spoil) {
      case "empty":
        return answer("");
      case "html":
        return answer("<title>SUCCESS</title>");
      case "503":
        return answer("getting ready", 503);
      case "404":
        return answer("", 404);
      case "reset":
        return Promise.reject(new HttpFault({ method: "GET", host, code: "ECONNRESET" }));
      case "others":
        return answer({ number: 1, building: false, result: "SUCCESS", queueId: 1 });
      case "good":
      case "stale":
      default: {
        const seen = tell(life, pathname, spoil === "stale" ? Math.max(0, at - 15) : at, epoch);
        return seen === undefined ? answer("", 404) : answer(seen);
      }
    }
  };
}

function tell(life: Life, path: string, at: number, epoch: number): unknown {
  const hasStarted = at >= life.startsAt && !life.isCancelled;
  if (path === "/queue/item/494/api/json") {
    // Forgotten five minutes after it left.
    if (at >= life.startsAt + 300) return undefined;
    if (at < life.startsAt) return { id: 494, why: "Waiting for next available executor", stuck: at > 60 };
    return life.isCancelled
      ? { id: 494, cancelled: true }
      : { id: 494, executable: { number: 233, url: "http://elsewhere/job/deploy/233/" } };
  }
  const ours = {
    number: 233,
    url: "http://elsewhere/job/deploy/233/",
    building: at < life.endsAt,
    result: at >= life.endsAt ? life.result : at >= life.earlyAt ? life.early : null,
    timestamp: epoch + life.startsAt * 1000,
    estimatedDuration: 60_000,
    ...(life.tellsQueue || path === "/job/deploy/api/json" ? { queueId: 494 } : {}),
  };
  if (path === "/job/deploy/233/api/json") return hasStarted ? ours : undefined;
  if (path !== "/job/deploy/api/json") return undefined;
  const old = { number: 232, building: false, result: "SUCCESS", queueId: 400, timestamp: epoch - 90_000 };
  return { inQueue: false, builds: hasStarted ? [ours, old] : [old] };
}
