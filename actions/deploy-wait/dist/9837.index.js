export const id = 9837;
export const ids = [9837];
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

/***/ 7658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ isUnknownBuild),
/* harmony export */   iq: () => (/* binding */ failedPhases),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   w: () => (/* binding */ findBuild)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/** A CodeBuild build as BatchGetBuilds tells it, and what its phases say about a failure. Pure. */


/** The build of this id (or ARN) in an answer of BatchGetBuilds; undefined when the answer is not about it. */
function findBuild(answer, id) {
    const found = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer, "builds").find((build) => isBuild(build, id));
    return found === undefined ? undefined : parseBuild(found);
}
/** Whether the answer says that there is no such build. */
function isUnknownBuild(answer, id) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer, "buildsNotFound").includes(id);
}
function isBuild(build, id) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "id") === id || (id.startsWith("arn:") && (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "arn") === id);
}
function parseBuild(build) {
    return {
        id: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "id"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "buildStatus"),
        phase: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "currentPhase"),
        phases: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(build, "phases").map(parsePhase),
        logGroup: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "logs", "groupName") || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "logs", "cloudWatchLogs", "groupName"),
        logStream: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "logs", "streamName"),
        logUrl: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(build, "logs", "deepLink"),
    };
}
function parsePhase(phase) {
    return {
        name: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(phase, "phaseType"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(phase, "phaseStatus"),
        contexts: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(phase, "contexts"))
            .map(parseContext)
            .filter((text) => text !== ""),
    };
}
function parseContext(context) {
    const code = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(context, "statusCode");
    const message = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(context, "message");
    return (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)([code, message].filter((text) => text !== "").join(": "), 300);
}
const unharmed = new Set(["", "SUCCEEDED", "IN_PROGRESS", "QUEUED"]);
/** The phases that did not go well, in their order: the first is the cause, POST_BUILD runs after a failed BUILD too. */
function failedPhases({ phases }) {
    return phases.filter(({ status }) => !unharmed.has(status));
}
/** `FAILED in phase BUILD: COMMAND_EXECUTION_ERROR: make: *** [deploy] Error 2`, as far as the build tells. */
function describeEnd(build) {
    const [first] = failedPhases(build);
    if (first === undefined)
        return build.status;
    const why = first.contexts.length === 0 ? "" : `: ${first.contexts.slice(0, 2).join("; ")}`;
    return `${build.status} in phase ${first.name}${why}`;
}


/***/ }),

/***/ 9600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ diagnoseBuild),
/* harmony export */   y: () => (/* binding */ tailOfLog)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9404);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3705);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6175);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7658);




/** Lines of the log that are shown. */
const LOG_LINES = 30;
/** The last lines of a log stream, oldest first, and the permission that was missing. One call. */
async function tailOfLog(ask, group, stream) {
    const input = { logGroupName: group, logStreamName: stream, limit: LOG_LINES, startFromHead: false };
    const maybe = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .askMaybe */ .IK)(() => ask("logs", "GetLogEvents", input));
    const lines = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .LD)((0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .answerOf */ .ut)(maybe), "events")
        .flatMap((event) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(event, "message").split(/\r?\n/))
        .map((line) => (0,_line_js__WEBPACK_IMPORTED_MODULE_3__/* .cutLine */ .H)(line, 300))
        .filter((line) => line !== "");
    return { lines: lines.slice(-LOG_LINES), missingPermissions: (0,_asking_js__WEBPACK_IMPORTED_MODULE_1__/* .lackOf */ .Zs)(maybe) };
}
/** What is known about a failed build. */
async function diagnoseBuild(ask, build) {
    const causes = (0,_build_js__WEBPACK_IMPORTED_MODULE_0__/* .failedPhases */ .iq)(build).flatMap(({ name, contexts }) => contexts.map((context) => `phase ${name}: ${context}`));
    const links = build.logUrl === "" ? [] : [{ title: "log of the build", url: build.logUrl }];
    if (build.logGroup === "" || build.logStream === "")
        return { causes, links };
    const { lines, missingPermissions } = await tailOfLog(ask, build.logGroup, build.logStream);
    return { causes, links, logLines: lines, missingPermissions };
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

/***/ 9837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCodepipelineTarget: () => (/* binding */ createCodepipelineTarget)
});

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var wait_doors = __webpack_require__(3016);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codebuild/build.js
var build = __webpack_require__(7658);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codebuild/diagnose.js
var diagnose = __webpack_require__(9600);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/deployment.js
var deployment = __webpack_require__(1486);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/diagnose.js
var codedeploy_diagnose = __webpack_require__(1465);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/action.js
/** What the actions of an execution came to, by ListActionExecutions. Pure. */


