export const id = 209;
export const ids = [209];
export const modules = {

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectSqlite: () => (/* binding */ connectSqlite)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7506);
/* harmony import */ var _client_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4949);
/* harmony import */ var _client_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6835);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5587);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/**
 * SQLite by Node's own module. The file is opened for each question and closed after it: a tool may replace it meanwhile, and
 * nothing of ours is left open. A file that is not there is an empty database, and reading does not make it.
 */






/** How long to wait for a file that somebody writes to, and between two looks, ms. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 50;
const READS = /^\s*(?:select|values|explain|pragma(?![^;]*=))\b/i;
/** Opens a file; nothing is touched before the first statement. */
async function connectSqlite({ url, directory, clock }) {
    const sqlite = await importQuietly();
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, url.name);
    let file;
    const open = (name) => new sqlite.DatabaseSync(name, {
        // As the database is for those who use it: SQLite's own defaults, and not those of Node.
        enableForeignKeyConstraints: false,
        enableDoubleQuotedStringLiterals: true,
        timeout: 0,
    });
    const release = () => {
        file?.close();
        file = undefined;
    };
    return {
        async ask(statement, signal) {
            if (file === undefined && READS.test(statement) && !(await exists(path))) {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const empty = __addDisposableResource(env_1, open(":memory:"), false);
                    return run(empty, statement);
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    __disposeResources(env_1);
                }
            }
            file ??= open(path);
            return runPatiently(file, statement, { clock, signal });
        },
        release,
        isLost: () => false,
        cut: () => Promise.resolve(release()),
        end: () => Promise.resolve(release()),
    };
}
async function runPatiently(file, statement, { clock, signal }) {
    const end = clock.monotonic() + PATIENCE_MS;
    for (;;) {
        try {
            return run(file, statement);
        }
        catch (error) {
            // SQLite's own waiting would stop everything else in this process.
            const failure = (0,_client_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .toDatabaseFailure */ .p)("sqlite", error);
            const isLocked = failure instanceof _query_js__WEBPACK_IMPORTED_MODULE_3__/* .DatabaseFailure */ .M && failure.kind === "locked";
            if (!isLocked || clock.monotonic() >= end)
                throw error;
        }
        await clock.sleep(PAUSE_MS, signal);
    }
}
function run(file, text) {
    const statement = file.prepare(text);
    // What stands behind the first statement would be left out without a word.
    if (/[^\s;]/.test(text.slice(statement.sourceSQL.length).replaceAll(/--.*|\/\*[\s\S]*?\*\//g, ""))) {
        throw new _query_js__WEBPACK_IMPORTED_MODULE_3__/* .DatabaseFailure */ .M({ kind: "refused", code: "SQLITE_MISUSE", message: "there is more than one statement" });
    }
    statement.setReadBigInts(true);
    return statement.all().map((row) => {
        const cells = Object.entries(row).map(([name, value]) => [name, (0,_client_values_js__WEBPACK_IMPORTED_MODULE_4__/* .toCell */ .cX)(value)]);
        return Object.fromEntries(cells);
    });
}
/** Whether there is a file, or something in its place. */
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return true;
    }
    catch (error) {
        // What cannot be looked at is there: opening it tells why not.
        return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error) !== "ENOENT";
    }
}
/** Node says with the first import that the module is experimental: that is nothing that users of an action could act upon. */
async function importQuietly() {
    const { emitWarning } = process;
    const quiet = (warning, ...rest) => {
        if (!/\bSQLite\b.*\bexperimental\b/i.test(String(warning)))
            Reflect.apply(emitWarning, process, [warning, ...rest]);
    };
    process.emitWarning = quiet;
    try {
        return await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19));
    }
    finally {
        process.emitWarning = emitWarning;
    }
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

