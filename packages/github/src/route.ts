/**
 * Routes the way GitHub's documentation writes them: `PATCH /repos/{owner}/{repo}/issues/{issue_number}`.
 * Parameters fill the braces; what is left over becomes the query of a GET or DELETE, else the JSON body.
 */

/** A request before it has headers. */
export type RoutedRequest = { method: string; url: string; body?: string };

/** Reads a route. The path may also be an absolute URL. */
export function parseRoute(route: string): { method: string; template: string } {
  const space = route.indexOf(" ");
  return { method: route.slice(0, space), template: route.slice(space + 1) };
}

/**
 * Fills a route. Undefined parameters are left out.
 * @throws TypeError when a parameter of the path is missing or could change the path's meaning: a defect of the caller
 */
export function renderRoute(
  route: string,
  apiUrl: string,
  parameters: Readonly<Record<string, unknown>>,
): RoutedRequest {
  const { method, template } = parseRoute(route);
  const rest = new Map(Object.entries(parameters).filter(([, value]) => value !== undefined));
  const path = template.replaceAll(/\{([a-z_]{1,40})\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    const isText = typeof value === "string" && value !== "" && value !== "." && value !== "..";
    if (!isText && typeof value !== "number") throw new TypeError(`${route}: no usable value for ${name}`);
    return encodeURIComponent(value);
  });
  const url = path.startsWith("/") ? apiUrl + path : path;
  if (rest.size === 0) return { method, url };
  if (method !== "GET" && method !== "DELETE") return { method, url, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams(
    [...rest].map(([name, value]): [string, string] => [name, renderValue(route, name, value)]),
  );
  return { method, url: `${url}${url.includes("?") ? "&" : "?"}${query.toString()}` };
}

function renderValue(route: string, name: string, value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TypeError(`${route}: ${name} cannot be part of a query`);
}
