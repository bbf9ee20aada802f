export const id = 5307;
export const ids = [5307];
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


/***/ }),

/***/ 5552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RY: () => (/* binding */ culpritOf),
  C8: () => (/* binding */ groupStopCauses),
  TN: () => (/* binding */ oneLine),
  dq: () => (/* binding */ stopCauseOf)
});

// EXTERNAL MODULE: ./packages/aws/lib/ecs-task.js
var ecs_task = __webpack_require__(1050);
;// CONCATENATED MODULE: ./packages/aws/lib/stop-rules.js
/**
 * The dictionary of why ECS tasks stop: what the service's words and a container's exit code mean, and what to do. Data, and
 * the look-up. Words: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
/** Words of a network or a service that is away for now, or has had enough of us. */
const passing = /too ?many ?requests|rate limit|rate exceeded|throttl|i\/o timeout|timed? ?out|deadline exceeded|connection (?:reset|refused)|context cancell?ed|request canceled|temporary failure|status code: 5\d\d|50[0234] (?:internal|bad|service|gateway)|unexpected eof|TLS handshake/i;
/** By words, the first that fits. The order is that of root causes: what keeps a task from starting comes first. */
const byWords = [
    {
        when: /CannotPull\w*Error[\s\S]*(?:not found|manifest unknown|does not exist|NameUnknown)/i,
        kind: "pull",
        hint: "Check that the image and its tag were pushed, to the registry and the Region that the task definition names.",
    },
    {
        when: /CannotPull\w*Error[\s\S]*(?:denied|forbidden|unauthorized|no basic auth|not authorized|\b40[13]\b)/i,
        kind: "pull",
        hint: "Let the task execution role pull the image (ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer), or check the credentials of the registry.",
    },
    {
        when: /CannotPull\w*Error[\s\S]*(?:matching platform|no matching manifest)|exec format error/i,
        kind: "pull",
        hint: "Build the image for the CPU architecture that the task definition asks for.",
    },
    {
        when: /CannotPull\w*Error[\s\S]*no space left/i,
        kind: "pull",
        hint: "Make the image smaller, or the storage of the task or host larger.",
    },
    {
        when: /CannotPull|pull image manifest/i,
        kind: "pull",
        hint: "Check the image's name, and that the task's subnets reach its registry.",
    },
    {
        when: /secrets ?manager|\bssm\b|parameter store|unable to (?:pull|retrieve) secret|registry auth/i,
        kind: "secrets",
        hint: "Check that the secrets exist, that the task execution role may read them, and that the task's subnets reach their service.",
    },
    {
        when: /log group|log stream|logger args|logging driver|failed to initialize logg/i,
        kind: "logging",
        hint: "Create the log group, or let the task execution role write to it (logs:CreateLogStream, logs:PutLogEvents).",
    },
    {
        when: /\bEFS\b|\bFSx|CannotCreateVolume|\bmount|\bvolume|EphemeralStorage|\bEBS\b/,
        kind: "storage",
        hint: "Check the volumes of the task definition: that they exist, and that security groups and roles allow them.",
    },
    {
        when: /assume (?:the )?role|unable to assume/i,
        kind: "role",
        hint: "Check that the roles of the task definition exist and trust ecs-tasks.amazonaws.com.",
    },
    {
        when: /InsufficientFreeAddresses|RESOURCE:|capacity is unavailable|insufficient capacity|capacity provider|(?:reached|exceeded).{0,40}(?:limit|quota)|VcpuLimitExceeded|no container instance/i,
        kind: "capacity",
        hint: "Add capacity: instances, quota, addresses in the subnets, or ask for less CPU and memory.",
        isTransient: true,
    },
    {
        when: /network interface/i,
        kind: "network",
        hint: "Check the subnets and security groups of the task.",
    },
    {
        when: /env(?:ironment)? files?\b|ResourceInitializationError/i,
        kind: "start",
        hint: "Check what the task needs before it starts: its roles, and that its subnets reach the services of AWS.",
    },
    {
        when: /executable file not found|no such file or directory|permission denied|CannotStartContainer|CannotCreateContainer|OCI runtime/i,
        kind: "start",
        hint: "Check entryPoint and command of the container: the program has to be in the image, and executable.",
    },
    {
        when: /OutOfMemory/i,
        kind: "memory",
        hint: "Give the container more memory, or make the program need less.",
    },
    {
        when: /ELB health checks|is unhealthy in|target-group|load ?balancer/i,
        kind: "load-balancer",
        hint: "Check path, port and expected status of the target group's health check, the security groups, and healthCheckGracePeriodSeconds.",
    },
    {
        when: /container health check/i,
        kind: "health-check",
        hint: "Run the healthCheck command of the container by hand; raise its startPeriod when the program starts slowly.",
    },
    {
        when: /spot .{0,20}interrupt/i,
        kind: "interrupted",
        isTransient: true,
    },
    {
        when: /host ec2|\binstance\b.{0,60}(?:terminat|drain|deregister|stopp)|has been deregistered|fargate.{0,40}(?:retire|maintenance)|AZ rebalanc/i,
        kind: "host",
        isTransient: true,
    },
    { when: /scaling activity|task set/i, kind: "scaling", isTransient: true },
    { when: /DockerTimeout|ContainerRuntimeTimeout|InternalError|ServerException/i, kind: "service", isTransient: true },
];
const byCode = {
    SpotInterruption: {
        kind: "interrupted",
        hint: "Run it again; keep what must not be interrupted off Spot capacity.",
        isTransient: true,
    },
    TerminationNotice: { kind: "host", hint: "Run it again: its host went away.", isTransient: true },
    UserInitiated: { kind: "user", hint: "Ask whoever stopped it (StopTask).", isTransient: true },
};
const byExit = {
    0: { kind: "exit", isTransient: false },
    126: { kind: "start", hint: "The command is there but cannot be run: check its mode.", isTransient: false },
    127: { kind: "start", hint: "The command was not found: check entryPoint, command and PATH.", isTransient: false },
    134: { kind: "crash", hint: "The program aborted (SIGABRT): read its last log lines.", isTransient: false },
    137: {
        kind: "memory",
        hint: "It was killed (SIGKILL): out of memory, or it did not end within stopTimeout.",
        isTransient: false,
    },
    139: {
        kind: "crash",
        hint: "The program crashed (SIGSEGV): look at native modules and the CPU architecture.",
        isTransient: false,
    },
    143: { kind: "exit", hint: "It was asked to end (SIGTERM).", isTransient: false },
};
/** ECS's reasons have 1024 characters at most, of the task and of its container. */
const LONGEST_WORDS = 2100;
/** What a stopped task's facts mean. */
function ruleFor({ stopCode, words, exitCode }) {
    const outside = byCode[stopCode];
    if (outside !== undefined)
        return outside;
    const cut = words.slice(0, LONGEST_WORDS);
    const entry = byWords.find(({ when }) => when.test(cut));
    if (entry !== undefined) {
        const { kind, hint, isTransient = false } = entry;
        const isPassing = reachesOut.has(kind) && passing.test(cut);
        return { kind, isTransient: isTransient || isPassing, ...(hint === undefined ? {} : { hint }) };
    }
    // The scheduler of a service stops what it needs no longer, unless it says what was wrong.
    if (stopCode === "ServiceSchedulerInitiated")
        return { kind: "scaling", isTransient: true };
    if (exitCode !== undefined)
        return byExit[exitCode] ?? { kind: "exit", isTransient: false };
    if (stopCode === "TaskFailedToStart")
        return { kind: "start", isTransient: passing.test(cut) };
    return { kind: "other", isTransient: false };
}
/** Kinds that need another service, which may be away. */
const reachesOut = new Set(["pull", "secrets", "logging", "storage", "network", "start"]);

