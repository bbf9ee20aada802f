import { describe, expect, it } from "@jest/globals";

import { isConditionMet, resolveExpressions } from "./expressions.ts";

const contexts = { github: { token: "t", event: { number: 7, a: { b: null } } }, env: {} };

describe("resolveExpressions", () => {
  it.each([
    ["plain", "plain"],
    ["${{ github.token }}", "t"],
    ["a-${{ github.event.number }}-${{ github.event.a.b.c || 'none' }}", "a-7-none"],
    ["${{ format('{0}!', github.token) }}", "t!"],
  ])("%s", async (text, expected) => {
    expect(await resolveExpressions(text, contexts)).toBe(expected);
  });
});

describe("isConditionMet", () => {
  it.each([
    ["always()", "cancelled", true],
    ["success()", "failure", false],
    ["failure() || cancelled()", "cancelled", true],
    ["${{ !cancelled() }}", "cancelled", false],
    ["github.event.number == 7", "success", true],
    ["github.event.number == 7", "failure", false],
  ] as const)("%s after %s: %s", async (condition, status, expected) => {
    expect(await isConditionMet(condition, status, contexts)).toBe(expected);
  });
});
