/**
 * Addresses of git repositories as terraform's getter reads them: what git is given, and where the ref stands.
 * https://developer.hashicorp.com/terraform/language/modules/sources#generic-git-repository
 */
import type { Span } from "./mention.ts";

/** `name` is host and path; `url` what git is given; `ref` the offsets of the ref's value in the text. */
export type GitSource = { name: string; url: string; ref?: Span; hasManyRefs: boolean };

/** Why a source has no releases that could be looked up. */
type Unknown = { is: "unknown"; why: string };

type Address = { scheme: string; user: string; host: string; path: string };

/** The schemes that are taken to git; no helper program, no file of this machine. */
const SCHEMES: ReadonlySet<string> = new Set(["https", "http", "ssh", "git"]);
const URL_FORM = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/@]*)@)?([^/@]*)\/(.*)$/i;
/** `git@github.com:acme/network.git` */
const SCP_FORM = /^([^@:/]+)@([^:/@]+):\/?(.+)$/;
const SHORT_FORM = /^(github\.com|bitbucket\.org)\/([^/]+\/[^/]+)/i;
const USER = /^[\w.+][\w.+-]*$/;
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::[0-9]{1,5})?$/u;
const PATH = /^[^\s\\?#"'`<>|;$\u0000-\u001f\u007f]+$/;

/** Reads a source that is not local and not in a registry. */
export function parseGitSource(text: string): ({ is: "git" } & GitSource) | Unknown {
  const query = text.indexOf("?");
  const before = query === -1 ? text : text.slice(0, query);
  const isForced = before.startsWith("git::");
  const forced = /^([a-z0-9]+)::/i.exec(before)?.[1];
  if (forced !== undefined && !isForced) return noReleases(forced);
  const address = parseAddress(isForced ? before.slice("git::".length) : before, isForced);
  if ("why" in address) return address;
  const path = withoutDirectory(address.path);
  const isSafe = HOST.test(address.host) && PATH.test(path) && (address.user === "" || USER.test(address.user));
  if (!isSafe || path === "") return NO_ADDRESS;
  const refs = query === -1 ? [] : findRefs(text, query + 1);
  const found: { is: "git" } & GitSource = {
    is: "git",
    name: `${address.host.toLowerCase()}/${path.replace(/\.git$/, "")}`,
    url: renderUrl({ ...address, path }),
    hasManyRefs: refs.length > 1,
  };
  return refs[0] === undefined ? found : { ...found, ref: refs[0] };
}

const NO_ADDRESS: Unknown = {
  is: "unknown",
  why: "its source is neither a directory nor the address of a registry or a git repository",
};

function noReleases(kind: string): Unknown {
  return { is: "unknown", why: `modules from ${kind} have no list of releases` };
}

/** The address, or why there is none. */
function parseAddress(text: string, isForced: boolean): Address | Unknown {
  const short = SHORT_FORM.exec(text);
  if (short !== null) {
    const [, host = "", repository = ""] = short;
    const path = repository.replace(/\.git$/, "");
    return { scheme: "https", user: "", host, path: `${path}.git` };
  }
  const url = URL_FORM.exec(text);
  if (url !== null) {
    const [, scheme = "", user = "", host = "", path = ""] = url;
    const isGit = isForced || scheme === "ssh" || scheme === "git";
    if (!isGit) return noReleases(scheme);
    if (!SCHEMES.has(scheme.toLowerCase())) {
      return { is: "unknown", why: `git is not asked for addresses of the kind ${scheme}` };
    }
    // A password stays out of what is shown and asked; git finds its own.
    const [name = ""] = user.split(":", 1);
    return { scheme: scheme.toLowerCase(), user: scheme === "ssh" ? name : "", host, path };
  }
  const scp = SCP_FORM.exec(text);
  if (scp === null) return NO_ADDRESS;
  const [, user = "", host = "", path = ""] = scp;
  return { scheme: "ssh", user, host, path };
}

/** The repository's path: `//` begins a directory in it. */
function withoutDirectory(path: string): string {
  const directory = path.indexOf("//");
  return (directory === -1 ? path : path.slice(0, directory)).replace(/^\/+|\/+$/g, "");
}

function renderUrl({ scheme, user, host, path }: Address): string {
  return `${scheme}://${user === "" ? "" : `${user}@`}${host.toLowerCase()}/${path}`;
}

/** The values of `ref` in a query that begins at the offset. */
function findRefs(text: string, from: number): Span[] {
  const refs: Span[] = [];
  let at = from;
  for (const pair of text.slice(from).split("&")) {
    if (pair.startsWith("ref=") && pair !== "ref=") refs.push({ start: at + "ref=".length, end: at + pair.length });
    at += pair.length + 1;
  }
  return refs;
}
