/** What an installation token may do, by the scopes of a workflow's `permissions:`, and which endpoint asks for what. */
import { compilePath } from "../schedule.ts";

/** Scopes as in a workflow file; a scope that is not named is `none` once permissions are given at all. */
export type Permissions = Readonly<Partial<Record<Scope, "read" | "write" | "none">>>;

/** Names as in a workflow's `permissions:`. */
export type Scope =
  | "actions"
  | "checks"
  | "contents"
  | "deployments"
  | "issues"
  | "metadata"
  | "pull-requests"
  | "statuses"
  | "workflows";

/** Endpoints and the scopes of which one is enough; the first that matches counts. Everybody may read metadata. */
const NEEDS: readonly (readonly [path: string, scopes: readonly Scope[]])[] = [
  ["/repos/:o/:r/issues/:n/comments", ["issues", "pull-requests"]],
  ["/repos/:o/:r/issues/comments*", ["issues", "pull-requests"]],
  ["/repos/:o/:r/issues/:n/labels*", ["issues", "pull-requests"]],
  ["/repos/:o/:r/issues/:n/assignees", ["issues", "pull-requests"]],
  ["/repos/:o/:r/issues*", ["issues", "pull-requests"]],
  ["/repos/:o/:r/labels*", ["issues", "pull-requests"]],
  ["/repos/:o/:r/pulls/:n/merge", ["contents"]],
  ["/repos/:o/:r/pulls*", ["pull-requests"]],
  ["/repos/:o/:r/commits/:sha/pulls", ["pull-requests", "contents"]],
  ["/repos/:o/:r/commits/:sha/status", ["statuses"]],
  ["/repos/:o/:r/commits/:sha/check-*", ["checks"]],
  ["/repos/:o/:r/deployments*", ["deployments"]],
  ["/repos/:o/:r/statuses/:sha", ["statuses"]],
  ["/repos/:o/:r/check-*", ["checks"]],
  ["/repos/:o/:r/actions/*", ["actions"]],
  ["/repos/:o/:r/git/*", ["contents"]],
  ["/repos/:o/:r/contents*", ["contents"]],
  ["/repos/:o/:r/commits*", ["contents"]],
  ["/repos/:o/:r/compare/*", ["contents"]],
  ["/repos/:o/:r/branches*", ["contents"]],
  ["/repos/:o/:r/releases*", ["contents"]],
];

const COMPILED = NEEDS.map(([path, scopes]) => ({ matches: compilePath(path), scopes }));

/** The scopes of which one is needed for a request; empty when none is. */
export function scopesFor(path: string): readonly Scope[] {
  return COMPILED.find((each) => each.matches(path) !== undefined)?.scopes ?? [];
}

/** Do these permissions allow `level` on one of the scopes? */
export function isAllowed(
  permissions: Permissions | undefined,
  scopes: readonly Scope[],
  level: "read" | "write",
): boolean {
  if (permissions === undefined || scopes.length === 0) return true;
  return scopes.some((scope) => {
    const given = permissions[scope] ?? "none";
    return given === "write" || given === level;
  });
}

/** GitHub's header that names what would have been enough: `issues=write; pull_requests=write`. */
export function acceptedHeader(scopes: readonly Scope[], level: "read" | "write"): string {
  return scopes.map((scope) => `${scope.replaceAll("-", "_")}=${level}`).join("; ");
}
