export const id = 2362;
export const ids = [2362];
export const modules = {

/***/ 2362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openFeedback: () => (/* binding */ openFeedback)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/tell/log.js
var log = __webpack_require__(4229);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var doors = __webpack_require__(3016);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/watch.js + 1 modules
var watch = __webpack_require__(872);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/alarms/machine.js
/** Looks are closer together for this long before the end, ms: one slow pace. */
const LAST_STRETCH_MS = 9000;
/** An alarm that an answer leaves out is asked for again for this long after the end, ms. */
const GRACE_MS = 30_000;
const MOST_NAMED = 3;
/** The step after a look. `elapsedMs` counts from the end of the deployment. */
function nextBake(settings, state, sights, elapsedMs) {
    const excused = new Set(settings.names.filter((name) => {
        const sight = sights.get(name);
        // An alarm that is not told this time is as it was.
        if (sight === undefined)
            return state?.excused.has(name) ?? false;
        const isStill = state?.seen.has(name) === true ? state.excused.has(name) : wasOnSince(settings, name, sight);
        return sight.state === "ALARM" && isStill && !hasReturned(settings, name, sight);
    }));
    const seen = new Map([...(state?.seen ?? []), ...sights].filter(([name]) => settings.names.includes(name)));
    const after = { excused, seen };
    const verdict = verdictOf(settings, after, sights, elapsedMs);
    const rest = settings.bakeMs - elapsedMs;
    return {
        state: after,
        ...(verdict === undefined ? {} : { verdict }),
        pace: rest <= LAST_STRETCH_MS ? "near" : "moving",
        reads: ["alarms"],
        progress: progressOf(settings, sights),
        stage: "BAKE",
        warnings: warningsOf(settings, after, sights),
        facts: { alarms: settings.names.length },
    };
}
/** What has to be told about the alarms before the deployment has ended. */
function baselineNotes(names, baseline) {
    return names.flatMap((name) => {
        const sight = baseline.get(name);
        if (sight?.state === "ALARM") {
            return [
                `${name} was already in ALARM before the deployment, so it is not held against it: ${machine_short(sight.reason)}`,
            ];
        }
        return sight === undefined ? [] : stateNotes(name, sight);
    });
}
/** Whether an alarm that is on was so before; without a baseline only its own time can tell. */
function wasOnSince(settings, name, { changedAt }) {
    if (settings.baseline === undefined)
        return changedAt !== undefined && changedAt < settings.beganAt;
    const before = settings.baseline.get(name);
    // The step can begin after the deployment: what went off between them is the deployment's.
    return before?.state === "ALARM" && !(before.changedAt !== undefined && before.changedAt >= settings.beganAt);
}
/** Whether it went off and came back where nobody looked. Both instants are CloudWatch's. */
function hasReturned({ baseline }, name, { changedAt }) {
    const then = baseline?.get(name)?.changedAt;
    return then !== undefined && changedAt !== undefined && changedAt > then;
}
function verdictOf({ names, bakeMs }, { excused, seen }, sights, elapsedMs) {
    const on = names.filter((name) => sights.get(name)?.state === "ALARM" && !excused.has(name));
    if (on.length > 0) {
        const told = on.slice(0, MOST_NAMED).map((name) => {
            const reason = machine_short(sights.get(name)?.reason ?? "");
            return `alarm ${name} is in ALARM${reason === "" ? "" : `: ${reason}`}`;
        });
        const rest = on.length > MOST_NAMED ? `; and ${on.length - MOST_NAMED} more` : "";
        return { result: "alarm", cause: `${told.join("; ")}${rest}` };
    }
    const isComplete = names.every((name) => sights.has(name));
    if (elapsedMs < bakeMs + (isComplete ? 0 : GRACE_MS))
        return undefined;
    const unwatched = names.flatMap((name) => {
        const sight = sights.get(name);
        if (sight === undefined)
            return [seen.has(name) ? `${name} is gone` : `${name} was not there`];
        return isKnown(sight.state) ? [] : [`${name} is in a state that is not known (${machine_short(sight.state)})`];
    });
    if (unwatched.length === 0)
        return { result: "success", cause: "" };
    return {
        result: "inconclusive",
        cause: `the deployment succeeded, but not every alarm could be watched: ${unwatched.slice(0, MOST_NAMED).join("; ")}`,
        remedy: "Look at these alarms yourself, and mend their names in `alarms`.",
    };
}
function warningsOf({ names }, { excused, seen }, sights) {
    return names.flatMap((name) => {
        const sight = sights.get(name);
        if (sight === undefined) {
            return [seen.has(name) ? `${name} is gone: nothing watches in its place` : `${name} was not found`];
        }
        if (excused.has(name))
            return [`${name} was already in ALARM before the deployment, so it is not held against it`];
        return stateNotes(name, sight);
    });
}
function stateNotes(name, { state }) {
    if (state === "INSUFFICIENT_DATA")
        return [`${name} has too little data (INSUFFICIENT_DATA): it watches nothing now`];
    return isKnown(state) ? [] : [`${name} is in a state that is not known: ${machine_short(state)}`];
}
function isKnown(state) {
    return state === "OK" || state === "ALARM" || state === "INSUFFICIENT_DATA";
}
/** `2 OK, 1 INSUFFICIENT_DATA`. */
function progressOf({ names }, sights) {
    const counts = new Map();
    for (const name of names) {
        const state = machine_short(sights.get(name)?.state ?? "not found");
        counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return [...counts].map(([state, count]) => `${count} ${state}`).join(", ");
}
/** Foreign text, short enough for a line. */
function machine_short(text) {
    const line = text.replaceAll(/\s+/g, " ").trim();
    const points = Array.from(line);
    return points.length <= 300 ? line : `${points.slice(0, 299).join("")}…`;
}

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/alarms/read.js

/** DescribeAlarms takes no more names. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const MOST_NAMES = 100;
/** All names of a call fit on one page; an answer that goes on for ever is cut. */
const MOST_PAGES = 10;
/** The alarms with these names. Rejects with AwsFault. `calls` counts the calls. */
async function readAlarms(ask, names) {
    const wanted = new Set(names);
    const sights = new Map();
    let calls = 0;
    for (let from = 0; from < names.length; from += MOST_NAMES) {
        let token = "";
        for (let page = 0; page < MOST_PAGES && (page === 0 || token !== ""); page += 1) {
            calls += 1;
            const answer = await ask("cloudwatch", "DescribeAlarms", {
                AlarmNames: names.slice(from, from + MOST_NAMES),
                // Without it only metric alarms are told.
                AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
                MaxRecords: MOST_NAMES,
                ...(token === "" ? {} : { NextToken: token }),
            });
            for (const alarm of [...(0,plain/* readList */.LD)(answer, "MetricAlarms"), ...(0,plain/* readList */.LD)(answer, "CompositeAlarms")]) {
                const name = (0,plain/* readText */.yR)(alarm, "AlarmName");
                if (wanted.has(name))
                    sights.set(name, readSight(alarm));
            }
            token = (0,plain/* readText */.yR)(answer, "NextToken");
        }
    }
    return { sights, calls };
}
function readSight(alarm) {
    // The second also moves when only the evaluation changes; it is better than nothing.
    const changedAt = (0,plain/* readTime */.aQ)(alarm, "StateTransitionedTimestamp") ?? (0,plain/* readTime */.aQ)(alarm, "StateUpdatedTimestamp");
    return {
        state: (0,plain/* readText */.yR)(alarm, "StateValue"),
        reason: (0,plain/* readText */.yR)(alarm, "StateReason"),
        ...(changedAt === undefined ? {} : { changedAt }),
    };
}
/** The names of alarms that were given as names or ARNs (`arn:aws:cloudwatch:…:alarm:app-5xx`), each once. */
function alarmNames(given) {
    return [...new Set(given.map((text) => text.replace(/^arn:[^:]*:cloudwatch:[^:]*:[^:]*:alarm:/, "")))];
}

// EXTERNAL MODULE: ./packages/github/lib/markdown.js + 1 modules
var markdown = __webpack_require__(8776);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/alarms/render.js
/** The bake in the step summary. Pure; texts from outside are escaped. */

/** One paragraph: what was watched for how long, and what came of it. */
function renderBake(alarms, verdict, { progress, lasted }) {
    const what = `${alarms} alarm${alarms === 1 ? "" : "s"}`;
    const seen = progress === "" ? "" : ` Last seen: ${(0,markdown/* escapeMarkdown */.FV)(progress)}.`;
    const said = verdict === undefined ? "stayed quiet" : (0,markdown/* escapeMarkdown */.FV)(verdict.cause);
    return verdict === undefined ? `**Bake:** ${what} ${said} for ${lasted}.${seen}` : `**Bake:** ${said}.${seen}`;
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/alarms/target.js




/** The bake of these alarms; its elapsed time begins when the deployment has ended. */
function createBakeTarget(settings, ask) {
    const item = { id: "bake", label: `bake (${settings.names.length} alarm${settings.names.length === 1 ? "" : "s"})` };
    return (0,target/* defineTarget */.D)({
        kind: "bake",
        items: [item],
        first: ["alarms"],
        next: (state, sights, elapsedMs) => nextBake(settings, state, sights, elapsedMs),
        read: async (wanted) => {
            let calls = 0;
            const look = await (0,doors/* lookAt */.t5)(async () => {
                const read = await readAlarms(ask, settings.names);
                calls = read.calls;
                return read.sights;
            });
            return { looks: new Map(wanted.map(({ item: { id } }) => [id, look])), calls: Math.max(1, calls) };
        },
    });
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/open.js
/**
 * Makes what watches after a success out of the inputs, and owns its order: alarms for as long as `bake` says, then the
 * metrics. What neither is asked for is not loaded. The verdicts themselves are the folders' beside it.
 */









/** An alarm that was made a moment ago is not told everywhere at once, ms. */
const CONFIRM_MS = 3000;
/** After the bake: faults are survived for six minutes, and then have their own verdict. */
const BLIND_MS = 420_000;
/** @throws Failure `invalid-input` for metrics that cannot be read */
async function openFeedback(inputs, { doors, host }) {
    const names = alarmNames(inputs.alarms);
    const settings = inputs.metrics === "" ? undefined : await readSettings(inputs);
    let baseline;
    return {
        begin: async () => {
            if (names.length === 0)
                return [];
            const { sights, notes } = await readBaseline(names, await doors.aws(), host);
            baseline = sights;
            return notes;
        },
        watch: async (deployed) => {
            const baked = names.length === 0 ? none : await bake(names, inputs.bake, baseline, deployed, { doors, host });
            if (baked.verdict !== undefined)
                return baked;
            if (names.length === 0)
                await host.clock.sleep(restOf(inputs.bake, deployed, host), host.cancelled);
            if (settings === undefined)
                return baked;
            const { watchMetrics } = await __webpack_require__.e(/* import() */ 613).then(__webpack_require__.bind(__webpack_require__, 613));
            return join(baked, await watchMetrics(settings, deployed, { doors, host }));
        },
    };
}
const none = { lines: [], markdown: "", details: {} };
async function readSettings(inputs) {
    const { parseMetrics } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9519)]).then(__webpack_require__.bind(__webpack_require__, 9519));
    return parseMetrics(inputs.metrics, inputs["metrics-mode"]);
}
/** How much of a time after the deployment is left, ms. */
function restOf(ms, { endedAt }, { clock }) {
    return Math.max(0, endedAt + ms - clock.now());
}
function join(first, second) {
    return {
        ...second,
        lines: [...first.lines, ...second.lines],
        markdown: [first.markdown, second.markdown].filter((piece) => piece !== "").join("\n\n"),
        details: { ...first.details, ...second.details },
    };
}
/**
 * The alarms before the deployment. What cannot be asked is a note: the deployment is waited for all the same, and the bake
 * asks again. A name that does not exist is not: it would guard nothing.
 */
async function readBaseline(names, { ask }, { clock, cancelled }) {
    const look = async () => (await readAlarms(ask, names)).sights;
    const again = async () => {
        await clock.sleep(CONFIRM_MS, cancelled);
        return look();
    };
    try {
        const first = await look().catch(async (error) => {
            const kind = (0,doors/* faultOf */.Kl)(error)?.kind;
            if (kind === "throttled" || kind === "unavailable")
                return again();
            throw error;
        });
        const isMissing = (sights) => names.some((name) => !sights.has(name));
        const sights = isMissing(first) ? await again() : first;
        const missing = names.filter((name) => !sights.has(name));
        if (missing.length > 0)
            throw noSuchAlarms(missing);
        return { sights, notes: baselineNotes(names, sights) };
    }
    catch (error) {
        const fault = (0,doors/* faultOf */.Kl)(error);
        if (fault === undefined)
            throw error;
        const what = fault.kind === "denied" ? `${fault.operation} is not allowed` : fault.operation;
        return { sights: undefined, notes: [`The alarms before the deployment are not known: ${what} (${fault.detail})`] };
    }
}
function noSuchAlarms(missing) {
    const named = missing.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 100)));
    const rest = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
    return new failure/* Failure */.HR({
        reason: "not-found",
        result: "not-found",
        what: `CloudWatch has no alarm ${named.join(", ")}${rest}: nothing would have been watched`,
        remedy: "Correct `alarms`, or the account and Region of the credentials. The deployment was not waited for.",
    });
}
async function bake(names, bakeMs, baseline, { beganAt }, { doors, host }) {
    const place = await doors.aws();
    const skew = place.serverNow() - host.clock.now();
    const settings = { names, bakeMs, beganAt: beganAt + skew, ...(baseline === undefined ? {} : { baseline }) };
    const [course] = await (0,watch/* watch */.w)({
        target: createBakeTarget(settings, place.ask),
        clock: host.clock,
        signal: host.cancelled,
        timeoutMs: bakeMs + BLIND_MS,
        timeoutText: (0,durations/* formatDuration */.a3)(bakeMs + BLIND_MS),
        random: () => 0.5,
        listener: (0,log/* createLogListener */.f)(host.log),
    });
    const verdict = guarded(course?.verdict);
    const progress = course?.progress ?? "";
    return {
        ...(verdict === undefined ? {} : { verdict }),
        lines: [],
        markdown: renderBake(names.length, verdict, { progress, lasted: (0,durations/* formatDuration */.a3)(bakeMs) }),
        details: {
            bake: {
                alarms: names.slice(0, 100),
                result: verdict?.result ?? "success",
                "last-seen": progress,
                warnings: (course?.warnings ?? []).slice(0, 20),
            },
        },
    };
}
/** The verdict of the bake; nothing when all is well. A guard that could not look is not green, and no failed deployment. */
function guarded(verdict) {
    if (verdict === undefined)
        return { result: "inconclusive", cause: "the alarms were not looked at" };
    if ((0,wait_verdict/* isGood */.K)(verdict.result))
        return undefined;
    if (verdict.result === "alarm" || verdict.result === "inconclusive")
        return verdict;
    const remedy = verdict.remedy ?? "Look at the alarms yourself.";
    return { result: "inconclusive", cause: `the alarms could not be watched: ${verdict.cause}`, remedy };
}


