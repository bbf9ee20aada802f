export const id = 6525;
export const ids = [6525];
export const modules = {

/***/ 6525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createEcsTarget: () => (/* binding */ createEcsTarget)
});

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./packages/aws/lib/ecs-task.js
var ecs_task = __webpack_require__(1050);
// EXTERNAL MODULE: ./packages/aws/lib/stop-cause.js + 1 modules
var stop_cause = __webpack_require__(5552);
// EXTERNAL MODULE: ./packages/aws/lib/task-log.js
var task_log = __webpack_require__(6345);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/subject.js
/**
 * What is asked of a step that waits for ECS services, cut into one subject for each service, and the comparing and
 * shortening of ECS's names. It reads no answer of AWS.
 */
/** Above this, DescribeServiceDeployments (20 a call) is the main read, not DescribeServices (10 a call). */
const FEW = 10;
/** The lifecycle stages of a service deployment, in their order. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html */
const stages = [
    "RECONCILE_SERVICE",
    "PRE_SCALE_UP",
    "SCALE_UP",
    "POST_SCALE_UP",
    "TEST_TRAFFIC_SHIFT",
    "POST_TEST_TRAFFIC_SHIFT",
    "PRODUCTION_TRAFFIC_SHIFT",
    "POST_PRODUCTION_TRAFFIC_SHIFT",
    "BAKE_TIME",
    "CLEAN_UP",
];
/** The subjects of the settings, by the name of the service; a service that is named twice is one subject. */
function subjectsOf(settings) {
    const subjects = new Map();
    const until = settings.until.trim().toUpperCase();
    const { cluster, taskDefinition, imageDigest, services } = settings;
    for (const [at, service] of services.entries()) {
        const name = lastPart(service);
        if (subjects.has(name))
            continue;
        const pin = pinOf(settings.serviceDeployments, name, at);
        const isArn = pin.startsWith("arn:");
        subjects.set(name, {
            cluster,
            service,
            name,
            arn: isArn ? pin : "",
            id: isArn ? "" : pin,
            taskDefinition,
            imageDigest,
            until,
            isOneOfMany: services.length > FEW,
        });
    }
    return subjects;
}
/** The region of the first ARN among the settings; undefined when none has one. */
function regionOf({ cluster, services, serviceDeployments }) {
    for (const text of [...serviceDeployments, ...services, cluster]) {
        const region = text.startsWith("arn:") ? text.split(":")[3] : undefined;
        if (region !== undefined && region !== "")
            return region;
    }
    return undefined;
}
/** An ARN says itself which service it is about; ids go by their place. */
function pinOf(pins, name, at) {
    const named = pins.find((pin) => pin.startsWith("arn:") && pin.split("/").at(-2) === name);
    const placed = pins[at] ?? "";
    const isOthers = placed.startsWith("arn:") && named !== undefined;
    return isOthers ? named : placed;
}
/** What follows the last slash: the name in an ARN. */
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
/** A deployment as people know it: `ecs-svc/123` stays, of an ARN the last part is left. */
function shortName(idOrArn) {
    return idOrArn.startsWith("arn:") ? lastPart(idOrArn) : idOrArn;
}
/** Whether a task definition (an ARN) is the one that was asked for (`family`, `family:revision`, or an ARN). */
function isTaskDefinition(asked, found) {
    const name = lastPart(found);
    if (asked.startsWith("arn:"))
        return asked === found || (!found.startsWith("arn:") && lastPart(asked) === name);
    return asked.includes(":") ? lastPart(asked) === name : asked === name.split(":")[0];
}
/** Whether one of the digests is the one that was asked for; `repository@sha256:…` counts by its digest. */
function hasDigest(asked, digests) {
    const bare = (digest) => digest.slice(digest.indexOf("@") + 1);
    return digests.some((digest) => bare(digest) === bare(asked));
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/diagnose-targets.js
/** What DescribeTargetHealth says about targets that are not healthy, in a line for each reason. Pure. */

/** `2 targets unhealthy: Target.ResponseCodeMismatch, Health checks failed with these codes: [503]`; most first. */
function tellTargets(answer) {
    const reasons = new Map();
    for (const target of (0,plain/* readList */.LD)(answer, "TargetHealthDescriptions")) {
        if ((0,plain/* readText */.yR)(target, "TargetHealth", "State") !== "unhealthy")
            continue;
        const words = [(0,plain/* readText */.yR)(target, "TargetHealth", "Reason"), (0,plain/* readText */.yR)(target, "TargetHealth", "Description")];
        const said = words.filter((word) => word !== "").join(", ") || "no reason is told";
        reasons.set(said, (reasons.get(said) ?? 0) + 1);
    }
    return [...reasons]
        .toSorted(([, a], [, b]) => b - a)
        .map(([said, count]) => `${count} ${count === 1 ? "target" : "targets"} unhealthy: ${said}`);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/diagnose.js
/**
 * Why the deployment of an ECS service failed, beyond what its own state says: its stopped tasks, the health of its targets,
 * the service's events, the end of the log. At most eight calls; one that is not allowed becomes a missing permission.
 */






/** More target groups than this are not asked about: with the other calls there are seven at most. */
const MOST_TARGET_GROUPS = 3;
/** So many groups of stopped tasks, and so many events, are told. */
const MOST_TOLD = 3;
const telling = /\b(?:unable|unhealthy|fail(?:ed|ing|ure)?|insufficient|error)\b/i;
/** Asks why. Rejects only with what is not AWS's answer: an abort, a defect. */
async function diagnoseService(input) {
    const { ask, loadBalancers } = input;
    const [fromTasks, ...health] = await Promise.all([
        diagnoseTasks(input),
        ...loadBalancers
            .slice(0, MOST_TARGET_GROUPS)
            .map((TargetGroupArn) => (0,asking/* askMaybe */.IK)(() => ask("elbv2", "DescribeTargetHealth", { TargetGroupArn }))),
    ]);
    const targets = health.flatMap((each) => tellTargets((0,asking/* answerOf */.ut)(each)));
    const { log } = fromTasks;
    const causes = [
        ...fromTasks.causes,
        ...targets,
        ...tellingEvents(input),
        ...(log?.note === undefined ? [] : [log.note]),
    ];
    return {
        causes: [...new Set(causes.map((cause) => (0,line/* cutLine */.H)(cause, 300)))],
        ...(log === undefined ? {} : { logLines: log.lines }),
        links: [linkOf(input), log?.link].filter((link) => link !== undefined),
        missingPermissions: [...new Set([...fromTasks.missing, ...(0,asking/* lackOf */.Zs)(...health), ...(log?.missingPermissions ?? [])])],
    };
}
async function diagnoseTasks(input) {
    const { ask, region } = input;
    const { tasks, missing } = await readStopped(input);
    const ours = tasks.filter((task) => isOurs(task, input));
    const groups = tellingGroups(ours);
    const [top] = groups;
    const causes = groups.slice(0, MOST_TOLD).map(tellGroup);
    if (top === undefined)
        return { causes, missing };
    const last = ours
        .filter((task) => (0,ecs_task/* hasStopped */.Ex)(task) && (0,stop_cause/* stopCauseOf */.dq)(task).key === top.cause.key)
        .toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0))[0];
    // Without a container there is no log.
    if (last === undefined || last.containers.length === 0)
        return { causes, missing };
    return { causes, missing, log: await (0,task_log/* readTaskLog */.K)(ask, last, region === "" ? {} : { region }) };
}
async function readStopped({ ask, cluster, service, stoppedTasks, }) {
    if (stoppedTasks !== undefined)
        return { tasks: stoppedTasks, missing: [] };
    const listed = await (0,asking/* askMaybe */.IK)(() => 
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html: startedBy goes with no other filter.
    ask("ecs", "ListTasks", { cluster, serviceName: service, desiredStatus: "STOPPED", maxResults: 100 }));
    const arns = (0,plain/* readList */.LD)((0,asking/* answerOf */.ut)(listed), "taskArns").filter((arn) => typeof arn === "string");
    if (arns.length === 0)
        return { tasks: [], missing: (0,asking/* lackOf */.Zs)(listed) };
    const described = await (0,asking/* askMaybe */.IK)(() => ask("ecs", "DescribeTasks", { cluster, tasks: arns.slice(0, 100) }));
    return { tasks: (0,plain/* readList */.LD)((0,asking/* answerOf */.ut)(described), "tasks").map(ecs_task/* parseTask */.Xx), missing: (0,asking/* lackOf */.Zs)(listed, described) };
}
function isOurs(task, { deploymentId = "", taskDefinition = "" }) {
    if (deploymentId !== "")
        return task.startedBy === deploymentId;
    return taskDefinition === "" || task.taskDefinitionArn === taskDefinition;
}
/** Most first, what passes by itself behind the rest; what a service does when it scales tells nothing. */
function tellingGroups(tasks) {
    const groups = (0,stop_cause/* groupStopCauses */.C8)(tasks).filter(({ cause }) => cause.kind !== "scaling");
    return [...groups.filter(({ cause }) => !cause.isTransient), ...groups.filter(({ cause }) => cause.isTransient)];
}
function tellGroup({ cause, count }) {
    const hint = cause.hint === undefined ? "" : `. ${cause.hint.replace(/\.$/, "")}`;
    return `${count} ${count === 1 ? "task" : "tasks"}: ${(0,line/* cutLine */.H)(cause.text, 300 - hint.length - 12)}${hint}`;
}
function tellingEvents({ events, deploymentId = "" }) {
    const isOthers = (message) => {
        const named = /\becs-svc\/\d+/.exec(message)?.[0];
        return named !== undefined && deploymentId !== "" && named !== deploymentId;
    };
    const told = events.filter((message) => telling.test(message.slice(0, 2000)) && !isOthers(message));
    return [...new Set(told)].slice(0, MOST_TOLD);
}
function linkOf({ region, cluster, service, serviceDeploymentArn = "" }) {
    const place = region === "" ? (0,ecs_task/* regionOfArn */.b2)(serviceDeploymentArn) : region;
    if (place === "")
        return undefined;
    const [group, name] = [shortName(cluster), shortName(service)];
    const path = `clusters/${encodeURIComponent(group)}/services/${encodeURIComponent(name)}/deployments`;
    const url = `https://${place}.console.aws.amazon.com/ecs/v2/${path}?region=${place}`;
    return { title: `deployments of service ${name}`, url };
}
/** The names of target groups in a service, as `loadBalancers` of DescribeServices has them. */
function targetGroupsOf(service) {
    const arns = (0,plain/* readList */.LD)(service, "loadBalancers").flatMap((each) => [
        (0,plain/* readText */.yR)(each, "targetGroupArn"),
        (0,plain/* readText */.yR)(each, "advancedConfiguration", "alternateTargetGroupArn"),
    ]);
    return [...new Set(arns.filter((arn) => arn !== ""))];
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/snapshot.js


/** ECS tells a hundred; the newest are about what happens now. */
const MOST_EVENTS = 30;
/** Parses a service of DescribeServices. */
function parseService(value) {
    const breaker = (0,plain/* read */.LF)(value, "deploymentConfiguration", "deploymentCircuitBreaker");
    return {
        arn: (0,plain/* readText */.yR)(value, "serviceArn"),
        status: (0,plain/* readText */.yR)(value, "status"),
        desired: (0,plain/* readNumber */.kz)(value, "desiredCount") ?? 0,
        running: (0,plain/* readNumber */.kz)(value, "runningCount") ?? 0,
        current: (0,plain/* readText */.yR)(value, "currentServiceDeployment"),
        controller: (0,plain/* readText */.yR)(value, "deploymentController", "type"),
        strategy: (0,plain/* readText */.yR)(value, "deploymentConfiguration", "strategy"),
        hasBreaker: (0,plain/* read */.LF)(breaker, "enable") === true,
        hasBreakerRollback: (0,plain/* read */.LF)(breaker, "enable") === true && (0,plain/* read */.LF)(breaker, "rollback") === true,
        rollouts: (0,plain/* readList */.LD)(value, "deployments").map(parseRollout),
        loadBalancers: targetGroupsOf(value),
        events: (0,plain/* readList */.LD)(value, "events")
            .slice(0, MOST_EVENTS)
            .map((event) => ({ message: (0,plain/* readText */.yR)(event, "message"), createdAt: (0,plain/* readTime */.aQ)(event, "createdAt") })),
    };
}
function parseRollout(value) {
    return {
        id: (0,plain/* readText */.yR)(value, "id"),
        status: (0,plain/* readText */.yR)(value, "status"),
        taskDefinition: (0,plain/* readText */.yR)(value, "taskDefinition"),
        desired: (0,plain/* readNumber */.kz)(value, "desiredCount") ?? 0,
        running: (0,plain/* readNumber */.kz)(value, "runningCount") ?? 0,
        pending: (0,plain/* readNumber */.kz)(value, "pendingCount") ?? 0,
        failed: (0,plain/* readNumber */.kz)(value, "failedTasks") ?? 0,
        state: (0,plain/* readText */.yR)(value, "rolloutState"),
        reason: (0,plain/* readText */.yR)(value, "rolloutStateReason"),
        createdAt: (0,plain/* readTime */.aQ)(value, "createdAt"),
    };
}
/** Parses a service deployment of DescribeServiceDeployments; what `known` has is taken from there. */
function parseServiceDeployment(value, known = {}) {
    return {
        arn: (0,plain/* readText */.yR)(value, "serviceDeploymentArn"),
        status: (0,plain/* readText */.yR)(value, "status"),
        reason: (0,plain/* readText */.yR)(value, "statusReason"),
        rollbackReason: (0,plain/* readText */.yR)(value, "rollback", "reason"),
        stage: (0,plain/* readText */.yR)(value, "lifecycleStage"),
        alarms: (0,plain/* readList */.LD)(value, "alarms", "triggeredAlarmNames").filter((name) => typeof name === "string"),
        hooks: (0,plain/* readList */.LD)(value, "lifecycleHookDetails").map(parseHook),
        breaker: (0,plain/* readText */.yR)(value, "deploymentCircuitBreaker", "status"),
        strategy: (0,plain/* readText */.yR)(value, "deploymentConfiguration", "strategy"),
        bakeMinutes: (0,plain/* readNumber */.kz)(value, "deploymentConfiguration", "bakeTimeInMinutes"),
        weight: (0,plain/* readNumber */.kz)(value, "targetServiceRevision", "requestedProductionTrafficWeight"),
        revision: (0,plain/* readText */.yR)(value, "targetServiceRevision", "arn"),
        createdAt: (0,plain/* readTime */.aQ)(value, "createdAt"),
        ...known,
    };
}
function parseHook(value) {
    return {
        id: (0,plain/* readText */.yR)(value, "hookId"),
        kind: (0,plain/* readText */.yR)(value, "targetType"),
        target: (0,plain/* readText */.yR)(value, "targetArn"),
        status: (0,plain/* readText */.yR)(value, "status"),
        expiresAt: (0,plain/* readTime */.aQ)(value, "expiresAt"),
        timeoutAction: (0,plain/* readText */.yR)(value, "timeoutAction"),
    };
}
/** Parses an entry of ListServiceDeployments. */
function parseListed(value) {
    return {
        arn: (0,plain/* readText */.yR)(value, "serviceDeploymentArn"),
        status: (0,plain/* readText */.yR)(value, "status"),
        reason: (0,plain/* readText */.yR)(value, "statusReason"),
        revision: (0,plain/* readText */.yR)(value, "targetServiceRevisionArn"),
        createdAt: (0,plain/* readTime */.aQ)(value, "createdAt"),
    };
}
/** Parses a service revision of DescribeServiceRevisions. */
function parseRevision(value) {
    const images = (0,plain/* readList */.LD)(value, "containerImages").map((image) => (0,plain/* readText */.yR)(image, "imageDigest"));
    return {
        arn: (0,plain/* readText */.yR)(value, "serviceRevisionArn"),
        taskDefinition: (0,plain/* readText */.yR)(value, "taskDefinition"),
        digests: images.filter((digest) => digest !== ""),
    };
}
/** The one deployment of a service that is being rolled out or has been last. */
function primaryOf(service) {
    return service?.rollouts.find(({ status }) => status === "PRIMARY");
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/words.js


/** Foreign text on one line, 300 characters at most. */
function oneLine(text) {
    const line = text.replaceAll(/\s+/g, " ").trim();
    return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
/** Our deployment: `deployment B (ecs-svc/2000, app:2)`. */
function oursInWords({ arn, id, ours }) {
    return `deployment ${deploymentInWords(arn, id, ours?.taskDefinition ?? "")}`;
}
/** The deployment that the service has now: `C (ecs-svc/4000, app:3)`. */
function currentInWords(service) {
    const primary = primaryOf(service);
    return deploymentInWords(service?.current ?? "", primary?.id ?? "", primary?.taskDefinition ?? "");
}
function deploymentInWords(arn, id, taskDefinition) {
    const [name = "", ...more] = [arn, id, taskDefinition === "" ? "" : lastPart(taskDefinition)]
        .map((text) => shortName(text))
        .filter((text) => text !== "");
    return oneLine(`${name}${more.length === 0 ? "" : ` (${more.join(", ")})`}`);
}
/** Where it stands, on one line. A timeout's annotation holds it. */
function progressOf(state) {
    const { deployment, ours, service, id, arn } = state;
    if (service === undefined && deployment === undefined)
        return "nothing visible yet";
    const parts = [deployment?.status ?? ours?.state ?? (service?.status === "ACTIVE" ? "" : (service?.status ?? ""))];
    parts.push(deployment?.stage ?? "");
    if (deployment?.weight !== undefined && deployment.stage !== "")
        parts.push(`${deployment.weight} % of the traffic`);
    if (ours !== undefined) {
        parts.push(`${ours.running}/${ours.desired} running`);
        if (ours.pending > 0)
            parts.push(`${ours.pending} pending`);
        if (ours.failed > 0)
            parts.push(`${ours.failed} failed`);
        const old = service?.rollouts.filter((rollout) => rollout.id !== id) ?? [];
        const left = old.reduce((sum, { running }) => sum + running, 0);
        if (left > 0)
            parts.push(`${left} of the old ones left`);
    }
    else if (id === "" && arn === "")
        parts.push("no new deployment yet");
    else if (deployment === undefined)
        parts.push(`${oursInWords(state)} is not visible yet`);
    const paused = pausedAt(deployment);
    if (paused !== undefined)
        parts.push(`${paused.status} at hook ${paused.id}`);
    return oneLine(parts.filter((part) => part !== "").join(", "));
}
/** The stage for the picture of the course. */
function stageOf({ deployment, ours, service, id, health }) {
    if (pausedAt(deployment) !== undefined)
        return "paused";
    if (deployment !== undefined && deployment.stage !== "")
        return deployment.stage;
    if (deployment?.status !== undefined && deployment.status !== "IN_PROGRESS")
        return deployment.status;
    if (ours === undefined)
        return "";
    if (!health.stands && ours.desired > 0)
        return "starting tasks";
    const isAlone = service?.rollouts.every((rollout) => rollout.id === id || rollout.running === 0) ?? false;
    return isAlone ? "finishing" : "stopping old tasks";
}
/** The hook that waits for somebody. */
function pausedAt(deployment) {
    return deployment?.hooks.find(({ status }) => status === "AWAITING_ACTION");
}
/** What has to be done about a hook that waits. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
function pauseWarning(deployment, hook) {
    const at = hook.expiresAt === undefined ? "when it expires" : `at ${new Date(hook.expiresAt).toISOString()}`;
    const otherwise = hook.timeoutAction === "" ? "ends by itself" : `does ${hook.timeoutAction} by itself`;
    const region = deployment.arn.split(":")[3] ?? "";
    const command = [
        "aws ecs continue-service-deployment",
        `--service-deployment-arn ${shellWord(deployment.arn)}`,
        `--hook-id ${shellWord(hook.id)}`,
        "--action CONTINUE",
        ...(region === "" ? [] : [`--region ${shellWord(region)}`]),
    ].join(" ");
    return `AWAITING_ACTION: deployment ${shortName(deployment.arn)} waits for somebody at hook ${oneLine(hook.id)}, and ${oneLine(otherwise)} ${at}. To go on: ${command}`;
}
function shellWord(text) {
    return /^[\w:/.@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
/** What rolled it back or stopped it, as far as ECS tells: `the circuit breaker`, `alarm app-5xx`; "" when it does not. */
function culpritOf(state) {
    const { deployment } = state;
    const alarms = deployment?.alarms ?? [];
    if (alarms.length > 0)
        return oneLine(`${alarms.length === 1 ? "alarm" : "alarms"} ${alarms.join(", ")}`);
    const hooks = failedHooks(deployment);
    if (hooks.length > 0)
        return oneLine(`the failed lifecycle hook ${hooks.map(hookInWords).join(", ")}`);
    return tellsOfBreaker(state) ? "the circuit breaker" : "";
}
/** Whether ECS names the circuit breaker as the reason of the end of our deployment. */
function tellsOfBreaker({ deployment, ours }) {
    const told = [deployment?.reason ?? "", deployment?.rollbackReason ?? ""].filter((text) => text !== "");
    const texts = told.length > 0 ? told : ours?.state === "FAILED" ? [ours.reason] : [];
    return texts.some((text) => /circuit ?breaker/i.test(text));
}
const failedHooks = (deployment) => deployment?.hooks.filter(({ status }) => status === "FAILED" || status === "TIMED_OUT") ?? [];
/** `smoke (hook h1, FAILED)`: the function that is called is what people know. */
const hookInWords = ({ id, target, status }) => {
    const called = target.slice(target.lastIndexOf(":") + 1);
    return called === "" ? `${id} (${status})` : `${called} (hook ${id}, ${status})`;
};
/** ECS's own words about the end, without empty ones and without those that say nothing new: `: a; b`, or "". */
function reasonsOf(state) {
    const { deployment, ours } = state;
    const told = [deployment?.reason ?? "", deployment?.rollbackReason ?? ""];
    const texts = told.some((text) => text !== "") ? told : [ours?.state === "FAILED" ? ours.reason : ""];
    const kept = [];
    for (const text of texts.map((each) => oneLine(each).replace(/\.$/, ""))) {
        const isNew = !kept.some((other) => other.toLowerCase().includes(text.toLowerCase()));
        if (text !== "" && isNew)
            kept.push(text);
    }
    return kept.length === 0 ? "" : `: ${kept.join("; ")}`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/verdicts.js



/** Looks at the revision before it counts as one that tells nothing. */
const ENOUGH_READS = 5;
/** The service has to name a service deployment for this long before its bad end counts by itself, ms. */
const NAMED_MS = 30_000;
/** So long is waited for the service to show what ours was replaced with, when ECS says that it was, ms. */
const REPLACEMENT_MS = 20_000;
/** What the status of our service deployment comes to. */
function judgeDeployment(state, elapsedMs) {
    const { deployment } = state;
    if (deployment === undefined)
        return undefined;
    const { status } = deployment;
    if (status === "PENDING" || status === "IN_PROGRESS")
        return hasPassed(state) ? passed(state) : undefined;
    if (status === "STOP_REQUESTED")
        return { needs: ["services", "deployments"], pace: "near" };
    if (!isTrusted(state))
        return { needs: ["services", "deployments"], pace: "starting" };
    if (status === "SUCCESSFUL") {
        return prove(state, isOld(state) ? noop(state) : success(state, "SUCCESSFUL"));
    }
    if (status === "STOPPED")
        return judgeStopped(state, elapsedMs);
    if (status === "ROLLBACK_FAILED")
        return { verdict: rollbackFailed(state) };
    return status.startsWith("ROLLBACK_") ? { verdict: rolledBack(state) } : undefined;
}
/**
 * An ARN that was read from the service may still be that of the deployment before ours. Its end counts when it was seen
 * alive, when ours is not under way any more, or, for a bad end, when the service has named it for long.
 */
function isTrusted(state) {
    const { isArnRead, isLive, service, id, subject, deployment, wasDone, since, at, arnSince } = state;
    const createdAt = deployment?.createdAt;
    if (isLive || subject.arn !== "")
        return true;
    if (subject.id === "" && !wasDone && createdAt !== undefined && createdAt <= since)
        return false;
    const primary = primaryOf(service);
    if (!isArnRead || primary?.id !== id || primary.state !== "IN_PROGRESS")
        return true;
    return deployment?.status !== "SUCCESSFUL" && at - arnSince >= NAMED_MS;
}
/** What was named by its id, or by nothing, was complete when waiting began, and nothing says that it is new. */
function isOld({ wasDone, subject, ours, deployment, since }) {
    const createdAt = ours?.createdAt ?? deployment?.createdAt;
    return wasDone && subject.arn === "" && (createdAt === undefined || createdAt <= since);
}
function hasPassed({ subject, deployment }) {
    const wanted = stages.indexOf(subject.until);
    return wanted >= 0 && stages.indexOf(deployment?.stage ?? "") > wanted;
}
function passed(state) {
    const { deployment, subject } = state;
    const verdict = {
        result: "success",
        cause: `${oursInWords(state)} has passed ${subject.until} and is in ${deployment?.stage ?? ""}`,
    };
    return prove(state, verdict);
}
/** Success of ours. */
function success(state, status) {
    return { result: "success", cause: `${oursInWords(state)} is ${status}` };
}
/** Nothing new was there to wait for. */
function noop(state) {
    const { service } = state;
    return { result: "noop", cause: `no new deployment: ${currentInWords(service)} was already complete` };
}
/** A good verdict only when what was asked for is what runs. */
function prove(state, verdict) {
    const { subject, deployment } = state;
    const revision = revisionOf(state);
    const canAsk = (deployment?.revision ?? "") !== "" && revision === undefined;
    const found = revision?.taskDefinition ?? taskDefinitionOf(state);
    const isWrong = subject.taskDefinition !== "" && found !== "" && !isTaskDefinition(subject.taskDefinition, found);
    const isUnknown = subject.taskDefinition !== "" && found === "";
    if ((isWrong || isUnknown) && canAsk && state.revisionReads === 0)
        return { needs: ["revision"], pace: "now" };
    if (isWrong)
        return { verdict: wrongTaskDefinition(state, found) };
    return subject.imageDigest === "" ? { verdict } : proveDigest(state, verdict);
}
function proveDigest(state, verdict) {
    const { subject, deployment, revisionReads } = state;
    const revision = revisionOf(state);
    if (revision !== undefined && revision.digests.length > 0) {
        return hasDigest(subject.imageDigest, revision.digests)
            ? { verdict: { ...verdict, cause: `${verdict.cause}, with image ${subject.imageDigest}` } }
            : { verdict: wrongDigest(state, revision) };
    }
    const mayCome = revision === undefined && revisionReads < ENOUGH_READS;
    if (mayCome && (deployment?.revision ?? "") !== "")
        return { needs: ["revision"], pace: revisionReads === 0 ? "now" : "near" };
    if (mayCome && state.denied === "" && state.arn !== "" && deployment === undefined)
        return { needs: ["deployments"], pace: state.unknownSince === undefined ? "now" : "starting" };
    return {
        verdict: {
            result: "inconclusive",
            cause: `${verdict.cause}, but that it runs image ${subject.imageDigest} cannot be proved: ECS tells no digest of its service revision`,
            remedy: `Allow ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions, and leave version consistency enabled in the task definition, or leave image-digest empty.`,
        },
    };
}
/** The service revision of ours, when it was read. */
function revisionOf({ deployment, revisions }) {
    const arn = deployment?.revision ?? "";
    return arn === "" ? undefined : revisions.find((revision) => revision.arn === arn);
}
/** The task definition of ours as far as the service tells it; "" otherwise. */
function taskDefinitionOf({ ours }) {
    return ours?.taskDefinition ?? "";
}
/** It is not what was asked for. */
function wrongTaskDefinition(state, found) {
    const asked = lastPart(state.subject.taskDefinition);
    return {
        result: "failed",
        cause: `${oursInWords(state)} runs ${oneLine(lastPart(found))}, not ${asked}`,
        remedy: "Wait for the deployment that the step before started, with its task definition.",
    };
}
function wrongDigest(state, { digests }) {
    return {
        result: "failed",
        cause: `${oursInWords(state)} runs ${oneLine(digests.join(", "))}, not ${state.subject.imageDigest}`,
        remedy: "Deploy a task definition that names the image by this digest, not by a tag.",
    };
}
/** ECS puts the service back to what ran before. */
function rolledBack(state) {
    const { deployment } = state;
    const culprit = culpritOf(state);
    const isOver = deployment?.status === "ROLLBACK_SUCCESSFUL" || deployment === undefined;
    const by = culprit === "" ? "" : ` by ${culprit}`;
    return {
        result: "rolled-back",
        cause: `${oursInWords(state)} ${isOver ? "was" : "is being"} rolled back${by}${reasonsOf(state)}`,
    };
}
function rollbackFailed(state) {
    const culprit = culpritOf(state);
    const by = culprit === "" ? "" : ` after it was stopped by ${culprit}`;
    return {
        result: "rollback-failed",
        cause: `the rollback of ${oursInWords(state)} failed (ROLLBACK_FAILED)${by}${reasonsOf(state)}`,
        remedy: "The service may run a mixture of both. Deploy a task definition that is known to work.",
    };
}
/** It ended as a failure, and nothing is rolled back. */
function failed(state) {
    const culprit = culpritOf(state);
    const words = culprit === "" ? "failed" : `was ended by ${culprit}`;
    return { result: "failed", cause: `${oursInWords(state)} ${words}${reasonsOf(state)}` };
}
/** A newer deployment took its place. */
function superseded(state) {
    return {
        result: "superseded",
        cause: `${oursInWords(state)} was superseded by ${currentInWords(state.service)} before it was complete`,
        remedy: "Look at the run that started the newer deployment: that one decides what the service runs.",
    };
}
/** STOPPED has three meanings: a newer deployment, the circuit breaker without a rollback, or somebody. */
function judgeStopped(state, elapsedMs) {
    if (tellsOfBreaker(state) || culpritOf(state) !== "")
        return { verdict: failed(state) };
    const { service, arn, id, ours, stoppedSince } = state;
    const isCurrent = service?.current === arn || service?.current === "";
    if (service !== undefined && !isCurrent)
        return { verdict: superseded(state) };
    // Both may have been read at the same time: the service once more, after the stop.
    if (!state.isSeenSinceStop)
        return { needs: ["services"], pace: stoppedSince === elapsedMs ? "now" : "near" };
    if (ours?.state === "FAILED")
        return { verdict: failed(state) };
    const primary = primaryOf(service);
    if (id !== "" && primary !== undefined && primary.id !== id)
        return { verdict: superseded(state) };
    const age = elapsedMs - (stoppedSince ?? elapsedMs);
    if (/\b(?:replaced|superseded|newer)\b/i.test(state.deployment?.reason ?? "")) {
        return age < REPLACEMENT_MS ? { needs: ["services"], pace: "near" } : { verdict: superseded(state) };
    }
    return { verdict: { result: "stopped", cause: `${oursInWords(state)} was stopped${reasonsOf(state)}` } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/by-service.js




/** A pin that never shows up is not found after this, ms. */
const VISIBLE_WITHIN_MS = 60_000;
/** ECS never knew our service deployment for this long although the service names it: it is older than that API, ms. */
const UNKNOWN_FOR_MS = 30_000;
/** The service has to say so for this long before it counts against what its deployment says, ms. */
const AGAINST_TRUTH_MS = 20_000;
/** One more look than the first has to say so, ms. */
const TWICE_MS = 5000;
/** A service that is not there is asked again after this, ms. */
const CONFIRM_MS = 2000;
/** The service is not there, goes away, or is not rolled out by ECS. */
function judgeService(state, elapsedMs) {
    const { missing, service, subject, ours, inactiveSince } = state;
    if (missing !== undefined) {
        if (elapsedMs - missing.since < CONFIRM_MS)
            return { needs: ["services"], pace: "starting" };
        const cause = `service ${subject.name} was not found in cluster ${shortName(subject.cluster)} (${oneLine(missing.words)})`;
        return { verdict: { result: "not-found", cause, remedy: "Check cluster, services and the region of the step." } };
    }
    if (service === undefined)
        return undefined;
    if (service.status === "DRAINING")
        return { verdict: gone(state, "DRAINING: it is being deleted") };
    if (service.status === "INACTIVE") {
        const isSure = ours !== undefined || elapsedMs - (inactiveSince ?? elapsedMs) >= CONFIRM_MS;
        return isSure ? { verdict: gone(state, "INACTIVE: it was deleted") } : { needs: ["services"], pace: "starting" };
    }
    const isOthers = service.controller === "CODE_DEPLOY" || service.controller === "EXTERNAL";
    if (!isOthers || service.rollouts.length > 0)
        return undefined;
    const cause = `service ${subject.name} is not deployed by ECS itself, but by ${service.controller}`;
    const remedy = "For CodeDeploy, wait with target codedeploy and its deployment-id.";
    return { verdict: { result: "inconclusive", cause, remedy } };
}
function gone({ subject }, words) {
    return { result: "failed", cause: `service ${subject.name} is ${words}` };
}
/** The pin has not been seen so far. */
function judgeVisibility(state, elapsedMs) {
    const { arn, id, deployment, ours, service, unknownSince } = state;
    if (deployment !== undefined || ours !== undefined || elapsedMs < VISIBLE_WITHIN_MS)
        return undefined;
    const isUnknown = arn === "" ? id !== "" : unknownSince !== undefined && elapsedMs - unknownSince > TWICE_MS;
    if (service === undefined || !isUnknown || service.current === arn)
        return undefined;
    const cause = `${oursInWords(state)} was never seen at service ${state.subject.name} (MISSING)`;
    const remedy = "Check service-deployment: it has to be the one that the step before started, in this service.";
    return { verdict: { result: "not-found", cause, remedy } };
}
/** Whether the service is all there is to go by. */
function isByServiceOnly({ arn, id, denied, deployment, unknownSince }, elapsedMs) {
    if (denied !== "" || (arn === "" && id !== ""))
        return true;
    return deployment === undefined && unknownSince !== undefined && elapsedMs - unknownSince >= UNKNOWN_FOR_MS;
}
/** What the service says of our end; undefined: it has not ended. */
function readEnd(state) {
    const { service, ours, id } = state;
    if (service === undefined)
        return undefined;
    const primary = primaryOf(service);
    if (id === "")
        return readUnadopted(state, primary, service);
    if (ours === undefined)
        return undefined;
    const listed = service.rollouts.find((rollout) => rollout.id === id);
    if (primary !== undefined && primary.id === id)
        return readPrimary(state, primary, service);
    if (primary === undefined)
        return undefined;
    return readReplaced(state, { primary, service, isFailed: (listed ?? ours).state === "FAILED" });
}
/** Ours is not known by its id, but the service names it, and shows a failed one of its task definition beside another. */
function readUnadopted(state, primary, service) {
    const asked = state.subject.taskDefinition;
    if (asked === "" || primary === undefined || service.current !== state.arn || state.arn === "")
        return undefined;
    if (isTaskDefinition(asked, primary.taskDefinition))
        return undefined;
    const ours = service.rollouts.find((each) => each.state === "FAILED" && each.id !== primary.id && isTaskDefinition(asked, each.taskDefinition));
    return ours === undefined ? undefined : { verdict: rolledBack({ ...state, ours }), patienceMs: TWICE_MS };
}
function readPrimary(state, primary, service) {
    if (primary.state === "COMPLETED")
        return { verdict: success(state, "COMPLETED"), patienceMs: 0 };
    if (primary.state === "FAILED") {
        // A rollback begins a moment later.
        return { verdict: failed(state), patienceMs: service.hasBreakerRollback ? AGAINST_TRUTH_MS : TWICE_MS / 2 };
    }
    const asked = state.subject.taskDefinition;
    if (asked === "" || isTaskDefinition(asked, primary.taskDefinition))
        return undefined;
    const told = revisionOf(state)?.taskDefinition ?? primary.taskDefinition;
    if (isTaskDefinition(asked, told))
        return undefined;
    return { verdict: wrongTaskDefinition(state, told), patienceMs: TWICE_MS };
}
function readReplaced(state, { primary, service, isFailed }) {
    const { arn, baseline, ours } = state;
    const isAnother = service.current !== "" && arn !== "" && service.current !== arn;
    if (isFailed)
        return { verdict: isAnother ? failed(state) : rolledBack(state), patienceMs: 0 };
    // The very deployment that was there before is most likely an old answer.
    const patienceMs = primary.id === baseline?.id ? AGAINST_TRUTH_MS : TWICE_MS;
    if (isAnother)
        return { verdict: superseded(state), patienceMs };
    const isBaseline = baseline !== undefined && primary.taskDefinition === baseline.taskDefinition;
    const isSame = primary.taskDefinition === ours?.taskDefinition && service.current === "";
    return { verdict: isBaseline && !isSame ? rolledBack(state) : superseded(state), patienceMs };
}
/** What the service says comes to. `state.doubt` tells since when it has said so. */
function judgeByService(state, elapsedMs) {
    const isOnly = isByServiceOnly(state, elapsedMs);
    const reading = readEnd(state);
    if (reading === undefined)
        return isOnly ? judgeUnknown(state) : undefined;
    const { verdict, patienceMs } = reading;
    const isWrongOne = verdict.result === "failed" && state.ours !== undefined && state.ours.state !== "FAILED";
    const since = state.doubt?.result === verdict.result ? state.doubt.since : elapsedMs;
    if (verdict.result === "success")
        return isOnly ? prove(state, verdict) : undefined;
    if (isWrongOne && state.deployment?.revision !== "" && state.revisionReads === 0 && state.deployment !== undefined)
        return { needs: ["revision"], pace: "now" };
    const patience = isOnly || isWrongOne ? patienceMs : Math.max(patienceMs, AGAINST_TRUTH_MS);
    if (state.serviceAt === elapsedMs && elapsedMs - since >= patience)
        return { verdict };
    if (isOnly)
        return { needs: ["services"], pace: "near" };
    if (state.deploymentAt !== elapsedMs)
        return { needs: ["deployments"], pace: "now" };
    return { needs: ["services", "deployments"], pace: "near" };
}
/** The service names our service deployment, is complete, and cannot say whether with ours or with what it went back to. */
function judgeUnknown(state) {
    const { service, arn, id, denied, listed } = state;
    const primary = primaryOf(service);
    if (id !== "" || arn === "" || service?.current !== arn || primary?.state !== "COMPLETED")
        return undefined;
    if (listed === undefined && denied !== "")
        return { needs: ["list"], pace: "now" };
    const cause = `service ${state.subject.name} is complete, but whether with ${oursInWords(state)} or after a rollback cannot be told`;
    const remedy = `Allow ecs:DescribeServiceDeployments for the role of this job. The service runs ${shortName(primary.taskDefinition)}.`;
    return { verdict: { result: "inconclusive", cause, remedy } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/hopeless.js
/**
 * Ends early what will never end well: tasks that stop for one and the same reason, and deployments that come up and fall
 * again. Never for reasons that pass (Spot, capacity, throttled pulls), and not where the circuit breaker does it. Pure.
 */


/** Tasks that stopped for the same reason. */
const ALIKE = 3;
/** Failed tasks after which nothing more is waited for. */
const ENOUGH = 3;
/** With two failed tasks: so long without a change, ms. */
const QUIET_MS = 40_000;
/** The same for tasks that did come up, or that fail health checks, which have a grace period, ms. */
const QUIET_GRACE_MS = 115_000;
/** Times that a deployment has to fall. */
const FALLS = 3;
/** With a circuit breaker: it counts anew with each task that comes up, so that it may never trip (containers-roadmap#1206). */
const FALLS_WITH_BREAKER = 5;
/** And so long it has to stay down, ms. */
const DOWN_MS = 15_000;
/** Stopped tasks are asked again after this, ms. */
const ASK_AGAIN_MS = 30_000;
/** What was seen of stopped tasks is good for a verdict for this long, ms. */
const FRESH_MS = 12_000;
/** Whether our deployment has no hope, or what has to be read to know. */
function judgeHealth(state, elapsedMs) {
    const { ours, service, deployment, tasks, id } = state;
    if (ours === undefined || ours.status !== "PRIMARY" || ours.state !== "IN_PROGRESS")
        return undefined;
    if (service === undefined || (deployment !== undefined && deployment.status !== "IN_PROGRESS"))
        return undefined;
    if (id === "" || (tasks !== undefined && "denied" in tasks))
        return undefined;
    const flapping = judgeFlapping(state, elapsedMs);
    return flapping ?? (hasBreaker(state) ? undefined : judgeFailing(state, elapsedMs));
}
function hasBreaker({ service, deployment }) {
    const status = deployment?.breaker ?? "";
    return service?.hasBreaker === true || (status !== "" && status !== "DISABLED");
}
function judgeFlapping(state, elapsedMs) {
    const { health, ours } = state;
    const { stands, falls, downSince } = health;
    if (stands ||
        falls < (hasBreaker(state) ? FALLS_WITH_BREAKER : FALLS) ||
        downSince === undefined ||
        elapsedMs - downSince < DOWN_MS)
        return undefined;
    const asked = askFreshly(state, elapsedMs);
    if (asked !== undefined)
        return asked;
    const top = topCause(stoppedOf(state));
    if (top === undefined || top.cause.isTransient || top.count < 2)
        return undefined;
    const cause = `${oursInWords(state)} is flapping: ${falls} times its tasks came up and stopped again, now ${ours?.running ?? 0}/${ours?.desired ?? 0} run; ${inWords(top)}`;
    return { verdict: { result: "failed", cause, remedy } };
}
function judgeFailing(state, elapsedMs) {
    const { health, tasks } = state;
    const { failing, hasStood } = health;
    if (failing === undefined)
        return undefined;
    const stopped = stoppedOf(state);
    const isOutdated = tasks === undefined || ("failed" in tasks && tasks.failed < failing.count);
    if (isOutdated && mayAsk(state, elapsedMs, failing.count))
        return { needs: ["tasks"], pace: "now" };
    const top = topCause(stopped);
    if (top === undefined || top.cause.isTransient || top.count < ALIKE)
        return undefined;
    const needsGrace = hasStood || top.cause.kind === "health-check" || top.cause.kind === "load-balancer";
    const quietFor = elapsedMs - (hasStood ? failing.first : failing.since);
    const isEnough = failing.count >= ENOUGH && !hasStood;
    if (!isEnough && quietFor < (needsGrace ? QUIET_GRACE_MS : QUIET_MS))
        return undefined;
    const asked = askFreshly(state, elapsedMs);
    if (asked !== undefined)
        return asked;
    const cause = `${oursInWords(state)} cannot come up: ${inWords(top)}, and none runs`;
    return { verdict: { result: "failed", cause, remedy } };
}
const remedy = "Correct what stops the tasks and deploy again. ECS goes on starting tasks until then; the deployment circuit breaker would stop it.";
/** The first three failures are looked at as they come; later ones, and those whose reason passes, now and then. */
function mayAsk({ tasksAt, tasks }, elapsedMs, count) {
    if (tasksAt === undefined || elapsedMs - tasksAt >= ASK_AGAIN_MS)
        return true;
    return tasks !== undefined && count <= ENOUGH;
}
function askFreshly({ tasksAt, tasks }, elapsedMs) {
    const age = tasksAt === undefined ? Number.POSITIVE_INFINITY : elapsedMs - tasksAt;
    if (tasks !== undefined && age <= FRESH_MS)
        return undefined;
    return age >= ASK_AGAIN_MS || tasks !== undefined ? { needs: ["tasks"], pace: "now" } : undefined;
}
const stoppedOf = ({ tasks }) => tasks === undefined || "denied" in tasks ? [] : tasks.stopped;
const topCause = (stopped) => (0,stop_cause/* groupStopCauses */.C8)(stopped)[0];
const inWords = ({ cause, count }) => `${count} tasks stopped alike (${oneLine(cause.text)})`;

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/plan.js



/** Each so many looks the other read has its turn. */
const TURN = 4;
/** The same while traffic is shifted: the service says little then. */
const SHIFTING_TURN = 8;
/** A service deployment that ECS does not know yet is asked often for this long, ms. */
const SOON_VISIBLE_MS = 30_000;
/** The service deployment is asked at least this long after the last time, ms; later half of the time gone by. */
const UNASKED_MS = 60_000;
/** The end of the bake time counts as near when so much is left, ms. */
const BAKE_LEFT_MS = 12_000;
/** Alarms are looked for more often for so much of the bake time, ms. */
const BAKED_MS = 60_000;
/** The next look of a deployment that has not ended. */
function planNext(before, state, snapshot, elapsedMs) {
    const isByService = isByServiceOnly(state, elapsedMs);
    if (isByService || state.arn === "") {
        // One that ECS did not know may become known.
        const mayAppear = state.arn !== "" && state.denied === "" && elapsedMs - state.deploymentAt > UNASKED_MS;
        const pace = isNear(state, elapsedMs) ? "near" : paceUnseen(state);
        return { pace, reads: mayAppear ? ["services", "deployments"] : ["services"] };
    }
    const isAnswered = snapshot.deployment !== undefined;
    const isChanged = before?.service !== undefined && keyOf(before) !== keyOf(state);
    if (isChanged && !isAnswered)
        return { pace: "now", reads: ["deployments"] };
    if (pausedAt(state.deployment) !== undefined)
        return { pace: "blocked", reads: inTurn(state) };
    if (state.deployment === undefined) {
        const isSoon = elapsedMs - (state.unknownSince ?? elapsedMs) < SOON_VISIBLE_MS;
        return { pace: isSoon ? "starting" : "moving", reads: ["services", "deployments"] };
    }
    if (state.service === undefined)
        return { pace: "moving", reads: ["services", "deployments"] };
    if (isNear(state, elapsedMs) || isOdd(state))
        return { pace: "near", reads: inTurn(state) };
    const pace = isFar(state, elapsedMs) ? "far" : "moving";
    if (isShifting(state) || state.subject.isOneOfMany)
        return { pace, reads: inTurn(state) };
    const isUnasked = elapsedMs - state.deploymentAt > Math.max(UNASKED_MS, elapsedMs / 2);
    const hasMoved = before?.ours !== undefined && milestonesOf(before) !== milestonesOf(state) && !isAnswered;
    return { pace, reads: isUnasked || hasMoved ? ["services", "deployments"] : ["services"] };
}
const paceUnseen = ({ ours }) => (ours === undefined ? "starting" : "moving");
function inTurn(state) {
    const turn = isShifting(state) ? SHIFTING_TURN : TURN;
    return state.looks % turn === turn - 1 ? ["services"] : ["deployments"];
}
/** What of the service says that its deployment may have ended. */
function keyOf({ service, ours }) {
    return [service?.status, service?.current, primaryOf(service)?.id, ours?.state].join(" ");
}
/** What of the service says that its deployment is in another phase: a pause, or the end, may be next. */
function milestonesOf(state) {
    return [state.health.stands, old(state).length, old(state).every(isLeaving), state.ours?.failed].join(" ");
}
const old = ({ service, id }) => service?.rollouts.filter((each) => each.id !== id) ?? [];
const isLeaving = ({ desired }) => desired === 0;
/** The service says that ours is not what it rolls out any more, or is done with it; its deployment says nothing yet. */
function isOdd({ service, ours, id, arn }) {
    if (service === undefined || ours === undefined)
        return false;
    return isReplaced(service, id, arn) || ours.state === "COMPLETED" || ours.state === "FAILED";
}
const isReplaced = (service, id, arn) => primaryOf(service)?.id !== id || (service.current !== "" && service.current !== arn);
/** Stages are told, or the strategy has them: the service says little about where it is. */
function isShifting({ deployment, service }) {
    const strategy = deployment?.strategy || service?.strategy || "ROLLING";
    return (deployment?.stage ?? "") !== "" || strategy !== "ROLLING";
}
/** Nothing is wrong, and something else comes before the end: more tasks, or the last stage. */
function isFar(state, elapsedMs) {
    const { deployment, ours, subject, health, stageSince } = state;
    if (deployment?.status !== "IN_PROGRESS" || ours === undefined || subject.until !== "")
        return false;
    if (ours.failed > 0 || health.falls > 0 || deployment.alarms.length > 0)
        return false;
    if (!isShifting(state))
        return ours.running < ours.desired;
    // Hooks end at any time, and most of what alarms find they find soon after the shift.
    if (deployment.stage === "" || deployment.hooks.length > 0)
        return false;
    return deployment.stage !== "BAKE_TIME" || elapsedMs - stageSince >= BAKED_MS;
}
/** Only the last phase is left: the old tasks go, or the bake time ends. */
function isNear(state, elapsedMs) {
    const { deployment, ours, stageSince } = state;
    if (deployment !== undefined && isShifting(state)) {
        if (deployment.stage !== "BAKE_TIME")
            return deployment.stage === "CLEAN_UP";
        const { bakeMinutes } = deployment;
        return bakeMinutes !== undefined && elapsedMs - stageSince >= bakeMinutes * 60_000 - BAKE_LEFT_MS;
    }
    if (ours === undefined || ours.status !== "PRIMARY" || ours.pending > 0)
        return false;
    return ours.running >= ours.desired && old(state).every(isLeaving);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/health.js
/** Before the first look. */
const unobserved = { hasStood: false, stands: false, height: 0, falls: 0 };
/** After a look at our deployment. */
function observeHealth(before, ours, elapsedMs) {
    const { downSince, failing, ...rest } = before;
    const stands = ours.desired > 0 && ours.running >= ours.desired;
    const failingNow = ours.failed >= 2 && ours.running === 0 ? keepFailing(failing, ours.failed, elapsedMs) : undefined;
    const more = failingNow === undefined ? {} : { failing: failingNow };
    if (stands)
        return { ...rest, ...more, stands, hasStood: true, height: ours.running };
    // More desired than before is no fall: tasks have to be lost.
    const hasFallen = before.stands && ours.running < before.height && ours.status === "PRIMARY" && ours.desired > 0;
    const since = hasFallen ? elapsedMs : downSince;
    const falls = before.falls + (hasFallen ? 1 : 0);
    return { ...rest, ...more, stands, falls, ...(since === undefined ? {} : { downSince: since }) };
}
function keepFailing(before, count, elapsedMs) {
    if (before === undefined)
        return { count, since: elapsedMs, first: elapsedMs };
    return count === before.count ? before : { ...before, count, since: elapsedMs };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/state.js



/** The state after a snapshot. */
function remember(before, snapshot, elapsedMs) {
    const wasStopped = before?.stoppedSince !== undefined;
    let state = {
        ...(before ?? begin(snapshot)),
        looks: (before?.looks ?? 0) + 1,
        at: elapsedMs,
        since: snapshot.since,
    };
    state = rememberDeployment(state, snapshot, elapsedMs);
    state = rememberService(state, snapshot, elapsedMs);
    if (wasStopped && snapshot.service !== undefined)
        state = { ...state, isSeenSinceStop: true };
    state = rememberListed(state, snapshot);
    if (snapshot.warnings !== undefined)
        state = { ...state, warnings: [...state.warnings, ...snapshot.warnings] };
    if (snapshot.revisions !== undefined) {
        const { revisions } = snapshot;
        const kept = state.revisions.filter(({ arn }) => !revisions.some((revision) => revision.arn === arn));
        state = { ...state, revisions: [...kept, ...revisions], revisionReads: state.revisionReads + 1 };
    }
    return rememberTasks(state, snapshot, elapsedMs);
}
function begin({ subject, since }) {
    return {
        subject,
        since,
        arn: subject.arn,
        isArnRead: false,
        arnSince: 0,
        id: subject.id,
        looks: 0,
        at: 0,
        steady: 0,
        wasDone: false,
        deploymentAt: 0,
        isLive: false,
        isSeenSinceStop: false,
        stageSince: 0,
        denied: "",
        revisions: [],
        revisionReads: 0,
        asked: [],
        health: unobserved,
        warnings: [],
    };
}
/** Pins what the service itself names as ours. */
function pin(state, { arn, id, isArnRead }) {
    const { deployment: _, ...rest } = state;
    const isOther = arn !== state.arn;
    const fresh = isOther ? { ...rest, isLive: false, arnSince: state.at } : state;
    const pinned = { ...fresh, arn, id, isArnRead };
    const ours = pinned.service?.rollouts.find((rollout) => rollout.id === id);
    return ours === undefined ? pinned : { ...pinned, ours, ...baselineOf(pinned) };
}
/** How far a status is from the beginning; an unknown one counts as under way. */
const rank = (status) => {
    if (isFinal(status))
        return 4;
    if (status.startsWith("ROLLBACK_"))
        return 3;
    return status === "STOP_REQUESTED" ? 2 : status === "PENDING" ? 0 : 1;
};
/** Statuses that a service deployment never leaves. */
function isFinal(status) {
    return ["SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"].includes(status);
}
function rememberDeployment(state, { deployment }, elapsedMs) {
    if (deployment === undefined)
        return state;
    if ("denied" in deployment) {
        const warning = `${deployment.denied} is not allowed: the end is read from the service, which tells less`;
        return { ...state, denied: deployment.denied, warnings: [...state.warnings, warning], deploymentAt: elapsedMs };
    }
    const seen = { ...state, deploymentAt: elapsedMs };
    if ("missing" in deployment) {
        return state.deployment === undefined ? { ...seen, unknownSince: state.unknownSince ?? elapsedMs } : seen;
    }
    // Another one's, or an answer that is older than the last.
    if (deployment.arn !== state.arn)
        return seen;
    if (state.deployment !== undefined && rank(deployment.status) < rank(state.deployment.status))
        return seen;
    const { unknownSince: _, ...rest } = seen;
    return {
        ...rest,
        deployment,
        isLive: state.isLive || rank(deployment.status) < 3,
        stageSince: deployment.stage === state.deployment?.stage ? state.stageSince : elapsedMs,
        ...(deployment.status === "STOPPED" ? { stoppedSince: state.stoppedSince ?? elapsedMs } : {}),
    };
}
/** The list says less than the read of a service deployment, but its status is the same: it stands in for a denied read. */
function rememberListed(state, { listed }) {
    if (listed === undefined)
        return state;
    const found = listed.find(({ arn }) => arn === state.arn && arn !== "");
    if (found === undefined || state.denied === "")
        return { ...state, listed };
    return { ...state, listed, deployment: parseServiceDeployment({}, found) };
}
function rememberService(state, { service }, elapsedMs) {
    if (service === undefined)
        return state;
    if ("missing" in service) {
        return { ...state, missing: { since: state.missing?.since ?? elapsedMs, words: service.missing } };
    }
    const { missing: _, inactiveSince, ...rest } = state;
    const isFirst = state.service === undefined;
    const isInactive = service.status === "INACTIVE";
    const seen = {
        ...rest,
        service,
        serviceAt: elapsedMs,
        steady: primaryOf(service)?.id === primaryOf(state.service)?.id ? state.steady + 1 : 1,
        ...(isInactive ? { inactiveSince: inactiveSince ?? elapsedMs } : {}),
    };
    const known = adopt(seen, service);
    const ours = service.rollouts.find(({ id }) => id === known.id);
    if (ours === undefined)
        return { ...known, ...baselineOf(known) };
    const isDone = isFirst && ours.status === "PRIMARY" && ours.state === "COMPLETED";
    const followed = { ...known, ours, wasDone: known.wasDone || isDone };
    return { ...followed, ...baselineOf(followed), health: observeHealth(followed.health, ours, elapsedMs) };
}
/** Learns the half of the pin that was not given: the id of an ARN, or the ARN of an id. */
function adopt(state, service) {
    const primary = primaryOf(service);
    if (primary === undefined || service.current === "")
        return state;
    if (state.id !== "" && primary.id === state.id && (state.arn === "" || state.isArnRead)) {
        return service.current === state.arn ? state : pin(state, { arn: service.current, id: state.id, isArnRead: true });
    }
    if (state.id !== "" || state.arn !== service.current || isRollback(state, service, primary))
        return state;
    return state_isOurs(state, primary) ? { ...state, id: primary.id } : state;
}
/**
 * Whether the PRIMARY of the service whose current service deployment is ours is what we wait for, not what ECS rolls back
 * to: both belong to the same service deployment.
 */
function state_isOurs({ deployment, subject }, primary) {
    if (deployment !== undefined)
        return rank(deployment.status) < 2 || deployment.status === "SUCCESSFUL";
    const isAsked = subject.taskDefinition === "" || isTaskDefinition(subject.taskDefinition, primary.taskDefinition);
    return isAsked && primary.state !== "COMPLETED" && primary.state !== "FAILED";
}
/** A failed deployment beside it is what ECS rolls back from, unless it is plainly not what was asked for, and this is. */
function isRollback({ subject }, { rollouts }, primary) {
    if (/\broll(?:ing|ed)? ?back\b/i.test(primary.reason))
        return true;
    const asked = subject.taskDefinition;
    const isAsked = (rollout) => asked === "" || isTaskDefinition(asked, rollout.taskDefinition);
    const failed = rollouts.filter(({ state }) => state === "FAILED");
    return failed.some(isAsked) || (failed.length > 0 && !isAsked(primary));
}
function baselineOf({ baseline, service, id }) {
    if (baseline !== undefined || service === undefined)
        return {};
    const found = primaryOf(service)?.id === id ? service.rollouts.find((each) => each.id !== id) : primaryOf(service);
    return found === undefined || id === "" ? {} : { baseline: found };
}
function rememberTasks(before, { tasks }, elapsedMs) {
    const state = before.asked.includes("tasks") ? { ...before, tasksAt: elapsedMs } : before;
    if (tasks === undefined)
        return state;
    if ("denied" in tasks) {
        const warning = `${tasks.denied} is not allowed: why tasks stop is not known before the end`;
        return { ...state, tasks: { denied: tasks.denied }, warnings: [...state.warnings, warning] };
    }
    const stopped = tasks.filter(({ startedBy }) => startedBy === state.id);
    return { ...state, tasks: { stopped, failed: state.ours?.failed ?? 0 } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/search.js




/** So long is waited for a deployment to begin, ms. */
const BEGINS_WITHIN_MS = 60_000;
/** Looks at the service that have to agree that there is nothing. */
const SURE_LOOKS = 3;
/** Revisions that are compared, newest first: one call. */
const MOST_REVISIONS = 20;
/** After so many answers about revisions, those that are unknown stay so. */
const search_ENOUGH_READS = 3;
/** A state that knows what is ours, or what has to be read for it, or the verdict that there is nothing. */
function search(state, elapsedMs) {
    const { service, subject, since } = state;
    const primary = primaryOf(service);
    const asked = subject.taskDefinition;
    if (service !== undefined && primary !== undefined) {
        const fits = asked === "" || isTaskDefinition(asked, primary.taskDefinition);
        const isNew = primary.createdAt === undefined ? primary.state === "IN_PROGRESS" : primary.createdAt > since;
        // What was not seen under way may be what ECS has gone back to: its service deployment knows.
        const isBack = isRollback(state, service, primary);
        const isDoubtful = service.current !== "" && (isBack || primary.state === "COMPLETED");
        const current = { arn: service.current, id: isDoubtful ? "" : primary.id, isArnRead: !isDoubtful };
        if ((fits || isBack) && isNew)
            return { found: pin(state, current) };
        if (elapsedMs >= BEGINS_WITHIN_MS && fits && primary.state === "IN_PROGRESS") {
            const warning = `No new deployment began; ${currentInWords(service)} is under way since before and is waited for`;
            return { found: pin({ ...state, warnings: [...state.warnings, warning] }, current) };
        }
    }
    const listed = findListed(state);
    if (listed === "revision")
        return { needs: ["revision"], pace: "now" };
    if (listed !== undefined)
        return { found: pin(state, { arn: listed.arn, id: "", isArnRead: false }) };
    if (elapsedMs < BEGINS_WITHIN_MS || state.steady < SURE_LOOKS) {
        return { needs: state.looks % 3 === 0 ? ["services", "list"] : ["services"], pace: "starting" };
    }
    return nothing(state);
}
/** The revisions that have to be known to choose. */
function revisionsToCompare(state) {
    if (state.arn !== "" || state.id !== "" || state.subject.taskDefinition === "")
        return [];
    return recent(state)
        .map(({ revision }) => revision)
        .filter((arn) => arn !== "");
}
const recent = ({ listed, since }) => (listed ?? [])
    .filter(({ createdAt }) => createdAt !== undefined && createdAt > since)
    .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .slice(0, MOST_REVISIONS);
function findListed(state) {
    const candidates = recent(state);
    const asked = state.subject.taskDefinition;
    if (asked === "" || candidates.length === 0)
        return candidates[0];
    const known = new Map(state.revisions.map((revision) => [revision.arn, revision.taskDefinition]));
    const isMissing = candidates.some(({ revision }) => revision !== "" && !known.has(revision));
    if (isMissing && state.revisionReads < search_ENOUGH_READS)
        return "revision";
    return candidates.find(({ revision }) => isTaskDefinition(asked, known.get(revision) ?? ""));
}
function nothing(state) {
    const { service, subject } = state;
    const primary = primaryOf(service);
    if (service === undefined)
        return { needs: ["services"], pace: "starting" };
    if (primary === undefined) {
        return { verdict: { result: "not-found", cause: `service ${subject.name} has no deployment` } };
    }
    const asked = subject.taskDefinition;
    if (asked !== "" && !isTaskDefinition(asked, primary.taskDefinition)) {
        const runs = oneLine(lastPart(primary.taskDefinition));
        const cause = `no deployment of ${lastPart(asked)} was found: service ${subject.name} runs ${runs}`;
        return { verdict: { result: "not-found", cause } };
    }
    if (primary.state === "FAILED") {
        const cause = `no new deployment began, and the last one, ${currentInWords(service)}, FAILED`;
        return { verdict: { result: "failed", cause } };
    }
    const found = pin(state, { arn: service.current, id: primary.id, isArnRead: true });
    return { found: { ...found, wasDone: true } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/machine.js








const known = new Set(["PENDING", "IN_PROGRESS", "STOP_REQUESTED"]);
/** The step after a look. `before` is undefined at the first; `elapsedMs` counts from the start of waiting. */
function next(before, snapshot, elapsedMs) {
    const seen = remember(before, snapshot, elapsedMs);
    const { state: pinned, ruling } = judge(seen, elapsedMs);
    const state = doubt(pinned, elapsedMs);
    const warnings = [...state.warnings, ...warningsOf(state)];
    const told = {
        progress: progressOf(state),
        stage: stageOf(state),
        facts: factsOf(state),
        ...(warnings.length > 0 ? { warnings } : {}),
    };
    if (ruling !== undefined && "verdict" in ruling)
        return ended(state, ruling.verdict, told);
    const plan = ruling === undefined
        ? planNext(before, state, snapshot, elapsedMs)
        : { pace: ruling.pace, reads: possible(ruling.needs, state) };
    return { ...told, ...plan, state: { ...state, asked: plan.reads } };
}
function ended(state, verdict, told) {
    return { ...told, state, verdict, pace: "moving", reads: ["services"] };
}
function judge(seen, elapsedMs) {
    const truth = judgeDeployment(seen, elapsedMs);
    if (truth !== undefined && "verdict" in truth)
        return { state: seen, ruling: truth };
    const ofService = judgeService(seen, elapsedMs);
    if (ofService !== undefined)
        return { state: seen, ruling: ofService };
    if (seen.arn !== "" || seen.id !== "")
        return { state: seen, ruling: truth ?? judgePinned(seen, elapsedMs) };
    const sought = search(seen, elapsedMs);
    if (!("found" in sought))
        return { state: seen, ruling: sought };
    const { found } = sought;
    const ruling = judgePinned(found, elapsedMs);
    // Its service deployment has not been asked so far.
    const isReadable = found.arn !== "" && found.denied === "" && ruling === undefined;
    return { state: found, ruling: isReadable ? { needs: ["deployments"], pace: "now" } : ruling };
}
function judgePinned(state, elapsedMs) {
    if (isOld(state))
        return prove(state, noop(state));
    return judgeVisibility(state, elapsedMs) ?? judgeByService(state, elapsedMs) ?? judgeHealth(state, elapsedMs);
}
/** Notes since when the service has said the same of our end. Only an answer of the service itself changes it. */
function doubt(state, elapsedMs) {
    if (state.serviceAt !== elapsedMs)
        return state;
    const result = readEnd(state)?.verdict.result;
    if (result !== undefined && result === state.doubt?.result)
        return state;
    const { doubt: _, ...rest } = state;
    return result === undefined ? rest : { ...rest, doubt: { result, since: elapsedMs } };
}
function possible(needs, state) {
    const canAsk = state.arn !== "" && state.denied === "";
    const reads = needs.filter((read) => read !== "deployments" || canAsk);
    return reads.length === 0 ? ["services"] : reads;
}
function warningsOf(state) {
    const { deployment, subject, service } = state;
    const warnings = [];
    const paused = pausedAt(deployment);
    if (deployment !== undefined && paused !== undefined)
        warnings.push(pauseWarning(deployment, paused));
    const status = deployment?.status ?? "";
    if (deployment !== undefined && !known.has(status) && !isFinal(status) && !status.startsWith("ROLLBACK_")) {
        warnings.push(`Status ${oneLine(status) || "without a name"} of a service deployment is not known here: waiting`);
    }
    if (service !== undefined && !["ACTIVE", "DRAINING", "INACTIVE"].includes(service.status)) {
        warnings.push(`Status ${oneLine(service.status) || "without a name"} of a service is not known here: waiting`);
    }
    if (subject.until !== "" && !stages.includes(subject.until)) {
        warnings.push(`Stage ${oneLine(subject.until)} is not known here: waiting for SUCCESSFUL`);
    }
    return warnings;
}
function factsOf(state) {
    const { arn, id, ours, deployment } = state;
    const revision = revisionOf(state);
    return {
        ...(arn === "" && id === "" ? {} : { pinned: arn === "" ? id : arn }),
        ...(arn === "" ? {} : { serviceDeployment: arn }),
        ...(id === "" ? {} : { deploymentId: id }),
        ...(ours === undefined
            ? {}
            : {
                taskDefinition: ours.taskDefinition,
                desired: ours.desired,
                running: ours.running,
                failedTasks: ours.failed,
            }),
        ...(deployment === undefined ? {} : { status: deployment.status }),
        ...(revision === undefined || revision.digests.length === 0 ? {} : { imageDigest: revision.digests.join(", ") }),
    };
}

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var doors = __webpack_require__(3016);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/attempt.js
/**
 * How the calls of a look at services are made: a fault of AWS is the loop's, a no of ECS is an answer. Questions that may
 * stay without an answer are put through ../asking.ts. It knows no operation.
 */



/** Of an answer that has nothing about what was asked for. */
const unanswered = "the answer is not about it";
/** The answer of a call, its fault, or the words with which the service refused it. Aborts and defects are thrown on. */
async function attempt(ask) {
    try {
        return { value: await ask() };
    }
    catch (error) {
        const fault = (0,doors/* faultOf */.Kl)(error);
        if (fault !== undefined)
            return { fault };
        if (!(error instanceof lib_ask/* AwsFault */.k))
            throw error;
        return { refused: oneLine((0,doors/* wordsOf */.Z9)(error)) };
    }
}
/** An Ask that counts. */
function countCalls(ask) {
    let calls = 0;
    return {
        ask: (...call) => {
            calls += 1;
            return ask(...call);
        },
        made: () => calls,
    };
}
/** The list in pieces of at most so many. */
function chunks(list, size) {
    const pieces = [];
    for (let at = 0; at < list.length; at += size)
        pieces.push(list.slice(at, at + size));
    return pieces;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/read-more.js
/**
 * The reads that are made now and then: service revisions, the list of service deployments, stopped tasks. Each may be
 * denied, and costs a warning then; only the proof of an image digest needs its read.
 */





const REVISIONS_A_CALL = 20;
const MOST_LISTED = 100;
const MOST_TASKS = 100;
/** The revisions that the states want to know. */
async function readRevisions(ask, orders) {
    const parts = new Map();
    const wanted = orders.map(({ subject, state }) => ({ subject, arns: revisionsOf(state) }));
    const arns = [...new Set(wanted.flatMap((each) => each.arns))];
    const answers = await Promise.all(chunks(arns, REVISIONS_A_CALL).map((some) => describeRevisions(ask, some)));
    for (const { subject, arns } of wanted) {
        const found = [];
        let part;
        for (const answer of answers) {
            if (!("fault" in answer))
                found.push(...answer.value.filter(({ arn }) => arns.includes(arn)));
            else if (answer.fault.kind !== "denied" || subject.imageDigest !== "")
                part ??= answer;
            else
                part ??= { value: { revisions: [], warnings: [notAllowed(answer.fault.operation)] } };
        }
        parts.set(subject.name, part ?? { value: { revisions: found } });
    }
    return parts;
}
/** One call of DescribeServiceRevisions, for at most twenty ARNs. */
async function describeRevisions(ask, arns) {
    const answer = await attempt(() => ask("ecs", "DescribeServiceRevisions", { serviceRevisionArns: arns }));
    if ("refused" in answer)
        return { value: [] };
    return "fault" in answer ? answer : { value: (0,plain/* readList */.LD)(answer.value, "serviceRevisions").map(parseRevision) };
}
function revisionsOf(state) {
    if (state === undefined)
        return [];
    const own = state.deployment?.revision ?? "";
    return own === "" ? revisionsToCompare(state) : [own];
}
/** The last service deployments of each service. */
async function readListed(ask, orders) {
    const parts = orders.map(async ({ subject }) => {
        const { cluster, service, name } = subject;
        const input = { cluster, service, maxResults: MOST_LISTED };
        const answer = await attempt(() => ask("ecs", "ListServiceDeployments", input));
        if ("refused" in answer)
            return [name, { value: { listed: [] } }];
        if (!("fault" in answer)) {
            return [name, { value: { listed: (0,plain/* readList */.LD)(answer.value, "serviceDeployments").map(parseListed) } }];
        }
        const { kind, operation } = answer.fault;
        return [name, kind === "denied" ? { value: { listed: [], warnings: [notAllowed(operation)] } } : answer];
    });
    return new Map(await Promise.all(parts));
}
/** Stopped tasks of each service, a hundred at most. What cannot be read now is absent. */
async function readTasks(ask, orders) {
    const parts = orders.map(async ({ subject }) => {
        const { cluster, name } = subject;
        const list = { cluster, serviceName: name, desiredStatus: "STOPPED", maxResults: MOST_TASKS };
        const listed = await attempt(() => ask("ecs", "ListTasks", list));
        const arns = "value" in listed ? (0,plain/* readList */.LD)(listed.value, "taskArns").slice(0, MOST_TASKS) : undefined;
        if (arns === undefined)
            return [name, { value: unseenTasks(listed) }];
        if (arns.length === 0)
            return [name, { value: { tasks: [] } }];
        const described = await attempt(() => ask("ecs", "DescribeTasks", { cluster, tasks: arns }));
        if (!("value" in described))
            return [name, { value: unseenTasks(described) }];
        return [name, { value: { tasks: (0,plain/* readList */.LD)(described.value, "tasks").map(ecs_task/* parseTask */.Xx) } }];
    });
    return new Map(await Promise.all(parts));
}
function unseenTasks(answer) {
    if (!("fault" in answer) || answer.fault.kind !== "denied")
        return {};
    return { tasks: { denied: answer.fault.operation } };
}
const notAllowed = (action) => `${action} is not allowed: what runs is known less well`;

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/proof.js



/** The digests of the images in the service revision of ours: one call at most. */
async function proveImages(state, { ask, region }) {
    const links = linksOf(state, region);
    const arn = state.deployment?.revision ?? "";
    if (arn === "")
        return { causes: [], links };
    const known = revisionOf(state);
    const answer = known === undefined ? await describeRevisions(ask, [arn]) : { value: [known] };
    if ("fault" in answer) {
        const { kind, operation } = answer.fault;
        return { causes: [], links, ...(kind === "denied" ? { missingPermissions: [operation] } : {}) };
    }
    const digests = answer.value.flatMap((revision) => (revision.arn === arn ? revision.digests : []));
    return { causes: [], links, ...(digests.length === 0 ? {} : { facts: { imageDigest: digests.join(", ") } }) };
}
/** The service in the console. */
function linksOf({ subject }, region) {
    if (region === "")
        return [];
    const cluster = encodeURIComponent(shortName(subject.cluster));
    const path = `clusters/${cluster}/services/${encodeURIComponent(subject.name)}/deployments?region=${region}`;
    const url = `https://${region}.console.aws.amazon.com/ecs/v2/${path}`;
    return [{ title: `deployments of service ${subject.name}`, url }];
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/explain.js


/** Tasks that were read so lately are not read again, ms. */
const explain_FRESH_MS = 15_000;
/** Ends that are not about what the tasks did. */
const untold = new Set([
    "superseded",
    "not-found",
    "access-denied",
    "credentials-expired",
    "cancelled",
]);
/** Why it ended so, beyond what the state tells. */
async function explain(state, { result }, { ask, region }) {
    const { subject, service, id, arn, ours, tasks, tasksAt, at } = state;
    if (untold.has(result) || service === undefined)
        return { causes: [], links: linksOf(state, region) };
    const isFresh = tasks !== undefined && "stopped" in tasks && tasksAt !== undefined && at - tasksAt <= explain_FRESH_MS;
    return diagnoseService({
        ask,
        region,
        cluster: subject.cluster,
        service: subject.name,
        loadBalancers: service.loadBalancers,
        events: eventsOf(state),
        ...(id === "" ? {} : { deploymentId: id }),
        ...(arn === "" ? {} : { serviceDeploymentArn: arn }),
        ...(ours === undefined ? {} : { taskDefinition: ours.taskDefinition }),
        ...(isFresh ? { stoppedTasks: tasks.stopped } : {}),
    });
}
/** The messages since our deployment began; those without a time count. */
function eventsOf({ service, ours, since }) {
    const begin = ours?.createdAt ?? since;
    const events = service?.events ?? [];
    return events.filter(({ createdAt }) => createdAt === undefined || createdAt >= begin).map(({ message }) => message);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/read.js
/**
 * Reads services and what belongs to them, for all items of a step together: ten services or twenty service deployments a
 * call. It turns answers and errors into snapshots and faults, and judges neither.
 */





/** AWS's timestamps and the runner's clock agree but for this, ms. */
const SLACK_MS = 60_000;
const SERVICES_A_CALL = 10;
const DEPLOYMENTS_A_CALL = 20;
/** One look at everything that is wanted. */
async function readServices(wanted, subjects, { place, doors }) {
    const { ask, made } = countCalls(place.ask);
    const orders = wanted.flatMap(({ item, state, reads }) => {
        const subject = subjects.get(item.id);
        return subject === undefined ? [] : [{ subject, state, reads, arn: state?.arn ?? subject.arn }];
    });
    const of = (read) => orders.filter(({ reads }) => reads.includes(read));
    const all = await Promise.all([
        describeServices(ask, of("services")),
        describeDeployments(ask, of("deployments").filter(({ arn }) => arn !== "")),
        readListed(ask, of("list").filter(({ state, subject }) => state !== undefined || subject.arn + subject.id === "")),
        readRevisions(ask, of("revision")),
        readTasks(ask, of("tasks")),
    ]);
    const since = sinceOf(doors, place);
    const looks = new Map(orders.map(({ subject }) => [subject.name, combine({ subject, since }, all)]));
    return { looks, calls: made() };
}
/** A look is whole, or it is a fault: half of it would be compared with another half that is older. */
function combine(base, all) {
    const found = [];
    for (const parts of all) {
        const answer = parts.get(base.subject.name);
        if (answer === undefined)
            continue;
        if ("value" in answer)
            found.push(answer.value);
        else if (!isSilent(answer.fault) || !hasDeployment(all, base.subject.name))
            return { fault: answer.fault };
    }
    const warnings = found.flatMap((part) => part.warnings ?? []);
    const snapshot = Object.assign({}, base, ...found, warnings.length > 0 ? { warnings } : {});
    return { snapshot };
}
const isSilent = ({ detail }) => detail === unanswered;
/** Its service deployment was found: the truth is there without the service. */
function hasDeployment(all, name) {
    return all.some((parts) => {
        const answer = parts.get(name);
        const deployment = answer !== undefined && "value" in answer ? answer.value.deployment : undefined;
        return deployment !== undefined && "arn" in deployment;
    });
}
async function describeServices(ask, orders) {
    const parts = new Map();
    await Promise.all(chunks(orders, SERVICES_A_CALL).map((some) => describeSome(ask, some, parts)));
    return parts;
}
async function describeSome(ask, orders, parts) {
    const [first] = orders;
    if (first === undefined)
        return;
    const services = orders.map(({ subject }) => subject.service);
    const answer = await attempt(() => ask("ecs", "DescribeServices", { cluster: first.subject.cluster, services }));
    if ("refused" in answer && orders.length > 1) {
        // One name that ECS does not take would hide all others.
        for (const order of orders)
            await describeSome(ask, [order], parts);
        return;
    }
    for (const { subject } of orders) {
        if ("refused" in answer)
            parts.set(subject.name, { value: { service: { missing: answer.refused } } });
        else if ("fault" in answer)
            parts.set(subject.name, answer);
        else
            parts.set(subject.name, findService(answer.value, subject));
    }
}
function findService(answer, { name }) {
    const found = (0,plain/* readList */.LD)(answer, "services").find((each) => (0,plain/* readText */.yR)(each, "serviceName") === name);
    if (found !== undefined)
        return { value: { service: parseService(found) } };
    const failure = (0,plain/* readList */.LD)(answer, "failures").find((each) => lastPart((0,plain/* readText */.yR)(each, "arn")) === name);
    const reason = (0,plain/* readText */.yR)(failure, "reason");
    if (reason === "MISSING")
        return { value: { service: { missing: "MISSING" } } };
    return { fault: notAbout("ecs:DescribeServices", reason) };
}
function notAbout(operation, reason) {
    return { kind: "unavailable", operation, detail: reason === "" ? unanswered : reason };
}
async function describeDeployments(ask, orders) {
    const parts = new Map();
    await Promise.all(chunks(orders, DEPLOYMENTS_A_CALL).map((some) => describeSomeDeployments(ask, some, parts)));
    return parts;
}
async function describeSomeDeployments(ask, orders, parts) {
    const serviceDeploymentArns = orders.map(({ arn }) => arn);
    const answer = await attempt(() => ask("ecs", "DescribeServiceDeployments", { serviceDeploymentArns }));
    if ("refused" in answer && orders.length > 1) {
        for (const order of orders)
            await describeSomeDeployments(ask, [order], parts);
        return;
    }
    for (const { subject, arn } of orders)
        parts.set(subject.name, findDeployment(answer, arn));
}
function findDeployment(answer, arn) {
    if ("refused" in answer)
        return { value: { deployment: { missing: answer.refused } } };
    if ("fault" in answer) {
        const { kind, operation } = answer.fault;
        return kind === "denied" ? { value: { deployment: { denied: operation } } } : answer;
    }
    const list = (0,plain/* readList */.LD)(answer.value, "serviceDeployments");
    const found = list.find((each) => (0,plain/* readText */.yR)(each, "serviceDeploymentArn") === arn);
    const deployment = found === undefined ? { missing: "MISSING" } : parseServiceDeployment(found);
    return { value: { deployment } };
}
/** What began later than this can be ours, ms since 1970 by AWS's clock. */
function sinceOf({ startedAt, clock }, place) {
    return startedAt + place.serverNow() - clock.now() - SLACK_MS;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/stop.js
/** Ends a service deployment, and says what ECS made of it. It waits for nothing. */




const evenWhenCancelled = { evenWhenCancelled: true };
/**
 * Sends StopServiceDeployment. Without a known ARN the service is asked for its current deployment first; it is stopped only
 * when it is ours, or, where nothing was pinned, when it is under way and began after `since` (ms since 1970, by AWS's clock).
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html
 */
async function stopDeployment(subject, state, how, { ask }, since) {
    const known = state?.arn === undefined || state.arn === "" ? subject.arn : state.arn;
    const resolved = known === "" ? await resolve(subject, state?.id ?? subject.id, ask, since) : { arn: known };
    if ("told" in resolved)
        return { isAccepted: false, told: resolved.told };
    const stopType = how === "rollback" ? "ROLLBACK" : "ABORT";
    const { arn } = resolved;
    const input = { serviceDeploymentArn: arn, stopType };
    const answer = await attempt(() => ask("ecs", "StopServiceDeployment", input, evenWhenCancelled));
    const what = `StopServiceDeployment(${stopType}) of ${shortName(arn)}`;
    if ("value" in answer)
        return { isAccepted: true, told: `${what} was accepted` };
    const why = "refused" in answer ? answer.refused : answer.fault.detail;
    return { isAccepted: false, told: `${what} was not accepted (${why})` };
}
async function resolve({ cluster, service, name }, id, ask, since) {
    const answer = await attempt(() => ask("ecs", "DescribeServices", { cluster, services: [service] }, evenWhenCancelled));
    if (!("value" in answer)) {
        const why = "refused" in answer ? answer.refused : answer.fault.detail;
        return { told: `Nothing was stopped: ecs:DescribeServices had no answer (${why})` };
    }
    const found = (0,plain/* readList */.LD)(answer.value, "services").find((each) => (0,plain/* readText */.yR)(each, "serviceName") === name);
    const current = found === undefined ? undefined : parseService(found);
    const primary = primaryOf(current);
    const isOurs = id === "" ? isUnderWaySince(primary, since) : primary?.id === id;
    if (current === undefined || current.current === "" || !isOurs) {
        const which = id === "" ? "no deployment" : `deployment ${id} is not the one that`;
        return { told: `Nothing was stopped: ${which} is under way in service ${name}` };
    }
    return { arn: current.current };
}
/** Whether it can only be ours: an older one is somebody else's, one without a date may be. */
function isUnderWaySince(primary, since) {
    return primary?.state === "IN_PROGRESS" && primary.createdAt !== undefined && primary.createdAt >= since;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/ecs/target.js








/** Creates the target: an item for each service. Asks nothing yet. */
function createEcsTarget(settings, doors) {
    const subjects = subjectsOf(settings);
    const open = () => doors.aws(regionOf(settings));
    const isPinned = [...subjects.values()].every(({ arn, id }) => arn !== "" || id !== "");
    return (0,target/* defineTarget */.D)({
        kind: "ecs",
        items: [...subjects.keys()].map((name) => ({ id: name, label: `service ${name}` })),
        first: isPinned ? ["services", "deployments"] : ["services", "deployments", "list"],
        next: next,
        read: async (wanted) => readServices(wanted, subjects, { place: await open(), doors }),
        diagnose: async (_, state, verdict) => {
            const place = await open();
            return (0,wait_verdict/* isGood */.K)(verdict.result) ? proveImages(state, place) : explain(state, verdict, place);
        },
        async stop({ id }, state, how) {
            const place = await open();
            return stopDeployment(subjectOf(subjects, id), state, how, place, sinceOf(doors, place));
        },
        prepare: async () => (await open()).load("ecs", "elbv2", "logs"),
    });
}
function subjectOf(subjects, name) {
    const subject = subjects.get(name);
    if (subject === undefined)
        throw new TypeError(`${name} is no service of this step`);
    return subject;
}


/***/ })

};

