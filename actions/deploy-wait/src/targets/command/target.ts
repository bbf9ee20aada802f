/** The target `command`: runs a program until it says that it is done. It puts the parts together and knows no rule. */
import { CommandFailure, Failure } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { nextOfRuns, snapshotOf } from "./run.ts";

/** What is waited for: a program and its arguments. */
export type CommandSettings = { command: readonly string[] };

/** Lines that are told as causes; the others are in the log's tail. */
const CAUSES = 3;

/** Makes the target. One run a look, without a shell; the next one begins when it is over. */
export function createCommandTarget({ command }: CommandSettings, doors: Doors): Target {
  const [program = "", ...words] = command;
  const id = cutLine(program, 100);
  return defineTarget({
    kind: "command",
    items: [{ id, label: `command ${id}` }],
    first: ["run"],
    next: nextOfRuns,
    async read() {
      const result = await run(doors, program, words);
      // It says nothing about the deployment: the step is over.
      if (result.cancelled) return { looks: new Map(), calls: 1 };
      return { looks: new Map([[id, { snapshot: snapshotOf(result) }]]), calls: 1 };
    },
    diagnose(_item, { lines }, { result }) {
      if (result === "success") return Promise.resolve({ causes: [] });
      return Promise.resolve({ causes: lines.slice(-CAUSES).toReversed(), logLines: lines });
    },
  });
}

async function run(doors: Doors, program: string, words: readonly string[]): ReturnType<Doors["exec"]> {
  try {
    return await doors.exec(program, words, { cwd: doors.directory, environment: doors.childEnvironment });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const { what, remedy } = error;
    throw new Failure({ reason: "invalid-input", what, remedy, cause: error });
  }
}
