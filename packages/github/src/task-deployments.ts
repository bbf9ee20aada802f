/**
 * The newest deployments of a task, over all environments. Reading only.
 */
import { readDeployments, withLastStatus } from "./deployment-list.ts";
import type { ListedDeployment } from "./deployment-list.ts";
import type { Deployment } from "./deployment.ts";
import type { Place } from "./place.ts";

/** Which deployments. */
export type TaskQuery = {
  task: string;
  /** What a deployment is about; undefined when it does not count. */
  subject: (deployment: Deployment) => string | undefined;
  /** The subjects that are wanted; reading ends when each has been seen. */
  subjects: ReadonlySet<string>;
};

/** The newest deployment of a subject. */
export type TaskDeployment = ListedDeployment;

/**
 * The newest deployment of each subject that has one, among the newest 1,000 of the task.
 * https://docs.github.com/rest/deployments/deployments#list-deployments
 * @throws GitHubFailure
 */
export async function newestDeployments(place: Place, query: TaskQuery): Promise<Map<string, TaskDeployment>> {
  const { owner, repo } = place;
  const { task, subject, subjects } = query;
  const newest = new Map<string, Deployment>();
  for await (const deployments of readDeployments(place, { owner, repo, task })) {
    for (const deployment of deployments) {
      const about = subject(deployment);
      if (about === undefined || !subjects.has(about)) continue;
      if ((newest.get(about)?.id ?? 0) < deployment.id) newest.set(about, deployment);
    }
    if (newest.size === subjects.size) break;
  }
  const found = new Map<string, TaskDeployment>();
  for (const [about, deployment] of newest) found.set(about, await withLastStatus(place, deployment));
  return found;
}
