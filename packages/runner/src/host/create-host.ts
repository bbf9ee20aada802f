/** Puts a Host together from the environment of the step. */
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { Failure } from "../failure.ts";
import type { OutputDeclarations } from "../outputs.ts";
import { createRedactor, type Redactor } from "../redact.ts";
import { type Annotator, createAnnotator } from "./annotator.ts";
import { systemClock } from "./clock.ts";
import { readEvent } from "./event.ts";
import { createProcessRunner } from "./exec.ts";
import { appendCommand, renderPair } from "./file-commands.ts";
import type { Host } from "./host.ts";
import { createLog } from "./log.ts";
import { createOutputs } from "./outputs.ts";
import { createPrinter, type Printer } from "./printer.ts";
import type { Sink } from "./standard-output.ts";
import { createSummary } from "./summary.ts";

/** What a host is made of. */
export type HostSettings = {
  environment: Readonly<Record<string, string | undefined>>;
  /** The step's output. */
  write: Sink;
  cancelled: AbortSignal;
  outputs: OutputDeclarations;
};

/** A host, and what only the end of the step does with it. */
export type HostControl = {
  host: Host;
  annotator: Annotator;
  /** Ends the processes that still run; see ProcessRunner. */
  interruptAll(): Promise<void>;
};

const refused = (what: string): Failure =>
  new Failure({ reason: "internal-error", what, remedy: "This is a defect of the action: report it." });

/** A secret of many lines is masked by the line where a short line ("}") would otherwise be masked everywhere. */
function maskLines(secret: string, redactor: Redactor, printer: Printer): void {
  const isAccepted = redactor.add(secret);
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const telling = lines.filter((line) => line.length >= 4);
  if (isAccepted && telling.length === lines.length) printer.mask(secret);
  else if (isAccepted) for (const line of telling) printer.mask(line);
}

function temporaryDirectory(root: string | undefined, name: string): string {
  const parent = root === undefined || root === "" ? tmpdir() : root;
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `handrail-${name.replaceAll(/[^A-Za-z0-9-]+/g, "-").slice(0, 64)}-`));
}

function addPath(path: string | undefined, directory: string, print: (text: string) => void): void {
  if (!isAbsolute(directory) || /[\p{Cc}:]/u.test(directory))
    throw refused("Only an absolute directory can be put on PATH");
  if (!appendCommand(path, `${directory}\n`)) print(`Put this directory on PATH: ${directory}`);
}

function exportToken(path: string | undefined, name: string, value: string): boolean {
  if (!/^TF_TOKEN_[A-Za-z0-9_-]+$/.test(name)) throw refused(`The variable ${name} may not be set for later steps`);
  if (/\p{Cc}/u.test(value)) throw refused(`The value of ${name} holds control characters`);
  return appendCommand(path, renderPair(name, value));
}

/** A host for the step that this environment describes. */
export function createHost({ environment, write, cancelled, outputs }: HostSettings): HostControl {
  const redactor = createRedactor();
  const printer = createPrinter(write, redactor);
  const annotator = createAnnotator(printer);
  const log = createLog(printer, annotator, environment["RUNNER_DEBUG"] === "1");
  const processes = createProcessRunner({ cancelled });
  const redact = (text: string): string => redactor.redact(text);
  const temporary = (name: string): string => temporaryDirectory(environment["RUNNER_TEMP"], name);
  const print = (text: string): void => printer.line(text);
  const summary = createSummary(environment["GITHUB_STEP_SUMMARY"], redact);
  const host: Host = {
    environment,
    log,
    redactor,
    clock: systemClock,
    exec: processes.exec,
    cancelled,
    mask: (secret) => maskLines(secret, redactor, printer),
    annotate: (annotation) => annotator.add(annotation),
    summary(markdown, options) {
      const omitted = summary(markdown, options);
      if (omitted === undefined) log.debug("There is no summary file; the summary was not written.");
      else if (omitted > 0) print(`${omitted} lines of the summary are left out: it holds 1 MiB.`);
    },
    output: createOutputs({
      path: environment["GITHUB_OUTPUT"],
      declared: outputs,
      redact,
      temporaryDirectory: temporary,
      print,
    }),
    saveState(name, value) {
      if (!appendCommand(environment["GITHUB_STATE"], renderPair(name, value)))
        log.debug(`There is no state file for ${name}.`);
    },
    state: (name) => environment[`STATE_${name}`],
    addPath: (directory) => addPath(environment["GITHUB_PATH"], directory, print),
    exportToken(name, value) {
      maskLines(value, redactor, printer);
      if (!exportToken(environment["GITHUB_ENV"], name, value))
        print(`Set ${name} for the next steps yourself: there is no GITHUB_ENV.`);
    },
    temporaryDirectory: temporary,
    readEvent: () => readEvent(environment["GITHUB_EVENT_PATH"]),
  };
  return { host, annotator, interruptAll: () => processes.interruptAll() };
}
