/**
 * What everything behind the registry door is handed, and how it names what it looks up. Types only.
 */
import type { Clock, Exec, Log } from "@handrail/runner";

/** How names become addresses, and which addresses may be asked for a host that a file of the repository names. */
export type Network = {
  /** All addresses of a host. Rejects with the system's error when there are none. */
  resolve(hostname: string): Promise<readonly string[]>;
  isPublic(address: string): boolean;
};

/** What a registry works with. */
export type RegistryOptions = {
  /** For the CLI configuration (TF_CLI_CONFIG_FILE, HOME), TF_TOKEN_*, the proxy variables and git. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Absolute: where a relative TF_CLI_CONFIG_FILE begins, and where git runs, so that a checkout's settings count. */
  directory: string;
  /** A folder of our own for packages; they are removed again. */
  temporaryDirectory: string;
  /** In the place of https://registry.terraform.io. */
  registryUrl: string | undefined;
  /** A mirror of releases in the vendors' layouts. */
  releasesUrl: string | undefined;
  /** Hosts that may be asked though their addresses are not public, for example GitHub's own server. */
  trustedHosts: readonly string[];
  /** Ask for the dates of releases where that takes a request of its own. */
  needsDates: boolean;
  /**
   * The dates (RFC 3339) of a repository's releases by tag, from somebody who may ask GitHub; `repository` is an https URL.
   * Asked for what is released as git tags, when dates are needed.
   */
  tagDates?: (repository: string) => Promise<ReadonlyMap<string, string>>;
  /** Runs git. */
  exec: Exec;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  /** From 0 to 1, for the waits between tries. */
  random?: () => number;
  /** The system's when absent. */
  network?: Network;
};

/** A provider, in the words of its source address. */
export type ProviderAddress = { readonly host: string; readonly namespace: string; readonly type: string };

/** A module of a registry, in the words of its source address. */
export type ModuleAddress = {
  readonly host: string;
  readonly namespace: string;
  readonly name: string;
  readonly system: string;
};
