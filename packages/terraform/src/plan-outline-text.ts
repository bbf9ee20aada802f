/**
 * An outline as one short text that fits in a comment, and back. What comes in is data from outside: it is read
 * strictly, within limits, and never throws. Whether it is ours is for its hash and the seal to say.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { hash } from "./fingerprint-digest.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "./json-value.ts";
import { TOKEN } from "./plan-outline-leaves.ts";
import { withoutFiles, withoutOtherFiles } from "./plan-outline-files.ts";
import { isLonger, withoutDetails } from "./plan-outline-room.ts";
import { withoutUnchanged } from "./plan-outline-unchanged.ts";
import type { PlanOutline } from "./outline.ts";

/** More is not read: 1 Mi characters of text, 16 MiB when it is unpacked. */
const LONGEST = 1024 * 1024;
const LARGEST = 16 * 1024 * 1024;
const ALPHABET = /^[A-Za-z0-9_-]+$/;

/**
 * The outline as base64url of deflated JSON. When that is longer than `maxLength` characters it goes with one digest
 * for the files that are no configuration, then without the state, then without files, then with one digest for the
 * attributes that stay in each change, then without the attributes (one digest for each change), and then it is "".
 */
export function renderOutline(outline: PlanOutline, maxLength: number): string {
  const longest = Math.min(maxLength, LONGEST);
  for (const [step, isHopeless] of stepsOf(outline, longest)) {
    if (isHopeless()) continue;
    const text = pack(step());
    if (text.length <= longest) return text;
  }
  return "";
}

/** Ever less of the outline, each with a quick look at whether it is surely longer. */
function stepsOf(outline: PlanOutline, longest: number): [make: () => PlanOutline, isHopeless: () => boolean][] {
  const { state: _, ...stateless } = outline;
  const fewer = { ...outline, parts: withoutOtherFiles(outline.parts) };
  const fewerStateless = { ...stateless, parts: fewer.parts };
  const bare = { ...stateless, parts: withoutFiles(outline.parts) };
  const hasFiles = bare.parts.length < outline.parts.length;
  const whole = [outline, ...(hasFiles ? [fewer] : []), fewerStateless, ...(hasFiles ? [bare] : [])];
  return [
    ...whole.map((step): [() => PlanOutline, () => boolean] => [() => step, () => isLonger(step, "whole", longest)]),
    [() => ({ ...bare, changes: bare.changes.map(withoutUnchanged) }), () => isLonger(bare, "changed", longest)],
    [() => withoutDetails(bare), () => isLonger(bare, "bare", longest)],
  ];
}

function pack(outline: PlanOutline): string {
  const json = Buffer.from(JSON.stringify(outline));
  // What could not be read again is not written.
  return json.length > LARGEST ? "x".repeat(LONGEST + 1) : deflateRawSync(json, { level: 9 }).toString("base64url");
}

/** Lower-case hex SHA-256 of a rendered outline, for the marker of the comment that carries it. */
export function hashOutline(text: string): string {
  return hash(text);
}

/** Reads what `renderOutline` wrote; undefined for everything else. Never throws. */
export function parseOutline(text: string): PlanOutline | undefined {
  if (text.length > LONGEST || !ALPHABET.test(text)) return undefined;
  try {
    const bytes = inflateRawSync(Buffer.from(text, "base64url"), { maxOutputLength: LARGEST });
    const json = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes), false);
    return isOutline(json) ? (json as unknown as PlanOutline) : undefined;
  } catch {
    return undefined;
  }
}

type Shape = (value: Json) => boolean;

const isText: Shape = (value) => typeof value === "string";
const isDigest: Shape = (value) => typeof value === "string" && /^[A-Za-z0-9_-]{11}$/.test(value);
const isToken: Shape = (value) => typeof value === "string" && TOKEN.test(value);

function oneOf(...words: string[]): Shape {
  return (value) => typeof value === "string" && words.includes(value);
}

function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

function tuple(...shapes: Shape[]): Shape {
  return (value) =>
    Array.isArray(value) &&
    value.length === shapes.length &&
    shapes.every((shape, index) => shape(value[index] ?? null));
}

/** An object with exactly these members; those in `optional` may be absent. */
function object(required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const shapes = new Map([...Object.entries(required), ...Object.entries(optional)]);
  const names = Object.keys(required);
  const hasAll = (value: JsonObject): boolean => names.every((name) => Object.hasOwn(value, name));
  return (value) =>
    isJsonObject(value) &&
    hasAll(value) &&
    Object.entries(value).every(([name, below]) => shapes.get(name)?.(below) === true);
}

const isPart = object(
  {
    kind: oneOf(
      "form",
      "configuration",
      "lock file",
      "terraform",
      "provider",
      "arguments",
      "whole",
      "variable",
      "check",
      "file",
    ),
    name: isText,
    digest: isDigest,
  },
  { shown: isText },
);
const isDetail = object(
  { object: isDigest, leaves: listOf(tuple(isText, isToken, isToken)) },
  { importing: isDigest, reason: isText, forced: isDigest, generated: isDigest, unchanged: isDigest },
);
const isChange = object(
  {
    section: oneOf("change", "drift", "deferred", "other", "output"),
    address: isText,
    actions: listOf(isText),
    digest: isDigest,
  },
  { deposed: isText, previousAddress: isText, detail: isDetail },
);
const isState = object({
  lineage: isText,
  serial: (value) => typeof value === "number" && Number.isSafeInteger(value),
  resources: listOf(tuple(isText, isDigest)),
});
const isOutline = object(
  { schema: (value) => value === 1, parts: listOf(isPart), changes: listOf(isChange) },
  { state: isState },
);