;// CONCATENATED MODULE: ./packages/aws/lib/stop-cause.js


/** The words of the service are cut after so many characters. */
const LONGEST_TEXT = 300;
/** Stops that come from outside: exit codes are what follows then, not why. */
const outside = new Set([
    "ServiceSchedulerInitiated",
    "SpotInterruption",
    "TerminationNotice",
    "UserInitiated",
]);
/** Why a task stopped. Of a task that has not: what its containers say so far. */
function stopCauseOf(task) {
    const { stopCode, stoppedReason } = task;
    const isOutside = outside.has(stopCode);
    const culprit = culpritOf(task);
    const words = `${stoppedReason}\n${isOutside ? "" : (culprit?.reason ?? "")}`;
    const { kind, hint, isTransient } = ruleFor({
        stopCode,
        words,
        ...(isOutside || culprit?.exitCode === undefined ? {} : { exitCode: culprit.exitCode }),
    });
    const parts = isOutside
        ? [stopCode, stoppedReason]
        : [stopCode, stoppedReason, culprit?.name, culprit?.exitCode, culprit?.reason];
    return {
        key: `${kind}|${parts.map((part) => generalise(String(part ?? ""))).join("|")}`,
        kind,
        text: textOf(task, culprit, isOutside),
        ...(hint === undefined ? {} : { hint }),
        isTransient,
    };
}
/** The causes of tasks that stopped, with how many there are of each: most first. Tasks that have not stopped do not count. */
function groupStopCauses(tasks) {
    const groups = new Map();
    for (const task of tasks) {
        if (!(0,ecs_task/* hasStopped */.Ex)(task))
            continue;
        const cause = stopCauseOf(task);
        groups.set(cause.key, { cause: groups.get(cause.key)?.cause ?? cause, count: countOf(groups, cause) + 1 });
    }
    return [...groups.values()].sort((a, b) => b.count - a.count);
}
const countOf = (groups, { key }) => groups.get(key)?.count ?? 0;
/**
 * The container that the task stopped for, as far as the answer tells: there are no times in it, but ECS ends the others
 * with SIGTERM (143), then SIGKILL (137). A container that is not essential is never the one, nor is one that says nothing.
 */
