export const id = 846;
export const ids = [846,389];
export const modules = {

/***/ 2846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude)
});

// EXTERNAL MODULE: ./packages/planning/lib/target.js
var target = __webpack_require__(8726);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/report/lib/compose-report.js + 14 modules
var compose_report = __webpack_require__(823);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
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
var lib_origin = __webpack_require__(1849);
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
        origin: (0,lib_origin/* originOf */.y)(step),
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
        made.failure ??= (0,lib_failure/* toFailure */.w2)(thrown);
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

// EXTERNAL MODULE: ./packages/terraform/lib/influences.js
var influences = __webpack_require__(464);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./packages/terraform/lib/outline.js
/** The form of an outline; another one is not read. */
const OUTLINE_SCHEMA = 1;

// EXTERNAL MODULE: ./packages/terraform/lib/diff-scalar.js
var diff_scalar = __webpack_require__(8384);
// EXTERNAL MODULE: ./packages/terraform/lib/fingerprint-digest.js
var fingerprint_digest = __webpack_require__(8839);
// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/secrets.js
var secrets = __webpack_require__(5199);
;// CONCATENATED MODULE: ./packages/terraform/lib/redaction-flags.js
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
        return flags.some(secrets/* hasFlag */.Lt) ? flags : false;
    }
    if (!(0,json_value/* isJsonObject */.OW)(piece))
        return false;
    const flags = {};
    const isSensitive = (0,json_value/* member */.Dc)(piece, "sensitive") === true;
    for (const [key, value] of Object.entries(piece)) {
        const below = flagsBeside(piece, key) ?? flagsWithin(value);
        if (isSensitive && VALUE_KEYS.has(key))
            (0,json_value/* setMember */.Nk)(flags, key, true);
        // The type of a sensitive object names its keys.
        else if (isSensitive && key === "type" && typeof value !== "string")
            (0,json_value/* setMember */.Nk)(flags, key, true);
        else if (isSensitive && key === "expression")
            (0,json_value/* setMember */.Nk)(flags, key, constantFlags(value));
        else if ((0,secrets/* hasFlag */.Lt)(below))
            (0,json_value/* setMember */.Nk)(flags, key, below);
    }
    const sides = ["before", "after"].map((key) => (0,json_value/* member */.Dc)(flags, key) ?? false);
    const either = (0,secrets/* eitherFlags */.Vz)(sides[0] ?? false, sides[1] ?? false);
    return (0,secrets/* hasFlag */.Lt)(either) ? { ...flags, before: either, after: either } : flags;
}
function flagsBeside(piece, key) {
    const names = [
        `${key}_sensitive`,
        `sensitive_${key}`,
        ...(key.endsWith("_values") ? [`${key.slice(0, -7)}_sensitive`] : []),
    ];
    const flags = names.map((name) => (0,json_value/* member */.Dc)(piece, name)).find((found) => found !== undefined);
    if (flags === undefined)
        return undefined;
    // Where there is nothing, nothing is secret; a flag there must not count for the other side.
    return piece[key] === null ? false : (0,secrets/* flagsOf */.Zo)(piece[key], flags);
}
/** Flags for everything that is written literally in an expression of the configuration. */
function constantFlags(expression) {
    if (Array.isArray(expression))
        return expression.map(constantFlags);
    if (!(0,json_value/* isJsonObject */.OW)(expression))
        return false;
    const flags = {};
    for (const [key, value] of Object.entries(expression)) {
        (0,json_value/* setMember */.Nk)(flags, key, key === "constant_value" ? true : constantFlags(value));
    }
    return flags;
}
/** Flags for the literals in some of the expressions of a resource or a module call. */
function expressionFlags(expressions, names) {
    const flags = {};
    for (const name of names)
        (0,json_value/* setMember */.Nk)(flags, name, constantFlags((0,json_value/* member */.Dc)(expressions, name)));
    return flags;
}

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
    const flags = masking === undefined ? false : flagsWithin(element);
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
function fingerprintPlan(facts) {
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
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-leaves.js
var plan_outline_leaves = __webpack_require__(277);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-change.js
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
    const change = (0,json_value/* member */.Dc)(element, "change");
    const flags = flagsWithin(element);
    const hidden = (0,json_value/* member */.Dc)(flags, "change");
    const leaves = changeLeaves(change, hidden, tools);
    if (leaves === undefined)
        return undefined;
    const [rest, restOfChange] = [without(element, ELSEWHERE), without(change, CHANGE_ELSEWHERE)];
    const text = `${(0,canonical_json/* maskedJson */.a)(rest, flags, masking, undefined)}\n${(0,canonical_json/* maskedJson */.a)(restOfChange, hidden, masking, undefined)}`;
    const detail = { object: short(text), leaves };
    const reason = (0,json_value/* member */.Dc)(element, "action_reason");
    if (typeof reason === "string")
        detail.reason = reason;
    for (const [name, key] of [
        ["importing", "importing"],
        ["generated", "generated_config"],
    ]) {
        const value = (0,json_value/* member */.Dc)(change, key) ?? null;
        if (value !== null)
            detail[name] = short((0,canonical_json/* maskedJson */.a)(value, (0,json_value/* member */.Dc)(hidden, key), masking, undefined));
    }
    const paths = (0,json_value/* member */.Dc)(change, "replace_paths");
    if (Array.isArray(paths))
        detail.forced = short(paths.map(canonical_json/* canonicalJson */.d).sort(text_order/* compareCodeUnits */.U).join(","));
    return detail;
}
function without(value, names) {
    const entries = (0,json_value/* isJsonObject */.OW)(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter(([key]) => !names.has(key)));
}
/** The attributes, and the resource's identity below a path of its own. */
function changeLeaves(change, hidden, tools) {
    const side = (name, what) => {
        const isAttributes = what === "";
        return {
            value: (0,json_value/* member */.Dc)(change, `${name}${what}`) ?? undefined,
            unknown: (isAttributes && name === "after" ? (0,json_value/* member */.Dc)(change, "after_unknown") : undefined) ?? false,
            flags: (isAttributes ? (0,json_value/* member */.Dc)(change, `${name}_sensitive`) : undefined) ?? false,
            hidden: (0,json_value/* member */.Dc)(hidden, `${name}${what}`) ?? false,
            other: name === "after" ? [(0,json_value/* member */.Dc)(change, `before${what}`)] : undefined,
        };
    };
    const leaves = (0,plan_outline_leaves/* leavesOf */.wf)(side("before", ""), side("after", ""), tools);
    const identity = (0,plan_outline_leaves/* leavesOf */.wf)(side("before", "_identity"), side("after", "_identity"), tools);
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
    const hidden = (0,secrets/* eitherFlags */.Vz)(beforeSensitive, afterSensitive);
    const leaves = (0,plan_outline_leaves/* leavesOf */.wf)({ value: before ?? undefined, unknown: false, flags: beforeSensitive, hidden, other: undefined }, { value: after ?? undefined, unknown: afterUnknown, flags: afterSensitive, hidden, other: [before] }, tools);
    return leaves === undefined ? undefined : { object: tools.short(name), leaves };
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-room.js
var plan_outline_room = __webpack_require__(1334);
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
    const room = new plan_outline_room/* OutlineRoom */.Of(maxLength);
    const digests = [];
    const changes = mapChanges(facts, pieces, (change) => {
        const { address, deposed, section, digest } = change;
        digests.push({ address, ...(deposed === undefined ? {} : { deposed }), section, digest });
        return room.admit(changeOutline(change, tools, room.hasDetails));
    });
    const lines = new Map(pieces.lines.filter(({ kind }) => kind === "output").map(({ name, text }) => [name, text]));
    const outputs = facts.plan.outputs.map((output) => {
        const { name, actions } = output;
        const detail = room.hasDetails ? outputDetail(output, tools) : undefined;
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
            : (0,plan_outline_room/* withoutDetails */.DA)(outline),
    };
}
function changeOutline(change, tools, hasDetail) {
    const { section, element, deposed } = change;
    const detail = section === "other" || !hasDetail ? undefined : changeDetail(element, tools);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/terraform/lib/seal-key.js
var seal_key = __webpack_require__(427);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-record.js
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
const MAX_LENGTH = (/* unused pure expression or super */ null && (64 * 1024));
/** Lower-case hex SHA-256 of bytes or of a text's UTF-8. */
function plan_record_sha256(content) {
    return (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
}
/** The one text of a record, the same for equal records. */
function canonicalRecord(record) {
    return (0,canonical_json/* canonicalJson */.d)(Object.fromEntries(FIELDS.map((field) => [field, record[field]])));
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
    const mac = (0,external_node_crypto_.createHmac)("sha256", (0,seal_key/* deriveKey */.H)(sealKey, "record")).update(canonicalRecord(record)).digest("hex");
    return `hmac-sha256:${mac}`;
}
/** Reads a record's file. A Failure `plan-tampered` for anything but exactly what renderRecord writes. */
function parseRecord(text) {
    const sealed = text.length > MAX_LENGTH ? undefined : read(text);
    if (sealed !== undefined && renderSealed(sealed) === text)
        return sealed;
    throw plan_record_tampered("The record beside the plan is not as terraform-plan wrote it", "Hand over the plan file and the record that terraform-plan wrote, unchanged, or make the plan again.");
}
function read(text) {
    let json;
    try {
        json = parseJson(text);
    }
    catch {
        return undefined;
    }
    if (!isJsonObject(json) || !isJsonObject(json["record"]))
        return undefined;
    const { record, seal } = json;
    for (const field of FIELDS) {
        const value = Object.hasOwn(record, field) ? record[field] : undefined;
        if (typeof value !== (NUMBERS.has(field) ? "number" : "string"))
            return undefined;
    }
    if (record["schema"] !== 1) {
        throw plan_record_tampered(`The record beside the plan has the form ${canonicalJson(record["schema"])}, this version knows 1`, "Use the same version of terraform-plan and terraform-apply.");
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
        throw plan_record_tampered("The record beside the plan is sealed, but no seal-key was given", "Give the seal-key that terraform-plan had.");
    }
    const expected = Buffer.from(sealOf(record, sealKey));
    const found = Buffer.from(seal ?? "");
    if (found.length === expected.length && timingSafeEqual(found, expected))
        return record;
    throw plan_record_tampered(seal === undefined
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
function plan_record_tampered(what, remedy) {
    return new lib_failure/* Failure */.HR({ reason: "plan-tampered", what, remedy });
}

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
        return plan_archive_read(readPlanZip(bytes));
    }
    catch (error) {
        if (!(error instanceof PlanZipError || error instanceof PlanMessageError))
            throw error;
        throw plan_record_tampered(`The plan file ${error.message}`, REMEDY);
    }
}
function plan_archive_read(members) {
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

// EXTERNAL MODULE: ./packages/terraform/lib/plan-change.js
var plan_change = __webpack_require__(4748);
// EXTERNAL MODULE: ./packages/terraform/lib/state-address.js
var state_address = __webpack_require__(5234);
;// CONCATENATED MODULE: ./packages/terraform/lib/state-digest.js
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
    const short = (0,fingerprint_digest/* shortDigester */.Cv)((0,fingerprint_digest/* digester */.WF)(key));
    const redact = (0,fingerprint_digest/* remembering */.Mw)(options.redact);
    const masking = key === "" ? { redact } : undefined;
    const resources = [];
    for (const resource of listOf((0,json_value/* member */.Dc)(state, "resources"))) {
        for (const instance of listOf((0,json_value/* member */.Dc)(resource, "instances"))) {
            const deposed = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(instance, "deposed"));
            const address = (0,address_keys/* redactKeys */.i)((0,state_address/* instanceAddress */.w)(resource, instance), redact);
            const shown = `${address}${deposed === undefined ? "" : ` (deposed ${deposed})`}`;
            resources.push([shown, short(instanceText(instance, masking))]);
        }
    }
    resources.sort((one, other) => (0,text_order/* compareCodeUnits */.U)(one[0], other[0]) || (0,text_order/* compareCodeUnits */.U)(one[1], other[1]));
    const serial = (0,json_value/* member */.Dc)(state, "serial");
    return {
        lineage: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(state, "lineage")) ?? "",
        serial: typeof serial === "number" && Number.isSafeInteger(serial) ? serial : 0,
        resources,
    };
}
function parseState(text) {
    const fail = (why, cause) => {
        throw new lib_failure/* Failure */.HR({
            reason: "state-unreadable",
            what: `The state cannot be read: ${why}.`,
            remedy: "Look at the output of `terraform state pull`; only states of terraform 0.12 and later can be read.",
            cause,
        });
    };
    try {
        const state = (0,json_value/* parseJson */.qF)(text);
        if (!(0,json_value/* isJsonObject */.OW)(state) || (0,json_value/* member */.Dc)(state, "version") !== 4)
            return fail("it is no state of version 4");
        return state;
    }
    catch (error) {
        if (!(error instanceof json_value/* JsonError */.N3))
            throw error;
        return fail(`${error.message} at character ${error.offset}`, error);
    }
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** What is noise does not enter: dependencies, the provider's private bytes, and the order of the sensitive paths. */
function instanceText(instance, masking) {
    const value = (name) => (0,json_value/* member */.Dc)(instance, name) ?? null;
    const flags = sensitiveFlags(listOf((0,json_value/* member */.Dc)(instance, "sensitive_attributes")));
    return [
        (0,canonical_json/* maskedJson */.a)([value("schema_version"), value("status")], false, undefined, undefined),
        (0,canonical_json/* maskedJson */.a)(value("attributes"), flags, masking, undefined),
        (0,canonical_json/* maskedJson */.a)([value("attributes_flat"), value("identity")], false, masking, undefined),
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
            const value = (0,json_value/* member */.Dc)(step, "value");
            const name = (0,plan_change/* textOf */.b6)(value) ?? (0,json_value/* member */.Dc)(value, "value");
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

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-seal.js
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
    return Buffer.concat([MAGIC, Buffer.from(canonicalRecord(record))]);
}
/** Encrypts a plan file for its record. `nonce` must be fresh random bytes; throws RangeError for another length. */
function sealPlan(plan, record, sealKey, nonce) {
    if (nonce.length !== NONCE_LENGTH)
        throw new RangeError(`A nonce has ${NONCE_LENGTH} bytes, not ${nonce.length}.`);
    const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, (0,seal_key/* deriveKey */.H)(sealKey, "encryption"), nonce, { authTagLength: TAG });
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
        throw tampered("The plan file is not a sealed plan", "Hand over the plan file that terraform-plan wrote with a seal-key.");
    }
    const nonce = sealed.subarray(MAGIC.length, start);
    const decipher = createDecipheriv(CIPHER, deriveKey(sealKey, "encryption"), nonce, { authTagLength: TAG });
    decipher.setAAD(additionalData(record));
    decipher.setAuthTag(sealed.subarray(end));
    let plan;
    try {
        plan = new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start, end)), decipher.final()]));
    }
    catch {
        throw tampered("The plan's authentication failed: the plan file or its record was changed, or the seal-key is another one", "Make the plan again with the same seal-key, and have it reviewed.");
    }
    checkPlan(plan, record);
    return plan;
}
/** Compares a plan file in clear with its record. A Failure `plan-tampered` when it is another file. */
function checkPlan(plan, record) {
    if (sha256(plan) === record.planSha256)
        return;
    throw tampered("The plan file is not the one its record was made for", "Hand over the plan file and the record of the same terraform-plan step, unchanged.");
}

// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-text.js + 1 modules
var plan_outline_text = __webpack_require__(7705);
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
        const { stateBytes } = readPlanArchive(planFile);
        return digestState(new TextDecoder().decode(stateBytes), { redact, key });
    }
    catch {
        return undefined;
    }
}
/** Fingerprints the plan and seals its file. */
function seal_plan_sealPlan(step, sealing) {
    const { deps, target, inputs } = step;
    const { made, readable, planFile } = sealing;
    const key = inputs["seal-key"];
    const facts = fingerprintFacts(step, made, readable);
    const plan = sealing.isApplicable ? deps.files.readBytes(planFile) : undefined;
    if (plan === undefined)
        return { fingerprint: fingerprintPlan(facts), outline: "" };
    const { fingerprint, outline } = digestPlan(facts, plan, { maxLength: OUTLINE_LIMIT });
    const origin = (0,lib_origin/* originOf */.y)(step);
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
        lockFile: facts.lockFile === undefined ? "" : plan_record_sha256(facts.lockFile),
        terraformVersion: made.terraformVersion,
        planSha256: plan_record_sha256(plan),
        fingerprint,
        createdBy,
    };
    const file = `${target.outputDirectory}/plan.tfplan${key === "" ? "" : ".sealed"}`;
    if (key !== "")
        deps.files.write(file, [sealPlan(plan, record, key, deps.randomBytes(NONCE_LENGTH))]);
    else if (file !== planFile)
        deps.files.write(file, [plan]);
    deps.files.write(recordOf(file), [renderRecord(record, key)]);
    return { fingerprint, outline: (0,plan_outline_text/* renderOutline */.Nu)(outline, OUTLINE_LIMIT), planFile: file };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./packages/terraform/lib/json-texts.js
