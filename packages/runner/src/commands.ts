/**
 * Workflow commands as the runner (2.336) reads them from a step's output: rendering our own, and making sure that no
 * text from outside is one. Parser rules: actions/runner src/Runner.Common/ActionCommand.cs.
 */

/** Everything a message may not contain raw. `%` comes first: the runner decodes it last. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** One workflow command without its line end. Properties that are undefined, empty or 0 are left out: nothing is on line 0. */
export function renderCommand(
  name: string,
  properties: Record<string, string | number | undefined>,
  message: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "" && value !== 0);
  const text = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${name}${text === "" ? "" : ` ${text}`}::${escapeData(message)}`;
}

/**
 * Characters that change how text looks without being seen: controls (C0, C1), format characters (bidi, zero width,
 * tags), other ignorable ones, line and paragraph separators, halves of a surrogate pair. TAB and LF stay.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** An emoji and the mark that says "in colour": kept together, terraform and our own texts use them. */
const isPictograph = (before: string): boolean => /\p{Extended_Pictographic}$/u.test(before);

function escapeCharacter(character: string, offset: number, text: string): string {
  if (character === "\uFE0F" && isPictograph(text.slice(Math.max(0, offset - 2), offset))) return character;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * A line that begins with `::` after the white space that .NET's TrimStart removes. NEL, the separators and the byte
 * order mark are not in the list: they are shown as escapes before.
 */
const COMMAND_START = /^([\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*)::/gm;

/**
 * Text that the runner shows and never obeys, whatever it contains. Line ends become LF (a lone CR ends a line for the
 * runner, too); what cannot be seen becomes `\u{…}`; `::` at the start of a line becomes `\::` and `##[` anywhere becomes
 * `##\[`. The backslash is the sign everybody reads as "not special here"; taking it away gives the text back.
 */
export function neutraliseText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(INVISIBLE, escapeCharacter)
    .replaceAll(COMMAND_START, String.raw`$1\::`)
    .replaceAll("##[", String.raw`##\[`);
}
