/**
 * `npm run check -- words`: nothing in the repository may depend on, or tell about, the machine it was written on:
 * no absolute paths of somebody's folders, no hosts of package registries (the user's own npm settings choose).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./checkout-copy.ts";

// A bare temporary folder in a sentence is fine, and so is the home of GitHub's own runners.
const folders = ["tmp", "root", "home", "work", "Users", "var/folders", "private/var"].join("|");

const patterns: { pattern: RegExp; message: string }[] = [
  {
    pattern: new RegExp(`(?<![\\w.$~{}<>*/-])/(?!home/runner/)(${folders})/[\\w.-]+`, "g"),
    message: "a path of one machine",
  },
  { pattern: /(?<!\w)[A-Z]:\\Users\\\w+/g, message: "a path of one machine" },
  {
    pattern: /(?<![\w.-])(registry\.(npmjs|yarnpkg)\.\w+|(deb|security)\.debian\.\w+|(files\.)?pypi\.\w+)/g,
    message: "a package host",
  },
];

/** Finds the forbidden words in one text. */
export function findWords(text: string): { line: number; word: string; message: string }[] {
  return patterns.flatMap(({ pattern, message }) =>
    [...text.matchAll(pattern)].map((match) => {
      return { line: text.slice(0, match.index).split("\n").length, word: match[0], message };
    }),
  );
}

/** Lists the forbidden words in the files of the checkout; bundles hold what their packages say, and are left out. */
export function checkWords(root: string): string[] {
  const files = listFiles(root).filter((file) => !/^actions\/[^/]+\/dist\//.test(file));
  return files.flatMap((file) => {
    const bytes = readFileSync(join(root, file));
    if (bytes.subarray(0, 8000).includes(0)) return [];
    return findWords(bytes.toString("utf8")).map(({ line, word, message }) => `${file}:${line}: ${word}: ${message}`);
  });
}