var json_texts = __webpack_require__(975);
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
        if (redaction_pieces_IDENTITY.has(key))
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
const redaction_pieces_IDENTITY = new Set(["module_address", "mode", "type", "name"]);
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
                return { expressions: expressionFlags((0,json_value/* member */.Dc)(resource, "expressions"), names) };
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
            add(finding, (expressions) => expressionFlags(expressions, sensitive));
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
        const flags = (0,secrets/* eitherFlags */.Vz)(flagsWithin(value), piece.flags?.(value) ?? false);
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

;// CONCATENATED MODULE: ./packages/report/lib/result-file.js

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
        return value === undefined ? json : `${json.slice(0, -1)},"value":${(0,canonical_json/* canonicalJson */.d)(value)}}`;
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
var lib_comment = __webpack_require__(94);
;// CONCATENATED MODULE: ./actions/terraform-plan/lib/plan-outputs.js
/** Every output of the step by its name; what is not known is left out. */
function planOutputs(report, facts) {
    const { counts } = report;
    return {
        result: report.result,
        "failure-reason": report.failure?.reason ?? "",
        "has-changes": counts === undefined || report.result === "failed" ? undefined : facts.hasChanges,
        "exit-code": facts.exitCode,
        "to-add": counts?.add,
        "to-change": counts?.change,
        "to-destroy": counts?.destroy,
        "to-replace": counts?.replace,
        "to-import": counts?.import,
        "to-move": counts?.move,
        "to-forget": counts?.forget,
        "output-changes": counts?.outputs,
        fingerprint: report.fingerprint,
        "plan-file": facts.files.plan,
        "plan-json-file": facts.files.planJson,
        "result-file": facts.files.result,
        "comment-id": facts.comment?.id,
        "comment-url": facts.comment?.url,
        summary: report.summary,
    };
}

