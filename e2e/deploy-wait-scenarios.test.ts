/**
 * The cases of deploy-wait against the bundle, one test each; they are replayed before, several processes at a time. One of
 * them alone: `npm test -- e2e/deploy-wait-scenarios.test.ts -t "ecs-noop:"`, which replays all and judges one.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { readCases } from "./deploy-wait-replay-case.ts";
import { requireVerdict } from "./deploy-wait-replay-judge.ts";
import { replay } from "./deploy-wait-replay.ts";
import type { Replayed } from "./deploy-wait-replay.ts";

const cases = readCases();
const replayed = new Map<string, Replayed>();
const AT_A_TIME = 4;

beforeAll(async () => {
  const rest = [...cases];
  const work = async (): Promise<void> => {
    for (let each = rest.shift(); each !== undefined; each = rest.shift()) replayed.set(each.id, await replay(each));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}, 300_000);

afterAll(() => {
  for (const { result } of replayed.values()) result.cleanup();
});

it.each(cases)("$id: $title", (each) => {
  const found = replayed.get(each.id);
  if (found === undefined) throw new Error(`${each.id} was not replayed`);
  requireVerdict(each, found);
});

it("the cases are all there", () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(65);
});
