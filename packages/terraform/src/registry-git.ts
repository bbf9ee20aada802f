/**
 * The releases of a git repository: its tags, read with `git ls-remote` and the job's own credentials. Nothing is cloned,
 * no shell is started, nobody is asked for a password.
 */
import { Failure } from "@handrail/runner";
import type { Catalogue, Release } from "./catalogue.ts";
import { DownloadError } from "./install-download-error.ts";
import { proxyFor } from "./install-proxy.ts";
import type { Client } from "./registry-client.ts";
import { downloadFailure } from "./registry-failure.ts";
import { checkHost } from "./registry-gate.ts";
import { GitProblem, runLsRemote } from "./registry-git-command.ts";
import { type GitAddress, parseGitAddress } from "./registry-git-url.ts";
import type { Lanes } from "./registry-lanes.ts";
import type { RegistryOptions } from "./registry-options.ts";
import { askTagDates } from "./registry-tag-dates.ts";
import type { Trust } from "./registry-trust.ts";
import { parseRelease } from "./version.ts";

/** What tags are read with. */
export type GitTools = {
  options: Pick<
    RegistryOptions,
    "exec" | "environment" | "directory" | "network" | "needsDates" | "tagDates" | "log" | "signal"
  >;
  client: Client;
  trust: Trust;
  lanes: Lanes;
};

/** The tags that are versions. Rejects with a Failure `lookup-failed`. */
export async function listTags(tools: GitTools, url: string): Promise<Catalogue> {
  const address = parseGitAddress(url);
  if (address === undefined) {
    throw new Failure({
      reason: "lookup-failed",
      what: "A git repository could not be looked up: its address is neither an https URL nor an ssh one",
      remedy: "Write its source with https:// or ssh://.",
    });
  }
  const subject = `The repository ${shownAddress(address)}`;
  const addresses = await checkAddress(tools, address).catch((error: unknown) => {
    throw downloadFailure({ reason: "lookup-failed", subject, host: address.hostname }, error);
  });
  const text = await tools.lanes(() => readTags(tools, address, subject, addresses));
  const dates = address.page === undefined ? undefined : await askTagDates(tools.options, address.page);
  const releases = parseTags(text).map((release): Release => {
    const releasedAt = dates?.get(release.tag ?? "");
    return releasedAt === undefined ? release : { ...release, releasedAt };
  });
  return address.page === undefined ? { releases } : { releases, repository: address.page };
}

/** The host with its path; a user's name or a password may be secret. */
function shownAddress({ url, hostname }: GitAddress): string {
  const parsed = URL.parse(url);
  if (parsed !== null && parsed.hostname !== "") return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
  return `${hostname}:${url.slice(url.indexOf(":") + 1)}`;
}

/** The addresses that git must connect to; undefined when it may find them itself. */
async function checkAddress(
  { options, trust }: GitTools,
  { hostname, port, isSecureHttp }: GitAddress,
): Promise<readonly string[] | undefined> {
  const place = new URL(`https://${hostname}:${isSecureHttp ? port : "443"}`);
  if (trust.origins.has(place.origin)) return undefined;
  const isProxied = isSecureHttp && proxyFor(place, options.environment) !== undefined;
  return checkHost(hostname, isProxied, options.network);
}

/** A repository that was renamed is asked for again where its host says that it is, if that is on the same host. */
async function readTags(
  { options, client }: GitTools,
  address: GitAddress,
  subject: string,
  addresses: readonly string[] | undefined,
): Promise<string> {
  try {
    return await runLsRemote(options, address, addresses);
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    const moved = error.kind === "moved" ? await findMoved(client, address) : undefined;
    if (moved === undefined) throw gitFailure(subject, error);
    return runLsRemote(options, moved, addresses).catch((again: unknown) => {
      throw again instanceof GitProblem ? gitFailure(subject, again) : again;
    });
  }
}

const REFERENCES = "/info/refs";

async function findMoved(client: Client, address: GitAddress): Promise<GitAddress | undefined> {
  const url = new URL(address.url);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  url.pathname = url.pathname.replace(/\/*$/, REFERENCES);
  url.search = "service=git-upload-pack";
  const landing = await client.landing(url.href).catch((error: unknown) => {
    if (error instanceof DownloadError) return undefined;
    throw error;
  });
  if (landing === undefined || !landing.pathname.endsWith(REFERENCES)) return undefined;
  const found = new URL(landing.href);
  found.pathname = found.pathname.slice(0, -REFERENCES.length);
  found.search = "";
  found.username = username;
  found.password = password;
  return parseGitAddress(found.href);
}

/** `<object id>\trefs/tags/<tag>` a line; an annotated tag has a second one that ends in `^{}`. */
function parseTags(text: string): Release[] {
  const tags = [...text.matchAll(/^[0-9a-f]{40,64}\trefs\/tags\/(\S+)$/gm)].map(([, tag = ""]) => tag);
  return tags.flatMap((tag) => {
    const version = tag.endsWith("^{}") ? undefined : parseRelease(tag);
    return version === undefined ? [] : [{ version, tag }];
  });
}

const REMEDIES: Readonly<Record<GitProblem["kind"], string>> = {
  moved: "Write its source with the address that it has now.",
  refused:
    "Check that it exists where its source says, and that git in this job may read it: a deploy key, or a token in git's configuration (url.<base>.insteadOf).",
  unreachable: "Check the network, HTTPS_PROXY and NO_PROXY; then run the job again.",
  "not-started": "Install git in a step before this one.",
  "too-long": "Leave it out with the input ignore.",
  other: "Run the job again; with debug logging its log has what git says.",
};

function gitFailure(subject: string, problem: GitProblem): Failure {
  const what = `${subject} could not be looked up: ${problem.message}`;
  return new Failure({ reason: "lookup-failed", what, remedy: REMEDIES[problem.kind], cause: problem });
}
