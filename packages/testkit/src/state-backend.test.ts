import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

import { startStateBackend } from "./state-backend.ts";
import type { StateBackend } from "./state-backend.ts";
import { workspace } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

let backend: StateBackend;
let folder: Workspace;

beforeEach(async () => {
  backend = await startStateBackend();
  folder = workspace(
    { "main.tf": `${backend.hcl()}resource "terraform_data" "x" {\n  input = "1"\n}\n` },
    { git: false },
  );
});
afterEach(async () => {
  folder.cleanup();
  await backend.close();
});

/** Runs the real terraform; its exit code and output. */
async function terraform(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env["PATH"], HOME: folder.path, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
  try {
    const { stdout } = await promisify(execFile)("terraform", [...args, "-no-color"], { cwd: folder.path, env });
    return { code: 0, output: stdout };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, output: failed.stdout + failed.stderr };
  }
}

describe("the state backend, with terraform", () => {
  it("keeps state and locks around it", async () => {
    expect((await terraform("init", "-input=false")).code).toBe(0);
    expect((await terraform("apply", "-auto-approve", "-input=false")).code).toBe(0);
    expect(backend.serial()).toBeGreaterThanOrEqual(1);
    expect(backend.lineage()).toMatch(/^[0-9a-f-]{36}$/u);
    expect(backend.holder()).toBeUndefined();
    const methods = backend.requests.map((each) => each.method);
    expect(methods.filter((each) => each === "LOCK")).toHaveLength(1);
    expect(methods.at(-1)).toBe("UNLOCK");
  });

  // terraform 1.11 prints its own lock info here; of the holder only the ID.
  it("tells the ID of the lock that is held", async () => {
    await terraform("init", "-input=false");
    backend.lock({ Who: "mona@laptop", ID: "abc" });
    const { code, output } = await terraform("plan", "-input=false", "-lock-timeout=0s");
    expect(code).toBe(1);
    expect(output).toContain("already locked: ID=abc");
    expect(backend.holder()?.Who).toBe("mona@laptop");
  });

  it("fails the final write, which leaves errored.tfstate", async () => {
    await terraform("init", "-input=false");
    backend.faults.add({ on: "POST /*", nth: "all", fault: "500" });
    const { code } = await terraform("apply", "-auto-approve", "-input=false");
    expect(code).toBe(1);
    expect(folder.has("errored.tfstate")).toBe(true);
    expect(backend.state()).toBeUndefined();
  });
});
