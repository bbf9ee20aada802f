export const id = 222;
export const ids = [222];
export const modules = {

/***/ 1434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YU: () => (/* binding */ joinName),
/* harmony export */   lA: () => (/* binding */ leavingOut)
/* harmony export */ });
/* unused harmony export nameParts */
/**
 * Names of schema objects as texts that can be taken apart again: parts joined with `.`, and a part that has a `.` or `"` of its
 * own stands in `"`. `users`, `app.users` (a table outside of the default schema), `"a.b"` (one table with a dot in its name).
 */
/** Joins the parts of a name; empty ones are left out. */
function joinName(...parts) {
    return parts
        .filter((part) => part !== "")
        .map((part) => (/[".]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part))
        .join(".");
}
/** Takes a joined name apart. A text that was not joined by joinName gives parts that mean nothing, never an error. */
function nameParts(name) {
    return Array.from(name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g), ([part, quoted]) => quoted === undefined ? part : quoted.replaceAll('""', '"'));
}
/** What our own tables, and all else that we keep in a database of the user, begin with. */
const OURS = /^handrail_/i;
/**
 * @param without names of tables as the database has them, case aside; one without a schema is meant in every schema, for a tool's
 *   table stands where the user's search path says
 */
function leavingOut(without) {
    const names = new Set(without.map((name) => nameParts(name).join("\0").toLowerCase()));
    return (schema, name) => {
        const bare = name.toLowerCase();
        return OURS.test(name) || names.has(bare) || names.has(`${schema.toLowerCase()}\0${bare}`);
    };
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

/***/ 6002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ permissionHint)
/* harmony export */ });
/* unused harmony export describeUnkept */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7903);
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubFailure */ .i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = toFailure(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}


/***/ }),

/***/ 6222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eb: () => (/* binding */ engage),
  F5: () => (/* binding */ giveBack),
  An: () => (/* binding */ readOwnLock)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __webpack_require__(3064);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./packages/migration/lib/journal.js

const kinds = ["real", "empty", "none", "unknown"];
/** Reads a journal; undefined when the text is none (a run that was killed before it had written one). */
function parseJournal(text) {
    let value;
    try {
        value = (0,json/* parseJson */.q)(text);
    }
    catch {
        return undefined;
    }
    const kind = (0,plain/* readText */.yR)(value, "kind");
    const before = (0,plain/* read */.LF)(value, "before");
    if ((kind !== "run" && kind !== "rollback") || before === undefined)
        return undefined;
    const [target, sessions] = [(0,plain/* read */.LF)(value, "target"), (0,plain/* read */.LF)(value, "sessions")];
    const to = (0,plain/* readNumber */.kz)(value, "to");
    const [image, taskDefinition] = [(0,plain/* readText */.yR)(value, "image"), (0,plain/* readText */.yR)(value, "taskDefinition")];
    return {
        kind,
        tool: (0,plain/* readText */.yR)(value, "tool"),
        directory: (0,plain/* readText */.yR)(value, "directory"),
        ...(typeof (0,plain/* read */.LF)(value, "environment") === "string" ? { environment: (0,plain/* readText */.yR)(value, "environment") } : {}),
        commit: (0,plain/* readText */.yR)(value, "commit"),
        actor: (0,plain/* readText */.yR)(value, "actor"),
        runId: (0,plain/* readText */.yR)(value, "runId"),
        attempt: (0,plain/* readNumber */.kz)(value, "attempt") ?? 1,
        runUrl: (0,plain/* readText */.yR)(value, "runUrl"),
        startedAt: (0,plain/* readNumber */.kz)(value, "startedAt") ?? 0,
        before: { ids: readTexts(before, "ids"), fingerprint: (0,plain/* readText */.yR)(before, "fingerprint") },
        planned: (0,plain/* readList */.LD)(value, "planned").map(readPlanned),
        done: (0,plain/* readList */.LD)(value, "done").map(readStep),
        doing: readTexts(value, "doing"),
        ...(target === undefined ? {} : { target: readState(target) }),
        ...(to === undefined ? {} : { to }),
        undoes: (0,plain/* readList */.LD)(value, "undoes").filter((each) => typeof each === "number"),
        ...(image === "" ? {} : { image }),
        ...(taskDefinition === "" ? {} : { taskDefinition }),
        ...(sessions === undefined
            ? {}
            : { sessions: { name: (0,plain/* readText */.yR)(sessions, "name"), first: (0,plain/* readText */.yR)(sessions, "first") } }),
    };
}
function readTexts(value, key) {
    return (0,plain/* readList */.LD)(value, key).filter((each) => typeof each === "string");
}
function readPlanned(value) {
    const down = kinds.find((each) => each === (0,plain/* readText */.yR)(value, "down")) ?? "unknown";
    const fingerprint = (0,plain/* readText */.yR)(value, "fingerprint");
    return {
        id: (0,plain/* readText */.yR)(value, "id"),
        digest: (0,plain/* readText */.yR)(value, "digest"),
        down,
        ...(fingerprint === "" ? {} : { fingerprint }),
        ...readMade(value),
    };
}
function readStep(value) {
    return { id: (0,plain/* readText */.yR)(value, "id"), fingerprint: (0,plain/* readText */.yR)(value, "fingerprint"), ...readMade(value) };
}
function readMade(value) {
    const has = (key) => (0,plain/* read */.LF)(value, key) !== undefined;
    return {
        // To know that it made nothing is not the same as not to know what it made.
        ...(has("creates") ? { creates: readTexts(value, "creates") } : {}),
        ...(has("retypes") ? { retypes: readTexts(value, "retypes") } : {}),
    };
}
function readState(value) {
    return {
        set: (0,plain/* readText */.yR)(value, "set"),
        count: (0,plain/* readNumber */.kz)(value, "count") ?? 0,
        version: (0,plain/* readText */.yR)(value, "version"),
        fingerprint: (0,plain/* readText */.yR)(value, "fingerprint"),
    };
}

// EXTERNAL MODULE: ./packages/migration/lib/history-half.js
var history_half = __webpack_require__(6258);
;// CONCATENATED MODULE: ./packages/migration/lib/holder.js
/** Who holds the lock of a database, and whether that one still lives. */

/** What a holder says of itself that has ended and left its journal on purpose. */
const ENDED = "ended";
/** This step, as a holder. */
function holderOf({ context, deps }, nonce, kind) {
    return {
        nonce,
        kind,
        runId: context.runId,
        attempt: context.runAttempt,
        job: context.job,
        runUrl: context.runUrl,
        actor: context.actor,
        since: deps.host.clock.now(),
        task: "",
    };
}
/** Proven by GitHub, by its own note that it ended, or by being an earlier attempt of this very run; not knowing is not dead. */
async function isDead({ context, deps }, holder) {
    const { owner, repo, runId, runAttempt } = context;
    if (holder.task === ENDED)
        return { state: "dead", proof: "it ended, and left a note of what is half done" };
    if (holder.runId !== "" && holder.runId === runId && holder.attempt < runAttempt) {
        return { state: "dead", proof: `this is attempt ${runAttempt} of the same run` };
    }
    if (holder.runId === "" || owner === "")
        return { state: "unknown" };
    try {
        const github = await deps.github();
        const state = await github.runState({ owner, repo, runId: holder.runId, attempt: holder.attempt });
        if (state.permission !== undefined) {
            deps.host.log.info(`Whether run ${holder.runId} has ended cannot be seen: the job needs \`permissions: ${state.permission}\`.`);
        }
        if (state.isCompleted === true)
            return { state: "dead", proof: `GitHub says that run ${holder.runId} has ended` };
        return { state: state.isCompleted === undefined ? "unknown" : "alive" };
    }
    catch (thrown) {
        deps.host.log.info(`Whether run ${holder.runId} has ended cannot be seen: ${(0,failure/* toFailure */.w2)(thrown).what}`);
        return { state: "unknown" };
    }
}

// EXTERNAL MODULE: ./packages/database/lib/query.js
var query = __webpack_require__(5587);
;// CONCATENATED MODULE: ./packages/migration/lib/lock-asking.js
/** Asks the database about our lock, again when the connection is lost. What is asked may be asked twice without harm. */

const MAX_TRIES = 4;
const PAUSE_MS = 2000;
/** Whether the same question may have an answer in a moment. */
function isPassing(error) {
    return error instanceof query/* DatabaseFailure */.M && (error.kind === "unreachable" || error.kind === "locked");
}
/** Whether it is that kind of DatabaseFailure. */
function isKind(error, kind) {
    return error instanceof query/* DatabaseFailure */.M && error.kind === kind;
}
/** Sends statements, four times at most; resolves with the rows of the last one. @throws DatabaseFailure */
async function ask(asking, statements) {
    for (let tries = 1;; tries += 1) {
        try {
            const answers = await asking.query(statements);
            return answers.at(-1) ?? [];
        }
        catch (error) {
            if (!isPassing(error) || tries === MAX_TRIES)
                throw error;
            await asking.clock.sleep(PAUSE_MS * tries, asking.signal);
        }
    }
}

;// CONCATENATED MODULE: ./packages/migration/lib/lock-row.js
/** Who holds our lock in the database, as the one row of its table says it. Pure. */

const NONCE = /^[\w-]{8,64}$/;
const lock_row_kinds = ["run", "rollback", "check"];
/** A holder as JSON. @throws RangeError for a nonce that is not of its form */
function renderHolder(holder) {
    if (!NONCE.test(holder.nonce))
        throw new RangeError("a nonce has 8 to 64 letters, digits, - and _");
    return plainJson(JSON.stringify(holder));
}
/** JSON with nothing in it but ASCII: what a table's character set would change is written as an escape. */
function plainJson(json) {
    return json.replaceAll(/[^\u0020-\u007E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Reads the row that the table holds; undefined when it holds none. */
function parseLockRow(rows) {
    const [row] = rows;
    if (row === undefined)
        return undefined;
    const nonce = (0,plain/* readText */.yR)(row, "nonce");
    return { nonce, holder: parseHolder((0,plain/* readText */.yR)(row, "holder"), nonce), journal: (0,plain/* readText */.yR)(row, "journal") };
}
function parseHolder(text, nonce) {
    let value;
    try {
        value = (0,json/* parseJson */.q)(text);
    }
    catch {
        return undefined;
    }
    const kind = lock_row_kinds.find((each) => each === (0,plain/* readText */.yR)(value, "kind"));
    const since = (0,plain/* readNumber */.kz)(value, "since");
    if (kind === undefined || since === undefined || Math.abs(since) > 8_640_000_000_000_000)
        return undefined;
    return {
        nonce,
        kind,
        runId: (0,plain/* readText */.yR)(value, "runId"),
        attempt: (0,plain/* readNumber */.kz)(value, "attempt") ?? 0,
        job: (0,plain/* readText */.yR)(value, "job"),
        runUrl: (0,plain/* readText */.yR)(value, "runUrl"),
        actor: (0,plain/* readText */.yR)(value, "actor"),
        since,
        task: (0,plain/* readText */.yR)(value, "task"),
    };
}

// EXTERNAL MODULE: ./packages/database/lib/quote.js
var quote = __webpack_require__(6595);
;// CONCATENATED MODULE: ./packages/migration/lib/lock-statements.js
/**
 * Our lock in the database, as SQL. It is a row and not one of the server's own locks: those end with the connection, and
 * migrations run on connections of their tools; and a row can say who holds it. Pure.
 */


/** The table. The schema that fingerprints are made of leaves out everything that begins with `handrail_`. */
const lockTable = "handrail_lock";
/** For that kind of database. */
function lockStatements(engine) {
    const text = (value) => (0,quote/* quoteLiteral */.c)(value, engine);
    const at = (nonce) => `where id = 1 and nonce = ${text(nonce)}`;
    const columns = columnsOf[engine];
    return {
        create: `create table if not exists ${lockTable} (${columns})`,
        read: `select nonce, holder, journal from ${lockTable} where id = 1`,
        insert: (holder) => `insert into ${lockTable} (id, nonce, holder, journal) values (1, ${text(holder.nonce)}, ${text(renderHolder(holder))}, '')`,
        replace: (dead, holder) => `update ${lockTable} set nonce = ${text(holder.nonce)}, holder = ${text(renderHolder(holder))} ${at(dead)}`,
        update: (holder) => `update ${lockTable} set holder = ${text(renderHolder(holder))} ${at(holder.nonce)}`,
        write: (nonce, journal) => `update ${lockTable} set journal = ${text(plainJson(journal))} ${at(nonce)}`,
        remove: (nonce) => `delete from ${lockTable} ${at(nonce)}`,
    };
}
/** A journal of thousands of migrations is longer than MySQL's `text`, and nonces differ by case. */
const columnsOf = {
    postgresql: "id integer primary key, nonce varchar(64) not null, holder text not null, journal text not null",
    mysql: "id integer not null primary key, nonce varchar(64) character set ascii collate ascii_bin not null, holder mediumtext character set ascii not null, journal longtext character set ascii not null",
    sqlite: "id integer primary key, nonce text not null, holder text not null, journal text not null",
};

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
// EXTERNAL MODULE: ./packages/migration/lib/history-names.js
var history_names = __webpack_require__(3631);
;// CONCATENATED MODULE: ./packages/migration/lib/lock-wait.js
/** Waiting for a lock: how long, how often, and what is told meanwhile. */


const FIRST_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 15_000;
const GROWTH = 1.5;
const TELL_EVERY_MS = 60_000;
/** Begins to wait. The time that is spent with asking counts. */
function createWait({ clock, signal, log, timeoutMs }) {
    const begun = clock.monotonic();
    let pauseMs = FIRST_PAUSE_MS;
    let told;
    return {
        async pause(row) {
            const now = clock.monotonic();
            const left = begun + timeoutMs - now;
            if (left <= 0)
                throw lockedFailure(row, timeoutMs);
            if (told === undefined || told.nonce !== row?.nonce || now - told.at >= TELL_EVERY_MS) {
                told = { nonce: row?.nonce, at: now };
                log.info(`The database is locked by ${describeHolder(row)}; waiting for at most ${(0,durations/* formatDuration */.a3)(left)} more`);
            }
            await clock.sleep(Math.min(pauseMs, left), signal);
            pauseMs = Math.min(pauseMs * GROWTH, MAX_PAUSE_MS);
        },
    };
}
/** Who holds a lock, in one line: what it does, where, who started it, since when. */
function describeHolder(row) {
    if (row === undefined)
        return "somebody whose row cannot be read";
    if (row.holder === undefined)
        return `somebody that this version cannot read (nonce ${(0,history_names/* nameOf */.Vb)(row.nonce)})`;
    const { kind, runUrl, runId, actor, since, task } = row.holder;
    const where = runUrl === "" ? `run ${(0,history_names/* nameOf */.Vb)(runId)}` : (0,history_names/* nameOf */.Vb)(runUrl);
    const by = actor === "" ? "" : `, started by ${(0,history_names/* nameOf */.Vb)(actor)}`;
    return `a ${kind} of ${where}${by}, since ${(0,history_names/* timeOf */.nR)(since)}${task === "" ? "" : `, task ${(0,history_names/* nameOf */.Vb)(task)}`}`;
}
function lockedFailure(row, timeoutMs) {
    const waited = timeoutMs === 0 ? "" : ` and still was after ${(0,durations/* formatDuration */.a3)(timeoutMs)}`;
    return new failure/* Failure */.HR({
        reason: "locked",
        result: "refused",
        what: `The database is locked by ${describeHolder(row)}${waited}`,
        remedy: row?.holder === undefined
            ? "When nothing works on the database, delete the row of the table handrail_lock by hand."
            : "Wait until it has ended, then run the job again. When it is over and the lock is still there, delete the row of the table handrail_lock by hand.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/lock.js





/**
 * Takes the lock, or waits for it.
 * @throws Failure `locked` (result `refused`) that names who holds it, when lock-timeout is over
 * @throws DatabaseFailure when the database cannot be asked; whatever the signal says when it is aborted
 */
async function takeLock(request) {
    const { holder, signal } = request;
    const statements = lockStatements(request.engine);
    const wait = createWait(request);
    for (let looks = 1;; looks += 1) {
        signal?.throwIfAborted();
        const row = await readOrInsert(request, statements);
        if (row?.nonce === holder.nonce)
            return { holder, inherited: undefined };
        const life = row?.holder === undefined ? undefined : await judge(request, row.holder);
        if (life?.state === "dead") {
            const inherited = await takeOver(request, statements, row, life.proof);
            if (inherited !== undefined)
                return { holder, inherited };
        }
        // Somebody else was faster: what is there now is looked at once more without a pause.
        const isMoving = row === undefined || life?.state === "dead";
        if (isMoving && looks % MAX_LOOKS !== 0)
            continue;
        await wait.pause(row);
    }
}
/** So often it is looked anew without a pause: more than any contenders need, and an end for a table that does not do as it says. */
const MAX_LOOKS = 8;
/** Reads the row. When nobody holds the lock it becomes ours; undefined: look again, somebody was faster or the table was not there. */
async function readOrInsert(request, statements) {
    const { holder } = request;
    try {
        const row = parseLockRow(await ask(request, [statements.read]));
        if (row !== undefined)
            return row;
        await ask(request, [statements.insert(holder)]);
        return { nonce: holder.nonce, holder, journal: "" };
    }
    catch (error) {
        // Held by now: by another, or by us when the answer to our insert was lost.
        if (isKind(error, "exists"))
            return undefined;
        if (!isKind(error, "missing"))
            throw error;
        await createTable(request, statements);
        return undefined;
    }
}
async function judge({ isDead }, holder) {
    try {
        return await isDead(holder);
    }
    catch {
        return { state: "unknown" };
    }
}
/**
 * Puts us in the place of a dead holder, in one statement that only fits while it is there: of several who try, one wins, and the
 * journal is never without a row. Undefined when another one won.
 */
async function takeOver(request, statements, row, proof) {
    if (row?.holder === undefined)
        return undefined;
    const rows = await ask(request, [statements.replace(row.nonce, request.holder), statements.read]);
    const now = parseLockRow(rows);
    return now?.nonce === request.holder.nonce ? { holder: row.holder, journal: now.journal, proof } : undefined;
}
/** Two that create it at the same time do not harm each other, but PostgreSQL tells one of them that it exists. */
async function createTable(request, { create }) {
    try {
        await ask(request, [create]);
    }
    catch (error) {
        if (!isKind(error, "exists"))
            throw error;
    }
}
/** The row as it is; undefined when nobody holds the lock. For a later phase of a step, which knows its nonce. @throws DatabaseFailure */
async function readLock(place) {
    try {
        return parseLockRow(await ask(place, [lockStatements(place.engine).read]));
    }
    catch (error) {
        if (isKind(error, "missing"))
            return undefined;
        throw error;
    }
}
/**
 * Writes the journal, JSON.
 * @throws Failure `locked` when the lock is not ours any more; DatabaseFailure
 */
async function writeJournal(place, nonce, journal) {
    const { write, read } = lockStatements(place.engine);
    requireOurs(parseLockRow(await ask(place, [write(nonce, journal), read])), nonce);
}
/** Says anew what the holder is: its task. @throws as writeJournal does */
async function updateHolder(place, holder) {
    const { update, read } = lockStatements(place.engine);
    requireOurs(parseLockRow(await ask(place, [update(holder), read])), holder.nonce);
}
/** Gives the lock back. When another holds it by now, nothing happens. @throws DatabaseFailure */
async function releaseLock(place, nonce) {
    try {
        await ask(place, [lockStatements(place.engine).remove(nonce)]);
    }
    catch (error) {
        if (!isKind(error, "missing"))
            throw error;
    }
}
function requireOurs(row, nonce) {
    if (row?.nonce === nonce)
        return;
    const by = row === undefined ? "somebody deleted its row" : `it is held by ${describeHolder(row)}`;
    throw new failure/* Failure */.HR({
        reason: "locked",
        what: `The lock on the database was lost while this run worked: ${by}`,
        remedy: "Find out what the other one did before anything is run again.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/left-work.js
/** What may not be passed over of the work that a dead run left. Pure. */

/** @throws Failure `locked`: what another tool did can be read by that tool only, and its record belongs to its own environment */
function requireSameWork({ inputs }, { adapter }, journal, who) {
    const { tool, directory, environment = inputs.environment } = journal;
    const isSame = tool === adapter.tool && directory === inputs["working-directory"] && environment === inputs.environment;
    if (isSame)
        return;
    throw new failure/* Failure */.HR({
        reason: "locked",
        result: "refused",
        what: `${who}. It was ${tool} in ${directory}, environment ${environment === "" ? "none" : environment}: only a run of that can say what it did`,
        remedy: "Run that one again first; it settles what was left, and gives the lock back.",
    });
}
/** The note of a dead run that only another version of this action understands. */
function unreadableNote(who) {
    return new failure/* Failure */.HR({
        reason: "locked",
        result: "refused",
        what: `${who}. What it noted of its work cannot be read by this version of the action`,
        remedy: "Run the version that wrote it once: it settles what was left. Or look by hand what that run did, and empty the table handrail_lock.",
    });
}
/** Half a migration that only the journal knows of. */
function halfLeft(half, who, fingerprint) {
    return new failure/* Failure */.HR({
        reason: "half-applied",
        result: "refused",
        what: `${half} is done by half. ${who}`,
        remedy: `Undo by hand what it left behind; or finish it by hand, mark it in the tool's table, and name the schema as it then is in accept-schema (now accept-schema: ${fingerprint.slice(0, 16)}).`,
    });
}

// EXTERNAL MODULE: ./packages/migration/lib/records.js + 2 modules
var records = __webpack_require__(676);
// EXTERNAL MODULE: ./packages/migration/lib/settle.js + 5 modules
var settle = __webpack_require__(1714);
// EXTERNAL MODULE: ./packages/migration/lib/tell-late.js
var tell_late = __webpack_require__(9288);
;// CONCATENATED MODULE: ./packages/migration/lib/engage.js









/**
 * Engages. @throws Failure `locked` when another run holds the database for longer than lock-timeout; DatabaseFailure
 */
async function engage(step, place, { kind, migrations }) {
    const notes = [];
    if (step.context.isUntrusted)
        throw untrusted();
    if (step.inputs.environment === "" && kind === "run")
        notes.push(NO_RECORD);
    const { query } = place.executor;
    if (step.inputs["dry-run"] || query === undefined) {
        if (query === undefined)
            notes.push(NO_LOCK);
        // Without lock and journal the records are all that tells of half a migration.
        const recorded = await (0,records/* readRecords */.k)(step, place, notes, step.inputs["dry-run"] ? "rollback" : kind);
        return { note: none, release: none, leave: none, ...recorded, notes };
    }
    const nonce = step.deps.nonce();
    step.deps.host.saveState("nonce", nonce);
    const holder = holderOf(step, nonce, kind);
    const inherited = await take(step, place, query, holder).catch((thrown) => {
        // Somebody else has it: there is nothing that a post step could give back.
        if (thrown instanceof failure/* Failure */.HR && thrown.reason === "locked")
            step.deps.host.saveState("nonce", "");
        throw thrown;
    });
    const lock = lockOf(place, holder, step.deps.host);
    try {
        if (inherited !== undefined)
            notes.push(await settleInherited(step, place, inherited, migrations));
        return { ...lock, ...(await (0,records/* readRecords */.k)(step, place, notes, kind)), notes };
    }
    catch (thrown) {
        // What a dead run left could not be settled: its journal, which is in the row still, must not be lost with our lock.
        const isEmpty = inherited === undefined || (inherited.journal === undefined && !inherited.isUnreadable);
        const end = isEmpty ? lock.release : lock.leave;
        await end().catch(() => undefined);
        throw thrown;
    }
}
/** Gives the lock back after a look. What the look came to counts more than a lock that stays: the clean-up gives that back. */
async function giveBack({ release }, log) {
    try {
        await release();
    }
    catch (thrown) {
        log.warning(`The lock could not be given back yet: ${(0,failure/* toFailure */.w2)(thrown).what}. The clean-up of this job tries again.`);
    }
}
const none = () => Promise.resolve();
const NO_RECORD = "No record is kept: environment is empty. migration-rollback will not know what this run changed.";
function untrusted() {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: "This event runs code of a fork with the repository's secrets (pull_request_target)",
        remedy: "Migrate on push, or by workflow_dispatch. Nothing was touched.",
    });
}
const NO_LOCK = "No lock is held: nothing in the task can ask the database. Let the workflow's concurrency see to it that one job at a time works on it.";
async function take({ inputs, context, deps }, { executor }, query, holder) {
    const { clock, log, cancelled } = deps.host;
    const { inherited } = await takeLock({
        query,
        engine: executor.engine,
        holder,
        clock,
        log,
        signal: cancelled,
        timeoutMs: inputs["lock-timeout"],
        isDead: (other) => isDead({ inputs, context, deps }, other),
    });
    if (inherited === undefined)
        return undefined;
    const journal = parseJournal(inherited.journal);
    return { holder: inherited.holder, journal, isUnreadable: journal === undefined && inherited.journal !== "" };
}
/** What it has noted is also in the step's state: `noted` when work began, no `nonce` when the lock was given back. */
function lockOf({ executor }, holder, { clock, saveState }) {
    const { engine, query, queryWhenCancelled } = executor;
    const { nonce } = holder;
    return {
        leave: async () => {
            if (queryWhenCancelled === undefined)
                return;
            await updateHolder({ query: queryWhenCancelled, engine, clock }, { ...holder, task: ENDED });
            saveState("nonce", "");
        },
        note: async (journal) => {
            if (query === undefined)
                return;
            const sessions = await executor.sessionMark?.().catch(() => undefined);
            const noted = sessions === undefined ? journal : { ...journal, sessions };
            saveState("noted", "true");
            await writeJournal({ query, engine, clock }, nonce, JSON.stringify(noted));
        },
        release: async () => {
            if (queryWhenCancelled !== undefined)
                await releaseLock({ query: queryWhenCancelled, engine, clock }, nonce);
            saveState("nonce", "");
        },
    };
}
/** A run died with its work under way: what it did is read from the database, and recorded in its name. */
async function settleInherited(step, place, { holder, journal, isUnreadable }, migrations) {
    const who = `The run that held the lock has ended without giving it back (${holder.runUrl === "" ? holder.runId : holder.runUrl}, ${holder.actor})`;
    if (isUnreadable)
        throw unreadableNote(who);
    if (journal === undefined)
        return `${who}; it had changed nothing`;
    requireSameWork(step, place, journal, who);
    const settled = await (0,settle/* settle */.G)({
        step,
        place,
        journal,
        last: undefined,
        first: undefined,
        migrations,
        release: () => Promise.resolve(),
        isCancelled: true,
        patienceMs: 60_000,
        isLate: true,
    });
    // To begin now would be to work on a database that somebody else works on.
    if (!settled.isFinal) {
        throw new failure/* Failure */.HR({
            reason: "locked",
            result: "refused",
            what: `The database still works on what a run that is gone has sent (${holder.runUrl === "" ? holder.runId : holder.runUrl})`,
            remedy: "Wait until the database has ended it, or end that session by hand; then run the job again.",
        });
    }
    for (const note of settled.notes)
        step.deps.host.log.warning(note);
    const { half } = settled.judgement;
    const { fingerprint } = settled.now;
    const isEnded = (0,history_half/* isAccepted */.oB)({ fingerprint, acceptSchema: step.inputs["accept-schema"] });
    // Nothing but the journal knows of it: to go on would be to forget it.
    if (half !== "" && settled.recordId === undefined && !isEnded)
        throw halfLeft(half, who, fingerprint);
    return `${who}. What it did: ${(0,tell_late/* lateLine */.FB)(journal, settled)}`;
}
/** The lock that this very step took; undefined when it is not there any more. */
async function readOwnLock(place, nonce, clock) {
    const { queryWhenCancelled: query, engine } = place.executor;
    if (query === undefined)
        return undefined;
    const held = await readLock({ query, engine, clock });
    if (held?.nonce !== nonce)
        return undefined;
    const { holder } = held;
    const lock = { query, engine, clock };
    return {
        journal: parseJournal(held.journal),
        release: () => releaseLock(lock, nonce),
        leave: () => (holder === undefined ? Promise.resolve() : updateHolder(lock, { ...holder, task: ENDED })),
    };
}


/***/ }),

/***/ 6258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M5: () => (/* binding */ isMended),
/* harmony export */   oB: () => (/* binding */ isAccepted)
/* harmony export */ });
/* unused harmony export wholeSchema */
/* harmony import */ var _history_stack_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9271);
/* harmony import */ var _set_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1987);
/** Whether what the newest record left half-done is mended. Pure. */


/** Whether accept-schema names the schema as it is. */
function isAccepted({ fingerprint, acceptSchema }) {
    return acceptSchema.length >= 12 && fingerprint.startsWith(acceptSchema);
}
/** The schema after what a record did whole, "" when that is not known: what it left, but for a half-done one. */
function wholeSchema({ half, done, before, after }) {
    if (half === "")
        return after.fingerprint;
    const last = done.at(-1);
    return last === undefined ? before.fingerprint : (last.fingerprint ?? "");
}
/**
 * Whether set and schema belong together again: what was done by half is undone in both (in the tool's table and in the schema),
 * or a half-done revert is finished in both. A schema alone proves nothing: a tool that says "reverted" and does nothing leaves
 * the schema of before, too.
 * @param stack what the records prove; undefined when they do not join
 */
function isMended(newest, present, stack) {
    const { half, kind, before } = newest;
    const { applied, fingerprint } = present;
    if (half === "")
        return true;
    if (fingerprint === "")
        return false;
    if (fingerprint === before.fingerprint && (0,_set_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOfSet */ .qW)(applied) === before.set)
        return true;
    const isApplied = applied.includes(half);
    if (isApplied === (kind === "rollback"))
        return fingerprint === wholeSchema(newest);
    return kind === "rollback" && stack !== undefined && fingerprint === (0,_history_stack_js__WEBPACK_IMPORTED_MODULE_1__/* .topSchema */ .X)(stack);
}


/***/ }),

