/**
 * Keeps the GitHub Deployment that records what a step did: made, ended with the truth, found again by a later phase of the
 * step. It works with the verbs that it is handed, and never rejects: a record does not decide how a step ends.
 */
import { type Failure, type Log, toFailure } from "@handrail/runner";
import { type Deployment, type DeploymentStatus, isOpenDeployment } from "./deployment.ts";
import type { DeploymentQuery } from "./deployment-list.ts";
import type { DeploymentRequest, DeploymentStatusRequest } from "./deployments.ts";
import { describeUnkept } from "./permission-hint.ts";

type Created = (request: DeploymentRequest) => Promise<Pick<Deployment, "id">>;
type Told = (id: number, status: DeploymentStatusRequest) => Promise<void>;
type Latest = (query: DeploymentQuery) => Promise<(Deployment & { status?: DeploymentStatus }) | undefined>;

/** Hands out the client; loads it when it is asked for first. */
export type RecordDoor<Verbs> = () => Promise<Verbs>;

/** What came of a record. There can be both: it was made, and its status was not taken. */
export type KeptRecord = { id?: number; failure?: Failure };

/**
 * Creates a Deployment and gives it a status: `in_progress` when something begins, the final one when it is over already.
 * @param onCreated is told the id before the status is asked for: who is killed then can still end it
 */
export async function createRecord(
  github: RecordDoor<{ createDeployment: Created; setDeploymentStatus: Told }>,
  request: DeploymentRequest,
  status: Omit<DeploymentStatusRequest, "owner" | "repo">,
  onCreated: (id: number) => void = () => undefined,
): Promise<KeptRecord> {
  const { owner, repo } = request;
  let made: { id?: number } = {};
  try {
    const client = await github();
    const { id } = await client.createDeployment(request);
    made = { id };
    onCreated(id);
    await client.setDeploymentStatus(id, { owner, repo, ...status, isFirst: true });
    return made;
  } catch (thrown) {
    // One that was made has to be ended, whatever its first status came to.
    return { ...made, failure: toFailure(thrown) };
  }
}

/** Gives a Deployment its status; what is told when it was not taken, undefined when all is well. */
export async function endRecord(
  github: RecordDoor<{ setDeploymentStatus: Told }>,
  id: number,
  status: DeploymentStatusRequest,
): Promise<string | undefined> {
  try {
    const client = await github();
    await client.setDeploymentStatus(id, status);
    return undefined;
  } catch (thrown) {
    return describeUnkept(thrown);
  }
}

/**
 * The id of the newest relevant Deployment when nobody ended it: a killed step can have made one without coming to know
 * its id. Undefined, and told to the log, when nobody may look.
 */
export async function findOpenRecord(
  github: RecordDoor<{ latestDeployment: Latest }>,
  query: DeploymentQuery,
  log: Pick<Log, "info">,
): Promise<number | undefined> {
  try {
    const client = await github();
    const latest = await client.latestDeployment(query);
    return latest !== undefined && isOpenDeployment(latest) ? latest.id : undefined;
  } catch (thrown) {
    log.info(`Whether this run began a Deployment is not known: ${toFailure(thrown).what}`);
    return undefined;
  }
}
