export const id = 23;
export const ids = [23];
export const modules = {

/***/ 23:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isResult: () => (/* binding */ isResult),
  nothingToReport: () => (/* binding */ nothingToReport),
  tell: () => (/* binding */ tell)
});

// EXTERNAL MODULE: ./packages/github/lib/marker.js
var lib_marker = __webpack_require__(684);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(506);
;// CONCATENATED MODULE: ./packages/terraform/lib/json-value.js
/**
 * JSON as values: what a slice of a plan document is read into, without losing a digit.
 * It must not know terraform's keys (plan-reader.ts does) and must not read from anywhere (json-scan.ts does).
 */
/** A number kept as it is written in the document: 9007199254740993, 1e400, 1.0. */
class json_value_ExactNumber {
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
function json_value_numberText(value) {
    return typeof value === "number" ? String(value) : value.text;
}
/** Whether the value is a JSON object: no list, no null, no number kept as text. */
function json_value_isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof json_value_ExactNumber);
}
/** An own member of a JSON object; undefined when the value is no object or has no such member. */
function json_value_member(value, key) {
    return json_value_isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
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
function json_value_parseJson(text, mayRepeat = true) {
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
        return String(value) === text ? value : new json_value_ExactNumber(text);
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

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ./packages/runner/lib/text-order.js
/** The order of texts. Pure. */
/** Orders texts by their code units: the same on every machine, which localeCompare is not. */
function compareCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

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
        .sort(([a = ""], [b = ""]) => compareCodeUnits(a, b));
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

;// CONCATENATED MODULE: ./packages/terraform/lib/seal-key.js
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
function seal_key_deriveKey(sealKey, purpose) {
    if (sealKey.length < SHORTEST_SEAL_KEY) {
        throw new lib_failure/* Failure */.HR({
            reason: "invalid-input",
            what: `seal-key has ${sealKey.length} characters; it needs at least ${SHORTEST_SEAL_KEY}`,
            remedy: "Make one with `openssl rand -base64 32` and store it as a secret that plan and apply both read.",
        });
    }
    return new Uint8Array((0,external_node_crypto_.hkdfSync)("sha256", sealKey, "handrail", `handrail ${purpose} 1`, 32));
}

;// CONCATENATED MODULE: ./packages/report/lib/marker.js
/**
 * What the plan comment carries for terraform-apply: which plan of which commit was shown. With a seal key it is
 * authenticated, so that an edited or copied comment is not taken for a review.
 */



/** The name under which plan comments are found. */
const marker_planAction = "terraform-plan";
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
    return prove({ action: marker_planAction, key: report.label, data }, sealKey);
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
    return prove({ action: marker_planAction, key: report.label, data }, sealKey);
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
    return external_node_buffer_.Buffer.from(seal_key_deriveKey(sealKey, "marker")).toString("hex");
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

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-line.js
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

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-scalar.js
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
function diff_scalar_keyText(key) {
    if (IDENTIFIER.test(key) && key.length <= LONGEST_KEY)
        return key;
    const end = boundary(key, LONGEST_KEY);
    return end === key.length ? quoted(key) : quoted(key.slice(0, end), "", "…");
}
/** `1 line`, `2,000 lines`. */
function diff_scalar_count(number, noun) {
    return `${String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ",")} ${noun}${number === 1 ? "" : "s"}`;
}
function lengthOf(text) {
    return `(${diff_scalar_count(text.length, "character")})`;
}
/** The nearest place at or before `at` that does not cut a surrogate pair. */
function boundary(text, at) {
    if (at >= text.length)
        return text.length;
    const code = text.charCodeAt(at);
    return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : Math.max(at, 0);
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
        writer.line("#", 0, `(configuration is generated: ${count(body.generatedConfig.split("\n").length, "line")})`);
    }
    return cutDiff(writer.lines, options.maxLines);
}
/** The lines that show the changes of outputs, one `name = value` after the other. */
function diffOutputs(outputs, options) {
    const rows = outputs.map((output) => ({ label: keyText(output.name), output }));
    const width = widthOf(rows);
    const lines = [];
    for (const { label, output } of rows) {
        const writer = new ValueWriter(new NodeBuilder(options.redact));
        const { before, after } = sidesOf(writer.builder, output.body, false);
        const place = { ...ROOT, label: `${label.padEnd(width)} = ` };
        const isAsSecret = hasFlag(output.body.beforeSensitive) === hasFlag(output.body.afterSensitive);
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
    const either = eitherFlags(beforeSensitive, afterSensitive);
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
    return [...lines.slice(0, kept), { sign: "#", depth: 0, text: `(${diff_scalar_count(lines.length - kept, "more line")})` }];
}

;// CONCATENATED MODULE: ./packages/report/lib/category.js
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
const failure = object({ reason: parse_report_name, what: message, remedy: message }, { location: parse_report_location });
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
    category: word(categories, "other"),
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
    const remark = renderDiff(cutDiff(left, 0));
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
}, { failure, counts, policy, fingerprint: parse_report_name, backend: parse_report_name });

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
}, { failure: failure, difference, environment: shape_text(1_024), deploymentId: integer(1) });
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
    if (value instanceof json_value_ExactNumber)
        return value;
    if (typeof value !== "object")
        throw new ShapeError("is no JSON value");
    const below = Array.isArray(value) ? value : Object.values(value);
    for (const each of below)
        json(each, depth + 1);
    return value;
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
        return value === undefined ? json : `${json.slice(0, -1)},"value":${canonicalJson(value)}}`;
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

;// CONCATENATED MODULE: ./packages/report/lib/parse-result.js
/**
 * Reads a result file. It comes from a job that ran a stranger's code, so it is read as hostile: within limits, every
 * field by its type, nothing of it is believed to be true. Whether it may be told, and where, is for whoever asks.
 */








