export const id = 2656;
export const ids = [2656];
export const modules = {

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
// EXTERNAL MODULE: ./actions/deploy-wait/lib/tell/story.js
var story = __webpack_require__(8190);
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
        .map((line) => (0,story/* cutLine */.Hh)(line, 300))
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
    const id = (0,story/* cutLine */.Hh)(program, 100);
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


/***/ })

};

