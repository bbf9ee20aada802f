/**
 * What exists of a dependency: its releases, as a registry, a release server or a git remote tells. Plain values; the
 * registry door fills them, and nothing is chosen here.
 */
import type { Version } from "./version.ts";

/** One release. */
export type Release = {
  readonly version: Version;
  /** The git tag as it is written, for releases that are tags. */
  readonly tag?: string;
  /** When it was released, RFC 3339; absent when nobody says. */
  readonly releasedAt?: string;
  /** Its maker took it back. */
  readonly isWithdrawn?: boolean;
  /** For providers: `linux_amd64`, …; absent when nobody says. */
  readonly platforms?: readonly string[];
};

/** Everything that is known of a dependency's releases, in no order, pre-releases among them. */
export type Catalogue = {
  readonly releases: readonly Release[];
  /** The https page of its source repository, without a slash at the end; absent when nobody says. */
  readonly repository?: string;
  /** What its maker warns of: deprecated, moved. Text from outside. */
  readonly warnings?: readonly string[];
};
