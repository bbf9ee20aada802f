/**
 * Addresses of pages for links: made of parts that were checked or encoded, so that nothing in them ends a markdown link.
 * It knows how GitHub and GitLab name their pages; it asks nobody.
 */
import type { Source } from "../find/mention.ts";

/** A source repository. */
export type Repository = {
  /** Lower case, `github.com`. */
  host: string;
  /** `owner/name`, encoded for an address. */
  path: string;
  /** Its page, no slash at the end. */
  url: string;
};

/** Where a link leads; both parts are markdown-safe as they are made here. */
export type Link = { text: string; url: string };

/** A path, each part encoded; slashes stay. */
export function encodePath(path: string): string {
  return path
    .toWellFormed()
    .split("/")
    .map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte))
    .join("/");
}

function escapeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A repository by its https page; undefined when the text is none. */
export function parseRepository(page: string): Repository | undefined {
  const url = URL.parse(page);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") {
    return undefined;
  }
  if (!/^[a-z0-9.-]+$/.test(url.hostname)) return undefined;
  const path = url.pathname
    .replace(/^\/+/, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
  if (!/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return undefined;
  return { host: url.hostname, path, url: `https://${url.hostname}/${path}` };
}

/**
 * The repository that a dependency is made in: what its registry says, else what its source says.
 * @param page `Catalogue.repository`
 */
export function repositoryOf(source: Source, page: string | undefined): Repository | undefined {
  const told = page === undefined ? undefined : parseRepository(page);
  if (told !== undefined) return told;
  if (source.from === "git") return parseGit(source.url);
  if (source.from === "releases") return parseRepository(productPages[source.product]);
  // The registry demands this name of a public provider: developer.hashicorp.com/terraform/registry/providers/publishing
  const isHashicorp = source.from === "providers" && `${source.host}/${source.namespace}` === HASHICORP;
  return isHashicorp ? parseRepository(`https://github.com/hashicorp/terraform-provider-${source.type}`) : undefined;
}

const HASHICORP = "registry.terraform.io/hashicorp";

const productPages = {
  terraform: "https://github.com/hashicorp/terraform",
  opentofu: "https://github.com/opentofu/opentofu",
} as const;

/** What git is given, as the page that the same host shows. */
function parseGit(url: string): Repository | undefined {
  const [, host, path] = /^(?:https|ssh):\/\/(?:[\w.-]+@)?([\w.-]+)\/([^?#]+)$/.exec(url) ?? [];
  if (host !== undefined && path !== undefined) return parseRepository(`https://${host}/${path}`);
  const [, short, rest] = /^(?:[\w.-]+@)([\w.-]+):([^/?#][^?#]*)$/.exec(url) ?? [];
  return short === undefined || rest === undefined ? undefined : parseRepository(`https://${short}/${rest}`);
}

/** Whether a repository's host shows pages as GitHub does. */
export function isGitHub(repository: Repository, serverUrl: string): boolean {
  return repository.host === "github.com" || repository.host === URL.parse(serverUrl)?.hostname;
}

/** The page that compares two tags; undefined for hosts whose pages are not known. */
export function comparePage(
  repository: Repository,
  [from, to]: readonly [string, string],
  serverUrl: string,
): string | undefined {
  const range = `${encodePath(from)}...${encodePath(to)}`;
  if (isGitHub(repository, serverUrl)) return `${repository.url}/compare/${range}`;
  return repository.host.startsWith("gitlab.") ? `${repository.url}/-/compare/${range}` : undefined;
}
