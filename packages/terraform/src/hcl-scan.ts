/**
 * The lexer of HCL native syntax (.tf, .tofu, .tfvars, .terraform.lock.hcl): text in, tokens with exact offsets out.
 * It knows no structure (hcl-blocks.ts) and no terraform; it never throws and reads every character once.
 * The grammar is the one of hclsyntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/scan_tokens.rl
 */
import { identifierLength, isPlainOperator, plainLength, spaceLength } from "./hcl-stretch.ts";

/**
 * What a token is. `literal` is the text between quotes, in a heredoc, or between template sequences; `template-open`
 * is `${`, `%{` and their `~` forms, `template-close` the `}` or `~}` that ends one. A heredoc-open includes its line
 * end, a comment does not. `invalid` is a character HCL has no use for, or the whole rest when it cannot be read.
 */
export type TokenKind =
  | "bom"
  | "space"
  | "newline"
  | "comment"
  | "identifier"
  | "number"
  | "operator"
  | "quote-open"
  | "quote-close"
  | "heredoc-open"
  | "heredoc-close"
  | "literal"
  | "template-open"
  | "template-close"
  | "invalid";

/** `text.slice(start, end)` is the token: offsets are UTF-16 code units of the scanned string. */
export type Token = { kind: TokenKind; start: number; end: number };

/** What the lexer is inside of; a template sequence remembers how many plain braces are open in it. */
type Mode = { in: "template"; braces: number } | { in: "quote" } | { in: "heredoc"; marker: string };
type Scan = { text: string; tokens: Token[]; modes: Mode[]; at: number };