/***/ 3631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ shortOf),
/* harmony export */   V0: () => (/* binding */ whereAndWhen),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   oZ: () => (/* binding */ areOf),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   xD: () => (/* binding */ recordName),
/* harmony export */   xy: () => (/* binding */ wereOf)
/* harmony export */ });
/* unused harmony export capital */
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2412);
/** How migrations and records are named in sentences. Pure; every text is safe on one line. */

/** At most this many ids are named in one sentence. */
const MAX_NAMED = 5;
/** An id as it is when it is a plain name, else in quotes with escapes. */
function nameOf(id) {
    return /^[\p{L}\p{M}\p{N}\p{Pc}\p{Pd}.:/@+~-]{1,100}$/u.test(id) ? id : (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(id);
}
/** `m1, m2 and m3`; of more than five the first ones and how many more. */
function namesOf(ids) {
    const named = ids.slice(0, ids.length > MAX_NAMED ? MAX_NAMED - 1 : MAX_NAMED).map(nameOf);
    const more = ids.length - named.length;
    if (more > 0)
        return `${named.join(", ")} and ${more} more`;
    const last = named.at(-1) ?? "none";
    return named.length <= 1 ? last : `${named.slice(0, -1).join(", ")} and ${last}`;
}
/** `is` or `are`, for ids. */
function areOf(ids) {
    return ids.length === 1 ? "is" : "are";
}
/** `was` or `were`, for ids. */
function wereOf(ids) {
    return ids.length === 1 ? "was" : "were";
}
/** `1 migration`, `3 migrations`. */
function countOf(count) {
    return count === 1 ? "1 migration" : `${count} migrations`;
}
/** `deployment #12`, `rollback #13`: records as sentences name them, by the id that `to` takes. */
function recordName({ kind, recordId }) {
    return `${kind === "run" ? "deployment" : "rollback"} #${recordId}`;
}
/** Where and when it was: `https://… on 2026-11-22 12:00 UTC`. */
function whereAndWhen({ runUrl, runId, endedAt }) {
    const where = runUrl === "" ? `run ${nameOf(runId)}` : quoteless(runUrl);
    return `${where} on ${timeOf(endedAt)}`;
}
/** `2026-11-22 12:00 UTC`. @param ms since 1970 */
function timeOf(ms) {
    return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
/** A fingerprint or a digest, short: what accept-schema takes. */
function shortOf(hash) {
    return hash === "" ? "unknown" : hash.slice(0, 12);
}
/** The first letter large, as at the start of a sentence. */
function capital(text) {
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
/** An address as it is, when it looks like one. */
function quoteless(url) {
    return /^https?:\/\/[\w.:[\]/~%+-]{1,300}$/.test(url) ? url : (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(url);
}


/***/ }),

/***/ 9271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ stackOf),
/* harmony export */   X: () => (/* binding */ topSchema)
/* harmony export */ });
/**
 * Plays the chain forward.
 * @param applied what is applied now; it gives the order of the base
 */
function stackOf(applied, chain) {
    let entries = [];
    let ground = chain.links.at(-1)?.record.before.fingerprint ?? "";
    for (const link of chain.links.toReversed()) {
        const there = new Set(entries.map(({ id }) => id));
        const isFromBase = link.removed.some((id) => !there.has(id));
        entries = take(entries, link.removed);
        if (isFromBase)
            entries = entries.map(unknownSchema);
        if (isFromBase)
            ground = "";
        else if (entries.length === 0 && link.added.length > 0)
            ground = link.record.before.fingerprint;
        entries = [...entries, ...pushed(link)];
    }
    const above = new Set(entries.map(({ id }) => id));
    return { base: [...new Set(applied)].filter((id) => !above.has(id)), ground, entries };
}
/** The schema after the topmost migration that is left; "" when that is not known. */
function topSchema({ entries, ground }) {
    const top = entries.at(-1);
    return top === undefined ? ground : top.post;
}
function unknownSchema(entry) {
    return { ...entry, pre: "", post: "" };
}
/** Takes ids away. From the middle of the stack that leaves those above on a schema that nobody recorded. */
function take(entries, ids) {
    if (ids.length === 0)
        return [...entries];
    const gone = new Set(ids);
    const lowest = entries.findIndex(({ id }) => gone.has(id));
    return entries.flatMap((entry, at) => {
        if (gone.has(entry.id))
            return [];
        return [at > lowest && lowest >= 0 ? unknownSchema(entry) : entry];
    });
}
function pushed({ record, added }) {
    const facts = new Map(record.done.map((each) => [each.id, each]));
    let pre = record.before.fingerprint;
    return added.map((id) => {
        const recorded = facts.get(id);
        const post = recorded === undefined ? "" : postOf(record, recorded);
        const entry = { id, record, recorded, pre, post };
        pre = post;
        return entry;
    });
}
function postOf({ done, half, after }, recorded) {
    const isLast = done.at(-1) === recorded;
    return recorded.fingerprint ?? (isLast && half === "" ? after.fingerprint : "");
}


/***/ }),

/***/ 606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ findRecord),
  r: () => (/* binding */ keepRecord)
});

// EXTERNAL MODULE: ./packages/github/lib/permission-hint.js
var permission_hint = __webpack_require__(6002);
// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/migration/lib/record.js
var lib_record = __webpack_require__(3205);
// EXTERNAL MODULE: ./packages/migration/lib/record-limits.js
var record_limits = __webpack_require__(4934);
// EXTERNAL MODULE: ./packages/migration/lib/record-pack.js
var record_pack = __webpack_require__(4999);
;// CONCATENATED MODULE: ./packages/migration/lib/record-payload.js
/** Records as the payload of a GitHub Deployment. What does not fit is left out in a fixed order, and the record says so. Pure. */


/**
 * A record as plain JSON of at most 60 KiB. With more, as much as has to be is left out, of what was done first before what was
 * done later: what each migration creates and retypes, then its fingerprint, then its digest. Then what was not done (`left`), and at last
 * the ids are packed. `cut` is true then. Only thousands of ids that do not even fit packed lose the first ones: the numbers of
 * `before` and `after` then tell every reader that the record does not hold all.
 */
function toPayload(record) {
    const whole = boundTexts(record);
    if (fits(whole))
        return whole;
    let rest = { ...whole, cut: true };
    for (const drop of drops) {
        const most = drop.count(rest);
        const few = fewest(most, (count) => fits(drop.apply(rest, count)));
        rest = drop.apply(rest, few);
        if (fits(rest))
            return rest;
    }
    const { done, ...others } = rest;
    const lost = fewest(done.length, (count) => fits(packed(others, done.slice(count))));
    return packed(others, done.slice(lost));
}
/** Leaves something out of the first `count` of what was done. */
function ofDone(without) {
    return {
        count: ({ done }) => done.length,
        apply: (record, count) => ({
            ...record,
            done: record.done.map((migration, at) => (at < count ? without(migration) : migration)),
        }),
    };
}
const drops = [
    ofDone(({ creates: _creates, retypes: _retypes, ...rest }) => rest),
    ofDone(({ fingerprint: _fingerprint, ...rest }) => rest),
    ofDone((migration) => ({ ...migration, digest: "" })),
    {
        count: ({ left }) => left.length,
        apply: (record, count) => ({ ...record, left: record.left.slice(0, record.left.length - count) }),
    },
];
function packed(others, done) {
    return { ...others, done: [], packed: (0,record_pack/* packMigrations */.T)(done) };
}
/** The least number from 0 to `most` for which it holds, or `most`; it has to go on holding once it does. */
function fewest(most, holds) {
    let [low, high] = [0, most];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
function fits(payload) {
    return Buffer.byteLength(JSON.stringify(payload)) <= record_limits/* MAX_PAYLOAD_BYTES */.qY;
}
/** Texts that only people read are cut, so that every record that is written can be read again; ids and states stay as they are. */
function boundTexts(record) {
    const cut = (text) => (text.length <= record_limits/* MAX_TEXT */.lG ? text : text.slice(0, record_limits/* MAX_TEXT */.lG).toWellFormed());
    return {
        ...record,
        actor: cut(record.actor),
        runUrl: cut(record.runUrl),
        commit: cut(record.commit),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/record-keeping.js
/** Keeps the record of a run or a rollback as a Deployment, and finds one that was kept already. */




/** The record of the same work, when it was kept before the job died; undefined when there is none, or nobody can tell. */
async function findRecord({ inputs, context, deps }, { runId, attempt, startedAt, kind, runUrl }, telling) {
    const { owner, repo } = context;
    const { environment } = inputs;
    if (environment === "")
        return undefined;
    const is = (payload) => payload["runId"] === runId &&
        payload["attempt"] === attempt &&
        payload["startedAt"] === startedAt &&
        payload["kind"] === kind;
    try {
        const github = await deps.github({ evenWhenCancelled: true });
        const query = { owner, repo, environment, task: lib_record/* migrationTask */.A, atMost: 1, withStatus: true };
        const [found] = await github.listDeployments({ ...query, isRelevant: ({ payload }) => is(payload) });
        if (found === undefined)
            return undefined;
        // Who kept it was killed before it could say how it went.
        if (found.status === undefined) {
            const status = { owner, repo, ...statusOf(telling, deps.host.redactor), logUrl: runUrl };
            await github.setDeploymentStatus(found.id, status).catch(() => undefined);
        }
        return found.id;
    }
    catch {
        return undefined;
    }
}
function statusOf({ result, what }, redactor) {
    const isGood = ["applied", "rolled-back", "nothing-to-do"].includes(result);
    const state = isGood ? "success" : result === "cancelled" ? "error" : "failure";
    return { state, description: redactor.redact(what) };
}
/** GitHub may take this long, ms: the verdict is known already. */
const RECORDING_MS = 20_000;
/** Keeps the record as a Deployment. Resolves with its id; never rejects. */
async function keepRecord({ inputs, context, deps }, record, outcome, notes) {
    if (inputs.environment === "" || inputs["github-token"] === "" || inputs["dry-run"])
        return undefined;
    const { owner, repo } = context;
    const { clock, redactor } = deps.host;
    let kept;
    try {
        await (0,deadline/* withDeadline */.NE)({ clock, ms: RECORDING_MS }, async () => {
            const github = await deps.github({ evenWhenCancelled: true });
            ({ id: kept } = await github.createDeployment({
                owner,
                repo,
                ref: record.commit,
                task: lib_record/* migrationTask */.A,
                environment: inputs.environment,
                description: `${record.kind === "run" ? "Migration" : "Rollback"} with ${record.tool}`,
                payload: toPayload(record),
            }));
            const status = { owner, repo, ...statusOf(outcome, redactor), logUrl: record.runUrl };
            await github.setDeploymentStatus(kept, { ...status, isFirst: true });
        });
    }
    catch (thrown) {
        const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
        notes.push(kept === undefined
            ? `The record could not be kept: ${what}.${(0,permission_hint/* permissionHint */.f)(thrown)} ${remedy} A rollback to before this run will not find it.`
            : `The record is kept (deployment ${kept}), its status is not: ${what}.${(0,permission_hint/* permissionHint */.f)(thrown)} ${remedy}`);
    }
    return kept;
}


/***/ }),

/***/ 4934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ MAX_ITEMS),
/* harmony export */   lG: () => (/* binding */ MAX_TEXT),
/* harmony export */   qY: () => (/* binding */ MAX_PAYLOAD_BYTES),
/* harmony export */   rc: () => (/* binding */ MAX_ID)
/* harmony export */ });
/** How long the texts and lists of a record may be, for whoever writes it and whoever reads it. */
/** Characters of an id. The widest key of a tool's table that is known (Liquibase: id, author and file) has 765. */
const MAX_ID = 4096;
/** Characters of what people wrote or GitHub made: names, directories, addresses, references of images. */
const MAX_TEXT = 4096;
/** Items of a list. */
const MAX_ITEMS = 50_000;
/** Bytes of all that a payload holds, as JSON in UTF-8. GitHub takes 64 KiB; the nonce of its creation comes on top. */
const MAX_PAYLOAD_BYTES = 60 * 1024;


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ unpackMigrations),
/* harmony export */   T: () => (/* binding */ packMigrations)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3064);
/* harmony import */ var _record_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4934);
/** Many migrations in little room: only their ids and what undoes them, compressed. For records that would not fit otherwise. Pure. */



