export const id = 1764;
export const ids = [1764];
export const modules = {

/***/ 6175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ askMaybe),
/* harmony export */   Zs: () => (/* binding */ lackOf),
/* harmony export */   tB: () => (/* binding */ sendStop),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _handrail_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);
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
        return error.kind === "denied" ? { denied: error.action } : { fault: wordsOf(error) };
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
            return { isAccepted: false, told: `${what} was not accepted (${wordsOf(error)})` };
        }
    }
}
function wordsOf({ code, said }) {
    return said === "" || said === code ? code : `${code}: ${said}`;
}


/***/ }),

/***/ 5346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ isShifted),
/* harmony export */   Sx: () => (/* binding */ parseTargets),
/* harmony export */   ng: () => (/* binding */ describeFailures)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9404);
/* harmony import */ var _tell_story_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8190);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1486);
/** What a deployment does to one instance, ECS service or Lambda function, as BatchGetDeploymentTargets tells it. Pure. */



const shapes = ["ecsTarget", "instanceTarget", "lambdaTarget", "cloudFormationTarget"];
/** The targets of this deployment in an answer. */
function parseTargets(answer, deploymentId) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .LD)(answer, "deploymentTargets")
        .map((target) => ({
        target: shapes.map((shape) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .read */ .LF)(target, shape)).find((found) => found !== undefined),
        isInstance: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .read */ .LF)(target, "instanceTarget") !== undefined,
    }))
        .filter(({ target }) => ["", deploymentId].includes((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(target, "deploymentId")))
        .map(({ target, isInstance }) => ({
        isInstance,
        id: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(target, "targetId"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(target, "status"),
        events: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .LD)(target, "lifecycleEvents").map(parseEvent),
        newWeight: weightOf(target),
    }));
}
function parseEvent(event) {
    const diagnostics = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .read */ .LF)(event, "diagnostics");
    const script = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(diagnostics, "scriptName");
    const code = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(diagnostics, "errorCode");
    const failed = code === "Success" ? "" : code;
    return {
        name: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(event, "lifecycleEventName"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(event, "status"),
        why: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(script === "" ? failed : `${failed} (${script})`.trim(), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(diagnostics, "message")),
        logTail: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(diagnostics, "logTail")
            .split(/\r?\n/)
            .map((line) => (0,_tell_story_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLine */ .Hh)(line, 300))
            .filter((line) => line !== ""),
    };
}
function weightOf(target) {
    const green = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .LD)(target, "taskSetsInfo").find((set) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(set, "taskSetLabel") === "Green");
    return ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)(green, "trafficWeight") ??
        (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)(target, "lambdaFunctionInfo", "targetVersionWeight") ??
        (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)(target, "targetVersionWeight"));
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
        return (0,_tell_story_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLine */ .Hh)(`${whose}: ${text}`, 300);
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
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9404);
/* harmony import */ var _tell_story_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8190);
/** A CodeDeploy deployment as GetDeployment tells it. Pure. */


/** The deployment of this id in an answer of GetDeployment; undefined when the answer is not about it. */
function parseDeployment(answer, id) {
    const info = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(answer, "deploymentInfo");
    if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "deploymentId") !== id)
        return undefined;
    const blueGreen = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(info, "blueGreenDeploymentConfiguration");
    return {
        id,
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "status"),
        error: joined((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "errorInformation", "code"), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "errorInformation", "message")),
        rollbackId: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "rollbackInfo", "rollbackDeploymentId"),
        rollbackMessage: (0,_tell_story_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLine */ .Hh)((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "rollbackInfo", "rollbackMessage"), 300),
        rollsBack: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "rollbackInfo", "rollbackTriggeringDeploymentId"),
        rolledBackWhen: endsRolledBack((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(info, "autoRollbackConfiguration")),
        isTrafficShifted: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(info, "instanceTerminationWaitTimeStarted") === true,
        platform: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(info, "computePlatform"),
        readyAction: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(blueGreen, "deploymentReadyOption", "actionOnTimeout"),
        readyMinutes: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)(blueGreen, "deploymentReadyOption", "waitTimeInMinutes"),
        terminationMinutes: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)(blueGreen, "terminateBlueInstancesOnDeploymentSuccess", "terminationWaitTimeInMinutes"),
        counts: parseCounts((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(info, "deploymentOverview")),
    };
}
function endsRolledBack(configuration) {
    if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(configuration, "enabled") !== true)
        return [];
    const events = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(configuration, "events");
    const failed = events.includes("DEPLOYMENT_FAILURE") || events.includes("DEPLOYMENT_STOP_ON_ALARM") ? ["Failed"] : [];
    const stopped = events.includes("DEPLOYMENT_STOP_ON_ALARM") || events.includes("DEPLOYMENT_STOP_ON_REQUEST");
    return stopped ? [...failed, "Stopped"] : failed;
}
function parseCounts(overview) {
    if (overview === undefined)
        return undefined;
    const of = (name) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)(overview, name) ?? 0;
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
    return (0,_tell_story_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLine */ .Hh)([code, message].filter((text) => text !== "").join(": "), 300);
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
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2601);


