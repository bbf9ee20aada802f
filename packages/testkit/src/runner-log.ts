/**
 * How the runner reads a step's log: a port of its workflow-command rules, used as the oracle for what our output does.
 * It is written from the runner's sources (ActionCommand.cs, ActionCommandManager.cs, OutputManager.cs and
 * ProcessInvoker.cs of actions/runner) and shares no code with packages/runner on purpose.
 */

import { parseCommand, readLines, REGISTERED } from "./runner-command.ts";

/** A line the runner acts on. */
export type LogCommand = {
  /** As written; the runner compares without case. */
  name: string;
  properties: Record<string, string>;
  data: string;
  /** `2` is `::name::`, `1` is the legacy `##[name]`. */
  version: 1 | 2;
  stream: "stdout" | "stderr";
  /** 0-based number of the line in its stream. */
  line: number;
  /** The line as printed. */
  raw: string;
};

/** An annotation as the runner would store it. */
export type LogAnnotation = {
  level: "error" | "warning" | "notice";
  message: string;
  title?: string;
  file?: string;
  line?: number;
  endLine?: number;
  column?: number;
  endColumn?: number;
};

/** What the runner makes of a log. */
export type RunnerLog = {
  /** Commands it acted on, in the order it saw them. */
  commands: LogCommand[];
  /** Lines that look like commands and are not: stopped, or their name is unknown. */
  inert: LogCommand[];
  /** Lines shown as they are. */
  plain: string[];
  /** What the log shows, in order; groups as `##[group]…`. */
  shown: string[];
  annotations: LogAnnotation[];
  masks: string[];
  /** Through the deprecated `set-output` and `save-state`. */
  outputs: Map<string, string>;
  state: Map<string, string>;
  debug: string[];
  /** Reasons why the runner would fail the step whatever its exit code: disabled or unprocessable commands. */
  failures: string[];
  /** Warnings of the runner itself. */
  warnings: string[];
  /** True when commands were still stopped at the end. */
  isStopped: boolean;
};

/** What to parse: whole streams, or batches in the order the runner would take them. */
export type RunnerLogInput = {
  stdout?: string;
  stderr?: string;
  /** `stderr-first` (default) is the order within a batch; the other is what a slow stderr leads to. Test both. */
  order?: "stderr-first" | "stdout-first";
  /** `ACTIONS_ALLOW_UNSECURE_COMMANDS`. */
  allowUnsecureCommands?: boolean;
  /** `ACTIONS_ALLOW_USE_UNSECURE_STOPCOMMAND_TOKENS`. */
  allowUnsecureStopTokens?: boolean;
};

/**
 * Reads a log as the runner does: stderr before stdout (that is the order within a batch), lines split as
 * StreamReader.ReadLine does, commands acted on until they are stopped.
 */
export function parseRunnerLog(input: RunnerLogInput): RunnerLog {
  const reader = createReader(input);
  const streams = ["stderr", "stdout"] as const;
  for (const stream of input.order === "stdout-first" ? streams.toReversed() : streams) {
    let line = 0;
    for (const text of readLines(input[stream] ?? "")) reader.read(text, stream, line++);
  }
  return reader.log;
}

/** Would this one line be a command for a runner that stops nothing? The question fuzz tests ask millions of times. */
export function isLiveCommand(line: string): boolean {
  return readLines(line).some((each) => parseCommand(each, new Set(REGISTERED)) !== undefined);
}

type Reader = { log: RunnerLog; read(text: string, stream: "stdout" | "stderr", line: number): void };

function emptyLog(): RunnerLog {
  return {
    commands: [], inert: [], plain: [], shown: [], annotations: [], masks: [],
    outputs: new Map(), state: new Map(), debug: [], failures: [], warnings: [], isStopped: false,
  }; // prettier-ignore
}

function createReader(options: RunnerLogInput): Reader {
  const registered = new Set(REGISTERED);
  const log = emptyLog();
  let stopToken = "";
  const show = (text: string): void => {
    log.plain.push(text);
    log.shown.push(text);
  };
  const stop = (command: LogCommand): void => {
    const token = command.data;
    const isWeak = token === "" || registered.has(token.toLowerCase()) || token.toLowerCase() === "pause-logging";
    if (isWeak && options.allowUnsecureStopTokens !== true) {
      log.failures.push(`Invalid stop-commands token '${token}'`);
      return;
    }
    if (token.length > 6) log.masks.push(token);
    stopToken = token.toLowerCase();
    registered.add(stopToken);
    log.isStopped = true;
    log.commands.push(command);
    log.shown.push(command.raw);
  };
  const read = (text: string, stream: "stdout" | "stderr", line: number): void => {
    const parsed = parseCommand(text, registered);
    if (parsed === undefined) {
      show(text);
      return;
    }
    const command: LogCommand = { ...parsed, stream, line, raw: text };
    const name = command.name.toLowerCase();
    if (log.isStopped && name === stopToken) {
      registered.delete(stopToken);
      log.isStopped = false;
      log.commands.push(command);
      log.shown.push(text);
    } else if (log.isStopped) {
      log.inert.push(command);
      show(text);
    } else if (name === "stop-commands") stop(command);
    else {
      log.commands.push(command);
      act(log, command, name, options);
    }
  };
  return { log, read };
}

/** What each command does. A command that throws in the runner fails the step. */
function act(log: RunnerLog, command: LogCommand, name: string, options: RunnerLogInput): void {
  const named = (map: Map<string, string>): void => {
    const key = property(command, "name");
    if (key === undefined || key === "") log.failures.push(`Required field 'name' is missing in ##[${name}] command.`);
    else map.set(key, command.data);
  };
  switch (name) {
    case "error":
    case "warning":
    case "notice":
      log.annotations.push(toAnnotation(name, command));
      log.shown.push(`##[${name}]${command.data}`);
      break;
    case "group":
    case "endgroup":
      log.shown.push(`##[${name}]${name === "group" ? command.data : ""}`);
      break;
    case "add-mask":
      if (command.data.trim() === "")
        log.warnings.push("Can't add secret mask for empty string in ##[add-mask] command.");
      else log.masks.push(command.data);
      break;
    case "debug":
      log.debug.push(command.data);
      break;
    case "set-output":
      named(log.outputs);
      break;
    case "save-state":
      named(log.state);
      break;
    case "set-env":
    case "add-path":
      if (options.allowUnsecureCommands !== true) log.failures.push(`The \`${name}\` command is disabled.`);
      break;
    case "echo":
      if (!["on", "off"].includes(command.data.trim().toLowerCase()))
        log.failures.push(`Invalid echo command value: ${command.data}`);
      break;
    default:
      // add-matcher and remove-matcher: that they were live is all a test needs.
      break;
  }
}

function property(command: LogCommand, name: string): string | undefined {
  const key = Object.keys(command.properties).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : command.properties[key];
}

function toAnnotation(level: LogAnnotation["level"], command: LogCommand): LogAnnotation {
  const annotation: LogAnnotation = { level, message: command.data };
  const title = property(command, "title");
  const file = property(command, "file");
  if (title !== undefined) annotation.title = title;
  if (file !== undefined) annotation.file = file;
  for (const [to, from] of [
    ["line", "line"],
    ["endLine", "endLine"],
    ["column", "col"],
    ["endColumn", "endColumn"],
  ] as const) {
    const text = property(command, from);
    if (text !== undefined && /^\d+$/u.test(text)) annotation[to] = Number(text);
  }
  return annotation;
}
