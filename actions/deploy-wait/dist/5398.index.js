export const id = 5398;
export const ids = [5398];
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

/***/ 6175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ askMaybe),
/* harmony export */   Zs: () => (/* binding */ lackOf),
/* harmony export */   tB: () => (/* binding */ sendStop),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _handrail_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);
/* harmony import */ var _wait_doors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3016);
/**
 * How questions that may stay without an answer are put, and requests to stop: a no of AWS is an answer here. What is not
 * about AWS (an abort, a defect) is thrown on.
 */


/** Asks once; AWS may say no. */
async function askMaybe(ask) {
    try {
        return { answer: await ask() };
    }
    catch (error) {
        if (!(error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .k))
            throw error;
        return error.kind === "denied" ? { denied: error.action } : { fault: (0,_wait_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(error) };
    }
}
/** The answer, undefined when there was none. */
function answerOf(maybe) {
    return "answer" in maybe ? maybe.answer : undefined;
}
/** The permission that is missing, as a list. */
function lackOf(...maybes) {
    return [...new Set(maybes.flatMap((maybe) => ("denied" in maybe ? [maybe.denied] : [])))];
}
/**
 * Sends a request to stop; once more when our clock was wrong, because then the second one is signed with AWS's time.
 * `what` is the request as it is told: `StopBuild`. `more` adds what the answer says.
 */
async function sendStop(what, send, more = () => "") {
    for (let tries = 1;; tries += 1) {
        try {
            const said = more(await send());
            return { isAccepted: true, told: `${what} was accepted${said === "" ? "" : ` (${said})`}` };
        }
        catch (error) {
            if (!(error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .k))
                throw error;
            if (error.kind === "skewed" && tries === 1)
                continue;
            return { isAccepted: false, told: `${what} was not accepted (${(0,_wait_doors_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(error)})` };
        }
    }
}


/***/ }),

/***/ 5346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ isShifted),
/* harmony export */   Sx: () => (/* binding */ parseTargets),
/* harmony export */   ng: () => (/* binding */ describeFailures)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3705);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1486);
/** What a deployment does to one instance, ECS service or Lambda function, as BatchGetDeploymentTargets tells it. Pure. */



const shapes = ["ecsTarget", "instanceTarget", "lambdaTarget", "cloudFormationTarget"];
/** The targets of this deployment in an answer. */
function parseTargets(answer, deploymentId) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer, "deploymentTargets")
        .map((target) => ({
        target: shapes.map((shape) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(target, shape)).find((found) => found !== undefined),
        isInstance: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(target, "instanceTarget") !== undefined,
    }))
        .filter(({ target }) => ["", deploymentId].includes((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(target, "deploymentId")))
        .map(({ target, isInstance }) => ({
        isInstance,
        id: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(target, "targetId"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(target, "status"),
        events: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(target, "lifecycleEvents").map(parseEvent),
        newWeight: weightOf(target),
    }));
}
function parseEvent(event) {
    const diagnostics = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "diagnostics");
    const script = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(diagnostics, "scriptName");
    const code = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(diagnostics, "errorCode");
    const failed = code === "Success" ? "" : code;
    return {
        name: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(event, "lifecycleEventName"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(event, "status"),
        why: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(script === "" ? failed : `${failed} (${script})`.trim(), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(diagnostics, "message")),
        logTail: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(diagnostics, "logTail")
            .split(/\r?\n/)
            .map((line) => (0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .cutLine */ .H)(line, 300))
            .filter((line) => line !== ""),
    };
}
function weightOf(target) {
    const green = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(target, "taskSetsInfo").find((set) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(set, "taskSetLabel") === "Green");
    return ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(green, "trafficWeight") ??
        (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(target, "lambdaFunctionInfo", "targetVersionWeight") ??
        (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(target, "targetVersionWeight"));
}
/**
 * Whether all of the traffic goes to what is new, and nothing that was asked to check it may still say no: the hook
 * AfterAllowTraffic runs with the traffic already shifted, and its failure takes the traffic back.
 */
function isShifted(targets) {
    return (targets.length > 0 &&
        targets.every(({ newWeight, events }) => {
            const after = events.find(({ name }) => name === "AfterAllowTraffic");
            return newWeight === 100 && (after === undefined || after.status === "Succeeded" || after.status === "Skipped");
        }));
}
/** The failed events with their targets; equal ones are counted, the first stays first. */
function describeFailures(targets) {
    const groups = new Map();
    for (const { id, events } of targets) {
        for (const { name, status, why } of events) {
            if (status !== "Failed")
                continue;
            const text = `${name} failed${why === "" ? "" : `: ${why}`}`;
            groups.set(text, [...(groups.get(text) ?? []), id]);
        }
    }
    return [...groups].map(([text, ids]) => {
        const whose = ids.length === 1 ? `target ${ids[0] ?? ""}` : `${ids.length} targets`;
        return (0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .cutLine */ .H)(`${whose}: ${text}`, 300);
    });
}


/***/ }),

