/**
 * What a bump does to each root module, as pieces of the body: what destroys first, then other changes, then failures with
 * what to do, then what is not known, and last what stays as it is. The line above it is proof-line.ts.
 */
import { code, codeHtml, details, type Piece } from "@handrail/github";
import type { Proof, ProofChange, RootProof } from "../prove/proof.ts";
import { fileLink, type TellContext } from "./place.ts";
import { classify, isDestructive, plural, type RootClass } from "./proof-line.ts";
import { htmlSentence, sentence } from "./sentence.ts";

/** How many addresses the warning names. */
const MOST_NAMED = 10;
/** How many changes of one root are listed. */
const MOST_CHANGES = 50;

/** The warning right below the first line; none when nothing is lost. */
export function lossPieces(proof: Proof | undefined): Piece[] {
  const lost = (proof?.roots ?? []).flatMap((root) =>
    root.changes.filter((change) => change.isDestructive).map(({ address }) => ({ root, address })),
  );
  if (lost.length === 0) return [];
  const isMore = lost.some(({ root }) => root.more > 0);
  const objects = `${isMore ? "At least " : ""}${plural(lost.length, "object")}`;
  const named = lost.slice(0, MOST_NAMED).map(({ root, address }) => `${code(address)} in ${code(root.label)}`);
  const more = lost.length > named.length ? `, and ${lost.length - named.length} more` : "";
  const text = `**${objects} would be destroyed or replaced:** ${named.join(", ")}${more}.`;
  return [{ importance: 990, full: `> [!CAUTION]\n> ${text}\n\n`, omitted: "warning about what is lost" }];
}

/** All roots. */
export function rootPieces(proof: Proof | undefined, context: TellContext): Piece[] {
  const roots = proof?.roots ?? [];
  const of = (kind: RootClass): RootProof[] => roots.filter((root) => classify(root) === kind);
  const changed = of("changes");
  return [
    ...[...changed.filter(isDestructive), ...changed.filter((root) => !isDestructive(root))].map(changePiece),
    ...failurePieces(of("fails"), context),
    ...brokenPieces(of("failed-before"), context),
    ...reasonPieces("❔", ["not verified", "not verified"], of("unverified"), 760),
    ...listPieces("🔧", ["works with it, and failed before", "work with it, and failed before"], of("fixed"), 560),
    ...reasonPieces("☑️", ["validates as before, not planned", "validate as before, not planned"], of("valid"), 380),
    ...listPieces("✅", ["with 0 changes", "with 0 changes"], of("clean"), 200),
  ];
}

function changePiece(root: RootProof): Piece {
  const isLoss = isDestructive(root);
  const sign = isLoss ? "🟥" : "🟧";
  const move = moveOf(root);
  const title = `${sign} ${codeHtml(root.label)}: ${htmlSentence(move)}`;
  const listed = orderChanges(root.changes).slice(0, MOST_CHANGES);
  const rest = root.changes.length - listed.length + root.more;
  const lines = [...listed.map(changeLine), ...(rest > 0 ? [`- and ${rest} more`] : [])];
  const short = `- ${sign} ${code(root.label)}: ${sentence(move)}\n`;
  return {
    importance: isLoss ? 960 : 860,
    full: `${details(title, lines.join("\n"), isLoss)}\n\n`,
    short,
    fullImportance: isLoss ? 850 : 450,
    omitted: "root that changes",
  };
}

/** The plan without the bump and with it; plans that differ can have the same counts. */
function moveOf({ before, after }: RootProof): string {
  const [without, withIt] = [endless(before), endless(after)];
  return without === withIt ? `${withIt}, but not as without it` : `${without} → ${withIt}`;
}

function orderChanges(changes: readonly ProofChange[]): ProofChange[] {
  return changes.toSorted((one, other) => Number(other.isDestructive) - Number(one.isDestructive));
}

function changeLine({ address, what, isDestructive: isLoss }: ProofChange): string {
  return `- ${isLoss ? "🟥" : "🟧"} ${code(address)} ${sentence(what)}`;
}

