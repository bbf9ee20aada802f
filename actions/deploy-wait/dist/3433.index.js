export const id = 3433;
export const ids = [3433];
export const modules = {

/***/ 3769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ endCancelled),
/* harmony export */   q: () => (/* binding */ endOne)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7506);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4262);
/* harmony import */ var _wait_course_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5072);
/* harmony import */ var _wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1716);
/**
 * What a cancelled step still does: ends what runs, when that was asked for, at once; the runner gives it seconds. The post
 * step asks again for what was not accepted.
 */



/** The runner sends SIGTERM 7.5 s after SIGINT (actions/runner ProcessInvoker); the step has to tell before that, ms. */
const STOPPING_MS = 5000;
/** Where the post step finds that nothing is left to be stopped. */
const stateName = "stopped";
/** Stops what has not ended. Resolves with how every item ended. */
async function endCancelled(step, target, courses) {
    const known = new Map(courses.map((course) => [course.item.id, course]));
    const stories = await Promise.all(target.items.map(async (item) => {
        const course = known.get(item.id) ?? (0,_wait_course_js__WEBPACK_IMPORTED_MODULE_1__/* .beginCourse */ .TY)(item);
        const { verdict } = course;
        if (verdict !== undefined)
            return { course, verdict, diagnosis: { causes: [] } };
        const stop = await endOne(step, target, item.id);
        const cause = stop === undefined ? "the job was cancelled; the deployment was left alone" : "the job was cancelled";
        return {
            course,
            verdict: { result: "cancelled", cause },
            diagnosis: { causes: [] },
            ...(stop === undefined ? {} : { stop }),
        };
    }));
    const isSettled = stories.every(({ stop }) => stop?.isAccepted !== false);
    step.deps.host.saveState(stateName, String(isSettled));
    const isDone = stories.every(({ verdict }) => (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(verdict.result));
    // Cancelled while alarms were watched: the deployment had been a success, the step is not.
    return isDone ? stories.map((story) => ({ ...story, verdict: { result: "cancelled", cause: afterwards } })) : stories;
}
const afterwards = "the job was cancelled after the deployment had succeeded, while it was still being watched";
/** Ends one item as `on-cancel` says; undefined when it is left alone. Never rejects. */
async function endOne({ inputs, deps }, target, id) {
    const how = inputs["on-cancel"];
    if (how === "leave")
        return undefined;
    if (inputs["dry-run"])
        return { isAccepted: true, told: `a dry run: no ${how} was asked for` };
    const { clock, log } = deps.host;
    const late = { isAccepted: false, told: `the ${how} had no answer within ${STOPPING_MS / 1000} s` };
    const ask = () => target.stop(id, how).catch((thrown) => {
        return { isAccepted: false, told: `the ${how} failed: ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .toFailure */ .w2)(thrown).what}` };
    });
    // A connection that was kept can be closed by the other side in the very instant in which it is used.
    const report = await (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .inTime */ .RN)({ clock, ms: STOPPING_MS }, late, async () => {
        const first = await ask();
        return first.isAccepted ? first : ask();
    });
    log.info(`${id}: ${report.told}`);
    return report;
}


/***/ }),

/***/ 695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tY: () => (/* binding */ beginDeployment),
  FU: () => (/* binding */ endDeployment),
  HZ: () => (/* binding */ findDeployment)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/github/lib/deployment.js
var deployment = __webpack_require__(1514);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
;// CONCATENATED MODULE: ./packages/github/lib/permission-hint.js
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof failure/* GitHubFailure */.i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}

;// CONCATENATED MODULE: ./packages/github/lib/deployment-record.js
/**
 * Keeps the GitHub Deployment that records what a step did: made, ended with the truth, found again by a later phase of the
 * step. It works with the verbs that it is handed, and never rejects: a record does not decide how a step ends.
 */



