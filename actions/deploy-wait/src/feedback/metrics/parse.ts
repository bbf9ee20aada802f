/**
 * Reads the input `metrics`: YAML whose every mistake is reported with its place, because a metric that is misspelt would
 * guard nothing. It imports the YAML parser: load it late.
 */
import { parseDuration } from "@handrail/runner";
import { isMap, isScalar, isSeq } from "yaml";
import type { Node } from "yaml";
import { ALB_FORM, ECS_FORM, albMetrics, ecsMetrics } from "./presets.ts";
import { planQueries } from "./queries.ts";
import { defaults } from "./settings.ts";
import type { Direction, Metric, MetricSettings, Mode, Source, Stat } from "./settings.ts";
import { YamlReader, shown } from "./yaml-reader.ts";
import type { Fields } from "./yaml-reader.ts";

/** GetMetricData takes no more queries in a call. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const MOST_QUERIES = 500;

const topKeys = ["window-before", "window-after", "baseline", "ingest-delay", "metrics"];
const commonKeys = ["min-effect", "mode", "min-requests"];
const statKeys = ["namespace", "metric", "dimensions", "statistic", "unit"];
const rawKeys = ["name", ...statKeys, "expression", "parts", "direction", "requests", ...commonKeys];

const directions: readonly Direction[] = ["lower-is-better", "higher-is-better", "neither"];
const modes: readonly Mode[] = ["report", "gate"];

/**
 * Parses the input.
 * @param mode what holds for metrics that say nothing themselves: the input `metrics-mode`
 * @throws Failure `invalid-input` that lists every problem as `metrics:line:column: what is wrong`
 */
export function parseMetrics(text: string, mode: Mode): MetricSettings {
  const reader = new YamlReader(text);
  const settings = readSettings(reader, mode);
  reader.finish("metrics", "Correct the YAML. Its keys are described in the README of deploy-wait.");
  return settings;
}

function readSettings(reader: YamlReader, mode: Mode): MetricSettings {
  const { root } = reader;
  const isList = isSeq(root);
  const fields: Fields = root === null || isList ? new Map() : reader.fields(root, "metrics", topKeys);
  const listed = isList ? root : (fields.get("metrics")?.value ?? undefined);
  const entries = listed === undefined ? [] : reader.items(listed, "metrics");
  if (entries.length === 0) reader.problem(root ?? 0, "it needs `metrics`, a list of what is compared");
  const metrics = entries.flatMap((entry) => readEntry(reader, entry, mode));
  const names = new Set<string>();
  for (const { name } of metrics) {
    if (names.has(name)) reader.problem(listed ?? 0, `${shown(name)} is there twice; give one of them another name`);
    names.add(name);
  }
  const count = planQueries(metrics).queries.length;
  if (count > MOST_QUERIES) reader.problem(listed ?? 0, `it needs ${count} queries, CloudWatch takes ${MOST_QUERIES}`);
  const duration = (name: string, least: string, most: string): number | undefined =>
    reader.value(fields, name, `a duration from ${least} to ${most}, such as 15m`, (given) =>
      durationIn(given, parseDuration(least), parseDuration(most)),
    );
  return {
    metrics,
    // Ten points are needed on each side.
    windowBeforeMs: duration("window-before", "10m", "24h") ?? defaults.windowBeforeMs,
    windowAfterMs: duration("window-after", "10m", "6h") ?? defaults.windowAfterMs,
    baseline:
      reader.value(fields, "baseline", "week, day or none", (given) =>
        (["week", "day", "none"] as const).find((known) => known === given),
      ) ?? "week",
    ingestDelayMs: duration("ingest-delay", "0s", "30m") ?? defaults.ingestDelayMs,
  };
}

function readEntry(reader: YamlReader, node: Node, mode: Mode): Metric[] {
  // `- alb:app/…` without a space is a text for YAML, and means the same.
  const short = isScalar(node) && typeof node.value === "string" ? /^(alb|ecs):\s*(\S+)$/.exec(node.value) : null;
  const [, kind = "", name = ""] = short ?? [];
  const preset = kind === "" && isMap(node) ? (["alb", "ecs"].find((each) => node.has(each)) ?? "") : kind;
  if (preset === "") return readRaw(reader, node, mode);
  const fields: Fields =
    short === null ? reader.fields(node, `an entry with ${preset}`, [preset, ...commonKeys]) : new Map();
  const common = readCommon(reader, fields, mode);
  const [make, form] = preset === "alb" ? ([albMetrics, ALB_FORM] as const) : ([ecsMetrics, ECS_FORM] as const);
  if (short === null) return reader.value(fields, preset, form, (text) => make(text, common)) ?? [];
  const made = make(name, common);
  if (made === undefined) reader.problem(node, `${preset} must be ${form}`);
  return made ?? [];
}

type Read = { minEffect: number; mode: Mode; minRequests?: number };

