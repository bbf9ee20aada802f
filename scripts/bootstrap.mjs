/**
 * The first thing every npm script runs: prepares a fresh clone, then runs the given command in it.
 *
 *   node scripts/bootstrap.mjs [--terraform] <command> [arguments…]
 *
 * Plain JavaScript for Node 20, because it runs before there is anything else. It must not import a dependency
 * and must not write to standard output, which belongs to the command.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./bootstrap/dependencies.mjs";
import { ensureNode } from "./bootstrap/node.mjs";
import { ensureTerraform } from "./bootstrap/terraform.mjs";

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * Puts a directory first on PATH.
 * @param {Environment} environment
 * @param {string | undefined} directory
 * @returns {Environment}
 */
function withPath(environment, directory) {
  return directory === undefined ? environment : { ...environment, PATH: `${directory}:${environment["PATH"] ?? ""}` };
}

/**
 * Runs the command with our own standard streams and signals; resolves to its exit code.
 * @param {string[]} command
 * @param {Environment} environment
 * @returns {Promise<number>}
 */
function run(command, environment) {
  return new Promise((resolve) => {
    const child = spawn(command[0] ?? "", command.slice(1), { stdio: "inherit", env: environment });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      // Ctrl-C reaches the child by itself; we only have to outlive it. The others are ours to hand on.
      process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
    }
    child.on("error", (error) => {
      process.stderr.write(`${command[0]} could not be started: ${error.message}\n`);
      resolve(127);
    });
    child.on("exit", (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const words = process.argv.slice(2);
const needsTerraform = words[0] === "--terraform";
const command = needsTerraform ? words.slice(1) : words;

try {
  let environment = withPath(process.env, ensureNode(root, process.env));
  ensureDependencies(root, environment);
  environment = withPath(environment, join(root, "node_modules", ".bin"));
  if (needsTerraform) environment = withPath(environment, await ensureTerraform(root, environment));
  process.exitCode = await run(command, environment);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
