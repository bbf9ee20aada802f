import { describe, expect, it } from "@jest/globals";
import { entry, failure, FOO, foo, LINUX, MAC, registry, WINDOWS } from "./lock-fixture.ts";
import { choosePlatforms, lockedPlatforms, type PackageDeps } from "./platforms.ts";

describe("the platforms of a lock file", () => {
  it.each([
    [[LINUX], [[LINUX]]],
    [[MAC], [[LINUX], [MAC]]],
    [
      [WINDOWS, LINUX],
      [[LINUX], [MAC], [WINDOWS]],
    ],
    [[], []],
  ])("are told by its checksums: %j", async (platforms, asked) => {
    const deps = registry();
    expect((await lockedPlatforms(foo, entry(FOO, "1.0.0", "", platforms), deps)).sort()).toEqual(platforms.toSorted());
    expect(deps.asked.map((each) => each.platforms)).toEqual(asked);
  });

  it("are found when the registry does not tell what it has", async () => {
    const deps = registry([WINDOWS, "linux_arm"], false);
    expect(await lockedPlatforms(foo, entry(FOO, "1.0.0", "", ["linux_arm", WINDOWS]), deps)).toEqual([
      WINDOWS,
      "linux_arm",
    ]);
  });

  it("are found when nobody has heard of one", async () => {
    const deps = registry([LINUX, "plan9_mips"]);
    expect(await lockedPlatforms(foo, entry(FOO, "1.0.0", "", ["plan9_mips"]), deps)).toEqual(["plan9_mips"]);
  });

  it.each([
    [503, false],
    [404, true],
  ])("are not guessed when the registry fails: %d", async (status, isTelling) => {
    const deps = { ...registry([LINUX], isTelling), packages: async () => Promise.reject(failure(status)) };
    await expect(lockedPlatforms(foo, entry(FOO, "1.0.0", ""), deps)).rejects.toThrow(
      `it answered ${status}\nAsk again. The packages of the locked version tell its platforms; name them in the input lock-platforms to do without.`,
    );
  });

  it("are the usual ones when nothing tells", async () => {
    const strange = { ...entry(FOO, "1.0.0", "", []), hashes: ["h1:of something else", "zh:x"] };
    const choose = async (deps: PackageDeps, wanted: "auto" | string[] = "auto") =>
      choosePlatforms(wanted, foo, strange, "2.0.0", deps);
    expect(await choose(registry())).toEqual({ platforms: [LINUX, MAC], isGuess: true });
    expect(await choose(registry([LINUX, WINDOWS]))).toEqual({ platforms: [LINUX], isGuess: true });
    expect(await choose(registry([WINDOWS]))).toEqual({ platforms: [WINDOWS], isGuess: true });
    expect(await choose(registry([], false))).toEqual({ platforms: [LINUX, MAC], isGuess: true });
    const deps = registry();
    expect(await choose(deps, [MAC])).toEqual({ platforms: [MAC], isGuess: false });
    expect(deps.asked).toEqual([]);
  });
});
