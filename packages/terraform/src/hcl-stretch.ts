/**
 * How far the plain stretches of HCL text go: spaces, names, the insides of quotes. Most of a text is in ASCII, which is
 * read here without regular expressions: they take most of the time that scanning takes. It makes no tokens.
 */

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** Operators that no longer one begins with. */
const PLAIN = "[](){},";

const [TAB, SPACE, QUOTE, DOLLAR, PERCENT, HYPHEN, BACKSLASH, UNDERSCORE] = [9, 32, 34, 36, 37, 45, 92, 95];

/** The spaces and tabs from an offset on. */
export function spaceLength(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at)) at += 1;
  return at - from;
}

/** The identifier that begins at an offset; 0 when none does. */
export function identifierLength(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first < 0x80 && !isLetter(first)) return 0;
  let at = from;
  let code = first;
  while (isLetter(code) || isDigit(code) || code === HYPHEN) {
    at += 1;
    code = text.charCodeAt(at);
  }
  // Other scripts have letters, too. At the end of the text the code is NaN.
  if (!(code >= 0x80)) return at - from;
  IDENTIFIER.lastIndex = from;
  return IDENTIFIER.exec(text)?.[0].length ?? 0;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Is there a bracket or a comma? They are operators whatever follows. */
export function isPlainOperator(text: string, at: number): boolean {
  return PLAIN.includes(text.charAt(at)) && at < text.length;
}

/** The characters from an offset on that mean nothing but themselves between quotes. */
export function plainLength(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === DOLLAR || code === PERCENT || code === BACKSLASH) break;
  }
  return at - from;
}
