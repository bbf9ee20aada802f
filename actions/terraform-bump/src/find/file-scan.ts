/**
 * One file: which reader reads it, and what came of it. Never throws: what cannot be read is told.
 */
import type { FileKind } from "./file-kind.ts";
import { noteConfiguration } from "./configuration-versions.ts";
import { noteDockerfile } from "./dockerfile-versions.ts";
import { Flaw } from "./flaw.ts";
import { readHclTree } from "./hcl-tree.ts";
import { readJsonConfiguration } from "./json-configuration.ts";
import type { SourceFile } from "./mention.ts";
import { Notes } from "./sighting.ts";
import { noteTerragrunt } from "./terragrunt-sources.ts";
import { noteTflintPlugins } from "./tflint-plugins.ts";
import { noteMise, noteTfswitch } from "./toml-versions.ts";
import { noteBareVersion, noteToolVersions } from "./version-file-lines.ts";
import { mayNameVersion, noteWorkflow } from "./workflow-versions.ts";

/** What was noted in a file, or why it cannot be read. */
export type FileScan = { notes: Notes } | { why: string; line: number };

/** How a kind of file is read: whether it may matter at all, and what notes its versions. */
type FileReader = { mayMatter: (text: string) => boolean; note: (notes: Notes, path: string) => void };

/** A block at the top of a file begins a line, or follows a comment or the BOM. */
const HCL_BLOCK = /(?:^|\*\/|\uFEFF)[ \t]*(?:terraform|module)(?![\w.-])/m;
const HCL_BLOCK_OR_PROVIDER = /(?:^|\*\/|\uFEFF)[ \t]*(?:terraform|module|provider)(?![\w.-])/m;
const JSON_WORDS = /"(?:terraform|module|provider|tfe_workspace)"|\\u/;
/** Other programs' files in HCL have none of these. */
const TERRAGRUNT = /(?:^|\*\/|\uFEFF)[ \t]*(?:terraform|unit|stack|generate|terraform_version_constraint)(?![\w.-])/m;
const TOML_WORDS = /terraform|tofu|version|\\/;

const always = (): boolean => true;

const READERS: Readonly<Record<Exclude<FileKind, "lock">, FileReader>> = {
  hcl: {
    mayMatter: (text) => {
      const pattern = text.includes("version") ? HCL_BLOCK_OR_PROVIDER : HCL_BLOCK;
      return pattern.test(text) || text.includes("tfe_workspace");
    },
    note: (notes) => noteConfiguration(notes, readHclTree(notes.text)),
  },
  json: {
    mayMatter: (text) => JSON_WORDS.test(text),
    note: (notes) => noteConfiguration(notes, readJsonConfiguration(notes.text)),
  },
  terragrunt: {
    mayMatter: (text) => TERRAGRUNT.test(text),
    note: (notes) => noteTerragrunt(notes, readHclTree(notes.text)),
  },
  tflint: { mayMatter: always, note: (notes) => noteTflintPlugins(notes, readHclTree(notes.text)) },
  version: {
    mayMatter: always,
    note: (notes, path) => noteBareVersion(notes, path.endsWith(".opentofu-version") ? "opentofu" : "terraform"),
  },
  "tool-versions": { mayMatter: always, note: noteToolVersions },
  mise: { mayMatter: (text) => TOML_WORDS.test(text), note: noteMise },
  tfswitch: { mayMatter: (text) => TOML_WORDS.test(text), note: noteTfswitch },
  workflow: { mayMatter: mayNameVersion, note: noteWorkflow },
  dockerfile: { mayMatter: (text) => /terraform|tofu|tf_version/i.test(text), note: noteDockerfile },
};

/** Does a file have words in it that make reading it worth while? Lock files are read elsewhere. */
export function mayMatter(file: SourceFile, kind: FileKind): boolean {
  return kind !== "lock" && READERS[kind].mayMatter(file.text);
}

/** Reads one file. */
export function scanFile(file: SourceFile, kind: FileKind): FileScan {
  const notes = new Notes(file.text);
  try {
    if (kind !== "lock") READERS[kind].note(notes, file.path);
    return { notes };
  } catch (error) {
    if (error instanceof Flaw) return { why: error.why, line: error.line };
    // Deeper nesting than a parser stands, for example.
    return { why: "it cannot be read: it is not written as its kind of file is", line: 1 };
  }
}
