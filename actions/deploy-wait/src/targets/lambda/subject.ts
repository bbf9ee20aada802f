/** What is asked of a step that waits for a Lambda function, put in order. It reads no answer of AWS. */
import { regionOfArn } from "@handrail/aws";

/** The inputs that belong to Lambda. */
export type LambdaSettings = {
  /** Name or ARN, perhaps with a version or an alias behind it. */
  functionName: string;
  /** "" or the alias that has to carry all of its traffic to the version. */
  alias: string;
  /** "" or the version. */
  functionVersion: string;
};

/** What is waited for. */
export type Subject = {
  /** As it is asked for: name or ARN without a qualifier. */
  asked: string;
  name: string;
  alias: string;
  /** "" when none was given: then the newest change counts. */
  version: string;
  /** "" when the ARN does not tell. */
  region: string;
};

const isVersion = (qualifier: string): boolean => /^(?:\d+|\$LATEST)$/.test(qualifier);

/** The subject of the settings. A qualifier in the function's name stands for an input that was not given. */
export function subjectOf({ functionName, alias, functionVersion }: LambdaSettings): Subject {
  const parts = functionName.split(":");
  const at = parts[0] === "arn" ? 7 : parts.includes("function") ? parts.indexOf("function") + 2 : 1;
  const qualifier = parts[at] ?? "";
  const version = functionVersion === "" && isVersion(qualifier) ? qualifier : functionVersion;
  return {
    asked: parts.slice(0, at).join(":"),
    name: parts[at - 1] ?? functionName,
    alias: alias === "" && !isVersion(qualifier) ? qualifier : alias,
    // Only what is published can be pinned.
    version: version === "$LATEST" ? "" : version,
    region: regionOfArn(functionName),
  };
}
