import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parseFileCommands, parseRunnerLog, type RunnerLog, until, workspace, type Workspace } from "@handrail/testkit";

const ACTION = join(import.meta.dirname, "../../fixtures/action.ts");
const FILES = ["output", "state", "path", "env", "step_summary"];

let folder: Workspace;
let children: ChildProcess[];

beforeEach(() => {
  folder = workspace(Object.fromEntries(FILES.map((name) => [name, ""])), { git: false });
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  folder.cleanup();
});

type Step = {
  child: ChildProcess;
  /** All that it has printed so far. */
  printed: () => string;
  ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string; log: RunnerLog }>;
};

/** Starts the action as the runner does: node, an environment, closed stdin, two pipes. */
function start(scenario: string, environment: Record<string, string> = {}, program: string = ACTION): Step {
  const files = FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, folder.resolve(name)]);
  const child = spawn(process.execPath, [program], {
    cwd: folder.path,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      SCENARIO: scenario,
      RUNNER_TEMP: folder.path,
      TRIGGER: folder.resolve("trigger"),
      ...Object.fromEntries(files),
      ...environment,
    },
  });
  children.push(child);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Awaited<Step["ended"]>>((resolve) => {
    child.once("close", (code, signal) =>
      resolve({ code, signal, stdout, stderr, log: parseRunnerLog({ stdout, stderr }) }),
    );
  });
  return { child, printed: () => stdout, ended };
}

const run = (scenario: string, environment?: Record<string, string>): Step["ended"] =>
  start(scenario, environment).ended;
const outputs = (): Record<string, string> => Object.fromEntries(parseFileCommands(folder.read("output")).values);

describe("runAction: endings", () => {
  it("writes outputs and summary of a success and exits with 0", async () => {
    const { code, stdout, stderr } = await run("done");
    expect([code, stdout, stderr]).toEqual([0, "", ""]);
    expect(outputs()).toEqual({ result: "changes", count: "3" });
    expect(folder.read("step_summary")).toBe("# Done\n");
    expect([...parseFileCommands(folder.read("state")).values]).toEqual([["isPost", "true"]]);
  });

  it("lets main's own verdict stand over the failure's", async () => {
    const { code, log } = await run("failure");
    expect(code).toBe(1);
    expect(outputs()).toEqual({ result: "denied", "failure-reason": "guardrail-denied" });
    expect(folder.read("step_summary")).toBe("# Done\n");
    expect(log.annotations).toEqual([
      {
        level: "error",
        title: "the-action",
        message: "The plan failed: no such table\nCreate the table.",
        file: "main.tf",
        line: 3,
      },
    ]);
  });

  it.each([
    ["thrown failure", "plan-failed", "refused", "The plan failed: no such table\nCreate the table."],
    [
      "thrown error",
      "internal-error",
      "failed",
      "Unexpected error: TypeError: x is no function\nThis is a defect of the action",
    ],
    ["thrown text", "internal-error", "failed", "Unexpected error: just ```` a text\n"],
    ["thrown at once", "internal-error", "failed", "Unexpected error: Error: before any promise\n"],
    ["uncaught exception", "internal-error", "failed", "Unexpected error: Error: far from main\n"],
    ["unhandled rejection", "internal-error", "failed", "Unexpected error: Error: nobody waits\n"],
    ["no ending", "internal-error", "failed", "The action stopped without a result"],
  ])("%s: one annotation, both outputs, a summary, exit code 1", async (scenario, reason, result, message) => {
    const { code, stderr, log } = await run(scenario);
    expect([code, stderr]).toEqual([1, ""]);
    expect(outputs()).toEqual({ result, "failure-reason": reason });
    expect(log.annotations.map(({ level }) => level)).toEqual(["error"]);
    expect(log.annotations[0]?.message.startsWith(message)).toBe(true);
    expect(folder.read("step_summary")).toMatch(/^### the-action failed\n\n(`{3,})text\n[^]*\n\1\n$/);
    expect(log.plain).toEqual([]);
  });

  it("shows the stack only to those who debug", async () => {
    const quiet = await run("thrown error");
    expect(quiet.stdout).not.toContain("action.ts:");
    const loud = await run("thrown error", { RUNNER_DEBUG: "1" });
    expect(loud.log.debug.join("\n")).toContain("action.ts:");
    expect(loud.log.annotations).toHaveLength(1);
  });

  it("ends although something is still open, and prints everything before", async () => {
    expect((await run("open handles")).code).toBe(0);
    const { code, log } = await run("much output");
    expect([code, log.plain.length, log.plain.at(-1)]).toEqual([0, 20_000, `line 19999 ${"x".repeat(50)}`]);
  });

  it("fails with a reason when an output cannot be written, and leaves out undeclared ones", async () => {
    expect((await run("bad output")).code).toBe(1);
    expect(outputs()).toEqual({ result: "failed", "failure-reason": "internal-error" });
    folder.write({ output: "" });
    const { code, log } = await run("undeclared output");
    expect([code, log.plain]).toEqual([0, ["The output other is not declared in action.yml and was not written."]]);
    expect(outputs()).toEqual({ result: "changes", count: "3" });
  });

  it("H008: what is printed past the log is filtered and comes on stdout, too", async () => {
    const { code, stdout, stderr, log } = await run("stray output");
    expect([code, stderr]).toEqual([0, ""]);
    expect(log.commands.map(({ name }) => name)).toEqual(["add-mask"]);
    expect(stdout.split("\n").slice(1)).toEqual([
      "log (sensitive value)",
      "\\::error::from console.log",
      "error ::error::inside",
      "  \\::error::from console.error",
      "\\::warning::in pieces",
      "no line end",
      "",
    ]);
  });

  it("goes on when nobody reads its output any more", async () => {
    const step = start("much output");
    step.child.stdout?.destroy();
    expect((await step.ended).code).toBe(0);
    expect(outputs()).toEqual({ result: "changes", count: "3" });
  });

  it("keeps result, reason and counts when a secret is one of their words", async () => {
    expect((await run("common secrets")).code).toBe(1);
    expect(outputs()).toEqual({ result: "denied", "failure-reason": "plan-failed", count: "47114711" });
  });

  it("works without any file of the runner", async () => {
    const { code, log } = await run(
      "failure",
      Object.fromEntries(FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, ""])),
    );
    expect(code).toBe(1);
    expect(log.plain).toEqual(["result=denied", "failure-reason=guardrail-denied"]);
    expect(log.annotations).toHaveLength(1);
  });
});

