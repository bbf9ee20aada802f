/**
 * The folder with the proofs of all proposals: one job writes it, another reads it. Whoever filled it may be hostile: a
 * proof counts only for what its digest names. The order of effects, through the verbs it is handed.
 */
import { toFailure } from "@handrail/runner";
import type { UntrustedFiles } from "@handrail/runner/host";
import { affectedRoots, digestOf } from "./digest.ts";
import { LONGEST_PROOF, PROOF_SUFFIX, parseProofFile, renderProofFile } from "./proof-file.ts";
import type { Proof } from "./proof.ts";
import type { ProveInput } from "./prove.ts";
import { unverified } from "./verdict.ts";

/** Most of what is looked at: folders in each other, files and folders together, proofs. */
const DEEPEST = 8;
const MOST_ENTRIES = 20_000;
const MOST_PROOFS = 1000;
/** Most bytes of all proofs together. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Writes one file for each proposal.
 * @param folder absolute
 * @param write makes the folder, too
 */
export function writeProofs(
  folder: string,
  { changes }: Pick<ProveInput, "changes">,
  proofs: ReadonlyMap<string, Proof>,
  write: (path: string, chunks: Iterable<string>) => void,
): void {
  for (const { proposal } of changes) {
    const proof = proofs.get(proposal.key);
    const name = `${proposal.branch.replaceAll(/[^A-Za-z0-9._-]/g, "-")}${PROOF_SUFFIX}`;
    if (proof !== undefined) write(`${folder}/${name}`, [renderProofFile({ key: proposal.key, proof })]);
  }
}

/** What was read: the proofs by their digest, and sentences about what is no use. */
export type ReadProofs = { proofs: Map<string, Proof>; problems: string[] };

/**
 * Reads every proof below a folder. Two that say different things of the same are no use, neither of them.
 * @throws Failure `invalid-input` when there is no such folder
 */
export function readProofs(given: string, files: UntrustedFiles): ReadProofs {
  const problems: string[] = [];
  const found = new Map<string, { text: string; proof: Proof; name: string }>();
  const doubtful = new Set<string>();
  let left = MOST_BYTES;
  for (const { path, name } of findProofs(given, files, problems)) {
    try {
      const content = files.readText(path, Math.min(left, LONGEST_PROOF));
      left -= Buffer.byteLength(content);
      const { key, proof } = parseProofFile(content, name);
      const text = renderProofFile({ key, proof });
      const other = found.get(proof.digest);
      if (other !== undefined && other.text !== text) {
        doubtful.add(proof.digest);
        problems.push(`${other.name} and ${name} prove the same and say different things: neither is used`);
      }
      found.set(proof.digest, { text, proof, name });
    } catch (thrown) {
      problems.push(toFailure(thrown).what);
    }
  }
  for (const digest of doubtful) found.delete(digest);
  return { proofs: new Map([...found].map(([digest, { proof }]) => [digest, proof])), problems };
}

/** The proofs of proposals, out of those that were read. What they do not prove is `unverified`. */
export function takeProofs(
  { changes, base }: Pick<ProveInput, "changes" | "base">,
  proofs: ReadonlyMap<string, Proof>,
): Map<string, Proof> {
  return new Map(
    changes.map(({ proposal, files }) => {
      const digest = digestOf(proposal, base, files);
      const taken = proofs.get(digest)?.roots;
      const why =
        taken === undefined ? "the read-only job proved something else" : "the read-only job did not prove it";
      const roots = affectedRoots(proposal).flatMap((root) => {
        const told = (taken ?? []).filter((one) => one.root === root);
        return told.length > 0 ? told : [unverified(root, root, why)];
      });
      return [proposal.key, { digest, roots }];
    }),
  );
}

type Found = { path: string; name: string };

/** The files by name; what is beyond the limits is left out, and said. */
function findProofs(given: string, files: UntrustedFiles, problems: string[]): Found[] {
  const top = files.locate(given);
  if (top.kind === "file") return [{ path: top.path, name: given }];
  const found: Found[] = [];
  const open: (Found & { depth: number })[] = [{ path: top.path, name: "", depth: 0 }];
  let entries = 0;
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const { name: last, kind } of files.list(folder.path)) {
      entries += 1;
      const entry = { path: `${folder.path}/${last}`, name: `${folder.name}${last}` };
      if (kind === "file" && last.endsWith(PROOF_SUFFIX)) found.push(entry);
      if (kind === "folder" && folder.depth < DEEPEST) {
        open.push({ path: entry.path, name: `${entry.name}/`, depth: folder.depth + 1 });
      }
    }
    if (entries > MOST_ENTRIES || found.length > MOST_PROOFS) {
      problems.push(`${given} holds more than a run of terraform-bump writes: the rest of it was not read`);
      break;
    }
  }
  return found.slice(0, MOST_PROOFS).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
