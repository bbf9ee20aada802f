/** Asks a task to stop. What comes of it is for watching to see. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import type { Clock } from "@handrail/runner";

/** Why the task is asked to stop. */
export type Asked = "cancelled" | "timeout";

/** Which task. */
type Stopping = { ask: Ask; clock: Clock; cluster: string; arn: string };

/** Sends StopTask; the words of the refusal when it was not accepted. */
export async function stopTask({ ask, clock, cluster, arn }: Stopping, why: Asked): Promise<string | undefined> {
  const reason =
    why === "cancelled" ? "Stopped by Handrail: the job was cancelled" : "Stopped by Handrail: it took too long";
  for (let tries = 1; ; tries += 1) {
    try {
      await ask("ecs", "StopTask", { cluster, task: arn, reason }, { evenWhenCancelled: true });
      return undefined;
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      const isPassing = error.kind !== "denied" && error.kind !== "refused";
      if (tries === 4 || !isPassing) return `${error.action}: ${error.said === "" ? error.code : error.said}`;
      await clock.sleep(1000);
    }
  }
}
