/**
 * The result file: the whole report as JSON, one change a line, made piece by piece so that a plan of any size fits in
 * memory. terraform-report reads it; people find in it what comment and summary had to leave out. It holds no secrets,
 * because the report holds none.
 */
import type { Marker } from "@handrail/github";
import { canonicalJson } from "@handrail/terraform";
import type { ApplyRecord } from "./apply-record.ts";
import type { PlanReport, ShownChange } from "./report.ts";

/** Names the formats. A reader refuses another major version. */
export const planSchema = "handrail/terraform-plan/1";
export const applySchema = "handrail/terraform-apply/1";

/** What the file holds beside the report. */
export type ResultParts = {
  /** Of the comment: made, and proven where there is a key, by whoever knows the plan. */
  marker: Marker;
  /** `renderOutline`; "" when there is none. */
  outline: string;
  /** What became of the plan; its presence makes the file one of terraform-apply. */
  apply?: ApplyRecord;
};

/** Renders the file as chunks of text that together are one JSON document. */
export function* renderResultFile(report: PlanReport, { marker, outline, apply }: ResultParts): Generator<string> {
  const { changes, drift, outputs, ...rest } = report;
  const head = JSON.stringify({
    schema: apply === undefined ? planSchema : applySchema,
    marker: { data: marker.data, mac: marker.mac ?? "" },
    outline,
    ...rest,
    outputs: { names: outputs.names, diff: outputs.diff(Infinity) },
  });
  yield head.slice(0, -1);
  if (apply !== undefined) yield `,\n"apply": ${renderApply(apply)}`;
  yield* renderList("changes", changes);
  yield* renderList("drift", drift);
  yield "\n}\n";
}

/** The record; the digits of an output's value as terraform wrote them, which JSON.stringify would not keep. */
function renderApply({ outputs, ...record }: ApplyRecord): string {
  const shown = outputs.map(({ value, ...output }) => {
    const json = JSON.stringify(output);
    return value === undefined ? json : `${json.slice(0, -1)},"value":${canonicalJson(value)}}`;
  });
  return `${JSON.stringify(record).slice(0, -1)},"outputs":[${shown.join(",")}]}`;
}

function* renderList(name: string, changes: readonly ShownChange[]): Generator<string> {
  yield `,\n${JSON.stringify(name)}: [`;
  let separator = "\n";
  for (const { category, change, diff } of changes) {
    const { span: _, ...facts } = change;
    yield separator + JSON.stringify({ category, ...facts, diff: diff(Infinity) });
    separator = ",\n";
  }
  yield "\n]";
}
