/**
 * Models of Lambda that know the truth: a function's updates, and an alias that moves, with answers that are late, empty,
 * wrong or denied. For tests.
 */
import fc from "fast-check";
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";

/** AWS's time at the start of waiting. */
export const ZERO = Date.parse("2026-11-22T12:00:00Z");

/** How an answer goes wrong. */
export type Shape = "right" | "empty" | "missing" | "unknown" | "fault";
type Flaw = { lag: number; shape: Shape };

/** What Lambda is from an instant (ms since the start of waiting) on. */
type Moment = { at: number; state: string; update: string; modifiedAt: number };

/** A function and its updates, or one of its versions. */
export type UpdateModel = {
  moments: readonly Moment[];
  isVersion: boolean;
  isDated: boolean;
  flaws: readonly Flaw[];
  /** How ours ends; `nothing`: there is none. */
  truth: { is: "success" | "failed" | "nothing"; at: number };
};

const lags = fc.constantFrom(0, 0, 0, 1500, 4000);
const shapes = fc.constantFrom<Shape>(
  ...Array.from({ length: 24 }, () => "right" as const),
  "empty",
  "missing",
  "unknown",
  "fault",
);
const flaws = fc.array(fc.record({ lag: lags, shape: shapes }), { minLength: 4, maxLength: 40 });

/** Random updates. */
export const updateModels: fc.Arbitrary<UpdateModel> = fc
  .record({
    kind: fc.constantFrom("update", "update", "update", "version", "nothing"),
    wasGood: fc.boolean(),
    isGood: fc.boolean(),
    isCreated: fc.boolean(),
    begin: fc.integer({ min: -20_000, max: 20_000 }),
    length: fc.integer({ min: 0, max: 200_000 }),
    isDated: fc.boolean(),
    flaws,
  })
  .map(({ kind, wasGood, isGood, isCreated, begin, length, isDated, flaws }) => {
    const before = { at: -9e9, state: "Active", update: wasGood ? "Successful" : "Failed", modifiedAt: -9e9 };
    const isVersion = kind === "version";
    const end = (at: number): Moment => ({
      at,
      state: isGood || !isCreated ? "Active" : "Failed",
      update: isGood || isCreated ? "Successful" : "Failed",
      modifiedAt: beginning,
    });
    // Without times only what was begun before can be told from what was there.
    const beginning = isDated ? begin : -10_000;
    const under = {
      at: beginning,
      state: isCreated ? "Pending" : "Active",
      update: "InProgress",
      modifiedAt: beginning,
    };
    const over = end(beginning + length);
    const is = isGood ? ("success" as const) : ("failed" as const);
    if (kind === "nothing") {
      return { moments: [before], isVersion, isDated: true, flaws, truth: { is: "nothing" as const, at: 0 } };
    }
    const moments = isVersion ? [under, over] : [before, under, over];
    return { moments, isVersion, isDated, flaws, truth: { is, at: over.at } };
  });

const missing = (operation: string): AwsFault =>
  new AwsFault({ kind: "refused", action: operation, code: "ResourceNotFoundException", message: "not found" });
const busy = (operation: string): AwsFault =>
  new AwsFault({ kind: "throttled", action: operation, code: "TooManyRequestsException", message: "" });

function flawed(flaws: readonly Flaw[]): () => Flaw {
  let count = 0;
  return () => {
    count += 1;
    return flaws[(count - 1) % flaws.length] ?? { lag: 0, shape: "right" };
  };
}

async function answerWith({ shape }: Flaw, operation: string, answer: () => unknown): Promise<unknown> {
  if (shape === "missing") throw missing(operation);
  if (shape === "fault") throw busy(operation);
  return shape === "empty" ? {} : answer();
}

/** Answers as the model is at the time. */
export function askUpdate(model: UpdateModel, now: () => number): Ask {
  const next = flawed(model.flaws);
  return (_service, operation) => {
    const flaw = next();
    return answerWith(flaw, operation, () => {
      const moment = model.moments.findLast(({ at }) => at <= now() - flaw.lag);
      if (moment === undefined) throw missing(operation);
      const { state, update, modifiedAt } = moment;
      return {
        Version: model.isVersion ? "4" : "$LATEST",
        State: flaw.shape === "unknown" ? "Dreaming" : state,
        LastUpdateStatus: update,
        ...(model.isDated ? { LastModified: new Date(Math.max(ZERO + modifiedAt, 0)).toISOString() } : {}),
      };
    });
  };
}

