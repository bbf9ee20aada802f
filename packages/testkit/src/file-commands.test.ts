import { describe, expect, it } from "@jest/globals";

import { parseEnvironmentFile, parseFileCommands, parsePathFile, parseStepSummary } from "./file-commands.ts";

describe("parseFileCommands", () => {
  it.each([
    ["a=1\nb=2=3\n\nc=", { a: "1", b: "2=3", c: "" }],
    ["a<<EOF\none\ntwo\nEOF\nb=1\n", { a: "one\ntwo", b: "1" }],
    ["a<<EOF\nEOF\n", { a: "" }],
    ["a<<EOF\n\nEOF", { a: "" }],
    ["a<<EOF\r\nx\nEOF\r\n", { a: "x" }],
    ["a=<<EOF\nb=v\r\n", { a: "<<EOF", b: "v\r" }],
    ["a=1\na=2\n", { a: "2" }],
    ["=x\n", { "": "x" }],
  ])("%j", (text, values) => {
    expect(parseFileCommands(text)).toEqual({ values: new Map(Object.entries(values)) });
  });

  it.each([
    ["a<<EOF\nx\n", "Invalid value. Matching delimiter not found 'EOF'"],
    ["a<<EOF\nx", "Invalid value. EOF marker missing new line."],
    ["a<<EOF\nx\r\nEOF\r\n", "Invalid value. Matching delimiter not found 'EOF'"],
    ["<<EOF\nx\nEOF\n", "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty"],
    ["just text\n", "Invalid format 'just text'"],
  ])("%j is an error", (text, error) => {
    expect(parseFileCommands(`ok=1\n${text}`)).toEqual({ values: new Map([["ok", "1"]]), error });
  });
});

it("GITHUB_ENV does not take NODE_OPTIONS", () => {
  const { values, error } = parseEnvironmentFile("A=1\nnode_options=--x\n");
  expect([...values]).toEqual([["A", "1"]]);
  expect(error).toContain("node_options");
});

it("GITHUB_PATH puts the last folder first", () => {
  expect(parsePathFile("/a\n\n/b\n")).toEqual(["/b", "/a"]);
});

it("a step summary is kept whole up to 1 MiB of bytes", () => {
  expect(parseStepSummary("x".repeat(1_048_576)).error).toBeUndefined();
  expect(parseStepSummary("é".repeat(524_289))).toMatchObject({
    summary: "",
    error: expect.stringContaining("1024k") as unknown,
  });
});
