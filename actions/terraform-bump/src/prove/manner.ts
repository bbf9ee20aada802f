/**
 * What can be done in a root module with a program and a backend: planned, validated, or nothing. Pure.
 */
import { compareVersions, parseVersion } from "@handrail/terraform";
import type { Manner, Program } from "./target-run.ts";

/** `why`: it is less than was asked for. Without `manner` nothing can be done. */
export type DecidedManner = { manner: Manner; why: string | undefined } | { manner: undefined; why: string };

/**
 * Decides it.
 * @param isRemote plans run in HCP Terraform (a `cloud` block, the `remote` backend)
 */
export function decideManner(asked: Manner, program: Program, isRemote: boolean): DecidedManner {
  const { product, version } = program;
  // `validate -json` came with 0.12, `plan -json` with 0.15.3 (terraform's changelogs).
  if (isOlder(program, "0.12.0")) return { manner: undefined, why: `${product} ${version} is too old to be asked` };
  if (asked === "validate") return { manner: asked, why: undefined };
  const why = isOlder(program, "0.15.3")
    ? `${product} ${version} is too old to be planned with`
    : isRemote
      ? "its plans run in HCP Terraform, where each of them locks the workspace"
      : undefined;
  if (why === undefined) return { manner: asked, why };
  return asked === "auto" ? { manner: "validate", why } : { manner: undefined, why };
}

/** Whether `init` can be told to leave the lock file alone. */
export function canKeepLockFile(program: Program): boolean {
  return !isOlder(program, "1.0.0");
}

/** All versions of OpenTofu can do everything. */
function isOlder({ product, version }: Program, than: string): boolean {
  return product === "terraform" && compareVersions(parseVersion(version), parseVersion(than)) < 0;
}
