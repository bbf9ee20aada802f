/** What the step is about, and what it may touch. Types only. */
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { Host } from "@handrail/runner/host";
import type { Feedback } from "./feedback/feedback.ts";
import type { Inputs } from "./inputs.ts";
import type { Doors } from "./wait/doors.ts";
import type { Target } from "./wait/target.ts";

/** The verbs that run.ts, conclude.ts and post.ts call. */
export type Deps = {
  host: Pick<Host, "log" | "clock" | "cancelled" | "annotate" | "redactor" | "saveState" | "state" | "summary">;
  doors: Doors;
  /** GitHub; loaded when it is needed first. */
  github(): Promise<Pick<GitHubClient, "createDeployment" | "setDeploymentStatus" | "latestDeployment" | "request">>;
  /** What is waited for; `pins` takes the place of what the inputs leave open. */
  openTarget(inputs: Inputs): Promise<Target>;
  /** What is watched afterwards; undefined when nothing is. */
  openFeedback(inputs: Inputs): Promise<Feedback | undefined>;
  /** Jitter, in [0, 1). */
  random(): number;
};

/** The step. */
export type WaitStep = { inputs: Inputs; context: GitHubContext; deps: Deps };
