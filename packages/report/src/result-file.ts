/**
 * The result file: the whole report as JSON, one change a line, made piece by piece so that a plan of any size fits in
 * memory. terraform-report reads it; people find in it what comment and summary had to leave out. It holds no secrets,
 * because the report holds none.
 */
import type { PlanReport, ShownChange } from "./report.ts";

/** Names the format. A reader refuses another major version. */
export const resultSchema = "handrail/terraform-plan/1";

/** Renders the file as chunks of text that together are one JSON document. */
export function* renderResultFile(report: PlanReport): Generator<string> {
  const { changes, drift, outputs, ...rest } = report;
  const head = JSON.stringify({
    schema: resultSchema,
    ...rest,
    outputs: { names: outputs.names, diff: outputs.diff(Infinity) },
  });
  yield head.slice(0, -1);
  yield* renderList("changes", changes);
  yield* renderList("drift", drift);
  yield "\n}\n";
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
