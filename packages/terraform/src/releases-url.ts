/**
 * Which URLs may be named as a mirror of releases. Looks at the text alone; nothing is resolved or fetched.
 */

/** Is it a name or an address of this machine? As `URL.hostname` writes it: `[::1]` in brackets. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return host === "localhost" || host === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}

/** What is wrong with a mirror's URL, to complete "it …"; undefined when it can be used. */
export function releasesUrlProblem(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || /[\p{Cc}\s]/u.test(text)) return "is no URL";
  const isPlain = url.protocol === "http:" && isLoopback(url.hostname);
  if (url.protocol !== "https:" && !isPlain) return "is not https";
  return url.search === "" && url.hash === "" ? undefined : "has a query or a fragment";
}
