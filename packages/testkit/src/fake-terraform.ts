/**
 * A terraform that says what a test wants: a node script on PATH that replays recorded output per subcommand and logs
 * how it was called and which signals reached it. For what the real one cannot produce on demand.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What the program does when a call's arguments start with the words before it (`"plan"`, `"state pull"`). */
export type FakeAnswer = {
  stdout?: string;
  stderr?: string;
  /** Default 0. */
  exit?: number;
  /** Files to write, relative to the working directory (after `-chdir`). `{out}` stands for the value of `-out=`. */
  files?: Record<string, string>;
  /** Ends itself with this signal instead of exiting. */
  kill?: NodeJS.Signals;
  /** Runs until this file exists (relative to the install folder); signals are logged meanwhile. */
  waitFor?: string;
  /** What a signal does while it waits: prints and exits. Without an entry the signal is logged and ignored. */
  onSignal?: Partial<Record<"SIGINT" | "SIGTERM", { stdout?: string; stderr?: string; exit?: number }>>;
  /** Prints the lines of stdout with `chunkAt` bytes a write, to split characters across chunks. */
  chunkAt?: number;
};

/** Answers per subcommand; a list is used up call by call, its last entry stays. */
export type FakeScript = Record<string, FakeAnswer | FakeAnswer[]>;

/** One thing the program noted. */
export type FakeCall = {
  pid: number;
  event: "start" | "signal" | "exit";
  argv: string[];
  cwd: string;
  env: Record<string, string>;
  signal?: string;
  exit?: number;
};

/** The installed program. */
export type FakeTerraform = {
  /** The folder to put on PATH. */
  directory: string;
  /** The program's path, for `terraform-path`. */
  path: string;
  /** Everything it noted so far, in order. */
  calls(): FakeCall[];
  /** The argv of every start, without the program's own name. */
  argv(): string[][];
  /** Lets calls that wait for this file go on. */
  release(file: string): void;
};

/** Options of {@link installFakeTerraform}. */
export type FakeTerraformOptions = {
  directory: string;
  script: FakeScript;
  /** `terraform` (default) or another name, e.g. `tofu`. */
  name?: string;
  /** What `version -json` answers when the script does not. Default 1.11.4. */
  version?: string;
  /** Folder of `<name>.stdout`, `.stderr`, `.exit`: each `<name>` becomes an answer of the subcommand of that name. */
  recorded?: Record<string, string>;
};

/** Writes the program into `directory`. `recorded` maps a subcommand to a path without extension of recorded output. */
export function installFakeTerraform(options: FakeTerraformOptions): FakeTerraform {
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  const script: FakeScript = { version: versionAnswer(options.version ?? "1.11.4"), ...options.script };
  for (const [command, path] of Object.entries(options.recorded ?? {})) script[command] = readRecorded(path);
  const log = join(directory, "calls.jsonl");
  const path = join(directory, options.name ?? "terraform");
  const setup = { log, directory, script };
  writeFileSync(path, `#!${process.execPath}\nconst setup = ${JSON.stringify(setup)};\n${PROGRAM}`);
  chmodSync(path, 0o755);
  const calls = (): FakeCall[] =>
    existsSync(log)
      ? readFileSync(log, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as FakeCall)
      : [];
  return {
    directory,
    path,
    calls,
    argv: () =>
      calls()
        .filter((call) => call.event === "start")
        .map((call) => call.argv),
    release: (file) => writeFileSync(join(directory, file), ""),
  };
}

function versionAnswer(version: string): FakeAnswer {
  const answer = {
    terraform_version: version,
    platform: "linux_amd64",
    provider_selections: {},
    terraform_outdated: false,
  };
  return { stdout: `${JSON.stringify(answer, null, 2)}\n` };
}

function readRecorded(path: string): FakeAnswer {
  const part = (extension: string): string =>
    existsSync(`${path}.${extension}`) ? readFileSync(`${path}.${extension}`, "utf8") : "";
  return { stdout: part("stdout"), stderr: part("stderr"), exit: Number(part("exit").trim() || 0) };
}

/** The program itself: CommonJS, no dependency, started by the shebang. Longest matching words win. */
const PROGRAM: string = `"use strict";
const fs = require("node:fs"), path = require("node:path");
const argv = process.argv.slice(2);
const note = (event, more) => fs.appendFileSync(setup.log, JSON.stringify({ pid: process.pid, event, argv, cwd: process.cwd(), env: { ...process.env }, ...more }) + "\\n");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => { note("signal", { signal }); react(signal); });
note("start");
const chdir = argv.find((each) => each.startsWith("-chdir="));
if (chdir) process.chdir(chdir.slice(7));
const words = argv.filter((each) => !each.startsWith("-chdir="));
const keys = Object.keys(setup.script).filter((key) => key.split(" ").every((word, at) => words[at] === word)).sort((a, b) => b.length - a.length);
if (argv.includes("-version") || argv.includes("--version")) keys.unshift("version");
let answer = keys.length > 0 ? setup.script[keys[0]] : { stderr: "fake terraform has no answer for: " + argv.join(" ") + "\\n", exit: 64 };
if (Array.isArray(answer)) {
  const counter = path.join(setup.directory, "count-" + keys[0].replaceAll(" ", "-"));
  fs.appendFileSync(counter, ".");
  answer = answer[Math.min(fs.statSync(counter).size, answer.length) - 1];
}
const out = argv.find((each) => each.startsWith("-out="));
const print = (what) => {
  const bytes = Buffer.from(what.stdout ?? "");
  const step = what.chunkAt ?? (bytes.length || 1);
  for (let at = 0; at < bytes.length; at += step) fs.writeSync(1, bytes, at, Math.min(step, bytes.length - at));
  if (what.stderr) fs.writeSync(2, what.stderr);
};
const finish = (what) => {
  for (const [name, content] of Object.entries(what.files ?? {})) {
    const file = path.resolve(name.replaceAll("{out}", out ? out.slice(5) : "out"));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  const exit = what.exit ?? 0;
  note("exit", { exit });
  if (what.kill) { process.removeAllListeners(what.kill); process.kill(process.pid, what.kill); setTimeout(() => {}, 60000); return; }
  process.exit(exit);
};
const react = (signal) => {
  const reaction = answer.onSignal?.[signal];
  if (!reaction) return;
  print(reaction);
  finish({ exit: reaction.exit ?? 1 });
};
print(answer);
if (answer.waitFor) {
  const timer = setInterval(() => { if (fs.existsSync(path.join(setup.directory, answer.waitFor))) { clearInterval(timer); finish(answer); } }, 10);
} else finish(answer);
`;
