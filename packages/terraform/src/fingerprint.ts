/**
 * What a plan means, as one short text: equal for equal plans, different when anything would be done differently.
 * Values are read one change at a time. It compares nothing; whoever holds two fingerprints does.
 */
import { compareCodeUnits } from "@handrail/runner";
import { canonicalJson, type Masking } from "./canonical-json.ts";
import { digester, type Digest, remembering } from "./fingerprint-digest.ts";
import { elementText } from "./fingerprint-element.ts";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { fingerprintLines, type FingerprintLine } from "./fingerprint-lines.ts";
import { JsonScanner } from "./json-scan.ts";
import type { Json } from "./json-value.ts";
import { readable } from "./plan-reader.ts";
import type { ResourceChange, Span } from "./plan.ts";

/** One change by itself: the same change in another plan has the same digest (with the same key). */
export type ChangeDigest = {
  address: string;
  deposed?: string;
  section: "change" | "drift" | "deferred" | "other";
  digest: string;
};

/** One change with the element of the plan document it was read from; `key` is the section of an `other`. */
export type ChangeElement = ChangeDigest & { element: Json; change?: ResourceChange; key?: string };

/** What a fingerprint is made of. `masking` is undefined with a key. */
export type FingerprintPieces = { lines: FingerprintLine[]; masking: Masking | undefined; digest: Digest };

const PREFIX = "hr1:";

/**
 * `hr1:` and 64 hex digits. With a key it is an HMAC over all values; without, two plans that differ in nothing but a
 * sensitive value look alike. Time and order do not enter. Throws like `readPlan` for a document that cannot be read.
 */
export function fingerprintPlan(facts: FingerprintFacts): string {
  return fingerprintParts(facts).fingerprint;
}

/** The fingerprint with the digests of the changes it is made of, in the order of address and deposed key. */
export function fingerprintParts(facts: FingerprintFacts): { fingerprint: string; changes: ChangeDigest[] } {
  const pieces = fingerprintPieces(facts);
  const changes = mapChanges(facts, pieces, ({ address, deposed, section, digest }): ChangeDigest => {
    return { address, ...(deposed === undefined ? {} : { deposed }), section, digest };
  });
  return { fingerprint: sumFingerprint(pieces, changes), changes: changes.sort(compareDigests) };
}

/** The fingerprint of the changes' digests, in any order, and of the rest. */
export function sumFingerprint({ lines, digest }: FingerprintPieces, changes: readonly ChangeDigest[]): string {
  const texts = [
    ...lines.map(({ text }) => text),
    ...[...changes].sort(compareDigests).map(({ section, digest: change }) => canonicalJson([section, change])),
  ];
  return `${PREFIX}${digest(`${texts.join("\n")}\n`)}`;
}

/** Everything of a fingerprint but the changes. Throws for a key that is too short. */
export function fingerprintPieces(facts: FingerprintFacts): FingerprintPieces {
  const key = facts.key ?? "";
  const masking = key === "" ? { redact: remembering(facts.redact) } : undefined;
  return { lines: fingerprintLines(facts, masking), masking, digest: digester(key) };
}

/** Reads every change that enters the fingerprint, one at a time, and gives what `use` makes of each. */
export function mapChanges<T>(
  facts: FingerprintFacts,
  { masking, digest }: Pick<FingerprintPieces, "masking" | "digest">,
  use: (change: ChangeElement) => T,
): T[] {
  const { plan, source } = facts;
  const one = (section: ChangeDigest["section"], item: Item, more: Json, known: Partial<ChangeElement>): T => {
    const element = readable(source, () =>
      new JsonScanner(source, { span: item.span, window: item.span.length }).take(),
    );
    const text = `${canonicalJson([section, more])}\n${elementText(element, masking)}`;
    const { address = "", deposed } = item;
    const place = { address, ...(deposed === undefined ? {} : { deposed }), section };
    return use({ ...place, digest: digest(text), element, ...known });
  };
  const all = (section: ChangeDigest["section"], changes: ResourceChange[]): T[] =>
    changes.map((change) => one(section, change, change.deferredReason ?? null, { change }));
  return [
    ...all("change", plan.changes),
    ...(facts.refreshOnly ? all("drift", plan.drift) : []),
    ...all("deferred", plan.deferred),
    ...plan.other.map((item) => one("other", item, [item.key, item.reason ?? null], { key: item.key })),
  ];
}

type Item = { address?: string; deposed?: string; span: Span };

function compareDigests(a: ChangeDigest, b: ChangeDigest): number {
  const [one, other] = [a, b].map((item) => [item.address, item.deposed ?? "", item.section, item.digest]);
  for (const [index, part] of (one ?? []).entries()) {
    const order = compareCodeUnits(part, other?.[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
