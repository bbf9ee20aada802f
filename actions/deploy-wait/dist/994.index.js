export const id = 994;
export const ids = [994];
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

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ createLogListener)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1933);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(498);
/** What the log says while waiting: a line per change, a heartbeat per minute. */



const LONGEST_LINE = 400;
/** So many items are named in a heartbeat. */
const MOST_NAMED = 5;
/** Lines of one item's changes; an object that flaps for hours does not flood the log. */
const MOST_LINES = 200;
/** A listener that writes the log. */
function createLogListener(log) {
    const lines = new Map();
    const say = (id, text) => {
        const count = (lines.get(id) ?? 0) + 1;
        lines.set(id, count);
        if (count < MOST_LINES)
            log.info((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(text, LONGEST_LINE));
        else if (count === MOST_LINES)
            log.info(`${id}: changes too often; from here on only its end is told`);
        else
            log.debug((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(text, LONGEST_LINE));
    };
    return {
        moved: ({ item, progress }) => say(item.id, `${item.label}: ${progress}`),
        warned: ({ item }, warning) => log.warning((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(`${item.label}: ${warning}`, 1000)),
        missed: ({ item, blindness }, fault) => {
            if (blindness.count === 1)
                log.info((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(`${item.label}: ${fault.operation} had no answer (${fault.detail}); asking again`, LONGEST_LINE));
            else
                log.debug((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(`${item.label}: ${fault.operation}: ${fault.detail}`, LONGEST_LINE));
        },
        ended: ({ item, verdict, endedMs }) => {
            if (verdict === undefined)
                return;
            const cause = verdict.cause === "" ? "" : `: ${verdict.cause}`;
            const sign = _words_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .a[verdict.result].sign;
            log.info((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(`${sign} ${item.label} ${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .a[verdict.result].did} after ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(endedMs ?? 0)}${cause}`, 1000));
        },
        waiting: (courses, elapsedMs) => {
            const named = courses
                .slice(0, MOST_NAMED)
                .map(({ item, progress }) => `${item.label}: ${progress === "" ? "not seen yet" : progress}`);
            const rest = courses.length > MOST_NAMED ? `; and ${courses.length - MOST_NAMED} more` : "";
            log.info((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cutLine */ .H)(`${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(elapsedMs)}: still waiting (${named.join("; ")}${rest})`, 1000));
        },
    };
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ words)
/* harmony export */ });
const again = "Mend the cause, then deploy again.";
/** For each result: the sign in the summary, what the object did, and what to do when nothing better is known. */
const words = {
    success: { sign: "✅", did: "succeeded", remedy: "" },
    noop: { sign: "✅", did: "had nothing to deploy", remedy: "" },
    "no-change": { sign: "✅", did: "succeeded, and the metrics did not change", remedy: "" },
    failed: { sign: "❌", did: "failed", remedy: again },
    "rolled-back": {
        sign: "↩️",
        did: "was rolled back",
        remedy: "The former version serves, or is about to. Mend the cause, then deploy again.",
    },
    "rollback-failed": {
        sign: "❌",
        did: "failed, and so did its rollback",
        remedy: "Look at it at once: neither version may be whole.",
    },
    superseded: {
        sign: "⏭️",
        did: "was superseded",
        remedy: "A newer deployment took its place: look at that one. Let deployments wait for each other with `concurrency`.",
    },
    stopped: { sign: "🛑", did: "was stopped", remedy: "Ask whoever stopped it, then deploy again." },
    cancelled: { sign: "🛑", did: "was cancelled", remedy: "Deploy again when you want its result." },
    rejected: { sign: "✋", did: "was rejected", remedy: "Talk to whoever rejected it." },
    unstable: {
        sign: "⚠️",
        did: "is unstable",
        remedy: "Look at its tests; set allow-unstable when that is good enough.",
    },
    timeout: {
        sign: "⌛",
        did: "did not end in time",
        remedy: "It may still go on: look at it. Raise `timeout` when it only needs longer.",
    },
    "not-found": {
        sign: "❓",
        did: "was not found",
        remedy: "Check the names, ids and the Region that the step was given.",
    },
    "access-denied": {
        sign: "🔒",
        did: "may not be looked at",
        remedy: "Give the role the permissions that the README lists.",
    },
    "credentials-expired": {
        sign: "🔒",
        did: "could not be followed to its end: the credentials expired",
        remedy: "Name a role in role-to-assume, or let the role's sessions last longer than the deployment.",
    },
    alarm: {
        sign: "🚨",
        did: "was followed by an alarm",
        remedy: "Look at the alarm, and roll back when it is ours.",
    },
    regression: {
        sign: "📉",
        did: "made metrics worse",
        remedy: "Look at the metrics, and roll back when it is ours.",
    },
    inconclusive: {
        sign: "❔",
        did: "came to no verdict",
        remedy: "Look at the deployment itself: it may have ended either way.",
    },
};


/***/ }),

/***/ 2105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ blinded),
/* harmony export */   MD: () => (/* binding */ CONFIRM_MS),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   vm: () => (/* binding */ sighted)
/* harmony export */ });
/** Nothing was seen for longer than this, ms: nothing can be said. Five minutes have to be survived, with the last wait of them. */
const BLIND_AT_MOST_MS = 360_000;
/** A refusal is asked once more after this, ms: permissions and tokens arrive late, too. */
const CONFIRM_MS = 10_000;
/** No fault so far. */
function sighted(elapsedMs) {
    return { since: elapsedMs, count: 0, refusals: 0 };
}
/** One more fault. */
function blinded(before, fault) {
    const isRefusal = ["denied", "expired", "refused"].includes(fault.kind);
    return { ...before, count: before.count + 1, refusals: isRefusal ? before.refusals + 1 : 0, last: fault };
}
/** The verdict that the faults come to; undefined: go on looking. */
function verdictOf({ since, refusals, last }, elapsedMs) {
    if (last === undefined)
        return undefined;
    const said = `${last.operation}: ${last.detail}`;
    if (refusals >= 2) {
        const isExpired = last.kind === "expired";
        if (last.kind === "refused") {
            const remedy = "Check the names and ids that the step was given. What was started may go on: look at it.";
            return { result: "inconclusive", cause: `the service refuses to tell (${said})`, remedy };
        }
        return {
            result: isExpired ? "credentials-expired" : "access-denied",
            cause: `${isExpired ? "the credentials have expired" : "access denied"} (${said})`,
            ...(last.remedy === undefined ? {} : { remedy: last.remedy }),
        };
    }
    if (elapsedMs - since < BLIND_AT_MOST_MS)
        return undefined;
    const minutes = Math.floor((elapsedMs - since) / 60_000);
    return {
        result: "inconclusive",
        cause: `nothing could be seen for ${minutes} minutes (${said})`,
        remedy: "Look at the deployment itself: it may have ended either way. Then run the job again.",
    };
}


