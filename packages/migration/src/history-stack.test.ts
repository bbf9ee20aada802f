/** The stack that records prove, where a rollback did not take from its top. */
import { describe, expect, it } from "@jest/globals";
import { isApart, joinChain } from "./history-chain.ts";
import { originalOf, withoutRepeats } from "./history-repeats.ts";
import { stackOf, topSchema } from "./history-stack.ts";
import type { Stack } from "./history-stack.ts";
import { back, printOf, run, tell } from "./history-story-fixture.ts";
import type { Event } from "./history-story-fixture.ts";

function stack(events: readonly Event[], baseline: readonly string[] = []): Stack {
  const { applied, records } = tell(events, baseline);
  const chain = joinChain(applied, records);
  if (isApart(chain)) throw new Error("it does not join");
  return stackOf(applied, chain);
}

function outline({ base, entries }: Stack): string[] {
  return [...base, "|", ...entries.map(({ id, pre, post }) => (pre === "" && post === "" ? `${id}?` : id))];
}

describe("stackOf", () => {
  it("knows the schema right before and right after each", () => {
    const { entries, ground } = stack([run(10, ["m1", "m2"]), run(11, []), run(12, ["m3"])], ["b1"]);
    expect(ground).toBe(printOf(["b1"]));
    expect(entries.map(({ id, record, pre, post }) => [id, record.recordId, pre, post])).toEqual([
      ["m1", 10, printOf(["b1"]), printOf(["b1", "m1"])],
      ["m2", 10, printOf(["b1", "m1"]), printOf(["b1", "m1", "m2"])],
      ["m3", 12, printOf(["b1", "m1", "m2"]), printOf(["b1", "m1", "m2", "m3"])],
    ]);
  });

  it("what lies above one that was taken from the middle stands on a schema that nobody recorded", () => {
    const events = [run(10, ["m1", "m2", "m3"]), back(11, ["m2"])];
    expect(outline(stack(events))).toEqual(["|", "m1", "m3?"]);
    expect(outline(stack([...events, run(12, ["m2"])]))).toEqual(["|", "m1", "m3?", "m2"]);
  });

  it("and so does all of it when the base was changed", () => {
    const events = [run(10, ["m1"]), back(11, ["b2"])];
    const changed = stack(events, ["b1", "b2"]);
    expect(outline(changed)).toEqual(["b1", "|", "m1?"]);
    expect(changed.ground).toBe("");
    const emptied = stack([...events, back(12, ["m1"])], ["b1", "b2"]);
    expect(topSchema(emptied)).toBe("");
    expect(topSchema(stack([...events, back(12, ["m1"]), run(13, ["m2"]), back(14, ["m2"])], ["b1", "b2"]))).toBe(
      printOf(["b1"]),
    );
  });
});

describe("withoutRepeats", () => {
  it("leaves out what tells the same work again, and nothing else", () => {
    const { records } = tell([run(10, ["m1"]), run(11, []), run(12, ["m2"]), back(13, ["m2"]), run(14, ["m2"])]);
    const twice = records.flatMap((each) => [{ ...each, recordId: each.recordId + 100 }, each]);
    const ids = withoutRepeats(twice).map(({ recordId }) => recordId);
    // One that changed nothing is told as often as it likes.
    expect(ids).toEqual([14, 13, 12, 111, 11, 10]);
    expect([originalOf(twice, 114), originalOf(twice, 14), originalOf(twice, 111), originalOf(twice, 7)]).toEqual([
      14, 14, 111, 7,
    ]);
  });

  it("two steps of one job are two, however alike", () => {
    const same = { more: { runId: "1", attempt: 1, startedAt: 5 } };
    const { records } = tell([run(10, ["m1"], same), run(11, ["m2"], same)]);
    expect(withoutRepeats(records)).toHaveLength(2);
    const again = tell([run(10, ["m1"], same), back(11, ["m1"]), run(12, ["m1"], same)]);
    expect(withoutRepeats(again.records)).toHaveLength(3);
  });
});