/** Lines of a script's output that are shown. */
const LOG_LINES = 30;
/** Asks the targets of a deployment that went wrong, in two calls. */
async function diagnoseDeployment(ask, { id, platform }) {
    // With thousands of instances the failed ones may stand on any page; only instances can be chosen by their state.
    const wanted = platform === "Server" ? { targetFilters: { TargetStatus: ["Failed"] } } : {};
    const { targets = [], missingPermissions } = await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTargets */ .R0)(ask, id, wanted);
    const logLines = targets
        .flatMap(({ events }) => events)
        .find(({ status, logTail }) => status === "Failed" && logTail.length > 0)
        ?.logTail.slice(-LOG_LINES);
    return {
        causes: (0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailures */ .ng)(targets),
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
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9404);
/* harmony import */ var _wait_doors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3016);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6175);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1486);
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5346);
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
        const listed = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .askMaybe */ .IK)(() => ask("codedeploy", "ListDeploymentTargets", { deploymentId, ...filters }));
        if (!("answer" in listed))
            return { missingPermissions: (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .lackOf */ .Zs)(listed), calls: 1 };
        known = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readList */ .LD)(listed.answer, "targetIds").filter((id) => typeof id === "string");
        if (known.length === 0)
            return { targets: [], missingPermissions: [], calls: 1 };
    }
    const input = { deploymentId, targetIds: known.slice(0, MOST_TARGETS) };
    const got = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .askMaybe */ .IK)(() => ask("codedeploy", "BatchGetDeploymentTargets", input));
    const calls = ids.length === 0 ? 2 : 1;
    if (!("answer" in got))
        return { missingPermissions: (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .lackOf */ .Zs)(got), calls };
    return { targets: (0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .Sx)(got.answer, deploymentId), missingPermissions: [], calls };
}
/** What a look reads. `calls` is told through `count`, also when the look has no answer. */
async function readLook(place, id, reads, state, count) {
    const { ask } = place;
    if (reads.includes("rollback")) {
        count(1);
        const rollbackId = state?.deployment?.rollbackId ?? "";
        const maybe = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .askMaybe */ .IK)(() => ask("codedeploy", "GetDeployment", { deploymentId: rollbackId }));
        const rollback = (0,_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDeployment */ .zi)((0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .answerOf */ .ut)(maybe), rollbackId);
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

/***/ 3016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _handrail_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);
/** What targets are handed to read the world with. Types, and how the doors' errors become faults. */

/** The fault that an error of the AWS door means; undefined for what is no fault: refused, an abort, a defect. */
function faultOf(error) {
    if (!(error instanceof _handrail_aws__WEBPACK_IMPORTED_MODULE_0__/* .AwsFault */ .k) || error.kind === "refused")
        return undefined;
    const { kind, action: operation, code, said } = error;
    const detail = said === "" || said === code ? code : `${code}: ${said}`;
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
    const { action: operation, code, said } = error;
    return { kind: "refused", operation, detail: said === "" || said === code ? code : `${code}: ${said}` };
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

