import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ outputs)
/* harmony export */ });
/* unused harmony export inputs */
/**
 * The inputs and outputs of terraform-plan. The inputs are those of every action that plans; action.yml says the same,
 * and a test compares the two.
 */

const inputs = (/* unused pure expression or super */ null && (planInputs));
const outputs = {
    result: { description: "`changes`, `no-changes`, `denied` or `failed`." },
    "failure-reason": { description: "Why the step failed, one word. Empty when it did not." },
    "has-changes": {
        description: "`true` when the plan changes anything: resources, outputs, moves, imports or what is managed.",
    },
    "exit-code": { description: "Terraform's own exit code of `plan -detailed-exitcode`." },
    "to-add": { description: "Number of objects to create." },
    "to-change": { description: "Number of objects to update in place." },
    "to-destroy": { description: "Number of objects to destroy; replacements are not counted here." },
    "to-replace": { description: "Number of objects to replace; each counts once." },
    "to-import": { description: "Number of objects to import." },
    "to-move": { description: "Number of objects that get another address." },
    "to-forget": { description: "Number of objects that Terraform will no longer manage." },
    "output-changes": { description: "Number of root module outputs that change." },
    fingerprint: { description: "A hash over the meaning of the plan. Equal for equal plans." },
    "plan-file": {
        description: "Path of the saved plan; encrypted when `seal-key` is given. It holds the whole state, so treat it as a secret.",
    },
    "plan-json-file": { description: "Path of the plan as JSON, with sensitive values replaced." },
    "result-file": { description: "Path of the result for terraform-report, with sensitive values replaced." },
    "comment-id": { description: "Id of the pull request comment." },
    "comment-url": { description: "Address of the pull request comment." },
    summary: { description: "The plan in one line." },
};


/***/ }),

/***/ 671:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _handrail_planning__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1833);
/* harmony import */ var _handrail_planning__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6632);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9974);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3957);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(8492);
/* harmony import */ var _handrail_terraform_cli__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4309);
/* harmony import */ var _handrail_terraform_cli__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8879);
/* harmony import */ var _handrail_terraform_cli__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5031);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(711);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3941);
/**
 * Wires terraform-plan: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job).
 */






const doors = {
    host: _handrail_runner_host__WEBPACK_IMPORTED_MODULE_2__,
    terraform: { commandFailure: _handrail_terraform_cli__WEBPACK_IMPORTED_MODULE_3__/* .commandFailure */ ._, createTerraform: _handrail_terraform_cli__WEBPACK_IMPORTED_MODULE_4__/* .createTerraform */ .v, openPlanSource: _handrail_terraform_cli__WEBPACK_IMPORTED_MODULE_5__/* .openPlanSource */ .N },
    github: () => __nccwpck_require__.e(/* import() */ 303).then(__nccwpck_require__.bind(__nccwpck_require__, 7303)),
    randomBytes: node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes,
};
function open(host) {
    return (0,_handrail_planning__WEBPACK_IMPORTED_MODULE_6__/* .openStep */ .b)(host, (0,_handrail_planning__WEBPACK_IMPORTED_MODULE_7__/* .readPlanInputs */ .jU)(host.environment), doors, { name: "terraform-plan" });
}
await _handrail_runner_host__WEBPACK_IMPORTED_MODULE_8__/* .runAction */ .C({
    name: "terraform-plan",
    outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputs */ .V,
    main: async (host) => {
        host.saveState("started", String(Math.floor(host.clock.now() / 1000)));
        try {
            return await (0,_run_js__WEBPACK_IMPORTED_MODULE_9__/* .run */ .e)(open(host));
        }
        finally {
            host.saveState("ended", String(!host.cancelled.aborted));
        }
    },
    post: async (host) => {
        if (host.state("ended") === "true" || host.state("pids") === undefined)
            return;
        const { runPost } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(639), __nccwpck_require__.e(669)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3669));
        await runPost(open(host), host, _handrail_runner_host__WEBPACK_IMPORTED_MODULE_10__/* .isProcessRunning */ .D);
    },
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/planning/lib/trust.js
var trust = __nccwpck_require__(6241);
;// CONCATENATED MODULE: ./packages/planning/lib/settle-pull-request.js
/**
 * Settles which pull request is told, and what its commits are. The event knows, unless it is a comment's or another
 * number was given: then GitHub is asked before anything is planned.
 */


/**
 * The step with the pull request as it is now, where the event does not say.
 * @throws Failure `invalid-input` for a comment on a fork's pull request, or when nobody can tell whether it is one
 */
async function settlePullRequest(step) {
    const { context, pullRequest, deps, inputs } = step;
    const isKnown = context.pullRequest?.number === pullRequest && (context.pullRequest?.headSha ?? "") !== "";
    if (pullRequest === undefined || isKnown)
        return step;
    const isComment = context.eventName === "issue_comment";
    if (inputs["github-token"] === "" && !isComment)
        return step;
    try {
        const github = await deps.github();
        const found = await github.pullRequest(context.owner, context.repo, pullRequest);
        (0,trust/* requireTrusted */.r)({ eventName: context.eventName, isUntrusted: isComment && found.isFork });
        return { ...step, context: { ...context, pullRequest: found } };
    }
    catch (thrown) {
        const failure = (0,lib_failure/* toFailure */.w2)(thrown);
        if (failure.reason === "invalid-input")
            throw failure;
        if (!isComment) {
            deps.host.log.info(`The commits of pull request ${pullRequest} are not known: ${failure.what}`);
            return step;
        }
        throw new lib_failure/* Failure */.HR({
            reason: "invalid-input",
            what: `Nobody can tell whether pull request ${pullRequest} comes from a fork: ${failure.what}`,
            remedy: "Give the job pull-requests: read. Nothing was started.",
            cause: thrown,
        });
    }
}

;// CONCATENATED MODULE: ./packages/planning/lib/read-guardrails.js
/**
 * Reads the guardrails of the checkout. The YAML parser is loaded only when there is a file to parse.
 */

const defaultConfig = ".github/handrail.yml";
/** @throws Failure `invalid-input` when the file is wrong, or named and not there */
async function readGuardrails({ inputs, target, deps }) {
    const text = deps.files.readText(`${target.workspacePath}/${inputs.config}`);
    if (text !== undefined) {
        const { parseHandrailFile } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(389)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6389));
        return parseHandrailFile(text, inputs.config).guardrails;
    }
    if (inputs.config === defaultConfig)
        return [];
    throw new lib_failure/* Failure */.HR({
        reason: "invalid-input",
        what: `There is no file ${inputs.config}, which \`config\` names`,
        remedy: "Correct `config`, or check the repository out before this step.",
    });
}

;// CONCATENATED MODULE: ./packages/planning/lib/ask-github.js
/**
 * What the plan asks of GitHub while terraform runs. Nothing here can fail a plan: what cannot be known is unknown.
 */

/** Starts asking. Without a pull request nothing is asked and no client is loaded. */
function askGitHub({ context, inputs, pullRequest, deps }) {
    let loading;
    const client = () => (loading ??= deps.github());
    if (pullRequest === undefined || inputs["github-token"] === "") {
        return { client, labels: () => Promise.resolve(undefined), changedFiles: () => Promise.resolve(undefined) };
    }
    const { owner, repo } = context;
    const changedFiles = orElse(async () => (await client()).changedFiles(owner, repo, pullRequest), undefined, (why) => deps.host.log.debug(`The files of the pull request are not known: ${why}`));
    return {
        client,
        changedFiles: () => changedFiles,
        labels: () => orElse(async () => (await (await client()).pullRequest(owner, repo, pullRequest)).labels, undefined, (why) => deps.host.log.info(`The labels of the pull request are not known: ${why}`)),
    };
}
async function orElse(ask, otherwise, tell) {
    try {
        return await ask();
    }
    catch (thrown) {
        tell((0,lib_failure/* toFailure */.w2)(thrown).what);
        return otherwise;
    }
}

// EXTERNAL MODULE: ./packages/planning/lib/plan-names.js
var plan_names = __nccwpck_require__(4661);
// EXTERNAL MODULE: ./packages/terraform/lib/diagnostics.js
var diagnostics = __nccwpck_require__(1618);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __nccwpck_require__(8600);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-scan.js + 1 modules
var hcl_scan = __nccwpck_require__(4055);
;// CONCATENATED MODULE: ./packages/terraform/lib/configuration.js
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
    return [...digests].sort(([one], [other]) => (0,text_order/* compareCodeUnits */.U)(one, other));
}
/** 64 hex digits over all files, in any order. */
function hashConfiguration(files) {
    return hashDigests(configurationDigests(files));
}
/** The same of digests that are there already, as `configurationDigests` gives them. */
function hashDigests(digests) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update("handrail configuration 1\n");
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
    return `bytes ${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
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
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
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
    for (const token of (0,hcl_scan/* scanHcl */.J)(text)) {
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

;// CONCATENATED MODULE: ./packages/planning/lib/make-plan.js
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
        made.failure = (0,lib_failure/* toFailure */.w2)(thrown);
    }
    made.diagnostics = (0,diagnostics/* orderDiagnostics */.LR)(made.diagnostics);
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
        throw new lib_failure/* Failure */.HR({
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
        lookAtConfiguration(terraform, made).then(() => undefined, lib_failure/* toFailure */.w2),
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
        made.failure ??= (0,lib_failure/* toFailure */.w2)(thrown);
    }
}
/** A plan that nobody can look at must not pass for one that was looked at. */
function missingPlan(exitCode) {
    return new lib_failure/* Failure */.HR({
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
    made.files = configurationDigests(files);
    made.configuration = hashDigests(made.files);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __nccwpck_require__(7412);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __nccwpck_require__(2598);
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

;// CONCATENATED MODULE: ./actions/terraform-plan/lib/run.js

/** Plans the target and tells everybody. Resolves with what the step says, also when the plan failed. */
async function run(given) {
    const step = await settlePullRequest(given);
    const { inputs, target, deps } = step;
    const rules = await readGuardrails(step);
    const asked = askGitHub(step);
    const concluding = Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(435), __nccwpck_require__.e(639), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2846));
    const planFile = `${target.privateDirectory}/${plan_names/* planName */.V}`;
    const documentFile = `${target.privateDirectory}/${plan_names/* documentName */.B}`;
    const workspace = deps.terraform.selectedWorkspace();
    const making = makePlan({ ...deps, inputs, directory: target.directory, workspace, planFile, documentFile });
    // The first command has started, and has not said a word yet.
    hideKnownSecrets(step);
    const made = await making;
    const { conclude } = await concluding;
    return conclude(step, { rules, asked, made, planFile, documentFile });
}


/***/ }),

/***/ 2943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _8: () => (/* binding */ readMessage),
/* harmony export */   tU: () => (/* binding */ readSha)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9404);
/**
 * Reads webhook events and API answers of GitHub. A wrong type reads as absent. Nothing here throws.
 */


/** GitHub's words in an error: its message, and what it says of each field. */
function readMessage(error) {
    const details = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(error, "errors").map((each) => {
        const names = ["resource", "field", "code"].map((name) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(each, name)).filter((name) => name !== "");
        return typeof each === "string" ? each : (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(each, "message") || names.join(" ");
    });
    const said = details.filter((each) => each !== "").join("; ");
    return [(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(error, "message"), said].filter((each) => each !== "").join(": ");
}
/** A full commit hash in lower case (SHA-1 or SHA-256); anything else is "". */
function readSha(value, ...path) {
    const text = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, ...path);
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : "";
}


/***/ }),

/***/ 9662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xy: () => (/* binding */ parseLabels),
/* harmony export */   ve: () => (/* binding */ isSameRepository),
/* harmony export */   yA: () => (/* binding */ parsePullRequest)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2943);
/**
 * A pull request, as events and the API describe it. Whose branch it is decides what may be trusted, so everything that
 * is missing or malformed counts as a fork's.
 */

/** Whether two repository objects are known and the same, by id where both have one. */
function isSameRepository(a, b) {
    const [idA, idB] = [(0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(a, "id"), (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(b, "id")];
    if (idA !== undefined && idB !== undefined)
        return idA === idB;
    const name = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(a, "full_name").toLowerCase();
    return name !== "" && name === (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(b, "full_name").toLowerCase();
}
/** Reads the `pull_request` of an event or the API's answer; undefined when it has no number. */
function parsePullRequest(pullRequest) {
    const number = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(pullRequest, "number");
    if (number === undefined)
        return undefined;
    const [title, url] = [(0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "title"), (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "html_url")];
    const author = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "user", "login");
    // Lists of pull requests have `merged_at` but no `merged`.
    const isMerged = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(pullRequest, "merged") === true || (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "merged_at") !== "";
    return {
        number,
        headSha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(pullRequest, "head", "sha"),
        headRef: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "head", "ref"),
        baseSha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(pullRequest, "base", "sha"),
        baseRef: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "base", "ref"),
        isFork: !isSameRepository((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(pullRequest, "head", "repo"), (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(pullRequest, "base", "repo")),
        labels: parseLabels((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(pullRequest, "labels")),
        ...(title === "" ? {} : { title }),
        ...(url === "" ? {} : { url }),
        isClosed: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(pullRequest, "state") === "closed",
        isMerged,
        mergeCommitSha: isMerged ? (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(pullRequest, "merge_commit_sha") : "",
        ...(author === "" ? {} : { author }),
    };
}
/** Names of labels; the API gives objects, some endpoints plain texts. */
function parseLabels(labels) {
    return (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(labels)
        .map((label) => (typeof label === "string" ? label : (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(label, "name")))
        .filter((name) => name !== "");
}


/***/ }),

/***/ 6632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jU: () => (/* binding */ readPlanInputs)
});

// UNUSED EXPORTS: planInputProblems, planInputs

// EXTERNAL MODULE: ./packages/runner/lib/paths.js
var paths = __nccwpck_require__(8300);
// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __nccwpck_require__(1933);
;// CONCATENATED MODULE: ./packages/runner/lib/input-kinds.js
/**
 * The kinds of input an action can declare: text, lines, flags, numbers, durations, choices, secrets, directories.
 * Each gives a Declaration; reading them is in inputs.ts.
 */


const DEFAULT_MAX_LENGTH = 1_048_576;
function checkText(text, rules) {
    if (text.length > (rules.maxLength ?? DEFAULT_MAX_LENGTH))
        throw new RangeError("too long");
    const problem = rules.check?.(text);
    if (problem !== undefined)
        throw new RangeError(problem);
    // A pattern with the g or y flag would remember where it stopped.
    if (rules.pattern !== undefined && text.search(rules.pattern) === -1)
        throw new RangeError("");
}
function declare(kind, options, rest) {
    return {
        kind,
        description: options.description,
        ...(rest.default === undefined ? {} : { default: rest.default }),
        isRequired: options.required ?? false,
        isSecret: rest.isSecret ?? false,
        accepts: rest.accepts,
        read: rest.read,
    };
}
/** A text on as many lines as it has. An empty one is checked against the rules only when a default says that it is never empty. */
function input_kinds_text(options) {
    return declare("text", options, {
        default: options.default,
        accepts: options.accepts ?? (options.pattern === undefined ? "a text" : `a text that matches ${String(options.pattern)}`),
        read: (given) => {
            const mayBeEmpty = options.default === undefined || options.default === "" || options.default.includes("${{");
            if (given !== "" || !mayBeEmpty)
                checkText(given, options);
            return given;
        },
    });
}
/** A list, one item a line, blank lines ignored, white space around items removed (kept with `verbatim`, for argv). */
function lines(options) {
    return declare("lines", options, {
        default: options.default,
        accepts: options.accepts ?? "one item a line",
        read: (given) => {
            const found = given.split(/\r\n|[\r\n]/).map((line) => (options.verbatim === true ? line : line.trim()));
            const items = found.filter((line) => line.trim() !== "");
            if (options.max !== undefined && items.length > options.max)
                throw new RangeError(`more than ${options.max} items`);
            for (const item of items)
                checkText(item, options);
            return items;
        },
    });
}
const FLAG_VALUES = new Map([
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ["false", false],
    ["False", false],
    ["FALSE", false],
]);
/** A boolean of the YAML 1.2 core schema, exactly the six words of the official toolkit's getBooleanInput. */
function flag(options) {
    return declare("flag", options, {
        default: String(options.default ?? false),
        accepts: "true, True, TRUE, false, False or FALSE",
        read: (given) => {
            const value = FLAG_VALUES.get(given);
            if (value === undefined)
                throw new RangeError("");
            return value;
        },
    });
}
const MAX_INTEGER = 2_147_483_647;
/** A whole decimal number without sign (but `-`), exponent or leading zeros. Empty is the default, or undefined without one. */
function integer(options) {
    const [min, max] = [options.min ?? 0, options.max ?? MAX_INTEGER];
    return declare("integer", options, {
        default: options.default === undefined ? undefined : String(options.default),
        accepts: `a whole number from ${min} to ${max}`,
        read: (given) => {
            if (given === "")
                return options.default;
            const value = /^-?(?:0|[1-9]\d{0,14})$/.test(given) ? Number(given) : Number.NaN;
            if (!(value >= min && value <= max))
                throw new RangeError("");
            return value === 0 ? 0 : value;
        },
    });
}
/** A duration such as `1h30m`, in milliseconds. Empty is the default, or undefined without one. */
function duration(options) {
    const min = options.min === undefined ? 0 : (0,durations/* parseDuration */.E9)(options.min);
    const max = options.max === undefined ? Number.POSITIVE_INFINITY : (0,durations/* parseDuration */.E9)(options.max);
    const bounds = `${min > 0 ? `, at least ${(0,durations/* formatDuration */.a3)(min)}` : ""}${max < Number.POSITIVE_INFINITY ? `, at most ${(0,durations/* formatDuration */.a3)(max)}` : ""}`;
    const fallback = options.default === undefined || options.default === "" ? undefined : (0,durations/* parseDuration */.E9)(options.default);
    return declare("duration", options, {
        default: options.default,
        accepts: `${durations/* DURATION_FORM */.ec}${bounds}`,
        read: (given) => {
            if (given === "")
                return fallback;
            const value = (0,durations/* parseDuration */.E9)(given);
            if (value < min || value > max)
                throw new RangeError("");
            return value;
        },
    });
}
/** One of a few words; the first is the default unless another is named. Empty is the default. */
function choice(choices, options) {
    const fallback = options.default ?? choices[0];
    return declare("choice", options, {
        default: fallback,
        accepts: `one of ${choices.filter((word) => word !== "").join(", ")}`,
        read: (given) => {
            const found = given === "" ? fallback : choices.find((word) => word === given);
            if (found === undefined)
                throw new RangeError("");
            return found;
        },
    });
}
/** A secret; "" is none. Its value is never part of a message. The caller masks it. */
function secret(options) {
    return declare("secret", options, {
        default: options.default,
        accepts: "a secret",
        isSecret: true,
        read: (given) => given,
    });
}
/** A directory below the workspace, as text; the host checks where it really is. */
function directory(options) {
    return declare("directory", options, {
        default: options.default,
        accepts: "a relative path inside the workspace",
        read: (given) => {
            const problem = given === "" && (options.default ?? "") === "" ? undefined : (0,paths/* pathProblem */.z)(given);
            if (problem !== undefined)
                throw new RangeError(`it ${problem}`);
            return given;
        },
    });
}
/** The kinds of input. */
const input = { text: input_kinds_text, lines, flag, integer, duration, choice, secret, directory };

// EXTERNAL MODULE: ./packages/runner/lib/inputs.js + 1 modules
var inputs = __nccwpck_require__(2032);
// EXTERNAL MODULE: ./packages/terraform/lib/address.js
var address = __nccwpck_require__(1418);
// EXTERNAL MODULE: ./packages/terraform/lib/seal-key.js
var seal_key = __nccwpck_require__(427);
;// CONCATENATED MODULE: ./packages/planning/lib/inputs.js
/**
 * The inputs of every action that plans, one declaration each, and the rules across them. Each action.yml says the same;
 * tests compare them.
 */


function isAddress(text) {
    const problem = (0,address/* addressProblem */.c)(text);
    return problem === undefined ? undefined : `it ${problem}`;
}
function oneLine(text) {
    return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? "it has a character that cannot be seen" : undefined;
}
function insideWorkspace(text) {
    const problem = (0,paths/* pathProblem */.z)(text);
    return problem === undefined ? undefined : `it ${problem}`;
}
/** What plans, and where: terraform-plan takes these, and terraform-apply takes more beside them. */
const planInputs = {
    "working-directory": input.directory({ description: "The root module, relative to the workspace.", default: "." }),
    label: input.text({
        description: "Names the target in comments; plan and apply of one target share it. Empty means the directory, and the workspace when it is not `default`.",
        check: oneLine,
        maxLength: 200,
    }),
    workspace: input.text({
        description: "The Terraform workspace. Empty means `TF_WORKSPACE`, else the selected one. A name other than `default` must exist.",
        pattern: /^[A-Za-z0-9_.~-]{1,90}$/,
        accepts: "the name of a workspace",
    }),
    "var-files": input.lines({
        description: "Variable files, one a line, relative to the root module.",
        check: oneLine,
        accepts: "paths of files, one a line",
    }),
    variables: input.text({ description: "Variables as HCL text, as in a `.tfvars` file. They win over `var-files`." }),
    "backend-config": input.lines({
        description: "Partial backend configuration as `key=value` lines.",
        pattern: /^[A-Za-z0-9_.-]+=/,
        accepts: "key=value lines",
    }),
    "backend-config-files": input.lines({
        description: "Partial backend configuration files, one a line, relative to the root module.",
        check: oneLine,
        accepts: "paths of files, one a line",
    }),
    targets: input.lines({
        description: "Resource addresses to limit the plan to, one a line.",
        check: isAddress,
        accepts: "resource addresses, one a line",
    }),
    replace: input.lines({
        description: "Resource instance addresses to replace, one a line.",
        check: isAddress,
        accepts: "resource addresses, one a line",
    }),
    destroy: input.flag({ description: "Plan to destroy everything that the root module manages." }),
    "refresh-only": input.flag({ description: "Plan only to bring the state up to date with what exists." }),
    refresh: input.flag({ description: "Read the current state of every object before planning.", default: true }),
    parallelism: input.integer({
        description: "How many operations Terraform runs at once. Empty means Terraform's default.",
        min: 1,
        max: 1000,
    }),
    "lock-timeout": input.duration({
        description: "How long to wait for the state lock, for example `90s`, `5m` or `1h30m`.",
        default: "5m",
        max: "24h",
    }),
    "terraform-path": input.text({
        description: "The Terraform or OpenTofu binary. Empty means the first `terraform` or `tofu` on PATH, where terraform-setup puts it.",
        check: oneLine,
    }),
    config: input.text({
        description: "The file with guardrails and roots. The default file may be absent; a file that you name must exist.",
        default: ".github/handrail.yml",
        check: insideWorkspace,
        accepts: "a relative path inside the workspace",
    }),
    "policy-command": input.lines({
        description: "A command, one argument a line, run without a shell with `PLAN_JSON` set to the path of the redacted plan. An exit code other than 0 denies.",
        verbatim: true,
        accepts: "a command, one argument a line",
    }),
    comment: input.choice(["always", "changes", "never"], {
        description: "When to comment on the pull request: `always`, `changes` (an existing comment is still brought up to date) or `never`.",
    }),
    "pull-request": input.integer({
        description: "The number of the pull request. Empty means the one of the event.",
        min: 1,
    }),
    "seal-key": input.secret({
        description: "A secret of at least 16 characters, better 32 random ones. With it the plan file is encrypted and its record and the comment's marker are authenticated.",
    }),
    "output-directory": input.text({
        description: "Where plan file, redacted plan and result file are written. Empty means a folder of its own under `RUNNER_TEMP`.",
        check: oneLine,
    }),
    "pass-environment": input.lines({
        description: "Names of environment variables that Terraform and the policy command would not see otherwise, one a line.",
        pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
        accepts: "names of environment variables, one a line",
    }),
    "github-token": input.secret({
        description: "Reads the pull request and writes the comment. Needs `pull-requests: write` for that, and nothing when `comment` is `never`.",
        default: "${{ github.token }}",
    }),
};
/** What is wrong with inputs that are fine one by one; empty when nothing is. */
function planInputProblems(values, environment) {
    const problems = [];
    const key = values["seal-key"];
    if (key !== "" && key.length < seal_key/* SHORTEST_SEAL_KEY */.D) {
        problems.push({
            name: "seal-key",
            accepts: `at least ${seal_key/* SHORTEST_SEAL_KEY */.D} characters, for example what \`openssl rand -hex 32\` prints`,
        });
    }
    if (values.destroy && values["refresh-only"]) {
        problems.push({ name: "refresh-only", given: "true", accepts: "false, because destroy is true" });
    }
    if (values["refresh-only"] && !values.refresh) {
        problems.push({ name: "refresh", given: "false", accepts: "true, because refresh-only is true" });
    }
    if (values["refresh-only"] && values.replace.length > 0) {
        problems.push({
            name: "replace",
            given: values.replace.join(" "),
            accepts: "nothing, because refresh-only is true",
        });
    }
    const workspace = environment["TF_WORKSPACE"] ?? "";
    if (values.workspace !== "" && workspace !== "" && values.workspace !== workspace) {
        problems.push({
            name: "workspace",
            given: values.workspace,
            accepts: `what TF_WORKSPACE says (${workspace}), or nothing`,
        });
    }
    return problems;
}
/**
 * Reads the inputs and checks the rules across them.
 * @throws Failure `invalid-input` that names every bad input
 */
function readPlanInputs(environment) {
    const values = (0,inputs/* readInputs */.Ko)(planInputs, environment);
    const problems = planInputProblems(values, environment);
    if (problems.length > 0)
        throw (0,inputs/* inputFailure */.vQ)(problems);
    return values;
}


/***/ }),

/***/ 1833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ openStep)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/proxy.js
var proxy = __nccwpck_require__(6256);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __nccwpck_require__(9404);
// EXTERNAL MODULE: ./packages/github/lib/payload.js
var payload = __nccwpck_require__(2943);
// EXTERNAL MODULE: ./packages/github/lib/pull-request.js
var pull_request = __nccwpck_require__(9662);
;// CONCATENATED MODULE: ./packages/github/lib/context.js
/**
 * Where and why this run happens, from the runner's variables and the event. Everything a decision rests on fails
 * towards "not trusted"; `actor` is for display only, since whoever re-runs a job or pushes last becomes it.
 */



/**
 * Reads the runner's variables and the event (any JSON value, also a missing one).
 * @throws Failure `invalid-input` when one of the server's URLs is not an http(s) URL: a default could send the token elsewhere
 */
function parseContext(environment, event) {
    const text = (name) => (Object.hasOwn(environment, name) ? (environment[name] ?? "") : "");
    const eventName = text("GITHUB_EVENT_NAME");
    const [owner, repo] = parseRepository(text("GITHUB_REPOSITORY")) ??
        parseRepository((0,plain/* readText */.yR)(event, "repository", "full_name")) ?? ["", ""];
    const serverUrl = parseUrl("GITHUB_SERVER_URL", text("GITHUB_SERVER_URL"), "https://github.com");
    const apiUrl = parseUrl("GITHUB_API_URL", text("GITHUB_API_URL"), "https://api.github.com");
    const graphqlUrl = parseUrl("GITHUB_GRAPHQL_URL", text("GITHUB_GRAPHQL_URL"), defaultGraphqlUrl(apiUrl));
    const runId = /^[0-9]{1,20}$/.test(text("GITHUB_RUN_ID")) ? text("GITHUB_RUN_ID") : "";
    const runAttempt = /^[1-9][0-9]{0,5}$/.test(text("GITHUB_RUN_ATTEMPT")) ? Number(text("GITHUB_RUN_ATTEMPT")) : 1;
    const pullRequest = parseEventPullRequest(eventName, event);
    return {
        owner,
        repo,
        sha: text("GITHUB_SHA"),
        ref: text("GITHUB_REF"),
        eventName,
        actor: text("GITHUB_ACTOR"),
        runId,
        runAttempt,
        runUrl: runId === "" || owner === "" ? "" : `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
        serverUrl,
        apiUrl,
        graphqlUrl,
        workflow: text("GITHUB_WORKFLOW"),
        job: text("GITHUB_JOB"),
        ...(pullRequest === undefined ? {} : { pullRequest }),
        isUntrusted: isUntrusted(eventName, event),
    };
}
/** Names as GitHub allows them; anything else would be another path of the API. */
function parseRepository(fullName) {
    const found = /^([A-Za-z0-9_-]{1,100})\/([A-Za-z0-9._-]{1,100})$/.exec(fullName);
    const [, owner, repo] = found ?? [];
    return owner === undefined || repo === undefined || repo === "." || repo === ".." ? undefined : [owner, repo];
}
function parseUrl(name, given, fallback) {
    if (given === "")
        return fallback;
    const url = URL.parse(given);
    if (url === null ||
        !/^https?:$/.test(url.protocol) ||
        url.username !== "" ||
        url.password !== "" ||
        url.search !== "" ||
        url.hash !== "") {
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${name} is not the URL of a GitHub server`,
            remedy: `Set ${name} to something like ${fallback}, or leave it to the runner.`,
        });
    }
    return given.replace(/\/{1,9}$/, "");
}
/** GitHub Enterprise Server has REST below /api/v3 and GraphQL at /api/graphql. */
function defaultGraphqlUrl(apiUrl) {
    return apiUrl.endsWith("/api/v3") ? `${apiUrl.slice(0, -"/v3".length)}/graphql` : `${apiUrl}/graphql`;
}
/** A workflow_run or pull_request_target whose head is not known to be in this repository. */
function isUntrusted(eventName, event) {
    const repository = (0,plain/* read */.LF)(event, "repository");
    if (eventName === "pull_request_target") {
        const base = (0,plain/* read */.LF)(event, "pull_request", "base", "repo") ?? repository;
        return !(0,pull_request/* isSameRepository */.ve)((0,plain/* read */.LF)(event, "pull_request", "head", "repo"), base);
    }
    if (eventName === "workflow_run")
        return !(0,pull_request/* isSameRepository */.ve)((0,plain/* read */.LF)(event, "workflow_run", "head_repository"), repository);
    return false;
}
/** The pull request an event is about. Push, schedule, merge queue and the like have none. */
function parseEventPullRequest(eventName, event) {
    if (/^pull_request(?:_target|_review|_review_comment)?$/.test(eventName))
        return (0,pull_request/* parsePullRequest */.yA)((0,plain/* read */.LF)(event, "pull_request"));
    if (eventName === "issue_comment")
        return parseCommentedPullRequest((0,plain/* read */.LF)(event, "issue"));
    if (eventName === "workflow_run")
        return parseRunPullRequest(event);
    return undefined;
}
/** A comment's event names the pull request but not its branches: they count as a fork's until the API was asked. */
function parseCommentedPullRequest(issue) {
    const number = (0,plain/* readId */.wh)(issue, "number");
    if (number === undefined || typeof (0,plain/* read */.LF)(issue, "pull_request") !== "object" || (0,plain/* read */.LF)(issue, "pull_request") === null)
        return undefined;
    const [title, url] = [(0,plain/* readText */.yR)(issue, "title"), (0,plain/* readText */.yR)(issue, "pull_request", "html_url")];
    const author = (0,plain/* readText */.yR)(issue, "user", "login");
    return {
        number,
        headSha: "",
        headRef: "",
        baseSha: "",
        baseRef: "",
        isFork: true,
        labels: (0,pull_request/* parseLabels */.Xy)((0,plain/* read */.LF)(issue, "labels")),
        ...(title === "" ? {} : { title }),
        ...(url === "" ? {} : { url }),
        isClosed: (0,plain/* readText */.yR)(issue, "state") === "closed",
        isMerged: (0,plain/* readText */.yR)(issue, "pull_request", "merged_at") !== "",
        mergeCommitSha: "",
        ...(author === "" ? {} : { author }),
    };
}
/** The run's first pull request; GitHub lists none for heads in forks. Labels are not part of the event. */
function parseRunPullRequest(event) {
    const first = (0,plain/* read */.LF)(event, "workflow_run", "pull_requests", "0");
    const number = (0,plain/* readId */.wh)(first, "number");
    if (number === undefined)
        return undefined;
    return {
        number,
        headSha: (0,payload/* readSha */.tU)(first, "head", "sha"),
        headRef: (0,plain/* readText */.yR)(first, "head", "ref"),
        baseSha: (0,payload/* readSha */.tU)(first, "base", "sha"),
        baseRef: (0,plain/* readText */.yR)(first, "base", "ref"),
        isFork: !(0,pull_request/* isSameRepository */.ve)((0,plain/* read */.LF)(event, "workflow_run", "head_repository"), (0,plain/* read */.LF)(event, "repository")),
        labels: [],
        isClosed: false,
        isMerged: false,
        mergeCommitSha: "",
    };
}

// EXTERNAL MODULE: ./packages/planning/lib/target.js
var lib_target = __nccwpck_require__(8726);
// EXTERNAL MODULE: ./packages/planning/lib/trust.js
var trust = __nccwpck_require__(6241);
;// CONCATENATED MODULE: ./packages/planning/lib/open-step.js
/**
 * Opens the step of an action that plans: the inputs are read, what follows from them is put together. The doors with
 * effects are handed in by main.ts; nothing is started here.
 */




/** Guardrails and CLI configurations are small; what is larger is something else. */
const textLimit = 1024 * 1024;
/**
 * Opens the step.
 * @throws Failure `invalid-input` for a foreign change, or a directory that is not in the workspace
 */
function openStep(host, inputs, doors, options) {
    const { environment, log } = host;
    const secrets = [inputs["seal-key"], inputs["github-token"], ...(0,proxy/* proxySecrets */.Wm)(environment)];
    for (const secret of secrets)
        if (secret !== "")
            host.mask(secret);
    const context = parseContext(environment, host.readEvent());
    (0,trust/* requireTrusted */.r)(context);
    const workspacePath = environment["GITHUB_WORKSPACE"] ?? (0,external_node_path_.resolve)(".");
    const directory = doors.host.openDirectory(workspacePath, inputs["working-directory"]);
    const temporaryDirectory = host.state("private") ?? host.temporaryDirectory(options.name);
    host.saveState("private", temporaryDirectory);
    const named = (0,lib_target/* namedOutputDirectory */.y$)(inputs["output-directory"], workspacePath);
    const roots = [workspacePath, environment["RUNNER_TEMP"] ?? ""];
    const target = {
        directory: (0,lib_target/* normaliseDirectory */.y2)(inputs["working-directory"]),
        path: directory.path,
        workspacePath,
        outputDirectory: named === undefined ? temporaryDirectory : doors.host.makeDirectoryInside(named, roots, "output-directory"),
        privateDirectory: temporaryDirectory,
        environment: doors.host.childEnvironment(environment, inputs["pass-environment"]),
    };
    const exec = guardedExec(host, () => directory.verify());
    const terraform = doors.terraform.createTerraform({
        exec,
        path: terraformPath(inputs["terraform-path"], target, doors),
        directory: directory.path,
        environment: target.environment,
        log,
        temporaryDirectory,
        workspace: inputs.workspace,
        ...(options.onEvent === undefined ? {} : { onEvent: options.onEvent }),
    });
    return {
        inputs,
        context,
        target,
        pullRequest: inputs["pull-request"] ?? context.pullRequest?.number,
        deps: {
            terraform,
            failureOf: doors.terraform.commandFailure,
            github: githubOf(host, context, inputs["github-token"], doors),
            exec,
            files: filesOf(doors),
            randomBytes: (length) => doors.randomBytes(length),
            host,
        },
    };
}
/** Starts nothing in a directory that was replaced, and keeps for the post step what is running. */
function guardedExec(host, verify) {
    const running = new Set();
    return async (command, args, options) => {
        verify();
        let started = 0;
        const onStart = (pid) => {
            started = pid;
            host.saveState("pids", [...running.add(pid)].join(" "));
            options.onStart?.(pid);
        };
        return host.exec(command, args, { ...options, onStart }).finally(() => running.delete(started));
    };
}
function terraformPath(given, target, doors) {
    const installed = doors.host.findProgram(["terraform", "tofu"], target.environment["PATH"] ?? "") ?? "terraform";
    const path = given === "" ? installed : given;
    return path.includes("/") ? (0,external_node_path_.resolve)(target.workspacePath, path) : path;
}
/** One client for the whole step: it knows who it is, and keeps its calls apart. */
function githubOf(host, context, token, doors) {
    let loading;
    const load = async () => {
        const { createClient } = await doors.github();
        const { apiUrl, graphqlUrl } = context;
        const { clock, log, environment } = host;
        return createClient({ token, apiUrl, graphqlUrl, clock, log, environment, signal: host.cancelled });
    };
    return () => (loading ??= load());
}
function filesOf({ host, terraform }) {
    return {
        readText: (file) => host.readTextFile(file, textLimit),
        list: (path) => host.listFiles(path),
        readBytes: (path) => host.readBinaryFile(path),
        openPlan: (path) => terraform.openPlanSource(path),
        write: (path, chunks) => host.writeFileChunks(path, chunks),
        remove: (path) => host.removeFile(path),
    };
}


