/** Inputs that are fine one by one and not together. */
import { expect, it } from "@jest/globals";
import { sharedProblems } from "./inputs.ts";

const fine = {
  tool: "dbmate",
  executor: "runner",
  "database-url": "sqlite:app.db",
  environment: "production",
  "github-token": "token",
  "status-command": [],
  "up-command": [],
};

it.each<[string, object, string[]]>([
  ["nothing is wrong", {}, []],
  ["no tool", { tool: "" }, ["tool"]],
  ["no address", { "database-url": "" }, ["database-url"]],
  ["records without a token", { "github-token": "" }, ["github-token"]],
  ["no records, and no token", { "github-token": "", environment: "" }, []],
  ["an action that keeps no records, and no token", { "github-token": "", environment: undefined }, []],
  ["commands of one's own, and none", { tool: "custom" }, ["status-command", "up-command"]],
  ["umzug without a program", { tool: "umzug", "tool-command": [] }, ["tool-command"]],
  ["a task without a place", { executor: "ecs", cluster: "", "task-definition": "" }, ["cluster", "task-definition"]],
  [
    "a task that may be ended at any time",
    { executor: "ecs", cluster: "c", "task-definition": "t", "capacity-provider": "fargate_spot" },
    ["capacity-provider"],
  ],
])("%s", (_, more, names) => {
  expect(sharedProblems({ ...fine, ...more }).map(({ name }) => name)).toEqual(names);
});
