/** Where an execution stands, and what the next look reads. */
import { describe, expect, it } from "@jest/globals";
import { afterLook, freshCadence, readsAfter } from "./cadence.ts";
import { describePlace, isBlocked, parseStages, placeOf, warningOf } from "./place.ts";
import type { Place } from "./place.ts";

const stage = (stageName: string, id: string, status: string, more: Record<string, unknown> = {}): unknown => ({
  stageName,
  latestExecution: { pipelineExecutionId: id, status },
  ...more,
});
const approval = {
  actionName: "Manual",
  latestExecution: { status: "InProgress", token: "t" },
  entityUrl: "https://review.example",
};
const find = (...stageStates: readonly unknown[]): Place | undefined => placeOf(parseStages({ stageStates }), "e1");

describe("placeOf", () => {
  it.each([
    [
      "in the last stage",
      find(stage("A", "e1", "Succeeded"), stage("B", "e1", "InProgress")),
      { stage: "B", isLast: true, isWaiting: false },
    ],
    [
      "in an early stage",
      find(stage("A", "e1", "InProgress"), stage("B", "e0", "Succeeded")),
      { stage: "A", isLast: false },
    ],
    [
      "another one is in the last stage",
      find(stage("A", "e1", "Succeeded"), stage("B", "e0", "InProgress")),
      { stage: "A", status: "Succeeded", isLast: false },
    ],
    [
      "it waits",
      find(
        stage("A", "e1", "Succeeded"),
        stage("B", "e0", "InProgress", { inboundExecutions: [{ pipelineExecutionId: "e1" }] }),
      ),
      { stage: "B", isWaiting: true, isLast: false },
    ],
    [
      "it is done",
      find(stage("A", "e1", "Succeeded"), stage("B", "e1", "Succeeded")),
      { stage: "B", status: "Succeeded", isLast: true },
    ],
    [
      "it failed in the middle",
      find(stage("A", "e1", "Failed"), stage("B", "e0", "Succeeded")),
      { stage: "A", status: "Failed" },
    ],
    ["it is nowhere", find(stage("A", "e2", "InProgress"), {}, { actionStates: "no list" }), undefined],
  ])("%s", (_words, place, expected) => {
    if (expected === undefined) expect(place).toBeUndefined();
    else expect(place).toMatchObject(expected);
  });

  it("tells of an open approval of ours only", () => {
    const place = find(stage("Approve", "e1", "InProgress", { actionStates: [approval] }));
    expect(place).toMatchObject({ approval: { action: "Manual", url: "https://review.example" } });
    expect(place === undefined ? "" : warningOf(place, "")).toBe(
      "Stage Approve, action Manual waits for a person's approval: https://review.example",
    );
    expect(place === undefined ? "" : describePlace(place)).toBe(
      "stage Approve: waits for the approval of action Manual",
    );
    const others = find(
      stage("A", "e1", "InProgress"),
      stage("Approve", "e0", "InProgress", { actionStates: [approval] }),
    );
    expect(others).toMatchObject({ stage: "A" });
    expect(others !== undefined && isBlocked(others)).toBe(false);
  });

  it("tells of a disabled transition that ours waits at only", () => {
    const inboundTransitionState = { enabled: false, disabledReason: "freeze", lastChangedBy: "alice" };
    const place = find(
      stage("Prod", "e0", "Succeeded", { inboundExecution: { pipelineExecutionId: "e1" }, inboundTransitionState }),
    );
    expect(place === undefined ? "" : warningOf(place, "")).toBe(
      "The transition into stage Prod is disabled by alice (freeze): the execution waits until it is enabled",
    );
    expect(place === undefined ? "" : describePlace(place)).toBe(
      "waits: the transition into stage Prod is disabled (freeze)",
    );
    expect(
      find(
        stage("Prod", "e0", "Succeeded", { inboundExecution: { pipelineExecutionId: "e2" }, inboundTransitionState }),
      ),
    ).toBeUndefined();
  });
});

describe("cadence", () => {
  const list = parseStages({ stageStates: [stage("A", "e1", "InProgress"), stage("B", "e0", "Succeeded")] });
  const place = placeOf(list, "e1");

  it("reads stages at every third look, and less often while nothing moves in them", () => {
    let cadence = afterLook(freshCadence, { list }, place);
    const reads: string[] = [];
    for (let looks = 0; looks < 12; looks += 1) {
      const next = readsAfter(cadence, "moving", place);
      reads.push(next.join("+"));
      cadence = afterLook(cadence, next.includes("state") ? { list } : undefined, place);
    }
    const read = reads.flatMap((each, at) => (each === "execution+state" ? [at + 1] : []));
    expect(read).toEqual([3, 7, 12]);
  });

  it.each([[{ list: [] }], [{ denied: "codepipeline:GetPipelineState" }]])("never again after %j", (stages) => {
    const cadence = afterLook(freshCadence, stages, undefined);
    expect(readsAfter({ ...cadence, since: 99 }, "moving", undefined)).toEqual(["execution"]);
  });

  it("takes stages that were seen to move in the place of every other question", () => {
    const moved = placeOf(
      parseStages({
        stageStates: [stage("A", "e1", "Succeeded"), stage("B", "e1", "InProgress"), stage("C", "e0", "")],
      }),
      "e1",
    );
    let cadence = afterLook(afterLook(freshCadence, { list }, place), { list }, moved);
    const reads: string[] = [];
    for (let looks = 0; looks < 4; looks += 1) {
      const next = readsAfter(cadence, "moving", moved);
      reads.push(next.join("+"));
      cadence = afterLook(cadence, next.includes("state") ? { list } : undefined, moved);
    }
    expect(reads).toEqual(["execution", "state", "execution", "state"]);
    expect(readsAfter({ ...cadence, since: 1 }, "blocked", moved)).toEqual(["execution"]);
    const missed = afterLook({ ...cadence, since: 1 }, { fault: "ServiceUnavailable" }, moved);
    expect(readsAfter(missed, "moving", moved)).toEqual(["execution"]);
  });

  it("reads stages that never show the execution more and more seldom", () => {
    let cadence = freshCadence;
    for (let looks = 0; looks < 4; looks += 1) cadence = afterLook(cadence, { list }, undefined);
    expect(cadence.every).toBe(12);
  });
});
