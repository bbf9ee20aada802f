/** Accounts and limits. `GET /user` refuses installation tokens, as GitHub does. */
import { GitHubError, json, notFound, route, user } from "./answers.ts";
import type { Context, Route } from "./answers.ts";

/** Routes outside a repository. */
export const userRoutes: readonly Route[] = [
  route("GET /user", (context) => {
    if (context.identity.app !== undefined) throw new GitHubError(403, "Resource not accessible by integration");
    return json(user(context, context.identity));
  }),
  route("GET /users/:login", (context) => {
    const found = context.identities.find(context.params["login"] ?? "");
    if (found === undefined) throw notFound();
    return json(user(context, found));
  }),
  route("GET /rate_limit", () => {
    const core = { limit: 1000, used: 1, remaining: 999, reset: Math.floor(Date.now() / 1000) + 3600 };
    return json({ resources: { core, graphql: core, search: core }, rate: core });
  }),
  route("GET /repos/:owner/:repo/collaborators/:login/permission", (context) => json(permission(context))),
];

function permission(context: Context): unknown {
  const login = context.params["login"] ?? "";
  const level =
    context.repository.permissions.get(login.toLowerCase()) ?? (login === context.repository.owner ? "admin" : "read");
  return { permission: level, role_name: level, user: user(context, context.identities.account(login)) };
}
