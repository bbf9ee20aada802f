import { describe, expect, it } from "@jest/globals";
import { defaultLabel, namedOutputDirectory, normaliseDirectory } from "./target.ts";

describe("normaliseDirectory", () => {
  it.each([
    [".", "."],
    ["", "."],
    ["./", "."],
    ["./.", "."],
    ["infra", "infra"],
    ["infra/", "infra"],
    ["./infra//prod/", "infra/prod"],
    ["infra/../live", "live"],
    ["infra/..", "."],
    ["infra/.", "infra"],
    ["a b/ü", "a b/ü"],
  ])("%j is %j", (given, expected) => {
    expect(normaliseDirectory(given)).toBe(expected);
    expect(normaliseDirectory(expected)).toBe(expected);
  });
});

describe("defaultLabel", () => {
  it.each([
    ["infra", "default", "infra"],
    ["infra", "", "infra"],
    ["infra", "staging", "infra (staging)"],
    [".", "default", "."],
  ])("%j in workspace %j is %j", (directory, workspace, label) => {
    expect(defaultLabel(directory, workspace)).toBe(label);
  });
});

describe("namedOutputDirectory", () => {
  it.each([
    ["", undefined],
    ["out", "/checkout/out"],
    ["../out", "/out"],
    ["/elsewhere/out", "/elsewhere/out"],
  ])("%j names %j", (given, expected) => {
    expect(namedOutputDirectory(given, "/checkout")).toBe(expected);
  });
});
