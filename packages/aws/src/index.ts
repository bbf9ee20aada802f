/** The pure door of @handrail/aws: what is asked and what is answered. The SDK is behind ./client. */
export { AwsFault } from "./ask.ts";
export type { Ask, AskOptions, AwsFaultFacts, AwsFaultKind, AwsOperations, AwsService } from "./ask.ts";
