/** How migrations and records are named in sentences. Pure; every text is safe on one line. */
import { quoteText } from "@handrail/runner";
import type { FoundRecord } from "./record.ts";

/** At most this many ids are named in one sentence. */
const MAX_NAMED = 5;

/** An id as it is when it is a plain name, else in quotes with escapes. */
export function nameOf(id: string): string {
  return /^[\p{L}\p{M}\p{N}\p{Pc}\p{Pd}.:/@+~-]{1,100}$/u.test(id) ? id : quoteText(id);
}

/** `m1, m2 and m3`; of more than five the first ones and how many more. */
export function namesOf(ids: readonly string[]): string {
  const named = ids.slice(0, ids.length > MAX_NAMED ? MAX_NAMED - 1 : MAX_NAMED).map(nameOf);
  const more = ids.length - named.length;
  if (more > 0) return `${named.join(", ")} and ${more} more`;
  const last = named.at(-1) ?? "none";
  return named.length <= 1 ? last : `${named.slice(0, -1).join(", ")} and ${last}`;
}

/** `is` or `are`, for ids. */
export function areOf(ids: readonly string[]): string {
  return ids.length === 1 ? "is" : "are";
}

/** `was` or `were`, for ids. */
export function wereOf(ids: readonly string[]): string {
  return ids.length === 1 ? "was" : "were";
}

/** `1 migration`, `3 migrations`. */
export function countOf(count: number): string {
  return count === 1 ? "1 migration" : `${count} migrations`;
}

/** `deployment #12`, `rollback #13`: records as sentences name them, by the id that `to` takes. */
export function recordName({ kind, recordId }: FoundRecord): string {
  return `${kind === "run" ? "deployment" : "rollback"} #${recordId}`;
}

/** Where and when it was: `https://… on 2026-11-22 12:00 UTC`. */
export function whereAndWhen({ runUrl, runId, endedAt }: FoundRecord): string {
  const where = runUrl === "" ? `run ${nameOf(runId)}` : quoteless(runUrl);
  return `${where} on ${timeOf(endedAt)}`;
}

/** `2026-11-22 12:00 UTC`. @param ms since 1970 */
export function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** A fingerprint or a digest, short: what accept-schema takes. */
export function shortOf(hash: string): string {
  return hash === "" ? "unknown" : hash.slice(0, 12);
}

/** The first letter large, as at the start of a sentence. */
export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** An address as it is, when it looks like one. */
function quoteless(url: string): string {
  return /^https?:\/\/[\w.:[\]/~%+-]{1,300}$/.test(url) ? url : quoteText(url);
}
