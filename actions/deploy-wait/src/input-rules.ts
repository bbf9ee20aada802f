/** Reads the inputs, with the rules across them: what each target needs, and what fits together. Pure. */
import { formatDuration, inputFailure, readInputs } from "@handrail/runner";
import type { InputProblem } from "@handrail/runner";
import { inputs, kinds } from "./inputs.ts";
import type { Inputs, Kind } from "./inputs.ts";

/** Reads the inputs. @throws Failure `invalid-input` that names every bad one */
export function readWaitInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const values = readInputs(inputs, environment);
  const target = kinds.find((kind) => kind === values.target) ?? "command";
  const found = { ...values, target };
  crossProblems(found);
  return found;
}

type Name = Exclude<keyof Inputs, "target">;

/** Inputs that belong to targets, and which of them cannot be empty. An array: one of them. */
const needs: Readonly<Record<Kind, { needed: readonly (Name | readonly Name[])[]; more?: readonly Name[] }>> = {
  ecs: { needed: ["cluster", "services"], more: ["service-deployment", "task-definition", "image-digest", "until"] },
  "ecs-task": { needed: ["cluster", "tasks"] },
  codedeploy: { needed: ["deployment-id"], more: ["until"] },
  codepipeline: { needed: ["pipeline"], more: ["execution-id", "on-superseded"] },
  codebuild: { needed: ["build-id"] },
  cloudformation: { needed: ["stack"] },
  "elastic-beanstalk": { needed: ["environment-name"], more: ["version-label"] },
  "app-runner": { needed: ["service-arn"], more: ["operation-id"] },
  lambda: { needed: ["function-name"], more: ["alias", "function-version"] },
  jenkins: {
    needed: ["jenkins-url", "job"],
    more: ["queue-item", "build-number", "jenkins-user", "jenkins-token", "allow-unstable"],
  },
  "github-workflow": { needed: [["run-id", "sha"]], more: ["repository", "workflow"] },
  kubernetes: { needed: ["kind", "name"], more: ["namespace"] },
  http: { needed: ["url"], more: ["expect-status", "expect-json", "expect-body", "headers", "consecutive"] },
  command: { needed: ["command"] },
};

/** @throws Failure `invalid-input` that names everything that does not fit */
function crossProblems(inputs: Inputs): void {
  const problems = [...missing(inputs), ...contradictions(inputs), ...malformed(inputs)];
  if (problems.length > 0) throw inputFailure(problems);
}

function isEmpty(value: Inputs[Name]): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}

function missing(inputs: Inputs): InputProblem[] {
  return needs[inputs.target].needed.flatMap((need): InputProblem[] => {
    const names = typeof need === "string" ? [need] : need;
    if (names.some((name) => !isEmpty(inputs[name]))) return [];
    const why = `target ${inputs.target} needs it`;
    return [{ name: names.join(" or "), given: "", accepts: "a value", why }];
  });
}

function contradictions(inputs: Inputs): InputProblem[] {
  const problems: InputProblem[] = [];
  const add = (name: Name, given: string, accepts: string, why: string): void => {
    problems.push({ name, given, accepts, why });
  };
  const pins = inputs["service-deployment"];
  if (inputs.target === "ecs" && pins.length > 0 && pins.length !== inputs.services.length) {
    add(
      "service-deployment",
      pins.join(" "),
      `${inputs.services.length} lines, one for each service`,
      "it has another number",
    );
  }
  const words = ["succeeded", "ready", "traffic-shifted"];
  if (inputs.target === "codedeploy" && inputs.until !== "" && !words.includes(inputs.until)) {
    add("until", inputs.until, words.join(", "), "codedeploy knows no other");
  }
  if (inputs.bake > 0 && inputs.alarms.length === 0 && inputs.metrics === "") {
    add("bake", formatDuration(inputs.bake), "alarms or metrics beside it", "there is nothing to watch");
  }
  if (inputs["environment-url"] !== "" && inputs.environment === "") {
    add("environment-url", inputs["environment-url"], "environment beside it", "no Deployment is kept without it");
  }
  if (inputs.environment !== "" && inputs["github-token"] === "" && !inputs["dry-run"]) {
    add("environment", inputs.environment, "github-token beside it", "no Deployment can be written without it");
  }
  return [...problems, ...nameProblems(inputs)];
}

