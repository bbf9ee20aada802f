import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

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

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

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

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 1606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V4: () => (/* binding */ outputs),
  KA: () => (/* binding */ readRollbackInputs)
});

// UNUSED EXPORTS: inputs

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __nccwpck_require__(1933);
// EXTERNAL MODULE: ./packages/runner/lib/paths.js
var paths = __nccwpck_require__(8300);
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

// EXTERNAL MODULE: ./packages/migration/lib/adapter.js
var adapter = __nccwpck_require__(4437);
;// CONCATENATED MODULE: ./packages/migration/lib/inputs.js
/**
 * The inputs that the migration actions share, one declaration each, and the rules across them. Each action.yml says the same;
 * tests compare them.
 */


const line = (description, more = {}) => input.text({ description, default: "", check: oneLine, accepts: "one line", maxLength: 2048, ...more });
const argv = (description) => input.lines({ description, verbatim: true, accepts: "a command, one argument a line", max: 200, maxLength: 4096 });
const list = (description) => input.lines({ description, check: oneLine, accepts: "one item a line", max: 100, maxLength: 512 });
function oneLine(text) {
    return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? "it has a character that cannot be seen" : undefined;
}
function insideWorkspace(text) {
    const problem = text === "" ? undefined : (0,paths/* pathProblem */.z)(text);
    return problem === undefined ? undefined : `it ${problem}`;
}
/** Which tool, where, on which database. */
const toolInputs = {
    tool: input.choice(["", ...adapter/* toolNames */.$], {
        description: `The migration tool: ${adapter/* toolNames */.$.map((name) => `\`${name}\``).join(", ")}.`,
    }),
    "working-directory": input.directory({
        description: "Where the migrations are and the tool runs, relative to the workspace.",
        default: ".",
    }),
    "database-url": input.secret({
        description: "The database, for example `postgresql://user:password@host/name`, `mysql://…` or `sqlite:path`. The tool gets it as `DATABASE_URL` and in its own way, never as an argument. Not used with `executor: ecs`, where the task knows its own.",
    }),
    "tool-command": argv("How the tool is started, one argument a line, when that is not its usual way: `npm`, `exec`, `knex`; or a program of your own for `umzug`."),
    "migrations-directory": input.text({
        description: "Where the tool keeps its migrations, relative to working-directory. Empty means the tool's own place.",
        default: "",
        check: insideWorkspace,
        accepts: "a relative path inside working-directory",
    }),
    "migrations-table": line("The tool's own table, when it has another name than usual.", {
        pattern: /^[A-Za-z_][A-Za-z0-9_$.]{0,126}$/,
        accepts: "the name of a table",
    }),
    "status-command": argv('Prints `{"applied": [ids in order of application], "pending": [ids]}`. For `tool: custom`, and for tools in a task that nothing there can ask the database about.'),
    "up-command": argv("`custom`: applies the migration that `HANDRAIL_MIGRATION` names, or all that are pending (`HANDRAIL_MIGRATIONS`, one a line). One argument a line."),
    "down-command": argv("`custom`: reverts the one migration that `HANDRAIL_MIGRATION` names. One argument a line."),
    "schema-command": argv("Prints the schema; its fingerprint is what is compared. Empty means that the catalogs of the database are read."),
    "pass-environment": input.lines({
        description: "Names of environment variables that commands would not see otherwise, one a line.",
        pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
        accepts: "names of environment variables, one a line",
    }),
};
/** Where it runs. */
const executorInputs = {
    executor: input.choice(["runner", "ecs"], {
        description: "Where the tool runs: a process on this runner, or a one-off task of Amazon ECS.",
    }),
    engine: input.choice(["", "postgresql", "mysql", "sqlite"], {
        description: "`ecs`: the kind of database, where the tool knows several: `postgresql`, `mysql` (MariaDB, too) or `sqlite`. Otherwise database-url says it.",
    }),
    cluster: line("`ecs`: the cluster, by name or ARN."),
    "task-definition": line("`ecs`: the task definition, as `family`, `family:revision` or ARN. Without a revision the latest active one is looked up once."),
    container: line("`ecs`: the container that runs the command. Empty means the only essential one."),
    subnets: list("`ecs`: ids of the subnets, one a line, for tasks with `awsvpc` networking."),
    "security-groups": list("`ecs`: ids of the security groups, one a line."),
    "assign-public-ip": input.flag({ description: "`ecs`: give the task a public address." }),
    "capacity-provider": line("`ecs`: the capacity provider. Empty means the cluster's default. `FARGATE_SPOT` is refused: it would end a migration in its middle."),
    "command-prefix": argv("`ecs`: put before every command, one argument a line."),
    "role-to-assume": line("`ecs`: ARN of a role that is assumed with the job's OIDC token when its credentials expire.", {
        pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
        accepts: "the ARN of an IAM role",
    }),
    "on-cancel": input.choice(["leave", "stop"], {
        description: "`ecs`: what a cancelled job does with a task that runs. `leave`: it goes on, and a job that is run again attaches to it. A process on the runner always gets one SIGINT.",
    }),
};
/** What is kept of it, and how long it may take. */
const recordInputs = {
    environment: input.text({
        description: "The GitHub environment that the record belongs to: a Deployment with the task `migration`.",
        check: oneLine,
        maxLength: 255,
    }),
    "image-digest": line("The image that is deployed with these migrations, for the record.", {
        pattern: /^sha256:[0-9a-f]{64}$/,
        accepts: "sha256: and 64 hex digits",
    }),
    timeout: input.duration({ description: "How long one command may take.", default: "30m", min: "1s", max: "24h" }),
    "lock-timeout": input.duration({
        description: "How long to wait for another run that works on the same database.",
        default: "5m",
        max: "24h",
    }),
    "on-drift": input.choice(["fail", "warn"], {
        description: "The database holds migrations that the checkout does not, or scripts changed after they ran: `fail` or `warn`.",
    }),
    "accept-schema": line("A schema fingerprint, as a refusal names it: the schema as it is now is what it should be. It ends a half-applied state that you mended by hand.", { pattern: /^[0-9a-f]{12,64}$/, accepts: "a fingerprint, 12 to 64 hex digits" }),
    "dry-run": input.flag({ description: "Read everything, say what would be done, and change nothing." }),
};
const shared = { ...toolInputs, ...executorInputs, ...recordInputs };
const textOf = (value) => (typeof value === "string" ? value : "");
const isEmpty = (value) => value === "" || (Array.isArray(value) && value.length === 0);
/** What is wrong with inputs that are fine one by one; empty when nothing is. */
function sharedProblems(values) {
    const problems = [];
    const need = (name, why) => {
        if (isEmpty(values[name]))
            problems.push({ name, given: "", accepts: "a value", why });
    };
    const tool = textOf(values["tool"]);
    if (tool === "")
        problems.push({ name: "tool", given: "", accepts: `one of ${adapter/* toolNames */.$.join(", ")}` });
    if (textOf(values["environment"]) !== "" && values["github-token"] === "") {
        const why = "it is empty, and environment needs it for the records: without them half-done work would be passed over";
        problems.push({ name: "github-token", accepts: "the job's token", why });
    }
    if (tool === "custom")
        for (const name of ["status-command", "up-command"])
            need(name, "tool custom needs it");
    if (tool === "umzug")
        need("tool-command", "umzug has no program of its own");
    if (values["executor"] === "ecs") {
        need("cluster", "executor ecs needs it");
        need("task-definition", "executor ecs needs it");
        if (/^FARGATE_SPOT$/i.test(textOf(values["capacity-provider"]))) {
            const why = "it may end a migration in its middle";
            problems.push({ name: "capacity-provider", given: "FARGATE_SPOT", accepts: "FARGATE or another provider", why });
        }
    }
    else if (values["database-url"] === "") {
        problems.push({
            name: "database-url",
            accepts: "the address of the database",
            why: "it is empty, and executor runner needs it",
        });
    }
    return problems;
}

// EXTERNAL MODULE: ./packages/migration/lib/rollback-target.js
var rollback_target = __nccwpck_require__(8220);
// EXTERNAL MODULE: ./packages/runner/lib/inputs.js
var inputs = __nccwpck_require__(7279);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
;// CONCATENATED MODULE: ./actions/migration-rollback/lib/inputs.js
/** The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two. */


const inputs_inputs = {
    to: input.text({
        description: "Where to go back to. `previous-deployment`: to before the newest deployment. `deployment:<id>`: to the state that this record left. `before-deployment:<id>`: to the state that it found. `version:<v>`: v stays, everything after it goes. `steps:<n>`.",
        default: "previous-deployment",
        maxLength: 300,
    }),
    confirm: input.text({
        description: "Must be the same as `environment`: the safety catch. Not needed for a dry run.",
        default: "",
        maxLength: 255,
    }),
    "plan-digest": input.text({
        description: "The digest of the plan that was approved, as the output of a dry run gives it. When the plan is another one by now, nothing is reverted. Empty means any plan.",
        default: "",
        pattern: /^[0-9a-f]{64}$/,
        accepts: "the output plan-digest of a dry run",
    }),
    ...toolInputs,
    ...executorInputs,
    services: input.lines({
        description: "Amazon ECS services of `cluster` that use the database, one a line. While one of them still runs an image that was deployed with what is to be reverted, nothing is reverted: the application goes back first.",
        max: 20,
        maxLength: 512,
    }),
    ...recordInputs,
    "github-token": input.secret({
        description: "Reads and keeps the records. Needs `deployments: write`, and `actions: read` for the lock.",
        default: "${{ github.token }}",
    }),
};
const outputs = {
    result: {
        description: "`rolled-back`, `nothing-to-do`, `refused`, `partial`, `failed`, `cancelled` or `timeout`. The step succeeds with the first two.",
    },
    "failure-reason": {
        description: "Why it failed, one word: `confirmation`, `no-record`, `unknown-target`, `beyond-baseline`, `irreversible`, `database-ahead`, `half-applied`, `app-first`, `plan-changed`, `locked`, `schema-differs`, `tool-failed`, `task-failed`, `connection-failed` … Empty when it did not.",
    },
    "plan-digest": {
        description: "The digest of the plan: what is reverted, and what the database is before and after.",
    },
    applied: { description: "JSON array; always empty here." },
    reverted: { description: "JSON array of the ids that were reverted, in the order in which they were." },
    pending: { description: "JSON array of the ids that should have been reverted and were not." },
    "version-before": { description: "The newest applied id before." },
    "version-after": { description: "The newest applied id now." },
    changed: { description: "`true` when anything in the database is different from before." },
    "schema-before": { description: "The fingerprint of the schema before." },
    "schema-after": { description: "The fingerprint of the schema now." },
    "record-id": { description: "The id of the Deployment that is the record. Empty when none could be kept." },
    "exit-code": { description: "The exit code of the last command. Empty when none ran, or it had none." },
};
/** Reads the inputs. @throws Failure `invalid-input` that names every bad one */
function readRollbackInputs(environment) {
    const values = (0,inputs/* readInputs */.Ko)(inputs_inputs, environment);
    const problems = [...sharedProblems(values), ...ownProblems(values)];
    if (problems.length > 0)
        throw (0,inputs/* inputFailure */.vQ)(problems);
    return values;
}
function ownProblems(values) {
    const problems = [];
    if (values.environment === "") {
        problems.push({ name: "environment", given: "", accepts: "the environment whose records say where to go back to" });
    }
    if (values.services.length > 0 && values.cluster === "") {
        problems.push({ name: "cluster", given: "", accepts: "the cluster of the services", why: "services is given" });
    }
    try {
        (0,rollback_target/* parseTarget */.h)(values.to);
    }
    catch (thrown) {
        problems.push({ name: "to", given: values.to, accepts: TARGETS, why: (0,failure/* toFailure */.w2)(thrown).what });
    }
    return problems;
}
const TARGETS = "previous-deployment, deployment:<id>, before-deployment:<id>, version:<v> or steps:<n>";


/***/ }),

/***/ 2282:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6256);
/* harmony import */ var _handrail_github__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6);
/* harmony import */ var _handrail_migration__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5935);
/* harmony import */ var _handrail_migration__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(676);
/* harmony import */ var _handrail_database__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3550);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9229);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3725);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1376);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6365);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(7168);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(7517);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(8492);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1606);
/** Wires migration-rollback: reads the inputs, opens the doors, hands over to run.ts (and to post.ts after the job). */






/** Hides what is secret before anything is printed. */
function hideSecrets(host, inputs) {
    const given = inputs["database-url"];
    const mask = (secrets) => {
        for (const secret of secrets)
            if (secret !== "")
                host.mask(secret);
    };
    mask([inputs["github-token"], ...(0,_handrail_github__WEBPACK_IMPORTED_MODULE_2__/* .proxySecrets */ .Wm)(host.environment)]);
    try {
        const url = (0,_handrail_migration__WEBPACK_IMPORTED_MODULE_3__/* .databaseUrlOf */ .k)(inputs);
        // The path of a file is no secret.
        mask(url === undefined ? [given] : (0,_handrail_database__WEBPACK_IMPORTED_MODULE_4__/* .secretsOf */ .F)(url));
    }
    catch (thrown) {
        mask([given]);
        throw thrown;
    }
}
function openDoors(host, inputs, directory) {
    const { clock, log, cancelled, environment } = host;
    const workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
    const temp = environment["RUNNER_TEMP"] ?? workspace;
    return {
        workspace,
        files: _handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__/* .openCheckoutFiles */ .O(directory, workspace),
        environment: _handrail_runner_host__WEBPACK_IMPORTED_MODULE_6__/* .childEnvironment */ .Q(environment, inputs["pass-environment"]),
        processes: {
            startGroup: () => _handrail_runner_host__WEBPACK_IMPORTED_MODULE_7__/* .createProcessGroup */ .x({ cancelled, within: host.exec }),
            scratch: (files) => Promise.resolve(_handrail_runner_host__WEBPACK_IMPORTED_MODULE_8__/* .makeScratch */ .l(temp, directory, files)),
            onProcess: (pid) => host.saveState("process", String(pid)),
        },
        database: () => __nccwpck_require__.e(/* import() */ 104).then(__nccwpck_require__.bind(__nccwpck_require__, 3104)),
        aws: async () => {
            const { createAws } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(214)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3214));
            const role = inputs["role-to-assume"];
            return createAws({
                environment,
                ...(role === "" ? {} : { role: { arn: role, sessionName: "handrail-migration-rollback" } }),
                clock,
                signal: cancelled,
                mask: (secret) => host.mask(secret),
            });
        },
        clock,
        log,
        cancelled,
    };
}
function openStep(host) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readRollbackInputs */ .KA)(host.environment);
    hideSecrets(host, inputs);
    const context = (0,_handrail_github__WEBPACK_IMPORTED_MODULE_9__/* .parseContext */ .D)(host.environment, host.readEvent());
    const workspace = host.environment["GITHUB_WORKSPACE"] ?? process.cwd();
    const { path: directory } = _handrail_runner_host__WEBPACK_IMPORTED_MODULE_10__/* .openDirectory */ .A(workspace, inputs["working-directory"]);
    const doors = openDoors(host, inputs, directory);
    const { runId, runAttempt: attempt } = context;
    const step = {
        inputs,
        context,
        deps: {
            host,
            files: _handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__/* .openCheckoutFiles */ .O(directory, workspace),
            github: async ({ evenWhenCancelled = false } = {}) => {
                const { createClient } = await __nccwpck_require__.e(/* import() */ 508).then(__nccwpck_require__.bind(__nccwpck_require__, 8508));
                const { clock, log, environment, cancelled } = host;
                const { apiUrl, graphqlUrl } = context;
                const options = { token: inputs["github-token"], apiUrl, graphqlUrl, clock, log, environment };
                return createClient(evenWhenCancelled ? options : { ...options, signal: cancelled });
            },
            openPlace: (wanted = {}) => (0,_handrail_migration__WEBPACK_IMPORTED_MODULE_3__/* .openPlace */ .Q)(inputs, doors, { runId, attempt, ...wanted }),
            nonce: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(12).toString("hex"),
            newestTask: () => (0,_handrail_migration__WEBPACK_IMPORTED_MODULE_11__/* .newestTaskRecord */ .T)(step),
            ask: async () => (await doors.aws()).ask,
        },
    };
    return step;
}
await _handrail_runner_host__WEBPACK_IMPORTED_MODULE_12__/* .runAction */ .C({
    name: "migration-rollback",
    outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputs */ .V4,
    cancelledResult: "cancelled",
    main: async (host) => {
        const step = openStep(host);
        host.saveState("began", "true");
        const { run } = await Promise.all(/* import() */[__nccwpck_require__.e(222), __nccwpck_require__.e(384)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7384));
        return run(step);
    },
    post: async (host) => {
        if (host.state("began") === undefined)
            return;
        const step = openStep(host);
        const { settleLeft } = await Promise.all(/* import() */[__nccwpck_require__.e(222), __nccwpck_require__.e(294)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3294));
        await settleLeft(step, { isRunning: _handrail_runner_host__WEBPACK_IMPORTED_MODULE_13__/* .isGroupRunning */ .t });
    },
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ DatabaseFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7506);
/**
 * How the rest speaks to a database: statements in, rows out, one kind of error. Types and the error only; the door `./client`
 * has the implementation that connects, and a task in the cluster can be another.
 */

/** A statement that had no answer. Its reason is `connection-failed`. */
class DatabaseFailure extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    kind;
    code;
    said;
    constructor({ kind, code, message, cause }) {
        super({
            reason: "connection-failed",
            what: `${happened[kind]} (${message === "" || message === code ? code : `${code}: ${message}`})`,
            remedy: remedies[kind],
            cause,
        });
        this.name = "DatabaseFailure";
        this.kind = kind;
        this.code = code;
        this.said = message;
    }
}
const happened = {
    unreachable: "The database gave no answer",
    denied: "The database refused the user, or what that user asked for",
    missing: "The database does not have what was asked for",
    exists: "The database has it already",
    locked: "The database is locked by somebody else",
    refused: "The database refused a statement",
};
const remedies = {
    unreachable: "Check that the host and port of database-url can be reached from where this runs, then run the job again.",
    denied: "Check the user and password in database-url, and what that user may do.",
    missing: "Check that database-url names the right database.",
    exists: "Look for another run that works on this database.",
    locked: "Wait until whoever holds the lock is done, then run the job again.",
    refused: "Check that database-url names the right database, and what the database says.",
};


/***/ }),

/***/ 6595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ quoteName),
/* harmony export */   c: () => (/* binding */ quoteLiteral)
/* harmony export */ });
/**
 * A text as a literal. Backslashes mean something or nothing in a literal by the settings of a session (MySQL's
 * NO_BACKSLASH_ESCAPES, PostgreSQL's standard_conforming_strings), and what a byte means by its character set: such texts are
 * written in a way that does not depend on them.
 * @throws RangeError for a NUL on PostgreSQL and SQLite, whose texts cannot hold one
 */
function quoteLiteral(value, engine) {
    const text = value.toWellFormed();
    if (engine === "mysql") {
        // https://dev.mysql.com/doc/refman/8.4/en/charset-introducer.html
        return /^[ -[\]-~]*$/.test(text) ? inQuotes(text) : `_utf8mb4 x'${Buffer.from(text).toString("hex")}'`;
    }
    if (text.includes("\0"))
        throw new RangeError("A text with a NUL cannot be sent to this database.");
    if (engine === "postgresql" && text.includes("\\"))
        return ` E${inQuotes(text.replaceAll("\\", "\\\\"))}`;
    return inQuotes(text);
}
/** A name of a table, a column … @throws RangeError for an empty name, or one with a NUL */
function quoteName(name, engine) {
    if (name === "" || name.includes("\0"))
        throw new RangeError("A database cannot have such a name.");
    const mark = engine === "mysql" ? "`" : '"';
    return `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
}
function inQuotes(text) {
    return `'${text.replaceAll("'", "''")}'`;
}


/***/ }),

/***/ 3550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Options whose value is a secret. */
const SECRET_OPTION = /^(?:ssl)?(?:password|passwd|pass|pwd|passphrase|secret|token|access_?token|auth_?token|api_?key)$/i;
/**
 * Every form in which the secrets of an address are known to be written: as they stand in it, decoded, and encoded the ways that
 * tools encode; and the whole address, when it says more than `place`. The longest first; nothing empty.
 */
function secretsOf(url) {
    const forms = new Set();
    const secrets = Object.entries(url.options).flatMap(([name, value]) => (SECRET_OPTION.test(name) ? [value] : []));
    for (const secret of [url.password, ...secrets])
        addForms(forms, secret);
    for (const raw of writtenIn(url))
        forms.add(raw);
    if (secrets.length > 0 || (url.engine !== "sqlite" && url.text !== url.place))
        forms.add(url.text);
    // Python's configuration files and its drivers write a percent sign twice.
    const doubled = [...forms].map((form) => form.replaceAll("%", "%%"));
    for (const form of doubled)
        forms.add(form);
    forms.delete("");
    return [...forms].toSorted((a, b) => b.length - a.length);
}
/** What Go's addresses, Python's `quote` and SQLAlchemy leave as it is. */
const LEFT = [/%(?:24|26|2B|2C|3B|3D)/g, /%2F/g, /%(?:20|2B)/g];
/** RFC 3986, a form field, an address as JavaScript writes it, and what Python, Go and Ruby leave as it is. */
function addForms(forms, secret) {
    const text = secret.toWellFormed();
    const component = encodeURIComponent(text);
    const strict = component.replaceAll(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const field = new URLSearchParams({ "": secret }).toString().slice(1);
    const address = new URL("x://h");
    address.password = text;
    const left = LEFT.flatMap((codes) => [component, strict].map((form) => form.replaceAll(codes, (code) => decodeURIComponent(code))));
    for (const form of [component, strict, field, address.password, encodeURI(text), ...left]) {
        forms.add(form);
        forms.add(form.replaceAll(/%../g, (code) => code.toLowerCase()));
    }
    forms.add(secret);
}
/** The password and the secret options as the address spells them. */
function writtenIn({ engine, text }) {
    const mark = text.indexOf("?");
    const pairs = mark === -1 ? [] : text.slice(mark + 1).split("&");
    const options = pairs.flatMap((pair) => {
        const [name = "", ...value] = pair.split("=");
        return SECRET_OPTION.test(name) ? [value.join("=")] : [];
    });
    if (engine === "sqlite")
        return options;
    const [, authority = ""] = /:\/\/([^/?]*)/.exec(text) ?? [];
    const who = authority.slice(0, Math.max(authority.lastIndexOf("@"), 0));
    return who.includes(":") ? [who.slice(who.indexOf(":") + 1), ...options] : options;
}


/***/ }),

/***/ 8719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ searchPathSetting),
/* harmony export */   hB: () => (/* binding */ searchPathOf),
/* harmony export */   hg: () => (/* binding */ searchPathText)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6595);
/** The search path that an address of PostgreSQL names: with it the schemas of one database can be databases of their own. Pure. */

/**
 * The schemas of the search path, in order: of the option `search_path` (Go, libpq's users), `currentSchema` (Java) or `schema`
 * (Prisma: one name as it is), or of `-c search_path=…` in libpq's `options`. Empty when the address names none, or nothing but
 * `"$user"` and `public`, PostgreSQL's own default.
 * https://www.postgresql.org/docs/15/ddl-schemas.html#DDL-SCHEMAS-PATH
 */
function searchPathOf(options, user) {
    const text = searchPathText(options);
    const names = text === undefined ? inOptions(options) : splitNames(text);
    if (names.every((name) => name === "public" || name === "$user"))
        return [];
    return names.map((name) => (name === "$user" ? user : name)).filter((name) => name !== "");
}
/** As SQL has it, of an option of its own; undefined when the address has none. */
function searchPathText(options) {
    const { schema } = options;
    const own = schema === undefined || schema === "" ? undefined : (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .A)(schema, "postgresql");
    return options["search_path"] ?? options["currentSchema"] ?? own;
}
/** Sets a search path, in the form of libpq's `options`, which `PGOPTIONS` has, too. */
function searchPathSetting(text) {
    return `-c search_path=${text.replaceAll(/[\\\s]/g, String.raw `\$&`)}`;
}
/** `options=-c search_path=a,b`, as the server reads it: in any case, `-` for `_`, the last one counts, a backslash keeps what follows. */
function inOptions({ options = "" }) {
    const all = options.matchAll(/(?:^|\s)(?:-c\s*|--)search[_-]path=((?:\\.|[^\s\\])*)/gi);
    const found = [...all].at(-1)?.[1];
    return found === undefined ? [] : splitNames(found.replaceAll(/\\(.)/gs, "$1"));
}
/** Names of SQL: without quotes they are lower case. */
function splitNames(text) {
    return Array.from(text.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g), ([, quoted, plain = ""]) => quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"'));
}


/***/ }),

/***/ 6472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   DS: () => (/* binding */ splitOptions),
/* harmony export */   _5: () => (/* binding */ refuseUrl)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7279);
/** What addresses of all databases have in common as texts: percent-encoding, options, and how one is refused. */

const ACCEPTED = "postgresql://user:password@host:5432/database, mysql://user:password@host:3306/database or sqlite:path/to/file, with @ : / ? # % in user and password percent-encoded";
/** The failure of an address. `why` says what is wrong, and never repeats anything of it. */
function refuseUrl(why) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .inputFailure */ .vQ)([{ name: "database-url", accepts: ACCEPTED, why }]);
}
/** Decodes a part. `+` is a plus. @throws Failure `invalid-input` */
function decode(text) {
    try {
        const decoded = decodeURIComponent(text);
        if (!decoded.includes("\0"))
            return decoded;
    }
    catch {
        // The same as below.
    }
    throw refuseUrl("it has a % that begins no character: a % is written as %25");
}
/** Parts what follows `?` from the rest and decodes it; of options that come twice the last one counts. @throws Failure `invalid-input` */
function splitOptions(text) {
    const mark = text.indexOf("?");
    if (mark === -1)
        return [text, {}];
    const pairs = text
        .slice(mark + 1)
        .split("&")
        .filter((pair) => pair !== "");
    const options = pairs.map((pair) => {
        const equals = pair.includes("=") ? pair.indexOf("=") : pair.length;
        const name = decode(pair.slice(0, equals));
        // Anything else is what stands behind a ? of a password.
        if (!/^[A-Za-z_][\w.-]*$/.test(name))
            throw refuseUrl("it has an option behind its ? whose name cannot be one");
        return [name, decode(pair.slice(equals + 1))];
    });
    return [text.slice(0, mark), Object.fromEntries(options)];
}


/***/ }),

/***/ 4582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ tlsOf)
/* harmony export */ });
/* harmony import */ var _url_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6472);
/** What an address says about TLS, in the words of the drivers of PostgreSQL and MySQL. */

/**
 * By lower-case value. https://www.postgresql.org/docs/current/libpq-ssl.html,
 * https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode, and what the drivers of Go, Java, Node
 * and Prisma say.
 */
const modes = new Map([
    ["disable", "disable"],
    ["disabled", "disable"],
    ["false", "disable"],
    ["0", "disable"],
    ["allow", "prefer"],
    ["prefer", "prefer"],
    ["preferred", "prefer"],
    ["require", "require"],
    ["required", "require"],
    ["no-verify", "require"],
    ["skip-verify", "require"],
    ["accept_invalid_certs", "require"],
    ["1", "require"],
    ["verify-ca", "verify-ca"],
    ["verify_ca", "verify-ca"],
    ["verify-full", "verify-full"],
    ["verify_identity", "verify-full"],
    ["strict", "verify-full"],
]);
/** The first of them that an address has decides. `true` is as strict as the driver means it that the name comes from. */
const names = [
    ["sslmode", "require"],
    ["ssl-mode", "require"],
    ["ssl_mode", "require"],
    ["sslMode", "require"],
    ["sslaccept", "require"],
    ["tls", "verify-full"],
    ["ssl", "require"],
    ["useSSL", "require"],
];
/** What the address says; `prefer` when it says nothing. @throws Failure `invalid-input` for a value that is not known */
function tlsOf({ options, host }) {
    // Nobody listens in on a socket of the machine; libpq ignores sslmode there, too.
    if (host.startsWith("/"))
        return { mode: "disable" };
    const files = {
        ...first(options, "ca", ["sslrootcert", "ssl-ca", "ssl_ca", "sslca"]),
        ...first(options, "cert", ["sslcert", "ssl-cert", "ssl_cert"]),
        ...first(options, "key", ["sslkey", "ssl-key", "ssl_key"]),
    };
    const [name, whenTrue] = names.find(([each]) => options[each] !== undefined) ?? [];
    if (name === undefined || whenTrue === undefined)
        return { mode: "prefer", ...files };
    const value = (options[name] ?? "").toLowerCase();
    const mode = value === "true" || value === "" ? whenTrue : (modes.get(value) ?? modeOfObject(value));
    if (mode === undefined)
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseUrl */ ._5)(`its option ${name} has a value that is not known`);
    // With a certificate to believe, libpq and MySQL's client check it, whatever "require" says.
    return { mode: mode === "require" && files.ca !== undefined ? "verify-ca" : mode, ...files };
}
/** Drivers of Node take an object: `ssl={"rejectUnauthorized":true}`. */
function modeOfObject(value) {
    const [, isStrict] = /^\{\s*"rejectunauthorized"\s*:\s*(true|false)\s*\}$/.exec(value) ?? [];
    if (isStrict === undefined)
        return undefined;
    return isStrict === "true" ? "verify-full" : "require";
}
function first(options, key, spellings) {
    const value = spellings.map((each) => options[each]).find((each) => each !== undefined && each !== "");
    return value === undefined ? {} : { [key]: value };
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseContext)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7506);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2943);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9662);
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

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isLost),
/* harmony export */   i: () => (/* binding */ GitHubFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7506);
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

/***/ 6002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ permissionHint)
/* harmony export */ });
/* unused harmony export describeUnkept */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7903);
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubFailure */ .i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = toFailure(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
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

/***/ 4437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ toolNames)
/* harmony export */ });
/** The names of `tool`. */
const toolNames = [
    "alembic",
    "atlas",
    "cakephp",
    "custom",
    "dbmate",
    "django",
    "flyway",
    "golang-migrate",
    "goose",
    "knex",
    "laravel",
    "liquibase",
    "node-pg-migrate",
    "phinx",
    "prisma",
    "rails",
    "sequelize",
    "sqitch",
    "typeorm",
    "umzug",
];


/***/ }),

/***/ 6132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ custom),
/* harmony export */   i: () => (/* binding */ parseStatus)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2412);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3064);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9404);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7279);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7506);
/* harmony import */ var _javascript_tool_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7935);
/**
 * The tool `custom`: three commands that a project names itself.
 * `status-command` prints `{"applied": [ids, in the order they were applied], "pending": [ids, in the order they would be]}`.
 * `up-command` is run until nothing is pending: HANDRAIL_MIGRATION names the one that has to be applied, HANDRAIL_MIGRATIONS all that
 * are pending, one a line.
 * `down-command` is run once for each migration that is reverted: HANDRAIL_MIGRATION names it.
 */


/** A tool of the project's own. */
const custom = {
    tool: "custom",
    title: "the project's own tool",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: false,
    list: () => Promise.resolve(undefined),
    state: (settings) => ({
        how: "status",
        tables: settings.migrationsTable === "" ? [] : [settings.migrationsTable],
        status: {
            command: command("status", settings, {}),
            parse({ exitCode, stdout }) {
                if (exitCode !== 0)
                    throw unusable(`it ended with exit code ${exitCode ?? "none"}`);
                return parseStatus(stdout);
            },
        },
    }),
    up(pending, { settings }) {
        const ids = pending.map(({ id }) => id);
        const [first = ""] = ids;
        const variables = { HANDRAIL_MIGRATION: first, HANDRAIL_MIGRATIONS: ids.join("\n") };
        // Whether it applies one or all of them is read afterwards: only the first has to be done.
        return { command: command("up", settings, variables), applies: [first] };
    },
    down({ id }, { settings }) {
        if (settings.custom.down.length === 0)
            return undefined;
        return { command: command("down", settings, { HANDRAIL_MIGRATION: id }), reverts: id };
    },
};
/**
 * Reads what a status-command printed. Where a line is nothing but the object, the last such line counts: a task's output holds the
 * errors, too.
 * @throws Failure `tool-failed` when it is not what the contract says
 */
function parseStatus(stdout) {
    const status = parseObject(stdout);
    const applied = idsOf(status, "applied");
    const pending = idsOf(status, "pending");
    const both = applied.find((id) => pending.includes(id));
    if (both !== undefined)
        throw unusable(`${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(both)} is in "applied" and in "pending"`);
    return { applied: applied.map((id) => ({ id })), isInOrder: true, pending };
}
function parseObject(stdout) {
    const lines = stdout.split(/\r?\n/).map((line) => line.trim());
    const alone = lines.findLast((line) => line.startsWith("{") && line.endsWith("}"));
    for (const text of [stdout.trim(), alone]) {
        const found = text === undefined ? undefined : parsed(text);
        if (typeof found === "object" && found !== null && !Array.isArray(found))
            return found;
    }
    const shown = stdout.trim() === "" ? "it printed nothing" : "what it printed is no JSON object";
    throw unusable(shown);
}
function parsed(text) {
    try {
        return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text);
    }
    catch {
        return undefined;
    }
}
function idsOf(status, name) {
    const found = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .read */ .LF)(status, name);
    if (found === undefined)
        throw unusable(`"${name}" is missing`);
    if (!Array.isArray(found))
        throw unusable(`"${name}" is no list`);
    const ids = found.map((id) => {
        if (typeof id !== "string")
            throw unusable(`"${name}" has an id that is no text: ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(JSON.stringify(id))}`);
        if (id === "")
            throw unusable(`"${name}" has an empty id`);
        if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(id)) {
            throw unusable(`"${name}" has an id with a character that cannot be seen: ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(id)}`);
        }
        return id;
    });
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined)
        throw unusable(`"${name}" has ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(twice)} twice`);
    return ids;
}
/** @throws Failure `invalid-input` when the input is empty */
function command(which, settings, variables) {
    const [first, ...rest] = settings.custom[which];
    if (first === undefined) {
        throw (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .inputFailure */ .vQ)([{ name: `${which}-command`, given: "", accepts: "a command", why: "tool custom needs it" }]);
    }
    return { argv: [first, ...rest], environment: { ...(0,_javascript_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentOf */ .p7)(settings), ...variables } };
}
function unusable(what) {
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR({
        reason: "tool-failed",
        what: `status-command did not say what is applied: ${what}`,
        remedy: 'Let it print {"applied": ["id", …], "pending": ["id", …]} and nothing else on its last line, and exit with 0.',
    });
}


/***/ }),

/***/ 7935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kz: () => (/* binding */ hasOption),
/* harmony export */   WQ: () => (/* binding */ toolCommand),
/* harmony export */   jW: () => (/* binding */ completeCommand),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/** Where npm, pnpm and yarn put the programs of the packages that a project depends on. */
const BIN = "./node_modules/.bin/";
/**
 * Fills in tool-command where it is empty: the project's own program when the checkout has it (in a task: as if it had), else
 * whatever PATH has. Never `npx`: it stands between the tool and the signals it is sent.
 */
async function completeCommand(files, settings, program) {
    if (settings.toolCommand.length > 0)
        return settings;
    const isHere = settings.isRemote || (await files.read(`${BIN}${program}`.slice(2))) !== undefined;
    return { ...settings, toolCommand: [isHere ? `${BIN}${program}` : program] };
}
/** A command of the tool with these arguments. The address of the database goes by the environment; a task knows its own. */
function toolCommand(settings, program, args, url) {
    const [first = settings.isRemote ? `${BIN}${program}` : program, ...rest] = settings.toolCommand;
    return { argv: [first, ...rest, ...args], environment: environmentOf(settings, url) };
}
/** DATABASE_URL for a process here, in the tool's own spelling when that differs. */
function environmentOf({ url, isRemote }, spelling) {
    return isRemote || url === undefined ? {} : { DATABASE_URL: spelling ?? url.text };
}
/** Whether the command of the project has one of these options already. */
function hasOption({ toolCommand: given }, ...options) {
    return given.some((each) => options.some((option) => each === option || each.startsWith(`${option}=`)));
}


/***/ }),

/***/ 8378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Hn: () => (/* binding */ isTrue),
/* harmony export */   T9: () => (/* binding */ toolTable),
/* harmony export */   Z8: () => (/* binding */ quoteTable),
/* harmony export */   xz: () => (/* binding */ readTable)
/* harmony export */ });
/* harmony import */ var _handrail_database__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6595);
/* harmony import */ var _handrail_database__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5587);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7506);
/** Reads the applied set from a tool's own table. */


/** The tool's table: `name` or `schema.name` by the input migrations-table, else its usual name. */
function toolTable({ migrationsTable }, usual) {
    const text = migrationsTable === "" ? usual : migrationsTable;
    const dot = text.lastIndexOf(".");
    return dot === -1 ? { schema: "", name: text } : { schema: text.slice(0, dot), name: text.slice(dot + 1) };
}
/** Its name inside a statement. */
function quoteTable({ schema, name }, engine) {
    return schema === "" ? (0,_handrail_database__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .A)(name, engine) : `${(0,_handrail_database__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .A)(schema, engine)}.${(0,_handrail_database__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .A)(name, engine)}`;
}
/**
 * Asks one table; no rows when there is no such table. A table without a column that is asked for is another one: an error.
 * @throws Failure `invalid-input` for such a table, DatabaseFailure
 */
async function readTable(query, statement) {
    try {
        const [rows] = await query([statement]);
        return rows ?? [];
    }
    catch (thrown) {
        if (!(thrown instanceof _handrail_database__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseFailure */ .M) || thrown.kind !== "missing")
            throw thrown;
        if (!isColumn(thrown))
            return [];
        throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
            reason: "invalid-input",
            what: `The table where this tool should keep what is applied is another one (${thrown.said})`,
            remedy: "Name the tool's own table in migrations-table, and its database in database-url.",
            cause: thrown,
        });
    }
}
/** PostgreSQL's 42703, MySQL's 1054; SQLite only says it in words. */
function isColumn({ code, said }) {
    return code === "42703" || code === "1054" || /no such column|no column named/i.test(said);
}
/** A column of each row as text, in the order of the rows. */
function textsOf(rows, column) {
    return rows.map((row) => String(row[column] ?? ""));
}
/** Whether a value of a column means yes: booleans come as 1, `t` or `true`, too. */
function isTrue(value) {
    return value === true || value === 1 || (typeof value === "string" && /^(?:1|t|true)$/i.test(value));
}


