/** Makes the target that the inputs name; only its own folder is loaded. */
import type { GitHubContext } from "@handrail/github";
import type { Request } from "@handrail/github/client";
import type { Inputs, Kind } from "../inputs.ts";
import type { Doors } from "../wait/doors.ts";
import type { Target } from "../wait/target.ts";

/** What targets are made with. */
export type Surroundings = {
  doors: Doors;
  context: GitHubContext;
  github(): Promise<{ request: Request }>;
  /** The same, not ended by a cancel: what it stops is stopped because of it. */
  githubWhenCancelled(): Promise<{ request: Request }>;
};

type Opener = (inputs: Inputs, surroundings: Surroundings) => Promise<Target>;

/** Makes the target. @throws Failure for inputs that only the target can judge */
export function openTarget(inputs: Inputs, surroundings: Surroundings): Promise<Target> {
  return openers[inputs.target](inputs, surroundings);
}

const openers: Readonly<Record<Kind, Opener>> = {
  ecs: async (inputs, { doors }) => {
    const { createEcsTarget } = await import("./ecs/target.ts");
    const settings = {
      cluster: inputs.cluster,
      services: inputs.services,
      serviceDeployments: inputs["service-deployment"],
      taskDefinition: inputs["task-definition"],
      imageDigest: inputs["image-digest"],
      until: inputs.until,
    };
    return createEcsTarget(settings, doors);
  },
  "ecs-task": async ({ cluster, tasks }, { doors }) => {
    const { createEcsTaskTarget } = await import("./ecs-task/target.ts");
    return createEcsTaskTarget({ cluster, tasks }, doors);
  },
  codedeploy: async (inputs, { doors }) => {
    const { createCodedeployTarget } = await import("./codedeploy/target.ts");
    const { until } = inputs;
    const known = until === "ready" || until === "traffic-shifted" ? until : "succeeded";
    return createCodedeployTarget({ deploymentId: inputs["deployment-id"], until: known }, doors);
  },
  codepipeline: async (inputs, { doors }) => {
    const { createCodepipelineTarget } = await import("./codepipeline/target.ts");
    const { pipeline, "execution-id": executionId, "on-superseded": onSuperseded } = inputs;
    return createCodepipelineTarget({ pipeline, executionId, onSuperseded }, doors);
  },
  codebuild: async (inputs, { doors }) => {
    const { createCodebuildTarget } = await import("./codebuild/target.ts");
    return createCodebuildTarget({ buildId: inputs["build-id"] }, doors);
  },
  cloudformation: async ({ stack }, { doors }) => {
    const { createCloudformationTarget } = await import("./cloudformation/target.ts");
    return createCloudformationTarget({ stack }, doors);
  },
  "elastic-beanstalk": async (inputs, { doors }) => {
    const { createElasticBeanstalkTarget } = await import("./elastic-beanstalk/target.ts");
    const { "environment-name": environmentName, "version-label": versionLabel } = inputs;
    return createElasticBeanstalkTarget({ environmentName, versionLabel }, doors);
  },
  "app-runner": async (inputs, { doors }) => {
    const { createAppRunnerTarget } = await import("./app-runner/target.ts");
    return createAppRunnerTarget({ serviceArn: inputs["service-arn"], operationId: inputs["operation-id"] }, doors);
  },
  lambda: async (inputs, { doors }) => {
    const { createLambdaTarget } = await import("./lambda/target.ts");
    const { "function-name": functionName, alias, "function-version": functionVersion } = inputs;
    return createLambdaTarget({ functionName, alias, functionVersion }, doors);
  },
  jenkins: async (inputs, { doors }) => {
    const { createJenkinsTarget } = await import("./jenkins/target.ts");
    const settings = {
      url: inputs["jenkins-url"],
      job: inputs.job,
      queueItem: numberOf(inputs["queue-item"]),
      buildNumber: numberOf(inputs["build-number"]),
      user: inputs["jenkins-user"],
      token: inputs["jenkins-token"],
      allowUnstable: inputs["allow-unstable"],
    };
    return createJenkinsTarget(settings, doors);
  },
  "github-workflow": async (inputs, { doors, context, github, githubWhenCancelled }) => {
    const { createGithubWorkflowTarget } = await import("./github-workflow/target.ts");
    const [owner = context.owner, repo = context.repo] = inputs.repository === "" ? [] : inputs.repository.split("/");
    const { request } = await github();
    const { request: requestWhenCancelled } = await githubWhenCancelled();
    const { "run-id": runId, workflow, sha } = inputs;
    const which = { owner, repo, runId, workflow, sha, ownRunId: context.runId };
    return createGithubWorkflowTarget({ ...which, request, requestWhenCancelled }, doors);
  },
  kubernetes: async ({ kind, name, namespace }, { doors }) => {
    const { createKubernetesTarget } = await import("./kubernetes/target.ts");
    return createKubernetesTarget({ kind, name, namespace }, doors);
  },
  http: async (inputs, { doors }) => {
    const { createHttpTarget } = await import("./http/target.ts");
    const settings = {
      url: inputs.url,
      expectStatus: inputs["expect-status"].map(Number),
      expectJson: inputs["expect-json"],
      expectBody: inputs["expect-body"],
      headers: inputs.headers,
      consecutive: inputs.consecutive,
    };
    return createHttpTarget(settings, doors);
  },
  command: async ({ command }, { doors }) => {
    const { createCommandTarget } = await import("./command/target.ts");
    return createCommandTarget({ command }, doors);
  },
};

function numberOf(text: string): number | undefined {
  const digits = /(\d+)\/?$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
