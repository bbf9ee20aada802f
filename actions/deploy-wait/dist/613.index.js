export const id = 613;
export const ids = [613];
export const modules = {

/***/ 329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ planQueries)
/* harmony export */ });
const PERIOD_S = 60;
/** The queries of the metrics. Ids are q0, q1 …, and the parts' own. */
function planQueries(metrics) {
    const queries = [];
    const ids = new Map();
    const once = (key, make) => {
        const id = ids.get(key) ?? `q${ids.size}`;
        if (!ids.has(key))
            queries.push(make(id));
        ids.set(key, id);
        return id;
    };
    const ask = (stat) => once(JSON.stringify(stat), (id) => ({ Id: id, MetricStat: metricStat(stat), ReturnData: true }));
    const askExpression = (expression, parts, at) => {
        // A part's name is its metric's own: another metric may mean something else by it.
        let renamed = expression;
        for (const [name, stat] of Object.entries(parts)) {
            const id = once(JSON.stringify(["part", at, name]), (own) => ({
                Id: own,
                MetricStat: metricStat(stat),
                ReturnData: false,
            }));
            renamed = renameOutsideTexts(renamed, name, id);
        }
        return once(JSON.stringify(["expression", at]), (id) => ({
            Id: id,
            Expression: renamed,
            Period: PERIOD_S,
            ReturnData: true,
        }));
    };
    const asked = metrics.map(({ source, requests }, at) => {
        if (source.kind === "rate") {
            return { kind: "rate", errors: source.errors.map(ask), requests: source.requests.map(ask) };
        }
        const id = source.kind === "value" ? ask(source.stat) : askExpression(source.expression, source.parts, at);
        return { kind: "value", id, ...(requests === undefined ? {} : { requests: ask(requests) }) };
    });
    return { queries, asked };
}
function metricStat({ namespace, metric, dimensions, statistic, unit }) {
    const named = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
    return {
        Metric: { Namespace: namespace, MetricName: metric, Dimensions: named },
        Period: PERIOD_S,
        Stat: statistic,
        ...(unit === undefined ? {} : { Unit: unit }),
    };
}
/** The expression with one id in the place of another; what stands in quotes is text. */
function renameOutsideTexts(expression, from, to) {
    return expression.replaceAll(/'[^']*'|"[^"]*"|[A-Za-z_][A-Za-z0-9_]*/g, (token) => (token === from ? to : token));
}


/***/ }),

/***/ 3956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ shiftOf),
/* harmony export */   N: () => (/* binding */ defaults)
/* harmony export */ });
/** What is compared, as plain data: the types and their defaults. Reading them from YAML is parse.ts's. */
/** What holds where the YAML says nothing. */
const defaults = {
    windowBeforeMs: 60 * 60_000,
    windowAfterMs: 15 * 60_000,
    ingestDelayMs: 3 * 60_000,
    minEffect: 0.1,
    /** For error rates and latencies of the presets. */
    minRequests: 200,
};
/** How much earlier the baseline is, ms; undefined when there is none. */
function shiftOf(baseline) {
    const day = 24 * 3_600_000;
    return baseline === "week" ? 7 * day : baseline === "day" ? day : undefined;
}


/***/ }),

/***/ 613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watchMetrics: () => (/* binding */ watchMetrics)
});

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
// EXTERNAL MODULE: ./packages/github/lib/markdown.js + 1 modules
var markdown = __webpack_require__(8776);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/statistics/median.js
/** Medians and the estimates made of them. Pure; an empty list has no median and gives undefined. */
/** The middle value, or the mean of the two middle ones. */
function median(values) {
    const sorted = Float64Array.from(values).sort();
    const middle = Math.floor(sorted.length / 2);
    const high = sorted[middle];
    const low = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
    return high === undefined || low === undefined ? undefined : (low + high) / 2;
}
/**
 * How far `after` lies above `before`: the median of all differences between a value of the one and a value of the other.
 * J. L. Hodges and E. L. Lehmann, "Estimates of location based on rank tests", Ann. Math. Statist. 34 (1963) 598-611,
 * https://doi.org/10.1214/aoms/1177704172
 */
