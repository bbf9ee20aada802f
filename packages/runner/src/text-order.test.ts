import { expect, it } from "@jest/globals";
import { compareCodeUnits } from "./text-order.ts";

it("orders texts by their code units, whatever the language", () => {
  const texts = ["b", "a", "", "\u{1F600}", "Z", "\uFFFD", "\u00E4", "a10", "a2"];
  const sorted = ["", "Z", "a", "a10", "a2", "b", "\u00E4", "\u{1F600}", "\uFFFD"];
  expect(texts.toSorted(compareCodeUnits)).toEqual(sorted);
  expect(compareCodeUnits("a", "a")).toBe(0);
});
