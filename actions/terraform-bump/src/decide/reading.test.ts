import { describe, expect, it } from "@jest/globals";
import type { Syntax } from "../find/mention.ts";
import { readChoices, type Choice } from "./choices.ts";
import { createReader, type Reading } from "./reading.ts";
import { catalogue, module, policy, provider, terraform } from "./world-fixture.ts";
import type { Policy } from "./policy.ts";

const version: Syntax = { as: "version" };
const range: Syntax = { as: "constraint", dialect: "provider" };
const tag = (prefix: string): Syntax => ({ as: "tag", prefix });

const releases = readChoices(terraform, catalogue("1.5.0 1.5.7 1.6.0 1.15.0 1.15.9 2.0.0 2.1.0-rc1"), policy(), "");
const tags = (text: string, stream = ""): Choice[] =>
  readChoices(module("github.com/a/b"), catalogue(text, "tag"), policy(), stream);

function read(
  syntax: Syntax,
  text: string,
  choices: readonly Choice[],
  strategy: Policy["strategy"] = "auto",
): Reading {
  const reading = createReader(choices, strategy).read(syntax, text);
  if ("problem" in reading) throw new Error(reading.problem);
  return reading;
}

function changed(
  syntax: Syntax,
  text: string,
  to: string,
  choices: readonly Choice[],
  strategy: Policy["strategy"] = "auto",
): string {
  const choice = choices.find((each) => each.text === to);
  if (choice === undefined) throw new Error(`no ${to}`);
  const change = read(syntax, text, choices, strategy).change(choice);
  return "after" in change ? change.after : change.reason;
}

describe("the text of a version", () => {
  it.each<[string, string, string]>([
    ["1.5.7", "1.15.9", "1.15.9"],
    ["v1.5.7", "1.15.9", "v1.15.9"],
    ["1.5.7", "1.5.7", "1.5.7"],
    // Fewer numbers stay fewer where they mean the same.
    ["1.5", "1.15.9", "1.15"],
    ["1.5", "1.15.0", "1.15.0"],
    ["1.5", "1.6.0", "1.6"],
    ["v1.5", "1.6.0", "v1.6"],
    ["1", "2.0.0", "2"],
    ["1", "1.15.9", "1"],
    ["1.5", "2.1.0-rc1", "2.1.0-rc1"],
  ])("%s for %s is %s", (text, to, expected) => {
    expect(changed(version, text, to, releases)).toBe(expected);
  });

  it.each(["latest", "1.5.x", "", "~> 1.5"])("%j is none", (text) => {
    expect(createReader(releases, "auto").read(version, text)).toEqual({
      problem: `${JSON.stringify(text)} is no version`,
    });
  });
});

describe("the text of a tag", () => {
  it.each<[string, string, string, string, string]>([
    ["v", "v1.0.0", "1.2.0", "v1.0.0 v1.2.0 1.2.0", "v1.2.0"],
    ["", "1.0.0", "1.2.0", "1.0.0 v1.2.0 1.2.0", "1.2.0"],
    ["", "1.0.0", "1.2.0", "1.0.0 v1.2.0", "constraint-unclear"],
    ["v", "v1.0.0", "2.0.0", "v1.0.0 v2", "constraint-unclear"],
    ["v", "v1", "2.0.3", "v1.0.0 v1 v2 v2.0.3", "v2"],
    ["v", "v1", "2.0.3", "v1.0.0 v1 v2.0.3", "v2.0.3"],
    ["v", "v1", "1.0.0", "v1.0.0 v1 v2.0.3", "v1"],
    ["v", "v1.0.0-rc1", "1.0.0", "v1.0.0-rc1 v1.0.0", "v1.0.0"],
  ])("prefix %j: %s for %s of %s is %s", (prefix, text, to, existing, expected) => {
    expect(changed(tag(prefix), text, to, tags(existing))).toBe(expected);
  });

  it("has to have its prefix", () => {
    expect(createReader([], "auto").read(tag("vpc/v"), "dns/v1.0.0")).toEqual({
      problem: '"dns/v1.0.0" is no version',
    });
  });
});

