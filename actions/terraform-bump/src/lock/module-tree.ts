/**
 * A root module with all local modules that it calls, and what they ask of a provider before and after an update.
 * Modules from elsewhere are not seen here.
 */
import { directoryOf } from "../find/file-kind.ts";
import type { Edit } from "../decide/update.ts";
import type { ModuleDirectory } from "../find/mention.ts";

/** What one directory asks of a provider. Texts as they are written. */
export type Asked = { directory: string; before: string; after: string };

/** The root module first, then the modules that it calls, directly or through others, each once. */
export function moduleTree(modules: readonly ModuleDirectory[], root: string): ModuleDirectory[] {
  return growTree(new Map(modules.map((module) => [module.directory, module])), root);
}

/** The same, of modules by their directory: for whoever asks for many trees. */
export function growTree(byDirectory: ReadonlyMap<string, ModuleDirectory>, root: string): ModuleDirectory[] {
  const tree: ModuleDirectory[] = [];
  const seen = new Set([root]);
  // A Set can grow while it is walked: every directory comes once, also when modules call each other in a circle.
  for (const directory of seen) {
    const module = byDirectory.get(directory);
    if (module === undefined) continue;
    tree.push(module);
    for (const call of module.calls) seen.add(call);
  }
  return tree;
}

/** Is everything that the root module calls in the tree? A call of a directory without configuration is not. */
export function isWholeTree(tree: readonly ModuleDirectory[]): boolean {
  const directories = new Set(tree.map(({ directory }) => directory));
  const isWhole = ({ calls, callsElsewhere }: ModuleDirectory): boolean =>
    callsElsewhere === false && calls.every((call) => directories.has(call));
  return tree.length > 0 && tree.every(isWhole);
}

/** The edits that change what the tree asks of the provider with this address in the lock file. */
export function editsOf(tree: readonly ModuleDirectory[], locked: string, edits: readonly Edit[]): Edit[] {
  const directories = new Set(tree.map(({ directory }) => directory));
  return edits.filter(({ mention: { dependency, file } }) => {
    if (dependency.source.from !== "providers" || !directories.has(directoryOf(file))) return false;
    const { host, namespace, type } = dependency.source;
    return isSameProvider(locked, `${host}/${namespace}/${type}`);
  });
}

/**
 * What the tree's files ask of the provider with this address in the lock file, in the order of the tree. Each edit
 * changes one text of its directory; those for which there is none are `lost`.
 */
export function askedOf(
  tree: readonly ModuleDirectory[],
  locked: string,
  edits: readonly Edit[],
): { asked: Asked[]; lost: Edit[] } {
  const lost = editsOf(tree, locked, edits);
  const asked = tree.flatMap(({ directory, providers }) =>
    providers
      .filter(({ address, constraint }) => constraint !== "" && isSameProvider(locked, address))
      .map(({ constraint }) => {
        const index = lost.findIndex(
          ({ mention }) => directoryOf(mention.file) === directory && mention.text === constraint,
        );
        const [edit] = index === -1 ? [] : lost.splice(index, 1);
        return { directory, before: constraint, after: edit?.after ?? constraint };
      }),
  );
  return { asked, lost };
}

/**
 * Where the configuration names no host, each product locks its own registry's provider; which product it is for, files
 * do not always tell.
 */
function isSameProvider(locked: string, asked: string): boolean {
  return withoutProduct(locked) === withoutProduct(asked);
}

function withoutProduct(address: string): string {
  return address.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, "");
}
