/**
 * The stage of the deploy-wait tests: a GitHub, an AWS and a web server, and the built action in warped time between them. It
 * judges nothing; what is right is for the tests to say.
 */
import { existsSync } from "node:fs";
import { runAction, startAws, startGitHub, startLoopback, warpTime, warpedNow } from "@handrail/testkit";
import type {
  ActionOptions,
  ActionResult,
  Answer,
  AwsCall,
  AwsReply,
  GitHub,
  LoggedRequest,
  Loopback,
  WarpEvent,
  WarpOptions,
} from "@handrail/testkit";
import { action } from "./deploy-wait-replay.ts";

/** What AWS says: an answer's body, a whole reply, or nothing (an empty answer). `t`: seconds since the first call. */
export type Says = (call: AwsCall & { t: number }) => AwsReply | object | undefined;

/** What the web server says; the job's OIDC token is at `/oidc` by itself. */
export type Serves = (request: LoggedRequest & { t: number }) => Answer;

/** What a test says about a run. */
export type RunOptions = Partial<Omit<ActionOptions, "action" | "github" | "nodeArguments">> & {
  says?: Says;
  serves?: Serves;
  /** After so many seconds of the step's time it gets a signal, as when the job is cancelled. */
  signal?: WarpOptions["signal"];
  /** False: the time of this machine, for what is killed from outside. */
  isWarped?: boolean;
};

/** A run that has ended. */
export type WaitRun = {
  result: ActionResult;
  calls: readonly AwsCall[];
  /** Requests to the web server, but for those of GitHub. */
  requests: readonly LoggedRequest[];
  /** What the main step did, with its own instants, ms since 1970. */
  events: readonly WarpEvent[];
};

/** See openWaitStage. */
export type WaitStage = {
  /** One for all runs, until `clear`. */
  github(): Promise<GitHub>;
  run(options: RunOptions): Promise<WaitRun>;
  /** Ends all servers and removes all folders. */
  clear(): Promise<void>;
};

/** Opens a stage. */
export function openWaitStage(): WaitStage {
  if (!existsSync(`${action}/dist/index.js`)) throw new Error("There is no bundle to test: run `npm run build` first");
  const endings: (() => unknown)[] = [];
  let started: Promise<GitHub> | undefined;
  const github = (): Promise<GitHub> => {
    started ??= startGitHub().then((made) => {
      endings.push(() => made.close());
      return made;
    });
    return started;
  };
  return {
    github,
    run: async ({ says, serves, signal, isWarped = true, ...options }) => {
      const warp = warpTime(signal === undefined ? {} : { signal });
      const aws = await startAws(since(says));
      const web = await startLoopback(webOf(serves));
      endings.push(
        () => warp[Symbol.dispose](),
        () => aws.close(),
        () => web.close(),
      );
      const urls = { aws: aws.url, web: web.url };
      const result = await runAction({
        ...options,
        action,
        github: await github(),
        inputs: withUrls(options.inputs ?? {}, web),
        env: { ...environmentOf(urls), ...withUrls(options.env ?? {}, web) },
        ...(isWarped ? { nodeArguments: warp.nodeArguments } : {}),
      });
      endings.push(() => result.cleanup());
      const events = warp.events().filter(({ pid }) => pid === result.pid);
      return { result, calls: aws.calls, requests: web.requests, events };
    },
    async clear() {
      for (const end of endings.splice(0).toReversed()) await end();
      started = undefined;
    },
  };
}

function since(says: Says | undefined): (call: AwsCall) => AwsReply | undefined {
  let zero: number | undefined;
  return (call) => {
    zero ??= call.at;
    const said = says?.({ ...call, t: (call.at - zero) / 1000 });
    if (said === undefined || "output" in said || "error" in said || "net" in said) return said;
    return { output: said as Record<string, unknown> };
  };
}

function webOf(serves: Serves | undefined): (request: LoggedRequest) => Answer {
  let zero: number | undefined;
  return (request) => {
    const at = warpedNow(request) ?? request.at;
    if (request.path === "/oidc") return { status: 200, body: { value: oidcToken } };
    zero ??= at;
    return serves?.({ ...request, t: (at - zero) / 1000 }) ?? { status: 404, body: "" };
  };
}

/** The job's OIDC token. */
export const oidcToken = "e30.e30.canary-oidc-token";
/** The web server's host and port, in inputs and in the environment. */
export const WEB = "web.invalid";

function withUrls(values: Readonly<Record<string, string>>, web: Loopback): Record<string, string> {
  const host = new URL(web.url).host;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replaceAll(WEB, host)]));
}

function environmentOf({ aws, web }: { aws: string; web: string }): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: aws,
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "canary-secret-access-key",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${web}/oidc?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "canary-id-token-request-token",
    NO_PROXY: "127.0.0.1",
  };
}

/** Everything that a run leaves for people and for other steps to read; the runner eats the commands that mask. */
export function leftBy({ result }: WaitRun): string {
  const phases = [result, ...(result.post === undefined ? [] : [result.post])];
  return phases
    .flatMap(({ stdout, stderr, summary, outputs, state }) => [
      stdout.replaceAll(/^::add-mask::.*$/gmu, ""),
      stderr,
      summary,
      JSON.stringify(outputs),
      JSON.stringify(state),
    ])
    .join("\n");
}

/** The text of the error annotations. */
export function errorsOf({ result }: WaitRun): string {
  return result.annotations
    .filter(({ level }) => level === "error")
    .map(({ message }) => message)
    .join("\n");
}
