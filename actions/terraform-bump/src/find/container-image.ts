/**
 * Names of container images that hold terraform or OpenTofu.
 */
import type { Product } from "@handrail/terraform";
import type { Span } from "./mention.ts";

/** `tag`: where its tag is in the text; `version`: the part of it that is an exact version. */
export type TerraformImage = { product: Product; tag: Span; version?: Span; hasDigest: boolean };

/** From any registry, mirrors among them: `ghcr.io/opentofu/opentofu:1.9.0-minimal@sha256:…` */
const IMAGE = /^(?:[^\s:@]*(?::[0-9]+)?[^\s:@]*\/)?(hashicorp\/terraform|opentofu\/opentofu):([^\s@]+)(@\S+)?$/;
const LONGEST = 512;
/** The tags of releases; behind them a variant may be named. */
const VERSION = /^v?([0-9]+\.[0-9]+\.[0-9]+(?:-(?:alpha|beta|rc)[0-9.]*)?)(?:-[a-z0-9_.-]+)?$/;

/** Reads an image's name; undefined for other images, and where no tag is named. */
export function parseTerraformImage(text: string): TerraformImage | undefined {
  const [whole, name = "", tag = "", digest = ""] = text.length > LONGEST ? [] : (IMAGE.exec(text) ?? []);
  if (whole === undefined) return undefined;
  const start = text.length - digest.length - tag.length;
  const image: TerraformImage = {
    product: name === "hashicorp/terraform" ? "terraform" : "opentofu",
    tag: { start, end: start + tag.length },
    hasDigest: digest !== "",
  };
  const version = VERSION.exec(tag)?.[1];
  if (version === undefined) return image;
  const at = start + (tag.startsWith("v") ? 1 : 0);
  return { ...image, version: { start: at, end: at + version.length } };
}
