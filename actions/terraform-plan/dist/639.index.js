export const id = 639;
export const ids = [639];
export const modules = {

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

/***/ 1849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/** The origin of a step's report. The head is the pull request's, not the merge commit that the runner checks out. */
function originOf({ context, pullRequest }) {
    const event = context.pullRequest?.number === pullRequest ? context.pullRequest : undefined;
    return {
        repository: `${context.owner}/${context.repo}`,
        serverUrl: context.serverUrl,
        runUrl: context.runUrl,
        runId: context.runId,
        runAttempt: context.runAttempt,
        headSha: event === undefined || event.headSha === "" ? context.sha : event.headSha,
        ...(event === undefined || event.baseSha === "" ? {} : { baseSha: event.baseSha }),
        ...(pullRequest === undefined ? {} : { pullRequest }),
    };
}


/***/ }),

/***/ 3249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ markerOf),
  S: () => (/* binding */ publishReport)
});

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
function marker_mac_verifyMarker(marker, key) {
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
    return marker.mac === undefined || marker_mac_verifyMarker(marker, markerKey(sealKey));
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

// EXTERNAL MODULE: ./packages/report/lib/comment.js + 5 modules
var comment = __webpack_require__(94);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-text.js + 1 modules
var plan_outline_text = __webpack_require__(7705);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
;// CONCATENATED MODULE: ./packages/github/lib/permission-hint.js
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof failure/* GitHubFailure */.i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
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

;// CONCATENATED MODULE: ./packages/planning/lib/publish-report.js



/** The marker of a step's report: what result file and comment carry. */
function markerOf({ inputs }, report, outline) {
    const key = inputs["seal-key"];
    return markReport(report, key === "" ? undefined : key, outline === "" ? "" : (0,plan_outline_text/* hashOutline */.FM)(outline));
}
/** Publishes the report, unless the inputs say otherwise or there is no pull request. Never throws. */
async function publishReport(step, report, { client, outline = "", startedAt }) {
    const { inputs, context, pullRequest } = step;
    const decision = decideComment(inputs.comment, report.result, pullRequest);
    if (decision === "none" || pullRequest === undefined)
        return { warnings: [] };
    if (inputs["github-token"] === "") {
        return { warnings: ["The plan is not on the pull request, only in the step summary: github-token is empty."] };
    }
    const key = inputs["seal-key"];
    return publishComment(client, {
        report,
        owner: context.owner,
        repo: context.repo,
        pullRequest,
        body: (current) => {
            const marker = keepUnsaved(markerOf(step, report, outline), current?.marker, key === "" ? undefined : key);
            return (0,comment/* renderComment */.wQ)(report, marker, outline === "" ? {} : { outline });
        },
        ...(key === "" ? {} : { isGenuine: (found) => isGenuineMarker(found, key) }),
        isOnlyUpdate: decision === "update",
        ...(startedAt === undefined ? {} : { startedAt }),
    });
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
  wQ: () => (/* binding */ renderComment),
  Br: () => (/* binding */ renderSummary)
});

// UNUSED EXPORTS: outlineOf, renderApplyComment, renderKeptComment

;// CONCATENATED MODULE: ./packages/github/lib/budget.js
/**
 * Fits a report into what GitHub takes. Pieces are whole: nothing is ever cut inside a fence, an element or a character.
 * What is left out is counted and named at the end; this file never decides what is important.
 */
/** Most characters of a comment's or pull request's body; one more is answered with 422 (terraform-cdk-action#150). */
const budget_COMMENT_LIMIT = 65_536;
/** Most bytes of a step's summary; with one more the runner drops the whole summary. */
const SUMMARY_LIMIT_BYTES = 1_048_576;
/**
 * The size of a text by the least favourable way GitHub may count characters, which is not documented: UTF-16 units
 * (never fewer than code points), every line end as two (CR LF).
 */
