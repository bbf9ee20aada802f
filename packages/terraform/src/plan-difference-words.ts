/**
 * The difference of two plans in one line of plain text: the most telling things, and how many more there are. Comments
 * and summaries render the difference themselves.
 */
import type { ChangeDifference, PlanDifference } from "./plan-difference.ts";

/** How many things are named; the rest is counted. */
const NAMED = 2;
/** How many attributes of one change are named. */
const ATTRIBUTES = 3;

/** What destroys something comes first. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/delete/, 0],
  [/forget/, 1],
  [/update|create/, 2],
];

/** What is planned now comes before what is not planned any more. */
const KINDS: readonly ChangeDifference["kind"][] = ["added", "different", "gone"];

/**
 * Phrases for one line: the first change by address and attribute, what is behind it, how much more differs, and how
 * much moved in the state. Secrets are redacted as far as the outlines are; the text is not safe for a workflow command
 * or markdown yet.
 */
export function describeDifference(difference: PlanDifference): string {
  const items = itemsOf(difference);
  const moved = difference.movedInState.length;
  const more = items.length - NAMED;
  const phrases = [
    ...items.slice(0, NAMED),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(moved > 0 ? [`${moved} ${moved === 1 ? "resource" : "resources"} changed in the state meanwhile`] : []),
    ...(difference.isComplete ? [] : ["more may differ, as the reviewed plan is known in part only"]),
  ];
  return phrases.length === 0 ? "the plans do not differ" : phrases.join("; ");
}

function itemsOf({ changes, outputs, checks, parts, isOtherState }: PlanDifference): string[] {
  const ranked = [...changes].sort((one, other) => rank(one) - rank(other));
  const [first, ...rest] = [
    ...ranked.map(describeChange),
    ...outputs.map(({ address }) => `output ${address} differs`),
    ...checks.map(({ address, reviewed, now }) => `${address} (${reviewed ?? "absent"} -> ${now ?? "absent"})`),
  ];
  // A change and what is behind it say more than two changes.
  return [
    ...(isOtherState ? ["the state is another one (its lineage differs)"] : []),
    ...(first === undefined ? [] : [first]),
    ...parts.map(describePart),
    ...rest,
  ];
}

function describePart(part: string): string {
  const [start, files] = ["the configuration", part.split(": ").slice(1).join(": ")];
  if (part.startsWith(`${start}: `)) return `${start} changed (${files})`;
  return /[)]$| -> /.test(part) ? part : `${part} changed`;
}

function rank({ kind, actions, reviewedActions }: ChangeDifference): number {
  const all = (kind === "gone" ? reviewedActions : actions).join(",");
  const danger = RANKS.find(([pattern]) => pattern.test(all))?.[1] ?? RANKS.length;
  return KINDS.indexOf(kind) * (RANKS.length + 1) + danger;
}

function describeChange(change: ChangeDifference): string {
  const { address, deposed, kind, actions, reviewedActions, attributes, aspects } = change;
  const name = deposed === undefined ? address : `${address} (deposed ${deposed})`;
  const shown = attributes.slice(0, ATTRIBUTES).map((path) => path || "its value");
  const more = attributes.length > ATTRIBUTES ? [`${attributes.length - ATTRIBUTES} more`] : [];
  const named = [...shown, ...more].join(", ");
  if (kind !== "different") {
    const does = (kind === "added" ? actions : reviewedActions).join(", ");
    return `${name} is ${kind === "added" ? "planned only now" : "no longer planned"} (${does}${named === "" ? "" : ` of ${named}`})`;
  }
  const isOther = actions.join(",") !== reviewedActions.join(",");
  const action = isOther ? [`${reviewedActions.join(", ")} -> ${actions.join(", ")}`] : [];
  const differs = [...action, ...(named === "" ? [] : [named])];
  const words = differs.length > 0 ? differs : aspects;
  return words.length === 0 ? `${name} differs` : `${name} differs in ${words.join(", ")}`;
}
