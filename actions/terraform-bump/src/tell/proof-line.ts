/**
 * What a bump does to the infrastructure, in one line. It never sounds better than what was done: a root that was only
 * validated is not "0 changes". Plain words without names; the pieces with names are in proof-pieces.ts.
 */
import type { Proof, RootProof } from "../prove/proof.ts";

/** How a root ended, as the line counts it. */
export type RootClass = "clean" | "valid" | "changes" | "fails" | "fixed" | "failed-before" | "unverified";

/** The proof in one line. */
export type ProofLine = {
  sign: "✅" | "🟧" | "🟥" | "❌" | "❔";
  /** `0 changes in 37 roots, 2 roots change, 1 fails`, without a full stop. */
  text: string;
};

/** What a root counts as. */
export function classify({ how, outcome }: RootProof): RootClass {
  if (how === "none") return "unverified";
  if (outcome !== "same") return outcome;
  return how === "plan" ? "clean" : "valid";
}

/** Whether what it changes is lost: destroyed, or replaced by something new. */
export function isDestructive({ changes }: RootProof): boolean {
  return changes.some((change) => change.isDestructive);
}

/** The one line. @param proof undefined when nothing was tried */
export function describeProof(proof: Proof | undefined): ProofLine {
  const roots = proof?.roots ?? [];
  if (proof !== undefined && roots.length === 0) return { sign: "✅", text: "No root module is affected" };
  const counts = countRoots(roots);
  if (counts.unverified === roots.length) return { sign: "❔", text: "Not verified" };
  return { sign: signOf(counts, roots), text: partsOf(counts, roots.filter(isDestructive).length).join(", ") };
}

type Counts = Record<RootClass, number>;

function countRoots(roots: readonly RootProof[]): Counts {
  const counts = { clean: 0, valid: 0, changes: 0, fails: 0, fixed: 0, "failed-before": 0, unverified: 0 };
  for (const root of roots) counts[classify(root)] += 1;
  return counts;
}

function partsOf(counts: Counts, destructive: number): string[] {
  const lost = destructive === 0 ? "" : ` (${destructive} destroying or replacing)`;
  const verbs: [number, string, string][] = [
    [counts.changes, `changes${lost}`, `change${lost}`],
    [counts.fails, "fails", "fail"],
    [counts.valid, "still validates (not planned)", "still validate (not planned)"],
    [counts.fixed, "works again", "work again"],
    [counts["failed-before"], "fails with or without it", "fail with or without it"],
    [counts.unverified, "not verified", "not verified"],
  ];
  const parts = counts.clean > 0 ? [`0 changes in ${plural(counts.clean, "root")}`] : [];
  for (const [count, one, many] of verbs) {
    if (count === 0) continue;
    const isNamed = parts.length === 0 || one.startsWith("changes");
    parts.push(`${isNamed ? plural(count, "root") : count} ${count === 1 ? one : many}`);
  }
  return parts;
}

function signOf(counts: Counts, roots: readonly RootProof[]): ProofLine["sign"] {
  if (roots.some(isDestructive)) return "🟥";
  if (counts.fails > 0) return "❌";
  if (counts.changes > 0) return "🟧";
  return counts["failed-before"] + counts.unverified + counts.valid > 0 ? "❔" : "✅";
}

/** `1 root`, `2 roots`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