// EXTERNAL MODULE: ./packages/planning/lib/publish-report.js + 4 modules
var publish_report = __webpack_require__(3249);
;// CONCATENATED MODULE: ./actions/terraform-plan/lib/tell.js



/** Tells everybody and returns how the step ends. */
async function tell(step, telling) {
    const { host, files } = step.deps;
    const { report, outline, failure, exitCode, hasChanges } = telling;
    const result = `${step.target.outputDirectory}/plan-result.json`;
    const parts = { marker: (0,publish_report/* markerOf */.w)(step, report, outline), outline };
    files.write(result, renderResultFile(report, parts));
    for (const annotation of annotateReport(report, telling))
        host.annotate(annotation);
    host.log.info(`${report.label}: ${report.summary}`);
    // A cancelled run has seconds left; what is told then is the post step's.
    const published = host.cancelled.aborted
        ? { warnings: [] }
        : await (0,publish_report/* publishReport */.S)(step, report, { client: () => telling.asked.client(), outline });
    for (const message of published.warnings)
        host.annotate({ level: "warning", message });
    const told = { ...report, notes: [...report.notes, ...published.warnings] };
    if (published.warnings.length > 0)
        files.write(result, renderResultFile(told, parts));
    const { comment } = published;
    return {
        outputs: planOutputs(told, {
            exitCode,
            hasChanges,
            files: { ...telling.files, result },
            ...(comment === undefined ? {} : { comment }),
        }),
        ...(failure === undefined ? {} : { failure }),
        summary: (0,lib_comment/* renderSummary */.Br)(told),
        isRedacted: true,
    };
}

