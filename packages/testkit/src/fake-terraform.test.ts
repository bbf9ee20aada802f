import { spawn } from "node:child_process";
import { once } from "node:events";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

import { installFakeTerraform } from "./fake-terraform.ts";
import type { FakeTerraform } from "./fake-terraform.ts";
import { until } from "./until.ts";
import { workspace } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

let folder: Workspace;
beforeEach(() => {
  folder = workspace({}, { git: false });
});
afterEach(() => {
  folder.cleanup();
});

type Run = { code: number | null; signal: string | null; stdout: string; stderr: string };

function start(fake: FakeTerraform, args: string[]): { kill(signal: NodeJS.Signals): void; ended: Promise<Run> } {
  const child = spawn("terraform", args, {
    cwd: folder.path,
    env: { PATH: `${fake.directory}:${process.env["PATH"] ?? ""}` },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
    ...output,
  }));
  return { kill: (signal) => child.kill(signal), ended };
}

describe("installFakeTerraform", () => {
  it("answers by the longest matching words, call by call, and writes files", async () => {
    folder.write({ "recorded/show.stdout": "{}\n", "recorded/show.exit": "0\n", "live/.keep": "" });
    const fake = installFakeTerraform({
      directory: folder.resolve("bin"),
      script: {
        plan: [
          { exit: 1, stderr: "locked\n" },
          { exit: 2, stdout: "planned\n", files: { "{out}": "PLAN" } },
        ],
        state: { stdout: "state\n" },
        "state pull": { stdout: '{"serial":1}\n' },
      },
      recorded: { show: folder.resolve("recorded/show") },
    });
    const run = async (...args: string[]) => start(fake, args).ended;
    expect(await run("plan")).toMatchObject({ code: 1, stderr: "locked\n" });
    expect(await run("-chdir=live", "plan", "-out=tf.plan")).toMatchObject({ code: 2, stdout: "planned\n" });
    expect(folder.read("live/tf.plan")).toBe("PLAN");
    expect((await run("state", "pull")).stdout).toBe('{"serial":1}\n');
    expect((await run("state", "list")).stdout).toBe("state\n");
    expect((await run("show", "-json")).stdout).toBe("{}\n");
    expect(JSON.parse((await run("version", "-json")).stdout)).toMatchObject({ terraform_version: "1.11.4" });
    expect((await run("console")).code).toBe(64);
    expect(fake.argv().slice(0, 2)).toEqual([["plan"], ["-chdir=live", "plan", "-out=tf.plan"]]);
    expect(fake.calls()[0]?.env["PATH"]).toContain(fake.directory);
  });

  it("logs signals while it waits, and ends as told", async () => {
    const fake = installFakeTerraform({
      directory: folder.resolve("bin"),
      script: {
        apply: { stdout: "working\n", waitFor: "go", exit: 0 },
        destroy: { waitFor: "go", onSignal: { SIGINT: { stderr: "stopping\n", exit: 1 } } },
        crash: { kill: "SIGKILL" },
      },
    });
    const apply = start(fake, ["apply"]);
    await until(() => fake.calls().length > 0);
    apply.kill("SIGINT");
    await until(() => fake.calls().some((each) => each.event === "signal"));
    fake.release("go");
    expect(await apply.ended).toMatchObject({ code: 0, stdout: "working\n" });
    expect(fake.calls().map((each) => each.signal ?? each.event)).toEqual(["start", "SIGINT", "exit"]);
    expect(await start(fake, ["crash"]).ended).toMatchObject({ code: null, signal: "SIGKILL" });
  });
});
