/** What targets are handed to read the world with. Types, and how the doors' errors become faults. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import type { Exchange } from "@handrail/http";
import type { Clock, Exec, Log } from "@handrail/runner";
import type { Fault, Look } from "./target.ts";

/** The AWS door, and what it knows of the place. */
export type AwsPlace = {
  ask: Ask;
  region: string;
  /** AWS's own time in ms since 1970, as far as its answers have told; compare its timestamps with nothing else. */
  serverNow(): number;
  /** Loads the client of a service before it is needed. */
  load(...services: readonly Parameters<Ask>[0][]): Promise<void>;
};

/** Everything a target may touch. What it does not need is never opened. */
export type Doors = {
  clock: Clock;
  log: Log;
  /** What later than this began is ours, when nothing is pinned: ms since 1970, by the runner's clock. */
  startedAt: number;
  aws(region?: string): Promise<AwsPlace>;
  http(): Promise<Exchange>;
  exec: Exec;
  /** Of children: without our inputs and tokens. */
  childEnvironment: Readonly<Record<string, string>>;
  /** The folder that commands run in. */
  directory: string;
};

/** What AWS says: `ThrottlingException: Rate exceeded`; the code alone when it has no other words. */
export function wordsOf({ code, said }: AwsFault): string {
  return said === "" || said === code ? code : `${code}: ${said}`;
}

/** The fault that an error of the AWS door means; undefined for what is no fault: refused, an abort, a defect. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof AwsFault) || error.kind === "refused") return undefined;
  const { kind, action: operation } = error;
  const detail = wordsOf(error);
  // The next call is signed with the server's time.
  if (kind === "skewed") return { kind: "unavailable", operation, detail };
  return { kind, operation, detail, remedy: error.remedy };
}

/** The name of the error when the service itself said no (`PipelineExecutionNotFoundException`); "" for anything else. */
export function refusalOf(error: unknown): string {
  return error instanceof AwsFault && error.kind === "refused" ? error.code : "";
}

/** A no that the target does not know: it may be a passing one, and is asked once more. */
function refused(error: unknown): Fault | undefined {
  if (!(error instanceof AwsFault)) return undefined;
  return { kind: "refused", operation: error.action, detail: wordsOf(error) };
}

/** A look at what an asking gives; its faults are looks, everything else is thrown on. */
export async function lookAt<Snapshot>(ask: () => Promise<Snapshot>): Promise<Look<Snapshot>> {
  try {
    return { snapshot: await ask() };
  } catch (error) {
    const fault = faultOf(error) ?? refused(error);
    if (fault === undefined) throw error;
    return { fault };
  }
}