/**
 * Creates a Deployment and gives it a status: `in_progress` when something begins, the final one when it is over already.
 * @param onCreated is told the id before the status is asked for: who is killed then can still end it
 */
async function createRecord(github, request, status, onCreated = () => undefined) {
    const { owner, repo } = request;
    let made = {};
    try {
        const client = await github();
        const { id } = await client.createDeployment(request);
        made = { id };
        onCreated(id);
        await client.setDeploymentStatus(id, { owner, repo, ...status, isFirst: true });
        return made;
    }
    catch (thrown) {
        // One that was made has to be ended, whatever its first status came to.
        return { ...made, failure: (0,lib_failure/* toFailure */.w2)(thrown) };
    }
}
/** Gives a Deployment its status; what is told when it was not taken, undefined when all is well. */
async function endRecord(github, id, status) {
    try {
        const client = await github();
        await client.setDeploymentStatus(id, status);
        return undefined;
    }
    catch (thrown) {
        return describeUnkept(thrown);
    }
}
/**
 * The id of the newest relevant Deployment when nobody ended it: a killed step can have made one without coming to know
 * its id. Undefined, and told to the log, when nobody may look.
 */
async function findOpenRecord(github, query, log) {
    try {
        const client = await github();
        const latest = await client.latestDeployment(query);
        return latest !== undefined && (0,deployment/* isOpenDeployment */.Qc)(latest) ? latest.id : undefined;
    }
    catch (thrown) {
        log.info(`Whether this run began a Deployment is not known: ${(0,lib_failure/* toFailure */.w2)(thrown).what}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var verdict = __webpack_require__(1716);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/deployment.js
/**
 * Keeps the GitHub Deployment of an environment: begun beside the waiting, ended with the truth. It never changes the result
 * of the step, and never stays in progress.
 */


/** What people and other actions look for. */
const deploymentTask = "deploy";
/** Where the post step finds the Deployment's id. */
const stateName = "deployment";
/** Begins the Deployment. Resolves with its id, or with what went wrong; never rejects. */
async function beginDeployment(step, what) {
    if (!isKept(step))
        return {};
    const { inputs, context, deps } = step;
    const { owner, repo, sha: ref, runId: run, runAttempt: attempt, job } = context;
    const place = { owner, repo, ref, task: deploymentTask, environment: inputs.environment };
    const payload = { run, attempt, job, target: inputs.target };
    const { id, failure } = await createRecord(() => deps.github(), { ...place, description: `Deployment of ${what}`, payload }, statusOf(step, { state: "in_progress", description: `Waiting for ${what}` }), (made) => deps.host.saveState(stateName, String(made)));
    return {
        ...(id === undefined ? {} : { id }),
        ...(failure === undefined ? {} : { note: describeUnkept(failure) }),
    };
}
/** Ends the Deployment. Resolves with what went wrong, if anything. */
async function endDeployment(step, id, { result, reason }) {
    if (id === undefined)
        return undefined;
    const state = (0,verdict/* isGood */.K)(result) ? "success" : result === "cancelled" || result === "inconclusive" ? "error" : "failure";
    const { owner, repo } = step.context;
    return endRecord(() => step.deps.github(), id, {
        owner,
        repo,
        ...statusOf(step, { state, description: reason }),
    });
}
/** The Deployment that a step of this job began and nobody ended: by the saved state, else by what its payload says. */
async function findDeployment(step) {
    if (!isKept(step))
        return undefined;
    const saved = Number(step.deps.host.state(stateName) ?? "");
    if (Number.isSafeInteger(saved) && saved > 0)
        return saved;
    const { owner, repo, runId, runAttempt, job } = step.context;
    const { inputs, deps } = step;
    const isRelevant = ({ payload }) => payload["run"] === runId && payload["attempt"] === runAttempt && payload["job"] === job;
    const query = { owner, repo, environment: inputs.environment, task: deploymentTask, isRelevant };
    return findOpenRecord(() => deps.github(), query, deps.host.log);
}
function isKept({ inputs }) {
    return inputs.environment !== "" && inputs["github-token"] !== "" && !inputs["dry-run"];
}
function statusOf({ inputs, context }, status) {
    const url = inputs["environment-url"];
    return { ...status, logUrl: context.runUrl, ...(url === "" ? {} : { environmentUrl: url }) };
}


/***/ }),

/***/ 3433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3769);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(695);
/* harmony import */ var _wait_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1716);
/**
 * What remains when the main step was cancelled or killed: the stop or rollback that was not accepted yet, and the end of the
 * Deployment. It never begins to wait.
 */



/** Ends what the main step could not. */
async function runPost(step) {
    const { host } = step.deps;
    const told = host.state("result");
    const stops = host.state("stopped") === "true" || (told !== undefined && told !== "cancelled") ? [] : await stopAgain(step);
    const reason = host.state("reason") ?? "The step was killed before it came to a verdict";
    // A verdict that main came to stands, also when the job was cancelled right after it.
    const result = told !== undefined && (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .isGood */ .K)(toResult(told)) ? "success" : toResult(told ?? "cancelled");
    const note = await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .endDeployment */ .FU)(step, await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .findDeployment */ .HZ)(step), { result, reason: [reason, ...stops].join("; ") });
    if (told === undefined || stops.length > 0) {
        host.summary(`${[reason, ...stops].map((line) => `- ${line.replaceAll(/[\\`*_<>[\]#|@]/g, "\\$&")}`).join("\n")}\n`);
    }
    host.log.info([reason, ...stops].join("; "));
    if (note !== undefined)
        host.log.warning(note);
}
function toResult(text) {
    return text === "success" || text === "noop" || text === "no-change" ? text : text === "cancelled" ? text : "failed";
}
/** Asks again for what on-cancel wants; looks first, so that what was pinned is what is stopped. */
async function stopAgain(step) {
    const { inputs, deps } = step;
    if (inputs["on-cancel"] === "leave")
        return [];
    const pins = pinsOf(step);
    // What was never pinned cannot be told from a stranger's deployment that began since.
    if (pins === undefined)
        return ["nothing was pinned yet: nothing was stopped"];
    const target = await deps.openTarget({ ...inputs, ...pins });
    const ids = target.items.map(({ id }) => id);
    const { sights } = await target.look(ids, 0);
    const told = [];
    for (const id of ids) {
        const sight = sights.get(id);
        const verdict = sight !== undefined && "step" in sight ? sight.step.verdict : undefined;
        if (verdict !== undefined)
            told.push(`${id} had ended: ${verdict.result}`);
        else
            told.push(`${id}: ${(await (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .endOne */ .q)(step, target, id))?.told ?? ""}`);
    }
    return told;
}
/** Inputs that pin by themselves. */
const pinning = {
    ecs: ["service-deployment"],
    codepipeline: ["execution-id"],
    "app-runner": ["operation-id"],
    jenkins: ["queue-item", "build-number"],
    "github-workflow": ["run-id", "sha"],
};
/** What takes the place of inputs that leave open what is waited for; undefined when nobody knows it. */
function pinsOf({ inputs, deps }) {
    const names = pinning[inputs.target] ?? [];
    const isPinned = (name) => {
        const value = inputs[name];
        return Array.isArray(value) ? value.length > 0 : value !== "";
    };
    if (names.length === 0 || names.some(isPinned))
        return {};
    const pins = readPins(deps.host.state("pins") ?? "");
    const [first = ""] = pins;
    if (inputs.target === "ecs") {
        const known = inputs.services.flatMap((service, at) => (pins[at] ?? "") === "" ? [] : [{ service, pin: pins[at] ?? "" }]);
        if (known.length === 0)
            return undefined;
        return { services: known.map(({ service }) => service), "service-deployment": known.map(({ pin }) => pin) };
    }
    if (first === "")
        return undefined;
    if (inputs.target === "codepipeline")
        return { "execution-id": first };
    return inputs.target === "app-runner" ? { "operation-id": first } : { "build-number": first };
}
function readPins(text) {
    try {
        const pins = JSON.parse(text);
        return Array.isArray(pins) ? pins.map(String) : [];
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 2105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ blinded),
/* harmony export */   MD: () => (/* binding */ CONFIRM_MS),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   vm: () => (/* binding */ sighted)
/* harmony export */ });
/** Nothing was seen for longer than this, ms: nothing can be said. Five minutes have to be survived, with the last wait of them. */
const BLIND_AT_MOST_MS = 360_000;
/** A refusal is asked once more after this, ms: permissions and tokens arrive late, too. */
const CONFIRM_MS = 10_000;
/** No fault so far. */
function sighted(elapsedMs) {
    return { since: elapsedMs, count: 0, refusals: 0 };
}
/** One more fault. */
function blinded(before, fault) {
    const isRefusal = ["denied", "expired", "refused"].includes(fault.kind);
    return { ...before, count: before.count + 1, refusals: isRefusal ? before.refusals + 1 : 0, last: fault };
}
/** The verdict that the faults come to; undefined: go on looking. */
function verdictOf({ since, refusals, last }, elapsedMs) {
    if (last === undefined)
        return undefined;
    const said = `${last.operation}: ${last.detail}`;
    if (refusals >= 2) {
        const isExpired = last.kind === "expired";
        if (last.kind === "refused") {
            const remedy = "Check the names and ids that the step was given. What was started may go on: look at it.";
            return { result: "inconclusive", cause: `the service refuses to tell (${said})`, remedy };
        }
        return {
            result: isExpired ? "credentials-expired" : "access-denied",
            cause: `${isExpired ? "the credentials have expired" : "access denied"} (${said})`,
            ...(last.remedy === undefined ? {} : { remedy: last.remedy }),
        };
    }
    if (elapsedMs - since < BLIND_AT_MOST_MS)
        return undefined;
    const minutes = Math.floor((elapsedMs - since) / 60_000);
    return {
        result: "inconclusive",
        cause: `nothing could be seen for ${minutes} minutes (${said})`,
        remedy: "Look at the deployment itself: it may have ended either way. Then run the job again.",
    };
}


/***/ }),

