/** The one line that a developer reads at 2 a.m., and the summary below it. */
import { describe, expect, it } from "@jest/globals";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { beginCourse, endCourse } from "../wait/course.ts";
import type { Diagnosis, Result, Verdict } from "../wait/verdict.ts";
import { renderGantt } from "./gantt.ts";
import { reasonOf, remedyOf, resultOf, resultOfStory } from "./story.ts";
import type { ItemStory, Story } from "./story.ts";
import { renderSummary } from "./summary.ts";

function item(id: string, verdict: Verdict, diagnosis: Diagnosis = { causes: [] }): ItemStory {
  const begun = beginCourse({ id, label: `service ${id}` });
  const stages = [
    { name: "SCALE_UP", from: 0, to: 60_000 },
    { name: "BAKE_TIME", from: 60_000 },
  ];
  return { course: endCourse({ ...begun, stages, progress: "1/2 running" }, verdict, 90_000), verdict, diagnosis };
}

function story(items: readonly ItemStory[], more: Partial<Story> = {}): Story {
  return { kind: "ecs", items, beganAt: 1_763_800_000_000, durationMs: 90_000, notes: [], ...more };
}

const rolledBack: Verdict = { result: "rolled-back", cause: "the circuit breaker threshold was exceeded" };
const exitCode = "3 tasks: container app: exit code 1";

describe("resultOf", () => {
  it.each<[Result[], Result]>([
    [["success"], "success"],
    [["success", "noop"], "success"],
    [["noop", "noop"], "noop"],
    [["rolled-back", "rolled-back"], "rolled-back"],
    [["rolled-back", "success"], "failed"],
    [["rolled-back", "timeout"], "failed"],
    [[], "noop"],
  ])("of %j is %s", (results, expected) => {
    expect(resultOf(results)).toBe(expected);
  });
});

describe("reasonOf", () => {
  it("names the object, what it did, the cause, and what was found", () => {
    const logLines = ["starting", "Error: DATABASE_URL is not set"];
    expect(reasonOf(story([item("app", rolledBack, { causes: [exitCode], logLines })]))).toBe(
      `service app was rolled back: the circuit breaker threshold was exceeded; ${exitCode}; log: Error: DATABASE_URL is not set`,
    );
  });

  it("says how many did not make it, and names three", () => {
    const items = ["a", "b", "c", "d"].map((id) => item(id, rolledBack));
    const reason = reasonOf(story([...items, item("e", { result: "success", cause: "" })]));
    expect(reason).toMatch(/^4 of 5 did not make it: service a was rolled back/);
    expect(reason).toContain("1 more in the step summary");
  });

  it("does not say a cause twice", () => {
    const reason = reasonOf(
      story([item("app", rolledBack, { causes: ["The circuit breaker threshold was exceeded"] })]),
    );
    expect(reason.match(/threshold/g)).toHaveLength(1);
  });

  it("says what was found afterwards when that is the verdict", () => {
    const verdict: Verdict = { result: "alarm", cause: "app-5xx went off", remedy: "Roll back." };
    const told = story([item("app", { result: "success", cause: "" })], {
      aftermath: { verdict, lines: [], markdown: "", details: {} },
    });
    expect(resultOfStory(told)).toBe("alarm");
    expect(reasonOf(told)).toContain("app-5xx went off");
    expect(remedyOf(told)).toBe("Roll back.");
  });

  it("is one line, however long and wild the texts are", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 3000 }),
        fc.array(fc.string({ unit: "binary" })),
        (cause, causes) => {
          const reason = reasonOf(story([item("app", { result: "failed", cause }, { causes, logLines: causes })]));
          expect(reason).not.toMatch(/[\r\n]/);
          expect(Array.from(reason).length).toBeLessThanOrEqual(1000);
        },
      ),
      { numRuns: runs(100, 5000), seed: seed() },
    );
  });
});

describe("renderSummary", () => {
  it("shows the verdict, what to do, the picture, the causes, the log and the links", () => {
    const diagnosis: Diagnosis = {
      causes: [exitCode],
      logLines: ["Error: no database"],
      links: [
        { title: "the service", url: "https://console.example/x" },
        { title: "bad", url: "javascript:alert(1)" },
      ],
      missingPermissions: ["logs:GetLogEvents"],
    };
    const summary = renderSummary(story([item("app", rolledBack, diagnosis)]));
    for (const part of [
      "was rolled back (1m30s)",
      "What to do",
      "```mermaid",
      "Error: no database",
      "GetLogEvents is not allowed",
    ]) {
      expect(summary).toContain(part);
    }
    expect(summary).toContain("](<https://console.example/x>)");
    expect(summary).not.toContain("javascript:");
  });

  it("keeps text from outside text", () => {
    const hostile = "x\n\n# Title <img src=x> @octocat [a](http://b) ``` <!-- marker -->\n::stop-commands::z\n";
    const told = item("app", { result: "failed", cause: hostile }, { causes: [hostile], logLines: [hostile] });
    const { course } = told;
    const items = [
      { ...told, course: { ...course, progress: hostile, warnings: [hostile] } },
      item(hostile, rolledBack),
    ];
    const rendered = renderComment(renderSummary(story(items)));
    expect(rendered.mentions).toEqual([]);
    expect(rendered.images).toEqual([]);
  });
});

describe("renderGantt", () => {
  it("is made of plain names and whole numbers", () => {
    const stages = [{ name: "a: b; c, #d\n```", from: 0, to: 1 }];
    const gantt = renderGantt([{ name: "x:y", stages, result: "failed" }], 1000.4);
    expect(gantt).toContain("    section x y\n    a b c d 1s :crit, 1000, 2000\n```");
  });

  it("is nothing when there is nothing to draw", () => {
    expect(renderGantt([{ name: "x", stages: [], result: "success" }], 0)).toBe("");
  });
});
