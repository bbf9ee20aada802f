import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { findOrphans, until, workspace, type Workspace } from "@handrail/testkit";
import { Failure } from "../failure.ts";
import { CommandFailure, type ExecOptions, type ExecResult } from "../process.ts";
import { createProcessRunner, type ProcessRunner } from "./exec.ts";
import { isProcessRunning } from "./running.ts";

const TOOL = join(import.meta.dirname, "../../fixtures/tool.mjs");
const environment = { PATH: process.env["PATH"] ?? "" };

let folder: Workspace;
let controller: AbortController;
let processes: ProcessRunner;

beforeEach(() => {
  folder = workspace({}, { git: false });
  controller = new AbortController();
  processes = createProcessRunner({ cancelled: controller.signal, pollMs: 5, graceMs: 20 });
});
afterEach(() => folder.cleanup());

function run(args: string[], options: Partial<ExecOptions> = {}): Promise<ExecResult> {
  return processes.exec(process.execPath, [TOOL, ...args], { cwd: folder.path, environment, ...options });
}

/** What `promise` rejects with. */
const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it did not reject");
};

describe("exec: results", () => {
  it("gives exit code and both streams, and does not throw for a code", async () => {
    expect(await run(["say", "out\n", "err\n"])).toEqual({
      exitCode: 0,
      signal: undefined,
      stdout: "out\n",
      stderr: "err\n",
      cancelled: false,
    });
    expect(await run(["exit", "42"])).toMatchObject({ exitCode: 42, signal: undefined, cancelled: false });
    expect(await run(["die"])).toMatchObject({ exitCode: undefined, signal: "SIGKILL", cancelled: false });
  });

  it("passes arguments as they are, without a shell", async () => {
    const hostile = ["$(id)", "`id`", "a;b", "a|b", "", "'", '"', "*", "-x", "a\nb", "é😀"];
    expect(JSON.parse((await run(["arguments", ...hostile])).stdout)).toEqual(hostile);
  });

  it("H065: gives the child the environment it is given and nothing else", async () => {
    const { stdout } = await run(["environment"], { environment: { ONLY: "this" } });
    expect(JSON.parse(stdout)).toEqual({ ONLY: "this" });
  });

  it("runs in the directory it is given, in a session of its own, and tells the pid", async () => {
    expect((await run(["where"])).stdout).toBe(folder.path);
    const pids: number[] = [];
    const { stdout } = await run(["session"], { onStart: (pid) => pids.push(pid) });
    // /proc/self/stat: pid (name) state parent group session
    const [pid, , , , group, session] = stdout.split(" ").map(Number);
    expect(pids).toEqual([pid]);
    expect([group, session]).toEqual([pid, pid]);
  });

  it("H121: a tool that asks finds the end of its stdin at once", async () => {
    expect((await run(["ask"])).stdout).toBe("answer: ");
  });

  it("feeds stdin when there is input, also to a tool that does not read it", async () => {
    expect((await run(["ask"], { input: "é😀" })).stdout).toBe("answer: é😀");
    expect((await run(["ask"], { input: new Uint8Array([104, 105]) })).stdout).toBe("answer: hi");
    expect((await run(["exit", "0"], { input: "x".repeat(1_000_000) })).exitCode).toBe(0);
  });
});

describe("exec: failures to start", () => {
  it("rejects with ENOENT for a program that does not exist", async () => {
    const options = { cwd: folder.path, environment };
    const failure = await rejection(processes.exec("no-such-program", [], options));
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ code: "ENOENT", command: "no-such-program", reason: "command-not-found" });
  });

  it("tells other reasons apart: no permission, an argument no system call can take, a missing directory", async () => {
    folder.write({ "plain.txt": "x" });
    const options = { cwd: folder.path, environment };
    expect(await rejection(processes.exec(folder.resolve("plain.txt"), [], options))).toMatchObject({
      code: "EACCES",
      reason: "command-not-started",
    });
    expect(await rejection(run(["say", "a\0b"]))).toMatchObject({ reason: "command-not-started" });
    const missing = await rejection(run(["where"], { cwd: folder.resolve("gone") }));
    expect(missing).toBeInstanceOf(Failure);
    expect(missing).not.toBeInstanceOf(CommandFailure);
    expect(missing).toMatchObject({ what: expect.stringContaining("does not exist") });
  });
});

