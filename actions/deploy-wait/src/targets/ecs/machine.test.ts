/** Properties of the machine, over worlds whose truth is known. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { drive } from "./drive-fixture.ts";
import { anyWorld, truthOf } from "./model-fixture.ts";

const options = { numRuns: runs(300, 10_000), seed: seed() };

describe("an ECS service", () => {
  it("is never a success before its deployment is one", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const driven = drive(world);
        const { results, at } = truthOf(world);
        // Without a pin the newer one may be the only one that was ever seen.
        fc.pre(world.pin !== "none" || world.course !== "superseded" || world.hasTaskDefinition);
        // Nothing says that ours is new: that there is nothing new is then all that can be said.
        const isUnknowable = world.pin === "none" && !world.hasTimes && world.attach > 0;
        const isGood = driven?.result === "success" || (driven?.result === "noop" && !isUnknowable);
        if (driven === undefined || !isGood) return;
        expect(results).toContain("success");
        expect(driven.at).toBeGreaterThanOrEqual(at);
      }),
      options,
    );
  });

  it("is never a failure when its deployment ends well, whatever is denied, stale or late", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        fc.pre(truthOf(world).results.includes("success"));
        const driven = drive(world);
        const accepted = [undefined, "success", "noop", ...(world.isDenied ? ["inconclusive"] : [])];
        expect({ accepted, driven }).toEqual({ accepted: expect.arrayContaining([driven?.result]), driven });
      }),
      options,
    );
  });

  it("ends as its deployment does, soon after", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        fc.pre(!world.isDenied && world.attach === 0 && world.pin !== "none" && world.relapses.length === 0);
        const driven = drive(world);
        const { results, at } = truthOf(world);
        if (results.length === 0) {
          expect(driven).toBeUndefined();
          return;
        }
        // The service is told later than its deployment: then nothing explains the stop.
        const isUnexplained = world.course === "superseded" && world.serviceLag > world.deploymentLag;
        const accepted = isUnexplained ? [...results, "stopped"] : results;
        expect({ accepted, driven }).toEqual({ accepted: expect.arrayContaining([driven?.result]), driven });
        const isSeen = world.course === "crash-loop" || world.course === "flapping";
        if (!isSeen) {
          expect(driven?.at).toBeGreaterThanOrEqual(at);
          expect(driven?.at).toBeLessThanOrEqual(at + 90);
        }
      }),
      options,
    );
  });
});