const letters = { real: "r", empty: "e", none: "n", unknown: "u" };
const kinds = new Map([
    ["r", "real"],
    ["e", "empty"],
    ["n", "none"],
    ["u", "unknown"],
]);
/** What is unpacked is never larger than this, in bytes, whatever was packed. */
const MAX_UNPACKED = 16 * 1024 * 1024;
/** The ids in their order with their downs, as base64. Nothing else of them is kept. */
function packMigrations(migrations) {
    const pairs = migrations.map(({ id, down }) => [letters[down], id]);
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.deflateRawSync)(JSON.stringify(pairs), { level: 9 }).toString("base64");
}
/** Reads what packMigrations wrote; undefined when it is something else. */
function unpackMigrations(text) {
    let pairs;
    try {
        const bytes = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(Buffer.from(text, "base64"), { maxOutputLength: MAX_UNPACKED });
        pairs = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes.toString("utf8"));
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(pairs) || pairs.length > _record_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ITEMS */ ._5)
        return undefined;
    const migrations = pairs.map(readPair);
    return migrations.every((each) => each !== undefined) ? migrations : undefined;
}
function readPair(pair) {
    if (!Array.isArray(pair) || pair.length !== 2)
        return undefined;
    const [letter, id] = pair;
    const down = kinds.get(letter);
    if (down === undefined || typeof id !== "string" || id === "" || id.length > _record_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ID */ .rc)
        return undefined;
    return { id, digest: "", down };
}


/***/ }),

/***/ 3205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ migrationTask)
/* harmony export */ });
/**
 * The record of a run or a rollback: the payload of a GitHub Deployment with the task `migration`. It holds what no tool knows:
 * what this deployment changed. Types only; record-payload.ts writes and reads it.
 */
/** The task of the Deployment. */
const migrationTask = "migration";


/***/ }),

/***/ 676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ readRecords)
});

// UNUSED EXPORTS: newestTaskRecord

// EXTERNAL MODULE: ./packages/github/lib/permission-hint.js
var permission_hint = __webpack_require__(6002);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./packages/migration/lib/record-limits.js
var record_limits = __webpack_require__(4934);
;// CONCATENATED MODULE: ./packages/migration/lib/record-fields.js
/** Fields of a payload that anybody may have written: each is what it has to be, or the whole record is none. Pure. */


/** A field that is not what it has to be. Its message names the field, never what is in it. */
class FieldError extends Error {
    constructor(name, what) {
        super(`its ${name} ${what}`);
        this.name = "FieldError";
    }
}
/** A text. @throws FieldError */
function readTextField(of, name, rule = {}) {
    return checkText((0,plain/* read */.LF)(of, name), name, rule);
}
/** A text, or nothing at all. @throws FieldError */
function readOptionalText(of, name, rule = {}) {
    const found = (0,plain/* read */.LF)(of, name);
    return found === undefined ? undefined : checkText(found, name, rule);
}
/** A list of texts. @throws FieldError */
function readTextList(of, name, rule = {}) {
    return readItems(of, name).map((item) => checkText(item, name, rule));
}
/** A list of anything. @throws FieldError */
function readItems(of, name) {
    const found = (0,plain/* read */.LF)(of, name);
    if (!Array.isArray(found))
        throw new FieldError(name, "is no list");
    if (found.length > record_limits/* MAX_ITEMS */._5)
        throw new FieldError(name, "is too long");
    return found;
}
/** A whole number that is not negative. @throws FieldError */
function readCount(of, name) {
    const found = (0,plain/* read */.LF)(of, name);
    if (typeof found !== "number" || !Number.isSafeInteger(found) || found < 0) {
        throw new FieldError(name, "is no whole number");
    }
    return found;
}
/** One of a few words. @throws FieldError */
function readWord(of, name, words) {
    const found = words.find((word) => word === (0,plain/* read */.LF)(of, name));
    if (found === undefined)
        throw new FieldError(name, "is none that this version knows");
    return found;
}
function checkText(found, name, { max = record_limits/* MAX_TEXT */.lG, pattern, isFilled }) {
    if (typeof found !== "string")
        throw new FieldError(name, "is no text");
    if (found.length > max)
        throw new FieldError(name, "is too long");
    if (isFilled === true && found === "")
        throw new FieldError(name, "is empty");
    if (pattern !== undefined && !pattern.test(found))
        throw new FieldError(name, "is not of its form");
    return found;
}

// EXTERNAL MODULE: ./packages/migration/lib/record-pack.js
var record_pack = __webpack_require__(4999);
// EXTERNAL MODULE: ./packages/migration/lib/record.js
var record = __webpack_require__(3205);
;// CONCATENATED MODULE: ./packages/migration/lib/record-parse.js





/** Reads one. What it does not know beside what it needs is passed over: later versions may write more. Never throws. */
function parseRecord(deployment) {
    const { payload, task } = deployment;
    if (task !== record/* migrationTask */.A)
        return { record: undefined, why: "its task is another one" };
    const version = (0,plain/* read */.LF)(payload, "v");
    if (version === undefined)
        return { record: undefined, why: "its payload is not Handrail's" };
    if (version !== 1)
        return { record: undefined, why: "its format is one that this version does not know" };
    try {
        const record = readRecord(payload);
        return { record: { ...record, recordId: deployment.id, creator: deployment.creator }, why: "" };
    }
    catch (error) {
        if (error instanceof FieldError)
            return { record: undefined, why: error.message };
        throw error;
    }
}
const kinds = ["run", "rollback"];
const results = ["applied", "nothing-to-do", "partial", "failed", "cancelled", "timeout", "rolled-back"];
const downs = ["real", "empty", "none", "unknown"];
const ids = { max: record_limits/* MAX_ID */.rc, isFilled: true };
const filled = { isFilled: true };
/** SHA-256 in hex, as long as the writer wanted it; "" for none. */
const hash = { max: 128, pattern: /^[0-9a-f]*$/ };
function readRecord(payload) {
    const done = readDone(payload);
    if (new Set(done.map(({ id }) => id)).size < done.length)
        throw new FieldError("done", "names one of them twice");
    return {
        v: 1,
        kind: readWord(payload, "kind", kinds),
        result: readWord(payload, "result", results),
        tool: readTextField(payload, "tool", filled),
        database: readTextField(payload, "database", filled),
        directory: readTextField(payload, "directory"),
        before: readState(payload, "before"),
        after: readState(payload, "after"),
        done,
        left: readTextList(payload, "left", ids),
        half: readTextField(payload, "half", { max: record_limits/* MAX_ID */.rc }),
        ...readOrigin(payload),
        commit: readTextField(payload, "commit"),
        actor: readTextField(payload, "actor"),
        runId: readTextField(payload, "runId"),
        attempt: readCount(payload, "attempt"),
        runUrl: readTextField(payload, "runUrl"),
        startedAt: readTime(payload, "startedAt"),
        endedAt: readTime(payload, "endedAt"),
        ...((0,plain/* read */.LF)(payload, "cut") === true ? { cut: true } : {}),
    };
}
/** What a record may have. */
function readOrigin(payload) {
    const image = readOptionalText(payload, "image");
    const taskDefinition = readOptionalText(payload, "taskDefinition");
    const undoes = (0,plain/* read */.LF)(payload, "undoes") === undefined ? undefined : readItems(payload, "undoes");
    return {
        ...((0,plain/* read */.LF)(payload, "to") === undefined ? {} : { to: readCount(payload, "to") }),
        ...(undoes === undefined ? {} : { undoes: undoes.map((id) => readCount({ undoes: id }, "undoes")) }),
        ...(image === undefined ? {} : { image }),
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
    };
}
/** A time in milliseconds that a Date can hold. */
function readTime(payload, name) {
    const time = readCount(payload, name);
    if (time > 8_640_000_000_000_000)
        throw new FieldError(name, "is no time");
    return time;
}
function readState(payload, name) {
    const state = (0,plain/* read */.LF)(payload, name);
    return {
        set: readTextField(state, "set", { pattern: /^[0-9a-f]{64}$/ }),
        count: readCount(state, "count"),
        version: readTextField(state, "version", { max: record_limits/* MAX_ID */.rc }),
        fingerprint: readTextField(state, "fingerprint", hash),
    };
}
function readDone(payload) {
    const packed = readOptionalText(payload, "packed", { max: 1024 * 1024 });
    if (packed === undefined)
        return readItems(payload, "done").map(readMigration);
    const done = (0,record_pack/* unpackMigrations */.E)(packed);
    if (done === undefined)
        throw new FieldError("packed", "is not of its form");
    return done;
}
function readMigration(item) {
    const fingerprint = readOptionalText(item, "fingerprint", hash);
    return {
        id: readTextField(item, "id", ids),
        digest: readTextField(item, "digest", hash),
        down: readWord(item, "down", downs),
        ...(fingerprint === undefined || fingerprint === "" ? {} : { fingerprint }),
        ...((0,plain/* read */.LF)(item, "creates") === undefined ? {} : { creates: readTextList(item, "creates", { max: record_limits/* MAX_ID */.rc }) }),
        ...((0,plain/* read */.LF)(item, "retypes") === undefined ? {} : { retypes: readTextList(item, "retypes", { max: record_limits/* MAX_ID */.rc }) }),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/records.js
/** Reads the records of an environment from GitHub. */




/** Records that are read: the newest. A rollback beyond them is refused for want of a record. */
const MOST_RECORDS = 200;
/** The records of this database; without an environment there are none. `notes` gets what went wrong. */
async function readRecords(step, place, notes, kind = "rollback") {
    const { identity } = place.executor;
    try {
        return await findRecords(step, ({ database }) => database === identity, MOST_RECORDS);
    }
    catch (thrown) {
        const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
        // Not to know is not the same as that there are none: the newest may say that something is half done.
        if (kind === "run")
            throw unreadable(thrown);
        notes.push(`Earlier records could not be read: ${what}.${(0,permission_hint/* permissionHint */.f)(thrown)} ${remedy}`);
        return { records: [], others: [] };
    }
}
function unreadable(thrown) {
    const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
    return new failure/* Failure */.HR({
        reason: "no-record",
        result: "refused",
        what: `Whether an earlier run left something half done cannot be seen: ${what}`,
        remedy: `${(0,permission_hint/* permissionHint */.f)(thrown).trim()} ${remedy} Without an input environment no records are read or kept.`.trim(),
        cause: thrown,
    });
}
/**
 * The newest record that a task wrote: it names the image that has the scripts.
 * @throws GitHubFailure
 */
async function newestTaskRecord(step) {
    const isTask = ({ taskDefinition, kind, done }) => taskDefinition !== undefined && kind === "run" && done.length > 0;
    const { records } = await findRecords(step, isTask, 1);
    return records[0];
}
async function findRecords({ inputs, context, deps }, isWanted, atMost) {
    const { environment, tool } = inputs;
    if (environment === "" || inputs["github-token"] === "")
        return { records: [], others: [] };
    const { owner, repo } = context;
    const [found, others] = [new Map(), new Map()];
    const github = await deps.github();
    await github.listDeployments({
        owner,
        repo,
        environment,
        task: record/* migrationTask */.A,
        atMost,
        isRelevant: (deployment) => {
            const { record } = parseRecord(deployment);
            if (record === undefined || !isWanted(record))
                return false;
            const isOwn = record.tool === tool && record.directory === inputs["working-directory"];
            (isOwn ? found : others).set(record.recordId, record);
            return isOwn;
        },
    });
    return { records: newestFirst(found), others: newestFirst(others) };
}
function newestFirst(found) {
    return [...found.values()].toSorted((a, b) => b.recordId - a.recordId);
}


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   qW: () => (/* binding */ digestOfSet)
/* harmony export */ });
/* unused harmony export digestOfPlan */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Sets of applied migrations as a few characters that tell them apart, for records. Pure. */

/**
 * SHA-256 in hex over a set of ids: the same for any order, and for an id that is told twice. JSON keeps apart what joining would
 * not (`a,b` and `a`, `b`), and writes halves of surrogate pairs as escapes, which UTF-8 could not hold.
 */
function digestOfSet(ids) {
    const sorted = [...new Set(ids)].sort();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(sorted)).digest("hex");
}
/**
 * What a database is, as a record says it.
 * @param ids what is applied; the last one is taken for the newest
 * @param fingerprint of the schema; "" when it could not be read
 */
function stateOf(ids, fingerprint) {
    return { set: digestOfSet(ids), count: new Set(ids).size, version: ids.at(-1) ?? "", fingerprint };
}
/**
 * SHA-256 in hex over a plan: the ids in the order in which they are reverted, their scripts as the
 * checkout has them (by id, their digests), and what the database is before and after. An
 * approval is for this, and for no other plan.
 */
function digestOfPlan(plan, before, scripts) {
    const ids = plan.reverts.map(({ id }) => [id, scripts.get(id) ?? ""]);
    const text = JSON.stringify([ids, before.set, before.fingerprint, plan.target.set, plan.target.fingerprint]);
    return createHash("sha256").update(text).digest("hex");
}


/***/ }),

/***/ 1714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ settle)
});

// EXTERNAL MODULE: ./packages/database/lib/query.js
var query = __webpack_require__(5587);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/database/lib/schema-difference.js
/** How one schema differs from another. */

const ORDER = "schema extension type sequence table partition column constraint index".split(" ");
/**
 * What was added, removed and changed from `before` to `after`, by table. What comes or goes with its table, view or column is not
 * told by itself. Empty exactly when both have the same fingerprint.
 */