function culpritOf({ containers }) {
    const suspects = containers.filter(({ essential, exitCode, reason }) => essential !== false && (exitCode !== undefined || reason !== ""));
    const [first] = suspects.toSorted((a, b) => suspicion(b) - suspicion(a));
    return first;
}
function suspicion({ exitCode, reason, essential }) {
    const bySelf = essential === true ? 0.5 : 0;
    if (reason !== "")
        return 5 + bySelf;
    if (exitCode === undefined)
        return bySelf;
    if (exitCode === 0)
        return 1 + bySelf;
    if (exitCode === 143)
        return 2 + bySelf;
    return (exitCode === 137 ? 3 : 4) + bySelf;
}
function textOf({ stopCode, stoppedReason }, culprit, isOutside) {
    const reason = oneLine(stoppedReason, LONGEST_TEXT);
    const ended = culprit === undefined ? "" : describeContainer(culprit, reason);
    if (isOutside || stopCode === "TaskFailedToStart" || ended === "") {
        const isScheduler = stopCode === "ServiceSchedulerInitiated" && reason !== "";
        const lead = stopCode === "" || isScheduler || reason.includes(stopCode) ? reason : join(": ", stopCode, reason);
        return (join(", ", lead, isOutside && culprit?.exitCode === 0 ? "" : ended) || "stopped for a reason that is not told");
    }
    const rest = reason === "" ? stopCode : reason;
    return rest === "" ? ended : `${ended} (${rest})`;
}
function describeContainer({ name, exitCode, reason }, known) {
    const code = exitCode === undefined ? "" : `exit code ${exitCode}`;
    const own = oneLine(reason, LONGEST_TEXT);
    const said = join(", ", code, own !== "" && known.includes(own) ? "" : own);
    return said === "" ? "" : `container ${oneLine(name, 100)}: ${said}`;
}
const join = (by, ...parts) => parts.filter((part) => part !== "").join(by);
/** What differs between two tasks that stopped for the same cause, taken out. */
function generalise(text) {
    return oneLine(text, 1000)
        .toLowerCase()
        .replaceAll(/sha256:[0-9a-f]+/g, "#")
        .replaceAll(/\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:z|[+-]\d\d:?\d\d)?/g, "#")
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "#")
        .replaceAll(/\b(?:i|eni|subnet|sg|vpc|eipalloc)-[0-9a-f]{8,17}\b/g, "#")
        .replaceAll(/\becs-svc\/\d+/g, "#")
        .replaceAll(/\b[0-9a-f]{12,64}\b/g, "#")
        .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, "#")
        .replaceAll(/\[[0-9a-f:]+\](?::\d+)?/g, "#")
        .replaceAll(/\bport \d+/g, "port #")
        .replaceAll(/\b\d+ (?:time|attempt)/g, "# time")
        .replaceAll(/\b(?:\d+(?:\.\d+)?(?:ms|h|m|s))+\b/g, "#");
}
/** A text from outside on one line of at most so many characters. */
function oneLine(text, length) {
    const line = text.replaceAll(/\s+/g, " ").trim();
    const points = Array.from(line);
    return points.length <= length ? line : `${points.slice(0, length - 1).join("")}…`;
}


/***/ }),

/***/ 6345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readTaskLog)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9404);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7398);
/* harmony import */ var _ecs_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1050);
/* harmony import */ var _stop_cause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5552);
/**
 * The end of a task's log: finds where a container logs to, and reads the last lines. At most two calls. A log that cannot be
 * read is no error: it is said why, and nothing more.
 */