/** The runs of this execution's actions, the newest first. */
function parseActions(answer, executionId) {
    return (0,plain/* readList */.LD)(answer, "actionExecutionDetails")
        .filter((detail) => ["", executionId].includes((0,plain/* readText */.yR)(detail, "pipelineExecutionId")))
        .map((detail) => {
        const result = (0,plain/* read */.LF)(detail, "output", "executionResult");
        const code = (0,plain/* readText */.yR)(result, "errorDetails", "code");
        const message = (0,plain/* readText */.yR)(result, "errorDetails", "message");
        return {
            stage: (0,plain/* readText */.yR)(detail, "stageName"),
            name: (0,plain/* readText */.yR)(detail, "actionName"),
            status: (0,plain/* readText */.yR)(detail, "status"),
            category: (0,plain/* readText */.yR)(detail, "input", "actionTypeId", "category"),
            provider: (0,plain/* readText */.yR)(detail, "input", "actionTypeId", "provider"),
            error: (0,line/* cutLine */.H)([code, message].filter((text) => text !== "").join(": "), 300),
            summary: (0,line/* cutLine */.H)((0,plain/* readText */.yR)(result, "externalExecutionSummary"), 300),
            externalId: (0,plain/* readText */.yR)(result, "externalExecutionId"),
            externalUrl: (0,plain/* readText */.yR)(result, "externalExecutionUrl"),
            logStreamArn: (0,plain/* readText */.yR)(result, "logStreamARN"),
            updatedMs: (0,plain/* readTime */.aQ)(detail, "lastUpdateTime"),
        };
    });
}
/** The actions that failed and were not tried again since, the first failure first. */
function failedActions(actions) {
    const latest = new Map();
    for (const action of actions) {
        const key = `${action.stage}\n${action.name}`;
        const known = latest.get(key);
        if (known === undefined || (action.updatedMs ?? 0) > (known.updatedMs ?? 0))
            latest.set(key, action);
    }
    return [...latest.values()]
        .filter(({ status }) => status === "Failed")
        .reverse()
        .sort((one, other) => (one.updatedMs ?? 0) - (other.updatedMs ?? 0));
}
/** A person said no. An approval that was not answered in time fails without these words. */
function isRejection({ category, summary }) {
    return (category === "Approval" || category === "") && /^rejected\b/i.test(summary);
}
/** `stage Build, action Compile: JobFailed: Build terminated with state: FAILED`. */
function describeAction({ stage, name, error, summary }) {
    const said = [error, summary].filter((text, at, all) => text !== "" && all.indexOf(text) === at);
    const why = said.length === 0 ? "failed" : said.join("; ");
    return (0,line/* cutLine */.H)(`stage ${stage}, action ${name}: ${why}`, 400);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/execution.js
/** Executions of a pipeline as GetPipelineExecution and ListPipelineExecutions tell them. Pure. */


/** The execution in an answer of GetPipelineExecution. */
function parseExecution(answer) {
    const execution = (0,plain/* read */.LF)(answer, "pipelineExecution");
    return execution === undefined ? undefined : parse(execution, "artifactRevisions", "name");
}
/** The executions in an answer of ListPipelineExecutions, the newest first. */
function parseExecutions(answer) {
    return (0,plain/* readList */.LD)(answer, "pipelineExecutionSummaries")
        .map((summary) => parse(summary, "sourceRevisions", "actionName"))
        .filter(({ id }) => id !== "");
}
function parse(value, revisions, name) {
    const trigger = (0,plain/* readText */.yR)(value, "trigger", "triggerType");
    return {
        id: (0,plain/* readText */.yR)(value, "pipelineExecutionId"),
        status: (0,plain/* readText */.yR)(value, "status"),
        summary: (0,line/* cutLine */.H)((0,plain/* readText */.yR)(value, "statusSummary"), 300),
        revisions: (0,plain/* readList */.LD)(value, revisions)
            .map((revision) => ({
            name: (0,plain/* readText */.yR)(revision, name),
            id: (0,plain/* readText */.yR)(revision, "revisionId"),
            summary: (0,line/* cutLine */.H)((0,plain/* readText */.yR)(revision, "revisionSummary"), 80),
        }))
            .filter(({ id }) => id !== ""),
        isRollback: (0,plain/* readText */.yR)(value, "executionType") === "ROLLBACK" || trigger.endsWith("Rollback"),
        trigger,
        triggerDetail: (0,plain/* readText */.yR)(value, "trigger", "triggerDetail"),
        startMs: (0,plain/* readTime */.aQ)(value, "startTime"),
        stopReason: (0,line/* cutLine */.H)((0,plain/* readText */.yR)(value, "stopTrigger", "reason"), 300),
    };
}
/** `e2 (revision 1a2b3c4d "Fix the door")`. */
function describeExecution({ id, revisions }) {
    const [first] = revisions;
    if (first === undefined)
        return id;
    const title = first.summary === "" ? "" : ` "${first.summary}"`;
    return `${id} (revision ${first.id.slice(0, 12)}${title})`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/lineage.js
/**
 * The newest execution that began after an instant (ms since 1970) and is no rollback: a rollback of what we started begins
 * after it, and its success would be a lie.
 */
function newestAfter(listing, afterMs) {
    return listing
        .filter(({ startMs, isRollback }) => !isRollback && startMs !== undefined && startMs >= afterMs)
        .reduce((newest, each) => (newest === undefined || (each.startMs ?? 0) > (newest.startMs ?? 0) ? each : newest), undefined);
}
/** Executions that are surely newer than ours, the oldest first. AWS lists the newest first. */
function newerThan(listing, own) {
    const at = listing.findIndex(({ id }) => id === own.id);
    const ours = listing[at];
    const isNewer = (each, index) => {
        if (each.id === own.id)
            return false;
        if (ours !== undefined) {
            if (each.startMs === undefined || ours.startMs === undefined || each.startMs === ours.startMs)
                return index < at;
            return each.startMs > ours.startMs;
        }
        // A listing without ours may be an old one. What began after we had seen ours is newer; an end without a time is not.
        if (each.startMs !== undefined)
            return each.startMs > own.sinceMs;
        return each.status === "" || each.status === "InProgress";
    };
    return listing.filter(isNewer).reverse();
}
/**
 * Whether an execution holds what ours brought, source by source: the same revision, or another one that no execution
 * before ours had. Relied on is that a source action fetches the newest revision of its branch; ancestry is not told by
 * CodePipeline. `unknown`: the revisions are not told.
 */
function holdsOurs(listing, own, other) {
    const listed = listing.find(({ id }) => id === own.id)?.revisions ?? [];
    const ours = listed.length > 0 ? listed : own.revisions;
    if (ours.length === 0 || other.revisions.length === 0)
        return other.isRollback ? "no" : "unknown";
    const isSame = (revision) => other.revisions.some(({ id }) => id === revision.id);
    if (ours.every(isSame))
        return "yes";
    if (other.isRollback)
        return "no";
    const older = olderRevisions(listing, own);
    const holds = ours.every((revision) => {
        if (isSame(revision))
            return true;
        const alone = ours.length === 1 && other.revisions.length === 1 ? other.revisions[0] : undefined;
        const theirs = other.revisions.find(({ name }) => name === revision.name) ?? alone;
        return theirs !== undefined && !older.has(theirs.id);
    });
    return holds ? "yes" : "no";
}
function olderRevisions(listing, own) {
    const newer = new Set(newerThan(listing, own).map(({ id }) => id));
    const older = listing.filter(({ id }) => id !== own.id && !newer.has(id));
    return new Set(older.flatMap(({ revisions }) => revisions.map(({ id }) => id)));
}
const dead = new Set(["Superseded", "Failed", "Stopped", "Stopping", "Cancelled"]);
/**
 * The newer execution that may be waited for in the place of ours: one that lives before one that has ended badly, one that
 * surely holds our revision before one whose revisions are not told. `isProved`: it surely does.
 */
function successorOf(listing, own, visited) {
    const candidates = newerThan(listing, own)
        .filter(({ id }) => !visited.includes(id))
        .map((execution) => ({ execution, holds: holdsOurs(listing, own, execution) }))
        .filter(({ holds }) => holds !== "no");
    const pick = (isAlive, wanted) => candidates.find(({ execution, holds }) => !dead.has(execution.status) === isAlive && holds === wanted);
    const found = pick(true, "yes") ?? pick(true, "unknown") ?? pick(false, "yes") ?? pick(false, "unknown");
    return found === undefined ? undefined : { execution: found.execution, isProved: found.holds === "yes" };
}
/**
 * The execution that CodePipeline began by itself because ours failed. Its trigger's detail names the failed one:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback-view-list.html
 */
function rollbackOf(listing, own) {
    const newer = new Set(newerThan(listing, own).map(({ id }) => id));
    const isListed = listing.some(({ id }) => id === own.id);
    return listing.find((each) => {
        const { isRollback, trigger, triggerDetail, id, startMs } = each;
        if (!isRollback || id === own.id || trigger === "ManualRollback")
            return false;
        if (triggerDetail.includes(own.id))
            return true;
        if (triggerDetail.includes("FailedPipelineExecutionId"))
            return false;
        return newer.has(id) || (!isListed && startMs === undefined);
    });
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/place.js
/** Where an execution stands in its pipeline, by GetPipelineState: the stage, and what it waits for. Pure. */


/** The stages in an answer of GetPipelineState. */
function parseStages(answer) {
    return (0,plain/* readList */.LD)(answer, "stageStates").map((stage) => {
        const transition = (0,plain/* read */.LF)(stage, "inboundTransitionState");
        const inbound = [(0,plain/* read */.LF)(stage, "inboundExecution"), ...(0,plain/* readList */.LD)(stage, "inboundExecutions")];
        return {
            name: (0,plain/* readText */.yR)(stage, "stageName"),
            id: (0,plain/* readText */.yR)(stage, "latestExecution", "pipelineExecutionId"),
            status: (0,plain/* readText */.yR)(stage, "latestExecution", "status"),
            waiting: inbound.map((execution) => (0,plain/* readText */.yR)(execution, "pipelineExecutionId")).filter((id) => id !== ""),
            isOpen: (0,plain/* read */.LF)(transition, "enabled") !== false,
            closedBy: (0,line/* cutLine */.H)((0,plain/* readText */.yR)(transition, "lastChangedBy"), 200),
            closedWhy: (0,line/* cutLine */.H)((0,plain/* readText */.yR)(transition, "disabledReason"), 200),
            actions: (0,plain/* readList */.LD)(stage, "actionStates").map(parseAction),
        };
    });
}
function parseAction(action) {
    const latest = (0,plain/* read */.LF)(action, "latestExecution");
    return {
        name: (0,plain/* readText */.yR)(action, "actionName"),
        status: (0,plain/* readText */.yR)(latest, "status"),
        token: (0,plain/* readText */.yR)(latest, "token"),
        url: (0,plain/* readText */.yR)(latest, "externalExecutionUrl") || (0,plain/* readText */.yR)(action, "entityUrl"),
    };
}
/** Where the execution stands; undefined when the stages do not show it. Other executions are never looked at. */
function placeOf(stages, id) {
    const last = stages.at(-1);
    const isOurs = (stage) => stage.id === id || (stage.id === "" && stage.actions.some(isWaitingForPerson));
    const current = stages.find((stage) => isOurs(stage) && (stage.status === "InProgress" || stage.id === "")) ??
        stages.find(({ waiting }) => waiting.includes(id)) ??
        stages.findLast((stage) => stage.id === id);
    if (current === undefined)
        return undefined;
    const isWaiting = !isOurs(current) || (current.status !== "InProgress" && current.waiting.includes(id));
    const approval = isWaiting ? undefined : current.actions.find(isWaitingForPerson);
    const running = isWaiting ? [] : current.actions.filter(({ status }) => status === "InProgress");
    return {
        stage: current.name,
        status: isWaiting ? "" : current.status,
        isLast: current === last && !isWaiting,
        isWaiting,
        running: running.map(({ name }) => name),
        ...(approval === undefined ? {} : { approval: { action: approval.name, url: approval.url } }),
        ...(isWaiting && !current.isOpen ? { closed: { by: current.closedBy, why: current.closedWhy } } : {}),
    };
}
/** Only an open approval has a token. https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionExecution.html */
function isWaitingForPerson({ status, token }) {
    return status === "InProgress" && token !== "";
}
/** Whether the execution is under way there, as far as the stages know. */
function isUnderWay({ isWaiting, status, approval }) {
    return isWaiting || status === "InProgress" || approval !== undefined;
}
/** Whether somebody has to do something before it goes on. */
function isBlocked({ approval, closed }) {
    return approval !== undefined || closed !== undefined;
}
/** `stage Prod: waits at the disabled transition (freeze)`. */
function describePlace({ stage, status, isWaiting, approval, closed, running }) {
    if (approval !== undefined)
        return `stage ${stage}: waits for the approval of action ${approval.action}`;
    if (closed !== undefined) {
        const why = closed.why === "" ? "" : ` (${closed.why})`;
        return `waits: the transition into stage ${stage} is disabled${why}`;
    }
    if (isWaiting)
        return `waits to enter stage ${stage}`;
    return running.length === 0 ? `stage ${stage} ${status}` : `stage ${stage}: ${running.join(", ")} in progress`;
}
/** What a person has to know; undefined when nobody has to do anything. */
function warningOf({ stage, approval, closed }, page) {
    if (approval !== undefined) {
        const where = [approval.url, page].find((url) => url !== "");
        const link = where === undefined ? "" : `: ${where}`;
        return `Stage ${stage}, action ${approval.action} waits for a person's approval${link}`;
    }
    if (closed === undefined)
        return undefined;
    const by = closed.by === "" ? "" : ` by ${closed.by}`;
    const why = closed.why === "" ? "" : ` (${closed.why})`;
    return `The transition into stage ${stage} is disabled${by}${why}: the execution waits until it is enabled`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/cadence.js

/** Nothing was read yet. */
const freshCadence = { isOff: false, since: 0, every: 3, isLive: false, key: "" };
const USUAL = 3;
/** While a person has to do something, stages that stay as they are are read half as often. */
const PATIENT = 6;
/** Stages that never show the execution (parallel mode shows the newest one only) are read more and more seldom. */
const SELDOM = 12;
/** While the end is near it is looked for; that something blocks it is looked for every so many looks. */
const NEAR = 16;
/** Stages that were not seen to move yet are read less often with time. */
const SLOW = 5;
/** After a look. `stages` is undefined when they were not read. */
function afterLook(before, stages, place) {
    if (stages === undefined)
        return { ...before, since: before.since + 1 };
    if ("fault" in stages)
        return { ...before, since: 0 };
    if ("denied" in stages || stages.list.length === 0)
        return { ...before, isOff: true };
    if (place === undefined)
        return { ...before, since: 0, every: Math.min(SELDOM, before.every * 2), key: "" };
    const key = [place.stage, place.status, ...place.running].join("\n");
    const hasMoved = before.key !== "" && key !== before.key;
    const isLive = before.isLive || hasMoved;
    const usual = isLive || before.key === "" ? USUAL : Math.min(SLOW, before.every + 1);
    const every = key === before.key && isBlocked(place) ? PATIENT : usual;
    return { ...before, since: 0, every, isLive, key };
}
/**
 * What to read next. Stages that are known to be fresh take the place of every other question for the execution: what ends
 * it shows in them, and is asked for at once.
 */
function readsAfter(cadence, pace, place) {
    const { isOff, since, every, isLive } = cadence;
    if (isOff)
        return ["execution"];
    if ((pace === "moving" || pace === "far") && isLive && place !== undefined && isUnderWay(place)) {
        return since === 0 ? ["execution"] : ["state"];
    }
    return since + 1 >= (pace === "near" ? NEAR : every) ? ["execution", "state"] : ["execution"];
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/state.js


/** The beginning: nothing was seen. */
function beginState({ executionId = "" }, { nowMs }) {
    return {
        pin: executionId,
        own: { id: executionId, revisions: [], sinceMs: nowMs },
        pinnedMs: 0,
        isSeen: false,
        isProved: true,
        visited: [],
        cadence: freshCadence,
    };
}
/** Adds what a look saw. Answers about other executions are left out: they say nothing about ours. */
function remember(before, snapshot) {
    const { execution, executions, actions, stages } = snapshot;
    const isOurs = execution !== undefined && execution.id !== "" && execution.id === before.pin;
    const list = stages !== undefined && "list" in stages ? stages.list : undefined;
    const place = list === undefined ? before.place : placeOf(list, before.pin);
    const { place: _, ...rest } = before;
    return {
        ...rest,
        ...(place === undefined ? {} : { place }),
        cadence: afterLook(before.cadence, stages, place),
        ...(isOurs ? { execution, isSeen: true, own: ownOf(before, execution.revisions) } : {}),
        ...(executions !== undefined && "list" in executions ? { listing: executions.list } : {}),
        ...(actions !== undefined && "list" in actions ? { actions: actions.list } : {}),
    };
}
function ownOf({ own, pin }, revisions) {
    return own.id === pin && revisions.length > 0 ? { ...own, revisions } : own;
}
/** Waits for another execution from now on. */
function repin({ execution: _1, place: _2, ending: _3, ...before }, elapsedMs, to) {
    const own = before.pin === "" ? { ...before.own, id: to.id } : before.own;
    return {
        ...before,
        pin: to.id,
        own,
        pinnedMs: elapsedMs,
        isSeen: false,
        isProved: to.isProved,
        visited: before.pin === "" ? [] : [...before.visited, before.pin],
        cadence: { ...before.cadence, key: "", isLive: false },
    };
}
/** So long after a newer execution is followed its revisions are asked for beside every look, ms; then at every third. */
const PROOF_MS = 30_000;
function usualReads({ state, elapsedMs }, pace) {
    const { cadence, place, isProved, pinnedMs } = state;
    const reads = readsAfter(cadence, pace, place);
    const isAsked = !isProved && (elapsedMs - pinnedMs <= PROOF_MS || cadence.since % 3 === 2);
    return isAsked ? [...reads, "executions"] : reads;
}
/** A step that goes on; `more` takes the place of what is usual. */
function stepOf(deciding, pace, progress, more = {}) {
    const { settings, state } = deciding;
    const { pin, own, place, execution } = state;
    const isFollowed = pin !== own.id;
    return {
        state,
        pace,
        reads: usualReads(deciding, pace),
        progress: isFollowed ? `execution ${pin}: ${progress}` : progress,
        stage: place === undefined ? (execution?.status ?? "") : place.isWaiting ? `before ${place.stage}` : place.stage,
        facts: {
            pipeline: settings.pipeline,
            ...(own.id === "" ? {} : { pinned: own.id }),
            ...(isFollowed ? { followed: pin } : {}),
        },
        ...more,
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/endings.js




/** Looks for what explains a failure: the first at once, the others 2.5 s apart. The verdict must not be late for it. */
const FAILED_TRIES = 2;
/** Looks for the newer execution that is to be followed. */
const FOLLOW_TRIES = 4;
/** Looks for the proof that a followed execution held our revision. */
const PROOF_TRIES = 6;
const wants = {
    Failed: ["actions", "executions"],
    Superseded: ["executions"],
    Succeeded: ["executions"],
};
/** Asks for what explains the end: at once, then after a while. */
function askWhy(deciding, status) {
    const { state } = deciding;
    const tries = (state.ending?.tries ?? 0) + 1;
    const pace = tries === 1 ? "now" : "near";
    return stepOf({ ...deciding, state: { ...state, ending: { status, tries } } }, pace, status, {
        reads: wants[status],
    });
}
/** What the end comes to, by what was asked for. */
function explain(deciding) {
    const { state, settings, snapshot } = deciding;
    const status = state.ending?.status ?? "Failed";
    const warnings = lacking(snapshot.actions, snapshot.executions);
    if (status === "Failed")
        return { ...explainFailed(deciding), warnings };
    if (status === "Succeeded")
        return prove(deciding);
    return settings.onSuperseded === "follow" ? follow(deciding, warnings) : { ...superseded(deciding), warnings };
}
function lacking(...answers) {
    return answers.flatMap((answer) => answer !== undefined && "denied" in answer
        ? [`${answer.denied} is not allowed: why the execution ended so can be told only in part`]
        : []);
}
function isFaulty(answer) {
    return answer !== undefined && "fault" in answer;
}
function end(deciding, verdict) {
    const { state } = deciding;
    return stepOf(deciding, "moving", state.ending?.status ?? state.execution?.status ?? "", {
        verdict: { ...verdict, cause: `${whoseOf(deciding)}${verdict.cause}` },
    });
}
/** Names the execution when it is not the one that the step was given. */
function whoseOf({ state: { pin, own } }) {
    return pin === own.id ? "" : `execution ${pin}, which took the place of ${own.id}: `;
}
function explainFailed(deciding) {
    const { state, snapshot } = deciding;
    const { ending, pin, own, execution, actions = [], listing = [] } = state;
    const isPartly = isFaulty(snapshot.actions) || isFaulty(snapshot.executions);
    if (isPartly && (ending?.tries ?? 0) <= FAILED_TRIES)
        return askWhy(deciding, "Failed");
    const failed = failedActions(actions);
    const rejection = failed.find(isRejection);
    const rollback = rollbackOf(listing, { ...own, id: pin });
    const told = failed.slice(0, 2).map(describeAction);
    const why = told.length > 0 ? told.join("; ") : execution?.summary || "Failed";
    const undone = rollback === undefined ? "" : `; ${describeRollback(rollback)}`;
    if (rejection !== undefined)
        return end(deciding, { result: "rejected", cause: `${describeAction(rejection)}${undone}` });
    if (rollback === undefined)
        return end(deciding, { result: "failed", cause: why });
    const result = rollback.status === "Failed" ? "rollback-failed" : "rolled-back";
    return end(deciding, { result, cause: `${why}${undone}` });
}
/** `execution e2 (AutomatedRollback) rolls it back`. */
function describeRollback({ id, trigger, status }) {
    const by = `execution ${id} (${trigger === "" ? "ROLLBACK" : trigger})`;
    return status === "Failed" ? `${by}, which was to roll it back, failed too` : `${by} rolls it back`;
}
function superseded(deciding, reason = "") {
    const { state } = deciding;
    const { pin, own, listing = [] } = state;
    const newer = newerThan(listing, { ...own, id: pin });
    const taker = newer.find(({ status }) => status !== "Superseded") ?? newer[0];
    const by = taker === undefined ? "a newer execution" : `the newer execution ${describeExecution(taker)}`;
    return end(deciding, { result: "superseded", cause: `superseded by ${by}${reason === "" ? "" : `, ${reason}`}` });
}
function follow(deciding, warnings) {
    const { state, snapshot, elapsedMs } = deciding;
    const { listing = [], own, visited, pin, ending } = state;
    const { executions } = snapshot;
    const next = successorOf(listing, own, [...visited, pin]);
    if (next !== undefined) {
        const told = `Execution ${pin} was superseded: the newer execution ${describeExecution(next.execution)} is waited for`;
        const proof = next.isProved
            ? "it holds the same revision, or the next one of the same source"
            : "its revisions are not told yet, and are asked for again before it counts";
        const to = { id: next.execution.id, isProved: next.isProved };
        const moved = { ...deciding, state: repin(state, elapsedMs, to) };
        const warning = `${told}; ${proof}`;
        return stepOf(moved, "now", "followed", { reads: ["execution"], warnings: [...warnings, warning] });
    }
    const isDenied = executions !== undefined && "denied" in executions;
    const hasNewer = newerThan(listing, own).some(({ id }) => id !== pin && !visited.includes(id));
    if (isDenied)
        return { ...superseded(deciding, "which may not be looked for"), warnings };
    if (hasNewer)
        return superseded(deciding, "which does not hold our revision");
    if ((ending?.tries ?? 0) < FOLLOW_TRIES)
        return askWhy(deciding, "Superseded");
    return superseded(deciding, "which is not listed");
}
/**
 * Whether the followed execution holds our revision, by a listing that came beside the look; `isProved` is set by it. The
 * step is the end when it does not.
 */
function checkProof(deciding) {
    const { state, snapshot } = deciding;
    const { executions } = snapshot;
    const listing = executions !== undefined && "list" in executions ? executions.list : [];
    const other = listing.find(({ id }) => id === state.pin);
    if (state.isProved || other === undefined)
        return { state };
    const holds = holdsOurs(listing, state.own, other);
    if (holds === "yes")
        return { state: { ...state, isProved: true } };
    if (holds === "unknown")
        return { state };
    const cause = "it does not hold our revision";
    return { state, end: end(deciding, { result: "superseded", cause }) };
}
/** A followed execution succeeded: it counts when it held our revision. */
function prove(deciding) {
    const { state, snapshot } = deciding;
    const { listing = [], own, pin, ending } = state;
    const { executions } = snapshot;
    const other = listing.find(({ id }) => id === pin);
    const isAnswered = executions !== undefined && "list" in executions && other !== undefined;
    if (!isAnswered && (ending?.tries ?? 0) < PROOF_TRIES)
        return askWhy(deciding, "Succeeded");
    const holds = isAnswered ? holdsOurs(listing, own, other) : "no";
    if (holds !== "no")
        return end(deciding, { result: "success", cause: "succeeded" });
    const doubt = isAnswered ? "it does not hold our revision" : "whether it holds our revision could not be asked";
    return end(deciding, { result: "superseded", cause: `it succeeded, but ${doubt}` });
}

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var ask = __webpack_require__(7398);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/read.js
/** Reads a pipeline's execution and what surrounds it. It asks and parses; what that means is the machine's. */





/** What a look reads; each of `reads` is one call. */
async function readLook(ask, pin, reads) {
    const isAlone = reads.length === 1;
    const parts = await Promise.all(reads.map((read) => readers[read](ask, pin, isAlone)));
    return { reads, ...Object.assign({}, ...parts) };
}
const readers = {
    execution: (ask, { pipeline, execution }) => orMissing(async () => {
        const input = { pipelineName: pipeline, pipelineExecutionId: execution };
        const found = parseExecution(await ask("codepipeline", "GetPipelineExecution", input));
        return found === undefined ? {} : { execution: found };
    }),
    state: async (ask, { pipeline }, isAlone) => {
        const input = { name: pipeline };
        return {
            stages: await orNot(async () => parseStages(await ask("codepipeline", "GetPipelineState", input)), isAlone),
        };
    },
    executions: async (ask, { pipeline, execution }) => {
        const list = async () => listExecutions(ask, pipeline);
        if (execution === "")
            return orMissing(async () => ({ executions: { list: await list() } }));
        return { executions: await orNot(list, false) };
    },
    actions: async (ask, pin) => ({ actions: await orNot(async () => listActions(ask, pin), false) }),
};
/** The newest hundred executions of a pipeline, the newest first. */
async function listExecutions(ask, pipeline) {
    return parseExecutions(await ask("codepipeline", "ListPipelineExecutions", { pipelineName: pipeline }));
}
async function listActions(ask, { pipeline, execution }) {
    const filter = { pipelineExecutionId: execution };
    return parseActions(await ask("codepipeline", "ListActionExecutions", { pipelineName: pipeline, filter }), execution);
}
/** A call that a look cannot do without. "There is none" is part of what it sees. */
async function orMissing(part) {
    try {
        return await part();
    }
    catch (error) {
        const code = (0,wait_doors/* refusalOf */.Of)(error);
        const isInvalid = code === "ValidationException";
        if (!isInvalid && code !== "PipelineExecutionNotFoundException" && code !== "PipelineNotFoundException")
            throw error;
        const said = error instanceof ask/* AwsFault */.k && error.said !== code ? error.said : "";
        return { missing: said === "" ? code : `${code}: ${said}`, isInvalid };
    }
}
/** A call that a look can do without; a look that is nothing else has no answer when AWS gives none. */
async function orNot(list, isNeeded) {
    try {
        return { list: await list() };
    }
    catch (error) {
        if (!(error instanceof ask/* AwsFault */.k))
            throw error;
        if (error.kind === "denied")
            return { denied: error.action };
        if (isNeeded && error.kind !== "refused")
            throw error;
        return { fault: error.code };
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/diagnose.js










/** Failed actions whose builds and deployments are asked: three calls each. */
const MOST_ACTIONS = 2;
/** Who stopped an execution is told when it has stopped; the verdict is older. So often, and so long between, it is asked. */
const STOP_ASKS = 7;
const STOP_PAUSE_MS = 2500;
/** Asks why. */
async function diagnoseExecution(ask, clock, pipeline, state, { result }) {
    if (result === "stopped")
        return { causes: await whoStopped(ask, clock, pipeline, state) };
    const failed = failedActions(state.actions ?? []).filter((action) => !isRejection(action));
    const found = await Promise.all(failed.slice(0, MOST_ACTIONS).map((action) => diagnoseAction(ask, action)));
    const late = result === "failed" ? await lateRollback(ask, pipeline, state) : [];
    return {
        causes: [...found.flatMap(({ causes }) => causes), ...late],
        logLines: found.find(({ logLines = [] }) => logLines.length > 0)?.logLines ?? [],
        links: [...failed.flatMap(linkOf), ...found.flatMap(({ links = [] }) => links)],
        missingPermissions: [...new Set(found.flatMap(({ missingPermissions = [] }) => missingPermissions))],
    };
}
function linkOf({ stage, name, externalUrl: url }) {
    return url === "" ? [] : [{ title: `stage ${stage}, action ${name}`, url }];
}
async function diagnoseAction(ask, action) {
    const { provider, externalId } = action;
    // Where the provider is not told, the shape of its id does.
    if (provider === "CodeBuild" || (provider === "" && /^[^:/]+:[^:/]+$/.test(externalId)))
        return diagnose_build(ask, externalId);
    if (provider.startsWith("CodeDeploy") || (provider === "" && externalId.startsWith("d-"))) {
        return diagnose_deployment(ask, externalId);
    }
    const log = /:log-group:([^:]+):log-stream:(.+)$/.exec(action.logStreamArn);
    if (log === null)
        return { causes: [] };
    const { lines, missingPermissions } = await (0,diagnose/* tailOfLog */.y)(ask, log[1] ?? "", log[2] ?? "");
    return { causes: [], logLines: lines, missingPermissions };
}
async function diagnose_build(ask, id) {
    if (id === "")
        return { causes: [] };
    const got = await (0,asking/* askMaybe */.IK)(() => ask("codebuild", "BatchGetBuilds", { ids: [id] }));
    const found = (0,build/* findBuild */.w)((0,asking/* answerOf */.ut)(got), id);
    if (found === undefined)
        return { causes: [], missingPermissions: (0,asking/* lackOf */.Zs)(got) };
    const { causes, ...rest } = await (0,diagnose/* diagnoseBuild */.f)(ask, found);
    const [, ...others] = causes;
    return { ...rest, causes: [`build ${id} ${(0,build/* describeEnd */.lA)(found)}`, ...others] };
}
async function diagnose_deployment(ask, id) {
    if (id === "")
        return { causes: [] };
    const got = await (0,asking/* askMaybe */.IK)(() => ask("codedeploy", "GetDeployment", { deploymentId: id }));
    const found = (0,deployment/* parseDeployment */.zi)((0,asking/* answerOf */.ut)(got), id);
    if (found === undefined)
        return { causes: [], missingPermissions: (0,asking/* lackOf */.Zs)(got) };
    const own = [found.error, found.rollbackId === "" ? "" : `it is rolled back by deployment ${found.rollbackId}`];
    const said = own.filter((text) => text !== "").join("; ");
    const { causes, ...rest } = await (0,codedeploy_diagnose/* diagnoseDeployment */.S)(ask, found);
    return { ...rest, causes: [...(said === "" ? [] : [`deployment ${id}: ${said}`]), ...causes] };
}
/** A rollback that CodePipeline began after the verdict. */
async function lateRollback(ask, pipeline, { own, pin }) {
    const listing = (0,asking/* answerOf */.ut)(await (0,asking/* askMaybe */.IK)(() => listExecutions(ask, pipeline))) ?? [];
    const rollback = rollbackOf(listing, { ...own, id: pin });
    return rollback === undefined ? [] : [describeRollback(rollback)];
}
async function whoStopped(ask, clock, pipeline, { pin, execution }) {
    if (execution?.summary !== undefined && execution.summary !== "")
        return [];
    const listing = (0,asking/* answerOf */.ut)(await (0,asking/* askMaybe */.IK)(() => listExecutions(ask, pipeline))) ?? [];
    const listed = listing.find(({ id }) => id === pin);
    const reason = listed?.stopReason || listed?.summary || "";
    if (reason !== "")
        return [`it was stopped: ${reason}`];
    const input = { pipelineName: pipeline, pipelineExecutionId: pin };
    for (let asked = 0; asked < STOP_ASKS; asked += 1) {
        await clock.sleep(STOP_PAUSE_MS);
        const now = parseExecution((0,asking/* answerOf */.ut)(await (0,asking/* askMaybe */.IK)(() => ask("codepipeline", "GetPipelineExecution", input))));
        if (now?.id !== pin)
            continue;
        if (now.summary !== "")
            return [`${now.status}: ${now.summary}`];
        if (now.status === "Stopped")
            return [];
    }
    return [];
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/machine.js




/** An execution that was never seen after this time does not exist, ms. AWS shows a new one seconds late. */
const APPEARS_WITHIN_MS = 60_000;
/** What began before the wait by less than the slack may be a stranger's: ours gets this long to show itself, ms. */
const PATIENCE_MS = 10_000;
const SLACK_MS = 60_000;
/** The machine of one pipeline. Success is of the pinned execution, or of one that it follows and that holds its revision. */
function nextOfPipeline(settings, page) {
    return (before, snapshot, elapsedMs) => {
        const state = remember(before ?? beginState(settings, snapshot), snapshot);
        const looked = { settings, page, state, snapshot, elapsedMs };
        if (state.pin === "")
            return choose(looked);
        if (state.ending !== undefined)
            return explain(looked);
        const proof = checkProof(looked);
        if (proof.end !== undefined)
            return proof.end;
        const deciding = { ...looked, state: proof.state };
        const execution = ownIn(deciding);
        const step = execution === undefined ? withoutExecution(deciding) : judge(deciding, execution);
        return withWarnings(deciding, step);
    };
}
/** The pinned execution in the answers: its own, or the line about it in a listing. */
function ownIn({ state: { pin }, snapshot: { execution, executions } }) {
    if (execution?.id === pin)
        return execution;
    return executions !== undefined && "list" in executions ? executions.list.find(({ id }) => id === pin) : undefined;
}
function withWarnings({ snapshot: { stages } }, step) {
    if (stages === undefined || !("denied" in stages))
        return step;
    const lack = `${stages.denied} is not allowed: open approvals and disabled transitions cannot be told`;
    return { ...step, warnings: [...(step.warnings ?? []), lack] };
}
/** Nothing is pinned: the newest execution that began after the wait, when it is there. */
function choose(deciding) {
    const { settings, state, snapshot, elapsedMs } = deciding;
    const { startedAfterMs } = snapshot;
    const found = newestAfter(state.listing ?? [], startedAfterMs - SLACK_MS);
    const isSure = (found?.startMs ?? 0) >= startedAfterMs || elapsedMs >= PATIENCE_MS;
    if (found !== undefined && isSure) {
        const pinned = { ...deciding, state: repin(state, elapsedMs, { id: found.id, isProved: true }) };
        return stepOf(pinned, "now", "found", { reads: ["execution", "state"] });
    }
    const reads = ["executions"];
    const progress = "no execution yet";
    if (snapshot.isInvalid !== true && elapsedMs < APPEARS_WITHIN_MS) {
        return stepOf(deciding, "starting", progress, { reads });
    }
    const { pipeline } = settings;
    const since = new Date(startedAfterMs).toISOString();
    const verdict = snapshot.missing === undefined && (state.listing ?? []).length === 0
        ? { result: "not-found", cause: `CodePipeline lists no execution of pipeline ${pipeline}` }
        : snapshot.missing === undefined
            ? { result: "noop", cause: `no new deployment: no execution of pipeline ${pipeline} began after ${since}` }
            : { result: "not-found", cause: `there is no pipeline ${pipeline} (${snapshot.missing})` };
    return stepOf(deciding, "moving", progress, { reads, verdict });
}
/** The answers do not hold the execution. */
function withoutExecution(deciding) {
    const { state, snapshot } = deciding;
    if (snapshot.reads.includes("execution"))
        return state.isSeen ? lost(deciding) : unseen(deciding);
    const { place, execution } = state;
    // Only the stages were read: what they show is enough as long as nothing has ended.
    if (place !== undefined && isUnderWay(place))
        return underWay(deciding, execution?.status ?? "InProgress");
    return stepOf(deciding, "now", execution?.status ?? "InProgress", { reads: ["execution"] });
}
function lost(deciding) {
    const { state, snapshot } = deciding;
    const said = snapshot.missing ?? "CodePipeline's answer is not about it";
    return stepOf(deciding, "moving", `${state.execution?.status ?? ""}, not seen any more`, {
        reads: ["execution", "executions"],
        warnings: [`Execution ${state.pin} was seen before and is not seen now (${said}); waiting goes on`],
    });
}
function unseen(deciding) {
    const { settings, state, snapshot, elapsedMs } = deciding;
    const progress = "not visible yet";
    if (snapshot.isInvalid !== true && elapsedMs - state.pinnedMs < APPEARS_WITHIN_MS) {
        return stepOf(deciding, "starting", progress, { reads: ["execution"] });
    }
    const said = snapshot.missing ?? "CodePipeline's answers are not about it";
    const { pin, own } = state;
    const verdict = pin === own.id
        ? { result: "not-found", cause: `pipeline ${settings.pipeline} has no execution ${pin} (${said})` }
        : { result: "superseded", cause: `superseded by execution ${pin}, which is not to be found (${said})` };
    return stepOf(deciding, "moving", progress, { verdict });
}
function judge(deciding, execution) {
    const { status, summary } = execution;
    const { state } = deciding;
    const said = summary === "" ? "" : `: ${summary}`;
    const end = (verdict) => stepOf(deciding, "moving", status, { verdict });
    switch (status) {
        case "InProgress":
            return underWay(deciding, status);
        case "Succeeded":
            if (!state.isProved)
                return askWhy(deciding, "Succeeded");
            return { ...end({ result: "success", cause: "" }), warnings: rollbackWarning(execution) };
        case "Failed":
        case "Superseded":
            return askWhy(deciding, status);
        // It is known now how it ends; what still runs finishes first.
        case "Stopping":
        case "Stopped":
            return end({ result: "stopped", cause: `${status}${said}` });
        case "Cancelled":
            return end({
                result: "cancelled",
                cause: `Cancelled: the pipeline's definition was changed before the execution had ended${said}`,
                remedy: "Start the pipeline again: the new definition holds.",
            });
        default: {
            const step = underWay(deciding, status === "" ? "no status" : status);
            const unknown = `CodePipeline tells the unknown status "${status}"; waiting goes on`;
            return { ...step, warnings: [...(step.warnings ?? []), unknown] };
        }
    }
}
function rollbackWarning({ id, isRollback }) {
    return isRollback ? [`Execution ${id} is itself a rollback: its success puts a former revision back`] : [];
}
function underWay(deciding, status) {
    const { state, page } = deciding;
    const { place } = state;
    if (place === undefined)
        return stepOf(deciding, "moving", status);
    const warning = warningOf(place, page(state.pin));
    const isEnding = place.isLast && (place.status === "InProgress" || place.status === "Succeeded");
    // Seen to move through its stages, it will be seen to enter the last one.
    const usual = state.cadence.isLive ? "far" : "moving";
    const pace = isBlocked(place) ? "blocked" : isEnding ? "near" : usual;
    const progress = `${status}, ${describePlace(place)}`;
    return stepOf(deciding, pace, progress, warning === undefined ? {} : { warnings: [warning] });
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codepipeline/target.js
/** The target `codepipeline`: waits for one execution of a pipeline. It puts the parts together and knows no rule. */







/** Why the execution is stopped, as CodePipeline's history shows it. */
const REASON = "stopped by deploy-wait";
/** Makes the target. A look is one call as a rule; cadence.ts says which. */
function createCodepipelineTarget(settings, doors) {
    const { pipeline, executionId = "" } = settings;
    const id = executionId === "" ? pipeline : `${pipeline}/${executionId}`;
    const label = `pipeline ${pipeline}${executionId === "" ? "" : ` (execution ${executionId})`}`;
    let region = "";
    const open = async () => {
        const place = await doors.aws();
        region = place.region;
        return place;
    };
    return (0,target/* defineTarget */.D)({
        kind: "codepipeline",
        items: [{ id, label }],
        first: executionId === "" ? ["executions"] : ["execution", "state"],
        next: nextOfPipeline(settings, (execution) => pageOf(region, pipeline, execution)),
        async read([wanted]) {
            const place = await open();
            const reads = wanted?.reads ?? ["execution"];
            const pin = { pipeline, execution: wanted?.state?.pin ?? executionId };
            const look = await (0,wait_doors/* lookAt */.t5)(async () => {
                const seen = await readLook(place.ask, pin, reads);
                const nowMs = place.serverNow();
                return { ...seen, nowMs, startedAfterMs: doors.startedAt + nowMs - doors.clock.now() };
            });
            return { looks: new Map([[id, look]]), calls: reads.length };
        },
        async diagnose(_item, state, verdict) {
            const { ask } = await open();
            const links = linksOf(state, (execution) => pageOf(region, pipeline, execution));
            if ((0,wait_verdict/* isGood */.K)(verdict.result))
                return { causes: [], links };
            const diagnosis = await diagnoseExecution(ask, doors.clock, pipeline, state, verdict);
            return { ...diagnosis, links: [...(diagnosis.links ?? []), ...links] };
        },
        stop: async (_item, state, how) => stopExecution(await open(), settings, state, how),
        prepare: async () => (await open()).load("codepipeline", "codebuild", "codedeploy", "logs"),
    });
}
/** Our own execution is stopped, never one that took its place. */
async function stopExecution({ ask }, { pipeline, executionId = "" }, state, how) {
    const own = state?.own.id ?? executionId;
    if (own === "")
        return { isAccepted: false, told: "no execution is known that could be stopped" };
    if (state !== undefined && state.pin !== own) {
        return { isAccepted: false, told: `${own} was superseded, and ${state.pin} is not ours to be stopped` };
    }
    const input = { pipelineName: pipeline, pipelineExecutionId: own, abandon: false, reason: REASON };
    const report = await (0,asking/* sendStop */.tB)("StopPipelineExecution", () => ask("codepipeline", "StopPipelineExecution", input, { evenWhenCancelled: true }));
    if (how === "stop")
        return report;
    return {
        ...report,
        told: `${report.told}; a rollback is CodePipeline's own: configure it as the stage's failure result`,
    };
}
function pageOf(region, pipeline, execution) {
    if (region === "" || execution === "")
        return "";
    const path = `pipelines/${encodeURIComponent(pipeline)}/executions/${encodeURIComponent(execution)}`;
    return `https://${region}.console.aws.amazon.com/codesuite/codepipeline/${path}/timeline?region=${region}`;
}
function linksOf({ own, pin }, page) {
    return [...new Set([own.id, pin])]
        .map((execution) => ({ title: `execution ${execution}`, url: page(execution) }))
        .filter(({ url }) => url !== "");
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

