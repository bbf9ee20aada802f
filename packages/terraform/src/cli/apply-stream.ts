/**
 * The file that an apply wrote its stream into, read afterwards: whole, or cut off where the machine or the runner
 * ended it. Nothing is decided here.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { canonicalJson } from "../canonical-json.ts";
import type { TerraformEvent } from "../events.ts";
import { createEventsReader, type StreamEnd } from "../events-reader.ts";
import { isJsonObject, member, parseJson } from "../json-value.ts";
import { createLineSplitter } from "../line-splitter.ts";

const CHUNK = 64 * 1024;

/** Calls `onText` with the file's text, piece by piece; not at all when there is no such file. */
function readText(path: string, onText: (text: string) => void): void {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return;
  }
  try {
    const decoder = new StringDecoder("utf8");
    const bytes = Buffer.allocUnsafe(CHUNK);
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes))
      onText(decoder.write(bytes.subarray(0, read)));
    onText(decoder.end());
  } finally {
    closeSync(file);
  }
}

/**
 * Reads the stream that an apply left in `stdoutFile`: its events, in order, and what counts in the end. A file that is
 * not there is an apply that never began: no events.
 */
export function readApplyStream(path: string, onEvent: (event: TerraformEvent) => void): StreamEnd {
  const reader = createEventsReader(onEvent);
  readText(path, (text) => reader.write(text));
  return reader.end();
}

/** A state is one line of the stream, however large. */
const LONGEST_DUMP = 400 * 1024 * 1024;
const DUMP = /"type":"log"\}\s*$/;

/**
 * The state that terraform wrote into its own output because it could save it nowhere, not even in errored.tfstate;
 * undefined when there is none. It is the only copy, and holds every secret: put it into a private file for
 * `statePush`. The same state, though not byte by byte.
 */
export function readStateDump(path: string): string | undefined {
  let dump: string | undefined;
  const splitter = createLineSplitter((line) => {
    if (!line.startsWith("{") || !line.includes('"state":{') || !DUMP.test(line.slice(-40))) return;
    try {
      const event = parseJson(line);
      const state = member(event, "state");
      if (member(event, "type") === "log" && isJsonObject(state)) dump = canonicalJson(state);
    } catch {
      // Cut off with its end: no state.
    }
  }, LONGEST_DUMP);
  readText(path, (text) => splitter.write(text));
  splitter.end();
  return dump;
}
