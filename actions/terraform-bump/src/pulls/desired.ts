/**
 * A pull request as it should be: what publishing is handed. Everything in it is already decided and rendered.
 */

/** A file's new content. */
export type ChangedFile = { path: string; mode: "100644" | "100755"; text: string };

/** One pull request. */
export type DesiredPullRequest = {
  /** Proposal.key. */
  key: string;
  /** The branch without `refs/heads/`: `handrail/bump/hashicorp-aws-6.2.0`. */
  branch: string;
  /** What it brings, for the marker: `hashicorp/aws 6.2.0`, one a line, sorted. */
  target: string;
  title: string;
  /**
   * The body, without the marker; rendered late, so that it can list the files that had to be left out because the
   * token may not write workflows.
   */
  body: (left: readonly string[]) => string;
  commitMessage: string;
  /** The body tells less than a whole proof; one that tells more takes its place when there is one. */
  isUnproven?: boolean;
  /** Sorted by path. */
  files: readonly ChangedFile[];
  /**
   * What the branch stands on, as a digest over the blobs it depends on: an open pull request with the same target,
   * files and ground is left alone.
   */
  ground: string;
};

/** How it ended for one of them. `branch` without `refs/heads/`. */
export type PullRequestResult = {
  key: string;
  number: number;
  url: string;
  branch: string;
  state: "created" | "updated" | "unchanged" | "closed";
};
