/**
 * How two plans differ, told by address and attribute from their outlines. It judges nothing: whether a difference is
 * allowed is plan-subset.ts's question, and whether there is one the fingerprint's.
 */
import { compareCodeUnits } from "@handrail/runner";
import { causesOf } from "./plan-difference-causes.ts";
import { describeFiles } from "./plan-difference-files.ts";
import { withoutFiles } from "./plan-outline-files.ts";
import { restoreUnchanged } from "./plan-outline-unchanged.ts";
import type { ChangeOutline, OutlinePart, PlanOutline } from "./plan-outline.ts";

/** One change, or output, that is not the same in both plans. */
export type ChangeDifference = {
  /** For an output its name. */
  address: string;
  deposed?: string;
  section: ChangeOutline["section"];
  /** `added`: only now; `gone`: only in the reviewed plan. */
  kind: "added" | "gone" | "different";
  /** What was to be done; empty for what was not planned, or has no actions. */
  reviewedActions: string[];
  actions: string[];
  /**
   * The paths that differ, as people write them; of an update in only one plan, the paths that it changes. Empty when they
   * are not known, nothing but `aspects` differs, or all of the object comes or goes.
   */
  attributes: string[];
  /** What else differs, in plain words: `the actions`, `what forces the replacement`. */
  aspects: string[];
};

/** A check with another result; undefined where the plan does not have it. */
export type CheckDifference = { address: string; reviewed: string | undefined; now: string | undefined };

/** A resource that is not in the state as it was when the plan was reviewed. */
export type StateMove = { address: string; how: "changed" | "appeared" | "vanished" };

/** All differences of two plans. Texts come from outside, with secrets redacted. */
export type PlanDifference = {
  /** False when an outline was cut: there can be more differences than are told. */
  isComplete: boolean;
  /** What is no change, in plain words: `the configuration: main.tf`, `terraform 1.11.4 -> 1.12.0`. */
  parts: string[];
  changes: ChangeDifference[];
  outputs: ChangeDifference[];
  checks: CheckDifference[];
  movedInState: StateMove[];
  /** The state was replaced by another one. */
  isOtherState: boolean;
};

/** Compares the reviewed plan with the one made now. */
export function comparePlans(reviewed: PlanOutline, now: PlanOutline): PlanDifference {
  const pairs = pairChanges(reviewed.changes, now.changes).filter((pair) => pair.reviewed?.digest !== pair.now?.digest);
  const differences = pairs.map(changeDifference);
  const isCut = (outline: PlanOutline): boolean => outline.state === undefined;
  const isVague = pairs.some(({ reviewed: one, now: other }) => {
    return one !== undefined && other !== undefined && isVaguePair(one, other);
  });
  return {
    isComplete: !isCut(reviewed) && !isCut(now) && !isVague,
    parts: compareParts(reviewed.parts, now.parts),
    changes: differences.filter(({ section }) => section !== "output"),
    outputs: differences
      .filter(({ section }) => section === "output")
      .map((output) => ({ ...output, address: output.address.replace(/^output\./, "") })),
    checks: compareChecks(reviewed.parts, now.parts),
    movedInState: compareStates(reviewed, now),
    isOtherState: isOtherState(reviewed, now),
  };
}

/** Whether the attributes of a change are not all known. What this version does not know never has any. */
function isVaguePair(reviewed: ChangeOutline, now: ChangeOutline): boolean {
  if (now.section === "other") return false;
  if (reviewed.detail === undefined || now.detail === undefined) return true;
  return restoreUnchanged(reviewed.detail, now.detail) === undefined;
}

/** Whether both states are there and are not the same one; no state yet is no other state. */
export function isOtherState(reviewed: PlanOutline, now: PlanOutline): boolean {
  const before = reviewed.state?.lineage ?? "";
  return before !== "" && now.state !== undefined && now.state.lineage !== before;
}

/** A change in both plans, or in one. */
export type ChangePair = { reviewed?: ChangeOutline; now?: ChangeOutline };

/**
 * Brings together the changes of two plans: the same section, address and deposed key. Several with one name, which
 * redaction can make, are paired with their equals first and then in order.
 */
export function pairChanges(reviewed: readonly ChangeOutline[], now: readonly ChangeOutline[]): ChangePair[] {
  const [before, after] = [groupBy(reviewed, nameOf), groupBy(now, nameOf)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareCodeUnits);
  return names.flatMap((name) => pairGroup(before.get(name) ?? [], after.get(name) ?? []));
}

