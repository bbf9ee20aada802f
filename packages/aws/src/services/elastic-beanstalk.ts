/** AWS Elastic Beanstalk: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import {
  AbortEnvironmentUpdateCommand,
  DescribeEnvironmentsCommand,
  DescribeEventsCommand,
  ElasticBeanstalkClient,
} from "@aws-sdk/client-elastic-beanstalk";
import type { Service } from "../service.ts";

export const service: Service<"elastic-beanstalk"> = {
  open: (settings) => new ElasticBeanstalkClient(settings),
  commands: {
    DescribeEnvironments: DescribeEnvironmentsCommand,
    DescribeEvents: DescribeEventsCommand,
    AbortEnvironmentUpdate: AbortEnvironmentUpdateCommand,
  },
};
