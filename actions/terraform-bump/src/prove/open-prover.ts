/**
 * Puts together what proving needs from the doors that main.ts hands in. Nothing is started here.
 */
import { posix } from "node:path";
import { toFailure } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import type * as runnerHost from "@handrail/runner/host";
import type { Host } from "@handrail/runner/host";
import type { Platform, Product, TomlParser } from "@handrail/terraform";
import type * as terraformCli from "@handrail/terraform/cli";
import type * as terraformInstall from "@handrail/terraform/install";
import { createPrograms } from "./programs.ts";
import type { ProveDeps, TerraformPlace } from "./target-run.ts";

/** The doors that have effects. */
export type ProveDoors = {
  host: Pick<
    typeof runnerHost,
    | "childEnvironment"
    | "copyCheckout"
    | "createProcessRunner"
    | "listFiles"
    | "readBinaryFile"
    | "removeFile"
    | "removeFolder"
  >;
  terraform: Pick<typeof terraformCli, "commandFailure" | "createTerraform" | "isManagedRemotely" | "openPlanSource">;
  install: Pick<
    typeof terraformInstall,
    "createInstaller" | "findOnPath" | "findPresent" | "findProduct" | "openWorkspace" | "provideProgram"
  >;
  loadToml(): Promise<TomlParser>;
};

/** What the step says about it. */
export type ProveSettings = {
  /** The checkout, absolute. */
  checkout: string;
  /** The input; "" for the vendors' own. */
  releasesUrl: string;
  platform: Platform;
  /** How many plans run at once: two, where the machine has the cores. */
  width: number;
};

/**
 * Variables that would make a plan look elsewhere than into the copy, or take a provider that the lock file does not
 * name: what is proven is what the repository holds.
 */
const DROPPED = ["TF_DATA_DIR", "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE"];

/** Opens it. */
export function openProver(host: HostVerbs, settings: ProveSettings, doors: ProveDoors): ProveDeps {
  const environment = doors.host.childEnvironment(host.environment, []);
  for (const name of DROPPED) delete environment[name];
  const { exec, log, cancelled } = host;
  // Made when it is needed, and removed with the copy.
  const folders = new Map<string, string>();
  const folder = (name: string): string => {
    const path = folders.get(name) ?? host.temporaryDirectory(`terraform-bump-${name}`);
    folders.set(name, path);
    return path;
  };
  const dispose = (): void => {
    for (const path of folders.values()) removeScratch(path, doors, log);
    folders.clear();
  };
  return {
    async openScratch() {
      try {
        const destination = posix.join(folder("copy"), "checkout");
        const { checkout } = settings;
        const copy = await doors.host.copyCheckout({ exec, environment, checkout, destination, signal: cancelled });
        return { copy, privateFolder: folder("private"), dispose };
      } catch (thrown) {
        dispose();
        throw thrown;
      }
    },
    findProgram: createPrograms({
      install: doors.install,
      installer: (product) => installerOf(product, host, settings, doors, folder("program")),
      loadToml: () => doors.loadToml(),
      environment,
      exec,
      log,
    }),
    openTerraform: (place) => openTerraform(place, { host, doors, environment, plugins: () => folder("plugins") }),
    isManagedRemotely: (path) => doors.terraform.isManagedRemotely(path),
    failureOf: doors.terraform.commandFailure,
    files: {
      list: (path) => doors.host.listFiles(path),
      openPlan: (path) => doors.terraform.openPlanSource(path),
      readBytes: (path) => doors.host.readBinaryFile(path),
      remove: (path) => doors.host.removeFile(path),
    },
    redactor: host.redactor,
    log,
    clock: host.clock,
    cancelled,
    environment,
    width: settings.width,
  };
}

/** What was proven does not get lost by what is left of it. */
function removeScratch(path: string, { host }: ProveDoors, log: HostVerbs["log"]): void {
  try {
    host.removeFolder(path);
  } catch (thrown) {
    log.warning(`The folder ${path} could not be removed: ${toFailure(thrown).what}`);
  }
}

/** What of the host is used. `exec`: of its runner of processes, as the end of the step ends all that is within it. */
export type HostVerbs = Pick<Host, "environment" | "exec" | "log" | "redactor" | "cancelled" | "temporaryDirectory"> & {
  clock: Clock;
};

type Around = {
  host: HostVerbs;
  doors: ProveDoors;
  environment: Readonly<Record<string, string>>;
  plugins: () => string;
};

function openTerraform(
  { scratch, program, target, signal }: TerraformPlace,
  { host, doors, environment, plugins }: Around,
): ReturnType<ProveDeps["openTerraform"]> {
  const { TF_WORKSPACE: _, ...withoutWorkspace } = environment;
  const given = target.workspace === "" ? environment : withoutWorkspace;
  // An error past all of this ends the step, which waits for what is within its own runner.
  const others = doors.host.createProcessRunner({ cancelled: signal, within: host.exec });
  // A plan that is interrupted writes an empty state where there is none (backend/local, opWait), here without a lock.
  const plans = doors.host.createProcessRunner({ cancelled: signal, within: host.exec, ending: "kill" });
  return doors.terraform.createTerraform({
    exec: (command, args, options) => (args[0] === "plan" ? plans : others).exec(command, args, options),
    path: program.path,
    directory: posix.join(scratch.copy.path, target.directory),
    // Providers are fetched once for all root modules, unless the job has a place for them already.
    environment: { ...given, TF_PLUGIN_CACHE_DIR: environment["TF_PLUGIN_CACHE_DIR"] || plugins() },
    // Of many plans beside each other nobody can read the progress.
    log: { ...host.log, info: (text) => host.log.debug(text) },
    temporaryDirectory: scratch.privateFolder,
    workspace: target.workspace,
  });
}

function installerOf(
  product: Product,
  host: HostVerbs,
  { releasesUrl, platform }: ProveSettings,
  doors: ProveDoors,
  temporaryDirectory: string,
): ReturnType<ProveDoors["install"]["createInstaller"]> {
  return doors.install.createInstaller({
    product,
    platform,
    releasesUrl: releasesUrl === "" ? undefined : releasesUrl,
    signingKey: undefined,
    cacheDirectory: host.environment["RUNNER_TOOL_CACHE"] || posix.join(temporaryDirectory, "cache"),
    temporaryDirectory,
    environment: host.environment,
    clock: host.clock,
    log: host.log,
    signal: host.cancelled,
  });
}
