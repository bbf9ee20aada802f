/**
 * The member `tfplan` of a saved plan: the few fields that bind it, by their numbers in terraform's planfile.proto
 * (https://github.com/hashicorp/terraform/blob/v1.11.4/internal/plans/planproto/planfile.proto; OpenTofu keeps them).
 * The planned changes stay unread: `show -json` has them. Fields that are not known here are passed over.
 */
import { decode, ExtData } from "@msgpack/msgpack";
import { type Json, type JsonObject, setMember } from "./json-value.ts";

/** A plan message that terraform does not write; the message completes "the plan file …". */
export class PlanMessageError extends Error {
  override readonly name = "PlanMessageError";
}

/** What kind of plan it is. */
export type PlanMode = "normal" | "destroy" | "refresh-only" | "other";

/** Where the plan's apply will keep its state. `config` may hold credentials. */
export type PlanBackend = { type: string; workspace: string; config: Json };

/** The fields that are read. `backend` is missing where the state is not kept in one. */
export type PlanMessage = { terraformVersion: string; mode: PlanMode; backend?: PlanBackend };

/** The form of the message; it is 3 since terraform 0.12. */
const VERSION = 3n;
const PLAN = { version: 1, backend: 13, terraformVersion: 14, mode: 17, stateStore: 29 } as const;
const BACKEND = { type: 1, config: 2, workspace: 3 } as const;
const DYNAMIC_VALUE = { msgpack: 1 } as const;
const MODES: readonly PlanMode[] = ["normal", "destroy", "refresh-only"];

/** Reads the message. Throws a PlanMessageError when it is damaged, ambiguous or of another form. */
export function readPlanMessage(bytes: Uint8Array): PlanMessage {
  const fields = readFields(bytes, Object.values(PLAN));
  const version = number(fields.get(PLAN.version));
  if (version !== VERSION) throw new PlanMessageError(`has the form ${version}, and only ${VERSION} is known here`);
  // Newer than backends, and another place for the state: nothing here could tell which.
  if (fields.has(PLAN.stateStore))
    throw new PlanMessageError("keeps its state in a state_store, which is not known here");
  const backend = fields.get(PLAN.backend);
  return {
    terraformVersion: text(fields.get(PLAN.terraformVersion)),
    mode: MODES[Number(number(fields.get(PLAN.mode)))] ?? "other",
    ...(backend === undefined ? {} : { backend: readBackendMessage(block(backend)) }),
  };
}

function readBackendMessage(bytes: Uint8Array): PlanBackend {
  const fields = readFields(bytes, Object.values(BACKEND));
  const config = readFields(block(fields.get(BACKEND.config)), Object.values(DYNAMIC_VALUE));
  return {
    type: text(fields.get(BACKEND.type)),
    workspace: text(fields.get(BACKEND.workspace)),
    config: readValue(block(config.get(DYNAMIC_VALUE.msgpack))),
  };
}

type Field = bigint | Uint8Array;

/**
 * The wanted fields of a message. Protocol buffers merge or override a singular field that is repeated: nobody writes
 * that, so it is refused.
 */
function readFields(bytes: Uint8Array, wanted: readonly number[]): Map<number, Field> {
  const fields = new Map<number, Field>();
  let at = 0;
  while (at < bytes.length) {
    const tag = readVarint(bytes, at);
    const id = Number(tag.value >> 3n);
    const { field, next } = readField(bytes, tag.next, Number(tag.value & 7n));
    if (id === 0 || tag.value > 0xffff_ffffn) throw damaged();
    if (wanted.includes(id) && fields.has(id)) throw new PlanMessageError(`says field ${id} of its plan twice`);
    if (wanted.includes(id)) fields.set(id, field);
    at = next;
  }
  return fields;
}

function readField(bytes: Uint8Array, at: number, wireType: number): { field: Field; next: number } {
  if (wireType === 0) {
    const { value, next } = readVarint(bytes, at);
    return { field: value, next };
  }
  const counted = wireType === 2 ? readVarint(bytes, at) : { value: wireType === 1 ? 8n : 4n, next: at };
  const next = counted.next + Number(counted.value);
  if (![1, 2, 5].includes(wireType) || next > bytes.length) throw damaged();
  return { field: bytes.subarray(counted.next, next), next };
}

function readVarint(bytes: Uint8Array, start: number): { value: bigint; next: number } {
  let value = 0n;
  for (let at = start; at < start + 10; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) throw damaged();
    value |= BigInt(byte & 0x7f) << BigInt(7 * (at - start));
    if (byte < 0x80) return { value, next: at + 1 };
  }
  throw damaged();
}

function number(field: Field | undefined): bigint {
  if (field instanceof Uint8Array) throw damaged();
  return field ?? 0n;
}

function block(field: Field | undefined): Uint8Array {
  if (field instanceof Uint8Array) return field;
  throw damaged();
}

function text(field: Field | undefined): string {
  try {
    return field === undefined ? "" : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(block(field));
  } catch {
    throw damaged();
  }
}

function damaged(): PlanMessageError {
  return new PlanMessageError("has a damaged plan inside");
}

/** A value as cty writes it in msgpack: an unknown one is an extension, and never stands in a backend's settings. */
function readValue(bytes: Uint8Array): Json {
  let value: unknown;
  try {
    // The decoder takes byte sequences that are not UTF-8, and terraform would see another text.
    value = decode(bytes, { rawStrings: true });
  } catch {
    throw damaged();
  }
  return toJson(value, 0);
}

const MAX_DEPTH = 100;

function toJson(value: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw damaged();
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Uint8Array) return text(value);
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  if (typeof value !== "object" || value instanceof ExtData || value instanceof Date || ArrayBuffer.isView(value)) {
    throw damaged();
  }
  const object: JsonObject = {};
  for (const [key, item] of Object.entries(value)) setMember(object, key, toJson(item, depth + 1));
  return object;
}
