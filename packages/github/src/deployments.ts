/**
 * Records of what was done in an environment: creating them, saying how they go, finding the latest. A lost answer never
 * makes two records: each carries a nonce and is looked for before it is created again.
 */
import { randomBytes } from "node:crypto";
import { readDeployments, readStatuses } from "./deployment-list.ts";
import type { DeploymentQuery } from "./deployment-list.ts";
import { parseDeployment } from "./deployment.ts";
import type { Deployment, DeploymentState, DeploymentStatus } from "./deployment.ts";
import { isLost, GitHubFailure } from "./failure.ts";
import type { Requester, WaitBudget } from "./requester.ts";

/** A deployment to create. */
export type DeploymentRequest = {
  owner: string;
  repo: string;
  /** A commit, branch or tag. */
  ref: string;
  task: string;
  environment: string;
  description?: string;
  /** Anything JSON can say; `nonce` is added. Never a secret: everybody who reads the repository reads it. */
  payload?: Readonly<Record<string, unknown>>;
};

/** A status to set. */
export type DeploymentStatusRequest = {
  owner: string;
  repo: string;
  state: DeploymentState;
  /** Cut to 140 characters, the most GitHub takes. */
  description: string;
  /** Where to read on: the run's page. */
  logUrl: string;
  environmentUrl?: string;
  /** It is said right after the Deployment was made, and a part of that: no pause is kept between the two. */
  isFirst?: boolean;
};

const WRITE = "deployments: write";
const MAX_POSTS = 3;
const MAX_DESCRIPTION = 140;

/**
 * Creates a deployment, without merging anything and without waiting for checks: they have been waited for by whoever
 * calls. It has no status yet.
 * https://docs.github.com/rest/deployments/deployments#create-a-deployment
 * @throws GitHubFailure
 */
export async function createDeployment(requester: Requester, wanted: DeploymentRequest): Promise<Deployment> {
  const { owner, repo, ref, task, environment } = wanted;
  const description = cut(wanted.description ?? "");
  const waits = requester.newWaits();
  const nonce = randomBytes(12).toString("base64url");
  const payload = { ...wanted.payload, nonce };
  const body = { ref, task, environment, description, payload, auto_merge: false, required_contexts: [] };
  const isRelevant = (deployment: Deployment): boolean => deployment.payload["nonce"] === nonce;
  const create = async (): Promise<Deployment> => {
    const { data } = await requester.request(
      "POST /repos/{owner}/{repo}/deployments",
      { owner, repo, ...body },
      { expects: "object", permission: WRITE, waits },
    );
    const deployment = parseDeployment(data);
    if (deployment === undefined) throw badAnswer("a new deployment");
    return deployment;
  };
  return once(requester, create, () =>
    findDeployment(requester, { owner, repo, environment, task, isRelevant }, { waits, maxPages: 1 }),
  );
}

/**
 * Says how a deployment goes. Other deployments of the environment stay as they are: with several roots in one environment
 * a success of one does not end the record of another.
 * https://docs.github.com/rest/deployments/statuses#create-a-deployment-status
 * @throws GitHubFailure
 */
export async function setDeploymentStatus(
  requester: Requester,
  id: number,
  status: DeploymentStatusRequest,
): Promise<void> {
  const { owner, repo, state, logUrl, environmentUrl } = status;
  const description = cut(status.description);
  const waits = requester.newWaits();
  const body = { state, description, log_url: logUrl, environment_url: environmentUrl, auto_inactive: false };
  const set = async (): Promise<void> => {
    await requester.request(
      "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
      { owner, repo, deployment_id: id, ...body },
      // A deployment and its first status are one change in two calls; GitHub asks for a pause between many.
      { expects: "object", permission: WRITE, waits, isQuiet: status.isFirst === true },
    );
  };
  await once(requester, set, async () => {
    const [newest] = await readStatuses(requester, { owner, repo, id }, { waits });
    const isSame = newest?.state === state && newest.description === description && newest.logUrl === logUrl;
    return isSame ? true : undefined;
  });
}

/**
 * The newest relevant deployment of a task in an environment, with its newest status (absent when it has none yet).
 * @throws GitHubFailure
 */
export async function latestDeployment(
  requester: Requester,
  query: DeploymentQuery,
): Promise<(Deployment & { status?: DeploymentStatus }) | undefined> {
  const waits = requester.newWaits();
  const deployment = await findDeployment(requester, query, { waits });
  if (deployment === undefined) return undefined;
  const [status] = await readStatuses(requester, { ...query, id: deployment.id }, { waits });
  return { ...deployment, ...(status === undefined ? {} : { status }) };
}

async function findDeployment(
  requester: Requester,
  query: DeploymentQuery,
  limits: { waits: WaitBudget; maxPages?: number },
): Promise<Deployment | undefined> {
  for await (const deployments of readDeployments(requester, query, limits)) {
    const found = deployments.find((deployment) => query.isRelevant?.(deployment) !== false);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Posts; when the answer is lost, looks for what may have been made before it posts again. */
async function once<Made, Found>(
  requester: Requester,
  post: () => Promise<Made>,
  find: () => Promise<Found | undefined>,
): Promise<Made | Found> {
  for (let posts = 1; ; posts += 1) {
    try {
      return await post();
    } catch (error) {
      if (!isLost(error)) throw error;
      const waitMs = 1_000 + Math.ceil(requester.random() * 1_000);
      const when = `looking for it in ${(waitMs / 1_000).toFixed(1)} s`;
      requester.log.info(`GitHub: no usable answer to a deployment; ${when}`);
      await requester.sleep(waitMs);
      const found = await find();
      if (found !== undefined) return found;
      if (posts === MAX_POSTS) throw error;
    }
  }
}

function badAnswer(what: string): GitHubFailure {
  return new GitHubFailure({
    reason: "github-bad-answer",
    what: `GitHub's answer to ${what} is not one`,
    remedy: "Check what answers at GITHUB_API_URL.",
  });
}

/** The text in at most 140 code points, never half a character. */
function cut(text: string): string {
  const points = Array.from(text);
  return points.length <= MAX_DESCRIPTION ? text : `${points.slice(0, MAX_DESCRIPTION - 1).join("")}…`;
}
