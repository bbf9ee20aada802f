/**
 * A proof as a file, from the job that may only read to the one that may write. What is read was made by another job: it is
 * read as hostile, within limits and every field by its type. Pure.
 */
import { ShapeError, flag, integer, list, object, pattern, text } from "@handrail/report";
import type { Reader } from "@handrail/report";
import { Failure, pathProblem } from "@handrail/runner";
import type { Proof, ProofChange, RootProof } from "./proof.ts";
import { LONGEST_TEXT, MOST_CHANGES } from "./verdict.ts";

/** Names the format; another version is not read. */
const SCHEMA = "handrail/terraform-bump-proof/1";
/** How the names of proof files end. */
export const PROOF_SUFFIX = ".bump-proof.json";
/** Most bytes of a file. */
export const LONGEST_PROOF = 16 * 1024 * 1024;

const MOST_ROOTS = 20_000;
/** How many changes of each root module are written, when more of them would not fit. */
const FEWER = [MOST_CHANGES, 10, 1, 0];
const HOWS = ["plan", "validate", "none"] as const satisfies readonly RootProof["how"][];
const OUTCOMES = [
  "same",
  "changes",
  "fails",
  "fixed",
  "failed-before",
  "unverified",
] as const satisfies readonly RootProof["outcome"][];

/** What is in a file: `key` is for people, the digest decides what is proven. */
export type ProofFile = { key: string; proof: Proof };

/** The file's text. Changes that have no room are counted only. */
export function renderProofFile({ key, proof }: ProofFile): string {
  let text = "";
  for (const most of FEWER) {
    const roots = proof.roots.map((root) => ({
      ...root,
      changes: root.changes.slice(0, most),
      more: root.more + Math.max(0, root.changes.length - most),
    }));
    text = `${JSON.stringify({ schema: SCHEMA, digest: proof.digest, key, roots }, undefined, 1)}\n`;
    if (Buffer.byteLength(text) <= LONGEST_PROOF) break;
  }
  return text;
}

/**
 * Reads a file.
 * @throws Failure `invalid-input` that names the file and the field
 */
export function parseProofFile(content: string, name: string): ProofFile {
  try {
    if (content.length > LONGEST_PROOF) throw new ShapeError(`is longer than ${LONGEST_PROOF} characters`);
    const { digest, key, roots } = file(parseText(content));
    return { key, proof: { digest, roots } };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new Failure({
      reason: "invalid-input",
      what: `${name} is not a proof that this version reads: ${error.describe()}`,
      remedy:
        "Hand over what the output `proofs` names, as it is, and use the same version of terraform-bump in both jobs.",
      cause: error,
    });
  }
}

function parseText(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    // The parser's own words would quote the file.
    throw new ShapeError(error instanceof SyntaxError ? "is not JSON" : "cannot be parsed");
  }
}

/** One of our words, and nothing else. */
function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new ShapeError(`is none of ${words.join(", ")}`);
    return found;
  };
}

/** A file of the repository, to link to; anything else is left out. */
const sourceFile = (value: unknown): string | undefined => {
  const path = text(LONGEST_TEXT)(value);
  return pathProblem(path) === undefined ? path : undefined;
};

const change: Reader<ProofChange> = object({
  address: text(LONGEST_TEXT),
  what: text(LONGEST_TEXT),
  isDestructive: flag,
});

const root: Reader<RootProof> = object(
  {
    root: text(LONGEST_TEXT),
    label: text(LONGEST_TEXT),
    how: oneOf(HOWS),
    outcome: oneOf(OUTCOMES),
    before: text(LONGEST_TEXT),
    after: text(LONGEST_TEXT),
    changes: list(change, MOST_CHANGES),
    more: integer(),
    message: text(LONGEST_TEXT),
  },
  { file: sourceFile, line: integer(1) },
);

const file = object({
  schema: oneOf([SCHEMA]),
  digest: pattern(/^[0-9a-f]{64}$/, "the digest of a proof"),
  key: text(LONGEST_TEXT),
  roots: list(root, MOST_ROOTS),
});
