/**
 * Reads deployments and their statuses. GitHub lists both newest first.
 */
import { parseDeployment, parseDeploymentStatus } from "./deployment.ts";
import type { Deployment, DeploymentStatus } from "./deployment.ts";
import { readPages } from "./pages.ts";
import { readList } from "./payload.ts";
import type { Request, Requester, WaitBudget } from "./requester.ts";

/** Which deployments to look at. */
export type DeploymentQuery = {
  owner: string;
  repo: string;
  environment: string;
  task: string;
  /** Which of them counts, for example by its payload; left out: all. */
  isRelevant?: (deployment: Deployment) => boolean;
};

/** Deployments of a task in an environment; `environment` left out: in all of them. */
type Search = Omit<DeploymentQuery, "environment" | "isRelevant"> & { environment?: string };

/** How many are listed, and what with. */
export type DeploymentListQuery = DeploymentQuery & {
  /** No more than this; the search ends with the last of them. */
  atMost: number;
  /** Read each one's status, too: a call each. */
  withStatus?: boolean;
};

/** A deployment with its newest status that is not `inactive`: that one only says that another took its place. */
export type ListedDeployment = Deployment & { status?: DeploymentStatus };

const READ = "deployments: read";
/** The deployments that are searched: the newest 1,000. */
const MAX_PAGES = 10;

/**
 * The relevant deployments of a task in an environment among the newest 1,000, newest first; their payloads are what
 * whoever may write deployments wrote.
 * https://docs.github.com/rest/deployments/deployments#list-deployments
 * @throws GitHubFailure
 */
export async function listDeployments(requester: Requester, query: DeploymentListQuery): Promise<ListedDeployment[]> {
  const { isRelevant, atMost, withStatus = false } = query;
  const waits = requester.newWaits();
  // One that is made while the pages are read moves another to the next page, where it comes a second time.
  const found = new Map<number, Deployment>();
  for await (const deployments of atMost > 0 ? readDeployments(requester, query, { waits }) : []) {
    for (const deployment of deployments) {
      if (found.size < atMost && isRelevant?.(deployment) !== false) found.set(deployment.id, deployment);
    }
    if (found.size === atMost) break;
  }
  const listed: ListedDeployment[] = [];
  for (const deployment of [...found.values()].sort((a, b) => b.id - a.id)) {
    const { owner, repo } = query;
    const place = { request: requester.request, owner, repo };
    listed.push(withStatus ? await withLastStatus(place, deployment, { waits }) : deployment);
  }
  return listed;
}

/**
 * The deployment with its newest status that says how it went.
 * @throws GitHubFailure
 */
export async function withLastStatus(
  { request, owner, repo }: { request: Request; owner: string; repo: string },
  deployment: Deployment,
  options: { waits?: WaitBudget } = {},
): Promise<ListedDeployment> {
  const statuses = await readStatuses({ request }, { owner, repo, id: deployment.id }, options);
  const status = statuses.find(({ state }) => state !== "inactive");
  return { ...deployment, ...(status === undefined ? {} : { status }) };
}

/**
 * The deployments of a task page by page, the newest first; the next page is asked for only when it is wanted.
 * @param limits `maxPages`: 10, of a hundred each
 * @throws GitHubFailure
 */
export async function* readDeployments(
  requester: { request: Request },
  query: Search,
  limits: { maxPages?: number; waits?: WaitBudget } = {},
): AsyncGenerator<Deployment[], void, undefined> {
  const { owner, repo, task, environment } = query;
  const pages = readPages(requester, {
    route: "GET /repos/{owner}/{repo}/deployments",
    parameters: { owner, repo, environment, task },
    permission: READ,
    maxPages: MAX_PAGES,
    ...limits,
  });
  // The filters are GitHub's to apply; a server that ignores one must not make us take another task's record.
  // Names of environments are not case sensitive.
  const isMatch = (deployment: Deployment): boolean =>
    deployment.task === task &&
    (environment === undefined || deployment.environment.toLowerCase() === environment.toLowerCase());
  for await (const items of pages) {
    const deployments = items.map(parseDeployment).filter((each) => each !== undefined);
    yield deployments.filter(isMatch);
  }
}

/**
 * The statuses of a deployment, newest first, 30 at most.
 * @throws GitHubFailure
 */
export async function readStatuses(
  requester: { request: Request },
  of: { owner: string; repo: string; id: number },
  options: { waits?: WaitBudget } = {},
): Promise<DeploymentStatus[]> {
  const { data } = await requester.request(
    "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    { owner: of.owner, repo: of.repo, deployment_id: of.id, per_page: 30 },
    { expects: "list", permission: READ, ...options },
  );
  const statuses = readList(data).map(parseDeploymentStatus);
  return statuses.filter((each) => each !== undefined).sort((a, b) => b.id - a.id);
}
