/**
 * The releases of terraform and OpenTofu themselves: their index of releases, and what HashiCorp's releases API knows
 * beyond it. It installs nothing.
 */
import { Failure } from "@handrail/runner";
import type { Catalogue, Release } from "./catalogue.ts";
import { DownloadError } from "./install-download-error.ts";
import { type ApiRelease, parseReleasesPage } from "./registry-answers.ts";
import type { Client, Document } from "./registry-client.ts";
import { downloadFailure, type Question } from "./registry-failure.ts";
import type { RegistryOptions } from "./registry-options.ts";
import { askTagDates } from "./registry-tag-dates.ts";
import { parseIndex, releasePlaces } from "./releases.ts";
import type { Product } from "./version-files.ts";
import { renderVersion, type Version } from "./version.ts";

/** What the list is made with. */
export type ProductTools = {
  client: Client;
  options: Pick<RegistryOptions, "releasesUrl" | "needsDates" | "tagDates" | "log" | "signal">;
};

/** The index of all releases is a few megabytes and grows. */
const INDEX_LIMIT = 64 << 20;
const PAGE = 20;
/** Twice the releases there are. */
const MOST_PAGES = 60;
const REPOSITORIES: Readonly<Record<Product, string>> = {
  terraform: "https://github.com/hashicorp/terraform",
  opentofu: "https://github.com/opentofu/opentofu",
};

/** The releases of a product, those that were withdrawn marked. Rejects with a Failure `lookup-failed`. */
export async function listProduct(tools: ProductTools, product: Product): Promise<Catalogue> {
  const repository = REPOSITORIES[product];
  const [versions, known] = await Promise.all([
    readIndex(tools, product),
    product === "terraform" ? askReleases(tools) : tagDates(tools, repository),
  ]);
  const releases = versions.map((version): Release => {
    const more = known.get(renderVersion(version));
    if (more === undefined) return { version };
    return { version, releasedAt: more.createdAt, ...(more.isWithdrawn ? { isWithdrawn: true } : {}) };
  });
  return { releases, repository };
}

async function readIndex(tools: ProductTools, product: Product): Promise<Version[]> {
  const { index } = releasePlaces(product, tools.options.releasesUrl);
  const question: Question = {
    reason: "lookup-failed",
    subject: `The list of ${product} releases`,
    host: new URL(index[0] ?? "https://releases.hashicorp.com").host,
  };
  for (const [number, place] of index.entries()) {
    try {
      return listed(product, question, await tools.client.json(place, undefined, INDEX_LIMIT));
    } catch (error) {
      const isMissing = error instanceof DownloadError && error.status === 404;
      if (!isMissing || number === index.length - 1)
        throw error instanceof Failure ? error : downloadFailure(question, error);
    }
  }
  return [];
}

/** Whatever is built at all is built for linux_amd64. */
function listed(product: Product, { subject }: Question, { json, url }: Document): Version[] {
  const versions = parseIndex(product, json, { os: "linux", arch: "amd64" });
  if (versions !== undefined) return versions;
  throw new Failure({
    reason: "lookup-failed",
    what: `${subject} could not be looked up: the answer of ${url.host} is no list of releases`,
    remedy: "Check the input releases-url, and whether a proxy or a login page answers in the server's place.",
  });
}

type Known = Pick<ApiRelease, "createdAt" | "isWithdrawn">;

/**
 * What the releases API says, by version: of all releases when dates are needed, else of the newest 20, among which the
 * next version is found mostly. A mirror need not have it.
 */
async function askReleases({ client, options }: ProductTools): Promise<Map<string, Known>> {
  const root = options.releasesUrl?.replace(/\/*$/, "") ?? "https://api.releases.hashicorp.com";
  const known = new Map<string, Known>();
  let after = "";
  for (let page = 0; page < (options.needsDates ? MOST_PAGES : 1); page += 1) {
    const url = `${root}/v1/releases/terraform?limit=${PAGE}${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`;
    const answer = await client.json(url).catch((error: unknown) => unknownDates(options, "terraform", error));
    const releases = (answer === undefined ? undefined : parseReleasesPage(answer.json)) ?? [];
    const before = known.size;
    for (const { version, ...rest } of releases) known.set(version, rest);
    const last = releases.at(-1)?.createdAt;
    // A page that brings nothing new is the end, whatever the server meant by it.
    if (known.size === before || last === undefined) break;
    after = last;
  }
  return known;
}

async function tagDates({ options }: ProductTools, repository: string): Promise<Map<string, Known>> {
  const dates = await askTagDates(options, repository);
  return new Map([...dates].map(([tag, createdAt]) => [tag.replace(/^v/, ""), { createdAt, isWithdrawn: false }]));
}

function unknownDates({ needsDates, log }: ProductTools["options"], name: string, error: unknown): undefined {
  if (!(error instanceof DownloadError)) throw error;
  const text = `No dates of ${name} releases are known: ${error.url ?? ""}: ${error.message}`;
  if (needsDates) log.warning(text);
  else log.debug(text);
  return undefined;
}
