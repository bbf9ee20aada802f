/**
 * How the rest speaks to AWS: one function, answers of unknown shape, one kind of error. Types and the error only; the door
 * `./client` has the implementation.
 */
import { Failure } from "@handrail/runner";

/** What we call, by service. The names are the services' own; the IAM action is the same word behind the service's prefix. */
export type AwsOperations = {
  ecs:
    | "DescribeServices"
    | "ListServiceDeployments"
    | "DescribeServiceDeployments"
    | "DescribeServiceRevisions"
    | "StopServiceDeployment"
    | "ListTasks"
    | "DescribeTasks"
    | "DescribeTaskDefinition"
    | "RunTask"
    | "StopTask";
  codedeploy: "GetDeployment" | "ListDeploymentTargets" | "BatchGetDeploymentTargets" | "StopDeployment";
  codepipeline:
    | "GetPipelineExecution"
    | "GetPipelineState"
    | "ListActionExecutions"
    | "ListPipelineExecutions"
    | "StopPipelineExecution";
  codebuild: "BatchGetBuilds" | "StopBuild";
  cloudformation: "DescribeStacks" | "DescribeEvents" | "DescribeStackEvents" | "CancelUpdateStack";
  "elastic-beanstalk": "DescribeEnvironments" | "DescribeEvents" | "AbortEnvironmentUpdate";
  apprunner: "ListOperations" | "DescribeService";
  lambda: "GetFunctionConfiguration" | "GetAlias";
  cloudwatch: "DescribeAlarms" | "GetMetricData";
  logs: "GetLogEvents";
  elbv2: "DescribeTargetHealth";
};

/** A service by the name we call it. */
export type AwsService = keyof AwsOperations;

/** What a call says about itself besides its input. */
export type AskOptions = {
  /** Send it also when the step is cancelled: stopping, and asking how that went. */
  evenWhenCancelled?: boolean;
};

/**
 * Calls AWS once: no retry, ten seconds at most. The answer is the SDK's output as plain data (times are Dates); nothing of
 * it may be relied on, an empty answer is possible. Rejects with AwsFault, or with the signal's reason.
 */
export type Ask = <S extends AwsService>(
  service: S,
  operation: AwsOperations[S],
  input: Readonly<Record<string, unknown>>,
  options?: AskOptions,
) => Promise<unknown>;

/**
 * Why a call had no answer. `throttled`: too many calls. `unavailable`: 5xx, a broken or silent connection, garbage.
 * `skewed`: our clock is wrong; the next call is signed with the server's. `denied`: not allowed, or no credentials at all.
 * `expired`: the credentials were good once. `refused`: anything else that the service says no to (not found, not valid).
 */
export type AwsFaultKind = "throttled" | "unavailable" | "skewed" | "denied" | "expired" | "refused";

/** What an AwsFault is made of. */
export type AwsFaultFacts = {
  kind: AwsFaultKind;
  /** As IAM writes it: `ecs:DescribeServices`. */
  action: string;
  /** The service's name of the error (`ThrottlingException`) or the system's (`ECONNRESET`). */
  code: string;
  /** The service's words. */
  message: string;
  /** In the place of the remedy of its kind. */
  remedy?: string;
  cause?: unknown;
};

/** A call that had no answer. */
export class AwsFault extends Failure {
  readonly kind: AwsFaultKind;
  readonly action: string;
  readonly code: string;
  readonly said: string;

  constructor({ kind, action, code, message, remedy, cause }: AwsFaultFacts) {
    const words = message === "" || message === code ? code : `${code}: ${message}`;
    super({
      reason: kind === "denied" ? "access-denied" : kind === "expired" ? "credentials-expired" : "failed",
      what: `${action} had no answer (${words})`,
      remedy: remedy ?? remedies[kind](action),
      cause,
    });
    this.name = "AwsFault";
    this.kind = kind;
    this.action = action;
    this.code = code;
    this.said = message;
  }
}

const remedies: Readonly<Record<AwsFaultKind, (action: string) => string>> = {
  throttled: () => "Too many calls are made in this account and Region. Run the job again.",
  unavailable: () => "Check the network between the runner and AWS, and AWS's own health. Run the job again.",
  skewed: () => "Set the clock of the runner.",
  denied: (action) => `Allow ${action} for the role of this job.`,
  expired: () =>
    "Name a role in role-to-assume, so that credentials are renewed, or let the role's sessions last longer.",
  refused: () => "Check the names and ids that the step was given.",
};
