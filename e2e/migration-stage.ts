/**
 * The stage of the migration tests: a GitHub, a database of this machine, a project of a real tool in a checkout, and the built
 * actions between them. It judges nothing; what is right is for the tests to say.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runAction, startGitHub, toolProjects, workspace } from "@handrail/testkit";
import type {
  ActionOptions,
  ActionResult,
  Deployment,
  GitHub,
  ScriptedMigration,
  ToolProject,
  Workspace,
} from "@handrail/testkit";

/** The verbs. */
export type Verb = "run" | "rollback" | "check";

const handrail = join(import.meta.dirname, "..");

/** What a test says about one job. */
export type JobOptions = Partial<Omit<ActionOptions, "action" | "github" | "workspace">>;

/** A database with a project. */
export type MigrationStage = {
  github: GitHub;
  project: ToolProject;
  checkout: Workspace;
  url: string;
  /** Writes the scripts and commits them. */
  write(migrations: readonly ScriptedMigration[]): Promise<void>;
  /** Runs an action as a job of its own (run ids count up from 101) and resolves with what it left. */
  act(verb: Verb, inputs?: Readonly<Record<string, string>>, options?: JobOptions): Promise<ActionResult>;
  /** The records, oldest first. */
  records(): readonly Deployment[];
  /** The id that the next job runs under. */
  nextRun(): number;
  clear(): Promise<void>;
};

/** Where the action is; `source` is for work on it without a build. */
const entry = process.env["HANDRAIL_E2E_SOURCE"] === "1" ? "source" : "bundle";

/** Opens a stage: an empty database, a project of the tool in its own directory of the checkout, nothing applied. */
export async function openMigrationStage(given: { tool: string; url: string }): Promise<MigrationStage> {
  const make = toolProjects[given.tool];
  if (make === undefined) throw new Error(`there is no project of ${given.tool}`);
  const github = await startGitHub();
  const checkout = workspace({ "README.md": "a project\n" }, { git: true, name: "checkout" });
  const directory = checkout.resolve(".");
  const project = await make({ directory, url: given.url });
  const endings: (() => unknown)[] = [() => checkout.cleanup(), () => github.close()];
  let runs = 100;
  return {
    github,
    project,
    checkout,
    url: given.url,
    async write(migrations) {
      await project.write(migrations);
      checkout.commit("migrations");
    },
    async act(verb, inputs = {}, options = {}) {
      runs += 1;
      const action = join(handrail, "actions", `migration-${verb}`);
      if (entry === "bundle" && !existsSync(`${action}/dist/index.js`)) {
        throw new Error("There is no bundle to test: run `npm run build` first");
      }
      const common = { ...project.inputs, "database-url": given.url };
      const own = verb === "check" ? {} : { environment: "test", "lock-timeout": "3s" };
      const result = await runAction({
        action,
        entry,
        ...(entry === "source" ? { nodeArguments: ["--conditions=source"] } : {}),
        github,
        workspace: checkout,
        inputs: { ...common, ...own, ...(verb === "rollback" ? { confirm: "test" } : {}), ...inputs },
        ...options,
        env: { ...project.environment, ...options.env },
        context: { runId: String(runs), sha: checkout.git("rev-parse", "HEAD"), ...options.context },
      });
      endings.push(() => result.cleanup());
      return result;
    },
    records: () => github.deployments().filter(({ task }) => task === "migration"),
    nextRun: () => runs + 1,
    async clear() {
      for (const end of endings.splice(0).toReversed()) await end();
    },
  };
}
