import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "@jest/globals";

import { until } from "../until.ts";
import { workspace } from "../workspace.ts";
import { runAction } from "./run.ts";

const CORE = join(import.meta.dirname, "../../fixtures/core-action");

/** A script of the test's own, in a folder that goes away. */
function script(source: string): Disposable & { path: string } {
  const folder = workspace({ "main.mjs": source }, { git: false });
  return { path: folder.resolve("main.mjs"), [Symbol.dispose]: () => folder.cleanup() };
}

describe("runAction with @actions/core", () => {
  it("gives inputs, takes outputs, state, environment, path, summary and masks", async () => {
    using result = await runAction({
      action: CORE,
      inputs: { "two words": "given" },
      event: { pull_request: { number: 7, head: { ref: "topic" }, base: { ref: "main" } } },
      context: { token: "ghs_secret" },
      isDebug: true,
    });
    const hostile = "line one\r\n::error::x\n%0A<<EOF\n\u2028##[warning]y";
    expect(result).toMatchObject({ exitCode: 0, conclusion: "success", failures: [], signal: undefined, sent: [] });
    expect(result.outputs["hostile"]).toBe(hostile);
    expect(JSON.parse(result.outputs["inputs"] ?? "")).toEqual(["default name", "given", "ghs_secret", "7", "false"]);
    expect(result.state["hostile"]).toBe(hostile);
    expect(result.env).toEqual({ FROM_MAIN: "yes" });
    expect(result.path).toEqual(["/opt/from-main"]);
    expect(result.masks).toEqual(["hunter22"]);
    expect(result.annotations).toEqual([
      { level: "error", message: "bad: 100%\nsecond", title: "A, title: b", file: "main.tf", line: 3, column: 7 },
    ]);
    expect(result.log).toContain("##[group]A group\nthe secret is ***\n##[endgroup]");
    expect(result.summary).toContain("<h1>Done</h1>");
    expect(result.parsed.debug).toEqual(["quiet"]);
    expect(result.post?.stdout).toContain(`post sees [true,"yes","/opt/from-main"]`);
    expect(result.orphans).toEqual([]);
  });

  it("runs main alone when the runner is shut down", async () => {
    using result = await runAction({ action: CORE, phases: ["main"] });
    expect(result.post).toBeUndefined();
    expect(JSON.parse(result.outputs["inputs"] ?? "")).toMatchObject([
      "default name",
      "",
      "ghs_nobody",
      "none",
      "false",
    ]);
  });
});

describe("the step's environment", () => {
  it("is the runner's and not the machine's, with stdin closed", async () => {
    using file = script(`
      let read = 0;
      for await (const chunk of process.stdin) read += chunk.length;
      process.stdout.write(JSON.stringify({ read, cwd: process.cwd(), env: process.env }));
    `);
    process.env["HANDRAIL_TEST_LEAK"] = "leak";
    using result = await runAction({
      action: file.path,
      inputs: { "a b-c": "1" },
      env: { TF_VAR_x: "2" },
      path: ["/first"],
    });
    delete process.env["HANDRAIL_TEST_LEAK"];
    const { read, cwd, env } = JSON.parse(result.stdout) as { read: number; cwd: string; env: Record<string, string> };
    expect(read).toBe(0);
    expect(cwd).toBe(result.workspace);
    expect(env).toMatchObject({
      CI: "true",
      GITHUB_ACTIONS: "true",
      "INPUT_A_B-C": "1",
      TF_VAR_x: "2",
      GITHUB_WORKSPACE: cwd,
      RUNNER_TEMP: result.temp,
      GITHUB_REPOSITORY: "octo-org/infrastructure",
    });
    expect(env["PATH"]?.split(":")[0]).toBe("/first");
    expect(Object.keys(env).filter((name) => /LEAK|JEST|NODE_OPTIONS|npm_/u.test(name))).toEqual([]);
    expect(env["GITHUB_TOKEN"]).toBeUndefined();
  });
});

