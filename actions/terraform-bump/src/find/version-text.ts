/**
 * Whether a text can be edited as a version, and how it is to be read. It chooses no version.
 */
import { ConstraintError, parseConstraint, parseRelease } from "@handrail/terraform";
import type { Syntax } from "./mention.ts";

/**
 * How a place reads its text: as a constraint in one of terraform's dialects, as one exact version, or (`request`: version
 * files of tfenv, tenv and tfswitch, terraform-setup, tfe_workspace) as either, told apart by the operator.
 */
export type Reading = "core" | "module" | "provider" | "exact" | "request";

/** `skip`: how many characters at the beginning are not part of it, the `v` of an exact version. */
export type Judgement = { syntax: Syntax; skip: number } | { why: string };

const TEMPLATE = /\$\{|%\{|\{\{|\$[A-Za-z_(]/;
const PARTIAL = /^(?:prefix:)?v?[0-9]+(?:\.[0-9]+)?$/;
const OPERATOR = /^\s*[=!<>~]/;
/** Names for "whatever is newest", in the tools' files, in setup actions and as tags of images. */
const MOVING: ReadonlyMap<string, string> = new Map([
  ["latest", "it always means the newest release, so that there is nothing to bring up to date"],
  ["light", "it always means the newest release, so that there is nothing to bring up to date"],
  ["full", "it always means the newest release, so that there is nothing to bring up to date"],
  ["min-required", "it follows required_version by itself"],
  ["latest-allowed", "it follows required_version by itself"],
]);

/** Longer texts are neither a ref nor worth keeping. */
const LONGEST_REF = 256;
/** A repository says the same few versions a thousand times. */
const KNOWN_LIMIT = 1000;
const known = new Map<string, Judgement>();

/** Judges what stands between the quotes. */
export function judgeVersion(text: string, reading: Reading): Judgement {
  const key = `${reading} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const judged = judge(text, reading);
  if (known.size < KNOWN_LIMIT && text.length < LONGEST_REF) known.set(key, judged);
  return judged;
}

function judge(text: string, reading: Reading): Judgement {
  if (TEMPLATE.test(text)) return { why: "it is made of a variable: write the version itself to have it kept current" };
  if (reading === "exact") return judgeExact(text) ?? { why: whyNotExact(text) };
  if (reading !== "request") return judgeConstraint(text, reading);
  const exact = judgeExact(text);
  if (exact !== undefined) return exact;
  return OPERATOR.test(text) ? judgeConstraint(text, "core") : { why: whyNotExact(text) };
}

function judgeExact(text: string): Judgement | undefined {
  if (parseRelease(text) === undefined) return undefined;
  return { syntax: { as: "version" }, skip: text.startsWith("v") ? 1 : 0 };
}

function judgeConstraint(text: string, dialect: "core" | "module" | "provider"): Judgement {
  try {
    parseConstraint(text, dialect);
    return { syntax: { as: "constraint", dialect }, skip: 0 };
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    return { why: error.message };
  }
}

function whyNotExact(text: string): string {
  const moving = MOVING.get(text);
  if (moving !== undefined) return moving;
  if (text.startsWith("latest:")) return "it is a pattern, and means the newest release that fits";
  if (PARTIAL.test(text)) {
    return "it is only the beginning of a version, which each tool reads in its own way: write all three numbers";
  }
  if (/[=<>~^*|,xX]/.test(text)) return "it is a range, and means the newest release that fits";
  return "it is not one exact version";
}

const TAG = /(?<=^|[^0-9.])[0-9]+\.[0-9]+(?:\.[0-9]+)*(?:-[0-9A-Za-z.-]*)?$/;

/**
 * The syntax of a git ref that is a tag with a version in it: `v1.2.0`, `vpc/v1.2.0`, `release-1.2`. The version has at
 * least two numbers: a lone `v1` is often a tag that moves.
 */
export function judgeRef(text: string): { syntax: Syntax } | { why: string } {
  if (TEMPLATE.test(text)) return { why: "it is made of a variable: write the version itself to have it kept current" };
  if (/^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(text)) return { why: "it is a commit, which is not a version" };
  if (/^v?[0-9]+$/.test(text)) return { why: "it may be a tag that moves: write a tag with all its numbers" };
  if (text.length > LONGEST_REF) return { why: "it is longer than a tag can be" };
  if (/[%+\s]/.test(text)) return { why: "it is written with escapes of URLs" };
  const at = TAG.exec(text)?.index;
  if (at === undefined) return { why: "it is a branch, or a tag without a version in it" };
  return { syntax: { as: "tag", prefix: text.slice(0, at) } };
}