/***/ }),

/***/ 5935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ databaseUrlOf),
  Q: () => (/* binding */ openPlace)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:path/posix"
const posix_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
// EXTERNAL MODULE: ./packages/database/lib/url-search-path.js
var url_search_path = __nccwpck_require__(8719);
// EXTERNAL MODULE: ./packages/database/lib/url-text.js
var url_text = __nccwpck_require__(6472);
;// CONCATENATED MODULE: ./packages/database/lib/url-sqlite.js
/** The file of an SQLite address. Tools disagree on how many slashes an absolute path has: here more than one is one. */

/**
 * The path in what follows the scheme: `relative.db`, `//relative.db`, `/absolute.db`, `///absolute.db` and `////absolute.db`.
 * @throws Failure `invalid-input` for a database in memory, which ends with the process that made it
 */
function parseSqliteName(address, options) {
    const path = (0,url_text/* decode */.D4)(address.replace(/^\/\/localhost(?=\/)/, "//"))
        .replace(/^\/\/(?!\/)/, "")
        .replace(/^\/+/, "/");
    if (path.endsWith(":memory:") || options["mode"] === "memory") {
        throw (0,url_text/* refuseUrl */._5)("a database in memory is gone when the tool ends");
    }
    if (path === "" || path.endsWith("/"))
        throw (0,url_text/* refuseUrl */._5)("it names no file");
    if (/\p{Cc}/u.test(path))
        throw (0,url_text/* refuseUrl */._5)("it has control characters");
    return path;
}

// EXTERNAL MODULE: ./packages/database/lib/url-tls.js
var url_tls = __nccwpck_require__(4582);
;// CONCATENATED MODULE: ./packages/database/lib/url-authority.js
/** The part of an address that says who and where: `user:password@host:port`. */

/** Parses what stands between `//` and the next `/`. @throws Failure `invalid-input` */
function parseAuthority(text) {
    const at = text.lastIndexOf("@");
    const who = text.slice(0, Math.max(at, 0));
    const colon = who.includes(":") ? who.indexOf(":") : who.length;
    const [host, port] = splitHost(unwrap(text.slice(at + 1)));
    return {
        user: (0,url_text/* decode */.D4)(who.slice(0, colon)),
        password: (0,url_text/* decode */.D4)(who.slice(colon + 1)),
        host,
        port: port === "" ? undefined : parsePort(port),
    };
}
/** A port as a number. @throws Failure `invalid-input` */
function parsePort(text) {
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= 65_535)
        return port;
    throw (0,url_text/* refuseUrl */._5)("its port is no number from 1 to 65535");
}
/** Drivers of Go write `tcp(host:port)`. https://github.com/go-sql-driver/mysql#dsn-data-source-name */
function unwrap(text) {
    return /^tcp\((.*)\)$/.exec(text)?.[1] ?? text;
}
function splitHost(text) {
    const [, address, ipPort] = /^\[([\da-fA-F:.]+(?:%[\w.%-]+)?)\](?::(.*))?$/.exec(text) ?? [];
    if (address !== undefined)
        return [(0,url_text/* decode */.D4)(address), ipPort ?? ""];
    const [name = "", port = "", ...more] = text.split(":");
    if (more.length > 0)
        throw (0,url_text/* refuseUrl */._5)("its host has more than one : (an IPv6 address stands in brackets)");
    const host = (0,url_text/* decode */.D4)(name);
    if (host.includes(","))
        throw (0,url_text/* refuseUrl */._5)("it names more than one host");
    // A \ or a space cannot be in a name; what looks like one is mostly a part of a password.
    if (!host.startsWith("/") && /[^\p{L}\p{N}._-]/u.test(host))
        throw (0,url_text/* refuseUrl */._5)("its host is no name of a host");
    return [host, port];
}

;// CONCATENATED MODULE: ./packages/database/lib/url.js
/** The address of a database, as `database-url` gives it. */







/** By lower-case scheme. `postgis` and `mysql2` are Rails' names, `pgsql` is Laravel's; what follows `+` is SQLAlchemy's driver. */
const engines = new Map([
    ["postgres", "postgresql"],
    ["postgresql", "postgresql"],
    ["postgis", "postgresql"],
    ["pgsql", "postgresql"],
    ["mysql", "mysql"],
    ["mysql2", "mysql"],
    ["mariadb", "mysql"],
    ["sqlite", "sqlite"],
    ["sqlite3", "sqlite"],
    ["file", "sqlite"],
]);
const SCHEME = /^([a-z][a-z0-9]*)(?:\+[a-z0-9_]+)?:(.*)$/is;
/**
 * Parses an address. User, password, host and name are percent-decoded; what has a meaning in an address (`@ : / ? # %`) has to
 * be percent-encoded in them.
 * @throws Failure `invalid-input`, which never repeats anything of the address
 */
function parseDatabaseUrl(text) {
    const [, written = "", rest = ""] = SCHEME.exec(text) ?? [];
    const scheme = written.toLowerCase();
    const engine = engines.get(scheme);
    if (engine === undefined)
        throw (0,url_text/* refuseUrl */._5)("it begins with none of the schemes that are known");
    if (rest.includes("#"))
        throw (0,url_text/* refuseUrl */._5)("it has a # that is not written as %23");
    const [address, options] = (0,url_text/* splitOptions */.DS)(rest);
    if (engine === "sqlite") {
        const name = parseSqliteName(address, options);
        const where = { host: "", port: 0, user: "", password: "", name };
        const path = name.split("/").map(encodeURIComponent).join("/");
        const identity = identityOf(engine, where, []);
        return { engine, text, scheme, ...where, options, searchPath: [], identity, place: `sqlite:${path}` };
    }
    const where = parseServer(address, options, engine);
    const { host, port, name, user } = where;
    const searchPath = engine === "postgresql" ? (0,url_search_path/* searchPathOf */.hB)(options, user) : [];
    const schema = searchPath[0] === undefined ? "" : ` (schema ${searchPath[0]})`;
    const place = `${engine}://${hostText(host)}:${port}/${encodeURIComponent(name)}${schema}`;
    const identity = identityOf(engine, where, searchPath[0] === "public" ? [] : searchPath.slice(0, 1));
    const url = { engine, text, scheme, ...where, options, searchPath, identity, place };
    // What cannot be understood of TLS is told here and not when the connection is made.
    (0,url_tls/* tlsOf */.V)(url);
    return url;
}
/** Parts that an address leaves out may stand in its options, as libpq and JDBC have it. */
function parseServer(address, options, engine) {
    if (!address.startsWith("//"))
        throw (0,url_text/* refuseUrl */._5)("no // follows its scheme");
    const slash = address.indexOf("/", 2);
    const end = slash === -1 ? address.length : slash;
    const { user, password, host, port } = parseAuthority(address.slice(2, end));
    const path = address.slice(end + 1);
    if (/[/@]/.test(path))
        throw (0,url_text/* refuseUrl */._5)("its database has a / or @ in its name that is not percent-encoded");
    const socket = options["socket"] ?? options["unix_socket"];
    const where = {
        host: host || (options["host"] ?? socket ?? "localhost"),
        port: port ?? portOf(options["port"]) ?? (engine === "postgresql" ? 5432 : 3306),
        user: user || (options["user"] ?? ""),
        password: password || (options["password"] ?? ""),
        name: (0,url_text/* decode */.D4)(path) || (options["dbname"] ?? options["database"] ?? ""),
    };
    if (where.name === "")
        throw (0,url_text/* refuseUrl */._5)("it names no database");
    if (/\p{Cc}/u.test(where.host + where.user + where.name))
        throw (0,url_text/* refuseUrl */._5)("it has control characters");
    return where;
}
function portOf(text) {
    return text === undefined || text === "" ? undefined : parsePort(text);
}
function identityOf(engine, { host, port, name }, schema) {
    const parts = engine === "sqlite" ? [engine, (0,posix_namespaceObject.normalize)(name)] : [engine, host.toLowerCase(), port, name, ...schema];
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}
/** A host as an address has it: IPv6 in brackets, the path of a socket encoded. */
function hostText(host) {
    return host.includes(":") ? `[${host}]` : encodeURIComponent(host);
}

// EXTERNAL MODULE: ./packages/database/lib/quote.js
var quote = __nccwpck_require__(6595);
// EXTERNAL MODULE: ./packages/runner/lib/inputs.js
var lib_inputs = __nccwpck_require__(7279);
// EXTERNAL MODULE: ./packages/migration/lib/adapter.js
var lib_adapter = __nccwpck_require__(4437);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/alembic-config.js
/** Where Alembic keeps its revisions, by its configuration: alembic.ini (or Flask-Migrate's), or pyproject.toml since 1.16. */

