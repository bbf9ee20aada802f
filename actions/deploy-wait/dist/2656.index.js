export const id = 2656;
export const ids = [2656];
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

/***/ 2656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCommandTarget: () => (/* binding */ createCommandTarget)
});

// EXTERNAL MODULE: ./packages/runner/lib/process.js
var process = __webpack_require__(1845);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var lib_line = __webpack_require__(3705);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/command/run.js

/** EX_TEMPFAIL of sysexits.h: not yet. */
const NOT_YET = 75;
const LAST_LINES = 30;
/** The run of a process in few lines: what it said last, on stdout and on stderr. */
function snapshotOf({ exitCode, signal, stdout, stderr }) {
    const lines = [stdout, stderr].flatMap((text) => text
        .split(/\r?\n/)
        .map((line) => (0,lib_line/* cutLine */.H)(line, 300))
        .filter((line) => line !== "")
        .slice(-LAST_LINES));
    return { exitCode, signal, lines: lines.slice(-LAST_LINES) };
}
/** The machine: exit code 0 is a success, 75 is not yet, anything else has failed. */
function nextOfRuns(before, { exitCode, signal, lines }) {
    const state = { runs: (before?.runs ?? 0) + 1, lines };
    const last = lines.at(-1);
    const said = last === undefined ? "" : `: ${last}`;
    const step = { state, pace: "moving", reads: ["run"], facts: { runs: state.runs } };
    if (exitCode === NOT_YET)
        return { ...step, progress: `not yet${said}`, stage: "not yet" };
    const how = exitCode === undefined ? `was ended by ${signal ?? "a signal"}` : `ended with exit code ${exitCode}`;
    if (exitCode === 0) {
        return { ...step, verdict: { result: "success", cause: "" }, progress: `exit code 0${said}`, stage: "done" };
    }
    const verdict = { result: "failed", cause: `the command ${how}` };
    return { ...step, verdict, progress: `${how}${said}`, stage: "failed" };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/command/target.js
/** The target `command`: runs a program until it says that it is done. It puts the parts together and knows no rule. */




/** Lines that are told as causes; the others are in the log's tail. */
const CAUSES = 3;
/** Makes the target. One run a look, without a shell; the next one begins when it is over. */
function createCommandTarget({ command }, doors) {
    const [program = "", ...words] = command;
    const id = (0,lib_line/* cutLine */.H)(program, 100);
    return (0,target/* defineTarget */.D)({
        kind: "command",
        items: [{ id, label: `command ${id}` }],
        first: ["run"],
        next: nextOfRuns,
        async read() {
            const result = await run(doors, program, words);
            // It says nothing about the deployment: the step is over.
            if (result.cancelled)
                return { looks: new Map(), calls: 1 };
            return { looks: new Map([[id, { snapshot: snapshotOf(result) }]]), calls: 1 };
        },
        diagnose(_item, { lines }, { result }) {
            if (result === "success")
                return Promise.resolve({ causes: [] });
            return Promise.resolve({ causes: lines.slice(-CAUSES).toReversed(), logLines: lines });
        },
    });
}
async function run(doors, program, words) {
    try {
        return await doors.exec(program, words, { cwd: doors.directory, environment: doors.childEnvironment });
    }
    catch (error) {
        if (!(error instanceof process/* CommandFailure */.q))
            throw error;
        const { what, remedy } = error;
        throw new failure/* Failure */.HR({ reason: "invalid-input", what, remedy, cause: error });
    }
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


/***/ })

};

