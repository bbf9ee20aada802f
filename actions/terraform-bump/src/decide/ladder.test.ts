import { parseVersion } from "@handrail/terraform";
import { describe, expect, it } from "@jest/globals";
import type { Decision } from "./decide.ts";
import { hasLadder, isCrossing, isForbidden, rungsOf } from "./ladder.ts";
import { applyTo, decideOn, module, moves, policy, provider, terraform, world, type World } from "./world-fixture.ts";
import type { Update } from "./update.ts";

const CORE =
  "0.8.8 0.10.8 0.11.0 0.11.14 0.11.15 0.12.0 0.12.29 0.12.31 0.13.0 0.13.7 0.14.0 0.14.10 0.14.11 0.15.0 0.15.5 1.0.0 1.0.11 1.1.0 1.1.1 1.1.9 1.5.7 1.6.0 1.15.8 1.15.9 1.16.0-beta1";
const AWS = "1.60.0 2.0.0 2.31.0 2.70.4 3.0.0 3.76.1 4.0.0 4.9.0 4.67.0 5.0.0 5.100.0 6.0.0-beta1 6.0.0 6.2.0";

/** Decides and applies until nothing is left to do; every decision has its moves on a line. */
function walk(given: World, catalogues: Parameters<typeof decideOn>[1]): { steps: string[][]; end: Decision } {
  let at = given;
  const steps: string[][] = [];
  for (let count = 0; count < 40; count += 1) {
    const decision = decideOn(at, catalogues);
    if (decision.updates.length === 0) return { steps, end: decision };
    steps.push(moves(decision));
    for (const update of decision.updates) at = applyTo(at, update);
  }
  throw new Error("it does not come to an end");
}

describe("the staircase of terraform", () => {
  it.each<[string, string[]]>([
    ["0.8.8", ["0.11.15", "0.12.31", "0.13.7", "0.14.11", "1.15.9"]],
    ["0.11.0", ["0.11.15", "0.12.31", "0.13.7", "0.14.11", "1.15.9"]],
    ["0.11.14", ["0.11.15", "0.12.31", "0.13.7", "0.14.11", "1.15.9"]],
    ["0.11.15", ["0.12.31", "0.13.7", "0.14.11", "1.15.9"]],
    ["0.12.0", ["0.12.31", "0.13.7", "0.14.11", "1.15.9"]],
    ["0.13.7", ["0.14.11", "1.15.9"]],
    ["0.14.0", ["0.14.11", "1.15.9"]],
    ["0.14.11", ["1.15.9"]],
    ["0.15.0", ["1.15.9"]],
    ["0.15.5", ["1.15.9"]],
    ["1.0.0", ["1.15.9"]],
    ["1.1.0", ["1.15.9"]],
    ["1.15.9", []],
  ])("from %s", (start, expected) => {
    const files = { ".terraform-version": start };
    const { steps, end } = walk(world({ directories: { live: {} }, files }), { terraform: CORE });
    expect(steps).toEqual(expected.map((to, index) => [`terraform ${expected[index - 1] ?? start} -> ${to}`]));
    expect(end.held).toEqual([]);
  });

  it("a repository where everything has to move together", () => {
    const directories = {
      "live/a": { terraform: "~> 0.11.0", calls: ["modules/m"] },
      "live/b": { terraform: ">= 0.11.14, < 0.12", calls: ["modules/m"] },
      "modules/m": { terraform: "~> 0.11", isRoot: false },
    };
    const files = { ".terraform-version": "0.11.14", ".github/workflows/ci.yml": "0.11.14", Dockerfile: "0.11.14" };
    const { steps } = walk(world({ directories, files }), { terraform: CORE });
    expect(steps).toEqual([
      ["terraform 0.11.14 -> 0.11.15"],
      ["terraform 0.11.15 -> 0.12.31"],
      ["terraform 0.12.31 -> 0.13.7"],
      ["terraform 0.13.7 -> 0.14.11"],
      ["terraform 0.14.11 -> 1.15.9"],
    ]);
  });

  it("says which rungs are still to come, once each", () => {
    const decision = decideOn(world({ directories: { live: {} }, files: { ".terraform-version": "0.11.14" } }), {
      terraform: CORE,
    });
    expect(decision.held.map(({ to, reason, why }) => [to, reason, why])).toEqual(
      ["0.12.31", "0.13.7", "0.14.11", "1.15.9"].map((to) => [to, "later-rung", "0.11.15 comes first."]),
    );
    expect(decision.updates.map(({ isRung }) => isRung)).toEqual([false]);
  });

  it("steps that leave a line are rungs, steps to its end are none", () => {
    const isRung = (version: string): boolean[] =>
      decideOn(world({ directories: { live: {} }, files: { ".terraform-version": version } }), {
        terraform: CORE,
      }).updates.map((update: Update) => update.isRung);
    expect(["0.10.8", "0.11.14", "0.11.15", "0.14.10", "0.14.11", "0.15.0", "1.0.0"].map(isRung)).toEqual([
      [true],
      [false],
      [true],
      [false],
      [true],
      [true],
      [false],
    ]);
  });
});