/** Most characters of a result file. */
const LONGEST_RESULT = 67_108_864;
const schemas = new Map([
    [planSchema, "plan"],
    [applySchema, "apply"],
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
        throw new lib_failure/* Failure */.HR({
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
        action: marker_planAction,
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
const parse_result_DELICATE = /[:,[]\s{0,8}(?:-0|-?(?:[0-9]{1,15}[.eE]|[0-9]{16}))/;
/** The JSON of a file. The digits of an output's value stay as they are; nothing else in a result has any. */
function parseText(content) {
    try {
        const value = JSON.parse(content);
        const hasRecord = typeof value === "object" && value !== null && Object.hasOwn(value, "apply");
        return hasRecord && parse_result_DELICATE.test(content) ? JSON.parse(content, keepDigits) : value;
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
        ? new json_value_ExactNumber(source)
        : value;
}

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
    const omitted = budget_count(items, "out");
    const shortened = budget_count(items, "short");
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
function budget_count(items, state) {
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
function budget_list(counts) {
    return [...counts].map(([name, times]) => `${times} x ${name}`).join(", ");
}
function renderNote(omitted, shortened) {
    const sentences = [
        ...(omitted.size === 0 ? [] : [`Left out because the text is too long: ${budget_list(omitted)}.`]),
        ...(shortened.size === 0 ? [] : [`Shortened: ${budget_list(shortened)}.`]),
    ];
    return sentences.length === 0 ? "" : `\n\n*${sentences.join(" ")}*\n`;
}

;// CONCATENATED MODULE: ./packages/github/lib/invisible.js
/**
 * Makes what cannot be seen visible before text from outside is put in a comment. Line feeds and tabs stay.
 * The notation is the one @handrail/runner uses in the log: `\u{1B}`.
 */
/** Controls (C0, DEL, C1), format characters (bidi, zero width, tags), other ignorable ones, separators, lone surrogates. */
const invisible_INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** "Show this in colour" after a pictograph is how many emoji are written; it hides nothing there. */
function isColouredEmoji(text, offset) {
    return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, offset - 2), offset));
}
/** `text` with LF line ends (a lone CR stays visible as an escape) and with every invisible character written as `\u{HEX}`. */
function escapeInvisible(text) {
    return text
        .replaceAll("\r\n", "\n")
        .replaceAll(invisible_INVISIBLE, (character, offset, whole) => character === "\uFE0F" && isColouredEmoji(whole, offset)
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
        `${whatWasDone(record)} by ${code(by === "" ? "unknown" : by)} in ${runLink(runId, runUrl)}`,
        ...(sha === "" ? [] : [`commit ${sha}`]),
        ...(environment === undefined ? [] : [`environment ${code(environment)}`]),
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
    const hash = fingerprint === undefined ? "" : ` ${code(fingerprint.slice(0, shortHash))}`;
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

;// CONCATENATED MODULE: ./packages/terraform/lib/secrets.js
/**
 * Finds the values that a plan flags as sensitive, so that they can be masked wherever they occur. It only collects:
 * hiding is the caller's Redactor for texts, and diff-mask.ts and redacted-plan.ts for paths.
 */

/** Shorter values cannot be masked by value without destroying every text; they are hidden by their path alone. */
const SHORTEST = 4;
/** What a boolean or null prints as: masking these words would hide nothing and break every text. */
const PLAIN_WORDS = new Set(["true", "false", "null"]);
/** Whether a tree of flags (`before_sensitive` and its like) has a flag anywhere. */
function secrets_hasFlag(flags) {
    if (typeof flags !== "object" || flags === null || flags instanceof json_value_ExactNumber)
        return flags === true;
    return Array.isArray(flags) ? flags.some(secrets_hasFlag) : Object.values(flags).some(secrets_hasFlag);
}
/**
 * The flags that count for `value`: `true` when it is secret as a whole. A tree that has flags but another shape than
 * the value cannot be followed, and then everything is secret.
 */
function secrets_flagsOf(value, flags) {
    if (flags === undefined || flags === false)
        return false;
    if (Array.isArray(value) ? Array.isArray(flags) : json_value_isJsonObject(value) && json_value_isJsonObject(flags))
        return flags;
    return secrets_hasFlag(flags);
}
/** The flags for one key or index below `flags`, which fit the container (see {@link flagsOf}). */
function secrets_flagsBelow(flags, step) {
    if (flags === true)
        return true;
    if (Array.isArray(flags))
        return (typeof step === "number" ? flags[step] : undefined) ?? false;
    return json_value_member(flags, String(step)) ?? false;
}
/** Flags of two sides in one tree: what is secret on one is secret on both. */
function secrets_eitherFlags(one, other) {
    if (one === true || other === true)
        return true;
    if (!secrets_hasFlag(one))
        return other;
    if (!secrets_hasFlag(other))
        return one;
    if (Array.isArray(one) && Array.isArray(other)) {
        const longer = one.length > other.length ? one : other;
        return longer.map((_, index) => secrets_eitherFlags(one[index] ?? false, other[index] ?? false));
    }
    if (!isJsonObject(one) || !isJsonObject(other))
        return true;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...keys].map((key) => [key, secrets_eitherFlags(member(one, key) ?? false, member(other, key) ?? false)]));
}
/**
 * Adds the flagged strings of `value` to `texts`, whatever their length: the same text elsewhere in the same object is
 * a copy when it is the whole value.
 */
function collectTexts(value, given, texts) {
    const flags = secrets_flagsOf(value, given);
    if (flags === false)
        return;
    if (typeof value === "string")
        texts.add(value);
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            collectTexts(item, secrets_flagsBelow(flags, index), texts);
    }
    else if (isJsonObject(value)) {
        for (const [key, below] of Object.entries(value))
            collectTexts(below, secrets_flagsBelow(flags, key), texts);
    }
    texts.delete("");
}
/**
 * Adds the flagged strings and numbers of `value` to `secrets`; `flags` is the tree beside it, `true` where all below
 * is secret. Left out: what is too short to be masked by value (fewer than four characters or digits), white space,
 * booleans, null, and the keys of maps.
 */
function collectSecrets(value, given, secrets) {
    const flags = secrets_flagsOf(value, given);
    if (value === undefined || value === null || flags === false)
        return;
    if (typeof value === "string") {
        if (isMaskable(value))
            secrets.add(value);
    }
    else if (typeof value === "number" || value instanceof ExactNumber) {
        const text = numberText(value);
        if (text.replaceAll(/[^0-9]/g, "").length >= SHORTEST)
            secrets.add(text);
    }
    else if (Array.isArray(value)) {
        for (const [index, element] of value.entries())
            collectSecrets(element, secrets_flagsBelow(flags, index), secrets);
    }
    else if (typeof value === "object") {
        for (const [key, below] of Object.entries(value))
            collectSecrets(below, secrets_flagsBelow(flags, key), secrets);
    }
}
function isMaskable(text) {
    return text.length >= SHORTEST && text.trim() !== "" && !PLAIN_WORDS.has(text);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/canonical-json.js
/**
 * One text for one JSON value: keys in order, no white space, digits of numbers as they were written. With flags, what
 * is secret enters only as changed or unchanged. It hashes nothing.
 */



/** What stands for a secret: alone, or compared with the same place on the other side. */
const SECRET = "(secret)";
const SECRET_AS_BEFORE = "(secret, unchanged)";
const SECRET_NEW = "(secret, changed)";
/** The text of a value, secrets and all. */
function canonical_json_canonicalJson(value) {
    return canonical_json_maskedJson(value, false, undefined, undefined);
}
/**
 * The text of a value whose secrets are hidden: what `flags` marks, and every text that `redact` changes. `other` is
 * the value on the other side of a change ([value]) to say whether a secret is the same there.
 */
function canonical_json_maskedJson(value, flags, masking, other) {
    const parts = [];
    write(value, masking === undefined ? false : (flags ?? false), masking, other, parts);
    return parts.join("");
}
function write(value, given, masking, other, parts) {
    const flags = secrets_flagsOf(value, given);
    if (flags === true && value !== null && value !== undefined)
        parts.push(secretMark(value, other));
    else if (typeof value === "string")
        parts.push(textMark(value, masking, other));
    else if (typeof value === "number" || value instanceof json_value_ExactNumber)
        parts.push(json_value_numberText(value));
    else if (Array.isArray(value))
        writeList(value, flags, masking, other, parts);
    else if (json_value_isJsonObject(value))
        writeObject(value, flags, masking, other, parts);
    else
        parts.push(String(value));
}
function secretMark(value, other) {
    if (other === undefined)
        return SECRET;
    return canonical_json_canonicalJson(value) === canonical_json_canonicalJson(other[0]) ? SECRET_AS_BEFORE : SECRET_NEW;
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
        write(item, secrets_flagsBelow(flags, index), masking, other && [beside[index]], parts);
    }
    parts.push("]");
}
function writeObject(object, flags, masking, other, parts) {
    const keys = json_value_isJsonObject(object) ? Object.keys(object).sort(compareCodeUnits) : [];
    parts.push("{");
    for (const [index, key] of keys.entries()) {
        if (index > 0)
            parts.push(",");
        parts.push(textMark(key, masking, undefined), ":");
        write(json_value_member(object, key), secrets_flagsBelow(flags, key), masking, other && [json_value_member(other[0], key)], parts);
    }
    parts.push("}");
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

;// CONCATENATED MODULE: ./packages/report/lib/prose.js
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
        return escapeMarkdown(line);
    const words = found.map((name) => name.replaceAll(/[^A-Za-z0-9_]/g, (sign) => RegExp.escape(sign))).join("|");
    // A whole name, not a part of another one.
    const pieces = line.split(new RegExp(`(?<![\\w./"\\]-])(${words})(?![\\w/"[-]|\\.\\w)`));
    return pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : escapePiece(piece))).join("");
}
/** The white space at the ends is between words. */
function escapePiece(piece) {
    const text = escapeMarkdown(piece);
    if (text === "")
        return piece === "" ? "" : " ";
    return `${piece.startsWith(" ") ? " " : ""}${text}${piece.endsWith(" ") ? " " : ""}`;
}
/** A message on one line. */
function oneLine(text) {
    return text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ").trim();
}

;// CONCATENATED MODULE: ./packages/report/lib/message-pieces.js
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
    const text = `> [!IMPORTANT]\n> ${prose(failure.what, names)}\n> ${prose(failure.remedy, names)}\n\n`;
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
    const title = `${isDenied ? "⛔" : "✅"} Policy ${codeHtml(policy.command)} ${verdict}`;
    const output = policy.output.trim() === "" ? "It printed nothing." : fence(cut(policy.output));
    const full = `${details(title, output, isDenied)}\n\n`;
    pieces.push({ importance: isDenied ? 880 : 500, full, short: `${title}\n\n`, omitted: "policy output" });
    return pieces;
}
function renderViolation(violation, sign) {
    const { name, addresses, max, message, unlessLabel } = violation;
    const shown = addresses.slice(0, 20).map((address) => code(address));
    const more = addresses.length > shown.length ? ` and ${addresses.length - shown.length} more` : "";
    const allowed = max === 0 ? "" : ` (${addresses.length}, allowed are ${max})`;
    const says = message === undefined ? "" : ` ${prose(message)}`;
    const label = unlessLabel === undefined ? "" : code(unlessLabel);
    const state = sign === "⛔" ? "is broken by" : `is lifted by the label ${label} for`;
    const lift = sign === "⛔" && label !== "" ? ` The label ${label} lifts it.` : "";
    return `${sign} Guardrail ${code(name)} ${state} ${shown.join(", ")}${more}${allowed}.${says}${lift}\n\n`;
}
/** Named warnings about how this plan came to be. */
function notePieces(report) {
    return report.notes.map((note, index) => ({
        importance: 840 - Math.min(index, 30),
        full: `⚠️ ${prose(note, report.changes.slice(0, 50).map(({ change }) => change.address))}\n\n`,
        omitted: "note",
    }));
}
/** What only the step summary has room for. */
function remarkPieces(report) {
    return report.remarks.map((remark) => ({
        importance: 510,
        full: `- ${prose(remark)}\n`,
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

;// CONCATENATED MODULE: ./packages/report/lib/diagnostic-pieces.js
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
    const title = `${sign} ${isAssertion ? assertionTitle(diagnostic, report) : codeHtml(oneLine(diagnostic.summary))}`;
    const isTold = isAssertion || (failure !== undefined && isError(diagnostic) && isToldBy(failure.what, diagnostic));
    const text = isTold && isOneLine(diagnostic.detail) ? "" : renderText(diagnostic.detail);
    const parts = [renderPlace(diagnostic, report), renderSnippet(diagnostic), text];
    const body = parts.filter((part) => part !== "").join("\n\n");
    const short = `- ${title}\n`;
    if (body === "")
        return { importance, full: short, omitted };
    return { importance, full: `${details(title, body, isError(diagnostic))}\n\n`, short, omitted };
}
/** Of a check that failed terraform's summary is only a heading. */
function isFailedCheck({ summary, detail }) {
    return summary === "Check block assertion failed" && detail.trim() !== "";
}
function assertionTitle(diagnostic, report) {
    const subject = subjectOf(diagnostic, report);
    const about = subject === undefined ? "" : `${codeHtml(subject)}: `;
    const [first = ""] = diagnostic.detail.trim().split("\n", 1);
    return `${about}${codeHtml(oneLine(first))}`;
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
    const state = check.status === "fail" ? "failed" : codeHtml(check.status);
    const title = `${sign} Check ${codeHtml(check.address)} ${state}`;
    const short = `- ${sign} ${code(check.address)}: ${code(check.status)}\n`;
    const problems = check.problems.filter((problem) => problem.trim() !== "");
    const found = problems.map((problem) => places.get(problem)).find((place) => place !== undefined);
    const where = found === undefined ? [] : [renderPlace(found, report), renderSnippet(found)];
    const body = [...where, renderText(problems.join("\n"))].filter((part) => part !== "").join("\n\n");
    if (body === "")
        return { importance: 610, full: short, omitted: "check" };
    return { importance: 610, full: `${details(title, body, true)}\n\n`, short, omitted: "check" };
}
function renderPlace({ range, address, location }, report) {
    const parts = [];
    if (location !== undefined)
        parts.push(fileLink(location.file, location.line ?? 1, report));
    else if (range !== undefined)
        parts.push(code(`${range.filename}:${range.start.line}`));
    if (address !== undefined && address !== "")
        parts.push(code(address));
    return parts.join(", ");
}
/** The lines it points at, from the margin; the head of a block alone says nothing that its address does not. */
function renderSnippet({ snippet }) {
    const text = snippet?.code.trimEnd() ?? "";
    const isHead = !text.trim().includes("\n") && text.endsWith("{") && !/[=(]/.test(text);
    return text === "" || isHead ? "" : fence(cut(dedent(text)), "hcl");
}
function dedent(text) {
    const lines = text.split("\n");
    const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
    const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
    return lines.map((line) => line.slice(Math.min(common, line.length))).join("\n");
}
function isOneLine(text) {
    return text.trim() === oneLine(text);
}
function renderText(text) {
    if (text.trim() === "")
        return "";
    return isOneLine(text) ? code(cut(text.trim())) : fence(cut(text));
}
/** A link to a line of the planned commit; a downloaded module's file is not in it, and shown without a link. */
function fileLink(file, line, report) {
    const place = `${file}:${line}`;
    if (file.includes(".terraform/"))
        return code(place);
    return `[${code(place)}](${blobUrl(report.origin, file)}#L${line})`;
}
function blobUrl(origin, file) {
    const parts = file.toWellFormed().split("/");
    const path = parts.map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte)).join("/");
    return `${origin.serverUrl}/${origin.repository}/blob/${origin.headSha}/${path}`;
}
function escapeByte(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./packages/report/lib/difference-pieces.js
/**
 * Renders how a plan differs from the one that was reviewed. All text from outside goes through the markdown functions of
 * @handrail/github.
 */



/** How many addresses or attributes one list names. */
const difference_pieces_named = 200;
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
        ...changes.slice(0, difference_pieces_named).map(changeLine),
        ...parts.slice(0, difference_pieces_named).map((part) => partLine(part, directory)),
        ...moreLine(Math.max(0, parts.length - difference_pieces_named) + Math.max(0, changes.length - difference_pieces_named)),
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
    const moved = movedInState.slice(0, difference_pieces_named).map((address) => `- ${code(address)}`);
    const heading = "**The state changed since the review:**";
    pieces.push({
        importance: 955,
        full: `${heading}\n\n${[...moved, ...moreLine(movedInState.length - difference_pieces_named)].join("\n")}\n\n`,
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
    const shown = attributes.slice(0, 20).map((path) => code(path === "" ? "its value" : path));
    const more = attributes.length > 20 ? ` and ${attributes.length - 20} more` : "";
    const list = shown.length === 0 ? "" : `${shown.join(", ")}${more}`;
    const words = {
        added: `is planned now, and was not reviewed${list === "" ? "" : `: it would change ${list}`}`,
        gone: `was reviewed, and is not planned any more${list === "" ? "" : `: it was to change ${list}`}`,
        different: `differs${list === "" ? "" : ` in ${list}`}`,
    };
    return `- ${code(address)} ${words[what]}`;
}
/** `variable region`, `provider aws 5 -> 6`, `the configuration: main.tf, new.tf (new)`: the names as code, files from the workspace. */
function partLine(part, directory) {
    const line = oneLine(part);
    const [, kind = "", name = ""] = /^(variable|provider|check|terraform) (.*)$/.exec(line) ?? [];
    if (name !== "")
        return `- ${kind} ${code(name)}`;
    const start = "the configuration: ";
    if (!line.startsWith(start))
        return `- ${prose(line)}`;
    const files = line
        .slice(start.length)
        .split(", ")
        .map((file) => {
        const [, name = file, rest = ""] = /^(.*?)((?: \((?:new|removed)\))?(?: and \d+ more)?)$/.exec(file) ?? [];
        // A phrase, or the end of a path that is too long.
        if (/^…| /.test(name))
            return `${prose(name)}${rest}`;
        return `${code(external_node_path_.posix.normalize(external_node_path_.posix.join(directory, name)))}${rest}`;
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
    const summary = prose(record.summary, record.failure === undefined ? [] : [record.failure.reason]);
    const text = isGood ? summary : `**${summary}**`;
    return `### ${record.isDryRun && isGood ? "🔍" : signs[record.result]} ${code(report.label)}: ${text}`;
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
            full: `⚠️ ${prose(note, names)}\n\n`,
            omitted: "note",
        })),
        ...errorPiecesOf(record.diagnostics, { ...report, failure: record.failure }, 948),
        ...addressPieces("❌", "failed", record.failed, 947, true),
        ...addressPieces("❔", "unknown: begun, and not heard of again", record.uncertain, 946, true),
        ...addressPieces("⏸️", "not started", record.notStarted, 940, isHalf),
        ...addressPieces("✅", "done", done, 860, false),
        ...addressPieces("✅", "done before", record.review.doneBefore ?? [], 855, false),
        ...outputPiecesOf(record.outputs),
        ...warningPiecesOf(record.diagnostics, report, 840),
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
    const text = `> [!${level}]\n> ${prose(what, names)}\n> ${prose(remedy, names)}\n\n`;
    return [{ importance: 990, full: text, omitted: "failure" }];
}
function addressPieces(sign, words, addresses, importance, isOpen) {
    if (addresses.length === 0)
        return [];
    const title = `${sign} ${addresses.length} ${words}`;
    const list = addresses.slice(0, difference_pieces_named).map((address) => `- ${code(address)}`);
    return [
        {
            importance,
            full: `${details(title, [...list, ...moreLine(addresses.length - difference_pieces_named)].join("\n"), isOpen)}\n\n`,
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
        code(name),
        isSensitive || value === undefined ? "*(sensitive value)*" : code(cutValue(canonical_json_canonicalJson(value))),
    ]);
    const title = outputs.length === 1 ? "📤 1 output" : `📤 ${outputs.length} outputs`;
    const names = outputs.slice(0, 50).map(({ name }) => codeHtml(name));
    return [
        {
            importance: 850,
            full: `${details(title, table(["output", "value"], rows), outputs.length <= openOutputs)}\n\n`,
            short: `${title}: ${names.join(", ")}\n\n`,
            omitted: "outputs",
        },
    ];
}
function cutValue(text) {
    return text.length <= valueLimit ? text : `${text.slice(0, valueLimit).toWellFormed()}…`;
}

;// CONCATENATED MODULE: ./packages/report/lib/change-pieces.js
/**
 * Renders changes, outputs and drift as pieces of a comment. All text from outside goes through the markdown
 * functions of @handrail/github; nothing here is put in as it is.
 */


/** Above the rest of the plan, below headline and failure. */
const importanceOf = Object.fromEntries(categories.map((category, index) => [category, 700 - 10 * index]));
/** The details of what is lost: below every address that is lost, above every other address. */
const detailsOfLosses = importanceOf.replace - 5;
/** A heading for each category, then one piece for each change; worst first. */
function changePieces(report, budget) {
    const pieces = [];
    const spent = { characters: 0 };
    for (const category of categories) {
        const changes = report.changes.filter((shown) => shown.category === category);
        if (changes.length === 0)
            continue;
        const { sign, heading } = categoryWords[category];
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
    const diff = fence(report.outputs.diff(budget.lines), "diff");
    const title = names.length === 1 ? "1 output changes" : `${names.length} outputs change`;
    const list = names.slice(0, 50).map((name) => code(name));
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
        const name = address === undefined ? "" : ` ${code(address)}`;
        const why = reason === undefined ? "" : `, ${code(reason)}`;
        const full = `- ${categoryWords.other.sign} ${code(key)}${name}${why}\n`;
        return { importance: 600, full, omitted: "other change" };
    });
    return [headingPiece(`${categoryWords.other.sign} ${items.length} other planned`, 800), ...items];
}
/** A heading that outlives what it heads, so that a count is never lost. */
function headingPiece(text, importance) {
    return { importance, full: `\n**${text}**\n\n`, omitted: "heading" };
}
function changePiece(shown, context) {
    const { sign } = categoryWords[shown.category];
    const short = `- ${sign} ${code(shown.change.address)}\n`;
    const isOpen = context.isDrift !== true && isDestructive(shown.category);
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
    const summary = `${sign} ${codeHtml(shown.change.address)} ${change_pieces_sentence(shown, context)}`;
    const full = diff === "" ? `- ${summary}\n` : `${details(summary, fence(diff, "diff"), isOpen)}\n\n`;
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
function change_pieces_sentence(shown, { isDrift = false, budget }) {
    const { change, category } = shown;
    if (budget.isRest === true && category === "replace" && change.reason === "replace_because_tainted")
        return "is made again, because its creation had failed";
    const parts = [isDrift ? driftWords(category) : categoryWords[category].will];
    if (change.deposed !== undefined)
        parts.push(`(deposed object ${codeHtml(change.deposed)})`);
    if (category === "replace" && change.replaceOrder === "create-first")
        parts.push("(created before the old one goes)");
    const reason = reasonWords(shown);
    if (reason !== "")
        parts.push(`because ${reason}`);
    if (change.isOldForgotten === true)
        parts.push("(the old one stays, and is no longer managed)");
    if (category === "other")
        parts.push(`(${codeHtml(change.actions.join(", "))})`);
    if (change.isMove)
        parts.push(`, moved from ${codeHtml(change.previousAddress ?? "an unknown address")}`);
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
        const names = forcing.slice(0, 4).map((name) => codeHtml(name));
        const more = forcing.length > names.length ? ` and ${forcing.length - names.length} more` : "";
        return `${names.join(", ")}${more} cannot be changed in place`;
    }
    const { text, isKnown } = describeReason(reason);
    return isKnown ? text : codeHtml(text);
}
function importWords(id) {
    return id === undefined ? "imported" : `imported from ${codeHtml(id)}`;
}
function driftWords(category) {
    if (category === "delete")
        return "was deleted";
    return category === "move" ? "got another address" : "was changed";
}

;// CONCATENATED MODULE: ./packages/report/lib/headline.js
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
    for (const category of categories) {
        const { count, [words]: text } = categoryWords[category];
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
    return `### ${sign(report)} ${code(report.label)}: ${verdict(report)}`;
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
    const worst = categories.find((category) => {
        const { count } = categoryWords[category];
        return counts !== undefined && count !== undefined && counts[count] > 0;
    });
    return worst === undefined ? "🟨" : categoryWords[worst].sign;
}
/** How many addresses the warning names. */
const headline_named = 10;
/** The warning below the headline where something is destroyed or replaced, with what it is; empty where nothing is. */
function renderDestructionWarning({ counts, changes }) {
    if (counts === undefined || counts.destroy + counts.replace === 0)
        return "";
    const lost = counts.destroy + counts.replace;
    const objects = lost === 1 ? "1 object" : `${lost} objects`;
    const how = [counts.destroy > 0 ? "destroyed" : "", counts.replace > 0 ? "replaced" : ""]
        .filter(Boolean)
        .join(" or ");
    const all = changes.filter(({ category }) => isDestructive(category));
    const list = all.slice(0, headline_named).map(({ change, category }) => {
        return `${code(change.address)} ${category === "replace" ? "replaced" : "destroyed"}`;
    });
    const more = all.length > headline_named ? `, and ${all.length - headline_named} more` : "";
    return `> [!CAUTION]\n> **${objects} will be ${how}:** ${list.join(", ")}${more}.\n`;
}

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
    return render([...pieces.slice(0, -1), ...remarkPieces(report), ...pieces.slice(-1)], room, (text) => Buffer.byteLength(text));
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
    const hash = fingerprint === undefined ? "" : ` (${code(fingerprint.slice(0, shortHash))})`;
    const where = `[step summary](${origin.runUrl})`;
    return { ...piece, full: `What is planned now is in the ${where}: ${prose(summary)}${hash}.\n\n` };
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
    const hash = typeof shown === "string" && shown !== "" ? ` ${codeHtml(shown.slice(0, shortHash))}` : "";
    return details(`📋 ${isReviewed ? "The reviewed plan" : "The plan as it was commented,"}${hash}`, plan);
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
    const warning = renderDestructionWarning(report);
    return [
        { importance: 1000, full: `${renderHeadline(report)}\n\n`, omitted: "headline" },
        ...failurePieces(report),
        ...(warning === "" ? [] : [{ importance: 990, full: `${warning}\n`, omitted: "warning about destruction" }]),
        ...planPieces(report, budget),
        footer,
    ];
}
function planPieces(report, budget) {
    return [
        ...denialPieces(report),
        ...notePieces(report),
        ...errorPieces(report),
        ...changePieces(report, budget),
        ...otherPieces(report),
        ...outputPieces(report, budget),
        ...checkPieces(report),
        ...warningPieces(report),
        ...driftPieces(report, budget),
    ];
}
/** The plan below the record of its apply: folded, unless it is why nothing was applied. */
function pastPieces(report, apply, budget) {
    const pieces = report.counts === undefined ? [] : planPieces(report, { ...budget, isRest: apply.review.doneBefore !== undefined });
    if (pieces.length === 0)
        return [];
    const isReason = apply.result === "refused" || report.result === "failed" || report.result === "denied";
    const [start = "", end = ""] = details(renderPlanTitle(report), "\n", isReason).split("\n\n\n\n");
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
        terraformVersion === "" ? "" : `${name} ${code(terraformVersion)}`,
        `directory ${code(directory)}`,
        `workspace ${code(workspace)}`,
        fingerprint === undefined ? "" : `${planWord(report, apply)} ${code(fingerprint.slice(0, shortHash))}`,
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

// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __webpack_require__(680);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint-digest.js
/**
 * The digests a fingerprint and an outline are made of: SHA-256, or HMAC-SHA-256 with a key. It knows nothing of plans.
 */


/** The digest with the seal key given, or without one for "". Throws for a key that is too short. */
function digester(key) {
    if (key === "")
        return hash;
    // Node looks at a key that is given as bytes anew each time, which takes seven times as long.
    const derived = createSecretKey(deriveKey(key, "fingerprint"));
    return (text) => createHmac("sha256", derived).update(text).digest("hex");
}
/** Lower-case hex SHA-256. */
function hash(text) {
    return (0,external_node_crypto_.hash)("sha256", text, "hex");
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

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-leaves.js
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
const plan_outline_leaves_DEEPEST = 8;
/** A side with more leaves is cut at its top-level attributes; with more even then it has none. */
const MOST = 1000;
/** The leaves of a change whose two sides are `before` and `after`; undefined when there are too many. */
function leavesOf(before, after, tools) {
    return [plan_outline_leaves_DEEPEST, 1].map((deepest) => merged(before, after, tools, deepest)).find((leaves) => leaves !== undefined);
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
        const isSecret = flagsOf(value, side.flags) === true || flagsOf(value, side.hidden) === true;
        const isHole = value === undefined || value === null;
        const steps = isSecret || unknown === true || depth >= this.#deepest ? [] : stepsOf(isHole ? unknown : value, unknown);
        if (steps.length === 0) {
            if (value !== undefined || hasFlag(unknown))
                this.#set(path, this.#token(side));
            return;
        }
        for (const step of steps)
            this.#step(this.#path(path, step), plan_outline_leaves_below(side, step), depth + 1);
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
        const isUnknown = hasFlag(unknown);
        const start = `${isUnknown ? "?" : ""}${hasFlag(flagsOf(value, side.flags)) || side.flags === true ? "*" : ""}`;
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
            return short(canonicalJson(value));
        const isHidden = flagsOf(value, hidden) === true;
        const shown = typeof value === "string" ? redact(value) : undefined;
        if (!isHidden && (shown === undefined || shown === value))
            return short(maskedJson(value, hidden, masking, other));
        const isSame = other !== undefined && canonicalJson(value) === canonicalJson(other[0]);
        const mark = other === undefined ? "~" : isSame ? "=" : "!";
        return isHidden ? mark : `${mark}${short(JSON.stringify(shown))}`;
    }
}
/** The keys or indices below a value, and those that only the apply will tell. */
function stepsOf(value, unknown) {
    if (Array.isArray(value))
        return value.map((_, index) => index);
    if (!isJsonObject(value))
        return [];
    const keys = Object.keys(value);
    for (const key of isJsonObject(unknown) ? Object.keys(unknown) : []) {
        if (!Object.hasOwn(value, key) && hasFlag(member(unknown, key)))
            keys.push(key);
    }
    return keys.sort();
}
function plan_outline_leaves_below({ value, unknown, flags, hidden, other }, step) {
    const at = (json) => typeof step === "number" ? (Array.isArray(json) ? json[step] : undefined) : member(json, step);
    return {
        value: at(value),
        unknown: flagsBelow(unknown, step),
        flags: flagsBelow(flags, step),
        hidden: flagsBelow(hidden, step),
        other: other === undefined ? undefined : [at(other[0])],
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-text.js
/**
 * An outline as one short text that fits in a comment, and back. What comes in is data from outside: it is read
 * strictly, within limits, and never throws. Whether it is ours is for its hash and the seal to say.
 */







/** More is not read: 1 Mi characters of text, 16 MiB when it is unpacked. */
const plan_outline_text_LONGEST = (/* unused pure expression or super */ null && (1024 * 1024));
const LARGEST = (/* unused pure expression or super */ null && (16 * 1024 * 1024));
const ALPHABET = /^[A-Za-z0-9_-]+$/;
/**
 * The outline as base64url of deflated JSON. When that is longer than `maxLength` characters it goes with one digest
 * for the files that are no configuration, then without the state, then without files, then with one digest for the
 * attributes that stay in each change, then without the attributes (one digest for each change), and then it is "".
 */
function renderOutline(outline, maxLength) {
    const longest = Math.min(maxLength, plan_outline_text_LONGEST);
    for (const [step, isHopeless] of plan_outline_text_stepsOf(outline, longest)) {
        if (isHopeless())
            continue;
        const text = pack(step());
        if (text.length <= longest)
            return text;
    }
    return "";
}
/** Ever less of the outline, each with a quick look at whether it is surely longer. */
function plan_outline_text_stepsOf(outline, longest) {
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
    return json.length > LARGEST ? "x".repeat(plan_outline_text_LONGEST + 1) : deflateRawSync(json, { level: 9 }).toString("base64url");
}
/** Lower-case hex SHA-256 of a rendered outline, for the marker of the comment that carries it. */
function hashOutline(text) {
    return hash(text);
}
/** Reads what `renderOutline` wrote; undefined for everything else. Never throws. */
function parseOutline(text) {
    if (text.length > plan_outline_text_LONGEST || !ALPHABET.test(text))
        return undefined;
    try {
        const bytes = inflateRawSync(Buffer.from(text, "base64url"), { maxOutputLength: LARGEST });
        const json = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes), false);
        return isOutline(json) ? json : undefined;
    }
    catch {
        return undefined;
    }
}
const isText = (value) => typeof value === "string";
const isDigest = (value) => typeof value === "string" && /^[A-Za-z0-9_-]{11}$/.test(value);
const isToken = (value) => typeof value === "string" && TOKEN.test(value);
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
function plan_outline_text_object(required, optional = {}) {
    const shapes = new Map([...Object.entries(required), ...Object.entries(optional)]);
    const names = Object.keys(required);
    const hasAll = (value) => names.every((name) => Object.hasOwn(value, name));
    return (value) => json_value_isJsonObject(value) &&
        hasAll(value) &&
        Object.entries(value).every(([name, below]) => shapes.get(name)?.(below) === true);
}
const isPart = plan_outline_text_object({
    kind: oneOf("form", "configuration", "lock file", "terraform", "provider", "arguments", "whole", "variable", "check", "file"),
    name: isText,
    digest: isDigest,
}, { shown: isText });
const isDetail = plan_outline_text_object({ object: isDigest, leaves: listOf(tuple(isText, isToken, isToken)) }, { importing: isDigest, reason: isText, forced: isDigest, generated: isDigest, unchanged: isDigest });
const isChange = plan_outline_text_object({
    section: oneOf("change", "drift", "deferred", "other", "output"),
    address: isText,
    actions: listOf(isText),
    digest: isDigest,
}, { deposed: isText, previousAddress: isText, detail: isDetail });
const isState = plan_outline_text_object({
    lineage: isText,
    serial: (value) => typeof value === "number" && Number.isSafeInteger(value),
    resources: listOf(tuple(isText, isDigest)),
});
const isOutline = plan_outline_text_object({ schema: (value) => value === 1, parts: listOf(isPart), changes: listOf(isChange) }, { state: isState });

;// CONCATENATED MODULE: ./actions/terraform-report/lib/agreement.js



/**
 * Refuses a result of another repository, server, run or commit, and one whose marker says something else than its report.
 * @throws Failure `invalid-input`
 */
function requireOwnRun({ name, report, marker, outline, apply }, context) {
    const { origin } = report;
    const repository = `${context.owner}/${context.repo}`;
    const problems = [
        differs("repository", origin.repository.toLowerCase(), repository.toLowerCase()),
        differs("server", origin.serverUrl, context.serverUrl),
        differs("run", origin.runId, context.runId),
        origin.runAttempt > context.runAttempt &&
            `it is of attempt ${origin.runAttempt}, and this is ${context.runAttempt}`,
    ];
    if (apply === undefined) {
        const own = markReport(report, undefined, outline === "" ? "" : hashOutline(outline)).data;
        problems.push(!isSameData(marker.data, own) && "its marker says something else than its report");
    }
    else {
        const { data } = marker;
        problems.push(differs("run of the apply", apply.runId, context.runId), differs("commit of the apply", apply.sha, context.sha), differs("repository of the marker", String(data["repository"]).toLowerCase(), repository.toLowerCase()), data["applied"] !== undefined &&
            (data["applied"] !== apply.result || data["appliedBy"] !== `${apply.runId}.${origin.runAttempt}`) &&
            "its marker says something else than its record", typeof data["outline"] === "string" &&
            outline !== "" &&
            data["outline"] !== hashOutline(outline) &&
            "its marker is of another outline");
    }
    refuse(name, problems);
}
/**
 * Refuses a result that is of another pull request, or of another head, than the one that is told.
 * @throws Failure `invalid-input`
 */
function requirePlace({ name, kind, report, marker }, place) {
    const { pullRequest, head, fingerprint } = marker.data;
    if (kind === "plan") {
        refuse(name, [
            differs("pull request", report.origin.pullRequest ?? "none", place.number),
            differs("head commit", report.origin.headSha, place.headSha),
        ]);
        return;
    }
    refuse(name, [
        pullRequest !== 0 && differs("pull request", pullRequest, place.number),
        // An apply without a review carries no head of a pull request, but the commit it was made from.
        fingerprint !== "" && differs("reviewed head commit", head, place.headSha),
    ]);
}
function differs(what, said, known) {
    return said === known ? false : `it says ${what} ${shown(said)}, and this job knows ${shown(known)}`;
}
function shown(value) {
    return typeof value === "string" || typeof value === "number" ? JSON.stringify(value).slice(0, 200) : "nothing";
}
function isSameData(a, b) {
    const names = Object.keys(b);
    return Object.keys(a).length === names.length && names.every((name) => a[name] === b[name]);
}
function refuse(name, problems) {
    const found = problems.filter((problem) => problem !== false);
    if (found.length === 0)
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${name} was not told, because it is not a result of this run: ${found.join("; ")}`,
        remedy: "Hand over the result of a job of the same workflow run and commit, as it is. When the pull request has a new head by now, its own run tells it. Else look at what that job ran: it may have written the file itself.",
    });
}

;// CONCATENATED MODULE: ./actions/terraform-report/lib/choose-results.js

/**
 * One result for each label: an apply rather than its plan, a later attempt rather than an earlier one. What failed comes
 * first, then they are in the order of their labels.
 * @param label only this one; "" for all
 * @throws Failure `invalid-input` when two say different things of the same attempt
 */
function chooseResults(all, label) {
    const chosen = new Map();
    for (const result of all) {
        const { report } = result;
        if (label !== "" && report.label !== label)
            continue;
        const other = chosen.get(report.label);
        if (other === undefined || isNewer(result, other))
            chosen.set(report.label, result);
        else if (!isNewer(other, result))
            throw ambiguous(other, result);
    }
    return [...chosen.values()].sort((a, b) => Number(isFailed(b)) - Number(isFailed(a)) || (a.report.label < b.report.label ? -1 : 1));
}
function isNewer(a, b) {
    const [left, right] = [a.report.origin.runAttempt, b.report.origin.runAttempt];
    return left === right ? a.kind === "apply" && b.kind === "plan" : left > right;
}
function isFailed({ report, apply }) {
    return apply === undefined ? report.failure !== undefined : apply.failure !== undefined;
}
function ambiguous(a, b) {
    return new lib_failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${a.name} and ${b.name} are both results for the label ${a.report.label}: nobody can tell which one is meant`,
        remedy: "Give each target a label of its own, and hand over each result once.",
    });
}