;// CONCATENATED MODULE: ./actions/terraform-plan/lib/conclude.js




const undecided = { guardrails: { violations: [], lifted: [] }, notes: [] };
/** Concludes, and returns how the step ends. */
async function conclude(step, conclusion) {
    const { deps, inputs } = step;
    const { made, planFile, documentFile } = conclusion;
    let document;
    let sealed;
    try {
        if (made.hasDocument)
            document = deps.files.openPlan(documentFile);
        const readable = readMadePlan(document, made, step);
        const planJsonFile = `${step.target.outputDirectory}/plan.json`;
        if (readable !== undefined)
            deps.files.write(planJsonFile, redactedPlan(readable.source, readable.redact));
        const judgement = readable !== undefined && made.failure === undefined
            ? await judgePlan(step, conclusion.asked, { rules: conclusion.rules, readable, planJsonFile })
            : undecided;
        const failure = made.failure ?? judgement.failure;
        const label = (0,target/* labelOf */.Wy)(inputs.label, step.target.directory, made.workspace);
        if (readable !== undefined) {
            sealed = seal_plan_sealPlan(step, { made, readable, planFile, label, isApplicable: failure === undefined });
        }
        const changedFiles = await conclusion.asked.changedFiles();
        const report = draftReport(step, { made, readable, judgement, failure, label, sealed, changedFiles });
        return await tell(step, {
            report,
            outline: sealed?.outline ?? "",
            asked: conclusion.asked,
            files: {
                ...(readable === undefined ? {} : { planJson: planJsonFile }),
                ...(sealed?.planFile === undefined ? {} : { plan: sealed.planFile }),
            },
            unformatted: made.unformatted,
            exitCode: made.exitCode,
            hasChanges: made.hasChanges,
            failure,
        });
    }
    catch (thrown) {
        // A step that could not tell what it planned leaves nothing to apply.
        if (sealed?.planFile !== undefined)
            for (const file of [sealed.planFile, recordOf(sealed.planFile)])
                deps.files.remove(file);
        throw thrown;
    }
    finally {
        document?.close();
        deps.files.remove(documentFile);
        if (sealed?.planFile !== planFile)
            deps.files.remove(planFile);
    }
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

