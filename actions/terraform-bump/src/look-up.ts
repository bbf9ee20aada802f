/**
 * Asks for the releases of each dependency, all at once: the registry keeps its own limits. One that fails stops no other.
 */
import { Failure } from "@handrail/runner";
import type { Catalogue } from "@handrail/terraform";
import type { Registry } from "@handrail/terraform/registry";
import type { Catalogues } from "./decide/decide.ts";
import { dependencyKey } from "./decide/dependency.ts";
import type { Dependency, Source } from "./find/mention.ts";

/** The releases by dependencyKey, or a sentence without a full stop on why they are not known. */
export async function lookUp(dependencies: readonly Dependency[], registry: Asked): Promise<Catalogues> {
  const found = await Promise.all(
    dependencies.map(async (dependency) => [dependencyKey(dependency), await askFor(dependency, registry)] as const),
  );
  return new Map(found);
}

/** What is in use exists. That nothing does is the answer of a registry that is out of order, and no reason to close anything. */
const NO_RELEASES =
  "The answer names no version at all, not even one that is in use. Check how its source is written, and whether the registry is in order; then run the job again";

type Asked = Pick<Registry, "provider" | "module" | "product" | "git">;

async function askFor({ source }: Dependency, registry: Asked): Promise<Catalogue | { problem: string }> {
  try {
    const catalogue = await ask(source, registry);
    return catalogue.releases.length === 0 && source.from !== "git" ? { problem: NO_RELEASES } : catalogue;
  } catch (error) {
    if (!(error instanceof Failure) || error.reason === "cancelled") throw error;
    return { problem: `${error.what}. ${error.remedy.replace(/\.$/, "")}` };
  }
}

function ask(source: Source, registry: Asked): Promise<Catalogue> {
  if (source.from === "providers") return registry.provider(source);
  if (source.from === "modules") return registry.module(source);
  return source.from === "releases" ? registry.product(source.product) : registry.git(source.url);
}

/** The platforms that a version of a provider is released for; undefined when nobody says. */
export function platformsIn(
  catalogues: Catalogues,
  dependencyAt: (address: string) => Dependency | undefined,
): (provider: { host: string; namespace: string; type: string }, version: string) => readonly string[] | undefined {
  return ({ host, namespace, type }, version) => {
    const dependency = dependencyAt(`${host}/${namespace}/${type}`);
    const catalogue = dependency === undefined ? undefined : catalogues.get(dependencyKey(dependency));
    if (catalogue === undefined || "problem" in catalogue) return undefined;
    return catalogue.releases.find((release) => release.version.text === version)?.platforms;
  };
}
