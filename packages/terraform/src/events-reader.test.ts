import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { parseEvent, type TerraformEvent } from "./events.ts";
import { createEventsReader, type StreamEnd } from "./events-reader.ts";

const stream = readFileSync(new URL("../fixtures/events/31-apply-fail.jsonl", import.meta.url), "utf8");

function read(pieces: string[]): { events: TerraformEvent[]; end: StreamEnd } {
  const events: TerraformEvent[] = [];
  const reader = createEventsReader((event) => void events.push(event));
  for (const piece of pieces) reader.write(piece);
  return { end: reader.end(), events };
}

describe("createEventsReader", () => {
  const whole = read([stream]);

  it("has the events, the errors, and the program", () => {
    expect(whole.events).toEqual(stream.trimEnd().split("\n").map(parseEvent));
    expect(whole.end.product).toBe("terraform");
    expect(whole.end.diagnostics.map(({ severity }) => severity)).toContain("error");
  });

  it("has the same whatever the pieces, and of a stream cut off anywhere what came before", () => {
    const property = fc.property(
      fc.array(fc.nat(stream.length), { maxLength: 20 }),
      fc.nat(stream.length),
      (cuts, end) => {
        const places = [0, ...cuts, stream.length].sort((a, b) => a - b);
        expect(read(places.map((place, index) => stream.slice(place, places[index + 1])))).toEqual(whole);
        const { events } = read([stream.slice(0, end)]);
        const complete = stream.slice(0, end).split("\n").length - 1;
        expect(events.slice(0, complete)).toEqual(whole.events.slice(0, complete));
      },
    );
    fc.assert(property, { numRuns: runs(100, 20_000), seed: seed() });
  });

  it("has nothing of an empty stream, and no program in what is no stream", () => {
    expect(read([])).toEqual({ events: [], end: { diagnostics: [] } });
    expect(read(["Terraform v1.11.4\non linux_amd64\n"]).end).toEqual({ diagnostics: [] });
  });
});
