/**
 * What remains when the main step was cancelled or killed: the stop or rollback that was not accepted yet, and the end of the
 * Deployment. It never begins to wait.
 */
import { endOne } from "./cancel.ts";
import { endDeployment, findDeployment } from "./deployment.ts";
import type { WaitStep } from "./step.ts";
import { isGood } from "./wait/verdict.ts";
import type { Result } from "./wait/verdict.ts";

/** Ends what the main step could not. */
export async function runPost(step: WaitStep): Promise<void> {
  const { host } = step.deps;
  const told = host.state("result");
  const stops =
    host.state("stopped") === "true" || (told !== undefined && told !== "cancelled") ? [] : await stopAgain(step);
  const reason = host.state("reason") ?? "The step was killed before it came to a verdict";
  // A verdict that main came to stands, also when the job was cancelled right after it.
  const result = told !== undefined && isGood(toResult(told)) ? "success" : toResult(told ?? "cancelled");
  const note = await endDeployment(step, await findDeployment(step), { result, reason: [reason, ...stops].join("; ") });
  if (told === undefined || stops.length > 0) {
    host.summary(
      `${[reason, ...stops].map((line) => `- ${line.replaceAll(/[\\`*_<>[\]#|@]/g, "\\$&")}`).join("\n")}\n`,
    );
  }
  host.log.info([reason, ...stops].join("; "));
  if (note !== undefined) host.log.warning(note);
}

function toResult(text: string): Result {
  return text === "success" || text === "noop" || text === "no-change" ? text : text === "cancelled" ? text : "failed";
}

/** Asks again for what on-cancel wants; looks first, so that what was pinned is what is stopped. */
async function stopAgain(step: WaitStep): Promise<string[]> {
  const { inputs, deps } = step;
  if (inputs["on-cancel"] === "leave") return [];
  const target = await deps.openTarget({ ...inputs, ...savedPins(step) });
  const ids = target.items.map(({ id }) => id);
  const { sights } = await target.look(ids, 0);
  const told: string[] = [];
  for (const id of ids) {
    const sight = sights.get(id);
    const verdict = sight !== undefined && "step" in sight ? sight.step.verdict : undefined;
    if (verdict !== undefined) told.push(`${id} had ended: ${verdict.result}`);
    else told.push(`${id}: ${(await endOne(step, target, id))?.told ?? ""}`);
  }
  return told;
}

/** What the main step had pinned, as the input that pins it. */
function savedPins({ inputs, deps }: WaitStep): Partial<WaitStep["inputs"]> {
  let pins: unknown;
  try {
    pins = JSON.parse(deps.host.state("pins") ?? "[]");
  } catch {
    return {};
  }
  if (!Array.isArray(pins) || pins.length === 0 || !pins.every((pin) => typeof pin === "string" && pin !== ""))
    return {};
  const [first] = pins as string[];
  if (inputs.target === "ecs") return { "service-deployment": pins as string[] };
  if (inputs.target === "codepipeline") return { "execution-id": first ?? "" };
  if (inputs.target === "app-runner") return { "operation-id": first ?? "" };
  return {};
}
