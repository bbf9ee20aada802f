/**
 * What GitHub makes of plain text: mentions, references, emoji and the like. Only texts outside of code and links come here.
 */

/** A thing that GitHub puts in the place of plain text. */
export type TextExtra = { kind: "emoji" | "math" | "footnote" | "alert" | "task" | "commit"; text: string };

export function findMentions(text: string): string[] {
  const pattern = /(?<![A-Za-z0-9_])@([A-Za-z0-9][A-Za-z0-9-]*(?:\/[A-Za-z0-9_.-]+)?)/gu;
  return [...text.matchAll(pattern)].map((found) => found[1] ?? "");
}

export function findReferences(text: string): { text: string; closes: boolean }[] {
  const pattern =
    /(?<![A-Za-z0-9_&])(?:(?:[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_.-]+)?#\d+|GH-\d+)(?![A-Za-z0-9_])|https?:\/\/github\.com\/[^/\s]+\/[^/\s]+\/(?:issues|pull)\/\d+/giu;
  return [...text.matchAll(pattern)].map((found) => ({
    text: found[0],
    closes: /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s*$/iu.test(
      text.slice(Math.max(0, found.index - 12), found.index),
    ),
  }));
}

const EXTRAS = [
  ["emoji", /:[a-z0-9_+-]+:/giu],
  ["math", /\$\$[^$]+\$\$|(?<![A-Za-z0-9])\$[^\s$](?:[^$\n]*[^\s$])?\$(?![A-Za-z0-9])/gu],
  ["footnote", /\[\^[^\]\s]+\]/gu],
  ["commit", /(?<![A-Za-z0-9])(?=[0-9a-f]*\d)(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![A-Za-z0-9])/gu],
] as const;

export function findExtras(text: string): TextExtra[] {
  return EXTRAS.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((found) => ({ kind, text: found[0] })));
}
