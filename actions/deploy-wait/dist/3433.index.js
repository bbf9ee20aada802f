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
    const controller = new AbortController();
    const late = clock
        .sleep(STOPPING_MS, controller.signal)
        .then(() => ({ isAccepted: false, told: `the ${how} had no answer within ${STOPPING_MS / 1000} s` }));
    late.catch(() => undefined);
    const ask = () => target.stop(id, how).catch((thrown) => {
        return { isAccepted: false, told: `the ${how} failed: ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .toFailure */ .w2)(thrown).what}` };
    });
    // A connection that was kept can be closed by the other side in the very instant in which it is used.
    const asked = ask().then((first) => (first.isAccepted ? first : ask()));
    try {
        const report = await Promise.race([asked, late]);
        log.info(`${id}: ${report.told}`);
        return report;
    }
    finally {
        controller.abort();
    }
}


/***/ }),

/***/ 5744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ endDeployment),
/* harmony export */   HZ: () => (/* binding */ findDeployment),
/* harmony export */   tY: () => (/* binding */ beginDeployment)
/* harmony export */ });
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7903);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var _wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1716);
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
    const { inputs, context, deps } = step;
    if (!isKept(step))
        return {};
    const { owner, repo, sha, runId, runAttempt, job } = context;
    let id;
    try {
        const github = await deps.github();
        const request = { owner, repo, ref: sha, task: deploymentTask, environment: inputs.environment };
        const description = `Deployment of ${what}`;
        const payload = { run: runId, attempt: runAttempt, job, target: inputs.target };
        id = (await github.createDeployment({ ...request, description, payload })).id;
        deps.host.saveState(stateName, String(id));
        await setStatus(step, id, { state: "in_progress", description: `Waiting for ${what}` });
        return { id };
    }
    catch (thrown) {
        const note = describe(thrown);
        // One that was made has to be ended, whatever its first status came to.
        return id === undefined ? { note } : { id, note };
    }
}
/** Ends the Deployment. Resolves with what went wrong, if anything. */
async function endDeployment(step, id, { result, reason }) {
    if (id === undefined)
        return undefined;
    const state = (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(result) ? "success" : result === "cancelled" || result === "inconclusive" ? "error" : "failure";
    try {
        await setStatus(step, id, { state, description: reason });
        return undefined;
    }
    catch (thrown) {
        return describe(thrown);
    }
}
/** The Deployment that a step of this job began and nobody ended: by the saved state, else by what its payload says. */
async function findDeployment(step) {
    if (!isKept(step))
        return undefined;
    const saved = Number(step.deps.host.state(stateName) ?? "");
    if (Number.isSafeInteger(saved) && saved > 0)
        return saved;
    const { owner, repo, runId, runAttempt, job } = step.context;
    try {
        const github = await step.deps.github();
        const latest = await github.latestDeployment({
            owner,
            repo,
            environment: step.inputs.environment,
            task: deploymentTask,
            isRelevant: ({ payload }) => payload["run"] === runId && payload["attempt"] === runAttempt && payload["job"] === job,
        });
        return ["pending", "queued", "in_progress"].includes(latest?.status?.state ?? "pending") ? latest?.id : undefined;
    }
    catch (thrown) {
        step.deps.host.log.info(`Whether this run began a Deployment is not known: ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .toFailure */ .w2)(thrown).what}`);
        return undefined;
    }
}
function isKept({ inputs }) {
    return inputs.environment !== "" && inputs["github-token"] !== "" && !inputs["dry-run"];
}
async function setStatus({ inputs, context, deps }, id, status) {
    const { owner, repo, runUrl: logUrl } = context;
    const url = inputs["environment-url"];
    const github = await deps.github();
    await github.setDeploymentStatus(id, {
        owner,
        repo,
        logUrl,
        ...status,
        ...(url === "" ? {} : { environmentUrl: url }),
    });
}
function describe(thrown) {
    const failure = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .toFailure */ .w2)(thrown);
    const permission = thrown instanceof _handrail_github__WEBPACK_IMPORTED_MODULE_2__/* .GitHubFailure */ .i ? thrown.permission : undefined;
    const missing = permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
    return `The GitHub Deployment could not be kept: ${failure.what}.${missing} ${failure.remedy}`;
}


/***/ }),

/***/ 3433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3769);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5744);
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


/***/ })

};

