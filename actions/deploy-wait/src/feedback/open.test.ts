import { describe, expect, test } from "@jest/globals";
import { AwsFault } from "@handrail/aws";
import type { Ask, AwsFaultKind } from "@handrail/aws";
import { Failure, readList, readText, readTime } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import { readWaitInputs } from "../input-rules.ts";
import type { Aftermath } from "../tell/story.ts";
import type { Doors } from "../wait/doors.ts";
import { normal, randomFrom } from "./metrics/model-fixture.ts";
import { MINUTE_MS } from "./metrics/windows.ts";
import { openFeedback } from "./open.ts";

type Answer = (seconds: number, input: Readonly<Record<string, unknown>>) => unknown;

type Played = {
  notes: readonly string[];
  aftermath: Aftermath;
  log: string[];
  clock: VirtualClock;
  asked: string[];
  endedAt: number;
};

/** Runs the feedback of a step whose deployment takes `deployS` seconds; AWS's clock is three minutes ahead. */
async function play(given: Readonly<Record<string, string>>, answer: Answer, deployS = 300): Promise<Played> {
  const inputs = readWaitInputs(
    Object.fromEntries(
      Object.entries({ target: "command", command: "true", ...given }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ]),
    ),
  );
  const clock = virtualClock({ mode: "auto" });
  const log: string[] = [];
  const asked: string[] = [];
  const say = (text: string): void => {
    log.push(text);
  };
  const ask: Ask = async (_, operation, input) => {
    asked.push(operation);
    return answer(clock.elapsed / 1000, input);
  };
  const unused = (): never => {
    throw new Error("nobody needs it here");
  };
  const doors: Doors = {
    clock,
    log: { info: say, warning: say, debug: say, group: say, endGroup: () => undefined },
    startedAt: clock.now(),
    aws: async () => ({
      ask,
      region: "eu-west-1",
      serverNow: () => clock.now() + SKEW_MS,
      load: async () => undefined,
    }),
    http: unused,
    exec: unused,
    childEnvironment: {},
    directory: "",
  };
  const host = { clock, log: doors.log, cancelled: new AbortController().signal };
  const feedback = await openFeedback(inputs, { doors, host });
  const notes = await feedback.begin();
  const beganAt = clock.now();
  await clock.sleep(deployS * 1000);
  const endedAt = clock.now();
  const aftermath = await feedback.watch({ beganAt, endedAt });
  return { notes, aftermath, log, clock, asked, endedAt };
}

const SKEW_MS = 180_000;

function alarm(StateValue: string, more: object = {}): unknown {
  const StateReason = "Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0)";
  return { MetricAlarms: [{ AlarmName: "app-5xx", StateValue, StateReason, ...more }] };
}

function fault(kind: AwsFaultKind, action: string): AwsFault {
  return new AwsFault({ kind, action, code: kind === "denied" ? "AccessDenied" : "ServiceUnavailable", message: "no" });
}

const bake = { alarms: "app-5xx", bake: "120s" };