/***/ }),

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ documentName),
/* harmony export */   V: () => (/* binding */ planName)
/* harmony export */ });
/**
 * The names of what is in clear in the private folder, until the step is over. The post step removes them, too.
 */
/** The plan as terraform saves it. */
const planName = "plan.tfplan";
/** The plan as terraform shows it: every value in clear. */
const documentName = "plan-document.json";


/***/ }),

/***/ 8726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   y$: () => (/* binding */ namedOutputDirectory),
/* harmony export */   y2: () => (/* binding */ normaliseDirectory)
/* harmony export */ });
/* unused harmony export defaultLabel */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/**
 * What is planned, and where things are. Pure.
 */

/**
 * The label when none is given: the directory, and the workspace when it is not `default`.
 * @param directory relative to the workspace, `.` for its root
 */
function defaultLabel(directory, workspace) {
    return workspace === "default" || workspace === "" ? directory : `${directory} (${workspace})`;
}
/** The label that the input gives, else the default one. */
function labelOf(given, directory, workspace) {
    return given === "" ? defaultLabel(directory, workspace) : given;
}
/** The directory in the one way in which labels, links and GitHub's lists of files write it. */
function normaliseDirectory(given) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(given).replace(/(?<=.)\/$/, "");
    return path === "" ? "." : path;
}
/**
 * The absolute path that the input names; undefined when it names none.
 * @param given the input: empty, absolute, or relative to the workspace
 */
function namedOutputDirectory(given, workspacePath) {
    return given === "" ? undefined : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workspacePath, given);
}


/***/ }),

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ requireTrusted)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7506);
/**
 * Whether a run may plan at all. Pure.
 */

/**
 * Refuses to plan a stranger's change with this repository's secrets: planning runs code of the change (providers,
 * modules, external data sources). Call it before a file of the checkout is read.
 * @throws Failure `invalid-input`
 */
function requireTrusted(context) {
    if (!context.isUntrusted)
        return;
    throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `A change from a fork is not planned on ${context.eventName}: its code would run with this repository's secrets`,
        remedy: "Plan changes from forks on pull_request, where they get no secrets. Nothing was started.",
    });
}


/***/ }),

/***/ 9680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderCommand),
/* harmony export */   o: () => (/* binding */ neutraliseText)
/* harmony export */ });
/**
 * Workflow commands as the runner (2.336) reads them from a step's output: rendering our own, and making sure that no
 * text from outside is one. Parser rules: actions/runner src/Runner.Common/ActionCommand.cs.
 */
/** Everything a message may not contain raw. `%` comes first: the runner decodes it last. */
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** One workflow command without its line end. Properties that are undefined, empty or 0 are left out: nothing is on line 0. */
function renderCommand(name, properties, message) {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "" && value !== 0);
    const text = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
    return `::${name}${text === "" ? "" : ` ${text}`}::${escapeData(message)}`;
}
/**
 * Characters that change how text looks without being seen: controls (C0, C1), format characters (bidi, zero width,
 * tags), other ignorable ones, line and paragraph separators, halves of a surrogate pair. TAB and LF stay.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** An emoji and the mark that says "in colour": kept together, terraform and our own texts use them. */
const isPictograph = (before) => /\p{Extended_Pictographic}$/u.test(before);
function escapeCharacter(character, offset, text) {
    if (character === "\uFE0F" && isPictograph(text.slice(Math.max(0, offset - 2), offset)))
        return character;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
/**
 * A line that begins with `::` after the white space that .NET's TrimStart removes. NEL, the separators and the byte
 * order mark are not in the list: they are shown as escapes before.
 */
const COMMAND_START = /^([\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*)::/gm;
/**
 * Text that the runner shows and never obeys, whatever it contains. Line ends become LF (a lone CR ends a line for the
 * runner, too); what cannot be seen becomes `\u{…}`; `::` at the start of a line becomes `\::` and `##[` anywhere becomes
 * `##\[`. The backslash is the sign everybody reads as "not special here"; taking it away gives the text back.
 */
function neutraliseText(text) {
    return text
        .replaceAll(/\r\n?/g, "\n")
        .replaceAll(INVISIBLE, escapeCharacter)
        .replaceAll(COMMAND_START, String.raw `$1\::`)
        .replaceAll("##[", String.raw `##\[`);
}


/***/ }),

/***/ 1933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   ec: () => (/* binding */ DURATION_FORM)
/* harmony export */ });
/**
 * Durations as inputs write them: `90s`, `10m`, `1h30m`. Milliseconds inside, this text outside.
 */
const UNITS = [
    ["h", 3_600_000],
    ["m", 60_000],
    ["s", 1000],
];
/** What a duration looks like, for messages and tables. */
const DURATION_FORM = "a duration such as 90s, 10m or 1h30m";
/** A job lives 35 days at most (shared limit of GitHub's runs); nothing longer can be meant. */
const MAX_HOURS = 35 * 24;
/**
 * Milliseconds of a text like `1h30m`: whole hours, minutes and seconds in this order, each at most once.
 * Throws a RangeError that says what is accepted.
 */
function parseDuration(text) {
    const match = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
    if (match === null || text === "")
        throw new RangeError(`not ${DURATION_FORM}`);
    let total = 0;
    for (const [index, [, size]] of UNITS.entries())
        total += Number(match[index + 1] ?? 0) * size;
    if (total > MAX_HOURS * 3_600_000)
        throw new RangeError(`longer than ${MAX_HOURS}h`);
    return total;
}
/** The text of a duration in milliseconds, rounded to whole seconds: 5400000 is "1h30m", 90000 is "1m30s", 0 is "0s". */
function formatDuration(ms) {
    let rest = Math.max(0, Math.round(ms / 1000)) * 1000;
    let text = "";
    for (const [name, size] of UNITS) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            text += `${count}${name}`;
    }
    return text === "" ? "0s" : text;
}


/***/ }),

/***/ 7506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   bJ: () => (/* binding */ isError),
/* harmony export */   w2: () => (/* binding */ toFailure)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/**
 * The one type of error that users meet: what happened and why, and what to do about it.
 * Nothing here prints or exits; the host's runAction does.
 */

/** An error with everything the error annotation and the outputs need. */
class Failure extends Error {
    reason;
    what;
    remedy;
    result;
    location;
    constructor(facts) {
        super(`${facts.what}\n${facts.remedy}`, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = "Failure";
        this.reason = facts.reason;
        this.what = facts.what;
        this.remedy = facts.remedy;
        this.result = facts.result ?? "failed";
        if (facts.location !== undefined)
            this.location = facts.location;
    }
}
/** Whether a value is an error object. An error of another realm (node's own, seen from a test's context) is not `instanceof Error`. */
function isError(value) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(value) || value instanceof Error;
}
/** The code of a system error, such as ENOENT; undefined for anything else. */
function errorCode(value) {
    return isError(value) && "code" in value && typeof value.code === "string" ? value.code : undefined;
}
const REMEDY_FOR_UNKNOWN = "This is a defect of the action, not of your workflow: run the job again with debug logging for the stack, and report it.";
/** Errors of the machine that a user can mend, by their system error code. */
const MACHINE_ERRORS = new Map([
    ["ENOSPC", { what: "The disk is full", remedy: "Free space on the runner, then run the job again." }],
    ["EDQUOT", { what: "The disk quota is used up", remedy: "Free space on the runner, then run the job again." }],
    ["EMFILE", { what: "Too many files are open", remedy: "Raise the runner's limit of open files (ulimit -n)." }],
    ["ENOMEM", { what: "The machine has no memory left", remedy: "Use a runner with more memory." }],
    [
        "EROFS",
        { what: "The file system is read-only", remedy: "Let the runner's user write to the workspace and RUNNER_TEMP." },
    ],
]);
/** A short text for anything that can be thrown; never throws itself. */
function describe(thrown) {
    if (isError(thrown))
        return `${thrown.name}: ${thrown.message}`;
    if (typeof thrown === "string")
        return thrown;
    try {
        return `${typeof thrown} ${JSON.stringify(thrown) ?? String(thrown)}`;
    }
    catch {
        return `a value of type ${typeof thrown}`;
    }
}
/** The one door for anything thrown: a Failure stays as it is, an abort is "cancelled", everything else "internal-error". */
function toFailure(thrown) {
    if (thrown instanceof Failure)
        return thrown;
    if (isError(thrown) && thrown.name === "AbortError") {
        return new Failure({
            reason: "cancelled",
            what: "The step was cancelled before it was done",
            remedy: "Run the job again when you want its result.",
            cause: thrown,
        });
    }
    const machine = MACHINE_ERRORS.get(errorCode(thrown) ?? "");
    return new Failure({
        reason: "internal-error",
        what: machine === undefined ? `Unexpected error: ${describe(thrown)}` : `${machine.what}: ${describe(thrown)}`,
        remedy: machine?.remedy ?? REMEDY_FOR_UNKNOWN,
        cause: thrown,
    });
}


/***/ }),

/***/ 9974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  childEnvironment: () => (/* reexport */ childEnvironment),
  copyCheckout: () => (/* reexport */ copyCheckout),
  createHost: () => (/* reexport */ create_host/* createHost */.D),
  createProcessGroup: () => (/* reexport */ createProcessGroup),
  createProcessRunner: () => (/* reexport */ exec/* createProcessRunner */.E),
  findProgram: () => (/* reexport */ findProgram),
  isGroupRunning: () => (/* reexport */ running/* isGroupRunning */.t),
  isProcessRunning: () => (/* reexport */ running/* isProcessRunning */.D),
  listFiles: () => (/* reexport */ listFiles),
  makeDirectoryInside: () => (/* reexport */ makeDirectoryInside),
  makeScratch: () => (/* reexport */ makeScratch),
  openCheckoutFiles: () => (/* reexport */ openCheckoutFiles),
  openCommitFiles: () => (/* reexport */ openCommitFiles),
  openDirectory: () => (/* reexport */ openDirectory),
  openUntrustedFiles: () => (/* reexport */ openUntrustedFiles),
  readBinaryFile: () => (/* reexport */ readBinaryFile),
  readTextFile: () => (/* reexport */ readTextFile),
  removeFile: () => (/* reexport */ removeFile),
  removeFolder: () => (/* reexport */ removeFolder),
  runAction: () => (/* reexport */ run_action/* runAction */.C),
  systemClock: () => (/* reexport */ clock/* systemClock */.m),
  writeFileChunks: () => (/* reexport */ writeFileChunks)
});

;// CONCATENATED MODULE: ./packages/runner/lib/environment.js
/** What of the environment a child process may see. */
/** Inputs, state and everything that lets a process speak to GitHub's services as this job. */
const PREFIXES = ["INPUT_", "STATE_", "ACTIONS_"];
/** Tokens, and the files through which a process could write outputs, state or the environment of later steps. */
const NAMES = new Set([
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "GITHUB_ENTERPRISE_TOKEN",
    "GH_ENTERPRISE_TOKEN",
    "GITHUB_OUTPUT",
    "GITHUB_ENV",
    "GITHUB_PATH",
    "GITHUB_STATE",
    "GITHUB_STEP_SUMMARY",
]);
/**
 * The environment of a child process: everything but inputs, state, tokens and the runner's command files, and of those
 * the ones that `pass` names exactly. What cloud providers and terraform read (AWS_*, GOOGLE_*, ARM_*, TF_*) stays.
 */
function childEnvironment(environment, pass) {
    const named = new Set(pass);
    const given = [];
    for (const [name, value] of Object.entries(environment)) {
        const isHidden = NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
        if (value !== undefined && (!isHidden || named.has(name)))
            given.push([name, value]);
    }
    return Object.fromEntries(given);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./packages/runner/lib/host/checkout-copy-git.js
/**
 * What a copy of a checkout asks git for. Nothing that the repository's own settings name is started but the filters of
 * its files, nothing is fetched, and nothing is written but what is asked for.
 */


/** The repository's own settings name programs (hooks, fsmonitor): none is started, and nothing is fetched. */
const SETTINGS = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "safe.directory=*"].flatMap((one) => ["-c", one]);
const GIT = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" };
/** Runs git in a folder. Rejects with the signal's reason when that ended it. */
async function runGit({ exec, environment, signal }, cwd, args, more) {
    const result = await exec("git", [...SETTINGS, ...args], { ...more, cwd, environment: { ...environment, ...GIT } });
    if (result.cancelled)
        signal.throwIfAborted();
    return result;
}
/**
 * The contents of blobs as they would lie in a checkout, without what git does not have or cannot filter. One process
 * reads those that are filtered, one the others; only where git gives up at one, another goes on behind it.
 * @param cwd in the repository
 * @param scratch a file that is not there; it is made and removed
 */
async function readBlobs(options, cwd, blobs, scratch) {
    const contents = new Map();
    for (const isFiltered of [true, false]) {
        let waiting = blobs.filter(({ path }) => isPath(path) === isFiltered);
        while (waiting.length > 0) {
            const read = await readBatch(options, cwd, { blobs: waiting, isFiltered }, scratch);
            for (const [index, content] of read.entries()) {
                const blob = waiting[index];
                if (blob !== undefined && content !== undefined)
                    contents.set(blob, content);
            }
            waiting = waiting.slice(read.length + 1);
        }
    }
    return contents;
}
/** Whether git can be told it: a line break ends the question, and blanks in front are not seen. */
function isPath(path) {
    return path !== "" && !/^[ \t]|[\r\n]/.test(path);
}
/**
 * The answers up to where git gave up. A size that git told would be the one before the filters, so a question for
 * something that cannot be there marks the end of each answer (https://git-scm.com/docs/git-cat-file#_batch_output).
 */
async function readBatch(options, cwd, { blobs, isFiltered }, scratch) {
    const mark = (0,external_node_crypto_.randomUUID)();
    const questions = blobs.map(({ id, path }) => `${isFiltered ? `${id} ${path}` : id}\n${mark}\n`);
    const args = ["cat-file", "--batch=%(objectname)", ...(isFiltered ? ["--filters"] : [])];
    try {
        await runGit(options, cwd, args, { input: questions.join(""), stdoutFile: scratch, maxCapture: 0 });
        const answers = [];
        const bytes = (0,external_node_fs_.readFileSync)(scratch);
        const missing = `${mark} missing\n`;
        let at = 0;
        for (const { id } of blobs) {
            const end = bytes.indexOf(missing, at);
            if (end < 0)
                break;
            const isThere = bytes.subarray(at, at + id.length + 1).equals(Buffer.from(`${id}\n`));
            answers.push(isThere ? bytes.subarray(at + id.length + 1, end - 1) : undefined);
            at = end + missing.length;
        }
        return answers;
    }
    finally {
        (0,external_node_fs_.rmSync)(scratch, { force: true });
    }
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/commit-files.js
/** Reads the files of a commit that the checkout's git has, without touching the checkout. Nothing is fetched. */



/** Largest file that is read, UTF-16 units. */
const LARGEST = 16 * 1024 * 1024;
const LONGEST_LIST = 64 * 1024 * 1024;
/** Opens them. @returns undefined when git does not have the commit (a shallow checkout) */
async function openCommitFiles(options) {
    const { checkout, commit } = options;
    const git = (args, maxCapture) => runGit(options, checkout, args, { maxCapture });
    const root = options.directory === "." ? "" : `${options.directory.replace(/\/+$/, "")}/`;
    // What may be a branch's name is not asked for, only objects by their id.
    const isThere = /^[0-9a-f]{40}$/.test(commit) && (await git(["cat-file", "-e", `${commit}^{tree}`], 0)).exitCode === 0;
    if (!isThere)
        return undefined;
    const tree = await git(["ls-tree", "-r", "-z", "--name-only", commit], LONGEST_LIST);
    if (tree.exitCode !== 0 || tree.truncated === true)
        throw unread(commit);
    const paths = tree.stdout.split("\0").filter((path) => path.startsWith(root));
    const known = new Set(paths);
    return {
        list: (directory, isDeep = false) => {
            const at = directory === "." || directory === "" ? root : `${root}${directory.replace(/\/+$/, "")}/`;
            const below = paths.filter((path) => path.startsWith(at) && (isDeep || !path.slice(at.length).includes("/")));
            return Promise.resolve(below.map((path) => path.slice(root.length)).sort((a, b) => (a < b ? -1 : 1)));
        },
        read: async (path) => {
            const whole = (0,external_node_path_.join)(root === "" ? "." : root, path);
            if (!known.has(whole))
                return undefined;
            const shown = await git(["cat-file", "blob", `${commit}:${whole}`], LARGEST);
            if (shown.exitCode !== 0 || shown.truncated === true)
                throw unread(`${commit}:${whole}`);
            return shown.stdout;
        },
    };
}
function unread(what) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `git could not read ${what}`,
        remedy: "Check the checkout of the job; actions/checkout with fetch-depth: 0 has all commits.",
    });
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/checkout-files.js
/** Reads the files of a checkout. Links that lead out of it are not followed, and huge files are not read. */



/** Most files that are listed. */
const MOST_FILES = 50_000;
/** Largest file that is read, bytes. */
const checkout_files_LARGEST = 16 * 1024 * 1024;
/** Opens the files of a directory (absolute) inside the workspace (absolute). */
function openCheckoutFiles(root, workspace) {
    const border = external_node_fs_.realpathSync.native(workspace);
    const inside = (path) => {
        const whole = (0,external_node_path_.resolve)(root, path);
        if (!(0,external_node_fs_.existsSync)(whole))
            return undefined;
        const real = external_node_fs_.realpathSync.native(whole);
        return real === border || real.startsWith(`${border}${external_node_path_.sep}`) ? real : undefined;
    };
    return {
        list: (directory, isDeep = false) => Promise.resolve(listBelow(inside, directory, isDeep)),
        read: (path) => {
            const real = inside(path);
            const found = real === undefined ? undefined : (0,external_node_fs_.statSync)(real);
            if (real === undefined || found?.isFile() !== true)
                return Promise.resolve(undefined);
            return found.size > checkout_files_LARGEST ? Promise.reject(tooLarge(path)) : Promise.resolve((0,external_node_fs_.readFileSync)(real, "utf8"));
        },
    };
}
function listBelow(inside, directory, isDeep) {
    const found = [];
    const waiting = [directory === "." ? "" : directory.replace(/\/+$/, "")];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        const real = inside(at === "" ? "." : at);
        if (real === undefined || !(0,external_node_fs_.statSync)(real).isDirectory())
            continue;
        for (const entry of (0,external_node_fs_.readdirSync)(real, { withFileTypes: true })) {
            const path = at === "" ? entry.name : `${at}/${entry.name}`;
            const target = entry.isSymbolicLink() ? inside(path) : (0,external_node_path_.join)(real, entry.name);
            const kind = target === undefined ? undefined : (0,external_node_fs_.statSync)(target, { throwIfNoEntry: false });
            if (kind?.isFile() === true)
                found.push(path);
            // A link to a directory could lead in a circle.
            else if (isDeep && entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules")
                waiting.push(path);
            if (found.length > MOST_FILES)
                throw tooMany(directory);
        }
    }
    return found.sort((a, b) => (a < b ? -1 : 1));
}
function tooLarge(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${path} is larger than ${checkout_files_LARGEST / 1024 / 1024} MiB`,
        remedy: "Name the directory that holds the migrations.",
    });
}
function tooMany(directory) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${directory === "" ? "working-directory" : directory} has more than ${MOST_FILES} files`,
        remedy: "Name the directory that holds the migrations.",
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/paths.js
var paths = __nccwpck_require__(8300);
;// CONCATENATED MODULE: ./packages/runner/lib/host/checkout-copy.js
/**
 * A copy of a checkout, for programs that leave things where they run: the tracked files as the commit has them, and
 * nothing else. The checkout itself is only read. No link in the copy leads out of it.
 */






const LINK = "120000";
const SUBMODULE = "160000";
const checkout_copy_LONGEST_LIST = 256 * 1024 * 1024;
/** How many files are copied before anybody else has a turn. */
const TURN = 200;
/**
 * Copies the tracked files of a checkout as its commit has them: those that were changed since come from git. Files that
 * a sparse checkout leaves out stay out, submodules that are there are copied too. Throws a Failure `not-a-checkout`
 * where git knows no commit.
 */
async function copyCheckout(options) {
    (0,external_node_fs_.mkdirSync)(options.destination, { recursive: true, mode: 0o700 });
    const links = await copyTree(options, options.checkout, options.destination, "HEAD");
    const path = external_node_fs_.realpathSync.native(options.destination);
    for (const link of links)
        if (!isInside((0,external_node_path_.join)(path, link), path))
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(path, link), { force: true });
    return {
        path,
        read: (file) => readFile(placeOf(path, file)),
        write: (file, content) => writeFile(placeOf(path, file), content),
        removeFolder: (folder) => (0,external_node_fs_.rmSync)(placeOf(path, folder), { recursive: true, force: true }),
    };
}
/** Copies one repository, and returns the links in it, relative to the destination. */
async function copyTree(options, from, to, commit) {
    const changed = new Set(await listNames(options, from, [
        "diff-index",
        "-z",
        "--name-only",
        "--relative",
        "--ignore-submodules=all",
        commit,
    ]));
    const entries = (await listNames(options, from, ["ls-tree", "-r", "-z", commit])).flatMap(parseEntry);
    const restored = await readChanged(options, from, entries.filter(({ mode, path }) => mode !== SUBMODULE && changed.has(path)), to);
    const links = [];
    for (const [index, entry] of entries.entries()) {
        if (index % TURN === 0)
            await nextTurn(options.signal);
        const target = (0,external_node_path_.join)(to, entry.path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        if (entry.mode === SUBMODULE) {
            const inner = await copySubmodule(options, (0,external_node_path_.join)(from, entry.path), target, entry.id);
            links.push(...inner.map((link) => (0,external_node_path_.join)(entry.path, link)));
        }
        else if (changed.has(entry.path))
            restoreEntry(restored.get(entry.path), entry, target);
        else
            copyEntry((0,external_node_path_.join)(from, entry.path), target, entry);
        if (entry.mode === LINK)
            links.push(entry.path);
    }
    return links;
}
async function copySubmodule(options, from, to, commit) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(from, ".git")))
        return [];
    // One that is there but not at the commit is like one that is not there: terraform will say what it misses.
    return copyTree(options, from, to, commit).catch((error) => {
        if (error instanceof failure/* Failure */.HR && error.reason === "not-a-checkout")
            return [];
        throw error;
    });
}
async function nextTurn(signal) {
    await new Promise((resolve) => {
        setImmediate(resolve);
    });
    signal.throwIfAborted();
}
async function listNames(options, cwd, args) {
    const { exitCode, stdout, truncated, stderr } = await runGit(options, cwd, args, { maxCapture: checkout_copy_LONGEST_LIST });
    if (exitCode === 0 && truncated !== true)
        return stdout.split("\0").filter((name) => name !== "");
    throw new failure/* Failure */.HR({
        reason: "not-a-checkout",
        what: `git cannot tell which files belong to the commit in ${cwd}`,
        remedy: "Check the repository out with actions/checkout in a step before this one.",
        cause: new Error(stderr),
    });
}
/** `<mode> <type> <id>\t<path>` (https://git-scm.com/docs/git-ls-tree). */
function parseEntry(line) {
    const [, mode, id, path] = /^(\d{6}) [a-z]+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    if (mode === undefined || id === undefined || path === undefined || path.split("/").includes(".."))
        return [];
    return [{ mode, id, path }];
}
/** A file as it lies in the checkout, with what its filters made of it; one that is left out there is left out here. */
function copyEntry(from, to, { mode }) {
    const found = (0,external_node_fs_.lstatSync)(from, { throwIfNoEntry: false });
    if (mode === LINK && found?.isSymbolicLink() === true)
        (0,external_node_fs_.symlinkSync)((0,external_node_fs_.readlinkSync)(from), to);
    if (mode === LINK || found?.isFile() !== true)
        return;
    (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
    (0,external_node_fs_.chmodSync)(to, mode === "100755" ? 0o755 : 0o644);
}
/** What the commit has of files that were changed in the checkout, by path. */
async function readChanged(options, from, entries, to) {
    if (entries.length === 0)
        return new Map();
    const prefix = (await runGit(options, from, ["rev-parse", "--show-prefix"], {})).stdout.replace(/\n$/, "");
    // The attributes of a file are known by its path in the repository; no filter sees a link.
    const blobs = entries.map(({ id, mode, path }) => ({ id, path: mode === LINK ? "" : prefix + path, name: path }));
    (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    const contents = await readBlobs(options, from, blobs, (0,external_node_path_.join)(to, (0,external_node_crypto_.randomUUID)()));
    return new Map(Array.from(contents, ([{ name }, content]) => [name, content]));
}
/** A file that was changed in the checkout, as the commit has it; one that git cannot tell is left out. */
function restoreEntry(content, { mode }, to) {
    if (content === undefined)
        return;
    if (mode === LINK)
        (0,external_node_fs_.symlinkSync)(Buffer.from(content), to);
    else
        (0,external_node_fs_.writeFileSync)(to, content, { flag: "wx", mode: mode === "100755" ? 0o755 : 0o644 });
}
/**
 * Whether a link leads to something in the copy. One that leads nowhere could lead elsewhere tomorrow. The system is asked:
 * Node's own realpath takes the `..` behind a link from the link's name, not from where it leads.
 */
function isInside(link, root) {
    try {
        const real = external_node_fs_.realpathSync.native(link);
        return real === root || real.startsWith(root + external_node_path_.sep);
    }
    catch {
        return false;
    }
}
/** The absolute place of a file or folder below the root; no folder on the way is a link. */
function placeOf(root, path) {
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    let place = root;
    let isFine = (0,paths/* pathProblem */.z)(path) === undefined && !parts.includes("..") && parts.length > 0;
    for (const part of parts.slice(0, -1)) {
        place = (0,external_node_path_.join)(place, part);
        isFine &&= (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false })?.isDirectory() ?? true;
    }
    if (isFine)
        return (0,external_node_path_.join)(root, ...parts);
    throw unusable(path);
}
function readFile(place) {
    const found = (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false });
    if (found?.isSymbolicLink() === true)
        return { link: (0,external_node_fs_.readlinkSync)(place) };
    if (found?.isFile() !== true)
        return undefined;
    return { bytes: (0,external_node_fs_.readFileSync)(place), isExecutable: (found.mode & 0o100) !== 0 };
}
function writeFile(place, content) {
    const found = (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false });
    const link = content !== undefined && "link" in content ? content.link : undefined;
    if (found?.isSymbolicLink() === true && link === (0,external_node_fs_.readlinkSync)(place))
        return;
    if (found !== undefined && !found.isFile())
        throw unusable(place);
    (0,external_node_fs_.rmSync)(place, { force: true });
    if (content === undefined)
        return;
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(place), { recursive: true });
    if ("link" in content)
        (0,external_node_fs_.symlinkSync)(content.link, place);
    else
        (0,external_node_fs_.writeFileSync)(place, content.bytes, { flag: "wx", mode: content.isExecutable ? 0o755 : 0o644 });
}
function unusable(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${JSON.stringify(path)} is not the place of a file in the copy of the checkout`,
        remedy: "A link stands where a file was expected: look at the repository.",
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/host/clock.js
var clock = __nccwpck_require__(3065);
// EXTERNAL MODULE: ./packages/runner/lib/host/create-host.js + 14 modules
var create_host = __nccwpck_require__(7664);
// EXTERNAL MODULE: ./packages/runner/lib/inputs.js + 1 modules
var inputs = __nccwpck_require__(2032);
;// CONCATENATED MODULE: ./packages/runner/lib/host/directory.js
/**
 * A working directory that is really inside the workspace, and still the same one when a process is started in it.
 */





const ACCEPTED = "a directory inside the workspace";
const problemFailure = (name, given, why) => (0,inputs/* inputFailure */.vQ)([{ name, given, accepts: ACCEPTED, why: `it ${why}` }]);
/** The directory's own path, and the workspace's; undefined when it does not exist. */
function resolve(workspace, relative) {
    try {
        return { root: (0,external_node_fs_.realpathSync)(workspace), path: (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(workspace, relative)) };
    }
    catch {
        return undefined;
    }
}
function openFolder(path) {
    try {
        // The last part of a resolved path is no link; if it is one now, it has been put there meanwhile.
        return (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW);
    }
    catch {
        return undefined;
    }
}
function isStillThere(path, descriptor) {
    try {
        const [opened, now] = [(0,external_node_fs_.fstatSync)(descriptor, { bigint: true }), (0,external_node_fs_.statSync)(path, { bigint: true })];
        return (0,external_node_fs_.realpathSync)(path) === path && opened.dev === now.dev && opened.ino === now.ino;
    }
    catch {
        return false;
    }
}
/**
 * Opens a directory given as an input. It is held open, so that its inode cannot be given to another one.
 * Throws a Failure "invalid-input" that names the input when the text or the real place is not acceptable.
 */
function openDirectory(workspace, relative, inputName = "working-directory") {
    const problem = (0,paths/* pathProblem */.z)(relative);
    if (problem !== undefined)
        throw problemFailure(inputName, relative, problem);
    const resolved = resolve(workspace, relative);
    if (resolved === undefined)
        throw problemFailure(inputName, relative, "does not exist");
    const { root, path } = resolved;
    if (path !== root && !path.startsWith(root === external_node_path_.sep ? external_node_path_.sep : root + external_node_path_.sep)) {
        throw problemFailure(inputName, relative, "leads out of the workspace");
    }
    const descriptor = openFolder(path);
    if (descriptor === undefined)
        throw problemFailure(inputName, relative, "is not a directory that can be read");
    return {
        path,
        verify() {
            if (isStillThere(path, descriptor))
                return;
            throw new failure/* Failure */.HR({
                reason: "invalid-input",
                what: `The directory ${relative} was replaced while the step was running`,
                remedy: "Nothing was started in it. Look for the step or process that changes the checkout at the same time.",
            });
        },
        close: () => (0,external_node_fs_.closeSync)(descriptor),
    };
}
/**
 * Makes a directory, and says where it really is. No link on the way may lead out of the roots that it may lie in.
 * @param path absolute, without `..`
 * @throws Failure `invalid-input` that names the input; nothing was made outside of the roots
 */
function makeDirectoryInside(path, roots, inputName) {
    let existing = path;
    while ((0,external_node_fs_.lstatSync)(existing, { throwIfNoEntry: false }) === undefined && (0,external_node_path_.dirname)(existing) !== existing) {
        existing = (0,external_node_path_.dirname)(existing);
    }
    const isInside = roots.some((root) => root !== "" && isBelow(existing, root));
    if (!isInside)
        throw (0,inputs/* inputFailure */.vQ)([{ name: inputName, given: path, accepts: "a directory inside the workspace or RUNNER_TEMP" }]);
    try {
        (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
    }
    catch {
        throw problemFailure(inputName, path, "cannot be made");
    }
    return (0,external_node_fs_.realpathSync)(path);
}
/** Whether an existing path really lies in a root, or is it. */
function isBelow(path, root) {
    try {
        const [real, top] = [(0,external_node_fs_.realpathSync)(path), (0,external_node_fs_.realpathSync)(root)];
        return real === top || real.startsWith(top === external_node_path_.sep ? external_node_path_.sep : top + external_node_path_.sep);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/files.js
/**
 * The files an action reads and writes for itself. Paths are absolute and decided by the caller; what is written may hold
 * secrets, so only this user can read it.
 */



/** Short texts are written together, this many characters at once. */
const TOGETHER = 256 * 1024;
/** Reads a text file; undefined when there is none. Throws a Failure `invalid-input` when it is larger than `limit` bytes. */
function readTextFile(path, limit) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return undefined;
    if (!found.isFile() || found.size > limit) {
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${path} is ${found.isFile() ? `larger than ${limit} bytes` : "not a file"}`,
            remedy: "Name another file, or make it smaller.",
        });
    }
    return (0,external_node_fs_.readFileSync)(path, "utf8");
}
/** The names of the files in a directory, in order; none when it cannot be read. */
function listFiles(path) {
    try {
        const entries = (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
        return entries
            .filter((entry) => !entry.isDirectory())
            .map(({ name }) => name)
            .sort();
    }
    catch {
        return [];
    }
}
/** Reads a whole file; undefined when there is none. */
function readBinaryFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true ? (0,external_node_fs_.readFileSync)(path) : undefined;
}
/** Writes a file of mode 0600 piece by piece, making its folder (0700) and replacing what was there. */
function writeFileChunks(path, chunks) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    (0,external_node_fs_.rmSync)(path, { force: true });
    const file = (0,external_node_fs_.openSync)(path, "wx", 0o600);
    try {
        let waiting = "";
        for (const chunk of chunks) {
            if (typeof chunk === "string")
                waiting += chunk;
            if (typeof chunk === "string" && waiting.length < TOGETHER)
                continue;
            writeWhole(file, Buffer.from(waiting));
            if (typeof chunk !== "string")
                writeWhole(file, chunk);
            waiting = "";
        }
        writeWhole(file, Buffer.from(waiting));
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function writeWhole(file, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(file, bytes, at);
}
/** Removes a file; one that is not there is fine. */
function removeFile(path) {
    (0,external_node_fs_.rmSync)(path, { force: true });
}
/** Removes a folder with all that is in it; one that is not there is fine. Links are removed, not followed. */
function removeFolder(path) {
    (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
}

// EXTERNAL MODULE: ./packages/runner/lib/host/exec.js + 4 modules
var exec = __nccwpck_require__(97);
// EXTERNAL MODULE: ./packages/runner/lib/host/run-action.js + 4 modules
var run_action = __nccwpck_require__(3957);
;// CONCATENATED MODULE: ./packages/runner/lib/host/programs.js
/**
 * Finds programs the way a shell does, so that one can be chosen before it is started.
 */


/** The first of the programs that the folders of `path` hold, in the order of the folders; undefined without any. */
function findProgram(names, path) {
    for (const folder of path.split(":")) {
        for (const name of names)
            if (folder !== "" && isProgram((0,external_node_path_.join)(folder, name)))
                return name;
    }
    return undefined;
}
function isProgram(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/scratch.js
/** A directory that exists while a command runs, readable for this user only: what a tool has to find there can be secret. */



/** Makes the directory below `parent`. Paths that lead out of it, or copies of what is outside of `from`, are a Failure. */
function makeScratch(parent, from, files) {
    const path = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, "handrail-"));
    const remove = () => (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    try {
        for (const [name, content] of Object.entries(files)) {
            const to = insideOf(path, name);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true, mode: 0o700 });
            if ("text" in content)
                (0,external_node_fs_.writeFileSync)(to, content.text, { mode: 0o600, flag: "wx" });
            else
                (0,external_node_fs_.copyFileSync)(realInside(from, content.copyOf), to);
        }
    }
    catch (thrown) {
        remove();
        throw thrown;
    }
    return { path, remove };
}
function insideOf(root, path) {
    const whole = (0,external_node_path_.resolve)(root, path);
    if (whole.startsWith(`${root}${external_node_path_.sep}`))
        return whole;
    throw outside(path);
}
function realInside(root, path) {
    const [border, real] = [external_node_fs_.realpathSync.native(root), external_node_fs_.realpathSync.native((0,external_node_path_.resolve)(root, path))];
    if (real.startsWith(`${border}${external_node_path_.sep}`))
        return real;
    throw outside(path);
}
function outside(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${path} leads out of the directory it belongs to`,
        remedy: "Look at the name of that file, and at links.",
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/host/running.js
var running = __nccwpck_require__(8492);
;// CONCATENATED MODULE: ./packages/runner/lib/host/process-group.js


/** Makes one. `cancelled`: interrupts it. `within`: the `exec` whose runner ends it at the latest. */
function createProcessGroup({ cancelled, within }) {
    const runner = (0,exec/* createProcessRunner */.E)({ cancelled, ending: "interrupt-all", within });
    let leader = 0;
    return {
        exec: (command, args, options) => runner.exec(command, args, {
            ...options,
            onStart: (pid) => {
                leader = pid;
                options.onStart?.(pid);
            },
        }),
        interrupt: () => runner.interruptAll(),
        isRunning: () => (0,running/* isGroupRunning */.t)(leader),
        kill: () => {
            try {
                if (leader > 0)
                    process.kill(-leader, "SIGKILL");
            }
            catch {
                // It has ended meanwhile.
            }
        },
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/untrusted-files.js
/**
 * Reads files that another job made: whoever filled the folder may be hostile. No link is followed, nothing but regular
 * files is read, and only so much of them.
 */



/** Opens folders in the workspace and in RUNNER_TEMP. */
function openUntrustedFiles({ input, remedy, environment }) {
    const workspace = environment["GITHUB_WORKSPACE"] ?? (0,external_node_path_.resolve)(".");
    const roots = [workspace, environment["RUNNER_TEMP"] ?? ""].filter((root) => root !== "");
    return {
        locate(given) {
            const real = realOf((0,external_node_path_.resolve)(workspace, given));
            const isInside = roots
                .map(realOf)
                .some((root) => real === root || real?.startsWith(`${root ?? external_node_path_.sep}${external_node_path_.sep}`) === true);
            if (real !== undefined && isInside) {
                return { path: real, kind: withFile(real, () => true) === true ? "file" : "folder" };
            }
            const why = real === undefined ? "does not exist" : "is neither in the workspace nor in RUNNER_TEMP";
            throw new failure/* Failure */.HR({ reason: "invalid-input", what: `${input}: ${given} ${why}`, remedy });
        },
        list: listFolder,
        readHead: (path, length) => withFile(path, (file) => readStart(file, length)) ?? "",
        readText: (path, limit) => withFile(path, (file) => readWhole(file, path, limit)) ?? "",
    };
}
/** Node's own realpath takes the `..` behind a link from the link's name, not from where it leads. */
function realOf(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}
function listFolder(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true }).map((entry) => ({
            name: entry.name,
            kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other",
        }));
    }
    catch {
        return [];
    }
}
/** Reads a regular file, not through a link, and not a pipe that nobody writes to; undefined for anything else. */
function withFile(path, read) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch {
        return undefined;
    }
    try {
        return (0,external_node_fs_.fstatSync)(file).isFile() ? read(file) : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function readStart(file, length) {
    const bytes = new Uint8Array(length);
    return new TextDecoder().decode(bytes.subarray(0, (0,external_node_fs_.readSync)(file, bytes, 0, length, 0)));
}
function readWhole(file, path, limit) {
    const { size } = (0,external_node_fs_.fstatSync)(file);
    if (size <= limit)
        return (0,external_node_fs_.readFileSync)(file, "utf8");
    throw new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${path} has ${size} bytes, and a file of its kind has at most ${limit}`,
        remedy: "Look at what wrote it.",
    });
}

