/**
 * Which product a directory's configuration is for, terraform or OpenTofu, from what the repository says.
 */
import type { Product } from "@handrail/terraform";
import { directoryOf } from "./file-kind.ts";
import type { Place } from "./mention.ts";

/** A version file, workflow or Dockerfile that names a product. */
export type ProductWord = { file: string; place: Place; product: Product };

/** Tells the product of a file of configuration. */
export type ProductOf = (path: string) => Product;

/**
 * The nearest version file, upwards, decides; where it names both, terraform. Without one, a directory with .tofu files is
 * OpenTofu's, and so is every directory of a repository that names OpenTofu and nowhere terraform. Else it is `fallback`.
 * A .tofu file is always OpenTofu's, and a .tf file with a .tofu twin terraform's, because OpenTofu passes over it.
 */
export function decideProducts(paths: readonly string[], words: readonly ProductWord[], fallback: Product): ProductOf {
  const named = new Map<string, Set<Product>>();
  for (const { file, place, product } of words) {
    if (place === "version file")
      named.set(directoryOf(file), (named.get(directoryOf(file)) ?? new Set()).add(product));
  }
  const tofuFiles = new Set(paths.filter((path) => /\.tofu(?:\.json)?$/.test(path)));
  const tofuDirectories = new Set([...tofuFiles].map(directoryOf));
  const all = new Set(words.map(({ product }) => product));
  if (fallback === "terraform" && tofuFiles.size === 0 && !all.has("opentofu")) return () => "terraform";
  const everywhere = all.size === 1 && all.has("opentofu") ? "opentofu" : fallback;
  return (path) => {
    if (tofuFiles.has(path)) return "opentofu";
    if (tofuFiles.has(path.replace(/\.tf(\.json)?$/, ".tofu$1"))) return "terraform";
    const directory = directoryOf(path);
    for (let at: string | undefined = directory; at !== undefined; at = parentOf(at)) {
      const products = named.get(at);
      if (products !== undefined) return products.has("terraform") ? "terraform" : "opentofu";
    }
    return tofuDirectories.has(directory) ? "opentofu" : everywhere;
  };
}

function parentOf(directory: string): string | undefined {
  return directory === "." ? undefined : directoryOf(directory);
}
