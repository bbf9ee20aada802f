/** Values of a workflow file: what is evaluated, to which type, and which conditions hold. */
import { describe, expect, it } from "@jest/globals";

import { evaluateText, evaluateValue, isMet } from "./evaluate.ts";
import type { Status } from "./evaluate.ts";

const contexts = {
  github: { event: { n: 7, list: [1, "a"], none: null }, ref: "refs/heads/main" },
  inputs: { no: false },
};
const scope = { contexts };

describe("evaluateValue", () => {
  it.each<[unknown, unknown]>([
    ["plain", "plain"],
    [7, 7],
    [null, null],
    ["${{ github.event.n }}", 7],
    ["${{ github.event.n == 7 }}", true],
    ["${{ github.event.none }}", null],
    ["${{ github.event.not.there }}", null],
    ["${{ github.event.list }}", [1, "a"]],
    ["${{ fromJSON('{\"a\":[1]}') }}", { a: [1] }],
    ["a ${{ github.event.n }} ${{ inputs.no }} ${{ github.event.none }}|", "a 7 false |"],
    ["${{ format('{0} }}', 'x') }}", "x }"],
    ["${{ 'it''s }}' }}", "it's }}"],
    [
      { a: ["${{ 1 }}"], b: "x${{ 1 }}" },
      { a: [1], b: "x1" },
    ],
  ])("%j is %j", async (value, expected) => {
    expect(await evaluateValue(value, scope)).toEqual(expected);
  });

  it.each([
    ["${{ secrets.x }}", /Unrecognized named-value: 'secrets'/],
    ["${{ paint() }}", /Unrecognized function: 'paint'/],
    ["${{ success() }}", /Unrecognized function: 'success'/],
    ["${{ hashFiles('x') }}", /Unrecognized function: 'hashFiles'/],
    ["${{ github. }}", /github\./],
  ])("%s is an error", async (value, message) => {
    await expect(evaluateValue(value, scope)).rejects.toThrow(message);
  });

  it("text is never anything else", async () => {
    expect(await Promise.all(["${{ 7 }}", true, 1.5, undefined].map((each) => evaluateText(each, scope)))).toEqual([
      "7",
      "true",
      "1.5",
      "",
    ]);
    await expect(evaluateText({ a: 1 }, scope)).rejects.toThrow("Text is expected");
  });
});

describe("isMet", () => {
  const good: Status = { success: true, failure: false, cancelled: false };
  const bad: Status = { success: false, failure: true, cancelled: false };
  const cancelled: Status = { success: false, failure: false, cancelled: true };

  it.each<[unknown, [boolean, boolean, boolean]]>([
    [undefined, [true, false, false]],
    ["github.event.n == 7", [true, false, false]],
    ["github.event.n == 8 || github.event.n == 7", [true, false, false]],
    ["always()", [true, true, true]],
    ["${{ always() }}", [true, true, true]],
    ["failure()", [false, true, false]],
    ["cancelled()", [false, false, true]],
    ["!cancelled()", [true, true, false]],
    ["${{ !cancelled() && github.event.n == 7 }}", [true, true, false]],
    ["Failure()", [false, true, false]],
    ["github.ref == 'always()'", [false, false, false]],
    [false, [false, false, false]],
    ["inputs.no", [false, false, false]],
    ["'false'", [true, false, false]],
    ["''", [false, false, false]],
    ["0", [false, false, false]],
    ["github.event.none", [false, false, false]],
    ["github.event.list", [true, false, false]],
  ])("%j holds after success, failure, cancellation: %j", async (condition, expected) => {
    const states = [good, bad, cancelled].map((status) => isMet(condition, { contexts, status }));
    expect(await Promise.all(states)).toEqual(expected);
  });

  it("an expression that is a part of the condition is an error, for it would always hold", async () => {
    await expect(isMet("${{ inputs.no }} == true", { contexts, status: good })).rejects.toThrow("is always true");
  });
});
