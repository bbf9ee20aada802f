/** What is written before anything changes can be read afterwards, or not at all. */
import { describe, expect, it } from "@jest/globals";
import { describeJournal, parseJournal, renderJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";

const journal: Journal = {
  label: "live/prod",
  workspace: "default",
  directory: "live/prod",
  fingerprint: `hr1:${"0".repeat(64)}`,
  planSha256: "1".repeat(64),
  lineage: "6d8b",
  serial: 7,
  planned: [{ address: "a.b", previousAddress: "a.b", operations: ["create"], isKept: true }],
  review: { kind: "comment", url: "https://example.com/5" },
  reviewed: { head: "a".repeat(40), pullRequest: 7 },
  notes: ["a note"],
  deploymentId: 9,
};

describe("the journal", () => {
  it("comes back as it was written", () => {
    expect(parseJournal(renderJournal(journal))).toEqual(journal);
  });

  it("is nothing when it is not there or was cut off anywhere", () => {
    const text = renderJournal(journal);
    for (let at = 0; at < text.length; at += 1) expect(parseJournal(text.slice(0, at))).toBeUndefined();
    expect(parseJournal(undefined)).toBeUndefined();
    expect(parseJournal("{\n")).toBeUndefined();
  });

  it("H113: tells people which plan, which state and which run, before terraform starts", () => {
    const lines = describeJournal(journal, "https://example.com/run");
    expect(lines.join("\n")).toContain(journal.fingerprint);
    expect(lines).toContain("State before: serial 7, lineage 6d8b");
    expect(lines.at(-1)).toContain("https://example.com/run");
    expect(describeJournal({ ...journal, lineage: "", serial: 0 }, "")).toContain("State before: none");
  });
});
