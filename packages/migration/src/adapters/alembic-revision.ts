/** Reads one of Alembic's revision files. */
import type { DownKind, Migration } from "../migration.ts";
import { assignments, callOf, functionBody, isIdleBody, isRefusal, literalOf } from "./python-meaning.ts";
import type { PythonLiteral } from "./python-meaning.ts";
import { pythonLines } from "./python-source.ts";
import type { PythonLine } from "./python-source.ts";
import { digestOfScripts } from "./sql-scripts.ts";

/** A revision of the checkout. */
export type Revision = {
  /** Without `after`: that is known when all are read. */
  migration: Migration;
  /** The revisions it follows: none for a base, several for a merge. */
  follows: readonly string[];
  /** What it needs besides: revisions, the first characters of one, or labels of branches. */
  needs: readonly string[];
  labels: readonly string[];
};

/** Reads a file; undefined when it computes what Alembic has to know, so that only running it tells. */
export function readRevision(name: string, text: string, isTransactional: boolean): Revision | undefined {
  const lines = pythonLines(text);
  const values = assignments(lines);
  const textsOf = (variable: string): readonly string[] | undefined => {
    const tokens = values.get(variable);
    return tokens === undefined ? [] : textList(literalOf(tokens));
  };
  const [id] = textsOf("revision") ?? [];
  const follows = textsOf("down_revision");
  const needs = textsOf("depends_on");
  const labels = textsOf("branch_labels");
  if (id === undefined || follows === undefined || needs === undefined || labels === undefined) return undefined;
  const downSql = sqlOf(functionBody(lines, "downgrade"));
  const isOutside = !isTransactional || /\bautocommit_block\b/.test(text);
  const migration: Migration = {
    id,
    title: name,
    digest: digestOfScripts([text]),
    down: downKind(lines),
    ...(downSql === undefined ? {} : { downSql }),
    ...(isOutside ? { outsideTransaction: true } : {}),
  };
  return { migration, follows, needs, labels };
}

/** A text, several, or none at all. */
function textList(value: PythonLiteral | undefined): readonly string[] | undefined {
  if (value === null) return [];
  if (typeof value === "string") return [value];
  return value?.every((each) => typeof each === "string") === true ? value : undefined;
}

function downKind(lines: readonly PythonLine[]): DownKind {
  const body = functionBody(lines, "downgrade");
  if (body === undefined || isRefusal(body)) return "none";
  if (isIdleBody(body)) {
    // Where upgrade does nothing either (a merge), nothing is left to undo.
    const up = functionBody(lines, "upgrade");
    return up !== undefined && isIdleBody(up) ? "real" : "empty";
  }
  // The template for several databases looks the function up by name.
  return body.some(({ tokens }) => tokens.some(({ text }) => text === "globals")) ? "unknown" : "real";
}

/** The SQL of a body that sends texts and does nothing else. */
function sqlOf(body: readonly PythonLine[] | undefined): string | undefined {
  const statements: string[] = [];
  for (const { tokens } of body ?? []) {
    const call = callOf(tokens);
    const [argument] = call?.positional ?? [];
    if (call?.path !== "op.execute" || argument === undefined || call.positional.length > 1) return undefined;
    const sql = sqlText(argument);
    if (sql === undefined) return undefined;
    statements.push(sql.trim().replace(/;$/, ""));
  }
  return statements.length === 0 ? undefined : `${statements.join(";\n")};\n`;
}

/** `"…"`, or `sa.text("…")`. */
function sqlText(tokens: Parameters<typeof literalOf>[0]): string | undefined {
  const call = callOf(tokens);
  const inner = call?.name === "text" ? call.positional[0] : tokens;
  const value = inner === undefined ? undefined : literalOf(inner);
  return typeof value === "string" && inner?.[0]?.kind === "string" ? value : undefined;
}
