/** The target command: exit code 0 is a success, 75 is not yet, anything else is a failure. */
import { describe, expect, it } from "@jest/globals";
import { CommandFailure } from "@handrail/runner";
import type { Exec, ExecOptions } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { ended } from "../exec-fixture.ts";
import { drive, handClock } from "../hand-clock-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import { lives, open } from "./model-fixture.ts";
import { createCommandTarget } from "./target.ts";

describe("command", () => {
  it("runs what it was given, where and with what it was given", async () => {
    const ran: { program: string; words: readonly string[]; options: ExecOptions }[] = [];
    const exec: Exec = (program, words, options) => {
      ran.push({ program, words, options });
      return Promise.resolve(ended(ran.length < 3 ? "step 1\nstep 2\n" : "", { exitCode: ran.length < 3 ? 75 : 0 }));
    };
    const clock = autoClock();
    const target = createCommandTarget({ command: ["./ready.sh", "a b", "--c"] }, doorsWith(clock, { exec }));
    const { verdict, said, facts, diagnosis } = await play(target, clock);
    expect(verdict).toEqual({ result: "success", cause: "" });
    expect(said).toContain("not yet: step 2");
    expect(facts).toEqual({ runs: 3 });
    expect(diagnosis).toEqual({ causes: [] });
    expect(ran[0]).toMatchObject({
      program: "./ready.sh",
      words: ["a b", "--c"],
      options: { cwd: "/repository", environment: { PATH: "/bin" } },
    });
    expect(target.canStop).toBe(false);
  });

  it.each([
    [{ exitCode: 3 }, "the command ended with exit code 3"],
    [{ exitCode: undefined, signal: "SIGKILL" }, "the command was ended by SIGKILL"],
  ])("%j is a failure that quotes the last lines", async (how, cause) => {
    const clock = autoClock();
    const exec: Exec = () => Promise.resolve(ended("one\ntwo\n", { ...how, stderr: "three\nfour\n\n" }));
    const { verdict, diagnosis } = await play(
      createCommandTarget({ command: ["x"] }, doorsWith(clock, { exec })),
      clock,
    );
    expect(verdict).toEqual({ result: "failed", cause });
    expect(diagnosis).toEqual({ causes: ["four", "three", "two"], logLines: ["one", "two", "three", "four"] });
  });

  it("a timeout tells the last line", async () => {
    const clock = autoClock();
    const exec: Exec = () => Promise.resolve(ended("waiting for the queue", { exitCode: 75 }));
    const { verdict } = await play(createCommandTarget({ command: ["x"] }, doorsWith(clock, { exec })), clock, {
      timeoutS: 60,
    });
    expect(verdict.cause).toBe("timeout after 60s, last seen: not yet: waiting for the queue");
  });

  it("a program that is not there is said plainly", async () => {
    const exec: Exec = () => Promise.reject(new CommandFailure("x", "ENOENT"));
    const target = createCommandTarget({ command: ["x"] }, doorsWith(autoClock(), { exec }));
    await expect(target.look(["x"], 0)).rejects.toMatchObject({
      reason: "invalid-input",
      what: "The program x was not found",
      remedy: expect.stringContaining("Install it"),
    });
  });

  it("a run that the end of the step ended says nothing", async () => {
    const exec: Exec = () => Promise.resolve(ended("", { exitCode: undefined, cancelled: true }));
    const { sights } = await createCommandTarget({ command: ["x"] }, doorsWith(autoClock(), { exec })).look(["x"], 0);
    expect(sights.get("x")).toMatchObject({ fault: { kind: "unavailable" } });
  });

  it("zero false successes", async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const clock = handClock();
        const exec = open(life, () => clock.monotonic() / 1000);
        const end = await drive(createCommandTarget({ command: ["x"] }, doorsWith(clock, { exec })), clock, 1_200_000);
        const expected = life.code === 0 ? "success" : life.code === 75 ? undefined : "failed";
        expect(end?.verdict.result).toBe(expected);
        if (end !== undefined) expect(end.atMs / 1000).toBeGreaterThanOrEqual(life.endsAt);
        if (end !== undefined) expect(end.atMs / 1000).toBeLessThan(life.endsAt + 10);
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
