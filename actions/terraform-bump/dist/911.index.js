export const id = 911;
export const ids = [911];
export const modules = {

/***/ 4254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k6: () => (/* binding */ badAnswer),
  Ic: () => (/* binding */ describeFailure),
  gR: () => (/* binding */ graphqlFailure)
});

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __webpack_require__(9680);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
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
    const errors = (0,plain/* readList */.LD)(data, "errors");
    if (errors.length === 0)
        return undefined;
    const type = (0,plain/* readText */.yR)(errors[0], "type");
    const message = errors.map((each) => (0,plain/* readText */.yR)(each, "message")).join("; ");
    const isForbidden = type === "FORBIDDEN" || /not accessible by/i.test(message);
    const status = isForbidden ? 403 : type === "NOT_FOUND" ? 404 : 422;
    const outcome = { kind: "status", status, message, headers: new Map() };
    return describeFailure({ method: "POST", ...call }, outcome, { retry: false, waitMs: 0, cause: "" });
}
/** Throws: the answer is well-formed, and not what GitHub answers here. */
function badAnswer(about) {
    throw new failure/* GitHubFailure */.i({
        reason: "github-bad-answer",
        what: `GitHub's answer about ${about} is not one`,
        remedy: "Check what answers at GITHUB_API_URL.",
    });
}


/***/ }),

/***/ 8947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ readDeployments),
/* harmony export */   Jn: () => (/* binding */ listDeployments),
/* harmony export */   rE: () => (/* binding */ withLastStatus),
/* harmony export */   r_: () => (/* binding */ readStatuses)
/* harmony export */ });
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1514);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1673);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9404);
/**
 * Reads deployments and their statuses. GitHub lists both newest first.
 */



const READ = "deployments: read";
/** The deployments that are searched: the newest 1,000. */
const MAX_PAGES = 10;
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
    const pages = (0,_pages_js__WEBPACK_IMPORTED_MODULE_0__/* .readPages */ .n)(requester, {
        route: "GET /repos/{owner}/{repo}/deployments",
        parameters: { owner, repo, environment, task },
        permission: READ,
        maxPages: MAX_PAGES,
        ...limits,
    });
    // The filters are GitHub's to apply; a server that ignores one must not make us take another task's record.
    // Names of environments are not case sensitive.
    const isMatch = (deployment) => deployment.task === task &&
        (environment === undefined || deployment.environment.toLowerCase() === environment.toLowerCase());
    for await (const items of pages) {
        const deployments = items.map(_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDeployment */ .zi).filter((each) => each !== undefined);
        yield deployments.filter(isMatch);
    }
}
/**
 * The statuses of a deployment, newest first, 30 at most.
 * @throws GitHubFailure
 */
async function readStatuses(requester, of, options = {}) {
    const { data } = await requester.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", { owner: of.owner, repo: of.repo, deployment_id: of.id, per_page: 30 }, { expects: "list", permission: READ, ...options });
    const statuses = (0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .LD)(data).map(_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDeploymentStatus */ .jH);
    return statuses.filter((each) => each !== undefined).sort((a, b) => b.id - a.id);
}


/***/ }),

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jH: () => (/* binding */ parseDeploymentStatus),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
/* unused harmony export isOpenDeployment */
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2943);
/**
 * Deployments and their statuses as GitHub lists them. Pure: reading only, no calls.
 */

/** Reads one deployment; undefined when it is none. */
function parseDeployment(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        sha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(value, "sha"),
        ref: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "ref"),
        task: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "task"),
        environment: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        payload: parsePayload((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(value, "payload")),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Reads one status; undefined when it is none. */
function parseDeploymentStatus(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        state: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "state"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        logUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "log_url"),
        environmentUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment_url"),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
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
    const time = Date.parse((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "created_at"));
    return Number.isNaN(time) ? {} : { createdAt: time };
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


/***/ }),

/***/ 1673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readPages),
/* harmony export */   s: () => (/* binding */ readAllPages)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
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
        const items = member === undefined ? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer.data) : (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer.data, member);
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


/***/ }),

/***/ 8911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRepository: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: ./packages/github/lib/answer-failure.js + 1 modules
var answer_failure = __webpack_require__(4254);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var lib_failure = __webpack_require__(7903);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./packages/github/lib/payload.js
var payload = __webpack_require__(2943);
;// CONCATENATED MODULE: ./packages/github/lib/branches.js
/**
 * Branches by their full names: read, made, moved and deleted. Whoever moves or deletes one says which commit it is at;
 * a branch that somebody moved in the meantime stays as it is.
 */



