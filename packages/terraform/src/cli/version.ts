/**
 * Which terraform this is. `version -json` gives the version but not the product; the version event that opens every
 * `-json` stream does (`terraform` or `tofu`), so an empty directory is planned for its first line.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@handrail/runner";
import { parseEvent } from "../events.ts";
import { type Json, isJsonObject, member } from "../json-value.ts";
import { runTerraform, type TerraformOptions } from "./run.ts";

/** `providers` are the selections of the lock file, by full source address. */
export type TerraformVersion = {
  version: string;
  product: "terraform" | "opentofu";
  /** `linux_amd64`. */
  platform: string;
  providers: Record<string, string>;
};

/** General arguments are meant for plan and apply: here they would only break the question. */
export const NO_ARGUMENTS: Readonly<Record<string, undefined>> = { TF_CLI_ARGS: undefined };

/** Asks the binary; a Failure `terraform-not-found` when it is none. */
export async function readVersion(options: TerraformOptions): Promise<TerraformVersion> {
  const environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_version: undefined };
  const asked = runTerraform(options, { args: ["version", "-json"], environment });
  const [{ exitCode, stdout, cancelled }, product] = await Promise.all([asked, readProduct(options)]);
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
    product,
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

async function readProduct(options: TerraformOptions): Promise<"terraform" | "opentofu"> {
  const cwd = join(options.temporaryDirectory, `empty-${randomUUID()}`);
  mkdirSync(cwd, { mode: 0o700 });
  try {
    const environment = {
      ...NO_ARGUMENTS,
      TF_CLI_ARGS_plan: undefined,
      TF_DATA_DIR: undefined,
      TF_WORKSPACE: undefined,
    };
    const { stdout } = await runTerraform(options, { args: ["plan", "-json", "-input=false"], cwd, environment });
    const first = parseEvent(stdout.split("\n", 1)[0] ?? "");
    return first.type === "version" && first.product === "opentofu" ? "opentofu" : "terraform";
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Whether `init` knows `-json`: terraform since 1.9, OpenTofu since 1.7. */
export function isInitJsonSupported({ product, version }: Pick<TerraformVersion, "product" | "version">): boolean {
  const [major = 0, minor = 0] = version.split(".", 2).map((part) => Number.parseInt(part, 10));
  return major > 1 || (major === 1 && minor >= (product === "opentofu" ? 7 : 9));
}
