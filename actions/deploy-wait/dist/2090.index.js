export const id = 2090;
export const ids = [2090];
export const modules = {

/***/ 2090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHttpTarget: () => (/* binding */ createHttpTarget)
});

// EXTERNAL MODULE: ./packages/http/lib/exchange.js
var lib_exchange = __webpack_require__(1741);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __webpack_require__(3064);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/tell/story.js
var story = __webpack_require__(8190);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/http/cache.js
/**
 * Whether a cache answered in the place of the application: by Age (RFC 9111, 5.1), Cache-Status (RFC 9211), and the
 * headers that proxies and content delivery networks write in their place. Pure.
 */

/** nginx, CloudFront, Fastly, Varnish; Cloudflare; Vercel. */
const named = ["x-cache", "x-cache-status", "x-proxy-cache", "cf-cache-status", "x-vercel-cache"];
/** What they say when they did not ask the application. `RefreshHit` and `REVALIDATED` did ask. */
const fromCache = /(?:^|[^a-z])(?:hit|stale|updating|prerender)(?:$|[^a-z])/i;
/** The marks of a cache that answered: `Age above 0, x-cache: Hit from cloudfront`; undefined when there are none. */
function cacheOf(headers) {
    const age = Number(headers["age"] ?? "0");
    const marks = age > 0 ? ["Age above 0"] : [];
    for (const name of named) {
        const value = headers[name] ?? "";
        if (fromCache.test(value.replaceAll("_", " ")))
            marks.push(`${name}: ${(0,story/* cutLine */.Hh)(value, 60)}`);
    }
    const status = headers["cache-status"] ?? "";
    if (/;\s*hit(?:\s*[;,]|\s*$)/i.test(status))
        marks.push(`cache-status: ${(0,story/* cutLine */.Hh)(status, 60)}`);
    return marks.length === 0 ? undefined : marks.join(", ");
}

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/http/json-path.js
/** Values inside of JSON by a short path: `build.version`, `items[0].id`. Pure. */

/**
 * The text of the value at a path: a string as it is, anything else as JSON. Undefined when there is none. A key that holds
 * dots itself is found, too, when it stands at the top.
 */
