/**
 * A saved plan as it lies in a file: the configuration, the state and the lock file it was made with, and where its apply
 * would keep the state. Terraform believes all of it, so whoever applies one must have compared it first
 * (plan-binding.ts). Nothing is compared here. The planned changes stay unread: `show -json` has them.
 */
import { compareCodeUnits } from "@handrail/runner";
import { isJsonObject, type Json, member, parseJson } from "./json-value.ts";
import { isCalled, type ModuleCalls, parentKey, readCalls } from "./plan-modules.ts";
import { PlanMessageError, type PlanBackend, type PlanMode, readPlanMessage } from "./plan-protobuf.ts";
import { tampered } from "./plan-record.ts";
import { PlanZipError, readPlanZip } from "./plan-zip.ts";

/** Which state it was, and of which terraform. */
export type PlanState = { lineage: string; serial: number; terraformVersion: string };

/** One file of a module, with its bytes as terraform read them. */
export type PlanFile = { name: string; bytes: Uint8Array };

/**
 * One module. `key` is its path (`a.b`, "" for the root), `source` what its call says ("" for the root), `directory`
 * where it was, relative to the root module as a rule.
 */
export type PlanModule = { key: string; source: string; version?: string; directory: string; files: PlanFile[] };

/** What is in the file. */
export type PlanArchive = {
  terraformVersion: string;
  mode: PlanMode;
  /** Its settings may hold credentials. */
  backend: PlanBackend;
  /** undefined when there was no state yet. */
  state?: PlanState;
  /** The state after the refresh, as JSON text; never without content, even for a first plan. */
  stateBytes: Uint8Array;
  /** The state before the refresh; terraform gives it neither serial nor lineage. */
  previousStateBytes: Uint8Array;
  /** As terraform writes it anew: comments and order of the file in the checkout are gone. */
  lockFile: string;
  /** In the order of their keys, the root first. */
  modules: PlanModule[];
};

const MODULE_FILE = /^tfconfig\/m-([^/\\\p{Cc}]*)\/([^/\\\p{Cc}]+)$/u;
const MANIFEST = "tfconfig/modules.json";
const FIRST = ["tfplan", "tfstate", "tfstate-prev"] as const;
const LAST = [MANIFEST, ".terraform.lock.hcl"] as const;
const CONFIGURATION = /^[^.].*\.(?:tf|tofu)(?:\.json)?$/u;
const REMEDY =
  "Hand over the plan file that terraform-plan wrote, unchanged, or make the plan again. A plan that OpenTofu encrypted itself (TF_ENCRYPTION) cannot be checked: use seal-key instead.";

/** Reads a saved plan of terraform or OpenTofu. A Failure `plan-tampered` for anything that these do not write. */
export function readPlanArchive(bytes: Uint8Array): PlanArchive {
  try {
    return read(readPlanZip(bytes));
  } catch (error) {
    if (!(error instanceof PlanZipError || error instanceof PlanMessageError)) throw error;
    throw tampered(`The plan file ${error.message}`, REMEDY);
  }
}

function read(members: Map<string, Uint8Array>): PlanArchive {
  checkOrder([...members.keys()]);
  const { backend, ...message } = readPlanMessage(take(members, "tfplan"));
  if (backend === undefined) throw new PlanMessageError("does not say which backend keeps its state");
  const stateBytes = take(members, "tfstate");
  const state = readState(stateBytes);
  return {
    ...message,
    backend,
    ...(state === undefined ? {} : { state }),
    stateBytes,
    previousStateBytes: take(members, "tfstate-prev"),
    lockFile: decode(take(members, ".terraform.lock.hcl")),
    modules: readModules(members),
  };
}

/** Terraform writes the members in this order, modules by their keys. */
function checkOrder(names: readonly string[]): void {
  const files = names.slice(FIRST.length, -LAST.length);
  const fixed = [...names.slice(0, FIRST.length), ...names.slice(-LAST.length)];
  const other =
    files.find((name) => !MODULE_FILE.test(name)) ?? fixed.find((name) => ![...FIRST, ...LAST].includes(name as never));
  if (other !== undefined) throw new PlanZipError(`has the unexpected member ${JSON.stringify(other.slice(0, 100))}`);
  const isInOrder = [...FIRST, ...LAST].every((name, index) => fixed[index] === name);
  if (!isInOrder || fixed.length !== FIRST.length + LAST.length) {
    throw new PlanZipError("does not have the members of a plan, in their order");
  }
}

