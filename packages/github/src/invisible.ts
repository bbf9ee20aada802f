/**
 * Makes what cannot be seen visible before text from outside is put in a comment. Line feeds and tabs stay.
 * The notation is the one @handrail/runner uses in the log: `\u{1B}`.
 */

/** Controls (C0, DEL, C1), format characters (bidi, zero width, tags), other ignorable ones, separators, lone surrogates. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** "Show this in colour" after a pictograph is how many emoji are written; it hides nothing there. */
function isColouredEmoji(text: string, offset: number): boolean {
  return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, offset - 2), offset));
}

/** `text` with LF line ends (a lone CR stays visible as an escape) and with every invisible character written as `\u{HEX}`. */
export function escapeInvisible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(INVISIBLE, (character, offset: number, whole: string) =>
      character === "\uFE0F" && isColouredEmoji(whole, offset)
        ? character
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
    );
}