function textAt(json, path) {
    const whole = (0,plain/* read */.LF)(json, path);
    const found = whole === undefined ? follow(json, path) : whole;
    if (found === undefined)
        return undefined;
    return typeof found === "string" ? found : JSON.stringify(found);
}
function follow(json, path) {
    // `$.a.b` is how some write it.
    const steps = path.replace(/^\$\.?/, "").match(/\[\d+\]|[^.[\]]+/g) ?? [];
    let current = json;
    for (const step of steps) {
        const index = /^\[(\d+)\]$/.exec(step)?.[1];
        current = index === undefined ? (0,plain/* read */.LF)(current, step) : Array.isArray(current) ? (0,plain/* read */.LF)(current, index) : undefined;
    }
    return current;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/http/expectation.js
/** What an answer has to be, and how an answer differs from it. Pure; it asks nothing. */




const LONGEST_VALUE = 80;
/** Reads the inputs: status codes as text, lines such as `build.version=v2`. A line without `=` is skipped. */
function readExpectation(given) {
    const statuses = given.expectStatus.map(Number);
    const values = given.expectJson.flatMap((line) => {
        const at = line.indexOf("=");
        return at < 1 ? [] : [{ path: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }];
    });
    return { statuses: statuses.length === 0 ? [200] : statuses, values, body: given.expectBody };
}
/** Compares an answer with what is expected. */
function judge(expected, answer) {
    const said = difference(expected, answer);
    const cache = cacheOf(answer.headers);
    const served = said === "" ? servedFacts(expected, answer) : {};
    return { isRight: said === "", said, ...(cache === undefined ? {} : { cache }), served };
}
function difference({ statuses, values, body }, answer) {
    if (!statuses.includes(answer.status)) {
        const where = answer.status >= 300 && answer.status < 400 ? redirection(answer) : "";
        return `${answer.status}${where}, expected ${statuses.join(" or ")}`;
    }
    if (values.length > 0) {
        const json = jsonOf(answer.text);
        if (json === undefined)
            return `${answer.status}, and the body is no JSON`;
        for (const { path, value } of values) {
            const found = textAt(json.value, path);
            if (found !== value) {
                const is = found === undefined ? "absent" : found === "" ? "empty" : (0,story/* cutLine */.Hh)(found, LONGEST_VALUE);
                return `${path} is ${is}, expected ${value}`;
            }
        }
    }
    if (body !== "" && !answer.text.includes(body)) {
        return `${answer.status}, and the body does not hold "${(0,story/* cutLine */.Hh)(body, LONGEST_VALUE)}"`;
    }
    return "";
}
/** Where an answer leads, without the query, which can hold a token. */
function redirection({ headers }) {
    const location = headers["location"] ?? "";
    return location === "" ? " (a redirect)" : ` (a redirect to ${(0,story/* cutLine */.Hh)(location.replace(/[?#].*$/s, ""), 200)})`;
}
function jsonOf(text) {
    try {
        return { value: (0,json/* parseJson */.q)(text) };
    }
    catch {
        return undefined;
    }
}
function servedFacts({ values }, { status }) {
    const served = values.map(({ path, value }) => [`served ${path}`, (0,story/* cutLine */.Hh)(value, LONGEST_VALUE)]);
    return { "served status": status, ...Object.fromEntries(served) };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/http/machine.js
/** A row of n right answers is at least n - 1 times as long, ms. */
const SPREAD_MS = 2000;
/** The machine of one address. */
function nextOfProbes(consecutive) {
    return (before, probe, elapsedMs) => {
        const state = before ?? { row: 0, rowSince: elapsedMs, lastMiss: "" };
        const warnings = probe.cache === undefined ? {} : { warnings: [cacheWarning(probe.cache)] };
        if (!probe.isRight)
            return { ...miss(probe, elapsedMs), ...warnings };
        if (probe.cache !== undefined)
            return { ...repeated(state, probe.cache, consecutive), ...warnings };
        return right(state, probe, consecutive, elapsedMs);
    };
}
function miss({ said, cache }, elapsedMs) {
    const by = cache === undefined ? "" : ` (a cache answered: ${cache})`;
    const lastMiss = `${said}${by}`;
    const state = { row: 0, rowSince: elapsedMs, lastMiss };
    return { state, pace: "moving", reads: ["probe"], progress: lastMiss, stage: "waiting for the right answer" };
}
/** What a cache repeats is no news: it neither counts nor breaks the row. */
function repeated(state, cache, consecutive) {
    const progress = `${state.row} of ${consecutive} right answers in a row, and a cache answers (${cache})`;
    return { state, pace: "moving", reads: ["probe"], progress, stage: "answered by a cache" };
}
function right({ row: before, rowSince: since, lastMiss }, { served }, consecutive, elapsedMs) {
    const row = before + 1;
    const rowSince = before === 0 ? elapsedMs : since;
    const isComplete = row >= consecutive && elapsedMs - rowSince >= (consecutive - 1) * SPREAD_MS;
    const earlier = lastMiss === "" || isComplete ? "" : `; before: ${lastMiss}`;
    return {
        state: { row, rowSince, lastMiss },
        ...(isComplete
            ? { verdict: { result: "success", cause: "" }, facts: { ...served, "answers in a row": row } }
            : {}),
        pace: "near",
        reads: ["probe"],
        progress: `${Math.min(row, consecutive)} of ${consecutive} right answers in a row${earlier}`,
        stage: "right answers",
    };
}
function cacheWarning(cache) {
    return `A cache answers (${cache}), though cache-control: no-cache is asked for. Its answers do not count: only those of the application itself do`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/http/target.js
/** The target `http`: waits until an address serves what is expected. It puts the parts together and knows no rule. */




/** Makes the target. One request a look, on a connection of its own; whatever goes wrong with it is an answer that is wrong. */
function createHttpTarget(settings, doors) {
    const expected = readExpectation(settings);
    const headers = { "cache-control": "no-cache", ...readHeaders(settings.headers) };
    const id = addressOf(settings.url);
    return (0,target/* defineTarget */.D)({
        kind: "http",
        items: [{ id, label: id }],
        first: ["probe"],
        next: nextOfProbes(Math.max(1, settings.consecutive)),
        async read() {
            const probe = await probeOnce(await doors.http(), settings.url, headers, expected);
            return { looks: new Map([[id, { snapshot: probe }]]), calls: 1 };
        },
    });
}
async function probeOnce(exchange, url, headers, expected) {
    try {
        return judge(expected, await exchange({ method: "GET", url, headers }));
    }
    catch (error) {
        if (!(error instanceof lib_exchange/* HttpFault */.F))
            throw error;
        return { isRight: false, said: `no answer (${error.code})`, served: {} };
    }
}
/** Names in lower case; a line without a name is skipped. */
function readHeaders(lines) {
    const pairs = lines.split(/\r?\n/).flatMap((line) => {
        const at = line.indexOf(":");
        return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
    });
    return Object.fromEntries(pairs);
}
/** The address as it is told: without the query, which can hold a secret. */
function addressOf(url) {
    const parsed = URL.parse(url);
    return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
}


/***/ }),

/***/ 8190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Hh: () => (/* binding */ cutLine),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   m$: () => (/* binding */ resultOfStory),
/* harmony export */   ru: () => (/* binding */ reasonOfItem)
/* harmony export */ });
/* harmony import */ var _wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1716);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(498);


