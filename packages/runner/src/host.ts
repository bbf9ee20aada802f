/**
 * The door to the effects of a step: processes, files, the runner's commands. Only an action's main.ts imports it.
 */
import type { Annotation } from "./annotations.ts";
import type { Clock } from "./clock.ts";
import type { Failure } from "./failure.ts";
import type { Log } from "./log.ts";
import type { OutputDeclarations, OutputValue } from "./outputs.ts";
import type { Exec } from "./process.ts";
import type { Redactor } from "./redact.ts";

export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly clock: Clock;
  readonly exec: Exec;
  readonly cancelled: AbortSignal;
  mask(secret: string): void;
  annotate(annotation: Annotation): void;
  summary(markdown: string): void;
  output(name: string, value: OutputValue, options?: { verbatim?: boolean }): void;
  saveState(name: string, value: string): void;
  state(name: string): string | undefined;
  addPath(directory: string): void;
  exportToken(name: string, value: string): void;
  temporaryDirectory(name: string): string;
  readEvent(): unknown;
}

export type ActionResult = { outputs: Record<string, OutputValue>; failure?: Failure; summary?: string };

export type ActionDefinition = {
  name: string;
  outputs: OutputDeclarations;
  main(host: Host): Promise<ActionResult>;
  post?(host: Host): Promise<void>;
};

export function runAction(_definition: ActionDefinition): Promise<void> {
  return Promise.reject(new Error("not implemented yet"));
}

const HIDDEN = /^(?:INPUT_|ACTIONS_|STATE_)|^(?:GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|GH_TOKEN)$/;

export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  pass: readonly string[],
): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && (!HIDDEN.test(name) || pass.includes(name))) given[name] = value;
  }
  return given;
}
