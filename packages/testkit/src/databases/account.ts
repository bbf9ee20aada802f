/** Who a database server runs as: it refuses to be root, so root's tests start it as a system user that owns nothing. */
import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Ids for a child process; empty: whoever runs the tests. */
export type Account = { uid: number; gid: number } | Record<string, never>;

/** The first of these users that the machine has, when we are root. @throws Error when it has none of them */
export function unprivilegedAccount(names: readonly string[]): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of names) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined && uid !== "0") return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(`A database server cannot run as root, and this machine has no user ${names.join(" or ")}.`);
}

/** Makes an empty folder that the account owns and can reach, outside of the checkout. Its path has no links. */
export function folderOf(account: Account, name: string): string {
  const root = [tmpdir(), "/tmp", "/var/tmp"].find((place) => account.uid === undefined || isOpen(place));
  const folder = realpathSync(mkdtempSync(join(root ?? tmpdir(), `handrail-${name}-`)));
  giveTo(account, folder);
  return folder;
}

/** Gives a file or a folder (not what is in it) to the account. */
export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

/** Removes a folder with all that is in it; one that is not there is fine. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Whether everybody can go through a folder and those above it. */
function isOpen(folder: string): boolean {
  const isOpenItself = ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & 0o001) !== 0;
  return isOpenItself && (folder === dirname(folder) || isOpen(dirname(folder)));
}
