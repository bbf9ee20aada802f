/**
 * Reads `alembic history --verbose --indicate-current` (1.8.1: `Script.log_entry`), which says all revisions and the current ones:
 * for a task, whose image can have other files than the checkout.
 */
import { Failure } from "@handrail/runner";
import type { StatusReader } from "../adapter.ts";
import { rootCause } from "../tool-output.ts";
import type { AppliedSet, Migration } from "../migration.ts";
import { isChain, orderRevisions, reach } from "./alembic-graph.ts";

const REVISION = /^Rev: (\S+)((?: \([a-z]+\))*)\s*$/;
const NAMED = /^(Parent|Merges|Also depends on|Branch names): (.+)$/;
const MEANINGS: ReadonlyMap<string, "follows" | "needs" | "labels"> = new Map([
  ["Parent", "follows"],
  ["Merges", "follows"],
  ["Also depends on", "needs"],
  ["Branch names", "labels"],
]);

type Found = { migration: Migration; follows: string[]; needs: string[]; labels: string[] };

/**
 * @param listed what the checkout knows of the same revisions
 * @throws Failure `tool-failed`
 */
export function parseHistory(
  { exitCode, stdout, stderr }: Parameters<StatusReader["parse"]>[0],
  listed: readonly Migration[],
): AppliedSet {
  if (exitCode !== 0) throw failed({ stdout, stderr });
  const byId = new Map(listed.map((migration) => [migration.id, migration]));
  const heads: string[] = [];
  const found: Found[] = [];
  for (const line of stdout.split(/\r?\n/)) {
    const [, id, marks = ""] = REVISION.exec(line) ?? [];
    if (id !== undefined) {
      const migration = byId.get(id) ?? { id, title: id, digest: "", down: "unknown" };
      found.push({ migration, follows: [], needs: [], labels: [] });
      if (marks.includes("(current)")) heads.push(id);
    }
    const [, name = "", texts = ""] = NAMED.exec(line) ?? [];
    const place = MEANINGS.get(name);
    if (place !== undefined && texts.trim() !== "<base>") {
      found.at(-1)?.[place].push(...texts.split(",").map((each) => each.trim()));
    }
  }
  // The newest stands first. All of a branch are shown with its label, and the one that has it is their first.
  const known = orderRevisions(found.toReversed().map((each) => ({ ...each, labels: ownLabels(each, found) })));
  const applied = reach(heads, known);
  return { applied: applied.map((id) => ({ id })), isInOrder: isChain(applied, known), known };
}

function ownLabels({ labels, follows }: Found, all: readonly Found[]): readonly string[] {
  const before = all.filter(({ migration }) => follows.includes(migration.id)).flatMap((each) => each.labels);
  const inherited = new Set(before);
  return labels.filter((label) => !inherited.has(label));
}

function failed(said: { stdout: string; stderr: string }): Failure {
  const why = rootCause(said);
  return new Failure({
    reason: "tool-failed",
    what: `Alembic cannot say which revisions are applied${why === "" ? "" : ` (${why})`}`,
    remedy: "Run `alembic history --verbose --indicate-current` by hand where the step runs it, and mend what it says.",
  });
}
