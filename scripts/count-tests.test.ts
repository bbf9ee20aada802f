/** The closing line of .ci/run: no way to end without tests, or with broken ones, may look good. */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { countTests } from "./count-tests.mjs";

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};
const program = join(import.meta.dirname, "count-tests.mjs");

describe("counting tests", () => {
  it.each([
    [{}, { passed: 3, failed: 0 }],
    [{ numFailedTests: 2 }, { passed: 3, failed: 2 }],
    [{ numRuntimeErrorTestSuites: 1 }, { passed: 3, failed: 1 }],
    [
      { numPendingTests: 1, numTodoTests: 1 },
      { passed: 3, failed: 2 },
    ],
  ])("%j", (change, counted) => {
    expect(countTests({ ...report, ...change })).toEqual(counted);
  });

  it("prints one line, and fails without a report", () => {
    using folder = workspace({ "good.json": JSON.stringify(report) }, { git: false });
    expect(execFileSync(process.execPath, [program, folder.resolve("good.json")], { encoding: "utf8" })).toBe(
      "tests: 3 passed, 0 failed\n",
    );
    const missing = spawnSync(process.execPath, [program, folder.resolve("none.json")], { encoding: "utf8" });
    expect([missing.status, missing.stdout]).toEqual([1, "tests: 0 passed, 1 failed\n"]);
  });
});
