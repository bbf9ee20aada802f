/**
 * What the plan asks of GitHub while terraform runs. Nothing here can fail a plan: what cannot be known is unknown.
 */
import { toFailure } from "@handrail/runner";
import type { GitHubVerbs, PlanStep } from "./step.ts";

/** Answers that are awaited when they are needed. */
export type Asked = {
  /** The client, loaded. */
  client(): Promise<GitHubVerbs>;
  /** The labels as they are now; those of the event when GitHub cannot be asked. */
  labels(): Promise<string[]>;
  /** The paths that the pull request changes; undefined when they are not known. */
  changedFiles(): Promise<string[] | undefined>;
};

/** Starts asking. Without a pull request nothing is asked and no client is loaded. */
export function askGitHub({ context, inputs, pullRequest, deps }: PlanStep): Asked {
  let loading: Promise<GitHubVerbs> | undefined;
  const client = (): Promise<GitHubVerbs> => (loading ??= deps.github());
  const known = context.pullRequest?.labels ?? [];
  if (pullRequest === undefined || inputs["github-token"] === "") {
    return { client, labels: () => Promise.resolve(known), changedFiles: () => Promise.resolve(undefined) };
  }
  const { owner, repo } = context;
  const changedFiles = orElse<string[] | undefined>(
    async () => (await client()).changedFiles(owner, repo, pullRequest),
    undefined,
    (why) => deps.host.log.debug(`The files of the pull request are not known: ${why}`),
  );
  return {
    client,
    changedFiles: () => changedFiles,
    labels: () =>
      orElse(
        async () => (await (await client()).pullRequest(owner, repo, pullRequest)).labels,
        known,
        (why) => deps.host.log.info(`The labels are those of the event, GitHub could not be asked: ${why}`),
      ),
  };
}

async function orElse<T>(ask: () => Promise<T>, otherwise: T, tell: (why: string) => void): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    tell(toFailure(thrown).what);
    return otherwise;
  }
}
