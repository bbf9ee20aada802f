/**
 * Where terragrunt names versions: the sources of its modules and stacks, and the terraform that it asks for.
 * https://terragrunt.gruntwork.io/docs/reference/config-blocks-and-attributes/#terraform
 */
import { attribute, type Body, type Value } from "./configuration-tree.ts";
import { parseModuleSource, parseRegistrySource } from "./module-source.ts";
import { noteGitSource, noteUnknown, registrySubject } from "./module-version.ts";
import type { Notes, Subject } from "./sighting.ts";

const place = "terragrunt";
const BLOCKS: ReadonlySet<string> = new Set(["terraform", "unit", "stack"]);
const REGISTRY = /^tfr:\/\/([^/]*)\/([^?]*)\?(?:[^&]*&)*?version=([^&]*)/;
const GENERATED = /\brequired_(?:version|providers)\b/;

/** Notes the versions in a file of terragrunt. Throws a Flaw. */
export function noteTerragrunt(notes: Notes, { attributes, blocks }: Body): void {
  const subject: Subject = { is: "terraform" };
  const wanted = attribute(attributes, "terraform_version_constraint")?.value;
  if (wanted?.kind === "text") notes.version(subject, place, "core", wanted.content, wanted.value);
  else if (wanted !== undefined) notes.doubt({ subject, place }, wanted, "it is not a plain text in quotes");
  for (const block of blocks) {
    if (BLOCKS.has(block.type)) noteSource(notes, attribute(block.read().attributes, "source")?.value);
    if (block.type === "generate") noteGenerated(notes, attribute(block.read().attributes, "contents")?.value);
  }
}

function noteSource(notes: Notes, source: Value | undefined): void {
  if (source === undefined) return;
  if (source.kind !== "text") {
    // Without a ref or a version in it, it is a directory that terragrunt computes.
    const names = /[?&](?:ref|version)=/.test(notes.text.slice(source.start, source.end));
    if (names) notes.doubt({ place }, source, "its source is not a plain text");
    return;
  }
  if (source.value.startsWith("tfr://")) return noteRegistry(notes, source);
  const parsed = parseModuleSource(source.value);
  if (parsed.is === "git") noteGitSource(notes, place, source, parsed);
  if (parsed.is === "unknown") noteUnknown(notes, place, source, parsed.why);
}

/** `tfr://host/namespace/name/system//directory?version=1.2.0`; without a host the default one. */
function noteRegistry(notes: Notes, source: Value & { kind: "text" }): void {
  const [whole = "", host = "", path = "", version = ""] = REGISTRY.exec(source.value) ?? [];
  const parsed = parseRegistrySource(host === "" ? path : `${host}/${path}`);
  const isPlain = source.value === notes.text.slice(source.content.start, source.content.end);
  if (parsed === undefined || !isPlain) {
    notes.doubt({ place }, source.content, "it is not the address and the version of a module in a registry");
    return;
  }
  const end = source.content.start + whole.length;
  notes.version(registrySubject(parsed), place, "exact", { start: end - version.length, end });
}

/** Configuration that terragrunt writes from a text: what is in it is not configuration yet. */
function noteGenerated(notes: Notes, contents: Value | undefined): void {
  if (contents === undefined || !GENERATED.test(notes.text.slice(contents.start, contents.end))) return;
  notes.doubt({ place }, contents, "it is in a text that terragrunt generates a file from");
}