describe("conclusions", () => {
  it.each([
    ["an exit code", "process.exitCode = 3", [], { exitCode: 3 }],
    [
      "a disabled command",
      "console.log('::set-env name=A::b')",
      ["The `set-env` command is disabled."],
      { exitCode: 0 },
    ],
    [
      "a broken output file",
      "fs.appendFileSync(process.env.GITHUB_OUTPUT, 'a<<EOF\\nb\\n')",
      ["Invalid value. Matching delimiter not found 'EOF'"],
      {},
    ],
    [
      "NODE_OPTIONS",
      "fs.appendFileSync(process.env.GITHUB_ENV, 'NODE_OPTIONS=--x\\n')",
      ["Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."],
      { env: {} },
    ],
  ])("%s fails the step", async (_, source, failures, more) => {
    using file = script(`import fs from "node:fs"; ${source}`);
    using result = await runAction({ action: file.path });
    expect(result).toMatchObject({ conclusion: "failure", failures, ...more });
  });

  it("a summary over 1 MiB is dropped whole and the step stays green", async () => {
    using file = script(
      `import fs from "node:fs"; fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1048577))`,
    );
    using result = await runAction({ action: file.path });
    expect(result).toMatchObject({ conclusion: "success", summary: "" });
    expect(result.log).toContain("##[error]$GITHUB_STEP_SUMMARY upload aborted");
  });
});

describe("cancelling", () => {
  it("sends SIGINT to node alone, once, when it ends by that", async () => {
    using file = script(`
      process.on("SIGINT", () => { console.log("interrupted"); process.exit(1); });
      setInterval(() => {}, 1000);
      console.log("ready");
    `);
    using result = await runAction({ action: file.path, cancel: { when: (log) => log.includes("ready") } });
    expect(result).toMatchObject({
      conclusion: "cancelled",
      isCancelled: true,
      exitCode: 1,
      sent: ["SIGINT"],
      stdout: "ready\ninterrupted\n",
    });
  });

  it("goes on to SIGTERM and SIGKILL", async () => {
    using file = script(`
      for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => console.log(signal));
      setInterval(() => {}, 1000);
      console.log("ready");
    `);
    using result = await runAction({
      action: file.path,
      cancel: { when: (log) => log.includes("ready"), timing: 1 / 100 },
    });
    expect(result).toMatchObject({
      conclusion: "cancelled",
      sent: ["SIGINT", "SIGTERM", "SIGKILL"],
      signal: "SIGKILL",
      exitCode: undefined,
      stdout: "ready\nSIGINT\nSIGTERM\n",
    });
  });

  it("runs post after it, and kills orphans at the end", async () => {
    using folder = workspace(
      {
        "action.yml": "name: x\nruns: { using: node24, main: main.mjs, post: post.mjs }\n",
        "main.mjs": `
          import { spawn } from "node:child_process";
          const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
          child.unref();
          console.log("child " + child.pid);
          setInterval(() => {}, 1000);
        `,
        "post.mjs": "console.log('post')",
      },
      { git: false },
    );
    using result = await runAction({ action: folder.path, cancel: { when: (log) => log.includes("child") } });
    const pid = Number(/child (\d+)/u.exec(result.stdout)?.[1]);
    expect(result).toMatchObject({
      conclusion: "cancelled",
      signal: "SIGINT",
      post: { stdout: "post\n", conclusion: "success" },
    });
    expect(result.orphans.map((each) => each.pid)).toEqual([pid]);
    await until(() => !isAlive(pid), { what: "the end of the orphan" });
  });

  it("does not wait longer than the runner for a child that holds the pipes", async () => {
    using file = script(`
      import { spawn } from "node:child_process";
      spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: ["ignore", "inherit", "inherit"] }).unref();
    `);
    using result = await runAction({ action: file.path, cancel: { when: () => false, timing: 1 / 50 } });
    expect(result).toMatchObject({ exitCode: 0, isLingering: true, isCancelled: false });
    expect(result.orphans).toHaveLength(1);
  });

  it("sends the test's own signals", async () => {
    using file = script(
      `process.on("SIGTERM", () => { console.log("got it"); process.exit(0); }); setInterval(() => {}, 1000); console.error("ready");`,
    );
    using result = await runAction({
      action: file.path,
      signals: [{ when: (log) => log.includes("ready"), signal: "SIGTERM" }],
    });
    expect(result).toMatchObject({ sent: ["SIGTERM"], stdout: "got it\n", conclusion: "success" });
  });
});

/** Neither gone nor a zombie that nobody has waited for yet. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
