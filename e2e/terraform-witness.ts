/**
 * A witness before the real terraform: a program of its name that hands everything on, both ways, and notes every start
 * and every signal. It changes nothing and judges nothing.
 */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** One thing it noted; `pid` is the real terraform's. */
export type WitnessNote = { event: "start" | "signal" | "exit"; argv: string[]; pid: number; signal?: string };

/** The installed witness. */
export type Witness = {
  /** The folder to put on PATH. */
  directory: string;
  notes(): WitnessNote[];
  /** Notes of starts of a subcommand. */
  starts(command: string): WitnessNote[];
  /** Signals in order: `apply SIGINT`. */
  signals(): string[];
};

/** Installs it into a folder. */
export function installWitness(directory: string): Witness {
  const log = join(directory, "witness.jsonl");
  const path = join(directory, "terraform");
  writeFileSync(
    path,
    `#!${process.execPath}\nconst setup = ${JSON.stringify({ log, real: realTerraform() })};\n${PROGRAM}`,
  );
  chmodSync(path, 0o755);
  const notes = (): WitnessNote[] =>
    existsSync(log)
      ? readFileSync(log, "utf8")
          .split("\n")
          .filter((line) => line.endsWith("}"))
          .map((line) => JSON.parse(line) as WitnessNote)
      : [];
  return {
    directory,
    notes,
    starts: (command) => notes().filter(({ event, argv }) => event === "start" && argv[0] === command),
    signals: () =>
      notes().flatMap(({ event, argv, signal }) => (event === "signal" ? [`${argv[0] ?? ""} ${signal ?? ""}`] : [])),
  };
}

function realTerraform(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, "terraform")).find((path) => existsSync(path));
  if (found === undefined) throw new Error("There is no terraform on PATH");
  return found;
}

const PROGRAM = `"use strict";
const { spawn } = require("node:child_process"), fs = require("node:fs");
const argv = process.argv.slice(2);
const note = (event, more) => fs.appendFileSync(setup.log, JSON.stringify({ event, argv, pid: child.pid, ...more }) + "\\n");
const child = spawn(setup.real, argv, { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => { note("signal", { signal }); child.kill(signal); });
note("start");
child.on("exit", (code, signal) => {
  note("exit", { code, ...(signal === null ? {} : { signal }) });
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
`;
