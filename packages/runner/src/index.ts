/**
 * The pure door of the runner: inputs, outputs, failures, workflow commands, redaction. No effects.
 */
export { type Annotation, rankAnnotations } from "./annotations.ts";
export type { Clock } from "./clock.ts";
export { neutraliseText, renderCommand } from "./commands.ts";
export { compareContract } from "./contract.ts";
export { DeadlineError, inTime, withDeadline } from "./deadline.ts";
export { formatDuration, parseDuration } from "./durations.ts";
export { errorCode, Failure, type FailureFacts, type Location, toFailure } from "./failure.ts";
export { matchesGlob } from "./glob.ts";
export { input } from "./input-kinds.ts";
export {
  type Declaration,
  type Declarations,
  inputFailure,
  type InputProblem,
  type InputValues,
  inputVariable,
  readInputs,
} from "./inputs.ts";
export { parseJson } from "./json.ts";
export type { Log } from "./log.ts";
export type { OutputDeclarations, OutputValue } from "./outputs.ts";
export { pathProblem } from "./paths.ts";
export { CommandFailure, type Exec, type ExecOptions, type ExecResult } from "./process.ts";
export { read, readId, readList, readNumber, readText, readTime } from "./plain.ts";
export { proxyFor, proxyOptions, proxySecrets } from "./proxy.ts";
export { quoteText } from "./quote.ts";
export { createRedactor, type Redactor, type RedactorStream } from "./redact.ts";
export { compareCodeUnits } from "./text-order.ts";
