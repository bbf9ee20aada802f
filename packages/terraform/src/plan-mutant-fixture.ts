/**
 * Makes mutants of a plan file and its record for tests: what an accident does to bytes, and what somebody does who knows
 * the layout and can write both files, but has no seal key. Every mutant differs from its original, and contradicts a hash,
 * a seal or the checkout. Not part of any action.
 */
import * as fc from "fast-check";
import { readPlanArchive } from "./plan-archive.ts";
import { describeBackend } from "./backend.ts";
import { type PlanRecord, parseRecord, renderRecord, sha256 } from "./plan-record.ts";
import { readPlanZip } from "./plan-zip.ts";
import { writePlanZip } from "./plan-zip-writer.ts";

/** What is handed over. */
export type PlanPair = { file: Uint8Array; record: string };

/** A mutant, and how it came to be. */
export type PlanMutant = PlanPair & { how: string };

type Members = [name: string, bytes: Uint8Array][];

const BYTES = ["flip", "cut", "insert", "remove", "repeat"] as const;
const MEMBERS = ["duplicate", "reorder", "swap", "rename", "drop", "add", "change"] as const;

/** The fields of a record that the run, the checkout or the plan contradicts, also without a key. */
const FIELDS: readonly (keyof PlanRecord)[] = [
  ...(["schema", "label", "repository", "runId", "runAttempt", "headSha", "baseSha", "directory"] as const),
  ...(["workspace", "backendType", "backendHash", "configuration", "lockFile"] as const),
  ...(["terraformVersion", "planSha256"] as const),
];

/**
 * Mutants of a pair.
 * @param plan the plan in clear: the file itself, or what is sealed in it
 */
export function planMutants(pair: PlanPair, plan: Uint8Array): fc.Arbitrary<PlanMutant> {
  const place = fc.nat();
  const bytes = fc
    .record({ isFile: fc.boolean(), kind: fc.constantFrom(...BYTES), at: place, by: fc.integer({ min: 1, max: 255 }) })
    .map(({ isFile, kind, at, by }): PlanMutant => {
      const changed = changeBytes(isFile ? pair.file : Buffer.from(pair.record), kind, { at, by });
      const how = `${kind} a byte of the ${isFile ? "file" : "record"}`;
      return isFile ? { ...pair, file: changed, how } : { ...pair, record: Buffer.from(changed).toString(), how };
    });
  const fields = fc.constantFrom(...FIELDS).map((field): PlanMutant => ({
    ...pair,
    record: changeField(pair.record, field),
    how: `another ${field} in the record`,
  }));
  const members = fc.record({ kind: fc.constantFrom(...MEMBERS), at: place }).map(({ kind, at }): PlanMutant => {
    const file = writePlanZip(changeMembers([...readPlanZip(plan)], kind, at));
    return { file, record: fitting(pair.record, file), how: `${kind} members of the plan, with a record that fits` };
  });
  return fc
    .oneof(bytes, fields, members)
    .filter((mutant) => Buffer.compare(mutant.file, pair.file) !== 0 || !isSameForNow(mutant.record, pair.record))
    .map((mutant) => ({ ...mutant, [fc.toStringMethod]: () => mutant.how }));
}

/**
 * Whether a record says the same about everything that is known before terraform starts. Without a seal the fingerprint is
 * held against the plan later, and who made the record against nothing.
 */
function isSameForNow(text: string, original: string): boolean {
  try {
    const [one, other] = [parseRecord(text), parseRecord(original)];
    if (other.seal !== undefined) return text === original;
    const { fingerprint: _print, createdBy: _maker, ...rest } = one.record;
    return one.seal === undefined && renderRecord({ ...other.record, ...rest }) === original;
  } catch {
    return false;
  }
}

function changeBytes(
  bytes: Uint8Array,
  kind: (typeof BYTES)[number],
  { at, by }: { at: number; by: number },
): Uint8Array {
  const place = at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === "cut") return before;
  if (kind === "insert") return Buffer.concat([before, Uint8Array.of(by), after]);
  if (kind === "remove") return Buffer.concat([before, after.subarray(1)]);
  if (kind === "repeat") return Buffer.concat([before, after.subarray(0, by), after]);
  const copy = Uint8Array.from(bytes);
  copy[place] = (copy[place] ?? 0) ^ by;
  return copy;
}

/** The record with another value and, where there is one, its old seal. */
function changeField(text: string, field: keyof PlanRecord): string {
  const { record, seal } = parseRecord(text);
  const value = record[field];
  const other = renderRecord({ ...record, [field]: typeof value === "number" ? value + 1 : `${value}0` });
  return seal === undefined ? other : `${other.slice(0, -2)},"seal":${JSON.stringify(seal)}}\n`;
}

/** Only what terraform reads as configuration: other members are for the live state and the fingerprint to contradict. */
function changeMembers(members: Members, kind: (typeof MEMBERS)[number], at: number): Members {
  const files = members.filter(([name]) => name.startsWith("tfconfig/m-"));
  const [name, bytes] = files[at % files.length] ?? ["", new Uint8Array()];
  const place = members.findIndex(([path]) => path === name);
  const any = members[at % members.length] ?? [name, bytes];
  const moved = [...members.filter((member) => member !== any), any];
  const changes: Record<(typeof MEMBERS)[number], () => Members> = {
    duplicate: () => members.toSpliced(at % (members.length + 1), 0, any),
    reorder: () => (any === members.at(-1) ? members.toReversed() : moved),
    swap: () => members.with(0, [members[0]?.[0] ?? "", members[1]?.[1] ?? bytes]),
    rename: () => members.with(place, [name.replace(/([^/]+)$/, "x$1"), bytes]),
    drop: () => members.toSpliced(place, 1),
    add: () => members.toSpliced(place + 1, 0, [name.replace(/[^/]+$/, "zz.tf"), Buffer.from("locals {}\n")]),
    change: () => members.with(place, [name, Buffer.concat([bytes, Buffer.from("\n")])]),
  };
  return changes[kind]();
}

/** The record that somebody without a key makes for another plan: everything in it is consistent. */
function fitting(text: string, file: Uint8Array): string {
  const { record } = parseRecord(text);
  const fits = { ...record, planSha256: sha256(file) };
  try {
    const { backend, terraformVersion } = readPlanArchive(file);
    const { type, hash } = describeBackend(backend.type, backend.config);
    const more = { backendType: type, backendHash: hash, workspace: backend.workspace, terraformVersion };
    return renderRecord({ ...fits, ...more });
  } catch {
    return renderRecord(fits);
  }
}
