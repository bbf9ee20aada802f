/** Reads one of Django's migration files without running it. */
import type { DownKind } from "../migration.ts";
import {
  assignments,
  blockOf,
  callOf,
  dottedName,
  functionBody,
  isIdleBody,
  isRefusal,
  literalOf,
} from "./python-meaning.ts";
import type { PythonCall } from "./python-meaning.ts";
import { insideBrackets, pythonLines, splitPython } from "./python-source.ts";
import type { PythonLine, PythonToken } from "./python-source.ts";

/** Another migration: `__first__` and `__latest__` are names, too. */
export type DjangoName = { app: string; name: string };

/** What a file says. */
export type DjangoFile = {
  /** undefined for what is computed. */
  dependencies: readonly DjangoName[];
  runBefore: readonly DjangoName[];
  replaces: readonly DjangoName[];
  down: DownKind;
  downSql?: string;
  isAtomic: boolean;
};

/** Reads a file; undefined when it has no class Migration. */
export function readDjangoFile(text: string): DjangoFile | undefined {
  const module = pythonLines(text);
  const body = blockOf(module, ({ tokens }) => tokens[0]?.text === "class" && tokens[1]?.text === "Migration");
  if (body === undefined) return undefined;
  const values = assignments(body);
  const operations = values.get("operations");
  const kinds = operations === undefined ? [] : kindsOf(operations, module);
  const downSql = operations === undefined ? undefined : downSqlOf(operations);
  return {
    dependencies: namesOf(values.get("dependencies")),
    runBefore: namesOf(values.get("run_before")),
    replaces: namesOf(values.get("replaces")),
    down: downOf(kinds),
    ...(downSql === undefined ? {} : { downSql }),
    isAtomic: literalOf(values.get("atomic") ?? []) !== "False",
  };
}

/** `[("app", "0001_name"), migrations.swappable_dependency(…)]`; what is no pair of texts is left out. */
function namesOf(tokens: readonly PythonToken[] | undefined): readonly DjangoName[] {
  return splitPython(insideBrackets(tokens ?? []) ?? []).flatMap((part) => {
    const pair: unknown = literalOf(part);
    if (!Array.isArray(pair) || pair.length !== 2) return [];
    const [app, name]: readonly unknown[] = pair;
    return typeof app === "string" && typeof name === "string" ? [{ app, name }] : [];
  });
}

/** What undoing one operation does; `nothing`: there is nothing to undo, for it changes nothing. */
type OperationKind = DownKind | "nothing";

function downOf(kinds: readonly OperationKind[]): DownKind {
  if (kinds.includes("none")) return "none";
  if (kinds.includes("unknown")) return "unknown";
  // A migration without operations (a merge) leaves nothing to undo.
  return kinds.includes("empty") && !kinds.includes("real") ? "empty" : "real";
}

function kindsOf(operations: readonly PythonToken[], module: readonly PythonLine[]): readonly OperationKind[] {
  const inside = insideBrackets(operations);
  if (inside === undefined) return ["unknown"];
  return splitPython(inside).flatMap((part) => {
    const call = callOf(part);
    return call === undefined ? ["unknown" as const] : kindsOfCall(call, module);
  });
}

/** Those of django.db.migrations (3.2 to 5.2) and django.contrib.postgres that undo themselves. */
const REVERSIBLE =
  /^(?:CreateModel|DeleteModel|RenameModel|(?:Add|Remove|Alter|Rename)(?:Field|Index|IndexConcurrently|Constraint)|RemoveIndexConcurrently|AddConstraintNotValid|ValidateConstraint|AlterModel(?:Table|TableComment|Options|Managers)|Alter(?:Unique|Index)Together|AlterOrderWithRespectTo|\w+Extension|(?:Create|Remove)Collation)$/;

function kindsOfCall(call: PythonCall, module: readonly PythonLine[]): readonly OperationKind[] {
  const { name, positional, keywords } = call;
  if (name === "RunSQL") return [reverseKind(positional, keywords.get("reverse_sql"), module)];
  if (name === "RunPython") return [reverseKind(positional, keywords.get("reverse_code"), module)];
  if (name === "SeparateDatabaseAndState") {
    const operations = keywords.get("database_operations") ?? positional[0];
    return operations === undefined ? ["nothing"] : kindsOf(operations, module);
  }
  return [REVERSIBLE.test(name) ? "real" : "unknown"];
}

function reverseKind(
  [forward = [], second]: readonly (readonly PythonToken[])[],
  keyword: readonly PythonToken[] | undefined,
  module: readonly PythonLine[],
): OperationKind {
  const reverse = reverseOf(keyword ?? second ?? [], module);
  if (reverse === "none" || reverse === "real") return reverse;
  return isNoop(forward) ? "nothing" : "empty";
}

function reverseOf(tokens: readonly PythonToken[], module: readonly PythonLine[]): "none" | "empty" | "real" {
  if (tokens.length === 0) return "none";
  if (isNoop(tokens)) return "empty";
  const literal = literalOf(tokens);
  if (literal === null) return "none";
  if (literal !== undefined) return literal.length === 0 ? "empty" : "real";
  const body = functionBody(module, dottedName(tokens) ?? "");
  if (body === undefined) return "real";
  return isIdleBody(body) ? "empty" : isRefusal(body) ? "none" : "real";
}

/** `migrations.RunSQL.noop`, `RunPython.noop`, `""`. */
function isNoop(tokens: readonly PythonToken[]): boolean {
  return /(?:^|\.)Run(?:SQL|Python)\.noop$/.test(dottedName(tokens) ?? "") || literalOf(tokens) === "";
}

/** The SQL that undoes a migration of nothing but SQL, the last operation first. */
function downSqlOf(operations: readonly PythonToken[]): string | undefined {
  const parts = splitPython(insideBrackets(operations) ?? []);
  const texts = parts.map((part) => {
    const call = callOf(part);
    if (call?.name !== "RunSQL") return undefined;
    const reverse = call.keywords.get("reverse_sql") ?? call.positional[1] ?? [];
    return isNoop(reverse) ? "" : sqlOf(literalOf(reverse));
  });
  if (parts.length === 0 || !texts.every((text) => text !== undefined)) return undefined;
  return texts
    .toReversed()
    .map((text) => text.trim().replace(/;$/, ""))
    .filter((text) => text !== "")
    .map((text) => `${text};\n`)
    .join("");
}

/** A text, or a list of texts; statements with parameters (`(sql, params)`) are not taken for SQL. */
function sqlOf(value: ReturnType<typeof literalOf>): string | undefined {
  if (typeof value === "string") return value;
  return value?.every((each) => typeof each === "string") === true ? value.join(";\n") : undefined;
}
