/** What leaves the step: redacted, and with the result that the course came to. */
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import type { Json } from "@handrail/terraform";
import { draftPlan, draftRecord, planParts, redactJson } from "./draft.ts";
import { stage } from "./step-fixture.ts";
import type { Course } from "./step.ts";

const asked: Course["asked"] = {
  client: () => Promise.reject(new TypeError("nobody asks")),
  labels: () => Promise.resolve(undefined),
  changedFiles: () => Promise.resolve(undefined),
};
const course = (more: Partial<Course> = {}): Course => ({ rules: [], asked, outputs: [], notes: [], ...more });
const failureOf = (reason: string, result?: string): Failure =>
  new Failure({ reason, what: "It failed for hunter2secret", remedy: "Do not.", ...(result ? { result } : {}) });

function recordOf(given: Course, failure?: Failure): ReturnType<typeof draftRecord>["record"] {
  const { step } = stage({ environment: { "INPUT_SEAL-KEY": "" } });
  step.deps.host.redactor.add("hunter2secret");
  return draftRecord(step, given, { report: draftPlan(step, given), failure }).record;
}

function applied(done: string[]): NonNullable<Course["apply"]> {
  const result = { exitCode: 1, signal: undefined, cancelled: false, diagnostics: [], stderr: "" };
  return {
    result: { ...result, isComplete: false, outputs: new Map() },
    outcome: { applied: done, failed: [], notStarted: [], uncertain: [], unsaved: [] },
  };
}

describe("the record", () => {
  it.each<[string, Partial<Course>, Failure | undefined, string]>([
    ["nothing to do", {}, undefined, "no-changes"],
    ["done", { apply: applied(["a.b"]) }, undefined, "applied"],
    ["refused by the review", {}, failureOf("not-reviewed"), "refused"],
    ["another plan", {}, failureOf("plan-changed"), "refused"],
    ["a changed file", {}, failureOf("plan-tampered"), "refused"],
    ["a guardrail", {}, failureOf("guardrail-denied"), "refused"],
    ["a policy", {}, failureOf("policy-denied"), "refused"],
    ["a state that waits", {}, failureOf("state-not-saved", "refused"), "refused"],
    ["a failed init", {}, failureOf("init-failed"), "failed"],
    ["a lock", {}, failureOf("state-locked"), "failed"],
    ["a failure after something was done", { apply: applied(["a.b"]) }, failureOf("apply-failed"), "partial"],
    ["a failure before anything was done", { apply: applied([]) }, failureOf("apply-failed"), "failed"],
  ])("of %s", (_, more, failure, result) => {
    expect(recordOf(course(more), failure).result).toBe(result);
  });

  it("holds no secret in failure, notes, addresses or outputs", () => {
    const record = recordOf(
      course({
        notes: ["note hunter2secret"],
        apply: applied(['a.b["hunter2secret"]']),
        outputs: [{ name: "o", isSensitive: false, value: { deep: ["x hunter2secret", { hunter2secret: 1 }] } }],
      }),
      failureOf("apply-failed"),
    );
    expect(JSON.stringify(record)).not.toContain("hunter2secret");
    expect(record.failure?.what).toContain("(sensitive value)");
  });
});

describe("planParts", () => {
  it("never makes a review of a plan file, of its record, or of what was planned", () => {
    const { step } = stage();
    const [approved, planned] = [`hr1:${"a".repeat(64)}`, `hr1:${"b".repeat(64)}`];
    const shown = { kind: "record" as const };
    const reviewed = { shown, fingerprint: approved, outlineText: "", isBegun: false, notes: [] };
    const report = { ...draftPlan(step, course({})), fingerprint: planned };
    for (const given of [course({ reviewed }), course({})]) {
      expect(planParts(given, report)).toMatchObject({ marker: { data: { fingerprint: "" } }, outline: "" });
    }
    const marker = { fingerprint: approved };
    expect(planParts(course({ reviewed: { ...reviewed, marker } }), report).marker.data).toEqual(marker);
  });
});

describe("redactJson", () => {
  it("keeps everything that is no text, and names like __proto__", () => {
    const value = JSON.parse('{"a":[1,true,null,"s"],"__proto__":{"s":"s"}}') as Json;
    const made = redactJson(value, (text) => (text === "s" ? "-" : text));
    expect(JSON.stringify(made)).toBe('{"a":[1,true,null,"-"],"__proto__":{"-":"-"}}');
  });
});
