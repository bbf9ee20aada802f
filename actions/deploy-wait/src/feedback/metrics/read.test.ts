import { describe, expect, test } from "@jest/globals";
import { AwsFault } from "@handrail/aws";
import type { Ask, AwsFaultKind } from "@handrail/aws";
import { read, readTime } from "@handrail/runner";
import { readMetrics } from "./read.ts";
import { shiftOf } from "./settings.ts";
import { deployed, rawMetric, settingsFor } from "./model-fixture.ts";
import { MINUTE_MS, waitForMetricsMs, windowsOf } from "./windows.ts";

const week = 7 * 24 * 3_600_000;
const settings = settingsFor([rawMetric("a")]);
const windows = windowsOf(settings, deployed, deployed.endedAt + 3_600_000);

function answering(answer: (input: Readonly<Record<string, unknown>>) => unknown): { ask: Ask; inputs: unknown[] } {
  const inputs: unknown[] = [];
  const ask: Ask = async (_, __, input) => {
    inputs.push(input);
    return answer(input);
  };
  return { ask, inputs };
}

describe("windows", () => {
  const began = Date.parse("2026-11-22T12:00:20Z");
  const ended = Date.parse("2026-11-22T12:05:40Z");
  const at = (time: number): string => new Date(time).toISOString().slice(11, 16);

  test("whole minutes that the deployment did not touch", () => {
    const { before, after } = windowsOf(settings, { beganAt: began, endedAt: ended }, ended + 3_600_000);
    expect([before.from, before.to, after.from, after.to].map(at)).toEqual(["11:00", "12:00", "12:06", "12:21"]);
  });

  test("nothing that is still on its way", () => {
    const now = Date.parse("2026-11-22T12:15:30Z");
    expect(at(windowsOf(settings, { beganAt: began, endedAt: ended }, now).after.to)).toBe("12:12");
    const early = windowsOf(settings, { beganAt: began, endedAt: ended }, ended).after;
    expect(early.to - early.from).toBe(0);
  });

  test("how long to wait for all of it, and that it is all then", () => {
    const wait = waitForMetricsMs(settings, ended, ended);
    expect(wait).toBe(20_000 + 18 * MINUTE_MS);
    expect(waitForMetricsMs(settings, ended, ended + wait + 5)).toBe(0);
    const { after } = windowsOf(settings, { beganAt: began, endedAt: ended }, ended + wait);
    expect((after.to - after.from) / MINUTE_MS).toBe(15);
  });
});

describe("reading metrics", () => {
  test("both times, the earlier one told as if it were today's, over several pages", async () => {
    const { ask, inputs } = answering((input) => {
      const isPast = (readTime(input, "StartTime") ?? 0) < windows.before.from;
      const isFirst = read(input, "NextToken") === undefined;
      const minute = windows.before.from + (isFirst ? 0 : MINUTE_MS) - (isPast ? week : 0);
      return {
        MetricDataResults: [
          {
            Id: "q0",
            Label: "x",
            StatusCode: isFirst ? "PartialData" : "Complete",
            Timestamps: [new Date(minute)],
            Values: [isPast ? 1 : 2],
          },
        ],
        ...(isFirst ? { NextToken: "t" } : {}),
      };
    });
    const result = await readMetrics(ask, [{ Id: "q0" }], windows, shiftOf("week"));
    const series = (value: number): Map<number, number> =>
      new Map([
        [windows.before.from, value],
        [windows.before.from + MINUTE_MS, value],
      ]);
    expect(result).toEqual({
      readings: { now: new Map([["q0", series(2)]]), past: new Map([["q0", series(1)]]), notes: [] },
    });
    expect(inputs).toHaveLength(4);
    expect(inputs[0]).toMatchObject({
      StartTime: new Date(windows.before.from),
      EndTime: new Date(windows.after.to),
      MetricDataQueries: [{ Id: "q0" }],
    });
    expect(read(inputs[1], "NextToken")).toBe("t");
  });

  test("without a baseline one call is enough", async () => {
    const { ask, inputs } = answering(() => ({}));
    expect(await readMetrics(ask, [], windows, shiftOf("none"))).toEqual({ readings: { now: new Map(), notes: [] } });
    expect(inputs).toHaveLength(1);
  });

  test.each([
    [undefined],
    [{}],
    [{ MetricDataResults: [null, { Id: "q0", Timestamps: ["never", 3, 4], Values: ["a", Number.NaN] }] }],
  ])("%j is no value, and no crash", async (answer) => {
    const found = await readMetrics(answering(() => answer).ask, [], windows, undefined);
    if (!("readings" in found)) throw new Error("an empty answer is one");
    expect([...found.readings.now.values()].flatMap((series) => [...series])).toEqual([]);
  });

  test("what CloudWatch says about its answer is a note", async () => {
    const { ask } = answering(() => ({
      MetricDataResults: [
        { Id: "q0", Label: "a", StatusCode: "Forbidden", Messages: [{ Code: "Forbidden", Value: "no access" }] },
        { Id: "q1", Label: "b", StatusCode: "PartialData", Timestamps: [], Values: [] },
        { Id: "q2", Label: "c", Timestamps: [], Values: [] },
        { Id: "q2", Label: "d", Timestamps: [windows.before.from / 1000], Values: [7] },
      ],
      Messages: [{ Code: "MaxMetricsExceeded", Value: "too many" }],
    }));
    const found = await readMetrics(ask, [], windows, undefined);
    if (!("readings" in found)) throw new Error("notes are no faults");
    expect(found.readings.notes).toEqual([
      "an expression gives several series (c, d): only the first is compared",
      "CloudWatch gave Forbidden for a no access",
      "CloudWatch gave PartialData for b",
      "CloudWatch: MaxMetricsExceeded too many",
    ]);
    expect(found.readings.now.get("q2")?.size).toBe(0);
  });

  test.each<[AwsFaultKind, object]>([
    ["denied", { fault: { kind: "denied", operation: "cloudwatch:GetMetricData" } }],
    ["throttled", { fault: { kind: "throttled" } }],
    ["skewed", { fault: { kind: "unavailable" } }],
    ["refused", { refusal: "cloudwatch:GetMetricData had no answer (ValidationError: bad expression)" }],
  ])("%s", async (kind, expected) => {
    const ask: Ask = () =>
      Promise.reject(
        new AwsFault({ kind, action: "cloudwatch:GetMetricData", code: "ValidationError", message: "bad expression" }),
      );
    expect(await readMetrics(ask, [], windows, undefined)).toMatchObject(expected);
  });

  test("an abort is thrown on", async () => {
    const ask: Ask = () => Promise.reject(new DOMException("stop", "AbortError"));
    await expect(readMetrics(ask, [], windows, undefined)).rejects.toThrow("stop");
  });
});