/** Where `flask db init` writes its configuration; the scripts stand beside it. */
const FLASK = "migrations/alembic.ini";
/** Finds them: migrations-directory (the one with `versions`, or that one), else the configuration, else what `alembic init` writes. */
async function revisionPlaces(files, settings) {
    const { migrationsDirectory: given, toolCommand } = settings;
    if (given !== "")
        return { directories: [await withVersions(files, given)], isDeep: false };
    const ini = optionValue(toolCommand, ["-c", "--config"]);
    const section = optionValue(toolCommand, ["-n", "--name"]) ?? "alembic";
    for (const path of ini === undefined ? ["alembic.ini", FLASK] : [ini]) {
        const text = await files.read(path);
        const usual = path === FLASK ? "%(here)s" : "alembic";
        if (text !== undefined)
            return placesOf(readIni(text, section), external_node_path_.posix.dirname(path), usual);
    }
    const project = await files.read("pyproject.toml");
    return placesOf(project === undefined ? new Map() : readToml(project), ".", "alembic");
}
async function withVersions(files, directory) {
    const inside = external_node_path_.posix.join(directory, "versions");
    const paths = await files.list(inside);
    return paths.some((path) => path.endsWith(".py")) ? inside : external_node_path_.posix.normalize(directory);
}
function placesOf(options, here, usual) {
    const isDeep = /^(?:1|true|yes|on)$/i.test(textOf(options, "recursive_version_locations"));
    const script = textOf(options, "script_location") || usual;
    const versions = options.get("version_locations") ?? "";
    const listed = typeof versions === "string" ? splitPlaces(versions, options) : versions;
    const paths = listed.length > 0 ? listed : [`${script}/versions`];
    return { directories: paths.map((path) => placeOf(path, here)), isDeep };
}
function textOf(options, name) {
    const value = options.get(name) ?? "";
    return typeof value === "string" ? value : "";
}
/** By `path_separator` (`version_path_separator` before 1.16); without it white space and commas separate. */
function splitPlaces(text, options) {
    const told = textOf(options, "path_separator") || textOf(options, "version_path_separator");
    const word = told.split(/\s/)[0] ?? "";
    const separator = word === "os" || word === ":" ? ":" : word === ";" ? ";" : word === "newline" ? "\n" : /[\s,]+/;
    return text
        .split(separator)
        .map((each) => each.trim())
        .filter((each) => each !== "");
}
/** `%(here)s` is the directory of the configuration; `package:directory` is one inside a package. */
function placeOf(path, here) {
    const whole = path.replaceAll("%(here)s", here).replaceAll("%%", "%");
    const colon = whole.indexOf(":");
    if (colon === -1)
        return external_node_path_.posix.normalize(whole);
    return external_node_path_.posix.join(whole.slice(0, colon).replaceAll(".", "/"), whole.slice(colon + 1));
}
/** One section, as Python's configparser reads it: `key = value`, further lines further in. */
function readIni(text, section) {
    const options = new Map();
    let isInside = false;
    let key = "";
    for (const line of text.split(/\r?\n/)) {
        const header = /^\[(.+)\]\s*$/.exec(line);
        const entry = /^([^\s#;:=[][^:=]*)[:=](.*)$/.exec(line);
        if (header !== null)
            [isInside, key] = [header[1] === section, ""];
        else if (!isInside || /^\s*(?:[#;]|$)/.test(line))
            continue;
        else if (/^\s/.test(line) && key !== "")
            options.set(key, `${options.get(key) ?? ""}\n${line.trim()}`.trim());
        else if (entry !== null) {
            key = (entry[1] ?? "").trim().toLowerCase();
            options.set(key, (entry[2] ?? "").trim());
        }
    }
    return options;
}
/** The table of pyproject.toml: texts, and lists of texts. */
function readToml(text) {
    const options = new Map();
    for (const [name, value] of readIni(text, "tool.alembic")) {
        const texts = Array.from(value.matchAll(/"([^"]*)"|'([^']*)'/g), ([, double, single]) => double ?? single ?? "");
        options.set(name, value.startsWith("[") ? texts : (texts[0] ?? value));
    }
    return options;
}
/** `-c file`, `-cfile` is not known, `--config file`, `--config=file`. */
function optionValue(command, names) {
    for (const [at, word] of command.entries()) {
        if (names.includes(word))
            return command[at + 1];
        const long = names.find((name) => name.startsWith("--") && word.startsWith(`${name}=`));
        if (long !== undefined)
            return word.slice(long.length + 1);
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/runner/lib/quote.js
var lib_quote = __nccwpck_require__(2412);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/alembic-graph.js
/** Alembic's revisions as a graph: their order, and what a head implies. */

/**
 * All revisions, each behind what it follows and needs, with `after`: what it follows first.
 * @throws Failure `invalid-input` when two have the same id, one that is followed is not there, or they go in a circle
 */
function orderRevisions(revisions) {
    const byId = new Map();
    for (const revision of revisions) {
        const { id } = revision.migration;
        if (byId.has(id))
            throw broken(`the revision ${(0,lib_quote/* quoteText */.o)(id)} is there more than once`);
        byId.set(id, revision);
    }
    const migrations = revisions.map(({ migration, follows, needs }) => {
        const missing = follows.find((id) => !byId.has(id));
        if (missing !== undefined) {
            throw broken(`${(0,lib_quote/* quoteText */.o)(migration.title)} follows the revision ${(0,lib_quote/* quoteText */.o)(missing)}, which is not there`);
        }
        const needed = needs.flatMap((need) => resolveNeed(need, revisions));
        return { ...migration, after: [...new Set([...follows, ...needed])] };
    });
    return orderByAfter(migrations);
}
/** A need names a revision, its first characters, or a branch by its label. What is found nowhere is left to Alembic. */
function resolveNeed(need, revisions) {
    const named = revisions.filter(({ migration, labels }) => migration.id === need || labels.includes(need));
    const found = named.length > 0 ? named : revisions.filter(({ migration }) => migration.id.startsWith(need));
    return found.length === 1 ? found.map(({ migration }) => migration.id) : [];
}
/** Orders migrations so that each stands behind those it names in `after`; otherwise they stay as they are. @throws Failure */
function orderByAfter(migrations) {
    const byId = new Map(migrations.map((migration) => [migration.id, migration]));
    const left = new Map(migrations.map(({ id, after = [] }) => [id, after.filter((each) => byId.has(each)).length]));
    const followers = new Map();
    for (const migration of migrations) {
        for (const id of migration.after ?? [])
            followers.set(id, [...(followers.get(id) ?? []), migration]);
    }
    const ordered = migrations.filter(({ id }) => left.get(id) === 0);
    for (const { id } of ordered) {
        for (const follower of followers.get(id) ?? []) {
            const count = (left.get(follower.id) ?? 0) - 1;
            left.set(follower.id, count);
            if (count === 0)
                ordered.push(follower);
        }
    }
    const stuck = migrations.find(({ id }) => (left.get(id) ?? 0) > 0);
    if (stuck !== undefined)
        throw broken(`${(0,lib_quote/* quoteText */.o)(stuck.title)} stands in a circle: it needs what needs it`);
    return ordered;
}
/** What is applied when these heads are: they and all they imply, in the graph's order, then the heads that it does not know. */
function reach(heads, migrations) {
    const byId = new Map(migrations.map((migration) => [migration.id, migration]));
    const reached = new Set();
    const open = [...heads];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (reached.has(id))
            continue;
        reached.add(id);
        open.push(...(byId.get(id)?.after ?? []));
    }
    const known = migrations.filter(({ id }) => reached.has(id)).map(({ id }) => id);
    return [...known, ...heads.filter((id) => !byId.has(id))];
}
/** Whether the order can only have been this one: each follows the one before it. */
function isChain(ids, migrations) {
    const byId = new Map(migrations.map((migration) => [migration.id, migration]));
    return ids.every((id, at) => at === 0 || byId.get(id)?.after?.includes(ids[at - 1] ?? "") === true);
}
function broken(what) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `The migrations cannot be put in order: ${what}`,
        remedy: "Mend the files; the tool itself would refuse them, too.",
    });
}

// EXTERNAL MODULE: ./packages/migration/lib/tool-output.js
var tool_output = __nccwpck_require__(9726);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/alembic-history.js
/**
 * Reads `alembic history --verbose --indicate-current` (1.8.1: `Script.log_entry`), which says all revisions and the current ones:
 * for a task, whose image can have other files than the checkout.
 */



const REVISION = /^Rev: (\S+)((?: \([a-z]+\))*)\s*$/;
const NAMED = /^(Parent|Merges|Also depends on|Branch names): (.+)$/;
const MEANINGS = new Map([
    ["Parent", "follows"],
    ["Merges", "follows"],
    ["Also depends on", "needs"],
    ["Branch names", "labels"],
]);
/**
 * @param listed what the checkout knows of the same revisions
 * @throws Failure `tool-failed`
 */
function parseHistory({ exitCode, stdout, stderr }, listed) {
    if (exitCode !== 0)
        throw failed({ stdout, stderr });
    const byId = new Map(listed.map((migration) => [migration.id, migration]));
    const heads = [];
    const found = [];
    for (const line of stdout.split(/\r?\n/)) {
        const [, id, marks = ""] = REVISION.exec(line) ?? [];
        if (id !== undefined) {
            const migration = byId.get(id) ?? { id, title: id, digest: "", down: "unknown" };
            found.push({ migration, follows: [], needs: [], labels: [] });
            if (marks.includes("(current)"))
                heads.push(id);
        }
        const [, name = "", texts = ""] = NAMED.exec(line) ?? [];
        const place = MEANINGS.get(name);
        if (place !== undefined && texts.trim() !== "<base>") {
            found.at(-1)?.[place].push(...texts.split(",").map((each) => each.trim()));
        }
    }
    // The newest stands first. All of a branch are shown with its label, and the one that has it is their first.
    const known = orderRevisions(found.toReversed().map((each) => ({ ...each, labels: ownLabels(each, found) })));
    const applied = reach(heads, known);
    return { applied: applied.map((id) => ({ id })), isInOrder: isChain(applied, known), known };
}
function ownLabels({ labels, follows }, all) {
    const before = all.filter(({ migration }) => follows.includes(migration.id)).flatMap((each) => each.labels);
    const inherited = new Set(before);
    return labels.filter((label) => !inherited.has(label));
}
function failed(said) {
    const why = (0,tool_output/* rootCause */.e)(said);
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Alembic cannot say which revisions are applied${why === "" ? "" : ` (${why})`}`,
        remedy: "Run `alembic history --verbose --indicate-current` by hand where the step runs it, and mend what it says.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/python-source.js
/** Reads Python as tokens and logical lines: enough to find assignments, literals and the bodies of functions. Nothing is run. */
const STRING = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:"""|'''|"|')/y;
const WORD = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const NUMBER = /\d[\w.]*|\.\d[\w.]*/y;
const OPERATOR = /->|:=|\*\*=?|\/\/=?|[<>=!+\-*/%&|^@]=|[^\s\w]/y;
const TAB = 8;
/** The logical lines of a source. An unclosed string or bracket reaches to the end of the file. */
function pythonLines(source) {
    const text = source.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
    const lines = [];
    let tokens = [];
    let indent = 0;
    let depth = 0;
    let at = 0;
    const end = () => {
        if (tokens.length > 0)
            lines.push({ indent, tokens });
        tokens = [];
    };
    while (at < text.length) {
        const here = text.charAt(at);
        if (here === "\n") {
            if (depth === 0)
                end();
            at += 1;
        }
        else if (here === "\\" && text.charAt(at + 1) === "\n") {
            at += 2;
        }
        else if (here === "#") {
            const stop = text.indexOf("\n", at);
            at = stop === -1 ? text.length : stop;
        }
        else if (/\s/.test(here)) {
            at += 1;
        }
        else {
            if (tokens.length === 0)
                indent = columnOf(text, at);
            const { token, next } = readToken(text, at);
            at = next;
            if (token.kind === "operator" && "([{".includes(token.text))
                depth += 1;
            if (token.kind === "operator" && ")]}".includes(token.text))
                depth = Math.max(0, depth - 1);
            // `a = 1; b = 2`: two statements of one line.
            if (token.text === ";" && depth === 0)
                end();
            else
                tokens.push(token);
        }
    }
    end();
    return lines;
}
/** How far in a line begins; a second statement of the same line stands where its line does. */
function columnOf(text, at) {
    const start = text.lastIndexOf("\n", at - 1) + 1;
    const space = /^[ \t\f]*/.exec(text.slice(start, at))?.[0] ?? "";
    return Array.from(space).reduce((column, each) => (each === "\t" ? column + TAB - (column % TAB) : column + 1), 0);
}
function readToken(text, at) {
    const opening = match(STRING, text, at);
    if (opening !== undefined)
        return readString(text, at, opening);
    for (const [kind, pattern] of [
        ["name", WORD],
        ["number", NUMBER],
        ["operator", OPERATOR],
    ]) {
        const found = match(pattern, text, at);
        if (found !== undefined)
            return { token: { kind, text: found }, next: at + found.length };
    }
    return { token: { kind: "operator", text: text.charAt(at) }, next: at + 1 };
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
}
function readString(text, at, opening) {
    const quote = opening.endsWith('"""') || opening.endsWith("'''") ? opening.slice(-3) : opening.slice(-1);
    const prefix = opening.slice(0, -quote.length).toLowerCase();
    const from = at + opening.length;
    let to = from;
    while (to < text.length && !text.startsWith(quote, to)) {
        if (quote.length === 1 && text.charAt(to) === "\n")
            break;
        to += text.charAt(to) === "\\" ? 2 : 1;
    }
    const inner = text.slice(from, to);
    const next = Math.min(text.length, to + quote.length);
    const token = { kind: "string", text: text.slice(at, next) };
    if (prefix.includes("f"))
        return { token, next };
    return { token: { ...token, value: prefix.includes("r") ? inner : python_source_unescape(inner) }, next };
}
const ESCAPES = { n: "\n", t: "\t", r: "\r", "\n": "", "0": "\0" };
function python_source_unescape(text) {
    return text.replaceAll(/\\(?:x([\da-f]{2})|u([\da-f]{4})|([^]))/gi, (whole, byte, unit, one) => {
        const code = byte ?? unit;
        if (code !== undefined)
            return String.fromCharCode(Number.parseInt(code, 16));
        if (one === undefined)
            return whole;
        return ESCAPES[one] ?? (/[\\'"]/.test(one) ? one : whole);
    });
}
/** The parts of a list, a tuple's inside, or arguments: split at the commas that stand outside of all brackets. */
function splitPython(tokens) {
    const parts = [[]];
    let depth = 0;
    for (const token of tokens) {
        if (token.kind === "operator" && "([{".includes(token.text))
            depth += 1;
        if (token.kind === "operator" && ")]}".includes(token.text))
            depth -= 1;
        if (depth === 0 && token.text === ",")
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts.filter((part) => part.length > 0);
}
/** What stands between the bracket that the tokens begin with and the one that closes it; undefined unless that is all there is. */
function insideBrackets(tokens) {
    const [first] = tokens;
    if (first?.kind !== "operator" || !"([{".includes(first.text))
        return undefined;
    let depth = 0;
    for (const [at, token] of tokens.entries()) {
        if (token.kind !== "operator")
            continue;
        if ("([{".includes(token.text))
            depth += 1;
        if (")]}".includes(token.text))
            depth -= 1;
        if (depth === 0)
            return at === tokens.length - 1 ? tokens.slice(1, -1) : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/python-meaning.js
/** What Python source says: the values of assignments, and what functions do, as far as that can be read without running it. */

/** What the names of a block are assigned, by their last assignment; `lines` are all of one block, deeper ones aside. */
function assignments(lines) {
    const found = new Map();
    const outer = Math.min(...lines.map(({ indent }) => indent));
    for (const { indent, tokens } of lines) {
        const [name] = tokens;
        if (indent !== outer || name?.kind !== "name")
            continue;
        const at = equalsSign(tokens);
        if (at === undefined)
            continue;
        const isPlain = tokens[at]?.text === "=" && (at === 1 || tokens[1]?.text === ":");
        // `x += …`, `x.y = …`, `x, y = …`: no longer what was read before.
        if (isPlain)
            found.set(name.text, tokens.slice(at + 1));
        else
            found.set(name.text, [{ kind: "operator", text: "?" }]);
    }
    return found;
}
function equalsSign(tokens) {
    let depth = 0;
    for (const [at, { kind, text }] of tokens.entries()) {
        if (kind !== "operator")
            continue;
        if ("([{".includes(text))
            depth += 1;
        if (")]}".includes(text))
            depth -= 1;
        if (depth === 0 && (text === "=" || /^[-+*/|&]=$/.test(text)))
            return at;
    }
    return undefined;
}
/** Python itself refuses to read deeper ones (its parser's limit is 200 brackets). */
const DEEPEST = 200;
/** The value of a literal; undefined for anything that is computed. */
function literalOf(tokens, depth = 0) {
    const [first] = tokens;
    if (first === undefined || depth > DEEPEST)
        return undefined;
    if (tokens.every(({ kind }) => kind === "string")) {
        const values = tokens.map(({ value }) => value);
        return values.every((value) => value !== undefined) ? values.join("") : undefined;
    }
    if (tokens.length === 1)
        return wordOf(first);
    const inside = insideBrackets(tokens);
    if (inside === undefined) {
        // A tuple can go without brackets: `down_revision = "a", "b"`.
        const parts = splitPython(tokens);
        return parts.length > 1 ? allOf(parts, depth) : undefined;
    }
    const parts = splitPython(inside);
    const isGroup = first.text === "(" && parts.length === 1 && inside.at(-1)?.text !== ",";
    const [only] = parts;
    return isGroup && only !== undefined ? literalOf(only, depth + 1) : allOf(parts, depth);
}
function wordOf({ kind, text }) {
    if (kind === "number")
        return text;
    if (kind !== "name")
        return undefined;
    return text === "None" ? null : text === "True" || text === "False" ? text : undefined;
}
function allOf(parts, depth) {
    const values = parts.map((part) => literalOf(part, depth + 1));
    return values.every((value) => value !== undefined) ? values : undefined;
}
/** The call that these tokens are; undefined when they are anything else. */
function callOf(tokens) {
    const open = tokens.findIndex(({ kind, text }) => kind === "operator" && text === "(");
    const path = dottedName(tokens.slice(0, Math.max(0, open)));
    const inside = open === -1 ? undefined : insideBrackets(tokens.slice(open));
    if (path === undefined || inside === undefined)
        return undefined;
    const positional = [];
    const keywords = new Map();
    for (const part of splitPython(inside)) {
        const [name, equals] = part;
        if (name?.kind === "name" && equals?.text === "=")
            keywords.set(name.text, part.slice(2));
        else
            positional.push(part);
    }
    return { name: path.slice(path.lastIndexOf(".") + 1), path, positional, keywords };
}
/** `migrations.RunSQL.noop`; undefined for anything but names with dots between. */
function dottedName(tokens) {
    const isName = tokens.every(({ kind, text }, at) => (at % 2 === 0 ? kind === "name" : text === "."));
    return isName && tokens.length % 2 === 1 ? tokens.map(({ text }) => text).join("") : undefined;
}
/** The lines of a block, by its head: those behind it that stand further in. */
function blockOf(lines, isHead) {
    const at = lines.findLastIndex(isHead);
    const head = lines[at];
    if (head === undefined)
        return undefined;
    const rest = lines.slice(at + 1);
    const stop = rest.findIndex(({ indent }) => indent <= head.indent);
    const body = stop === -1 ? rest : rest.slice(0, stop);
    const colon = endOfHead(head.tokens);
    const inline = colon === undefined ? [] : head.tokens.slice(colon + 1);
    // `def f(): pass`: the body stands in the head's line.
    return inline.length === 0 ? body : [{ indent: head.indent + 1, tokens: inline }, ...body];
}
function endOfHead(tokens) {
    let depth = 0;
    for (const [at, { kind, text }] of tokens.entries()) {
        if (kind !== "operator")
            continue;
        if ("([{".includes(text))
            depth += 1;
        if (")]}".includes(text))
            depth -= 1;
        if (depth === 0 && text === ":")
            return at;
    }
    return undefined;
}
/** The body of a function of the module; undefined when there is none of that name. */
function functionBody(lines, name) {
    return blockOf(lines, ({ indent, tokens }) => {
        const words = tokens.filter(({ text }) => text !== "async").slice(0, 2);
        return indent === 0 && words[0]?.text === "def" && words[1]?.text === name;
    });
}
/** Whether a body does nothing: `pass`, `...`, text, `return`. */
function isIdleBody(body) {
    return body.every(({ tokens }) => {
        const text = tokens.map((token) => token.text).join(" ");
        return /^(?:pass|return|return None|\. \. \.|None)$/.test(text) || tokens.every(({ kind }) => kind === "string");
    });
}
/** Whether a body does nothing but raise an error. */
function isRefusal(body) {
    const [first, ...more] = body.filter(({ tokens }) => !tokens.every(({ kind }) => kind === "string"));
    return first?.tokens[0]?.text === "raise" && more.length === 0;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/sql-scripts.js
/** The scripts of migrations as text: their digest, and whether SQL says anything. */

/** SHA-256 in hex over the texts of a migration's scripts, in this order. "" when there is none. */
function digestOfScripts(texts) {
    if (texts.length === 0)
        return "";
    const hash = (0,external_node_crypto_.createHash)("sha256");
    // The length in front keeps two scripts apart from one with the same text.
    for (const text of texts)
        hash.update(texts.length === 1 ? text : `${text.length}\n${text}`);
    return hash.digest("hex");
}
/** Comments; what MySQL runs although it looks like one (`/*!`, `/*M!`) is none. */
const COMMENTS = /--[^\n]*|^[ \t]*#[^\n]*|\/\*(?!M?!)[^]*?\*\//gm;
/** A statement that changes nothing, as people write it where a tool insists on one. */
const IDLE = /^(?:begin|start transaction|commit|end|rollback|select\s+(?:\d+|null|true|'[^']*'))(?:\s+(?:work|transaction))?$/i;
/** Whether SQL does nothing: only comments, white space, and statements such as `SELECT 1`. */
function isIdleSql(sql) {
    return sql
        .replaceAll(COMMENTS, " ")
        .split(";")
        .map((statement) => statement.trim())
        .every((statement) => statement === "" || IDLE.test(statement));
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/alembic-revision.js



/** Reads a file; undefined when it computes what Alembic has to know, so that only running it tells. */
function readRevision(name, text, isTransactional) {
    const lines = pythonLines(text);
    const values = assignments(lines);
    const textsOf = (variable) => {
        const tokens = values.get(variable);
        return tokens === undefined ? [] : textList(literalOf(tokens));
    };
    const [id] = textsOf("revision") ?? [];
    const follows = textsOf("down_revision");
    const needs = textsOf("depends_on");
    const labels = textsOf("branch_labels");
    if (id === undefined || follows === undefined || needs === undefined || labels === undefined)
        return undefined;
    const downSql = sqlOf(functionBody(lines, "downgrade"));
    const isOutside = !isTransactional || /\bautocommit_block\b/.test(text);
    const migration = {
        id,
        title: name,
        digest: digestOfScripts([text]),
        down: downKind(lines),
        ...(downSql === undefined ? {} : { downSql }),
        ...(isOutside ? { outsideTransaction: true } : {}),
    };
    return { migration, follows, needs, labels };
}
/** A text, several, or none at all. */
function textList(value) {
    if (value === null)
        return [];
    if (typeof value === "string")
        return [value];
    return value?.every((each) => typeof each === "string") === true ? value : undefined;
}
function downKind(lines) {
    const body = functionBody(lines, "downgrade");
    if (body === undefined || isRefusal(body))
        return "none";
    if (isIdleBody(body)) {
        // Where upgrade does nothing either (a merge), nothing is left to undo.
        const up = functionBody(lines, "upgrade");
        return up !== undefined && isIdleBody(up) ? "real" : "empty";
    }
    // The template for several databases looks the function up by name.
    return body.some(({ tokens }) => tokens.some(({ text }) => text === "globals")) ? "unknown" : "real";
}
/** The SQL of a body that sends texts and does nothing else. */
function sqlOf(body) {
    const statements = [];
    for (const { tokens } of body ?? []) {
        const call = callOf(tokens);
        const [argument] = call?.positional ?? [];
        if (call?.path !== "op.execute" || argument === undefined || call.positional.length > 1)
            return undefined;
        const sql = sqlText(argument);
        if (sql === undefined)
            return undefined;
        statements.push(sql.trim().replace(/;$/, ""));
    }
    return statements.length === 0 ? undefined : `${statements.join(";\n")};\n`;
}
/** `"…"`, or `sa.text("…")`. */
function sqlText(tokens) {
    const call = callOf(tokens);
    const inner = call?.name === "text" ? call.positional[0] : tokens;
    const value = inner === undefined ? undefined : literalOf(inner);
    return typeof value === "string" && inner?.[0]?.kind === "string" ? value : undefined;
}

// EXTERNAL MODULE: ./packages/migration/lib/adapters/javascript-tool.js
var javascript_tool = __nccwpck_require__(7935);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/respelled-url.js
/** Options that are parts of the address. */
const PARTS = new Set(["user", "password", "host", "port", "dbname", "database"]);
/** The address, put together anew. What the path of a socket is to a tool is not known: there only the scheme is another. */
function respell(url, spelling) {
    const scheme = spelling[url.engine];
    if (url.engine === "sqlite")
        return `${scheme}${url.name.split("/").map(encodeURIComponent).join("/")}`;
    if (url.host.startsWith("/"))
        return url.text.replace(/^[^:]*/, scheme);
    const account = [url.user, url.password].filter((each) => each !== "").map(encodeURIComponent);
    const who = account.length === 0 ? "" : `${account.join(":")}@`;
    const options = Object.entries(url.options).filter(([name]) => !PARTS.has(name));
    const name = encodeURIComponent(url.name);
    return `${scheme}://${who}${hostAndPort(url)}/${name}${queryText(Object.fromEntries(options))}`;
}
/** `host:port`, as it stands in an address; an IPv6 host in brackets. */
function hostAndPort({ host, port }) {
    return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
/** The options for Java's driver, which has its own name for the search path: https://jdbc.postgresql.org/documentation/use/ */
function jdbcOptions({ options, searchPath }) {
    if (searchPath.length === 0)
        return options;
    const { search_path: _, schema: __, ...rest } = options;
    return { ...rest, currentSchema: searchPath.join(",") };
}
/** Options as a query with its `?`; "" when there are none. */
function queryText(options) {
    const pairs = Object.entries(options).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

// EXTERNAL MODULE: ./packages/migration/lib/adapters/sql-table.js
var sql_table = __nccwpck_require__(8378);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/alembic.js
/** Alembic (https://alembic.sqlalchemy.org): Python files in a graph of revisions. Seen with 1.8.1. */








const TABLE = "alembic_version";
/** The files that Alembic takes for revisions: https://github.com/sqlalchemy/alembic/blob/rel_1_8_1/alembic/script/base.py */
const FILE = /^(?!\.#|__init__).*\.py$/;
/** Alembic, one revision at a time. Its table holds the heads only: the graph of the files says what else is applied. */
const alembic = {
    tool: "alembic",
    title: "Alembic",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const checkout = await listRevisions(files, settings);
        return checkout === undefined ? settings : { ...settings, checkout };
    },
    list: listRevisions,
    state: (settings) => settings.isRemote || settings.checkout === undefined
        ? historyReader(settings)
        : tableReader(settings, settings.checkout),
    up(pending, { settings }) {
        const id = pending[0]?.id ?? "";
        return { command: command(settings, ["upgrade", id]), applies: [id] };
    },
    down(target, situation) {
        const to = downTarget(target, situation);
        if (to === undefined)
            return undefined;
        return { command: command(situation.settings, ["downgrade", to]), reverts: target.id };
    },
};
async function listRevisions(files, settings) {
    const { directories, isDeep } = await revisionPlaces(files, settings);
    const revisions = [];
    for (const directory of directories) {
        for (const path of await files.list(directory, isDeep)) {
            const name = path.slice(path.lastIndexOf("/") + 1);
            const text = FILE.test(name) ? await files.read(path) : undefined;
            if (text === undefined)
                continue;
            // SQLAlchemy's SQLite commits each DDL by itself: `transactional_ddl` of Alembic's SQLiteImpl is False.
            const revision = readRevision(name, text, settings.engine !== "sqlite");
            if (revision === undefined)
                return undefined;
            requireUsable(path, revision);
            revisions.push(revision);
        }
    }
    if (revisions.length === 0)
        throw nothingFound(directories);
    return orderRevisions(revisions);
}
/** What Alembic takes for an address of several revisions cannot be one. */
function requireUsable(path, { migration }) {
    if (/^[\w.][\w.-]*$/.test(migration.id))
        return;
    throw (0,lib_inputs/* inputFailure */.vQ)([
        {
            name: "migrations-directory",
            given: path,
            accepts: "revisions of letters, digits, _, - and .",
            why: "Alembic would take its revision for more than one",
        },
    ]);
}
function nothingFound(directories) {
    return (0,lib_inputs/* inputFailure */.vQ)([
        {
            name: "migrations-directory",
            given: directories.join(", "),
            accepts: "the directory of Alembic's scripts, or of its versions",
            why: "it has no revisions",
        },
    ]);
}
function tableReader(settings, checkout) {
    const table = (0,sql_table/* toolTable */.T9)(settings, TABLE);
    return {
        how: "table",
        tables: [table.name],
        async read(query) {
            const rows = await (0,sql_table/* readTable */.xz)(query, `select version_num from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)}`);
            const ids = reach((0,sql_table/* textsOf */.CB)(rows, "version_num"), checkout);
            return { applied: ids.map((id) => ({ id })), isInOrder: isChain(ids, checkout) };
        },
    };
}
function historyReader(settings) {
    return {
        how: "status",
        tables: [(0,sql_table/* toolTable */.T9)(settings, TABLE).name],
        status: {
            command: command(settings, ["history", "--verbose", "--indicate-current"]),
            parse: (ending) => parseHistory(ending, settings.checkout ?? []),
        },
    };
}
/**
 * Where `downgrade` has to go for exactly this revision. It takes all that follow from the one that is named, in every branch, so
 * the branch is named, too: `<revision>@<the one before>`, as soon as something else is applied.
 */
function downTarget({ id, after }, { applied, migrations }) {
    const others = migrations.filter((each) => each.id !== id && applied.includes(each.id));
    if (!applied.includes(id) || others.some((each) => each.after?.includes(id) === true))
        return undefined;
    const [before, ...more] = after ?? [];
    if (after !== undefined && before === undefined && applied.length === 1)
        return "base";
    const isAlone = isChain(applied, migrations) && applied.at(-1) === id;
    if (isAlone && before !== undefined && more.length === 0)
        return before;
    // Of a merge any of the merged ones: what is reverted is the merge alone.
    return more.length > 0 ? `${id}@${before}` : `${id}@-1`;
}
function command(settings, args) {
    const [first = "alembic", ...rest] = settings.toolCommand;
    const url = settings.url === undefined ? undefined : respell(settings.url, SPELLING);
    return { argv: [first, ...rest, ...args], environment: (0,javascript_tool/* environmentOf */.p7)(settings, url) };
}
/** SQLAlchemy knows no `postgres:` since 1.4. Which driver of MySQL it takes is up to the project, in its env.py. */
const SPELLING = { postgresql: "postgresql", mysql: "mysql", sqlite: "sqlite:///" };

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/atlas-revisions.js

/** The table's name, and that of the schema which Atlas makes for it. */
const ATLAS_TABLE = "atlas_schema_revisions";
/** Bits of the column `type`: the version where a database was taken over, and one that somebody set by hand. */
const BASELINE = 1;
const RESOLVED = 4;
/** The places where the table can be, the likeliest first. */
function revisionTables(settings) {
    const { engine, migrationsTable, url } = settings;
    if (migrationsTable !== "")
        return [(0,sql_table/* toolTable */.T9)(settings, ATLAS_TABLE)];
    const beside = { schema: url?.options["search_path"] ?? "", name: ATLAS_TABLE };
    if (engine !== "postgresql")
        return [beside];
    return beside.schema === "" ? [{ schema: ATLAS_TABLE, name: ATLAS_TABLE }, beside] : [beside];
}
/** Reads what is in effect, in the order of its execution. */
async function readRevisions(query, settings) {
    for (const table of revisionTables(settings)) {
        const columns = "version, type, applied, total, error, hash";
        const statement = `select ${columns} from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by executed_at, version`;
        const rows = await (0,sql_table/* readTable */.xz)(query, statement);
        if (rows.length > 0)
            return foldRevisions(rows, settings.checkout ?? []);
    }
    return [];
}
/**
 * What is in effect. A checkpoint, or the version where the database was taken over, stands for all before it; a checkpoint that is
 * older than the first row was never run, and never will be.
 * @param checkout the checkout's migrations; empty when they are not known
 */
function foldRevisions(rows, checkout) {
    const known = rows.filter((row) => !String(row["version"]).startsWith("."));
    const own = known.map(toApplied);
    const ids = new Set(own.map(({ id }) => id));
    const newest = checkout.findLastIndex(({ id }) => ids.has(id));
    const stands = checkout.findLastIndex(({ id, isBaseline }) => isBaseline === true && ids.has(id));
    const taken = known.filter((row) => (numberOf(row["type"]) & BASELINE) !== 0).map((row) => String(row["version"]));
    const isImplied = ({ id, isBaseline }, at) => at < stands || taken.some((version) => id <= version) || (isBaseline === true && at < newest);
    const implied = checkout.filter((each, at) => !ids.has(each.id) && isImplied(each, at)).map(({ id }) => ({ id }));
    // The version where a database was taken over does not have to be a migration.
    const real = checkout.length === 0
        ? own
        : own.filter(({ id }) => !taken.includes(id) || checkout.some((each) => each.id === id));
    return [...implied, ...real];
}
function toApplied(row) {
    const isSet = (numberOf(row["type"]) & RESOLVED) !== 0;
    const hasError = row["error"] !== null && row["error"] !== undefined && row["error"] !== "";
    const isHalf = !isSet && (hasError || numberOf(row["applied"]) < numberOf(row["total"]));
    const checksum = String(row["hash"] ?? "");
    return {
        id: String(row["version"]),
        ...(isHalf ? { isHalf: true } : {}),
        ...(checksum === "" ? {} : { checksum }),
    };
}
function numberOf(value) {
    const number = Number(value ?? 0);
    return Number.isFinite(number) ? number : 0;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/javascript-files.js
/** The files of migrations that a JavaScript tool finds in a directory. */


/** Controls, separators of lines, format characters: such a name cannot be shown, and tools take it apart. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/**
 * Reads those files of a directory (not of its directories) that a tool takes for migrations, sorted by code unit as these tools do.
 * @throws Failure `invalid-input` when the directory has no files at all, or a name cannot be an argument
 */
async function readMigrationFiles(files, directory, isMigration) {
    const paths = await files.list(directory);
    if (paths.length === 0) {
        throw (0,lib_inputs/* inputFailure */.vQ)([
            {
                name: "migrations-directory",
                given: directory,
                accepts: "a directory with migrations",
                why: "it has no files",
            },
        ]);
    }
    const found = [];
    for (const path of paths) {
        const name = path.slice(path.lastIndexOf("/") + 1);
        if (!isMigration(name))
            continue;
        if (UNSEEN.test(name) || name.startsWith("-"))
            throw unusableName(path);
        const text = await files.read(path);
        if (text !== undefined)
            found.push({ name, path, text });
    }
    return found.sort((a, b) => byCodeUnit(a.name, b.name));
}
/** Orders texts as JavaScript's own sort does. */
function byCodeUnit(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/**
 * Makes sure that each id is there once.
 * @throws Failure `invalid-input`
 */
function requireUnique(ids, what) {
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice === undefined)
        return;
    throw new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `Two migrations have the same ${what} ${(0,lib_quote/* quoteText */.o)(twice)}`,
        remedy: "Rename one of them: the tool cannot tell them apart either.",
    });
}
function unusableName(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `The migration ${(0,lib_quote/* quoteText */.o)(path)} has a name that cannot be handed to its tool`,
        remedy: "Rename it: no character that cannot be seen, and no - in front.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/atlas.js







const DIRECTORY = "migrations";
const SUMS = "atlas.sum";
/** Atlas. */
const atlas = {
    tool: "atlas",
    title: "Atlas",
    engines: ["postgresql", "mysql", "sqlite"],
    forwardOnly: "Atlas makes the way down anew from what the database is, and wants it approved: run `atlas migrate down` by hand, or write a new migration that takes the change back and run that.",
    isTransactional: true,
    async complete(files, settings) {
        return { ...settings, checkout: await readMigrations(files, settings) };
    },
    list: readMigrations,
    state: (settings) => ({
        how: "table",
        tables: [(0,sql_table/* toolTable */.T9)(settings, ATLAS_TABLE).name],
        async read(query) {
            return { applied: await readRevisions(query, settings), isInOrder: true };
        },
    }),
    up(pending, { settings, migrations, applied }) {
        const checkpoint = applied.length > 0 ? -1 : migrations.findLastIndex(({ isBaseline }) => isBaseline === true);
        // An empty database begins with the newest checkpoint; what is before it then counts as applied.
        const applies = checkpoint === -1 ? pending.slice(0, 1) : migrations.slice(0, checkpoint + 1);
        const first = applies[0]?.id ?? "";
        const isLate = checkpoint === -1 && applied.some((id) => id > first);
        return { command: atlas_command(isLate, settings), applies: applies.map(({ id }) => id) };
    },
    down: () => undefined,
};
async function readMigrations(files, { migrationsDirectory }) {
    const directory = migrationsDirectory || DIRECTORY;
    const found = await readMigrationFiles(files, directory, (name) => name.endsWith(".sql"));
    const sums = sumsIn(await files.read(`${directory}/${SUMS}`));
    const unknown = found.find(({ name }) => !sums.has(name));
    if (unknown !== undefined)
        throw notInSums(unknown.path);
    const migrations = found.map((file) => toMigration(file, sums.get(file.name) ?? ""));
    requireUnique(migrations.map(({ id }) => id), "version");
    return migrations;
}
/** The hashes by file: each line is a name, ` h1:` and the hash over all files up to this one. */
function sumsIn(text) {
    return new Map(Array.from((text ?? "").matchAll(/^(.+\.sql) h1:(\S+)$/gm), ([, name = "", hash = ""]) => [name, hash]));
}
function toMigration({ name, text }, checksum) {
    const directives = new Map(Array.from(text.matchAll(/^--\s*atlas:(\w+)(.*)$/gm), ([, key = "", value = ""]) => [key, value.trim()]));
    return {
        id: /^([^_]*)_/.exec(name)?.[1] ?? name.replace(/\.sql$/, ""),
        title: name,
        digest: digestOfScripts([text]),
        down: "none",
        checksum,
        ...(directives.get("txmode") === "none" ? { outsideTransaction: true } : {}),
        ...(directives.has("checkpoint") ? { isBaseline: true } : {}),
    };
}
/** One file. A task has no scratch directory: there the command of the project says where the database is. */
function atlas_command(isLate, settings) {
    const [first = "atlas", ...rest] = settings.toolCommand;
    const order = isLate ? ["--exec-order", "non-linear"] : [];
    const argv = [first, ...rest, "migrate", "apply", "1", ...order];
    if (settings.isRemote || (0,javascript_tool/* hasOption */.Kz)(settings, "--env", "--url", "-u")) {
        if (settings.toolCommand.length === 0)
            throw withoutAddress();
        return { argv, environment: (0,javascript_tool/* environmentOf */.p7)(settings) };
    }
    const spelling = settings.url === undefined ? undefined : addressOf(settings.url);
    return {
        argv: [...argv, "--config", "file://{scratch}/handrail.hcl", "--env", "handrail"],
        environment: (0,javascript_tool/* environmentOf */.p7)(settings, spelling),
        scratch: { "handrail.hcl": { text: configuration(settings) } },
    };
}
/** MySQL and MariaDB are two to Atlas. */
function addressOf(url) {
    return respell(url, {
        postgresql: "postgres",
        mysql: url.scheme === "mariadb" ? "mariadb" : "mysql",
        sqlite: "sqlite://",
    });
}
function configuration(settings) {
    const { schema } = (0,sql_table/* toolTable */.T9)(settings, ATLAS_TABLE);
    const revisions = schema === "" ? "" : `    revisions_schema = ${hclText(schema)}\n`;
    const directory = hclText(`file://${settings.migrationsDirectory || DIRECTORY}`);
    return `env "handrail" {\n  url = getenv("DATABASE_URL")\n  migration {\n    dir = ${directory}\n${revisions}  }\n}\n`;
}
/** A text in HCL; `\${` and `%{` would begin a template. */
function hclText(text) {
    return JSON.stringify(text).replaceAll(/([$%])\{/g, "$1$1{");
}
function notInSums(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${SUMS} does not have the migration ${(0,lib_quote/* quoteText */.o)(path)}: Atlas would refuse the directory`,
        remedy: "Run atlas migrate hash, look at what changed, and commit the file.",
    });
}
function withoutAddress() {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: "In a task Atlas is not told which database it is",
        remedy: "Give tool-command: a program of the image that calls atlas with these arguments and --env or --url.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/php-source.js
/** PHP as text: what is code in it, and the methods of a class. Enough for migrations; what it cannot tell is undefined. */
const HEREDOC = /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/y;
/** The text with comments and what is inside of strings blank; same length. Undefined when something does not end. */
function maskPhp(text) {
    let masked = "";
    let at = 0;
    while (at < text.length) {
        const end = endOfToken(text, at);
        if (end === undefined)
            return undefined;
        if (end === at) {
            masked += text[at] ?? "";
            at += 1;
            continue;
        }
        const token = text.slice(at, end);
        const isString = token.startsWith("'") || token.startsWith('"');
        masked += isString ? `${token[0] ?? ""}${blank(token.slice(1, -1))}${token[0] ?? ""}` : blank(token);
        at = end;
    }
    return masked;
}
/** Behind the comment or the string that begins at `at`; `at` when none does; undefined when it does not end. */
function endOfToken(text, at) {
    const character = text[at] ?? "";
    if (character === "'" || character === '"')
        return endOfString(text, at, character);
    if (text.startsWith("/*", at))
        return behind(text, "*/", at + 2);
    // `#[…]` is an attribute.
    if (text.startsWith("//", at) || (character === "#" && text[at + 1] !== "[")) {
        const end = text.indexOf("\n", at);
        return end === -1 ? text.length : end;
    }
    HEREDOC.lastIndex = at;
    const heredoc = HEREDOC.exec(text);
    return heredoc === null ? at : endOfHeredoc(text, at + heredoc[0].length, heredoc[2] ?? "");
}
function endOfString(text, at, quote) {
    for (let next = at + 1; next < text.length; next += 1) {
        if (text[next] === "\\")
            next += 1;
        else if (text[next] === quote)
            return next + 1;
    }
    return undefined;
}
function endOfHeredoc(text, from, name) {
    const close = new RegExp(String.raw `^[ \t]*${name}\b`, "m").exec(text.slice(from));
    return close === null ? undefined : from + close.index + close[0].length;
}
function behind(text, what, from) {
    const found = text.indexOf(what, from);
    return found === -1 ? undefined : found + what.length;
}
function blank(text) {
    return text.replaceAll(/[^\n]/g, " ");
}
/** The bodies of the methods of these names, in masked PHP, without their braces; a body is undefined when it does not end. */
function methodsOf(masked, names) {
    const methods = new Map();
    const head = new RegExp(String.raw `\bfunction\s+(${names.join("|")})\s*\([^)]*\)\s*(?::\s*[\w\\|?]+\s*)?\{`, "gi");
    for (const match of masked.matchAll(head)) {
        methods.set((match[1] ?? "").toLowerCase(), bodyFrom(masked, match.index + match[0].length));
    }
    return methods;
}
function bodyFrom(masked, from) {
    let depth = 1;
    for (let at = from; at < masked.length; at += 1) {
        if (masked[at] === "{")
            depth += 1;
        if (masked[at] === "}")
            depth -= 1;
        if (depth === 0)
            return masked.slice(from, at);
    }
    return undefined;
}
/** Whether a body does nothing: blank, or only a return. */
function isIdlePhp(body) {
    return /^\s*(?:return\s*;\s*)?$/.test(body);
}
/** Whether a body throws before it does anything. */
function throwsAtOnce(body) {
    return /^\s*throw\b/.test(body);
}
/** What the class in a file extends, by its last name: `Migration`; "" when it extends nothing, or there is no class. */
function parentOf(masked) {
    return /\bclass\b[^{;]*?\bextends\s+([\w\\]+)/.exec(masked)?.[1]?.split("\\").at(-1) ?? "";
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/phinx-down.js

const words = (text) => new Set(text.toLowerCase().trim().split(/\s+/));
/** Calls of a change that can be turned round. */
const REVERSIBLE = words(`
  table create createTable save update rename renameTable addColumn renameColumn addIndex addPrimaryKey
  addForeignKey addForeignKeyWithName addTimestamps addTimestampsWithTimezone setType setLimit setOptions
`);
/** Calls that are not turned round: Phinx stops at most of them, and runs the SQL of `execute` and `query` forward once more. */
const IRREVERSIBLE = words(`
  execute query drop dropTable removeColumn changeColumn
  dropForeignKey removeIndex removeIndexByName changePrimaryKey changeComment
`);
/** Words that let a change do something else in each direction. */
const FORKS = /\b(?:isMigratingUp|if|switch|match|foreach|for|while|try)\b/;
/** What reverting the file's migration does. */
function phinxDown(text) {
    const masked = maskPhp(text);
    if (masked === undefined)
        return "unknown";
    const methods = methodsOf(masked, ["change", "up", "down"]);
    if (methods.has("change"))
        return judgeChange(methods.get("change"));
    // Phinx dies where there is no `down`; CakePHP's own classes have one that does nothing.
    if (!methods.has("down"))
        return methods.has("up") ? "none" : "unknown";
    const body = methods.get("down");
    if (body === undefined)
        return "unknown";
    if (isIdlePhp(body))
        return "empty";
    return throwsAtOnce(body) ? "none" : "real";
}
/** Whether the migration says that it runs without a transaction. */
function runsOutside(text) {
    const body = methodsOf(maskPhp(text) ?? "", ["useTransaction"]).get("usetransaction");
    return body !== undefined && /\breturn\s+false\b/i.test(body);
}
function judgeChange(body) {
    if (body === undefined)
        return "unknown";
    if (isIdlePhp(body))
        return "empty";
    const calls = Array.from(body.matchAll(/(?:->|::)\s*(\w+)\s*\(/g), ([, name = ""]) => name.toLowerCase());
    const isForked = FORKS.test(body);
    if (calls.some((name) => IRREVERSIBLE.has(name)))
        return isForked ? "unknown" : "none";
    return !isForked && calls.length > 0 && calls.every((name) => REVERSIBLE.has(name)) ? "real" : "unknown";
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/version-numbers.js
/** Versions that are numbers, of any length: a timestamp of 14 digits, or 1, 2, 3. */
/** A version as the tables of such tools have it: without zeros in front. Anything but digits stays as it is. */
function plainVersion(digits) {
    return /^\d+$/.test(digits) ? BigInt(digits).toString() : digits;
}
/** Orders versions as numbers; what is no number comes last, by code unit. */
function byNumber(a, b) {
    const [left, right] = [version_numbers_numberOf(a), version_numbers_numberOf(b)];
    if (left === undefined || right === undefined) {
        if (left !== right)
            return left === undefined ? 1 : -1;
        return a < b ? -1 : a > b ? 1 : 0;
    }
    return left < right ? -1 : left > right ? 1 : 0;
}
/** The highest of versions; undefined when there is none. */
function highestVersion(versions) {
    return versions.toSorted(byNumber).at(-1);
}
function version_numbers_numberOf(text) {
    return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/phinx-migrations.js




/** The name that Phinx takes for a migration: a version, and mostly what it is about. */
const NAME = /^(\d+)_[a-z][a-z\d]*(?:_[a-z\d]+)*\.php$|^(\d{14})\.php$/i;
/** The migrations of a directory, by version. */
async function readPhinxMigrations(files, directory) {
    const found = await readMigrationFiles(files, directory, (name) => NAME.test(name));
    const migrations = found.map(({ name, text }) => {
        const [, named, bare] = NAME.exec(name) ?? [];
        return {
            id: plainVersion(named ?? bare ?? ""),
            title: name,
            digest: digestOfScripts([text]),
            down: phinxDown(text),
            ...(runsOutside(text) ? { outsideTransaction: true } : {}),
        };
    });
    requireUnique(migrations.map(({ id }) => id), "version");
    return migrations.toSorted((a, b) => byNumber(a.id, b.id));
}
/**
 * What `migrate` is asked for. With a target it first reverts everything that is newer than that
 * (https://github.com/cakephp/phinx/issues/1197), and applies all that is older: so a target is named only when it is newer than
 * all that is applied, and the oldest of what is pending. Else everything at once, which never reverts.
 */
function phinxUp(pending, { applied }) {
    const ids = pending.map(({ id }) => id).toSorted(byNumber);
    const [first] = ids;
    const newest = highestVersion(applied);
    const isNext = first !== undefined && (newest === undefined || byNumber(first, newest) > 0);
    return isNext ? { target: first, ids: [first] } : { target: undefined, ids };
}
/**
 * How `rollback` reverts exactly `target`: `to` for `--target` ("0" when nothing stays), or `newest` without one; undefined when it
 * would revert another one. Phinx goes by version, or by time when its configuration says `version_order: execution`, and sees no
 * version without a file; so `target` has to be the newest by both.
 */
function phinxDownTo(target, { applied, migrations }) {
    const seen = applied.filter((id) => migrations.some((migration) => migration.id === id));
    const byVersion = seen.toSorted(byNumber);
    if (seen.at(-1) !== target || byVersion.at(-1) !== target)
        return undefined;
    const [before, beforeByTime] = [byVersion.at(-2), seen.at(-2)];
    return before === beforeByTime ? { to: before ?? "0" } : "newest";
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/cakephp.js




const UNIFIED = "cake_migrations";
const FROM_PHINX = "phinxlog";
const cakephp_DIRECTORY = "config/Migrations";
/** CakePHP. */
const cakephp = {
    tool: "cakephp",
    title: "CakePHP",
    engines: ["mysql", "postgresql", "sqlite"],
    isTransactional: true,
    list: (files, { migrationsDirectory }) => readPhinxMigrations(files, migrationsDirectory || cakephp_DIRECTORY),
    state: (settings) => ({
        how: "table",
        tables: [(0,sql_table/* toolTable */.T9)(settings, FROM_PHINX).name, UNIFIED, "cake_seeds"],
        async read(query) {
            const ids = await readVersions(query, settings);
            return { applied: ids.map((id) => ({ id })), isInOrder: true };
        },
    }),
    up(pending, situation) {
        const { target, ids } = phinxUp(pending, situation);
        const options = target === undefined ? [] : ["--target", target];
        return { command: cakephp_command(["migrate", ...options], situation.settings), applies: ids };
    },
    down({ id }, situation) {
        const to = phinxDownTo(id, situation);
        if (to === undefined)
            return undefined;
        const options = to === "newest" ? [] : ["--target", to.to];
        return { command: cakephp_command(["rollback", ...options], situation.settings), reverts: id };
    },
};
async function readVersions(query, settings) {
    const named = (0,sql_table/* toolTable */.T9)(settings, UNIFIED);
    const isUnified = named.name === UNIFIED;
    const mine = isUnified ? " where plugin is null" : "";
    const from = (table, where) => `select version from ${table}${where} order by start_time, version`;
    const found = (0,sql_table/* textsOf */.CB)(await (0,sql_table/* readTable */.xz)(query, from((0,sql_table/* quoteTable */.Z8)(named, settings.engine), mine)), "version");
    if (found.length > 0 || settings.migrationsTable !== "")
        return found;
    const older = (0,sql_table/* quoteTable */.Z8)({ schema: "", name: FROM_PHINX }, settings.engine);
    return (0,sql_table/* textsOf */.CB)(await (0,sql_table/* readTable */.xz)(query, from(older, "")), "version");
}
/** `--no-lock`: without it each command writes a dump of the schema into the checkout, for baking. */
function cakephp_command([verb, ...options], settings) {
    const [first = "bin/cake", ...rest] = settings.toolCommand;
    const spelling = settings.url === undefined ? undefined : respell(settings.url, cakephp_SPELLING);
    return {
        argv: [first, ...rest, "migrations", verb, "--no-lock", ...source(settings), ...options],
        environment: (0,javascript_tool/* environmentOf */.p7)(settings, spelling),
    };
}
/** The scheme is the name of the driver to CakePHP; of SQLite the path begins behind `///`. */
const cakephp_SPELLING = { postgresql: "postgres", mysql: "mysql", sqlite: "sqlite:///" };
/** CakePHP looks below `config` only. */
function source({ migrationsDirectory }) {
    const below = /^config\/(.+?)\/?$/.exec(migrationsDirectory)?.[1];
    return below === undefined || below === "Migrations" ? [] : ["--source", below];
}

// EXTERNAL MODULE: ./packages/migration/lib/adapters/custom.js
var custom = __nccwpck_require__(6132);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/dbmate.js
/** dbmate (https://github.com/amacneil/dbmate): SQL files with an up and a down block. Seen with 2.36.0. */






const dbmate_NAME = /^(\d+).*\.sql$/;
const dbmate_TABLE = "schema_migrations";
/** It knows these schemes only, and takes `sqlite://file` for a host: the file would be another one. */
const dbmate_SPELLING = { postgresql: "postgres", mysql: "mysql", sqlite: "sqlite:" };
/** dbmate, one migration at a time: it sees a directory with the files it may touch, and no others. */
const dbmate = {
    tool: "dbmate",
    title: "dbmate",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async list(files, settings) {
        refuseOwnPlaces(settings);
        const found = await readMigrationFiles(files, directoryOf(settings), (name) => dbmate_NAME.test(name));
        const migrations = found.map(dbmate_toMigration);
        requireUnique(migrations.map(({ id }) => id), "version");
        return migrations;
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, dbmate_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select version from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)}`);
                const ids = (0,sql_table/* textsOf */.CB)(rows, "version").toSorted(byCodeUnit);
                return { applied: ids.map((id) => ({ id })), isInOrder: false };
            },
        };
    },
    up(pending, situation) {
        const { settings, migrations, applied } = situation;
        const [next] = pending;
        // A task has no scratch directory: there it is all at once.
        if (next === undefined || settings.isRemote) {
            return { command: inPlace("migrate", settings), applies: pending.map(({ id }) => id) };
        }
        // The highest that is applied stays in sight, or `--strict` (DBMATE_STRICT) could not say what comes too late.
        const highest = migrations.filter(({ id }) => applied.includes(id)).toSorted((a, b) => byCodeUnit(a.id, b.id));
        const seen = [...highest.slice(-1), next];
        return { command: inScratch("migrate", seen, settings), applies: [next.id] };
    },
    down(target, { settings, migrations, applied }) {
        if (!migrations.some(({ id }) => id === target.id))
            return undefined;
        // `rollback` takes the last by name of those that are applied, whatever was applied last: it is shown one only.
        if (!settings.isRemote)
            return { command: inScratch("rollback", [target], settings), reverts: target.id };
        const last = migrations.findLast(({ id }) => applied.includes(id));
        return last?.id === target.id ? { command: inPlace("rollback", settings), reverts: target.id } : undefined;
    },
};
function directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? "db/migrations" : migrationsDirectory;
}
/** A second directory would be added to ours, and an address in argv can be read by others. */
function refuseOwnPlaces(settings) {
    const taken = [
        { options: ["-d", "--migrations-dir"], input: "migrations-directory" },
        { options: ["--migrations-table"], input: "migrations-table" },
        { options: ["-u", "--url"], input: "database-url" },
    ].find(({ options }) => (0,javascript_tool/* hasOption */.Kz)(settings, ...options));
    if (taken === undefined)
        return;
    throw (0,lib_inputs/* inputFailure */.vQ)([
        { name: "tool-command", accepts: `dbmate without ${taken.options.join(" and ")}: use the input ${taken.input}` },
    ]);
}
/** `-- migrate:up transaction:false`, at the beginning of a line. */
const DIRECTIVE = /^--\s*migrate:(up|down)(?=\s|$)(.*)$/gm;
function dbmate_toMigration({ name, text }) {
    const blocks = Array.from(text.matchAll(DIRECTIVE)).map((match, at, all) => ({
        kind: match[1],
        options: match[2] ?? "",
        sql: text.slice(match.index + match[0].length, all[at + 1]?.index).trim(),
    }));
    const downs = blocks.filter(({ kind }) => kind === "down").map(({ sql }) => sql);
    const downSql = downs.join("\n");
    const down = downs.length === 0 ? "none" : isIdleSql(downSql) ? "empty" : "real";
    const isOutside = blocks.some(({ kind, options }) => kind === "up" && /(?:^|\s)transaction:false(?:\s|$)/.test(options));
    return {
        id: dbmate_NAME.exec(name)?.[1] ?? name,
        title: name,
        digest: digestOfScripts([text]),
        down,
        ...(downs.length === 0 ? {} : { downSql }),
        ...(isOutside ? { outsideTransaction: true } : {}),
    };
}
/** A command that sees these files only. */
function inScratch(verb, seen, settings) {
    const scratch = seen.map(({ title }) => [
        `migrations/${title}`,
        { copyOf: `${directoryOf(settings)}/${title}` },
    ]);
    return { ...dbmate_command(verb, "{scratch}/migrations", settings), scratch: Object.fromEntries(scratch) };
}
function inPlace(verb, settings) {
    return dbmate_command(verb, settings.migrationsDirectory, settings);
}
function dbmate_command(verb, directory, settings) {
    const { migrationsTable, toolCommand, url } = settings;
    const [first = "dbmate", ...rest] = toolCommand;
    const where = directory === "" ? [] : ["--migrations-dir", directory];
    const table = migrationsTable === "" ? [] : ["--migrations-table", migrationsTable];
    return {
        argv: [first, ...rest, "--no-dump-schema", ...where, ...table, verb],
        environment: (0,javascript_tool/* environmentOf */.p7)(settings, url === undefined ? undefined : respell(url, dbmate_SPELLING)),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/django-migration.js


/** Reads a file; undefined when it has no class Migration. */
function readDjangoFile(text) {
    const module = pythonLines(text);
    const body = blockOf(module, ({ tokens }) => tokens[0]?.text === "class" && tokens[1]?.text === "Migration");
    if (body === undefined)
        return undefined;
    const values = assignments(body);
    const operations = values.get("operations");
    const kinds = operations === undefined ? [] : kindsOf(operations, module);
    const downSql = operations === undefined ? undefined : downSqlOf(operations);
    return {
        dependencies: namesOf(values.get("dependencies")),
        runBefore: namesOf(values.get("run_before")),
        replaces: namesOf(values.get("replaces")),
        down: downOf(kinds),
        ...(downSql === undefined ? {} : { downSql }),
        isAtomic: literalOf(values.get("atomic") ?? []) !== "False",
    };
}
/** `[("app", "0001_name"), migrations.swappable_dependency(…)]`; what is no pair of texts is left out. */
function namesOf(tokens) {
    return splitPython(insideBrackets(tokens ?? []) ?? []).flatMap((part) => {
        const pair = literalOf(part);
        if (!Array.isArray(pair) || pair.length !== 2)
            return [];
        const [app, name] = pair;
        return typeof app === "string" && typeof name === "string" ? [{ app, name }] : [];
    });
}
function downOf(kinds) {
    if (kinds.includes("none"))
        return "none";
    if (kinds.includes("unknown"))
        return "unknown";
    // A migration without operations (a merge) leaves nothing to undo.
    return kinds.includes("empty") && !kinds.includes("real") ? "empty" : "real";
}
function kindsOf(operations, module) {
    const inside = insideBrackets(operations);
    if (inside === undefined)
        return ["unknown"];
    return splitPython(inside).flatMap((part) => {
        const call = callOf(part);
        return call === undefined ? ["unknown"] : kindsOfCall(call, module);
    });
}
/** Those of django.db.migrations (3.2 to 5.2) and django.contrib.postgres that undo themselves. */
const django_migration_REVERSIBLE = /^(?:CreateModel|DeleteModel|RenameModel|(?:Add|Remove|Alter|Rename)(?:Field|Index|IndexConcurrently|Constraint)|RemoveIndexConcurrently|AddConstraintNotValid|ValidateConstraint|AlterModel(?:Table|TableComment|Options|Managers)|Alter(?:Unique|Index)Together|AlterOrderWithRespectTo|\w+Extension|(?:Create|Remove)Collation)$/;
function kindsOfCall(call, module) {
    const { name, positional, keywords } = call;
    if (name === "RunSQL")
        return [reverseKind(positional, keywords.get("reverse_sql"), module)];
    if (name === "RunPython")
        return [reverseKind(positional, keywords.get("reverse_code"), module)];
    if (name === "SeparateDatabaseAndState") {
        const operations = keywords.get("database_operations") ?? positional[0];
        return operations === undefined ? ["nothing"] : kindsOf(operations, module);
    }
    return [django_migration_REVERSIBLE.test(name) ? "real" : "unknown"];
}
function reverseKind([forward = [], second], keyword, module) {
    const reverse = reverseOf(keyword ?? second ?? [], module);
    if (reverse === "none" || reverse === "real")
        return reverse;
    return isNoop(forward) ? "nothing" : "empty";
}
function reverseOf(tokens, module) {
    if (tokens.length === 0)
        return "none";
    if (isNoop(tokens))
        return "empty";
    const literal = literalOf(tokens);
    if (literal === null)
        return "none";
    if (literal !== undefined)
        return literal.length === 0 ? "empty" : "real";
    const body = functionBody(module, dottedName(tokens) ?? "");
    if (body === undefined)
        return "real";
    return isIdleBody(body) ? "empty" : isRefusal(body) ? "none" : "real";
}
/** `migrations.RunSQL.noop`, `RunPython.noop`, `""`. */
function isNoop(tokens) {
    return /(?:^|\.)Run(?:SQL|Python)\.noop$/.test(dottedName(tokens) ?? "") || literalOf(tokens) === "";
}
/** The SQL that undoes a migration of nothing but SQL, the last operation first. */
function downSqlOf(operations) {
    const parts = splitPython(insideBrackets(operations) ?? []);
    const texts = parts.map((part) => {
        const call = callOf(part);
        if (call?.name !== "RunSQL")
            return undefined;
        const reverse = call.keywords.get("reverse_sql") ?? call.positional[1] ?? [];
        return isNoop(reverse) ? "" : django_migration_sqlOf(literalOf(reverse));
    });
    if (parts.length === 0 || !texts.every((text) => text !== undefined))
        return undefined;
    return texts
        .toReversed()
        .map((text) => text.trim().replace(/;$/, ""))
        .filter((text) => text !== "")
        .map((text) => `${text};\n`)
        .join("");
}
/** A text, or a list of texts; statements with parameters (`(sql, params)`) are not taken for SQL. */
function django_migration_sqlOf(value) {
    if (typeof value === "string")
        return value;
    return value?.every((each) => typeof each === "string") === true ? value.join(";\n") : undefined;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/django-list.js
/** Finds the migrations of a project's own apps in its checkout. */






/** `…/<app>/migrations/<name>.py`. Django leaves out what begins with `_` or `~`. */
const django_list_FILE = /^(.+\/)?([^/]+)\/migrations\/([^_~/][^/]*)\.py$/;
/** Installed packages and environments: not the project's own. */
const FOREIGN = /(?:^|\/)(?:site-packages|dist-packages|node_modules|\.[^/]+|venv|virtualenv)\//;
/** The migrations of the checkout in an order that their dependencies allow. What replaces others (a squash) stands for them. */
async function listDjango(files, { migrationsDirectory }) {
    const paths = (await files.list(migrationsDirectory || ".", true)).filter((path) => !FOREIGN.test(`${path}/`));
    const packages = new Set(paths.filter((path) => path.endsWith("/__init__.py")).map((path) => external_node_path_.posix.dirname(path)));
    const found = [];
    const labels = new Map();
    for (const path of paths) {
        const [, , directory, name] = django_list_FILE.exec(path) ?? [];
        // Without __init__.py Django takes an app for one without migrations.
        if (directory === undefined || name === undefined || !packages.has(external_node_path_.posix.dirname(path)))
            continue;
        const text = (await files.read(path)) ?? "";
        const file = readDjangoFile(text);
        if (file === undefined)
            continue;
        const home = external_node_path_.posix.dirname(external_node_path_.posix.dirname(path));
        const app = labels.get(home) ?? (await labelOf(files, home, directory));
        labels.set(home, app);
        found.push({ ...file, app, name, text });
    }
    return orderByAfter(toMigrations(found));
}
/** An app goes by its directory, or by the label that its apps.py gives it. */
async function labelOf(files, home, directory) {
    const lines = pythonLines((await files.read(`${home}/apps.py`)) ?? "");
    const config = blockOf(lines, ({ indent, tokens }) => indent === 0 && tokens[0]?.text === "class");
    const label = literalOf(assignments(config ?? []).get("label") ?? []);
    return typeof label === "string" ? label : directory;
}
function toMigrations(all) {
    const replaced = new Set(all.flatMap(({ replaces }) => replaces.map(idOf)));
    const kept = all.filter((each) => !replaced.has(idOf(each)));
    const stands = new Map(kept.flatMap((each) => each.replaces.map((old) => [idOf(old), idOf(each)])));
    const resolve = (wanted) => {
        const app = kept.filter((each) => each.app === wanted.app);
        const first = app.find(({ dependencies }) => dependencies.every((each) => each.app !== wanted.app));
        const last = app.find((each) => app.every(({ dependencies }) => !dependencies.some((one) => idOf(one) === idOf(each))));
        const named = wanted.name === "__first__" ? first : wanted.name === "__latest__" ? last : undefined;
        return stands.get(idOf(wanted)) ?? idOf(named ?? wanted);
    };
    return kept.map((each) => {
        const id = idOf(each);
        const before = kept.filter(({ runBefore }) => runBefore.some((one) => idOf(one) === id));
        const after = [...each.dependencies.map(resolve), ...before.map(idOf)].filter((one) => one !== id);
        return {
            id,
            title: id,
            digest: digestOfScripts([each.text]),
            down: each.down,
            ...(each.downSql === undefined ? {} : { downSql: each.downSql }),
            after: [...new Set(after)],
            ...(each.isAtomic ? {} : { outsideTransaction: true }),
        };
    });
}
function idOf({ app, name }) {
    return `${app}.${name}`;
}

// EXTERNAL MODULE: ./packages/runner/lib/json.js
var lib_json = __nccwpck_require__(3064);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/django-status.js
/**
 * Asks Django itself what there is: only it knows the apps that are installed, and their migrations are not in the checkout.
 * `showmigrations` says neither the order of application nor what the table has beyond the files, and hides it with exit code 0.
 */


/**
 * What `manage.py shell -c` runs. A line for each applied row and for each migration, the last one with their counts; short lines,
 * for a task's log cuts long ones. Before 4.0 a squash that was unapplied stays recorded (django/django#14500). Django's names since 1.10: MigrationLoader.graph, .applied_migrations, Operation.reversible.
 */
const statusScript = `
import django, hashlib, json, sys
from django.db import connections, migrations as M
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder as R
def idle(f):
    c = getattr(f, "__code__", None)
    return f == M.RunPython.noop or c is not None and len(c.co_code) <= len(M.RunPython.noop.__code__.co_code)
def kinds(ops):
    out = []
    for o in ops:
        if isinstance(o, M.SeparateDatabaseAndState): out += kinds(o.database_operations)
        elif not o.reversible: out.append("none")
        elif isinstance(o, M.RunSQL): out += [] if not o.sql else ["real" if o.reverse_sql else "empty"]
        elif isinstance(o, M.RunPython): out += [] if idle(o.code) else ["empty" if idle(o.reverse_code) else "real"]
        else: out.append("real")
    return out
def down(m):
    k = kinds(m.operations) + (["none"] if m.replaces and django.VERSION < (4, 0) else [])
    return "none" if "none" in k else "empty" if k and "real" not in k else "real"
def digest(m):
    try: return hashlib.sha256(open(sys.modules[m.__module__].__file__, "rb").read()).hexdigest()
    except Exception: return ""
def say(kind, value): print("handrail " + kind + " " + json.dumps(value))
e = MigrationExecutor(connections["default"])
g = e.loader.graph
rows = [(r.app, r.name) for r in R.Migration.objects.using("default").order_by("id")] if R(e.connection).has_table() else []
heir = {tuple(k): n for n, m in g.nodes.items() if m for k in m.replaces}
rows = list(dict.fromkeys(r if r in g.nodes else heir.get(r, r) for r in rows))
done = set(rows) | set(e.loader.applied_migrations)
plan = [m for m, _ in e.migration_plan(g.leaf_nodes(), clean_start=True)]
gone = [r for r in rows if r not in g.nodes and r[0] not in e.loader.migrated_apps]
for r in rows: say("applied", ".".join(r))
for r in gone: say("known", [".".join(r), "", "none", [], True])
for m in plan:
    n = (m.app_label, m.name)
    say("known", [".".join(n), digest(m), down(m), sorted(".".join(p.key) for p in g.node_map[n].parents), bool(m.atomic)])
    if n not in done: say("pending", ".".join(n))
say("end", [len(rows), len(gone) + len(plan)])
`;
/**
 * What `manage.py shell -c` runs to unapply one migration where `migrate` would take others, too: what `migrate` itself does with
 * its plan (MigrationExecutor.migrate, since 1.8), without the signals around it.
 */
function unapplyScript(app, name) {
    return `
import sys
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
e = MigrationExecutor(connections["default"])
key = (${JSON.stringify(app)}, ${JSON.stringify(name)})
node = e.loader.graph.node_map[key]
done = e.loader.applied_migrations
if key not in done or any(c.key in done for c in node.children): sys.exit("It is not applied, or needed by others.")
e.migrate([], plan=[(e.loader.graph.nodes[key], True)])
`;
}
/** Reads what it printed. @throws Failure `tool-failed` */
function parseStatus({ exitCode, stdout, stderr }) {
    const said = { applied: [], known: [], pending: [], end: [] };
    for (const line of stdout.split(/\r?\n/)) {
        const [, kind = "", json = ""] = /^handrail (\w+) (.*)$/.exec(line.trim()) ?? [];
        if (kind !== "")
            said[kind]?.push(readLine(json));
    }
    const applied = (said["applied"] ?? []).filter(isText);
    const known = (said["known"] ?? []).flatMap(django_status_toMigration);
    const [end] = said["end"] ?? [];
    const isWhole = Array.isArray(end) && end[0] === applied.length && end[1] === known.length;
    if (exitCode !== 0 || !isWhole)
        throw django_status_failed({ stdout, stderr });
    const pending = (said["pending"] ?? []).filter(isText);
    return { applied: applied.map((id) => ({ id })), isInOrder: true, pending, known };
}
const KINDS = ["real", "empty", "none"];
function django_status_toMigration(value) {
    if (!Array.isArray(value))
        return [];
    const [id, digest, kind, after, isAtomic] = value;
    const down = KINDS.find((each) => each === kind);
    if (!isText(id) || !isText(digest) || down === undefined || !Array.isArray(after))
        return [];
    return [
        {
            id,
            title: id,
            digest,
            down,
            after: after.filter(isText),
            ...(isAtomic === true ? {} : { outsideTransaction: true }),
        },
    ];
}
function readLine(json) {
    try {
        return (0,lib_json/* parseJson */.q)(json);
    }
    catch {
        return undefined;
    }
}
function isText(value) {
    return typeof value === "string";
}
function django_status_failed(said) {
    const why = (0,tool_output/* rootCause */.e)(said);
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Django cannot say which migrations are applied${why === "" ? "" : ` (${why})`}`,
        remedy: "Run `python manage.py showmigrations` by hand where the step runs it, and mend what it says.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/django.js




/**
 * Django, one migration at a time, its own apps and installed ones alike. Django is asked for the state and not the table:
 * django_migrations has the rows of packages that are not in the checkout, and those that a squash stands for.
 */
const django = {
    tool: "django",
    title: "Django",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    list: listDjango,
    state: (settings) => ({
        how: "status",
        tables: ["django_migrations"],
        status: { command: django_command(settings, ["shell", "-c", statusScript]), parse: parseStatus },
    }),
    up(pending, { settings, migrations }) {
        const [next] = pending;
        const place = next === undefined ? undefined : django_placeOf(next.id);
        if (place === undefined || isAmbiguous(place.id, migrations)) {
            return { command: django_command(settings, ["migrate", "--noinput"]), applies: pending.map(({ id }) => id) };
        }
        return { command: django_command(settings, ["migrate", "--noinput", place.app, place.name]), applies: [place.id] };
    },
    down(target, { settings, migrations, applied }) {
        const place = django_placeOf(target.id);
        const others = migrations.filter(({ id }) => id !== target.id && applied.includes(id));
        const isNeeded = others.some(({ after }) => after?.includes(target.id) === true);
        if (place === undefined || !applied.includes(target.id) || target.after === undefined || isNeeded)
            return undefined;
        const to = django_downTarget(target, place.app, others, migrations);
        const args = to === undefined
            ? ["shell", "-c", unapplyScript(place.app, place.name)]
            : ["migrate", "--noinput", place.app, to];
        return { command: django_command(settings, args), reverts: target.id };
    },
};
/** `app.name`: labels of apps have no dot. */
function django_placeOf(id) {
    const [, app, name] = /^([^.]+)\.(.+)$/.exec(id) ?? [];
    return app === undefined || name === undefined ? undefined : { id, app, name };
}
/** Django takes a name for the beginning of one, even where it is the whole of another (`0002_a` and `0002_ab`), and then refuses. */
function isAmbiguous(id, migrations) {
    return migrations.some((each) => each.id !== id && each.id.startsWith(id));
}
/**
 * Where `migrate <app>` has to go for exactly this migration: it unapplies all that follow, in this app from the one that is named
 * or, for `zero`, from the first; in other apps all that depend on them. undefined when others would go, too: of two branches.
 */
function django_downTarget({ after = [] }, app, others, migrations) {
    const ofApp = (id) => id.startsWith(`${app}.`);
    const before = after.filter(ofApp);
    if (before.length === 0)
        return others.some(({ id }) => ofApp(id)) ? undefined : "zero";
    const safe = before.find((id) => !isAmbiguous(id, migrations) && !others.some((other) => ofApp(other.id) && other.after?.includes(id) === true));
    return safe === undefined ? undefined : django_placeOf(safe)?.name;
}
function django_command(settings, args) {
    const [first, ...rest] = settings.toolCommand.length > 0 ? settings.toolCommand : ["python", "manage.py"];
    const url = settings.url === undefined ? undefined : respell(settings.url, django_SPELLING);
    return { argv: [first ?? "python", ...rest, ...args], environment: (0,javascript_tool/* environmentOf */.p7)(settings, url) };
}
/** What the packages that read DATABASE_URL for Django (dj-database-url, django-environ) understand. */
const django_SPELLING = { postgresql: "postgresql", mysql: "mysql", sqlite: "sqlite:///" };

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/nested-files.js
/** The files of migrations that a tool finds in a directory and in its directories. */

const nested_files_UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/**
 * Reads those files that a tool takes for migrations, sorted by path.
 * @throws Failure `invalid-input` when the directory has no files at all, or a name cannot be shown
 */
async function readNestedFiles(files, directory, isMigration) {
    const paths = await files.list(directory, true);
    if (paths.length === 0) {
        throw (0,lib_inputs/* inputFailure */.vQ)([
            {
                name: "migrations-directory",
                given: directory,
                accepts: "a directory with migrations",
                why: "it has no files",
            },
        ]);
    }
    const found = [];
    for (const path of paths) {
        const name = path.slice(path.lastIndexOf("/") + 1);
        if (!isMigration(name))
            continue;
        if (nested_files_UNSEEN.test(path))
            throw unseen(path);
        const text = await files.read(path);
        if (text !== undefined)
            found.push({ name, below: belowOf(path, directory), path, text });
    }
    return found;
}
function belowOf(path, directory) {
    const start = directory === "" || directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
    return path.startsWith(start) ? path.slice(start.length) : path;
}
function unseen(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `The migration ${(0,lib_quote/* quoteText */.o)(path)} has a name with a character that cannot be seen`,
        remedy: "Rename it.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/flyway-files.js
/** Flyway's migrations as files, with their usual prefixes (https://documentation.red-gate.com/fd). */





/** Where it looks; the second is the place of projects in Java. */
const flywayDirectories = ["sql", "src/main/resources/db/migration", "db/migration", "migrations"];
const VERSIONED = /^([VUB])([0-9][0-9._]*?)(?:__(.*))?\.sql$/;
const REPEATABLE = /^R__(.*)\.sql$/;
/** Whether Flyway takes a file for a migration. */
function isFlywayFile(name) {
    return VERSIONED.test(name) || REPEATABLE.test(name);
}
/** Whether a migration is a repeatable one: its id is its script, for it has no version. */
function isRepeatable({ id }) {
    return REPEATABLE.test(id.slice(id.lastIndexOf("/") + 1));
}
/** Orders versions part by part: 1.2 before 1.10, and 1 the same as 1.0. */
function byFlywayVersion(a, b) {
    const [left, right] = [a.split("."), b.split(".")];
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
        const order = byNumber(left[at] ?? "0", right[at] ?? "0");
        if (order !== 0)
            return order;
    }
    return 0;
}
/** The migrations in Flyway's order: by version, and the repeatable ones behind, by description. */
async function readFlywayMigrations(files, directory) {
    const found = await readNestedFiles(files, directory, (name) => isFlywayFile(name) || name.endsWith(".sql.conf"));
    const configurations = new Map(found.map(({ path, text }) => [path, text]));
    const undos = new Map(found.flatMap((file) => (kindOf(file) === "U" ? [[versionOf(file), file.text]] : [])));
    const isOutside = ({ path, text }) => /\bexecuteInTransaction\s*=\s*false\b/i.test(configurations.get(`${path}.conf`) ?? "") || NO_TRANSACTION.test(text);
    const versioned = found
        .filter((file) => kindOf(file) === "V" || kindOf(file) === "B")
        .map((file) => toVersioned(file, undos.get(versionOf(file)), isOutside(file)));
    const numbered = mergeBaselines(versioned);
    requireUnique(numbered.map(({ id }) => id), "version");
    const repeatable = found.filter((file) => kindOf(file) === "R").map((file) => toRepeatable(file, isOutside(file)));
    return [
        ...numbered.toSorted((a, b) => byFlywayVersion(a.id, b.id)),
        ...repeatable.toSorted((a, b) => byCodeUnit(a.title, b.title)),
    ];
}
/** Statements that PostgreSQL does not take in a transaction: Flyway then runs the whole script without one. */
const NO_TRANSACTION = /\b(?:(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|alter\s+type\s+\S+\s+add\s+value|vacuum|reindex)\b/i;
function kindOf({ name }) {
    return REPEATABLE.test(name) ? "R" : (VERSIONED.exec(name)?.[1] ?? "");
}
function versionOf({ name }) {
    return (VERSIONED.exec(name)?.[2] ?? "").replaceAll("_", ".").replace(/\.+$/, "");
}
function toVersioned(file, undo, isOutside) {
    const down = undo === undefined ? "none" : isIdleSql(undo) ? "empty" : "real";
    return {
        id: versionOf(file),
        title: file.name,
        digest: digestOfScripts(undo === undefined ? [file.text] : [file.text, undo]),
        down,
        checksum: flywayChecksum(file.text),
        ...(undo === undefined ? {} : { downSql: undo }),
        ...(isOutside ? { outsideTransaction: true } : {}),
        ...(kindOf(file) === "B" ? { isBaseline: true } : {}),
    };
}
/** A baseline migration may have the version of an ordinary one: which of them ran, the table does not have to tell. */
function mergeBaselines(versioned) {
    const baselines = versioned.filter(({ isBaseline }) => isBaseline === true);
    const ordinary = versioned.filter(({ isBaseline }) => isBaseline !== true);
    const isBoth = ({ id }) => baselines.some((each) => byFlywayVersion(each.id, id) === 0);
    return [
        ...ordinary.map((each) => (isBoth(each) ? { ...each, isBaseline: true } : each)),
        ...baselines.filter(({ id }) => !ordinary.some((each) => byFlywayVersion(each.id, id) === 0)),
    ];
}
/** Its checksum is that of the text with the placeholders filled in, so it can be told only where there are none. */
function toRepeatable({ name, below, text }, isOutside) {
    return {
        id: below,
        title: name,
        digest: digestOfScripts([text]),
        down: "none",
        ...(text.includes("${") ? {} : { checksum: flywayChecksum(text) }),
        ...(isOutside ? { outsideTransaction: true } : {}),
    };
}
/** Flyway's checksum of a script: CRC-32 over its lines without what ends them, as a signed number (ChecksumCalculator.java). */
function flywayChecksum(text) {
    const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    return String((0,external_node_zlib_.crc32)(lines.join("")) | 0);
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/flyway-environment.js

/** The variables. Where its scripts are, and which database it is, a task knows itself. */
function flywayEnvironment(settings) {
    const { url, isRemote, migrationsDirectory, migrationsTable } = settings;
    const table = tableVariables(migrationsTable);
    if (url === undefined || isRemote)
        return table;
    const locations = migrationsDirectory === "" ? {} : { FLYWAY_LOCATIONS: `filesystem:${migrationsDirectory}` };
    const account = url.engine === "sqlite" ? {} : { FLYWAY_USER: url.user, FLYWAY_PASSWORD: url.password };
    return { ...table, ...locations, DATABASE_URL: url.text, FLYWAY_URL: jdbcOf(url), ...account };
}
function tableVariables(table) {
    if (table === "")
        return {};
    const dot = table.lastIndexOf(".");
    if (dot === -1)
        return { FLYWAY_TABLE: table };
    return { FLYWAY_TABLE: table.slice(dot + 1), FLYWAY_DEFAULT_SCHEMA: table.slice(0, dot) };
}
/** The address with its options, without user and password. */
function jdbcOf(url) {
    if (url.engine === "sqlite")
        return `jdbc:sqlite:${url.name}`;
    const driver = url.engine === "postgresql" ? "postgresql" : url.scheme === "mariadb" ? "mariadb" : "mysql";
    return `jdbc:${driver}://${hostAndPort(url)}/${encodeURIComponent(url.name)}${queryText(jdbcOptions(url))}`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/flyway-history.js


/**
 * What is in effect. Of a repeatable migration the newest row counts; one that has changed since is not applied as it is now, so it
 * is left out, and pending. A baseline is no migration: it stands for those of the checkout up to its version.
 * @param checkout the checkout's migrations; empty when they are not known
 */
function foldHistory(rows, checkout) {
    const found = new Map();
    for (const row of rows) {
        const { type, id, checksum, isDone } = factsOf(row);
        if (type === "SCHEMA" || id === "")
            continue;
        if (type.endsWith("BASELINE")) {
            for (const each of belowBaseline(id, checkout))
                if (!found.has(each))
                    found.set(each, { id: each });
        }
        else if (type.startsWith("UNDO") || type === "DELETE") {
            if (isDone)
                found.delete(id);
            else
                found.set(id, { id, isHalf: true });
        }
        else {
            found.delete(id);
            found.set(id, { id, ...(isDone ? {} : { isHalf: true }), ...(checksum === "" ? {} : { checksum }) });
        }
    }
    return [...found.values()].filter((applied) => applied.isHalf === true || !isOutdated(applied, checkout));
}
function factsOf(row) {
    const text = (column) => String(row[column] ?? "");
    return {
        type: text("type").toUpperCase(),
        id: text("version") === "" ? text("script") : text("version"),
        checksum: text("checksum"),
        isDone: (0,sql_table/* isTrue */.Hn)(row["success"]),
    };
}
/** The ids that a baseline stands for; its own version when the checkout is not known. */
function belowBaseline(version, checkout) {
    if (checkout.length === 0)
        return [version];
    return checkout.filter((each) => !isRepeatable(each) && byFlywayVersion(each.id, version) <= 0).map(({ id }) => id);
}
function isOutdated({ id, checksum }, checkout) {
    const own = isRepeatable({ id }) ? checkout.find((each) => each.id === id) : undefined;
    return own?.checksum !== undefined && checksum !== undefined && own.checksum !== checksum;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/flyway-places.js
/** Where Flyway's migrations and its table are, by the project's own configuration or by where they mostly are. */


const CONFIGURATIONS = ["flyway.toml", "flyway.conf", "conf/flyway.toml", "conf/flyway.conf"];
/**
 * The settings with directory and table, where inputs do not say them.
 * @throws Failure `invalid-input` when the configuration names several directories, for the order across them is not ours to know
 */
async function completePlaces(files, settings) {
    const text = await readConfiguration(files);
    const [directory, ...more] = locationsIn(text);
    if (settings.migrationsDirectory === "" && more.length > 0)
        throw severalDirectories();
    const migrationsDirectory = settings.migrationsDirectory || directory || (await findDirectory(files));
    const table = /^[ \t]*(?:flyway\.)?table\s*=\s*["']?([\w.]+)/m.exec(text)?.[1] ?? "";
    return { ...settings, migrationsDirectory, migrationsTable: settings.migrationsTable || table };
}
async function readConfiguration(files) {
    for (const path of CONFIGURATIONS) {
        const text = await files.read(path);
        if (text !== undefined)
            return text;
    }
    return "";
}
/** `flyway.locations=filesystem:a,filesystem:b`, or `locations = ["filesystem:a"]`. */
function locationsIn(text) {
    const value = /^[ \t]*(?:flyway\.)?locations\s*=\s*(\[[^\]]*\]|.*)$/m.exec(text)?.[1] ?? "";
    return Array.from(value.matchAll(/filesystem:([^,"'\]\s]+)/g), ([, path = ""]) => path.replace(/^\.\/|\/+$/g, ""));
}
async function findDirectory(files) {
    for (const directory of flywayDirectories) {
        const paths = await files.list(directory, true);
        if (paths.some((path) => isFlywayFile(path.slice(path.lastIndexOf("/") + 1))))
            return directory;
    }
    return flywayDirectories[0];
}
function severalDirectories() {
    const why = "Flyway's configuration names several";
    return (0,lib_inputs/* inputFailure */.vQ)([
        { name: "migrations-directory", given: "", accepts: "the directory that holds all of the migrations", why },
    ]);
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/flyway.js





const flyway_TABLE = "flyway_schema_history";
/** Flyway. */
const flyway = {
    tool: "flyway",
    title: "Flyway",
    clearMark: "`flyway repair`",
    engines: ["postgresql", "mysql", "sqlite"],
    forwardOnly: "Flyway reverts with `undo` only, which its free edition does not have, and which stops without an error at the first version without an undo script: write a new migration that takes the change back, and run that.",
    isTransactional: true,
    async complete(files, settings) {
        const completed = await completePlaces(files, settings);
        return { ...completed, checkout: await readFlywayMigrations(files, completed.migrationsDirectory) };
    },
    list: (files, { migrationsDirectory }) => readFlywayMigrations(files, migrationsDirectory || flywayDirectories[0]),
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, flyway_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const columns = "version, type, script, checksum, success";
                const statement = `select ${columns} from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by installed_rank`;
                const rows = await (0,sql_table/* readTable */.xz)(query, statement);
                return { applied: foldHistory(rows, settings.checkout ?? []), isInOrder: true };
            },
        };
    },
    up(pending, situation) {
        const { target, outOfOrder, ids } = flywayUp(pending, situation);
        const options = [
            ...(target === undefined ? [] : [`-target=${target}`]),
            ...(outOfOrder ? ["-outOfOrder=true"] : []),
            "-outputType=json",
        ];
        return { command: flyway_command(options, situation.settings), applies: ids };
    },
    down: () => undefined,
};
/**
 * With a target Flyway applies what is pending up to it, and each repeatable migration that has changed, which may need a later
 * version: so with such a one pending, or one of which nobody knows whether it changed, all goes at once. On an empty database it
 * begins with the newest baseline migration: all up to that counts as applied then.
 */
function flywayUp(pending, { migrations, applied }) {
    const versions = pending
        .filter((each) => !isRepeatable(each))
        .map(({ id }) => id)
        .toSorted(byFlywayVersion);
    const highest = applied
        .filter((id) => !isRepeatable({ id }))
        .toSorted(byFlywayVersion)
        .at(-1);
    const [first] = versions;
    const outOfOrder = first !== undefined && highest !== undefined && byFlywayVersion(first, highest) < 0;
    const hasRepeatable = pending.some(isRepeatable) || migrations.some((each) => isRepeatable(each) && each.checksum === undefined);
    const isFromBaseline = applied.length === 0 && migrations.some(({ isBaseline }) => isBaseline === true);
    if (first === undefined || hasRepeatable || isFromBaseline) {
        return { target: undefined, outOfOrder, ids: pending.map(({ id }) => id) };
    }
    return { target: first, outOfOrder, ids: [first] };
}
/** `-n`: it never asks for a user or a password. */
function flyway_command(options, settings) {
    const [first = "flyway", ...rest] = settings.toolCommand;
    return { argv: [first, ...rest, "-n", ...options, "migrate"], environment: flywayEnvironment(settings) };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/goose-address.js
/** The addresses that tools in Go take, and goose's environment (https://pressly.github.io/goose, cmd/goose/main.go). */


const DRIVER = { postgresql: "postgres", mysql: "mysql", sqlite: "sqlite3" };
const goose_address_SPELLING = { postgresql: "postgres", mysql: "mysql", sqlite: "" };
/** What the driver go-sql-driver/mysql knows; it would take any other name for a variable of the server. */
const MYSQL_OPTION = /^(?:charset|collation|timeout|readTimeout|writeTimeout|loc|multiStatements|allowCleartextPasswords|allowNativePasswords)$/;
/** Its words for TLS. Nothing is said for `prefer`: that is what an address means that says nothing. */
const MYSQL_TLS = {
    disable: "false",
    require: "skip-verify",
    "verify-ca": "true",
    "verify-full": "true",
};
/** The variables; none where a task knows its own. */
function gooseEnvironment({ url, isRemote }) {
    if (url === undefined || isRemote)
        return {};
    return { DATABASE_URL: url.text, GOOSE_DRIVER: DRIVER[url.engine], GOOSE_DBSTRING: goose_address_addressOf(url) };
}
function goose_address_addressOf(url) {
    if (url.engine === "sqlite")
        return url.name;
    if (url.engine === "postgresql")
        return respell(url, goose_address_SPELLING);
    // Nothing is escaped here: the driver looks for the last @ and the first colon.
    const account = url.password === "" ? url.user : `${url.user}:${url.password}`;
    return `${account}@${mysqlPlace(url)}${queryText({ ...mysqlOptions(url), parseTime: "true" })}`;
}
/** `tcp(host:port)/name`, or `unix(path)/name`. */
function mysqlPlace(url) {
    const place = url.host.startsWith("/") ? `unix(${url.host})` : `tcp(${hostAndPort(url)})`;
    return `${place}/${encodeURIComponent(url.name)}`;
}
/** The options of an address that the driver of MySQL knows. */
function mysqlOptions(url) {
    const known = Object.entries(url.options).filter(([name]) => MYSQL_OPTION.test(name));
    const tls = MYSQL_TLS[(0,url_tls/* tlsOf */.V)(url).mode];
    return { ...Object.fromEntries(known), ...(tls === undefined ? {} : { tls }) };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/golang-migrate-address.js




/** Options of PostgreSQL that are no secrets. */
const OPEN_OPTION = /^(?:sslmode|sslrootcert|sslcert|sslkey|sslsni|connect_timeout|search_path|options|application_name)$/;
/** golang-migrate's own. */
const OWN_OPTION = /^x-[\w-]+$/;
/**
 * The address for these settings; nothing where a task, or the command of the project, knows its own.
 * @throws Failure `invalid-input` for MySQL with a password, which would be in argv
 */
function golangMigrateAddress(settings) {
    const { url, isRemote } = settings;
    if (url === undefined || isRemote)
        return { args: [], environment: {} };
    const environment = { DATABASE_URL: url.text, ...(url.engine === "postgresql" ? passwordVariables(url) : {}) };
    if ((0,javascript_tool/* hasOption */.Kz)(settings, "-database", "--database"))
        return { args: [], environment };
    return { args: ["-database", golang_migrate_address_addressOf(url, settings)], environment };
}
/** The driver lib/pq reads them where the address says nothing: https://pkg.go.dev/github.com/lib/pq. */
function passwordVariables({ user, password }) {
    return { ...(user === "" ? {} : { PGUSER: user }), ...(password === "" ? {} : { PGPASSWORD: password }) };
}
function golang_migrate_address_addressOf(url, { migrationsTable }) {
    const pick = (pattern) => Object.fromEntries(Object.entries(url.options).filter(([name]) => pattern.test(name)));
    const own = { ...pick(OWN_OPTION), ...(migrationsTable === "" ? {} : { "x-migrations-table": migrationsTable }) };
    if (url.engine === "sqlite")
        return `sqlite3://${url.name}${queryText(own)}`;
    if (url.engine === "postgresql") {
        const socket = url.host.startsWith("/") ? { host: url.host } : {};
        const place = url.host.startsWith("/") ? "" : hostAndPort(url);
        return `postgres://${place}/${encodeURIComponent(url.name)}${queryText({ ...socket, ...pick(OPEN_OPTION), ...own })}`;
    }
    if (url.password !== "")
        throw passwordInArguments();
    return `mysql://${encodeURIComponent(url.user)}@${mysqlPlace(url)}${queryText({ ...mysqlOptions(url), ...own })}`;
}
function passwordInArguments() {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: "golang-migrate takes the password of MySQL as an argument only, where everybody on the machine can read it",
        remedy: "Use a user without a password (a socket or proxy that signs in by itself), or give tool-command: a program of yours that adds -database from DATABASE_URL to its arguments, with -database among them.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/golang-migrate.js
/**
 * golang-migrate (https://github.com/golang-migrate/migrate): two SQL files for each migration. Seen with 4.16.2.
 * Its table holds one row, the current version: all of the checkout up to it counts as applied, for the tool sees it so. A
 * migration that comes late, below the current version, is never applied by it, and cannot be told from one that was.
 */






const golang_migrate_TABLE = "schema_migrations";
const golang_migrate_NAME = /^([0-9]+)_(.*)\.(down|up)\.(.*)$/;
const DIRECTORIES = ["migrations", "db/migrations", "db/migration", "sql/migrations"];
/** golang-migrate. */
const golangMigrate = {
    tool: "golang-migrate",
    title: "golang-migrate",
    clearMark: "`migrate force` with the version that the schema then is",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const migrationsDirectory = settings.migrationsDirectory || (await golang_migrate_findDirectory(files));
        const completed = { ...settings, migrationsDirectory };
        return { ...completed, checkout: await golang_migrate_readMigrations(files, completed) };
    },
    list: golang_migrate_readMigrations,
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, golang_migrate_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const [row] = await (0,sql_table/* readTable */.xz)(query, `select version, dirty from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)}`);
                if (row === undefined)
                    return { applied: [], isInOrder: true };
                const ids = (settings.checkout ?? []).map(({ id }) => id);
                return appliedUpTo(String(row["version"]), (0,sql_table/* isTrue */.Hn)(row["dirty"]), ids);
            },
        };
    },
    up(pending, { settings, migrations, applied }) {
        const next = nextVersion(migrations, applied);
        const wanted = pending[0]?.id;
        if (next === undefined || next !== wanted)
            throw wouldApplyAnother(wanted, next);
        return { command: golang_migrate_command(["up", "1"], settings), applies: [next] };
    },
    down({ id }, situation) {
        const verb = downVerb(id, situation);
        return verb === undefined ? undefined : { command: golang_migrate_command(verb, situation.settings), reverts: id };
    },
};
/** The first version above the current one: what `up 1` applies. */
function nextVersion(migrations, applied) {
    const current = highestVersion(applied);
    const above = migrations.map(({ id }) => id).filter((id) => current === undefined || byNumber(id, current) > 0);
    return above.toSorted(byNumber)[0];
}
/**
 * The command that reverts `target`, which has to be the current version and in the checkout. `goto` the one before it: that does
 * nothing when the database is there already. Below the first there is none: `down 1`.
 */
function downVerb(target, { migrations, applied }) {
    const versions = migrations.map(({ id }) => id).toSorted(byNumber);
    if (highestVersion(applied) !== target || !versions.includes(target))
        return undefined;
    const before = versions[versions.indexOf(target) - 1];
    return before === undefined ? ["down", "1"] : ["goto", before];
}
/** What a row says is applied. A version that the checkout does not have is an id of its own. */
function appliedUpTo(version, isDirty, checkout) {
    const ids = checkout.filter((id) => byNumber(id, version) <= 0);
    // Below the first version stands -1: a down of the first migration that did not end.
    const current = byNumber(version, "0") < 0 ? (checkout[0] ?? version) : version;
    if (!ids.includes(current) && (isDirty || current === version))
        ids.push(current);
    const applied = ids.map((id) => (isDirty && id === current ? { id, isHalf: true } : { id }));
    return { applied: byNumber(version, "0") < 0 && !isDirty ? [] : applied, isInOrder: true };
}
async function golang_migrate_findDirectory(files) {
    for (const directory of DIRECTORIES) {
        const paths = await files.list(directory);
        if (paths.some((path) => golang_migrate_NAME.test(path.slice(path.lastIndexOf("/") + 1))))
            return directory;
    }
    return DIRECTORIES[0];
}
async function golang_migrate_readMigrations(files, { migrationsDirectory }) {
    const found = await readMigrationFiles(files, migrationsDirectory || DIRECTORIES[0], (name) => golang_migrate_NAME.test(name));
    const scripts = new Map();
    for (const file of found) {
        const [, digits = "", , direction = ""] = golang_migrate_NAME.exec(file.name) ?? [];
        const version = plainVersion(digits);
        const known = scripts.get(version) ?? {};
        if (known[direction] !== undefined)
            throw twice(version, file.name);
        scripts.set(version, { ...known, [direction]: file });
    }
    return [...scripts].map(([id, { up, down }]) => golang_migrate_toMigration(id, up, down)).toSorted((a, b) => byNumber(a.id, b.id));
}
function golang_migrate_toMigration(id, up, down) {
    const texts = [up, down].flatMap((file) => (file === undefined ? [] : [file.text]));
    // Without a file the tool says that it went down, lowers the version and does nothing.
    const kind = down === undefined ? "none" : isIdleSql(down.text) ? "empty" : "real";
    return {
        id,
        title: (up ?? down)?.name ?? id,
        digest: digestOfScripts(texts),
        down: kind,
        ...(down === undefined ? {} : { downSql: down.text }),
        ...(/\bcommit\s*;\s*[^\s-]/i.test(up?.text ?? "") ? { outsideTransaction: true } : {}),
    };
}
function golang_migrate_command(verb, settings) {
    const [first = "migrate", ...rest] = settings.toolCommand;
    const { args, environment } = golangMigrateAddress(settings);
    const path = settings.migrationsDirectory || DIRECTORIES[0];
    return { argv: [first, ...rest, "-path", path, ...args, ...verb], environment };
}
function twice(version, name) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `Two migrations have the same version ${version}: one of them is ${(0,lib_quote/* quoteText */.o)(name)}`,
        remedy: "Rename one of them: golang-migrate refuses both.",
    });
}
function wouldApplyAnother(wanted, next) {
    const would = next === undefined ? "nothing" : `version ${next}`;
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `golang-migrate would apply ${would}, not version ${wanted ?? "none"}: it goes up from the current version only`,
        remedy: "Give the migration that came late a version above all that are applied, and run the job again.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/goose-script.js

const ANNOTATION = /^--\s*\+goose\s+(.+?)\s*$/i;
/** Reads a file of SQL. Without a section Down goose says `EMPTY`, takes the row away and does nothing. */
function readGooseSql(text) {
    let section = "";
    let isOutside = false;
    const down = [];
    let hasDown = false;
    for (const line of text.split(/\r?\n/)) {
        const annotation = ANNOTATION.exec(line)?.[1]?.toLowerCase().replaceAll(/\s+/g, " ");
        if (annotation === "up" || annotation === "down")
            section = annotation;
        if (annotation === "down")
            hasDown = true;
        if (annotation === "no transaction")
            isOutside = true;
        if (annotation === undefined && section === "down")
            down.push(line);
    }
    if (!hasDown)
        return { down: "none", isOutside };
    const downSql = down.join("\n").trim();
    return { down: isIdleSql(downSql) ? "empty" : "real", downSql, isOutside };
}
/** Reads a file of Go: `goose.AddMigrationContext(up, down)`. What its functions do is not told. */
function readGooseGo(text) {
    const call = /\bgoose\.AddMigration\w*\(([^()]*)\)/.exec(text)?.[1] ?? "";
    const [, down] = call.split(",").map((each) => each.trim());
    return { down: down === "nil" ? "none" : "unknown", isOutside: /\bgoose\.AddMigrationNoTx/.test(text) };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/goose.js
/**
 * goose (https://github.com/pressly/goose): SQL files with two sections, or Go. Seen with 3.5.3, read up to 3.24.
 * Its table is a log; its current version is the one of the last row that is in effect, whatever its number. So where it can be,
 * goose is shown a directory with one file only: it then does this one, or says that it cannot.
 */







const goose_TABLE = "goose_db_version";
const goose_NAME = /^([0-9]+)_.*(?<!_test)\.(?:sql|go)$/;
const goose_DIRECTORIES = ["migrations", "db/migrations", "sql/migrations", "."];
/** goose. */
const goose = {
    tool: "goose",
    title: "goose",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        return { ...settings, migrationsDirectory: settings.migrationsDirectory || (await goose_findDirectory(files)) };
    },
    async list(files, { migrationsDirectory }) {
        const directory = migrationsDirectory || goose_DIRECTORIES[0];
        const migrations = (await readMigrationFiles(files, directory, (name) => goose_NAME.test(name))).map(goose_toMigration);
        requireUnique(migrations.map(({ id }) => id), "version");
        return migrations.toSorted((a, b) => byNumber(a.id, b.id));
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, goose_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const statement = `select version_id, is_applied from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by id`;
                const ids = foldLog(await (0,sql_table/* readTable */.xz)(query, statement));
                return { applied: ids.map((id) => ({ id })), isInOrder: true };
            },
        };
    },
    up(pending, situation) {
        const [next] = pending;
        const first = firstMissing(situation);
        const isAlone = next !== undefined && isShownAlone(situation);
        if (next === undefined || (!isAlone && next.id !== first))
            throw goose_wouldApplyAnother(next?.id, first);
        const late = needsAllowMissing(next.id, situation.applied) ? ["-allow-missing"] : [];
        const options = isAlone ? alone(next, situation.settings) : {};
        return {
            command: goose_command([...late, isAlone ? "up" : "up-by-one"], situation.settings, options),
            applies: [next.id],
        };
    },
    down(target, situation) {
        const { settings, migrations, applied } = situation;
        const own = migrations.find(({ id }) => id === target.id);
        // `down` takes the last one that was applied.
        if (own === undefined || applied.at(-1) !== target.id)
            return undefined;
        const options = isShownAlone(situation) ? alone(own, settings) : {};
        return { command: goose_command(["down"], settings, options), reverts: target.id };
    },
};
/** The versions in effect, in order of application: of each the last row counts. Version 0 only says that the table was made. */
function foldLog(rows) {
    const ids = new Set();
    for (const row of rows) {
        const id = String(row["version_id"]);
        ids.delete(id);
        if ((0,sql_table/* isTrue */.Hn)(row["is_applied"]) && id !== "0")
            ids.add(id);
    }
    return [...ids];
}
/** What `up-by-one` would apply: the lowest that is not. */
function firstMissing({ migrations, applied }) {
    return migrations
        .map(({ id }) => id)
        .filter((id) => !applied.includes(id))
        .toSorted(byNumber)[0];
}
/**
 * Whether goose has to be told `-allow-missing`: it refuses what is below the highest that is applied; and without it, after a
 * late one was applied last, 3.5.3 goes up from that one and applies again what is there already.
 */
function needsAllowMissing(id, applied) {
    const highest = highestVersion(applied);
    return highest !== undefined && (byNumber(id, highest) < 0 || applied.at(-1) !== highest);
}
/** A program with migrations in Go has them built in, and sees them in any directory. A task has no scratch directory. */
function isShownAlone({ settings, migrations }) {
    return !settings.isRemote && migrations.every(({ title }) => title.endsWith(".sql"));
}
function alone({ title }, { migrationsDirectory }) {
    const directory = migrationsDirectory || goose_DIRECTORIES[0];
    const path = directory === "." ? title : `${directory}/${title}`;
    return { scratch: { [`migrations/${title}`]: { copyOf: path } } };
}
function goose_command(verb, settings, shown) {
    const [first = "goose", ...rest] = settings.toolCommand;
    const directory = shown.scratch === undefined ? settings.migrationsDirectory || goose_DIRECTORIES[0] : "{scratch}/migrations";
    const table = settings.migrationsTable === "" ? [] : ["-table", settings.migrationsTable];
    return {
        argv: [first, ...rest, "-dir", directory, ...table, ...verb],
        environment: gooseEnvironment(settings),
        ...shown,
    };
}
async function goose_findDirectory(files) {
    for (const directory of goose_DIRECTORIES) {
        const paths = await files.list(directory);
        if (paths.some((path) => goose_NAME.test(path.slice(path.lastIndexOf("/") + 1))))
            return directory;
    }
    return goose_DIRECTORIES[0];
}
function goose_toMigration({ name, text }) {
    const { isOutside, ...script } = name.endsWith(".sql") ? readGooseSql(text) : readGooseGo(text);
    return {
        id: plainVersion(goose_NAME.exec(name)?.[1] ?? ""),
        title: name,
        digest: digestOfScripts([text]),
        ...script,
        ...(isOutside ? { outsideTransaction: true } : {}),
    };
}
function goose_wouldApplyAnother(wanted, first) {
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `goose would apply version ${first ?? "none"}, not version ${wanted ?? "none"}: it takes the lowest one first`,
        remedy: "Run the job again, so that it reads anew what is applied.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/javascript-code.js
/**
 * The code of a JavaScript or TypeScript file without what is no code: comments, and the insides of strings, templates and regular
 * expressions, become spaces. What is left has the same length, so a place in it is the same place in the file.
 */
/** Blanks what is no code; the quotes stay. undefined when the text cannot be told apart for certain. */
function maskCode(text) {
    const out = text.split("");
    /** Of each template that is interrupted by `${`: how many braces are open in there. */
    const interrupted = [];
    let at = 0;
    while (at < text.length) {
        const isBack = text[at] === "}" && interrupted.at(-1) === 0;
        const piece = isBack ? readTemplate(text, at) : readPiece(text, at, out);
        if (piece.end === undefined)
            return undefined;
        if (isBack)
            interrupted.pop();
        const top = interrupted.length - 1;
        if (piece.kind === "interrupted")
            interrupted.push(0);
        else if (piece.kind === "brace" && top >= 0)
            interrupted[top] = (interrupted[top] ?? 0) + (text[at] === "{" ? 1 : -1);
        const [from, to] = blankOf(piece.kind, at, piece.end, isBack);
        for (let each = from; each < to; each += 1)
            if (out[each] !== "\n")
                out[each] = " ";
        at = piece.end;
    }
    return interrupted.length > 0 ? undefined : out.join("");
}
/** What of a piece becomes spaces: of strings all but the quotes, of code nothing. */
function blankOf(kind, at, end, isBack) {
    if (kind === "code" || kind === "brace")
        return [at, at];
    if (kind === "comment")
        return [at, end];
    return [isBack ? at : at + 1, kind === "interrupted" ? end : end - 1];
}
function readPiece(text, at, out) {
    const character = text[at] ?? "";
    const two = text.slice(at, at + 2);
    if (two === "//" || (at === 0 && two === "#!"))
        return { kind: "comment", end: endOf(text, REST_OF_LINE, at) };
    if (two === "/*")
        return { kind: "comment", end: endOf(text, COMMENT, at) };
    if (character === '"')
        return { kind: "quoted", end: endOf(text, DOUBLE, at) };
    if (character === "'")
        return { kind: "quoted", end: endOf(text, SINGLE, at) };
    if (character === "`")
        return readTemplate(text, at);
    if (character === "/" && beginsExpression(out, at))
        return { kind: "quoted", end: endOf(text, REGEXP, at) };
    return { kind: character === "{" || character === "}" ? "brace" : "code", end: at + 1 };
}
/** A template, or a part of it: from the character at `at` to its end, or to its next `${`. */
function readTemplate(text, at) {
    const end = endOf(text, TEMPLATE, at + 1);
    return { kind: end !== undefined && text[end - 1] === "{" ? "interrupted" : "quoted", end };
}
const REST_OF_LINE = /[^\n]*/y;
const COMMENT = /\/\*[^]*?\*\//y;
const DOUBLE = /"(?:[^"\\\n]|\\[^])*"/y;
const SINGLE = /'(?:[^'\\\n]|\\[^])*'/y;
const TEMPLATE = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)/y;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** Where the match that begins at `from` ends. */
function endOf(text, pattern, from) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match === null ? undefined : from + match[0].length;
}
/** Whether a slash here begins a regular expression: after an operator or a keyword, not after a value. */
function beginsExpression(out, at) {
    const before = out
        .slice(Math.max(0, at - 200), at)
        .join("")
        .trimEnd();
    if (before === "")
        return true;
    const word = /[\w$]+$/.exec(before)?.[0];
    if (word !== undefined)
        return /^(?:return|typeof|case|in|of|delete|void|throw|new|await|yield|else|do)$/.test(word);
    return !/[)\]}"'`]$/.test(before);
}
/** Where the bracket that opens at `at` of masked code closes, behind it; undefined when it does not. */
function closeOf(code, at) {
    let depth = 0;
    for (let next = at; next < code.length; next += 1) {
        const character = code[next] ?? "";
        if ("([{".includes(character))
            depth += 1;
        else if (")]}".includes(character)) {
            depth -= 1;
            if (depth === 0)
                return next + 1;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/javascript-literal.js
/** Reads texts that a configuration in JavaScript or JSON says plainly. */

const TEXT = String.raw `"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const HERE = String.raw `(?:__dirname|import\.meta\.dirname)`;
const JOINED = String.raw `(?:path\s*\.\s*)?(?:resolve|join)\(\s*(?:${HERE}\s*,\s*)?((?:(?:${TEXT})\s*,?\s*)+)\)`;
/** `__dirname + "/migrations"`. */
const ADDED = String.raw `${HERE}\s*\+\s*(${TEXT})`;
/** The same as a template. */
const FILLED = String.raw `\x60\$\{\s*${HERE}\s*\}([^\x60$\\]*)\x60`;
/**
 * The one text that a configuration gives to a key: `"db/migrations"`, `path.join(__dirname, "db", "migrations")`, `__dirname +
 * "/db/migrations"`, also as a template; "" when the key is not there.
 * @throws Failure `invalid-input` when it is given several texts, or something that only running it could tell
 */
function onlyLiteral(text, { inside, key, name }) {
    const code = text.replaceAll(/\/\*[^]*?\*\/|(?<![:"'\w])\/\/[^\n]*/g, " ");
    const quoted = (word) => `["']?(?<![\\w$])${word}["']?\\s*:\\s*`;
    const begin = inside === undefined ? "" : `${quoted(inside)}\\{[^{}]*?`;
    const values = Array.from(code.matchAll(new RegExp(`${begin}${quoted(key)}(?:(?:(${TEXT})|${JOINED}|${ADDED}|${FILLED})(?!\\s*[+.?[&|])|)`, "g")), toText);
    if (values.length === 0 && !isHidden(code, inside, key))
        return "";
    const [first, ...others] = new Set(values);
    if (others.length === 0 && first !== undefined)
        return first;
    throw (0,lib_inputs/* inputFailure */.vQ)([
        {
            name,
            given: "",
            accepts: `what the configuration of the tool has as ${key}, as it is when the tool runs`,
            why: `the configuration gives ${key} several values, or one that only running it could tell`,
        },
    ]);
}
function toText([, whole, parts, added, filled]) {
    // Both are from the project's own directory, where a path begins with a slash.
    if (filled !== undefined)
        return filled.replace(/^\//, "");
    if (added !== undefined)
        return added.slice(1, -1).replace(/^\//, "");
    if (whole === undefined && parts === undefined)
        return undefined;
    const texts = Array.from((whole ?? parts ?? "").matchAll(new RegExp(TEXT, "g")), ([text]) => text.slice(1, -1));
    return texts.join("/").replace(/^\.\//, "");
}
/** Whether only running it could tell that it is not there: `{ ...shared }`, `{ directory }`, `migrations: shared`, `migrations,`. */
function isHidden(code, inside, key) {
    if (inside === undefined)
        return false;
    const named = `(?<![\\w$.])["']?${inside}["']?\\s*`;
    if (new RegExp(`${named}(?:[,}]|:\\s*[^{\\s])`).test(code))
        return true;
    const bodies = Array.from(code.matchAll(new RegExp(`${named}:\\s*\\{([^{}]*)`, "g")), ([, body = ""]) => body);
    const shorthand = new RegExp(`(?:^|[,{\\s])${key}\\s*(?:,|$)`);
    return bodies.some((body) => body.includes("...") || shorthand.test(body));
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/javascript-down.js

/** Judges a file, or the part of it that is one migration. */
function writtenDown(text) {
    const code = maskCode(text);
    return code === undefined ? "unknown" : judge(text, code);
}
/** Judges text whose masked code is known already. */
function judge(text, code) {
    const found = definitionsOf("down", code);
    const [first] = found;
    if (found.length > 1)
        return "unknown";
    if (first !== undefined)
        return judgeDefinition(first);
    if (/\bdown\b/.test(code) || /(["'`])down\1/.test(text))
        return "unknown";
    // Only a file that says plainly what it exports can be believed to have no down.
    const isPlain = definitionsOf("up", code).length === 1 && !/\.\.\.|\bextends\b|\bexport\s*\*|\bassign\s*\(/.test(code);
    return isPlain ? "none" : "unknown";
}
function judgeDefinition(definition) {
    if (definition.kind === "disabled")
        return "disabled";
    if (definition.kind === "body")
        return judgeBody(definition.text);
    if (definition.kind === "expression")
        return judgeExpression(definition.text);
    return "unknown";
}
/** A statement that changes nothing in any database. */
const javascript_down_IDLE = /^(?:(?:return|await|return\s+await|void)\b\s*)?(?:null|undefined|true|false|0|Promise\s*\.\s*resolve\s*\(\s*\)|\{\s*\}|\[\s*\])?$|^(["'])\s*\1$|^console\s*\.\s*\w+\s*\([\s"'`,]*\)$/;
/** What TypeScript makes of an async function for ES2015. */
const AWAITER = /^\s*return\s+__awaiter\(this,\s*void 0,\s*void 0,\s*function\s*\*\s*\(\)\s*\{([^]*)\}\)\s*;?\s*$/;
function judgeBody(whole) {
    const body = AWAITER.exec(whole)?.[1] ?? whole;
    if (/\b__(?:awaiter|generator)\b/.test(body))
        return "unknown";
    const statements = body
        .split(/[;\n]/)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== "");
    if (statements.every((statement) => javascript_down_IDLE.test(statement)))
        return "empty";
    // A down that only says that there is none.
    return /^throw\b/.test(body.trim()) ? "none" : "real";
}
function judgeExpression(expression) {
    const text = expression.trim();
    if (text === "" || /[^=!<>]=(?![=>])/.test(text))
        return "unknown";
    return javascript_down_IDLE.test(text) || /^\(\s*\{\s*\}\s*\)$/.test(text) ? "empty" : "real";
}
/** Where a function with that name is written down; calls and mentions are left out. */
function definitionsOf(name, code) {
    const found = [];
    const look = (pattern, read) => {
        for (const match of code.matchAll(new RegExp(pattern, "g"))) {
            const definition = read(match.index + match[0].length);
            if (definition !== undefined)
                found.push(definition);
        }
    };
    look(String.raw `\bfunction\s*\*?\s*${name}\s*(?=[(<])`, (at) => readFunction(code, at));
    look(String.raw `(?<![\w$.])(?:(?:module\s*\.\s*)?exports\s*\.\s*)?${name}\s*(?::[^=;{}]*)?=(?![=>])`, (at) => readValue(code, at));
    look(String.raw `(?<=[{,]\s*(?:\w+\s+)?)${name}\s*:`, (at) => readValue(code, at));
    look(String.raw `(?<!\bfunction\s*\*?\s*)(?<![\w$.])${name}\s*(?=[(<])`, (at) => readFunction(code, at));
    return found;
}
/** A function from its parameters on; undefined when no body follows. */
function readFunction(code, at) {
    const open = code.indexOf("(", at);
    const close = open === -1 ? undefined : closeOf(code, open);
    if (close === undefined)
        return undefined;
    const brace = /^\s*(?::[^;={}()]*)?(?=\{)/.exec(code.slice(close));
    return brace === null ? undefined : readBody(code, close + brace[0].length);
}
function readBody(code, at) {
    const end = closeOf(code, at);
    return end === undefined ? { kind: "elsewhere" } : { kind: "body", text: code.slice(at + 1, end - 1) };
}
/** What a name is given. */
function readValue(code, from) {
    const start = /^\s*(?:async\b\s*)?/.exec(code.slice(from));
    const at = from + (start?.[0].length ?? 0);
    const rest = code.slice(at);
    if (/^false\b/.test(rest))
        return { kind: "disabled" };
    if (/^(?:undefined|null)\b/.test(rest))
        return { kind: "absent" };
    const named = /^function\b\s*\*?\s*(?:[\w$]+\s*)?(?=[(<])/.exec(rest);
    // Its name is found as a definition of its own when it is the one that is looked for.
    if (named !== null)
        return /\b(?:down|up)\s*$/.test(named[0]) ? undefined : readFunction(code, at + named[0].length);
    const parameter = /^[\w$]+\s*(?==>)/.exec(rest);
    if (parameter !== null)
        return readArrow(code, at + parameter[0].length);
    // `exports.down = down`, `exports.down = exports.up = void 0`: where it is, not what.
    if (/^(?:(?:up|down)\b\s*(?:[,;}\n]|$)|exports\b|void\s+0\b)/.test(rest))
        return undefined;
    const close = rest.startsWith("(") ? closeOf(code, at) : undefined;
    return close === undefined ? { kind: "elsewhere" } : readArrow(code, close);
}
/** An arrow function from behind its parameters. */
function readArrow(code, at) {
    const arrow = /^\s*(?::[^;={}()]*)?=>\s*/.exec(code.slice(at));
    if (arrow === null)
        return { kind: "elsewhere" };
    const from = at + arrow[0].length;
    if (code[from] === "{")
        return readBody(code, from);
    return { kind: "expression", text: code.slice(from, endOfExpression(code, from)) };
}
/** Where an expression ends: at a comma, a semicolon or a bracket that is not its own, or at a line that begins a statement. */
function endOfExpression(code, from) {
    let at = from;
    while (at < code.length) {
        const character = code[at] ?? "";
        if (",;)]}".includes(character))
            return at;
        if ("([{".includes(character)) {
            const close = closeOf(code, at);
            if (close === undefined)
                return code.length;
            at = close;
        }
        else if (/^\n\s*(?:export|module|exports|const|let|var|function|async|class|\}|$)/.test(code.slice(at, at + 40)))
            return at;
        else
            at += 1;
    }
    return at;
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/knex.js







const knex_TABLE = "knex_migrations";
const KNEXFILES = ["js", "mjs", "ts"].map((ending) => `knexfile.${ending}`);
/** Knex's own list, and those that `loadExtensions` is used for. Declarations are none, although Knex would take them. */
const knex_NAME = /(?:\.(?:co|coffee|eg|iced|litcoffee|ls|[cm]?js)|(?<!\.d)\.[cm]?ts)$/;
/** Knex, one migration at a time by its name. Where it is, and in which table it writes, is for the knexfile to say. */
const knex = {
    tool: "knex",
    title: "Knex",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const completed = await (0,javascript_tool/* completeCommand */.jW)(files, settings, "knex");
        if ((0,javascript_tool/* hasOption */.Kz)(settings, "--knexfile"))
            return completed;
        const { text } = await knexfileOf(files);
        const told = (name, key) => onlyLiteral(text, { inside: "migrations", key, name });
        const migrationsDirectory = settings.migrationsDirectory || told("migrations-directory", "directory");
        const migrationsTable = settings.migrationsTable || told("migrations-table", "tableName");
        return { ...completed, migrationsDirectory, migrationsTable };
    },
    async list(files, settings) {
        const found = await readMigrationFiles(files, knex_directoryOf(settings), (name) => knex_NAME.test(name));
        const { text } = await knexfileOf(files);
        const isOutside = /\bdisableTransactions["']?\s*:\s*true\b/.test(text);
        return found.map((file) => knex_toMigration(file, isOutside));
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, knex_TABLE);
        return {
            how: "table",
            tables: [table.name, `${table.name}_lock`],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select name from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by id`);
                return { applied: (0,sql_table/* textsOf */.CB)(rows, "name").map((id) => ({ id })), isInOrder: true };
            },
        };
    },
    ownLock: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, knex_TABLE);
        return { table: { ...table, name: `${table.name}_lock` }, held: "is_locked = 1", release: "knex migrate:unlock" };
    },
    up(pending, { settings }) {
        const name = pending[0]?.id ?? "";
        return { command: (0,javascript_tool/* toolCommand */.WQ)(settings, "knex", ["migrate:up", name]), applies: [name] };
    },
    down({ id }, { settings, migrations }) {
        if (!migrations.some((migration) => migration.id === id))
            return undefined;
        // Never `migrate:rollback`: that reverts a whole batch, and after a failure an innocent one.
        return { command: (0,javascript_tool/* toolCommand */.WQ)(settings, "knex", ["migrate:down", id]), reverts: id };
    },
};
function knex_directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? "migrations" : migrationsDirectory;
}
async function knexfileOf(files) {
    for (const path of KNEXFILES) {
        const text = await files.read(path);
        if (text !== undefined)
            return { text };
    }
    return { text: "" };
}
function knex_toMigration({ name, text }, isOutside) {
    const code = maskCode(text);
    const written = code === undefined ? "unknown" : judge(text, code);
    // Knex does not load a migration whose down is no function.
    const down = written === "disabled" ? "none" : written;
    const isItself = /\bconfig\b\s*[:=]\s*\{[^}]*\btransaction\s*:\s*false\b/.test(code ?? "");
    return {
        id: name,
        title: name,
        digest: digestOfScripts([text]),
        down,
        ...(isOutside || isItself ? { outsideTransaction: true } : {}),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/laravel-environment.js

/** `mysql` is MariaDB, too: the connection `mariadb` is there from Laravel 11 only. Of SQLite the path begins behind `///`. */
const laravel_environment_SPELLING = { postgresql: "pgsql", mysql: "mysql", sqlite: "sqlite:///" };
const CONNECTION = { postgresql: "pgsql", mysql: "mysql", sqlite: "sqlite" };
/** The name that config/database.php of a new application gives to the connection. */
function connectionOf(engine) {
    return CONNECTION[engine];
}
/**
 * The variables that config/database.php of a new application reads: `DATABASE_URL` up to Laravel 10, `DB_URL` since, and the
 * single ones, which an address wins over. They win over .env.
 */
function laravelEnvironment({ url, isRemote }) {
    if (url === undefined || isRemote)
        return {};
    const address = respell(url, laravel_environment_SPELLING);
    const common = {
        DB_CONNECTION: connectionOf(url.engine),
        DATABASE_URL: address,
        DB_URL: address,
        DB_DATABASE: url.name,
    };
    if (url.engine === "sqlite")
        return common;
    return { ...common, DB_HOST: url.host, DB_PORT: String(url.port), DB_USERNAME: url.user, DB_PASSWORD: url.password };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/laravel-dump.js


const laravel_dump_DIRECTORY = "database/schema";
const laravel_dump_NAME = /^\d{4}_\d{2}_\d{2}_\d{6}_\w+$/;
/** The dump that Laravel would load; undefined when there is none. `table`: where the migrations are kept. */
async function readDump(files, table, engine) {
    for (const ending of ["dump", "sql"]) {
        const name = `${connectionOf(engine)}-schema.${ending}`;
        const text = await files.read(`${laravel_dump_DIRECTORY}/${name}`);
        if (text !== undefined)
            return { name, digest: digestOfScripts([text]), ids: namesIn(text, table) };
    }
    return undefined;
}
/** The rows of the table: `INSERT INTO migrations VALUES (1,'name',1)`, or the lines behind `COPY public.migrations … FROM stdin`. */
function namesIn(text, table) {
    const found = [];
    let isCopy = false;
    for (const line of text.split(/\r?\n/)) {
        if (isCopy) {
            isCopy = line !== String.raw `\.`;
            found.push(...line.split("\t"));
        }
        else if (isAbout(line, "COPY", table))
            isCopy = true;
        else if (isAbout(line, "INSERT INTO", table))
            found.push(...Array.from(line.matchAll(/'([^']*)'/g), ([, name = ""]) => name));
    }
    return [...new Set(found.filter((name) => laravel_dump_NAME.test(name)))];
}
function isAbout(line, verb, table) {
    return new RegExp(String.raw `^${verb}\s+(?:[\w"\`]+\.)?["\`]?${RegExp.escape(table)}["\`]?[\s(]`, "i").test(line);
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/laravel.js
/**
 * Laravel (https://laravel.com/docs/migrations): migrations in PHP. Seen with 8.83; the options are the same from 5.7 on.
 * Each command names the file that it is about: without `--path` a rollback takes whole batches, and after a failure an innocent one.
 */







const laravel_TABLE = "migrations";
const laravel_DIRECTORY = "database/migrations";
/** Laravel. */
const laravel = {
    tool: "laravel",
    title: "Laravel",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const migrationsTable = settings.migrationsTable === "" ? await configuredTable(files) : settings.migrationsTable;
        return { ...settings, migrationsTable };
    },
    async list(files, settings) {
        const found = await readMigrationFiles(files, laravel_directoryOf(settings), (name) => /_.*\.php$/.test(name));
        const migrations = found.map((file) => laravel_toMigration(file, settings));
        const dump = await readDump(files, (0,sql_table/* toolTable */.T9)(settings, laravel_TABLE).name, settings.engine);
        return dump === undefined ? migrations : withDump(migrations, dump);
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, laravel_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select migration from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by batch, id`);
                return { applied: (0,sql_table/* textsOf */.CB)(rows, "migration").map((id) => ({ id })), isInOrder: true };
            },
        };
    },
    up(pending, { settings, migrations, applied }) {
        const loaded = applied.length > 0 ? 0 : migrations.findLastIndex(({ isBaseline }) => isBaseline === true) + 1;
        const dumped = migrations.slice(0, loaded).map(({ id }) => id);
        const next = pending.find(({ id }) => !dumped.includes(id));
        if (next !== undefined && isDumped(next))
            throw pastDump(next);
        // Laravel loads the dump into an empty database first, whatever it is asked for.
        const path = next === undefined ? [] : [`--path=${pathOf(next, settings)}`];
        return {
            command: laravel_command(["migrate", ...path], settings),
            applies: [...dumped, ...(next === undefined ? [] : [next.id])],
        };
    },
    down(target, { settings, migrations, applied }) {
        const own = migrations.find(({ id }) => id === target.id);
        if (own === undefined || isDumped(own) || !applied.includes(target.id))
            return undefined;
        // Laravel goes through that many rows, newest first, and skips all that is not the file it was given.
        const steps = `--step=${applied.length}`;
        return {
            command: laravel_command(["migrate:rollback", steps, `--path=${pathOf(own, settings)}`], settings),
            reverts: target.id,
        };
    },
};
function laravel_directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? laravel_DIRECTORY : migrationsDirectory;
}
/** From the root of the application, which is where artisan is. */
function pathOf({ id }, settings) {
    return `${laravel_directoryOf(settings)}/${id}.php`;
}
/** Its file is gone; it is in the schema dump. */
function isDumped({ title }) {
    return !title.endsWith(".php");
}
/** With the migrations of which only the dump knows, and the baseline marked. */
function withDump(migrations, { name, digest, ids }) {
    const known = new Set(migrations.map(({ id }) => id));
    const gone = ids.filter((id) => !known.has(id));
    const all = [...gone.map((id) => ({ id, title: name, digest, down: "none" })), ...migrations];
    const last = all.findLastIndex(({ id }) => ids.includes(id));
    return all.map((migration, at) => (at === last ? { ...migration, isBaseline: true } : migration));
}
async function configuredTable(files) {
    const text = maskComments((await files.read("config/database.php")) ?? "");
    return /['"]migrations['"]\s*=>\s*(?:\[\s*['"]table['"]\s*=>\s*)?['"]([\w.]+)['"]/.exec(text)?.[1] ?? "";
}
function maskComments(text) {
    return text.replaceAll(/\/\*[^]*?\*\/|^\s*(?:\/\/|#).*$/gm, "");
}
function laravel_toMigration({ name, text }, { engine }) {
    const masked = maskPhp(text);
    // Laravel opens a transaction on PostgreSQL only (supportsSchemaTransactions).
    const isOutside = engine === "sqlite" || /\$withinTransaction\s*=\s*false\b/i.test(masked ?? "");
    return {
        id: name.replace(/\.php$/, ""),
        title: name,
        digest: digestOfScripts([text]),
        down: laravel_downOf(masked),
        ...(isOutside ? { outsideTransaction: true } : {}),
    };
}
/** Without a `down` Laravel says "Rolled back" and takes the row away. */
function laravel_downOf(masked) {
    if (masked === undefined)
        return "unknown";
    const methods = methodsOf(masked, ["up", "down"]);
    if (!methods.has("down"))
        return methods.has("up") && parentOf(masked) === "Migration" ? "none" : "unknown";
    const body = methods.get("down");
    if (body === undefined)
        return "unknown";
    if (isIdlePhp(body))
        return "empty";
    return throwsAtOnce(body) ? "none" : "real";
}
function laravel_command([verb, ...options], settings) {
    const [first = "php", ...rest] = settings.toolCommand.length > 0 ? settings.toolCommand : ["php", "artisan"];
    return {
        argv: [first, ...rest, verb, "--force", "--no-interaction", ...options],
        environment: laravelEnvironment(settings),
    };
}
function pastDump({ id, title }) {
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Laravel cannot apply ${(0,lib_quote/* quoteText */.o)(id)}: of it there is only a row in the schema dump (${title})`,
        remedy: "A dump is loaded into an empty database only. Bring back the migration's file and run the job again.",
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __nccwpck_require__(8600);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-changeset.js

/** Something that only Liquibase itself can say. Nobody meets it: the list is then left to the tool's status. */
class Unreadable extends Error {
    name = "Unreadable";
}
/** Changes that Liquibase undoes by itself: those of liquibase-core 4.28.0 with createInverses. */
const INVERTED = new Set([
    "addColumn",
    "addDefaultValue",
    "addForeignKeyConstraint",
    "addLookupTable",
    "addNotNullConstraint",
    "addPrimaryKey",
    "addUniqueConstraint",
    "createIndex",
    "createSequence",
    "createTable",
    "createView",
    "dropNotNullConstraint",
    "renameColumn",
    "renameSequence",
    "renameTable",
    "renameView",
]);
/** Changes that do nothing to the database, and whose rollback does nothing either. */
const liquibase_changeset_IDLE = new Set(["empty", "output", "tagDatabase"]);
/**
 * The migration of a changeset; undefined when it is not for this database, or ignored.
 * @param path of its file as Liquibase names it
 * @throws Unreadable when what is pending depends on more than the file: contexts, labels, changesets that run again
 */
function migrationOf(changeset, path, engine) {
    const { attributes, preconditions, id, author } = changeset;
    for (const name of ["context", "contextfilter", "labels", "runorder"]) {
        if ((attributes.get(name) ?? "") !== "")
            throw new Unreadable(name);
    }
    for (const name of ["runonchange", "runalways"])
        if (isTrue(attributes.get(name)))
            throw new Unreadable(name);
    for (const name of ["onfail", "onerror"]) {
        // Where it goes on without the changeset, that one stays pending, and the next is the next to run.
        if (preconditions.get(name)?.toUpperCase() === "CONTINUE")
            throw new Unreadable(name);
    }
    if (isTrue(attributes.get("ignore")) || !isFor(attributes.get("dbms") ?? "", engine))
        return undefined;
    const file = attributes.get("logicalfilepath") || path;
    const whole = `${file}::${id}::${author}`;
    if (whole.includes("${"))
        throw new Unreadable("a property in its name");
    const { down, downSql } = liquibase_changeset_downOf(changeset);
    return {
        id: whole,
        title: whole,
        digest: digestOfScripts(changeset.texts),
        down,
        ...(downSql === undefined ? {} : { downSql }),
        ...(isFalse(attributes.get("runintransaction")) ? { outsideTransaction: true } : {}),
    };
}
/** `true`, as an attribute says it. A property in its place is not known. */
function isTrue(text) {
    if (text?.includes("${") === true)
        throw new Unreadable("a property");
    return text?.trim().toLowerCase() === "true";
}
function isFalse(text) {
    return text?.trim().toLowerCase() === "false";
}
/**
 * Whether `dbms` means this kind of database: `postgresql,mysql`, `!sqlite`, `all`. A MySQL server and a MariaDB server have names
 * of their own; which one it is is not told by the address.
 */
function isFor(dbms, engine) {
    if (dbms.includes("${"))
        throw new Unreadable("a property in dbms");
    const names = dbms
        .toLowerCase()
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== "");
    const answers = (engine === "mysql" ? ["mysql", "mariadb"] : [engine]).map((name) => isNamed(names, name));
    if (answers.some((answer) => answer !== answers[0]))
        throw new Unreadable("dbms tells MySQL from MariaDB");
    return answers[0] ?? true;
}
function isNamed(names, name) {
    if (names.length === 0 || names.includes("all"))
        return true;
    if (names.includes("none") || names.includes(`!${name}`))
        return false;
    return names.includes(name) || names.every((each) => each.startsWith("!"));
}
function liquibase_changeset_downOf({ changes, rollback }) {
    if (rollback === undefined) {
        const left = changes.filter(({ name }) => !liquibase_changeset_IDLE.has(name));
        return { down: left.every(({ name }) => INVERTED.has(name)) ? "real" : "none" };
    }
    if (rollback.refersToChangeset)
        return { down: "real" };
    const left = rollback.changes.filter(({ name }) => !liquibase_changeset_IDLE.has(name));
    const sql = [rollback.sql, ...left.map((change) => change.sql ?? "")].join("\n").trim();
    const isAllSql = left.every((change) => change.sql !== undefined);
    // Liquibase takes a text that begins so for one that says that nothing is to do.
    const isNothing = /^(?:empty|not required)/i.test(sql) || isIdleSql(sql);
    if (isAllSql && isNothing)
        return { down: "empty", downSql: "" };
    return isAllSql ? { down: "real", downSql: `${sql}\n` } : { down: "real" };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-sql.js

const HEADER = /^\s*--\s*liquibase\s*formatted.*/i;
const CHANGESET = /^\s*--\s*changeset\s+("[^"]+"|[^:\s][^:]*):\s*("[^"]+"|\S+)(.*)$/i;
const ANY_CHANGESET = /^\s*--\s*changeset\b/i;
const ROLLBACK = /^\s*--\s*rollback(?:\s+(.*))?$/i;
const ROLLBACK_BEGIN = /^\s*\/\*\s*liquibase\s*rollback\s*$/i;
const BLOCK_END = /^(.*)\*\/\s*$/;
const PRECONDITIONS = /^\s*--\s*preconditions\s+(.*)$/i;
/** What would have to be done to the text before it can be read. */
const BEYOND = /^\s*--\s*(?:ignoreLines|rollbackSqlFile|include)\b/i;
/** `runOnChange:true`, `context:"a or b"` */
const ATTRIBUTE = /(?:^|\s)([a-z]+):("[^"]*"|\S*)/gi;
/** Reads it. A file that is not formatted is one changeset. @throws Unreadable */
function readSqlChangelog(text) {
    const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
    const head = lines.find((line) => line.trim() !== "") ?? "";
    if (!HEADER.test(head)) {
        if (lines.some((line) => HEADER.test(line)))
            throw new Unreadable("a header that is not at the beginning");
        return { logicalFilePath: "", changesets: [rawChangeset(text)] };
    }
    const starts = lines.flatMap((line, at) => (ANY_CHANGESET.test(line) ? [at] : []));
    const changesets = starts.map((start, at) => readChangeset(lines.slice(start, starts[at + 1])));
    return { logicalFilePath: attributesOf(head).get("logicalfilepath") ?? "", changesets };
}
/** As Liquibase names it. */
function rawChangeset(text) {
    const nothing = new Map();
    return {
        id: "raw",
        author: "includeAll",
        attributes: nothing,
        changes: [{ name: "sql", sql: text }],
        rollback: undefined,
        preconditions: nothing,
        texts: [text],
    };
}
function readChangeset(lines) {
    const [head = "", ...rest] = lines;
    const [, author, id, attributes = ""] = CHANGESET.exec(head) ?? [];
    if (author === undefined || id === undefined)
        throw new Unreadable(head);
    if (rest.some((line) => BEYOND.test(line)))
        throw new Unreadable("text that is left out, or comes from elsewhere");
    const preconditions = rest.map((line) => PRECONDITIONS.exec(line)?.[1] ?? "").join(" ");
    const rollback = rollbackOf(rest);
    return {
        id: unquote(id),
        author: unquote(author),
        attributes: attributesOf(attributes),
        changes: [{ name: "sql", sql: rest.join("\n") }],
        rollback: rollback === undefined ? undefined : toRollback(rollback),
        preconditions: attributesOf(preconditions),
        texts: [lines.join("\n").trim()],
    };
}
function unquote(text) {
    return text.trim().replace(/^"(.*)"$/, "$1");
}
function attributesOf(text) {
    const found = Array.from(text.matchAll(ATTRIBUTE), ([, name = "", value = ""]) => [
        name.toLowerCase(),
        value.replace(/^"(.*)"$/, "$1"),
    ]);
    return new Map(found);
}
/** The lines behind `--rollback`, and those of a block; undefined when there is neither. */
function rollbackOf(lines) {
    const found = [];
    let isInBlock = false;
    for (const line of lines) {
        if (isInBlock) {
            const end = BLOCK_END.exec(line);
            isInBlock = end === null;
            found.push(end?.[1] ?? line);
            continue;
        }
        isInBlock = ROLLBACK_BEGIN.test(line);
        const said = ROLLBACK.exec(line);
        if (said !== null)
            found.push(said[1] ?? "");
    }
    const sql = found.join("\n").trim();
    return sql === "" ? undefined : sql;
}
function toRollback(sql) {
    return { sql, changes: [], refersToChangeset: /\bchangesetid:/i.test(sql) };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-tree.js

/** Reads the root. @throws Unreadable for what changes what is run */
function readTree(root) {
    if (root.name !== "databaseChangeLog")
        throw new Unreadable(root.name);
    refuse(root, ["context", "contextFilter", "labels"]);
    const entries = root.children.flatMap((node) => entryOf(node));
    return { logicalFilePath: root.attributes.get("logicalFilePath") ?? "", entries };
}
function entryOf(node) {
    const { name, attributes } = node;
    if (name === "property" || name === "changeLogId")
        return [];
    if (name === "preConditions") {
        refuse(node, ["onFail", "onError"]);
        return [];
    }
    if (name === "changeSet") {
        const files = [...node.children, ...node.children.flatMap(({ children }) => children)].flatMap(namedFile);
        return [{ kind: "changeset", changeset: toChangeset(node), files }];
    }
    const allowed = PLACES.get(name);
    const path = attributes.get(name === "include" ? "file" : "path");
    if (allowed === undefined || path === undefined || path.includes("${"))
        throw new Unreadable(name);
    const other = [...attributes.keys()].find((each) => !allowed.includes(each));
    if (other !== undefined)
        throw new Unreadable(`${name} with ${other}`);
    const isRelative = attributes.get("relativeToChangelogFile") === "true";
    return [name === "include" ? { kind: "include", path, isRelative } : { kind: "includeAll", path, isRelative }];
}
/** The attributes that say no more than which files. */
const PLACES = new Map([
    ["include", ["file", "relativeToChangelogFile", "errorIfMissing"]],
    ["includeAll", ["path", "relativeToChangelogFile", "errorIfMissingOrEmpty"]],
]);
function refuse({ name, attributes }, unwanted) {
    const found = unwanted.find((each) => (attributes.get(each) ?? "") !== "");
    if (found !== undefined)
        throw new Unreadable(`${name} with ${found}`);
}
/** `sqlFile`, `loadData`, `createProcedure` and others take their content from a file. */
function namedFile({ name, attributes }) {
    const path = attributes.get("path") ?? (name.startsWith("load") ? attributes.get("file") : undefined);
    const isRelative = attributes.get("relativeToChangelogFile") === "true";
    return path === undefined ? [] : [{ path, isRelative }];
}
/** What stands in a changeset and is no change. */
const BESIDE = new Set(["comment", "modifySql", "preConditions", "property", "rollback", "validCheckSum"]);
function toChangeset(node) {
    const { attributes, children, source } = node;
    const [id, author] = [attributes.get("id"), attributes.get("author")];
    if (id === undefined || author === undefined)
        throw new Unreadable("a changeset without id or author");
    const rollbacks = children.filter(({ name }) => name === "rollback");
    return {
        id,
        author,
        attributes: lowerCase(attributes),
        changes: children.filter(({ name }) => !BESIDE.has(name)).map(toChange),
        rollback: rollbacks.length === 0 ? undefined : liquibase_tree_toRollback(rollbacks),
        preconditions: lowerCase(children.find(({ name }) => name === "preConditions")?.attributes ?? new Map()),
        texts: [source],
    };
}
function lowerCase(attributes) {
    return new Map([...attributes].map(([name, value]) => [name.toLowerCase(), value]));
}
function toChange({ name, text, children, attributes }) {
    if (name !== "sql")
        return { name };
    const inside = children.find((child) => child.name === "sql")?.text ?? "";
    return { name, sql: `${attributes.get("sql") ?? ""}${text}${inside}` };
}
function liquibase_tree_toRollback(nodes) {
    return {
        sql: nodes
            .map(({ text }) => text.trim())
            .filter((text) => text !== "")
            .join("\n"),
        changes: nodes.flatMap(({ children }) => children.filter(({ name }) => name !== "comment").map(toChange)),
        refersToChangeset: nodes.some(({ attributes }) => attributes.has("changeSetId")),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-xml.js
/** A small reader of XML, for changelogs: elements, attributes, text. No DTD, no entities of its own, no namespaces. */

const TOKEN = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const liquibase_xml_ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
/** The root element. @throws Unreadable for anything that is no plain, well-formed document */
function parseXml(source) {
    const text = source.replace(/^\uFEFF/, "");
    const open = [];
    let root;
    let at = 0;
    TOKEN.lastIndex = 0;
    while (at < text.length) {
        const match = TOKEN.exec(text);
        if (match === null)
            throw new Unreadable("no well-formed XML");
        at = TOKEN.lastIndex;
        const [, cdata, slash, name, attributes = "", empty, plain] = match;
        const parent = open.at(-1);
        if (cdata !== undefined || plain !== undefined) {
            if (parent !== undefined)
                parent.text += cdata ?? decode(plain ?? "");
            else if ((cdata ?? plain ?? "").trim() !== "")
                throw new Unreadable("text outside of the root");
        }
        if (name === undefined)
            continue;
        if (slash === "")
            open.push({ name, attributes: liquibase_xml_attributesOf(attributes), children: [], text: "", from: match.index });
        else if (parent?.name !== name)
            throw new Unreadable(`</${name}> without its beginning`);
        if (slash !== "/" && empty !== "/")
            continue;
        const done = open.pop();
        if (done === undefined)
            throw new Unreadable("no element");
        const element = liquibase_xml_close(done, text.slice(done.from, at));
        const outer = open.at(-1);
        if (outer !== undefined)
            outer.children.push(element);
        else if (root === undefined)
            root = element;
        else
            throw new Unreadable("two roots");
    }
    if (root === undefined || open.length > 0)
        throw new Unreadable("an element without its end");
    return root;
}
function liquibase_xml_close({ name, attributes, children, text }, source) {
    return { name: name.slice(name.indexOf(":") + 1), attributes, children, text, source };
}
function liquibase_xml_attributesOf(text) {
    return new Map(Array.from(text.matchAll(liquibase_xml_ATTRIBUTE), ([, name = "", double, single]) => [
        name,
        decode((double ?? single ?? "").replaceAll(/[\t\r\n]/g, " ")),
    ]));
}
function decode(text) {
    return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => {
        if (name === undefined)
            return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16));
        const known = ENTITIES[name];
        if (known === undefined)
            throw new Unreadable(`&${name};`);
        return known;
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-yaml.js
/** Changelogs in YAML and JSON, made into the tree that XML's are. Liquibase reads both with SnakeYAML, which is YAML 1.1. */

/** Reads it. @throws Unreadable */
async function parseYamlChangelog(text) {
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    // Integers as bigint: what is left as a number was written with a point, and Java spells such a one in its own way.
    const document = parseDocument(text, { version: "1.1", intAsBigInt: true, logLevel: "silent" });
    if (document.errors.length > 0)
        throw new Unreadable("no YAML");
    const whole = plain(() => document.toJS());
    const items = isRecord(whole) ? whole["databaseChangeLog"] : undefined;
    if (!Array.isArray(items))
        throw new Unreadable("no list databaseChangeLog");
    const attributes = new Map();
    const children = [];
    for (const item of items) {
        const [name, value] = onlyMember(item);
        if (isRecord(value))
            children.push(name === "changeSet" ? changesetNode(value) : nodeOf(name, value));
        else if (name === "preConditions" && Array.isArray(value))
            children.push(gathered(name, value));
        else
            attributes.set(name, liquibase_yaml_textOf(value));
    }
    return { name: "databaseChangeLog", attributes, children, text: "", source: "" };
}
function changesetNode(value) {
    const attributes = new Map();
    const children = [];
    for (const [name, inner] of Object.entries(value)) {
        if (name === "changes")
            children.push(...listOf(inner).map(changeNode));
        else if (name === "rollback")
            children.push(rollbackNode(inner));
        else if (name === "preConditions")
            children.push(gathered(name, listOf(inner)));
        else if (!liquibase_yaml_BESIDE.has(name))
            attributes.set(name, liquibase_yaml_textOf(inner));
    }
    return { name: "changeSet", attributes, children, text: "", source: spell(value) };
}
/** Keys that are neither attributes nor changes. */
const liquibase_yaml_BESIDE = new Set(["comment", "modifySql", "validCheckSum", "validCheckSums"]);
function changeNode(item) {
    const [name, value] = onlyMember(item);
    return isRecord(value) ? nodeOf(name, value) : { ...EMPTY, name, text: liquibase_yaml_textOf(value) };
}
/** SQL, a change, or a list of these; nothing is a rollback that does nothing. */
function rollbackNode(value) {
    if (value === null || value === undefined)
        return { ...EMPTY, name: "rollback" };
    if (isRecord(value) && "changeSetId" in value)
        return nodeOf("rollback", value);
    const items = listOf(value);
    const text = items.filter((item) => typeof item === "string").join(";\n");
    return { ...EMPTY, name: "rollback", text, children: items.filter(isRecord).map(changeNode) };
}
/** `- onFail: MARK_RAN` and `- sqlCheck: …` side by side: the first are attributes. */
function gathered(name, items) {
    const attributes = items.flatMap((item) => (isRecord(item) ? Object.entries(item) : []));
    const plain = attributes.filter(([, value]) => !isRecord(value) && !Array.isArray(value));
    return { ...EMPTY, name, attributes: new Map(plain.map(([key, value]) => [key, liquibase_yaml_textOf(value)])) };
}
const EMPTY = { name: "", attributes: new Map(), children: [], text: "", source: "" };
function nodeOf(name, value) {
    const plain = Object.entries(value).filter(([, inner]) => !isRecord(inner) && !Array.isArray(inner));
    return { ...EMPTY, name, attributes: new Map(plain.map(([key, inner]) => [key, liquibase_yaml_textOf(inner)])) };
}
function listOf(value) {
    return Array.isArray(value) ? value : [value];
}
function onlyMember(item) {
    const entries = isRecord(item) ? Object.entries(item) : [];
    const [first] = entries;
    if (first === undefined || entries.length !== 1)
        throw new Unreadable("an entry that is not one thing");
    return first;
}
/** As Java writes it. @throws Unreadable for a number with a point, or a time */
function liquibase_yaml_textOf(value) {
    if (typeof value === "string")
        return value;
    if (typeof value === "bigint" || typeof value === "boolean")
        return String(value);
    if (value === null || value === undefined)
        return "";
    throw new Unreadable("a value whose spelling is Java's");
}
function spell(value) {
    return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner));
}
/** Too many aliases make a document too large to be plain data. */
function plain(read) {
    try {
        return read();
    }
    catch {
        throw new Unreadable("no plain YAML");
    }
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-changelog.js
/** Reads a changelog with all that it includes, as Liquibase would from working-directory. */








/** A changelog that includes itself would have no end. */
const liquibase_changelog_DEEPEST = 40;
const KNOWN = /\.(?:sql|xml|ya?ml|json)$/i;
/** The changesets for this kind of database, in their order; undefined when only Liquibase itself can say. */
async function readChangelog(files, path, engine) {
    try {
        return await readFile(files, normalise(path), { engine, depth: 0 });
    }
    catch (thrown) {
        if (thrown instanceof Unreadable)
            return undefined;
        throw thrown;
    }
}
async function readFile(files, path, { engine, depth }) {
    const text = depth > liquibase_changelog_DEEPEST ? undefined : await files.read(path);
    if (text === undefined || !KNOWN.test(path))
        throw new Unreadable(path);
    if (/\.sql$/i.test(path)) {
        const { logicalFilePath, changesets } = readSqlChangelog(text);
        return changesets.flatMap((changeset) => migrationOf(changeset, logicalFilePath || path, engine) ?? []);
    }
    const root = /\.xml$/i.test(path) ? parseXml(text) : await parseYamlChangelog(text);
    const { logicalFilePath, entries } = readTree(root);
    const found = [];
    for (const entry of entries) {
        const name = logicalFilePath === "" ? path : normalise(logicalFilePath);
        found.push(...(await readEntry(files, entry, { path, name, engine, depth: depth + 1 })));
    }
    return found;
}
async function readEntry(files, entry, { path, name, ...reading }) {
    const from = (place) => normalise(place.isRelative ? external_node_path_.posix.join(external_node_path_.posix.dirname(path), place.path) : place.path);
    if (entry.kind === "include")
        return readFile(files, from(entry), reading);
    if (entry.kind === "includeAll") {
        const paths = (await files.list(from(entry), true)).filter((each) => KNOWN.test(each)).toSorted(text_order/* compareCodeUnits */.U);
        if (paths.length === 0)
            throw new Unreadable(entry.path);
        const all = [];
        for (const each of paths)
            all.push(...(await readFile(files, each, reading)));
        return all;
    }
    const contents = await Promise.all(entry.files.map((file) => files.read(from(file))));
    const migration = migrationOf(entry.changeset, name, reading.engine);
    if (migration === undefined)
        return [];
    const texts = [...entry.changeset.texts, ...contents.filter((content) => content !== undefined)];
    return [{ ...migration, digest: digestOfScripts(texts) }];
}
/** `./db/a.sql` and `/db/a.sql` are `db/a.sql`: paths are looked up below the search path. */
function normalise(path) {
    return external_node_path_.posix.normalize(path.replaceAll("\\", "/")).replace(/^\/+/, "");
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase-status.js
/**
 * Asks Liquibase itself for all there is: for changelogs that only it can read, and for tasks. Its open edition prints no JSON, so
 * this is its text (4.28.0), each part behind a mark of ours, in one command.
 */


/** Runs its arguments, Liquibase and what it is called with, three times. */
const liquibase_status_statusScript = [
    ["history", "history --format=TEXT"],
    ["unexpected", "unexpected-changesets --verbose"],
    ["pending", "status --verbose"],
]
    .map(([mark, args]) => `echo "handrail ${mark}"; "$@" ${args} || exit`)
    .concat('echo "handrail end"')
    .join("\n");
const ID = /^\s+(\S.*::.+::.*\S)\s*$/;
/** Reads what it printed. @throws Failure `tool-failed` */
function liquibase_status_parseStatus({ exitCode, stdout, stderr }) {
    const parts = new Map();
    let part = [];
    for (const line of stdout.split(/\r?\n/)) {
        const mark = /^handrail (\w+)$/.exec(line)?.[1];
        if (mark !== undefined)
            parts.set(mark, (part = []));
        const id = ID.exec(line)?.[1];
        if (id !== undefined)
            part.push(id);
    }
    const [history, unexpected, pending] = ["history", "unexpected", "pending"].map((mark) => parts.get(mark));
    if (exitCode !== 0 ||
        history === undefined ||
        unexpected === undefined ||
        pending === undefined ||
        !parts.has("end")) {
        throw liquibase_status_failed({ stdout, stderr });
    }
    const strange = new Set(unexpected);
    const ids = new Set([...history.filter((id) => !strange.has(id)), ...pending]);
    const known = [...ids].map((id) => ({ id, title: id, digest: "", down: "unknown" }));
    return { applied: history.map((id) => ({ id })), isInOrder: true, pending, known };
}
function liquibase_status_failed(said) {
    const why = (0,tool_output/* rootCause */.e)(said);
    return new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Liquibase cannot say which changesets are applied${why === "" ? "" : ` (${why})`}`,
        remedy: "Run `liquibase status --verbose` by hand where the step runs it, and mend what it says.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/liquibase.js
/** Liquibase (https://www.liquibase.com): changesets in SQL, XML, YAML and JSON. Seen with 4.28.0, the open edition. */






const liquibase_TABLE = "DATABASECHANGELOG";
/**
 * Liquibase, one changeset at a time where the changelog can be read here, else all at once. migrations-directory is the changelog
 * file (or the directory of one with a usual name). What runs again by itself (runAlways, runOnChange), or depends on contexts and
 * labels, is left to Liquibase: `update-count --count=1` would run the same changeset again and again.
 */
const liquibase = {
    tool: "liquibase",
    title: "Liquibase",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const checkout = await listChangesets(files, settings);
        return checkout === undefined ? settings : { ...settings, checkout };
    },
    list: listChangesets,
    ownLock: lockOf,
    state: (settings) => settings.isRemote || settings.checkout === undefined ? statusReader(settings) : liquibase_tableReader(settings),
    up(pending, { settings }) {
        const [next] = pending;
        // Without a digest it was not read here: it is known from Liquibase only.
        if (next !== undefined && next.digest !== "") {
            return { command: liquibase_command(settings, ["update-count", "--count=1"]), applies: [next.id] };
        }
        return { command: liquibase_command(settings, ["update"]), applies: pending.map(({ id }) => id) };
    },
    down({ id }, { settings, migrations, applied }) {
        // It goes past what the changelog does not have, and takes an older one.
        if (applied.at(-1) !== id || !migrations.some((each) => each.id === id))
            return undefined;
        return { command: liquibase_command(settings, ["rollback-count", "--count=1"]), reverts: id };
    },
};
async function listChangesets(files, settings) {
    // Somewhere else, for Liquibase alone.
    if (settings.toolCommand.some((word) => /^--(?:search-?path|defaults-?file|classpath)\b/i.test(word)))
        return undefined;
    const properties = propertiesOf((await files.read("liquibase.properties")) ?? "");
    const searchPath = properties.get("searchpath") ?? ".";
    const path = await changelogOf(files, settings, properties);
    if (path === undefined || !/^\.?\/?$/.test(searchPath))
        return undefined;
    const migrations = await readChangelog(files, path, settings.engine);
    if (migrations?.length === 0)
        throw noChangelog(path, "it has no changesets");
    return migrations;
}
/** What Spring Boot and Liquibase's own examples call the outermost changelog. */
const USUAL = /(?:^|\/)(?:db\.)?(?:changelog|master|changelog[-.]master|root)\.(?:xml|ya?ml|json|sql)$/;
/** The file: by migrations-directory, by the command, by liquibase.properties; undefined when the environment says it. */
async function changelogOf(files, { migrationsDirectory: given, toolCommand }, properties) {
    const option = toolCommand
        .map((word) => /^--change-?log-?file=(.+)$/i.exec(word)?.[1])
        .find((each) => each !== undefined);
    if (given === "")
        return option ?? properties.get("changelogfile");
    if ((await files.read(given)) !== undefined)
        return given;
    const found = (await files.list(given)).filter((path) => USUAL.test(path));
    const [only] = found;
    if (only !== undefined && found.length === 1)
        return only;
    throw noChangelog(given, found.length === 0 ? "there is none" : `there are several: ${found.join(", ")}`);
}
function noChangelog(given, why) {
    return (0,lib_inputs/* inputFailure */.vQ)([{ name: "migrations-directory", given, accepts: "a changelog file with changesets", why }]);
}
/** `changeLogFile`, `changelog-file`, `liquibase.command.changelogFile`: the last part without `-` and case aside. */
function propertiesOf(text) {
    const found = Array.from(text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:](.*)$/gm), ([, key = "", value = ""]) => {
        const name = key.slice(key.lastIndexOf(".") + 1).replaceAll("-", "");
        return [name.toLowerCase(), value.trim()];
    });
    return new Map(found);
}
/** The table of changesets; on PostgreSQL Liquibase lets the name be folded to lower case. */
function tableOf(settings) {
    const { schema, name } = (0,sql_table/* toolTable */.T9)(settings, liquibase_TABLE);
    return { schema, name: settings.engine === "postgresql" ? name.toLowerCase() : name };
}
function toolTables(settings) {
    return [tableOf(settings).name, `${liquibase_TABLE}LOCK`];
}
/** Its table has one name, whatever that of the changesets is; the column is a boolean of each database's own kind. */
function lockOf(settings) {
    const { schema } = tableOf(settings);
    const name = `${liquibase_TABLE}LOCK`;
    return {
        table: { schema, name: settings.engine === "postgresql" ? name.toLowerCase() : name },
        held: "locked",
        release: "liquibase release-locks",
    };
}
function liquibase_tableReader(settings) {
    return {
        how: "table",
        tables: toolTables(settings),
        async read(query) {
            const columns = "id as id, author as author, filename as filename, md5sum as md5sum";
            const from = (0,sql_table/* quoteTable */.Z8)(tableOf(settings), settings.engine);
            const rows = await (0,sql_table/* readTable */.xz)(query, `select ${columns} from ${from} order by orderexecuted, dateexecuted`);
            const applied = rows.map(({ id, author, filename, md5sum }) => {
                const path = String(filename).replace(/^classpath:/, "");
                const checksum = typeof md5sum === "string" ? { checksum: md5sum } : {};
                return { id: `${path}::${String(id)}::${String(author)}`, ...checksum };
            });
            return { applied, isInOrder: true };
        },
    };
}
function statusReader(settings) {
    const { argv, environment } = liquibase_command(settings, []);
    return {
        how: "status",
        tables: toolTables(settings),
        status: { command: { argv: ["sh", "-c", liquibase_status_statusScript, "sh", ...argv], environment }, parse: liquibase_status_parseStatus },
    };
}
function liquibase_command(settings, args) {
    const [first = "liquibase", ...rest] = settings.toolCommand;
    return { argv: [first, ...rest, ...args], environment: environmentOf(settings) };
}
/** Options by environment, which wins over liquibase.properties: https://docs.liquibase.com/concepts/connections/liquibase-environment-variables.html */
function environmentOf({ url, migrationsDirectory, migrationsTable }) {
    const environment = { LIQUIBASE_HEADLESS: "true", LIQUIBASE_SHOW_BANNER: "false" };
    if (/\.[a-z]+$/i.test(migrationsDirectory))
        environment["LIQUIBASE_COMMAND_CHANGELOG_FILE"] = migrationsDirectory;
    if (migrationsTable !== "") {
        const { schema, name } = (0,sql_table/* toolTable */.T9)({ migrationsTable }, liquibase_TABLE);
        environment["LIQUIBASE_DATABASE_CHANGELOG_TABLE_NAME"] = name;
        if (schema !== "")
            environment["LIQUIBASE_LIQUIBASE_SCHEMA_NAME"] = schema;
    }
    if (url === undefined)
        return environment;
    environment["LIQUIBASE_COMMAND_URL"] = jdbcUrl(url);
    if (url.user !== "")
        environment["LIQUIBASE_COMMAND_USERNAME"] = url.user;
    if (url.password !== "")
        environment["LIQUIBASE_COMMAND_PASSWORD"] = url.password;
    return environment;
}
/**
 * The address for Java, without user and password. Liquibase brings the driver of MariaDB, which speaks to MySQL, too, and not the one
 * of MySQL.
 */
function jdbcUrl(url) {
    if (url.engine === "sqlite")
        return `jdbc:sqlite:${url.name}`;
    const kind = url.engine === "mysql" ? "mariadb" : "postgresql";
    const others = Object.entries(jdbcOptions(url)).filter(([name]) => !/^(?:use)?(?:ssl|tls)/i.test(name));
    const options = queryText({ ...Object.fromEntries(others), ...tlsOptions(url) });
    return `jdbc:${kind}://${hostAndPort(url)}/${encodeURIComponent(url.name)}${options}`;
}
/** Each driver's own names: https://jdbc.postgresql.org/documentation/use/, https://mariadb.com/docs/connectors/mariadb-connector-j */
function tlsOptions(url) {
    const { mode, ca, cert, key } = (0,url_tls/* tlsOf */.V)(url);
    if (mode === "prefer")
        return {};
    if (url.engine === "mysql") {
        return { sslMode: mode === "require" ? "trust" : mode, ...(ca === undefined ? {} : { serverSslCert: ca }) };
    }
    return {
        sslmode: mode,
        ...(ca === undefined ? {} : { sslrootcert: ca }),
        ...(cert === undefined ? {} : { sslcert: cert }),
        ...(key === undefined ? {} : { sslkey: key }),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/node-pg-migrate.js
/** node-pg-migrate (https://salsita.github.io/node-pg-migrate/): migrations in JavaScript or SQL. Seen with 9.0.0. */







const node_pg_migrate_TABLE = "pgmigrations";
/** node-pg-migrate, one migration at a time. */
const nodePgMigrate = {
    tool: "node-pg-migrate",
    title: "node-pg-migrate",
    engines: ["postgresql"],
    isTransactional: true,
    complete: (files, settings) => (0,javascript_tool/* completeCommand */.jW)(files, settings, "node-pg-migrate"),
    async list(files, settings) {
        // Every file that is not hidden is a migration for it.
        const found = await readMigrationFiles(files, node_pg_migrate_directoryOf(settings), (name) => !name.startsWith("."));
        const unnumbered = found.find(({ name }) => !/^\d/.test(name));
        if (unnumbered !== undefined)
            throw withoutNumber(unnumbered);
        const migrations = found.toSorted((a, b) => compareNames(a.name, b.name)).map(node_pg_migrate_toMigration);
        requireUnique(migrations.map(({ id }) => id), "name");
        return migrations;
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, node_pg_migrate_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select name from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by run_on, id`);
                return { applied: (0,sql_table/* textsOf */.CB)(rows, "name").map((id) => ({ id })), isInOrder: true };
            },
        };
    },
    up(pending, { settings }) {
        const name = pending[0]?.id ?? "";
        // By its name, so that it is this one whatever has happened since; a name that reads as a number would be a count.
        return { command: node_pg_migrate_command(settings, ["up", isWord(name) ? name : "1"]), applies: [name] };
    },
    down({ id }, { settings, migrations, applied }) {
        if (!migrations.some((migration) => migration.id === id))
            return undefined;
        if (!isWord(id) && applied.at(-1) !== id)
            return undefined;
        // Its check of the order is about what is pending, and would refuse one that is not the newest.
        return { command: node_pg_migrate_command(settings, ["down", isWord(id) ? id : "1", "--no-check-order"]), reverts: id };
    },
};
function node_pg_migrate_directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? "migrations" : migrationsDirectory;
}
/** Whether its command line takes this for the name of a migration, unchanged. */
function isWord(name) {
    return /^\d+[^\d.\s]/.test(name) && Number.isNaN(Number(name)) && !name.includes("_ ");
}
/** By the number in front (17 digits are a date and a time), then as people count. */
function compareNames(a, b) {
    const options = {
        usage: "sort",
        numeric: true,
        sensitivity: "variant",
        ignorePunctuation: true,
    };
    return node_pg_migrate_numberOf(a) - node_pg_migrate_numberOf(b) || a.localeCompare(b, undefined, options);
}
function node_pg_migrate_numberOf(name) {
    const digits = /^\d+/.exec(name)?.[0] ?? "";
    if (digits.length !== 17)
        return Number(digits);
    const [, date, time] = /^(\d{8})(\d{9})$/.exec(digits) ?? [];
    const iso = `${date?.replace(/(....)(..)(..)/, "$1-$2-$3") ?? ""}T${time?.replace(/(..)(..)(..)(...)/, "$1:$2:$3.$4") ?? ""}Z`;
    return Date.parse(iso);
}
function node_pg_migrate_toMigration({ name, text }) {
    const dot = name.lastIndexOf(".");
    const common = { id: dot > 0 ? name.slice(0, dot) : name, title: name, digest: digestOfScripts([text]) };
    return name.endsWith(".sql") ? { ...common, ...sqlDown(text) } : { ...common, ...codeDown(text) };
}
/** `-- Down Migration` begins what undoes it; without that line there is no down. */
function sqlDown(text) {
    const [up, down] = ["up", "down"].map((word) => text.search(new RegExp(`^\\s*--[\\s-]*${word}\\s+migration`, "im")));
    if (up === undefined || down === undefined || down < 0)
        return { down: "none" };
    const downSql = text.slice(down, up > down ? up : undefined).trim();
    return { down: isIdleSql(downSql) ? "empty" : "real", downSql };
}
function codeDown(text) {
    const code = maskCode(text);
    const written = code === undefined ? "unknown" : judge(text, code);
    // Without a down it turns the steps of up around, as far as it can.
    const down = written === "disabled" ? "none" : written === "none" && !/\bdown\b/.test(code ?? "") ? "unknown" : written;
    return { down, ...(/\.\s*noTransaction\s*\(/.test(code ?? "") ? { outsideTransaction: true } : {}) };
}
function node_pg_migrate_command(settings, verb) {
    const { migrationsDirectory, migrationsTable } = settings;
    const { schema, name } = (0,sql_table/* toolTable */.T9)(settings, node_pg_migrate_TABLE);
    const where = migrationsDirectory === "" || (0,javascript_tool/* hasOption */.Kz)(settings, "-m", "--migrations-dir")
        ? []
        : ["--migrations-dir", migrationsDirectory];
    const table = migrationsTable === "" || (0,javascript_tool/* hasOption */.Kz)(settings, "-t", "--migrations-table") ? [] : ["--migrations-table", name];
    const inSchema = schema === "" || (0,javascript_tool/* hasOption */.Kz)(settings, "--migrations-schema") ? [] : ["--migrations-schema", schema];
    return (0,javascript_tool/* toolCommand */.WQ)(settings, "node-pg-migrate", [...verb, ...where, ...table, ...inSchema]);
}
function withoutNumber({ path }) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `The migration ${(0,lib_quote/* quoteText */.o)(path)} has no number in front: node-pg-migrate orders by it`,
        remedy: "Give it one, or move it out of the directory of the migrations: node-pg-migrate would run it as one.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/phinx.js



const phinx_TABLE = "phinxlog";
const phinx_DIRECTORY = "db/migrations";
const phinx_CONFIGURATIONS = ["phinx.php", "phinx.yml", "phinx.yaml", "phinx.json"];
/** Phinx. */
const phinx = {
    tool: "phinx",
    title: "Phinx",
    engines: ["mysql", "postgresql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const text = await phinx_readConfiguration(files, settings);
        const migrationsDirectory = settings.migrationsDirectory || configuredDirectory(text);
        return { ...settings, migrationsDirectory, migrationsTable: settings.migrationsTable || phinx_configuredTable(text) };
    },
    list: (files, { migrationsDirectory }) => readPhinxMigrations(files, migrationsDirectory || phinx_DIRECTORY),
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, phinx_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const statement = `select version from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by start_time, version`;
                const ids = (0,sql_table/* textsOf */.CB)(await (0,sql_table/* readTable */.xz)(query, statement), "version");
                return { applied: ids.map((id) => ({ id })), isInOrder: true };
            },
        };
    },
    up(pending, situation) {
        const { target, ids } = phinxUp(pending, situation);
        const options = target === undefined ? [] : ["--target", target];
        return { command: phinx_command(["migrate", ...options], situation.settings), applies: ids };
    },
    down({ id }, situation) {
        const to = phinxDownTo(id, situation);
        if (to === undefined)
            return undefined;
        const options = to === "newest" ? [] : ["--target", to.to];
        return { command: phinx_command(["rollback", ...options], situation.settings), reverts: id };
    },
};
async function phinx_readConfiguration(files, { toolCommand }) {
    const named = toolCommand.findIndex((each) => each === "-c" || each === "--configuration");
    const own = named === -1 ? undefined : toolCommand[named + 1];
    for (const path of own === undefined ? phinx_CONFIGURATIONS : [own]) {
        const text = await files.read(path);
        if (text !== undefined)
            return text;
    }
    return "";
}
/** `paths: migrations:` when it is one directory below the configuration, without placeholders; "" otherwise. */
function configuredDirectory(text) {
    const found = /(?:^|[\s{,['"])migrations['"]?\s*(?::|=>)\s*(.+)/.exec(text)?.[1] ?? "";
    const path = /^(?:__DIR__\s*\.\s*)?['"]?(?:%%PHINX_CONFIG_DIR%%)?(?:\.?\/)?([\w./-]+?)['"]?\s*[,;)\]}]*\s*$/.exec(found.trim())?.[1];
    return path === undefined || path.includes("..") ? "" : path;
}
function phinx_configuredTable(text) {
    return /(?:default_migration_table|migration_table)['"]?\s*(?::|=>)\s*['"]?([\w.]+)/.exec(text)?.[1] ?? "";
}
function phinx_command([verb, ...options], settings) {
    const [first = "vendor/bin/phinx", ...rest] = settings.toolCommand;
    return {
        argv: [first, ...rest, verb, "--no-interaction", ...options],
        environment: { ...(0,javascript_tool/* environmentOf */.p7)(settings), ...placeholders(settings) },
    };
}
/** What a configuration reads by `%%PHINX_DBHOST%%` and the like, by the names in Phinx's manual. */
function placeholders({ url, isRemote }) {
    if (url === undefined || isRemote)
        return {};
    return {
        PHINX_DBHOST: url.host,
        PHINX_DBPORT: String(url.port),
        PHINX_DBNAME: url.name,
        PHINX_DBUSER: url.user,
        PHINX_DBPASS: url.password,
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/prisma.js






const prisma_TABLE = "_prisma_migrations";
const prisma_DIRECTORY = "prisma/migrations";
/** Prisma Migrate. */
const prisma = {
    tool: "prisma",
    title: "Prisma Migrate",
    clearMark: "`prisma migrate resolve --rolled-back` (it is Prisma's P3009)",
    engines: ["postgresql", "mysql", "sqlite"],
    forwardOnly: "Prisma Migrate only goes forward: write a new migration that takes the change back (`prisma migrate diff --script` makes its SQL), and run that.",
    isTransactional: true,
    complete: (files, settings) => (0,javascript_tool/* completeCommand */.jW)(files, settings, "prisma"),
    async list(files, settings) {
        const found = await readNestedFiles(files, prisma_directoryOf(settings), (name) => name === "migration.sql");
        return found
            .filter(({ below }) => below.split("/").length === 2)
            .map((file) => prisma_toMigration(file, settings))
            .toSorted((a, b) => byCodeUnit(a.id, b.id));
    },
    state: (settings) => ({
        how: "table",
        tables: [prisma_TABLE],
        async read(query) {
            const columns = "migration_name, checksum, finished_at, rolled_back_at";
            const table = (0,sql_table/* quoteTable */.Z8)({ schema: "", name: prisma_TABLE }, settings.engine);
            const rows = await (0,sql_table/* readTable */.xz)(query, `select ${columns} from ${table} order by started_at, migration_name`);
            return { applied: readPrismaRows(rows), isInOrder: true };
        },
    }),
    up: (pending, { settings }) => ({
        command: (0,javascript_tool/* toolCommand */.WQ)(settings, "prisma", ["migrate", "deploy"], prisma_addressOf(settings)),
        applies: pending.map(({ id }) => id),
    }),
    down: () => undefined,
};
/** What is in effect: a row that was taken back (`migrate resolve --rolled-back`) is none, one that has not ended is half done. */
function readPrismaRows(rows) {
    const found = new Map();
    for (const row of rows) {
        if (row["rolled_back_at"] !== null && row["rolled_back_at"] !== undefined)
            continue;
        const id = String(row["migration_name"]);
        const isHalf = row["finished_at"] === null || row["finished_at"] === undefined;
        found.delete(id);
        found.set(id, { id, ...(isHalf ? { isHalf: true } : {}), checksum: String(row["checksum"] ?? "") });
    }
    return [...found.values()];
}
function prisma_directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? prisma_DIRECTORY : migrationsDirectory;
}
/** Prisma's checksum is the SHA-256 of the file, as our digest. On SQLite a script is not wrapped in a transaction. */
function prisma_toMigration({ below, text }, { engine }) {
    const digest = digestOfScripts([text]);
    const id = below.slice(0, below.indexOf("/"));
    return {
        id,
        title: id,
        digest,
        down: "none",
        checksum: digest,
        ...(engine === "sqlite" ? { outsideTransaction: true } : {}),
    };
}
/** Prisma's own schemes; the file of SQLite is found from the directory of the schema. */
function prisma_addressOf(settings) {
    const { url } = settings;
    if (url?.engine !== "sqlite")
        return url === undefined ? undefined : respell(url, prisma_SPELLING);
    if (url.name.startsWith("/"))
        return `file:${url.name}`;
    const depth = prisma_directoryOf(settings).split("/").length - 1;
    return `file:${depth === 0 ? "./" : "../".repeat(depth)}${url.name}`;
}
const prisma_SPELLING = { postgresql: "postgresql", mysql: "mysql", sqlite: "file:" };

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/ruby-source.js
/** Ruby as text: what is code in it, and the methods of a class. Enough for migrations; what it cannot tell is undefined. */
/** A heredoc; its name begins with a capital, or `list << item` would be one. */
const ruby_source_HEREDOC = /<<[~-]?(["'`]?)([A-Z_][A-Za-z0-9_]*)\1/y;
const PERCENT = /%[wWiIqQ]([[({<])/y;
const CLOSING = { "[": "]", "(": ")", "{": "}", "<": ">" };
/** The text with comments and what is inside of strings blank; same lines. Undefined when a string does not end. */
function maskRuby(text) {
    const code = text.replace(/^__END__$[^]*/m, "").replaceAll(/^=begin\b[^]*?^=end\b.*$/gm, ruby_source_blank);
    let masked = "";
    let heredocs = [];
    let at = 0;
    while (at < code.length) {
        const step = nextStep(code, at, heredocs);
        if (step === undefined)
            return undefined;
        masked += step.masked;
        at = step.end;
        if (step.heredoc !== undefined)
            heredocs.push(step.heredoc);
        if (step.closes === true)
            heredocs = [];
    }
    return masked;
}
function nextStep(code, at, heredocs) {
    const character = code[at] ?? "";
    if (character === "\n" && heredocs.length > 0)
        return skipHeredocs(code, at, heredocs);
    if (character === "#")
        return skipTo(code, at, endOfLine(code, at));
    if (character === '"' || character === "'" || character === "`") {
        const end = ruby_source_endOfString(code, at, character);
        return end === undefined
            ? undefined
            : { masked: `${character}${ruby_source_blank(code.slice(at + 1, end - 1))}${character}`, end };
    }
    const heredoc = matchAt(ruby_source_HEREDOC, code, at);
    if (heredoc !== undefined)
        return { masked: `""${" ".repeat(heredoc[0].length - 2)}`, end: at + heredoc[0].length, heredoc: heredoc[2] ?? "" };
    const percent = matchAt(PERCENT, code, at);
    if (percent !== undefined) {
        const end = endOfBrackets(code, at + percent[0].length - 1, percent[1] ?? "");
        return end === undefined ? undefined : { masked: `""${ruby_source_blank(code.slice(at + 2, end))}`, end };
    }
    return { masked: character, end: at + 1 };
}
function matchAt(pattern, code, at) {
    pattern.lastIndex = at;
    return pattern.exec(code) ?? undefined;
}
function skipTo(code, at, end) {
    return { masked: ruby_source_blank(code.slice(at, end)), end };
}
function endOfLine(code, at) {
    const end = code.indexOf("\n", at);
    return end === -1 ? code.length : end;
}
/** The lines after this one, until each of the heredocs that it opened has ended. */
function skipHeredocs(code, at, names) {
    let end = at;
    for (const name of names) {
        const close = new RegExp(String.raw `\n[ \t]*${name}(?=\r?\n|$)`, "y");
        let found;
        for (let next = end; next !== -1 && found === undefined; next = code.indexOf("\n", next + 1)) {
            const match = matchAt(close, code, next);
            if (match !== undefined)
                found = next + match[0].length;
        }
        if (found === undefined)
            return undefined;
        end = found;
    }
    return { ...skipTo(code, at, end), closes: true };
}
/** Behind the quote that closes the one at `at`. Inside `#{…}` there can be strings again. */
function ruby_source_endOfString(code, at, quote) {
    for (let next = at + 1; next < code.length; next += 1) {
        if (code[next] === "\\")
            next += 1;
        else if (code[next] === quote)
            return next + 1;
        else if (quote !== "'" && code.startsWith("#{", next)) {
            const end = endOfInterpolation(code, next + 2);
            if (end === undefined)
                return undefined;
            next = end;
        }
    }
    return undefined;
}
function endOfInterpolation(code, from) {
    let depth = 1;
    for (let next = from; next < code.length; next += 1) {
        const character = code[next] ?? "";
        if (character === "{")
            depth += 1;
        if (character === "}")
            depth -= 1;
        if (depth === 0)
            return next;
        if (character === '"' || character === "'") {
            const end = ruby_source_endOfString(code, next, character);
            if (end === undefined)
                return undefined;
            next = end - 1;
        }
    }
    return undefined;
}
function endOfBrackets(code, at, open) {
    let depth = 0;
    for (let next = at; next < code.length; next += 1) {
        if (code[next] === open)
            depth += 1;
        if (code[next] === CLOSING[open])
            depth -= 1;
        if (depth === 0)
            return next + 1;
    }
    return undefined;
}
function ruby_source_blank(text) {
    return text.replaceAll(/[^\n]/g, " ");
}
/**
 * The bodies of the methods of these names, in masked Ruby; a body is undefined when its end cannot be found. A method ends with
 * the first `end` that is indented like its `def`, as all Ruby is written.
 */
function ruby_source_methodsOf(masked, names) {
    const methods = new Map();
    const head = new RegExp(String.raw `^([ \t]*)def\s+(?:self\.)?(${names.join("|")})\b(?![?!])[ \t]*(?:\([^)]*\))?(.*)$`, "gm");
    for (const match of masked.matchAll(head)) {
        const [line, indent = "", name = "", rest = ""] = match;
        methods.set(name, bodyOf(masked.slice(match.index + line.length), indent, rest.trim()));
    }
    return methods;
}
function bodyOf(following, indent, rest) {
    const short = /^(?:=(?!=)(.*)|;(.*)\bend\b.*)$/.exec(rest);
    if (short !== null)
        return (short[1] ?? short[2] ?? "").replace(/;\s*$/, "");
    if (rest !== "" && rest !== ";")
        return undefined;
    const lines = following.split("\n").slice(1);
    const end = lines.findIndex((line) => line.trim() !== "" && !/^[ \t]/.test(line.slice(indent.length)));
    const last = lines[end];
    if (last === undefined || !new RegExp(String.raw `^${indent}end\b`).test(last))
        return undefined;
    return lines.slice(0, end).join("\n");
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/rails-down.js

/** What reverting the file's migration does. */
function railsDown(text) {
    const masked = maskRuby(text);
    if (masked === undefined)
        return "unknown";
    const methods = ruby_source_methodsOf(masked, ["change", "up", "down"]);
    if (methods.has("change"))
        return rails_down_judgeChange(methods.get("change"));
    if (methods.has("down"))
        return judgeDown(methods.get("down"));
    // Rails says "reverted", takes the row away and does nothing.
    return methods.has("up") ? "none" : "unknown";
}
function judgeDown(body) {
    if (body === undefined)
        return "unknown";
    const statements = statementsOf(body);
    if (statements.every((statement) => /^(?:nil|true|return|(?:say|puts)\b.*)$/.test(statement)))
        return "empty";
    if (/^raise\b(?!.*\b(?:if|unless)\b)/.test(statements[0] ?? ""))
        return "none";
    return body.includes("IrreversibleMigration") ? "unknown" : "real";
}
const isOption = (arg) => /^(?:\*\*|\w+:\s|["']\s*["']:\s|:\w+\s*=>)/.test(arg);
const hasOption = ({ args }, name) => args.some((arg) => arg.startsWith(`${name}:`) || new RegExp(String.raw `^:${name}\s*=>`).test(arg));
const positional = ({ args }) => args.filter((arg) => !isOption(arg)).length;
const rails_down_words = (text) => text.trim().split(/\s+/);
const rails_down_REVERSIBLE = rails_down_words(`
  create_table create_join_table drop_join_table rename_table create_schema create_virtual_table
  add_column rename_column change_column_null add_timestamps remove_timestamps
  add_reference add_belongs_to remove_reference remove_belongs_to
  add_index rename_index enable_index disable_index add_foreign_key add_check_constraint
  add_exclusion_constraint add_unique_constraint enable_extension disable_extension create_enum rename_enum
`);
const rails_down_IRREVERSIBLE = rails_down_words("execute change_column add_enum_value drop_schema");
const BETWEEN = rails_down_words("change_column_default change_column_comment change_table_comment rename_enum_value");
const SECOND = rails_down_words("remove_check_constraint remove_exclusion_constraint remove_unique_constraint drop_enum");
/** Whether Active Record can revert a call; a method that is not here may be anybody's. */
const rules = new Map([
    ...rails_down_REVERSIBLE.map((name) => [name, () => true]),
    ...rails_down_IRREVERSIBLE.map((name) => [name, () => false]),
    ...BETWEEN.map((name) => [name, (call) => hasOption(call, "from") && hasOption(call, "to")]),
    ...SECOND.map((name) => [name, (call) => positional(call) >= 2]),
    ["remove_column", (call) => positional(call) >= 3],
    ["remove_columns", (call) => hasOption(call, "type")],
    ["drop_table", (call) => positional(call) === 1 && (call.hasBlock || call.args.length > 1)],
    ["remove_index", (call) => positional(call) >= 2 || hasOption(call, "column")],
    ["remove_foreign_key", (call) => positional(call) >= 2 || hasOption(call, "to_table")],
]);
/** Words that let a change do something else in each direction, or not always do it. */
const rails_down_FORKS = /\b(?:reversible|revert|up_only|reverting\?|if|unless|case|rescue|while|until|each|times)\b/;
function rails_down_judgeChange(body) {
    if (body === undefined)
        return "unknown";
    const statements = statementsOf(body);
    if (statements.length === 0)
        return "empty";
    const receivers = new Set(statements.flatMap((each) => Array.from(each.matchAll(BLOCK), ([, name = ""]) => name)));
    const verdicts = new Set(statements.filter((each) => !isInside(each, receivers)).map((each) => judgeStatement(each)));
    const isForked = rails_down_FORKS.test(body);
    if (verdicts.has(false))
        return isForked ? "unknown" : "none";
    return isForked || verdicts.has(undefined) ? "unknown" : "real";
}
/** The block of `create_table … do |t|`. */
const BLOCK = /^(?:create_table|create_join_table|drop_table|drop_join_table)\b.*(?:\bdo|\{)\s*\|\s*(\w+)[^|]*\|/g;
/** A line that only belongs to such a block. */
function isInside(statement, receivers) {
    return /^(?:end|\})$/.test(statement) || receivers.has(/^(\w+)\./.exec(statement)?.[1] ?? "");
}
/** Whether it can be reverted; undefined when that cannot be told. */
function judgeStatement(statement) {
    const match = /^([a-z_]\w*)(?:\s+|(?=\()|$)([^]*)$/.exec(statement);
    const rule = rules.get(match?.[1] ?? "");
    if (match === null || rule === undefined)
        return /^raise\b/.test(statement) ? false : undefined;
    const [, name = "", rest = ""] = match;
    const hasBlock = /\bdo\b|\{\s*\||\{\s*\}\s*$/.test(rest);
    const plain = rest.replace(/\s*(?:\bdo\b|\{\s*\||\{\s*\}\s*$)[^]*$/, "");
    const inner = plain.startsWith("(") ? plain.slice(1, plain.lastIndexOf(")")) : plain;
    return rule({ name, args: argumentsOf(inner), hasBlock });
}
/** The lines of a body, those that go on joined to one; no blank ones. */
function statementsOf(body) {
    const joined = body.replaceAll(/([,(\\])\s*\n\s*/g, "$1 ").replaceAll(/\s*\n\s*(?=[).])/g, "");
    return joined
        .split(/\n|;/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
/** Arguments, separated by the commas that are in no brackets. */
function argumentsOf(text) {
    const found = [];
    let depth = 0;
    let current = "";
    for (const character of text) {
        if ("([{".includes(character))
            depth += 1;
        if (")]}".includes(character))
            depth -= 1;
        if (character === "," && depth === 0) {
            found.push(current.trim());
            current = "";
        }
        else
            current += character;
    }
    return [...found, current.trim()].filter((arg) => arg !== "");
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/rails.js









const rails_TABLE = "schema_migrations";
/** Active Record takes files like the first for migrations, and refuses them when they are not like the second. */
const CANDIDATE = /^[0-9].*_.*\.rb$/;
const rails_NAME = /^([0-9]+)_[_a-z0-9]*\.?[_a-z0-9]*\.rb$/;
/** Rails. */
const rails = {
    tool: "rails",
    title: "Rails",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        if (settings.toolCommand.length > 0 || settings.isRemote)
            return settings;
        const hasProgram = (await files.read("bin/rails")) !== undefined;
        return { ...settings, toolCommand: hasProgram ? ["bin/rails"] : ["bundle", "exec", "rake"] };
    },
    async list(files, settings) {
        const found = await readNestedFiles(files, rails_directoryOf(settings), (name) => CANDIDATE.test(name));
        const migrations = found.map(rails_toMigration);
        requireUnique(migrations.map(({ id }) => id), "version");
        return migrations.toSorted((a, b) => byNumber(a.id, b.id));
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, rails_TABLE);
        return {
            how: "table",
            tables: [table.name, "ar_internal_metadata"],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select version from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)}`);
                const ids = (0,sql_table/* textsOf */.CB)(rows, "version").map(plainVersion).toSorted(byNumber);
                return { applied: ids.map((id) => ({ id })), isInOrder: false };
            },
        };
    },
    up(pending, { settings }) {
        const id = pending[0]?.id ?? "";
        return { command: rails_command("up", id, settings), applies: [id] };
    },
    down({ id }, { settings, migrations }) {
        if (!migrations.some((migration) => migration.id === id))
            return undefined;
        return { command: rails_command("down", id, settings), reverts: id };
    },
};
function rails_directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? "db/migrate" : migrationsDirectory;
}
function rails_toMigration({ name, path, text }) {
    const version = rails_NAME.exec(name)?.[1];
    if (version === undefined)
        throw illegalName(path);
    return {
        id: plainVersion(version),
        title: name,
        digest: digestOfScripts([text]),
        down: railsDown(text),
        ...(/^\s*(?:self\.)?disable_ddl_transaction!/m.test(text) ? { outsideTransaction: true } : {}),
    };
}
function illegalName(path) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `Rails would refuse the name of the migration ${(0,lib_quote/* quoteText */.o)(path)}`,
        remedy: "Use digits, _ and a name of lower-case letters, digits and _: 20260131120000_add_users.rb",
    });
}
function rails_command(verb, version, settings) {
    const [first = "bin/rails", ...rest] = settings.toolCommand;
    const spelling = settings.url === undefined ? undefined : rails_addressOf(settings.url);
    return {
        argv: [first, ...rest, `db:migrate:${verb}`, `VERSION=${version}`],
        environment: (0,javascript_tool/* environmentOf */.p7)(settings, spelling),
    };
}
/** The scheme is the name of the database adapter to Rails; `mysql` is none before 7.2, and `postgis` is one of its own. */
function rails_addressOf(url) {
    const postgresql = url.scheme === "postgis" ? "postgis" : "postgresql";
    return respell(url, { postgresql, mysql: "mysql2", sqlite: "sqlite3:" });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/sequelize.js







const sequelize_TABLE = "SequelizeMeta";
/** The pattern of sequelize-cli itself. */
const sequelize_NAME = /^(?!.*\.d\.ts$).*\.(?:cjs|js|cts|ts)$/;
const sequelize_CONFIGURATIONS = ["config/config.js", "config/config.json"];
/** sequelize-cli, one migration at a time by its name. It writes its table by name only, so the order of application is not known. */
const sequelize = {
    tool: "sequelize",
    title: "Sequelize",
    engines: ["postgresql", "mysql", "sqlite"],
    // Not even where the database could: a migration that wants a transaction opens its own.
    isTransactional: false,
    async complete(files, settings) {
        const completed = await (0,javascript_tool/* completeCommand */.jW)(files, settings, "sequelize");
        const rc = (await files.read(".sequelizerc")) ?? "";
        const { isConfigured, text } = await configurationOf(files, settings, rc);
        const directory = onlyLiteral(rc, { key: "migrations-path", name: "migrations-directory" });
        return {
            ...completed,
            isConfigured,
            migrationsDirectory: settings.migrationsDirectory || directory,
            migrationsTable: settings.migrationsTable || tableIn(text),
        };
    },
    async list(files, settings) {
        const found = await readMigrationFiles(files, sequelize_directoryOf(settings), (name) => sequelize_NAME.test(name));
        return found.map(sequelize_toMigration);
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, sequelize_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select name from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)}`);
                const ids = (0,sql_table/* textsOf */.CB)(rows, "name").toSorted(byCodeUnit);
                return { applied: ids.map((id) => ({ id })), isInOrder: false };
            },
        };
    },
    up(pending, { settings }) {
        const name = pending[0]?.id ?? "";
        // `--to` applies what comes before it, too: nothing, for it is the first.
        return { command: sequelize_command(settings, "db:migrate", "--to", name), applies: [name] };
    },
    down({ id }, { settings, migrations }) {
        // It takes the first file whose name begins with what it is given.
        const matching = migrations.filter((migration) => migration.id.startsWith(id));
        if (matching.length !== 1 || matching[0]?.id !== id)
            return undefined;
        return { command: sequelize_command(settings, "db:migrate:undo", "--name", id), reverts: id };
    },
};
function sequelize_directoryOf({ migrationsDirectory }) {
    return migrationsDirectory === "" ? "migrations" : migrationsDirectory;
}
function sequelize_toMigration({ name, text }) {
    const written = writtenDown(text);
    return { id: name, title: name, digest: digestOfScripts([text]), down: written === "disabled" ? "none" : written };
}
/** Whether the project has a configuration, and what can be read of it. */
async function configurationOf(files, settings, rc) {
    if ((0,javascript_tool/* hasOption */.Kz)(settings, "--config", "--options-path", "--url"))
        return { isConfigured: true, text: "" };
    const told = onlyLiteral(rc, { key: "config", name: "migrations-table" });
    for (const path of told === "" ? sequelize_CONFIGURATIONS : [told]) {
        const text = await files.read(path);
        if (text !== undefined)
            return { isConfigured: true, text };
    }
    return { isConfigured: told !== "", text: "" };
}
/** The table that a configuration names. */
function tableIn(text) {
    const read = (key) => onlyLiteral(text, { key, name: "migrations-table" });
    const storage = read("migrationStorage");
    if (storage !== "" && storage !== "sequelize") {
        throw (0,lib_inputs/* inputFailure */.vQ)([
            {
                name: "tool",
                given: "sequelize",
                accepts: "a project that keeps its migrations in a table",
                why: `its storage is ${storage}`,
            },
        ]);
    }
    const [schema, table] = [read("migrationStorageTableSchema"), read("migrationStorageTableName")];
    return schema === "" ? table : `${schema}.${table === "" ? sequelize_TABLE : table}`;
}
function sequelize_command(settings, verb, option, name) {
    const { url, migrationsDirectory, isConfigured, isRemote } = settings;
    const where = migrationsDirectory === "" || (0,javascript_tool/* hasOption */.Kz)(settings, "--migrations-path")
        ? []
        : [`--migrations-path=${migrationsDirectory}`];
    const made = isConfigured === false && !isRemote && url !== undefined;
    const config = made ? ["--config={scratch}/config.json"] : [];
    const built = (0,javascript_tool/* toolCommand */.WQ)(settings, "sequelize", [verb, `${option}=${name}`, ...where, ...config]);
    // Never `--url`: others on the machine can read it.
    return made ? { ...built, scratch: { "config.json": { text: JSON.stringify(configurationFor(url)) } } } : built;
}
/** What Sequelize is connected by. */
function configurationFor({ engine, host, port, user, password, name, options }) {
    if (engine === "sqlite")
        return { dialect: "sqlite", storage: name };
    const dialect = engine === "postgresql" ? "postgres" : "mysql";
    const mode = options["sslmode"] ?? options["ssl-mode"] ?? "";
    const isChecked = /^verify[-_]/i.test(mode);
    const isEncrypted = isChecked || /^require/i.test(mode);
    const ssl = isEncrypted ? { dialectOptions: { ssl: { require: true, rejectUnauthorized: isChecked } } } : {};
    return { dialect, host, port, username: user, password, database: name, ...ssl };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/sqitch-places.js
/** Where a Sqitch project keeps its plan and its scripts, by its sqitch.conf. */

/** What Sqitch calls the databases. MariaDB is `mysql` to it. */
const sqitchEngines = { postgresql: "pg", mysql: "mysql", sqlite: "sqlite" };
/** Reads sqitch.conf, if there is one; an option of the engine wins over one of [core]. */
async function sqitchPlaces(files, { migrationsDirectory, engine }) {
    const home = migrationsDirectory || ".";
    const options = sqitch_places_readConfiguration((await files.read(external_node_path_.posix.join(home, "sqitch.conf"))) ?? "");
    const option = (name) => options.get(`engine.${sqitchEngines[engine]}.${name}`) ?? options.get(`core.${name}`);
    const top = option("top_dir") ?? ".";
    const under = (directory, name) => option(name) ?? external_node_path_.posix.join(directory, nameOf(name));
    const reworked = option("reworked_dir");
    const [deploy, revert] = [under(top, "deploy_dir"), under(top, "revert_dir")];
    const at = (path) => external_node_path_.posix.join(home, path);
    return {
        plan: at(option("plan_file") ?? external_node_path_.posix.join(top, "sqitch.plan")),
        deploy: at(deploy),
        revert: at(revert),
        reworkedDeploy: at(option("reworked_deploy_dir") ?? (reworked === undefined ? deploy : `${reworked}/deploy`)),
        reworkedRevert: at(option("reworked_revert_dir") ?? (reworked === undefined ? revert : `${reworked}/revert`)),
        extension: `.${option("extension") ?? "sql"}`,
        registry: option("registry") ?? "",
    };
}
/** `deploy_dir`: `deploy` */
function nameOf(option) {
    return option.replace(/_dir$/, "");
}
/** `[core]` and `[engine "pg"]` with `key = value`, as git's configuration is written: by `core.key`, `engine.pg.key`. */
function sqitch_places_readConfiguration(text) {
    const options = new Map();
    let section = "";
    for (const line of text.split(/\r?\n/)) {
        const [, header, quoted] = /^\s*\[\s*([^\s"\]]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line) ?? [];
        if (header !== undefined)
            section = quoted === undefined ? header.toLowerCase() : `${header.toLowerCase()}.${quoted}`;
        const [, key, value = ""] = /^\s*([a-zA-Z][\w-]*)\s*=(.*)$/.exec(line) ?? [];
        if (key !== undefined)
            options.set(`${section}.${key.toLowerCase()}`, sqitch_places_valueOf(value.trim()));
    }
    return options;
}
/** Without the quotes around it, or a comment behind it. */
function sqitch_places_valueOf(text) {
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
    return quoted === undefined ? text.replace(/[#;].*$/, "").trimEnd() : quoted.replaceAll(/\\(.)/g, "$1");
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/sqitch-plan.js
/** Reads sqitch.plan: https://sqitch.org/docs/manual/sqitchplan/ and App::Sqitch::Plan 1.3.1. */

/** `%project=shop` */
const PRAGMA = /^%\s*([^\s=]+)\s*=\s*(\S.*)$/;
/** `name [requirements] 2026-01-01T00:00:00Z Somebody <address>`, `@tag …` */
const ENTRY = /^([@+-]?)\s*([^\s[\]@#:\\]+)\s+(?:\[([^\]]+)\]\s*)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\s[^<]+<[^>]+>$/;
/** Reads it. @throws Failure `invalid-input` at a line that is neither a change nor a tag */
function parsePlan(text, path) {
    let project = "";
    const found = [];
    for (const [at, raw] of text.split(/\r?\n/).entries()) {
        // A note begins with #, wherever it stands.
        const line = raw.replace(/#.*$/, "").trim();
        const [, pragma, value = ""] = PRAGMA.exec(line) ?? [];
        if (line === "" || line.startsWith("%")) {
            if (pragma === "project")
                project = value;
            continue;
        }
        const [, mark, name, requirements = ""] = ENTRY.exec(line) ?? [];
        if (name === undefined)
            throw unreadable(path, at + 1, raw);
        if (mark === "@")
            found.at(-1)?.tags.push(`@${name}`);
        else
            found.push({ name, requires: requirementsOf(requirements), tags: [] });
    }
    const turns = new Map();
    const changes = found.map(({ name, requires }, at) => {
        const turn = (turns.get(name) ?? 0) + 1;
        turns.set(name, turn);
        return { name, turn, requires, reworkTags: reworkTagsOf(found, at) };
    });
    return { project, changes };
}
/** `users`, `users@v1`, `shop:users`; `!users` is a conflict. */
function requirementsOf(text) {
    return text
        .split(/\s+/)
        .filter((each) => each !== "" && !/^[!@]|:/.test(each))
        .map((each) => each.replace(/@.*$/, ""));
}
function reworkTagsOf(changes, at) {
    const name = changes[at]?.name;
    const length = changes.slice(at + 1).findIndex((change) => change.name === name);
    return length === -1 ? [] : changes.slice(at, at + 1 + length).flatMap(({ tags }) => tags);
}
function unreadable(path, line, text) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${path} cannot be read at line ${line} (${(0,lib_quote/* quoteText */.o)(text.slice(0, 100))})`,
        remedy: "Write it as `sqitch add` and `sqitch tag` do: name, requirements in brackets, time, who planned it.",
        location: { file: path, line },
    });
}

// EXTERNAL MODULE: ./packages/database/lib/query.js
var lib_query = __nccwpck_require__(5587);
;// CONCATENATED MODULE: ./packages/migration/lib/adapters/sqitch-state.js
/** Reads Sqitch's registry: a schema on PostgreSQL, a database of its own on MySQL, a file beside the database's on SQLite. */





const TABLES = ["changes", "dependencies", "events", "projects", "releases", "tags"];
/** The name under which the registry's file is attached. */
const ATTACHED = "handrail_sqitch";
/**
 * By the registry's tables; in a task, whose image need not have a language that we could ask with, by Sqitch's status. Names are
 * ids; the second of the same name is `name#2`: that cannot be a name.
 * @param status what asks Sqitch
 */
function sqitchState(settings, status) {
    const registry = settings.migrationsTable || "sqitch";
    // On MySQL and SQLite they are in another database, which no schema is read from.
    const tables = settings.engine === "postgresql" ? TABLES.map((table) => `${registry}.${table}`) : [];
    if (settings.isRemote)
        return { how: "status", tables, status: { command: status, parse: sqitch_state_parseStatus } };
    const ask = settings.engine === "sqlite" ? sqitch_state_readFile : read;
    return { how: "table", tables, read: (query) => ask(query, registry, settings) };
}
/** `#   users - 2026-01-01 00:00:00 +0000 - Somebody <address>`, the newest first (`sqitch status --show-changes`, 1.3.1). */
function sqitch_state_parseStatus({ exitCode, stdout, stderr }) {
    const names = Array.from(stdout.matchAll(/^# {3}(\S+) +- /gm), ([, name = ""]) => name);
    // It ends with 1 where nothing is applied, and with 2 where something is that its plan does not have.
    const isEmpty = exitCode === 1 && `${stdout}\n${stderr}`.includes("No changes deployed");
    if (exitCode === 0 || isEmpty || (exitCode === 2 && names.length > 0))
        return toSet(names.toReversed());
    const why = (0,tool_output/* rootCause */.e)({ stdout, stderr });
    throw new failure/* Failure */.HR({
        reason: "tool-failed",
        what: `Sqitch cannot say which changes are applied${why === "" ? "" : ` (${why})`}`,
        remedy: "Run `sqitch status --show-changes` by hand where the step runs it, and mend what it says.",
    });
}
async function read(query, registry, settings) {
    return fromRows(await (0,sql_table/* readTable */.xz)(query, statement(registry, settings)));
}
/** In the order of application, of our project only. */
function statement(registry, { engine, project }) {
    const name = (each) => (0,quote/* quoteName */.A)(each, engine);
    const ours = project === undefined ? "" : ` where project = ${(0,quote/* quoteLiteral */.c)(project, engine)}`;
    const columns = `${name("change")} as name, script_hash`;
    return `select ${columns} from ${name(registry)}.${name("changes")}${ours} order by committed_at, planned_at`;
}
function fromRows(rows) {
    return toSet(rows.map(({ name }) => String(name)), rows.map(({ script_hash: hash }) => hash));
}
function toSet(names, hashes = []) {
    const turns = new Map();
    const applied = names.map((name, at) => {
        const turn = (turns.get(name) ?? 0) + 1;
        turns.set(name, turn);
        const checksum = hashes[at];
        return { id: changeId(name, turn), ...(typeof checksum === "string" ? { checksum } : {}) };
    });
    return { applied, isInOrder: true };
}
/** The id of a change: its name, from the second of the same name on with a number. */
function changeId(name, turn) {
    return turn === 1 ? name : `${name}#${turn}`;
}
/** Attaches the registry's file read-only, so that it is not made where there is none. */
async function sqitch_state_readFile(query, registry, settings) {
    const [databases = []] = await query(["pragma database_list"]);
    const file = databases.find(({ name }) => name === "main")?.["file"];
    if (typeof file !== "string" || file === "")
        return toSet([]);
    const path = registryPath(file, registry);
    const uri = `file:${path.split("/").map(encodeURIComponent).join("/")}?mode=ro`;
    try {
        // Together, for the connection may not outlive a question.
        const attach = `attach database ${(0,quote/* quoteLiteral */.c)(uri, "sqlite")} as ${ATTACHED}`;
        const [, rows = []] = await query([attach, statement(ATTACHED, settings)]);
        return fromRows(rows);
    }
    catch (thrown) {
        if (thrown instanceof lib_query/* DatabaseFailure */.M && isAbsent(thrown))
            return toSet([]);
        throw thrown;
    }
}
/** No file, or one that is still empty. */
function isAbsent({ code, said }) {
    return code === "SQLITE_CANTOPEN" || /unable to open database|no such table/.test(said);
}
/** `/data/app.db`: `/data/sqitch.db` (App::Sqitch::Engine::sqlite 1.3.1, registry_uri). */
function registryPath(file, registry) {
    if (external_node_path_.posix.isAbsolute(registry))
        return registry;
    const name = external_node_path_.posix.basename(file);
    const dot = name.indexOf(".");
    const extension = registry.includes(".") || dot === -1 ? "" : name.slice(dot);
    return external_node_path_.posix.join(external_node_path_.posix.dirname(file), `${registry}${extension}`);
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/sqitch.js
/** Sqitch (https://sqitch.org): SQL scripts in the order of a plan. Seen with 1.3.1. */








/**
 * Sqitch, one change at a time. migrations-directory is the project's directory (with sqitch.plan), migrations-table its registry.
 * A transaction is what the scripts make of it: BEGIN and COMMIT stand in them.
 */
const sqitch = {
    tool: "sqitch",
    title: "Sqitch",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async complete(files, settings) {
        const places = await sqitchPlaces(files, settings);
        const text = await files.read(places.plan);
        const project = text === undefined ? "" : parsePlan(text, places.plan).project;
        const migrationsTable = settings.migrationsTable || places.registry;
        return { ...settings, migrationsTable, ...(project === "" ? {} : { project }) };
    },
    list: listChanges,
    state: (settings) => sqitchState(settings, sqitch_command(settings, "status", ["--show-changes"])),
    up(pending, { settings }) {
        const [next] = pending;
        const key = next?.title ?? "";
        return { command: sqitch_command(settings, "deploy", ["--verify", "--to", key]), applies: [next?.id ?? ""] };
    },
    down({ id }, situation) {
        const args = revertArguments(id, situation);
        return args === undefined
            ? undefined
            : { command: sqitch_command(situation.settings, "revert", ["-y", ...args]), reverts: id };
    },
};
async function listChanges(files, settings) {
    const places = await sqitchPlaces(files, settings);
    const text = await files.read(places.plan);
    if (text === undefined) {
        const given = settings.migrationsDirectory;
        throw (0,lib_inputs/* inputFailure */.vQ)([
            { name: "migrations-directory", given, accepts: "the directory with sqitch.plan", why: "it has none" },
        ]);
    }
    const plan = parsePlan(text, places.plan);
    return Promise.all(plan.changes.map((change) => sqitch_toMigration(files, places, plan, change)));
}
async function sqitch_toMigration(files, places, plan, change) {
    const { name, turn, reworkTags } = change;
    const isReworked = reworkTags.length > 0;
    const [deploys, reverts] = isReworked
        ? [places.reworkedDeploy, places.reworkedRevert]
        : [places.deploy, places.revert];
    const file = await scriptOf(files, deploys, places.extension, change);
    const deploy = await files.read(external_node_path_.posix.join(deploys, file));
    const revert = await files.read(external_node_path_.posix.join(reverts, file));
    const down = revert === undefined ? "none" : isIdleSql(revert) ? "empty" : "real";
    const after = change.requires.flatMap((required) => idBefore(required, change, plan));
    return {
        id: changeId(name, turn),
        title: keyOf(change, plan),
        digest: digestOfScripts([deploy, revert].filter((text) => text !== undefined)),
        down,
        ...(revert === undefined ? {} : { downSql: revert }),
        ...(after.length === 0 ? {} : { after }),
        ...(deploy !== undefined && /^\s*(?:begin|start\s+transaction)\b/im.test(deploy)
            ? {}
            : { outsideTransaction: true }),
    };
}
/** A reworked change has the scripts of the first of its tags that has a deploy script (App::Sqitch::Plan::Change). */
async function scriptOf(files, directory, extension, change) {
    const names = change.reworkTags.map((tag) => `${change.name}${tag}${extension}`);
    for (const name of names) {
        if ((await files.read(external_node_path_.posix.join(directory, name))) !== undefined)
            return name;
    }
    return names[0] ?? `${change.name}${extension}`;
}
/** How Sqitch finds a change in the plan: by its name, of several with the same one by a tag. */
function keyOf({ name, reworkTags, turn }, { changes }) {
    const isOnly = turn === 1 && reworkTags.length === 0 && !changes.some((each) => each.name === name && each.turn > 1);
    return isOnly ? name : `${name}${reworkTags[0] ?? "@HEAD"}`;
}
function idBefore(name, change, { changes }) {
    const found = changes.slice(0, changes.indexOf(change)).findLast((each) => each.name === name);
    return found === undefined ? [] : [changeId(found.name, found.turn)];
}
/**
 * Only the change that was deployed last can be reverted alone, and only by naming the one before it: without `--to` Sqitch
 * reverts everything, even without a terminal to ask on (sqitchers/sqitch#541). Before the first there is nothing to name; then
 * everything is that one.
 */
function revertArguments(id, { applied, migrations }) {
    if (applied.at(-1) !== id)
        return undefined;
    const before = applied.at(-2);
    if (before === undefined)
        return [];
    const [, name = before] = /^(.+)#\d+$/.exec(before) ?? [];
    const sameName = applied.filter((each) => each === name || each.startsWith(`${name}#`));
    // In the database a name is enough while it is there once; its tag may not have been deployed yet.
    if (sameName.length === 1)
        return ["--to", name];
    const isNewest = sameName.at(-1) === before;
    const title = migrations.find((each) => each.id === before)?.title;
    return isNewest ? ["--to", `${name}@HEAD`] : title === undefined ? undefined : ["--to", title];
}
function sqitch_command(settings, verb, args) {
    const { migrationsDirectory: directory, migrationsTable: registry, url } = settings;
    const [first = "sqitch", ...rest] = settings.toolCommand;
    const change = directory === "" ? [] : ["--chdir", directory];
    const table = registry === "" ? [] : ["--registry", registry];
    const target = url === undefined ? [] : ["--target", targetOf(url, directory)];
    return {
        argv: [first, ...rest, verb, ...change, ...table, ...target, ...args],
        environment: url === undefined ? {} : sqitch_environmentOf(url),
    };
}
/**
 * `db:pg://user@host:port/name`: the password goes by the environment. (Sqitch itself hands it to the client of MySQL as an argument,
 * which that client hides at once: App::Sqitch::Engine::mysql 1.3.1.)
 */
function targetOf(url, directory) {
    const { engine, name, user } = url;
    if (engine === "sqlite") {
        const path = external_node_path_.posix.isAbsolute(name) || directory === "" ? name : external_node_path_.posix.relative(directory, name);
        return `db:sqlite:${path.split("/").map(encodeURIComponent).join("/")}`;
    }
    const account = user === "" ? "" : `${encodeURIComponent(user)}@`;
    // A socket's directory goes by the environment.
    const place = url.host.startsWith("/") ? "" : hostAndPort(url);
    const options = engine === "mysql" ? queryText(sqitch_mysqlOptions((0,url_tls/* tlsOf */.V)(url))) : "";
    return `db:${sqitchEngines[engine]}://${account}${place}/${encodeURIComponent(name)}${options}`;
}
/** DBD::mysql's names, which Sqitch makes options of the client, too. */
function sqitch_mysqlOptions({ mode, ca, cert, key }) {
    if (mode === "prefer" || mode === "disable")
        return {};
    return {
        mysql_ssl: "1",
        ...(mode === "verify-full" ? { mysql_ssl_verify_server_cert: "1" } : {}),
        ...(ca === undefined ? {} : { mysql_ssl_ca_file: ca }),
        ...(cert === undefined ? {} : { mysql_ssl_client_cert: cert }),
        ...(key === undefined ? {} : { mysql_ssl_client_key: key }),
    };
}
/** libpq's variables are read by DBD::Pg and by psql alike. */
function sqitch_environmentOf(url) {
    const password = url.password === "" ? {} : { SQITCH_PASSWORD: url.password };
    if (url.engine !== "postgresql")
        return password;
    const { mode, ca, cert, key } = (0,url_tls/* tlsOf */.V)(url);
    return {
        ...password,
        ...(url.host.startsWith("/") ? { PGHOST: url.host, PGPORT: String(url.port) } : {}),
        ...(mode === "prefer" ? {} : { PGSSLMODE: mode }),
        ...(ca === undefined ? {} : { PGSSLROOTCERT: ca }),
        ...(cert === undefined ? {} : { PGSSLCERT: cert }),
        ...(key === undefined ? {} : { PGSSLKEY: key }),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/typeorm.js
/** TypeORM (https://typeorm.io/docs/migrations/why): migrations are classes. Seen with 1.1.1. */







const typeorm_TABLE = "migrations";
const typeorm_NAME = /(?:\.[cm]?js|(?<!\.d)\.[cm]?ts)$/;
/**
 * TypeORM. It applies all that is pending and reverts the last that was applied: nothing else can be asked of it. Its data source
 * decides which files are migrations, so the directory has to be told.
 */
const typeorm = {
    tool: "typeorm",
    title: "TypeORM",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: true,
    async list(files, settings) {
        requireInputs(settings);
        const found = await readMigrationFiles(files, settings.migrationsDirectory, (name) => typeorm_NAME.test(name));
        const known = new Map();
        // A compiled copy beside its source is the same migration.
        for (const timed of found.flatMap(classesOf))
            if (!known.has(timed.migration.id))
                known.set(timed.migration.id, timed);
        return Array.from(known.values())
            .toSorted((a, b) => a.timestamp - b.timestamp)
            .map(({ migration }) => migration);
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, typeorm_TABLE);
        return {
            how: "table",
            tables: [table.name, "typeorm_metadata"],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select name from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)} order by id`);
                return { applied: (0,sql_table/* textsOf */.CB)(rows, "name").map((id) => ({ id })), isInOrder: true };
            },
        };
    },
    up: (pending, { settings }) => ({
        // The default puts all of them in one transaction: then none is whole before the last one is.
        command: (0,javascript_tool/* toolCommand */.WQ)(settings, "typeorm", ["migration:run", "-t", "each"]),
        applies: pending.map(({ id }) => id),
    }),
    down(target, { settings, migrations, applied }) {
        const own = migrations.find(({ id }) => id === target.id);
        if (own === undefined || applied.at(-1) !== target.id)
            return undefined;
        const mode = own.outsideTransaction === true ? "none" : "each";
        return { command: (0,javascript_tool/* toolCommand */.WQ)(settings, "typeorm", ["migration:revert", "-t", mode]), reverts: target.id };
    },
};
function requireInputs(settings) {
    const problems = [];
    if (!settings.toolCommand.some((each) => /^(?:-d|--dataSource\b|--data-source\b)/.test(each))) {
        const accepts = "`./node_modules/.bin/typeorm`, `-d` and the path of the data source, one a line";
        problems.push({ name: "tool-command", accepts, why: "it names no data source" });
    }
    if (settings.migrationsDirectory === "") {
        problems.push({
            name: "migrations-directory",
            given: "",
            accepts: "the directory of the data source's migrations",
        });
    }
    if ((0,javascript_tool/* hasOption */.Kz)(settings, "-f", "--fake")) {
        problems.push({ name: "tool-command", given: "--fake", accepts: "a command that runs migrations" });
    }
    if (problems.length > 0)
        throw (0,lib_inputs/* inputFailure */.vQ)(problems);
}
const CLASS = /\bclass\s+([\w$]+)/g;
/** Where code for ES5 exports what was a class. */
const EXPORTED = /(?<![\w$.])exports\s*\.\s*([\w$]+\d{13})\s*=(?!\s*(?:exports\b|void\b))/g;
/** TypeORM takes the last 13 digits of a name for its time. */
const TIME = /\d{13}$/;
/** The migrations of a file: its classes that end with a time, or say so in a property `name`. */
function classesOf({ path, text }) {
    const code = maskCode(text);
    if (code === undefined)
        throw typeorm_unreadable(path, "it cannot be read as JavaScript or TypeScript");
    const classes = Array.from(code.matchAll(CLASS));
    const begins = classes.length > 0 ? classes : Array.from(code.matchAll(EXPORTED));
    const digest = digestOfScripts([text]);
    const migrations = begins.flatMap((match, at) => {
        const to = begins[at + 1]?.index ?? text.length;
        const [own, ownCode] = [text.slice(match.index, to), code.slice(match.index, to)];
        const id = nameProperty(own, ownCode) ?? match[1] ?? "";
        return TIME.test(id) ? [typeorm_toMigration(id, { own, ownCode, digest })] : [];
    });
    if (migrations.length === 0 && /\bMigrationInterface\b/.test(text))
        throw typeorm_unreadable(path, "no class of it ends with a time");
    return migrations;
}
/** `name = "Users1700000000000"` in a class or its constructor: TypeORM prefers it to the name of the class. */
const typeorm_NAMED = /(?<![\w$.]|\b(?:const|let|var)\s+)(?:this\s*\.\s*)?name\s*(?::\s*string\s*)?=\s*(["'`])/g;
function nameProperty(own, ownCode) {
    const values = Array.from(ownCode.matchAll(typeorm_NAMED), (match) => {
        const from = match.index + match[0].length;
        return own.slice(from, ownCode.indexOf(match[1] ?? "", from));
    });
    return values.find((value) => TIME.test(value));
}
function typeorm_toMigration(id, { own, ownCode, digest }) {
    const written = judge(own, ownCode);
    const down = written === "disabled" ? "none" : written;
    const isOutside = /(?<![\w$])transaction\s*(?::\s*boolean\s*)?=\s*false\b/.test(ownCode);
    const outside = isOutside ? { outsideTransaction: true } : {};
    return { migration: { id, title: id, digest, down, ...outside }, timestamp: Number(id.slice(-13)) };
}
function typeorm_unreadable(path, why) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${(0,lib_quote/* quoteText */.o)(path)} is not understood as a migration of TypeORM: ${why}`,
        remedy: "Name the directory that holds the migrations and nothing else in migrations-directory.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters/umzug.js
/** Umzug (https://github.com/sequelize/umzug): the project's own program with Umzug's command line. Seen with 3.8.3. */






/** The table of its SequelizeStorage, the only storage of its own that is in the database. */
const umzug_TABLE = "SequelizeMeta";
/** Those it makes itself. */
const umzug_NAME = /(?:\.(?:[cm]?js|sql)|(?<!\.d)\.[cm]?ts)$/;
/** Umzug, one migration at a time by its name. The program is the project's: `tool-command` starts it. */
const umzug = {
    tool: "umzug",
    title: "Umzug",
    engines: ["postgresql", "mysql", "sqlite"],
    isTransactional: false,
    async list(files, settings) {
        requireProgram(settings);
        const directory = settings.migrationsDirectory === "" ? "migrations" : settings.migrationsDirectory;
        const found = await readMigrationFiles(files, directory, (name) => umzug_NAME.test(name));
        return Promise.all(found.map((file) => umzug_toMigration(file, files, directory)));
    },
    state: (settings) => {
        const table = (0,sql_table/* toolTable */.T9)(settings, umzug_TABLE);
        return {
            how: "table",
            tables: [table.name],
            async read(query) {
                const rows = await (0,sql_table/* readTable */.xz)(query, `select name from ${(0,sql_table/* quoteTable */.Z8)(table, settings.engine)}`);
                const ids = (0,sql_table/* textsOf */.CB)(rows, "name").toSorted(byCodeUnit);
                return { applied: ids.map((id) => ({ id })), isInOrder: false };
            },
        };
    },
    up(pending, { settings }) {
        const name = pending[0]?.id ?? "";
        return { command: (0,javascript_tool/* toolCommand */.WQ)(settings, "umzug", ["up", "--name", name]), applies: [name] };
    },
    down({ id }, { settings, migrations }) {
        if (!migrations.some((migration) => migration.id === id))
            return undefined;
        return { command: (0,javascript_tool/* toolCommand */.WQ)(settings, "umzug", ["down", "--name", id]), reverts: id };
    },
};
function requireProgram({ toolCommand: given }) {
    if (given.length > 0)
        return;
    const accepts = "what starts your program with Umzug's command line (`runAsCLI`): `node` and `migrate.js`, one a line";
    throw (0,lib_inputs/* inputFailure */.vQ)([{ name: "tool-command", given: "", accepts }]);
}
async function umzug_toMigration({ name, text }, files, directory) {
    if (!name.endsWith(".sql")) {
        const written = writtenDown(text);
        const down = written === "disabled" ? "unknown" : written;
        return { id: name, title: name, digest: digestOfScripts([text]), down };
    }
    // Umzug has no way of its own with SQL; this is how it lays down the files that it makes: `down/` has those of the same name.
    const downSql = await files.read(`${directory}/down/${name}`);
    if (downSql === undefined)
        return { id: name, title: name, digest: digestOfScripts([text]), down: "unknown" };
    const down = isIdleSql(downSql) ? "empty" : "real";
    return { id: name, title: name, digest: digestOfScripts([text, downSql]), down, downSql };
}

;// CONCATENATED MODULE: ./packages/migration/lib/adapters.js
/** Every adapter by its tool's name. */






















const adapters = {
    alembic: alembic,
    atlas: atlas,
    cakephp: cakephp,
    custom: custom/* custom */.I,
    dbmate: dbmate,
    django: django,
    flyway: flyway,
    "golang-migrate": golangMigrate,
    goose: goose,
    knex: knex,
    laravel: laravel,
    liquibase: liquibase,
    "node-pg-migrate": nodePgMigrate,
    phinx: phinx,
    prisma: prisma,
    rails: rails,
    sequelize: sequelize,
    sqitch: sqitch,
    typeorm: typeorm,
    umzug: umzug,
};
/**
 * The adapter of a tool.
 * @throws Failure `invalid-input` when there is none
 */
function adapterOf(tool) {
    const adapter = adapters[tool];
    if (adapter === undefined) {
        throw (0,lib_inputs/* inputFailure */.vQ)([
            { name: "tool", given: tool, accepts: lib_adapter/* toolNames */.$.filter((name) => name in adapters).join(", ") },
        ]);
    }
    return adapter;
}

// EXTERNAL MODULE: ./packages/runner/lib/process.js
var process = __nccwpck_require__(1845);
// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __nccwpck_require__(4262);
;// CONCATENATED MODULE: ./packages/migration/lib/session-watch.js
/** How often is looked, and how often a silent migration is told of, ms. */
const LOOK_MS = 10_000;
const TELL_MS = 120_000;
/** Watches until the signal is aborted. Never rejects. */
async function watchSessions({ sessions, clock, log, title }, ended) {
    const began = clock.monotonic();
    const told = new Set();
    let toldAt = began;
    for (;;) {
        const isOver = await clock.sleep(LOOK_MS, ended).then(() => false, () => true);
        if (isOver)
            return;
        for (const line of describeWaits(await sessions().catch(() => []))) {
            if (told.has(line))
                continue;
            told.add(line);
            log.warning(line);
        }
        if (clock.monotonic() - toldAt < TELL_MS)
            continue;
        toldAt = clock.monotonic();
        log.info(`${title}: still at work after ${Math.round((toldAt - began) / 60_000)} min`);
    }
}
/** Sessions of the tool that wait for others, each in a line. */
function describeWaits(sessions) {
    const byId = new Map(sessions.map((each) => [each.id, each]));
    return sessions
        .filter(({ isOurs, blockedBy }) => isOurs && blockedBy.length > 0)
        .map(({ id, blockedBy }) => {
        const blockers = blockedBy.map((each) => describeBlocker(each, byId.get(each)));
        return `The migration (session ${id}) waits for a lock that ${blockers.join(" and ")} holds`;
    });
}
function describeBlocker(id, session) {
    if (session === undefined)
        return `session ${id}`;
    const what = session.statement === "" ? "idle in a transaction" : session.statement.replaceAll(/\s+/g, " ").slice(0, 120);
    return `session ${id} (${session.name === "" ? "" : `${session.name}: `}${what})`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/executor-runner.js



/** A command that was asked to end may take this long before it is killed, ms. */
const GRACE_MS = 30_000;
/** Opens the executor. */
function openRunnerExecutor(settings, doors) {
    const { url, directory, sessionName: name } = settings;
    const { clock, cancelled: signal } = doors;
    const open = (more) => doors.openDatabase({ url, directory, name, clock, ...more });
    const [usual, afterwards] = [open({ signal }), open({})];
    return {
        kind: "runner",
        engine: url.engine,
        run: async (command, about) => {
            // MySQL tells the tool's sessions by their age: they come after ours.
            if (about.isShown !== false)
                await afterwards.mark().catch(() => undefined);
            const ended = new AbortController();
            const sessions = () => afterwards.sessions();
            const { clock, log } = doors;
            // What only reads is over soon, and what is not shown is ours.
            if (about.isShown !== false)
                void watchSessions({ sessions, clock, log, title: about.title }, ended.signal);
            try {
                return await runCommand(command, about, settings, doors);
            }
            finally {
                ended.abort();
            }
        },
        query: usual.query,
        queryWhenCancelled: afterwards.query,
        sessions: (mark) => afterwards.sessions(mark),
        sessionMark: () => afterwards.mark(),
        identity: url.identity,
        place: url.place,
        close: async () => {
            await Promise.all([usual.close(), afterwards.close()]);
        },
    };
}
async function runCommand(command, about, settings, doors) {
    const scratch = command.scratch === undefined ? undefined : await doors.scratch(command.scratch);
    try {
        // Only where there is one: a migration's name can hold the word, too.
        const [program, ...args] = scratch === undefined ? command.argv : command.argv.map((each) => each.replaceAll("{scratch}", scratch.path));
        return await attend([program ?? "", ...args], { command, about, settings, doors });
    }
    catch (thrown) {
        if (thrown instanceof process/* CommandFailure */.q)
            return neverStarted(thrown.what, thrown.remedy);
        const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
        return neverStarted(what, remedy);
    }
    finally {
        scratch?.remove();
    }
}
/** Runs it to its end, and what it started; a late one is interrupted, and killed when that does not help. */
async function attend(argv, { command, about, settings, doors }) {
    const { clock, log } = doors;
    const group = doors.startGroup();
    const isShown = about.isShown !== false;
    const print = (line) => log.info((0,tool_output/* withoutColours */.m)(line));
    const [out, err] = [createLinePrinter(print), createLinePrinter(print)];
    const [program, ...args] = argv;
    if (isShown)
        log.group(about.title);
    let isStarted = false;
    try {
        const running = group.exec(program, args, {
            cwd: command.directory === undefined ? settings.directory : `${settings.directory}/${command.directory}`,
            environment: executor_runner_environmentOf(command, settings),
            ...(isShown ? { onStdout: out.write, onStderr: err.write } : {}),
            onStart: (pid) => {
                isStarted = true;
                doors.onProcess(pid);
            },
            ...(about.evenWhenCancelled === true ? { evenWhenCancelled: true } : {}),
        });
        const { result, isLate } = await endInTime(running, group, { clock, ms: settings.timeoutMs });
        // A wrapper that was interrupted can be gone while the tool still works.
        if (isLate || result.cancelled)
            await untilGone(group, { clock, ms: isLate ? GRACE_MS : settings.timeoutMs });
        // Reading afterwards is not what was cancelled.
        const cancelled = result.cancelled && about.evenWhenCancelled !== true;
        return toEnding({ ...result, cancelled }, isLate, settings.timeoutMs);
    }
    catch (thrown) {
        if (!isStarted)
            throw thrown;
        const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
        return { kind: "lost", exitCode: undefined, cause: what, remedy, stdout: "", stderr: "" };
    }
    finally {
        out.end();
        err.end();
        if (isShown)
            log.endGroup();
        tellGone(doors);
    }
}
async function endInTime(running, group, { clock, ms }) {
    try {
        return { result: await (0,deadline/* withDeadline */.NE)({ clock, ms }, () => running), isLate: false };
    }
    catch (thrown) {
        if (!(thrown instanceof deadline/* DeadlineError */.j3))
            throw thrown;
        await (0,deadline/* withDeadline */.NE)({ clock, ms: GRACE_MS }, () => group.interrupt()).catch(() => group.kill());
        return { result: await running, isLate: true };
    }
}
/** Whether it can be noted does not change how the command ended; by its number a post step finds nothing. */
function tellGone({ onProcess }) {
    try {
        onProcess(0);
    }
    catch {
        // The disk is full, for example.
    }
}
const executor_runner_LOOK_MS = 100;
async function untilGone(group, { clock, ms }) {
    const until = clock.monotonic() + ms;
    while (group.isRunning()) {
        if (clock.monotonic() >= until)
            group.kill();
        await clock.sleep(executor_runner_LOOK_MS);
    }
}
/** What every command sees: the address of the database by the name that most tools read, and what its adapter adds. */
function executor_runner_environmentOf(command, { environment, url, sessionName }) {
    return {
        ...environment,
        DATABASE_URL: url.text,
        ...(url.engine === "postgresql" ? { PGAPPNAME: sessionName } : {}),
        ...command.environment,
    };
}
function toEnding(result, isLate, timeoutMs) {
    const { exitCode, signal } = result;
    const [stdout, stderr] = [(0,tool_output/* withoutColours */.m)(result.stdout), (0,tool_output/* withoutColours */.m)(result.stderr)];
    const said = (0,tool_output/* rootCause */.e)({ stdout, stderr });
    const ended = { exitCode, stdout, stderr, remedy: "" };
    if (isLate) {
        return { ...ended, kind: "timeout", cause: `it did not end within ${timeoutMs / 1000} s`, remedy: LATE };
    }
    if (result.cancelled)
        return { ...ended, kind: "cancelled", cause: "the job was cancelled" };
    if (signal !== undefined) {
        return { ...ended, kind: "killed", cause: said === "" ? `${signal} ended it` : `${signal} ended it: ${said}` };
    }
    if (exitCode === 0)
        return { ...ended, kind: "exited", cause: "" };
    return { ...ended, kind: "exited", cause: said === "" ? `it ended with exit code ${exitCode ?? "none"}` : said };
}
const LATE = "Give timeout more time, or look for what the migration waits for.";
function neverStarted(cause, remedy) {
    return { kind: "never-started", exitCode: undefined, cause, remedy, stdout: "", stderr: "" };
}
/** Whole lines, as they come. */
function createLinePrinter(print) {
    let rest = "";
    return {
        write(text) {
            const lines = `${rest}${text}`.split(/\r?\n/);
            rest = lines.pop() ?? "";
            for (const line of lines)
                print(line);
        },
        end() {
            if (rest !== "")
                print(rest);
        },
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/open-place.js




/**
 * The address of the database; undefined where a task knows its own.
 * @throws Failure `invalid-input`
 */
function databaseUrlOf(inputs) {
    return inputs.executor === "ecs" || inputs["database-url"] === ""
        ? undefined
        : parseDatabaseUrl(inputs["database-url"]);
}
/** Opens it. Nothing is started. @throws Failure `invalid-input`, AwsFault */
async function openPlace(inputs, doors, facts) {
    const adapter = adapterOf(toolOf(inputs));
    const url = databaseUrlOf(inputs);
    const engine = url?.engine ?? engineOf(inputs, adapter);
    if (!adapter.engines.includes(engine)) {
        throw (0,lib_inputs/* inputFailure */.vQ)([
            {
                name: "tool",
                given: adapter.tool,
                accepts: `a tool that works with ${engine}`,
                why: `${adapter.title} does not`,
            },
        ]);
    }
    const executor = url === undefined ? await openEcs(inputs, doors, facts, engine) : await openRunner(url, inputs, doors, facts);
    const given = settingsOf(inputs, url, engine);
    // What the project itself says about the tool.
    const settings = (await adapter.complete?.(doors.files, given)) ?? given;
    return { executor, adapter, settings, schemaCommand: inputs["schema-command"] };
}
function toolOf({ tool }) {
    if (tool === "")
        throw (0,lib_inputs/* inputFailure */.vQ)([{ name: "tool", given: "", accepts: "the name of a tool" }]);
    return tool;
}
/** A task's database is known by the tool when that speaks to one kind only; else by the input `engine`. */
function engineOf(inputs, { engines }) {
    if (inputs.engine !== "")
        return inputs.engine;
    const [first] = engines;
    if (engines.length === 1 && first !== undefined)
        return first;
    throw (0,lib_inputs/* inputFailure */.vQ)([
        { name: "engine", given: "", accepts: `one of ${engines.join(", ")}`, why: "executor ecs needs it for this tool" },
    ]);
}
function settingsOf(inputs, url, engine) {
    return {
        url,
        engine,
        migrationsDirectory: inputs["migrations-directory"],
        migrationsTable: inputs["migrations-table"],
        toolCommand: inputs["tool-command"],
        custom: { status: inputs["status-command"], up: inputs["up-command"], down: inputs["down-command"] },
        isRemote: inputs.executor === "ecs",
    };
}
async function openRunner(url, inputs, doors, { runId, attempt }) {
    const { openDatabase } = await doors.database();
    const { workspace, environment, processes, clock, log, cancelled } = doors;
    const at = inputs["working-directory"];
    const directory = at === "." ? workspace : `${workspace}/${at}`;
    return openRunnerExecutor({
        url,
        directory,
        environment: { ...searchPathFor(url), ...environment, PATH: open_place_pathOf(environment, workspace, directory) },
        timeoutMs: inputs.timeout,
        sessionName: `handrail ${runId === "" ? "local" : `${runId}-${attempt}`}`,
    }, { ...processes, openDatabase, clock, log, cancelled });
}
/** The search path of the address for tools whose driver does not read it there: libpq, node-postgres and Go's drivers know PGOPTIONS. */
function searchPathFor({ searchPath }) {
    if (searchPath.length === 0)
        return {};
    return { PGOPTIONS: (0,url_search_path/* searchPathSetting */.aF)(searchPath.map((name) => (0,quote/* quoteName */.A)(name, "postgresql")).join(",")) };
}
/** PATH with the programs that npm installed here or in a directory above, as `npm run` has it. */
function open_place_pathOf(environment, workspace, directory) {
    const found = [];
    for (let at = directory; at.startsWith(workspace); at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
        found.push(`${at}/node_modules/.bin`);
        if (at === workspace)
            break;
    }
    return [...found, environment["PATH"] ?? ""].filter((each) => each !== "").join(":");
}
async function openEcs(inputs, doors, { runId, attempt, image = "", taskDefinition }, engine) {
    const { ask } = await doors.aws();
    const { openEcsExecutor } = await __nccwpck_require__.e(/* import() */ 703).then(__nccwpck_require__.bind(__nccwpck_require__, 8703));
    return openEcsExecutor({
        cluster: inputs.cluster,
        taskDefinition: taskDefinition ?? inputs["task-definition"],
        container: inputs.container,
        subnets: inputs.subnets,
        securityGroups: inputs["security-groups"],
        assignPublicIp: inputs["assign-public-ip"],
        capacityProvider: inputs["capacity-provider"],
        commandPrefix: inputs["command-prefix"],
        tool: toolOf(inputs),
        engine,
        intent: [inputs.environment, runId, inputs["dry-run"] ? `dry ${attempt}` : ""].join(" "),
        timeoutMs: inputs.timeout,
        onCancel: inputs["on-cancel"],
        imageDigest: image,
    }, { ask, clock: doors.clock, log: doors.log, cancelled: doors.cancelled });
}


/***/ }),

/***/ 4934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ MAX_ITEMS),
/* harmony export */   lG: () => (/* binding */ MAX_TEXT),
/* harmony export */   qY: () => (/* binding */ MAX_PAYLOAD_BYTES),
/* harmony export */   rc: () => (/* binding */ MAX_ID)
/* harmony export */ });
/** How long the texts and lists of a record may be, for whoever writes it and whoever reads it. */
/** Characters of an id. The widest key of a tool's table that is known (Liquibase: id, author and file) has 765. */
const MAX_ID = 4096;
/** Characters of what people wrote or GitHub made: names, directories, addresses, references of images. */
const MAX_TEXT = 4096;
/** Items of a list. */
const MAX_ITEMS = 50_000;
/** Bytes of all that a payload holds, as JSON in UTF-8. GitHub takes 64 KiB; the nonce of its creation comes on top. */
const MAX_PAYLOAD_BYTES = 60 * 1024;


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ unpackMigrations),
/* harmony export */   T: () => (/* binding */ packMigrations)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3064);
/* harmony import */ var _record_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4934);
/** Many migrations in little room: only their ids and what undoes them, compressed. For records that would not fit otherwise. Pure. */



const letters = { real: "r", empty: "e", none: "n", unknown: "u" };
const kinds = new Map([
    ["r", "real"],
    ["e", "empty"],
    ["n", "none"],
    ["u", "unknown"],
]);
/** What is unpacked is never larger than this, in bytes, whatever was packed. */
const MAX_UNPACKED = 16 * 1024 * 1024;
/** The ids in their order with their downs, as base64. Nothing else of them is kept. */
function packMigrations(migrations) {
    const pairs = migrations.map(({ id, down }) => [letters[down], id]);
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.deflateRawSync)(JSON.stringify(pairs), { level: 9 }).toString("base64");
}
/** Reads what packMigrations wrote; undefined when it is something else. */
function unpackMigrations(text) {
    let pairs;
    try {
        const bytes = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(Buffer.from(text, "base64"), { maxOutputLength: MAX_UNPACKED });
        pairs = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes.toString("utf8"));
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(pairs) || pairs.length > _record_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ITEMS */ ._5)
        return undefined;
    const migrations = pairs.map(readPair);
    return migrations.every((each) => each !== undefined) ? migrations : undefined;
}
function readPair(pair) {
    if (!Array.isArray(pair) || pair.length !== 2)
        return undefined;
    const [letter, id] = pair;
    const down = kinds.get(letter);
    if (down === undefined || typeof id !== "string" || id === "" || id.length > _record_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ID */ .rc)
        return undefined;
    return { id, digest: "", down };
}


/***/ }),

/***/ 3205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ migrationTask)
/* harmony export */ });
/**
 * The record of a run or a rollback: the payload of a GitHub Deployment with the task `migration`. It holds what no tool knows:
 * what this deployment changed. Types only; record-payload.ts writes and reads it.
 */
/** The task of the Deployment. */
const migrationTask = "migration";


/***/ }),

/***/ 676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ newestTaskRecord),
  k: () => (/* binding */ readRecords)
});

// EXTERNAL MODULE: ./packages/github/lib/permission-hint.js
var permission_hint = __nccwpck_require__(6002);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __nccwpck_require__(9404);
// EXTERNAL MODULE: ./packages/migration/lib/record-limits.js
var record_limits = __nccwpck_require__(4934);
;// CONCATENATED MODULE: ./packages/migration/lib/record-fields.js
/** Fields of a payload that anybody may have written: each is what it has to be, or the whole record is none. Pure. */


/** A field that is not what it has to be. Its message names the field, never what is in it. */
class FieldError extends Error {
    constructor(name, what) {
        super(`its ${name} ${what}`);
        this.name = "FieldError";
    }
}
/** A text. @throws FieldError */
function readTextField(of, name, rule = {}) {
    return checkText((0,plain/* read */.LF)(of, name), name, rule);
}
/** A text, or nothing at all. @throws FieldError */
function readOptionalText(of, name, rule = {}) {
    const found = (0,plain/* read */.LF)(of, name);
    return found === undefined ? undefined : checkText(found, name, rule);
}
/** A list of texts. @throws FieldError */
function readTextList(of, name, rule = {}) {
    return readItems(of, name).map((item) => checkText(item, name, rule));
}
/** A list of anything. @throws FieldError */
function readItems(of, name) {
    const found = (0,plain/* read */.LF)(of, name);
    if (!Array.isArray(found))
        throw new FieldError(name, "is no list");
    if (found.length > record_limits/* MAX_ITEMS */._5)
        throw new FieldError(name, "is too long");
    return found;
}
/** A whole number that is not negative. @throws FieldError */
function readCount(of, name) {
    const found = (0,plain/* read */.LF)(of, name);
    if (typeof found !== "number" || !Number.isSafeInteger(found) || found < 0) {
        throw new FieldError(name, "is no whole number");
    }
    return found;
}
/** One of a few words. @throws FieldError */
function readWord(of, name, words) {
    const found = words.find((word) => word === (0,plain/* read */.LF)(of, name));
    if (found === undefined)
        throw new FieldError(name, "is none that this version knows");
    return found;
}
function checkText(found, name, { max = record_limits/* MAX_TEXT */.lG, pattern, isFilled }) {
    if (typeof found !== "string")
        throw new FieldError(name, "is no text");
    if (found.length > max)
        throw new FieldError(name, "is too long");
    if (isFilled === true && found === "")
        throw new FieldError(name, "is empty");
    if (pattern !== undefined && !pattern.test(found))
        throw new FieldError(name, "is not of its form");
    return found;
}

// EXTERNAL MODULE: ./packages/migration/lib/record-pack.js
var record_pack = __nccwpck_require__(4999);
// EXTERNAL MODULE: ./packages/migration/lib/record.js
var record = __nccwpck_require__(3205);
;// CONCATENATED MODULE: ./packages/migration/lib/record-parse.js





/** Reads one. What it does not know beside what it needs is passed over: later versions may write more. Never throws. */
function parseRecord(deployment) {
    const { payload, task } = deployment;
    if (task !== record/* migrationTask */.A)
        return { record: undefined, why: "its task is another one" };
    const version = (0,plain/* read */.LF)(payload, "v");
    if (version === undefined)
        return { record: undefined, why: "its payload is not Handrail's" };
    if (version !== 1)
        return { record: undefined, why: "its format is one that this version does not know" };
    try {
        const record = readRecord(payload);
        return { record: { ...record, recordId: deployment.id, creator: deployment.creator }, why: "" };
    }
    catch (error) {
        if (error instanceof FieldError)
            return { record: undefined, why: error.message };
        throw error;
    }
}
const kinds = ["run", "rollback"];
const results = ["applied", "nothing-to-do", "partial", "failed", "cancelled", "timeout", "rolled-back"];
const downs = ["real", "empty", "none", "unknown"];
const ids = { max: record_limits/* MAX_ID */.rc, isFilled: true };
const filled = { isFilled: true };
/** SHA-256 in hex, as long as the writer wanted it; "" for none. */
const hash = { max: 128, pattern: /^[0-9a-f]*$/ };
function readRecord(payload) {
    const done = readDone(payload);
    if (new Set(done.map(({ id }) => id)).size < done.length)
        throw new FieldError("done", "names one of them twice");
    return {
        v: 1,
        kind: readWord(payload, "kind", kinds),
        result: readWord(payload, "result", results),
        tool: readTextField(payload, "tool", filled),
        database: readTextField(payload, "database", filled),
        directory: readTextField(payload, "directory"),
        before: readState(payload, "before"),
        after: readState(payload, "after"),
        done,
        left: readTextList(payload, "left", ids),
        half: readTextField(payload, "half", { max: record_limits/* MAX_ID */.rc }),
        ...readOrigin(payload),
        commit: readTextField(payload, "commit"),
        actor: readTextField(payload, "actor"),
        runId: readTextField(payload, "runId"),
        attempt: readCount(payload, "attempt"),
        runUrl: readTextField(payload, "runUrl"),
        startedAt: readTime(payload, "startedAt"),
        endedAt: readTime(payload, "endedAt"),
        ...((0,plain/* read */.LF)(payload, "cut") === true ? { cut: true } : {}),
    };
}
/** What a record may have. */
function readOrigin(payload) {
    const image = readOptionalText(payload, "image");
    const taskDefinition = readOptionalText(payload, "taskDefinition");
    const undoes = (0,plain/* read */.LF)(payload, "undoes") === undefined ? undefined : readItems(payload, "undoes");
    return {
        ...((0,plain/* read */.LF)(payload, "to") === undefined ? {} : { to: readCount(payload, "to") }),
        ...(undoes === undefined ? {} : { undoes: undoes.map((id) => readCount({ undoes: id }, "undoes")) }),
        ...(image === undefined ? {} : { image }),
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
    };
}
/** A time in milliseconds that a Date can hold. */
function readTime(payload, name) {
    const time = readCount(payload, name);
    if (time > 8_640_000_000_000_000)
        throw new FieldError(name, "is no time");
    return time;
}
function readState(payload, name) {
    const state = (0,plain/* read */.LF)(payload, name);
    return {
        set: readTextField(state, "set", { pattern: /^[0-9a-f]{64}$/ }),
        count: readCount(state, "count"),
        version: readTextField(state, "version", { max: record_limits/* MAX_ID */.rc }),
        fingerprint: readTextField(state, "fingerprint", hash),
    };
}
function readDone(payload) {
    const packed = readOptionalText(payload, "packed", { max: 1024 * 1024 });
    if (packed === undefined)
        return readItems(payload, "done").map(readMigration);
    const done = (0,record_pack/* unpackMigrations */.E)(packed);
    if (done === undefined)
        throw new FieldError("packed", "is not of its form");
    return done;
}
function readMigration(item) {
    const fingerprint = readOptionalText(item, "fingerprint", hash);
    return {
        id: readTextField(item, "id", ids),
        digest: readTextField(item, "digest", hash),
        down: readWord(item, "down", downs),
        ...(fingerprint === undefined || fingerprint === "" ? {} : { fingerprint }),
        ...((0,plain/* read */.LF)(item, "creates") === undefined ? {} : { creates: readTextList(item, "creates", { max: record_limits/* MAX_ID */.rc }) }),
        ...((0,plain/* read */.LF)(item, "retypes") === undefined ? {} : { retypes: readTextList(item, "retypes", { max: record_limits/* MAX_ID */.rc }) }),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/records.js
/** Reads the records of an environment from GitHub. */




/** Records that are read: the newest. A rollback beyond them is refused for want of a record. */
const MOST_RECORDS = 200;
/** The records of this database; without an environment there are none. `notes` gets what went wrong. */
async function readRecords(step, place, notes, kind = "rollback") {
    const { identity } = place.executor;
    try {
        return await findRecords(step, ({ database }) => database === identity, MOST_RECORDS);
    }
    catch (thrown) {
        const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
        // Not to know is not the same as that there are none: the newest may say that something is half done.
        if (kind === "run")
            throw unreadable(thrown);
        notes.push(`Earlier records could not be read: ${what}.${(0,permission_hint/* permissionHint */.f)(thrown)} ${remedy}`);
        return { records: [], others: [] };
    }
}
function unreadable(thrown) {
    const { what, remedy } = (0,failure/* toFailure */.w2)(thrown);
    return new failure/* Failure */.HR({
        reason: "no-record",
        result: "refused",
        what: `Whether an earlier run left something half done cannot be seen: ${what}`,
        remedy: `${(0,permission_hint/* permissionHint */.f)(thrown).trim()} ${remedy} Without an input environment no records are read or kept.`.trim(),
        cause: thrown,
    });
}
/**
 * The newest record that a task wrote: it names the image that has the scripts.
 * @throws GitHubFailure
 */
async function newestTaskRecord(step) {
    const isTask = ({ taskDefinition, kind, done }) => taskDefinition !== undefined && kind === "run" && done.length > 0;
    const { records } = await findRecords(step, isTask, 1);
    return records[0];
}
async function findRecords({ inputs, context, deps }, isWanted, atMost) {
    const { environment, tool } = inputs;
    if (environment === "" || inputs["github-token"] === "")
        return { records: [], others: [] };
    const { owner, repo } = context;
    const [found, others] = [new Map(), new Map()];
    const github = await deps.github();
    await github.listDeployments({
        owner,
        repo,
        environment,
        task: record/* migrationTask */.A,
        atMost,
        isRelevant: (deployment) => {
            const { record } = parseRecord(deployment);
            if (record === undefined || !isWanted(record))
                return false;
            const isOwn = record.tool === tool && record.directory === inputs["working-directory"];
            (isOwn ? found : others).set(record.recordId, record);
            return isOwn;
        },
    });
    return { records: newestFirst(found), others: newestFirst(others) };
}
function newestFirst(found) {
    return [...found.values()].toSorted((a, b) => b.recordId - a.recordId);
}


/***/ }),

/***/ 8220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTarget)
/* harmony export */ });
/* unused harmony export TARGET_FORM */
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7279);
/** Where a rollback is to go back to, as the input `to` says it. Pure. */

/** What is accepted, to complete "accepted is …". */
const TARGET_FORM = "previous-deployment, deployment:<id>, before-deployment:<id>, version:<v> with one line of at most 255 printable characters, or steps:<1 to 1000>";
const MAX_VERSION = 255;
const MAX_STEPS = 1000;
/**
 * Reads it; empty is `previous-deployment`. A version is whatever a tool's table may hold, which is why it is never part of a
 * shell's words or of SQL without quotes.
 * @throws Failure `invalid-input` that names what is accepted
 */
function parseTarget(text) {
    const target = readTarget(text);
    if (target === undefined)
        throw (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .inputFailure */ .vQ)([{ name: "to", given: text, accepts: TARGET_FORM }]);
    return target;
}
function readTarget(text) {
    if (text === "" || text === "previous-deployment")
        return { kind: "previous-deployment" };
    const colon = text.indexOf(":");
    const [kind, value] = [text.slice(0, Math.max(0, colon)), text.slice(colon + 1)];
    switch (kind) {
        case "deployment":
        case "before-deployment": {
            const id = readNumber(value, Number.MAX_SAFE_INTEGER);
            return id === undefined ? undefined : { kind, id };
        }
        case "steps": {
            const steps = readNumber(value, MAX_STEPS);
            return steps === undefined ? undefined : { kind, steps };
        }
        case "version":
            return isVersion(value) ? { kind, version: value } : undefined;
        default:
            return undefined;
    }
}
/** A whole number from 1, without sign, zeros in front or anything else around it. */
function readNumber(text, max) {
    const value = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
    return value <= max ? value : undefined;
}
/** Letters, digits, marks, signs and spaces in the middle; nothing that cannot be seen or means nothing. */
function isVersion(text) {
    const isPrintable = /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text);
    return isPrintable && Array.from(text).length <= MAX_VERSION && text === text.trim();
}


/***/ }),

/***/ 9726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ rootCause),
/* harmony export */   m: () => (/* binding */ withoutColours)
/* harmony export */ });
/** Finds the line that says why a tool failed, in what it printed. Pure; it decides nothing, it only tells people. */
/** Longest line that is told, in characters. */
const LONGEST = 300;
/** Lines that say what went wrong, by how much they say: the first kind that matches wins, and of it the first line. */
const tellers = [
    /\b(?:ERROR|error):\s+\S.*(?:relation|column|table|constraint|syntax|duplicate|permission|type|does not exist|already exists)/,
    /\b(?:SQLSTATE|ER_[A-Z_]+|errno: \d+|PG::\w+|SQLITE_[A-Z]+|sqlite3\.\w+Error|psycopg2\.\S+|OperationalError|ProgrammingError|IntegrityError|DataError|Mysql2::Error)\b/,
    /You have an error in your SQL syntax/,
    /\bP\d{4}\b/,
    /(?:^|\s)(?:error|fatal|failed|exception|panic|unexpected)\b.*:\s*\S/i,
    /\b\w*(?:Error|Exception)\b:?\s*\S/,
    /\b(?:error|failed|cannot|can't|could not|unable)\b/i,
    // A question that nobody is there to answer.
    /\?\s*[([]\s*y(?:es)?\s*\/\s*no?\b/i,
];
/** Lines that never say it; among them what announces others, and fields of an error object, whose message stands by itself. */
const noise = /^\s*(?:at |File "|Traceback|from |raise |.*\($|\.\.\.|npm |node:|Node\.js v|\^|}|\{|\]|\[?warn|(?:code|errno|sqlState|severity|routine|driverError|original|parent): |.*[^\]]:$)/i;
/** Without colours and the like: programs print them where GitHub Actions is the terminal, and a log shows their codes. */
function withoutColours(text) {
    return text.replaceAll(/\u001B\[[0-9;]*[A-Za-z]/g, "");
}
/** The one line that tells most, shortened; "" when there is none. stderr is believed before stdout. */
function rootCause({ stdout, stderr }) {
    const lines = [...linesOf(stderr), ...linesOf(stdout)];
    for (const teller of tellers) {
        const found = lines.find((line) => teller.test(line) && !noise.test(line));
        if (found !== undefined)
            return cut(found);
    }
    const said = linesOf(stderr);
    return cut(said.findLast((line) => !noise.test(line)) ?? said.at(-1) ?? "");
}
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => withoutColours(line).trim())
        .filter((line) => line !== "");
}
function cut(line) {
    const points = Array.from(line);
    return points.length <= LONGEST ? line : `${points.slice(0, LONGEST - 1).join("")}…`;
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

/***/ 4262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 3725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
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

/***/ 9229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openCheckoutFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7506);
/** Reads the files of a checkout. Links that lead out of it are not followed, and huge files are not read. */



/** Most files that are listed. */
const MOST_FILES = 50_000;
/** Largest file that is read, bytes. */
const LARGEST = 16 * 1024 * 1024;
/** Opens the files of a directory (absolute) inside the workspace (absolute). */
function openCheckoutFiles(root, workspace) {
    const border = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace);
    const inside = (path) => {
        const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(whole))
            return undefined;
        const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(whole);
        return real === border || real.startsWith(`${border}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) ? real : undefined;
    };
    return {
        list: (directory, isDeep = false) => Promise.resolve(listBelow(inside, directory, isDeep)),
        read: (path) => {
            const real = inside(path);
            const found = real === undefined ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
            if (real === undefined || found?.isFile() !== true)
                return Promise.resolve(undefined);
            return found.size > LARGEST ? Promise.reject(tooLarge(path)) : Promise.resolve((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real, "utf8"));
        },
    };
}
function listBelow(inside, directory, isDeep) {
    const found = [];
    const waiting = [directory === "." ? "" : directory.replace(/\/+$/, "")];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        const real = inside(at === "" ? "." : at);
        if (real === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real).isDirectory())
            continue;
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(real, { withFileTypes: true })) {
            const path = at === "" ? entry.name : `${at}/${entry.name}`;
            const target = entry.isSymbolicLink() ? inside(path) : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, entry.name);
            const kind = target === undefined ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target, { throwIfNoEntry: false });
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
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `${path} is larger than ${LARGEST / 1024 / 1024} MiB`,
        remedy: "Name the directory that holds the migrations.",
    });
}
function tooMany(directory) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `${directory === "" ? "working-directory" : directory} has more than ${MOST_FILES} files`,
        remedy: "Name the directory that holds the migrations.",
    });
}


/***/ }),

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openDirectory)
/* harmony export */ });
/* unused harmony export makeDirectoryInside */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7506);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7279);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8300);
/**
 * A working directory that is really inside the workspace, and still the same one when a process is started in it.
 */





const ACCEPTED = "a directory inside the workspace";
const problemFailure = (name, given, why) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputFailure */ .vQ)([{ name, given, accepts: ACCEPTED, why: `it ${why}` }]);
/** The directory's own path, and the workspace's; undefined when it does not exist. */
function resolve(workspace, relative) {
    try {
        return { root: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace), path: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, relative)) };
    }
    catch {
        return undefined;
    }
}
function openFolder(path) {
    try {
        // The last part of a resolved path is no link; if it is one now, it has been put there meanwhile.
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch {
        return undefined;
    }
}
function isStillThere(path, descriptor) {
    try {
        const [opened, now] = [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor, { bigint: true }), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { bigint: true })];
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path) === path && opened.dev === now.dev && opened.ino === now.ino;
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
    const problem = (0,_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathProblem */ .z)(relative);
    if (problem !== undefined)
        throw problemFailure(inputName, relative, problem);
    const resolved = resolve(workspace, relative);
    if (resolved === undefined)
        throw problemFailure(inputName, relative, "does not exist");
    const { root, path } = resolved;
    if (path !== root && !path.startsWith(root === node_path__WEBPACK_IMPORTED_MODULE_1__.sep ? node_path__WEBPACK_IMPORTED_MODULE_1__.sep : root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
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
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR({
                reason: "invalid-input",
                what: `The directory ${relative} was replaced while the step was running`,
                remedy: "Nothing was started in it. Look for the step or process that changes the checkout at the same time.",
            });
        },
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor),
    };
}
/**
 * Makes a directory, and says where it really is. No link on the way may lead out of the roots that it may lie in.
 * @param path absolute, without `..`
 * @throws Failure `invalid-input` that names the input; nothing was made outside of the roots
 */
function makeDirectoryInside(path, roots, inputName) {
    let existing = path;
    while (lstatSync(existing, { throwIfNoEntry: false }) === undefined && dirname(existing) !== existing) {
        existing = dirname(existing);
    }
    const isInside = roots.some((root) => root !== "" && isBelow(existing, root));
    if (!isInside)
        throw inputFailure([{ name: inputName, given: path, accepts: "a directory inside the workspace or RUNNER_TEMP" }]);
    try {
        mkdirSync(path, { recursive: true, mode: 0o700 });
    }
    catch {
        throw problemFailure(inputName, path, "cannot be made");
    }
    return realpathSync(path);
}
/** Whether an existing path really lies in a root, or is it. */
function isBelow(path, root) {
    try {
        const [real, top] = [realpathSync(path), realpathSync(root)];
        return real === top || real.startsWith(top === sep ? sep : top + sep);
    }
    catch {
        return false;
    }
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

/***/ 1376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createProcessGroup)
/* harmony export */ });
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(97);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8492);


/** Makes one. `cancelled`: interrupts it. `within`: the `exec` whose runner ends it at the latest. */
function createProcessGroup({ cancelled, within }) {
    const runner = (0,_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .createProcessRunner */ .E)({ cancelled, ending: "interrupt-all", within });
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
        isRunning: () => (0,_running_js__WEBPACK_IMPORTED_MODULE_1__/* .isGroupRunning */ .t)(leader),
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


/***/ }),

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
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

// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __nccwpck_require__(3064);
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
        return (0,json/* parseJson */.q)((0,external_node_fs_.readFileSync)(path, "utf8"));
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
    const parent = root === undefined || root === "" ? (0,external_node_os_.tmpdir)() : root;
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
var external_node_util_ = __nccwpck_require__(7975);
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

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isGroupRunning)
/* harmony export */ });
/* unused harmony export isProcessRunning */
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

/***/ 6365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ makeScratch)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7506);
/** A directory that exists while a command runs, readable for this user only: what a tool has to find there can be secret. */



/** Makes the directory below `parent`. Paths that lead out of it, or copies of what is outside of `from`, are a Failure. */
function makeScratch(parent, from, files) {
    const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, "handrail-"));
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    try {
        for (const [name, content] of Object.entries(files)) {
            const to = insideOf(path, name);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to), { recursive: true, mode: 0o700 });
            if ("text" in content)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(to, content.text, { mode: 0o600, flag: "wx" });
            else
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(realInside(from, content.copyOf), to);
        }
    }
    catch (thrown) {
        remove();
        throw thrown;
    }
    return { path, remove };
}
function insideOf(root, path) {
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path);
    if (whole.startsWith(`${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
        return whole;
    throw outside(path);
}
function realInside(root, path) {
    const [border, real] = [node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(root), node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path))];
    if (real.startsWith(`${border}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
        return real;
    throw outside(path);
}
function outside(path) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `${path} leads out of the directory it belongs to`,
        remedy: "Look at the name of that file, and at links.",
    });
}


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   vQ: () => (/* binding */ inputFailure)
/* harmony export */ });
/* unused harmony export inputVariable */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7506);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2412);
/**
 * Reads an action's inputs against their declarations and reports every bad one at once.
 * The kinds of input are in input-kinds.ts; nothing here knows a particular action.
 */


/** The failure for inputs that cannot be used; also for rules across inputs, which only the action knows. */
function inputFailure(problems) {
    const told = problems.map(({ name, given, accepts, why }) => {
        const shown = given === undefined ? "a value that is not shown" : given === "" ? "nothing" : (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteText */ .o)(given);
        return `${name} was given ${shown}${why === undefined ? "" : ` (${why})`}, accepted is ${accepts}`;
    });
    const count = problems.length === 1 ? "An input cannot be used" : `${problems.length} inputs cannot be used`;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
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

/***/ 3064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
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
/* harmony export */   aQ: () => (/* binding */ readTime),
/* harmony export */   kz: () => (/* binding */ readNumber),
/* harmony export */   wh: () => (/* binding */ readId),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
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
/* harmony export */   P_: () => (/* binding */ proxyOptions),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   iJ: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7506);
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
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR({
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

/***/ 2412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ quoteText)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9680);
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
    return (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .neutraliseText */ .o)(isCut ? `${shown.slice(0, -1)}…" (${text.length} characters)` : shown);
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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(2282);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

