export const id = 68;
export const ids = [68];
export const modules = {

/***/ 9068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
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

;// CONCATENATED MODULE: ./packages/planning/lib/read-guardrails.js
/**
 * Reads the guardrails of the checkout. The YAML parser is loaded only when there is a file to parse.
 */

const defaultConfig = ".github/handrail.yml";
/** @throws Failure `invalid-input` when the file is wrong, or named and not there */
async function readGuardrails({ inputs, target, deps }) {
    const text = deps.files.readText(`${target.workspacePath}/${inputs.config}`);
    if (text !== undefined) {
        const { parseHandrailFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6389));
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

// EXTERNAL MODULE: ./packages/planning/lib/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(7824);
;// CONCATENATED MODULE: ./packages/runner/lib/glob.js
/** Texts that stand for many: addresses, names of dependencies and folders. Pure. */
/**
 * Whether a text matches a glob in which `*` stands for any characters and `?` for one. Nothing else is special:
 * slashes are characters, and addresses are full of brackets, so `[…]` is taken as written. Linear in the text for each `*`, whatever the glob.
 */
function matchesGlob(glob, text) {
    let g = 0;
    let t = 0;
    let star = -1;
    let resume = 0;
    while (t < text.length) {
        if (g < glob.length && glob[g] === "*") {
            star = g++;
            resume = t;
        }
        else if (g < glob.length && (glob[g] === "?" || glob[g] === text[t])) {
            g++;
            t++;
        }
        else if (star >= 0) {
            g = star + 1;
            t = ++resume;
        }
        else
            return false;
    }
    while (glob[g] === "*")
        g++;
    return g === glob.length;
}

// EXTERNAL MODULE: ./packages/terraform/lib/address-keys.js
var address_keys = __webpack_require__(5863);
// EXTERNAL MODULE: ./packages/planning/lib/handrail-file.js
var handrail_file = __webpack_require__(6389);
;// CONCATENATED MODULE: ./packages/planning/lib/guardrails.js
/**
 * Decides which guardrails a plan breaks. Pure: no pull request is read here, the labels are handed in.
 */



/**
 * Compares the changes with the rules.
 * @param labels the labels of the pull request; empty when there is none
 */
function decideGuardrails(rules, changes, labels) {
    const decision = { violations: [], lifted: [] };
    for (const rule of rules) {
        const addresses = changes.filter((change) => breaks(rule, change)).map((change) => change.address);
        if (addresses.length <= rule.max)
            continue;
        const isLifted = rule.unlessLabel !== undefined && labels.includes(rule.unlessLabel);
        (isLifted ? decision.lifted : decision.violations).push({ rule, addresses });
    }
    return decision;
}
function breaks(rule, change) {
    if (!guardedKinds(change).some((action) => rule.actions.includes(action)))
        return false;
    if (rule.types.length > 0 && !rule.types.some((glob) => matchesGlob(glob, change.type)))
        return false;
    if (rule.addresses.length === 0)
        return true;
    // A rule for `a.b` also guards its instances, and a rule for `module.m.a.b` those of all instances of the module.
    // A move must not carry an object out of its rule.
    const addresses = [change.address, ...(change.previousAddress === undefined ? [] : [change.previousAddress])];
    const names = addresses.flatMap((address) => [address, (0,address_keys/* withoutKeys */.P)(address)]);
    return rule.addresses.some((glob) => names.some((name) => matchesGlob(glob, name)));
}
/** What a change counts as. An action combination that we do not know counts as everything that it names. */
function guardedKinds(change) {
    const kinds = change.kind === "other" ? change.actions : [change.kind];
    if (change.isOldForgotten === true)
        kinds.push("forget");
    return handrail_file/* guardedActions */.w.filter((action) => kinds.includes(action));
}

;// CONCATENATED MODULE: ./packages/planning/lib/policy.js
/**
 * Runs the policy command on the redacted plan. Its exit code is the verdict; a command that cannot be started denies.
 */

/** How much of the command's output is kept, in characters of each stream. */
const outputLimit = 64 * 1024;
/** Runs the command with `PLAN_JSON` in its environment and returns what it said, redacted. Never throws. */
async function runPolicy(run) {
    const [program = "", ...rest] = run.command;
    const command = run.command.join(" ");
    try {
        const ended = await run.exec(program, rest, {
            cwd: run.directory,
            environment: { ...run.environment, PLAN_JSON: run.planJsonFile },
            maxCapture: outputLimit,
        });
        const output = [ended.stdout, ended.stderr].filter((text) => text.trim() !== "").join("\n");
        const cutNote = ended.truncated === true ? "… the beginning of the output was cut\n" : "";
        return {
            command: run.redact(command),
            exitCode: ended.exitCode,
            output: cutNote + run.redact(output),
            isCancelled: ended.cancelled,
        };
    }
    catch (thrown) {
        const failure = (0,lib_failure/* toFailure */.w2)(thrown);
        const isCancelled = failure.reason === "cancelled";
        return { command: run.redact(command), exitCode: undefined, output: run.redact(failure.what), isCancelled };
    }
}

;// CONCATENATED MODULE: ./packages/planning/lib/judge-plan.js
/**
 * Holds a plan against the guardrails and the policy command. The order of effects; the decisions are in guardrails.ts.
 */



/**
 * Judges a plan.
 * @param planJsonFile the redacted plan, for the policy command
 */
async function judgePlan(step, asked, facts) {
    const { changes, deferred } = facts.readable.plan;
    const all = [...changes, ...deferred];
    let guardrails = decideGuardrails(facts.rules, all, []);
    let notes = [];
    if (guardrails.violations.some(({ rule }) => rule.unlessLabel !== undefined)) {
        const labels = await asked.labels();
        guardrails = decideGuardrails(facts.rules, all, labels ?? []);
        if (labels === undefined)
            notes = [step.pullRequest === undefined ? noPullRequest : labelsUnknown];
    }
    const policy = step.inputs["policy-command"].length === 0 ? undefined : await askPolicy(step, facts.planJsonFile);
    const failure = decideDenial(guardrails, policy);
    return {
        guardrails,
        notes,
        ...(policy === undefined ? {} : { policy }),
        ...(failure === undefined ? {} : { failure }),
    };
}
const noPullRequest = "There is no pull request here, so no label can lift a guardrail.";
const labelsUnknown = "The labels of the pull request could not be read, so no label lifts a guardrail. The job needs pull-requests: read.";
async function askPolicy({ inputs, target, deps }, planJsonFile) {
    const { redactor, log } = deps.host;
    const verdict = await runPolicy({
        command: inputs["policy-command"],
        directory: target.path,
        planJsonFile,
        environment: target.environment,
        exec: deps.exec,
        redact: (text) => redactor.redact(text),
    });
    if (verdict.output.trim() !== "")
        log.info(verdict.output.trimEnd());
    return verdict;
}
function decideDenial({ violations }, policy) {
    const [first] = violations;
    if (first !== undefined) {
        const more = violations.length > 1 ? ` and ${violations.length - 1} more` : "";
        const shown = first.addresses.slice(0, 3).join(", ");
        const rest = first.addresses.length > 3 ? ` and ${first.addresses.length - 3} more` : "";
        return new lib_failure/* Failure */.HR({
            result: "denied",
            reason: "guardrail-denied",
            what: `Guardrail ${first.rule.name}${more} denies this plan: ${shown}${rest}`,
            remedy: first.rule.message ?? describeRemedy(first.rule),
        });
    }
    if (policy === undefined || policy.exitCode === 0)
        return undefined;
    if (policy.isCancelled) {
        return new lib_failure/* Failure */.HR({
            reason: "cancelled",
            what: "The run was cancelled while the policy command looked at the plan",
            remedy: "Run the job again when you want its verdict.",
        });
    }
    if (policy.exitCode === undefined) {
        return new lib_failure/* Failure */.HR({
            result: "denied",
            reason: "policy-denied",
            what: `The policy command did not come to an end, and what is not allowed is denied: ${policy.output}`,
            remedy: "Write the program and its arguments one a line, and install the program in a step before this one.",
        });
    }
    return new lib_failure/* Failure */.HR({
        result: "denied",
        reason: "policy-denied",
        what: `The policy command denies this plan: ${policy.command} ended with exit code ${policy.exitCode}`,
        remedy: "Its output is in the log and in the step summary.",
    });
}
function describeRemedy({ unlessLabel }) {
    return unlessLabel === undefined
        ? "Change the configuration so that it keeps what the guardrail protects."
        : `Change the configuration, or let somebody who may decide it add the label ${unlessLabel}.`;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-reader.js + 3 modules
var plan_reader = __webpack_require__(7448);
// EXTERNAL MODULE: ./packages/terraform/lib/diff-scalar.js
var diff_scalar = __webpack_require__(8384);
// EXTERNAL MODULE: ./packages/terraform/lib/json-scan.js + 3 modules
var json_scan = __webpack_require__(5604);
// EXTERNAL MODULE: ./packages/terraform/lib/json-texts.js
var json_texts = __webpack_require__(975);
// EXTERNAL MODULE: ./packages/terraform/lib/secrets.js
var secrets = __webpack_require__(5199);
;// CONCATENATED MODULE: ./packages/terraform/lib/redaction.js
/**
 * Rewrites one piece of a plan document: flagged values become "(sensitive value)", texts go through the caller's
 * redaction, every other byte stays. It does not know where in the document the piece is.
 */






/** Members whose content is data; everything else is terraform's own words. */
const DATA = new Set(["value", "default", "constant_value", "before_identity", "after_identity", "identity"]);
/** The same, but the names of their members are a provider's. In an output's change they are data. */
const ATTRIBUTES = new Set(["before", "after", "values", "config_values"]);
/**
 * terraform's own words are not redacted: a policy that reads them must see `delete` although somebody has chosen
 * "delete" as a password. They are keywords and names of the configuration, never values.
 */
const WORDS = new Set([
    "actions",
    "action_reason",
    "kind",
    "mode",
    "type",
    "name",
    "provider_name",
    "provider_config_key",
    "full_name",
    "reason",
    "status",
    "deposed",
]);
const ADDRESSES = new Set([
    "address",
    "previous_address",
    "module_address",
    "to_display",
    "resource",
    "references",
    "depends_on",
]);
const REPLACEMENT = JSON.stringify(diff_scalar/* SENSITIVE */.NP);
/** Rewrites pieces one after the other. */
class PieceRedactor {
    #redact;
    #texts = new json_texts/* TextCache */.S();
    /** `redact` hides what is known to be secret in a text. */
    constructor(redact) {
        this.#redact = redact;
    }
    /** The piece without its secrets. `value` is what it says, `flags` the tree of what is flagged in it. */
    rewrite(bytes, value, flags) {
        const copies = new Set();
        (0,secrets/* collectTexts */.$E)(value, flags, copies);
        const scanner = scannerOf(bytes, this.#texts);
        const rewriter = new Rewriter(scanner, copies, this.#redact);
        rewriter.value(flags, "words");
        const out = [];
        let at = 0;
        for (const edit of rewriter.edits) {
            out.push(bytes.toString("utf8", at, edit.offset), edit.text);
            at = edit.offset + edit.length;
        }
        out.push(bytes.toString("utf8", at));
        return out.join("");
    }
}
function scannerOf(bytes, texts) {
    const read = (offset, length) => bytes.subarray(offset, offset + length);
    return new json_scan/* JsonScanner */.V({ size: bytes.length, read }, { window: bytes.length, texts });
}
class Rewriter {
    edits = [];
    #scanner;
    #copies;
    #redact;
    constructor(scanner, copies, redact) {
        this.#scanner = scanner;
        this.#copies = copies;
        this.#redact = redact;
    }
    /** Steps over the value at the cursor and notes what of it is replaced. */
    value(flags, place) {
        const scanner = this.#scanner;
        const isFollowed = scanner.isObject() ? (0,json_value/* isJsonObject */.OW)(flags) : scanner.isList() && Array.isArray(flags);
        if (!isFollowed && (0,secrets/* hasFlag */.Lt)(flags))
            this.#hide();
        else if (scanner.isObject()) {
            scanner.object((key, at) => {
                if (place === "data" || place === "word")
                    this.#key(key, at);
                this.value((0,secrets/* flagsBelow */.T1)(flags, key), placeBelow(place, key));
            });
        }
        else if (scanner.isList())
            scanner.list((index) => this.value((0,secrets/* flagsBelow */.T1)(flags, index), place));
        else
            this.#scalar(place);
    }
    /** null says nothing, and a policy must be able to see that there was nothing. */
    #hide() {
        const isNull = this.#scanner.isNull();
        const span = this.#scanner.skip();
        if (!isNull)
            this.edits.push({ ...span, text: REPLACEMENT });
    }
    #scalar(place) {
        const { offset } = this.#scanner;
        const value = this.#scanner.take();
        const span = { offset, length: this.#scanner.offset - offset };
        if (place === "word")
            return;
        if (typeof value === "string") {
            const text = this.#text(value, place);
            if (text !== value)
                this.edits.push({ ...span, text: JSON.stringify(text) });
        }
        else if (place === "data" && (typeof value === "number" || value instanceof json_value/* ExactNumber */.fh)) {
            if (!/[0-9]/.test(this.#redact((0,json_value/* numberText */.$4)(value))))
                this.edits.push({ ...span, text: REPLACEMENT });
        }
    }
    #text(text, place) {
        if (place === "address")
            return (0,address_keys/* redactKeys */.i)(text, this.#redact);
        return place === "data" && this.#copies.has(text) ? diff_scalar/* SENSITIVE */.NP : this.#redact(text);
    }
    #key(key, { offset, length }) {
        const text = this.#redact(key);
        if (text !== key)
            this.edits.push({ offset, length, text: JSON.stringify(text) });
    }
}
/** Where a member is. Below a word are the names in a type: they can be keys of a value. */
function placeBelow(place, key) {
    if (place === "data" || place === "attributes" || place === "word")
        return "data";
    if (WORDS.has(key))
        return "word";
    if (ADDRESSES.has(key))
        return "address";
    if (key === "change")
        return "change";
    if (ATTRIBUTES.has(key))
        return place === "change" || key.endsWith("values") ? "attributes" : "data";
    return DATA.has(key) ? "data" : "words";
}

// EXTERNAL MODULE: ./packages/terraform/lib/redaction-flags.js
var redaction_flags = __webpack_require__(9833);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-change.js
var plan_change = __webpack_require__(4748);
;// CONCATENATED MODULE: ./packages/terraform/lib/redaction-pieces.js
/**
 * Cuts a plan document into pieces that are small enough to be rewritten one at a time: a resource, an output, a
 * variable. What is between them is punctuation and names. It rewrites nothing itself.
 */






/** The pieces of a document in order. Throws a JsonError for what is no JSON. */
function findPieces(source) {
    const scanner = new json_scan/* JsonScanner */.V(source);
    const finding = { scanner, pieces: [], variables: new Set(), attributes: new Map() };
    scanner.object((key) => {
        if (key === "prior_state")
            members(scanner, (part) => (part === "values" ? stateValues(finding) : add(finding)));
        else if (key === "planned_values")
            stateValues(finding);
        else if (key === "configuration")
            configuration(finding);
        else if (key === "variables")
            variables(finding);
        else if (key === "resource_changes" || key === "resource_drift")
            redaction_pieces_elements(scanner, () => resourceChange(finding));
        else if (scanner.isList())
            scanner.list(() => add(finding));
        else if (scanner.isObject())
            scanner.object(() => add(finding));
        else
            add(finding);
    });
    scanner.end();
    return finding.pieces;
}
function add({ scanner, pieces }, flags) {
    const span = scanner.skip();
    pieces.push(flags === undefined ? span : { ...span, flags });
    return span;
}
/** Visits members if there are any; whatever else is in the place is skipped by the caller. */
function members(scanner, visit) {
    if (scanner.isObject())
        scanner.object(visit);
}
function redaction_pieces_elements(scanner, visit) {
    if (scanner.isList())
        scanner.list(visit);
}
function variables(finding) {
    members(finding.scanner, (name) => {
        add(finding, () => (finding.variables.has(name) ? { value: true } : false));
    });
}
function stateValues(finding) {
    members(finding.scanner, (key) => {
        if (key === "root_module")
            stateModule(finding, 0);
        else
            members(finding.scanner, () => add(finding));
    });
}
function stateModule(finding, depth) {
    checkDepth(finding, depth);
    members(finding.scanner, (key) => {
        if (key === "resources")
            redaction_pieces_elements(finding.scanner, () => add(finding));
        else if (key === "child_modules")
            redaction_pieces_elements(finding.scanner, () => stateModule(finding, depth + 1));
    });
}
function resourceChange(finding) {
    const { scanner, pieces, attributes } = finding;
    const { offset } = scanner;
    const identity = new Map();
    const flagged = new Set();
    members(scanner, (key) => {
        if (IDENTITY.has(key))
            identity.set(key, scanner.take());
        else if (key === "change") {
            members(scanner, (part) => {
                if (part.endsWith("_sensitive"))
                    addFlagged(flagged, scanner.take());
            });
        }
    });
    if (scanner.offset === offset)
        scanner.skip();
    pieces.push({ offset, length: scanner.offset - offset });
    if (flagged.size === 0)
        return;
    const module = (0,address_keys/* withoutKeys */.P)((0,plan_change/* textOf */.b6)(identity.get("module_address")) ?? "");
    const name = configurationName(module, Object.fromEntries(identity));
    attributes.set(name, new Set([...(attributes.get(name) ?? []), ...flagged]));
}
function addFlagged(names, flags) {
    for (const [name, below] of (0,json_value/* isJsonObject */.OW)(flags) ? Object.entries(flags) : [])
        if ((0,secrets/* hasFlag */.Lt)(below))
            names.add(name);
}
const IDENTITY = new Set(["module_address", "mode", "type", "name"]);
function configurationName(module, resource) {
    return JSON.stringify([module, ...["mode", "type", "name"].map((key) => (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(resource, key)))]);
}
function configuration(finding) {
    members(finding.scanner, (key) => {
        if (key === "root_module")
            finding.variables = configurationModule(finding, "", 0);
        else if (finding.scanner.isObject())
            members(finding.scanner, () => add(finding));
    });
}
/** Adds the pieces of a module; returns the names of its sensitive variables, complete when the module has been read. */
function configurationModule(finding, module, depth) {
    checkDepth(finding, depth);
    const { scanner } = finding;
    const sensitive = new Set();
    members(scanner, (key) => {
        if (key === "variables") {
            members(scanner, (name) => {
                const span = add(finding);
                if ((0,json_value/* member */.Dc)(scanner.read(span), "sensitive") === true)
                    sensitive.add(name);
            });
        }
        else if (key === "module_calls")
            members(scanner, (name) => moduleCall(finding, joinModule(module, name), depth));
        else if (key === "resources") {
            redaction_pieces_elements(scanner, () => add(finding, (resource) => {
                const names = finding.attributes.get(configurationName(module, resource)) ?? new Set();
                return { expressions: (0,redaction_flags/* expressionFlags */._J)((0,json_value/* member */.Dc)(resource, "expressions"), names) };
            }));
        }
        else if (scanner.isObject())
            members(scanner, () => add(finding));
    });
    return sensitive;
}
function moduleCall(finding, module, depth) {
    let sensitive = new Set();
    members(finding.scanner, (key) => {
        if (key === "module")
            sensitive = configurationModule(finding, module, depth + 1);
        else if (key === "expressions")
            add(finding, (expressions) => (0,redaction_flags/* expressionFlags */._J)(expressions, sensitive));
        else
            add(finding);
    });
}
function joinModule(module, name) {
    return module === "" ? `module.${name}` : `${module}.module.${name}`;
}
function checkDepth({ scanner }, depth) {
    if (depth > json_value/* MAX_DEPTH */.lr)
        throw new json_value/* JsonError */.N3(`modules nest deeper than ${json_value/* MAX_DEPTH */.lr} levels`, scanner.offset);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/redacted-plan.js
/**
 * The plan document without its secrets, for policies, artifacts and whoever may read the log. The order of keys, the
 * digits of numbers and everything else that is no secret stay byte by byte.
 */







const CHUNK = 1 << 20;
/**
 * The document in chunks of text. What is flagged sensitive becomes the string "(sensitive value)" (null stays null),
 * and `redact` is applied to every other string that is data: not to terraform's keywords and names, so that nobody can
 * hide an action from a policy by making its name a secret. Throws like `readPlan`: before the first chunk for what is
 * no JSON, while it is read for a value that nests too deep.
 */
function redactedPlan(source, redact) {
    const pieces = (0,plan_reader/* readable */.HD)(source, () => findPieces(source));
    return rewritten(source, pieces, redact);
}
function* rewritten(source, pieces, redact) {
    const redactor = new PieceRedactor(redact);
    const reader = new ForwardReader(source);
    let at = 0;
    for (const piece of pieces) {
        yield* copied(reader, at, piece.offset);
        const bytes = reader.read(piece.offset, piece.length);
        at = piece.offset + piece.length;
        const text = bytes.toString("utf8");
        if (piece.flags === undefined && isHarmless(text, redact)) {
            yield text;
            continue;
        }
        const value = (0,plan_reader/* readable */.HD)(source, () => parsed(bytes, piece.offset));
        const flags = (0,secrets/* eitherFlags */.Vz)((0,redaction_flags/* flagsWithin */.Vd)(value), piece.flags?.(value) ?? false);
        yield redactor.rewrite(bytes, value, flags);
    }
    yield* copied(reader, at, source.size);
}
/**
 * Whether a look at the text alone tells that nothing in it is secret, as for most pieces: no flag is set (one is a `true`
 * behind a key that contains "sensitive"), and no secret stands in it. Escaped characters are not looked through.
 */
function isHarmless(text, redact) {
    if (text.includes("\\u"))
        return false;
    const flags = text.indexOf("sensitive");
    if (flags >= 0 && text.includes("true", flags))
        return false;
    return redact(text) === text;
}
function parsed(bytes, offset) {
    try {
        return (0,json_value/* parseJson */.qF)(bytes.toString("utf8"));
    }
    catch (error) {
        throw error instanceof json_value/* JsonError */.N3 ? new json_value/* JsonError */.N3(error.message, offset) : error;
    }
}
function* copied(reader, from, to) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    for (let at = from; at < to; at += CHUNK)
        yield decoder.write(reader.read(at, Math.min(CHUNK, to - at)));
}
/** Reads many small parts that follow each other with few reads of the source. */
class ForwardReader {
    #source;
    #buffer = Buffer.alloc(0);
    #offset = 0;
    constructor(source) {
        this.#source = source;
    }
    read(offset, length) {
        const start = offset - this.#offset;
        if (start >= 0 && start + length <= this.#buffer.length)
            return this.#buffer.subarray(start, start + length);
        const answer = this.#source.read(offset, Math.min(Math.max(length, CHUNK), this.#source.size - offset));
        if (answer.length < length)
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset + answer.length);
        this.#buffer = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
        this.#offset = offset;
        return this.#buffer.subarray(0, length);
    }
}

// EXTERNAL MODULE: ./actions/terraform-apply/lib/apply-failure.js
var apply_failure = __webpack_require__(8310);
// EXTERNAL MODULE: ./packages/report/lib/result-file.js
var result_file = __webpack_require__(6178);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/terraform/lib/diagnostic-class.js + 3 modules
var diagnostic_class = __webpack_require__(6187);
// EXTERNAL MODULE: ./packages/report/lib/diagnostic-pieces.js
var diagnostic_pieces = __webpack_require__(4541);
;// CONCATENATED MODULE: ./packages/report/lib/annotate.js



/** Makes the annotations of a report, worst first. The failure itself is annotated by the runner. */
function annotateReport(report, { unformatted }) {
    return [
        ...report.diagnostics
            .filter((diagnostic) => !isTheFailure(diagnostic, report))
            .map((diagnostic) => {
            const { location } = diagnostic;
            const subject = (0,diagnostic_pieces/* subjectOf */.et)(diagnostic, report);
            const about = subject === undefined ? "" : `${subject}: `;
            return {
                level: diagnostic.severity === "error" ? "error" : "warning",
                title: diagnostic.summary.split("\n", 1)[0] ?? "",
                message: `${about}${diagnostic.detail === "" ? diagnostic.summary : diagnostic.detail}`,
                ...(location === undefined ? {} : { location }),
            };
        }),
        ...report.violations.map((violation) => ({
            level: "error",
            title: `Guardrail ${violation.name}`,
            message: `${violation.addresses.join(", ")}${violation.message === undefined ? "" : `\n${violation.message}`}`,
        })),
        ...unformatted.map(({ file, line }) => ({
            level: "notice",
            title: "Not formatted",
            message: "Run terraform fmt: this line is the first that it would change.",
            location: { file: external_node_path_.posix.normalize(external_node_path_.posix.join(report.directory, file)), line },
        })),
    ];
}
/** The diagnostic that the failure was made of is annotated with it, and need not use up one more place. */
function isTheFailure({ severity, summary, detail, location }, { failure }) {
    if (severity !== "error" || failure === undefined)
        return false;
    const isThere = failure.location?.file === location?.file && failure.location?.line === location?.line;
    return isThere && (0,diagnostic_class/* isToldBy */.f)(failure.what, { summary, detail: detail === failure.remedy ? "" : detail });
}

// EXTERNAL MODULE: ./packages/report/lib/comment.js + 5 modules
var comment = __webpack_require__(94);
// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/deployment.js + 2 modules
var lib_deployment = __webpack_require__(2241);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/draft.js
var draft = __webpack_require__(7046);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/journal.js
var lib_journal = __webpack_require__(7602);
;// CONCATENATED MODULE: ./packages/github/lib/lock-holder.js
/** How far GitHub's clock and the one that dated the lock may differ, in ms; GitHub's times are whole seconds. */
const TOLERANCE = 2_000;
const POST = "Post ";
/**
 * The one other job that can hold the lock: a step of it that is one of our terraform actions (or goes by its name) is
 * in progress, and began before the lock was made. Several, or none: undefined. Jobs of our own run count, we do not.
 * @param lock `createdAt`: milliseconds since 1970; without it every such job counts, whenever it began
 */
function findHolder(lock, runs, self) {
    const working = runs.flatMap((run) => run.jobs.flatMap((job) => candidateOf(run, job)));
    const ourselves = findOurselves(working, self);
    const { createdAt } = lock;
    const possible = working.filter((each) => createdAt === undefined || (each.startedAt !== undefined && each.startedAt <= createdAt + TOLERANCE));
    const [holder, ...others] = possible.filter((each) => ourselves.length !== 1 || each !== ourselves[0]);
    // Of several jobs that may be ourselves none can be named: it could be us.
    if (holder === undefined || others.length > 0 || ourselves.includes(holder))
        return undefined;
    const { run, job } = holder;
    return {
        runId: run.id,
        runUrl: run.url,
        jobName: job.name,
        jobUrl: job.url,
        workflowName: run.workflowName,
        actor: run.actor,
    };
}
/** The job as a candidate when it runs one of our actions at the moment; one or none. */
function candidateOf(run, job) {
    const current = job.steps.find((step) => step.status === "in_progress" && isTerraformStep(step));
    if (current === undefined || job.status === "completed")
        return [];
    // A cancelled apply ends in its post step: the lock is as old as the step before.
    const main = current.name.startsWith(POST)
        ? job.steps.find((step) => step.name === current.name.slice(POST.length))
        : undefined;
    const startedAt = main?.startedAt ?? current.startedAt;
    return [{ run, job, ...(startedAt === undefined ? {} : { startedAt }) }];
}
/** `terraform-apply` or `terraform-plan` as a whole word: not `terraform-plan-comment`. */
function isTerraformStep(step) {
    return /(?<![\w-])terraform-(?:apply|plan)(?![\w-])/i.test(step.name);
}
/** The jobs that may be ourselves: one when it is known. */
function findOurselves(working, self) {
    const own = working.filter((each) => each.run.id === self.runId);
    const onRunner = own.filter(({ job }) => job.runnerName !== "" && job.runnerName === self.runnerName);
    if (onRunner.length > 0)
        return onRunner;
    const named = own.filter(({ job }) => self.job !== undefined && isNamed(job.name, self.job));
    return named.length > 0 ? named : own;
}
/** Whether a job's name can belong to a key: `apply`, `apply (prod)`, and behind callers of reusable workflows `deploy / apply`. */
function isNamed(name, key) {
    return key !== "" && ` / ${name} (`.includes(` / ${key} (`);
}

;// CONCATENATED MODULE: ./actions/terraform-apply/lib/lock-run.js
/**
 * Names the workflow run that holds a state lock, when it is one of ours. Asking costs nothing but time: it never changes
 * what failed.
 */



/** The failure with the run that holds the lock, when that can be told. */
async function nameLockHolder(step, failure, { diagnostics, phase }) {
    if (failure.reason !== "state-locked" || step.inputs["github-token"] === "")
        return failure;
    const { context, deps } = step;
    const { owner, repo, runId, job } = context;
    const { lock } = (0,diagnostic_class/* classify */.L)(diagnostics, phase);
    try {
        const github = await deps.github();
        // The machines' clocks differ a little.
        const startedBefore = lock?.createdAt === undefined ? undefined : lock.createdAt + 2_000;
        const runs = await github.runningJobs({ owner, repo, ...(startedBefore === undefined ? {} : { startedBefore }) });
        const runner = deps.host.environment["RUNNER_NAME"] ?? "";
        const holder = findHolder(lock ?? {}, runs, { runId, job, ...(runner === "" ? {} : { runnerName: runner }) });
        if (holder === undefined)
            return failure;
        const by = holder.actor === "" ? "" : `, started by ${holder.actor}`;
        return new lib_failure/* Failure */.HR({
            reason: failure.reason,
            what: `${failure.what}; it is held by job ${holder.jobName} of workflow ${holder.workflowName} (${holder.runUrl}${by})`,
            remedy: `Wait for that run to end, then run this job again. ${failure.remedy}`,
            result: failure.result,
            cause: failure,
        });
    }
    catch (thrown) {
        deps.host.log.info(`The run that holds the lock is not known: ${(0,lib_failure/* toFailure */.w2)(thrown).what}`);
        return failure;
    }
}

// EXTERNAL MODULE: ./actions/terraform-apply/lib/publish-record.js + 1 modules
var publish_record = __webpack_require__(3319);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/conclude.js
/**
 * Tells everybody what became of the course: result file, comment, Deployment, annotations, outputs. The order of effects.
 */








/** Concludes, and returns how the step ends. */
async function conclude(step, course) {
    const { deps, target } = step;
    const { host, files } = deps;
    const failure = course.failure === undefined ? undefined : await withHolder(step, course, course.failure);
    const report = (0,draft/* draftPlan */.ZF)(step, course);
    const { record, parts } = (0,draft/* draftRecord */.D9)(step, course, { report, failure });
    const resultFile = `${target.outputDirectory}/${lib_journal/* journalFiles */.RF.result}`;
    const write = (told) => {
        files.write(resultFile, (0,result_file/* renderResultFile */.ux)(report, { ...parts, apply: told }));
        files.write(`${target.privateDirectory}/${lib_journal/* journalFiles */.RF.final}`, ["told\n"]);
    };
    const unwritten = attempt(() => write(record));
    const shown = { ...report, diagnostics: record.diagnostics, violations: report.violations };
    const annotated = record.failure === undefined ? shown : { ...shown, failure: record.failure };
    for (const annotation of annotateReport(annotated, { unformatted: [] }))
        host.annotate(annotation);
    host.log.info(`${report.label}: ${record.summary}`);
    // A cancelled run has seconds left; what is told then is the post step's.
    const told = host.cancelled.aborted ? { warnings: [] } : await (0,publish_record/* publishRecord */.l)(step, { report, record, parts });
    const deployment = host.cancelled.aborted
        ? undefined
        : await (0,lib_deployment/* endDeployment */.FU)(step, course.deploymentId, { record, unsaved: course.unsaved });
    // What the cancel cut short is told by the post step, and no warning any more.
    const warnings = host.cancelled.aborted
        ? []
        : [...unwritten, ...told.warnings, ...(deployment === undefined ? [] : [deployment])];
    for (const message of warnings)
        host.annotate({ level: "warning", message });
    const final = { ...record, notes: [...record.notes, ...warnings] };
    if (warnings.length > 0)
        attempt(() => write(final));
    return {
        outputs: {
            result: record.result,
            "failure-reason": failure?.reason ?? "",
            applied: record.applied,
            failed: [...record.failed, ...record.uncertain],
            "not-started": record.notStarted,
            "outputs-json": outputsOf(record),
            fingerprint: report.fingerprint ?? "",
            "result-file": resultFile,
            "comment-id": told.comment?.id ?? "",
            "comment-url": told.comment?.url ?? "",
            summary: record.summary,
        },
        ...(failure === undefined ? {} : { failure: endingOf(failure, record) }),
        summary: (0,comment/* renderSummary */.Br)(report, final),
        isRedacted: true,
    };
}
/** A full disk must not keep anybody from being told. */
function attempt(work) {
    try {
        work();
        return [];
    }
    catch (thrown) {
        return [`The result file could not be written: ${(0,lib_failure/* toFailure */.w2)(thrown).what}`];
    }
}
/** The failure with the result of the record: how far it came decides it. */
function endingOf(failure, { result }) {
    const { reason, what, remedy, location } = failure;
    return new lib_failure/* Failure */.HR({ reason, what, remedy, result, cause: failure, ...(location === undefined ? {} : { location }) });
}
async function withHolder(step, course, failure) {
    if (failure.reason !== "state-locked")
        return failure;
    const { apply, made } = course;
    if (apply !== undefined)
        return nameLockHolder(step, failure, { diagnostics: apply.result.diagnostics, phase: "apply" });
    return nameLockHolder(step, failure, { diagnostics: made?.diagnostics ?? [], phase: "plan" });
}
/** The outputs that may be known, as one JSON object; no digit is lost. */
function outputsOf({ outputs }) {
    const shown = outputs.filter(({ value, isSensitive }) => !isSensitive && value !== undefined);
    return (0,canonical_json/* canonicalJson */.d)(Object.fromEntries(shown.map(({ name, value }) => [name, value ?? null])));
}

// EXTERNAL MODULE: ./actions/terraform-apply/lib/errored-state.js + 1 modules
var errored_state = __webpack_require__(8074);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/find-review.js + 1 modules
var find_review = __webpack_require__(3943);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-record.js
var plan_record = __webpack_require__(2765);
// EXTERNAL MODULE: ./packages/terraform/lib/apply-progress.js
var apply_progress = __webpack_require__(3928);
// EXTERNAL MODULE: ./packages/report/lib/apply-record.js
var apply_record = __webpack_require__(3552);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/interim.js
/**
 * The result file while terraform is at work. When the runner kills this process, a later step of the job can still hand
 * this file to terraform-report: it says what was known, and that the end was not.
 */




const interrupted = new lib_failure/* Failure */.HR({
    reason: "cancelled",
    what: "The run was cancelled while Terraform was applying; it was asked to stop, and how it ended is in the log of the step's clean-up",
    remedy: "Run the job again: it goes on with what is left of the reviewed plan.",
});
/** Writes the file and names it, so that it is known whatever happens to us. */
function writeInterim(step, course, { planned, progress }) {
    const { deps, target } = step;
    const { redactor } = deps.host;
    const report = (0,draft/* draftPlan */.ZF)(step, course);
    const { record, parts } = (0,draft/* draftRecord */.D9)(step, course, { report, failure: interrupted });
    const { applied, failed } = progress.conclude({ exitCode: undefined });
    const known = new Set([...applied, ...failed]);
    const redact = (addresses) => addresses.map((address) => redactor.redact(address));
    const facts = {
        ...record,
        result: applied.length > 0 ? "partial" : "failed",
        applied: redact(applied),
        failed: redact(failed),
        notStarted: [],
        uncertain: redact(planned.map(({ address }) => address).filter((address) => !known.has(address))),
    };
    const told = { ...facts, summary: (0,apply_record/* summariseApply */.p)(facts, report.counts) };
    const path = `${target.outputDirectory}/${lib_journal/* journalFiles */.RF.result}`;
    deps.files.write(path, (0,result_file/* renderResultFile */.ux)(report, { ...parts, apply: told }));
    deps.host.output("result-file", path, { verbatim: true });
}

;// CONCATENATED MODULE: ./actions/terraform-apply/lib/perform.js
/**
 * Applies: writes down what is about to happen, starts terraform once, and finds out what it did. The order of effects.
 */







/** Applies the candidate. What became of it is in the course; `isStale`: the state moved in between, nothing was done. */
async function performApply(step, course, candidate) {
    const { deps, inputs, target } = step;
    const planned = (0,apply_progress/* plannedObjects */.t)(candidate.readable.plan);
    const deploymentId = course.deploymentId ??
        (await (0,lib_deployment/* beginDeployment */.tY)(step, { fingerprint: candidate.fingerprint, workspace: candidate.made.workspace }, course.notes));
    if (deploymentId !== undefined)
        course.deploymentId = deploymentId;
    writeJournal(step, course, candidate);
    const progress = (0,apply_progress/* createApplyProgress */.G)(planned);
    const tellSoFar = () => writeInterim(step, course, { planned, progress });
    tellSoFar();
    deps.host.cancelled.addEventListener("abort", tellSoFar, { once: true });
    const result = await deps.terraform.apply({
        planFile: candidate.planFile,
        // With the local backend a saved plan goes wherever is selected, not where it was made.
        workspace: candidate.made.workspace,
        stdoutFile: `${target.privateDirectory}/${lib_journal/* journalFiles */.RF.stdout}`,
        stderrFile: `${target.privateDirectory}/${lib_journal/* journalFiles */.RF.stderr}`,
        varFiles: inputs["var-files"],
        variables: inputs.variables,
        ...(inputs.parallelism === undefined ? {} : { parallelism: inputs.parallelism }),
        lockTimeoutMs: inputs["lock-timeout"] ?? 0,
        onEvent: (event) => progress.add(event),
    });
    deps.host.cancelled.removeEventListener("abort", tellSoFar);
    const outcome = await concludeProgress(step, progress, result);
    course.apply = { result, outcome };
    course.outputs = [...result.outputs].map(([name, value]) => ({ name, value, isSensitive: false }));
    return { isStale: isStale(result, outcome) };
}
function isStale({ exitCode, diagnostics }, { applied, failed, uncertain }) {
    const isUntouched = applied.length + failed.length + uncertain.length === 0;
    return exitCode !== 0 && isUntouched && diagnostics.some(({ summary }) => summary === "Saved plan is stale");
}
/** What was done; where the events do not tell (moves, imports), the live state does. */
async function concludeProgress({ deps }, progress, result) {
    const { exitCode, cancelled } = result;
    if (exitCode === 0 || cancelled)
        return progress.conclude({ exitCode });
    try {
        const pulled = await deps.terraform.statePull();
        return progress.conclude({ exitCode, stateAfter: pulled?.snapshot.addresses ?? [] });
    }
    catch {
        return progress.conclude({ exitCode });
    }
}
function writeJournal(step, course, candidate) {
    const { deps, target, context } = step;
    const { state } = candidate.outline;
    const plan = deps.files.readBytes(candidate.planFile);
    const report = (0,draft/* draftPlan */.ZF)(step, course);
    const parts = (0,draft/* planParts */.mM)(course, report);
    const journal = {
        label: step.label,
        workspace: candidate.made.workspace,
        directory: target.directory,
        fingerprint: candidate.fingerprint,
        planSha256: plan === undefined ? "" : (0,plan_record/* sha256 */.sc)(plan),
        lineage: state?.lineage ?? "",
        serial: state?.serial ?? 0,
        planned: (0,apply_progress/* plannedObjects */.t)(candidate.readable.plan),
        review: course.reviewed?.shown ?? { kind: "none" },
        reviewed: parts.marker.data,
        notes: [...(course.reviewed?.notes ?? []), ...course.notes],
        ...(course.deploymentId === undefined ? {} : { deploymentId: course.deploymentId }),
    };
    const file = (name) => `${target.privateDirectory}/${name}`;
    deps.files.remove(file(lib_journal/* journalFiles */.RF.final));
    deps.files.write(file(lib_journal/* journalFiles */.RF.pending), (0,result_file/* renderResultFile */.ux)(report, parts));
    deps.files.write(file(lib_journal/* journalFiles */.RF.journal), [(0,lib_journal/* renderJournal */._s)(journal)]);
    const lines = (0,lib_journal/* describeJournal */.p9)(journal, context.runUrl);
    for (const line of lines)
        deps.host.log.info(line);
}

// EXTERNAL MODULE: ./actions/terraform-apply/lib/plan-course.js + 11 modules
var plan_course = __webpack_require__(2113);
// EXTERNAL MODULE: ./actions/terraform-apply/lib/saved-plan.js + 3 modules
var saved_plan = __webpack_require__(7810);
;// CONCATENATED MODULE: ./actions/terraform-apply/lib/run.js
/**
 * The order of effects: who may order it, what was reviewed, which plan that is, apply it, tell everybody. Everything that
 * can end the step is told in the same place.
 */













/** How often a plan is made again when the state moves right under it. */
const mostPlans = 3;
/** Applies the target and tells everybody. Resolves with what the step says, also when nothing was applied. */
async function run(given) {
    let step = given;
    const course = { rules: [], asked: askGitHub(withoutPullRequest(given)), outputs: [], notes: [] };
    try {
        (0,find_review/* requireEvent */.M9)(given);
        requireSavedState(given);
        step = await (0,find_review/* findPullRequest */._f)(given, needsReview(given));
        course.rules = await readGuardrails(step);
        course.asked = askGitHub(step);
        await follow(step, course);
    }
    catch (thrown) {
        course.failure = (0,lib_failure/* toFailure */.w2)(thrown);
    }
    try {
        return await conclude(step, course);
    }
    finally {
        const { saved, fresh } = (0,plan_course/* planFilesOf */.Uh)(step);
        const streams = [lib_journal/* journalFiles */.RF.stdout, lib_journal/* journalFiles */.RF.stderr, lib_journal/* journalFiles */.RF.pending].map((name) => `${step.target.privateDirectory}/${name}`);
        const files = [saved.planFile, saved.documentFile, fresh.planFile, fresh.documentFile, ...streams];
        for (const file of files)
            step.deps.files.remove(file);
    }
}
function withoutPullRequest(step) {
    return { ...step, pullRequest: undefined };
}
function needsReview({ inputs }) {
    return inputs.approval === "reviewed" && inputs["plan-file"] === "";
}
/** An earlier apply on this machine left a state behind: it comes first. */
function requireSavedState({ deps }) {
    if (deps.terraform.erroredState() === undefined)
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "state-not-saved",
        result: "refused",
        what: "errored.tfstate lies in the root module: an earlier apply could not save its state",
        remedy: "Push it with terraform state push errored.tfstate and delete it, then run this job again. Nothing was started.",
    });
}
async function follow(step, course) {
    const { inputs, deps } = step;
    const { saved } = (0,plan_course/* planFilesOf */.Uh)(step);
    const opened = inputs["plan-file"] === "" ? undefined : await (0,saved_plan/* openSavedPlan */.X)(step, saved.planFile);
    if (opened !== undefined) {
        const { fingerprint } = opened.record;
        const notes = inputs["seal-key"] === ""
            ? [
                "Without seal-key, whoever can write the plan file can write its record: only what contradicts itself is found.",
            ]
            : [];
        // It is planned again only when the state has moved since: that is what an apply does that was begun.
        course.reviewed = { shown: { kind: "record", fingerprint }, fingerprint, outlineText: "", isBegun: true, notes };
    }
    else if (inputs.approval === "reviewed")
        course.reviewed = await (0,find_review/* findReview */.IE)(step);
    const unsaved = course.reviewed?.unsaved ?? (await (0,lib_deployment/* askUnsavedState */.Bw)(step));
    // Until the backend is seen to have it, whatever is told goes on saying so.
    if (unsaved !== undefined)
        course.unsaved = unsaved;
    (0,hide_secrets/* hideKnownSecrets */.$)(step);
    let candidate = opened === undefined ? await (0,plan_course/* takeFreshPlan */.Ry)(step, course) : await (0,plan_course/* takeSavedPlan */.Um)(step, course, opened);
    for (let plans = 1;; plans += 1) {
        course.candidate = candidate;
        if (unsaved !== undefined)
            await requireRecovered(step, unsaved);
        delete course.unsaved;
        await requireAllowed(step, course, candidate);
        if (!candidate.made.hasChanges)
            return leaveAsItIs(step, course, candidate);
        if (inputs["dry-run"])
            return;
        const note = await (0,find_review/* requireUnmoved */.sK)(step);
        if (note !== undefined)
            course.notes.push(note);
        if (deps.host.cancelled.aborted)
            throw cancelled();
        const { isStale } = await performApply(step, course, candidate);
        if (!isStale || plans === mostPlans)
            break;
        deps.host.log.info("The state moved between plan and apply: planning again.");
        delete course.apply;
        candidate = await (0,plan_course/* takeFreshPlan */.Ry)(step, course);
    }
    await finish(step, course, candidate);
}
function cancelled() {
    return new lib_failure/* Failure */.HR({
        reason: "cancelled",
        what: "The run was cancelled before anything was applied",
        remedy: "Run the job again when you want its result.",
    });
}
/** @throws Failure `state-not-saved` while the backend does not have the state of an earlier apply */
async function requireRecovered({ deps, label }, unsaved) {
    const pulled = await deps.terraform.statePull();
    if ((0,errored_state/* isRecovered */.W9)(unsaved, pulled?.snapshot))
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "state-not-saved",
        result: "refused",
        what: `An earlier apply of ${label} could not save its state, and the backend still does not have it`,
        remedy: "Push that state with terraform state push, then run this job again. Nothing was applied.",
    });
}
/** Guardrails and policy hold for what is applied, too. */
async function requireAllowed(step, course, { readable }) {
    const planJsonFile = `${step.target.privateDirectory}/plan.json`;
    if (step.inputs["policy-command"].length > 0) {
        step.deps.files.write(planJsonFile, redactedPlan(readable.source, readable.redact));
    }
    course.judgement = await judgePlan(step, course.asked, { rules: course.rules, readable, planJsonFile });
    if (course.judgement.failure !== undefined)
        throw course.judgement.failure;
}
/** Nothing to apply: the outputs are told all the same, and a Deployment says that all is well. */
async function leaveAsItIs(step, course, { fingerprint, made }) {
    const pulled = await step.deps.terraform.statePull();
    course.outputs = [...(pulled?.snapshot.outputs ?? [])].map(([name, { value, isSensitive }]) => {
        return isSensitive ? { name, isSensitive } : { name, isSensitive, value };
    });
    if (step.inputs["dry-run"])
        return;
    const id = await (0,lib_deployment/* beginDeployment */.tY)(step, { fingerprint, workspace: made.workspace }, course.notes);
    if (id !== undefined)
        course.deploymentId = id;
}
/** What the apply came to. @throws the failure */
async function finish(step, course, { outline }) {
    const { apply } = course;
    if (apply === undefined)
        return;
    const kept = (0,errored_state/* keepErroredState */.i8)(step, outline.state?.lineage ?? "");
    if (kept !== undefined) {
        course.unsaved = kept.identity;
        course.notes.push((0,errored_state/* describeKeptState */.Rk)(kept));
    }
    if (apply.result.exitCode === 0 && kept === undefined)
        return;
    throw await (0,apply_failure/* failureOfApply */.k)(step, apply);
}


/***/ }),