/***/ 1486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   wv: () => (/* binding */ describeCounts),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/** A CodeDeploy deployment as GetDeployment tells it. Pure. */


/** The deployment of this id in an answer of GetDeployment; undefined when the answer is not about it. */
function parseDeployment(answer, id) {
    const info = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(answer, "deploymentInfo");
    if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "deploymentId") !== id)
        return undefined;
    const blueGreen = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(info, "blueGreenDeploymentConfiguration");
    return {
        id,
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "status"),
        error: joined((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "errorInformation", "code"), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "errorInformation", "message")),
        rollbackId: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "rollbackInfo", "rollbackDeploymentId"),
        rollbackMessage: (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "rollbackInfo", "rollbackMessage"), 300),
        rollsBack: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "rollbackInfo", "rollbackTriggeringDeploymentId"),
        rolledBackWhen: endsRolledBack((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(info, "autoRollbackConfiguration")),
        isTrafficShifted: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(info, "instanceTerminationWaitTimeStarted") === true,
        platform: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(info, "computePlatform"),
        readyAction: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(blueGreen, "deploymentReadyOption", "actionOnTimeout"),
        readyMinutes: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(blueGreen, "deploymentReadyOption", "waitTimeInMinutes"),
        terminationMinutes: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(blueGreen, "terminateBlueInstancesOnDeploymentSuccess", "terminationWaitTimeInMinutes"),
        counts: parseCounts((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(info, "deploymentOverview")),
    };
}
function endsRolledBack(configuration) {
    if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(configuration, "enabled") !== true)
        return [];
    const events = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(configuration, "events");
    const failed = events.includes("DEPLOYMENT_FAILURE") || events.includes("DEPLOYMENT_STOP_ON_ALARM") ? ["Failed"] : [];
    const stopped = events.includes("DEPLOYMENT_STOP_ON_ALARM") || events.includes("DEPLOYMENT_STOP_ON_REQUEST");
    return stopped ? [...failed, "Stopped"] : failed;
}
function parseCounts(overview) {
    if (overview === undefined)
        return undefined;
    const of = (name) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(overview, name) ?? 0;
    const counts = {
        pending: of("Pending"),
        inProgress: of("InProgress"),
        succeeded: of("Succeeded"),
        failed: of("Failed"),
    };
    const ready = of("Ready");
    const { pending, inProgress, succeeded, failed } = counts;
    const all = pending + inProgress + succeeded + failed + ready + of("Skipped");
    return all === 0 ? undefined : { ...counts, ready, all };
}
/** `CODE: message`, on one line of at most 300 characters. */
function joined(code, message) {
    return (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)([code, message].filter((text) => text !== "").join(": "), 300);
}
/** `2/4 succeeded, 1 failed`; "" when the answer has no counts. */
function describeCounts({ counts }) {
    if (counts === undefined)
        return "";
    const failed = counts.failed === 0 ? "" : `, ${counts.failed} failed`;
    return `${counts.succeeded}/${counts.all} succeeded${failed}`;
}


/***/ }),

/***/ 1465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ diagnoseDeployment)
/* harmony export */ });
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5346);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2601);


