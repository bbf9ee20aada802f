import { describe, expect, it } from "@jest/globals";
import { renderSummary } from "./summary.ts";

describe("renderSummary", () => {
  it("is a table that names cannot break", () => {
    const setup = {
      result: "cached" as const,
      version: "1.11.4",
      program: "/tools/terraform",
      directory: "/tools",
      source: "a|b`c\n::error::.terraform-version:1",
    };
    const text = renderSummary(setup, "terraform", ["app.terraform.io"]);
    expect(text.split("\n")).toHaveLength(10);
    expect(text).toContain("### Terraform `1.11.4`");
    expect(text).toContain("| Tokens for | `app.terraform.io` |");
    expect(text).not.toMatch(/^::/m);
  });
});
