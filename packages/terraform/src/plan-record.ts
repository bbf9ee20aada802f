/**
 * The record beside a saved plan: what the plan was made of and for, so that an apply can tell whether it still is.
 * With a seal key the record is authenticated; without one it only contradicts. Bytes and texts in, texts out: files,
 * checkouts and states are the action's to compare with.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { Failure } from "@handrail/runner";
import { canonicalJson } from "./canonical-json.ts";
import { isJsonObject, type Json, parseJson } from "./json-value.ts";
import { deriveKey } from "./seal-key.ts";

/** Everything that binds a plan. Hashes are lower-case hex SHA-256 where nothing else is said. */
export type PlanRecord = {
  /** The form of the record; another one is refused. */
  schema: 1;
  label: string;
  /** `owner/name`. */
  repository: string;
  runId: string;
  runAttempt: number;
  headSha: string;
  /** "" without a pull request. */
  baseSha: string;
  /** The root module, relative to the workspace. */
  directory: string;
  workspace: string;
  backendType: string;
  backendHash: string;
  /** `hashConfiguration`. */
  configuration: string;
  /** "" without a lock file. */
  lockFile: string;
  terraformVersion: string;
  /** Of the plan file in clear. */
  planSha256: string;
  fingerprint: string;
  /** The action that made it, with its version. */
  createdBy: string;
};

/** A parsed record with the seal it came with; nothing is verified yet. */
export type SealedRecord = { record: PlanRecord; seal?: string };

/** A field that is not as expected; values are no secrets. */
export type RecordDifference = { field: keyof PlanRecord; expected: string; found: string };

const NUMBERS: ReadonlySet<string> = new Set(["schema", "runAttempt"]);
const FIELDS: readonly (keyof PlanRecord)[] = [
  ...([
    "schema",
    "label",
    "repository",
    "runId",
    "runAttempt",
    "headSha",
    "baseSha",
    "directory",
    "workspace",
  ] as const),
  ...(["backendType", "backendHash", "configuration", "lockFile", "terraformVersion", "planSha256"] as const),
  ...(["fingerprint", "createdBy"] as const),
];
const MAX_LENGTH = 64 * 1024;

/** Lower-case hex SHA-256 of bytes or of a text's UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The one text of a record, the same for equal records. */
export function canonicalRecord(record: PlanRecord): string {
  return canonicalJson(Object.fromEntries(FIELDS.map((field) => [field, record[field]])));
}

/** The record as a file; with a seal key it is sealed. Throws for a key that is too short. */
export function renderRecord(record: PlanRecord, sealKey = ""): string {
  const seal = sealKey === "" ? {} : { seal: sealOf(record, sealKey) };
  return renderSealed({ record, ...seal });
}

function renderSealed({ record, seal }: SealedRecord): string {
  const end = seal === undefined ? "" : `,"seal":${JSON.stringify(seal)}`;
  return `{"record":${canonicalRecord(record)}${end}}\n`;
}

function sealOf(record: PlanRecord, sealKey: string): string {
  const mac = createHmac("sha256", deriveKey(sealKey, "record")).update(canonicalRecord(record)).digest("hex");
  return `hmac-sha256:${mac}`;
}

/** Reads a record's file. A Failure `plan-tampered` for anything but exactly what renderRecord writes. */
export function parseRecord(text: string): SealedRecord {
  const sealed = text.length > MAX_LENGTH ? undefined : read(text);
  if (sealed !== undefined && renderSealed(sealed) === text) return sealed;
  throw tampered(
    "The record beside the plan is not as terraform-plan wrote it",
    "Hand over the plan file and the record that terraform-plan wrote, unchanged, or make the plan again.",
  );
}

function read(text: string): SealedRecord | undefined {
  let json: Json;
  try {
    json = parseJson(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(json) || !isJsonObject(json["record"])) return undefined;
  const { record, seal } = json;
  for (const field of FIELDS) {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    if (typeof value !== (NUMBERS.has(field) ? "number" : "string")) return undefined;
  }
  if (record["schema"] !== 1) {
    throw tampered(
      `The record beside the plan has the form ${canonicalJson(record["schema"])}, this version knows 1`,
      "Use the same version of terraform-plan and terraform-apply.",
    );
  }
  const known = record as unknown as PlanRecord;
  return typeof seal === "string" ? { record: known, seal } : { record: known };
}

/**
 * Verifies a record and returns it. With a seal key a missing or wrong seal is `plan-tampered`; without one a sealed
 * record is refused too, since it was meant to be verified.
 */
export function verifyRecord({ record, seal }: SealedRecord, sealKey = ""): PlanRecord {
  if (sealKey === "" && seal === undefined) return record;
  if (sealKey === "") {
    throw tampered(
      "The record beside the plan is sealed, but no seal-key was given",
      "Give the seal-key that terraform-plan had.",
    );
  }
  const expected = Buffer.from(sealOf(record, sealKey));
  const found = Buffer.from(seal ?? "");
  if (found.length === expected.length && timingSafeEqual(found, expected)) return record;
  throw tampered(
    seal === undefined
      ? "The record beside the plan has no seal"
      : "The seal of the plan's record is wrong: the record was changed, or sealed with another key",
    "Make the plan again with the same seal-key, and have it reviewed.",
  );
}

/** The fields of a record that are not as expected, in the record's order. Fields that are not given are not compared. */
export function compareRecord(record: PlanRecord, expected: Partial<PlanRecord>): RecordDifference[] {
  return FIELDS.filter((field) => expected[field] !== undefined && expected[field] !== record[field]).map((field) => {
    return { field, expected: String(expected[field]), found: String(record[field]) };
  });
}

/** The Failure for a plan or record that is not what it should be. */
export function tampered(what: string, remedy: string): Failure {
  return new Failure({ reason: "plan-tampered", what, remedy });
}
