/**
 * The door to registries, release servers and git remotes: what exists of a dependency, and the hashes of a provider's
 * packages. Every dependency is asked for once in a run, and whom a file of the repository names is asked with care (see
 * registry-gate.ts). It chooses no version and writes nothing but packages in its temporary folder.
 */
import type { Catalogue } from "./catalogue.ts";
import { createClient } from "./registry-client.ts";
import { listTags } from "./registry-git.ts";
import { createLanes, createMemory } from "./registry-lanes.ts";
import { listModule, listProvider } from "./registry-lists.ts";
import type { ModuleAddress, ProviderAddress, RegistryOptions } from "./registry-options.ts";
import { createPackages, type PackageHashes } from "./registry-packages.ts";
import { listProduct } from "./registry-product.ts";
import { createServices } from "./registry-services.ts";
import { readTrust } from "./registry-trust.ts";
import type { Product } from "./version-files.ts";

export type { ModuleAddress, Network, ProviderAddress, RegistryOptions } from "./registry-options.ts";
export type { PackageHashes } from "./registry-packages.ts";

/** The first four reject with a Failure `lookup-failed`, `packages` with `lock-failed`; all with the signal's reason. */
export interface Registry {
  provider(provider: ProviderAddress): Promise<Catalogue>;
  module(module: ModuleAddress): Promise<Catalogue>;
  /** terraform or OpenTofu itself. */
  product(product: Product): Promise<Catalogue>;
  /** The tags of a repository: an https or ssh URL, or `user@host:path`. */
  git(url: string): Promise<Catalogue>;
  /**
   * The hashes for a lock file, sorted: an `h1:` for each platform (`linux_amd64`), and a `zh:` for everything in the
   * checksums that were signed. `version` as it is released: `6.2.0`.
   */
  packages(provider: ProviderAddress, version: string, platforms: readonly string[]): Promise<PackageHashes>;
}

const GIT_AT_A_TIME = 8;

/** Opens the door. The CLI configuration is read now; nobody is asked until one of the functions is called. */
export function createRegistry(options: RegistryOptions): Registry {
  const trust = readTrust(options);
  const client = createClient(options, trust);
  const find = createServices(client, trust, options);
  const lanes = createLanes(GIT_AT_A_TIME);
  const remember = createMemory<Catalogue>();
  const packages = createPackages({ client, find, options });
  return {
    provider: (provider) => {
      const { host, namespace, type } = provider;
      const key = `provider ${host}/${namespace}/${type}`.toLowerCase();
      return remember(key, () => listProvider({ client, find, options }, provider));
    },
    module: (module) => {
      const { host, namespace, name, system } = module;
      const key = `module ${host.toLowerCase()}/${namespace}/${name}/${system}`;
      return remember(key, () => listModule({ client, find, options }, module));
    },
    product: (product) => remember(`product ${product}`, () => listProduct({ client, options }, product)),
    git: (url) => remember(`git ${url}`, () => listTags({ options, client, trust, lanes }, url)),
    packages,
  };
}