function take(members: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = members.get(name);
  if (bytes === undefined) throw new PlanZipError(`has no member named ${name}`);
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlanZipError("has text inside that is not UTF-8");
  }
}

function parse(bytes: Uint8Array, what: string): Json {
  try {
    return parseJson(decode(bytes), false);
  } catch {
    throw new PlanZipError(`has ${what} inside that cannot be read`);
  }
}

/**
 * A member by its one name. Go takes keys whatever their case, and folds two letters more than ASCII has
 * (https://pkg.go.dev/encoding/json#Unmarshal): a second spelling would be another value for terraform than for us.
 */
function field(json: Json, key: string): Json | undefined {
  const spellings = Object.keys(isJsonObject(json) ? json : {}).filter((name) => {
    return name.length === key.length && name.normalize("NFKC").toLowerCase() === key.toLowerCase();
  });
  if (spellings.some((name) => name !== key)) throw new PlanZipError(`spells ${key} in a way terraform does not`);
  return member(json, key);
}

/** Without a state terraform writes an empty one: serial 0, no lineage. */
function readState(bytes: Uint8Array): PlanState | undefined {
  const json = parse(bytes, "a state");
  const serial = field(json, "serial");
  const lineage = field(json, "lineage");
  const terraformVersion = field(json, "terraform_version");
  const isState = typeof serial === "number" && Number.isSafeInteger(serial) && serial >= 0;
  if (!isState || typeof lineage !== "string" || typeof terraformVersion !== "string") {
    throw new PlanZipError("has a state inside that cannot be read");
  }
  return lineage === "" && serial === 0 ? undefined : { lineage, serial, terraformVersion };
}

function readModules(members: ReadonlyMap<string, Uint8Array>): PlanModule[] {
  const list = parse(take(members, MANIFEST), "a list of modules");
  const modules = new Map<string, PlanModule>();
  let last = "";
  for (const entry of Array.isArray(list) ? list : []) {
    const module = readModule(entry);
    const isNext = modules.size === 0 ? module.key === "" : compareBytes(last, module.key) < 0;
    last = module.key;
    if (!isNext) throw new PlanZipError("has a list of modules that is not in terraform's order");
    modules.set(module.key, module);
  }
  if (modules.size === 0) throw new PlanZipError("has no root module");
  addFiles(members, modules);
  checkCalls(modules);
  return [...modules.values()];
}

function readModule(entry: Json): PlanModule {
  const key = field(entry, "Key");
  const directory = field(entry, "Dir");
  const source = field(entry, "Source") ?? "";
  const version = field(entry, "Version") ?? "";
  const isRead =
    typeof key === "string" &&
    typeof directory === "string" &&
    typeof source === "string" &&
    typeof version === "string";
  if (!isRead || directory === "" || (key === "") !== (source === "")) {
    throw new PlanZipError("has a list of modules that cannot be read");
  }
  return { key, source, ...(version === "" ? {} : { version }), directory, files: [] };
}

/** Go sorts strings by their bytes. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Terraform packs what the configuration calls: with a module more, its files would be looked for in the checkout. */
function checkCalls(modules: ReadonlyMap<string, PlanModule>): void {
  const calls = new Map<string, ModuleCalls>();
  for (const module of modules.values()) {
    const caller = parentKey(module.key);
    const known = calls.get(caller) ?? readCalls(modules.get(caller)?.files ?? []);
    calls.set(caller, known);
    if (module.key === "" || isCalled(module, known)) continue;
    throw new PlanZipError(
      `has the module ${JSON.stringify(module.key.slice(0, 100))}, which its configuration does not call`,
    );
  }
}

function addFiles(members: ReadonlyMap<string, Uint8Array>, modules: ReadonlyMap<string, PlanModule>): void {
  let last = "";
  for (const [member, bytes] of members) {
    const [, key, name] = MODULE_FILE.exec(member) ?? [];
    if (key === undefined || name === undefined) continue;
    const module = modules.get(key);
    if (module === undefined || !CONFIGURATION.test(name)) {
      throw new PlanZipError(`has the unexpected member ${JSON.stringify(member.slice(0, 100))}`);
    }
    if (compareBytes(last, key) > 0) throw new PlanZipError("does not have its modules in terraform's order");
    last = key;
    module.files.push({ name, bytes });
  }
  for (const { files } of modules.values()) files.sort((a, b) => compareCodeUnits(a.name, b.name));
}
