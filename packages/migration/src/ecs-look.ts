/** What answers of ECS say about one task. Parsing only. */
import { parseTask } from "@handrail/aws";
import type { EcsTask } from "@handrail/aws";
import { readList, readText } from "@handrail/runner";

/** A task as it was seen. */
export type SeenTask = {
  task: EcsTask;
  /** `sha256:…` by container, of those that tell it. */
  digests: ReadonlyMap<string, string>;
  /** "" when it is not told. */
  capacityProvider: string;
};

/** Our task in an answer of DescribeTasks; else the words of why it is not there. */
export function findTask(answer: unknown, arn: string): SeenTask | { missing: string } {
  const id = lastPart(arn);
  const value = readList(answer, "tasks").find((each) => lastPart(readText(each, "taskArn")) === id);
  if (value !== undefined) return readTask(value);
  const failure = readList(answer, "failures").find((each) => lastPart(readText(each, "arn")) === id);
  return { missing: wordsOf(failure) || "the answer is not about it" };
}

/** The task that RunTask started, or found; or why there is none, one reason each. */
export function readStarted(answer: unknown): SeenTask | { reasons: readonly string[] } {
  const value = readList(answer, "tasks").find((each) => readText(each, "taskArn") !== "");
  if (value !== undefined) return readTask(value);
  return { reasons: [...new Set(readList(answer, "failures").map((each) => wordsOf(each) || "no reason is told"))] };
}

/** The ARNs that a list of them holds. */
export function readArns(answer: unknown, key: string): string[] {
  return readList(answer, key).filter((each) => typeof each === "string");
}

function readTask(value: unknown): SeenTask {
  const digests = readList(value, "containers").map(
    (each) => [readText(each, "name"), readText(each, "imageDigest")] as const,
  );
  return {
    task: parseTask(value),
    digests: new Map(digests.filter(([, digest]) => digest !== "")),
    capacityProvider: readText(value, "capacityProviderName"),
  };
}

function wordsOf(failure: unknown): string {
  const words = [readText(failure, "reason"), readText(failure, "detail")].filter((word) => word !== "");
  return words.join(": ").slice(0, 300);
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
