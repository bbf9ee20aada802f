import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { compareRecord, parseRecord, type PlanRecord, renderRecord, sha256, verifyRecord } from "./plan-record.ts";
import { checkPlan, isSealedPlan, NONCE_LENGTH, openPlan, sealPlan } from "./plan-seal.ts";
import { deriveKey } from "./seal-key.ts";

const KEY = "correct horse battery staple";
const OTHER_KEY = "correct horse battery stapler";
const plan = Buffer.from("PK\u0003\u0004 the plan file, as terraform wrote it");
const nonce = new Uint8Array(NONCE_LENGTH).fill(7);

const record: PlanRecord = {
  schema: 1,
  label: "live/prod",
  repository: "octo-org/infrastructure",
  runId: "123456789",
  runAttempt: 1,
  headSha: "a".repeat(40),
  baseSha: "b".repeat(40),
  directory: "live/prod",
  workspace: "default",
  backendType: "s3",
  backendHash: "c".repeat(64),
  configuration: "d".repeat(64),
  lockFile: "e".repeat(64),
  terraformVersion: "1.11.4",
  planSha256: sha256(plan),
  fingerprint: `hr1:${"f".repeat(64)}`,
  createdBy: "terraform-plan 1.0.0",
};

/** How an attempt ends: the reason of its Failure, or "accepted". Anything else that is thrown is a defect. */
function outcome(attempt: () => unknown): string {
  try {
    attempt();
    return "accepted";
  } catch (error) {
    if (error instanceof Failure) return error.reason;
    throw error;
  }
}

function changedAt(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ by;
  return copy;
}

describe("a record", () => {
  it("comes back as it was, with and without a seal", () => {
    expect(verifyRecord(parseRecord(renderRecord(record)))).toEqual(record);
    expect(verifyRecord(parseRecord(renderRecord(record, KEY)), KEY)).toEqual(record);
  });

  it("has one text, whatever the order of its fields", () => {
    const reversed = Object.fromEntries(Object.entries(record).reverse()) as PlanRecord;
    expect(renderRecord(reversed, KEY)).toBe(renderRecord(record, KEY));
  });

  it("is refused when the key is another one, missing, or given for a record without a seal", () => {
    const sealed = parseRecord(renderRecord(record, KEY));
    expect(outcome(() => verifyRecord(sealed, OTHER_KEY))).toBe("plan-tampered");
    expect(outcome(() => verifyRecord(sealed))).toBe("plan-tampered");
    expect(outcome(() => verifyRecord(parseRecord(renderRecord(record)), KEY))).toBe("plan-tampered");
  });

  it.each([
    "",
    "{}",
    "null",
    "[]",
    '{"record":{}}',
    '{"record":[]}',
    "{",
    renderRecord(record).trimEnd(),
    `${renderRecord(record)} `,
    `\uFEFF${renderRecord(record)}`,
  ])("is refused when it is %j", (text) => {
    expect(outcome(() => parseRecord(text))).toBe("plan-tampered");
  });

  it("is refused with a field too many, a repeated one, a missing one, or one of another type", () => {
    const text = renderRecord(record);
    for (const other of [
      text.replace('"workspace"', '"x":1,"workspace"'),
      text.replace('"workspace":"default"', '"workspace":"other","workspace":"default"'),
      text.replace(/"label":"[^"]*",/, ""),
      text.replace('"runAttempt":1', '"runAttempt":"1"'),
      text.replace('"headSha":"', '"__proto__":{},"headSha":"'),
    ]) {
      expect(other).not.toBe(text);
      expect(outcome(() => parseRecord(other))).toBe("plan-tampered");
    }
  });

  it("says that another version made it when it has another form", () => {
    expect(() => parseRecord(renderRecord(record).replace('"schema":1', '"schema":2'))).toThrow(/same version/);
  });

  it("H041: names every field that is not as expected, and compares only what is given", () => {
    expect(compareRecord(record, { ...record })).toEqual([]);
    expect(compareRecord(record, {})).toEqual([]);
    expect(compareRecord(record, { backendType: "local", headSha: "0".repeat(40), workspace: "default" })).toEqual([
      { field: "headSha", expected: "0".repeat(40), found: record.headSha },
      { field: "backendType", expected: "local", found: "s3" },
    ]);
  });

  it("fails closed by any one changed byte", () => {
    const bytes = Buffer.from(renderRecord(record, KEY));
    const property = fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const text = Buffer.from(changedAt(bytes, at, by)).toString("utf8");
      expect(outcome(() => verifyRecord(parseRecord(text), KEY))).toBe("plan-tampered");
    });
    fc.assert(property, { numRuns: runs(300, 20_000), seed: seed() });
  });

  it("carries any text in its fields", () => {
    const property = fc.property(fc.string({ unit: "grapheme" }), fc.string(), (label, workspace) => {
      const other = { ...record, label, workspace };
      expect(verifyRecord(parseRecord(renderRecord(other, KEY)), KEY)).toEqual(other);
    });
    fc.assert(property, { numRuns: runs(200, 20_000), seed: seed() });
  });
});

