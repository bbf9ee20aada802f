/** Amazon CloudWatch Logs: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import { CloudWatchLogsClient, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import type { Service } from "../service.ts";

export const service: Service<"logs"> = {
  open: (settings) => new CloudWatchLogsClient(settings),
  commands: {
    GetLogEvents: GetLogEventsCommand,
  },
};
