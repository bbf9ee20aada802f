/**
 * The `source` of a module: a directory, a registry's address, or a git repository with a ref.
 * https://developer.hashicorp.com/terraform/language/modules/sources
 */
import { parseGitSource, type GitSource } from "./git-source.ts";
import { parseRegistryHost } from "./registry-host.ts";

/** What a source is. `unknown`: it has no list of releases that could be looked up. */
export type ModuleSource =
  | { is: "local" }
  | { is: "registry"; host?: string; namespace: string; name: string; system: string }
  | ({ is: "git" } & GitSource)
  | { is: "unknown"; why: string };

const NAME = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;
const SYSTEM = /^[0-9a-z]{1,64}$/;
/** Hosts that stand for git, whatever follows. */
const GIT_HOSTS: ReadonlySet<string> = new Set(["github.com", "bitbucket.org"]);
const LONGEST = 2048;

/** Reads a source; `text` is without escapes, so that the offsets in a git source's ref are those of the file. */
export function parseModuleSource(text: string): ModuleSource {
  if (text.length > LONGEST) return { is: "unknown", why: `a source of ${text.length} characters cannot be right` };
  if (/^\.\.?(?:[/\\]|$)/.test(text) || text.startsWith("/")) return { is: "local" };
  return parseRegistrySource(text) ?? parseGitSource(text);
}

/** `host/namespace/name/system//directory`; undefined when it is no such address. */
export function parseRegistrySource(text: string): (ModuleSource & { is: "registry" }) | undefined {
  const [address = ""] = text.split("//", 1);
  const [system = "", name = "", namespace = "", ...hosts] = address.split("/").toReversed();
  if (!NAME.test(namespace) || !NAME.test(name) || !SYSTEM.test(system) || hosts.length > 1) return undefined;
  if (hosts[0] === undefined) return { is: "registry", namespace, name, system };
  const host = parseRegistryHost(hosts[0]);
  if (host === undefined || GIT_HOSTS.has(host)) return undefined;
  return { is: "registry", host, namespace, name, system };
}
