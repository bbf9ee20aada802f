import { describe, expect, test } from "@jest/globals";
import type { Ask } from "@handrail/aws";
import { read, readList } from "@handrail/runner";
import { alarmNames, readAlarms } from "./read.ts";

function answering(answers: (input: Readonly<Record<string, unknown>>) => unknown): { ask: Ask; inputs: unknown[] } {
  const inputs: unknown[] = [];
  return {
    inputs,
    ask: (_, __, input) => {
      inputs.push(input);
      return Promise.resolve(answers(input));
    },
  };
}

describe("reading alarms", () => {
  test("metric and composite alarms, a hundred names a call", async () => {
    const names = Array.from({ length: 230 }, (_, at) => `alarm-${at}`);
    const { ask, inputs } = answering((input) => ({
      MetricAlarms: readList(input, "AlarmNames").map((name) => ({ AlarmName: name, StateValue: "OK" })),
      CompositeAlarms: [
        { AlarmName: "alarm-7", StateValue: "ALARM", StateReason: "both", StateTransitionedTimestamp: 12 },
      ],
    }));
    const { sights, calls } = await readAlarms(ask, names);
    expect([sights.size, calls]).toEqual([230, 3]);
    expect(sights.get("alarm-7")).toEqual({ state: "ALARM", reason: "both", changedAt: 12_000 });
    expect(inputs.map((input) => readList(input, "AlarmNames").length)).toEqual([100, 100, 30]);
    expect(read(inputs[0], "AlarmTypes")).toEqual(["MetricAlarm", "CompositeAlarm"]);
  });

  test("further pages, and no more than ten of them", async () => {
    const { ask, inputs } = answering(() => ({ NextToken: "more" }));
    expect(await readAlarms(ask, ["a"])).toEqual({ sights: new Map(), calls: 10 });
    expect(read(inputs[1], "NextToken")).toBe("more");
  });

  test.each([[undefined], [{}], [{ MetricAlarms: [null, 3, { AlarmName: "other", StateValue: "ALARM" }] }]])(
    "%j tells nothing",
    async (answer) => {
      const { sights } = await readAlarms(answering(() => answer).ask, ["a"]);
      expect(sights.size).toBe(0);
    },
  );

  test("names may be ARNs", () => {
    expect(alarmNames(["a", "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:web: 5xx", "a"])).toEqual([
      "a",
      "web: 5xx",
    ]);
  });
});
