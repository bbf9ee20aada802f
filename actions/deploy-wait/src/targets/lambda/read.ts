/** Asks Lambda about a function and its alias, and makes snapshots of the answers. It judges nothing. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { lookAt, refusalOf } from "../../wait/doors.ts";
import type { Look } from "../../wait/target.ts";
import { parseAlias, parseConfiguration } from "./function.ts";
import type { LambdaRead, LambdaSnapshot, LambdaState, Missing } from "./state.ts";
import type { Subject } from "./subject.ts";

/** Where and since when. */
export type Place = { ask: Ask; since: number };

/** One look: a call for each read. The alias is needed, the configuration of its version is not. */
export async function readLambda(
  place: Place,
  subject: Subject,
  reads: readonly LambdaRead[],
  state: LambdaState | undefined,
): Promise<{ look: Look<LambdaSnapshot>; calls: number }> {
  const { ask, since } = place;
  if (subject.alias === "") {
    const look = await lookAt(async () => {
      const configuration = await readConfiguration(ask, subject, subject.version);
      return { since, ...(configuration === undefined ? {} : { configuration }) };
    });
    return { look, calls: 1 };
  }
  const look = await lookAt(async (): Promise<LambdaSnapshot> => {
    const alias = await readAlias(ask, subject);
    return { since, ...(alias === undefined ? {} : { alias }) };
  });
  if ("fault" in look || !reads.includes("configuration")) return { look, calls: 1 };
  const { alias } = look.snapshot;
  const pointed = alias === undefined || "missing" in alias ? "" : alias.version;
  const version = subject.version || state?.target || pointed;
  if (version === "") return { look, calls: 1 };
  return { look: { snapshot: { ...look.snapshot, ...(await tryConfiguration(ask, subject, version)) } }, calls: 2 };
}

async function tryConfiguration(ask: Ask, subject: Subject, version: string): Promise<Partial<LambdaSnapshot>> {
  const unknown = "whether its version is Active is not known";
  try {
    const configuration = await readConfiguration(ask, subject, version);
    const words = `lambda:GetFunctionConfiguration tells nothing: ${unknown}`;
    return configuration === undefined ? { lack: { words, isPassing: true } } : { configuration };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    if (error.kind !== "denied") return {};
    return { lack: { words: `${error.action} is not allowed: ${unknown}`, isPassing: false } };
  }
}

async function readConfiguration(
  ask: Ask,
  { asked }: Subject,
  version: string,
): Promise<LambdaSnapshot["configuration"]> {
  const input = { FunctionName: asked, ...(version === "" ? {} : { Qualifier: version }) };
  const found = await orMissing(async () => parseConfiguration(await ask("lambda", "GetFunctionConfiguration", input)));
  return found === undefined || "missing" in found ? found : { ...found, of: version };
}

function readAlias(ask: Ask, { asked, alias }: Subject): Promise<LambdaSnapshot["alias"]> {
  return orMissing(async () => parseAlias(await ask("lambda", "GetAlias", { FunctionName: asked, Name: alias })));
}

/** What Lambda does not know, or does not take, is missing: every refusal is about what was asked for. */
async function orMissing<T>(ask: () => Promise<T>): Promise<T | Missing> {
  try {
    return await ask();
  } catch (error) {
    if (refusalOf(error) === "" || !(error instanceof AwsFault)) throw error;
    return { missing: `${error.code}: ${error.said}` };
  }
}
