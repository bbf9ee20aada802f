/**
 * Finds the Node.js that the project is written for, and installs it below .tools/ where the machine's is older.
 * Types are stripped by Node itself and npm chooses packages by the Node it runs on, so both must be the same one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The oldest major version that runs the project, and the release that is installed where there is none. */
export const wanted = { major: 24, release: "24.21.0" };

/**
 * The npm package that carries a Node.js binary for this machine, without an install script.
 * @param {string} platform
 * @param {string} architecture
 * @returns {string | undefined}
 */
export function nodePackage(platform, architecture) {
  return platform === "linux" && ["x64", "arm64"].includes(architecture) ? `node-linux-${architecture}` : undefined;
}

/**
 * @param {string} directory
 * @returns {boolean}
 */
function isInstalled(directory) {
  const manifest = join(directory, "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === wanted.release;
}

/**
 * Does a plain `node` mean this executable already? Putting its directory first again could hide other programs.
 * @param {string} executable
 * @param {string} path
 * @returns {boolean}
 */
function isFirstOnPath(executable, path) {
  const first = path.split(delimiter).find((directory) => existsSync(join(directory, "node")));
  return first !== undefined && realpathSync(join(first, "node")) === realpathSync(executable);
}

/** @typedef {{ version: string, executable: string, platform: string, architecture: string }} Machine */

/** @type {Machine} */
const thisMachine = {
  version: process.versions.node,
  executable: process.execPath,
  platform: process.platform,
  architecture: process.arch,
};

/**
 * Returns the directory to put on PATH for a fitting `node`, after installing one if need be; undefined when PATH
 * has it already.
 * @param {string} root the project's folder
 * @param {Record<string, string | undefined>} environment
 * @param {Machine} [machine] what we run on; tests pass another
 * @returns {string | undefined}
 */
export function ensureNode(root, environment, machine = thisMachine) {
  const { version, executable } = machine;
  if (Number.parseInt(version, 10) >= wanted.major) {
    return isFirstOnPath(executable, environment["PATH"] ?? "") ? undefined : dirname(executable);
  }
  const name = nodePackage(machine.platform, machine.architecture);
  if (name === undefined) {
    throw new Error(
      `Node.js ${wanted.major} or newer is needed, this is ${version}.\n` +
        `It installs itself on Linux (x64, arm64) only: install Node.js ${wanted.major} and run the command again.`,
    );
  }
  const tools = join(root, ".tools");
  const directory = join(tools, "node_modules", name);
  if (isInstalled(directory)) return join(directory, "bin");
  process.stderr.write(`setting up: Node.js ${wanted.release}\n`);
  mkdirSync(tools, { recursive: true });
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", tools];
  const result = spawnSync("npm", ["install", ...flags, `${name}@${wanted.release}`], {
    cwd: tools,
    env: environment,
    stdio: ["ignore", 2, 2],
  });
  if (result.status !== 0 || !isInstalled(directory)) {
    throw new Error(
      `Node.js ${wanted.release} could not be installed from npm (see above).\n` +
        `Install Node.js ${wanted.major} yourself, put it on PATH and run the command again.`,
    );
  }
  return join(directory, "bin");
}
