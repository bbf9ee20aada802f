/**
 * Addresses of git repositories as module sources and plugins write them. Pure.
 * https://git-scm.com/docs/git-ls-remote#_git_urls
 */
import { parseRepository } from "./registry-answers.ts";

/** `url` is what git gets, `hostname` who will be connected to, as in a URL. `page` is the https page when it is known. */
export type GitAddress = { url: string; isSecureHttp: boolean; hostname: string; port: string; page?: string };

/** Hosts whose pages have the same path as their repositories over ssh. */
const FORGES: ReadonlySet<string> = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]);

/**
 * Reads https and ssh URLs and `user@host:path`. Undefined for everything else: other protocols, local paths, options, what
 * a remote helper would run.
 */
export function parseGitAddress(text: string): GitAddress | undefined {
  if (/[\p{Cc}\s]/u.test(text) || text.length > 2000) return undefined;
  const [, user, host, path] = /^([\w.-]+)@([0-9A-Za-z][\w.-]*):(?!\/\/)([^:]+)$/.exec(text) ?? [];
  const url = URL.parse(host === undefined ? text : `ssh://${user}@${host}/${path}`);
  if (url === null || url.hostname === "" || url.hostname.startsWith("-") || url.pathname.length < 2) return undefined;
  const isSecureHttp = url.protocol === "https:";
  if (!isSecureHttp && url.protocol !== "ssh:") return undefined;
  const isKnown = isSecureHttp || FORGES.has(url.hostname);
  const page = isKnown ? parseRepository(`https://${url.host}${url.pathname}`) : undefined;
  return {
    url: text,
    isSecureHttp,
    hostname: url.hostname,
    port: url.port || (isSecureHttp ? "443" : "22"),
    ...(page === undefined ? {} : { page }),
  };
}