/***/ }),

/***/ 5072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ endCourse),
/* harmony export */   TY: () => (/* binding */ beginCourse),
/* harmony export */   np: () => (/* binding */ advance)
/* harmony export */ });
/* harmony import */ var _blindness_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2105);
/** What is remembered of one item while it is waited for: where it stands, its stages, its warnings, its end. Pure. */

/** A picture in the summary has room for so many stages of an item; flapping does not grow it. */
const MOST_STAGES = 40;
/** The beginning of an item's course. */
function beginCourse(item) {
    return {
        item,
        progress: "",
        stages: [],
        facts: {},
        warnings: [],
        pace: "starting",
        hurried: 0,
        blindness: (0,_blindness_js__WEBPACK_IMPORTED_MODULE_0__/* .sighted */ .vm)(0),
        dueMs: 0,
    };
}
/** What a good look adds. */
function advance(before, step, elapsedMs) {
    const { nearSince: _, ...rest } = before;
    const isNear = step.pace === "near";
    const fresh = (step.warnings ?? []).filter((warning) => !before.warnings.includes(warning));
    const course = {
        ...rest,
        progress: step.progress,
        stages: addStage(before.stages, step.stage, elapsedMs),
        facts: { ...before.facts, ...step.facts },
        warnings: [...before.warnings, ...fresh],
        pace: step.pace,
        hurried: step.pace === "now" ? before.hurried + 1 : 0,
        blindness: (0,_blindness_js__WEBPACK_IMPORTED_MODULE_0__/* .sighted */ .vm)(elapsedMs),
        ...(isNear ? { nearSince: before.nearSince ?? elapsedMs } : {}),
    };
    return step.verdict === undefined ? course : endCourse(course, step.verdict, elapsedMs);
}
/** The end of an item's course. */
function endCourse(course, verdict, elapsedMs) {
    const stages = course.stages.map((stage) => (stage.to === undefined ? { ...stage, to: elapsedMs } : stage));
    return { ...course, verdict, stages, endedMs: elapsedMs };
}
function addStage(stages, name, elapsedMs) {
    const last = stages.at(-1);
    if (last?.name === name || name === "")
        return stages;
    const closed = last === undefined ? [] : [...stages.slice(0, -1), { ...last, to: elapsedMs }];
    if (closed.length < MOST_STAGES)
        return [...closed, { name, from: elapsedMs }];
    return [...closed.slice(0, -1), { name, from: closed.at(-1)?.from ?? elapsedMs }];
}


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