;// CONCATENATED MODULE: ./packages/runner/lib/host.js
/**
 * The door to the effects of a step: processes, files, the runner's commands. Only an action's main.ts imports it.
 */


















/***/ }),

/***/ 3065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7506);

/** A timer cannot be set further ahead than this many milliseconds; longer sleeps are slept in parts. */
const LONGEST_TIMER = 2_147_483_647;
function sleepOnce(ms, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => {
            clearTimeout(timer);
            const reason = signal?.reason;
            reject((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isError */ .bJ)(reason) ? reason : new Error("aborted", { cause: reason }));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener("abort", abort);
            resolve();
        }, ms);
        if (signal?.aborted === true)
            abort();
        else
            signal?.addEventListener("abort", abort, { once: true });
    });
}
/** Real time; see Clock. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    async sleep(ms, signal) {
        const until = performance.now() + ms;
        let rest = ms;
        do {
            await sleepOnce(Math.min(Math.max(rest, 0), LONGEST_TIMER), signal);
            rest = until - performance.now();
        } while (rest >= 1);
    },
};


/***/ }),

/***/ 7664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ createHost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
;// CONCATENATED MODULE: ./packages/runner/lib/secret-forms.js
/**
 * The forms in which a secret can stand in a text: as it is, base64, JSON-escaped, URL-encoded, line by line.
 * Pure text to text; finding them is in secret-index.ts.
 */
/** A secret needs this many characters: shorter ones would destroy the text around them. */
const MIN_SECRET = 4;
/** A line of a secret that may be hidden on its own: 4 visible characters and one of them a letter or a digit. */
function isTellingLine(line) {
    return line.replaceAll(/\s+/g, "").length >= MIN_SECRET && /[\p{L}\p{N}]/u.test(line);
}
/** The base64 characters that depend on the secret alone, when `offset` other bytes stand before it. */
function base64Core(bytes, offset) {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor((padded.length * 8) / 6);
    return padded.toString("base64").slice(first, end);
}
function addBase64(forms, secret) {
    const bytes = Buffer.from(secret, "utf8");
    for (const offset of [0, 1, 2]) {
        const standard = base64Core(bytes, offset);
        forms.add(standard);
        if (/[+/]/.test(standard))
            forms.add(standard.replaceAll("+", "-").replaceAll("/", "_"));
    }
}
const jsonEscape = (text) => JSON.stringify(text).slice(1, -1);
/** Go's encoder, and with it terraform's, writes these as \u escapes by default (encoding/json, HTMLEscape). */
const goEscape = (json) => json.replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
function addJson(forms, secret) {
    const once = jsonEscape(secret);
    const byGo = goEscape(once);
    for (const form of new Set([once, byGo])) {
        forms.add(form);
        forms.add(jsonEscape(form));
    }
}
/** As encodeURIComponent, as a form field, and as Go do it; with hexadecimal digits in capitals and in small letters. */
function addUrl(forms, wellFormed) {
    if (!/[^A-Za-z0-9\-_.]/.test(wellFormed))
        return;
    const component = encodeURIComponent(wellFormed);
    const variants = new Set([component]);
    if (/[!'()*~]/.test(component)) {
        const strict = component.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
        variants.add(strict).add(strict.replaceAll("%2A", "*").replaceAll("~", "%7E"));
    }
    for (const variant of variants) {
        for (const spaced of [variant, variant.replaceAll("%20", "+")]) {
            forms.add(spaced);
            if (/%(?:.[A-F]|[A-F])/.test(spaced))
                forms.add(spaced.replaceAll(/%../g, (code) => code.toLowerCase()));
        }
    }
}
/** As text, as an attribute in double quotes, as the runner and most escapers do it. */
function addXml(forms, secret) {
    const asText = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const asAttribute = asText.replaceAll('"', "&quot;");
    for (const form of [asText, asAttribute, asAttribute.replaceAll("'", "&#39;")])
        forms.add(form);
}
function addForms(forms, secret) {
    forms.add(secret);
    const trimmed = secret.trim();
    forms.add(trimmed);
    const wellFormed = trimmed.toWellFormed();
    forms.add(wellFormed);
    addBase64(forms, wellFormed);
    addJson(forms, trimmed);
    addUrl(forms, wellFormed);
    addXml(forms, trimmed);
}
/** Every form of a secret, at least MIN_SECRET long; empty when it is too short, or white space only, to be found by its value. */
function secretForms(secret) {
    const forms = new Set();
    if (secret.trim().length < MIN_SECRET)
        return forms;
    addForms(forms, secret);
    if (/[\r\n]/.test(secret)) {
        for (const line of secret.split(/[\r\n]+/))
            if (isTellingLine(line))
                addForms(forms, line);
    }
    for (const form of forms)
        if (form.length < MIN_SECRET)
            forms.delete(form);
    return forms;
}

;// CONCATENATED MODULE: ./packages/runner/lib/secret-index.js
/**
 * Finds any of very many short patterns at a place of a text, in time that does not grow with their number.
 *
 * Nothing is kept of a pattern but 64-bit hashes of its beginnings: nodes at lengths 1, 2, 3, 4 and 16 that tell
 * which lengths go on from there, and one at its full length. A look-up walks the text once, MAX_PATTERN units at most, and
 * stops at the first node that is missing. Two texts with one hash would hide a harmless text (chance about 1 in 2^64
 * for each pattern and place) and never show a secret one.
 */
/** Longest pattern, in UTF-16 units. */
const MAX_PATTERN = 47;
/** Shortest pattern. */
const MIN_PATTERN = 4;
/** Length of the second node. The first tells about patterns of 4 to 15 units, this one of 16 to 47: a bit for each length. */
const SECOND = 16;
/** The bit of a first node that says: longer patterns pass here. The second needs all its bits for lengths. */
const GOES_ON = 0x8000_0000;
/** Marks the first nodes, whose keys the filter holds. No length needs this bit there. */
const IS_FIRST = 0x4000_0000;
const FIRST_CAPACITY = 1 << 10;
const MAX_LOAD = 0.75;
const { imul } = Math;
// The running hash: two lanes, each step a bijection of its lane, so that no difference is lost on the way.
const HIGH_START = 0x2545_f491;
const LOW_START = 0x1b87_3593;
function stepHigh(high, unit) {
    const next = imul(high ^ unit, 0x85eb_ca6b);
    return next ^ (next >>> 13);
}
function stepLow(low, unit) {
    const next = imul((low + unit) ^ 0x9e37_79b1, 0xc2b2_ae35);
    return next ^ (next >>> 16);
}
/** Whether a pattern of `total` units has a node at this length, beside the one at its end. */
const isNode = (length) => length <= MIN_PATTERN || length === SECOND;
/** What the node of this length says about a pattern of `total` units. */
function bitsFor(length, total) {
    if (length === SECOND)
        return 1 << (total - SECOND);
    if (length !== MIN_PATTERN)
        return GOES_ON;
    return IS_FIRST | (total < SECOND ? 1 << (total - MIN_PATTERN) : GOES_ON);
}
/** Open addressing over 64-bit keys, each with 32 bits of its own; key 0,0 is a free slot. */
class NodeTable {
    #highs = new Int32Array(FIRST_CAPACITY);
    #lows = new Int32Array(FIRST_CAPACITY);
    #bits = new Int32Array(FIRST_CAPACITY);
    /** A bit for each first node, small enough for the processor's cache: most places of a text are settled by it. */
    filter = new Uint8Array(FIRST_CAPACITY / 4);
    #count = 0;
    /** The slot of a key, or the free one where it would go. */
    #slot(high, low) {
        const mask = this.#highs.length - 1;
        let slot = (low ^ (high >>> 7)) & mask;
        while ((this.#highs[slot] !== high || this.#lows[slot] !== low) &&
            (this.#highs[slot] !== 0 || this.#lows[slot] !== 0)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    has(high, low) {
        const slot = this.#slot(high, low);
        return this.#highs[slot] !== 0 || this.#lows[slot] !== 0;
    }
    /** The bits of a key; 0 also when it is not there. */
    bits(high, low) {
        return this.#bits[this.#slot(high, low)] ?? 0;
    }
    add(high, low, bits) {
        let slot = this.#slot(high, low);
        if (this.#highs[slot] === 0 && this.#lows[slot] === 0) {
            if (this.#count >= this.#highs.length * MAX_LOAD) {
                this.#grow();
                slot = this.#slot(high, low);
            }
            this.#count += 1;
        }
        this.#put(slot, high, low, bits);
    }
    #put(slot, high, low, bits) {
        this.#highs[slot] = high;
        this.#lows[slot] = low;
        this.#bits[slot] = (this.#bits[slot] ?? 0) | bits;
        if ((bits & IS_FIRST) === 0)
            return;
        const place = (high >>> 3) & (this.filter.length - 1);
        this.filter[place] = (this.filter[place] ?? 0) | (1 << (high & 7));
    }
    #grow() {
        const [highs, lows, bits] = [this.#highs, this.#lows, this.#bits];
        const capacity = highs.length * 2;
        this.#highs = new Int32Array(capacity);
        this.#lows = new Int32Array(capacity);
        this.#bits = new Int32Array(capacity);
        this.filter = new Uint8Array(capacity / 4);
        for (let from = 0; from < highs.length; from += 1) {
            const [high = 0, low = 0] = [highs[from], lows[from]];
            if (high !== 0 || low !== 0)
                this.#put(this.#slot(high, low), high, low, bits[from] ?? 0);
        }
    }
}
/** A set of patterns of MIN_PATTERN to MAX_PATTERN units. */
class SecretIndex {
    #nodes = new NodeTable();
    /** Adds a pattern; one of another length is not accepted. */
    add(pattern) {
        if (pattern.length < MIN_PATTERN || pattern.length > MAX_PATTERN)
            throw new RangeError("pattern length");
        this.#addNodes(pattern, MIN_PATTERN, pattern.length);
    }
    /** The nodes of a pattern from one length to another. */
    #addNodes(pattern, from, to) {
        let high = HIGH_START;
        let low = LOW_START;
        for (let length = 1; length <= to; length += 1) {
            const unit = pattern.charCodeAt(length - 1);
            high = stepHigh(high, unit);
            low = stepLow(low, unit);
            if (length < from || (!isNode(length) && length !== pattern.length))
                continue;
            // Where the first node is, the shorter ones are, too.
            if (length === MIN_PATTERN && !this.#nodes.has(high, low))
                this.#addNodes(pattern, 1, MIN_PATTERN - 1);
            this.#nodes.add(high, low, bitsFor(length, pattern.length));
        }
    }
    /** The next place in `text`, from `from` on and before `to`, where a pattern may stand; `to` when there is none. */
    nextPlace(text, from, to) {
        const { filter } = this.#nodes;
        const mask = filter.length - 1;
        const end = Math.min(to, text.length - MIN_PATTERN + 1);
        for (let at = from; at < end; at += 1) {
            const first = stepHigh(stepHigh(HIGH_START, text.charCodeAt(at)), text.charCodeAt(at + 1));
            const high = stepHigh(stepHigh(first, text.charCodeAt(at + 2)), text.charCodeAt(at + 3));
            if (((filter[(high >>> 3) & mask] ?? 0) & (1 << (high & 7))) !== 0)
                return at;
        }
        return to;
    }
    /** Length of the longest pattern that stands in `text` at `at`; 0 when none does. */
    longestAt(text, at) {
        const available = Math.min(text.length - at, MAX_PATTERN);
        let [high, low, bits, node, longest] = [HIGH_START, LOW_START, 0, 0, 0];
        for (let length = 1; length <= available; length += 1) {
            const unit = text.charCodeAt(at + length - 1);
            high = stepHigh(high, unit);
            low = stepLow(low, unit);
            if (length === MIN_PATTERN || length === SECOND) {
                if (length === SECOND && (bits & GOES_ON) === 0)
                    break;
                bits = this.#nodes.bits(high, low);
                node = length;
                if (bits === 0)
                    break;
                if ((bits & 1) !== 0)
                    longest = length;
            }
            else if (((bits >>> (length - node)) & 1) !== 0 && this.#nodes.has(high, low))
                longest = length;
        }
        return longest;
    }
    /** Whether the rest of `text` from `at` on may be the beginning of a longer pattern; false is certain. */
    couldBegin(text, at) {
        const available = text.length - at;
        if (available >= MAX_PATTERN)
            return false;
        let [high, low, bits, node] = [HIGH_START, LOW_START, 0, 0];
        for (let length = 1; length <= available; length += 1) {
            const unit = text.charCodeAt(at + length - 1);
            high = stepHigh(high, unit);
            low = stepLow(low, unit);
            if (!isNode(length))
                continue;
            bits = this.#nodes.bits(high, low);
            node = length;
            if (bits === 0)
                return false;
        }
        // Bits of greater lengths than what is there, or of longer patterns still.
        const lengths = node === MIN_PATTERN ? bits & ~IS_FIRST : bits;
        const longer = available - node + 1;
        return longer < 32 && lengths >>> longer !== 0;
    }
}

;// CONCATENATED MODULE: ./packages/runner/lib/redact.js
/**
 * Hides secrets in any text: the value itself and its usual encodings, wherever they stand, also across the borders of
 * a stream's pieces. Time is linear in the text, whatever the number of secrets.
 */


const REPLACEMENT = "(sensitive value)";
const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;
/** Whether the place between two units is inside one character. */
const splitsCharacter = (text, at) => at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
/** A text in pieces that together cover it; the last one overlaps when the length is no multiple. */
function* piecesOf(form) {
    if (form.length <= MAX_PATTERN) {
        yield form;
        return;
    }
    for (let at = 0; at < form.length; at += MAX_PATTERN) {
        const start = Math.min(at, form.length - MAX_PATTERN);
        yield form.slice(start, start + MAX_PATTERN);
    }
}
const isTelling = (piece) => /[\p{L}\p{N}]/u.test(piece);
function addForm(index, form) {
    const pieces = [...piecesOf(form)];
    // A piece of nothing but dashes or spaces would hide every ruler and every indentation; the others tell enough.
    const telling = pieces.filter(isTelling);
    for (const piece of telling.length > 0 ? telling : pieces)
        index.add(piece);
}
class Stream {
    #index;
    #replacement;
    /** What was held back. */
    #rest = "";
    /** So many units of the rest are known to belong to a secret. */
    #covered = 0;
    /** The unit before the rest belonged to a secret: its replacement has been written. */
    #isInside = false;
    constructor(index, replacement) {
        this.#index = index;
        this.#replacement = replacement;
    }
    write(chunk) {
        const text = this.#rest + chunk;
        let hold = Math.max(0, text.length - MAX_PATTERN);
        while (hold < text.length && !this.#index.couldBegin(text, hold))
            hold += 1;
        if (hold === text.length && hold > 0 && isHigh(text.charCodeAt(hold - 1)))
            hold -= 1;
        if (splitsCharacter(text, hold))
            hold -= 1;
        return this.#emit(text, hold);
    }
    end() {
        const last = this.#emit(this.#rest, this.#rest.length);
        this.#isInside = false;
        return last;
    }
    /** Everything before `hold`, redacted; what follows is kept. */
    #emit(text, hold) {
        const parts = [];
        let end = this.#covered;
        if (splitsCharacter(text, end))
            end += 1;
        for (let at = this.#index.nextPlace(text, 0, hold); at < hold; at = this.#index.nextPlace(text, at + 1, hold)) {
            const length = this.#index.longestAt(text, at);
            if (length === 0)
                continue;
            const start = splitsCharacter(text, at) ? at - 1 : at;
            const stop = splitsCharacter(text, at + length) ? at + length + 1 : at + length;
            if (start > end)
                parts.push(text.slice(end, start));
            if (start > end || !this.#isInside)
                parts.push(this.#replacement);
            this.#isInside = true;
            end = Math.max(end, stop);
        }
        if (end < hold) {
            parts.push(text.slice(end, hold));
            this.#isInside = false;
        }
        this.#rest = text.slice(hold);
        this.#covered = Math.max(0, end - hold);
        return parts.join("");
    }
}
/** A redactor that hides these secrets, and all that are added later. */
function createRedactor(secrets = [], replacement = REPLACEMENT) {
    const index = new SecretIndex();
    const known = new Set();
    const redactor = {
        add(secret) {
            if (known.has(secret))
                return true;
            // A secret that is a word of the replacement would be shown by its own replacement.
            if (replacement.includes(secret))
                return false;
            const forms = secretForms(secret);
            if (forms.size === 0)
                return false;
            known.add(secret);
            for (const form of forms)
                if (!replacement.includes(form))
                    addForm(index, form);
            return true;
        },
        redact(text) {
            if (known.size === 0)
                return text;
            const stream = new Stream(index, replacement);
            return stream.write(text) + stream.end();
        },
        stream: () => new Stream(index, replacement),
        get size() {
            return known.size;
        },
    };
    for (const secret of secrets)
        redactor.add(secret);
    return redactor;
}

;// CONCATENATED MODULE: ./packages/runner/lib/annotations.js
/** Worst first. */
const LEVELS = ["error", "warning", "notice"];
/** What GitHub keeps of a message (actions/runner 2.336: ExecutionContext, _maxIssueMessageLength). */
const MAX_MESSAGE = 4096;
/** Cuts a text to `limit` UTF-16 units at a whole character and shows that it was cut. */
function cutText(text, limit) {
    if (text.length <= limit)
        return text;
    const kept = text.slice(0, limit - 1);
    return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}
/** The annotations to show, worst level first and in their order within it, at most `perLevel` each, and how many are left out. */
function rankAnnotations(all, perLevel = 10) {
    const shown = [];
    const omitted = { error: 0, warning: 0, notice: 0 };
    for (const level of LEVELS) {
        const ofLevel = all.filter((annotation) => annotation.level === level);
        omitted[level] = Math.max(0, ofLevel.length - perLevel);
        for (const one of ofLevel.slice(0, perLevel))
            shown.push({ ...one, message: cutText(one.message, MAX_MESSAGE) });
    }
    return { shown, omitted };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/annotator.js
/**
 * Collects a step's annotations and prints the ones that GitHub will keep, worst first, when the step ends.
 */

/** What GitHub keeps of each level in one step. */
const PER_LEVEL = 10;
/** Leaves room for the remedy in what GitHub keeps of a message. */
const MAX_FIRST_LINE = 3000;
const annotator_LEVELS = ["error", "warning", "notice"];
/** The root cause in the first line, what to do in the second; what else the cause says comes behind. */
function failureMessage({ what, remedy }) {
    const [first = "", ...rest] = what.split(/[\r\n]+/);
    return [cutText(first, MAX_FIRST_LINE), remedy, ...rest].join("\n");
}
function print(printer, { level, title, message, location }) {
    const place = {
        file: location?.file,
        line: location?.line,
        endLine: location?.endLine,
        col: location?.column,
        endColumn: location?.endColumn,
    };
    printer.command(level, { title, ...place }, message);
}
/** An annotator that prints through a printer. */
function createAnnotator(printer) {
    const collected = [];
    let warned = 0;
    return {
        add: (annotation) => {
            collected.push(annotation);
        },
        warn(text) {
            warned += 1;
            if (warned <= PER_LEVEL)
                printer.command("warning", {}, text);
            else
                printer.line(`Warning: ${text}`);
        },
        fail(name, failure) {
            const message = failureMessage(failure);
            const location = failure.location === undefined ? {} : { location: failure.location };
            collected.unshift({ level: "error", title: name, message, ...location });
        },
        flush() {
            for (const level of annotator_LEVELS) {
                const room = level === "warning" ? Math.max(0, PER_LEVEL - warned) : PER_LEVEL;
                const ofLevel = collected.filter((one) => one.level === level);
                const { shown, omitted } = rankAnnotations(ofLevel, room);
                for (const annotation of shown)
                    print(printer, annotation);
                const count = omitted[level];
                if (count > 0)
                    printer.line(`${count} more ${level}${count === 1 ? " has" : "s have"} no annotation: GitHub keeps ${PER_LEVEL} of a step.`);
            }
            collected.length = 0;
        },
    };
}

// EXTERNAL MODULE: ./packages/runner/lib/host/clock.js
var clock = __nccwpck_require__(3065);
;// CONCATENATED MODULE: ./packages/runner/lib/json.js
/**
 * Reads JSON from outside so that no key of it can reach the prototypes of our own objects.
 */
const isContainer = (value) => typeof value === "object" && value !== null;
/**
 * JSON as plain data: objects have no prototype, so that `__proto__`, `constructor` and the like are ordinary keys and
 * a missing key is always undefined. Depth is not limited and not recursed into. Throws SyntaxError as JSON.parse does.
 */
function parseJson(text) {
    const root = JSON.parse(text);
    const open = isContainer(root) ? [root] : [];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (!Array.isArray(next))
            Object.setPrototypeOf(next, null);
        for (const value of Array.isArray(next) ? next : Object.values(next))
            if (isContainer(value))
                open.push(value);
    }
    return root;
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/event.js
/** The event that started the workflow, as GitHub wrote it to a file. */



/** GitHub sends webhooks of at most 25 MB; more than this is not an event. */
const MAX_BYTES = 33_554_432;
const badEvent = (why, cause) => new failure/* Failure */.HR({
    reason: "internal-error",
    what: `The event file of this run ${why}`,
    remedy: "Run the job again; when it happens again, look at what wrote to GITHUB_EVENT_PATH before this step.",
    cause,
});
/** The event's payload as plain data; undefined without a file. Throws a Failure for a file that is no JSON or far too large. */
function readEvent(path) {
    if (path === undefined || path === "")
        return undefined;
    const stat = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        return undefined;
    if (stat.size > MAX_BYTES)
        throw badEvent(`is too large (${stat.size} bytes)`);
    try {
        return parseJson((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch (error) {
        throw badEvent("cannot be read as JSON", error);
    }
}

// EXTERNAL MODULE: ./packages/runner/lib/host/exec.js + 4 modules
var exec = __nccwpck_require__(97);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/runner/lib/host/file-commands.js
/**
 * Writes the runner's command files (outputs, state, environment, path). The grammar is the runner's own
 * (actions/runner FileCommandManager.cs): `name<<DELIMITER`, the value, the delimiter, each on lines ended by LF.
 */



/** Names that no grammar of the runner can read as something else. */
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const defect = (what) => new failure/* Failure */.HR({ reason: "internal-error", what, remedy: "This is a defect of the action: report it." });
/**
 * One pair. Whatever the value holds, the file has exactly this name with exactly this value: the delimiter is random and
 * occurs in neither. Throws a Failure for a value that UTF-8 cannot hold (half a surrogate pair) rather than change it.
 */
function renderPair(name, value) {
    if (!NAME.test(name))
        throw defect(`The name ${JSON.stringify(name)} cannot be written to a file of the runner`);
    if (!value.isWellFormed())
        throw defect(`The value of ${name} is not a well-formed text`);
    let delimiter = `handrail_${(0,external_node_crypto_.randomUUID)()}`;
    while (value.includes(delimiter))
        delimiter = `handrail_${(0,external_node_crypto_.randomUUID)()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends to a command file; false when there is none (a run by hand) or it cannot be written. */
function appendCommand(path, text) {
    if (path === undefined || path === "")
        return false;
    try {
        (0,external_node_fs_.appendFileSync)(path, text, "utf8");
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/log.js
/** A log that prints through a printer. Debug lines are rendered only when they will be shown. */
function createLog(printer, annotator, isDebug) {
    return {
        info: (text) => printer.line(text),
        warning: (text) => annotator.warn(text),
        debug: (text) => {
            if (isDebug)
                printer.command("debug", {}, text);
        },
        group: (title) => printer.command("group", {}, title.replaceAll(/[\r\n]+/g, " ")),
        endGroup: () => printer.command("endgroup", {}, ""),
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/outputs.js
/** Writes a step's outputs: declared ones only, redacted, none too large for GitHub. */



/** The largest value that is written inline, in bytes of UTF-8. */
const MAX_VALUE = 65_536;
/** All outputs together, in bytes as GitHub estimates them: two for each UTF-16 unit. Its own limit is 1 MiB for a job. */
const MAX_TOTAL = 524_288;
/** A JSON-like value with every text in it redacted, keys and numbers too. Structure and order stay. */
function redactDeep(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (typeof value === "number")
        return redact(String(value)) === String(value) ? value : redact(String(value));
    if (Array.isArray(value))
        return value.map((one) => redactDeep(one, redact));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), redactDeep(one, redact)]));
}
/** The text of an output. A number or a boolean by itself is a count or a flag of ours, whatever secrets look like. */
function renderValue(value, redact) {
    if (typeof value === "number" || typeof value === "boolean")
        return String(value);
    const safe = redactDeep(value, redact);
    return typeof safe === "string" ? safe : JSON.stringify(safe);
}
/** A writer of outputs. Throws a Failure for a value that the runner's file cannot hold. */
function createOutputs(settings) {
    let total = 0;
    let directory;
    const toFile = (name, text) => {
        directory ??= settings.temporaryDirectory("outputs");
        const path = (0,external_node_path_.join)(directory, `${name}.json`);
        (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600 });
        return JSON.stringify({ file: path });
    };
    return (name, value, options) => {
        if (!Object.hasOwn(settings.declared, name)) {
            settings.print(`The output ${name} is not declared in action.yml and was not written.`);
            return;
        }
        const text = renderValue(value, options?.verbatim === true ? String : settings.redact);
        const isLarge = Buffer.byteLength(text) > MAX_VALUE || total + 2 * text.length > MAX_TOTAL;
        const written = isLarge ? toFile(name, text) : text;
        total += 2 * written.length;
        if (!appendCommand(settings.path, renderPair(name, written)))
            settings.print(`${name}=${written}`);
    };
}

// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __nccwpck_require__(9680);
;// CONCATENATED MODULE: ./packages/runner/lib/host/printer.js
/**
 * The filter before the step's output: everything printed is redacted and neutralised here, and only the commands issued
 * here are live.
 */

/** A printer to a sink, with the secrets that the redactor knows at the time of printing. */
function createPrinter(write, redactor) {
    const safe = (text) => (0,commands/* neutraliseText */.o)(redactor.redact(text));
    return {
        line: (text) => write(`${safe(text)}\n`),
        command(name, properties, message) {
            const given = Object.entries(properties).map(([key, value]) => [key, typeof value === "string" ? safe(value) : value]);
            write(`${(0,commands/* renderCommand */.C)(name, Object.fromEntries(given), safe(message))}\n`);
        },
        mask: (secret) => write(`${(0,commands/* renderCommand */.C)("add-mask", {}, secret)}\n`),
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/markdown-cut.js
/**
 * Cuts markdown to a number of bytes so that what is left still reads: at the end of a line, with open code fences and
 * folded details closed. Knows nothing of where the text goes.
 */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** The state behind one more line, by the rules of CommonMark 4.5 for fences. */
function nextOpen(open, line) {
    const [, mark = "", info = ""] = FENCE.exec(line) ?? [];
    if (open.fence !== "") {
        const closes = mark.startsWith(open.fence) && info.trim() === "";
        return closes ? { ...open, fence: "" } : open;
    }
    if (mark !== "" && !(mark.startsWith("`") && info.includes("`")))
        return { ...open, fence: mark };
    const opened = line.split("<details").length - 1;
    const closed = line.split("</details>").length - 1;
    return opened + closed === 0 ? open : { ...open, details: Math.max(0, open.details + opened - closed) };
}
const END = "</details>\n";
/** What closes everything that is open. */
function closers({ fence, details }) {
    return `${fence === "" ? "" : `${fence}\n`}${details === 0 ? "" : `\n${END.repeat(details)}`}`;
}
/** The length of that in bytes, without making it: it is asked for each line. */
function closersSize({ fence, details }) {
    return (fence === "" ? 0 : fence.length + 1) + (details === 0 ? 0 : 1 + END.length * details);
}
/**
 * The beginning of a markdown text whose UTF-8 form, with what is needed to close it, takes at most `limit` bytes, and the
 * number of lines left out. The whole text when it fits.
 */
function cutMarkdown(markdown, limit) {
    if (Buffer.byteLength(markdown) <= limit)
        return { text: markdown, omittedLines: 0 };
    const lines = markdown.split("\n");
    // What is behind the last line end is no line.
    if (lines.at(-1) === "")
        lines.pop();
    let open = { fence: "", details: 0 };
    let bytes = 0;
    let kept = 0;
    for (const line of lines) {
        const next = nextOpen(open, line);
        bytes += Buffer.byteLength(line) + 1;
        if (bytes + closersSize(next) > limit)
            break;
        open = next;
        kept += 1;
    }
    const text = kept === 0 ? "" : `${lines.slice(0, kept).join("\n")}\n${closers(open)}`;
    return { text, omittedLines: lines.length - kept };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/summary.js
/**
 * The step's summary: appended to the runner's file and never over the size at which GitHub drops the whole of it.
 */


/** GitHub's limit for the summary of one step (actions/runner CreateStepSummaryCommand). */
const summary_MAX_BYTES = 1_048_576;
/** Kept free for the sentence that says what was left out. */
const NOTE_BYTES = 200;
/** A writer for the file at `path`. What others wrote to it before counts, too. */
function createSummary(path, redact) {
    let isFull = false;
    return (markdown, options) => {
        if (path === undefined || path === "")
            return undefined;
        const text = (options?.verbatim === true ? markdown : redact(markdown)).toWellFormed();
        const whole = text.endsWith("\n") ? text : `${text}\n`;
        if (isFull)
            return whole.split("\n").length - 1;
        try {
            const room = summary_MAX_BYTES - ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0) - NOTE_BYTES;
            const { text: kept, omittedLines } = cutMarkdown(whole, Math.max(0, room));
            isFull = omittedLines > 0;
            const note = isFull && room > 0 ? `\n_${omittedLines} more lines are left out: a summary holds 1 MiB._\n` : "";
            (0,external_node_fs_.appendFileSync)(path, `${kept}${note}`, "utf8");
            return omittedLines;
        }
        catch {
            return undefined;
        }
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/create-host.js
/** Puts a Host together from the environment of the step. */














const refused = (what) => new failure/* Failure */.HR({ reason: "internal-error", what, remedy: "This is a defect of the action: report it." });
/** A secret of many lines is masked by the line where a short line ("}") would otherwise be masked everywhere. */
function maskLines(secret, redactor, printer) {
    const isAccepted = redactor.add(secret);
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    const telling = lines.filter((line) => line.length >= 4);
    if (isAccepted && telling.length === lines.length)
        printer.mask(secret);
    else if (isAccepted)
        for (const line of telling)
            printer.mask(line);
}
function temporaryDirectory(root, name) {
    const parent = root === undefined || root === "" ? (0,external_node_os_namespaceObject.tmpdir)() : root;
    (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
    return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `handrail-${name.replaceAll(/[^A-Za-z0-9-]+/g, "-").slice(0, 64)}-`));
}
function addPath(path, directory, print) {
    if (!(0,external_node_path_.isAbsolute)(directory) || /[\p{Cc}:]/u.test(directory))
        throw refused("Only an absolute directory can be put on PATH");
    if (!appendCommand(path, `${directory}\n`))
        print(`Put this directory on PATH: ${directory}`);
}
function exportToken(path, name, value) {
    if (!/^TF_TOKEN_[A-Za-z0-9_-]+$/.test(name))
        throw refused(`The variable ${name} may not be set for later steps`);
    if (/\p{Cc}/u.test(value))
        throw refused(`The value of ${name} holds control characters`);
    return appendCommand(path, renderPair(name, value));
}
/** A host for the step that this environment describes. */
function createHost({ environment, write, cancelled, outputs }) {
    const redactor = createRedactor();
    const printer = createPrinter(write, redactor);
    const annotator = createAnnotator(printer);
    const log = createLog(printer, annotator, environment["RUNNER_DEBUG"] === "1");
    const processes = (0,exec/* createProcessRunner */.E)({ cancelled });
    const redact = (text) => redactor.redact(text);
    const temporary = (name) => temporaryDirectory(environment["RUNNER_TEMP"], name);
    const print = (text) => printer.line(text);
    const summary = createSummary(environment["GITHUB_STEP_SUMMARY"], redact);
    const host = {
        environment,
        log,
        redactor,
        clock: clock/* systemClock */.m,
        exec: processes.exec,
        cancelled,
        mask: (secret) => maskLines(secret, redactor, printer),
        annotate: (annotation) => annotator.add(annotation),
        summary(markdown, options) {
            const omitted = summary(markdown, options);
            if (omitted === undefined)
                log.debug("There is no summary file; the summary was not written.");
            else if (omitted > 0)
                print(`${omitted} lines of the summary are left out: it holds 1 MiB.`);
        },
        output: createOutputs({
            path: environment["GITHUB_OUTPUT"],
            declared: outputs,
            redact,
            temporaryDirectory: temporary,
            print,
        }),
        saveState(name, value) {
            if (!appendCommand(environment["GITHUB_STATE"], renderPair(name, value)))
                log.debug(`There is no state file for ${name}.`);
        },
        state: (name) => environment[`STATE_${name}`],
        addPath: (directory) => addPath(environment["GITHUB_PATH"], directory, print),
        exportToken(name, value) {
            maskLines(value, redactor, printer);
            if (!exportToken(environment["GITHUB_ENV"], name, value))
                print(`Set ${name} for the next steps yourself: there is no GITHUB_ENV.`);
        },
        temporaryDirectory: temporary,
        readEvent: () => readEvent(environment["GITHUB_EVENT_PATH"]),
    };
    return { host, annotator, interruptAll: () => processes.interruptAll() };
}


/***/ }),

/***/ 97:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ createProcessRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/process.js
var lib_process = __nccwpck_require__(1845);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __nccwpck_require__(6193);
;// CONCATENATED MODULE: ./packages/runner/lib/host/capture.js
/**
 * Takes the bytes of one stream of a child process: decodes them without splitting a character, hands the text on, keeps
 * the newest of it.
 */

/** A capture that keeps `limit` UTF-16 units and calls `onText` for every piece. */
function createCapture(limit, onText) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    /** Pieces that may still be needed; older ones are dropped as soon as the newer ones suffice. */
    const pieces = [];
    let first = 0;
    let held = 0;
    let isTruncated = false;
    const take = (text) => {
        if (text === "")
            return;
        if (limit > 0) {
            pieces.push(text);
            held += text.length;
            while (held - (pieces[first] ?? "").length >= limit) {
                held -= (pieces[first] ?? "").length;
                pieces[first] = "";
                first += 1;
            }
        }
        isTruncated ||= limit === 0 || held > limit || first > 0;
        onText?.(text);
    };
    return {
        write: (bytes) => take(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
        end: () => take(decoder.end()),
        text: () => {
            const kept = pieces.slice(first).join("");
            return kept.length <= limit ? kept : kept.slice(kept.length - limit);
        },
        get isTruncated() {
            return isTruncated;
        },
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/tail.js
/**
 * Follows a file that a child process writes to. Child and file do not need us: when we die, the child goes on.
 */

const CHUNK = 65_536;
/** Opens (or creates, for the owner only) the file; what it holds already is not read. */
function openTail(path, onBytes) {
    const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_NOFOLLOW;
    const descriptor = (0,external_node_fs_.openSync)(path, flags, 0o600);
    (0,external_node_fs_.fchmodSync)(descriptor, 0o600);
    let position = (0,external_node_fs_.fstatSync)(descriptor).size;
    const reader = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    const buffer = new Uint8Array(CHUNK);
    return {
        descriptor,
        release: () => (0,external_node_fs_.closeSync)(descriptor),
        read() {
            for (let count = (0,external_node_fs_.readSync)(reader, buffer, 0, CHUNK, position); count > 0;) {
                position += count;
                onBytes(buffer.subarray(0, count));
                count = (0,external_node_fs_.readSync)(reader, buffer, 0, CHUNK, position);
            }
        },
        close: () => (0,external_node_fs_.closeSync)(reader),
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/child-streams.js


const DEFAULT_CAPTURE = 1_048_576;
function readPipe(pipe, capture) {
    pipe?.on("data", (bytes) => capture.write(bytes));
    // A pipe that breaks has nothing more to say; the exit code decides.
    pipe?.on("error", () => undefined);
}
/** Opens the streams; `onFailure` gets what a caller's handler throws, and reading goes on. */
function openStreams(options, onFailure) {
    const guard = (handler) => (value) => {
        try {
            handler?.(value);
        }
        catch (error) {
            onFailure(error);
        }
    };
    const capture = (handler) => createCapture(options.maxCapture ?? DEFAULT_CAPTURE, guard(handler));
    const [stdout, stderr] = [capture(options.onStdout), capture(options.onStderr)];
    const tails = [];
    const open = (path, into) => {
        if (path === undefined)
            return "pipe";
        const tail = openTail(path, (bytes) => into.write(bytes));
        tails.push(tail);
        return tail.descriptor;
    };
    const first = open(options.stdoutFile, stdout);
    // One file for both streams is followed once, as stdout.
    const isShared = options.stderrFile !== undefined && options.stderrFile === options.stdoutFile;
    return {
        stdio: [first, isShared ? first : open(options.stderrFile, stderr)],
        stdout,
        stderr,
        release: () => {
            for (const tail of tails)
                tail.release();
        },
        attach(child) {
            readPipe(child.stdout, stdout);
            readPipe(child.stderr, stderr);
        },
        poll: () => {
            for (const tail of tails)
                tail.read();
        },
        guard,
        close() {
            for (const tail of tails.splice(0)) {
                tail.read();
                tail.close();
            }
            stdout.end();
            stderr.end();
        },
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/exec-ending.js
/** Ends the child in that way, once: who calls sees to it that there is no second time. Nothing happens when it is gone. */
function endChild(child, way) {
    if (way === "interrupt")
        child.kill("SIGINT");
    else
        signalGroup(child, way === "kill" ? "SIGKILL" : "SIGINT");
}
/** A group that cannot be signalled got nothing, so that the child itself still gets its first signal. */
function signalGroup(child, signal) {
    try {
        if (child.pid !== undefined)
            process.kill(-child.pid, signal);
    }
    catch {
        child.kill(signal);
    }
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/exec.js





/** The circles that the children of an Exec belong to. */
const circlesOf = new WeakMap();
function circlesAround(within) {
    if (within === undefined)
        return [];
    const circles = circlesOf.get(within);
    if (circles === undefined)
        throw new TypeError("`within` is not the exec of a runner of processes");
    return circles;
}
function startFailure(command, cwd, error) {
    const code = (0,failure/* errorCode */.CA)(error) ?? "EUNKNOWN";
    if (code !== "ENOENT" || (0,external_node_fs_.existsSync)(cwd))
        return new lib_process/* CommandFailure */.q(command, code, error);
    return new failure/* Failure */.HR({
        reason: "internal-error",
        what: `The directory ${cwd}, where ${command} was to run, does not exist`,
        remedy: "Look for the step or process that removes it.",
        cause: error,
    });
}
/** Starts the process; rejects when there is none. */
async function start(command, args, options, streams) {
    const { spawn } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1421, 19));
    try {
        const child = spawn(command, args, {
            cwd: options.cwd,
            env: { ...options.environment },
            detached: true,
            shell: false,
            stdio: [options.input === undefined ? "ignore" : "pipe", ...streams.stdio],
        });
        await new Promise((resolve, reject) => {
            child.once("spawn", resolve);
            child.once("error", reject);
        });
        return child;
    }
    catch (error) {
        throw startFailure(command, options.cwd, error);
    }
    finally {
        streams.release();
    }
}
/** Resolves when the process has ended and its pipes are read. */
function untilClosed(child, graceMs) {
    return new Promise((resolve) => {
        let grace;
        // Only a failed kill can still come here; the process is there and its end will tell.
        child.on("error", () => undefined);
        child.once("exit", () => {
            grace = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, graceMs);
        });
        child.once("close", (code, signal) => {
            clearTimeout(grace);
            resolve({ code, signal });
        });
    });
}
/** A runner of processes. */
function createProcessRunner(settings) {
    const { cancelled, pollMs = 100, graceMs = 5000, ending: way = "interrupt" } = settings;
    const own = { running: new Set(), isOver: false };
    const circles = [own, ...circlesAround(settings.within)];
    const isOver = () => circles.some((circle) => circle.isOver);
    /** Everything from the start of a process to its end. */
    const attend = async (starting, options, streams) => {
        let isInterrupted = false;
        const interrupt = () => {
            if (!isInterrupted)
                void starting.then((child) => endChild(child, way), () => undefined);
            isInterrupted = true;
        };
        const ended = starting.then((child) => untilClosed(child, graceMs));
        const entry = { interrupt, ended: ended.catch(() => undefined) };
        for (const { running } of circles)
            running.add(entry);
        if (!cancelled.aborted)
            cancelled.addEventListener("abort", interrupt, { once: true });
        let poll;
        try {
            const child = await starting;
            streams.attach(child);
            child.stdin?.on("error", () => undefined);
            child.stdin?.end(options.input);
            poll = setInterval(() => streams.poll(), pollMs);
            if (child.pid !== undefined)
                streams.guard(options.onStart)(child.pid);
            return await ended;
        }
        finally {
            clearInterval(poll);
            cancelled.removeEventListener("abort", interrupt);
            for (const { running } of circles)
                running.delete(entry);
        }
    };
    const exec = async (command, args, options) => {
        if (isOver() || (cancelled.aborted && options.evenWhenCancelled !== true)) {
            return { exitCode: undefined, signal: undefined, stdout: "", stderr: "", cancelled: true };
        }
        const failures = [];
        const streams = openStreams(options, (error) => failures.push(error));
        try {
            const ending = await attend(start(command, args, options, streams), options, streams);
            streams.close();
            if (failures.length > 0)
                throw failures[0];
            return toResult(ending, streams, cancelled.aborted || isOver());
        }
        finally {
            streams.close();
        }
    };
    circlesOf.set(exec, circles);
    return {
        exec,
        async interruptAll() {
            own.isOver = true;
            for (const { interrupt } of own.running)
                interrupt();
            await Promise.all(Array.from(own.running, ({ ended }) => ended));
        },
    };
}
function toResult({ code, signal }, { stdout, stderr }, wasCancelled) {
    return {
        exitCode: code ?? undefined,
        signal: signal ?? undefined,
        stdout: stdout.text(),
        stderr: stderr.text(),
        cancelled: wasCancelled,
        ...(stdout.isTruncated || stderr.isTruncated ? { truncated: true } : {}),
    };
}


/***/ }),

/***/ 3957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/host/create-host.js + 14 modules
var create_host = __nccwpck_require__(7664);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __nccwpck_require__(9680);
;// CONCATENATED MODULE: ./packages/runner/lib/host/ending.js
/**
 * How a step ends, from what its code returned or threw: the outputs, the annotation, the summary, the exit code.
 */



/** A thrown value of a cancelled step is the cancel, whatever it says itself; a verdict is returned, not thrown. */
function failureOf(thrown, definition, cancelled) {
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    if (!cancelled.aborted && failure.reason !== "cancelled")
        return failure;
    const isOwn = failure.reason === "cancelled";
    return new lib_failure/* Failure */.HR({
        reason: "cancelled",
        what: isOwn ? failure.what : `The step was cancelled before it was done (${failure.what})`,
        remedy: isOwn ? failure.remedy : "Run the job again when you want its result.",
        result: definition.cancelledResult ?? failure.result,
        cause: thrown,
    });
}
/** A text in a code block that it cannot end. */
function fence(text) {
    const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
    const mark = "`".repeat(longest + 1);
    return `${mark}text\n${text}\n${mark}`;
}
function report(control, name, failure) {
    control.annotator.fail(name, failure);
    control.host.log.debug((0,external_node_util_.inspect)(failure, { depth: 4 }));
}
/** The outputs in the order they are written: `result` and `failure-reason` of a failure first, what main knows over them. */
function outputsOf(result, failure) {
    if (failure === undefined)
        return result.outputs;
    return { result: failure.result, "failure-reason": failure.reason, ...result.outputs };
}
/** Writes every output that can be written; returns the first failure to do so. */
function writeOutputs(control, definition, outputs, verbatim = false) {
    let failure;
    for (const [name, value] of Object.entries(outputs)) {
        const isImplied = name === "result" || name === "failure-reason";
        if (value === undefined || (isImplied && !Object.hasOwn(definition.outputs, name)))
            continue;
        try {
            // These two are words of the action's contract, even when a secret happens to be one of them.
            control.host.output(name, value, { verbatim: verbatim || isImplied });
        }
        catch (error) {
            failure ??= (0,lib_failure/* toFailure */.w2)(error);
        }
    }
    return failure;
}
/** Ends the main step; returns its exit code. Nothing here throws. */
function endMain(control, definition, ending) {
    const { host } = control;
    const thrown = "thrown" in ending ? failureOf(ending.thrown, definition, host.cancelled) : undefined;
    const result = "result" in ending ? ending.result : { outputs: {} };
    let failure = thrown ?? result.failure;
    const verbatim = result.isRedacted === true;
    const unwritten = writeOutputs(control, definition, outputsOf(result, failure), verbatim);
    if (unwritten !== undefined && failure === undefined) {
        failure = unwritten;
        writeOutputs(control, definition, { result: failure.result, "failure-reason": failure.reason });
    }
    const markdown = thrown === undefined
        ? result.summary
        : `### ${definition.name} failed\n\n${fence((0,commands/* neutraliseText */.o)(thrown.message))}\n`;
    if (markdown !== undefined && markdown !== "")
        host.summary(markdown, { verbatim: verbatim && thrown === undefined });
    if (failure !== undefined)
        report(control, definition.name, failure);
    control.annotator.flush();
    return failure === undefined ? 0 : 1;
}
/** Ends the post step; returns its exit code. */
function endPost(control, definition, thrown) {
    if (thrown !== undefined)
        report(control, definition.name, failureOf(thrown.thrown, definition, control.host.cancelled));
    control.annotator.flush();
    return thrown === undefined ? 0 : 1;
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/signals.js
/**
 * Cancelling, as the runner does it: SIGINT to this process only, SIGTERM 7.5 s later, SIGKILL 2.5 s after that
 * (actions/runner ProcessInvoker). Both mean the same and only the first one counts.
 */

/** A signal that is aborted, with a Failure "cancelled", by the first SIGINT or SIGTERM; this process lives on. */
function watchSignals() {
    const controller = new AbortController();
    const cancel = () => controller.abort(new lib_failure/* Failure */.HR({
        reason: "cancelled",
        what: "The step was cancelled before it was done",
        remedy: "Run the job again when you want its result.",
    }));
    process.on("SIGINT", cancel);
    process.on("SIGTERM", cancel);
    return controller.signal;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./packages/runner/lib/host/standard-output.js
/**
 * The step's one output: file descriptor 1, written synchronously, so that nothing is out of order and nothing is lost
 * when the process ends. Nothing of ours goes to stderr: the runner reads that separately and first.
 */


const RETRY_MS = 5;
/** Waits without the event loop: a full pipe is somebody else's to empty. */
function pause() {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
}
/** A sink on a file descriptor. When nobody reads any more it swallows everything: the work must go on. */
function createSink(descriptor) {
    let isClosed = false;
    return (text) => {
        const bytes = Buffer.from(text, "utf8");
        for (let written = 0; written < bytes.length && !isClosed;) {
            try {
                written += (0,external_node_fs_.writeSync)(descriptor, bytes, written);
            }
            catch (error) {
                if ((0,lib_failure/* errorCode */.CA)(error) === "EAGAIN")
                    pause();
                else
                    isClosed = true;
            }
        }
    };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __nccwpck_require__(6193);
;// CONCATENATED MODULE: ./packages/runner/lib/host/stray-output.js
/**
 * Leads everything that is printed past our log (console, warnings of Node, a library's stderr) through the log's filter
 * to the one output.
 */

/** A stream's write that hands on whole lines. What is behind the last line end waits for `flush`. */
function createWrite(print) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let rest = "";
    const take = (text) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines)
            print(line);
    };
    const write = (chunk, encoding, done) => {
        const name = typeof encoding === "string" ? encoding : "utf8";
        take(decoder.write(typeof chunk === "string" ? Buffer.from(chunk, name) : Buffer.from(chunk)));
        const callback = typeof encoding === "function" ? encoding : done;
        if (callback !== undefined)
            queueMicrotask(callback);
        return true;
    };
    const flush = () => {
        const last = rest + decoder.end();
        rest = "";
        if (last !== "")
            print(last);
    };
    return { write, flush };
}
/** Takes over both standard streams of this process; returns what prints an unfinished last line. */
function redirectStrayOutput(log) {
    const [stdout, stderr] = [createWrite((line) => log.info(line)), createWrite((line) => log.info(line))];
    process.stdout.write = stdout.write;
    process.stderr.write = stderr.write;
    // Node prints its own warnings to stderr, past the stream.
    process.removeAllListeners("warning");
    process.on("warning", (warning) => log.debug(`${warning.name}: ${warning.message}`));
    return () => {
        stdout.flush();
        stderr.flush();
    };
}

;// CONCATENATED MODULE: ./packages/runner/lib/host/run-action.js
/**
 * The one door of an action: runs main or post, catches everything that can go wrong, ends the step with outputs,
 * annotations and an exit code.
 */







const STDOUT = 1;
const PLATFORMS = new Set(["linux", "darwin"]);
const ARCHITECTURES = new Set(["x64", "arm64"]);
function checkPlatform() {
    if (PLATFORMS.has(process.platform) && ARCHITECTURES.has(process.arch))
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "unsupported-platform",
        what: `This action does not run on ${process.platform} ${process.arch}`,
        remedy: "Use a Linux or macOS runner, x64 or arm64.",
    });
}
const unfinished = () => new lib_failure/* Failure */.HR({
    reason: "internal-error",
    what: "The action stopped without a result: nothing is left that it could wait for",
    remedy: "This is a defect of the action: run the job again with debug logging and report it.",
});
async function runMain(definition, host) {
    if (definition.post !== undefined)
        host.saveState("isPost", "true");
    checkPlatform();
    return definition.main(host);
}
/**
 * Whether this is the post step. The runner starts it as a program of its own, `post.js`, also when main was killed before
 * it could note anything: what is cancelled must not begin in its post step.
 */
function isPostStep(host) {
    return host.state("isPost") === "true" || /^post\.m?js$/.test((0,external_node_path_.basename)(process.argv[1] ?? ""));
}
/** Resolves with the ending of `work`, or with the first error that is thrown past it. */
function untilEnded(work) {
    return new Promise((resolve) => {
        const fail = (thrown) => resolve({ thrown });
        process.on("uncaughtException", fail);
        process.on("unhandledRejection", fail);
        process.on("beforeExit", () => fail(unfinished()));
        // In a microtask, so that what `work` throws at once comes the same way.
        Promise.resolve()
            .then(work)
            .then((result) => resolve({ result }), fail);
    });
}
/**
 * Runs an action. Never rejects, and does not return: when the step's output is written and no child process is left,
 * the process exits with 1 for a failure and 0 otherwise.
 */
async function runAction(definition) {
    const cancelled = watchSignals();
    const control = (0,create_host/* createHost */.D)({
        environment: { ...process.env },
        write: createSink(STDOUT),
        cancelled,
        outputs: definition.outputs,
    });
    const flushStray = redirectStrayOutput(control.host.log);
    const { host } = control;
    const isPost = isPostStep(host);
    const ending = isPost
        ? await untilEnded(async () => {
            await definition.post?.(host);
            return { outputs: {} };
        })
        : await untilEnded(() => runMain(definition, host));
    flushStray();
    const code = isPost
        ? endPost(control, definition, "thrown" in ending ? ending : undefined)
        : endMain(control, definition, ending);
    // An error past main can leave a tool running: it is asked to stop and waited for, else it would lose its state.
    await control.interruptAll();
    flushStray();
    process.exit(code);
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isProcessRunning),
/* harmony export */   t: () => (/* binding */ isGroupRunning)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/**
 * Looks whether a process that an earlier phase of the step started is still there.
 */

/** Whether the process exists; one that we may not signal does. */
function isProcessRunning(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    return isThere(pid);
}
/**
 * Whether any process of the group that `pid` leads, or led, is still at work. One that has ended and that nobody has asked how does
 * not count: in a container without an init nobody ever asks.
 */
function isGroupRunning(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0 || !isThere(-pid))
        return false;
    const states = statesOfGroup(pid);
    return states === undefined || states.some((state) => state !== "Z" && state !== "X");
}
function isThere(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === "EPERM";
    }
}
/** As /proc tells them; undefined where there is none. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function statesOfGroup(group) {
    try {
        const ids = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc").filter((name) => /^\d+$/.test(name));
        return ids.map(readStat).flatMap((fields) => (Number(fields[2]) === group ? [fields[0] ?? ""] : []));
    }
    catch {
        return undefined;
    }
}
/** State, parent and group: what stands behind the name, which may hold anything. */
function readStat(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, "latin1");
        return text.slice(text.lastIndexOf(")") + 2).split(" ");
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 2032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vQ: () => (/* binding */ inputFailure),
  Ko: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: inputVariable

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __nccwpck_require__(9680);
;// CONCATENATED MODULE: ./packages/runner/lib/quote.js
/**
 * Shows a text from outside inside a sentence of ours: on one line, in quotes, nothing invisible, not too long.
 */

/** At most this many characters of a text are shown in a message. */
const MAX_SHOWN = 100;
/** The text in double quotes with its controls as escapes, cut at `limit` characters; the whole length is told when it is cut. */
function quoteText(text, limit = MAX_SHOWN) {
    const characters = Array.from(text.slice(0, 2 * limit + 2));
    const isCut = characters.length > limit || text.length > 2 * limit + 2;
    const shown = JSON.stringify(isCut ? characters.slice(0, limit).join("") : text);
    return (0,commands/* neutraliseText */.o)(isCut ? `${shown.slice(0, -1)}…" (${text.length} characters)` : shown);
}

;// CONCATENATED MODULE: ./packages/runner/lib/inputs.js
/**
 * Reads an action's inputs against their declarations and reports every bad one at once.
 * The kinds of input are in input-kinds.ts; nothing here knows a particular action.
 */


/** The failure for inputs that cannot be used; also for rules across inputs, which only the action knows. */
function inputFailure(problems) {
    const told = problems.map(({ name, given, accepts, why }) => {
        const shown = given === undefined ? "a value that is not shown" : given === "" ? "nothing" : quoteText(given);
        return `${name} was given ${shown}${why === undefined ? "" : ` (${why})`}, accepted is ${accepts}`;
    });
    const count = problems.length === 1 ? "An input cannot be used" : `${problems.length} inputs cannot be used`;
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${count}: ${told.join("; ")}`,
        remedy: "Correct the step's `with:`. Nothing was started.",
    });
}
/** How the runner names an input in the environment of the action. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
/** The text of an input: what was given, else its default; trimmed as the official toolkit does. */
function textOf(name, declaration, environment) {
    const given = environment[inputVariable(name)];
    if (given !== undefined)
        return given.trim();
    const text = declaration.default ?? "";
    // The runner evaluates an expression before we start; outside of it there is nothing to put in its place.
    return text.includes("${{") ? "" : text.trim();
}
/**
 * The values of all inputs. An input that is absent from the environment has its default.
 * Throws one Failure "invalid-input" that names every bad input, what was given and what is accepted.
 */
function readInputs(declarations, environment) {
    const values = [];
    const problems = [];
    for (const [name, declaration] of Object.entries(declarations)) {
        const text = textOf(name, declaration, environment);
        const shown = declaration.isSecret && text !== "" ? {} : { given: text };
        try {
            if (text === "" && declaration.isRequired)
                throw new RangeError("it is required");
            values.push([name, declaration.read(text)]);
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            const why = declaration.isSecret || error.message === "" ? {} : { why: error.message };
            problems.push({ name, ...shown, accepts: declaration.accepts, ...why });
        }
    }
    if (problems.length > 0)
        throw inputFailure(problems);
    return Object.fromEntries(values);
}


/***/ }),

/***/ 8300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ pathProblem)
/* harmony export */ });
/**
 * Whether a text may name a place below the workspace, judged by the text alone. Where links lead is for the host to see.
 */
/** Controls, line and paragraph separators, format characters: nothing that a person types into a path. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** What is wrong with a relative path, to complete "it …"; undefined when it may be used. */
function pathProblem(path) {
    if (path === "")
        return "is empty";
    if (UNSEEN.test(path) || !path.isWellFormed())
        return "contains characters that cannot be seen";
    if (path.startsWith("~"))
        return "begins with ~, which only a shell expands";
    if (/^[A-Za-z]:/.test(path) || path.includes("\\"))
        return "is a Windows path";
    if (path.startsWith("/"))
        return "is absolute";
    let depth = 0;
    for (const part of path.split("/")) {
        if (part === "..")
            depth -= 1;
        else if (part !== "" && part !== ".")
            depth += 1;
        if (depth < 0)
            return "leaves the workspace";
    }
    return undefined;
}


/***/ }),

/***/ 9404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   wh: () => (/* binding */ readId),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* unused harmony exports readNumber, readTime */
/**
 * Reads plain data of unknown shape: webhook events, answers of APIs, documents. A wrong type reads as absent; inherited
 * properties (`__proto__`, `constructor`) never read at all. Nothing here throws.
 */
/** The own property of an object, following `path`; undefined when there is none. */
function read(value, ...path) {
    let current = value;
    for (const name of path) {
        if (typeof current !== "object" || current === null || !Object.hasOwn(current, name))
            return undefined;
        current = Reflect.get(current, name);
    }
    return current;
}
/** A text; anything else is "". */
function readText(value, ...path) {
    const found = read(value, ...path);
    return typeof found === "string" ? found : "";
}
/** A finite number; anything else is undefined. */
function readNumber(value, ...path) {
    const found = read(value, ...path);
    return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}
/** A positive safe integer (an id, a number of an issue); anything else is undefined. */
function readId(value, ...path) {
    const found = readNumber(value, ...path);
    return found !== undefined && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
/** A list; anything else is an empty one. */
function readList(value, ...path) {
    const found = read(value, ...path);
    return Array.isArray(found) ? found : [];
}
/**
 * A time in milliseconds since 1970: a Date, seconds since 1970 as AWS writes them in JSON (a number), or RFC 3339 text.
 * Anything else is undefined.
 */
function readTime(value, ...path) {
    const found = read(value, ...path);
    const time = found instanceof Date
        ? found.getTime()
        : typeof found === "number"
            ? found * 1000
            : typeof found === "string"
                ? Date.parse(found)
                : Number.NaN;
    return Number.isFinite(time) ? time : undefined;
}


/***/ }),

/***/ 1845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ CommandFailure)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7506);
/**
 * The primitive every outside tool is called through: types only, the host has the one implementation.
 */

/** A program could not be started. `code` is the system's: ENOENT when there is no such program. */
class CommandFailure extends _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    code;
    command;
    constructor(command, code, cause) {
        const isMissing = code === "ENOENT";
        super({
            reason: isMissing ? "command-not-found" : "command-not-started",
            what: isMissing
                ? `The program ${command} was not found`
                : `The program ${command} could not be started (${code})`,
            remedy: isMissing
                ? "Install it in a step before this one, or name its path."
                : "Check that the file may be executed here.",
            cause,
        });
        this.name = "CommandFailure";
        this.code = code;
        this.command = command;
    }
}


/***/ }),

/***/ 6256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   iJ: () => (/* binding */ proxyFor)
/* harmony export */ });
/* unused harmony export proxyOptions */
/**
 * Which proxy a request takes, by the runner's variables and the rules of GitHub's own toolkit (@actions/http-client
 * lib/proxy.js): lower case before upper case, NO_PROXY by host and its subdomains, loopback always direct.
 */

function variable(environment, name) {
    const value = environment[name.toLowerCase()] ?? "";
    return value === "" ? (environment[name.toUpperCase()] ?? "") : value;
}
function parseProxy(text) {
    if (text === "")
        return undefined;
    return URL.parse(text.includes("://") ? text : `http://${text}`) ?? undefined;
}
/** The proxy for a URL; undefined means a direct connection. A variable that is no URL counts as not set. */
function proxyFor(url, environment) {
    const proxy = parseProxy(variable(environment, url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY"));
    return proxy === undefined || isDirect(url, variable(environment, "NO_PROXY")) ? undefined : proxy;
}
function isDirect(url, noProxy) {
    const host = url.hostname.toLowerCase();
    if (host === "localhost" || host.startsWith("127.") || host === "[::1]")
        return true;
    const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
    return noProxy
        .toLowerCase()
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "")
        .some((item) => {
        const suffix = item.startsWith(".") ? item : `.${item}`;
        return item === "*" || [host, `${host}:${port}`].some((name) => name === item || name.endsWith(suffix));
    });
}
/**
 * The options that send a Node.js agent through a proxy (none: it connects itself). They go with what `proxyFor` chose: left
 * to itself such an agent sends requests for this machine to the proxy too, and reads NO_PROXY by other rules.
 * @throws Failure when this Node.js is older than 24.5, whose agents ignore them
 */
function proxyOptions(proxy, nodeVersion) {
    if (proxy === undefined)
        return {};
    const [major = 0, minor = 0] = nodeVersion.replace(/^v/, "").split(".").map(Number);
    if (major > 24 || (major === 24 && minor >= 5))
        return { proxyEnv: { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href } };
    throw new Failure({
        reason: "failed",
        what: `A proxy is configured, and Node.js ${nodeVersion} of this runner cannot connect through one`,
        remedy: "Update the runner to one with Node.js 24.5 or newer, or name the host in NO_PROXY.",
    });
}
/** What must be masked of the proxies' URLs: passwords as written and decoded, and the pair with the user's name. */
function proxySecrets(environment) {
    const secrets = new Set();
    for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]) {
        for (const text of [environment[name.toLowerCase()], environment[name]]) {
            const proxy = parseProxy(text ?? "");
            if (proxy === undefined || proxy.password === "")
                continue;
            const [user, password] = [decode(proxy.username), decode(proxy.password)];
            for (const secret of [proxy.password, password, `${user}:${password}`])
                secrets.add(secret);
        }
    }
    return [...secrets];
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 8600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compareCodeUnits)
/* harmony export */ });
/** The order of texts. Pure. */
/** Orders texts by their code units: the same on every machine, which localeCompare is not. */
function compareCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 1418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ addressProblem)
/* harmony export */ });
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4055);
/**
 * Resource addresses as users write them in `targets` and `replace`: is a text one at all? Judged by its form only;
 * whether the resource exists is terraform's to say.
 */

