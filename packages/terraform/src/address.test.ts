import { describe, expect, it } from "@jest/globals";
import { addressProblem } from "./address.ts";

describe("addressProblem", () => {
  it.each([
    "aws_instance.web",
    "aws_instance.web[0]",
    'aws_instance.web["a b"]',
    'module.a["x"].module.b.data.aws_ami.c["k.\\"y"]',
    "module.network",
    'module.network[""]',
    "data.external.a-b",
  ])("accepts %s", (address) => {
    expect(addressProblem(address)).toBeUndefined();
  });

  it.each([
    ["", "is empty"],
    ["-destroy", "does not begin with a name"],
    ["a.b c.d", "contains white space"],
    ["a.b\nc.d", "contains white space"],
    ["web", "is a single name"],
    ["a.", "has no name after a dot"],
    ["a.b[x]", 'has a key that is neither a number nor a "text"'],
    ['a.b["${x}"]', 'has a key that is neither a number nor a "text"'],
    ['a.b["x"', 'has a key that is neither a number nor a "text"'],
    ["a.b,c.d", 'has an unexpected "," in it'],
    ["a.b\u0000", 'has an unexpected "\\u0000" in it'],
    ["a.b#c", 'has an unexpected "#c" in it'],
  ])("says that %j %s", (address, problem) => {
    expect(addressProblem(address)).toBe(problem);
  });
});