/** The last part of an ARN, which is the name or id; anything else is itself. */
const shortOf = (text: string): string => text.split("/").at(-1) ?? text;

/** One step waits in one cluster, and for each service or task once; a pin belongs to one of its services. */
function nameProblems({ target, cluster, services, tasks, "service-deployment": pins }: Inputs): InputProblem[] {
  if (target !== "ecs" && target !== "ecs-task") return [];
  const name = target === "ecs" ? "services" : "tasks";
  const given = target === "ecs" ? services : tasks;
  const problems: InputProblem[] = [];
  const shorts = given.map(shortOf);
  const twice = given.filter((_, at) => shorts.indexOf(shorts[at] ?? "") !== at);
  for (const each of twice) problems.push({ name, given: each, accepts: "each name once", why: "it is there twice" });
  for (const each of given) {
    const parts = /^arn:[^/]*\/([^/]+)\/[^/]+$/.exec(each);
    if (parts === null || parts[1] === shortOf(cluster)) continue;
    problems.push({
      name,
      given: each,
      accepts: "what is in the step's cluster",
      why: `it is in cluster ${parts[1] ?? ""}`,
    });
  }
  if (target !== "ecs") return problems;
  for (const pin of pins) {
    const owner = /^arn:[^/]*\/([^/]+)\/([^/]+)\/[^/]+$/.exec(pin);
    if (owner === null || (owner[1] === shortOf(cluster) && shorts.includes(owner[2] ?? ""))) continue;
    const why = `it belongs to service ${owner[2] ?? ""} in cluster ${owner[1] ?? ""}`;
    problems.push({ name: "service-deployment", given: pin, accepts: "deployments of the step's services", why });
  }
  return problems;
}

/** What cannot be ended, by target; a target that is absent knows both. */
const impossible: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  "ecs-task": ["rollback"],
  codebuild: ["rollback"],
  jenkins: ["rollback"],
  "github-workflow": ["rollback"],
  kubernetes: ["stop"],
  "app-runner": ["stop", "rollback"],
  lambda: ["stop", "rollback"],
  http: ["stop", "rollback"],
  command: ["stop", "rollback"],
};

/** What the target cannot do of what is asked for when it takes too long or is cancelled; told before it is waited for. */
export function impossibleEndings(inputs: Inputs): string[] {
  const cannot = impossible[inputs.target] ?? [];
  return (["on-timeout", "on-cancel"] as const).flatMap((name) =>
    cannot.includes(inputs[name])
      ? [`${name}: ${inputs[name]} does nothing: what target ${inputs.target} waits for cannot be ended so`]
      : [],
  );
}

const kindsOfWorkload = /^(?:deployments?|deploy|statefulsets?|sts|daemonsets?|ds)$/i;

function malformed(inputs: Inputs): InputProblem[] {
  const problems: InputProblem[] = [];
  if (inputs.target === "kubernetes" && inputs.kind !== "" && !kindsOfWorkload.test(inputs.kind)) {
    problems.push({ name: "kind", given: inputs.kind, accepts: "Deployment, StatefulSet or DaemonSet" });
  }
  for (const status of inputs["expect-status"]) {
    if (/^[1-5][0-9]{2}$/.test(status)) continue;
    problems.push({ name: "expect-status", given: status, accepts: "status codes such as 200, one a line" });
  }
  for (const line of inputs["expect-json"]) {
    if (/^[^=]+=\s*\S/.test(line)) continue;
    const why = "without a value it would be waited for until the timeout";
    problems.push({ name: "expect-json", given: line, accepts: "lines such as version=v2", why });
  }
  for (const line of inputs.headers.split(/\r?\n/)) {
    if (line.trim() === "" || /^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\0\r\n]*$/.test(line.trim())) continue;
    problems.push({ name: "headers", accepts: "lines such as Accept: application/json" });
    break;
  }
  return problems;
}

/** Inputs that were given and that the target does not know: a slip, most often. */
export function uselessInputs(inputs: Inputs, given: (name: string) => boolean): string[] {
  const own = needs[inputs.target];
  const known = new Set<string>([...own.needed.flat(), ...(own.more ?? [])]);
  const all = new Set<string>(Object.values(needs).flatMap(({ needed, more }) => [...needed.flat(), ...(more ?? [])]));
  return [...all].filter((name) => !known.has(name) && given(name)).sort();
}