function readCommon(reader: YamlReader, fields: Fields, mode: Mode): Read {
  const minRequests = reader.value(fields, "min-requests", "a whole number", (text) =>
    /^[0-9]{1,12}$/.test(text) ? Number(text) : undefined,
  );
  return {
    minEffect: reader.value(fields, "min-effect", "a percentage from 1% to 1000%", percentIn) ?? defaults.minEffect,
    mode: reader.value(fields, "mode", modes.join(" or "), (text) => modes.find((each) => each === text)) ?? mode,
    ...(minRequests === undefined ? {} : { minRequests }),
  };
}

function readRaw(reader: YamlReader, node: Node, mode: Mode): Metric[] {
  const fields = reader.fields(node, "an entry", isMap(node) ? rawKeys : ["alb", "ecs", ...rawKeys]);
  if (!isMap(node)) return [];
  const { minEffect, mode: ownMode, minRequests = 0 } = readCommon(reader, fields, mode);
  const name = oneLine(reader, fields, node, "an entry", "name");
  const direction =
    reader.value(fields, "direction", directions.join(", "), (text) => directions.find((each) => each === text)) ??
    "lower-is-better";
  if (direction === "neither" && fields.has("mode") && ownMode === "gate") {
    reader.problem(node, "mode gate has nothing to go by where direction is neither");
  }
  const source = readSource(reader, fields, node);
  const counted = fields.get("requests")?.value ?? undefined;
  const given =
    counted === undefined
      ? undefined
      : readStat(reader, reader.fields(counted, "requests", statKeys), counted, "requests", "Sum");
  if (minRequests > 0 && given === undefined && source.kind !== "value") {
    reader.problem(node, "min-requests needs `requests` beside `expression`: the metric that counts them");
  }
  // CloudWatch keeps with each point of how many samples it is made.
  const samples = source.kind === "value" ? { ...source.stat, statistic: "SampleCount" } : undefined;
  const requests = given ?? samples;
  return [
    {
      name,
      source,
      direction,
      minEffect,
      mode: direction === "neither" ? "report" : ownMode,
      minRequests,
      ...(minRequests > 0 && requests !== undefined ? { requests } : {}),
      unit: "",
    },
  ];
}

function readSource(reader: YamlReader, fields: Fields, node: Node): Source {
  if (!fields.has("expression")) {
    if (fields.has("parts")) reader.problem(node, "parts are for `expression`");
    return { kind: "value", stat: readStat(reader, fields, node, "an entry", "Average") };
  }
  for (const name of statKeys) {
    if (fields.has(name)) reader.problem(node, `${name} does not go with expression; name metrics under \`parts\``);
  }
  const expression = oneLine(reader, fields, node, "an entry", "expression");
  const listed = fields.get("parts")?.value ?? undefined;
  const parts = [...(listed === undefined ? [] : reader.fields(listed, "parts"))].map(
    ([id, { key, value }]): [string, Stat] => {
      // Ids of CloudWatch begin with a small letter; ours are q0, q1 …
      if (!/^[a-z][A-Za-z0-9_]{0,60}$/.test(id) || /^q[0-9]+$/.test(id)) {
        reader.problem(
          key,
          `${shown(id)} cannot be a part's name: a small letter, then letters, digits and _, and not q1`,
        );
      }
      const at = value ?? key;
      return [id, readStat(reader, reader.fields(at, "a part", statKeys), at, "a part", "Average")];
    },
  );
  return { kind: "expression", expression, parts: Object.fromEntries(parts) };
}

function readStat(reader: YamlReader, fields: Fields, node: Node, what: string, statistic: string): Stat {
  const listed = fields.get("dimensions")?.value ?? undefined;
  const given: Fields = listed === undefined ? new Map() : reader.fields(listed, "dimensions");
  const dimensions = [...given.keys()].map((name): [string, string] => [
    name,
    reader.value(given, name, "a text", lineOf) ?? "",
  ]);
  const unit = reader.value(fields, "unit", "a text", lineOf);
  return {
    namespace: oneLine(reader, fields, node, what, "namespace"),
    metric: oneLine(reader, fields, node, what, "metric"),
    dimensions: Object.fromEntries(dimensions),
    statistic: reader.value(fields, "statistic", "a statistic such as Average, Sum or p99", lineOf) ?? statistic,
    ...(unit === undefined ? {} : { unit }),
  };
}

function oneLine(reader: YamlReader, fields: Fields, node: Node, what: string, name: string): string {
  if (!fields.has(name)) reader.problem(node, `${what} needs \`${name}\``);
  return reader.value(fields, name, "a text on one line", lineOf) ?? "";
}

function lineOf(text: string): string | undefined {
  return text.length <= 1024 && !/[\0\r\n]/.test(text) ? text : undefined;
}

function durationIn(text: string, least: number, most: number): number | undefined {
  try {
    const found = parseDuration(text);
    return found >= least && found <= most ? found : undefined;
  } catch {
    return undefined;
  }
}

function percentIn(text: string): number | undefined {
  const found = /^([0-9]{1,4}(?:\.[0-9]{1,3})?) ?%?$/.exec(text);
  const percent = Number(found?.[1] ?? Number.NaN);
  return percent >= 1 && percent <= 1000 ? percent / 100 : undefined;
}
