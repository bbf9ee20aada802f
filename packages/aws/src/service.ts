/** What a file below services/ gives: the SDK's client of one service, and the commands that we send. Types only. */
import type { AwsOperations, AwsService } from "./ask.ts";
import type { RequestHandler } from "./wire.ts";

/** Keys that sign requests. */
export type Identity = { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiration?: Date };

/** What we settle of a client; everything else (endpoints, FIPS, dual stack, profiles) is as the SDK reads it. */
export type ClientSettings = {
  region: string;
  maxAttempts: number;
  retryMode: "standard";
  requestHandler: RequestHandler;
  /** Milliseconds that AWS's clock is ahead of ours; the client learns it again from every answer. */
  systemClockOffset: number;
  /** The SDK's own chain when absent. */
  credentials?: () => Promise<Identity>;
};

/** An SDK client. What a command is and takes is between the SDK's types in services/ and the service itself. */
export type SdkClient = {
  send(command: never, options: { abortSignal: AbortSignal }): Promise<unknown>;
  readonly config: { credentials(): Promise<Identity> };
};

/** The class of a command. */
export type CommandClass = new (input: never) => object;

/** One service. */
export type Service<S extends AwsService> = {
  open(settings: ClientSettings): SdkClient;
  commands: Readonly<Record<AwsOperations[S], CommandClass>>;
};
