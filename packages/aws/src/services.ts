/** The services by name: what loads each of them, and how IAM spells it. A service is loaded when it is asked for. */
import type { AwsService } from "./ask.ts";
import type { Service } from "./service.ts";

/** Loads the file of a service. */
export const loaders: { readonly [S in AwsService]: () => Promise<{ service: Service<S> }> } = {
  apprunner: () => import("./services/apprunner.ts"),
  cloudformation: () => import("./services/cloudformation.ts"),
  cloudwatch: () => import("./services/cloudwatch.ts"),
  codebuild: () => import("./services/codebuild.ts"),
  codedeploy: () => import("./services/codedeploy.ts"),
  codepipeline: () => import("./services/codepipeline.ts"),
  ecs: () => import("./services/ecs.ts"),
  "elastic-beanstalk": () => import("./services/elastic-beanstalk.ts"),
  elbv2: () => import("./services/elbv2.ts"),
  lambda: () => import("./services/lambda.ts"),
  logs: () => import("./services/logs.ts"),
};

/** IAM's prefixes where they are not our names (docs.aws.amazon.com/service-authorization/latest/reference). */
const prefixes: Partial<Record<AwsService, string>> = {
  "elastic-beanstalk": "elasticbeanstalk",
  elbv2: "elasticloadbalancing",
};

/** The IAM action of an operation: `ecs:DescribeServices`. */
export function actionOf(service: AwsService, operation: string): string {
  return `${prefixes[service] ?? service}:${operation}`;
}
