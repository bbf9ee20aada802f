/**
 * What to know before merging, as pieces of the body.
 */
import { code, type Piece } from "@handrail/github";
import type { Update } from "../decide/update.ts";
import { fileLink, type TellContext } from "./place.ts";
import type { Risk, RiskSeverity } from "./risk.ts";

const signs: Readonly<Record<RiskSeverity, string>> = { stop: "🛑", check: "⚠️", note: "ℹ️" };
const importances: Readonly<Record<RiskSeverity, number>> = { stop: 955, check: 720, note: 500 };

/** How many places of one risk are named. */
const MOST_PLACES = 5;

/** The risks of one update. @param isNamed says which dependency it is about, where there are several */
export function riskPieces(update: Update, risks: readonly Risk[], context: TellContext, isNamed: boolean): Piece[] {
  const name = isNamed ? `${code(update.dependency.name)}: ` : "";
  return risks.map(({ severity, text, source, affected }): Piece => {
    const line = `- ${signs[severity]} ${name}${text} ([source](${source}))`;
    const importance = importances[severity] + (affected.length > 0 ? 20 : 0);
    return {
      importance,
      fullImportance: importance - 1,
      full: `${line}${placesOf(affected, context)}\n`,
      short: `${line}\n`,
      omitted: "thing to know",
    };
  });
}

function placesOf(affected: Risk["affected"], context: TellContext): string {
  if (affected.length === 0) return "";
  const shown = affected
    .slice(0, MOST_PLACES)
    .map(({ name, file, line }) => `${code(name)} at ${fileLink(context, file, line)}`);
  const rest = affected.length - shown.length;
  return `<br>**Used here:** ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
