/** The normal form of lock files; the recorded rows are in constraint.test.ts, the real terraform in constraint-terraform.test.ts. */
import { describe, expect, it } from "@jest/globals";
import { ConstraintError } from "./constraint-error.ts";
import { normaliseConstraints } from "./constraint-normal.ts";

describe("normaliseConstraints", () => {
  it.each([
    [[], ""],
    [["", ""], ""],
    [["= 1.2"], "1.2.0"],
    [[">=1"], ">= 1.0.0"],
    [["~> 1"], "~> 1.0"],
    [["~> 1.2"], "~> 1.2"],
    [["~> 1.2.0"], "~> 1.2.0"],
    [["~> 01.02"], "~> 1.2"],
    [["~> 1.2-rc1"], "~> 1.2-rc1"],
    [["~> 1", "~>1.0", " ~> 1.0 "], "~> 1.0"],
    [["~> 1.0", ">= 1.1", ">= 1.1.0, != 1.2.0", "1.2.5, < 2"], "~> 1.0, >= 1.1.0, != 1.2.0, 1.2.5, < 2.0.0"],
    [
      ["!= 1.2.0, < 1.2.0, <= 1.2.0, ~> 1.2, ~> 1.2.0, 1.2.0, >= 1.2.0, > 1.2.0"],
      "> 1.2.0, >= 1.2.0, 1.2.0, ~> 1.2.0, ~> 1.2, <= 1.2.0, < 1.2.0, != 1.2.0",
    ],
    [[">= 1.0.0+b, >= 1.0.0, >= 1.0.0-rc1, >= 1.0.0+a"], ">= 1.0.0-rc1, >= 1.0.0, >= 1.0.0+a, >= 1.0.0+b"],
    [[">= 10.0", ">= 9.0"], ">= 9.0.0, >= 10.0.0"],
  ])("%j becomes %j", (texts, normal) => {
    expect(normaliseConstraints(texts)).toBe(normal);
    expect(normaliseConstraints([normal])).toBe(normal);
  });

  it("refuses what terraform refuses", () => {
    expect(() => normaliseConstraints([">= 1.0", "v1.2"])).toThrow(ConstraintError);
  });
});
