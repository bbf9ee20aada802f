export const id = 6500;
export const ids = [6500];
export const modules = {

/***/ 6500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createEcsTaskTarget: () => (/* binding */ createEcsTaskTarget)
});

// EXTERNAL MODULE: ./packages/aws/lib/ecs-task.js
var ecs_task = __webpack_require__(1050);
// EXTERNAL MODULE: ./packages/aws/lib/task-log.js
var task_log = __webpack_require__(6345);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
// EXTERNAL MODULE: ./packages/aws/lib/stop-cause.js + 1 modules
var stop_cause = __webpack_require__(5552);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs-task/outcome.js
/** The outcome of a task whose status is STOPPED. */
function outcomeOf(task) {
    if (task.stopCode === "UserInitiated")
        return { is: "stopped" };
    if (task.stopCode !== "" && task.stopCode !== "EssentialContainerExited")
        return { is: "failed" };
    const counted = task.containers.filter(({ essential }) => essential !== false);
    const known = counted.filter(({ essential }) => essential === true);
    if (known.some(hasFailed))
        return { is: "failed" };
    const unclear = counted.filter(({ essential, exitCode }) => essential === undefined && exitCode !== 0);
    // Alone it is essential: a task has at least one that is.
    if (unclear.length === task.containers.length && unclear.some(hasFailed))
        return { is: "failed" };
    const codeless = known.filter(({ exitCode }) => exitCode === undefined);
    if (codeless.length > 0)
        return { is: "untold", because: `container ${namesOf(codeless)} has no exit code` };
    if (!counted.some(({ exitCode }) => exitCode === 0)) {
        const isBad = unclear.some(hasFailed);
        const because = "no essential container has an exit code";
        return isBad ? { is: "unclear", because: unclearText(unclear), isBad } : { is: "untold", because };
    }
    const isOwnEnd = task.stopCode === "EssentialContainerExited" && !unclear.some(hasFailed);
    if (unclear.length > 0) {
        return { is: "unclear", because: unclearText(unclear), isBad: unclear.some(hasFailed), isOwnEnd };
    }
    if (task.stopCode === "" && task.containers.some(({ exitCode }) => exitCode !== 0)) {
        return { is: "untold", because: "it is not told why it stopped (no stopCode)" };
    }
    return { is: "success", warnings: warningsOf(task) };
}
/** It ended badly, or could not be started. */
function hasFailed({ exitCode, reason }) {
    return exitCode === undefined ? reason !== "" : exitCode !== 0;
}
function unclearText(containers) {
    const told = containers.map(({ name, exitCode }) => exitCode === undefined ? `container ${name} has no exit code` : `container ${name}: exit code ${exitCode}`);
    return `${told.join(", ")}, and it is not known whether it is essential`;
}
const namesOf = (containers) => containers.map(({ name }) => name).join(", ");
/** Of containers that are not essential. ECS ends them with SIGTERM, later SIGKILL, when the others have ended. */
function warningsOf({ containers }) {
    return containers.flatMap(({ name, exitCode, reason, essential }) => {
        if (essential !== false || exitCode === 0 || exitCode === 143 || exitCode === 137)
            return [];
        const why = reason === "" ? "" : ` (${reason})`;
        return exitCode === undefined
            ? [`Container ${name} has no exit code${why}; it is not essential, and the task counts as successful without it`]
            : [`Container ${name} ended with exit code ${exitCode}${why}; it is not essential`];
    });
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs-task/machine.js
/** What snapshots of a task mean: success is a task that stopped by itself and well, nothing else. Pure; it asks nothing. */



/** What ECS calls MISSING for so long does not exist: it may be newer than what answers, ms. */
const MISSING_MS = 20_000;
/** The same for a task that was there already, ms. */
const GONE_MS = 60_000;
/** A task that no answer is about for so long does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Looks are frequent for so long: many tasks are short, ms. */
const STARTING_MS = 15_000;
/** The same while it is not there, ms. */
const LOOKED_FOR_MS = 30_000;
/** Exit codes that are not there may come so much later than the status, ms. */
const LATE_CODES_MS = 12_000;
const MOST_TRIES = 3;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
const statuses = new Set([
    "PROVISIONING",
    "PENDING",
    "ACTIVATING",
    "RUNNING",
    "DEACTIVATING",
    "STOPPING",
    "DEPROVISIONING",
    "STOPPED",
    "DELETED",
]);
/** It stops: only clearing up is left. */
const ending = new Set(["DEACTIVATING", "STOPPING", "DEPROVISIONING"]);
/** The machine. */
function next(before, seen, elapsedMs) {
    const state = remember(before ?? { tries: 0 }, seen, elapsedMs);
    const { task, missing } = state;
    const isSeen = missing === undefined && task !== undefined;
    const step = isSeen ? judge({ ...state, task }, elapsedMs) : unseen(state, elapsedMs);
    return { ...step, facts: { pinned: seen.asked, ...factsOf(task) } };
}
function remember(before, seen, elapsedMs) {
    const { essentials } = seen;
    const state = { ...before, ...(essentials === undefined ? {} : learn(before, essentials)) };
    const { missing, ...rest } = state;
    if (seen.missing !== undefined) {
        return { ...rest, missing: { since: missing?.since ?? elapsedMs, words: seen.missing } };
    }
    if (seen.task === undefined)
        return state;
    const isStopped = seen.task.lastStatus === "STOPPED";
    const stoppedSince = state.stoppedSince ?? (isStopped ? elapsedMs : undefined);
    return { ...rest, task: seen.task, ...(stoppedSince === undefined ? {} : { stoppedSince }) };
}
function learn({ tries }, essentials) {
    if (!("lack" in essentials))
        return { essentials };
    if (essentials.isPassing && tries + 1 < MOST_TRIES)
        return { tries: tries + 1 };
    return { lack: essentials.lack };
}
function factsOf(task) {
    const facts = {};
    if (task === undefined)
        return facts;
    if (task.taskDefinitionArn !== "")
        facts["taskDefinition"] = task.taskDefinitionArn;
    if (task.stopCode !== "")
        facts["stopCode"] = task.stopCode;
    for (const { name, exitCode } of task.containers) {
        if (exitCode !== undefined)
            facts[`exitCode ${name}`] = exitCode;
    }
    return facts;
}
function judge(state, elapsedMs) {
    const { task } = state;
    const status = task.lastStatus;
    const step = { state, reads: ["task"], progress: describe(task), stage: status };
    if (status !== "STOPPED") {
        const isKnown = status === "" || statuses.has(status);
        const warnings = isKnown ? [] : [`ECS tells the unknown status "${(0,line/* cutLine */.H)(status, 60)}"; waiting goes on`];
        return { ...step, pace: paceOf(status, elapsedMs), warnings };
    }
    return judgeStopped(step, state, elapsedMs);
}
function judgeStopped(step, { task, essentials, lack, stoppedSince }, elapsedMs) {
    const known = essentials === undefined ? task : (0,ecs_task/* withEssentials */.Gk)(task, essentials);
    const outcome = outcomeOf(known);
    const warnings = lack === undefined ? [] : [lack];
    const ended = { ...step, pace: "moving", warnings };
    if (outcome.is === "success") {
        return { ...ended, warnings: [...warnings, ...outcome.warnings], verdict: { result: "success", cause: "" } };
    }
    if (outcome.is === "unclear") {
        const mayAsk = lack === undefined && essentials === undefined && task.taskDefinitionArn !== "";
        if (mayAsk)
            return { ...step, pace: "now", reads: ["definition"] };
        // Of a task without a definition there is nobody to ask. What could not start would have stopped the task for that.
        if (outcome.isOwnEnd === true && task.taskDefinitionArn === "") {
            const note = `${capital(outcome.because)}: it never ran, and another container ended the task with exit code 0`;
            return { ...ended, warnings: [...warnings, note], verdict: { result: "success", cause: "" } };
        }
        return { ...ended, verdict: unclearVerdict(known, outcome) };
    }
    if (outcome.is === "untold") {
        if (elapsedMs - (stoppedSince ?? elapsedMs) < LATE_CODES_MS)
            return { ...step, pace: "near" };
        return { ...ended, verdict: untoldVerdict(known, outcome.because) };
    }
    return { ...ended, verdict: failureOf(known, outcome.is) };
}
const capital = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
function paceOf(status, elapsedMs) {
    if (ending.has(status))
        return "near";
    return elapsedMs < STARTING_MS ? "starting" : "moving";
}
function failureOf(task, result) {
    const { text, hint } = (0,stop_cause/* stopCauseOf */.dq)(task);
    return { result, cause: text, ...(hint === undefined ? {} : { remedy: hint }) };
}
function unclearVerdict(task, { because, isBad }) {
    const remedy = "Allow ecs:DescribeTaskDefinition: it tells which containers are essential.";
    return { result: isBad ? "failed" : "inconclusive", cause: `${(0,stop_cause/* stopCauseOf */.dq)(task).text}; ${because}`, remedy };
}
function untoldVerdict(task, because) {
    const remedy = "Look at the task itself and at its log: nothing says that it did its work. Then run it again.";
    return { result: "failed", cause: `${(0,stop_cause/* stopCauseOf */.dq)(task).text}; ${because}`, remedy };
}
function unseen(state, elapsedMs) {
    const { missing, task } = state;
    const step = { state, reads: ["task"], stage: "" };
    if (missing === undefined) {
        const progress = "not visible yet";
        if (elapsedMs < APPEARS_WITHIN_MS)
            return { ...step, pace: "starting", progress };
        const cause = "ECS's answers are not about it: there is no such task in this cluster";
        return { ...step, pace: "moving", progress, verdict: { result: "not-found", cause } };
    }
    const { since, words } = missing;
    const progress = `unknown to ECS (${(0,line/* cutLine */.H)(words, 200)})`;
    const pace = elapsedMs < LOOKED_FOR_MS ? "starting" : "moving";
    if (elapsedMs - since < (task === undefined ? MISSING_MS : GONE_MS))
        return { ...step, pace, progress };
    return { ...step, pace, progress, verdict: missingVerdict(task, (0,line/* cutLine */.H)(words, 300)) };
}
function missingVerdict(task, words) {
    if (task !== undefined) {
        const cause = `it was ${task.lastStatus} when it was seen last, and ECS does not know it any more (${words})`;
        const remedy = "Look at its log: how it ended was not seen. ECS forgets a task an hour after it stopped.";
        return { result: "inconclusive", cause, remedy };
    }
    const remedy = "Check the task, the cluster and the Region. ECS forgets a task an hour after it stopped: wait for it right after it was started.";
    return { result: "not-found", cause: `ECS does not know it (${words})`, remedy };
}
/** `RUNNING (migrate RUNNING, otel PENDING)`; `STOPPED, EssentialContainerExited (migrate 0)`. */
function describe({ lastStatus, stopCode, containers }) {
    const each = containers.map(({ name, exitCode, lastStatus: status }) => {
        const said = exitCode === undefined ? status : `exit code ${exitCode}`;
        return said === "" ? name : `${name} ${said}`;
    });
    const head = [lastStatus === "" ? "no status" : lastStatus, stopCode].filter((part) => part !== "").join(", ");
    return (0,line/* cutLine */.H)(each.length === 0 ? head : `${head} (${each.join(", ")})`, 300);
}

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var doors = __webpack_require__(3016);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs-task/read.js
/** Asks ECS about tasks, up to a hundred in a call, and makes snapshots of its answers. It judges nothing. */




/** DescribeTasks takes so many. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const MOST_TASKS = 100;
/** Looks at tasks of one Region and cluster. */
async function readTasks(ask, cluster, wanted) {
    const looks = new Map();
    let calls = 0;
    const described = wanted.filter(({ reads }) => reads.includes("task"));
    for (let at = 0; at < described.length; at += MOST_TASKS) {
        const batch = described.slice(at, at + MOST_TASKS);
        const look = await (0,doors/* lookAt */.t5)(() => describeTasks(ask, cluster, batch));
        calls += 1;
        for (const { item, subject } of batch) {
            looks.set(item.id, "fault" in look ? look : { snapshot: look.snapshot(subject) });
        }
    }
    const definitions = new Map();
    for (const { item, subject, reads, state } of wanted) {
        const arn = state?.task?.taskDefinitionArn ?? "";
        if (!reads.includes("definition") || arn === "")
            continue;
        if (!definitions.has(arn)) {
            definitions.set(arn, await readEssentials(ask, arn));
            calls += 1;
        }
        const before = looks.get(item.id) ?? { snapshot: { asked: subject.asked } };
        const essentials = definitions.get(arn);
        if ("snapshot" in before && essentials !== undefined) {
            looks.set(item.id, { snapshot: { ...before.snapshot, essentials } });
        }
    }
    return { looks, calls };
}
async function describeTasks(ask, cluster, batch) {
    try {
        const answer = await ask("ecs", "DescribeTasks", { cluster, tasks: batch.map(({ subject }) => subject.asked) });
        return (subject) => snapshotOf(answer, subject);
    }
    catch (error) {
        // No such cluster, or an id that is none.
        if ((0,doors/* refusalOf */.Of)(error) === "")
            throw error;
        const missing = error instanceof lib_ask/* AwsFault */.k ? `${error.code}: ${error.said}` : "";
        return ({ asked }) => ({ asked, missing });
    }
}
/** What an answer of DescribeTasks says about one task. */
function snapshotOf(answer, { id, asked }) {
    const found = (0,plain/* readList */.LD)(answer, "tasks")
        .map(ecs_task/* parseTask */.Xx)
        .find((task) => task.id === id && id !== "");
    if (found !== undefined)
        return { asked, task: found };
    const failure = (0,plain/* readList */.LD)(answer, "failures").find((each) => lastPart((0,plain/* readText */.yR)(each, "arn")) === id);
    if (failure === undefined)
        return { asked };
    const words = [(0,plain/* readText */.yR)(failure, "reason"), (0,plain/* readText */.yR)(failure, "detail")].filter((word) => word !== "");
    return { asked, missing: words.join(": ") || "no reason is told" };
}
async function readEssentials(ask, arn) {
    const maybe = await (0,asking/* askMaybe */.IK)(() => ask("ecs", "DescribeTaskDefinition", { taskDefinition: arn }));
    const unknown = "which containers are essential is not known";
    if ("denied" in maybe)
        return { lack: `${maybe.denied} is not allowed: ${unknown}`, isPassing: false };
    if ("fault" in maybe)
        return { lack: `ecs:DescribeTaskDefinition: ${maybe.fault}: ${unknown}`, isPassing: true };
    return ((0,ecs_task/* essentialContainers */.zM)(maybe.answer) ?? { lack: `DescribeTaskDefinition told nothing: ${unknown}`, isPassing: true });
}
/** What follows the last slash. */
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs-task/target.js
/** The target `ecs-task`: waits for tasks that end by themselves. It puts the parts together and knows no rule. */







/** Makes the target. One call a look for each hundred tasks: DescribeTasks. */
function createEcsTaskTarget({ cluster, tasks }, doors) {
    const subjects = subjectsOf(cluster, tasks);
    const subjectOf = ({ id }) => subjects.get(id) ?? { asked: id, id, region: "" };
    const open = ({ region }) => doors.aws(region === "" ? undefined : region);
    return (0,target/* defineTarget */.D)({
        kind: "ecs-task",
        items: [...subjects.keys()].map((id) => ({ id, label: `task ${id}` })),
        first: ["task"],
        next: next,
        async read(wanted) {
            const all = { looks: new Map(), calls: 0 };
            const named = wanted.map((each) => ({ ...each, subject: subjectOf(each.item) }));
            for (const [, group] of Map.groupBy(named, ({ subject }) => subject.region)) {
                const [first] = group;
                if (first === undefined)
                    continue;
                const { looks, calls } = await readTasks((await open(first.subject)).ask, cluster, group);
                for (const [id, look] of looks)
                    all.looks.set(id, look);
                all.calls += calls;
            }
            return all;
        },
        async diagnose(item, { task }, verdict) {
            const subject = subjectOf(item);
            const place = await open(subject);
            const link = linkOf(place.region, cluster, subject.id);
            const links = link === undefined ? [] : [link];
            if (task === undefined || (0,wait_verdict/* isGood */.K)(verdict.result))
                return { causes: [], links };
            return diagnoseTask(place, task, links);
        },
        async stop(item, _state, how) {
            const subject = subjectOf(item);
            const { ask } = await open(subject);
            const reason = "Stopped by deploy-wait: the workflow's step ended before the task did";
            const report = await (0,asking/* sendStop */.tB)("StopTask", () => ask("ecs", "StopTask", { cluster, task: subject.asked, reason }, { evenWhenCancelled: true }));
            return how === "stop" ? report : { ...report, told: `${report.told}; a task cannot be rolled back` };
        },
        async prepare() {
            for (const region of new Set([...subjects.values()].map((each) => each.region))) {
                await (await doors.aws(region === "" ? undefined : region)).load("ecs", "logs");
            }
        },
    });
}
/** The tasks by their ids; one that is named twice is one. */
function subjectsOf(cluster, tasks) {
    const subjects = new Map();
    for (const asked of tasks) {
        const id = lastPart(asked);
        const region = (0,ecs_task/* regionOfArn */.b2)(asked) || (0,ecs_task/* regionOfArn */.b2)(cluster);
        if (!subjects.has(id))
            subjects.set(id, { asked, id, region });
    }
    return subjects;
}
async function diagnoseTask({ ask, region }, task, links) {
    const log = await (0,task_log/* readTaskLog */.K)(ask, task, region === "" ? {} : { region });
    return {
        causes: log.note === undefined ? [] : [(0,line/* cutLine */.H)(log.note, 300)],
        logLines: log.lines,
        links: log.link === undefined ? links : [...links, log.link],
        missingPermissions: log.missingPermissions,
    };
}
function linkOf(region, cluster, id) {
    if (region === "")
        return undefined;
    const path = `clusters/${encodeURIComponent(lastPart(cluster))}/tasks/${encodeURIComponent(id)}/configuration`;
    return { title: `task ${id}`, url: `https://${region}.console.aws.amazon.com/ecs/v2/${path}?region=${region}` };
}


/***/ })

};

