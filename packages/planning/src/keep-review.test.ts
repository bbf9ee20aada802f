/** A comment that is written anew keeps its review when that is ours, loses it when it is not, and is left alone in doubt. */
import { describe, expect, it } from "@jest/globals";
import type { Marker } from "@handrail/github";
import type { FoundComment } from "@handrail/github/client";
import { keepUnsaved, markApply, markReport } from "@handrail/report";
import type { ApplyRecord } from "@handrail/report";
import { makeReport } from "../../report/src/report-fixture.ts";
import { keepReview } from "./keep-review.ts";

const key = "0123456789abcdef-seal";
const report = makeReport({});
const refused = { result: "refused", runId: "57" } as ApplyRecord;
const blank = (sealKey?: string): Marker => markApply(report, refused, { sealKey });
const where = { owner: "o", repo: "r", pullRequest: 7, outline: "" };

function found(marker: Marker, isEdited: boolean | undefined): FoundComment {
  const body = "marker\n<!-- handrail-outline abc -->\ntext";
  return { id: 5, url: "https://example.com/5", body, marker, isEdited, foreign: [] };
}

const ask = (comment: FoundComment | undefined) => (): Promise<{ findComment(): Promise<FoundComment | undefined> }> =>
  Promise.resolve({ findComment: () => Promise.resolve(comment) });

describe("keepReview", () => {
  const open = markReport(report, undefined);
  const sealed = markReport(report, key);
  const forged = { ...sealed, data: { ...sealed.data, fingerprint: `hr1:${"e".repeat(64)}` } };
  const { fingerprint } = report;

  it.each<[string, string, FoundComment | undefined, string | undefined]>([
    ["no comment", "", undefined, ""],
    ["our comment, unedited", "", found(open, false), fingerprint],
    ["an edited one", "", found(open, true), ""],
    ["one of which nobody can tell", "", found(open, undefined), undefined],
    ["a proven one, without the key", "", found(sealed, undefined), fingerprint],
    ["a proven one, with the key", key, found(sealed, undefined), fingerprint],
    ["a forged one, with the key", key, found(forged, false), ""],
    ["one without a proof, with the key", key, found(open, false), ""],
  ])("%s", async (_, sealKey, comment, expected) => {
    const marker = blank(sealKey === "" ? undefined : sealKey);
    const kept = await keepReview(ask(comment), { ...where, marker, sealKey });
    expect(kept?.marker.data["fingerprint"]).toBe(expected);
    expect(kept?.outline).toBe(expected === undefined ? undefined : expected === "" ? "" : "abc");
    if (kept !== undefined && comment?.marker !== sealed) expect(kept.marker.data["applied"]).toBe("refused");
  });

  it("writes a marker that knows its review as it is, and asks nobody", async () => {
    const asked = (): Promise<never> => Promise.reject(new Error("nobody is asked"));
    const facts = { ...where, marker: sealed, outline: "xyz", sealKey: key };
    expect(await keepReview(asked, facts)).toEqual({ marker: sealed, outline: "xyz" });
  });
});

describe("keepUnsaved", () => {
  it("carries a state that was not saved into the marker of a new plan, proven", () => {
    const before = markApply(report, { ...refused, result: "failed" }, { unsaved: "lineage 3", sealKey: key });
    const fresh = markReport(report, key);
    const kept = keepUnsaved(fresh, before, key);
    expect(kept.data).toEqual({ ...fresh.data, unsaved: "lineage 3" });
    expect(kept.mac).not.toBe(fresh.mac);
    expect(keepUnsaved(fresh, fresh, key)).toBe(fresh);
    expect(keepUnsaved(fresh, undefined, key)).toBe(fresh);
  });
});
