import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V4: () => (/* binding */ outputs),
  gM: () => (/* binding */ readReportInputs)
});

// UNUSED EXPORTS: inputs

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __nccwpck_require__(933);
;// CONCATENATED MODULE: ./packages/runner/lib/paths.js
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
            const problem = given === "" && (options.default ?? "") === "" ? undefined : pathProblem(given);
            if (problem !== undefined)
                throw new RangeError(`it ${problem}`);
            return given;
        },
    });
}
/** The kinds of input. */
const input = { text: input_kinds_text, lines, flag, integer, duration, choice, secret, directory };

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(506);
// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __nccwpck_require__(680);
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

;// CONCATENATED MODULE: ./actions/terraform-report/lib/inputs.js
/**
 * The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two.
 */

const inputs = {
    results: input.text({
        description: "A folder, searched in depth for results of terraform-plan and terraform-apply, or one result file. Relative to the workspace; it must lie in it or in `RUNNER_TEMP`.",
        required: true,
        check: (text) => (/[\0\r\n]/.test(text) ? "not one line" : undefined),
    }),
    comment: input.choice(["always", "changes", "never"], {
        description: "When to comment on the pull request: `always`, `changes` (an existing comment is still brought up to date) or `never`.",
    }),
    "pull-request": input.integer({
        description: "The number of the pull request. Empty means the one of the event, and for an apply the one whose merge made the commit.",
        min: 1,
    }),
    label: input.text({ description: "Tell only the result with this label. Empty means all of them.", default: "" }),
    "github-token": input.secret({
        description: "Writes the comment, which needs `pull-requests: write`, and keeps the Deployment of an apply with an environment, which needs `deployments: write`. Nothing is needed when `comment` is `never` and no environment is named.",
        default: "${{ github.token }}",
    }),
};
const outputs = {
    result: { description: "`reported`, `nothing-to-report` or `failed`." },
    "failure-reason": {
        description: "Why the step failed: `invalid-input`, `comment-failed`, `cancelled` or `internal-error`. Empty when it did not.",
    },
    "comment-id": { description: "Id of the pull request comment; of several results, the first one's." },
    "comment-url": { description: "Address of the pull request comment; of several results, the first one's." },
    summary: { description: "The plan or its apply in one line; of several results, the first one's." },
};
/** Reads the inputs; throws one Failure that names every bad one. */
function readReportInputs(environment) {
    return readInputs(inputs, environment);
}


/***/ }),

/***/ 916:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(256);
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(463);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(435);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(888);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(154);
/** Wires terraform-report: reads the inputs, opens the doors, hands over to run.ts. It decides nothing. */




const remedy = "Name the folder that actions/download-artifact made. Nothing was told.";
await (0,_handrail_runner_host__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)({ name: "terraform-report", outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .outputs */ .V4, main: (host) => (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)(openStep(host)) });
function openStep(host) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readReportInputs */ .gM)(host.environment);
    const token = inputs["github-token"];
    for (const secret of [token, ...(0,_handrail_github__WEBPACK_IMPORTED_MODULE_3__/* .proxySecrets */ .Wm)(host.environment)])
        if (secret !== "")
            host.mask(secret);
    const context = (0,_handrail_github__WEBPACK_IMPORTED_MODULE_4__/* .parseContext */ .D)(host.environment, host.readEvent());
    return {
        inputs,
        context,
        deps: {
            host,
            files: (0,_handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__/* .openUntrustedFiles */ .e)({ input: "results", remedy, environment: host.environment }),
            github: githubOf(host, context, token),
        },
    };
}
function githubOf(host, context, token) {
    const { clock, log, environment, cancelled: signal } = host;
    const { apiUrl, graphqlUrl } = context;
    let loading;
    const load = async () => {
        const { createClient } = await __nccwpck_require__.e(/* import() */ 303).then(__nccwpck_require__.bind(__nccwpck_require__, 303));
        return createClient({ token, apiUrl, graphqlUrl, clock, log, environment, signal });
    };
    return () => (loading ??= load());
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(506);
;// CONCATENATED MODULE: ./actions/terraform-report/lib/find-results.js
/**
 * Finds result files below a folder by what is in them. Whoever filled the folder may be hostile: no link is followed,
 * and there is a limit to everything.
 */

/** Most of what is looked at: folders in each other, files and folders together, bytes of one file, results. */
const deepest = 16;
const entryLimit = 20_000;
const resultLimit = 256;
/** How many bytes tell whether a file is a result. */
const headLength = 512;
/**
 * The result files below a folder, by name; or the file itself.
 * @param isResult tells by the first characters of a file
 * @throws Failure `invalid-input` when there is more than anybody needs
 */
function findResults(files, given, isResult) {
    const root = files.locate(given);
    const isFound = ({ path }) => isResult(files.readHead(path, headLength));
    if (root.kind === "file")
        return [{ path: root.path, name: given }].filter(isFound);
    const found = [];
    const open = [{ path: root.path, name: "", depth: 0 }];
    let entries = 0;
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const { name: last, kind } of files.list(folder.path)) {
            if ((entries += 1) > entryLimit)
                throw tooMuch(given, `more than ${entryLimit} files and folders`);
            const entry = { path: `${folder.path}/${last}`, name: `${folder.name}${last}` };
            if (kind === "file" && isFound(entry))
                found.push(entry);
            if (kind !== "folder" || last === ".git" || last === "node_modules")
                continue;
            if (folder.depth === deepest)
                throw tooMuch(given, `folders more than ${deepest} deep`);
            open.push({ path: entry.path, name: `${entry.name}/`, depth: folder.depth + 1 });
        }
    }
    if (found.length > resultLimit)
        throw tooMuch(given, `more than ${resultLimit} results`);
    return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