/** Lines of a script's output that are shown. */
const LOG_LINES = 30;
/** Asks the targets of a deployment that went wrong, in two calls. */
async function diagnoseDeployment(ask, { id, platform }) {
    // With thousands of instances the failed ones may stand on any page; only instances can be chosen by their state.
    const wanted = platform === "Server" ? { targetFilters: { TargetStatus: ["Failed"] } } : {};
    const { targets = [], missingPermissions } = await (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readTargets */ .R0)(ask, id, wanted);
    const logLines = targets
        .flatMap(({ events }) => events)
        .find(({ status, logTail }) => status === "Failed" && logTail.length > 0)
        ?.logTail.slice(-LOG_LINES);
    return {
        causes: (0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailures */ .ng)(targets),
        ...(logLines === undefined ? {} : { logLines }),
        missingPermissions,
    };
}


/***/ }),

/***/ 2601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   sq: () => (/* binding */ readLook)
/* harmony export */ });
/* unused harmony export readDeployment */
/* harmony import */ var _handrail_aws__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7398);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9404);
/* harmony import */ var _wait_doors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3016);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6175);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1486);
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5346);
/** Reads a deployment, its targets and its rollback. It asks and parses; what that means is the machine's. */






/** BatchGetDeploymentTargets takes so many. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentTargets.html */
const MOST_TARGETS = 25;
/** One deployment. */
async function readDeployment(ask, id) {
    return (0,_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDeployment */ .zi)(await ask("codedeploy", "GetDeployment", { deploymentId: id }), id);
}
/** Targets of a deployment: all, or only some where CodeDeploy can choose them. Two calls, one when their ids are known. */
async function readTargets(ask, deploymentId, wanted = {}) {
    const { ids = [], ...filters } = wanted;
    let known = ids;
    if (ids.length === 0) {
        const listed = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .askMaybe */ .IK)(() => ask("codedeploy", "ListDeploymentTargets", { deploymentId, ...filters }));
        if (!("answer" in listed))
            return { missingPermissions: (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .lackOf */ .Zs)(listed), calls: 1 };
        known = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .LD)(listed.answer, "targetIds").filter((id) => typeof id === "string");
        if (known.length === 0)
            return { targets: [], missingPermissions: [], calls: 1 };
    }
    const input = { deploymentId, targetIds: known.slice(0, MOST_TARGETS) };
    const got = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .askMaybe */ .IK)(() => ask("codedeploy", "BatchGetDeploymentTargets", input));
    const calls = ids.length === 0 ? 2 : 1;
    if (!("answer" in got))
        return { missingPermissions: (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .lackOf */ .Zs)(got), calls };
    return { targets: (0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTargets */ .Sx)(got.answer, deploymentId), missingPermissions: [], calls };
}
/** What a look reads. `calls` is told through `count`, also when the look has no answer. */
async function readLook(place, id, reads, state, count) {
    const { ask } = place;
    if (reads.includes("rollback")) {
        count(1);
        const rollbackId = state?.deployment?.rollbackId ?? "";
        const maybe = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .askMaybe */ .IK)(() => ask("codedeploy", "GetDeployment", { deploymentId: rollbackId }));
        const rollback = (0,_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDeployment */ .zi)((0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .answerOf */ .ut)(maybe), rollbackId);
        return { nowMs: place.serverNow(), ...(rollback === undefined ? {} : { rollback }) };
    }
    const ids = state?.targets?.map((target) => target.id).filter((each) => each !== "");
    const targeted = reads.includes("targets") ? readTargets(ask, id, ids === undefined ? {} : { ids }) : undefined;
    count(1);
    const [base, found] = await Promise.all([readOwn(ask, id), targeted]);
    if (found === undefined)
        return { nowMs: place.serverNow(), ...base };
    count(found.calls);
    const [targetsDenied] = found.missingPermissions;
    return {
        nowMs: place.serverNow(),
        ...base,
        ...(found.targets === undefined ? {} : { targets: found.targets }),
        ...(targetsDenied === undefined ? {} : { targetsDenied }),
    };
}
async function readOwn(ask, id) {
    try {
        const deployment = await readDeployment(ask, id);
        return deployment === undefined ? {} : { deployment };
    }
    catch (error) {
        const code = (0,_wait_doors_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalOf */ .Of)(error);
        if (code !== "DeploymentDoesNotExistException" && code !== "InvalidDeploymentIdException")
            throw error;
        const said = error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_5__/* .AwsFault */ .k ? error.said : "";
        return { missing: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(code, said), isInvalid: code === "InvalidDeploymentIdException" };
    }
}


