/** The comment of a check: what each new migration is, and what that means for the rollback button. Pure. */
import { COMMENT_LIMIT, code, escapeMarkdown, fit, renderMarker, table } from "@handrail/github";
import type { Comparison } from "./new-migrations.ts";
import { worst } from "./verdict.ts";
import type { Judged, Verdict } from "./verdict.ts";

/** The name under which these comments are found. */
export const checkAction = "migration-check";

/** What is told. */
export type CheckReport = {
  /** Which database; the key of the comment. */
  label: string;
  tool: string;
  /** What it was tried on: `PostgreSQL 15.18`. */
  place: string;
  judged: readonly Judged[];
  comparison: Pick<Comparison, "edited" | "removed" | "late">;
  /** Why it could not be said; "" when it could. */
  failed: string;
  notes: readonly string[];
};

const signs: Readonly<Record<Verdict, string>> = {
  reversible: "✅ reversible",
  lossy: "⚠️ lossy",
  irreversible: "⛔ irreversible",
};

const meanings: Readonly<Record<Verdict, string>> = {
  reversible: "**The rollback button works**: it reverts them and proves that the schema is back.",
  lossy:
    "**The rollback button works, but does not bring everything back**: the schema returns, the data named above does not.",
  irreversible:
    "**The rollback button will refuse** a deployment with these. If it goes wrong, mend it forward with another migration.",
};

/** The comment's markdown, with its marker. */
export function renderCheck(report: CheckReport): string {
  const marker = renderMarker({ action: checkAction, key: report.label, data: {} });
  const all = [marker, ...pieces(report)];
  const shown = all.map((piece, at) => ({ full: `${piece}\n\n`, importance: all.length - at, omitted: "part" }));
  return fit(shown, COMMENT_LIMIT).text;
}

/** The same without a marker, for the step summary. */
export function renderCheckSummary(report: CheckReport): string {
  return `${pieces(report).join("\n\n")}\n`;
}

function pieces(report: CheckReport): string[] {
  const { judged, label, failed } = report;
  const where = label === "" || label === "." ? "" : ` in ${code(label)}`;
  const found = [
    `## ${titleOf(report)}${where}`,
    failed === "" ? "" : escapeMarkdown(failed),
    judged.length === 0 ? "" : renderRows(judged),
    judged.length === 0 || failed !== "" ? "" : meanings[worst(judged)],
    renderCreates(judged),
    ...renderWarnings(report),
    ...report.notes.map((note) => escapeMarkdown(note)),
    judged.length === 0
      ? ""
      : `Tried with ${escapeMarkdown(report.tool)} on ${escapeMarkdown(report.place)}: up, down, up.`,
  ];
  return found.filter((piece) => piece !== "");
}

function titleOf({ judged, failed }: CheckReport): string {
  if (failed !== "") return "❌ Migration check failed";
  if (judged.length === 0) return "✅ No new migrations";
  const verdict = worst(judged);
  const count = judged.length === 1 ? "The new migration is" : `${judged.length} new migrations:`;
  const sign = signs[verdict];
  return `${sign.slice(0, sign.indexOf(" "))} ${count} ${verdict}`;
}

function renderRows(judged: readonly Judged[]): string {
  const rows = judged
    .slice(0, 100)
    .map(({ title, verdict, reasons }) => [code(title), signs[verdict], reasons.map(escapeMarkdown).join("<br>")]);
  const more = judged.length > 100 ? `\n\nand ${judged.length - 100} more` : "";
  return `${table(["migration", "", "why"], rows)}${more}`;
}

function renderCreates(judged: readonly Judged[]): string {
  const names = judged.filter(({ verdict }) => verdict !== "irreversible").flatMap(({ creates }) => creates);
  if (names.length === 0) return "";
  const shown = names.slice(0, 20).map(code).join(", ");
  const more = names.length > 20 ? ` and ${names.length - 20} more` : "";
  return `What is written to ${shown}${more} after the deployment goes with a rollback; the button counts it first.`;
}

function renderWarnings({ comparison: { edited, removed, late } }: CheckReport): string[] {
  const list = (ids: readonly string[]): string => ids.slice(0, 20).map(code).join(", ");
  return [
    edited.length === 0
      ? ""
      : `⚠️ Changed although the base has it: ${list(edited)}. Databases that have it do not get the change; write a new migration.`,
    removed.length === 0
      ? ""
      : `⚠️ Taken away: ${list(removed)}. Databases that have it then hold more than the checkout, and runs are refused.`,
    late.length === 0
      ? ""
      : `Stands before a migration of the base: ${list(late)}. It comes late where that one is applied.`,
  ];
}
