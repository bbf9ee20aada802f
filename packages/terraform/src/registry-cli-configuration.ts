/**
 * What terraform's CLI configuration says of hosts: where their services are (`host`), and with which token they are
 * asked (`credentials`, `TF_TOKEN_*`). Pure: text and variables in, maps out. Tokens are secret; nothing here prints.
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file
 */
import { domainToASCII } from "node:url";
import { parseJson, read } from "@handrail/runner";
import { type HclAttribute, type HclBlock, readBlocks } from "./hcl-blocks.ts";

/** A token and where it comes from, in words for a message. */
export type HostToken = { readonly value: string; readonly origin: string };

/** By host in normal form: services by their id (`providers.v1`), and tokens. */
export type HostSettings = {
  readonly services: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly tokens: ReadonlyMap<string, HostToken>;
};

/**
 * A host as terraform compares it: lower case, punycode, with its port unless that is 443. Undefined when it is none:
 * nothing that could be a path, a user or another host for a URL parser passes.
 */
export function normalHost(text: string): string | undefined {
  const [, name = "", port] = /^([^\s:/?#@\\[\]]{1,253})(?::([0-9]{1,5}))?$/u.exec(text) ?? [];
  const ascii = domainToASCII(name);
  if (!/^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/.test(ascii) || ascii.includes("..")) return undefined;
  return port === undefined || Number(port) === 443 ? ascii : `${ascii}:${Number(port)}`;
}

/** The variable that holds the token for a host; undefined for a host with a port, which no variable can name. */
export function tokenVariable(host: string): string | undefined {
  return host.includes(":") ? undefined : `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
}

/** The settings of several files and of the variables. Earlier files win over later ones, variables over all files. */
export function readHostSettings(
  texts: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): HostSettings {
  const services = new Map<string, Map<string, string>>();
  const tokens = variableTokens(environment);
  for (const text of texts) {
    for (const [name, named] of text.trimStart().startsWith("{") ? fromJson(text) : fromHcl(text)) {
      const host = normalHost(name);
      if (host === undefined) continue;
      if (named.services !== undefined && !services.has(host)) services.set(host, named.services);
      if (named.token !== undefined && !tokens.has(host))
        tokens.set(host, { value: named.token, origin: `the credentials block for ${host}` });
    }
  }
  return { services, tokens };
}

/** terraform takes `_` for `.` and `__` for `-`, and hosts in UTF-8 or punycode. */
function variableTokens(environment: Readonly<Record<string, string | undefined>>): Map<string, HostToken> {
  const tokens = new Map<string, HostToken>();
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith("TF_TOKEN_") || value === undefined || value === "") continue;
    const host = normalHost(name.slice("TF_TOKEN_".length).replaceAll("__", "-").replaceAll("_", "."));
    if (host !== undefined) tokens.set(host, { value, origin: name });
  }
  return tokens;
}

type Named = { services?: Map<string, string>; token?: string };

function fromHcl(text: string): [string, Named][] {
  return readBlocks(text).flatMap((block): [string, Named][] => {
    const [host = ""] = block.labels;
    if (block.type === "host") return [[host, { services: servicesOf(block) }]];
    const token = block.type === "credentials" ? find(block, "token")?.value : undefined;
    return token?.kind === "string" && token.value !== "" ? [[host, { token: token.value }]] : [];
  });
}

function find(block: HclBlock, name: string): HclAttribute | undefined {
  return block.attributes.find((attribute) => attribute.name === name);
}

function servicesOf(block: HclBlock): Map<string, string> {
  const value = find(block, "services")?.value;
  const attributes = value?.kind === "object" ? value.attributes : [];
  return new Map(attributes.flatMap(({ name, value: url }) => (url.kind === "string" ? [[name, url.value]] : [])));
}

/** `terraform login` writes its tokens to a file in JSON. */
function fromJson(text: string): [string, Named][] {
  let document: unknown;
  try {
    document = parseJson(text);
  } catch {
    return [];
  }
  const hosts = entries(read(bodyOf(document), "host")).map(([host, value]): [string, Named] => [
    host,
    {
      services: new Map(
        entries(read(bodyOf(value), "services")).flatMap(([id, url]) => (typeof url === "string" ? [[id, url]] : [])),
      ),
    },
  ]);
  const credentials = entries(read(bodyOf(document), "credentials")).flatMap(([host, value]): [string, Named][] => {
    const token = read(bodyOf(value), "token");
    return typeof token === "string" && token !== "" ? [[host, { token }]] : [];
  });
  return [...hosts, ...credentials];
}

/** A block, which may also stand in an array. */
function bodyOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function entries(value: unknown): [string, unknown][] {
  const body = bodyOf(value);
  return typeof body === "object" && body !== null ? Object.entries(body) : [];
}
