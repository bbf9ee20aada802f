/** Judges a replayed case by what is expected of it: the complaints, as text. It knows no case by its name. */
import type { Case } from "./deploy-wait-replay-case.ts";
import type { Replayed } from "./deploy-wait-replay.ts";

/** How far before the truth a verdict may be told: cases round. */
const EARLY_S = 1.5;
/** After a signal the process may take this long to end: the runner's second signal comes at 7.5 s. */
const ENDING_S = 7;

/** Everything that is wrong; empty when nothing is. */
export function complaints(each: Case, replayed: Replayed): string[] {
  return [...resultComplaints(each, replayed), ...textComplaints(each, replayed), ...timeComplaints(each, replayed)];
}

/** The complaints and what is needed to understand them, as one error; nothing when all is well. */
export function requireVerdict(each: Case, replayed: Replayed): void {
  const found = complaints(each, replayed);
  if (found.length === 0) return;
  const { result, arrivals } = replayed;
  const calls = arrivals.slice(-12).map(({ t, operation }) => `  ${t.toFixed(2)} ${operation}`);
  throw new Error(
    [
      `${each.id}: ${each.title}`,
      ...found.map((text) => `- ${text}`),
      `its last calls of ${arrivals.length}:`,
      ...calls,
      `stdout:\n${result.stdout.slice(-4000)}`,
      `stderr:\n${result.stderr.slice(-2000)}`,
      `summary:\n${result.summary.slice(0, 2000)}`,
    ].join("\n"),
  );
}

function resultComplaints({ expected }: Case, { result, arrivals, stalls }: Replayed): string[] {
  const operations = new Set(arrivals.map(({ operation }) => operation));
  const missing = (expected.mustCall ?? []).filter((operation) => !operations.has(operation));
  return [
    ...(result.outputs["result"] === expected.result
      ? []
      : [`the result is ${result.outputs["result"] ?? "absent"} in the place of ${expected.result}`]),
    ...(result.exitCode === expected.exit
      ? []
      : [`the exit code is ${result.exitCode ?? result.signal ?? "absent"} in the place of ${expected.exit}`]),
    ...missing.map((operation) => `${operation} was not called`),
    ...(arrivals.length <= (expected.maxCalls ?? Infinity)
      ? []
      : [`${arrivals.length} calls in the place of ${expected.maxCalls ?? 0}`]),
    ...(stalls === 0 ? [] : [`the process worked for seconds on end ${stalls} times: its instants are not exact`]),
  ];
}

/** A failure says it in the annotation, a success in the log or the summary; warnings may stand anywhere. */
function textComplaints({ expected }: Case, { result }: Replayed): string[] {
  const errors = result.annotations
    .filter(({ level }) => level === "error")
    .map(({ title, message }) => `${title ?? ""} ${message}`);
  const annotations = result.annotations.map(({ message }) => message);
  const everything = [result.log, result.summary, ...annotations].join("\n");
  const place = expected.exit === 0 ? everything : errors.join("\n");
  const lacks = (text: string) => (word: string) => !text.includes(word);
  return [
    ...(expected.exit !== 0 && errors.length === 0 ? ["there is no error annotation"] : []),
    ...(expected.mustMention ?? []).filter(lacks(place)).map((word) => `nothing mentions ${JSON.stringify(word)}`),
    ...(expected.warn ?? []).filter(lacks(everything)).map((word) => `nothing warns of ${JSON.stringify(word)}`),
    ...(expected.mustNotMention ?? [])
      .filter((word) => everything.includes(word))
      .map((word) => `${JSON.stringify(word)} is mentioned`),
  ];
}

/**
 * The verdict is told when its line stands in the log, or else when the process ends. After a signal it is what
 * had to be called that must be quick, and the end that has to come before the runner's next signal.
 */
function timeComplaints({ given, expected }: Case, { arrivals, annotatedAt, endedAt }: Replayed): string[] {
  const { truthAt, maxDetectionLatencyS } = expected;
  const told = annotatedAt ?? endedAt;
  const latest = truthAt + maxDetectionLatencyS;
  if (given.signal !== undefined) {
    const called = arrivals.find(({ operation }) => expected.mustCall?.includes(operation) === true)?.t;
    return [
      ...(called === undefined || called <= latest ? [] : [`called at ${called} s, not until ${latest} s`]),
      ...(endedAt <= given.signal.at + ENDING_S
        ? []
        : [`ended at ${endedAt} s, more than ${ENDING_S} s after its signal`]),
    ];
  }
  return [
    ...(told >= truthAt - EARLY_S ? [] : [`told at ${told} s, before the truth at ${truthAt} s`]),
    ...(told <= latest ? [] : [`told at ${told} s, later than ${latest} s`]),
  ];
}
