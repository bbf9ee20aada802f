export const id = 6062;
export const ids = [6062];
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

/***/ 6062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKubernetesTarget: () => (/* binding */ createKubernetesTarget)
});

// EXTERNAL MODULE: ./packages/runner/lib/inputs.js + 1 modules
var inputs = __webpack_require__(2032);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var lib_line = __webpack_require__(3705);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/pods.js
/** Pods in our words: which belong to the new revision, and what is wrong with their containers. Pure. */


/** The label by which pods of a kind name their revision. */
const revisionLabels = {
    deployment: "pod-template-hash",
    statefulset: "controller-revision-hash",
    daemonset: "pod-template-generation",
};
/** Pods of an answer, without those that are being deleted. A pod without the label counts as new. */
function parsePods(answer, { kind, value }) {
    return (0,plain/* readList */.LD)(answer, "items")
        .filter((pod) => (0,plain/* readText */.yR)(pod, "metadata", "deletionTimestamp") === "")
        .map((pod) => {
        const label = (0,plain/* readText */.yR)(pod, "metadata", "labels", revisionLabels[kind]);
        const status = (0,plain/* read */.LF)(pod, "status");
        const unscheduled = (0,plain/* readList */.LD)(status, "conditions").find((condition) => (0,plain/* readText */.yR)(condition, "type") === "PodScheduled" && (0,plain/* readText */.yR)(condition, "status") === "False");
        return {
            name: (0,plain/* readText */.yR)(pod, "metadata", "name"),
            isNew: label === "" || label === value,
            containers: [...(0,plain/* readList */.LD)(status, "initContainerStatuses"), ...(0,plain/* readList */.LD)(status, "containerStatuses")].map(parseContainer),
            unscheduled: (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(unscheduled, "message") || (0,plain/* readText */.yR)(unscheduled, "reason"), 300),
        };
    });
}
/** Whether a pod of the answer is told from old ones by a label. */
function hasLabels(answer, kind) {
    return (0,plain/* readList */.LD)(answer, "items").some((pod) => (0,plain/* readText */.yR)(pod, "metadata", "labels", revisionLabels[kind]) !== "");
}
function parseContainer(status) {
    const last = (0,plain/* read */.LF)(status, "lastState", "terminated") ?? (0,plain/* read */.LF)(status, "state", "terminated");
    const code = (0,plain/* readNumber */.kz)(last, "exitCode");
    return {
        name: (0,plain/* readText */.yR)(status, "name"),
        restarts: (0,plain/* readNumber */.kz)(status, "restartCount") ?? 0,
        isReady: (0,plain/* read */.LF)(status, "ready") === true,
        isRunning: (0,plain/* read */.LF)(status, "state", "running") !== undefined,
        waiting: (0,plain/* readText */.yR)(status, "state", "waiting", "reason"),
        message: (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(status, "state", "waiting", "message"), 200),
        lastExit: code === undefined ? undefined : { code, reason: (0,plain/* readText */.yR)(last, "reason") },
    };
}
const CRASH_RESTARTS = 3;
/** What a container does not come out of by itself, most often. */
const hopeless = new Set([
    "ImagePullBackOff",
    "ErrImagePull",
    "ErrImageNeverPull",
    "InvalidImageName",
    "CreateContainerConfigError",
    "CreateContainerError",
    "RunContainerError",
]);
/** Whether a container crashes over and over, or cannot be started. */
function isTroubled({ waiting, restarts }) {
    return hopeless.has(waiting) || (waiting === "CrashLoopBackOff" && restarts >= CRASH_RESTARTS);
}
/** `container app: CrashLoopBackOff after 5 restarts, exit code 1 (Error)`. */
function describeContainer({ name, waiting, restarts, message, lastExit, isRunning }) {
    const state = waiting === "" ? (isRunning ? "running, not ready" : "not running") : waiting;
    const times = restarts === 0 ? "" : ` after ${restarts} ${restarts === 1 ? "restart" : "restarts"}`;
    const reason = lastExit === undefined || lastExit.reason === "" ? "" : ` (${lastExit.reason})`;
    const exit = lastExit === undefined ? "" : `, exit code ${lastExit.code}${reason}`;
    // The back-off says nothing that the reason does not.
    const words = message === "" || waiting === "CrashLoopBackOff" ? "" : `: ${message}`;
    return `container ${name}: ${state}${times}${exit}${words}`;
}
/** The value of the label of the newest ReplicaSet that a deployment owns; undefined when there is none. */
function newestHash(answer, uid) {
    const owned = (0,plain/* readList */.LD)(answer, "items").filter((set) => {
        const owners = (0,plain/* readList */.LD)(set, "metadata", "ownerReferences");
        return uid === "" || owners.some((owner) => (0,plain/* readText */.yR)(owner, "uid") === uid);
    });
    const revision = (set) => Number((0,plain/* readText */.yR)(set, "metadata", "annotations", "deployment.kubernetes.io/revision") || "0");
    const newest = owned.toSorted((a, b) => revision(b) - revision(a))[0];
    const hash = (0,plain/* readText */.yR)(newest, "metadata", "labels", revisionLabels.deployment);
    return hash === "" ? undefined : hash;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/workload.js
/** A Deployment, StatefulSet or DaemonSet as the API server tells it, in our words. Pure; a wrong type reads as absent. */


/** The workload of an answer; undefined when the answer is not about it. */
function parseWorkload(kind, name, answer) {
    const generation = (0,plain/* readNumber */.kz)(answer, "metadata", "generation");
    const spec = (0,plain/* read */.LF)(answer, "spec");
    const status = (0,plain/* read */.LF)(answer, "status");
    if (generation === undefined || typeof spec !== "object" || typeof status !== "object")
        return undefined;
    const [ofKind, ofName] = [(0,plain/* readText */.yR)(answer, "kind"), (0,plain/* readText */.yR)(answer, "metadata", "name")];
    if ((ofKind !== "" && ofKind.toLowerCase() !== kind) || (ofName !== "" && ofName !== name))
        return undefined;
    const current = (0,plain/* readText */.yR)(status, "currentRevision");
    const template = (0,plain/* read */.LF)(spec, "template");
    return {
        uid: (0,plain/* readText */.yR)(answer, "metadata", "uid"),
        generation,
        observed: (0,plain/* readNumber */.kz)(status, "observedGeneration") ?? 0,
        ...countsOf(kind, spec, status),
        isPaused: (0,plain/* read */.LF)(spec, "paused") === true,
        isOnDelete: (0,plain/* readText */.yR)(spec, "updateStrategy", "type") === "OnDelete",
        partition: kind === "statefulset" ? ((0,plain/* readNumber */.kz)(spec, "updateStrategy", "rollingUpdate", "partition") ?? 0) : 0,
        isBetweenRevisions: kind === "statefulset" && current !== (0,plain/* readText */.yR)(status, "updateRevision"),
        revision: revisionOf(kind, answer),
        template: template === undefined ? "" : JSON.stringify(template),
        selector: selectorOf((0,plain/* read */.LF)(spec, "selector")),
        images: (0,plain/* readList */.LD)(template, "spec", "containers")
            .map((container) => (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(container, "image"), 300))
            .filter((image) => image !== ""),
        conditions: (0,plain/* readList */.LD)(status, "conditions").map((condition) => ({
            type: (0,plain/* readText */.yR)(condition, "type"),
            status: (0,plain/* readText */.yR)(condition, "status"),
            reason: (0,plain/* readText */.yR)(condition, "reason"),
            message: (0,lib_line/* cutLine */.H)((0,plain/* readText */.yR)(condition, "message"), 300),
        })),
    };
}
function countsOf(kind, spec, status) {
    const count = (name) => (0,plain/* readNumber */.kz)(status, name) ?? 0;
    if (kind === "daemonset") {
        return {
            desired: (0,plain/* readNumber */.kz)(status, "desiredNumberScheduled"),
            updated: count("updatedNumberScheduled"),
            total: count("updatedNumberScheduled"),
            ready: count("numberReady"),
            available: count("numberAvailable"),
        };
    }
    return {
        // The API server fills it in; 1 is its default.
        desired: (0,plain/* readNumber */.kz)(spec, "replicas") ?? 1,
        updated: count("updatedReplicas"),
        total: count("replicas"),
        ready: count("readyReplicas"),
        // A StatefulSet tells it since Kubernetes 1.22 only.
        available: (0,plain/* readNumber */.kz)(status, "availableReplicas") ?? (kind === "statefulset" ? count("readyReplicas") : 0),
    };
}
function revisionOf(kind, answer) {
    if (kind === "statefulset")
        return (0,plain/* readText */.yR)(answer, "status", "updateRevision");
    const name = kind === "deployment" ? "deployment.kubernetes.io/revision" : "deprecated.daemonset.template.generation";
    return (0,plain/* readText */.yR)(answer, "metadata", "annotations", name);
}
const operators = {
    In: (key, values) => `${key} in (${values})`,
    NotIn: (key, values) => `${key} notin (${values})`,
    Exists: (key) => key,
    DoesNotExist: (key) => `!${key}`,
};
/** A label selector as kubectl takes it. */
function selectorOf(selector) {
    const labels = (0,plain/* read */.LF)(selector, "matchLabels");
    const equal = typeof labels === "object" && labels !== null ? Object.keys(labels) : [];
    const expressions = (0,plain/* readList */.LD)(selector, "matchExpressions").flatMap((expression) => {
        const operator = operators[(0,plain/* readText */.yR)(expression, "operator")];
        const values = (0,plain/* readList */.LD)(expression, "values").filter((value) => typeof value === "string");
        return operator === undefined ? [] : [operator((0,plain/* readText */.yR)(expression, "key"), values.join(","))];
    });
    return [...equal.map((key) => `${key}=${(0,plain/* readText */.yR)(labels, key)}`), ...expressions].join(",");
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/read.js


/** Reads what is wanted. `isWary`: something was wrong with a pod before. */
async function readKubernetes(kubectl, { kind, name }, wanted, isWary) {
    const got = await kubectl.get(kind, name);
    if ("fault" in got)
        return { look: got, calls: 1 };
    if ("missing" in got)
        return { look: { snapshot: { missing: got.missing } }, calls: 1 };
    const workload = parseWorkload(kind, name, got.json);
    if (workload === undefined)
        return { look: { snapshot: {} }, calls: 1 };
    if (!wanted.includes("pods"))
        return { look: { snapshot: { workload } }, calls: 1 };
    const { pods, calls, lacks } = await readPods(kubectl, kind, workload, isWary);
    return { look: { snapshot: { workload, lacks, ...(pods === undefined ? {} : { pods }) } }, calls: calls + 1 };
}
/** The pods of a workload, and what may not be asked. `pods` is undefined when they could not be read this time. */
async function readPods(kubectl, kind, workload, isWary) {
    const select = workload.selector === "" ? [] : ["--selector", workload.selector];
    const got = await kubectl.get("pods", undefined, select);
    if (!("json" in got)) {
        const denial = deniedOf(got);
        // Nothing is learned by asking again: no pods, no trouble.
        if (denial === undefined)
            return { pods: undefined, calls: 1, lacks: [] };
        return {
            pods: [],
            calls: 1,
            lacks: [`Pods may not be listed, so that crash loops are not seen early (${denial})`],
        };
    }
    const value = kind === "deployment" ? undefined : workload.revision || undefined;
    const pods = parsePods(got.json, { kind, value });
    const needsHash = kind === "deployment" && hasLabels(got.json, kind);
    if (!needsHash || !(isWary || pods.some(({ containers }) => containers.some(isTroubled)))) {
        return { pods, calls: 1, lacks: [] };
    }
    const sets = await kubectl.get("replicasets", undefined, select);
    if (!("json" in sets)) {
        const denial = deniedOf(sets);
        if (denial === undefined)
            return { pods: undefined, calls: 2, lacks: [] };
        const lack = `ReplicaSets may not be listed, so that crashes of new pods are not told from those of old ones (${denial})`;
        return { pods, calls: 2, lacks: [lack] };
    }
    const hash = newestHash(sets.json, workload.uid);
    return { pods: parsePods(got.json, { kind, value: hash }), calls: 2, lacks: [] };
}
function deniedOf(got) {
    return "fault" in got && got.fault.kind === "denied" ? got.fault.detail : undefined;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/diagnose.js
/** Why a rollout did not succeed: its pods, the newest warnings about it, and the log of what crashed. Five calls at most. */




const LOG_LINES = 30;
const MOST_EVENTS = 3;
/** What the API server takes as a name. */
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
/** What is known about a workload besides its counts. `told` is what the verdict says already. */
async function diagnoseWorkload(kubectl, { kind, name }, workload, told) {
    const [{ pods = [] }, events] = await Promise.all([
        readPods(kubectl, kind, workload, true),
        kubectl.get("events", undefined, ["--field-selector", "type=Warning"]),
    ]);
    const fresh = pods.filter(({ isNew }) => isNew);
    const warnings = "json" in events ? newestWarnings(events.json, name) : [];
    const culprit = culpritOf(fresh);
    const log = culprit === undefined ? { lines: [], isDenied: false } : await tailOf(kubectl, culprit);
    const missingPermissions = [
        ...("fault" in events && events.fault.kind === "denied" ? ["list events"] : []),
        ...(log.isDenied ? ["get pods/log"] : []),
    ];
    return {
        causes: [...groupsOf(fresh), ...warnings].filter((cause) => !told.includes(cause)),
        logLines: log.lines,
        ...(missingPermissions.length === 0 ? {} : { missingPermissions }),
    };
}
/** What is wrong with the pods, the same things together: `2 pods: container app: CrashLoopBackOff …`. */
function groupsOf(pods) {
    const counts = new Map();
    for (const { containers, unscheduled } of pods) {
        const wrong = containers.filter(({ isReady, waiting }) => !isReady && waiting !== "PodInitializing");
        const texts = unscheduled === "" ? wrong.map(describeContainer) : [`not scheduled: ${unscheduled}`];
        for (const text of texts)
            counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => (count === 1 ? text : `${count} pods: ${text}`)).slice(0, 5);
}
/** The newest warnings about the workload, its ReplicaSets and its pods; their names begin with its own. */
function newestWarnings(answer, name) {
    const events = (0,plain/* readList */.LD)(answer, "items").filter((event) => {
        const about = (0,plain/* readText */.yR)(event, "involvedObject", "name") || (0,plain/* readText */.yR)(event, "regarding", "name");
        return (0,plain/* readText */.yR)(event, "type") === "Warning" && (about === name || about.startsWith(`${name}-`));
    });
    const at = (event) => (0,plain/* readTime */.aQ)(event, "series", "lastObservedTime") ??
        (0,plain/* readTime */.aQ)(event, "lastTimestamp") ??
        (0,plain/* readTime */.aQ)(event, "eventTime") ??
        (0,plain/* readTime */.aQ)(event, "metadata", "creationTimestamp") ??
        0;
    const texts = events
        .toSorted((a, b) => at(b) - at(a))
        .map((event) => {
        const count = (0,plain/* readNumber */.kz)(event, "series", "count") ?? (0,plain/* readNumber */.kz)(event, "count") ?? 1;
        const message = (0,plain/* readText */.yR)(event, "message") || (0,plain/* readText */.yR)(event, "note");
        return (0,lib_line/* cutLine */.H)(`${(0,plain/* readText */.yR)(event, "reason")}: ${message}${count > 1 ? ` (${count} times)` : ""}`, 300);
    });
    return [...new Set(texts)].slice(0, MOST_EVENTS);
}
/** Whose log is read: what crashed, else what runs and is not ready. */
function culpritOf(pods) {
    const all = pods.flatMap(({ name, containers }) => containers.map((container) => ({ pod: name, container })));
    const named = all.filter(({ pod, container }) => NAME.test(pod) && NAME.test(container.name) && !container.isReady);
    return (named.find(({ container }) => container.lastExit !== undefined && container.lastExit.code !== 0) ??
        named.find(({ container }) => container.restarts > 0) ??
        named.find(({ container }) => container.isRunning));
}
async function tailOf(kubectl, { pod, container }) {
    const previous = container.restarts > 0 ? ["--previous"] : [];
    const words = ["logs", pod, "--container", container.name, ...previous, `--tail=${LOG_LINES}`];
    const { exitCode, stdout, stderr } = await kubectl.run(words);
    if (exitCode !== 0)
        return { lines: [], isDenied: /\(Forbidden\)|is forbidden:/.test(stderr) };
    const lines = stdout
        .split(/\r?\n/)
        .map((line) => (0,lib_line/* cutLine */.H)(line, 300))
        .filter((line) => line !== "");
    return { lines: lines.slice(-LOG_LINES), isDenied: false };
}

// EXTERNAL MODULE: ./packages/runner/lib/process.js
var process = __webpack_require__(1845);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __webpack_require__(3064);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/kubectl.js
/** Runs kubectl, and says what its words mean. It knows no rule about rollouts. */


/** Lists of a large namespace; UTF-16 units. */
const MOST_OUTPUT = 33_554_432;
/** Opens kubectl. @throws Failure when PATH holds none */
function openKubectl({ exec, directory: cwd, childEnvironment: environment }, namespace) {
    const where = namespace === "" ? [] : ["--namespace", namespace];
    const start = async (words, more = {}) => {
        try {
            return await exec("kubectl", words, { cwd, environment, maxCapture: MOST_OUTPUT, ...more });
        }
        catch (error) {
            if (!(error instanceof process/* CommandFailure */.q))
                throw error;
            throw new failure/* Failure */.HR({
                reason: "invalid-input",
                what: error.what,
                remedy: "Install kubectl in a step before this one, and let it stand on PATH.",
                cause: error,
            });
        }
    };
    return {
        run: (words, options) => start([...words, ...where], options),
        async get(kind, name, more = []) {
            const operation = `kubectl get ${kind}${name === undefined ? "" : ` ${name}`}`;
            const words = ["get", kind, ...(name === undefined ? [] : [name]), ...where, ...more, "--output", "json"];
            return judge(operation, await start(words));
        },
    };
}
function judge(operation, { exitCode, signal, stdout, stderr, cancelled }) {
    if (exitCode !== 0) {
        const how = cancelled
            ? "cancelled"
            : signal === undefined
                ? `exit code ${exitCode ?? "none"}`
                : `ended by ${signal}`;
        return judgeWords(operation, stderr, how);
    }
    if (stdout.trim() === "")
        return { json: undefined };
    try {
        return { json: (0,json/* parseJson */.q)(stdout) };
    }
    catch {
        return { fault: { kind: "unavailable", operation, detail: "its output is no JSON" } };
    }
}
const rules = [
    {
        kind: "denied",
        words: /\(Forbidden\)|is forbidden:/,
        remedy: "Give the user get and list on deployments, statefulsets, daemonsets, replicasets and pods of the namespace.",
    },
    {
        kind: "expired",
        words: /ExpiredToken|token (?:has |is )?expired/i,
        remedy: "Let the credentials of the kubeconfig last longer than the deployment.",
    },
    {
        kind: "denied",
        words: /\(Unauthorized\)|must be logged in|provide credentials|executable \S+ not found/,
        remedy: "Check the credentials of the kubeconfig. pass-environment hands on the variables that they need.",
    },
    {
        kind: "denied",
        words: /no configuration has been provided|context \S+ does not exist|context was not found|error loading config file|server localhost:8080 was refused/,
        remedy: "Write a kubeconfig in a step before this one: to its usual place, or where KUBECONFIG says.",
    },
    { kind: "throttled", words: /\(TooManyRequests\)|client rate limiter/ },
];
/** What kubectl's complaint means; its last line says it. */
function judgeWords(operation, stderr, how) {
    const last = stderr.split(/\r?\n/).findLast((line) => line.trim() !== "");
    const detail = last === undefined ? how : (0,lib_line/* cutLine */.H)(last, 300);
    if (/\(NotFound\)/.test(stderr))
        return { missing: detail };
    for (const { kind, words, remedy } of rules) {
        if (words.test(stderr))
            return { fault: { kind, operation, detail, ...(remedy === undefined ? {} : { remedy }) } };
    }
    return { fault: { kind: "unavailable", operation, detail } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/rollout.js
/** Judges a workload by its counts. */
function standingOf(kind, workload) {
    const { generation, observed, desired } = workload;
    if (observed < generation) {
        const progress = `generation ${generation} is not observed yet (${observed})`;
        return { isComplete: false, isNear: false, progress, stage: "not observed" };
    }
    if (desired === undefined) {
        return { isComplete: false, isNear: false, progress: "the desired number of pods is not known", stage: "observed" };
    }
    const needed = Math.max(0, desired - workload.partition);
    const isUpdated = workload.updated >= needed;
    const isComplete = isUpdated && isSettled(kind, workload, desired);
    const isNear = isUpdated && !isComplete;
    const progress = describe(kind, workload, desired);
    const stage = isComplete ? "complete" : isNear ? "becoming available" : "updating";
    return { isComplete, isNear, progress, stage };
}
function isSettled(kind, workload, desired) {
    const { total, updated, ready, available, partition, isOnDelete, isBetweenRevisions } = workload;
    if (kind === "deployment")
        return total <= updated && available >= updated && available >= desired;
    if (kind === "daemonset")
        return available >= desired;
    // With a partition, and for OnDelete, the controller leaves the current revision behind. Equal revisions alone prove
    // nothing: after a template that was changed back they are equal at once, with pods of the other still running.
    return ready >= desired && available >= desired && (partition > 0 || isOnDelete || !isBetweenRevisions);
}
function describe(kind, workload, desired) {
    const { updated, total, available, partition } = workload;
    const old = kind === "deployment" && total > updated ? `, ${total - updated} old left` : "";
    const part = partition > 0 ? `, partition ${partition}` : "";
    return `${updated}/${Math.max(0, desired - partition)} updated, ${available}/${desired} available${old}${part}`;
}
/** Why a rollout has failed by the API server's own words; undefined when it has not. The generation has to be observed. */
function failureOf({ generation, observed, conditions }) {
    if (observed < generation)
        return undefined;
    const late = conditions.find(({ type, status, reason }) => type === "Progressing" && status === "False" && reason === "ProgressDeadlineExceeded");
    return late === undefined ? undefined : `${late.reason}${late.message === "" ? "" : `: ${late.message}`}`;
}
/** What a person should know while it is waited for. */
function warningsOf(kind, name, workload, { isComplete }) {
    const { isPaused, isOnDelete, desired, conditions } = workload;
    const warnings = [];
    if (desired === 0)
        warnings.push(`The ${kind} ${name} is to have no pods: nothing of it runs`);
    if (isComplete)
        return warnings;
    if (isPaused)
        warnings.push(`The ${kind} ${name} is paused: nothing happens until kubectl rollout resume`);
    if (isOnDelete)
        warnings.push(`The ${kind} ${name} has the strategy OnDelete: its pods are replaced when they are deleted`);
    for (const { type, status, reason, message } of conditions) {
        const isBad = (type === "ReplicaFailure" && status === "True") || (type === "Progressing" && status === "False");
        if (isBad)
            warnings.push(`${type}: ${[reason, message].filter((text) => text !== "").join(": ")}`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/trouble.js
/** Containers in trouble over time: what lasts is a failure, what passes is not. Pure. */

/** Trouble that lasts so long does not pass, ms. */
const LASTS_MS = 90_000;
/** The troubles after a look at the pods. Only pods of the new revision count. */
function troublesAfter(before, pods, elapsedMs) {
    const known = new Map(before.map((trouble) => [trouble.key, trouble]));
    return pods
        .filter(({ isNew }) => isNew)
        .flatMap(({ name, containers }) => containers.flatMap((container) => {
        const key = `${name}/${container.name}`;
        const earlier = known.get(key);
        const isNow = isTroubled(container);
        if (isNow)
            return [{ key, since: earlier?.since ?? elapsedMs, isNow, told: describeContainer(container) }];
        // Between two tries a container runs for a moment: only one that is ready has come through.
        return earlier === undefined || container.isReady ? [] : [{ ...earlier, isNow }];
    }));
}
/** The trouble that is a failure by now: `2 pods: container app: CrashLoopBackOff …`; undefined when there is none. */
function hopelessOf(troubles, elapsedMs) {
    const lasting = troubles.filter(({ isNow, since }) => isNow && elapsedMs - since >= LASTS_MS);
    const [first] = lasting;
    if (first === undefined)
        return undefined;
    const pod = first.key.slice(0, first.key.lastIndexOf("/"));
    const where = lasting.length > 1 ? `${lasting.length} containers: ` : pod === "" ? "" : `pod ${pod}: `;
    return `${where}${first.told}`;
}
/** Whether a look at the pods could show a failure soon, within `ms`. */
function isDue(troubles, elapsedMs, ms) {
    return troubles.some(({ isNow, since }) => isNow && elapsedMs + ms - since >= LASTS_MS);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/machine.js


/** An object that was never seen after this does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** One that was seen and is not there for so long was deleted, ms. */
const GONE_AFTER_MS = 20_000;
/** Pods are read at the first look after this, ms: about every 30 s. */
const PODS_EVERY_MS = 20_000;
/** How far the next look can be, ms. */
const NEXT_LOOK_MS = 9500;
/** The machine of one workload. */
function nextOfWorkload(kind, name) {
    return (before, snapshot, elapsedMs) => {
        const state = before ?? { troubles: [] };
        const { workload } = snapshot;
        // A cache can be behind: what is older than what was seen is not news.
        const isStale = state.pin !== undefined && workload?.uid === state.pin.uid && workload.generation < state.pin.generation;
        const step = workload === undefined || isStale
            ? unseen(`${kind} ${name}`, state, snapshot.missing, elapsedMs)
            : seen(kind, name, state, workload, snapshot.pods, elapsedMs);
        const warnings = [...(step.warnings ?? []), ...(snapshot.lacks ?? [])];
        return warnings.length === 0 ? step : { ...step, warnings };
    };
}
function unseen(what, state, missing, elapsedMs) {
    const said = missing ?? "kubectl's answers are not about it";
    const step = { reads: ["workload"], stage: "" };
    if (state.pin === undefined) {
        const progress = `${what} is not visible (${said})`;
        if (elapsedMs < APPEARS_WITHIN_MS)
            return { ...step, state, pace: "starting", progress };
        const verdict = {
            result: "not-found",
            cause: `there is no ${what} (${said})`,
            remedy: "Check kind, name and namespace, and the context of the kubeconfig.",
        };
        return { ...step, state, verdict, pace: "moving", progress };
    }
    const progress = `${what} is not visible any more (${said})`;
    if (missing === undefined)
        return { ...step, state, pace: "moving", progress };
    const goneSince = state.goneSince ?? elapsedMs;
    const next = { ...step, state: { ...state, goneSince }, pace: "moving", progress };
    if (elapsedMs - goneSince < GONE_AFTER_MS)
        return next;
    return { ...next, verdict: { result: "failed", cause: `${what} was deleted while it was waited for (${said})` } };
}
function seen(kind, name, before, workload, pods, elapsedMs) {
    const standing = standingOf(kind, workload);
    const troubles = pods === undefined ? before.troubles : troublesAfter(before.troubles, pods, elapsedMs);
    const podsAt = pods === undefined ? before.podsAt : elapsedMs;
    const pin = before.pin ?? { uid: workload.uid, generation: workload.generation, template: workload.template };
    const verdict = verdictOf(`${kind} ${name}`, pin, workload, standing, troubles, elapsedMs);
    const isDueNow = podsAt === undefined || elapsedMs - podsAt >= PODS_EVERY_MS || isDue(troubles, elapsedMs, NEXT_LOOK_MS);
    const isBlocked = workload.isPaused || (workload.isOnDelete && !standing.isNear);
    const isInTrouble = troubles.length > 0;
    return {
        state: {
            pin: { ...pin, generation: Math.max(pin.generation, workload.generation) },
            workload,
            troubles,
            ...(podsAt === undefined ? {} : { podsAt }),
        },
        ...(verdict === undefined ? {} : { verdict }),
        pace: isBlocked ? "blocked" : standing.isNear && !isInTrouble ? "near" : "moving",
        reads: isDueNow ? ["workload", "pods"] : ["workload"],
        progress: isInTrouble ? `${standing.progress}; ${troubles[0]?.told ?? ""}` : standing.progress,
        stage: standing.stage,
        warnings: warningsOf(kind, name, workload, standing),
        facts: factsOf(kind, name, workload, verdict),
    };
}
function verdictOf(what, pin, workload, { isComplete }, troubles, elapsedMs) {
    if (pin.uid !== workload.uid && pin.uid !== "" && workload.uid !== "") {
        return { result: "superseded", cause: `${what} was superseded: it was deleted and created anew` };
    }
    // Scaling and annotations of the spec raise the generation, too; only another template is another rollout.
    if (workload.generation > pin.generation && workload.template !== pin.template) {
        const { generation } = workload;
        const cause = `${what} was superseded: generation ${generation} has another pod template than generation ${pin.generation}`;
        return { result: "superseded", cause };
    }
    const failure = failureOf(workload);
    if (failure !== undefined)
        return { result: "failed", cause: [failure, ...toldOf(troubles)].join("; ") };
    if (isComplete)
        return { result: "success", cause: "" };
    const cause = hopelessOf(troubles, elapsedMs);
    return cause === undefined ? undefined : { result: "failed", cause };
}
function toldOf(troubles) {
    return troubles.slice(0, 1).map(({ told }) => told);
}
function factsOf(kind, name, workload, verdict) {
    const { generation, revision, updated, available, images } = workload;
    return {
        pinned: `${kind}/${name}@${generation}`,
        generation,
        ...(revision === "" ? {} : { revision }),
        updated,
        available,
        ...(verdict?.result === "success" && images.length > 0 ? { images: images.join(" ") } : {}),
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/kubernetes/target.js
/** The target `kubernetes`: waits for one rollout, through kubectl. It puts the parts together and knows no rule. */







/**
 * Makes the target. kubectl is run once a look, and once or twice more about every 30 s while pods are worth a look.
 * @throws Failure `invalid-input` for a kind or a name that there cannot be
 */
function createKubernetesTarget({ kind: given, name, namespace }, doors) {
    const kind = kindOf(given);
    requireNames(name, namespace);
    const kubectl = openKubectl(doors, namespace);
    const id = namespace === "" ? name : `${namespace}/${name}`;
    return (0,target/* defineTarget */.D)({
        kind: "kubernetes",
        items: [{ id, label: `${kind} ${id}` }],
        first: ["workload"],
        next: nextOfWorkload(kind, name),
        async read([wanted]) {
            const isWary = (wanted?.state?.troubles.length ?? 0) > 0;
            const reads = wanted?.reads ?? ["workload"];
            const { look, calls } = await readKubernetes(kubectl, { kind, name }, reads, isWary);
            return { looks: new Map([[id, look]]), calls };
        },
        async diagnose(_item, { workload }, { result, cause }) {
            if (workload === undefined || (result !== "failed" && result !== "timeout"))
                return { causes: [] };
            return diagnoseWorkload(kubectl, { kind, name }, workload, cause);
        },
        async stop(_item, _state, how) {
            if (how === "stop") {
                return { isAccepted: false, told: "a rollout of Kubernetes cannot be stopped; a rollback can be asked for" };
            }
            const what = `kubectl rollout undo ${kind}/${name}`;
            const { exitCode, stderr, stdout } = await kubectl.run(["rollout", "undo", `${kind}/${name}`], {
                evenWhenCancelled: true,
            });
            if (exitCode === 0)
                return { isAccepted: true, told: (0,lib_line/* cutLine */.H)(`${what} was accepted (${stdout.trim()})`, 300) };
            return { isAccepted: false, told: (0,lib_line/* cutLine */.H)(`${what} was not accepted (${stderr.trim()})`, 300) };
        },
    });
}
function kindOf(given) {
    const text = given.toLowerCase();
    if (/^(?:deploy|deployments?)$/.test(text))
        return "deployment";
    if (/^(?:sts|statefulsets?)$/.test(text))
        return "statefulset";
    if (/^(?:ds|daemonsets?)$/.test(text))
        return "daemonset";
    throw (0,inputs/* inputFailure */.vQ)([{ name: "kind", given, accepts: "Deployment, StatefulSet or DaemonSet" }]);
}
/** What kubectl could take for an option or for another object is no name. */
function requireNames(name, namespace) {
    const isName = (text) => /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(text);
    const accepts = "lower case letters, digits, - and .";
    const problems = [
        ...(isName(name) ? [] : [{ name: "name", given: name, accepts }]),
        ...(namespace === "" || isName(namespace) ? [] : [{ name: "namespace", given: namespace, accepts }]),
    ];
    if (problems.length > 0)
        throw (0,inputs/* inputFailure */.vQ)(problems);
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


/***/ })

};

