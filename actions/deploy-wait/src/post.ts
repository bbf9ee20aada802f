/**
 * What remains when the main step was cancelled or killed: the stop or rollback that was not accepted yet, and the end of the
 * Deployment. It never begins to wait.
 */
import { endOne } from "./cancel.ts";
import { endDeployment, findDeployment } from "./deployment.ts";
import type { Inputs } from "./inputs.ts";
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
  const pins = pinsOf(step);
  // What was never pinned cannot be told from a stranger's deployment that began since.
  if (pins === undefined) return ["nothing was pinned yet: nothing was stopped"];
  const target = await deps.openTarget({ ...inputs, ...pins });
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

/** Inputs that pin by themselves. */
const pinning: Readonly<Record<string, readonly (keyof Inputs)[]>> = {
  ecs: ["service-deployment"],
  codepipeline: ["execution-id"],
  "app-runner": ["operation-id"],
  jenkins: ["queue-item", "build-number"],
  "github-workflow": ["run-id", "sha"],
};

/** What takes the place of inputs that leave open what is waited for; undefined when nobody knows it. */
function pinsOf({ inputs, deps }: WaitStep): Partial<Inputs> | undefined {
  const names = pinning[inputs.target] ?? [];
  const isPinned = (name: keyof Inputs): boolean => {
    const value = inputs[name];
    return Array.isArray(value) ? value.length > 0 : value !== "";
  };
  if (names.length === 0 || names.some(isPinned)) return {};
  const pins = readPins(deps.host.state("pins") ?? "");
  const [first = ""] = pins;
  if (inputs.target === "ecs") {
    const known = inputs.services.flatMap((service, at) =>
      (pins[at] ?? "") === "" ? [] : [{ service, pin: pins[at] ?? "" }],
    );
    if (known.length === 0) return undefined;
    return { services: known.map(({ service }) => service), "service-deployment": known.map(({ pin }) => pin) };
  }
  if (first === "") return undefined;
  if (inputs.target === "codepipeline") return { "execution-id": first };
  return inputs.target === "app-runner" ? { "operation-id": first } : { "build-number": first };
}

function readPins(text: string): string[] {
  try {
    const pins: unknown = JSON.parse(text);
    return Array.isArray(pins) ? pins.map(String) : [];
  } catch {
    return [];
  }
}
