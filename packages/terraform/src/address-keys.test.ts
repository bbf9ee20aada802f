import { describe, expect, it } from "@jest/globals";
import { redactKeys, withoutKeys } from "./address-keys.ts";

const ADDRESSES: [string, string][] = [
  ["aws_instance.web", "aws_instance.web"],
  ["aws_instance.web[0]", "aws_instance.web"],
  ['module.a["x.y"].module.b[2].aws_instance.web["k"]', "module.a.module.b.aws_instance.web"],
  [String.raw`aws_instance.web["a\"]b"].tail`, "aws_instance.web.tail"],
  ['aws_instance.web["never closed', "aws_instance.web"],
  ['data.x.y["[0]"]', "data.x.y"],
  ["", ""],
];

describe("withoutKeys", () => {
  it.each(ADDRESSES)("reads %s as %s", (address, expected) => {
    expect(withoutKeys(address)).toBe(expected);
  });
});

describe("redactKeys", () => {
  it.each(ADDRESSES)("leaves %s as it is when there is nothing to hide", (address) => {
    expect(redactKeys(address, (text) => text)).toBe(address);
  });

  it("redacts what is in string keys and nothing else", () => {
    expect(redactKeys('module.web["web"].aws_web.web[0]', (text) => text.replaceAll("web", "***"))).toBe(
      'module.web["***"].aws_web.web[0]',
    );
  });
});
