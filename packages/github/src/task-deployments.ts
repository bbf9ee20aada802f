/**
 * The newest deployments of a task, over all environments. Reading only.
 */
import { parseDeployment, parseDeploymentStatus } from "./deployment.ts";
import type { Deployment, DeploymentStatus } from "./deployment.ts";
import { readPages } from "./pages.ts";
import { readList } from "./payload.ts";
import type { Place } from "./place.ts";

/** Which deployments. */
export type TaskQuery = {
  task: string;
  /** What a deployment is about; undefined when it does not count. */
  subject: (deployment: Deployment) => string | undefined;
  /** The subjects that are wanted; reading ends when each has been seen. */
  subjects: ReadonlySet<string>;
};

/** A deployment with its newest status that is not `inactive`: that one only says that another took its place. */
export type TaskDeployment = Deployment & { status?: DeploymentStatus };

const READ = "deployments: read";
/** The newest 1,000 deployments of the task. */
const MAX_PAGES = 10;

/**
 * The newest deployment of each subject that has one.
 * https://docs.github.com/rest/deployments/deployments#list-deployments
 * @throws GitHubFailure
 */
export async function newestDeployments(place: Place, query: TaskQuery): Promise<Map<string, TaskDeployment>> {
  const { owner, repo } = place;
  const { task, subject, subjects } = query;
  const newest = new Map<string, Deployment>();
  const pages = readPages(place, {
    route: "GET /repos/{owner}/{repo}/deployments",
    parameters: { owner, repo, task },
    permission: READ,
    maxPages: MAX_PAGES,
  });
  for await (const items of pages) {
    for (const deployment of items.map(parseDeployment)) {
      if (deployment?.task !== task) continue;
      const about = subject(deployment);
      if (about === undefined || !subjects.has(about)) continue;
      if ((newest.get(about)?.id ?? 0) < deployment.id) newest.set(about, deployment);
    }
    if (newest.size === subjects.size) break;
  }
  const found = new Map<string, TaskDeployment>();
  for (const [about, deployment] of newest) {
    const status = await lastStatus(place, deployment.id);
    found.set(about, { ...deployment, ...(status === undefined ? {} : { status }) });
  }
  return found;
}

async function lastStatus({ request, owner, repo }: Place, id: number): Promise<DeploymentStatus | undefined> {
  const { data } = await request(
    "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    { owner, repo, deployment_id: id, per_page: 30 },
    { expects: "list", permission: READ },
  );
  const statuses = readList(data).map(parseDeploymentStatus);
  return statuses
    .filter((each) => each !== undefined && each.state !== "inactive")
    .sort((a, b) => (b?.id ?? 0) - (a?.id ?? 0))[0];
}
