/**
 * Wires terraform-apply: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job).
 */
import { randomBytes } from "node:crypto";
import { labelOf, openStep } from "@handrail/planning";
import type { Doors } from "@handrail/planning";
import { originOf } from "@handrail/planning/conclude";
import * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import {
  commandFailure,
  createTerraform,
  openPlanSource,
  readApplyStream,
  readCheckout,
  readStateDump,
} from "@handrail/terraform/cli";
import { outputs, readApplyInputs } from "./inputs.ts";
import type { ApplyStep } from "./step.ts";

const doors: Doors = {
  host: runnerHost,
  terraform: { commandFailure, createTerraform, openPlanSource },
  github: () => import("@handrail/github/client"),
  randomBytes,
};

function open(host: Host): ApplyStep {
  const inputs = readApplyInputs(host.environment);
  const step = openStep(host, inputs, doors, { name: "terraform-apply" });
  const { target, deps, context } = step;
  const workspace = deps.terraform.selectedWorkspace();
  const root = { directory: target.path, environment: target.environment };
  return {
    ...step,
    label: labelOf(inputs.label, target.directory, workspace),
    origin: originOf(step),
    ...(context.pullRequest === undefined ? {} : { eventPullRequest: context.pullRequest.number }),
    readStateDump,
    readCheckout: (modules, more) => readCheckout(root, modules, more),
  };
}

await runnerHost.runAction({
  name: "terraform-apply",
  outputs,
  main: async (host) => {
    host.saveState("started", String(Math.floor(host.clock.now() / 1000)));
    const step = open(host);
    const { run } = await import("./run.ts");
    const result = await run(step);
    // What was thrown past it, or cancelled, is the post step's to tell.
    host.saveState("ended", String(!host.cancelled.aborted));
    return result;
  },
  post: async (host) => {
    // Without a folder of its own the step never began.
    if (host.state("ended") === "true" || host.state("private") === undefined) return;
    const { runPost } = await import("./post.ts");
    await runPost(open(host), host, { isRunning: runnerHost.isProcessRunning, readApplyStream });
  },
});
