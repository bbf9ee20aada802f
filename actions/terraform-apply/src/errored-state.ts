/**
 * Takes care of a state that terraform could not save: it holds every secret and is the only record of what exists. It is
 * never left in the root module: encrypted with the seal key, or, without one, where only this user can read it.
 */
import { NONCE_LENGTH, encryptState, parseState, sha256 } from "@handrail/terraform";
import { journalFiles } from "./journal.ts";
import type { ApplyStep } from "./step.ts";

/** Where the state is now, and which one it is. */
export type KeptState = {
  path: string;
  isSealed: boolean;
  /** `<lineage> <serial>`: an apply of this target waits until the backend has it. */
  identity: string;
};

/**
 * Moves the state out of the root module, or out of terraform's own output when it could not even write that file;
 * undefined when there is none.
 * @param lineage of the state before; "" when there was none: pushed into an empty backend, it gets a new one
 */
export function keepErroredState(step: ApplyStep, lineage: string): KeptState | undefined {
  const { deps, target, inputs } = step;
  const path = deps.terraform.erroredState();
  const dump = step.readStateDump(`${target.privateDirectory}/${journalFiles.stdout}`);
  const left = path === undefined ? undefined : deps.files.readBytes(path);
  const state = left ?? (dump === undefined ? undefined : new TextEncoder().encode(dump));
  if (state === undefined) return undefined;
  const key = inputs["seal-key"];
  // What lies in the output directory may be in the checkout, and is uploaded: nothing in clear goes there.
  const file =
    key === "" ? `${target.privateDirectory}/errored.tfstate` : `${target.outputDirectory}/errored.tfstate.sealed`;
  deps.files.write(file, [key === "" ? state : encryptState(state, key, deps.randomBytes(NONCE_LENGTH))]);
  if (path !== undefined) deps.files.remove(path);
  return { path: file, isSealed: key !== "", identity: lineage === "" ? `${newState} 1` : identityOf(state) };
}

/** In place of a lineage: there was no state before. */
const newState = "new";

function identityOf(state: Uint8Array): string {
  try {
    const snapshot = parseState(new TextDecoder().decode(state));
    if (snapshot?.lineage !== undefined) return `${snapshot.lineage} ${snapshot.serial}`;
  } catch {
    // A state that cannot be read is still one that was not saved.
  }
  return `${sha256(state).slice(0, 16)} 0`;
}

/** What to do with it, for people. */
export function describeKeptState({ path, isSealed }: KeptState): string {
  const push = "push it with terraform state push before anything else is applied";
  return isSealed
    ? `The state that could not be saved is in ${path}, encrypted with seal-key: open it with unseal.mjs of terraform-apply, then ${push}.`
    : `The state that could not be saved is in ${path}, in clear and readable by this user only, because there is no seal-key: ${push}, and delete it.`;
}

/** Whether the backend has the state that an earlier apply could not save. */
export function isRecovered(
  unsaved: string,
  live: { lineage: string | undefined; serial: number } | undefined,
): boolean {
  const [lineage = "", serial = "0"] = unsaved.split(" ");
  return live !== undefined && (lineage === newState || live.lineage === lineage) && live.serial >= Number(serial);
}