// EXTERNAL MODULE: ./packages/github/lib/failure.js
var github_lib_failure = __webpack_require__(903);
;// CONCATENATED MODULE: ./packages/github/lib/permission-hint.js
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof github_lib_failure/* GitHubFailure */.i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function permission_hint_describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}

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
        return { ...made, failure: (0,lib_failure/* toFailure */.w2)(thrown) };
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
        return permission_hint_describeUnkept(thrown);
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
        return latest !== undefined && isOpenDeployment(latest) ? latest.id : undefined;
    }
    catch (thrown) {
        log.info(`Whether this run began a Deployment is not known: ${toFailure(thrown).what}`);
        return undefined;
    }
}

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

;// CONCATENATED MODULE: ./actions/terraform-report/lib/deployment.js
/**
 * Keeps the GitHub Deployment of an apply whose own job may not: people and terraform-bump look for it. It never changes
 * the result of the step.
 */


/** Records the apply in its environment, once for each attempt; a warning when that cannot be. */
async function keepDeployment(step, result, pullRequest) {
    const { apply, report, marker } = result;
    if (apply?.environment === undefined || apply.environment === "" || apply.deploymentId !== undefined)
        return;
    if (apply.isDryRun || apply.result === "refused" || step.inputs["github-token"] === "")
        return;
    const { context, deps } = step;
    const { owner, repo, sha, runId: run, runUrl } = context;
    const { label, directory, workspace, fingerprint = "", origin } = report;
    const request = applyDeployment({ owner, repo, sha, environment: apply.environment }, { label, directory, workspace, fingerprint, run, attempt: origin.runAttempt, pullRequest });
    const unsaved = String(marker.data["unsaved"] ?? "");
    const status = { ...statusOfApply(apply, unsaved), logUrl: apply.runUrl === "" ? runUrl : apply.runUrl };
    const github = () => deps.github();
    const known = await knownDeployment(github, request);
    const message = known === undefined
        ? describeKept(await createRecord(github, request, status))
        : await endRecord(github, known.id, { owner, repo, ...status });
    if (message !== undefined)
        deps.host.annotate({ level: "warning", message });
}
/** The Deployment of the same attempt; none when nobody may look: creating one tells better what is missing. */
async function knownDeployment(github, { owner, repo, environment, task, payload = {} }) {
    try {
        const client = await github();
        const isRelevant = (found) => isSame(found.payload, payload);
        return await client.latestDeployment({ owner, repo, environment, task, isRelevant });
    }
    catch {
        return undefined;
    }
}
function isSame(a, b) {
    return ["label", "run", "attempt"].every((name) => a[name] === b[name]);
}
function describeKept({ failure }) {
    return failure === undefined ? undefined : permission_hint_describeUnkept(failure);
}

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

