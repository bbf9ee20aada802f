/**
 * The repository as its commit says: files are read from git's objects, not from the working tree, which earlier steps,
 * line end conversion and links may have changed. It chooses by path and parses nothing.
 */
import { Failure } from "@handrail/runner";
import type { SourceFile, Unreadable } from "./find/mention.ts";

/** How git ended; `stdout` is what it wrote, byte by byte. */
export type GitResult = { exitCode: number | undefined; stdout: Uint8Array; stderr: string };

/** Runs git in the checkout: arguments, and what it reads on its stdin. No shell. */
export type Git = (args: readonly string[], input?: string) => Promise<GitResult>;

/** A file of the commit. `blob` is the id of its content. */
export type TrackedFile = { path: string; mode: "100644" | "100755"; blob: string };

/**
 * The commit that is checked out, and its regular files, by path. Links and submodules are not files; the content of a link
 * is the path that it means. `misnamed`: paths that are not UTF-8, as far as they can be read. GitHub's API would make
 * another file of them.
 */
export type Checkout = {
  commit: string;
  files: TrackedFile[];
  links: Pick<TrackedFile, "path" | "blob">[];
  misnamed: string[];
};

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const LINK = "120000";
const ENTRY = /^(100644|100755|120000) blob ([0-9a-f]{40,64})\t([\s\S]+)$/;
/** A configuration file is small; what is larger is something else. */
const LONGEST_FILE = 4 * 1024 * 1024;

/**
 * Lists the commit's files.
 * @throws Failure `not-a-checkout` when the workspace is no git repository with a commit
 */
export async function listCheckout(git: Git): Promise<Checkout> {
  const head = await git(["rev-parse", "--verify", "HEAD^{commit}"]);
  const commit = decode(head.stdout).trim();
  if (head.exitCode !== 0 || !COMMIT.test(commit)) throw noCheckout(head.stderr);
  const tree = await git(["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (tree.exitCode !== 0) throw noCheckout(tree.stderr);
  const files: TrackedFile[] = [];
  const links: Checkout["links"] = [];
  const misnamed: string[] = [];
  const list = tree.stdout;
  const isSound = tryDecode(strict(), list) !== undefined;
  let at = 0;
  for (const entry of decode(list).split("\0")) {
    const end = list.indexOf(0, at);
    const bytes = list.subarray(at, end === -1 ? undefined : end);
    at += bytes.length + 1;
    const [, mode, blob, path] = ENTRY.exec(entry) ?? [];
    if (mode === undefined || blob === undefined || path === undefined) continue;
    if (!isSound && tryDecode(strict(), bytes) === undefined) misnamed.push(path);
    else if (mode === LINK) links.push({ path, blob });
    else files.push({ path, mode: mode === "100755" ? mode : "100644", blob });
  }
  return { commit, files, links, misnamed };
}

function noCheckout(said: string): Failure {
  return new Failure({
    reason: "not-a-checkout",
    what: `The workspace is no checkout of the repository${said.trim() === "" ? "" : `: ${said.trim().split("\n", 1)[0] ?? ""}`}`,
    remedy: "Run actions/checkout in a step before this one.",
  });
}

/**
 * The contents of files, as texts; what is too large, missing or not UTF-8 is `unreadable`. One git process for all.
 * @throws Failure `not-a-checkout` when git cannot read the commit's objects
 */
export async function readFiles(
  git: Git,
  files: readonly Pick<TrackedFile, "path" | "blob">[],
): Promise<{ files: SourceFile[]; unreadable: Unreadable[] }> {
  const read: { files: SourceFile[]; unreadable: Unreadable[] } = { files: [], unreadable: [] };
  if (files.length === 0) return read;
  const { exitCode, stdout, stderr } = await git(
    ["cat-file", "--batch", "--buffer"],
    files.map(({ blob }) => `${blob}\n`).join(""),
  );
  if (exitCode !== 0) throw noCheckout(stderr);
  const decoder = strict();
  let at = 0;
  for (const { path } of files) {
    const lineEnd = stdout.indexOf(10, at);
    const size = Number(/ blob ([0-9]+)$/.exec(decode(stdout.subarray(at, Math.max(at, lineEnd))))?.[1] ?? Number.NaN);
    if (lineEnd === -1) throw noCheckout(`git told nothing about ${path}`);
    at = lineEnd + 1;
    if (Number.isNaN(size)) {
      read.unreadable.push({ file: path, why: "git does not have its content: fetch it with the checkout" });
      continue;
    }
    const text = size > LONGEST_FILE ? undefined : tryDecode(decoder, stdout.subarray(at, at + size));
    at += size + 1;
    if (text !== undefined) read.files.push({ path, text });
    else read.unreadable.push({ file: path, why: size > LONGEST_FILE ? "it is larger than 4 MiB" : "it is not UTF-8" });
  }
  return read;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function strict(): InstanceType<typeof TextDecoder> {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

function tryDecode(decoder: { decode(bytes: Uint8Array): string }, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