describe("runAction: post", () => {
  it("runs post when main has run before, with what main kept", async () => {
    const { code, log } = await run("done", { STATE_isPost: "true", STATE_count: "7" });
    expect([code, log.plain]).toEqual([0, ["post, count was 7"]]);
    expect([folder.read("output"), folder.read("state")]).toEqual(["", ""]);
  });

  it("runs post, and never main, when main was killed before it could note anything", async () => {
    folder.write({ "post.mjs": `import ${JSON.stringify(ACTION)};\n` });
    const { code, log } = await start("done", {}, folder.resolve("post.mjs")).ended;
    expect([code, log.plain]).toEqual([0, ["post, count was not kept"]]);
    expect([folder.read("output"), folder.read("state")]).toEqual(["", ""]);
  });

  it("reports a failing post", async () => {
    const { code, log } = await run("post fails", { STATE_isPost: "true" });
    expect([code, log.annotations.length]).toEqual([1, 1]);
    expect(log.annotations[0]?.message).toContain("Error: in post");
    expect(folder.read("output")).toBe("");
  });
});

describe("runAction: cancel", () => {
  it("passes one SIGINT on, whatever the runner sends, and writes what main knows", async () => {
    const step = start("patient");
    await until(() => step.printed().includes("ready"));
    step.child.kill("SIGINT");
    await until(() => step.printed().includes("got SIGINT"));
    step.child.kill("SIGTERM");
    await until(() => step.printed().includes("the step got SIGTERM"));
    step.child.kill("SIGINT");
    await until(() => step.printed().split("the step got SIGINT").length === 3);
    folder.write({ trigger: "" });
    const { code, log } = await step.ended;
    expect(log.plain.filter((line) => !line.startsWith("the step"))).toEqual([
      "ready",
      "got SIGINT",
      "signals: SIGINT",
    ]);
    expect(code).toBe(0);
    expect(outputs()).toEqual({ result: "partial", count: "3" });
  });

  it.each(["SIGINT", "SIGTERM"] as const)("%s ends a wait, with result and reason", async (signal) => {
    const step = start("cancelled sleep");
    await until(() => step.printed().includes("ready"));
    step.child.kill(signal);
    const { code, log } = await step.ended;
    expect(code).toBe(1);
    expect(outputs()).toEqual({ result: "failed", "failure-reason": "cancelled" });
    expect(log.annotations.map(({ message }) => message)).toEqual([
      "The step was cancelled before it was done\nRun the job again when you want its result.",
    ]);
  });

  it("calls what a tool throws during a cancel the cancel", async () => {
    const step = start("cancelled tool");
    await until(() => step.printed().includes("ready"));
    step.child.kill("SIGINT");
    await until(() => step.printed().includes("got SIGINT"));
    folder.write({ trigger: "" });
    const { log } = await step.ended;
    expect(outputs()).toEqual({ result: "failed", "failure-reason": "cancelled" });
    expect(log.annotations[0]?.message).toContain("(The plan failed: no such table)");
  });

  it("asks a tool that main left behind to stop, and waits for it", async () => {
    const step = start("left behind");
    await until(() => step.printed().includes("got SIGINT"));
    expect(outputs()).toEqual({ result: "failed", "failure-reason": "plan-failed" });
    folder.write({ trigger: "" });
    const { code, log } = await step.ended;
    expect([code, log.plain.at(-1)]).toEqual([1, "signals: SIGINT"]);
  });

  it("H112: a tool that writes to files outlives us and finishes its work", async () => {
    const out = folder.resolve("out.log");
    const step = start("survivor", { NOTE: folder.resolve("note"), OUT: out });
    await until(() => step.printed().includes("ready"));
    step.child.kill("SIGKILL");
    expect((await step.ended).signal).toBe("SIGKILL");
    folder.write({ trigger: "" });
    await until(() => folder.has("note") && folder.read("note") === "finished");
    expect(readFileSync(out, "utf8").trim().split("\n")).toHaveLength(1001);
  });
});
