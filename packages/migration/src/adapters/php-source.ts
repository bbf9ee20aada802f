/** PHP as text: what is code in it, and the methods of a class. Enough for migrations; what it cannot tell is undefined. */

const HEREDOC = /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/y;

/** The text with comments and what is inside of strings blank; same length. Undefined when something does not end. */
export function maskPhp(text: string): string | undefined {
  let masked = "";
  let at = 0;
  while (at < text.length) {
    const end = endOfToken(text, at);
    if (end === undefined) return undefined;
    if (end === at) {
      masked += text[at] ?? "";
      at += 1;
      continue;
    }
    const token = text.slice(at, end);
    const isString = token.startsWith("'") || token.startsWith('"');
    masked += isString ? `${token[0] ?? ""}${blank(token.slice(1, -1))}${token[0] ?? ""}` : blank(token);
    at = end;
  }
  return masked;
}

/** Behind the comment or the string that begins at `at`; `at` when none does; undefined when it does not end. */
function endOfToken(text: string, at: number): number | undefined {
  const character = text[at] ?? "";
  if (character === "'" || character === '"') return endOfString(text, at, character);
  if (text.startsWith("/*", at)) return behind(text, "*/", at + 2);
  // `#[…]` is an attribute.
  if (text.startsWith("//", at) || (character === "#" && text[at + 1] !== "[")) {
    const end = text.indexOf("\n", at);
    return end === -1 ? text.length : end;
  }
  HEREDOC.lastIndex = at;
  const heredoc = HEREDOC.exec(text);
  return heredoc === null ? at : endOfHeredoc(text, at + heredoc[0].length, heredoc[2] ?? "");
}

function endOfString(text: string, at: number, quote: string): number | undefined {
  for (let next = at + 1; next < text.length; next += 1) {
    if (text[next] === "\\") next += 1;
    else if (text[next] === quote) return next + 1;
  }
  return undefined;
}

function endOfHeredoc(text: string, from: number, name: string): number | undefined {
  const close = new RegExp(String.raw`^[ \t]*${name}\b`, "m").exec(text.slice(from));
  return close === null ? undefined : from + close.index + close[0].length;
}

function behind(text: string, what: string, from: number): number | undefined {
  const found = text.indexOf(what, from);
  return found === -1 ? undefined : found + what.length;
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

/** The bodies of the methods of these names, in masked PHP, without their braces; a body is undefined when it does not end. */
export function methodsOf(masked: string, names: readonly string[]): ReadonlyMap<string, string | undefined> {
  const methods = new Map<string, string | undefined>();
  const head = new RegExp(String.raw`\bfunction\s+(${names.join("|")})\s*\([^)]*\)\s*(?::\s*[\w\\|?]+\s*)?\{`, "gi");
  for (const match of masked.matchAll(head)) {
    methods.set((match[1] ?? "").toLowerCase(), bodyFrom(masked, match.index + match[0].length));
  }
  return methods;
}

function bodyFrom(masked: string, from: number): string | undefined {
  let depth = 1;
  for (let at = from; at < masked.length; at += 1) {
    if (masked[at] === "{") depth += 1;
    if (masked[at] === "}") depth -= 1;
    if (depth === 0) return masked.slice(from, at);
  }
  return undefined;
}

/** Whether a body does nothing: blank, or only a return. */
export function isIdlePhp(body: string): boolean {
  return /^\s*(?:return\s*;\s*)?$/.test(body);
}

/** Whether a body throws before it does anything. */
export function throwsAtOnce(body: string): boolean {
  return /^\s*throw\b/.test(body);
}

/** What the class in a file extends, by its last name: `Migration`; "" when it extends nothing, or there is no class. */
export function parentOf(masked: string): string {
  return /\bclass\b[^{;]*?\bextends\s+([\w\\]+)/.exec(masked)?.[1]?.split("\\").at(-1) ?? "";
}
