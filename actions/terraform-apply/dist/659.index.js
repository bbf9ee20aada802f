export const id = 659;
export const ids = [659];
export const modules = {

/***/ 1659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

;// CONCATENATED MODULE: ./packages/planning/lib/left-behind.js
/** The runner gives post steps of a cancelled job somewhat less than five minutes. */
const patience = 240_000;
const pause = 250;
/** Waits until all have ended, for four minutes at most; returns the ids of those that have not. */
async function waitForLeftBehind(host, isRunning) {
    const pids = (host.state("pids") ?? "").split(" ").filter(Boolean).map(Number);
    const end = host.clock.monotonic() + patience;
    for (;;) {
        const running = pids.filter((pid) => isRunning(pid));
        if (running.length === 0 || host.clock.monotonic() > end)
            return running;
        await host.clock.sleep(pause);
    }
}

// EXTERNAL MODULE: ./packages/planning/lib/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(7824);
// EXTERNAL MODULE: ./packages/report/lib/comment.js + 5 modules
var comment = __webpack_require__(94);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-reader.js + 3 modules
var plan_reader = __webpack_require__(7448);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/deployment.js + 2 modules
var lib_deployment = __webpack_require__(2241);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/find-review.js + 1 modules
var find_review = __webpack_require__(3943);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/journal.js
var lib_journal = __webpack_require__(7602);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/plan-course.js + 11 modules
var plan_course = __webpack_require__(2113);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/publish-record.js + 1 modules
var publish_record = __webpack_require__(3319);
// EXTERNAL MODULE: ./packages/report/lib/result-file.js
var result_file = __webpack_require__(6178);
// EXTERNAL MODULE: ./packages/github/lib/marker.js
var lib_marker = __webpack_require__(2303);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/report/lib/marker.js + 1 modules
var report_lib_marker = __webpack_require__(2666);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-line.js
var diff_line = __webpack_require__(9590);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-body.js + 11 modules
var diff_body = __webpack_require__(4718);
// EXTERNAL MODULE: ./packages/report/lib/category.js
var category = __webpack_require__(2566);
;// CONCATENATED MODULE: ./packages/report/lib/shape.js
/**
 * Readers of data from outside: each takes any JSON value and answers it as a type of ours, or says where it is not of
 * that shape. Only named members are read, own ones, so that no key reaches a prototype.
 */
/** What is wrong, and where; the path grows on the way out. */
class ShapeError extends Error {
    path = [];
    /** `changes.3.address is not a text`. */
    describe() {
        return `${this.path.length === 0 ? "it" : this.path.toReversed().join(".")} ${this.message}`;
    }
}
/** A text of at most so many UTF-16 units. */
function shape_text(longest) {
    return (value) => {
        if (typeof value !== "string")
            throw new ShapeError("is not a text");
        if (value.length > longest)
            throw new ShapeError(`is longer than ${longest} characters`);
        return value;
    };
}
/** A text that a pattern matches as a whole; `what` is what it is then. Patterns are anchored and linear. */
function pattern(expression, what) {
    return (value) => {
        if (typeof value !== "string" || !expression.test(value))
            throw new ShapeError(`is not ${what}`);
        return value;
    };
}
/** One of our words; anything else that is a text becomes `fallback`. */
function word(known, fallback) {
    return (value) => {
        if (typeof value !== "string")
            throw new ShapeError("is not a text");
        return known.find((each) => each === value) ?? fallback;
    };
}
/** A whole number that JavaScript counts exactly. */
function integer(lowest = 0) {
    return (value) => {
        if (typeof value !== "number" || !Number.isSafeInteger(value) || value < lowest) {
            throw new ShapeError(`is not a whole number of at least ${lowest}`);
        }
        return value;
    };
}
/** True or false. */
const flag = (value) => {
    if (typeof value !== "boolean")
        throw new ShapeError("is neither true nor false");
    return value;
};
/** The first reader that can read the value. */
function either(first, second) {
    return (value) => {
        try {
            return first(value);
        }
        catch (error) {
            if (!(error instanceof ShapeError))
                throw error;
            return second(value);
        }
    };
}
/** A list of at most so many items. */
function list(item, longest) {
    return (value) => {
        if (!Array.isArray(value))
            throw new ShapeError("is not a list");
        if (value.length > longest)
            throw new ShapeError(`has more than ${longest} items`);
        return value.map((each, index) => below(String(index), () => item(each)));
    };
}
function object(required, optional = {}) {
    const wanted = Object.entries(required);
    const welcome = Object.entries(optional);
    return (value) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            throw new ShapeError("is not an object");
        const made = {};
        for (const [name, reader] of wanted)
            made[name] = below(name, () => reader(own(value, name)));
        for (const [name, reader] of welcome) {
            const found = own(value, name);
            const read = found === undefined ? undefined : below(name, () => reader(found));
            if (read !== undefined)
                made[name] = read;
        }
        return made;
    };
}
/** An own member; undefined when there is none. */
function own(value, name) {
    return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
/** Adds a step to the path of what is thrown below it. */
function below(step, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof ShapeError)
            error.path.push(step);
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/report/lib/parse-report.js



/** Most characters: of a name or label, of an address or path, of a message. */
const parse_report_name = shape_text(1_024);
const address = shape_text(8_192);
const message = shape_text(262_144);
/** Most items: of what a plan has thousands of, and of what people read one by one. */
const MANY = 500_000;
const addresses = list(address, MANY);
const messages = list(message, 1_000);
/** A commit; "" when nobody knows it. */
const commit = pattern(/^(?:[0-9a-f]{40}|[0-9a-f]{64})?$/, "the hash of a commit");
/** The number of a run; "" outside of a runner. */
const runNumber = pattern(/^[0-9]{0,20}$/, "the number of a run");
const parse_report_location = object({ file: address }, { line: integer(1), endLine: integer(1), column: integer(), endColumn: integer() });
/** Why a step failed. */
const parse_report_failure = object({ reason: parse_report_name, what: message, remedy: message }, { location: parse_report_location });
const counts = object({
    add: integer(),
    change: integer(),
    destroy: integer(),
    replace: integer(),
    import: integer(),
    move: integer(),
    forget: integer(),
    read: integer(),
    deferred: integer(),
    other: integer(),
    outputs: integer(),
});
const kinds = [
    "create",
    "update",
    "replace",
    "delete",
    "read",
    "forget",
    "open",
    "no-op",
    "other",
];
/** The facts of one change; its values are only in the diff. */
const facts = object({
    category: word(category/* categories */.LZ, "other"),
    address,
    mode: parse_report_name,
    type: parse_report_name,
    name: parse_report_name,
    provider: address,
    kind: word(kinds, "other"),
    actions: list(parse_report_name, 100),
    isMove: flag,
    replacePaths: list(list(either(integer(-Number.MAX_SAFE_INTEGER), address), 1_000), 10_000),
    hasGeneratedConfig: flag,
    diff: shape_text(Infinity),
}, {
    previousAddress: address,
    module: address,
    index: either(integer(-Number.MAX_SAFE_INTEGER), address),
    deposed: parse_report_name,
    replaceOrder: word(["create-first", "destroy-first"], undefined),
    isOldForgotten: (value) => (flag(value) ? true : undefined),
    importing: object({}, { id: address }),
    reason: parse_report_name,
    deferredReason: parse_report_name,
});
/** The document is not at hand any more, so nothing is anywhere in it. */
const span = { offset: 0, length: 0 };
const change = (value) => {
    const { category, diff, ...rest } = facts(value);
    return { category, change: { ...rest, span }, diff: (maxLines) => cutText(diff, maxLines) };
};
const outputs = (value) => {
    const { names, diff } = object({ names: list(address, MANY), diff: shape_text(Infinity) })(value);
    return { names, diff: (maxLines) => cutText(diff, maxLines) };
};
/** What `cutDiff` does with lines, done with the text of them. */
function cutText(diff, maxLines) {
    if (diff === "" || maxLines === Infinity)
        return diff;
    const kept = Math.max(0, maxLines - 1);
    let [lines, end] = [1, 0];
    for (let at = diff.indexOf("\n"); at >= 0; at = diff.indexOf("\n", at + 1)) {
        if (lines === kept)
            end = at;
        lines += 1;
    }
    if (lines <= maxLines)
        return diff;
    // Only their number counts.
    const left = [];
    left.length = lines - kept;
    const remark = (0,diff_line/* renderDiff */.i)((0,diff_body/* cutDiff */.WG)(left, 0));
    return kept === 0 ? remark : `${diff.slice(0, end)}\n${remark}`;
}
const position = object({ line: integer(), column: integer(), byte: integer() });
/** One of terraform's errors and warnings. */
const diagnostic = object({ severity: parse_report_name, summary: message, detail: message }, {
    address,
    range: object({ filename: address, start: position, end: position }),
    location: parse_report_location,
    snippet: object({
        code: message,
        startLine: integer(),
        highlightStart: integer(),
        highlightEnd: integer(),
        // Values are never in a report.
        values: () => [],
    }, { context: message }),
});
const check = object({ address, kind: parse_report_name, status: parse_report_name, problems: messages });
const other = (value) => ({
    ...object({ key: parse_report_name }, { address, reason: message })(value),
    span,
});
const violation = object({ name: address, max: integer(), addresses }, { message, unlessLabel: address });
const policy = (value) => {
    const { exitCode, ...rest } = object({ command: message, output: shape_text(Infinity), isCancelled: flag }, { exitCode: integer(-Number.MAX_SAFE_INTEGER) })(value);
    return { ...rest, exitCode };
};
const shownOrigin = object({
    repository: pattern(/^[A-Za-z0-9_-]{1,100}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, "the name of a repository"),
    serverUrl: pattern(/^https?:\/\/[A-Za-z0-9.-]{1,255}(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]{0,255})?$/, "a server"),
    runUrl: shape_text(2_048),
    runId: runNumber,
    runAttempt: integer(1),
    headSha: commit,
}, { baseSha: commit, pullRequest: integer(1) });
const origin = (value) => {
    const read = shownOrigin(value);
    requireRunUrl(read.runUrl, read, read.runId);
    return read;
};
/** A run's address is "" or exactly what GitHub gives a run of this number in this repository. */
function requireRunUrl(url, { serverUrl, repository }, runId) {
    const start = `${serverUrl}/${repository}/actions/runs/${runId}/attempts/`;
    if (url === "" || (runId !== "" && url.startsWith(start) && /^[1-9][0-9]{0,5}$/.test(url.slice(start.length))))
        return;
    const error = new ShapeError("is not the address of the run");
    error.path.push("runUrl");
    throw error;
}
/** The report. What is newer than this version is ignored, or shown as unknown; it never reads as success. */
const parse_report_report = object({
    label: parse_report_name,
    directory: address,
    workspace: parse_report_name,
    product: parse_report_name,
    terraformVersion: parse_report_name,
    result: word(["changes", "no-changes", "denied", "failed"], "failed"),
    summary: message,
    mode: word(["normal", "destroy", "refresh-only"], "normal"),
    changes: list(change, MANY),
    unchanged: integer(),
    outputs,
    drift: list(change, MANY),
    other: list(other, MANY),
    checks: list(check, MANY),
    diagnostics: list(diagnostic, MANY),
    violations: list(violation, 10_000),
    lifted: list(violation, 10_000),
    notes: messages,
    remarks: messages,
    origin,
}, { failure: parse_report_failure, counts, policy, fingerprint: parse_report_name, backend: parse_report_name });

