/**
 * How the runner reads a step's log: a port of its workflow-command rules, used as the oracle for what our output does.
 * It is written from the runner's sources (ActionCommand.cs, ActionCommandManager.cs, OutputManager.cs and
 * ProcessInvoker.cs of actions/runner) and shares no code with packages/runner on purpose.
 */

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
  /** `ACTIONS_ALLOW_UNSECURE_COMMANDS`. */
  allowUnsecureCommands?: boolean;
  /** `ACTIONS_ALLOW_USE_UNSECURE_STOPCOMMAND_TOKENS`. */
  allowUnsecureStopTokens?: boolean;
};

const REGISTERED = [
  "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice",
  "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
]; // prettier-ignore

/** Code points that .NET's culture-sensitive search skips: they may stand inside the second `::`. */
const IGNORABLE = /(?![\t-\r\u0085])[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** What .NET's String.TrimStart removes: char.IsWhiteSpace. Wider than JavaScript's for U+0085, narrower for U+FEFF. */
const DOTNET_SPACE = /^[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const DOTNET_SPACE_END = /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/u;

/**
 * Reads a log as the runner does: stderr before stdout (that is the order within a batch), lines split as
 * StreamReader.ReadLine does, commands acted on until they are stopped.
 */
export function parseRunnerLog(input: RunnerLogInput): RunnerLog {
  const reader = createReader(input);
  for (const stream of ["stderr", "stdout"] as const) {
    let line = 0;
    for (const text of readLines(input[stream] ?? "")) reader.read(text, stream, line++);
  }
  return reader.log;
}

/** .NET StreamReader.ReadLine: LF, CRLF and a lone CR end a line; a last line without an end counts when not empty. */
export function readLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Would this one line be a command for a runner that stops nothing? The question fuzz tests ask millions of times. */
export function isLiveCommand(line: string): boolean {
  return readLines(line).some((each) => parseCommand(each, new Set(REGISTERED)) !== undefined);
}

type Reader = { log: RunnerLog; read(text: string, stream: "stdout" | "stderr", line: number): void };

function createReader(options: RunnerLogInput): Reader {
  const registered = new Set(REGISTERED);
  const log: RunnerLog = {
    commands: [], inert: [], plain: [], shown: [], annotations: [], masks: [],
    outputs: new Map(), state: new Map(), debug: [], failures: [], warnings: [], isStopped: false,
  }; // prettier-ignore
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
    if (log.isStopped) {
      if (name === stopToken) {
        registered.delete(stopToken);
        stopToken = "";
        log.isStopped = false;
        log.commands.push(command);
        log.shown.push(text);
      } else {
        log.inert.push(command);
        show(text);
      }
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

type Parsed = Pick<LogCommand, "name" | "properties" | "data" | "version">;

function parseCommand(line: string, registered: ReadonlySet<string>): Parsed | undefined {
  return parseVersion2(line, registered) ?? parseVersion1(line, registered);
}

function parseVersion2(line: string, registered: ReadonlySet<string>): Parsed | undefined {
  const text = line.replace(DOTNET_SPACE, "");
  if (!text.startsWith("::")) return undefined;
  // Both readings of the culture-sensitive IndexOf: plain, and with ignorable characters between the colons.
  for (const end of new Set([text.indexOf("::", 2), indexOfLooseKey(text, 2)])) {
    if (end < 0) continue;
    const info = text.slice(2, end);
    const space = info.indexOf(" ");
    const name = space < 0 ? info : info.slice(0, space);
    if (!registered.has(name.toLowerCase())) continue;
    const pairs = space > 0 ? trimDotnet(info.slice(space + 1)).split(",") : [];
    return { name, properties: toProperties(pairs, decodeProperty), data: decodeData(text.slice(end + 2)), version: 2 };
  }
  return undefined;
}

function parseVersion1(line: string, registered: ReadonlySet<string>): Parsed | undefined {
  // The runner looks at the first "##[" only.
  const start = line.indexOf("##[");
  if (start < 0) return undefined;
  const end = line.indexOf("]", start);
  if (end < 0) return undefined;
  const info = line.slice(start + 3, end);
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  if (!registered.has(name.toLowerCase())) return undefined;
  const pairs = space > 0 ? info.slice(space + 1).split(";") : [];
  return { name, properties: toProperties(pairs, decodeLegacy), data: decodeLegacy(line.slice(end + 1)), version: 1 };
}

/** Position of a colon that is followed, ignorable characters aside, by another. */
function indexOfLooseKey(text: string, from: number): number {
  let colon = -1;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === ":") {
      if (colon >= 0) return colon;
      colon = at;
    } else if (!IGNORABLE.test(char)) colon = -1;
  }
  return -1;
}

/** Splits pairs at the first "="; as .NET's RemoveEmptyEntries does, runs of "=" count once and an empty side drops the pair. */
function toProperties(pairs: string[], decode: (text: string) => string): Record<string, string> {
  const properties: Record<string, string> = Object.create(null) as Record<string, string>;
  const keys = new Map<string, string>();
  for (const pair of pairs) {
    const stripped = pair.replace(/^=+/u, "");
    const equals = stripped.indexOf("=");
    const value = equals < 0 ? "" : stripped.slice(equals).replace(/^=+/u, "");
    if (value === "") continue;
    const key = stripped.slice(0, equals);
    const known = keys.get(key.toLowerCase()) ?? key;
    keys.set(key.toLowerCase(), known);
    properties[known] = decode(value);
  }
  return properties;
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

function trimDotnet(text: string): string {
  let end = text.length;
  while (end > 0 && DOTNET_SPACE_END.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(DOTNET_SPACE, "");
}

// The order matters: "%25" is decoded last, so that "%250A" becomes "%0A" and not a line feed.
function decodeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function decodeProperty(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

function decodeLegacy(text: string): string {
  return text
    .replaceAll("%3B", ";")
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%5D", "]")
    .replaceAll("%25", "%");
}
