export const id = 170;
export const ids = [170];
export const modules = {

/***/ 170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createElasticBeanstalkTarget: () => (/* binding */ createElasticBeanstalkTarget)
});

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/elastic-beanstalk/environment.js
/** An environment and its events as Elastic Beanstalk shows them. Pure; it decides nothing about a deployment. */

/**
 * The environment of this name in an answer of DescribeEnvironments, which also lists terminated ones of the same name for an
 * hour: one that lives comes first. `missing`: it says that there is none; undefined: it tells nothing.
 */
function readEnvironment(answer) {
    const list = (0,plain/* readList */.LD)(answer, "Environments");
    if (list.length === 0)
        return isList(answer) ? "missing" : undefined;
    const found = list.find((each) => (0,plain/* readText */.yR)(each, "Status") !== "Terminated") ?? list[0];
    const status = (0,plain/* readText */.yR)(found, "Status");
    if (status === "")
        return undefined;
    const updatedAt = (0,plain/* readTime */.aQ)(found, "DateUpdated");
    return {
        id: (0,plain/* readText */.yR)(found, "EnvironmentId"),
        status: oneLine(status),
        label: (0,plain/* readText */.yR)(found, "VersionLabel"),
        health: oneLine((0,plain/* readText */.yR)(found, "Health")),
        ...(updatedAt === undefined ? {} : { updatedAt }),
    };
}
function isList(answer) {
    return (typeof answer === "object" && answer !== null && "Environments" in answer && Array.isArray(answer.Environments));
}
/** The events of an answer of DescribeEvents from `since` on, newest first. One without a time counts: the service was asked for these only. */
function readHappenings(answer, since) {
    return (0,plain/* readList */.LD)(answer, "Events")
        .map((event) => {
        const at = (0,plain/* readTime */.aQ)(event, "EventDate");
        const text = oneLine((0,plain/* readText */.yR)(event, "Message"));
        return { severity: (0,plain/* readText */.yR)(event, "Severity"), text, ...(at === undefined ? {} : { at }) };
    })
        .filter(({ at, text }) => text !== "" && (at === undefined || at >= since))
        .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}
