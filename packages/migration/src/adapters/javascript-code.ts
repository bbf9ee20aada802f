/**
 * The code of a JavaScript or TypeScript file without what is no code: comments, and the insides of strings, templates and regular
 * expressions, become spaces. What is left has the same length, so a place in it is the same place in the file.
 */

/** Blanks what is no code; the quotes stay. undefined when the text cannot be told apart for certain. */
export function maskCode(text: string): string | undefined {
  const out = text.split("");
  /** Of each template that is interrupted by `${`: how many braces are open in there. */
  const interrupted: number[] = [];
  let at = 0;
  while (at < text.length) {
    const isBack = text[at] === "}" && interrupted.at(-1) === 0;
    const piece = isBack ? readTemplate(text, at) : readPiece(text, at, out);
    if (piece.end === undefined) return undefined;
    if (isBack) interrupted.pop();
    const top = interrupted.length - 1;
    if (piece.kind === "interrupted") interrupted.push(0);
    else if (piece.kind === "brace" && top >= 0)
      interrupted[top] = (interrupted[top] ?? 0) + (text[at] === "{" ? 1 : -1);
    const [from, to] = blankOf(piece.kind, at, piece.end, isBack);
    for (let each = from; each < to; each += 1) if (out[each] !== "\n") out[each] = " ";
    at = piece.end;
  }
  return interrupted.length > 0 ? undefined : out.join("");
}

type Piece = { kind: "code" | "brace" | "comment" | "quoted" | "interrupted"; end: number | undefined };

/** What of a piece becomes spaces: of strings all but the quotes, of code nothing. */
function blankOf(kind: Piece["kind"], at: number, end: number, isBack: boolean): [number, number] {
  if (kind === "code" || kind === "brace") return [at, at];
  if (kind === "comment") return [at, end];
  return [isBack ? at : at + 1, kind === "interrupted" ? end : end - 1];
}

function readPiece(text: string, at: number, out: readonly string[]): Piece {
  const character = text[at] ?? "";
  const two = text.slice(at, at + 2);
  if (two === "//" || (at === 0 && two === "#!")) return { kind: "comment", end: endOf(text, REST_OF_LINE, at) };
  if (two === "/*") return { kind: "comment", end: endOf(text, COMMENT, at) };
  if (character === '"') return { kind: "quoted", end: endOf(text, DOUBLE, at) };
  if (character === "'") return { kind: "quoted", end: endOf(text, SINGLE, at) };
  if (character === "`") return readTemplate(text, at);
  if (character === "/" && beginsExpression(out, at)) return { kind: "quoted", end: endOf(text, REGEXP, at) };
  return { kind: character === "{" || character === "}" ? "brace" : "code", end: at + 1 };
}

/** A template, or a part of it: from the character at `at` to its end, or to its next `${`. */
function readTemplate(text: string, at: number): Piece {
  const end = endOf(text, TEMPLATE, at + 1);
  return { kind: end !== undefined && text[end - 1] === "{" ? "interrupted" : "quoted", end };
}

const REST_OF_LINE = /[^\n]*/y;
const COMMENT = /\/\*[^]*?\*\//y;
const DOUBLE = /"(?:[^"\\\n]|\\[^])*"/y;
const SINGLE = /'(?:[^'\\\n]|\\[^])*'/y;
const TEMPLATE = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)/y;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** Where the match that begins at `from` ends. */
function endOf(text: string, pattern: RegExp, from: number): number | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : from + match[0].length;
}

/** Whether a slash here begins a regular expression: after an operator or a keyword, not after a value. */
function beginsExpression(out: readonly string[], at: number): boolean {
  const before = out
    .slice(Math.max(0, at - 200), at)
    .join("")
    .trimEnd();
  if (before === "") return true;
  const word = /[\w$]+$/.exec(before)?.[0];
  if (word !== undefined) return /^(?:return|typeof|case|in|of|delete|void|throw|new|await|yield|else|do)$/.test(word);
  return !/[)\]}"'`]$/.test(before);
}

/** Where the bracket that opens at `at` of masked code closes, behind it; undefined when it does not. */
export function closeOf(code: string, at: number): number | undefined {
  let depth = 0;
  for (let next = at; next < code.length; next += 1) {
    const character = code[next] ?? "";
    if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) {
      depth -= 1;
      if (depth === 0) return next + 1;
    }
  }
  return undefined;
}
