/** .ci/run with an npm of our own: whatever fails, everything still runs, the count comes last and the exit code tells. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** `machine`: `bare` has none of the programs that tests need; `user`: nor may it install them. */
type Run = { check: number; test: number; failed?: number; report?: boolean; machine?: "here" | "bare" | "user" };
/** `asked`: what was asked of apt-get and sudo. */
type Ended = { status: number | null; lines: string[]; errors: string; asked: string[] };

/** What .ci/run itself is written with; a bare machine has these and Node. */
const BASICS = ["bash", "cat", "dirname", "env", "mkdir", "rm", "sh"];

function start({ check, test, failed = 0, report = true, machine = "here" }: Run): Ended {
  const counts = {
    numPassedTests: 5,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  const npm = `#!/bin/sh
    echo "npm $*" "$HANDRAIL_REQUIRE_DATABASES"
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
      "bin/apt-get": { content: '#!/bin/sh\necho "apt-get $*" >> asked\n', mode: 0o755 },
      "bin/sudo": { content: '#!/bin/sh\necho "sudo $*" >> asked\nexit 1\n', mode: 0o755 },
      "bin/id": { content: `#!/bin/sh\necho ${machine === "user" ? 1000 : 0}\n`, mode: 0o755 },
      asked: "",
      ".cache/jest.json": '{"numPassedTests":1000}',
    },
    { git: false },
  );
  for (const name of BASICS) {
    const link = ["/bin", "/usr/bin"].map((place) => join(place, name)).find((path) => existsSync(path));
    folder.write({ [`basics/${name}`]: { link: link ?? name } });
  }
  folder.write({ "basics/node": { link: process.execPath } });
  const rest = machine === "here" ? [dirname(process.execPath), "/usr/bin", "/bin"] : [folder.resolve("basics")];
  const PATH = [folder.resolve("bin"), ...rest].join(":");
  const env = { PATH, CI: "true" };
  const { status, stdout, stderr } = spawnSync("/bin/bash", [".ci/run"], {
    cwd: folder.path,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  const asked = folder.read("asked").split("\n").slice(0, -1);
  return { status, lines: stdout.trimEnd().split("\n"), errors: stderr, asked };
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
    expect(ended.lines).toEqual(["npm run --silent check 1", "npm test --silent 1", last]);
  });

  it("installs what the machine lacks", () => {
    const ended = start({ check: 0, test: 0, machine: "bare" });
    expect(ended).toMatchObject({ status: 0, errors: "" });
    expect(ended.asked).toEqual([
      "apt-get update -qq",
      expect.stringMatching(
        /^apt-get install -y -qq --no-install-recommends git .*sqitch libdbd-pg-perl libdbd-mysql-perl .*alembic/,
      ),
    ]);
  });

  it("says what to install where it cannot, and runs everything", () => {
    const ended = start({ check: 0, test: 0, machine: "user" });
    expect(ended.errors).toMatch(/^\.ci\/run: this machine lacks what Debian's packages git .*sqitch .* have, and /);
    expect(ended.asked).toEqual(["sudo -n true"]);
    expect(ended).toMatchObject({ status: 0, lines: { length: 3 } });
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
