export const id = 104;
export const ids = [104];
export const modules = {

/***/ 4949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lostConnection),
/* harmony export */   p: () => (/* binding */ toDatabaseFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9404);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4262);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5606);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5587);
/** Turns what a driver throws into a DatabaseFailure. It sends nothing. */



/** The failure of a question, or of connecting: a DatabaseFailure. What is a Failure already stays as it is. */
function toDatabaseFailure(engine, error) {
    if (error instanceof _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const { code, message } = readers[engine](error) ?? ofSystem(error);
    const kind = (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseFaultKind */ .I)(engine, code, message);
    return new _query_js__WEBPACK_IMPORTED_MODULE_2__/* .DatabaseFailure */ .M({ kind, code, message: shorten(message), cause: error });
}
/** No answer, for a reason of ours. */
function lostConnection(code, message, cause) {
    return new _query_js__WEBPACK_IMPORTED_MODULE_2__/* .DatabaseFailure */ .M({ kind: "unreachable", code, message, cause });
}
/** What the database itself said; undefined when the error is not its. */
const readers = {
    postgresql(error) {
        // Only the server's errors have a severity; a system's code (EPIPE) can look like an SQLSTATE.
        if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "severity") === "")
            return undefined;
        return { code: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "code"), message: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "message") };
    },
    mysql(error) {
        const number = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readNumber */ .kz)(error, "errno");
        if (number === undefined || number < 1000 || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "sqlState") === "")
            return undefined;
        return { code: String(number), message: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "sqlMessage") };
    },
    sqlite(error) {
        const number = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readNumber */ .kz)(error, "errcode");
        if (number === undefined)
            return undefined;
        const code = sqliteCodes.get(number) ?? sqliteCodes.get(number % 256) ?? "SQLITE_ERROR";
        return { code, message: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "message") };
    },
};
/** Primary result codes, and the extended ones that mean something of their own here. https://sqlite.org/rescode.html */
const sqliteCodes = new Map([
    "ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL EMPTY SCHEMA",
    "TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB",
]
    .join(" ")
    .split(" ")
    .map((name, index) => [index + 1, `SQLITE_${name}`])
    .concat([
    [1555, "SQLITE_CONSTRAINT_PRIMARYKEY"],
    [2067, "SQLITE_CONSTRAINT_UNIQUE"],
    [2579, "SQLITE_CONSTRAINT_ROWID"],
]));
/** Errors of the system, of TLS and of the drivers themselves, some of which have words only. */
function ofSystem(error) {
    const message = messageOf(error);
    if (error instanceof _handrail_runner__WEBPACK_IMPORTED_MODULE_4__/* .DeadlineError */ .j3)
        return { code: "TIMEOUT", message };
    const code = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(error);
    if (code !== undefined && code !== "")
        return { code, message };
    if (/does not support SSL|SSL connection/i.test(message))
        return { code: "HANDSHAKE_NO_SSL_SUPPORT", message };
    if (message.startsWith("SASL"))
        return { code: "28P01", message };
    return {
        code: /terminated|clos|end|lost|not queryable|timeout/i.test(message) ? "CONNECTION_LOST" : "UNKNOWN",
        message,
    };
}
/** Of an attempt at several addresses of a host, the first one's words. */
function messageOf(error) {
    const [first] = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readList */ .LD)(error, "errors");
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(error, "message") || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(first, "message");
}
function shorten(text) {
    const line = text.replaceAll(/\s+/g, " ").trim();
    return line.length > 1000 ? `${line.slice(0, 999)}…` : line;
}


/***/ }),

/***/ 3104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDatabase: () => (/* binding */ openDatabase)
});

// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./packages/database/lib/client-fault.js
var client_fault = __webpack_require__(4949);
// EXTERNAL MODULE: ./packages/database/lib/query.js
var lib_query = __webpack_require__(5587);
;// CONCATENATED MODULE: ./packages/database/lib/client-link.js
/** One connection at a time, made when it is needed and made again when it was lost; one question after another. */



