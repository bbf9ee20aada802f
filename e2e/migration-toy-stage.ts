/**
 * Runs the flow of migration-run and migration-rollback in the test's own process: on the toy tool, with Deployments in a list and a
 * clock that the test turns. It judges nothing.
 */
import { parseContext } from "@handrail/github";
import type { Deployment } from "@handrail/github/client";
import type { MigrationDeps } from "@handrail/migration";
import { createRedactor } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { virtualClock } from "@handrail/testkit";
import { readRollbackInputs } from "../actions/migration-rollback/src/inputs.ts";
import { run as rollBack } from "../actions/migration-rollback/src/run.ts";
import { readRunInputs } from "../actions/migration-run/src/inputs.ts";
import { run as migrate } from "../actions/migration-run/src/run.ts";
import type { Toy } from "./migration-toy.ts";

/** What was asked of the flow, and what it said. */
export type ToyStage = {
  deployments: Deployment[];
  run(inputs?: Readonly<Record<string, string>>): Promise<ActionResult>;
  rollback(inputs?: Readonly<Record<string, string>>): Promise<ActionResult>;
};

/** Sets it up. */
export function openToyStage(toy: Toy): ToyStage {
  const deployments: Deployment[] = [];
  const clock = virtualClock({ mode: "auto" });
  let runs = 0;
  const environmentOf = (inputs: Readonly<Record<string, string>>): Record<string, string> => {
    runs += 1;
    const given = {
      tool: "dbmate",
      "database-url": "sqlite:toy.db",
      environment: "test",
      "github-token": "t",
      "lock-timeout": "0s",
      ...inputs,
    };
    const named = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return {
      GITHUB_REPOSITORY: "octo-org/app",
      GITHUB_RUN_ID: String(100 + runs),
      GITHUB_SHA: "c".repeat(40),
      GITHUB_ACTOR: "octocat",
      ...Object.fromEntries(named),
    };
  };
  const depsOf = (): MigrationDeps => {
    const states = new Map<string, string>();
    return {
      host: {
        log: { info: none, warning: none, debug: none, group: none, endGroup: none },
        clock,
        cancelled: new AbortController().signal,
        annotate: none,
        redactor: createRedactor(),
        saveState: (name, value) => void states.set(name, value),
        state: (name) => states.get(name),
        summary: none,
      },
      files: { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) },
      github: () => Promise.resolve(githubOf(deployments, clock.now())),
      openPlace: () => Promise.resolve(toy.place),
      nonce: () => `nonce-${runs}-of-a-test`,
    };
  };
  return {
    deployments,
    run: (inputs = {}) => {
      const environment = environmentOf(inputs);
      return migrate({ inputs: readRunInputs(environment), context: parseContext(environment, {}), deps: depsOf() });
    },
    rollback: (inputs = {}) => {
      const environment = environmentOf({ confirm: "test", ...inputs });
      const own = {
        newestTask: () => Promise.resolve(undefined),
        ask: () => Promise.reject(new Error("there is no AWS")),
      };
      return rollBack({
        inputs: readRollbackInputs(environment),
        context: parseContext(environment, {}),
        deps: { ...depsOf(), ...own },
      });
    },
  };
}

const none = (): undefined => undefined;

/** Deployments as a list, through JSON as GitHub has them. */
function githubOf(deployments: Deployment[], createdAt: number): Awaited<ReturnType<MigrationDeps["github"]>> {
  return {
    createDeployment: ({ ref, task, environment, description = "", payload = {} }) => {
      const made: Deployment = {
        id: 5000 + deployments.length,
        sha: ref,
        ref,
        task,
        environment,
        description,
        payload: JSON.parse(JSON.stringify(payload)) as Record<string, unknown>,
        creator: "github-actions[bot]",
        createdAt,
      };
      deployments.push(made);
      return Promise.resolve(made);
    },
    setDeploymentStatus: () => Promise.resolve(),
    listDeployments: ({ isRelevant, atMost }) =>
      Promise.resolve(
        deployments
          .toReversed()
          .filter((each) => isRelevant?.(each) !== false)
          .slice(0, atMost),
      ),
    runState: () => Promise.resolve({ isCompleted: true, conclusion: "failure" }),
  };
}
