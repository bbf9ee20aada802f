/**
 * A run that is cancelled at any instant says exactly what was done: which migrations are applied, which are not, and on MariaDB which
 * one is there by half. The database, asked directly, says the same, also when everything on it has come to rest.
 */
import { afterEach, describe, it } from "@jest/globals";
import { runs, seed, withDatabases } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import fc from "fast-check";
import { anyInstant, cancelledIn } from "./migration-cancel-instant.ts";
import type { Instant } from "./migration-cancel-instant.ts";
import { expectGoesOn, expectTold, openCancelStage, slugs } from "./migration-cancel-stage.ts";
import type { CancelStage } from "./migration-cancel-stage.ts";

const LIMIT_MS = runs(180_000, 1_800_000);

const stages: CancelStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.clear();
});

/** What happened, for whoever has to find out why. */
function story(instant: Instant, { log, sent, outputs, post }: ActionResult): string {
  return `${JSON.stringify(instant)}\n${sent.join()}\n${JSON.stringify(outputs)}\n${log}\n--- post\n${post?.log ?? ""}`;
}

withDatabases(
  ({ engine, createDatabase }) => {
    const expectTruth = async (instant: Instant): Promise<void> => {
      const stage = await openCancelStage({ tool: instant.tool, engine, url: await createDatabase() });
      stages.push(stage);
      const run = stage.nextRun();
      const result = await stage.act("run", {}, cancelledIn(instant, stage.github));
      try {
        await expectTold(stage, result, run);
        await expectGoesOn(stage, run);
      } catch (error) {
        throw new Error(story(instant, result), { cause: error });
      }
    };

    describe("a run", () => {
      it(
        "that is cancelled at any instant says what was done",
        async () => {
          await fc.assert(fc.asyncProperty(anyInstant(slugs.length), expectTruth), {
            numRuns: runs(3, 15),
            seed: seed(),
            endOnFailure: true,
          });
        },
        LIMIT_MS,
      );
    });
  },
  ["postgresql", "mysql"],
);
