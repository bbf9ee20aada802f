/** A directory that exists while a command runs, readable for this user only: what a tool has to find there can be secret. */
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { Failure } from "../failure.ts";

/** A file of it: a copy of one below `from`, or a text. */
export type ScratchContent = { copyOf: string } | { text: string };

/** Makes the directory below `parent`. Paths that lead out of it, or copies of what is outside of `from`, are a Failure. */
export function makeScratch(
  parent: string,
  from: string,
  files: Readonly<Record<string, ScratchContent>>,
): { path: string; remove(): void } {
  const path = mkdtempSync(join(parent, "handrail-"));
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  try {
    for (const [name, content] of Object.entries(files)) {
      const to = insideOf(path, name);
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      if ("text" in content) writeFileSync(to, content.text, { mode: 0o600, flag: "wx" });
      else copyFileSync(realInside(from, content.copyOf), to);
    }
  } catch (thrown) {
    remove();
    throw thrown;
  }
  return { path, remove };
}

function insideOf(root: string, path: string): string {
  const whole = resolve(root, path);
  if (whole.startsWith(`${root}${sep}`)) return whole;
  throw outside(path);
}

function realInside(root: string, path: string): string {
  const [border, real] = [realpathSync.native(root), realpathSync.native(resolve(root, path))];
  if (real.startsWith(`${border}${sep}`)) return real;
  throw outside(path);
}

function outside(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${path} leads out of the directory it belongs to`,
    remedy: "Look at the name of that file, and at links.",
  });
}
