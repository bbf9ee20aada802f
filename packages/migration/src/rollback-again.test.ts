/** Jobs that are run again: what they mean, and what they must not do twice. */
import { describe, expect, it } from "@jest/globals";
import type { RollbackTarget } from "./history.ts";
import type { FoundRecord } from "./record.ts";
import { newestDeployment, targetNow } from "./rollback-again.ts";

const state = { set: "s", count: 1, version: "m1", fingerprint: "f" };

function recordOf(recordId: number, more: Partial<FoundRecord>): FoundRecord {
  return {
    v: 1,
    kind: "run",
    result: "applied",
    tool: "dbmate",
    database: "d",
    directory: ".",
    before: state,
    after: state,
    done: [],
    left: [],
    half: "",
    commit: "c",
    actor: "octo",
    runId: String(recordId),
    attempt: 1,
    runUrl: "",
    startedAt: 0,
    endedAt: 0,
    recordId,
    creator: "github-actions[bot]",
    ...more,
  };
}

const steps: RollbackTarget = { kind: "steps", steps: 3 };
const previous: RollbackTarget = { kind: "previous-deployment" };
const done = recordOf(9, { kind: "rollback", result: "rolled-back", runId: "77" });
const partial = recordOf(9, { kind: "rollback", result: "partial", runId: "77", left: ["m4", "m3"] });
const own = recordOf(11, { runId: "77", attempt: 2 });
const deploy = recordOf(10, { runId: "80" });

describe("H137: a rollback that is run again", () => {
  it.each<[string, RollbackTarget, FoundRecord[], string[], object]>([
    ["did all: nothing is left", steps, [done], ["m1"], { kind: "nothing" }],
    ["did all: nothing is left", previous, [done], ["m1"], { kind: "nothing" }],
    ["stopped: the rest is left", steps, [partial], ["m1", "m3", "m4"], { target: { kind: "steps", steps: 2 } }],
    ["stopped, and one was finished by hand", steps, [partial], ["m1", "m3"], { target: { kind: "steps", steps: 1 } }],
    ["stopped: the deployment is still the same", previous, [partial], ["m1", "m3", "m4"], { target: previous }],
    ["something came in between", steps, [deploy, done], ["m1"], { refusal: { reason: "unknown-target" } }],
    ["something came in between", previous, [deploy, partial], ["m1"], { refusal: { reason: "unknown-target" } }],
    ["this attempt deployed behind it", previous, [own, partial], ["m1"], { target: previous }],
    ["its record is cut", steps, [{ ...partial, cut: true }], ["m1", "m3"], { refusal: { reason: "unknown-target" } }],
    ["another run did it", steps, [{ ...done, runId: "78" }], ["m1"], { target: steps }],
    ["this very attempt did it", steps, [{ ...done, attempt: 2 }], ["m1"], { target: steps }],
    ["states are states", { kind: "version", version: "m1" }, [deploy, done], ["m1"], { kind: "target" }],
    ["states are states", { kind: "deployment", id: 4 }, [done], ["m1"], { kind: "target" }],
  ])("%s (%j)", (_, target, records, applied, expected) => {
    expect(targetNow(target, { records, applied, asker: { runId: "77", attempt: 2 } })).toMatchObject(expected);
  });

  it("is nobody's without the id of a run", () => {
    const records = [{ ...done, runId: "" }];
    expect(targetNow(steps, { records, applied: [], asker: { runId: "", attempt: 2 } })).toMatchObject({
      target: steps,
    });
    expect(targetNow(steps, { records: [done], applied: [] })).toMatchObject({ target: steps });
  });
});

describe("the newest deployment", () => {
  const first = recordOf(1, { runId: "5" });
  const again = recordOf(2, { runId: "5", attempt: 2, result: "nothing-to-do" });
  const failed = recordOf(3, { result: "partial" });
  it.each<[string, FoundRecord[], number[]]>([
    ["is the newest run, whatever was taken back since", [done, deploy, first], [10]],
    ["is both attempts of one workflow run", [again, first], [2, 1]],
    ["is both when each did something", [{ ...again, result: "applied" }, first], [2, 1]],
    ["is all three", [{ ...again, recordId: 3, attempt: 3 }, again, first], [3, 2, 1]],
    ["is another run that had nothing to do", [{ ...again, runId: "6" }, first], [2]],
    ["is another run without an id", [recordOf(2, { runId: "" }), recordOf(1, { runId: "" })], [2]],
    [
      "has the failed runs before it",
      [deploy, failed, { ...failed, recordId: 2, result: "failed" }, first],
      [10, 3, 2],
    ],
    ["has those that were cancelled or took too long", [deploy, { ...failed, result: "cancelled" }, first], [10, 3]],
    ["is a failed run, too", [failed, first], [3]],
    ["begins after a rollback", [deploy, { ...done, done: [{ id: "m1", digest: "", down: "real" }] }, failed], [10]],
    ["begins after half a rollback", [deploy, { ...done, half: "m1" }, failed], [10]],
    ["goes on behind a rollback that reverted nothing", [deploy, done, failed], [10, 3]],
    ["is none without a run", [done], []],
  ])("%s", (_, records, ids) => {
    expect(newestDeployment(records).map(({ recordId }) => recordId)).toEqual(ids);
  });
});