/***/ 6389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseHandrailFile: () => (/* binding */ parseHandrailFile),
/* harmony export */   w: () => (/* binding */ guardedActions)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/**
 * Reads `.github/handrail.yml`: guardrails and roots. Every problem is reported at once, with line and column; an
 * unknown key is a problem, because a misspelt guardrail would guard nothing. Decides nothing: see guardrails.ts.
 */


/** What a guardrail can forbid. */
const guardedActions = ["create", "update", "replace", "delete", "forget"];
/**
 * Parses the file.
 * @param text the file's content
 * @param path its name in error messages
 * @throws Failure `invalid-input` that lists every problem as `path:line:column: what is wrong`
 */
function parseHandrailFile(text, path) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, version: "1.2", prettyErrors: false });
    const reader = new Reader();
    for (const error of document.errors)
        reader.problem(error.pos[0], error.message);
    const file = reader.file(document.contents);
    if (reader.problems.length === 0)
        return file;
    const list = reader.problems
        .toSorted((a, b) => a.offset - b.offset)
        .map(({ offset, message }) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}: ${message}`;
    });
    const first = lines.linePos(Math.min(...reader.problems.map((problem) => problem.offset)));
    throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `${path} cannot be used: ${list.join("; ")}`,
        remedy: "Correct the file. Its keys are described in the README of terraform-plan.",
        location: { file: path, line: first.line, column: first.col },
    });
}
/** Walks the YAML nodes and collects problems instead of stopping at the first. */
class Reader {
    problems = [];
    problem(offset, message) {
        this.problems.push({ offset, message });
    }
    file(node) {
        if (node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null))
            return { guardrails: [], roots: [] };
        const fields = this.fields(node, "the file", ["guardrails", "roots"]);
        return {
            guardrails: this.items(fields?.get("guardrails"), "guardrails", (item) => this.guardrail(item)),
            roots: this.items(fields?.get("roots"), "roots", (item) => this.root(item)),
        };
    }
    guardrail(node) {
        const known = ["name", "types", "addresses", "actions", "max", "unless-label", "message"];
        const fields = this.fields(node, "a guardrail", known);
        const unlessLabel = this.text(fields, "unless-label");
        const message = this.text(fields, "message");
        const rule = {
            name: this.required(fields, node, "a guardrail", "name"),
            types: this.texts(fields, "types"),
            addresses: this.texts(fields, "addresses"),
            actions: this.actions(fields, node),
            max: this.whole(fields, "max") ?? 0,
            ...(unlessLabel === undefined ? {} : { unlessLabel }),
            ...(message === undefined ? {} : { message }),
        };
        if (fields !== undefined && rule.types.length + rule.addresses.length === 0) {
            this.problem(at(node), "a guardrail needs `types`, `addresses` or both");
        }
        return rule;
    }
    actions(fields, node) {
        const given = this.texts(fields, "actions");
        const known = guardedActions.filter((action) => given.includes(action));
        const field = fields?.get("actions");
        for (const action of given) {
            if (!guardedActions.some((name) => name === action)) {
                this.problem(at(field?.value ?? node), `unknown action ${quote(action)}, use ${guardedActions.join(", ")}`);
            }
        }
        if (fields !== undefined && given.length === 0)
            this.problem(at(node), "a guardrail needs `actions`");
        return known;
    }
    root(node) {
        const known = ["path", "environment", "workspace", "var-files", "backend-config-files", "wave"];
        const fields = this.fields(node, "a root", known);
        const environment = this.text(fields, "environment");
        const workspace = this.text(fields, "workspace");
        return {
            path: this.required(fields, node, "a root", "path"),
            ...(environment === undefined ? {} : { environment }),
            ...(workspace === undefined ? {} : { workspace }),
            varFiles: this.texts(fields, "var-files"),
            backendConfigFiles: this.texts(fields, "backend-config-files"),
            wave: this.whole(fields, "wave") ?? 1,
        };
    }
    fields(node, what, known) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            this.problem(at(node), `${what} must be a mapping with ${known.join(", ")}`);
            return undefined;
        }
        const fields = new Map();
        for (const pair of node.items) {
            const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : "";
            if (known.includes(name))
                fields.set(name, { key: pair.key, value: pair.value });
            else
                this.problem(at(pair.key), `unknown key ${quote(name)} in ${what}, known are ${known.join(", ")}`);
        }
        return fields;
    }
    items(field, name, read) {
        if (field === undefined || isEmpty(field.value))
            return [];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(field.value))
            return field.value.items.map((item) => read(item));
        this.problem(at(field.value ?? field.key), `${name} must be a list`);
        return [];
    }
    text(fields, name) {
        const field = fields?.get(name);
        if (field === undefined || isEmpty(field.value))
            return undefined;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(field.value) && typeof field.value.value === "string")
            return field.value.value;
        this.problem(at(field.value ?? field.key), `${name} must be a text`);
        return undefined;
    }
    required(fields, node, what, name) {
        const value = this.text(fields, name);
        if (value !== undefined && value !== "")
            return value;
        if (fields !== undefined && isEmpty(fields.get(name)?.value ?? null)) {
            this.problem(at(node), `${what} needs \`${name}\``);
        }
        return "";
    }
    texts(fields, name) {
        return this.items(fields?.get(name), name, (item) => {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) && typeof item.value === "string")
                return item.value;
            this.problem(at(item), `every item of ${name} must be a text`);
            return "";
        }).filter((text) => text !== "");
    }
    whole(fields, name) {
        const field = fields?.get(name);
        if (field === undefined || isEmpty(field.value))
            return undefined;
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(field.value) ? field.value.value : undefined;
        if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0)
            return value;
        this.problem(at(field.value ?? field.key), `${name} must be a whole number, 0 or more`);
        return undefined;
    }
}
function isEmpty(node) {
    return node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && (node.value === null || node.value === ""));
}
function at(node) {
    return node.range?.[0] ?? 0;
}
function quote(text) {
    return JSON.stringify(text.slice(0, 60));
}


/***/ })

};

