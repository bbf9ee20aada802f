export const id = 9383;
export const ids = [9383];
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

/***/ 9383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createJenkinsTarget: () => (/* binding */ createJenkinsTarget)
});

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var verdict = __webpack_require__(1716);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/address.js
/**
 * Where things of a Jenkins are. Pure. Whatever an answer says, requests go to the Jenkins that the step was given: the root
 * URL that Jenkins believes in is often another one, and a token must not follow it.
 */
/** The root of a Jenkins, without a slash at its end. */
function rootOf(url) {
    const parsed = URL.parse(url);
    return parsed === null ? url : `${parsed.origin}${parsed.pathname.replace(/\/+$/, "")}`;
}
/** `a/b` as `/job/a/job/b`. A branch that holds a slash is written as Jenkins names it: `feature%2Fx`. */
function pathOfJob(job) {
    const names = job.split("/").filter((name) => name !== "");
    return names.map((name) => `/job/${encodeURIComponent(name)}`).join("");
}
/**
 * The build that an executable's URL names, when it is believed: it has our number, and it is on our host or below our job (a
 * branch of a multibranch project). `isElsewhere` tells that it is another job.
 */
function pinOf(root, jobPath, executable) {
    const ours = { path: jobPath, number: executable.number, isElsewhere: false };
    const url = URL.parse(executable.url);
    const found = /((?:\/job\/[^/]+)+)\/(\d+)\/?$/.exec(url?.pathname ?? "");
    const path = found?.[1];
    if (url === null || path === undefined || Number(found?.[2]) !== executable.number)
        return ours;
    if (isBelow(path, jobPath))
        return { ...ours, path };
    const home = new URL(root);
    const isHome = url.host === home.host && url.pathname.startsWith(`${home.pathname.replace(/\/$/, "")}/job/`);
    return isHome ? { path, number: executable.number, isElsewhere: true } : ours;
}
/** Case and escapes aside: Jenkins escapes less than encodeURIComponent does. */
function isBelow(path, jobPath) {
    const [deep, high] = [decode(path), decode(jobPath)];
    return deep === high || deep.startsWith(`${high}/job/`);
}
function decode(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}

// EXTERNAL MODULE: ./packages/http/lib/exchange.js
var lib_exchange = __webpack_require__(1741);
// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __webpack_require__(3064);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var lib_line = __webpack_require__(3705);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/ask.js
/** How Jenkins is asked, and what its answers are worth. It knows no build. Every request goes to the root it was given. */



