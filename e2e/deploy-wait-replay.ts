/**
 * Replays a case of deploy-wait against the built action: servers that speak the real protocols, the runner, and warped time
 * (the action's clock stands still while it works and jumps while it waits), so that half an hour takes a second and a busy
 * machine changes no verdict and no instant. It judges nothing (deploy-wait-replay-judge.ts does).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runAction, warpTime } from "@handrail/testkit";
import type { ActionResult, WarpEvent } from "@handrail/testkit";
import { startCourse } from "./deploy-wait-replay-case.ts";
import type { Arrival, Case } from "./deploy-wait-replay-case.ts";
import { startWorld } from "./deploy-wait-replay-world.ts";
import type { World } from "./deploy-wait-replay-world.ts";

/** The built action. */
export const action: string = join(import.meta.dirname, "../actions/deploy-wait");

/** The line of the log that tells a bad verdict, or the annotation: what comes first. Asking why can take longer. */
const verdictLine = /^(?:::error\b|(?:❌|↩️|⏭️|🛑|✋|⚠️|⌛|❓|🔒|🚨|📉|❔) )/mu;

/** What came of a case. Instants are seconds since the first request. */
export type Replayed = {
  result: ActionResult;
  /** Requests of the main step, as the servers saw them. */
  arrivals: readonly Arrival[];
  /** When a bad verdict was told, in the log or by the annotation; undefined when none was. */
  annotatedAt: number | undefined;
  /** When the main step's process ended. */
  endedAt: number;
  /** How often work took so long that it was taken for waiting: instants are then not exact. */
  stalls: number;
};

/** Replays a case. `script`: another action, or a script, in the place of the built one. */
export async function replay(each: Case, script: string = action): Promise<Replayed> {
  if (script === action && !existsSync(join(action, "dist/index.js")))
    throw new Error("There is no bundle to test: run `npm run build` first");
  const course = startCourse(each.ops);
  const { runnerClockOffsetSeconds, signal } = each.given;
  using warp = warpTime({
    ...(runnerClockOffsetSeconds === undefined ? {} : { clockOffsetMs: runnerClockOffsetSeconds * 1000 }),
    ...(signal === undefined ? {} : { signal: { name: signal.name, afterMs: signal.at * 1000 } }),
  });
  await using world = await startWorld(each, course, warp.nowFile);
  const result = await runAction({
    action: script,
    inputs: inputsOf(each, world),
    env: environmentOf(world),
    path: [world.programs],
    context: { apiUrl: world.webUrl },
    nodeArguments: warp.nodeArguments,
  });
  const events = warp.events().filter(({ pid }) => pid === result.pid);
  const annotation = events.find((event) => event.kind === "output" && verdictLine.test(event.text));
  const ended = events.at(-1)?.at ?? Number.NaN;
  return {
    result,
    arrivals: course.arrivals,
    annotatedAt: annotation === undefined ? undefined : course.since(annotation.at),
    endedAt: course.since(ended),
    stalls: events.filter(({ kind }: WarpEvent) => kind === "stall").length,
  };
}

/** The case's inputs, with the replaying server in the place of hosts. */
function inputsOf(each: Case, { webUrl }: World): Record<string, string> {
  const inputs: Record<string, string> = { ...each.with };
  if (each.with["target"] === "jenkins") inputs["jenkins-url"] = webUrl;
  const { url } = each.with;
  if (url !== undefined) {
    const { pathname, search } = new URL(url);
    inputs["url"] = `${webUrl}${pathname}${search}`;
  }
  return inputs;
}

/** Fake keys, the servers' addresses, and nothing that leads out of this machine. */
function environmentOf({ awsUrl, webUrl }: World): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: awsUrl,
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${webUrl}/oidc?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "canary-id-token-request-token",
    HTTP_PROXY: "",
    HTTPS_PROXY: "",
    NO_PROXY: "*",
  };
}
