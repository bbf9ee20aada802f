/** The IAM policies of the README name what the code of each target can call, and nothing more. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const prefixes: Readonly<Record<string, string>> = {
  elbv2: "elasticloadbalancing",
  "elastic-beanstalk": "elasticbeanstalk",
};
const call =
  /"(ecs|codedeploy|codepipeline|codebuild|cloudformation|elastic-beanstalk|apprunner|lambda|cloudwatch|logs|elbv2)",\s*"([A-Z]\w+)"/g;

/** Every call that a folder's sources make. */
function callsIn(...folders: readonly string[]): string[] {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/(?:\.test|-fixture)\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const calls = sources.flatMap((source) => [...source.matchAll(call)]);
  return [
    ...new Set(calls.map(([, service = "", operation = ""]) => `${prefixes[service] ?? service}:${operation}`)),
  ].sort();
}

type Policy = { Statement: { Sid: string; Effect: string; Action: string[]; Resource: string | string[] }[] };

/** The policies of the README by what they are for. */
function readPolicies(): Map<string, Policy> {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const found = readme.matchAll(/<summary><code>([^<]+)<\/code><\/summary>\s*```json\n([\s\S]*?)\n```/g);
  return new Map(Array.from(found, ([, name = "", json = ""]) => [name, JSON.parse(json) as Policy]));
}

const policies = readPolicies();
const actionsOf = (name: string): string[] =>
  [...new Set(policies.get(name)?.Statement.flatMap(({ Action }) => Action))].sort();

/** Calls that are made through the packages' own functions. */
const taskLog = ["ecs:DescribeTaskDefinition", "logs:GetLogEvents"];
const more: Readonly<Record<string, readonly string[]>> = {
  ecs: taskLog,
  "ecs-task": taskLog,
  cloudformation: ["cloudformation:DescribeEvents"],
  // A stage that failed is followed to what it started.
  codepipeline: ["codedeploy:ListDeploymentTargets", "codedeploy:BatchGetDeploymentTargets", "logs:GetLogEvents"],
};

describe("the IAM policy of", () => {
  it.each([...policies.keys()].filter((name) => name !== "alarms, metrics"))("%s is exact", (name) => {
    const calls = callsIn(join(import.meta.dirname, "targets", name));
    expect(actionsOf(name)).toEqual([...new Set([...calls, ...(more[name] ?? [])])].sort());
  });

  it("alarms and metrics is exact", () => {
    expect(actionsOf("alarms, metrics")).toEqual(callsIn(join(import.meta.dirname, "feedback")));
  });

  it("stopping is a statement of its own", () => {
    for (const { Statement } of policies.values()) {
      for (const { Sid, Action } of Statement) {
        for (const action of Action)
          expect([action, /:(?:Stop|Cancel|Abort)/.test(action)]).toEqual([action, Sid === "Stop"]);
      }
    }
  });
});
