import { describe, expect, test } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { parseMetrics } from "./parse.ts";
import { planQueries } from "./queries.ts";

function problems(text: string): string {
  try {
    parseMetrics(text, "report");
  } catch (error) {
    if (error instanceof Failure) return `${error.reason}: ${error.what}`;
    throw error;
  }
  return "";
}

const raw = "- name: latency\n  namespace: App\n  metric: Latency\n";

describe("the input metrics", () => {
  test("presets of a load balancer and of a service, with their settings", () => {
    const settings = parseMetrics(
      `
window-before: 2h
window-after: 30m
baseline: day
ingest-delay: 5m
metrics:
  - alb: app/web/50dc6c495c0c9188
    min-effect: 20%
    mode: gate
  - alb:app/web/50dc6c495c0c9188/targetgroup/blue/73e2d6bc24d8a067
  - ecs: prod/app
`,
      "report",
    );
    expect(settings).toMatchObject({
      windowBeforeMs: 7_200_000,
      windowAfterMs: 1_800_000,
      baseline: "day",
      ingestDelayMs: 300_000,
    });
    expect(
      settings.metrics.map(({ name, mode, direction, minEffect, minRequests }) => [
        name,
        mode,
        direction,
        minEffect,
        minRequests,
      ]),
    ).toEqual([
      ["web requests", "report", "neither", 0.2, 0],
      ["web 5xx rate", "gate", "lower-is-better", 0.2, 200],
      ["web p99 latency", "gate", "lower-is-better", 0.2, 200],
      ["blue requests", "report", "neither", 0.1, 0],
      ["blue 5xx rate", "report", "lower-is-better", 0.1, 200],
      ["blue p99 latency", "report", "lower-is-better", 0.1, 200],
      ["app CPU", "report", "lower-is-better", 0.1, 0],
      ["app memory", "report", "lower-is-better", 0.1, 0],
    ]);
    expect(settings.metrics[4]?.source).toMatchObject({
      errors: [
        {
          metric: "HTTPCode_Target_5XX_Count",
          dimensions: { LoadBalancer: "app/web/50dc6c495c0c9188", TargetGroup: "targetgroup/blue/73e2d6bc24d8a067" },
        },
      ],
    });
  });

  test("a list alone, raw metrics, and the mode of the input", () => {
    const { metrics, baseline } = parseMetrics(
      `${raw}  dimensions: { Service: app, Shard: 3 }\n  statistic: p95\n  unit: Milliseconds\n  direction: higher-is-better\n  min-requests: 50`,
      "gate",
    );
    expect(baseline).toBe("week");
    const stat = {
      namespace: "App",
      metric: "Latency",
      dimensions: { Service: "app", Shard: "3" },
      statistic: "p95",
      unit: "Milliseconds",
    };
    expect(metrics).toEqual([
      {
        name: "latency",
        source: { kind: "value", stat },
        direction: "higher-is-better",
        minEffect: 0.1,
        mode: "gate",
        minRequests: 50,
        requests: { ...stat, statistic: "SampleCount" },
        unit: "",
      },
    ]);
  });

  test("metric math keeps each metric's names for itself", () => {
    const entry = (name: string, metric: string): string =>
      `- name: ${name}\n  expression: "100 * errors / FILL(errors, 'errors')"\n  parts:\n    errors: { namespace: App, metric: ${metric}, statistic: Sum }\n`;
    const { metrics } = parseMetrics(entry("a", "A") + entry("b", "B"), "report");
    const { queries, asked } = planQueries(metrics);
    expect(queries).toMatchObject([
      { Id: "q0", MetricStat: { Metric: { MetricName: "A" }, Period: 60, Stat: "Sum" }, ReturnData: false },
      { Id: "q1", Expression: "100 * q0 / FILL(q0, 'errors')", ReturnData: true },
      { Id: "q2", MetricStat: { Metric: { MetricName: "B" } } },
      { Id: "q3", Expression: "100 * q2 / FILL(q2, 'errors')" },
    ]);
    expect(asked).toEqual([
      { kind: "value", id: "q1" },
      { kind: "value", id: "q3" },
    ]);
  });

  test("equal queries are asked once", () => {
    const { metrics } = parseMetrics("- alb: app/web/50dc6c495c0c9188", "report");
    const { queries, asked } = planQueries(metrics);
    expect(queries.length).toBe(4);
    expect(asked).toEqual([
      { kind: "value", id: "q0" },
      { kind: "rate", errors: ["q1", "q2"], requests: ["q0", "q2"] },
      { kind: "value", id: "q3", requests: "q0" },
    ]);
  });

  test.each([
    ["", "metrics:1:1: it needs `metrics`"],
    ["metrics: []", "it needs `metrics`"],
    ["3", "metrics must be a mapping"],
    ["- 3", "an entry must be a mapping with alb, ecs, name"],
    ["- alb: web", "metrics:1:8: alb must be app/NAME/ID"],
    ["- alb:web", "alb must be app/NAME/ID"],
    ["- ecs: app", "ecs must be cluster/service"],
    [
      "- alb: app/web/50dc6c495c0c9188\n  direction: neither",
      'metrics:2:3: unknown key "direction" in an entry with alb',
    ],
    [`window: 3m\nmetrics:\n${raw}`, 'metrics:1:1: unknown key "window" in metrics, known are window-before'],
    [`window-after: 5m\nmetrics:\n${raw}`, "metrics:1:15: window-after must be a duration from 10m to 6h"],
    [`window-after: 15\nmetrics:\n${raw}`, "window-after must be a duration"],
    [`baseline: month\nmetrics:\n${raw}`, "baseline must be week, day or none"],
    ["- name: x\n  metric: Y", "an entry needs `namespace`"],
    ["- namespace: x\n  metric: Y", "an entry needs `name`"],
    [`${raw}  direction: down`, "direction must be lower-is-better, higher-is-better, neither"],
    [`${raw}  min-effect: ten`, "min-effect must be a percentage from 1% to 1000%"],
    [`${raw}  min-effect: 0.1`, "min-effect must be a percentage"],
    [`${raw}  min-requests: -1`, "min-requests must be a whole number"],
    [`${raw}  mode: gate\n  direction: neither`, "mode gate has nothing to go by"],
    [`${raw}  dimensions: [a]`, "dimensions must be a mapping"],
    [`${raw}  parts: {}`, "parts are for `expression`"],
    [`${raw}  expression: a`, "namespace does not go with expression"],
    ["- name: x\n  expression: a\n  min-requests: 5", "min-requests needs `requests`"],
    ["- name: x\n  expression: Q1\n  parts: { Q1: { namespace: A, metric: B } }", '"Q1" cannot be a part\'s name'],
    ["- name: x\n  expression: q1\n  parts: { q1: { namespace: A, metric: B } }", '"q1" cannot be a part\'s name'],
    [raw + raw, '"latency" is there twice'],
    ["- name: [x\n", "metrics:"],
    ["a: 1\na: 2", "metrics:"],
  ])("%j is told with its place", (text, expected) => {
    expect(problems(text)).toMatch(/^invalid-input: metrics cannot be used: metrics:\d+:\d+: /);
    expect(problems(text)).toContain(expected);
  });

  test("more queries than a call takes", () => {
    const many = Array.from({ length: 501 }, (_, at) => `- name: m${at}\n  namespace: App\n  metric: M${at}\n`).join(
      "",
    );
    expect(problems(many)).toContain("it needs 501 queries, CloudWatch takes 500");
  });
});

test("the README's example can be read", async () => {
  const { readFileSync } = await import("node:fs");
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const block = /```yaml\nmetrics: \|\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(parseMetrics(block.replaceAll(/^ {2}/gm, ""), "report").metrics.map(({ name }) => name)).toContain(
    "failed payments",
  );
});
