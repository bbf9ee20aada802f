export const id = 7158;
export const ids = [7158];
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

/***/ 7158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createLambdaTarget: () => (/* binding */ createLambdaTarget)
});

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var doors = __webpack_require__(3016);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/function.js
/** What Lambda answers about a function and an alias, as types of ours. Parsing, and the words for it; nothing here decides. */


/** Parses GetFunctionConfiguration; undefined for an answer that tells neither state nor update. */
function parseConfiguration(answer) {
    const configuration = {
        version: (0,plain/* readText */.yR)(answer, "Version"),
        state: (0,plain/* readText */.yR)(answer, "State"),
        stateReason: reasonOf(answer, "StateReasonCode", "StateReason"),
        update: (0,plain/* readText */.yR)(answer, "LastUpdateStatus"),
        updateReason: reasonOf(answer, "LastUpdateStatusReasonCode", "LastUpdateStatusReason"),
        modifiedAt: (0,plain/* readTime */.aQ)(answer, "LastModified"),
        sha: (0,plain/* readText */.yR)(answer, "CodeSha256"),
    };
    return configuration.state === "" && configuration.update === "" ? undefined : configuration;
}
function reasonOf(answer, code, words) {
    return [(0,plain/* readText */.yR)(answer, code), (0,plain/* readText */.yR)(answer, words)].filter((part) => part !== "").join(": ");
}
/** Parses GetAlias; undefined for an answer without a version. */
function parseAlias(answer) {
    const version = (0,plain/* readText */.yR)(answer, "FunctionVersion");
    if (version === "")
        return undefined;
    const told = (0,plain/* read */.LF)(answer, "RoutingConfig", "AdditionalVersionWeights");
    const names = typeof told === "object" && told !== null ? Object.keys(told) : [];
    const weights = names.map((name) => [name, (0,plain/* readNumber */.kz)(told, name)]);
    return {
        version,
        weights: new Map(weights.flatMap(([name, weight]) => (weight !== undefined && weight > 0 ? [[name, weight]] : []))),
        isOdd: weights.some(([, weight]) => weight === undefined),
        revision: (0,plain/* readText */.yR)(answer, "RevisionId"),
    };
}
/** The share of the traffic that a version gets: 0 to 1. */
function shareOf({ version, weights }, of) {
    const others = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    return (version === of ? Math.max(0, 1 - others) : 0) + (weights.get(of) ?? 0);
}
/** `version 1 90%, version 2 10%`. */
function describeAlias(alias) {
    const versions = [...new Set([alias.version, ...alias.weights.keys()])];
    return versions.map((each) => `version ${(0,line/* cutLine */.H)(each, 20)} ${percent(shareOf(alias, each))}`).join(", ");
}
/** `10%`. */
function percent(share) {
    return `${Math.round(share * 1000) / 10}%`;
}
/** `Active, InProgress (Creating: …)`. */
function describeFunction({ state, stateReason, update, updateReason }) {
    const said = [state, update].filter((part) => part !== "").join(", update ");
    const reason = updateReason === "" ? stateReason : updateReason;
    return (0,line/* cutLine */.H)(reason === "" ? said : `${said} (${reason})`, 300);
}
/** Why it failed, in Lambda's words; undefined when it did not. */
function failureOf({ state, stateReason, update, updateReason }) {
    const told = (what, reason) => (0,line/* cutLine */.H)(reason === "" ? what : `${what} (${reason})`, 300);
    if (state === "Failed")
        return told("State Failed", stateReason);
    if (update === "Failed")
        return told("LastUpdateStatus Failed", updateReason);
    return state === "Deleting" ? told("it is being deleted", stateReason) : undefined;
}
/** It can be invoked, and no update is under way. */
function isReady({ state, update }) {
    return state === "Active" && update === "Successful";
}
const states = new Set(["", "Pending", "Active", "Failed", "Deleting"]);
const updates = new Set(["", "InProgress", "Successful", "Failed"]);
/** What should be said about states that do not lead to an end by themselves, or that are new. */
function warningsOf({ state, update, stateReason }) {
    const warnings = [];
    if (state === "Inactive") {
        warnings.push("Lambda tells the state Inactive: it becomes Active when it is invoked; waiting goes on");
    }
    else if (!states.has(state)) {
        const reason = stateReason === "" ? "" : ` (${(0,line/* cutLine */.H)(stateReason, 100)})`;
        warnings.push(`Lambda tells the state "${(0,line/* cutLine */.H)(state, 60)}"${reason}, which is no end; waiting goes on`);
    }
    if (!updates.has(update)) {
        warnings.push(`Lambda tells the unknown status of update "${(0,line/* cutLine */.H)(update, 60)}"; waiting goes on`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/read.js
/** Asks Lambda about a function and its alias, and makes snapshots of the answers. It judges nothing. */



/** One look: a call for each read. The alias is needed, the configuration of its version is not. */
async function readLambda(place, subject, reads, state) {
    const { ask, since } = place;
    if (subject.alias === "") {
        const look = await (0,doors/* lookAt */.t5)(async () => {
            const configuration = await readConfiguration(ask, subject, subject.version);
            return { since, ...(configuration === undefined ? {} : { configuration }) };
        });
        return { look, calls: 1 };
    }
    const look = await (0,doors/* lookAt */.t5)(async () => {
        const alias = await readAlias(ask, subject);
        return { since, ...(alias === undefined ? {} : { alias }) };
    });
    if ("fault" in look || !reads.includes("configuration"))
        return { look, calls: 1 };
    const { alias } = look.snapshot;
    const pointed = alias === undefined || "missing" in alias ? "" : alias.version;
    const version = subject.version || state?.target || pointed;
    if (version === "")
        return { look, calls: 1 };
    return { look: { snapshot: { ...look.snapshot, ...(await tryConfiguration(ask, subject, version)) } }, calls: 2 };
}
async function tryConfiguration(ask, subject, version) {
    const unknown = "whether its version is Active is not known";
    try {
        const configuration = await readConfiguration(ask, subject, version);
        const words = `lambda:GetFunctionConfiguration tells nothing: ${unknown}`;
        return configuration === undefined ? { lack: { words, isPassing: true } } : { configuration };
    }
    catch (error) {
        if (!(error instanceof lib_ask/* AwsFault */.k))
            throw error;
        if (error.kind !== "denied")
            return {};
        return { lack: { words: `${error.action} is not allowed: ${unknown}`, isPassing: false } };
    }
}
async function readConfiguration(ask, { asked }, version) {
    const input = { FunctionName: asked, ...(version === "" ? {} : { Qualifier: version }) };
    const found = await orMissing(async () => parseConfiguration(await ask("lambda", "GetFunctionConfiguration", input)));
    return found === undefined || "missing" in found ? found : { ...found, of: version };
}
function readAlias(ask, { asked, alias }) {
    return orMissing(async () => parseAlias(await ask("lambda", "GetAlias", { FunctionName: asked, Name: alias })));
}
/** What Lambda does not know, or does not take, is missing: every refusal is about what was asked for. */
async function orMissing(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if ((0,doors/* refusalOf */.Of)(error) === "" || !(error instanceof lib_ask/* AwsFault */.k))
            throw error;
        return { missing: `${error.code}: ${error.said}` };
    }
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/state.js
/** What the machines of Lambda remember and see. Types, and what both machines do alike. */

/** A thing that was never seen after this time does not exist, and what did not begin by then will not, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Looks are frequent for so long, ms. */
const STARTING_MS = 10_000;
/** The state before the first look. */
function begin({ version }) {
    return { isOurs: false, emptyReads: 0, isTouched: false, target: version, peak: 0, seenAt: 0, lost: 0 };
}
/** What is missing after a look; undefined when it is all there. */
function missingAfter(before, { alias, configuration }, elapsedMs) {
    const since = before.missing?.since ?? elapsedMs;
    if (alias !== undefined && "missing" in alias) {
        return { since, words: alias.missing, wasThere: before.alias !== undefined };
    }
    if (configuration !== undefined && "missing" in configuration) {
        return { since, words: configuration.missing, wasThere: before.configuration !== undefined };
    }
    return alias === undefined && configuration === undefined ? before.missing : undefined;
}
/** What was pinned, and what the configuration proves. */
function factsOf({ name, version, alias }, { target, configuration }) {
    const qualifier = version || target || alias;
    return {
        pinned: qualifier === "" ? name : `${name}:${qualifier}`,
        ...(configuration === undefined || configuration.sha === "" ? {} : { codeSha256: configuration.sha }),
    };
}
/** Nothing can be said: Lambda knows no such thing, or tells nothing. */
function unseen(subject, state, reads, elapsedMs) {
    const { missing } = state;
    const isKnown = missing?.wasThere ?? (state.configuration !== undefined || state.alias !== undefined);
    const words = (0,line/* cutLine */.H)(missing?.words ?? "the answers tell nothing about it", 250);
    const progress = isKnown ? `not seen any more (${words})` : `not visible yet (${words})`;
    const pace = elapsedMs < STARTING_MS ? "starting" : "moving";
    const step = { state, reads, pace, progress, stage: "", facts: factsOf(subject, state) };
    if (missing === undefined && isKnown)
        return step;
    if (elapsedMs - (missing?.since ?? 0) < APPEARS_WITHIN_MS)
        return step;
    const cause = isKnown ? `it was there and is not any more (${words})` : words;
    return { ...step, verdict: { result: "not-found", cause } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/shift.js
/**
 * The machine of an alias: success is all of its traffic on the version, and that version Active. Pure. A version that had
 * traffic and lost it was rolled back.
 */



/** Looks in a row that have to agree before traffic counts as lost: one may be an old answer. */
const AGREEING = 3;
/** And traffic was seen last so long ago, ms. */
const OLD_ANSWER_MS = 6000;
/** The last step of a shift has begun. */
const NEARLY_ALL = 0.9;
const MOST_EMPTY_READS = 2;
/** The machine. */
function nextOfShift(subject) {
    return (before, seen, elapsedMs) => {
        const state = remember(subject, before ?? begin(subject), seen, elapsedMs);
        const { alias, missing, lack } = state;
        if (alias === undefined || missing !== undefined) {
            return unseen(subject, state, ["alias", "configuration"], elapsedMs);
        }
        const judged = judge(subject, state, alias, seen.since, elapsedMs);
        const { pace, reads } = judged;
        // An answer that told nothing is no ground for an end.
        const verdict = seen.alias === undefined ? undefined : judged.verdict;
        return {
            state,
            reads,
            pace,
            ...(verdict === undefined ? {} : { verdict }),
            progress: progressOf(subject, state, alias),
            stage: stageOf(state, alias),
            warnings: [...warningsAbout(state, alias), ...(lack === undefined ? [] : [lack])],
            facts: factsOf(subject, state),
        };
    };
}
function remember(subject, before, seen, elapsedMs) {
    const { missing: _, ...known } = before;
    const missing = missingAfter(before, seen, elapsedMs);
    const state = rememberConfiguration({ ...known, ...(missing === undefined ? {} : { missing }) }, seen);
    const { alias } = seen;
    if (alias === undefined || "missing" in alias)
        return state;
    const target = subject.version === "" ? findTarget(state, alias) : subject.version;
    const share = shareOf(alias, target);
    const baseline = state.baseline ?? [alias.version, ...alias.weights.keys()].find((each) => each !== target) ?? "";
    const peak = Math.max(target === state.target ? state.peak : 0, share);
    const isLost = target !== "" && peak > 0 && share === 0;
    const seenAt = share > 0 ? elapsedMs : state.seenAt;
    const isTouched = state.isTouched || (state.alias !== undefined && state.alias.revision !== alias.revision);
    return { ...state, alias, target, baseline, peak, seenAt, isTouched, lost: isLost ? state.lost + 1 : 0 };
}
function rememberConfiguration(state, { configuration, lack }) {
    if (configuration !== undefined && !("missing" in configuration))
        return { ...state, configuration, emptyReads: 0 };
    if (lack === undefined)
        return state;
    const emptyReads = state.emptyReads + 1;
    const isGivenUp = !lack.isPassing || emptyReads >= MOST_EMPTY_READS;
    return { ...state, emptyReads, ...(isGivenUp ? { lack: lack.words } : {}) };
}
/** Without a version to wait for: the one that comes. Versions are numbered in their order. */
function findTarget({ alias: last, target, baseline }, alias) {
    const present = [alias.version, ...alias.weights.keys()];
    if (alias.weights.size > 0) {
        return present.reduce((newest, each) => (Number(each) > Number(newest) ? each : newest));
    }
    if (target !== "")
        return present.includes(target) || alias.version === baseline ? target : alias.version;
    return last !== undefined && last.version !== alias.version ? alias.version : "";
}
function judge(subject, state, alias, since, elapsedMs) {
    const { target, lost } = state;
    const isFirst = elapsedMs < STARTING_MS;
    const share = shareOf(alias, target);
    const pace = isFirst ? "starting" : target !== "" && share >= NEARLY_ALL ? "near" : "moving";
    const wanted = target === "" ? alias.version : target;
    const configuration = configurationOf(state, wanted);
    const needs = configuration === undefined || !isUsable(configuration);
    const reads = needs && state.lack === undefined ? ["alias", "configuration"] : ["alias"];
    const failure = configuration === undefined ? undefined : failureOf(configuration);
    if (failure !== undefined && target !== "") {
        return { pace, reads, verdict: { result: "failed", cause: `version ${target}: ${failure}` } };
    }
    if (alias.isOdd)
        return { pace, reads };
    if (target === "")
        return judgeUnbegun(state, alias, { since, elapsedMs, pace, reads });
    if (alias.version === target && alias.weights.size === 0) {
        if (!needs || state.lack !== undefined)
            return { pace, reads, verdict: { result: "success", cause: "" } };
        return { pace: configuration === undefined && !isFirst ? "now" : pace, reads };
    }
    if (lost > 0) {
        if (lost < AGREEING)
            return { pace: "now", reads };
        if (elapsedMs - state.seenAt < OLD_ANSWER_MS)
            return { pace: "near", reads };
        return { pace, reads, verdict: lostVerdict(subject, state, alias) };
    }
    return { pace, reads, ...overtaken(subject, state, alias) };
}
function configurationOf({ configuration }, version) {
    return configuration?.of === version ? configuration : undefined;
}
/** The version can be invoked; versions do not change, so that a status of update need not be told. */
function isUsable({ state, update }) {
    return state === "Active" && (update === "Successful" || update === "");
}
/** Nothing was given and nothing has moved: what is there may be what the step was started for. */
function judgeUnbegun(state, alias, { since, elapsedMs, pace, reads }) {
    const configuration = configurationOf(state, alias.version);
    const modifiedAt = configuration?.modifiedAt;
    if (configuration !== undefined && isUsable(configuration) && modifiedAt !== undefined && modifiedAt >= since) {
        return { pace, reads, verdict: { result: "success", cause: "" } };
    }
    const isOver = elapsedMs >= APPEARS_WITHIN_MS;
    if (!isOver || (configuration === undefined && state.lack === undefined))
        return { pace, reads };
    const failure = configuration === undefined ? undefined : failureOf(configuration);
    const cause = `it did not change since the step's start: all traffic goes to version ${(0,line/* cutLine */.H)(alias.version, 20)}`;
    if (failure !== undefined)
        return { pace, reads, verdict: { result: "failed", cause: `${cause}, which is ${failure}` } };
    if (configuration !== undefined && !isUsable(configuration))
        return { pace, reads };
    if (state.isTouched)
        return { pace, reads, verdict: { result: "inconclusive", cause: touched(alias) } };
    return { pace, reads, verdict: { result: "noop", cause } };
}
/** Whatever it was went by between two looks. */
function touched(alias) {
    return `it was changed, and all traffic goes to version ${(0,line/* cutLine */.H)(alias.version, 20)} as before: function-version is needed to tell whether that is right`;
}
function lostVerdict({ alias: name }, { target, peak, baseline }, alias) {
    const had = `version ${target} had ${percent(peak)} of the traffic of alias ${name}`;
    const now = `now it goes to ${describeAlias(alias)}`;
    const isBack = alias.version === baseline;
    return { result: isBack ? "rolled-back" : "superseded", cause: `${had}, and lost it: ${now}` };
}
/** A newer version than ours came while ours had not moved. */
function overtaken({ version }, { baseline, peak }, alias) {
    const isOther = alias.version !== version && alias.version !== baseline;
    if (version === "" || peak > 0 || !isOther || !(Number(alias.version) > Number(version)))
        return {};
    const cause = `the alias went from version ${(0,line/* cutLine */.H)(baseline ?? "", 20)} to ${describeAlias(alias)}`;
    return { verdict: { result: "superseded", cause } };
}
function progressOf({ alias: name }, state, alias) {
    const configuration = configurationOf(state, state.target);
    const isBusy = configuration !== undefined && !isUsable(configuration);
    const version = isBusy ? `; version ${state.target} is ${describeFunction(configuration)}` : "";
    return (0,line/* cutLine */.H)(`${name}: ${describeAlias(alias)}${version}`, 300);
}
function stageOf({ target }, alias) {
    const version = target === "" ? alias.version : target;
    return `${percent(shareOf(alias, version))} on version ${(0,line/* cutLine */.H)(version, 20)}`;
}
function warningsAbout(state, alias) {
    const configuration = configurationOf(state, state.target);
    const odd = alias.isOdd ? ["Lambda tells a weight of the alias that is no number; waiting goes on"] : [];
    return [...(configuration === undefined ? [] : warningsOf(configuration)), ...odd];
}

// EXTERNAL MODULE: ./packages/aws/lib/ecs-task.js
var ecs_task = __webpack_require__(1050);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/subject.js
/** What is asked of a step that waits for a Lambda function, put in order. It reads no answer of AWS. */

const isVersion = (qualifier) => /^(?:\d+|\$LATEST)$/.test(qualifier);
/** The subject of the settings. A qualifier in the function's name stands for an input that was not given. */
function subjectOf({ functionName, alias, functionVersion }) {
    const parts = functionName.split(":");
    const at = parts[0] === "arn" ? 7 : parts.includes("function") ? parts.indexOf("function") + 2 : 1;
    const qualifier = parts[at] ?? "";
    const version = functionVersion === "" && isVersion(qualifier) ? qualifier : functionVersion;
    return {
        asked: parts.slice(0, at).join(":"),
        name: parts[at - 1] ?? functionName,
        alias: alias === "" && !isVersion(qualifier) ? qualifier : alias,
        // Only what is published can be pinned.
        version: version === "$LATEST" ? "" : version,
        region: (0,ecs_task/* regionOfArn */.b2)(functionName),
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/update.js


/** Without a time of change an end that was there from the beginning has to last, ms. */
const LASTS_MS = 6000;
/** The machine. */
function nextOfUpdate(subject) {
    return (before, seen, elapsedMs) => {
        const state = update_remember(subject, before ?? begin(subject), seen, elapsedMs);
        const { configuration, missing } = state;
        if (configuration === undefined || missing !== undefined) {
            return unseen(subject, state, ["configuration"], elapsedMs);
        }
        // An answer that told nothing, or is older than the last, is no ground for an end.
        const isNew = seen.configuration !== undefined && state.same !== before?.same;
        const { verdict, isHurried = false } = isNew ? update_judge(subject, state, elapsedMs) : {};
        const isFirst = elapsedMs < STARTING_MS;
        return {
            state,
            reads: ["configuration"],
            ...(verdict === undefined ? {} : { verdict }),
            pace: isHurried ? "now" : isFirst ? "starting" : "moving",
            progress: describeFunction(configuration),
            stage: isReady(configuration)
                ? "Active"
                : configuration.update === "InProgress"
                    ? "InProgress"
                    : configuration.state,
            warnings: warningsOf(configuration),
            facts: factsOf(subject, state),
        };
    };
}
function update_remember(subject, before, seen, elapsedMs) {
    const { configuration } = seen;
    const { missing: _, ...known } = before;
    const missing = missingAfter(before, seen, elapsedMs);
    if (missing !== undefined)
        return { ...known, missing };
    if (configuration === undefined || "missing" in configuration)
        return known;
    const { same, ...rest } = known;
    const last = before.configuration;
    const { modifiedAt } = configuration;
    // An answer that is older than the last one.
    if (modifiedAt !== undefined && last?.modifiedAt !== undefined && modifiedAt < last.modifiedAt)
        return known;
    const isUnderWay = configuration.update === "InProgress" || configuration.state === "Pending";
    const hasChanged = last !== undefined && modifiedAt !== undefined && last.modifiedAt !== modifiedAt;
    const isYoung = modifiedAt !== undefined && modifiedAt >= seen.since;
    const isOurs = before.isOurs || subject.version !== "" || isUnderWay || hasChanged || isYoung;
    const said = `${configuration.state} ${configuration.update}`;
    const isSame = same?.said === said;
    const now = isSame ? { ...same, count: same.count + 1 } : { said, since: elapsedMs, count: 1 };
    return { ...rest, configuration, isOurs, same: now };
}
function update_judge(subject, state, elapsedMs) {
    const { configuration, isOurs, same } = state;
    if (configuration === undefined)
        return {};
    const failure = failureOf(configuration);
    if (failure === undefined && !isReady(configuration))
        return {};
    const isDated = configuration.modifiedAt !== undefined;
    const verdict = failure === undefined ? { result: "success", cause: "" } : { result: "failed", cause: failure };
    if (subject.version !== "" || (isOurs && isDated))
        return { verdict };
    if (isOurs) {
        // Nothing tells an answer that is too old from a new one; twice in a row it is no accident.
        return same !== undefined && same.count >= 2 ? { verdict } : { isHurried: true };
    }
    if (!isDated)
        return same !== undefined && elapsedMs - same.since >= LASTS_MS ? { verdict } : {};
    if (elapsedMs < APPEARS_WITHIN_MS)
        return {};
    const cause = "no update began since the step's start";
    if (failure !== undefined)
        return { verdict: { result: "failed", cause: `${cause}, and the last one failed: ${failure}` } };
    return { verdict: { result: "noop", cause } };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/lambda/target.js





/** What began so long before `startedAt` is still ours, ms. */
const SLACK_MS = 60_000;
/** Makes the target. One call a look: GetFunctionConfiguration, or GetAlias; both at the beginning and the end of a shift. */
function createLambdaTarget(settings, doors) {
    const subject = subjectOf(settings);
    const { name, alias, version, region } = subject;
    const id = [name, alias, version].filter((part) => part !== "").join(":");
    const open = () => doors.aws(region === "" ? undefined : region);
    return (0,target/* defineTarget */.D)({
        kind: "lambda",
        items: [{ id, label: labelOf(subject) }],
        first: alias === "" ? ["configuration"] : ["alias", "configuration"],
        next: alias === "" ? nextOfUpdate(subject) : nextOfShift(subject),
        async read([wanted]) {
            const { ask, serverNow } = await open();
            const since = doors.startedAt + (serverNow() - doors.clock.now()) - SLACK_MS;
            const { look, calls } = await readLambda({ ask, since }, subject, wanted?.reads ?? [], wanted?.state);
            return { looks: new Map([[id, look]]), calls };
        },
        async diagnose() {
            return { causes: [], links: linksOf((await open()).region, subject) };
        },
        prepare: async () => (await open()).load("lambda"),
    });
}
function labelOf({ name, alias, version }) {
    if (alias !== "")
        return `alias ${alias} of function ${name}${version === "" ? "" : ` (version ${version})`}`;
    return version === "" ? `function ${name}` : `version ${version} of function ${name}`;
}
function linksOf(region, { name, alias, version }) {
    if (region === "")
        return [];
    const encoded = encodeURIComponent(name);
    const part = alias !== ""
        ? `/aliases/${encodeURIComponent(alias)}`
        : version === ""
            ? ""
            : `/versions/${encodeURIComponent(version)}`;
    const url = `https://${region}.console.aws.amazon.com/lambda/home?region=${region}#/functions/${encoded}${part}`;
    return [{ title: `function ${name}`, url }];
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

