import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { readLines } from "./runner-command.ts";
import { isLiveCommand, parseRunnerLog } from "./runner-log.ts";
import { runs, seed } from "./runs.ts";

describe("which lines are commands", () => {
  it.each([
    ["::error::x", true],
    ["::ERROR file=a::x", true],
    ["  \t::debug::x", true],
    ...["\u0085", "\u00a0", "\u1680", "\u2000", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"].map(
      (space) => [`${space}::notice::x`, true] as const,
    ),
    ["\ufeff::error::x", false],
    ["\u200b::error::x", false],
    ["::error:\u200b:x", true],
    ["text ::error::x", false],
    ["text ##[error]x", true],
    ["##[error x", false],
    ["##[nothing]##[error]x", false],
    ["::nothing::x", false],
    ["::error", false],
    [":: error::x", false],
    ["::error ::", true],
    ["a\r::stop-commands::x", true],
    ["a\r\n::add-mask::x", true],
    ["a\n::set-output name=x::y", true],
    ["a\u2028::error::x", false],
    ["a\u000b::error::x", false],
    ["::pause-logging::x", false],
  ] as const)("%j: %s", (line, isLive) => {
    expect(isLiveCommand(line)).toBe(isLive);
  });

  it("splits lines as .NET does", () => {
    expect(readLines("a\rb\r\nc\n\nd")).toEqual(["a", "b", "c", "", "d"]);
    expect(readLines("a\n")).toEqual(["a"]);
    expect(readLines("")).toEqual([]);
  });
});

describe("what commands do", () => {
  it("decodes properties and data, percent last", () => {
    const { commands, annotations } = parseRunnerLog({
      stdout:
        "::error file=a%2Cb%3Ac.tf,line=3,endLine=x,col=,title=50%25250A::one%0Atwo%250D\n##[warning title=a%3Bb%5D;line=7]x]y%5D\n",
    });
    expect(commands.map((each) => [each.version, each.name, { ...each.properties }, each.data])).toEqual([
      [2, "error", { file: "a,b:c.tf", line: "3", endLine: "x", title: "50%250A" }, "one\ntwo%0D"],
      [1, "warning", { title: "a;b]", line: "7" }, "x]y]"],
    ]);
    expect(annotations).toEqual([
      { level: "error", message: "one\ntwo%0D", title: "50%250A", file: "a,b:c.tf", line: 3 },
      { level: "warning", message: "x]y]", title: "a;b]", line: 7 },
    ]);
  });

  it("stops and resumes by token, whatever its case", () => {
    const log = parseRunnerLog({
      stdout: "::stop-commands::Token-123\n::error::hidden\n::other::\n::TOKEN-123::\n::error::shown\n::token-123::\n",
    });
    expect(log.annotations.map((each) => each.message)).toEqual(["shown"]);
    expect(log.inert.map((each) => each.data)).toEqual(["hidden"]);
    expect(log.masks).toEqual(["Token-123"]);
    expect(log.plain).toEqual(["::error::hidden", "::other::", "::token-123::"]);
    expect(log.isStopped).toBe(false);
  });

  it.each(["", "error", "pause-logging", "ADD-MASK"])("refuses the stop token %j", (token) => {
    const log = parseRunnerLog({ stdout: `::stop-commands::${token}\n::error::live\n` });
    expect(log.failures).toHaveLength(1);
    expect(log.annotations).toHaveLength(1);
  });

  it("takes stderr first, so that a stop on stdout does not cover it", () => {
    const streams = { stdout: "::stop-commands::abc\n::error::out\n", stderr: "::error::err\n" };
    expect(parseRunnerLog(streams).annotations.map((each) => each.message)).toEqual(["err"]);
    expect(parseRunnerLog({ ...streams, order: "stdout-first" }).annotations).toEqual([]);
  });

  it("fails the step for disabled and broken commands, and warns about empty masks", () => {
    const log = parseRunnerLog({
      stdout:
        "::set-env name=A::b\n::add-path::/x\n::set-output::x\n::echo::maybe\n::add-mask:: \n::set-output name=a::1\n::save-state name=b::2\n",
    });
    expect(log.failures).toHaveLength(4);
    expect(log.warnings).toHaveLength(1);
    expect([[...log.outputs], [...log.state]]).toEqual([[["a", "1"]], [["b", "2"]]]);
    expect(parseRunnerLog({ stdout: "::set-env name=A::b\n", allowUnsecureCommands: true }).failures).toEqual([]);
  });

  it("never throws, and text without the keys is never a command", () => {
    const part = fc.constantFrom(
      "::",
      ":",
      "##[",
      "]",
      "error",
      "stop-commands",
      " ",
      "name=x",
      ",",
      "\r",
      "\n",
      "\u0085",
      "%0A",
      "=",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        const log = parseRunnerLog({ stdout: text });
        expect(log.commands.length + log.plain.length + log.failures.length).toBeGreaterThanOrEqual(
          readLines(text).length,
        );
        expect(parseRunnerLog({ stdout: text.replaceAll(":", "").replaceAll("##", "") }).commands).toEqual([]);
      }),
      { numRuns: runs(500, 100_000), seed: seed() },
    );
  });
});
