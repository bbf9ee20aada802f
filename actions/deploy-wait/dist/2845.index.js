export const id = 2845;
export const ids = [2845];
export const modules = {

/***/ 2845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCloudformationTarget: () => (/* binding */ createCloudformationTarget)
});

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/stack.js
/**
 * A stack as CloudFormation shows it: what its statuses mean, and what is read of an answer. Pure; it decides nothing.
 */

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const meanings = {
    REVIEW_IN_PROGRESS: { kind: "CREATE", phase: "reviewing" },
    CREATE_IN_PROGRESS: { kind: "CREATE", phase: "moving" },
    CREATE_COMPLETE: { kind: "CREATE", phase: "good" },
    CREATE_FAILED: { kind: "CREATE", phase: "failed" },
    ROLLBACK_IN_PROGRESS: { kind: "CREATE", phase: "rolling-back" },
    ROLLBACK_COMPLETE: { kind: "CREATE", phase: "rolled-back" },
    ROLLBACK_FAILED: { kind: "CREATE", phase: "rollback-failed" },
    UPDATE_IN_PROGRESS: { kind: "UPDATE", phase: "moving" },
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { kind: "UPDATE", phase: "tidying" },
    UPDATE_COMPLETE: { kind: "UPDATE", phase: "good" },
    UPDATE_FAILED: { kind: "UPDATE", phase: "failed" },
    UPDATE_ROLLBACK_IN_PROGRESS: { kind: "UPDATE", phase: "rolling-back" },
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: { kind: "UPDATE", phase: "rolling-back" },
    UPDATE_ROLLBACK_COMPLETE: { kind: "UPDATE", phase: "rolled-back" },
    UPDATE_ROLLBACK_FAILED: { kind: "UPDATE", phase: "rollback-failed" },
    IMPORT_IN_PROGRESS: { kind: "IMPORT", phase: "moving" },
    IMPORT_COMPLETE: { kind: "IMPORT", phase: "good" },
    IMPORT_ROLLBACK_IN_PROGRESS: { kind: "IMPORT", phase: "rolling-back" },
    IMPORT_ROLLBACK_COMPLETE: { kind: "IMPORT", phase: "rolled-back" },
    IMPORT_ROLLBACK_FAILED: { kind: "IMPORT", phase: "rollback-failed" },
    DELETE_IN_PROGRESS: { kind: "DELETE", phase: "moving" },
    DELETE_COMPLETE: { kind: "DELETE", phase: "deleted" },
    DELETE_FAILED: { kind: "DELETE", phase: "failed" },
};
/** What a status says; undefined for one that is not known. */
function meaningOf(status) {
    return Object.hasOwn(meanings, status) ? meanings[status] : undefined;
}
/** Whether the operation has not ended yet, its way back included. */
function isUnderWay(phase) {
    return phase === "moving" || phase === "tidying" || phase === "rolling-back";
}
/** The first stack of an answer of DescribeStacks; undefined when there is none with a status. */
function readStack(answer) {
    const [found] = (0,plain/* readList */.LD)(answer, "Stacks");
    const status = (0,plain/* readText */.yR)(found, "StackStatus");
    if (status === "")
        return undefined;
    const createdAt = (0,plain/* readTime */.aQ)(found, "CreationTime");
    const times = [createdAt, (0,plain/* readTime */.aQ)(found, "LastUpdatedTime"), (0,plain/* readTime */.aQ)(found, "DeletionTime")];
    const known = times.filter((time) => time !== undefined);
    return {
        id: (0,plain/* readText */.yR)(found, "StackId"),
        status,
        reason: oneLine((0,plain/* readText */.yR)(found, "StackStatusReason")),
        isSettling: (0,plain/* readText */.yR)(found, "DetailedStatus") === "CONFIGURATION_COMPLETE",
        ...(createdAt === undefined ? {} : { createdAt }),
        ...(known.length === 0 ? {} : { begunAt: Math.max(...known) }),
    };
}
/** The changes of the stack's own status among the events of DescribeStackEvents, oldest first. */
function readMoments(answer) {
    const moments = [];
    for (const event of (0,plain/* readList */.LD)(answer, "StackEvents")) {
        const at = (0,plain/* readTime */.aQ)(event, "Timestamp");
        const status = (0,plain/* readText */.yR)(event, "ResourceStatus");
        const isOwn = (0,plain/* readText */.yR)(event, "ResourceType") === "AWS::CloudFormation::Stack" &&
            (0,plain/* read */.LF)(event, "PhysicalResourceId") === (0,plain/* read */.LF)(event, "StackId");
        if (isOwn && at !== undefined && status !== "")
            moments.push({ at, status });
    }
    // The service answers newest first; of two within a millisecond the later one in the list is older.
    return moments.reverse().sort((a, b) => a.at - b.at);
}
/** Text from outside on one line, 300 characters at most. */
function oneLine(text) {
    return text.slice(0, 2000).replaceAll(/\s+/g, " ").trim().slice(0, 300).toWellFormed();
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/diagnose.js
/**
 * Why an operation failed: the resources that failed first, one level of nested stacks down. Six calls at most. It asks the
 * events by operation first, and the stack's events when those are denied, refused or empty.
 */




/** An event may carry a time a little before the one of its operation, ms. */
const EARLY_MS = 2000;
/** Pages of the stack's events that are read, newest first: the first failure of a large stack is far back. */
const MAX_PAGES = 2;
const MAX_CAUSES = 3;
const NESTED = "AWS::CloudFormation::Stack";
/** What was cancelled because something else failed; only the latter is a cause. */
const NOISE = /^(?:resource )?(?:creation|update|deletion) (?:was )?cancell?ed\b/i;
/** Asks why. Never rejects because something cannot be asked. */
async function diagnoseStack(name, state, verdict, place) {
    const links = [consoleLink(state.stackId === "" ? name : state.stackId, place.region)].filter((link) => link !== undefined);
    const facts = { status: state.status, ...(state.stackId === "" ? {} : { stackId: state.stackId }) };
    if ((0,wait_verdict/* isGood */.K)(verdict.result) || state.operation === undefined)
        return { causes: [], links, facts };
    const since = state.operation.begunAt;
    const missing = new Set();
    const failed = await failedResources(state.stackId === "" ? name : state.stackId, since, place, missing);
    const nested = failed.find(({ type, id }) => type === NESTED && id.startsWith("arn:"));
    const deeper = nested === undefined ? [] : await failedResources(nested.id, since, place, missing);
    const told = nested === undefined ? [] : deeper.map((each) => describe(each, `${nested.name}/`));
    const causes = [...told, ...failed.map((each) => describe(each, ""))].slice(0, MAX_CAUSES);
    return { causes, links, facts, ...(missing.size === 0 ? {} : { missingPermissions: [...missing] }) };
}
function describe({ name, type, status, reason }, prefix) {
    const what = [`${prefix}${name}`, type === "" ? "" : `(${type})`, status].filter((part) => part !== "").join(" ");
    return oneLine(reason === "" ? what : `${what}: ${reason}`);
}
/** The resources that failed, the first one first. */
async function failedResources(StackName, since, place, missing) {
    const input = { StackName, Filters: { FailedEvents: true } };
    const answer = await askAnyway(place, "DescribeEvents", input, missing);
    const found = inOrder((0,plain/* readList */.LD)(answer, "OperationEvents"), since);
    if (found.length > 0)
        return found;
    const events = [];
    let NextToken = "";
    for (let page = 0; page < MAX_PAGES; page += 1) {
        const more = await askAnyway(place, "DescribeStackEvents", { StackName, ...(NextToken === "" ? {} : { NextToken }) }, missing);
        events.push(...(0,plain/* readList */.LD)(more, "StackEvents"));
        NextToken = (0,plain/* readText */.yR)(more, "NextToken");
        const oldest = (0,plain/* readTime */.aQ)(events.at(-1), "Timestamp");
        if (NextToken === "" || (since !== undefined && oldest !== undefined && oldest < since))
            break;
    }
    return inOrder(events, since);
}
async function askAnyway(place, operation, input, missing) {
    try {
        return await place.ask("cloudformation", operation, input);
    }
    catch (error) {
        if (!(error instanceof ask/* AwsFault */.k))
            throw error;
        if (error.kind === "denied")
            missing.add(error.action);
        return undefined;
    }
}
/** The failures among events (newest first, as the service answers), the oldest first, without what only followed. */
function inOrder(events, since) {
    const all = events.map(readFailure).filter((each) => each !== undefined);
    const ours = all.filter(({ at }) => since === undefined || at === undefined || at >= since - EARLY_MS);
    return ours.reverse().sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}
function readFailure(event) {
    const id = (0,plain/* readText */.yR)(event, "PhysicalResourceId");
    const hook = (0,plain/* readText */.yR)(event, "HookStatusReason");
    const validation = (0,plain/* readText */.yR)(event, "ValidationStatusReason");
    const reason = (0,plain/* readText */.yR)(event, "ResourceStatusReason") || hook || validation;
    const isHook = (0,plain/* readText */.yR)(event, "HookStatus").endsWith("FAILED") && (0,plain/* readText */.yR)(event, "HookFailureMode") !== "WARN";
    const isInvalid = (0,plain/* readText */.yR)(event, "ValidationStatus") === "FAILED" && (0,plain/* readText */.yR)(event, "ValidationFailureMode") !== "WARN";
    const status = (0,plain/* readText */.yR)(event, "ResourceStatus");
    const isOwn = id !== "" && id === (0,plain/* readText */.yR)(event, "StackId");
    const type = (0,plain/* readText */.yR)(event, "EventType");
    const isFailure = status.endsWith("_FAILED") || isHook || isInvalid || (status === "" && type.endsWith("_ERROR"));
    if (!isFailure || isOwn || NOISE.test(reason))
        return undefined;
    const at = (0,plain/* readTime */.aQ)(event, "Timestamp") ?? (0,plain/* readTime */.aQ)(event, "StartTime");
    const name = (0,plain/* readText */.yR)(event, "LogicalResourceId") || (0,plain/* readText */.yR)(event, "HookType") || (0,plain/* readText */.yR)(event, "ValidationName");
    return {
        name: oneLine(name),
        type: oneLine((0,plain/* readText */.yR)(event, "ResourceType")),
        id,
        status: status || (0,plain/* readText */.yR)(event, "HookStatus") || type,
        reason: oneLine(reason),
        ...(at === undefined ? {} : { at }),
    };
}
function consoleLink(stackId, region) {
    if (region === "")
        return undefined;
    const page = stackId.startsWith("arn:") ? `stacks/events?stackId=${encodeURIComponent(stackId)}` : "stacks";
    return {
        title: "Events of the stack",
        url: `https://${region}.console.aws.amazon.com/cloudformation/home?region=${region}#/${page}`,
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/history.js
/**
 * How an operation ended that another one followed before its end was seen: what the stack's events tell. Pure.
 */

/** The times of a stack and of its events are set by different hands. */
const SAME_MS = 2000;
/**
 * What events (oldest first) tell of an operation: the status that it ended with (a rollback's first one), `open` when
 * nothing was begun after it, undefined when they do not tell.
 */
function endOf(operation, moments) {
    const start = startOf(operation, moments);
    if (start === undefined)
        return undefined;
    const later = moments.slice(start + 1);
    for (const { status } of later) {
        const meaning = meaningOf(status);
        if (meaning === undefined || meaning.phase === "tidying")
            continue;
        if (isStart(status))
            return undefined;
        return status;
    }
    return "open";
}
/** The status before a deletion began: `CREATE_IN_PROGRESS` when the creation never ended. Undefined when they do not tell. */
function statusBeforeDelete(moments) {
    const at = moments.findLastIndex(({ status }) => status === "DELETE_IN_PROGRESS");
    return at < 1 ? undefined : moments[at - 1]?.status;
}
function startOf({ kind, begunAt }, moments) {
    const isOurs = ({ at, status }) => status === `${kind}_IN_PROGRESS` && (begunAt === undefined || Math.abs(at - begunAt) <= SAME_MS);
    const found = moments.findLastIndex(isOurs);
    return found < 0 ? undefined : found;
}
function isStart(status) {
    return meaningOf(status)?.phase === "moving";
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/state.js
/** A step that goes on. */
function going(state, stack, pace, reads = ["stack"]) {
    const { operation } = state;
    const reason = stack.reason === "" ? "" : ` (${stack.reason})`;
    return {
        state: { ...state, status: stack.status },
        pace,
        reads,
        progress: `${stack.status}${reason}`,
        stage: stack.status,
        facts: {
            status: stack.status,
            ...(state.stackId === "" ? {} : { pinned: state.stackId }),
            ...(operation === undefined ? {} : { operation: operation.kind }),
            ...(operation?.begunAt === undefined ? {} : { begunAt: new Date(operation.begunAt).toISOString() }),
        },
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/verdicts.js
const results = {
    moving: "inconclusive",
    reviewing: "inconclusive",
    tidying: "success",
    good: "success",
    deleted: "success",
    "rolling-back": "rolled-back",
    "rolled-back": "rolled-back",
    "rollback-failed": "rollback-failed",
    failed: "failed",
};
const words = {
    CREATE: "creation",
    UPDATE: "update",
    IMPORT: "import",
    DELETE: "deletion",
};
/** What people call an operation. */
function wordFor(kind) {
    return words[kind];
}
/** The verdict about an operation whose stack has this status. */
function verdictFor({ kind, phase }, { status, reason }) {
    const result = results[phase];
    const said = reason === "" ? status : `${status}: ${reason}`;
    if (result === "success")
        return { result, cause: `the ${words[kind]} is done (${said})` };
    if (result === "rolled-back") {
        const tense = phase === "rolling-back" ? "is being" : "was";
        return { result, cause: `the ${words[kind]} ${tense} rolled back (${said})`, remedy: remedyOf(kind, result) };
    }
    if (result === "rollback-failed") {
        return {
            result,
            cause: `the ${words[kind]} failed, and so did its rollback (${said})`,
            remedy: remedyOf(kind, result),
        };
    }
    return { result, cause: `the ${words[kind]} failed (${said})` };
}
function remedyOf(kind, result) {
    if (result === "rollback-failed") {
        return kind === "UPDATE"
            ? "Mend the resource that could not be rolled back, then continue the rollback of the stack (ContinueUpdateRollback)."
            : "Delete the stack, or mend the resource that could not be removed.";
    }
    return kind === "CREATE"
        ? "Mend the resource that failed; delete the stack before it is created again."
        : "Mend the resource that failed, then deploy again.";
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/unbegun.js


/** What does not show up within this was not begun, ms. */
const GRACE_MS = 60_000;
/** A stack that was seen, and is not found any more for this long, is gone, ms. */
const GONE_MS = 20_000;
/** A deletion that was seen, likewise. */
const DELETED_MS = 5000;
/** A stack at rest. `meaning` is that of its status. */
function resting(state, stack, meaning, elapsedMs) {
    const step = { ...going(state, stack, "starting"), progress: `${stack.status}, no new operation yet` };
    if (elapsedMs - state.firstMs < GRACE_MS)
        return step;
    return { ...step, verdict: restVerdict(stack, meaning) };
}
function restVerdict(stack, meaning) {
    const since = stack.begunAt === undefined ? "" : ` since ${new Date(stack.begunAt).toISOString()}`;
    if (meaning.phase === "good") {
        return { result: "noop", cause: `no new operation: the stack is ${stack.status}${since}` };
    }
    if (meaning.phase === "reviewing") {
        return {
            result: "not-found",
            cause: `no new operation: the stack is ${stack.status}, its change set was not executed`,
            remedy: "Execute the change set before waiting for it.",
        };
    }
    if (meaning.phase === "deleted") {
        return { result: "not-found", cause: `no new operation: the stack is ${stack.status}${since}` };
    }
    const verdict = verdictFor(meaning, stack);
    return {
        result: verdict.result,
        cause: `no new operation, and the stack is ${stack.status}${since}`,
        remedy: `The last ${wordFor(meaning.kind)} did not end well. If it was begun before this job, and it was ours, name its beginning in started-at. ${verdict.remedy ?? ""}`.trim(),
    };
}
/** CloudFormation does not find the stack (`isSaid`), or its answer is empty. */
function absent(state, isSaid, elapsedMs) {
    const { missing, ...rest } = state;
    const { sinceMs, count } = missing ?? { sinceMs: elapsedMs, count: 0 };
    const progress = isSaid ? "the stack does not exist" : "the answer tells nothing about the stack";
    const step = {
        // An empty answer neither says that it is gone, nor that it went on being so.
        state: isSaid ? { ...rest, missing: { sinceMs, count: count + 1 } } : rest,
        pace: state.operation === undefined ? "starting" : "near",
        reads: ["stack"],
        progress,
        stage: state.status,
    };
    const { operation } = state;
    if (operation === undefined) {
        const isBrief = state.status !== "" && isSaid && elapsedMs - sinceMs < GONE_MS;
        if (elapsedMs - state.firstMs < GRACE_MS || isBrief)
            return step;
        const cause = isSaid ? "the stack does not exist" : "CloudFormation tells nothing about this stack";
        return {
            ...step,
            verdict: { result: "not-found", cause, remedy: "Check the stack's name, the account and the Region." },
        };
    }
    if (!isSaid)
        return { ...step, pace: "moving" };
    const isDelete = operation.kind === "DELETE";
    if (elapsedMs - sinceMs < (isDelete ? DELETED_MS : GONE_MS) || count < 2)
        return step;
    const verdict = isDelete
        ? { result: "success", cause: "the stack was deleted and does not exist any more" }
        : { result: "failed", cause: `the stack was deleted while its ${wordFor(operation.kind)} was waited for` };
    return { ...step, verdict };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/machine.js





/** An end of an operation that may be an older one has to stand for this long, ms. */
const OLD_HOLD_MS = 20_000;
/** An end that was there from the beginning, or at once. */
const HOLD_MS = 5000;
/** An operation that was seen under way for this long has really begun. */
const BEGUN_MS = 8000;
/** The machine. */
function next(before, snapshot, elapsedMs) {
    const state = before ?? { firstMs: elapsedMs, stackId: "", status: "" };
    const { stack } = snapshot;
    if (stack === "missing" || stack === undefined)
        return absent(state, stack === "missing", elapsedMs);
    const { missing: _, ...rest } = state;
    const meaning = meaningOf(stack.status);
    if (meaning === undefined) {
        const warning = `CloudFormation reports a status that is not known here: ${stack.status}`;
        return { ...going(rest, stack, "moving"), warnings: [warning] };
    }
    if (meaning.phase === "reviewing" || isOld(rest.operation, stack, meaning)) {
        if (rest.operation === undefined)
            return resting(rest, stack, meaning, elapsedMs);
        return going(rest, { ...stack, status: rest.status, reason: "" }, "moving");
    }
    const { operation } = rest;
    if (operation === undefined) {
        const isNew = stack.begunAt !== undefined && stack.begunAt >= snapshot.floor;
        if (!isUnderWay(meaning.phase) && !isNew)
            return resting(rest, stack, meaning, elapsedMs);
        return follow(adopt(rest, stack, meaning, snapshot, elapsedMs), stack, meaning, snapshot, elapsedMs);
    }
    if (isAnother(operation, stack, meaning))
        return afterAnother(rest, operation, stack, meaning, snapshot, elapsedMs);
    return follow(rest, stack, meaning, snapshot, elapsedMs);
}
/** Whether an answer is older than the operation, or leaves out what would tell. */
function isOld(operation, stack, { phase }) {
    if (operation?.begunAt === undefined)
        return false;
    if (stack.begunAt === undefined)
        return !isUnderWay(phase);
    return stack.begunAt < operation.begunAt;
}
function isAnother(operation, stack, { kind }) {
    if (operation.kind !== kind)
        return true;
    return operation.begunAt !== undefined && stack.begunAt !== undefined && stack.begunAt > operation.begunAt;
}
function adopt(state, stack, { kind, phase }, { floor }, sinceMs) {
    const wasMoving = isUnderWay(phase);
    const isOlder = stack.begunAt !== undefined && stack.begunAt < floor;
    const { held: _, isDeleteChecked: __, ...rest } = state;
    const operation = {
        kind,
        isTentative: !wasMoving || isOlder,
        wasMoving,
        sinceMs,
        ...(stack.begunAt === undefined ? {} : { begunAt: stack.begunAt }),
    };
    return { ...rest, stackId: stack.id, operation };
}
/** The stack shows an operation that is not the one we wait for. */
function afterAnother(state, operation, stack, meaning, snapshot, elapsedMs) {
    if (operation.isTentative) {
        return follow(adopt(state, stack, meaning, snapshot, elapsedMs), stack, meaning, snapshot, elapsedMs);
    }
    const { history } = snapshot;
    if (history === undefined)
        return going(state, stack, "now", ["stack", "history"]);
    const end = endOf(operation, history.moments);
    const warnings = history.warning === undefined ? {} : { warnings: [history.warning] };
    if (end === "open" && operation.kind === meaning.kind && stack.begunAt !== undefined) {
        const moved = { ...state, operation: { ...operation, begunAt: stack.begunAt } };
        return follow(moved, stack, meaning, snapshot, elapsedMs);
    }
    const step = { ...going(state, stack, "near"), ...warnings };
    const ended = end === undefined || end === "open" ? undefined : meaningOf(end);
    if (end !== undefined && ended !== undefined) {
        return { ...step, verdict: verdictFor(ended, { ...stack, status: end, reason: "" }) };
    }
    const isBack = meaning.phase === "rolling-back" || meaning.phase === "rolled-back";
    if (isBack && operation.kind === meaning.kind)
        return { ...step, verdict: verdictFor(meaning, stack) };
    return { ...step, verdict: unseenEnd(operation.kind, stack, meaning) };
}
/** The stack shows our operation. */
function follow(state, stack, meaning, snapshot, elapsedMs) {
    const { operation } = state;
    if (operation === undefined)
        return going(state, stack, "moving");
    if (operation.kind === "DELETE" && state.isDeleteChecked !== true) {
        const isNew = stack.createdAt !== undefined && stack.createdAt >= snapshot.floor;
        if (isNew && snapshot.history === undefined)
            return going(state, stack, "now", ["stack", "history"]);
        const verdict = isNew ? failedCreation(stack, snapshot.history?.moments ?? []) : undefined;
        if (verdict !== undefined)
            return { ...going(state, stack, "near"), verdict };
        // An answer without times proves nothing; the next one may have them.
        if (stack.createdAt !== undefined) {
            return follow({ ...state, isDeleteChecked: true }, stack, meaning, snapshot, elapsedMs);
        }
    }
    if (meaning.phase === "moving" || meaning.phase === "tidying") {
        const { held: _, ...rest } = state;
        const isDated = operation.begunAt === undefined && stack.begunAt !== undefined;
        const dated = isDated ? adopt(rest, stack, meaning, snapshot, operation.sinceMs).operation : operation;
        const seen = { ...(dated ?? operation), wasMoving: true };
        const isNear = meaning.phase === "tidying" || stack.isSettling;
        // The clean-up of an update shows itself before its end; nothing else does.
        const usual = stack.status === "UPDATE_IN_PROGRESS" ? "far" : "moving";
        return going({ ...rest, operation: seen }, stack, isNear ? "near" : usual);
    }
    const verdict = verdictFor(meaning, stack);
    const held = state.held?.result === verdict.result ? state.held : { result: verdict.result, sinceMs: elapsedMs };
    const step = going({ ...state, held }, stack, "near");
    if (elapsedMs - held.sinceMs < holdOf(operation, stack, snapshot.floor, elapsedMs))
        return step;
    return { ...step, verdict };
}
function holdOf(operation, stack, floor, elapsedMs) {
    if (operation.wasMoving && (operation.isTentative || (stack.begunAt ?? floor) < floor))
        return OLD_HOLD_MS;
    const isCertain = operation.wasMoving && (operation.begunAt !== undefined || elapsedMs - operation.sinceMs >= BEGUN_MS);
    const isRollback = operation.sinceMs === elapsedMs && meaningOf(stack.status)?.phase === "rolling-back";
    return isCertain || isRollback ? 0 : HOLD_MS;
}
/** A stack that was made a moment ago and is deleted: a creation with `OnFailure: DELETE` that failed looks the same. */
function failedCreation(stack, moments) {
    const status = statusBeforeDelete(moments);
    if (status === undefined) {
        const cause = `the stack was created a moment ago and is being deleted (${stack.status}); its events do not tell whether a deletion was asked for, or its creation failed`;
        return { result: "inconclusive", cause };
    }
    const phase = meaningOf(status)?.phase;
    if (phase === "good" || phase === "tidying" || phase === undefined)
        return undefined;
    const reason = stack.reason === "" ? "" : `: ${stack.reason}`;
    return { result: "failed", cause: `the creation did not end well (${status}) and the stack is deleted${reason}` };
}
function unseenEnd(kind, stack, { kind: other }) {
    const result = other === "DELETE" ? "failed" : "superseded";
    const what = other === "DELETE" ? "the stack was deleted" : "another operation began";
    const reason = stack.reason === "" ? "" : `: ${stack.reason}`;
    return { result, cause: `${what} before the end of our ${kind} was seen (${stack.status}${reason})` };
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var wait_doors = __webpack_require__(3016);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/read.js
/** Asks CloudFormation and makes snapshots of its answers: one call a look. It judges nothing. */



/** What began so long before `startedAt` is still ours, ms. */
const SLACK_MS = 60_000;
/** The instant, by AWS's clock, before which nothing is ours: ms since 1970. */
function floorOf({ startedAt, clock }, place) {
    return startedAt + (place.serverNow() - clock.now()) - SLACK_MS;
}
/** Whether CloudFormation says that there is no such stack; its code is the one for everything that is not valid. */
function isMissing(error) {
    return (error instanceof ask/* AwsFault */.k &&
        error.kind === "refused" &&
        /does not exist|NotFound/i.test(`${error.code} ${error.said}`));
}
/** One look at the stack: by its id, once that is pinned. */
async function readStackLook(name, { state, reads }, doors, place) {
    const StackName = state === undefined || state.stackId === "" ? name : state.stackId;
    const look = await (0,wait_doors/* lookAt */.t5)(() => read_describe(StackName, doors, place));
    if ("fault" in look || !reads.includes("history"))
        return { look, calls: 1 };
    const history = await readHistory(StackName, place);
    return { look: { snapshot: { ...look.snapshot, history } }, calls: 2 };
}
async function read_describe(StackName, doors, place) {
    try {
        const stack = readStack(await place.ask("cloudformation", "DescribeStacks", { StackName }));
        return { stack, floor: floorOf(doors, place) };
    }
    catch (error) {
        if (isMissing(error))
            return { stack: "missing", floor: floorOf(doors, place) };
        throw error;
    }
}
async function readHistory(StackName, place) {
    try {
        return { moments: readMoments(await place.ask("cloudformation", "DescribeStackEvents", { StackName })) };
    }
    catch (error) {
        const fault = (0,wait_doors/* faultOf */.Kl)(error);
        if (fault === undefined && !(error instanceof ask/* AwsFault */.k))
            throw error;
        const detail = fault?.detail ?? "refused";
        return { moments: [], warning: `cloudformation:DescribeStackEvents had no answer (${detail})` };
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/cloudformation/target.js
/** The target `cloudformation`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */






/** Creates the target. Asks nothing yet. */
function createCloudformationTarget({ stack }, doors) {
    const open = () => doors.aws(regionOf(stack));
    return (0,target/* defineTarget */.D)({
        kind: "cloudformation",
        items: [{ id: stack, label: `stack ${nameOf(stack)}` }],
        first: ["stack"],
        next: next,
        async read(wanted) {
            const place = await open();
            const looks = new Map();
            let calls = 0;
            for (const each of wanted) {
                const read = await readStackLook(stack, each, doors, place);
                looks.set(each.item.id, read.look);
                calls += read.calls;
            }
            return { looks, calls };
        },
        diagnose: async (_, state, verdict) => diagnoseStack(stack, state, verdict, await open()),
        stop: async (_, state) => cancelUpdate(stack, state, await open()),
        prepare: async () => (await open()).load("cloudformation"),
    });
}
/**
 * Cancels the update, which rolls it back: CloudFormation knows no other way to stop one. Nothing but an update can be
 * cancelled. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CancelUpdateStack.html
 */
async function cancelUpdate(name, state, place) {
    const status = state?.status ?? "";
    if (status !== "" && status !== "UPDATE_IN_PROGRESS") {
        const told = `CloudFormation can cancel nothing but an update in progress; the stack is ${status}`;
        return { isAccepted: false, told };
    }
    const StackName = state === undefined || state.stackId === "" ? name : state.stackId;
    try {
        await place.ask("cloudformation", "CancelUpdateStack", { StackName }, { evenWhenCancelled: true });
        return { isAccepted: true, told: "CancelUpdateStack was accepted: CloudFormation rolls the update back" };
    }
    catch (error) {
        if (!(error instanceof ask/* AwsFault */.k))
            throw error;
        return { isAccepted: false, told: `CancelUpdateStack was not accepted: ${oneLine(`${error.code} ${error.said}`)}` };
    }
}
const arn = /^arn:aws[a-z-]*:cloudformation:([a-z0-9-]+):\d*:stack\/([^/]+)/;
function regionOf(stack) {
    return arn.exec(stack)?.[1];
}
function nameOf(stack) {
    return arn.exec(stack)?.[2] ?? stack;
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