/** An alias that moves from one version to another by steps. */
export type ShiftModel = {
  from: string;
  to: string;
  /** The alias in time. */
  steps: readonly { at: number; version: string; weights: Readonly<Record<string, number>> }[];
  /** The configuration of `to`. */
  becomesActiveAt: number;
  isBroken: boolean;
  tells: "all" | "denied" | "empty";
  isVersionGiven: boolean;
  flaws: readonly Flaw[];
  truth: { results: readonly string[]; at: number };
};

/** Random shifts. */
export const shiftModels: fc.Arbitrary<ShiftModel> = fc
  .record({
    isOlder: fc.boolean(),
    isVersionGiven: fc.boolean(),
    isNewFirst: fc.boolean(),
    weights: fc.uniqueArray(fc.constantFrom(0.05, 0.1, 0.25, 0.5, 0.75, 0.9), { maxLength: 4 }),
    ending: fc.constantFrom("full", "full", "full", "back", "third"),
    begin: fc.integer({ min: 5000, max: 50_000 }),
    length: fc.integer({ min: 15_000, max: 90_000 }),
    becomesActiveAt: fc.constantFrom(-1, -1, -1, 20_000, 120_000),
    isBroken: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    tells: fc.constantFrom<ShiftModel["tells"]>("all", "all", "denied", "empty"),
    flaws,
  })
  .map((given) => {
    const { isVersionGiven, isNewFirst, begin, length, ending, becomesActiveAt, tells, flaws } = given;
    const [from, to, third] = given.isOlder && isVersionGiven ? ["3", "2", "9"] : ["3", "4", "9"];
    const weights = given.weights.toSorted((a, b) => a - b);
    const isStaged = weights.length > 0;
    // What never moved cannot have lost anything.
    const end = isStaged || ending === "full" ? ending : "full";
    const steps = [
      { at: -9e9, version: from, weights: {} },
      ...weights.map((weight, index) => ({
        at: begin + index * length,
        version: isNewFirst ? to : from,
        weights: isNewFirst ? { [from]: 1 - weight } : { [to]: weight },
      })),
      {
        at: begin + weights.length * length,
        version: end === "full" ? to : end === "back" ? from : third,
        weights: {},
      },
    ];
    const last = begin + weights.length * length;
    const isBroken = given.isBroken && tells === "all";
    const isReadable = tells === "all";
    const overtaking = ["superseded", "success", "inconclusive"];
    const results = isBroken
      ? ["failed", ...(end === "third" && !isVersionGiven ? overtaking : [])]
      : end === "full"
        ? ["success"]
        : end === "back"
          ? ["rolled-back"]
          : isVersionGiven
            ? ["superseded"]
            : overtaking;
    const at = isBroken ? 0 : end === "full" && isReadable ? Math.max(last, becomesActiveAt) : last;
    const truth = { results, at };
    return { from, to, steps, becomesActiveAt, isBroken, tells, isVersionGiven, flaws, truth };
  });

/** Answers as the model is at the time. */
export function askShift(model: ShiftModel, now: () => number): Ask {
  const next = flawed(model.flaws);
  return (_service, operation, input) => {
    if (operation === "GetAlias") {
      const flaw = next();
      return answerWith(flaw, operation, () => {
        const step = model.steps.findLast(({ at }) => at <= now() - flaw.lag);
        if (step === undefined) throw missing(operation);
        const { version, weights } = step;
        const isStaged = Object.keys(weights).length > 0;
        const RoutingConfig = isStaged ? { AdditionalVersionWeights: weights } : undefined;
        const RevisionId = `revision-${model.steps.indexOf(step)}`;
        return { Name: "live", FunctionVersion: version, RoutingConfig, RevisionId };
      });
    }
    return answerVersion(model, String(input["Qualifier"]), now());
  };
}

async function answerVersion(
  { tells, to, isBroken, becomesActiveAt }: ShiftModel,
  of: string,
  now: number,
): Promise<unknown> {
  const action = "lambda:GetFunctionConfiguration";
  if (tells === "denied") throw new AwsFault({ kind: "denied", action, code: "AccessDenied", message: "" });
  if (tells === "empty") return {};
  const isActive = of !== to || now >= becomesActiveAt;
  const state = of === to && isBroken ? "Failed" : isActive ? "Active" : "Pending";
  return { Version: of, State: state, LastUpdateStatus: "Successful", LastModified: new Date(0).toISOString() };
}
