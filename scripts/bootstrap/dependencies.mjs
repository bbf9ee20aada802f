/**
 * Installs what package-lock.json names, when node_modules holds something else.
 * It compares with the list that npm itself keeps in node_modules, so an install by hand is recognised too.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, link?: boolean }} Entry */

/**
 * @param {string} file
 * @returns {Record<string, Entry> | undefined}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

/**
 * Is every package of the lock file installed in the locked version? Optional ones may be for another platform.
 * @param {string} root
 * @returns {boolean}
 */
export function isUpToDate(root) {
  const locked = readPackages(join(root, "package-lock.json")) ?? {};
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (installed === undefined) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    if (entry.link) return existsSync(join(root, path));
    const found = installed[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * Runs `npm ci` when it is needed. No package needs its install script: the native ones ship their binaries as
 * optional packages, and a script that cannot run cannot do harm.
 * @param {string} root
 * @param {Record<string, string | undefined>} environment with the fitting Node.js first on PATH
 */
export function ensureDependencies(root, environment) {
  if (isUpToDate(root)) return;
  process.stderr.write("setting up: npm ci\n");
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync("npm", ["ci", ...flags], { cwd: root, env: environment, stdio: ["ignore", 2, 2] });
  if (result.status !== 0) {
    throw new Error(
      "`npm ci` failed (see above).\nA lock file that lacks packages of another platform fails here too.",
    );
  }
}
