/**
 * The difference of one resource, output or check between two plans, in plain words. Names of attributes and addresses in
 * it come from outside and are not redacted here. Pure.
 */
import type { ChangeDifference, ChangeOutline, CheckDifference } from "@handrail/terraform";

/** How many attributes of one change are named. */
const NAMED = 6;

/** What happens, by terraform's actions; `would be …`. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ["create", "created"],
  ["read", "read during the apply"],
  ["update", "updated in place"],
  ["delete", "destroyed"],
  ["forget", "forgotten (kept, but no longer managed)"],
  ["delete,create", "replaced"],
  ["create,delete", "replaced"],
  ["create,forget", "replaced (the old one is kept, but no longer managed)"],
]);

/** The same for outputs. */
const OUTPUT_VERBS: ReadonlyMap<string, string> = new Map([
  ["create", "added"],
  ["update", "changed"],
  ["delete", "removed"],
]);

/** What is destroyed comes first, then what is let go, then what else is planned, then what is no longer planned. */
export function rankOf({ kind, actions }: Pick<ChangeDifference, "kind" | "actions">): number {
  if (kind === "gone") return 3;
  if (actions.includes("delete")) return 0;
  return actions.includes("forget") ? 1 : 2;
}

/**
 * What is different: `would be updated in place: ami`, `would be replaced instead of updated in place`, `would not be
 * created any more`.
 * @param pair the change in the plan before and after the bump, where it is there
 */
export function describeDifferent(
  difference: ChangeDifference,
  pair: readonly [before: ChangeOutline | undefined, after: ChangeOutline | undefined],
): string {
  const { kind, section, actions, reviewedActions, aspects } = difference;
  const waits = section === "deferred" ? ", in a later plan" : "";
  const [before, after] = [verbOf(reviewedActions, section, pair[0]), verbOf(actions, section, pair[1])];
  if (kind === "gone") return `would not be ${before} any more`;
  const names = namesOf(difference, pair[1]);
  if (section === "output" && kind === "different" && names.length === 0)
    return `would be ${after}, with another value`;
  if (kind === "added") return `would be ${after}${waits}${list(names)}`;
  if (reviewedActions.join(",") !== actions.join(","))
    return `would be ${after} instead of ${before}${waits}${list(names)}`;
  return `would be ${after}, but otherwise${waits}${list(names.length > 0 ? names : aspects)}`;
}

/** A check with another result. */
export function describeCheck({ reviewed, now }: CheckDifference): string {
  return `check: ${reviewed ?? "absent"} before, ${now ?? "absent"} after`;
}

function verbOf(
  actions: readonly string[],
  section: ChangeOutline["section"],
  outline: ChangeOutline | undefined,
): string {
  const moved = outline?.previousAddress === undefined ? "" : `moved from ${outline.previousAddress}`;
  const imported = outline?.detail?.importing === undefined ? "" : "imported";
  const known = (section === "output" ? OUTPUT_VERBS : VERBS).get(actions.join(","));
  const done =
    known ?? (actions.length === 0 || actions.join(",") === "no-op" ? "" : `done otherwise (${actions.join(", ")})`);
  const words = [moved, imported, done].filter((word) => word !== "");
  if (words.length > 0) return words.join(" and ");
  return section === "other" ? "invoked" : "moved or imported";
}

/** The attributes: of what is replaced only now, those that change by themselves. */
function namesOf({ kind, actions, attributes }: ChangeDifference, outline: ChangeOutline | undefined): string[] {
  const isReplaced = actions.includes("create") && actions.length > 1;
  const paths = kind === "added" && isReplaced ? (outline?.detail?.leaves ?? []).map(([path]) => path) : attributes;
  // What changes as a whole says it all: its parts are not named besides.
  return paths.filter((path) => path !== "" && !paths.some((other) => isPartOf(path, other)));
}

function isPartOf(path: string, whole: string): boolean {
  return whole !== "" && (path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`));
}

function list(names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length - NAMED;
  return `: ${names.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
