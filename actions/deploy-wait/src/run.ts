/**
 * The order of effects. It decides nothing that a pure function could decide, and touches the world only through Deps.
 */
import { Failure } from "@handrail/runner";
import type { Inputs } from "./inputs.ts";

/** What this action calls, and nothing more. */
export type Deps = { say(text: string): void };

/** Greets, and returns the outputs. Throws a Failure "nobody-there" when nobody is named. */
export function run(inputs: Inputs, deps: Deps): { result: string } {
  if (inputs.greeted === "") {
    throw new Failure({ reason: "nobody-there", what: "Nobody was named", remedy: "Name somebody in `greeted`." });
  }
  deps.say(`Hello, ${inputs.greeted}!`);
  return { result: "greeted" };
}
