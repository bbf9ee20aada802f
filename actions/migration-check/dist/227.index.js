export const id = 227;
export const ids = [227];
export const modules = {

/***/ 8227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectPostgresql: () => (/* binding */ connectPostgresql)
});

// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./packages/database/lib/client-fault.js
var client_fault = __webpack_require__(4949);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./packages/database/lib/client-postgresql-cancel.js

/**
 * Resolves when the server has the request, or cannot be asked. The request tells the connection by a key that only it has, so
 * nobody else's statement can be hit, not even behind a pooler.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
function cancelStatement(pg, client, tls, signal) {
    const [id, key] = [(0,plain/* readNumber */.kz)(client, "processID"), (0,plain/* readNumber */.kz)(client, "secretKey")];
    if (id === undefined || key === undefined)
        return Promise.resolve();
    return new Promise((resolve) => {
        const connection = new pg.Connection({ ssl: tls ?? false });
        const destroy = () => void connection.stream.destroy();
        connection.on("connect", () => {
            if (tls === undefined)
                connection.cancel(id, key);
            else
                connection.requestSsl();
        });
        connection.on("sslconnect", () => connection.cancel(id, key));
        connection.on("error", destroy);
        connection.on("end", () => resolve());
        signal.addEventListener("abort", destroy, { once: true });
        if (client.host.startsWith("/"))
            connection.connect(`${client.host}/.s.PGSQL.${client.port}`);
        else
            connection.connect(client.port, client.host);
    });
}

// EXTERNAL MODULE: ./packages/database/lib/client-values.js
var client_values = __webpack_require__(6835);
;// CONCATENATED MODULE: ./packages/database/lib/client-postgresql-values.js
/** Values of PostgreSQL in its text format as plain data, by the object id of their type. */

/** https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const parsers = new Map([
    [16, (text) => text === "t"],
    [17, bytesToHex],
    [20, client_values/* toInteger */.yJ],
    [21, client_values/* toInteger */.yJ],
    [23, client_values/* toInteger */.yJ],
    [26, client_values/* toInteger */.yJ],
    [700, client_values/* toFloat */.SP],
    [701, client_values/* toFloat */.SP],
    // A decimal number keeps all of its digits; what is a whole number, such as a sum of integers, is one.
    [1700, client_values/* toInteger */.yJ],
]);
/** What makes a value of a type's text. Times, arrays, JSON and all that is not known stay as the server writes them. */
function parserOf(type) {
    return parsers.get(type) ?? ((text) => text);
}
/** Both formats of bytea_output. https://www.postgresql.org/docs/current/datatype-binary.html */
function bytesToHex(text) {
    if (text.startsWith(String.raw `\x`))
        return text.slice(2).toLowerCase();
    const bytes = text.replaceAll(/\\(?:\\|([0-7]{3}))|([^\\])/g, (_, octal, plain) => {
        const code = octal === undefined ? (plain ?? "\\").charCodeAt(0) : Number.parseInt(octal, 8);
        return code.toString(16).padStart(2, "0");
    });
    return bytes;
}

// EXTERNAL MODULE: ./packages/database/lib/client-tls.js
var client_tls = __webpack_require__(3228);
// EXTERNAL MODULE: ./packages/database/lib/query.js
var query = __webpack_require__(5587);
// EXTERNAL MODULE: ./packages/database/lib/url-search-path.js
var url_search_path = __webpack_require__(8719);
;// CONCATENATED MODULE: ./packages/database/lib/client-postgresql.js







