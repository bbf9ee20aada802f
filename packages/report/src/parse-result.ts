/**
 * Reads a result file. It comes from a job that ran a stranger's code, so it is read as hostile: within limits, every
 * field by its type, nothing of it is believed to be true. Whether it may be told, and where, is for whoever asks.
 */
import { renderMarker } from "@handrail/github";
import type { Marker } from "@handrail/github";
import { Failure } from "@handrail/runner";
import { ExactNumber } from "@handrail/terraform";
import type { ApplyRecord } from "./apply-record.ts";
import { planAction } from "./marker.ts";
import { readApply } from "./parse-apply.ts";
import { report as readReport } from "./parse-report.ts";
import type { PlanReport } from "./report.ts";
import { applySchema, planSchema } from "./result-file.ts";
import { ShapeError, below, object, pattern, text } from "./shape.ts";

/** Most characters of a result file. */
export const LONGEST_RESULT = 67_108_864;

/** A result file as data. */
export type ParsedResult = {
  kind: "plan" | "apply";
  report: PlanReport;
  /** Of the comment, as the job made it; a proof in it is passed on, nobody here can check it. */
  marker: Marker;
  /** `renderOutline`; "" when there is none. */
  outline: string;
  /** Of kind `apply` only. */
  apply?: ApplyRecord;
};

const schemas = new Map<string, ParsedResult["kind"]>([
  [planSchema, "plan"],
  [applySchema, "apply"],
]);

/** How a result file begins; another version, too. */
const START = /^\uFEFF?\s{0,64}\{\s{0,64}"schema"\s{0,64}:\s{0,64}"(handrail\/terraform-(?:plan|apply)\/[0-9]{1,6})"/;

/** The schema that a file names first of all, given its first few hundred characters; undefined when it is no result file. */
export function schemaOf(head: string): string | undefined {
  return START.exec(head.slice(0, 512))?.[1];
}

const named = object({ schema: text(64) });

const head = object({
  marker: object({ mac: pattern(/^[A-Za-z0-9_-]{0,128}$/, "the proof of a marker"), data: markerData }),
  outline: pattern(/^[A-Za-z0-9_-]{0,24576}$/, "an outline that fits in a comment"),
});

/**
 * Reads a result file.
 * @param name what the file is called in the failure
 * @throws Failure `invalid-input` that names the file and the field
 */
export function parseResultFile(content: string, name = "The result file"): ParsedResult {
  try {
    return readResult(content);
  } catch (error) {
    const why =
      error instanceof ShapeError ? error.describe() : error instanceof RangeError ? error.message : undefined;
    if (why === undefined) throw error;
    throw new Failure({
      reason: "invalid-input",
      what: `${name} is not a result of terraform-plan or terraform-apply that this version reads: ${why}`,
      remedy:
        "Hand over the file that the result-file output names, as it is, and use the same version of all Handrail actions.",
      cause: error,
    });
  }
}

function readResult(content: string): ParsedResult {
  if (content.length > LONGEST_RESULT) throw new ShapeError(`is longer than ${LONGEST_RESULT} characters`);
  const value = parseText(content);
  const { schema } = named(value);
  const kind = schemas.get(schema);
  if (kind === undefined) throw new ShapeError(`has the schema ${JSON.stringify(schema)}`);
  const { marker, outline } = head(value);
  const report = readReport(value);
  const made: Marker = {
    action: planAction,
    key: report.label,
    data: marker.data,
    ...(marker.mac === "" ? {} : { mac: marker.mac }),
  };
  // What cannot be rendered is refused now, and not when it is told.
  below("marker", () => requireMarker(made));
  const { apply } = object(
    {},
    { apply: (each: unknown) => readApply(each, report.origin) },
  )(kind === "apply" ? value : {});
  if (kind === "apply" && apply === undefined) throw new ShapeError("has no record of an apply");
  return { kind, report, marker: made, outline, ...(apply === undefined ? {} : { apply }) };
}

function requireMarker(marker: Marker): void {
  try {
    renderMarker(marker);
  } catch (error) {
    throw error instanceof RangeError ? new ShapeError(`cannot be rendered: ${error.message}`) : error;
  }
}

/** Texts, numbers and booleans by name; without a prototype, so that a name like `__proto__` is a name. */
function markerData(value: unknown): Marker["data"] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeError("is not an object");
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length > 64) throw new ShapeError("has more than 64 members");
  const data = Object.create(null) as Marker["data"];
  for (const [name, each] of entries) {
    if (typeof each !== "string" && typeof each !== "boolean" && typeof each !== "number") {
      throw new ShapeError("has a member that is neither text, number nor boolean");
    }
    data[name] = each;
  }
  return data;
}

/** A number that JavaScript would not write as it is written in the file: with a point or an exponent, or of many digits. */
const DELICATE = /[:,[]\s{0,8}(?:-0|-?(?:[0-9]{1,15}[.eE]|[0-9]{16}))/;

/** The JSON of a file. The digits of an output's value stay as they are; nothing else in a result has any. */
function parseText(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    const hasRecord = typeof value === "object" && value !== null && Object.hasOwn(value, "apply");
    return hasRecord && DELICATE.test(content) ? JSON.parse(content, keepDigits) : value;
  } catch (error) {
    if (error instanceof SyntaxError) throw new ShapeError("is not JSON");
    if (error instanceof RangeError) throw new ShapeError("nests too deeply");
    throw error;
  }
}

/** https://tc39.es/proposal-json-parse-with-source/ */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === "number" && source !== undefined && String(value) !== source
    ? new ExactNumber(source)
    : value;
}