/** Without the full stop: it stands between others. */
function endless(text: string): string {
  const bare = text.trim().replace(/\.$/, "");
  return bare === "" ? "not planned" : bare;
}

function failurePieces(roots: readonly RootProof[], context: TellContext): Piece[] {
  if (roots.length === 0) return [];
  const what =
    roots.length === 1
      ? "It works with the version in use, and not with this one."
      : "They work with the version in use, and not with this one.";
  const advice = `${what} Adapt the configuration on ${code(context.baseBranch)} first, or on this branch: it is not touched any more then.\n\n`;
  return [
    ...roots.map((root): Piece => ({
      importance: 940,
      fullImportance: 880,
      full: `- ❌ ${code(root.label)} fails${whereOf(root, context)}: ${messageOf(root)}\n`,
      short: `- ❌ ${code(root.label)} fails${whereOf(root, context)}\n`,
      omitted: "root that fails",
    })),
    { importance: 930, full: `\n${advice}`, omitted: "advice" },
  ];
}

function brokenPieces(roots: readonly RootProof[], context: TellContext): Piece[] {
  if (roots.length === 0) return [];
  const pieces = roots.map((root): Piece => ({
    importance: 820,
    fullImportance: 605,
    full: `- ❔ ${code(root.label)} fails with or without this bump${whereOf(root, context)}: ${messageOf(root)}\n`,
    short: `- ❔ ${code(root.label)} fails with or without this bump${whereOf(root, context)}\n`,
    omitted: "root that fails with or without it",
  }));
  const them = roots.length === 1 ? "it" : "them";
  const advice = `\nNothing is proven there. Make ${them} work on ${code(context.baseBranch)}; the next run proves ${them}.\n\n`;
  return [...pieces, { importance: 810, full: advice, omitted: "advice" }];
}

/** ` at live/prod/main.tf:12`, as a link; "" when that is not known. */
export function whereOf({ file, line }: RootProof, context: TellContext): string {
  return file === undefined ? "" : ` at ${fileLink(context, file, line)}`;
}

/** The error; its place stands before it. */
export function messageOf({ message, file, line }: RootProof): string {
  const text = file === undefined ? message : message.replace(` (${file} line ${line})`, "");
  return text.trim() === "" ? "no message" : sentence(text);
}

/** By the reason: many roots have the same. */
function reasonPieces(
  sign: string,
  [one, many]: readonly [string, string],
  roots: readonly RootProof[],
  importance: number,
): Piece[] {
  const byReason = new Map<string, RootProof[]>();
  for (const root of roots) byReason.set(root.message, [...(byReason.get(root.message) ?? []), root]);
  return [...byReason].flatMap(([message, group]) => {
    const why = message.trim() === "" ? "" : `: ${htmlSentence(message)}`;
    return listPieces(sign, [`${one}${why}`, `${many}${why}`], group, importance);
  });
}

/** A folded list with a line for each root; what does not fit is counted. */
function listPieces(
  sign: string,
  [one, many]: readonly [string, string],
  roots: readonly RootProof[],
  importance: number,
): Piece[] {
  if (roots.length === 0) return [];
  const [start = "", end = ""] = details(
    `${sign} ${plural(roots.length, "root")} ${roots.length === 1 ? one : many}`,
    "\n",
  ).split("\n\n\n\n");
  return [
    { importance: 1000, full: `${start}\n\n`, omitted: "list" },
    ...roots.map((root): Piece => ({ importance, full: `- ${code(root.label)}${pending(root)}\n`, omitted: "root" })),
    { importance: 1000, full: `${end}\n\n`, omitted: "list" },
  ];
}

/** Changes that wait with and without the bump are no fault of it, and worth knowing. */
function pending({ how, before }: RootProof): string {
  const isNothing = before.trim() === "" || /^no changes/i.test(before.trim());
  return how !== "plan" || isNothing ? "" : `: ${sentence(endless(before))}, with or without it`;
}
