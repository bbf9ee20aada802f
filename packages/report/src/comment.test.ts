import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { renderComment as renderDom } from "@handrail/testkit";
import { renderComment, renderSummary } from "./comment.ts";
import { markReport } from "./marker.ts";
import { makeReport } from "./report-fixture.ts";
import type { PlanReport } from "./report.ts";
import { renderResultFile } from "./result-file.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");

function readFixture(name: string): PlanReport {
  const events = join(fixtures, name, "events.jsonl");
  return makeReport({
    plan: readFileSync(join(fixtures, name, "plan.json")),
    events: existsSync(events) ? readFileSync(events, "utf8") : "",
  });
}

describe("the comment of real plans", () => {
  it.each(readdirSync(fixtures))("%s is as its golden file", (name) => {
    const report = readFixture(name);
    const body = renderComment(report, markReport(report, undefined));
    const golden = join(fixtures, name, "comment.md");
    if (process.env["HANDRAIL_GOLDEN"] === "write") writeFileSync(golden, body);
    expect(body).toBe(readFileSync(golden, "utf8"));
  });

  it("shows all 13 changed addresses, 3 outputs and 1 warning of the zoo, and no secret", () => {
    const report = readFixture("20-zoo");
    const body = renderComment(report, markReport(report, undefined));
    const text = renderDom(body).text;
    for (const address of [
      "data.terraform_remote_state.rs",
      "terraform_data.cbd",
      "terraform_data.cnt[1]",
      "terraform_data.del",
      "terraform_data.dep",
      'terraform_data.each["k2"]',
      "terraform_data.gone",
      "terraform_data.imp",
      "terraform_data.new",
      "terraform_data.req",
      "terraform_data.sens",
      "terraform_data.taint",
      "terraform_data.trig",
    ]) {
      expect(text).toContain(address);
    }
    for (const output of ["dropme", "pub", "sec"]) expect(text).toContain(output);
    expect(text).toContain("Some objects will no longer be managed by Terraform");
    const everything = [
      body,
      renderSummary(report),
      ...renderResultFile(report, { marker: markReport(report, undefined), outline: "" }),
    ].join("");
    expect(everything).not.toMatch(/hunter[23]/);
  });
});