const HEADS = "refs/heads/";
const NONE = "0".repeat(40);
const PAGE = 100;
const MAX_PAGES = 50;
const MUTATION = "mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
const QUERY = "query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }";
/** The commit a branch is at; undefined when there is no such branch. */
async function readBranch(place, branch) {
    const { request, owner, repo } = place;
    try {
        const { data } = await request("GET /repos/{owner}/{repo}/git/ref/{ref}", { owner, repo, ref: `heads/${branch}` }, { expects: "object", permission: "contents: read" });
        // Another branch's commit would be taken for this one's.
        if ((0,plain/* readText */.yR)(data, "ref") !== HEADS + branch)
            return (0,answer_failure/* badAnswer */.k6)("a branch");
        return (0,payload/* readSha */.tU)(data, "object", "sha") || (0,answer_failure/* badAnswer */.k6)("a branch");
    }
    catch (error) {
        if (error instanceof lib_failure/* GitHubFailure */.i && error.reason === "github-not-found")
            return undefined;
        throw error;
    }
}
/** The branches whose names begin so, in GitHub's order. */
async function listBranches({ request, owner, repo }, prefix) {
    const found = new Map();
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data } = await request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", { owner, repo, ref: `heads/${prefix}`, per_page: PAGE, page }, { expects: "list", permission: "contents: read" });
        const before = found.size;
        const items = (0,plain/* readList */.LD)(data);
        for (const item of items) {
            const [ref, sha] = [(0,plain/* readText */.yR)(item, "ref"), (0,payload/* readSha */.tU)(item, "object", "sha")];
            if (ref.startsWith(HEADS + prefix) && sha !== "")
                found.set(ref, { name: ref.slice(HEADS.length), sha });
        }
        // A server that does not page answers with the same list again.
        if (items.length < PAGE || found.size === before)
            break;
    }
    return [...found.values()];
}
/**
 * Makes a branch. `isDone` is false when there is one already that is somewhere else.
 * https://docs.github.com/rest/git/refs#create-a-reference
 * @throws GitHubFailure
 */
async function createBranch(place, branch, sha) {
    const { request, owner, repo } = place;
    try {
        await request("POST /repos/{owner}/{repo}/git/refs", { owner, repo, ref: HEADS + branch, sha }, { isIdempotent: true, isQuiet: true, expects: "object", permission: "contents: write" });
        return { isDone: true, sha };
    }
    catch (error) {
        // It exists: made by another run, or by this one when the first answer was lost.
        const now = error instanceof lib_failure/* GitHubFailure */.i && error.status === 422 ? await readBranch(place, branch) : undefined;
        if (now === undefined)
            throw error;
        return { isDone: now === sha, sha: now };
    }
}
/**
 * Moves a branch from one commit to another, or deletes it (`to` undefined), only when it is at `from`.
 * https://docs.github.com/graphql/reference/git#updaterefs
 * @throws GitHubFailure
 */
async function moveBranch(place, branch, { from, to }) {
    const { request, graphqlUrl } = place;
    const update = { name: HEADS + branch, beforeOid: from, afterOid: to ?? NONE, force: true };
    let failure;
    try {
        const input = { repositoryId: await place.repositoryId(), refUpdates: [update] };
        const { data } = await request(`POST ${graphqlUrl}`, { query: MUTATION, variables: { input } }, 
        // The second of two tries finds the branch moved; what follows tells by whom.
        { isIdempotent: true, isQuiet: true, expects: "object", permission: "contents: write" });
        failure = (0,answer_failure/* graphqlFailure */.gR)(data, { path: "/graphql updateRefs", permission: "contents: write" });
        if (failure === undefined)
            return { isDone: true, sha: to };
    }
    catch (error) {
        if (!(error instanceof lib_failure/* GitHubFailure */.i))
            throw error;
        failure = error;
    }
    const now = await readBranch(place, branch);
    if (now === to)
        return { isDone: true, sha: to };
    if (now === from)
        throw failure;
    return { isDone: false, sha: now };
}
/** The repository's id in GraphQL. */
async function askRepositoryId({ request, owner, repo, graphqlUrl }) {
    const path = "/graphql repository";
    const { data } = await request(`POST ${graphqlUrl}`, { query: QUERY, variables: { owner, name: repo } }, { expects: "object", permission: "contents: read" });
    const failure = (0,answer_failure/* graphqlFailure */.gR)(data, { path, permission: "contents: read" });
    if (failure !== undefined)
        throw failure;
    return (0,plain/* readText */.yR)((0,plain/* read */.LF)(data, "data", "repository"), "id") || (0,answer_failure/* badAnswer */.k6)("the repository");
}

