/**
 * Which version this is. `version -json` does not tell terraform from OpenTofu; the event that opens every `-json` stream
 * does, see CommandResult.
 */
import { Failure } from "@handrail/runner";
import { type Json, isJsonObject, member } from "../json-value.ts";
import { runTerraform, type TerraformOptions } from "./run.ts";

/** `providers` are the selections of the lock file, by full source address. */
export type TerraformVersion = {
  version: string;
  /** `linux_amd64`. */
  platform: string;
  providers: Record<string, string>;
};

/** General arguments are meant for plan and apply: here they would only break the question. */
export const NO_ARGUMENTS: Readonly<Record<string, undefined>> = { TF_CLI_ARGS: undefined };

/** Asks the binary; a Failure `terraform-not-found` when it is none. */
export async function readVersion(options: TerraformOptions): Promise<TerraformVersion> {
  const environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_version: undefined };
  const { exitCode, stdout, cancelled } = await runTerraform(options, { args: ["version", "-json"], environment });
  const answer = exitCode === 0 ? parsed(stdout) : undefined;
  const version = member(answer, "terraform_version");
  if (typeof version !== "string") {
    throw new Failure({
      reason: cancelled ? "cancelled" : "terraform-not-found",
      what: cancelled
        ? "Cancelled before terraform was asked for its version"
        : `${options.path} does not answer "version -json" as terraform does`,
      remedy: "Name a terraform or OpenTofu binary in terraform-path.",
    });
  }
  const platform = member(answer, "platform");
  return {
    version,
    platform: typeof platform === "string" ? platform : "",
    providers: selections(member(answer, "provider_selections")),
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function selections(json: Json | undefined): Record<string, string> {
  const entries = isJsonObject(json) ? Object.entries(json) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