describe("exec: streams", () => {
  it("H074: no character is broken where pieces of a stream meet", async () => {
    const pieces = { out: "", err: "" };
    const count = 40_000;
    const whole = `x${"全😀é".repeat(count)}`;
    const result = await run(["characters", String(count)], {
      maxCapture: 10_000_000,
      onStdout: (text) => (pieces.out += text),
      onStderr: (text) => (pieces.err += text),
    });
    expect([result.stdout === whole, result.stderr === whole]).toEqual([true, true]);
    expect([pieces.out === whole, pieces.err === whole]).toEqual([true, true]);
    expect(result.truncated).toBeUndefined();
  });

  it("keeps the newest output when there is more than asked for, and says so", async () => {
    const result = await run(["say", "0123456789", "abc"], { maxCapture: 4 });
    expect(result).toMatchObject({ stdout: "6789", stderr: "abc", truncated: true });
    expect(await run(["say", "0123", "abc"], { maxCapture: 4 })).not.toHaveProperty("truncated");
    expect(await run(["say", "x", ""], { maxCapture: 0 })).toMatchObject({ stdout: "", truncated: true });
  });

  it("H074: files that the child writes itself are followed to the last byte, without broken characters", async () => {
    const [stdoutFile, stderrFile] = [folder.resolve("out.log"), folder.resolve("err.log")];
    const whole = `x${"全😀é".repeat(20_000)}`;
    let followed = "";
    const result = await run(["characters", "20000"], {
      stdoutFile,
      stderrFile,
      maxCapture: 10_000_000,
      onStderr: (text) => (followed += text),
    });
    expect([result.stdout === whole, result.stderr === whole, followed === whole]).toEqual([true, true, true]);
    expect(readFileSync(stdoutFile, "utf8") === whole).toBe(true);
    expect(statSync(stdoutFile).mode & 0o777).toBe(0o600);
  });

  it("appends to a file, follows only what is new, and takes both streams in one file", async () => {
    const file = folder.resolve("both.log");
    writeFileSync(file, "before\n", { mode: 0o644 });
    const result = await run(["say", "out\n", "err\n"], { stdoutFile: file, stderrFile: file });
    expect([result.stdout, result.stderr]).toEqual(["out\nerr\n", ""]);
    expect(readFileSync(file, "utf8")).toBe("before\nout\nerr\n");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("does not write through a link in place of the file", async () => {
    symlinkSync(folder.resolve("target"), folder.resolve("link.log"));
    const failure = await rejection(run(["say", "a", "b"], { stdoutFile: folder.resolve("link.log") }));
    expect(failure).toMatchObject({ code: "ELOOP" });
    expect(folder.has("target")).toBe(false);
  });

  it("reads on when a handler throws, and rejects with its error at the end", async () => {
    const seen: string[] = [];
    const failure = await rejection(
      run(["say", "out", "err"], {
        onStdout: () => {
          throw new Error("in a handler");
        },
        onStderr: (text) => seen.push(text),
      }),
    );
    expect(failure).toMatchObject({ message: "in a handler" });
    expect(seen).toEqual(["err"]);
  });

  it("does not wait for a stranger that holds the pipes of an ended child", async () => {
    const result = await run(["ghost", folder.resolve("trigger")]);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.stdout).toContain("gone\n");
    // The stranger is let go: it writes to a closed pipe or leaves its note, either way it ends.
    folder.write({ trigger: "" });
  });
});

describe("exec: cancel", () => {
  it("kills what holds nothing, with all that it started, and without a word to it", async () => {
    const id = `kill-${process.pid}`;
    const killing = createProcessRunner({ cancelled: controller.signal, pollMs: 5, graceMs: 20, ending: "kill" });
    let out = "";
    const running = killing.exec("sh", ["-c", "trap 'echo tidied' INT TERM EXIT; sleep 1000 & echo ready; wait"], {
      cwd: folder.path,
      environment: { ...environment, RUNNER_TRACKING_ID: id },
      onStdout: (text) => (out += text),
    });
    await until(() => out.includes("ready"));
    controller.abort();
    expect(await running).toMatchObject({ signal: "SIGKILL", stdout: "ready\n", cancelled: true });
    await until(() => findOrphans(id).length === 0);
    await killing.interruptAll();
  });

  it("sends one SIGINT and waits, however often the step is told to stop", async () => {
    let out = "";
    const running = run(["patient", folder.resolve("trigger")], { onStdout: (text) => (out += text) });
    await until(() => out.includes("ready"));
    controller.abort();
    const stopping = processes.interruptAll();
    await until(() => out.includes("got SIGINT"));
    const again = processes.interruptAll();
    folder.write({ trigger: "" });
    expect(await running).toMatchObject({
      exitCode: 3,
      cancelled: true,
      stdout: "ready\ngot SIGINT\nsignals: SIGINT\n",
    });
    await Promise.all([stopping, again]);
  });

  it.each([
    ["interrupt", ""],
    ["interrupt-all", "SIGINT"],
  ] as const)("%s: the tool behind a wrapper that passes nothing on gets [%s]", async (ending, signals) => {
    const ended = createProcessRunner({ cancelled: controller.signal, pollMs: 5, graceMs: 20, ending });
    let out = "";
    const wrapper = ["-c", 'trap : INT; "$@"; exit $?', "sh"];
    const running = ended.exec("sh", [...wrapper, process.execPath, TOOL, "patient", folder.resolve("trigger")], {
      cwd: folder.path,
      environment,
      onStdout: (text) => (out += text),
    });
    await until(() => out.includes("ready"));
    controller.abort();
    const stopping = ended.interruptAll();
    if (signals !== "") await until(() => out.includes("got SIGINT"));
    const again = ended.interruptAll();
    folder.write({ trigger: "" });
    expect(await running).toMatchObject({ exitCode: 3, cancelled: true });
    expect(out).toBe(`ready\n${signals === "" ? "" : "got SIGINT\n"}signals: ${signals}\n`);
    await Promise.all([stopping, again]);
  });

  it("interrupt-all: also reaches the tool that outlives its wrapper", async () => {
    const ending = "interrupt-all";
    const ended = createProcessRunner({ cancelled: controller.signal, pollMs: 5, graceMs: 600_000, ending });
    let out = "";
    const pids: number[] = [];
    const running = ended.exec(
      "sh",
      ["-c", '"$@" &', "sh", process.execPath, TOOL, "patient", folder.resolve("trigger")],
      {
        cwd: folder.path,
        environment,
        onStdout: (text) => (out += text),
        onStart: (pid) => pids.push(pid),
      },
    );
    await until(() => out.includes("ready") && !pids.some((pid) => isProcessRunning(pid)));
    controller.abort();
    await until(() => out.includes("got SIGINT"));
    const stopping = ended.interruptAll();
    folder.write({ trigger: "" });
    const stdout = "ready\ngot SIGINT\nsignals: SIGINT\n";
    expect(await running).toMatchObject({ exitCode: 0, stdout, cancelled: true });
    await stopping;
  });

  it("starts nothing when the step is cancelled already, unless it is asked to", async () => {
    controller.abort();
    const nothing = await run(["log", folder.resolve("started"), "x"]);
    expect(nothing).toEqual({ exitCode: undefined, signal: undefined, stdout: "", stderr: "", cancelled: true });
    expect(folder.has("started")).toBe(false);
    const asked = await run(["say", "after", ""], { evenWhenCancelled: true });
    expect(asked).toMatchObject({ exitCode: 0, stdout: "after", cancelled: true });
  });

  it("asks what still runs to stop when the step ends, once", async () => {
    let out = "";
    const running = run(["patient", folder.resolve("trigger")], { onStdout: (text) => (out += text) });
    await until(() => out.includes("ready"));
    const stopped = processes.interruptAll();
    await until(() => out.includes("got SIGINT"));
    controller.abort();
    folder.write({ trigger: "" });
    await stopped;
    expect((await running).stdout).toBe("ready\ngot SIGINT\nsignals: SIGINT\n");
    await processes.interruptAll();
  });

  it("ends the children of the runners within it, and waits for them, but not the other way round", async () => {
    const limit = new AbortController();
    const inner = createProcessRunner({ cancelled: limit.signal, pollMs: 5, graceMs: 20, within: processes.exec });
    const innermost = createProcessRunner({ cancelled: limit.signal, pollMs: 5, graceMs: 20, within: inner.exec });
    const out = ["", ""];
    const [outer, deep] = [processes, innermost].map((runner, index) =>
      runner.exec(process.execPath, [TOOL, "patient", folder.resolve(`trigger${index}`)], {
        cwd: folder.path,
        environment,
        onStdout: (text) => (out[index] += text),
      }),
    );
    await until(() => out.every((text) => text.includes("ready")));
    let isOver = false;
    const ending = inner.interruptAll();
    await until(() => out[1]?.includes("got SIGINT"));
    const all = processes.interruptAll().then(() => (isOver = true));
    await until(() => out[0]?.includes("got SIGINT"));
    folder.write({ trigger0: "" });
    await outer;
    expect(isOver).toBe(false);
    folder.write({ trigger1: "" });
    expect(await deep).toMatchObject({ cancelled: true, stdout: "ready\ngot SIGINT\nsignals: SIGINT\n" });
    await Promise.all([ending, all]);
  });

  it("starts nothing when the step has ended, not even what is wanted of a cancelled one", async () => {
    const inner = createProcessRunner({ cancelled: controller.signal, within: processes.exec });
    await processes.interruptAll();
    for (const { exec } of [processes, inner]) {
      const options = { cwd: folder.path, environment, evenWhenCancelled: true };
      const result = await exec(process.execPath, [TOOL, "log", folder.resolve("started"), "x"], options);
      expect(result).toMatchObject({ exitCode: undefined, cancelled: true });
    }
    expect(folder.has("started")).toBe(false);
  });

  it("also ends, and waits for, what was being started", async () => {
    const id = `starting-${process.pid}`;
    const running = processes.exec("sleep", ["1000"], {
      cwd: folder.path,
      environment: { ...environment, RUNNER_TRACKING_ID: id },
    });
    await processes.interruptAll();
    expect(findOrphans(id)).toEqual([]);
    expect(await running).toMatchObject({ signal: "SIGINT", cancelled: true });
    await expect(processes.exec("no-such-program", [], { cwd: folder.path, environment })).resolves.toMatchObject({
      cancelled: true,
    });
  });

  it("is not within anything but a runner", () => {
    const exec = processes.exec.bind(undefined);
    expect(() => createProcessRunner({ cancelled: controller.signal, within: exec })).toThrow("not the exec");
  });
});
