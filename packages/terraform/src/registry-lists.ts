/**
 * The releases of providers and modules: asks their registry for versions, and for dates where it has them. It chooses
 * nothing.
 */
import { Failure } from "@handrail/runner";
import type { Catalogue, Release } from "./catalogue.ts";
import { DownloadError } from "./install-download-error.ts";
import {
  type Dates,
  type Listed,
  parseModuleVersions,
  parseOpenTofuDates,
  parseProviderVersions,
} from "./registry-answers.ts";
import { parsePublicDates } from "./registry-answers.ts";
import type { Client } from "./registry-client.ts";
import { downloadFailure, type Question } from "./registry-failure.ts";
import type { ModuleAddress, ProviderAddress, RegistryOptions } from "./registry-options.ts";
import { type FindService, PUBLIC_HOST, type Service } from "./registry-services.ts";
import { renderVersion } from "./version.ts";

/** What the lists are made with. */
export type ListTools = { client: Client; find: FindService; options: Pick<RegistryOptions, "needsDates" | "log"> };

const NAME = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;
const OPENTOFU_HOST = "registry.opentofu.org";

/** A source address in messages: the public host is left out, and what is not made of names is quoted. */
export function addressName(host: string, parts: readonly string[]): string {
  const name = [...(host === PUBLIC_HOST ? [] : [host]), ...parts].join("/");
  return /^[\w.:/-]{1,300}$/.test(name) ? name : JSON.stringify(name.slice(0, 300));
}

/** The releases of a provider. Rejects with a Failure `lookup-failed`. */
export async function listProvider(tools: ListTools, provider: ProviderAddress): Promise<Catalogue> {
  const { host, namespace, type } = provider;
  const subject = `The provider ${addressName(host, [namespace, type])}`;
  const path = pathOf([namespace, type], subject);
  const service = await tools.find(host, "providers.v1", subject);
  return list(tools, service, { subject, path, kind: "providers", parse: parseProviderVersions });
}

/** The releases of a module of a registry. Rejects with a Failure `lookup-failed`. */
export async function listModule(tools: ListTools, module: ModuleAddress): Promise<Catalogue> {
  const { host, namespace, name, system } = module;
  const subject = `The module ${addressName(host, [namespace, name, system])}`;
  const path = pathOf([namespace, name, system], subject);
  const service = await tools.find(host, "modules.v1", subject);
  return list(tools, service, { subject, path, kind: "modules", parse: parseModuleVersions });
}

/** The parts of a source address as a path. What could be anything but a name is refused before anybody is asked. */
export function pathOf(parts: readonly string[], subject: string): string {
  if (parts.every((part) => NAME.test(part))) return parts.join("/");
  throw new Failure({
    reason: "lookup-failed",
    what: `${subject} could not be looked up: its source is not made of names`,
    remedy: "Check how its source is written.",
  });
}

type Kind = {
  subject: string;
  path: string;
  kind: "providers" | "modules";
  parse: (json: unknown) => Listed | undefined;
};

async function list(tools: ListTools, service: Service, wanted: Kind): Promise<Catalogue> {
  const { subject, path, parse } = wanted;
  const { host, token } = service;
  const question: Question = { reason: "lookup-failed", subject, host, token };
  const [listed, dates] = await Promise.all([
    tools.client.json(`${service.url}${path}/versions`, token).then(
      ({ json, url }) => parse(json) ?? notAList(question, url),
      (error: unknown) => Promise.reject(downloadFailure(question, error)),
    ),
    tools.options.needsDates ? askDates(tools, service, wanted) : undefined,
  ]);
  const { warnings } = listed;
  const releases = listed.releases.map((release) => withDate(release, dates?.dates));
  return {
    releases,
    ...(dates?.repository === undefined ? {} : { repository: dates.repository }),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function notAList({ subject }: Question, url: URL): never {
  throw new Failure({
    reason: "lookup-failed",
    what: `${subject} could not be looked up: the answer of ${url.host} is no list of versions`,
    remedy: "Check that the host is a registry, and whether a proxy or a login page answers in its place.",
  });
}

/** The release with its date, when it has one. */
export function withDate(release: Release, dates: ReadonlyMap<string, string> | undefined): Release {
  const releasedAt = dates?.get(renderVersion(release.version));
  return releasedAt === undefined ? release : { ...release, releasedAt };
}

/** Dates are no part of the protocol. A registry that does not tell them is no failure: the dates are then unknown. */
async function askDates(tools: ListTools, service: Service, wanted: Kind): Promise<Dates | undefined> {
  const place = placeOfDates(service, wanted);
  if (place === undefined) return undefined;
  try {
    const isSame = new URL(place.url).origin === new URL(service.url).origin;
    return place.parse((await tools.client.json(place.url, isSame ? service.token : undefined)).json);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    tools.options.log.info(`No dates of releases are known for ${wanted.path}: ${error.url ?? ""}: ${error.message}`);
    return undefined;
  }
}

type PlaceOfDates = { url: string; parse: (json: unknown) => Dates };

/** The public registries only, wherever the configuration says that they are. */
function placeOfDates({ host, url }: Service, { kind, path }: Kind): PlaceOfDates | undefined {
  if (host === PUBLIC_HOST && url.endsWith(`/v1/${kind}/`)) {
    const root = url.slice(0, -`v1/${kind}/`.length);
    return { url: `${root}v2/${kind}/${path}?include=${kind.slice(0, -1)}-versions`, parse: parsePublicDates };
  }
  if (host !== OPENTOFU_HOST) return undefined;
  const { origin } = new URL(url);
  const api = origin === `https://${OPENTOFU_HOST}` ? "https://api.opentofu.org" : origin;
  return { url: `${api}/registry/docs/${kind}/${path}/index.json`, parse: parseOpenTofuDates };
}