;// CONCATENATED MODULE: ./packages/report/lib/parse-apply.js
/**
 * Reads the record of an apply back out of the JSON of a result file, as strictly as parse-report.ts reads the plan.
 */




/** How deep an output's value may nest: everything that walks it recurses. */
const DEEPEST = 200;
const difference = object({
    parts: list(message, 10_000),
    changes: list(object({
        address: address,
        what: word(["added", "gone", "different"], "different"),
        attributes: addresses,
    }), 500_000),
    movedInState: addresses,
    isComplete: flag,
});
const output = object({ name: address, isSensitive: flag }, { value: json });
const review = object({ kind: word(["comment", "record", "none"], "none") }, { url: shape_text(2_048), fingerprint: shape_text(1_024), doneBefore: addresses });
const shape = object({
    result: word(["applied", "no-changes", "refused", "partial", "failed"], "failed"),
    summary: message,
    applied: addresses,
    failed: addresses,
    notStarted: addresses,
    uncertain: addresses,
    outputs: list(output, 100_000),
    diagnostics: list(diagnostic, 500_000),
    notes: messages,
    review,
    by: shape_text(1_024),
    runUrl: shape_text(2_048),
    runId: runNumber,
    sha: commit,
    isDryRun: flag,
}, { failure: parse_report_failure, difference, environment: shape_text(1_024), deploymentId: integer(1) });
/** Reads the record. Links in it lead to the repository of `origin`. */
function readApply(value, origin) {
    const record = shape(value);
    requireRunUrl(record.runUrl, origin, record.runId);
    below("review", () => below("url", () => requireCommentUrl(record.review.url, origin)));
    return record;
}
/** A comment on a pull request of the repository; GitHub may write its name in other letters. */
function requireCommentUrl(url, { serverUrl, repository }) {
    if (url === undefined)
        return;
    const start = `${serverUrl}/${repository}/`;
    const isThere = url.slice(0, start.length).toLowerCase() === start.toLowerCase();
    const isComment = /^(?:pull|issues)\/[0-9]{1,15}#issuecomment-[0-9]{1,20}$/.test(url.slice(start.length));
    if (!isThere || !isComment)
        throw new ShapeError("is not the address of a comment");
}
/** Any JSON value that does not nest too deeply. */
function json(value, depth = 0) {
    if (depth > DEEPEST)
        throw new ShapeError(`nests deeper than ${DEEPEST} levels`);
    if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") {
        return value;
    }
    if (value instanceof json_value/* ExactNumber */.fh)
        return value;
    if (typeof value !== "object")
        throw new ShapeError("is no JSON value");
    const below = Array.isArray(value) ? value : Object.values(value);
    for (const each of below)
        json(each, depth + 1);
    return value;
}

