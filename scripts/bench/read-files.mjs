/**
 * The least that any implementation does before it can know a repository's versions: a Node, git's list of the commit's
 * files and the contents of those that configuration is in, decoded.
 */
import { spawnSync } from "node:child_process";

const [, , checkout] = process.argv;

/** @param {string[]} args @param {string} [input] */
function git(args, input) {
  const options = { cwd: checkout, maxBuffer: 2 ** 30, ...(input === undefined ? {} : { input }) };
  const { status, stdout } = spawnSync("git", args, options);
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}`);
  return stdout;
}

const entries = git(["ls-tree", "-r", "-z", "HEAD"]).toString("utf8").split("\0");
const blobs = entries
  .filter((entry) => /\.tf$|\/\.terraform\.lock\.hcl$/.test(entry))
  .map((entry) => entry.split(/[ \t]/)[2]);
const text = git(["cat-file", "--batch", "--buffer"], blobs.join("\n")).toString("utf8");
console.log(JSON.stringify({ files: blobs.length, characters: text.length }));