;// CONCATENATED MODULE: ./packages/github/lib/commits-ahead.js
/**
 * Who made the commits of a branch. Reading only.
 */


/**
 * The commits that `head` has and `base` has not. Both are full hashes: names could mean something else.
 * https://docs.github.com/rest/commits/commits#compare-two-commits
 * @throws GitHubFailure
 */
async function listCommitsAhead({ request, owner, repo }, { base, head }) {
    const { data } = await request("GET /repos/{owner}/{repo}/compare/{basehead}", { owner, repo, basehead: `${base}...${head}`, per_page: 100, page: 1 }, { expects: "object", permission: "contents: read" });
    const commits = (0,plain/* readList */.LD)(data, "commits").map(parseCommit);
    const known = commits.filter((commit) => commit !== undefined);
    const total = Number((0,plain/* read */.LF)(data, "total_commits"));
    const mergeBase = (0,payload/* readSha */.tU)(data, "merge_base_commit", "sha");
    const isWhole = total > 0 ? known.length === Math.min(total, 100) : known.length === 0;
    const isRight = (0,payload/* readSha */.tU)(data, "base_commit", "sha") === base && (total !== known.length || endsIn(known, head));
    if (mergeBase === "" || !Number.isSafeInteger(total) || !isWhole || !isRight)
        return (0,answer_failure/* badAnswer */.k6)("a comparison");
    return { mergeBase, commits: known, total };
}
function endsIn(commits, head) {
    return commits.length === 0 || commits.at(-1)?.sha === head;
}
function parseCommit(value) {
    const sha = (0,payload/* readSha */.tU)(value, "sha");
    if (sha === "")
        return undefined;
    return {
        sha,
        parents: (0,plain/* readList */.LD)(value, "parents").map((parent) => (0,payload/* readSha */.tU)(parent, "sha")),
        author: (0,plain/* readText */.yR)(value, "author", "login"),
        authorName: (0,plain/* readText */.yR)(value, "commit", "author", "name"),
        committer: (0,plain/* readText */.yR)(value, "committer", "login"),
        message: (0,plain/* readText */.yR)(value, "commit", "message"),
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/git-objects.js
/**
 * Trees and commits through git data. Nobody sees them until a branch leads to them, so they may be made twice, and
 * nobody is told about them, so there is no pause between them. Neither author nor committer is ever named: only then
 * GitHub commits in a bot's place and signs.
 * https://docs.github.com/authentication/managing-commit-signature-verification/about-commit-signature-verification
 */


/** GitHub takes many files at once, but not any number: one call carries as many files and UTF-16 units as this. */
const MAX_FILES = 1_000;
const MAX_CHARACTERS = 4_000_000;
const write = { isIdempotent: true, isQuiet: true, expects: "object", permission: "contents: write" };
/** The tree of a commit. */
async function treeOf({ request, owner, repo }, commit) {
    const { data } = await request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { owner, repo, commit_sha: commit }, { expects: "object", permission: "contents: read" });
    return (0,payload/* readSha */.tU)(data, "tree", "sha") || (0,answer_failure/* badAnswer */.k6)("a commit");
}
/**
 * The tree `base` with these files in it; one call for each {@link MAX_FILES} files.
 * https://docs.github.com/rest/git/trees#create-a-tree
 * @throws GitHubFailure with status 403 or 404 also when a workflow file is among them that the token may not write:
 *   GitHub's words then say nothing of workflows
 */
async function createTree(place, base, files) {
    const { request, owner, repo } = place;
    let tree = base;
    for (const part of portions(files)) {
        const entries = part.map(({ path, mode, content }) => ({ path, mode, type: "blob", content }));
        const { data } = await request("POST /repos/{owner}/{repo}/git/trees", { owner, repo, base_tree: tree, tree: entries }, write);
        tree = (0,payload/* readSha */.tU)(data, "sha") || (0,answer_failure/* badAnswer */.k6)("a new tree");
    }
    return tree;
}
/** Files in the order they were given, in portions that one call carries. */
function portions(files) {
    const all = [];
    let size = 0;
    for (const file of files) {
        const last = all.at(-1);
        size += file.content.length;
        if (last !== undefined && last.length < MAX_FILES && size <= MAX_CHARACTERS)
            last.push(file);
        else {
            all.push([file]);
            size = file.content.length;
        }
    }
    return all;
}
/**
 * A commit with one parent.
 * https://docs.github.com/rest/git/commits#create-a-commit
 * @throws GitHubFailure
 */
async function createCommit({ request, owner, repo }, commit) {
    const { message, tree, parent } = commit;
    const { data } = await request("POST /repos/{owner}/{repo}/git/commits", { owner, repo, message, tree, parents: [parent] }, write);
    return (0,payload/* readSha */.tU)(data, "sha") || (0,answer_failure/* badAnswer */.k6)("a new commit");
}

// EXTERNAL MODULE: ./packages/github/lib/pages.js
var pages = __webpack_require__(1673);
// EXTERNAL MODULE: ./packages/github/lib/pull-request.js
var pull_request = __webpack_require__(9662);
;// CONCATENATED MODULE: ./packages/github/lib/pulls.js
/**
 * Pull requests of branches in the repository itself: found, opened, changed. A pull request of a fork is never among
 * them, whatever its branch is called.
 */





const READ = "pull-requests: read";
const WRITE = { expects: "object", permission: "pull-requests: write" };
const ROUTE = "GET /repos/{owner}/{repo}/pulls";
/**
 * Pull requests by how their branches are called, in GitHub's order.
 * https://docs.github.com/rest/pulls/pulls#list-pull-requests
 * @throws GitHubFailure
 */
async function listPullRequests(place, query) {
    const { owner, repo } = place;
    const { prefix, state, base, maxPages = 50 } = query;
    const order = state === "closed" ? { sort: "updated", direction: "desc" } : { sort: "created", direction: "asc" };
    const parameters = { owner, repo, state, ...order, ...(base === undefined ? {} : { base }) };
    const items = await (0,pages/* readAllPages */.s)(place, { route: ROUTE, parameters, permission: READ, maxPages });
    return parseAll(items).filter((pull) => pull.headRef.startsWith(prefix));
}
/** Every pull request that a branch of exactly this name was ever the head of, newest first; 100 at most. */
async function pullRequestsOfBranch(place, branch) {
    const { owner, repo } = place;
    const parameters = { owner, repo, state: "all", head: `${owner}:${branch}` };
    const items = await (0,pages/* readAllPages */.s)(place, { route: ROUTE, parameters, permission: READ, maxPages: 1 });
    // GitHub leaves out a filter that it does not understand.
    return parseAll(items)
        .filter((pull) => pull.headRef === branch)
        .sort((a, b) => b.number - a.number);
}
/** Each once: a list that moved between two pages can name the same one twice. */
function parseAll(items) {
    const pulls = items.map(parseOne).filter((pull) => pull?.isFork === false);
    return [...new Map(pulls.map((pull) => [pull?.number, pull])).values()].filter((pull) => pull !== undefined);
}
function parseOne(value) {
    const pull = (0,pull_request/* parsePullRequest */.yA)(value);
    if (pull === undefined)
        return undefined;
    const mergedAt = Date.parse((0,plain/* readText */.yR)(value, "merged_at"));
    const { title = "", url = "", author = "" } = pull;
    const time = Number.isNaN(mergedAt) ? {} : { mergedAt };
    return { ...pull, title, url, author, body: (0,plain/* readText */.yR)(value, "body"), ...time };
}
/**
 * Opens a pull request. There is one at most for two branches: when there is one already, by whomever, it is that one,
 * and `isNew` is false.
 * https://docs.github.com/rest/pulls/pulls#create-a-pull-request
 * @throws GitHubFailure
 */
async function openPullRequest(place, wanted) {
    const { request, owner, repo } = place;
    const { title, body, head, base, isDraft } = wanted;
    try {
        const { data } = await request("POST /repos/{owner}/{repo}/pulls", { owner, repo, title, body, head, base, draft: isDraft }, 
        // A second try of one that was opened is told that it exists.
        { ...WRITE, isIdempotent: true });
        return { pull: parseOne(data) ?? (0,answer_failure/* badAnswer */.k6)("a new pull request"), isNew: true };
    }
    catch (error) {
        const isThere = error instanceof lib_failure/* GitHubFailure */.i && /pull request already exists/i.test(error.says ?? "");
        if (!isThere)
            throw error;
        const all = await pullRequestsOfBranch(place, head);
        const pull = all.find((each) => !each.isClosed && each.baseRef === base);
        if (pull === undefined)
            throw error;
        return { pull, isNew: false };
    }
}
/** Changes what is given, and leaves the rest. */
async function updatePullRequest({ request, owner, repo }, number, changed) {
    await request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { owner, repo, pull_number: number, ...changed }, WRITE);
}
/** Adds to what is there. */
async function addLabels({ request, owner, repo }, number, labels) {
    await request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", { owner, repo, issue_number: number, labels }, { ...WRITE, expects: "list", isIdempotent: true });
}
/** Whether a pull request ever had a label, also when somebody took it away since. */
async function hadLabel(place, number, label) {
    const { owner, repo } = place;
    const events = await (0,pages/* readAllPages */.s)(place, {
        route: "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
        parameters: { owner, repo, issue_number: number },
        permission: READ,
        maxPages: 3,
    });
    const name = label.toLowerCase();
    return events.some((each) => (0,plain/* readText */.yR)(each, "event") === "labeled" && (0,plain/* readText */.yR)(each, "label", "name").toLowerCase() === name);
}
/** Adds to who is there; GitHub leaves out whoever cannot be assigned. Returns those. */
async function addAssignees({ request, owner, repo }, number, assignees) {
    const { data } = await request("POST /repos/{owner}/{repo}/issues/{issue_number}/assignees", { owner, repo, issue_number: number, assignees }, { ...WRITE, isIdempotent: true });
    const there = new Set((0,plain/* readList */.LD)(data, "assignees").map((each) => (0,plain/* readText */.yR)(each, "login").toLowerCase()));
    return assignees.filter((login) => !there.has(login.toLowerCase()));
}
/**
 * Asks for reviews; teams by their slugs, for which the token needs `members: read` of the organisation.
 * @throws GitHubFailure also when one of them cannot review: then nobody is asked
 */
