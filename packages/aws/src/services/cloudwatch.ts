/** Amazon CloudWatch: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import { CloudWatchClient, DescribeAlarmsCommand, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import type { Service } from "../service.ts";

export const service: Service<"cloudwatch"> = {
  open: (settings) => new CloudWatchClient(settings),
  commands: {
    DescribeAlarms: DescribeAlarmsCommand,
    GetMetricData: GetMetricDataCommand,
  },
};
