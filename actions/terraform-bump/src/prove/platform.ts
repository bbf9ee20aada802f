/**
 * Whether terraform can run here.
 */
import { Failure } from "@handrail/runner";
import { platformOf, type Platform } from "@handrail/terraform";

/**
 * The platform in Go's words, of Node's.
 * @throws Failure `unsupported-platform`
 */
export function requirePlatform(system: string, processor: string): Platform {
  const platform = platformOf(system, processor);
  if (platform !== undefined) return platform;
  throw new Failure({
    reason: "unsupported-platform",
    what: `Nothing can be planned on ${system} ${processor}`,
    remedy: "Use a Linux or macOS runner, x64 or arm64, or set verify: none.",
  });
}
