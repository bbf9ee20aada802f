/**
 * What everything behind the install door is handed. Types only.
 */
import type { Clock, Log } from "@handrail/runner";
import type { Platform } from "./releases.ts";
import type { Product } from "./version-files.ts";

/** What an installer works with. Directories are absolute. */
export type InstallerOptions = {
  product: Product;
  platform: Platform;
  /** A mirror instead of the vendor's own place. */
  releasesUrl: string | undefined;
  /** An armored public key instead of the vendor's. */
  signingKey: string | undefined;
  cacheDirectory: string;
  temporaryDirectory: string;
  /** For the proxy variables. */
  environment: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
};
