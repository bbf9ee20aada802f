import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Dependency } from "../find/mention.ts";
import { group } from "./group.ts";
import { parseGrouping } from "./grouping-yaml.ts";
import { slugsOf } from "./slug.ts";
import { module, provider, terraform } from "./world-fixture.ts";
import type { Update } from "./update.ts";

function update(dependency: Dependency, to: string, given: Partial<Update> = {}): Update {
  const [major = ""] = to.split(".");
  return {
    dependency,
    from: "0.0.1",
    to,
    isMajor: false,
    line: `${major}.x`,
    constraintBefore: "",
    constraintAfter: "",
    edits: [],
    locks: [],
    roots: [],
    isRung: false,
    ...given,
  };
}

const aws = update(provider("hashicorp/aws"), "6.2.0", { isMajor: true });
const old = update(provider("hashicorp/aws"), "5.100.0");
const random = update(provider("hashicorp/random"), "3.7.2");
const vpc = update(module("terraform-aws-modules/vpc/aws"), "6.0.0");
const core = update(terraform, "1.15.9");
const all = [aws, old, random, vpc, core];

/** `key: branch: dependency version, …` */
function outline(updates: readonly Update[], text: string, major: "separate" | "together" = "separate"): string[] {
  return group(updates, parseGrouping(text), major).map(
    ({ key, branch, updates: found }) =>
      `${key}: ${branch.replace(/[0-9a-f]{10}$/, "#")}: ${found.map(({ dependency, to }) => `${dependency.name} ${to}`).join(", ")}`,
  );
}

describe("one pull request", () => {
  it("for each dependency and line", () => {
    expect(outline(all, "dependency")).toEqual([
      "module terraform-aws-modules/vpc/aws 6.x: terraform-aws-modules-vpc-aws-6.0.0: terraform-aws-modules/vpc/aws 6.0.0",
      "provider hashicorp/aws 5.x: hashicorp-aws-5.100.0: hashicorp/aws 5.100.0",
      "provider hashicorp/aws 6.x: hashicorp-aws-6.2.0: hashicorp/aws 6.2.0",
      "provider hashicorp/random 3.x: hashicorp-random-3.7.2: hashicorp/random 3.7.2",
      "terraform terraform 1.x: terraform-1.15.9: terraform 1.15.9",
    ]);
  });

  it("for all, majors apart or not", () => {
    expect(outline(all, "all")).toEqual([
      "all: group-all-#: terraform-aws-modules/vpc/aws 6.0.0, hashicorp/aws 5.100.0, hashicorp/random 3.7.2, terraform 1.15.9",
      "all major: group-all-major-#: hashicorp/aws 6.2.0",
    ]);
    expect(outline([aws, random], "all", "together")).toEqual([
      "all: group-all-#: hashicorp/aws 6.2.0, hashicorp/random 3.7.2",
    ]);
  });

  it("never changes a place to two versions: the newer one comes by itself", () => {
    const lock = (to: string): Update["locks"] => [{ file: "a/.terraform.lock.hcl", provider: "x", from: "4.0.0", to }];
    const both = [
      { ...aws, locks: lock("6.2.0") },
      { ...old, isMajor: true, locks: lock("5.100.0") },
    ];
    expect(outline([...both, random], "all")).toEqual([
      "all: group-all-#: hashicorp/random 3.7.2",
      "all major: group-all-major-#: hashicorp/aws 5.100.0",
      "provider hashicorp/aws 6.x: hashicorp-aws-6.2.0: hashicorp/aws 6.2.0",
    ]);
  });

  it("for each group, the first that names it", () => {
    const text = "aws:\n  - hashicorp/aws\n  - '*/vpc/*'\nHashiCorp rest: [hashicorp/*]\n";
    expect(outline(all, text)).toEqual([
      "group HashiCorp rest: group-hashicorp-rest-#: hashicorp/random 3.7.2",
      "group aws: group-aws-#: terraform-aws-modules/vpc/aws 6.0.0, hashicorp/aws 5.100.0",
      "group aws major: group-aws-major-#: hashicorp/aws 6.2.0",
      "terraform terraform 1.x: terraform-1.15.9: terraform 1.15.9",
    ]);
  });

  it("has the group's name", () => {
    expect(group([random], parseGrouping("all"), "separate")[0]?.group).toBe("all");
    expect(group([random], parseGrouping("g: hashicorp/random"), "separate")[0]?.group).toBe("g");
    expect(group([random], { by: "dependency" }, "separate")[0]).not.toHaveProperty("group");
  });

  it("of a group has another branch for other targets, the same for the same", () => {
    const branch = (updates: Update[]): string => group(updates, { by: "all" }, "separate")[0]?.branch ?? "";
    expect(branch([random, core])).toBe(branch([core, random]));
    expect(branch([random, core])).not.toBe(branch([random]));
    expect(branch([random])).not.toBe(branch([{ ...random, to: "3.7.3" }]));
  });

  it("of a stream of tags says which", () => {
    const mono = module("github.com/acme/mono");
    const updates = ["vpc/", "dns/"].map((stream) => update(mono, "1.2.0", { line: `${stream}1.x` }));
    expect(group(updates, { by: "dependency" }, "separate").map(({ key, branch }) => [key, branch])).toEqual([
      ["module github.com/acme/mono dns/1.x", "github.com-acme-mono-dns-1.2.0"],
      ["module github.com/acme/mono vpc/1.x", "github.com-acme-mono-vpc-1.2.0"],
    ]);
  });
});

