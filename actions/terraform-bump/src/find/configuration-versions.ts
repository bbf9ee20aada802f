/**
 * Where configuration names versions: terraform itself, providers, modules, workspaces. HCL and JSON alike.
 */
import { attribute, type Attribute, type Block, type Body, type Value } from "./configuration-tree.ts";
import { Flaw, lineAt } from "./flaw.ts";
import { noteModule } from "./module-version.ts";
import { parseProviderSource } from "./provider-source.ts";
import type { Notes, Subject } from "./sighting.ts";

/** How many labels the blocks have that are looked into. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ["terraform", 0],
  ["provider", 1],
  ["module", 1],
  ["resource", 2],
]);

/** Notes every version in a file of configuration, and what it tells about its directory. Throws a Flaw. */
export function noteConfiguration(notes: Notes, { attributes, blocks }: Body): void {
  requireBlocks(notes, attributes, [...LABELS.keys()]);
  for (const block of blocks) {
    const labels = LABELS.get(block.type);
    if (labels !== undefined && labels !== block.labels.length) {
      throw new Flaw(
        `a block "${block.type}" has ${labels} labels, not ${block.labels.length}`,
        lineAt(notes.text, block.start),
      );
    }
    if (block.type === "terraform") noteTerraform(notes, block.read());
    else if (block.type === "provider") noteProvider(notes, block);
    else if (block.type === "module") noteCall(notes, block);
    else if (block.type === "resource" && block.labels[0] === "tfe_workspace") noteWorkspace(notes, block);
  }
}

/** Terraform refuses a block that is written as an argument. */
function requireBlocks(notes: Notes, attributes: readonly Attribute[], names: readonly string[]): void {
  const wrong = attributes.find(({ name }) => names.includes(name));
  if (wrong === undefined) return;
  throw new Flaw(`"${wrong.name}" is a block, and has no equals sign`, lineAt(notes.text, wrong.value.start));
}

function noteTerraform(notes: Notes, { attributes, blocks }: Body): void {
  const subject: Subject = { is: "terraform" };
  requireBlocks(notes, attributes, ["required_providers", "backend", "cloud"]);
  for (const { name, value } of attributes) {
    if (name !== "required_version") continue;
    if (value.kind === "text") notes.version(subject, "required_version", "core", value.content, value.value);
    else notes.doubt({ subject, place: "required_version" }, value, NOT_PLAIN);
  }
  for (const block of blocks) {
    if (block.type === "backend" || block.type === "cloud") notes.facts.hasBackend = true;
    if (block.type === "required_providers") for (const entry of block.read().attributes) noteRequirement(notes, entry);
  }
}

const NOT_PLAIN = "it is not a plain text in quotes";

/** `aws = { source = …, version = … }`, or the old form `aws = "~> 2.0"`. */
function noteRequirement(notes: Notes, { name, value }: Attribute): void {
  const place = "required_providers";
  if (value.kind === "other") {
    notes.facts.locals.set(name, "unclear");
    notes.doubt({ place }, value, NOT_PLAIN);
    return;
  }
  const members = value.kind === "object" ? value.read() : [];
  const source = attribute(members, "source")?.value;
  const version = value.kind === "text" ? value : attribute(members, "version")?.value;
  const address = addressOf(name, source);
  notes.facts.locals.set(name, address);
  if (address === "builtin") return;
  if (address !== "unclear") return noteProviderVersion(notes, { is: "provider", ...address }, place, version);
  notes.facts.isPartial = true;
  notes.doubt({ place }, source ?? value, "its source is not the address of a provider, written as a plain text");
}

function addressOf(local: string, source: Value | undefined): NonNullable<ReturnType<Notes["facts"]["locals"]["get"]>> {
  if (source !== undefined && source.kind !== "text") return "unclear";
  return parseProviderSource(source?.value ?? local) ?? "unclear";
}

function noteProvider(notes: Notes, block: Block): void {
  const [local = ""] = block.labels;
  const version = attribute(block.read().attributes, "version")?.value;
  if (version !== undefined) noteProviderVersion(notes, { is: "local-provider", local }, "provider block", version);
}

function noteProviderVersion(
  notes: Notes,
  subject: Subject,
  place: "required_providers" | "provider block",
  version: Value | undefined,
): void {
  let constraint = "";
  if (version?.kind === "text") {
    const isClear = notes.version(subject, place, "provider", version.content, version.value);
    if (isClear) constraint = version.value;
  } else if (version !== undefined) notes.doubt({ subject, place }, version, NOT_PLAIN);
  notes.facts.isPartial ||= version !== undefined && constraint === "";
  notes.facts.asked.push({ subject, constraint });
}

function noteCall(notes: Notes, block: Block): void {
  const { attributes } = block.read();
  noteModule(notes, attribute(attributes, "source")?.value, attribute(attributes, "version")?.value);
}

function noteWorkspace(notes: Notes, block: Block): void {
  const version = attribute(block.read().attributes, "terraform_version")?.value;
  const subject: Subject = { is: "terraform", product: "terraform" };
  if (version?.kind === "text") notes.version(subject, "tfe_workspace", "request", version.content, version.value);
  else if (version !== undefined) notes.doubt({ subject, place: "tfe_workspace" }, version, NOT_PLAIN);
}