;// CONCATENATED MODULE: ./actions/terraform-report/lib/place.js
/**
 * Which pull request is told: the input, the event, or GitHub says it, never a file.
 */

/**
 * The pull request for a result of this kind; undefined when there is none.
 * @throws GitHubFailure when GitHub does not answer
 */
async function findPlace(step, kind) {
    const { inputs, context, deps } = step;
    const { owner, repo, sha } = context;
    const event = context.pullRequest;
    const number = inputs["pull-request"] ?? event?.number;
    if (event !== undefined && event.number === number && event.headSha !== "")
        return event;
    if (number !== undefined)
        return (await deps.github()).pullRequest(owner, repo, number);
    if (kind === "plan" || sha === "")
        return undefined;
    const found = mergedPullRequest(await (await deps.github()).pullRequestsOf(owner, repo, sha), sha);
    if (found === "ambiguous") {
        deps.host.annotate({
            level: "warning",
            message: `Commit ${sha} is the result of more than one merged pull request: none of them is told. Name one in the input pull-request.`,
        });
        return undefined;
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/planning/lib/publish.js
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
            action: planAction,
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
    return describeUnkept(thrown, `${subject} is not on the pull request, only in the step summary`);
}
/** What is said of a comment that bears our marker and is somebody else's. */
function describeLookAlike(id) {
    return `Comment ${id} looks like a plan comment, and is not ours. It was left alone; do not trust it.`;
}

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
        action: marker_planAction,
        key: marker.key,
        ...(sealKey === "" ? {} : { isGenuine: (other) => isGenuineMarker(other, sealKey) }),
    });
    if (found === undefined || (found.marker.data["fingerprint"] ?? "") === "")
        return { marker, outline };
    const isOurs = sealKey === "" ? isUntouched(found) : isProven(found.marker, sealKey);
    if (isOurs === undefined)
        return undefined;
    if (!isOurs)
        return { marker, outline: "" };
    const kept = keepReviewed(found.marker, marker, sealKey === "" ? undefined : sealKey);
    return { marker: kept, outline: outlineOf(found.body) };
}
/** Without a key: a proof stands for itself, else it must be unedited; undefined when nobody can tell. */
function isUntouched({ marker, isEdited }) {
    if (marker.mac !== undefined)
        return true;
    return isEdited === undefined ? undefined : !isEdited;
}

