/**
 * Where a request may go: hosts that the job's owner named as they are written, every other one by https and at public
 * addresses only. The addresses that were checked are the ones that are connected to, so that a name which means
 * something else a moment later leads nowhere.
 */
import { isIP, type LookupFunction } from "node:net";
import { errorCode } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { proxyFor } from "./install-proxy.ts";
import { isLocalName, systemNetwork } from "./registry-address.ts";
import type { RegistryOptions } from "./registry-options.ts";
import type { Trust } from "./registry-trust.ts";
import { type Gate, shown, type Way } from "./transfer.ts";

/** A place that may not be asked; the message completes "it failed: …". */
export class RefusedPlace extends DownloadError {}

/** What a gate looks at. */
export type GateOptions = Pick<RegistryOptions, "environment" | "network"> & { trust: Trust };

/**
 * The gate for a registry's own endpoints: redirects stay on the host, and the token never leaves the origin it was meant
 * for.
 */
export function endpointGate(options: GateOptions, token: string | undefined): Gate {
  return async (url, start, hop) => {
    if (hop > 0 && url.origin !== start.origin && (url.protocol !== "https:" || url.hostname !== start.hostname))
      throw new RefusedPlace(`it was redirected to another place: ${shown(url)}`);
    const way = await checkPlace(options, url);
    if (token === undefined || url.origin !== start.origin) return way;
    return { ...way, headers: { authorization: `Bearer ${token}` } };
  };
}

/** The gate for packages, which may lie anywhere that is allowed, and are redirected by those who keep them. */
export function packageGate(options: GateOptions): Gate {
  return (url) => checkPlace(options, url);
}

async function checkPlace({ environment, network, trust }: GateOptions, url: URL): Promise<Way> {
  if (trust.origins.has(url.origin)) return {};
  if (url.protocol !== "https:") throw new RefusedPlace(`${shown(url)} is not https`);
  const isProxied = proxyFor(url, environment) !== undefined;
  const addresses = await checkHost(url.hostname, isProxied, network);
  return addresses === undefined ? {} : { lookup: pinned(addresses) };
}

/**
 * The addresses of a host, all of them public; undefined when a proxy resolves the name. `hostname` as in a URL. Throws a
 * {@link RefusedPlace}, or a DownloadError when there is no such host.
 */
export async function checkHost(
  hostname: string,
  isProxied: boolean,
  network: RegistryOptions["network"],
): Promise<readonly string[] | undefined> {
  const { resolve, isPublic } = network ?? systemNetwork;
  const literal = hostname.replace(/^\[|\]$/g, "");
  const isLiteral = isIP(literal) !== 0;
  if (isProxied && !isLiteral) {
    if (isLocalName(hostname)) throw new RefusedPlace(`${hostname} is no public host`);
    return undefined;
  }
  const addresses = isLiteral
    ? [literal]
    : await resolve(hostname).catch((error: unknown) => noSuchHost(hostname, error));
  const refused = addresses.find((address) => !isPublic(address));
  if (refused !== undefined) throw new RefusedPlace(`${hostname} is at ${refused}, which is no public address`);
  if (addresses.length === 0) throw new DownloadError(`the host ${hostname} has no address`);
  return addresses;
}

function noSuchHost(hostname: string, error: unknown): never {
  const code = errorCode(error) ?? "";
  throw new DownloadError(`the host ${hostname} is not known (${code})`, {
    isPassing: code !== "ENOTFOUND",
    cause: error,
  });
}

function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    const [first] = found;
    if (options.all === true || first === undefined) callback(null, found);
    else callback(null, first.address, first.family);
  };
}
