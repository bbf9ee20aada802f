/** AWS CloudFormation: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import {
  CancelUpdateStackCommand,
  CloudFormationClient,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import type { Service } from "../service.ts";

export const service: Service<"cloudformation"> = {
  open: (settings) => new CloudFormationClient(settings),
  commands: {
    DescribeStacks: DescribeStacksCommand,
    DescribeEvents: DescribeEventsCommand,
    DescribeStackEvents: DescribeStackEventsCommand,
    CancelUpdateStack: CancelUpdateStackCommand,
  },
};