;// CONCATENATED MODULE: ./actions/terraform-report/lib/publish.js
/**
 * Brings one result to its pull request: a new comment, or the plan's comment turned into the record of its apply.
 */




/**
 * Writes the comment.
 * @throws Failure `comment-failed` that names a missing permission
 */
async function publishResult(step, result, place) {
    const { context, inputs, deps } = step;
    if (inputs["github-token"] === "") {
        throw notWritten(result, new lib_failure/* Failure */.HR({ reason: "", what: "github-token is empty", remedy: "Hand one over." }));
    }
    const key = result.report.label;
    if (staysAsItIs(result.marker, result.apply))
        return {};
    try {
        const { owner, repo } = context;
        const body = await bodyOf(step, result, place);
        const isOnlyUpdate = inputs.comment === "changes" && isWithoutChanges(result);
        const request = { owner, repo, pullRequest: place.number, action: marker_planAction, key, body, isOnlyUpdate };
        const written = await (await deps.github()).upsertComment(request);
        for (const id of written.foreign) {
            deps.host.annotate({
                level: "warning",
                message: describeLookAlike(id),
            });
        }
        return written.change === "none" ? {} : { comment: { id: written.id, url: written.url } };
    }
    catch (thrown) {
        if (!(thrown instanceof Outdated))
            throw notWritten(result, thrown);
        deps.host.log.info(`The comment for ${key} shows a later run of another commit; it stays as it is.`);
        return {};
    }
}
/** The comment of a plan; that of an apply is made from the one that is there, so that what was reviewed stays in it. */
async function bodyOf(step, result, place) {
    const { report, marker, outline, apply } = result;
    if (apply === undefined) {
        return (current) => {
            if (isOutdated(marker, current?.marker))
                throw new Outdated();
            // A proof cannot be renewed here; there the status of the Deployment says it.
            const kept = marker.mac === undefined ? keepUnsaved(marker, current?.marker, undefined) : marker;
            return renderComment(report, kept, outline === "" ? {} : { outline });
        };
    }
    const settled = await settleReview(step, result, place);
    const parts = settled.outline === "" ? { apply } : { outline: settled.outline, apply };
    return (current) => renderApplyComment(current?.body, report, settled.marker, parts);
}
/** A later run has told the plan of another head. */
class Outdated extends Error {
}
/**
 * Whether the comment is of a later run for another head. When this job began says nothing about that: its plan may have
 * taken longer than the later run's. GitHub counts runs upwards.
 */
