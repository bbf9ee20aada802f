/**
 * How a step ends, from what its code returned or threw: the outputs, the annotation, the summary, the exit code.
 */
import { inspect } from "node:util";
import { neutraliseText } from "../commands.ts";
import { Failure, toFailure } from "../failure.ts";
import type { HostControl } from "./create-host.ts";
import type { ActionDefinition, ActionResult } from "./host.ts";

/** What main or post came to. */
export type Ending = { result: ActionResult } | { thrown: unknown };

/** A thrown value of a cancelled step is the cancel, whatever it says itself; a verdict is returned, not thrown. */
function failureOf(thrown: unknown, definition: ActionDefinition, cancelled: AbortSignal): Failure {
  const failure = toFailure(thrown);
  if (!cancelled.aborted && failure.reason !== "cancelled") return failure;
  const isOwn = failure.reason === "cancelled";
  return new Failure({
    reason: "cancelled",
    what: isOwn ? failure.what : `The step was cancelled before it was done (${failure.what})`,
    remedy: isOwn ? failure.remedy : "Run the job again when you want its result.",
    result: definition.cancelledResult ?? failure.result,
    cause: thrown,
  });
}

/** A text in a code block that it cannot end. */
function fence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}text\n${text}\n${mark}`;
}

function report(control: HostControl, name: string, failure: Failure): void {
  control.annotator.fail(name, failure);
  control.host.log.debug(inspect(failure, { depth: 4 }));
}

/** The outputs in the order they are written: `result` and `failure-reason` of a failure first, what main knows over them. */
function outputsOf(result: ActionResult, failure: Failure | undefined): ActionResult["outputs"] {
  if (failure === undefined) return result.outputs;
  return { result: failure.result, "failure-reason": failure.reason, ...result.outputs };
}

/** Writes every output that can be written; returns the first failure to do so. */
function writeOutputs(
  control: HostControl,
  definition: ActionDefinition,
  outputs: ActionResult["outputs"],
  verbatim = false,
): Failure | undefined {
  let failure: Failure | undefined;
  for (const [name, value] of Object.entries(outputs)) {
    const isImplied = name === "result" || name === "failure-reason";
    if (value === undefined || (isImplied && !Object.hasOwn(definition.outputs, name))) continue;
    try {
      // These two are words of the action's contract, even when a secret happens to be one of them.
      control.host.output(name, value, { verbatim: verbatim || isImplied });
    } catch (error) {
      failure ??= toFailure(error);
    }
  }
  return failure;
}

/** Ends the main step; returns its exit code. Nothing here throws. */
export function endMain(control: HostControl, definition: ActionDefinition, ending: Ending): number {
  const { host } = control;
  const thrown = "thrown" in ending ? failureOf(ending.thrown, definition, host.cancelled) : undefined;
  const result: ActionResult = "result" in ending ? ending.result : { outputs: {} };
  let failure = thrown ?? result.failure;
  const verbatim = result.isRedacted === true;
  const unwritten = writeOutputs(control, definition, outputsOf(result, failure), verbatim);
  if (unwritten !== undefined && failure === undefined) {
    failure = unwritten;
    writeOutputs(control, definition, { result: failure.result, "failure-reason": failure.reason });
  }
  const markdown =
    thrown === undefined
      ? result.summary
      : `### ${definition.name} failed\n\n${fence(neutraliseText(thrown.message))}\n`;
  if (markdown !== undefined && markdown !== "") host.summary(markdown, { verbatim: verbatim && thrown === undefined });
  if (failure !== undefined) report(control, definition.name, failure);
  control.annotator.flush();
  return failure === undefined ? 0 : 1;
}

/** Ends the post step; returns its exit code. */
export function endPost(control: HostControl, definition: ActionDefinition, thrown?: { thrown: unknown }): number {
  if (thrown !== undefined)
    report(control, definition.name, failureOf(thrown.thrown, definition, control.host.cancelled));
  control.annotator.flush();
  return thrown === undefined ? 0 : 1;
}
