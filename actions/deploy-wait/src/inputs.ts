/**
 * The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two. Which input
 * belongs to which target is in input-rules.ts.
 */
import { input } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";
import { lineProblem, urlProblem } from "./input-checks.ts";

/** What can be waited for. */
export const kinds = [
  "ecs",
  "ecs-task",
  "codedeploy",
  "codepipeline",
  "codebuild",
  "cloudformation",
  "elastic-beanstalk",
  "app-runner",
  "lambda",
  "jenkins",
  "github-workflow",
  "kubernetes",
  "http",
  "command",
] as const;

/** A target by its name. */
export type Kind = (typeof kinds)[number];

const name = (description: string): ReturnType<typeof input.text> =>
  input.text({ description, default: "", check: lineProblem, accepts: "one line", maxLength: 2048 });

const list = (description: string, more: { verbatim?: boolean } = {}): ReturnType<typeof input.lines> =>
  input.lines({ description, default: "", maxLength: 4096, max: 1000, ...more });

/** The AWS CLI prints `None` for what is not there. */
const pins = (description: string): ReturnType<typeof input.lines> =>
  input.lines({
    description,
    default: "",
    max: 1000,
    check: (text) => (/^(?:arn:\S+|ecs-svc\/\d+)$/.test(text) ? undefined : "it is neither an ARN nor an id"),
    accepts: "ARNs of service deployments or ids such as ecs-svc/123, one a line",
  });

const page = (description: string): ReturnType<typeof input.text> =>
  input.text({ description, default: "", check: urlProblem, accepts: "an http or https URL" });

const id = (description: string): ReturnType<typeof input.text> =>
  input.text({
    description,
    default: "",
    check: (text) => (/^[1-9][0-9]{0,17}$/.test(text) ? undefined : ""),
    accepts: "a number above 0",
  });

const awsInputs = {
  cluster: name("`ecs`, `ecs-task`: the cluster's name or ARN."),
  services: input.lines({
    description: "`ecs`: names or ARNs of services, one a line.",
    default: "",
    max: 1000,
    check: (text) => (/^[A-Za-z0-9_:/-]{1,512}$/.test(text) ? undefined : "names hold letters, digits, - and _"),
    accepts: "names or ARNs of services, one a line",
  }),
  "service-deployment": pins(
    "`ecs`: the service deployment to wait for (ARN, or deployment id such as `ecs-svc/123`), one a line in the order of `services`. Empty means the newest that matches `task-definition` or `image-digest`, else the newest after `started-at`.",
  ),
  "task-definition": name("`ecs`: the task definition that has to run: `family:revision`, family or ARN."),
  "image-digest": input.text({
    description:
      "`ecs`: the digest of an image that has to run (`sha256:…`). It is proved before anything is called a success.",
    default: "",
    check: (text) => (/^sha256:[0-9a-f]{64}$/.test(text) ? undefined : ""),
    accepts: "sha256: and 64 hexadecimal digits",
  }),
  until: name(
    "`ecs`: a lifecycle stage that is enough, for example `PRODUCTION_TRAFFIC_SHIFT`. `codedeploy`: `succeeded`, `ready` or `traffic-shifted`. Empty means the very end.",
  ),
  tasks: list("`ecs-task`: ids or ARNs of tasks, one a line."),
  "deployment-id": name("`codedeploy`: the deployment's id, for example `d-ABC123`."),
  pipeline: name("`codepipeline`: the pipeline's name."),
  "execution-id": name("`codepipeline`: the execution. Empty means the newest after `started-at`."),
  "on-superseded": input.choice(["fail", "follow"], {
    description:
      "`codepipeline`: when a newer execution takes the place of ours: `fail`, or `follow` (wait for the newer one, when it holds our revision).",
  }),
  "build-id": name("`codebuild`: the build's id, `project:uuid`."),
  stack: name("`cloudformation`: the stack's name or ARN."),
  "environment-name": name("`elastic-beanstalk`: the environment."),
  "version-label": name("`elastic-beanstalk`: the version that has to run."),
  "service-arn": name("`app-runner`: the service."),
  "operation-id": name("`app-runner`: the operation. Empty means the newest after `started-at`."),
  "function-name": name("`lambda`: the function's name or ARN."),
  alias: name("`lambda`: an alias that has to point to the version with all of its traffic."),
  "function-version": name("`lambda`: the version."),
};

