/** A step whose world is object literals and a clock that the test turns. */
import { parseContext } from "@handrail/github";
import { createRedactor } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import { readWaitInputs } from "./input-rules.ts";
import type { Feedback } from "./feedback/feedback.ts";
import type { WaitStep } from "./step.ts";
import { defineTarget } from "./wait/target.ts";
import type { Ending, Step, StopReport, Target } from "./wait/target.ts";
import type { Verdict } from "./wait/verdict.ts";

/** What is seen from an instant (s) on. */
export type Script = readonly (readonly [number, Partial<Step<string>>])[];

/** How a test wants its step. */
export type Stage = {
  inputs?: Readonly<Record<string, string>>;
  script: Script;
  stop?: (how: Ending) => Promise<StopReport>;
  feedback?: Feedback;
  github?: "down" | "silent" | "refuses the end once";
  clock?: VirtualClock;
};

/** The step, and everything that it did. */
export type Played = {
  step: WaitStep;
  controller: AbortController;
  clock: VirtualClock;
  log: string[];
  states: Map<string, string>;
  statuses: { state: string; description: string }[];
  stops: Ending[];
  summaries: string[];
};

/** Sets a step up. */
export function stage({
  inputs = {},
  script,
  stop,
  feedback,
  github,
  clock = virtualClock({ mode: "auto" }),
}: Stage): Played {
  const given = { target: "command", command: "true", environment: "production", "github-token": "t", ...inputs };
  const environment = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const controller = new AbortController();
  const played: Omit<Played, "step"> = {
    controller,
    clock,
    log: [],
    states: new Map(),
    statuses: [],
    stops: [],
    summaries: [],
  };
  const say = (text: string): void => {
    played.log.push(text);
  };
  const target = open(script, async (how) => {
    played.stops.push(how);
    return stop === undefined ? { isAccepted: true, told: `${how} accepted` } : stop(how);
  });
  let hasRefused = false;
  const refuse = (): Promise<never> => Promise.reject(new Error("GitHub is down"));
  const step: WaitStep = {
    inputs: readWaitInputs(environment),
    context: parseContext(
      { GITHUB_REPOSITORY: "octo-org/octo-repo", GITHUB_RUN_ID: "7", GITHUB_JOB: "wait" },
      undefined,
    ),
    deps: {
      host: {
        log: { info: say, warning: say, debug: () => undefined, group: say, endGroup: () => undefined },
        clock,
        cancelled: controller.signal,
        annotate: () => undefined,
        redactor: createRedactor(),
        saveState: (name, value) => played.states.set(name, value),
        state: (name) => played.states.get(name),
        summary: (text) => played.summaries.push(text),
      },
      doors: {
        clock,
        log: { info: say, warning: say, debug: () => undefined, group: say, endGroup: () => undefined },
        startedAt: 0,
        aws: refuse,
        http: refuse,
        exec: refuse,
        childEnvironment: {},
        directory: ".",
      },
      github: () =>
        github === "down"
          ? refuse()
          : github === "silent"
            ? new Promise(() => undefined)
            : Promise.resolve({
                createDeployment: ({ task, environment: name, payload }) =>
                  Promise.resolve({
                    id: 5,
                    sha: "",
                    ref: "",
                    task,
                    environment: name,
                    description: "",
                    creator: "",
                    payload: payload ?? {},
                  }),
                setDeploymentStatus: (_id, { state, description }) => {
                  if (github === "refuses the end once" && state !== "in_progress" && !hasRefused) {
                    hasRefused = true;
                    return refuse();
                  }
                  played.statuses.push({ state, description });
                  return Promise.resolve();
                },
                latestDeployment: () => Promise.resolve(undefined),
                request: refuse,
              }),
      openTarget: () => Promise.resolve(target),
      openFeedback: () => Promise.resolve(feedback),
      random: () => 0.5,
    },
  };
  return { ...played, step };
}

function open(script: Script, stop: (how: Ending) => Promise<StopReport>): Target {
  const item = { id: "app", label: "service app" };
  return defineTarget<Partial<Step<string>>, string, string>({
    kind: "script",
    items: [item],
    first: [],
    next: (_state, seen) => ({
      state: "",
      pace: "moving",
      reads: [],
      progress: "1/2 running",
      stage: "moving",
      ...seen,
    }),
    read: (_wanted, elapsedMs) => {
      const seen = script.findLast(([from]) => from * 1000 <= elapsedMs)?.[1] ?? {};
      return Promise.resolve({ looks: new Map([["app", { snapshot: seen }]]), calls: 1 });
    },
    diagnose: (_item, _state, { result }: Verdict) =>
      Promise.resolve({ causes: result === "success" ? [] : ["container app: exit code 1"], logLines: [] }),
    stop: (_item, _state, how) => stop(how),
  });
}
