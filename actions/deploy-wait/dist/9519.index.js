export const id = 9519;
export const ids = [9519];
export const modules = {

/***/ 9519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseMetrics: () => (/* binding */ parseMetrics)
});

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/feedback/metrics/settings.js
var settings = __webpack_require__(3956);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/presets.js
/** The metrics behind `alb:` and `ecs:`. Pure data; the names are AWS's. */

const ALB = /^(?:arn:[^:]*:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/)?(app\/[^/\s]+\/[0-9a-z]+)(?:\/(targetgroup\/[^/\s]+\/[0-9a-z]+))?$/i;
/** What an `alb:` looks like, for messages. */
const ALB_FORM = "app/NAME/ID of the load balancer's ARN, and /targetgroup/NAME/ID behind it for one of its target groups";
/** What an `ecs:` looks like, for messages. */
const ECS_FORM = "cluster/service";
/**
 * Requests, rate of 5xx answers and p99 latency of a load balancer, or of one of its target groups. Undefined when the text
 * is not of {@link ALB_FORM}. What the load balancer itself answers (`HTTPCode_ELB_5XX_Count`) is not among RequestCount,
 * and has no target group.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
function albMetrics(text, common) {
    const match = ALB.exec(text);
    if (match === null)
        return undefined;
    const [, balancer = "", group] = match;
    const dimensions = { LoadBalancer: balancer, ...(group === undefined ? {} : { TargetGroup: group }) };
    const stat = (metric, statistic) => ({
        namespace: "AWS/ApplicationELB",
        metric,
        dimensions,
        statistic,
    });
    const requests = stat("RequestCount", "Sum");
    const own = group === undefined ? [stat("HTTPCode_ELB_5XX_Count", "Sum")] : [];
    const of = (group ?? balancer).split("/")[1] ?? "";
    const minRequests = common.minRequests ?? settings/* defaults */.N.minRequests;
    const { minEffect, mode } = common;
    return [
        {
            name: `${of} requests`,
            source: { kind: "value", stat: requests },
            direction: "neither",
            minEffect,
            mode: "report",
            minRequests: 0,
            unit: "/min",
        },
        {
            name: `${of} 5xx rate`,
            source: {
                kind: "rate",
                errors: [stat("HTTPCode_Target_5XX_Count", "Sum"), ...own],
                requests: [requests, ...own],
            },
            direction: "lower-is-better",
            minEffect,
            mode,
            minRequests,
            unit: "%",
        },
        {
            name: `${of} p99 latency`,
            source: { kind: "value", stat: stat("TargetResponseTime", "p99") },
            direction: "lower-is-better",
            minEffect,
            mode,
            minRequests,
            requests,
            unit: " s",
        },
    ];
}
/**
 * Average CPU and memory of an ECS service, in percent of what is reserved. Undefined when the text is not of
 * {@link ECS_FORM}. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
 */
