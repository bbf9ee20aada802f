/** What a look at Jenkins sees, and what is remembered of it. Types only. */
import type { BuildPin } from "./address.ts";
import type { Build, QueueItem } from "./build.ts";

/** What is read: our queue item, our build, or the job's builds when nothing is pinned yet. */
export type JenkinsRead = "queue" | "build" | "newest";

/** What one look saw. */
export type JenkinsSnapshot =
  | {
      of: "queue";
      item?: QueueItem;
      /** Jenkins does not know the item: it never did, or it left the queue five minutes ago. */
      isGone: boolean;
      /** The build that came of an item that is gone. */
      build?: Build;
    }
  | { of: "build"; build?: Build; isMissing: boolean }
  | {
      of: "newest";
      isMissing: boolean;
      /** Undefined: the answer was empty. */
      builds?: readonly Build[];
      /** An item of the job that waits in the queue. */
      queued?: number;
      /** Jenkins' clock less ours, ms. */
      skewMs: number;
    };

/** What is remembered. */
export type JenkinsState = {
  /** The pinned queue item. */
  queueItem?: number;
  /** The pinned build, and when it was pinned, ms elapsed. */
  pin?: BuildPin;
  pinnedAt?: number;
  /** The build as it was seen last. */
  build?: Build;
  /** Since when what was pinned is not there, ms elapsed. */
  goneSince?: number;
};

/** What the machine is told of the step. */
export type JenkinsSubject = {
  root: string;
  job: string;
  jobPath: string;
  queueItem?: number;
  buildNumber?: number;
  allowUnstable: boolean;
  /** Later builds are ours when nothing is pinned: ms since 1970, our clock. */
  startedAt: number;
};
