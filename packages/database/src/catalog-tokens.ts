/** SQL in tokens: enough of it to tell names, texts and comments apart. It never fails; what it does not know is a sign. */

/** `name` is a quoted one (`"a"`, `` `a` ``, `[a]`), `string` a text, `blob` bytes or bits (`x'00'`). Space and comments are no tokens. */
export type TokenKind = "word" | "name" | "string" | "blob" | "number" | "sign";

/** A token of SQL. */
export type Token = {
  kind: TokenKind;
  /** As it was written. */
  text: string;
  /** Of a name or string without its quotes; of a word in lower case; else as it was written. */
  value: string;
};

const TOKEN = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|$))`,
    String.raw`(?<blob>[xX]'[^']*')`,
    String.raw`(?<string>'[^']*(?:''[^']*)*(?:'|$))`,
    String.raw`(?<name>"[^"]*(?:""[^"]*)*(?:"|$)|` + "`[^`]*(?:``[^`]*)*(?:`|$)" + String.raw`|\[[^\]]*(?:\]|$))`,
    String.raw`(?<number>0[xX][\dA-Fa-f_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    String.raw`(?<sign>->>|\|\||->|<<|>>|<=|>=|<>|!=|==|[\s\S])`,
  ].join("|"),
  "g",
);

/** The tokens of a statement as SQLite stores it. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups = {}, 0: text } of sql.matchAll(TOKEN)) {
    const kind = kinds.find((kind) => groups[kind] !== undefined);
    if (kind !== undefined) tokens.push({ kind, text, value: valueOf(kind, text) });
  }
  return tokens;
}

const kinds: readonly TokenKind[] = ["word", "name", "string", "blob", "number", "sign"];

function valueOf(kind: TokenKind, text: string): string {
  if (kind === "word") return text.toLowerCase();
  if (kind !== "name" && kind !== "string") return text;
  const quote = text[0] ?? "";
  const inner = text.slice(1, -1);
  return quote === "[" ? inner : inner.replaceAll(quote + quote, quote);
}

/** Words that have a space before a bracket; others are taken for functions and types. */
const SPACED = new Set(
  "and as by check conflict else except exists filter from in intersect is join key like not on or over select then union unique using values when where".split(
    " ",
  ),
);

/** Joins pieces of SQL with the spaces that people expect; the same pieces give the same text, whatever stood between them. */
export function joinSql(pieces: readonly string[]): string {
  let text = "";
  let last = "(";
  for (const piece of pieces) {
    const isTight =
      last === "(" ||
      last === "." ||
      /^[),.;]$/.test(piece) ||
      (piece === "(" && /^[\w"]/.test(last) && !SPACED.has(last));
    text += isTight ? piece : ` ${piece}`;
    last = piece;
  }
  return text;
}

/**
 * SQL with each run of spaces and line ends between its tokens as one space, as far as texts and names in quotes allow. For what a
 * server made of a statement; bodies of routines are left as they are, for people see a change in them.
 */
export function collapseSpace(sql: string): string {
  return sql
    .replaceAll(
      /('[^']*(?:''[^']*)*'|"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`)|\s+/g,
      (_, quoted?: string) => quoted ?? " ",
    )
    .trim();
}
