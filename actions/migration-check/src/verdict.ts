/** What one migration is: decided from what was seen when it went up, down and up. Pure. */
import { describeContentDifference, describeDifference } from "@handrail/database";
import type { ContentDifference, SchemaDifference } from "@handrail/database";

/** How far a migration can be taken back. */
export type Verdict = "reversible" | "lossy" | "irreversible";

/** What was seen of one migration, or of several that the tool only applies together. */
export type Observation = {
  ids: readonly string[];
  title: string;
  /** Why it cannot go down at all: no down, an empty one, a tool that only goes forward; "" when it can. */
  noWayDown: string;
  /** What going up changed. */
  up: readonly SchemaDifference[];
  /** Why going down failed; "" when it did not. */
  downFailed: string;
  /** How the schema after going down differs from the one before going up. */
  afterDown: readonly SchemaDifference[];
  /** How the rows and values after going down differ from those before going up. */
  lost: readonly ContentDifference[];
  /** Why going up again failed; "" when it did not. */
  againFailed: string;
  /** How the schema after going up again differs from the one after the first time. */
  afterAgain: readonly SchemaDifference[];
};

/** A migration's verdict, why, and what a rollback of it takes away in any case. */
export type Judged = {
  ids: readonly string[];
  title: string;
  verdict: Verdict;
  reasons: readonly string[];
  /** Tables and columns that it creates: what is written to them goes with a rollback. */
  creates: readonly string[];
};

const MOST = 6;

/** Judges one migration. */
export function judgeMigration(seen: Observation): Judged {
  const { ids, title } = seen;
  const creates = seen.up.filter(({ change, object }) => change === "added" && isData(object.kind)).map(nameOf);
  const broken = findBroken(seen);
  if (broken.length > 0) return { ids, title, verdict: "irreversible", reasons: broken, creates };
  const lossy = findLossy(seen);
  return { ids, title, verdict: lossy.length > 0 ? "lossy" : "reversible", reasons: lossy, creates };
}

function findBroken(seen: Observation): string[] {
  if (seen.noWayDown !== "") return [seen.noWayDown];
  if (seen.downFailed !== "") return [`going down fails: ${seen.downFailed}`];
  if (seen.afterDown.length > 0)
    return ["after going down the schema is not the one before:", ...words(seen.afterDown)];
  if (seen.againFailed !== "") return [`it cannot go up again after a rollback: ${seen.againFailed}`];
  if (seen.afterAgain.length > 0) return ["going up again makes another schema:", ...words(seen.afterAgain)];
  return [];
}

/** What going up takes away comes back as a shape only: the values are gone. */
function findLossy({ up, lost }: Observation): string[] {
  const gone = up
    .filter(({ change, object }) => change === "removed" && isData(object.kind))
    .map((each) => `it drops ${each.object.kind} ${nameOf(each)}: a rollback brings it back empty`);
  const narrowed = up
    .filter(({ change, object }) => change === "changed" && object.kind === "column")
    .map((each) => `it changes ${nameOf(each)}: values that do not fit both ways are lost`);
  const counted = lost.map((each) => `after up and down ${describeContentDifference(each)}`);
  const reasons = [...counted, ...gone, ...(counted.length > 0 ? [] : narrowed)];
  return reasons.length <= MOST ? reasons : [...reasons.slice(0, MOST), `and ${reasons.length - MOST} more`];
}

function words(differences: readonly SchemaDifference[]): string[] {
  const shown = differences.slice(0, MOST).map(describeDifference);
  return differences.length <= MOST ? shown : [...shown, `and ${differences.length - MOST} more`];
}

function isData(kind: string): boolean {
  return kind === "table" || kind === "column";
}

function nameOf({ object }: SchemaDifference): string {
  return object.of === "" ? object.name : `${object.of}.${object.name}`;
}

/** The worst of all. */
export function worst(judged: readonly Judged[]): Verdict {
  if (judged.some(({ verdict }) => verdict === "irreversible")) return "irreversible";
  return judged.some(({ verdict }) => verdict === "lossy") ? "lossy" : "reversible";
}

/** Whether a verdict is as good as `require` asks. */
export function isEnough(verdict: Verdict, require: "reversible" | "lossy" | "nothing"): boolean {
  if (require === "nothing" || verdict === "reversible") return true;
  return require === "lossy" && verdict === "lossy";
}