describe("alarms", () => {
  test("an alarm that was on before is a warning (bake-alarm-preexisting)", async () => {
    const { notes, aftermath, clock } = await play(bake, () => alarm("ALARM"), 0);
    expect(notes).toEqual([expect.stringContaining("app-5xx was already in ALARM before the deployment")]);
    expect(aftermath.verdict).toBeUndefined();
    expect(aftermath.markdown).toContain("1 alarm stayed quiet for 2m");
    expect(clock.elapsed).toBeGreaterThanOrEqual(120_000);
    expect(clock.elapsed).toBeLessThan(130_000);
  });

  test("an alarm that goes off ends it at once", async () => {
    const { aftermath, clock } = await play(bake, (s) => alarm(s < 340 ? "OK" : "ALARM"));
    expect(aftermath.verdict).toMatchObject({
      result: "alarm",
      cause: expect.stringContaining("app-5xx is in ALARM: Threshold Crossed"),
    });
    expect(clock.elapsed).toBeLessThan(350_000);
    expect(aftermath.details).toMatchObject({ bake: { result: "alarm" } });
  });

  test("without a bake the alarms are looked at once", async () => {
    const { aftermath, asked } = await play({ alarms: "app-5xx" }, (s) => alarm(s < 100 ? "OK" : "ALARM"));
    expect(aftermath.verdict?.result).toBe("alarm");
    expect(asked).toHaveLength(2);
  });

  test("a name that does not exist guards nothing, and is told before anything is waited for", async () => {
    const playing = play({ ...bake, alarms: "app-5xx\napp-4xx" }, () => alarm("OK"));
    await expect(playing).rejects.toThrow(Failure);
    await expect(playing).rejects.toMatchObject({
      reason: "not-found",
      result: "not-found",
      what: expect.stringContaining('"app-4xx"'),
    });
  });

  test("an alarm that was made a moment ago is found the second time", async () => {
    const { aftermath } = await play(bake, (s) => (s < 1 ? {} : alarm("OK")));
    expect(aftermath.verdict).toBeUndefined();
  });

  test("what may not be looked at is a named note, and no green step", async () => {
    const { notes, aftermath } = await play(bake, () => {
      throw fault("denied", "cloudwatch:DescribeAlarms");
    });
    expect(notes).toEqual([expect.stringContaining("cloudwatch:DescribeAlarms is not allowed")]);
    expect(aftermath.verdict).toMatchObject({
      result: "inconclusive",
      cause: expect.stringContaining("cloudwatch:DescribeAlarms"),
    });
  });

  test("minutes without an answer are survived", async () => {
    const { aftermath } = await play(bake, (s) => {
      if (s < 4 || (s > 310 && s < 560)) throw fault("unavailable", "cloudwatch:DescribeAlarms");
      return alarm("OK");
    });
    expect(aftermath.verdict).toBeUndefined();
  });

  test("an answer that is always empty is no success", async () => {
    await expect(play(bake, () => ({}))).rejects.toMatchObject({ reason: "not-found" });
    const { aftermath } = await play(bake, (s) => (s < 200 ? alarm("OK") : {}));
    expect(aftermath.verdict).toMatchObject({
      result: "inconclusive",
      cause: expect.stringContaining("app-5xx was not there"),
    });
  });
});

/** Answers GetMetricData; `factor` from the deployment's end on, by AWS's clock. */
function values(endedAt: number, factor: number, more: { missingWeek?: boolean } = {}): Answer {
  const random = randomFrom(4);
  return (_, input) => {
    const from = readTime(input, "StartTime") ?? 0;
    const to = readTime(input, "EndTime") ?? 0;
    const isPast = to < endedAt - 24 * 3_600_000;
    const times = Array.from({ length: (to - from) / MINUTE_MS }, (__, at) => from + at * MINUTE_MS);
    return {
      MetricDataResults: readList(input, "MetricDataQueries").map((query) => ({
        Id: readText(query, "Id"),
        Label: readText(query, "Id"),
        StatusCode: "Complete",
        Timestamps: isPast && more.missingWeek === true ? [] : times.map((time) => new Date(time)),
        Values: times.map((time) => 40 * Math.exp(0.03 * normal(random)) * (!isPast && time >= endedAt ? factor : 1)),
      })),
    };
  };
}

const start = Date.parse("2026-11-22T12:00:00Z");
const deployedBy = start + SKEW_MS + 300_000;
const metrics = { metrics: "- name: queue\n  namespace: App\n  metric: Depth" };
const gate = { ...metrics, "metrics-mode": "gate" };

