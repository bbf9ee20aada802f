export const id = 9490;
export const ids = [9490];
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

/***/ 9490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAppRunnerTarget: () => (/* binding */ createAppRunnerTarget)
});

// EXTERNAL MODULE: ./packages/aws/lib/ecs-task.js
var ecs_task = __webpack_require__(1050);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codebuild/diagnose.js
var diagnose = __webpack_require__(9600);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/app-runner/operation.js
/** What App Runner answers about the operations of a service, as types of ours. Parsing only; nothing here decides. */

/** Parses ListOperations. */
function parseOperations(answer) {
    return (0,plain/* readList */.LD)(answer, "OperationSummaryList").map((each) => ({
        id: (0,plain/* readText */.yR)(each, "Id"),
        type: (0,plain/* readText */.yR)(each, "Type"),
        status: (0,plain/* readText */.yR)(each, "Status"),
        startedAt: (0,plain/* readTime */.aQ)(each, "StartedAt"),
    }));
}
/** Whether the operation may be what a workflow waits for: one that deploys. Types that are new count. */
function isDeploying({ type }) {
    return type !== "PAUSE_SERVICE" && type !== "DELETE_SERVICE";
}
/** Whether the operation goes on. */
function isUnderWay({ status }) {
    return status === "PENDING" || status === "IN_PROGRESS";
}
/** Name and id of the service, of its ARN: `arn:aws:apprunner:<region>:<account>:service/<name>/<id>`. */
function serviceOf(arn) {
    const [, name = "", id = ""] = /:service\/([^/]+)(?:\/([^/]+))?$/.exec(arn) ?? [];
    return { name: name === "" ? arn : name, id };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/app-runner/machine.js
/**
 * What snapshots of an App Runner service mean: success is our operation SUCCEEDED, nothing else. The status of the service
 * proves nothing: it is RUNNING before, after, and when a deployment was rolled back. Pure; it asks nothing.
 */


/** What is not there by then will not come, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** An operation that ended before the step began is ours when no newer one shows up for so long, ms. */
const NEWER_WITHIN_MS = 20_000;
/** The machine; `id` is the operation's, "" for the newest that began after the start. */
function nextOfOperation(id) {
    return (before, seen, elapsedMs) => {
        const state = remember(before ?? { pin: id, serviceStatus: "" }, seen, elapsedMs);
        const { operation, pin, lack } = state;
        const step = operation === undefined ? unseen(state, seen, elapsedMs) : judge(state, operation);
        const facts = {
            ...(pin === "" ? {} : { pinned: pin }),
            ...(operation === undefined || operation.type === "" ? {} : { type: operation.type }),
        };
        return { ...step, facts, warnings: [...(step.warnings ?? []), ...(lack === undefined ? [] : [lack])] };
    };
}
function remember(before, seen, elapsedMs) {
    const { missing: _, ...rest } = before;
    const words = seen.missing ?? (seen.operations === undefined ? before.missing?.words : undefined);
    const state = {
        ...rest,
        ...(words === undefined ? {} : { missing: { since: before.missing?.since ?? elapsedMs, words } }),
        ...(seen.lack === undefined ? {} : { lack: seen.lack }),
        serviceStatus: seen.serviceStatus ?? before.serviceStatus,
    };
    const operations = seen.operations ?? [];
    const found = state.pin === "" ? findNewest(operations, seen, elapsedMs) : operations.find((each) => each.id === state.pin);
    if (found === undefined)
        return state;
    // An answer that is older than the last one.
    const isOlder = state.operation !== undefined && rank(found) < rank(state.operation);
    return isOlder ? state : { ...state, pin: found.id, operation: found };
}
function rank({ status }) {
    return status === "PENDING" ? 0 : status === "IN_PROGRESS" ? 1 : status === "ROLLBACK_IN_PROGRESS" ? 2 : 3;
}
/** The newest operation that deploys and may be ours; App Runner runs one at a time. */
function findNewest(operations, { since, start }, elapsedMs) {
    const [newest] = operations
        .filter((each) => each.id !== "" && isDeploying(each))
        .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
    if (newest === undefined || isUnderWay(newest))
        return newest;
    const { startedAt } = newest;
    if (startedAt === undefined || startedAt < since)
        return undefined;
    return startedAt >= start || elapsedMs >= NEWER_WITHIN_MS ? newest : undefined;
}
function judge(state, operation) {
    const { status, type } = operation;
    const verdict = verdictOf(operation);
    const isKnown = verdict !== undefined || isUnderWay(operation);
    const told = (0,line/* cutLine */.H)(status === "" ? "no status" : status, 60);
    const what = type === "" ? "" : ` (${(0,line/* cutLine */.H)(type, 60)})`;
    return {
        state,
        ...(verdict === undefined ? {} : { verdict }),
        pace: "moving",
        reads: ["operations"],
        progress: `${told}${what}`,
        stage: status === "" ? "" : told,
        warnings: isKnown ? [] : [`App Runner tells the unknown status "${told}" of the operation; waiting goes on`],
    };
}
function verdictOf({ status, type, id }) {
    const cause = `operation ${id}${type === "" ? "" : ` (${type})`} is ${status}`;
    switch (status) {
        case "SUCCEEDED":
            return { result: "success", cause: "" };
        case "FAILED":
            return { result: "failed", cause };
        case "ROLLBACK_IN_PROGRESS":
        case "ROLLBACK_SUCCEEDED":
            return { result: "rolled-back", cause };
        case "ROLLBACK_FAILED":
            return { result: "rollback-failed", cause };
        default:
            return undefined;
    }
}
/** Statuses that a service never leaves for a good one. */
const lost = new Set(["CREATE_FAILED", "DELETED", "DELETE_FAILED"]);
function unseen(state, seen, elapsedMs) {
    const { pin, missing, serviceStatus } = state;
    const pace = elapsedMs < APPEARS_WITHIN_MS ? "starting" : "moving";
    const status = serviceStatus === "" ? "" : `, the service is ${(0,line/* cutLine */.H)(serviceStatus, 60)}`;
    const of = pin === "" ? "no operation began yet" : `operation ${pin} is not visible yet`;
    const progress = missing === undefined ? `${of}${status}` : `unknown to App Runner (${(0,line/* cutLine */.H)(missing.words, 200)})`;
    const step = { state, pace, reads: ["operations", "service"], progress, stage: "" };
    if (missing !== undefined) {
        if (elapsedMs - missing.since < APPEARS_WITHIN_MS)
            return step;
        return { ...step, verdict: { result: "not-found", cause: (0,line/* cutLine */.H)(missing.words, 300) } };
    }
    if (seen.serviceStatus !== undefined && lost.has(seen.serviceStatus)) {
        return { ...step, verdict: { result: "failed", cause: `the service is ${seen.serviceStatus}` } };
    }
    if (elapsedMs < APPEARS_WITHIN_MS)
        return step;
    if (pin !== "") {
        return {
            ...step,
            verdict: { result: "not-found", cause: `there is no operation ${pin} of this service${status}` },
        };
    }
    return { ...step, ...unbegun(state, seen) };
}
/** Nothing began: only when that was told, and the service itself says nothing else. */
function unbegun({ serviceStatus }, { operations }) {
    if (operations === undefined || serviceStatus === "OPERATION_IN_PROGRESS")
        return {};
    const [last] = operations.filter(isDeploying).toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
    const cause = "no operation began since the step's start";
    if (last === undefined || last.status === "SUCCEEDED")
        return { verdict: { result: "noop", cause } };
    const before = verdictOf(last);
    return {
        verdict: { result: before?.result ?? "inconclusive", cause: `${cause}; the last ${before?.cause ?? last.status}` },
    };
}

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var doors = __webpack_require__(3016);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/app-runner/read.js
/** Asks App Runner about a service and makes snapshots of its answers. It judges nothing. */




/** The list is newest first: what is not on so many pages is too old. */
const MOST_PAGES = 3;
/** One look: one call, two while the operation is not visible. */
async function readAppRunner(place, reads) {
    const { since, start, pin } = place;
    let calls = 0;
    const look = await (0,doors/* lookAt */.t5)(async () => {
        const snapshot = { since, start };
        try {
            const operations = [];
            const isFound = () => pin === "" || operations.some(({ id }) => id === pin);
            for (let token;;) {
                calls += 1;
                const page = await listOperations(place, token);
                if (page.operations === undefined)
                    return operations.length > 0 ? { ...snapshot, operations } : snapshot;
                operations.push(...page.operations);
                token = page.next;
                if (token === undefined || calls === MOST_PAGES || isFound())
                    break;
            }
            return { ...snapshot, operations };
        }
        catch (error) {
            if ((0,doors/* refusalOf */.Of)(error) === "" || !(error instanceof lib_ask/* AwsFault */.k))
                throw error;
            return { ...snapshot, missing: `${error.code}: ${error.said}` };
        }
    });
    if ("fault" in look || !reads.includes("service"))
        return { look, calls };
    const service = await readStatus(place);
    return { look: { snapshot: { ...look.snapshot, ...service } }, calls: calls + 1 };
}
async function listOperations({ ask, serviceArn }, token) {
    const input = { ServiceArn: serviceArn, MaxResults: 20, ...(token === undefined ? {} : { NextToken: token }) };
    const answer = await ask("apprunner", "ListOperations", input);
    const next = (0,plain/* readText */.yR)(answer, "NextToken");
    const isTold = Array.isArray((0,plain/* read */.LF)(answer, "OperationSummaryList"));
    return { operations: isTold ? parseOperations(answer) : undefined, next: next === "" ? undefined : next };
}
async function readStatus({ ask, serviceArn }) {
    try {
        const answer = await ask("apprunner", "DescribeService", { ServiceArn: serviceArn });
        return { serviceStatus: (0,plain/* readText */.yR)(answer, "Service", "Status") };
    }
    catch (error) {
        if (!(error instanceof lib_ask/* AwsFault */.k))
            throw error;
        return error.kind === "denied" ? { lack: `${error.action} is not allowed: the service's status is not known` } : {};
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/app-runner/target.js
/** The target `app-runner`: waits for an operation of a service. It puts the parts together and knows no rule. */










/** What began so long before `startedAt` may still be ours, ms. */
const SLACK_MS = 60_000;
/** Makes the target. One call a look (ListOperations), two until the operation is visible. App Runner can stop nothing. */
function createAppRunnerTarget({ serviceArn, operationId }, doors) {
    const { name } = serviceOf(serviceArn);
    const region = (0,ecs_task/* regionOfArn */.b2)(serviceArn);
    const open = () => doors.aws(region === "" ? undefined : region);
    const what = operationId === "" ? "" : ` (operation ${operationId})`;
    return (0,target/* defineTarget */.D)({
        kind: "app-runner",
        items: [{ id: name, label: `service ${name}${what}` }],
        first: operationId === "" ? ["operations", "service"] : ["operations"],
        next: nextOfOperation(operationId),
        async read([wanted]) {
            const { ask, serverNow } = await open();
            const start = doors.startedAt + (serverNow() - doors.clock.now());
            const pin = wanted?.state?.pin ?? operationId;
            const place = { ask, start, since: start - SLACK_MS, serviceArn, pin };
            const { look, calls } = await readAppRunner(place, wanted?.reads ?? ["operations"]);
            return { looks: new Map([[name, look]]), calls };
        },
        async diagnose(_item, _state, verdict) {
            const place = await open();
            const link = linkOf(place.region, serviceArn);
            const links = link === undefined ? [] : [link];
            return (0,wait_verdict/* isGood */.K)(verdict.result) ? { causes: [], links } : diagnoseService(place, serviceArn, links);
        },
        prepare: async () => (await open()).load("apprunner", "logs"),
    });
}
/**
 * The service's status explains what cannot be mended by another deployment; the log of the service's events says why.
 * https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
 */
async function diagnoseService({ ask }, serviceArn, links) {
    const { name, id } = serviceOf(serviceArn);
    const none = { lines: [], missingPermissions: [] };
    const [service, log] = await Promise.all([
        (0,asking/* askMaybe */.IK)(() => ask("apprunner", "DescribeService", { ServiceArn: serviceArn })),
        id === "" ? none : (0,diagnose/* tailOfLog */.y)(ask, `/aws/apprunner/${name}/${id}/service`, "events"),
    ]);
    const status = (0,plain/* readText */.yR)((0,asking/* answerOf */.ut)(service), "Service", "Status");
    const isTelling = status !== "" && status !== "RUNNING" && status !== "OPERATION_IN_PROGRESS";
    return {
        causes: isTelling ? [`the service is ${(0,line/* cutLine */.H)(status, 60)}`] : [],
        logLines: log.lines,
        links,
        missingPermissions: [...(0,asking/* lackOf */.Zs)(service), ...log.missingPermissions],
    };
}
function linkOf(region, serviceArn) {
    const { name } = serviceOf(serviceArn);
    if (region === "")
        return undefined;
    const path = `home?region=${region}#/services/dashboard?service_arn=${encodeURIComponent(serviceArn)}`;
    return { title: `service ${name}`, url: `https://${region}.console.aws.amazon.com/apprunner/${path}` };
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


/***/ }),

/***/ 1050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ hasStopped),
/* harmony export */   Gk: () => (/* binding */ withEssentials),
/* harmony export */   Xx: () => (/* binding */ parseTask),
/* harmony export */   b2: () => (/* binding */ regionOfArn),
/* harmony export */   zM: () => (/* binding */ essentialContainers)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/**
 * A task of Amazon ECS as a type of ours, parsed from what DescribeTasks and DescribeTaskDefinition answer. Parsing only: why
 * a task stopped is judged in stop-cause.ts. A field that is missing or of a wrong type reads as empty.
 */

/** Parses an entry of `tasks` of DescribeTasks. */
function parseTask(value) {
    const arn = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "taskArn");
    const taskDefinitionArn = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "taskDefinitionArn");
    return {
        arn,
        id: lastPart(arn),
        clusterArn: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "clusterArn"),
        taskDefinitionArn,
        family: lastPart(taskDefinitionArn).split(":")[0] ?? "",
        group: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "group"),
        startedBy: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "startedBy"),
        lastStatus: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "lastStatus"),
        desiredStatus: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "desiredStatus"),
        stopCode: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "stopCode"),
        stoppedReason: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "stoppedReason"),
        createdAt: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readTime */ .aQ)(value, "createdAt"),
        startedAt: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readTime */ .aQ)(value, "startedAt"),
        stoppedAt: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readTime */ .aQ)(value, "stoppedAt"),
        containers: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(value, "containers").map(parseContainer),
    };
}
function parseContainer(value) {
    const exitCode = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readNumber */ .kz)(value, "exitCode");
    const essential = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(value, "essential");
    const name = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "name");
    return {
        name,
        lastStatus: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "lastStatus"),
        reason: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "reason"),
        health: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "healthStatus"),
        runtimeId: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "runtimeId"),
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(typeof essential === "boolean" ? { essential } : isGuest(name) ? { essential: false } : {}),
    };
}
/**
 * GuardDuty adds a container of its own, which no task definition knows.
 * https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html
 */
const isGuest = (name) => name.startsWith("aws-guardduty-agent");
/**
 * The essential containers by name, from an answer of DescribeTaskDefinition; undefined when it holds no containers. A
 * container that says nothing about it is essential.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
function essentialContainers(answer) {
    const definitions = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer, "taskDefinition", "containerDefinitions");
    if (definitions.length === 0)
        return undefined;
    const essential = definitions.filter((each) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(each, "essential") !== false);
    return new Set(essential.map((each) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(each, "name")));
}
/** The task with what its task definition says about which containers are essential; what it says itself stays. */
function withEssentials(task, essentials) {
    const containers = task.containers.map((container) => ({ essential: essentials.has(container.name), ...container }));
    return { ...task, containers };
}
/** Whether a task has ended, or is on its way there. */
function hasStopped(task) {
    return task.lastStatus === "STOPPED" || task.stopCode !== "" || task.stoppedReason !== "";
}
/** The Region of an ARN; "" of anything else. */
function regionOfArn(arn) {
    const parts = arn.split(":");
    return parts[0] === "arn" ? (parts[3] ?? "") : "";
}
/** What follows the last slash. */
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}


/***/ })

};

