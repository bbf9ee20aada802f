/**
 * Whether a cache answered in the place of the application: by Age (RFC 9111, 5.1), Cache-Status (RFC 9211), and the
 * headers that proxies and content delivery networks write in their place. Pure.
 */
import { cutLine } from "../../line.ts";

/** nginx, CloudFront, Fastly, Varnish; Cloudflare; Vercel. */
const named = ["x-cache", "x-cache-status", "x-proxy-cache", "cf-cache-status", "x-vercel-cache"];
/** What they say when they did not ask the application. `RefreshHit` and `REVALIDATED` did ask. */
const fromCache = /(?:^|[^a-z])(?:hit|stale|updating|prerender)(?:$|[^a-z])/i;

/** The marks of a cache that answered: `Age above 0, x-cache: Hit from cloudfront`; undefined when there are none. */
export function cacheOf(headers: Readonly<Record<string, string>>): string | undefined {
  const age = Number(headers["age"] ?? "0");
  const marks = age > 0 ? ["Age above 0"] : [];
  for (const name of named) {
    const value = headers[name] ?? "";
    if (fromCache.test(value.replaceAll("_", " "))) marks.push(`${name}: ${cutLine(value, 60)}`);
  }
  const status = headers["cache-status"] ?? "";
  if (/;\s*hit(?:\s*[;,]|\s*$)/i.test(status)) marks.push(`cache-status: ${cutLine(status, 60)}`);
  return marks.length === 0 ? undefined : marks.join(", ");
}
