/**
 * Stand-ins for our actions: their real inputs, and endings that a test chooses. For what workflows decide around them.
 */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "@handrail/testkit";
import type { WorkflowResult, Workspace } from "@handrail/testkit";
import { handrail } from "./workflow-stage.ts";

/**
 * Outputs by action, for the environment variable STAND_IN. `isFailed` fails the step, `waits` names a file that is made
 * before the step waits to be interrupted.
 */
export type Ends = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
/** What a stand-in was given. */
export type Given = {
  inputs: Record<string, string>;
  plan?: [isThere: boolean, hasRecord: boolean];
  results?: string[];
  aws: boolean;
};

const standIn = `
  const fs = require("node:fs"), path = require("node:path"), { env } = process;
  const name = path.basename(path.dirname(__dirname));
  const inputs = {};
  for (const [key, value] of Object.entries(env)) if (key.startsWith("INPUT_")) inputs[key.slice(6).toLowerCase()] = value;
  const folder = path.join(env.RUNNER_TEMP, name);
  fs.mkdirSync(folder);
  const say = (key, value) => fs.appendFileSync(env.GITHUB_OUTPUT, key + "=" + value + "\\n");
  const { isFailed, ...outputs } = JSON.parse(env.STAND_IN)[name] ?? {};
  const plan = inputs["plan-file"];
  const given = { inputs, plan: plan ? [fs.existsSync(plan), fs.existsSync(plan + ".record.json")] : undefined,
    results: inputs.results ? fs.readdirSync(inputs.results) : undefined, aws: env.AWS_SECRET_ACCESS_KEY !== undefined };
  console.log(JSON.stringify(given));
  if (name === "terraform-plan" || name === "terraform-apply") {
    fs.writeFileSync(path.join(folder, name + ".json"), "{}");
    say("result-file", path.join(folder, name + ".json"));
  }
  if (name === "terraform-plan" && outputs["has-changes"] === "true") {
    fs.writeFileSync(path.join(folder, "plan.tfplan.sealed"), "sealed");
    fs.writeFileSync(path.join(folder, "plan.tfplan.sealed.record.json"), "{}");
    say("plan-file", path.join(folder, "plan.tfplan.sealed"));
  }
  for (const [key, value] of Object.entries(outputs)) say(key, value);
  if (isFailed) process.exitCode = 1;
  if (outputs.waits) { console.log("waiting"); process.on("SIGINT", () => process.exit(1)); setInterval(() => {}, 1000); fs.writeFileSync(outputs.waits, ""); }
`;

function actionYml(name: string): string {
  const real = join(handrail, "actions", name, "action.yml");
  return readFileSync(real, "utf8");
}

/** A folder that stands for this repository: its workflows, and stand-ins for the actions that they use. */
export function standInActions(): Workspace {
  const actions = ["terraform-setup", "terraform-plan", "terraform-apply", "terraform-report"];
  const files = actions.flatMap((name) => [
    [`actions/${name}/action.yml`, actionYml(name)] as const,
    [`actions/${name}/dist/index.js`, standIn] as const,
    [`actions/${name}/dist/post.js`, ""] as const,
  ]);
  const made = workspace(Object.fromEntries(files), { git: false, name: "ours" });
  cpSync(join(handrail, ".github/workflows"), made.resolve(".github/workflows"), { recursive: true });
  return made;
}

/** What a stand-in of a job was given; the log must hold no warning about an input that it does not have. */
export function givenTo(run: WorkflowResult, job: string, step: string): Given {
  const found = run.jobs.get(job)?.steps.find(({ name }) => name === step);
  return JSON.parse(found?.log.split("\n")[0] ?? "") as Given;
}
