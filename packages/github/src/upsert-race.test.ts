import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { GitHubFailure } from "./failure.ts";
import { parseMarker, renderMarker } from "./marker.ts";
import type { Answer } from "./transport.ts";
import type { Request, Requester } from "./requester.ts";
import { upsertComment } from "./upsert-comment.ts";

/** What happens to one call: nothing; its answer is lost before or after it took effect; it arrives a second time later. */
type Fault = "none" | "lost-before" | "lost-after" | "twice";
type Comment = { id: number; body: string; login: string };

const OUR_LOGIN = "github-actions[bot]";
const where = { owner: "o", repo: "r", pullRequest: 7, action: "plan", key: "live/prod" };

const bodyOf = (name: string) =>
  `${renderMarker({ action: "plan", key: "live/prod", data: { pullRequest: 7 } })}\n${name}`;
const textOf = (body: string) => body.slice(body.indexOf("\n") + 1);

const answer = (data: unknown): Answer => ({ url: "http://x/", status: 200, headers: new Map(), data });
const shown = (each: Comment) => ({ ...each, user: { login: each.login }, html_url: `#${each.id}` });
const lost = () => new GitHubFailure({ reason: "github-unavailable", what: "lost", remedy: "" });
const missing = () => new GitHubFailure({ reason: "github-not-found", what: "gone", remedy: "" });

/** A GitHub of a few lines: calls take effect one after the other, in the order the scheduler chooses. */
function createWorld(scheduler: fc.Scheduler, initial: readonly string[]) {
  const comments = new Map<number, Comment>();
  let [id, time] = [100, 0];
  const lastCall = new Map<number, number>();
  const writes: { at: number; racer: number; method: string; id: number; previous: string | undefined }[] = [];
  for (const login of initial) {
    id += 1;
    const body = renderMarker({
      action: "plan",
      key: "live/prod",
      data: {},
      nonce: `old_____________`.slice(0, 13) + id,
      since: 5,
    });
    comments.set(id, { id, body: `${body}\nold`, login });
  }
  const apply = (racer: number, route: string, parameters: Readonly<Record<string, unknown>>): Answer => {
    time += 1;
    lastCall.set(racer, time);
    const method = route.split(" ")[0] ?? "";
    if (method === "GET") return answer([...comments.values()].map(shown));
    if (method === "POST") {
      id += 1;
      const made = { id, body: String(parameters["body"]), login: OUR_LOGIN };
      comments.set(id, made);
      writes.push({ at: time, racer, method, id, previous: undefined });
      return answer(shown(made));
    }
    const found = comments.get(Number(parameters["comment_id"]));
    if (found === undefined) throw missing();
    writes.push({ at: time, racer, method, id: found.id, previous: found.login });
    if (method === "DELETE") comments.delete(found.id);
    else comments.set(found.id, { ...found, body: String(parameters["body"]) });
    return answer(shown(found));
  };

  const requesterFor = (racer: number, since: number, faults: readonly Fault[]): Requester => {
    let call = 0;
    const request: Request = async (route, parameters = {}) => {
      const fault = faults[call] ?? "none";
      call += 1;
      const turn = (what: string) => scheduler.schedule(Promise.resolve(), `${racer}: ${what}`);
      await turn(`${route} ${fault}`);
      const isPost = route.startsWith("POST");
      if (fault === "lost-before" && isPost) throw lost();
      const first = apply(racer, route, parameters);
      await turn("answer");
      if (isPost && fault === "lost-after") throw lost();
      // The requester repeats what is idempotent when the answer was lost; the second time it may be gone.
      return !isPost && fault !== "none" ? apply(racer, route, parameters) : first;
    };
    return {
      request,
      log: { info: () => {}, warning: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} },
      apiUrl: "http://x",
      graphqlUrl: "http://x/graphql",
      newWaits: () => ({ leftMs: 0 }),
      random: () => 0,
      sleep: () => scheduler.schedule(Promise.resolve(), `${racer}: sleep`),
      serverTime: () => ({ first: since, latest: 1_000, ahead: 0 }),
    };
  };
  return { comments, writes, lastCall, requesterFor };
}

const fault = fc.constantFrom<Fault>("none", "none", "none", "lost-before", "lost-after", "twice");
const racer = fc.record({ since: fc.integer({ min: 10, max: 14 }), faults: fc.array(fault, { maxLength: 8 }) });

describe("racing runs", () => {
  it("H106 H097: end with exactly one comment of ours, with the newest content, and touch nobody else's", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(racer, { minLength: 2, maxLength: 4 }),
        fc.array(fc.constantFrom("mona", "other[bot]"), { maxLength: 2 }),
        fc.boolean(),
        async (scheduler, racers, strangers, hasOld) => {
          const world = createWorld(scheduler, [...strangers, ...(hasOld ? [OUR_LOGIN] : [])]);
          const before = [...world.comments.values()].filter((each) => each.login !== OUR_LOGIN);
          const self = { login: () => Promise.resolve(OUR_LOGIN), learn: () => {} };
          const work = racers.map(async ({ since, faults }, at) => {
            const wanted = { ...where, body: bodyOf(`racer ${at}`) };
            return upsertComment(world.requesterFor(at, since, faults), self, wanted).catch((error: unknown) => {
              // Giving up is for the case that every try to create was lost.
              expect(error).toMatchObject({ reason: "github-unavailable", what: "lost" });
            });
          });
          const results = await scheduler.waitFor(Promise.all(work));

          const all = [...world.comments.values()];
          expect(all.filter((each) => each.login !== OUR_LOGIN)).toEqual(before);
          expect(world.writes.filter((each) => (each.previous ?? OUR_LOGIN) !== OUR_LOGIN)).toEqual([]);
          const own = all.filter((each) => each.login === OUR_LOGIN);
          const isAnyThere = hasOld || results.some((each) => each !== undefined);
          if (!isAnyThere) return;
          expect(own).toHaveLength(1);
          const [final] = own;
          const nonce = parseMarker(final?.body ?? "")?.nonce;
          const winner = Number(textOf(final?.body ?? "").replace("racer ", ""));
          expect(nonce).toBeDefined();
          // The newest content stays. GitHub has no compare-and-swap, so one exception cannot be closed: an older run's
          // blind write that was on its way already and arrives after the newest run looked for the last time.
          const isSuccess = (at: number) => results[at] !== undefined;
          const newest = Math.max(...racers.filter((_, at) => isSuccess(at)).map((each) => each.since));
          if ((racers[winner]?.since ?? 0) >= newest) return;
          const newestRacers = racers.flatMap((each, at) => (isSuccess(at) && each.since === newest ? [at] : []));
          // Runs that meet while creating look again before they end; a run that only updates writes and is done.
          const lastLook = Math.min(...newestRacers.map((at) => world.lastCall.get(at) ?? 0));
          expect(world.writes.findLast((each) => each.method === "PATCH")?.at).toBeGreaterThan(lastLook);
        },
      ),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});
