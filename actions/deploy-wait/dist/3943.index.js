export const id = 3943;
export const ids = [3943];
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

/***/ 3943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCodebuildTarget: () => (/* binding */ createCodebuildTarget)
});

// UNUSED EXPORTS: readBuild

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var wait_doors = __webpack_require__(3016);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codebuild/build.js
var codebuild_build = __webpack_require__(7658);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codebuild/diagnose.js
var diagnose = __webpack_require__(9600);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codebuild/machine.js

/** A build that was never seen after this time does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Phases after which nothing long follows. */
const lastPhases = new Set(["POST_BUILD", "UPLOAD_ARTIFACTS", "FINALIZING", "COMPLETED"]);
/** The machine of one build: success is SUCCEEDED of the build with this id, nothing else. */
function nextOfBuild(id) {
    return (before, snapshot, elapsedMs) => {
        const { build } = snapshot;
        if (build === undefined)
            return unseen(id, before ?? {}, snapshot, elapsedMs);
        const verdict = verdictOf(build);
        const isKnown = verdict !== undefined || build.status === "IN_PROGRESS";
        const phase = build.phase === "" || verdict !== undefined ? "" : `, ${build.phase}`;
        return {
            state: { build },
            ...(verdict === undefined ? {} : { verdict }),
            pace: lastPhases.has(build.phase) ? "near" : "moving",
            reads: ["build"],
            progress: `${build.status === "" ? "no status" : build.status}${phase}`,
            stage: verdict === undefined ? build.phase || build.status : build.status,
            ...(isKnown ? {} : { warnings: [`CodeBuild tells the unknown status "${build.status}"; waiting goes on`] }),
            facts: { pinned: id },
        };
    };
}
function unseen(id, state, { missing, isInvalid = false }, elapsedMs) {
    const said = missing ?? "CodeBuild's answers are not about it";
    const step = { state, reads: ["build"], facts: { pinned: id } };
    if (state.build !== undefined) {
        const warnings = [`Build ${id} was seen before and is not seen now (${said}); waiting goes on`];
        return { ...step, pace: "moving", progress: "not seen any more", stage: "", warnings };
    }
    const progress = "not visible yet";
    if (!isInvalid && elapsedMs < APPEARS_WITHIN_MS)
        return { ...step, pace: "starting", progress, stage: "" };
    const verdict = { result: "not-found", cause: `there is no build ${id} (${said})` };
    return { ...step, verdict, pace: "moving", progress, stage: "" };
}
function verdictOf(build) {
    switch (build.status) {
        case "SUCCEEDED":
            return { result: "success", cause: "" };
        case "FAILED":
        case "TIMED_OUT":
            return { result: "failed", cause: (0,codebuild_build/* describeEnd */.lA)(build) };
        case "FAULT":
            return {
                result: "failed",
                cause: (0,codebuild_build/* describeEnd */.lA)(build),
                remedy: "FAULT is a fault of CodeBuild's own, or of what it needs: read the log, then start the build again.",
            };
        case "STOPPED":
            return { result: "stopped", cause: (0,codebuild_build/* describeEnd */.lA)(build) };
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codebuild/target.js
/** The target `codebuild`: waits for one build. It puts the parts together and knows no rule. */








/** Makes the target. One call a look: BatchGetBuilds. */
function createCodebuildTarget({ buildId }, doors) {
    return (0,target/* defineTarget */.D)({
        kind: "codebuild",
        items: [{ id: buildId, label: `build ${buildId}` }],
        first: ["build"],
        next: nextOfBuild(buildId),
        async read() {
            const { ask } = await doors.aws();
            return { looks: new Map([[buildId, await (0,wait_doors/* lookAt */.t5)(() => readBuild(ask, buildId))]]), calls: 1 };
        },
        async diagnose(_item, { build }, verdict) {
            const { ask, region } = await doors.aws();
            const links = [consoleOf(region, buildId)].filter((link) => link !== undefined);
            if (build === undefined || (0,wait_verdict/* isGood */.K)(verdict.result))
                return { causes: [], links };
            const diagnosis = await (0,diagnose/* diagnoseBuild */.f)(ask, build);
            return { ...diagnosis, links: [...(diagnosis.links ?? []), ...links] };
        },
        async stop(_item, _state, how) {
            const { ask } = await doors.aws();
            const report = await (0,asking/* sendStop */.tB)("StopBuild", () => ask("codebuild", "StopBuild", { id: buildId }, { evenWhenCancelled: true }));
            return how === "stop" ? report : { ...report, told: `${report.told}; a build cannot be rolled back` };
        },
        prepare: async () => (await doors.aws()).load("codebuild", "logs"),
    });
}
/** Reads a build. Errors of the service that mean "there is none" are part of the snapshot. */
async function readBuild(ask, id) {
    try {
        const answer = await ask("codebuild", "BatchGetBuilds", { ids: [id] });
        const build = (0,codebuild_build/* findBuild */.w)(answer, id);
        if (build !== undefined)
            return { build };
        return (0,codebuild_build/* isUnknownBuild */.$O)(answer, id) ? { missing: "BatchGetBuilds: buildsNotFound" } : {};
    }
    catch (error) {
        const code = (0,wait_doors/* refusalOf */.Of)(error);
        if (code !== "InvalidInputException" && code !== "ResourceNotFoundException")
            throw error;
        const said = error instanceof lib_ask/* AwsFault */.k ? error.said : "";
        return { missing: `${code}: ${said}`, isInvalid: code === "InvalidInputException" };
    }
}
function consoleOf(region, id) {
    const project = /^[^:]+(?=:[^:]+$)/.exec(id)?.[0];
    if (region === "" || project === undefined)
        return undefined;
    const path = `projects/${encodeURIComponent(project)}/build/${encodeURIComponent(id)}`;
    const url = `https://${region}.console.aws.amazon.com/codesuite/codebuild/${path}/?region=${region}`;
    return { title: `build ${id} in the console`, url };
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

