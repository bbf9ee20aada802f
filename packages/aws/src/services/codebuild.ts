/** AWS CodeBuild: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import { BatchGetBuildsCommand, CodeBuildClient, StopBuildCommand } from "@aws-sdk/client-codebuild";
import type { Service } from "../service.ts";

export const service: Service<"codebuild"> = {
  open: (settings) => new CodeBuildClient(settings),
  commands: {
    BatchGetBuilds: BatchGetBuildsCommand,
    StopBuild: StopBuildCommand,
  },
};
