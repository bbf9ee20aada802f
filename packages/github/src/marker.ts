/**
 * The marker by which a comment of ours is found again: an html comment at the very first byte of the body.
 * It identifies, it does not prove: whoever can write comments can write markers. See marker-mac.ts and the comment's author.
 */
import { Buffer } from "node:buffer";

/** What a marker says. */
export type Marker = {
  /** Which action's comment it is: lower case letters, digits and dashes. */
  action: string;
  /** Which of the action's comments on a pull request, for example the target's label. */
  key: string;
  data: Record<string, string | number | boolean>;
  /** Proof of the data, by macMarker. */
  mac?: string;
  /** Written by upsertComment: names one writing of the comment (16 characters of base64url). */
  nonce?: string;
  /** Written by upsertComment: since when, by GitHub's clock, the writer had been at work (seconds since 1970). */
  since?: number;
};

const START = "<!-- handrail:";
const ACTION = /^[a-z0-9][a-z0-9-]{0,63}$/;
const NO_NONCE = "0".repeat(16);
const NONCE = /^[A-Za-z0-9_-]{16}$/;
const MAX_SINCE = 9_999_999_999;
/** Longer payloads are not ours: markers carry names and hashes. */
const MAX_PAYLOAD = 16_384;

/**
 * The marker as text, without a line end. The data is base64url, so that nothing in it can end the html comment.
 * Its length does not depend on nonce and since: a body that fits the limit still fits when they are filled in.
 * @throws RangeError when the action's name is not one, a number is not finite or the whole is too long
 */
export function renderMarker(marker: Marker): string {
  if (!ACTION.test(marker.action)) throw new RangeError(`"${marker.action}" cannot name an action in a marker`);
  const { nonce = NO_NONCE, since = 0 } = marker;
  if (!NONCE.test(nonce)) throw new RangeError("a marker's nonce has 16 characters of base64url");
  if (!isSince(since)) throw new RangeError("a marker's time is seconds since 1970");
  const entries = Object.entries(marker.data);
  if (entries.some(([, value]) => !isValue(value)))
    throw new RangeError("a marker carries texts, finite numbers and booleans");
  const content = { k: marker.key, d: entries, m: marker.mac ?? "", n: nonce, s: String(since).padStart(10, "0") };
  const payload = Buffer.from(JSON.stringify(content)).toString("base64url");
  if (payload.length > MAX_PAYLOAD) throw new RangeError("the marker's data is too long");
  return `${START}${marker.action} ${payload} -->`;
}

/** The marker at the start of a comment's body; undefined when there is none or it is not exactly as we write it. Never throws. */
export function parseMarker(body: string): Marker | undefined {
  if (!body.startsWith(START)) return undefined;
  const head = body.slice(START.length, START.length + MAX_PAYLOAD + 128);
  const space = head.indexOf(" ");
  const end = head.indexOf(" -->", space + 1);
  if (space < 0 || end < 0) return undefined;
  const action = head.slice(0, space);
  const payload = head.slice(space + 1, end);
  if (!ACTION.test(action) || payload.length > MAX_PAYLOAD || !/^[A-Za-z0-9_-]+$/.test(payload)) return undefined;
  const marker = parseContent(action, Buffer.from(payload, "base64url").toString());
  // One spelling for one content: what does not render to the same bytes was not written by us.
  return marker !== undefined && body.startsWith(renderMarker(marker)) ? marker : undefined;
}

function parseContent(action: string, json: string): Marker | undefined {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof content !== "object" || content === null) return undefined;
  const [key, entries, mac, nonce, since] = ["k", "d", "m", "n", "s"].map((name): unknown =>
    Object.hasOwn(content, name) ? Reflect.get(content, name) : undefined,
  );
  const data = parseData(entries);
  if (typeof key !== "string" || typeof mac !== "string" || data === undefined) return undefined;
  if (typeof nonce !== "string" || !NONCE.test(nonce)) return undefined;
  if (typeof since !== "string" || !/^[0-9]{10}$/.test(since)) return undefined;
  return {
    action,
    key,
    data,
    ...(mac === "" ? {} : { mac }),
    ...(nonce === NO_NONCE ? {} : { nonce }),
    ...(Number(since) === 0 ? {} : { since: Number(since) }),
  };
}

/** Pairs into a record without a prototype, so that a key like `__proto__` is a key. */
function parseData(entries: unknown): Marker["data"] | undefined {
  if (!Array.isArray(entries)) return undefined;
  const data: Marker["data"] = Object.create(null) as Marker["data"];
  for (const entry of entries as unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2) return undefined;
    const [name, value] = entry as unknown[];
    if (typeof name !== "string" || !isValue(value) || Object.hasOwn(data, name)) return undefined;
    data[name] = value;
  }
  return data;
}

function isValue(value: unknown): value is string | number | boolean {
  return (
    typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))
  );
}

function isSince(since: number): boolean {
  return Number.isInteger(since) && since >= 0 && since <= MAX_SINCE;
}
