/** Log streams as CloudWatch Logs gives them out: from the head by tokens, in pages, with all that makes this hard. */
import { readText } from "@handrail/runner";
import type { AwsReply } from "../aws/server.ts";

/** How the log behaves. */
export type LogMood = {
  /** `missing`: no stream ever comes. `denied`: nobody may read. */
  reading?: "missing" | "denied";
  /** A line can be read after so many calls that came after it was written. */
  lateCalls?: number;
  /** Each page with lines comes after an empty one with a token of its own. */
  hasEmptyPages?: boolean;
  /** Events in a page at most; AWS has 10,000. */
  page?: number;
};

type Event = { timestamp: number; message: string; visibleAt: number };
type Stream = { events: Event[]; calls: number };

/** All streams. */
export type Streams = {
  mood: LogMood;
  /** Writes a line. */
  write(group: string, stream: string, message: string): void;
  /** What was written, whether it can be read already or not. */
  lines(stream: string): readonly string[];
  /** GetLogEvents. */
  get(input: Readonly<Record<string, unknown>>): AwsReply;
};

/** A page has at most so many bytes. */
const MOST_BYTES = 1_048_576;

/** No streams yet. */
export function createStreams(): Streams {
  const all = new Map<string, Stream>();
  const streams: Streams = {
    mood: {},
    write(group, name, message) {
      const key = `${group}\n${name}`;
      const stream = all.get(key) ?? { events: [], calls: 0 };
      all.set(key, stream);
      const visibleAt = stream.calls + (streams.mood.lateCalls ?? 0);
      stream.events.push({ timestamp: Date.now(), message, visibleAt });
    },
    lines: (name) =>
      [...all]
        .filter(([key]) => key.endsWith(`\n${name}`))
        .flatMap(([, { events }]) => events.map(({ message }) => message)),
    get(input) {
      const { reading } = streams.mood;
      if (reading === "denied")
        return refuse("AccessDeniedException", "User is not authorized to perform: logs:GetLogEvents");
      const stream = all.get(`${String(input["logGroupName"])}\n${String(input["logStreamName"])}`);
      const isThere = stream?.events.some(({ visibleAt }) => visibleAt <= stream.calls) === true;
      if (stream !== undefined) stream.calls += 1;
      if (reading === "missing" || stream === undefined || !isThere) {
        return refuse("ResourceNotFoundException", "The specified log stream does not exist.");
      }
      return { output: page(stream, input, streams.mood) };
    },
  };
  return streams;
}

function page(
  { events, calls }: Stream,
  input: Readonly<Record<string, unknown>>,
  mood: LogMood,
): Record<string, unknown> {
  const visible = events.filter(({ visibleAt }) => visibleAt < calls);
  const limit = Math.min(Number(input["limit"] ?? 10_000), mood.page ?? 10_000);
  const given = /^f\/(\d+)(e?)$/.exec(readText(input, "nextToken"));
  const start =
    given === null ? (input["startFromHead"] === true ? 0 : Math.max(0, visible.length - limit)) : Number(given[1]);
  const isEmpty = mood.hasEmptyPages === true && given?.[2] !== "e" && start < visible.length;
  const tokens = (end: string): object => ({ nextForwardToken: `f/${end}`, nextBackwardToken: `b/${start}` });
  if (isEmpty) return { events: [], ...tokens(`${start}e`) };
  let end = start;
  let bytes = 0;
  for (; end < visible.length && end - start < limit; end += 1) {
    bytes += Buffer.byteLength(visible[end]?.message ?? "") + 26;
    if (bytes > MOST_BYTES && end > start) break;
  }
  const shown = visible
    .slice(start, end)
    .map(({ timestamp, message }) => ({ timestamp, message, ingestionTime: timestamp }));
  // At the end the token that came in goes out again.
  const isEnd = end === start && given !== null;
  return { events: shown, ...tokens(isEnd ? `${given[1]}${given[2]}` : String(end)) };
}

function refuse(name: string, message: string): AwsReply {
  return { error: { name, httpStatus: 400, message } };
}
