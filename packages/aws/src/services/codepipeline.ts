/** AWS CodePipeline: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import {
  CodePipelineClient,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  StopPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import type { Service } from "../service.ts";

export const service: Service<"codepipeline"> = {
  open: (settings) => new CodePipelineClient(settings),
  commands: {
    GetPipelineExecution: GetPipelineExecutionCommand,
    GetPipelineState: GetPipelineStateCommand,
    ListActionExecutions: ListActionExecutionsCommand,
    ListPipelineExecutions: ListPipelineExecutionsCommand,
    StopPipelineExecution: StopPipelineExecutionCommand,
  },
};
