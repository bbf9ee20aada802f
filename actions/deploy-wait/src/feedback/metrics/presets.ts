/** The metrics behind `alb:` and `ecs:`. Pure data; the names are AWS's. */
import { defaults } from "./settings.ts";
import type { Metric, Stat } from "./settings.ts";

/** What the entry in the YAML says for all of its metrics. */
export type Common = Pick<Metric, "minEffect" | "mode"> & { minRequests?: number };

const ALB =
  /^(?:arn:[^:]*:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/)?(app\/[^/\s]+\/[0-9a-z]+)(?:\/(targetgroup\/[^/\s]+\/[0-9a-z]+))?$/i;

/** What an `alb:` looks like, for messages. */
export const ALB_FORM =
  "app/NAME/ID of the load balancer's ARN, and /targetgroup/NAME/ID behind it for one of its target groups";

/** What an `ecs:` looks like, for messages. */
export const ECS_FORM = "cluster/service";

/**
 * Requests, rate of 5xx answers and p99 latency of a load balancer, or of one of its target groups. Undefined when the text
 * is not of {@link ALB_FORM}. What the load balancer itself answers (`HTTPCode_ELB_5XX_Count`) is not among RequestCount,
 * and has no target group.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function albMetrics(text: string, common: Common): Metric[] | undefined {
  const match = ALB.exec(text);
  if (match === null) return undefined;
  const [, balancer = "", group] = match;
  const dimensions = { LoadBalancer: balancer, ...(group === undefined ? {} : { TargetGroup: group }) };
  const stat = (metric: string, statistic: string): Stat => ({
    namespace: "AWS/ApplicationELB",
    metric,
    dimensions,
    statistic,
  });
  const requests = stat("RequestCount", "Sum");
  const own = group === undefined ? [stat("HTTPCode_ELB_5XX_Count", "Sum")] : [];
  const of = (group ?? balancer).split("/")[1] ?? "";
  const minRequests = common.minRequests ?? defaults.minRequests;
  const { minEffect, mode } = common;
  return [
    {
      name: `${of} requests`,
      source: { kind: "value", stat: requests },
      direction: "neither",
      minEffect,
      mode: "report",
      minRequests: 0,
      unit: "/min",
    },
    {
      name: `${of} 5xx rate`,
      source: {
        kind: "rate",
        errors: [stat("HTTPCode_Target_5XX_Count", "Sum"), ...own],
        requests: [requests, ...own],
      },
      direction: "lower-is-better",
      minEffect,
      mode,
      minRequests,
      unit: "%",
    },
    {
      name: `${of} p99 latency`,
      source: { kind: "value", stat: stat("TargetResponseTime", "p99") },
      direction: "lower-is-better",
      minEffect,
      mode,
      minRequests,
      requests,
      unit: " s",
    },
  ];
}

/**
 * Average CPU and memory of an ECS service, in percent of what is reserved. Undefined when the text is not of
 * {@link ECS_FORM}. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
 */
export function ecsMetrics(text: string, { minEffect, mode }: Common): Metric[] | undefined {
  const match = /^([A-Za-z0-9_-]+)\/([A-Za-z0-9_-]+)$/.exec(text);
  if (match === null) return undefined;
  const [, cluster = "", service = ""] = match;
  const dimensions = { ClusterName: cluster, ServiceName: service };
  return (["CPU", "Memory"] as const).map((what): Metric => ({
    name: `${service} ${what === "CPU" ? "CPU" : "memory"}`,
    source: {
      kind: "value",
      stat: { namespace: "AWS/ECS", metric: `${what}Utilization`, dimensions, statistic: "Average" },
    },
    direction: "lower-is-better",
    minEffect,
    mode,
    minRequests: 0,
    // CloudWatch gives percent here, not a fraction.
    unit: " %",
  }));
}
