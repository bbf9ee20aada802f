/**
 * Evaluates what a workflow's values hold, with GitHub's own expression engine: whole expressions keep their type,
 * text around them makes a string. The contexts are given; nothing is read from anywhere else.
 */
import type { data } from "@actions/expressions";

/** How the job, or what came before it, stands: decides success(), failure() and cancelled(). */
export type Status = { success: boolean; failure: boolean; cancelled: boolean };

/** What an expression may use. Contexts are plain JSON values by name. */
export type Scope = {
  contexts: Readonly<Record<string, unknown>>;
  status?: Status;
  /** hashFiles(), where there is a workspace. */
  hashFiles?: (patterns: readonly string[]) => string;
};

/** `${{ … }}`; braces inside of quotes do not end it. */
const EXPRESSION = /\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}/gu;
const WHOLE = /^\s*\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}\s*$/u;
const STATUS = /\b(?:success|failure|cancelled|always)\s*\(/iu;

/** Evaluates a value of a workflow file: strings, and the values of mappings and lists. */
export async function evaluateValue(value: unknown, scope: Scope): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((each) => evaluateValue(each, scope)));
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(async ([key, each]) => [key, await evaluateValue(each, scope)] as const);
    return Object.fromEntries(await Promise.all(pairs));
  }
  if (typeof value !== "string") return value;
  const whole = WHOLE.exec(value)?.[1];
  if (whole !== undefined) return evaluatePlain(whole, scope);
  return interpolate(value, scope);
}

/** Evaluates a value and makes text of it, as GitHub does for `with`, `env`, names and scripts. */
export async function evaluateText(value: unknown, scope: Scope): Promise<string> {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return interpolate(value, scope);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Error(`Text is expected, not ${JSON.stringify(value)}`);
}

/** Evaluates the values of a mapping to text. */
export async function evaluateTexts(
  values: Readonly<Record<string, unknown>> | undefined,
  scope: Scope,
): Promise<Record<string, string>> {
  const pairs = Object.entries(values ?? {}).map(async ([key, value]) => [key, await evaluateText(value, scope)]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}

/** Does the condition of a job or step hold? One without a status function has `success() &&` before it. */
export async function isMet(condition: unknown, scope: Scope): Promise<boolean> {
  if (condition === undefined) return scope.status?.success === true;
  const text = typeof condition === "string" ? condition : JSON.stringify(condition);
  const expression = WHOLE.exec(text)?.[1] ?? text;
  // GitHub makes a text of such a condition, and every text is true.
  if (expression.includes("${{")) throw new Error(`\`if: ${text}\` is always true: an expression is a part of it only`);
  const hasStatus = STATUS.test(expression.replaceAll(/'[^']*'/gu, "''"));
  return Boolean(await evaluatePlain(hasStatus ? expression : `success() && (${expression})`, scope));
}

async function interpolate(text: string, scope: Scope): Promise<string> {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(EXPRESSION)) {
    result += text.slice(end, match.index) + (await evaluate(match[1] ?? "", scope)).coerceString();
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

/** An expression's value as plain JSON, its type kept. */
async function evaluatePlain(expression: string, scope: Scope): Promise<unknown> {
  const { data } = await import("@actions/expressions");
  return toPlain(await evaluate(expression, scope), data);
}

async function evaluate(expression: string, scope: Scope): Promise<data.ExpressionData> {
  const { data, Evaluator, Lexer, Parser } = await import("@actions/expressions");
  try {
    const { tokens } = new Lexer(expression.trim()).lex();
    const own = functions(scope, data);
    const parsed = new Parser(tokens, Object.keys(scope.contexts), own).parse();
    const root = JSON.parse(JSON.stringify(scope.contexts), data.reviver) as data.Dictionary;
    return new Evaluator(parsed, root, new Map(own.map((each) => [each.name.toLowerCase(), each]))).evaluate();
  } catch (error) {
    throw new Error(`\${{ ${expression.trim()} }}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

type Definition = {
  name: string;
  minArgs: number;
  maxArgs: number;
  call(...given: data.ExpressionData[]): data.ExpressionData;
};

function functions({ status, hashFiles }: Scope, types: typeof data): Definition[] {
  const constant = (name: string, value: boolean): Definition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new types.BooleanData(value),
  });
  const known = status === undefined ? [] : [constant("always", true)];
  for (const [name, value] of Object.entries(status ?? {})) known.push(constant(name, value));
  if (hashFiles === undefined) return known;
  const call = (...patterns: data.ExpressionData[]): data.ExpressionData =>
    new types.StringData(hashFiles(patterns.map((pattern) => pattern.coerceString())));
  return [...known, { name: "hashFiles", minArgs: 1, maxArgs: 255, call }];
}

function toPlain(value: data.ExpressionData, { replacer }: typeof data): unknown {
  return JSON.parse(JSON.stringify(value, replacer)) as unknown;
}