function shiftBetween(before, after) {
    return median(after.flatMap((later) => before.map((earlier) => later - earlier)));
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/windows.js
/** CloudWatch keeps a point a minute for metrics of this kind. */
const MINUTE_MS = 60_000;
/**
 * The windows as far as they have come at `now`: whole minutes only, none of them touched by the deployment, none so young
 * that CloudWatch may not have all of it. `after` is empty when it is too early.
 */
function windowsOf(settings, { beganAt, endedAt }, now) {
    const start = floorMinute(beganAt);
    const end = ceilMinute(Math.max(beganAt, endedAt));
    const settled = floorMinute(now - settings.ingestDelayMs);
    return {
        before: { from: start - floorMinute(settings.windowBeforeMs), to: start },
        after: { from: end, to: Math.max(end, Math.min(end + floorMinute(settings.windowAfterMs), settled)) },
    };
}
/** How long it takes, ms, until the whole window after the deployment can be read. 0: it can be now. */
function waitForMetricsMs(settings, endedAt, now) {
    const end = ceilMinute(endedAt) + floorMinute(settings.windowAfterMs);
    return Math.max(0, end + settings.ingestDelayMs - now);
}
/** A span, so much earlier. */
function earlier({ from, to }, byMs) {
    return { from: from - byMs, to: to - byMs };
}
function floorMinute(time) {
    return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}
function ceilMinute(time) {
    return Math.ceil(time / MINUTE_MS) * MINUTE_MS;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/samples.js


/** Minutes in a block: its median is not moved by a single odd minute, and blocks resemble each other less than minutes. */
const BLOCK = 3;
/** A block with fewer minutes is left out. */
const FEWEST_IN_BLOCK = 2;
/** The minutes of a metric on both sides. */
function sampleOf(asked, readings, windows) {
    const side = (span) => {
        const now = minutesOf(asked, readings.now, span);
        const past = readings.past === undefined ? [] : minutesOf(asked, readings.past, span);
        const known = new Set(past.map(({ at }) => at));
        const points = readings.past === undefined ? now.length : now.filter(({ at }) => known.has(at)).length;
        const requests = requestsOf(asked, readings.now, span, now);
        return { now, past, points, ...(requests === undefined ? {} : { requests }) };
    };
    return { before: side(windows.before), after: side(windows.after) };
}
function minutesOf(asked, series, { from, to }) {
    const minutes = [];
    for (let at = from; at < to; at += MINUTE_MS) {
        if (asked.kind === "value") {
            const value = series.get(asked.id)?.get(at);
            if (value !== undefined)
                minutes.push({ at, value });
            continue;
        }
        // CloudWatch has no point for a minute without errors; one without requests says nothing about their rate.
        const sum = (ids) => ids.reduce((total, id) => total + Math.max(0, series.get(id)?.get(at) ?? 0), 0);
        const counts = { errors: sum(asked.errors), requests: sum(asked.requests) };
        if (counts.requests > 0)
            minutes.push({ at, value: counts.errors / counts.requests, counts });
    }
    return minutes;
}
function requestsOf(asked, series, { from, to }, minutes) {
    if (asked.kind === "rate")
        return countsOf(minutes).requests;
    if (asked.requests === undefined)
        return undefined;
    const counted = [...(series.get(asked.requests) ?? [])].filter(([at]) => at >= from && at < to);
    return counted.reduce((total, [, value]) => total + value, 0);
}
/** All errors among all requests. */
function countsOf(minutes) {
    let [errors, requests] = [0, 0];
    for (const { counts } of minutes) {
        errors += counts?.errors ?? 0;
        requests += counts?.requests ?? 0;
    }
    return { errors, requests };
}
/** The blocks; undefined when a value is negative, because such a metric has no ratios. `hasPast`: there is a baseline. */
function blocksOf(sample, windows, hasPast) {
    const sides = [sample.before, sample.after];
    const values = sides.flatMap(({ now, past }) => [...now, ...past].map(({ value }) => value));
    if (values.some((value) => value < 0))
        return undefined;
    const offset = offsetFor(values);
    const numbers = (side, blockOf) => {
        const past = new Map(side.past.map((minute) => [minute.at, minute]));
        const raw = inBlocks(side.now, blockOf).map((block) => level(block, offset));
        if (!hasPast)
            return { raw, adjusted: raw };
        const paired = inBlocks(side.now.filter(({ at }) => past.has(at)), blockOf);
        const adjusted = paired.map((block) => {
            const then = block.flatMap(({ at }) => past.get(at) ?? []);
            return difference(block, then, offset);
        });
        return { raw, adjusted };
    };
    // Blocks begin at the deployment on both sides, so that what is left over lies far from it.
    const size = BLOCK * MINUTE_MS;
    const before = numbers(sample.before, (at) => -Math.ceil((windows.before.to - at) / size));
    const after = numbers(sample.after, (at) => Math.floor((at - windows.after.from) / size));
    return { raw: [before.raw, after.raw], adjusted: [before.adjusted, after.adjusted] };
}
/** Values of 0 have no logarithm: half of the smallest value above 0 is added to all of them then. */
function offsetFor(values) {
    if (!values.includes(0))
        return 0;
    const least = Math.min(...values.filter((value) => value > 0));
    return Number.isFinite(least) ? least / 2 : 1;
}
function inBlocks(minutes, blockOf) {
    const blocks = new Map();
    for (const minute of minutes) {
        const block = blockOf(minute.at);
        blocks.set(block, [...(blocks.get(block) ?? []), minute]);
    }
    return [...blocks]
        .toSorted(([a], [b]) => a - b)
        .map(([, block]) => block)
        .filter((block) => block.length >= FEWEST_IN_BLOCK);
}
/** The logarithm of a block: the median of its minutes; of a rate the sums, with half an error more so that there is one. */
function level(block, offset) {
    if (block.some(({ counts }) => counts !== undefined)) {
        // The correction is J. B. S. Haldane's, Ann. Hum. Genet. 20 (1956) 309-311, https://doi.org/10.1111/j.1469-1809.1955.tb01285.x
        const { errors, requests } = countsOf(block);
        return Math.log((errors + 0.5) / (requests + 1));
    }
    return median(block.map(({ value }) => Math.log(value + offset))) ?? 0;
}
/** The logarithm of this time's block by the earlier time's. */
function difference(block, then, offset) {
    if (block.some(({ counts }) => counts !== undefined))
        return level(block, offset) - level(then, offset);
    const logs = block.map(({ value }, at) => Math.log(value + offset) - Math.log((then[at]?.value ?? value) + offset));
    return median(logs) ?? 0;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/charts/columns.js
/** Makes the few columns of a chart out of the minutes of a metric. Pure; it draws nothing. */


/** As many labels as fit beside each other under a chart of 700 pixels; each column has one. */
const MOST_COLUMNS = 26;
/** Lengths of a column that read well, minutes. */
const widths = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120];
/** The columns, from the earliest to the latest. A column without a value of either time is there, too. */
function columnsOf({ before, after }, windows) {
    const minutes = [windows.before, windows.after].map(({ from, to }) => (to - from) / MINUTE_MS);
    const fits = (width) => minutes.reduce((total, length) => total + Math.ceil(length / width), 0) <= MOST_COLUMNS;
    const width = widths.find(fits) ?? Math.ceil(Math.max(...minutes) / (MOST_COLUMNS / 2));
    return [...columnsIn(windows.before, -1, width, before), ...columnsIn(windows.after, 1, width, after)];
}
/** Columns begin at the deployment, in both directions; what is left over is narrower and lies at the far end. */
function columnsIn({ from, to }, direction, width, { now, past }) {
    const count = Math.ceil((to - from) / MINUTE_MS / width);
    const columns = Array.from({ length: count }, (_, at) => {
        const size = width * MINUTE_MS;
        const span = direction < 0
            ? { from: to - (at + 1) * size, to: to - at * size }
            : { from: from + at * size, to: from + (at + 1) * size };
        const [value, earlier] = [valueIn(now, span), valueIn(past, span)];
        return {
            minute: direction < 0 ? -(at + 1) * width : at * width,
            isAfter: direction > 0,
            ...(value === undefined ? {} : { now: value }),
            ...(earlier === undefined ? {} : { past: earlier }),
        };
    });
    return direction < 0 ? columns.toReversed() : columns;
}
/** The mean of the minutes; of a rate all errors by all requests. */
function valueIn(minutes, { from, to }) {
    const own = minutes.filter(({ at }) => at >= from && at < to);
    if (own.length === 0)
        return undefined;
    const { errors, requests } = countsOf(own);
    if (requests > 0)
        return errors / requests;
    return own.reduce((total, { value }) => total + value, 0) / own.length;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/charts/numbers.js
/** How numbers are written for people and for Mermaid, which knows no exponents. Pure. */
/** About four digits, never an exponent: `0.0132`, `1280`, `-3.5`. */
function plainNumber(value) {
    if (!Number.isFinite(value) || value === 0)
        return "0";
    const digits = Math.min(15, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
    const fixed = value.toFixed(digits);
    // Very large numbers are written with an exponent by toFixed.
    const text = fixed.includes("e") ? BigInt(Math.round(value)).toString() : fixed;
    const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
    return short === "-0" ? "0" : short;
}
/** A value in its metric's unit: `1.32 %` for a fraction whose unit is `%`, `0.21 s`. */
function valueText(value, unit) {
    return unit === "%" ? `${plainNumber(value * 100)} %` : `${plainNumber(value)}${unit}`;
}
/** A change: `+53 %`, `−4.2 %`, and `×21` from eleven times as much on. */
function effectText(effect) {
    if (effect >= 10)
        return `×${plainNumber(Number((effect + 1).toPrecision(3)))}`;
    const percent = Math.abs(effect * 100);
    const text = percent >= 10 ? percent.toFixed(0) : percent.toFixed(1);
    return `${Number(text) === 0 ? "±" : effect < 0 ? "−" : "+"}${text} %`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/charts/sparkline.js
const heights = "▁▂▃▄▅▆▇█";
/** `▁▂▁▁▂│▅▇▆`: this time's values; a gap is a space. "" without any value. */
function sparkline(columns) {
    const values = columns.flatMap(({ now }) => now ?? []);
    if (values.length === 0)
        return "";
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const draw = ({ now }) => {
        if (now === undefined)
            return " ";
        const step = most === least ? 0 : Math.round(((now - least) / (most - least)) * (heights.length - 1));
        return heights.charAt(step);
    };
    const side = (isAfter) => columns
        .filter((column) => column.isAfter === isAfter)
        .map(draw)
        .join("");
    return `${side(false)}│${side(true)}`;
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

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/charts/xychart.js
/**
 * A metric around its deployment as a Mermaid xychart, which GitHub draws in summaries. Pure. Names from outside keep only
 * what cannot mean anything to Mermaid. https://mermaid.js.org/syntax/xyChart.html
 *
 * The grammar knows no missing values and no exponents, so gaps are bridged and numbers are plain. A line that is shorter
 * than the axis ends early: the values before the deployment are drawn once more over the line of all of them, in a colour
 * of their own.
 */


/** The earlier time, all of this time, and this time before the deployment; grey, orange and blue on light and on dark. */
const colours = { past: "#8c959f", after: "#d1571b", before: "#2f81f7" };
/** A chart that is larger than this is not drawn; only numbers of a hundred digits make one. */
const MOST_BYTES = 4000;
/** What the colours mean, to be put beside the chart. */
const legend = "Blue: before the deployment. Orange: after it. Grey: the same time of the baseline.";
/** The chart in its fence; "" when there is nothing on one of the sides. `scale` multiplies the values. */
function renderXyChart(title, yTitle, columns, scale = 1) {
    const before = columns.filter(({ isAfter }) => !isAfter).length;
    const now = bridge(columns.map(({ now }) => now));
    const past = bridge(columns.map(({ past }) => past));
    const isDrawn = [true, false].every((side) => columns.some((column) => column.isAfter === side && column.now !== undefined));
    if (!isDrawn || now === undefined)
        return "";
    const line = (values) => `    line [${values.map((value) => plainNumber(value * scale)).join(", ")}]`;
    const [low, high] = rangeOf([...now, ...(past ?? [])].map((value) => value * scale));
    const labels = columns.map(({ minute, isAfter }) => `"${isAfter ? "+" : ""}${minute}"`);
    const palette = [...(past === undefined ? [] : [colours.past]), colours.after, colours.before];
    const chart = [
        "```mermaid",
        "---",
        "config:",
        "  xyChart:",
        "    height: 300",
        "  themeVariables:",
        "    xyChart:",
        `      plotColorPalette: "${palette.join(", ")}"`,
        "---",
        "xychart-beta",
        `    title "${plainText(title)}"`,
        `    x-axis "minutes from the deployment" [${labels.join(", ")}]`,
        `    y-axis "${plainText(yTitle)}" ${plainNumber(low)} --> ${plainNumber(high)}`,
        ...(past === undefined ? [] : [line(past)]),
        line(now),
        line(now.slice(0, before)),
        "```",
    ].join("\n");
    return measureBytes(chart) > MOST_BYTES ? "" : chart;
}
/** The values with gaps bridged by straight lines, and the ends continued; undefined when there is none at all. */
function bridge(values) {
    const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]));
    const [first] = known;
    const last = known.at(-1);
    if (first === undefined || last === undefined)
        return undefined;
    return values.map((value, at) => {
        if (value !== undefined)
            return value;
        const left = known.findLast((each) => each.at < at) ?? first;
        const right = known.find((each) => each.at > at) ?? last;
        if (left.at >= right.at)
            return left.value;
        return left.value + ((right.value - left.value) * (at - left.at)) / (right.at - left.at);
    });
}
/** From a little below the least to a little above the greatest; from 0 when that is near. */
function rangeOf(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const margin = (most - least) * 0.1 || Math.abs(most) * 0.1 || 1;
    const low = least >= 0 && least <= most / 2 ? 0 : least - margin;
    return [least >= 0 ? Math.max(0, low) : low, most + margin];
}
/** Letters, digits and a few signs; quotes, brackets and line ends mean something to Mermaid, `%%` begins a comment. */
function plainText(text) {
    const kept = text
        .replaceAll(/[^\p{L}\p{N} ._/()%-]+/gu, " ")
        .replaceAll(/%+/g, "%")
        .replaceAll(/\s+/g, " ")
        .trim();
    const cut = Array.from(kept).slice(0, 60).join("");
    return cut === "" ? "metric" : cut;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/charts/render.js
/**
 * The comparison as markdown, as log lines, and as data for the output `details`. Pure; texts from outside are escaped in
 * markdown, and left as they are in log lines.
 */





/** Charts that are shown, those that matter first. */
const MOST_CHARTS = 4;
const MOST_ROWS = 60;
const words = {
    worse: "📉 worse",
    better: "📈 better",
    changed: "↔️ changed",
    "no-change": "no change",
    inconclusive: "❔ inconclusive",
};
const order = ["worse", "inconclusive", "better", "changed", "no-change"];
function sorted(findings) {
    return findings.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
}
/** The table of all metrics, with the charts folded behind it; open when something got worse. */
function renderComparison({ findings, windows }, baseline, notes) {
    const shown = sorted(findings);
    const rows = shown.slice(0, MOST_ROWS).map((finding) => {
        const line = sparkline(columnsOf(finding.sample, windows));
        const earlier = [finding.past.before, finding.past.after].some((value) => value !== undefined)
            ? `${render_level(finding, finding.past, "before")} → ${render_level(finding, finding.past, "after")}`
            : "–";
        return [
            `${(0,markdown/* code */.aY)(finding.metric.name)}${finding.metric.mode === "gate" ? " (gate)" : ""}`,
            `${render_level(finding, finding.now, "before")}${rateText(finding, "before")}`,
            `${render_level(finding, finding.now, "after")}${rateText(finding, "after")}`,
            ...(baseline === "none" ? [] : [earlier]),
            effectCell(finding),
            line === "" ? "" : (0,markdown/* code */.aY)(line),
            `${words[finding.change]}${finding.why === "" ? "" : `: ${(0,markdown/* escapeMarkdown */.FV)(finding.why)}`}`,
        ];
    });
    const head = [
        "metric",
        "before",
        "after",
        ...(baseline === "none" ? [] : [`the ${baseline} before`]),
        "effect",
        "",
        "verdict",
    ];
    const rest = shown.length > MOST_ROWS ? `\n\n${shown.length - MOST_ROWS} more are left out here.` : "";
    const charts = shown
        .map((finding) => chartOf(finding, windows))
        .filter((chart) => chart !== "")
        .slice(0, MOST_CHARTS);
    const isWorse = findings.some(({ change }) => change === "worse");
    const folded = charts.length === 0 ? "" : `\n\n${(0,markdown/* details */.zH)("Charts", [legend, ...charts].join("\n\n"), isWorse)}`;
    const said = notes.slice(0, 10).map((note) => `\n- ${(0,markdown/* escapeMarkdown */.FV)(note)}`);
    const noted = said.length === 0 ? "" : `\n${said.join("")}`;
    return `**What the metrics did**\n\n${(0,markdown/* table */.tp)(head, rows)}${rest}${noted}${folded}`;
}
/** The place of the comparison when there is none. */
function renderUnread(cause) {
    return `**What the metrics did:** ${(0,markdown/* escapeMarkdown */.FV)(cause)}`;
}
function chartOf({ metric, sample }, windows) {
    const isFraction = metric.unit === "%";
    const unit = metric.unit.trim();
    return renderXyChart(metric.name, unit === "" ? "value" : unit, columnsOf(sample, windows), isFraction ? 100 : 1);
}
function render_level({ metric }, levels, side) {
    const value = levels[side];
    return value === undefined ? "–" : (0,markdown/* escapeMarkdown */.FV)(valueText(value, metric.unit));
}
function rateText({ rates }, side) {
    const rate = rates?.[side];
    return rate === undefined
        ? ""
        : ` (${rate.map((end) => plainNumber(Number((end * 100).toPrecision(2)))).join(" to ")})`;
}
function effectCell(finding) {
    const { effect, interval } = finding;
    if (effect === undefined || interval === undefined)
        return "–";
    return `**${effectText(effect)}** (${interval.map(effectText).join(" to ")})`;
}
/** One line per metric, the worst first: `web 5xx rate: worse, +120 % (+60 % to +210 %), 0.1 % before, 0.22 % after`. */
function comparisonLines({ findings }) {
    return sorted(findings)
        .slice(0, MOST_ROWS)
        .map((finding) => `${finding.metric.name}: ${sayFinding(finding)}`);
}
/** What happened to a metric, in plain text on one line. */
function sayFinding({ metric, change, why, effect, interval, now }) {
    const said = change === "no-change" ? "no change" : change;
    const how = effect === undefined || interval === undefined
        ? ""
        : `, ${effectText(effect)} (${interval.map(effectText).join(" to ")})`;
    const value = (side) => {
        const found = now[side];
        return found === undefined ? "" : `, ${valueText(found, metric.unit)} ${side}`;
    };
    return `${said}${how}${value("before")}${value("after")}${why === "" ? "" : `; ${why}`}`;
}
/** For the output `details`: plain numbers, effects in percent. */
function comparisonDetails({ outcome, findings, windows }) {
    const percent = (fraction) => Math.round(fraction * 1000) / 10;
    return {
        outcome,
        before: [windows.before.from, windows.before.to].map((time) => new Date(time).toISOString()),
        after: [windows.after.from, windows.after.to].map((time) => new Date(time).toISOString()),
        metrics: findings.map(({ metric, change, why, now, past, effect, interval, confidence, sample }) => ({
            name: metric.name,
            mode: metric.mode,
            verdict: change,
            ...(why === "" ? {} : { why }),
            before: now.before ?? null,
            after: now.after ?? null,
            "baseline-before": past.before ?? null,
            "baseline-after": past.after ?? null,
            "effect-percent": effect === undefined ? null : percent(effect),
            "interval-percent": interval === undefined ? null : interval.map(percent),
            ...(confidence === undefined ? {} : { confidence: Math.round(confidence * 10_000) / 10_000 }),
            points: [sample.before.points, sample.after.points],
        })),
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/statistics/holm.js
/** Several tests at once, so that all of them together err no more often than one. Pure. */
/**
 * S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Stat. 6 (1979) 65-70,
 * https://www.jstor.org/stable/4615733: the smallest p against α/m, the next against α/(m−1), until one is not small enough.
 * Those behind it are asked at its level. In the order of the p values given.
 */
function holm(values, alpha) {
    const order = values.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
    const tested = new Map();
    let stop;
    for (const [rank, { p, at }] of order.entries()) {
        const level = stop ?? alpha / (values.length - rank);
        const isRejected = stop === undefined && p <= level;
        if (!isRejected)
            stop = level;
        tested.set(at, { isRejected, alpha: level });
    }
    return values.map((_, at) => tested.get(at) ?? { isRejected: false, alpha });
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/statistics/proportions.js
/** Intervals of error rates, from counts. Pure. A count may be fractional (CloudWatch's sums are); none is below 0. */
/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;
/**
 * The 95 % interval of an error rate: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * J. Am. Stat. Assoc. 22 (1927) 209-212, https://doi.org/10.1080/01621459.1927.10502953. It is [0, 1] without requests. More
 * errors than requests count as as many.
 */
function wilsonInterval({ errors, requests }) {
    if (requests <= 0)
        return [0, 1];
    const rate = Math.min(1, errors / requests);
    const squared = (Z * Z) / requests;
    const middle = rate + squared / 2;
    const reach = Z * Math.sqrt((rate * (1 - rate)) / requests + squared / (4 * requests));
    return [Math.max(0, (middle - reach) / (1 + squared)), Math.min(1, (middle + reach) / (1 + squared))];
}
/**
 * The 95 % interval of the difference after − before, from the two Wilson intervals: R. G. Newcombe, "Interval estimation
 * for the difference between independent proportions", Stat. Med. 17 (1998) 873-890, method 10,
 * https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 */
function differenceInterval(before, after) {
    const [beforeLow, beforeHigh] = wilsonInterval(before);
    const [afterLow, afterHigh] = wilsonInterval(after);
    const earlier = before.requests > 0 ? Math.min(1, before.errors / before.requests) : 0.5;
    const later = after.requests > 0 ? Math.min(1, after.errors / after.requests) : 0.5;
    return [
        later - earlier - Math.hypot(later - afterLow, beforeHigh - earlier),
        later - earlier + Math.hypot(afterHigh - later, earlier - beforeLow),
    ];
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/statistics/student.js
/**
 * Student's t distribution: tail probabilities and quantiles, from the incomplete beta function. Pure arithmetic on plain
 * numbers; it must not know what is measured.
 */
/** Terms of the continued fraction; it converges in a few dozen for every argument used here. */
const MOST_TERMS = 400;
const PRECISION = 1e-13;
const TINY = 1e-300;
/** Lanczos' approximation of ln Γ(x) for x > 0 (g = 7, nine coefficients): https://dlmf.nist.gov/5.11 */
function logGamma(x) {
    const coefficients = [
        676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
        -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
    ];
    let sum = 0.9999999999998099;
    for (const [at, coefficient] of coefficients.entries())
        sum += coefficient / (x + at);
    const t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
/** The continued fraction of the incomplete beta function, by Lentz's method: https://dlmf.nist.gov/8.17.E22 */
function betaFraction(x, a, b) {
    const guard = (value) => (value < TINY && value > -TINY ? TINY : value);
    let c = 1;
    let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
    let fraction = d;
    for (let m = 1; m <= MOST_TERMS; m += 1) {
        const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
        d = 1 / guard(1 + even * d);
        c = guard(1 + even / c);
        fraction *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
        d = 1 / guard(1 + odd * d);
        c = guard(1 + odd / c);
        fraction *= d * c;
        const change = d * c - 1;
        if (change < PRECISION && change > -PRECISION)
            break;
    }
    return fraction;
}
/** The regularised incomplete beta function I_x(a, b) of x in [0, 1], for one a and b: https://dlmf.nist.gov/8.17 */
function incompleteBeta(a, b) {
    const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
    return (x) => {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        const front = Math.exp(scale + a * Math.log(x) + b * Math.log(1 - x));
        return x < (a + 1) / (a + b + 2)
            ? (front * betaFraction(x, a, b)) / a
            : 1 - (front * betaFraction(1 - x, b, a)) / b;
    };
}
/** The probability that |T| is at least |t|, as a function of t: I_{ν/(ν+t²)}(ν/2, 1/2), Abramowitz and Stegun 26.7.1. */
function tailOf(freedom) {
    const beta = incompleteBeta(freedom / 2, 0.5);
    return (t) => beta(freedom / (freedom + t * t));
}
/**
 * The probability that |T| is at least |t| with `freedom` degrees of freedom (more than 0, not necessarily whole). An infinite
 * t has 0.
 */
function twoSidedP(t, freedom) {
    return Number.isFinite(t) ? tailOf(freedom)(t) : 0;
}
/** The t that |T| exceeds with probability `p` in (0, 1]: the inverse of {@link twoSidedP}, by bisection. */
function twoSidedQuantile(p, freedom) {
    const tail = tailOf(freedom);
    let low = 0;
    let high = 1;
    while (tail(high) > p && high < 1e12) {
        low = high;
        high *= 2;
    }
    while (high - low > 1e-7 * high) {
        const middle = (low + high) / 2;
        if (tail(middle) > p)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/statistics/shift.js
/**
 * How far a series was shifted at one instant, and how sure that is, when neighbouring values resemble each other. Pure; it
 * must not know what is measured, nor decide what is much.
 *
 * The location is Hodges and Lehmann's. Its standard error is that of a difference of two means under an autoregression of
 * order 1, with the coefficient estimated from the same values. Ranks alone (Mann and Whitney's interval) are of no use
 * here: with five values after the instant, and correlated ones, they cannot reach the confidence that several metrics need
 * however large the shift is.
 */


/** Fewer values on either side say nothing about their spread. */
const FEWEST = 3;
/**
 * The least autocorrelation of neighbouring values that is reckoned with, and the most. Metrics of services are never
 * independent from minute to minute, and estimates from two dozen values are as often too low as too high.
 */
const LEAST_CORRELATION = 0.2;
const MOST_CORRELATION = 0.9;
/** The shift from `before` to `after`, each in the order of time; undefined with fewer than three values on a side. */
function measureShift(before, after) {
    const estimate = shiftBetween(before, after);
    if (estimate === undefined || before.length < FEWEST || after.length < FEWEST)
        return undefined;
    const residuals = [before, after].map(withoutMean);
    const squares = sum(residuals.flat().map((value) => value * value));
    const count = before.length + after.length;
    const correlation = correlationOf(residuals, squares);
    const inflations = [inflation(correlation, before.length), inflation(correlation, after.length)];
    // Under autocorrelation the mean follows the values, and their squares around it are too small by its own variance.
    const variance = squares / Math.max(1, count - inflations[0] - inflations[1]);
    const standardError = Math.sqrt(variance * (inflations[0] / before.length + inflations[1] / after.length));
    const freedom = count - 2;
    const p = standardError > 0 ? twoSidedP(estimate / standardError, freedom) : estimate === 0 ? 1 : 0;
    return { estimate, standardError, freedom, p };
}
/** The interval that holds the shift with probability 1 − `alpha`. */
function intervalOf(shift, alpha) {
    const reach = shift.standardError === 0 ? 0 : shift.standardError * twoSidedQuantile(alpha, shift.freedom);
    return [shift.estimate - reach, shift.estimate + reach];
}
/**
 * The correlation of neighbours, corrected for the bias of short series: M. G. Kendall, "Note on bias in the estimation of
 * autocorrelation", Biometrika 41 (1954) 403-404, https://doi.org/10.1093/biomet/41.3-4.403
 */
function correlationOf(residuals, squares) {
    if (squares === 0)
        return LEAST_CORRELATION;
    const count = residuals.flat().length;
    const products = sum(residuals.flatMap((side) => side.slice(1).map((value, at) => value * (side[at] ?? 0))));
    const raw = (products / squares) * (count / (count - residuals.length));
    return Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, raw + (1 + 4 * raw) / count));
}
/**
 * By how much the variance of a mean of `count` values is larger than that of independent ones:
 * 1 + 2 Σ (1 − k/n) φᵏ. G. V. Bayley and J. M. Hammersley, "The effective number of independent observations in an
 * autocorrelated time series", J. R. Stat. Soc. Suppl. 8 (1946) 184-197, https://doi.org/10.2307/2983560
 */
function inflation(correlation, count) {
    let total = 1;
    for (let lag = 1; lag < count; lag += 1)
        total += 2 * (1 - lag / count) * correlation ** lag;
    return total;
}
function withoutMean(values) {
    const mean = sum(values) / values.length;
    return values.map((value) => value - mean);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/compare.js
/**
 * What a deployment did to each metric, and what that comes to. Pure.
 *
 * A change is told when it is large enough, sure enough and visible. Large: at least the metric's min-effect. Sure: its
 * interval lies beyond zero, at a level that holds for all metrics together. Visible: the values of this time moved the same
 * way, so that an accident of last week is not taken for one of today. The change is the one against the same time a week
 * (or a day) before: compared with the hour before, every morning is a regression.
 */





/** Minutes that both sides have to have at least. */
const FEWEST_POINTS = 10;
/** How often all metrics together may tell a change that is none. */
const ALPHA = 0.05;
/** Compares. The readings answer `plan`, which was made of the settings' metrics. */
function compareMetrics(settings, plan, readings, windows) {
    const measured = settings.metrics.flatMap((metric, at) => {
        const asked = plan.asked[at];
        return asked === undefined
            ? []
            : [compare_measure(metric, sampleOf(asked, readings, windows), settings, readings, windows)];
    });
    const levels = testAll(measured);
    const findings = measured.map((each) => judge(each, levels.get(each), settings.baseline));
    const gates = findings.filter(({ metric }) => metric.mode === "gate");
    return {
        outcome: outcomeOf(findings),
        ...(gates.length === 0 ? {} : { gate: outcomeOf(gates) }),
        findings,
        windows,
    };
}
/** All that can be better or worse are tested together; the others are not counted among them. */
function testAll(measured) {
    const tests = new Map();
    const family = measured.filter(({ shift, metric }) => shift !== undefined && metric.direction !== "neither");
    const tested = holm(family.map(({ shift }) => shift?.p ?? 1), ALPHA);
    for (const [at, each] of family.entries())
        tests.set(each, tested[at] ?? { isRejected: false, alpha: ALPHA });
    for (const each of measured) {
        if (each.shift !== undefined && !tests.has(each)) {
            tests.set(each, { isRejected: each.shift.p <= ALPHA, alpha: ALPHA });
        }
    }
    return tests;
}
function compare_measure(metric, sample, { baseline }, readings, windows) {
    const nothing = (why) => ({ metric, sample, why, isVisible: false });
    const why = lackOf(metric, sample, baseline);
    if (why !== "")
        return nothing(why);
    const blocks = blocksOf(sample, windows, readings.past !== undefined);
    if (blocks === undefined)
        return nothing("it has negative values, which have no ratio");
    const shift = measureShift(...blocks.adjusted);
    const raw = shiftBetween(...blocks.raw);
    if (shift === undefined || raw === undefined)
        return nothing("its minutes lie too far apart");
    const isSameWay = Math.sign(raw) === Math.sign(shift.estimate);
    const isMoved = isSameWay && Math.abs(raw) >= Math.log1p(metric.minEffect) / 2;
    return { metric, sample, shift, why: "", isVisible: isMoved && isBeyondChance(metric, sample) };
}
/** Why there is too little to go by; "" when there is enough. */
function lackOf(metric, { before, after }, baseline) {
    const sides = [
        ["before", before],
        ["after", after],
    ];
    for (const [name, side] of sides) {
        if (side.now.length < FEWEST_POINTS)
            return `${side.now.length} minutes with values ${name}, ${FEWEST_POINTS} are needed`;
    }
    for (const [name, { requests }] of sides) {
        if (requests !== undefined && requests < metric.minRequests) {
            return `${Math.round(requests)} requests ${name}, ${metric.minRequests} are needed`;
        }
    }
    for (const [name, side] of sides) {
        if (side.points < FEWEST_POINTS) {
            return `the ${baseline} before has values for ${side.points} of the minutes ${name}, ${FEWEST_POINTS} are needed`;
        }
    }
    return "";
}
/** Whether the counts themselves tell the two rates apart; always true for what is no rate. */
function isBeyondChance(metric, { before, after }) {
    if (metric.source.kind !== "rate")
        return true;
    const [low, high] = differenceInterval(countsOf(before.now), countsOf(after.now));
    return low > 0 || high < 0;
}
function judge({ metric, sample, shift, why, isVisible }, tested, baseline) {
    const isRate = metric.source.kind === "rate";
    const levels = (name) => {
        const [before, after] = [levelOf(sample.before[name], isRate), levelOf(sample.after[name], isRate)];
        return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    };
    const base = {
        metric,
        sample,
        now: levels("now"),
        past: levels("past"),
        ...(isRate
            ? {
                rates: {
                    before: wilsonInterval(countsOf(sample.before.now)),
                    after: wilsonInterval(countsOf(sample.after.now)),
                },
            }
            : {}),
    };
    if (shift === undefined || tested === undefined)
        return { ...base, change: "inconclusive", why };
    const isLarge = Math.abs(shift.estimate) >= Math.log1p(metric.minEffect);
    const isSure = isLarge && tested.isRejected;
    const [low, high] = intervalOf(shift, tested.alpha);
    return {
        ...base,
        change: isSure && isVisible ? wayOf(metric, shift.estimate) : "no-change",
        why: isSure && !isVisible ? hiddenWhy(isRate, baseline) : "",
        effect: Math.expm1(shift.estimate),
        interval: [Math.expm1(low), Math.expm1(high)],
        confidence: 1 - tested.alpha,
    };
}
function hiddenWhy(isRate, baseline) {
    const moved = baseline === "none" ? "" : `the ${baseline} before moved, this time did not`;
    return isRate ? ["too few errors to tell", moved].filter((each) => each !== "").join(", or ") : moved;
}
function wayOf({ direction }, estimate) {
    if (direction === "neither")
        return "changed";
    return estimate > 0 === (direction === "higher-is-better") ? "better" : "worse";
}
function levelOf(minutes, isRate) {
    if (!isRate)
        return median(minutes.map(({ value }) => value));
    const { errors, requests } = countsOf(minutes);
    return requests > 0 ? errors / requests : undefined;
}
function outcomeOf(findings) {
    const has = (change) => findings.some((finding) => finding.change === change);
    if (has("worse"))
        return "regression";
    if (has("inconclusive"))
        return "inconclusive";
    return has("better") ? "improved" : "no-change";
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/feedback/metrics/queries.js
var queries = __webpack_require__(329);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/doors.js
var doors = __webpack_require__(3016);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/read.js



/** A page holds 100,800 points; a day of 500 queries has 720,000. */
const MOST_PAGES = 20;
/**
 * Reads the windows, and the same `shiftMs` earlier: one call each and more pages when there are any. GetMetricData knows
 * one span of time per call, and the two are a week apart.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 * @returns the readings; the fault that asking again may mend; or the words with which CloudWatch refused the queries.
 *   Rejects with what is none of them.
 */
async function readMetrics(ask, queries, { before, after }, shiftMs) {
    const span = { from: before.from, to: after.to };
    const notes = new Set();
    try {
        const now = await readSpan(ask, queries, span, 0, notes);
        if (shiftMs === undefined)
            return { readings: { now, notes: [...notes] } };
        const past = await readSpan(ask, queries, earlier(span, shiftMs), shiftMs, notes);
        return { readings: { now, past, notes: [...notes] } };
    }
    catch (error) {
        const fault = (0,doors/* faultOf */.Kl)(error);
        if (fault !== undefined)
            return { fault };
        if ((0,doors/* refusalOf */.Of)(error) === "")
            throw error;
        return { refusal: (0,failure/* toFailure */.w2)(error).what };
    }
}
async function readSpan(ask, queries, { from, to }, shiftMs, notes) {
    const found = new Map();
    const labels = new Map();
    let token = "";
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await ask("cloudwatch", "GetMetricData", {
            MetricDataQueries: queries,
            StartTime: new Date(from),
            EndTime: new Date(to),
            ScanBy: "TimestampAscending",
            ...(token === "" ? {} : { NextToken: token }),
        });
        for (const result of (0,plain/* readList */.LD)(answer, "MetricDataResults")) {
            const id = (0,plain/* readText */.yR)(result, "Id");
            const label = (0,plain/* readText */.yR)(result, "Label");
            // A search gives many series under one id, and they would overwrite each other.
            if ((labels.get(id) ?? label) !== label) {
                notes.add(`an expression gives several series (${labels.get(id) ?? ""}, ${label}): only the first is compared`);
                continue;
            }
            labels.set(id, label);
            const series = found.get(id) ?? new Map();
            found.set(id, series);
            collect(result, series, shiftMs);
        }
        token = (0,plain/* readText */.yR)(answer, "NextToken");
        for (const note of notesOf(answer, token === ""))
            notes.add(note);
        if (token === "")
            return found;
    }
    notes.add(`CloudWatch has more than ${MOST_PAGES} pages of values; the rest was not read`);
    return found;
}
function collect(result, series, shiftMs) {
    const values = (0,plain/* readList */.LD)(result, "Values");
    for (const [at, stamp] of (0,plain/* readList */.LD)(result, "Timestamps").entries()) {
        const time = (0,plain/* readTime */.aQ)({ stamp }, "stamp");
        const value = values[at];
        if (time === undefined || typeof value !== "number" || !Number.isFinite(value))
            continue;
        series.set(Math.floor((time + shiftMs) / MINUTE_MS) * MINUTE_MS, value);
    }
}
/** What CloudWatch says about its own answer. `PartialData` before the last page only means that there is another. */
function notesOf(answer, isLast) {
    const statuses = (0,plain/* readList */.LD)(answer, "MetricDataResults").flatMap((result) => {
        const status = (0,plain/* readText */.yR)(result, "StatusCode");
        if (status === "" || status === "Complete" || (status === "PartialData" && !isLast))
            return [];
        const words = (0,plain/* readList */.LD)(result, "Messages").map((message) => (0,plain/* readText */.yR)(message, "Value"));
        return [`CloudWatch gave ${status} for ${(0,plain/* readText */.yR)(result, "Label")} ${words.join("; ")}`.trim().slice(0, 300)];
    });
    const general = (0,plain/* readList */.LD)(answer, "Messages").map((message) => `CloudWatch: ${(0,plain/* readText */.yR)(message, "Code")} ${(0,plain/* readText */.yR)(message, "Value")}`.slice(0, 300));
    return [...statuses, ...general];
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/feedback/metrics/settings.js
var metrics_settings = __webpack_require__(3956);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/watch.js
/**
 * The order of effects around the comparison: waits for the window after the deployment, reads, compares, tells. What is
 * compared, and how, is in the files beside it.
 */







const HEARTBEAT_MS = 60_000;
/** Waits between tries, ms: five minutes without an answer are survived. */
const again = [5000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000, 60_000];
/** A no is asked once more: permissions arrive late. */
const CONFIRM_MS = 10_000;
/** Waits and compares. Rejects with the signal's reason when the step is cancelled. `deployed` is by the runner's clock. */
async function watchMetrics(settings, deployed, hands) {
    const place = await hands.doors.aws();
    const skew = place.serverNow() - hands.host.clock.now();
    // What ran in the job before waiting began may have been the deployment.
    const beganAt = Math.min(deployed.beganAt, hands.doors.startedAt) + skew;
    const own = { beganAt, endedAt: Math.max(beganAt, deployed.endedAt + skew) };
    await waitFor(waitForMetricsMs(settings, own.endedAt, place.serverNow()), hands.host);
    const windows = windowsOf(settings, own, place.serverNow());
    const plan = (0,queries/* planQueries */.k)(settings.metrics);
    const read = await readPatiently(place, plan.queries, windows, (0,metrics_settings/* shiftOf */.G)(settings.baseline), hands.host);
    if ("unread" in read)
        return tellUnread(settings, read.unread);
    const comparison = compareMetrics(settings, plan, read.readings, windows);
    const verdict = verdictOf(comparison);
    const { notes } = read.readings;
    return {
        ...(verdict === undefined ? {} : { verdict }),
        lines: [...comparisonLines(comparison), ...notes],
        markdown: renderComparison(comparison, settings.baseline, notes),
        details: { metrics: comparisonDetails(comparison) },
    };
}
async function waitFor(ms, { clock, log, cancelled }) {
    for (let rest = ms; rest > 0; rest -= HEARTBEAT_MS) {
        log.info(`The metrics are compared in ${(0,durations/* formatDuration */.a3)(rest)}`);
        await clock.sleep(Math.min(rest, HEARTBEAT_MS), cancelled);
    }
}
async function readPatiently({ ask }, queries, windows, shiftMs, { clock, cancelled }) {
    let refusals = 0;
    for (let tries = 0;; tries += 1) {
        const read = await readMetrics(ask, queries, windows, shiftMs);
        if ("readings" in read)
            return read;
        if ("refusal" in read)
            return { unread: read.refusal };
        const { fault } = read;
        const isRefusal = fault.kind === "denied" || fault.kind === "expired";
        refusals = isRefusal ? refusals + 1 : 0;
        const wait = isRefusal ? CONFIRM_MS : again[tries];
        if (wait === undefined || refusals >= 2)
            return { unread: sayFault(fault) };
        await clock.sleep(wait, cancelled);
    }
}
function sayFault({ kind, operation, detail }) {
    return kind === "denied" ? `${operation} is not allowed (${detail})` : `${operation}: ${detail}`;
}
/** Metrics that gate and cannot be read are no green step; those that are only reported are a line. */
function tellUnread({ metrics }, unread) {
    const cause = `the metrics could not be compared: ${unread}`;
    const verdict = {
        result: "inconclusive",
        cause,
        remedy: "Allow cloudwatch:GetMetricData, or look yourself.",
    };
    const isGate = metrics.some(({ mode }) => mode === "gate");
    return {
        ...(isGate ? { verdict } : {}),
        lines: [cause],
        markdown: renderUnread(cause),
        details: { metrics: { outcome: "inconclusive", why: cause } },
    };
}
/** What the metrics that gate come to; undefined when none does, or when it is a success. */
function verdictOf({ gate, findings }) {
    const gates = findings.filter(({ metric }) => metric.mode === "gate");
    const say = (change) => gates
        .filter((finding) => finding.change === change)
        .slice(0, 3)
        .map((finding) => `${finding.metric.name} ${sayFinding(finding)}`)
        .join("; ");
    if (gate === "regression")
        return { result: "regression", cause: say("worse") };
    if (gate === "inconclusive") {
        return {
            result: "inconclusive",
            cause: `the deployment succeeded, but its metrics do not tell enough: ${say("inconclusive")}`,
            remedy: "Look at the metrics yourself. Longer windows, another baseline or mode report make it tell more, or less.",
        };
    }
    return gate === "no-change" ? { result: "no-change", cause: "" } : undefined;
}


/***/ })

};

