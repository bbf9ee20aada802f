/** AWS App Runner: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import { AppRunnerClient, DescribeServiceCommand, ListOperationsCommand } from "@aws-sdk/client-apprunner";
import type { Service } from "../service.ts";

export const service: Service<"apprunner"> = {
  open: (settings) => new AppRunnerClient(settings),
  commands: {
    ListOperations: ListOperationsCommand,
    DescribeService: DescribeServiceCommand,
  },
};
