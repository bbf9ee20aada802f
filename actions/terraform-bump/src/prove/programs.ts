/**
 * Which terraform or OpenTofu a root module is planned with: what its files ask for, from PATH when that will do, else
 * verified from the tool cache or the releases. The order of effects.
 */
import { posix } from "node:path";
import type { Exec, Log } from "@handrail/runner";
import { renderVersion } from "@handrail/terraform";
import type { Product, TomlParser, Version } from "@handrail/terraform";
import type * as terraformInstall from "@handrail/terraform/install";
import type { Installed, Installer } from "@handrail/terraform/install";
import type { ProveDeps } from "./target-run.ts";

/** What programs are found with. */
export type ProgramSources = {
  install: Pick<
    typeof terraformInstall,
    "findOnPath" | "findPresent" | "findProduct" | "openWorkspace" | "provideProgram"
  >;
  installer(product: Product): Installer;
  loadToml(): Promise<TomlParser>;
  /** The environment that terraform gets. */
  environment: Readonly<Record<string, string>>;
  exec: Exec;
  log: Pick<Log, "debug">;
};

/** Finds programs; each is looked up and installed at most once. */
export function createPrograms(sources: ProgramSources): ProveDeps["findProgram"] {
  const { install, loadToml, environment, exec, log } = sources;
  const installerOf = remember(
    (product: Product) => remembering(sources.installer(product)),
    (product) => product,
  );
  const search = environment["PATH"];
  return async ({ scratch, directory: root, wanted }) => {
    const directory = root === "." ? "" : root;
    const files = install.openWorkspace(scratch.copy.path);
    const product =
      wanted?.product ?? (await install.findProduct(directory, { files, loadToml })) ?? (await productOnPath(sources));
    const cwd = posix.join(scratch.copy.path, directory);
    const provided = await install.provideProgram(
      { directory, version: wanted?.version ?? "", product, isPlaceNamed: false },
      {
        files,
        installer: installerOf(product),
        loadToml,
        findPresent: () => install.findPresent({ product, search, cwd, environment, exec }),
        warn: (text) => log.debug(text),
      },
    );
    return { path: provided.program, product, version: provided.version };
  };
}

/** Where nothing tells which product is meant: OpenTofu where only that is there. */
async function productOnPath({ install, environment }: ProgramSources): Promise<Product> {
  const search = environment["PATH"];
  if ((await install.findOnPath("terraform", search)) !== undefined) return "terraform";
  return (await install.findOnPath("tofu", search)) === undefined ? "terraform" : "opentofu";
}

function remembering(installer: Installer): Installer {
  const all = remember(
    () => installer.list(),
    () => "",
  );
  return {
    list: () => all(undefined),
    cached: remember((version: Version): Promise<Installed | undefined> => installer.cached(version), renderVersion),
    install: remember((version: Version): Promise<Installed> => installer.install(version), renderVersion),
  };
}

/** The same function, which is called once for each name. */
function remember<A, T>(make: (argument: A) => T, nameOf: (argument: A) => string): (argument: A) => T {
  const made = new Map<string, T>();
  return (argument) => {
    const name = nameOf(argument);
    const found = made.get(name) ?? make(argument);
    made.set(name, found);
    return found;
  };
}
