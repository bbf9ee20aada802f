/**
 * The stage of the workflow tests: a caller's repository, a GitHub, and our workflows run as GitHub runs them, with our
 * actions from their bundles. It judges nothing; what is right is for the tests to say.
 */
import { join } from "node:path";
import { builtActions, runWorkflow, startGitHub, workflowActions, workspace } from "@handrail/testkit";
import type { GitHub, WorkflowActions, WorkflowOptions, WorkflowResult, Workspace } from "@handrail/testkit";

export const handrail: string = join(import.meta.dirname, "..");

/** A run, and what was done through the fakes of other people's actions. */
export type WorkflowRun = WorkflowResult & Pick<WorkflowActions, "artifacts" | "roles">;

/** What a test says about a run; the rest is the stage's. */
export type RunOptions = Pick<WorkflowOptions, "file" | "event"> & Partial<WorkflowOptions>;

/** A caller's repository and the GitHub it is on. */
export type WorkflowStage = {
  github: GitHub;
  repository: Workspace;
  run(options: RunOptions): Promise<WorkflowRun>;
  /** The artifacts of the newest run, also while it runs. */
  artifacts(): WorkflowActions["artifacts"];
  clear(): Promise<void>;
};

/**
 * Opens a stage. `ours` is a folder that stands for this repository; left out: this checkout.
 * Jobs get tokens that may do what their permissions say; two jobs of one run that overlap share the later ones.
 */
export async function openWorkflowStage(
  files: Readonly<Record<string, string>>,
  options: { ours?: string } = {},
): Promise<WorkflowStage> {
  const github = await startGitHub();
  const repository = workspace({ ".gitignore": ".terraform/\n*.tfstate*\n", ...files }, { name: "caller" });
  const folders: Workspace[] = [repository];
  const results: WorkflowResult[] = [];
  const { owner, repo } = github.repository;
  let newest: WorkflowActions["artifacts"] = new Map();
  return {
    github,
    repository,
    async run(given) {
      const store = workspace({}, { git: false, name: "artifacts" });
      folders.push(store);
      const made = workflowActions({
        folder: store.path,
        repositories: {
          [`${owner}/${repo}`]: repository.path,
          "handrail/handrail": builtActions(options.ours ?? handrail),
        },
      });
      newest = made.artifacts;
      const result = await runWorkflow({
        github: {
          repository: `${owner}/${repo}`,
          apiUrl: github.apiUrl,
          graphqlUrl: github.graphqlUrl,
          serverUrl: github.url,
          // A pull request's run is about its merge commit, which is what the repository has checked out.
          sha: repository.git("rev-parse", "HEAD"),
        },
        tokenFor: (permissions) => {
          github.permit(permissions);
          return github.token("github-actions");
        },
        actions: made.actions,
        repositoryPath: repository.path,
        handrailPath: options.ours ?? handrail,
        ...given,
      });
      results.push(result);
      return { ...result, artifacts: made.artifacts, roles: made.roles };
    },
    artifacts: () => newest,
    async clear() {
      for (const result of results.splice(0)) result.cleanup();
      for (const folder of folders.splice(0)) folder.cleanup();
      await github.close();
    },
  };
}

/** Jobs and how they ended. */
export function endings(run: WorkflowResult): Record<string, string> {
  return Object.fromEntries([...run.jobs].map(([name, { result }]) => [name, result]));
}

/** Steps of a job and how they ended, without post steps. */
export function stepsOf(run: WorkflowResult, job: string): Record<string, string> {
  const steps = run.jobs.get(job)?.steps ?? [];
  return Object.fromEntries(
    steps.filter(({ name }) => !name.startsWith("Post ")).map(({ name, conclusion }) => [name, conclusion]),
  );
}
