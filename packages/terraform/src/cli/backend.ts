/**
 * Where the state is, as init left it in `.terraform/terraform.tfstate`: the backend's type, and a hash that tells two
 * backends apart. Never the settings themselves: they can hold credentials.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@handrail/runner";
import { type Json, isJsonObject, member } from "../json-value.ts";
import type { TerraformOptions } from "./run.ts";
import { dataDirectory } from "./workspaces.ts";

/** `hash` is 64 hex digits over the type and the settings that say where the state is. */
export type Backend = { type: string; hash: string };

/**
 * Settings that say who we are, not where the state is. They may differ between a plan and its apply (a read-only role,
 * short-lived credentials), and a hash over a guessable one could be tried out, so they stay out of it. Whole names:
 * the kubernetes backend's `secret_suffix` is where the state is.
 */
const CREDENTIAL =
  /^(?:.*_)?(?:secret|token|password|passwd|credentials|access_key|secret_key|private_key|client_key|client_certificate|passphrase|encryption_key|username|client_id)$|^(?:profile|role_arn|session_name|external_id|max_retries|(?:assume_role|impersonate|use|oidc|skip)(?:_.*)?)$/;

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

/** The description of a backend by its type and settings. */
export function describeBackend(type: string, settings: Json): Backend {
  return {
    type,
    hash: createHash("sha256")
      .update(JSON.stringify([type, identity(settings)]))
      .digest("hex"),
  };
}

/** What identifies the state: no absent settings, no credentials, no user names in URLs, keys in order. */
function identity(value: Json): unknown {
  if (Array.isArray(value)) return value.map(identity);
  if (typeof value === "string") {
    return value.replace(/^([\w+.-]+:\/\/)[^/?#]*@/, "$1").replaceAll(/\bpassword=[^\s&]*/g, "password=");
  }
  if (!isJsonObject(value)) return value;
  const named = Object.entries(value).filter(([key, item]) => item !== null && item !== "" && !CREDENTIAL.test(key));
  return named.map(([key, item]) => [key, identity(item)]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}
