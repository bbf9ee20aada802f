/**
 * Where a host has its registries: as the CLI configuration says, else as the host itself says, asked once. It looks up no
 * dependency. https://developer.hashicorp.com/terraform/internals/remote-service-discovery
 */
import { Failure, read } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { type HostToken, normalHost } from "./registry-cli-configuration.ts";
import type { Client } from "./registry-client.ts";
import { downloadFailure } from "./registry-failure.ts";
import { createMemory } from "./registry-lanes.ts";
import type { RegistryOptions } from "./registry-options.ts";
import type { Trust } from "./registry-trust.ts";

/** A registry, `url` ends with `/`. */
export type Service = { readonly host: string; readonly url: string; readonly token: HostToken | undefined };

/** What a host can have. */
export type ServiceId = "providers.v1" | "modules.v1";

/** Finds a service. Rejects with a Failure `lookup-failed`; `subject` is whom it is asked for. */
export type FindService = (host: string, id: ServiceId, subject: string) => Promise<Service>;

/** The host whose place `registry-url` takes. */
export const PUBLIC_HOST = "registry.terraform.io";
const DISCOVERY = ".well-known/terraform.json";
const DEFAULTS: Readonly<Record<ServiceId, string>> = { "providers.v1": "v1/providers/", "modules.v1": "v1/modules/" };

type Services = { token: HostToken | undefined; base: string; urls: ReadonlyMap<string, string> };

/** Finds services; each host is asked at most once. */
export function createServices(
  client: Client,
  trust: Trust,
  options: Pick<RegistryOptions, "registryUrl">,
): FindService {
  const remember = createMemory<Services>();
  return async (host, id, subject) => {
    const name = normalHost(host);
    if (name === undefined) throw notAHost(host, subject);
    const services = await remember(name, () => findServices(client, trust, options.registryUrl, name)).catch(
      (error: unknown) => {
        throw downloadFailure({ reason: "lookup-failed", subject, host: name, token: trust.tokens.get(name) }, error);
      },
    );
    const url = URL.parse(services.urls.get(id) ?? "", services.base);
    if (url === null || !services.urls.has(id)) throw notOffered(name, id, subject);
    url.search = "";
    if (!url.pathname.endsWith("/")) url.pathname += "/";
    return { host: name, url: url.href, token: services.token };
  };
}

async function findServices(
  client: Client,
  trust: Trust,
  registryUrl: string | undefined,
  host: string,
): Promise<Services> {
  if (host === PUBLIC_HOST && registryUrl !== undefined) return askMirror(client, trust, registryUrl);
  const token = trust.tokens.get(host);
  const base = `https://${host}/${DISCOVERY}`;
  const named = trust.services.get(host);
  if (named !== undefined && named.size > 0) return { token, base, urls: named };
  const { json, url } = await client.json(base, token);
  return { token, base: url.href, urls: serviceUrls(json) };
}

/** A mirror need not have a document; then it is laid out as the public registry is. */
async function askMirror(client: Client, trust: Trust, registryUrl: string): Promise<Services> {
  const root = registryUrl.replace(/\/*$/, "/");
  const token = trust.tokens.get(new URL(root).host);
  try {
    const { json, url } = await client.json(`${root}${DISCOVERY}`, token);
    return { token, base: url.href, urls: serviceUrls(json) };
  } catch (error) {
    if (!(error instanceof DownloadError) || error.status !== 404) throw error;
    return { token, base: root, urls: new Map(Object.entries(DEFAULTS)) };
  }
}

function serviceUrls(json: unknown): Map<string, string> {
  return new Map(
    Object.keys(DEFAULTS).flatMap((id) => {
      const url = read(json, id);
      return typeof url === "string" && url !== "" ? [[id, url]] : [];
    }),
  );
}

function notAHost(host: string, subject: string): Failure {
  return new Failure({
    reason: "lookup-failed",
    what: `${subject} could not be looked up: ${JSON.stringify(host.slice(0, 100))} is no host`,
    remedy: "Check how its source is written.",
  });
}

function notOffered(host: string, id: ServiceId, subject: string): Failure {
  const kind = id === "providers.v1" ? "provider" : "module";
  return new Failure({
    reason: "lookup-failed",
    what: `${subject} could not be looked up: ${host} says that it has no ${kind} registry`,
    remedy: "Check how its source is written, and the host's block in terraform's CLI configuration when there is one.",
  });
}
