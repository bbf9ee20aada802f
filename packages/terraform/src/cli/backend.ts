/**
 * Where the state is, as init left it in `.terraform/terraform.tfstate`: the backend's type, and a hash that tells two
 * backends apart (backend.ts).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@handrail/runner";
import { type Backend, describeBackend } from "../backend.ts";
import { type Json, member } from "../json-value.ts";
import type { TerraformOptions } from "./run.ts";
import { dataDirectory } from "./workspaces.ts";

/** The backend of an initialised root module; without one terraform keeps the state in a local file. */
export function readBackend(options: Pick<TerraformOptions, "directory" | "environment">): Backend {
  let text: string;
  try {
    text = readFileSync(join(dataDirectory(options), "terraform.tfstate"), "utf8");
  } catch {
    return describeBackend("local", {});
  }
  const backend = member(parsed(text), "backend");
  const type = member(backend, "type");
  return describeBackend(typeof type === "string" ? type : "local", member(backend, "config") ?? {});
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new Failure({
      reason: "init-failed",
      what: "The backend settings that init left behind cannot be read",
      remedy: "Remove the .terraform directory and run init again.",
      cause,
    });
  }
}