/***/ }),

/***/ 3016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _handrail_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);
/** What targets are handed to read the world with. Types, and how the doors' errors become faults. */

/** What AWS says: `ThrottlingException: Rate exceeded`; the code alone when it has no other words. */
function wordsOf({ code, said }) {
    return said === "" || said === code ? code : `${code}: ${said}`;
}
/** The fault that an error of the AWS door means; undefined for what is no fault: refused, an abort, a defect. */
function faultOf(error) {
    if (!(error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .k) || error.kind === "refused")
        return undefined;
    const { kind, action: operation } = error;
    const detail = wordsOf(error);
    // The next call is signed with the server's time.
    if (kind === "skewed")
        return { kind: "unavailable", operation, detail };
    return { kind, operation, detail, remedy: error.remedy };
}
/** The name of the error when the service itself said no (`PipelineExecutionNotFoundException`); "" for anything else. */
function refusalOf(error) {
    return error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .k && error.kind === "refused" ? error.code : "";
}
/** A no that the target does not know: it may be a passing one, and is asked once more. */
function refused(error) {
    if (!(error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .k))
        return undefined;
    return { kind: "refused", operation: error.action, detail: wordsOf(error) };
}
/** A look at what an asking gives; its faults are looks, everything else is thrown on. */
async function lookAt(ask) {
    try {
        return { snapshot: await ask() };
    }
    catch (error) {
        const fault = faultOf(error) ?? refused(error);
        if (fault === undefined)
            throw error;
        return { fault };
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


/***/ }),

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ AwsFault)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * How the rest speaks to AWS: one function, answers of unknown shape, one kind of error. Types and the error only; the door
 * `./client` has the implementation.
 */

/** A call that had no answer. */
class AwsFault extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    kind;
    action;
    code;
    said;
    constructor({ kind, action, code, message, remedy, cause }) {
        const words = message === "" || message === code ? code : `${code}: ${message}`;
        super({
            reason: kind === "denied" ? "access-denied" : kind === "expired" ? "credentials-expired" : "failed",
            what: `${action} had no answer (${words})`,
            remedy: remedy ?? remedies[kind](action),
            cause,
        });
        this.name = "AwsFault";
        this.kind = kind;
        this.action = action;
        this.code = code;
        this.said = message;
    }
}
const remedies = {
    throttled: () => "Too many calls are made in this account and Region. Run the job again.",
    unavailable: () => "Check the network between the runner and AWS, and AWS's own health. Run the job again.",
    skewed: () => "Set the clock of the runner.",
    denied: (action) => `Allow ${action} for the role of this job.`,
    expired: () => "Name a role in role-to-assume, so that credentials are renewed, or let the role's sessions last longer.",
    refused: () => "Check the names and ids that the step was given.",
};


/***/ })

};

