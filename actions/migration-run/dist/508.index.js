export const id = 508;
export const ids = [508];
export const modules = {

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createClient: () => (/* binding */ createClient)
});

// UNUSED EXPORTS: GitHubFailure, proxySecrets

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./packages/github/lib/pages.js
/**
 * Lists that GitHub hands out in numbered pages, as far as somebody wants to read. Reading only.
 */

const PAGE = 100;
/**
 * The pages one after the other; the next is asked for only when it is wanted.
 * @throws GitHubFailure
 */
async function* readPages(requester, list) {
    const { route, parameters, permission, member, maxPages, waits } = list;
    for (let page = 1; page <= maxPages; page += 1) {
        const answer = await requester.request(route, { ...parameters, per_page: PAGE, page }, { expects: member === undefined ? "list" : "object", permission, ...(waits === undefined ? {} : { waits }) });
        const items = member === undefined ? (0,plain/* readList */.LD)(answer.data) : (0,plain/* readList */.LD)(answer.data, member);
        yield items;
        if (items.length < PAGE)
            return;
    }
}
/** All pages in one list. */
async function readAllPages(requester, list) {
    const all = [];
    for await (const items of readPages(requester, list))
        all.push(...items);
    return all;
}

;// CONCATENATED MODULE: ./packages/github/lib/changed-files.js
/**
 * Which files a pull request changes. Reading only.
 */


/** GitHub lists at most 3,000 files of a pull request. */
const MAX_PAGES = 30;
/**
 * The paths that a pull request changes, old names of renamed files included.
 * @throws GitHubFailure
 */
async function listChangedFiles(requester, where) {
    const { owner, repo, pullRequest } = where;
    const files = await readAllPages(requester, {
        route: "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
        parameters: { owner, repo, pull_number: pullRequest },
        permission: "pull-requests: read",
        maxPages: MAX_PAGES,
    });
    const paths = files.flatMap((file) => [(0,plain/* readText */.yR)(file, "filename"), (0,plain/* readText */.yR)(file, "previous_filename")]);
    return [...new Set(paths.filter((path) => path !== ""))];
}

// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
;// CONCATENATED MODULE: ./packages/github/lib/compare-commits.js
/**
 * How two commits lie to each other. Reading only.
 */


const COMPARISONS = new Set(["identical", "ahead", "behind", "diverged"]);
/**
 * Compares two commits, branches or tags.
 * @throws GitHubFailure `github-not-found` when one does not exist or they share no commit
 */
async function compareCommits(requester, of) {
    const { owner, repo, base, head } = of;
    const answer = await requester.request("GET /repos/{owner}/{repo}/compare/{basehead}", 
    // Changed files, up to 300 with their patches, are on the first page only: the second is small.
    // https://docs.github.com/rest/commits/commits#compare-two-commits
    { owner, repo, basehead: `${base}...${head}`, per_page: 1, page: 2 }, { expects: "object", permission: "contents: read" });
    const status = (0,plain/* readText */.yR)(answer.data, "status");
    if (isComparison(status))
        return status;
    throw new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: "GitHub's answer to a comparison of two commits does not say how they compare",
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}
function isComparison(status) {
    return COMPARISONS.has(status);
}

// EXTERNAL MODULE: ./packages/github/lib/payload.js
var payload = __webpack_require__(2943);
;// CONCATENATED MODULE: ./packages/github/lib/deployment.js
/**
 * Deployments and their statuses as GitHub lists them. Pure: reading only, no calls.
 */

