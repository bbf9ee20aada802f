/** The pure door of @handrail/aws: what is asked and what is answered. The SDK is behind ./client. */
export { AwsFault } from "./ask.ts";
export type { Ask, AskOptions, AwsFaultFacts, AwsFaultKind, AwsOperations, AwsService } from "./ask.ts";
export { essentialContainers, hasStopped, parseTask, regionOfArn, withEssentials } from "./ecs-task.ts";
export type { EcsContainer, EcsTask } from "./ecs-task.ts";
export { culpritOf, groupStopCauses, stopCauseOf } from "./stop-cause.ts";
export type { StopCause, StopGroup } from "./stop-cause.ts";
export type { StopKind } from "./stop-rules.ts";
export { readTaskLog } from "./task-log.ts";
export type { TaskLog, TaskLogOptions } from "./task-log.ts";