/**
 * What is wrong with a resource or module address (`module.a["k"].aws_x.y[0]`), to complete "it …"; undefined when it
 * has the form of one. Names joined by dots, each with at most one key, no white space, nothing evaluated.
 */
function addressProblem(address) {
    if (address === "")
        return "is empty";
    const tokens = (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scanHcl */ .J)(address);
    if (tokens.some(({ kind }) => kind === "space" || kind === "newline"))
        return "contains white space";
    const text = (token) => (token === undefined ? "" : address.slice(token.start, token.end));
    let at = 0;
    for (let names = 0;; names += 1) {
        if (tokens[at]?.kind !== "identifier")
            return names === 0 ? "does not begin with a name" : "has no name after a dot";
        at += 1;
        if (text(tokens[at]) === "[") {
            const length = keyLength(tokens, at + 1);
            if (length === 0 || text(tokens[at + 1 + length]) !== "]")
                return 'has a key that is neither a number nor a "text"';
            at += length + 2;
        }
        if (at === tokens.length)
            return names === 0 ? "is a single name" : undefined;
        if (text(tokens[at]) !== ".")
            return `has an unexpected ${JSON.stringify(text(tokens[at]))} in it`;
        at += 1;
    }
}
/** How many tokens an index key has: a whole number one, a quoted literal two or three; 0 for anything else. */
function keyLength(tokens, at) {
    if (tokens[at]?.kind === "number")
        return 1;
    if (tokens[at]?.kind !== "quote-open")
        return 0;
    if (tokens[at + 1]?.kind === "quote-close")
        return 2;
    return tokens[at + 1]?.kind === "literal" && tokens[at + 2]?.kind === "quote-close" ? 3 : 0;
}


/***/ }),

/***/ 4309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ commandFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7506);
/* harmony import */ var _diagnostic_class_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6187);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1618);
/**
 * A failed terraform command as the Failure a user meets. Texts contain terraform's words: whoever shows them redacts.
 */



const CRASH = "Run the job again with debug logging: it shows the end of what terraform wrote on its error output.";
/** What Go's network code says when a host cannot be reached: no lock file would help. */
const OFFLINE = /could not connect|no such host|connection refused|i\/o timeout|dial tcp|TLS handshake/i;
/** How terraform and Go's runtime announce that the program itself broke (internal/logging/panic.go). */
const PANIC = /^(?:panic: |fatal error: |runtime: out of memory)|(?:TERRAFORM|OPENTOFU) CRASH/m;
/** Puts a command that failed into words. Call it for results that are not what was hoped for, whatever their exit code. */
function commandFailure(result, phase, context) {
    const { cancelled, diagnostics, stderr } = result;
    const classified = (0,_diagnostic_class_js__WEBPACK_IMPORTED_MODULE_0__/* .classify */ .L)(diagnostics.map((found) => fromWorkspace(found, context)), phase);
    const isUnsaved = classified.reason === "state-not-saved";
    if (phase === "apply" && !isUnsaved && isCrash(result))
        return crashed(result, context);
    if (cancelled && !isUnsaved) {
        return new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            reason: "cancelled",
            what: `Cancelled while terraform ${phase} ran`,
            remedy: "Run the job again when you want its result.",
        });
    }
    if (hasErrors(result))
        return withRemedy(classified, result, context);
    const isBegun = phase !== "apply" || result.product !== undefined;
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: classified.reason,
        what: isBegun
            ? `terraform ${phase} ended with ${ending(result)} and named no error`
            : `terraform apply ended with ${ending(result)} before it began`,
        remedy: isBegun ? CRASH : `Nothing was applied. Look at TF_CLI_ARGS and TF_CLI_ARGS_apply. ${CRASH}`,
        cause: new Error(stderr),
    });
}
function hasErrors({ diagnostics }) {
    return diagnostics.some(({ severity }) => severity === "error");
}
function ending({ exitCode, signal }) {
    return signal === undefined ? `exit code ${exitCode ?? "unknown"}` : `signal ${signal}`;
}
/** An apply that did not end by itself. Cancelled before it began, it has neither exit code nor signal. */
function isCrash(result) {
    const { cancelled, exitCode, product, signal, stderr } = result;
    // Asked to stop before it listened to signals, it dies of this one, and has touched nothing.
    if (cancelled && product === undefined && signal === "SIGINT")
        return false;
    if (signal !== undefined || PANIC.test(stderr))
        return true;
    return !cancelled && product !== undefined && exitCode !== 0 && !hasErrors(result);
}
/** A provider that was at work is gone with it: what it made meanwhile is in no state. */
function crashed(result, { uncertain = [], lockId }) {
    const isPanic = PANIC.test(result.stderr);
    const shown = uncertain.slice(0, 3).join(", ");
    const more = uncertain.length > 3 ? ` and ${uncertain.length - 3} more` : "";
    const at = shown === "" ? "" : `, with ${shown}${more} in the making`;
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: "terraform-crashed",
        what: isPanic
            ? `terraform crashed (${ending(result)}) during the apply${at}`
            : `terraform ended with ${ending(result)} during the apply${at}, and named no error`,
        remedy: [
            "What it was making may exist outside of the state: compare terraform state list with what is there, and terraform import (or delete) what is missing.",
            lockId === undefined
                ? "Its lock may be left: the next run names its id, for terraform force-unlock."
                : `Its lock is left: terraform force-unlock ${lockId}.`,
            "Then run the job again: what is left is planned anew.",
        ].join(" "),
        cause: new Error(result.stderr),
    });
}
const UNLOCKED = "There is no .terraform.lock.hcl: run terraform init (and terraform providers lock for every platform you use), and commit the lock file.";
function withRemedy(classified, result, context) {
    const { reason, what, remedy, diagnostic } = classified;
    const location = diagnostic === undefined ? undefined : (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .locateDiagnostic */ .ch)(diagnostic, ".");
    const isOffline = result.diagnostics.some(({ detail }) => OFFLINE.test(detail));
    const isUnlocked = context.hadLockFile === false && reason === "init-failed" && !isOffline && /provider|lock file/i.test(what);
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason,
        what,
        remedy: isUnlocked ? UNLOCKED : remedy,
        ...(location === undefined ? {} : { location }),
    });
}
/** The diagnostic with its file as people know it: relative to the workspace. */
function fromWorkspace(diagnostic, { directory }) {
    const file = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .locateDiagnostic */ .ch)(diagnostic, directory)?.file;
    const { range } = diagnostic;
    return file === undefined || range === undefined
        ? diagnostic
        : { ...diagnostic, range: { ...range, filename: file } };
}


/***/ }),

/***/ 5031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openPlanSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/**
 * A plan document on disk, read piece by piece. It decides nothing about what is in it.
 */

/** Up to this size, in bytes, a document is held in memory: many small reads of a file take longer than one large. */
const HELD = 32 * 1024 * 1024;
/** Opens a document. Close it when nothing will be read any more. */
function openPlanSource(path) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "r");
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
    const held = size > HELD ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
    if (held !== undefined) {
        const read = (offset, length) => held.subarray(offset, offset + length);
        return { size: held.length, read, close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file) };
    }
    return {
        size,
        read: (offset, length) => {
            const bytes = Buffer.allocUnsafe(length);
            let read = 0;
            while (read < length) {
                const more = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, read, length - read, offset + read);
                if (more === 0)
                    break;
                read += more;
            }
            return read === length ? bytes : bytes.subarray(0, read);
        },
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file),
    };
}


/***/ }),