async function requestReviews({ request, owner, repo }, number, who) {
    const { reviewers, teams } = who;
    await request("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", { owner, repo, pull_number: number, reviewers, team_reviewers: teams }, { ...WRITE, isIdempotent: true });
}

// EXTERNAL MODULE: ./packages/github/lib/deployment-list.js
var deployment_list = __webpack_require__(8947);
;// CONCATENATED MODULE: ./packages/github/lib/task-deployments.js
/**
 * The newest deployments of a task, over all environments. Reading only.
 */

/**
 * The newest deployment of each subject that has one, among the newest 1,000 of the task.
 * https://docs.github.com/rest/deployments/deployments#list-deployments
 * @throws GitHubFailure
 */
async function newestDeployments(place, query) {
    const { owner, repo } = place;
    const { task, subject, subjects } = query;
    const newest = new Map();
    for await (const deployments of (0,deployment_list/* readDeployments */.Fz)(place, { owner, repo, task })) {
        for (const deployment of deployments) {
            const about = subject(deployment);
            if (about === undefined || !subjects.has(about))
                continue;
            if ((newest.get(about)?.id ?? 0) < deployment.id)
                newest.set(about, deployment);
        }
        if (newest.size === subjects.size)
            break;
    }
    const found = new Map();
    for (const [about, deployment] of newest)
        found.set(about, await (0,deployment_list/* withLastStatus */.rE)(place, deployment));
    return found;
}