function tooMuch(given, what) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `The folder ${given} holds ${what}`,
        remedy: "Name a folder in `results` that holds only what terraform-plan and terraform-apply left.",
    });
}

;// CONCATENATED MODULE: ./actions/terraform-report/lib/run.js

/** Tells what is found. Resolves with what the step says, also when not everything could be told. */
async function run(step) {
    const { isResult, nothingToReport, tell } = await __nccwpck_require__.e(/* import() */ 23).then(__nccwpck_require__.bind(__nccwpck_require__, 23));
    const found = findResults(step.deps.files, step.inputs.results, isResult);
    return found.length === 0 ? nothingToReport(step) : tell(step, found);
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseContext)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(506);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(943);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(662);
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
        parseRepository((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(event, "repository", "full_name")) ?? ["", ""];
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
        throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
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
    const repository = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "repository");
    if (eventName === "pull_request_target") {
        const base = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "pull_request", "base", "repo") ?? repository;
        return !(0,_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "pull_request", "head", "repo"), base);
    }
    if (eventName === "workflow_run")
        return !(0,_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "workflow_run", "head_repository"), repository);
    return false;
}
/** The pull request an event is about. Push, schedule, merge queue and the like have none. */
function parseEventPullRequest(eventName, event) {
    if (/^pull_request(?:_target|_review|_review_comment)?$/.test(eventName))
        return (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePullRequest */ .yA)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "pull_request"));
    if (eventName === "issue_comment")
        return parseCommentedPullRequest((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "issue"));
    if (eventName === "workflow_run")
        return parseRunPullRequest(event);
    return undefined;
}
/** A comment's event names the pull request but not its branches: they count as a fork's until the API was asked. */
function parseCommentedPullRequest(issue) {
    const number = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(issue, "number");
    if (number === undefined || typeof (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(issue, "pull_request") !== "object" || (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(issue, "pull_request") === null)
        return undefined;
    const [title, url] = [(0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(issue, "title"), (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(issue, "pull_request", "html_url")];
    const author = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(issue, "user", "login");
    return {
        number,
        headSha: "",
        headRef: "",
        baseSha: "",
        baseRef: "",
        isFork: true,
        labels: (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLabels */ .Xy)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(issue, "labels")),
        ...(title === "" ? {} : { title }),
        ...(url === "" ? {} : { url }),
        isClosed: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(issue, "state") === "closed",
        isMerged: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(issue, "pull_request", "merged_at") !== "",
        mergeCommitSha: "",
        ...(author === "" ? {} : { author }),
    };
}
/** The run's first pull request; GitHub lists none for heads in forks. Labels are not part of the event. */
function parseRunPullRequest(event) {
    const first = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "workflow_run", "pull_requests", "0");
    const number = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(first, "number");
    if (number === undefined)
        return undefined;
    return {
        number,
        headSha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .readSha */ .tU)(first, "head", "sha"),
        headRef: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(first, "head", "ref"),
        baseSha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .readSha */ .tU)(first, "base", "sha"),
        baseRef: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(first, "base", "ref"),
        isFork: !(0,_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "workflow_run", "head_repository"), (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(event, "repository")),
        labels: [],
        isClosed: false,
        isMerged: false,
        mergeCommitSha: "",
    };
}


/***/ }),

/***/ 943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _8: () => (/* binding */ readMessage),
/* harmony export */   tU: () => (/* binding */ readSha)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(404);
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

/***/ 662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xy: () => (/* binding */ parseLabels),
/* harmony export */   ve: () => (/* binding */ isSameRepository),
/* harmony export */   yA: () => (/* binding */ parsePullRequest)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(943);
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

/***/ 680:
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

/***/ 933:
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

/***/ 506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   bJ: () => (/* binding */ isError),
/* harmony export */   w2: () => (/* binding */ toFailure)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(975);
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

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __nccwpck_require__(506);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
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

;// CONCATENATED MODULE: ./packages/runner/lib/host/clock.js