/** How long a connection may take to be made, ms. */
const CONNECT_MS = 10_000;
const BEGINS = /^\s*(?:begin|start\s+transaction|savepoint)\b/i;
/** Makes a link. Nothing is opened before the first question. */
function createLink(options, connect) {
    const closing = new AbortController();
    const ending = options.signal === undefined ? closing.signal : AbortSignal.any([options.signal, closing.signal]);
    const partings = [];
    let live;
    let turn = Promise.resolve();
    const reach = async () => {
        if (live?.isLost() === true) {
            partings.push(live.end());
            live = undefined;
        }
        live ??= await connectInTime(options, connect, ending);
        return live;
    };
    const askAll = async (statements) => {
        ending.throwIfAborted();
        const connection = await reach();
        const answers = [];
        try {
            for (const statement of statements)
                answers.push(await untilAborted(ask(connection, statement, ending), ending));
            return answers;
        }
        catch (error) {
            const failure = ending.aborted ? ending.reason : (0,client_fault/* toDatabaseFailure */.p)(options.engine, error);
            if (!(await isGood(connection, statements, failure, ending))) {
                live = undefined;
                partings.push(ending.aborted ? connection.cut() : connection.end());
            }
            throw failure;
        }
        finally {
            connection.release?.();
        }
    };
    return {
        query: (statements) => {
            const answer = turn.then(() => askAll(statements));
            turn = answer.catch(() => undefined);
            return answer;
        },
        close: async () => {
            closing.abort((0,client_fault/* lostConnection */.L)("CONNECTION_LOST", "the connection was closed"));
            await turn;
            if (live !== undefined)
                partings.push(live.end());
            live = undefined;
            await Promise.all(partings);
        },
    };
}
async function connectInTime({ engine, clock }, connect, ending) {
    try {
        return await (0,deadline/* withDeadline */.NE)({ clock, ms: CONNECT_MS, signal: ending }, connect);
    }
    catch (error) {
        ending.throwIfAborted();
        if (error instanceof deadline/* DeadlineError */.j3)
            throw (0,client_fault/* lostConnection */.L)("TIMEOUT", "there was no connection within 10 s", error);
        throw (0,client_fault/* toDatabaseFailure */.p)(engine, error);
    }
}
function ask(connection, statement, ending) {
    // A protocol that ends texts with a NUL would send half of it.
    if (!statement.includes("\0"))
        return connection.ask(statement, ending);
    throw new lib_query/* DatabaseFailure */.M({ kind: "refused", code: "NUL", message: "a statement has a NUL" });
}
/** Whether a connection is as it was before a question that failed: there, and in no transaction. */
async function isGood(connection, statements, failure, ending) {
    if (!(failure instanceof lib_query/* DatabaseFailure */.M) || failure.kind === "unreachable" || connection.isLost())
        return false;
    if (!statements.some((statement) => BEGINS.test(statement)))
        return true;
    return connection.ask("rollback", ending).then(() => true, () => false);
}
/** Rejects with the reason of the signal when that is aborted first. */
async function untilAborted(work, signal) {
    const done = new AbortController();
    const aborted = new Promise((_, reject) => {
        const abort = () => reject(signal.reason);
        if (signal.aborted)
            abort();
        signal.addEventListener("abort", abort, { once: true, signal: done.signal });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        done.abort();
    }
}

;// CONCATENATED MODULE: ./packages/database/lib/sessions.js
/** Who works, or waits, on a database, as its server tells. What may not be read is not told. */

/** The other sessions on this database that are not idle. Empty on SQLite, and where we may not look. @throws DatabaseFailure */
async function readSessions(engine, query, ourselves) {
    if (engine === "sqlite")
        return [];
    if (engine === "mysql")
        return readMysql(query, ourselves);
    const [rows = []] = await query([POSTGRESQL]);
    return rows.map((row) => toSession(row, row["name"] === ourselves.name));
}
/** Sessions of users that we may not see have no state: whether they are idle is not known. */
const POSTGRESQL = `select pid::text as id, application_name as name, case state when 'active' then query else '' end as statement,
  array_to_string(pg_blocking_pids(pid), ',') as blockers,
  greatest(0, floor(extract(epoch from clock_timestamp() - coalesce(query_start, backend_start)) * 1000))::bigint as for_ms
from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'
order by backend_start, pid`;
function toSession(row, isOurs) {
    return {
        id: String(row["id"]),
        name: String(row["name"] ?? ""),
        statement: String(row["statement"] ?? ""),
        blockedBy: String(row["blockers"] ?? "")
            .split(",")
            .filter((id) => id !== ""),
        forMs: Number(row["for_ms"] ?? 0),
        isOurs,
    };
}
/**
 * All of our database but this one. MariaDB has milliseconds, too; seconds are what both have. MySQL 8 writes the names of these
 * columns in capitals unless they are given.
 */
const PROCESSES = `select id as id, concat(user, '@', host) as name, command as command, state as state,
  coalesce(info, '') as statement, greatest(0, coalesce(time, 0)) * 1000 as for_ms,
  user = substring_index(user(), '@', 1) as is_same_user
from information_schema.processlist
where db = database() and id <> connection_id() and command not in ('Daemon', 'Binlog Dump', 'Binlog Dump GTID')
order by id`;
/**
 * Sessions with a transaction. Takes the privilege PROCESS. What InnoDB tells is old while it is asked more often than each 100 ms.
 * https://dev.mysql.com/doc/refman/8.4/en/innodb-information-schema-internal-data.html
 */
const TRANSACTIONS = "select distinct trx_mysql_thread_id as id from information_schema.innodb_trx";
/** Who waits for whose rows: MariaDB's way, and MySQL's. */
const ROW_LOCKS = [
    `select w.trx_mysql_thread_id as waiter, b.trx_mysql_thread_id as blocker from information_schema.innodb_lock_waits l
  join information_schema.innodb_trx w on w.trx_id = l.requesting_trx_id
  join information_schema.innodb_trx b on b.trx_id = l.blocking_trx_id`,
    `select w.processlist_id as waiter, b.processlist_id as blocker from performance_schema.data_lock_waits l
  join performance_schema.threads w on w.thread_id = l.requesting_thread_id
  join performance_schema.threads b on b.thread_id = l.blocking_thread_id`,
];
/** Who holds tables that others wait for: MySQL's way. MariaDB tells only with a plugin that is not there by default. */
const TABLE_LOCKS = `select w.processlist_id as waiter, b.processlist_id as blocker from performance_schema.metadata_locks p
  join performance_schema.metadata_locks g on g.object_type = p.object_type and g.object_schema <=> p.object_schema
  and g.object_name <=> p.object_name and g.lock_status = 'GRANTED' and g.owner_thread_id <> p.owner_thread_id
  join performance_schema.threads w on w.thread_id = p.owner_thread_id
  join performance_schema.threads b on b.thread_id = g.owner_thread_id where p.lock_status = 'PENDING'`;
const WAITS_FOR_TABLE = /metadata lock/i;
async function readMysql(query, { first }) {
    const rows = await askIfAllowed(query, PROCESSES);
    const inTransaction = new Set((await askIfAllowed(query, TRANSACTIONS)).map((row) => String(row["id"])));
    const active = rows.filter((row) => row["command"] !== "Sleep" || inTransaction.has(String(row["id"])));
    const waits = [];
    for (const statement of [...ROW_LOCKS, TABLE_LOCKS])
        waits.push(...(await askIfAllowed(query, statement)));
    return active.map((row) => {
        const id = String(row["id"]);
        const told = waits.filter((each) => String(each["waiter"]) === id).map((each) => String(each["blocker"]));
        const isWaiting = told.length === 0 && WAITS_FOR_TABLE.test(String(row["state"] ?? ""));
        const blockers = isWaiting ? holders(active, id, inTransaction) : [...new Set(told)];
        const isOurs = row["is_same_user"] === 1 && first !== "" && Number(id) > Number(first);
        return { ...toSession(row, isOurs), blockedBy: blockers };
    });
}
/**
 * Where the server does not tell who holds a table: the sessions of this database that can, because they have a transaction or do
 * something, and do not wait for a table themselves.
 */
function holders(active, waiter, inTransaction) {
    const others = active.filter((row) => String(row["id"]) !== waiter && !WAITS_FOR_TABLE.test(String(row["state"] ?? "")));
    const ids = others.map((row) => String(row["id"]));
    const certain = ids.filter((id) => inTransaction.has(id));
    return certain.length > 0 ? certain : ids;
}
/** The rows of a statement; none where it is not allowed, or where this server has no such table. */
async function askIfAllowed(query, statement) {
    try {
        const [rows = []] = await query([statement]);
        return rows;
    }
    catch (error) {
        if (error instanceof lib_query/* DatabaseFailure */.M && error.kind !== "unreachable")
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/database/lib/client.js
/** The effect door of @handrail/database: connections by pg, mysql2 and Node's own SQLite, each loaded when it is needed. */


/** See {@link OpenDatabase}. */
const openDatabase = (options) => {
    const { engine } = options.url;
    let first = "";
    const { query, close } = createLink({ engine, clock: options.clock, signal: options.signal }, async (signal) => {
        const connection = await connectors[engine](options, signal);
        if (first === "")
            first = connection.id ?? "";
        return connection;
    });
    return {
        engine,
        query,
        close,
        sessions: (mark) => readSessions(engine, query, mark ?? { name: options.name, first }),
        mark: async () => {
            if (engine === "mysql" && first === "")
                await query(["select 1"]);
            return { name: options.name, first };
        },
    };
};
const connectors = {
    async postgresql(options, signal) {
        const { connectPostgresql } = await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 8227));
        return connectPostgresql(options, signal);
    },
    async mysql(options, signal) {
        const { connectMysql } = await __webpack_require__.e(/* import() */ 985).then(__webpack_require__.bind(__webpack_require__, 1985));
        return connectMysql(options, signal);
    },
    async sqlite(options) {
        const { connectSqlite } = await __webpack_require__.e(/* import() */ 209).then(__webpack_require__.bind(__webpack_require__, 209));
        return connectSqlite(options);
    },
};


/***/ }),