describe("the input group", () => {
  it.each([
    ["a: [x", "it is no YAML"],
    ["a: x\na: y", "it is no YAML"],
    ["- a", "neither dependency, nor all"],
    ["something", "neither dependency, nor all"],
    ["a:", 'group "a" needs a list'],
    ["a: []", 'group "a" is empty'],
    ["a: [1]", 'group "a" needs a list'],
    ["a: {b: c}", 'group "a" needs a list'],
    ["a: [[b]]", 'group "a" needs a list'],
    ["a: ['b c']", 'group "a": "b c" is no name'],
    ["'': [b]", "no name of a group"],
    ["'-x': [b]", "no name of a group"],
    [`${"x".repeat(60)}: [b]`, "no name of a group"],
    ["a: [x/y]\nb: [x/y]", '"x/y" of group "b" is in group "a" already ("x/y")'],
    ["a: [x/*]\nb: [X/y]", '"x/y" of group "b" is in group "a" already ("x/*")'],
    ["a: ['*']\nb: [x/*]", '"x/*" of group "b" is in group "a" already ("*")'],
  ])("%j is refused: %s", (text, message) => {
    expect(() => parseGrouping(text)).toThrow(RangeError);
    expect(() => parseGrouping(text)).toThrow(message);
  });

  it.each(["", "dependency", " dependency\n"])("%j is one for each", (text) => {
    expect(parseGrouping(text)).toEqual({ by: "dependency" });
  });

  it("takes comments, one name without a list, and narrow groups before wide ones", () => {
    expect(parseGrouping("# ours\naws: hashicorp/aws # one\nrest:\n- hashicorp/*\n- acme/?\n")).toEqual({
      by: "groups",
      groups: [
        { name: "aws", patterns: [{ glob: "hashicorp/aws" }] },
        { name: "rest", patterns: [{ glob: "hashicorp/*" }, { glob: "acme/?" }] },
      ],
    });
  });
});

describe("the names of branches", () => {
  it.each<[string, string, RegExp]>([
    ["hashicorp/aws", "6.2.0", /^hashicorp-aws-6\.2\.0$/],
    ["registry.example.com/acme/dns", "1.0.0-rc.1", /^registry\.example\.com-acme-dns-1\.0\.0-rc\.1$/],
    ["github.com/acme/repo.lock", "1.0.0+build.5", /^github\.com-acme-repo-lock-1\.0\.0-build\.5$/],
    ["a..b//c", "1.0.0", /^a-b-c-1\.0\.0$/],
    ["ümläut/ñ", "1.0.0", /^ml-ut-1\.0\.0$/],
    ["§", "1.0.0", /^[0-9a-f]{10}-1\.0\.0$/],
    ["x/y", "1.0.0.lock", /^x-y-1\.0\.0-lock$/],
    [`github.com/${"long/".repeat(30)}`, "1.0.0", /^github\.com-(?:long-)+[a-z]*-?[0-9a-f]{10}-1\.0\.0$/],
  ])("%s %s", (name, version, expected) => {
    const [slug] = slugsOf([{ name, version, identity: name }]);
    expect(slug).toMatch(expected);
    expect(slugsOf([{ name, version, identity: name }])).toEqual([slug]);
  });

  it("two names that would be one get a mark each", () => {
    const names = ["acme/a-b", "acme-a/b", "Acme/a-b", "other/c"].map((name) => ({
      name,
      version: "1.0.0",
      identity: name,
    }));
    const slugs = slugsOf(names);
    expect(new Set(slugs).size).toBe(4);
    expect(slugs.slice(0, 3).every((slug) => /^acme-a-b-[0-9a-f]{10}-1\.0\.0$/.test(slug))).toBe(true);
    expect(slugs[3]).toBe("other-c-1.0.0");
    expect(slugsOf(names.toReversed()).toReversed()).toEqual(slugs);
  });

  it("a name that looks like another one with its mark gets one, too", () => {
    const two = ["acme/a", "acme-a"].map((name) => ({ name, version: "1.0.0", identity: name }));
    const [marked = ""] = slugsOf(two);
    const three = [...two, { name: marked.replace(/-1\.0\.0$/, ""), version: "1.0.0", identity: "forged" }];
    expect(new Set(slugsOf(three)).size).toBe(3);
    expect(slugsOf(three).slice(0, 2)).toEqual(slugsOf(two));
  });

  it("are valid, short and unlike for anything", () => {
    const named = fc.record({
      name: fc.string({ unit: "grapheme", maxLength: 120 }),
      version: fc.string({ maxLength: 60 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(named, { maxLength: 8, selector: ({ name, version }) => `${name}\n${version}` }),
        (given) => {
          const slugs = slugsOf(given.map(({ name, version }) => ({ name, version, identity: `${name}\n${version}` })));
          expect(new Set(slugs).size).toBe(given.length);
          for (const slug of slugs) {
            expect(slug).toMatch(/^(?!.*\.\.)(?!.*\.lock$)[a-z0-9_](?:[a-z0-9._-]{0,101}[a-z0-9])?$/);
          }
        },
      ),
      { numRuns: runs(500, 20_000), seed: seed() },
    );
  });
});