/** What a change is called within its plan. */
function nameOf({ address, deposed, section }: ChangeOutline): string {
  return JSON.stringify([address, deposed ?? "", section]);
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

function pairGroup(reviewed: ChangeOutline[], now: ChangeOutline[]): ChangePair[] {
  const left = groupBy(now, ({ digest }) => digest);
  const pairs: ChangePair[] = [];
  const unpaired: ChangeOutline[] = [];
  for (const change of reviewed) {
    const equal = left.get(change.digest)?.pop();
    if (equal === undefined) unpaired.push(change);
    else pairs.push({ reviewed: change, now: equal });
  }
  const rest = [...left.values()].flat();
  for (let at = 0; at < Math.max(unpaired.length, rest.length); at += 1) {
    const [one, other] = [unpaired[at], rest[at]];
    pairs.push({ ...(one === undefined ? {} : { reviewed: one }), ...(other === undefined ? {} : { now: other }) });
  }
  return pairs;
}

function changeDifference({ reviewed, now }: ChangePair): ChangeDifference {
  const either = now ?? reviewed;
  const isBoth = reviewed !== undefined && now !== undefined;
  return {
    address: either?.address ?? "",
    ...(either?.deposed === undefined ? {} : { deposed: either.deposed }),
    section: either?.section ?? "change",
    kind: isBoth ? "different" : now === undefined ? "gone" : "added",
    reviewedActions: reviewed?.actions ?? [],
    actions: now?.actions ?? [],
    attributes: isBoth ? attributesOf(reviewed, now) : causesOf(either),
    aspects: isBoth ? aspectsOf(reviewed, now) : [],
  };
}

function attributesOf({ detail: one }: ChangeOutline, { detail: other }: ChangeOutline): string[] {
  if (one === undefined || other === undefined) return [];
  const restored = restoreUnchanged(one, other);
  // What cannot be given back is compared as far as it is known.
  const leaves = restored === undefined ? other.leaves.filter(([, before, after]) => before !== after) : other.leaves;
  const before = new Map((restored ?? one).leaves.map(([path, ...tokens]) => [path, tokens.join(" ")]));
  const after = new Map(leaves.map(([path, ...tokens]) => [path, tokens.join(" ")]));
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => before.get(path) !== after.get(path)).sort(compareCodeUnits);
}

function aspectsOf(reviewed: ChangeOutline, now: ChangeOutline): string[] {
  const [one, other] = [reviewed.detail, now.detail];
  const aspects: [string, unknown, unknown][] = [
    ["the actions", reviewed.actions.join(","), now.actions.join(",")],
    ["the former address", reviewed.previousAddress, now.previousAddress],
  ];
  if (one !== undefined && other !== undefined) {
    aspects.push(
      ["the import", one.importing, other.importing],
      ["the reason", one.reason, other.reason],
      ["what forces the replacement", one.forced, other.forced],
      ["the generated configuration", one.generated, other.generated],
      ["its type, provider or another property", one.object, other.object],
    );
  }
  return aspects.filter(([, before, after]) => before !== after).map(([words]) => words);
}

/** A part of both plans, or of one. */
export type PartPair = { reviewed?: OutlinePart; now?: OutlinePart };

/**
 * The parts of two plans side by side; those that are equal are left out, and so are files, of which an outline can
 * have less: the part of the whole configuration tells that one is another.
 */
export function differentParts(reviewed: readonly OutlinePart[], now: readonly OutlinePart[]): PartPair[] {
  const name = (part: OutlinePart): string => JSON.stringify([part.kind, part.name]);
  const [before, after] = [groupBy(withoutFiles(reviewed), name), groupBy(withoutFiles(now), name)];
  const pairs: PartPair[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [ones, others] = [before.get(key) ?? [], after.get(key) ?? []];
    for (let at = 0; at < Math.max(ones.length, others.length); at += 1) {
      const [one, other] = [ones[at], others[at]];
      pairs.push({ ...(one === undefined ? {} : { reviewed: one }), ...(other === undefined ? {} : { now: other }) });
    }
  }
  return pairs.filter((pair) => pair.reviewed?.digest !== pair.now?.digest);
}

function compareParts(reviewed: readonly OutlinePart[], now: readonly OutlinePart[]): string[] {
  return differentParts(reviewed, now)
    .filter((pair) => (pair.now ?? pair.reviewed)?.kind !== "check")
    .map((pair) => {
      const isConfiguration = (pair.now ?? pair.reviewed)?.kind === "configuration";
      const files = isConfiguration ? describeFiles(reviewed, now) : "";
      return `${describePart(pair)}${files === "" ? "" : `: ${files}`}`;
    });
}

/** One part that differs, in plain words. */
export function describePart(pair: PartPair): string {
  const { kind, name } = pair.now ?? pair.reviewed ?? { kind: "whole", name: "" };
  const [before, after] = [pair.reviewed?.shown, pair.now?.shown];
  const change = before === undefined && after === undefined ? "" : ` ${before ?? "(none)"} -> ${after ?? "(none)"}`;
  if (kind === "variable" || kind === "provider" || kind === "check") return `${kind} ${name}${change}`;
  if (kind === "terraform") return `terraform${change}`;
  if (kind === "form") return "the seal-key (one plan has another, or none)";
  if (kind === "arguments") return "the arguments in TF_CLI_ARGS";
  return kind === "whole" ? "the mode or completeness of the plan" : `the ${kind}`;
}

function compareChecks(reviewed: readonly OutlinePart[], now: readonly OutlinePart[]): CheckDifference[] {
  return differentParts(reviewed, now)
    .filter((pair) => (pair.now ?? pair.reviewed)?.kind === "check")
    .map((pair) => {
      const address = (pair.now ?? pair.reviewed)?.name ?? "";
      return { address, reviewed: pair.reviewed?.shown, now: pair.now?.shown };
    });
}

function compareStates(reviewed: PlanOutline, now: PlanOutline): StateMove[] {
  if (reviewed.state === undefined || now.state === undefined) return [];
  const [before, after] = [reviewed.state, now.state].map(({ resources }) => new Map(resources));
  const moves: StateMove[] = [];
  for (const [address, digest] of after ?? []) {
    const old = before?.get(address);
    if (old !== digest) moves.push({ address, how: old === undefined ? "appeared" : "changed" });
  }
  for (const address of before?.keys() ?? [])
    if (after?.has(address) !== true) moves.push({ address, how: "vanished" });
  return moves.sort((one, other) => compareCodeUnits(one.address, other.address));
}
