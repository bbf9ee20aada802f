import { describe, expect, it } from "@jest/globals";
import { canKeepLockFile, decideManner } from "./manner.ts";
import type { Program } from "./target-run.ts";

const terraform = (version: string): Program => ({ path: "terraform", product: "terraform", version });
const tofu: Program = { path: "tofu", product: "opentofu", version: "1.6.0" };

describe("decideManner", () => {
  it.each([
    ["auto", terraform("1.11.4"), false, "auto"],
    ["plan", terraform("0.15.3"), false, "plan"],
    ["auto", tofu, false, "auto"],
    ["auto", terraform("0.14.11"), false, "validate"],
    ["plan", terraform("0.14.11"), false, undefined],
    ["validate", terraform("0.12.31"), true, "validate"],
    ["validate", terraform("0.11.15"), false, undefined],
    ["auto", terraform("0.11.15"), false, undefined],
    ["auto", terraform("1.11.4"), true, "validate"],
    ["plan", terraform("1.11.4"), true, undefined],
  ] as const)("%s with %j, remote %s: %s", (asked, program, isRemote, expected) => {
    const { manner, why } = decideManner(asked, program, isRemote);
    expect([manner, why !== undefined]).toEqual([expected, expected !== asked]);
  });

  it("knows who can leave a lock file alone", () => {
    expect([terraform("0.15.5"), terraform("1.0.0"), tofu].map(canKeepLockFile)).toEqual([false, true, true]);
  });
});
