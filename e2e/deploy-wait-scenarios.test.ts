/**
 * The cases of deploy-wait against the bundle, one test each, several processes at a time. One of them alone:
 * `npm test -- e2e/deploy-wait-scenarios.test.ts -t "ecs-noop:"`.
 */
import { expect, it } from "@jest/globals";
import { readCases } from "./deploy-wait-replay-case.ts";
import { requireVerdict } from "./deploy-wait-replay-judge.ts";
import { replay } from "./deploy-wait-replay.ts";

const cases = readCases();

it.concurrent.each(cases)("$id: $title", async (each) => {
  const replayed = await replay(each);
  using _ = replayed.result;
  requireVerdict(each, replayed);
});

it("the cases are all there", () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(65);
});