/***/ 5606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ databaseFaultKind)
/* harmony export */ });
/** A database that does not exist (3D000, 1049) is not `missing`: whoever reads a table that may be absent must not take it for that. */
const tables = {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    postgresql: [
        [/^(?:08...|57P0[1235]|53300|25P0[34])$/, "unreachable"],
        [/^(?:28...|42501|0[LP]...)$/, "denied"],
        [/^(?:42P01|42703|3F000)$/, "missing"],
        [/^(?:42P0[467]|42701|42710|42723|23505)$/, "exists"],
        [/^(?:55P03|55006|40P01|40001)$/, "locked"],
    ],
    // https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html,
    // https://mariadb.com/kb/en/mariadb-error-code-reference/; below 3000 both mean the same, 2xxx are of the client.
    mysql: [
        [
            /^(?:1040|1042|1043|1047|1053|1077|1079|1080|1129|1152|1153|1154|1158|1159|1160|1161|1184|1203|1226|1927|4031)$/,
            "unreachable",
        ],
        [/^20(?:0[2-7]|1[0-4]|26|55)$/, "unreachable"],
        [
            /^(?:1044|1045|1130|1131|1132|1142|1143|1227|1251|1290|1370|1524|1698|1820|1862|1873|1836|3118|3159|3955|4151)$/,
            "denied",
        ],
        [/^(?:1051|1054|1109|1146)$/, "missing"],
        [/^(?:1007|1022|1050|1060|1061|1062|1304|1359|1586)$/, "exists"],
        [/^(?:1205|1213|3058|3572)$/, "locked"],
    ],
    // https://sqlite.org/rescode.html
    sqlite: [
        [/^SQLITE_(?:PERM|AUTH|READONLY)/, "denied"],
        [/^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY|ROWID)$/, "exists"],
        [/^SQLITE_(?:BUSY|LOCKED)/, "locked"],
    ],
};
/** What comes of the system, of TLS, and of drivers, when there was no answer of a database. */
const SYSTEM = /^(?:E(?!RR_)[A-Z][A-Z_]{2,}|CERT_.*|SELF_SIGNED_.*|DEPTH_ZERO_.*|UNABLE_TO_.*|ERR_(?:TLS|SSL)_.*|PROTOCOL_.*|HANDSHAKE_.*|TIMEOUT|CONNECTION_LOST)$/;
/**
 * The kind of a fault by the database's code (see DatabaseFailure.code), and by its words where the code says nothing: SQLite has
 * one code, SQLITE_ERROR, for all that is wrong with a statement. `refused` for what is not known.
 */
function databaseFaultKind(engine, code, said = "") {
    for (const [codes, kind] of tables[engine])
        if (codes.test(code))
            return kind;
    if (code === "SQLITE_ERROR") {
        if (/^(?:no such (?:table|column|view)|table .* has no column named)/.test(said))
            return "missing";
        return /already exists$|^duplicate column name/.test(said) ? "exists" : "refused";
    }
    return SYSTEM.test(code) ? "unreachable" : "refused";
}


/***/ })

};

