/** Ruby as text: what is code in it, and the methods of a class. Enough for migrations; what it cannot tell is undefined. */

/** A heredoc; its name begins with a capital, or `list << item` would be one. */
const HEREDOC = /<<[~-]?(["'`]?)([A-Z_][A-Za-z0-9_]*)\1/y;
const PERCENT = /%[wWiIqQ]([[({<])/y;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}", "<": ">" };

/** The text with comments and what is inside of strings blank; same lines. Undefined when a string does not end. */
export function maskRuby(text: string): string | undefined {
  const code = text.replace(/^__END__$[^]*/m, "").replaceAll(/^=begin\b[^]*?^=end\b.*$/gm, blank);
  let masked = "";
  let heredocs: string[] = [];
  let at = 0;
  while (at < code.length) {
    const step = nextStep(code, at, heredocs);
    if (step === undefined) return undefined;
    masked += step.masked;
    at = step.end;
    if (step.heredoc !== undefined) heredocs.push(step.heredoc);
    if (step.closes === true) heredocs = [];
  }
  return masked;
}

type Step = { masked: string; end: number; heredoc?: string; closes?: true };

function nextStep(code: string, at: number, heredocs: readonly string[]): Step | undefined {
  const character = code[at] ?? "";
  if (character === "\n" && heredocs.length > 0) return skipHeredocs(code, at, heredocs);
  if (character === "#") return skipTo(code, at, endOfLine(code, at));
  if (character === '"' || character === "'" || character === "`") {
    const end = endOfString(code, at, character);
    return end === undefined
      ? undefined
      : { masked: `${character}${blank(code.slice(at + 1, end - 1))}${character}`, end };
  }
  const heredoc = matchAt(HEREDOC, code, at);
  if (heredoc !== undefined)
    return { masked: `""${" ".repeat(heredoc[0].length - 2)}`, end: at + heredoc[0].length, heredoc: heredoc[2] ?? "" };
  const percent = matchAt(PERCENT, code, at);
  if (percent !== undefined) {
    const end = endOfBrackets(code, at + percent[0].length - 1, percent[1] ?? "");
    return end === undefined ? undefined : { masked: `""${blank(code.slice(at + 2, end))}`, end };
  }
  return { masked: character, end: at + 1 };
}

function matchAt(pattern: RegExp, code: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(code) ?? undefined;
}

function skipTo(code: string, at: number, end: number): Step {
  return { masked: blank(code.slice(at, end)), end };
}

function endOfLine(code: string, at: number): number {
  const end = code.indexOf("\n", at);
  return end === -1 ? code.length : end;
}

/** The lines after this one, until each of the heredocs that it opened has ended. */
function skipHeredocs(code: string, at: number, names: readonly string[]): Step | undefined {
  let end = at;
  for (const name of names) {
    const close = new RegExp(String.raw`\n[ \t]*${name}(?=\r?\n|$)`, "y");
    let found: number | undefined;
    for (let next = end; next !== -1 && found === undefined; next = code.indexOf("\n", next + 1)) {
      const match = matchAt(close, code, next);
      if (match !== undefined) found = next + match[0].length;
    }
    if (found === undefined) return undefined;
    end = found;
  }
  return { ...skipTo(code, at, end), closes: true };
}

/** Behind the quote that closes the one at `at`. Inside `#{…}` there can be strings again. */
function endOfString(code: string, at: number, quote: string): number | undefined {
  for (let next = at + 1; next < code.length; next += 1) {
    if (code[next] === "\\") next += 1;
    else if (code[next] === quote) return next + 1;
    else if (quote !== "'" && code.startsWith("#{", next)) {
      const end = endOfInterpolation(code, next + 2);
      if (end === undefined) return undefined;
      next = end;
    }
  }
  return undefined;
}

function endOfInterpolation(code: string, from: number): number | undefined {
  let depth = 1;
  for (let next = from; next < code.length; next += 1) {
    const character = code[next] ?? "";
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth === 0) return next;
    if (character === '"' || character === "'") {
      const end = endOfString(code, next, character);
      if (end === undefined) return undefined;
      next = end - 1;
    }
  }
  return undefined;
}

function endOfBrackets(code: string, at: number, open: string): number | undefined {
  let depth = 0;
  for (let next = at; next < code.length; next += 1) {
    if (code[next] === open) depth += 1;
    if (code[next] === CLOSING[open]) depth -= 1;
    if (depth === 0) return next + 1;
  }
  return undefined;
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

/**
 * The bodies of the methods of these names, in masked Ruby; a body is undefined when its end cannot be found. A method ends with
 * the first `end` that is indented like its `def`, as all Ruby is written.
 */
export function methodsOf(masked: string, names: readonly string[]): ReadonlyMap<string, string | undefined> {
  const methods = new Map<string, string | undefined>();
  const head = new RegExp(
    String.raw`^([ \t]*)def\s+(?:self\.)?(${names.join("|")})\b(?![?!])[ \t]*(?:\([^)]*\))?(.*)$`,
    "gm",
  );
  for (const match of masked.matchAll(head)) {
    const [line, indent = "", name = "", rest = ""] = match;
    methods.set(name, bodyOf(masked.slice(match.index + line.length), indent, rest.trim()));
  }
  return methods;
}

function bodyOf(following: string, indent: string, rest: string): string | undefined {
  const short = /^(?:=(?!=)(.*)|;(.*)\bend\b.*)$/.exec(rest);
  if (short !== null) return (short[1] ?? short[2] ?? "").replace(/;\s*$/, "");
  if (rest !== "" && rest !== ";") return undefined;
  const lines = following.split("\n").slice(1);
  const end = lines.findIndex((line) => line.trim() !== "" && !/^[ \t]/.test(line.slice(indent.length)));
  const last = lines[end];
  if (last === undefined || !new RegExp(String.raw`^${indent}end\b`).test(last)) return undefined;
  return lines.slice(0, end).join("\n");
}
