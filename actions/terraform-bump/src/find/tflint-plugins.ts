/**
 * The versions of tflint's plugins.
 * https://github.com/terraform-linters/tflint/blob/master/docs/user-guide/plugins.md
 */
import { attribute, type Body } from "./configuration-tree.ts";
import { parseGitSource } from "./git-source.ts";
import type { Notes, Subject } from "./sighting.ts";

const place = "tflint plugin";
/** `github.com/terraform-linters/tflint-ruleset-aws` */
const SOURCE = /^[A-Za-z0-9.-]+\.[A-Za-z0-9-]+\/[\w.-]+\/[\w.-]+$/;

/** Notes the plugins of a .tflint.hcl file. Throws a Flaw. */
export function noteTflintPlugins(notes: Notes, { blocks }: Body): void {
  for (const block of blocks) {
    if (block.type !== "plugin") continue;
    const { attributes } = block.read();
    const version = attribute(attributes, "version")?.value;
    const source = attribute(attributes, "source")?.value;
    if (version === undefined) continue;
    const subject = source?.kind === "text" ? subjectOf(source.value) : undefined;
    if (version.kind !== "text") notes.doubt({ subject, place }, version, "it is not a plain text in quotes");
    else if (subject === undefined)
      notes.doubt({ place }, version.content, "the plugin has no source that can be looked up");
    else notes.version(subject, place, "exact", version.content, version.value);
  }
}

function subjectOf(source: string): Subject | undefined {
  const parsed = SOURCE.test(source) ? parseGitSource(`git::https://${source}.git`) : undefined;
  return parsed?.is === "git" ? { is: "tflint-plugin", name: parsed.name, url: parsed.url } : undefined;
}