function ecsMetrics(text, { minEffect, mode }) {
    const match = /^([A-Za-z0-9_-]+)\/([A-Za-z0-9_-]+)$/.exec(text);
    if (match === null)
        return undefined;
    const [, cluster = "", service = ""] = match;
    const dimensions = { ClusterName: cluster, ServiceName: service };
    return ["CPU", "Memory"].map((what) => ({
        name: `${service} ${what === "CPU" ? "CPU" : "memory"}`,
        source: {
            kind: "value",
            stat: { namespace: "AWS/ECS", metric: `${what}Utilization`, dimensions, statistic: "Average" },
        },
        direction: "lower-is-better",
        minEffect,
        mode,
        minRequests: 0,
        // CloudWatch gives percent here, not a fraction.
        unit: " %",
    }));
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/feedback/metrics/queries.js
var queries = __webpack_require__(329);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/yaml-reader.js
/**
 * Walks YAML nodes and collects problems with their places instead of stopping at the first. Knows nothing of metrics. It
 * imports the YAML parser: load it late.
 */


/** Reads one document. */
class YamlReader {
    problems = [];
    lines = new dist/* LineCounter */.HN();
    /** The document's only node; null when it is empty. */
    root;
    constructor(text) {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.lines, version: "1.2", prettyErrors: false });
        for (const error of document.errors)
            this.problem(error.pos[0], error.message);
        this.root = (0,dist/* isScalar */.jn)(document.contents) && document.contents.value === null ? null : document.contents;
    }
    /** Notes what is wrong, at a node or an offset. */
    problem(at, message) {
        this.problems.push({ offset: typeof at === "number" ? at : (at.range?.[0] ?? 0), message });
    }
    /** @throws Failure `invalid-input` that lists every problem as `metrics:line:column: what is wrong` */
    finish(name, remedy) {
        if (this.problems.length === 0)
            return;
        const list = this.problems
            .toSorted((a, b) => a.offset - b.offset)
            .map(({ offset, message }) => {
            const { line, col } = this.lines.linePos(offset);
            return `${name}:${line}:${col}: ${message}`;
        });
        throw new failure/* Failure */.HR({ reason: "invalid-input", what: `${name} cannot be used: ${list.join("; ")}`, remedy });
    }
    /** The fields of a mapping; other names than `known` are problems, all names are good when it is absent. */
    fields(node, what, known) {
        const fields = new Map();
        if (!(0,dist/* isMap */.jh)(node)) {
            this.problem(node, `${what} must be a mapping${known === undefined ? "" : ` with ${known.join(", ")}`}`);
            return fields;
        }
        for (const pair of node.items) {
            const name = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : "";
            if (known === undefined || known.includes(name))
                fields.set(name, { key: pair.key, value: pair.value });
            else
                this.problem(pair.key, `unknown key ${shown(name)} in ${what}, known are ${known.join(", ")}`);
        }
        return fields;
    }
    /** The nodes of a list. */
    items(node, what) {
        if ((0,dist/* isSeq */.oP)(node))
            return node.items;
        this.problem(node, `${what} must be a list`);
        return [];
    }
    /** A text that `read` makes something of; undefined when it is absent, or a problem. A number counts as its text. */
    value(fields, name, accepts, read) {
        const field = fields.get(name);
        if (field === undefined)
            return undefined;
        const { value } = field;
        const plain = (0,dist/* isScalar */.jn)(value) ? value.value : undefined;
        const text = typeof plain === "string" ? plain.trim() : typeof plain === "number" ? String(plain) : "";
        const found = text === "" ? undefined : read(text);
        if (found === undefined)
            this.problem(value ?? field.key, `${name} must be ${accepts}`);
        return found;
    }
}
/** A name from the document in a message. */
function shown(name) {
    return JSON.stringify(name.slice(0, 60));
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/feedback/metrics/parse.js
/**
 * Reads the input `metrics`: YAML whose every mistake is reported with its place, because a metric that is misspelt would
 * guard nothing. It imports the YAML parser: load it late.
 */






/** GetMetricData takes no more queries in a call. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const MOST_QUERIES = 500;
const topKeys = ["window-before", "window-after", "baseline", "ingest-delay", "metrics"];
const commonKeys = ["min-effect", "mode", "min-requests"];
const statKeys = ["namespace", "metric", "dimensions", "statistic", "unit"];
const rawKeys = ["name", ...statKeys, "expression", "parts", "direction", "requests", ...commonKeys];
const directions = ["lower-is-better", "higher-is-better", "neither"];
const modes = ["report", "gate"];
/**
 * Parses the input.
 * @param mode what holds for metrics that say nothing themselves: the input `metrics-mode`
 * @throws Failure `invalid-input` that lists every problem as `metrics:line:column: what is wrong`
 */
function parseMetrics(text, mode) {
    const reader = new YamlReader(text);
    const settings = readSettings(reader, mode);
    reader.finish("metrics", "Correct the YAML. Its keys are described in the README of deploy-wait.");
    return settings;
}
function readSettings(reader, mode) {
    const { root } = reader;
    const isList = (0,dist/* isSeq */.oP)(root);
    const fields = root === null || isList ? new Map() : reader.fields(root, "metrics", topKeys);
    const listed = isList ? root : (fields.get("metrics")?.value ?? undefined);
    const entries = listed === undefined ? [] : reader.items(listed, "metrics");
    if (entries.length === 0)
        reader.problem(root ?? 0, "it needs `metrics`, a list of what is compared");
    const metrics = entries.flatMap((entry) => readEntry(reader, entry, mode));
    const names = new Set();
    for (const { name } of metrics) {
        if (names.has(name))
            reader.problem(listed ?? 0, `${shown(name)} is there twice; give one of them another name`);
        names.add(name);
    }
    const count = (0,queries/* planQueries */.k)(metrics).queries.length;
    if (count > MOST_QUERIES)
        reader.problem(listed ?? 0, `it needs ${count} queries, CloudWatch takes ${MOST_QUERIES}`);
    const duration = (name, least, most) => reader.value(fields, name, `a duration from ${least} to ${most}, such as 15m`, (given) => durationIn(given, (0,durations/* parseDuration */.E9)(least), (0,durations/* parseDuration */.E9)(most)));
    return {
        metrics,
        // Ten points are needed on each side.
        windowBeforeMs: duration("window-before", "10m", "24h") ?? settings/* defaults */.N.windowBeforeMs,
        windowAfterMs: duration("window-after", "10m", "6h") ?? settings/* defaults */.N.windowAfterMs,
        baseline: reader.value(fields, "baseline", "week, day or none", (given) => ["week", "day", "none"].find((known) => known === given)) ?? "week",
        ingestDelayMs: duration("ingest-delay", "0s", "30m") ?? settings/* defaults */.N.ingestDelayMs,
    };
}
function readEntry(reader, node, mode) {
    // `- alb:app/…` without a space is a text for YAML, and means the same.
    const short = (0,dist/* isScalar */.jn)(node) && typeof node.value === "string" ? /^(alb|ecs):\s*(\S+)$/.exec(node.value) : null;
    const [, kind = "", name = ""] = short ?? [];
    const preset = kind === "" && (0,dist/* isMap */.jh)(node) ? (["alb", "ecs"].find((each) => node.has(each)) ?? "") : kind;
    if (preset === "")
        return readRaw(reader, node, mode);
    const fields = short === null ? reader.fields(node, `an entry with ${preset}`, [preset, ...commonKeys]) : new Map();
    const common = readCommon(reader, fields, mode);
    const [make, form] = preset === "alb" ? [albMetrics, ALB_FORM] : [ecsMetrics, ECS_FORM];
    if (short === null)
        return reader.value(fields, preset, form, (text) => make(text, common)) ?? [];
    const made = make(name, common);
    if (made === undefined)
        reader.problem(node, `${preset} must be ${form}`);
    return made ?? [];
}
function readCommon(reader, fields, mode) {
    const minRequests = reader.value(fields, "min-requests", "a whole number", (text) => /^[0-9]{1,12}$/.test(text) ? Number(text) : undefined);
    return {
        minEffect: reader.value(fields, "min-effect", "a percentage from 1% to 1000%", percentIn) ?? settings/* defaults */.N.minEffect,
        mode: reader.value(fields, "mode", modes.join(" or "), (text) => modes.find((each) => each === text)) ?? mode,
        ...(minRequests === undefined ? {} : { minRequests }),
    };
}
function readRaw(reader, node, mode) {
    const fields = reader.fields(node, "an entry", (0,dist/* isMap */.jh)(node) ? rawKeys : ["alb", "ecs", ...rawKeys]);
    if (!(0,dist/* isMap */.jh)(node))
        return [];
    const { minEffect, mode: ownMode, minRequests = 0 } = readCommon(reader, fields, mode);
    const name = oneLine(reader, fields, node, "an entry", "name");
    const direction = reader.value(fields, "direction", directions.join(", "), (text) => directions.find((each) => each === text)) ??
        "lower-is-better";
    if (direction === "neither" && fields.has("mode") && ownMode === "gate") {
        reader.problem(node, "mode gate has nothing to go by where direction is neither");
    }
    const source = readSource(reader, fields, node);
    const counted = fields.get("requests")?.value ?? undefined;
    const given = counted === undefined
        ? undefined
        : readStat(reader, reader.fields(counted, "requests", statKeys), counted, "requests", "Sum");
    if (minRequests > 0 && given === undefined && source.kind !== "value") {
        reader.problem(node, "min-requests needs `requests` beside `expression`: the metric that counts them");
    }
    // CloudWatch keeps with each point of how many samples it is made.
    const samples = source.kind === "value" ? { ...source.stat, statistic: "SampleCount" } : undefined;
    const requests = given ?? samples;
    return [
        {
            name,
            source,
            direction,
            minEffect,
            mode: direction === "neither" ? "report" : ownMode,
            minRequests,
            ...(minRequests > 0 && requests !== undefined ? { requests } : {}),
            unit: "",
        },
    ];
}
function readSource(reader, fields, node) {
    if (!fields.has("expression")) {
        if (fields.has("parts"))
            reader.problem(node, "parts are for `expression`");
        return { kind: "value", stat: readStat(reader, fields, node, "an entry", "Average") };
    }
    for (const name of statKeys) {
        if (fields.has(name))
            reader.problem(node, `${name} does not go with expression; name metrics under \`parts\``);
    }
    const expression = oneLine(reader, fields, node, "an entry", "expression");
    const listed = fields.get("parts")?.value ?? undefined;
    const parts = [...(listed === undefined ? [] : reader.fields(listed, "parts"))].map(([id, { key, value }]) => {
        // Ids of CloudWatch begin with a small letter; ours are q0, q1 …
        if (!/^[a-z][A-Za-z0-9_]{0,60}$/.test(id) || /^q[0-9]+$/.test(id)) {
            reader.problem(key, `${shown(id)} cannot be a part's name: a small letter, then letters, digits and _, and not q1`);
        }
        const at = value ?? key;
        return [id, readStat(reader, reader.fields(at, "a part", statKeys), at, "a part", "Average")];
    });
    return { kind: "expression", expression, parts: Object.fromEntries(parts) };
}
function readStat(reader, fields, node, what, statistic) {
    const listed = fields.get("dimensions")?.value ?? undefined;
    const given = listed === undefined ? new Map() : reader.fields(listed, "dimensions");
    const dimensions = [...given.keys()].map((name) => [
        name,
        reader.value(given, name, "a text", lineOf) ?? "",
    ]);
    const unit = reader.value(fields, "unit", "a text", lineOf);
    return {
        namespace: oneLine(reader, fields, node, what, "namespace"),
        metric: oneLine(reader, fields, node, what, "metric"),
        dimensions: Object.fromEntries(dimensions),
        statistic: reader.value(fields, "statistic", "a statistic such as Average, Sum or p99", lineOf) ?? statistic,
        ...(unit === undefined ? {} : { unit }),
    };
}
function oneLine(reader, fields, node, what, name) {
    if (!fields.has(name))
        reader.problem(node, `${what} needs \`${name}\``);
    return reader.value(fields, name, "a text on one line", lineOf) ?? "";
}
function lineOf(text) {
    return text.length <= 1024 && !/[\0\r\n]/.test(text) ? text : undefined;
}
function durationIn(text, least, most) {
    try {
        const found = (0,durations/* parseDuration */.E9)(text);
        return found >= least && found <= most ? found : undefined;
    }
    catch {
        return undefined;
    }
}
function percentIn(text) {
    const found = /^([0-9]{1,4}(?:\.[0-9]{1,3})?) ?%?$/.exec(text);
    const percent = Number(found?.[1] ?? Number.NaN);
    return percent >= 1 && percent <= 1000 ? percent / 100 : undefined;
}


/***/ }),

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


/***/ })

};