/***/ 5072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ endCourse),
/* harmony export */   TY: () => (/* binding */ beginCourse),
/* harmony export */   np: () => (/* binding */ advance)
/* harmony export */ });
/* harmony import */ var _blindness_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2105);
/** What is remembered of one item while it is waited for: where it stands, its stages, its warnings, its end. Pure. */

/** A picture in the summary has room for so many stages of an item; flapping does not grow it. */
const MOST_STAGES = 40;
/** The beginning of an item's course. */
function beginCourse(item) {
    return {
        item,
        progress: "",
        stages: [],
        facts: {},
        warnings: [],
        pace: "starting",
        hurried: 0,
        blindness: (0,_blindness_js__WEBPACK_IMPORTED_MODULE_0__/* .sighted */ .vm)(0),
        dueMs: 0,
    };
}
/** What a good look adds. */
function advance(before, step, elapsedMs) {
    const { nearSince: _, ...rest } = before;
    const isNear = step.pace === "near";
    const fresh = (step.warnings ?? []).filter((warning) => !before.warnings.includes(warning));
    const course = {
        ...rest,
        progress: step.progress,
        stages: addStage(before.stages, step.stage, elapsedMs),
        facts: { ...before.facts, ...step.facts },
        warnings: [...before.warnings, ...fresh],
        pace: step.pace,
        hurried: step.pace === "now" ? before.hurried + 1 : 0,
        blindness: (0,_blindness_js__WEBPACK_IMPORTED_MODULE_0__/* .sighted */ .vm)(elapsedMs),
        ...(isNear ? { nearSince: before.nearSince ?? elapsedMs } : {}),
    };
    return step.verdict === undefined ? course : endCourse(course, step.verdict, elapsedMs);
}
/** The end of an item's course. */
function endCourse(course, verdict, elapsedMs) {
    const stages = course.stages.map((stage) => (stage.to === undefined ? { ...stage, to: elapsedMs } : stage));
    return { ...course, verdict, stages, endedMs: elapsedMs };
}
function addStage(stages, name, elapsedMs) {
    const last = stages.at(-1);
    if (last?.name === name || name === "")
        return stages;
    const closed = last === undefined ? [] : [...stages.slice(0, -1), { ...last, to: elapsedMs }];
    if (closed.length < MOST_STAGES)
        return [...closed, { name, from: elapsedMs }];
    return [...closed.slice(0, -1), { name, from: closed.at(-1)?.from ?? elapsedMs }];
}


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

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ isOpenDeployment),
/* harmony export */   jH: () => (/* binding */ parseDeploymentStatus),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2943);
/**
 * Deployments and their statuses as GitHub lists them. Pure: reading only, no calls.
 */

