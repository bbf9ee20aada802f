/** A CodeBuild build as BatchGetBuilds tells it, and what its phases say about a failure. Pure. */
import { read, readList, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** A phase of a build. `contexts` are texts such as `COMMAND_EXECUTION_ERROR: make: *** [deploy] Error 2`. */
export type Phase = { name: string; status: string; contexts: readonly string[] };

/** What is known of a build; texts that the answer does not hold are "". */
export type Build = {
  id: string;
  /** IN_PROGRESS, SUCCEEDED, FAILED, FAULT, TIMED_OUT, STOPPED, or what the future brings. */
  status: string;
  /** The phase it is in. */
  phase: string;
  phases: readonly Phase[];
  logGroup: string;
  logStream: string;
  /** The log's page in the console. */
  logUrl: string;
};

/** The build of this id (or ARN) in an answer of BatchGetBuilds; undefined when the answer is not about it. */
export function findBuild(answer: unknown, id: string): Build | undefined {
  const found = readList(answer, "builds").find((build) => isBuild(build, id));
  return found === undefined ? undefined : parseBuild(found);
}

/** Whether the answer says that there is no such build. */
export function isUnknownBuild(answer: unknown, id: string): boolean {
  return readList(answer, "buildsNotFound").includes(id);
}

function isBuild(build: unknown, id: string): boolean {
  return readText(build, "id") === id || (id.startsWith("arn:") && readText(build, "arn") === id);
}

function parseBuild(build: unknown): Build {
  return {
    id: readText(build, "id"),
    status: readText(build, "buildStatus"),
    phase: readText(build, "currentPhase"),
    phases: readList(build, "phases").map(parsePhase),
    logGroup: readText(build, "logs", "groupName") || readText(build, "logs", "cloudWatchLogs", "groupName"),
    logStream: readText(build, "logs", "streamName"),
    logUrl: readText(build, "logs", "deepLink"),
  };
}

function parsePhase(phase: unknown): Phase {
  return {
    name: readText(phase, "phaseType"),
    status: readText(phase, "phaseStatus"),
    contexts: readList(read(phase, "contexts"))
      .map(parseContext)
      .filter((text) => text !== ""),
  };
}

function parseContext(context: unknown): string {
  const code = readText(context, "statusCode");
  const message = readText(context, "message");
  return cutLine([code, message].filter((text) => text !== "").join(": "), 300);
}

const unharmed: ReadonlySet<string> = new Set(["", "SUCCEEDED", "IN_PROGRESS", "QUEUED"]);

/** The phases that did not go well, in their order: the first is the cause, POST_BUILD runs after a failed BUILD too. */
export function failedPhases({ phases }: Build): Phase[] {
  return phases.filter(({ status }) => !unharmed.has(status));
}

/** `FAILED in phase BUILD: COMMAND_EXECUTION_ERROR: make: *** [deploy] Error 2`, as far as the build tells. */
export function describeEnd(build: Build): string {
  const [first] = failedPhases(build);
  if (first === undefined) return build.status;
  const why = first.contexts.length === 0 ? "" : `: ${first.contexts.slice(0, 2).join("; ")}`;
  return `${build.status} in phase ${first.name}${why}`;
}