/***/ 8879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ createTerraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
;// CONCATENATED MODULE: ./packages/terraform/lib/apply-progress.js
/** The objects of a plan that an apply works on, in plan order. */
function plannedObjects(plan) {
    return plan.changes.filter(({ mode, kind }) => mode !== "data" && kind !== "read" && kind !== "open").map(toObject);
}
/** Without an announcement: they change nothing but the state (seen in terraform 1.11: no apply_* event for them). */
const SILENT = new Set(["no-op", "forget", "read"]);
function toObject(change) {
    return {
        address: change.address,
        previousAddress: change.previousAddress ?? change.address,
        ...(change.deposed === undefined ? {} : { deposed: change.deposed }),
        operations: change.actions.filter((action) => !SILENT.has(action)),
        isKept: change.kind !== "delete" && change.kind !== "forget",
    };
}
/** What goes wrong after the last operation, when everything planned is done (command/views and clistate of terraform). */
const AFTERWARDS = /^(?:Error releasing the state lock|Failed to save state|Failed to persist state to backend|Failed to (?:create local state file|serialize state))/;
/** Creates the progress of one apply of a plan's objects. */
function createApplyProgress(planned) {
    const tallies = new Map();
    const outputs = new Map();
    const errors = { before: 0, afterwards: 0 };
    let isComplete = false;
    return {
        outputs,
        get isComplete() {
            return isComplete;
        },
        add(event) {
            if (event.type === "change_summary")
                isComplete ||= event.operation === "apply" || event.operation === "destroy";
            if (event.type === "diagnostic")
                countError(errors, event.diagnostic);
            if (event.type === "outputs") {
                for (const [name, { value, action }] of event.outputs)
                    if (action === undefined && value !== undefined)
                        outputs.set(name, value);
            }
            if (event.type === "apply_start" || event.type === "apply_complete" || event.type === "apply_errored")
                count(tallies, event);
        },
        conclude({ exitCode, stateAfter }) {
            const isWalked = isComplete || exitCode === 0 || (errors.before === 0 && errors.afterwards > 0);
            const state = stateAfter === undefined ? undefined : new Set(stateAfter);
            return outcomeOf(planned, { tallies: structuredClone(tallies), isWalked, state });
        },
    };
}
function countError(errors, { severity, summary }) {
    if (severity === "warning")
        return;
    errors[AFTERWARDS.test(summary) ? "afterwards" : "before"] += 1;
}
function keyOf(address, action) {
    return `${action} ${address}`;
}
function count(tallies, event) {
    const key = keyOf(event.address, event.action);
    const tally = tallies.get(key) ?? { started: 0, completed: 0, errored: 0 };
    tallies.set(key, tally);
    if (event.type === "apply_start")
        tally.started += 1;
    else if (event.type === "apply_complete")
        tally.completed += 1;
    else
        tally.errored += 1;
}
function outcomeOf(planned, facts) {
    const lists = {
        applied: new Set(),
        failed: new Set(),
        notStarted: new Set(),
        uncertain: new Set(),
        unsaved: new Set(),
    };
    for (const object of planned) {
        const status = statusOf(object, facts);
        lists[status].add(object.address);
        if (status === "applied" && object.isKept && facts.state?.has(object.address) === false)
            lists.unsaved.add(object.address);
    }
    return {
        applied: [...lists.applied],
        failed: [...lists.failed],
        notStarted: [...lists.notStarted],
        uncertain: [...lists.uncertain],
        unsaved: [...lists.unsaved],
    };
}
function statusOf(object, { tallies, isWalked, state }) {
    const ends = object.operations.map((action) => takeEnd(tallies.get(keyOf(object.address, action))));
    if (ends.includes("errored"))
        return "failed";
    if (isWalked)
        return "applied";
    if (ends.length === 0)
        return isInState(object, state) ? "applied" : "notStarted";
    if (ends.includes("open"))
        return "uncertain";
    if (ends.every((end) => end === "completed"))
        return "applied";
    return ends.includes("completed") ? "failed" : "notStarted";
}
/** Takes one operation out of a tally, the best known first: objects of one address cannot be told apart in the events. */
function takeEnd(tally) {
    if (tally === undefined || tally.started + tally.completed + tally.errored === 0)
        return "none";
    const end = tally.completed > 0 ? "completed" : tally.errored > 0 ? "errored" : "open";
    if (end !== "open")
        tally[end] -= 1;
    tally.started = Math.max(0, tally.started - 1);
    return end;
}
/** Whether the live state shows what terraform does without announcing it: a move, an import, a forget. */
function isInState({ address, previousAddress, deposed, isKept }, state) {
    if (state === undefined || deposed !== undefined)
        return false;
    const isMoved = previousAddress === address || !state.has(previousAddress);
    return state.has(address) === isKept && isMoved;
}

// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __nccwpck_require__(7412);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __nccwpck_require__(2598);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/apply-arguments.js
/**
 * What the environment may add to an apply of a saved plan. Terraform puts TF_CLI_ARGS and TF_CLI_ARGS_apply before our
 * own arguments, so ours win where both give one; what is refused here is what it would honour against the review.
 * Seen in terraform 1.11.4 with a saved plan: it ignores -target, -replace, -destroy, -refresh, -refresh-only and
 * -auto-approve, refuses other values of variables, unknown flags and a second file, and honours the rest.
 */

/** Whole words, and why they are refused. */
const REFUSED = [
    [/^--?state(?:-out)?(?:=|$)/, "would apply to another state than the reviewed one"],
    [/^--?lock=(?!(?:1|t|T|TRUE|true|True)$)/, "would apply without the state's lock"],
    [/^(?:-h|--?help|-v|--?version)(?:=|$)/, "would apply nothing and look like success"],
];
/**
 * A Failure `invalid-input` when the environment would make the apply of a saved plan do something else than was
 * reviewed, or without a lock. Quotes are not interpreted: a word inside them counts as a word, which refuses too much
 * rather than too little.
 */
