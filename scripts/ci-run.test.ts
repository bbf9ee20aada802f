/** .ci/run with an npm of our own: whatever fails, everything still runs, the count comes last and the exit code tells. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

type Run = { check: number; test: number; failed?: number; report?: boolean };

function start({ check, test, failed = 0, report = true }: Run): { status: number | null; lines: string[] } {
  const counts = {
    numPassedTests: 5,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  const npm = `#!/bin/sh
    echo "npm $*"
    case "$*" in
      *check*) exit ${check} ;;
      test*) ${report ? `mkdir -p .cache; echo '${JSON.stringify(counts)}' > .cache/jest.json;` : ""} exit ${test} ;;
    esac
    exit 99`;
  using folder = workspace(
    {
      ".ci/run": { content: read(".ci/run"), mode: 0o755 },
      "scripts/count-tests.mjs": read("scripts/count-tests.mjs"),
      "bin/npm": { content: npm, mode: 0o755 },
      ".cache/jest.json": '{"numPassedTests":1000}',
    },
    { git: false },
  );
  const PATH = [folder.resolve("bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(":");
  const env = { PATH, CI: "true" };
  const { status, stdout } = spawnSync("bash", [".ci/run"], {
    cwd: folder.path,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  return { status, lines: stdout.trimEnd().split("\n") };
}

describe(".ci/run", () => {
  it.each([
    ["everything is good", { check: 0, test: 0 }, 0, "tests: 5 passed, 0 failed"],
    ["a check fails", { check: 1, test: 0 }, 1, "tests: 5 passed, 0 failed"],
    ["a test fails", { check: 0, test: 1, failed: 2 }, 1, "tests: 5 passed, 2 failed"],
    ["jest fails with good tests", { check: 0, test: 1 }, 1, "tests: 5 passed, 0 failed"],
    [
      "jest says nothing, and an old report lies about",
      { check: 0, test: 0, report: false },
      1,
      "tests: 0 passed, 1 failed",
    ],
  ])("%s", (_what, run, status, last) => {
    const ended = start(run);
    expect(ended.status).toBe(status);
    expect(ended.lines).toEqual(["npm run --silent check", "npm test --silent", last]);
  });
});

describe("npm run check", () => {
  it("knows its names", () => {
    const args = ["--conditions=source", join(root, "scripts/check.ts"), "words", "nonsense"];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^nonsense is not a check: types, lint, /);
  });
});
