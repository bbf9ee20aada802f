/**
 * A `-json` stream, piece by piece, as events; keeps what counts in the end: the diagnostics, and which program it was.
 * It judges nothing and forgets everything else.
 */
import type { Diagnostic } from "./diagnostics.ts";
import { parseEvent, type TerraformEvent } from "./events.ts";
import { createLineSplitter } from "./line-splitter.ts";

/** More diagnostics than anybody reads; a provider that warns per resource must not fill the memory. */
const MAX_DIAGNOSTICS = 10_000;

/** What a stream leaves behind. Texts are terraform's own: not redacted. */
export type StreamEnd = {
  diagnostics: Diagnostic[];
  /** What the binary says it is, in the event that opens every `-json` stream; absent when there was no such stream. */
  product?: "terraform" | "opentofu";
};

/** Takes the text of a stream in pieces of any size. */
export interface EventsReader {
  write(text: string): void;
  /** Delivers an unfinished last line too. */
  end(): StreamEnd;
}

/** Creates a reader that calls `onEvent` for every line. */
export function createEventsReader(onEvent: (event: TerraformEvent) => void): EventsReader {
  const diagnostics: Diagnostic[] = [];
  let product: StreamEnd["product"];
  const splitter = createLineSplitter((line) => {
    const event = parseEvent(line);
    if (event.type === "diagnostic" && diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push(event.diagnostic);
    if (event.type === "version") product = event.product === "opentofu" ? "opentofu" : "terraform";
    onEvent(event);
  });
  return {
    write: (text) => splitter.write(text),
    end() {
      splitter.end();
      return { diagnostics, ...(product === undefined ? {} : { product }) };
    },
  };
}