function compareSchemas(before, after) {
    const was = byName(before);
    const is = byName(after);
    const differences = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => differencesOf(was.get(key) ?? [], is.get(key) ?? []));
    const owners = new Set(differences.flatMap(({ change, object }) => (isOwner(object) ? [ownerKey(change, object)] : [])));
    return differences.filter((difference) => !comesAlong(difference, owners)).sort(compareDifferences);
}
/** Objects by what tells them apart. Several that the database named itself can share a name. */
function byName({ objects }) {
    const groups = new Map();
    for (const object of objects) {
        const key = JSON.stringify([object.kind, object.of, object.name]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [object]);
        else
            group.push(object);
    }
    return groups;
}
function differencesOf(was, is) {
    const gone = without(was, is);
    const come = without(is, was);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => {
        const [before, object] = [gone[at], come[at]];
        if (object === undefined)
            return before === undefined ? [] : [{ change: "removed", object: before }];
        return before === undefined ? [{ change: "added", object }] : [{ change: "changed", object, before }];
    }).flat();
}
/** The objects whose definitions are not among the others', each of which stands for one. */
function without(objects, others) {
    const left = others.map(({ definition }) => definition);
    return objects.filter(({ definition }) => {
        const at = left.indexOf(definition);
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
}
/** Whether others stand and fall with it. */
function isOwner({ kind, of }) {
    return kind === "column" || (of === "" && (kind === "table" || kind === "view"));
}
function ownerKey(change, { kind, of, name }) {
    return JSON.stringify(kind === "column" ? [change, of, name] : [change, name]);
}
function comesAlong({ change, object }, owners) {
    const { kind, of, name } = object;
    if (change === "changed" || of === "")
        return false;
    if (owners.has(JSON.stringify([change, of])))
        return true;
    return (kind === "sequence" || kind === "comment") && owners.has(JSON.stringify([change, of, name]));
}
function compareDifferences({ change: leftChange, object: left }, right) {
    const rank = (object) => (ORDER.indexOf(object.kind) + ORDER.length + 1) % (ORDER.length + 1);
    return ((0,text_order/* compareCodeUnits */.U)(left.of || left.name, right.object.of || right.object.name) ||
        rank(left) - rank(right.object) ||
        (0,text_order/* compareCodeUnits */.U)(left.name, right.object.name) ||
        (0,text_order/* compareCodeUnits */.U)(leftChange, right.change));
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-words.js
/** Definitions that are longer are not shown: the body of a function, the text of a view. */
const MOST_SHOWN = 120;
/** Names that say what the thing is, because it has none of its own: see the catalog readers. */
const MADE_UP = /^(?:primary key|foreign key \(|unique \(|index \(|check$)/;
/** `table orders was added`, `column users.email was changed: text not null -> text`. One line for most; no full stop. */
function describeDifference({ change, object, before }) {
    const what = `${describeObject(object)} was ${change}`;
    if (before !== undefined) {
        const isShown = isShort(before.definition) && isShort(object.definition);
        return isShown ? `${what}: ${before.definition || "nothing"} -> ${object.definition || "nothing"}` : what;
    }
    const isTold = MADE_UP.test(object.name) && object.definition !== object.name && isShort(object.definition);
    return isTold ? `${what}: ${object.definition}` : what;
}
/** The first of them in words, and how many there are besides: `and 3 more`. */
function describeDifferences(differences, most = 20) {
    const left = differences.length - most;
    const lines = differences.slice(0, left > 1 ? most : undefined).map((difference) => describeDifference(difference));
    return left > 1 ? [...lines, `and ${left} more`] : lines;
}
function describeObject({ kind, of, name }) {
    if (kind === "column")
        return `column ${of}.${name}`;
    if (kind === "comment")
        return of === "" ? `comment on ${name}` : `comment on ${[of, name].filter(Boolean).join(".")}`;
    if (of === "")
        return `${kind} ${name}`;
    if (kind === "sequence")
        return `sequence of ${of}.${name}`;
    if (!MADE_UP.test(name))
        return `${kind} ${name} of ${of}`;
    return kind === "index" && name.startsWith("unique")
        ? `unique index ${name.slice("unique ".length)} of ${of}`
        : `${name} of ${of}`;
}
function isShort(definition) {
    return definition.length <= MOST_SHOWN && !definition.includes("\n");
}

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./packages/migration/lib/history-names.js
var history_names = __webpack_require__(3631);
;// CONCATENATED MODULE: ./packages/migration/lib/judgement.js

/** Judges. */
function judge(journal, now, circumstances) {
    const isDone = donePredicate(journal, now);
    const done = journal.planned.filter(({ id }) => isDone(id)).map((each) => withFacts(each, journal));
    const left = journal.planned.filter(({ id }) => !isDone(id)).map(({ id }) => id);
    const strange = strangeIds(journal, now);
    const isSchemaChanged = now.fingerprint !== journal.before.fingerprint;
    const isChanged = done.length > 0 || strange.length > 0 || isSchemaChanged || now.half.length > 0;
    const { half, why } = findHalf(journal, now, { ...circumstances, isDone, left });
    const isLie = journal.kind === "rollback" && half !== "" && isDone(half);
    const remaining = half !== "" && isDone(half) ? [half, ...left] : left;
    return {
        isComplete: left.length === 0 && half === "" && strange.length === 0,
        isChanged,
        done: done.filter(({ id }) => id !== half),
        left: remaining,
        half,
        why,
        isLie,
        strange,
    };
}
function donePredicate({ kind }, now) {
    const applied = new Set(now.ids.filter((id) => !now.half.includes(id)));
    const any = new Set(now.ids);
    return kind === "run" ? (id) => applied.has(id) : (id) => !any.has(id);
}
/** With the schema after it, as it was noted. */
function withFacts(migration, { done, kind }) {
    const step = done.find(({ id }) => id === migration.id);
    if (step === undefined)
        return migration;
    return {
        ...migration,
        ...(step.fingerprint === "" ? {} : { fingerprint: step.fingerprint }),
        ...(kind === "run" && step.creates !== undefined ? { creates: step.creates } : {}),
        ...(kind === "run" && step.retypes !== undefined ? { retypes: step.retypes } : {}),
    };
}
function strangeIds({ before, planned, kind }, now) {
    const expected = new Set([...before.ids, ...(kind === "run" ? planned.map(({ id }) => id) : [])]);
    const mayGo = new Set(kind === "rollback" ? planned.map(({ id }) => id) : []);
    const there = new Set(now.ids);
    return [...now.ids.filter((id) => !expected.has(id)), ...before.ids.filter((id) => !there.has(id) && !mayGo.has(id))];
}
const whole = { half: "", why: "" };
/** The migration that is done by half. */
function findHalf(journal, now, given) {
    const planned = new Set(journal.planned.map(({ id }) => id));
    const marked = now.half.find((id) => planned.has(id)) ?? now.half[0];
    if (marked !== undefined)
        return { half: marked, why: "the tool itself marks it as not finished" };
    if (now.fingerprint === "")
        return withoutSchema(journal, given);
    return journal.kind === "run" ? halfOfRun(journal, now, given) : halfOfRollback(journal, now, given);
}
/** The schema right after the last step that is known to be done. */
function lastKnown({ before, done }) {
    return done.at(-1)?.fingerprint ?? before.fingerprint;
}
function halfOfRun(journal, now, { isDone, left, isTransactional, last }) {
    const known = new Set(journal.done.map(({ id }) => id));
    const [next] = left;
    const unread = journal.planned.filter(({ id }) => isDone(id) && !known.has(id));
    if (next === undefined)
        return whole;
    if (unread.length === 0) {
        if (now.fingerprint === lastKnown(journal))
            return whole;
        return { half: next, why: "the schema changed, and the migration is not among the applied ones" };
    }
    // More was applied than was read back: what the schema should be right now is not known.
    if (isTransactional || wasNotBegun(journal, next) || isGoodEnd(last))
        return whole;
    return {
        half: next,
        why: `whether it began cannot be told: ${unread.length === 1 ? "one" : unread.length} before it ended in the same command, and this database does not undo a failed migration`,
    };
}
function halfOfRollback(journal, now, { isDone }) {
    const reverted = journal.planned.filter(({ id }) => isDone(id));
    const lastOne = reverted.at(-1);
    const expected = expectedAfter(journal, reverted.length);
    const next = journal.planned[reverted.length];
    if (expected === undefined) {
        return lastOne !== undefined && isUnmoved(journal, lastOne, now.fingerprint)
            ? { half: lastOne.id, why: "the tool says it was reverted, and the schema did not change" }
            : whole;
    }
    if (now.fingerprint === expected)
        return whole;
    const before = expectedAfter(journal, reverted.length - 1) ?? journal.before.fingerprint;
    // Its row is gone and the schema is as before: it was never reverted.
    if (lastOne !== undefined && now.fingerprint === before) {
        return { half: lastOne.id, why: "the tool says it was reverted, and the schema did not change" };
    }
    const wasSeenRight = journal.done.some(({ id, fingerprint }) => id === lastOne?.id && fingerprint === expected);
    if (next !== undefined && (lastOne === undefined || wasSeenRight)) {
        return { half: next.id, why: "the schema changed, and the migration is still among the applied ones" };
    }
    return { half: lastOne?.id ?? "", why: otherSchema(journal, reverted) };
}
/** Where no record knows the schemas in between, each that was reverted since the last known one may be what is wrong. */
function otherSchema(journal, reverted) {
    const known = reverted.findLastIndex((_, at) => at > 0 && expectedAfter(journal, at) !== undefined);
    const since = reverted.slice(Math.max(0, known)).map(({ id }) => id);
    if (since.length <= 1)
        return "it was reverted, and the schema is not the one that was recorded before it";
    return `that, or ${(0,history_names/* namesOf */.eZ)(since.slice(0, -1))} before it; the schema is not the recorded one, and no record knows those in between`;
}
/**
 * Whether a revert did nothing, where no record knows the schema that it should leave: what created something cannot be taken back
 * without changing the schema that was there right before.
 */
function isUnmoved({ done, before }, { id, creates = [] }, fingerprint) {
    const at = done.findIndex((step) => step.id === id);
    const was = (at <= 0 ? undefined : done[at - 1]?.fingerprint) ?? before.fingerprint;
    return creates.length > 0 && fingerprint === was;
}
/**
 * The schema after the first `count` reverts; undefined when no record knows it. A planned revert of a rollback carries in
 * `fingerprint` the schema that was recorded right before that migration had been applied.
 */
function expectedAfter({ planned, before, target }, count) {
    if (count <= 0)
        return before.fingerprint;
    if (count === planned.length && target !== undefined && target.fingerprint !== "")
        return target.fingerprint;
    const expected = planned[count - 1]?.fingerprint;
    return expected === "" ? undefined : expected;
}
/** Without a schema to compare, a failed step leaves nothing behind only where the database sees to that. */
function withoutSchema(journal, { left, isTransactional, last }) {
    const [next] = left;
    if (next === undefined || isTransactional || wasNotBegun(journal, next) || isGoodEnd(last))
        return whole;
    if (last?.kind === "never-started")
        return whole;
    return { half: next, why: "it failed, and the schema cannot be read to see what it left behind" };
}
function wasNotBegun({ doing }, id) {
    return !doing.includes(id);
}
/** Whether a command ended by itself, with exit code 0. */
function isGoodEnd(last) {
    return last?.kind === "exited" && last.exitCode === 0;
}

// EXTERNAL MODULE: ./packages/migration/lib/record-keeping.js + 1 modules
var record_keeping = __webpack_require__(606);
;// CONCATENATED MODULE: ./packages/migration/lib/session-end.js
/**
 * A server goes on with what it has received when its client is gone. Waits until nothing of it is left; what comes later on
 * connections that began later is somebody else's.
 */

/** The server needs a moment to read what came in last; then it is looked again. */
const MOMENT_MS = 300;
const PAUSE_MS = 500;
/** Resolves when nothing of the tool works any more, or the time is up. Never rejects. */
async function waitForSessions({ executor, clock, log, mark, patienceMs }) {
    if (executor.sessions === undefined || executor.engine === "sqlite")
        return { busy: "", hasWaited: false };
    const until = clock.monotonic() + patienceMs;
    // A tool that is gone begins no session: those that are not there at first are others'.
    const open = new Set();
    let hasWaited = false;
    for (let answers = 0;;) {
        const found = await look(executor, mark);
        if (found === "nobody may look")
            return { busy: "", hasWaited };
        let busy = "";
        if (found !== "no answer") {
            answers += 1;
            const [first] = stillGoing(open, found, answers <= 2);
            busy = first === undefined ? "" : describe(first);
            if (busy === "" && answers > 1)
                return { busy, hasWaited };
            if (busy !== "" && !hasWaited)
                log.info(`The database still works on what the tool sent (${busy})`);
        }
        hasWaited ||= busy !== "" || found === "no answer";
        // Who cannot be asked cannot be read back either: that says why.
        if (clock.monotonic() >= until)
            return { busy, hasWaited };
        await clock.sleep(answers === 1 ? MOMENT_MS : PAUSE_MS);
    }
}
/** Those that were there from the beginning, without a break. */
function stillGoing(open, found, isFirst) {
    if (isFirst)
        for (const { id } of found)
            open.add(id);
    const going = found.filter(({ id }) => open.has(id));
    for (const id of open)
        if (!going.some((each) => each.id === id))
            open.delete(id);
    return going;
}
async function look({ sessions }, mark) {
    try {
        const found = (await sessions?.(mark)) ?? [];
        return found.filter(({ isOurs }) => isOurs);
    }
    catch (thrown) {
        const isPassing = thrown instanceof query/* DatabaseFailure */.M && ["unreachable", "locked"].includes(thrown.kind);
        return isPassing ? "no answer" : "nobody may look";
    }
}
function describe({ id, statement }) {
    const what = statement === "" ? "in a transaction" : statement.replaceAll(/\s+/g, " ").slice(0, 200);
    return `session ${id}: ${what}`;
}

// EXTERNAL MODULE: ./packages/migration/lib/set-digest.js
var set_digest = __webpack_require__(1987);
// EXTERNAL MODULE: ./packages/migration/lib/snapshot.js + 23 modules
var snapshot = __webpack_require__(4296);
;// CONCATENATED MODULE: ./packages/migration/lib/tell.js

/**
 * Says it. `last`: how the last command ended. `isCancelled`: the step was cancelled. `isFinal`: false while the database still works on
 * what the tool sent.
 */
function tell(journal, judgement, { last, isCancelled, isFinal = true, isTransactional = true, }) {
    const isRun = journal.kind === "run";
    const [done, all] = [judgement.done.length, journal.planned.length];
    const isGood = last === undefined || isGoodEnd(last);
    if (judgement.isComplete && (isGood || last.kind === "cancelled" || last.kind === "timeout")) {
        const counted = `${done} ${done === 1 ? "migration" : "migrations"}`;
        return {
            result: isRun ? "applied" : "rolled-back",
            reason: "",
            what: isRun ? `Applied ${counted}` : `Reverted ${counted}`,
            remedy: "",
        };
    }
    const result = resultOf(judgement, last, isCancelled);
    // Statements that change rows do not show in the schema, and nothing undoes them there.
    const keepsRows = !isTransactional && journal.doing.length > 0 && last?.kind !== "never-started" && !isGood;
    const what = `${whatFailed(journal, judgement, last, isCancelled)}${soFar(isRun, { done, all }, { ...judgement, keepsRows })}`;
    return {
        result,
        reason: reasonOf(judgement, last, result),
        what: isFinal ? what : `${what} so far: the database still works on what the tool sent`,
        remedy: isFinal ? remedyOf(journal, judgement, { last, result, keepsRows }) : UNFINISHED,
    };
}
function resultOf(judgement, last, isCancelled) {
    if (last?.kind === "timeout")
        return "timeout";
    if (isCancelled || last?.kind === "cancelled")
        return "cancelled";
    return judgement.isChanged ? "partial" : "failed";
}
const UNFINISHED = "Wait for the end of the job: its clean-up says how it ended. The database is locked until then.";
function reasonOf(judgement, last, result) {
    if (judgement.isLie)
        return "schema-differs";
    if (judgement.half !== "")
        return "half-applied";
    if (result === "cancelled")
        return "cancelled";
    return last?.task === undefined ? "tool-failed" : "task-failed";
}
/** The migration and why: the first thing that somebody reads at night. */
function whatFailed({ kind }, { left, isLie, half, why, strange }, last, isCancelled) {
    const verb = kind === "run" ? "apply" : "revert";
    if (isLie)
        return `${half} was not really reverted: ${why}`;
    const [next = ""] = left;
    const name = half === "" ? next : half;
    // A sentence goes on behind it.
    const cause = (last?.cause ?? "").replace(/[.\s]+$/, "");
    if (isCancelled || last?.kind === "cancelled") {
        return name === "" ? "The job was cancelled" : `The job was cancelled before ${name} was ${PAST[verb]}`;
    }
    if (name === "") {
        if (isGoodEnd(last) && strange.length > 0)
            return `Everything was ${PAST[verb]}, and what nobody asked for: ${strange.join(", ")}`;
        const strangers = strange.length === 0 ? "" : ` (also changed: ${strange.join(", ")})`;
        return `The tool failed after everything was ${PAST[verb]}${cause === "" ? "" : `: ${cause}`}${strangers}`;
    }
    if (cause === "")
        return `${name} was not ${PAST[verb]}, although the tool says that it did everything`;
    return `${name} could not be ${PAST[verb]}: ${cause}`;
}
const PAST = { apply: "applied", revert: "reverted" };
/** What the database is now. */
function soFar(isRun, { done, all }, { half, isLie, isChanged, keepsRows }) {
    const counted = `${done} of ${all} ${isRun ? "applied" : "reverted"}`;
    if (half !== "" && !isLie)
        return `. It is half ${isRun ? "applied" : "reverted"}; ${counted}`;
    if (!isChanged)
        return keepsRows ? ". The schema is as it was" : ". Nothing was changed";
    return `. ${counted}`;
}
function remedyOf({ kind }, judgement, { last, result, keepsRows }) {
    const again = kind === "run" ? "run the migration again" : "press the button again";
    if (judgement.isLie) {
        return "Mend the schema by hand (the summary says how it differs), and give the migration a down that undoes it.";
    }
    if (judgement.half !== "") {
        // Who settles a dead run knows the schema before it by its fingerprint only.
        const where = last === undefined ? "its scripts say what that can be" : "the summary names it";
        return `Either undo by hand what it left behind (${where}) and ${again}, or finish it by hand, mark it in the tool's table, and name the fingerprint of the schema in accept-schema.`;
    }
    if (last !== undefined && last.remedy !== "")
        return last.remedy;
    // Nothing is known to be wrong with the migration.
    if (result === "cancelled") {
        const where = judgement.isChanged ? "it goes on where this one stopped" : "the database is as it was";
        return `When you want it, ${again}: ${where}.`;
    }
    if (isGoodEnd(last) && !judgement.isChanged) {
        return "Look which database the tool's own configuration connects to: it has to read DATABASE_URL, and may have worked on another one.";
    }
    if (keepsRows) {
        return `Rows that it changed before it failed may have stayed: look at the script, mend it, and ${again}.`;
    }
    if (!judgement.isChanged)
        return `Mend the migration and ${again}: the database is as it was.`;
    return `Mend the migration and ${again}: it goes on where this one stopped.`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/settle.js
/**
 * Ends a run or a rollback with the truth: reads the database back, judges, keeps the record, gives the lock back. The main step
 * does it, its post step when main was killed, and the next run when the job died altogether.
 */








/**
 * Settles. @throws DatabaseFailure when the database does not answer, DeadlineError when it takes too long: then the lock stays, and
 * whoever comes next settles
 */
async function settle(unsettled) {
    const { step, place, journal, last, isCancelled, migrations } = unsettled;
    const notes = [];
    const { busy, hasWaited } = await calmDown(unsettled);
    const now = (isCancelled || hasWaited ? undefined : unsettled.known) ?? (await readBack(unsettled));
    const circumstances = { last, isTransactional: isTransactional(place, journal, migrations) };
    const judgement = judge(journal, now, circumstances);
    const isFinal = busy === "" || judgement.isComplete;
    const telling = tell(journal, judgement, { ...circumstances, isCancelled, isFinal });
    const endedAt = step.deps.host.clock.now();
    const record = toRecord({ place, journal, judgement, telling, now, last, endedAt });
    let recordId;
    if (isFinal) {
        const kept = unsettled.isLate === true ? await (0,record_keeping/* findRecord */.T)(step, record, telling) : undefined;
        recordId = kept ?? (await (0,record_keeping/* keepRecord */.r)(step, record, telling, notes));
        // A half-done end that no record holds must not be forgotten: the journal stays.
        const isKnown = judgement.half === "" || recordId !== undefined;
        const end = isKnown ? unsettled.release : (unsettled.leave ?? unsettled.release);
        await end().catch((thrown) => notes.push(stuck(thrown)));
    }
    else
        notes.push(unfinished(busy));
    notes.push(...noteOutside(unsettled, now));
    const differences = settle_differencesOf(unsettled, judgement, now);
    return { judgement, telling, now, record, recordId, differences, notes, isFinal };
}
/** A record cannot be corrected: it is kept when it is known what it has to say. */
function unfinished(busy) {
    return `The database still works on what the tool sent (${busy}): what is told here can change. The lock is kept, and whoever comes next says how it ended: the clean-up of this job, then the next run.`;
}
function stuck(thrown) {
    return `The lock could not be given back (${(0,failure/* toFailure */.w2)(thrown).what}): the next run sees that this one has ended, and takes it.`;
}
/** Whether a migration that failed leaves nothing behind. */
function isTransactional({ executor, adapter }, { doing }, migrations) {
    const isOutside = migrations?.some(({ id, outsideTransaction }) => doing.includes(id) && outsideTransaction === true);
    return executor.engine !== "mysql" && adapter.isTransactional && isOutside !== true;
}
const settle_PAUSE_MS = 1000;
/** Lets the server end what it has received from a tool that did not end well by itself. */
async function calmDown({ place, last, step, journal, patienceMs, isCancelled }) {
    const isClean = last?.kind === "never-started" || (last?.kind === "exited" && last.exitCode === 0);
    if (isClean && !isCancelled)
        return { busy: "", hasWaited: false };
    const { clock, log } = step.deps.host;
    return waitForSessions({ executor: place.executor, clock, log, mark: journal.sessions, patienceMs });
}
/** Asks on a connection of its own, again and again while the database cannot be reached. */
async function readBack({ step, place, patienceMs }) {
    const { clock } = step.deps.host;
    const until = clock.monotonic() + patienceMs;
    for (;;) {
        try {
            const ms = Math.max(1, until - clock.monotonic());
            return place.executor.kind === "ecs"
                ? await (0,snapshot/* takeSnapshot */.W9)(place, { evenWhenCancelled: true })
                : await (0,deadline/* withDeadline */.NE)({ clock, ms }, () => (0,snapshot/* takeSnapshot */.W9)(place, { evenWhenCancelled: true }));
        }
        catch (thrown) {
            const isPassing = thrown instanceof query/* DatabaseFailure */.M && ["unreachable", "locked"].includes(thrown.kind);
            if (!isPassing || clock.monotonic() >= until)
                throw thrown;
            await clock.sleep(settle_PAUSE_MS);
        }
    }
}
/** Other tenants may have been at work there; or the scripts were, and then a down that leaves it behind is not found out. */
function noteOutside({ first, place }, now) {
    if (first?.outside === undefined || now.outside === undefined || first.outside === now.outside)
        return [];
    const schemas = place.settings.url?.searchPath.join(", ") ?? "";
    return [
        `Something outside of the search path (${schemas}) changed meanwhile. What is there is not compared: whether a rollback takes it back is not proven.`,
    ];
}
function settle_differencesOf({ first }, { half, isLie }, now) {
    if ((half === "" && !isLie) || first?.schema === undefined || now.schema === undefined)
        return [];
    return compareSchemas(first.schema, now.schema).map(describeDifference);
}
function toRecord({ place, journal, judgement, telling, now, last, endedAt }) {
    const image = last?.task?.imageDigest || journal.image;
    const taskDefinition = last?.task?.taskDefinition ?? journal.taskDefinition;
    return {
        v: 1,
        kind: journal.kind,
        result: telling.result,
        tool: journal.tool,
        database: place.executor.identity,
        directory: journal.directory,
        before: (0,set_digest/* stateOf */.L4)(journal.before.ids, journal.before.fingerprint),
        after: (0,set_digest/* stateOf */.L4)(now.ids, now.fingerprint),
        done: judgement.done,
        left: judgement.left,
        half: judgement.half,
        ...(journal.to === undefined ? {} : { to: journal.to }),
        ...(journal.undoes === undefined || journal.undoes.length === 0 ? {} : { undoes: journal.undoes }),
        commit: journal.commit,
        ...(image === undefined || image === "" ? {} : { image }),
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        actor: journal.actor,
        runId: journal.runId,
        attempt: journal.attempt,
        runUrl: journal.runUrl,
        startedAt: journal.startedAt,
        endedAt,
    };
}


/***/ }),

/***/ 4296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W9: () => (/* binding */ takeSnapshot)
});

// UNUSED EXPORTS: readApplied, toolTables

// EXTERNAL MODULE: ./packages/database/lib/quote.js
var quote = __webpack_require__(6595);
// EXTERNAL MODULE: ./packages/database/lib/query.js
var lib_query = __webpack_require__(5587);
;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql-statements.js
/**
 * The statements that read the catalog of MySQL (5.7 and newer) and MariaDB (10.2 and newer): the database of the connection. What
 * only some versions have stands in comments that the others skip: `/*!80013 …` is for MySQL alone (MariaDB skips 50700 to 99999),
 * `/*M!100600 …` for MariaDB alone. https://mariadb.com/docs/server/reference/sql-statements/comment-syntax
 *
 * The counter of AUTO_INCREMENT is not asked for, nor is who defined a thing, nor when an event starts, ends or happens once: the
 * start is when it was made unless somebody said another time, and the others are counted from then as a rule.
 */
const FROM = "FROM information_schema.";
const HERE = "_schema=database()";
/** In the order of MysqlAnswers. */
const mysqlStatements = [
    `SELECT database()b,table_name t,table_type y,engine e,table_collation c,create_options o,table_comment m ${FROM}tables WHERE table${HERE}`,
    `SELECT table_name t,column_name n,column_type y,is_nullable u,column_default d,extra x,collation_name c,generation_expression g,column_comment m/*!80003 ,srs_id s*/ ${FROM}columns WHERE table${HERE}`,
    `SELECT table_name t,index_name n,seq_in_index q,column_name c,non_unique u,sub_part p,collation a,index_type y,index_comment m/*!80013 ,expression x,is_visible v*//*M!100600 ,ignored i*/ ${FROM}statistics WHERE table${HERE}`,
    `SELECT k.table_name t,k.constraint_name n,ordinal_position q,column_name c,referenced_table_schema s,k.referenced_table_name r,referenced_column_name z,update_rule u,delete_rule d ${FROM}key_column_usage k JOIN information_schema.referential_constraints f ON f.constraint${HERE} AND f.constraint_name=k.constraint_name AND f.table_name=k.table_name WHERE k.table${HERE} AND k.referenced_table_name IS NOT NULL`,
    `SELECT t.table_name t,t.constraint_name n/*!80016 ,check_clause d,enforced e*//*M!100222 ,check_clause d*/ ${FROM}table_constraints t/*!80016 JOIN information_schema.check_constraints c USING(constraint_schema,constraint_name)*//*M!100222 JOIN information_schema.check_constraints c USING(constraint_schema,constraint_name,table_name)*/ WHERE t.table${HERE} AND constraint_type='CHECK'`,
    `SELECT table_name t,view_definition d,check_option c,security_type s/*M!100100 ,algorithm a*/ ${FROM}views WHERE table${HERE}`,
    `SELECT routine_type y,routine_name n,dtd_identifier r,routine_definition d,is_deterministic i,sql_data_access a,security_type s,routine_comment m ${FROM}routines WHERE routine${HERE}`,
    `SELECT routine_type y,specific_name n,ordinal_position q,parameter_mode k,parameter_name p,dtd_identifier r ${FROM}parameters WHERE specific${HERE}`,
    `SELECT event_object_table t,trigger_name n,action_timing w,event_manipulation e,action_order o,action_statement d ${FROM}triggers WHERE event_object${HERE}`,
    `SELECT event_name n,event_definition d,event_type y,interval_value v,interval_field f,status s,on_completion c,event_comment m ${FROM}events WHERE event${HERE}`,
    `SELECT table_name t,partition_name n,subpartition_name b,partition_method h,partition_expression e,subpartition_method i,subpartition_expression f,partition_description d ${FROM}partitions WHERE table${HERE} AND partition_name IS NOT NULL`,
];

;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql-row.js
/** Reads the cells of a row by name. */
function cellsOf(row) {
    return (name) => {
        const value = row[name];
        return value === undefined || value === null ? "" : String(value);
    };
}
/** Joins what is not empty with spaces. */
function phrase(...parts) {
    return parts.filter((part) => part !== "").join(" ");
}
/** A comment in words; "" without one. */
function commented(comment) {
    return comment === "" ? "" : `comment '${comment.replaceAll("'", "''")}'`;
}
/** Rows by one of their texts, in the order of a number: the columns of an index, the parameters of a routine. */
function groupRows(rows, keyOf) {
    const groups = new Map();
    const sorted = rows.map(cellsOf).sort((left, right) => Number(left("q")) - Number(right("q")));
    for (const cell of sorted) {
        const key = keyOf(cell);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [cell]);
        else
            group.push(cell);
    }
    return groups;
}
/** A foreign key without a name: `orders_ibfk_1`, numbered by the order in which they were made; newer MariaDB says only `1`. */
function isMadeKey(table, name) {
    return /^\d+$/.test(name) || /^_ibfk_\d+$/.test(behind(table, name));
}
/** A check without a name: `orders_chk_1` of MySQL, `CONSTRAINT_1` of MariaDB. */
function isMadeCheck(table, name) {
    return /^CONSTRAINT_\d+$/.test(name) || /^_chk_\d+$/.test(behind(table, name));
}
/** An index without a name: that of its first column, with a number when that is taken; or that of its foreign key. */
function isMadeIndex(table, name, first) {
    if (isMadeKey(table, name) || /^functional_index(_\d+)?$/.test(name))
        return true;
    return first !== "" && /^(_\d+)?$/.test(behind(first, name));
}
/** What follows a beginning; the whole text, which then matches nothing, when it begins with something else. */
function behind(beginning, text) {
    return text.toLowerCase().startsWith(beginning.toLowerCase()) ? text.slice(beginning.length) : "-";
}

// EXTERNAL MODULE: ./packages/database/lib/schema-name.js
var schema_name = __webpack_require__(1434);
;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql-table.js
/** Tables of MySQL: their columns, indexes, constraints and partitions. */


/** A table, or a sequence of MariaDB: what that one is made of stands in its own row, which is not read. */
function readTable(cell) {
    const type = cell("y");
    const name = (0,schema_name/* joinName */.YU)(cell("t"));
    if (type === "SEQUENCE")
        return { kind: "sequence", of: "", name, definition: "sequence" };
    const options = cell("o")
        .toLowerCase()
        .split(" ")
        .filter((option) => option !== "")
        .sort();
    const definition = phrase(type === "BASE TABLE" ? "table" : `${type.toLowerCase()} table`, `engine ${cell("e")} collate ${cell("c")}`, ...options, commented(cell("m")));
    return { kind: "table", of: "", name, definition };
}
/** @param collations of the tables, by name: a column that has that of its table does not say so */
function readColumn(cell, isNullDefault, collations) {
    const collation = cell("c");
    const expression = cell("g");
    const extra = cell("x").toLowerCase();
    const generated = `generated always as (${expression}) ${/stored|persistent/.test(extra) ? "stored" : "virtual"}`;
    const fallback = cell("d") === "" ? "''" : cell("d");
    const definition = phrase(cell("y"), collation === "" || collation === collations.get(cell("t")) ? "" : `collate ${collation}`, cell("u") === "NO" ? "not null" : "", expression !== "" ? generated : isNullDefault || fallback === "NULL" ? "" : `default ${fallback}`, extra.replaceAll(/(stored|virtual|persistent) generated/g, "").trim(), cell("s") === "" ? "" : `srid ${cell("s")}`, commented(cell("m")));
    return { kind: "column", of: (0,schema_name/* joinName */.YU)(cell("t")), name: (0,schema_name/* joinName */.YU)(cell("n")), definition, type: cell("y") };
}
/** The indexes; the primary key is a constraint. */
function readIndexes(rows) {
    const groups = groupRows(rows, (cell) => JSON.stringify([cell("t"), cell("n")]));
    return [...groups.values()].flatMap((cells) => {
        const [cell] = cells;
        if (cell === undefined)
            return [];
        const [table, name] = [cell("t"), cell("n")];
        const columns = `(${cells.map(indexed).join(", ")})`;
        const of = (0,schema_name/* joinName */.YU)(table);
        const isHidden = cell("v") === "NO" || cell("i") === "YES";
        const rest = [isHidden ? "invisible" : "", commented(cell("m"))];
        if (name === "PRIMARY") {
            return [{ kind: "constraint", of, name: "primary key", definition: phrase(`primary key ${columns}`, ...rest) }];
        }
        const unique = cell("u") === "0" ? "unique" : "";
        const told = isMadeIndex(table, name, cell("c")) ? `${unique || "index"} ${columns}` : (0,schema_name/* joinName */.YU)(name);
        const definition = phrase(unique, cell("y").toLowerCase(), columns, ...rest);
        return [{ kind: "index", of, name: told, definition }];
    });
}
function indexed(cell) {
    const what = cell("x") === "" ? cell("c") : `(${cell("x")})`;
    return `${what}${cell("p") === "" ? "" : `(${cell("p")})`}${cell("a") === "D" ? " desc" : ""}`;
}
/** @param database its own name: tables of another one are told with theirs */
function readForeignKeys(rows, database) {
    const groups = groupRows(rows, (cell) => JSON.stringify([cell("t"), cell("n")]));
    return [...groups.values()].flatMap((cells) => {
        const [cell] = cells;
        if (cell === undefined)
            return [];
        const label = `foreign key (${cells.map((part) => part("c")).join(", ")})`;
        const target = (0,schema_name/* joinName */.YU)(cell("s") === database ? "" : cell("s"), cell("r"));
        const columns = cells.map((part) => part("z")).join(", ");
        const rules = `on delete ${cell("d")} on update ${cell("u")}`.toLowerCase();
        return [
            {
                kind: "constraint",
                of: (0,schema_name/* joinName */.YU)(cell("t")),
                name: isMadeKey(cell("t"), cell("n")) ? label : (0,schema_name/* joinName */.YU)(cell("n")),
                definition: `${label} references ${target} (${columns}) ${rules}`,
            },
        ];
    });
}
/** A check. */
function readCheck(row) {
    const cell = cellsOf(row);
    return {
        kind: "constraint",
        of: (0,schema_name/* joinName */.YU)(cell("t")),
        name: isMadeCheck(cell("t"), cell("n")) ? "check" : (0,schema_name/* joinName */.YU)(cell("n")),
        definition: phrase(`check (${cell("d")})`, cell("e") === "NO" ? "not enforced" : ""),
    };
}
/** A partition, or a part of one. */
function readPartition(row) {
    const cell = cellsOf(row);
    const by = (method, expression) => cell(method) === "" ? "" : `by ${cell(method).toLowerCase()} (${cell(expression)})`;
    const definition = phrase(by("h", "e"), by("i", "f"), cell("d") === "" ? "" : `values ${cell("d")}`);
    return { kind: "partition", of: (0,schema_name/* joinName */.YU)(cell("t")), name: (0,schema_name/* joinName */.YU)(cell("n"), cell("b")), definition };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-mysql.js
/** The catalog of MySQL and MariaDB: rows in, objects of a schema out. */




/** The objects of a schema, in any order. */
function readMysql(answers, isLeftOut) {
    const database = String(answers[0]?.[0]?.["b"] ?? "");
    const kept = answers.map((rows) => rows.filter(({ t, n }) => !isLeftOut(database, String(t ?? n ?? ""))));
    const [tables = [], columns = [], indexes = [], keys = [], checks = [], views = []] = kept;
    const [, , , , , , routines = [], parameters = [], triggers = [], events = [], partitions = []] = kept;
    const own = tables.map(cellsOf).filter((cell) => !cell("y").endsWith("VIEW"));
    const collations = new Map(own.filter((cell) => cell("y") !== "SEQUENCE").map((cell) => [cell("t"), cell("c")]));
    return [
        ...own.map(readTable),
        ...columns.filter((row) => collations.has(String(row["t"]))).map((row) => column(row, collations)),
        ...readIndexes(indexes),
        ...readForeignKeys(keys, database),
        ...checks.map(readCheck),
        ...views.map((row) => readView(cellsOf(row), database)),
        ...readRoutines(routines, parameters),
        ...triggers.map((row) => readTrigger(cellsOf(row))),
        ...events.map((row) => readEvent(cellsOf(row))),
        ...partitions.map(readPartition),
    ];
}
function column(row, collations) {
    return readColumn(cellsOf(row), row["d"] === null || row["d"] === undefined, collations);
}
/** The server writes the database in front of every table of a view; the same view in another database is the same. */
function readView(cell, database) {
    const text = cell("d").replaceAll(`\`${database.replaceAll("`", "``")}\`.`, "");
    const option = cell("c") === "" || cell("c") === "NONE" ? "" : `with ${cell("c").toLowerCase()} check option`;
    const algorithm = cell("a") === "" || cell("a") === "UNDEFINED" ? "" : `algorithm ${cell("a").toLowerCase()}`;
    const security = cell("s") === "INVOKER" ? "sql security invoker" : "";
    return { kind: "view", of: "", name: (0,schema_name/* joinName */.YU)(cell("t")), definition: phrase(algorithm, security, text, option) };
}
function readRoutines(routines, parameters) {
    const groups = groupRows(parameters, (cell) => JSON.stringify([cell("y"), cell("n")]));
    return routines.map(cellsOf).map((cell) => {
        const given = groups.get(JSON.stringify([cell("y"), cell("n")])) ?? [];
        const told = given.filter((part) => Number(part("q")) > 0).map((part) => parameter(part, cell("y")));
        const definition = phrase(`${cell("y").toLowerCase()} (${told.join(", ")})`, cell("r") === "" ? "" : `returns ${cell("r")}`, cell("i") === "YES" ? "deterministic" : "", cell("a") === "CONTAINS SQL" ? "" : cell("a").toLowerCase(), cell("s") === "INVOKER" ? "sql security invoker" : "", commented(cell("m")), cell("d"));
        return { kind: "routine", of: "", name: (0,schema_name/* joinName */.YU)(cell("n")), definition };
    });
}
function parameter(cell, routine) {
    return phrase(routine === "PROCEDURE" ? cell("k").toLowerCase() : "", cell("p"), cell("r"));
}
function readTrigger(cell) {
    const order = cell("o") === "1" || cell("o") === "" ? "" : `(number ${cell("o")})`;
    const definition = phrase(cell("w").toLowerCase(), cell("e").toLowerCase(), order, cell("d"));
    return { kind: "trigger", of: (0,schema_name/* joinName */.YU)(cell("t")), name: (0,schema_name/* joinName */.YU)(cell("n")), definition };
}
function readEvent(cell) {
    const definition = phrase(cell("y") === "RECURRING" ? `every ${cell("v")} ${cell("f").toLowerCase()}` : "once", cell("s").toLowerCase(), cell("c") === "PRESERVE" ? "preserve" : "", commented(cell("m")), `do ${cell("d")}`);
    return { kind: "event", of: "", name: (0,schema_name/* joinName */.YU)(cell("n")), definition };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-statement.js
/**
 * The one statement that reads the catalog of PostgreSQL (11 and newer), and what its rows are. It is written tightly because a
 * command line has to hold it.
 *
 * - `set_config(…, true)` empties the search path until the statement ends, so that every name is told with its schema whatever the
 *   session's path is. It is no SET, which would stay with the connection of a pool. A CTE that has an effect is kept apart by the
 *   planner, and all rows come through it, so it ran before a name is written. The last arm puts the path back, for a transaction
 *   around the statement.
 * - `e` holds what belongs to an extension, and the functions that a range type brings along: no part of the schema by itself.
 * - 1255 is pg_proc, 1259 pg_class, 1247 pg_type, 2615 pg_namespace, 3079 pg_extension, 3381 pg_statistic_ext, 3466 pg_event_trigger: these numbers are
 *   fixed (src/include/catalog of PostgreSQL). Objects of users have 16384 and more (FirstNormalObjectId).
 * - `to_json((a,b))` of a nameless row is `{"f1": a, "f2": b}`; `to_json(a)->>'…'` asks for a column that not every version has.
 */
/** The arms of the statement. Each gives kind, schema, owner, name, and details as JSON. */
const arms = [
    "SELECT 'S'k,s,''o,''n,to_json(0)d FROM n WHERE(2615,i)NOT IN(TABLE e)",
    "SELECT 'T',s,t,'',to_json((k,relpersistence,relrowsecurity,relforcerowsecurity,relreplident,reloptions,CASE k WHEN'p'THEN pg_get_partkeydef(i)END,pg_get_expr(relpartbound,i),ARRAY(SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid=i ORDER BY inhseqno),srvname,ftoptions))FROM r LEFT JOIN pg_foreign_table ON ftrelid=i LEFT JOIN pg_foreign_server f ON f.oid=ftserver WHERE k IN('r','p','f')",
    "SELECT 'C',s,t,attname,to_json((format_type(atttypid,atttypmod),attnotnull,attidentity,to_json(a)->>'attgenerated',pg_get_expr(adbin,i),(SELECT collname FROM pg_collation l WHERE l.oid=attcollation AND attcollation<>typcollation),CASE WHEN attstorage<>typstorage THEN attstorage END,to_json(a)->>'attcompression',attstattarget))FROM r JOIN pg_attribute a ON attrelid=i JOIN pg_type y ON y.oid=atttypid LEFT JOIN pg_attrdef ON adrelid=i AND adnum=attnum WHERE k IN('r','p','f')AND attnum>0 AND NOT attisdropped",
    "SELECT 'K',s,t,conname,to_json((pg_get_constraintdef(c.oid),indisclustered,indisreplident))FROM r JOIN pg_constraint c ON conrelid=i LEFT JOIN pg_index ON indexrelid=conindid AND contype<>'f'WHERE contype NOT IN('n','t')AND conislocal",
    "SELECT 'I',s,t,c.relname,to_json((pg_get_indexdef(c.oid),indisclustered,indisreplident,indisvalid))FROM r JOIN pg_index ON indrelid=i JOIN pg_class c ON c.oid=indexrelid WHERE NOT(c.relispartition OR EXISTS(SELECT FROM pg_constraint WHERE conindid=indexrelid AND contype<>'f'))",
    "SELECT 'V',s,t,'',to_json((pg_get_viewdef(i),k,reloptions))FROM r WHERE k IN('v','m')",
    "SELECT 'R',s,t,rulename,to_json((pg_get_ruledef(w.oid),ev_enabled))FROM r JOIN pg_rewrite w ON ev_class=i WHERE rulename<>'_RETURN'",
    "SELECT 'G',s,t,tgname,to_json((pg_get_triggerdef(g.oid),tgenabled))FROM r JOIN pg_trigger g ON tgrelid=i WHERE NOT tgisinternal",
    "SELECT 'P',s,t,polname,to_json((polcmd,polpermissive,polroles::regrole[],pg_get_expr(polqual,i),pg_get_expr(polwithcheck,i)))FROM r JOIN pg_policy ON polrelid=i",
    "SELECT 'X',s,t,stxname,to_json(pg_get_statisticsobjdef(x.oid))FROM r JOIN pg_statistic_ext x ON stxrelid=i",
    "SELECT 'Q',coalesce(w.s,r.s),coalesce(w.t,''),coalesce(attname,r.t),to_json((r.i::regclass,concat_ws(' ',seqtypid::regtype,seqstart,seqincrement,seqmin,seqmax,seqcache,seqcycle)))FROM r JOIN pg_sequence ON seqrelid=r.i LEFT JOIN pg_depend ON classid=1259 AND objid=r.i AND refobjsubid>0 AND deptype IN('a','i')LEFT JOIN r w ON w.i=refobjid LEFT JOIN pg_attribute ON attrelid=w.i AND attnum=refobjsubid",
    "SELECT 'Y',s,'',typname,to_json((typtype,ARRAY(SELECT enumlabel FROM pg_enum WHERE enumtypid=y.oid ORDER BY enumsortorder),ARRAY(SELECT concat_ws(' ',attname,format_type(atttypid,atttypmod))FROM pg_attribute WHERE attrelid=typrelid AND attnum>0 AND NOT attisdropped ORDER BY attnum),CASE typtype WHEN'd'THEN format_type(typbasetype,typtypmod)END,typnotnull,pg_get_expr(typdefaultbin,0),(SELECT collname FROM pg_collation l WHERE l.oid=typcollation),ARRAY(SELECT conname||' '||pg_get_constraintdef(oid)FROM pg_constraint WHERE contypid=y.oid AND contype='c'ORDER BY 1),(SELECT rngsubtype::regtype FROM pg_range WHERE rngtypid=y.oid)))FROM n JOIN pg_type y ON typnamespace=i LEFT JOIN pg_class c ON c.oid=typrelid WHERE(typtype IN('d','e','r')OR relkind='c')AND(1247,y.oid)NOT IN(TABLE e)",
    "SELECT 'F',s,'',proname,to_json((pg_get_function_identity_arguments(p.oid),CASE prokind WHEN'a'THEN(SELECT concat_ws(' ',aggtransfn,aggfinalfn,aggtranstype::regtype,agginitval)FROM pg_aggregate WHERE aggfnoid=p.oid)ELSE pg_get_functiondef(p.oid)END))FROM n JOIN pg_proc p ON pronamespace=i WHERE(1255,p.oid)NOT IN(TABLE e)",
    "SELECT 'E','','',extname,to_json(extnamespace::regnamespace)FROM pg_extension",
    "SELECT 'W','','',evtname,to_json((evtevent,evtfoid::regproc,evttags,evtenabled))FROM s,pg_event_trigger v WHERE(3466,v.oid)NOT IN(TABLE e)",
    "SELECT 'D','','','',to_json((type,object_names,object_args,description))FROM pg_description d,pg_identify_object_as_address(classoid,objoid,objsubid)WHERE objoid>16383 AND classoid<>3079 AND(classoid,objoid)NOT IN(TABLE e)",
    "SELECT 'O','','','',to_json((type,object_names,object_args))FROM n JOIN pg_depend ON refobjid=i,pg_identify_object_as_address(classid,objid,0)WHERE refclassid=2615 AND deptype='n'AND classid NOT IN(1247,1255,1259,3079,3381)AND(classid,objid)NOT IN(TABLE e)",
    "SELECT '',set_config('search_path',p,true),'','',NULL FROM s",
];
const catalog = [
    "WITH s AS(SELECT current_setting('search_path')p,set_config('search_path','',true)),",
    "n AS(SELECT oid i,nspname s FROM pg_namespace,s WHERE nspname!~'^pg_|^information_schema$'),",
    "e AS(SELECT classid,objid FROM pg_depend WHERE deptype='e'OR deptype='i'AND classid=1255),",
    "r AS(SELECT c.oid i,s,relname t,relkind k,c.* FROM n JOIN pg_class c ON relnamespace=i WHERE(1259,c.oid)NOT IN(TABLE e))",
    `SELECT k,s,o,n,d::text FROM(${arms.join(" UNION ALL ")})q`,
].join("");
/** What `k` stands for. The row that puts the search path back has none. */
const kindsByCode = {
    S: "schema",
    T: "table",
    C: "column",
    K: "constraint",
    I: "index",
    V: "view",
    R: "rule",
    G: "trigger",
    P: "policy",
    X: "statistics",
    Q: "sequence",
    Y: "type",
    F: "routine",
    E: "extension",
    W: "event trigger",
    D: "comment",
    O: "object",
};
/** Rows of `k` (kind), `s` (schema), `o` (the table it belongs to), `n` (name), and `d`: details as JSON. */
const postgresqlStatements = [catalog];

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-details.js
/** The details of a row of PostgreSQL's catalog: JSON of a nameless row, `{"f1": …, "f2": …}`, or of one value. */

/** Values by their place, which counts from 1. What is not there is "", false or an empty list. */
class Details {
    #values;
    constructor(json) {
        const parsed = JSON.parse(json);
        this.#values = isRecord(parsed) ? parsed : { f1: parsed };
    }
    text(place) {
        const value = this.#values[`f${place}`];
        return typeof value === "string" || typeof value === "number" ? String(value) : "";
    }
    isTrue(place) {
        return this.#values[`f${place}`] === true;
    }
    texts(place) {
        const value = this.#values[`f${place}`];
        return Array.isArray(value) ? value.map(String) : [];
    }
}
/** A row as it came; undefined when it tells of nothing. */
function readRow({ k, s, o, n, d }) {
    const text = (value) => (value === undefined || value === null ? "" : String(value));
    const kind = kindsByCode[text(k)];
    if (kind === undefined)
        return undefined;
    return { kind, schema: text(s), owner: text(o), name: text(n), details: new Details(text(d) || "0") };
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Joins what is not empty with spaces. */
function catalog_postgresql_details_phrase(...parts) {
    return parts.filter((part) => part !== "").join(" ");
}
/** `words`, when `isSo`. */
function when(isSo, words) {
    return isSo ? words : "";
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-objects.js
/** What stands alone in a schema of PostgreSQL: types, routines, sequences, comments. */


/** `enum ('a', 'b')`, `domain integer not null …`, `composite (a integer)`, `range of double precision`. */
function describeType(details) {
    const kind = details.text(1);
    if (kind === "e")
        return `enum (${details
            .texts(2)
            .map((label) => `'${label.replaceAll("'", "''")}'`)
            .join(", ")})`;
    if (kind === "c")
        return `composite (${details.texts(3).join(", ")})`;
    if (kind === "r")
        return `range of ${details.text(9)}`;
    const collation = details.text(7);
    return catalog_postgresql_details_phrase(`domain ${details.text(4)}`, when(collation !== "" && collation !== "default", `collate "${collation}"`), when(details.isTrue(5), "not null"), when(details.text(6) !== "", `default ${details.text(6)}`), ...details.texts(8));
}
/** `bigint start 1 increment 1 from 1 to 100 cache 1 cycle`. */
function describeSequence(details) {
    const words = details.text(2).split(" ");
    const [cycle, cache, most, least, step, start] = words.toReversed();
    const type = words.slice(0, -6).join(" ");
    const cycles = when(cycle === "t", "cycle");
    return catalog_postgresql_details_phrase(`${type} start ${start} increment ${step} from ${least} to ${most} cache ${cache}`, cycles);
}
/** What reads the next value of a sequence by default. */
function nextValue(details) {
    return `nextval('${details.text(1).replaceAll("'", "''")}'::regclass)`;
}
/** The address that the details begin with. */
function readAddress({ details }) {
    const [schema = "", ...names] = details.texts(2);
    return { type: details.text(1), schema, names, arguments: details.texts(3) };
}
/** A comment. That of a table or column belongs to the table. */
function readComment(row) {
    const { type, schema, names, arguments: given } = readAddress(row);
    const place = schema === "public" ? "" : schema;
    const [first = "", second] = names;
    const brackets = when(type === "function" || type === "procedure" || type === "aggregate", `(${given.join(", ")})`);
    const definition = row.details.text(4);
    if (type === "table")
        return { kind: "comment", of: (0,schema_name/* joinName */.YU)(place, first), name: "", definition };
    if (second !== undefined) {
        const name = type === "table column" ? (0,schema_name/* joinName */.YU)(second) : `${type} ${(0,schema_name/* joinName */.YU)(second)}`;
        return { kind: "comment", of: (0,schema_name/* joinName */.YU)(place, first), name, definition };
    }
    return { kind: "comment", of: "", name: `${type} ${(0,schema_name/* joinName */.YU)(place, first)}${brackets}`, definition };
}
/** Anything else: operators, collations, text search … What it is made of is not read. */
function readOther(row) {
    const { type, schema, names, arguments: given } = readAddress(row);
    const name = `${type} ${(0,schema_name/* joinName */.YU)(schema === "public" ? "" : schema, ...names)}`;
    return {
        kind: "object",
        of: "",
        name: given.length === 0 ? name : `${name} (${given.join(", ")})`,
        definition: type,
    };
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql-table.js
/** Tables of PostgreSQL and what belongs to them, in words: the parts of an object's definition. */

const identities = { d: "by default", n: "", i: "using an index", f: "full" };
/** `table`, `unlogged table partition by range (day)` … */
function describeTable(details) {
    const parents = details.texts(9).join(", ");
    const bound = details.text(8);
    const options = details.texts(6).sort().join(", ");
    const replica = details.text(5);
    return catalog_postgresql_details_phrase(when(details.text(2) === "u", "unlogged"), when(details.text(1) === "f", "foreign"), "table", bound === "" ? when(parents !== "", `inherits (${parents})`) : `partition of ${parents} ${bound}`, when(details.text(7) !== "", `partition by ${details.text(7)}`), when(options !== "", `with (${options})`), when(details.isTrue(3), "row level security"), when(details.isTrue(4), "forced on its owner"), when(replica !== "d", `replica identity ${identities[replica] || "nothing"}`), when(details.text(10) !== "", `server ${details.text(10)}`), when(details.texts(11).length > 0, `options (${details.texts(11).join(", ")})`));
}
const storages = { p: "plain", e: "external", m: "main", x: "extended" };
const compressions = { p: "pglz", l: "lz4" };
const generations = { s: "stored", v: "virtual" };
/** The type of a column, without the default schema's name. */
function columnType(details) {
    return details.text(1).replace(/^public\./, "");
}
/**
 * `text not null default 'x'::text` …
 * @param ownSequence what reads the next value of the sequence that belongs to the column: its name is the database's choice
 */
function describeColumn(details, ownSequence) {
    const identity = details.text(3);
    const generated = generations[details.text(4)];
    const expression = details.text(5);
    const fallback = expression === ownSequence ? "nextval(its sequence)" : expression;
    const statistics = details.text(9);
    return catalog_postgresql_details_phrase(columnType(details), when(details.text(6) !== "", `collate "${details.text(6)}"`), when(details.isTrue(2), "not null"), when(identity !== "", `generated ${identity === "a" ? "always" : "by default"} as identity`), when(expression !== "", generated === undefined ? `default ${fallback}` : `generated always as ${expression} ${generated}`), when(details.text(7) !== "", `storage ${storages[details.text(7)] ?? details.text(7)}`), when(details.text(8) !== "", `compression ${compressions[details.text(8)] ?? details.text(8)}`), when(statistics !== "" && statistics !== "-1", `statistics ${statistics}`));
}
/** A name in a statement of PostgreSQL, quoted or not, with its schema or without. */
const NAME = String.raw `(?:"(?:[^"]|"")*"|[^\s".]+)`;
const INDEX = new RegExp(`^CREATE (UNIQUE )?INDEX ${NAME} ON (?:ONLY )?${NAME}(?:\\.${NAME})? USING `);
/** `unique btree (a, b) WHERE (a > 0)`: without the names of index and table, which stand beside it. */
function describeIndex(details) {
    const definition = details.text(1).replace(INDEX, (_, unique) => (unique === undefined ? "" : "unique "));
    return catalog_postgresql_details_phrase(definition, when(!details.isTrue(4), "(invalid)"), describeUse(details));
}
/** A constraint, as the server writes it. */
function describeConstraint(details) {
    return catalog_postgresql_details_phrase(details.text(1), describeUse(details));
}
/** What else an index is used for. */
function describeUse(details) {
    return catalog_postgresql_details_phrase(when(details.isTrue(2), "(clustered)"), when(details.isTrue(3), "(replica identity)"));
}
const firings = { D: "disabled", R: "enabled replica", A: "enabled always" };
/** A trigger or rule, and when it fires if that is not as usual. */
function describeFiring(definition, enabled) {
    return catalog_postgresql_details_phrase(definition, firings[enabled] ?? "");
}
const commands = { r: "select", a: "insert", w: "update", d: "delete", "*": "all" };
/** A row-security policy. */
function describePolicy(details) {
    const roles = details.texts(3).map((role) => (role === "-" ? "public" : role));
    return catalog_postgresql_details_phrase(when(!details.isTrue(2), "restrictive"), `for ${commands[details.text(1)] ?? details.text(1)} to ${roles.sort().join(", ")}`, when(details.text(4) !== "", `using ${details.text(4)}`), when(details.text(5) !== "", `with check ${details.text(5)}`));
}
/**
 * A name that the database counted on because the first was taken: `t_a_idx1`, `t_check2`. Which of two has which number depends on
 * their order, so it is told without one (ChooseRelationName in src/backend/commands/indexcmds.c, ChooseConstraintName).
 */
function withoutNumber(table, name) {
    const isMade = name.startsWith(`${table}_`) || Buffer.byteLength(name) >= 62;
    return isMade ? name.replace(/_(pkey|key|fkey|check|excl|idx|stat)\d+$/, "_$1") : name;
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-tokens.js
/** SQL in tokens: enough of it to tell names, texts and comments apart. It never fails; what it does not know is a sign. */
const TOKEN = new RegExp([
    String.raw `(?<blank>\s+|--[^\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|$))`,
    String.raw `(?<blob>[xX]'[^']*')`,
    String.raw `(?<string>'[^']*(?:''[^']*)*(?:'|$))`,
    String.raw `(?<name>"[^"]*(?:""[^"]*)*(?:"|$)|` + "`[^`]*(?:``[^`]*)*(?:`|$)" + String.raw `|\[[^\]]*(?:\]|$))`,
    String.raw `(?<number>0[xX][\dA-Fa-f_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw `(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    String.raw `(?<sign>->>|\|\||->|<<|>>|<=|>=|<>|!=|==|[\s\S])`,
].join("|"), "g");
/** The tokens of a statement as SQLite stores it. */
function tokensOf(sql) {
    const tokens = [];
    for (const { groups = {}, 0: text } of sql.matchAll(TOKEN)) {
        const kind = kinds.find((kind) => groups[kind] !== undefined);
        if (kind !== undefined)
            tokens.push({ kind, text, value: catalog_tokens_valueOf(kind, text) });
    }
    return tokens;
}
const kinds = ["word", "name", "string", "blob", "number", "sign"];
function catalog_tokens_valueOf(kind, text) {
    if (kind === "word")
        return text.toLowerCase();
    if (kind !== "name" && kind !== "string")
        return text;
    const quote = text[0] ?? "";
    const inner = text.slice(1, -1);
    return quote === "[" ? inner : inner.replaceAll(quote + quote, quote);
}
/** Words that have a space before a bracket; others are taken for functions and types. */
const SPACED = new Set("and as by check conflict else except exists filter from in intersect is join key like not on or over select then union unique using values when where".split(" "));
/** Joins pieces of SQL with the spaces that people expect; the same pieces give the same text, whatever stood between them. */
function joinSql(pieces) {
    let text = "";
    let last = "(";
    for (const piece of pieces) {
        const isTight = last === "(" ||
            last === "." ||
            /^[),.;]$/.test(piece) ||
            (piece === "(" && /^[\w"]/.test(last) && !SPACED.has(last));
        text += isTight ? piece : ` ${piece}`;
        last = piece;
    }
    return text;
}
/**
 * SQL with each run of spaces and line ends between its tokens as one space, as far as texts and names in quotes allow. For what a
 * server made of a statement; bodies of routines are left as they are, for people see a change in them.
 */
function collapseSpace(sql) {
    return sql
        .replaceAll(/('[^']*(?:''[^']*)*'|"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`)|\s+/g, (_, quoted) => quoted ?? " ")
        .trim();
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-postgresql.js
/** The catalog of PostgreSQL: rows in, objects of a schema out. */






/** The objects of the schemas that are meant ("": what belongs to none), in any order. */
function readPostgresql([rows = []], isLeftOut, isMeant) {
    const found = rows
        .map(readRow)
        .filter((row) => row !== undefined)
        .filter((row) => isMeant(addressOf(row).schema));
    const isOut = (row) => {
        const { schema, names } = addressOf(row);
        return names.some((name, at) => at === 0 && isLeftOut(schema, name));
    };
    const kept = found.filter((row) => !isOut(row));
    const emptied = emptiedSchemas(found, kept);
    const sequences = new Map();
    for (const { kind, schema, owner, name, details } of kept) {
        if (kind === "sequence" && owner !== "")
            sequences.set((0,schema_name/* joinName */.YU)(schema, owner, name), nextValue(details));
    }
    return kept
        .filter((row) => !emptied.has(schemaNamed(row)))
        .filter(({ kind, schema }) => kind !== "schema" || schema !== "public")
        .map((row) => readObject(row, sequences));
}
/** What a row is about: its schema, and the name of the table it belongs to or its own. */
function addressOf(row) {
    if (row.kind === "comment" || row.kind === "object")
        return readAddress(row);
    const name = row.owner || row.name;
    return { schema: row.schema, names: name === "" ? [] : [name] };
}
/** The schema that a row makes, or comments on; "" for all other rows. */
function schemaNamed(row) {
    if (row.kind === "schema")
        return row.schema;
    const isComment = row.kind === "comment" && row.details.text(1) === "schema";
    return isComment ? readAddress(row).schema : "";
}
/** The schemas that held something which is left out, and hold nothing else: a tool made them for its own tables. */
function emptiedSchemas(found, kept) {
    const schemasOf = (rows) => rows.filter((row) => schemaNamed(row) === "" && row.kind !== "extension").map((row) => addressOf(row).schema);
    const inUse = new Set(schemasOf(kept));
    return new Set(schemasOf(found).filter((schema) => schema !== "" && !inUse.has(schema)));
}
/** Kinds that stand for themselves although their row names them as an owner. */
const ALONE = new Set(["table", "view"]);
function readObject(row, sequences) {
    if (row.kind === "comment")
        return readComment(row);
    if (row.kind === "object")
        return readOther(row);
    const { kind, schema, owner, name, details } = row;
    const place = schema === "public" ? "" : schema;
    const definition = describe(row, sequences.get((0,schema_name/* joinName */.YU)(schema, owner, name)));
    if (ALONE.has(kind))
        return { kind, of: "", name: (0,schema_name/* joinName */.YU)(place, owner), definition };
    if (kind === "schema")
        return { kind, of: "", name: (0,schema_name/* joinName */.YU)(schema), definition };
    if (kind === "routine")
        return { kind, of: "", name: `${(0,schema_name/* joinName */.YU)(place, name)}(${details.text(1)})`, definition };
    if (owner === "")
        return { kind, of: "", name: (0,schema_name/* joinName */.YU)(place, name), definition };
    const isNamedByUs = kind === "constraint" || kind === "index" || kind === "statistics";
    const told = (0,schema_name/* joinName */.YU)(isNamedByUs ? withoutNumber(owner, name) : name);
    const type = kind === "column" ? { type: columnType(details) } : {};
    return { kind, of: (0,schema_name/* joinName */.YU)(place, owner), name: told, definition, ...type };
}
const describers = {
    schema: () => "schema",
    table: describeTable,
    column: describeColumn,
    constraint: describeConstraint,
    index: describeIndex,
    view: describeView,
    rule: (details) => describeFiring(collapseSpace(details.text(1)), details.text(2)),
    trigger: (details) => describeFiring(details.text(1), details.text(2)),
    policy: describePolicy,
    statistics: (details) => details.text(1).replace(/^CREATE STATISTICS .*? (?=\(|ON )/, ""),
    sequence: describeSequence,
    type: describeType,
    routine: (details) => details.text(2).trim(),
    extension: (details) => `schema ${details.text(1)}`,
    "event trigger": (details) => describeFiring(catalog_postgresql_details_phrase(details.text(1), details.texts(3).sort().join(", "), details.text(2)), details.text(4)),
};
function describe({ kind, details }, ownSequence) {
    return describers[kind]?.(details, ownSequence) ?? details.text(1);
}
function describeView(details) {
    const options = details.texts(3).sort().join(", ");
    const isKept = details.text(2) === "m";
    const what = collapseSpace(details.text(1)).replace(/;$/, "");
    return catalog_postgresql_details_phrase(isKept ? "materialized" : "", options === "" ? "" : `with (${options})`, what);
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-cursor.js
/** What is not a CREATE TABLE as SQLite writes them. Whoever reads takes the statement as a whole then. */
class NotUnderstood extends Error {
}
/** Reads tokens from left to right. */
class Cursor {
    #tokens;
    #at = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    get isDone() {
        return this.#at >= this.#tokens.length;
    }
    /** The token `ahead` places from here. */
    peek(ahead = 0) {
        return this.#tokens[this.#at + ahead];
    }
    /** Whether these words (or signs) come next. */
    sees(...words) {
        return words.every((word, at) => {
            const token = this.peek(at);
            return token !== undefined && token.value === word && (token.kind === "word" || token.kind === "sign");
        });
    }
    /** Goes past these words when they come next, and tells whether they did. */
    takes(...words) {
        const isNext = this.sees(...words);
        if (isNext)
            this.#at += words.length;
        return isNext;
    }
    /** The next token. @throws NotUnderstood at the end */
    next() {
        const token = this.peek();
        if (token === undefined)
            throw new NotUnderstood();
        this.#at += 1;
        return token;
    }
    /** A name, quoted in whatever way; as it was written otherwise. @throws NotUnderstood */
    name() {
        const { kind, text, value } = this.next();
        if (kind === "word")
            return text;
        if (kind === "name" || kind === "string")
            return value;
        throw new NotUnderstood();
    }
    /** What stands in the brackets that come next, without them. @throws NotUnderstood without brackets */
    group() {
        if (!this.takes("("))
            throw new NotUnderstood();
        const from = this.#at;
        for (let depth = 1; depth > 0;) {
            const { kind, text } = this.next();
            if (kind === "sign")
                depth += text === "(" ? 1 : text === ")" ? -1 : 0;
        }
        return this.#tokens.slice(from, this.#at - 1);
    }
    /** All that is left. */
    rest() {
        const rest = this.#tokens.slice(this.#at);
        this.#at = this.#tokens.length;
        return rest;
    }
}
/** Tokens by the commas between them, brackets aside. Nothing gives nothing. */
function splitByComma(tokens) {
    const parts = tokens.length === 0 ? [] : [[]];
    let depth = 0;
    for (const token of tokens) {
        if (token.kind === "sign")
            depth += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
        if (token.kind === "sign" && token.text === "," && depth === 0)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-expression.js
/** Expressions of SQLite as texts that do not depend on how names were quoted, how words were cased, or on spaces and comments. */

/** What follows AS without being a name. */
const AFTER_AS = new Set(["materialized", "not", "select", "values", "with"]);
/** A name as a text: bare where that is possible. */
function writeName(name) {
    return /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/**
 * An expression, or a whole statement. Names are told in lower case, as SQLite compares them. What stands in double quotes and is
 * not known is a text, as SQLite takes it (https://sqlite.org/quirks.html#dblquote) and itself writes it when it rewrites a statement
 * for ALTER TABLE RENAME. A name behind AS is one that people gave to a result, and keeps its case.
 */
function writeSql(tokens, known) {
    return joinSql(tokens.map((token, at) => {
        if (tokens[at - 1]?.value === "as" && tokens[at - 1]?.kind === "word")
            return writeAlias(token);
        return writeToken(token, known);
    }));
}
function writeAlias({ kind, text, value }) {
    if (kind === "name")
        return writeName(value);
    if (kind !== "word")
        return text;
    return AFTER_AS.has(value) ? value : text;
}
function writeToken({ kind, text, value }, known) {
    if (kind === "word")
        return value;
    if (kind === "blob")
        return text.toLowerCase();
    if (kind !== "name")
        return text;
    const isText = text.startsWith('"') && !known.has(value.toLowerCase());
    return isText ? writeText(value) : writeName(value.toLowerCase());
}
function writeText(value) {
    return `'${value.replaceAll("'", "''")}'`;
}
/** A default: brackets around one value mean nothing, and what stands in double quotes is a text. */
function writeDefault(tokens, known) {
    const [first, second, third] = tokens;
    const inner = first?.text === "(" ? tokens.slice(1, -1) : tokens;
    const isSigned = inner.length === 2 && /^[+-]$/.test(inner[0]?.text ?? "") && inner[1]?.kind === "number";
    if (inner.length !== 1 && !isSigned)
        return writeSql(tokens, known);
    if (first?.text === "(" && second?.kind === "name" && third?.text === ")")
        return writeSql(tokens, known);
    const [only] = inner;
    if (only?.kind === "name")
        return writeText(only.value);
    return inner.map((token) => writeToken(token, known)).join("");
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-constraint.js
/** The constraints of a table of SQLite, whether they stand behind a column or behind all of them: both become the same. */


/**
 * Reads one constraint that needs a name of its own: PRIMARY KEY, UNIQUE, CHECK, REFERENCES or FOREIGN KEY. undefined when none
 * of these comes next.
 * @throws NotUnderstood
 */
function readConstraint(cursor, reading) {
    if (cursor.takes("primary", "key"))
        return key(cursor, "primary key", reading);
    if (cursor.takes("unique"))
        return key(cursor, "unique", reading);
    if (cursor.takes("check")) {
        const definition = `check (${writeSql(cursor.group(), reading.known)})`;
        readConflict(cursor);
        return { name: reading.name || "check", definition };
    }
    if (cursor.takes("foreign", "key"))
        return foreignKey(cursor, namesOf(cursor.group()), reading);
    if (reading.column !== undefined && cursor.sees("references"))
        return foreignKey(cursor, [lower(reading.column)], reading);
    return undefined;
}
/** `constraint name`, when that comes next; "" otherwise. */
function readConstraintName(cursor) {
    return cursor.takes("constraint") ? cursor.name() : "";
}
/** What to do about a conflict, with a space in front; "" for what is done anyway. */
function readConflict(cursor) {
    if (!cursor.takes("on", "conflict"))
        return "";
    const { value } = cursor.next();
    return value === "abort" ? "" : ` on conflict ${value}`;
}
/** A column of a key or an index. Ascending is how it is anyway. */
function writeIndexed(tokens, known) {
    const [first, second] = tokens;
    const isName = first?.kind === "string" && (second === undefined || second.kind === "word");
    const rest = tokens.at(-1)?.kind === "word" && tokens.at(-1)?.value === "asc" ? tokens.slice(0, -1) : tokens;
    if (!isName)
        return writeSql(rest, known);
    return [writeName(lower(first.value)), writeSql(rest.slice(1), known)].join(" ").trim();
}
function key(cursor, what, { name, known, column }) {
    let columns;
    let isCounted = false;
    if (column === undefined) {
        const inner = cursor.group();
        isCounted = inner.at(-1)?.value === "autoincrement" && inner.length > 1;
        columns = splitByComma(isCounted ? inner.slice(0, -1) : inner).map((part) => writeIndexed(part, known));
    }
    else {
        const isDescending = cursor.takes("desc");
        cursor.takes("asc");
        columns = [`${writeName(lower(column))}${isDescending ? " desc" : ""}`];
    }
    const conflict = readConflict(cursor);
    isCounted = cursor.takes("autoincrement") || isCounted;
    const definition = `${what} (${columns.join(", ")})`;
    const label = what === "unique" ? definition : what;
    return { name: name || label, definition: `${definition}${isCounted ? " autoincrement" : ""}${conflict}` };
}
function foreignKey(cursor, columns, { name }) {
    if (!cursor.takes("references"))
        throw new NotUnderstood();
    const table = writeName(lower(cursor.name()));
    const target = cursor.sees("(") ? ` (${namesOf(cursor.group()).map(writeName).join(", ")})` : "";
    const actions = readActions(cursor);
    const label = `foreign key (${columns.map(writeName).join(", ")})`;
    return { name: name || label, definition: `${label} references ${table}${target}${actions}` };
}
/** What happens on delete and on update, and when it is looked at. MATCH means nothing to SQLite, nor does anything but deferred. */
function readActions(cursor) {
    const actions = new Map();
    let isDeferred = false;
    for (;;) {
        if (cursor.takes("on"))
            actions.set(cursor.next().value, readAction(cursor));
        else if (cursor.takes("match"))
            cursor.next();
        else if (cursor.takes("not", "deferrable"))
            isDeferred = readDeferred(cursor) && false;
        else if (cursor.takes("deferrable"))
            isDeferred = readDeferred(cursor);
        else
            break;
    }
    const said = ["delete", "update"].flatMap((event) => {
        const action = actions.get(event);
        return action === undefined || action === "no action" ? [] : [` on ${event} ${action}`];
    });
    return `${said.join("")}${isDeferred ? " deferrable initially deferred" : ""}`;
}
function readAction(cursor) {
    const first = cursor.next().value;
    return first === "set" || first === "no" ? `${first} ${cursor.next().value}` : first;
}
function readDeferred(cursor) {
    if (cursor.takes("initially", "immediate"))
        return false;
    return cursor.takes("initially", "deferred");
}
function namesOf(tokens) {
    return splitByComma(tokens).map(([first]) => lower(first?.value ?? ""));
}
/** As SQLite compares names. */
function lower(name) {
    return name.toLowerCase();
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite-table.js
/** CREATE TABLE of SQLite, taken apart: columns, constraints, options. https://sqlite.org/lang_createtable.html */




/**
 * Takes the tokens of a CREATE TABLE apart, beginning behind the table's name.
 * @throws NotUnderstood
 */
function catalog_sqlite_table_readTable(cursor) {
    const parts = splitByComma(cursor.group());
    const known = new Set(parts.flatMap(([first]) => (first === undefined ? [] : [first.value.toLowerCase()])));
    const columns = [];
    const constraints = [];
    for (const part of parts) {
        const inner = new Cursor(part);
        if (isConstraint(inner))
            constraints.push(...readConstraints(inner, known));
        else
            columns.push(catalog_sqlite_table_readColumn(inner, known, constraints));
    }
    const options = splitByComma(cursor.rest()).map((option) => joinSql(option.map(({ value }) => value)));
    return {
        columns: columns.map((column) => withoutImplied(column, constraints)),
        constraints,
        options: options.sort(),
    };
}
function isConstraint(cursor) {
    if (cursor.sees("constraint") || cursor.sees("primary", "key") || cursor.sees("foreign", "key"))
        return true;
    return cursor.sees("unique", "(") || cursor.sees("check", "(");
}
/** The constraints between two commas; SQLite does not ask for a comma between them. */
function readConstraints(cursor, known) {
    const constraints = [];
    while (!cursor.isDone) {
        const constraint = readConstraint(cursor, { name: readConstraintName(cursor), known });
        if (constraint === undefined)
            throw new NotUnderstood();
        constraints.push(constraint);
    }
    return constraints;
}
function catalog_sqlite_table_readColumn(cursor, known, constraints) {
    const column = cursor.name();
    const type = readType(cursor);
    const traits = { collation: "", isRequired: "", fallback: "", generated: "" };
    while (!cursor.isDone) {
        const name = readConstraintName(cursor);
        const constraint = readConstraint(cursor, { name, known, column });
        if (constraint !== undefined)
            constraints.push(constraint);
        else
            readTrait(cursor, traits, known);
    }
    const { collation, isRequired, fallback, generated } = traits;
    const definition = [type, collation, isRequired, fallback, generated].filter((part) => part !== "").join(" ");
    return { name: column, type, definition };
}
const AFTER_TYPE = new Set("as check collate constraint default generated not null primary references unique".split(" "));
/** The type as it was declared, in lower case; "" without one. */
function readType(cursor) {
    const words = [];
    for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
        if (token.kind === "word" && AFTER_TYPE.has(token.value))
            break;
        if (token.kind === "sign" || token.kind === "number")
            break;
        words.push(cursor.next().value.toLowerCase());
    }
    const length = cursor.sees("(") ? `(${splitByComma(cursor.group()).map(plain).join(",")})` : "";
    return `${words.join(" ")}${length}`;
}
function plain(tokens) {
    return tokens.map(({ text }) => text).join("");
}
/** Reads NOT NULL, DEFAULT, COLLATE or GENERATED into `traits`. @throws NotUnderstood */
function readTrait(cursor, traits, known) {
    if (cursor.takes("not", "null"))
        traits.isRequired = `not null${readConflict(cursor)}`;
    else if (cursor.takes("null"))
        readConflict(cursor);
    else if (cursor.takes("collate")) {
        const name = cursor.name().toLowerCase();
        traits.collation = name === "binary" ? "" : `collate ${name}`;
    }
    else if (cursor.takes("default")) {
        const value = writeDefault(readDefault(cursor), known);
        traits.fallback = value === "null" ? "" : `default ${value}`;
    }
    else {
        cursor.takes("generated", "always");
        if (!cursor.takes("as"))
            throw new NotUnderstood();
        const expression = writeSql(cursor.group(), known);
        const isStored = cursor.takes("stored");
        cursor.takes("virtual");
        traits.generated = `generated always as (${expression}) ${isStored ? "stored" : "virtual"}`;
    }
}
function readDefault(cursor) {
    const first = cursor.peek();
    if (first?.kind !== "sign")
        return [cursor.next()];
    if (first.text !== "(")
        return [cursor.next(), cursor.next()];
    const bracket = (text) => ({ kind: "sign", text, value: text });
    return [bracket("("), ...cursor.group(), bracket(")")];
}
/** The rowid by another name is never null, said or not: https://sqlite.org/lang_createtable.html#rowid */
function withoutImplied(column, constraints) {
    const isRowid = column.type === "integer" &&
        constraints.some(({ definition }) => /^primary key \((.*?)\)/.exec(definition)?.[1] === column.name.toLowerCase());
    return isRowid ? { ...column, definition: column.definition.replace(/^integer not null/, "integer") } : column;
}

;// CONCATENATED MODULE: ./packages/database/lib/catalog-sqlite.js
/** The catalog of SQLite: it keeps the statements that made the schema, so they are what is read. */







/** `sqlite_master` is what all versions call it. Indexes without a statement belong to a constraint. */
const sqliteStatements = [
    "SELECT type,name,tbl_name AS tbl,sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
];
/** The objects of a schema, in any order. */
function readSqlite([rows = []], isLeftOut) {
    const found = rows
        .map(({ type, name, tbl, sql }) => ({
        type: String(type),
        name: String(name),
        of: String(tbl),
        tokens: tokensOf(String(sql)),
    }))
        .filter(({ name, of }) => !isLeftOut("main", name) && !isLeftOut("main", of));
    const entries = found.filter(({ of }) => !isShadow(of, found));
    const tables = new Map(entries.filter(({ type }) => type === "table").map((entry) => [entry.of, partsOf(entry)]));
    const known = new Set(entries.map(({ name }) => name.toLowerCase()));
    for (const parts of tables.values())
        for (const { name } of parts?.columns ?? [])
            known.add(name.toLowerCase());
    return entries.flatMap((entry) => objectsOf(entry, tables.get(entry.of), known));
}
/** The tables in which the virtual tables of SQLite's own modules keep what they hold: https://sqlite.org/vtab.html#xshadowname */
const SHADOW = /^(.*)_(?:config|content|data|docsize|idx|segments|segdir|stat|node|parent|rowid)$/;
function isShadow(table, entries) {
    const owner = SHADOW.exec(table)?.[1];
    return owner !== undefined && entries.some(({ name, tokens }) => name === owner && isVirtual(tokens));
}
function isVirtual(tokens) {
    return tokens[1]?.value === "virtual";
}
function objectsOf(entry, parts, known) {
    const { type, name, of, tokens } = entry;
    if (type === "table")
        return parts === undefined ? [whole(entry, known)] : tableObjects(name, parts);
    if (type === "index")
        return [{ kind: "index", of: (0,schema_name/* joinName */.YU)(of), name: (0,schema_name/* joinName */.YU)(name), definition: index(tokens, parts) }];
    if (type === "trigger") {
        return [
            { kind: "trigger", of: (0,schema_name/* joinName */.YU)(of), name: (0,schema_name/* joinName */.YU)(name), definition: writeSql(behindName(tokens), known) },
        ];
    }
    return [whole(entry, known)];
}
/** A view, or a table that SQLite does not keep itself (CREATE VIRTUAL TABLE). */
function whole({ type, name, tokens }, known) {
    const rest = writeSql(behindName(tokens), known);
    return { kind: type, of: "", name: (0,schema_name/* joinName */.YU)(name), definition: isVirtual(tokens) ? `virtual table ${rest}` : rest };
}
function tableObjects(table, { columns, constraints, options }) {
    const of = (0,schema_name/* joinName */.YU)(table);
    return [
        { kind: "table", of: "", name: of, definition: joinSql(["table", ...options]) },
        ...columns.map(({ name, type, definition }) => ({ kind: "column", of, name: (0,schema_name/* joinName */.YU)(name), definition, type })),
        ...constraints.map(({ name, definition }) => ({ kind: "constraint", of, name: (0,schema_name/* joinName */.YU)(name), definition })),
    ];
}
function partsOf({ tokens }) {
    if (isVirtual(tokens))
        return undefined;
    try {
        return catalog_sqlite_table_readTable(new Cursor(behindName(tokens)));
    }
    catch (thrown) {
        if (thrown instanceof NotUnderstood)
            return undefined;
        throw thrown;
    }
}
/** What follows `CREATE [UNIQUE|TEMP|VIRTUAL] TABLE [IF NOT EXISTS] name`. */
function behindName(tokens) {
    const at = tokens.findIndex(({ kind, value }) => kind === "word" && KINDS.has(value));
    const cursor = new Cursor(tokens.slice(at + 1));
    cursor.takes("if", "not", "exists");
    if (!cursor.isDone)
        cursor.next();
    if (cursor.takes(".") && !cursor.isDone)
        cursor.next();
    return cursor.rest();
}
const KINDS = new Set(["table", "index", "trigger", "view"]);
/** `unique (a, b desc) where c > 0`; of the columns that are known it is those of its table. */
function index(tokens, parts) {
    const known = new Set((parts?.columns ?? []).map(({ name }) => name.toLowerCase()));
    const cursor = new Cursor(behindName(tokens));
    try {
        if (!cursor.takes("on"))
            throw new NotUnderstood();
        cursor.name();
        const columns = splitByComma(cursor.group()).map((column) => writeIndexed(column, known));
        const isUnique = tokens[1]?.value === "unique";
        return `${isUnique ? "unique " : ""}(${columns.join(", ")}) ${writeSql(cursor.rest(), known)}`.trim();
    }
    catch (thrown) {
        if (thrown instanceof NotUnderstood)
            return writeSql(tokens, known);
        throw thrown;
    }
}

// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/database/lib/schema-objects.js
/** Makes a Schema of the objects that a catalog reader found. */

function compareObjects(left, right) {
    return ((0,text_order/* compareCodeUnits */.U)(left.kind, right.kind) ||
        (0,text_order/* compareCodeUnits */.U)(left.of, right.of) ||
        (0,text_order/* compareCodeUnits */.U)(left.name, right.name) ||
        (0,text_order/* compareCodeUnits */.U)(left.definition, right.definition));
}
/** A schema of objects in any order. */
function schemaOf(engine, objects) {
    return { engine, objects: objects.toSorted(compareObjects) };
}

;// CONCATENATED MODULE: ./packages/database/lib/schema-reader.js
/** Reads the schema of a database: a few statements to send, and what their answers mean. */





const catalogs = {
    postgresql: { statements: postgresqlStatements, read: readPostgresql },
    mysql: { statements: mysqlStatements, read: readMysql },
    sqlite: { statements: sqliteStatements, read: readSqlite },
};
/**
 * The statements that read the catalog: SELECTs only, each on one line, less than 5,000 characters together. They change nothing,
 * and nothing of the session either, so they can go through a connection pool. Their answers are for readSchema.
 */
function schemaStatements(engine) {
    return catalogs[engine].statements;
}
/**
 * The schema that the answers tell: of PostgreSQL all schemas but the system's, of MySQL the one database. Without our own tables
 * (`handrail_…`), without the tables that `without` names (as the database has them), and without what belongs to these. `within`:
 * of PostgreSQL only these schemas (and what belongs to none); empty means all. `isOutside`: all the others instead.
 * @param answers to schemaStatements, in their order
 */
function readSchema(engine, answers, { without, within = [], isOutside = false }) {
    const isMeant = (schema) => within.length === 0 || (schema === "" ? !isOutside : within.includes(schema) !== isOutside);
    return schemaOf(engine, catalogs[engine].read(answers, (0,schema_name/* leavingOut */.lA)(without), isMeant));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/database/lib/fingerprint.js
/** A schema in 64 hex digits. */

/** Of the canonical text. Another number makes every fingerprint that was ever recorded another one: records of before match no more. */
const VERSION = "handrail-schema-1";
/**
 * SHA-256 in hex over a canonical text of the schema: its engine, and kind, owner, name and definition of each object. Two schemas
 * have the same one when compareSchemas finds no difference. Nothing but the schema goes in, so no name of a database either.
 */
function fingerprintOf({ engine, objects }) {
    const lines = objects.map(({ kind, of, name, definition }) => JSON.stringify([kind, of, name, definition]));
    return digestOf(VERSION, [engine, ...lines.sort()]);
}
/** SHA-256 in hex over texts; `kind` tells apart what was made in different ways. */
function digestOf(kind, texts) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update([kind, ...texts].join("\n"), "utf8")
        .digest("hex");
}

;// CONCATENATED MODULE: ./packages/database/lib/dump-blocks.js
/** What ends a block and stands where it began. */
const CLOSING = /^(?:end|[)\]}]+)[;,]?$/;
/**
 * The outermost blocks of a text, each as its lines. `ActiveRecord::Schema` is no block: what it holds is. Its version is that of
 * the newest migration, and not schema.
 */
function dumpBlocks(text, isLeftOut) {
    const lines = text
        .split(/\r\n|\n|\r/)
        .map((line) => line.trimEnd())
        .filter((line) => line !== "" && !/^\s*(?:#|\/\/|--)/.test(line));
    const outer = blocksOf(lines);
    const inner = outer.flatMap((block) => /^ActiveRecord::Schema\b/.test(block[0] ?? "") ? blocksOf(block.slice(1, -1)) : [block]);
    return inner.filter((block) => !isBlockOut(block, isLeftOut)).map((block) => block.join("\n"));
}
function blocksOf(lines) {
    const least = Math.min(...lines.map(indentOf));
    const blocks = [];
    for (const line of lines) {
        const isNew = indentOf(line) === least && !CLOSING.test(line.trim());
        if (isNew || blocks.length === 0)
            blocks.push([line]);
        else
            blocks.at(-1)?.push(line);
    }
    return blocks;
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
function isBlockOut([first = ""], isLeftOut) {
    return Array.from(first.matchAll(/[\w$]+/g)).some(([name]) => isLeftOut("", name));
}

;// CONCATENATED MODULE: ./packages/database/lib/dump-noise.js
/** Statements that make no part of a schema. Rows of a version table are in the dumps of Rails and dbmate. */
const NOISE = /^(?:(?:SET|USE|LOCK TABLES|UNLOCK TABLES|PRAGMA|ANALYZE|BEGIN|COMMIT|ROLLBACK|START TRANSACTION|INSERT INTO|COPY)\b|SELECT pg_catalog\.set(?:_config|val)|CREATE DATABASE|ALTER DATABASE|COMMENT ON EXTENSION|DROP (?:TABLE|VIEW|FUNCTION|PROCEDURE|EVENT|TRIGGER) IF EXISTS|(?:ALTER|REASSIGN) .* OWNE[RD] (?:TO|BY ROLE) \S+$|ALTER TABLE \S+ (?:DISABLE|ENABLE) KEYS$|CREATE TABLE ["'`]?sqlite_(?:sequence|stat\d)\b)/i;
/** When an event happens: without a word from the user it starts when it was made, and every time is told as a date. */
const EVENT_TIMES = /^(CREATE(?: OR REPLACE)? EVENT .+? ON SCHEDULE)(?: AT '[^']*'|( EVERY (?:'[^']*'|\S+) \w+)(?: STARTS '[^']*')?(?: ENDS '[^']*')?)/i;
/** A statement without what changes by itself; undefined when nothing of it is schema. */
function schemaOfStatement(statement, isLeftOut) {
    if (/^(?:CREATE|ALTER) SEQUENCE /i.test(statement) && isOwnSequence(statement, isLeftOut))
        return undefined;
    if (NOISE.test(statement) || subjects(statement).some(([schema, name]) => isLeftOut(schema, name)))
        return undefined;
    return statement
        .replace(/^(CREATE(?: OR REPLACE)?(?: ALGORITHM ?= ?\w+)?) DEFINER ?= ?(?:`[^`]*`|\S+?)@(?:`[^`]*`|\S+)/i, "$1")
        .replace(/(\) ENGINE=\w+(?: \w+=\w+)*?) AUTO_INCREMENT=\d+/i, "$1")
        .replace(EVENT_TIMES, "$1$2");
}
/** The names in the head of a statement, each with its schema: what it makes or changes, and the table it belongs to. */
function subjects(statement) {
    const head = /^.*?(?=\(| AS | USING | REFERENCES | VALUES |$)/is.exec(statement)?.[0] ?? "";
    const name = /(?:(["`]?)([\w$]+)\1\.)?(["`]?)([\w$]+)\3/g;
    return Array.from(head.matchAll(name), ([, , schema = "", , bare = ""]) => [schema, bare]);
}
/** The sequence of a serial column says of which table it is in its name only: `goose_db_version_id_seq`. */
function isOwnSequence(statement, isLeftOut) {
    return subjects(statement).some(([schema, name]) => {
        const words = name.split("_");
        if (words.at(-1) !== "seq")
            return false;
        return words.some((_, at) => at > 0 && at < words.length - 1 && isLeftOut(schema, words.slice(0, at).join("_")));
    });
}

;// CONCATENATED MODULE: ./packages/database/lib/dump-sql.js
/** The statements of a dump in SQL: of pg_dump, mysqldump, sqlite3's `.schema`, structure.sql. Comments are gone, spaces are single. */
const QUOTED = String.raw `"[^"]*(?:""[^"]*)*"|` + "`[^`]*(?:``[^`]*)*`";
const PIECES = {
    mysql: piecesOf(String.raw `--(?=\s|$).*`, String.raw `'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'`),
    other: piecesOf("--.*", String.raw `'[^']*(?:''[^']*)*'|\$(?<tag>[A-Za-z_]\w*)?\$[\s\S]*?\$\k<tag>\$`),
};
function piecesOf(comment, text) {
    const block = String.raw `/\*(?!M?!)[^*]*(?:\*(?!/)[^*]*)*\*/`;
    // MySQL's conditional comments hold statements: only their brackets go. The one of MariaDB's sandbox mode is a comment indeed.
    const brackets = String.raw `/\*M!999999\\- .*?\*/;?|/\*M?!\d*|\*/`;
    return new RegExp(String.raw `(?<blank>\s+|${comment}|${block}|${brackets})|(?<quoted>${text}|${QUOTED})|(?<delimiter>^delimiter\s+\S+)|(?<command>^\\.*)|(?<word>[\w$]+)|[\s\S]`, "gim");
}
/** Statements that hold a body of statements, which end with semicolons, too. */
const WITH_BODY = /^\s*create\s(?:or replace\s|temp\s|temporary\s|constraint\s)*(?:trigger|function|procedure)\b/i;
/** Splits a dump into its statements, without the semicolons between them. Lines for psql (`\restrict …`) are no statements. */
function dumpStatements(text, dialect) {
    const statements = [];
    let statement = "";
    let depth = 0;
    let end = ";";
    for (const { groups = {}, 0: piece } of text.matchAll(PIECES[dialect])) {
        if (groups["command"] !== undefined && statement.trim() === "")
            continue;
        if (groups["delimiter"] !== undefined)
            end = piece.split(/\s+/)[1] ?? ";";
        else if (groups["blank"] === undefined)
            statement += piece;
        else if (!statement.endsWith(" "))
            statement += " ";
        const step = groups["word"] === undefined ? 0 : depthOf(piece);
        if (step !== 0 && WITH_BODY.test(statement))
            depth += step;
        const isInside = groups["quoted"] !== undefined || (depth > 0 && end === ";");
        if (isInside || !statement.endsWith(end))
            continue;
        statements.push(statement.slice(0, -end.length));
        statement = "";
        depth = 0;
    }
    return [...statements, statement].map((found) => found.trim()).filter((found) => found !== "");
}
function depthOf(word) {
    const lower = word.toLowerCase();
    if (lower === "begin" || lower === "case")
        return 1;
    return lower === "end" ? -1 : 0;
}

;// CONCATENATED MODULE: ./packages/database/lib/dump.js
/** The schema as a command of the user prints it (`schema-command`), in a form in which two dumps of one schema are equal. */





const dump_VERSION = "handrail-dump-1";
const RUBY = /^\s*ActiveRecord::Schema\b/m;
const SQL = /^\s*(?:create|alter|set|pragma|drop)\s+\w+|^--|^\/\*[!M]/im;
const MYSQL = /^-- (?:MySQL|MariaDB) dump|^\) ENGINE=|^\/\*!\d{5} SET /m;
/**
 * Reads a dump. Comments, settings, tokens of psql, rows, owners, counters of AUTO_INCREMENT and the dates of events are left out,
 * and the order of statements is. Without our own tables, and without those that `without` names, when they are told apart by
 * their names.
 */
function readDump(text, { without = [] } = {}) {
    const parts = dump_partsOf(text.replace(/^\uFEFF/, ""), (0,schema_name/* leavingOut */.lA)(without)).sort();
    return {
        parts,
        fingerprint: digestOf(dump_VERSION, parts.map((part) => JSON.stringify(part))),
    };
}
function dump_partsOf(text, isLeftOut) {
    if (RUBY.test(text) || !SQL.test(text))
        return dumpBlocks(text, isLeftOut);
    return dumpStatements(text, MYSQL.test(text) ? "mysql" : "other").flatMap((statement) => {
        const kept = schemaOfStatement(statement, isLeftOut);
        return kept === undefined ? [] : [kept];
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/migration/lib/adapters/custom.js
var custom = __webpack_require__(6132);
;// CONCATENATED MODULE: ./packages/migration/lib/query-merge.js
/** A query that merges what is asked in the same turn. When the whole fails, each is asked by itself. */
function mergeQueries(query) {
    let waiting = [];
    const flush = async () => {
        const asked = waiting;
        waiting = [];
        const all = asked.flatMap(({ statements }) => statements);
        try {
            const answers = await query(all);
            let next = 0;
            for (const { statements, resolve } of asked) {
                resolve(answers.slice(next, next + statements.length));
                next += statements.length;
            }
        }
        catch (error) {
            for (const one of asked) {
                if (asked.length === 1)
                    one.reject(error);
                else
                    await query(one.statements).then(one.resolve, one.reject);
            }
        }
    };
    return (statements) => new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject });
        if (waiting.length === 1)
            queueMicrotask(() => void flush());
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/snapshot.js
/** Reads what a database is right now: the applied set and the schema, through the executor that also runs the tool. */




/**
 * Reads both.
 * @throws DatabaseFailure, Failure `tool-failed`
 */
async function takeSnapshot(place, reading = {}) {
    const asked = place.executor.kind === "ecs" ? merged(place) : place;
    const [set, { schema, fingerprint, outside }] = await Promise.all([
        readApplied(asked, reading),
        readSchemaOf(asked, reading),
    ]);
    return {
        ids: set.applied.map(({ id }) => id),
        half: set.applied.filter(({ isHalf }) => isHalf === true).map(({ id }) => id),
        isInOrder: set.isInOrder,
        ...(set.pending === undefined ? {} : { pending: set.pending }),
        ...(set.known === undefined ? {} : { known: set.known }),
        ...(schema === undefined ? {} : { schema }),
        fingerprint,
        ...(outside === undefined ? {} : { outside }),
    };
}
/** In a task every question costs half a minute. */
function merged(place) {
    const { query, queryWhenCancelled } = place.executor;
    const merge = (each) => (each === undefined ? undefined : mergeQueries(each));
    const executor = { ...place.executor, query: merge(query), queryWhenCancelled: merge(queryWhenCancelled) };
    return { ...place, executor };
}
/** The applied set alone. */
async function readApplied(place, reading = {}) {
    const { executor, adapter, settings } = place;
    if (settings.custom.status.length > 0)
        return readStatusCommand(place, reading);
    const reader = adapter.state(settings);
    if (reader.how === "table") {
        const query = queryOf(executor, reading);
        if (query === undefined)
            throw cannotAsk(adapter);
        return reader.read(query);
    }
    const about = { title: `${adapter.title}: what is applied`, isShown: false, isReading: true, ...reading };
    const ending = await executor.run(reader.status.command, about);
    if (ending.kind !== "exited")
        throw unread(adapter, ending);
    const set = reader.status.parse(ending);
    // Django has one name for its table everywhere.
    if (adapter.tool === "django")
        await requireSame(place, set, reader.tables, reading);
    return set;
}
/** What the tool says is applied has to be in the database that we look at: its own configuration may name another one. */
async function requireSame({ executor, adapter }, { applied }, [table], reading) {
    const query = queryOf(executor, reading);
    if (executor.kind === "ecs" || query === undefined || applied.length === 0 || table === undefined)
        return;
    try {
        await query([
            `SELECT 1 FROM ${table
                .split(".")
                .map((name) => (0,quote/* quoteName */.A)(name, executor.engine))
                .join(".")} WHERE 1 = 0`,
        ]);
    }
    catch (thrown) {
        if (!(thrown instanceof lib_query/* DatabaseFailure */.M) || thrown.kind !== "missing")
            throw thrown;
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${adapter.title} works on another database than database-url: it says that ${applied.length} are applied, and there is no ${table} in ${executor.place}`,
            remedy: "Let the configuration of the tool connect to the address in the environment variable DATABASE_URL.",
        });
    }
}
/** The tool's own tables. */
function toolTables({ adapter, settings }) {
    return adapter.state(settings).tables;
}
async function readStatusCommand(place, reading) {
    const [program = "", ...rest] = place.settings.custom.status;
    const ending = await place.executor.run({ argv: [program, ...rest], environment: {} }, { title: "status-command", isShown: false, isReading: true, ...reading });
    if (ending.kind !== "exited" || ending.exitCode !== 0)
        throw unread(place.adapter, ending);
    return (0,custom/* parseStatus */.i)(ending.stdout);
}
/** The schema; "" for its fingerprint when nothing can read it. */
async function readSchemaOf(place, reading) {
    const { executor, schemaCommand } = place;
    if (schemaCommand.length > 0)
        return { fingerprint: await readDumped(place, reading) };
    const query = queryOf(executor, reading);
    if (query === undefined)
        return { fingerprint: "" };
    const answers = await query(schemaStatements(executor.engine));
    const within = place.settings.url?.searchPath ?? [];
    const schema = readSchema(executor.engine, answers, { without: toolTables(place), within });
    const read = { schema, fingerprint: fingerprintOf(schema) };
    if (within.length === 0)
        return read;
    const others = readSchema(executor.engine, answers, { without: [], within, isOutside: true });
    return { ...read, outside: fingerprintOf(others) };
}
async function readDumped(place, reading) {
    const { executor, schemaCommand } = place;
    const [program = "", ...rest] = schemaCommand;
    const ending = await executor.run({ argv: [program, ...rest], environment: {} }, { title: "schema-command", isShown: false, isReading: true, ...reading });
    if (ending.kind === "exited" && ending.exitCode === 0 && ending.stdout.trim() !== "") {
        return readDump(ending.stdout, { without: toolTables(place) }).fingerprint;
    }
    throw new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `schema-command printed no schema (${ending.cause === "" ? "nothing" : ending.cause})`,
        remedy: "Run the command by hand with the same DATABASE_URL; it has to print the schema and exit with 0.",
    });
}
function queryOf(executor, { evenWhenCancelled }) {
    return evenWhenCancelled === true ? executor.queryWhenCancelled : executor.query;
}
function cannotAsk({ title }) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `Which migrations are applied cannot be read: the image of ${title} has no language that could ask the database`,
        remedy: 'Give status-command: a command of the image that prints {"applied": […], "pending": […]}. For rollbacks give schema-command, too.',
    });
}
function unread({ title }, { cause, exitCode }) {
    const how = cause === "" ? `it ended with exit code ${exitCode ?? "none"}` : cause;
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Which migrations are applied cannot be read from ${title}: ${how}`,
        remedy: "Run the same command by hand where the step runs it, and mend what it says.",
    });
}


/***/ }),

/***/ 4025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ht: () => (/* binding */ commonFacts),
  qn: () => (/* binding */ renderStory)
});

// UNUSED EXPORTS: shortFingerprint

;// CONCATENATED MODULE: ./packages/github/lib/invisible.js
/**
 * Makes what cannot be seen visible before text from outside is put in a comment. Line feeds and tabs stay.
 * The notation is the one @handrail/runner uses in the log: `\u{1B}`.
 */
/** Controls (C0, DEL, C1), format characters (bidi, zero width, tags), other ignorable ones, separators, lone surrogates. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** "Show this in colour" after a pictograph is how many emoji are written; it hides nothing there. */
function isColouredEmoji(text, offset) {
    return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, offset - 2), offset));
}
/** `text` with LF line ends (a lone CR stays visible as an escape) and with every invisible character written as `\u{HEX}`. */
function escapeInvisible(text) {
    return text
        .replaceAll("\r\n", "\n")
        .replaceAll(INVISIBLE, (character, offset, whole) => character === "\uFE0F" && isColouredEmoji(whole, offset)
        ? character
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

;// CONCATENATED MODULE: ./packages/github/lib/markdown.js
/**
 * Puts text from outside into GitHub's markdown so that it stays text: no structure, mention, issue reference, link,
 * image, html, marker or terminal escape comes of it. Everything here returns markdown (or html where the name says so);
 * blocks have no line end after them. It must never let a character through because it looks harmless in one place.
 *
 * What GitHub does after CommonMark (github/cmark-gfm extensions, then filters over the html): bare links and e-mail
 * addresses become links, `@name`, `#1`, `GH-1`, commit hashes, `:emoji:` and `$math$` are replaced; none of it in code.
 */

/** Written as a character reference so that an auditor sees it in the source. Stops GitHub's own replacements. */
const BREAK = "&#8203;";
/** One line: line feeds and tabs are shown, too. */
function escapeLine(text) {
    return escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    let longest = 0;
    for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
        const start = at;
        while (text[at] === "`")
            at += 1;
        longest = Math.max(longest, at - start);
    }
    return longest;
}
/**
 * What means something even inside backticks: a bar ends a table cell, `]:` makes a link definition (which renders as
 * nothing) of a link at the start of a paragraph, and no reader of the source shall find a marker in a name.
 */
const BEFORE_CODE = /\||\]:|<!--/;
/**
 * Text as inline code, on one line. Safe in paragraphs, headings, list items, link texts and table cells. Keep a space
 * or a letter between two of them: neighbouring backticks would run together.
 */
function code(text) {
    if (BEFORE_CODE.test(text))
        return codeHtml(text);
    const line = escapeLine(text);
    const ticks = "`".repeat(longestRun(line) + 1);
    const isPadded = line === "" || /^`|`$|^ .* $/u.test(line);
    return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}
/** What a name is joined with. Inside a word it has no meaning for anybody, but `www.` begins a link. */
const JOINT = /^[A-Za-z0-9][._-][A-Za-z0-9]$/;
/**
 * Text as `<code>`, for the inside of html (a `<summary>`) and for markdown: punctuation is written as character
 * references, which never have a meaning for a markdown or html parser; what joins the parts of a name stays, so that
 * addresses can be read in the source, too.
 */
function codeHtml(text) {
    const isLink = /www\./i.test(text);
    const line = escapeLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign, at, whole) => {
        if (!isLink && JOINT.test(whole.slice(at - 1, at + 2)))
            return sign;
        // cmark-gfm looks for e-mail addresses after it has resolved references; an element between the parts hides them.
        const isAddress = sign === "@" && /[A-Za-z0-9._+-]/.test(whole[at - 1] ?? "") && /[A-Za-z0-9]/.test(whole[at + 1] ?? "");
        return `&#${sign.charCodeAt(0)};${isAddress ? "<wbr>" : ""}`;
    });
    return `<code>${line}</code>`;
}
/**
 * A fenced code block that its content cannot close: the fence is one longer than the longest run of backticks in it.
 * `language` is for GitHub's colours; everything but letters, digits, `+`, `-` and `_` is dropped from it.
 */
function fence(text, language = "") {
    // `<!--` in it would look like a marker to readers that are less careful than a markdown parser.
    const content = escapeInvisible(text).replaceAll("<!--", "<! --");
    const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
    const end = content === "" || content.endsWith("\n") ? "" : "\n";
    return `${ticks}${language.replaceAll(/[^A-Za-z0-9+_-]/g, "")}\n${content}${end}${ticks}`;
}
/**
 * Prose from outside as inline markdown that renders as exactly that text, line ends as `<br>`. For names and values
 * prefer {@link code}: they stay copyable there, here zero-width spaces keep GitHub from making something of them.
 */
function escapeMarkdown(text) {
    return escapeInvisible(text)
        .trim()
        .replaceAll(/[!-/:-@[-`{-~]|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])/gi, escapeToken)
        .replaceAll("\t", " ")
        .replaceAll("\n", "<br>");
}
/** Signs after which GitHub looks at the next character: `@name`, `#1`, `:emoji:`, `http://`, `GH-1`, `www.`, `[!NOTE]`. */
const WATCHED = "@#:-.[";
function escapeToken(token) {
    if (token.length > 1)
        return /^[0-9]+$/.test(token) ? token : token.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`); // a commit
    const reference = `&#${token.charCodeAt(0)};`;
    if (token === "$")
        return `<span>${reference}</span>`; // how GitHub's documentation writes a dollar that is no math
    return WATCHED.includes(token) ? reference + BREAK : reference;
}
/** One line of several: a pattern for "white space around a line end" would be quadratic on white space. */
function joinLines(text) {
    return text
        .split("\n")
        .map((line) => line.trim())
        .join(" ");
}
/** A table. Cells are markdown already; bars in them are escaped here, line ends become spaces. */
function table(head, rows) {
    const line = (cells) => `| ${head.map((_, column) => joinLines(cells[column] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/**
 * A folded section. `summaryHtml` is html (text from outside through {@link codeHtml}), `body` markdown that is complete
 * in itself.
 */
function details(summaryHtml, body, open = false) {
    return `<details${open ? " open" : ""}><summary>${joinLines(summaryHtml)}</summary>\n\n${body}\n\n</details>`;
}

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
;// CONCATENATED MODULE: ./packages/migration/lib/summary.js
/** The step summary of a run or a rollback: the verdict, why, what to do, and what was done to each migration. Pure. */


/** Text from anywhere; fingerprints in it can be copied. */
function prose(text) {
    return text
        .split(/(\b[0-9a-f]{12,64}\b)/)
        .map((part, at) => (at % 2 === 1 ? code(part) : escapeMarkdown(part)))
        .join("");
}
const signs = {
    applied: "✅ applied",
    reverted: "↩️ reverted",
    half: "⚠️ done by half",
    "not-done": "⏸️ not done",
    planned: "▶️ to be done",
};
const MOST_ROWS = 200;
const MOST_LINES = 40;
const MOST_DIFFERENCES = 60;
/**
 * Renders it.
 * @param redact hides what is secret, before the texts are escaped: afterwards nobody would find it
 */
function renderStory(given, redact) {
    const story = redactStory(given, redact);
    const pieces = [
        `## ${story.isGood ? "✅" : "❌"} ${escapeMarkdown(story.title)}`,
        prose(story.reason),
        story.remedy === "" ? "" : `**What to do:** ${prose(story.remedy)}`,
        renderRows(story.rows),
        renderDifferences(story.differences),
        renderFacts(story.facts),
        story.isGood ? "" : renderOutput(story.output),
        story.notes.map((note) => `- ${prose(note)}`).join("\n"),
    ];
    return `${pieces.filter((piece) => piece !== "").join("\n\n")}\n`;
}
function redactStory(story, redact) {
    return {
        isGood: story.isGood,
        title: redact(story.title),
        reason: redact(story.reason),
        remedy: redact(story.remedy),
        rows: story.rows.map(({ id, fate, remark }) => ({ id: redact(id), fate, remark: redact(remark) })),
        facts: story.facts.map(([name, value]) => [name, redact(value)]),
        differences: story.differences.map(redact),
        output: redact(story.output),
        notes: story.notes.map(redact),
    };
}
function renderRows(rows) {
    if (rows.length === 0)
        return "";
    const shown = rows.slice(0, MOST_ROWS).map(({ id, fate, remark }) => [code(id), signs[fate], escapeMarkdown(remark)]);
    const more = rows.length > MOST_ROWS ? `\n\nand ${rows.length - MOST_ROWS} more` : "";
    const hasRemarks = rows.some(({ remark }) => remark !== "");
    const head = ["migration", "", "remark"];
    const width = hasRemarks ? 3 : 2;
    return `${table(head.slice(0, width), shown.map((row) => row.slice(0, width)))}${more}`;
}
function renderDifferences(differences) {
    if (differences.length === 0)
        return "";
    const shown = differences.slice(0, MOST_DIFFERENCES).map((each) => `- ${escapeMarkdown(each)}`);
    const more = differences.length > MOST_DIFFERENCES ? [`- and ${differences.length - MOST_DIFFERENCES} more`] : [];
    return `How the schema differs from before:\n\n${[...shown, ...more].join("\n")}`;
}
function renderFacts(facts) {
    const rows = facts.filter(([, value]) => value !== "").map(([name, value]) => [escapeMarkdown(name), code(value)]);
    return rows.length === 0 ? "" : table(["", ""], rows);
}
function renderOutput(output) {
    const lines = output.trimEnd().split(/\r?\n/);
    if (lines.length === 1 && lines[0] === "")
        return "";
    return details("What the last command printed", fence(lines.slice(-MOST_LINES).join("\n")));
}
/** The first digits of a fingerprint: enough to compare by eye, and what accept-schema takes. */
function shortFingerprint(fingerprint) {
    return fingerprint.slice(0, 16);
}
/** The facts that every story has. */
function commonFacts(given) {
    const { before, after } = given;
    const arrow = (from, to) => to === undefined || to === from ? from : `${from} → ${to}`;
    return [
        ["tool", given.tool],
        ["database", given.place],
        ["version", arrow(before.version || "none", after === undefined ? undefined : after.version || "none")],
        [
            "schema",
            arrow(shortFingerprint(before.fingerprint), after === undefined ? undefined : shortFingerprint(after.fingerprint)),
        ],
        ["record", given.recordId === undefined ? "" : `deployment ${given.recordId}`],
        ["took", (0,durations/* formatDuration */.a3)(Math.max(1000, given.durationMs))],
    ];
}


/***/ }),

/***/ 9288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ lateLine),
/* harmony export */   qB: () => (/* binding */ tellRecorded),
/* harmony export */   qV: () => (/* binding */ tellLate)
/* harmony export */ });
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4025);

function lineOf({ kind, result, done, left, half }, why) {
    const verb = kind === "run" ? "applied" : "reverted";
    const did = done.length === 0 ? `nothing was ${verb}` : `${verb} ${done.map(({ id }) => id).join(", ")}`;
    const rest = left.filter((id) => id !== half);
    return [
        `${result}: ${did}`,
        ...(half === "" ? [] : [`${half} is done by half${why === "" ? "" : ` (${why})`}`]),
        ...(rest.length === 0 ? [] : [`not ${verb}: ${rest.join(", ")}`]),
    ].join("; ");
}
/** One line: what it did. */
function lateLine({ kind }, { judgement, telling, isFinal }) {
    const line = lineOf({ ...judgement, kind, result: telling.result }, judgement.why);
    return isFinal ? line : `so far ${line}`;
}
/** Tells it in log and summary. */
function tellLate(step, place, journal, settled) {
    const isOwn = journal.runId === step.context.runId;
    const line = `${isOwn ? "" : `What run ${journal.runId} did, which was gone: `}${lateLine(journal, settled)}`;
    const { judgement, telling, record, recordId, differences, notes } = settled;
    const { remedy } = telling;
    tellLine(step, place, { line, record, recordId, differences, notes, remedy, isGood: judgement.isComplete });
}
/** Tells what a record says: who kept it was killed before it could. */
function tellRecorded(step, place, record) {
    const line = lineOf(record, "");
    const isGood = record.left.length === 0 && record.half === "";
    const { recordId } = record;
    tellLine(step, place, { line, record, recordId, differences: [], notes: [], remedy: "", isGood });
}
function tellLine({ deps: { host } }, { adapter, executor }, late) {
    const { line, record, recordId, notes, ...told } = late;
    host.log.info(line);
    for (const note of notes)
        host.log.warning(note);
    const facts = (0,_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .commonFacts */ .ht)({
        tool: adapter.title,
        place: executor.place,
        before: record.before,
        after: record.after,
        recordId,
        durationMs: record.endedAt - record.startedAt,
    });
    const title = `${record.kind === "run" ? "Migration" : "Rollback"} ${record.result}`;
    host.summary((0,_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .renderStory */ .qn)({ ...told, title, reason: line, rows: [], facts, output: "", notes }, (text) => host.redactor.redact(text)));
}


/***/ })

};