/** A statement of ours waits this long for what others hold, ms. */
const LOCK_MS = 30_000;
/** How long asking the server to stop, or to say goodbye, may take, ms. */
const PARTING_MS = 2_000;
/** Makes a connection. The server ends statements that wait too long for a lock, where it can be told so. */
async function connectPostgresql(options, signal) {
    const pg = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 3849));
    const { mode, options: tls } = await (0,client_tls/* readTls */.i)(options);
    let attempt = { tls, hasLimit: true };
    for (;;) {
        try {
            return await client_postgresql_open(pg, options, attempt, signal);
        }
        catch (error) {
            const next = anotherAttempt(attempt, mode === "prefer", error);
            if (next === undefined || signal.aborted)
                throw error;
            attempt = next;
        }
    }
}
/** Poolers take no settings that they do not know; a server without TLS is fine when it is only preferred. */
function anotherAttempt(attempt, isTlsPreferred, error) {
    const failure = (0,client_fault/* toDatabaseFailure */.p)("postgresql", error);
    if (!(failure instanceof query/* DatabaseFailure */.M))
        return undefined;
    const { code, said } = failure;
    if (attempt.hasLimit && /^(?:08P01|0A000|42704)$/.test(code) && said.includes("lock_timeout")) {
        return { ...attempt, hasLimit: false };
    }
    const isRefused = /^(?:HANDSHAKE_|ERR_SSL|ERR_TLS|EPROTO|28000)/.test(code);
    return attempt.tls !== undefined && isTlsPreferred && isRefused ? { ...attempt, tls: undefined } : undefined;
}
async function client_postgresql_open(pg, options, attempt, signal) {
    signal.throwIfAborted();
    const client = new pg.Client(configOf(options, attempt));
    const state = { isLost: false, isBusy: false };
    const lose = () => void (state.isLost = true);
    client.on("error", lose);
    client.on("end", lose);
    const destroy = () => void client.connection.stream.destroy();
    signal.addEventListener("abort", destroy, { once: true });
    try {
        await client.connect();
        signal.throwIfAborted();
    }
    catch (error) {
        destroy();
        throw error;
    }
    finally {
        signal.removeEventListener("abort", destroy);
    }
    const limits = { clock: options.clock, ms: PARTING_MS };
    return {
        ask: async (text) => {
            state.isBusy = true;
            // One statement, and no more than one: the simple protocol would take several.
            const asked = { text, queryMode: "extended" };
            try {
                return (await client.query(asked)).rows;
            }
            finally {
                state.isBusy = false;
            }
        },
        isLost: () => state.isLost,
        cut: async () => {
            if (state.isBusy && !state.isLost) {
                await (0,deadline/* inTime */.RN)(limits, undefined, (late) => cancelStatement(pg, client, attempt.tls, late)).catch(() => undefined);
            }
            destroy();
        },
        end: async () => {
            if (!state.isLost)
                await (0,deadline/* inTime */.RN)(limits, undefined, () => client.end()).catch(() => undefined);
            destroy();
        },
    };
}
function configOf({ url, name }, { tls, hasLimit }) {
    const { host, port, user, name: database } = url;
    return {
        host,
        port,
        database,
        ...(user === "" ? {} : { user }),
        // A function, so that an empty password is not looked for in the environment or a file.
        password: () => url.password,
        ssl: tls ?? false,
        application_name: name,
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        enableChannelBinding: url.options["channel_binding"] === "require",
        types: { getTypeParser: parserOf },
        ...(hasLimit ? { lock_timeout: LOCK_MS } : {}),
        ...startOptions(url.options),
    };
}
/** Settings that an address can have for its session: libpq's `options`, and the search path as Go, Java and Prisma name it. */
function startOptions(options) {
    const path = (0,url_search_path/* searchPathText */.hg)(options);
    const parts = [options["options"], path === undefined ? undefined : (0,url_search_path/* searchPathSetting */.aF)(path)];
    const text = parts.filter((part) => part !== undefined && part !== "").join(" ");
    return text === "" ? {} : { options: text };
}


/***/ }),

/***/ 3228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readTls)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7506);
/* harmony import */ var _url_tls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4582);
/** What node:tls is told for an address. */




/**
 * The mode of an address, and what to tell node:tls: nothing when there is no TLS.
 * @throws Failure `invalid-input` for a file that cannot be read, and where the name of a server cannot be checked
 */
async function readTls({ url, directory, }) {
    const tls = (0,_url_tls_js__WEBPACK_IMPORTED_MODULE_2__/* .tlsOf */ .V)(url);
    if (tls.mode === "disable")
        return { mode: tls.mode, options: undefined };
    // mysql2 would compare the certificate with "localhost" (lib/base/connection.js, startTLS).
    if (url.engine === "mysql" && tls.mode === "verify-full" && /^[\d.]+$|:/.test(url.host)) {
        throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
            reason: "invalid-input",
            what: "database-url wants the name of the server verified, and has only its number",
            remedy: "Put the name of the server's certificate into database-url, or ask for verify-ca.",
        });
    }
    const options = {
        rejectUnauthorized: tls.mode === "verify-ca" || tls.mode === "verify-full",
        ...(tls.mode === "verify-ca" ? { checkServerIdentity: () => undefined } : {}),
        ...(await readFiles(tls, directory)),
    };
    return { mode: tls.mode, options };
}
async function readFiles(tls, directory) {
    const found = {};
    for (const kind of ["ca", "cert", "key"]) {
        const path = tls[kind];
        // libpq's word for the certificates that the system has, which node:tls uses anyway.
        if (path === undefined || path === "system")
            continue;
        try {
            found[kind] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path), "utf8");
        }
        catch (error) {
            throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR({
                reason: "invalid-input",
                what: `The file that database-url names for TLS (${kind}) cannot be read`,
                remedy: "Give a path from working-directory, or an absolute one, to a file that the job has.",
                cause: error,
            });
        }
    }
    return found;
}


/***/ }),

/***/ 6835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ toFloat),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   cX: () => (/* binding */ toCell),
/* harmony export */   yJ: () => (/* binding */ toInteger)
/* harmony export */ });
/** Values of drivers as plain data: see Row. */
/** An integer as a number, as text beyond 2^53; any other text stays as it is. */
function toInteger(text) {
    if (!/^-?\d+$/.test(text))
        return text;
    const number = Number(text);
    return Number.isSafeInteger(number) && String(number) === text ? number : text;
}
/** A floating-point number; NaN and the infinities stay text. */
function toFloat(text) {
    const number = Number(text);
    return text !== "" && Number.isFinite(number) ? number : text;
}
/** Whatever a driver makes of a value. */
function toCell(value) {
    if (value === null || value === undefined)
        return null;
    if (typeof value === "string" || typeof value === "boolean")
        return value;
    if (typeof value === "number")
        return Number.isFinite(value) ? value : String(value);
    if (typeof value === "bigint")
        return toInteger(String(value));
    return ArrayBuffer.isView(value) ? hexOf(value) : JSON.stringify(value);
}
/** Bytes as lower-case hex. */
function hexOf({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength).toString("hex");
}


/***/ })

};