describe("a reader", () => {
  it("reads the same text once, and texts of another syntax apart", () => {
    const reader = createReader(releases, "auto");
    expect(reader.read(range, "1.5.0")).toBe(reader.read(range, "1.5.0"));
    expect(reader.read(range, "1.5.0")).not.toBe(reader.read(version, "1.5.0"));
    expect(reader.read(range, "~> 1")).not.toBe(reader.read({ as: "constraint", dialect: "core" }, "~> 1"));
  });

  it("tells what a constraint names, excludes and begins with", () => {
    const reading = read(range, ">= 1.5, != 1.6.0, < 2.0", releases);
    expect([reading.exact, reading.floor?.text, reading.exclusions.map(({ text }) => text)]).toEqual([
      undefined,
      "1.5",
      ["1.6.0"],
    ]);
    expect(read(range, "= 1.5.7", releases).exact?.text).toBe("1.5.7");
  });

  it("changes nothing with lock-only", () => {
    expect(changed(range, "~> 1.5.0", "1.6.0", releases, "lock-only")).toBe("lock-only");
    expect(changed(range, "~> 1.5.0", "1.5.7", releases, "lock-only")).toBe("~> 1.5.0");
    expect(changed(version, "1.5.0", "1.6.0", releases, "lock-only")).toBe("lock-only");
  });
});

describe("choices", () => {
  it("are each version once, the newest first, the one that can be had before the withdrawn", () => {
    const given = readChoices(provider("a/b"), catalogue("1.0.0 2.0.0! 2.0.0 1.5.0 1.0.0+meta"), policy(), "");
    expect(given.map(({ text, stop }) => [text, stop?.reason])).toEqual([
      ["2.0.0", undefined],
      ["1.5.0", undefined],
      ["1.0.0", undefined],
    ]);
  });

  it("are of one stream of a repository's tags", () => {
    const texts = (stream: string): string[] =>
      tags("v1.0.0 vpc/v2.0.0 vpc/3.0.0 dns/v4.0.0 xvpc/v5.0.0 nonsense/v6.0.0", stream).map(({ text }) => text);
    expect([texts(""), texts("vpc/"), texts("dns/")]).toEqual([["1.0.0"], ["3.0.0", "2.0.0"], ["4.0.0"]]);
  });

  it("say why they are not taken, the inputs first", () => {
    const reasons = (text: string, given: Parameters<typeof policy>[0]): (string | undefined)[] =>
      readChoices(terraform, catalogue(text), policy(given), "").map(
        ({ stop }) => stop && `${stop.reason}: ${stop.why}`,
      );
    expect(reasons("1.1.0!@1", { ignore: ["terraform 1.1.0"], minimumAgeMs: 9e8 })).toEqual([
      'ignored: the input ignore has "terraform 1.1.0"',
    ]);
    expect(reasons("1.1.0!@1", { minimumAgeMs: 9e8 })).toEqual(["withdrawn: its maker took it back"]);
    expect(reasons("1.1.0@1", { minimumAgeMs: 9e8 })[0]).toMatch(/^forbidden-version: /);
    expect(reasons("1.2.0@1", { minimumAgeMs: 3 * 86_400_000 })).toEqual([
      "too-young: it was released on 2026-05-31, and minimum-release-age is 3d",
    ]);
    expect(reasons("1.2.0?", { minimumAgeMs: 5_400_000 })).toEqual([
      "unknown-age: nobody says when it was released, and minimum-release-age is 1h30m",
    ]);
    expect(reasons("1.2.0", { allow: ["hashicorp/*"] })).toEqual(["ignored: the input allow does not name it"]);
  });

  it("with a date that is none, or in the future, are not old", () => {
    const at = (releasedAt: string): string | undefined => {
      const [release] = catalogue("1.2.0").releases;
      if (release === undefined) throw new Error("no release");
      return readChoices(terraform, { releases: [{ ...release, releasedAt }] }, policy({ minimumAgeMs: 1 }), "")[0]
        ?.stop?.reason;
    };
    expect([at("soon"), at("2027-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")]).toEqual([
      "unknown-age",
      "too-young",
      undefined,
    ]);
  });
});
