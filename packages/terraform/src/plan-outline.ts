/**
 * A plan in digests, small enough to keep beside its review: what it is made of and what each change does to each
 * attribute, so that a later plan can be compared by address and attribute. It holds no value and compares nothing; the
 * fingerprint stays the authority on whether two plans are equal.
 */
import { compareCodeUnits } from "@handrail/runner";
import { type ChangeOutline, OUTLINE_SCHEMA, type OutlinePart, type PlanOutline } from "./outline.ts";
import { redactKeys } from "./address-keys.ts";
import { keyText } from "./diff-scalar.ts";
import { remembering, shortDigester, shorten } from "./fingerprint-digest.ts";
import type { FingerprintLine } from "./fingerprint-lines.ts";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { type ChangeDigest, type ChangeElement, fingerprintPieces, mapChanges, sumFingerprint } from "./fingerprint.ts";
import { fileParts } from "./plan-outline-files.ts";
import { changeDetail, outputDetail } from "./plan-outline-change.ts";
import type { OutlineTools } from "./plan-outline-leaves.ts";
import { OutlineRoom, withoutDetails } from "./plan-outline-room.ts";
import type { StateDigest } from "./state-digest.ts";

export type { ChangeOutline, OutlinePart, PlanOutline } from "./outline.ts";

/** What an outline is made for. */
export type OutlineOptions = {
  /** Of `renderOutline`: what that would leave out for its length is not made. */
  maxLength?: number;
};

/** The outline of a plan, and of the state it was made for. Throws like `fingerprintPlan`. */
export function outlinePlan(facts: FingerprintFacts, state?: StateDigest): PlanOutline {
  return fingerprintAndOutline(facts, () => state).outline;
}

/** Both in one pass over the plan document. `state` is asked for when there is room for it. */
export function fingerprintAndOutline(
  facts: FingerprintFacts,
  state: () => StateDigest | undefined,
  { maxLength = Number.POSITIVE_INFINITY }: OutlineOptions = {},
): { fingerprint: string; outline: PlanOutline } {
  const pieces = fingerprintPieces(facts);
  const redact = pieces.masking?.redact ?? remembering(facts.redact);
  const short = shortDigester(pieces.digest);
  const shownKey = remembering((key) => keyText(redact(key)));
  const tools: OutlineTools = { masking: pieces.masking, redact, short, keyText: shownKey };
  const room = new OutlineRoom(maxLength);
  const digests: ChangeDigest[] = [];
  const changes = mapChanges(facts, pieces, (change) => {
    const { address, deposed, section, digest } = change;
    digests.push({ address, ...(deposed === undefined ? {} : { deposed }), section, digest });
    return room.admit(changeOutline(change, tools, room.hasDetails));
  });
  const lines = new Map(pieces.lines.filter(({ kind }) => kind === "output").map(({ name, text }) => [name, text]));
  const outputs = facts.plan.outputs.map((output) => {
    const { name, actions } = output;
    const detail = room.hasDetails ? outputDetail(output, tools) : undefined;
    const digest = short(lines.get(name) ?? "");
    const more = detail === undefined ? {} : { detail };
    return room.admit({ section: "output", address: `output.${name}`, actions, digest, ...more });
  });
  const parts = outlineParts(facts, pieces.lines, tools);
  const outline: PlanOutline = {
    schema: OUTLINE_SCHEMA,
    parts,
    changes: [...changes, ...outputs].sort(compareOutlines),
  };
  const found = room.hasDetails ? state() : undefined;
  return {
    fingerprint: sumFingerprint(pieces, digests),
    outline: room.hasDetails
      ? { ...outline, ...(found === undefined ? {} : { state: found }) }
      : withoutDetails(outline),
  };
}

function changeOutline(change: ChangeElement, tools: OutlineTools, hasDetail: boolean): ChangeOutline {
  const { section, element, deposed } = change;
  const detail = section === "other" || !hasDetail ? undefined : changeDetail(element, tools);
  const previous = change.change?.previousAddress;
  const isMoved = previous !== undefined && previous !== change.address;
  return {
    section,
    address: change.address === "" ? (change.key ?? "") : redactKeys(change.address, tools.redact),
    ...(deposed === undefined ? {} : { deposed }),
    actions: change.change?.actions ?? [],
    ...(isMoved ? { previousAddress: redactKeys(previous, tools.redact) } : {}),
    digest: shorten(change.digest),
    ...(detail === undefined ? {} : { detail }),
  };
}

function outlineParts(facts: FingerprintFacts, lines: readonly FingerprintLine[], tools: OutlineTools): OutlinePart[] {
  const parts: OutlinePart[] = [];
  for (const { kind, name, text, shown } of lines) {
    if (kind === "output" || kind === "providers") continue;
    parts.push({
      kind,
      name: kind === "check" ? redactKeys(name, tools.redact) : name,
      digest: tools.short(text),
      ...(shown === undefined ? {} : { shown }),
    });
  }
  for (const [name, version] of Object.entries(facts.providerVersions)) {
    parts.push({ kind: "provider", name, digest: tools.short(JSON.stringify([name, version])), shown: version });
  }
  parts.push(...fileParts(facts.files ?? [], tools));
  return parts.sort((one, other) =>
    compareTexts([one.kind, one.name, one.digest], [other.kind, other.name, other.digest]),
  );
}

function compareOutlines(one: ChangeOutline, other: ChangeOutline): number {
  const [a, b] = [one, other].map(({ address, deposed = "", section, digest }) => [address, deposed, section, digest]);
  return compareTexts(a ?? [], b ?? []);
}

function compareTexts(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const order = compareCodeUnits(part, other[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
