/**
 * The one door of an action: runs main or post, catches everything that can go wrong, ends the step with outputs,
 * annotations and an exit code.
 */
import { basename } from "node:path";
import { Failure } from "../failure.ts";
import { createHost } from "./create-host.ts";
import { type Ending, endMain, endPost } from "./ending.ts";
import type { ActionDefinition, ActionResult, Host } from "./host.ts";
import { watchSignals } from "./signals.ts";
import { createSink } from "./standard-output.ts";
import { redirectStrayOutput } from "./stray-output.ts";

const STDOUT = 1;
const PLATFORMS: ReadonlySet<string> = new Set(["linux", "darwin"]);
const ARCHITECTURES: ReadonlySet<string> = new Set(["x64", "arm64"]);

function checkPlatform(): void {
  if (PLATFORMS.has(process.platform) && ARCHITECTURES.has(process.arch)) return;
  throw new Failure({
    reason: "unsupported-platform",
    what: `This action does not run on ${process.platform} ${process.arch}`,
    remedy: "Use a Linux or macOS runner, x64 or arm64.",
  });
}

const unfinished = (): Failure =>
  new Failure({
    reason: "internal-error",
    what: "The action stopped without a result: nothing is left that it could wait for",
    remedy: "This is a defect of the action: run the job again with debug logging and report it.",
  });

async function runMain(definition: ActionDefinition, host: Host): Promise<ActionResult> {
  if (definition.post !== undefined) host.saveState("isPost", "true");
  checkPlatform();
  return definition.main(host);
}

/**
 * Whether this is the post step. The runner starts it as a program of its own, `post.js`, also when main was killed before
 * it could note anything: what is cancelled must not begin in its post step.
 */
function isPostStep(host: Host): boolean {
  return host.state("isPost") === "true" || /^post\.m?js$/.test(basename(process.argv[1] ?? ""));
}

/** Resolves with the ending of `work`, or with the first error that is thrown past it. */
function untilEnded<T>(work: () => Promise<T>): Promise<{ result: T } | { thrown: unknown }> {
  return new Promise((resolve) => {
    const fail = (thrown: unknown): void => resolve({ thrown });
    process.on("uncaughtException", fail);
    process.on("unhandledRejection", fail);
    process.on("beforeExit", () => fail(unfinished()));
    // In a microtask, so that what `work` throws at once comes the same way.
    Promise.resolve()
      .then(work)
      .then((result) => resolve({ result }), fail);
  });
}

/**
 * Runs an action. Never rejects, and does not return: when the step's output is written and no child process is left,
 * the process exits with 1 for a failure and 0 otherwise.
 */
export async function runAction(definition: ActionDefinition): Promise<void> {
  const cancelled = watchSignals();
  const control = createHost({
    environment: { ...process.env },
    write: createSink(STDOUT),
    cancelled,
    outputs: definition.outputs,
  });
  const flushStray = redirectStrayOutput(control.host.log);
  const { host } = control;
  const isPost = isPostStep(host);
  const ending: Ending = isPost
    ? await untilEnded(async () => {
        await definition.post?.(host);
        return { outputs: {} };
      })
    : await untilEnded(() => runMain(definition, host));
  flushStray();
  const code = isPost
    ? endPost(control, definition, "thrown" in ending ? ending : undefined)
    : endMain(control, definition, ending);
  // An error past main can leave a tool running: it is asked to stop and waited for, else it would lose its state.
  await control.interruptAll();
  flushStray();
  process.exit(code);
}
