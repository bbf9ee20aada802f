/** Every bad input is named at once, before anything is started. */
import { describe, expect, it } from "@jest/globals";
import { impossibleEndings, readWaitInputs, uselessInputs } from "./input-rules.ts";
import type { Inputs } from "./inputs.ts";

function give(values: Readonly<Record<string, string>>): Inputs {
  return readWaitInputs(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
}

const ecs = { target: "ecs", cluster: "prod", services: "app" };

describe("readWaitInputs", () => {
  it.each<[string, Record<string, string>]>([
    ["ecs", ecs],
    ["ecs-task", { target: "ecs-task", cluster: "prod", tasks: "task/m" }],
    ["codedeploy", { target: "codedeploy", "deployment-id": "d-1", until: "ready" }],
    ["codepipeline", { target: "codepipeline", pipeline: "p" }],
    ["codebuild", { target: "codebuild", "build-id": "proj:1" }],
    ["cloudformation", { target: "cloudformation", stack: "s" }],
    ["elastic-beanstalk", { target: "elastic-beanstalk", "environment-name": "e" }],
    ["app-runner", { target: "app-runner", "service-arn": "arn:aws:apprunner:eu-west-1:1:service/a" }],
    ["lambda", { target: "lambda", "function-name": "f" }],
    ["jenkins", { target: "jenkins", "jenkins-url": "http://127.0.0.1:8080", job: "deploy" }],
    ["github-workflow by run", { target: "github-workflow", "run-id": "9" }],
    ["github-workflow by commit", { target: "github-workflow", sha: "abc" }],
    ["kubernetes", { target: "kubernetes", kind: "deploy", name: "app" }],
    ["http", { target: "http", url: "https://app.example/version", "expect-json": "version=v2" }],
    ["command", { target: "command", command: "true" }],
  ])("takes what %s needs", (_name, values) => {
    expect(give(values).target).toBe(values["target"]);
  });

  it.each<[string, Record<string, string>, string]>([
    ["no target", {}, "target was given nothing"],
    ["an unknown target", { target: "vercel" }, 'target was given "vercel"'],
    [
      "an ECS service without a cluster",
      { target: "ecs", services: "app" },
      "cluster was given nothing (target ecs needs it)",
    ],
    ["neither run nor commit", { target: "github-workflow" }, "run-id or sha was given nothing"],
    [
      "fewer pins than services",
      { ...ecs, services: "a\nb", "service-deployment": "ecs-svc/1" },
      "2 lines, one for each service",
    ],
    [
      "a word that codedeploy does not know",
      { target: "codedeploy", "deployment-id": "d-1", until: "baked" },
      "traffic-shifted",
    ],
    ["a kind of object without a rollout", { target: "kubernetes", kind: "Job", name: "x" }, "StatefulSet"],
    ["a digest that is none", { ...ecs, "image-digest": "sha256:12" }, "image-digest"],
    ["a bake with nothing to watch", { ...ecs, bake: "5m" }, "there is nothing to watch"],
    ["a URL without a Deployment", { ...ecs, "environment-url": "https://app.example" }, "environment beside it"],
    ["a password in a URL", { target: "http", url: "https://u:p@app.example" }, "url was given"],
    [
      "a header that is none",
      { target: "http", url: "https://app.example", headers: "no colon" },
      "headers was given a value that is not shown",
    ],
    ["a status that is none", { target: "http", url: "https://app.example", "expect-status": "ok" }, "expect-status"],
    ["a time without a date", { ...ecs, "started-at": "noon" }, "started-at"],
    ["no time at all", { ...ecs, timeout: "0s" }, "timeout"],
  ])("refuses %s", (_name, values, told) => {
    expect(() => give(values)).toThrow(told);
  });

  it("names every bad input at once", () => {
    expect(() => give({ ...ecs, timeout: "soon", "on-cancel": "explode" })).toThrow(
      /timeout.*on-cancel|on-cancel.*timeout/s,
    );
    expect(() => give({ target: "kubernetes", kind: "Job" })).toThrow(/name was given nothing.*kind was given/s);
  });
});

it("finds what was given for another target", () => {
  const inputs = give({ ...ecs, stack: "s", pipeline: "p" });
  const given = new Set(["cluster", "services", "stack", "pipeline"]);
  expect(uselessInputs(inputs, (name) => given.has(name))).toEqual(["pipeline", "stack"]);
});

it.each([
  ["ecs", { ...ecs, "on-timeout": "rollback", "on-cancel": "stop" }, 0],
  ["http", { target: "http", url: "https://app.example", "on-timeout": "rollback" }, 1],
  ["codebuild", { target: "codebuild", "build-id": "p:1", "on-timeout": "stop", "on-cancel": "rollback" }, 1],
])("tells what %s cannot do at the end", (_name, values, count) => {
  expect(impossibleEndings(give(values))).toHaveLength(count);
});

it.each([
  ["a list on one line", { ...ecs, services: "a, b" }, "services was given"],
  ["what the AWS CLI prints for nothing", { ...ecs, "service-deployment": "None" }, "service-deployment was given"],
  [
    "an expectation without a value",
    { target: "http", url: "https://a.example", "expect-json": "v=" },
    "until the timeout",
  ],
])("refuses %s", (_name, values, told) => {
  expect(() => give(values)).toThrow(told);
});

it("takes a queue item by its URL", () => {
  const jenkins = { target: "jenkins", "jenkins-url": "https://j.example", job: "deploy" };
  expect(give({ ...jenkins, "queue-item": "https://j.example/queue/item/494/" })["queue-item"]).toContain("494");
});

const arn = "arn:aws:ecs:eu-west-1:111122223333";

it.each<[string, Record<string, string>, string]>([
  ["a service that is there twice", { ...ecs, services: `app\n${arn}:service/prod/app` }, "it is there twice"],
  ["a service of another cluster", { ...ecs, services: `${arn}:service/other/app` }, "it is in cluster other"],
  [
    "a pin that belongs to another service",
    { ...ecs, services: "worker", "service-deployment": `${arn}:service-deployment/prod/app/B` },
    "it belongs to service app in cluster prod",
  ],
  ["a task that is there twice", { target: "ecs-task", cluster: "prod", tasks: `m\n${arn}:task/prod/m` }, "twice"],
])("refuses %s", (_name, values, told) => {
  expect(() => give(values)).toThrow(told);
});

it("takes a cluster and its services by their ARNs", () => {
  const services = `${arn}:service/prod/app`;
  const values = { target: "ecs", cluster: `${arn}:cluster/prod`, services };
  expect(give({ ...values, "service-deployment": `${arn}:service-deployment/prod/app/B` }).services).toEqual([
    services,
  ]);
});
