/** A registry door for tests: against servers on loopback, with everything that was logged. */
import { createProcessRunner } from "@handrail/runner/host";
import type { Log } from "@handrail/runner";
import { virtualClock, type VirtualClock, workspace, type Workspace } from "@handrail/testkit";
import { createRegistry, type Registry, type RegistryOptions } from "./registry.ts";

/** The door, what it said (`warning …`), its folder and its clock. */
export type OpenRegistry = { registry: Registry; said: string[]; folder: Workspace; clock: VirtualClock };

const folders: Workspace[] = [];

/** Removes the folders of all doors. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) folder.cleanup();
}

/** Opens a door; `cliConfiguration` is the text of the file that TF_CLI_CONFIG_FILE names. */
export function openRegistry(more: Partial<RegistryOptions> & { cliConfiguration?: string } = {}): OpenRegistry {
  const { cliConfiguration = "", environment = {}, ...options } = more;
  const folder = workspace({ "cli.tfrc": cliConfiguration }, { git: false });
  folders.push(folder);
  const said: string[] = [];
  const log: Log = {
    info: (text) => void said.push(`info ${text}`),
    warning: (text) => void said.push(`warning ${text}`),
    debug: (text) => void said.push(`debug ${text}`),
    group: () => undefined,
    endGroup: () => undefined,
  };
  // Waits between tries end by themselves; the watch over a transfer does not.
  const clock = virtualClock({ start: Date.now(), mode: (ms) => ms !== 10_000 });
  const { exec } = createProcessRunner({ cancelled: new AbortController().signal, pollMs: 10 });
  const registry = createRegistry({
    environment: {
      PATH: process.env["PATH"],
      HOME: folder.path,
      TF_CLI_CONFIG_FILE: "cli.tfrc",
      GIT_CONFIG_NOSYSTEM: "1",
      ...environment,
    },
    directory: folder.path,
    temporaryDirectory: folder.resolve("temporary"),
    registryUrl: undefined,
    releasesUrl: undefined,
    trustedHosts: [],
    needsDates: false,
    exec,
    clock,
    log,
    signal: new AbortController().signal,
    random: () => 1,
    ...options,
  });
  return { registry, said, folder, clock };
}
