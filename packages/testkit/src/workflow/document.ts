/** Reads a workflow file: GitHub's own parser says what is wrong with it, `yaml` gives the values. It runs nothing. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

/** Any YAML mapping. */
export type Mapping = Readonly<Record<string, unknown>>;

/** A step as written; strings may hold expressions. */
export type StepDocument = {
  id?: string;
  name?: string;
  if?: unknown;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Mapping;
  env?: Mapping;
  "working-directory"?: string;
  "continue-on-error"?: unknown;
};

/** A job as written. */
export type JobDocument = {
  name?: string;
  needs?: string | string[];
  if?: unknown;
  uses?: string;
  with?: Mapping;
  secrets?: "inherit" | Mapping;
  "runs-on"?: unknown;
  environment?: string | { name?: string; url?: string };
  concurrency?: unknown;
  permissions?: unknown;
  strategy?: { matrix?: unknown; "fail-fast"?: unknown; "max-parallel"?: unknown };
  env?: Mapping;
  defaults?: { run?: { shell?: string; "working-directory"?: string } };
  outputs?: Mapping;
  "continue-on-error"?: unknown;
  container?: unknown;
  services?: unknown;
  steps?: StepDocument[];
};

/** A workflow as written. `on` is made a mapping of events. */
export type WorkflowDocument = {
  path: string;
  name: string;
  on: ReadonlyMap<string, Mapping>;
  env: Mapping;
  permissions: unknown;
  concurrency: unknown;
  defaults: JobDocument["defaults"];
  jobs: ReadonlyMap<string, JobDocument>;
};

/**
 * Reads and checks a workflow. `path` is what the errors call it.
 * @throws Error with the first findings of GitHub's parser, with line and column.
 */
export async function readWorkflow(file: string, path: string): Promise<WorkflowDocument> {
  const text = readFileSync(file, "utf8");
  await check(text, path);
  const yaml = parse(text) as Mapping;
  const jobs = new Map(Object.entries(yaml["jobs"] as Record<string, JobDocument>));
  for (const [id, job] of jobs) {
    if (job.container !== undefined || job.services !== undefined)
      throw new Error(`${path}: job ${id}: containers and services are not supported`);
  }
  return {
    path,
    name: typeof yaml["name"] === "string" ? yaml["name"] : path,
    on: toEvents(yaml["on"]),
    env: (yaml["env"] ?? {}) as Mapping,
    permissions: yaml["permissions"],
    concurrency: yaml["concurrency"],
    defaults: yaml["defaults"] as JobDocument["defaults"],
    jobs,
  };
}

async function check(text: string, path: string): Promise<void> {
  // Not a static import: plain node cannot load this package without a hook, and most tests do not need it.
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
  const { context, value } = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter());
  const template = value === undefined ? undefined : await convertWorkflowTemplate(context, value);
  const found = [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(template?.errors ?? []).map(({ Message }) => Message),
  ];
  if (found.length > 0 || template === undefined)
    throw new Error(`${path} is not a workflow:\n${[...new Set(found)].slice(0, 5).join("\n")}`);
}

function toEvents(on: unknown): ReadonlyMap<string, Mapping> {
  if (typeof on === "string") return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((name: unknown) => [String(name), {}]));
  return new Map(Object.entries(on as Mapping).map(([name, value]) => [name, (value ?? {}) as Mapping]));
}
