/**
 * Which proxy a request takes, by the runner's variables and the rules of GitHub's own toolkit (@actions/http-client
 * lib/proxy.js): lower case before upper case, NO_PROXY by host and its subdomains, loopback always direct.
 */

import { Failure } from "./failure.ts";

type Environment = Readonly<Record<string, string | undefined>>;

function variable(environment: Environment, name: string): string {
  const value = environment[name.toLowerCase()] ?? "";
  return value === "" ? (environment[name.toUpperCase()] ?? "") : value;
}

function parseProxy(text: string): URL | undefined {
  if (text === "") return undefined;
  return URL.parse(text.includes("://") ? text : `http://${text}`) ?? undefined;
}

/** The proxy for a URL; undefined means a direct connection. A variable that is no URL counts as not set. */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const proxy = parseProxy(variable(environment, url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY"));
  return proxy === undefined || isDirect(url, variable(environment, "NO_PROXY")) ? undefined : proxy;
}

function isDirect(url: URL, noProxy: string): boolean {
  const host = url.hostname.toLowerCase();
  if (host === "localhost" || host.startsWith("127.") || host === "[::1]") return true;
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return noProxy
    .toLowerCase()
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .some((item) => {
      const suffix = item.startsWith(".") ? item : `.${item}`;
      return item === "*" || [host, `${host}:${port}`].some((name) => name === item || name.endsWith(suffix));
    });
}

/**
 * The options that send a Node.js agent through a proxy (none: it connects itself). They go with what `proxyFor` chose: left
 * to itself such an agent sends requests for this machine to the proxy too, and reads NO_PROXY by other rules.
 * @throws Failure when this Node.js is older than 24.5, whose agents ignore them
 */
export function proxyOptions(
  proxy: URL | undefined,
  nodeVersion: string,
): { proxyEnv?: { HTTP_PROXY: string; HTTPS_PROXY: string } } {
  if (proxy === undefined) return {};
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, "").split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 5))
    return { proxyEnv: { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href } };
  throw new Failure({
    reason: "failed",
    what: `A proxy is configured, and Node.js ${nodeVersion} of this runner cannot connect through one`,
    remedy: "Update the runner to one with Node.js 24.5 or newer, or name the host in NO_PROXY.",
  });
}

/** What must be masked of the proxies' URLs: passwords as written and decoded, and the pair with the user's name. */
export function proxySecrets(environment: Environment): string[] {
  const secrets = new Set<string>();
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]) {
    for (const text of [environment[name.toLowerCase()], environment[name]]) {
      const proxy = parseProxy(text ?? "");
      if (proxy === undefined || proxy.password === "") continue;
      const [user, password] = [decode(proxy.username), decode(proxy.password)];
      for (const secret of [proxy.password, password, `${user}:${password}`]) secrets.add(secret);
    }
  }
  return [...secrets];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
