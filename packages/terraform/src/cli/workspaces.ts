/**
 * Which workspaces there are and which one is meant. The list is the one thing read from terraform's human output: it
 * has no JSON form (https://developer.hashicorp.com/terraform/cli/commands/workspace/list). Nothing is ever selected:
 * `workspace select` writes into the directory; the child is told by TF_WORKSPACE.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "@handrail/runner";
import type { Diagnostic } from "../diagnostics.ts";
import { readBlocks } from "../hcl-blocks.ts";
import { type Json, member } from "../json-value.ts";
import { readModuleFiles } from "./module-files.ts";
import { runTerraform, type TerraformOptions } from "./run.ts";
import { NO_ARGUMENTS } from "./version.ts";

/** `isSupported` is false for a backend that has only `default`. */
export type Workspaces = { names: string[]; selected: string; isSupported: boolean };

/** The workspace that every backend has, HCP Terraform aside. */
export const DEFAULT_WORKSPACE = "default";

/** What Go's url.PathEscape leaves alone, which is how terraform judges a name. */
const NAME = /^[\w.~$&+=:@-]+$/;

/** Where terraform keeps what init made, `.terraform` unless TF_DATA_DIR says otherwise. */
export function dataDirectory(options: Pick<TerraformOptions, "directory" | "environment">): string {
  const named = options.environment["TF_DATA_DIR"] ?? "";
  return resolve(options.directory, named === "" ? ".terraform" : named);
}

/** The workspace that a run works in, before anything was asked: the input, TF_WORKSPACE, or the selected one. */
export function selectedWorkspace(options: Pick<TerraformOptions, "directory" | "environment" | "workspace">): string {
  const input = options.workspace ?? "";
  const variable = options.environment["TF_WORKSPACE"] ?? "";
  if (input !== "" && variable !== "" && input !== variable) {
    throw new Failure({
      reason: "invalid-input",
      what: `The input workspace is ${JSON.stringify(input)}, but TF_WORKSPACE in the environment is ${JSON.stringify(variable)}`,
      remedy: "Take one of them away, or make them equal.",
    });
  }
  const name = input === "" ? variable : input;
  if (name !== "" && !NAME.test(name)) {
    throw new Failure({
      reason: "invalid-input",
      what: `${JSON.stringify(name)} cannot be the name of a workspace`,
      remedy: "Use letters, digits and -._~$&+=:@ only.",
    });
  }
  return name === "" ? readSelected(options) : name;
}

function readSelected(options: Pick<TerraformOptions, "directory" | "environment">): string {
  try {
    const name = readFileSync(join(dataDirectory(options), "environment"), "utf8").trim();
    return name === "" ? DEFAULT_WORKSPACE : name;
  } catch {
    return DEFAULT_WORKSPACE;
  }
}

/**
 * Whether the root module keeps its state in HCP Terraform: a `cloud` block or the `remote` backend. Its workspaces are
 * objects of their own, there may be no `default`, and a name that does not exist is refused by init itself.
 */
export function isManagedRemotely(directory: string): boolean {
  return readModuleFiles(directory).some(({ name, text }) => {
    return name.endsWith(".json") ? isRemoteJson(text) : isRemoteHcl(text);
  });
}

function isRemoteHcl(text: string): boolean {
  const settings = readBlocks(text).filter(({ type }) => type === "terraform");
  return settings.some(({ blocks }) =>
    blocks.some(({ type, labels }) => type === "cloud" || (type === "backend" && labels[0] === "remote")),
  );
}

function isRemoteJson(text: string): boolean {
  try {
    const settings = member(JSON.parse(text) as Json, "terraform");
    return (Array.isArray(settings) ? settings : [settings]).some((item) => {
      return member(item, "cloud") !== undefined || member(member(item, "backend"), "remote") !== undefined;
    });
  } catch {
    return false;
  }
}

/** Asks for the list, after init. A list that cannot be read comes back as a diagnostic. */
export async function readWorkspaces(options: TerraformOptions): Promise<Workspaces | Diagnostic> {
  const selected = selectedWorkspace(options);
  // Without TF_WORKSPACE: it only adds a note to the list, and an unknown name must not disturb the question.
  const environment = { ...NO_ARGUMENTS, TF_WORKSPACE: undefined };
  const { exitCode, stdout, stderr } = await runTerraform(options, {
    args: ["workspace", "list", "-no-color"],
    environment,
  });
  if (exitCode === 0) return { names: parseWorkspaces(stdout), selected, isSupported: true };
  // The one fixed sentence of a backend that has no workspaces (backend.ErrWorkspacesNotSupported).
  if (stderr.includes("workspaces not supported")) return { names: [DEFAULT_WORKSPACE], selected, isSupported: false };
  return { severity: "error", summary: "Failed to get existing workspaces", detail: stderr };
}

/** The names of a list: one a line, `* ` before the current one and two spaces before the others. */
export function parseWorkspaces(list: string): string[] {
  const names = list.split(/\r?\n/).map((line) => /^[* ] (\S+)$/.exec(line)?.[1]);
  return names.filter((name) => name !== undefined && NAME.test(name)) as string[];
}

/** The Failure for a workspace that is not there: planned anyway, it would look like an empty one. */
export function workspaceNotFound(name: string, { names, isSupported }: Workspaces): Failure {
  const known = names.slice(0, 20).join(", ");
  return new Failure({
    reason: "workspace-not-found",
    what: isSupported
      ? `There is no workspace ${JSON.stringify(name)} in this backend (there ${names.length === 1 ? "is" : "are"}: ${known})`
      : `This backend has no workspaces but default, so there is no ${JSON.stringify(name)}`,
    remedy: isSupported
      ? `Correct the input workspace (or TF_WORKSPACE), or create it with terraform workspace new ${name}.`
      : "Leave the input workspace (or TF_WORKSPACE) empty, or use a backend that has workspaces.",
  });
}