function checkApplyEnvironment(environment) {
    for (const name of ["TF_CLI_ARGS", "TF_CLI_ARGS_apply"]) {
        for (const word of (environment[name] ?? "").replaceAll(/["'`\\$()]/g, "").split(/\s+/)) {
            const why = REFUSED.find(([flag]) => flag.test(word))?.[1];
            if (why === undefined)
                continue;
            throw new failure/* Failure */.HR({
                reason: "invalid-input",
                what: `${name} holds ${/^[^=]*/.exec(word)?.[0] ?? word}, which ${why}`,
                remedy: `Take it out of ${name} in this job: the backend and the review decide what is applied.`,
            });
        }
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/errored-state.js
/**
 * The state that terraform could not save. It writes it into its working directory, the root module, for everybody to
 * read (seen in 1.11.4: mode 0644).
 */


const ERRORED_STATE = "errored.tfstate";
/**
 * Its absolute path, when it is there; from now on only its owner can read it. A link counts too, and is left alone:
 * terraform would write through it.
 */
function findErroredState({ directory }) {
    const path = (0,external_node_path_.join)(directory, ERRORED_STATE);
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return undefined;
    if (found.isFile())
        (0,external_node_fs_.chmodSync)(path, 0o600);
    return path;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/module-files.js
/**
 * The configuration files of one module's directory, as terraform picks them: regular files by their name, neither folders nor
 * the backups and locks of editors.
 */


/** What terraform and OpenTofu read as configuration, by name. */
const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
/** The files; none when the directory cannot be read. */
function module_files_listModuleFiles(directory) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
    return names
        .filter((name) => CONFIGURATION.test(name) && !name.startsWith("."))
        .map((name) => ({ name, path: (0,external_node_path_.join)(directory, name) }))
        .filter(({ path }) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false)
        .map(({ name, path }) => ({ name, bytes: () => (0,external_node_fs_.readFileSync)(path) }));
}
/** The same as texts. */
function readModuleFiles(directory) {
    return module_files_listModuleFiles(directory).map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes()) }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./packages/runner/lib/process.js
var process = __nccwpck_require__(1845);
;// CONCATENATED MODULE: ./packages/terraform/lib/describe-event.js
/** What a resource's action is called while it runs and when it is done, by terraform's word for it. */
const VERBS = new Map([
    ["create", ["creating", "created"]],
    ["update", ["changing", "changed"]],
    ["delete", ["destroying", "destroyed"]],
    ["replace", ["replacing", "replaced"]],
    ["read", ["reading", "read"]],
    ["import", ["importing", "imported"]],
    ["remove", ["forgetting", "forgotten"]],
    ["open", ["opening", "opened"]],
    ["renew", ["renewing", "renewed"]],
    ["close", ["closing", "closed"]],
    ["noop", ["leaving as it is", "left as it is"]],
]);
const PRODUCTS = { terraform: "Terraform", opentofu: "OpenTofu", other: "Version" };
/** What an apply of a saved plan says of its plan once more. */
const PLANNED = new Set([
    "planned_change",
    "resource_drift",
    "deferred_change",
    "planned_action_invocation",
]);
/**
 * One line for the log, without a line break; undefined for an event that has nothing to show.
 * @param verb the command that says it: an apply does not show its plan again
 */
function describeEvent(event, verb) {
    if (verb === "apply" && PLANNED.has(event.type))
        return undefined;
    const line = lineOf(event);
    return line === undefined ? undefined : visible(line);
}
function lineOf(event) {
    switch (event.type) {
        case "version":
            return `${PRODUCTS[event.product]} ${event.version}`;
        case "planned_change":
        case "resource_drift":
        case "deferred_change":
            return changeLine(event);
        case "outputs":
            return outputsLine(event.outputs);
        case "refresh_start":
            return `${event.address}: refreshing`;
        case "provision_start":
            return `${event.address}: provisioning with ${event.provisioner}`;
        case "provision_complete":
            return `${event.address}: provisioned with ${event.provisioner}`;
        case "provision_errored":
            return `${event.address}: provisioning with ${event.provisioner} failed`;
        case "state_lock_acquire":
            return "Acquiring the state lock";
        case "state_lock_release":
            return "Releasing the state lock";
        case "init_output":
            // What begins with "output" closes the command: that it went well shows in what follows.
            if (event.code === "" || event.code.startsWith("output_"))
                return undefined;
            return event.code.replace(/_message$/, "").replaceAll("_", " ");
        case "log":
            return event.isStateDump ? "The state could not be saved: terraform wrote it into its own output" : undefined;
        // Terraform counts a replacement twice, as added and as destroyed; the line that sums up the step counts it once.
        case "change_summary":
        case "refresh_complete":
        case "provision_progress":
        case "diagnostic":
        case "other":
        case "text":
            break;
        case "planned_action_invocation":
        case "action_start":
        case "action_progress":
        case "action_complete":
        case "action_errored":
            return invocationLine(event);
        case "apply_start":
        case "apply_progress":
        case "apply_complete":
        case "apply_errored":
        case "ephemeral_op_start":
        case "ephemeral_op_progress":
        case "ephemeral_op_complete":
        case "ephemeral_op_errored":
            return operationLine(event);
    }
    return undefined;
}
/** In a plan every output has an action, after an apply none has. */
function outputsLine(outputs) {
    const actions = [...outputs.values()].flatMap(({ action }) => (action === undefined ? [] : [action]));
    if (actions.length === 0)
        return `outputs: ${outputs.size}`;
    const changed = actions.filter((action) => action !== "noop").length;
    return changed === 0 ? undefined : `outputs: ${changed} of ${outputs.size} change`;
}
function changeLine(event) {
    const word = {
        planned_change: "plan to",
        resource_drift: "changed outside of terraform:",
        deferred_change: "deferred:",
    };
    const action = event.action === "remove" ? "forget" : event.action;
    const from = event.previousAddress === undefined ? "" : ` (moved from ${event.previousAddress})`;
    const imported = event.isImport && action !== "import" ? " (imported first)" : "";
    const why = event.reason?.replace(/^(?:delete|replace|read)_because_/, "").replaceAll("_", " ");
    const reason = why === undefined ? "" : ` (${why})`;
    return `${event.address}: ${word[event.type]} ${action}${reason}${from}${imported}`;
}
function operationLine(event) {
    const [doing, done] = VERBS.get(event.action) ?? [event.action, event.action];
    const elapsed = Math.round(event.elapsedSeconds ?? 0);
    const after = elapsed < 1 ? "" : ` after ${elapsed} s`;
    if (event.type.endsWith("_start"))
        return `${event.address}: ${doing}`;
    if (event.type.endsWith("_progress"))
        return `${event.address}: still ${doing}${elapsed < 1 ? "" : `, ${elapsed} s so far`}`;
    if (event.type.endsWith("_complete"))
        return `${event.address}: ${done}${after}`;
    return `${event.address}: ${doing} failed${after}`;
}
function invocationLine(event) {
    const by = event.trigger === undefined ? "" : ` (for ${event.trigger})`;
    if (event.type === "planned_action_invocation")
        return `${event.address}: plan to invoke${by}`;
    if (event.type === "action_start")
        return `${event.address}: invoking${by}`;
    if (event.type === "action_complete")
        return `${event.address}: invoked${by}`;
    return event.type === "action_errored" ? `${event.address}: invocation failed${by}` : undefined;
}
/** Control characters and line separators as escapes, so that one event is one line. */
function visible(line) {
    return line.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, (character) => {
        return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
    });
}

// EXTERNAL MODULE: ./packages/terraform/lib/diagnostics.js
var diagnostics = __nccwpck_require__(1618);
;// CONCATENATED MODULE: ./packages/terraform/lib/events.js
/**
 * terraform's machine-readable stream (`-json`: one JSON object a line) as our own types. Parses only; what is shown of
 * an event is describe-event.ts. An unknown type is `other`, a line that is no JSON object is `text`: never an error.
 * Source of the types: https://developer.hashicorp.com/terraform/internals/machine-readable-ui and
 * https://github.com/hashicorp/terraform/tree/main/internal/command/views/json (message_types.go, hook.go, change.go).
 */


const CHANGES = ["planned_change", "resource_drift", "deferred_change"];
const REFRESHES = ["refresh_start", "refresh_complete"];
const OPERATION = /^(?:apply|ephemeral_op)_(?:start|progress|complete|errored)$/;
const PROVISIONS = ["provision_start", "provision_progress", "provision_complete", "provision_errored"];
const INVOCATIONS = [
    "planned_action_invocation",
    "action_start",
    "action_progress",
    "action_complete",
    "action_errored",
];
const LOCKS = ["state_lock_acquire", "state_lock_release"];
/** Parses one line of the stream, without its line break. Never throws. */
function parseEvent(line) {
    if (!line.startsWith("{"))
        return { type: "text", text: line };
    try {
        const event = JSON.parse(line);
        const type = events_text(event, "type");
        // Numbers of outputs are values that a later step computes with: not a digit of them may be lost.
        return readEvent(type, type === "outputs" ? (0,json_value/* parseJson */.qF)(line) : event);
    }
    catch {
        return { type: "text", text: line };
    }
}
function readEvent(type, event) {
    const message = events_text(event, "@message");
    if (type === "version")
        return readVersion(event);
    if (type === "diagnostic")
        return readDiagnostic(event, message);
    if (isOneOf(CHANGES, type))
        return readChange(type, event);
    if (type === "change_summary")
        return readSummary((0,json_value/* member */.Dc)(event, "changes"));
    if (type === "outputs")
        return { type, outputs: readOutputs((0,json_value/* member */.Dc)(event, "outputs")) };
    const hook = (0,json_value/* member */.Dc)(event, "hook");
    const address = events_text((0,json_value/* member */.Dc)(hook, "resource"), "addr");
    const id = optionalText(hook, "id_value");
    if (isOneOf(REFRESHES, type))
        return { type, address, ...(id === undefined ? {} : { id }) };
    if (isOperation(type))
        return readOperation(type, hook);
    if (isOneOf(PROVISIONS, type)) {
        const output = optionalText(hook, "output");
        return { type, address, provisioner: events_text(hook, "provisioner"), ...(output === undefined ? {} : { output }) };
    }
    if (isOneOf(INVOCATIONS, type))
        return readInvocation(type, hook ?? (0,json_value/* member */.Dc)(event, "invocation"));
    if (isOneOf(LOCKS, type))
        return { type, message };
    if (type === "init_output")
        return { type, code: events_text(event, "message_code"), message };
    if (type === "log")
        return { type, message, isStateDump: (0,json_value/* member */.Dc)(event, "state") !== undefined };
    return { type: "other", name: type, message };
}
function isOneOf(types, type) {
    return types.includes(type);
}
function isOperation(type) {
    return OPERATION.test(type);
}
function events_text(value, key) {
    return optionalText(value, key) ?? "";
}
function optionalText(value, key) {
    const found = (0,json_value/* member */.Dc)(value, key);
    return typeof found === "string" ? found : undefined;
}
function readVersion(event) {
    const ui = events_text(event, "ui");
    const terraform = optionalText(event, "terraform");
    if (terraform !== undefined)
        return { type: "version", product: "terraform", version: terraform, ui };
    const tofu = optionalText(event, "tofu");
    return { type: "version", product: tofu === undefined ? "other" : "opentofu", version: tofu ?? "", ui };
}
function readDiagnostic(event, message) {
    const diagnostic = (0,diagnostics/* parseDiagnostic */.Z5)((0,json_value/* member */.Dc)(event, "diagnostic"));
    return diagnostic === undefined ? { type: "other", name: "diagnostic", message } : { type: "diagnostic", diagnostic };
}
/** A deferred change has its reason beside the change: `{ change: { reason, change: { … } } }` or beside it. */
function readChange(type, event) {
    const outer = (0,json_value/* member */.Dc)(event, "change");
    const change = (0,json_value/* member */.Dc)(outer, "change") ?? outer;
    const previousAddress = optionalText((0,json_value/* member */.Dc)(change, "previous_resource"), "addr");
    const reason = optionalText(outer, "reason") ?? optionalText(event, "reason");
    return {
        type,
        address: events_text((0,json_value/* member */.Dc)(change, "resource"), "addr"),
        action: events_text(change, "action"),
        ...(previousAddress === undefined ? {} : { previousAddress }),
        ...(reason === undefined ? {} : { reason }),
        isImport: (0,json_value/* member */.Dc)(change, "importing") !== undefined,
    };
}
function readSummary(changes) {
    const counts = new Map();
    for (const [name, count] of Object.entries(changes ?? {})) {
        if (typeof count === "number")
            counts.set(name, count);
    }
    return { type: "change_summary", operation: events_text(changes, "operation"), counts };
}
function readOutputs(outputs) {
    const read = new Map();
    for (const [name, output] of Object.entries(outputs ?? {})) {
        const action = optionalText(output, "action");
        const isSensitive = (0,json_value/* member */.Dc)(output, "sensitive") !== false;
        const value = isSensitive ? undefined : (0,json_value/* member */.Dc)(output, "value");
        read.set(name, {
            ...(action === undefined ? {} : { action }),
            isSensitive,
            ...(value === undefined ? {} : { value }),
        });
    }
    return read;
}
function readOperation(type, hook) {
    const elapsed = (0,json_value/* member */.Dc)(hook, "elapsed_seconds");
    const id = optionalText(hook, "id_value");
    return {
        type,
        address: events_text((0,json_value/* member */.Dc)(hook, "resource"), "addr"),
        action: events_text(hook, "action"),
        ...(typeof elapsed === "number" ? { elapsedSeconds: elapsed } : {}),
        ...(id === undefined ? {} : { id }),
    };
}
/** A hook calls the action `action` and its trigger `lifecycle`, a planned invocation adds `_addr` and `_trigger`. */
function readInvocation(type, hook) {
    const lifecycle = (0,json_value/* member */.Dc)(hook, "lifecycle") ?? (0,json_value/* member */.Dc)(hook, "lifecycle_trigger");
    const resource = (0,json_value/* member */.Dc)(lifecycle, "resource") ?? (0,json_value/* member */.Dc)(lifecycle, "triggering_resource");
    const trigger = optionalText(resource, "addr");
    const message = optionalText(hook, "message") ?? optionalText(hook, "error");
    return {
        type,
        address: events_text((0,json_value/* member */.Dc)(hook, "action") ?? (0,json_value/* member */.Dc)(hook, "action_addr"), "addr"),
        ...(trigger === undefined ? {} : { trigger }),
        ...(message === undefined ? {} : { message }),
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/line-splitter.js
/**
 * Cuts a stream of text into lines in constant memory: a line longer than the cap is cut, however long it goes on.
 * It knows nothing about what the lines mean.
 */
/** Longer than any event or diagnostic has reason to be; a whole plan or state in one line must not fill the memory. */
const MAX_LINE = 4 * 1024 * 1024;
/**
 * Creates a splitter that calls `onLine` for every line without its LF or CRLF. A line longer than `maxLength` UTF-16
 * units arrives cut to that length with `isCut` set: its rest is dropped.
 */
function createLineSplitter(onLine, maxLength = MAX_LINE) {
    let pieces = [];
    let length = 0;
    let isCut = false;
    const keep = (piece) => {
        const room = maxLength - length;
        if (piece.length > room)
            isCut = true;
        const kept = piece.length > room ? piece.slice(0, room) : piece;
        if (kept !== "")
            pieces.push(kept);
        length += kept.length;
    };
    const flush = () => {
        const line = pieces.join("");
        const wasCut = isCut;
        pieces = [];
        length = 0;
        isCut = false;
        onLine(!wasCut && line.endsWith("\r") ? line.slice(0, -1) : line, wasCut);
    };
    return {
        write(text) {
            let from = 0;
            for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
                keep(text.slice(from, end));
                flush();
                from = end + 1;
            }
            if (from < text.length)
                keep(text.slice(from));
        },
        end() {
            if (length > 0)
                flush();
        },
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/events-reader.js


/** More diagnostics than anybody reads; a provider that warns per resource must not fill the memory. */
const MAX_DIAGNOSTICS = 10_000;
/** Creates a reader that calls `onEvent` for every line. */
function createEventsReader(onEvent) {
    const diagnostics = [];
    let product;
    const splitter = createLineSplitter((line) => {
        const event = parseEvent(line);
        if (event.type === "diagnostic" && diagnostics.length < MAX_DIAGNOSTICS)
            diagnostics.push(event.diagnostic);
        if (event.type === "version")
            product = event.product === "opentofu" ? "opentofu" : "terraform";
        onEvent(event);
    });
    return {
        write: (text) => splitter.write(text),
        end() {
            splitter.end();
            return { diagnostics, ...(product === undefined ? {} : { product }) };
        },
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/run.js
/**
 * The one place where the terraform binary is started: environment, streams, events, the words for its failures. It
 * knows no verb's options. Nothing is parsed but JSON.
 */






const STDERR_KEPT = 64 * 1024;
/**
 * What terraform must see whatever the job's environment says: nobody is there to answer questions, and a call to
 * the vendor's version check decides nothing.
 */
const FIXED = { TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };
/** What the system says of a path that is no program we may run. */
const NO_BINARY = new Set(["ENOENT", "EACCES", "ENOTDIR", "ENOEXEC", "EPERM", "ELOOP"]);
function environmentOf(options, extra) {
    const workspace = options.workspace ?? "";
    const named = workspace === "" ? {} : { TF_WORKSPACE: workspace };
    const merged = { ...options.environment, ...FIXED, ...named, ...extra };
    const given = Object.entries(merged).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(given);
}
/** Runs the binary and returns its output as it is. Rejects with a Failure only when it cannot be started. */
async function runTerraform(options, invocation, more = {}) {
    const { args, cwd = options.directory, environment, input, maxCapture, stdoutFile, evenWhenCancelled } = invocation;
    options.log.debug(`${options.path} ${args[0] ?? ""}`);
    try {
        return await options.exec(options.path, args, {
            cwd,
            environment: environmentOf(options, environment),
            ...(input === undefined ? {} : { input }),
            ...(maxCapture === undefined ? {} : { maxCapture }),
            ...(stdoutFile === undefined ? {} : { stdoutFile }),
            ...(evenWhenCancelled === undefined ? {} : { evenWhenCancelled }),
            ...more,
        });
    }
    catch (error) {
        if (!(error instanceof process/* CommandFailure */.q) || !NO_BINARY.has(error.code))
            throw error;
        throw new failure/* Failure */.HR({
            reason: "terraform-not-found",
            what: error.what,
            remedy: "Run terraform-setup in a step before this one, or name the binary in terraform-path.",
            cause: error,
        });
    }
}
/** The version that a log has shown: every stream begins with it. */
const shownVersions = new WeakMap();
function isNews(event, log) {
    if (event.type !== "version")
        return true;
    const version = `${event.product} ${event.version}`;
    if (shownVersions.get(log) === version)
        return false;
    shownVersions.set(log, version);
    return true;
}
/**
 * Runs a command with `-json`, following its events: progress goes to the log, diagnostics into the result. It writes
 * into files, not into our pipes: when we are killed, it does not die of SIGPIPE with the state unsaved.
 */
async function runStream(options, invocation, files) {
    const base = (0,external_node_path_.join)(options.temporaryDirectory, `${invocation.args[0] ?? "terraform"}-${(0,external_node_crypto_.randomUUID)()}`);
    const { onStart, ...paths } = files ?? { stdoutFile: `${base}.stdout`, stderrFile: `${base}.stderr` };
    const reader = createEventsReader((event) => {
        const progress = describeEvent(event, invocation.args[0]);
        if (progress !== undefined && isNews(event, options.log))
            options.log.info(progress);
        options.onEvent?.(event);
    });
    try {
        const result = await runTerraform(options, invocation, {
            ...paths,
            maxCapture: STDERR_KEPT,
            onStdout: (text) => reader.write(text),
            ...(onStart === undefined ? {} : { onStart }),
        });
        const { exitCode, signal, cancelled, stderr } = result;
        return { ...reader.end(), exitCode, signal, cancelled, stderr };
    }
    finally {
        if (files === undefined)
            for (const path of Object.values(paths))
                (0,external_node_fs_.rmSync)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/variables-file.js
/**
 * Variables given as HCL text, as a file that terraform can read: private, and gone when terraform has ended.
 */



/** Calls `run` with the path of a file that holds the text; with none when the text is blank. */
async function withVariablesFile({ temporaryDirectory }, variables, run) {
    if (variables.trim() === "")
        return run(undefined);
    const path = (0,external_node_path_.join)(temporaryDirectory, `variables-${(0,external_node_crypto_.randomUUID)()}.tfvars`);
    try {
        (0,external_node_fs_.writeFileSync)(path, variables, { mode: 0o600, flag: "wx" });
        return await run(path);
    }
    finally {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/version.js
/**
 * Which version this is. `version -json` does not tell terraform from OpenTofu; the event that opens every `-json` stream
 * does, see CommandResult.
 */



/** General arguments are meant for plan and apply: here they would only break the question. */
const NO_ARGUMENTS = { TF_CLI_ARGS: undefined };
/** Asks the binary; a Failure `terraform-not-found` when it is none. */
async function version_readVersion(options) {
    const environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_version: undefined };
    const { exitCode, stdout, cancelled } = await runTerraform(options, { args: ["version", "-json"], environment });
    const answer = exitCode === 0 ? parsed(stdout) : undefined;
    const version = (0,json_value/* member */.Dc)(answer, "terraform_version");
    if (typeof version !== "string") {
        throw new failure/* Failure */.HR({
            reason: cancelled ? "cancelled" : "terraform-not-found",
            what: cancelled
                ? "Cancelled before terraform was asked for its version"
                : `${options.path} does not answer "version -json" as terraform does`,
            remedy: "Name a terraform or OpenTofu binary in terraform-path.",
        });
    }
    const platform = (0,json_value/* member */.Dc)(answer, "platform");
    return {
        version,
        platform: typeof platform === "string" ? platform : "",
        providers: selections((0,json_value/* member */.Dc)(answer, "provider_selections")),
    };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function selections(json) {
    const entries = (0,json_value/* isJsonObject */.OW)(json) ? Object.entries(json) : [];
    return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/workspaces.js
/**
 * Which workspaces there are and which one is meant. The list is the one thing read from terraform's human output: it
 * has no JSON form (https://developer.hashicorp.com/terraform/cli/commands/workspace/list). Nothing is ever selected:
 * `workspace select` writes into the directory; the child is told by TF_WORKSPACE.
 */








/** The workspace that every backend has, HCP Terraform aside. */
const DEFAULT_WORKSPACE = "default";
/** What Go's url.PathEscape leaves alone, which is how terraform judges a name. */
const NAME = /^[\w.~$&+=:@-]+$/;
/** Where terraform keeps what init made, `.terraform` unless TF_DATA_DIR says otherwise. */
function workspaces_dataDirectory(options) {
    const named = options.environment["TF_DATA_DIR"] ?? "";
    return (0,external_node_path_.resolve)(options.directory, named === "" ? ".terraform" : named);
}
/** The workspace that a run works in, before anything was asked: the input, TF_WORKSPACE, or the selected one. */
function selectedWorkspace(options) {
    const input = options.workspace ?? "";
    const variable = options.environment["TF_WORKSPACE"] ?? "";
    if (input !== "" && variable !== "" && input !== variable) {
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `The input workspace is ${JSON.stringify(input)}, but TF_WORKSPACE in the environment is ${JSON.stringify(variable)}`,
            remedy: "Take one of them away, or make them equal.",
        });
    }
    const name = input === "" ? variable : input;
    if (name !== "" && !NAME.test(name)) {
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${JSON.stringify(name)} cannot be the name of a workspace`,
            remedy: "Use letters, digits and -._~$&+=:@ only.",
        });
    }
    return name === "" ? readSelected(options) : name;
}
function readSelected(options) {
    try {
        const name = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(workspaces_dataDirectory(options), "environment"), "utf8").trim();
        return name === "" ? DEFAULT_WORKSPACE : name;
    }
    catch {
        return DEFAULT_WORKSPACE;
    }
}
/**
 * Whether the root module keeps its state in HCP Terraform: a `cloud` block or the `remote` backend. Its workspaces are
 * objects of their own, there may be no `default`, and a name that does not exist is refused by init itself.
 */
function isManagedRemotely(directory) {
    return readModuleFiles(directory).some(({ name, text }) => {
        return name.endsWith(".json") ? isRemoteJson(text) : isRemoteHcl(text);
    });
}
function isRemoteHcl(text) {
    const settings = (0,hcl_blocks/* readBlocks */.v_)(text).filter(({ type }) => type === "terraform");
    return settings.some(({ blocks }) => blocks.some(({ type, labels }) => type === "cloud" || (type === "backend" && labels[0] === "remote")));
}
function isRemoteJson(text) {
    try {
        const settings = (0,json_value/* member */.Dc)(JSON.parse(text), "terraform");
        return (Array.isArray(settings) ? settings : [settings]).some((item) => {
            return (0,json_value/* member */.Dc)(item, "cloud") !== undefined || (0,json_value/* member */.Dc)((0,json_value/* member */.Dc)(item, "backend"), "remote") !== undefined;
        });
    }
    catch {
        return false;
    }
}
/** Asks for the list, after init. A list that cannot be read comes back as a diagnostic. */
async function readWorkspaces(options) {
    const selected = selectedWorkspace(options);
    // Without TF_WORKSPACE: it only adds a note to the list, and an unknown name must not disturb the question.
    const environment = { ...NO_ARGUMENTS, TF_WORKSPACE: undefined };
    const { exitCode, stdout, stderr } = await runTerraform(options, {
        args: ["workspace", "list", "-no-color"],
        environment,
    });
    if (exitCode === 0)
        return { names: parseWorkspaces(stdout), selected, isSupported: true };
    // The one fixed sentence of a backend that has no workspaces (backend.ErrWorkspacesNotSupported).
    if (stderr.includes("workspaces not supported"))
        return { names: [DEFAULT_WORKSPACE], selected, isSupported: false };
    return { severity: "error", summary: "Failed to get existing workspaces", detail: stderr };
}
/** The names of a list: one a line, `* ` before the current one and two spaces before the others. */
function parseWorkspaces(list) {
    const names = list.split(/\r?\n/).map((line) => /^[* ] (\S+)$/.exec(line)?.[1]);
    return names.filter((name) => name !== undefined && NAME.test(name));
}
/** The Failure for a workspace that is not there: planned anyway, it would look like an empty one. */
function workspaceNotFound(name, { names, isSupported }) {
    const known = names.slice(0, 20).join(", ");
    return new failure/* Failure */.HR({
        reason: "workspace-not-found",
        what: isSupported
            ? `There is no workspace ${JSON.stringify(name)} in this backend (there ${names.length === 1 ? "is" : "are"}: ${known})`
            : `This backend has no workspaces but default, so there is no ${JSON.stringify(name)}`,
        remedy: isSupported
            ? `Correct the input workspace (or TF_WORKSPACE), or create it with terraform workspace new ${name}.`
            : "Leave the input workspace (or TF_WORKSPACE) empty, or use a backend that has workspaces.",
    });
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/apply.js
/**
 * `apply -json` of a saved plan, with its streams in files that outlive us. One start, never a second one: a saved plan
 * is single use. Whether it may be applied is decided before; what the events mean is apply-progress.ts.
 */











/** The arguments of apply; every value stands behind `=` in an argument of its own, the plan file is an absolute path. */
function applyArguments(options, files) {
    return [
        "apply",
        "-input=false",
        "-no-color",
        "-json",
        ...(options.lockTimeoutMs === undefined ? [] : [`-lock-timeout=${options.lockTimeoutMs}ms`]),
        ...(options.parallelism === undefined ? [] : [`-parallelism=${options.parallelism}`]),
        ...files.map((file) => `-var-file=${file}`),
        options.planFile,
    ];
}
/** Applies. A failed apply is data; `commandFailure(result, "apply", …)` says it. */
async function runApply(terraform, options) {
    checkApplyEnvironment(terraform.environment);
    checkWorkspace(terraform, options.workspace);
    if (findErroredState(terraform) !== undefined)
        throw unsavedBefore();
    const { stdoutFile, stderrFile, onStart } = options;
    for (const path of [stdoutFile, stderrFile])
        (0,external_node_fs_.rmSync)(path, { force: true });
    const needsVariables = hasEphemeralVariables(terraform.directory);
    const progress = createApplyProgress([]);
    const onEvent = (event) => {
        progress.add(event);
        terraform.onEvent?.(event);
        options.onEvent?.(event);
    };
    const result = await withVariablesFile(terraform, needsVariables ? (options.variables ?? "") : "", (text) => {
        const files = needsVariables ? [...(options.varFiles ?? []), ...(text === undefined ? [] : [text])] : [];
        const streams = { stdoutFile, stderrFile, ...(onStart === undefined ? {} : { onStart }) };
        return runStream({ ...terraform, onEvent }, { args: applyArguments(options, files) }, streams);
    });
    const erroredState = findErroredState(terraform);
    const { isComplete, outputs } = progress;
    const isSilent = result.exitCode === 0 && !isComplete;
    return {
        ...result,
        ...(isSilent ? { exitCode: 1, diagnostics: [nothingSaid, ...result.diagnostics] } : {}),
        isComplete,
        outputs,
        ...(erroredState === undefined ? {} : { erroredState }),
    };
}
/** Seen for arguments that make terraform show its help or version: exit code 0, and nothing applied. */
const nothingSaid = {
    severity: "error",
    summary: "terraform did not say that the apply is complete",
    detail: "It ended with exit code 0 without the summary that follows every apply. Nothing is known to be applied.",
};
function unsavedBefore() {
    return new failure/* Failure */.HR({
        reason: "state-not-saved",
        what: `${ERRORED_STATE} lies in the root module: an earlier apply could not save its state`,
        remedy: `Push it with terraform state push ${ERRORED_STATE} (or take it out of the repository), then plan again: applying now would fork the state.`,
    });
}
function checkWorkspace(terraform, planned) {
    const selected = selectedWorkspace(terraform);
    if (planned === undefined || planned === selected)
        return;
    throw new failure/* Failure */.HR({
        reason: "plan-tampered",
        what: `The plan was made in the workspace ${JSON.stringify(planned)}, but ${JSON.stringify(selected)} is selected`,
        remedy: "Apply it in its own workspace: give terraform-apply the same workspace as terraform-plan.",
    });
}
/** Whether the root module declares a variable that no plan file keeps. */
function hasEphemeralVariables(directory) {
    return readModuleFiles(directory).some(({ name, text }) => {
        if (name.endsWith(".json"))
            return hasEphemeralJson(text);
        return (0,hcl_blocks/* readBlocks */.v_)(text).some(({ type, attributes }) => {
            return type === "variable" && attributes.some((attribute) => attribute.name === "ephemeral");
        });
    });
}
/** `"variable": { "x": { "ephemeral": true } }`; at each level a list of such objects is allowed too. */
function hasEphemeralJson(text) {
    try {
        const variables = each((0,json_value/* member */.Dc)(JSON.parse(text), "variable"));
        const declarations = variables.flatMap((named) => ((0,json_value/* isJsonObject */.OW)(named) ? Object.values(named).flatMap(each) : []));
        return declarations.some((declaration) => (0,json_value/* member */.Dc)(declaration, "ephemeral") !== undefined);
    }
    catch {
        return false;
    }
}
function each(value) {
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
}

;// CONCATENATED MODULE: ./packages/terraform/lib/backend.js
/**
 * What tells two backends apart: the type, and a hash over the settings that say where the state is. Never the
 * settings themselves: they can hold credentials. Where they are read from is not its business.
 */


/**
 * Settings that say who we are, not where the state is. They may differ between a plan and its apply (a read-only role,
 * short-lived credentials), and a hash over a guessable one could be tried out, so they stay out of it. Whole names:
 * the kubernetes backend's `secret_suffix` is where the state is.
 */
const CREDENTIAL = /^(?:.*_)?(?:secret|token|password|passwd|credentials|access_key|secret_key|private_key|client_key|client_certificate|passphrase|encryption_key|username|client_id)$|^(?:profile|role_arn|session_name|external_id|max_retries|(?:assume_role|impersonate|use|oidc|skip)(?:_.*)?)$/;
/** The description of a backend by its type and settings, from wherever terraform keeps them. */
function describeBackend(type, settings) {
    return {
        type,
        hash: (0,external_node_crypto_.createHash)("sha256")
            .update(JSON.stringify([type, identity(settings)]))
            .digest("hex"),
    };
}
/** What identifies the state: no absent settings, no credentials, no user names in URLs, keys in order. */
function identity(value) {
    if (Array.isArray(value))
        return value.map(identity);
    if (typeof value === "string") {
        return value.replace(/^([\w+.-]+:\/\/)[^/?#]*@/, "$1").replaceAll(/\bpassword=[^\s&]*/g, "password=");
    }
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const named = Object.entries(value).filter(([key, item]) => item !== null && item !== "" && !CREDENTIAL.test(key));
    return named.map(([key, item]) => [key, identity(item)]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/backend.js
/**
 * Where the state is, as init left it in `.terraform/terraform.tfstate`: the backend's type, and a hash that tells two
 * backends apart (backend.ts).
 */






/** The backend of an initialised root module; without one terraform keeps the state in a local file. */
function readBackend(options) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(workspaces_dataDirectory(options), "terraform.tfstate"), "utf8");
    }
    catch {
        return describeBackend("local", {});
    }
    const backend = (0,json_value/* member */.Dc)(backend_parsed(text), "backend");
    const type = (0,json_value/* member */.Dc)(backend, "type");
    return describeBackend(typeof type === "string" ? type : "local", (0,json_value/* member */.Dc)(backend, "config") ?? {});
}
function backend_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new failure/* Failure */.HR({
            reason: "init-failed",
            what: "The backend settings that init left behind cannot be read",
            remedy: "Remove the .terraform directory and run init again.",
            cause,
        });
    }
}

// EXTERNAL MODULE: ./packages/terraform/lib/influences.js
var influences = __nccwpck_require__(464);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/cli-configuration.js
/**
 * The CLI configuration that terraform will read: looked at for one thing only, whether it replaces providers. Its
 * values (tokens) go nowhere.
 */



/** The names of everything in the environment that changes what terraform does; see `influences`. */
function readInfluences(options) {
    const { environment, directory } = options;
    const named = environment["TF_CLI_CONFIG_FILE"] ?? environment["TERRAFORM_CONFIG"] ?? "";
    const home = environment["HOME"] ?? "";
    const candidates = named === "" ? [".tofurc", ".terraformrc"].map((name) => (0,external_node_path_.join)(home, name)) : [(0,external_node_path_.resolve)(directory, named)];
    return (0,influences/* influences */.V)(environment, candidates.map(readText).join("\n"));
}
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-modules.js
var plan_modules = __nccwpck_require__(7267);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/configuration-modules.js
/**
 * Where the modules of a plan are in a checkout, and which configuration files lie there, so that plan-binding-checkout.ts
 * can compare. It reads names, and a file's bytes when they are asked for; it decides nothing.
 */







/**
 * What the checkout has for the modules of a plan. Before init (`isInitialised: false`) only local modules are looked
 * for, and nothing of `.terraform` is read. Give `product` once it is known which program applies.
 */
function readCheckout(options, modules, more) {
    const keys = localModuleKeys(modules);
    const local = localDirectories(options.directory, modules);
    const installed = more.isInitialised ? readInstalled(options) : new Map();
    const found = modules.flatMap((module) => {
        const isLocal = keys.has(module.key);
        if (!isLocal && !more.isInitialised)
            return [];
        const place = isLocal
            ? findLocal(options.directory, module, local.get(module.key))
            : findInstalled(options.directory, module, installed.get(module.key));
        return [
            { key: module.key, ...nameOf(place), files: place.problem === undefined ? listModuleFiles(place.path) : [] },
        ];
    });
    return { ...more, modules: found, lockFile: readLockFile(options) };
}
function nameOf({ directory, problem }) {
    return problem === undefined ? { directory } : { directory, problem };
}
/**
 * The directories (absolute) of the modules that lie in the checkout, by key, found by following the sources from the
 * root. Links are resolved as terraform resolves them: below the root module's own path.
 */
function localDirectories(root, modules) {
    const found = new Map([["", root]]);
    const keys = (0,plan_modules/* localModuleKeys */._S)(modules);
    // The keys of callers are prefixes of those they call, so they come first.
    const inOrder = modules.filter(({ key }) => key !== "" && keys.has(key)).sort((a, b) => a.key.length - b.key.length);
    for (const { key, source } of inOrder) {
        const caller = found.get((0,plan_modules/* parentKey */.C4)(key));
        const real = caller === undefined ? undefined : realDirectory((0,external_node_path_.resolve)(caller, source));
        if (real !== undefined)
            found.set(key, (0,external_node_path_.resolve)(root, (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(root), real)));
    }
    return found;
}
function realDirectory(path) {
    const isDirectory = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    return isDirectory ? (0,external_node_fs_.realpathSync)(path) : undefined;
}
function findLocal(root, module, path) {
    if (path === undefined)
        return { path: "", directory: module.directory, problem: "missing" };
    const directory = relative(root, path).split(sep).join("/");
    const planned = realDirectory(resolve(root, module.directory));
    return planned === realpathSync(path) ? { path, directory } : { path, directory, problem: "elsewhere" };
}
/** What init installed, by key. */
function readInstalled(options) {
    const list = member(readJson(join(dataDirectory(options), "modules", "modules.json")), "Modules");
    const text = (entry, key) => {
        const value = member(entry, key);
        return typeof value === "string" ? value : "";
    };
    const entries = Array.isArray(list) ? list : [];
    return new Map(entries.map((entry) => [
        text(entry, "Key"),
        { source: text(entry, "Source"), version: text(entry, "Version"), directory: text(entry, "Dir") },
    ]));
}
/** The JSON in a file; undefined when there is none. */
function readJson(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch {
        return undefined;
    }
}
function findInstalled(root, module, installed) {
    const { directory } = module;
    if (installed === undefined)
        return { path: "", directory, problem: "missing" };
    const isSame = installed.source === module.source && installed.version === (module.version ?? "");
    if (!isSame)
        return { path: "", directory, problem: "other-source" };
    const path = resolve(root, installed.directory);
    return path === resolve(root, directory) ? { path, directory } : { path, directory, problem: "elsewhere" };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/init.js
/**
 * `init`: backend, modules, providers. The lock file is not written, but in a scratch copy: a reviewer must see every
 * change of it, so a provider that is not in it is an error, and a lock file that changes anyway is put back.
 */




const LOCK_FILE = ".terraform.lock.hcl";
/** The arguments of init; every value stands behind `=` in an argument of its own and can never become an option. */
function initArguments(options, isJson) {
    return [
        "init",
        "-input=false",
        "-no-color",
        ...(isJson ? ["-json"] : []),
        // Also without a lock file: built-in providers need none, and any other must be locked by a commit, not by us.
        ...(options.isLockFileOpen === true ? [] : ["-lockfile=readonly"]),
        ...(options.hasBackend === false ? ["-backend=false"] : []),
        ...(options.lockTimeoutMs === undefined ? [] : [`-lock-timeout=${options.lockTimeoutMs}ms`]),
        ...(options.backendConfigFiles ?? []).map((file) => `-backend-config=${file}`),
        ...(options.backendConfig ?? []).map((pair) => `-backend-config=${pair}`),
    ];
}
/** Runs init. Its failures are data; `commandFailure(result, "init", …)` says them. */
async function runInit(terraform, options) {
    const path = (0,external_node_path_.join)(terraform.directory, LOCK_FILE);
    const before = readBytes(path);
    const run = (at, extra) => runOnce({ ...terraform, ...at }, options, extra);
    const result = options.hasBackend === false ? await run({}) : await initWorkspace(terraform, run);
    if (options.isLockFileOpen === true)
        return { ...result, hadLockFile: before !== undefined };
    const after = readBytes(path);
    const isChanged = before === undefined ? after !== undefined : after === undefined || !before.equals(after);
    if (!isChanged)
        return { ...result, hadLockFile: before !== undefined };
    if (before === undefined)
        (0,external_node_fs_.rmSync)(path, { force: true });
    else
        (0,external_node_fs_.writeFileSync)(path, before);
    const diagnostics = [lockFileChanged, ...result.diagnostics];
    return { ...result, exitCode: 1, diagnostics, hadLockFile: before !== undefined };
}
/**
 * init reads the state of its workspace, and most backends create one that is not there: only `default` may be asked
 * for until the list says that the other one exists. HCP Terraform, which may have no `default`, checks the name itself.
 */
async function initWorkspace(terraform, run) {
    const name = selectedWorkspace(terraform);
    if (name === DEFAULT_WORKSPACE || isManagedRemotely(terraform.directory))
        return run({ workspace: name });
    const first = await run({ workspace: DEFAULT_WORKSPACE });
    if (first.cancelled)
        return first;
    let workspaces = await readWorkspaces(terraform);
    if ("severity" in workspaces && first.exitCode !== 0) {
        // The state of default may ask for providers that nothing else needs; without them no list is given.
        await run({ workspace: DEFAULT_WORKSPACE }, ["-backend=false"]);
        workspaces = await readWorkspaces(terraform);
    }
    if ("severity" in workspaces)
        return first.exitCode === 0 ? failed(first, workspaces) : first;
    if (workspaces.names.includes(name))
        return run({ workspace: name });
    const missing = workspaceNotFound(name, workspaces);
    return failed(first, { severity: "error", summary: missing.what, detail: missing.remedy });
}
function failed(result, diagnostic) {
    return { ...result, exitCode: 1, diagnostics: [diagnostic] };
}
/** With `-json` (terraform since 1.9, OpenTofu since 1.7); a binary that does not know it starts nothing and says so. */
async function runOnce(terraform, options, extra = []) {
    const result = await runStream(terraform, { args: initArguments(options, true).concat(extra) });
    const isUnderstood = result.exitCode === 0 || result.product !== undefined || result.diagnostics.length > 0;
    if (isUnderstood || result.cancelled || result.exitCode === undefined)
        return result;
    return runPlainInit(terraform, initArguments(options, false).concat(extra));
}
const lockFileChanged = {
    severity: "error",
    summary: "Provider dependency changes detected",
    detail: "init wrote the lock file although it was told not to; it was put back as it was.",
};
/** The text of the lock file; undefined when there is none. */
function init_readLockFile(options) {
    return readBytes((0,external_node_path_.join)(options.directory, LOCK_FILE))?.toString("utf8");
}
function readBytes(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch {
        return undefined;
    }
}
/** An older init has no structured form: its words are passed on as one diagnostic and not read. */
async function runPlainInit(terraform, args) {
    const { exitCode, signal, cancelled, stderr } = await runTerraform(terraform, { args });
    const failed = { severity: "error", summary: "terraform init failed", detail: stderr };
    return { exitCode, signal, cancelled, stderr, diagnostics: exitCode === 0 ? [] : [failed] };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/configuration-files.js
/**
 * Which files make up a configuration: those that git tracks below the root module and its local modules, the files of
 * downloaded modules, and every configuration file in a module's directory, tracked or not. Needs an initialised root
 * for its modules, or a plan. Reads one file at a time, when it is asked for.
 */







/** What terraform and git keep beside a configuration. Only without git: what is tracked counts, whatever its name. */
const LEFT_BEHIND = /\/(?:terraform\.tfstate(?:\.backup)?|\.terraform\.tfstate\.lock\.info)$/;
/**
 * Lists the configuration's files. Nothing is read yet but names. The modules are those that init installed; with
 * `planned`, before init, those of a plan that lie in the checkout: downloaded ones are not there yet.
 */
async function readConfiguration(options, planned) {
    const data = workspaces_dataDirectory(options);
    const modules = planned === undefined ? readModules(options.directory, data) : localModules(options.directory, planned);
    const paths = new Map();
    let isTracked = true;
    for (const { path, isLocal } of modules) {
        const tracked = isLocal ? await trackedFiles(options, path) : undefined;
        if (isLocal && tracked === undefined)
            isTracked = false;
        const found = tracked ?? walk(path, data).filter((file) => !isLocal || !LEFT_BEHIND.test(file));
        for (const file of found)
            if (!paths.has(file))
                paths.set(file, false);
    }
    for (const { path } of modules)
        for (const file of configurationFiles(path))
            paths.set(file, true);
    const files = [...paths].flatMap(([path, isModuleFile]) => toFile(options.directory, data, path, isModuleFile));
    return { files, modules, isTracked };
}
function localModules(root, planned) {
    const directories = new Set(localDirectories(root, planned).values());
    return Array.from(directories, (path) => ({ path, isLocal: true }));
}
/** The root and every module that init installed, each directory once. */
function readModules(root, data) {
    const directories = new Set([root]);
    const list = (0,json_value/* member */.Dc)(readJson((0,external_node_path_.join)(data, "modules", "modules.json")), "Modules");
    for (const entry of Array.isArray(list) ? list : []) {
        const directory = (0,json_value/* member */.Dc)(entry, "Dir");
        if (typeof directory === "string")
            directories.add((0,external_node_path_.resolve)(root, directory));
    }
    const downloaded = data + external_node_path_.sep;
    return Array.from(directories, (path) => ({ path, isLocal: !`${path}${external_node_path_.sep}`.startsWith(downloaded) })).filter(({ path }) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}
/** What git tracks below a directory; undefined outside of a repository, or without git. */
async function trackedFiles(options, cwd) {
    // The repository's own settings name programs (fsmonitor): none is started for a list of files.
    const args = ["-c", "core.fsmonitor=false", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--", "."];
    try {
        const { exitCode, stdout, truncated } = await options.exec("git", args, {
            cwd,
            environment: { ...options.environment, GIT_OPTIONAL_LOCKS: "0" },
            maxCapture: 256 * 1024 * 1024,
        });
        if (exitCode !== 0 || truncated === true)
            return undefined;
        return stdout
            .split("\0")
            .filter((name) => name !== "")
            .map((name) => (0,external_node_path_.join)(cwd, name));
    }
    catch {
        return undefined;
    }
}
/** Every file below a directory; links to directories are not followed. */
function walk(directory, data) {
    const files = [];
    const pending = [directory];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        for (const entry of (0,external_node_fs_.readdirSync)(next, { withFileTypes: true })) {
            const path = (0,external_node_path_.join)(next, entry.name);
            if (entry.isDirectory() && path !== data && !isSkipped(entry))
                pending.push(path);
            else if (!entry.isDirectory())
                files.push(path);
        }
    }
    return files;
}
function isSkipped(entry) {
    return entry.name === ".git" || entry.name === ".terraform" || entry.name === "terraform.tfstate.d";
}
/** What terraform reads as configuration in a module's directory; it leaves out the backups of editors. */
function configurationFiles(directory) {
    const names = (0,external_node_fs_.readdirSync)(directory).filter((name) => CONFIGURATION.test(name) && !name.startsWith("."));
    return names.map((name) => (0,external_node_path_.join)(directory, name));
}
/** The name is the same on every machine: relative to the root, downloaded modules below `.terraform`. */
function toFile(root, data, path, isModuleFile) {
    const inData = (0,external_node_path_.relative)(data, path);
    const isInData = !inData.startsWith("..") && !(0,external_node_path_.isAbsolute)(inData);
    const name = (isInData ? (0,external_node_path_.join)(".terraform", inData) : (0,external_node_path_.relative)(root, path)).split(external_node_path_.sep).join("/");
    if (name === LOCK_FILE)
        return [];
    const content = reader(path);
    return content === undefined ? [] : [{ path: name, isModuleFile, bytes: content }];
}
/**
 * A link counts by where it leads and by what is there. What is no file (a directory, a device, a submodule's
 * folder) has no bytes; a tracked file that is gone is left out like any other deleted one.
 */
function reader(path) {
    const link = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (link === undefined)
        return undefined;
    if (link.isFile())
        return () => (0,external_node_fs_.readFileSync)(path);
    if (!link.isSymbolicLink())
        return undefined;
    return () => {
        const target = Buffer.from(`link ${(0,external_node_fs_.readlinkSync)(path)}\n`);
        const isFile = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
        return isFile ? Buffer.concat([target, (0,external_node_fs_.readFileSync)((0,external_node_fs_.realpathSync)(path))]) : target;
    };
}

// EXTERNAL MODULE: ./packages/terraform/lib/diagnostic-class.js + 3 modules
var diagnostic_class = __nccwpck_require__(6187);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/left-lock.js
/**
 * Whether a lock is left after a terraform that was killed, and its id: only an attempt to take the lock tells. Nothing
 * is written, and nothing is waited for.
 */




/**
 * Who holds the state's lock; undefined when nobody does, or when the backend does not say. A plan locks before it looks
 * at variables, so it needs none: without the lock in its way it ends soon, whatever it finds.
 */
async function findLeftLock(terraform) {
    const reader = createEventsReader(() => undefined);
    await runTerraform(terraform, {
        args: ["plan", "-json", "-input=false", "-no-color", "-refresh=false", "-lock-timeout=0s"],
        environment: { ...NO_ARGUMENTS, TF_CLI_ARGS_plan: undefined },
        maxCapture: 0,
        evenWhenCancelled: true,
    }, { onStdout: (text) => reader.write(text) });
    return (0,diagnostic_class/* classify */.L)(reader.end().diagnostics, "plan").lock;
}

// EXTERNAL MODULE: ./packages/terraform/lib/address.js
var lib_address = __nccwpck_require__(1418);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/plan.js
/**
 * `plan -json -out` and `show -json`: the saved plan and its document. Options become arguments here; what the plan
 * says is read elsewhere (plan-reader.ts).
 */






/** The arguments of plan; every value stands behind `=` in an argument of its own and can never become an option. */
function planArguments(options, variablesFile) {
    const files = [...(options.varFiles ?? []), ...(variablesFile === undefined ? [] : [variablesFile])];
    return [
        "plan",
        "-input=false",
        "-no-color",
        "-json",
        "-detailed-exitcode",
        `-out=${options.planFile}`,
        ...(options.isLocked === false ? ["-lock=false"] : []),
        ...(options.lockTimeoutMs === undefined ? [] : [`-lock-timeout=${options.lockTimeoutMs}ms`]),
        ...(options.parallelism === undefined ? [] : [`-parallelism=${options.parallelism}`]),
        ...(options.isDestroy === true ? ["-destroy"] : []),
        ...(options.isRefreshOnly === true ? ["-refresh-only"] : []),
        ...(options.isRefreshed === false ? ["-refresh=false"] : []),
        ...files.map((file) => `-var-file=${file}`),
        ...(options.targets ?? []).map((address) => `-target=${address}`),
        ...(options.replace ?? []).map((address) => `-replace=${address}`),
    ];
}
function checkAddresses(input, addresses = []) {
    for (const address of addresses) {
        const problem = (0,lib_address/* addressProblem */.c)(address);
        if (problem === undefined)
            continue;
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${JSON.stringify(address)} in ${input} is no resource address: it ${problem}`,
            remedy: 'Write one address a line, like module.network.aws_subnet.a["b"].',
        });
    }
}
/** Plans into `planFile`. A failed plan is data; `commandFailure(result, "plan", …)` says it. */
async function runPlan(terraform, options) {
    checkAddresses("targets", options.targets);
    checkAddresses("replace", options.replace);
    (0,external_node_fs_.rmSync)(options.planFile, { force: true });
    return withVariablesFile(terraform, options.variables ?? "", async (variablesFile) => {
        const result = await runStream(terraform, { args: planArguments(options, variablesFile) });
        const outcome = result.exitCode === 0 ? "no-changes" : result.exitCode === 2 ? "changes" : "failed";
        const hasPlanFile = (0,external_node_fs_.existsSync)(options.planFile);
        // It holds the state and every value in clear; terraform writes it for everybody to read.
        if (hasPlanFile)
            (0,external_node_fs_.chmodSync)(options.planFile, 0o600);
        return { ...result, outcome, hasPlanFile };
    });
}
/**
 * Writes the plan's document to `documentFile` (0600: it holds every value in clear). A Failure `plan-failed` when
 * terraform cannot read the plan: with `-json` show has no structured errors, so its words are the cause, not read.
 */
async function runShow(terraform, planFile, documentFile) {
    (0,external_node_fs_.rmSync)(documentFile, { force: true });
    const { exitCode, stderr, cancelled } = await runTerraform(terraform, {
        args: ["show", "-no-color", "-json", planFile],
        environment: NO_ARGUMENTS,
        stdoutFile: documentFile,
        maxCapture: 64 * 1024,
    });
    if (exitCode === 0)
        return;
    throw new failure/* Failure */.HR({
        reason: cancelled ? "cancelled" : "plan-failed",
        what: cancelled ? "Cancelled while the saved plan was read" : "terraform cannot read the plan it was asked to show",
        remedy: cancelled
            ? "Run the job again."
            : "Make the plan with the same terraform and the same providers as the one that reads it.",
        cause: new Error(stderr),
    });
}

// EXTERNAL MODULE: ./packages/terraform/lib/state-address.js
var state_address = __nccwpck_require__(5234);
;// CONCATENATED MODULE: ./packages/terraform/lib/state-snapshot.js
/**
 * A state snapshot, as `state pull` gives it and as it lies in a plan file: identity, addresses, outputs. Everything in
 * it can be secret; nothing here decides what is shown.
 * Source of the fields: https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go
 */


/**
 * Reads a state; undefined when there is none: no text, or the empty one that backends without a state give (serial 0,
 * no lineage). Newer and older formats give what is found of them. Throws a JsonError for text that is no JSON object.
 */
function parseState(text) {
    if (text.trim() === "")
        return undefined;
    const json = (0,json_value/* parseJson */.qF)(text);
    if (!(0,json_value/* isJsonObject */.OW)(json))
        throw new json_value/* JsonError */.N3("A state is a JSON object", 0);
    const serial = Number((0,json_value/* member */.Dc)(json, "serial") ?? 0);
    const snapshot = {
        lineage: state_snapshot_optionalText((0,json_value/* member */.Dc)(json, "lineage")),
        serial: Number.isFinite(serial) ? serial : 0,
        terraformVersion: state_snapshot_optionalText((0,json_value/* member */.Dc)(json, "terraform_version")),
        addresses: [...new Set(listOf((0,json_value/* member */.Dc)(json, "resources")).flatMap(addressesOf))],
        outputs: state_snapshot_readOutputs((0,json_value/* member */.Dc)(json, "outputs")),
    };
    const isEmpty = snapshot.addresses.length === 0 && snapshot.outputs.size === 0;
    return snapshot.lineage === undefined && snapshot.serial === 0 && isEmpty ? undefined : snapshot;
}
function state_snapshot_optionalText(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** The addresses of one resource's instances. */
function addressesOf(resource) {
    const isNamed = ["type", "name"].every((key) => state_snapshot_optionalText((0,json_value/* member */.Dc)(resource, key)) !== undefined);
    return isNamed ? listOf((0,json_value/* member */.Dc)(resource, "instances")).map((instance) => (0,state_address/* instanceAddress */.w)(resource, instance)) : [];
}
function state_snapshot_readOutputs(outputs) {
    const entries = (0,json_value/* isJsonObject */.OW)(outputs) ? Object.entries(outputs) : [];
    return new Map(entries.map(([name, output]) => {
        const isSensitive = (0,json_value/* member */.Dc)(output, "sensitive") ?? false;
        return [name, { value: (0,json_value/* member */.Dc)(output, "value") ?? null, isSensitive: isSensitive !== false }];
    }));
}

// EXTERNAL MODULE: ./packages/terraform/lib/cli/failure.js
var cli_failure = __nccwpck_require__(4309);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/state.js
/**
 * `state pull` and `state push`: the state as text. It holds every secret in clear: it goes into private files only and
 * into no log.
 */







/** Arguments meant for plan and apply would only break these. */
const environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_state_pull: undefined, TF_CLI_ARGS_state_push: undefined };
const KEPT = 64 * 1024;
/** Reads the state; undefined when there is none. A Failure when it cannot be read. */
async function pullState(terraform, { evenWhenCancelled = false } = {}) {
    const stdoutFile = (0,external_node_path_.join)(terraform.temporaryDirectory, `state-${(0,external_node_crypto_.randomUUID)()}.json`);
    try {
        const invocation = { args: ["state", "pull", "-no-color"], stdoutFile, evenWhenCancelled };
        const result = await runState(terraform, invocation, "The state cannot be read");
        if (result.exitCode !== 0)
            throw (0,cli_failure/* commandFailure */._)(result, "state", { directory: "." });
        const text = (0,external_node_fs_.readFileSync)(stdoutFile, "utf8");
        const snapshot = snapshotOf(text, result);
        return snapshot === undefined ? undefined : { text, snapshot };
    }
    finally {
        (0,external_node_fs_.rmSync)(stdoutFile, { force: true });
    }
}
function snapshotOf(text, result) {
    try {
        return parseState(text);
    }
    catch {
        // Not the parser's words: they could quote the state.
        const diagnostic = { severity: "error", summary: "The state cannot be read", detail: "It is no JSON object." };
        throw (0,cli_failure/* commandFailure */._)({ ...result, diagnostics: [diagnostic] }, "state", { directory: "." });
    }
}
/** Writes a state. A failed push is data; `commandFailure(result, "state", …)` says it. */
async function pushState(terraform, file, { evenWhenCancelled = false, lockTimeoutMs } = {}) {
    const wait = lockTimeoutMs === undefined ? [] : [`-lock-timeout=${lockTimeoutMs}ms`];
    const args = ["state", "push", "-no-color", ...wait, file];
    return runState(terraform, { args, evenWhenCancelled }, "The state cannot be written");
}
/** Neither verb has a structured form: what they say is one diagnostic, not read. */
async function runState(terraform, invocation, summary) {
    const result = await runTerraform(terraform, { ...invocation, environment, maxCapture: KEPT });
    const { exitCode, signal, cancelled, stderr } = result;
    const failed = { severity: "error", summary, detail: stderr.trim() };
    const isCancelled = cancelled && (invocation.evenWhenCancelled !== true || signal !== undefined);
    return { exitCode, signal, cancelled: isCancelled, stderr, diagnostics: exitCode === 0 ? [] : [failed] };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/validate.js
/**
 * `validate -json`, and what `fmt` would change: findings about the configuration as it is written.
 */





const CAPTURE = 32 * 1024 * 1024;
/** Validates the initialised root module. Never rejects for what it finds. */
async function runValidate(terraform) {
    const { exitCode, stdout, stderr } = await runTerraform(terraform, {
        args: ["validate", "-no-color", "-json"],
        environment: NO_ARGUMENTS,
        maxCapture: CAPTURE,
    });
    const unreadable = { severity: "error", summary: "terraform validate gave no result", detail: stderr };
    return (0,diagnostics/* parseValidation */.fu)(stdout) ?? { isValid: exitCode === 0, diagnostics: exitCode === 0 ? [] : [unreadable] };
}
/** What `fmt` formats; OpenTofu adds its own endings. */
const FORMATTED = /\.(?:tf|tfvars|tofu|tftest\.hcl|tfmock\.hcl|tofutest\.hcl)$/;
/** Each costs a process, and nobody reads more of them: one `terraform fmt` mends them all. */
const MOST_FINDINGS = 20;
/**
 * Which files of the directories (absolute, not their subfolders) are not formatted. A file that cannot be parsed is
 * left out: validate says what is wrong with it.
 */
async function runFormatCheck(terraform, directories) {
    const findings = [];
    const all = [...new Set(directories)];
    if (await isFormatted(terraform, all))
        return findings;
    for (const directory of all) {
        if (all.length > 1 && (await isFormatted(terraform, [directory])))
            continue;
        for (const name of (0,external_node_fs_.readdirSync)(directory).sort()) {
            const path = (0,external_node_path_.join)(directory, name);
            const isFile = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
            if (!FORMATTED.test(name) || name.startsWith(".") || !isFile)
                continue;
            if (findings.length >= MOST_FINDINGS)
                return findings;
            const line = await firstUnformatted(terraform, (0,external_node_fs_.readFileSync)(path, "utf8"));
            if (line !== undefined)
                findings.push({ file: (0,external_node_path_.relative)(terraform.directory, path), line });
        }
    }
    return findings;
}
const validate_environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_fmt: undefined };
/** One question for all directories: most are formatted, and need no process each, nor one per file. */
async function isFormatted(terraform, directories) {
    const args = ["fmt", "-check", "-list=false", "-no-color", ...directories];
    return (await runTerraform(terraform, { args, environment: validate_environment, maxCapture: 0 })).exitCode === 0;
}
async function firstUnformatted(terraform, text) {
    const args = ["fmt", "-no-color", "-"];
    const { exitCode, stdout } = await runTerraform(terraform, { args, input: text, environment: validate_environment, maxCapture: CAPTURE });
    if (exitCode !== 0 || stdout === text)
        return undefined;
    const [before, after] = [text.split("\n"), stdout.split("\n")];
    const line = before.findIndex((content, index) => content !== after[index]);
    return line === -1 ? before.length : line + 1;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/terraform.js












/** Creates the door to a terraform binary. Nothing is started yet. */
function createTerraform(options) {
    let version;
    return {
        version: () => (version ??= version_readVersion(options)),
        selectedWorkspace: () => selectedWorkspace(options),
        init: async (init = {}) => {
            selectedWorkspace(options);
            return runInit(options, init);
        },
        workspaces: () => readWorkspaces(options),
        requireWorkspace: () => requireWorkspace(options),
        validate: () => runValidate(options),
        formatCheck: (directories = [options.directory]) => runFormatCheck(options, directories),
        plan: (plan) => runPlan(options, plan),
        apply: (apply) => runApply(options, apply),
        statePull: (pull) => pullState(options, pull),
        statePush: (file, push) => pushState(options, file, push),
        erroredState: () => findErroredState(options),
        leftLock: () => findLeftLock(options),
        showPlan: (planFile, documentFile) => runShow(options, planFile, documentFile),
        backend: () => readBackend(options),
        lockFile: () => init_readLockFile(options),
        influences: () => readInfluences(options),
        configuration: (modules) => readConfiguration(options, modules),
    };
}
async function requireWorkspace(options) {
    const name = selectedWorkspace(options);
    if (name === "default")
        return name;
    const workspaces = await readWorkspaces(options);
    if ("severity" in workspaces)
        return workspaces;
    if (!workspaces.names.includes(name))
        throw workspaceNotFound(name, workspaces);
    return name;
}


/***/ }),

/***/ 6187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ classify),
  f: () => (/* binding */ isToldBy)
});

// EXTERNAL MODULE: ./packages/terraform/lib/diagnostics.js
var lib_diagnostics = __nccwpck_require__(1618);
;// CONCATENATED MODULE: ./packages/terraform/lib/diagnostic-rules-apply.js
/** backend/local/backend_apply.go, command/views/operation.go; seen with an http backend that answers 500 */
const UNSAVED = [
    {
        summary: /^Failed to (persist state to backend|create local state file)/,
        detail: /raw state data is printed|creating local state file for recovery/,
        phases: ["apply"],
        reason: "state-not-saved",
        told: /^Failed to save state/,
        remedy: 'Do not apply again: the state would fork. Not even errored.tfstate could be written: the only copy of the state is the event "Emergency state dump" in what terraform wrote on its output. Save its member state in a file and terraform state push it.',
    },
    {
        summary: /^Failed to (save state|persist state to backend|write state|serialize state)/,
        phases: ["apply"],
        reason: "state-not-saved",
        told: /^Failed to save state/,
        remedy: "Do not apply again: the state would fork. Recover errored.tfstate with terraform state push once the backend can be written.",
    },
];
/** internal/plugin6/grpc_error.go: the provider's process died under a call, so nobody knows what became of it */
const CRASHES = [
    {
        summary: /^(Plugin did not respond|Request cancelled)$/,
        phases: ["apply"],
        reason: "terraform-crashed",
        remedy: "The provider died while it worked: the object may exist outside of the state. Compare terraform state show with what is there, terraform import (or delete) what is missing, then run the job again.",
    },
];
/** backend/local/backend_local.go, backend/backendrun/unparsed_value.go, plans/planfile/wrapped.go; fixtures 04 to 11, 16, 30 */
const SAVED_PLANS = [
    {
        summary: /^Saved plan is stale$/,
        reason: "plan-changed",
        remedy: "The state moved on after this plan was made: make a new plan and have it reviewed.",
    },
    {
        summary: /^Saved plan does not match the given state$/,
        reason: "plan-tampered",
        remedy: "The plan belongs to another state: make the plan with the same backend and workspace.",
    },
    {
        summary: /^Failed to load ".*" as a plan file$|^Failed to read plan/s,
        phases: ["apply"],
        reason: "plan-tampered",
        remedy: "The file is not a plan of this terraform: hand over the file that terraform-plan wrote, unchanged.",
    },
    {
        summary: /^Failed to load ".*" as a plan file$|^Failed to read plan/s,
        remedy: "The file is not a plan of this terraform: make the plan again with the version that reads it.",
    },
    {
        summary: /^Cannot apply incomplete plan$/,
        remedy: "Planning failed half-way: correct its errors and plan again.",
    },
    {
        summary: /^Can't change variable when applying a saved plan$|^Mismatch between input and plan variable value$/,
        remedy: "A saved plan brings its variables: give only ephemeral ones to the apply.",
    },
];
/** What cli/state.ts says of state pull and push, whose own words are the detail. */
const STATES = [
    {
        summary: /^The state cannot be (read|written)$/,
        detail: /Lock Info:|already\s+locked/,
        reason: "state-locked",
        remedy: "Wait for the holder, then run the job again. terraform force-unlock only when nobody works with the state.",
    },
    {
        summary: /^The state cannot be (read|written)$/,
        remedy: "Check that the credentials may read and write the state of this backend, and that it can be reached from the runner.",
    },
];

;// CONCATENATED MODULE: ./packages/terraform/lib/diagnostic-rules.js
/**
 * The table that classify reads: which summaries mean which failure-reason, and the sentence that helps.
 * Data only. Summaries are those of terraform 0.15 to 1.14 and OpenTofu; each group names the source it was read in
 * (paths of https://github.com/hashicorp/terraform/tree/main/internal) or the real runs in fixtures/.
 */

/** terraform/version_required.go, states/statefile/read.go, plans/planfile/tfplan.go, cloud/backend.go */
const VERSIONS = [
    {
        summary: /^Unsupported (Terraform|OpenTofu) Core version$/,
        reason: "version-mismatch",
        remedy: "Let terraform-setup install the version that required_version asks for, or name it in terraform-path.",
    },
    {
        summary: /state snapshot was created by (Terraform|OpenTofu) v|plan file was created by (Terraform|OpenTofu) /i,
        reason: "version-mismatch",
        remedy: "Use the version that wrote it, or a newer one: an older terraform cannot read it.",
    },
    {
        summary: /./,
        detail: /state snapshot was created by (Terraform|OpenTofu) v|plan file was created by (Terraform|OpenTofu) /i,
        reason: "version-mismatch",
        remedy: "Use the version that wrote it, or a newer one: an older terraform cannot read it.",
    },
    {
        summary: /^(Incompatible|Unsupported) (Terraform|OpenTofu) version$|^(Terraform|OpenTofu) version mismatch$/i,
        reason: "version-mismatch",
        remedy: "Use the version that the remote workspace is set to, or change it there.",
    },
];
/** command/clistate/state.go, states/statemgr/locker.go; fixtures 12 and 34 */
const LOCKS = [
    {
        summary: /^Error (acquiring the state lock|locking state)/,
        detail: /^\s*Lock Info:|already locked|lock(ed)? .*held|resource temporarily unavailable/im,
        reason: "state-locked",
        remedy: "Wait for the holder or raise lock-timeout. Only when you are sure that nobody works with the state any more: terraform force-unlock with the lock's id.",
    },
    {
        summary: /^Error (acquiring the state lock|locking state)/,
        remedy: "terraform names no holder: check that the credentials may write the lock of this backend, and that it can be reached.",
    },
    {
        summary: /^Error releasing the state lock/,
        remedy: "The lock may still be there: look who holds it, then terraform force-unlock with its id.",
    },
];
/** command/meta_backend.go, command/meta_backend_errors.go, backend/remote/backend_plan.go; fixtures 41 to 43 */
const BACKENDS = [
    {
        summary: /^(Backend|HCP Terraform|Terraform Cloud|Cloud).* initiali[sz]ation required/,
        detail: /Initial configuration/,
        reason: "init-failed",
        remedy: "The directory is not initialised: run init with the same backend settings first.",
    },
    {
        summary: /^(Backend|HCP Terraform|Terraform Cloud|Cloud).* initiali[sz]ation required|^(Backend|HCP Terraform|Terraform Cloud) configuration changed$/,
        reason: "backend-changed",
        remedy: "A .terraform directory made with other backend settings lies in the root module: remove it (or set TF_DATA_DIR) in this job. To move the state itself, run terraform init -migrate-state by hand.",
    },
    {
        summary: /^Saving a generated plan is currently not supported/,
        reason: "backend-unsupported",
        remedy: "Set the workspace's execution mode to local (the state stays where it is), or use a backend that stores state only.",
    },
    {
        summary: /workspace ("[^"]*" )?(does not|doesn't) exist|^Invalid workspace selection$|^There is no workspace "|^This backend has no workspaces /i,
        reason: "workspace-not-found",
        remedy: "Correct the input workspace (or TF_WORKSPACE), or create the workspace with terraform workspace new.",
    },
    {
        summary: /^(Error loading state|Failed to load state|Error refreshing state|Error inspecting states|Failed to get existing workspaces)/,
        remedy: "Check that the credentials may read the state of this backend, and that it can be reached from the runner.",
    },
];
/** command/init.go, command/meta_dependencies.go, getproviders/errors.go, initwd/module_install.go */
const INSTALLATION = [
    {
        summary: /^Provider dependency changes detected$|^Inconsistent dependency lock file$/,
        reason: "init-failed",
        remedy: "The lock file does not hold what the configuration asks for: run terraform init (and terraform providers lock for the runner's platform) and commit .terraform.lock.hcl.",
    },
    {
        summary: /^(Failed to install provider|Required plugins are not installed|Incompatible provider version)/,
        detail: /checksum|lock file/i,
        reason: "init-failed",
        remedy: "The lock file has no checksum for this platform or another one: run terraform providers lock -platform=linux_amd64 (and the others you use) and commit .terraform.lock.hcl.",
    },
    {
        summary: /^(Failed to query available provider packages|Failed to install provider|Missing required provider|Invalid provider registry host)/,
        reason: "init-failed",
        remedy: "Check the provider's source address, the network, and the mirror or TF_TOKEN_* the registry needs.",
    },
    {
        summary: /^(Failed to download module|Could not download module|Error accessing remote module registry|Module (source|version)s? .*not found|Unresolvable module version constraint)/i,
        reason: "init-failed",
        remedy: "Check the module's source and version, the network, and the credentials its host needs.",
    },
    {
        summary: /^Module not installed$/,
        reason: "init-failed",
        remedy: "Run init again: a module was added since the directory was initialised.",
    },
];
/** terraform/variables.go, backend/backendrun/unparsed_value.go, command/arguments; fixtures 15, 47, 48 */
const VARIABLES = [
    {
        summary: /^No value for required variable$/,
        detail: /ephemeral/,
        remedy: "Give the ephemeral variable to the apply too (variables, var-files or TF_VAR_*): a plan file never stores it.",
    },
    {
        summary: /^No value for required variable$/,
        reason: "invalid-configuration",
        remedy: "Give it in variables, in a file of var-files, or as TF_VAR_<name> in the environment.",
    },
    {
        summary: /^Value for undeclared variable$/,
        reason: "invalid-configuration",
        remedy: "Declare the variable in the root module, or take its value away.",
    },
    {
        summary: /^Invalid value for (input )?variable$|^Invalid default value for variable$/,
        reason: "invalid-configuration",
        remedy: "Correct the value so that it has the variable's type and passes its validation.",
    },
    {
        summary: /^Failed to read variables file$/,
        reason: "invalid-configuration",
        remedy: "Correct the path in var-files: it is relative to the root module.",
    },
];
/** The static errors of hcl/hclsyntax/parser.go, configs, and the validate walk; fixtures 13, 14, 32 */
const CONFIGURATION = [
    {
        summary: /^Configuration for import target does not exist$/,
        reason: "invalid-configuration",
        remedy: "Write the resource block that the import block names.",
    },
    {
        summary: /^No configuration files$/,
        reason: "invalid-configuration",
        remedy: "Correct working-directory: there is no .tf file in it.",
    },
    {
        summary: new RegExp([
            "^(Reference to undeclared|Unsupported (argument|attribute|block type)|Missing required argument|Duplicate |Unclosed |Unterminated )",
            "^(Argument (or block )?definition required|Attribute redefined|Call to unknown function|Cycle:|Extraneous label|Ambiguous )",
            "^(Insufficient|Too many) .* blocks$|^Invalid (argument name|block definition|character|expression|multi-line string|reference|resource type|template)",
            "^Missing (name for|newline|item separator|attribute|key|item)|^(Module not found|Unreadable module|Provider configuration not present|Self-referential)",
            '^(Moved object still exists|Conflicting|Cyclic dependency|Invalid "?(moved|import|removed)"?|Unsuitable value type|Variables not allowed)',
        ].join("|")),
        phases: ["init", "validate", "plan"],
        reason: "invalid-configuration",
        remedy: "Correct the configuration at the place named; terraform's explanation is in the step summary.",
    },
];
/** First match wins, so the more special and the more severe stand first. */
const RULES = [
    ...UNSAVED,
    ...VERSIONS,
    ...LOCKS,
    ...SAVED_PLANS,
    ...BACKENDS,
    ...INSTALLATION,
    ...VARIABLES,
    ...CRASHES,
    ...STATES,
    ...CONFIGURATION,
];

;// CONCATENATED MODULE: ./packages/terraform/lib/state-lock.js
/**
 * Who holds a state lock: read out of the diagnostic that says so. terraform has no structured form of it, only a
 * fixed template in the detail: https://github.com/hashicorp/terraform/blob/main/internal/states/statemgr/locker.go
 * No decision and no sentence here.
 */
const KEYS = new Map([
    ["ID", "id"],
    ["Path", "path"],
    ["Operation", "operation"],
    ["Who", "who"],
    ["Version", "version"],
    ["Created", "created"],
    ["Info", "info"],
]);
const CREATED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)? ([+-]\d\d)(\d\d)/;
/**
 * The http backend prints the information of the lock it wanted, not of the one it met: only the id it names is the
 * holder's (https://github.com/hashicorp/terraform/blob/v1.11.4/internal/backend/remote-state/http/client.go). What
 * the state commands print is wrapped, so any space can be a line break.
 */
const HTTP_HOLDER = /HTTP\s+remote\s+state\s+already\s+locked(?::\s+ID=(\S+))?/;
/** The lock information in a diagnostic's detail; undefined when it names no lock, or not the holder's. */
function parseLockInfo(detail) {
    const http = HTTP_HOLDER.exec(detail);
    if (http !== null)
        return http[1] === undefined ? undefined : { id: http[1] };
    const lines = detail.split(/\r?\n/);
    const heading = lines.findIndex((line) => line.trim() === "Lock Info:");
    if (heading === -1)
        return undefined;
    const lock = {};
    for (const line of lines.slice(heading + 1)) {
        const colon = line.indexOf(":");
        const key = KEYS.get(line.slice(0, Math.max(colon, 0)).trim());
        if (!line.startsWith("  ") || key === undefined || lock[key] !== undefined)
            break;
        const value = line.slice(colon + 1).trim();
        if (value !== "")
            lock[key] = value;
    }
    const createdAt = parseCreated(lock.created);
    if (createdAt !== undefined)
        lock.createdAt = createdAt;
    return lock.id === undefined && lock.who === undefined ? undefined : lock;
}
function parseCreated(created) {
    const match = CREATED.exec(created ?? "");
    if (match === null)
        return undefined;
    const [, date, time, fraction = "0", hours, minutes] = match;
    const parsed = Date.parse(`${date ?? ""}T${time ?? ""}.${fraction.padEnd(3, "0")}${hours ?? ""}:${minutes ?? ""}`);
    return Number.isNaN(parsed) ? undefined : parsed;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diagnostic-class.js
/**
 * What a failed terraform means for the step: the failure-reason of the contract, what happened, and what to do.
 * Decided by the structured summaries of diagnostics (data of the `-json` forms, not human text); the rules are a table,
 * the first that matches any error wins. Where the exact summaries come from is said beside each rule.
 */



const DEFAULT_REASONS = {
    init: "init-failed",
    validate: "invalid-configuration",
    plan: "plan-failed",
    show: "plan-failed",
    apply: "apply-failed",
    state: "apply-failed",
};
/**
 * Why terraform failed. Warnings never decide. Without any error (a crash, a kill) the phase's own reason comes back
 * with a remedy that says where to look.
 */
function classify(diagnostics, phase) {
    const errors = (0,lib_diagnostics/* orderDiagnostics */.LR)(diagnostics).filter(({ severity }) => severity !== "warning");
    for (const rule of RULES) {
        const diagnostic = errors.find((error) => matches(rule, error, phase));
        if (diagnostic !== undefined)
            return decided(rule, diagnostic, errors, phase);
    }
    const first = errors.find((error) => !(0,lib_diagnostics/* isHeading */.Vq)(error)) ?? errors[0];
    if (first !== undefined)
        return undecided(first, errors.length, phase);
    return {
        reason: DEFAULT_REASONS[phase],
        what: `terraform ${phase} failed without naming an error`,
        remedy: "Run the job again with debug logging to see what terraform wrote on its error output.",
    };
}
function matches(rule, error, phase) {
    if (rule.phases !== undefined && !rule.phases.includes(phase))
        return false;
    if (!rule.summary.test(error.summary))
        return false;
    return rule.detail === undefined || rule.detail.test(error.detail);
}
function decided(rule, decisive, errors, phase) {
    const diagnostic = errors.find(({ summary }) => rule.told?.test(summary)) ?? decisive;
    const lock = rule.reason === "state-locked" ? parseLockInfo(diagnostic.detail) : undefined;
    return {
        reason: rule.reason ?? DEFAULT_REASONS[phase],
        what: rule.reason === "state-locked" ? lockSentence(lock) : sentence(diagnostic),
        remedy: rule.remedy,
        diagnostic,
        ...(lock === undefined ? {} : { lock }),
    };
}
function undecided(first, errors, phase) {
    const more = errors > 1 ? ` (the first of ${errors} errors)` : "";
    const where = first.range === undefined ? "" : " at the place named";
    return {
        reason: DEFAULT_REASONS[phase],
        what: `${sentence(first)}${more}`,
        // Never a second try by itself: some of it is done, and a saved plan is single use. The cause of a failed apply is
        // often outside of the configuration.
        remedy: phase === "apply"
            ? "Correct the cause, then run the job again: it goes on with what is left. Terraform's explanation is in the step summary."
            : `Correct it${where}; terraform's explanation is in the step summary.`,
        diagnostic: first,
    };
}
function sentence(diagnostic) {
    const about = diagnostic.address === undefined ? "" : `${diagnostic.address}: `;
    const place = diagnostic.range === undefined ? "" : ` (${diagnostic.range.filename} line ${diagnostic.range.start.line})`;
    const summary = diagnostic.summary.split("\n", 1)[0] ?? "";
    const why = reasonOf(diagnostic.detail);
    return `${about}${summary}${place}${why === "" ? "" : `: ${why}`}`;
}
/** How terraform hands on what a command of a provisioner wrote: internal/builtin/provisioners/local-exec. */
const OUTPUT = ". Output: ";
/** What went wrong, and the end of the output where it was a command. */
function reasonOf(detail) {
    const why = firstSentence(detail);
    const end = lastOutputLine(detail);
    return end === "" ? why : `${why}; its output ends: ${end}`;
}
function lastOutputLine(detail) {
    const at = detail.indexOf(OUTPUT);
    if (at < 0)
        return "";
    const lines = detail.slice(at + OUTPUT.length).split("\n");
    const last = lines.findLast((line) => line.trim() !== "")?.trim() ?? "";
    return last.length <= LONGEST_SENTENCE ? last : `${last.slice(0, LONGEST_SENTENCE).toWellFormed()}…`;
}
/** Whether a sentence that was made of a diagnostic says all of it that fits on one line: nobody needs to read both. */
function isToldBy(what, { summary, detail }) {
    if (!what.includes(summary.split("\n", 1)[0] ?? ""))
        return false;
    const text = detail.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
    if (text === "" || what.includes(text))
        return true;
    return detail.includes(OUTPUT) && what.includes(reasonOf(detail));
}
/** Longer ones are explanations; they stand in the annotation and the summary. */
const LONGEST_SENTENCE = 200;
/** What went wrong in particular: terraform's summary is often only a heading. */
function firstSentence(detail) {
    const paragraph = detail.trimStart().split(/\n\s*\n/, 1)[0] ?? "";
    const text = paragraph
        .slice(0, 2 * LONGEST_SENTENCE)
        .replaceAll(/\s+/g, " ")
        .trim();
    // Nested causes stand behind colons, the innermost last: the whole sentence, when it is short enough.
    const sentences = [/[.](?= |$)/, /[.:](?= |$)/].map((end) => text.split(end, 1)[0] ?? "");
    return sentences.find(({ length }) => length <= LONGEST_SENTENCE)?.replace(/:$/, "") ?? "";
}
function lockSentence(lock) {
    if (lock === undefined)
        return "The state is locked by somebody else";
    const since = lock.createdAt === undefined ? lock.created : new Date(lock.createdAt).toISOString();
    const parts = [
        `The state is locked by ${lock.who ?? "somebody"}`,
        ...(since === undefined ? [] : [`since ${since}`]),
        ...(lock.operation === undefined ? [] : [`for ${lock.operation.replace(/^OperationType/, "").toLowerCase()}`]),
        ...(lock.id === undefined ? [] : [`(lock ${lock.id})`]),
    ];
    return parts.join(" ");
}


/***/ }),

/***/ 1618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ orderDiagnostics),
/* harmony export */   Vq: () => (/* binding */ isHeading),
/* harmony export */   Z5: () => (/* binding */ parseDiagnostic),
/* harmony export */   ch: () => (/* binding */ locateDiagnostic),
/* harmony export */   fu: () => (/* binding */ parseValidation)
/* harmony export */ });
/* unused harmony export compareDiagnostics */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2598);
/**
 * terraform's diagnostics: parsed from the `-json` stream and from `validate -json`, ordered, and placed in the
 * workspace. What they mean for a step is diagnostic-class.ts; nothing here judges or renders.
 * Source of the shape: https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format
 */