;// CONCATENATED MODULE: ./packages/github/lib/repository.js
/**
 * The door to one repository's branches, commits and pull requests, behind a client's `request`. It stands beside
 * ./client so that actions that only comment do not carry it.
 */





/** Opens a repository. Nothing is sent before the first verb. */
function openRepository({ request }, where) {
    const { owner, repo } = where;
    let id;
    const place = {
        request,
        ...where,
        repositoryId: () => {
            const asked = id ?? askRepositoryId(place);
            id = asked;
            return asked.catch((error) => {
                if (id === asked)
                    id = undefined;
                throw error;
            });
        },
    };
    return {
        owner,
        repo,
        readBranch: (branch) => readBranch(place, branch),
        listBranches: (prefix) => listBranches(place, prefix),
        createBranch: (branch, sha) => createBranch(place, branch, sha),
        moveBranch: (branch, move) => moveBranch(place, branch, move),
        deleteBranch: (branch, from) => moveBranch(place, branch, { from, to: undefined }),
        treeOf: (commit) => treeOf(place, commit),
        createTree: (base, files) => createTree(place, base, files),
        createCommit: (commit) => createCommit(place, commit),
        commitsAhead: (range) => listCommitsAhead(place, range),
        listPullRequests: (query) => listPullRequests(place, query),
        pullRequestsOfBranch: (branch) => pullRequestsOfBranch(place, branch),
        openPullRequest: (wanted) => openPullRequest(place, wanted),
        updatePullRequest: (number, changed) => updatePullRequest(place, number, changed),
        addLabels: (number, labels) => addLabels(place, number, labels),
        hadLabel: (number, label) => hadLabel(place, number, label),
        addAssignees: (number, assignees) => addAssignees(place, number, assignees),
        requestReviews: (number, who) => requestReviews(place, number, who),
        newestDeployments: (query) => newestDeployments(place, query),
    };
}


/***/ })

};

