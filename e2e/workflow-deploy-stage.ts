/**
 * The stage of the deploy.yml tests: a machine with an AWS CLI and a curl that note what they are asked, and a stand-in for
 * deploy-wait with the real inputs. It judges nothing.
 */
import { chmodSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import * as ecs from "./deploy-wait-replay-ecs.ts";
import { handrail, openWorkflowStage } from "./workflow-stage.ts";
import type { RunOptions, WorkflowRun, WorkflowStage } from "./workflow-stage.ts";

const file = join(handrail, ".github/workflows/deploy.yml");
/** The roles of the jobs that change something, and of those that look. */
export const deployRole = "arn:aws:iam::123456789012:role/deploy";
export const waitRole = "arn:aws:iam::123456789012:role/deploy-wait";
/** What the deploy script starts. */
export const pinned = ecs.serviceDeployment("B");

/** How deploy-wait ends, by job. */
type Ends = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
/** A deployment that succeeds. */
export const good: Ends = { wait: { result: "success", reason: "service app succeeded", "deployment-id": pinned } };

const standIn = `
  const fs = require("node:fs"), { env } = process;
  const inputs = {};
  for (const [key, value] of Object.entries(env)) if (key.startsWith("INPUT_")) inputs[key.slice(6).toLowerCase()] = value;
  const { isFailed, waits, ...outputs } = JSON.parse(env.ENDS)[env.GITHUB_JOB] ?? {};
  console.log(JSON.stringify({ inputs, aws: env.AWS_SECRET_ACCESS_KEY !== undefined, region: env.AWS_REGION,
    database: env.DATABASE_URL, jenkins: env.JENKINS_TOKEN }));
  fs.appendFileSync(env.TOLD, env.GITHUB_JOB + "\\n");
  for (const [key, value] of Object.entries(outputs)) fs.appendFileSync(env.GITHUB_OUTPUT, key + "=" + value + "\\n");
  if (isFailed) process.exitCode = 1;
  if (waits) { process.on("SIGINT", () => process.exit(1)); setInterval(() => {}, 1000); fs.writeFileSync(waits, ""); }
`;

/** An AWS CLI that notes what it is asked, and with which keys. */
const awsCli = `#!/bin/bash
echo "aws $* as $AWS_SECRET_ACCESS_KEY" >> "$TOLD"
case "$1 $2" in
  "ecr describe-images") echo "${ecs.digest(2)}" ;;
  "ecs update-service") echo "${pinned}" ;;
  "codepipeline start-pipeline-execution") echo e2 ;;
  *) exit 254 ;;
esac
`;

/** A curl that starts builds of Jenkins. */
const curl = `#!/bin/bash
echo "curl $*" >> "$TOLD"
printf 'HTTP/1.1 201 Created\\r\\nLocation: https://jenkins.example.com/queue/item/494/\\r\\n\\r\\n'
`;

type Open = { stage: WorkflowStage; machine: Workspace; ours: Workspace | undefined };
/** What the newest run runs on. */
export const open: Partial<Open> = {};

/** Ends and removes what `start` made. */
export async function clear(): Promise<void> {
  await open.stage?.clear();
  open.machine?.cleanup();
  open.ours?.cleanup();
  for (const name of ["stage", "machine", "ours"] as const) delete open[name];
}

function openMachine(): Workspace {
  const machine = workspace({ "bin/aws": awsCli, "bin/curl": curl }, { git: false, name: "machine" });
  for (const name of ["aws", "curl"]) chmodSync(machine.resolve(`bin/${name}`), 0o755);
  return (open.machine = machine);
}

/** A folder that stands for this repository, with a stand-in for deploy-wait. */
function standInFolder(): Workspace {
  const folder = "actions/deploy-wait";
  const files = {
    [`${folder}/action.yml`]: readFileSync(join(handrail, folder, "action.yml"), "utf8"),
    [`${folder}/dist/index.js`]: standIn,
    [`${folder}/dist/post.js`]: "",
  };
  const made = workspace(files, { git: false, name: "ours" });
  cpSync(join(handrail, ".github/workflows"), made.resolve(".github/workflows"), { recursive: true });
  return (open.ours = made);
}

const migration = { "scripts/migrate.sh": '#!/bin/bash\necho "migrate as $AWS_SECRET_ACCESS_KEY" >> "$TOLD"\n' };
const registration = { "scripts/register-task-definition.sh": "#!/bin/bash\necho app:2\n" };

/** A run, who was asked for approval, and what the scripts and deploy-wait noted in their order. */
export type Ran = { run: WorkflowRun; asked: string[]; told: string[] };
/** What a test may add; `isReal`: with the built deploy-wait. */
type More = Partial<RunOptions> & { isRejected?: boolean; isReal?: boolean; files?: Record<string, string> };

/** Runs a workflow on a machine with a stand-in for the AWS CLI and for curl. */
export async function start(options: RunOptions & { ends: Ends }, more: More): Promise<Ran> {
  const machine = openMachine();
  const ours = more.isReal === true ? undefined : standInFolder();
  const files = { ...migration, ...registration, ...more.files };
  open.stage = await openWorkflowStage(files, ours === undefined ? {} : { ours: ours.path });
  for (const name of Object.keys({ ...migration, ...registration }))
    chmodSync(open.stage.repository.resolve(name), 0o755);
  open.stage.repository.commit("scripts");
  const asked: string[] = [];
  const run = await open.stage.run({
    approve: (environment, job) => {
      asked.push(`${job}: ${environment}`);
      return more.isRejected !== true;
    },
    ...options,
    ...more,
    machine: {
      TOLD: machine.resolve("told"),
      ENDS: JSON.stringify(options.ends),
      PATH: `${machine.resolve("bin")}:${process.env["PATH"] ?? ""}`,
      ...more.machine,
    },
  });
  const told = existsSync(machine.resolve("told")) ? readFileSync(machine.resolve("told"), "utf8").trim() : "";
  return { run, asked, told: told.split("\n").filter((line) => line !== "") };
}

const basics = {
  environment: "production",
  target: "ecs",
  cluster: "prod",
  services: "app",
  migrate: "./scripts/migrate.sh",
  deploy: `echo deploy >> "$TOLD"\necho "id=${pinned}" >> "$GITHUB_OUTPUT"\necho "image-digest=${ecs.digest(2)}" >> "$GITHUB_OUTPUT"`,
  bake: "10m",
  alarms: "app-5xx",
  "role-to-assume": deployRole,
  "wait-role-to-assume": waitRole,
  "aws-region": "eu-west-1",
};
const secrets = { "database-url": "canary-database-url", "jenkins-token": "canary-jenkins-token" };

/** Calls the workflow itself. */
export function deploy(ends: Ends, inputs: Record<string, string> = {}, more: More = {}): Promise<Ran> {
  const event = { name: "push", payload: { ref: "refs/heads/main" } };
  return start({ file, event, inputs: { ...basics, ...inputs }, secrets, ends }, more);
}
