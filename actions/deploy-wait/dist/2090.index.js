export const id = 2090;
export const ids = [2090];
export const modules = {

/***/ 3705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ cutLine)
/* harmony export */ });
/** One line of a text from outside. Pure. */
/** As much of a text as fits into one line of so many characters. */
function cutLine(text, length) {
    const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
    const points = Array.from(line);
    return points.length <= length ? line : `${points.slice(0, length - 1).join("")}…`;
}


/***/ }),

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
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
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
            marks.push(`${name}: ${(0,line/* cutLine */.H)(value, 60)}`);
    }
    const status = headers["cache-status"] ?? "";
    if (/;\s*hit(?:\s*[;,]|\s*$)/i.test(status))
        marks.push(`cache-status: ${(0,line/* cutLine */.H)(status, 60)}`);
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
                const is = found === undefined ? "absent" : found === "" ? "empty" : (0,line/* cutLine */.H)(found, LONGEST_VALUE);
                return `${path} is ${is}, expected ${value}`;
            }
        }
    }
    if (body !== "" && !answer.text.includes(body)) {
        return `${answer.status}, and the body does not hold "${(0,line/* cutLine */.H)(body, LONGEST_VALUE)}"`;
    }
    return "";
}
/** Where an answer leads, without the query, which can hold a token. */
function redirection({ headers }) {
    const location = headers["location"] ?? "";
    return location === "" ? " (a redirect)" : ` (a redirect to ${(0,line/* cutLine */.H)(location.replace(/[?#].*$/s, ""), 200)})`;
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
    const served = values.map(({ path, value }) => [`served ${path}`, (0,line/* cutLine */.H)(value, LONGEST_VALUE)]);
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

