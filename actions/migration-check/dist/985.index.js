export const id = 985;
export const ids = [985];
export const modules = {

/***/ 1985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectMysql: () => (/* binding */ connectMysql)
});

// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./packages/database/lib/client-fault.js
var client_fault = __webpack_require__(4949);
// EXTERNAL MODULE: ./packages/database/lib/client-values.js
var client_values = __webpack_require__(6835);
;// CONCATENATED MODULE: ./packages/database/lib/client-mysql-values.js

/** Decimal numbers keep all of their digits, whole ones (a sum of integers) are numbers; geometries are bytes. */
function castValue(field, next) {
    if (field.type === "DECIMAL" || field.type === "NEWDECIMAL") {
        const text = field.string();
        return text === null ? null : (0,client_values/* toInteger */.yJ)(text);
    }
    if (field.type === "GEOMETRY") {
        const bytes = field.buffer();
        return bytes === null ? null : (0,client_values/* hexOf */.ZD)(bytes);
    }
    return next();
}
/** The rows of what a statement gives: none when it is about what was done; of a procedure those of its last result. */
function rowsOf(result) {
    if (!Array.isArray(result))
        return [];
    const list = result;
    const last = list.findLast((each) => Array.isArray(each));
    if (last !== undefined)
        return rowsOf(last);
    return list.map((row) => {
        const entries = typeof row === "object" && row !== null ? Object.entries(row) : [];
        return Object.fromEntries(entries.map(([name, value]) => [name, (0,client_values/* toCell */.cX)(value)]));
    });
}

// EXTERNAL MODULE: ./packages/database/lib/client-tls.js
var client_tls = __webpack_require__(3228);
// EXTERNAL MODULE: ./packages/database/lib/query.js
var query = __webpack_require__(5587);
;// CONCATENATED MODULE: ./packages/database/lib/client-mysql.js





/** A statement of ours waits this long for what others hold, s. */
const LOCK_SECONDS = 30;
/** How long asking the server to stop, or to say goodbye, may take, ms. */
const PARTING_MS = 2_000;
/** Makes a connection; `id` is what the server calls it. */
async function connectMysql(options, signal) {
    const mysql = await __webpack_require__.e(/* import() */ 909).then(__webpack_require__.t.bind(__webpack_require__, 909, 19));
    const { mode, options: tls } = await (0,client_tls/* readTls */.i)(options);
    const isVerified = tls?.rejectUnauthorized === true;
    try {
        return await client_mysql_open(mysql, { ...configOf(options, tls), enableCleartextPlugin: isVerified }, options, signal);
    }
    catch (error) {
        const failure = (0,client_fault/* toDatabaseFailure */.p)("mysql", error);
        const isRefused = failure instanceof query/* DatabaseFailure */.M && /^(?:HANDSHAKE_|ERR_SSL|ERR_TLS|EPROTO)/.test(failure.code);
        if (mode !== "prefer" || !isRefused || signal.aborted)
            throw error;
        return client_mysql_open(mysql, configOf(options, undefined), options, signal);
    }
}
async function client_mysql_open(mysql, config, { clock }, signal) {
    signal.throwIfAborted();
    const driver = mysql.createConnection(config);
    const state = { isLost: false, isBusy: false };
    const lose = () => void (state.isLost = true);
    const destroy = () => driver.destroy();
    signal.addEventListener("abort", destroy, { once: true });
    let id;
    try {
        await connected(driver, signal);
        driver.on("error", lose);
        driver.on("end", lose);
        id = await prepare(driver);
    }
    catch (error) {
        driver.on("error", lose);
        destroy();
        throw error;
    }
    finally {
        signal.removeEventListener("abort", destroy);
    }
    const limits = { clock, ms: PARTING_MS };
    return {
        id,
        ask: async (statement) => {
            state.isBusy = true;
            try {
                return rowsOf((await driver.promise().query(statement))[0]);
            }
            finally {
                state.isBusy = false;
            }
        },
        isLost: () => state.isLost,
        cut: async () => {
            if (state.isBusy && !state.isLost) {
                await (0,deadline/* inTime */.RN)(limits, undefined, (late) => kill(mysql, config, id, late)).catch(() => undefined);
            }
            destroy();
        },
        end: async () => {
            if (!state.isLost)
                await (0,deadline/* inTime */.RN)(limits, undefined, () => driver.promise().end()).catch(() => undefined);
            destroy();
        },
    };
}
function connected(driver, signal) {
    return new Promise((resolve, reject) => {
        driver.once("connect", () => resolve());
        driver.once("error", reject);
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
}
/** Statements count at once, whatever the server's default is, and do not wait for ever. */
async function prepare(driver) {
    const connection = driver.promise();
    await connection.query("set autocommit = 1");
    await connection
        .query(`set lock_wait_timeout = ${LOCK_SECONDS}, innodb_lock_wait_timeout = ${LOCK_SECONDS}`)
        // Servers that only speak the protocol have no such settings.
        .catch(() => undefined);
    const [row] = rowsOf((await connection.query("select connection_id() as id"))[0]);
    return String(row?.["id"] ?? "");
}
/** Ends a statement of another connection. */
async function kill(mysql, config, id, signal) {
    if (!/^\d+$/.test(id))
        return;
    const driver = mysql.createConnection(config);
    signal.addEventListener("abort", () => driver.destroy(), { once: true });
    try {
        await connected(driver, signal);
        driver.on("error", () => undefined);
        await driver.promise().query(`kill query ${id}`);
    }
    finally {
        driver.destroy();
    }
}
function configOf({ url, name }, tls) {
    const { host, port, user, password, name: database } = url;
    const { checkServerIdentity, ...ssl } = tls ?? { rejectUnauthorized: false };
    const isNameChecked = ssl.rejectUnauthorized && checkServerIdentity === undefined;
    return {
        ...(host.startsWith("/") ? { socketPath: host } : { host, port }),
        user,
        password,
        database,
        ...(tls === undefined ? {} : { ssl: { ...ssl, verifyIdentity: isNameChecked } }),
        charset: "utf8mb4",
        dateStrings: true,
        jsonStrings: true,
        supportBigNumbers: true,
        typeCast: castValue,
        enableKeepAlive: true,
        keepAliveInitialDelay: 10_000,
        connectAttributes: { program_name: name },
    };
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

