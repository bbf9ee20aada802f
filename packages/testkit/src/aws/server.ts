/**
 * AWS on loopback: the services' own protocols, as the SDK's clients speak them, and what a test says for answers. It checks
 * no signature and keeps no state; what is true at an instant is for the handler to say.
 */
import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest } from "../loopback.ts";
import { warpedNow } from "../warp/header.ts";
import { recognise } from "./services.ts";
import type { AwsServiceName, Recognised } from "./services.ts";
import { writeError, writeOutput } from "./write.ts";
import type { AwsError } from "./write.ts";

/** A call as the handler sees it and as the log keeps it. */
export type AwsCall = {
  service: AwsServiceName;
  /** `DescribeServices`. */
  operation: string;
  /** Parsed; of CloudFormation, Elastic Beanstalk, ELB and STS all values are text. */
  input: Readonly<Record<string, unknown>>;
  /** ms since 1970: by the caller's clock when its time is warped (its offset aside), else by ours. */
  at: number;
};

/**
 * What a call comes to: the SDK's output as plain JSON (times as Date), an error, or a connection that breaks. `reset` and
 * `refused` cut it at once, before anything is sent; `blackhole` never answers.
 */
export type AwsReply =
  | { output: Readonly<Record<string, unknown>> }
  | { error: AwsError }
  | { net: "reset" | "refused" | "blackhole" };

/** Answers a call. undefined: an empty output, with status 200. */
export type AwsHandler = (call: AwsCall) => AwsReply | undefined | Promise<AwsReply | undefined>;

/** A running AWS. */
export interface AwsServer {
  /** For AWS_ENDPOINT_URL: all services at one address. */
  readonly url: string;
  /** All calls so far, in order of arrival. */
  readonly calls: readonly AwsCall[];
  /** Requests that are no call of a service we know, as `METHOD /path`; each is answered 501. */
  readonly strangers: readonly string[];
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startAws(handler: AwsHandler): Promise<AwsServer> {
  const calls: AwsCall[] = [];
  const strangers: string[] = [];
  const server = await startLoopback(async (request) => {
    const recognised = recognise(request);
    if (recognised === undefined) {
      strangers.push(`${request.method} ${request.path}`);
      return { status: 501, body: `no call of a service that this AWS knows: ${request.method} ${request.path}` };
    }
    const { service, operation, input } = recognised;
    const call: AwsCall = { service, operation, input, at: warpedNow(request) ?? request.at };
    calls.push(call);
    return withTime(answer(recognised, await handler(call)), call, request);
  });
  return { url: server.url, calls, strangers, close: () => server.close() };
}

function answer(call: Recognised, reply: AwsReply | undefined): Answer {
  if (reply === undefined) return writeOutput(call, {});
  if ("output" in reply) return writeOutput(call, reply.output);
  if ("error" in reply) return writeError(call, reply.error);
  return { status: 503, cut: reply.net === "blackhole" ? "never" : "before" };
}

/** The SDK learns AWS's time from the header Date. */
function withTime(given: Answer, call: AwsCall, request: LoggedRequest): Answer {
  const date = new Date(call.at).toUTCString();
  const id = `00000000-0000-4000-8000-${String(request.id).padStart(12, "0")}`;
  return { ...given, headers: { ...given.headers, date, "x-amzn-requestid": id } };
}
