/**
 * Finds a terraform for the tests, the demo and the bench: the one on PATH, the one in .tools/, or else one that our
 * own terraform-setup bundle installs, started as GitHub's runner starts it.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";

/** The oldest terraform the tests were written against, and the release that is installed where there is none. */
export const wanted = { atLeast: "1.11.0", release: "1.11.4" };

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * @param {string} file
 * @returns {boolean}
 */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Is this dotted version at least the other one? Numbers only: a pre-release counts as its release.
 * @param {string} version
 * @param {string} least
 * @returns {boolean}
 */
export function isAtLeast(version, least) {
  const [left, right] = [version, least].map((text) => text.split(/[.-]/).map((part) => Number.parseInt(part, 10)));
  for (let index = 0; index < 3; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * The directory on PATH of a terraform that is new enough.
 * @param {Environment} environment
 * @returns {string | undefined}
 */
export function terraformOnPath(environment) {
  const directories = (environment["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  const directory = directories.find((candidate) => isExecutable(join(candidate, "terraform")));
  if (directory === undefined) return undefined;
  try {
    const text = execFileSync(join(directory, "terraform"), ["version", "-json"], {
      encoding: "utf8",
      env: { ...environment, CHECKPOINT_DISABLE: "1" }, // it would ask for newer releases over the network
      stdio: ["ignore", "pipe", "ignore"],
    });
    return isAtLeast(JSON.parse(text).terraform_version, wanted.atLeast) ? directory : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The environment that the runner gives a JavaScript action: inputs by name, and empty files for what it sets.
 * @param {string} root
 * @param {string} temporary
 * @param {Environment} environment
 * @returns {Promise<Environment>}
 */
async function runnerEnvironment(root, temporary, environment) {
  const { parse } = await import("yaml");
  const action = parse(readFileSync(join(root, "actions/terraform-setup/action.yml"), "utf8"));
  /** @type {Environment} */
  const result = { ...environment };
  const inputs = /** @type {Record<string, { default?: unknown }>} */ (action.inputs);
  for (const [name, { default: value }] of Object.entries(inputs)) {
    result[`INPUT_${name.toUpperCase()}`] = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  }
  result["INPUT_TERRAFORM-VERSION"] = wanted.release;
  result["INPUT_WORKING-DIRECTORY"] = ".";
  if (environment["HANDRAIL_RELEASES_URL"]) result["INPUT_RELEASES-URL"] = environment["HANDRAIL_RELEASES_URL"];
  if (environment["HANDRAIL_SIGNING_KEY"]) result["INPUT_SIGNING-KEY"] = environment["HANDRAIL_SIGNING_KEY"];
  for (const name of ["OUTPUT", "ENV", "PATH", "STATE", "STEP_SUMMARY"]) {
    const file = join(temporary, name.toLowerCase());
    writeFileSync(file, "");
    result[`GITHUB_${name}`] = file;
  }
  const workspace = join(temporary, "workspace");
  mkdirSync(workspace);
  const runner = {
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
    RUNNER_TOOL_CACHE: join(root, ".tools", "tool-cache"),
  };
  return { ...result, ...runner, GITHUB_ACTIONS: "true" };
}

/**
 * Installs terraform with the terraform-setup bundle and returns its directory.
 * @param {string} root
 * @param {Environment} environment
 * @returns {Promise<string>}
 */
async function installTerraform(root, environment) {
  process.stderr.write(`setting up: terraform ${wanted.release}, by actions/terraform-setup\n`);
  mkdirSync(join(root, ".tools"), { recursive: true });
  const temporary = mkdtempSync(join(root, ".tools", "setup-"));
  try {
    const env = await runnerEnvironment(root, temporary, environment);
    const bundle = join(root, "actions/terraform-setup/dist/index.js");
    const child = spawn("node", [bundle], {
      cwd: join(temporary, "workspace"),
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    const [exitCode] = await once(child, "close");
    const directory = readFileSync(join(temporary, "path"), "utf8").trim();
    if (exitCode !== 0 || !isExecutable(join(directory, "terraform"))) {
      // Behind a bar, or the action's own annotations would become those of whatever step runs this.
      throw new Error(
        `${output.trim().replaceAll(/^/gm, "| ")}\n` +
          `terraform is not on PATH and ${wanted.release} could not be installed (see above).\n` +
          `Put terraform ${wanted.atLeast} or newer on PATH, or name a mirror in HANDRAIL_RELEASES_URL.`,
      );
    }
    return directory;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/**
 * Returns the directory to put on PATH for a fitting terraform; undefined when PATH has one already.
 * @param {string} root
 * @param {Environment} environment with the fitting Node.js first on PATH
 * @returns {Promise<string | undefined>}
 */
export async function ensureTerraform(root, environment) {
  const link = join(root, ".tools", "terraform");
  if (terraformOnPath(environment) !== undefined) return undefined;
  if (terraformOnPath({ ...environment, PATH: link }) !== undefined) return link;
  const directory = await installTerraform(root, environment);
  rmSync(link, { force: true });
  symlinkSync(directory, link);
  return link;
}
