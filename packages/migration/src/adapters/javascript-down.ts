/**
 * What a migration written in JavaScript or TypeScript knows about undoing itself, judged from its text: nothing is run. Where the
 * text does not say it plainly the answer is `unknown`.
 */
import type { DownKind } from "../migration.ts";
import { closeOf, maskCode } from "./javascript-code.ts";

/** What the text says: as DownKind; `disabled` is `down = false`. */
export type WrittenDown = DownKind | "disabled";

/** Judges a file, or the part of it that is one migration. */
export function writtenDown(text: string): WrittenDown {
  const code = maskCode(text);
  return code === undefined ? "unknown" : judge(text, code);
}

/** Judges text whose masked code is known already. */
export function judge(text: string, code: string): WrittenDown {
  const found = definitionsOf("down", code);
  const [first] = found;
  if (found.length > 1) return "unknown";
  if (first !== undefined) return judgeDefinition(first);
  if (/\bdown\b/.test(code) || /(["'`])down\1/.test(text)) return "unknown";
  // Only a file that says plainly what it exports can be believed to have no down.
  const isPlain =
    definitionsOf("up", code).length === 1 && !/\.\.\.|\bextends\b|\bexport\s*\*|\bassign\s*\(/.test(code);
  return isPlain ? "none" : "unknown";
}

type Definition = { kind: "body" | "expression"; text: string } | { kind: "disabled" | "absent" | "elsewhere" };

function judgeDefinition(definition: Definition): WrittenDown {
  if (definition.kind === "disabled") return "disabled";
  if (definition.kind === "body") return judgeBody(definition.text);
  if (definition.kind === "expression") return judgeExpression(definition.text);
  return "unknown";
}

/** A statement that changes nothing in any database. */
const IDLE =
  /^(?:(?:return|await|return\s+await|void)\b\s*)?(?:null|undefined|true|false|0|Promise\s*\.\s*resolve\s*\(\s*\)|\{\s*\}|\[\s*\])?$|^(["'])\s*\1$|^console\s*\.\s*\w+\s*\([\s"'`,]*\)$/;

/** What TypeScript makes of an async function for ES2015. */
const AWAITER = /^\s*return\s+__awaiter\(this,\s*void 0,\s*void 0,\s*function\s*\*\s*\(\)\s*\{([^]*)\}\)\s*;?\s*$/;

function judgeBody(whole: string): WrittenDown {
  const body = AWAITER.exec(whole)?.[1] ?? whole;
  if (/\b__(?:awaiter|generator)\b/.test(body)) return "unknown";
  const statements = body
    .split(/[;\n]/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
  if (statements.every((statement) => IDLE.test(statement))) return "empty";
  // A down that only says that there is none.
  return /^throw\b/.test(body.trim()) ? "none" : "real";
}

function judgeExpression(expression: string): WrittenDown {
  const text = expression.trim();
  if (text === "" || /[^=!<>]=(?![=>])/.test(text)) return "unknown";
  return IDLE.test(text) || /^\(\s*\{\s*\}\s*\)$/.test(text) ? "empty" : "real";
}

/** Where a function with that name is written down; calls and mentions are left out. */
function definitionsOf(name: string, code: string): readonly Definition[] {
  const found: Definition[] = [];
  const look = (pattern: string, read: (at: number) => Definition | undefined): void => {
    for (const match of code.matchAll(new RegExp(pattern, "g"))) {
      const definition = read(match.index + match[0].length);
      if (definition !== undefined) found.push(definition);
    }
  };
  look(String.raw`\bfunction\s*\*?\s*${name}\s*(?=[(<])`, (at) => readFunction(code, at));
  look(String.raw`(?<![\w$.])(?:(?:module\s*\.\s*)?exports\s*\.\s*)?${name}\s*(?::[^=;{}]*)?=(?![=>])`, (at) =>
    readValue(code, at),
  );
  look(String.raw`(?<=[{,]\s*(?:\w+\s+)?)${name}\s*:`, (at) => readValue(code, at));
  look(String.raw`(?<!\bfunction\s*\*?\s*)(?<![\w$.])${name}\s*(?=[(<])`, (at) => readFunction(code, at));
  return found;
}

/** A function from its parameters on; undefined when no body follows. */
function readFunction(code: string, at: number): Definition | undefined {
  const open = code.indexOf("(", at);
  const close = open === -1 ? undefined : closeOf(code, open);
  if (close === undefined) return undefined;
  const brace = /^\s*(?::[^;={}()]*)?(?=\{)/.exec(code.slice(close));
  return brace === null ? undefined : readBody(code, close + brace[0].length);
}

function readBody(code: string, at: number): Definition {
  const end = closeOf(code, at);
  return end === undefined ? { kind: "elsewhere" } : { kind: "body", text: code.slice(at + 1, end - 1) };
}

/** What a name is given. */
function readValue(code: string, from: number): Definition | undefined {
  const start = /^\s*(?:async\b\s*)?/.exec(code.slice(from));
  const at = from + (start?.[0].length ?? 0);
  const rest = code.slice(at);
  if (/^false\b/.test(rest)) return { kind: "disabled" };
  if (/^(?:undefined|null)\b/.test(rest)) return { kind: "absent" };
  const named = /^function\b\s*\*?\s*(?:[\w$]+\s*)?(?=[(<])/.exec(rest);
  // Its name is found as a definition of its own when it is the one that is looked for.
  if (named !== null) return /\b(?:down|up)\s*$/.test(named[0]) ? undefined : readFunction(code, at + named[0].length);
  const parameter = /^[\w$]+\s*(?==>)/.exec(rest);
  if (parameter !== null) return readArrow(code, at + parameter[0].length);
  // `exports.down = down`, `exports.down = exports.up = void 0`: where it is, not what.
  if (/^(?:(?:up|down)\b\s*(?:[,;}\n]|$)|exports\b|void\s+0\b)/.test(rest)) return undefined;
  const close = rest.startsWith("(") ? closeOf(code, at) : undefined;
  return close === undefined ? { kind: "elsewhere" } : readArrow(code, close);
}

/** An arrow function from behind its parameters. */
function readArrow(code: string, at: number): Definition {
  const arrow = /^\s*(?::[^;={}()]*)?=>\s*/.exec(code.slice(at));
  if (arrow === null) return { kind: "elsewhere" };
  const from = at + arrow[0].length;
  if (code[from] === "{") return readBody(code, from);
  return { kind: "expression", text: code.slice(from, endOfExpression(code, from)) };
}

/** Where an expression ends: at a comma, a semicolon or a bracket that is not its own, or at a line that begins a statement. */
function endOfExpression(code: string, from: number): number {
  let at = from;
  while (at < code.length) {
    const character = code[at] ?? "";
    if (",;)]}".includes(character)) return at;
    if ("([{".includes(character)) {
      const close = closeOf(code, at);
      if (close === undefined) return code.length;
      at = close;
    } else if (/^\n\s*(?:export|module|exports|const|let|var|function|async|class|\}|$)/.test(code.slice(at, at + 40)))
      return at;
    else at += 1;
  }
  return at;
}
