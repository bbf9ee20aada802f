/**
 * The `source` of a provider.
 * https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
 */
import { parseRegistryHost } from "./registry-host.ts";
import type { ProviderAddress } from "./sighting.ts";

const PART = /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u;
const LONGEST = 512;

/**
 * Where a source is registered. "builtin" for the one that is part of terraform, undefined for what is no source.
 * Without a source a provider is `hashicorp/<local name>`: give the local name.
 */
export function parseProviderSource(source: string): ProviderAddress | "builtin" | undefined {
  if (source.length > LONGEST) return undefined;
  const parts = source.toLowerCase().split("/");
  const [type = "", namespace = "hashicorp", host] = parts.toReversed();
  if (parts.length > 3 || !PART.test(type)) return undefined;
  if (host !== undefined && parseRegistryHost(host) === undefined) return undefined;
  if (host === "terraform.io" && namespace === "builtin") return "builtin";
  // hashicorp/terraform was its name until terraform 0.13, and still means the same.
  if (host === undefined && namespace === "hashicorp" && type === "terraform") return "builtin";
  if (!PART.test(namespace)) return undefined;
  return host === undefined ? { namespace, type } : { host, namespace, type };
}
