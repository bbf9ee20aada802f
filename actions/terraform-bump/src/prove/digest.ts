/**
 * Names what was proven: a proof counts for exactly these changes of exactly this commit. Pure.
 */
import { createHash } from "node:crypto";
import { canonicalJson } from "@handrail/terraform";
import type { Proposal } from "../decide/update.ts";
import type { ChangedFile } from "../pulls/desired.ts";

/**
 * 64 hex digits over what a proposal brings, the commit it stands on and the files as they will be.
 * @param base the commit that was scanned, 40 or 64 hex digits
 */
export function digestOf(proposal: Proposal, base: string, files: readonly ChangedFile[]): string {
  const brings = proposal.updates
    .map(({ dependency, to, roots }) => canonicalJson([dependency.kind, dependency.name, to, [...roots].sort()]))
    .sort();
  const changed = files.map(({ path, mode, text }) => canonicalJson([path, mode, sha256(text)])).sort();
  return sha256(canonicalJson(["handrail bump proof 1", proposal.key, base, brings, changed]));
}

/** The root modules that a proposal can change, each once, in order. */
export function affectedRoots({ updates }: Proposal): string[] {
  return [...new Set(updates.flatMap(({ roots }) => roots))].sort();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
