/**
 * What a dependency is called: keys, addresses, dialects. Names only; nothing is looked up or decided.
 */
import type { Dialect } from "@handrail/terraform";
import type { Dependency, DependencyKind, Source } from "../find/mention.ts";

const DIALECTS: Readonly<Record<DependencyKind, Dialect>> = {
  terraform: "core",
  provider: "provider",
  module: "module",
  "tflint-plugin": "module",
};

/** What the input `dependencies` calls the kinds. */
const SELECTIONS = {
  terraform: "terraform",
  provider: "providers",
  module: "modules",
  "tflint-plugin": "providers",
} as const;

/** Hosts of the public registries. */
const TERRAFORM_REGISTRY = "registry.terraform.io";
const OPENTOFU_REGISTRY = "registry.opentofu.org";

/** One key a dependency, whatever the way its source is written. */
export function dependencyKey({ kind, name }: Pick<Dependency, "kind" | "name">): string {
  return `${kind} ${name}`;
}

/** The dialect of a dependency's constraints. */
export function dialectOf(kind: DependencyKind): Dialect {
  return DIALECTS[kind];
}

/** The word of the input `dependencies` that selects a kind. */
export function selectionOf(kind: DependencyKind): "terraform" | "providers" | "modules" {
  return SELECTIONS[kind];
}

/** `registry.terraform.io/hashicorp/aws`; undefined for what is no provider. */
export function providerAddress(source: Source): string | undefined {
  return source.from === "providers" ? `${source.host}/${source.namespace}/${source.type}` : undefined;
}

/** The dependency behind an address in a lock file; undefined for what has no releases: built-in and legacy providers. */
export function providerAt(address: string): Dependency | undefined {
  const [host = "", namespace = "", type = "", ...rest] = address.split("/");
  if (type === "" || rest.length > 0 || host === "terraform.io" || namespace === "-") return undefined;
  const name = host === TERRAFORM_REGISTRY ? `${namespace}/${type}` : address;
  return { kind: "provider", name, source: { from: "providers", host, namespace, type } };
}

/** The same provider in the other public registry: where no host is written, each product means its own. */
export function twinAddress(address: string): string | undefined {
  const [host, ...rest] = address.split("/");
  if (host !== TERRAFORM_REGISTRY && host !== OPENTOFU_REGISTRY) return undefined;
  return [host === TERRAFORM_REGISTRY ? OPENTOFU_REGISTRY : TERRAFORM_REGISTRY, ...rest].join("/");
}

/** Is it this provider of the public registries? */
export function isPublicProvider({ source }: Dependency, name: string): boolean {
  if (source.from !== "providers" || `${source.namespace}/${source.type}` !== name) return false;
  return source.host === TERRAFORM_REGISTRY || source.host === OPENTOFU_REGISTRY;
}