/** Reads one deployment; undefined when it is none. */
function parseDeployment(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        sha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(value, "sha"),
        ref: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "ref"),
        task: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "task"),
        environment: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        payload: parsePayload((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(value, "payload")),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Reads one status; undefined when it is none. */
function parseDeploymentStatus(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        state: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "state"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        logUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "log_url"),
        environmentUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment_url"),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Whether a deployment, with its newest status, has not come to an end; one without a status has just begun. */
function isOpenDeployment({ status }) {
    return status === undefined || ["pending", "queued", "in_progress"].includes(status.state);
}
/** GitHub keeps an object as an object and a text as a text, which often is JSON. */
function parsePayload(payload) {
    let value = payload;
    if (typeof payload === "string") {
        try {
            value = JSON.parse(payload);
        }
        catch {
            value = undefined;
        }
    }
    const record = Object.create(null);
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return record;
    for (const [name, each] of Object.entries(value))
        record[name] = each;
    return record;
}
function readTime(value) {
    const time = Date.parse((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "created_at"));
    return Number.isNaN(time) ? {} : { createdAt: time };
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

/***/ 4262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ withDeadline),
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   j3: () => (/* binding */ DeadlineError)
/* harmony export */ });
/** Time was up. */
class DeadlineError extends Error {
    constructor(ms) {
        super(`it took longer than ${ms / 1000} s`);
        this.name = "DeadlineError";
    }
}
/**
 * Runs work with a signal that is aborted when the time is up or when `signal` is. Rejects at that moment, with a
 * {@link DeadlineError} or with the reason of `signal`, also when the work does not notice.
 */
async function withDeadline({ clock, ms, signal }, work) {
    signal?.throwIfAborted();
    const ending = new AbortController();
    const done = new AbortController();
    const abort = () => ending.abort(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const ended = new Promise((_, reject) => {
        ending.signal.addEventListener("abort", () => reject(ending.signal.reason), { once: true });
    });
    clock.sleep(ms, done.signal).then(() => ending.abort(new DeadlineError(ms)), () => undefined);
    try {
        return await Promise.race([work(ending.signal), ended]);
    }
    finally {
        done.abort();
        signal?.removeEventListener("abort", abort);
    }
}
/**
 * Like {@link withDeadline}, for work that may come to nothing: gives `late` when the time is up. What the work throws, and
 * the reason of `signal`, are thrown as they are, also when they are deadlines of somebody else.
 */
async function inTime(limits, late, work) {
    let ending;
    try {
        return await withDeadline(limits, (signal) => {
            ending = signal;
            return work(signal);
        });
    }
    catch (error) {
        const isLate = error instanceof DeadlineError && error === ending?.reason && error !== limits.signal?.reason;
        if (isLate)
            return late;
        throw error;
    }
}


/***/ })

};

