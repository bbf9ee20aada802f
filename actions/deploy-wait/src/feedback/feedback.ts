/** What is watched after a success, as run.ts sees it. Types only. */
import type { Aftermath } from "../tell/story.ts";

/** The alarms and metrics of the step. */
export interface Feedback {
  /** Reads what was so before the deployment ended. Resolves with notes. @throws Failure for alarms that do not exist */
  begin(): Promise<readonly string[]>;
  /** Watches for as long as was asked. Rejects with the signal's reason when the step is cancelled. */
  watch(deployed: { beganAt: number; endedAt: number }): Promise<Aftermath>;
}
