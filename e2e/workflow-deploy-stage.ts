/**
 * The stage of the tests of deploy.yml, migration-rollback.yml and their examples: a machine with an AWS CLI, an npm and a curl that
 * note what they are asked, and stand-ins for deploy-wait and the migration actions with the real inputs. It judges nothing.
 */
import { chmodSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "@handrail/testkit";
import { parse } from "yaml";
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

/** How the actions end, by job: outputs, `isFailed`, and `waits`: a file that says that it waits for a signal. */
export type Ends = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

/** A migration and a deployment that succeed. */
export const good: Ends = {
  migrate: { result: "applied", "record-id": "4711" },
  wait: { result: "success", reason: "service app succeeded", "deployment-id": pinned },
};

const standIn = `
  const fs = require("node:fs"), { env } = process;
  const inputs = {};
  for (const [key, value] of Object.entries(env)) if (key.startsWith("INPUT_")) inputs[key.slice(6).toLowerCase()] = value;
  const name = env.GITHUB_JOB;
  const { isFailed, waits, ...outputs } = JSON.parse(env.ENDS)[name] ?? {};
  console.log(JSON.stringify({ inputs, aws: env.AWS_SECRET_ACCESS_KEY !== undefined, region: env.AWS_REGION,
    database: env.DATABASE_URL, jenkins: env.JENKINS_TOKEN }));
  const as = inputs.tool === undefined ? "" : " as " + (env.AWS_SECRET_ACCESS_KEY ?? "nobody");
  fs.appendFileSync(env.TOLD, name + as + "\\n");
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

/** An npm that has nothing to install. */
const npm = `#!/bin/bash
echo "npm $*" >> "$TOLD"
`;

/** A curl that starts builds of Jenkins. */
const curl = `#!/bin/bash
echo "curl $*" >> "$TOLD"
printf 'HTTP/1.1 201 Created\\r\\nLocation: https://jenkins.example.com/queue/item/494/\\r\\n\\r\\n'
`;

/** The inputs that an action of ours declares, with their defaults. */
export function declaredInputs(action: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(handrail, "actions", action, "action.yml"), "utf8");
  const { inputs } = parse(text) as { inputs: Record<string, { default?: string }> };
  return new Map(Object.entries(inputs).map(([name, { default: preset = "" }]) => [name, preset]));
}

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
  const machine = workspace({ "bin/aws": awsCli, "bin/curl": curl, "bin/npm": npm }, { git: false, name: "machine" });
  for (const name of ["aws", "curl", "npm"]) chmodSync(machine.resolve(`bin/${name}`), 0o755);
  return (open.machine = machine);
}

/** A folder that stands for this repository, with stand-ins for the actions. */
function standInFolder(): Workspace {
  const names = ["migration-run", "migration-rollback", "migration-check", "deploy-wait"].map(
    (name) => `actions/${name}`,
  );
  const files = names.flatMap((folder) => [
    [`${folder}/action.yml`, readFileSync(join(handrail, folder, "action.yml"), "utf8")] as const,
    [`${folder}/dist/index.js`, standIn] as const,
    [`${folder}/dist/post.js`, ""] as const,
  ]);
  const made = workspace(Object.fromEntries(files), { git: false, name: "ours" });
  cpSync(join(handrail, ".github/workflows"), made.resolve(".github/workflows"), { recursive: true });
  return (open.ours = made);
}

/** Prints a revision of the family that it is asked for, or of app. */
const script = "scripts/register-task-definition.sh";
const registration = {
  [script]: '#!/bin/bash\necho "register $*" >> "$TOLD"\n[ $# -eq 2 ] && echo "$1:2" || echo app:2\n',
};

/** A run, who was asked for approval, and what the scripts and the stand-ins noted in their order. */
export type Ran = { run: WorkflowRun; asked: string[]; told: string[] };
/** What a test may add; `isReal`: with the built actions. */
type More = Partial<RunOptions> & { isRejected?: boolean; isReal?: boolean; files?: Record<string, string> };

/** Runs a workflow on a machine with a stand-in for the AWS CLI and for curl. */
export async function start(options: RunOptions & { ends: Ends }, more: More): Promise<Ran> {
  const machine = openMachine();
  const ours = more.isReal === true ? undefined : standInFolder();
  const files = { ...registration, ...more.files };
  open.stage = await openWorkflowStage(files, ours === undefined ? {} : { ours: ours.path });
  chmodSync(open.stage.repository.resolve(script), 0o755);
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
  "migration-tool": "knex",
  deploy: `echo deploy >> "$TOLD"\necho "id=${pinned}" >> "$GITHUB_OUTPUT"\necho "image-digest=${ecs.digest(2)}" >> "$GITHUB_OUTPUT"`,
  bake: "10m",
  alarms: "app-5xx",
  "role-to-assume": deployRole,
  "wait-role-to-assume": waitRole,
  "aws-region": "eu-west-1",
};
const secrets = { DATABASE_URL: "canary-database-url", "jenkins-token": "canary-jenkins-token" };

/** Calls the workflow itself. */
export function deploy(ends: Ends, inputs: Record<string, string | boolean> = {}, more: More = {}): Promise<Ran> {
  const event = { name: "push", payload: { ref: "refs/heads/main" } };
  return start({ file, event, inputs: { ...basics, ...inputs }, secrets, ends }, more);
}
