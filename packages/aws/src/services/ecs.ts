/** Amazon ECS: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RunTaskCommand,
  StopServiceDeploymentCommand,
  StopTaskCommand,
} from "@aws-sdk/client-ecs";
import type { Service } from "../service.ts";

export const service: Service<"ecs"> = {
  open: (settings) => new ECSClient(settings),
  commands: {
    DescribeServices: DescribeServicesCommand,
    ListServiceDeployments: ListServiceDeploymentsCommand,
    DescribeServiceDeployments: DescribeServiceDeploymentsCommand,
    DescribeServiceRevisions: DescribeServiceRevisionsCommand,
    StopServiceDeployment: StopServiceDeploymentCommand,
    ListTasks: ListTasksCommand,
    DescribeTasks: DescribeTasksCommand,
    DescribeTaskDefinition: DescribeTaskDefinitionCommand,
    RunTask: RunTaskCommand,
    StopTask: StopTaskCommand,
  },
};
