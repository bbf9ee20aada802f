/** How the runner reads one line: a port of ActionCommand.cs of actions/runner. No state, no effects. */

/** Commands the runner knows, in lower case. */
export const REGISTERED: readonly string[] = [
  "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice",
  "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
]; // prettier-ignore

/** Code points that .NET's culture-sensitive search skips: they may stand inside the second `::`. */
const IGNORABLE = /(?![\t-\r\u0085])[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** What .NET's String.TrimStart removes: char.IsWhiteSpace. Wider than JavaScript's for U+0085, narrower for U+FEFF. */
const DOTNET_SPACE = /^[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const DOTNET_SPACE_END = /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/u;

/** .NET StreamReader.ReadLine: LF, CRLF and a lone CR end a line; a last line without an end counts when not empty. */
export function readLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** A command as it stands in a line. */
export type ParsedCommand = { name: string; properties: Record<string, string>; data: string; version: 1 | 2 };

/** Reads a line as `::name::`, else as `##[name]`; undefined when the runner shows it as text. */
export function parseCommand(line: string, registered: ReadonlySet<string>): ParsedCommand | undefined {
  return parseVersion2(line, registered) ?? parseVersion1(line, registered);
}

function parseVersion2(line: string, registered: ReadonlySet<string>): ParsedCommand | undefined {
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

function parseVersion1(line: string, registered: ReadonlySet<string>): ParsedCommand | undefined {
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
