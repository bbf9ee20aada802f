/**
 * A state in digests, one for each object in it, to tell later which ones moved in between. It holds no value; what is
 * sensitive enters with a key only.
 */
import { compareCodeUnits, Failure } from "@handrail/runner";
import { redactKeys } from "./address-keys.ts";
import { maskedJson } from "./canonical-json.ts";
import { digester, remembering, shortDigester } from "./fingerprint-digest.ts";
import { isJsonObject, type Json, JsonError, member, parseJson } from "./json-value.ts";
import { textOf } from "./plan-change.ts";
import { instanceAddress } from "./state-address.ts";

/** A state in digests of 11 characters. No state at all has the lineage "" and the serial 0. */
export type StateDigest = { lineage: string; serial: number; resources: [address: string, digest: string][] };

/** `key` is the input `seal-key`; absent or "": sensitive values are masked, by path and by `redact`. */
export type StateDigestOptions = { redact: (text: string) => string; key?: string };

/**
 * Reads what `terraform state pull` prints (version 4; "" without a state). Addresses are redacted, a deposed object's
 * has ` (deposed <key>)` behind it. A Failure `state-unreadable` for anything else.
 */
export function digestState(text: string, options: StateDigestOptions): StateDigest {
  if (text.trim() === "") return { lineage: "", serial: 0, resources: [] };
  const state = parseState(text);
  const key = options.key ?? "";
  const short = shortDigester(digester(key));
  const redact = remembering(options.redact);
  const masking = key === "" ? { redact } : undefined;
  const resources: [string, string][] = [];
  for (const resource of listOf(member(state, "resources"))) {
    for (const instance of listOf(member(resource, "instances"))) {
      const deposed = textOf(member(instance, "deposed"));
      const address = redactKeys(instanceAddress(resource, instance), redact);
      const shown = `${address}${deposed === undefined ? "" : ` (deposed ${deposed})`}`;
      resources.push([shown, short(instanceText(instance, masking))]);
    }
  }
  resources.sort((one, other) => compareCodeUnits(one[0], other[0]) || compareCodeUnits(one[1], other[1]));
  const serial = member(state, "serial");
  return {
    lineage: textOf(member(state, "lineage")) ?? "",
    serial: typeof serial === "number" && Number.isSafeInteger(serial) ? serial : 0,
    resources,
  };
}

function parseState(text: string): Json {
  const fail = (why: string, cause?: unknown): never => {
    throw new Failure({
      reason: "state-unreadable",
      what: `The state cannot be read: ${why}.`,
      remedy: "Look at the output of `terraform state pull`; only states of terraform 0.12 and later can be read.",
      cause,
    });
  };
  try {
    const state = parseJson(text);
    if (!isJsonObject(state) || member(state, "version") !== 4) return fail("it is no state of version 4");
    return state;
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return fail(`${error.message} at character ${error.offset}`, error);
  }
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** What is noise does not enter: dependencies, the provider's private bytes, and the order of the sensitive paths. */
function instanceText(instance: Json, masking: { redact: (text: string) => string } | undefined): string {
  const value = (name: string): Json => member(instance, name) ?? null;
  const flags = sensitiveFlags(listOf(member(instance, "sensitive_attributes")));
  return [
    maskedJson([value("schema_version"), value("status")], false, undefined, undefined),
    maskedJson(value("attributes"), flags, masking, undefined),
    maskedJson([value("attributes_flat"), value("identity")], false, masking, undefined),
  ].join("\n");
}

/** A path with more steps is no attribute's. */
const LONGEST_PATH = 200;

/** The tree of flags for `sensitive_attributes`: a list of paths, each a list of `get_attr` and `index` steps. */
function sensitiveFlags(paths: readonly Json[]): Json {
  const root = new FlagNode();
  for (const path of paths) {
    let node = root;
    for (const step of listOf(path).slice(0, LONGEST_PATH)) {
      const value = member(step, "value");
      const name = textOf(value) ?? member(value, "value");
      // Elements of a set have no key that could be followed: the whole set is secret then.
      if (typeof name !== "string" && typeof name !== "number") break;
      node = node.child(String(name), typeof name === "number");
    }
    node.isSecret = true;
  }
  return root.flags();
}

class FlagNode {
  isSecret = false;
  readonly #children = new Map<string, FlagNode>();
  #isList = false;

  child(name: string, isIndex: boolean): FlagNode {
    if (isIndex) this.#isList = true;
    const found = this.#children.get(name) ?? new FlagNode();
    this.#children.set(name, found);
    return found;
  }

  /** Index steps make a list with holes filled; where that would be mostly holes, all of it is secret. */
  flags(): Json {
    if (this.isSecret) return true;
    if (this.#children.size === 0) return false;
    const entries = [...this.#children].map(([name, child]): [string, Json] => [name, child.flags()]);
    if (!this.#isList) return Object.fromEntries(entries);
    const indices = entries.map(([name]) => Number(name));
    if (!indices.every((index) => index >= 0 && index < 1000 + 10 * indices.length)) return true;
    const longest = indices.reduce((one, other) => Math.max(one, other), 0);
    const list: Json[] = Array.from({ length: longest + 1 }, () => false);
    for (const [name, flags] of entries) list[Number(name)] = flags;
    return list;
  }
}
