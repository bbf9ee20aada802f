export const id = 3943;
export const ids = [3943];
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

/***/ 7658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ isUnknownBuild),
/* harmony export */   iq: () => (/* binding */ failedPhases),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   w: () => (/* binding */ findBuild)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9404);
/* harmony import */ var _tell_story_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8190);
/** A CodeBuild build as BatchGetBuilds tells it, and what its phases say about a failure. Pure. */


/** The build of this id (or ARN) in an answer of BatchGetBuilds; undefined when the answer is not about it. */
function findBuild(answer, id) {
    const found = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(answer, "builds").find((build) => isBuild(build, id));
    return found === undefined ? undefined : parseBuild(found);
}
/** Whether the answer says that there is no such build. */
function isUnknownBuild(answer, id) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(answer, "buildsNotFound").includes(id);
}
function isBuild(build, id) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "id") === id || (id.startsWith("arn:") && (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "arn") === id);
}
function parseBuild(build) {
    return {
        id: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "id"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "buildStatus"),
        phase: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "currentPhase"),
        phases: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(build, "phases").map(parsePhase),
        logGroup: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "logs", "groupName") || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "logs", "cloudWatchLogs", "groupName"),
        logStream: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "logs", "streamName"),
        logUrl: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(build, "logs", "deepLink"),
    };
}
function parsePhase(phase) {
    return {
        name: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(phase, "phaseType"),
        status: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(phase, "phaseStatus"),
        contexts: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(phase, "contexts"))
            .map(parseContext)
            .filter((text) => text !== ""),
    };
}
function parseContext(context) {
    const code = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(context, "statusCode");
    const message = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(context, "message");
    return (0,_tell_story_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLine */ .Hh)([code, message].filter((text) => text !== "").join(": "), 300);
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
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9404);
/* harmony import */ var _tell_story_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8190);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6175);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7658);




/** Lines of the log that are shown. */
const LOG_LINES = 30;
/** The last lines of a log stream, oldest first, and the permission that was missing. One call. */
async function tailOfLog(ask, group, stream) {
    const input = { logGroupName: group, logStreamName: stream, limit: LOG_LINES, startFromHead: false };
    const maybe = await (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .askMaybe */ .IK)(() => ask("logs", "GetLogEvents", input));
    const lines = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readList */ .LD)((0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .answerOf */ .ut)(maybe), "events")
        .flatMap((event) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(event, "message").split(/\r?\n/))
        .map((line) => (0,_tell_story_js__WEBPACK_IMPORTED_MODULE_0__/* .cutLine */ .Hh)(line, 300))
        .filter((line) => line !== "");
    return { lines: lines.slice(-LOG_LINES), missingPermissions: (0,_asking_js__WEBPACK_IMPORTED_MODULE_2__/* .lackOf */ .Zs)(maybe) };
}
/** What is known about a failed build. */
async function diagnoseBuild(ask, build) {
    const causes = (0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .failedPhases */ .iq)(build).flatMap(({ name, contexts }) => contexts.map((context) => `phase ${name}: ${context}`));
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

