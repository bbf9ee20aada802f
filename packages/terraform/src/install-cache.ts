/**
 * The runner's tool cache: where a release is kept, whether what is kept there is still what was signed, how it gets in
 * and out. The layout is the one of @actions/tool-cache, so that its `find` sees our entries and we see its. Nothing is
 * fetched here.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Trust } from "./install-keys.ts";
import { SignatureError, verifySignature } from "./install-openpgp.ts";
import { findProgram, isProgram, ZipError } from "./install-zip.ts";
import { findChecksum, type ReleaseFiles } from "./releases.ts";

/** Is there an entry that was written to its end? */
async function hasEntry(directory: string): Promise<boolean> {
  return access(`${directory}.complete`).then(
    () => true,
    () => false,
  );
}

/**
 * Why an entry cannot be used, undefined when it can: it holds its four files and nothing else (the directory comes on
 * PATH), the signature over the checksums is good, the zip has its checksum, and the program is the one in the zip.
 */
export async function entryProblem(directory: string, files: ReleaseFiles, trust: Trust): Promise<string | undefined> {
  const expected = [files.zip, files.sums, files.signature, files.program].sort(byName);
  const found = await readdir(directory).catch(() => []);
  if (found.toSorted(byName).join("/") !== expected.join("/"))
    return "it does not hold exactly the files that were put there";
  const zip = path.join(directory, files.zip);
  const settled = await Promise.allSettled([
    programProblem(zip, files.program, path.join(directory, files.program)),
    sumsProblem(directory, files, trust),
  ]);
  for (const result of settled) {
    if (result.status === "rejected") {
      const error: unknown = result.reason;
      if (!(error instanceof SignatureError) && !(error instanceof ZipError)) throw error;
      return error.message;
    }
    if (result.value !== undefined) return result.value;
  }
  return undefined;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}

async function programProblem(zip: string, program: string, file: string): Promise<string | undefined> {
  const member = await findProgram(zip, program);
  return (await isProgram(zip, member, file)) ? undefined : "the program is not the one in the release's zip";
}

async function sumsProblem(directory: string, files: ReleaseFiles, trust: Trust): Promise<string | undefined> {
  const data = await readFile(path.join(directory, files.sums));
  const signature = await readFile(path.join(directory, files.signature));
  const hash = createHash("sha256");
  await pipeline(createReadStream(path.join(directory, files.zip), { highWaterMark: 1 << 20 }), hash);
  if (hash.digest("hex") !== findChecksum(data.toString("latin1"), files.zip))
    return "the zip does not have its checksum";
  await verifySignature({ data, signature, ...trust });
  return undefined;
}

/** Takes an entry out; its marker goes first, so that nobody finds half of it. */
export async function evictEntry(directory: string): Promise<void> {
  await rm(`${directory}.complete`, { force: true });
  const doomed = `${directory}.evicted-${randomUUID()}`;
  await rename(directory, doomed).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  await rm(doomed, { recursive: true, force: true });
}

/**
 * Moves a finished directory into its place in one step. When another job was faster its entry is kept; the caller
 * judges it like any other. Rejects with the system's error when the cache cannot be written.
 */
export async function placeEntry(staged: string, directory: string): Promise<void> {
  await mkdir(path.dirname(directory), { recursive: true });
  await chmod(staged, 0o755);
  if (!(await hasEntry(directory))) await evictEntry(directory);
  await move(staged, directory).catch((error: unknown) => {
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
  });
  await writeFile(`${directory}.complete`, "");
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    // Another file system: copy beside the place, then rename there.
    const beside = `${to}.part-${randomUUID()}`;
    try {
      await cp(from, beside, { recursive: true });
      await rename(beside, to);
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
