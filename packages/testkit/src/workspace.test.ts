import { lstatSync, existsSync } from "node:fs";

import { describe, expect, it } from "@jest/globals";

import { until } from "./until.ts";
import { workspace } from "./workspace.ts";

describe("workspace", () => {
  it("has files, links, modes and a first commit with the same id every time", () => {
    const files = {
      "live/main.tf": "# x\n",
      "run.sh": { content: "#!/bin/sh\n", mode: 0o755 },
      "link.tf": { link: "live/main.tf" },
    };
    using one = workspace(files);
    using two = workspace(files);
    expect(one.git("rev-parse", "HEAD")).toBe(two.git("rev-parse", "HEAD"));
    expect(one.git("status", "--porcelain")).toBe("");
    expect(lstatSync(one.resolve("run.sh")).mode & 0o777).toBe(0o755);
    expect(one.read("link.tf")).toBe("# x\n");
    one.write({ "live/b.tf": "" });
    const sha = one.commit("Add b");
    expect(one.git("show", "--name-only", "--format=%s", sha).split("\n")).toEqual(["Add b", "", "live/b.tf"]);
    one.remove("live");
    expect(one.has("live/b.tf")).toBe(false);
  });

  it("goes away", () => {
    const made = workspace({}, { git: false });
    expect(existsSync(made.path)).toBe(true);
    made.cleanup();
    expect(existsSync(made.path)).toBe(false);
  });
});

describe("until", () => {
  it("returns the first truthy value, and says what did not happen", async () => {
    let count = 0;
    expect(await until(() => (count++ > 2 ? "done" : undefined), { everyMs: 1 })).toBe("done");
    const never = until(
      () => {
        throw new Error("not yet");
      },
      { limitMs: 1, everyMs: 1, what: "The lock" },
    );
    await expect(never).rejects.toMatchObject({
      message: "The lock did not hold within 1 ms",
      cause: { message: "not yet" },
    });
  });
});
