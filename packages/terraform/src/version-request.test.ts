import { describe, expect, it } from "@jest/globals";
import { ConstraintError } from "./constraint-error.ts";
import { parseRequest, parseToolRequest, partialVersion } from "./version-request.ts";

describe("parseRequest", () => {
  it.each([
    ["1.11.4", { kind: "exact", version: { text: "1.11.4" } }],
    ["v1.11.4", { kind: "exact", version: { text: "1.11.4" } }],
    ["= 1.11.4", { kind: "exact", version: { text: "1.11.4" } }],
    ["1.12.0-rc1", { kind: "exact", version: { text: "1.12.0-rc1" } }],
    ["latest", { kind: "latest" }],
    ["latest-allowed", { kind: "latest-allowed" }],
    ["min-required", { kind: "min-required" }],
    ["latest:^1\\.8", { kind: "pattern", pattern: { text: "^1\\.8" } }],
    ["~> 1.11", { kind: "constraint", constraint: { text: "~> 1.11" } }],
    [">= 1.5, < 2", { kind: "constraint", constraint: { text: ">= 1.5, < 2" } }],
    ["1.11", { kind: "constraint", constraint: { text: "1.11" } }],
  ])("%s", (text, expected) => {
    expect(parseRequest(text)).toMatchObject(expected);
  });

  it.each([
    "../../x",
    "1.9.0/../../evil",
    "1.9.0\\n",
    "latest; rm",
    "latest:$(id)",
    "<2.0 || *",
    "https://example.com/terraform.zip",
    "stable",
    ">= 1.0.0-rc1",
    "1".repeat(300),
    "",
  ])("H080: refuses %j in one short line", (text) => {
    const refused = (() => {
      try {
        return parseRequest(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(ConstraintError);
    expect((refused as ConstraintError).message).toMatch(/^.{1,200}$/);
  });
});

describe("parseToolRequest", () => {
  it.each([
    ["1.11.4", { kind: "exact" }],
    ["latest", { kind: "latest" }],
    ["1.11", { kind: "prefix", segments: [1, 11] }],
    ["v1", { kind: "prefix", segments: [1] }],
    ["prefix:1.11", { kind: "prefix", segments: [1, 11] }],
    ["latest:1.5", { kind: "prefix", segments: [1, 5] }],
  ])("%s", (text, expected) => {
    expect(parseToolRequest(text)).toMatchObject(expected);
  });

  it.each(["ref:main", "path:/opt/terraform", "system", "sub-1:latest", "~> 1.5", "", "1.2.3.4", "1".repeat(300)])(
    "refuses %j",
    (text) => {
      expect(() => parseToolRequest(text)).toThrow(ConstraintError);
    },
  );
});

describe("partialVersion", () => {
  it.each([
    ["1.11", true],
    ["v1", true],
    ["= 1.11", false],
    ["~> 1.11", false],
    ["1.11.4", false],
    ["1.11, < 2", false],
  ])("%s is one: %s", (text, expected) => {
    expect(partialVersion(parseRequest(text)) !== undefined).toBe(expected);
  });
});
