/** A rollback that is cancelled, between two reverts and within one, says exactly what was reverted. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { isDeep, runs, seed, withDatabases } from "@handrail/testkit";
import fc from "fast-check";
import { anyInstant, cancelledIn } from "./migration-cancel-instant.ts";
import type { Instant } from "./migration-cancel-instant.ts";
import { expectGoesOn, expectTold, openCancelStage } from "./migration-cancel-stage.ts";
import type { CancelStage } from "./migration-cancel-stage.ts";

const LIMIT_MS = runs(180_000, 1_800_000);
const COUNT = 3;

const stages: CancelStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.clear();
});

withDatabases(
  ({ engine, createDatabase }) => {
    /** Cancels the rollback of everything in that instant. */
    const expectTruth = async (instant: Instant): Promise<CancelStage> => {
      const { tool } = instant;
      const stage = await openCancelStage({ tool, engine, url: await createDatabase(), count: COUNT });
      stages.push(stage);
      expect((await stage.act("run")).outputs["result"]).toBe("applied");
      const to = `before-deployment:${stage.records()[0]?.id ?? 0}`;
      const run = stage.nextRun();
      const result = await stage.act("rollback", { to }, cancelledIn(instant, stage.github));
      try {
        await expectTold(stage, result, run, "rollback");
        if (stage.truth().applied.length > 0) await expectGoesOn(stage, run, { kind: "rollback", to });
      } catch (error) {
        const { log, outputs, post } = result;
        const story = `${JSON.stringify([instant, outputs])}\n${log}\n--- post\n${post?.log ?? ""}`;
        throw new Error(story, { cause: error });
      }
      return stage;
    };

    describe("a rollback", () => {
      it(
        "that is cancelled within a revert says what is reverted, and what is so by half",
        async () => {
          const base = { tool: "dbmate", on: "command", nth: 2, isHeld: false, isPatient: true } as const;
          // The middle of the second one: its column is gone and its table is not.
          const stage = await expectTruth({ ...base, afterMs: 280 });
          expect(stage.truth().half.length).toBeLessThanOrEqual(1);
        },
        LIMIT_MS,
      );

      it(
        "that is cancelled at any instant says what was reverted",
        async () => {
          await fc.assert(
            fc.asyncProperty(anyInstant(COUNT), async (instant) => void (await expectTruth(instant))),
            { numRuns: runs(2, 15), seed: seed(), endOnFailure: true },
          );
        },
        LIMIT_MS,
      );
    });
  },
  isDeep ? ["postgresql", "mysql"] : ["mysql"],
);
