/** AWS Lambda: the SDK's client and the commands that we send. Loaded when the first call goes there. */
import { GetAliasCommand, GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Service } from "../service.ts";

export const service: Service<"lambda"> = {
  open: (settings) => new LambdaClient(settings),
  commands: {
    GetFunctionConfiguration: GetFunctionConfigurationCommand,
    GetAlias: GetAliasCommand,
  },
};
