/**
 * terraform's diagnostics: parsed from the `-json` stream and from `validate -json`, ordered, and placed in the
 * workspace. What they mean for a step is diagnostic-class.ts; nothing here judges or renders.
 * Source of the shape: https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format
 */
import { posix } from "node:path";
import type { Location } from "@handrail/runner";
import { type Json, isJsonObject, member } from "./json-value.ts";

/** Line and column count from 1, the byte from 0. */
export type Position = { line: number; column: number; byte: number };

/** The piece of configuration that a diagnostic points at, with the values terraform shows for it. */
export type Snippet = {
  context?: string;
  code: string;
  startLine: number;
  highlightStart: number;
  highlightEnd: number;
  values: { traversal: string; statement: string }[];
};

/** One error or warning. All texts are terraform's own: they can hold secrets, and anything else. */
export type Diagnostic = {
  severity: "error" | "warning" | (string & {});
  summary: string;
  detail: string;
  /** The resource it is about. */
  address?: string;
  /** `filename` is relative to the directory terraform ran in. */
  range?: { filename: string; start: Position; end: Position };
  snippet?: Snippet;
};

/** The answer of `validate -json`. */
export type Validation = { isValid: boolean; diagnostics: Diagnostic[] };

function textOf(value: Json | undefined, key: string): string {
  const found = member(value, key);
  return typeof found === "string" ? found : "";
}

function numberOf(value: Json | undefined, key: string): number {
  const found = member(value, key);
  return typeof found === "number" ? found : 0;
}

function position(value: Json | undefined): Position {
  return { line: numberOf(value, "line"), column: numberOf(value, "column"), byte: numberOf(value, "byte") };
}

function snippet(value: Json): Snippet {
  const context = member(value, "context");
  const values = member(value, "values");
  return {
    ...(typeof context === "string" ? { context } : {}),
    code: textOf(value, "code"),
    startLine: numberOf(value, "start_line"),
    highlightStart: numberOf(value, "highlight_start_offset"),
    highlightEnd: numberOf(value, "highlight_end_offset"),
    values: (Array.isArray(values) ? values : []).map((item) => ({
      traversal: textOf(item, "traversal"),
      statement: textOf(item, "statement"),
    })),
  };
}

/** Reads one diagnostic object; undefined when it is none (no severity and no summary). */
export function parseDiagnostic(value: unknown): Diagnostic | undefined {
  const json = value as Json | undefined;
  if (!isJsonObject(json)) return undefined;
  const severity = textOf(json, "severity");
  const summary = textOf(json, "summary");
  if (severity === "" && summary === "") return undefined;
  const range = member(json, "range");
  const code = member(json, "snippet");
  const address = textOf(json, "address");
  return {
    severity: severity === "" ? "error" : severity,
    summary,
    detail: textOf(json, "detail"),
    ...(address === "" ? {} : { address }),
    ...(isJsonObject(range)
      ? {
          range: {
            filename: textOf(range, "filename"),
            start: position(member(range, "start")),
            end: position(member(range, "end")),
          },
        }
      : {}),
    ...(isJsonObject(code) ? { snippet: snippet(code) } : {}),
  };
}

/** Reads the answer of `validate -json`; undefined when the text is something else. */
export function parseValidation(text: string): Validation | undefined {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const isValid = member(json, "valid");
  const list = member(json, "diagnostics");
  if (typeof isValid !== "boolean") return undefined;
  const diagnostics = (Array.isArray(list) ? list : []).map(parseDiagnostic).filter((item) => item !== undefined);
  return { isValid, diagnostics };
}

/** terraform's heading over the diagnostics of an init: it says nothing itself. */
const HEADING = /^(Terraform|OpenTofu) encountered problems during initiali[sz]ation/;

/** Whether a diagnostic only announces others. */
export function isHeading(diagnostic: Diagnostic): boolean {
  return HEADING.test(diagnostic.summary);
}

/** An unknown severity stands between errors and warnings: it is not known to be harmless. */
function rank(diagnostic: Diagnostic): number {
  const severities = ["error", "warning"].indexOf(diagnostic.severity);
  return (severities === -1 ? 1 : severities * 2) + (isHeading(diagnostic) ? 0.5 : 0);
}

/** Worst first: errors, unknown severities, warnings; a mere heading after the others of its severity. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return rank(a) - rank(b);
}

/** Without repetitions, worst first; equally bad ones stay in terraform's order. */
export function orderDiagnostics(all: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(all.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...seen.values()].sort(compareDiagnostics);
}

/**
 * Where a diagnostic points, relative to the workspace. `directory` is where terraform ran, relative to the workspace.
 * undefined for what is not a file in the workspace (`<value for var.x>`, a downloaded module outside of it).
 */
export function locateDiagnostic(diagnostic: Diagnostic, directory: string): Location | undefined {
  const { range } = diagnostic;
  if (range === undefined || range.filename === "" || range.filename.startsWith("<")) return undefined;
  const file = posix.normalize(posix.join(directory.replaceAll("\\", "/"), range.filename.replaceAll("\\", "/")));
  if (range.filename.startsWith("/") || file.startsWith("../") || file.startsWith("/") || file.includes("\0"))
    return undefined;
  if (range.start.line < 1) return { file };
  return {
    file,
    line: range.start.line,
    ...(range.end.line >= range.start.line ? { endLine: range.end.line } : {}),
    ...(range.start.column > 0 ? { column: range.start.column } : {}),
    ...(range.end.column > 0 ? { endColumn: range.end.column } : {}),
  };
}
