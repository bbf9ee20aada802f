/**
 * Wires terraform-plan: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job).
 */
import { randomBytes } from "node:crypto";
import { openStep, readPlanInputs } from "@handrail/planning";
import type { Doors, PlanStep } from "@handrail/planning";
import * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import { commandFailure, createTerraform, openPlanSource } from "@handrail/terraform/cli";
import { outputs } from "./inputs.ts";
import { run } from "./run.ts";

const doors: Doors = {
  host: runnerHost,
  terraform: { commandFailure, createTerraform, openPlanSource },
  github: () => import("@handrail/github/client"),
  randomBytes,
};

function open(host: Host): PlanStep {
  return openStep(host, readPlanInputs(host.environment), doors, { name: "terraform-plan" });
}

await runnerHost.runAction({
  name: "terraform-plan",
  outputs,
  main: async (host) => {
    host.saveState("started", String(Math.floor(host.clock.now() / 1000)));
    try {
      return await run(open(host));
    } finally {
      host.saveState("ended", String(!host.cancelled.aborted));
    }
  },
  post: async (host) => {
    if (host.state("ended") === "true" || host.state("pids") === undefined) return;
    const { runPost } = await import("./post.ts");
    await runPost(open(host), host, runnerHost.isProcessRunning);
  },
});
