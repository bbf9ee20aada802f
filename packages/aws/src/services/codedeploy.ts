/** AWS CodeDeploy: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import {
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  GetDeploymentCommand,
  ListDeploymentTargetsCommand,
  StopDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
import type { Service } from "../service.ts";

export const service: Service<"codedeploy"> = {
  open: (settings) => new CodeDeployClient(settings),
  commands: {
    GetDeployment: GetDeploymentCommand,
    ListDeploymentTargets: ListDeploymentTargetsCommand,
    BatchGetDeploymentTargets: BatchGetDeploymentTargetsCommand,
    StopDeployment: StopDeploymentCommand,
  },
};
