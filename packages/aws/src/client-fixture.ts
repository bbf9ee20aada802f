/** For tests: a door to servers on loopback, with the environment that the SDK reads, and what a call came to. */
import { startLoopback, virtualClock } from "@handrail/testkit";
import type { Answer, Handler, Loopback, VirtualClock } from "@handrail/testkit";
import { AwsFault } from "./ask.ts";
import { createAws } from "./client.ts";
import type { Aws, AwsOptions } from "./client.ts";

const closing: (() => Promise<unknown>)[] = [];
const before = { ...process.env };

/** Ends what was started, and gives the process its environment back. */
export async function tidy(): Promise<void> {
  for (const close of closing.splice(0)) await close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}

/** A server that is closed by {@link tidy}. */
export async function serve(handler: Handler): Promise<Loopback> {
  const server = await startLoopback(handler);
  closing.push(() => server.close());
  return server;
}

/** Keys as configure-aws-credentials leaves them. */
export const KEYS = {
  AWS_ACCESS_KEY_ID: "AKIDENV",
  AWS_SECRET_ACCESS_KEY: "env-secret",
  AWS_SESSION_TOKEN: "env-token",
};

/** A door whose process has nothing of AWS but what is given. */
export type Opened = { aws: Aws; clock: VirtualClock; cancelling: AbortController; masked: string[] };

/** Opens the door; variables are those of the process, on top of a Region, no metadata service and no files. */
export function open(
  variables: Readonly<Record<string, string>>,
  options: Partial<Pick<AwsOptions, "region" | "role" | "clock">> = {},
): Opened {
  for (const name of Object.keys(process.env))
    if (/^(?:AWS_|ACTIONS_|https?_proxy|no_proxy)/i.test(name)) delete process.env[name];
  const nothing = {
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  };
  Object.assign(process.env, { AWS_REGION: "eu-west-1", ...nothing, ...variables });
  const clock = virtualClock();
  const cancelling = new AbortController();
  const masked: string[] = [];
  const mask = (secret: string): void => void masked.push(secret);
  const environment = { ...process.env };
  return {
    aws: createAws({ environment, clock, signal: cancelling.signal, mask, ...options }),
    clock,
    cancelling,
    masked,
  };
}

/** An answer as AWS JSON services say no. */
export function refusal(code: string, message = "the words", status = 400): Answer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: { __type: `com.amazonaws.ecs#${code}`, message },
  };
}

/** The fault a call ended with. Throws what is no fault. */
export async function faultOf(call: Promise<unknown>): Promise<AwsFault> {
  const error: unknown = await call.then(
    (answer) => new Error(`answered ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AwsFault) return error;
  throw error;
}

/** Where a header of SigV4 was signed for and by whom: `AKID/20261122/eu-west-1/ecs`. */
export function signer(headers: Readonly<Record<string, string>>): string {
  return /Credential=(\S+)\/aws4_request/.exec(headers["authorization"] ?? "")?.[1] ?? "";
}
