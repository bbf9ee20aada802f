/**
 * The release notes between two versions, from the GitHub releases of the dependency's repository. It asks through a
 * function that it is handed, and gives up silently: a link is told instead. Nothing is rendered here.
 */
import { GitHubFailure } from "@handrail/github";
import type { Request } from "@handrail/github/client";
import { compareVersions, coreOf, tryVersion, type Version } from "@handrail/terraform";
import type { Update } from "../decide/update.ts";
import { cleanNotes, cutNotes } from "./notes-text.ts";
import { tagPrefix } from "./tag.ts";
import type { Repository } from "./web-address.ts";

/** One release. The text is harmless in a fence. */
export type ReleaseNote = { version: string; tag: string; publishedAt: string; text: string };

/** What was released between the version in use (exclusive) and the new one (inclusive), newest first. */
export type ReleaseNotes = {
  /** The page with all of it. */
  url: string;
  releases: ReleaseNote[];
  /** How many more there are than `releases` tells. */
  more: number;
  /** The text of the last one is not whole. */
  isCut: boolean;
  /** The tags of the new version and of the one in use, as they are written. */
  tag?: string;
  formerTag?: string;
};

/** All notes of one update together, in bytes of UTF-8; what is around them is within H090's 10 KB, too. */
export const NOTES_LIMIT_BYTES = 9_000;

const PAGE = 50;
const MOST_PAGES = 2;
/** Notes are not worth waiting for rate limits. */
const MOST_WAIT_MS = 5_000;

/** What is asked about. */
export type NotesQuery = { update: Update; repository: Repository | undefined; serverUrl: string };

/**
 * Asks GitHub for the newest 100 releases. Undefined when the repository is not on the GitHub that `request` speaks to, or
 * when it does not answer. Rejects only when the run ends.
 */
export async function fetchNotes(request: Request, query: NotesQuery): Promise<ReleaseNotes | undefined> {
  const { update, repository, serverUrl } = query;
  if (repository === undefined || repository.host !== URL.parse(serverUrl)?.hostname) return undefined;
  const [owner = "", repo = "", ...rest] = repository.path.split("/");
  if (owner === "" || repo === "" || rest.length > 0) return undefined;
  try {
    const found = await listReleases(request, { owner, repo }, update);
    return chooseNotes(found, update, `${repository.url}/releases`);
  } catch (error) {
    if (error instanceof GitHubFailure) return undefined;
    throw error;
  }
}

async function listReleases(
  request: Request,
  where: { owner: string; repo: string },
  update: Update,
): Promise<unknown[]> {
  const all: unknown[] = [];
  const waits = { leftMs: MOST_WAIT_MS };
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await request(
      "GET /repos/{owner}/{repo}/releases",
      { ...where, per_page: PAGE, page },
      { expects: "list", permission: "contents: read", waits },
    );
    const items = Array.isArray(answer.data) ? (answer.data as unknown[]) : [];
    all.push(...items);
    if (items.length < PAGE || isPast(items, update)) break;
  }
  return all;
}

/** A release whose text was not looked at yet. */
type Named = ReleaseNote & { parsed: Version };

/** Backports stand between newer releases: only when nothing on a page is newer, the rest is older, too. */
function isPast(items: readonly unknown[], update: Update): boolean {
  const from = tryVersion(update.from);
  const named = items.flatMap((item) => readRelease(item, prefixOf(update)));
  return from !== undefined && named.length > 0 && named.every(({ parsed }) => compareVersions(parsed, from) <= 0);
}

/** The notes that are about the step, within the limit. */
function chooseNotes(items: readonly unknown[], update: Update, url: string): ReleaseNotes | undefined {
  const from = tryVersion(update.from);
  const to = tryVersion(update.to);
  if (from === undefined || to === undefined) return undefined;
  const named = items.flatMap((item) => readRelease(item, prefixOf(update)));
  const between = named
    .filter(({ parsed }) => compareVersions(parsed, from) > 0 && compareVersions(parsed, to) <= 0)
    .filter(({ parsed }) => parsed.prerelease === "" || compareVersions(parsed, to) === 0)
    .toSorted((one, other) => compareVersions(other.parsed, one.parsed));
  const tag = named.find(({ parsed }) => compareVersions(parsed, to) === 0)?.tag;
  const formerTag = named.find(({ parsed }) => compareVersions(parsed, from) === 0)?.tag;
  if (between.length === 0) return undefined;
  return {
    url,
    ...keepNotes(between),
    ...(tag === undefined ? {} : { tag }),
    ...(formerTag === undefined ? {} : { formerTag }),
  };
}

/** The newest, as many as fit: the first one that does not is cut, and the rest is counted. */
function keepNotes(between: readonly Named[]): Pick<ReleaseNotes, "releases" | "more" | "isCut"> {
  const releases: ReleaseNote[] = [];
  let left = NOTES_LIMIT_BYTES;
  let isCut = false;
  for (const { version, tag, publishedAt, text: raw } of between) {
    const text = cleanNotes(raw);
    const kept = cutNotes(text, left - HEADING_BYTES);
    if (isCut || left < 2 * HEADING_BYTES) break;
    isCut = kept.length < text.length;
    releases.push({ version, tag, publishedAt, text: kept });
    left -= Buffer.byteLength(kept) + HEADING_BYTES;
  }
  return { releases, more: between.length - releases.length, isCut };
}

/** Room for a release's version and date. */
const HEADING_BYTES = 100;

/** What stands before the version in this dependency's tags, without the `v`: others in the same repository are not its. */
function prefixOf({ tag, to }: Update): string {
  return tag === undefined ? "" : (tagPrefix(tag, to) ?? "").replace(/v$/, "");
}

/** A release of GitHub's list that is a version of this dependency: none or one. */
function readRelease(item: unknown, prefix: string): Named[] {
  if (typeof item !== "object" || item === null || Reflect.get(item, "draft") === true) return [];
  const tag = textIn(item, "tag_name");
  const parsed = tag.startsWith(prefix) && tag.length <= 200 ? tryVersion(tag.slice(prefix.length)) : undefined;
  if (parsed === undefined) return [];
  const version = `${coreOf(parsed).segments.join(".")}${parsed.prerelease === "" ? "" : `-${parsed.prerelease}`}`;
  const date = /^\d{4}-\d\d-\d\d/.exec(textIn(item, "published_at"))?.[0] ?? "";
  return [{ version, tag, publishedAt: date, text: textIn(item, "body"), parsed }];
}

function textIn(item: object, name: string): string {
  const found: unknown = Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
  return typeof found === "string" ? found : "";
}
