export const id = 391;
export const ids = [391];
export const modules = {

/***/ 7391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTagDates: () => (/* binding */ readTagDates)
/* harmony export */ });
/* harmony import */ var _tell_web_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2152);

/** The newest 200 releases are enough: what is proposed is new. */
const PAGES = 2;
const PAGE = 100;
/**
 * The dates (RFC 3339) by tag. Empty for a repository that is not on the GitHub that `request` speaks to.
 * @throws GitHubFailure
 */
async function readTagDates(request, page, serverUrl) {
    const dates = new Map();
    const repository = (0,_tell_web_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(page.replace(/\.git$/, ""));
    const [owner = "", repo = "", ...rest] = repository?.path.split("/") ?? [];
    if (repository?.host !== URL.parse(serverUrl)?.hostname || repo === "" || rest.length > 0)
        return dates;
    for (let number = 1; number <= PAGES; number += 1) {
        const { data } = await request("GET /repos/{owner}/{repo}/releases", { owner, repo, per_page: PAGE, page: number }, { expects: "list", permission: "contents: read" });
        const items = Array.isArray(data) ? data : [];
        for (const item of items) {
            const { tag_name: tag, published_at: date } = (item ?? {});
            if (typeof tag === "string" && typeof date === "string")
                dates.set(tag, date);
        }
        if (items.length < PAGE)
            break;
    }
    return dates;
}


/***/ }),

/***/ 2152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ comparePage),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Wz: () => (/* binding */ isGitHub),
/* harmony export */   _M: () => (/* binding */ repositoryOf)
/* harmony export */ });
/** A path, each part encoded; slashes stay. */
function encodePath(path) {
    return path
        .toWellFormed()
        .split("/")
        .map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte))
        .join("/");
}
function escapeByte(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** A repository by its https page; undefined when the text is none. */
function parseRepository(page) {
    const url = URL.parse(page);
    if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") {
        return undefined;
    }
    if (!/^[a-z0-9.-]+$/.test(url.hostname))
        return undefined;
    const path = url.pathname
        .replace(/^\/+/, "")
        .replace(/\/+$/, "")
        .replace(/\.git$/, "");
    if (!/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path))
        return undefined;
    return { host: url.hostname, path, url: `https://${url.hostname}/${path}` };
}
/**
 * The repository that a dependency is made in: what its registry says, else what its source says.
 * @param page `Catalogue.repository`
 */
function repositoryOf(source, page) {
    const told = page === undefined ? undefined : parseRepository(page);
    if (told !== undefined)
        return told;
    if (source.from === "git")
        return parseGit(source.url);
    if (source.from === "releases")
        return parseRepository(productPages[source.product]);
    // The registry demands this name of a public provider: developer.hashicorp.com/terraform/registry/providers/publishing
    const isHashicorp = source.from === "providers" && `${source.host}/${source.namespace}` === HASHICORP;
    return isHashicorp ? parseRepository(`https://github.com/hashicorp/terraform-provider-${source.type}`) : undefined;
}
const HASHICORP = "registry.terraform.io/hashicorp";
const productPages = {
    terraform: "https://github.com/hashicorp/terraform",
    opentofu: "https://github.com/opentofu/opentofu",
};
/** What git is given, as the page that the same host shows. */
function parseGit(url) {
    const [, host, path] = /^(?:https|ssh):\/\/(?:[\w.-]+@)?([\w.-]+)\/([^?#]+)$/.exec(url) ?? [];
    if (host !== undefined && path !== undefined)
        return parseRepository(`https://${host}/${path}`);
    const [, short, rest] = /^(?:[\w.-]+@)([\w.-]+):([^/?#][^?#]*)$/.exec(url) ?? [];
    return short === undefined || rest === undefined ? undefined : parseRepository(`https://${short}/${rest}`);
}
/** Whether a repository's host shows pages as GitHub does. */
function isGitHub(repository, serverUrl) {
    return repository.host === "github.com" || repository.host === URL.parse(serverUrl)?.hostname;
}
/** The page that compares two tags; undefined for hosts whose pages are not known. */
function comparePage(repository, [from, to], serverUrl) {
    const range = `${encodePath(from)}...${encodePath(to)}`;
    if (isGitHub(repository, serverUrl))
        return `${repository.url}/compare/${range}`;
    return repository.host.startsWith("gitlab.") ? `${repository.url}/-/compare/${range}` : undefined;
}


/***/ })

};

