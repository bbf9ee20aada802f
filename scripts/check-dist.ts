/**
 * `npm run check -- dist`: are the bundles what the sources build? Rebuilds them from a copy of the checkout in
 * another folder, in another locale and time zone, and compares every byte with actions/<action>/dist.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { listActions } from "./bundle.ts";
import { copyCheckout, listFiles } from "./checkout-copy.ts";
import { runTool } from "./tool.ts";

function listTree(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .toSorted();
}

function firstDifference(left: Buffer, right: Buffer): string {
  const end = Math.min(left.length, right.length);
  let line = 1;
  for (let index = 0; index < end && left[index] === right[index]; index++) if (left[index] === 10) line++;
  return `first in line ${line}`;
}

/** Compares two folders byte by byte; `shown` is what the first one is called in the problems. */
export function compareFolders(committed: string, rebuilt: string, shown: string): string[] {
  const [ours, theirs] = [listTree(committed), listTree(rebuilt)];
  const missing = theirs.filter((file) => !ours.includes(file)).map((file) => `${shown}/${file} is missing`);
  const extra = ours.filter((file) => !theirs.includes(file)).map((file) => `${shown}/${file} is not built any more`);
  const different = ours
    .filter((file) => theirs.includes(file))
    .flatMap((file) => {
      const [left, right] = [readFileSync(join(committed, file)), readFileSync(join(rebuilt, file))];
      return left.equals(right) ? [] : [`${shown}/${file} differs from a rebuild (${firstDifference(left, right)})`];
    });
  return [...missing, ...extra, ...different];
}

/** The files in dist/ that git ignores: they would be missing where the action runs. */
function findIgnored(root: string, action: string): string[] {
  const folder = `actions/${action}/dist`;
  const known = new Set(listFiles(root));
  return listTree(join(root, folder)).flatMap((file) =>
    known.has(`${folder}/${file}`) ? [] : [`${folder}/${file} is ignored by git (.gitignore)`],
  );
}

/** Lists what differs between the bundles in the work tree and a rebuild elsewhere. */
export async function checkDist(root: string): Promise<string[]> {
  const copy = copyCheckout(root, (file) => !/^actions\/[^/]+\/dist\//.test(file));
  try {
    const environment = { TZ: "Pacific/Kiritimati", LC_ALL: "C" };
    const build = ["--conditions=source", "scripts/build.ts"];
    const { exitCode, output } = await runTool(process.execPath, build, { cwd: copy.root, environment });
    if (exitCode !== 0) return [`the build failed:\n${output}`];
    const problems = listActions(root).flatMap((action) => {
      const folder = `actions/${action}/dist`;
      const differences = compareFolders(join(root, folder), join(copy.root, folder), folder);
      return differences.concat(findIgnored(root, action));
    });
    return problems.length === 0 ? [] : [...problems, "run `npm run build` and commit actions/*/dist"];
  } finally {
    copy.remove();
  }
}