/** Opens a Jenkins. `ourNow` stands in when an answer has no Date. */
function openJenkins(exchange, place, ourNow) {
    const { root, user, token } = place;
    const basic = Buffer.from(`${user}:${token}`).toString("base64");
    const authorization = token === "" ? {} : { authorization: `Basic ${basic}` };
    const send = (path, more = {}) => exchange({ method: "GET", ...more, url: `${root}${path}`, headers: { ...authorization, ...more.headers } });
    return {
        send,
        async get(path) {
            const operation = `GET ${path.replace(/\?.*$/s, "")}`;
            try {
                return judge(operation, await send(path, { headers: { accept: "application/json" } }), ourNow);
            }
            catch (error) {
                if (!(error instanceof lib_exchange/* HttpFault */.F))
                    throw error;
                return { fault: { kind: "unavailable", operation, detail: error.code, remedy: error.remedy } };
            }
        },
    };
}
function judge(operation, answer, ourNow) {
    const { status, headers, text } = answer;
    if (status === 404)
        return { isMissing: true };
    if (status !== 200)
        return { fault: faultOf(operation, answer) };
    const date = Date.parse(headers["date"] ?? "");
    const now = Number.isNaN(date) ? ourNow() : date;
    if (text.trim() === "")
        return { json: undefined, now };
    try {
        return { json: (0,json/* parseJson */.q)(text), now };
    }
    catch {
        return { fault: { kind: "unavailable", operation, detail: "200, and the answer is no JSON" } };
    }
}
const namesOf = new Map([
    [400, "Bad Request"],
    [401, "Unauthorized"],
    [403, "Forbidden"],
    [404, "Not Found"],
    [429, "Too Many Requests"],
    [500, "Internal Server Error"],
    [502, "Bad Gateway"],
    [503, "Service Unavailable"],
    [504, "Gateway Timeout"],
]);
/** `401 Unauthorized`. */
function wordsOf(status) {
    const name = namesOf.get(status);
    return name === undefined ? String(status) : `${status} ${name}`;
}
function faultOf(operation, { status, headers }) {
    const detail = wordsOf(status);
    if (status === 401) {
        const remedy = "Check jenkins-user and jenkins-token: the token may have been revoked.";
        return { kind: "denied", operation, detail, remedy };
    }
    if (status === 403) {
        return { kind: "denied", operation, detail, remedy: "Give the user Overall/Read and, for the job, Job/Read." };
    }
    if (status === 429)
        return { kind: "throttled", operation, detail };
    if (status >= 300 && status < 400) {
        const to = (0,lib_line/* cutLine */.H)((headers["location"] ?? "").replace(/[?#].*$/s, ""), 200);
        const remedy = "Give jenkins-url as Jenkins itself is reached, and jenkins-user and jenkins-token when it asks who we are.";
        return { kind: "denied", operation, detail: `${status}, a redirect to ${to}`, remedy };
    }
    return { kind: "unavailable", operation, detail };
}

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/build.js
/** What Jenkins tells about builds and queue items, as our own types. Pure; a wrong type reads as absent. */


/** What a build is asked for. */
const buildTree = "number,url,building,result,queueId,timestamp,estimatedDuration,actions[causes[shortDescription]]";
/** A build in an answer; undefined when the answer is not about one. `now` is Jenkins' time, ms since 1970. */
function parseBuild(answer, now) {
    const number = (0,plain/* readId */.wh)(answer, "number");
    if (number === undefined)
        return undefined;
    const queueId = (0,plain/* readId */.wh)(answer, "queueId");
    const beganAt = (0,plain/* readId */.wh)(answer, "timestamp");
    const estimatedMs = (0,plain/* readId */.wh)(answer, "estimatedDuration");
    const causes = (0,plain/* readList */.LD)(answer, "actions")
        .flatMap((action) => (0,plain/* readList */.LD)(action, "causes"))
        .map((cause) => (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(cause, "shortDescription"), 200))
        .filter((text) => text !== "");
    return {
        number,
        isBuilding: (0,plain/* read */.LF)(answer, "building") !== false,
        result: (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(answer, "result"), 60),
        causes: [...new Set(causes)],
        ...(queueId === undefined ? {} : { queueId }),
        ...(beganAt === undefined ? {} : { beganAt, runningMs: now - beganAt }),
        ...(estimatedMs === undefined ? {} : { estimatedMs }),
    };
}
/** The builds in an answer about a job; undefined when the answer holds no such list. */
function parseBuilds(answer, now) {
    const builds = (0,plain/* read */.LF)(answer, "builds");
    if (!Array.isArray(builds))
        return undefined;
    return builds.map((each) => parseBuild(each, now)).filter((build) => build !== undefined);
}
/** An item of the queue; undefined when the answer is not about one. */
function parseQueueItem(answer) {
    if ((0,plain/* readNumber */.kz)(answer, "id") === undefined && (0,plain/* read */.LF)(answer, "executable") === undefined)
        return undefined;
    const number = (0,plain/* readId */.wh)(answer, "executable", "number");
    const url = (0,plain/* readText */.yR)(answer, "executable", "url");
    return {
        why: (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(answer, "why"), 200),
        isStuck: (0,plain/* read */.LF)(answer, "stuck") === true,
        isCancelled: (0,plain/* read */.LF)(answer, "cancelled") === true,
        ...(number === undefined ? {} : { executable: { number, url } }),
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/read.js


/** Reads what is wanted. Rejects only with what is not about Jenkins. */
async function readJenkins(jenkins, subject, state, wanted, ourNow) {
    if (wanted === "newest")
        return readNewest(jenkins, subject, ourNow);
    if (wanted === "queue")
        return readQueue(jenkins, subject, state.queueItem ?? 0);
    const { path, number } = state.pin ?? { path: subject.jobPath, number: 0 };
    const got = await jenkins.get(`${path}/${number}/api/json?tree=${encodeURIComponent(buildTree)}`);
    if ("fault" in got)
        return { look: got, calls: 1 };
    const build = "json" in got ? parseBuild(got.json, got.now) : undefined;
    const isMissing = "isMissing" in got;
    return { look: { snapshot: { of: "build", isMissing, ...(build === undefined ? {} : { build }) } }, calls: 1 };
}
async function readQueue(jenkins, subject, id) {
    const got = await jenkins.get(`/queue/item/${id}/api/json`);
    if ("fault" in got)
        return { look: got, calls: 1 };
    if ("json" in got) {
        const item = parseQueueItem(got.json);
        return { look: { snapshot: { of: "queue", isGone: false, ...(item === undefined ? {} : { item }) } }, calls: 1 };
    }
    // Forgotten five minutes after it left the queue: its build still knows it (adoptium/ci-jenkins-pipelines#1360).
    const listed = await askBuilds(jenkins, subject, "builds[number,queueId,url,building,result]");
    if ("fault" in listed)
        return { look: listed, calls: 2 };
    const build = buildsOf(listed)?.find(({ queueId }) => queueId === id);
    return {
        look: { snapshot: { of: "queue", isGone: true, ...(build === undefined ? {} : { build }) } },
        calls: 2,
    };
}
async function readNewest(jenkins, subject, ourNow) {
    const tree = "builds[number,queueId,url,building,result,timestamp],inQueue,queueItem[id]";
    const got = await askBuilds(jenkins, subject, tree);
    if ("fault" in got)
        return { look: got, calls: 1 };
    const builds = buildsOf(got);
    const json = "json" in got ? got.json : undefined;
    const queued = (0,plain/* read */.LF)(json, "inQueue") === false ? undefined : (0,plain/* readId */.wh)(json, "queueItem", "id");
    return {
        look: {
            snapshot: {
                of: "newest",
                isMissing: "isMissing" in got,
                skewMs: "json" in got ? got.now - ourNow() : 0,
                ...(builds === undefined ? {} : { builds }),
                ...(queued === undefined ? {} : { queued }),
            },
        },
        calls: 1,
    };
}
function askBuilds(jenkins, { jobPath }, tree) {
    return jenkins.get(`${jobPath}/api/json?tree=${encodeURIComponent(tree)}`);
}
function buildsOf(got) {
    return "json" in got ? parseBuilds(got.json, got.now) : undefined;
}
/** The first stage of a pipeline that failed, from `wfapi/describe`; "" when there is none. */
function failedStage(answer) {
    const stages = (0,plain/* read */.LF)(answer, "stages");
    if (!Array.isArray(stages))
        return "";
    const failed = stages.find((stage) => (0,plain/* readText */.yR)(stage, "status") === "FAILED");
    const name = (0,plain/* readText */.yR)(failed, "name");
    if (name === "")
        return "";
    const message = (0,plain/* readText */.yR)(failed, "error", "message");
    return `stage ${name} failed${message === "" ? "" : `: ${message}`}`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/diagnose.js
/** Why a build ended so: its first failed stage, and the end of its log. Three requests at most; it rejects for no answer. */



/** Lines of the log that are shown, and the bytes in which they are looked for. */
const LOG_LINES = 30;
const TAIL_BYTES = 24_576;
/** What is known about a build besides its result. */
async function diagnoseBuild(jenkins, root, pin) {
    const place = `${pin.path}/${pin.number}`;
    const [described, log] = await Promise.all([jenkins.get(`${place}/wfapi/describe`), tailOf(jenkins, place)]);
    const stage = "json" in described ? (0,lib_line/* cutLine */.H)(failedStage(described.json), 300) : "";
    const lines = log
        .split(/\r?\n/)
        .map((line) => (0,lib_line/* cutLine */.H)(line, 300))
        .filter((line) => line !== "");
    return {
        causes: stage === "" ? [] : [stage],
        logLines: lines.slice(-LOG_LINES),
        links: [
            { title: `build #${pin.number}`, url: `${root}${place}/` },
            { title: "its log", url: `${root}${place}/console` },
        ],
    };
}
/**
 * The end of the log. The first request reads its beginning and learns its size from X-Text-Size; a second one asks for the
 * end alone, when there is more. A `start` beyond the size would give the whole log.
 */
async function tailOf(jenkins, place) {
    try {
        const ask = `${place}/logText/progressiveText?start=`;
        const first = await jenkins.send(`${ask}0`, { maxBytes: TAIL_BYTES });
        if (first.status !== 200)
            return "";
        const size = Number(first.headers["x-text-size"] ?? "0");
        if (!Number.isSafeInteger(size) || size <= TAIL_BYTES)
            return first.text;
        const last = await jenkins.send(`${ask}${size - TAIL_BYTES}`, { maxBytes: TAIL_BYTES });
        // The first line is a part of one.
        return last.status === 200 ? last.text.replace(/^[^\n]*\n/, "") : "";
    }
    catch (error) {
        if (!(error instanceof lib_exchange/* HttpFault */.F))
            throw error;
        return "";
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/running.js
/** A build is not there at once after its start, and a restart hides it: for so long, ms. */
const MISSING_AT_MOST_MS = 60_000;
/** The end is near so long before and after the estimate, ms. */
const BEFORE_MS = 10_000;
const AFTER_MS = 30_000;
/** The step after a look at the build. */
function nextOfBuild(subject, before, snapshot, elapsedMs) {
    const { build } = snapshot;
    const number = before.pin?.number ?? 0;
    const facts = { pinned: String(number), url: `${subject.root}${before.pin?.path ?? subject.jobPath}/${number}/` };
    if (build === undefined || build.number !== number) {
        return { ...unseen(subject, before, snapshot.isMissing, elapsedMs), facts };
    }
    const { goneSince: _, ...rest } = before;
    const verdict = strangerOf(before, build) ?? verdictOf(subject, build);
    const isUnknown = verdict === undefined && !build.isBuilding && build.result !== "";
    return {
        state: { ...rest, build },
        ...(verdict === undefined ? {} : { verdict }),
        pace: paceOf(build),
        reads: ["build"],
        progress: progressOf(build),
        stage: "build",
        warnings: [
            ...(isUnknown ? [`Jenkins tells the unknown result ${build.result} of build #${number}; waiting goes on`] : []),
            ...(verdict?.result === "success" && build.result === "UNSTABLE"
                ? [`Build #${number} is UNSTABLE, which allow-unstable takes as a success`]
                : []),
        ],
        facts: build.isBuilding || build.result === "" ? facts : { ...facts, "jenkins result": build.result },
    };
}
/** A build that came of another queue item is not ours. Old builds have no such number, or one below 0. */
function strangerOf({ queueItem }, { number, queueId }) {
    if (queueItem === undefined || queueId === undefined || queueId === queueItem)
        return undefined;
    const cause = `build #${number} came of queue item ${queueId}, not of queue item ${queueItem}`;
    return { result: "not-found", cause, remedy: "Check that job, queue-item and build-number belong together." };
}
function verdictOf({ allowUnstable }, build) {
    if (build.isBuilding || build.result === "")
        return undefined;
    const cause = `build #${build.number} ended with ${build.result}`;
    const interruption = build.causes.find((text) => /^(?:aborted|superseded|interrupted|cancelled|canceled|timeout)/i.test(text));
    const why = interruption === undefined ? "" : ` (${interruption})`;
    switch (build.result) {
        case "SUCCESS":
            return { result: "success", cause: "" };
        case "UNSTABLE":
            return allowUnstable ? { result: "success", cause: "" } : { result: "unstable", cause };
        case "FAILURE":
            return { result: "failed", cause };
        case "ABORTED":
        case "NOT_BUILT": {
            const isSuperseded = /^superseded by/i.test(interruption ?? "");
            const result = isSuperseded ? "superseded" : build.result === "ABORTED" ? "stopped" : "failed";
            return { result, cause: `${cause}${why}` };
        }
        default:
            return undefined;
    }
}
function paceOf({ isBuilding, result, runningMs, estimatedMs }) {
    // Its post steps are running.
    if (isBuilding && result !== "")
        return "near";
    if (runningMs === undefined || estimatedMs === undefined)
        return "moving";
    const left = estimatedMs - runningMs;
    return left <= BEFORE_MS && left >= -AFTER_MS ? "near" : "moving";
}
function progressOf({ number, isBuilding, result }) {
    if (isBuilding)
        return `build #${number} is running${result === "" ? "" : `, ${result} so far`}`;
    return `build #${number} ${result === "" ? "has no result yet" : `ended with ${result}`}`;
}
function unseen({ job }, before, isMissing, elapsedMs) {
    const number = before.pin?.number ?? 0;
    const since = before.build === undefined ? (before.pinnedAt ?? 0) : elapsedMs;
    const goneSince = before.goneSince ?? since;
    const state = { ...before, goneSince };
    const said = isMissing ? "404 Not Found" : "the answers are not about it";
    const progress = `build #${number} is not visible ${before.build === undefined ? "yet" : "any more"} (${said})`;
    const step = { state, reads: ["build"], progress, stage: "build" };
    if (elapsedMs - goneSince < MISSING_AT_MOST_MS) {
        return { ...step, pace: before.build === undefined ? "starting" : "moving" };
    }
    const cause = before.build === undefined
        ? `there is no build #${number} of ${job} (${said})`
        : `build #${number} of ${job} was running and is gone (${said}): it was deleted, or may not be seen any more`;
    const remedy = "Check job and build-number. Jenkins answers 404, too, for a job that the user may not see.";
    return { ...step, verdict: { result: "not-found", cause, remedy }, pace: "moving" };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/newest.js
/** Clocks and triggers may differ by so much, ms. */
const SLACK_MS = 60_000;
/** None within this time: nothing was started, ms. */
const NONE_AFTER_MS = 60_000;
/** The step after a look at the job. */
function nextOfNewest({ job, jobPath, startedAt }, state, { isMissing, builds, queued, skewMs }, elapsedMs) {
    const since = startedAt + skewMs - SLACK_MS;
    const ours = (builds ?? []).filter(({ beganAt }) => beganAt !== undefined && beganAt >= since);
    const newest = ours.toSorted((a, b) => b.number - a.number)[0];
    if (newest !== undefined) {
        const { number } = newest;
        const others = `${ours.length} builds of ${job} began since the start: #${number}, the newest, is waited for. Set queue-item to be sure`;
        return {
            state: { ...state, pin: { path: jobPath, number }, pinnedAt: elapsedMs },
            pace: "now",
            reads: ["build"],
            progress: `build #${number} is the newest`,
            stage: "build",
            warnings: ours.length > 1 ? [others] : [],
            facts: { pinned: String(number) },
        };
    }
    if (queued !== undefined) {
        const progress = `queue item ${queued} is the newest`;
        return { state: { ...state, queueItem: queued }, pace: "now", reads: ["queue"], progress, stage: "queue" };
    }
    const isSeen = builds !== undefined;
    const progress = isSeen ? `no build of ${job} yet` : `${job} is not visible${isMissing ? " (404 Not Found)" : ""}`;
    const step = { state, reads: ["newest"], progress, stage: "queue" };
    if (elapsedMs < NONE_AFTER_MS)
        return { ...step, pace: "starting" };
    const verdict = isSeen
        ? { result: "noop", cause: `no build of ${job} began within a minute` }
        : {
            result: "not-found",
            cause: `there is no job ${job} (${isMissing ? "404 Not Found" : "the answers are not about it"})`,
            remedy: "Check jenkins-url and job. Jenkins answers 404, too, for a job that the user may not see.",
        };
    return { ...step, verdict, pace: "moving" };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/machine.js



/** What was pinned and is not there for so long does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** The machine of one build, from the queue to its end. */
function nextOfJenkins(subject) {
    return (before, snapshot, elapsedMs) => {
        const state = before ?? beginning(subject);
        if (snapshot.of === "queue")
            return nextOfQueue(subject, state, snapshot, elapsedMs);
        if (snapshot.of === "newest")
            return nextOfNewest(subject, state, snapshot, elapsedMs);
        return nextOfBuild(subject, state, snapshot, elapsedMs);
    };
}
/** What is known before the first look. */
function beginning({ jobPath, queueItem, buildNumber }) {
    return {
        ...(queueItem === undefined ? {} : { queueItem }),
        ...(buildNumber === undefined ? {} : { pin: { path: jobPath, number: buildNumber }, pinnedAt: 0 }),
    };
}
function nextOfQueue(subject, state, snapshot, elapsedMs) {
    const { item, build } = snapshot;
    if (build !== undefined)
        return pinned(state, { path: subject.jobPath, number: build.number }, elapsedMs);
    if (item === undefined)
        return machine_unseen(subject, state, snapshot.isGone, elapsedMs);
    const { goneSince: _, ...seen } = state;
    const name = `queue item ${state.queueItem ?? 0}`;
    if (item.isCancelled) {
        const cause = `${name} was cancelled in the queue, before a build began`;
        return {
            state: seen,
            verdict: { result: "cancelled", cause },
            pace: "moving",
            reads: ["queue"],
            progress: "cancelled",
            stage: "queue",
        };
    }
    if (item.executable !== undefined) {
        const { isElsewhere, ...pin } = pinOf(subject.root, subject.jobPath, item.executable);
        const warnings = isElsewhere ? [`The ${name} is of another job than ${subject.job}: ${pin.path}`] : [];
        return pinned(seen, pin, elapsedMs, warnings);
    }
    const stuck = `The ${name} is stuck${item.why === "" ? "" : `: ${item.why}`}`;
    return {
        state: seen,
        pace: "moving",
        reads: ["queue"],
        progress: `in the queue${item.isStuck ? " and stuck" : ""}${item.why === "" ? "" : `: ${item.why}`}`,
        stage: "queue",
        ...(item.isStuck ? { warnings: [stuck] } : {}),
    };
}
function pinned(state, pin, elapsedMs, warnings = []) {
    const { goneSince: _, ...rest } = state;
    return {
        state: { ...rest, pin, pinnedAt: elapsedMs },
        pace: "now",
        reads: ["build"],
        progress: `build #${pin.number} began`,
        stage: "build",
        warnings,
        facts: { pinned: String(pin.number) },
    };
}
function machine_unseen({ job }, state, isGone, elapsedMs) {
    const goneSince = state.goneSince ?? elapsedMs;
    const name = `queue item ${state.queueItem ?? 0}`;
    const step = { state: { ...state, goneSince }, reads: ["queue"], stage: "queue" };
    const progress = isGone
        ? `${name} is not in the queue (404), and no build of it is visible`
        : `${name} is not visible`;
    if (elapsedMs - goneSince < APPEARS_WITHIN_MS)
        return { ...step, pace: "starting", progress };
    const cause = isGone
        ? `${name} is not known to Jenkins (404; items are forgotten 5 minutes after they left the queue), and none of the newest builds of ${job} came of it`
        : `${name} never became visible`;
    const remedy = "Check queue-item and job. Jenkins answers 404, too, for a job that the user may not see.";
    return { ...step, verdict: { result: "not-found", cause, remedy }, pace: "moving", progress };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/stop.js
/** Ends what runs: a build is stopped, an item of the queue is cancelled. Sent also when the step is cancelled. */




/** Stops what is known; an item that left the queue meanwhile is followed to its build by `pinFor`. */
async function stopJenkins(jenkins, { pin, queueItem }, pinFor) {
    try {
        if (pin !== undefined)
            return await post(jenkins, `${pin.path}/${pin.number}/stop`, `stop of build #${pin.number}`);
        if (queueItem === undefined)
            return { isAccepted: false, told: "no build and no queue item is known to stop" };
        const started = await executableOf(jenkins, queueItem);
        if (started === undefined) {
            return await post(jenkins, `/queue/cancelItem?id=${queueItem}`, `cancelItem of queue item ${queueItem}`);
        }
        const { path, number } = pinFor(started);
        return await post(jenkins, `${path}/${number}/stop`, `stop of build #${number}`);
    }
    catch (error) {
        if (!(error instanceof lib_exchange/* HttpFault */.F))
            throw error;
        return { isAccepted: false, told: `Jenkins could not be asked to stop (${error.what})` };
    }
}
/** The build that an item has become, if it has. */
async function executableOf(jenkins, item) {
    const answer = await jenkins.send(`/queue/item/${item}/api/json`, { evenWhenCancelled: true, timeoutMs: 2000 });
    return answer.status === 200 ? parseQueueItem(jsonOf(answer))?.executable : undefined;
}
/** A request that changes something; when Jenkins wants a crumb it is sent once more with one. An API token needs none. */
async function post(jenkins, path, what) {
    const send = (headers = {}) => jenkins.send(path, { method: "POST", headers, evenWhenCancelled: true });
    let answer = await send();
    if (answer.status === 403) {
        const crumb = await crumbOf(jenkins);
        if (crumb !== undefined)
            answer = await send(crumb);
    }
    // Both answer with a redirect to a page.
    if (answer.status < 400)
        return { isAccepted: true, told: `${what} was accepted` };
    return { isAccepted: false, told: `${what} was not accepted (${wordsOf(answer.status)})` };
}
/** The headers that prove that we asked: a crumb, and the session it belongs to. */
async function crumbOf(jenkins) {
    const answer = await jenkins.send("/crumbIssuer/api/json", { evenWhenCancelled: true });
    const json = answer.status === 200 ? jsonOf(answer) : undefined;
    const [field, crumb] = [(0,plain/* readText */.yR)(json, "crumbRequestField"), (0,plain/* readText */.yR)(json, "crumb")];
    if (!/^[\w.-]{1,100}$/.test(field) || !/^[\x21-\x7e]{1,1000}$/.test(crumb))
        return undefined;
    const session = /(?:^|[,;]\s*)(JSESSIONID[\w.-]*=[^;,\s]+)/.exec(answer.headers["set-cookie"] ?? "")?.[1];
    return { [field.toLowerCase()]: crumb, ...(session === undefined ? {} : { cookie: session }) };
}
function jsonOf({ text }) {
    try {
        return (0,json/* parseJson */.q)(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/jenkins/target.js








/** Makes the target. One request a look. */
function createJenkinsTarget(settings, doors) {
    const { job, queueItem, buildNumber, user, token, allowUnstable } = settings;
    const subject = {
        root: rootOf(settings.url),
        job,
        jobPath: pathOfJob(job),
        allowUnstable,
        startedAt: doors.startedAt,
        ...(queueItem === undefined ? {} : { queueItem }),
        ...(buildNumber === undefined ? {} : { buildNumber }),
    };
    const ourNow = () => doors.clock.now();
    const open = async () => openJenkins(await doors.http(), { root: subject.root, user, token }, ourNow);
    const first = buildNumber !== undefined ? "build" : queueItem !== undefined ? "queue" : "newest";
    const pinned = buildNumber !== undefined ? ` #${buildNumber}` : queueItem !== undefined ? ` (queue item ${queueItem})` : "";
    return (0,target/* defineTarget */.D)({
        kind: "jenkins",
        items: [{ id: job, label: `job ${job}${pinned}` }],
        first: [first],
        next: nextOfJenkins(subject),
        async read([wanted]) {
            const state = wanted?.state ?? beginning(subject);
            const { look, calls } = await readJenkins(await open(), subject, state, wanted?.reads[0] ?? first, ourNow);
            return { looks: new Map([[job, look]]), calls };
        },
        async diagnose(_item, { pin }, { result }) {
            if (pin === undefined || result === "not-found")
                return { causes: [] };
            const { root } = subject;
            if ((0,verdict/* isGood */.K)(result))
                return { causes: [], links: [{ title: `build #${pin.number}`, url: `${root}${pin.path}/${pin.number}/` }] };
            return diagnoseBuild(await open(), root, pin);
        },
        async stop(_item, state, how) {
            const pinFor = (executable) => pinOf(subject.root, subject.jobPath, executable);
            const report = await stopJenkins(await open(), state ?? beginning(subject), pinFor);
            return how === "stop" ? report : { ...report, told: `${report.told}; a build cannot be rolled back` };
        },
        prepare: async () => {
            await doors.http();
        },
    });
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

/***/ 1741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * One request and one answer, as the rest sees them. Types and the error only; the door `./client` has the implementation.
 */

/** There was no answer: no such host, refused, reset, silent, not HTTP, a certificate that is not trusted. */
class HttpFault extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The system's word (`ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`), or `TIMEOUT`. */
    code;
    constructor({ method, host, code, cause }) {
        super({
            reason: "failed",
            what: `${method} ${host} had no answer (${code})`,
            remedy: "Check the URL, and the network between the runner and that host.",
            cause,
        });
        this.name = "HttpFault";
        this.code = code;
    }
}


/***/ })

};

