/**
 * The stage of the demo: a repository on a GitHub and a state server, both inside this process, a checkout, and the built
 * actions run on it as GitHub's runner runs them. It keeps everything that was said. It tells no story.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runAction, startGitHub, startStateBackend, workspace } from "@handrail/testkit";
import type { ActionResult, GitHub, StateBackend, Workspace } from "@handrail/testkit";
import { applyTerraform } from "./terraform.ts";
import { readFiles, withChanges } from "./tree.ts";
import type { Changes } from "./tree.ts";

const root = join(import.meta.dirname, "../..");

/** The root module that the demo is about, and its environment. */
export const target = "live/prod";
export const environment = "production";

/** What must be found nowhere afterwards, by what it is called. */
export const secrets: Readonly<Record<string, string>> = {
  "the database password": "correct-horse-battery-staple",
  "the password of the state server": "state-server-password-8d41",
  "the seal key": "9f86d081884c7d659a2feaa0c55ad015",
  "the secret key of AWS": "wJalrXUtnFEMI-K7MDENG-bPxRfiCY",
};

const actions = [
  "terraform-plan",
  "terraform-apply",
  "terraform-bump",
  "deploy-wait",
  "migration-run",
  "migration-rollback",
] as const;

/** One run of an action. */
export type Run = {
  action: (typeof actions)[number];
  event: Record<string, unknown>;
  /** The commit, and the run with its attempt: `201` or `201.2`. */
  sha: string;
  run: string;
  by: string;
  inputs?: Readonly<Record<string, string>>;
  env?: Readonly<Record<string, string>>;
  /** For node: another time, for what takes long. */
  nodeArguments?: readonly string[];
};

/** A run that has ended, kept for the log. */
export type Ended = { title: string; result: ActionResult; seconds: number };

export interface Stage {
  readonly github: GitHub;
  readonly backend: StateBackend;
  readonly checkout: Workspace;
  /** What every job has in its environment: the secrets of the environment `production`. */
  readonly env: Readonly<Record<string, string>>;
  /** Every run so far. */
  readonly runs: readonly Ended[];
  /** The commit that main ends with. */
  tip(): Promise<string>;
  /** Pushes changes to a branch of GitHub and returns the commit. */
  push(given: { branch: string; changes: Changes; message: string; author: string }): Promise<string>;
  /** Makes the checkout what main and these changes come to, as actions/checkout does. */
  checkOut(changes?: Changes): void;
  /** Makes the checkout a commit that is main's; returns its id, by which GitHub knows it from now on. */
  checkOutMain(): Promise<string>;
  /** From now on these changes are on main. */
  land(changes: Changes): void;
  run(run: Run): Promise<Ended>;
  /** Ends the servers and removes all folders. */
  close(): Promise<void>;
}

/** Sets the stage, with the production as it is; says what terraform says about that. */
export async function openStage(): Promise<{ stage: Stage; said: string }> {
  for (const action of actions) {
    if (!existsSync(join(root, "actions", action, "dist", "index.js"))) {
      throw new Error(`There is no bundle of ${action}. Run: npm run build`);
    }
  }
  let main = readFiles("production");
  const password = secrets["the password of the state server"] ?? "";
  const backend = await startStateBackend({ user: "shop", password });
  const github = await startGitHub({ owner: "shop", repo: "infrastructure", files: main });
  const checkout = workspace({}, { name: "demo" });
  const runs: Ended[] = [];
  const checkOut = (changes: Changes = {}): void => {
    for (const file of ["live", "modules", "services", ".github", "database/migrations"]) checkout.remove(file);
    checkout.write(withChanges(main, changes));
  };
  checkOut();
  const stage: Stage = {
    github,
    backend,
    checkout,
    env: jobEnvironment(backend),
    runs,
    tip: () => tipOf(github),
    push: ({ changes, ...commit }) => github.commit({ ...commit, files: changes }),
    checkOut,
    checkOutMain: async () => {
      checkOut();
      const id = checkout.commit("main");
      github.nameCommit(await tipOf(github), id);
      return id;
    },
    land: (changes) => {
      main = withChanges(main, changes);
    },
    run: async (given) => {
      const ended = await runOn(stage, given);
      runs.push(ended);
      return ended;
    },
    close: async () => {
      for (const { result } of runs) result.cleanup();
      checkout.cleanup();
      await github.close();
      await backend.close();
    },
  };
  const said = await applyTerraform(checkout.resolve(target), stage.env);
  return { stage, said };
}

async function tipOf({ upstream, repository }: GitHub): Promise<string> {
  const { owner, repo } = repository;
  const { body } = await upstream.request("GET", `/repos/${owner}/${repo}/git/ref/heads/main`);
  return (body as { object: { sha: string } }).object.sha;
}

function jobEnvironment(backend: StateBackend): Record<string, string> {
  return {
    TF_VAR_database_password: secrets["the database password"] ?? "",
    TF_HTTP_ADDRESS: backend.url,
    TF_HTTP_LOCK_ADDRESS: backend.url,
    TF_HTTP_UNLOCK_ADDRESS: backend.url,
    TF_HTTP_USERNAME: "shop",
    TF_HTTP_PASSWORD: secrets["the password of the state server"] ?? "",
  };
}

/** What the workflows hand over, whatever happens. */
function inputsOf(action: Run["action"]): Record<string, string> {
  if (action === "terraform-bump") return {};
  if (action === "deploy-wait" || action.startsWith("migration-")) return { environment };
  const inputs = { "working-directory": target, "seal-key": secrets["the seal key"] ?? "" };
  return action === "terraform-apply" ? { ...inputs, environment } : inputs;
}

function eventNameOf(event: Run["event"]): string {
  if ("pull_request" in event) return "pull_request";
  if ("schedule" in event) return "schedule";
  return "inputs" in event ? "workflow_dispatch" : "push";
}

async function runOn({ github, env, checkout }: Stage, given: Run): Promise<Ended> {
  const [runId = "", runAttempt = "1"] = given.run.split(".");
  const isPullRequest = "pull_request" in given.event;
  const began = performance.now();
  const result = await runAction({
    action: join(root, "actions", given.action),
    workspace: checkout,
    github,
    event: given.event,
    eventName: eventNameOf(given.event),
    context: {
      sha: given.sha,
      runId,
      runAttempt,
      actor: given.by,
      ...(isPullRequest ? {} : { ref: "refs/heads/main" }),
    },
    inputs: { ...inputsOf(given.action), ...given.inputs },
    env: { ...env, ...given.env },
    ...(given.nodeArguments === undefined ? {} : { nodeArguments: given.nodeArguments }),
  });
  const seconds = (performance.now() - began) / 1000;
  return { title: `run ${given.run}: ${given.action}, started by ${given.by}`, result, seconds };
}