const otherInputs = {
  "jenkins-url": page("`jenkins`: where Jenkins is."),
  job: name("`jenkins`: the job; in folders `folder/job`."),
  "queue-item": input.text({
    description:
      "`jenkins`: the queue item that the start of the build answered with: its number, or the whole `Location`.",
    default: "",
    check: (text) => (/^(?:https?:\/\/\S+\/queue\/item\/)?[1-9][0-9]{0,17}\/?$/.test(text) ? undefined : ""),
    accepts: "a number above 0, or the URL of a queue item",
  }),
  "build-number": id("`jenkins`: the build."),
  "jenkins-user": name("`jenkins`: the user of the token."),
  "jenkins-token": input.secret({ description: "`jenkins`: an API token.", default: "" }),
  "allow-unstable": input.flag({ description: "`jenkins`: an unstable build is a success." }),
  repository: input.text({
    description: "`github-workflow`: the repository of the run, `owner/name`. Empty means this one.",
    default: "",
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/,
    accepts: "owner/name",
  }),
  "run-id": id("`github-workflow`: the workflow run."),
  workflow: name(
    "`github-workflow`: file name or id of a workflow whose runs for `sha` are waited for. Empty means all.",
  ),
  sha: input.text({
    description: "`github-workflow`: the commit whose runs are waited for.",
    default: "",
    pattern: /^[0-9a-fA-F]{3,64}$/,
    accepts: "a commit's hash",
  }),
  kind: name("`kubernetes`: `Deployment`, `StatefulSet` or `DaemonSet`."),
  name: name("`kubernetes`: the object's name."),
  namespace: name("`kubernetes`: its namespace. Empty means that of the context."),
  url: page("`http`: what is asked, on a fresh connection each time."),
  "expect-status": list("`http`: status codes that are right, one a line. Empty means 200."),
  "expect-json": list("`http`: `path=value` lines that the JSON answer has to hold, for example `build.version=v2`."),
  "expect-body": name("`http`: a text that the answer has to hold."),
  headers: input.secret({
    description: "`http`: `Name: value` lines. They are masked.",
    default: "",
  }),
  consecutive: input.integer({
    description: "`http`: how many answers in a row have to be right.",
    min: 1,
    max: 100,
    default: 3,
  }),
  command: list(
    "`command`: a program and its arguments, one a line, run without a shell. Exit code 0 means done, 75 not yet, anything else failed.",
    { verbatim: true },
  ),
};

export const inputs = {
  target: input.text({
    description: `What is waited for: \`${kinds.join("`, `")}\`.`,
    required: true,
    check: (text) => (kinds.some((kind) => kind === text) ? undefined : ""),
    accepts: kinds.join(", "),
  }),
  ...awsInputs,
  ...otherInputs,
  timeout: input.duration({ description: "How long to wait at most.", default: "30m", min: "1s", max: "144h" }),
  "on-timeout": input.choice(["fail", "stop", "rollback"], {
    description:
      "What becomes of a deployment that takes longer: it is left alone, stopped, or rolled back. The step fails.",
  }),
  "on-cancel": input.choice(["leave", "stop", "rollback"], {
    description: "What becomes of the deployment when the job is cancelled.",
  }),
  bake: input.duration({ description: "How long `alarms` are watched after a success.", default: "0s", max: "24h" }),
  alarms: list("Names of CloudWatch alarms, one a line. One that goes off during `bake` fails the step."),
  metrics: input.text({
    description: "YAML: CloudWatch metrics that are compared with the same time a week before; see the README.",
    default: "",
    maxLength: 65_536,
  }),
  "metrics-mode": input.choice(["report", "gate"], {
    description: "`report`: a regression is told. `gate`: it fails the step.",
  }),
  environment: name("The GitHub environment whose Deployment is kept up to date. Empty means none."),
  "environment-url": page("The address that the Deployment shows."),
  "role-to-assume": input.text({
    description:
      "ARN of the role that is assumed with the job's OIDC token when the credentials expire, or when there are none. Needs `id-token: write`.",
    default: "",
    pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
    accepts: "the ARN of a role",
  }),
  "started-at": input.text({
    description:
      "What began later than this is ours, when nothing is pinned: RFC 3339. Empty means the start of the job.",
    default: "",
    check: (text) => (/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)) ? undefined : ""),
    accepts: "a time such as 2026-11-22T09:30:00Z",
  }),
  "dry-run": input.flag({ description: "Wait and tell, but stop nothing and write no Deployment." }),
  "pass-environment": list(
    "Names of environment variables that `command` and kubectl would not see otherwise, one a line.",
  ),
  "github-token": input.secret({
    description:
      "For `github-workflow` (`actions: read`, and `actions: write` to stop it) and `environment` (`deployments: write`).",
    default: "${{ github.token }}",
  }),
};

export const outputs = {
  result: {
    description:
      "`success`, `noop` or `no-change` when all is well; else `failed`, `rolled-back`, `rollback-failed`, `superseded`, `stopped`, `cancelled`, `rejected`, `unstable`, `timeout`, `not-found`, `access-denied`, `credentials-expired`, `alarm`, `regression` or `inconclusive`.",
  },
  "failure-reason": {
    description: "The result, when the step failed; or `invalid-input`, `internal-error`. Empty when it did not.",
  },
  reason: { description: "Why it ended so, in one line." },
  "duration-seconds": { description: "How long was waited." },
  details: { description: "JSON: for each object its result, reason, pinned id, stages, and what the metrics did." },
  "deployment-id": { description: "The id of what was waited for; several are separated by line ends." },
};

/** The inputs as values. */
export type Inputs = Omit<InputValues<typeof inputs>, "target"> & { target: Kind };
