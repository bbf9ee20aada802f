/**
 * Renders changes, outputs and drift as pieces of a comment. All text from outside goes through the markdown
 * functions of @handrail/github; nothing here is put in as it is.
 */
import { code, codeHtml, details, fence } from "@handrail/github";
import type { Piece } from "@handrail/github";
import { categories, categoryWords, describeReason, isDestructive } from "./category.ts";
import type { Category } from "./category.ts";
import type { PlanReport, ShownChange } from "./report.ts";

/** How many characters of diffs are made at all, and how many lines one diff may have. */
export type DiffBudget = {
  characters: number;
  lines: number;
  /** What is planned is the rest of another plan: what is tainted in it was begun then, and failed. */
  isRest?: boolean;
};

/** Above the rest of the plan, below headline and failure. */
const importanceOf: Readonly<Record<Category, number>> = Object.fromEntries(
  categories.map((category, index) => [category, 700 - 10 * index]),
) as Record<Category, number>;

/** The details of what is lost: below every address that is lost, above every other address. */
const detailsOfLosses = importanceOf.replace - 5;

/** A heading for each category, then one piece for each change; worst first. */
export function changePieces(report: PlanReport, budget: DiffBudget): Piece[] {
  const pieces: Piece[] = [];
  const spent = { characters: 0 };
  for (const category of categories) {
    const changes = report.changes.filter((shown) => shown.category === category);
    if (changes.length === 0) continue;
    const { sign, heading } = categoryWords[category];
    pieces.push(headingPiece(`${sign} ${changes.length} ${heading}`, 800));
    for (const shown of changes) {
      pieces.push(changePiece(shown, { budget, spent, importance: importanceOf[category] }));
    }
  }
  return pieces;
}

/** What changed outside of terraform since the last apply. */
export function driftPieces(report: PlanReport, budget: DiffBudget): Piece[] {
  if (report.drift.length === 0) return [];
  const spent = { characters: 0 };
  const title =
    report.mode === "refresh-only"
      ? "changed outside of Terraform"
      : "changed outside of Terraform since the last apply";
  return [
    headingPiece(`👀 ${report.drift.length} ${title}`, 560),
    ...report.drift.map((shown) => changePiece(shown, { budget, spent, importance: 400, isDrift: true })),
  ];
}

/** All changed outputs in one diff. */
export function outputPieces(report: PlanReport, budget: DiffBudget): Piece[] {
  const { names } = report.outputs;
  if (names.length === 0) return [];
  const diff = fence(report.outputs.diff(budget.lines), "diff");
  const title = names.length === 1 ? "1 output changes" : `${names.length} outputs change`;
  const list = names.slice(0, 50).map((name) => code(name));
  const more = names.length > 50 ? ` and ${names.length - 50} more` : "";
  return [
    headingPiece(`📤 ${title}`, 590),
    { importance: 580, full: `${diff}\n\n`, short: `${list.join(", ")}${more}\n\n`, omitted: "output diff" },
  ];
}

/** Planned things that are neither resource nor output, by name. */
export function otherPieces(report: PlanReport): Piece[] {
  if (report.other.length === 0) return [];
  const items = report.other.map(({ key, address, reason }): Piece => {
    const name = address === undefined ? "" : ` ${code(address)}`;
    const why = reason === undefined ? "" : `, ${code(reason)}`;
    const full = `- ${categoryWords.other.sign} ${code(key)}${name}${why}\n`;
    return { importance: 600, full, omitted: "other change" };
  });
  return [headingPiece(`${categoryWords.other.sign} ${items.length} other planned`, 800), ...items];
}

/** A heading that outlives what it heads, so that a count is never lost. */
function headingPiece(text: string, importance: number): Piece {
  return { importance, full: `\n**${text}**\n\n`, omitted: "heading" };
}

type PieceContext = { budget: DiffBudget; spent: { characters: number }; importance: number; isDrift?: boolean };

function changePiece(shown: ShownChange, context: PieceContext): Piece {
  const { sign } = categoryWords[shown.category];
  const short = `- ${sign} ${code(shown.change.address)}\n`;
  const isOpen = context.isDrift !== true && isDestructive(shown.category);
  const piece = {
    importance: context.importance,
    // What is lost is worth more than a complete list of what is not.
    ...(isOpen ? { fullImportance: detailsOfLosses } : {}),
    short,
    omitted: omittedName(shown, context),
  };
  if (context.spent.characters > context.budget.characters) return { ...piece, full: short };
  const diff = shown.diff(context.budget.lines);
  const summary = `${sign} ${codeHtml(shown.change.address)} ${sentence(shown, context)}`;
  const full = diff === "" ? `- ${summary}\n` : `${details(summary, fence(diff, "diff"), isOpen)}\n\n`;
  context.spent.characters += full.length;
  return { ...piece, full };
}

function omittedName(shown: ShownChange, context: PieceContext): string {
  if (context.isDrift === true) return "drift";
  const names: Readonly<Record<Category, string>> = {
    delete: "destroy",
    replace: "replacement",
    forget: "forget",
    other: "unknown change",
    update: "update",
    create: "addition",
    import: "import",
    move: "move",
    deferred: "deferral",
    read: "read",
    open: "open",
  };
  return names[shown.category];
}

/** The words behind the address: what happens, why, and where it came from. HTML. */
function sentence(shown: ShownChange, { isDrift = false, budget }: PieceContext): string {
  const { change, category } = shown;
  if (budget.isRest === true && category === "replace" && change.reason === "replace_because_tainted")
    return "is made again, because its creation had failed";
  const parts = [isDrift ? driftWords(category) : categoryWords[category].will];
  if (change.deposed !== undefined) parts.push(`(deposed object ${codeHtml(change.deposed)})`);
  if (category === "replace" && change.replaceOrder === "create-first") parts.push("(created before the old one goes)");
  const reason = reasonWords(shown);
  if (reason !== "") parts.push(`because ${reason}`);
  if (change.isOldForgotten === true) parts.push("(the old one stays, and is no longer managed)");
  if (category === "other") parts.push(`(${codeHtml(change.actions.join(", "))})`);
  if (change.isMove) parts.push(`, moved from ${codeHtml(change.previousAddress ?? "an unknown address")}`);
  if (change.importing !== undefined) parts.push(`, ${importWords(change.importing.id)}`);
  return parts.join(" ").replaceAll(" , ", ", ");
}

/** Why, in words. A replacement names the attributes that force it. */
function reasonWords({ change }: ShownChange): string {
  const reason = change.deferredReason ?? change.reason;
  if (reason === undefined) return "";
  const forcing = [...new Set(change.replacePaths.map((path) => String(path[0] ?? "")))].filter((name) => name !== "");
  if (reason === "replace_because_cannot_update" && forcing.length > 0) {
    const names = forcing.slice(0, 4).map((name) => codeHtml(name));
    const more = forcing.length > names.length ? ` and ${forcing.length - names.length} more` : "";
    return `${names.join(", ")}${more} cannot be changed in place`;
  }
  const { text, isKnown } = describeReason(reason);
  return isKnown ? text : codeHtml(text);
}

function importWords(id: string | undefined): string {
  return id === undefined ? "imported" : `imported from ${codeHtml(id)}`;
}

function driftWords(category: Category): string {
  if (category === "delete") return "was deleted";
  return category === "move" ? "got another address" : "was changed";
}