describe("metrics", () => {
  test.each<[string, Readonly<Record<string, string>>, number, string | undefined, string]>([
    ["a gate fails by a regression", gate, 1.5, "regression", "regression"],
    ["a gate says when nothing changed", gate, 1, "no-change", "no-change"],
    ["a gate has nothing against what is better", gate, 0.5, undefined, "improved"],
    ["a report changes nothing", metrics, 1.5, undefined, "regression"],
  ])("%s", async (_, given, factor, result, outcome) => {
    const { aftermath, clock, asked } = await play(given, values(deployedBy, factor));
    expect(aftermath.verdict?.result).toBe(result);
    expect(aftermath.details).toMatchObject({ metrics: { outcome } });
    expect(aftermath.lines[0]).toContain("queue: ");
    // Five minutes of deployment, fifteen of window, three until CloudWatch has them.
    expect(clock.elapsed).toBe(23 * MINUTE_MS);
    expect(asked).toEqual(["GetMetricData", "GetMetricData"]);
  });

  test("the cause says what got worse, by how much", async () => {
    const { aftermath } = await play(gate, values(deployedBy, 1.5));
    expect(aftermath.verdict?.cause).toMatch(
      /^queue worse, \+\d+ % \(\+\d+ % to \+\d+ %\), [\d.]+ before, [\d.]+ after$/,
    );
    expect(aftermath.markdown).toContain("```mermaid");
  });

  test("a week that is missing is inconclusive, and says so", async () => {
    const { aftermath } = await play(gate, values(deployedBy, 2, { missingWeek: true }));
    expect(aftermath.verdict).toMatchObject({
      result: "inconclusive",
      cause: expect.stringContaining("the week before has values for 0"),
    });
    const reported = await play(metrics, values(deployedBy, 2, { missingWeek: true }));
    expect(reported.aftermath.verdict).toBeUndefined();
  });

  test("what may not be read is named; only a gate fails by it", async () => {
    const refuse: Answer = () => {
      throw fault("denied", "cloudwatch:GetMetricData");
    };
    const { aftermath, asked } = await play(gate, refuse);
    expect(aftermath.verdict).toMatchObject({
      result: "inconclusive",
      cause: expect.stringContaining("cloudwatch:GetMetricData is not allowed"),
    });
    expect(asked).toHaveLength(2);
    const reported = await play(metrics, refuse);
    expect(reported.aftermath.verdict).toBeUndefined();
    expect(reported.aftermath.lines).toEqual([expect.stringContaining("cloudwatch:GetMetricData is not allowed")]);
  });

  test("minutes without an answer are survived, more are not", async () => {
    const answer = values(deployedBy, 1);
    const down =
      (until: number): Answer =>
      (s, input) => {
        if (s < until) throw fault("unavailable", "cloudwatch:GetMetricData");
        return answer(s, input);
      };
    expect((await play(gate, down(23 * 60 + 240))).aftermath.verdict?.result).toBe("no-change");
    expect((await play(gate, down(1e9))).aftermath.verdict?.result).toBe("inconclusive");
  });

  test("YAML that cannot be read is told before anything is waited for", async () => {
    await expect(play({ metrics: "- what: x" }, () => ({}))).rejects.toMatchObject({ reason: "invalid-input" });
  });

  test("an alarm makes the comparison unnecessary; a quiet bake is told beside it", async () => {
    const answer = values(deployedBy, 1);
    const both =
      (state: string): Answer =>
      (s, input) =>
        "AlarmNames" in input ? alarm(s < 100 ? "OK" : state) : answer(s, input);
    const loud = await play({ ...bake, ...gate }, both("ALARM"));
    expect(loud.asked).not.toContain("GetMetricData");
    const { aftermath, clock } = await play({ ...bake, ...gate }, both("OK"));
    expect(aftermath.verdict?.result).toBe("no-change");
    expect(Object.keys(aftermath.details)).toEqual(["bake", "metrics"]);
    expect(aftermath.markdown).toMatch(/^\*\*Bake:\*\*[\s\S]*What the metrics did/);
    expect(clock.elapsed).toBe(23 * MINUTE_MS);
  });
});
