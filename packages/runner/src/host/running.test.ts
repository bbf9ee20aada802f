/** Whether something is at work still: not what never was, what has gone, or what has ended and waits to be asked how. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "@jest/globals";
import { until } from "@handrail/testkit";
import { isGroupRunning, isProcessRunning } from "./running.ts";

const none = (): Promise<void> => Promise.resolve();
/** Ends what a test started, and waits for it. */
let end = none;

afterEach(() => end());

/** Starts it as the leader of a group; what it prints first is a number. */
async function start(script: string): Promise<{ pid: number; told: number }> {
  const child = spawn("/bin/sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"], detached: true });
  const { pid = 0 } = child;
  const ended = once(child, "close");
  end = async () => {
    end = none;
    process.kill(-pid, "SIGKILL");
    await ended;
  };
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const told = Number(await until(() => /^(\d+)\n/.exec(out)?.[1]));
  return { pid, told };
}

describe.each([
  ["a process", isProcessRunning],
  ["a group of one", isGroupRunning],
])("%s", (_, isRunning) => {
  it.each([0, -1, 1.5, Number.NaN, 2 ** 31 - 1])("%p is none", (pid) => {
    expect(isRunning(pid)).toBe(false);
  });

  it("is as long as it lives", async () => {
    const { pid, told } = await start("echo $$; exec sleep 600");
    expect([told, isRunning(pid)]).toEqual([pid, true]);
    await end();
    expect(isRunning(pid)).toBe(false);
  });
});

describe("a group of several", () => {
  it("is there without the process that led it", async () => {
    const { pid, told } = await start("sleep 600 & echo $!");
    await until(() => !isProcessRunning(pid));
    expect([isGroupRunning(pid), isProcessRunning(told), isGroupRunning(told)]).toEqual([true, true, false]);
    await end();
    await until(() => !isGroupRunning(pid));
  });

  it("does not count what has ended while its parent does not ask how", async () => {
    // `sleep` takes the shell's place, and asks nobody.
    const { told } = await start("setsid sh -c 'echo $$' & exec sleep 600");
    await until(() => !isGroupRunning(told));
    // The system has it still.
    expect(process.kill(-told, 0)).toBe(true);
  });
});
