/**
 * A job that dies: the main step is killed, with or without its post step, or the tool does not listen. Whoever comes next says what
 * was done, once, and goes on.
 */
import { chmodSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { runs, withDatabases } from "@handrail/testkit";
import { withinCommand } from "./migration-cancel-instant.ts";
import { expectGoesOn, expectTold, openCancelStage, recorded, toldLate } from "./migration-cancel-stage.ts";
import type { CancelStage } from "./migration-cancel-stage.ts";
import type { JobOptions } from "./migration-stage.ts";

const LIMIT_MS = runs(180_000, 900_000);

const stages: CancelStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.clear();
});

/** Kills main so long after the nth command began. */
function killedIn(nth: number, afterMs: number): JobOptions {
  const { when, watch } = withinCommand(nth, afterMs);
  return { signals: [watch, { when, signal: "SIGKILL" }] };
}

/** Cancels in that moment, with a tenth of the runner's time unless it has to be all of it. */
function cancelledAt(nth: number, afterMs: number, timing: "runner" | number = 1 / 10): JobOptions {
  const { when, watch } = withinCommand(nth, afterMs);
  return { signals: [watch], cancel: { when, timing } };
}

/** `tool-command`: a shell script in the place of the project's own program. */
function wrapped({ checkout, project }: CancelStage, script: (program: string) => string): { "tool-command": string } {
  const path = checkout.resolve("../wrapper.sh");
  writeFileSync(path, `#!/bin/sh\n${script(`'${project.inputs["tool-command"] ?? ""}'`)}\n`);
  chmodSync(path, 0o755);
  return { "tool-command": path };
}

withDatabases(
  ({ engine, createDatabase }) => {
    const open = async (seconds?: number): Promise<CancelStage> => {
      const url = await createDatabase();
      const stage = await openCancelStage({
        tool: "dbmate",
        engine,
        url,
        ...(seconds === undefined ? {} : { seconds }),
      });
      stages.push(stage);
      return stage;
    };

    describe("the main step is killed", () => {
      it(
        "and its post step says what was done",
        async () => {
          const stage = await open();
          const run = stage.nextRun();
          const result = await stage.act("run", {}, killedIn(3, 100));
          expect([result.signal, result.outputs]).toEqual(["SIGKILL", {}]);
          await expectTold(stage, result, run);
          await expectGoesOn(stage, run);
        },
        LIMIT_MS,
      );

      it(
        "and a second post step says what the record says",
        async () => {
          const stage = await open();
          const run = stage.nextRun();
          const result = await stage.act("run", {}, { ...killedIn(2, 100), phases: ["main", "post", "post"] });
          await expectTold(stage, result, run);
        },
        LIMIT_MS,
      );

      it(
        "and its job dies with it: the next run is refused while it may live, and then settles what it left",
        async () => {
          const stage = await open();
          const run = stage.nextRun();
          const dead = await stage.act("run", {}, { ...killedIn(3, 100), phases: ["main"] });
          expect([dead.signal, stage.records()]).toEqual(["SIGKILL", []]);
          stage.github.addRun({ id: run });
          const truth = await stage.truthInTheEnd();
          const locked = await stage.act("run");
          expect(locked.outputs).toMatchObject({ result: "refused", "failure-reason": "locked" });
          expect(locked.log).toContain(`/actions/runs/${run}`);
          expect(stage.truth()).toEqual(truth);
          stage.github.addRun({ id: run, status: "completed", conclusion: "failure" });
          const next = await stage.act("run");
          const told = /What it did: (.*)/.exec(next.log)?.[1] ?? "";
          const half = truth.half[0] ?? "";
          expect(toldLate(told)).toMatchObject({ done: truth.applied, half });
          expect(recorded(stage, run)).toMatchObject({
            result: "cancelled",
            done: truth.applied,
            half,
            state: "error",
          });
          expect(next.outputs["result"]).toBe(half === "" ? "applied" : "refused");
          expect(stage.lock()).toBeUndefined();
        },
        LIMIT_MS,
      );
    });

    describe("the tool does not listen", () => {
      it(
        "and is waited for, as long as the runner lets us",
        async () => {
          const stage = await open();
          const run = stage.nextRun();
          const deaf = wrapped(stage, (program) => `trap '' INT TERM\nexec ${program} "$@"`);
          const result = await stage.act("run", deaf, cancelledAt(2, 100, "runner"));
          expect(result.sent).toEqual(["SIGINT"]);
          expect(stage.truth().applied).toEqual(stage.ids.slice(0, 2));
          await expectTold(stage, result, run);
        },
        LIMIT_MS,
      );

      it(
        "and the post step waits for it when main is killed",
        async () => {
          const stage = await open(1);
          const run = stage.nextRun();
          const deaf = wrapped(stage, (program) => `trap '' INT TERM\nexec ${program} "$@"`);
          const result = await stage.act("run", deaf, cancelledAt(2, 100));
          expect(result.sent).toEqual(["SIGINT", "SIGTERM", "SIGKILL"]);
          expect(result.post?.log).toMatch(/The migration tool \(process \d+\) still runs; it is waited for/);
          expect(stage.truth().applied).toEqual(stage.ids.slice(0, 2));
          await expectTold(stage, result, run);
        },
        LIMIT_MS,
      );
    });

    describe("the tool stands behind a shell", () => {
      it.each([
        ["that waits for it", (program: string) => `${program} "$@"\nstatus=$?\nexit $status`],
        // Interrupted, it waits no longer: what it started is alone then.
        ["that leaves it alone", (program: string) => `(trap '' INT; exec ${program} "$@") &\nwait`],
      ])(
        "%s",
        async (_, script) => {
          const stage = await open();
          const run = stage.nextRun();
          const result = await stage.act("run", wrapped(stage, script), cancelledAt(2, 150, "runner"));
          expect(result.sent).toEqual(["SIGINT"]);
          await expectTold(stage, result, run);
          await expectGoesOn(stage, run);
        },
        LIMIT_MS,
      );
    });

    it(
      "a command takes too long: what it did by then is told, and nothing works on any more",
      async () => {
        const stage = await open(2);
        const run = stage.nextRun();
        const result = await stage.act("run", { timeout: "1s" });
        expect(stage.sessions()).toEqual([]);
        const half = engine === "mysql" ? stage.ids[0] : undefined;
        expect(stage.truth()).toEqual({ applied: [], half: half === undefined ? [] : [half] });
        expect(result.outputs).toMatchObject({
          result: "timeout",
          applied: "[]",
          pending: JSON.stringify(stage.ids),
          changed: String(half !== undefined),
        });
        expect(result.log).toContain("it did not end within 1 s");
        expect(recorded(stage, run)).toMatchObject({ result: "timeout", done: [], half: half ?? "", state: "failure" });
        expect([stage.lock(), result.orphans]).toEqual([undefined, []]);
        await expectGoesOn(stage, run);
      },
      LIMIT_MS,
    );
  },
  ["postgresql", "mysql"],
);
