/**
 * The difference of two plans in one line of plain text, the most important first. Comments and summaries render the
 * difference themselves.
 */
import type { ChangeDifference, PlanDifference } from "./plan-difference.ts";

/** How many of each kind are named; the rest is counted. */
const NAMED = 3;
/** How many attributes of one change are named. */
const ATTRIBUTES = 4;

/** What destroys something comes first. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/delete/, 0],
  [/forget/, 1],
  [/update|create/, 2],
];

/**
 * Sentences for one line: what differs, by address and attribute, then what moved in the state. Secrets are redacted
 * as far as the outlines are; the text is not safe for a workflow command or markdown yet.
 */
export function describeDifference(difference: PlanDifference): string {
  const { changes, outputs, checks, parts, movedInState } = difference;
  const ranked = [...changes].sort((one, other) => rank(one) - rank(other));
  const sentences = [
    ...(difference.isOtherState ? ["The state is another one (its lineage differs)."] : []),
    sentence("Changed since the review: ", parts),
    sentence("Planned only now: ", ranked.filter(({ kind }) => kind === "added").map(describeChange)),
    sentence("Planned differently: ", ranked.filter(({ kind }) => kind === "different").map(describeChange)),
    sentence("No longer planned: ", ranked.filter(({ kind }) => kind === "gone").map(describeChange)),
    sentence(
      "Outputs that differ: ",
      outputs.map(({ address }) => address),
    ),
    sentence(
      "Checks that differ: ",
      checks.map(({ address, reviewed, now }) => `${address} (${reviewed ?? "absent"} -> ${now ?? "absent"})`),
    ),
    sentence(
      "Moved in the state meanwhile: ",
      movedInState.map(({ address, how }) => (how === "changed" ? address : `${address} (${how})`)),
    ),
  ].filter((text) => text !== "");
  if (sentences.length === 0 && difference.isComplete) return "The plans do not differ.";
  const rest = difference.isComplete ? [] : ["The reviewed plan is known in part only, so more may differ."];
  return [...sentences, ...rest].join(" ");
}

function rank({ kind, actions, reviewedActions }: ChangeDifference): number {
  const all = (kind === "gone" ? reviewedActions : actions).join(",");
  return RANKS.find(([pattern]) => pattern.test(all))?.[1] ?? RANKS.length;
}

function sentence(start: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : "";
  return `${start}${items.slice(0, NAMED).join("; ")}${more}.`;
}

function describeChange(change: ChangeDifference): string {
  const { address, deposed, kind, actions, reviewedActions, attributes, aspects } = change;
  const name = deposed === undefined ? address : `${address} (deposed ${deposed})`;
  if (kind !== "different") return `${name} (${(kind === "added" ? actions : reviewedActions).join(", ")})`;
  const isOther = actions.join(",") !== reviewedActions.join(",");
  const action = isOther ? [`${reviewedActions.join(", ")} -> ${actions.join(", ")}`] : [];
  const more = attributes.length > ATTRIBUTES ? [`${attributes.length - ATTRIBUTES} more attributes`] : [];
  const named = [...action, ...attributes.slice(0, ATTRIBUTES).map((path) => path || "its value"), ...more];
  const shown = named.length > 0 ? named : aspects;
  return shown.length === 0 ? name : `${name} (${shown.join(", ")})`;
}