function isOutdated({ data }, current) {
    const [ours, theirs] = [runOf(data), runOf(current?.data ?? {})];
    return current !== undefined && current.data["head"] !== data["head"] && theirs > ours;
}
function runOf(data) {
    const found = /^[0-9]{1,20}/.exec(String(data["appliedBy"] ?? data["run"]));
    return found === null ? 0n : BigInt(found[0]);
}
/**
 * What the comment carries as reviewed. A proof speaks for itself; without one a file makes no review of its own: what
 * stands on the pull request stays, if nobody edited it.
 */
async function settleReview({ deps, context }, { marker, outline }, place) {
    const isReview = marker.data["fingerprint"] !== "";
    if (isReview && marker.mac !== undefined)
        return { marker, outline };
    const { outline: _outline, ...data } = marker.data;
    const told = isReview ? { ...marker, data: { ...data, fingerprint: "" } } : marker;
    const { owner, repo } = context;
    const where = { owner, repo, pullRequest: place.number, sealKey: "" };
    const kept = await keepReview(() => deps.github(), { ...where, marker: told, outline: "" });
    if (kept !== undefined)
        return kept;
    throw new lib_failure/* Failure */.HR({
        reason: "comment-failed",
        what: "whether somebody edited the plan comment could not be found out, and what it says about the review must not be written anew",
        remedy: "Run this job again, or run terraform-plan and terraform-apply with a seal-key.",
    });
}
function isWithoutChanges({ report, apply }) {
    return apply === undefined ? report.result === "no-changes" : apply.result === "no-changes";
}
/** The failure of a comment that is not there. */
function notWritten({ kind }, thrown) {
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    if (failure.reason === "cancelled")
        return failure;
    const what = kind === "plan" ? "The plan" : "The record of the apply";
    return new lib_failure/* Failure */.HR({
        reason: "comment-failed",
        what: `${what} is not on the pull request, only in the step summary: ${failure.what}.${permissionHint(thrown)}`,
        remedy: failure.remedy,
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./actions/terraform-report/lib/tell.js
/**
 * Reads the results and tells each of them: comment, Deployment, summary. The order of effects; what is refused is
 * decided in agreement.ts. One bad file does not keep the others from being told.
 */







/** Most characters of all results together: what is read stays in memory until it is told. */
const mostText = 4 * LONGEST_RESULT;
/** Whether a file with this beginning is a result, of any version. */
function isResult(head) {
    return schemaOf(head) !== undefined;
}
/** Tells all results that are to be told, and says how that went. */
async function tell(step, found) {
    const failures = [];
    const chosen = await collect(failures, () => chooseResults(readAll(step, found, failures), step.inputs.label));
    const told = [];
    for (const result of chosen ?? []) {
        const published = await collect(failures, () => tellOne(step, result, failures));
        if (published !== undefined)
            told.push({ result, published });
    }
    if (told.length === 0 && failures.length === 0)
        return nothingToReport(step);
    const [failure, ...others] = failures;
    for (const { what, remedy } of others)
        step.deps.host.annotate({ level: "error", message: `${what}\n${remedy}` });
    const [first] = told;
    return {
        outputs: {
            result: failure === undefined ? "reported" : "failed",
            "failure-reason": failure?.reason ?? "",
            "comment-id": first?.published?.comment?.id,
            "comment-url": first?.published?.comment?.url,
            summary: first === undefined ? undefined : lineOf(first.result),
        },
        ...(failure === undefined ? {} : { failure }),
        summary: told.map(({ result }) => renderSummary(result.report, result.apply)).join("\n"),
        isRedacted: true,
    };
}
/** How a step ends that found no result. */
function nothingToReport({ inputs, deps }) {
    const which = inputs.label === "" ? "" : ` with the label ${inputs.label}`;
    const line = `There is no result of terraform-plan or terraform-apply${which} in ${inputs.results}.`;
    deps.host.log.info(line);
    return { outputs: { result: "nothing-to-report", "failure-reason": "", summary: "nothing to report" } };
}
function readAll(step, found, failures) {
    const results = [];
    let room = mostText;
    for (const { path, name } of found) {
        try {
            const text = step.deps.files.readText(path, Math.min(LONGEST_RESULT, room));
            room -= text.length;
            results.push({ ...parseResultFile(text, name), name });
        }
        catch (thrown) {
            failures.push((0,lib_failure/* toFailure */.w2)(thrown));
        }
    }
    return results;
}
/** Tells one result. A comment that cannot be written is a failure, and the summary is told all the same. */
async function tellOne(step, result, failures) {
    const { context, inputs, deps } = step;
    requireOwnRun(result, context);
    deps.host.log.info(`${result.report.label}: ${result.apply?.summary ?? result.report.summary}`);
    const isSilent = inputs.comment === "never" || result.apply?.isDryRun === true;
    const place = isSilent ? undefined : await collect(failures, () => placeOf(step, result));
    if (place !== undefined)
        requirePlace(result, place);
    const published = place === undefined ? {} : await collect(failures, () => publishResult(step, result, place));
    await keepDeployment(step, result, place?.number);
    return published ?? {};
}
async function placeOf(step, result) {
    try {
        return await findPlace(step, result.kind);
    }
    catch (thrown) {
        throw notWritten(result, thrown);
    }
}
/** The answer, or undefined and one failure more. */
async function collect(failures, ask) {
    try {
        return await ask();
    }
    catch (thrown) {
        failures.push((0,lib_failure/* toFailure */.w2)(thrown));
        return undefined;
    }
}
/** The summary of a result as one line without anything that a shell's `echo` would hand to the runner. */
function lineOf({ report, apply }) {
    const line = (apply?.summary ?? report.summary).replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ");
    return (0,commands/* neutraliseText */.o)(line.slice(0, 500).toWellFormed());
}


/***/ }),

/***/ 903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isLost),
/* harmony export */   i: () => (/* binding */ GitHubFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(506);
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

/***/ 684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderMarker),
/* harmony export */   g: () => (/* binding */ parseMarker)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(573);
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


/***/ })

};