/***/ 872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/blindness.js
var wait_blindness = __webpack_require__(2105);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/course.js
var wait_course = __webpack_require__(5072);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/wait/pace.js
/** Looks while the end is near, ms. Half of it is the mean latency. */
const NEAR_MS = 2500;
/** Looks while nothing tells when it will end, ms. With the first ones below 1.7 times the calls of a poller with 15 s. */
const MOVING_MS = 9300;
/** Looks while the end is far and will show itself, ms: what is saved here is spent when it is near. */
const FAR_MS = 15_000;
/** Later there is room for more, ms: the budget grows with time. */
const FAR_LATE_MS = 11_500;
/** From here on, ms. */
const LATE_FROM_MS = 600_000;
/** What is far is looked at as often as everything else in the beginning, ms: most failures come early. */
const FAR_FROM_MS = 150_000;
/** Looks at the beginning: what fails at once is told at once. */
const FIRST_MS = 3000;
/** The beginning, ms. */
const BEGINNING_MS = 8000;
/** The end can be near for this long, ms; then it was not. */
const NEAR_AT_MOST_MS = 90_000;
/** Calls a minute in all, while nothing moves: 100 services in one account and Region stay below 30. */
const CALLS_A_MINUTE = 27;
/** Milliseconds until the next look. */
function delayUntilNextLook(situation) {
    const { pace, elapsedMs, nearForMs, hurried, calls, stretch } = situation;
    if (pace === "now" && hurried < 3)
        return 0;
    const isNear = pace === "near" && nearForMs < NEAR_AT_MOST_MS;
    const isBeginning = elapsedMs < BEGINNING_MS;
    const isFar = pace === "far" && elapsedMs >= FAR_FROM_MS;
    const farMs = elapsedMs >= LATE_FROM_MS ? FAR_LATE_MS : FAR_MS;
    const base = isNear ? NEAR_MS : isBeginning || pace === "starting" ? FIRST_MS : isFar ? farMs : MOVING_MS;
    // With many objects the budget decides; the near ones of them are few, and are looked at by themselves.
    const floor = isNear ? 0 : (calls * 60_000) / CALLS_A_MINUTE;
    return Math.max(base, isBeginning ? 0 : floor) * stretch;
}
/** How much longer waits become: twice as long after each throttled look, back by degrees with each good one. */
function stretchAfter(stretch, isThrottled) {
    return isThrottled ? Math.min(stretch * 2, 6) : Math.max(1, stretch * 0.7);
}
/** Milliseconds to wait after a look that saw nothing. `count` is 1 for the first in a row; `random` in [0, 1) spreads many waiters. */
function delayAfterFault(count, random) {
    const ceiling = Math.min(12_000, 1500 * 2 ** Math.min(count - 1, 10));
    return ceiling * (0.6 + 0.4 * random);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/wait/watch.js
/**
 * The loop: looks at what is due, hands what it saw to the machines, waits as long as the state asks for. One scheduler for
 * all items of a step, so that they are read together. It knows no target and prints nothing.
 */




/** Looks that are due within this many ms are made together. */
const TOGETHER_MS = 700;
/** A look that is under way at the deadline may still bring the verdict, ms. */
const LAST_LOOK_MS = 2000;
const HEARTBEAT_MS = 60_000;
/** Throttling ends, too: the longest wait for that, ms. */
const LONGEST_THROTTLED_MS = 20_000;
/** Waits until every item has ended. Resolves with their courses in the order of the target's items, each with a verdict. */
async function watch(options) {
    const watcher = createWatcher(options);
    for (;;) {
        const pause = watcher.pauseMs();
        if (pause === undefined)
            return watcher.courses();
        if (pause > 0)
            await options.clock.sleep(pause, options.signal);
        options.signal.throwIfAborted();
        if (watcher.isOver())
            watcher.timeOut();
        else if (watcher.isSilent())
            watcher.beat();
        else
            await watcher.look();
    }
}
function createWatcher(options) {
    const { target, clock, listener, timeoutMs } = options;
    const courses = new Map(target.items.map((item) => [item.id, (0,wait_course/* beginCourse */.TY)(item)]));
    const start = clock.monotonic();
    const elapsed = () => clock.monotonic() - start;
    const open = () => [...courses.values()].filter(({ verdict }) => verdict === undefined);
    let stretch = 1;
    let calls = 1;
    let toldMs = 0;
    const set = (course) => {
        const before = courses.get(course.item.id);
        courses.set(course.item.id, course);
        if (tellChange(listener, before, course))
            toldMs = elapsed();
    };
    const nextBeat = () => toldMs + HEARTBEAT_MS;
    const settle = (course, sight) => {
        const now = elapsed();
        if ("fault" in sight) {
            const blindness = (0,wait_blindness/* blinded */.D7)(course.blindness, sight.fault);
            listener.missed({ ...course, blindness }, sight.fault);
            const verdict = (0,wait_blindness/* verdictOf */.Vj)(blindness, now);
            const wait = blindness.refusals > 0 ? wait_blindness/* CONFIRM_MS */.MD : delayAfterFault(blindness.count, options.random());
            const throttled = Math.min(wait * stretch, LONGEST_THROTTLED_MS);
            const blind = { ...course, blindness, dueMs: now + (sight.fault.kind === "throttled" ? throttled : wait) };
            set(verdict === undefined ? blind : (0,wait_course/* endCourse */.DC)(blind, verdict, now));
            return;
        }
        const advanced = (0,wait_course/* advance */.np)(course, sight.step, now);
        const { pace, nearSince, hurried } = advanced;
        const nearForMs = nearSince === undefined ? 0 : now - nearSince;
        const delay = delayUntilNextLook({ pace, elapsedMs: now, nearForMs, hurried, calls, stretch });
        set({ ...advanced, dueMs: now + delay });
    };
    const look = async () => {
        const now = elapsed();
        const due = open().filter(({ dueMs }) => dueMs <= now + TOGETHER_MS);
        const ids = due.map(({ item }) => item.id);
        const ms = Math.max(0, timeoutMs + LAST_LOOK_MS - now);
        // Its error is thrown, but for one that comes too late.
        const seen = await (0,deadline/* inTime */.RN)({ clock, ms, signal: options.signal }, undefined, () => target.look(ids, now));
        if (seen === undefined)
            return;
        if (due.length === open().length)
            calls = Math.max(1, seen.calls);
        const sights = ids.map((id) => seen.sights.get(id));
        const isThrottled = sights.some((sight) => sight !== undefined && "fault" in sight && sight.fault.kind === "throttled");
        stretch = stretchAfter(stretch, isThrottled);
        for (const course of due) {
            const sight = seen.sights.get(course.item.id);
            if (sight !== undefined)
                settle(course, sight);
        }
        options.keep?.([...courses.values()]);
    };
    return {
        courses: () => [...courses.values()],
        pauseMs: () => {
            const waiting = open();
            if (waiting.length === 0)
                return undefined;
            const due = Math.min(timeoutMs, nextBeat(), ...waiting.map(({ dueMs }) => dueMs));
            return Math.max(0, due - elapsed());
        },
        isOver: () => elapsed() >= timeoutMs,
        timeOut: () => {
            for (const course of open())
                set((0,wait_course/* endCourse */.DC)(course, timeoutVerdict(course, options.timeoutText), elapsed()));
        },
        isSilent: () => elapsed() >= nextBeat(),
        beat: () => {
            toldMs = elapsed();
            listener.waiting(open(), toldMs);
        },
        look,
    };
}
/** Tells what changed; whether anything was told. */
function tellChange(listener, before, course) {
    const warnings = course.warnings.slice(before?.warnings.length ?? 0);
    const hasMoved = course.progress !== before?.progress && course.progress !== "";
    if (hasMoved)
        listener.moved(course);
    for (const warning of warnings)
        listener.warned(course, warning);
    const hasEnded = course.verdict !== undefined && before?.verdict === undefined;
    if (hasEnded)
        listener.ended(course);
    return hasMoved || hasEnded || warnings.length > 0;
}
function timeoutVerdict({ progress, blindness }, timeoutText) {
    const where = progress === "" ? "nothing was ever seen" : `last seen: ${progress}`;
    const fault = blindness.last === undefined ? "" : `; ${blindness.last.operation}: ${blindness.last.detail}`;
    return { result: "timeout", cause: `timeout after ${timeoutText}, ${where}${fault}` };
}


/***/ }),

