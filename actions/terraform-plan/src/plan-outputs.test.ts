import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { planOutputs } from "./plan-outputs.ts";
import { makeReport } from "../../../packages/report/src/report-fixture.ts";

const failure = new Failure({ reason: "plan-failed", what: "Missing name", remedy: "Name it." });
const empty = new TextEncoder().encode('{"format_version":"1.2","terraform_version":"1.15.0"}');

describe("planOutputs", () => {
  it("leaves out what is not known: a step that made no plan found no changes and no lack of them", () => {
    const report = makeReport({ facts: { failure } });
    const { fingerprint: _, ...outputs } = planOutputs(report, { exitCode: undefined, hasChanges: false, files: {} });
    const known = Object.entries(outputs).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(known)).toEqual({
      result: "failed",
      "failure-reason": "plan-failed",
      summary: "plan failed",
    });
  });

  it("counts what a failed plan came to, and does not say whether there are changes", () => {
    const report = makeReport({ plan: empty, facts: { failure } });
    const outputs = planOutputs(report, { exitCode: 1, hasChanges: true, files: {} });
    expect(outputs).toMatchObject({ "exit-code": 1, "to-add": 0, "to-destroy": 0 });
    expect(outputs["has-changes"]).toBeUndefined();
  });

  it("says of a plan without changes that it has none", () => {
    const facts = { exitCode: 0, hasChanges: false, files: { plan: "/p", planJson: "/j", result: "/r" } };
    const outputs = planOutputs(makeReport({ plan: empty }), facts);
    expect(outputs).toMatchObject({ result: "no-changes", "failure-reason": "", "has-changes": false });
    expect(outputs).toMatchObject({ "plan-file": "/p", "plan-json-file": "/j", "result-file": "/r" });
  });
});