function textOf(value, key) {
    const found = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, key);
    return typeof found === "string" ? found : "";
}
function numberOf(value, key) {
    const found = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, key);
    return typeof found === "number" ? found : 0;
}
function position(value) {
    return { line: numberOf(value, "line"), column: numberOf(value, "column"), byte: numberOf(value, "byte") };
}
function snippet(value) {
    const context = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, "context");
    const values = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, "values");
    return {
        ...(typeof context === "string" ? { context } : {}),
        code: textOf(value, "code"),
        startLine: numberOf(value, "start_line"),
        highlightStart: numberOf(value, "highlight_start_offset"),
        highlightEnd: numberOf(value, "highlight_end_offset"),
        values: (Array.isArray(values) ? values : []).map((item) => ({
            traversal: textOf(item, "traversal"),
            statement: textOf(item, "statement"),
        })),
    };
}
/** Reads one diagnostic object; undefined when it is none (no severity and no summary). */
function parseDiagnostic(value) {
    const json = value;
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(json))
        return undefined;
    const severity = textOf(json, "severity");
    const summary = textOf(json, "summary");
    if (severity === "" && summary === "")
        return undefined;
    const range = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, "range");
    const code = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, "snippet");
    const address = textOf(json, "address");
    return {
        severity: severity === "" ? "error" : severity,
        summary,
        detail: textOf(json, "detail"),
        ...(address === "" ? {} : { address }),
        ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(range)
            ? {
                range: {
                    filename: textOf(range, "filename"),
                    start: position((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(range, "start")),
                    end: position((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(range, "end")),
                },
            }
            : {}),
        ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(code) ? { snippet: snippet(code) } : {}),
    };
}
/** Reads the answer of `validate -json`; undefined when the text is something else. */
function parseValidation(text) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const isValid = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, "valid");
    const list = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, "diagnostics");
    if (typeof isValid !== "boolean")
        return undefined;
    const diagnostics = (Array.isArray(list) ? list : []).map(parseDiagnostic).filter((item) => item !== undefined);
    return { isValid, diagnostics };
}
/** terraform's heading over the diagnostics of an init: it says nothing itself. */
const HEADING = /^(Terraform|OpenTofu) encountered problems during initiali[sz]ation/;
/** Whether a diagnostic only announces others. */
function isHeading(diagnostic) {
    return HEADING.test(diagnostic.summary);
}
/** An unknown severity stands between errors and warnings: it is not known to be harmless. */
function rank(diagnostic) {
    const severities = ["error", "warning"].indexOf(diagnostic.severity);
    return (severities === -1 ? 1 : severities * 2) + (isHeading(diagnostic) ? 0.5 : 0);
}
/** Worst first: errors, unknown severities, warnings; a mere heading after the others of its severity. */
function compareDiagnostics(a, b) {
    return rank(a) - rank(b);
}
/** Without repetitions, worst first; equally bad ones stay in terraform's order. */
function orderDiagnostics(all) {
    const seen = new Map(all.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
    return [...seen.values()].sort(compareDiagnostics);
}
/**
 * Where a diagnostic points, relative to the workspace. `directory` is where terraform ran, relative to the workspace.
 * undefined for what is not a file in the workspace (`<value for var.x>`, a downloaded module outside of it).
 */
function locateDiagnostic(diagnostic, directory) {
    const { range } = diagnostic;
    if (range === undefined || range.filename === "" || range.filename.startsWith("<"))
        return undefined;
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(directory.replaceAll("\\", "/"), range.filename.replaceAll("\\", "/")));
    if (range.filename.startsWith("/") || file.startsWith("../") || file.startsWith("/") || file.includes("\0"))
        return undefined;
    if (range.start.line < 1)
        return { file };
    return {
        file,
        line: range.start.line,
        ...(range.end.line >= range.start.line ? { endLine: range.end.line } : {}),
        ...(range.start.column > 0 ? { column: range.start.column } : {}),
        ...(range.end.column > 0 ? { endColumn: range.end.column } : {}),
    };
}


/***/ }),

/***/ 7412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ readHcl),
/* harmony export */   Ln: () => (/* binding */ unescapeQuoted),
/* harmony export */   v_: () => (/* binding */ readBlocks)
/* harmony export */ });
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4055);
/**
 * A thin structural reader on top of the lexer: blocks, labels, attributes, and which values are literal strings or
 * objects, all with offsets to edit by. It evaluates nothing, never throws, and skips what it cannot read.
 */

/** Deeper nesting than any real configuration has is skipped, so that hostile text cannot exhaust the stack. */
const MAX_DEPTH = 100;
const BRACKETS = {
    "{": { opens: "{" },
    "(": { opens: "(" },
    "[": { opens: "[" },
    "}": { closes: "{" },
    ")": { closes: "(" },
    "]": { closes: "[" },
};
const PAIRS = {
    "quote-open": { opens: "quote" },
    "heredoc-open": { opens: "heredoc" },
    "template-open": { opens: "template" },
    "quote-close": { closes: "quote" },
    "heredoc-close": { closes: "heredoc" },
    "template-close": { closes: "template" },
};
/** The blocks at the top of a file. See readHcl. */
function readBlocks(text) {
    return readHcl(text).blocks;
}
/**
 * The attributes and blocks at the top of a file (a .tfvars file has attributes). Linear; never throws. `scanned` is what
 * scanHcl makes of the text, for who has that already.
 */
function readHcl(text, scanned = (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scanHcl */ .J)(text)) {
    const tokens = scanned.filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "bom");
    const source = { text, tokens, closer: matchClosers(text, tokens) };
    return readBody(source, 0, tokens.length, 0);
}
function slice(source, index) {
    const token = source.tokens[index];
    return token === undefined ? "" : source.text.slice(token.start, token.end);
}
function isOperator(source, index, text) {
    return source.tokens[index]?.kind === "operator" && slice(source, index) === text;
}
/** For each opening token the index of its closing one, or the number of tokens where it is never closed. */
function matchClosers(text, tokens) {
    const closer = Array.from({ length: tokens.length });
    const stack = [];
    const open = new Map();
    for (const [index, token] of tokens.entries()) {
        const opens = openerName(text, token);
        if (opens !== undefined) {
            closer[index] = tokens.length;
            stack.push({ name: opens, index });
            open.set(opens, (open.get(opens) ?? 0) + 1);
            continue;
        }
        const closes = closerName(text, token);
        if (closes === undefined || (open.get(closes) ?? 0) === 0)
            continue;
        for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
            closer[top.index] = index;
            open.set(top.name, (open.get(top.name) ?? 0) - 1);
            if (top.name === closes)
                break;
        }
    }
    return closer;
}
function openerName(text, { kind, start }) {
    return kind === "operator" ? BRACKETS[text.charAt(start)]?.opens : PAIRS[kind]?.opens;
}
function closerName(text, { kind, start }) {
    return kind === "operator" ? BRACKETS[text.charAt(start)]?.closes : PAIRS[kind]?.closes;
}
function readBody(source, from, to, depth) {
    const body = { attributes: [], blocks: [] };
    let index = from;
    while (index < to) {
        const kind = source.tokens[index]?.kind;
        if (kind === "identifier" && isOperator(source, index + 1, "=")) {
            const end = expressionEnd(source, index + 2, to, false);
            body.attributes.push(readAttribute(source, index, end, depth));
            index = end;
        }
        else if (kind === "identifier") {
            const { block, next } = readBlock(source, index, to, depth);
            if (block !== undefined)
                body.blocks.push(block);
            index = next;
        }
        else if (kind === "newline")
            index += 1;
        else
            index = Math.max(index + 1, expressionEnd(source, index, to, false));
    }
    return body;
}
/** The index behind an expression: its line break or, in an object, also its comma, or the end of what is around it. */
function expressionEnd(source, from, to, isInObject) {
    for (let index = from; index < to;) {
        if (source.tokens[index]?.kind === "newline" || (isInObject && isOperator(source, index, ",")))
            return index;
        const closer = source.closer[index];
        index = closer === undefined ? index + 1 : closer + 1;
    }
    return to;
}
function readBlock(source, at, to, depth) {
    const labels = [];
    const labelSpans = [];
    let index = at + 1;
    while (index < to && !isOperator(source, index, "{")) {
        const token = source.tokens[index];
        const end = token?.kind === "quote-open" ? Math.min((source.closer[index] ?? to) + 1, to) : index + 1;
        const value = token?.kind === "quote-open" ? readValue(source, index, end, depth) : undefined;
        if (value?.kind === "string")
            labels.push(value.value);
        else if (token?.kind === "identifier")
            labels.push(slice(source, index));
        else
            return { next: expressionEnd(source, at, to, false) };
        labelSpans.push(spanOf(source, index, end));
        index = end;
    }
    if (index >= to)
        return { next: to };
    const closer = Math.min(source.closer[index] ?? to, to);
    const isClosed = isOperator(source, closer, "}");
    const body = depth < MAX_DEPTH ? readBody(source, index + 1, closer, depth + 1) : { attributes: [], blocks: [] };
    const whole = spanOf(source, at, isClosed ? closer + 1 : closer);
    const bodyEnd = isClosed ? whole.end - 1 : whole.end;
    const span = { start: source.tokens[index]?.end ?? whole.end, end: bodyEnd };
    return {
        block: { ...whole, type: slice(source, at), labels, labelSpans, body: span, ...body, isClosed },
        next: Math.min(closer + 1, to),
    };
}
/** The span of tokens `from` to `to` (exclusive). */
function spanOf(source, from, to) {
    const start = source.tokens[from]?.start ?? source.text.length;
    return { start, end: Math.max(start, source.tokens[to - 1]?.end ?? start) };
}
function readAttribute(source, at, end, depth) {
    const nameEnd = source.tokens[at]?.kind === "quote-open" ? (source.closer[at] ?? at) + 1 : at + 1;
    const key = nameEnd === at + 1 ? slice(source, at) : stringValue(source, at, nameEnd)?.value;
    return {
        ...spanOf(source, at, end),
        name: key ?? "",
        nameSpan: spanOf(source, at, nameEnd),
        value: readValue(source, nameEnd + 1, end, depth),
    };
}
function readValue(source, from, to, depth) {
    const span = spanOf(source, from, to);
    const isWhole = from < to && source.closer[from] === to - 1;
    if (isWhole && isOperator(source, from, "{") && depth < MAX_DEPTH) {
        return { ...span, kind: "object", attributes: readObject(source, from + 1, to - 1, depth + 1) };
    }
    return (isWhole ? stringValue(source, from, to) : undefined) ?? { ...span, kind: "other" };
}
function stringValue(source, from, to) {
    const isQuoted = source.tokens[from]?.kind === "quote-open" && source.tokens[to - 1]?.kind === "quote-close";
    const isLiteral = to - from === 2 || (to - from === 3 && source.tokens[from + 1]?.kind === "literal");
    if (!isQuoted || !isLiteral)
        return undefined;
    const span = spanOf(source, from, to);
    const content = { start: span.start + 1, end: span.end - 1 };
    const value = unescapeQuoted(source.text.slice(content.start, content.end));
    return value === undefined ? undefined : { ...span, kind: "string", value, content };
}
function readObject(source, from, to, depth) {
    const attributes = [];
    let index = from;
    while (index < to) {
        const end = expressionEnd(source, index, to, true);
        const nameEnd = source.tokens[index]?.kind === "quote-open" ? (source.closer[index] ?? to) + 1 : index + 1;
        const isName = nameEnd > index + 1 || source.tokens[index]?.kind === "identifier";
        if (isName && nameEnd < end && (isOperator(source, nameEnd, "=") || isOperator(source, nameEnd, ":"))) {
            attributes.push(readAttribute(source, index, end, depth));
        }
        index = Math.max(end, index) + 1;
    }
    return attributes;
}
const ESCAPES = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|([$%])\4\{|\\/g;
/** The value of quoted literal text; undefined where HCL reads none (a line break, an unknown escape). */
function unescapeQuoted(raw) {
    if (raw.includes("\n") || raw.includes("\r"))
        return undefined;
    let isValid = true;
    const value = raw.replace(ESCAPE, (_, short, long, char, sign) => {
        if (sign !== undefined)
            return `${sign}{`;
        const code = Number.parseInt(short ?? long ?? "", 16);
        if (!Number.isNaN(code) && code <= 0x10ffff)
            return String.fromCodePoint(code);
        const known = char === undefined ? undefined : ESCAPES[char];
        if (known === undefined)
            isValid = false;
        return known ?? "";
    });
    return isValid ? value : undefined;
}


/***/ }),

/***/ 4055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ scanHcl)
});

;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-stretch.js
/**
 * How far the plain stretches of HCL text go: spaces, names, the insides of quotes. Most of a text is in ASCII, which is
 * read here without regular expressions: they take most of the time that scanning takes. It makes no tokens.
 */
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** Operators that no longer one begins with. */
const PLAIN = "[](){},";
const [TAB, SPACE, QUOTE, DOLLAR, PERCENT, HYPHEN, BACKSLASH, UNDERSCORE] = [9, 32, 34, 36, 37, 45, 92, 95];
/** The spaces and tabs from an offset on. */
function spaceLength(text, from) {
    let at = from;
    for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at))
        at += 1;
    return at - from;
}
/** The identifier that begins at an offset; 0 when none does. */
function identifierLength(text, from) {
    const first = text.charCodeAt(from);
    if (first < 0x80 && !isLetter(first))
        return 0;
    let at = from;
    let code = first;
    while (isLetter(code) || isDigit(code) || code === HYPHEN) {
        at += 1;
        code = text.charCodeAt(at);
    }
    // Other scripts have letters, too. At the end of the text the code is NaN.
    if (!(code >= 0x80))
        return at - from;
    IDENTIFIER.lastIndex = from;
    return IDENTIFIER.exec(text)?.[0].length ?? 0;
}
function isLetter(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Is there a bracket or a comma? They are operators whatever follows. */
function isPlainOperator(text, at) {
    return PLAIN.includes(text.charAt(at)) && at < text.length;
}
/** The characters from an offset on that mean nothing but themselves between quotes. */
function plainLength(text, from) {
    let at = from;
    for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === QUOTE || code === DOLLAR || code === PERCENT || code === BACKSLASH)
            break;
    }
    return at - from;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-scan.js
/**
 * The lexer of HCL native syntax (.tf, .tofu, .tfvars, .terraform.lock.hcl): text in, tokens with exact offsets out.
 * It knows no structure (hcl-blocks.ts) and no terraform; it never throws and reads every character once.
 * The grammar is the one of hclsyntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/scan_tokens.rl
 */

