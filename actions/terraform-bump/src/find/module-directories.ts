/**
 * The directories with configuration, how they call each other, and which of them are roots.
 */
import { posix } from "node:path";
import type { Product } from "@handrail/terraform";
import { dependencyOf } from "./dependency.ts";
import { followLinks, type Link } from "./links.ts";
import type { ModuleDirectory } from "./mention.ts";
import type { ModuleFacts, Subject } from "./sighting.ts";

/** What is known of a directory, from all of its files. */
export type DirectoryFacts = {
  calls: Set<string>;
  isPartial: boolean;
  hasBackend: boolean;
  hasLock: boolean;
  hasVersionFile: boolean;
  locals: ModuleFacts["locals"];
  asked: { subject: Subject; constraint: string; product: Product }[];
};

/** Facts by directory; a directory that nothing is known of yet gets empty ones. */
export class Directories {
  readonly configured = new Set<string>();
  readonly #facts = new Map<string, DirectoryFacts>();

  of(directory: string): DirectoryFacts {
    const known = this.#facts.get(directory);
    if (known !== undefined) return known;
    const facts: DirectoryFacts = {
      calls: new Set(),
      isPartial: false,
      hasBackend: false,
      hasLock: false,
      hasVersionFile: false,
      locals: new Map(),
      asked: [],
    };
    this.#facts.set(directory, facts);
    return facts;
  }

  /** Adds what a file of configuration in the directory tells. */
  add(directory: string, facts: ModuleFacts, product: Product): void {
    const known = this.of(directory);
    known.hasBackend ||= facts.hasBackend;
    known.isPartial ||= facts.isPartial;
    for (const [name, address] of facts.locals) known.locals.set(name, address);
    for (const asked of facts.asked) known.asked.push({ ...asked, product });
    for (const source of facts.calls) {
      const called = posix.normalize(posix.join(directory, source.replaceAll("\\", "/"))).replace(/(?<=.)\/$/, "");
      // What lies outside of the repository is not in it.
      if (!source.startsWith("/") && called !== ".." && !called.startsWith("../")) known.calls.add(called);
      else known.isPartial = true;
    }
  }
}

/**
 * Adds what links tell: a directory with a link to a file of another one stands on that directory, as if it called it, and
 * a call through a linked directory is one of what is linked.
 */
export function followCalls(
  directories: Directories,
  links: readonly Link[],
  isConfiguration: (path: string) => boolean,
): void {
  if (links.length === 0) return;
  const follow = followLinks(links);
  for (const directory of directories.configured) {
    const facts = directories.of(directory);
    facts.calls = new Set([...facts.calls].map((call) => follow(call) ?? call));
  }
  const configured = new Set(directories.configured);
  for (const { path } of links.filter((link) => isConfiguration(link.path))) {
    const directory = posix.dirname(path);
    const target = follow(path);
    directories.configured.add(directory);
    const facts = directories.of(directory);
    const other = target === undefined ? undefined : posix.dirname(target);
    if (other === undefined || !configured.has(other)) facts.isPartial = true;
    else if (other !== directory) {
      facts.calls.add(other);
      facts.hasBackend ||= directories.of(other).hasBackend;
    }
  }
}

/** The directories with configuration, by path. */
export function listModules(directories: Directories): ModuleDirectory[] {
  const paths = [...directories.configured].sort();
  const called = new Set(paths.flatMap((path) => [...directories.of(path).calls].filter((other) => other !== path)));
  return paths.map((directory) => {
    const facts = directories.of(directory);
    const isDeployed = facts.hasBackend || facts.hasLock;
    return {
      directory,
      calls: [...facts.calls].sort(),
      callsElsewhere: facts.isPartial,
      isRoot: isDeployed || facts.hasVersionFile || !called.has(directory),
      isDeployed,
      providers: facts.asked.flatMap(({ subject, constraint, product }) => {
        const dependency = dependencyOf(subject, product, facts.locals);
        if (typeof dependency !== "object" || dependency.source.from !== "providers") return [];
        const { host, namespace, type } = dependency.source;
        return [{ address: `${host}/${namespace}/${type}`, constraint }];
      }),
    };
  });
}