;// CONCATENATED MODULE: ./packages/report/lib/parse-result.js
/**
 * Reads a result file. It comes from a job that ran a stranger's code, so it is read as hostile: within limits, every
 * field by its type, nothing of it is believed to be true. Whether it may be told, and where, is for whoever asks.
 */








/** Most characters of a result file. */
const LONGEST_RESULT = 67_108_864;
const schemas = new Map([
    [result_file/* planSchema */.Fu, "plan"],
    [result_file/* applySchema */.gf, "apply"],
]);
/** How a result file begins; another version, too. */
const START = /^\uFEFF?\s{0,64}\{\s{0,64}"schema"\s{0,64}:\s{0,64}"(handrail\/terraform-(?:plan|apply)\/[0-9]{1,6})"/;
/** The schema that a file names first of all, given its first few hundred characters; undefined when it is no result file. */
function schemaOf(head) {
    return START.exec(head.slice(0, 512))?.[1];
}
const named = object({ schema: shape_text(64) });
const head = object({
    marker: object({ mac: pattern(/^[A-Za-z0-9_-]{0,128}$/, "the proof of a marker"), data: markerData }),
    outline: pattern(/^[A-Za-z0-9_-]{0,24576}$/, "an outline that fits in a comment"),
});
/**
 * Reads a result file.
 * @param name what the file is called in the failure
 * @throws Failure `invalid-input` that names the file and the field
 */
function parseResultFile(content, name = "The result file") {
    try {
        return readResult(content);
    }
    catch (error) {
        const why = error instanceof ShapeError ? error.describe() : error instanceof RangeError ? error.message : undefined;
        if (why === undefined)
            throw error;
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${name} is not a result of terraform-plan or terraform-apply that this version reads: ${why}`,
            remedy: "Hand over the file that the result-file output names, as it is, and use the same version of all Handrail actions.",
            cause: error,
        });
    }
}
function readResult(content) {
    if (content.length > LONGEST_RESULT)
        throw new ShapeError(`is longer than ${LONGEST_RESULT} characters`);
    const value = parseText(content);
    const { schema } = named(value);
    const kind = schemas.get(schema);
    if (kind === undefined)
        throw new ShapeError(`has the schema ${JSON.stringify(schema)}`);
    const { marker, outline } = head(value);
    const report = parse_report_report(value);
    const made = {
        action: report_lib_marker/* planAction */.y0,
        key: report.label,
        data: marker.data,
        ...(marker.mac === "" ? {} : { mac: marker.mac }),
    };
    // What cannot be rendered is refused now, and not when it is told.
    below("marker", () => requireMarker(made));
    const { apply } = object({}, { apply: (each) => readApply(each, report.origin) })(kind === "apply" ? value : {});
    if (kind === "apply" && apply === undefined)
        throw new ShapeError("has no record of an apply");
    return { kind, report, marker: made, outline, ...(apply === undefined ? {} : { apply }) };
}
function requireMarker(marker) {
    try {
        (0,lib_marker/* renderMarker */.B)(marker);
    }
    catch (error) {
        throw error instanceof RangeError ? new ShapeError(`cannot be rendered: ${error.message}`) : error;
    }
}
/** Texts, numbers and booleans by name; without a prototype, so that a name like `__proto__` is a name. */
function markerData(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new ShapeError("is not an object");
    const entries = Object.entries(value);
    if (entries.length > 64)
        throw new ShapeError("has more than 64 members");
    const data = Object.create(null);
    for (const [name, each] of entries) {
        if (typeof each !== "string" && typeof each !== "boolean" && typeof each !== "number") {
            throw new ShapeError("has a member that is neither text, number nor boolean");
        }
        data[name] = each;
    }
    return data;
}
/** A number that JavaScript would not write as it is written in the file: with a point or an exponent, or of many digits. */
const DELICATE = /[:,[]\s{0,8}(?:-0|-?(?:[0-9]{1,15}[.eE]|[0-9]{16}))/;
/** The JSON of a file. The digits of an output's value stay as they are; nothing else in a result has any. */
function parseText(content) {
    try {
        const value = JSON.parse(content);
        const hasRecord = typeof value === "object" && value !== null && Object.hasOwn(value, "apply");
        return hasRecord && DELICATE.test(content) ? JSON.parse(content, keepDigits) : value;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw new ShapeError("is not JSON");
        if (error instanceof RangeError)
            throw new ShapeError("nests too deeply");
        throw error;
    }
}
/** https://tc39.es/proposal-json-parse-with-source/ */
function keepDigits(_key, value, context) {
    const source = context?.source;
    return typeof value === "number" && source !== undefined && String(value) !== source
        ? new json_value/* ExactNumber */.fh(source)
        : value;
}

// EXTERNAL MODULE: ./packages/terraform/lib/apply-progress.js
var apply_progress = __webpack_require__(3928);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/apply-failure.js
var apply_failure = __webpack_require__(8310);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/draft.js
var draft = __webpack_require__(7046);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/errored-state.js + 1 modules
var errored_state = __webpack_require__(8074);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/reconstruct.js
/**
 * The verdict of a main step that was killed before it had one: from its journal, from what terraform wrote itself, and from
 * the live state. The order of effects.
 */







/** The record that the main step would have written, from its journal and from what terraform wrote itself. */
async function reconstruct(step, readStream, ended) {
    const { deps, target } = step;
    const file = (name) => `${target.privateDirectory}/${name}`;
    const journal = (0,lib_journal/* parseJournal */.z8)(deps.files.readText(file(lib_journal/* journalFiles */.RF.journal)));
    const course = {
        rules: [],
        asked: unasked,
        outputs: [],
        notes: [...(journal?.notes ?? [])],
        ...(journal?.deploymentId === undefined ? {} : { deploymentId: journal.deploymentId }),
    };
    if (journal !== undefined) {
        await reconstruct_readApply(step, course, { journal, readStream, stream: file(lib_journal/* journalFiles */.RF.stdout) });
        course.reviewed = {
            shown: journal.review,
            fingerprint: journal.fingerprint,
            outlineText: "",
            isBegun: true,
            marker: journal.reviewed,
            notes: [],
        };
    }
    const failure = await decideEnding(step, course, ended);
    const pending = readResultFile(deps.files.readBytes(file(lib_journal/* journalFiles */.RF.pending)));
    if (course.reviewed !== undefined && pending !== undefined)
        course.reviewed.outlineText = pending.outline;
    const report = pending?.report ?? (0,draft/* draftPlan */.ZF)(step, course);
    const { record, parts } = (0,draft/* draftRecord */.D9)(step, course, { report, failure });
    deps.files.write(`${target.outputDirectory}/${lib_journal/* journalFiles */.RF.result}`, (0,result_file/* renderResultFile */.ux)(report, { ...parts, apply: record }));
    deps.files.write(file(lib_journal/* journalFiles */.RF.final), ["told\n"]);
    return { report, record, parts };
}
const unasked = {
    client: () => Promise.reject(new TypeError("the post step asks nothing")),
    labels: () => Promise.resolve(undefined),
    changedFiles: () => Promise.resolve(undefined),
};
/** What terraform did, by its own stream. */
async function reconstruct_readApply(step, course, { journal, readStream, stream }) {
    const progress = (0,apply_progress/* createApplyProgress */.G)(journal.planned);
    const end = readStream(stream, (event) => progress.add(event));
    const exitCode = progress.isComplete ? 0 : undefined;
    const kept = (0,errored_state/* keepErroredState */.i8)(step, journal.lineage);
    if (kept !== undefined) {
        course.unsaved = kept.identity;
        course.notes.push((0,errored_state/* describeKeptState */.Rk)(kept));
    }
    const stateAfter = await liveAddresses(step);
    const outcome = progress.conclude({ exitCode, ...(stateAfter === undefined ? {} : { stateAfter }) });
    course.outputs = [...progress.outputs].map(([name, value]) => ({ name, value, isSensitive: false }));
    // Terraform gives an error when it was asked to stop; without one nobody asked, or it was killed.
    const isSilent = !progress.isComplete && !hasErrors(end);
    course.apply = {
        result: {
            ...end,
            exitCode,
            signal: undefined,
            cancelled: !isSilent,
            stderr: step.deps.files.readText(`${step.target.privateDirectory}/${lib_journal/* journalFiles */.RF.stderr}`) ?? "",
            isComplete: progress.isComplete,
            outputs: progress.outputs,
        },
        outcome,
    };
}
function hasErrors({ diagnostics }) {
    return diagnostics.some(({ severity }) => severity === "error");
}
async function liveAddresses({ deps }) {
    try {
        return (await deps.terraform.statePull({ evenWhenCancelled: true }))?.snapshot.addresses ?? [];
    }
    catch {
        return undefined;
    }
}
/** Complete is complete, whoever was cancelled; else it is the cancel that ended it, unless it was something worse. */
async function decideEnding(step, course, { hasEnded, running }) {
    const { apply, unsaved } = course;
    if (!hasEnded) {
        return new failure/* Failure */.HR({
            reason: "cancelled",
            what: `The run was cancelled; Terraform (process ${running.join(", ")}) is still running, the state may stay locked`,
            remedy: "When the state stays locked, look at what exists before terraform force-unlock.",
        });
    }
    if (unsaved !== undefined) {
        return new failure/* Failure */.HR({
            reason: "state-not-saved",
            what: "The run was cancelled, and Terraform could not save the state",
            remedy: "Do not apply again: push the state first, as the note below says.",
        });
    }
    if (apply?.result.product === undefined)
        return (0,apply_failure/* cancelledApply */.I)("nothing was applied");
    if (apply.result.isComplete && !hasErrors(apply.result))
        return undefined;
    return (0,apply_failure/* failureOfApply */.k)(step, apply);
}
/** Reads a result file that the main step may have been killed over; undefined when it is not there or cut off. */
function readResultFile(bytes) {
    if (bytes === undefined)
        return undefined;
    try {
        return parseResultFile(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/terraform-apply/lib/post.js
/**
 * What remains when a step was cancelled: terraform may still be ending. Waits for it, so that the job does not kill it
 * with the state unsaved and locked, and tells how it ended.
 */









/** Waits for a terraform that the cancelled step left behind, then tells the verdict. */
async function runPost(given, host, verbs) {
    const running = await waitForLeftBehind(host, (pid) => verbs.isRunning(pid));
    const hasEnded = running.length === 0;
    (0,hide_secrets/* hideKnownSecrets */.$)(given);
    hideSecrets(given);
    const step = await (0,find_review/* findPullRequest */._f)(given, false);
    const done = isFinal(step) ? post_readResult(step) : undefined;
    const told = done ?? (await reconstruct(step, verbs.readApplyStream, { hasEnded, running }));
    removeLeftovers(step, hasEnded);
    // A main step that was killed wrote no summary, also when it had come to its verdict.
    const isInSummary = done !== undefined && host.state("ended") !== undefined;
    if (!isInSummary)
        host.summary((0,comment/* renderSummary */.Br)(told.report, told.record), { verbatim: true });
    host.log.info(`${told.report.label}: ${told.record.summary}`);
    const startedAt = Number(host.state("started"));
    const { warnings } = await (0,publish_record/* publishRecord */.l)(step, told, startedAt);
    const unsaved = told.parts.marker.data["unsaved"];
    const deployment = await (0,lib_deployment/* endDeployment */.FU)(step, told.record.deploymentId ?? (await (0,lib_deployment/* findOpenDeployment */.$H)(step)), {
        record: told.record,
        unsaved: typeof unsaved === "string" ? unsaved : undefined,
    });
    for (const warning of [...warnings, ...(deployment === undefined ? [] : [deployment])])
        host.log.warning(warning);
}
/** What stays in the private folder: what people and terraform-report may still need, and none of it has secrets in clear. */
const kept = new Set([lib_journal/* journalFiles */.RF.journal, lib_journal/* journalFiles */.RF.result, lib_journal/* journalFiles */.RF.final]);
/** A killed step left plans, variables, states and streams behind, all of them in clear. */
function removeLeftovers({ deps, target }, hasEnded) {
    const inUse = new Set(hasEnded ? [] : [lib_journal/* journalFiles */.RF.stdout, lib_journal/* journalFiles */.RF.stderr]);
    for (const name of deps.files.list(target.privateDirectory)) {
        if (kept.has(name) || inUse.has(name) || name.startsWith("errored.tfstate"))
            continue;
        deps.files.remove(`${target.privateDirectory}/${name}`);
    }
}
/** Whether the main step, or an earlier post step, came to a verdict. */
function isFinal({ deps, target }) {
    return deps.files.readBytes(`${target.privateDirectory}/${lib_journal/* journalFiles */.RF.final}`) !== undefined;
}
function post_readResult({ deps, target }) {
    const parsed = readResultFile(deps.files.readBytes(`${target.outputDirectory}/${lib_journal/* journalFiles */.RF.result}`));
    if (parsed?.apply === undefined)
        return undefined;
    const { report, marker, outline, apply } = parsed;
    return { report, record: apply, parts: { marker, outline, apply } };
}
/** The plan's document is still there when the main step was killed: what is secret in it is hidden again. */
function hideSecrets(step) {
    const { saved, fresh } = (0,plan_course/* planFilesOf */.Uh)(step);
    for (const file of [saved.documentFile, fresh.documentFile]) {
        if (step.deps.files.readBytes(file) === undefined)
            continue;
        const source = step.deps.files.openPlan(file);
        try {
            for (const secret of (0,plan_reader/* readPlan */.m3)(source).secrets)
                step.deps.host.redactor.add(secret);
        }
        catch {
            // Cut off: nothing of it was shown either.
        }
        finally {
            source.close();
        }
    }
}


/***/ })

};

