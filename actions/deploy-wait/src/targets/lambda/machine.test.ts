import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Ask } from "@handrail/aws";
import { isGood } from "../../wait/verdict.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { parseAlias, parseConfiguration } from "./function.ts";
import { askShift, askUpdate, shiftModels, updateModels, ZERO } from "./model-fixture.ts";
import { readLambda } from "./read.ts";
import { nextOfShift } from "./shift.ts";
import type { LambdaRead, LambdaSnapshot, LambdaState, LambdaStep } from "./state.ts";
import { subjectOf } from "./subject.ts";
import type { Subject } from "./subject.ts";
import { nextOfUpdate } from "./update.ts";

const gaps = { now: 1, near: 2500, starting: 3000, far: 15_000, moving: 9300, blocked: 9300 };
const since = ZERO - 60_000;

/** Looks as the loop would, until there is a verdict or it is `until`. */
async function drive(
  subject: Subject,
  open: (now: () => number) => Ask,
  until: number,
): Promise<{ verdict?: Verdict; at: number }> {
  let at = 0;
  let step: LambdaStep | undefined;
  const ask = open(() => at);
  const next = subject.alias === "" ? nextOfUpdate(subject) : nextOfShift(subject);
  const first: readonly LambdaRead[] = ["alias", "configuration"];
  while (at < until) {
    const { look } = await readLambda({ ask, since }, subject, step?.reads ?? first, step?.state);
    if ("snapshot" in look) step = next(step?.state, look.snapshot, at);
    if (step?.verdict !== undefined) return { verdict: step.verdict, at };
    at += gaps[step?.pace ?? "starting"];
  }
  return { at };
}

const isWhole = (flaws: readonly { shape: string }[]): boolean => flaws.every(({ shape }) => shape === "right");

