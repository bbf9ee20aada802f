/** What happens to the model of a database, by chance. */
import fc from "fast-check";
import type { Aim, Deed, HandWork } from "./history-deeds-fixture.ts";

const pick = fc.nat({ max: 1000 });
const rarely = fc.nat({ max: 9 }).map((n) => n === 0);

/** A deploy that goes well. */
export const goodDeploy: fc.Arbitrary<Deed> = fc
  .record({ news: fc.nat({ max: 3 }), isLate: fc.boolean(), changesSchema: fc.nat({ max: 4 }).map((n) => n > 0) })
  .map((plan) => ({
    deed: "deploy",
    plan: {
      ...plan,
      down: "real",
      isEdited: false,
      leaves: "nothing",
      isAtOnce: false,
      isMeddled: false,
      acceptsSchema: false,
    },
  }));

/** A deploy of any kind. */
const anyDeploy: fc.Arbitrary<Deed> = fc
  .record({
    news: fc.nat({ max: 3 }),
    isLate: fc.boolean(),
    changesSchema: fc.nat({ max: 4 }).map((n) => n > 0),
    down: fc.constantFrom(
      "real" as const,
      "real" as const,
      "real" as const,
      "unknown" as const,
      "none" as const,
      "empty" as const,
    ),
    isEdited: rarely,
    failsAt: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
    leaves: fc.constantFrom("nothing" as const, "schema" as const, "row" as const),
    isAtOnce: rarely,
    isMeddled: rarely,
    acceptsSchema: rarely,
  })
  .map((plan) => ({ deed: "deploy", plan }));

/** An aim of any kind. */
export const anyAim: fc.Arbitrary<Aim> = fc.record({
  kind: fc.constantFrom(
    "previous-deployment" as const,
    "deployment" as const,
    "before-deployment" as const,
    "version" as const,
    "steps" as const,
  ),
  pick,
});

/** A rollback that goes well. */
export const goodRollback: fc.Arbitrary<Deed> = anyAim.map((aim) => ({
  deed: "rollback",
  aim,
  course: { leaves: "nothing", acceptsSchema: false },
}));

const anyRollback: fc.Arbitrary<Deed> = fc
  .record({
    aim: anyAim,
    course: fc.record({
      stops: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
      leaves: fc.constantFrom("nothing" as const, "schema" as const, "lie" as const),
      acceptsSchema: rarely,
    }),
  })
  .map((facts) => ({ deed: "rollback", ...facts }));

const handWork: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constant("hand" as const),
  work: fc.constantFrom<HandWork>(
    "apply",
    "revert",
    "swap",
    "reapply-edited",
    "add-schema",
    "drop-schema",
    "mend",
    "mend",
    "finish",
    "edit-script",
    "drop-script",
  ),
  pick,
});

const lostRecord: fc.Arbitrary<Deed> = fc.record({ deed: fc.constant("lose-record" as const), pick });

/** Anything that can happen. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: goodDeploy },
  { weight: 5, arbitrary: anyDeploy },
  { weight: 3, arbitrary: goodRollback },
  { weight: 4, arbitrary: anyRollback },
  { weight: 3, arbitrary: handWork },
  { weight: 1, arbitrary: lostRecord },
);
