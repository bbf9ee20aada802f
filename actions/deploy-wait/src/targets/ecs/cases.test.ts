/** The visible cases of ECS services, through reader, machine and the real loop, in virtual time. */
import { expect, test } from "@jest/globals";
import { scenarios } from "../replay-fixture.ts";
import { replay } from "./service-fixture.ts";

const ours = scenarios("ecs-").filter(({ given }) => given.signal === undefined);

test.each(ours.map((each) => [each.id, each] as const))("%s", async (_, { with: given, given: raw, ops, expected }) => {
  const lines = (name: string): string[] => (given[name] ?? "").split("\n").filter((line) => line !== "");
  const replayed = await replay(
    ops,
    {
      services: lines("services"),
      serviceDeployments: lines("service-deployment"),
      taskDefinition: given["task-definition"] ?? "",
      imageDigest: given["image-digest"] ?? "",
      until: given["until"] ?? "",
    },
    { timeoutS: raw.timeoutSeconds, offsetS: raw.runnerClockOffsetSeconds },
  );
  expect(replayed.verdict.result).toBe(expected.result);
  expect(replayed.endedS).toBeGreaterThanOrEqual(expected.truthAt);
  expect(replayed.endedS).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
  for (const words of expected.mustMention ?? []) expect(replayed.said).toContain(words);
  const all = `${replayed.said}\n${replayed.missed}`;
  for (const words of expected.mustNotMention ?? []) expect(all).not.toContain(words);
  expect(replayed.calls.length).toBeLessThanOrEqual(expected.maxCalls ?? 1000);
});
