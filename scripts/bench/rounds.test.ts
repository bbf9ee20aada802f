/** The arithmetic of the bench, what it generates, and that contenders take turns; nothing here is timed. */
import { describe, expect, it } from "@jest/globals";
import { parseTimes } from "./cpu.ts";
import { providers, renderMonorepo } from "./monorepo.ts";
import { mixChanges } from "./render.ts";
import { compare, measure, median, runCommand } from "./rounds.ts";

describe("measuring", () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[], Number.NaN],
  ])("the median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("compares within rounds, so that a slow round counts for both", () => {
    const samples = new Map([
      ["base", [10, 100, 20]],
      ["other", [20, 220, 40]],
    ]);
    expect(compare(samples, "other", "base")).toEqual({ ratio: 2, difference: 20 });
  });

  it("lets every contender begin a round in its turn, and prepares it outside of the measure", async () => {
    const seen: string[] = [];
    const contender = (name: string): Parameters<typeof measure>[0][number] => ({
      name,
      prepare: () => void seen.push(`+${name}`),
      run: () => Promise.resolve(void seen.push(name)),
    });
    const samples = await measure([contender("a"), contender("b")], 2);
    expect(seen).toEqual(["+a", "a", "+b", "b", "+b", "b", "+a", "a"]);
    expect([samples.get("a")?.length, samples.get("b")?.length]).toEqual([2, 2]);
  });

  it("ends the bench when a program does not do its work", async () => {
    const command = { command: process.execPath, cwd: ".", environment: {} };
    expect(await runCommand({ ...command, args: ["-p", "1 + 1"] })).toBe("2\n");
    await expect(runCommand({ ...command, args: ["-e", "process.exit(3)"] })).rejects.toThrow(
      "ended with 3, expected 0",
    );
  });
});

describe("the time of processes", () => {
  it.each([
    ["0m0.00s 0m0.00s\n0m1.20s 0m0.30s\n", 1500],
    ["0m0.001s 0m0.002s\n1m0.500s 0m0,250s\n", 60_750],
  ])("is read from what a shell says: %j", (text, milliseconds) => {
    expect(parseTimes(text)).toBeCloseTo(milliseconds);
  });

  it("is not guessed", () => {
    expect(() => parseTimes("real 1.0")).toThrow("the shell told no times");
  });
});

describe("the repository that is bumped", () => {
  it("has root modules with three providers, three modules and a lock file, and the modules that they share", () => {
    const files = renderMonorepo(10, new Map(providers.map(({ source }) => [source, [`zh:${source}`]])));
    const count = (path: string, pattern: RegExp): number => files[path]?.match(pattern)?.length ?? 0;
    const roots = Object.keys(files).filter((path) => path.endsWith("/backend.tf"));
    expect(roots).toHaveLength(10);
    for (const directory of roots.map((path) => path.slice(0, -"/backend.tf".length))) {
      expect(count(`${directory}/versions.tf`, /source {2}=/g)).toBe(3);
      expect(count(`${directory}/main.tf`, /^module /gm)).toBe(3);
      expect(count(`${directory}/.terraform.lock.hcl`, /^provider /gm)).toBe(3);
    }
    expect(Object.keys(files).filter((path) => /^modules\/[^/]+\/main\.tf$/.test(path))).toHaveLength(100);
  });
});

describe("the plan that is rendered", () => {
  it("has every kind of change in fixed shares", () => {
    const change = { actions: ["create"], before: null, after: { input: { size: 1 } } };
    const plan = mixChanges({ resource_changes: Array.from({ length: 20 }, () => ({ change })) });
    const kinds = plan.resource_changes.map((resource) => String(resource.change["actions"]));
    const count = (kind: string): number => kinds.filter((found) => found === kind).length;
    expect([count("create"), count("update"), count("delete,create"), count("delete")]).toEqual([10, 6, 2, 2]);
  });
});