/** Whether an event says that something went wrong. */
function isError({ severity }) {
    return severity === "ERROR" || severity === "FATAL";
}
/** The words that an update or a launch ends with when all is well. */
const SUCCESS = /environment update completed successfully|new application version was deployed|successfully launched environment/i;
/** The newest error, unless a success came after it: an earlier attempt may have failed. Events are newest first. */
function newestError(events) {
    const decisive = events.find((event) => isError(event) || SUCCESS.test(event.text));
    return decisive !== undefined && isError(decisive) ? decisive.text : undefined;
}
/** Whether an update or a launch ended well, and nothing went wrong after it. Events are newest first. */
function hasSucceeded(events) {
    const decisive = events.find((event) => isError(event) || SUCCESS.test(event.text));
    return decisive !== undefined && !isError(decisive);
}
/** Text from outside on one line, 300 characters at most. */
function oneLine(text) {
    return text.slice(0, 2000).replaceAll(/\s+/g, " ").trim().slice(0, 300).toWellFormed();
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/elastic-beanstalk/state.js
/** The state before the first look. */
function begin(firstMs) {
    return { firstMs, id: "", status: "", isRelabelled: false, wasUpdating: false, isAborted: false };
}
/** One look more. */
function held(before, elapsedMs) {
    return { sinceMs: before?.sinceMs ?? elapsedMs, count: (before?.count ?? 0) + 1 };
}
/** Forgets what held only as long as it was seen without a break. */
function unheld(state) {
    const { good: _, other: __, red: ___, grey: ____, missing: _____, ...rest } = state;
    return rest;
}
/** A step that goes on. */
function going(state, environment, pace, reads = ["environment"]) {
    const { id, status, label, health } = environment;
    const version = label === "" ? "" : `, version ${label}`;
    return {
        state,
        pace,
        reads,
        progress: `${status}${version}${health === "" ? "" : `, health ${health}`}`,
        stage: status,
        facts: {
            ...(id === "" ? {} : { pinned: id }),
            status,
            ...(label === "" ? {} : { label }),
        },
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/elastic-beanstalk/machine.js


/** What does not show up within this was not begun, ms. */
const GRACE_MS = 60_000;
/** An environment that is not listed any more for this long is gone, ms. */
const GONE_MS = 20_000;
/** Our version, live before anything was seen to change: the answers could be old, ms. */
const QUIET_HOLD_MS = 15_000;
/** Another version after an update, without an event that tells why, ms. */
const OTHER_HOLD_MS = 8000;
/** An error before anything was seen to change: an earlier attempt may have left it, ms. */
const ERROR_HOLD_MS = 5000;
/** Red for this long is a failure, ms. */
const RED_MS = 60_000;
/** The first health checks after a deployment come within this, ms. */
const SOON_MS = 60_000;
const moving = new Set(["Launching", "Updating", "LinkingFrom", "LinkingTo"]);
/** Makes the machine for a version; "" for whatever was begun. */
function createMachine(label) {
    return (before, snapshot, elapsedMs) => {
        const state = before ?? begin(elapsedMs);
        const { environment } = snapshot;
        if (environment === "missing" || environment === undefined) {
            return absent(state, environment === "missing", elapsedMs);
        }
        return judge(remember(state, environment, snapshot, elapsedMs), label, environment, snapshot, elapsedMs);
    };
}
function remember(before, { id, status, label }, snapshot, elapsedMs) {
    const { missing: _, ...state } = before;
    const firstLabel = state.firstLabel ?? (label === "" ? undefined : label);
    return {
        ...state,
        id: state.id === "" && status !== "Terminated" ? id : state.id,
        status,
        ...(firstLabel === undefined ? {} : { firstLabel }),
        isRelabelled: state.isRelabelled || (label !== "" && firstLabel !== label),
        ...(snapshot.events === undefined ? {} : { eventsMs: elapsedMs }),
    };
}
function judge(state, label, environment, snapshot, elapsedMs) {
    const { status } = environment;
    if (moving.has(status))
        return going({ ...unheld(state), wasUpdating: true }, environment, "moving");
    if (status === "Aborting") {
        return going({ ...unheld(state), wasUpdating: true, isAborted: true }, environment, "moving");
    }
    if (status === "Terminating" || status === "Terminated")
        return terminated(state, environment, elapsedMs);
    if (status !== "Ready") {
        const warning = `Elastic Beanstalk reports a status that is not known here: ${status}`;
        return { ...going(state, environment, "moving"), warnings: [warning] };
    }
    const warnings = snapshot.events?.warning === undefined ? {} : { warnings: [snapshot.events.warning] };
    const isOther = label !== "" && environment.label !== label;
    const step = isOther
        ? other(state, label, environment, snapshot, elapsedMs)
        : ready(state, label, environment, snapshot, elapsedMs);
    return { ...step, ...warnings };
}
/** Ready, with another version than the one that was asked for. */
function other(before, label, environment, { events }, elapsedMs) {
    const seen = held(before.other, elapsedMs);
    const state = { ...unheld(before), other: seen };
    const heldMs = elapsedMs - seen.sinceMs;
    const error = newestError(events?.list ?? []);
    const wantsEvents = state.eventsMs === undefined || events === undefined;
    if (state.wasUpdating) {
        if (wantsEvents && seen.count === 1)
            return going(state, environment, "now", ["environment", "events"]);
        const step = going(state, environment, "near", ["environment", "events"]);
        if (error === undefined && heldMs < OTHER_HOLD_MS)
            return step;
        return { ...step, verdict: rolledBack(state, label, environment, error) };
    }
    const isOver = elapsedMs - state.firstMs >= GRACE_MS;
    const isDue = events === undefined && (seen.count === 1 || isOver || heldMs >= ERROR_HOLD_MS) && isStale(state, elapsedMs);
    if (isDue)
        return going(state, environment, "now", ["environment", "events"]);
    const step = going(state, environment, "starting");
    if (error !== undefined && heldMs >= ERROR_HOLD_MS) {
        return { ...step, verdict: rolledBack(state, label, environment, error) };
    }
    if (!isOver || seen.count < 2)
        return step;
    return {
        ...step,
        verdict: {
            result: "not-found",
            cause: `version ${label} is not live: the environment is Ready with version ${environment.label}, and no update began`,
            remedy: "Check the version label, and that the update was begun before waiting for it.",
        },
    };
}
/** Whether the events are to be read again: not in every look. */
function isStale({ eventsMs }, elapsedMs) {
    return (eventsMs === undefined || elapsedMs - eventsMs >= 20_000 || (eventsMs < ERROR_HOLD_MS && elapsedMs >= ERROR_HOLD_MS));
}
function rolledBack({ isAborted }, label, environment, error) {
    const wanted = label === "" ? "" : ` instead of ${label}`;
    const runs = environment.label === "" ? "" : `: the environment runs version ${environment.label}${wanted}`;
    const why = error === undefined ? "" : ` (${error})`;
    return {
        result: "rolled-back",
        cause: `${isAborted ? "the update was aborted" : "the update did not succeed"}${runs}${why}`,
    };
}
/** Ready, with the version that was asked for, or with any when none was. */
function ready(state, label, environment, snapshot, elapsedMs) {
    const isNew = environment.updatedAt !== undefined && environment.updatedAt >= snapshot.floor;
    const hasBegun = state.wasUpdating || state.isRelabelled || isNew;
    if (label === "" && !hasBegun)
        return resting(state, environment, snapshot, elapsedMs);
    const { health } = environment;
    if (health === "Red")
        return red(state, environment, elapsedMs);
    if (health !== "Green") {
        if (health === "Yellow") {
            const warning = "The environment is Ready, its health is Yellow: waiting for Green";
            return { ...going(unheld(state), environment, "moving"), warnings: [warning] };
        }
        const grey = held(state.grey, elapsedMs);
        const isSoon = elapsedMs - grey.sinceMs < SOON_MS;
        return going({ ...unheld(state), grey }, environment, isSoon ? "near" : "moving");
    }
    const good = held(state.good, elapsedMs);
    const next = { ...unheld(state), good };
    // A label that changed under our eyes is proof; else the events have to say that nothing failed.
    const isProved = label !== "" && state.isRelabelled;
    if (good.count < 2 || (!isProved && snapshot.events === undefined)) {
        return going(next, environment, "now", isProved ? ["environment"] : ["environment", "events"]);
    }
    const step = going(next, environment, "near", isProved ? ["environment"] : ["environment", "events"]);
    const error = isProved ? undefined : newestError(snapshot.events?.list ?? []);
    if (error !== undefined)
        return { ...step, verdict: rolledBack(next, "", environment, error) };
    const isTold = hasSucceeded(snapshot.events?.list ?? []);
    if (!hasBegun && !isTold && elapsedMs - good.sinceMs < QUIET_HOLD_MS)
        return going(next, environment, "near", step.reads);
    if (label === "" && snapshot.events?.warning !== undefined) {
        const cause = `the environment is Ready and Green, but whether the update succeeded cannot be told: ${snapshot.events.warning}`;
        return { ...step, verdict: { result: "inconclusive", cause, remedy: "Name the version in version-label." } };
    }
    return { ...step, verdict: success(environment) };
}
function success({ label }) {
    const version = label === "" ? "" : ` with version ${label}`;
    return { result: "success", cause: `the environment is Ready and Green${version}` };
}
function red(before, environment, elapsedMs) {
    const seen = held(before.red, elapsedMs);
    const step = going({ ...unheld(before), red: seen }, environment, "moving");
    if (elapsedMs - seen.sinceMs < RED_MS || seen.count < 3)
        return step;
    const cause = `the environment is Ready${environment.label === "" ? "" : ` with version ${environment.label}`}, and its health is Red`;
    return { ...step, verdict: { result: "failed", cause } };
}
/** No version was asked for, and nothing was seen to begin. */
function resting(state, environment, { events }, elapsedMs) {
    const step = going(unheld(state), environment, "starting");
    if (elapsedMs - state.firstMs < GRACE_MS)
        return step;
    if (events === undefined)
        return { ...step, pace: "now", reads: ["environment", "events"] };
    const error = newestError(events.list);
    if (error !== undefined)
        return { ...step, verdict: rolledBack(state, "", environment, error) };
    if (hasSucceeded(events.list) && environment.health === "Green")
        return { ...step, verdict: success(environment) };
    const told = `no new update: the environment is Ready, health ${environment.health}`;
    return { ...step, verdict: { result: environment.health === "Red" ? "failed" : "noop", cause: told } };
}
function terminated(state, environment, elapsedMs) {
    const step = going(unheld(state), environment, "starting");
    const { status } = environment;
    if (status === "Terminating" || state.id !== "" || state.wasUpdating) {
        return { ...step, verdict: { result: "failed", cause: `the environment is being terminated (${status})` } };
    }
    // It may be an older one of the same name.
    if (elapsedMs - state.firstMs < GRACE_MS)
        return step;
    return { ...step, verdict: { result: "not-found", cause: "the environment was terminated before" } };
}
function absent(before, isSaid, elapsedMs) {
    const { missing, ...rest } = before;
    const seen = held(missing, elapsedMs);
    const state = isSaid ? { ...rest, missing: seen } : rest;
    const step = {
        state,
        pace: before.wasUpdating ? "moving" : "starting",
        reads: ["environment"],
        progress: isSaid ? "the environment is not listed" : "the answer tells nothing about the environment",
        stage: before.status,
    };
    const wasSeen = before.status !== "";
    if (!wasSeen && elapsedMs - before.firstMs >= GRACE_MS) {
        const cause = "there is no such environment";
        return { ...step, verdict: { result: "not-found", cause, remedy: "Check its name, the account and the Region." } };
    }
    if (!wasSeen || !isSaid || elapsedMs - seen.sinceMs < GONE_MS || seen.count < 3)
        return step;
    return { ...step, verdict: { result: "failed", cause: "the environment is gone: it is not listed any more" } };
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var wait_doors = __webpack_require__(3016);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/elastic-beanstalk/read.js
/** Asks Elastic Beanstalk and makes snapshots of its answers: one call a look, two when events decide. It judges nothing. */



/** What began so long before `startedAt` is still ours, ms. */
const SLACK_MS = 60_000;
/** Errors so long before it are: a job that failed and is run again would find those of its first attempt, ms. */
const ERROR_SLACK_MS = 5000;
/** `startedAt` by AWS's clock, ms since 1970. */
function startOf({ startedAt, clock }, place) {
    return startedAt + (place.serverNow() - clock.now());
}
/** Since when events are ours: AWS's time, ms since 1970. */
function eventsSince(doors, place) {
    return startOf(doors, place) - ERROR_SLACK_MS;
}
/** How the environment is named to the service: by its id, once that is known. */
function naming(name, state) {
    return state === undefined || state.id === "" ? { EnvironmentName: name } : { EnvironmentId: state.id };
}
/** One look at the environment. */
async function readEnvironmentLook(name, { state, reads }, doors, place) {
    const id = state?.id ?? "";
    const input = id === "" ? { EnvironmentNames: [name] } : { EnvironmentIds: [id] };
    const look = await (0,wait_doors/* lookAt */.t5)(async () => {
        const environment = readEnvironment(await place.ask("elastic-beanstalk", "DescribeEnvironments", input));
        return { environment, floor: startOf(doors, place) - SLACK_MS };
    });
    if ("fault" in look || !reads.includes("events"))
        return { look, calls: 1 };
    const events = await readEvents(name, state, doors, place);
    return { look: { snapshot: { ...look.snapshot, events } }, calls: 2 };
}
async function readEvents(name, state, doors, place) {
    const since = eventsSince(doors, place);
    const input = { ...naming(name, state), StartTime: new Date(since), MaxRecords: 50 };
    try {
        return { list: readHappenings(await place.ask("elastic-beanstalk", "DescribeEvents", input), since) };
    }
    catch (error) {
        if (!(error instanceof ask/* AwsFault */.k))
            throw error;
        const detail = (0,wait_doors/* faultOf */.Kl)(error)?.detail ?? `${error.code}: ${error.said}`;
        return { list: [], warning: `${error.action} had no answer (${detail})` };
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/elastic-beanstalk/target.js
/** The target `elastic-beanstalk`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */






const MAX_CAUSES = 3;
/** Creates the target. Asks nothing yet. */
function createElasticBeanstalkTarget(settings, doors) {
    const { environmentName: name, versionLabel } = settings;
    const version = versionLabel === "" ? "" : ` (version ${versionLabel})`;
    return (0,target/* defineTarget */.D)({
        kind: "elastic-beanstalk",
        items: [{ id: name, label: `environment ${name}${version}` }],
        first: ["environment"],
        next: createMachine(versionLabel),
        async read(wanted) {
            const place = await doors.aws();
            const looks = new Map();
            let calls = 0;
            for (const each of wanted) {
                const read = await readEnvironmentLook(name, each, doors, place);
                looks.set(each.item.id, read.look);
                calls += read.calls;
            }
            return { looks, calls };
        },
        diagnose: async (_, state, verdict) => diagnose(name, state, verdict, doors, await doors.aws()),
        stop: async (_, state) => abortUpdate(name, state, await doors.aws()),
        prepare: async () => (await doors.aws()).load("elastic-beanstalk"),
    });
}
/** What the events tell, errors first, newest first. One call. */
async function diagnose(name, state, verdict, doors, place) {
    const links = linksTo(state.id, place.region);
    if ((0,wait_verdict/* isGood */.K)(verdict.result))
        return { causes: [], links };
    const since = eventsSince(doors, place);
    const input = { ...naming(name, state), Severity: "WARN", StartTime: new Date(since), MaxRecords: 50 };
    try {
        const events = readHappenings(await place.ask("elastic-beanstalk", "DescribeEvents", input), since);
        const errors = events.filter(isError);
        const warnings = events.filter((event) => event.severity === "WARN");
        const texts = [...errors, ...warnings].map(({ text }) => text).filter((text) => !verdict.cause.includes(text));
        return { causes: [...new Set(texts)].slice(0, MAX_CAUSES), links };
    }
    catch (error) {
        if (!(error instanceof ask/* AwsFault */.k))
            throw error;
        return { causes: [], links, ...(error.kind === "denied" ? { missingPermissions: [error.action] } : {}) };
    }
}
/** Aborts the update: the environment goes back to the version from before. There is no other way to stop one. */
async function abortUpdate(name, state, place) {
    try {
        const input = naming(name, state);
        await place.ask("elastic-beanstalk", "AbortEnvironmentUpdate", input, { evenWhenCancelled: true });
        return {
            isAccepted: true,
            told: "AbortEnvironmentUpdate was accepted: the environment goes back to its version from before",
        };
    }
    catch (error) {
        if (!(error instanceof ask/* AwsFault */.k))
            throw error;
        const told = `AbortEnvironmentUpdate was not accepted: ${oneLine(`${error.code} ${error.said}`)}`;
        return { isAccepted: false, told };
    }
}
function linksTo(id, region) {
    if (region === "")
        return [];
    const page = id === "" ? "environments" : `environment/dashboard?environmentId=${encodeURIComponent(id)}`;
    const url = `https://${region}.console.aws.amazon.com/elasticbeanstalk/home?region=${region}#/${page}`;
    return [{ title: "The environment", url }];
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

