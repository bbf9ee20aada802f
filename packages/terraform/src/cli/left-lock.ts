/**
 * Whether a lock is left after a terraform that was killed, and its id: only an attempt to take the lock tells. Nothing
 * is written, and nothing is waited for.
 */
import { classify } from "../diagnostic-class.ts";
import { createEventsReader } from "../events-reader.ts";
import type { LockInfo } from "../state-lock.ts";
import { runTerraform, type TerraformOptions } from "./run.ts";
import { NO_ARGUMENTS } from "./version.ts";

/**
 * Who holds the state's lock; undefined when nobody does, or when the backend does not say. A plan locks before it looks
 * at variables, so it needs none: without the lock in its way it ends soon, whatever it finds.
 */
export async function findLeftLock(terraform: TerraformOptions): Promise<LockInfo | undefined> {
  const reader = createEventsReader(() => undefined);
  await runTerraform(
    terraform,
    {
      args: ["plan", "-json", "-input=false", "-no-color", "-refresh=false", "-lock-timeout=0s"],
      environment: { ...NO_ARGUMENTS, TF_CLI_ARGS_plan: undefined },
      maxCapture: 0,
      evenWhenCancelled: true,
    },
    { onStdout: (text) => reader.write(text) },
  );
  return classify(reader.end().diagnostics, "plan").lock;
}
