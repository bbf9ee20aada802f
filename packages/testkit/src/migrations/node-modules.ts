/** What npm would install into a project, made of what this repository has installed: links to packages, and their programs. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const installed = fileURLToPath(new URL("../../../../node_modules", import.meta.url));

/** Where a package of this repository is, absolute. */
export function installedPackage(name: string): string {
  return join(installed, name);
}

/**
 * Makes node_modules of a project (absolute directory).
 * @param programs from a program's name to its file, `knex/bin/cli.js`; written as pnpm writes them: a script, no link
 */
export function linkPackages(
  directory: string,
  packages: readonly string[],
  programs: Readonly<Record<string, string>> = {},
): void {
  for (const name of packages) {
    const link = join(directory, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(installedPackage(name), link);
  }
  for (const [name, file] of Object.entries(programs)) {
    const program = join(directory, "node_modules/.bin", name);
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "$(dirname "$0")/../${file}" "$@"\n`);
    chmodSync(program, 0o755);
  }
}
