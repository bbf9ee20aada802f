/**
 * What to know before merging, as pieces of the body: the worst first, and folded what the repository does not use.
 */
import { code, details, type Piece } from "@handrail/github";
import type { Update } from "../decide/update.ts";
import { fileLink, type TellContext } from "./place.ts";
import type { Risk, RiskSeverity } from "./risk.ts";

const signs: Readonly<Record<RiskSeverity, string>> = { stop: "🛑", check: "⚠️", note: "ℹ️" };
const importances: Readonly<Record<RiskSeverity, number>> = { stop: 955, check: 720, note: 500 };

/** How many places of one risk are named. */
const MOST_PLACES = 5;

/** Updates with their risks. */
type Known = readonly { update: Update; risks: readonly Risk[] }[];

/** The risks of all updates, which are named where there are several. */
export function riskPieces(known: Known, context: TellContext): Piece[] {
  const all = known.flatMap(({ update, risks }) => risks.map((risk) => ({ update, risk })));
  const shown = all.filter(({ risk }) => !risk.isAbsent).map((one) => pieceOf(one, context, known.length > 1));
  const absent = all.filter(({ risk }) => risk.isAbsent).map((one) => pieceOf(one, context, known.length > 1));
  const ordered = shown.toSorted((one, other) => other.importance - one.importance);
  if (absent.length === 0) return ordered;
  const title = `${absent.length} more about backends and resources that are not in these files`;
  const [start = "", end = ""] = details(title, "\n").split("\n\n\n\n");
  return [
    ...ordered,
    { importance: 1000, full: `${shown.length === 0 ? "" : "\n"}${start}\n\n`, omitted: "list" },
    ...absent.map(({ full }): Piece => ({ importance: 390, full, omitted: "thing to know" })),
    { importance: 1000, full: `${end}\n`, omitted: "list" },
  ];
}

function pieceOf({ update, risk }: { update: Update; risk: Risk }, context: TellContext, isNamed: boolean): Piece {
  const { severity, text, source, affected } = risk;
  const name = isNamed ? `${code(update.dependency.name)}: ` : "";
  const line = `- ${signs[severity]} ${name}${text} ([source](${source}))`;
  const importance = importances[severity] + (affected.length > 0 ? 20 : 0);
  return {
    importance,
    fullImportance: importance - 1,
    full: `${line}${placesOf(affected, context)}\n`,
    short: `${line}\n`,
    omitted: "thing to know",
  };
}

function placesOf(affected: Risk["affected"], context: TellContext): string {
  if (affected.length === 0) return "";
  const shown = affected
    .slice(0, MOST_PLACES)
    .map(({ name, file, line }) => `${code(name)} at ${fileLink(context, file, line)}`);
  const rest = affected.length - shown.length;
  return `<br>**Used here:** ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
