export const id = 5499;
export const ids = [5499];
export const modules = {

/***/ 5499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createExchange: () => (/* binding */ createExchange)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6256);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4262);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7506);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1741);
/**
 * The effect door of @handrail/http: one exchange on a connection of its own, over node:http and node:https. It follows no
 * redirect, repeats nothing and remembers nothing.
 */




const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1_048_576;
/** What Node.js and the system call errors: `ECONNRESET`, `CERT_HAS_EXPIRED`, `HPE_INVALID_CONSTANT`. */
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;
/** Opens the door. Nothing is sent before the first exchange. */
function createExchange(options) {
    return async (request) => {
        const url = URL.parse(request.url);
        if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
            throw toFault(request, "ERR_INVALID_URL");
        const proxy = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .iJ)(url, options.environment);
        const through = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .proxyOptions */ .P_)(proxy, process.versions.node);
        const agent = url.protocol === "https:" ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(through) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(through);
        const limits = {
            clock: options.clock,
            ms: request.timeoutMs ?? TIMEOUT_MS,
            signal: request.evenWhenCancelled === true ? undefined : options.signal,
        };
        try {
            return await (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .NE)(limits, (signal) => exchange(url, request, agent, signal));
        }
        catch (error) {
            if (limits.signal?.aborted === true)
                throw limits.signal.reason;
            // The text of a proxy's error can hold the proxy's URL.
            throw toFault(request, codeOf(error), proxy === undefined ? error : undefined);
        }
        finally {
            agent.destroy();
        }
    };
}
async function exchange(url, asked, agent, signal) {
    const send = url.protocol === "https:" ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    const length = asked.body === undefined ? {} : { "content-length": String(Buffer.byteLength(asked.body)) };
    const own = { "user-agent": "handrail", accept: "*/*", "accept-encoding": "identity" };
    const given = Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    const headers = { ...own, ...Object.fromEntries(given), ...length };
    const response = await respond(send(url, { method: asked.method, headers, agent, signal }), asked.body);
    const text = await readBody(response, asked.maxBytes ?? MAX_BYTES);
    return { status: response.statusCode ?? 0, headers: flatten(response), text };
}
function respond(request, body) {
    return new Promise((resolve, reject) => {
        request.once("response", resolve);
        request.on("error", reject);
        request.once("close", () => reject(new Error("closed")));
        request.end(body);
    });
}
/** The beginning of the body; what is beyond the limit is never read. */
async function readBody(response, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= maxBytes)
            break;
    }
    return Buffer.concat(chunks).subarray(0, maxBytes).toString();
}
function flatten(response) {
    const headers = [];
    for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined)
            headers.push([name, Array.isArray(value) ? value.join(", ") : value]);
    }
    return Object.fromEntries(headers);
}
function codeOf(error) {
    if (error instanceof _handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .DeadlineError */ .j3)
        return "TIMEOUT";
    const code = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) ?? "";
    return CODE.test(code) ? code : "ECONNRESET";
}
/** Names the host only: a path or a query can hold a secret. */
function toFault({ method, url }, code, cause) {
    return new _exchange_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ method, host: URL.parse(url)?.host ?? "an address that is no URL", code, cause });
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


/***/ }),

/***/ 4262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ withDeadline),
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   j3: () => (/* binding */ DeadlineError)
/* harmony export */ });
/** Time was up. */
class DeadlineError extends Error {
    constructor(ms) {
        super(`it took longer than ${ms / 1000} s`);
        this.name = "DeadlineError";
    }
}
/**
 * Runs work with a signal that is aborted when the time is up or when `signal` is. Rejects at that moment, with a
 * {@link DeadlineError} or with the reason of `signal`, also when the work does not notice.
 */
async function withDeadline({ clock, ms, signal }, work) {
    signal?.throwIfAborted();
    const ending = new AbortController();
    const done = new AbortController();
    const abort = () => ending.abort(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const ended = new Promise((_, reject) => {
        ending.signal.addEventListener("abort", () => reject(ending.signal.reason), { once: true });
    });
    clock.sleep(ms, done.signal).then(() => ending.abort(new DeadlineError(ms)), () => undefined);
    try {
        return await Promise.race([work(ending.signal), ended]);
    }
    finally {
        done.abort();
        signal?.removeEventListener("abort", abort);
    }
}
/**
 * Like {@link withDeadline}, for work that may come to nothing: gives `late` when the time is up. What the work throws, and
 * the reason of `signal`, are thrown as they are, also when they are deadlines of somebody else.
 */
async function inTime(limits, late, work) {
    let ending;
    try {
        return await withDeadline(limits, (signal) => {
            ending = signal;
            return work(signal);
        });
    }
    catch (error) {
        const isLate = error instanceof DeadlineError && error === ending?.reason && error !== limits.signal?.reason;
        if (isLate)
            return late;
        throw error;
    }
}


/***/ })

};

