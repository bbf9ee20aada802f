/**
 * Data directories that are ready to be copied. Making one takes a database about a second, copying it a few milliseconds, so
 * one is kept for each version in the checkout's .cache, and all test processes share it.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { folderOf, removeFolder } from "./account.ts";
import type { Account } from "./account.ts";

const cache = join(import.meta.dirname, "../../../../.cache/databases");

/** How a data directory is made. */
export type TemplateOptions = {
  engine: string;
  /** What it depends on: version and settings. */
  version: string;
  account: Account;
  /** The command that fills `<folder>/data`; `folder` is empty and belongs to the account. */
  command(folder: string): readonly [string, ...string[]];
};

/** Copies the template to `<folder>/data`, which belongs to the account then; makes the template when there is none. */
export function fillFolder(folder: string, options: TemplateOptions): void {
  const digest = createHash("sha256").update(options.version).digest("hex").slice(0, 12);
  // A template that root made cannot be read by others.
  const template = join(cache, `${options.engine}-${digest}-${process.getuid?.() ?? 0}`);
  if (!existsSync(template)) makeTemplate(template, options);
  const data = join(folder, "data");
  cpSync(template, data, { recursive: true });
  own(options.account, data);
}

function makeTemplate(template: string, options: TemplateOptions): void {
  const folder = folderOf(options.account, `${options.engine}-template`);
  try {
    const [program, ...args] = options.command(folder);
    const env = { PATH: process.env["PATH"], LC_ALL: "C", HOME: folder };
    execFileSync(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], ...options.account });
    mkdirSync(cache, { recursive: true });
    const made = mkdtempSync(join(cache, `${options.engine}-making-`));
    cpSync(join(folder, "data"), join(made, "data"), { recursive: true });
    // Another process may have been faster: then its template is as good as ours.
    if (!existsSync(template)) rename(join(made, "data"), template);
    removeFolder(made);
  } finally {
    removeFolder(folder);
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** A copy made by root belongs to root; the servers want their own, with no rights for others on the folder. */
function own(account: Account, path: string): void {
  chmodSync(path, 0o700);
  if (account.uid === undefined || account.gid === undefined) return;
  lchownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(path, entry), account.uid, account.gid);
  }
}
