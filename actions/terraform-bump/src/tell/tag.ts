/**
 * How a version is written as a git tag. Text only.
 */
import { compareVersions, tryVersion } from "@handrail/terraform";

/** What stands before a version in its tag, the `v` included; undefined when it does not end with the version. */
export function tagPrefix(tag: string, version: string): string | undefined {
  if (tag.endsWith(version)) return tag.slice(0, -version.length);
  const wanted = tryVersion(version);
  if (wanted === undefined) return undefined;
  for (let at = 0; at < tag.length; at += 1) {
    const found = /^[0-9]/.test(tag.slice(at)) ? tryVersion(tag.slice(at)) : undefined;
    if (found !== undefined && compareVersions(found, wanted) === 0) return tag.slice(0, at);
  }
  return undefined;
}
