import { describe, expect, it } from "@jest/globals";
import { lockConstraints, type Wish } from "./constraints.ts";

describe("the constraints", () => {
  const asked = (...pairs: [before: string, after: string][]): Wish["asked"] =>
    pairs.map(([before, after], index) => ({ directory: index === 0 ? "." : `m${index}`, before, after }));
  const wish = (more: Partial<Wish>): Wish => ({
    provider: "acme/foo",
    version: "2.1.0",
    locked: "",
    asked: [],
    isWhole: false,
    ...more,
  });

  it.each<[string, Partial<Wish>, string]>([
    ["of nobody", {}, ""],
    [
      "of the local modules, in normal form",
      { asked: asked(["~>1.0", "~>2.0"], [">=1", ">=1"], ["~> 1.0", "~> 2.0"]) },
      ">= 1.0.0, ~> 2.0",
    ],
    [
      "of modules elsewhere, too",
      { locked: "~> 1.0, >= 1.2.0, != 1.3.0", asked: asked(["~> 1.0", "~> 2.0"]) },
      ">= 1.2.0, != 1.3.0, ~> 2.0",
    ],
    [
      "not of what is left from before, when the tree is whole",
      { locked: "~> 1.0, >= 0.5.0", asked: asked([">= 1.0", ">= 1.0"]), isWhole: true },
      ">= 1.0.0",
    ],
    ["without the term that an edit removed", { locked: "1.0.0", asked: asked(["1.0.0", "2.1.0"]) }, "2.1.0"],
    ["that a former text got wrong", { locked: ">= 1.0.0", asked: asked(["^1", "~> 2.0"]) }, ">= 1.0.0, ~> 2.0"],
    [
      "of a pre-release that is named exactly",
      { version: "2.0.0-rc1", asked: asked(["1.0.0", "2.0.0-rc1"], [">= 1.0", ">= 1.0"]) },
      ">= 1.0.0, 2.0.0-rc1",
    ],
  ])("are those %s", (_, more, constraints) => {
    expect(lockConstraints(wish(more))).toEqual({ constraints });
  });

  it.each<[string, Partial<Wish>, string]>([
    [
      "a module elsewhere refuses the version",
      { locked: "~> 1.0, < 2.0.0", asked: asked(["~> 1.0", "~> 2.0"]) },
      'acme/foo 2.1.0 cannot be locked: its lock file names "< 2.0.0", which no module of this repository asks for. Bring the module from elsewhere that does up to date first. When there is none, the lock file is out of date: run terraform init -upgrade.',
    ],
    [
      "a local module refuses the version",
      { asked: asked(["~> 1.0", "~> 2.0"], ["~>1.5", "~>1.5"]) },
      'acme/foo 2.1.0 cannot be locked: m1 asks for "~> 1.5".',
    ],
    [
      "a local module is not to be read",
      { asked: asked(["^1.0", "^1.0"]) },
      expect.stringMatching(/^The repository's root: terraform refuses its constraint: /) as unknown as string,
    ],
    [
      "the lock file is not to be read",
      { locked: "^1.0" },
      expect.stringMatching(/^The lock file's constraints of acme\/foo cannot be read: /) as unknown as string,
    ],
    [
      "nothing names the pre-release",
      { version: "2.0.0-rc1", asked: asked([">= 1.0", ">= 1.0"]) },
      "acme/foo 2.0.0-rc1 cannot be locked: it is a pre-release, and no constraint names exactly that one.",
    ],
    [
      "nothing asks for the pre-release at all",
      { version: "2.0.0-rc1" },
      "acme/foo 2.0.0-rc1 cannot be locked: it is a pre-release, and no constraint names exactly that one.",
    ],
  ])("are a problem when %s", (_, more, problem) => {
    expect(lockConstraints(wish(more))).toEqual({ problem });
  });
});
