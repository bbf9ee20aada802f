/**
 * What the plan asks of GitHub while terraform runs. Nothing here can fail a plan: what cannot be known is unknown.
 */
import { toFailure } from "@handrail/runner";
import type { GitHubVerbs, PlanStep } from "./step.ts";

/** Answers that are awaited when they are needed. */
export type Asked = {
  /** The client, loaded. */
  client(): Promise<GitHubVerbs>;
  /** The labels as they are now; undefined when GitHub cannot be asked. Those of the event may be long gone. */
  labels(): Promise<string[] | undefined>;
  /** The paths that the pull request changes; undefined when they are not known. */
  changedFiles(): Promise<string[] | undefined>;
};

/** Starts asking. Without a pull request nothing is asked and no client is loaded. */
export function askGitHub({ context, inputs, pullRequest, deps }: PlanStep): Asked {
  let loading: Promise<GitHubVerbs> | undefined;
  const client = (): Promise<GitHubVerbs> => (loading ??= deps.github());
  if (pullRequest === undefined || inputs["github-token"] === "") {
    return { client, labels: () => Promise.resolve(undefined), changedFiles: () => Promise.resolve(undefined) };
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
      orElse<string[] | undefined>(
        async () => (await (await client()).pullRequest(owner, repo, pullRequest)).labels,
        undefined,
        (why) => deps.host.log.info(`The labels of the pull request are not known: ${why}`),
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
