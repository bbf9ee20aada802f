import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { saveState, setOutput } from "@actions/core";
import { parseFileCommands, runs, seed, workspace, type Workspace } from "@handrail/testkit";
import fc from "fast-check";
import { appendCommand, renderPair } from "./file-commands.ts";

let folder: Workspace;
beforeEach(() => {
  folder = workspace({ output: "" }, { git: false });
});
afterEach(() => folder.cleanup());

const hostileValue = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\r",
        "\r\n",
        "<<",
        "=",
        "approved=true",
        "ghadelimiter_x",
        "EORESULTTFVIAPR",
        "handrail_",
        "\0",
        "\u001A",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

describe("renderPair", () => {
  it.each([
    "ghadelimiter_0000\napproved=true",
    "EORESULTTFVIAPR\napproved=true",
    "handrail_\nhandrail_00000000-0000-0000-0000-000000000000\napproved=true",
    "a<<b\nc\nb\napproved=true",
  ])("H016: %j is one value and no other name appears", (value) => {
    expect([...parseFileCommands(renderPair("summary", value)).values]).toEqual([["summary", value]]);
  });

  it.each(["a\0b", "a\r\nb\r\n", "\u001A", "\r", "\n", "\n\n", "", "no end", "end\n", "\uFEFFx"])(
    "H017: %j comes back as it was",
    (value) => {
      const text = renderPair("first", value) + renderPair("second", "x");
      expect([...parseFileCommands(text).values]).toEqual([
        ["first", value],
        ["second", "x"],
      ]);
    },
  );

  it.each(["\uD800", "a\uDC00b"])("H017: %j, which UTF-8 cannot hold, is a typed error", (value) => {
    expect(() => renderPair("name", value)).toThrow("not a well-formed text");
  });

  it.each(["", "a b", "a<<b", "a=b", "a\nb", "1a", "é", "a\u0000"])("refuses the name %j", (name) => {
    expect(() => renderPair(name, "x")).toThrow("cannot be written");
  });

  it("H016: means the same as the official toolkit's pair, for every value", () => {
    fc.assert(
      fc.property(hostileValue, fc.constantFrom("output", "state"), (value, kind) => {
        const path = folder.resolve("official");
        folder.write({ official: "" });
        const variable = kind === "output" ? "GITHUB_OUTPUT" : "GITHUB_STATE";
        process.env[variable] = path;
        if (kind === "output") setOutput("the-name", value);
        else saveState("the-name", value);
        Reflect.deleteProperty(process.env, variable);
        const official = parseFileCommands(readFileSync(path, "utf8"));
        expect(parseFileCommands(renderPair("the-name", value))).toEqual(official);
        expect(official.values.get("the-name")).toBe(value);
      }),
      { numRuns: runs(100, 5000), seed: seed() },
    );
  });

  it("uses another delimiter each time", () => {
    expect(renderPair("a", "b")).not.toBe(renderPair("a", "b"));
  });
});

describe("appendCommand", () => {
  it("appends, and says when there is no file to append to", () => {
    expect(appendCommand(folder.resolve("output"), "a\n")).toBe(true);
    expect(appendCommand(folder.resolve("output"), "b\n")).toBe(true);
    expect(folder.read("output")).toBe("a\nb\n");
    expect([
      appendCommand(undefined, "x"),
      appendCommand("", "x"),
      appendCommand(folder.resolve("gone/x"), "x"),
    ]).toEqual([false, false, false]);
  });
});
