import { statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parseStepSummary, workspace, type Workspace } from "@handrail/testkit";
import { createSummary } from "./summary.ts";

const LIMIT = 1_048_576;
let folder: Workspace;
beforeEach(() => {
  folder = workspace({ summary: "" }, { git: false });
});
afterEach(() => folder.cleanup());

const unchanged = (text: string): string => text;

describe("createSummary", () => {
  it("appends what it is given, redacted, each on lines of its own", () => {
    folder.write({ summary: "before\n" });
    const write = createSummary(folder.resolve("summary"), (text) => text.replaceAll("hunter2", "***"));
    expect([write("# a hunter2"), write("b\n")]).toEqual([0, 0]);
    expect(folder.read("summary")).toBe("before\n# a ***\nb\n");
  });

  it("never makes the file larger than GitHub takes, and says what is left out", () => {
    folder.write({ summary: "é".repeat(1000) });
    const write = createSummary(folder.resolve("summary"), unchanged);
    const line = "全😀 and some words\n";
    expect(write(line.repeat(20_000))).toBe(0);
    const omitted = write(`\`\`\`text\n${line.repeat(40_000)}\`\`\`\n`);
    expect(omitted).toBeGreaterThan(10_000);
    expect(write("later\n")).toBe(1);
    const text = folder.read("summary");
    expect(parseStepSummary(text)).toEqual({ summary: text });
    expect(text.endsWith(`\`\`\`\n\n_${omitted} more lines are left out: a summary holds 1 MiB._\n`)).toBe(true);
    // It is filled, not given up early.
    expect(Buffer.byteLength(text)).toBeGreaterThan(LIMIT - 300);
  });

  it("adds nothing to a file that is full already", () => {
    folder.write({ summary: "x".repeat(LIMIT) });
    expect(createSummary(folder.resolve("summary"), unchanged)("a\nb")).toBe(2);
    expect(statSync(folder.resolve("summary")).size).toBe(LIMIT);
  });

  it("says that there is no file, and does not fail", () => {
    for (const path of [undefined, "", folder.resolve("gone/summary")])
      expect(createSummary(path, unchanged)("a")).toBeUndefined();
  });
});
