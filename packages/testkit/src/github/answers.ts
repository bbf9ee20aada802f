/** GitHub's way of answering: JSON, errors with a documentation link, pages with Link headers. */
import type { Answer, LoggedRequest } from "../loopback.ts";
import { compilePath } from "../schedule.ts";
import type { Identities, Identity } from "./identities.ts";
import { renderUser } from "./identities.ts";
import type { Scope } from "./permissions.ts";
import type { Repository, Store } from "./store.ts";
import type { Upstream } from "./upstream.ts";

/** What a route's handler is given. */
export type Context = {
  request: LoggedRequest;
  params: Readonly<Record<string, string>>;
  /** The JSON body; an empty object when there is none. */
  body: Readonly<Record<string, unknown>>;
  /** Who calls; anonymous calls may only read. */
  identity: Identity;
  /** Does the token have one of these scopes at this level? */
  may: (scopes: readonly Scope[], level: "read" | "write") => boolean;
  store: Store;
  identities: Identities;
  repository: Repository;
  upstream: Upstream;
  /** Root of the REST API in the form the caller uses, no slash at the end. */
  api: string;
  /** Root of the web pages. */
  html: string;
};

/** What rendering needs of it. */
export type Place = Pick<Context, "store" | "identities" | "repository" | "api" | "html">;

/** Answers one kind of request. */
export type RouteHandler = (context: Context) => Answer | Promise<Answer>;

/** A route: `"GET /repos/:owner/:repo/issues"` and its handler. */
export type Route = {
  on: string;
  method: string;
  pattern: (path: string) => Record<string, string> | undefined;
  handler: RouteHandler;
};

/** Makes a route. */
export function route(on: string, handler: RouteHandler): Route {
  const [method = "GET", path = "/"] = on.split(" ", 2);
  return { on, method, pattern: compilePath(path), handler };
}

/** What writing to an archived repository comes to. */
export const ARCHIVED = "Repository was archived so is read-only.";

/** An error answer. */
export class GitHubError extends Error {
  readonly answer: Answer;
  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.answer = renderError(status, message, errors);
  }
}

/** The body of GitHub's errors. */
export function renderError(status: number, message: string, errors?: readonly unknown[]): Answer {
  return {
    status,
    body: {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: "https://docs.github.com/rest",
      status: String(status),
    },
  };
}

/** 422 with one field error. */
export function invalid(resource: string, field: string, code: string, message?: string): GitHubError {
  return new GitHubError(422, "Validation Failed", [
    { resource, code, field, ...(message === undefined ? {} : { message }) },
  ]);
}

/** 404 */
export function notFound(): GitHubError {
  return new GitHubError(404, "Not Found");
}

/** A JSON answer. */
export function json(body: unknown, status = 200): Answer {
  return { status, body };
}

/** One page of a list by `per_page` (30, at most 100) and `page`, with a Link header when there are more. */
export function paged<T>(context: Context, items: readonly T[], render: (item: T) => unknown): Answer {
  const { query, path } = context.request;
  const size = Math.min(100, Math.max(1, Number(query.get("per_page") ?? 30) || 30));
  const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, relation: string): string => {
    const search = new URLSearchParams(query);
    search.set("page", String(to));
    return `<${context.api}${path}?${search.toString()}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  const body = items.slice((page - 1) * size, page * size).map((item) => render(item));
  return { status: 200, body, ...(links.length > 0 ? { headers: { link: links.join(", ") } } : {}) };
}

/** A string field of the body. */
export function text(context: Context, name: string): string | undefined {
  const value = context.body[name];
  return typeof value === "string" ? value : undefined;
}

/** A list of strings of the body; label objects count by their name. */
export function texts(value: unknown): string[] {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return items.flatMap((item) => {
    if (typeof item === "string") return [item];
    const name = (item as { name?: unknown } | null)?.name;
    return typeof name === "string" ? [name] : [];
  });
}

/** A user of an answer. */
export function user(
  context: Pick<Context, "api" | "html">,
  identity: Identity | null,
): Record<string, unknown> | null {
  return renderUser(identity, context.api, context.html);
}

/** Newest first unless asked otherwise, by `created` or `updated`. */
export function sorted<T extends { createdAt: string; updatedAt: string; id: number }>(
  context: Context,
  items: Iterable<T>,
  defaultDirection: "asc" | "desc",
): T[] {
  const { query } = context.request;
  const field = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sign = (query.get("direction") ?? defaultDirection) === "asc" ? 1 : -1;
  return [...items].sort((a, b) => sign * (a[field].localeCompare(b[field]) || a.id - b.id));
}
