/**
 * Which AWS service and operation a request is, by what is written on it, and how each service writes. The facts are those
 * of the SDK's newest clients (runtimeConfig.shared.js of each @aws-sdk/client-*). It answers nothing.
 */
import type { LoggedRequest } from "../loopback.ts";
import { parseQuery } from "./query.ts";

/** The services, by the names that @handrail/aws calls them. */
export type AwsServiceName =
  | "ecs"
  | "codedeploy"
  | "codepipeline"
  | "codebuild"
  | "logs"
  | "apprunner"
  | "cloudwatch"
  | "cloudformation"
  | "elastic-beanstalk"
  | "elbv2"
  | "sts"
  | "lambda";

/** How a service writes requests and answers (https://smithy.io/2.0/aws/protocols/). */
export type Protocol =
  | { kind: "json"; version: "1.0" | "1.1"; isQueryCompatible?: boolean }
  | { kind: "query"; namespace: string }
  | { kind: "rest" };

/** What a request asks. */
export type Recognised = {
  service: AwsServiceName;
  operation: string;
  /** Parsed; of the query protocol, all values are text. */
  input: Record<string, unknown>;
  protocol: Protocol;
};

type JsonService = { service: AwsServiceName; protocol: Protocol };

const json11: Protocol = { kind: "json", version: "1.1" };
const json10: Protocol = { kind: "json", version: "1.0" };

/** By the first part of X-Amz-Target. */
const targets: ReadonlyMap<string, JsonService> = new Map([
  ["AmazonEC2ContainerServiceV20141113", { service: "ecs", protocol: json11 }],
  ["CodeDeploy_20141006", { service: "codedeploy", protocol: json11 }],
  ["CodePipeline_20150709", { service: "codepipeline", protocol: json11 }],
  ["CodeBuild_20161006", { service: "codebuild", protocol: json11 }],
  ["Logs_20140328", { service: "logs", protocol: json11 }],
  ["AppRunner", { service: "apprunner", protocol: json10 }],
  [
    "GraniteServiceVersion20100801",
    { service: "cloudwatch", protocol: { kind: "json", version: "1.0", isQueryCompatible: true } },
  ],
]);

/** By the parameter Version: no two of our services share one. */
const versions: ReadonlyMap<string, { service: AwsServiceName; namespace: string }> = new Map([
  ["2010-05-15", { service: "cloudformation", namespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/" }],
  ["2010-12-01", { service: "elastic-beanstalk", namespace: "http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/" }],
  ["2015-12-01", { service: "elbv2", namespace: "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/" }],
  ["2011-06-15", { service: "sts", namespace: "https://sts.amazonaws.com/doc/2011-06-15/" }],
]);

/** Lambda's operations that we know. */
const routes: readonly { method: string; path: RegExp; names: readonly string[]; operation: string }[] = [
  {
    method: "GET",
    path: /^\/2015-03-31\/functions\/([^/]+)\/configuration$/,
    names: ["FunctionName"],
    operation: "GetFunctionConfiguration",
  },
  {
    method: "GET",
    path: /^\/2015-03-31\/functions\/([^/]+)\/aliases\/([^/]+)$/,
    names: ["FunctionName", "Name"],
    operation: "GetAlias",
  },
];

/** What a request asks of which service; undefined when it is no call of a service we know. */
export function recognise(request: LoggedRequest): Recognised | undefined {
  const target = request.headers["x-amz-target"];
  if (target !== undefined) return recogniseJson(target, request);
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true)
    return recogniseQuery(request);
  return recogniseRest(request);
}

function recogniseJson(target: string, request: LoggedRequest): Recognised | undefined {
  const [prefix = "", operation] = target.split(".");
  const found = targets.get(prefix);
  if (found === undefined || operation === undefined) return undefined;
  return { ...found, operation, input: record(request.body) };
}

function recogniseQuery(request: LoggedRequest): Recognised | undefined {
  const { Action: operation, Version: version, ...input } = parseQuery(request.text);
  if (typeof operation !== "string" || typeof version !== "string") return undefined;
  const found = versions.get(version);
  if (found === undefined) return undefined;
  return {
    service: found.service,
    operation,
    input,
    protocol: { kind: "query", namespace: found.namespace },
  };
}

function recogniseRest(request: LoggedRequest): Recognised | undefined {
  for (const { method, path, names, operation } of routes) {
    const values = request.method === method ? path.exec(request.path)?.slice(1) : undefined;
    if (values === undefined) continue;
    const labels = names.map((name, index) => [name, decodeURIComponent(values[index] ?? "")]);
    const input = { ...Object.fromEntries(labels), ...Object.fromEntries(request.query) } as Record<string, unknown>;
    return { service: "lambda", operation, input, protocol: { kind: "rest" } };
  }
  return undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
