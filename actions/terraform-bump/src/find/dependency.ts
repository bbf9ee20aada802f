/**
 * What a version seen in a file is a version of, now that the other files are known: its name, and where its releases are
 * listed.
 */
import type { Product } from "@handrail/terraform";
import type { Dependency } from "./mention.ts";
import type { ModuleFacts, ProviderAddress, Subject } from "./sighting.ts";

/** Where a product looks when no host is written. */
const DEFAULT_HOSTS: Readonly<Record<Product, string>> = {
  terraform: "registry.terraform.io",
  opentofu: "registry.opentofu.org",
};

/**
 * The dependency of a subject. `locals`: what the directory's required_providers call their providers. "builtin" for the
 * provider that is part of terraform, undefined where a local name stands for something unclear.
 */
export function dependencyOf(
  subject: Subject,
  product: Product,
  locals: ModuleFacts["locals"],
): Dependency | "builtin" | undefined {
  if (subject.is === "terraform") {
    const named = subject.product ?? product;
    return { kind: "terraform", name: named, source: { from: "releases", product: named } };
  }
  if (subject.is === "provider") return providerOf(subject, product);
  if (subject.is === "local-provider") {
    const address = addressOf(subject.local, locals);
    if (address === "builtin") return address;
    return address === "unclear" ? undefined : providerOf(address, product);
  }
  if (subject.is === "registry-module") {
    const { namespace, name, system } = subject;
    const host = subject.host ?? DEFAULT_HOSTS[product];
    const source = { from: "modules", host, namespace, name, system } as const;
    return { kind: "module", name: named(host, `${namespace}/${name}/${system}`), source };
  }
  const kind = subject.is === "git-module" ? "module" : "tflint-plugin";
  return { kind, name: subject.name, source: { from: "git", url: subject.url } };
}

/** A provider without an entry in required_providers is one of hashicorp's. */
function addressOf(local: string, locals: ModuleFacts["locals"]): ProviderAddress | "builtin" | "unclear" {
  const known = locals.get(local);
  if (known !== undefined) return known;
  return local === "terraform" ? "builtin" : { namespace: "hashicorp", type: local.toLowerCase() };
}

function providerOf({ namespace, type, host = "" }: ProviderAddress, product: Product): Dependency {
  const source = { from: "providers", host: host === "" ? DEFAULT_HOSTS[product] : host, namespace, type } as const;
  return { kind: "provider", name: named(source.host, `${namespace}/${type}`), source };
}

/** Names are unique: those of terraform's registry are short, those of every other host begin with it. */
function named(host: string, address: string): string {
  return host === DEFAULT_HOSTS.terraform ? address : `${host}/${address}`;
}
