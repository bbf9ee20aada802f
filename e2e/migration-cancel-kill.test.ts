/**
 * A job that dies: the main step is killed, with or without its post step, or the tool does not listen. Whoever comes next says what
 * was done, once, and goes on.
 */
import { chmodSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { isDeep, runs, until, withDatabases } from "@handrail/testkit";
import { withinCommand } from "./migration-cancel-instant.ts";
import { expectGoesOn, expectTold, openCancelStage, recorded, toldLate } from "./migration-cancel-stage.ts";
import type { CancelStage, Truth } from "./migration-cancel-stage.ts";
import { openSession } from "./migration-scenarios-session.ts";
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

/** The same as soon as the tool has the database work. */
function cancelledAtWork(stage: CancelStage, timing: "runner" | number = 1 / 10): JobOptions {
  const { when, watch } = withinCommand(1, 0);
  const isAtWork = (): boolean => stage.sessions().some(([, statement]) => statement?.includes("sleep") === true);
  return {
    signals: [watch],
    cancel: { when: when.then(() => until(isAtWork, { what: "A tool at work", everyMs: 20 })), timing },
  };
}

/** `tool-command`: a shell script in the place of the project's own program. */
function wrapped({ checkout, project }: CancelStage, script: (program: string) => string): { "tool-command": string } {
  const path = checkout.resolve("../wrapper.sh");
  writeFileSync(path, `#!/bin/sh\n${script(`'${project.inputs["tool-command"] ?? ""}'`)}\n`);
  chmodSync(path, 0o755);
  return { "tool-command": path };
}

/** A tool that SIGINT and SIGTERM do not reach. */
function deaf(stage: CancelStage): { "tool-command": string } {
  return wrapped(stage, (program) => `trap '' INT TERM\nexec ${program} "$@"`);
}

withDatabases(
  ({ engine, createDatabase }) => {
    const open = async (given: { count: number; seconds?: number }): Promise<CancelStage> => {
      const stage = await openCancelStage({ tool: "dbmate", engine, url: await createDatabase(), ...given });
      stages.push(stage);
      return stage;
    };

    describe("the main step is killed", () => {
      it(
        "and its post step says what was done, a second one what the record says",
        async () => {
          const stage = await open({ count: 3 });
          const run = stage.nextRun();
          const result = await stage.act("run", {}, { ...killedIn(2, 100), phases: ["main", "post", "post"] });
          expect([result.signal, result.outputs]).toEqual(["SIGKILL", {}]);
          await expectTold(stage, result, run);
          await expectGoesOn(stage, run);
        },
        LIMIT_MS,
      );

      it(
        "and its job dies with it: the next run is refused while it may live, and then settles what it left",
        async () => {
          const stage = await open({ count: 3 });
          const run = stage.nextRun();
          const dead = await stage.act("run", {}, { ...killedIn(2, 100), phases: ["main"] });
          expect([dead.signal, stage.records()]).toEqual(["SIGKILL", []]);
          stage.github.addRun({ id: run });
          const locked = await stage.act("run", { "lock-timeout": "1s" });
          expect(locked.outputs).toMatchObject({ result: "refused", "failure-reason": "locked" });
          expect(locked.log).toContain(`/actions/runs/${run}`);
          const truth = await stage.truthInTheEnd();
          stage.github.addRun({ id: run, status: "completed", conclusion: "failure" });
          await expectSettled(stage, run, truth);
        },
        LIMIT_MS,
      );

      it(
        "and its job dies with it while the database goes on: the next run waits for that",
        async () => {
          const stage = await open({ count: 2, seconds: 2 });
          const run = stage.nextRun();
          await stage.act("run", {}, { ...killedIn(1, 600), phases: ["main"] });
          expect(stage.sessions()).toHaveLength(1);
          stage.github.addRun({ id: run, status: "completed", conclusion: "cancelled" });
          const log = await expectSettled(stage, run);
          expect(log).toContain("The database still works on what the tool sent (session ");
        },
        LIMIT_MS,
      );
    });

    /** The next run says what a dead one did, keeps its record, and goes on unless a migration is there by half. */
    const expectSettled = async (stage: CancelStage, run: number, before?: Truth): Promise<string> => {
      const next = await stage.act("run");
      const told = toldLate(/What it did: (.*)/.exec(next.log)?.[1] ?? "");
      const truth = before ?? { applied: told?.done ?? [], half: stage.truth().half };
      const half = truth.half[0] ?? "";
      expect([next.log, told]).toEqual([next.log, expect.objectContaining({ done: truth.applied, half })]);
      expect(recorded(stage, run)).toMatchObject({ result: "cancelled", done: truth.applied, half, state: "error" });
      expect(next.outputs["result"]).toBe(half === "" ? "applied" : "refused");
      expect(stage.truth()).toEqual(half === "" ? { applied: stage.ids, half: [] } : truth);
      expect(stage.lock()).toBeUndefined();
      return next.log;
    };

    describe("the tool does not listen", () => {
      it(
        "and is waited for, as long as the runner lets us",
        async () => {
          const stage = await open({ count: 3 });
          const run = stage.nextRun();
          const result = await stage.act("run", deaf(stage), cancelledAtWork(stage, "runner"));
          expect(result.sent).toEqual(["SIGINT"]);
          expect(stage.truth().applied).toEqual(stage.ids.slice(0, 1));
          await expectTold(stage, result, run);
        },
        LIMIT_MS,
      );

      it(
        "and the post step waits for it when main is killed",
        async () => {
          const stage = await open({ count: 2, seconds: 2 });
          const run = stage.nextRun();
          const result = await stage.act("run", deaf(stage), cancelledAtWork(stage));
          expect(result.sent).toEqual(["SIGINT", "SIGTERM", "SIGKILL"]);
          expect(result.post?.log).toMatch(/The migration tool \(process \d+\) still runs; it is waited for/);
          expect(stage.truth().applied).toEqual(stage.ids.slice(0, 1));
          await expectTold(stage, result, run);
        },
        LIMIT_MS,
      );
    });

    describe("the tool stands behind a shell", () => {
      it.each([
        ["that waits for it", (program: string) => `${program} "$@"\nstatus=$?\nexit $status`],
        // Interrupted, the shell waits no longer: what it started is alone then.
        ["that leaves it alone", (program: string) => `(trap '' INT; exec ${program} "$@") &\nwait`],
      ])(
        "%s",
        async (_, script) => {
          const stage = await open({ count: 3 });
          const run = stage.nextRun();
          const result = await stage.act("run", wrapped(stage, script), cancelledAt(2, 150, "runner"));
          expect(result.sent).toEqual(["SIGINT"]);
          await expectTold(stage, result, run);
        },
        LIMIT_MS,
      );
    });

    it(
      "what takes the database longer than the runner waits is told by the post step",
      async () => {
        const stage = await open({ count: 2, seconds: 5 });
        const run = stage.nextRun();
        const result = await stage.act("run", {}, cancelledAt(1, 1000, "runner"));
        expect(result.sent).toEqual(["SIGINT"]);
        expect(result.log).toContain("so far: the database still works on what the tool sent");
        expect(result.outputs).toMatchObject({ result: "cancelled", applied: "[]", "record-id": "" });
        await expectTold(stage, result, run);
      },
      LIMIT_MS,
    );

    it(
      "a command takes too long: what it did by then is told, and nothing works on any more",
      async () => {
        const stage = await open({ count: 2, seconds: 2 });
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
      },
      LIMIT_MS,
    );

    it(
      "while a note is written: what is under way is told",
      async () => {
        const stage = await open({ count: 3 });
        const run = stage.nextRun();
        const other = await openSession(stage.url);
        const { when, watch } = withinCommand(1, 0);
        const hold = async (): Promise<void> => {
          await when;
          await other.say(LOCKS[engine] ?? "");
          // The first command is over by then, and the second one not begun.
          const isNote = ([, statement]: string[]): boolean => statement?.startsWith("update handrail_lock") === true;
          await until(() => stage.sessions().some(isNote), { what: "A note that waits", everyMs: 50 });
          setTimeout(() => void other.say(engine === "mysql" ? "unlock tables" : "commit"), 500);
        };
        const held = hold();
        const result = await stage.act("run", {}, { signals: [watch], cancel: { when: held, timing: "runner" } });
        await other.close();
        expect(result.sent).toEqual(["SIGINT"]);
        expect(stage.truth().applied).toEqual(stage.ids.slice(0, 1));
        expect(result.outputs["applied"]).toBe(JSON.stringify(stage.ids.slice(0, 1)));
        await expectTold(stage, result, run);
      },
      LIMIT_MS,
    );
  },
  isDeep ? ["postgresql", "mysql"] : ["mysql"],
);

const LOCKS: Readonly<Record<string, string>> = {
  postgresql: "begin; lock table handrail_lock in access exclusive mode",
  mysql: "lock tables handrail_lock write",
};
