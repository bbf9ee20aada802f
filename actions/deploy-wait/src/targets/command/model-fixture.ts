/** A command that says "not yet" for a while and then something, and what it says. For tests of the target command. */
import type { Exec } from "@handrail/runner";
import fc from "fast-check";
import { ended } from "../exec-fixture.ts";

/** A life: until `endsAt` (s) the exit code is 75, then it is `code`, or a signal. */
export type Life = { endsAt: number; code: number | undefined; output: string };

/** Any life. */
export const lives: fc.Arbitrary<Life> = fc.record({
  endsAt: fc.integer({ min: 0, max: 600 }),
  code: fc.oneof(fc.constantFrom(0, 1, 75, undefined), fc.integer({ min: 0, max: 255 })),
  output: fc.string({ maxLength: 40 }),
});

/** Runs of a life. */
export function open({ endsAt, code, output }: Life, now: () => number): Exec {
  return () => {
    const isOver = now() >= endsAt;
    const exitCode = isOver ? code : 75;
    return Promise.resolve(ended(output, { exitCode, signal: exitCode === undefined ? "SIGKILL" : undefined }));
  };
}
