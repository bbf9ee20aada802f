/**
 * Which proxy a request takes, by the runner's variables and the rules of GitHub's own toolkit (@actions/http-client
 * lib/proxy.js): lower case before upper case, NO_PROXY by host and its subdomains, loopback always direct.
 */

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
