import { expect, it } from "@jest/globals";
import { cutLine } from "./line.ts";

it("cuts a line at whole characters", () => {
  expect(cutLine("a\n b", 10)).toBe("a b");
  expect(cutLine("😀😀😀", 2)).toBe("😀…");
});
