/**
 * What tells two backends apart: the type, and a hash over the settings that say where the state is. Never the
 * settings themselves: they can hold credentials. Where they are read from is not its business.
 */
import { createHash } from "node:crypto";
import { isJsonObject, type Json } from "./json-value.ts";

/** `hash` is 64 hex digits over the type and the settings that say where the state is. */
export type Backend = { type: string; hash: string };

/**
 * Settings that say who we are, not where the state is. They may differ between a plan and its apply (a read-only role,
 * short-lived credentials), and a hash over a guessable one could be tried out, so they stay out of it. Whole names:
 * the kubernetes backend's `secret_suffix` is where the state is.
 */
const CREDENTIAL =
  /^(?:.*_)?(?:secret|token|password|passwd|credentials|access_key|secret_key|private_key|client_key|client_certificate|passphrase|encryption_key|username|client_id)$|^(?:profile|role_arn|session_name|external_id|max_retries|(?:assume_role|impersonate|use|oidc|skip)(?:_.*)?)$/;

/** The description of a backend by its type and settings, from wherever terraform keeps them. */
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
