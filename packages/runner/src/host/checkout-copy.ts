/**
 * A copy of a checkout, for programs that leave things where they run: the tracked files as the commit has them, and
 * nothing else. The checkout itself is only read. No link in the copy leads out of it.
 */
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { Failure } from "../failure.ts";
import { pathProblem } from "../paths.ts";
import { type GitOptions, readBlobs, runGit } from "./checkout-copy-git.ts";

/** A file's content, or where a link leads. */
export type FileContent = { bytes: Uint8Array; isExecutable: boolean } | { link: string };

/** A copy. Paths are relative to it, with forward slashes, and never go through a link. */
export interface CheckoutCopy {
  /** Absolute, all links resolved. */
  readonly path: string;
  /** A file, or a link as it is; undefined when there is none. */
  read(file: string): FileContent | undefined;
  /**
   * Puts a file in the place of a file; undefined takes it away. A link can be put back as it was read. Throws a Failure
   * when the place is no file's.
   */
  write(file: string, content: FileContent | undefined): void;
  /** Removes a folder with all that is in it. */
  removeFolder(folder: string): void;
}

/** What is copied, with what, and into which empty folder (absolute). */
export type CopyOptions = GitOptions & { checkout: string; destination: string };

/** One entry of a commit: `mode` as git writes it. */
type Entry = { mode: string; id: string; path: string };

const LINK = "120000";
const SUBMODULE = "160000";
const LONGEST_LIST = 256 * 1024 * 1024;
/** How many files are copied before anybody else has a turn. */
const TURN = 200;

/**
 * Copies the tracked files of a checkout as its commit has them: those that were changed since come from git. Files that
 * a sparse checkout leaves out stay out, submodules that are there are copied too. Throws a Failure `not-a-checkout`
 * where git knows no commit.
 */
export async function copyCheckout(options: CopyOptions): Promise<CheckoutCopy> {
  mkdirSync(options.destination, { recursive: true, mode: 0o700 });
  const links = await copyTree(options, options.checkout, options.destination, "HEAD");
  const path = realpathSync.native(options.destination);
  for (const link of links) if (!isInside(join(path, link), path)) rmSync(join(path, link), { force: true });
  return {
    path,
    read: (file) => readFile(placeOf(path, file)),
    write: (file, content) => writeFile(placeOf(path, file), content),
    removeFolder: (folder) => rmSync(placeOf(path, folder), { recursive: true, force: true }),
  };
}

/** Copies one repository, and returns the links in it, relative to the destination. */
async function copyTree(options: CopyOptions, from: string, to: string, commit: string): Promise<string[]> {
  const changed = new Set(
    await listNames(options, from, [
      "diff-index",
      "-z",
      "--name-only",
      "--relative",
      "--ignore-submodules=all",
      commit,
    ]),
  );
  const entries = (await listNames(options, from, ["ls-tree", "-r", "-z", commit])).flatMap(parseEntry);
  const restored = await readChanged(
    options,
    from,
    entries.filter(({ mode, path }) => mode !== SUBMODULE && changed.has(path)),
    to,
  );
  const links: string[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % TURN === 0) await nextTurn(options.signal);
    const target = join(to, entry.path);
    mkdirSync(dirname(target), { recursive: true });
    if (entry.mode === SUBMODULE) {
      const inner = await copySubmodule(options, join(from, entry.path), target, entry.id);
      links.push(...inner.map((link) => join(entry.path, link)));
    } else if (changed.has(entry.path)) restoreEntry(restored.get(entry.path), entry, target);
    else copyEntry(join(from, entry.path), target, entry);
    if (entry.mode === LINK) links.push(entry.path);
  }
  return links;
}

async function copySubmodule(options: CopyOptions, from: string, to: string, commit: string): Promise<string[]> {
  if (!existsSync(join(from, ".git"))) return [];
  // One that is there but not at the commit is like one that is not there: terraform will say what it misses.
  return copyTree(options, from, to, commit).catch((error: unknown) => {
    if (error instanceof Failure && error.reason === "not-a-checkout") return [];
    throw error;
  });
}

async function nextTurn(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  signal.throwIfAborted();
}

