/** Whether each migration of a rollback can be reverted, and by the script that it ran with. Pure. */
import { areOf, capital, countOf, namesOf, recordName, shortOf } from "./history-names.ts";
import type { StackEntry } from "./history-stack.ts";
import type { Refusal } from "./history.ts";
import type { DownKind, Migration } from "./migration.ts";

/** What was found. */
export type DownJudgement = { refusals: readonly Refusal[]; notes: readonly string[] };

/** What decides. `migrations`: of the checkout; undefined when what runs is not the checkout but the image of the record. */
export type DownFacts = {
  migrations: readonly Migration[] | undefined;
  forwardOnly: string | undefined;
  /** `warn`: scripts that changed since they ran are told, and no reason to refuse: the schema afterwards proves what they did. */
  onDrift: "fail" | "warn";
};

/**
 * Judges the whole set up front, so that nothing is reverted when one of them cannot be.
 * @param reverts the newest application first
 */
export function judgeDowns(
  reverts: readonly StackEntry[],
  { migrations, forwardOnly, onDrift }: DownFacts,
): DownJudgement {
  if (reverts.length === 0) return { refusals: [], notes: [] };
  const checkout = migrations === undefined ? undefined : new Map(migrations.map((each) => [each.id, each]));
  const ofKind = (...kinds: DownKind[]): StackEntry[] =>
    reverts.filter(({ id, recorded }) => {
      const found = [recorded?.down, checkout?.get(id)?.down];
      return found.some((down) => down !== undefined && kinds.includes(down));
    });
  const edited = checkout === undefined ? [] : judgeEdited(reverts, checkout);
  const refusals = [
    ...refuseForwardOnly(forwardOnly),
    ...refuseIrreversible(ofKind("none"), ofKind("empty")),
    ...refuseHalves(reverts.filter(({ recorded }) => recorded === undefined)),
    ...(checkout === undefined ? [] : judgeScripts(reverts, checkout)),
    ...(onDrift === "warn" ? [] : edited),
  ];
  const notes = [...noteUnknown(ofKind("unknown")), ...noteUnread(reverts, checkout)];
  return { refusals, notes: [...(onDrift === "warn" ? edited.map(({ what }) => `${what}.`) : []), ...notes] };
}

function refuseForwardOnly(sentence: string | undefined): Refusal[] {
  if (sentence === undefined) return [];
  const what = "The tool only goes forward";
  return [{ reason: "irreversible", what, remedy: sentence }];
}

function refuseIrreversible(none: readonly StackEntry[], empty: readonly StackEntry[]): Refusal[] {
  const parts = [
    ...(none.length === 0 ? [] : [`${namesOf(idsOf(none))} ${none.length === 1 ? "has" : "have"} no down`]),
    ...(empty.length === 0 ? [] : [`the down of ${namesOf(idsOf(empty))} does nothing`]),
  ];
  if (parts.length === 0) return [];
  return [
    {
      reason: "irreversible",
      what: `${capitalised(parts.join(", and "))}; nothing is reverted when one of them cannot be`,
      remedy: "Undo what they did with a new migration.",
    },
  ];
}

function refuseHalves(halves: readonly StackEntry[]): Refusal[] {
  if (halves.length === 0) return [];
  const ids = idsOf(halves);
  return [
    {
      reason: "no-record",
      what: `${namesOf(ids)} ${ids.length === 1 ? "was" : "were"} never recorded as applied whole`,
      remedy: "Go back no further than to before the deployment after it; undo the rest with a new migration.",
    },
  ];
}

/** The checkout has to have what ran. */
function judgeScripts(reverts: readonly StackEntry[], checkout: ReadonlyMap<string, Migration>): Refusal[] {
  const gone = reverts.filter(({ id }) => !checkout.has(id));
  const cut = reverts.filter(({ id, record, recorded }) => {
    return record.cut === true && recorded?.digest === "" && (checkout.get(id)?.digest ?? "") !== "";
  });
  return [...refuseGone(gone), ...refuseCut(cut)];
}

function judgeEdited(reverts: readonly StackEntry[], checkout: ReadonlyMap<string, Migration>): Refusal[] {
  const edited = reverts.filter(({ id, recorded }) => {
    const [ran, now] = [recorded?.digest ?? "", checkout.get(id)?.digest];
    return ran !== "" && now !== undefined && now !== ran;
  });
  return refuseEdited(edited, checkout);
}

function refuseGone(gone: readonly StackEntry[]): Refusal[] {
  if (gone.length === 0) return [];
  const what = `${namesOf(idsOf(gone))} ${areOf(idsOf(gone))} applied, and the checkout does not have ${gone.length === 1 ? "it" : "them"}`;
  return [{ reason: "database-ahead", what, remedy: checkOut(gone) }];
}

function refuseEdited(edited: readonly StackEntry[], checkout: ReadonlyMap<string, Migration>): Refusal[] {
  const [first] = edited;
  if (first === undefined) return [];
  const digest = checkout.get(first.id)?.digest ?? "";
  const now = digest === "" ? "no script of it that can be read" : shortOf(digest);
  const example = `${namesOf([first.id])} ran as ${shortOf(first.recorded?.digest ?? "")}, the checkout has ${now}`;
  const which =
    edited.length === 1
      ? "The script changed since it ran"
      : `The scripts of ${namesOf(idsOf(edited))} changed since they ran`;
  const remedy = `${checkOut(edited)} When a down was mended on purpose, use on-drift: warn.`;
  return [{ reason: "database-ahead", what: `${which}: ${example}`, remedy }];
}

function refuseCut(cut: readonly StackEntry[]): Refusal[] {
  const [first] = cut;
  if (first === undefined) return [];
  return [
    {
      reason: "no-record",
      what: `Whether the scripts of ${countOf(cut.length)} are still those that ran is not known: ${recordName(first.record)} was too large to hold it`,
      remedy: "Undo what they did with a new migration.",
    },
  ];
}

/** The newest of them has the others, too. */
function checkOut([newest]: readonly StackEntry[]): string {
  const commit = newest?.record.commit ?? "";
  if (newest === undefined || commit === "")
    return "Check out the commit that the migrations ran from, and roll back from there.";
  return `Check out ${/^[0-9a-f]{7,64}$/.test(commit) ? commit : "the commit"} that ${recordName(newest.record)} ran from, and roll back from there.`;
}

function noteUnknown(entries: readonly StackEntry[]): string[] {
  if (entries.length === 0) return [];
  const ids = idsOf(entries);
  return [`Whether ${namesOf(ids)} can be undone cannot be told from the script: the schema afterwards shows it.`];
}

function noteUnread(reverts: readonly StackEntry[], checkout: ReadonlyMap<string, Migration> | undefined): string[] {
  if (checkout === undefined) return [];
  const unread = reverts.filter(({ record, recorded }) => record.cut !== true && recorded?.digest === "");
  if (unread.length === 0) return [];
  const ids = idsOf(unread);
  return [`Whether the script of ${namesOf(ids)} changed since it ran is not known: it could not be read then.`];
}

function idsOf(entries: readonly StackEntry[]): string[] {
  return entries.map(({ id }) => id);
}

/** An id keeps its first letter; a sentence of ours gets a large one. */
function capitalised(text: string): string {
  return text.startsWith("the down of ") ? capital(text) : text;
}
