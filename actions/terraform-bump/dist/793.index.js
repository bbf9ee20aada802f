export const id = 793;
export const ids = [793];
export const modules = {

/***/ 8600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compareCodeUnits)
/* harmony export */ });
/** The order of texts. Pure. */
/** Orders texts by their code units: the same on every machine, which localeCompare is not. */
function compareCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 9835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ maskedJson),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8600);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5199);
/**
 * One text for one JSON value: keys in order, no white space, digits of numbers as they were written. With flags, what
 * is secret enters only as changed or unchanged. It hashes nothing.
 */



/** What stands for a secret: alone, or compared with the same place on the other side. */
const SECRET = "(secret)";
const SECRET_AS_BEFORE = "(secret, unchanged)";
const SECRET_NEW = "(secret, changed)";
/** The text of a value, secrets and all. */
function canonicalJson(value) {
    return maskedJson(value, false, undefined, undefined);
}
/**
 * The text of a value whose secrets are hidden: what `flags` marks, and every text that `redact` changes. `other` is
 * the value on the other side of a change ([value]) to say whether a secret is the same there.
 */
function maskedJson(value, flags, masking, other) {
    const parts = [];
    write(value, masking === undefined ? false : (flags ?? false), masking, other, parts);
    return parts.join("");
}
function write(value, given, masking, other, parts) {
    const flags = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(value, given);
    if (flags === true && value !== null && value !== undefined)
        parts.push(secretMark(value, other));
    else if (typeof value === "string")
        parts.push(textMark(value, masking, other));
    else if (typeof value === "number" || value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh)
        parts.push((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .numberText */ .$4)(value));
    else if (Array.isArray(value))
        writeList(value, flags, masking, other, parts);
    else if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value))
        writeObject(value, flags, masking, other, parts);
    else
        parts.push(String(value));
}
function secretMark(value, other) {
    if (other === undefined)
        return SECRET;
    return canonicalJson(value) === canonicalJson(other[0]) ? SECRET_AS_BEFORE : SECRET_NEW;
}
function textMark(text, masking, other) {
    const shown = masking === undefined ? text : masking.redact(text);
    return shown === text ? JSON.stringify(text) : `${JSON.stringify(shown)}${secretMark(text, other)}`;
}
function writeList(list, flags, masking, other, parts) {
    const beside = Array.isArray(other?.[0]) ? other[0] : [];
    parts.push("[");
    for (const [index, item] of list.entries()) {
        if (index > 0)
            parts.push(",");
        write(item, (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(flags, index), masking, other && [beside[index]], parts);
    }
    parts.push("]");
}
function writeObject(object, flags, masking, other, parts) {
    const keys = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(object) ? Object.keys(object).sort(_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .compareCodeUnits */ .U) : [];
    parts.push("{");
    for (const [index, key] of keys.entries()) {
        if (index > 0)
            parts.push(",");
        parts.push(textMark(key, masking, undefined), ":");
        write((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(object, key), (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(flags, key), masking, other && [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(other[0], key)], parts);
    }
    parts.push("}");
}


/***/ }),

/***/ 6793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandFailure: () => (/* reexport */ commandFailure),
  createTerraform: () => (/* reexport */ createTerraform),
  describeBackend: () => (/* reexport */ describeBackend),
  isManagedRemotely: () => (/* reexport */ isManagedRemotely),
  openPlanSource: () => (/* reexport */ openPlanSource),
  readApplyStream: () => (/* reexport */ readApplyStream),
  readCheckout: () => (/* reexport */ readCheckout),
  readStateDump: () => (/* reexport */ readStateDump),
  selectedWorkspace: () => (/* reexport */ selectedWorkspace)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
;// CONCATENATED MODULE: ./packages/terraform/lib/diagnostics.js
/**
 * terraform's diagnostics: parsed from the `-json` stream and from `validate -json`, ordered, and placed in the
 * workspace. What they mean for a step is diagnostic-class.ts; nothing here judges or renders.
 * Source of the shape: https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format
 */


function textOf(value, key) {
    const found = (0,json_value/* member */.Dc)(value, key);
    return typeof found === "string" ? found : "";
}
function numberOf(value, key) {
    const found = (0,json_value/* member */.Dc)(value, key);
    return typeof found === "number" ? found : 0;
}
function position(value) {
    return { line: numberOf(value, "line"), column: numberOf(value, "column"), byte: numberOf(value, "byte") };
}
function snippet(value) {
    const context = (0,json_value/* member */.Dc)(value, "context");
    const values = (0,json_value/* member */.Dc)(value, "values");
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
    if (!(0,json_value/* isJsonObject */.OW)(json))
        return undefined;
    const severity = textOf(json, "severity");
    const summary = textOf(json, "summary");
    if (severity === "" && summary === "")
        return undefined;
    const range = (0,json_value/* member */.Dc)(json, "range");
    const code = (0,json_value/* member */.Dc)(json, "snippet");
    const address = textOf(json, "address");
    return {
        severity: severity === "" ? "error" : severity,
        summary,
        detail: textOf(json, "detail"),
        ...(address === "" ? {} : { address }),
        ...((0,json_value/* isJsonObject */.OW)(range)
            ? {
                range: {
                    filename: textOf(range, "filename"),
                    start: position((0,json_value/* member */.Dc)(range, "start")),
                    end: position((0,json_value/* member */.Dc)(range, "end")),
                },
            }
            : {}),
        ...((0,json_value/* isJsonObject */.OW)(code) ? { snippet: snippet(code) } : {}),
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
    const isValid = (0,json_value/* member */.Dc)(json, "valid");
    const list = (0,json_value/* member */.Dc)(json, "diagnostics");
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
    const file = external_node_path_.posix.normalize(external_node_path_.posix.join(directory.replaceAll("\\", "/"), range.filename.replaceAll("\\", "/")));
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
    const diagnostic = parseDiagnostic((0,json_value/* member */.Dc)(event, "diagnostic"));
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

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/apply-stream.js
/**
 * The file that an apply wrote its stream into, read afterwards: whole, or cut off where the machine or the runner
 * ended it. Nothing is decided here.
 */






const CHUNK = 64 * 1024;
/** Calls `onText` with the file's text, piece by piece; not at all when there is no such file. */
function readText(path, onText) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, "r");
    }
    catch {
        return;
    }
    try {
        const decoder = new external_node_string_decoder_.StringDecoder("utf8");
        const bytes = Buffer.allocUnsafe(CHUNK);
        for (let read = (0,external_node_fs_.readSync)(file, bytes); read > 0; read = (0,external_node_fs_.readSync)(file, bytes))
            onText(decoder.write(bytes.subarray(0, read)));
        onText(decoder.end());
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/**
 * Reads the stream that an apply left in `stdoutFile`: its events, in order, and what counts in the end. A file that is
 * not there is an apply that never began: no events.
 */
function readApplyStream(path, onEvent) {
    const reader = createEventsReader(onEvent);
    readText(path, (text) => reader.write(text));
    return reader.end();
}
/** A state is one line of the stream, however large. */
const LONGEST_DUMP = 400 * 1024 * 1024;
const DUMP = /"type":"log"\}\s*$/;
/**
 * The state that terraform wrote into its own output because it could save it nowhere, not even in errored.tfstate;
 * undefined when there is none. It is the only copy, and holds every secret: put it into a private file for
 * `statePush`. The same state, though not byte by byte.
 */
function readStateDump(path) {
    let dump;
    const splitter = createLineSplitter((line) => {
        if (!line.startsWith("{") || !line.includes('"state":{') || !DUMP.test(line.slice(-40)))
            return;
        try {
            const event = (0,json_value/* parseJson */.qF)(line);
            const state = (0,json_value/* member */.Dc)(event, "state");
            if ((0,json_value/* member */.Dc)(event, "type") === "log" && (0,json_value/* isJsonObject */.OW)(state))
                dump = (0,canonical_json/* canonicalJson */.d)(state);
        }
        catch {
            // Cut off with its end: no state.
        }
    }, LONGEST_DUMP);
    readText(path, (text) => splitter.write(text));
    splitter.end();
    return dump;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-modules.js
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
    for (const { type, labels, attributes } of readBlocks(text)) {
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
    const bodies = each(parsed(text)).flatMap((file) => each(member(file, "module")));
    for (const [name, bodiesOfOne] of bodies.flatMap((body) => Object.entries(isJsonObject(body) ? body : {}))) {
        for (const source of each(bodiesOfOne).map((body) => member(body, "source"))) {
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
        return parseJson(text);
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
    return posix.normalize(`${source}/`);
}

// EXTERNAL MODULE: ./packages/runner/lib/process.js
var process = __webpack_require__(1845);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
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

// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __webpack_require__(7412);
;// CONCATENATED MODULE: ./packages/terraform/lib/cli/module-files.js
/**
 * The configuration files of one module's directory, as terraform picks them: regular files by their name, neither folders nor
 * the backups and locks of editors.
 */


/** What terraform and OpenTofu read as configuration, by name. */
const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
/** The files; none when the directory cannot be read. */
function listModuleFiles(directory) {
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
    return listModuleFiles(directory).map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes()) }));
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
    const answer = exitCode === 0 ? version_parsed(stdout) : undefined;
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
function version_parsed(text) {
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
function dataDirectory(options) {
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
        const name = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(dataDirectory(options), "environment"), "utf8").trim();
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
function readLockFile(options) {
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
    const keys = localModuleKeys(modules);
    // The keys of callers are prefixes of those they call, so they come first.
    const inOrder = modules.filter(({ key }) => key !== "" && keys.has(key)).sort((a, b) => a.key.length - b.key.length);
    for (const { key, source } of inOrder) {
        const caller = found.get(parentKey(key));
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
    const directory = (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join("/");
    const planned = realDirectory((0,external_node_path_.resolve)(root, module.directory));
    return planned === (0,external_node_fs_.realpathSync)(path) ? { path, directory } : { path, directory, problem: "elsewhere" };
}
/** What init installed, by key. */
function readInstalled(options) {
    const list = (0,json_value/* member */.Dc)(readJson((0,external_node_path_.join)(dataDirectory(options), "modules", "modules.json")), "Modules");
    const text = (entry, key) => {
        const value = (0,json_value/* member */.Dc)(entry, key);
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
    const path = (0,external_node_path_.resolve)(root, installed.directory);
    return path === (0,external_node_path_.resolve)(root, directory) ? { path, directory } : { path, directory, problem: "elsewhere" };
}

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
const diagnostic_rules_LOCKS = [
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
const diagnostic_rules_CONFIGURATION = [
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
    ...diagnostic_rules_LOCKS,
    ...SAVED_PLANS,
    ...BACKENDS,
    ...INSTALLATION,
    ...VARIABLES,
    ...CRASHES,
    ...STATES,
    ...diagnostic_rules_CONFIGURATION,
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
    const errors = orderDiagnostics(diagnostics).filter(({ severity }) => severity !== "warning");
    for (const rule of RULES) {
        const diagnostic = errors.find((error) => matches(rule, error, phase));
        if (diagnostic !== undefined)
            return decided(rule, diagnostic, errors, phase);
    }
    const first = errors.find((error) => !isHeading(error)) ?? errors[0];
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

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/failure.js
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
    const classified = classify(diagnostics.map((found) => fromWorkspace(found, context)), phase);
    const isUnsaved = classified.reason === "state-not-saved";
    if (phase === "apply" && !isUnsaved && isCrash(result))
        return crashed(result, context);
    if (cancelled && !isUnsaved) {
        return new failure/* Failure */.HR({
            reason: "cancelled",
            what: `Cancelled while terraform ${phase} ran`,
            remedy: "Run the job again when you want its result.",
        });
    }
    if (hasErrors(result))
        return withRemedy(classified, result, context);
    const isBegun = phase !== "apply" || result.product !== undefined;
    return new failure/* Failure */.HR({
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
    return new failure/* Failure */.HR({
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
    const location = diagnostic === undefined ? undefined : locateDiagnostic(diagnostic, ".");
    const isOffline = result.diagnostics.some(({ detail }) => OFFLINE.test(detail));
    const isUnlocked = context.hadLockFile === false && reason === "init-failed" && !isOffline && /provider|lock file/i.test(what);
    return new failure/* Failure */.HR({
        reason,
        what,
        remedy: isUnlocked ? UNLOCKED : remedy,
        ...(location === undefined ? {} : { location }),
    });
}
/** The diagnostic with its file as people know it: relative to the workspace. */
function fromWorkspace(diagnostic, { directory }) {
    const file = locateDiagnostic(diagnostic, directory)?.file;
    const { range } = diagnostic;
    return file === undefined || range === undefined
        ? diagnostic
        : { ...diagnostic, range: { ...range, filename: file } };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/cli/plan-source.js
/**
 * A plan document on disk, read piece by piece. It decides nothing about what is in it.
 */

/** Up to this size, in bytes, a document is held in memory: many small reads of a file take longer than one large. */
const HELD = 32 * 1024 * 1024;
/** Opens a document. Close it when nothing will be read any more. */
function openPlanSource(path) {
    const file = (0,external_node_fs_.openSync)(path, "r");
    const { size } = (0,external_node_fs_.fstatSync)(file);
    const held = size > HELD ? undefined : (0,external_node_fs_.readFileSync)(file);
    if (held !== undefined) {
        const read = (offset, length) => held.subarray(offset, offset + length);
        return { size: held.length, read, close: () => (0,external_node_fs_.closeSync)(file) };
    }
    return {
        size,
        read: (offset, length) => {
            const bytes = Buffer.allocUnsafe(length);
            let read = 0;
            while (read < length) {
                const more = (0,external_node_fs_.readSync)(file, bytes, read, length - read, offset + read);
                if (more === 0)
                    break;
                read += more;
            }
            return read === length ? bytes : bytes.subarray(0, read);
        },
        close: () => (0,external_node_fs_.closeSync)(file),
    };
}

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
        const variables = apply_each((0,json_value/* member */.Dc)(JSON.parse(text), "variable"));
        const declarations = variables.flatMap((named) => ((0,json_value/* isJsonObject */.OW)(named) ? Object.values(named).flatMap(apply_each) : []));
        return declarations.some((declaration) => (0,json_value/* member */.Dc)(declaration, "ephemeral") !== undefined);
    }
    catch {
        return false;
    }
}
function apply_each(value) {
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
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
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(dataDirectory(options), "terraform.tfstate"), "utf8");
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

;// CONCATENATED MODULE: ./packages/terraform/lib/influences.js
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
    return influences(environment, candidates.map(cli_configuration_readText).join("\n"));
}
function cli_configuration_readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
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
    const data = dataDirectory(options);
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
    return classify(reader.end().diagnostics, "plan").lock;
}

// EXTERNAL MODULE: ./packages/terraform/lib/hcl-scan.js + 1 modules
var hcl_scan = __webpack_require__(4055);
;// CONCATENATED MODULE: ./packages/terraform/lib/address.js
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
    const tokens = (0,hcl_scan/* scanHcl */.J)(address);
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
        const problem = addressProblem(address);
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

// EXTERNAL MODULE: ./packages/terraform/lib/plan-change.js
var plan_change = __webpack_require__(4748);
;// CONCATENATED MODULE: ./packages/terraform/lib/state-address.js
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
    const module = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(resource, "module")) ?? "";
    const mode = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(resource, "mode"));
    const start = `${module === "" ? "" : `${module}.`}${mode === "data" || mode === "ephemeral" ? `${mode}.` : ""}`;
    const name = `${(0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(resource, "type")) ?? ""}.${(0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(resource, "name")) ?? ""}`;
    return `${start}${name}${keySuffix((0,json_value/* member */.Dc)(instance, "index_key"))}`;
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
    return isNamed ? listOf((0,json_value/* member */.Dc)(resource, "instances")).map((instance) => instanceAddress(resource, instance)) : [];
}
function state_snapshot_readOutputs(outputs) {
    const entries = (0,json_value/* isJsonObject */.OW)(outputs) ? Object.entries(outputs) : [];
    return new Map(entries.map(([name, output]) => {
        const isSensitive = (0,json_value/* member */.Dc)(output, "sensitive") ?? false;
        return [name, { value: (0,json_value/* member */.Dc)(output, "value") ?? null, isSensitive: isSensitive !== false }];
    }));
}

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
            throw commandFailure(result, "state", { directory: "." });
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
        throw commandFailure({ ...result, diagnostics: [diagnostic] }, "state", { directory: "." });
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
    return parseValidation(stdout) ?? { isValid: exitCode === 0, diagnostics: exitCode === 0 ? [] : [unreadable] };
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
        lockFile: () => readLockFile(options),
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

;// CONCATENATED MODULE: ./packages/terraform/lib/cli.js









/***/ }),

/***/ 4748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D$: () => (/* binding */ readResourceChange),
/* harmony export */   P0: () => (/* binding */ changeKind),
/* harmony export */   Ro: () => (/* binding */ actionsOf),
/* harmony export */   VK: () => (/* binding */ changeBody),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* unused harmony export readChangeBody */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5199);
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
    return changeBody(member(new JsonScanner(source, { span }).take(), "change"));
}


/***/ }),

/***/ 5199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ hasFlag),
/* harmony export */   T1: () => (/* binding */ flagsBelow),
/* harmony export */   Vz: () => (/* binding */ eitherFlags),
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   qb: () => (/* binding */ collectSecrets)
/* harmony export */ });
/* unused harmony export collectTexts */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2598);
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
    else if (isJsonObject(value)) {
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


/***/ })

};