/***/ 8776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aY: () => (/* binding */ code),
  zH: () => (/* binding */ details),
  FV: () => (/* binding */ escapeMarkdown),
  EU: () => (/* binding */ fence),
  tp: () => (/* binding */ table)
});

// UNUSED EXPORTS: codeHtml

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

/***/ 4262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ withDeadline),
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   j3: () => (/* binding */ DeadlineError)
/* harmony export */ });
/** Time was up. */
class DeadlineError extends Error {
    constructor(ms) {
        super(`it took longer than ${ms / 1000} s`);
        this.name = "DeadlineError";
    }
}
/**
 * Runs work with a signal that is aborted when the time is up or when `signal` is. Rejects at that moment, with a
 * {@link DeadlineError} or with the reason of `signal`, also when the work does not notice.
 */
async function withDeadline({ clock, ms, signal }, work) {
    signal?.throwIfAborted();
    const ending = new AbortController();
    const done = new AbortController();
    const abort = () => ending.abort(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const ended = new Promise((_, reject) => {
        ending.signal.addEventListener("abort", () => reject(ending.signal.reason), { once: true });
    });
    clock.sleep(ms, done.signal).then(() => ending.abort(new DeadlineError(ms)), () => undefined);
    try {
        return await Promise.race([work(ending.signal), ended]);
    }
    finally {
        done.abort();
        signal?.removeEventListener("abort", abort);
    }
}
/**
 * Like {@link withDeadline}, for work that may come to nothing: gives `late` when the time is up. What the work throws, and
 * the reason of `signal`, are thrown as they are, also when they are deadlines of somebody else.
 */
async function inTime(limits, late, work) {
    let ending;
    try {
        return await withDeadline(limits, (signal) => {
            ending = signal;
            return work(signal);
        });
    }
    catch (error) {
        const isLate = error instanceof DeadlineError && error === ending?.reason && error !== limits.signal?.reason;
        if (isLate)
            return late;
        throw error;
    }
}


/***/ })

};

