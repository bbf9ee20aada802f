export const id = 224;
export const ids = [224];
export const modules = {

/***/ 8310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ cancelledApply),
/* harmony export */   k: () => (/* binding */ failureOfApply)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * Puts an apply that did not come to its end into words. A terraform that broke may have left its lock: only then, taking
 * it is tried.
 */

/** The failure of an apply that did not come to its end. */
async function failureOfApply({ deps, target }, { result, outcome }) {
    // What was made and is not in the state is no better known to terraform than what it was making.
    const facts = { directory: target.directory, uncertain: [...outcome.uncertain, ...outcome.unsaved] };
    const failure = deps.failureOf(result, "apply", facts);
    if (failure.reason === "cancelled")
        return cancelledApply(describeEnd(outcome));
    if (failure.reason !== "terraform-crashed")
        return failure;
    const lock = await deps.terraform.leftLock().catch(() => undefined);
    return lock?.id === undefined ? failure : deps.failureOf(result, "apply", { ...facts, lockId: lock.id });
}
/** Terraform would have said so, if it had not saved the state. */
function describeEnd({ applied, failed, uncertain, unsaved }) {
    const isBegun = applied.length + failed.length + uncertain.length > 0;
    const saved = unsaved.length === 0 ? ", its state is saved" : "";
    return `Terraform was asked to stop, and ended ${isBegun ? `by itself${saved}` : "before it changed anything"}`;
}
/** The failure of a cancelled run. */
function cancelledApply(what) {
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        reason: "cancelled",
        what: `The run was cancelled; ${what}`,
        remedy: "Run the job again: it goes on with what is left of the reviewed plan.",
    });
}


/***/ }),

/***/ 2241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bw: () => (/* binding */ askUnsavedState),
  tY: () => (/* binding */ beginDeployment),
  FU: () => (/* binding */ endDeployment),
  $H: () => (/* binding */ findOpenDeployment)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/github/lib/deployment.js
var deployment = __webpack_require__(1514);
// EXTERNAL MODULE: ./packages/github/lib/permission-hint.js
var permission_hint = __webpack_require__(6002);
;// CONCATENATED MODULE: ./packages/github/lib/deployment-record.js
/**
 * Keeps the GitHub Deployment that records what a step did: made, ended with the truth, found again by a later phase of the
 * step. It works with the verbs that it is handed, and never rejects: a record does not decide how a step ends.
 */



/**
 * Creates a Deployment and gives it a status: `in_progress` when something begins, the final one when it is over already.
 * @param onCreated is told the id before the status is asked for: who is killed then can still end it
 */
async function createRecord(github, request, status, onCreated = () => undefined) {
    const { owner, repo } = request;
    let made = {};
    try {
        const client = await github();
        const { id } = await client.createDeployment(request);
        made = { id };
        onCreated(id);
        await client.setDeploymentStatus(id, { owner, repo, ...status, isFirst: true });
        return made;
    }
    catch (thrown) {
        // One that was made has to be ended, whatever its first status came to.
        return { ...made, failure: (0,failure/* toFailure */.w2)(thrown) };
    }
}
/** Gives a Deployment its status; what is told when it was not taken, undefined when all is well. */
async function endRecord(github, id, status) {
    try {
        const client = await github();
        await client.setDeploymentStatus(id, status);
        return undefined;
    }
    catch (thrown) {
        return (0,permission_hint/* describeUnkept */.R)(thrown);
    }
}
/**
 * The id of the newest relevant Deployment when nobody ended it: a killed step can have made one without coming to know
 * its id. Undefined, and told to the log, when nobody may look.
 */
async function findOpenRecord(github, query, log) {
    try {
        const client = await github();
        const latest = await client.latestDeployment(query);
        return latest !== undefined && (0,deployment/* isOpenDeployment */.Qc)(latest) ? latest.id : undefined;
    }
    catch (thrown) {
        log.info(`Whether this run began a Deployment is not known: ${(0,failure/* toFailure */.w2)(thrown).what}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/github/lib/failure.js
var lib_failure = __webpack_require__(7903);
;// CONCATENATED MODULE: ./packages/planning/lib/apply-deployment.js
/** The task of the Deployments of applies. */
const applyTask = "terraform-apply";
/** How the status of an apply that could not save its state begins; what follows names the state. */
const UNSAVED = "state-not-saved ";
/** The Deployment to create for an apply. */
function applyDeployment(place, { pullRequest, ...facts }) {
    const { owner, repo, sha: ref, environment } = place;
    const payload = { ...facts, ...(pullRequest === undefined ? {} : { pullRequest }) };
    return { owner, repo, ref, task: applyTask, environment, description: `terraform apply of ${facts.label}`, payload };
}
/**
 * How an apply ended, as the status of its Deployment.
 * @param unsaved the state that could not be saved: "<lineage> <serial>"; "" when it could
 */
function statusOfApply({ result, summary }, unsaved = "") {
    const isGood = result === "applied" || result === "no-changes";
    return { state: isGood ? "success" : "failure", description: unsaved === "" ? summary : `${UNSAVED}${unsaved}` };
}
/** The state that could not be saved, from the description of a status; undefined when it could. */
function unsavedStateOf(description) {
    return description.startsWith(UNSAVED) ? description.slice(UNSAVED.length) : undefined;
}

;// CONCATENATED MODULE: ./actions/terraform-apply/lib/deployment.js
/**
 * Keeps a GitHub Deployment for the environment: begun right before anything changes, ended with the truth. It never
 * changes the result of the apply.
 */



/** Begins the Deployment; undefined, with a note, when that cannot be. */
async function beginDeployment(step, facts, notes) {
    if (!isKept(step))
        return undefined;
    const { inputs, context, target, deps, label, pullRequest } = step;
    const { owner, repo, sha, runId: run, runUrl: logUrl } = context;
    const { directory } = target;
    const { fingerprint, workspace } = facts;
    const { id, failure } = await createRecord(() => deps.github(), applyDeployment({ owner, repo, sha, environment: inputs.environment }, { label, directory, workspace, fingerprint, run, pullRequest }), { state: "in_progress", description: `Applying ${label}`, logUrl });
    // Whoever leaves the comment to terraform-report leaves it the Deployment, too: it needs its permission there.
    const isLeft = inputs.comment === "never" && failure instanceof lib_failure/* GitHubFailure */.i && failure.permission !== undefined;
    if (isLeft)
        deps.host.log.info(`The Deployment is left to terraform-report: ${failure.what}`);
    else if (failure !== undefined)
        notes.push((0,permission_hint/* describeUnkept */.R)(failure));
    return id;
}
/** Ends the Deployment with the record's verdict. */
async function endDeployment({ context, deps }, id, { record, unsaved }) {
    if (id === undefined)
        return undefined;
    const { owner, repo, runUrl: logUrl } = context;
    return endRecord(() => deps.github(), id, { owner, repo, logUrl, ...statusOfApply(record, unsaved) });
}
/** The Deployment of this run that nobody ended: a killed step can have made one without coming to know its id. */
async function findOpenDeployment(step) {
    if (!isKept(step))
        return undefined;
    const { context, deps, label } = step;
    const isRelevant = ({ payload }) => payload["label"] === label && payload["run"] === context.runId;
    return findOpenRecord(() => deps.github(), { ...placeOf(step), isRelevant }, deps.host.log);
}
/** The state that the newest apply of this target could not save, as its Deployment says; undefined when it could. */
async function askUnsavedState(step) {
    if (!isKept(step))
        return undefined;
    const { deps, label } = step;
    try {
        const github = await deps.github();
        const isRelevant = ({ payload }) => payload["label"] === label;
        const latest = await github.latestDeployment({ ...placeOf(step), isRelevant });
        return unsavedStateOf(latest?.status?.description ?? "");
    }
    catch (thrown) {
        deps.host.log.info(`Earlier Deployments are not known: ${(0,failure/* toFailure */.w2)(thrown).what}`);
        return undefined;
    }
}
function isKept({ inputs }) {
    return inputs.environment !== "" && inputs["github-token"] !== "";
}
/** Where the Deployments of applies in this environment are. */
function placeOf({ inputs, context }) {
    const { owner, repo } = context;
    return { owner, repo, environment: inputs.environment, task: applyTask };
}


/***/ }),

/***/ 7046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ draftRecord),
/* harmony export */   ZF: () => (/* binding */ draftPlan),
/* harmony export */   mM: () => (/* binding */ planParts)
/* harmony export */ });
/* unused harmony export redactJson */
/* harmony import */ var _handrail_planning__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5801);
/* harmony import */ var _handrail_planning_conclude__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6011);
/* harmony import */ var _handrail_report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2666);
/* harmony import */ var _handrail_report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3552);
/* harmony import */ var _handrail_report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8164);
/**
 * Drafts what people see of the course so far: the report of the plan, the record of its apply, the marker. No effects but
 * reading; everything that leaves here is redacted.
 */



/** The report of the plan, whatever became of it. */
function draftPlan(step, course) {
    const { candidate, judgement } = course;
    const workspace = step.deps.terraform.selectedWorkspace();
    const made = course.made ?? (0,_handrail_planning__WEBPACK_IMPORTED_MODULE_0__/* .startPlan */ .Ir)({ workspace });
    return (0,_handrail_planning_conclude__WEBPACK_IMPORTED_MODULE_1__/* .draftReport */ .S)(step, {
        made,
        readable: candidate?.readable,
        judgement: judgement ?? { guardrails: { violations: [], lifted: [] }, notes: [] },
        failure: made.failure ?? judgement?.failure,
        label: step.label,
        sealed: candidate === undefined ? undefined : { fingerprint: candidate.fingerprint, outline: "" },
        changedFiles: [],
    });
}
/**
 * What the comment carries: the reviewed marker and outline, or none. The proof of the marker is made last, when the record
 * is in it.
 */
function planParts(course, report) {
    // Only what stood in the comment as reviewed may stand there as reviewed: never what a plan file, or we, say of ourselves.
    const reviewed = course.reviewed?.marker;
    const data = reviewed ?? { ...(0,_handrail_report__WEBPACK_IMPORTED_MODULE_2__/* .markReport */ .Q_)(report, undefined).data, fingerprint: "" };
    const marker = { action: "terraform-plan", key: report.label, data: { ...data } };
    return { marker, outline: outlineOfCourse(course) };
}
function outlineOfCourse({ reviewed }) {
    return reviewed?.marker === undefined ? "" : reviewed.outlineText;
}
/** The record with its marker. */
function draftRecord(step, course, { report, failure }) {
    const { context, inputs, deps, target } = step;
    const redact = (text) => deps.host.redactor.redact(text);
    const outcome = course.apply?.outcome ?? { applied: [], failed: [], notStarted: [], uncertain: [] };
    const addresses = (list) => list.map(redact);
    const facts = {
        result: resultOf(course, failure),
        ...(failure === undefined ? {} : { failure: showFailure(failure, redact) }),
        applied: addresses(outcome.applied),
        failed: addresses(outcome.failed),
        notStarted: addresses(outcome.notStarted),
        uncertain: addresses(outcome.uncertain),
        isDryRun: inputs["dry-run"],
    };
    const record = {
        ...facts,
        summary: (0,_handrail_report__WEBPACK_IMPORTED_MODULE_3__/* .summariseApply */ .p)(facts, report.counts),
        ...(course.difference === undefined ? {} : { difference: course.difference }),
        outputs: course.outputs.map(({ name, value, isSensitive }) => {
            return { name, isSensitive, ...(value === undefined ? {} : { value: redactJson(value, redact) }) };
        }),
        diagnostics: diagnosticsOf(course).map((found) => (0,_handrail_report__WEBPACK_IMPORTED_MODULE_4__/* .showDiagnostic */ .X)(found, target.directory, redact)),
        notes: [...missingNote(course), ...course.notes, ...(course.reviewed?.notes ?? [])].map(redact),
        review: course.reviewed?.shown ?? { kind: inputs.approval === "none" ? "none" : "comment" },
        by: context.actor,
        runUrl: context.runUrl,
        runId: context.runId,
        sha: context.sha,
        ...(inputs.environment === "" ? {} : { environment: inputs.environment }),
        ...(course.deploymentId === undefined ? {} : { deploymentId: course.deploymentId }),
    };
    const { marker, outline } = planParts(course, report);
    const key = inputs["seal-key"];
    const isReview = course.reviewed !== undefined;
    return {
        record,
        parts: {
            marker: (0,_handrail_report__WEBPACK_IMPORTED_MODULE_2__/* .markApply */ .m)(report, record, {
                reviewed: isReview ? marker.data : undefined,
                unsaved: owedState(course, failure),
                sealKey: key === "" ? undefined : key,
            }),
            outline: isReview ? outline : "",
            apply: record,
        },
    };
}
/** What was made and is in no state would be made once more by the next apply. */
function missingNote({ apply, unsaved }) {
    const missing = apply?.outcome.unsaved ?? [];
    if (missing.length === 0 || unsaved !== undefined)
        return [];
    const more = missing.length > 20 ? ` and ${missing.length - 20} more` : "";
    return [
        `Done according to Terraform, but not in the state: ${missing.slice(0, 20).join(", ")}${more}. Import or delete them before anything else is applied.`,
    ];
}
/** A state that an earlier apply could not save is asked for until a run finds it in the backend. */
function owedState({ unsaved, apply, reviewed }, failure) {
    return unsaved ?? (apply === undefined && failure !== undefined ? reviewed?.unsaved : undefined);
}
/** A plan that failed shows its errors itself; what is shown here is the apply's, or of a plan that came to nothing. */
function diagnosticsOf({ apply, made, candidate }) {
    if (apply !== undefined)
        return apply.result.diagnostics;
    return candidate === undefined ? (made?.diagnostics ?? []) : [];
}
function showFailure(failure, redact) {
    const { reason, what, remedy, location } = failure;
    return { reason, what: redact(what), remedy: redact(remedy), ...(location === undefined ? {} : { location }) };
}
/** Reasons for which nothing is started: somebody, or something, says no. */
const refusals = new Set([
    "not-reviewed",
    "plan-changed",
    "plan-tampered",
    "guardrail-denied",
    "policy-denied",
]);
function resultOf(course, failure) {
    const { apply } = course;
    if (failure === undefined)
        return apply === undefined ? "no-changes" : "applied";
    if (apply === undefined)
        return refusals.has(failure.reason) || failure.result === "refused" ? "refused" : "failed";
    return apply.outcome.applied.length > 0 ? "partial" : "failed";
}
/** Every text in a value, keys too, without secrets. */
function redactJson(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactJson(item, redact));
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]));
}


/***/ }),

/***/ 8074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rk: () => (/* binding */ describeKeptState),
  W9: () => (/* binding */ isRecovered),
  i8: () => (/* binding */ keepErroredState)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-seal.js
var plan_seal = __webpack_require__(997);
// EXTERNAL MODULE: ./packages/terraform/lib/seal-key.js
var seal_key = __webpack_require__(427);
;// CONCATENATED MODULE: ./packages/terraform/lib/state-seal.js
/**
 * A state under lock: what terraform could not save is encrypted (AES-256-GCM) until somebody pushes it. Bytes in, bytes
 * out; the nonce comes from outside. Layout: 8 bytes magic with the version, 12 bytes nonce, the ciphertext, 16 bytes tag.
 */




const MAGIC = new TextEncoder().encode("HRSTAT1\n");
const CIPHER = "aes-256-gcm";
const TAG = 16;
/** Encrypts a state. `nonce` must be fresh random bytes; throws RangeError for another length. */
function encryptState(state, sealKey, nonce) {
    if (nonce.length !== plan_seal/* NONCE_LENGTH */.PX)
        throw new RangeError(`A nonce has ${plan_seal/* NONCE_LENGTH */.PX} bytes, not ${nonce.length}.`);
    const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, (0,seal_key/* deriveKey */.H)(sealKey, "state"), nonce, { authTagLength: TAG });
    cipher.setAAD(MAGIC);
    return new Uint8Array(Buffer.concat([MAGIC, nonce, cipher.update(state), cipher.final(), cipher.getAuthTag()]));
}
/** Decrypts it. A Failure `invalid-input` when it is no such file, was changed, or the key is another one. */
function decryptState(sealed, sealKey) {
    const start = MAGIC.length + NONCE_LENGTH;
    const end = sealed.length - TAG;
    if (end < start || Buffer.compare(sealed.subarray(0, MAGIC.length), MAGIC) !== 0)
        throw unreadable();
    const nonce = sealed.subarray(MAGIC.length, start);
    const decipher = createDecipheriv(CIPHER, deriveKey(sealKey, "state"), nonce, { authTagLength: TAG });
    decipher.setAAD(MAGIC);
    decipher.setAuthTag(sealed.subarray(end));
    try {
        return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start, end)), decipher.final()]));
    }
    catch {
        throw unreadable();
    }
}
function unreadable() {
    return new Failure({
        reason: "invalid-input",
        what: "This is not a state that was sealed with this seal-key, or it was changed",
        remedy: "Use the seal-key that the apply had, and the file as it was written.",
    });
}

// EXTERNAL MODULE: ./packages/terraform/lib/state-snapshot.js
var state_snapshot = __webpack_require__(6424);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-record.js
var plan_record = __webpack_require__(2765);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/journal.js
var journal = __webpack_require__(7602);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/errored-state.js
/**
 * Takes care of a state that terraform could not save: it holds every secret and is the only record of what exists. It is
 * never left in the root module: encrypted with the seal key, or, without one, where only this user can read it.
 */


/**
 * Moves the state out of the root module, or out of terraform's own output when it could not even write that file;
 * undefined when there is none.
 * @param lineage of the state before; "" when there was none: pushed into an empty backend, it gets a new one
 */
function keepErroredState(step, lineage) {
    const { deps, target, inputs } = step;
    const path = deps.terraform.erroredState();
    const dump = step.readStateDump(`${target.privateDirectory}/${journal/* journalFiles */.RF.stdout}`);
    const left = path === undefined ? undefined : deps.files.readBytes(path);
    const state = left ?? (dump === undefined ? undefined : new TextEncoder().encode(dump));
    if (state === undefined)
        return undefined;
    const key = inputs["seal-key"];
    // What lies in the output directory may be in the checkout, and is uploaded: nothing in clear goes there.
    const file = key === "" ? `${target.privateDirectory}/errored.tfstate` : `${target.outputDirectory}/errored.tfstate.sealed`;
    deps.files.write(file, [key === "" ? state : encryptState(state, key, deps.randomBytes(plan_seal/* NONCE_LENGTH */.PX))]);
    if (path !== undefined)
        deps.files.remove(path);
    return { path: file, isSealed: key !== "", identity: lineage === "" ? `${newState} 1` : identityOf(state) };
}
/** In place of a lineage: there was no state before. */
const newState = "new";
function identityOf(state) {
    try {
        const snapshot = (0,state_snapshot/* parseState */.B)(new TextDecoder().decode(state));
        if (snapshot?.lineage !== undefined)
            return `${snapshot.lineage} ${snapshot.serial}`;
    }
    catch {
        // A state that cannot be read is still one that was not saved.
    }
    return `${(0,plan_record/* sha256 */.sc)(state).slice(0, 16)} 0`;
}
/** What to do with it, for people. */
function describeKeptState({ path, isSealed }) {
    const push = "push it with terraform state push before anything else is applied";
    return isSealed
        ? `The state that could not be saved is in ${path}, encrypted with seal-key: open it with unseal.mjs of terraform-apply, then ${push}.`
        : `The state that could not be saved is in ${path}, in clear and readable by this user only, because there is no seal-key: ${push}, and delete it.`;
}
/** Whether the backend has the state that an earlier apply could not save. */
function isRecovered(unsaved, live) {
    const [lineage = "", serial = "0"] = unsaved.split(" ");
    return live !== undefined && (lineage === newState || live.lineage === lineage) && live.serial >= Number(serial);
}


/***/ }),

/***/ 3943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _f: () => (/* binding */ findPullRequest),
  IE: () => (/* binding */ findReview),
  M9: () => (/* binding */ requireEvent),
  sK: () => (/* binding */ requireUnmoved)
});

;// CONCATENATED MODULE: ./packages/github/lib/merged-pull-request.js
/**
 * The one merged pull request that `sha` is the result of; undefined when there is none, "ambiguous" when several are.
 *
 * After a merge GitHub puts into `merge_commit_sha`: for a merge commit that commit, for a squash the squashed commit on
 * the base branch, for a rebase the commit that the base branch was updated to, which is the last of the new ones
 * (https://docs.github.com/rest/pulls/pulls#get-a-pull-request). The earlier commits of a rebase, and the commits of the
 * head branch below a merge commit, belong to the pull request but are not its result: they are none here. Where GitHub
 * does not name the commit, only a base branch moved forward to exactly the reviewed head counts.
 * @param pulls as pullRequestsOf lists them, in any order
 * @param sha the full hash of the commit
 */
function mergedPullRequest(pulls, sha) {
    if (sha === "")
        return undefined;
    // A list that moved between two pages can name the same one twice.
    const merged = [...new Map(pulls.filter((each) => each.isMerged).map((each) => [each.number, each])).values()];
    const results = merged.filter((each) => each.mergeCommitSha === sha);
    const [found, ...others] = results.length > 0 ? results : merged.filter((each) => each.mergeCommitSha === "" && each.headSha === sha);
    return others.length > 0 ? "ambiguous" : found;
}

// EXTERNAL MODULE: ./packages/planning/lib/publish.js
var publish = __webpack_require__(8004);
// EXTERNAL MODULE: ./packages/report/lib/marker.js + 1 modules
var lib_marker = __webpack_require__(2666);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/review.js + 1 modules
var review = __webpack_require__(6980);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/find-review.js
/**
 * Finds the pull request that a commit belongs to, and the review in its comment. The order of questions to GitHub; what
 * counts is decided in review.ts.
 */





/**
 * Events that anybody who can read may cause, a wiki that is open to all among them: what they say is no order.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const ORDERS = /^(?:issue_comment|commit_comment|discussion|discussion_comment|issues|pull_request_review(?:_comment)?|fork|gollum|watch)$/;
/** @throws Failure `not-reviewed` for an event that is no approval of a commit */
function requireEvent({ context }) {
    if (!ORDERS.test(context.eventName))
        return;
    throw (0,review/* notReviewed */.vE)(`An event of ${context.eventName} does not approve a commit: anybody who can read the repository can cause it`, "Apply on push, on a merged pull_request or on workflow_dispatch, and approve with the job's environment.");
}
/**
 * The step with its pull request as GitHub has it now. With `isNeeded` it must be found; without, a step that finds none
 * goes on without one.
 * @throws Failure `not-reviewed`
 */
async function findPullRequest(step, isNeeded) {
    const { context, inputs, deps } = step;
    if (inputs["github-token"] === "" || (context.sha === "" && step.pullRequest === undefined))
        return step;
    try {
        const github = await deps.github();
        const { owner, repo, sha } = context;
        const named = step.pullRequest;
        const found = named === undefined
            ? mergedPullRequest(await github.pullRequestsOf(owner, repo, sha), sha)
            : await github.pullRequest(owner, repo, named);
        if (found === undefined || found === "ambiguous") {
            if (!isNeeded)
                return step;
            throw (0,review/* notReviewed */.vE)(found === undefined
                ? `Commit ${sha} is not the result of a merged pull request`
                : `Commit ${sha} is the result of more than one merged pull request`, "Name the pull request that was reviewed in the input pull-request. What was pushed directly nobody has reviewed: open a pull request (any change will do), its plan shows everything that is still to be done.");
        }
        return { ...step, pullRequest: found.number, context: { ...context, pullRequest: found } };
    }
    catch (thrown) {
        const failure = (0,lib_failure/* toFailure */.w2)(thrown);
        if (isNeeded)
            throw unreadable(failure);
        deps.host.log.info(`The pull request of this commit is not known: ${failure.what}`);
        return step;
    }
}
function unreadable(failure) {
    if (failure.reason === "not-reviewed" || failure.reason === "cancelled")
        return failure;
    return (0,review/* notReviewed */.vE)(`The review cannot be read: ${failure.what}`, failure.remedy);
}
/**
 * Reads the review of a step that applies without a plan file.
 * @throws Failure `not-reviewed`
 */
async function findReview(step) {
    const { context, inputs, target, deps } = step;
    const { pullRequest } = context;
    if (pullRequest === undefined)
        throw (0,review/* notReviewed */.vE)("Nobody can tell which pull request was reviewed");
    requireMerged(step, pullRequest);
    const sealKey = inputs["seal-key"];
    try {
        const github = await deps.github();
        const { owner, repo } = context;
        await requireBelonging(step, pullRequest);
        const comment = await github.findComment({
            owner,
            repo,
            pullRequest: pullRequest.number,
            action: lib_marker/* planAction */.y0,
            key: step.label,
            ...(sealKey === "" ? {} : { isGenuine: (marker) => (0,lib_marker/* isGenuineMarker */.ET)(marker, sealKey) }),
        });
        const reviewed = (0,review/* readReview */.ty)(comment, {
            repository: `${owner}/${repo}`,
            pullRequest,
            label: step.label,
            directory: target.directory,
            workspace: deps.terraform.selectedWorkspace(),
            sealKey,
        });
        const foreign = comment?.foreign ?? [];
        // Where nobody writes the record of an apply into the comment, it does not say that one was begun either.
        const isBegun = reviewed.isBegun || inputs.comment === "never";
        return { ...reviewed, isBegun, notes: [...reviewed.notes, ...foreign.map(publish/* describeLookAlike */.fN)] };
    }
    catch (thrown) {
        throw unreadable((0,lib_failure/* toFailure */.w2)(thrown));
    }
}
/** Merged is reviewed; an open one must be named on purpose, and be no stranger's. */
function requireMerged({ inputs }, pullRequest) {
    if (pullRequest.isMerged)
        return;
    if (inputs["pull-request"] === undefined) {
        throw (0,review/* notReviewed */.vE)(`Pull request ${pullRequest.number} is not merged`, "Merge it, or name it in the input pull-request to apply before the merge.");
    }
    if (!pullRequest.isFork && !pullRequest.isClosed)
        return;
    throw (0,review/* notReviewed */.vE)(pullRequest.isFork
        ? `Pull request ${pullRequest.number} comes from a fork and is not merged`
        : `Pull request ${pullRequest.number} was closed without a merge`, "Merge it first: its code would run with this repository's credentials.");
}
/** Asks GitHub only where the event and the commit do not say it. */
async function requireBelonging({ context, deps, eventPullRequest }, pullRequest) {
    const { owner, repo, sha, eventName } = context;
    const result = pullRequest.isMerged ? pullRequest.mergeCommitSha : pullRequest.headSha;
    if (sha === result || (pullRequest.isMerged && sha === pullRequest.headSha))
        return;
    if (eventName === "pull_request" && eventPullRequest === pullRequest.number)
        return;
    const github = await deps.github();
    (0,review/* requireCommit */.Fo)(pullRequest, sha, await github.compareCommits(owner, repo, result, sha));
    if (pullRequest.isMerged) {
        (0,review/* requireOnBase */._k)(pullRequest, sha, await github.compareCommits(owner, repo, pullRequest.baseRef, sha));
    }
}
/**
 * Looks at the pull request once more, right before anything is changed: an open one may have a new head.
 * @throws Failure `not-reviewed`
 */
async function requireUnmoved({ context, deps, inputs }) {
    const { pullRequest, owner, repo } = context;
    if (pullRequest === undefined || pullRequest.isMerged || inputs["github-token"] === "")
        return undefined;
    let now;
    try {
        now = await (await deps.github()).pullRequest(owner, repo, pullRequest.number);
    }
    catch (thrown) {
        const failure = (0,lib_failure/* toFailure */.w2)(thrown);
        if (inputs["plan-file"] === "" && inputs.approval === "reviewed")
            throw unreadable(failure);
        return `Whether pull request ${pullRequest.number} moved since the plan is not known: ${failure.what}`;
    }
    if (now.headSha === pullRequest.headSha)
        return undefined;
    throw (0,review/* notReviewed */.vE)(`Pull request ${pullRequest.number} moved on: its head is ${now.headSha}, the plan shows ${pullRequest.headSha}`);
}


/***/ }),

/***/ 7602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RF: () => (/* binding */ journalFiles),
/* harmony export */   _s: () => (/* binding */ renderJournal),
/* harmony export */   p9: () => (/* binding */ describeJournal),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/** The names of the files in the private folder. */
const journalFiles = {
    journal: "apply-journal.json",
    /** The report as it was before the apply. */
    pending: "apply-pending.json",
    /** The report with its record, for whoever tells it; while terraform is at work, what is known so far. */
    result: "apply-result.json",
    /** Is there when what `result` says is the end of it; terraform-report must not take it for a second result. */
    final: "apply-is-told",
    stdout: "apply.stdout",
    stderr: "apply.stderr",
};
/** The journal as a file. */
function renderJournal(journal) {
    return `${JSON.stringify(journal)}\n`;
}
/** Reads what renderJournal wrote, in the same job; undefined when it is not there or cut off. */
function parseJournal(text) {
    if (text === undefined || !text.endsWith("\n"))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The same for people, as the log and the summary show it before anything is changed. */
function describeJournal(journal, runUrl) {
    const { fingerprint, planSha256, lineage, serial, planned } = journal;
    return [
        `Plan ${fingerprint} (file ${planSha256.slice(0, 16)}), ${planned.length === 1 ? "1 object" : `${planned.length} objects`}`,
        lineage === "" ? "State before: none" : `State before: serial ${serial}, lineage ${lineage}`,
        ...(runUrl === "" ? [] : [`Run ${runUrl}`]),
    ];
}


/***/ }),

/***/ 2113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uh: () => (/* binding */ planFilesOf),
  Ry: () => (/* binding */ takeFreshPlan),
  Um: () => (/* binding */ takeSavedPlan)
});

;// CONCATENATED MODULE: ./packages/planning/lib/plan-names.js
/**
 * The names of what is in clear in the private folder, until the step is over. The post step removes them, too.
 */
/** The plan as terraform saves it. */
const planName = "plan.tfplan";
/** The plan as terraform shows it: every value in clear. */
const documentName = "plan-document.json";

// EXTERNAL MODULE: ./packages/planning/lib/make-plan.js
var make_plan = __webpack_require__(5801);
// EXTERNAL MODULE: ./packages/terraform/lib/state-digest.js
var state_digest = __webpack_require__(6240);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/planning/lib/draft-report.js + 1 modules
var draft_report = __webpack_require__(6011);
// EXTERNAL MODULE: ./packages/planning/lib/seal-plan.js + 6 modules
var seal_plan = __webpack_require__(130);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/candidate.js

/** @throws the failure that ended the plan; what was made of it is in `made` */
function readCandidate(step, made, { planFile, documentFile }) {
    const { deps } = step;
    const source = made.hasDocument ? deps.files.openPlan(documentFile) : undefined;
    const readable = (0,draft_report/* readMadePlan */.v)(source, made, step);
    if (made.failure !== undefined)
        throw made.failure;
    if (readable === undefined)
        throw new TypeError("a plan without a failure has a document");
    const facts = (0,seal_plan/* fingerprintFacts */.CF)(step, made, readable);
    return { made, readable, planFile, ...(0,seal_plan/* digestPlan */.w0)(facts, deps.files.readBytes(planFile)) };
}

// EXTERNAL MODULE: ./packages/terraform/lib/address-keys.js
var address_keys = __webpack_require__(5863);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference-causes.js
/**
 * What an update changes by itself, told from its outline: not what only follows from it. It compares no plans.
 */

/** The paths that a change is about, where it is not about all of its object; sorted. */
function causesOf(change) {
    const isUpdate = change?.actions.includes("update") === true;
    const leaves = isUpdate ? (change.detail?.leaves ?? []) : [];
    const changed = leaves.filter(([, before, after]) => before !== after);
    const unknown = new Set(changed.flatMap(([path, , after]) => (after.startsWith("?") ? [path] : [])));
    // What only follows from it is known after the apply.
    const causes = changed.filter(([path]) => !isIn(path, unknown));
    return (causes.length === 0 ? changed : causes).map(([path]) => path).sort(text_order/* compareCodeUnits */.U);
}
/** Whether one of the paths is this one, or above it. */
function isIn(path, paths) {
    if (paths.has(path))
        return true;
    for (const { index } of path.matchAll(/[.[]/g)) {
        if (paths.has(path.slice(0, index)))
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-files.js
var plan_outline_files = __webpack_require__(6306);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference-files.js
/**
 * Which files of the configuration differ between two outlines, in words for people. It decides nothing: whether the
 * configuration is another one its own part says.
 */


/** How many files are named; the rest is counted. */
const NAMED = 10;
/** Of a longer path the end is shown. */
const LONGEST_PATH = 200;
/**
 * `main.tf, modules/a/x.tf (new)`; "" when an outline has no files, or none is known to differ. Digests of another
 * seal key cannot be compared: nothing is named then.
 */
function describeFiles(reviewed, now) {
    const isCut = (0,plan_outline_files/* hasOtherFiles */.yp)(reviewed) || (0,plan_outline_files/* hasOtherFiles */.yp)(now);
    const [before, after] = [reviewed, now].map((parts) => filesOf(isCut ? (0,plan_outline_files/* withoutOtherFiles */.WR)(parts) : parts));
    if (before === undefined || after === undefined || before.size === 0 || after.size === 0)
        return "";
    if (formOf(reviewed) !== formOf(now))
        return "";
    const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
    const isNamed = names.filter((name) => name !== plan_outline_files/* OTHER_FILES */.pg).sort(text_order/* compareCodeUnits */.U);
    const words = isNamed.map((name) => {
        const how = before.has(name) ? (after.has(name) ? "" : " (removed)") : " (new)";
        return `${shownPath(name)}${how}`;
    });
    if (names.includes(plan_outline_files/* OTHER_FILES */.pg))
        words.push("files that are not Terraform's own");
    const more = words.length > NAMED ? ` and ${words.length - NAMED} more` : "";
    return `${words.slice(0, NAMED).join(", ")}${more}`;
}
/** The digests of each path; a redaction can make two paths alike, whose order is that of their digests. */
function filesOf(parts) {
    const files = new Map();
    for (const { kind, name, digest } of parts) {
        if (kind === "file")
            files.set(name, `${files.get(name) ?? ""}${digest}`);
    }
    return files;
}
function formOf(parts) {
    return parts.find(({ kind }) => kind === "form")?.digest;
}
function shownPath(path) {
    return path.length > LONGEST_PATH ? `\u2026${path.slice(-LONGEST_PATH).toWellFormed()}` : path;
}

// EXTERNAL MODULE: ./packages/terraform/lib/fingerprint-digest.js
var fingerprint_digest = __webpack_require__(8839);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-leaves.js
var plan_outline_leaves = __webpack_require__(277);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-subset-values.js
/**
 * Whether the attributes on one side of a change are those that were reviewed, where what only the apply could tell may
 * be anything now. Paths and tokens are those of plan-outline-leaves.ts; no value is known here.
 */

/**
 * The first path where `now` does not fit `reviewed`; undefined when all do. What was unknown may be anything, and a
 * list with something unknown in it can have been a set, whose order the values decide: its elements fit in any order.
 */
function misfit(reviewed, now, fits) {
    const lists = openLists(reviewed);
    for (const path of new Set([...reviewed.keys(), ...now.keys()])) {
        if (listOf(path, lists) !== undefined)
            continue;
        const token = reviewed.get(path) ?? "";
        if (!isUnknown(token) && !fits(token, now.get(path) ?? "") && !isBelowUnknown(path, reviewed))
            return path;
    }
    const [before, after] = [plan_subset_values_elements(reviewed, lists), plan_subset_values_elements(now, lists)];
    for (const list of lists)
        if (!fitElements(before.get(list) ?? [], after.get(list) ?? [], fits))
            return list;
    return undefined;
}
/** Whether the path, or something above it, is only known after the apply, or in a list with such elements. */
function isOpen(path, reviewed) {
    return isUnknown(reviewed.get(path) ?? "") || isBelowUnknown(path, reviewed);
}
/** The lists of a side that have something unknown in them, the outermost of each. */
function openLists(side) {
    const lists = new Set();
    for (const [path, token] of side) {
        if (isUnknown(token)) {
            const index = firstIndex(path);
            if (index !== undefined)
                lists.add(path.slice(0, index.start));
        }
    }
    return lists;
}
/** The list of `lists` that a path is in. */
function listOf(path, lists) {
    const index = lists.size === 0 ? undefined : firstIndex(path);
    const list = index === undefined ? undefined : path.slice(0, index.start);
    return list !== undefined && lists.has(list) ? list : undefined;
}
/** Whether only the apply will tell all of it. A value that was cut and is unknown in part must stay as it was. */
function isUnknown(token) {
    return token === "?" || token === "?*";
}
/** Whether there is nothing, or null, which is the same for an attribute. */
function isNothing(token) {
    return token === "" || token === plan_outline_leaves/* NULL_TOKEN */.Eo || token === `*${plan_outline_leaves/* NULL_TOKEN */.Eo}` || token === "*";
}
/** Whether two tokens say the same value, whatever is flagged and whatever they were compared with. */
function isSameValue(one, other) {
    return one === other || (isNothing(one) && isNothing(other)) || bare(one) === bare(other);
}
/** A token without its flag; all marks of hidden values become one. */
function bare(token) {
    return token.replace(/^\*/, "").replace(/^[~=!]/, "~");
}
/**
 * Whether a token after the change is the reviewed one. A hidden value that was to change may have changed by now; one
 * that was to stay must stay.
 */
function fitsAfter(reviewed, now) {
    if (reviewed === now || (isNothing(reviewed) && isNothing(now)))
        return true;
    return /^\*?!/.test(reviewed) && now === reviewed.replace("!", "=");
}
/** Places right after an attribute or key, where a deeper path goes on. */
function isBelowUnknown(path, side) {
    for (let at = 1; at < path.length; at += 1) {
        const character = path[at];
        const isBorder = character === "." || character === "[";
        if (isBorder && isUnknown(side.get(path.slice(0, at)) ?? ""))
            return true;
    }
    return isUnknown(side.get("") ?? "");
}
/** Where the first list index of a path is; brackets in quoted keys are none. */
function firstIndex(path) {
    let at = path.indexOf("[");
    while (at !== -1) {
        if (path[at + 1] !== '"')
            return { start: at, end: path.indexOf("]", at) + 1 };
        let end = at + 2;
        while (end < path.length && path[end] !== '"')
            end += path[end] === "\\" ? 2 : 1;
        at = path.indexOf("[", end);
    }
    return undefined;
}
/** The elements of each list, as sides of their own. */
function plan_subset_values_elements(side, lists) {
    const found = new Map();
    for (const [path, token] of side) {
        const index = lists.size === 0 ? undefined : firstIndex(path);
        if (index === undefined)
            continue;
        const list = path.slice(0, index.start);
        if (!lists.has(list))
            continue;
        const inList = found.get(list) ?? new Map();
        found.set(list, inList);
        const name = path.slice(index.start, index.end);
        const element = inList.get(name) ?? new Map();
        inList.set(name, element.set(path.slice(index.end).replace(/^\./, ""), token));
    }
    return new Map([...found].map(([list, inList]) => [list, [...inList.values()]]));
}
/** Larger lists are compared in their order only: each element is tried with each. */
const MOST_TRIED = 200;
/** Each element now needs a reviewed one of its own; unknown elements of a set can have become equal to others. */
function fitElements(reviewed, now, fits) {
    if (now.length > reviewed.length)
        return false;
    if (reviewed.length > MOST_TRIED) {
        return now.length === reviewed.length && now.every((element, at) => isFit(reviewed[at], element, fits));
    }
    const openness = (element) => [...element.values()].filter(isUnknown).length;
    const left = [...reviewed].sort((one, other) => openness(one) - openness(other));
    for (const element of now) {
        const at = left.findIndex((candidate) => isFit(candidate, element, fits));
        if (at === -1)
            return false;
        left.splice(at, 1);
    }
    return left.every((element) => isUnknown(element.get("") ?? ""));
}
function isFit(reviewed, now, fits) {
    return reviewed !== undefined && misfit(reviewed, now, fits) === undefined;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-unchanged.js
/**
 * Attributes that a change leaves as they are, as one digest: most of an update are such, and a comment is small. A
 * later outline of the same change has them in full, and gives them back.
 */



/** The change with one digest for the attributes that stay. */
function withoutUnchanged(change) {
    const { detail } = change;
    const unchanged = detail?.leaves.filter(isUnchanged) ?? [];
    if (detail === undefined || unchanged.length === 0 || detail.unchanged !== undefined)
        return change;
    const leaves = detail.leaves.filter((leaf) => !isUnchanged(leaf));
    return { ...change, detail: { ...detail, leaves, unchanged: digestOf(unchanged) } };
}
function isUnchanged([, before, after]) {
    return before === after;
}
function digestOf(leaves) {
    const texts = leaves.map(([path, token]) => JSON.stringify([path, token])).sort(text_order/* compareCodeUnits */.U);
    return (0,fingerprint_digest/* shorten */.ml)((0,fingerprint_digest/* hash */.tW)(texts.join("\n")));
}
/**
 * The reviewed change with all its attributes, from those that the change has now: undefined when they are not the ones
 * that were reviewed. A change that was never cut is given back as it is.
 */
function restoreUnchanged(reviewed, now) {
    const { unchanged, ...rest } = reviewed;
    if (unchanged === undefined)
        return reviewed;
    const after = new Map(reviewed.leaves.map(([path, , token]) => [path, token]));
    const found = now.leaves
        .filter(([path]) => !after.has(path) && !isOpen(path, after))
        .map(([path, one, other]) => [path, other || one, other || one]);
    return digestOf(found) === unchanged ? { ...rest, leaves: [...reviewed.leaves, ...found] } : undefined;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference.js
/**
 * How two plans differ, told by address and attribute from their outlines. It judges nothing: whether a difference is
 * allowed is plan-subset.ts's question, and whether there is one the fingerprint's.
 */





/** Compares the reviewed plan with the one made now. */
function comparePlans(reviewed, now) {
    const pairs = pairChanges(reviewed.changes, now.changes).filter((pair) => pair.reviewed?.digest !== pair.now?.digest);
    const differences = pairs.map(changeDifference);
    const isCut = (outline) => outline.state === undefined;
    const isVague = pairs.some(({ reviewed: one, now: other }) => {
        return one !== undefined && other !== undefined && isVaguePair(one, other);
    });
    return {
        isComplete: !isCut(reviewed) && !isCut(now) && !isVague,
        parts: compareParts(reviewed.parts, now.parts),
        changes: differences.filter(({ section }) => section !== "output"),
        outputs: differences
            .filter(({ section }) => section === "output")
            .map((output) => ({ ...output, address: output.address.replace(/^output\./, "") })),
        checks: compareChecks(reviewed.parts, now.parts),
        movedInState: compareStates(reviewed, now),
        isOtherState: isOtherState(reviewed, now),
    };
}
/** Whether the attributes of a change are not all known. What this version does not know never has any. */
function isVaguePair(reviewed, now) {
    if (now.section === "other")
        return false;
    if (reviewed.detail === undefined || now.detail === undefined)
        return true;
    return restoreUnchanged(reviewed.detail, now.detail) === undefined;
}
/** Whether both states are there and are not the same one; no state yet is no other state. */
function isOtherState(reviewed, now) {
    const before = reviewed.state?.lineage ?? "";
    return before !== "" && now.state !== undefined && now.state.lineage !== before;
}
/**
 * Brings together the changes of two plans: the same section, address and deposed key. Several with one name, which
 * redaction can make, are paired with their equals first and then in order.
 */
function pairChanges(reviewed, now) {
    const [before, after] = [groupBy(reviewed, nameOf), groupBy(now, nameOf)];
    const names = [...new Set([...before.keys(), ...after.keys()])].sort(text_order/* compareCodeUnits */.U);
    return names.flatMap((name) => pairGroup(before.get(name) ?? [], after.get(name) ?? []));
}
/** What a change is called within its plan. */
function nameOf({ address, deposed, section }) {
    return JSON.stringify([address, deposed ?? "", section]);
}
function groupBy(items, nameOf) {
    const groups = new Map();
    for (const item of items) {
        const name = nameOf(item);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [item]);
        else
            group.push(item);
    }
    return groups;
}
function pairGroup(reviewed, now) {
    const left = groupBy(now, ({ digest }) => digest);
    const pairs = [];
    const unpaired = [];
    for (const change of reviewed) {
        const equal = left.get(change.digest)?.pop();
        if (equal === undefined)
            unpaired.push(change);
        else
            pairs.push({ reviewed: change, now: equal });
    }
    const rest = [...left.values()].flat();
    for (let at = 0; at < Math.max(unpaired.length, rest.length); at += 1) {
        const [one, other] = [unpaired[at], rest[at]];
        pairs.push({ ...(one === undefined ? {} : { reviewed: one }), ...(other === undefined ? {} : { now: other }) });
    }
    return pairs;
}
function changeDifference({ reviewed, now }) {
    const either = now ?? reviewed;
    const isBoth = reviewed !== undefined && now !== undefined;
    return {
        address: either?.address ?? "",
        ...(either?.deposed === undefined ? {} : { deposed: either.deposed }),
        section: either?.section ?? "change",
        kind: isBoth ? "different" : now === undefined ? "gone" : "added",
        reviewedActions: reviewed?.actions ?? [],
        actions: now?.actions ?? [],
        attributes: isBoth ? attributesOf(reviewed, now) : causesOf(either),
        aspects: isBoth ? aspectsOf(reviewed, now) : [],
    };
}
function attributesOf({ detail: one }, { detail: other }) {
    if (one === undefined || other === undefined)
        return [];
    const restored = restoreUnchanged(one, other);
    // What cannot be given back is compared as far as it is known.
    const leaves = restored === undefined ? other.leaves.filter(([, before, after]) => before !== after) : other.leaves;
    const before = new Map((restored ?? one).leaves.map(([path, ...tokens]) => [path, tokens.join(" ")]));
    const after = new Map(leaves.map(([path, ...tokens]) => [path, tokens.join(" ")]));
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths.filter((path) => before.get(path) !== after.get(path)).sort(text_order/* compareCodeUnits */.U);
}
function aspectsOf(reviewed, now) {
    const [one, other] = [reviewed.detail, now.detail];
    const aspects = [
        ["the actions", reviewed.actions.join(","), now.actions.join(",")],
        ["the former address", reviewed.previousAddress, now.previousAddress],
    ];
    if (one !== undefined && other !== undefined) {
        aspects.push(["the import", one.importing, other.importing], ["the reason", one.reason, other.reason], ["what forces the replacement", one.forced, other.forced], ["the generated configuration", one.generated, other.generated], ["its type, provider or another property", one.object, other.object]);
    }
    return aspects.filter(([, before, after]) => before !== after).map(([words]) => words);
}
/**
 * The parts of two plans side by side; those that are equal are left out, and so are files, of which an outline can
 * have less: the part of the whole configuration tells that one is another.
 */
function differentParts(reviewed, now) {
    const name = (part) => JSON.stringify([part.kind, part.name]);
    const [before, after] = [groupBy((0,plan_outline_files/* withoutFiles */.Oj)(reviewed), name), groupBy((0,plan_outline_files/* withoutFiles */.Oj)(now), name)];
    const pairs = [];
    for (const key of new Set([...before.keys(), ...after.keys()])) {
        const [ones, others] = [before.get(key) ?? [], after.get(key) ?? []];
        for (let at = 0; at < Math.max(ones.length, others.length); at += 1) {
            const [one, other] = [ones[at], others[at]];
            pairs.push({ ...(one === undefined ? {} : { reviewed: one }), ...(other === undefined ? {} : { now: other }) });
        }
    }
    return pairs.filter((pair) => pair.reviewed?.digest !== pair.now?.digest);
}
function compareParts(reviewed, now) {
    return differentParts(reviewed, now)
        .filter((pair) => (pair.now ?? pair.reviewed)?.kind !== "check")
        .map((pair) => {
        const isConfiguration = (pair.now ?? pair.reviewed)?.kind === "configuration";
        const files = isConfiguration ? describeFiles(reviewed, now) : "";
        return `${describePart(pair)}${files === "" ? "" : `: ${files}`}`;
    });
}
/** One part that differs, in plain words. */
function describePart(pair) {
    const { kind, name } = pair.now ?? pair.reviewed ?? { kind: "whole", name: "" };
    const [before, after] = [pair.reviewed?.shown, pair.now?.shown];
    const change = before === undefined && after === undefined ? "" : ` ${before ?? "(none)"} -> ${after ?? "(none)"}`;
    if (kind === "variable" || kind === "provider" || kind === "check")
        return `${kind} ${name}${change}`;
    if (kind === "terraform")
        return `terraform${change}`;
    if (kind === "form")
        return "the seal-key (one plan has another, or none)";
    if (kind === "arguments")
        return "the arguments in TF_CLI_ARGS";
    return kind === "whole" ? "the mode or completeness of the plan" : `the ${kind}`;
}
function compareChecks(reviewed, now) {
    return differentParts(reviewed, now)
        .filter((pair) => (pair.now ?? pair.reviewed)?.kind === "check")
        .map((pair) => {
        const address = (pair.now ?? pair.reviewed)?.name ?? "";
        return { address, reviewed: pair.reviewed?.shown, now: pair.now?.shown };
    });
}
function compareStates(reviewed, now) {
    if (reviewed.state === undefined || now.state === undefined)
        return [];
    const [before, after] = [reviewed.state, now.state].map(({ resources }) => new Map(resources));
    const moves = [];
    for (const [address, digest] of after ?? []) {
        const old = before?.get(address);
        if (old !== digest)
            moves.push({ address, how: old === undefined ? "appeared" : "changed" });
    }
    for (const address of before?.keys() ?? [])
        if (after?.has(address) !== true)
            moves.push({ address, how: "vanished" });
    return moves.sort((one, other) => (0,text_order/* compareCodeUnits */.U)(one.address, other.address));
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-change.js
var plan_outline_change = __webpack_require__(3245);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-subset-change.js
/**
 * Whether one change of a later plan is what is left of one that was reviewed. Each rule is a way in which an apply can
 * end in the middle; whatever is none of them is refused. It knows outlines only, no values.
 */



const TAINTED = "replace_because_tainted";
const REPLACES = new Set(["delete,create", "create,delete", "create,forget"]);
/** What happens to one object of an address; the attributes after it are what was reviewed. */
const REPEATABLE = new Set([...REPLACES, "create", "update", "delete", "forget", "read", "no-op"]);
/** Why `now` is not what is left of `reviewed`, to complete "it …"; undefined when it is. */
function whyBeyond(reviewed, now) {
    if (reviewed.digest === now.digest)
        return undefined;
    const isPlain = reviewed.section === "change" || reviewed.section === "output";
    if (!isPlain)
        return "is not as it was reviewed";
    const sides = sidesOf(reviewed, now);
    if (sides === undefined)
        return "differs, and the reviewed outline does not say how";
    const [one, other] = sides;
    if (one.detail.object !== other.detail.object)
        return "has another type, provider or other property";
    if (now.previousAddress !== undefined && now.previousAddress !== reviewed.previousAddress)
        return "is moved";
    for (const fact of ["importing", "generated"]) {
        const value = other.detail[fact];
        if (value !== undefined && value !== one.detail[fact])
            return "is imported in another way";
    }
    const after = misfit(one.after, other.after, fitsAfter);
    if (after !== undefined)
        return `has another ${attribute(after)}`;
    return reviewed.section === "output" ? whyOutput(one, other) : whyActions(one, other);
}
/** Both changes by their sides; undefined when an outline does not say what is in them. */
function sidesOf(reviewed, now) {
    if (reviewed.detail === undefined || now.detail === undefined || now.detail.unchanged !== undefined)
        return undefined;
    const detail = restoreUnchanged(reviewed.detail, now.detail);
    if (detail === undefined)
        return undefined;
    const sides = [sidesOfOne(reviewed, detail), sidesOfOne(now, now.detail)];
    // A reviewed identity that only the apply will tell is left out of the plan; nothing else says that it is unknown.
    const { after } = sides[0];
    const hasIdentity = [...after].some(([path, token]) => path.startsWith(plan_outline_change/* IDENTITY */.zK) && !isNothing(token));
    if (!hasIdentity)
        sides[0].after.set(plan_outline_change/* IDENTITY */.zK, "?");
    return [...sides];
}
function sidesOfOne({ actions }, detail) {
    const before = new Map(detail.leaves.map(([path, token]) => [path, token]));
    const after = new Map(detail.leaves.map(([path, , token]) => [path, token]));
    return { actions: actions.join(","), detail, before, after };
}
function attribute(path) {
    return path === "" ? "value" : path;
}
function whyOutput(reviewed, now) {
    const isDelete = reviewed.actions === "delete";
    if (isDelete !== (now.actions === "delete"))
        return `is ${now.actions}, not ${reviewed.actions}`;
    if (!["create", "update", "delete"].includes(now.actions))
        return `is ${now.actions}, not ${reviewed.actions}`;
    return whyHalfDone(reviewed, now);
}
function whyActions(reviewed, now) {
    const isTainted = now.detail.reason === TAINTED && REPLACES.has(now.actions);
    if (reviewed.actions === "create" && isTainted)
        return whyTainted(reviewed, now) ?? whyNewSecret(reviewed, now);
    if (REPLACES.has(reviewed.actions) && now.actions === "create")
        return whyNotNothing(now);
    const isSame = reviewed.actions === now.actions && REPEATABLE.has(now.actions);
    if (!isSame)
        return `is ${now.actions}, not ${reviewed.actions}`;
    if (now.actions === "create")
        return whyNotNothing(now);
    if (now.actions === "read")
        return undefined;
    if (now.actions === "update" || now.actions === "no-op")
        return whyHalfDone(reviewed, now);
    const isOld = misfit(reviewed.before, now.before, isSameValue);
    if (isOld === undefined)
        return undefined;
    const isFailed = REPLACES.has(now.actions) && isTainted && whyTainted(reviewed, now) === undefined;
    if (isFailed)
        return whyNewSecret(reviewed, now);
    return `has another ${attribute(isOld)} before the change`;
}
/** The object before the change is the one whose creation failed half-way: as it was to be, as far as it got. */
function whyTainted(reviewed, now) {
    const path = misfit(reviewed.after, now.before, (after, before) => isNothing(before) || isSameValue(after, before));
    return path === undefined ? undefined : `replaces something that has another ${attribute(path)}`;
}
/** The failed object already has the secret that was reviewed; another one now is not the reviewed one. */
function whyNewSecret(reviewed, now) {
    for (const [path, token] of now.after) {
        const isNew = /^\*?!/.test(token) && !isNothing(now.before.get(path) ?? "");
        if (isNew && !isOpen(path, reviewed.after))
            return `has another ${attribute(path)}`;
    }
    return undefined;
}
function whyNotNothing(now) {
    return [...now.before.values()].every(isNothing) ? undefined : "has something before the creation";
}
/** Attribute by attribute the object is as it was, or as it was to be. */
function whyHalfDone(reviewed, now) {
    const lists = openLists(reviewed.after);
    for (const path of new Set([...reviewed.before.keys(), ...now.before.keys()])) {
        const token = now.before.get(path) ?? "";
        const isKnown = [reviewed.before, reviewed.after].some((side) => isSameValue(side.get(path) ?? "", token));
        if (isKnown || isOpen(path, reviewed.after) || listOf(path, lists) !== undefined)
            continue;
        return `has another ${attribute(path)} before the change`;
    }
    return undefined;
}
/**
 * Whether a deposed object is what a reviewed create_before_destroy left behind: the old object, or a new one whose
 * creation failed and that was replaced in turn.
 */
function isLeftover(reviewed, now) {
    const sides = sidesOf(reviewed, now);
    if (sides === undefined)
        return false;
    const [one, other] = sides;
    if (one.detail.object !== other.detail.object)
        return false;
    const isPlain = reviewed.section === "change" && reviewed.deposed === undefined && now.section === "change";
    if (!isPlain || now.deposed === undefined || now.previousAddress !== undefined)
        return false;
    if (other.detail.importing !== undefined || ![...other.after.values()].every(isNothing))
        return false;
    const isOld = misfit(one.before, other.before, isSameValue) === undefined;
    const isFailed = whyTainted(one, other) === undefined;
    if (one.actions === "create,forget")
        return other.actions === "forget" && (isOld || isFailed);
    if (other.actions !== "delete")
        return false;
    return one.actions === "create,delete" ? isOld || isFailed : one.actions === "create" && isFailed;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-subset.js
/**
 * Whether a later plan does nothing but what is left of a reviewed one, after an apply that ended in the middle. When
 * in doubt it is not: a new review costs less than an apply nobody has seen.
 */



/** Whether everything in the plan made now was reviewed. Both outlines need the same seal key, or none. */
function isSubset(reviewed, now) {
    const why = [
        ...(isOtherState(reviewed, now) ? ["the state is another one, with another lineage"] : []),
        ...differentParts(reviewed.parts, now.parts)
            .filter((pair) => !isAllowedCheck(pair, reviewed))
            .map((pair) => `${describePart(pair)} is not as it was reviewed`),
    ];
    const current = currentChanges(reviewed.changes);
    const live = now.state === undefined ? undefined : new Set(now.state.resources.map(([address]) => address));
    const [done, left] = [[], []];
    for (const pair of pairChanges(reviewed.changes, now.changes)) {
        const change = pair.now ?? pair.reviewed;
        const name = change === undefined ? "" : shownAddress(change);
        if (pair.now === undefined) {
            if (change === undefined || isDone(change, live))
                done.push(name);
            else
                why.push(`${name} is neither planned any more nor done`);
            continue;
        }
        const reason = whyNotReviewed(pair.reviewed, pair.now, current);
        if (reason === undefined)
            left.push(name);
        else
            why.push(`${name} ${reason}`);
    }
    return { isSubset: why.length === 0, why, done, left };
}
/**
 * Whether the state shows what a reviewed change would have come to: that it is not planned any more can have another
 * reason. Outputs and reads leave nothing to look at.
 */
function isDone(change, live) {
    const { section, actions } = change;
    if (section !== "change" || actions.includes("read"))
        return true;
    if (live === undefined)
        return false;
    const isGone = actions.every((action) => action === "delete" || action === "forget");
    return live.has(shownAddress(change)) !== isGone;
}
/** The address of a change as people see it. */
function shownAddress({ address, deposed }) {
    return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}
function whyNotReviewed(reviewed, now, current) {
    if (reviewed !== undefined)
        return whyBeyond(reviewed, now);
    const isLeft = (current.get(now.address) ?? []).some((change) => isLeftover(change, now));
    return isLeft ? undefined : `was not reviewed (${now.actions.join(", ")})`;
}
/** The changes of objects that are not deposed, by address. */
function currentChanges(changes) {
    const found = new Map();
    for (const change of changes) {
        if (change.section !== "change" || change.deposed !== undefined)
            continue;
        const others = found.get(change.address);
        if (others === undefined)
            found.set(change.address, [change]);
        else
            others.push(change);
    }
    return found;
}
/**
 * A check that was unknown may have passed by now. While its object was unknown it had one result for all instances;
 * now it has one for each.
 */
function isAllowedCheck({ reviewed: one, now: other }, reviewed) {
    const isCheck = (other ?? one)?.kind === "check";
    if (!isCheck)
        return false;
    if (other === undefined)
        return one?.shown === "unknown";
    if (other.shown !== "pass" && other.shown !== "unknown")
        return false;
    if (one !== undefined)
        return one.shown === "unknown";
    const parent = (0,address_keys/* withoutKeys */.P)(other.name);
    return reviewed.parts.some(({ kind, name, shown }) => kind === "check" && shown === "unknown" && (0,address_keys/* withoutKeys */.P)(name) === parent);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference-words.js
/** How many things are named; the rest is counted. */
const plan_difference_words_NAMED = 2;
/** How many attributes of one change are named. */
const ATTRIBUTES = 3;
/** What destroys something comes first. */
const RANKS = [
    [/delete/, 0],
    [/forget/, 1],
    [/update|create/, 2],
];
/** What is planned now comes before what is not planned any more. */
const KINDS = ["added", "different", "gone"];
/**
 * Phrases for one line: the first change by address and attribute, what is behind it, how much more differs, and how
 * much moved in the state. Secrets are redacted as far as the outlines are; the text is not safe for a workflow command
 * or markdown yet.
 */
function describeDifference(difference) {
    const items = itemsOf(difference);
    const moved = difference.movedInState.length;
    const more = items.length - plan_difference_words_NAMED;
    const phrases = [
        ...items.slice(0, plan_difference_words_NAMED),
        ...(more > 0 ? [`and ${more} more`] : []),
        ...(moved > 0 ? [`${moved} ${moved === 1 ? "resource" : "resources"} changed in the state meanwhile`] : []),
        ...(difference.isComplete ? [] : ["more may differ, as the reviewed plan is known in part only"]),
    ];
    return phrases.length === 0 ? "the plans do not differ" : phrases.join("; ");
}
function itemsOf({ changes, outputs, checks, parts, isOtherState }) {
    const ranked = [...changes].sort((one, other) => rank(one) - rank(other));
    const [first, ...rest] = [
        ...ranked.map(describeChange),
        ...outputs.map(({ address }) => `output ${address} differs`),
        ...checks.map(({ address, reviewed, now }) => `${address} (${reviewed ?? "absent"} -> ${now ?? "absent"})`),
    ];
    // A change and what is behind it say more than two changes.
    return [
        ...(isOtherState ? ["the state is another one (its lineage differs)"] : []),
        ...(first === undefined ? [] : [first]),
        ...parts.map(plan_difference_words_describePart),
        ...rest,
    ];
}
function plan_difference_words_describePart(part) {
    const [start, files] = ["the configuration", part.split(": ").slice(1).join(": ")];
    if (part.startsWith(`${start}: `))
        return `${start} changed (${files})`;
    return /[)]$| -> /.test(part) ? part : `${part} changed`;
}
function rank({ kind, actions, reviewedActions }) {
    const all = (kind === "gone" ? reviewedActions : actions).join(",");
    const danger = RANKS.find(([pattern]) => pattern.test(all))?.[1] ?? RANKS.length;
    return KINDS.indexOf(kind) * (RANKS.length + 1) + danger;
}
function describeChange(change) {
    const { address, deposed, kind, actions, reviewedActions, attributes, aspects } = change;
    const name = deposed === undefined ? address : `${address} (deposed ${deposed})`;
    const shown = attributes.slice(0, ATTRIBUTES).map((path) => path || "its value");
    const more = attributes.length > ATTRIBUTES ? [`${attributes.length - ATTRIBUTES} more`] : [];
    const named = [...shown, ...more].join(", ");
    if (kind !== "different") {
        const does = (kind === "added" ? actions : reviewedActions).join(", ");
        return `${name} is ${kind === "added" ? "planned only now" : "no longer planned"} (${does}${named === "" ? "" : ` of ${named}`})`;
    }
    const isOther = actions.join(",") !== reviewedActions.join(",");
    const action = isOther ? [`${reviewedActions.join(", ")} -> ${actions.join(", ")}`] : [];
    const differs = [...action, ...(named === "" ? [] : [named])];
    const words = differs.length > 0 ? differs : aspects;
    return words.length === 0 ? `${name} differs` : `${name} differs in ${words.join(", ")}`;
}

;// CONCATENATED MODULE: ./actions/terraform-apply/lib/decide.js


/** Compares by meaning. */
function decideApply({ reviewed, now }) {
    if (reviewed.fingerprint === now.fingerprint)
        return { kind: "same" };
    if (reviewed.outline === undefined) {
        const difference = { parts: [], changes: [], movedInState: [], isComplete: false };
        return { kind: "changed", difference, failure: changed("") };
    }
    const subset = isSubset(reviewed.outline, now.outline);
    // Without an apply there is no rest: what is not planned any more went another way.
    if (subset.isSubset && reviewed.isBegun)
        return { kind: "rest", done: subset.done };
    const difference = comparePlans(reviewed.outline, now.outline);
    return {
        kind: "changed",
        difference: showDifference(difference),
        failure: changed(describeDifference(difference)),
    };
}
function changed(words) {
    return new failure/* Failure */.HR({
        reason: "plan-changed",
        result: "refused",
        what: `The plan is not the one that was reviewed${words === "" ? "" : `: ${words}`}`,
        remedy: "Nothing was applied. After the merge open a new pull request (any change will do): its plan shows everything that is still to be done. Before it, plan the same one again. Have that reviewed.",
    });
}
function showDifference(difference) {
    const checks = difference.checks.map(({ address, reviewed = "none", now = "none" }) => {
        return `check ${address}: ${reviewed} -> ${now}`;
    });
    const outputs = difference.outputs.map((output) => ({ ...output, address: `output.${output.address}` }));
    return {
        parts: [
            ...(difference.isOtherState ? ["the state: it was replaced by another one"] : []),
            ...difference.parts,
            ...checks,
        ],
        changes: [...difference.changes, ...outputs].map(({ address, deposed, kind, attributes, aspects }) => ({
            address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
            what: kind,
            attributes: [...attributes, ...aspects],
        })),
        movedInState: difference.movedInState.map(({ address, how }) => how === "changed" ? address : `${address} (${how})`),
        isComplete: difference.isComplete,
    };
}

// EXTERNAL MODULE: ./actions/terraform-apply/lib/review.js + 1 modules
var review = __webpack_require__(6980);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/saved-plan.js + 3 modules
var saved_plan = __webpack_require__(7810);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/plan-course.js
/**
 * Comes to a plan that may be applied: the saved one, or a fresh one that means the same as what was reviewed. The order of
 * effects; the decisions are in review.ts and decide.ts.
 */







/** Where the plans lie: the one that was saved, and the one that is made now. */
function planFilesOf({ target }) {
    const directory = target.privateDirectory;
    return {
        saved: { planFile: `${directory}/saved-${planName}`, documentFile: `${directory}/saved-${documentName}` },
        fresh: { planFile: `${directory}/${planName}`, documentFile: `${directory}/${documentName}` },
    };
}
function makingOf({ deps, inputs, target }, files) {
    const { terraform, failureOf } = deps;
    const workspace = terraform.selectedWorkspace();
    return { terraform, failureOf, inputs, directory: target.directory, workspace, ...files };
}
/**
 * The saved plan, when the state is still the one it was made for; else a fresh one, held against it.
 * @throws Failure for a plan that may not be applied
 */
async function takeSavedPlan(step, course, opened) {
    const { saved } = planFilesOf(step);
    const making = makingOf(step, saved);
    const made = await (0,make_plan/* prepareSavedPlan */.gF)(making);
    course.made = made;
    if (made.failure !== undefined)
        throw made.failure;
    (0,saved_plan/* requireSameRoot */.aZ)(step, opened, made);
    const candidate = readCandidate(step, await (0,make_plan/* showSavedPlan */.uQ)(making, made), saved);
    if (candidate.fingerprint !== opened.record.fingerprint) {
        throw new failure/* Failure */.HR({
            reason: "plan-tampered",
            result: "refused",
            what: "The plan means something else than its record says: the record was changed, or this job gives Terraform another mode (refresh-only), other arguments (TF_CLI_ARGS) or other providers than the plan's job",
            remedy: "Give both jobs the same inputs and environment, make the plan again, and have it reviewed.",
        });
    }
    if (course.reviewed !== undefined)
        course.reviewed.outline = candidate.outline;
    if ((await (0,saved_plan/* askState */.xv)(step, opened)) === "same")
        return candidate;
    step.deps.host.log.info("The state moved since the plan was made: planning again.");
    return takeFreshPlan(step, course);
}
/**
 * A fresh plan, held against what was reviewed.
 * @throws Failure for a plan that may not be applied
 */
async function takeFreshPlan(step, course) {
    const { fresh } = planFilesOf(step);
    const making = makingOf(step, fresh);
    const before = course.made;
    const made = before === undefined ? await (0,make_plan/* makePlan */.Cs)(making) : await (0,make_plan/* planAgain */.Gj)(making, before);
    course.made = made;
    const candidate = readCandidate(step, made, fresh);
    course.candidate = candidate;
    await requireReviewed(step, course, candidate);
    return candidate;
}
async function requireReviewed(step, course, candidate) {
    const { reviewed } = course;
    if (reviewed?.fingerprint === undefined)
        return;
    // Nothing to do is nothing to refuse, whatever was reviewed.
    if (!candidate.made.hasChanges)
        return;
    requireSameBackend(step, reviewed);
    const { fingerprint, outline, isBegun } = reviewed;
    const decision = decideApply({
        reviewed: { fingerprint, isBegun, ...(outline === undefined ? {} : { outline }) },
        now: { ...candidate, outline: await withState(step, candidate.outline) },
    });
    if (decision.kind === "changed") {
        course.difference = decision.difference;
        throw decision.failure;
    }
    // One review is one apply: run again later, it would undo what came after it.
    if (reviewed.spentBy !== undefined) {
        throw (0,review/* notReviewed */.vE)(`What the plan comment shows was applied by run ${reviewed.spentBy} already, and would be applied a second time`, "When that is what you want, run terraform-plan on the pull request again (or in a new one), and have it reviewed.");
    }
    if (decision.kind === "rest")
        reviewed.shown = { ...reviewed.shown, doneBefore: decision.done };
}
/** The state is in the plan file; in one that cannot be looked into (another product's) it is asked for. */
async function withState({ deps, inputs }, outline) {
    if (outline.state !== undefined)
        return outline;
    const pulled = await deps.terraform.statePull();
    const redact = (text) => deps.host.redactor.redact(text);
    return { ...outline, state: (0,state_digest/* digestState */.Y)(pulled?.text ?? "", { redact, key: inputs["seal-key"] }) };
}
/** The same configuration with another backend is another environment: its fingerprint may be the same. */
function requireSameBackend({ deps }, { marker }) {
    const reviewed = marker?.["backend"];
    if (reviewed === undefined || reviewed === deps.terraform.backend().hash)
        return;
    throw new failure/* Failure */.HR({
        reason: "plan-changed",
        result: "refused",
        what: "The plan that was reviewed was made for another backend: its state is elsewhere",
        remedy: "Give plan and apply the same backend configuration, and every environment of one root module a label of its own; then plan in a new pull request (any change will do). Nothing was applied.",
    });
}


/***/ }),

/***/ 3319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ publishRecord)
});

// EXTERNAL MODULE: ./packages/planning/lib/publish.js
var publish = __webpack_require__(8004);
// EXTERNAL MODULE: ./packages/report/lib/marker.js + 1 modules
var lib_marker = __webpack_require__(2666);
// EXTERNAL MODULE: ./packages/report/lib/comment.js + 5 modules
var comment = __webpack_require__(94);
;// CONCATENATED MODULE: ./packages/planning/lib/keep-review.js

/**
 * The marker and the outline to write; undefined when the comment has to be left alone, because nobody can tell whether what
 * it says is ours.
 */
async function keepReview(reader, facts) {
    const { owner, repo, pullRequest, marker, outline, sealKey } = facts;
    if (marker.data["fingerprint"] !== "")
        return { marker, outline };
    const found = await (await reader()).findComment({
        owner,
        repo,
        pullRequest,
        action: lib_marker/* planAction */.y0,
        key: marker.key,
        ...(sealKey === "" ? {} : { isGenuine: (other) => (0,lib_marker/* isGenuineMarker */.ET)(other, sealKey) }),
    });
    if (found === undefined || (found.marker.data["fingerprint"] ?? "") === "")
        return { marker, outline };
    const isOurs = sealKey === "" ? isUntouched(found) : (0,lib_marker/* isProven */.nn)(found.marker, sealKey);
    if (isOurs === undefined)
        return undefined;
    if (!isOurs)
        return { marker, outline: "" };
    const kept = (0,lib_marker/* keepReviewed */.Pv)(found.marker, marker, sealKey === "" ? undefined : sealKey);
    return { marker: kept, outline: (0,comment/* outlineOf */.W4)(found.body) };
}
/** Without a key: a proof stands for itself, else it must be unedited; undefined when nobody can tell. */
function isUntouched({ marker, isEdited }) {
    if (marker.mac !== undefined)
        return true;
    return isEdited === undefined ? undefined : !isEdited;
}

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/publish-record.js



/**
 * Publishes the record, unless the inputs say otherwise or there is no pull request. Never throws.
 * @param startedAt when the run began, in seconds since 1970, if that was before this process did
 */
async function publishRecord(step, { report, record, parts }, startedAt) {
    const { inputs, context, pullRequest, deps } = step;
    const isQuiet = record.isDryRun || record.result === "no-changes";
    const decision = record.isDryRun
        ? "none"
        : (0,publish/* decideComment */.Of)(inputs.comment, isQuiet ? "no-changes" : "changes", pullRequest);
    if (decision === "none" || pullRequest === undefined)
        return { warnings: [] };
    if (inputs["github-token"] === "") {
        return { warnings: ["The apply is not on the pull request, only in the step summary: github-token is empty."] };
    }
    if ((0,lib_marker/* staysAsItIs */.uO)(parts.marker, record))
        return { warnings: [] };
    const key = inputs["seal-key"];
    const { owner, repo } = context;
    const where = { owner, repo, pullRequest, sealKey: key };
    const kept = await keepReview(() => deps.github(), { ...where, ...parts }).catch(failure/* toFailure */.w2);
    if (kept instanceof failure/* Failure */.HR)
        return { warnings: [(0,publish/* describeMissingComment */.Pn)(kept, "The apply")] };
    if (kept === undefined)
        return { warnings: [leftAlone] };
    const { marker, outline } = kept;
    const extra = outline === "" ? { apply: record } : { outline, apply: record };
    return (0,publish/* publishComment */.p8)(() => deps.github(), {
        report,
        subject: "The apply",
        owner,
        repo,
        pullRequest,
        body: (current) => (0,comment/* renderApplyComment */.Gc)(current?.body, report, marker, extra),
        ...(key === "" ? {} : { isGenuine: (found) => (0,lib_marker/* isGenuineMarker */.ET)(found, key) }),
        isOnlyUpdate: decision === "update",
        ...(startedAt === undefined ? {} : { startedAt }),
    });
}
const leftAlone = "The plan comment was left as it is: whether somebody edited it could not be found out, and what it says about the review must not be written anew.";


/***/ }),

/***/ 6980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vE: () => (/* binding */ notReviewed),
  ty: () => (/* binding */ readReview),
  Fo: () => (/* binding */ requireCommit),
  _k: () => (/* binding */ requireOnBase)
});

// EXTERNAL MODULE: ./packages/report/lib/comment.js + 5 modules
var lib_comment = __webpack_require__(94);
// EXTERNAL MODULE: ./packages/report/lib/marker.js + 1 modules
var marker = __webpack_require__(2666);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/terraform/lib/fingerprint-digest.js
var fingerprint_digest = __webpack_require__(8839);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-leaves.js
var plan_outline_leaves = __webpack_require__(277);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-text.js
/**
 * An outline as one short text that fits in a comment, and back. What comes in is data from outside: it is read
 * strictly, within limits, and never throws. Whether it is ours is for its hash and the seal to say.
 */







/** More is not read: 1 Mi characters of text, 16 MiB when it is unpacked. */
const LONGEST = 1024 * 1024;
const LARGEST = 16 * 1024 * 1024;
const ALPHABET = /^[A-Za-z0-9_-]+$/;
/**
 * The outline as base64url of deflated JSON. When that is longer than `maxLength` characters it goes with one digest
 * for the files that are no configuration, then without the state, then without files, then with one digest for the
 * attributes that stay in each change, then without the attributes (one digest for each change), and then it is "".
 */
function renderOutline(outline, maxLength) {
    const longest = Math.min(maxLength, LONGEST);
    for (const [step, isHopeless] of stepsOf(outline, longest)) {
        if (isHopeless())
            continue;
        const text = pack(step());
        if (text.length <= longest)
            return text;
    }
    return "";
}
/** Ever less of the outline, each with a quick look at whether it is surely longer. */
function stepsOf(outline, longest) {
    const { state: _, ...stateless } = outline;
    const fewer = { ...outline, parts: withoutOtherFiles(outline.parts) };
    const fewerStateless = { ...stateless, parts: fewer.parts };
    const bare = { ...stateless, parts: withoutFiles(outline.parts) };
    const hasFiles = bare.parts.length < outline.parts.length;
    const whole = [outline, ...(hasFiles ? [fewer] : []), fewerStateless, ...(hasFiles ? [bare] : [])];
    return [
        ...whole.map((step) => [() => step, () => isLonger(step, "whole", longest)]),
        [() => ({ ...bare, changes: bare.changes.map(withoutUnchanged) }), () => isLonger(bare, "changed", longest)],
        [() => withoutDetails(bare), () => isLonger(bare, "bare", longest)],
    ];
}
function pack(outline) {
    const json = Buffer.from(JSON.stringify(outline));
    // What could not be read again is not written.
    return json.length > LARGEST ? "x".repeat(LONGEST + 1) : deflateRawSync(json, { level: 9 }).toString("base64url");
}
/** Lower-case hex SHA-256 of a rendered outline, for the marker of the comment that carries it. */
function hashOutline(text) {
    return (0,fingerprint_digest/* hash */.tW)(text);
}
/** Reads what `renderOutline` wrote; undefined for everything else. Never throws. */
function parseOutline(text) {
    if (text.length > LONGEST || !ALPHABET.test(text))
        return undefined;
    try {
        const bytes = (0,external_node_zlib_.inflateRawSync)(Buffer.from(text, "base64url"), { maxOutputLength: LARGEST });
        const json = (0,json_value/* parseJson */.qF)(new TextDecoder("utf-8", { fatal: true }).decode(bytes), false);
        return isOutline(json) ? json : undefined;
    }
    catch {
        return undefined;
    }
}
const isText = (value) => typeof value === "string";
const isDigest = (value) => typeof value === "string" && /^[A-Za-z0-9_-]{11}$/.test(value);
const isToken = (value) => typeof value === "string" && plan_outline_leaves/* TOKEN */.CV.test(value);
function oneOf(...words) {
    return (value) => typeof value === "string" && words.includes(value);
}
function listOf(shape) {
    return (value) => Array.isArray(value) && value.every(shape);
}
function tuple(...shapes) {
    return (value) => Array.isArray(value) &&
        value.length === shapes.length &&
        shapes.every((shape, index) => shape(value[index] ?? null));
}
/** An object with exactly these members; those in `optional` may be absent. */
function object(required, optional = {}) {
    const shapes = new Map([...Object.entries(required), ...Object.entries(optional)]);
    const names = Object.keys(required);
    const hasAll = (value) => names.every((name) => Object.hasOwn(value, name));
    return (value) => (0,json_value/* isJsonObject */.OW)(value) &&
        hasAll(value) &&
        Object.entries(value).every(([name, below]) => shapes.get(name)?.(below) === true);
}
const isPart = object({
    kind: oneOf("form", "configuration", "lock file", "terraform", "provider", "arguments", "whole", "variable", "check", "file"),
    name: isText,
    digest: isDigest,
}, { shown: isText });
const isDetail = object({ object: isDigest, leaves: listOf(tuple(isText, isToken, isToken)) }, { importing: isDigest, reason: isText, forced: isDigest, generated: isDigest, unchanged: isDigest });
const isChange = object({
    section: oneOf("change", "drift", "deferred", "other", "output"),
    address: isText,
    actions: listOf(isText),
    digest: isDigest,
}, { deposed: isText, previousAddress: isText, detail: isDetail });
const isState = object({
    lineage: isText,
    serial: (value) => typeof value === "number" && Number.isSafeInteger(value),
    resources: listOf(tuple(isText, isDigest)),
});
const isOutline = object({ schema: (value) => value === 1, parts: listOf(isPart), changes: listOf(isChange) }, { state: isState });

;// CONCATENATED MODULE: ./actions/terraform-apply/lib/review.js



const REPLAN = "While the pull request is open, run terraform-plan on it again; after the merge open a new one (any change will do): its plan shows everything that is still to be done. Have that reviewed.";
/** The Failure for a plan that nobody is known to have reviewed. Nothing was started. */
function notReviewed(what, remedy = REPLAN) {
    return new failure/* Failure */.HR({ reason: "not-reviewed", result: "refused", what, remedy });
}
/**
 * Reads the review out of the comment.
 * @throws Failure `not-reviewed` that says what is missing
 */
function readReview(comment, facts) {
    const { pullRequest, label } = facts;
    const where = `pull request ${pullRequest.number}`;
    if (comment === undefined) {
        throw notReviewed(`There is no plan comment of ours for ${label} on ${where}${facts.sealKey === "" ? "" : ", or it was sealed with another seal-key"}`, "Plan with the same label, seal-key and token identity (after the merge in a new pull request; any change will do), or name the right one in pull-request.");
    }
    const notes = requireAuthentic(comment, facts);
    const { data } = comment.marker;
    requireSame(data, facts, where);
    const fingerprint = data["fingerprint"];
    if (typeof fingerprint !== "string" || !/^hr1:[0-9a-f]{64}$/.test(fingerprint)) {
        throw notReviewed(`The plan comment for ${label} on ${where} shows no plan that could be applied`);
    }
    const outlineText = (0,lib_comment/* outlineOf */.W4)(comment.body);
    const isSameOutline = outlineText !== "" && data["outline"] === hashOutline(outlineText);
    const outline = isSameOutline ? parseOutline(outlineText) : undefined;
    const { unsaved, done, begun } = data;
    return {
        shown: { kind: "comment", url: comment.url, fingerprint },
        fingerprint,
        ...(outline === undefined ? {} : { outline }),
        outlineText: outline === undefined ? "" : outlineText,
        marker: data,
        isBegun: begun === true,
        ...(typeof unsaved === "string" ? { unsaved } : {}),
        ...(typeof done === "string" ? { spentBy: done } : {}),
        notes,
    };
}
/** @returns what must be said about how well it is known */
function requireAuthentic(comment, { label, sealKey, pullRequest }) {
    const where = `The plan comment for ${label} on pull request ${pullRequest.number}`;
    if (sealKey !== "") {
        if ((0,marker/* isProven */.nn)(comment.marker, sealKey))
            return comment.isEdited === true ? [wordsEdited(comment)] : [];
        throw notReviewed(`${where} is not authenticated with this seal-key`, "Give terraform-plan and terraform-apply the same seal-key, and plan in a new pull request when this one is merged.");
    }
    if (comment.marker.mac !== undefined) {
        throw notReviewed(`${where} is sealed, but no seal-key was given`, "Give the seal-key that terraform-plan has.");
    }
    if (comment.isEdited === true) {
        throw notReviewed(`${where} was edited by ${editorOf(comment)}: what it says is not what terraform-plan wrote`);
    }
    const unknown = comment.isEdited === undefined ? " Whether somebody edited it could not be found out." : "";
    return [
        `Without seal-key the review rests on the plan comment alone: every workflow of this repository can write as the same author.${unknown}`,
    ];
}
function editorOf({ editor }) {
    return editor ?? "somebody";
}
/** The proof is over the marker, not over the words; an older comment of the same head could have been put back. */
function wordsEdited(comment) {
    return `The plan comment was edited by ${editorOf(comment)}. What is applied is what its proven marker names; the words around it may say something else.`;
}
function requireSame(data, facts, where) {
    const { pullRequest, label } = facts;
    const expected = [
        ["repository", facts.repository, "another repository"],
        ["pullRequest", pullRequest.number, "another pull request"],
        ["directory", facts.directory, "another directory"],
        ["workspace", facts.workspace, "another workspace"],
    ];
    for (const [name, value, words] of expected) {
        if (data[name] === value)
            continue;
        throw notReviewed(`The plan comment for ${label} on ${where} is about ${words} (${String(data[name])} instead of ${value})`, "Give every target a label of its own, the same to terraform-plan and terraform-apply.");
    }
    if (data["head"] !== pullRequest.headSha) {
        throw notReviewed(`The plan comment for ${label} shows commit ${String(data["head"])}, but the head of ${where} is ${pullRequest.headSha}`);
    }
    if (data["result"] === "changes" || data["result"] === "no-changes")
        return;
    throw notReviewed(`The plan of ${label} on ${where} ${data["result"] === "denied" ? "was denied" : "could not be made"}: there is nothing to apply`);
}
/**
 * Whether the commit that is applied belongs to the pull request.
 * @param comparison where the commit is, seen from what the pull request came to (its merge commit, or its head)
 * @throws Failure `not-reviewed`
 */
function requireCommit(pullRequest, sha, comparison) {
    if (comparison === "identical" || (comparison === "ahead" && pullRequest.isMerged))
        return;
    const what = pullRequest.isMerged ? "its merge" : "its head";
    throw notReviewed(`Commit ${sha} does not hold pull request ${pullRequest.number}: it is ${comparison === "behind" ? "behind" : "beside"} ${what}`, "Run on the commit that the pull request was merged as, or on a later one of the same branch.");
}
/**
 * Whether a later commit is on the branch that was merged into: on another branch anything may have been added.
 * @param comparison where the commit is, seen from that branch
 * @throws Failure `not-reviewed`
 */
function requireOnBase(pullRequest, sha, comparison) {
    if (comparison === "identical" || comparison === "behind")
        return;
    throw notReviewed(`Commit ${sha} is not on ${pullRequest.baseRef}, which pull request ${pullRequest.number} was merged into`, "Run on that branch: what was added elsewhere was not reviewed.");
}


/***/ }),

/***/ 7810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xv: () => (/* binding */ askState),
  X: () => (/* binding */ openSavedPlan),
  aZ: () => (/* binding */ requireSameRoot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/planning/lib/seal-plan.js + 6 modules
var seal_plan = __webpack_require__(130);
// EXTERNAL MODULE: ./packages/runner/lib/inputs.js + 1 modules
var lib_inputs = __webpack_require__(2032);
// EXTERNAL MODULE: ./packages/terraform/lib/backend.js
var backend = __webpack_require__(3098);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-archive.js + 2 modules
var plan_archive = __webpack_require__(643);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-record.js
var plan_record = __webpack_require__(2765);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-seal.js
var plan_seal = __webpack_require__(997);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-binding.js
/**
 * Whether a saved plan is the one that was made and reviewed: its file, its record and what lies inside the file must
 * tell the same, and so must the live state. A plan file is executable code, so all of this comes before terraform sees it.
 * With a seal key nothing can be forged; without one only what contradicts itself or the environment is found.
 */




/** Opens and checks a plan with its record. A Failure `plan-tampered` says what does not fit. */
function openReviewedPlan({ file, record: text, sealKey }) {
    const record = (0,plan_record/* verifyRecord */.RC)((0,plan_record/* parseRecord */.Hh)(text), sealKey);
    const plan = sealKey === "" ? openClear(file, record) : (0,plan_seal/* openPlan */.uD)(file, record, sealKey);
    const archive = (0,plan_archive/* readPlanArchive */.U)(plan);
    checkContent(record, archive);
    return { record, plan, archive };
}
function openClear(file, record) {
    if ((0,plan_seal/* isSealedPlan */.ap)(file)) {
        throw (0,plan_record/* tampered */.rZ)("The plan file is sealed, but no seal-key was given", "Give the seal-key that terraform-plan had, and the record of the same plan.");
    }
    (0,plan_seal/* checkPlan */.Gy)(file, record);
    return file;
}
/** How the fields of a record that stand in the plan as well are called for people. */
const CONTENT = {
    workspace: "workspace",
    backendType: "kind of backend",
    backendHash: "place for the state",
    terraformVersion: "version of terraform",
};
function checkContent(record, archive) {
    const { type, hash } = (0,backend/* describeBackend */.c)(archive.backend.type, archive.backend.config);
    const inside = {
        workspace: archive.backend.workspace,
        backendType: type,
        backendHash: hash,
        terraformVersion: archive.terraformVersion,
    };
    const [difference] = (0,plan_record/* compareRecord */.nr)(record, inside);
    if (difference === undefined)
        return;
    const name = CONTENT[difference.field] ?? difference.field;
    const values = difference.field === "backendHash" ? "" : `: ${show(difference.expected)}, not ${show(difference.found)}`;
    throw (0,plan_record/* tampered */.rZ)(`The plan was made with another ${name} than its record says${values}`, "Do not apply it. Find out who could write the plan file and its record, and make the plan again.");
}
/**
 * Whether the live state (undefined: there is none) is the one the plan was made with, as terraform itself judges it (serial and lineage; a plan
 * made without a state has neither). "stale": it has moved since, so a new plan is needed. A Failure `plan-tampered`
 * when it is another state altogether.
 */
function compareState({ state }, live) {
    if (state === undefined)
        return live === undefined || live.serial === 0 ? "same" : "stale";
    if (live?.lineage === undefined || live.lineage === "")
        return "stale";
    if (live.lineage === state.lineage)
        return live.serial === state.serial ? "same" : "stale";
    throw (0,plan_record/* tampered */.rZ)(`The plan was made for another state: its lineage is ${show(state.lineage)}, the backend has ${show(live.lineage)}`, "Check the backend and the workspace. When the state was replaced on purpose, make the plan again and have it reviewed.");
}
/** A value from a record or a plan inside a sentence. */
function show(value) {
    return value === "" ? "none" : JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}

// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __webpack_require__(7412);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-scan.js + 1 modules
var hcl_scan = __webpack_require__(4055);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-binding-lock.js
/**
 * Whether two lock files select the same providers. Terraform writes the lock file anew into a plan, so comments, order
 * and line ends differ where a person edited it: what counts is each provider's version and its checksums, which is
 * what terraform compares too. Whether init accepts the file is not decided here.
 */



/** The providers whose selections differ, by address, in order; empty when the two are equal. */
function compareLockFiles(a, b) {
    const [one, other] = [selections(a), selections(b)];
    const names = new Set([...one.keys(), ...other.keys()]);
    return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}
function selections(text) {
    const found = new Map();
    for (const block of (0,hcl_blocks/* readBlocks */.v_)(text)) {
        if (block.type !== "provider")
            continue;
        const name = block.labels.join(" ");
        // A second block of a name is an error for terraform; here it must not hide the first.
        found.set(name, `${found.get(name) ?? ""}${selection(text, block)}`);
    }
    return found;
}
function selection(text, { attributes }) {
    const written = (wanted) => {
        const values = attributes
            .filter(({ name }) => name === wanted)
            .map(({ value }) => text.slice(value.start, value.end));
        return [...new Set(values.flatMap((value) => strings(value)))].sort();
    };
    return (0,canonical_json/* canonicalJson */.d)([written("version"), written("hashes")]);
}
/** The quoted strings in an expression; versions and checksums need no escapes. */
function strings(text) {
    const parts = (0,hcl_scan/* scanHcl */.J)(text).filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "newline");
    return parts.map(({ start, end }) => text.slice(start, end)).filter((part) => !["[", "]", ",", '"'].includes(part));
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-modules.js
var plan_modules = __webpack_require__(7267);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-binding-checkout.js
/**
 * Whether a plan belongs to this checkout: the record against the run, and the configuration inside the plan against the
 * files, byte by byte, since terraform packs them as they are. Pure: what is in the checkout comes from the cli door
 * (cli/configuration-modules.ts), and whoever calls it knows the run.
 */





const REPLAN = "Make the plan again from this commit, have it reviewed, and apply that one.";
const SAME_RUN = "Hand over the plan file and the record that terraform-plan wrote in this run.";
/** How to say that a field of the record differs, and what to do; most important first. */
const RECORD = {
    repository: ["was made for another repository", SAME_RUN],
    runId: ["was made in another workflow run", SAME_RUN],
    runAttempt: ["was made in a later attempt of this run", SAME_RUN],
    headSha: ["was made from another commit", REPLAN],
    baseSha: ["was made with another base commit", REPLAN],
    directory: ["was made in another directory", "Give the same directory to terraform-plan and terraform-apply."],
    label: ["was made for another label", "Give the same label to terraform-plan and terraform-apply."],
    workspace: ["was made in another workspace", "Give the same workspace to terraform-plan and terraform-apply."],
    backendType: ["was made with another kind of backend", "Give the same backend settings to both steps."],
    backendHash: ["was made with another place for the state", "Give the same backend settings to both steps."],
    terraformVersion: ["was made by another version of terraform", "Install the same version for both jobs."],
    lockFile: ["was made with another lock file", REPLAN],
    configuration: [
        "was made from another configuration: a file beside the .tf files differs (a template, a script, data)",
        REPLAN,
    ],
};
const HASHES = new Set(["backendHash", "lockFile", "configuration", "planSha256"]);
/**
 * Everything about a plan that does not fit this run and checkout, the most telling first; empty: it fits. A run's
 * later attempt may apply what an earlier one planned.
 */
function compareCheckout({ record, archive }, expected, checkout) {
    const lockFile = checkout.lockFile === undefined ? "" : (0,plan_record/* sha256 */.sc)(checkout.lockFile);
    // The files name the culprit, the hash over all of them only says that there is one.
    const { configuration, ...others } = expected;
    return [
        ...recordDifferences(record, { ...others, lockFile }),
        ...lockFileDifferences(archive, checkout.lockFile ?? ""),
        ...moduleDifferences(archive, checkout),
        ...recordDifferences(record, configuration === undefined ? {} : { configuration }),
    ];
}
/** A Failure `plan-tampered` that names the first difference; returns when there is none. */
function requireNoDifference(differences) {
    const [first] = differences;
    if (first === undefined)
        return;
    const more = differences.length - 1;
    throw (0,plan_record/* tampered */.rZ)(more === 0 ? first.what : `${first.what} (and ${more} more)`, first.remedy);
}
function recordDifferences(record, expected) {
    const attempts = expected.runAttempt ?? 0;
    const isEarlier = record.runAttempt <= attempts;
    const wanted = isEarlier ? { ...expected, runAttempt: record.runAttempt } : expected;
    const order = Object.keys(RECORD);
    return (0,plan_record/* compareRecord */.nr)(record, wanted)
        .sort((a, b) => rank(order, a.field) - rank(order, b.field))
        .map((difference) => {
        const [sentence, remedy] = RECORD[difference.field] ?? [`has another ${difference.field} in its record`, REPLAN];
        const values = HASHES.has(difference.field)
            ? ""
            : `: ${show(difference.found)}, not ${show(difference.expected)}`;
        return { ...difference, what: `The plan ${sentence}${values}`, remedy };
    });
}
function rank(order, field) {
    const index = order.indexOf(field);
    return index === -1 ? order.length : index;
}
function lockFileDifferences({ lockFile }, text) {
    return compareLockFiles(text, lockFile).map((provider) => ({
        field: `lockFile ${provider}`,
        expected: "the selection in the lock file",
        found: "another one",
        what: `The plan was made with another selection of the provider ${show(provider)} than the lock file has`,
        remedy: REPLAN,
    }));
}
function moduleDifferences(archive, checkout) {
    const found = new Map(checkout.modules.map((module) => [module.key, module]));
    const local = (0,plan_modules/* localModuleKeys */._S)(archive.modules);
    const hasTofu = archive.modules.some(({ files }) => files.some(({ name }) => isTofu(name)));
    const isOpenTofu = checkout.product === undefined ? hasTofu : checkout.product === "opentofu";
    return archive.modules.flatMap((module) => {
        const isLocal = local.has(module.key);
        if (!isLocal && !checkout.isInitialised)
            return [];
        const there = found.get(module.key);
        const problem = there === undefined ? "missing" : there.problem;
        if (there === undefined || problem !== undefined)
            return [moduleProblem(module, problem ?? "missing")];
        return fileDifferences(module, there, { isLocal, isOpenTofu });
    });
}
function moduleProblem(module, problem) {
    const sentence = {
        missing: "is not in this checkout",
        elsewhere: "lies in another directory",
        "other-source": "has another source or version",
    }[problem];
    const name = module.key === "" ? "the root module" : `module ${show(module.key)}`;
    return {
        field: `configuration ${module.key}`,
        expected: problem === "missing" ? "no such module" : "another one",
        found: module.directory,
        what: `The plan was made from another configuration: ${name} (${show(module.directory)}) ${sentence}`,
        remedy: REPLAN,
    };
}
function fileDifferences(module, there, place) {
    const inPlan = new Map(module.files.map((file) => [file.name, file]));
    const names = new Map(there.files.map((file) => [file.name, file.bytes]));
    const all = [...new Set([...inPlan.keys(), ...names.keys()])].sort();
    return all.flatMap((name) => {
        const file = inPlan.get(name);
        const bytes = names.get(name);
        const path = `${there.directory === "" || there.directory === "." ? "" : `${there.directory}/`}${name}`;
        if (file === undefined)
            return isReadBy(place.isOpenTofu, name, names) ? [fileDifference(path, "missing in the plan", place)] : [];
        if (bytes === undefined)
            return [fileDifference(path, "only in the plan", place)];
        return isEqual(file, bytes()) ? [] : [fileDifference(path, "different", place)];
    });
}
/**
 * Whether the program that made the plan reads a file of this name: OpenTofu reads `.tofu` files, and leaves out a
 * `.tf` that has a `.tofu` beside it; terraform knows no `.tofu`. While nobody says which program it was, the plan does:
 * with a `.tofu` in it, it was OpenTofu's. https://opentofu.org/docs/language/files/
 */
function isReadBy(isOpenTofu, name, there) {
    if (isTofu(name))
        return isOpenTofu;
    return !(isOpenTofu && there.has(name.replace(/\.tf((?:\.json)?)$/, ".tofu$1")));
}
function isTofu(name) {
    return /\.tofu(?:\.json)?$/.test(name);
}
function isEqual({ bytes }, other) {
    return Buffer.compare(bytes, other) === 0;
}
function fileDifference(path, found, { isLocal }) {
    const sentence = {
        "missing in the plan": "is missing in the plan",
        "only in the plan": "is not in this checkout",
        different: "differs",
    }[found];
    return {
        field: `configuration ${path}`,
        expected: "the file in this checkout",
        found,
        what: `The plan was made from another configuration: ${path} ${sentence ?? found}`,
        remedy: isLocal
            ? REPLAN
            : `${REPLAN} When the module moved at its source meanwhile, pin its version (a tag or a commit).`,
    };
}

// EXTERNAL MODULE: ./packages/terraform/lib/configuration.js
var configuration = __webpack_require__(5320);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/review.js + 1 modules
var review = __webpack_require__(6980);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/saved-plan.js
/**
 * Takes a plan file into our hands: everything that can be checked before terraform starts is checked here, on the bytes
 * that terraform will get. The order of effects; what fits and what does not is decided in @handrail/terraform.
 */





/**
 * Reads plan and record, checks them against one another, the run and the checkout, and puts the plan in clear where only
 * this step reads it.
 * @throws Failure `plan-tampered`, `not-reviewed`, or `invalid-input` when there is no such file
 */
async function openSavedPlan(step, planFile) {
    const { inputs, target, deps, context } = step;
    const path = external_node_path_.posix.resolve(target.workspacePath, inputs["plan-file"]);
    const file = deps.files.readBytes(path);
    const record = deps.files.readText((0,seal_plan/* recordOf */.zv)(path));
    if (file === undefined || record === undefined) {
        const missing = file === undefined
            ? "there is no such file, or it is no regular one"
            : `there is no record beside it (${(0,seal_plan/* recordOf */.zv)(path)})`;
        throw (0,lib_inputs/* inputFailure */.vQ)([
            {
                name: "plan-file",
                given: inputs["plan-file"],
                accepts: "the plan-file that terraform-plan wrote, with its record beside it",
                why: missing,
            },
        ]);
    }
    const opened = openReviewedPlan({ file, record, sealKey: inputs["seal-key"] });
    const { pullRequest } = context;
    const isOpen = pullRequest !== undefined && !pullRequest.isMerged;
    if (isOpen && opened.record.repository === step.origin.repository && opened.record.headSha !== pullRequest.headSha) {
        throw (0,review/* notReviewed */.vE)(`Pull request ${pullRequest.number} moved on: its head is ${pullRequest.headSha}, the plan shows ${opened.record.headSha}`);
    }
    requireNoDifference(compareCheckout(opened, await expectedRecord(step, opened), step.readCheckout(opened.archive.modules, { isInitialised: false })));
    deps.files.write(planFile, [opened.plan]);
    return opened;
}
/** What the run and the checkout say, before anything was started. */
async function expectedRecord(step, { archive }) {
    const { origin, target, deps, label } = step;
    const { files, isTracked } = await deps.terraform.configuration(archive.modules);
    const isWhole = isTracked && (0,plan_modules/* localModuleKeys */._S)(archive.modules).size === archive.modules.length;
    return {
        repository: origin.repository,
        runId: origin.runId,
        runAttempt: origin.runAttempt,
        headSha: origin.headSha,
        // Without a pull request in the event, the base is what GitHub says at the time: it moves.
        ...(step.eventPullRequest === undefined && origin.pullRequest !== undefined
            ? {}
            : { baseSha: origin.baseSha ?? "" }),
        label,
        directory: target.directory,
        workspace: deps.terraform.selectedWorkspace(),
        ...(isWhole ? { configuration: (0,configuration/* hashConfiguration */.b5)(files) } : {}),
    };
}
/**
 * Checks what only an initialised root module can tell: the backend, the downloaded modules, the program.
 * @throws Failure `plan-tampered` or `version-mismatch`
 */
function requireSameRoot(step, opened, made) {
    const { deps } = step;
    const backend = deps.terraform.backend();
    const lockFile = deps.terraform.lockFile();
    requireNoDifference(compareCheckout(opened, {
        workspace: made.workspace,
        backendType: backend.type,
        backendHash: backend.hash,
        lockFile: lockFile === undefined ? "" : (0,plan_record/* sha256 */.sc)(lockFile),
        terraformVersion: made.terraformVersion,
        ...(made.configuration === undefined ? {} : { configuration: made.configuration }),
    }, step.readCheckout(opened.archive.modules, {
        isInitialised: true,
        product: made.product === "opentofu" ? "opentofu" : "terraform",
    })));
}
/**
 * Whether the state is the one that the plan was made for.
 * @throws Failure `plan-tampered` for another state
 */
async function askState({ deps }, { archive }) {
    const pulled = await deps.terraform.statePull();
    const live = pulled === undefined ? undefined : { lineage: pulled.snapshot.lineage, serial: pulled.snapshot.serial };
    return compareState(archive, live);
}


/***/ }),

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ isOpenDeployment),
/* harmony export */   jH: () => (/* binding */ parseDeploymentStatus),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2943);
/**
 * Deployments and their statuses as GitHub lists them. Pure: reading only, no calls.
 */

/** Reads one deployment; undefined when it is none. */
function parseDeployment(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        sha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(value, "sha"),
        ref: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "ref"),
        task: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "task"),
        environment: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        payload: parsePayload((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(value, "payload")),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Reads one status; undefined when it is none. */
function parseDeploymentStatus(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        state: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "state"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        logUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "log_url"),
        environmentUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment_url"),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Whether a deployment, with its newest status, has not come to an end; one without a status has just begun. */
function isOpenDeployment({ status }) {
    return status === undefined || ["pending", "queued", "in_progress"].includes(status.state);
}
/** GitHub keeps an object as an object and a text as a text, which often is JSON. */
function parsePayload(payload) {
    let value = payload;
    if (typeof payload === "string") {
        try {
            value = JSON.parse(payload);
        }
        catch {
            value = undefined;
        }
    }
    const record = Object.create(null);
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return record;
    for (const [name, each] of Object.entries(value))
        record[name] = each;
    return record;
}
function readTime(value) {
    const time = Date.parse((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "created_at"));
    return Number.isNaN(time) ? {} : { createdAt: time };
}


/***/ }),

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isLost),
/* harmony export */   i: () => (/* binding */ GitHubFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * What a user reads when GitHub does not do what was asked: what happened and why, and what to do about it.
 */

/** A call to GitHub that failed for good: retries, where they make sense, are behind us. */
class GitHubFailure extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The answer's status; absent when there was no answer. */
    status;
    /** The missing permission as it is written in a workflow, for example `pull-requests: write`. */
    permission;
    /** GitHub's own words, as one short line; absent when it had none. Text from outside. */
    says;
    constructor(facts) {
        super(facts);
        this.name = "GitHubFailure";
        if (facts.status !== undefined)
            this.status = facts.status;
        if (facts.permission !== undefined)
            this.permission = facts.permission;
        if (facts.says !== undefined && facts.says !== "")
            this.says = facts.says;
    }
}
/** Whether a call failed in a way after which it may have been done all the same: the answer was lost or no answer. */
function isLost(error) {
    return error instanceof GitHubFailure && LOST.has(error.reason);
}
const LOST = new Set(["github-unavailable", "github-bad-answer"]);


/***/ }),

/***/ 8776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aY: () => (/* binding */ code),
  v1: () => (/* binding */ codeHtml),
  zH: () => (/* binding */ details),
  FV: () => (/* binding */ escapeMarkdown),
  EU: () => (/* binding */ fence),
  tp: () => (/* binding */ table)
});

;// CONCATENATED MODULE: ./packages/github/lib/invisible.js
/**
 * Makes what cannot be seen visible before text from outside is put in a comment. Line feeds and tabs stay.
 * The notation is the one @handrail/runner uses in the log: `\u{1B}`.
 */
/** Controls (C0, DEL, C1), format characters (bidi, zero width, tags), other ignorable ones, separators, lone surrogates. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** "Show this in colour" after a pictograph is how many emoji are written; it hides nothing there. */
function isColouredEmoji(text, offset) {
    return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, offset - 2), offset));
}
/** `text` with LF line ends (a lone CR stays visible as an escape) and with every invisible character written as `\u{HEX}`. */
function escapeInvisible(text) {
    return text
        .replaceAll("\r\n", "\n")
        .replaceAll(INVISIBLE, (character, offset, whole) => character === "\uFE0F" && isColouredEmoji(whole, offset)
        ? character
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

;// CONCATENATED MODULE: ./packages/github/lib/markdown.js
/**
 * Puts text from outside into GitHub's markdown so that it stays text: no structure, mention, issue reference, link,
 * image, html, marker or terminal escape comes of it. Everything here returns markdown (or html where the name says so);
 * blocks have no line end after them. It must never let a character through because it looks harmless in one place.
 *
 * What GitHub does after CommonMark (github/cmark-gfm extensions, then filters over the html): bare links and e-mail
 * addresses become links, `@name`, `#1`, `GH-1`, commit hashes, `:emoji:` and `$math$` are replaced; none of it in code.
 */

/** Written as a character reference so that an auditor sees it in the source. Stops GitHub's own replacements. */
const BREAK = "&#8203;";
/** One line: line feeds and tabs are shown, too. */
function escapeLine(text) {
    return escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    let longest = 0;
    for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
        const start = at;
        while (text[at] === "`")
            at += 1;
        longest = Math.max(longest, at - start);
    }
    return longest;
}
/**
 * What means something even inside backticks: a bar ends a table cell, `]:` makes a link definition (which renders as
 * nothing) of a link at the start of a paragraph, and no reader of the source shall find a marker in a name.
 */
const BEFORE_CODE = /\||\]:|<!--/;
/**
 * Text as inline code, on one line. Safe in paragraphs, headings, list items, link texts and table cells. Keep a space
 * or a letter between two of them: neighbouring backticks would run together.
 */
function code(text) {
    if (BEFORE_CODE.test(text))
        return codeHtml(text);
    const line = escapeLine(text);
    const ticks = "`".repeat(longestRun(line) + 1);
    const isPadded = line === "" || /^`|`$|^ .* $/u.test(line);
    return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}
/** What a name is joined with. Inside a word it has no meaning for anybody, but `www.` begins a link. */
const JOINT = /^[A-Za-z0-9][._-][A-Za-z0-9]$/;
/**
 * Text as `<code>`, for the inside of html (a `<summary>`) and for markdown: punctuation is written as character
 * references, which never have a meaning for a markdown or html parser; what joins the parts of a name stays, so that
 * addresses can be read in the source, too.
 */
function codeHtml(text) {
    const isLink = /www\./i.test(text);
    const line = escapeLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign, at, whole) => {
        if (!isLink && JOINT.test(whole.slice(at - 1, at + 2)))
            return sign;
        // cmark-gfm looks for e-mail addresses after it has resolved references; an element between the parts hides them.
        const isAddress = sign === "@" && /[A-Za-z0-9._+-]/.test(whole[at - 1] ?? "") && /[A-Za-z0-9]/.test(whole[at + 1] ?? "");
        return `&#${sign.charCodeAt(0)};${isAddress ? "<wbr>" : ""}`;
    });
    return `<code>${line}</code>`;
}
/**
 * A fenced code block that its content cannot close: the fence is one longer than the longest run of backticks in it.
 * `language` is for GitHub's colours; everything but letters, digits, `+`, `-` and `_` is dropped from it.
 */
function fence(text, language = "") {
    // `<!--` in it would look like a marker to readers that are less careful than a markdown parser.
    const content = escapeInvisible(text).replaceAll("<!--", "<! --");
    const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
    const end = content === "" || content.endsWith("\n") ? "" : "\n";
    return `${ticks}${language.replaceAll(/[^A-Za-z0-9+_-]/g, "")}\n${content}${end}${ticks}`;
}
/**
 * Prose from outside as inline markdown that renders as exactly that text, line ends as `<br>`. For names and values
 * prefer {@link code}: they stay copyable there, here zero-width spaces keep GitHub from making something of them.
 */
function escapeMarkdown(text) {
    return escapeInvisible(text)
        .trim()
        .replaceAll(/[!-/:-@[-`{-~]|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])/gi, escapeToken)
        .replaceAll("\t", " ")
        .replaceAll("\n", "<br>");
}
/** Signs after which GitHub looks at the next character: `@name`, `#1`, `:emoji:`, `http://`, `GH-1`, `www.`, `[!NOTE]`. */
const WATCHED = "@#:-.[";
function escapeToken(token) {
    if (token.length > 1)
        return /^[0-9]+$/.test(token) ? token : token.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`); // a commit
    const reference = `&#${token.charCodeAt(0)};`;
    if (token === "$")
        return `<span>${reference}</span>`; // how GitHub's documentation writes a dollar that is no math
    return WATCHED.includes(token) ? reference + BREAK : reference;
}
/** One line of several: a pattern for "white space around a line end" would be quadratic on white space. */
function joinLines(text) {
    return text
        .split("\n")
        .map((line) => line.trim())
        .join(" ");
}
/** A table. Cells are markdown already; bars in them are escaped here, line ends become spaces. */
function table(head, rows) {
    const line = (cells) => `| ${head.map((_, column) => joinLines(cells[column] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/**
 * A folded section. `summaryHtml` is html (text from outside through {@link codeHtml}), `body` markdown that is complete
 * in itself.
 */
function details(summaryHtml, body, open = false) {
    return `<details${open ? " open" : ""}><summary>${joinLines(summaryHtml)}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 2303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderMarker),
/* harmony export */   g: () => (/* binding */ parseMarker)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/**
 * The marker by which a comment of ours is found again: an html comment at the very first byte of the body.
 * It identifies, it does not prove: whoever can write comments can write markers. See marker-mac.ts and the comment's author.
 */

const START = "<!-- handrail:";
const ACTION = /^[a-z0-9][a-z0-9-]{0,63}$/;
const NO_NONCE = "0".repeat(16);
const NONCE = /^[A-Za-z0-9_-]{16}$/;
const MAX_SINCE = 9_999_999_999;
/** Longer payloads are not ours: markers carry names and hashes. */
const MAX_PAYLOAD = 16_384;
/**
 * The marker as text, without a line end. The data is base64url, so that nothing in it can end the html comment.
 * Its length does not depend on nonce and since: a body that fits the limit still fits when they are filled in.
 * @throws RangeError when the action's name is not one, a number is not finite or the whole is too long
 */
function renderMarker(marker) {
    if (!ACTION.test(marker.action))
        throw new RangeError(`"${marker.action}" cannot name an action in a marker`);
    const { nonce = NO_NONCE, since = 0 } = marker;
    if (!NONCE.test(nonce))
        throw new RangeError("a marker's nonce has 16 characters of base64url");
    if (!isSince(since))
        throw new RangeError("a marker's time is seconds since 1970");
    const entries = Object.entries(marker.data);
    if (entries.some(([, value]) => !isValue(value)))
        throw new RangeError("a marker carries texts, finite numbers and booleans");
    const content = { k: marker.key, d: entries, m: marker.mac ?? "", n: nonce, s: String(since).padStart(10, "0") };
    const payload = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(JSON.stringify(content)).toString("base64url");
    if (payload.length > MAX_PAYLOAD)
        throw new RangeError("the marker's data is too long");
    return `${START}${marker.action} ${payload} -->`;
}
/** The marker at the start of a comment's body; undefined when there is none or it is not exactly as we write it. Never throws. */
function parseMarker(body) {
    if (!body.startsWith(START))
        return undefined;
    const head = body.slice(START.length, START.length + MAX_PAYLOAD + 128);
    const space = head.indexOf(" ");
    const end = head.indexOf(" -->", space + 1);
    if (space < 0 || end < 0)
        return undefined;
    const action = head.slice(0, space);
    const payload = head.slice(space + 1, end);
    if (!ACTION.test(action) || payload.length > MAX_PAYLOAD || !/^[A-Za-z0-9_-]+$/.test(payload))
        return undefined;
    const marker = parseContent(action, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(payload, "base64url").toString());
    // One spelling for one content: what does not render to the same bytes was not written by us.
    return marker !== undefined && body.startsWith(renderMarker(marker)) ? marker : undefined;
}
function parseContent(action, json) {
    let content;
    try {
        content = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    if (typeof content !== "object" || content === null)
        return undefined;
    const [key, entries, mac, nonce, since] = ["k", "d", "m", "n", "s"].map((name) => Object.hasOwn(content, name) ? Reflect.get(content, name) : undefined);
    const data = parseData(entries);
    if (typeof key !== "string" || typeof mac !== "string" || data === undefined)
        return undefined;
    if (typeof nonce !== "string" || !NONCE.test(nonce))
        return undefined;
    if (typeof since !== "string" || !/^[0-9]{10}$/.test(since))
        return undefined;
    return {
        action,
        key,
        data,
        ...(mac === "" ? {} : { mac }),
        ...(nonce === NO_NONCE ? {} : { nonce }),
        ...(Number(since) === 0 ? {} : { since: Number(since) }),
    };
}
/** Pairs into a record without a prototype, so that a key like `__proto__` is a key. */
function parseData(entries) {
    if (!Array.isArray(entries))
        return undefined;
    const data = Object.create(null);
    for (const entry of entries) {
        if (!Array.isArray(entry) || entry.length !== 2)
            return undefined;
        const [name, value] = entry;
        if (typeof name !== "string" || !isValue(value) || Object.hasOwn(data, name))
            return undefined;
        data[name] = value;
    }
    return data;
}
function isValue(value) {
    return (typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)));
}
function isSince(since) {
    return Number.isInteger(since) && since >= 0 && since <= MAX_SINCE;
}


/***/ }),

/***/ 6002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ describeUnkept)
/* harmony export */ });
/* unused harmony export permissionHint */
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7903);
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubFailure */ .i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .toFailure */ .w2)(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}


/***/ }),

/***/ 6011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ draftReport),
  v: () => (/* binding */ readMadePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/report/lib/compose-report.js + 1 modules
var compose_report = __webpack_require__(8164);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/counts.js
var counts = __webpack_require__(5480);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-reader.js + 3 modules
var plan_reader = __webpack_require__(7448);
;// CONCATENATED MODULE: ./packages/planning/lib/notes.js
/**
 * What readers must know about how a plan came to be, in sentences. Pure.
 */
/** Sentences for every reader. */
function decideNotes(facts) {
    const notes = [];
    const { changedFiles, lockFile, config, targets } = facts;
    if (facts.errored)
        notes.push("This plan is incomplete: Terraform stopped at an error. What is shown is only a part.");
    else if (targets.length > 0)
        notes.push(`This plan looks only at ${list(targets)} and what they depend on.`);
    else if (facts.complete === false)
        notes.push("This plan is incomplete: another plan and apply will be needed after it.");
    if (changedFiles?.includes(lockFile) === true) {
        notes.push(`This pull request changes ${lockFile}, and with it which provider code runs. Check its hashes.`);
    }
    if (changedFiles?.includes(config) === true) {
        notes.push(`This pull request changes the guardrails in ${config}. The plan was held against the changed ones.`);
    }
    const strong = facts.influences.filter(isStrong);
    if (strong.length > 0)
        notes.push(`The environment changes what Terraform does: ${list(strong)}.`);
    return notes;
}
/** Sentences for the summary. */
function decideRemarks(facts) {
    const remarks = [];
    if (facts.hasPullRequest && facts.changedFiles === undefined) {
        remarks.push(`It is not known whether the pull request changes ${facts.lockFile} or ${facts.config}: its files could not be listed.`);
    }
    if (!facts.isTracked) {
        remarks.push("git does not tell which files belong to the configuration: every file in it enters the fingerprint.");
    }
    const others = facts.influences.filter((name) => !isStrong(name));
    if (others.length > 0)
        remarks.push(`From the environment: ${others.join(", ")}.`);
    if (facts.hasSecrets && !facts.isSealed) {
        remarks.push("Without seal-key, sensitive values enter the fingerprint only as changed or unchanged, and the plan file is not encrypted.");
    }
    return remarks;
}
/** What changes the meaning of a plan in a way that nobody expects from reading the workflow. */
function isStrong(name) {
    return name.startsWith("TF_CLI_ARGS") || name === "TF_REATTACH_PROVIDERS" || name.includes("dev_overrides");
}
function list(names) {
    const shown = names.slice(0, 10).join(", ");
    return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

// EXTERNAL MODULE: ./packages/planning/lib/origin.js
var origin = __webpack_require__(1849);
;// CONCATENATED MODULE: ./packages/planning/lib/draft-report.js
/**
 * What every step that planned does with what it made: read the document, make its secrets known, draft the report.
 */






/** Makes the report of a step's plan. */
function draftReport(step, concluded) {
    const { made, readable, judgement, failure, label, sealed } = concluded;
    const facts = noteFacts(step, concluded);
    return (0,compose_report/* composeReport */.Z)({
        label,
        directory: step.target.directory,
        workspace: made.workspace,
        product: made.product,
        terraformVersion: made.terraformVersion,
        mode: modeOf(step),
        hasChanges: made.hasChanges,
        diagnostics: made.diagnostics,
        guardrails: judgement.guardrails,
        notes: [...judgement.notes, ...decideNotes(facts)],
        remarks: decideRemarks(facts),
        origin: (0,origin/* originOf */.y)(step),
        redact: (text) => step.deps.host.redactor.redact(text),
        ...(readable === undefined ? {} : { readable }),
        ...(judgement.policy === undefined ? {} : { policy: judgement.policy }),
        ...(failure === undefined ? {} : { failure }),
        ...(sealed === undefined ? {} : { fingerprint: sealed.fingerprint }),
        ...(made.hasDocument ? { backend: step.deps.terraform.backend().hash } : {}),
    });
}
/** Reads the plan, if there is one, makes its secrets known, and only then logs what terraform said. */
function readMadePlan(source, made, step) {
    const readable = source === undefined ? undefined : readDocument(source, made, step);
    // A wrapper can swallow an exit code; what the document says is not to be overlooked.
    if (readable !== undefined && made.failure === undefined)
        made.hasChanges ||= (0,counts/* hasChanges */.i)(readable.plan);
    logDiagnostics(made, step);
    return readable;
}
function readDocument(source, made, { deps }) {
    try {
        const { plan, secrets } = (0,plan_reader/* readPlan */.m3)(source);
        const { redactor } = deps.host;
        for (const secret of secrets)
            redactor.add(secret);
        return { plan, source, redact: (text) => redactor.redact(text), hasSecrets: secrets.size > 0 };
    }
    catch (thrown) {
        made.failure ??= (0,failure/* toFailure */.w2)(thrown);
        return undefined;
    }
}
/** Diagnostics have waited for the sensitive values: terraform's own errors can print them. */
function logDiagnostics(made, { deps, target }) {
    const { log, redactor } = deps.host;
    for (const found of made.diagnostics) {
        const { severity, summary, detail, location } = (0,compose_report/* showDiagnostic */.X)(found, target.directory, (text) => redactor.redact(text));
        const place = location === undefined ? "" : ` (${location.file}:${location.line ?? 1})`;
        log.info(`${severity === "error" ? "Error" : "Warning"}: ${summary}${place}`);
        if (detail !== "")
            log.info(detail);
    }
}
function noteFacts(step, { made, readable, changedFiles }) {
    const { inputs, target, deps } = step;
    return {
        hasPullRequest: step.pullRequest !== undefined && inputs["github-token"] !== "",
        isTracked: made.isTracked,
        complete: readable?.plan.complete,
        errored: readable?.plan.errored ?? false,
        targets: inputs.targets,
        influences: deps.terraform.influences(),
        changedFiles,
        lockFile: target.directory === "." ? ".terraform.lock.hcl" : `${target.directory}/.terraform.lock.hcl`,
        config: external_node_path_.posix.normalize(inputs.config),
        hasSecrets: readable?.hasSecrets ?? false,
        isSealed: inputs["seal-key"] !== "",
    };
}
function modeOf({ inputs }) {
    if (inputs.destroy)
        return "destroy";
    return inputs["refresh-only"] ? "refresh-only" : "normal";
}


/***/ }),

/***/ 7824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ hideKnownSecrets)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __webpack_require__(7412);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-scan.js + 1 modules
var hcl_scan = __webpack_require__(4055);
;// CONCATENATED MODULE: ./packages/planning/lib/known-secrets.js
/**
 * Which texts are secret by what the configuration says of its variables, for the time when there is no plan to ask:
 * terraform's own errors can print a value. Pure. Literal values only; what an expression gives is not known here.
 */

/** The values of the variables that are declared sensitive. */
function findSecrets({ configuration, values, environment }) {
    const secrets = new Set();
    const names = new Set();
    for (const text of configuration) {
        const variables = (0,json_value/* member */.Dc)(parseObject(text), "variable");
        for (const name of (0,json_value/* isJsonObject */.OW)(variables) ? Object.keys(variables) : []) {
            const variable = (0,json_value/* member */.Dc)(variables, name);
            if (((0,json_value/* member */.Dc)(variable, "sensitive") ?? false) === false)
                continue;
            names.add(name);
            addJson(secrets, (0,json_value/* member */.Dc)(variable, "default"));
        }
        for (const block of (0,hcl_blocks/* readBlocks */.v_)(text)) {
            const [name] = block.labels;
            if (block.type !== "variable" || name === undefined || !isSensitive(block.attributes, text))
                continue;
            names.add(name);
            for (const attribute of block.attributes) {
                if (attribute.name === "default")
                    addLiterals(secrets, text, attribute);
            }
        }
    }
    for (const text of values) {
        const object = parseObject(text);
        for (const name of names)
            addJson(secrets, (0,json_value/* member */.Dc)(object, name));
        for (const attribute of (0,hcl_blocks/* readHcl */.KQ)(text).attributes)
            if (names.has(attribute.name))
                addLiterals(secrets, text, attribute);
    }
    for (const name of names) {
        const value = environment[`TF_VAR_${name}`] ?? "";
        if (value !== "")
            secrets.add(value);
        addStrings(secrets, value);
    }
    return secrets;
}
/** The JSON object that a text is; undefined for HCL. */
function parseObject(text) {
    if (!text.trimStart().startsWith("{"))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function addJson(secrets, value) {
    if (typeof value === "string" || typeof value === "number")
        secrets.add(String(value));
    else if (Array.isArray(value))
        for (const item of value)
            addJson(secrets, item);
    else if ((0,json_value/* isJsonObject */.OW)(value))
        for (const item of Object.values(value))
            addJson(secrets, item);
}
function isSensitive(attributes, text) {
    const found = attributes.find(({ name }) => name === "sensitive");
    // terraform also takes "true" and (true): only a plain false is one.
    return found !== undefined && text.slice(found.value.start, found.value.end) !== "false";
}
function addLiterals(secrets, text, { value }) {
    if (value.kind === "string")
        secrets.add(value.value);
    else if (value.kind === "object")
        for (const attribute of value.attributes)
            addLiterals(secrets, text, attribute);
    else
        addStrings(secrets, text.slice(value.start, value.end));
}
/** The strings of an expression: quoted ones, the text of heredocs, a bare number. Parts between templates count each. */
function addStrings(secrets, expression) {
    if (/^[0-9.]+$/.test(expression))
        secrets.add(expression);
    // A heredoc ends at a line break, which is not part of the value's span.
    const text = `${expression}\n`;
    for (const token of (0,hcl_scan/* scanHcl */.J)(text)) {
        const content = text.slice(token.start, token.end);
        if (token.kind === "literal")
            secrets.add((0,hcl_blocks/* unescapeQuoted */.Ln)(content) ?? content.trim());
    }
}

;// CONCATENATED MODULE: ./packages/planning/lib/hide-secrets.js
/**
 * Makes known what the configuration and the inputs say is secret, before terraform prints a word: the log shows addresses
 * while it runs, errors can print any value, and only a plan names all that is sensitive.
 */



/** Backend settings that say who we are. */
const credential = /(?:secret|token|password|passwd|credential|access_key|private_key|sas|passphrase)/i;
/** Adds what is known to the redactor. Files that cannot be read hide nothing, and terraform will say why. */
function hideKnownSecrets({ deps, target, inputs }) {
    const { redactor } = deps.host;
    const decoder = new TextDecoder();
    const read = (file) => {
        try {
            return decoder.decode(deps.files.readBytes(external_node_path_.posix.resolve(target.path, file)));
        }
        catch {
            return "";
        }
    };
    const names = deps.files.list(target.path);
    const secrets = findSecrets({
        configuration: names.filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name)).map(read),
        values: [
            ...names.filter((name) => /\.tfvars(?:\.json)?$/.test(name)).map(read),
            ...inputs["var-files"].map(read),
            inputs.variables,
        ],
        environment: target.environment,
    });
    for (const secret of secrets)
        redactor.add(secret);
    const settings = [
        ...inputs["backend-config"].map((setting) => splitSetting(setting)),
        ...inputs["backend-config-files"].flatMap((file) => readSettings(read(file))),
        ...Object.entries(target.environment).filter(([name]) => isTelling(name)),
    ];
    for (const [name, value] of settings) {
        if (credential.test(name))
            redactor.add(value);
        const url = URL.parse(value);
        for (const part of [url?.password ?? "", ...(url?.searchParams.values() ?? [])])
            redactor.add(part);
    }
}
/** `key=value`, as the input has it. */
function splitSetting(setting) {
    const equals = setting.indexOf("=");
    return [setting.slice(0, equals), setting.slice(equals + 1)];
}
/** The settings of a file of backend configuration that are plain texts. */
function readSettings(text) {
    return (0,hcl_blocks/* readHcl */.KQ)(text).attributes.flatMap(({ name, value }) => {
        return value.kind === "string" ? [[name, value.value]] : [];
    });
}
/** Variables that hold a credential, or an address with one in it; the place of a file with one is no secret. */
function isTelling(name) {
    if (/^TF_(?:HTTP|TOKEN)_/.test(name))
        return true;
    return credential.test(name) && !/_(?:FILE|PATH|URL|URI|ENDPOINT)$/i.test(name);
}


/***/ }),

/***/ 5801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   Gj: () => (/* binding */ planAgain),
/* harmony export */   Ir: () => (/* binding */ startPlan),
/* harmony export */   gF: () => (/* binding */ prepareSavedPlan),
/* harmony export */   uQ: () => (/* binding */ showSavedPlan)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1618);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5320);
/**
 * The order of terraform's commands for one plan: version, init, workspace, plan, show; what is only looked at runs
 * beside the plan. Every ending is data: what was reached, and the failure that ended it.
 */


/** What is known before anything was asked. */
function startPlan(making) {
    return {
        terraformVersion: "",
        product: "terraform",
        providerVersions: {},
        workspace: making.workspace,
        hasChanges: false,
        diagnostics: [],
        unformatted: [],
        isTracked: true,
        hasPlanFile: false,
        hasDocument: false,
    };
}
/** Plans. Never throws: a failure is in the result, beside what was made before it. */
async function makePlan(making) {
    const made = startPlan(making);
    return attempt(made, async () => {
        await initialise(making, made);
        await plan(making, made);
    });
}
/** Plans in a root module that is initialised already. Never throws. */
async function planAgain(making, before) {
    const { terraformVersion, product, providerVersions, workspace } = before;
    const made = { ...startPlan(making), terraformVersion, product, providerVersions, workspace };
    return attempt(made, () => plan(making, made));
}
/**
 * Initialises for a plan that is there already, and looks at the configuration it is held against. Never throws; what
 * the plan says is not read yet.
 */
async function prepareSavedPlan(making) {
    const made = startPlan(making);
    return attempt(made, async () => {
        await initialise(making, made);
        await lookAtConfiguration(making.terraform, made, false);
    });
}
/** Reads a saved plan that is there already into its document. Never throws. */
async function showSavedPlan(making, made) {
    return attempt(made, async () => {
        made.hasPlanFile = true;
        await show(making.terraform, made, making.planFile, making.documentFile);
    });
}
async function attempt(made, work) {
    try {
        await work();
    }
    catch (thrown) {
        made.failure = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .toFailure */ .w2)(thrown);
    }
    made.diagnostics = (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_1__/* .orderDiagnostics */ .LR)(made.diagnostics);
    return made;
}
async function initialise({ terraform, failureOf, inputs, directory }, made) {
    const initialising = terraform.init({
        backendConfig: inputs["backend-config"],
        backendConfigFiles: inputs["backend-config-files"],
        lockTimeoutMs: inputs["lock-timeout"] ?? 0,
    });
    const [version, init] = await Promise.all([terraform.version(), initialising]);
    made.terraformVersion = version.version;
    made.providerVersions = version.providers;
    made.product = init.product ?? made.product;
    made.diagnostics.push(...init.diagnostics);
    if (init.exitCode !== 0)
        throw failureOf(init, "init", { directory, hadLockFile: init.hadLockFile });
    const workspace = await terraform.requireWorkspace();
    if (typeof workspace !== "string") {
        made.diagnostics.push(workspace);
        throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
            reason: "init-failed",
            what: `The workspaces of the backend cannot be listed: ${workspace.summary}`,
            remedy: "Check that the credentials of this job may list them. Terraform's words are in the step summary.",
        });
    }
    made.workspace = workspace;
}
async function plan(making, made) {
    const { terraform, failureOf, inputs, directory, planFile, documentFile } = making;
    const [planned, problem] = await Promise.all([
        terraform.plan(planOptions(inputs, planFile)),
        lookAtConfiguration(terraform, made).then(() => undefined, _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .toFailure */ .w2),
    ]);
    made.diagnostics.push(...planned.diagnostics);
    made.product = planned.product ?? made.product;
    made.hasPlanFile = planned.hasPlanFile;
    made.hasChanges = planned.outcome === "changes";
    if (planned.exitCode !== undefined)
        made.exitCode = planned.exitCode;
    if (planned.outcome === "failed")
        made.failure = failureOf(planned, "plan", { directory });
    else if (problem !== undefined)
        made.failure = problem;
    if (!planned.hasPlanFile) {
        made.failure ??= missingPlan(made.exitCode);
        if (planned.outcome === "failed")
            await validate(terraform, planned, made);
        return;
    }
    await show(terraform, made, planFile, documentFile);
}
async function show(terraform, made, planFile, documentFile) {
    try {
        await terraform.showPlan(planFile, documentFile);
        made.hasDocument = true;
    }
    catch (thrown) {
        // A plan that failed has already said why; that its rest cannot be shown either is no news.
        made.failure ??= (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .toFailure */ .w2)(thrown);
    }
}
/** A plan that nobody can look at must not pass for one that was looked at. */
function missingPlan(exitCode) {
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        reason: "plan-failed",
        what: `terraform ended with exit code ${exitCode ?? "none"} and left no plan file`,
        remedy: "Check what `terraform-path` names: a wrapper may drop arguments or change exit codes.",
    });
}
/** A plan stops at the first phase that fails; validate also names what the later ones would have found. */
async function validate(terraform, planned, made) {
    if (planned.cancelled)
        return;
    const { diagnostics } = await terraform.validate();
    made.diagnostics.push(...diagnostics);
}
/** Runs beside the plan: what the configuration is, and what of it is not formatted. */
async function lookAtConfiguration(terraform, made, isFormatWanted = true) {
    const { files, modules, isTracked } = await terraform.configuration();
    made.isTracked = isTracked;
    made.files = (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_2__/* .configurationDigests */ .g6)(files);
    made.configuration = (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_2__/* .hashDigests */ .yB)(made.files);
    if (!isFormatWanted)
        return;
    const local = modules.filter((module) => module.isLocal).map((module) => module.path);
    // What is not formatted is worth a notice; that it cannot be found out is worth nothing.
    made.unformatted = await terraform.formatCheck(local).catch(() => []);
}
function planOptions(inputs, planFile) {
    return {
        planFile,
        varFiles: inputs["var-files"],
        variables: inputs.variables,
        targets: inputs.targets,
        replace: inputs.replace,
        isDestroy: inputs.destroy,
        isRefreshOnly: inputs["refresh-only"],
        isRefreshed: inputs.refresh,
        ...(inputs.parallelism === undefined ? {} : { parallelism: inputs.parallelism }),
        lockTimeoutMs: inputs["lock-timeout"] ?? 0,
    };
}


/***/ }),

/***/ 8004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ decideComment),
/* harmony export */   Pn: () => (/* binding */ describeMissingComment),
/* harmony export */   fN: () => (/* binding */ describeLookAlike),
/* harmony export */   p8: () => (/* binding */ publishComment)
/* harmony export */ });
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6002);
/* harmony import */ var _handrail_report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2666);
/**
 * Brings the report to the pull request. A comment that cannot be written never changes the plan's result: it costs a
 * named warning, and the step summary says it all.
 */


/** Whether the report goes to the pull request, and how. */
function decideComment(mode, result, pullRequest) {
    if (mode === "never" || pullRequest === undefined)
        return "none";
    return mode === "changes" && result === "no-changes" ? "update" : "write";
}
/** Writes the comment. Never throws. */
async function publishComment(writer, options) {
    const { report, owner, repo, pullRequest, body, isGenuine, isOnlyUpdate } = options;
    try {
        const written = await (await writer()).upsertComment({
            owner,
            repo,
            pullRequest,
            action: _handrail_report__WEBPACK_IMPORTED_MODULE_0__/* .planAction */ .y0,
            key: report.label,
            body,
            isOnlyUpdate,
            ...(isGenuine === undefined ? {} : { isGenuine }),
            ...(options.startedAt === undefined ? {} : { startedAt: options.startedAt }),
        });
        const warnings = written.foreign.map(describeLookAlike);
        return written.change === "none" ? { warnings } : { comment: { id: written.id, url: written.url }, warnings };
    }
    catch (thrown) {
        return { warnings: [describeMissingComment(thrown, options.subject)] };
    }
}
/** Why something is not on the pull request, for people. */
function describeMissingComment(thrown, subject = "The plan") {
    return (0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .describeUnkept */ .R)(thrown, `${subject} is not on the pull request, only in the step summary`);
}
/** What is said of a comment that bears our marker and is somebody else's. */
function describeLookAlike(id) {
    return `Comment ${id} looks like a plan comment, and is not ours. It was left alone; do not trust it.`;
}


/***/ }),

/***/ 130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w0: () => (/* binding */ digestPlan),
  CF: () => (/* binding */ fingerprintFacts),
  zv: () => (/* binding */ recordOf)
});

// UNUSED EXPORTS: sealPlan

// EXTERNAL MODULE: ./packages/terraform/lib/influences.js
var influences = __webpack_require__(464);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/terraform/lib/outline.js
/** The form of an outline; another one is not read. */
const OUTLINE_SCHEMA = 1;

// EXTERNAL MODULE: ./packages/terraform/lib/address-keys.js
var address_keys = __webpack_require__(5863);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-scalar.js
var diff_scalar = __webpack_require__(8384);
// EXTERNAL MODULE: ./packages/terraform/lib/fingerprint-digest.js
var fingerprint_digest = __webpack_require__(8839);
// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/redaction-flags.js
var redaction_flags = __webpack_require__(9833);
;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint-element.js
/**
 * One element of a plan document, a change or something a newer terraform plans, as the canonical text that enters a
 * fingerprint. It digests nothing.
 */




/**
 * The whole element enters, also what this version does not know: a newer terraform's field may change what is done.
 * A deferred change has the change one level down, as other sections may.
 */
function elementText(element, masking) {
    if (!(0,json_value/* isJsonObject */.OW)(element))
        return (0,canonical_json/* canonicalJson */.d)(element);
    const flags = masking === undefined ? false : (0,redaction_flags/* flagsWithin */.Vd)(element);
    const texts = Object.keys(element)
        .sort(text_order/* compareCodeUnits */.U)
        .map((key) => {
        const value = (0,json_value/* member */.Dc)(element, key) ?? null;
        const below = (0,json_value/* member */.Dc)(flags, key);
        const text = isChange(value) ? changeText(value, below, masking) : (0,canonical_json/* maskedJson */.a)(value, below, masking, undefined);
        return `${JSON.stringify(key)}:${text}`;
    });
    return texts.join("\n");
}
function isChange(value) {
    return (0,json_value/* member */.Dc)(value, "actions") !== undefined;
}
/** A change object: each secret after the change is compared with the one before. The paths that force it have no order. */
function changeText(change, flags, masking) {
    const texts = Object.keys((0,json_value/* isJsonObject */.OW)(change) ? change : {})
        .sort(text_order/* compareCodeUnits */.U)
        .map((key) => {
        const value = (0,json_value/* member */.Dc)(change, key);
        const other = key.startsWith("after") ? [(0,json_value/* member */.Dc)(change, key.replace("after", "before"))] : undefined;
        const isUnordered = key === "replace_paths" && Array.isArray(value);
        if (isUnordered)
            return `${key}:${value.map(canonical_json/* canonicalJson */.d).sort(text_order/* compareCodeUnits */.U).join(",")}`;
        return `${JSON.stringify(key)}:${(0,canonical_json/* maskedJson */.a)(value, (0,json_value/* member */.Dc)(flags, key), masking, other)}`;
    });
    return texts.join("\n");
}

// EXTERNAL MODULE: ./packages/terraform/lib/secrets.js
var secrets = __webpack_require__(5199);
;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint-lines.js
/**
 * What enters a fingerprint beside the changes, one canonical text each, and by what name people know it. It digests
 * nothing.
 */




/** The lines of a fingerprint in their order; without `masking` secrets enter in full. */
function fingerprintLines(facts, masking) {
    const { plan } = facts;
    const one = (kind, ...values) => {
        return { kind, name: "", text: (0,canonical_json/* canonicalJson */.d)([kind, ...values]) };
    };
    return [
        {
            kind: "form",
            name: "",
            text: (0,canonical_json/* canonicalJson */.d)(["handrail fingerprint 1", masking === undefined ? "keyed" : "open"]),
        },
        one("configuration", facts.configuration),
        one("lock file", facts.lockFile === undefined ? null : (0,fingerprint_digest/* hash */.tW)(facts.lockFile)),
        { ...one("terraform", facts.terraformVersion), shown: facts.terraformVersion },
        one("providers", { ...facts.providerVersions }),
        {
            kind: "arguments",
            name: "",
            text: (0,canonical_json/* maskedJson */.a)(["arguments", { ...facts.arguments }], false, masking, undefined),
        },
        one("whole", !plan.errored, plan.complete ?? null, facts.refreshOnly),
        ...variableLines(plan, masking),
        ...ordered(plan.outputs.map((output) => outputLine(output, masking))),
        ...ordered(plan.checks.map((check) => checkLine(check, masking))),
    ];
}
function ordered(lines) {
    return lines.sort((one, other) => (0,text_order/* compareCodeUnits */.U)(one.text, other.text));
}
function variableLines(plan, masking) {
    const names = [...plan.variables.keys()].sort(text_order/* compareCodeUnits */.U);
    return names.map((name) => {
        const value = plan.variables.get(name) ?? null;
        const flags = [false, false, plan.sensitiveVariables.has(name)];
        return { kind: "variable", name, text: (0,canonical_json/* maskedJson */.a)(["variable", name, value], flags, masking, undefined) };
    });
}
function outputLine(output, masking) {
    const { before, after, afterUnknown, beforeSensitive, afterSensitive } = output.body;
    const flags = (0,secrets/* eitherFlags */.Vz)(beforeSensitive, afterSensitive);
    const text = [
        (0,canonical_json/* canonicalJson */.d)(["output", output.name, output.actions, afterUnknown, beforeSensitive, afterSensitive]),
        (0,canonical_json/* maskedJson */.a)(before, flags, masking, undefined),
        (0,canonical_json/* maskedJson */.a)(after, flags, masking, [before]),
    ].join(" ");
    return { kind: "output", name: output.name, text };
}
function checkLine({ address, kind, status, problems }, masking) {
    const value = ["check", address, kind, status, [...problems].sort(text_order/* compareCodeUnits */.U)];
    return { kind: "check", name: address, text: (0,canonical_json/* maskedJson */.a)(value, false, masking, undefined), shown: status };
}

// EXTERNAL MODULE: ./packages/terraform/lib/json-scan.js + 3 modules
var json_scan = __webpack_require__(5604);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-reader.js + 3 modules
var plan_reader = __webpack_require__(7448);
;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint.js
/**
 * What a plan means, as one short text: equal for equal plans, different when anything would be done differently.
 * Values are read one change at a time. It compares nothing; whoever holds two fingerprints does.
 */







const PREFIX = "hr1:";
/**
 * `hr1:` and 64 hex digits. With a key it is an HMAC over all values; without, two plans that differ in nothing but a
 * sensitive value look alike. Time and order do not enter. Throws like `readPlan` for a document that cannot be read.
 */
function fingerprint_fingerprintPlan(facts) {
    return fingerprintParts(facts).fingerprint;
}
/** The fingerprint with the digests of the changes it is made of, in the order of address and deposed key. */
function fingerprintParts(facts) {
    const pieces = fingerprintPieces(facts);
    const changes = mapChanges(facts, pieces, ({ address, deposed, section, digest }) => {
        return { address, ...(deposed === undefined ? {} : { deposed }), section, digest };
    });
    return { fingerprint: sumFingerprint(pieces, changes), changes: changes.sort(compareDigests) };
}
/** The fingerprint of the changes' digests, in any order, and of the rest. */
function sumFingerprint({ lines, digest }, changes) {
    const texts = [
        ...lines.map(({ text }) => text),
        ...[...changes].sort(compareDigests).map(({ section, digest: change }) => (0,canonical_json/* canonicalJson */.d)([section, change])),
    ];
    return `${PREFIX}${digest(`${texts.join("\n")}\n`)}`;
}
/** Everything of a fingerprint but the changes. Throws for a key that is too short. */
function fingerprintPieces(facts) {
    const key = facts.key ?? "";
    const masking = key === "" ? { redact: (0,fingerprint_digest/* remembering */.Mw)(facts.redact) } : undefined;
    return { lines: fingerprintLines(facts, masking), masking, digest: (0,fingerprint_digest/* digester */.WF)(key) };
}
/** Reads every change that enters the fingerprint, one at a time, and gives what `use` makes of each. */
function mapChanges(facts, { masking, digest }, use) {
    const { plan, source } = facts;
    const one = (section, item, more, known) => {
        const element = (0,plan_reader/* readable */.HD)(source, () => new json_scan/* JsonScanner */.V(source, { span: item.span, window: item.span.length }).take());
        const text = `${(0,canonical_json/* canonicalJson */.d)([section, more])}\n${elementText(element, masking)}`;
        const { address = "", deposed } = item;
        const place = { address, ...(deposed === undefined ? {} : { deposed }), section };
        return use({ ...place, digest: digest(text), element, ...known });
    };
    const all = (section, changes) => changes.map((change) => one(section, change, change.deferredReason ?? null, { change }));
    return [
        ...all("change", plan.changes),
        ...(facts.refreshOnly ? all("drift", plan.drift) : []),
        ...all("deferred", plan.deferred),
        ...plan.other.map((item) => one("other", item, [item.key, item.reason ?? null], { key: item.key })),
    ];
}
function compareDigests(a, b) {
    const [one, other] = [a, b].map((item) => [item.address, item.deposed ?? "", item.section, item.digest]);
    for (const [index, part] of (one ?? []).entries()) {
        const order = (0,text_order/* compareCodeUnits */.U)(part, other?.[index] ?? "");
        if (order !== 0)
            return order;
    }
    return 0;
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-files.js
var plan_outline_files = __webpack_require__(6306);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-change.js
var plan_outline_change = __webpack_require__(3245);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-room.js
/**
 * How much room an outline needs at the least, so that what cannot fit is neither made nor packed. It decides by
 * digests only: 64 bits that look like chance do not get smaller by packing.
 */

/** A digest has 64 bits and a character of base64url 6: one digest needs more than ten of them. */
const LEAST = 10;
const DIGEST_LENGTH = 11;
/** How many attributes an outline has at most; later changes have none then. */
const MOST_LEAVES = 200_000;
/** Counts different digests until there are too many for a length. */
class DigestCount {
    #most;
    #seen = new Set();
    constructor(maxLength) {
        this.#most = maxLength / LEAST;
    }
    get isOver() {
        return this.#seen.size > this.#most;
    }
    add(digest) {
        if (digest !== undefined && !this.isOver)
            this.#seen.add(digest);
    }
    addLeaves(leaves, isWanted) {
        for (const leaf of leaves) {
            if (this.isOver)
                return;
            if (!isWanted(leaf))
                continue;
            // A shorter token has no digest in it.
            for (const token of [leaf[1], leaf[2]])
                if (token.length >= DIGEST_LENGTH)
                    this.add(token.slice(-DIGEST_LENGTH));
        }
    }
    addChange({ digest, detail }, isWanted) {
        this.add(digest);
        if (detail === undefined)
            return;
        for (const value of [detail.object, detail.importing, detail.forced, detail.generated])
            this.add(value);
        this.addLeaves(detail.leaves, isWanted);
    }
}
/** Whether the outline is surely longer than `maxLength` when it is rendered; false when nobody knows. */
function isLonger({ parts, changes, state }, depth, maxLength) {
    const count = new DigestCount(maxLength);
    for (const { digest } of parts)
        count.add(digest);
    for (const [, digest] of state?.resources ?? [])
        count.add(digest);
    const isWanted = depth === "whole" ? isEvery : isChanged;
    for (const change of changes) {
        if (count.isOver)
            return true;
        if (depth === "bare")
            count.add(change.digest);
        else
            count.addChange(change, isWanted);
    }
    return count.isOver;
}
function isEvery() {
    return true;
}
function isChanged([, before, after]) {
    return before !== after;
}
/** The room that is left while the changes of an outline come one by one. */
class OutlineRoom {
    #changed;
    #isLimited;
    #leavesLeft = MOST_LEAVES;
    constructor(maxLength) {
        this.#changed = new DigestCount(maxLength);
        this.#isLimited = Number.isFinite(maxLength);
    }
    /** False when no outline with attributes could be rendered any more. */
    get hasDetails() {
        return !this.#isLimited || !this.#changed.isOver;
    }
    /** The change, without its attributes when there are too many of them in all. */
    admit(change) {
        this.#leavesLeft -= change.detail?.leaves.length ?? 0;
        if (this.#leavesLeft < 0)
            delete change.detail;
        if (this.#isLimited)
            this.#changed.addChange(change, isChanged);
        return change;
    }
}
/** What is left when no attributes fit: what `renderOutline` would come to. */
function withoutDetails({ schema, parts, changes }) {
    return { schema, parts: (0,plan_outline_files/* withoutFiles */.Oj)(parts), changes: changes.map(withoutDetail) };
}
function withoutDetail(change) {
    const bare = { ...change };
    delete bare.detail;
    return bare;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline.js
/**
 * A plan in digests, small enough to keep beside its review: what it is made of and what each change does to each
 * attribute, so that a later plan can be compared by address and attribute. It holds no value and compares nothing; the
 * fingerprint stays the authority on whether two plans are equal.
 */









/** The outline of a plan, and of the state it was made for. Throws like `fingerprintPlan`. */
function outlinePlan(facts, state) {
    return fingerprintAndOutline(facts, () => state).outline;
}
/** Both in one pass over the plan document. `state` is asked for when there is room for it. */
function fingerprintAndOutline(facts, state, { maxLength = Number.POSITIVE_INFINITY } = {}) {
    const pieces = fingerprintPieces(facts);
    const redact = pieces.masking?.redact ?? (0,fingerprint_digest/* remembering */.Mw)(facts.redact);
    const short = (0,fingerprint_digest/* shortDigester */.Cv)(pieces.digest);
    const shownKey = (0,fingerprint_digest/* remembering */.Mw)((key) => (0,diff_scalar/* keyText */.Pu)(redact(key)));
    const tools = { masking: pieces.masking, redact, short, keyText: shownKey };
    const room = new OutlineRoom(maxLength);
    const digests = [];
    const changes = mapChanges(facts, pieces, (change) => {
        const { address, deposed, section, digest } = change;
        digests.push({ address, ...(deposed === undefined ? {} : { deposed }), section, digest });
        return room.admit(changeOutline(change, tools, room.hasDetails));
    });
    const lines = new Map(pieces.lines.filter(({ kind }) => kind === "output").map(({ name, text }) => [name, text]));
    const outputs = facts.plan.outputs.map((output) => {
        const { name, actions } = output;
        const detail = room.hasDetails ? (0,plan_outline_change/* outputDetail */.jr)(output, tools) : undefined;
        const digest = short(lines.get(name) ?? "");
        const more = detail === undefined ? {} : { detail };
        return room.admit({ section: "output", address: `output.${name}`, actions, digest, ...more });
    });
    const parts = outlineParts(facts, pieces.lines, tools);
    const outline = {
        schema: OUTLINE_SCHEMA,
        parts,
        changes: [...changes, ...outputs].sort(compareOutlines),
    };
    const found = room.hasDetails ? state() : undefined;
    return {
        fingerprint: sumFingerprint(pieces, digests),
        outline: room.hasDetails
            ? { ...outline, ...(found === undefined ? {} : { state: found }) }
            : withoutDetails(outline),
    };
}
function changeOutline(change, tools, hasDetail) {
    const { section, element, deposed } = change;
    const detail = section === "other" || !hasDetail ? undefined : (0,plan_outline_change/* changeDetail */.oz)(element, tools);
    const previous = change.change?.previousAddress;
    const isMoved = previous !== undefined && previous !== change.address;
    return {
        section,
        address: change.address === "" ? (change.key ?? "") : (0,address_keys/* redactKeys */.i)(change.address, tools.redact),
        ...(deposed === undefined ? {} : { deposed }),
        actions: change.change?.actions ?? [],
        ...(isMoved ? { previousAddress: (0,address_keys/* redactKeys */.i)(previous, tools.redact) } : {}),
        digest: (0,fingerprint_digest/* shorten */.ml)(change.digest),
        ...(detail === undefined ? {} : { detail }),
    };
}
function outlineParts(facts, lines, tools) {
    const parts = [];
    for (const { kind, name, text, shown } of lines) {
        if (kind === "output" || kind === "providers")
            continue;
        parts.push({
            kind,
            name: kind === "check" ? (0,address_keys/* redactKeys */.i)(name, tools.redact) : name,
            digest: tools.short(text),
            ...(shown === undefined ? {} : { shown }),
        });
    }
    for (const [name, version] of Object.entries(facts.providerVersions)) {
        parts.push({ kind: "provider", name, digest: tools.short(JSON.stringify([name, version])), shown: version });
    }
    parts.push(...(0,plan_outline_files/* fileParts */.RN)(facts.files ?? [], tools));
    return parts.sort((one, other) => compareTexts([one.kind, one.name, one.digest], [other.kind, other.name, other.digest]));
}
function compareOutlines(one, other) {
    const [a, b] = [one, other].map(({ address, deposed = "", section, digest }) => [address, deposed, section, digest]);
    return compareTexts(a ?? [], b ?? []);
}
function compareTexts(one, other) {
    for (const [index, part] of one.entries()) {
        const order = (0,text_order/* compareCodeUnits */.U)(part, other[index] ?? "");
        if (order !== 0)
            return order;
    }
    return 0;
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-archive.js + 2 modules
var plan_archive = __webpack_require__(643);
// EXTERNAL MODULE: ./packages/terraform/lib/state-digest.js
var state_digest = __webpack_require__(6240);
;// CONCATENATED MODULE: ./packages/planning/lib/seal-plan.js
/**
 * Fingerprints a plan, and binds the saved plan to what it was made of, so that apply can trust both. The order of
 * effects; what a fingerprint and a record are is in @handrail/terraform.
 */


/** Names the form of the record's maker; a change that apply must know of changes it. */
const createdBy = "handrail/terraform-plan 1";
/** Most characters of an outline: a quarter of what a comment holds, so that people have the rest. */
const OUTLINE_LIMIT = 16_000;
/** Where the record of a plan file lies. */
function recordOf(planFile) {
    return `${planFile}.record.json`;
}
/** Everything that a plan's fingerprint and outline are made of. */
function fingerprintFacts(step, made, readable) {
    const { deps, target, inputs } = step;
    const key = inputs["seal-key"];
    return {
        source: readable.source,
        plan: readable.plan,
        redact: readable.redact,
        ...(key === "" ? {} : { key }),
        configuration: made.configuration ?? "",
        ...(made.files === undefined ? {} : { files: made.files }),
        lockFile: deps.terraform.lockFile(),
        terraformVersion: made.terraformVersion,
        providerVersions: made.providerVersions,
        arguments: (0,influences/* cliArguments */.j)(target.environment),
        refreshOnly: inputs["refresh-only"],
    };
}
/**
 * The fingerprint of a plan, and its outline with the state that is in its file, as terraform had it after the refresh.
 * A plan whose file cannot be looked into (another product's, a newer layout) has an outline without the state.
 */
function digestPlan(facts, planFile, options) {
    const state = () => (planFile === undefined ? undefined : stateOf(facts, planFile));
    return fingerprintAndOutline(facts, state, options);
}
function stateOf({ redact, key = "" }, planFile) {
    try {
        const { stateBytes } = (0,plan_archive/* readPlanArchive */.U)(planFile);
        return (0,state_digest/* digestState */.Y)(new TextDecoder().decode(stateBytes), { redact, key });
    }
    catch {
        return undefined;
    }
}
/** Fingerprints the plan and seals its file. */
function sealPlan(step, sealing) {
    const { deps, target, inputs } = step;
    const { made, readable, planFile } = sealing;
    const key = inputs["seal-key"];
    const facts = fingerprintFacts(step, made, readable);
    const plan = sealing.isApplicable ? deps.files.readBytes(planFile) : undefined;
    if (plan === undefined)
        return { fingerprint: fingerprintPlan(facts), outline: "" };
    const { fingerprint, outline } = digestPlan(facts, plan, { maxLength: OUTLINE_LIMIT });
    const origin = originOf(step);
    const backend = deps.terraform.backend();
    const record = {
        schema: 1,
        label: sealing.label,
        repository: origin.repository,
        runId: origin.runId,
        runAttempt: origin.runAttempt,
        headSha: origin.headSha,
        baseSha: origin.baseSha ?? "",
        directory: target.directory,
        workspace: made.workspace,
        backendType: backend.type,
        backendHash: backend.hash,
        configuration: facts.configuration,
        lockFile: facts.lockFile === undefined ? "" : sha256(facts.lockFile),
        terraformVersion: made.terraformVersion,
        planSha256: sha256(plan),
        fingerprint,
        createdBy,
    };
    const file = `${target.outputDirectory}/plan.tfplan${key === "" ? "" : ".sealed"}`;
    if (key !== "")
        deps.files.write(file, [encryptPlan(plan, record, key, deps.randomBytes(NONCE_LENGTH))]);
    else if (file !== planFile)
        deps.files.write(file, [plan]);
    deps.files.write(recordOf(file), [renderRecord(record, key)]);
    return { fingerprint, outline: renderOutline(outline, OUTLINE_LIMIT), planFile: file };
}


/***/ }),

/***/ 3552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ summariseApply)
/* harmony export */ });
/* unused harmony export describeProgress */
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8622);

/**
 * The apply in one line of plain text. A failure never reads like good news.
 * @param counts of the plan that was applied; absent when there was none
 */
function summariseApply(record, counts) {
    const { result, isDryRun, failure } = record;
    const reason = failure === undefined ? "" : ` (${failure.reason})`;
    if (result === "refused")
        return `refused${reason}, nothing was applied`;
    if (result === "partial")
        return `partly applied${reason}: ${describeProgress(record)}`;
    if (result === "failed") {
        return `apply failed${reason}${isStarted(record) ? `: ${describeProgress(record)}` : ", nothing was applied"}`;
    }
    // A dry run that found changes did not apply them, whatever its result is called.
    if (isDryRun && (result === "applied" || planned(counts) !== "")) {
        return `dry run, nothing was applied: ${orOther(planned(counts))}`;
    }
    return result === "applied" ? `applied: ${orOther(done(counts))}` : "no changes, nothing to apply";
}
function planned(counts) {
    return counts === undefined ? "" : (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCounts */ .wv)(counts);
}
function done(counts) {
    return counts === undefined ? "" : (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .describeDone */ .AT)(counts);
}
/** A plan can be of nothing that is counted: of checks, or of what a newer terraform plans. */
function orOther(text) {
    return text === "" ? "changes that are not resources or outputs" : text;
}
function isStarted({ applied, failed, uncertain }) {
    return applied.length + failed.length + uncertain.length > 0;
}
/** How far it came: `3 done, 1 failed, 2 not started`. */
function describeProgress({ applied, failed, notStarted, uncertain, }) {
    return [
        `${applied.length} done`,
        ...(failed.length === 0 ? [] : [`${failed.length} failed`]),
        ...(uncertain.length === 0 ? [] : [`${uncertain.length} unknown`]),
        ...(notStarted.length === 0 ? [] : [`${notStarted.length} not started`]),
    ].join(", ");
}


/***/ }),

/***/ 2566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   LZ: () => (/* binding */ categories),
/* harmony export */   Qd: () => (/* binding */ categoryOf),
/* harmony export */   TI: () => (/* binding */ isDestructive),
/* harmony export */   mb: () => (/* binding */ categoryWords)
/* harmony export */ });
/** Worst first: the order in the comment, and the order in which things survive when space runs out. */
const categories = [
    "delete",
    "replace",
    "forget",
    "other",
    "update",
    "create",
    "import",
    "move",
    "deferred",
    "read",
    "open",
];
const categoryWords = {
    delete: { sign: "🟥", heading: "to destroy", done: "destroyed", will: "will be destroyed", count: "destroy" },
    replace: { sign: "🟧", heading: "to replace", done: "replaced", will: "will be replaced", count: "replace" },
    forget: {
        sign: "⬛",
        heading: "to forget",
        done: "no longer managed",
        will: "will no longer be managed, and not destroyed",
        count: "forget",
    },
    other: {
        sign: "🟪",
        heading: "to change in an unknown way",
        done: "changed in an unknown way",
        will: "will change in an unknown way",
        count: "other",
    },
    update: { sign: "🟨", heading: "to change", done: "changed", will: "will be updated in place", count: "change" },
    create: { sign: "🟩", heading: "to add", done: "added", will: "will be created", count: "add" },
    import: { sign: "🟦", heading: "to import", done: "imported", will: "will be imported", count: "import" },
    move: { sign: "🟦", heading: "to move", done: "moved", will: "gets another address", count: "move" },
    deferred: {
        sign: "⬜",
        heading: "deferred",
        done: "deferred",
        will: "is deferred to a later plan",
        count: "deferred",
    },
    read: { sign: "⬜", heading: "to read", done: "read", will: "will be read during apply", count: "read" },
    open: { sign: "⬜", heading: "to open", done: "opened", will: "will be opened during apply", count: undefined },
};
/** The category of a change. A change of nothing but its address or its import is a move or an import. */
function categoryOf(change) {
    if (change.deferredReason !== undefined)
        return "deferred";
    if (change.kind !== "no-op")
        return change.kind;
    return change.importing === undefined ? "move" : "import";
}
/** Whether something that exists is lost. */
function isDestructive(category) {
    return category === "delete" || category === "replace";
}
const reasons = {
    replace_because_cannot_update: "an attribute cannot be changed in place",
    replace_because_tainted: "it is tainted",
    replace_by_request: "it was asked for",
    replace_by_triggers: "replace_triggered_by names something that changes",
    delete_because_no_resource_config: "it is not in the configuration",
    delete_because_wrong_repetition: "count or for_each was added or removed",
    delete_because_count_index: "its index is out of range for count",
    delete_because_each_key: "its key is not in for_each",
    delete_because_no_module: "its module is not in the configuration",
    delete_because_no_move_target: "it was moved to an address that is not in the configuration",
    read_because_config_unknown: "its configuration is not known yet",
    read_because_dependency_pending: "it depends on something that changes",
    read_because_check_nested: "a check reads it",
};
/** Terraform's action reason in words; a reason that we do not know is returned as it is, in `isKnown: false`. */
function describeReason(reason) {
    const text = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
    return text === undefined ? { text: reason, isKnown: false } : { text, isKnown: true };
}


/***/ }),

/***/ 94:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W4: () => (/* binding */ outlineOf),
  Gc: () => (/* binding */ renderApplyComment),
  Br: () => (/* binding */ renderSummary)
});

// UNUSED EXPORTS: renderComment, renderKeptComment

;// CONCATENATED MODULE: ./packages/github/lib/budget.js
/**
 * Fits a report into what GitHub takes. Pieces are whole: nothing is ever cut inside a fence, an element or a character.
 * What is left out is counted and named at the end; this file never decides what is important.
 */
/** Most characters of a comment's or pull request's body; one more is answered with 422 (terraform-cdk-action#150). */
const COMMENT_LIMIT = 65_536;
/** Most bytes of a step's summary; with one more the runner drops the whole summary. */
const SUMMARY_LIMIT_BYTES = 1_048_576;
/**
 * The size of a text by the least favourable way GitHub may count characters, which is not documented: UTF-16 units
 * (never fewer than code points), every line end as two (CR LF).
 */
function measure(text) {
    let lineEnds = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        lineEnds += 1;
    return text.length + lineEnds;
}
/** The size of a text in bytes of UTF-8, as the runner counts a summary. */
function measureBytes(text) {
    return Buffer.byteLength(text);
}
/**
 * Chooses what to show, in the order given: the most important first takes its room. A full form that is more important
 * than other pieces takes at most half of what is left, so that one long piece never hides all others.
 * @param budget in the unit of `size`; the result never exceeds it, the line that says what is missing included
 * @param size must be additive: the size of two texts together is the sum of theirs
 */
function fit(pieces, budget, size = measure) {
    const items = pieces.map((piece, index) => {
        const full = size(piece.full);
        const short = piece.short === undefined ? full : Math.min(full, size(piece.short));
        return { piece, index, state: "full", full, short };
    });
    const total = items.reduce((sum, item) => sum + item.full, 0);
    if (total > budget)
        choose(items, Math.max(0, budget - size(worstNote(pieces))));
    const text = items.map(textOf).join("");
    const omitted = count(items, "out");
    const shortened = count(items, "short");
    const note = renderNote(omitted, shortened);
    const room = budget - items.reduce((sum, item) => sum + sizeOf(item), 0);
    return { text: size(note) <= room ? text + note : text, omitted, shortened };
}
/** Sets every item's state so that their sizes add up to at most `budget`. */
function choose(items, budget) {
    let left = budget;
    for (const item of items)
        item.state = "out";
    for (const { item, to } of offersOf(items)) {
        if (to === "full" && item.state === "out")
            continue;
        const cost = to === "full" ? item.full - item.short : item.short;
        if (cost > (to === "full" ? left / 2 : left))
            continue;
        item.state = to === "short" && item.short === item.full ? "full" : to;
        left -= cost;
    }
    for (const item of items.toSorted(byImportance)) {
        const cost = item.full - item.short;
        if (item.state !== "short" || cost > left)
            continue;
        item.state = "full";
        left -= cost;
    }
}
function byImportance(a, b) {
    return compare(b.piece.importance, a.piece.importance) || a.index - b.index;
}
/** Short forms, and the full forms that say what they are worth; the most valuable first, a piece's short form before its full one. */
function offersOf(items) {
    const offers = items.flatMap((item) => {
        const { importance, fullImportance } = item.piece;
        const short = { item, to: "short", worth: importance };
        if (fullImportance === undefined || item.short === item.full)
            return [short];
        return [short, { item, to: "full", worth: Math.min(fullImportance, importance) }];
    });
    return offers.sort((a, b) => compare(b.worth, a.worth) || compare(a.to === "full", b.to === "full") || byImportance(a.item, b.item));
}
/** Not a subtraction: infinities have none. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function sizeOf(item) {
    return item.state === "out" ? 0 : item[item.state];
}
function textOf(item) {
    if (item.state === "out")
        return "";
    return item.state === "short" ? (item.piece.short ?? item.piece.full) : item.piece.full;
}
function count(items, state) {
    const counts = new Map();
    for (const item of items) {
        if (item.state === state)
            counts.set(item.piece.omitted, (counts.get(item.piece.omitted) ?? 0) + 1);
    }
    return counts;
}
/** The longest note these pieces can need: every kind both left out and shortened as often as it occurs. */
function worstNote(pieces) {
    const all = new Map();
    for (const { omitted } of pieces)
        all.set(omitted, (all.get(omitted) ?? 0) + 1);
    return renderNote(all, all);
}
function list(counts) {
    return [...counts].map(([name, times]) => `${times} x ${name}`).join(", ");
}
function renderNote(omitted, shortened) {
    const sentences = [
        ...(omitted.size === 0 ? [] : [`Left out because the text is too long: ${list(omitted)}.`]),
        ...(shortened.size === 0 ? [] : [`Shortened: ${list(shortened)}.`]),
    ];
    return sentences.length === 0 ? "" : `\n\n*${sentences.join(" ")}*\n`;
}

// EXTERNAL MODULE: ./packages/github/lib/marker.js
var lib_marker = __webpack_require__(2303);
// EXTERNAL MODULE: ./packages/github/lib/markdown.js + 1 modules
var markdown = __webpack_require__(8776);
;// CONCATENATED MODULE: ./packages/report/lib/apply-origin.js
/**
 * Says who applied where, and what was reviewed. All text from outside goes through the markdown functions of
 * @handrail/github.
 */

/** The first characters of a fingerprint are enough for people. */
const shortHash = 12;
/** A link to a run, with its attempt when it is not the first. */
function runLink(runId, runUrl) {
    if (runUrl === "")
        return runId === "" ? "a run" : `run ${runId}`;
    const attempt = /\/attempts\/([1-9][0-9]{0,5})$/.exec(runUrl)?.[1] ?? "1";
    return `[run ${runId}${attempt === "1" ? "" : `, attempt ${attempt}`}](${runUrl})`;
}
/** One or two sentences. */
function renderOrigin(record) {
    const { by, runUrl, runId, sha, environment, review } = record;
    const parts = [
        `${whatWasDone(record)} by ${(0,markdown/* code */.aY)(by === "" ? "unknown" : by)} in ${runLink(runId, runUrl)}`,
        ...(sha === "" ? [] : [`commit ${sha}`]),
        ...(environment === undefined ? [] : [`environment ${(0,markdown/* code */.aY)(environment)}`]),
        ...(review.kind === "none" ? ["without a review (`approval: none`)"] : []),
    ];
    const reviewed = reviewSentence(record);
    return `${parts.join(", ")}.${reviewed === "" ? "" : ` ${reviewed}`}`;
}
function whatWasDone({ result, isDryRun }) {
    if (isDryRun)
        return "Dry run";
    if (result === "refused")
        return "Asked for";
    return result === "applied" || result === "partial" ? "Applied" : "Run";
}
function reviewSentence({ review, result, isDryRun }) {
    const { kind, url, fingerprint, doneBefore } = review;
    // Without a fingerprint nobody found a review, and the failure says why.
    if (kind === "none" || (kind === "comment" && fingerprint === undefined))
        return "";
    const hash = fingerprint === undefined ? "" : ` ${(0,markdown/* code */.aY)(fingerprint.slice(0, shortHash))}`;
    const plan = kind === "record" ? `the saved plan${hash}` : `plan${hash}`;
    const place = kind === "record" ? "" : ` on ${url === undefined ? "the pull request" : `[the pull request](${url})`}`;
    if (doneBefore !== undefined) {
        const done = doneBefore.length === 0 ? "" : `; ${countDone(doneBefore)} done before`;
        return `This is the rest of ${plan}, reviewed${place === "" ? " before" : place}${done}.`;
    }
    if (result === "applied" && !isDryRun)
        return `This is ${plan}${place === "" ? "" : `, as reviewed${place}`}.`;
    return `Reviewed was ${plan}${place}.`;
}
/** `3 resources and 2 outputs were`. */
function countDone(addresses) {
    const outputs = addresses.filter((address) => address.startsWith("output.")).length;
    const resources = addresses.length - outputs;
    const parts = [
        ...(resources === 0 ? [] : [resources === 1 ? "1 resource" : `${resources} resources`]),
        ...(outputs === 0 ? [] : [outputs === 1 ? "1 output" : `${outputs} outputs`]),
    ];
    return `${parts.join(" and ")} ${addresses.length === 1 ? "was" : "were"}`;
}

// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
// EXTERNAL MODULE: ./packages/report/lib/diagnostic-pieces.js
var diagnostic_pieces = __webpack_require__(4541);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/report/lib/prose.js
var prose = __webpack_require__(9855);
;// CONCATENATED MODULE: ./packages/report/lib/difference-pieces.js
/**
 * Renders how a plan differs from the one that was reviewed. All text from outside goes through the markdown functions of
 * @handrail/github.
 */



/** How many addresses or attributes one list names. */
const named = 200;
/**
 * What differs, then what moved in the state.
 * @param directory the root module, which the files of the configuration are relative to
 */
function differencePieces(difference, directory) {
    if (difference === undefined)
        return [];
    const { parts, changes, movedInState, isComplete } = difference;
    const isUnknown = parts.length + changes.length === 0;
    const more = isUnknown
        ? "what it is: of the reviewed plan only the fingerprint is known"
        : "more may differ: not everything about the reviewed plan is known any more";
    const lines = [
        ...changes.slice(0, named).map(changeLine),
        ...parts.slice(0, named).map((part) => partLine(part, directory)),
        ...moreLine(Math.max(0, parts.length - named) + Math.max(0, changes.length - named)),
        ...(isComplete ? [] : [`- ${more}`]),
    ];
    const title = "**What differs**";
    const pieces = [
        {
            importance: 960,
            full: `${title}\n\n${lines.length === 0 ? "- it cannot be named" : lines.join("\n")}\n\n`,
            short: `${title}: ${parts.length + changes.length} differences\n\n`,
            omitted: "difference",
        },
    ];
    if (movedInState.length === 0)
        return pieces;
    const moved = movedInState.slice(0, named).map((address) => `- ${(0,markdown/* code */.aY)(address)}`);
    const heading = "**The state changed since the review:**";
    pieces.push({
        importance: 955,
        full: `${heading}\n\n${[...moved, ...moreLine(movedInState.length - named)].join("\n")}\n\n`,
        short: `${heading} ${movedInState.length} resources\n\n`,
        omitted: "change of the state",
    });
    return pieces;
}
/** The last line of a list that names not all. */
function moreLine(count) {
    return count > 0 ? [`- and ${count} more`] : [];
}
function changeLine({ address, what, attributes }) {
    const shown = attributes.slice(0, 20).map((path) => (0,markdown/* code */.aY)(path === "" ? "its value" : path));
    const more = attributes.length > 20 ? ` and ${attributes.length - 20} more` : "";
    const list = shown.length === 0 ? "" : `${shown.join(", ")}${more}`;
    const words = {
        added: `is planned now, and was not reviewed${list === "" ? "" : `: it would change ${list}`}`,
        gone: `was reviewed, and is not planned any more${list === "" ? "" : `: it was to change ${list}`}`,
        different: `differs${list === "" ? "" : ` in ${list}`}`,
    };
    return `- ${(0,markdown/* code */.aY)(address)} ${words[what]}`;
}
/** `variable region`, `provider aws 5 -> 6`, `the configuration: main.tf, new.tf (new)`: the names as code, files from the workspace. */
function partLine(part, directory) {
    const line = (0,prose/* oneLine */.T)(part);
    const [, kind = "", name = ""] = /^(variable|provider|check|terraform) (.*)$/.exec(line) ?? [];
    if (name !== "")
        return `- ${kind} ${(0,markdown/* code */.aY)(name)}`;
    const start = "the configuration: ";
    if (!line.startsWith(start))
        return `- ${(0,prose/* prose */.C)(line)}`;
    const files = line
        .slice(start.length)
        .split(", ")
        .map((file) => {
        const [, name = file, rest = ""] = /^(.*?)((?: \((?:new|removed)\))?(?: and \d+ more)?)$/.exec(file) ?? [];
        // A phrase, or the end of a path that is too long.
        if (/^…| /.test(name))
            return `${(0,prose/* prose */.C)(name)}${rest}`;
        return `${(0,markdown/* code */.aY)(external_node_path_.posix.normalize(external_node_path_.posix.join(directory, name)))}${rest}`;
    });
    return `- the configuration: ${files.join(", ")}`;
}

;// CONCATENATED MODULE: ./packages/report/lib/apply-pieces.js
/**
 * Renders the record of an apply as pieces of the plan's comment and summary: they stand above the plan. All text from
 * outside goes through the markdown functions of @handrail/github.
 */






const signs = {
    applied: "✅",
    "no-changes": "✅",
    refused: "⛔",
    partial: "❌",
    failed: "❌",
};
/** The heading in place of the plan's. */
function renderApplyHeadline(report, record) {
    const isGood = record.result === "applied" || record.result === "no-changes";
    const summary = (0,prose/* prose */.C)(record.summary, record.failure === undefined ? [] : [record.failure.reason]);
    const text = isGood ? summary : `**${summary}**`;
    return `### ${record.isDryRun && isGood ? "🔍" : signs[record.result]} ${(0,markdown/* code */.aY)(report.label)}: ${text}`;
}
/** Everything between the heading and the plan. All of it is worth more than any detail of the plan. */
function applyPieces(report, record) {
    // Of an apply that did it all the plan below lists what was done.
    const done = record.result === "applied" ? [] : record.applied;
    const isHalf = record.result === "partial" || record.result === "failed";
    const names = namesOf(record);
    const pieces = [
        ...failurePiece(record, names),
        { importance: 985, full: `${renderOrigin(record)}\n\n`, omitted: "who applied it" },
        ...differencePieces(record.difference, report.directory),
        ...record.notes.map((note, index) => ({
            importance: 935 - Math.min(index, 30),
            full: `⚠️ ${(0,prose/* prose */.C)(note, names)}\n\n`,
            omitted: "note",
        })),
        ...(0,diagnostic_pieces/* errorPiecesOf */.Di)(record.diagnostics, { ...report, failure: record.failure }, 948),
        ...addressPieces("❌", "failed", record.failed, 947, true),
        ...addressPieces("❔", "unknown: begun, and not heard of again", record.uncertain, 946, true),
        ...addressPieces("⏸️", "not started", record.notStarted, 940, isHalf),
        ...addressPieces("✅", "done", done, 860, false),
        ...addressPieces("✅", "done before", record.review.doneBefore ?? [], 855, false),
        ...outputPiecesOf(record.outputs),
        ...(0,diagnostic_pieces/* warningPiecesOf */.T$)(record.diagnostics, report, 840),
    ];
    return pieces.map((piece) => ({ ...piece, fullImportance: piece.importance }));
}
/** What the sentences of a record may name, what is most likely first. */
function namesOf({ diagnostics, failed, uncertain, failure, applied }) {
    const found = diagnostics.slice(0, 10).flatMap(({ address, location, detail }) => {
        const commands = [...detail.slice(0, 2_000).matchAll(/'([^'\n]{3,200})'/g)].map(([, command = ""]) => command);
        return [address ?? "", location?.file ?? "", ...commands];
    });
    return [failure?.location?.file ?? "", ...found, ...failed.slice(0, 20), ...uncertain.slice(0, 20), ...applied];
}
const untouched = "Nothing was applied. ";
function failurePiece({ failure, result, difference }, names) {
    if (failure === undefined)
        return [];
    const level = result === "refused" ? "IMPORTANT" : "CAUTION";
    // What differs stands below, all of it.
    const isListed = difference !== undefined && failure.reason === "plan-changed";
    const [what, remedy] = isListed && failure.remedy.startsWith(untouched)
        ? ["The plan is not the one that was reviewed. Nothing was applied.", failure.remedy.slice(untouched.length)]
        : [failure.what, failure.remedy];
    const text = `> [!${level}]\n> ${(0,prose/* prose */.C)(what, names)}\n> ${(0,prose/* prose */.C)(remedy, names)}\n\n`;
    return [{ importance: 990, full: text, omitted: "failure" }];
}
function addressPieces(sign, words, addresses, importance, isOpen) {
    if (addresses.length === 0)
        return [];
    const title = `${sign} ${addresses.length} ${words}`;
    const list = addresses.slice(0, named).map((address) => `- ${(0,markdown/* code */.aY)(address)}`);
    return [
        {
            importance,
            full: `${(0,markdown/* details */.zH)(title, [...list, ...moreLine(addresses.length - named)].join("\n"), isOpen)}\n\n`,
            short: `${title}\n\n`,
            omitted: "list of addresses",
        },
    ];
}
/** Outputs up to this number are not folded. */
const openOutputs = 5;
/** How many characters of a value are shown. */
const valueLimit = 1_000;
function outputPiecesOf(outputs) {
    if (outputs.length === 0)
        return [];
    const rows = outputs.map(({ name, value, isSensitive }) => [
        (0,markdown/* code */.aY)(name),
        isSensitive || value === undefined ? "*(sensitive value)*" : (0,markdown/* code */.aY)(cutValue((0,canonical_json/* canonicalJson */.d)(value))),
    ]);
    const title = outputs.length === 1 ? "📤 1 output" : `📤 ${outputs.length} outputs`;
    const names = outputs.slice(0, 50).map(({ name }) => (0,markdown/* codeHtml */.v1)(name));
    return [
        {
            importance: 850,
            full: `${(0,markdown/* details */.zH)(title, (0,markdown/* table */.tp)(["output", "value"], rows), outputs.length <= openOutputs)}\n\n`,
            short: `${title}: ${names.join(", ")}\n\n`,
            omitted: "outputs",
        },
    ];
}
function cutValue(text) {
    return text.length <= valueLimit ? text : `${text.slice(0, valueLimit).toWellFormed()}…`;
}

// EXTERNAL MODULE: ./packages/report/lib/category.js
var lib_category = __webpack_require__(2566);
;// CONCATENATED MODULE: ./packages/report/lib/change-pieces.js
/**
 * Renders changes, outputs and drift as pieces of a comment. All text from outside goes through the markdown
 * functions of @handrail/github; nothing here is put in as it is.
 */


/** Above the rest of the plan, below headline and failure. */
const importanceOf = Object.fromEntries(lib_category/* categories */.LZ.map((category, index) => [category, 700 - 10 * index]));
/** The details of what is lost: below every address that is lost, above every other address. */
const detailsOfLosses = importanceOf.replace - 5;
/** A heading for each category, then one piece for each change; worst first. */
function changePieces(report, budget) {
    const pieces = [];
    const spent = { characters: 0 };
    for (const category of lib_category/* categories */.LZ) {
        const changes = report.changes.filter((shown) => shown.category === category);
        if (changes.length === 0)
            continue;
        const { sign, heading } = lib_category/* categoryWords */.mb[category];
        pieces.push(headingPiece(`${sign} ${changes.length} ${heading}`, 800));
        for (const shown of changes) {
            pieces.push(changePiece(shown, { budget, spent, importance: importanceOf[category] }));
        }
    }
    return pieces;
}
/** What changed outside of terraform since the last apply. */
function driftPieces(report, budget) {
    if (report.drift.length === 0)
        return [];
    const spent = { characters: 0 };
    const title = report.mode === "refresh-only"
        ? "changed outside of Terraform"
        : "changed outside of Terraform since the last apply";
    return [
        headingPiece(`👀 ${report.drift.length} ${title}`, 560),
        ...report.drift.map((shown) => changePiece(shown, { budget, spent, importance: 400, isDrift: true })),
    ];
}
/** All changed outputs in one diff. */
function outputPieces(report, budget) {
    const { names } = report.outputs;
    if (names.length === 0)
        return [];
    const diff = (0,markdown/* fence */.EU)(report.outputs.diff(budget.lines), "diff");
    const title = names.length === 1 ? "1 output changes" : `${names.length} outputs change`;
    const list = names.slice(0, 50).map((name) => (0,markdown/* code */.aY)(name));
    const more = names.length > 50 ? ` and ${names.length - 50} more` : "";
    return [
        headingPiece(`📤 ${title}`, 590),
        { importance: 580, full: `${diff}\n\n`, short: `${list.join(", ")}${more}\n\n`, omitted: "output diff" },
    ];
}
/** Planned things that are neither resource nor output, by name. */
function otherPieces(report) {
    if (report.other.length === 0)
        return [];
    const items = report.other.map(({ key, address, reason }) => {
        const name = address === undefined ? "" : ` ${(0,markdown/* code */.aY)(address)}`;
        const why = reason === undefined ? "" : `, ${(0,markdown/* code */.aY)(reason)}`;
        const full = `- ${lib_category/* categoryWords */.mb.other.sign} ${(0,markdown/* code */.aY)(key)}${name}${why}\n`;
        return { importance: 600, full, omitted: "other change" };
    });
    return [headingPiece(`${lib_category/* categoryWords */.mb.other.sign} ${items.length} other planned`, 800), ...items];
}
/** A heading that outlives what it heads, so that a count is never lost. */
function headingPiece(text, importance) {
    return { importance, full: `\n**${text}**\n\n`, omitted: "heading" };
}
function changePiece(shown, context) {
    const { sign } = lib_category/* categoryWords */.mb[shown.category];
    const short = `- ${sign} ${(0,markdown/* code */.aY)(shown.change.address)}\n`;
    const isOpen = context.isDrift !== true && (0,lib_category/* isDestructive */.TI)(shown.category);
    const piece = {
        importance: context.importance,
        // What is lost is worth more than a complete list of what is not.
        ...(isOpen ? { fullImportance: detailsOfLosses } : {}),
        short,
        omitted: omittedName(shown, context),
    };
    if (context.spent.characters > context.budget.characters)
        return { ...piece, full: short };
    const diff = shown.diff(context.budget.lines);
    const summary = `${sign} ${(0,markdown/* codeHtml */.v1)(shown.change.address)} ${sentence(shown, context)}`;
    const full = diff === "" ? `- ${summary}\n` : `${(0,markdown/* details */.zH)(summary, (0,markdown/* fence */.EU)(diff, "diff"), isOpen)}\n\n`;
    context.spent.characters += full.length;
    return { ...piece, full };
}
function omittedName(shown, context) {
    if (context.isDrift === true)
        return "drift";
    const names = {
        delete: "destroy",
        replace: "replacement",
        forget: "forget",
        other: "unknown change",
        update: "update",
        create: "addition",
        import: "import",
        move: "move",
        deferred: "deferral",
        read: "read",
        open: "open",
    };
    return names[shown.category];
}
/** The words behind the address: what happens, why, and where it came from. HTML. */
function sentence(shown, { isDrift = false, budget }) {
    const { change, category } = shown;
    if (budget.isRest === true && category === "replace" && change.reason === "replace_because_tainted")
        return "is made again, because its creation had failed";
    const parts = [isDrift ? driftWords(category) : lib_category/* categoryWords */.mb[category].will];
    if (change.deposed !== undefined)
        parts.push(`(deposed object ${(0,markdown/* codeHtml */.v1)(change.deposed)})`);
    if (category === "replace" && change.replaceOrder === "create-first")
        parts.push("(created before the old one goes)");
    const reason = reasonWords(shown);
    if (reason !== "")
        parts.push(`because ${reason}`);
    if (change.isOldForgotten === true)
        parts.push("(the old one stays, and is no longer managed)");
    if (category === "other")
        parts.push(`(${(0,markdown/* codeHtml */.v1)(change.actions.join(", "))})`);
    if (change.isMove)
        parts.push(`, moved from ${(0,markdown/* codeHtml */.v1)(change.previousAddress ?? "an unknown address")}`);
    if (change.importing !== undefined)
        parts.push(`, ${importWords(change.importing.id)}`);
    return parts.join(" ").replaceAll(" , ", ", ");
}
/** Why, in words. A replacement names the attributes that force it. */
function reasonWords({ change }) {
    const reason = change.deferredReason ?? change.reason;
    if (reason === undefined)
        return "";
    const forcing = [...new Set(change.replacePaths.map((path) => String(path[0] ?? "")))].filter((name) => name !== "");
    if (reason === "replace_because_cannot_update" && forcing.length > 0) {
        const names = forcing.slice(0, 4).map((name) => (0,markdown/* codeHtml */.v1)(name));
        const more = forcing.length > names.length ? ` and ${forcing.length - names.length} more` : "";
        return `${names.join(", ")}${more} cannot be changed in place`;
    }
    const { text, isKnown } = (0,lib_category/* describeReason */.Gk)(reason);
    return isKnown ? text : (0,markdown/* codeHtml */.v1)(text);
}
function importWords(id) {
    return id === undefined ? "imported" : `imported from ${(0,markdown/* codeHtml */.v1)(id)}`;
}
function driftWords(category) {
    if (category === "delete")
        return "was deleted";
    return category === "move" ? "got another address" : "was changed";
}

// EXTERNAL MODULE: ./packages/report/lib/headline.js
var headline = __webpack_require__(8622);
// EXTERNAL MODULE: ./packages/report/lib/message-pieces.js
var message_pieces = __webpack_require__(7763);
;// CONCATENATED MODULE: ./packages/report/lib/comment.js
/**
 * Puts the report together: the pull request comment and the step summary are the same pieces within other budgets.
 * The whole truth is in the result file; what a budget leaves out is counted here.
 */








/**
 * Renders the pull request comment, marker first, never longer than GitHub takes.
 * @param marker identifies the comment and carries what apply asks for
 */
function renderComment(report, marker, { outline, apply } = {}) {
    const head = renderHead(marker, outline);
    const budget = COMMENT_LIMIT - measure(head);
    const elsewhere = `[step summary](${report.origin.runUrl})`;
    const pieces = reportPieces(report, { budget: { characters: COMMENT_LIMIT, lines: 300 }, elsewhere, apply });
    return head + render(pieces, budget, measure);
}
/** Renders the step summary within what the runner takes, with room for what other parts of the step add. */
function renderSummary(report, apply) {
    const room = SUMMARY_LIMIT_BYTES - 65_536;
    const budget = { characters: SUMMARY_LIMIT_BYTES, lines: 3_000 };
    const pieces = reportPieces(report, { budget, elsewhere: "result file", apply });
    return render([...pieces.slice(0, -1), ...(0,message_pieces/* remarkPieces */.KH)(report), ...pieces.slice(-1)], room, (text) => Buffer.byteLength(text));
}
/**
 * The comment with the record of an apply above the plan as it stands there: for an apply that made no plan of its own,
 * so that what was reviewed stays to be read. Undefined when there is no plan in it, or no room for both.
 * @param current the body of our own comment
 */
function renderKeptComment(current, report, marker, { outline, apply }) {
    const plan = planTextOf(current, apply);
    if (plan === "")
        return undefined;
    const head = renderHead(marker, outline);
    const room = COMMENT_LIMIT - measure(head) - measure(plan) - 16;
    // A record needs some room: better no plan than half a reason.
    if (room < 4_000)
        return undefined;
    return `${head}${render(recordPieces(report, apply, [nowPiece(report)]), room, measure)}\n${plan}\n`;
}
/**
 * The comment of an apply. Where nothing came of it, the plan that was reviewed stays to be read; the one of now is in the
 * step summary.
 * @param current the body of our own comment, when there is one
 */
function renderApplyComment(current, report, marker, parts) {
    const isKept = current !== undefined && (report.counts === undefined || parts.apply.result === "refused");
    const kept = isKept ? renderKeptComment(current, report, marker, parts) : undefined;
    return kept ?? renderComment(report, marker, parts);
}
/** Marks where the record ends and the plan begins. Text from outside never holds it: `code` and `fence` break it up. */
const divider = "<!-- handrail-plan -->\n";
function renderHead(marker, outline = "") {
    return `${(0,lib_marker/* renderMarker */.B)(marker)}\n${outline === "" ? "" : `${outlineStart}${outline} -->\n`}`;
}
function recordPieces(report, apply, more = []) {
    return [
        { importance: 1000, full: `${renderApplyHeadline(report, apply)}\n\n`, omitted: "headline" },
        ...applyPieces(report, apply),
        ...more,
        { importance: 1000, full: `\n${divider}\n`, omitted: "divider" },
    ];
}
/** Where the plan is to be read that is not in the comment. */
function nowPiece({ counts, fingerprint, summary, origin }) {
    const piece = { importance: 945, full: "", omitted: "plan of now" };
    if (counts === undefined || origin.runUrl === "")
        return piece;
    const hash = fingerprint === undefined ? "" : ` (${(0,markdown/* code */.aY)(fingerprint.slice(0, shortHash))})`;
    const where = `[step summary](${origin.runUrl})`;
    return { ...piece, full: `What is planned now is in the ${where}: ${(0,prose/* prose */.C)(summary)}${hash}.\n\n` };
}
function planTextOf(body, { review }) {
    const text = body.replaceAll("\r\n", "\n");
    const at = text.indexOf(divider);
    if (at >= 0)
        return text.slice(at + divider.length).trim();
    const visible = text.split("\n").filter((line, index) => index > 1 || !line.startsWith("<!-- handrail"));
    const plan = visible.join("\n").trim();
    // Folded: what it says of the future is past, and its warnings are not to be taken for the record's.
    if (plan === "")
        return "";
    const shown = (0,lib_marker/* parseMarker */.g)(body)?.data["fingerprint"];
    const isReviewed = review.fingerprint !== undefined && review.fingerprint === shown;
    const hash = typeof shown === "string" && shown !== "" ? ` ${(0,markdown/* codeHtml */.v1)(shown.slice(0, shortHash))}` : "";
    return (0,markdown/* details */.zH)(`📋 ${isReviewed ? "The reviewed plan" : "The plan as it was commented,"}${hash}`, plan);
}
const outlineStart = "<!-- handrail-outline ";
/** The outline that a comment of ours carries; "" when it has none. */
function outlineOf(body) {
    const line = body.replaceAll("\r\n", "\n").split("\n", 2)[1] ?? "";
    const found = /^<!-- handrail-outline ([A-Za-z0-9_-]+) -->$/.exec(line);
    return found?.[1] ?? "";
}
function render(pieces, budget, size) {
    return `${fit([...pieces], budget, size).text.trimEnd()}\n`;
}
function reportPieces(report, { budget, elsewhere, apply }) {
    const footer = { importance: 1000, full: renderFooter(report, elsewhere, apply), omitted: "footer" };
    if (apply !== undefined)
        return [...recordPieces(report, apply), ...pastPieces(report, apply, budget), footer];
    const warning = (0,headline/* renderDestructionWarning */.Zo)(report);
    return [
        { importance: 1000, full: `${(0,headline/* renderHeadline */.Lf)(report)}\n\n`, omitted: "headline" },
        ...(0,message_pieces/* failurePieces */.SL)(report),
        ...(warning === "" ? [] : [{ importance: 990, full: `${warning}\n`, omitted: "warning about destruction" }]),
        ...planPieces(report, budget),
        footer,
    ];
}
function planPieces(report, budget) {
    return [
        ...(0,message_pieces/* denialPieces */.hS)(report),
        ...(0,message_pieces/* notePieces */.qn)(report),
        ...(0,diagnostic_pieces/* errorPieces */.uz)(report),
        ...changePieces(report, budget),
        ...otherPieces(report),
        ...outputPieces(report, budget),
        ...(0,diagnostic_pieces/* checkPieces */.k7)(report),
        ...(0,diagnostic_pieces/* warningPieces */.Ub)(report),
        ...driftPieces(report, budget),
    ];
}
/** The plan below the record of its apply: folded, unless it is why nothing was applied. */
function pastPieces(report, apply, budget) {
    const pieces = report.counts === undefined ? [] : planPieces(report, { ...budget, isRest: apply.review.doneBefore !== undefined });
    if (pieces.length === 0)
        return [];
    const isReason = apply.result === "refused" || report.result === "failed" || report.result === "denied";
    const [start = "", end = ""] = (0,markdown/* details */.zH)((0,headline/* renderPlanTitle */.uW)(report), "\n", isReason).split("\n\n\n\n");
    return [
        { importance: 1000, full: `${start}\n\n`, omitted: "title" },
        ...pieces,
        { importance: 1000, full: `\n${end}\n`, omitted: "end" },
    ];
}
function renderFooter(report, elsewhere, apply) {
    const { origin, fingerprint, terraformVersion, product, workspace, directory } = report;
    const name = product === "opentofu" ? "OpenTofu" : "Terraform";
    const parts = [
        origin.runUrl === "" ? "" : runLink(origin.runId, origin.runUrl),
        `${origin.pullRequest === undefined ? "commit" : "head"} ${origin.headSha}`,
        terraformVersion === "" ? "" : `${name} ${(0,markdown/* code */.aY)(terraformVersion)}`,
        `directory ${(0,markdown/* code */.aY)(directory)}`,
        `workspace ${(0,markdown/* code */.aY)(workspace)}`,
        fingerprint === undefined ? "" : `${planWord(report, apply)} ${(0,markdown/* code */.aY)(fingerprint.slice(0, shortHash))}`,
        elsewhere === "result file" || origin.runUrl === "" ? "" : `everything in the ${elsewhere}`,
    ];
    return `\n<sub>${parts.filter((part) => part !== "").join(" · ")}</sub>\n`;
}
/** Which plan the fingerprint in the footer is of, where another one was reviewed. */
function planWord({ fingerprint }, apply) {
    if (apply === undefined || apply.review.fingerprint === undefined || apply.review.fingerprint === fingerprint)
        return "fingerprint";
    return apply.result === "applied" || apply.result === "partial" ? "applied plan" : "plan of now";
}


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ composeReport),
  X: () => (/* binding */ showDiagnostic)
});

// EXTERNAL MODULE: ./packages/terraform/lib/counts.js
var lib_counts = __webpack_require__(5480);
// EXTERNAL MODULE: ./packages/terraform/lib/diagnostics.js
var diagnostics = __webpack_require__(1618);
// EXTERNAL MODULE: ./packages/terraform/lib/address-keys.js
var address_keys = __webpack_require__(5863);
// EXTERNAL MODULE: ./packages/report/lib/headline.js
var headline = __webpack_require__(8622);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-line.js
var diff_line = __webpack_require__(9590);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-body.js + 11 modules
var diff_body = __webpack_require__(4718);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-reader.js + 3 modules
var plan_reader = __webpack_require__(7448);
// EXTERNAL MODULE: ./packages/report/lib/category.js
var category = __webpack_require__(2566);
;// CONCATENATED MODULE: ./packages/report/lib/shown-changes.js
/**
 * Makes what people see of a plan out of the plan: categories, order, and diffs that are read and rendered only when
 * asked for. Everything that leaves here is redacted.
 */


/** The changes, deferred ones included, worst first; in plan order within a category. */
function showChanges(readable) {
    const { plan } = readable;
    const kept = new KeptDiffs();
    return sortByCategory([...plan.changes, ...plan.deferred].map((change) => showChange(change, readable, kept)));
}
/** What changed outside of terraform. */
function showDrift(readable) {
    const kept = new KeptDiffs();
    return sortByCategory(readable.plan.drift.map((change) => showChange(change, readable, kept)));
}
/** All changed outputs as one diff, and their names. */
function showOutputs({ plan, redact }) {
    const names = plan.outputs.map((output) => output.name);
    const diff = (maxLines) => {
        if (names.length === 0)
            return "";
        return (0,diff_line/* renderDiff */.i)((0,diff_body/* diffOutputs */.mk)(plan.outputs, { redact, maxLines }));
    };
    return { names, diff };
}
/** Diffs that were made once and are asked for again by comment, summary and result file; of a large plan only some. */
class KeptDiffs {
    lines = new Map();
    room = 200_000;
    of(change, make) {
        const known = this.lines.get(change);
        if (known !== undefined)
            return known;
        const made = make();
        this.room -= made.length;
        if (this.room >= 0)
            this.lines.set(change, made);
        return made;
    }
}
function sortByCategory(changes) {
    return changes.toSorted((a, b) => category/* categories */.LZ.indexOf(a.category) - category/* categories */.LZ.indexOf(b.category));
}
function showChange(change, { source, redact }, kept) {
    const { importing } = change;
    const shown = {
        ...change,
        address: (0,address_keys/* redactKeys */.i)(change.address, redact),
        ...(change.previousAddress === undefined ? {} : { previousAddress: (0,address_keys/* redactKeys */.i)(change.previousAddress, redact) }),
        ...(change.module === undefined ? {} : { module: (0,address_keys/* redactKeys */.i)(change.module, redact) }),
        // An identity is shown by the diff, which knows what of it is sensitive.
        ...(importing === undefined ? {} : { importing: importing.id === undefined ? {} : { id: redact(importing.id) } }),
        replacePaths: change.replacePaths.map((path) => path.map((part) => (typeof part === "string" ? redact(part) : part))),
        ...(typeof change.index === "string" ? { index: redact(change.index) } : {}),
    };
    const lines = () => {
        const { kind, replacePaths } = change;
        return (0,diff_body/* diffBody */.id)((0,plan_reader/* readBody */.x8)(source, change), { kind, replacePaths, redact });
    };
    const diff = (maxLines) => (0,diff_line/* renderDiff */.i)((0,diff_body/* cutDiff */.WG)(kept.of(change, lines), maxLines));
    return { category: (0,category/* categoryOf */.Qd)(change), change: shown, diff };
}

;// CONCATENATED MODULE: ./packages/report/lib/compose-report.js



/** Makes the report. */
function composeReport(facts) {
    const { readable, failure, redact, policy, fingerprint } = facts;
    const plan = readable?.plan;
    const counts = plan === undefined ? undefined : (0,lib_counts/* countChanges */.x)(plan);
    return {
        label: facts.label,
        directory: facts.directory,
        workspace: facts.workspace,
        product: facts.product,
        terraformVersion: facts.terraformVersion,
        result: resultOf(facts),
        ...(failure === undefined ? {} : { failure: showFailure(failure, redact) }),
        summary: (0,headline/* summarise */.fS)(resultOf(facts), counts, facts.hasChanges),
        ...(counts === undefined ? {} : { counts }),
        mode: facts.mode,
        changes: readable === undefined ? [] : showChanges(readable),
        unchanged: plan?.unchanged ?? 0,
        outputs: readable === undefined ? { names: [], diff: () => "" } : showOutputs(readable),
        drift: readable === undefined ? [] : showDrift(readable),
        other: (plan?.other ?? []).map((other) => redactOther(other, redact)),
        checks: (plan?.checks ?? []).filter(isTold).map((check) => redactCheck(check, redact)),
        diagnostics: facts.diagnostics
            .filter((diagnostic, _, all) => all.length === 1 || !(0,diagnostics/* isHeading */.Vq)(diagnostic))
            .map((diagnostic) => showDiagnostic(diagnostic, facts.directory, redact)),
        violations: facts.guardrails.violations.map((violation) => showViolation(violation, redact)),
        lifted: facts.guardrails.lifted.map((violation) => showViolation(violation, redact)),
        ...(policy === undefined ? {} : { policy }),
        notes: [...facts.notes],
        remarks: [...facts.remarks],
        ...(fingerprint === undefined ? {} : { fingerprint }),
        ...(facts.backend === undefined ? {} : { backend: facts.backend }),
        origin: facts.origin,
    };
}
function resultOf({ failure, hasChanges }) {
    if (failure !== undefined)
        return failure.result === "denied" ? "denied" : "failed";
    return hasChanges ? "changes" : "no-changes";
}
/** A check that waits for values which apply will know is no news; one that failed, or could not be made, is. */
function isTold(check) {
    return check.status !== "pass" && check.status !== "unknown";
}
function showFailure(failure, redact) {
    const { reason, what, remedy, location } = failure;
    return { reason, what: redact(what), remedy: redact(remedy), ...(location === undefined ? {} : { location }) };
}
function redactOther(other, redact) {
    const { address, reason } = other;
    return {
        ...other,
        ...(address === undefined ? {} : { address: (0,address_keys/* redactKeys */.i)(address, redact) }),
        ...(reason === undefined ? {} : { reason: redact(reason) }),
    };
}
function redactCheck(check, redact) {
    return { ...check, address: (0,address_keys/* redactKeys */.i)(check.address, redact), problems: check.problems.map(redact) };
}
/**
 * Hides secrets in a diagnostic's own words, and says where in the workspace it points.
 * @param directory where terraform ran, relative to the workspace
 */
function showDiagnostic(diagnostic, directory, redact) {
    const { address, snippet } = diagnostic;
    const location = (0,diagnostics/* locateDiagnostic */.ch)(diagnostic, directory);
    return {
        ...diagnostic,
        ...(location === undefined ? {} : { location }),
        summary: redact(diagnostic.summary),
        detail: redact(diagnostic.detail),
        ...(address === undefined ? {} : { address: (0,address_keys/* redactKeys */.i)(address, redact) }),
        ...(snippet === undefined || isOfValues(diagnostic)
            ? { snippet: undefined }
            : { snippet: { ...snippet, code: redact(snippet.code), values: [] } }),
    };
}
/** Whether the lines it points at hold values rather than configuration: they are not shown, whatever is wrong there. */
function isOfValues({ range }) {
    const file = range?.filename ?? "";
    return !/\.(?:tf|tofu)(?:\.json)?$/.test(file);
}
function showViolation({ rule, addresses }, redact) {
    return {
        name: rule.name,
        max: rule.max,
        addresses: addresses.map((address) => (0,address_keys/* redactKeys */.i)(address, redact)),
        ...(rule.message === undefined ? {} : { message: rule.message }),
        ...(rule.unlessLabel === undefined ? {} : { unlessLabel: rule.unlessLabel }),
    };
}


/***/ }),

/***/ 4541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ errorPiecesOf),
/* harmony export */   T$: () => (/* binding */ warningPiecesOf),
/* harmony export */   Ub: () => (/* binding */ warningPieces),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   k7: () => (/* binding */ checkPieces),
/* harmony export */   uz: () => (/* binding */ errorPieces)
/* harmony export */ });
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8776);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6187);
/* harmony import */ var _message_pieces_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7763);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9855);
/**
 * Renders terraform's errors, failed checks and warnings, with the lines they are about. A failed check is also one of
 * terraform's diagnostics: it is shown once. All text from outside goes through the markdown functions of @handrail/github.
 */




/** Errors, open. */
function errorPieces(report) {
    return errorPiecesOf(report.diagnostics, report, 890);
}
/** The errors among diagnostics of any command, with links to the report's commit. */
function errorPiecesOf(diagnostics, report, importance) {
    return diagnostics.filter(isError).map((error) => diagnosticPiece(error, report, importance));
}
/** The warnings among diagnostics of any command. */
function warningPiecesOf(diagnostics, report, importance) {
    return diagnostics.filter((found) => !isError(found)).map((warning) => diagnosticPiece(warning, report, importance));
}
/** Warnings, folded, but for those that a failed check tells better. */
function warningPieces(report) {
    const told = new Set(report.checks.flatMap((check) => check.problems));
    const warnings = report.diagnostics.filter((found) => !isError(found) && !told.has(found.detail));
    return warnings.map((warning) => diagnosticPiece(warning, report, 570));
}
/** Checks that did not pass, but for those that are errors anyway. */
function checkPieces(report) {
    const errors = new Set(report.diagnostics.filter(isError).map((error) => error.detail));
    const checks = report.checks.filter(({ problems }) => problems.length === 0 || !problems.every((each) => errors.has(each)));
    const places = new Map(report.diagnostics.map((found) => [found.detail, found]));
    return checks.map((check) => checkPiece(check, report, places));
}
function isError(diagnostic) {
    return diagnostic.severity === "error";
}
function diagnosticPiece(diagnostic, report, importance) {
    const { failure } = report;
    const sign = isError(diagnostic) ? "❌" : "⚠️";
    const omitted = isError(diagnostic) ? "error" : "warning";
    const isAssertion = isFailedCheck(diagnostic);
    const title = `${sign} ${isAssertion ? assertionTitle(diagnostic, report) : (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .codeHtml */ .v1)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(diagnostic.summary))}`;
    const isTold = isAssertion || (failure !== undefined && isError(diagnostic) && (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_2__/* .isToldBy */ .f)(failure.what, diagnostic));
    const text = isTold && isOneLine(diagnostic.detail) ? "" : renderText(diagnostic.detail);
    const parts = [renderPlace(diagnostic, report), renderSnippet(diagnostic), text];
    const body = parts.filter((part) => part !== "").join("\n\n");
    const short = `- ${title}\n`;
    if (body === "")
        return { importance, full: short, omitted };
    return { importance, full: `${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(title, body, isError(diagnostic))}\n\n`, short, omitted };
}
/** Of a check that failed terraform's summary is only a heading. */
function isFailedCheck({ summary, detail }) {
    return summary === "Check block assertion failed" && detail.trim() !== "";
}
function assertionTitle(diagnostic, report) {
    const subject = subjectOf(diagnostic, report);
    const about = subject === undefined ? "" : `${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .codeHtml */ .v1)(subject)}: `;
    const [first = ""] = diagnostic.detail.trim().split("\n", 1);
    return `${about}${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .codeHtml */ .v1)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(first))}`;
}
/** What a diagnostic is about. Terraform gives no address of a check: its plan and the line around do. */
function subjectOf({ address, detail, snippet, summary }, { checks }) {
    if (address !== undefined && address !== "")
        return address;
    const found = checks.find(({ problems }) => detail !== "" && problems.includes(detail));
    if (found !== undefined)
        return found.address;
    const [, name] = /^check "([^"]{1,200})"$/.exec(snippet?.context ?? "") ?? [];
    return name === undefined || !summary.startsWith("Check block") ? undefined : `check.${name}`;
}
/** @param places the diagnostics by their detail: a check itself does not say where it is */
function checkPiece(check, report, places) {
    const sign = check.status === "unknown" ? "❔" : "❗";
    const state = check.status === "fail" ? "failed" : (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .codeHtml */ .v1)(check.status);
    const title = `${sign} Check ${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .codeHtml */ .v1)(check.address)} ${state}`;
    const short = `- ${sign} ${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(check.address)}: ${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(check.status)}\n`;
    const problems = check.problems.filter((problem) => problem.trim() !== "");
    const found = problems.map((problem) => places.get(problem)).find((place) => place !== undefined);
    const where = found === undefined ? [] : [renderPlace(found, report), renderSnippet(found)];
    const body = [...where, renderText(problems.join("\n"))].filter((part) => part !== "").join("\n\n");
    if (body === "")
        return { importance: 610, full: short, omitted: "check" };
    return { importance: 610, full: `${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(title, body, true)}\n\n`, short, omitted: "check" };
}
function renderPlace({ range, address, location }, report) {
    const parts = [];
    if (location !== undefined)
        parts.push(fileLink(location.file, location.line ?? 1, report));
    else if (range !== undefined)
        parts.push((0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${range.filename}:${range.start.line}`));
    if (address !== undefined && address !== "")
        parts.push((0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(address));
    return parts.join(", ");
}
/** The lines it points at, from the margin; the head of a block alone says nothing that its address does not. */
function renderSnippet({ snippet }) {
    const text = snippet?.code.trimEnd() ?? "";
    const isHead = !text.trim().includes("\n") && text.endsWith("{") && !/[=(]/.test(text);
    return text === "" || isHead ? "" : (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)((0,_message_pieces_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(dedent(text)), "hcl");
}
function dedent(text) {
    const lines = text.split("\n");
    const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
    const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
    return lines.map((line) => line.slice(Math.min(common, line.length))).join("\n");
}
function isOneLine(text) {
    return text.trim() === (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(text);
}
function renderText(text) {
    if (text.trim() === "")
        return "";
    return isOneLine(text) ? (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_message_pieces_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(text.trim())) : (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)((0,_message_pieces_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(text));
}
/** A link to a line of the planned commit; a downloaded module's file is not in it, and shown without a link. */
function fileLink(file, line, report) {
    const place = `${file}:${line}`;
    if (file.includes(".terraform/"))
        return (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(place);
    return `[${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(place)}](${blobUrl(report.origin, file)}#L${line})`;
}
function blobUrl(origin, file) {
    const parts = file.toWellFormed().split("/");
    const path = parts.map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte)).join("/");
    return `${origin.serverUrl}/${origin.repository}/blob/${origin.headSha}/${path}`;
}
function escapeByte(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}


/***/ }),

/***/ 8622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ describeDone),
/* harmony export */   Lf: () => (/* binding */ renderHeadline),
/* harmony export */   Zo: () => (/* binding */ renderDestructionWarning),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   uW: () => (/* binding */ renderPlanTitle),
/* harmony export */   wv: () => (/* binding */ describeCounts)
/* harmony export */ });
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8776);
/* harmony import */ var _category_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2566);
/**
 * The one line that decides: what a plan does, counted, worst first. Renders text; knows nothing of comments.
 */


/**
 * The counts as words, worst first, for example `2 to destroy, 1 to replace, 3 to add, 1 output changes`.
 * Empty when there is nothing to count.
 */
function describeCounts(counts) {
    return describe(counts, "heading", (outputs) => (outputs === 1 ? "1 output changes" : `${outputs} outputs change`));
}
/** The counts when all is done: `2 destroyed, 1 replaced, 3 added, 1 output changed`. */
function describeDone(counts) {
    return describe(counts, "done", (outputs) => (outputs === 1 ? "1 output changed" : `${outputs} outputs changed`));
}
function describe(counts, words, outputs) {
    const parts = [];
    for (const category of _category_js__WEBPACK_IMPORTED_MODULE_0__/* .categories */ .LZ) {
        const { count, [words]: text } = _category_js__WEBPACK_IMPORTED_MODULE_0__/* .categoryWords */ .mb[category];
        if (count !== undefined && counts[count] > 0)
            parts.push(`${counts[count]} ${text}`);
    }
    if (counts.outputs > 0)
        parts.push(outputs(counts.outputs));
    return parts.join(", ");
}
/** The step in one line of plain text, for the `summary` output and the log. A failure never reads like good news. */
function summarise(result, counts, hasChanges) {
    const planned = describePlan(counts, hasChanges);
    if (result === "failed")
        return isNothing(counts) ? "plan failed" : `plan failed, as far as it came: ${planned}`;
    return result === "denied" ? `denied: ${planned}` : planned;
}
function describePlan(counts, hasChanges) {
    const text = counts === undefined ? "" : describeCounts(counts);
    if (text !== "")
        return text;
    return hasChanges ? "changes that are not resources or outputs" : "no changes";
}
function isNothing(counts) {
    return counts === undefined || describeCounts(counts) === "";
}
/** The heading of comment and summary. */
function renderHeadline(report) {
    return `### ${sign(report)} ${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(report.label)}: ${verdict(report)}`;
}
/** The plan in one line of html, for where it is not the heading. */
function renderPlanTitle(report) {
    const { runId, runAttempt } = report.origin;
    const run = runId === "" ? "" : ` of run ${runId}${runAttempt > 1 ? `, attempt ${runAttempt}` : ""}`;
    return `📋 The plan${run}: ${verdict(report).replaceAll("**", "")}`;
}
function verdict({ counts, result }) {
    if (result === "no-changes")
        return "no changes";
    const planned = emphasise(counts, describePlan(counts, true));
    if (result === "changes")
        return planned;
    const what = result === "denied" ? "denied" : "plan failed";
    return isNothing(counts) ? `**${what}**` : `**${what}**, ${planned}`;
}
/** Sets destroys and replacements, which come first in the line, in bold. */
function emphasise(counts, summary) {
    if (counts === undefined)
        return summary;
    const parts = summary.split(", ");
    const bold = Number(counts.destroy > 0) + Number(counts.replace > 0);
    return bold === 0 ? summary : [`**${parts.slice(0, bold).join(", ")}**`, ...parts.slice(bold)].join(", ");
}
function sign(report) {
    if (report.result === "failed")
        return "❌";
    if (report.result === "denied")
        return "⛔";
    if (report.result === "no-changes")
        return "✅";
    const { counts } = report;
    const worst = _category_js__WEBPACK_IMPORTED_MODULE_0__/* .categories */ .LZ.find((category) => {
        const { count } = _category_js__WEBPACK_IMPORTED_MODULE_0__/* .categoryWords */ .mb[category];
        return counts !== undefined && count !== undefined && counts[count] > 0;
    });
    return worst === undefined ? "🟨" : _category_js__WEBPACK_IMPORTED_MODULE_0__/* .categoryWords */ .mb[worst].sign;
}
/** How many addresses the warning names. */
const named = 10;
/** The warning below the headline where something is destroyed or replaced, with what it is; empty where nothing is. */
function renderDestructionWarning({ counts, changes }) {
    if (counts === undefined || counts.destroy + counts.replace === 0)
        return "";
    const lost = counts.destroy + counts.replace;
    const objects = lost === 1 ? "1 object" : `${lost} objects`;
    const how = [counts.destroy > 0 ? "destroyed" : "", counts.replace > 0 ? "replaced" : ""]
        .filter(Boolean)
        .join(" or ");
    const all = changes.filter(({ category }) => (0,_category_js__WEBPACK_IMPORTED_MODULE_0__/* .isDestructive */ .TI)(category));
    const list = all.slice(0, named).map(({ change, category }) => {
        return `${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.address)} ${category === "replace" ? "replaced" : "destroyed"}`;
    });
    const more = all.length > named ? `, and ${all.length - named} more` : "";
    return `> [!CAUTION]\n> **${objects} will be ${how}:** ${list.join(", ")}${more}.\n`;
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ET: () => (/* binding */ isGenuineMarker),
  nn: () => (/* binding */ isProven),
  Pv: () => (/* binding */ keepReviewed),
  m: () => (/* binding */ markApply),
  Q_: () => (/* binding */ markReport),
  y0: () => (/* binding */ planAction),
  uO: () => (/* binding */ staysAsItIs)
});

// UNUSED EXPORTS: keepUnsaved

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/github/lib/marker-mac.js
/**
 * Proof that a marker was written by somebody who holds the key: an HMAC over everything the marker means. It covers
 * neither nonce nor time of writing, which change with every update of the same content.
 */



/** Keeps these proofs apart from every other use of the same key. */
const DOMAIN = "handrail/comment-marker/v1";
/**
 * The proof for a marker's action, key and data (whose order does not matter), as base64url. Put repository, pull request,
 * head, base and fingerprint into the data: a marker copied elsewhere then says something untrue about its place.
 * @param key the seal key; never empty
 */
function macMarker(marker, key) {
    if (key === "")
        throw new RangeError("a marker cannot be authenticated with an empty key");
    const own = (0,external_node_crypto_.createHmac)("sha256", key).update(DOMAIN).digest();
    const entries = Object.entries(marker.data)
        .map(([name, value]) => [name, typeof value, String(value)])
        .sort(([a = ""], [b = ""]) => (0,text_order/* compareCodeUnits */.U)(a, b));
    // JSON of strings only: every field is delimited, so no two different markers share an encoding.
    const canonical = JSON.stringify([marker.action, marker.key, entries]);
    return (0,external_node_crypto_.createHmac)("sha256", own).update(canonical).digest("base64url");
}
/** Whether the marker carries the proof that `key` gives it. Takes the same time for every wrong proof. */
function verifyMarker(marker, key) {
    const expected = external_node_buffer_.Buffer.from(macMarker(marker, key));
    const given = external_node_buffer_.Buffer.from(marker.mac ?? "");
    return given.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(given, expected);
}

// EXTERNAL MODULE: ./packages/terraform/lib/seal-key.js
var seal_key = __webpack_require__(427);
;// CONCATENATED MODULE: ./packages/report/lib/marker.js
/**
 * What the plan comment carries for terraform-apply: which plan of which commit was shown. With a seal key it is
 * authenticated, so that an edited or copied comment is not taken for a review.
 */



/** The name under which plan comments are found. */
const planAction = "terraform-plan";
/**
 * Makes the marker of a report's comment.
 * @param outlineHash `hashOutline` of the outline that the comment carries; "" or absent when it carries none
 */
function markReport(report, sealKey, outlineHash = "") {
    const { origin } = report;
    const data = {
        repository: origin.repository,
        pullRequest: origin.pullRequest ?? 0,
        head: origin.headSha,
        base: origin.baseSha ?? "",
        directory: report.directory,
        workspace: report.workspace,
        run: `${origin.runId}.${origin.runAttempt}`,
        result: report.result,
        fingerprint: report.fingerprint ?? "",
        ...(report.backend === undefined ? {} : { backend: report.backend }),
        ...(outlineHash === "" ? {} : { outline: outlineHash }),
    };
    return prove({ action: planAction, key: report.label, data }, sealKey);
}
/**
 * Makes the marker of a comment that tells of an apply. What was reviewed stays in it, so that a half-done apply can be
 * held against it again; without `reviewed` it is no review of anything.
 */
function markApply(report, apply, options) {
    const { reviewed, unsaved = "", sealKey } = options;
    const data = {
        ...(reviewed ?? { ...markReport(report, undefined).data, fingerprint: "" }),
        applied: apply.result,
        appliedBy: `${apply.runId}.${report.origin.runAttempt}`,
        // Whatever comes later: there may be a rest of it, or it is used up.
        ...(apply.result === "refused" || apply.result === "no-changes" ? {} : { begun: true }),
        ...(apply.result === "applied" ? { done: `${apply.runId}.${report.origin.runAttempt}` } : {}),
        ...(unsaved === "" ? {} : { unsaved }),
    };
    if (unsaved === "")
        delete data["unsaved"];
    return prove({ action: planAction, key: report.label, data }, sealKey);
}
/** What was done stays to be read when there was nothing more to do, or more was asked for than may be done. */
function staysAsItIs({ data }, apply) {
    return data["done"] !== undefined && (apply?.result === "no-changes" || apply?.result === "refused");
}
function prove(marker, sealKey) {
    return sealKey === undefined ? marker : { ...marker, mac: macMarker(marker, markerKey(sealKey)) };
}
/**
 * Tells a marker that we may have written from one that somebody forged. One without a proof is from before there was
 * a key: it is overwritten, and never taken for a review.
 */
function isGenuineMarker(marker, sealKey) {
    return marker.mac === undefined || verifyMarker(marker, markerKey(sealKey));
}
/** The key for markers alone: what is made with it says nothing about the seal key, or about other uses of it. */
function markerKey(sealKey) {
    return external_node_buffer_.Buffer.from((0,seal_key/* deriveKey */.H)(sealKey, "marker")).toString("hex");
}
/** Whether a marker carries a proof made with this key: only then may it pass for a review. */
function isProven(marker, sealKey) {
    return marker.mac !== undefined && verifyMarker(marker, markerKey(sealKey));
}
/**
 * A review that stays when an apply is told that did not come to know it: everything of the comment's own marker, and what
 * became of the apply. Without the key a proof cannot be renewed, so a proven marker stays as it is.
 * @param found the marker of our comment, known to be as we wrote it
 * @param told `markApply` without a review
 */
function keepReviewed(found, told, sealKey) {
    const { action, key } = found;
    if (sealKey === undefined && found.mac !== undefined)
        return { action, key, data: found.data, mac: found.mac };
    const fresh = Object.entries(told.data).filter(([name]) => told.data["fingerprint"] === "" && APPLIED.has(name));
    return prove({ action, key, data: { ...found.data, ...Object.fromEntries(fresh) } }, sealKey);
}
/** What markApply adds. */
const APPLIED = new Set(["applied", "appliedBy", "begun", "done", "unsaved"]);
/** A new plan does not bring back a state that was not saved: the apply after it has to know, too. */
function keepUnsaved(marker, current, sealKey) {
    const unsaved = current?.data["unsaved"];
    if (unsaved === undefined)
        return marker;
    return prove({ action: marker.action, key: marker.key, data: { ...marker.data, unsaved } }, sealKey);
}


/***/ }),

/***/ 7763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   KH: () => (/* binding */ remarkPieces),
/* harmony export */   SL: () => (/* binding */ failurePieces),
/* harmony export */   hS: () => (/* binding */ denialPieces),
/* harmony export */   qn: () => (/* binding */ notePieces)
/* harmony export */ });
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8776);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9855);
/**
 * Renders what people must read before the changes: why it failed, who denies, notes.
 * All text from outside goes through the markdown functions of @handrail/github.
 */


/** How much of one message is shown, in characters; the result file has the rest. */
const messageLimit = 4_000;
/** The failure: what happened and what to do. */
function failurePieces(report) {
    const { failure } = report;
    if (failure === undefined || report.result === "denied")
        return [];
    const names = report.diagnostics
        .slice(0, 20)
        .flatMap(({ address, location }) => [address ?? "", location?.file ?? ""]);
    const text = `> [!IMPORTANT]\n> ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .C)(failure.what, names)}\n> ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .C)(failure.remedy, names)}\n\n`;
    return [{ importance: 950, full: text, omitted: "failure" }];
}
/** Broken guardrails and the policy's answer, and what a label lifted. */
function denialPieces(report) {
    const pieces = report.violations.map((violation) => ({
        importance: 900,
        full: renderViolation(violation, "⛔"),
        omitted: "guardrail",
    }));
    for (const lifted of report.lifted) {
        pieces.push({ importance: 860, full: renderViolation(lifted, "🔓"), omitted: "lifted guardrail" });
    }
    const { policy } = report;
    if (policy === undefined)
        return pieces;
    const isDenied = policy.exitCode !== 0;
    const verdict = isDenied ? `denies (exit code ${policy.exitCode ?? "none"})` : "allows";
    const title = `${isDenied ? "⛔" : "✅"} Policy ${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .codeHtml */ .v1)(policy.command)} ${verdict}`;
    const output = policy.output.trim() === "" ? "It printed nothing." : (0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(cut(policy.output));
    const full = `${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(title, output, isDenied)}\n\n`;
    pieces.push({ importance: isDenied ? 880 : 500, full, short: `${title}\n\n`, omitted: "policy output" });
    return pieces;
}
function renderViolation(violation, sign) {
    const { name, addresses, max, message, unlessLabel } = violation;
    const shown = addresses.slice(0, 20).map((address) => (0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(address));
    const more = addresses.length > shown.length ? ` and ${addresses.length - shown.length} more` : "";
    const allowed = max === 0 ? "" : ` (${addresses.length}, allowed are ${max})`;
    const says = message === undefined ? "" : ` ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .C)(message)}`;
    const label = unlessLabel === undefined ? "" : (0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(unlessLabel);
    const state = sign === "⛔" ? "is broken by" : `is lifted by the label ${label} for`;
    const lift = sign === "⛔" && label !== "" ? ` The label ${label} lifts it.` : "";
    return `${sign} Guardrail ${(0,_handrail_github__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)} ${state} ${shown.join(", ")}${more}${allowed}.${says}${lift}\n\n`;
}
/** Named warnings about how this plan came to be. */
function notePieces(report) {
    return report.notes.map((note, index) => ({
        importance: 840 - Math.min(index, 30),
        full: `⚠️ ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .C)(note, report.changes.slice(0, 50).map(({ change }) => change.address))}\n\n`,
        omitted: "note",
    }));
}
/** What only the step summary has room for. */
function remarkPieces(report) {
    return report.remarks.map((remark) => ({
        importance: 510,
        full: `- ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .C)(remark)}\n`,
        omitted: "remark",
    }));
}
/** A message of at most so many characters; what is cut is counted. */
function cut(text) {
    if (text.length <= messageLimit)
        return text;
    const end = text.charCodeAt(messageLimit - 1) >>> 10 === 0x36 ? messageLimit - 1 : messageLimit;
    return `${text.slice(0, end)}\n… ${text.length - end} more characters`;
}


/***/ }),

/***/ 9855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prose),
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8776);
/**
 * Sentences of ours with names from outside in them, as markdown: what people copy and search for (addresses, files,
 * commands) stays whole as code, everything else is escaped.
 */

/** What our own sentences name, the longer ones first. */
const ownNames = [
    "terraform state show",
    "terraform state list",
    "terraform state push",
    "terraform force-unlock",
    "terraform providers lock",
    "terraform import",
    "terraform init",
    "terraform-plan",
    "terraform-apply",
    "terraform-report",
    "terraform-setup",
    ".terraform.lock.hcl",
    "errored.tfstate",
    "working-directory",
    "github-token",
    "pull-request",
    "lock-timeout",
    "plan-file",
    "seal-key",
    "var-files",
];
/** How many names are looked for, and how many of them are in one text. */
const mostNames = 100;
/**
 * A text on one line.
 * @param names addresses, files and commands that may be in it
 */
function prose(text, names = []) {
    const line = oneLine(text);
    const given = [...new Set(names.slice(0, mostNames).map(oneLine))].sort((one, other) => other.length - one.length);
    const found = [...given, ...ownNames].filter((name) => name.length > 2 && line.includes(name));
    if (found.length === 0)
        return (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line);
    const words = found.map((name) => name.replaceAll(/[^A-Za-z0-9_]/g, (sign) => RegExp.escape(sign))).join("|");
    // A whole name, not a part of another one.
    const pieces = line.split(new RegExp(`(?<![\\w./"\\]-])(${words})(?![\\w/"[-]|\\.\\w)`));
    return pieces.map((piece, index) => (index % 2 === 1 ? (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(piece) : escapePiece(piece))).join("");
}
/** The white space at the ends is between words. */
function escapePiece(piece) {
    const text = (0,_handrail_github__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(piece);
    if (text === "")
        return piece === "" ? "" : " ";
    return `${piece.startsWith(" ") ? " " : ""}${text}${piece.endsWith(" ") ? " " : ""}`;
}
/** A message on one line. */
function oneLine(text) {
    return text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ").trim();
}


/***/ }),

/***/ 6178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   gf: () => (/* binding */ applySchema),
/* harmony export */   ux: () => (/* binding */ renderResultFile)
/* harmony export */ });
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9835);

/** Names the formats. A reader refuses another major version. */
const planSchema = "handrail/terraform-plan/1";
const applySchema = "handrail/terraform-apply/1";
/** Renders the file as chunks of text that together are one JSON document. */
function* renderResultFile(report, { marker, outline, apply }) {
    const { changes, drift, outputs, ...rest } = report;
    const head = JSON.stringify({
        schema: apply === undefined ? planSchema : applySchema,
        marker: { data: marker.data, mac: marker.mac ?? "" },
        outline,
        ...rest,
        outputs: { names: outputs.names, diff: outputs.diff(Infinity) },
    });
    yield head.slice(0, -1);
    if (apply !== undefined)
        yield `,\n"apply": ${renderApply(apply)}`;
    yield* renderList("changes", changes);
    yield* renderList("drift", drift);
    yield "\n}\n";
}
/** The record; the digits of an output's value as terraform wrote them, which JSON.stringify would not keep. */
function renderApply({ outputs, ...record }) {
    const shown = outputs.map(({ value, ...output }) => {
        const json = JSON.stringify(output);
        return value === undefined ? json : `${json.slice(0, -1)},"value":${(0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(value)}}`;
    });
    return `${JSON.stringify(record).slice(0, -1)},"outputs":[${shown.join(",")}]}`;
}
function* renderList(name, changes) {
    yield `,\n${JSON.stringify(name)}: [`;
    let separator = "\n";
    for (const { category, change, diff } of changes) {
        const { span: _, ...facts } = change;
        yield separator + JSON.stringify({ category, ...facts, diff: diff(Infinity) });
        separator = ",\n";
    }
    yield "\n]";
}


/***/ }),

/***/ 5863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutKeys),
/* harmony export */   i: () => (/* binding */ redactKeys)
/* harmony export */ });
/* harmony import */ var _hcl_blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7412);
/**
 * The instance keys inside a resource address: `["x"]` and `[0]`. They are data, where the rest of an address is names
 * from the configuration. (https://developer.hashicorp.com/terraform/cli/state/resource-addressing)
 */

/** The address without its instance keys: `module.a["x"].t.n[0]` is `module.a.t.n`. */
function withoutKeys(address) {
    return parts(address)
        .filter((part) => !part.startsWith("["))
        .join("");
}
/** The address with `redact` applied to what is in its string keys, and to nothing else. */
function redactKeys(address, redact) {
    return parts(address)
        .map((part) => (part.startsWith('["') ? redactKey(part, redact) : part))
        .join("");
}
function redactKey(part, redact) {
    const end = part.length > 3 && part.endsWith('"]') ? '"]' : "";
    const written = part.slice(2, part.length - end.length);
    // Terraform writes a key as HCL does (`$${`, `\\"`): a secret has to be found in what it means.
    const meant = (0,_hcl_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .unescapeQuoted */ .Ln)(written) ?? written;
    const hidden = redact(meant);
    return hidden === meant ? part : `["${hidden}${end}`;
}
/** The address in pieces: a key in brackets, or what is between two keys. */
function parts(address) {
    const found = [];
    let start = 0;
    for (let at = address.indexOf("["); at !== -1; at = address.indexOf("[", start)) {
        found.push(address.slice(start, at));
        start = keyEnd(address, at);
        found.push(address.slice(at, start));
    }
    found.push(address.slice(start));
    return found;
}
/** Where the key that opens at `at` ends; the address's end when it is never closed. */
function keyEnd(address, at) {
    let isQuoted = false;
    for (let index = at + 1; index < address.length; index += 1) {
        const character = address[index];
        if (character === "\\")
            index += 1;
        else if (character === '"')
            isQuoted = !isQuoted;
        else if (character === "]" && !isQuoted)
            return index + 1;
    }
    return address.length;
}


/***/ }),

/***/ 5320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b5: () => (/* binding */ hashConfiguration),
/* harmony export */   g6: () => (/* binding */ configurationDigests),
/* harmony export */   yB: () => (/* binding */ hashDigests)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8600);
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4055);
/**
 * The configuration as one hash: what `show -json` does not tell (a provisioner's command, a template's text) changes
 * it, reformatting and comments do not. Pure: the files come from the cli door (cli/configuration-files.ts).
 */



/**
 * Each file with its digest, by path. A module's .tf and .tofu count by their tokens, its .tf.json by its text without
 * the white space between values, every other file by its bytes.
 */
function configurationDigests(files) {
    const digests = new Map();
    for (const file of files)
        digests.set(file.path, hashFile(file));
    return [...digests].sort(([one], [other]) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .compareCodeUnits */ .U)(one, other));
}
/** 64 hex digits over all files, in any order. */
function hashConfiguration(files) {
    return hashDigests(configurationDigests(files));
}
/** The same of digests that are there already, as `configurationDigests` gives them. */
function hashDigests(digests) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update("handrail configuration 1\n");
    for (const [path, digest] of digests)
        hash.update(`${JSON.stringify(path)} ${digest}\n`);
    return hash.digest("hex");
}
function hashFile(file) {
    const bytes = typeof file.bytes === "function" ? file.bytes() : file.bytes;
    const text = file.isModuleFile ? decode(bytes) : undefined;
    if (text !== undefined && /\.(?:tf|tofu)$/.test(file.path))
        return `hcl ${hashTokens(text)}`;
    if (text !== undefined && /\.(?:tf|tofu)\.json$/.test(file.path))
        return `json ${digest(withoutSpaces(text))}`;
    return `bytes ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex")}`;
}
/** undefined for what is not UTF-8: terraform does not read it, and two such files must not look alike. */
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
}
const OPENERS = new Set(["(", "[", "{"]);
const CLOSERS = new Set([")", "]", "}"]);
/**
 * Line breaks count where HCL's parser sees them: between the items of a body or an object, however many, but not in
 * parentheses, lists and template sequences, nor beside a brace. Every token enters with its length: no two different
 * streams have the same text.
 */
function hashTokens(text) {
    const parts = [];
    const open = [];
    let isSeparated = false;
    let last = "{";
    for (const token of (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_2__/* .scanHcl */ .J)(text)) {
        if (token.kind === "space" || token.kind === "comment" || token.kind === "bom")
            continue;
        if (token.kind === "newline") {
            isSeparated = true;
            continue;
        }
        const written = canonicalToken(text, token);
        const isInBody = (open.at(-1) ?? "{") === "{";
        if (isSeparated && isInBody && last !== "{" && written !== "}")
            parts.push("\n");
        parts.push(`${token.kind} ${written.length} ${written}`);
        follow(open, token, written);
        isSeparated = false;
        last = token.kind === "operator" ? written : "";
    }
    return digest(parts.join(""));
}
function follow(open, token, written) {
    const isOpener = token.kind === "template-open" || (token.kind === "operator" && OPENERS.has(written));
    const isCloser = token.kind === "template-close" || (token.kind === "operator" && CLOSERS.has(written));
    if (isOpener)
        open.push(token.kind === "operator" ? written : "(");
    else if (isCloser)
        open.pop();
}
function canonicalToken(text, token) {
    const raw = text.slice(token.start, token.end);
    return token.kind === "heredoc-open" || token.kind === "heredoc-close" ? raw.trim() : raw;
}
/**
 * JSON text without the white space between values. Order and repetition of keys stay: HCL reads a repeated key as one
 * more block, so that sorting them into an object could hide one (hcl/json/parser.go).
 */
function withoutSpaces(text) {
    const parts = [];
    let isInString = false;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
        const char = text[at];
        if (char === '"')
            isInString = !isInString;
        else if (isInString && char === "\\")
            at += 1;
        else if (!isInString && (char === " " || char === "\t" || char === "\n" || char === "\r")) {
            parts.push(text.slice(from, at));
            from = at + 1;
        }
    }
    return parts.concat(text.slice(from)).join("");
}


/***/ }),

/***/ 5480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ hasChanges),
/* harmony export */   x: () => (/* binding */ countChanges)
/* harmony export */ });
/** Counts the changes of a plan. */
function countChanges(plan) {
    const counts = {
        add: 0,
        change: 0,
        destroy: 0,
        replace: 0,
        import: 0,
        move: 0,
        forget: 0,
        read: 0,
        deferred: plan.deferred.length,
        other: plan.other.length,
        outputs: plan.outputs.length,
    };
    const counterOf = {
        create: "add",
        update: "change",
        replace: "replace",
        delete: "destroy",
        read: "read",
        forget: "forget",
        open: "other",
        other: "other",
        "no-op": undefined,
    };
    for (const change of plan.changes) {
        const counter = counterOf[change.kind];
        if (counter !== undefined)
            counts[counter] += 1;
        if (change.isMove)
            counts.move += 1;
        if (change.importing !== undefined)
            counts.import += 1;
    }
    return counts;
}
/**
 * Whether `terraform plan -detailed-exitcode` would answer 2.
 * Terraform since 1.8 says so itself (`applyable`). Before, and in OpenTofu, any change counts, and in a refresh-only
 * plan (one that has drift but lists no resource at all) the drift, unless it is a move. Of a plan that failed half-way it tells whether
 * the part that exists has changes: terraform's exit code is 1 then.
 */
function hasChanges(plan) {
    if (plan.applyable !== undefined && !plan.errored)
        return plan.applyable;
    if (plan.changes.length > 0 || plan.outputs.length > 0)
        return true;
    if (plan.other.some((other) => !other.key.startsWith("deferred_")))
        return true;
    return plan.unchanged === 0 && plan.drift.some((change) => change.kind !== "no-op");
}


/***/ }),

/***/ 4718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WG: () => (/* binding */ cutDiff),
  id: () => (/* binding */ diffBody),
  mk: () => (/* binding */ diffOutputs)
});

// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-scalar.js
var diff_scalar = __webpack_require__(8384);
// EXTERNAL MODULE: ./packages/terraform/lib/secrets.js
var secrets = __webpack_require__(5199);
;// CONCATENATED MODULE: ./packages/terraform/lib/diff-node.js
/**
 * The two sides of a change as trees that can be compared and shown: redacted, with secrets and unknown values in their
 * places. Every node has a number that is equal exactly when the original values are, so that a change can be seen
 * that redaction hides, and comparing is cheap. A secret's value is not in the tree.
 */



const NO_FLAGS = { unknown: false, own: false, either: false };
/** Makes nodes of values. Nodes of one builder can be compared with each other, those of two cannot. */
class NodeBuilder {
    #redact;
    /** Flagged strings of any length: where the same string stands unflagged it is hidden too, if it is the whole value. */
    #secrets = new Set();
    #strings = new Map();
    #shapes = new Map();
    #last = 0;
    constructor(redact) {
        this.#redact = redact;
    }
    /** Text from outside as it may be shown. */
    redact(text) {
        return this.#redact(text);
    }
    /** Remembers the flagged strings of a value. */
    addSecrets(value, flags) {
        (0,secrets/* collectTexts */.$E)(value, flags, this.#secrets);
    }
    /** A value of the plan; `isSchema` for a resource's own attributes. */
    build(value, flags = NO_FLAGS, isSchema = false) {
        if (flags.unknown === true)
            return this.#node("unknown", { type: "unknown" });
        if (value === null)
            return this.#node("null", { type: "null" });
        const own = (0,secrets/* flagsOf */.Zo)(value, flags.own);
        const either = (0,secrets/* flagsOf */.Zo)(value, flags.either);
        const node = this.#container(value, { unknown: flags.unknown, own, either }, isSchema) ?? this.#scalar(value);
        const isSecret = either === true || (typeof value === "string" && this.#secrets.has(value));
        if (!isSecret)
            return node;
        const isFlagged = own === true;
        return { id: node.id, look: this.#shape(`secret ${node.id} ${isFlagged}`), type: "secret", isFlagged };
    }
    #container(value, flags, isSchema) {
        if (Array.isArray(value)) {
            const items = value.map((item, index) => this.build(item, below(flags, index)));
            const shape = (part) => this.#shape(`[${items.map((item) => item[part]).join(",")}`);
            const id = shape("id");
            return { id, look: (0,secrets/* hasFlag */.Lt)(flags.either) ? shape("look") : id, type: "list", items };
        }
        if (!(0,json_value/* isJsonObject */.OW)(value))
            return undefined;
        const nodes = new Map();
        for (const [key, item] of Object.entries(value))
            nodes.set(key, this.build(item, below(flags, key)));
        const known = nodes.size;
        for (const key of (0,json_value/* isJsonObject */.OW)(flags.unknown) ? Object.keys(flags.unknown) : []) {
            const unknown = (0,secrets/* flagsBelow */.T1)(flags.unknown, key);
            if (nodes.has(key) || !(0,secrets/* hasFlag */.Lt)(unknown))
                continue;
            const missing = Array.isArray(unknown) ? unknown.map(() => null) : {};
            nodes.set(key, this.build(missing, { ...below(flags, key), unknown }));
        }
        const keys = [...nodes.keys()].sort();
        // The plan's keys are in order; unknown ones belong between them. Those of a string stay as they are written.
        const entries = nodes.size === known ? nodes : new Map([...nodes].sort(([one], [other]) => (one < other ? -1 : 1)));
        const shape = (part) => this.#shape(`{${keys.map((key) => `${this.#string(key)}:${entries.get(key)?.[part]}`).join(",")}`);
        const id = shape("id");
        return { id, look: (0,secrets/* hasFlag */.Lt)(flags.either) ? shape("look") : id, type: "object", entries, isSchema };
    }
    #scalar(value) {
        if (typeof value === "string") {
            const id = this.#string(value);
            return { id, look: id, type: "string", text: this.#redact(value) };
        }
        if (typeof value !== "number" && !(value instanceof json_value/* ExactNumber */.fh)) {
            return this.#node(String(value === true), { type: "plain", text: String(value === true) });
        }
        // A secret number is hidden when it is the whole number; its digits within a longer one are no secret.
        const text = (0,json_value/* numberText */.$4)(value);
        return this.#node(text, { type: "plain", text: /[0-9]/.test(this.#redact(text)) ? text : diff_scalar/* SENSITIVE */.NP });
    }
    #node(shape, node) {
        const id = this.#shape(shape);
        return { id, look: id, ...node };
    }
    #string(text) {
        const known = this.#strings.get(text);
        if (known !== undefined)
            return known;
        this.#strings.set(text, ++this.#last);
        return this.#last;
    }
    #shape(shape) {
        const known = this.#shapes.get(shape);
        if (known !== undefined)
            return known;
        this.#shapes.set(shape, ++this.#last);
        return this.#last;
    }
}
function below(flags, step) {
    return {
        unknown: (0,secrets/* flagsBelow */.T1)(flags.unknown, step),
        own: (0,secrets/* flagsBelow */.T1)(flags.own, step),
        either: (0,secrets/* flagsBelow */.T1)(flags.either, step),
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-writer.js

/** The place of a whole resource. */
const ROOT = { depth: 0, label: "", tail: "", forced: undefined, strings: 0 };
/** A remark behind a value: ` # forces replacement, only white space changes`. */
function remark(place, ...notes) {
    const all = [place.forced?.isForced === true ? "forces replacement" : undefined, ...notes];
    const said = all.filter((note) => note !== undefined);
    return said.length === 0 ? "" : ` # ${said.join(", ")}`;
}
/** Adds a remark line about what is not shown. */
function writeHidden(writer, number, what, depth) {
    if (number > 0)
        writer.line("#", depth, `(${(0,diff_scalar/* count */.U9)(number, what)} hidden)`);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-object.js


/** Shown although unchanged: they say which object it is. */
const IDENTIFYING = new Set(["id", "name"]);
const NULL = { id: -1, look: -1, type: "null" };
/** Writes what changes between two objects, with braces. */
function writeObjectChange(writer, before, after, place) {
    writer.line("~", place.depth, `${place.label}{${remark(place)}`);
    writeMembers(writer, before, after, { ...place, depth: place.depth + 1 });
    writer.line(" ", place.depth, `}${place.tail}`);
}
/** Writes the members of two objects that differ, or that are equal but identify the object. */
function writeMembers(writer, before, after, place) {
    const rows = [];
    let hidden = 0;
    for (const key of [...new Set([...before.entries.keys(), ...after.entries.keys()])].sort()) {
        const row = rowOf(writer, key, before, after, place);
        if (row === undefined)
            continue;
        if (row.rank === Number.POSITIVE_INFINITY)
            hidden += 1;
        else
            rows.push(row);
    }
    rows.sort((one, other) => one.rank - other.rank);
    const width = widthOf(rows);
    for (const row of rows) {
        const at = { ...place, label: `${row.label.padEnd(width)} = `, tail: "", forced: row.forced };
        if (row.before.look === row.after.look)
            writer.whole(row.after, " ", at);
        else
            writer.change(row.before, row.after, at);
    }
    writeHidden(writer, hidden, "unchanged attribute", place.depth);
}
function rowOf(writer, key, old, now, place) {
    const before = old.entries.get(key) ?? NULL;
    const after = now.entries.get(key) ?? NULL;
    const forced = place.forced?.below.get(key);
    if (before.type === "null" && after.type === "null" && forced === undefined)
        return undefined;
    const isUnchanged = before.look === after.look && forced === undefined;
    const isShown = IDENTIFYING.has(key) && (after.type === "string" || after.type === "plain");
    let rank = isUnchanged ? (isShown ? 0 : Number.POSITIVE_INFINITY) : 2;
    if (forced !== undefined)
        rank = 1;
    else if (after.type === "unknown")
        rank = 3;
    return { label: labelOf(writer, now, key), before, after, rank, forced };
}
/** Writes all members of an object that is added or removed; members without a value are left out. */
function writeAllMembers(writer, node, sign, place) {
    const rows = [...node.entries]
        .filter(([, value]) => value.type !== "null")
        .map(([key, value]) => ({ label: labelOf(writer, node, key), value, forced: place.forced?.below.get(key) }));
    const width = widthOf(rows);
    for (const { label, value, forced } of rows) {
        writer.whole(value, sign, { ...place, label: `${label.padEnd(width)} = `, tail: "", forced });
    }
}
/** Keys that are data may be secret where a value is. */
function labelOf(writer, node, key) {
    return (0,diff_scalar/* keyText */.Pu)(node.isSchema ? key : writer.builder.redact(key));
}
/** How wide the labels are that are aligned. */
function widthOf(rows) {
    return rows.reduce((width, { label }) => (label.length > diff_scalar/* WIDEST_KEY */.Hr ? width : Math.max(width, label.length)), 0);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-resource.js



/** A line of names gets no longer than this, unless a single name does. */
const WIDEST = 100;
/** Writes what changes between a resource's values; either may be null. */
function writeResource(writer, before, after, forced) {
    const old = before.type === "object" ? before : undefined;
    const isNew = before.type === "null";
    if (old !== undefined && after.type === "null")
        writeAllMembers(writer, old, "-", ROOT);
    else if (after.type === "object" && (old !== undefined || isNew)) {
        const names = appearing(old, after, forced);
        if (old === undefined)
            writeAllMembers(writer, without(after, names), "+", ROOT);
        else
            writeMembers(writer, without(old, names), without(after, names), { ...ROOT, forced });
        writeNames(writer, [...names].map(diff_scalar/* keyText */.Pu));
    }
    else if (before.look !== after.look)
        writer.change(before, after, { ...ROOT, forced });
}
/** The attributes that had no value and will have one that is not known yet. */
function appearing(old, after, forced) {
    const names = new Set();
    for (const [key, value] of after.entries) {
        const isForced = forced?.below.has(key) === true;
        if (value.type === "unknown" && !isForced && isNothing(old?.entries.get(key)))
            names.add(key);
    }
    return names;
}
function isNothing(node) {
    if (node === undefined || node.type === "null")
        return true;
    if (node.type === "string")
        return node.text === "";
    if (node.type === "list")
        return node.items.length === 0;
    return node.type === "object" && node.entries.size === 0;
}
function without(node, names) {
    return names.size === 0 ? node : { ...node, entries: new Map([...node.entries].filter(([key]) => !names.has(key))) };
}
function writeNames(writer, names) {
    let line = "";
    for (const name of names) {
        if (line !== "" && line.length + name.length > WIDEST) {
            writer.line("#", 0, `(known after apply: ${line})`);
            line = "";
        }
        line += line === "" ? name : `, ${name}`;
    }
    if (line !== "")
        writer.line("#", 0, `(known after apply: ${line})`);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-align.js
/**
 * Finds which elements of two sequences are the same: the longest common subsequence when it is cheap to find, a good
 * one when it is not. Elements are numbers, equal when the numbers are. The work is bounded by the length, never
 * quadratic, whatever the input.
 */
/** How many comparisons the exact search may make: so many, and so many for each element. */
const EFFORT = { base: 4096, perElement: 16 };
/** The exact search keeps a trace that grows with the square of the edits. */
const MOST_EDITS = 1024;
/** How often what lies between anchors is searched for anchors again. */
const MOST_ROUNDS = 8;
/** Aligns two sequences. */
function align(before, after) {
    const search = new Search(before, after);
    search.range({ before: 0, beforeEnd: before.length, after: 0, afterEnd: after.length }, 0);
    return { matches: search.matches, steps: search.steps };
}
class Search {
    matches = [];
    steps = 0;
    #before;
    #after;
    constructor(before, after) {
        this.#before = before;
        this.#after = after;
    }
    /** Adds the matches of a part: equal ends first, then what is found between them. */
    range(range, round) {
        let { before, after, beforeEnd, afterEnd } = range;
        while (before < beforeEnd && after < afterEnd && this.#isSame(before, after)) {
            this.matches.push({ before: before++, after: after++ });
        }
        while (before < beforeEnd && after < afterEnd && this.#isSame(beforeEnd - 1, afterEnd - 1)) {
            beforeEnd -= 1;
            afterEnd -= 1;
        }
        const middle = { before, beforeEnd, after, afterEnd };
        if (before < beforeEnd && after < afterEnd && !this.#exact(middle))
            this.#between(middle, round);
        for (; beforeEnd < range.beforeEnd; beforeEnd += 1, afterEnd += 1) {
            this.matches.push({ before: beforeEnd, after: afterEnd });
        }
    }
    /**
     * Greedy search for the shortest edit script (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
     * False, with nothing added, when it takes more than the effort allowed.
     */
    #exact(range) {
        const n = range.beforeEnd - range.before;
        const m = range.afterEnd - range.after;
        const most = this.steps + EFFORT.base + EFFORT.perElement * (n + m);
        const trace = [];
        for (let edits = 0; edits <= Math.min(n + m, MOST_EDITS) && this.steps <= most; edits += 1) {
            // reach[k + edits]: how far into `before` diagonal k gets with so many edits.
            const reach = new Int32Array(2 * edits + 1);
            const last = trace.at(-1);
            for (let k = -edits; k <= edits; k += 2) {
                let x = last === undefined ? 0 : reached(last, edits, k);
                while (x < n && x - k < m && this.#isSame(range.before + x, range.after + x - k))
                    x += 1;
                reach[k + edits] = x;
                this.steps += 1;
                if (k === n - m && x >= n) {
                    for (const match of followed(trace, range))
                        this.matches.push(match);
                    return true;
                }
            }
            trace.push(reach);
        }
        return false;
    }
    /** Aligns by what occurs once on each side ("patience"), and what is between by the same means, or by position. */
    #between(range, round) {
        const anchors = round < MOST_ROUNDS ? this.#anchors(range) : [];
        if (anchors.length === 0) {
            const length = Math.min(range.beforeEnd - range.before, range.afterEnd - range.after);
            for (let index = 0; index < length; index += 1) {
                const match = { before: range.before + index, after: range.after + index };
                if (this.#isSame(match.before, match.after))
                    this.matches.push(match);
            }
            return;
        }
        let { before, after } = range;
        for (const anchor of anchors) {
            this.range({ before, beforeEnd: anchor.before, after, afterEnd: anchor.after }, round + 1);
            this.matches.push(anchor);
            before = anchor.before + 1;
            after = anchor.after + 1;
        }
        this.range({ before, beforeEnd: range.beforeEnd, after, afterEnd: range.afterEnd }, round + 1);
    }
    #anchors(range) {
        const once = positionsOfUnique(this.#before, range.before, range.beforeEnd);
        const onceAfter = positionsOfUnique(this.#after, range.after, range.afterEnd);
        this.steps += range.beforeEnd - range.before + range.afterEnd - range.after;
        const both = [];
        for (const [element, before] of once) {
            const after = onceAfter.get(element);
            if (before !== undefined && after !== undefined)
                both.push({ before, after });
        }
        return longestAscending(both.sort((one, other) => one.before - other.before));
    }
    #isSame(before, after) {
        this.steps += 1;
        return this.#before[before] === this.#after[after];
    }
}
/** Whether diagonal k is best entered by an insertion (from k + 1) rather than a removal (from k - 1). */
function isInsertion(last, edits, k) {
    if (k === -edits)
        return true;
    return k !== edits && (last[k - 2 + edits] ?? 0) < (last[k + edits] ?? 0);
}
/** Where diagonal k starts with this number of edits; `last` is what one edit less reached. */
function reached(last, edits, k) {
    return isInsertion(last, edits, k) ? (last[k + edits] ?? 0) : (last[k - 2 + edits] ?? 0) + 1;
}
/** Walks the script back from the end and returns what it left alone. */
function followed(trace, range) {
    const found = [];
    let x = range.beforeEnd - range.before;
    let y = range.afterEnd - range.after;
    for (let edits = trace.length; edits >= 0; edits -= 1) {
        const last = trace[edits - 1];
        const start = last === undefined ? 0 : reached(last, edits, x - y);
        const wasInserted = last !== undefined && isInsertion(last, edits, x - y);
        while (x > start)
            found.push({ before: range.before + --x, after: range.after + --y });
        if (wasInserted)
            y -= 1;
        else
            x -= 1;
    }
    return found.reverse();
}
/** Where the elements are that occur exactly once; undefined for those that occur more often. */
function positionsOfUnique(elements, from, to) {
    const positions = new Map();
    for (let index = from; index < to; index += 1) {
        const element = elements[index] ?? 0;
        positions.set(element, positions.has(element) ? undefined : index);
    }
    return positions;
}
/** The longest part of `matches` (ascending before) that also ascends after. */
function longestAscending(matches) {
    const piles = [];
    const previous = new Int32Array(matches.length).fill(-1);
    for (const [index, match] of matches.entries()) {
        let [low, high] = [0, piles.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((matches[piles[middle] ?? 0]?.after ?? 0) < match.after)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = piles[low - 1] ?? -1;
        piles[low] = index;
    }
    const longest = [];
    for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
        const match = matches[index];
        if (match !== undefined)
            longest.push(match);
    }
    return longest.reverse();
}

;// CONCATENATED MODULE: ./packages/terraform/lib/forced-paths.js
/**
 * The attribute paths that force a replacement, as a tree to walk along with the values. Reads nothing, renders nothing
 * but a path's name.
 */

/** The tree of `replace_paths`; undefined when there are none. */
function forcedPaths(paths) {
    if (paths.length === 0)
        return undefined;
    const root = { isForced: false, below: new Map() };
    for (const path of paths) {
        let place = root;
        for (const step of path) {
            const next = place.below.get(String(step)) ?? { isForced: false, below: new Map() };
            place.below.set(String(step), next);
            place = next;
        }
        place.isForced = true;
    }
    return root;
}
/** The same place, when the value there is written together with the one element it has. */
function joined(outer, inner) {
    if (outer?.isForced !== true)
        return inner;
    return { isForced: true, below: inner?.below ?? new Map() };
}
/** A path as HCL writes it: `network[0].subnet`, `tags["a b"]`. */
function pathText(path) {
    return path
        .map((step, index) => {
        if (typeof step === "number")
            return `[${step}]`;
        const key = (0,diff_scalar/* keyText */.Pu)(step);
        if (key.startsWith('"'))
            return `[${key}]`;
        return index === 0 ? key : `.${key}`;
    })
        .join("");
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-list.js
/**
 * The diff of lists: which elements stay, which change, which come and go. Sets are lists in a plan's JSON, so it is said
 * when nothing but the order changes.
 */



/** What tells elements apart: two objects that agree in one of these are the same object, changed. */
const IDENTITY = ["id", "name", "key", "address", "arn", "Id", "Name", "Key", "Sid"];
/** Objects that share this part of their members are the same object, changed. */
const SIMILAR = 0.5;
/** Writes what changes between two lists. */
function writeListChange(writer, before, after, place) {
    const [only, other] = [before.items[0], after.items[0]];
    if (before.items.length === 1 && after.items.length === 1 && only?.type === "object" && other?.type === "object") {
        const forced = joined(place.forced, place.forced?.below.get("0"));
        writer.change(only, other, { ...place, label: `${place.label}[`, tail: `]${place.tail}`, forced });
        return;
    }
    writer.line("~", place.depth, `${place.label}[${remark(place, reorderNote(before, after))}`);
    let hidden = 0;
    const flush = () => {
        writeHidden(writer, hidden, "unchanged element", place.depth + 1);
        hidden = 0;
    };
    for (const step of stepsOf(before.items, after.items)) {
        const forced = place.forced?.below.get(String(step.index));
        if (step.before !== undefined && step.before.look === step.after?.look && forced === undefined)
            hidden += 1;
        else {
            flush();
            writeStep(writer, step, { ...place, depth: place.depth + 1, label: "", tail: ",", forced });
        }
    }
    flush();
    writer.line(" ", place.depth, `]${place.tail}`);
}
function writeStep(writer, { before, after }, place) {
    if (before === undefined) {
        if (after !== undefined)
            writer.whole(after, "+", place);
    }
    else if (after === undefined)
        writer.whole(before, "-", { ...place, forced: undefined });
    else if (before.look === after.look)
        writer.whole(after, " ", place);
    else
        writer.change(before, after, place);
}
/** What to say when two lists differ in nothing but their order. */
function reorderNote(before, after) {
    if (before.items.length !== after.items.length || before.id === after.id)
        return undefined;
    const [old, now] = [before, after].map((list) => list.items.map((item) => item.id).sort((one, other) => one - other));
    return old?.every((id, index) => id === now?.[index]) === true ? "same elements in another order" : undefined;
}
/** All elements of both lists in order, those that belong together in one step. */
function* stepsOf(before, after) {
    const { matches } = align(before.map((item) => item.id), after.map((item) => item.id));
    let [b, a] = [0, 0];
    for (const match of [...matches, { before: before.length, after: after.length }]) {
        yield* replaced(before.slice(b, match.before), after.slice(a, match.after), b, a);
        const [same, now] = [before[match.before], after[match.after]];
        if (same !== undefined && now !== undefined)
            yield { before: same, after: now, index: match.after };
        b = match.before + 1;
        a = match.after + 1;
    }
}
/** Elements between two that stay: pairs them up where one is the other, changed. */
function* replaced(removed, added, fromBefore, fromAfter) {
    let [b, a] = [0, 0];
    for (const pair of [...pairs(removed, added), { before: removed.length, after: added.length }]) {
        for (; b < pair.before; b += 1)
            yield step(removed[b], undefined, fromBefore + b);
        for (; a < pair.after; a += 1)
            yield step(undefined, added[a], fromAfter + a);
        if (b < removed.length || a < added.length)
            yield step(removed[b], added[a], fromAfter + a);
        b += 1;
        a += 1;
    }
}
function step(before, after, index) {
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), index };
}
/** Which of the removed elements became which of the added ones; ascending on both sides. */
function pairs(removed, added) {
    const [only, other] = [removed[0], added[0]];
    const isOnly = removed.length === 1 && added.length === 1 && only !== undefined && other !== undefined;
    if (isOnly)
        return hasOtherName(only, other) ? [] : [{ before: 0, after: 0 }];
    const places = new Map();
    for (const [index, item] of removed.entries()) {
        for (const name of namesOf(item))
            places.set(name, places.has(name) ? undefined : index);
    }
    const found = [];
    let next = 0;
    for (const [after, item] of added.entries()) {
        const named = namesOf(item)
            .map((name) => places.get(name))
            .find((index) => index !== undefined && index >= next);
        const before = named ?? (removed.length === added.length ? after : next);
        const candidate = removed[before];
        if (candidate === undefined || before < next)
            continue;
        if (named === undefined && !isSimilar(candidate, item))
            continue;
        found.push({ before, after });
        next = before + 1;
    }
    return found;
}
/** The members that identify an object, as text to look it up by. */
function namesOf(node) {
    if (node.type !== "object")
        return [];
    return IDENTITY.flatMap((key) => {
        const value = node.entries.get(key);
        return value?.type === "string" && value.text !== "" ? [`${key}=${value.id}`] : [];
    });
}
/** Whether both have a name, and not the same one. */
function hasOtherName(before, after) {
    const [old, now] = [namesOf(before), namesOf(after)];
    return old.length > 0 && now.length > 0 && !old.some((name) => now.includes(name));
}
function isSimilar(before, after) {
    if (before.type === "list" && after.type === "list")
        return true;
    if (before.type !== "object" || after.type !== "object")
        return false;
    let [same, all] = [0, 0];
    for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
        const old = before.entries.get(key);
        const now = after.entries.get(key);
        if ((old ?? now)?.type === "null" && (now ?? old)?.type === "null")
            continue;
        all += 1;
        if (old?.id === now?.id || now?.type === "unknown")
            same += 1;
        else if (old?.type === now?.type && (old?.type === "list" || old?.type === "object"))
            same += SIMILAR;
    }
    return all > 0 && same / all >= SIMILAR;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/terraform/lib/diff-embedded.js
/**
 * Finds JSON and YAML inside strings (policies, cloud-init, chart values), so that they can be compared by meaning.
 * Nothing is executed: an alias, a custom tag, a second document or too much text makes it plain text again.
 */


const LONGEST_JSON = 1 << 20;
/** The YAML parser is slower and keeps every token. */
const LONGEST_YAML = 1 << 16;
const OLD_WORD = /^(?:y|n|yes|no|on|off|[-+]?[0-9.][0-9a-f_:.x]*)$/i;
const YAML_KEY = /^[ ]*[A-Za-z0-9_."'/-]+:(?:[ ]|$)/m;
/** The parser's own check for keys that occur twice is quadratic; jsonOf checks. */
const YAML = { logLevel: "error", merge: false, schema: "core", uniqueKeys: false, prettyErrors: false };
/** The JSON object or list in a string. One with a key twice stays text: parsers differ in which of them counts. */
function parseEmbeddedJson(text) {
    if (text.length > LONGEST_JSON)
        return undefined;
    const first = text.trimStart().charAt(0);
    if (first !== "{" && first !== "[")
        return undefined;
    try {
        return { syntax: "json", value: (0,json_value/* parseJson */.qF)(text, false) };
    }
    catch (error) {
        if (error instanceof json_value/* JsonError */.N3)
            return undefined;
        throw error;
    }
}
/** The YAML mapping in a string of several lines. */
function parseEmbeddedYaml(text) {
    if (text.length > LONGEST_YAML || !text.trimEnd().includes("\n") || !YAML_KEY.test(text))
        return undefined;
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, YAML);
        if (document.errors.length > 0 || document.warnings.length > 0 || !(0,dist/* isMap */.jh)(document.contents))
            return undefined;
        return { syntax: "yaml", value: jsonOf(document.contents, 0) };
    }
    catch (error) {
        if (error instanceof NotPlain || error instanceof RangeError)
            return undefined;
        throw error;
    }
}
/** YAML that has no equal in JSON. */
class NotPlain extends Error {
}
function jsonOf(node, depth) {
    if (depth > json_value/* MAX_DEPTH */.lr || (0,dist/* isAlias */.Vj)(node))
        throw new NotPlain();
    if (node === null || node === undefined)
        return null;
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map((item) => jsonOf(item, depth + 1));
    if ((0,dist/* isMap */.jh)(node)) {
        const object = {};
        for (const { key, value } of node.items) {
            const name = (0,dist/* isScalar */.jn)(key) ? (key.source ?? String(key.value)) : undefined;
            if (name === undefined || Object.hasOwn(object, name))
                throw new NotPlain();
            (0,json_value/* setMember */.Nk)(object, name, jsonOf(value, depth + 1));
        }
        return object;
    }
    if (!(0,dist/* isScalar */.jn)(node) || node.tag !== undefined)
        throw new NotPlain();
    const { value, source } = node;
    // Words that are booleans or numbers for YAML 1.1 are not the strings that they are, quoted, for both versions.
    if (typeof value === "string" && node.type === "PLAIN" && OLD_WORD.test(value))
        return new json_value/* ExactNumber */.fh(value);
    if (typeof value === "number")
        return String(value) === source ? value : new json_value/* ExactNumber */.fh(source ?? String(value));
    if (typeof value === "string" || typeof value === "boolean" || value === null)
        return value;
    throw new NotPlain();
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-text.js
/**
 * The diff of texts of several lines: line by line, with context, saying when only white space or line ends change.
 * Texts are redacted already. What one line looks like is diff-scalar.ts's business.
 */


/** How many unchanged lines are shown around a change. */
const CONTEXT = 3;
/** Longer texts are not brought to a normal form. */
const LONGEST_FORM = 1 << 20;
/** Whether a string is written as a text of lines rather than in quotes. A line break at the end alone is none. */
function isText(text) {
    const first = text.indexOf("\n");
    return first !== -1 && first < text.length - 1;
}
/** The lines of a text; a line break at the end ends the last line. */
function linesOf(text) {
    return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}
/** The word that ends a text; none of its lines. */
function endWord(...texts) {
    const taken = new Set(texts.flatMap((text) => text.match(/^[ \t]*EOT_*[ \t]*$/gm) ?? []).map((word) => word.trim()));
    let word = "EOT";
    while (taken.has(word))
        word += "_";
    return word;
}
/** What can be said of two texts that differ; undefined when it is their content. */
function textNote(before, after) {
    if (`${before}\n` === after)
        return "a line break at the end is added";
    if (before === `${after}\n`)
        return "the line break at the end is removed";
    if (isLineEnds(before, after))
        return "only line ends change";
    if (before.replaceAll(/\s/g, "") === after.replaceAll(/\s/g, ""))
        return "only white space changes";
    if (before.length < LONGEST_FORM && before.normalize() === after.normalize())
        return "only the Unicode form changes";
    return undefined;
}
/** Whether two texts that differ have the same lines, ended by LF in one and by CR LF in the other. */
function isLineEnds(before, after) {
    return before !== after && before.replaceAll("\r\n", "\n") === after.replaceAll("\r\n", "\n");
}
/** The lines of two texts that differ. */
function diffText(before, after) {
    const [old, now] = [linesOf(before), linesOf(after)];
    const ids = new Map();
    const idOf = (line) => {
        const id = ids.get(line) ?? ids.size;
        ids.set(line, id);
        return id;
    };
    const { matches } = align(old.map(idOf), now.map(idOf));
    const lines = [];
    let [b, a] = [0, 0];
    for (const match of [...matches, { before: old.length, after: now.length }]) {
        addReplaced(lines, old.slice(b, match.before), now.slice(a, match.after));
        const same = old[match.before];
        if (same !== undefined)
            lines.push({ sign: " ", text: (0,diff_scalar/* textLine */.uu)(same) });
        b = match.before + 1;
        a = match.after + 1;
    }
    return withContext(lines);
}
/** Removed lines, then added ones; a long line is cut so that the difference to its counterpart shows. */
function addReplaced(lines, removed, added) {
    const counterparts = [];
    for (const [index, line] of removed.entries()) {
        const other = added[index];
        const pair = other === undefined ? undefined : (0,diff_scalar/* textLinePair */.Ck)(line, other);
        if (pair !== undefined)
            counterparts.push(pair.after);
        lines.push({ sign: "-", text: pair?.before ?? (0,diff_scalar/* textLine */.uu)(line) });
    }
    for (const [index, line] of added.entries())
        lines.push({ sign: "+", text: counterparts[index] ?? (0,diff_scalar/* textLine */.uu)(line) });
}
/** Leaves out unchanged lines that are far from any change. */
function withContext(lines) {
    const near = new Uint8Array(lines.length);
    for (const [index, line] of lines.entries()) {
        if ("sign" in line && line.sign !== " ")
            near.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
    }
    const shown = [];
    for (let index = 0; index < lines.length; index += 1) {
        let end = index;
        while (end < lines.length && near[end] === 0)
            end += 1;
        if (end - index > 1) {
            shown.push({ unchanged: end - index });
            index = end;
        }
        const line = lines[index];
        if (line !== undefined)
            shown.push(line);
    }
    return shown;
}
/** The lines as they stand in the diff. */
function textDiffLines(lines, depth) {
    return lines.map((line) => "unchanged" in line
        ? { sign: "#", depth, text: `(${(0,diff_scalar/* count */.U9)(line.unchanged, "unchanged line")})` }
        : { sign: line.sign, depth, text: line.text });
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-string.js
/**
 * The diff of strings: in quotes, line by line, or by the JSON or YAML that is in them. Strings are redacted already.
 */




/** How many strings inside strings are looked into. */
const DEEPEST = 4;
/** YAML is compared by meaning when that takes at most this part of the lines that the text takes. */
const CLEARER = 0.8;
/** Writes a string as it is. */
function writeString(writer, node, sign, place, frame) {
    const embedded = place.strings < DEEPEST ? parseEmbeddedJson(node.text) : undefined;
    if (embedded !== undefined && !isEmpty(embedded)) {
        writer.whole(writer.builder.build(embedded.value), sign, inString(place, embedded), frame);
    }
    else if (isText(node.text)) {
        const word = endWord(node.text);
        writer.line(frame ?? sign, place.depth, `${place.label}<<-${word}${remark(place)}`);
        for (const line of linesOf(node.text))
            writer.line(sign, place.depth + 1, (0,diff_scalar/* textLine */.uu)(line));
        writer.line(frame === undefined ? sign : " ", place.depth, `${word}${place.tail}`);
    }
    else
        writer.line(frame ?? sign, place.depth, `${place.label}${(0,diff_scalar/* quote */.hD)(node.text)}${place.tail}${remark(place)}`);
}
/** Writes what changes between two strings. */
function writeStringChange(writer, before, after, place) {
    if (before.text === after.text) {
        const text = `${place.label}${(0,diff_scalar/* quote */.hD)(after.text)}${place.tail}`;
        writer.line("~", place.depth, `${text}${remark(place, "the sensitive part changes")}`);
        return;
    }
    const mayLook = place.strings < DEEPEST;
    const [old, now] = mayLook ? [parseEmbeddedJson(before.text), parseEmbeddedJson(after.text)] : [];
    if (old !== undefined && now !== undefined)
        writeEmbedded(writer, old, now, place);
    else if (old !== undefined || now !== undefined) {
        writer.whole(before, "-", { ...place, forced: undefined });
        writer.whole(after, "+", place);
    }
    else if (isText(before.text) || isText(after.text))
        writeText(writer, before.text, after.text, place, mayLook);
    else
        writeQuoted(writer, before.text, after.text, place);
}
function writeQuoted(writer, before, after, place) {
    const shown = (0,diff_scalar/* quotePair */.L)(before, after);
    const end = `${place.tail}${remark(place, textNote(before, after))}`;
    if (shown.isOneLine)
        writer.line("~", place.depth, `${place.label}${shown.before} -> ${shown.after}${end}`);
    else {
        writer.line("-", place.depth, `${place.label}${shown.before}${place.tail}`);
        writer.line("+", place.depth, `${place.label}${shown.after}${end}`);
    }
}
function writeText(writer, before, after, place, mayLook) {
    if (isLineEnds(before, after)) {
        const text = `${place.label}(${(0,diff_scalar/* count */.U9)(linesOf(after).length, "line")})${place.tail}`;
        writer.line("~", place.depth, `${text}${remark(place, textNote(before, after))}`);
        return;
    }
    const lines = diffText(before, after);
    const mayCompare = mayLook && hasSameHead(before, after);
    const [old, now] = mayCompare ? [parseEmbeddedYaml(before), parseEmbeddedYaml(after)] : [];
    let note = textNote(before, after);
    if (old !== undefined && now !== undefined) {
        const fork = writer.fork();
        writeEmbedded(fork, old, now, place);
        if (isSame(writer, old, now))
            note ??= "same YAML content, only comments or formatting change";
        else if (fork.lines.length <= lines.length * CLEARER) {
            writer.line("#", place.depth, "(compared as YAML: formatting or comments change too)");
            for (const line of fork.lines)
                writer.line(line.sign, line.depth, line.text);
            return;
        }
    }
    const word = endWord(before, after);
    writer.line("~", place.depth, `${place.label}<<-${word}${remark(place, note)}`);
    for (const line of textDiffLines(lines, place.depth + 1))
        writer.line(line.sign, line.depth, line.text);
    writer.line(" ", place.depth, `${word}${place.tail}`);
}
/** A first line such as `#cloud-config` or `#!/bin/sh` decides what the rest is. */
function hasSameHead(before, after) {
    const [old, now] = [before, after].map((text) => linesOf(text)[0] ?? "");
    return old === now || ![old, now].some((line) => /^#\S/.test(line ?? ""));
}
function writeEmbedded(writer, old, now, place) {
    const [before, after] = [writer.builder.build(old.value), writer.builder.build(now.value)];
    if (before.id !== after.id)
        writer.change(before, after, inString(place, now));
    else {
        const text = `${place.label}${now.syntax}encode(${Array.isArray(now.value) ? "[…]" : "{…}"})${place.tail}`;
        writer.line("~", place.depth, `${text}${remark(place, `same ${now.syntax.toUpperCase()}, only its formatting changes`)}`);
    }
}
function isSame(writer, old, now) {
    return writer.builder.build(old.value).id === writer.builder.build(now.value).id;
}
function isEmpty({ value }) {
    return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
/** Inside a string no path forces anything; the string as a whole still may. */
function inString(place, { syntax }) {
    const forced = place.forced?.isForced === true ? { isForced: true, below: new Map() } : undefined;
    return {
        ...place,
        forced,
        label: `${place.label}${syntax}encode(`,
        tail: `)${place.tail}`,
        strings: place.strings + 1,
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-value.js






/** Values nested deeper than this are not shown. */
const diff_value_DEEPEST = 20;
/** A list of numbers and short strings is written on one line up to this length. */
const ONE_LINE = 72;
/** The most lines of an old value that are shown where the new one is not known. */
const LONGEST_OLD = 12;
/** Collects the lines for values made by one builder. */
class ValueWriter {
    lines = [];
    builder;
    constructor(builder) {
        this.builder = builder;
    }
    fork() {
        return new ValueWriter(this.builder);
    }
    line(sign, depth, text) {
        this.lines.push({ sign, depth, text });
    }
    whole(node, sign, place, frame) {
        const inline = inlineText(node);
        if (inline !== undefined)
            this.#inline(frame ?? sign, place, inline);
        else if (node.type === "string")
            writeString(this, node, sign, place, frame);
        else if (place.depth > diff_value_DEEPEST)
            this.#inline(frame ?? sign, place, "…", "nested too deep to be shown");
        else
            this.#container(node, sign, place, frame);
    }
    change(before, after, place) {
        if (before.type === "null")
            this.whole(after, "+", place);
        else if (after.type === "null")
            this.whole(before, "-", { ...place, tail: ` -> null${place.tail}` });
        else if (after.type === "unknown")
            this.#unknown(before, place);
        else if (before.type === "secret" || after.type === "secret")
            this.#secret(before, after, place);
        else if (before.type === "string" && after.type === "string")
            writeStringChange(this, before, after, place);
        else if (place.depth > diff_value_DEEPEST)
            this.#inline("~", place, "…", "changes, nested too deep to be shown");
        else if (before.type === "object" && after.type === "object")
            writeObjectChange(this, before, after, place);
        else if (before.type === "list" && after.type === "list")
            this.#list(before, after, place);
        else
            this.#other(before, after, place);
    }
    /** The old value matters little when the new one is not known: a long one is left out. */
    #unknown(before, place) {
        const fork = this.fork();
        fork.whole(before, "-", { ...place, tail: ` -> ${diff_scalar/* UNKNOWN */.HV}${place.tail}` }, "~");
        if (fork.lines.length <= LONGEST_OLD)
            for (const line of fork.lines)
                this.lines.push(line);
        else {
            const note = `${(0,diff_scalar/* count */.U9)(fork.lines.length, "line")} of the old value hidden`;
            this.#inline("~", place, `${before.type === "list" ? "[…]" : before.type === "object" ? "{…}" : "…"} -> ${diff_scalar/* UNKNOWN */.HV}`, note);
        }
    }
    /** A change of the type, or of a number. */
    #other(before, after, place) {
        const [old, now] = [shortText(before), shortText(after)];
        if (old !== undefined && now !== undefined)
            this.#inline("~", place, `${old} -> ${now}`);
        else {
            this.whole(before, "-", { ...place, forced: undefined });
            this.whole(after, "+", place);
        }
    }
    #list(before, after, place) {
        const text = `${inlineText(before)} -> ${inlineText(after)}`;
        const isShort = inlineText(before) !== undefined && inlineText(after) !== undefined && text.length <= ONE_LINE;
        if (isShort && place.forced === undefined)
            this.#inline("~", place, text, reorderNote(before, after));
        else
            writeListChange(this, before, after, place);
    }
    #secret(before, after, place) {
        const [was, is] = [before, after].map((node) => node.type === "secret" && node.isFlagged);
        const note = was === is ? undefined : is === true ? "becomes sensitive" : "no longer sensitive";
        const state = before.id === after.id ? "unchanged" : "changed";
        this.#inline("~", place, diff_scalar/* SENSITIVE */.NP.replace(")", `, ${state})`), note);
    }
    #container(node, sign, place, frame) {
        const closing = frame === undefined ? sign : " ";
        const inner = { ...place, depth: place.depth + 1 };
        if (node.type === "list") {
            const only = node.items.length === 1 ? node.items[0] : undefined;
            if (only?.type === "object") {
                this.whole(only, sign, { ...place, label: `${place.label}[`, tail: `]${place.tail}` }, frame);
                return;
            }
            this.line(frame ?? sign, place.depth, `${place.label}[${remark(place)}`);
            for (const item of node.items)
                this.whole(item, sign, { ...inner, label: "", tail: ",", forced: undefined });
            this.line(closing, place.depth, `]${place.tail}`);
        }
        else if (node.type === "object") {
            this.line(frame ?? sign, place.depth, `${place.label}{${remark(place)}`);
            writeAllMembers(this, node, sign, inner);
            this.line(closing, place.depth, `}${place.tail}`);
        }
    }
    #inline(sign, place, text, note) {
        this.line(sign, place.depth, `${place.label}${text}${place.tail}${remark(place, note)}`);
    }
}
/** The same, and short strings too. */
function shortText(node) {
    return node.type === "string" && node.text.length <= ONE_LINE && !isText(node.text)
        ? (0,diff_scalar/* quote */.hD)(node.text)
        : inlineText(node);
}
/** A value that is written without lines of its own; undefined for strings, and what has something inside. */
function inlineText(node) {
    if (node.type === "null")
        return "null";
    if (node.type === "unknown")
        return diff_scalar/* UNKNOWN */.HV;
    if (node.type === "secret")
        return diff_scalar/* SENSITIVE */.NP;
    if (node.type === "plain")
        return node.text;
    if (node.type === "object")
        return node.entries.size === 0 ? "{}" : undefined;
    if (node.type === "list")
        return inlineList(node.items);
    return undefined;
}
function inlineList(items) {
    let text = "[";
    for (const [index, item] of items.entries()) {
        const isShort = item.type === "string" && /^[\w ./:*@-]*$/.test(item.text) && item.text.length <= ONE_LINE;
        const shown = isShort
            ? `"${item.text}"`
            : item.type === "list" || item.type === "string"
                ? undefined
                : inlineText(item);
        if (shown === undefined || text.length + shown.length > ONE_LINE)
            return undefined;
        text += `${index > 0 ? ", " : ""}${shown}`;
    }
    return `${text}]`;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-body.js








/** The object itself does not change: it is moved, imported as it is, or let go. */
const KEPT = new Set(["forget", "no-op"]);
/** The lines that show a change of a resource: its attributes at depth 0, without a frame around them. */
function diffBody(body, options) {
    const writer = new ValueWriter(new NodeBuilder(options.redact));
    const { before, after } = sidesOf(writer.builder, body);
    const forced = options.kind === "replace" ? forcedPaths(options.replacePaths) : undefined;
    if (KEPT.has(options.kind)) {
        const kept = before.type === "null" ? after : before;
        if (kept.type === "object")
            writeMembers(writer, kept, kept, ROOT);
    }
    else
        writeResource(writer, before, after, forced);
    writeIdentity(writer, body);
    writeMissing(writer, options.replacePaths, before, after, forced);
    if (body.generatedConfig !== undefined) {
        writer.line("#", 0, `(configuration is generated: ${(0,diff_scalar/* count */.U9)(body.generatedConfig.split("\n").length, "line")})`);
    }
    return cutDiff(writer.lines, options.maxLines);
}
/** The lines that show the changes of outputs, one `name = value` after the other. */
function diffOutputs(outputs, options) {
    const rows = outputs.map((output) => ({ label: (0,diff_scalar/* keyText */.Pu)(output.name), output }));
    const width = widthOf(rows);
    const lines = [];
    for (const { label, output } of rows) {
        const writer = new ValueWriter(new NodeBuilder(options.redact));
        const { before, after } = sidesOf(writer.builder, output.body, false);
        const place = { ...ROOT, label: `${label.padEnd(width)} = ` };
        const isAsSecret = (0,secrets/* hasFlag */.Lt)(output.body.beforeSensitive) === (0,secrets/* hasFlag */.Lt)(output.body.afterSensitive);
        if (before.look === after.look && isAsSecret)
            writer.whole(after, " ", place);
        else
            writer.change(before, after, place);
        for (const line of writer.lines)
            lines.push(line);
    }
    return cutDiff(lines, options.maxLines);
}
function sidesOf(builder, body, isSchema = true) {
    // Where there is nothing, nothing is secret; a flag there must not count for the other side.
    const beforeSensitive = body.before === null ? false : body.beforeSensitive;
    const { afterSensitive } = body;
    builder.addSecrets(body.before, beforeSensitive);
    builder.addSecrets(body.after, afterSensitive);
    const either = (0,secrets/* eitherFlags */.Vz)(beforeSensitive, afterSensitive);
    const before = builder.build(body.before, { unknown: false, own: beforeSensitive, either }, isSchema);
    const after = builder.build(body.after, { unknown: body.afterUnknown, own: afterSensitive, either }, isSchema);
    return { before, after };
}
/** The resource identity (terraform 1.12), when it changes. */
function writeIdentity(writer, { beforeIdentity = null, afterIdentity = null }) {
    if (beforeIdentity === null || afterIdentity === null)
        return;
    const [before, after] = [writer.builder.build(beforeIdentity), writer.builder.build(afterIdentity)];
    if (before.id !== after.id)
        writer.change(before, after, { ...ROOT, label: "(identity) = " });
}
/** A path that forces the replacement but is in neither value cannot be marked in its place. */
function writeMissing(writer, paths, before, after, forced) {
    if (forced === undefined)
        return;
    for (const path of paths) {
        if (!hasPath(before, path) && !hasPath(after, path)) {
            writer.line("#", 0, `(${pathText(path)} forces replacement)`);
        }
    }
}
function hasPath(node, path) {
    let place = node;
    for (const step of path) {
        if (place?.type === "object")
            place = place.entries.get(String(step));
        else if (place?.type === "list" && typeof step === "number")
            place = place.items[step];
        else
            return place?.type === "secret" || place?.type === "unknown";
    }
    return place !== undefined;
}
/** At most so many lines of a diff; the last one then says how many more there are. */
function cutDiff(lines, maxLines) {
    if (maxLines === undefined || lines.length <= maxLines)
        return lines;
    const kept = Math.max(0, maxLines - 1);
    return [...lines.slice(0, kept), { sign: "#", depth: 0, text: `(${(0,diff_scalar/* count */.U9)(lines.length - kept, "more line")})` }];
}


/***/ }),

/***/ 9590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderDiff)
/* harmony export */ });
/**
 * The lines of a rendered diff, and how they become text for a ```diff fence. Knows nothing of plans.
 */
/**
 * The lines as text for a ```diff fence. The sign stands in column 0, so that GitHub colours the line; an in-place
 * change is `!` there, which GitHub shows in orange. No other line can begin with a sign.
 */
function renderDiff(lines) {
    return lines
        .map((line) => `${line.sign === "~" ? "!" : line.sign} ${"  ".repeat(line.depth)}${line.text}`)
        .join("\n");
}


/***/ }),

/***/ 8384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ textLinePair),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   Hr: () => (/* binding */ WIDEST_KEY),
/* harmony export */   L: () => (/* binding */ quotePair),
/* harmony export */   NP: () => (/* binding */ SENSITIVE),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   uu: () => (/* binding */ textLine)
/* harmony export */ });
/* unused harmony export visible */
/**
 * How keys, strings and numbers look in a diff: quoted like HCL, on one line, cut when they are long, with everything
 * invisible made visible. Input is already redacted; nothing here compares structures.
 */
/** What stands for a value that must not be shown. */
const SENSITIVE = "(sensitive value)";
/** What stands for a value that only the apply will tell. */
const UNKNOWN = "(known after apply)";
/** A string longer than this is cut. */
const LONGEST = 400;
/** Two values that fit in this many characters are shown as `old -> new` on one line. */
const ONE_LINE = 120;
/** How much of the equal text around a difference is shown when a string is cut. */
const CONTEXT = 60;
const LONGEST_KEY = 100;
/** A key longer than this does not push the equal signs of its neighbours to the right. */
const WIDEST_KEY = 40;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/**
 * Control characters, line and paragraph separators, and what is invisible or turns the direction of writing: zero
 * widths, bidi marks and embeddings (https://trojansource.codes), variation selectors aside, and lone surrogates.
 */
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;
const SHORT_ESCAPES = new Map([
    ["\n", String.raw `\n`],
    ["\r", String.raw `\r`],
    ["\t", String.raw `\t`],
]);
/** The text with invisible characters as escapes; it has no line break afterwards. A tab may stay as it is. */
function visible(text, keepTabs = false) {
    return text.replaceAll(INVISIBLE, (character) => {
        if (keepTabs && character === "\t")
            return character;
        const code = character.codePointAt(0) ?? 0;
        const short = SHORT_ESCAPES.get(character);
        if (short !== undefined)
            return short;
        return code > 0xffff
            ? String.raw `\U` + code.toString(16).toUpperCase().padStart(8, "0")
            : String.raw `\u` + code.toString(16).toUpperCase().padStart(4, "0");
    });
}
/** A string in quotes, cut when it is long; a cut one says how long it is. */
function quote(text) {
    const end = boundary(text, LONGEST);
    return end === text.length ? quoted(text) : `${quoted(text.slice(0, end), "", "…")} ${lengthOf(text)}`;
}
/** A line of a text of several lines; a long one is cut and says how long it is. */
function textLine(line) {
    return cutLine(line, { start: 0, end: boundary(line, LONGEST) });
}
/** Two strings that differ, in quotes, each cut around the difference when they are long. */
function quotePair(before, after) {
    const windows = windowsOf(before, after);
    return {
        before: quoteWindow(before, windows.before),
        after: quoteWindow(after, windows.after),
        isOneLine: before.length + after.length <= ONE_LINE,
    };
}
function quoteWindow(text, { start, end }) {
    const shown = quoted(text.slice(start, end), start > 0 ? "…" : "", end < text.length ? "…" : "");
    return start > 0 || end < text.length ? `${shown} ${lengthOf(text)}` : shown;
}
/** Two lines of text that differ, each cut around the difference when they are long. */
function textLinePair(before, after) {
    const windows = windowsOf(before, after);
    return { before: cutLine(before, windows.before), after: cutLine(after, windows.after) };
}
/** What is shown of two texts that differ: all, or when one is long the difference with some context. */
function windowsOf(before, after) {
    if (before.length <= LONGEST && after.length <= LONGEST) {
        return { before: { start: 0, end: before.length }, after: { start: 0, end: after.length } };
    }
    const { prefix, suffix } = commonEnds(before, after);
    const windowOf = (text) => {
        const start = prefix <= CONTEXT ? 0 : boundary(text, prefix - CONTEXT);
        return { start, end: boundary(text, Math.min(text.length - suffix + CONTEXT, start + LONGEST)) };
    };
    return { before: windowOf(before), after: windowOf(after) };
}
function cutLine(line, { start, end }) {
    const shown = visible(line.slice(start, end), true);
    if (start === 0 && end === line.length)
        return shown;
    return `${start > 0 ? "…" : ""}${shown}${end < line.length ? "…" : ""} ${lengthOf(line)}`;
}
/** How many characters are equal at the start and, not overlapping, at the end. */
function commonEnds(before, after) {
    const shorter = Math.min(before.length, after.length);
    let prefix = 0;
    while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix))
        prefix += 1;
    let suffix = 0;
    while (suffix < shorter - prefix &&
        before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) {
        suffix += 1;
    }
    return { prefix, suffix };
}
function quoted(text, head = "", tail = "") {
    return `"${head}${visible(text.replaceAll(/["\\]/g, String.raw `\$&`))}${tail}"`;
}
/** A key as HCL writes it: bare when it is an identifier, else in quotes. */
function keyText(key) {
    if (IDENTIFIER.test(key) && key.length <= LONGEST_KEY)
        return key;
    const end = boundary(key, LONGEST_KEY);
    return end === key.length ? quoted(key) : quoted(key.slice(0, end), "", "…");
}
/** `1 line`, `2,000 lines`. */
function count(number, noun) {
    return `${String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ",")} ${noun}${number === 1 ? "" : "s"}`;
}
function lengthOf(text) {
    return `(${count(text.length, "character")})`;
}
/** The nearest place at or before `at` that does not cut a surrogate pair. */
function boundary(text, at) {
    if (at >= text.length)
        return text.length;
    const code = text.charCodeAt(at);
    return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : Math.max(at, 0);
}


/***/ }),

/***/ 8839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ shortDigester),
/* harmony export */   Mw: () => (/* binding */ remembering),
/* harmony export */   WF: () => (/* binding */ digester),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   tW: () => (/* binding */ hash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _seal_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(427);
/**
 * The digests a fingerprint and an outline are made of: SHA-256, or HMAC-SHA-256 with a key. It knows nothing of plans.
 */


/** The digest with the seal key given, or without one for "". Throws for a key that is too short. */
function digester(key) {
    if (key === "")
        return hash;
    // Node looks at a key that is given as bytes anew each time, which takes seven times as long.
    const derived = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)((0,_seal_key_js__WEBPACK_IMPORTED_MODULE_1__/* .deriveKey */ .H)(key, "fingerprint"));
    return (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", derived).update(text).digest("hex");
}
/** Lower-case hex SHA-256. */
function hash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha256", text, "hex");
}
/** Texts up to this length are worth remembering: `null`, `true`, names, versions, most values. */
const REMEMBERED_LENGTH = 200;
/** Then it begins anew: what is frequent comes back at once. */
const REMEMBERED = 4000;
/** The same function, which remembers what it made of short texts. It must always make the same of a text. */
function remembering(change) {
    const known = new Map();
    return (text) => {
        if (text.length > REMEMBERED_LENGTH)
            return change(text);
        const found = known.get(text);
        if (found !== undefined)
            return found;
        if (known.size >= REMEMBERED)
            known.clear();
        const changed = change(text);
        known.set(text, changed);
        return changed;
    };
}
/** The first 64 bits as base64url: 11 characters. */
function shortDigester(digest) {
    return remembering((text) => shorten(digest(text)));
}
/** A hex digest cut to 64 bits, as base64url. */
function shorten(hex) {
    return Buffer.from(hex.slice(0, 16), "hex").toString("base64url");
}


/***/ }),

/***/ 643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readPlanArchive)
});

// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-modules.js
var plan_modules = __webpack_require__(7267);
// EXTERNAL MODULE: ./node_modules/@msgpack/msgpack/dist.cjs/index.cjs
var dist_cjs = __webpack_require__(6435);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-protobuf.js
/**
 * The member `tfplan` of a saved plan: the few fields that bind it, by their numbers in terraform's planfile.proto
 * (https://github.com/hashicorp/terraform/blob/v1.11.4/internal/plans/planproto/planfile.proto; OpenTofu keeps them).
 * The planned changes stay unread: `show -json` has them. Fields that are not known here are passed over.
 */


/** A plan message that terraform does not write; the message completes "the plan file …". */
class PlanMessageError extends Error {
    name = "PlanMessageError";
}
/** The form of the message; it is 3 since terraform 0.12. */
const VERSION = 3n;
const PLAN = { version: 1, backend: 13, terraformVersion: 14, mode: 17, stateStore: 29 };
const BACKEND = { type: 1, config: 2, workspace: 3 };
const DYNAMIC_VALUE = { msgpack: 1 };
const MODES = ["normal", "destroy", "refresh-only"];
/** Reads the message. Throws a PlanMessageError when it is damaged, ambiguous or of another form. */
function readPlanMessage(bytes) {
    const fields = readFields(bytes, Object.values(PLAN));
    const version = number(fields.get(PLAN.version));
    if (version !== VERSION)
        throw new PlanMessageError(`has the form ${version}, and only ${VERSION} is known here`);
    // Newer than backends, and another place for the state: nothing here could tell which.
    if (fields.has(PLAN.stateStore))
        throw new PlanMessageError("keeps its state in a state_store, which is not known here");
    const backend = fields.get(PLAN.backend);
    return {
        terraformVersion: plan_protobuf_text(fields.get(PLAN.terraformVersion)),
        mode: MODES[Number(number(fields.get(PLAN.mode)))] ?? "other",
        ...(backend === undefined ? {} : { backend: readBackendMessage(block(backend)) }),
    };
}
function readBackendMessage(bytes) {
    const fields = readFields(bytes, Object.values(BACKEND));
    const config = readFields(block(fields.get(BACKEND.config)), Object.values(DYNAMIC_VALUE));
    return {
        type: plan_protobuf_text(fields.get(BACKEND.type)),
        workspace: plan_protobuf_text(fields.get(BACKEND.workspace)),
        config: readValue(block(config.get(DYNAMIC_VALUE.msgpack))),
    };
}
/**
 * The wanted fields of a message. Protocol buffers merge or override a singular field that is repeated: nobody writes
 * that, so it is refused.
 */
function readFields(bytes, wanted) {
    const fields = new Map();
    let at = 0;
    while (at < bytes.length) {
        const tag = readVarint(bytes, at);
        const id = Number(tag.value >> 3n);
        const { field, next } = readField(bytes, tag.next, Number(tag.value & 7n));
        if (id === 0 || tag.value > 0xffffffffn)
            throw damaged();
        if (wanted.includes(id) && fields.has(id))
            throw new PlanMessageError(`says field ${id} of its plan twice`);
        if (wanted.includes(id))
            fields.set(id, field);
        at = next;
    }
    return fields;
}
function readField(bytes, at, wireType) {
    if (wireType === 0) {
        const { value, next } = readVarint(bytes, at);
        return { field: value, next };
    }
    const counted = wireType === 2 ? readVarint(bytes, at) : { value: wireType === 1 ? 8n : 4n, next: at };
    const next = counted.next + Number(counted.value);
    if (![1, 2, 5].includes(wireType) || next > bytes.length)
        throw damaged();
    return { field: bytes.subarray(counted.next, next), next };
}
function readVarint(bytes, start) {
    let value = 0n;
    for (let at = start; at < start + 10; at += 1) {
        const byte = bytes[at];
        if (byte === undefined)
            throw damaged();
        value |= BigInt(byte & 0x7f) << BigInt(7 * (at - start));
        if (byte < 0x80)
            return { value, next: at + 1 };
    }
    throw damaged();
}
function number(field) {
    if (field instanceof Uint8Array)
        throw damaged();
    return field ?? 0n;
}
function block(field) {
    if (field instanceof Uint8Array)
        return field;
    throw damaged();
}
function plan_protobuf_text(field) {
    try {
        return field === undefined ? "" : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(block(field));
    }
    catch {
        throw damaged();
    }
}
function damaged() {
    return new PlanMessageError("has a damaged plan inside");
}
/** A value as cty writes it in msgpack: an unknown one is an extension, and never stands in a backend's settings. */
function readValue(bytes) {
    let value;
    try {
        // The decoder takes byte sequences that are not UTF-8, and terraform would see another text.
        value = (0,dist_cjs/* decode */.D4)(bytes, { rawStrings: true });
    }
    catch {
        throw damaged();
    }
    return toJson(value, 0);
}
const MAX_DEPTH = 100;
function toJson(value, depth) {
    if (depth > MAX_DEPTH)
        throw damaged();
    if (value === null || typeof value === "number" || typeof value === "boolean")
        return value;
    if (value instanceof Uint8Array)
        return plan_protobuf_text(value);
    if (Array.isArray(value))
        return value.map((item) => toJson(item, depth + 1));
    if (typeof value !== "object" || value instanceof dist_cjs/* ExtData */.ob || value instanceof Date || ArrayBuffer.isView(value)) {
        throw damaged();
    }
    const object = {};
    for (const [key, item] of Object.entries(value))
        (0,json_value/* setMember */.Nk)(object, key, toJson(item, depth + 1));
    return object;
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-record.js
var plan_record = __webpack_require__(2765);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-zip.js
/**
 * The zip around a saved plan, read as strictly as it is written: Go's archive/zip writes it in one stream, and every
 * byte of that layout has one place (https://go.dev/src/archive/zip/writer.go; APPNOTE.TXT 4.3). What two readers could
 * understand differently (gaps, comments, a second member of a name, local headers that disagree with the directory)
 * is refused. It does not know what the members are.
 */

/** A zip that terraform did not write; the message completes "the plan file …". */
class PlanZipError extends Error {
    name = "PlanZipError";
}
/** The largest plan file and the most that its members may unpack to, in bytes. */
const LARGEST_PLAN = 512 << 20;
const MOST_MEMBERS = 20_000;
/** State and configuration pack by 5 to 60; what packs better and is no small file is made to fill the memory. */
const HIGHEST_RATIO = 250;
const SMALL = 1 << 20;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const DESCRIPTOR_LENGTH = 16;
/** One extra field with the time (`UT`, 5 bytes: the flag for a modification time, the seconds). */
const EXTRA = Buffer.from([0x55, 0x54, 5, 0, 1]);
const EXTRA_LENGTH = 9;
/** Sizes follow the data; a name that is not plain ASCII is UTF-8. */
const STREAMED = 0x0008;
const UTF8 = 0x0800;
/** The members in their order, unpacked. Throws a PlanZipError for anything but what Go's writer writes. */
function readPlanZip(bytes) {
    if (bytes.length > LARGEST_PLAN)
        throw new PlanZipError(`has ${bytes.length} bytes, more than any plan`);
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const { entries, start } = readDirectory(zip);
    const members = new Map();
    let at = 0;
    for (const entry of entries) {
        if (entry.offset !== at)
            throw new PlanZipError(`has bytes that belong to nothing before ${show(entry.name)}`);
        at = checkLocal(zip, entry, start);
    }
    if (at !== start)
        throw new PlanZipError("has bytes that belong to nothing before its directory");
    // Only now, when all sizes are known to be sane, is anything unpacked.
    for (const entry of entries)
        members.set(entry.name, unpack(zip, entry));
    return members;
}
function readDirectory(zip) {
    const end = zip.length - END_LENGTH;
    if (end < 0 || zip.readUInt32LE(end) !== END)
        throw new PlanZipError(notAZip(zip));
    const count = zip.readUInt16LE(end + 10);
    const start = zip.readUInt32LE(end + 16);
    const isPlain = zip.readUInt32LE(end + 4) === 0 &&
        zip.readUInt16LE(end + 8) === count &&
        zip.readUInt32LE(end + 12) === end - start &&
        zip.readUInt16LE(end + 20) === 0;
    if (!isPlain)
        throw new PlanZipError("has a zip directory that terraform does not write");
    if (count > MOST_MEMBERS)
        throw new PlanZipError(`has ${count} members, more than any plan`);
    const entries = [];
    const names = new Set();
    let at = start;
    let total = 0;
    for (let index = 0; index < count; index += 1) {
        const { entry, next } = readEntry(zip, at, end);
        if (names.has(entry.name))
            throw new PlanZipError(`has two members named ${show(entry.name)}`);
        names.add(entry.name);
        total += entry.size;
        checkSize(entry, total);
        entries.push(entry);
        at = next;
    }
    if (at !== end)
        throw new PlanZipError("has bytes that belong to nothing in its directory");
    if (total > SMALL && total / HIGHEST_RATIO > zip.length)
        throw new PlanZipError("unpacks to more than any plan");
    return { entries, start };
}
function notAZip(zip) {
    const isOtherKind = zip.length < 4 || zip.readUInt32LE(0) !== LOCAL;
    return isOtherKind ? "is not a plan that terraform saved" : "is cut off, or something was appended to it";
}
function readEntry(zip, at, end) {
    const nameEnd = at + CENTRAL_LENGTH + (at + CENTRAL_LENGTH <= end ? zip.readUInt16LE(at + 28) : 0);
    const next = nameEnd + EXTRA_LENGTH;
    if (next > end || zip.readUInt32LE(at) !== CENTRAL)
        throw new PlanZipError("has a damaged zip directory");
    const name = readName(zip.subarray(at + CENTRAL_LENGTH, nameEnd));
    const extra = zip.subarray(nameEnd, next);
    const isPlain = 
    // Made by version 2.0 on FAT; needs 2.0; no comment, no disk, no attributes.
    zip.readUInt16LE(at + 4) === 20 &&
        zip.readUInt16LE(at + 6) === 20 &&
        zip.readUInt16LE(at + 8) === flagsOf(name) &&
        zip.readUInt16LE(at + 10) === 8 &&
        zip.readUInt16LE(at + 30) === EXTRA_LENGTH &&
        zip.subarray(at + 32, at + 42).every((byte) => byte === 0) &&
        extra.subarray(0, EXTRA.length).equals(EXTRA);
    if (!isPlain)
        throw new PlanZipError(`has the member ${show(name)} in a form that terraform does not write`);
    const entry = {
        name,
        common: [zip.subarray(at + 6, at + 16), zip.subarray(at + 28, at + 32), zip.subarray(at + 46, next)],
        crc: zip.readUInt32LE(at + 16),
        compressedSize: zip.readUInt32LE(at + 20),
        size: zip.readUInt32LE(at + 24),
        offset: zip.readUInt32LE(at + 42),
    };
    return { entry, next };
}
function readName(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new PlanZipError("has a member whose name is not UTF-8");
    }
}
/** Go sets the flag for UTF-8 where some old code page would read another name (detectUTF8 in its writer). */
function flagsOf(name) {
    return /[^\u0020-\u007d]|\\/.test(name) ? STREAMED | UTF8 : STREAMED;
}
function checkSize({ name, size, compressedSize }, total) {
    if (total > LARGEST_PLAN)
        throw new PlanZipError("unpacks to more than any plan");
    if (size > SMALL && size / HIGHEST_RATIO > compressedSize) {
        throw new PlanZipError(`has the member ${show(name)}, which unpacks from ${compressedSize} to ${size} bytes`);
    }
}
/** Compares a member's own header and the sizes behind its data with the directory; returns where it ends. */
function checkLocal(zip, entry, start) {
    const data = dataStart(entry);
    const descriptor = data + entry.compressedSize;
    const end = descriptor + DESCRIPTOR_LENGTH;
    const at = entry.offset;
    const local = end <= start && zip.readUInt32LE(at) === LOCAL ? zip.subarray(at + 4, data) : undefined;
    const isSame = local !== undefined &&
        local.subarray(10, 22).every((byte) => byte === 0) &&
        Buffer.concat([local.subarray(0, 10), local.subarray(22)]).equals(Buffer.concat(entry.common)) &&
        zip.readUInt32LE(descriptor) === DESCRIPTOR &&
        zip.readUInt32LE(descriptor + 4) === entry.crc &&
        zip.readUInt32LE(descriptor + 8) === entry.compressedSize &&
        zip.readUInt32LE(descriptor + 12) === entry.size;
    if (!isSame)
        throw new PlanZipError(`describes the member ${show(entry.name)} in two different ways`);
    return end;
}
function dataStart({ offset, common }) {
    return offset + LOCAL_LENGTH + (common[2]?.length ?? 0);
}
function unpack(zip, entry) {
    const start = dataStart(entry);
    const packed = zip.subarray(start, start + entry.compressedSize);
    const content = inflate(packed, entry.size);
    if (content === undefined || content.length !== entry.size || (0,external_node_zlib_.crc32)(content) !== entry.crc) {
        throw new PlanZipError(`has the damaged member ${show(entry.name)}`);
    }
    return content;
}
/** undefined when the data is damaged, unpacks to more than `size`, or does not end where it should. */
function inflate(packed, size) {
    try {
        const options = { maxOutputLength: Math.max(size, 1), chunkSize: Math.min(Math.max(size, 64), SMALL), info: true };
        // With `info` there is a pair; the declared type does not know it.
        const { buffer, engine } = (0,external_node_zlib_.inflateRawSync)(packed, options);
        return engine.bytesWritten === packed.length ? buffer : undefined;
    }
    catch {
        return undefined;
    }
}
function show(name) {
    return JSON.stringify(name.slice(0, 100));
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-archive.js
/**
 * A saved plan as it lies in a file: the configuration, the state and the lock file it was made with, and where its apply
 * would keep the state. Terraform believes all of it, so whoever applies one must have compared it first
 * (plan-binding.ts). Nothing is compared here. The planned changes stay unread: `show -json` has them.
 */






const MODULE_FILE = /^tfconfig\/m-([^/\\\p{Cc}]*)\/([^/\\\p{Cc}]+)$/u;
const MANIFEST = "tfconfig/modules.json";
const FIRST = ["tfplan", "tfstate", "tfstate-prev"];
const LAST = [MANIFEST, ".terraform.lock.hcl"];
const CONFIGURATION = /^[^.].*\.(?:tf|tofu)(?:\.json)?$/u;
const REMEDY = "Hand over the plan file that terraform-plan wrote, unchanged, or make the plan again. A plan that OpenTofu encrypted itself (TF_ENCRYPTION) cannot be checked: use seal-key instead.";
/** Reads a saved plan of terraform or OpenTofu. A Failure `plan-tampered` for anything that these do not write. */
function readPlanArchive(bytes) {
    try {
        return read(readPlanZip(bytes));
    }
    catch (error) {
        if (!(error instanceof PlanZipError || error instanceof PlanMessageError))
            throw error;
        throw (0,plan_record/* tampered */.rZ)(`The plan file ${error.message}`, REMEDY);
    }
}
function read(members) {
    checkOrder([...members.keys()]);
    const { backend, ...message } = readPlanMessage(take(members, "tfplan"));
    if (backend === undefined)
        throw new PlanMessageError("does not say which backend keeps its state");
    const stateBytes = take(members, "tfstate");
    const state = readState(stateBytes);
    return {
        ...message,
        backend,
        ...(state === undefined ? {} : { state }),
        stateBytes,
        previousStateBytes: take(members, "tfstate-prev"),
        lockFile: decode(take(members, ".terraform.lock.hcl")),
        modules: readModules(members),
    };
}
/** Terraform writes the members in this order, modules by their keys. */
function checkOrder(names) {
    const files = names.slice(FIRST.length, -LAST.length);
    const fixed = [...names.slice(0, FIRST.length), ...names.slice(-LAST.length)];
    const other = files.find((name) => !MODULE_FILE.test(name)) ?? fixed.find((name) => ![...FIRST, ...LAST].includes(name));
    if (other !== undefined)
        throw new PlanZipError(`has the unexpected member ${JSON.stringify(other.slice(0, 100))}`);
    const isInOrder = [...FIRST, ...LAST].every((name, index) => fixed[index] === name);
    if (!isInOrder || fixed.length !== FIRST.length + LAST.length) {
        throw new PlanZipError("does not have the members of a plan, in their order");
    }
}
function take(members, name) {
    const bytes = members.get(name);
    if (bytes === undefined)
        throw new PlanZipError(`has no member named ${name}`);
    return bytes;
}
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new PlanZipError("has text inside that is not UTF-8");
    }
}
function parse(bytes, what) {
    try {
        return (0,json_value/* parseJson */.qF)(decode(bytes), false);
    }
    catch {
        throw new PlanZipError(`has ${what} inside that cannot be read`);
    }
}
/**
 * A member by its one name. Go takes keys whatever their case, and folds two letters more than ASCII has
 * (https://pkg.go.dev/encoding/json#Unmarshal): a second spelling would be another value for terraform than for us.
 */
function field(json, key) {
    const spellings = Object.keys((0,json_value/* isJsonObject */.OW)(json) ? json : {}).filter((name) => {
        return name.length === key.length && name.normalize("NFKC").toLowerCase() === key.toLowerCase();
    });
    if (spellings.some((name) => name !== key))
        throw new PlanZipError(`spells ${key} in a way terraform does not`);
    return (0,json_value/* member */.Dc)(json, key);
}
/** Without a state terraform writes an empty one: serial 0, no lineage. */
function readState(bytes) {
    const json = parse(bytes, "a state");
    const serial = field(json, "serial");
    const lineage = field(json, "lineage");
    const terraformVersion = field(json, "terraform_version");
    const isState = typeof serial === "number" && Number.isSafeInteger(serial) && serial >= 0;
    if (!isState || typeof lineage !== "string" || typeof terraformVersion !== "string") {
        throw new PlanZipError("has a state inside that cannot be read");
    }
    return lineage === "" && serial === 0 ? undefined : { lineage, serial, terraformVersion };
}
function readModules(members) {
    const list = parse(take(members, MANIFEST), "a list of modules");
    const modules = new Map();
    let last = "";
    for (const entry of Array.isArray(list) ? list : []) {
        const module = readModule(entry);
        const isNext = modules.size === 0 ? module.key === "" : compareBytes(last, module.key) < 0;
        last = module.key;
        if (!isNext)
            throw new PlanZipError("has a list of modules that is not in terraform's order");
        modules.set(module.key, module);
    }
    if (modules.size === 0)
        throw new PlanZipError("has no root module");
    addFiles(members, modules);
    checkCalls(modules);
    return [...modules.values()];
}
function readModule(entry) {
    const key = field(entry, "Key");
    const directory = field(entry, "Dir");
    const source = field(entry, "Source") ?? "";
    const version = field(entry, "Version") ?? "";
    const isRead = typeof key === "string" &&
        typeof directory === "string" &&
        typeof source === "string" &&
        typeof version === "string";
    if (!isRead || directory === "" || (key === "") !== (source === "")) {
        throw new PlanZipError("has a list of modules that cannot be read");
    }
    return { key, source, ...(version === "" ? {} : { version }), directory, files: [] };
}
/** Go sorts strings by their bytes. */
function compareBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
/** Terraform packs what the configuration calls: with a module more, its files would be looked for in the checkout. */
function checkCalls(modules) {
    const calls = new Map();
    for (const module of modules.values()) {
        const caller = (0,plan_modules/* parentKey */.C4)(module.key);
        const known = calls.get(caller) ?? (0,plan_modules/* readCalls */.sS)(modules.get(caller)?.files ?? []);
        calls.set(caller, known);
        if (module.key === "" || (0,plan_modules/* isCalled */.AP)(module, known))
            continue;
        throw new PlanZipError(`has the module ${JSON.stringify(module.key.slice(0, 100))}, which its configuration does not call`);
    }
}
function addFiles(members, modules) {
    let last = "";
    for (const [member, bytes] of members) {
        const [, key, name] = MODULE_FILE.exec(member) ?? [];
        if (key === undefined || name === undefined)
            continue;
        const module = modules.get(key);
        if (module === undefined || !CONFIGURATION.test(name)) {
            throw new PlanZipError(`has the unexpected member ${JSON.stringify(member.slice(0, 100))}`);
        }
        if (compareBytes(last, key) > 0)
            throw new PlanZipError("does not have its modules in terraform's order");
        last = key;
        module.files.push({ name, bytes });
    }
    for (const { files } of modules.values())
        files.sort((a, b) => (0,text_order/* compareCodeUnits */.U)(a.name, b.name));
}


/***/ }),

/***/ 3245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jr: () => (/* binding */ outputDetail),
/* harmony export */   oz: () => (/* binding */ changeDetail),
/* harmony export */   zK: () => (/* binding */ IDENTITY)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8600);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9835);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2598);
/* harmony import */ var _plan_outline_leaves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(277);
/* harmony import */ var _redaction_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9833);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5199);
/**
 * What an outline says about one change: each attribute before and after, and the rest of the change. Every member of
 * the plan document's element enters somewhere, also what only a newer terraform knows.
 */






/** The path of a resource's identity; no attribute can be called that. */
const IDENTITY = "(identity)";
/** Members that an outline has elsewhere, and those that differ when a change is made in several attempts. */
const ELSEWHERE = new Set(["change", "deposed", "previous_address", "action_reason"]);
const CHANGE_ELSEWHERE = new Set([
    "actions",
    "before",
    "after",
    "after_unknown",
    "before_sensitive",
    "after_sensitive",
    "before_identity",
    "after_identity",
    "replace_paths",
    "importing",
    "generated_config",
]);
/** The detail of one element of `resource_changes` or its like; undefined when there is too much of it. */
function changeDetail(element, tools) {
    const { masking, short } = tools;
    const change = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(element, "change");
    const flags = (0,_redaction_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .flagsWithin */ .Vd)(element);
    const hidden = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(flags, "change");
    const leaves = changeLeaves(change, hidden, tools);
    if (leaves === undefined)
        return undefined;
    const [rest, restOfChange] = [without(element, ELSEWHERE), without(change, CHANGE_ELSEWHERE)];
    const text = `${(0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .maskedJson */ .a)(rest, flags, masking, undefined)}\n${(0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .maskedJson */ .a)(restOfChange, hidden, masking, undefined)}`;
    const detail = { object: short(text), leaves };
    const reason = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(element, "action_reason");
    if (typeof reason === "string")
        detail.reason = reason;
    for (const [name, key] of [
        ["importing", "importing"],
        ["generated", "generated_config"],
    ]) {
        const value = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(change, key) ?? null;
        if (value !== null)
            detail[name] = short((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .maskedJson */ .a)(value, (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(hidden, key), masking, undefined));
    }
    const paths = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(change, "replace_paths");
    if (Array.isArray(paths))
        detail.forced = short(paths.map(_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d).sort(_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .compareCodeUnits */ .U).join(","));
    return detail;
}
function without(value, names) {
    const entries = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter(([key]) => !names.has(key)));
}
/** The attributes, and the resource's identity below a path of its own. */
function changeLeaves(change, hidden, tools) {
    const side = (name, what) => {
        const isAttributes = what === "";
        return {
            value: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(change, `${name}${what}`) ?? undefined,
            unknown: (isAttributes && name === "after" ? (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(change, "after_unknown") : undefined) ?? false,
            flags: (isAttributes ? (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(change, `${name}_sensitive`) : undefined) ?? false,
            hidden: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(hidden, `${name}${what}`) ?? false,
            other: name === "after" ? [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(change, `before${what}`)] : undefined,
        };
    };
    const leaves = (0,_plan_outline_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .leavesOf */ .wf)(side("before", ""), side("after", ""), tools);
    const identity = (0,_plan_outline_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .leavesOf */ .wf)(side("before", "_identity"), side("after", "_identity"), tools);
    if (leaves === undefined || identity === undefined)
        return undefined;
    return [
        ...leaves,
        ...identity.map(([path, ...tokens]) => [`(identity)${path === "" ? "" : "."}${path}`, ...tokens]),
    ];
}
/** The detail of an output; undefined when there is too much of it. */
function outputDetail({ name, body }, tools) {
    const { before, after, afterUnknown, beforeSensitive, afterSensitive } = body;
    const hidden = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .eitherFlags */ .Vz)(beforeSensitive, afterSensitive);
    const leaves = (0,_plan_outline_leaves_js__WEBPACK_IMPORTED_MODULE_4__/* .leavesOf */ .wf)({ value: before ?? undefined, unknown: false, flags: beforeSensitive, hidden, other: undefined }, { value: after ?? undefined, unknown: afterUnknown, flags: afterSensitive, hidden, other: [before] }, tools);
    return leaves === undefined ? undefined : { object: tools.short(name), leaves };
}


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ withoutFiles),
/* harmony export */   RN: () => (/* binding */ fileParts),
/* harmony export */   WR: () => (/* binding */ withoutOtherFiles),
/* harmony export */   pg: () => (/* binding */ OTHER_FILES),
/* harmony export */   yp: () => (/* binding */ hasOtherFiles)
/* harmony export */ });
/* harmony import */ var _fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8839);

/** How many files an outline has at most. */
const MOST_FILES = 500;
/** What terraform reads when it lies in a module's directory. */
const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
/** The name of the part that stands for all files that are not configuration. No file is called that. */
const OTHER_FILES = "";
/** One part for each file, with names redacted. Their digests say nothing of the names. */
function fileParts(files, tools) {
    const parts = files.map(([path, digest]) => {
        return { kind: "file", name: tools.redact(path), digest: tools.short(JSON.stringify(["file", digest])) };
    });
    return [withoutNone, withoutOtherFiles, withoutFiles].map((cut) => cut(parts)).find(isFew) ?? [];
}
function isFew(parts) {
    return parts.length <= MOST_FILES;
}
function withoutNone(parts) {
    return [...parts];
}
/** The parts with one for all the files that terraform does not read as configuration. */
function withoutOtherFiles(parts) {
    const others = parts.filter(isOtherFile);
    if (others.length === 0 || hasOtherFiles(parts))
        return [...parts];
    const texts = others.map(({ name, digest }) => JSON.stringify([name, digest])).sort();
    const together = { kind: "file", name: OTHER_FILES, digest: (0,_fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hash */ .tW)(texts.join("\n"))) };
    return [...parts.filter((part) => !isOtherFile(part)), together];
}
/** Whether the files that are no configuration are one part already. */
function hasOtherFiles(parts) {
    return parts.some(({ kind, name }) => kind === "file" && name === OTHER_FILES);
}
/** The parts without any file. */
function withoutFiles(parts) {
    return parts.filter(({ kind }) => kind !== "file");
}
function isOtherFile({ kind, name }) {
    return kind === "file" && !CONFIGURATION.test(name);
}


/***/ }),

/***/ 277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ TOKEN),
/* harmony export */   Eo: () => (/* binding */ NULL_TOKEN),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9835);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5199);
/**
 * One side of a change as leaves: the path of each attribute as people write it, and a token for what is there. Lists
 * and sets are both lists in a plan document, in terraform's own stable order. It compares nothing.
 */



/**
 * What the characters of a token mean: it is `?` when only the apply will tell, then `*` when it is flagged sensitive,
 * then one mark when the value is hidden (`~`, or compared with the other side `=` and `!`), then `-` for null or a
 * digest of what may be seen.
 */
const TOKEN = /^\??\*?[~=!]?(?:-|[A-Za-z0-9_-]{11})?$/;
/** The token of null. */
const NULL_TOKEN = "-";
/** Deeper values are one leaf. */
const DEEPEST = 8;
/** A side with more leaves is cut at its top-level attributes; with more even then it has none. */
const MOST = 1000;
/** The leaves of a change whose two sides are `before` and `after`; undefined when there are too many. */
function leavesOf(before, after, tools) {
    return [DEEPEST, 1].map((deepest) => merged(before, after, tools, deepest)).find((leaves) => leaves !== undefined);
}
function merged(before, after, tools, deepest) {
    const [one, other] = [before, after].map((side) => new Walk(tools, deepest).walk(side));
    if (one === undefined || other === undefined)
        return undefined;
    const leaves = [...one].map(([path, token]) => [path, token, other.get(path) ?? ""]);
    for (const [path, token] of other)
        if (!one.has(path))
            leaves.push([path, "", token]);
    return leaves;
}
class Walk {
    #tools;
    #deepest;
    #tokens = new Map();
    #repeated = new Map();
    constructor(tools, deepest) {
        this.#tools = tools;
        this.#deepest = deepest;
    }
    walk(side) {
        this.#step("", side, 0);
        return this.#tokens.size > MOST ? undefined : this.#tokens;
    }
    #step(path, side, depth) {
        if (this.#tokens.size > MOST)
            return;
        const { value, unknown } = side;
        const isSecret = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(value, side.flags) === true || (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(value, side.hidden) === true;
        const isHole = value === undefined || value === null;
        const steps = isSecret || unknown === true || depth >= this.#deepest ? [] : stepsOf(isHole ? unknown : value, unknown);
        if (steps.length === 0) {
            if (value !== undefined || (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)(unknown))
                this.#set(path, this.#token(side));
            return;
        }
        for (const step of steps)
            this.#step(this.#path(path, step), below(side, step), depth + 1);
    }
    #path(path, step) {
        if (typeof step === "number")
            return `${path}[${step}]`;
        const key = this.#tools.keyText(step);
        if (key.startsWith('"'))
            return `${path}[${key}]`;
        return path === "" ? key : `${path}.${key}`;
    }
    /** Keys that only a redaction made equal are numbered. */
    #set(path, token) {
        if (!this.#tokens.has(path)) {
            this.#tokens.set(path, token);
            return;
        }
        const count = (this.#repeated.get(path) ?? 1) + 1;
        this.#repeated.set(path, count);
        this.#tokens.set(`${path} (${count})`, token);
    }
    #token(side) {
        const { value, unknown } = side;
        const isUnknown = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)(unknown);
        const start = `${isUnknown ? "?" : ""}${(0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)((0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(value, side.flags)) || side.flags === true ? "*" : ""}`;
        if (value === undefined || (value === null && isUnknown))
            return start;
        if (value === null)
            return `${start}${NULL_TOKEN}`;
        return `${start}${this.#content(side)}`;
    }
    #content({ value, hidden, other }) {
        const { masking, short, redact } = this.#tools;
        const isPlainText = typeof value === "string" && (masking === undefined || (hidden === false && redact(value) === value));
        if (isPlainText)
            return short(JSON.stringify(value));
        if (masking === undefined)
            return short((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value));
        const isHidden = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(value, hidden) === true;
        const shown = typeof value === "string" ? redact(value) : undefined;
        if (!isHidden && (shown === undefined || shown === value))
            return short((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedJson */ .a)(value, hidden, masking, other));
        const isSame = other !== undefined && (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value) === (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(other[0]);
        const mark = other === undefined ? "~" : isSame ? "=" : "!";
        return isHidden ? mark : `${mark}${short(JSON.stringify(shown))}`;
    }
}
/** The keys or indices below a value, and those that only the apply will tell. */
function stepsOf(value, unknown) {
    if (Array.isArray(value))
        return value.map((_, index) => index);
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        return [];
    const keys = Object.keys(value);
    for (const key of (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(unknown) ? Object.keys(unknown) : []) {
        if (!Object.hasOwn(value, key) && (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(unknown, key)))
            keys.push(key);
    }
    return keys.sort();
}
function below({ value, unknown, flags, hidden, other }, step) {
    const at = (json) => typeof step === "number" ? (Array.isArray(json) ? json[step] : undefined) : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(json, step);
    return {
        value: at(value),
        unknown: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(unknown, step),
        flags: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(flags, step),
        hidden: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(hidden, step),
        other: other === undefined ? undefined : [at(other[0])],
    };
}


/***/ }),

/***/ 7448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x8: () => (/* binding */ readBody),
  m3: () => (/* binding */ readPlan),
  HD: () => (/* binding */ readable)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/json-scan.js + 3 modules
var json_scan = __webpack_require__(5604);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-change.js
var plan_change = __webpack_require__(4748);
// EXTERNAL MODULE: ./packages/terraform/lib/secrets.js
var lib_secrets = __webpack_require__(5199);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-configuration.js


/**
 * Reads `configuration` at the cursor: adds what is secret in it to `secrets`.
 * Returns the names of the root module's sensitive variables.
 */
function readConfiguration(scanner, secrets) {
    let sensitive = new Set();
    if (!scanner.isObject())
        return sensitive;
    scanner.object((key) => {
        if (key === "root_module")
            sensitive = readModule(scanner, secrets, 0);
    });
    return sensitive;
}
function readModule(scanner, secrets, depth) {
    if (depth > json_value/* MAX_DEPTH */.lr)
        throw new json_value/* JsonError */.N3(`modules nest deeper than ${json_value/* MAX_DEPTH */.lr} levels`, scanner.offset);
    const sensitive = new Set();
    if (!scanner.isObject())
        return sensitive;
    scanner.object((key) => {
        if (!scanner.isObject())
            return;
        if (key === "variables") {
            scanner.object((name) => {
                const variable = scanner.take();
                if ((0,json_value/* member */.Dc)(variable, "sensitive") !== true)
                    return;
                sensitive.add(name);
                (0,lib_secrets/* collectSecrets */.qb)((0,json_value/* member */.Dc)(variable, "default"), true, secrets);
            });
        }
        else if (key === "outputs") {
            scanner.object(() => {
                const output = scanner.take();
                if ((0,json_value/* member */.Dc)(output, "sensitive") === true)
                    collectConstants((0,json_value/* member */.Dc)(output, "expression"), secrets);
            });
        }
        else if (key === "module_calls")
            scanner.object(() => readCall(scanner, secrets, depth));
    });
    return sensitive;
}
function readCall(scanner, secrets, depth) {
    if (!scanner.isObject())
        return;
    let expressions = null;
    let sensitive = new Set();
    scanner.object((key) => {
        if (key === "expressions")
            expressions = scanner.take();
        else if (key === "module")
            sensitive = readModule(scanner, secrets, depth + 1);
    });
    for (const name of sensitive)
        collectConstants((0,json_value/* member */.Dc)(expressions, name), secrets);
}
/** An expression is `{"constant_value": …}` or references; those of nested blocks nest. */
function collectConstants(expression, secrets) {
    if (Array.isArray(expression))
        for (const part of expression)
            collectConstants(part, secrets);
    if (!(0,json_value/* isJsonObject */.OW)(expression))
        return;
    for (const [key, value] of Object.entries(expression)) {
        if (key === "constant_value")
            (0,lib_secrets/* collectSecrets */.qb)(value, true, secrets);
        else
            collectConstants(value, secrets);
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-state.js
/**
 * Finds the sensitive values in the two copies of state a plan document has: `prior_state.values` and
 * `planned_values`. They also hold what no change names: data sources that were read while planning.
 */


/** Reads `{"outputs": …, "root_module": …}` at the cursor. */
function readStateSecrets(scanner, secrets) {
    if (!scanner.isObject())
        return;
    scanner.object((key) => {
        if (key === "root_module")
            plan_state_readModule(scanner, secrets, 0);
        else if (key === "outputs" && scanner.isObject())
            scanner.object(() => readOutput(scanner.take(), secrets));
    });
}
function readOutput(output, secrets) {
    if ((0,json_value/* member */.Dc)(output, "sensitive") === true)
        (0,lib_secrets/* collectSecrets */.qb)((0,json_value/* member */.Dc)(output, "value"), true, secrets);
}
function plan_state_readModule(scanner, secrets, depth) {
    if (depth > json_value/* MAX_DEPTH */.lr)
        throw new json_value/* JsonError */.N3(`modules nest deeper than ${json_value/* MAX_DEPTH */.lr} levels`, scanner.offset);
    if (!scanner.isObject())
        return;
    scanner.object((key) => {
        if (key === "resources" && scanner.isList())
            scanner.list(() => readResource(scanner, secrets));
        else if (key === "child_modules" && scanner.isList()) {
            scanner.list(() => plan_state_readModule(scanner, secrets, depth + 1));
        }
    });
}
function readResource(scanner, secrets) {
    if (!scanner.isObject())
        return;
    let values;
    let flags = false;
    scanner.object((key) => {
        if (key === "values")
            values = scanner.skip();
        else if (key === "sensitive_values")
            flags = scanner.take();
    });
    if (values !== undefined && (0,lib_secrets/* hasFlag */.Lt)(flags)) {
        (0,lib_secrets/* collectSecrets */.qb)(scanner.read(values), flags, secrets);
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-sections.js
/**
 * The sections of a plan document, one reader each. A section of a newer terraform is skipped, unless its name says
 * that it has changes: those are kept as `other`, so that they are shown and never taken for "no changes".
 */






/** The major format version this reader knows; terraform promises to raise it for what old readers cannot take. */
const FORMAT = 1;
const OTHER_SECTION = /(?:changes|invocations|actions)$/;
/** A plan of which nothing has been read. */
function emptyPlan() {
    return {
        formatVersion: "",
        terraformVersion: "",
        errored: false,
        changes: [],
        unchanged: 0,
        drift: [],
        deferred: [],
        outputs: [],
        checks: [],
        other: [],
        variables: new Map(),
        sensitiveVariables: new Set(),
    };
}
/** Reads the section at the cursor into the plan; leaves it untouched when it is of no interest. */
function readSection(reading, key) {
    const read = SECTIONS.get(key);
    if (read !== undefined)
        read(reading);
    else if (OTHER_SECTION.test(key))
        readOthers(reading, key);
}
const SECTIONS = new Map([
    ["format_version", readFormat],
    ["terraform_version", readTerraformVersion],
    ["applyable", (reading) => readFlag(reading, "applyable")],
    ["complete", (reading) => readFlag(reading, "complete")],
    ["errored", (reading) => readFlag(reading, "errored")],
    ["variables", readVariables],
    ["resource_changes", readChanges],
    ["resource_drift", (reading) => readElements(reading, (change) => reading.plan.drift.push(change))],
    ["deferred_changes", readDeferred],
    ["output_changes", readOutputs],
    ["checks", readChecks],
    ["prior_state", readPriorState],
    ["planned_values", ({ scanner, secrets }) => readStateSecrets(scanner, secrets)],
    ["configuration", readSensitiveVariables],
]);
function readFormat({ plan, scanner }) {
    plan.formatVersion = (0,plan_change/* textOf */.b6)(scanner.take()) ?? "";
    if (!(Number.parseInt(plan.formatVersion, 10) > FORMAT))
        return;
    throw new failure/* Failure */.HR({
        reason: "plan-failed",
        what: `The plan's JSON has format version ${plan.formatVersion}; the newest known one is ${FORMAT}.x.`,
        remedy: "Use a version of this action that knows the format, or a terraform that writes the older one.",
    });
}
function readTerraformVersion({ plan, scanner }) {
    plan.terraformVersion = (0,plan_change/* textOf */.b6)(scanner.take()) ?? "";
}
function readFlag({ plan, scanner }, key) {
    const flag = scanner.take();
    if (typeof flag === "boolean")
        plan[key] = flag;
}
function readVariables({ plan, scanner }) {
    if (!scanner.isObject())
        return;
    scanner.object((name) => plan.variables.set(name, (0,json_value/* member */.Dc)(scanner.take(), "value") ?? null));
}
function readSensitiveVariables({ plan, scanner, secrets }) {
    plan.sensitiveVariables = readConfiguration(scanner, secrets);
}
function readPriorState({ scanner, secrets }) {
    if (!scanner.isObject())
        return;
    scanner.object((key) => {
        if (key === "values")
            readStateSecrets(scanner, secrets);
    });
}
function readElements({ scanner, secrets }, add) {
    if (!scanner.isList())
        return;
    scanner.list(() => {
        if (scanner.isObject())
            add((0,plan_change/* readResourceChange */.D$)(scanner, secrets));
    });
}
function readChanges(reading) {
    const { plan } = reading;
    readElements(reading, (change) => {
        const isPlain = change.kind === "no-op" && !change.isMove && change.importing === undefined;
        if (isPlain)
            plan.unchanged += 1;
        else
            plan.changes.push(change);
    });
}
function readDeferred({ plan, scanner, secrets }) {
    if (!scanner.isList())
        return;
    scanner.list(() => {
        let reason;
        let change;
        if (!scanner.isObject())
            return;
        scanner.object((key) => {
            if (key === "reason")
                reason = (0,plan_change/* textOf */.b6)(scanner.take());
            else if (key === "resource_change" && scanner.isObject())
                change = (0,plan_change/* readResourceChange */.D$)(scanner, secrets);
        });
        if (change !== undefined)
            plan.deferred.push({ ...change, deferredReason: reason ?? "unknown" });
    });
}
function readOutputs({ plan, scanner, secrets }) {
    if (!scanner.isObject())
        return;
    scanner.object((name) => {
        const change = scanner.take();
        const body = (0,plan_change/* changeBody */.VK)(change);
        (0,lib_secrets/* collectSecrets */.qb)(body.before, body.beforeSensitive, secrets);
        (0,lib_secrets/* collectSecrets */.qb)(body.after, body.afterSensitive, secrets);
        const actions = (0,plan_change/* actionsOf */.Ro)((0,json_value/* member */.Dc)(change, "actions"));
        const kind = (0,plan_change/* changeKind */.P0)(actions);
        if (kind !== "no-op")
            plan.outputs.push({ name, kind, actions, body });
    });
}
/** A checkable object has one result for each of its instances, and one for all when none was expanded. */
function readChecks({ plan, scanner }) {
    const checks = scanner.take();
    for (const check of Array.isArray(checks) ? checks : []) {
        const instances = (0,json_value/* member */.Dc)(check, "instances");
        const results = Array.isArray(instances) && instances.length > 0 ? instances : [check];
        for (const result of results)
            plan.checks.push(checkOf(check, result));
    }
}
function checkOf(check, result) {
    const address = (0,json_value/* member */.Dc)(check, "address");
    const problems = (0,json_value/* member */.Dc)(result, "problems");
    return {
        address: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)((0,json_value/* member */.Dc)(result, "address"), "to_display") ?? (0,json_value/* member */.Dc)(address, "to_display")) ?? "",
        kind: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(address, "kind")) ?? "",
        status: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(result, "status")) ?? "unknown",
        problems: (Array.isArray(problems) ? problems : []).map((problem) => (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(problem, "message")) ?? ""),
    };
}
/** Action invocations (`{"address": …, "lifecycle_action_trigger": …}`, or inside `action_invocation` with a reason). */
function readOthers({ plan, scanner, secrets }, key) {
    const add = (name) => {
        const offset = scanner.offset;
        const value = scanner.take();
        plan.other.push(otherOf(key, name, value, { offset, length: scanner.offset - offset }));
        const action = (0,json_value/* member */.Dc)(value, "action_invocation") ?? value;
        (0,lib_secrets/* collectSecrets */.qb)((0,json_value/* member */.Dc)(action, "config_values"), (0,json_value/* member */.Dc)(action, "config_sensitive"), secrets);
    };
    if (scanner.isList())
        scanner.list(() => add(undefined));
    else if (scanner.isObject())
        scanner.object(add);
}
function otherOf(key, name, value, span) {
    const action = (0,json_value/* member */.Dc)(value, "action_invocation") ?? (0,json_value/* member */.Dc)(value, "resource_change") ?? value;
    const trigger = (0,json_value/* member */.Dc)(action, "lifecycle_action_trigger");
    const cause = ["action_trigger_event", "triggering_resource_address"].map((part) => (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(trigger, part)));
    const address = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(action, "address")) ?? name;
    const reason = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(value, "reason")) ?? ((0,json_value/* isJsonObject */.OW)(trigger) ? cause.filter(Boolean).join(" ") : undefined);
    return {
        key,
        ...(address === undefined ? {} : { address }),
        ...(reason === undefined ? {} : { reason }),
        span,
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-reader.js
/**
 * Reads a whole plan document (`terraform show -json <plan>`) in one pass, without holding it in memory: what changes,
 * and every value that is flagged sensitive anywhere. It decides nothing and renders nothing.
 */






const REMEDY = "Look at the error of `terraform show -json` in the log; when it has none, report this with the plan's format version.";
/**
 * Reads a plan. `secrets` has every string and number flagged sensitive that can be masked by value (see secrets.ts).
 * Throws a {@link Failure} with reason `plan-failed` for what is no plan, no JSON (with the byte offset), or of a
 * format that is too new.
 */
function readPlan(source, options = {}) {
    const scanner = new json_scan/* JsonScanner */.V(source, options);
    const reading = { scanner, plan: emptyPlan(), secrets: new Set() };
    const keys = new Set();
    readable(source, () => {
        scanner.object((key) => {
            keys.add(key);
            readSection(reading, key);
        });
        scanner.end();
    });
    const { plan, secrets } = reading;
    checkIsPlan(plan, keys);
    for (const name of plan.sensitiveVariables)
        (0,lib_secrets/* collectSecrets */.qb)(plan.variables.get(name), true, secrets);
    return { plan, secrets };
}
/** Reads the values of one change of this document. Throws like {@link readPlan}. */
function readBody(source, change) {
    return readable(source, () => (0,plan_change/* readChangeBody */.Zo)(source, change.span));
}
/** Runs a reading; JSON that cannot be read becomes a {@link Failure} that says where. */
function readable(source, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof json_value/* JsonError */.N3))
            throw error;
        throw new failure/* Failure */.HR({
            reason: "plan-failed",
            what: `The plan's JSON cannot be read: ${error.message} at byte ${error.offset} of ${source.size}.`,
            remedy: REMEDY,
            cause: error,
        });
    }
}
/** A state has a format version too; its values are under `values`, where a plan has sections of its own. */
function checkIsPlan(plan, keys) {
    const isState = keys.has("values") && !keys.has("planned_values");
    if (plan.formatVersion !== "" && !isState)
        return;
    throw new failure/* Failure */.HR({
        reason: "plan-failed",
        what: `The JSON is no terraform plan: ${isState ? "it is a state" : "it has no format_version"}.`,
        remedy: "Give the output of `terraform show -json` for a saved plan file.",
    });
}


/***/ }),

/***/ 2765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   RC: () => (/* binding */ verifyRecord),
/* harmony export */   nr: () => (/* binding */ compareRecord),
/* harmony export */   qM: () => (/* binding */ canonicalRecord),
/* harmony export */   rZ: () => (/* binding */ tampered),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export renderRecord */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7506);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9835);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2598);
/* harmony import */ var _seal_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(427);
/**
 * The record beside a saved plan: what the plan was made of and for, so that an apply can tell whether it still is.
 * With a seal key the record is authenticated; without one it only contradicts. Bytes and texts in, texts out: files,
 * checkouts and states are the action's to compare with.
 */





const NUMBERS = new Set(["schema", "runAttempt"]);
const FIELDS = [
    ...[
        "schema",
        "label",
        "repository",
        "runId",
        "runAttempt",
        "headSha",
        "baseSha",
        "directory",
        "workspace",
    ],
    ...["backendType", "backendHash", "configuration", "lockFile", "terraformVersion", "planSha256"],
    ...["fingerprint", "createdBy"],
];
const MAX_LENGTH = 64 * 1024;
/** Lower-case hex SHA-256 of bytes or of a text's UTF-8. */
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
}
/** The one text of a record, the same for equal records. */
function canonicalRecord(record) {
    return (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(Object.fromEntries(FIELDS.map((field) => [field, record[field]])));
}
/** The record as a file; with a seal key it is sealed. Throws for a key that is too short. */
function renderRecord(record, sealKey = "") {
    const seal = sealKey === "" ? {} : { seal: sealOf(record, sealKey) };
    return renderSealed({ record, ...seal });
}
function renderSealed({ record, seal }) {
    const end = seal === undefined ? "" : `,"seal":${JSON.stringify(seal)}`;
    return `{"record":${canonicalRecord(record)}${end}}\n`;
}
function sealOf(record, sealKey) {
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", (0,_seal_key_js__WEBPACK_IMPORTED_MODULE_2__/* .deriveKey */ .H)(sealKey, "record")).update(canonicalRecord(record)).digest("hex");
    return `hmac-sha256:${mac}`;
}
/** Reads a record's file. A Failure `plan-tampered` for anything but exactly what renderRecord writes. */
function parseRecord(text) {
    const sealed = text.length > MAX_LENGTH ? undefined : read(text);
    if (sealed !== undefined && renderSealed(sealed) === text)
        return sealed;
    throw tampered("The record beside the plan is not as terraform-plan wrote it", "Hand over the plan file and the record that terraform-plan wrote, unchanged, or make the plan again.");
}
function read(text) {
    let json;
    try {
        json = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    }
    catch {
        return undefined;
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(json) || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(json["record"]))
        return undefined;
    const { record, seal } = json;
    for (const field of FIELDS) {
        const value = Object.hasOwn(record, field) ? record[field] : undefined;
        if (typeof value !== (NUMBERS.has(field) ? "number" : "string"))
            return undefined;
    }
    if (record["schema"] !== 1) {
        throw tampered(`The record beside the plan has the form ${(0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(record["schema"])}, this version knows 1`, "Use the same version of terraform-plan and terraform-apply.");
    }
    const known = record;
    return typeof seal === "string" ? { record: known, seal } : { record: known };
}
/**
 * Verifies a record and returns it. With a seal key a missing or wrong seal is `plan-tampered`; without one a sealed
 * record is refused too, since it was meant to be verified.
 */
function verifyRecord({ record, seal }, sealKey = "") {
    if (sealKey === "" && seal === undefined)
        return record;
    if (sealKey === "") {
        throw tampered("The record beside the plan is sealed, but no seal-key was given", "Give the seal-key that terraform-plan had.");
    }
    const expected = Buffer.from(sealOf(record, sealKey));
    const found = Buffer.from(seal ?? "");
    if (found.length === expected.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(found, expected))
        return record;
    throw tampered(seal === undefined
        ? "The record beside the plan has no seal"
        : "The seal of the plan's record is wrong: the record was changed, or sealed with another key", "Make the plan again with the same seal-key, and have it reviewed.");
}
/** The fields of a record that are not as expected, in the record's order. Fields that are not given are not compared. */
function compareRecord(record, expected) {
    return FIELDS.filter((field) => expected[field] !== undefined && expected[field] !== record[field]).map((field) => {
        return { field, expected: String(expected[field]), found: String(record[field]) };
    });
}
/** The Failure for a plan or record that is not what it should be. */
function tampered(what, remedy) {
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({ reason: "plan-tampered", what, remedy });
}


/***/ }),

/***/ 997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ checkPlan),
/* harmony export */   PX: () => (/* binding */ NONCE_LENGTH),
/* harmony export */   ap: () => (/* binding */ isSealedPlan),
/* harmony export */   uD: () => (/* binding */ openPlan)
/* harmony export */ });
/* unused harmony export sealPlan */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2765);
/* harmony import */ var _seal_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(427);
/**
 * The plan file under lock: encrypted and authenticated together with its record (AES-256-GCM, the record as additional
 * data), so that one changed byte in either opens nothing. Bytes in, bytes out; the nonce comes from outside.
 * Layout: 8 bytes magic with the version, 12 bytes nonce, the ciphertext, 16 bytes tag.
 */



const MAGIC = new TextEncoder().encode("HRPLAN1\n");
const CIPHER = "aes-256-gcm";
const TAG = 16;
/** How long a nonce is: 96 random bits, never used twice with one key. */
const NONCE_LENGTH = 12;
/** Whether a file is a sealed plan. A plan of terraform's own begins with `PK` (zip). */
function isSealedPlan(bytes) {
    return Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) === 0;
}
function additionalData(record) {
    return Buffer.concat([MAGIC, Buffer.from((0,_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalRecord */ .qM)(record))]);
}
/** Encrypts a plan file for its record. `nonce` must be fresh random bytes; throws RangeError for another length. */
function sealPlan(plan, record, sealKey, nonce) {
    if (nonce.length !== NONCE_LENGTH)
        throw new RangeError(`A nonce has ${NONCE_LENGTH} bytes, not ${nonce.length}.`);
    const cipher = createCipheriv(CIPHER, deriveKey(sealKey, "encryption"), nonce, { authTagLength: TAG });
    cipher.setAAD(additionalData(record));
    return new Uint8Array(Buffer.concat([MAGIC, nonce, cipher.update(plan), cipher.final(), cipher.getAuthTag()]));
}
/**
 * Decrypts a sealed plan with its (verified) record. A Failure `plan-tampered` when anything is not exactly as it was
 * sealed: the file, the record, or the key.
 */
function openPlan(sealed, record, sealKey) {
    const start = MAGIC.length + NONCE_LENGTH;
    const end = sealed.length - TAG;
    if (!isSealedPlan(sealed) || end < start) {
        throw (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .tampered */ .rZ)("The plan file is not a sealed plan", "Hand over the plan file that terraform-plan wrote with a seal-key.");
    }
    const nonce = sealed.subarray(MAGIC.length, start);
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(CIPHER, (0,_seal_key_js__WEBPACK_IMPORTED_MODULE_2__/* .deriveKey */ .H)(sealKey, "encryption"), nonce, { authTagLength: TAG });
    decipher.setAAD(additionalData(record));
    decipher.setAuthTag(sealed.subarray(end));
    let plan;
    try {
        plan = new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start, end)), decipher.final()]));
    }
    catch {
        throw (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .tampered */ .rZ)("The plan's authentication failed: the plan file or its record was changed, or the seal-key is another one", "Make the plan again with the same seal-key, and have it reviewed.");
    }
    checkPlan(plan, record);
    return plan;
}
/** Compares a plan file in clear with its record. A Failure `plan-tampered` when it is another file. */
function checkPlan(plan, record) {
    if ((0,_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(plan) === record.planSha256)
        return;
    throw (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .tampered */ .rZ)("The plan file is not the one its record was made for", "Hand over the plan file and the record of the same terraform-plan step, unchanged.");
}


/***/ }),

/***/ 9833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vd: () => (/* binding */ flagsWithin),
/* harmony export */   _J: () => (/* binding */ expressionFlags)
/* harmony export */ });
/* unused harmony export constantFlags */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5199);
/**
 * Which parts of a piece of a plan document are flagged as sensitive, as a tree beside it. terraform writes flags in
 * three ways: a sibling (`before` and `before_sensitive`, `values` and `sensitive_values`, `config_values` and
 * `config_sensitive`), `"sensitive": true` beside a value, and in the configuration only for names used elsewhere.
 */


/** What `"sensitive": true` in the same object speaks about. */
const VALUE_KEYS = new Set(["value", "default"]);
/** The flags of a piece that the piece itself names. */
function flagsWithin(piece) {
    if (Array.isArray(piece)) {
        const flags = piece.map(flagsWithin);
        return flags.some(_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt) ? flags : false;
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(piece))
        return false;
    const flags = {};
    const isSensitive = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(piece, "sensitive") === true;
    for (const [key, value] of Object.entries(piece)) {
        const below = flagsBeside(piece, key) ?? flagsWithin(value);
        if (isSensitive && VALUE_KEYS.has(key))
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setMember */ .Nk)(flags, key, true);
        // The type of a sensitive object names its keys.
        else if (isSensitive && key === "type" && typeof value !== "string")
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setMember */ .Nk)(flags, key, true);
        else if (isSensitive && key === "expression")
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setMember */ .Nk)(flags, key, constantFlags(value));
        else if ((0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)(below))
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setMember */ .Nk)(flags, key, below);
    }
    const sides = ["before", "after"].map((key) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(flags, key) ?? false);
    const either = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .eitherFlags */ .Vz)(sides[0] ?? false, sides[1] ?? false);
    return (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)(either) ? { ...flags, before: either, after: either } : flags;
}
function flagsBeside(piece, key) {
    const names = [
        `${key}_sensitive`,
        `sensitive_${key}`,
        ...(key.endsWith("_values") ? [`${key.slice(0, -7)}_sensitive`] : []),
    ];
    const flags = names.map((name) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(piece, name)).find((found) => found !== undefined);
    if (flags === undefined)
        return undefined;
    // Where there is nothing, nothing is secret; a flag there must not count for the other side.
    return piece[key] === null ? false : (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(piece[key], flags);
}
/** Flags for everything that is written literally in an expression of the configuration. */
function constantFlags(expression) {
    if (Array.isArray(expression))
        return expression.map(constantFlags);
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(expression))
        return false;
    const flags = {};
    for (const [key, value] of Object.entries(expression)) {
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setMember */ .Nk)(flags, key, key === "constant_value" ? true : constantFlags(value));
    }
    return flags;
}
/** Flags for the literals in some of the expressions of a resource or a module call. */
function expressionFlags(expressions, names) {
    const flags = {};
    for (const name of names)
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setMember */ .Nk)(flags, name, constantFlags((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(expressions, name)));
    return flags;
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ digestState)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8600);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7506);
/* harmony import */ var _address_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5863);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9835);
/* harmony import */ var _fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8839);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2598);
/* harmony import */ var _plan_change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4748);
/* harmony import */ var _state_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5234);
/**
 * A state in digests, one for each object in it, to tell later which ones moved in between. It holds no value; what is
 * sensitive enters with a key only.
 */







/**
 * Reads what `terraform state pull` prints (version 4; "" without a state). Addresses are redacted, a deposed object's
 * has ` (deposed <key>)` behind it. A Failure `state-unreadable` for anything else.
 */
function digestState(text, options) {
    if (text.trim() === "")
        return { lineage: "", serial: 0, resources: [] };
    const state = parseState(text);
    const key = options.key ?? "";
    const short = (0,_fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigester */ .Cv)((0,_fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digester */ .WF)(key));
    const redact = (0,_fingerprint_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .remembering */ .Mw)(options.redact);
    const masking = key === "" ? { redact } : undefined;
    const resources = [];
    for (const resource of listOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(state, "resources"))) {
        for (const instance of listOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(resource, "instances"))) {
            const deposed = (0,_plan_change_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(instance, "deposed"));
            const address = (0,_address_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .redactKeys */ .i)((0,_state_address_js__WEBPACK_IMPORTED_MODULE_4__/* .instanceAddress */ .w)(resource, instance), redact);
            const shown = `${address}${deposed === undefined ? "" : ` (deposed ${deposed})`}`;
            resources.push([shown, short(instanceText(instance, masking))]);
        }
    }
    resources.sort((one, other) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_5__/* .compareCodeUnits */ .U)(one[0], other[0]) || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_5__/* .compareCodeUnits */ .U)(one[1], other[1]));
    const serial = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(state, "serial");
    return {
        lineage: (0,_plan_change_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(state, "lineage")) ?? "",
        serial: typeof serial === "number" && Number.isSafeInteger(serial) ? serial : 0,
        resources,
    };
}
function parseState(text) {
    const fail = (why, cause) => {
        throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR({
            reason: "state-unreadable",
            what: `The state cannot be read: ${why}.`,
            remedy: "Look at the output of `terraform state pull`; only states of terraform 0.12 and later can be read.",
            cause,
        });
    };
    try {
        const state = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(state) || (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(state, "version") !== 4)
            return fail("it is no state of version 4");
        return state;
    }
    catch (error) {
        if (!(error instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonError */ .N3))
            throw error;
        return fail(`${error.message} at character ${error.offset}`, error);
    }
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** What is noise does not enter: dependencies, the provider's private bytes, and the order of the sensitive paths. */
function instanceText(instance, masking) {
    const value = (name) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(instance, name) ?? null;
    const flags = sensitiveFlags(listOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(instance, "sensitive_attributes")));
    return [
        (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .maskedJson */ .a)([value("schema_version"), value("status")], false, undefined, undefined),
        (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .maskedJson */ .a)(value("attributes"), flags, masking, undefined),
        (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .maskedJson */ .a)([value("attributes_flat"), value("identity")], false, masking, undefined),
    ].join("\n");
}
/** A path with more steps is no attribute's. */
const LONGEST_PATH = 200;
/** The tree of flags for `sensitive_attributes`: a list of paths, each a list of `get_attr` and `index` steps. */
function sensitiveFlags(paths) {
    const root = new FlagNode();
    for (const path of paths) {
        let node = root;
        for (const step of listOf(path).slice(0, LONGEST_PATH)) {
            const value = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(step, "value");
            const name = (0,_plan_change_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(value) ?? (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, "value");
            // Elements of a set have no key that could be followed: the whole set is secret then.
            if (typeof name !== "string" && typeof name !== "number")
                break;
            node = node.child(String(name), typeof name === "number");
        }
        node.isSecret = true;
    }
    return root.flags();
}
class FlagNode {
    isSecret = false;
    #children = new Map();
    #isList = false;
    child(name, isIndex) {
        if (isIndex)
            this.#isList = true;
        const found = this.#children.get(name) ?? new FlagNode();
        this.#children.set(name, found);
        return found;
    }
    /** Index steps make a list with holes filled; where that would be mostly holes, all of it is secret. */
    flags() {
        if (this.isSecret)
            return true;
        if (this.#children.size === 0)
            return false;
        const entries = [...this.#children].map(([name, child]) => [name, child.flags()]);
        if (!this.#isList)
            return Object.fromEntries(entries);
        const indices = entries.map(([name]) => Number(name));
        if (!indices.every((index) => index >= 0 && index < 1000 + 10 * indices.length))
            return true;
        const longest = indices.reduce((one, other) => Math.max(one, other), 0);
        const list = Array.from({ length: longest + 1 }, () => false);
        for (const [name, flags] of entries)
            list[Number(name)] = flags;
        return list;
    }
}


/***/ })

};