describe("the staircase of a provider", () => {
  const root = (constraint: string, locked: string): World =>
    world({ directories: { live: { providers: { "hashicorp/aws": constraint }, lock: { "hashicorp/aws": locked } } } });

  it.each<[string, string, string[]]>([
    ["~> 2.0", "2.0.0", ["2.70.4", "3.76.1", "4.67.0", "5.100.0", "6.2.0"]],
    ["2.31.0", "2.31.0", ["2.70.4", "3.76.1", "4.67.0", "5.100.0", "6.2.0"]],
    [">= 2.0", "2.0.0", ["2.70.4", "3.76.1", "4.67.0", "5.100.0", "6.2.0"]],
    ["~> 4.9.0", "4.9.0", ["4.67.0", "5.100.0", "6.2.0"]],
    [">= 5.0, < 6.0", "5.100.0", ["6.2.0"]],
  ])("from %s at %s", (constraint, locked, expected) => {
    const { steps, end } = walk(root(constraint, locked), { "hashicorp/aws": AWS });
    expect(steps).toEqual(expected.map((to, index) => [`hashicorp/aws ${expected[index - 1] ?? locked} -> ${to}`]));
    expect(end.held).toEqual([]);
  });

  it("with the terraform that it needs: whatever comes first, aws 5 never meets terraform 0.x", () => {
    const directories = {
      live: {
        terraform: "~> 0.13.0",
        providers: { "hashicorp/aws": "~> 2.0" },
        lock: { "hashicorp/aws": "2.31.0" },
      },
    };
    let at = world({ directories, files: { ".terraform-version": "0.13.0" } });
    const seen: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      // The provider's updates are merged first, as long as there are some.
      const [update] = decideOn(at, { "hashicorp/aws": AWS, terraform: CORE }).updates.toSorted((a) =>
        a.dependency.kind === "provider" ? -1 : 1,
      );
      if (update === undefined) break;
      seen.push(`${update.dependency.name} ${update.to}`);
      at = applyTo(at, update);
    }
    expect(seen).toEqual([
      "hashicorp/aws 2.70.4",
      "hashicorp/aws 3.76.1",
      "hashicorp/aws 4.67.0",
      "terraform 0.13.7",
      "terraform 0.14.11",
      "terraform 1.15.9",
      "hashicorp/aws 5.100.0",
      "hashicorp/aws 6.2.0",
    ]);
  });

  it("before 1.0 every minor is a line, and 0.x is one rung", () => {
    const decision = decideOn(
      world({ directories: { live: { providers: { "acme/x": "~> 0.1.0" }, lock: { "acme/x": "0.1.0" } } } }),
      { "acme/x": "0.1.0 0.1.5 0.2.0 0.9.3 1.0.0" },
    );
    expect(decision.updates.map(({ line, to, isMajor, isRung }) => [line, to, isMajor, isRung])).toEqual([
      ["0.1.x", "0.1.5", false, false],
      ["0.9.x", "0.9.3", true, false],
    ]);
    expect(decision.held.map(({ to, reason }) => [to, reason])).toEqual([["1.0.0", "later-rung"]]);
  });
});

describe("the rungs as such", () => {
  const versions = (text: string): ReturnType<typeof parseVersion>[] => text.split(" ").map(parseVersion);

  it("modules and tflint plugins have none", () => {
    expect(hasLadder(module("acme/vpc/aws"))).toBe(false);
    expect(isCrossing(module("acme/vpc/aws"), parseVersion("1.0.0"), parseVersion("2.0.0"))).toBe(false);
    const directories = { live: { modules: { "acme/vpc/aws": "1.0.0" } } };
    expect(
      moves(decideOn(world({ directories }), { "acme/vpc/aws": "1.0.0 2.0.0 3.0.0" }, policy({ major: "together" }))),
    ).toEqual(["acme/vpc/aws 1.0.0 -> 3.0.0"]);
  });

  it("OpenTofu has those of majors only, and no forbidden versions", () => {
    const opentofu = { ...terraform, name: "opentofu", source: { from: "releases", product: "opentofu" } as const };
    expect(rungsOf(opentofu, parseVersion("1.6.0"), versions("1.9.0 2.1.0")).map(({ label }) => label)).toEqual([
      "1.x",
      "2.x",
    ]);
    expect(isForbidden(opentofu, parseVersion("1.1.0"))).toBe(false);
    expect(isForbidden(terraform, parseVersion("1.1.0"))).toBe(true);
  });

  it("0.15 is one only as long as there is nothing above it", () => {
    const labels = (from: string, text: string): string[] =>
      rungsOf(terraform, parseVersion(from), versions(text)).map(({ label }) => label);
    expect(labels("0.14.11", "0.15.5 1.0.0")).toEqual(["1.x"]);
    expect(labels("0.14.11", "0.15.5")).toEqual(["0.x"]);
    expect(labels("1.5.0", "1.15.9 2.0.0 3.0.0")).toEqual(["1.x", "2.x", "3.x"]);
    expect(
      rungsOf(provider("a/b"), parseVersion("0.1.0"), versions("0.2.0 1.0.0 3.0.0")).map(({ label }) => label),
    ).toEqual(["0.x", "1.x", "3.x"]);
  });
});