/** Reads one deployment; undefined when it is none. */
function parseDeployment(value) {
    const id = (0,plain/* readId */.wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        sha: (0,payload/* readSha */.tU)(value, "sha"),
        ref: (0,plain/* readText */.yR)(value, "ref"),
        task: (0,plain/* readText */.yR)(value, "task"),
        environment: (0,plain/* readText */.yR)(value, "environment"),
        description: (0,plain/* readText */.yR)(value, "description"),
        payload: parsePayload((0,plain/* read */.LF)(value, "payload")),
        creator: (0,plain/* readText */.yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Reads one status; undefined when it is none. */
function parseDeploymentStatus(value) {
    const id = (0,plain/* readId */.wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        state: (0,plain/* readText */.yR)(value, "state"),
        description: (0,plain/* readText */.yR)(value, "description"),
        logUrl: (0,plain/* readText */.yR)(value, "log_url"),
        environmentUrl: (0,plain/* readText */.yR)(value, "environment_url"),
        creator: (0,plain/* readText */.yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Whether a deployment, with its newest status, has not come to an end; one without a status has just begun. */
function isOpenDeployment({ status }) {
    return status === undefined || ["pending", "queued", "in_progress"].includes(status.state);
}
/** GitHub keeps an object as an object and a text as a text, which often is JSON. */
function parsePayload(payload) {
    let value = payload;
    if (typeof payload === "string") {
        try {
            value = JSON.parse(payload);
        }
        catch {
            value = undefined;
        }
    }
    const record = Object.create(null);
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return record;
    for (const [name, each] of Object.entries(value))
        record[name] = each;
    return record;
}
function readTime(value) {
    const time = Date.parse((0,plain/* readText */.yR)(value, "created_at"));
    return Number.isNaN(time) ? {} : { createdAt: time };
}

;// CONCATENATED MODULE: ./packages/github/lib/deployment-list.js
/**
 * Reads deployments and their statuses. GitHub lists both newest first.
 */



const READ = "deployments: read";
/** The deployments that are searched: the newest 1,000. */
const deployment_list_MAX_PAGES = 10;
/**
 * The relevant deployments of a task in an environment among the newest 1,000, newest first; their payloads are what
 * whoever may write deployments wrote.
 * https://docs.github.com/rest/deployments/deployments#list-deployments
 * @throws GitHubFailure
 */
async function listDeployments(requester, query) {
    const { isRelevant, atMost, withStatus = false } = query;
    const waits = requester.newWaits();
    // One that is made while the pages are read moves another to the next page, where it comes a second time.
    const found = new Map();
    for await (const deployments of atMost > 0 ? readDeployments(requester, query, { waits }) : []) {
        for (const deployment of deployments) {
            if (found.size < atMost && isRelevant?.(deployment) !== false)
                found.set(deployment.id, deployment);
        }
        if (found.size === atMost)
            break;
    }
    const listed = [];
    for (const deployment of [...found.values()].sort((a, b) => b.id - a.id)) {
        const { owner, repo } = query;
        const place = { request: requester.request, owner, repo };
        listed.push(withStatus ? await withLastStatus(place, deployment, { waits }) : deployment);
    }
    return listed;
}
/**
 * The deployment with its newest status that says how it went.
 * @throws GitHubFailure
 */
async function withLastStatus({ request, owner, repo }, deployment, options = {}) {
    const statuses = await readStatuses({ request }, { owner, repo, id: deployment.id }, options);
    const status = statuses.find(({ state }) => state !== "inactive");
    return { ...deployment, ...(status === undefined ? {} : { status }) };
}
/**
 * The deployments of a task page by page, the newest first; the next page is asked for only when it is wanted.
 * @param limits `maxPages`: 10, of a hundred each
 * @throws GitHubFailure
 */
async function* readDeployments(requester, query, limits = {}) {
    const { owner, repo, task, environment } = query;
    const pages = readPages(requester, {
        route: "GET /repos/{owner}/{repo}/deployments",
        parameters: { owner, repo, environment, task },
        permission: READ,
        maxPages: deployment_list_MAX_PAGES,
        ...limits,
    });
    // The filters are GitHub's to apply; a server that ignores one must not make us take another task's record.
    // Names of environments are not case sensitive.
    const isMatch = (deployment) => deployment.task === task &&
        (environment === undefined || deployment.environment.toLowerCase() === environment.toLowerCase());
    for await (const items of pages) {
        const deployments = items.map(parseDeployment).filter((each) => each !== undefined);
        yield deployments.filter(isMatch);
    }
}
/**
 * The statuses of a deployment, newest first, 30 at most.
 * @throws GitHubFailure
 */
async function readStatuses(requester, of, options = {}) {
    const { data } = await requester.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", { owner: of.owner, repo: of.repo, deployment_id: of.id, per_page: 30 }, { expects: "list", permission: READ, ...options });
    const statuses = (0,plain/* readList */.LD)(data).map(parseDeploymentStatus);
    return statuses.filter((each) => each !== undefined).sort((a, b) => b.id - a.id);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/github/lib/deployments.js
/**
 * Records of what was done in an environment: creating them, saying how they go, finding the latest. A lost answer never
 * makes two records: each carries a nonce and is looked for before it is created again.
 */




const WRITE = "deployments: write";
const MAX_POSTS = 3;
const MAX_DESCRIPTION = 140;
/**
 * Creates a deployment, without merging anything and without waiting for checks: they have been waited for by whoever
 * calls. It has no status yet.
 * https://docs.github.com/rest/deployments/deployments#create-a-deployment
 * @throws GitHubFailure
 */
async function createDeployment(requester, wanted) {
    const { owner, repo, ref, task, environment } = wanted;
    const description = cut(wanted.description ?? "");
    const waits = requester.newWaits();
    const nonce = (0,external_node_crypto_.randomBytes)(12).toString("base64url");
    const payload = { ...wanted.payload, nonce };
    const body = { ref, task, environment, description, payload, auto_merge: false, required_contexts: [] };
    const isRelevant = (deployment) => deployment.payload["nonce"] === nonce;
    const create = async () => {
        const { data } = await requester.request("POST /repos/{owner}/{repo}/deployments", { owner, repo, ...body }, { expects: "object", permission: WRITE, waits });
        const deployment = parseDeployment(data);
        if (deployment === undefined)
            throw badAnswer("a new deployment");
        return deployment;
    };
    return once(requester, create, () => findDeployment(requester, { owner, repo, environment, task, isRelevant }, { waits, maxPages: 1 }));
}
/**
 * Says how a deployment goes. Other deployments of the environment stay as they are: with several roots in one environment
 * a success of one does not end the record of another.
 * https://docs.github.com/rest/deployments/statuses#create-a-deployment-status
 * @throws GitHubFailure
 */
async function setDeploymentStatus(requester, id, status) {
    const { owner, repo, state, logUrl, environmentUrl } = status;
    const description = cut(status.description);
    const waits = requester.newWaits();
    const body = { state, description, log_url: logUrl, environment_url: environmentUrl, auto_inactive: false };
    const set = async () => {
        await requester.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", { owner, repo, deployment_id: id, ...body }, 
        // A deployment and its first status are one change in two calls; GitHub asks for a pause between many.
        { expects: "object", permission: WRITE, waits, isQuiet: status.isFirst === true });
    };
    await once(requester, set, async () => {
        const [newest] = await readStatuses(requester, { owner, repo, id }, { waits });
        const isSame = newest?.state === state && newest.description === description && newest.logUrl === logUrl;
        return isSame ? true : undefined;
    });
}
/**
 * The newest relevant deployment of a task in an environment, with its newest status (absent when it has none yet).
 * @throws GitHubFailure
 */
async function latestDeployment(requester, query) {
    const waits = requester.newWaits();
    const deployment = await findDeployment(requester, query, { waits });
    if (deployment === undefined)
        return undefined;
    const [status] = await readStatuses(requester, { ...query, id: deployment.id }, { waits });
    return { ...deployment, ...(status === undefined ? {} : { status }) };
}
async function findDeployment(requester, query, limits) {
    for await (const deployments of readDeployments(requester, query, limits)) {
        const found = deployments.find((deployment) => query.isRelevant?.(deployment) !== false);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Posts; when the answer is lost, looks for what may have been made before it posts again. */
async function once(requester, post, find) {
    for (let posts = 1;; posts += 1) {
        try {
            return await post();
        }
        catch (error) {
            if (!(0,failure/* isLost */.J)(error))
                throw error;
            const waitMs = 1_000 + Math.ceil(requester.random() * 1_000);
            const when = `looking for it in ${(waitMs / 1_000).toFixed(1)} s`;
            requester.log.info(`GitHub: no usable answer to a deployment; ${when}`);
            await requester.sleep(waitMs);
            const found = await find();
            if (found !== undefined)
                return found;
            if (posts === MAX_POSTS)
                throw error;
        }
    }
}
function badAnswer(what) {
    return new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: `GitHub's answer to ${what} is not one`,
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}
/** The text in at most 140 code points, never half a character. */
function cut(text) {
    const points = Array.from(text);
    return points.length <= MAX_DESCRIPTION ? text : `${points.slice(0, MAX_DESCRIPTION - 1).join("")}…`;
}

;// CONCATENATED MODULE: ./packages/github/lib/comment-edits.js
/**
 * Whether somebody else changed what we wrote: people with write access may edit every comment, and neither its author
 * nor anything in REST shows it. Reading only.
 */


const QUERY = `query ($id: ID!) {
  node(id: $id) {
    ... on IssueComment {
      lastEditedAt
      editor { __typename login }
      userContentEdits(first: 100) {
        pageInfo { hasNextPage }
        nodes { editedAt editor { __typename login } }
      }
    }
  }
}`;
/**
 * Asks who edited a comment. Edits before `since` do not count: what was written since replaced the whole comment.
 * @param comment `since`: seconds since 1970 by GitHub's clock, when the run that wrote the comment began
 * @throws what ends every call: the signal's reason
 */
async function readCommentEdits(requester, comment, waits) {
    if (comment.nodeId === "")
        return { isEdited: undefined };
    const route = `POST ${requester.graphqlUrl}`;
    try {
        const { data } = await requester.request(route, { query: QUERY, variables: { id: comment.nodeId } }, { expects: "object", waits });
        return judgeEdits((0,plain/* read */.LF)(data, "data", "node"), comment);
    }
    catch (error) {
        if (!(error instanceof failure/* GitHubFailure */.i))
            throw error;
        requester.log.info(`GitHub does not tell who edited a comment: ${error.what}`);
        return { isEdited: undefined };
    }
}
/** Reads the answer's node. Its last editor decides; the history finds an edit that a later update of ours may have kept. */
function judgeEdits(node, comment) {
    const lastEditedAt = (0,plain/* read */.LF)(node, "lastEditedAt");
    if (lastEditedAt === null)
        return { isEdited: false };
    if (typeof lastEditedAt !== "string")
        return { isEdited: undefined };
    const start = comment.since * 1_000;
    const history = (0,plain/* readList */.LD)(node, "userContentEdits", "nodes");
    const times = history.map((edit) => Date.parse((0,plain/* readText */.yR)(edit, "editedAt")));
    const edits = history.filter((_, at) => !((times[at] ?? Number.NaN) < start));
    const foreign = [node, ...edits].find((edit) => !isSameAccount((0,plain/* read */.LF)(edit, "editor"), comment.login));
    if (foreign === undefined) {
        // Of a longer history there is the newest hundred, which has to reach back far enough.
        const isWhole = (0,plain/* read */.LF)(node, "userContentEdits", "pageInfo", "hasNextPage") !== true;
        const reaches = times[0] === Date.parse(lastEditedAt) && (times.at(-1) ?? Number.NaN) < start;
        return { isEdited: isWhole || reaches ? false : undefined };
    }
    const editor = (0,plain/* readText */.yR)(foreign, "editor", "login");
    return { isEdited: true, ...(editor === "" ? {} : { editor }) };
}
/**
 * GraphQL's `editor` of a bot has no `[bot]` at its end, and a person may have the login that an App has without it: the
 * type tells them apart. An account that is gone is null, and nobody.
 */
function isSameAccount(account, login) {
    const isBot = (0,plain/* readText */.yR)(account, "__typename") === "Bot";
    const name = (0,plain/* readText */.yR)(account, "login").toLowerCase();
    const full = isBot && !name.endsWith("[bot]") ? `${name}[bot]` : name;
    return name !== "" && full === login.toLowerCase();
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./packages/github/lib/marker.js
/**
 * The marker by which a comment of ours is found again: an html comment at the very first byte of the body.
 * It identifies, it does not prove: whoever can write comments can write markers. See marker-mac.ts and the comment's author.
 */

const START = "<!-- handrail:";
const ACTION = /^[a-z0-9][a-z0-9-]{0,63}$/;
const NO_NONCE = "0".repeat(16);
const NONCE = /^[A-Za-z0-9_-]{16}$/;
const MAX_SINCE = 9_999_999_999;
/** Longer payloads are not ours: markers carry names and hashes. */
const MAX_PAYLOAD = 16_384;
/**
 * The marker as text, without a line end. The data is base64url, so that nothing in it can end the html comment.
 * Its length does not depend on nonce and since: a body that fits the limit still fits when they are filled in.
 * @throws RangeError when the action's name is not one, a number is not finite or the whole is too long
 */
function renderMarker(marker) {
    if (!ACTION.test(marker.action))
        throw new RangeError(`"${marker.action}" cannot name an action in a marker`);
    const { nonce = NO_NONCE, since = 0 } = marker;
    if (!NONCE.test(nonce))
        throw new RangeError("a marker's nonce has 16 characters of base64url");
    if (!isSince(since))
        throw new RangeError("a marker's time is seconds since 1970");
    const entries = Object.entries(marker.data);
    if (entries.some(([, value]) => !isValue(value)))
        throw new RangeError("a marker carries texts, finite numbers and booleans");
    const content = { k: marker.key, d: entries, m: marker.mac ?? "", n: nonce, s: String(since).padStart(10, "0") };
    const payload = external_node_buffer_.Buffer.from(JSON.stringify(content)).toString("base64url");
    if (payload.length > MAX_PAYLOAD)
        throw new RangeError("the marker's data is too long");
    return `${START}${marker.action} ${payload} -->`;
}
/** The marker at the start of a comment's body; undefined when there is none or it is not exactly as we write it. Never throws. */
function parseMarker(body) {
    if (!body.startsWith(START))
        return undefined;
    const head = body.slice(START.length, START.length + MAX_PAYLOAD + 128);
    const space = head.indexOf(" ");
    const end = head.indexOf(" -->", space + 1);
    if (space < 0 || end < 0)
        return undefined;
    const action = head.slice(0, space);
    const payload = head.slice(space + 1, end);
    if (!ACTION.test(action) || payload.length > MAX_PAYLOAD || !/^[A-Za-z0-9_-]+$/.test(payload))
        return undefined;
    const marker = parseContent(action, external_node_buffer_.Buffer.from(payload, "base64url").toString());
    // One spelling for one content: what does not render to the same bytes was not written by us.
    return marker !== undefined && body.startsWith(renderMarker(marker)) ? marker : undefined;
}
function parseContent(action, json) {
    let content;
    try {
        content = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    if (typeof content !== "object" || content === null)
        return undefined;
    const [key, entries, mac, nonce, since] = ["k", "d", "m", "n", "s"].map((name) => Object.hasOwn(content, name) ? Reflect.get(content, name) : undefined);
    const data = parseData(entries);
    if (typeof key !== "string" || typeof mac !== "string" || data === undefined)
        return undefined;
    if (typeof nonce !== "string" || !NONCE.test(nonce))
        return undefined;
    if (typeof since !== "string" || !/^[0-9]{10}$/.test(since))
        return undefined;
    return {
        action,
        key,
        data,
        ...(mac === "" ? {} : { mac }),
        ...(nonce === NO_NONCE ? {} : { nonce }),
        ...(Number(since) === 0 ? {} : { since: Number(since) }),
    };
}
/** Pairs into a record without a prototype, so that a key like `__proto__` is a key. */
function parseData(entries) {
    if (!Array.isArray(entries))
        return undefined;
    const data = Object.create(null);
    for (const entry of entries) {
        if (!Array.isArray(entry) || entry.length !== 2)
            return undefined;
        const [name, value] = entry;
        if (typeof name !== "string" || !isValue(value) || Object.hasOwn(data, name))
            return undefined;
        data[name] = value;
    }
    return data;
}
function isValue(value) {
    return (typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)));
}
function isSince(since) {
    return Number.isInteger(since) && since >= 0 && since <= MAX_SINCE;
}

;// CONCATENATED MODULE: ./packages/github/lib/comments.js
/**
 * Comments as GitHub lists them, and which of them are ours. Reading and choosing only; nothing here calls GitHub.
 */


/** Reads one element of a list of comments; undefined when it is none. */
function parseComment(value) {
    const id = (0,plain/* readId */.wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        body: (0,plain/* readText */.yR)(value, "body"),
        login: (0,plain/* readText */.yR)(value, "user", "login"),
        url: (0,plain/* readText */.yR)(value, "html_url"),
        nodeId: (0,plain/* readText */.yR)(value, "node_id"),
    };
}
/** The comments with the right marker, whoever wrote them, lowest id first. */
function findMarked(comments, identity) {
    return comments
        .flatMap((comment) => {
        const marker = parseMarker(comment.body);
        return marker?.action === identity.action && marker.key === identity.key ? [{ ...comment, marker }] : [];
    })
        .sort((a, b) => a.id - b.id);
}
/**
 * Tells ours from look-alikes. Ours: written by our login, about this pull request, genuine, and no copy of an older
 * comment (which would carry the same nonce; two writings never do). What we `created` ourselves is ours in any case.
 */
function separate(marked, login, identity, created) {
    const own = [];
    const foreign = [];
    const seen = new Set();
    for (const comment of marked) {
        const { nonce } = comment.marker;
        const isCopy = nonce === undefined || seen.has(nonce);
        if (created.has(comment.id) || (!isCopy && isOurs(comment, login, identity))) {
            own.push(comment);
            seen.add(nonce ?? "");
        }
        else
            foreign.push(comment.id);
    }
    return { own, foreign };
}
function isOurs(comment, login, identity) {
    const about = comment.marker.data["pullRequest"];
    return (comment.login !== "" &&
        comment.login.toLowerCase() === login.toLowerCase() &&
        (about === undefined || about === identity.pullRequest) &&
        identity.isGenuine?.(comment.marker) !== false);
}
/** Whether two bodies show and mean the same: all but who wrote it when. */
function isSameContent(a, b) {
    return contentOf(a) === contentOf(b);
}
function contentOf(body) {
    const marker = parseMarker(body);
    const text = body.replaceAll("\r\n", "\n").trimEnd();
    if (marker === undefined)
        return text;
    const { action, key, data, mac } = marker;
    const rest = text.slice(text.indexOf("-->") + 3);
    return JSON.stringify([action, key, Object.entries(data), mac ?? "", rest]);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/runner/lib/proxy.js
var lib_proxy = __webpack_require__(6256);
;// CONCATENATED MODULE: ./packages/github/lib/transport.js
/**
 * One HTTP exchange with GitHub over node:http(s). It knows limits (time, size, origins) and tells precisely what went
 * wrong; it never repeats anything. Not fetch: loading it costs as much as starting node does, and it hides errno.
 */





/** Why there is no usable answer. `code` is for people and tests: an errno, or what is wrong with the answer. */
class TransportError extends Error {
    /** `network`: no whole answer. `garbage`: an answer that is not GitHub's. `refused`: we would not send it there. */
    kind;
    code;
    /** Whether the server may have seen the request. */
    isSent;
    constructor(kind, code, isSent, cause) {
        super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
        this.name = "TransportError";
        this.kind = kind;
        this.code = code;
        this.isSent = isSent;
    }
}
const MAX_REDIRECTS = 3;
/** The code of an answer over the size limit. */
const TOO_LARGE = "larger than any answer of GitHub";
/** Creates a transport. It rejects with a TransportError, or with the signal's reason. */
function createTransport(options) {
    const agents = new Map();
    const agentFor = (url) => {
        const proxy = (0,lib_proxy/* proxyFor */.iJ)(url, options.environment)?.href;
        const key = `${url.protocol} ${proxy ?? ""}`;
        const agent = agents.get(key) ?? createAgent(url.protocol, proxy);
        agents.set(key, agent);
        return agent;
    };
    return async (message, signal) => {
        let url = allow(message.url, options.bases);
        for (let redirects = 0;; redirects += 1) {
            const answer = await exchange(url, message, agentFor(url), options, signal);
            const location = redirection(answer, message.method);
            if (location === undefined)
                return answer;
            if (redirects === MAX_REDIRECTS)
                throw new TransportError("refused", "too many redirects", true);
            url = allow(URL.parse(location, url.href)?.href ?? location, options.bases);
        }
    };
}
/** Whether a URL lies at or below one of the bases. */
function isBelow(url, bases) {
    return bases.some((text) => {
        const base = URL.parse(text);
        const path = base?.pathname.replace(/\/$/, "") ?? "";
        return base?.origin === url.origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
    });
}
function allow(target, bases) {
    const url = URL.parse(target);
    if (url === null || url.username !== "" || url.password !== "" || !isBelow(url, bases)) {
        throw new TransportError("refused", `a URL outside of ${bases.join(" and ")}`, false);
    }
    return url;
}
/** `proxyEnv` makes node tunnel https and forward http; it came with node 24.5. */
function createAgent(protocol, proxy) {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    if (proxy !== undefined && (major < 24 || (major === 24 && minor < 5))) {
        throw new TransportError("refused", "proxies need a runner with Node.js 24.5 or newer", false);
    }
    // Idle connections end before a cloud's NAT forgets them silently (4 minutes on Azure).
    const common = { keepAlive: true, timeout: 30_000 };
    const env = proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } };
    return protocol === "https:" ? new external_node_https_.Agent({ ...common, ...env }) : new external_node_http_.Agent({ ...common, ...env });
}
function redirection(answer, method) {
    const { status } = answer;
    if (status !== 307 && status !== 308 && !((status === 301 || status === 302) && method === "GET"))
        return undefined;
    return answer.headers.get("location");
}
/** Sends one request and reads its whole answer within the limits. */
async function exchange(url, message, agent, options, signal) {
    signal?.throwIfAborted();
    const state = { isSent: false, isLate: false };
    const send = url.protocol === "https:" ? external_node_https_.request : external_node_http_.request;
    const length = message.body === undefined ? {} : { "content-length": String(Buffer.byteLength(message.body)) };
    const request = send(url, {
        method: message.method,
        headers: { ...message.headers, ...length, "accept-encoding": "gzip" },
        agent,
    });
    const abort = () => void request.destroy();
    const timer = setTimeout(() => {
        state.isLate = true;
        request.destroy();
    }, options.timeoutMs);
    signal?.addEventListener("abort", abort, { once: true });
    try {
        const response = await respond(request, message.body, state);
        return toAnswer(url.href, response, await readBody(response, options.maxBytes));
    }
    catch (error) {
        if (signal?.aborted === true)
            throw signal.reason;
        if (error instanceof TransportError)
            throw error;
        const hasProxy = (0,lib_proxy/* proxyFor */.iJ)(url, options.environment) !== undefined;
        // The text of a proxy's error can hold the proxy's URL with its password.
        const cause = hasProxy ? undefined : error;
        throw new TransportError("network", state.isLate ? "ETIMEDOUT" : errorCode(error), state.isSent, cause);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
    }
}
/** Sends the body and waits for the answer's head; notes the moment from which the server may act. */
function respond(request, body, state) {
    const markSent = () => {
        state.isSent = true;
    };
    request.once("socket", (socket) => {
        if (socket.connecting)
            socket.once(socket instanceof external_node_tls_.TLSSocket ? "secureConnect" : "connect", markSent);
        else
            markSent();
    });
    return new Promise((resolve, reject) => {
        request.once("response", resolve);
        request.on("error", reject);
        request.once("close", () => reject(new Error("closed")));
        request.end(body);
    });
}
function errorCode(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "ECONNRESET";
}
/** The decoded body. A compressed one is never unpacked further than the limit. */
async function readBody(response, maxBytes) {
    const encoding = response.headers["content-encoding"] ?? "identity";
    if (encoding !== "identity" && encoding !== "gzip") {
        response.destroy();
        throw new TransportError("garbage", "an unknown content encoding", true);
    }
    const gunzip = encoding === "gzip" ? (0,external_node_zlib_.createGunzip)() : undefined;
    if (gunzip !== undefined) {
        response.on("error", (error) => gunzip.destroy(error));
        response.pipe(gunzip);
    }
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of gunzip ?? response) {
            const bytes = chunk;
            size += bytes.length;
            if (size > maxBytes)
                throw new TransportError("garbage", TOO_LARGE, true);
            chunks.push(bytes);
        }
    }
    catch (error) {
        response.destroy();
        if (errorCode(error).startsWith("Z_"))
            throw new TransportError("garbage", "broken compression", true);
        throw error;
    }
    return Buffer.concat(chunks).toString();
}
/** Parses the body. A success that is neither empty nor JSON is not GitHub's; an error page may be anything. */
function toAnswer(url, response, text) {
    const status = response.statusCode ?? 0;
    const headers = new Map();
    for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined)
            headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
    if (text === "")
        return { url, status, headers, data: undefined };
    const isJson = /^application\/(?:[a-z0-9.-]{1,60}\+)?json\s*(?:;|$)/i.test(headers.get("content-type") ?? "");
    if (!isJson && status < 300)
        throw new TransportError("garbage", "not JSON but another content type", true);
    try {
        return { url, status, headers, data: isJson ? JSON.parse(text) : text };
    }
    catch {
        if (status < 300)
            throw new TransportError("garbage", "broken JSON", true);
        return { url, status, headers, data: text };
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/list-comments.js
/**
 * All comments of a pull request, page by page. Links to the next page are followed only within the API we were given.
 */




/** GitHub keeps a few thousand comments per issue; more pages than this are a server gone wrong. */
const list_comments_MAX_PAGES = 100;
const PAGE_PARAMETERS = new Set(["page", "after", "before", "cursor"]);
/**
 * Lists the comments, oldest first.
 * @throws GitHubFailure
 */
async function listComments(requester, where, waits) {
    try {
        return await listPages(requester, where, waits, 100);
    }
    catch (error) {
        const isLarge = error instanceof failure/* GitHubFailure */.i && error.cause instanceof TransportError && error.cause.code === TOO_LARGE;
        if (!isLarge)
            throw error;
        // A hundred long comments in a script of three bytes a character are larger than what we take at once.
        return listPages(requester, where, waits, 30);
    }
}
async function listPages(requester, where, waits, size) {
    const { owner, repo, pullRequest, permission } = where;
    const comments = [];
    let position = {};
    for (let page = 0; page < list_comments_MAX_PAGES; page += 1) {
        const answer = await requester.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { owner, repo, issue_number: pullRequest, per_page: size, ...position }, { expects: "list", permission, waits });
        const items = (0,plain/* readList */.LD)(answer.data);
        for (const item of items) {
            const comment = parseComment(item);
            if (comment !== undefined)
                comments.push(comment);
        }
        const next = nextPosition(answer.headers.get("link") ?? "", answer.url, requester.apiUrl);
        if (next === undefined || items.length === 0)
            return comments;
        position = next;
    }
    throw new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: `GitHub names more than ${list_comments_MAX_PAGES} pages of comments for pull request ${pullRequest}`,
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}
/**
 * Where the next page starts, from a Link header (RFC 8288): the parameters GitHub pages by, and nothing else of its URL.
 * @throws GitHubFailure `github-refused-url` when the link leaves the API
 */
function nextPosition(link, current, apiUrl) {
    const target = link
        .split(",")
        .find((part) => /;\s{0,9}rel="?next"?\s{0,9}(?:;|$)/.test(part))
        ?.trim();
    if (target === undefined)
        return undefined;
    const text = target.slice(target.indexOf("<") + 1, target.indexOf(">"));
    const url = URL.parse(text, current);
    if (url === null || !isBelow(url, [apiUrl])) {
        throw new failure/* GitHubFailure */.i({
            reason: "github-refused-url",
            what: "The list of comments continues at a URL outside of the API",
            remedy: `Check what answers at ${apiUrl}: a proxy seems to rewrite its links.`,
        });
    }
    return Object.fromEntries([...url.searchParams].filter(([name]) => PAGE_PARAMETERS.has(name)));
}

;// CONCATENATED MODULE: ./packages/github/lib/find-comment.js
/**
 * Finds the comment of an action and key, and says whether it is still as we wrote it. Reading only.
 */



/**
 * Finds the comment that upsertComment would update; undefined when there is none. The comment is read before its history,
 * so an edit in between is reported although it is not in `body`.
 * @throws GitHubFailure
 */
async function findComment(requester, self, query) {
    const waits = requester.newWaits();
    const listed = await listComments(requester, { ...query, permission: "pull-requests: read" }, waits);
    const marked = findMarked(listed, query);
    if (marked.length === 0)
        return undefined;
    const login = await self.login();
    const { own, foreign } = separate(marked, login, query, new Set());
    const [comment] = own;
    if (comment === undefined)
        return undefined;
    const { id, url, body, marker, nodeId } = comment;
    const edits = await readCommentEdits(requester, { nodeId, login, since: marker.since ?? 0 }, waits);
    return { id, url, body, marker, ...edits, foreign };
}

// EXTERNAL MODULE: ./packages/github/lib/pull-request.js
var pull_request = __webpack_require__(9662);
;// CONCATENATED MODULE: ./packages/github/lib/pull-requests-of.js
/**
 * Which pull requests a commit belongs to. Reading only; which of them it is the result of is decided in
 * merged-pull-request.ts.
 */


/** A commit is in a handful of pull requests; a thousand are a repository where the answer no longer matters. */
const pull_requests_of_MAX_PAGES = 10;
/**
 * The pull requests that GitHub associates with a commit, merged and open ones, in GitHub's order. A commit on the default
 * branch has the one that brought it there.
 * https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit
 * @throws GitHubFailure
 */
async function listPullRequestsOf(requester, where) {
    const pulls = await readAllPages(requester, {
        route: "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
        parameters: { owner: where.owner, repo: where.repo, commit_sha: where.sha },
        permission: "pull-requests: read",
        maxPages: pull_requests_of_MAX_PAGES,
    });
    return pulls.map(pull_request/* parsePullRequest */.yA).filter((pull) => pull !== undefined);
}

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __webpack_require__(9680);
;// CONCATENATED MODULE: ./packages/github/lib/refusals.js
/** The words are those of github.com; the sources are named where the documentation has none. */
const KNOWN = [
    {
        // https://github.blog/changelog/2022-05-03-github-actions-prevent-github-actions-from-creating-and-approving-pull-requests/
        says: /not permitted to create or approve pull requests/i,
        statuses: [403, 422],
        reason: "github-pulls-not-allowed",
        what: "The repository does not let GitHub Actions open pull requests",
        remedy: 'Switch on "Allow GitHub Actions to create and approve pull requests" under Settings > Actions > General > Workflow permissions; where it is greyed out, the organisation\'s setting of the same name comes first. Or use the token of a GitHub App.',
    },
    {
        // Pushes say it in these words; the REST API mostly answers "Resource not accessible by integration", or 404.
        says: /refusing to allow .{0,60}workflow|without .{0,3}workflows?.{0,3} (?:permission|scope)/is,
        statuses: [403, 404, 409, 422],
        reason: "github-forbidden",
        permission: "workflows: write",
        what: "The token may not change workflow files",
        remedy: "The job's own token never may. Use the token of a GitHub App that has the repository permission `Workflows: write`.",
    },
    {
        says: /repository rule violations|protected branch|creations being restricted|reference update failed/i,
        statuses: [403, 409, 422],
        reason: "github-rules",
        what: "A ruleset or branch protection of the repository is against this",
        remedy: "Let the token's account bypass the rule for these branches, or choose a name that the rule does not cover.",
    },
    {
        says: /archived so is read-only|(?:was|is|has been) archived/i,
        statuses: [403],
        reason: "github-archived",
        what: "The repository is archived, nobody can write to it",
        remedy: "Unarchive it, or switch this workflow off.",
    },
];
/** What GitHub means when it answers so; undefined when the words say nothing special. */
function knownRefusal(status, message) {
    return KNOWN.find((each) => each.statuses.includes(status) && each.says.test(message));
}

;// CONCATENATED MODULE: ./packages/github/lib/answer-failure.js
/**
 * Turns a failed call into the failure a user reads. Pure; GitHub's own words are made harmless and short.
 */




/** Makes the failure for an outcome that is final. */
function describeFailure(call, outcome, verdict) {
    const name = `${call.method} ${call.path}`;
    if (outcome.kind === "status")
        return describeStatus(name, call, outcome, verdict);
    const cause = outcome.error;
    if (outcome.kind === "refused") {
        return new failure/* GitHubFailure */.i({
            reason: "github-refused-url",
            cause,
            what: `${name} was not sent: ${outcome.code}`,
            remedy: "Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and what answers there.",
        });
    }
    if (outcome.kind === "garbage") {
        return new failure/* GitHubFailure */.i({
            reason: "github-bad-answer",
            cause,
            what: `GitHub's answer to ${name} cannot be used: ${outcome.code}`,
            remedy: "Look whether a proxy answers in GitHub's place, check GITHUB_API_URL, and see https://www.githubstatus.com.",
        });
    }
    return new failure/* GitHubFailure */.i({
        reason: "github-unavailable",
        cause,
        what: `GitHub cannot be reached for ${name}: ${outcome.code}`,
        remedy: "Check the runner's network, DNS and HTTPS_PROXY, and see https://www.githubstatus.com; then run the job again.",
    });
}
function describeStatus(name, call, outcome, verdict) {
    const { status } = outcome;
    if (verdict.limitMs !== undefined) {
        const wait = (0,durations/* formatDuration */.a3)(Math.ceil(verdict.limitMs / 1_000) * 1_000);
        return new failure/* GitHubFailure */.i({
            reason: "github-rate-limited",
            status,
            what: `GitHub's rate limit is used up: ${name} would have to wait ${wait}`,
            remedy: "Run the job again later, run fewer jobs at once, or use the token of a GitHub App, which has a limit of its own.",
        });
    }
    const words = oneLine(outcome.message);
    const says = quote(words);
    const known = knownRefusal(status, words) ?? (status === 403 ? undefined : answer_failure_KNOWN.get(status));
    if (known !== undefined) {
        return new failure/* GitHubFailure */.i({ ...known, status, says: words, what: `${known.what}: ${name}${says}` });
    }
    if (status === 403)
        return describeForbidden(name, call, outcome);
    const isServer = status >= 500;
    return new failure/* GitHubFailure */.i({
        reason: isServer ? "github-unavailable" : "github-rejected",
        status,
        says: words,
        what: `GitHub answered ${name} with status ${status}${says}`,
        remedy: isServer
            ? "See https://www.githubstatus.com, then run the job again."
            : "GitHub's words say what it does not accept. Please report this when nothing in your workflow explains it.",
    });
}
const answer_failure_KNOWN = new Map([
    [
        401,
        {
            reason: "github-unauthorized",
            what: "GitHub does not accept the token, it has expired, was revoked or is not one",
            remedy: "Check the input github-token. The job's own token ends with the job, an App's token after one hour.",
        },
    ],
    [
        404,
        {
            reason: "github-not-found",
            what: "GitHub does not find this",
            remedy: "It was deleted, or the token may not read this repository: check the input github-token and the job's permissions.",
        },
    ],
    [
        410,
        {
            reason: "github-gone",
            what: "This is gone or switched off",
            remedy: "The issue was deleted or moved, or the repository has this feature disabled.",
        },
    ],
]);
function describeForbidden(name, call, outcome) {
    const { status, message } = outcome;
    const says = oneLine(message);
    if (/\blocked\b/i.test(message)) {
        return new failure/* GitHubFailure */.i({
            reason: "github-locked",
            status,
            says,
            what: `The conversation is locked: ${name} is not possible${quote(says)}`,
            remedy: "Unlock the conversation when comments are wanted; the step summary has everything.",
        });
    }
    const permission = call.permission ?? acceptedPermission(outcome.headers.get("x-accepted-github-permissions") ?? "");
    const isPermission = /not accessible by|must have .{0,40}(?:access|rights)|permission/i.test(message);
    if (!isPermission || permission === undefined) {
        return new failure/* GitHubFailure */.i({
            reason: "github-forbidden",
            status,
            says,
            what: `GitHub forbids ${name}${quote(says)}`,
            remedy: "Give the job's token the permission this needs under `permissions:`, or check the organisation's IP and SSO rules.",
        });
    }
    return new failure/* GitHubFailure */.i({
        reason: "github-forbidden",
        status,
        permission,
        says,
        what: `The token may not do this: ${name} needs the permission ${permission}`,
        remedy: `Add to the job: \`permissions:\` with \`${permission}\`. A pull request from a fork or from Dependabot only ever gets a read-only token.`,
    });
}
/** The first alternative of the header, as a workflow spells it: `issues=write; pull_requests=write` → `issues: write`. */
function acceptedPermission(header) {
    const found = /^\s{0,9}([a-z_]{1,60})=(read|write|admin)/.exec(header);
    return found === null ? undefined : `${(found[1] ?? "").replaceAll("_", "-")}: ${found[2] ?? ""}`;
}
/** GitHub's words as one short line. */
function oneLine(message) {
    return (0,commands/* neutraliseText */.o)(message.slice(0, 300)).replaceAll("\n", " ").trim();
}
/** A quotation, or nothing. */
function quote(words) {
    return words === "" ? "" : ` ("${words}")`;
}
/** What GraphQL's `errors` come to; undefined when there are none. GraphQL answers them with status 200. */
function graphqlFailure(data, call) {
    const errors = readList(data, "errors");
    if (errors.length === 0)
        return undefined;
    const type = readText(errors[0], "type");
    const message = errors.map((each) => readText(each, "message")).join("; ");
    const isForbidden = type === "FORBIDDEN" || /not accessible by/i.test(message);
    const status = isForbidden ? 403 : type === "NOT_FOUND" ? 404 : 422;
    const outcome = { kind: "status", status, message, headers: new Map() };
    return describeFailure({ method: "POST", ...call }, outcome, { retry: false, waitMs: 0, cause: "" });
}
/** Throws: the answer is well-formed, and not what GitHub answers here. */
function answer_failure_badAnswer(about) {
    throw new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: `GitHub's answer about ${about} is not one`,
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}

;// CONCATENATED MODULE: ./packages/github/lib/lane.js
/** @param gapMs least time between the end of one task and the start of the next */
function createLane(clock, gapMs) {
    let last = Promise.resolve();
    let free = Number.NEGATIVE_INFINITY;
    return {
        run(task, signal, isQuiet = false) {
            const turn = last.then(async () => {
                const wait = isQuiet ? 0 : free - clock.monotonic();
                if (wait > 0)
                    await clock.sleep(wait, signal);
                try {
                    return await task();
                }
                finally {
                    if (!isQuiet)
                        free = clock.monotonic() + gapMs;
                }
            });
            last = turn.catch(() => undefined);
            return turn;
        },
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/retry.js
/**
 * Whether a call to GitHub is made again, and when. Pure: from one failed try to a verdict.
 * Why not a plugin: docs/decisions/0002-github-retries.md.
 */
const MAX_TRIES = 5;
const MAX_LIMITS = 10;
const MAX_ELAPSED_MS = 90_000;
const LONGEST_BACKOFF_MS = 20_000;
const SECONDARY_WAIT_MS = 60_000;
/**
 * Decides about the next try.
 * @param random a number in [0, 1), for jitter
 * @param now ms since 1970 by the local clock; used only when GitHub does not tell the time
 */
function decideRetry(outcome, progress, random, now) {
    const limitMs = outcome.kind === "status"
        ? limitWait(outcome.status, outcome.message, outcome.headers, progress.limits, now)
        : undefined;
    if (limitMs !== undefined) {
        // A limited call was turned away before anything was done: repeating it is safe for every method.
        const waitMs = limitMs + Math.ceil(random * 1_000);
        const retry = waitMs <= progress.waitLeftMs && progress.limits < MAX_LIMITS;
        return { retry, waitMs, limitMs, cause: "rate limit" };
    }
    const cause = causeOf(outcome);
    const waitMs = Math.ceil(random * Math.min(LONGEST_BACKOFF_MS, 1_000 * 2 ** (progress.tries - 1)));
    const isSafe = progress.isIdempotent || (outcome.kind === "network" && !outcome.isSent);
    const isLeft = progress.tries < MAX_TRIES && progress.elapsedMs + waitMs < MAX_ELAPSED_MS;
    return { retry: isSafe && isLeft && isTransient(outcome, progress), waitMs, cause };
}
function isTransient(outcome, progress) {
    if (outcome.kind === "status")
        return outcome.status >= 500 || outcome.status === 408;
    return outcome.kind === "network" || (outcome.kind === "garbage" && progress.garbage < 2);
}
/** One line for the log. */
function causeOf(outcome) {
    return outcome.kind === "status" ? `status ${outcome.status}` : outcome.code;
}
/**
 * How long a rate limit asks to wait, in milliseconds; undefined when the answer is about something else. All times come
 * from the answer: the reset against its own Date header, since the runner's clock may be wrong.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
function limitWait(status, message, headers, limits, now) {
    if (status !== 403 && status !== 429)
        return undefined;
    const date = Date.parse(headers.get("date") ?? "");
    const server = Number.isNaN(date) ? now : date;
    const after = parseRetryAfter(headers.get("retry-after") ?? "", server);
    if (after !== undefined)
        return Math.max(1_000, after);
    const reset = headers.get("x-ratelimit-reset") ?? "";
    if (headers.get("x-ratelimit-remaining") === "0" && /^[0-9]{1,12}$/.test(reset)) {
        return Math.max(0, Number(reset) * 1_000 - server) + 1_000;
    }
    const isSecondary = status === 429 || /secondary rate limit|abuse detection|rate limit exceeded/i.test(message);
    return isSecondary ? SECONDARY_WAIT_MS * 2 ** Math.max(0, limits - 1) : undefined;
}
/** Seconds or an HTTP date, as milliseconds from the server's now. */
function parseRetryAfter(value, server) {
    if (/^[0-9]{1,9}$/.test(value))
        return Number(value) * 1_000;
    const date = value === "" ? Number.NaN : Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - server);
}

;// CONCATENATED MODULE: ./packages/github/lib/route.js
/**
 * Routes the way GitHub's documentation writes them: `PATCH /repos/{owner}/{repo}/issues/{issue_number}`.
 * Parameters fill the braces; what is left over becomes the query of a GET or DELETE, else the JSON body.
 */
/** Reads a route. The path may also be an absolute URL. */
function parseRoute(route) {
    const space = route.indexOf(" ");
    return { method: route.slice(0, space), template: route.slice(space + 1) };
}
/**
 * Fills a route. Undefined parameters are left out.
 * @throws TypeError when a parameter of the path is missing or could change the path's meaning: a defect of the caller
 */
function renderRoute(route, apiUrl, parameters) {
    const { method, template } = parseRoute(route);
    const rest = new Map(Object.entries(parameters).filter(([, value]) => value !== undefined));
    const path = template.replaceAll(/\{([a-z_]{1,40})\}/g, (_, name) => {
        const value = rest.get(name);
        rest.delete(name);
        const isText = typeof value === "string" && value !== "" && value !== "." && value !== "..";
        if (!isText && typeof value !== "number")
            throw new TypeError(`${route}: no usable value for ${name}`);
        return encodeURIComponent(value);
    });
    const url = path.startsWith("/") ? apiUrl + path : path;
    if (rest.size === 0)
        return { method, url };
    if (method !== "GET" && method !== "DELETE")
        return { method, url, body: JSON.stringify(Object.fromEntries(rest)) };
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, renderValue(route, name, value)]));
    return { method, url: `${url}${url.includes("?") ? "&" : "?"}${query.toString()}` };
}
function renderValue(route, name, value) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        return String(value);
    throw new TypeError(`${route}: ${name} cannot be part of a query`);
}

;// CONCATENATED MODULE: ./packages/github/lib/requester.js






/** More than a page of 100 comments of 65,536 ASCII characters each. */
const MAX_ANSWER_BYTES = 10_000_000;
/** Creates a requester. Its calls reject with GitHubFailure, or with the signal's reason. */
function createRequester(options) {
    const { clock, signal, apiUrl, graphqlUrl } = options;
    const lane = createLane(clock, options.mutationGapMs);
    const times = {};
    const transport = createTransport({ ...options, bases: [apiUrl, graphqlUrl], maxBytes: MAX_ANSWER_BYTES });
    const send = async (message) => {
        const answer = await transport(message, signal);
        const date = Date.parse(answer.headers.get("date") ?? "");
        if (!Number.isNaN(date)) {
            times.latest = Math.floor(date / 1_000);
            times.ahead ??= Math.floor(clock.now() / 1_000) - times.latest;
            times.first ??= times.latest;
        }
        return answer;
    };
    return {
        request: async (route, parameters = {}, own = {}) => {
            const message = { ...renderRoute(route, apiUrl, parameters), headers: renderHeaders(options.token) };
            const call = describeCall(route, message.url, parameters, own, options);
            const persist = () => persistently(() => send(message), call, options);
            return call.isMutation ? lane.run(persist, signal, own.isQuiet) : persist();
        },
        log: options.log,
        apiUrl,
        graphqlUrl,
        newWaits: () => ({ leftMs: options.maxWaitMs }),
        random: options.random,
        sleep: (ms) => clock.sleep(ms, signal),
        serverTime: () => {
            const local = Math.floor(clock.now() / 1_000);
            return { first: times.first ?? local, latest: times.latest ?? local, ahead: times.ahead ?? 0 };
        },
    };
}
function renderHeaders(token) {
    return {
        accept: "application/vnd.github+json",
        "content-type": "application/json; charset=utf-8",
        "user-agent": "handrail",
        "x-github-api-version": "2022-11-28",
        ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
    };
}
function describeCall(route, url, parameters, own, options) {
    const { method } = parseRoute(route);
    const isQuery = url === options.graphqlUrl && !/^\s{0,99}mutation\b/.test((0,plain/* readText */.yR)(parameters, "query"));
    return {
        method,
        path: (url.startsWith(options.apiUrl) ? url.slice(options.apiUrl.length) : url).replace(/\?.*$/s, ""),
        isIdempotent: own.isIdempotent ?? (method !== "POST" || isQuery),
        isMutation: method !== "GET" && method !== "HEAD" && !isQuery,
        waits: own.waits ?? { leftMs: options.maxWaitMs },
        ...(own.permission === undefined ? {} : { permission: own.permission }),
        ...(own.expects === undefined ? {} : { expects: own.expects }),
    };
}
/** Makes a call until it succeeds or the policy says stop. */
async function persistently(send, call, options) {
    const { clock, log, signal } = options;
    const start = clock.monotonic();
    const progress = { tries: 0, garbage: 0, limits: 0 };
    let waited = 0;
    for (;;) {
        progress.tries += 1;
        const tried = await attempt(send, call);
        if (tried.answer !== undefined)
            return tried.answer;
        const { outcome } = tried;
        if (outcome.kind === "garbage")
            progress.garbage += 1;
        if (outcome.kind === "status" && (outcome.status === 403 || outcome.status === 429))
            progress.limits += 1;
        const elapsedMs = clock.monotonic() - start - waited;
        const state = { ...progress, elapsedMs, waitLeftMs: call.waits.leftMs, isIdempotent: call.isIdempotent };
        const verdict = decideRetry(outcome, state, options.random(), clock.now());
        if (!verdict.retry)
            throw describeFailure(call, outcome, verdict);
        const waitMs = call.isMutation ? Math.max(verdict.waitMs, options.mutationGapMs) : verdict.waitMs;
        if (verdict.limitMs !== undefined) {
            call.waits.leftMs -= waitMs;
            waited += waitMs;
        }
        const when = `try ${progress.tries + 1} in ${(waitMs / 1_000).toFixed(1)} s`;
        log.info(`GitHub: ${call.method} ${call.path}: ${verdict.cause}; ${when}`);
        await clock.sleep(waitMs, signal);
    }
}
/** One try. Throws only what is not about GitHub: an abort, a defect. */
async function attempt(send, call) {
    try {
        const answer = await send();
        const { status, data, headers } = answer;
        if (status >= 400)
            return { outcome: { kind: "status", status, message: (0,payload/* readMessage */._8)(data), headers } };
        if (status < 300 && isExpected(call.expects, data))
            return { answer };
        const code = status < 300 ? `not the expected ${call.expects ?? "answer"}` : `a redirection (status ${status})`;
        return { outcome: { kind: "garbage", code } };
    }
    catch (error) {
        if (!(error instanceof TransportError))
            throw error;
        return { outcome: { kind: error.kind, code: error.code, isSent: error.isSent, error } };
    }
}
function isExpected(expects, data) {
    if (expects === undefined)
        return true;
    return expects === "list" ? Array.isArray(data) : typeof data === "object" && data !== null && !Array.isArray(data);
}

;// CONCATENATED MODULE: ./packages/github/lib/workflow-run.js
/**
 * Workflow runs, their jobs and steps, as GitHub lists them. Pure: reading only, no calls.
 */

/** Reads one run; undefined when it is none. */
function parseWorkflowRun(value) {
    const id = (0,plain/* readId */.wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id: String(id),
        url: (0,plain/* readText */.yR)(value, "html_url"),
        workflowName: (0,plain/* readText */.yR)(value, "name"),
        event: (0,plain/* readText */.yR)(value, "event"),
        actor: (0,plain/* readText */.yR)(value, "triggering_actor", "login") || (0,plain/* readText */.yR)(value, "actor", "login"),
        headSha: (0,plain/* readText */.yR)(value, "head_sha"),
        ...readStart(value, "run_started_at"),
    };
}
/**
 * Reads the state of an attempt from its run as it is now; undefined when it is another run, or none. A run is only started
 * again when it has completed, so that every attempt before the newest is over; one that GitHub does not have yet is not.
 * https://docs.github.com/actions/managing-workflow-runs/re-running-workflows-and-jobs
 */
function parseRunState(value, { runId, attempt }) {
    const newest = (0,plain/* readId */.wh)(value, "run_attempt");
    const status = (0,plain/* readText */.yR)(value, "status");
    if (String((0,plain/* readId */.wh)(value, "id")) !== runId || newest === undefined || status === "")
        return undefined;
    if (attempt !== newest)
        return { isCompleted: attempt < newest, conclusion: "" };
    const isCompleted = status === "completed";
    return { isCompleted, conclusion: isCompleted ? (0,plain/* readText */.yR)(value, "conclusion") : "" };
}
/** Reads one job; undefined when it is none. */
function parseWorkflowJob(value) {
    const id = (0,plain/* readId */.wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        name: (0,plain/* readText */.yR)(value, "name"),
        status: (0,plain/* readText */.yR)(value, "status"),
        url: (0,plain/* readText */.yR)(value, "html_url"),
        runnerName: (0,plain/* readText */.yR)(value, "runner_name"),
        ...readStart(value, "started_at"),
        steps: (0,plain/* readList */.LD)(value, "steps").map((step) => ({
            name: (0,plain/* readText */.yR)(step, "name"),
            status: (0,plain/* readText */.yR)(step, "status"),
            ...readStart(step, "started_at"),
        })),
    };
}
function readStart(value, name) {
    const time = Date.parse((0,plain/* readText */.yR)(value, name));
    return Number.isNaN(time) ? {} : { startedAt: time };
}

;// CONCATENATED MODULE: ./packages/github/lib/run-state.js
/**
 * Whether a workflow run is over, for whoever has to know that the holder of a lock is gone. Reading only.
 */



const PERMISSION = "actions: read";
const unknown = { isCompleted: undefined, conclusion: "" };
/**
 * Asks for a run.
 * https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run
 * @throws GitHubFailure for anything but a run that is not there and a permission that is missing
 */
async function readRunState(requester, query) {
    const { owner, repo, runId, attempt } = query;
    // It comes from a record that others may have written.
    if (!/^[1-9]\d{0,19}$/.test(runId) || !Number.isSafeInteger(attempt) || attempt < 1)
        return unknown;
    let data;
    try {
        ({ data } = await requester.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { owner, repo, run_id: runId }, { expects: "object", permission: PERMISSION }));
    }
    catch (error) {
        if (!(error instanceof failure/* GitHubFailure */.i))
            throw error;
        if (error.reason === "github-not-found")
            return unknown;
        if (error.permission !== undefined)
            return { ...unknown, permission: error.permission };
        throw error;
    }
    return parseRunState(data, { runId, attempt }) ?? answer_failure_badAnswer("a workflow run");
}

;// CONCATENATED MODULE: ./packages/github/lib/running-jobs.js
/**
 * What runs in a repository right now. Reading only.
 */



/** Every run costs a call of its own: the newest fifty have to do. */
const MAX_RUNS = 50;
/** A matrix has at most 256 jobs, a run some of them. */
const MAX_JOB_PAGES = 5;
const running_jobs_PERMISSION = "actions: read";
/**
 * The workflow runs in progress, newest first, 50 at most, each with the jobs of its latest attempt. A run that GitHub
 * forgets between the two calls is left out.
 * @param where `startedBefore` (ms since 1970): only runs whose attempt started until then
 * @throws GitHubFailure
 */
async function listRunningJobs(requester, where) {
    const { owner, repo, startedBefore = Number.POSITIVE_INFINITY } = where;
    const waits = requester.newWaits();
    const items = await readAllPages(requester, {
        route: "GET /repos/{owner}/{repo}/actions/runs",
        parameters: { owner, repo, status: "in_progress" },
        permission: running_jobs_PERMISSION,
        member: "workflow_runs",
        maxPages: 2,
        waits,
    });
    const runs = new Map();
    for (const run of items.map(parseWorkflowRun)) {
        if (run !== undefined && (run.startedAt ?? 0) <= startedBefore)
            runs.set(run.id, run);
    }
    const found = [];
    for (const run of [...runs.values()].slice(0, MAX_RUNS)) {
        const jobs = await listJobs(requester, { owner, repo, run_id: run.id }, waits);
        if (jobs !== undefined)
            found.push({ ...run, jobs });
    }
    return found;
}
/** The jobs of a run's latest attempt; undefined when the run is gone. */
async function listJobs(requester, parameters, waits) {
    try {
        const jobs = await readAllPages(requester, {
            route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
            parameters: { ...parameters, filter: "latest" },
            permission: running_jobs_PERMISSION,
            member: "jobs",
            maxPages: MAX_JOB_PAGES,
            waits,
        });
        return jobs.map(parseWorkflowJob).filter((job) => job !== undefined);
    }
    catch (error) {
        if (error instanceof failure/* GitHubFailure */.i && error.reason === "github-not-found")
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/upsert-step.js
/**
 * The next step towards exactly one comment with the newest content. Pure: a snapshot of the comments in, one step out.
 *
 * GitHub has no compare-and-swap and no unique key for comments, so racing runs each create one and then agree: the
 * lowest id survives (everybody sees the same lowest id), each run deletes only what it created itself (a copied marker
 * can never make us delete somebody else's comment), and the newer content goes into the survivor before the newer run
 * deletes its own. "Newer" is by GitHub's clock: who started work later, then by nonce; equal for nobody, so two runs
 * never take turns overwriting each other.
 */

/**
 * Decides. `own` are our comments, lowest id first.
 * @param now GitHub's time: a marker that claims to be from the future is no reason to stand back
 */
function decideStep(own, writing, now) {
    const [survivor, ...others] = own;
    if (survivor === undefined)
        return writing.isOnlyUpdate === true ? { kind: "none" } : { kind: "create" };
    const duplicate = others.find((each) => writing.created.has(each.id));
    const isMine = survivor.marker.nonce === writing.nonce;
    const isOutdated = !isMine && isNewer(survivor, writing, now);
    if (!isMine && !isOutdated && !isSameContent(survivor.body, writing.body))
        return { kind: "update", comment: survivor };
    if (duplicate !== undefined)
        return { kind: "delete", comment: duplicate };
    const change = writing.created.has(survivor.id)
        ? "created"
        : writing.updated.has(survivor.id)
            ? "updated"
            : "unchanged";
    return { kind: "done", comment: survivor, change, isOutdated };
}
/** Whether the survivor's content is newer than ours. Without a race only the time counts: equal times are one run's. */
function isNewer(survivor, writing, now) {
    const { since = 0, nonce = "" } = survivor.marker;
    if (since > now + 60)
        return false;
    if (since !== writing.since)
        return since > writing.since;
    const isRace = writing.created.size > 0 || writing.updated.size > 0;
    return isRace && nonce > writing.nonce;
}

;// CONCATENATED MODULE: ./packages/github/lib/upsert-comment.js
/**
 * Keeps one comment per action, key and pull request, whatever fails and whoever else writes at the same time.
 * The order of effects is here, the decisions are in upsert-step.ts.
 */






const MAX_ROUNDS = 12;
const upsert_comment_MAX_POSTS = 3;
const upsert_comment_PERMISSION = "pull-requests: write";
/** Seconds after which a second comment of ours is not another run's that is about to delete it. */
const LEFT_OVER = 600;
/**
 * Creates or updates the comment. One list and one write when nothing goes wrong (a creation lists once more, to see
 * whether another run created one as well).
 * @throws GitHubFailure: the comment is not there (`github-forbidden`, `-locked`, `-gone`, `-rate-limited`, …)
 */
async function upsertComment(requester, self, wanted) {
    const run = {
        requester,
        wanted,
        waits: requester.newWaits(),
        nonce: (0,external_node_crypto_.randomBytes)(12).toString("base64url"),
        created: new Map(),
        updated: new Set(),
        gone: new Set(),
        posts: 0,
    };
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const { own, foreign } = await look(run, self);
        const { latest } = requester.serverTime();
        const since = startOf(run);
        const body = stamp(run, own[0], since);
        const { nonce, created, updated } = run;
        const isOnlyUpdate = wanted.isOnlyUpdate ?? false;
        const step = decideStep(own, { body, nonce, since, created, updated, isOnlyUpdate }, latest);
        if (step.kind === "none")
            return { id: 0, url: "", change: "none", foreign, isOutdated: false };
        if (step.kind === "done")
            return finish(run, step, foreign);
        if (step.kind === "create")
            await create(run, self, body);
        else if (step.kind === "delete")
            await remove(run, step.comment.id);
        else if ((await update(run, step.comment.id, body)) && run.posts === 0) {
            return finish(run, { comment: step.comment, change: "updated", isOutdated: false }, foreign);
        }
    }
    throw restless(wanted);
}
function restless(wanted) {
    return new failure/* GitHubFailure */.i({
        reason: "github-unavailable",
        what: `The comment for ${wanted.key} on pull request ${wanted.pullRequest} changed faster than it could be written`,
        remedy: "Look for another workflow that writes or deletes the same comment.",
    });
}
/** When our work began, by GitHub's clock: the local one may be wrong by days. */
function startOf({ requester, wanted }) {
    const { first, ahead } = requester.serverTime();
    const { startedAt = 0 } = wanted;
    return startedAt > 0 ? Math.max(1, Math.min(first, Math.floor(startedAt - ahead))) : first;
}
/** Lists the comments and tells ours from look-alikes. Who we are is asked only when there is something to tell apart. */
async function look(run, self) {
    const { requester, wanted, nonce, created, gone } = run;
    const listed = await listComments(requester, { ...wanted, permission: upsert_comment_PERMISSION }, run.waits);
    // A list may lag behind a creation; what GitHub has confirmed exists.
    const missing = [...created.values()].filter((each) => !listed.some(({ id }) => id === each.id));
    const marked = findMarked([...listed, ...missing].filter((each) => !gone.has(each.id)), wanted);
    if (marked.length === 0)
        return { own: [], foreign: [] };
    const { own, foreign } = separate(marked, await self.login(), wanted, created);
    for (const each of own) {
        const isNew = each.marker.nonce === nonce && !run.updated.has(each.id) && !created.has(each.id);
        if (isNew)
            created.set(each.id, each); // the answer to its creation was lost
    }
    const oldest = requester.serverTime().latest - LEFT_OVER;
    const leftOver = own.slice(1).filter((each) => !created.has(each.id) && (each.marker.since ?? 0) < oldest);
    return { own, foreign: [...foreign, ...leftOver.map((each) => each.id)] };
}
function finish({ requester }, ending, foreign) {
    const { comment, change, isOutdated } = ending;
    if (isOutdated)
        requester.log.info(`Comment ${comment.id} shows a run that started later; it stays as it is.`);
    return { id: comment.id, url: comment.url, change, foreign, isOutdated };
}
/** The body with this writing's nonce and time in its marker; its length does not change. */
function stamp(run, current, since) {
    const { wanted, nonce } = run;
    const isOwnWriting = current?.marker.nonce === nonce;
    if (!isOwnWriting || run.body === undefined) {
        run.body =
            typeof wanted.body === "string"
                ? wanted.body
                : wanted.body(current && { id: current.id, body: current.body, marker: current.marker });
    }
    const marker = parseMarker(run.body);
    if (marker === undefined || marker.action !== wanted.action || marker.key !== wanted.key) {
        throw new TypeError("a comment's body starts with the marker of its action and key");
    }
    return renderMarker({ ...marker, nonce, since }) + run.body.slice(run.body.indexOf("-->") + 3);
}
/** Creates the comment. When the answer is lost nobody knows whether it exists: the next look tells, by the nonce. */
async function create(run, self, body) {
    const { requester, wanted, waits } = run;
    if (run.posts === upsert_comment_MAX_POSTS)
        throw run.lost ?? restless(wanted);
    run.posts += 1;
    try {
        const answer = await requester.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { owner: wanted.owner, repo: wanted.repo, issue_number: wanted.pullRequest, body }, { expects: "object", permission: upsert_comment_PERMISSION, waits });
        const comment = parseComment(answer.data);
        if (comment === undefined)
            throw upsert_comment_badAnswer();
        run.created.set(comment.id, { ...comment, body });
        if (comment.login !== "")
            self.learn(comment.login);
    }
    catch (error) {
        if (!(0,failure/* isLost */.J)(error))
            throw error;
        run.lost = error;
        const waitMs = 1_000 + Math.ceil(requester.random() * 1_000);
        requester.log.info(`GitHub: no usable answer to a new comment; looking for it in ${(waitMs / 1_000).toFixed(1)} s`);
        await requester.sleep(waitMs);
    }
}
function upsert_comment_badAnswer() {
    return new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: "GitHub's answer to a new comment is not a comment",
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}
/** Writes the body into a comment; false when the comment is gone. */
async function update(run, id, body) {
    const { owner, repo } = run.wanted;
    const isThere = await isFound(run.requester.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { owner, repo, comment_id: id, body }, { expects: "object", permission: upsert_comment_PERMISSION, waits: run.waits }));
    (isThere ? run.updated : run.gone).add(id);
    return isThere;
}
/** Deletes a comment of this run; gone already is fine. */
async function remove(run, id) {
    const { owner, repo } = run.wanted;
    await isFound(run.requester.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { owner, repo, comment_id: id }, { permission: upsert_comment_PERMISSION, waits: run.waits }));
    run.gone.add(id);
}
async function isFound(call) {
    try {
        await call;
        return true;
    }
    catch (error) {
        if (error instanceof failure/* GitHubFailure */.i && error.reason === "github-not-found")
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/viewer.js
/**
 * Who we are on GitHub: the login that the token's comments carry.
 */


/** The login of GITHUB_TOKEN's comments in the REST API. */
const ACTIONS_LOGIN = "github-actions[bot]";
/** Refusals. Anything else (unreachable, limited, unauthorized) says nothing about who we are. */
const REFUSALS = new Set([
    "github-forbidden",
    "github-not-found",
    "github-rejected",
    "github-bad-answer",
    "github-gone",
]);
/**
 * Asks GraphQL, which knows installation tokens, then REST, which knows users. When REST refuses as well, it is a token
 * as Actions hands it out. Otherwise it stays a failure: with a guess we could change somebody else's comment.
 */
async function askViewerLogin({ request, graphqlUrl }) {
    try {
        const answer = await request(`POST ${graphqlUrl}`, { query: "query { viewer { login } }" }, { expects: "object" });
        const login = (0,plain/* readText */.yR)(answer.data, "data", "viewer", "login");
        if (login !== "")
            return normaliseLogin(login);
    }
    catch (error) {
        const mayGoOn = error instanceof failure/* GitHubFailure */.i && (error.reason === "github-unavailable" || REFUSALS.has(error.reason));
        if (!mayGoOn)
            throw error;
    }
    try {
        const answer = await request("GET /user", {}, { expects: "object" });
        return (0,plain/* readText */.yR)(answer.data, "login") || ACTIONS_LOGIN;
    }
    catch (error) {
        if (error instanceof failure/* GitHubFailure */.i && REFUSALS.has(error.reason))
            return ACTIONS_LOGIN;
        throw error;
    }
}
/** GraphQL names the Actions app both with and without `[bot]`; nobody else can be called `github-actions`. */
function normaliseLogin(login) {
    return login.toLowerCase() === "github-actions" ? ACTIONS_LOGIN : login;
}

;// CONCATENATED MODULE: ./packages/github/lib/client.js















/** Creates a client. Nothing is sent before the first verb. */
function createClient(options) {
    const requester = createRequester({
        maxWaitMs: 300_000,
        mutationGapMs: 1_000,
        timeoutMs: 30_000,
        environment: process.env,
        random: Math.random,
        ...options,
    });
    let viewer;
    const self = {
        login: () => {
            const asked = viewer ?? askViewerLogin(requester);
            viewer = asked;
            return asked.catch((error) => {
                if (viewer === asked)
                    viewer = undefined;
                throw error;
            });
        },
        learn: (login) => {
            viewer = Promise.resolve(normaliseLogin(login));
        },
    };
    return {
        request: requester.request,
        viewerLogin: () => self.login(),
        changedFiles: (owner, repo, pullRequest) => listChangedFiles(requester, { owner, repo, pullRequest }),
        upsertComment: (comment) => upsertComment(requester, self, comment),
        findComment: (query) => findComment(requester, self, query),
        pullRequest: (owner, repo, number) => readPullRequest(requester, { owner, repo, number }),
        pullRequestsOf: (owner, repo, sha) => listPullRequestsOf(requester, { owner, repo, sha }),
        compareCommits: (owner, repo, base, head) => compareCommits(requester, { owner, repo, base, head }),
        createDeployment: (deployment) => createDeployment(requester, deployment),
        setDeploymentStatus: (id, status) => setDeploymentStatus(requester, id, status),
        latestDeployment: (query) => latestDeployment(requester, query),
        listDeployments: (query) => listDeployments(requester, query),
        runState: (query) => readRunState(requester, query),
        runningJobs: (where) => listRunningJobs(requester, where),
    };
}
async function readPullRequest(requester, of) {
    const answer = await requester.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", { owner: of.owner, repo: of.repo, pull_number: of.number }, { expects: "object", permission: "pull-requests: read" });
    const pullRequest = (0,pull_request/* parsePullRequest */.yA)(answer.data);
    if (pullRequest !== undefined)
        return pullRequest;
    throw new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: `GitHub's answer about pull request ${of.number} is not a pull request`,
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}


/***/ }),

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isLost),
/* harmony export */   i: () => (/* binding */ GitHubFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * What a user reads when GitHub does not do what was asked: what happened and why, and what to do about it.
 */

/** A call to GitHub that failed for good: retries, where they make sense, are behind us. */
class GitHubFailure extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The answer's status; absent when there was no answer. */
    status;
    /** The missing permission as it is written in a workflow, for example `pull-requests: write`. */
    permission;
    /** GitHub's own words, as one short line; absent when it had none. Text from outside. */
    says;
    constructor(facts) {
        super(facts);
        this.name = "GitHubFailure";
        if (facts.status !== undefined)
            this.status = facts.status;
        if (facts.permission !== undefined)
            this.permission = facts.permission;
        if (facts.says !== undefined && facts.says !== "")
            this.says = facts.says;
    }
}
/** Whether a call failed in a way after which it may have been done all the same: the answer was lost or no answer. */
function isLost(error) {
    return error instanceof GitHubFailure && LOST.has(error.reason);
}
const LOST = new Set(["github-unavailable", "github-bad-answer"]);


/***/ })

};

