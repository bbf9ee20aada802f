/**
 * The diff of one resource change or of the outputs, from the plan's JSON: what terraform's own text says, and what it
 * hides. Flagged values, and texts that the caller's redaction knows, are not in it.
 */
import type { DiffLine } from "./diff-line.ts";
import { NodeBuilder, type DiffNode } from "./diff-node.ts";
import { widthOf, writeMembers } from "./diff-object.ts";
import { writeResource } from "./diff-resource.ts";
import { count, keyText } from "./diff-scalar.ts";
import { ValueWriter } from "./diff-value.ts";
import { ROOT, type DiffWriter } from "./diff-writer.ts";
import { forcedPaths, pathText, type ForcedPaths } from "./forced-paths.ts";
import type { ChangeBody, ChangeKind, OutputChange } from "./plan.ts";
import { eitherFlags, hasFlag } from "./secrets.ts";

/** How to diff. `redact` is applied to every string before it is split, parsed or compared. */
export type DiffOptions = {
  kind: ChangeKind;
  replacePaths: (string | number)[][];
  redact: (text: string) => string;
  /** More lines than this are cut off and counted. */
  maxLines?: number;
};

/** The object itself does not change: it is moved, imported as it is, or let go. */
const KEPT: ReadonlySet<ChangeKind> = new Set(["forget", "no-op"]);
/** The lines that show a change of a resource: its attributes at depth 0, without a frame around them. */
export function diffBody(body: ChangeBody, options: DiffOptions): DiffLine[] {
  const writer = new ValueWriter(new NodeBuilder(options.redact));
  const { before, after } = sidesOf(writer.builder, body);
  const forced = options.kind === "replace" ? forcedPaths(options.replacePaths) : undefined;
  if (KEPT.has(options.kind)) {
    const kept = before.type === "null" ? after : before;
    if (kept.type === "object") writeMembers(writer, kept, kept, ROOT);
  } else writeResource(writer, before, after, forced);
  writeIdentity(writer, body);
  writeMissing(writer, options.replacePaths, before, after, forced);
  if (body.generatedConfig !== undefined) {
    writer.line("#", 0, `(configuration is generated: ${count(body.generatedConfig.split("\n").length, "line")})`);
  }
  return cutDiff(writer.lines, options.maxLines);
}

/** The lines that show the changes of outputs, one `name = value` after the other. */
export function diffOutputs(
  outputs: readonly OutputChange[],
  options: Pick<DiffOptions, "redact" | "maxLines">,
): DiffLine[] {
  const rows = outputs.map((output) => ({ label: keyText(output.name), output }));
  const width = widthOf(rows);
  const lines: DiffLine[] = [];
  for (const { label, output } of rows) {
    const writer = new ValueWriter(new NodeBuilder(options.redact));
    const { before, after } = sidesOf(writer.builder, output.body, false);
    const place = { ...ROOT, label: `${label.padEnd(width)} = ` };
    const isAsSecret = hasFlag(output.body.beforeSensitive) === hasFlag(output.body.afterSensitive);
    if (before.look === after.look && isAsSecret) writer.whole(after, " ", place);
    else writer.change(before, after, place);
    for (const line of writer.lines) lines.push(line);
  }
  return cutDiff(lines, options.maxLines);
}

function sidesOf(builder: NodeBuilder, body: ChangeBody, isSchema = true): { before: DiffNode; after: DiffNode } {
  // Where there is nothing, nothing is secret; a flag there must not count for the other side.
  const beforeSensitive = body.before === null ? false : body.beforeSensitive;
  const { afterSensitive } = body;
  builder.addSecrets(body.before, beforeSensitive);
  builder.addSecrets(body.after, afterSensitive);
  const either = eitherFlags(beforeSensitive, afterSensitive);
  const before = builder.build(body.before, { unknown: false, own: beforeSensitive, either }, isSchema);
  const after = builder.build(body.after, { unknown: body.afterUnknown, own: afterSensitive, either }, isSchema);
  return { before, after };
}

/** The resource identity (terraform 1.12), when it changes. */
function writeIdentity(writer: ValueWriter, { beforeIdentity = null, afterIdentity = null }: ChangeBody): void {
  if (beforeIdentity === null || afterIdentity === null) return;
  const [before, after] = [writer.builder.build(beforeIdentity), writer.builder.build(afterIdentity)];
  if (before.id !== after.id) writer.change(before, after, { ...ROOT, label: "(identity) = " });
}

/** A path that forces the replacement but is in neither value cannot be marked in its place. */
function writeMissing(
  writer: DiffWriter,
  paths: readonly (string | number)[][],
  before: DiffNode,
  after: DiffNode,
  forced: ForcedPaths | undefined,
): void {
  if (forced === undefined) return;
  for (const path of paths) {
    if (!hasPath(before, path) && !hasPath(after, path)) {
      writer.line("#", 0, `(${pathText(path)} forces replacement)`);
    }
  }
}

function hasPath(node: DiffNode, path: readonly (string | number)[]): boolean {
  let place: DiffNode | undefined = node;
  for (const step of path) {
    if (place?.type === "object") place = place.entries.get(String(step));
    else if (place?.type === "list" && typeof step === "number") place = place.items[step];
    else return place?.type === "secret" || place?.type === "unknown";
  }
  return place !== undefined;
}

/** At most so many lines of a diff; the last one then says how many more there are. */
export function cutDiff(lines: DiffLine[], maxLines: number | undefined): DiffLine[] {
  if (maxLines === undefined || lines.length <= maxLines) return lines;
  const kept = Math.max(0, maxLines - 1);
  return [...lines.slice(0, kept), { sign: "#", depth: 0, text: `(${count(lines.length - kept, "more line")})` }];
}