async function listNames(options: CopyOptions, cwd: string, args: readonly string[]): Promise<string[]> {
  const { exitCode, stdout, truncated, stderr } = await runGit(options, cwd, args, { maxCapture: LONGEST_LIST });
  if (exitCode === 0 && truncated !== true) return stdout.split("\0").filter((name) => name !== "");
  throw new Failure({
    reason: "not-a-checkout",
    what: `git cannot tell which files belong to the commit in ${cwd}`,
    remedy: "Check the repository out with actions/checkout in a step before this one.",
    cause: new Error(stderr),
  });
}

/** `<mode> <type> <id>\t<path>` (https://git-scm.com/docs/git-ls-tree). */
function parseEntry(line: string): Entry[] {
  const [, mode, id, path] = /^(\d{6}) [a-z]+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
  if (mode === undefined || id === undefined || path === undefined || path.split("/").includes("..")) return [];
  return [{ mode, id, path }];
}

/** A file as it lies in the checkout, with what its filters made of it; one that is left out there is left out here. */
function copyEntry(from: string, to: string, { mode }: Entry): void {
  const found = lstatSync(from, { throwIfNoEntry: false });
  if (mode === LINK && found?.isSymbolicLink() === true) symlinkSync(readlinkSync(from), to);
  if (mode === LINK || found?.isFile() !== true) return;
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  chmodSync(to, mode === "100755" ? 0o755 : 0o644);
}

/** What the commit has of files that were changed in the checkout, by path. */
async function readChanged(
  options: CopyOptions,
  from: string,
  entries: readonly Entry[],
  to: string,
): Promise<Map<string, Uint8Array>> {
  if (entries.length === 0) return new Map();
  const prefix = (await runGit(options, from, ["rev-parse", "--show-prefix"], {})).stdout.replace(/\n$/, "");
  // The attributes of a file are known by its path in the repository; no filter sees a link.
  const blobs = entries.map(({ id, mode, path }) => ({ id, path: mode === LINK ? "" : prefix + path, name: path }));
  mkdirSync(to, { recursive: true });
  const contents = await readBlobs(options, from, blobs, join(to, randomUUID()));
  return new Map(Array.from(contents, ([{ name }, content]) => [name, content]));
}

/** A file that was changed in the checkout, as the commit has it; one that git cannot tell is left out. */
function restoreEntry(content: Uint8Array | undefined, { mode }: Entry, to: string): void {
  if (content === undefined) return;
  if (mode === LINK) symlinkSync(Buffer.from(content), to);
  else writeFileSync(to, content, { flag: "wx", mode: mode === "100755" ? 0o755 : 0o644 });
}

/**
 * Whether a link leads to something in the copy. One that leads nowhere could lead elsewhere tomorrow. The system is asked:
 * Node's own realpath takes the `..` behind a link from the link's name, not from where it leads.
 */
function isInside(link: string, root: string): boolean {
  try {
    const real = realpathSync.native(link);
    return real === root || real.startsWith(root + sep);
  } catch {
    return false;
  }
}

/** The absolute place of a file or folder below the root; no folder on the way is a link. */
function placeOf(root: string, path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  let place = root;
  let isFine = pathProblem(path) === undefined && !parts.includes("..") && parts.length > 0;
  for (const part of parts.slice(0, -1)) {
    place = join(place, part);
    isFine &&= lstatSync(place, { throwIfNoEntry: false })?.isDirectory() ?? true;
  }
  if (isFine) return join(root, ...parts);
  throw unusable(path);
}

function readFile(place: string): FileContent | undefined {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true) return { link: readlinkSync(place) };
  if (found?.isFile() !== true) return undefined;
  return { bytes: readFileSync(place), isExecutable: (found.mode & 0o100) !== 0 };
}

function writeFile(place: string, content: FileContent | undefined): void {
  const found = lstatSync(place, { throwIfNoEntry: false });
  const link = content !== undefined && "link" in content ? content.link : undefined;
  if (found?.isSymbolicLink() === true && link === readlinkSync(place)) return;
  if (found !== undefined && !found.isFile()) throw unusable(place);
  rmSync(place, { force: true });
  if (content === undefined) return;
  mkdirSync(dirname(place), { recursive: true });
  if ("link" in content) symlinkSync(content.link, place);
  else writeFileSync(place, content.bytes, { flag: "wx", mode: content.isExecutable ? 0o755 : 0o644 });
}

function unusable(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${JSON.stringify(path)} is not the place of a file in the copy of the checkout`,
    remedy: "A link stands where a file was expected: look at the repository.",
  });
}