describe("the machine of a function's update", () => {
  it("has no false success, tells nothing before it is so, and ends with what is so", async () => {
    const property = fc.asyncProperty(updateModels, async (model) => {
      const { truth, isVersion } = model;
      const subject = subjectOf({ functionName: "f", alias: "", functionVersion: isVersion ? "4" : "" });
      const { verdict, at } = await drive(subject, (now) => askUpdate(model, now), truth.at + 900_000);
      if (verdict?.result === "success") expect(truth.is).toBe("success");
      if (verdict?.result === "noop") expect(truth.is).toBe("nothing");
      if (verdict?.result === "success") expect(at).toBeGreaterThanOrEqual(truth.at);
      if (!isWhole(model.flaws)) return;
      expect(verdict).toBeDefined();
      if (truth.is !== "nothing") expect(verdict?.result).toBe(truth.is);
    });
    await fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

describe("the machine of an alias", () => {
  it("has no false success, tells nothing before it is so, and ends with what is so", async () => {
    const property = fc.asyncProperty(shiftModels, async (model) => {
      const { truth, isVersionGiven, to } = model;
      const subject = subjectOf({ functionName: "f", alias: "live", functionVersion: isVersionGiven ? to : "" });
      const { verdict, at } = await drive(subject, (now) => askShift(model, now), truth.at + 900_000);
      // What moved before it was seen for the first time did not move, unless the version is known.
      if (verdict?.result === "noop" && !isVersionGiven) expect(truth.results).toContain("success");
      else if (isGood(verdict?.result ?? "failed")) {
        expect(truth.results).toContain(verdict?.result);
        expect(at).toBeGreaterThanOrEqual(truth.at);
      }
      const isUnsure = !isVersionGiven && (verdict?.result === "noop" || verdict?.result === "inconclusive");
      if (isWhole(model.flaws) && !isUnsure) expect(truth.results).toContain(verdict?.result);
    });
    await fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

describe("both machines", () => {
  it("never end well on answers that tell nothing, and never throw", () => {
    const answers = fc.array(fc.oneof(fc.anything(), fc.record({ State: fc.string(), RoutingConfig: fc.anything() })), {
      maxLength: 30,
    });
    const given = fc.record({ alias: fc.constantFrom("", "live"), functionVersion: fc.constantFrom("", "4") });
    const property = fc.property(answers, given, (list, more) => {
      const subject = subjectOf({ functionName: "f", ...more });
      const next = more.alias === "" ? nextOfUpdate(subject) : nextOfShift(subject);
      let state: LambdaState | undefined;
      for (const [index, answer] of list.entries()) {
        const [alias, configuration] = [parseAlias(answer), parseConfiguration(answer)];
        const snapshot: LambdaSnapshot = {
          since,
          ...(alias === undefined ? {} : { alias }),
          ...(configuration === undefined ? {} : { configuration: { ...configuration, of: "4" } }),
        };
        const step = next(state, snapshot, index * 9000);
        expect(isGood(step.verdict?.result ?? "failed")).toBe(false);
        if (step.verdict !== undefined) return;
        state = step.state;
      }
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

type Look = [ms: number, alias: object | string | undefined, configuration?: object | string];

function steps(settings: { alias?: string; functionVersion?: string }, looks: readonly Look[]): LambdaStep[] {
  const subject = subjectOf({ functionName: "f", alias: "", functionVersion: "", ...settings });
  const next = subject.alias === "" ? nextOfUpdate(subject) : nextOfShift(subject);
  let state: LambdaState | undefined;
  return looks.map(([ms, alias, configuration]) => {
    const found = parseConfiguration(configuration);
    const pointed = typeof alias === "string" ? { missing: alias } : parseAlias(alias);
    const step = next(
      state,
      {
        since,
        ...(pointed === undefined ? {} : { alias: pointed }),
        ...(typeof configuration === "string" ? { configuration: { missing: configuration } } : {}),
        ...(found === undefined ? {} : { configuration: { ...found, of: subject.version || found.version } }),
      },
      ms,
    );
    state = step.state;
    return step;
  });
}

const ends = (settings: { alias?: string; functionVersion?: string }, looks: readonly Look[]) => {
  const last = steps(settings, looks).at(-1);
  return { result: last?.verdict?.result, cause: last?.verdict?.cause, pace: last?.pace };
};

const young = new Date(ZERO).toISOString();
const old = new Date(ZERO - 9e6).toISOString();
const config = (State: string, LastUpdateStatus: string, more: object = {}) => ({ State, LastUpdateStatus, ...more });
const READY = config("Active", "Successful", { LastModified: young });
const live = (FunctionVersion: string, weights?: Record<string, unknown>) => ({
  FunctionVersion,
  ...(weights === undefined ? {} : { RoutingConfig: { AdditionalVersionWeights: weights } }),
});

describe("a function's update", () => {
  it.each<[string, Look[], string | undefined, string?]>([
    ["young and ready", [[0, undefined, READY]], "success"],
    ["under way", [[0, undefined, config("Active", "InProgress")]], undefined],
    ["ready, without a time, at once", [[0, undefined, config("Active", "Successful")]], undefined],
    [
      "the same, and it lasts",
      [
        [0, undefined, config("Active", "Successful")],
        [6000, undefined, config("Active", "Successful")],
      ],
      "success",
    ],
    ["old and ready", [[59_000, undefined, { ...READY, LastModified: old }]], undefined],
    ["old and ready after a minute", [[60_000, undefined, { ...READY, LastModified: old }]], "noop", "no update"],
    [
      "old and failed after a minute",
      [[60_000, undefined, config("Active", "Failed", { LastModified: old })]],
      "failed",
      "the last one failed",
    ],
    [
      "an older answer than the last",
      [
        [0, undefined, config("Active", "InProgress", { LastModified: young })],
        [9000, undefined, config("Active", "Successful", { LastModified: old })],
      ],
      undefined,
    ],
    [
      "failed, with reasons",
      [
        [
          0,
          undefined,
          config("Active", "Failed", {
            LastModified: young,
            LastUpdateStatusReasonCode: "ImageAccessDenied",
            LastUpdateStatusReason: "Lambda does not have permission to access the ECR image.",
          }),
        ],
      ],
      "failed",
      "LastUpdateStatus Failed (ImageAccessDenied: Lambda does not have permission to access the ECR image.)",
    ],
    [
      "a state that failed",
      [[0, undefined, config("Failed", "Successful", { LastModified: young, StateReasonCode: "InvalidSubnet" })]],
      "failed",
      "State Failed (InvalidSubnet)",
    ],
    [
      "a function that is not there",
      [
        [0, undefined, "NotFound: f"],
        [59_000, undefined, "NotFound: f"],
      ],
      undefined,
    ],
    [
      "for a minute",
      [
        [0, undefined, "NotFound: f"],
        [60_000, undefined, "NotFound: f"],
      ],
      "not-found",
      "NotFound: f",
    ],
    [
      "one that goes",
      [
        [0, undefined, config("Pending", "")],
        [9000, undefined, "N"],
        [69_000, undefined, "N"],
      ],
      "not-found",
      "was there",
    ],
    ["nothing told", [[59_000, undefined, {}]], undefined],
    ["nothing told for a minute", [[60_000, undefined, {}]], "not-found"],
  ])("%s", (_name, looks, result, cause = "") => {
    const end = ends({}, looks);
    expect(end.result).toBe(result);
    if (result !== undefined) expect(end.cause).toContain(cause);
  });

  it("looks again at once when nothing tells an old answer from a new one", () => {
    const looks: Look[] = [
      [0, undefined, config("Active", "InProgress")],
      [9000, undefined, config("Active", "Successful")],
    ];
    expect(ends({}, looks)).toMatchObject({ result: undefined, pace: "now" });
    expect(ends({}, [...looks, [9001, undefined, config("Active", "Successful")]]).result).toBe("success");
  });

  it("waits for a version by its number, and warns of states that are no end", () => {
    const version = { functionVersion: "4" };
    expect(ends(version, [[0, undefined, { ...READY, LastModified: old }]]).result).toBe("success");
    const [step] = steps(version, [[0, undefined, config("Inactive", "Successful")]]);
    expect(step?.warnings).toEqual([expect.stringContaining("Inactive")]);
    const [odd] = steps(version, [[0, undefined, config("Dreaming", "Snoring")]]);
    expect(odd?.warnings).toHaveLength(2);
    expect(odd?.progress).toBe("Dreaming, update Snoring");
  });
});

describe("an answer that tells nothing", () => {
  it("is no ground for an end, whatever was seen before", () => {
    const stale = { ...READY, Version: "3", LastModified: old };
    expect(
      ends({}, [
        [50_000, undefined, stale],
        [61_000, undefined, {}],
      ]).result,
    ).toBeUndefined();
    expect(
      ends({ alias: "live" }, [
        [50_000, live("3"), stale],
        [61_000, {}],
      ]).result,
    ).toBeUndefined();
  });
});

describe("an alias", () => {
  const given = { alias: "live", functionVersion: "4" };
  const ACTIVE = { ...READY, Version: "4" };
  it.each<[string, Look[], string | undefined, string?]>([
    ["all on the version", [[0, live("4"), ACTIVE]], "success"],
    ["weights that are nothing", [[0, live("4", { "3": 0 }), ACTIVE]], "success"],
    ["weights that are no numbers", [[0, live("4", { "3": "x" }), ACTIVE]], undefined],
    ["a canary", [[0, live("3", { "4": 0.1 }), ACTIVE]], undefined],
    ["all weight, but not the version", [[0, live("3", { "4": 1 }), ACTIVE]], undefined],
    [
      "not moved yet",
      [
        [0, live("3"), ACTIVE],
        [600_000, live("3")],
      ],
      undefined,
    ],
    ["a version that is Pending", [[0, live("4"), config("Pending", "InProgress")]], undefined],
    ["a version that failed", [[0, live("3"), config("Failed", "Successful")]], "failed", "version 4: State Failed"],
    [
      "gone back",
      [
        [0, live("3", { "4": 0.1 }), ACTIVE],
        [9000, live("3")],
        [9001, live("3")],
        [9002, live("3")],
      ],
      "rolled-back",
      "version 4 had 10% of the traffic of alias live, and lost it: now it goes to version 3 100%",
    ],
    [
      "gone back, seen once",
      [
        [0, live("3", { "4": 0.1 }), ACTIVE],
        [9000, live("3")],
      ],
      undefined,
    ],
    [
      "overtaken on the way",
      [
        [0, live("3", { "4": 0.1 }), ACTIVE],
        [9000, live("5")],
        [9001, live("5")],
        [9002, live("5")],
      ],
      "superseded",
    ],
    [
      "overtaken before",
      [
        [0, live("3"), ACTIVE],
        [9000, live("5")],
      ],
      "superseded",
      "from version 3 to version 5",
    ],
    [
      "moved to an older one before",
      [
        [0, live("3"), ACTIVE],
        [9000, live("2")],
      ],
      undefined,
    ],
    [
      "no such alias",
      [
        [0, "NotFound: live"],
        [60_000, "NotFound: live"],
      ],
      "not-found",
      "NotFound: live",
    ],
    [
      "no such version",
      [
        [0, live("3"), "NotFound: 4"],
        [60_000, live("3"), "NotFound: 4"],
      ],
      "not-found",
      "NotFound: 4",
    ],
  ])("%s", (_name, looks, result, cause = "") => {
    const end = ends(given, looks);
    expect(end.result).toBe(result);
    if (result !== undefined) expect(end.cause).toContain(cause);
  });

  it.each<[string, Look[], string | undefined]>([
    ["a young version", [[0, live("4"), ACTIVE]], "success"],
    ["an old version", [[59_000, live("4"), { ...ACTIVE, LastModified: old }]], undefined],
    ["an old version after a minute", [[60_000, live("4"), { ...ACTIVE, LastModified: old }]], "noop"],
    [
      "a change",
      [
        [0, live("3"), { ...ACTIVE, Version: "3", LastModified: old }],
        [9000, live("4"), ACTIVE],
      ],
      "success",
    ],
    ["a canary", [[0, live("3", { "4": 0.5 }), ACTIVE]], undefined],
    [
      "a canary that nobody saw",
      [
        [0, { ...live("3"), RevisionId: "a" }, { ...ACTIVE, Version: "3", LastModified: old }],
        [60_000, { ...live("3"), RevisionId: "b" }],
      ],
      "inconclusive",
    ],
    [
      "a canary that ended well",
      [
        [0, live("3", { "4": 0.5 }), ACTIVE],
        [9000, live("4")],
      ],
      "success",
    ],
    [
      "a canary that went back",
      [
        [0, live("3", { "4": 0.5 }), ACTIVE],
        [9000, live("3")],
        [9001, live("3")],
        [9002, live("3")],
      ],
      "rolled-back",
    ],
  ])("without a version: %s", (_name, looks, result) => {
    expect(ends({ alias: "live" }, looks).result).toBe(result);
  });

  it("shows the weights, and looks often when nearly all is there", () => {
    const [first, second] = steps(given, [
      [20_000, live("3", { "4": 0.1 }), ACTIVE],
      [29_000, live("3", { "4": 0.9 })],
    ]);
    expect(first).toMatchObject({
      progress: "live: version 3 90%, version 4 10%",
      stage: "10% on version 4",
      pace: "moving",
      reads: ["alias"],
    });
    expect(second?.pace).toBe("near");
  });
});
