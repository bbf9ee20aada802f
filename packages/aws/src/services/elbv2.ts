/** Elastic Load Balancing: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Service } from "../service.ts";

export const service: Service<"elbv2"> = {
  open: (settings) => new ElasticLoadBalancingV2Client(settings),
  commands: {
    DescribeTargetHealth: DescribeTargetHealthCommand,
  },
};
