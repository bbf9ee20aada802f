/** The effect door of @handrail/aws: the SDK's clients, one lazily loaded file per service. */
import type { Clock } from "@handrail/runner";
import type { Ask, AwsService } from "./ask.ts";

/** What the door is opened with. */
export type AwsOptions = {
  /** Credentials, Region, endpoints and proxies, as the runner and the SDK name them. */
  environment: Readonly<Record<string, string | undefined>>;
  /** In the place of AWS_REGION and AWS_DEFAULT_REGION. */
  region?: string;
  /** A role to assume with the job's OIDC token (`id-token: write`), when the environment has no credentials or they expire. */
  role?: { arn: string; sessionName: string };
  clock: Clock;
  /** Ends everything under way, but for calls that are made even when cancelled. */
  signal: AbortSignal;
  /** Hides what has been obtained (keys, tokens) in the log. */
  mask(secret: string): void;
};

/** AWS behind one function. */
export interface Aws {
  readonly ask: Ask;
  /** @throws Failure `invalid-input` when no Region is known */
  readonly region: string;
  /** AWS's time in ms since 1970 by the Date of its newest answer; the clock's own before there was one. */
  serverNow(): number;
  /** Loads the clients of services. */
  load(...services: readonly AwsService[]): Promise<void>;
}

/** Opens the door. Nothing is loaded or sent before the first call. */
export function createAws(options: AwsOptions): Aws {
  throw new Error(`not made yet: ${options.region ?? ""}`);
}
