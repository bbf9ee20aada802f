/** What a job's token may do: `permissions:` of workflow and job, within what a caller or a fork leaves. Pure. */

/** A scope's name and what the token may do with it; what is not named is `none`. */
export type Granted = Readonly<Record<string, "read" | "write">>;

const SCOPES = [
  "actions",
  "artifact-metadata",
  "attestations",
  "checks",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "packages",
  "pages",
  "pull-requests",
  "security-events",
  "statuses",
];

/** What a workflow gets that names nothing: the default of repositories and organisations since 2023. */
export const DEFAULT_PERMISSIONS: Granted = { contents: "read", packages: "read" };

/** Reads `permissions:` as written; undefined when it is not there. */
export function parsePermissions(value: unknown): Granted | undefined {
  if (value === undefined) return undefined;
  if (value === "read-all" || value === "write-all") {
    const level = value === "read-all" ? "read" : "write";
    // There is no reading of an id-token.
    return Object.fromEntries(SCOPES.filter((name) => name !== "id-token" || level === "write").map((s) => [s, level]));
  }
  const pairs = Object.entries((value ?? {}) as Record<string, unknown>);
  return Object.fromEntries(pairs.filter(([, level]) => level === "read" || level === "write")) as Granted;
}

/**
 * The permissions of a job of a called workflow, within those of the calling job.
 * @throws Error when it asks for more: GitHub does not start such a workflow.
 */
export function withinCeiling(asked: Granted, ceiling: Granted | undefined, job: string): Granted {
  if (ceiling === undefined) return asked;
  const over = Object.entries(asked).filter(([scope, level]) => level === "write" && ceiling[scope] !== "write");
  const missing = Object.entries(asked).filter(([scope, level]) => level === "read" && ceiling[scope] === undefined);
  const first = [...over, ...missing][0];
  if (first !== undefined) {
    const [scope, level] = first;
    const allowed = `${scope}: ${ceiling[scope] ?? "none"}`;
    throw new Error(`The nested job '${job}' is requesting '${scope}: ${level}', but is only allowed '${allowed}'.`);
  }
  return asked;
}

/** What is left of it for a pull request from a fork: nothing can be written, and there is no id-token. */
export function withoutTrust(granted: Granted): Granted {
  const pairs = Object.keys(granted).filter((scope) => scope !== "id-token");
  return Object.fromEntries(pairs.map((scope) => [scope, "read" as const]));
}