const NUMBER = /[0-9](?:[0-9.]|[eE][+-]?[0-9])*/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const OPERATOR = /\.\.\.|==|!=|>=|<=|&&|\|\||::|=>|[[\](){}.,*/%+\-=<>!?:&|~^;`']/y;
/** White space as Go's strings.TrimSpace sees it: unlike String.trim it takes U+0085 and leaves U+FEFF. */
const GO_SPACE = /[\t\v\f\r \u0085\p{Zs}\u2028\u2029]/u;

/**
 * Splits HCL text into tokens that cover it without a gap: joining `text.slice(t.start, t.end)` of all tokens gives
 * the text back. Linear in the length of the text, whatever it holds; never throws.
 */
export function scanHcl(text: string): Token[] {
  const scan: Scan = { text, tokens: [], modes: [], at: 0 };
  if (text.startsWith("\uFEFF")) emit(scan, "bom", 1);
  while (scan.at < text.length) {
    const mode = scan.modes.at(-1);
    if (mode === undefined || mode.in === "template") scanCode(scan, mode);
    else if (mode.in === "quote") scanQuote(scan);
    else scanHeredoc(scan, mode.marker);
  }
  return scan.tokens;
}

function emit(scan: Scan, kind: TokenKind, length: number): void {
  if (length === 0) return;
  const end = Math.min(scan.at + length, scan.text.length);
  scan.tokens.push({ kind, start: scan.at, end });
  scan.at = end;
}

function invalidRest(scan: Scan): void {
  emit(scan, "invalid", scan.text.length - scan.at);
}

function match(pattern: RegExp, scan: Scan): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  return pattern.exec(scan.text);
}

/** One token outside of strings, or inside of a template sequence. */
function scanCode(scan: Scan, mode: (Mode & { in: "template" }) | undefined): void {
  const { text, at } = scan;
  const char = text.charAt(at);
  if (char === " " || char === "\t") emit(scan, "space", spaceLength(text, at));
  else if (char === "\n") emit(scan, "newline", 1);
  else if (text.startsWith("\r\n", at)) emit(scan, "newline", 2);
  else if (char === "#" || text.startsWith("//", at)) emit(scan, "comment", lineEnd(text, at) - at);
  else if (text.startsWith("/*", at)) scanBlockComment(scan);
  else if (char === '"') open(scan, "quote-open", 1, { in: "quote" });
  else if (mode !== undefined && (char === "}" || text.startsWith("~}", at)) && mode.braces === 0) {
    scan.modes.pop();
    emit(scan, "template-close", char === "}" ? 1 : 2);
  } else scanWord(scan, mode);
}

function open(scan: Scan, kind: TokenKind, length: number, mode: Mode): void {
  emit(scan, kind, length);
  scan.modes.push(mode);
}

function scanWord(scan: Scan, mode: (Mode & { in: "template" }) | undefined): void {
  const { text, at } = scan;
  const identifier = identifierLength(text, at);
  if (identifier > 0) return emit(scan, "identifier", identifier);
  if (isPlainOperator(text, at)) return scanOperator(scan, mode, 1);
  const number = match(NUMBER, scan);
  // `1...` is a number and an ellipsis: a number may hold dots but not end with one.
  if (number !== null) return emit(scan, "number", withoutTrailingDots(number[0]));
  const heredoc = match(HEREDOC, scan);
  if (heredoc !== null) {
    return open(scan, "heredoc-open", heredoc[0].length, { in: "heredoc", marker: heredoc[1] ?? "" });
  }
  const operator = match(OPERATOR, scan);
  if (operator === null) return emit(scan, "invalid", (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  scanOperator(scan, mode, operator[0].length);
}

function scanOperator(scan: Scan, mode: (Mode & { in: "template" }) | undefined, length: number): void {
  const char = scan.text.charAt(scan.at);
  if (mode !== undefined && char === "{") mode.braces += 1;
  if (mode !== undefined && char === "}") mode.braces -= 1;
  emit(scan, "operator", length);
}

function withoutTrailingDots(number: string): number {
  let length = number.length;
  while (number.charAt(length - 1) === ".") length -= 1;
  return length;
}

function scanBlockComment(scan: Scan): void {
  const end = scan.text.indexOf("*/", scan.at + 2);
  if (end === -1) invalidRest(scan);
  else emit(scan, "comment", end + 2 - scan.at);
}

/** The end of the line without its line break; a lone CR does not end a line. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  if (end === -1) return text.length;
  return text.charAt(end - 1) === "\r" && end - 1 >= from ? end - 1 : end;
}

/** Where a template sequence begins in literal text: its length, 0 for none. `$${` and `%%{` are literal. */
function templateLength(text: string, at: number): number {
  if (text.charAt(at + 1) !== "{") return 0;
  return text.charAt(at + 2) === "~" ? 3 : 2;
}

/** The length of an ordinary piece of literal text that begins with `$` or `%`. */
function dollarLength(text: string, at: number): number {
  return text.charAt(at + 1) === text.charAt(at) && text.charAt(at + 2) === "{" ? 3 : 1;
}

/** A quoted string up to the next template sequence or its end. A line break in it is an error to HCL, not an end. */
function scanQuote(scan: Scan): void {
  const { text } = scan;
  let end = scan.at;
  while (end < text.length) {
    const char = text.charAt(end);
    if (char === '"') {
      emit(scan, "literal", end - scan.at);
      scan.modes.pop();
      return emit(scan, "quote-close", 1);
    }
    if (char === "$" || char === "%") {
      const length = templateLength(text, end);
      if (length > 0) return openTemplate(scan, end, length);
      end += dollarLength(text, end);
    } else if (char !== "\\") end += plainLength(text, end) || 1;
    else end += text.charAt(end + 1) !== "\n" && text.charAt(end + 1) !== "\r" ? 2 : 1;
  }
  emit(scan, "literal", text.length - scan.at);
}

function openTemplate(scan: Scan, at: number, length: number): void {
  emit(scan, "literal", at - scan.at);
  open(scan, "template-open", length, { in: "template", braces: 0 });
}

/** A heredoc up to the next template sequence or the line that holds nothing but its marker. */
function scanHeredoc(scan: Scan, marker: string): void {
  const { text } = scan;
  let end = scan.at;
  while (end < text.length) {
    if (text.charAt(end - 1) === "\n" && closeHeredoc(scan, end, marker)) return;
    while (end < text.length && text.charAt(end) !== "\n") {
      const char = text.charAt(end);
      if (char === "\r" && text.charAt(end + 1) !== "\n") return invalidRest(scan);
      const length = char === "$" || char === "%" ? templateLength(text, end) : 0;
      if (length > 0) return openTemplate(scan, end, length);
      end += char === "$" || char === "%" ? dollarLength(text, end) : 1;
    }
    end += 1;
  }
  emit(scan, "literal", text.length - scan.at);
}

function closeHeredoc(scan: Scan, at: number, marker: string): boolean {
  const lineStop = lineEnd(scan.text, at);
  let start = at;
  while (start < lineStop && GO_SPACE.test(scan.text.charAt(start))) start += 1;
  if (!scan.text.startsWith(marker, start)) return false;
  let end = start + marker.length;
  while (end < lineStop && GO_SPACE.test(scan.text.charAt(end))) end += 1;
  // The marker needs a line end behind it: at the end of the file HCL reads it as text of an unfinished heredoc.
  if (end !== lineStop || lineStop === scan.text.length) return false;
  emit(scan, "literal", at - scan.at);
  scan.modes.pop();
  emit(scan, "heredoc-close", end - at);
  return true;
}