function budget_measure(text) {
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
function fit(pieces, budget, size = budget_measure) {
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
const apply_origin_shortHash = 12;
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
    const hash = fingerprint === undefined ? "" : ` ${(0,markdown/* code */.aY)(fingerprint.slice(0, apply_origin_shortHash))}`;
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
var lib_prose = __webpack_require__(9855);
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
    const line = (0,lib_prose/* oneLine */.T)(part);
    const [, kind = "", name = ""] = /^(variable|provider|check|terraform) (.*)$/.exec(line) ?? [];
    if (name !== "")
        return `- ${kind} ${(0,markdown/* code */.aY)(name)}`;
    const start = "the configuration: ";
    if (!line.startsWith(start))
        return `- ${(0,lib_prose/* prose */.C)(line)}`;
    const files = line
        .slice(start.length)
        .split(", ")
        .map((file) => {
        const [, name = file, rest = ""] = /^(.*?)((?: \((?:new|removed)\))?(?: and \d+ more)?)$/.exec(file) ?? [];
        // A phrase, or the end of a path that is too long.
        if (/^…| /.test(name))
            return `${(0,lib_prose/* prose */.C)(name)}${rest}`;
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
    const summary = (0,lib_prose/* prose */.C)(record.summary, record.failure === undefined ? [] : [record.failure.reason]);
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
            full: `⚠️ ${(0,lib_prose/* prose */.C)(note, names)}\n\n`,
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
    const text = `> [!${level}]\n> ${(0,lib_prose/* prose */.C)(what, names)}\n> ${(0,lib_prose/* prose */.C)(remedy, names)}\n\n`;
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
    const budget = budget_COMMENT_LIMIT - budget_measure(head);
    const elsewhere = `[step summary](${report.origin.runUrl})`;
    const pieces = reportPieces(report, { budget: { characters: budget_COMMENT_LIMIT, lines: 300 }, elsewhere, apply });
    return head + render(pieces, budget, budget_measure);
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
    const shown = parseMarker(body)?.data["fingerprint"];
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
        fingerprint === undefined ? "" : `${planWord(report, apply)} ${(0,markdown/* code */.aY)(fingerprint.slice(0, apply_origin_shortHash))}`,
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

/***/ 823:
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
        return renderDiff(diffOutputs(plan.outputs, { redact, maxLines }));
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
        return diffBody((0,plan_reader/* readBody */.x8)(source, change), { kind, replacePaths, redact });
    };
    const diff = (maxLines) => renderDiff(cutDiff(kept.of(change, lines), maxLines));
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
/* harmony export */   Lf: () => (/* binding */ renderHeadline),
/* harmony export */   Zo: () => (/* binding */ renderDestructionWarning),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   uW: () => (/* binding */ renderPlanTitle)
/* harmony export */ });
/* unused harmony exports describeCounts, describeDone */
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

/***/ 6306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ withoutFiles),
/* harmony export */   RN: () => (/* binding */ fileParts),
/* harmony export */   WR: () => (/* binding */ withoutOtherFiles)
/* harmony export */ });
/* unused harmony exports OTHER_FILES, hasOtherFiles */
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
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* unused harmony export NULL_TOKEN */
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

/***/ 1334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ isLonger),
/* harmony export */   DA: () => (/* binding */ withoutDetails),
/* harmony export */   Of: () => (/* binding */ OutlineRoom)
/* harmony export */ });
/* harmony import */ var _plan_outline_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6306);
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
    return { schema, parts: (0,_plan_outline_files_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutFiles */ .Oj)(parts), changes: changes.map(withoutDetail) };
}
function withoutDetail(change) {
    const bare = { ...change };
    delete bare.detail;
    return bare;
}


/***/ }),

/***/ 7705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FM: () => (/* binding */ hashOutline),
  Nu: () => (/* binding */ renderOutline)
});

// UNUSED EXPORTS: parseOutline

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/terraform/lib/fingerprint-digest.js
var fingerprint_digest = __webpack_require__(8839);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-leaves.js
var plan_outline_leaves = __webpack_require__(277);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-files.js
var plan_outline_files = __webpack_require__(6306);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-outline-room.js
var plan_outline_room = __webpack_require__(1334);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
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
    const fewer = { ...outline, parts: (0,plan_outline_files/* withoutOtherFiles */.WR)(outline.parts) };
    const fewerStateless = { ...stateless, parts: fewer.parts };
    const bare = { ...stateless, parts: (0,plan_outline_files/* withoutFiles */.Oj)(outline.parts) };
    const hasFiles = bare.parts.length < outline.parts.length;
    const whole = [outline, ...(hasFiles ? [fewer] : []), fewerStateless, ...(hasFiles ? [bare] : [])];
    return [
        ...whole.map((step) => [() => step, () => (0,plan_outline_room/* isLonger */.AX)(step, "whole", longest)]),
        [() => ({ ...bare, changes: bare.changes.map(withoutUnchanged) }), () => (0,plan_outline_room/* isLonger */.AX)(bare, "changed", longest)],
        [() => (0,plan_outline_room/* withoutDetails */.DA)(bare), () => (0,plan_outline_room/* isLonger */.AX)(bare, "bare", longest)],
    ];
}
function pack(outline) {
    const json = Buffer.from(JSON.stringify(outline));
    // What could not be read again is not written.
    return json.length > LARGEST ? "x".repeat(LONGEST + 1) : (0,external_node_zlib_.deflateRawSync)(json, { level: 9 }).toString("base64url");
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


/***/ })

};

