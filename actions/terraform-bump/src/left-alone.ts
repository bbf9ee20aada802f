/**
 * Which open pull requests of ours stay as they are although nothing wants them: this run could not find out whether
 * somebody does. Pure.
 */
import type { Catalogues } from "./decide/decide.ts";
import { nameOf } from "./pulls/content.ts";

/** Keys of groups, and those that are told by a digest. */
const GROUP = /^(?:all(?: major)?$|group |sha256:)/;

/** What this run does not know, or has put off. */
export type Unknown = {
  catalogues: Catalogues;
  /** Keys of proposals that fell away because their files could not be made. */
  dropped: readonly string[];
  /** Keys of proposals that wait for a former step. */
  waiting: readonly string[];
  /** How many files could not be read: any of them may name a version. */
  unreadable: number;
};

/** Whether a proposal with this key, as nameOf has it, may lack what could not be looked up: a group. */
export function isPartlyKnown(catalogues: Catalogues): (key: string) => boolean {
  const isMissing = [...catalogues.values()].some((found) => "problem" in found);
  return (key) => isMissing && GROUP.test(key);
}

/** Tells it of a proposal's key, as nameOf has it. */
export function leftAlone({ catalogues, dropped, waiting, unreadable }: Unknown): (key: string) => boolean {
  const missing = [...catalogues].filter(([, found]) => "problem" in found).map(([dependency]) => dependency);
  const named = new Set([...dropped, ...waiting].map(nameOf));
  return (key) => {
    if (unreadable > 0 || named.has(key)) return true;
    // A group, or a key that is told by its digest, may hold what could not be looked up.
    if (missing.length > 0 && GROUP.test(key)) return true;
    return missing.some((dependency) => key.startsWith(`${dependency} `));
  };
}
