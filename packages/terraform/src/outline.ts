/**
 * The form of an outline, as it is made, kept and compared. Types only, and the number of the form.
 */
import type { LineKind } from "./fingerprint-lines.ts";
import type { ChangeDetail } from "./plan-outline-change.ts";
import type { StateDigest } from "./state-digest.ts";

/** The form of an outline; another one is not read. */
export const OUTLINE_SCHEMA = 1;

/** Something of the fingerprint that is no change. */
export type OutlinePart = {
  kind: Exclude<LineKind, "output" | "providers"> | "provider" | "file";
  /** The variable, provider, check or file; "" for the rest. */
  name: string;
  digest: string;
  /** A version or a check's status. */
  shown?: string;
};

/** One change. Addresses are redacted as people see them, so two changes can have the same one. */
export type ChangeOutline = {
  section: "change" | "drift" | "deferred" | "other" | "output";
  address: string;
  deposed?: string;
  actions: string[];
  previousAddress?: string;
  /** Of the whole change. */
  digest: string;
  /** Absent when the outline was cut, for what this version does not know, and for too many attributes. */
  detail?: ChangeDetail;
};

/** A plan in digests of 64 bits (11 characters, base64url; keyed with a seal key). Plain data for JSON. */
export type PlanOutline = {
  schema: typeof OUTLINE_SCHEMA;
  parts: OutlinePart[];
  /** Changes, drift of a refresh-only plan, deferred changes, outputs: by address. */
  changes: ChangeOutline[];
  /** Absent when no state was given, or when the outline was cut. */
  state?: StateDigest;
};