const NUMBER = /[0-9](?:[0-9.]|[eE][+-]?[0-9])*/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const OPERATOR = /\.\.\.|==|!=|>=|<=|&&|\|\||::|=>|[[\](){}.,*/%+\-=<>!?:&|~^;`']/y;
/** White space as Go's strings.TrimSpace sees it: unlike String.trim it takes U+0085 and leaves U+FEFF. */
const GO_SPACE = /[\t\v\f\r \u0085\p{Zs}\u2028\u2029]/u;
/**
 * Splits HCL text into tokens that cover it without a gap: joining `text.slice(t.start, t.end)` of all tokens gives
 * the text back. Linear in the length of the text, whatever it holds; never throws.
 */
function scanHcl(text) {
    const scan = { text, tokens: [], modes: [], at: 0 };
    if (text.startsWith("\uFEFF"))
        emit(scan, "bom", 1);
    while (scan.at < text.length) {
        const mode = scan.modes.at(-1);
        if (mode === undefined || mode.in === "template")
            scanCode(scan, mode);
        else if (mode.in === "quote")
            scanQuote(scan);
        else
            scanHeredoc(scan, mode.marker);
    }
    return scan.tokens;
}
function emit(scan, kind, length) {
    if (length === 0)
        return;
    const end = Math.min(scan.at + length, scan.text.length);
    scan.tokens.push({ kind, start: scan.at, end });
    scan.at = end;
}
function invalidRest(scan) {
    emit(scan, "invalid", scan.text.length - scan.at);
}
function match(pattern, scan) {
    pattern.lastIndex = scan.at;
    return pattern.exec(scan.text);
}
/** One token outside of strings, or inside of a template sequence. */
function scanCode(scan, mode) {
    const { text, at } = scan;
    const char = text.charAt(at);
    if (char === " " || char === "\t")
        emit(scan, "space", spaceLength(text, at));
    else if (char === "\n")
        emit(scan, "newline", 1);
    else if (text.startsWith("\r\n", at))
        emit(scan, "newline", 2);
    else if (char === "#" || text.startsWith("//", at))
        emit(scan, "comment", lineEnd(text, at) - at);
    else if (text.startsWith("/*", at))
        scanBlockComment(scan);
    else if (char === '"')
        hcl_scan_open(scan, "quote-open", 1, { in: "quote" });
    else if (mode !== undefined && (char === "}" || text.startsWith("~}", at)) && mode.braces === 0) {
        scan.modes.pop();
        emit(scan, "template-close", char === "}" ? 1 : 2);
    }
    else
        scanWord(scan, mode);
}
function hcl_scan_open(scan, kind, length, mode) {
    emit(scan, kind, length);
    scan.modes.push(mode);
}
function scanWord(scan, mode) {
    const { text, at } = scan;
    const identifier = identifierLength(text, at);
    if (identifier > 0)
        return emit(scan, "identifier", identifier);
    if (isPlainOperator(text, at))
        return scanOperator(scan, mode, 1);
    const number = match(NUMBER, scan);
    // `1...` is a number and an ellipsis: a number may hold dots but not end with one.
    if (number !== null)
        return emit(scan, "number", withoutTrailingDots(number[0]));
    const heredoc = match(HEREDOC, scan);
    if (heredoc !== null) {
        return hcl_scan_open(scan, "heredoc-open", heredoc[0].length, { in: "heredoc", marker: heredoc[1] ?? "" });
    }
    const operator = match(OPERATOR, scan);
    if (operator === null)
        return emit(scan, "invalid", (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    scanOperator(scan, mode, operator[0].length);
}
function scanOperator(scan, mode, length) {
    const char = scan.text.charAt(scan.at);
    if (mode !== undefined && char === "{")
        mode.braces += 1;
    if (mode !== undefined && char === "}")
        mode.braces -= 1;
    emit(scan, "operator", length);
}
function withoutTrailingDots(number) {
    let length = number.length;
    while (number.charAt(length - 1) === ".")
        length -= 1;
    return length;
}
function scanBlockComment(scan) {
    const end = scan.text.indexOf("*/", scan.at + 2);
    if (end === -1)
        invalidRest(scan);
    else
        emit(scan, "comment", end + 2 - scan.at);
}
/** The end of the line without its line break; a lone CR does not end a line. */
function lineEnd(text, from) {
    const end = text.indexOf("\n", from);
    if (end === -1)
        return text.length;
    return text.charAt(end - 1) === "\r" && end - 1 >= from ? end - 1 : end;
}
/** Where a template sequence begins in literal text: its length, 0 for none. `$${` and `%%{` are literal. */
function templateLength(text, at) {
    if (text.charAt(at + 1) !== "{")
        return 0;
    return text.charAt(at + 2) === "~" ? 3 : 2;
}
/** The length of an ordinary piece of literal text that begins with `$` or `%`. */
function dollarLength(text, at) {
    return text.charAt(at + 1) === text.charAt(at) && text.charAt(at + 2) === "{" ? 3 : 1;
}
/** A quoted string up to the next template sequence or its end. A line break in it is an error to HCL, not an end. */
function scanQuote(scan) {
    const { text } = scan;
    let end = scan.at;
    while (end < text.length) {
        const char = text.charAt(end);
        if (char === '"') {
            emit(scan, "literal", end - scan.at);
            scan.modes.pop();
            return emit(scan, "quote-close", 1);
        }
        if (char === "$" || char === "%") {
            const length = templateLength(text, end);
            if (length > 0)
                return openTemplate(scan, end, length);
            end += dollarLength(text, end);
        }
        else if (char !== "\\")
            end += plainLength(text, end) || 1;
        else
            end += text.charAt(end + 1) !== "\n" && text.charAt(end + 1) !== "\r" ? 2 : 1;
    }
    emit(scan, "literal", text.length - scan.at);
}
function openTemplate(scan, at, length) {
    emit(scan, "literal", at - scan.at);
    hcl_scan_open(scan, "template-open", length, { in: "template", braces: 0 });
}
/** A heredoc up to the next template sequence or the line that holds nothing but its marker. */
function scanHeredoc(scan, marker) {
    const { text } = scan;
    let end = scan.at;
    while (end < text.length) {
        if (text.charAt(end - 1) === "\n" && closeHeredoc(scan, end, marker))
            return;
        while (end < text.length && text.charAt(end) !== "\n") {
            const char = text.charAt(end);
            if (char === "\r" && text.charAt(end + 1) !== "\n")
                return invalidRest(scan);
            const length = char === "$" || char === "%" ? templateLength(text, end) : 0;
            if (length > 0)
                return openTemplate(scan, end, length);
            end += char === "$" || char === "%" ? dollarLength(text, end) : 1;
        }
        end += 1;
    }
    emit(scan, "literal", text.length - scan.at);
}
function closeHeredoc(scan, at, marker) {
    const lineStop = lineEnd(scan.text, at);
    let start = at;
    while (start < lineStop && GO_SPACE.test(scan.text.charAt(start)))
        start += 1;
    if (!scan.text.startsWith(marker, start))
        return false;
    let end = start + marker.length;
    while (end < lineStop && GO_SPACE.test(scan.text.charAt(end)))
        end += 1;
    // The marker needs a line end behind it: at the end of the file HCL reads it as text of an unfinished heredoc.
    if (end !== lineStop || lineStop === scan.text.length)
        return false;
    emit(scan, "literal", at - scan.at);
    scan.modes.pop();
    emit(scan, "heredoc-close", end - at);
    return true;
}


/***/ }),

/***/ 464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ influences),
/* harmony export */   j: () => (/* binding */ cliArguments)
/* harmony export */ });
/**
 * Environment that changes what terraform does without standing in the configuration or in an input: it is passed on,
 * and named for the reader of a plan. Names only: values can be secrets.
 */
/** What the rest of the environment may do to a run, beyond the configuration. */
const EXACT = new Set([
    "TF_WORKSPACE",
    "TF_DATA_DIR",
    "TF_PLUGIN_CACHE_DIR",
    "TF_REATTACH_PROVIDERS",
    "TF_CLI_CONFIG_FILE",
    "TERRAFORM_CONFIG",
    "TF_IGNORE",
    "TF_ENCRYPTION",
]);
/**
 * The names of variables that change what terraform does: `TF_CLI_ARGS*`, `TF_VAR_*`, `TF_WORKSPACE`, …, sorted. A CLI
 * configuration is named `TF_CLI_CONFIG_FILE (dev_overrides)` when `cliConfiguration`, its text, replaces providers.
 */
function influences(environment, cliConfiguration = "") {
    const names = Object.keys(environment).filter((name) => {
        if (environment[name] === undefined || environment[name] === "")
            return false;
        return EXACT.has(name) || name.startsWith("TF_VAR_") || name === "TF_CLI_ARGS" || name.startsWith("TF_CLI_ARGS_");
    });
    const overridden = hasDevOverrides(cliConfiguration) ? ["CLI configuration (dev_overrides)"] : [];
    return names.concat(overridden).sort();
}
/** The `TF_CLI_ARGS*` variables with their values: they enter the fingerprint. */
function cliArguments(environment) {
    const given = {};
    for (const name of Object.keys(environment).sort()) {
        const value = environment[name] ?? "";
        if (value !== "" && (name === "TF_CLI_ARGS" || name.startsWith("TF_CLI_ARGS_")))
            given[name] = value;
    }
    return given;
}
/** Whether a CLI configuration file replaces providers by local builds: those are not in the lock file. */
function hasDevOverrides(cliConfiguration) {
    return /\bdev_overrides\b/.test(cliConfiguration.replaceAll(/(?:#|\/\/)[^\n]*/g, ""));
}


/***/ }),

/***/ 5604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ JsonScanner)
});

;// CONCATENATED MODULE: ./packages/terraform/lib/json-bytes.js
/**
 * The bytes that mean something in JSON (RFC 8259). No reading here.
 */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const LETTER_N = 0x6e;
const LETTER_U = 0x75;
const END = -1;
/** 1 for a byte that ends the plain part of a string: the quote, a backslash, a control character. */
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 1 : 0);
/** Whether a byte is a hexadecimal digit. */
const isHexDigit = (byte) => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
/** Whether a byte belongs to a number or a literal: it ends none of them. */
const isWordByte = (byte) => byte > 0x20 && byte !== COMMA && byte !== CLOSE_OBJECT && byte !== CLOSE_LIST;
/** What may stand in a document beside strings and containers. */
const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

;// CONCATENATED MODULE: ./packages/terraform/lib/json-nesting.js
/**
 * Which containers of a JSON document are open, while json-scan.ts steps over it. Nothing but a stack of bits.
 */
/** Which containers are open, one bit each: a hostile document can open hundreds of millions. */
class Nesting {
    /** How many containers are open. */
    depth = 0;
    #bits = new Uint8Array(8);
    /** Whether the innermost open container is an object; false for a list. */
    get isObject() {
        const top = this.depth - 1;
        return ((this.#bits[top >> 3] ?? 0) & (1 << (top & 7))) !== 0;
    }
    /** Steps into a container. */
    open(isObject) {
        if (this.depth >> 3 === this.#bits.length) {
            const wider = new Uint8Array(this.#bits.length * 2);
            wider.set(this.#bits);
            this.#bits = wider;
        }
        const bit = 1 << (this.depth & 7);
        const at = this.depth >> 3;
        this.#bits[at] = isObject ? (this.#bits[at] ?? 0) | bit : (this.#bits[at] ?? 0) & ~bit;
        this.depth += 1;
    }
    /** Steps out of the innermost container. */
    close() {
        this.depth -= 1;
    }
}

// EXTERNAL MODULE: ./packages/terraform/lib/json-texts.js
var json_texts = __nccwpck_require__(975);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __nccwpck_require__(2598);
;// CONCATENATED MODULE: ./packages/terraform/lib/json-window.js
/**
 * A window of bytes that moves forward over a source, for json-scan.ts: what is next, where it is, and what is wrong
 * when it is not what was expected. It knows bytes and white space, no grammar.
 */


/** The window. `buffer` and `at` are open because the loop over strings is the hottest of all. */
class ByteWindow {
    buffer = Buffer.alloc(0);
    at = 0;
    #base;
    #source;
    #limit;
    #size;
    /** `size`: how many bytes are read at once. */
    constructor(source, span, size) {
        this.#source = source;
        this.#base = span.offset;
        this.#limit = span.offset + span.length;
        this.#size = size;
    }
    /** Where the next byte is, in the source. */
    get offset() {
        return this.#base + this.at;
    }
    /** The next byte, not consumed; `END` after the last. */
    peek() {
        return this.buffer[this.at] ?? (this.#refill() ? (this.buffer[this.at] ?? END) : END);
    }
    /** The next byte that is no white space, not consumed. */
    next() {
        for (;;) {
            const byte = this.peek();
            if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
                return byte;
            this.at += 1;
        }
    }
    /** Consumes white space and this byte, if it is next. */
    skipped(byte) {
        if (this.next() !== byte)
            return false;
        this.at += 1;
        return true;
    }
    /** Consumes white space and this byte. */
    expect(byte) {
        if (!this.skipped(byte))
            this.fail();
    }
    /** Bytes that have been passed, or that are anywhere in the source. */
    slice({ offset, length }) {
        const start = offset - this.#base;
        if (start >= 0 && start + length <= this.buffer.length)
            return this.buffer.subarray(start, start + length);
        const answer = this.#source.read(offset, length);
        if (answer.length < length)
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset + answer.length);
        return asBuffer(answer);
    }
    /** Says that what is at this place is wrong. */
    fail(at = this.offset) {
        const isEnd = at === this.offset && this.peek() === END;
        throw new json_value/* JsonError */.N3(isEnd ? "the document ends too early" : "this is no valid JSON", at);
    }
    #refill() {
        const offset = this.offset;
        const length = Math.min(this.#size, this.#limit - offset);
        if (length <= 0)
            return false;
        const answer = this.#source.read(offset, length);
        if (answer.length === 0)
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset);
        this.buffer = asBuffer(answer);
        this.#base = offset;
        this.at = 0;
        return true;
    }
}
function asBuffer(answer) {
    return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-scan.js
/**
 * Walks a JSON document of any size through a window of bytes: what is asked for is read, everything else is skipped
 * but still checked. It must not know terraform's keys, and never holds more than its window and one wanted value.
 */





const WINDOW = 1 << 20;
/** Longer numbers exist in theory only; the limit keeps a hostile one out of memory. */
const LONGEST_WORD = 1 << 16;
/**
 * A cursor in a JSON document. Before a value call one of `object`, `list`, `take`, `skip`; `object` and `list` skip
 * a value that their visitor leaves untouched. All throw a {@link JsonError} whose offset is in bytes of the source.
 */
class JsonScanner {
    #window;
    #nesting = new Nesting();
    #texts;
    constructor(source, options = {}) {
        const span = options.span ?? { offset: 0, length: source.size };
        this.#texts = options.texts ?? new json_texts/* TextCache */.S();
        this.#window = new ByteWindow(source, span, Math.max(1, options.window ?? WINDOW));
    }
    /** Where the next byte is, in the source. */
    get offset() {
        return this.#window.offset;
    }
    /** Whether the next value is null. */
    isNull() {
        return this.#window.next() === LETTER_N;
    }
    /** Whether the next value is an object. */
    isObject() {
        return this.#window.next() === OPEN_OBJECT;
    }
    /** Whether the next value is a list. */
    isList() {
        return this.#window.next() === OPEN_LIST;
    }
    /**
     * Visits the members of an object in document order; the cursor stands before the member's value. `place` is where
     * the key is, with its quotes.
     */
    object(visit) {
        const window = this.#window;
        window.expect(OPEN_OBJECT);
        if (window.skipped(CLOSE_OBJECT))
            return;
        do {
            if (window.next() !== QUOTE)
                window.fail();
            const offset = window.offset;
            const key = this.#string();
            const place = { offset, length: window.offset - offset };
            window.expect(COLON);
            window.next();
            const before = window.offset;
            visit(key, place);
            if (window.offset === before)
                this.#step();
        } while (window.skipped(COMMA));
        window.expect(CLOSE_OBJECT);
    }
    /** Visits the elements of a list. */
    list(visit) {
        const window = this.#window;
        window.expect(OPEN_LIST);
        if (window.skipped(CLOSE_LIST))
            return;
        let index = 0;
        do {
            window.next();
            const before = window.offset;
            visit(index++);
            if (window.offset === before)
                this.#step();
        } while (window.skipped(COMMA));
        window.expect(CLOSE_LIST);
    }
    /** Reads the next value. */
    take() {
        if (this.#window.next() === QUOTE)
            return this.#string();
        return this.read(this.skip());
    }
    /** Steps over the next value, whatever its size and depth, and tells where it was. */
    skip() {
        this.#window.next();
        const offset = this.#window.offset;
        this.#step();
        return { offset, length: this.#window.offset - offset };
    }
    /** Reads a value at another place of the source; the cursor stays where it is. */
    read(span) {
        try {
            return (0,json_value/* parseJson */.qF)(this.#window.slice(span).toString("utf8"));
        }
        catch (error) {
            throw error instanceof json_value/* JsonError */.N3 ? new json_value/* JsonError */.N3(error.message, span.offset) : error;
        }
    }
    /** The end of the document: only white space may be left. */
    end() {
        if (this.#window.next() !== END)
            this.#window.fail();
    }
    #step() {
        const nesting = this.#nesting;
        const window = this.#window;
        for (;;) {
            if (this.#opened())
                continue;
            while (nesting.depth > 0 && window.skipped(nesting.isObject ? CLOSE_OBJECT : CLOSE_LIST)) {
                nesting.close();
            }
            if (nesting.depth === 0)
                return;
            window.expect(COMMA);
            if (nesting.isObject)
                this.#skipKey();
        }
    }
    /** Steps over a scalar or an empty container (false), or into a container that has something (true). */
    #opened() {
        const window = this.#window;
        const first = window.next();
        if (first === QUOTE)
            this.#skipString();
        else if (first === OPEN_OBJECT) {
            window.at += 1;
            if (window.skipped(CLOSE_OBJECT))
                return false;
            this.#nesting.open(true);
            this.#skipKey();
            return true;
        }
        else if (first === OPEN_LIST) {
            window.at += 1;
            if (window.skipped(CLOSE_LIST))
                return false;
            this.#nesting.open(false);
            return true;
        }
        else
            this.#skipWord();
        return false;
    }
    #string() {
        const { offset, at, buffer } = this.#window;
        const isPlain = this.#skipString();
        if (isPlain && this.#window.buffer === buffer)
            return this.#texts.read(buffer, at + 1, this.#window.at - 1);
        const text = this.read({ offset, length: this.#window.offset - offset });
        return typeof text === "string" ? text : this.#window.fail(offset);
    }
    #skipKey() {
        if (this.#window.next() !== QUOTE)
            this.#window.fail();
        this.#skipString();
        this.#window.expect(COLON);
    }
    /** Steps over a string; whether it is written as it is, without escapes. */
    #skipString() {
        const window = this.#window;
        window.at += 1;
        let isPlain = true;
        for (;;) {
            const { buffer } = window;
            const end = buffer.length;
            let { at } = window;
            while (at < end && STOPS[buffer[at] ?? 0] === 0)
                at += 1;
            window.at = at;
            const stop = window.peek();
            if (stop === QUOTE) {
                window.at += 1;
                return isPlain;
            }
            if (stop === BACKSLASH) {
                isPlain = false;
                this.#skipEscape();
            }
            else if (stop === END || stop < 0x20)
                window.fail();
        }
    }
    #skipEscape() {
        const window = this.#window;
        window.at += 1;
        const escape = window.peek();
        if (escape === LETTER_U) {
            for (let digit = 0; digit < 4; digit += 1) {
                window.at += 1;
                if (!isHexDigit(window.peek()))
                    window.fail();
            }
        }
        else if (escape === END || !'"\\/bfnrt'.includes(String.fromCharCode(escape)))
            window.fail();
        window.at += 1;
    }
    /** true, false, null or a number. */
    #skipWord() {
        const window = this.#window;
        const start = window.offset;
        let word = "";
        for (let byte = window.peek(); isWordByte(byte) && word.length < LONGEST_WORD; byte = window.peek()) {
            word += String.fromCharCode(byte);
            window.at += 1;
        }
        if (word.length === LONGEST_WORD)
            throw new json_value/* JsonError */.N3(`a number has more than ${LONGEST_WORD} digits`, start);
        if (!WORD.test(word))
            window.fail(start);
    }
}


/***/ }),

/***/ 975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ TextCache)
/* harmony export */ });
/**
 * Makes strings of bytes, the same string for the same short text: a plan says "managed" and "update" 200,000 times.
 */
const LONGEST = 48;
const SLOTS = 4096;
/** Remembers short texts; a later one takes the slot of an earlier one. */
class TextCache {
    #slots;
    /** The text of the bytes from `start` to before `end`, which are UTF-8. */
    read(buffer, start, end) {
        const length = end - start;
        if (length > LONGEST)
            return buffer.toString("utf8", start, end);
        let hash = length;
        let all = 0;
        for (let at = start; at < end; at += 1) {
            const byte = buffer[at] ?? 0;
            all |= byte;
            hash = (Math.imul(hash, 31) + byte) | 0;
        }
        // Only where a character is a byte can a text be compared with bytes.
        if (all > 0x7f)
            return buffer.toString("utf8", start, end);
        const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        this.#slots ??= Array.from({ length: SLOTS });
        const known = this.#slots[slot];
        if (known !== undefined && isText(known, buffer, start, length))
            return known;
        const text = buffer.toString("latin1", start, end);
        this.#slots[slot] = text;
        return text;
    }
}
function isText(text, buffer, start, length) {
    if (text.length !== length)
        return false;
    for (let at = 0; at < length; at += 1)
        if (text.charCodeAt(at) !== buffer[start + at])
            return false;
    return true;
}


/***/ }),

/***/ 2598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ numberText),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   N3: () => (/* binding */ JsonError),
/* harmony export */   Nk: () => (/* binding */ setMember),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/**
 * JSON as values: what a slice of a plan document is read into, without losing a digit.
 * It must not know terraform's keys (plan-reader.ts does) and must not read from anywhere (json-scan.ts does).
 */
/** A number kept as it is written in the document: 9007199254740993, 1e400, 1.0. */
class ExactNumber {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** JSON that cannot be read; `offset` counts from the start of what was read (bytes in a document, else characters). */
class JsonError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.name = "JsonError";
        this.offset = offset;
    }
}
/**
 * How deep values may nest. Go's encoder refuses to write what nests deeper than 10,000 levels, so no plan does; with
 * a lower limit everything that walks values may recurse.
 */
const MAX_DEPTH = 1000;
/** The number as written, for `number` and {@link ExactNumber} alike. */
function numberText(value) {
    return typeof value === "number" ? String(value) : value.text;
}
/** Whether the value is a JSON object: no list, no null, no number kept as text. */
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}
/** An own member of a JSON object; undefined when the value is no object or has no such member. */
function member(value, key) {
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/**
 * Sets an own member. A plain assignment would change the prototype for `__proto__`, and would throw for `constructor`
 * and its like where Object.prototype is frozen.
 */
function setMember(object, key, value) {
    if (key in Object.prototype) {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    }
    else
        object[key] = value;
}
/**
 * Reads JSON text (RFC 8259) like JSON.parse, but keeps the digits of numbers and nests at most {@link MAX_DEPTH} deep.
 * `mayRepeat`: whether a key may occur twice in an object; the last one counts then, as for JSON.parse.
 * Throws a {@link JsonError} whose offset counts UTF-16 units.
 */
function parseJson(text, mayRepeat = true) {
    if (mayRepeat && isPlain(text)) {
        try {
            return JSON.parse(text);
        }
        catch {
            // Read once more below, to say where it is wrong.
        }
    }
    const reader = new ValueReader(text, mayRepeat);
    const value = reader.value(0);
    reader.end();
    return value;
}
/** A number that JSON.parse could read differently: with a point or exponent, of many digits, minus zero. */
const DELICATE = /(?:^|[:,[\s])-?(?:\d{1,15}[.eE]|\d{16})|(?:^|[:,[\s])-0/;
/** Whether JSON.parse, which is many times faster, gives the same: no delicate number, and not nested too deeply. */
function isPlain(text) {
    if (DELICATE.test(text))
        return false;
    let depth = 0;
    for (const opener of ["{", "["]) {
        for (let at = text.indexOf(opener); at >= 0 && depth <= MAX_DEPTH; at = text.indexOf(opener, at + 1))
            depth += 1;
    }
    return depth <= MAX_DEPTH;
}
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CONTROL = /[\u0000-\u001F]/;
const LITERALS = new Map([
    ["t", true],
    ["f", false],
    ["n", null],
]);
class ValueReader {
    #text;
    #mayRepeat;
    #at = 0;
    #backslash = -1;
    constructor(text, mayRepeat) {
        this.#text = text;
        this.#mayRepeat = mayRepeat;
    }
    value(depth) {
        if (depth > MAX_DEPTH)
            throw new JsonError(`values nest deeper than ${MAX_DEPTH} levels`, this.#at);
        const first = this.#next();
        if (first === '"')
            return this.#string();
        if (first === "{")
            return this.#object(depth);
        if (first === "[")
            return this.#list(depth);
        const literal = LITERALS.get(first);
        return literal === undefined ? this.#number() : this.#literal(literal);
    }
    end() {
        if (this.#next() !== "")
            this.#fail();
    }
    #object(depth) {
        const object = {};
        this.#at += 1;
        if (this.#skipped("}"))
            return object;
        do {
            if (this.#next() !== '"')
                this.#fail();
            const key = this.#string();
            if (!this.#skipped(":"))
                this.#fail();
            if (!this.#mayRepeat && Object.hasOwn(object, key))
                throw new JsonError("a key occurs twice", this.#at);
            setMember(object, key, this.value(depth + 1));
        } while (this.#skipped(","));
        if (!this.#skipped("}"))
            this.#fail();
        return object;
    }
    #list(depth) {
        const list = [];
        this.#at += 1;
        if (this.#skipped("]"))
            return list;
        do
            list.push(this.value(depth + 1));
        while (this.#skipped(","));
        if (!this.#skipped("]"))
            this.#fail();
        return list;
    }
    #string() {
        const text = this.#text;
        const start = this.#at;
        let end = text.indexOf('"', start + 1);
        let from = start + 1;
        while (end !== -1 && this.#nextBackslash(from) < end) {
            from = this.#backslash + 2;
            if (from > end)
                end = text.indexOf('"', from);
        }
        if (end === -1)
            this.#fail(text.length);
        this.#at = end + 1;
        const content = text.slice(start + 1, end);
        if (CONTROL.test(content))
            this.#fail(start + 1 + content.search(CONTROL));
        return from === start + 1 ? content : this.#unescape(start, end + 1);
    }
    /** Where the next backslash is, remembered: to look for it at every string would be quadratic. */
    #nextBackslash(from) {
        if (this.#backslash < from) {
            const found = this.#text.indexOf("\\", from);
            this.#backslash = found === -1 ? Number.POSITIVE_INFINITY : found;
        }
        return this.#backslash;
    }
    #unescape(start, end) {
        try {
            return String(JSON.parse(this.#text.slice(start, end)));
        }
        catch {
            return this.#fail(start);
        }
    }
    #number() {
        NUMBER.lastIndex = this.#at;
        const text = NUMBER.exec(this.#text)?.[0] ?? this.#fail();
        this.#at += text.length;
        const value = Number(text);
        return String(value) === text ? value : new ExactNumber(text);
    }
    #literal(value) {
        const word = String(value);
        if (!this.#text.startsWith(word, this.#at))
            this.#fail();
        this.#at += word.length;
        return value;
    }
    /** The next character that is no white space, not consumed; "" at the end. */
    #next() {
        let character = this.#text[this.#at];
        while (character === " " || character === "\n" || character === "\r" || character === "\t") {
            character = this.#text[++this.#at];
        }
        return character ?? "";
    }
    #skipped(character) {
        if (this.#next() !== character)
            return false;
        this.#at += 1;
        return true;
    }
    #fail(at = this.#at) {
        const found = this.#text[at];
        throw new JsonError(found === undefined ? "the text ends too early" : `unexpected ${JSON.stringify(found)}`, at);
    }
}


/***/ }),

/***/ 4748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D$: () => (/* binding */ readResourceChange),
/* harmony export */   P0: () => (/* binding */ changeKind),
/* harmony export */   Ro: () => (/* binding */ actionsOf),
/* harmony export */   VK: () => (/* binding */ changeBody),
/* harmony export */   Zo: () => (/* binding */ readChangeBody),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _json_scan_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5604);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5199);
/**
 * Reads one resource change of a plan document: what happens to which object, and where its values are. The values
 * themselves are read by `readChangeBody`, later and only for what is shown.
 */



const KIND_BY_ACTIONS = new Map([
    ["no-op", "no-op"],
    ["create", "create"],
    ["read", "read"],
    ["update", "update"],
    ["delete", "delete"],
    ["forget", "forget"],
    ["open", "open"],
    ["delete,create", "replace"],
    ["create,delete", "replace"],
    // terraform calls this a replacement too: a new object is made and the old one is let go, not destroyed.
    ["create,forget", "replace"],
]);
const IDENTITY = new Set([
    "address",
    "previous_address",
    "module_address",
    "mode",
    "type",
    "name",
    "index",
    "deposed",
    "provider_name",
    "action_reason",
]);
const VALUES = new Set(["before", "after"]);
const FACTS = new Set(["actions", "replace_paths", "importing", "before_sensitive", "after_sensitive"]);
/** What the list of actions means; anything unknown is `other`. */
function changeKind(actions) {
    return KIND_BY_ACTIONS.get(actions.join(",")) ?? "other";
}
/** A string as it is, nothing for anything else. */
function textOf(value) {
    return typeof value === "string" ? value : undefined;
}
/** The strings of a list of actions; what is no string is kept as JSON, so that the kind becomes `other`. */
function actionsOf(value) {
    return Array.isArray(value) ? value.map((action) => textOf(action) ?? JSON.stringify(action)) : [];
}
/** Reads the element at the cursor, and adds its flagged values to `secrets`. */
function readResourceChange(scanner, secrets) {
    const offset = scanner.offset;
    const identity = new Map();
    const facts = new Map();
    const values = new Map();
    let hasGeneratedConfig = false;
    scanner.object((key) => {
        if (IDENTITY.has(key))
            identity.set(key, scanner.take());
        if (key !== "change" || !scanner.isObject())
            return;
        scanner.object((fact) => {
            if (VALUES.has(fact))
                values.set(fact, scanner.skip());
            else if (FACTS.has(fact))
                facts.set(fact, scanner.take());
            else if (fact === "generated_config")
                hasGeneratedConfig = scanner.take() !== null;
        });
    });
    for (const side of VALUES) {
        const flags = facts.get(`${side}_sensitive`);
        const span = values.get(side);
        if (span !== undefined && (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)(flags))
            (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .collectSecrets */ .qb)(scanner.read(span), flags, secrets);
    }
    return resourceChange(identity, facts, hasGeneratedConfig, { offset, length: scanner.offset - offset });
}
function resourceChange(identity, facts, hasGeneratedConfig, span) {
    const text = (key) => textOf(identity.get(key));
    const type = text("type") ?? "";
    const name = text("name") ?? "";
    const address = text("address") ?? `${type}.${name}`;
    const previousAddress = text("previous_address");
    const actions = actionsOf(facts.get("actions"));
    const change = {
        address,
        mode: text("mode") ?? "",
        type,
        name,
        provider: text("provider_name") ?? "",
        kind: changeKind(actions),
        actions,
        isMove: previousAddress !== undefined && previousAddress !== address,
        replacePaths: pathsOf(facts.get("replace_paths")),
        hasGeneratedConfig,
        span,
    };
    if (previousAddress !== undefined)
        change.previousAddress = previousAddress;
    const [module, deposed, reason] = [text("module_address"), text("deposed"), text("action_reason")];
    if (module !== undefined)
        change.module = module;
    if (deposed !== undefined)
        change.deposed = deposed;
    if (reason !== undefined)
        change.reason = reason;
    const index = identity.get("index");
    if (typeof index === "string" || typeof index === "number")
        change.index = index;
    const importing = facts.get("importing");
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(importing))
        change.importing = importOf(importing);
    if (change.kind === "replace") {
        change.replaceOrder = actions[0] === "delete" ? "destroy-first" : "create-first";
        if (actions[1] === "forget")
            change.isOldForgotten = true;
    }
    return change;
}
function importOf(importing) {
    const found = {};
    const [id, identity] = [textOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(importing, "id")), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(importing, "identity")];
    if (id !== undefined)
        found.id = id;
    if (identity !== undefined && identity !== null)
        found.identity = identity;
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(importing, "unknown") === true)
        found.unknown = true;
    return found;
}
/** Paths of strings and numbers; a path with anything else in it cannot be followed and is dropped. */
function pathsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.filter((path) => Array.isArray(path)).filter((path) => path.every((step) => isStep(step)));
}
function isStep(step) {
    return typeof step === "string" || typeof step === "number";
}
/** The values of a change object, `{"actions": …, "before": …}`. */
function changeBody(change) {
    const value = (key, missing) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, key) ?? missing;
    const body = {
        before: value("before", null),
        after: value("after", null),
        afterUnknown: value("after_unknown", false),
        beforeSensitive: value("before_sensitive", false),
        afterSensitive: value("after_sensitive", false),
    };
    const [before, after] = [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, "before_identity"), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, "after_identity")];
    if (before !== undefined)
        body.beforeIdentity = before;
    if (after !== undefined)
        body.afterIdentity = after;
    const generatedConfig = textOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, "generated_config"));
    if (generatedConfig !== undefined)
        body.generatedConfig = generatedConfig;
    return body;
}
/** Reads the values of the element at `span`. */
function readChangeBody(source, span) {
    return changeBody((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(new _json_scan_js__WEBPACK_IMPORTED_MODULE_2__/* .JsonScanner */ .V(source, { span }).take(), "change"));
}


/***/ }),

/***/ 7267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ isCalled),
/* harmony export */   C4: () => (/* binding */ parentKey),
/* harmony export */   _S: () => (/* binding */ localModuleKeys),
/* harmony export */   sS: () => (/* binding */ readCalls)
/* harmony export */ });
/* unused harmony export isLocalSource */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _hcl_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7412);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2598);
/**
 * How the modules of a plan hang together, by their keys: `a.b` is called by `a`, and `a` by the root. Nothing is looked up
 * in a file system here.
 */



/** The key of the module that calls this one. */
function parentKey(key) {
    return key.slice(0, Math.max(key.lastIndexOf("."), 0));
}
/** Whether a source is a path in the caller's own package; all others are downloaded. */
function isLocalSource(source) {
    return source === "" || source.startsWith("./") || source.startsWith("../");
}
/** The keys of the modules that lie in the checkout: their own source and those of all modules above them are local. */
function localModuleKeys(modules) {
    const local = new Set([""]);
    // The keys of callers are prefixes of those they call, so they come first.
    const inOrder = modules.filter(({ key }) => key !== "").sort((a, b) => a.key.length - b.key.length);
    for (const { key, source } of inOrder)
        if (isLocalSource(source) && local.has(parentKey(key)))
            local.add(key);
    return local;
}
/** What the files of one module call, as far as text can tell. */
function readCalls(files) {
    const calls = new Map();
    const add = (name, source) => {
        calls.set(name, [...(calls.get(name) ?? []), source]);
    };
    for (const { name, bytes } of files) {
        const text = new TextDecoder().decode(bytes);
        if (name.endsWith(".json"))
            addJsonCalls(text, add);
        else
            addHclCalls(text, add);
    }
    return calls;
}
/** Whether one of the calls is the module's: from the same directory, or from elsewhere. */
function isCalled(module, calls) {
    const sources = calls.get(module.key.slice(module.key.lastIndexOf(".") + 1)) ?? [];
    return sources.some((source) => source === undefined || isSameSource(source, module.source));
}
function addHclCalls(text, add) {
    // The name of a block has no other spelling: most files have no call, and reading them is most of the work.
    if (!text.includes("module"))
        return;
    for (const { type, labels, attributes } of (0,_hcl_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .readBlocks */ .v_)(text)) {
        const [name] = labels;
        if (type !== "module" || name === undefined)
            continue;
        for (const attribute of attributes) {
            if (attribute.name === "source")
                add(name, attribute.value.kind === "string" ? attribute.value.value : undefined);
        }
    }
}
function addJsonCalls(text, add) {
    const bodies = each(parsed(text)).flatMap((file) => each((0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(file, "module")));
    for (const [name, bodiesOfOne] of bodies.flatMap((body) => Object.entries((0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(body) ? body : {}))) {
        for (const source of each(bodiesOfOne).map((body) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(body, "source"))) {
            if (source === undefined)
                continue;
            add(name, typeof source === "string" && !source.includes("${") ? source : undefined);
        }
    }
}
/** JSON configuration may have a list of bodies where one is meant. */
function each(json) {
    if (json === undefined)
        return [];
    return Array.isArray(json) ? json : [json];
}
function parsed(text) {
    try {
        return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    }
    catch {
        return undefined;
    }
}
/** A local source is written down cleaned; what a downloaded one becomes is terraform's business. */
function isSameSource(written, recorded) {
    if (!isLocalSource(written) || !isLocalSource(recorded))
        return isLocalSource(written) === isLocalSource(recorded);
    return clean(written) === clean(recorded);
}
function clean(source) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(`${source}/`);
}


/***/ }),

/***/ 427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ SHORTEST_SEAL_KEY),
/* harmony export */   H: () => (/* binding */ deriveKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7506);
/**
 * The keys that come out of the input `seal-key`: one for each purpose, so that what is made with one can never pass
 * for what is made with another. The key itself is used for nothing.
 */


/** Shorter ones can be tried out. */
const SHORTEST_SEAL_KEY = 16;
/**
 * The 32-byte key for a purpose (HKDF-SHA256, RFC 5869). A Failure `invalid-input` when the seal key is shorter than
 * 16 characters.
 */
function deriveKey(sealKey, purpose) {
    if (sealKey.length < SHORTEST_SEAL_KEY) {
        throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
            reason: "invalid-input",
            what: `seal-key has ${sealKey.length} characters; it needs at least ${SHORTEST_SEAL_KEY}`,
            remedy: "Make one with `openssl rand -base64 32` and store it as a secret that plan and apply both read.",
        });
    }
    return new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)("sha256", sealKey, "handrail", `handrail ${purpose} 1`, 32));
}


/***/ }),

/***/ 5199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ collectTexts),
/* harmony export */   Lt: () => (/* binding */ hasFlag),
/* harmony export */   T1: () => (/* binding */ flagsBelow),
/* harmony export */   Vz: () => (/* binding */ eitherFlags),
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   qb: () => (/* binding */ collectSecrets)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2598);
/**
 * Finds the values that a plan flags as sensitive, so that they can be masked wherever they occur. It only collects:
 * hiding is the caller's Redactor for texts, and diff-mask.ts and redacted-plan.ts for paths.
 */

/** Shorter values cannot be masked by value without destroying every text; they are hidden by their path alone. */
const SHORTEST = 4;
/** What a boolean or null prints as: masking these words would hide nothing and break every text. */
const PLAIN_WORDS = new Set(["true", "false", "null"]);
/** Whether a tree of flags (`before_sensitive` and its like) has a flag anywhere. */
function hasFlag(flags) {
    if (typeof flags !== "object" || flags === null || flags instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return flags === true;
    return Array.isArray(flags) ? flags.some(hasFlag) : Object.values(flags).some(hasFlag);
}
/**
 * The flags that count for `value`: `true` when it is secret as a whole. A tree that has flags but another shape than
 * the value cannot be followed, and then everything is secret.
 */
function flagsOf(value, flags) {
    if (flags === undefined || flags === false)
        return false;
    if (Array.isArray(value) ? Array.isArray(flags) : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(flags))
        return flags;
    return hasFlag(flags);
}
/** The flags for one key or index below `flags`, which fit the container (see {@link flagsOf}). */
function flagsBelow(flags, step) {
    if (flags === true)
        return true;
    if (Array.isArray(flags))
        return (typeof step === "number" ? flags[step] : undefined) ?? false;
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(flags, String(step)) ?? false;
}
/** Flags of two sides in one tree: what is secret on one is secret on both. */
function eitherFlags(one, other) {
    if (one === true || other === true)
        return true;
    if (!hasFlag(one))
        return other;
    if (!hasFlag(other))
        return one;
    if (Array.isArray(one) && Array.isArray(other)) {
        const longer = one.length > other.length ? one : other;
        return longer.map((_, index) => eitherFlags(one[index] ?? false, other[index] ?? false));
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(one) || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(other))
        return true;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...keys].map((key) => [key, eitherFlags((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(one, key) ?? false, (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(other, key) ?? false)]));
}
/**
 * Adds the flagged strings of `value` to `texts`, whatever their length: the same text elsewhere in the same object is
 * a copy when it is the whole value.
 */
function collectTexts(value, given, texts) {
    const flags = flagsOf(value, given);
    if (flags === false)
        return;
    if (typeof value === "string")
        texts.add(value);
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            collectTexts(item, flagsBelow(flags, index), texts);
    }
    else if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value)) {
        for (const [key, below] of Object.entries(value))
            collectTexts(below, flagsBelow(flags, key), texts);
    }
    texts.delete("");
}
/**
 * Adds the flagged strings and numbers of `value` to `secrets`; `flags` is the tree beside it, `true` where all below
 * is secret. Left out: what is too short to be masked by value (fewer than four characters or digits), white space,
 * booleans, null, and the keys of maps.
 */
function collectSecrets(value, given, secrets) {
    const flags = flagsOf(value, given);
    if (value === undefined || value === null || flags === false)
        return;
    if (typeof value === "string") {
        if (isMaskable(value))
            secrets.add(value);
    }
    else if (typeof value === "number" || value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh) {
        const text = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .numberText */ .$4)(value);
        if (text.replaceAll(/[^0-9]/g, "").length >= SHORTEST)
            secrets.add(text);
    }
    else if (Array.isArray(value)) {
        for (const [index, element] of value.entries())
            collectSecrets(element, flagsBelow(flags, index), secrets);
    }
    else if (typeof value === "object") {
        for (const [key, below] of Object.entries(value))
            collectSecrets(below, flagsBelow(flags, key), secrets);
    }
}
function isMaskable(text) {
    return text.length >= SHORTEST && text.trim() !== "" && !PLAIN_WORDS.has(text);
}


/***/ }),

/***/ 5234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ instanceAddress)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2598);
/* harmony import */ var _plan_change_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4748);
/**
 * Addresses of instances in a state file, as terraform writes them: `module.a["k"].data.t.n[0]`. Nothing else.
 */


/** Escapes of a quoted template in HCL; everything else that cannot be printed has its number. */
const ESCAPES = new Map([
    ["\n", String.raw `\n`],
    ["\r", String.raw `\r`],
    ["\t", String.raw `\t`],
    ['"', String.raw `\"`],
    ["\\", String.raw `\\`],
]);
/** What Go's unicode.IsPrint is false for, as far as a key is likely to have it. */
const UNPRINTABLE = /["\\]|[$%](?=\{)|(?! )[\p{Z}\p{C}]/gu;
/** The address of one instance of a resource in a version 4 state; `""` stands for a name that is missing. */
function instanceAddress(resource, instance) {
    const module = (0,_plan_change_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(resource, "module")) ?? "";
    const mode = (0,_plan_change_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(resource, "mode"));
    const start = `${module === "" ? "" : `${module}.`}${mode === "data" || mode === "ephemeral" ? `${mode}.` : ""}`;
    const name = `${(0,_plan_change_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(resource, "type")) ?? ""}.${(0,_plan_change_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(resource, "name")) ?? ""}`;
    return `${start}${name}${keySuffix((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(instance, "index_key"))}`;
}
function keySuffix(key) {
    if (typeof key === "number")
        return `[${key}]`;
    return typeof key === "string" ? `["${escapeKey(key)}"]` : "";
}
/** https://github.com/hashicorp/terraform/blob/v1.11.4/internal/addrs/instance_key.go, toHCLQuotedString. */
function escapeKey(key) {
    return key.replaceAll(UNPRINTABLE, (character) => {
        if (character === "$" || character === "%")
            return character + character;
        const short = ESCAPES.get(character);
        if (short !== undefined)
            return short;
        const code = character.codePointAt(0) ?? 0;
        const digits = code.toString(16);
        return code > 0xffff ? String.raw `\U` + digits.padStart(8, "0") : String.raw `\u` + digits.padStart(4, "0");
    });
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(671);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

