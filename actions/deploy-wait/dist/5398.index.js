export const id = 5398;
export const ids = [5398];
export const modules = {

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCodedeployTarget: () => (/* binding */ createCodedeployTarget)
});

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var wait_doors = __webpack_require__(3016);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/asking.js
var asking = __webpack_require__(6175);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/deployment.js
var codedeploy_deployment = __webpack_require__(1486);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/diagnose.js
var diagnose = __webpack_require__(1465);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/deployment-target.js
var deployment_target = __webpack_require__(5346);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codedeploy/ready.js
/** In Ready nothing moves until traffic is rerouted. `sinceMs` is when that was seen first, by AWS's time. */
function describeReady({ id, readyAction, readyMinutes }, sinceMs) {
    const isStopped = readyAction !== "CONTINUE_DEPLOYMENT";
    const then = isStopped ? "it is stopped" : "it goes on by itself";
    const until = readyMinutes === undefined || readyMinutes <= 0
        ? ""
        : ` until about ${new Date(sinceMs + readyMinutes * 60_000).toISOString()}, then ${then}`;
    const how = `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type READY_WAIT`;
    const deadline = until === "" ? ", or for its wait time to be over" : `,${until}`;
    return {
        progress: `Ready (READY_WAIT): waits for the traffic to be rerouted${until}`,
        warning: `Deployment ${id} is Ready (READY_WAIT): it waits for a person to reroute the traffic${deadline}. To reroute it: ${how}`,
    };
}
/** After the traffic was shifted the old ones are kept for a while; "" before. */
function describeTermination({ isTrafficShifted, terminationMinutes }) {
    if (!isTrafficShifted)
        return "";
    const minutes = terminationMinutes === undefined ? "" : ` for ${terminationMinutes} minutes`;
    return `the traffic is shifted, the old ones are kept${minutes}`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codedeploy/machine.js



/** A deployment that was never seen after this time does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Looks that the id of a rollback may come late. */
const ROLLBACK_LOOKS = 3;
/** Answers without a target after which no more are asked for. */
const EMPTY_TARGETS = 3;
/** States that are left again. */
const moving = new Set(["Created", "Queued", "InProgress", "Baking", "Ready"]);
/** The machine of one deployment. Success is of the deployment with this id, and never while something rolls it back. */
function nextOfDeployment(id, until) {
    return (before, snapshot, elapsedMs) => {
        const state = remember(before ?? { emptyTargets: 0, sinceFailure: 0, isRollbackAsked: false }, snapshot);
        const deciding = { id, until, state, snapshot, elapsedMs };
        const { deployment } = state;
        if (deployment === undefined)
            return unseen(deciding);
        if (snapshot.deployment === undefined && !state.isRollbackAsked)
            return lost(deciding, deployment);
        const { rollbackId, status } = deployment;
        if (rollbackId !== "" && rollbackId !== id)
            return rolledBack(deciding, deployment);
        if (status === "Failed" || status === "Stopped")
            return failed(deciding, deployment);
        return going(deciding, deployment);
    };
}
function remember(before, { deployment, targets, targetsDenied, nowMs }) {
    const isReady = deployment?.status === "Ready";
    return {
        ...before,
        ...(deployment === undefined ? {} : { deployment }),
        ...(targets === undefined ? {} : { targets }),
        ...(targetsDenied === undefined ? {} : { targetsDenied }),
        emptyTargets: before.emptyTargets + (targets?.length === 0 ? 1 : 0),
        ...(isReady && before.readySinceMs === undefined ? { readySinceMs: nowMs } : {}),
    };
}
function step(deciding, pace, progress, more = {}) {
    const { id, state } = deciding;
    const stage = state.deployment?.status ?? "";
    return { state, pace, reads: ["deployment"], progress, stage, facts: { pinned: id }, ...more };
}
function unseen(deciding) {
    const { id, snapshot, elapsedMs } = deciding;
    const progress = "not visible yet";
    if (snapshot.isInvalid !== true && elapsedMs < APPEARS_WITHIN_MS)
        return step(deciding, "starting", progress);
    const cause = `there is no deployment ${id} (${snapshot.missing ?? "CodeDeploy's answers are not about it"})`;
    return step(deciding, "moving", progress, { verdict: { result: "not-found", cause } });
}
/** The deployment was seen, and this answer is not about it. */
function lost(deciding, { status }) {
    const { id, snapshot } = deciding;
    const said = snapshot.missing ?? "CodeDeploy's answer is not about it";
    const warnings = [`Deployment ${id} was seen before and is not seen now (${said}); waiting goes on`];
    return step(deciding, "moving", `${status}, not seen any more`, { warnings, reads: readsOf(deciding) });
}
/** A rollback has begun: that is the verdict, whatever becomes of the rollback, unless it is known to have failed. */
function rolledBack(deciding, deployment) {
    const { state, snapshot } = deciding;
    const { rollbackId, rollbackMessage, status, error } = deployment;
    const progress = `${status}, rolled back by ${rollbackId}`;
    if (!state.isRollbackAsked) {
        return step({ ...deciding, state: { ...state, isRollbackAsked: true } }, "now", progress, { reads: ["rollback"] });
    }
    const { rollback } = snapshot;
    const why = error === "" ? status : error;
    if (rollback?.status === "Failed" || rollback?.status === "Stopped") {
        const how = [rollback.status, rollback.error].filter((text) => text !== "").join(", ");
        const cause = `${why}; its rollback ${rollbackId} did not succeed either (${how})`;
        return step(deciding, "moving", progress, { verdict: { result: "rollback-failed", cause } });
    }
    const told = rollbackMessage === "" ? "" : ` (${rollbackMessage})`;
    const cause = `${why}; it is rolled back by deployment ${rollbackId}${told}`;
    return step(deciding, "moving", progress, { verdict: { result: "rolled-back", cause } });
}
/** It ended badly. The id of a rollback that is configured may come a little later. */
function failed(deciding, deployment) {
    const { state } = deciding;
    const { status, error, rolledBackWhen, rollbackMessage } = deployment;
    if (rolledBackWhen.includes(status) && state.sinceFailure < ROLLBACK_LOOKS) {
        const pace = state.sinceFailure + 1 < ROLLBACK_LOOKS ? "now" : "near";
        return step({ ...deciding, state: { ...state, sinceFailure: state.sinceFailure + 1 } }, pace, status);
    }
    const words = [error, rollbackMessage].filter((text) => text !== "").join("; ");
    const cause = words === "" ? status : words;
    const verdict = { result: status === "Stopped" ? "stopped" : "failed", cause };
    return step(deciding, "moving", status, { verdict });
}
function going(deciding, deployment) {
    const { status } = deployment;
    const warnings = [...warningsOf(deciding, deployment)];
    const shared = { warnings, reads: readsOf(deciding) };
    if (isEnough(deciding, deployment)) {
        return step(deciding, "moving", status, { ...shared, verdict: { result: "success", cause: "" } });
    }
    if (status === "Ready") {
        const told = describeReady(deployment, deciding.state.readySinceMs ?? deciding.snapshot.nowMs);
        return step(deciding, "blocked", told.progress, { ...shared, warnings: [...warnings, told.warning] });
    }
    const { counts, isTrafficShifted } = deployment;
    const isLast = counts !== undefined && counts.succeeded > 0 && counts.succeeded === counts.all;
    const pace = isLast && !isTrafficShifted ? "near" : "moving";
    const parts = [status === "" ? "no status" : status, (0,codedeploy_deployment/* describeCounts */.wv)(deployment), describeTermination(deployment)];
    const stage = isTrafficShifted ? "waiting to end the old ones" : status;
    return step(deciding, pace, parts.filter((part) => part !== "").join(", "), { ...shared, stage });
}
function* warningsOf({ id, snapshot }, { status, rollsBack }) {
    if (!moving.has(status) && status !== "Succeeded") {
        yield `CodeDeploy tells the unknown status "${status}"; waiting goes on`;
    }
    if (rollsBack !== "" && rollsBack !== id) {
        yield `Deployment ${id} is itself a rollback of ${rollsBack}: its success puts the former version back`;
    }
    if (snapshot.targetsDenied !== undefined) {
        yield `${snapshot.targetsDenied} is not allowed: that the traffic was shifted is told later, when its old targets wait for their end`;
    }
}
function isEnough({ until, state }, { status, isTrafficShifted }) {
    if (status === "Succeeded")
        return true;
    // An unknown status is never success, whatever else the answer holds.
    if (until === "succeeded" || !moving.has(status))
        return false;
    if (isTrafficShifted)
        return true;
    return until === "ready" ? status === "Ready" : (0,deployment_target/* isShifted */.QC)(state.targets ?? []);
}
/** Targets are read only when the traffic is waited for, and only as long as they can tell something about it. */
function readsOf({ until, state }) {
    const { targets = [], targetsDenied, emptyTargets, deployment } = state;
    if (until !== "traffic-shifted" || targetsDenied !== undefined)
        return ["deployment"];
    const areInstances = deployment?.platform === "Server" || (targets.length > 0 && targets.every((each) => each.isInstance));
    return areInstances || emptyTargets >= EMPTY_TARGETS ? ["deployment"] : ["deployment", "targets"];
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/targets/codedeploy/read.js
var read = __webpack_require__(2601);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/codedeploy/target.js
/** The target `codedeploy`: waits for one deployment. It puts the parts together and knows no rule. */









/** Makes the target. One call a look (GetDeployment), two while `until` is `traffic-shifted`. */
function createCodedeployTarget({ deploymentId, until }, doors) {
    return (0,target/* defineTarget */.D)({
        kind: "codedeploy",
        items: [{ id: deploymentId, label: `deployment ${deploymentId}` }],
        first: until === "traffic-shifted" ? ["deployment", "targets"] : ["deployment"],
        next: nextOfDeployment(deploymentId, until),
        async read([wanted]) {
            const place = await doors.aws();
            let calls = 0;
            const count = (more) => {
                calls += more;
            };
            const reads = wanted?.reads ?? ["deployment"];
            const look = await (0,wait_doors/* lookAt */.t5)(() => (0,read/* readLook */.sq)(place, deploymentId, reads, wanted?.state, count));
            return { looks: new Map([[deploymentId, look]]), calls };
        },
        async diagnose(_item, { deployment }, verdict) {
            const { ask, region } = await doors.aws();
            const links = linksOf(region, [deploymentId, deployment?.rollbackId ?? ""]);
            if (deployment === undefined || (0,wait_verdict/* isGood */.K)(verdict.result))
                return { causes: [], links };
            const [diagnosis, late] = await Promise.all([
                (0,diagnose/* diagnoseDeployment */.S)(ask, deployment),
                lateRollback(deployment, verdict, async (id) => ask("codedeploy", "GetDeployment", { deploymentId: id })),
            ]);
            return { ...diagnosis, causes: [...diagnosis.causes, ...late], links };
        },
        async stop(_item, _state, how) {
            const { ask } = await doors.aws();
            const isRollback = how === "rollback";
            const input = { deploymentId, autoRollbackEnabled: isRollback };
            return (0,asking/* sendStop */.tB)(`StopDeployment${isRollback ? " with autoRollbackEnabled" : ""}`, () => ask("codedeploy", "StopDeployment", input, { evenWhenCancelled: true }), (answer) => (0,codedeploy_deployment/* joined */.oR)((0,plain/* readText */.yR)(answer, "status"), (0,plain/* readText */.yR)(answer, "statusMessage")));
        },
        prepare: async () => (await doors.aws()).load("codedeploy"),
    });
}
/** The rollback that began after the verdict `failed` or `stopped`. */
async function lateRollback({ id }, { result }, get) {
    if (result !== "failed" && result !== "stopped")
        return [];
    const now = (0,codedeploy_deployment/* parseDeployment */.zi)((0,asking/* answerOf */.ut)(await (0,asking/* askMaybe */.IK)(() => get(id))), id);
    if (now === undefined || now.rollbackId === "" || now.rollbackId === id)
        return [];
    return [`it is rolled back by deployment ${now.rollbackId}`];
}
function linksOf(region, ids) {
    if (region === "")
        return [];
    const base = `https://${region}.console.aws.amazon.com/codesuite/codedeploy/deployments`;
    return ids
        .filter((id) => id !== "")
        .map((id) => ({ title: `deployment ${id}`, url: `${base}/${encodeURIComponent(id)}?region=${region}` }));
}


/***/ })

};