describe("a sealed plan", () => {
  const sealed = sealPlan(plan, record, KEY, nonce);

  it("opens to the same bytes, whatever they are", () => {
    const property = fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      (bytes, fresh) => {
        const own = { ...record, planSha256: sha256(bytes) };
        expect(openPlan(sealPlan(bytes, own, KEY, fresh), own, KEY)).toEqual(Uint8Array.from(bytes));
      },
    );
    fc.assert(property, { numRuns: runs(200, 20_000), seed: seed() });
  });

  it("shows nothing of the plan, and does not look like one", () => {
    expect(Buffer.from(sealed).includes("terraform")).toBe(false);
    expect(isSealedPlan(sealed)).toBe(true);
    expect(isSealedPlan(plan)).toBe(false);
    expect(isSealedPlan(new Uint8Array())).toBe(false);
  });

  it("H047: any one changed byte, a cut, or an addition opens nothing", () => {
    const property = fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      expect(outcome(() => openPlan(changedAt(sealed, at, by), record, KEY))).toBe("plan-tampered");
      expect(outcome(() => openPlan(sealed.subarray(0, at), record, KEY))).toBe("plan-tampered");
      expect(outcome(() => openPlan(Buffer.concat([sealed, Uint8Array.of(by)]), record, KEY))).toBe("plan-tampered");
    });
    fc.assert(property, { numRuns: runs(200, 20_000), seed: seed() });
  });

  it("opens with its own record only: one changed field and it does not", () => {
    for (const [field, value] of Object.entries(record)) {
      const other = { ...record, [field]: typeof value === "number" ? value + 1 : `${value}x` };
      expect([field, outcome(() => openPlan(sealed, other, KEY))]).toEqual([field, "plan-tampered"]);
    }
    expect(outcome(() => openPlan(sealed, record, KEY))).toBe("accepted");
  });

  it("opens with its own key only, and says so", () => {
    expect(() => openPlan(sealed, record, OTHER_KEY)).toThrow(/authentication failed/);
  });

  it("H043: a plan in clear that is another file than the recorded one is refused", () => {
    expect(outcome(() => checkPlan(plan, record))).toBe("accepted");
    expect(outcome(() => checkPlan(changedAt(plan, 3, 1), record))).toBe("plan-tampered");
  });

  it("needs a nonce of its length", () => {
    expect(() => sealPlan(plan, record, KEY, new Uint8Array(8))).toThrow(RangeError);
  });
});

describe("deriveKey", () => {
  it("refuses a short key and says how to make one", () => {
    expect(() => deriveKey("fifteen letters", "record")).toThrow(/openssl rand -base64 32/);
    expect(outcome(() => renderRecord(record, "short"))).toBe("invalid-input");
  });

  it("gives each purpose a key of its own, none of them a plain hash of the seal key", () => {
    const keys = (["fingerprint", "record", "encryption"] as const).map((purpose) =>
      Buffer.from(deriveKey(KEY, purpose)).toString("hex"),
    );
    expect(new Set([...keys, createHash("sha256").update(KEY).digest("hex")]).size).toBe(4);
    expect(keys.every((key) => key.length === 64)).toBe(true);
  });
});