/** The result of several: good when all are, what they have in common, else failed. */
function resultOf(results) {
    const bad = results.filter((result) => !(0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(result));
    const [first] = bad.length > 0 ? bad : results;
    if (first === undefined)
        return "noop";
    if (bad.length === 0)
        return results.every((result) => result === first) ? first : "success";
    return bad.length === results.length && bad.every((result) => result === first) ? first : "failed";
}
/** The result of the step: that of the items, unless what was watched afterwards is worse. */
function resultOfStory({ items, aftermath }) {
    const deployed = resultOf(items.map(({ verdict }) => verdict.result));
    return (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(deployed) ? (aftermath?.verdict?.result ?? deployed) : deployed;
}
/** As much of a text as fits into one line of so many characters. */
function cutLine(text, length) {
    const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
    const points = Array.from(line);
    return points.length <= length ? line : `${points.slice(0, length - 1).join("")}…`;
}
const LONGEST_REASON = 900;
/** So many items are named in one line. */
const MOST_NAMED = 3;
/** Why, in one line, the root cause first. */
function reasonOf(story) {
    const result = resultOfStory(story);
    const { items, aftermath } = story;
    if (aftermath?.verdict !== undefined && result === aftermath.verdict.result && !(0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(result)) {
        return cutLine(`${nameAll(story)} ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .a[result].did}: ${aftermath.verdict.cause}`, LONGEST_REASON);
    }
    const bad = items.filter(({ verdict }) => !(0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(verdict.result));
    const told = bad.length > 0 ? bad : items;
    const named = told
        .slice(0, MOST_NAMED)
        .map((item) => reasonOfItem(item, LONGEST_REASON / Math.min(told.length, MOST_NAMED)));
    const rest = told.length > MOST_NAMED ? `; ${told.length - MOST_NAMED} more in the step summary` : "";
    const count = bad.length > 0 && items.length > 1 ? `${bad.length} of ${items.length} did not make it: ` : "";
    return cutLine(`${count}${named.join("; ")}${rest}`, LONGEST_REASON + 100);
}
function nameAll({ items, kind }) {
    const [first] = items;
    // A command says nothing of what it was that was deployed.
    if (items.length === 1 && first !== undefined)
        return kind === "command" ? "the deployment" : first.course.item.label;
    return `${items.length} deployments`;
}
/** `service app was rolled back: circuit breaker …; 3 tasks: container app: exit code 1`. */
function reasonOfItem({ course, verdict, diagnosis, stop }, length = LONGEST_REASON) {
    const cause = verdict.cause.replace(/[.\s]+$/, "");
    const known = cause.toLowerCase();
    const more = diagnosis.causes.filter((each) => !known.includes(each.toLowerCase()));
    const log = tellingLine(diagnosis.logLines ?? []);
    const lastLine = log === undefined || more.some((each) => each.includes(log)) ? [] : [`log: ${cutLine(log, 200)}`];
    const stopped = stop === undefined ? [] : [stop.told];
    const parts = [cause, ...more.slice(0, 3).map((each) => cutLine(each, 300)), ...lastLine, ...stopped];
    const said = parts.filter((part) => part !== "").join("; ");
    return cutLine(`${course.item.label} ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .a[verdict.result].did}${said === "" ? "" : `: ${said}`}`, length);
}
/** What to do, for the second line of the annotation. */
function remedyOf(story) {
    const result = resultOfStory(story);
    if (story.aftermath?.verdict?.result === result && !(0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(result)) {
        return story.aftermath.verdict.remedy ?? _words_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .a[result].remedy;
    }
    const own = story.items.map(({ verdict }) => verdict).find((verdict) => !(0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(verdict.result));
    return own?.remedy ?? _words_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .a[own?.result ?? result].remedy;
}
/** The line of a log that tells most: the last one that speaks of an error and is no frame of a stack, else the last of all. */
function tellingLine(lines) {
    const said = lines.filter((line) => line.trim() !== "" && !/^\s*(?:at |File "|\.\.\. \d+ more)/.test(line));
    return said.findLast((line) => /error|exception|fatal|panic|failed|denied|refused/i.test(line)) ?? said.at(-1);
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ words)
/* harmony export */ });
const again = "Mend the cause, then deploy again.";
/** For each result: the sign in the summary, what the object did, and what to do when nothing better is known. */
const words = {
    success: { sign: "✅", did: "succeeded", remedy: "" },
    noop: { sign: "✅", did: "had nothing to deploy", remedy: "" },
    "no-change": { sign: "✅", did: "succeeded, and the metrics did not change", remedy: "" },
    failed: { sign: "❌", did: "failed", remedy: again },
    "rolled-back": {
        sign: "↩️",
        did: "was rolled back",
        remedy: "The former version serves, or is about to. Mend the cause, then deploy again.",
    },
    "rollback-failed": {
        sign: "❌",
        did: "failed, and so did its rollback",
        remedy: "Look at it at once: neither version may be whole.",
    },
    superseded: {
        sign: "⏭️",
        did: "was superseded",
        remedy: "A newer deployment took its place: look at that one. Let deployments wait for each other with `concurrency`.",
    },
    stopped: { sign: "🛑", did: "was stopped", remedy: "Ask whoever stopped it, then deploy again." },
    cancelled: { sign: "🛑", did: "was cancelled", remedy: "Deploy again when you want its result." },
    rejected: { sign: "✋", did: "was rejected", remedy: "Talk to whoever rejected it." },
    unstable: {
        sign: "⚠️",
        did: "is unstable",
        remedy: "Look at its tests; set allow-unstable when that is good enough.",
    },
    timeout: {
        sign: "⌛",
        did: "did not end in time",
        remedy: "It may still go on: look at it. Raise `timeout` when it only needs longer.",
    },
    "not-found": {
        sign: "❓",
        did: "was not found",
        remedy: "Check the names, ids and the Region that the step was given.",
    },
    "access-denied": {
        sign: "🔒",
        did: "may not be looked at",
        remedy: "Give the role the permissions that the README lists.",
    },
    "credentials-expired": {
        sign: "🔒",
        did: "could not be followed to its end: the credentials expired",
        remedy: "Name a role in role-to-assume, or let the role's sessions last longer than the deployment.",
    },
    alarm: {
        sign: "🚨",
        did: "was followed by an alarm",
        remedy: "Look at the alarm, and roll back when it is ours.",
    },
    regression: {
        sign: "📉",
        did: "made metrics worse",
        remedy: "Look at the metrics, and roll back when it is ours.",
    },
    inconclusive: {
        sign: "❔",
        did: "came to no verdict",
        remedy: "Look at the deployment itself: it may have ended either way.",
    },
};


/***/ }),

/***/ 44:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ defineTarget)
/* harmony export */ });
/** Puts a target together. */
function defineTarget(parts) {
    const steps = new Map();
    const items = new Map(parts.items.map((item) => [item.id, item]));
    const itemOf = (id) => {
        const item = items.get(id);
        if (item === undefined)
            throw new TypeError(`${id} is no item of ${parts.kind}`);
        return item;
    };
    return {
        kind: parts.kind,
        items: parts.items,
        canStop: parts.stop !== undefined,
        async look(ids, elapsedMs) {
            const wanted = ids.map((id) => {
                const step = steps.get(id);
                return { item: itemOf(id), state: step?.state, reads: step?.reads ?? parts.first };
            });
            const { looks, calls } = await parts.read(wanted, elapsedMs);
            const sights = new Map();
            for (const id of ids) {
                const look = looks.get(id) ?? { fault: unseen(parts.kind) };
                if ("fault" in look)
                    sights.set(id, look);
                else {
                    const step = parts.next(steps.get(id)?.state, look.snapshot, elapsedMs);
                    steps.set(id, step);
                    sights.set(id, { step });
                }
            }
            return { sights, calls };
        },
        async diagnose(id, verdict) {
            const state = steps.get(id)?.state;
            if (state === undefined || parts.diagnose === undefined)
                return { causes: [] };
            return parts.diagnose(itemOf(id), state, verdict);
        },
        async stop(id, how) {
            if (parts.stop === undefined)
                return { isAccepted: false, told: `A deployment by ${parts.kind} cannot be stopped` };
            return parts.stop(itemOf(id), steps.get(id)?.state, how);
        },
        prepare: async () => parts.prepare?.(),
    };
}
const unseen = (kind) => ({
    kind: "unavailable",
    operation: kind,
    detail: "the answer is not about it",
});


/***/ }),

/***/ 1716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isGood)
/* harmony export */ });
/**
 * How waiting can end. A verdict is about the pinned object, and about nothing else.
 */
const good = new Set(["success", "noop", "no-change"]);
/** Whether the step ends with exit code 0. */
function isGood(result) {
    return good.has(result);
}


/***/ }),

/***/ 1741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * One request and one answer, as the rest sees them. Types and the error only; the door `./client` has the implementation.
 */

/** There was no answer: no such host, refused, reset, silent, not HTTP, a certificate that is not trusted. */
class HttpFault extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The system's word (`ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`), or `TIMEOUT`. */
    code;
    constructor({ method, host, code, cause }) {
        super({
            reason: "failed",
            what: `${method} ${host} had no answer (${code})`,
            remedy: "Check the URL, and the network between the runner and that host.",
            cause,
        });
        this.name = "HttpFault";
        this.code = code;
    }
}


/***/ })

};