/** A timer cannot be set further ahead than this many milliseconds; longer sleeps are slept in parts. */
const LONGEST_TIMER = 2_147_483_647;
function sleepOnce(ms, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => {
            clearTimeout(timer);
            const reason = signal?.reason;
            reject((0,lib_failure/* isError */.bJ)(reason) ? reason : new Error("aborted", { cause: reason }));
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
const badEvent = (why, cause) => new lib_failure/* Failure */.HR({
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

;// CONCATENATED MODULE: ./packages/runner/lib/process.js
/**
 * The primitive every outside tool is called through: types only, the host has the one implementation.
 */

/** A program could not be started. `code` is the system's: ENOENT when there is no such program. */
class CommandFailure extends lib_failure/* Failure */.HR {
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

;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./packages/runner/lib/host/capture.js
/**
 * Takes the bytes of one stream of a child process: decodes them without splitting a character, hands the text on, keeps
 * the newest of it.
 */

/** A capture that keeps `limit` UTF-16 units and calls `onText` for every piece. */
function createCapture(limit, onText) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder("utf8");
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
    const code = (0,lib_failure/* errorCode */.CA)(error) ?? "EUNKNOWN";
    if (code !== "ENOENT" || (0,external_node_fs_.existsSync)(cwd))
        return new CommandFailure(command, code, error);
    return new lib_failure/* Failure */.HR({
        reason: "internal-error",
        what: `The directory ${cwd}, where ${command} was to run, does not exist`,
        remedy: "Look for the step or process that removes it.",
        cause: error,
    });
}
/** Starts the process; rejects when there is none. */
async function start(command, args, options, streams) {
    const { spawn } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 421, 19));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./packages/runner/lib/host/file-commands.js
/**
 * Writes the runner's command files (outputs, state, environment, path). The grammar is the runner's own
 * (actions/runner FileCommandManager.cs): `name<<DELIMITER`, the value, the delimiter, each on lines ended by LF.
 */



/** Names that no grammar of the runner can read as something else. */
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const defect = (what) => new lib_failure/* Failure */.HR({ reason: "internal-error", what, remedy: "This is a defect of the action: report it." });
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
var commands = __nccwpck_require__(680);
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














const refused = (what) => new lib_failure/* Failure */.HR({ reason: "internal-error", what, remedy: "This is a defect of the action: report it." });
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
    const processes = createProcessRunner({ cancelled });
    const redact = (text) => redactor.redact(text);
    const temporary = (name) => temporaryDirectory(environment["RUNNER_TEMP"], name);
    const print = (text) => printer.line(text);
    const summary = createSummary(environment["GITHUB_STEP_SUMMARY"], redact);
    const host = {
        environment,
        log,
        redactor,
        clock: systemClock,
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(975);
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

;// CONCATENATED MODULE: ./packages/runner/lib/host/stray-output.js
/**
 * Leads everything that is printed past our log (console, warnings of Node, a library's stderr) through the log's filter
 * to the one output.
 */

/** A stream's write that hands on whole lines. What is behind the last line end waits for `flush`. */
function createWrite(print) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder("utf8");
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
    const control = createHost({
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

/***/ 435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ openUntrustedFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(506);
/**
 * Reads files that another job made: whoever filled the folder may be hostile. No link is followed, nothing but regular
 * files is read, and only so much of them.
 */



/** Opens folders in the workspace and in RUNNER_TEMP. */
function openUntrustedFiles({ input, remedy, environment }) {
    const workspace = environment["GITHUB_WORKSPACE"] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(".");
    const roots = [workspace, environment["RUNNER_TEMP"] ?? ""].filter((root) => root !== "");
    return {
        locate(given) {
            const real = realOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, given));
            const isInside = roots
                .map(realOf)
                .some((root) => real === root || real?.startsWith(`${root ?? node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) === true);
            if (real !== undefined && isInside) {
                return { path: real, kind: withFile(real, () => true) === true ? "file" : "folder" };
            }
            const why = real === undefined ? "does not exist" : "is neither in the workspace nor in RUNNER_TEMP";
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({ reason: "invalid-input", what: `${input}: ${given} ${why}`, remedy });
        },
        list: listFolder,
        readHead: (path, length) => withFile(path, (file) => readStart(file, length)) ?? "",
        readText: (path, limit) => withFile(path, (file) => readWhole(file, path, limit)) ?? "",
    };
}
/** Node's own realpath takes the `..` behind a link from the link's name, not from where it leads. */
function realOf(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}
function listFolder(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true }).map((entry) => ({
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
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    }
    catch {
        return undefined;
    }
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).isFile() ? read(file) : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function readStart(file, length) {
    const bytes = new Uint8Array(length);
    return new TextDecoder().decode(bytes.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, 0, length, 0)));
}
function readWhole(file, path, limit) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
    if (size <= limit)
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8");
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `${path} has ${size} bytes, and a file of its kind has at most ${limit}`,
        remedy: "Look at what wrote it.",
    });
}


/***/ }),

/***/ 404:
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

/***/ 256:
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
/******/ var __webpack_exports__ = __nccwpck_require__(916);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