/** Reads the end of a task's log. Rejects only with what is not AWS's answer: an abort, a defect. */
async function readTaskLog(ask, task, options = {}) {
    const container = chooseContainer(task, options.container);
    if (container === undefined)
        return { container: "", lines: [], missingPermissions: [] };
    const { definition, missing } = await readDefinition(ask, task, options.definition);
    const own = options.region ?? (0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_0__/* .regionOfArn */ .b2)(task.arn);
    const place = placeOf(task, container, definition);
    const log = { container: container.name, lines: [], missingPermissions: missing };
    if (typeof place === "string")
        return { ...log, note: place };
    const region = place.region === "" ? own : place.region;
    const link = linkTo({ ...place, region });
    const found = { ...log, ...(link === undefined ? {} : { link }) };
    if (own !== "" && region !== own)
        return { ...found, note: `container ${container.name} logs to ${region}` };
    const limit = options.limit ?? 30;
    const events = await askOnce(() => ask("logs", "GetLogEvents", {
        logGroupName: place.group,
        logStreamName: place.stream,
        limit,
        startFromHead: false,
    }));
    if ("fault" in events) {
        const denied = events.fault.kind === "denied" ? [events.fault.action] : [];
        // A stream that is not there has no link either.
        const shown = events.fault.kind === "refused" ? log : found;
        return { ...shown, missingPermissions: [...denied, ...missing] };
    }
    const lines = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(events.answer, "events")
        .flatMap((event) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(event, "message").split(/[\r\n]+/))
        .map((line) => (0,_stop_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(line, 300))
        .filter((line) => line !== "");
    return { ...found, lines: lines.slice(-limit) };
}
function chooseContainer(task, name) {
    if (name !== undefined)
        return task.containers.find((each) => each.name === name);
    return (0,_stop_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .culpritOf */ .RY)(task) ?? task.containers.find((each) => each.essential !== false) ?? task.containers[0];
}
async function askOnce(ask) {
    try {
        return { answer: await ask() };
    }
    catch (error) {
        if (error instanceof _ask_js__WEBPACK_IMPORTED_MODULE_3__/* .AwsFault */ .k)
            return { fault: error };
        throw error;
    }
}
async function readDefinition(ask, task, known) {
    if (known !== undefined || task.taskDefinitionArn === "")
        return { definition: known, missing: [] };
    const asked = await askOnce(() => ask("ecs", "DescribeTaskDefinition", { taskDefinition: task.taskDefinitionArn }));
    if ("answer" in asked)
        return { definition: asked.answer, missing: [] };
    return { definition: undefined, missing: asked.fault.kind === "denied" ? [asked.fault.action] : [] };
}
/** Where the container logs to; a sentence when that is no stream of CloudWatch Logs that we could name. */
function placeOf(task, container, definition) {
    const { name } = container;
    const defined = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(definition, "taskDefinition", "containerDefinitions").find((each) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(each, "name") === name);
    // What the console of ECS writes into a new task definition.
    const family = task.family === "" ? name : task.family;
    if (defined === undefined)
        return { group: `/ecs/${family}`, stream: `ecs/${name}/${task.id}`, region: "" };
    const driver = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(defined, "logConfiguration", "logDriver");
    if (driver === "")
        return `container ${name} has no logConfiguration`;
    if (driver !== "awslogs")
        return `container ${name} logs through ${(0,_stop_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(driver, 40)}`;
    const option = (key) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(defined, "logConfiguration", "options", key);
    const prefix = option("awslogs-stream-prefix");
    // https://docs.docker.com/engine/logging/drivers/awslogs/: without a prefix the stream is named by the container's id.
    const stream = prefix === "" ? container.runtimeId : `${prefix}/${name}/${task.id}`;
    const [group, region] = [option("awslogs-group"), option("awslogs-region")];
    if (group === "" || stream === "")
        return `container ${name} logs to ${group === "" ? "no group" : group}`;
    return { group, stream, region };
}
function linkTo({ group, stream, region }) {
    if (!/^[a-z]{2}[a-z0-9-]+$/.test(region))
        return undefined;
    // The console's router wants names encoded twice, with $ for %.
    const encode = (name) => encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
    const place = `log-group/${encode(group)}/log-events/${encode(stream)}`;
    const url = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/${place}`;
    return { title: `log ${stream}`, url };
}


/***/ })

};

