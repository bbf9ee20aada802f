/** Answers of ECS for cases of our own: one service `app` in the cluster `prod`, whose deployment B is waited for. */

const ARN = "arn:aws:ecs:eu-west-1:111122223333";

/** The ARN of a task definition's revision. */
export const taskDefinition = (revision: number): string => `${ARN}:task-definition/app:${revision}`;
/** The ARN of a service deployment, by its last part. */
export const serviceDeployment = (id: string): string => `${ARN}:service-deployment/prod/app/${id}`;
const revisionArn = (revision: number): string => `${ARN}:service-revision/prod/app/${revision}`;
/** The digest of the image that a revision of the service runs. */
export const digest = (revision: number): string => `sha256:${String(revision).repeat(64)}`;

/** One of the service's `deployments`: its id, its task definition's revision, and running of two. */
export type Rollout = { id: number; revision: number; running: number; state?: string; isPrimary?: boolean };

/** DescribeServices: the deployments of the service, the newest first. */
export function services(
  rollouts: readonly Rollout[],
  more: { current?: string; events?: readonly string[] } = {},
): object {
  const [first] = rollouts;
  const deployments = rollouts.map(({ id, revision, running, state = "IN_PROGRESS", isPrimary }) => ({
    id: `ecs-svc/${id}`,
    status: (isPrimary ?? id === first?.id) ? "PRIMARY" : "ACTIVE",
    taskDefinition: taskDefinition(revision),
    desiredCount: 2,
    runningCount: running,
    pendingCount: running < 2 ? 1 : 0,
    failedTasks: 0,
    rolloutState: state,
  }));
  const service = {
    serviceArn: `${ARN}:service/prod/app`,
    serviceName: "app",
    clusterArn: `${ARN}:cluster/prod`,
    status: "ACTIVE",
    desiredCount: 2,
    runningCount: rollouts.reduce((sum, { running }) => sum + running, 0),
    pendingCount: 0,
    taskDefinition: taskDefinition(first?.revision ?? 0),
    deploymentController: { type: "ECS" },
    deployments,
    events: (more.events ?? []).map((message, index) => ({ id: `e${index}`, createdAt: seconds(), message })),
    currentServiceDeployment: serviceDeployment(more.current ?? "B"),
  };
  return { services: [service], failures: [] };
}

/** DescribeServiceDeployments: deployment B. */
export function deployment(status: string, more: object = {}): object {
  return {
    serviceDeployments: [
      {
        serviceDeploymentArn: serviceDeployment("B"),
        serviceArn: `${ARN}:service/prod/app`,
        clusterArn: `${ARN}:cluster/prod`,
        status,
        createdAt: seconds(),
        startedAt: seconds(),
        targetServiceRevision: {
          arn: revisionArn(2),
          requestedTaskCount: 2,
          runningTaskCount: status === "SUCCESSFUL" ? 2 : 0,
          pendingTaskCount: 0,
        },
        sourceServiceRevisions: [{ arn: revisionArn(1), runningTaskCount: 2 }],
        ...more,
      },
    ],
    failures: [],
  };
}

/** ListServiceDeployments: deployment B, and the one before it. */
export function deploymentList(status: string): object {
  const row = (id: string, revision: number, each: string, at: number): object => ({
    serviceDeploymentArn: serviceDeployment(id),
    serviceArn: `${ARN}:service/prod/app`,
    clusterArn: `${ARN}:cluster/prod`,
    createdAt: at,
    startedAt: at,
    targetServiceRevisionArn: revisionArn(revision),
    status: each,
  });
  return { serviceDeployments: [row("B", 2, status, seconds()), row("A", 1, "SUCCESSFUL", seconds() - 86_400)] };
}

/** DescribeServiceRevisions: what the revisions of the service run. */
export function revisions(): object {
  const serviceRevisions = [1, 2].map((revision) => ({
    serviceRevisionArn: revisionArn(revision),
    taskDefinition: taskDefinition(revision),
    containerImages: [{ containerName: "app", image: "app", imageDigest: digest(revision) }],
  }));
  return { serviceRevisions, failures: [] };
}

/** ListTasks and DescribeTasks: one stopped task of deployment B. */
export function stoppedTask(stoppedReason: string, exitCode: number): { list: object; describe: object } {
  const task = {
    taskArn: `${ARN}:task/prod/t1`,
    lastStatus: "STOPPED",
    startedBy: "ecs-svc/2000",
    taskDefinitionArn: taskDefinition(2),
    stopCode: "EssentialContainerExited",
    stoppedReason,
    containers: [{ name: "app", exitCode, reason: stoppedReason }],
  };
  return { list: { taskArns: [task.taskArn] }, describe: { tasks: [task], failures: [] } };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
