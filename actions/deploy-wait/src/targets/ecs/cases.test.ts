/** The visible cases of ECS services, through reader, machine and the real loop, in virtual time. */
import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { replay } from "./replay-fixture.ts";
import type { Ops } from "./replay-fixture.ts";

type Case = {
  id: string;
  with: Record<string, string>;
  given: { timeoutSeconds: number; runnerClockOffsetSeconds?: number; signal?: unknown };
  ops: Ops;
  expected: {
    result: string;
    truthAt: number;
    maxDetectionLatencyS: number;
    mustMention?: string[];
    mustNotMention?: string[];
    maxCalls?: number;
  };
};

const file = new URL("../../../../../e2e/cases/deploy-scenarios.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
const ours = cases.filter(({ id, given }) => id.startsWith("ecs-") && given.signal === undefined);

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
    raw.timeoutSeconds,
    raw.runnerClockOffsetSeconds ?? 0,
  );
  expect(replayed.result).toBe(expected.result);
  expect(replayed.at).toBeGreaterThanOrEqual(expected.truthAt);
  expect(replayed.at).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
  for (const words of expected.mustMention ?? []) expect(replayed.told).toContain(words);
  for (const words of expected.mustNotMention ?? []) expect(replayed.told).not.toContain(words);
  expect(replayed.calls.length).toBeLessThanOrEqual(expected.maxCalls ?? 1000);
});
