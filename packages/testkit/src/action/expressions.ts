/** Evaluates the `${{ }}` expressions of defaults and conditions with GitHub's own engine. */
import type { data } from "@actions/expressions";

/** The contexts an expression may read: plain JSON values by name (`github`, `runner`). */
export type ExpressionContexts = Readonly<Record<string, unknown>>;

/** Replaces every `${{ … }}` of a text by its value. */
export async function resolveExpressions(text: string, contexts: ExpressionContexts): Promise<string> {
  const parts = text.split(/\$\{\{(.*?)\}\}/su);
  // Odd parts are what stands between the braces.
  const resolved = parts.map(async (part, at) =>
    at % 2 === 0 ? part : (await evaluate(part, contexts)).coerceString(),
  );
  return (await Promise.all(resolved)).join("");
}

/** Is a step's condition met after `status`? A condition without a status function has `success() &&` before it. */
export async function isConditionMet(
  condition: string,
  status: "success" | "failure" | "cancelled",
  contexts: ExpressionContexts,
): Promise<boolean> {
  const text = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/su, "$1");
  const hasStatus = /\b(?:success|failure|cancelled|always)\s*\(/u.test(text);
  const value = await evaluate(hasStatus ? text : `success() && (${text})`, contexts, {
    success: status === "success",
    failure: status === "failure",
    cancelled: status === "cancelled",
    always: true,
  });
  return !["false", "", "0"].includes(value.coerceString());
}

async function evaluate(
  expression: string,
  contexts: ExpressionContexts,
  functions: Record<string, boolean> = {},
): Promise<data.ExpressionData> {
  const { data, Evaluator, Lexer, Parser } = await import("@actions/expressions");
  const { tokens } = new Lexer(expression.trim()).lex();
  const known = Object.entries(functions).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
  const parsed = new Parser(tokens, Object.keys(contexts), known).parse();
  const root = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, root, new Map(known.map((each) => [each.name, each]))).evaluate();
}
