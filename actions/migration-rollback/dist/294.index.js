export const id = 294;
export const ids = [294];
export const modules = {

/***/ 3294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleLeft: () => (/* binding */ settleLeft)
/* harmony export */ });
/* harmony import */ var _handrail_database__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5587);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/* harmony import */ var _engage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6222);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(676);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9798);
/* harmony import */ var _tell_late_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9288);
/**
 * What remains when the main step was killed: the process may still work, and so may the database. Waits for both, reads what was
 * done, keeps the record, gives the lock back.
 */






/** The runner ends post steps of a cancelled job after five minutes (docs: workflow cancellation reference), ms. */
const PATIENCE_MS = 180_000;
/** The database is looked at for so long at least, ms. */
const LEAST_MS = 30_000;
const PAUSE_MS = 500;
/**
 * Settles what main left, by its state: `nonce` of the lock, "" when it was given back; `noted` when work had begun; `process`; `told`
 * when main came to its end. Does nothing when main had not begun to change anything.
 */
async function settleLeft(step, doors) {
    const { host } = step.deps;
    const nonce = host.state("nonce") ?? "";
    const hasBegun = host.state("noted") === "true";
    if (nonce === "" && (!hasBegun || host.state("told") === "true"))
        return;
    const place = await step.deps.openPlace();
    try {
        await settleIn(step, place, doors, { nonce, hasBegun });
    }
    catch (thrown) {
        const { what, remedy } = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .toFailure */ .w2)(thrown);
        if (hasBegun) {
            host.log.warning(`How the migration ended could not be read: ${what} ${remedy} The next run looks again.`);
        }
        else if (!(thrown instanceof _handrail_database__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseFailure */ .M) || thrown.kind !== "unreachable") {
            host.log.warning(`Whether a lock was left behind could not be read: ${what} ${remedy}`);
        }
    }
    finally {
        await place.executor.close();
    }
}
async function settleIn(step, place, doors, { nonce, hasBegun }) {
    const { clock, log } = step.deps.host;
    const until = clock.monotonic() + PATIENCE_MS;
    if (!(await isProcessGone(step, doors, until))) {
        log.warning(`The migration tool (process ${processOf(step)}) still runs: what it does cannot be told yet. The lock is kept; the next run says how it ended.`);
        return;
    }
    const found = nonce === "" ? undefined : await (0,_engage_js__WEBPACK_IMPORTED_MODULE_2__/* .readOwnLock */ .An)(place, nonce, clock);
    if (found === undefined) {
        if (hasBegun)
            await tellKept(step, place);
        return;
    }
    const { journal, release, leave } = found;
    if (journal === undefined) {
        await release();
        return;
    }
    const settled = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_3__/* .settle */ .G)({
        step,
        place,
        journal,
        last: undefined,
        first: undefined,
        migrations: undefined,
        release,
        leave,
        isCancelled: true,
        patienceMs: Math.max(LEAST_MS, until - clock.monotonic()),
        isLate: true,
    });
    (0,_tell_late_js__WEBPACK_IMPORTED_MODULE_4__/* .tellLate */ .qV)(step, place, journal, settled);
}
/** The lock is given back and main was killed before it could say what it came to: its record says it. */
async function tellKept(step, place) {
    const { context, deps } = step;
    const notes = [];
    const { records } = await (0,_records_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecords */ .k)(step, place, notes);
    const own = records.find(({ runId, attempt }) => runId === context.runId && attempt === context.runAttempt);
    for (const note of notes)
        deps.host.log.warning(note);
    if (own !== undefined)
        (0,_tell_late_js__WEBPACK_IMPORTED_MODULE_4__/* .tellRecorded */ .qB)(step, place, own);
}
function processOf({ deps }) {
    return Number(deps.host.state("process") ?? "0");
}
/** A process that outlived main got its one signal; it is waited for. */
async function isProcessGone(step, { isRunning }, until) {
    const { clock, log } = step.deps.host;
    const pid = processOf(step);
    for (let isTold = false; isRunning(pid); isTold = true) {
        if (!isTold)
            log.info(`The migration tool (process ${pid}) still runs; it is waited for.`);
        if (clock.monotonic() >= until)
            return false;
        await clock.sleep(PAUSE_MS);
    }
    return true;
}


/***/ })

};

