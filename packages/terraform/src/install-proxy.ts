/**
 * Which proxy a request goes through, and the tunnel through it. Reads the variables that curl and the runner know;
 * it sends no request of its own but CONNECT.
 */
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { isLoopback } from "./releases-url.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL: HTTPS_PROXY or HTTP_PROXY by its scheme, lower case first, unless NO_PROXY names the host. Hosts
 * of this machine are never proxied. The rules are those of the runner's own http client, so that both agree.
 * Throws a RangeError when the variable is no URL.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const given = environment[name] || environment[name.toUpperCase()];
  if (given === undefined || given === "" || isDirect(url, environment["no_proxy"] || environment["NO_PROXY"] || "")) {
    return undefined;
  }
  const proxy = URL.parse(/^https?:\/\//i.test(given) ? given : `http://${given}`);
  if (proxy === null) throw new RangeError(`${name.toUpperCase()} is not a URL`);
  return proxy;
}

function isDirect(url: URL, exceptions: string): boolean {
  if (isLoopback(url.hostname)) return true;
  const host = url.hostname.toLowerCase();
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return exceptions
    .split(",")
    .map((exception) => exception.trim().toLowerCase())
    .filter((exception) => exception !== "")
    .some((exception) => {
      if (exception === "*") return true;
      const suffix = exception.startsWith(".") ? exception : `.${exception}`;
      return [host, `${host}:${port}`].some((name) => name === exception || name.endsWith(suffix));
    });
}

/** The Proxy-Authorization of a proxy with credentials in its URL. */
export function proxyHeaders(proxy: URL): Record<string, string> {
  if (proxy.username === "" && proxy.password === "") return {};
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
}

/** Opens a tunnel to the host of a URL. Rejects with an Error when the proxy refuses; its answer's status is told. */
export function openTunnel(proxy: URL, url: URL, signal: AbortSignal): Promise<Socket> {
  const target = `${url.hostname}:${url.port === "" ? "443" : url.port}`;
  const request = proxy.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const connecting = request({
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port === "" ? (proxy.protocol === "https:" ? 443 : 80) : Number(proxy.port),
      method: "CONNECT",
      path: target,
      headers: { host: target, ...proxyHeaders(proxy) },
      agent: false,
      signal,
    });
    connecting.once("connect", (response, socket) => {
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      return reject(
        new Error(`the proxy ${proxy.host} refused a tunnel to ${target} with status ${response.statusCode}`),
      );
    });
    connecting.once("error", reject);
    connecting.end();
  });
}