/***/ }),

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCodedeployTarget: () => (/* binding */ createCodedeployTarget)
});

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var wait_doors = __webpack_require__(3016);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/deployment.js
var codedeploy_deployment = __webpack_require__(1486);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/diagnose.js
var diagnose = __webpack_require__(1465);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/deployment-target.js
var deployment_target = __webpack_require__(5346);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codedeploy/ready.js
/** In Ready nothing moves until traffic is rerouted. `sinceMs` is when that was seen first, by AWS's time. */
function describeReady({ id, readyAction, readyMinutes }, sinceMs) {
    const isStopped = readyAction !== "CONTINUE_DEPLOYMENT";
    const then = isStopped ? "it is stopped" : "it goes on by itself";
    const until = readyMinutes === undefined || readyMinutes <= 0
        ? ""
        : ` until about ${new Date(sinceMs + readyMinutes * 60_000).toISOString()}, then ${then}`;
    const how = `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type READY_WAIT`;
    const deadline = until === "" ? ", or for its wait time to be over" : `,${until}`;
    return {
        progress: `Ready (READY_WAIT): waits for the traffic to be rerouted${until}`,
        warning: `Deployment ${id} is Ready (READY_WAIT): it waits for a person to reroute the traffic${deadline}. To reroute it: ${how}`,
    };
}
/** After the traffic was shifted the old ones are kept for a while; "" before. */
function describeTermination({ isTrafficShifted, terminationMinutes }) {
    if (!isTrafficShifted)
        return "";
    const minutes = terminationMinutes === undefined ? "" : ` for ${terminationMinutes} minutes`;
    return `the traffic is shifted, the old ones are kept${minutes}`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codedeploy/machine.js



/** A deployment that was never seen after this time does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Looks that the id of a rollback may come late. */
const ROLLBACK_LOOKS = 3;
/** Answers without a target after which no more are asked for. */
const EMPTY_TARGETS = 3;
/** States that are left again. */
const moving = new Set(["Created", "Queued", "InProgress", "Baking", "Ready"]);
/** The machine of one deployment. Success is of the deployment with this id, and never while something rolls it back. */
function nextOfDeployment(id, until) {
    return (before, snapshot, elapsedMs) => {
        const state = remember(before ?? { emptyTargets: 0, sinceFailure: 0, isRollbackAsked: false }, snapshot);
        const deciding = { id, until, state, snapshot, elapsedMs };
        const { deployment } = state;
        if (deployment === undefined)
            return unseen(deciding);
        if (snapshot.deployment === undefined && !state.isRollbackAsked)
            return lost(deciding, deployment);
        const { rollbackId, status } = deployment;
        if (rollbackId !== "" && rollbackId !== id)
            return rolledBack(deciding, deployment);
        if (status === "Failed" || status === "Stopped")
            return failed(deciding, deployment);
        return going(deciding, deployment);
    };
}
function remember(before, { deployment, targets, targetsDenied, nowMs }) {
    const isReady = deployment?.status === "Ready";
    return {
        ...before,
        ...(deployment === undefined ? {} : { deployment }),
        ...(targets === undefined ? {} : { targets }),
        ...(targetsDenied === undefined ? {} : { targetsDenied }),
        emptyTargets: before.emptyTargets + (targets?.length === 0 ? 1 : 0),
        ...(isReady && before.readySinceMs === undefined ? { readySinceMs: nowMs } : {}),
    };
}
function step(deciding, pace, progress, more = {}) {
    const { id, state } = deciding;
    const stage = state.deployment?.status ?? "";
    return { state, pace, reads: ["deployment"], progress, stage, facts: { pinned: id }, ...more };
}
function unseen(deciding) {
    const { id, snapshot, elapsedMs } = deciding;
    const progress = "not visible yet";
    if (snapshot.isInvalid !== true && elapsedMs < APPEARS_WITHIN_MS)
        return step(deciding, "starting", progress);
    const cause = `there is no deployment ${id} (${snapshot.missing ?? "CodeDeploy's answers are not about it"})`;
    return step(deciding, "moving", progress, { verdict: { result: "not-found", cause } });
}
/** The deployment was seen, and this answer is not about it. */
function lost(deciding, { status }) {
    const { id, snapshot } = deciding;
    const said = snapshot.missing ?? "CodeDeploy's answer is not about it";
    const warnings = [`Deployment ${id} was seen before and is not seen now (${said}); waiting goes on`];
    return step(deciding, "moving", `${status}, not seen any more`, { warnings, reads: readsOf(deciding) });
}
/** A rollback has begun: that is the verdict, whatever becomes of the rollback, unless it is known to have failed. */
function rolledBack(deciding, deployment) {
    const { state, snapshot } = deciding;
    const { rollbackId, rollbackMessage, status, error } = deployment;
    const progress = `${status}, rolled back by ${rollbackId}`;
    if (!state.isRollbackAsked) {
        return step({ ...deciding, state: { ...state, isRollbackAsked: true } }, "now", progress, { reads: ["rollback"] });
    }
    const { rollback } = snapshot;
    const why = error === "" ? status : error;
    if (rollback?.status === "Failed" || rollback?.status === "Stopped") {
        const how = [rollback.status, rollback.error].filter((text) => text !== "").join(", ");
        const cause = `${why}; its rollback ${rollbackId} did not succeed either (${how})`;
        return step(deciding, "moving", progress, { verdict: { result: "rollback-failed", cause } });
    }
    const told = rollbackMessage === "" ? "" : ` (${rollbackMessage})`;
    const cause = `${why}; it is rolled back by deployment ${rollbackId}${told}`;
    return step(deciding, "moving", progress, { verdict: { result: "rolled-back", cause } });
}
/** It ended badly. The id of a rollback that is configured may come a little later. */
function failed(deciding, deployment) {
    const { state } = deciding;
    const { status, error, rolledBackWhen, rollbackMessage } = deployment;
    if (rolledBackWhen.includes(status) && state.sinceFailure < ROLLBACK_LOOKS) {
        const pace = state.sinceFailure + 1 < ROLLBACK_LOOKS ? "now" : "near";
        return step({ ...deciding, state: { ...state, sinceFailure: state.sinceFailure + 1 } }, pace, status);
    }
    const words = [error, rollbackMessage].filter((text) => text !== "").join("; ");
    const cause = words === "" ? status : words;
    const verdict = { result: status === "Stopped" ? "stopped" : "failed", cause };
    return step(deciding, "moving", status, { verdict });
}
function going(deciding, deployment) {
    const { status } = deployment;
    const warnings = [...warningsOf(deciding, deployment)];
    const shared = { warnings, reads: readsOf(deciding) };
    if (isEnough(deciding, deployment)) {
        return step(deciding, "moving", status, { ...shared, verdict: { result: "success", cause: "" } });
    }
    if (status === "Ready") {
        const told = describeReady(deployment, deciding.state.readySinceMs ?? deciding.snapshot.nowMs);
        return step(deciding, "blocked", told.progress, { ...shared, warnings: [...warnings, told.warning] });
    }
    const { counts, isTrafficShifted } = deployment;
    const isLast = counts !== undefined && counts.succeeded > 0 && counts.succeeded === counts.all;
    const pace = isLast && !isTrafficShifted ? "near" : "moving";
    const parts = [status === "" ? "no status" : status, (0,codedeploy_deployment/* describeCounts */.wv)(deployment), describeTermination(deployment)];
    const stage = isTrafficShifted ? "waiting to end the old ones" : status;
    return step(deciding, pace, parts.filter((part) => part !== "").join(", "), { ...shared, stage });
}
function* warningsOf({ id, snapshot }, { status, rollsBack }) {
    if (!moving.has(status) && status !== "Succeeded") {
        yield `CodeDeploy tells the unknown status "${status}"; waiting goes on`;
    }
    if (rollsBack !== "" && rollsBack !== id) {
        yield `Deployment ${id} is itself a rollback of ${rollsBack}: its success puts the former version back`;
    }
    if (snapshot.targetsDenied !== undefined) {
        yield `${snapshot.targetsDenied} is not allowed: that the traffic was shifted is told later, when its old targets wait for their end`;
    }
}
function isEnough({ until, state }, { status, isTrafficShifted }) {
    if (status === "Succeeded")
        return true;
    // An unknown status is never success, whatever else the answer holds.
    if (until === "succeeded" || !moving.has(status))
        return false;
    if (isTrafficShifted)
        return true;
    return until === "ready" ? status === "Ready" : (0,deployment_target/* isShifted */.QC)(state.targets ?? []);
}
/** Targets are read only when the traffic is waited for, and only as long as they can tell something about it. */
function readsOf({ until, state }) {
    const { targets = [], targetsDenied, emptyTargets, deployment } = state;
    if (until !== "traffic-shifted" || targetsDenied !== undefined)
        return ["deployment"];
    const areInstances = deployment?.platform === "Server" || (targets.length > 0 && targets.every((each) => each.isInstance));
    return areInstances || emptyTargets >= EMPTY_TARGETS ? ["deployment"] : ["deployment", "targets"];
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/read.js
var read = __webpack_require__(2601);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codedeploy/target.js
/** The target `codedeploy`: waits for one deployment. It puts the parts together and knows no rule. */









/** Makes the target. One call a look (GetDeployment), two while `until` is `traffic-shifted`. */
function createCodedeployTarget({ deploymentId, until }, doors) {
    return (0,target/* defineTarget */.D)({
        kind: "codedeploy",
        items: [{ id: deploymentId, label: `deployment ${deploymentId}` }],
        first: until === "traffic-shifted" ? ["deployment", "targets"] : ["deployment"],
        next: nextOfDeployment(deploymentId, until),
        async read([wanted]) {
            const place = await doors.aws();
            let calls = 0;
            const count = (more) => {
                calls += more;
            };
            const reads = wanted?.reads ?? ["deployment"];
            const look = await (0,wait_doors/* lookAt */.t5)(() => (0,read/* readLook */.sq)(place, deploymentId, reads, wanted?.state, count));
            return { looks: new Map([[deploymentId, look]]), calls };
        },
        async diagnose(_item, { deployment }, verdict) {
            const { ask, region } = await doors.aws();
            const links = linksOf(region, [deploymentId, deployment?.rollbackId ?? ""]);
            if (deployment === undefined || (0,wait_verdict/* isGood */.K)(verdict.result))
                return { causes: [], links };
            const [diagnosis, late] = await Promise.all([
                (0,diagnose/* diagnoseDeployment */.S)(ask, deployment),
                lateRollback(deployment, verdict, async (id) => ask("codedeploy", "GetDeployment", { deploymentId: id })),
            ]);
            return { ...diagnosis, causes: [...diagnosis.causes, ...late], links };
        },
        async stop(_item, _state, how) {
            const { ask } = await doors.aws();
            const isRollback = how === "rollback";
            const input = { deploymentId, autoRollbackEnabled: isRollback };
            return (0,asking/* sendStop */.tB)(`StopDeployment${isRollback ? " with autoRollbackEnabled" : ""}`, () => ask("codedeploy", "StopDeployment", input, { evenWhenCancelled: true }), (answer) => (0,codedeploy_deployment/* joined */.oR)((0,plain/* readText */.yR)(answer, "status"), (0,plain/* readText */.yR)(answer, "statusMessage")));
        },
        prepare: async () => (await doors.aws()).load("codedeploy"),
    });
}
/** The rollback that began after the verdict `failed` or `stopped`. */
async function lateRollback({ id }, { result }, get) {
    if (result !== "failed" && result !== "stopped")
        return [];
    const now = (0,codedeploy_deployment/* parseDeployment */.zi)((0,asking/* answerOf */.ut)(await (0,asking/* askMaybe */.IK)(() => get(id))), id);
    if (now === undefined || now.rollbackId === "" || now.rollbackId === id)
        return [];
    return [`it is rolled back by deployment ${now.rollbackId}`];
}
function linksOf(region, ids) {
    if (region === "")
        return [];
    const base = `https://${region}.console.aws.amazon.com/codesuite/codedeploy/deployments`;
    return ids
        .filter((id) => id !== "")
        .map((id) => ({ title: `deployment ${id}`, url: `${base}/${encodeURIComponent(id)}?region=${region}` }));
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

