import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { compareVersions, coreOf, parseRelease, parseVersion, renderVersion, tryVersion } from "./version.ts";

describe("parseVersion", () => {
  it.each([
    ["1.11.4", "1.11.4"],
    ["v1.11.4", "1.11.4"],
    ["1", "1.0.0"],
    ["01.02", "1.2.0"],
    ["1.2.3.4", "1.2.3.4"],
    ["1.2.3-rc1", "1.2.3-rc1"],
    ["1.2.3rc1", "1.2.3-rc1"],
    ["1.2.3-rc.1+ent.fips", "1.2.3-rc.1+ent.fips"],
    ["1.2.3+ent", "1.2.3+ent"],
    ["1.2--x", "1.2.0--x"],
    ["1.2-", "1.2.0--"],
  ])("reads %s as %s", (text, canonical) => {
    expect(renderVersion(parseVersion(text))).toBe(canonical);
  });

  it.each([
    "",
    "v",
    "1.",
    ".1",
    "1..2",
    "1.x",
    "1.2.3+",
    "1.2.3-rc..1",
    " 1.2",
    "1.2\n",
    "1.2/3",
    "99999999999999999999",
    "-1",
  ])("refuses %j", (text) => {
    expect(() => parseVersion(text)).toThrow(RangeError);
  });

  it("keeps how many segments were written", () => {
    expect(parseVersion("1.2")).toMatchObject({ written: 2, segments: [1, 2, 0] });
  });
});

describe("compareVersions", () => {
  it("orders as terraform's releases are ordered", () => {
    const ordered = [
      "0.9.11",
      "0.11.15",
      "1.0.0-alpha20210101",
      "1.0.0-beta1",
      "1.0.0-rc1",
      "1.0.0-rc2",
      "1.0.0",
      "1.0.11",
      "1.2.0",
      "1.11.4",
    ];
    const shuffled = [...ordered].reverse().map(parseVersion);
    expect(shuffled.sort(compareVersions).map(renderVersion)).toEqual(ordered);
  });

  it.each([
    ["1.2.3+a", "1.2.3+b", 0],
    ["1.2", "1.2.0", 0],
    ["1.2.0.0", "1.2.0", 0],
    ["1.2.0.1", "1.2.0", 1],
    ["1.0.0-1", "1.0.0-alpha", -1],
    ["1.0.0-2", "1.0.0-10", -1],
    // Not what semver says, but what go-version does: a missing part is newer than a word, older than a number.
    ["1.0.0-alpha", "1.0.0-alpha.beta", 1],
    ["1.0.0-alpha", "1.0.0-alpha.1", -1],
  ])("compares %s with %s", (a, b, expected) => {
    expect(Math.sign(compareVersions(parseVersion(a), parseVersion(b)))).toBe(expected);
    expect(Math.sign(compareVersions(parseVersion(b), parseVersion(a)))).toBe(expected === 0 ? 0 : -expected);
  });
});

describe("parseRelease", () => {
  it.each(["1.11.4", "v1.11.4", "0.12.0-beta1", "1.6.0-alpha20210630", "1.1.0-alpha-2"])("takes %s", (text) => {
    expect(parseRelease(text)?.text).toBe(text.replace(/^v/, ""));
  });

  it.each([
    "../../x",
    "1.9.0/../../evil",
    "1.9.0\\n",
    "1.9.0\n",
    "latest; rm",
    "1.9",
    "1.9.0.1",
    "01.9.0",
    "1.9.0+ent",
    "1.9.0-",
    "1.9.0-a..b",
    "1.9.0-../x",
    "1.9.0%2f",
    "",
    `1.9.0-${"a".repeat(80)}`,
  ])("H080: %j is no release, so it never comes near a URL", (text) => {
    expect(parseRelease(text)).toBeUndefined();
  });
});

describe("properties", () => {
  const piece = fc.constantFrom("1", "0", ".", "-", "+", "~", "v", "rc", "beta", " ", "x", "99", "\n");
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join("")),
  );

  it("what was read and rendered reads the same again", () => {
    fc.assert(
      fc.property(text, (given) => {
        const version = tryVersion(given);
        if (version === undefined) return;
        const again = parseVersion(renderVersion(version));
        expect(compareVersions(version, again)).toBe(0);
        expect(again.segments).toEqual(version.segments);
        expect(coreOf(version).prerelease).toBe("");
      }),
      { numRuns: runs(500, 200_000), seed: seed() },
    );
  });

  it("a release holds nothing but letters, digits, dots and hyphens", () => {
    fc.assert(
      fc.property(text, (given) => {
        const release = parseRelease(given);
        if (release !== undefined) expect(renderVersion(release)).toMatch(/^[0-9A-Za-z.-]+$/);
      }),
      { numRuns: runs(500, 200_000), seed: seed() },
    );
  });
});
