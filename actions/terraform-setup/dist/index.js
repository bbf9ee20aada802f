import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

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

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

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

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 8413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ inputs),
  V: () => (/* binding */ outputs)
});

// EXTERNAL MODULE: ./packages/terraform/lib/version-request.js
var version_request = __nccwpck_require__(1210);
// EXTERNAL MODULE: ./packages/terraform/lib/constraint-error.js
var constraint_error = __nccwpck_require__(4644);
// EXTERNAL MODULE: ./packages/terraform/lib/releases-url.js
var releases_url = __nccwpck_require__(3838);
;// CONCATENATED MODULE: ./packages/runner/lib/durations.js
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
    const min = options.min === undefined ? 0 : parseDuration(options.min);
    const max = options.max === undefined ? Number.POSITIVE_INFINITY : parseDuration(options.max);
    const bounds = `${min > 0 ? `, at least ${formatDuration(min)}` : ""}${max < Number.POSITIVE_INFINITY ? `, at most ${formatDuration(max)}` : ""}`;
    const fallback = options.default === undefined || options.default === "" ? undefined : parseDuration(options.default);
    return declare("duration", options, {
        default: options.default,
        accepts: `${DURATION_FORM}${bounds}`,
        read: (given) => {
            if (given === "")
                return fallback;
            const value = parseDuration(given);
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

;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./actions/terraform-setup/lib/token-hosts.js
/**
 * The input token-hosts: which token belongs to which registry host, and the name of the environment variable in which
 * terraform looks for it. Nothing of this is ever written as HCL, so there is nothing that a token could break out of.
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials
 */

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What an Authorization header takes (RFC 6750, b64token); shorter ones could not be masked. */
const TOKEN = /^[A-Za-z0-9._~+/-]{4,8192}={0,8}$/;
/**
 * Reads `host=token` lines; blank ones do not count. Throws a RangeError for a line of another form, a host with a port
 * or a path (terraform's variables cannot name one), a host that is named twice, a token with other characters.
 */
function parseTokenHosts(text) {
    const found = new Map();
    for (const line of text.split(/\r\n|[\r\n]/)) {
        if (line.trim() === "")
            continue;
        const equals = line.indexOf("=");
        const host = asciiHost(line.slice(0, Math.max(0, equals)).trim());
        const token = line.slice(equals + 1).trim();
        if (!isHost(host) || !TOKEN.test(token))
            throw new RangeError("a line is not host=token");
        if (found.has(host))
            throw new RangeError("a host is named twice");
        found.set(host, { host, variable: tokenVariable(host), token });
    }
    return [...found.values()];
}
/** Punycode for names beyond ASCII only: domainToASCII drops a path and reads `1` as an address. */
function asciiHost(text) {
    return /^[A-Za-z0-9.-]*$/.test(text)
        ? text.toLowerCase()
        : /[\x00-,/:-@[-`{-\x7f]/.test(text)
            ? ""
            : (0,external_node_url_namespaceObject.domainToASCII)(text);
}
function isHost(host) {
    return host.length <= 253 && host.split(".").every((label) => LABEL.test(label));
}
/** Dots become underscores, hyphens double underscores; names beyond ASCII come as punycode. */
function tokenVariable(host) {
    return `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
}

;// CONCATENATED MODULE: ./actions/terraform-setup/lib/inputs.js
/**
 * The inputs and outputs of terraform-setup: the same as in action.yml, which a test compares with this file.
 */



/** What is wrong with the input terraform-version; undefined when it can be used. */
function versionProblem(text) {
    try {
        const { kind } = (0,version_request/* parseRequest */.TR)(text);
        return kind === "exact" || kind === "constraint" || kind === "latest"
            ? undefined
            : "only a version file may say that";
    }
    catch (error) {
        if (error instanceof constraint_error/* ConstraintError */.Y)
            return `${error.message}. ${error.remedy}`;
        throw error;
    }
}
function keyProblem(text) {
    return text.startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----") ? undefined : "no armored public key";
}
function urlProblem(text) {
    const problem = (0,releases_url/* releasesUrlProblem */.Z)(text);
    return problem === undefined ? undefined : `it ${problem}`;
}
const tokenHosts = {
    kind: "lines",
    description: "Tokens for private registries and HCP Terraform: `host=token`, one a line. Each is masked and set as the `TF_TOKEN_*` environment variable of later steps, which terraform reads; no file is written.",
    isRequired: false,
    isSecret: true,
    accepts: "host=token, one a line: a host name without port, each only once, and a token of letters, digits and -._~+/=",
    read: parseTokenHosts,
};
const inputs = {
    "working-directory": input.directory({
        description: "The root module. Version files are looked for in it and upwards to the workspace root, the nearest wins; `required_version` is read from its own files.",
        default: ".",
    }),
    "terraform-version": input.text({
        description: "An exact version (`1.11.4`), a constraint as in `required_version` (`~> 1.11`), or `latest`. Empty: what the version files and `required_version` say.",
        accepts: "an exact version like 1.11.4, a constraint like ~> 1.11, or latest",
        check: versionProblem,
    }),
    product: input.choice(["terraform", "opentofu"], { description: "What to install: `terraform` or `opentofu`." }),
    "releases-url": input.text({
        description: "A mirror to install from, in the vendor's layout: `terraform/index.json` and `terraform/<version>/` with the zip, SHA256SUMS and its .sig; for OpenTofu `tofu/api.json` and the release assets with their .gpgsig. Empty: the vendor. https, or http on this machine.",
        accepts: "an https URL without query, or http on localhost",
        check: urlProblem,
    }),
    "signing-key": {
        ...input.text({
            description: "Armored OpenPGP public key of a mirror that signs its checksums itself. It replaces the vendor's key, which is built in.",
            accepts: "an armored OpenPGP public key (-----BEGIN PGP PUBLIC KEY BLOCK-----)",
            check: keyProblem,
        }),
        // A private key may have been given by mistake.
        isSecret: true,
    },
    "token-hosts": tokenHosts,
};
const outputs = {
    "terraform-version": { description: "The version that later steps get, for example `1.11.4`." },
    "terraform-path": { description: "Absolute path of the program: `terraform`, or `tofu` for OpenTofu." },
    "version-source": {
        description: "Where the version was named: `input terraform-version`, a file with its line (`live/.terraform-version:1`), several joined with commas, or `PATH` when nobody named one.",
    },
    "cache-hit": { description: "`true` when it came from the runner's tool cache, without a request." },
    result: {
        description: "`installed` (ok): downloaded and verified. `cached` (ok): from the tool cache, verified again. `present` (ok): the program on PATH is already right. `failed`.",
    },
    "failure-reason": {
        description: "With `failed`: `no-version`, `not-found`, `download-failed`, `verification-failed`, `invalid-input`, `unsupported-platform`, `cancelled` or `internal-error`.",
    },
};


/***/ }),

/***/ 6183:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2032);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(7506);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6463);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7168);
/* harmony import */ var _handrail_runner_host__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3725);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(2439);
/* harmony import */ var _handrail_terraform_install__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7365);
/* harmony import */ var _handrail_terraform_install__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7809);
/* harmony import */ var _handrail_terraform_install__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(5165);
/* harmony import */ var _handrail_terraform_install__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(3355);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8413);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3887);
/**
 * Wires terraform-setup: inputs, the workspace, the installer, PATH and the outputs.
 */







await (0,_handrail_runner_host__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)({ name: "terraform-setup", outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputs */ .V, main });
async function main(host) {
    const { environment, exec, log } = host;
    const values = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputs */ .Q, environment);
    for (const secret of secretsOf(values))
        host.mask(secret);
    const { product } = values;
    const root = (0,_handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__/* .openDirectory */ .A)(environment["GITHUB_WORKSPACE"] || process.cwd(), ".").path;
    const { path: cwd } = (0,_handrail_runner_host__WEBPACK_IMPORTED_MODULE_5__/* .openDirectory */ .A)(root, values["working-directory"]);
    const options = installerOptions(host, values);
    const question = {
        directory: node_path__WEBPACK_IMPORTED_MODULE_0__.relative(root, cwd).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/"),
        version: values["terraform-version"],
        product,
        isPlaceNamed: options.releasesUrl !== undefined || options.signingKey !== undefined,
    };
    const child = (0,_handrail_runner_host__WEBPACK_IMPORTED_MODULE_6__/* .childEnvironment */ .Q)(environment, []);
    const setup = await (0,_handrail_terraform_install__WEBPACK_IMPORTED_MODULE_7__/* .provideProgram */ .G)(question, {
        files: (0,_handrail_terraform_install__WEBPACK_IMPORTED_MODULE_8__/* .openWorkspace */ .O)(root),
        installer: (0,_handrail_terraform_install__WEBPACK_IMPORTED_MODULE_9__/* .createInstaller */ .$C)(options),
        loadToml: async () => (await __nccwpck_require__.e(/* import() */ 292).then(__nccwpck_require__.bind(__nccwpck_require__, 3292))).parse,
        findPresent: () => (0,_handrail_terraform_install__WEBPACK_IMPORTED_MODULE_10__/* .findPresent */ .j)({ product, search: environment["PATH"], cwd, environment: child, exec }),
        warn: (text) => log.warning(text),
    });
    if (setup.directory !== undefined)
        host.addPath(setup.directory);
    for (const { variable, token } of values["token-hosts"])
        host.exportToken(variable, token);
    log.info(`${product} ${setup.version} is ${setup.result}, asked for by ${setup.source}`);
    return {
        outputs: {
            result: setup.result,
            "terraform-version": setup.version,
            "terraform-path": setup.program,
            "version-source": setup.source,
            "cache-hit": setup.result === "cached",
        },
        summary: (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSummary */ .B)(setup, product, values["token-hosts"].map((each) => each.host)),
    };
}
function installerOptions(host, values) {
    const temporaryDirectory = host.temporaryDirectory("terraform-setup");
    return {
        product: values.product,
        platform: currentPlatform(),
        releasesUrl: values["releases-url"] || undefined,
        signingKey: values["signing-key"] || undefined,
        cacheDirectory: host.environment["RUNNER_TOOL_CACHE"] || node_path__WEBPACK_IMPORTED_MODULE_0__.join(temporaryDirectory, "cache"),
        temporaryDirectory,
        environment: host.environment,
        clock: host.clock,
        log: host.log,
        signal: host.cancelled,
    };
}
function currentPlatform() {
    const platform = (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_11__/* .platformOf */ .tj)(process.platform, process.arch);
    if (platform !== undefined)
        return platform;
    throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_12__/* .Failure */ .HR({
        reason: "unsupported-platform",
        what: `Nothing can be installed on ${process.platform} ${process.arch}`,
        remedy: "Use a Linux or macOS runner, x64 or arm64.",
    });
}
/** Tokens, and the password in the URL of a private mirror, as it is written and as it is meant. */
function secretsOf(values) {
    const password = values["releases-url"] === "" ? "" : new URL(values["releases-url"]).password;
    const tokens = values["token-hosts"].map(({ token }) => token);
    return [...tokens, ...new Set([password, decoded(password)])].filter((secret) => secret !== "");
}
/** The password as it is meant; one that is not percent-encoded is meant as it is written. */
function decoded(password) {
    try {
        return decodeURIComponent(password);
    }
    catch {
        return password;
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderSummary)
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
function invisible_escapeInvisible(text) {
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
    return invisible_escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
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

;// CONCATENATED MODULE: ./actions/terraform-setup/lib/summary.js
/**
 * The step summary of a setup: what later steps get, and why. Pure rendering.
 */

const WORDS = {
    installed: "downloaded; signature and checksum verified",
    cached: "from the tool cache, verified again",
    present: "was on PATH already; not installed by this step",
};
/** Markdown for a reviewer who does not open the log. `hosts` are those that later steps have a token for. */
function renderSummary(setup, product, hosts) {
    const name = product === "terraform" ? "Terraform" : "OpenTofu";
    const rows = [
        ["Version", code(setup.version)],
        ["Asked for by", code(setup.source)],
        ["Where it comes from", WORDS[setup.result]],
        ["Program", code(setup.program)],
    ];
    if (hosts.length > 0)
        rows.push(["Tokens for", hosts.map(code).join(", ")]);
    return `### ${name} ${code(setup.version)}\n\n${table(["", ""], rows)}\n`;
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

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openDirectory)
/* harmony export */ });
/* unused harmony export makeDirectoryInside */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7506);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2032);
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

/***/ 6463:
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

/***/ 2032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vQ: () => (/* binding */ inputFailure),
  Ko: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: inputVariable

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __nccwpck_require__(9680);
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

/***/ 4644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ConstraintError),
/* harmony export */   h: () => (/* binding */ explainSyntax)
/* harmony export */ });
/**
 * What is wrong with a constraint, where, and what to write instead: people bring their habits from npm, pip and ruby.
 * It parses nothing.
 */
/** A constraint that terraform refuses. `offset` is where in the constraint, `remedy` a sentence on what to write. */
class ConstraintError extends Error {
    name = "ConstraintError";
    kind;
    offset;
    remedy;
    constructor(facts) {
        super(facts.message);
        this.kind = facts.kind;
        this.offset = facts.offset;
        this.remedy = facts.remedy;
    }
}
/** Habits from elsewhere: what the term looks like, and terraform's way to say it. */
const HABITS = [
    [/\|/, 'Terraform has no "or": name one range with >= and <.'],
    [/^\^/, 'Terraform has no "^": write "~> 1.2" for anything from 1.2 up to, but not including, 2.0.'],
    [/^=>|^=</, 'Write ">=" or "<=": the equals sign comes second.'],
    [/^==/, 'Write "=" once, or leave it out.'],
    [/^~(?!>)/, 'Write "~>": terraform has no "~" alone.'],
    [/[xX*]/, 'Terraform has no wildcards: write "~> 1.2.0" for any 1.2.x.'],
    [/[0-9A-Za-z]\s+[=!<>~0-9]/, 'Join terms with a comma: ">= 1.2, < 2.0".'],
];
const OPERATOR = /^(?:!=|>=|<=|~>|=|>|<)\s*/;
const SHOWN = 80;
/** The error for a term that is no constraint; `offset` is where the term begins in the whole text. */
function explainSyntax(text, term, offset) {
    const whole = JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
    const facts = { kind: "syntax", offset };
    if (text.trim() === "") {
        const remedy = 'Name a version, like ">= 1.5.0".';
        return new ConstraintError({ ...facts, message: "the constraint is empty", remedy });
    }
    if (term === "") {
        const remedy = "Remove the comma, or write a constraint behind it.";
        return new ConstraintError({ ...facts, message: `${whole} has an empty term at position ${offset + 1}`, remedy });
    }
    const short = term.slice(0, SHOWN);
    const remedy = HABITS.find(([pattern]) => pattern.test(short))?.[1];
    return new ConstraintError({
        ...facts,
        message: `${whole} is not a version constraint: it cannot be read at position ${offset + failedAt(short) + 1}`,
        remedy: remedy ?? 'Write an operator (=, !=, >, >=, <, <=, ~>) and a version, joined with commas: ">= 1.5.0, < 2.0.0".',
    });
}
/** Where in the term reading stops: behind the operator and the part of the version that can be read. */
function failedAt(term) {
    const operator = OPERATOR.exec(term)?.[0].length ?? 0;
    const version = /^v?[0-9]+(?:\.[0-9]+)*/.exec(term.slice(operator))?.[0].length ?? 0;
    return operator + version;
}


/***/ }),

/***/ 3473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ matches),
  F: () => (/* binding */ parseConstraint)
});

// EXTERNAL MODULE: ./packages/terraform/lib/constraint-error.js
var constraint_error = __nccwpck_require__(4644);
;// CONCATENATED MODULE: ./packages/terraform/lib/provider-version.js
const EXTRA = /^[0-9A-Za-z.-]*$/;
/** Can a provider have this version? */
function isProviderVersion(version) {
    return version.segments.length === 3 && EXTRA.test(version.prerelease) && EXTRA.test(version.metadata);
}
/** Below 0 when a is older than b, 0 when they are equal (metadata does not count), above 0 when it is newer. */
function compareProviderVersions(a, b) {
    for (let index = 0; index < 3; index += 1) {
        const difference = (a.segments[index] ?? 0) - (b.segments[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    if (a.prerelease === "" || b.prerelease === "")
        return Number(a.prerelease === "") - Number(b.prerelease === "");
    return compareExtras(a.prerelease, b.prerelease);
}
/**
 * The order of pre-releases and of metadata. Unlike in semver the one with fewer parts is older as soon as it ends, even
 * where that part is the greater one: `rc` is older than `beta.1`.
 */
function compareExtras(a, b) {
    const left = a.split(".");
    const right = b.split(".");
    for (let index = 0;; index += 1) {
        const isLast = [left, right].map((parts) => index >= parts.length - 1);
        if (isLast[0] !== isLast[1])
            return isLast[0] === true ? -1 : 1;
        const difference = compareParts(left[index] ?? "", right[index] ?? "");
        if (difference !== 0 || isLast[0] === true)
            return difference;
    }
}
/** A number is older than a word; a longer number is newer. */
function compareParts(a, b) {
    if (a === b)
        return 0;
    const [isNumber, isOther] = [/^[0-9]*$/.test(a), /^[0-9]*$/.test(b)];
    if (isNumber !== isOther)
        return isNumber ? -1 : 1;
    if (isNumber && a.length !== b.length)
        return a.length - b.length;
    return a < b ? -1 : 1;
}

// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __nccwpck_require__(7334);
;// CONCATENATED MODULE: ./packages/terraform/lib/constraint-dialect.js
/**
 * What one term of a constraint means, in each of terraform's three dialects. Terms and versions in, yes or no out. It
 * splits no text and changes none.
 *
 * `core` is required_version, `module` a registry module's version, both read by go-version:
 * https://github.com/hashicorp/go-version/blob/v1.7.0/constraint.go. `provider` is required_providers, read by go-version
 * first and by go-versions after it: https://github.com/apparentlymart/go-versions/tree/master/versions.
 */



/** What each operator makes of compare(version, bound). */
const ORDERS = {
    "=": (order) => order === 0,
    "!=": (order) => order !== 0,
    ">": (order) => order > 0,
    ">=": (order) => order >= 0,
    "<": (order) => order < 0,
    "<=": (order) => order <= 0,
    "~>": (order) => order >= 0,
};
// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/configs/module.go, checkCoreVersionRequirements
const core = {
    refuse: (term) => (term.version.prerelease === "" ? undefined : prereleaseError(term)),
    compare: (a, b) => (0,lib_version/* compareVersions */.Zy)((0,lib_version/* coreOf */.z2)(a), (0,lib_version/* coreOf */.z2)(b)),
    holds: (term, version) => holdsInGoVersion(term, (0,lib_version/* coreOf */.z2)(version)),
    exists: () => true,
    chooses: () => true,
};
// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/initwd/module_install.go, installRegistryModule
const constraint_dialect_module = {
    refuse: () => undefined,
    compare: lib_version/* compareVersions */.Zy,
    holds: holdsInGoVersion,
    exists: () => true,
    chooses: (terms, version) => version.prerelease === "" || asksForPrerelease(terms, version),
};
// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/getproviders/providerreqs/version.go
const provider = {
    refuse: (term) => (PROVIDER_TERM.test(term.text) ? undefined : providerError(term)),
    compare: compareProviderVersions,
    holds: holdsForProvider,
    // go-versions takes 0.0.0 for "no version": it is in no set but that of all.
    exists: (version) => isProviderVersion(version) && (0,lib_version/* renderVersion */.pv)(version) !== "0.0.0",
    chooses: (terms, version) => provider.exists(version) && (version.prerelease === "" || terms.some(({ operator }) => operator === "=")),
};
/** The three dialects. */
const DIALECTS = { core, module: constraint_dialect_module, provider };
/** A term alone: whether a pre-release can be chosen at all is for `chooses` to say. */
function holdsInGoVersion({ operator, version: bound }, version) {
    return ORDERS[operator]((0,lib_version/* compareVersions */.Zy)(version, bound)) && (operator !== "~>" || isInRange(version, bound));
}
/**
 * Only the rightmost written segment may grow. With one segment there is nothing to its left: `~> 1` admits 2.0.0.
 * A bound with more segments than the version admits nothing, and one that is a pre-release no release.
 */
function isInRange(version, bound) {
    if (bound.prerelease !== "" && version.prerelease === "")
        return false;
    if (bound.segments.length > version.segments.length)
        return false;
    return bound.segments.slice(0, bound.written - 1).every((segment, index) => segment === version.segments[index]);
}
/**
 * Modules: go-versions is asked for pre-releases, and reads the constraint as npm would. That leaves one term, without an
 * operator or with a `=` and no white space behind it, that names the version with its metadata.
 */
function asksForPrerelease(terms, version) {
    const [term] = terms;
    if (term === undefined || terms.length > 1 || !/^=?[0-9]/.test(term.text))
        return false;
    if (!isProviderVersion(version) || !PROVIDER_TERM.test(term.text))
        return false;
    return (0,lib_version/* renderVersion */.pv)(term.version) === (0,lib_version/* renderVersion */.pv)(version);
}
/** Exact versions mean their metadata, too. With one segment `~> 1` is `~> 1.0`. */
function holdsForProvider({ operator, version: bound }, version) {
    if (operator === "=" || operator === "!=")
        return ((0,lib_version/* renderVersion */.pv)(version) === (0,lib_version/* renderVersion */.pv)(bound)) === (operator === "=");
    if (!ORDERS[operator](compareProviderVersions(version, bound)))
        return false;
    if (operator !== "~>")
        return true;
    const fixed = bound.written === 3 ? 2 : 1;
    const upper = bound.segments.map((segment, index) => (index < fixed ? segment + Number(index === fixed - 1) : 0));
    return compareProviderVersions(version, { ...bound, segments: upper, prerelease: "" }) < 0;
}
function prereleaseError(term) {
    return new constraint_error/* ConstraintError */.Y({
        kind: "prerelease",
        offset: term.start,
        message: `${JSON.stringify(term.text)} names a pre-release, which required_version does not support`,
        remedy: `Write ${(0,lib_version/* coreOf */.z2)(term.version).text}: terraform compares a running pre-release by its version core only.`,
    });
}
/** The grammar of go-versions: https://github.com/apparentlymart/go-versions/blob/master/versions/constraints/raw_scan.rl */
const PROVIDER_TERM = /^(?:(?:!=|>=|<=|~>|=|>|<) ?)?[0-9]+(?:\.[0-9]+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
function providerError(term) {
    const shown = JSON.stringify(term.text.slice(0, 80));
    const [message, remedy] = providerProblem(term);
    return new constraint_error/* ConstraintError */.Y({ kind: "syntax", offset: term.start, message: `${shown} ${message}`, remedy });
}
function providerProblem({ text, version }) {
    const rest = text.replace(/^(?:!=|>=|<=|~>|=|>|<)/, "");
    if (/^\s*v/.test(rest))
        return ['has a "v", which the constraint of a provider must not have', 'Remove the "v".'];
    if (version.written > 3)
        return ["has more numbers than a provider's version has", "Name at most three numbers."];
    if (/^(?:\s\s|[^\S ])/.test(rest))
        return ["has more than one space behind its operator", "Leave one space, or none, between operator and version."];
    return [
        "is no version that a provider can have",
        'Write a pre-release as "1.2.0-beta1": a hyphen, letters, digits, dots.',
    ];
}

;// CONCATENATED MODULE: ./packages/terraform/lib/constraint.js
/**
 * Version constraints as terraform means them. Text in, terms with offsets out; a version matches or it does not.
 * It chooses no version and edits no text. What the terms mean is said in constraint-dialect.ts.
 */



/** Go's `\s`: no Unicode white space. */
const SPACE = "\t\n\f\r ";
const OPERATORS = ["!=", ">=", "<=", "~>", "=", ">", "<"];
/**
 * Parses a constraint. Throws a ConstraintError with the offset of what is wrong and a sentence on what to write
 * instead: for bad syntax, and for what the dialect does not support.
 */
function parseConstraint(text, dialect = "core") {
    const terms = [];
    let start = 0;
    for (const piece of text.split(",")) {
        terms.push(parseTerm(text, piece, start, dialect));
        start += piece.length + 1;
    }
    return { dialect, text, terms };
}
function parseTerm(text, piece, offset, dialect) {
    let start = 0;
    let end = piece.length;
    while (start < end && SPACE.includes(piece.charAt(start)))
        start += 1;
    while (end > start && SPACE.includes(piece.charAt(end - 1)))
        end -= 1;
    const operator = OPERATORS.find((candidate) => piece.startsWith(candidate, start));
    let at = start + (operator?.length ?? 0);
    while (at < end && SPACE.includes(piece.charAt(at)))
        at += 1;
    const version = (0,lib_version/* tryVersion */.Kd)(piece.slice(at, end));
    if (version === undefined)
        throw (0,constraint_error/* explainSyntax */.h)(text, piece.slice(start, end), offset + start);
    const found = {
        operator: operator ?? "=",
        version,
        text: piece.slice(start, end),
        start: offset + start,
        end: offset + end,
    };
    const refused = DIALECTS[dialect].refuse(found);
    if (refused !== undefined)
        throw refused;
    return found;
}
/**
 * Would terraform choose the version if it were the only one? In `core` a pre-release is compared by its version core, as
 * terraform compares itself. Elsewhere a pre-release has to be asked for by name.
 */
function matches({ dialect, terms }, version) {
    const rules = DIALECTS[dialect];
    return terms.every((term) => rules.holds(term, version)) && rules.chooses(terms, version);
}


/***/ }),

/***/ 2230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ trustIn)
/* harmony export */ });
/* unused harmony export VENDOR_KEYS */
const HASHICORP = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPgIbAwULCQgHAgYVCgkICwIE
FgIDAQIeAQIXgBYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJplkfQBQkQrOy3AAoJ
EDQ2XZRy10aPw6gP/3GUEMUa6mCRuuSOT9UnziPIvXYd63mcN6A6Jwmwj8JaB2qu
OCijvJkw56UbZK3x1FZIbe0hA6VUAwNSNmSIxVJkilgwIYYFO0tnL79XhIeP7jYF
ydXLZ4rTi1FDl8lltAujTNARdY8UGg4hGlcM9OrEeXEFLWugJNiChL15FVoxZqIS
jeduaEqyxGfJnyVwy8z3pZfgODeFr7xs2NkUIMSfuRg24VcL4aW8Frt3jW8P45y3
o/5fsi6Aw2tZ0wD9NSgkVc8VD1NRV9eSZ95Bv+Awf9IXa+Cn5OCjc8Jc+XF+nLfB
oPswOO7E8dLiuBUw6/GzSLMbVs8qf8BNXB92dOe1VccVTqjCxK2sEpVaHh7e+co8
d8lDGBIWMGh7NS6XlGORpFb/T6gxjjOYUV3SKd4QDebUUG8kMkb5juLljOoq+YOP
vgNLDZLZteFpmH+zB9DpOY1YtHZB/OD+DtzLMaSl6VPF2Ln0j5aQGwNDt7sheyAe
sXbu0qn2H5FxojSfvhT0kUDKZ0mgg5y3Oflg49MiAOhjLGY0JocFpBeMILw27fbw
fpIBP7siQWFTFJ1O+l2NQiWAwC2x5fX2EakyCBJmrkPV2hr4nEogNqg9/RDskIUq
cpcOOd/0BntiXMyUCCH2AoCt5acaTQ0WU6CAosZPojOYhtGGgOgeQSdflpMSuQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmAhsMFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWR+0FCRCs7NQACgkQ
NDZdlHLXRo/R0A//QW1opBlzWSmWww1q9QuJA2WCIIs8tJKRDOsmgJPscNpzwZFU
N1Df0wWNjqi1BDReei7lZTHwUk+ebBn0bkI3ANmmgYg7LBueAt5UWSingOc+rvKA
N32BDzBYkMckRzJSQsmeC5hm3J3wLSy90uaIlrJJE9GJZkf/W2Ob+4SQZZ+dnnRP
JokDdW1DuZS9PbxSLJKD5eIWHBxJnFM1CmHfOfrjTJ+MYvVGM5sxSY8R7E+GADj5
L/i4N+tTFJLuTMYARGfA6d+KPKcMJtgpUPjSMAg8nGUhukctpuBs27mOKW0CBtmJ
82X/qYROTL0+vGTvUYflYiuceVlhX/kw0JZnMaG5V/mpHq8SwD07pCGOf69j/mNa
5EL3++Pmzg0s0stw3Ea5pCN0cL/nKkoWchHBfW15W4JOnKAIspyD1vH670P4WfeV
E9B9d6tgKSbM/9JlXoQS5ZdG+kbdosieELhmVWmvojyK7K+Ry6C9wgd+UfnW5jXd
iNwKW3KHuautQwlFhHRNMyDg08c+pI5emTMT3IUQyGWo+Gska3TqGujFcABx7Ip+
mHNmMrCkSD+XC2bvzvRR7FcM0/B9fsjLX/Wttm5vRJ1d2oAoEPvw2IZnJIXpOt2z
zo55sJTztNu4lWGgDVgtp9SXO5a0E5YvFHQNZN5QLeVTTFu6I7qG+ME1E/K5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmAhsCFiEE
yHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCqi+QCQMF0IAQZAQoAHRYhBDdO
x1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXNJ6uHRfAP/2CGdSyg0K7U
66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XH
l9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI
/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRY
lC0lr16WH08wuUcee6+dgu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNn
nXDhzStgOd5gOeIL+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinu
l9COwfGEmlAXTGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8
lAv6Lsop7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9d
pjuZS29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXK
y/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4jOGhEGTg88Vyu
PVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6FrntS7bAEhccGqH894
T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgWpRc3i0DS7CheGwl+Bwu7
+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO0HJu/dcte4oXrQIqrZrpOwe8
WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+rhgnTGdZzk1f/Yhhimh+2B0ReaFv
k3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0
mK1NucAp8TQBwKqKzNpCk5IdrBSWRUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gd
wYPlE6fj+F2TZzdhx62DPnzBzBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmW
NQfE+6GgeshlrhXWsh6+PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8l
xfI/JuukSgt9o/n3GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7J
PEGtb/FkreKNxsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1
GCHx/5nGBdDwoxEsXqpI3IUqPb6FDg==
=wtp+
-----END PGP PUBLIC KEY BLOCK-----
`;
const OPENTOFU = `-----BEGIN PGP PUBLIC KEY BLOCK-----

xsFNBGVUyIwBEADPg6jUJm5liMTiDndyprnwXQ23GdyQm/kW9MFOhYDRksmmbsz0
DCfqntFpuoKxPXzA+JTrZlWZONtU+leZjIOlAVZiz0rwz5EJq7uIrkueWtUk6AYk
BLN+zMtbui0z3HCPVNnR5BlVNyXQeW3jlrQtzuKevjZWzI0gbQGgEKNpj+lfyRFu
6q3u/T0o3p/6bOOlQHwCMtnFlWpjr6f/J2EdUVO/6NYHQzImPj4LINXF/+eqo7v6
svFtaVTtREG2V2V7We7bu/cJ+NgJYH7ro7UhB1RQH2k09NdpSCt9F60PVERnORpx
GBkM/VKZzgMSzRvdpxUWwrLxfAxinu5ddbBm3y0bzaU80OT3i1qrWIqW73fmdGHQ
71gbJxRrroyLMWehjcJ/9WJDxkHqsfPKqBifYsp6/J9npczDfSU+zYBVGpR73a4E
dbeIRWqwbH0LWhlbi1IM5aFDaZMFNkY+AWyP+OHn8Kehu6DOIh1AVM7v7vLxaX9h
t1jVJbswjvPFYquv1DvUdc7VP2QHz3xctQS1GZJQ1ekcgTv9rRYXUOOwknInjtkM
9kQDtyBkVLcEc8ha3Cfh6PJscIP5VHwaNMgAPr9tsl3xqdz56l5UPjFSFuel98jS
Bqn83VrT0uKwM0PnDVHd/7q8+Dg1EtOggMwZ830KORFNdjfv6ydsBvl7fwARAQAB
zUpPcGVuVG9mdSAoVGhpcyBrZXkgaXMgdXNlZCB0byBzaWduIG9wZW50b2Z1IHBy
b3ZpZGVycykgPGNvcmVAb3BlbnRvZnUub3JnPsLBjAQTAQgAQQUCZVTIjAkQDArz
E+X9n4AWIQTj5uQ9hMuFLq2wBR0MCvMT5f2fgAIbAwIeAQIZAQMLCQcCFQgDFgAC
BScJAgcCAABwAg/1HZnTvPHZDWf5OluYOaQ7ADX/oyjUO85VNUmKhmBZkLr5mTqr
LO72k9fg+101hbggbhtK431z3Ca6ZqDAG/3DBi0BC1ag0rw83TEApkPGYnfX1DWS
1ZvyH1PkV0aqCkXAtMrte2PlUiieaKAsiYOIXqfZwszd07gch14wxMOw1B6Au/Xz
Nrv2omnWSgGIyR6WOsG4QQ8R5AMVz3K8Ftzl6520wBgtr3osA3uM/xconnGVukMn
9NLQqKx5oeaJwONZpyZL5bg2ke9MVZM2+bG30UGZKoxrzOtQ//OTOYlhPCqm1ffR
hYrUytwsWzDnJvXJF1QhnDu8whP3tSrcHyKxYZ9xUNzeu2AmjYfvkKHSdK2DFmOf
DafaRs3c1VYnC7J7aRi6kVF/t+vWeOEVpPylyK7vSbPFc6XVoQrsE07hbN/BjWjm
s8voK5U6oJRgEugXtSQKFypfOq8R99nXwbMHdhqY8aGyOCj++cuvRCUBDZAQqPEW
AuD0X7+9Trnfin47MK+n18wsTAL4w6PJhtCrwK4e0cVuQ5u4M/PMid5W6hEA27PX
x506Jpe8iRmcIP/cCR6pvhgOUMC36bIkAqZ5dJ545kDQju0lf8gLdVIQpig45udn
ZM2KgyApGqhsS7yCUrbLDrtNmQ31TSYdKc8IU+/jXkfy2RYbZ+wNgfloKM7BTQRl
VMiMARAAwRZUyMIc5TNbcFg3WGKxhaNC9hDZ4zBfXlb5jONzZOx3rDi2lD4UQOH+
NpG7CF98co//kryS/4AsDdp2jzhh+VMgyx6KJIhSkBP6kqhriy9eWRmgfrnLbUf4
6kkTkzLVkjYnMNeyHt+mi9I7EKtsDuF/EvjlwF5E81+DEOteCO/un/Qt1q3e1Slf
vTpLkPvr1FiQ3VqzaBeBBI3MAMb/ycwL6hQE1l4Lg34T43Zu+9zkE1uzvjeNIlIW
ucjB4q1htEjJl2CLAv+8cGHdmCcV2ZO3WM8M9Omq1CE7jhak4NE/YuGylJYCBd+B
S7tuDPDu6+o4Nx+axxcwMvgyfr07FteEr1Lopaw2ci8b/xzQie/gkI0CByQMwD5V
gnJpiMBnjP4d6UF6HEVldCQ7a3T1T80bKj5JjtFbR9P85Qntuheqn3Pge89YexMc
E/00VA3blrj+GeYpO9ZGFu7DR/x4sjnTEhfjXEoLv1C4AdgGHCIjW9wU6HkcWnla
X7akKlwIWEUP/BFLkcWPpmUrtClhWx9wq1GHFvKAN/qp//VWnv4IfRU6RjmVPOWB
efvTu/cpsfBHLyp15goOYPboahIdTUTNQIXh4Vid7E1NoKnWZUMu50n3/zAbjSds
mNmifi4g01MYJ3TVoU2Q01P7NiD3IRmaw72nLmf9cM9/7QMdGn0AEQEAAcLBdgQY
AQgAKgUCZVTIjAkQDArzE+X9n4AWIQTj5uQ9hMuFLq2wBR0MCvMT5f2fgAIbDAAA
SUoP/2ExsUoGbxjuZ76QUnYtfzDoz+o218UWd3gZCsBQ6/hGam5kMq+EUEabF3lV
7QLDyn/1v5sqrkmYg0u5cfjtY3oimCPvr6E0WTuqMIwYl0fdlkmdNttDpMqvCazq
bzLK5dDVWbh/EYTiEN1xKXM6rlAquYv8I16uWL8QHanMb6yexNmDYhC4fXWqCi+s
5sXxWrPrd+fGz8CR/fEYahPXj8uY6dwN9DlWyek9QtKW2PsqrkBn5vCOm2IyZW6d
t/Kn70tYtxMxJND2otk47mpG/Fv3sYK2bTGJ+k/5+E5IrjWqIX2lVB3G1+TCoZ5s
cc16zls32mOlRh81fTAqcwkDFxICxcOeNHGLt3N+UvoPSUafYKD96rn5mWFao4xb
cFniaYv2PdqH8HDjvXZXqHypRMXvYMbXXOgydLL+tSUSBpMTd4afjq8x2gNSWOEL
I1jT5FWbKTKan0ycKi37bSqGHhDjlg4HRGvC3IK0EuVjdX3r+8uIVgFbqLwNhXk4
GAIL03vl689TQ7/oPW75XCQIevFai0kcJPl6qIRvi9/S/v5EPRy9UDCGY/MPmc5f
H1an0ebU4I4TlYfBoEUkYYqBDxvxWW0I/Q01rDebcd6mrGw8lW1EiNZlClLwx9Bv
/+MNnIT9m1f8KeqmweoAgbIQRUI7EkJSzxYN4DNuy2XoKmF9
=VhyH
-----END PGP PUBLIC KEY BLOCK-----
`;
/** The key of each vendor. */
const VENDOR_KEYS = {
    terraform: { armored: HASHICORP, fingerprint: "C874011F0AB405110D02105534365D9472D7468F" },
    opentofu: { armored: OPENTOFU, fingerprint: "E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80" },
};
/** The trust in a vendor's built-in key, or in the armored key that was handed in instead. */
function trustIn(product, signingKey, now) {
    const key = signingKey === undefined ? VENDOR_KEYS[product] : { armored: signingKey };
    return { key, mayBeExpired: signingKey === undefined, now };
}


/***/ }),

/***/ 3355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ findPresent)
/* harmony export */ });
/* harmony import */ var _install_workspace_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7809);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2439);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7334);



const NAMES = new Map([
    ["Terraform", "terraform"],
    ["OpenTofu", "opentofu"],
]);
/** `version -json` does not tell which of the two it is; this line does, and is the same since terraform 0.1. */
const FIRST_LINE = /^(Terraform|OpenTofu) v([0-9A-Za-z.+~-]{1,64})\r?$/m;
/** The product on PATH; undefined when there is none, when it fails, or when it is another product under this name. */
async function findPresent(question) {
    const program = await (0,_install_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .findOnPath */ .a)((0,_releases_js__WEBPACK_IMPORTED_MODULE_1__/* .programName */ .kX)(question.product), question.search);
    if (program === undefined)
        return undefined;
    const environment = { ...question.environment, CHECKPOINT_DISABLE: "1" };
    // A file that cannot be run (another platform's, no interpreter) is as good as none.
    const result = await question.exec(program, ["version"], { cwd: question.cwd, environment }).catch(() => undefined);
    if (result?.exitCode !== 0)
        return undefined;
    const [, name, text] = FIRST_LINE.exec(result.stdout) ?? [];
    if (name === undefined || text === undefined || NAMES.get(name) !== question.product)
        return undefined;
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .tryVersion */ .Kd)(text);
    return version === undefined ? undefined : { program, version };
}


/***/ }),

/***/ 7365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ provideProgram)
});

// UNUSED EXPORTS: findProduct

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __nccwpck_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/constraint-error.js
var constraint_error = __nccwpck_require__(4644);
// EXTERNAL MODULE: ./packages/terraform/lib/constraint.js + 2 modules
var lib_constraint = __nccwpck_require__(3473);
;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-stretch.js
/**
 * How far the plain stretches of HCL text go: spaces, names, the insides of quotes. Most of a text is in ASCII, which is
 * read here without regular expressions: they take most of the time that scanning takes. It makes no tokens.
 */
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** Operators that no longer one begins with. */
const PLAIN = "[](){},";
const [TAB, SPACE, QUOTE, DOLLAR, PERCENT, HYPHEN, BACKSLASH, UNDERSCORE] = [9, 32, 34, 36, 37, 45, 92, 95];
/** The spaces and tabs from an offset on. */
function spaceLength(text, from) {
    let at = from;
    for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at))
        at += 1;
    return at - from;
}
/** The identifier that begins at an offset; 0 when none does. */
function identifierLength(text, from) {
    const first = text.charCodeAt(from);
    if (first < 0x80 && !isLetter(first))
        return 0;
    let at = from;
    let code = first;
    while (isLetter(code) || isDigit(code) || code === HYPHEN) {
        at += 1;
        code = text.charCodeAt(at);
    }
    // Other scripts have letters, too. At the end of the text the code is NaN.
    if (!(code >= 0x80))
        return at - from;
    IDENTIFIER.lastIndex = from;
    return IDENTIFIER.exec(text)?.[0].length ?? 0;
}
function isLetter(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Is there a bracket or a comma? They are operators whatever follows. */
function isPlainOperator(text, at) {
    return PLAIN.includes(text.charAt(at)) && at < text.length;
}
/** The characters from an offset on that mean nothing but themselves between quotes. */
function plainLength(text, from) {
    let at = from;
    for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === QUOTE || code === DOLLAR || code === PERCENT || code === BACKSLASH)
            break;
    }
    return at - from;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-scan.js
/**
 * The lexer of HCL native syntax (.tf, .tofu, .tfvars, .terraform.lock.hcl): text in, tokens with exact offsets out.
 * It knows no structure (hcl-blocks.ts) and no terraform; it never throws and reads every character once.
 * The grammar is the one of hclsyntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/scan_tokens.rl
 */

const NUMBER = /[0-9](?:[0-9.]|[eE][+-]?[0-9])*/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const OPERATOR = /\.\.\.|==|!=|>=|<=|&&|\|\||::|=>|[[\](){}.,*/%+\-=<>!?:&|~^;`']/y;
/** White space as Go's strings.TrimSpace sees it: unlike String.trim it takes U+0085 and leaves U+FEFF. */
const GO_SPACE = /[\t\v\f\r \u0085\p{Zs}\u2028\u2029]/u;
/**
 * Splits HCL text into tokens that cover it without a gap: joining `text.slice(t.start, t.end)` of all tokens gives
 * the text back. Linear in the length of the text, whatever it holds; never throws.
 */
function scanHcl(text) {
    const scan = { text, tokens: [], modes: [], at: 0 };
    if (text.startsWith("\uFEFF"))
        emit(scan, "bom", 1);
    while (scan.at < text.length) {
        const mode = scan.modes.at(-1);
        if (mode === undefined || mode.in === "template")
            scanCode(scan, mode);
        else if (mode.in === "quote")
            scanQuote(scan);
        else
            scanHeredoc(scan, mode.marker);
    }
    return scan.tokens;
}
function emit(scan, kind, length) {
    if (length === 0)
        return;
    const end = Math.min(scan.at + length, scan.text.length);
    scan.tokens.push({ kind, start: scan.at, end });
    scan.at = end;
}
function invalidRest(scan) {
    emit(scan, "invalid", scan.text.length - scan.at);
}
function match(pattern, scan) {
    pattern.lastIndex = scan.at;
    return pattern.exec(scan.text);
}
/** One token outside of strings, or inside of a template sequence. */
function scanCode(scan, mode) {
    const { text, at } = scan;
    const char = text.charAt(at);
    if (char === " " || char === "\t")
        emit(scan, "space", spaceLength(text, at));
    else if (char === "\n")
        emit(scan, "newline", 1);
    else if (text.startsWith("\r\n", at))
        emit(scan, "newline", 2);
    else if (char === "#" || text.startsWith("//", at))
        emit(scan, "comment", lineEnd(text, at) - at);
    else if (text.startsWith("/*", at))
        scanBlockComment(scan);
    else if (char === '"')
        hcl_scan_open(scan, "quote-open", 1, { in: "quote" });
    else if (mode !== undefined && (char === "}" || text.startsWith("~}", at)) && mode.braces === 0) {
        scan.modes.pop();
        emit(scan, "template-close", char === "}" ? 1 : 2);
    }
    else
        scanWord(scan, mode);
}
function hcl_scan_open(scan, kind, length, mode) {
    emit(scan, kind, length);
    scan.modes.push(mode);
}
function scanWord(scan, mode) {
    const { text, at } = scan;
    const identifier = identifierLength(text, at);
    if (identifier > 0)
        return emit(scan, "identifier", identifier);
    if (isPlainOperator(text, at))
        return scanOperator(scan, mode, 1);
    const number = match(NUMBER, scan);
    // `1...` is a number and an ellipsis: a number may hold dots but not end with one.
    if (number !== null)
        return emit(scan, "number", withoutTrailingDots(number[0]));
    const heredoc = match(HEREDOC, scan);
    if (heredoc !== null) {
        return hcl_scan_open(scan, "heredoc-open", heredoc[0].length, { in: "heredoc", marker: heredoc[1] ?? "" });
    }
    const operator = match(OPERATOR, scan);
    if (operator === null)
        return emit(scan, "invalid", (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    scanOperator(scan, mode, operator[0].length);
}
function scanOperator(scan, mode, length) {
    const char = scan.text.charAt(scan.at);
    if (mode !== undefined && char === "{")
        mode.braces += 1;
    if (mode !== undefined && char === "}")
        mode.braces -= 1;
    emit(scan, "operator", length);
}
function withoutTrailingDots(number) {
    let length = number.length;
    while (number.charAt(length - 1) === ".")
        length -= 1;
    return length;
}
function scanBlockComment(scan) {
    const end = scan.text.indexOf("*/", scan.at + 2);
    if (end === -1)
        invalidRest(scan);
    else
        emit(scan, "comment", end + 2 - scan.at);
}
/** The end of the line without its line break; a lone CR does not end a line. */
function lineEnd(text, from) {
    const end = text.indexOf("\n", from);
    if (end === -1)
        return text.length;
    return text.charAt(end - 1) === "\r" && end - 1 >= from ? end - 1 : end;
}
/** Where a template sequence begins in literal text: its length, 0 for none. `$${` and `%%{` are literal. */
function templateLength(text, at) {
    if (text.charAt(at + 1) !== "{")
        return 0;
    return text.charAt(at + 2) === "~" ? 3 : 2;
}
/** The length of an ordinary piece of literal text that begins with `$` or `%`. */
function dollarLength(text, at) {
    return text.charAt(at + 1) === text.charAt(at) && text.charAt(at + 2) === "{" ? 3 : 1;
}
/** A quoted string up to the next template sequence or its end. A line break in it is an error to HCL, not an end. */
function scanQuote(scan) {
    const { text } = scan;
    let end = scan.at;
    while (end < text.length) {
        const char = text.charAt(end);
        if (char === '"') {
            emit(scan, "literal", end - scan.at);
            scan.modes.pop();
            return emit(scan, "quote-close", 1);
        }
        if (char === "$" || char === "%") {
            const length = templateLength(text, end);
            if (length > 0)
                return openTemplate(scan, end, length);
            end += dollarLength(text, end);
        }
        else if (char !== "\\")
            end += plainLength(text, end) || 1;
        else
            end += text.charAt(end + 1) !== "\n" && text.charAt(end + 1) !== "\r" ? 2 : 1;
    }
    emit(scan, "literal", text.length - scan.at);
}
function openTemplate(scan, at, length) {
    emit(scan, "literal", at - scan.at);
    hcl_scan_open(scan, "template-open", length, { in: "template", braces: 0 });
}
/** A heredoc up to the next template sequence or the line that holds nothing but its marker. */
function scanHeredoc(scan, marker) {
    const { text } = scan;
    let end = scan.at;
    while (end < text.length) {
        if (text.charAt(end - 1) === "\n" && closeHeredoc(scan, end, marker))
            return;
        while (end < text.length && text.charAt(end) !== "\n") {
            const char = text.charAt(end);
            if (char === "\r" && text.charAt(end + 1) !== "\n")
                return invalidRest(scan);
            const length = char === "$" || char === "%" ? templateLength(text, end) : 0;
            if (length > 0)
                return openTemplate(scan, end, length);
            end += char === "$" || char === "%" ? dollarLength(text, end) : 1;
        }
        end += 1;
    }
    emit(scan, "literal", text.length - scan.at);
}
function closeHeredoc(scan, at, marker) {
    const lineStop = lineEnd(scan.text, at);
    let start = at;
    while (start < lineStop && GO_SPACE.test(scan.text.charAt(start)))
        start += 1;
    if (!scan.text.startsWith(marker, start))
        return false;
    let end = start + marker.length;
    while (end < lineStop && GO_SPACE.test(scan.text.charAt(end)))
        end += 1;
    // The marker needs a line end behind it: at the end of the file HCL reads it as text of an unfinished heredoc.
    if (end !== lineStop || lineStop === scan.text.length)
        return false;
    emit(scan, "literal", at - scan.at);
    scan.modes.pop();
    emit(scan, "heredoc-close", end - at);
    return true;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-blocks.js
/**
 * A thin structural reader on top of the lexer: blocks, labels, attributes, and which values are literal strings or
 * objects, all with offsets to edit by. It evaluates nothing, never throws, and skips what it cannot read.
 */

/** Deeper nesting than any real configuration has is skipped, so that hostile text cannot exhaust the stack. */
const MAX_DEPTH = 100;
const BRACKETS = {
    "{": { opens: "{" },
    "(": { opens: "(" },
    "[": { opens: "[" },
    "}": { closes: "{" },
    ")": { closes: "(" },
    "]": { closes: "[" },
};
const PAIRS = {
    "quote-open": { opens: "quote" },
    "heredoc-open": { opens: "heredoc" },
    "template-open": { opens: "template" },
    "quote-close": { closes: "quote" },
    "heredoc-close": { closes: "heredoc" },
    "template-close": { closes: "template" },
};
/** The blocks at the top of a file. See readHcl. */
function readBlocks(text) {
    return readHcl(text).blocks;
}
/**
 * The attributes and blocks at the top of a file (a .tfvars file has attributes). Linear; never throws. `scanned` is what
 * scanHcl makes of the text, for who has that already.
 */
function readHcl(text, scanned = scanHcl(text)) {
    const tokens = scanned.filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "bom");
    const source = { text, tokens, closer: matchClosers(text, tokens) };
    return readBody(source, 0, tokens.length, 0);
}
function slice(source, index) {
    const token = source.tokens[index];
    return token === undefined ? "" : source.text.slice(token.start, token.end);
}
function isOperator(source, index, text) {
    return source.tokens[index]?.kind === "operator" && slice(source, index) === text;
}
/** For each opening token the index of its closing one, or the number of tokens where it is never closed. */
function matchClosers(text, tokens) {
    const closer = Array.from({ length: tokens.length });
    const stack = [];
    const open = new Map();
    for (const [index, token] of tokens.entries()) {
        const opens = openerName(text, token);
        if (opens !== undefined) {
            closer[index] = tokens.length;
            stack.push({ name: opens, index });
            open.set(opens, (open.get(opens) ?? 0) + 1);
            continue;
        }
        const closes = closerName(text, token);
        if (closes === undefined || (open.get(closes) ?? 0) === 0)
            continue;
        for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
            closer[top.index] = index;
            open.set(top.name, (open.get(top.name) ?? 0) - 1);
            if (top.name === closes)
                break;
        }
    }
    return closer;
}
function openerName(text, { kind, start }) {
    return kind === "operator" ? BRACKETS[text.charAt(start)]?.opens : PAIRS[kind]?.opens;
}
function closerName(text, { kind, start }) {
    return kind === "operator" ? BRACKETS[text.charAt(start)]?.closes : PAIRS[kind]?.closes;
}
function readBody(source, from, to, depth) {
    const body = { attributes: [], blocks: [] };
    let index = from;
    while (index < to) {
        const kind = source.tokens[index]?.kind;
        if (kind === "identifier" && isOperator(source, index + 1, "=")) {
            const end = expressionEnd(source, index + 2, to, false);
            body.attributes.push(readAttribute(source, index, end, depth));
            index = end;
        }
        else if (kind === "identifier") {
            const { block, next } = readBlock(source, index, to, depth);
            if (block !== undefined)
                body.blocks.push(block);
            index = next;
        }
        else if (kind === "newline")
            index += 1;
        else
            index = Math.max(index + 1, expressionEnd(source, index, to, false));
    }
    return body;
}
/** The index behind an expression: its line break or, in an object, also its comma, or the end of what is around it. */
function expressionEnd(source, from, to, isInObject) {
    for (let index = from; index < to;) {
        if (source.tokens[index]?.kind === "newline" || (isInObject && isOperator(source, index, ",")))
            return index;
        const closer = source.closer[index];
        index = closer === undefined ? index + 1 : closer + 1;
    }
    return to;
}
function readBlock(source, at, to, depth) {
    const labels = [];
    const labelSpans = [];
    let index = at + 1;
    while (index < to && !isOperator(source, index, "{")) {
        const token = source.tokens[index];
        const end = token?.kind === "quote-open" ? Math.min((source.closer[index] ?? to) + 1, to) : index + 1;
        const value = token?.kind === "quote-open" ? readValue(source, index, end, depth) : undefined;
        if (value?.kind === "string")
            labels.push(value.value);
        else if (token?.kind === "identifier")
            labels.push(slice(source, index));
        else
            return { next: expressionEnd(source, at, to, false) };
        labelSpans.push(spanOf(source, index, end));
        index = end;
    }
    if (index >= to)
        return { next: to };
    const closer = Math.min(source.closer[index] ?? to, to);
    const isClosed = isOperator(source, closer, "}");
    const body = depth < MAX_DEPTH ? readBody(source, index + 1, closer, depth + 1) : { attributes: [], blocks: [] };
    const whole = spanOf(source, at, isClosed ? closer + 1 : closer);
    const bodyEnd = isClosed ? whole.end - 1 : whole.end;
    const span = { start: source.tokens[index]?.end ?? whole.end, end: bodyEnd };
    return {
        block: { ...whole, type: slice(source, at), labels, labelSpans, body: span, ...body, isClosed },
        next: Math.min(closer + 1, to),
    };
}
/** The span of tokens `from` to `to` (exclusive). */
function spanOf(source, from, to) {
    const start = source.tokens[from]?.start ?? source.text.length;
    return { start, end: Math.max(start, source.tokens[to - 1]?.end ?? start) };
}
function readAttribute(source, at, end, depth) {
    const nameEnd = source.tokens[at]?.kind === "quote-open" ? (source.closer[at] ?? at) + 1 : at + 1;
    const key = nameEnd === at + 1 ? slice(source, at) : stringValue(source, at, nameEnd)?.value;
    return {
        ...spanOf(source, at, end),
        name: key ?? "",
        nameSpan: spanOf(source, at, nameEnd),
        value: readValue(source, nameEnd + 1, end, depth),
    };
}
function readValue(source, from, to, depth) {
    const span = spanOf(source, from, to);
    const isWhole = from < to && source.closer[from] === to - 1;
    if (isWhole && isOperator(source, from, "{") && depth < MAX_DEPTH) {
        return { ...span, kind: "object", attributes: readObject(source, from + 1, to - 1, depth + 1) };
    }
    return (isWhole ? stringValue(source, from, to) : undefined) ?? { ...span, kind: "other" };
}
function stringValue(source, from, to) {
    const isQuoted = source.tokens[from]?.kind === "quote-open" && source.tokens[to - 1]?.kind === "quote-close";
    const isLiteral = to - from === 2 || (to - from === 3 && source.tokens[from + 1]?.kind === "literal");
    if (!isQuoted || !isLiteral)
        return undefined;
    const span = spanOf(source, from, to);
    const content = { start: span.start + 1, end: span.end - 1 };
    const value = unescapeQuoted(source.text.slice(content.start, content.end));
    return value === undefined ? undefined : { ...span, kind: "string", value, content };
}
function readObject(source, from, to, depth) {
    const attributes = [];
    let index = from;
    while (index < to) {
        const end = expressionEnd(source, index, to, true);
        const nameEnd = source.tokens[index]?.kind === "quote-open" ? (source.closer[index] ?? to) + 1 : index + 1;
        const isName = nameEnd > index + 1 || source.tokens[index]?.kind === "identifier";
        if (isName && nameEnd < end && (isOperator(source, nameEnd, "=") || isOperator(source, nameEnd, ":"))) {
            attributes.push(readAttribute(source, index, end, depth));
        }
        index = Math.max(end, index) + 1;
    }
    return attributes;
}
const ESCAPES = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|([$%])\4\{|\\/g;
/** The value of quoted literal text; undefined where HCL reads none (a line break, an unknown escape). */
function unescapeQuoted(raw) {
    if (raw.includes("\n") || raw.includes("\r"))
        return undefined;
    let isValid = true;
    const value = raw.replace(ESCAPE, (_, short, long, char, sign) => {
        if (sign !== undefined)
            return `${sign}{`;
        const code = Number.parseInt(short ?? long ?? "", 16);
        if (!Number.isNaN(code) && code <= 0x10ffff)
            return String.fromCodePoint(code);
        const known = char === undefined ? undefined : ESCAPES[char];
        if (known === undefined)
            isValid = false;
        return known ?? "";
    });
    return isValid ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-bytes.js
/**
 * The bytes that mean something in JSON (RFC 8259). No reading here.
 */
const json_bytes_QUOTE = 0x22;
const json_bytes_BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const LETTER_N = 0x6e;
const LETTER_U = 0x75;
const END = -1;
/** 1 for a byte that ends the plain part of a string: the quote, a backslash, a control character. */
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x20 || byte === json_bytes_QUOTE || byte === json_bytes_BACKSLASH ? 1 : 0);
/** Whether a byte is a hexadecimal digit. */
const isHexDigit = (byte) => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
/** Whether a byte belongs to a number or a literal: it ends none of them. */
const isWordByte = (byte) => byte > 0x20 && byte !== COMMA && byte !== CLOSE_OBJECT && byte !== CLOSE_LIST;
/** What may stand in a document beside strings and containers. */
const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

;// CONCATENATED MODULE: ./packages/terraform/lib/json-nesting.js
/**
 * Which containers of a JSON document are open, while json-scan.ts steps over it. Nothing but a stack of bits.
 */
/** Which containers are open, one bit each: a hostile document can open hundreds of millions. */
class Nesting {
    /** How many containers are open. */
    depth = 0;
    #bits = new Uint8Array(8);
    /** Whether the innermost open container is an object; false for a list. */
    get isObject() {
        const top = this.depth - 1;
        return ((this.#bits[top >> 3] ?? 0) & (1 << (top & 7))) !== 0;
    }
    /** Steps into a container. */
    open(isObject) {
        if (this.depth >> 3 === this.#bits.length) {
            const wider = new Uint8Array(this.#bits.length * 2);
            wider.set(this.#bits);
            this.#bits = wider;
        }
        const bit = 1 << (this.depth & 7);
        const at = this.depth >> 3;
        this.#bits[at] = isObject ? (this.#bits[at] ?? 0) | bit : (this.#bits[at] ?? 0) & ~bit;
        this.depth += 1;
    }
    /** Steps out of the innermost container. */
    close() {
        this.depth -= 1;
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-texts.js
/**
 * Makes strings of bytes, the same string for the same short text: a plan says "managed" and "update" 200,000 times.
 */
const LONGEST = 48;
const SLOTS = 4096;
/** Remembers short texts; a later one takes the slot of an earlier one. */
class TextCache {
    #slots;
    /** The text of the bytes from `start` to before `end`, which are UTF-8. */
    read(buffer, start, end) {
        const length = end - start;
        if (length > LONGEST)
            return buffer.toString("utf8", start, end);
        let hash = length;
        let all = 0;
        for (let at = start; at < end; at += 1) {
            const byte = buffer[at] ?? 0;
            all |= byte;
            hash = (Math.imul(hash, 31) + byte) | 0;
        }
        // Only where a character is a byte can a text be compared with bytes.
        if (all > 0x7f)
            return buffer.toString("utf8", start, end);
        const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        this.#slots ??= Array.from({ length: SLOTS });
        const known = this.#slots[slot];
        if (known !== undefined && isText(known, buffer, start, length))
            return known;
        const text = buffer.toString("latin1", start, end);
        this.#slots[slot] = text;
        return text;
    }
}
function isText(text, buffer, start, length) {
    if (text.length !== length)
        return false;
    for (let at = 0; at < length; at += 1)
        if (text.charCodeAt(at) !== buffer[start + at])
            return false;
    return true;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-value.js
/**
 * JSON as values: what a slice of a plan document is read into, without losing a digit.
 * It must not know terraform's keys (plan-reader.ts does) and must not read from anywhere (json-scan.ts does).
 */
/** A number kept as it is written in the document: 9007199254740993, 1e400, 1.0. */
class ExactNumber {
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
const json_value_MAX_DEPTH = 1000;
/** The number as written, for `number` and {@link ExactNumber} alike. */
function numberText(value) {
    return typeof value === "number" ? String(value) : value.text;
}
/** Whether the value is a JSON object: no list, no null, no number kept as text. */
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}
/** An own member of a JSON object; undefined when the value is no object or has no such member. */
function member(value, key) {
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
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
function parseJson(text, mayRepeat = true) {
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
        for (let at = text.indexOf(opener); at >= 0 && depth <= json_value_MAX_DEPTH; at = text.indexOf(opener, at + 1))
            depth += 1;
    }
    return depth <= json_value_MAX_DEPTH;
}
const json_value_NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
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
        if (depth > json_value_MAX_DEPTH)
            throw new JsonError(`values nest deeper than ${json_value_MAX_DEPTH} levels`, this.#at);
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
        json_value_NUMBER.lastIndex = this.#at;
        const text = json_value_NUMBER.exec(this.#text)?.[0] ?? this.#fail();
        this.#at += text.length;
        const value = Number(text);
        return String(value) === text ? value : new ExactNumber(text);
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

;// CONCATENATED MODULE: ./packages/terraform/lib/json-window.js
/**
 * A window of bytes that moves forward over a source, for json-scan.ts: what is next, where it is, and what is wrong
 * when it is not what was expected. It knows bytes and white space, no grammar.
 */


/** The window. `buffer` and `at` are open because the loop over strings is the hottest of all. */
class ByteWindow {
    buffer = Buffer.alloc(0);
    at = 0;
    #base;
    #source;
    #limit;
    #size;
    /** `size`: how many bytes are read at once. */
    constructor(source, span, size) {
        this.#source = source;
        this.#base = span.offset;
        this.#limit = span.offset + span.length;
        this.#size = size;
    }
    /** Where the next byte is, in the source. */
    get offset() {
        return this.#base + this.at;
    }
    /** The next byte, not consumed; `END` after the last. */
    peek() {
        return this.buffer[this.at] ?? (this.#refill() ? (this.buffer[this.at] ?? END) : END);
    }
    /** The next byte that is no white space, not consumed. */
    next() {
        for (;;) {
            const byte = this.peek();
            if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
                return byte;
            this.at += 1;
        }
    }
    /** Consumes white space and this byte, if it is next. */
    skipped(byte) {
        if (this.next() !== byte)
            return false;
        this.at += 1;
        return true;
    }
    /** Consumes white space and this byte. */
    expect(byte) {
        if (!this.skipped(byte))
            this.fail();
    }
    /** Bytes that have been passed, or that are anywhere in the source. */
    slice({ offset, length }) {
        const start = offset - this.#base;
        if (start >= 0 && start + length <= this.buffer.length)
            return this.buffer.subarray(start, start + length);
        const answer = this.#source.read(offset, length);
        if (answer.length < length)
            throw new JsonError("the source has fewer bytes than it says", offset + answer.length);
        return asBuffer(answer);
    }
    /** Says that what is at this place is wrong. */
    fail(at = this.offset) {
        const isEnd = at === this.offset && this.peek() === END;
        throw new JsonError(isEnd ? "the document ends too early" : "this is no valid JSON", at);
    }
    #refill() {
        const offset = this.offset;
        const length = Math.min(this.#size, this.#limit - offset);
        if (length <= 0)
            return false;
        const answer = this.#source.read(offset, length);
        if (answer.length === 0)
            throw new JsonError("the source has fewer bytes than it says", offset);
        this.buffer = asBuffer(answer);
        this.#base = offset;
        this.at = 0;
        return true;
    }
}
function asBuffer(answer) {
    return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-scan.js
/**
 * Walks a JSON document of any size through a window of bytes: what is asked for is read, everything else is skipped
 * but still checked. It must not know terraform's keys, and never holds more than its window and one wanted value.
 */





const WINDOW = 1 << 20;
/** Longer numbers exist in theory only; the limit keeps a hostile one out of memory. */
const LONGEST_WORD = 1 << 16;
/**
 * A cursor in a JSON document. Before a value call one of `object`, `list`, `take`, `skip`; `object` and `list` skip
 * a value that their visitor leaves untouched. All throw a {@link JsonError} whose offset is in bytes of the source.
 */
class JsonScanner {
    #window;
    #nesting = new Nesting();
    #texts;
    constructor(source, options = {}) {
        const span = options.span ?? { offset: 0, length: source.size };
        this.#texts = options.texts ?? new TextCache();
        this.#window = new ByteWindow(source, span, Math.max(1, options.window ?? WINDOW));
    }
    /** Where the next byte is, in the source. */
    get offset() {
        return this.#window.offset;
    }
    /** Whether the next value is null. */
    isNull() {
        return this.#window.next() === LETTER_N;
    }
    /** Whether the next value is an object. */
    isObject() {
        return this.#window.next() === OPEN_OBJECT;
    }
    /** Whether the next value is a list. */
    isList() {
        return this.#window.next() === OPEN_LIST;
    }
    /**
     * Visits the members of an object in document order; the cursor stands before the member's value. `place` is where
     * the key is, with its quotes.
     */
    object(visit) {
        const window = this.#window;
        window.expect(OPEN_OBJECT);
        if (window.skipped(CLOSE_OBJECT))
            return;
        do {
            if (window.next() !== json_bytes_QUOTE)
                window.fail();
            const offset = window.offset;
            const key = this.#string();
            const place = { offset, length: window.offset - offset };
            window.expect(COLON);
            window.next();
            const before = window.offset;
            visit(key, place);
            if (window.offset === before)
                this.#step();
        } while (window.skipped(COMMA));
        window.expect(CLOSE_OBJECT);
    }
    /** Visits the elements of a list. */
    list(visit) {
        const window = this.#window;
        window.expect(OPEN_LIST);
        if (window.skipped(CLOSE_LIST))
            return;
        let index = 0;
        do {
            window.next();
            const before = window.offset;
            visit(index++);
            if (window.offset === before)
                this.#step();
        } while (window.skipped(COMMA));
        window.expect(CLOSE_LIST);
    }
    /** Reads the next value. */
    take() {
        if (this.#window.next() === json_bytes_QUOTE)
            return this.#string();
        return this.read(this.skip());
    }
    /** Steps over the next value, whatever its size and depth, and tells where it was. */
    skip() {
        this.#window.next();
        const offset = this.#window.offset;
        this.#step();
        return { offset, length: this.#window.offset - offset };
    }
    /** Reads a value at another place of the source; the cursor stays where it is. */
    read(span) {
        try {
            return parseJson(this.#window.slice(span).toString("utf8"));
        }
        catch (error) {
            throw error instanceof JsonError ? new JsonError(error.message, span.offset) : error;
        }
    }
    /** The end of the document: only white space may be left. */
    end() {
        if (this.#window.next() !== END)
            this.#window.fail();
    }
    #step() {
        const nesting = this.#nesting;
        const window = this.#window;
        for (;;) {
            if (this.#opened())
                continue;
            while (nesting.depth > 0 && window.skipped(nesting.isObject ? CLOSE_OBJECT : CLOSE_LIST)) {
                nesting.close();
            }
            if (nesting.depth === 0)
                return;
            window.expect(COMMA);
            if (nesting.isObject)
                this.#skipKey();
        }
    }
    /** Steps over a scalar or an empty container (false), or into a container that has something (true). */
    #opened() {
        const window = this.#window;
        const first = window.next();
        if (first === json_bytes_QUOTE)
            this.#skipString();
        else if (first === OPEN_OBJECT) {
            window.at += 1;
            if (window.skipped(CLOSE_OBJECT))
                return false;
            this.#nesting.open(true);
            this.#skipKey();
            return true;
        }
        else if (first === OPEN_LIST) {
            window.at += 1;
            if (window.skipped(CLOSE_LIST))
                return false;
            this.#nesting.open(false);
            return true;
        }
        else
            this.#skipWord();
        return false;
    }
    #string() {
        const { offset, at, buffer } = this.#window;
        const isPlain = this.#skipString();
        if (isPlain && this.#window.buffer === buffer)
            return this.#texts.read(buffer, at + 1, this.#window.at - 1);
        const text = this.read({ offset, length: this.#window.offset - offset });
        return typeof text === "string" ? text : this.#window.fail(offset);
    }
    #skipKey() {
        if (this.#window.next() !== json_bytes_QUOTE)
            this.#window.fail();
        this.#skipString();
        this.#window.expect(COLON);
    }
    /** Steps over a string; whether it is written as it is, without escapes. */
    #skipString() {
        const window = this.#window;
        window.at += 1;
        let isPlain = true;
        for (;;) {
            const { buffer } = window;
            const end = buffer.length;
            let { at } = window;
            while (at < end && STOPS[buffer[at] ?? 0] === 0)
                at += 1;
            window.at = at;
            const stop = window.peek();
            if (stop === json_bytes_QUOTE) {
                window.at += 1;
                return isPlain;
            }
            if (stop === json_bytes_BACKSLASH) {
                isPlain = false;
                this.#skipEscape();
            }
            else if (stop === END || stop < 0x20)
                window.fail();
        }
    }
    #skipEscape() {
        const window = this.#window;
        window.at += 1;
        const escape = window.peek();
        if (escape === LETTER_U) {
            for (let digit = 0; digit < 4; digit += 1) {
                window.at += 1;
                if (!isHexDigit(window.peek()))
                    window.fail();
            }
        }
        else if (escape === END || !'"\\/bfnrt'.includes(String.fromCharCode(escape)))
            window.fail();
        window.at += 1;
    }
    /** true, false, null or a number. */
    #skipWord() {
        const window = this.#window;
        const start = window.offset;
        let word = "";
        for (let byte = window.peek(); isWordByte(byte) && word.length < LONGEST_WORD; byte = window.peek()) {
            word += String.fromCharCode(byte);
            window.at += 1;
        }
        if (word.length === LONGEST_WORD)
            throw new JsonError(`a number has more than ${LONGEST_WORD} digits`, start);
        if (!WORD.test(word))
            window.fail(start);
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/required-version.js
/**
 * Every required_version of a root module, as terraform collects them: which files count, how override files replace,
 * native syntax and JSON. It reads no disk and chooses no version.
 */





const EXTENSIONS = {
    terraform: [".tf", ".tf.json"],
    opentofu: [".tofu", ".tofu.json", ".tf", ".tf.json"],
};
/**
 * The files of a directory that make up its module, in the order in which they are read: ordinary ones, then override
 * files. OpenTofu prefers main.tofu to main.tf; terraform does not read .tofu. Editors' temporary files do not count.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/internal/configs/parser_config_dir.go
 */
function moduleFileNames(names, product) {
    const present = new Set(names);
    const found = names.filter((name) => {
        if (name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#")))
            return false;
        const extension = extensionOf(name, product);
        if (extension === undefined)
            return false;
        const twin = `${name.slice(0, -extension.length)}${extension.replace(".tf", ".tofu")}`;
        return product === "terraform" || twin === name || !present.has(twin);
    });
    found.sort();
    return [...found.filter((name) => !isOverride(name)), ...found.filter(isOverride)];
}
/** Files named override or ending in _override: merged over the others. */
function isOverride(name) {
    return /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}
function extensionOf(name, product) {
    return EXTENSIONS[product].find((extension) => name.endsWith(extension));
}
/**
 * The constraints of a module. `files` come in the order of {@link moduleFileNames}; `directory` is where they are,
 * relative to the workspace ("" for its root). Throws a Failure "invalid-input" with file and line for a constraint
 * that terraform would refuse.
 */
function readRequiredVersions(files, directory) {
    let all = [];
    for (const { name, text } of files) {
        const file = directory === "" ? name : `${directory}/${name}`;
        const found = name.endsWith(".json") ? inJson(text, file) : inHcl(text, file);
        // An override file that has constraints replaces all that were read before it.
        all = isOverride(name) && found.length > 0 ? found : [...all, ...found];
    }
    return all;
}
function inHcl(text, file) {
    const blocks = readBlocks(text).filter(({ type }) => type === "terraform");
    return blocks.flatMap(({ attributes }) => {
        return attributes
            .filter(({ name }) => name === "required_version")
            .map(({ value }) => {
            const location = { file, line: lineAt(text, value.start) };
            if (value.kind !== "string")
                throw notPlain(location);
            return required(value.value, location);
        });
    });
}
function required(text, location) {
    try {
        return { constraint: (0,lib_constraint/* parseConstraint */.F)(text), location };
    }
    catch (error) {
        if (!(error instanceof constraint_error/* ConstraintError */.Y))
            throw error;
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${location.file}:${location.line}: required_version cannot be used: ${error.message}`,
            remedy: error.remedy,
            location,
            cause: error,
        });
    }
}
function notPlain(location) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${location.file}:${location.line}: required_version is not a plain text in quotes`,
        remedy: 'Write it as terraform asks for it, without an expression: required_version = "~> 1.11".',
        location,
    });
}
/** Terraform reads every `terraform` of a JSON file, also repeated ones and lists: document order and duplicates count. */
function inJson(text, file) {
    const bytes = Buffer.from(text.replace(/^\uFEFF/, ""));
    const source = {
        size: bytes.length,
        read: (offset, length) => bytes.subarray(offset, offset + length),
    };
    const scanner = new JsonScanner(source);
    const found = [];
    const inBlock = () => {
        if (scanner.isList())
            return scanner.list(inBlock);
        if (!scanner.isObject())
            return undefined;
        return scanner.object((key) => {
            if (key !== "required_version")
                return;
            const location = { file, line: lineAt(bytes.toString("latin1"), scanner.offset) };
            const value = scanner.take();
            if (value === null)
                return;
            if (typeof value !== "string")
                throw notPlain(location);
            found.push(required(value, location));
        });
    };
    const atTop = () => {
        if (scanner.isList())
            return scanner.list(atTop);
        if (!scanner.isObject())
            return undefined;
        return scanner.object((key) => {
            if (key === "terraform")
                inBlock();
        });
    };
    try {
        atTop();
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${file}: it is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}`,
            remedy: "Correct the file, or name the version in the input terraform-version.",
            location: { file },
            cause: error,
        });
    }
    return found;
}
function lineAt(text, offset) {
    let line = 1;
    for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1))
        line += 1;
    return line;
}

// EXTERNAL MODULE: ./packages/terraform/lib/version-pattern.js
var version_pattern = __nccwpck_require__(6909);
// EXTERNAL MODULE: ./packages/terraform/lib/version-request.js
var version_request = __nccwpck_require__(1210);
// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __nccwpck_require__(7334);
;// CONCATENATED MODULE: ./packages/terraform/lib/version-demand.js
/**
 * What must be installed, from what was asked for and what the configuration requires. Pure: it neither looks at files
 * nor at releases.
 *
 * The input comes before version files, and these before required_version. A version file and required_version must
 * agree; the input is only warned about, since whoever wrote it knows the workflow.
 */





/** What the input terraform-version asks for; undefined when it is empty. The text has been checked before. */
function askedByInput(text) {
    return text === "" ? undefined : { request: (0,version_request/* parseRequest */.TR)(text), text };
}
/** What a version file asks for. */
function askedByFile(wish) {
    return { request: wish.request, text: wish.text, location: wish.location };
}
/** Where a request was made, as in the output version-source. */
function sourceOf(location) {
    if (location === undefined)
        return "input terraform-version";
    return location.line === undefined ? location.file : `${location.file}:${location.line}`;
}
function sourcesOf(required) {
    return required.map(({ location }) => sourceOf(location)).join(", ");
}
/** Those that do not admit the version. */
function refusedBy(required, version) {
    return required.filter(({ constraint }) => !(0,lib_constraint/* matches */.c)(constraint, version));
}
function admits(required, version) {
    return refusedBy(required, version).length === 0;
}
/** Decides what must be installed. Throws a Failure "no-version" when what was asked for contradicts itself. */
function decideDemand(asked, required) {
    if (asked === undefined)
        return demandOfConfiguration(required);
    const { request, text, location } = asked;
    const source = sourceOf(location);
    const isFile = location !== undefined;
    const both = isFile && required.length > 0
        ? { wanted: `${text} and ${wantedBy(required)}`, source: `${source}, ${sourcesOf(required)}` }
        : { wanted: text, source };
    const allowed = (version) => !isFile || admits(required, version);
    const choice = { kind: "choice", isOldest: false, isOpen: false };
    switch (request.kind) {
        case "exact":
            if (!allowed(request.version))
                throw contradiction(asked, (0,lib_version/* renderVersion */.pv)(request.version), refusedBy(required, request.version));
            return { kind: "exact", version: request.version, source };
        case "constraint":
            return {
                ...choice,
                ...both,
                isOpen: true,
                accepts: (version) => (0,lib_constraint/* matches */.c)(request.constraint, version) && allowed(version),
            };
        case "prefix":
            return {
                ...choice,
                ...both,
                isOpen: true,
                accepts: (version) => hasPrefix(version, request.segments) && allowed(version),
            };
        case "pattern":
            return {
                ...choice,
                ...both,
                accepts: (version) => (0,version_pattern/* matchesPattern */.M)(request.pattern, (0,lib_version/* renderVersion */.pv)(version)) && allowed(version),
            };
        case "latest":
            return { ...choice, wanted: text, source, accepts: () => true };
        case "latest-allowed":
        case "min-required":
            return demandOfKeyword(asked, request.kind, required);
        default:
            throw new TypeError("unknown kind of request");
    }
}
function demandOfKeyword(asked, keyword, required) {
    const source = sourceOf(asked.location);
    const hasFloor = required.some(({ constraint }) => constraint.terms.some(({ operator }) => /^(?:=|>=|>|~>)$/.test(operator)));
    if (required.length === 0 || (keyword === "min-required" && !hasFloor)) {
        throw new failure/* Failure */.HR({
            reason: "no-version",
            what: `${source} says ${keyword}, but no required_version of the root module says ${required.length === 0 ? "anything" : "from which version on"}`,
            remedy: 'Add a required_version like ">= 1.5" to the terraform block, or name a version in the file.',
            ...(asked.location === undefined ? {} : { location: asked.location }),
        });
    }
    return {
        kind: "choice",
        accepts: (version) => admits(required, version),
        isOldest: keyword === "min-required",
        isOpen: false,
        wanted: wantedBy(required),
        source: `${source}, ${sourcesOf(required)}`,
    };
}
/** Nothing but required_version: an exact one needs no list of releases. */
function demandOfConfiguration(required) {
    if (required.length === 0)
        return { kind: "nothing" };
    const source = sourcesOf(required);
    const pin = required
        .flatMap(({ constraint, location }) => constraint.terms.map((term) => ({ term, location })))
        .find(({ term }) => term.operator === "=" && term.version.segments.length === 3 && term.version.metadata === "");
    if (pin === undefined) {
        return {
            kind: "choice",
            accepts: (version) => admits(required, version),
            isOldest: false,
            isOpen: true,
            wanted: wantedBy(required),
            source,
        };
    }
    const { version } = pin.term;
    if (admits(required, version))
        return { kind: "exact", version, source };
    const asked = { request: { kind: "exact", version }, text: pin.term.text, location: pin.location };
    throw contradiction(asked, (0,lib_version/* renderVersion */.pv)(version), refusedBy(required, version));
}
/** Is it a release that only its exact name chooses? */
function isStable(version) {
    return version.prerelease === "";
}
function hasPrefix(version, segments) {
    return segments.every((segment, index) => version.segments[index] === segment);
}
function wantedBy(required) {
    return required.map(({ constraint }) => `required_version ${JSON.stringify(constraint.text)}`).join(" and ");
}
function requirements(required) {
    return required
        .map(({ constraint, location }) => `${sourceOf(location)} requires ${JSON.stringify(constraint.text)}`)
        .join(" and ");
}
/** The failure for a version that was asked for by a file and is refused by required_version; names both. */
function contradiction(asked, version, required) {
    return new failure/* Failure */.HR({
        reason: "no-version",
        what: `${sourceOf(asked.location)} asks for ${version}, but ${requirements(required)}`,
        remedy: asked.request.kind === "latest"
            ? "Write latest-allowed into the version file for the newest version that required_version admits, or change required_version."
            : "Change one of them so that they agree: terraform would refuse to run.",
        ...(asked.location === undefined ? {} : { location: asked.location }),
    });
}
/** What should be said about a version that was chosen, though it is used. */
function warningsFor(asked, version, required) {
    const warnings = [];
    const partial = asked === undefined ? undefined : (0,version_request/* partialVersion */.cq)(asked.request);
    if (asked !== undefined && partial !== undefined) {
        const [major, minor] = partial.segments;
        warnings.push(`${sourceOf(asked.location)} says ${asked.text}, which terraform's constraints read as exactly ${(0,lib_version/* renderVersion */.pv)(partial)}. Write ~> ${major}.${minor}.0 for the newest ${major}.${minor}.x.`);
    }
    const refusing = asked?.location === undefined ? refusedBy(required, version) : [];
    if (asked !== undefined && refusing.length > 0) {
        warnings.push(`The input terraform-version chose ${(0,lib_version/* renderVersion */.pv)(version)}, but terraform will refuse to run: ${requirements(refusing)}`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/version-choice.js
/**
 * Which release satisfies a demand, from a list of releases. Pure; nothing is fetched.
 */



/** The stable release that the demand wants. Throws a Failure "not-found" that names the newest one when there is none. */
function chooseRelease(demand, releases, product) {
    const stable = releases.filter(isStable).toSorted(lib_version/* compareVersions */.Zy);
    const accepted = stable.filter((version) => demand.accepts(version));
    const chosen = demand.isOldest ? accepted[0] : accepted.at(-1);
    if (chosen !== undefined)
        return chosen;
    const newest = stable.at(-1);
    throw new failure/* Failure */.HR({
        reason: "not-found",
        what: `No release of ${product} for this platform satisfies ${demand.wanted} (${demand.source})${newest === undefined ? "" : `; the newest is ${(0,lib_version/* renderVersion */.pv)(newest)}`}`,
        remedy: "Change what is asked for there. A pre-release is installed only when its exact version is named.",
    });
}
/** May a program that is already there be used as it is, without looking at what was released since? */
function isSatisfiedBy(demand, present) {
    switch (demand.kind) {
        case "nothing":
            return true;
        case "exact":
            return (0,lib_version/* renderVersion */.pv)(demand.version) === (0,lib_version/* renderVersion */.pv)(present);
        case "choice":
            return demand.isOpen && isStable(present) && demand.accepts(present);
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/version-directories.js
/**
 * Paths below the workspace, always with `/` and relative to its root, whose name is "".
 */
/** The directory itself, its parents, and the root at last. */
function version_directories_directoriesUpwards(directory) {
    const parts = directory.split("/").filter((part) => part !== "" && part !== ".");
    return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), ""];
}
/** A file in a directory. */
function joinPath(directory, name) {
    return directory === "" ? name : `${directory}/${name}`;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/version-files.js
/**
 * The files in which people write down the version of terraform or OpenTofu: their names, their order, what they say.
 * Text in, a request with its place out. Looking for them on a disk is not done here, and neither is required_version.
 */



const BOTH = ["terraform", "opentofu"];
/** In one directory the first of them counts. */
const KINDS = [
    { name: ".terraform-version", products: ["terraform"], find: findBare },
    { name: ".opentofu-version", products: ["opentofu"], find: findBare },
    { name: ".tool-versions", products: BOTH, find: findTool },
    { name: "mise.toml", products: BOTH, find: findMise },
    { name: ".mise.toml", products: BOTH, find: findMise },
    { name: ".tfswitchrc", products: ["terraform"], find: findBare },
    { name: ".tfswitch.toml", products: BOTH, find: findSwitch },
];
/** The names of a product's version files, the most important first. */
function versionFileNames(product) {
    return KINDS.filter(({ products }) => products.includes(product)).map(({ name }) => name);
}
/** Does reading this version file need a TOML parser? */
function isTomlFile(name) {
    return name.endsWith(".toml");
}
/**
 * Reads a version file; `file` is its path relative to the workspace. Undefined when it says nothing about the product
 * (a .tool-versions file for node). Throws a Failure "invalid-input" with file and line when it cannot be read.
 */
function parseVersionFile(file, text, product, toml) {
    const name = file.slice(file.lastIndexOf("/") + 1);
    const kind = KINDS.find((candidate) => candidate.name === name && candidate.products.includes(product));
    try {
        const written = kind?.find(text.replace(/^\uFEFF/, ""), product, toml);
        if (written === undefined)
            return undefined;
        const location = written.line === undefined ? { file } : { file, line: written.line };
        return { request: readRequest(written, location), text: written.text, location };
    }
    catch (error) {
        throw error instanceof failure/* Failure */.HR ? error : fileFailure(error, { file });
    }
}
function readRequest(written, location) {
    try {
        return written.parse(written.text);
    }
    catch (error) {
        throw fileFailure(error, location);
    }
}
/** A parser's error as a Failure with its place; TOML errors bring their line along. */
function fileFailure(error, location) {
    const line = typeof error === "object" && error !== null && "line" in error ? Number(error.line) : Number.NaN;
    const place = Number.isSafeInteger(line) ? { ...location, line } : location;
    const message = error instanceof Error ? error.message.split("\n", 1)[0] : "it cannot be read";
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `${place.file}${place.line === undefined ? "" : `:${place.line}`}: ${message}`,
        remedy: error instanceof constraint_error/* ConstraintError */.Y
            ? error.remedy
            : "Correct the file, or name the version in the input terraform-version.",
        location: place,
        cause: error,
    });
}
/** .terraform-version and its kin: one line with a value; empty lines and lines that begin with # do not count. */
function findBare(text) {
    const found = contentLines(text);
    const [first, second] = found;
    if (first === undefined)
        return undefined;
    if (second === undefined)
        return { ...first, parse: version_request/* parseRequest */.TR };
    throw Object.assign(new Error("more than one version is named, only one can be installed"), { line: second.line });
}
/** .tool-versions: `terraform 1.5.7 1.4.0 # comment`; the first version is the one that is used. */
function findTool(text, product) {
    for (const { text: content, line } of contentLines(text)) {
        const [tool, version] = content
            .split("#", 1)
            .join("")
            .trim()
            .split(/[ \t]+/);
        if (tool === product && version !== undefined)
            return { text: version, line, parse: version_request/* parseToolRequest */.LI };
    }
    return undefined;
}
function contentLines(text) {
    const lines = text.split(/\r\n|[\r\n]/).map((content, index) => ({ text: content.trim(), line: index + 1 }));
    return lines.filter((line) => line.text !== "" && !line.text.startsWith("#"));
}
/** mise.toml: `[tools]` with a text, a table with `version`, or a list of these, of which the first is used. */
function findMise(text, product, toml) {
    const tools = entry(toml(text), "tools");
    if (typeof tools !== "object" || tools === null)
        return undefined;
    // A backend may stand before the name: `"aqua:hashicorp/terraform"`, https://mise.jdx.dev/dev-tools/backends/
    const names = product === "terraform" ? ["terraform", "hashicorp/terraform"] : ["opentofu", "opentofu/opentofu"];
    const key = Object.keys(tools).find((candidate) => names.includes(candidate.slice(candidate.lastIndexOf(":") + 1)));
    if (key === undefined)
        return undefined;
    const value = entry(tools, key);
    const first = Array.isArray(value) ? value[0] : value;
    const version = typeof first === "object" ? entry(first, "version") : first;
    return tomlVersion(version, lineOfKey(text, key), version_request/* parseToolRequest */.LI);
}
/** .tfswitch.toml: `version`, and since version 1.3 of tfswitch `product`. */
function findSwitch(text, product, toml) {
    const document = toml(text);
    const version = entry(document, "version");
    const named = entry(document, "product") ?? "terraform";
    if (version === undefined || named !== product)
        return undefined;
    return tomlVersion(version, lineOfKey(text, "version"), version_request/* parseRequest */.TR);
}
function tomlVersion(value, line, parse) {
    if (typeof value === "string")
        return { text: value, line, parse };
    throw Object.assign(new Error("the version is not a text in quotes (the number 1.10 is the same as 1.1)"), { line });
}
/** An own property, also where a document brings a `__proto__` of its own. */
function entry(value, key) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
        return undefined;
    return value[key];
}
/** The line where a key is written. TOML parsers do not tell; a key that is written in another way has no line. */
function lineOfKey(text, key) {
    const lines = text.split("\n");
    const index = lines.findIndex((line) => {
        const before = line.split("=", 1).join("").trim().replaceAll(/["']/g, "");
        return before === key || before === `tools.${key}` || before === `[tools.${key}]`;
    });
    return index === -1 ? undefined : index + 1;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/install-program.js
/**
 * Provides the program that a root module asks for: what is asked for, is it there already, is it in the tool cache,
 * else fetch it. The order of effects only, through what it is handed.
 */







/** Rejects with a Failure: `no-version`, `invalid-input`, or one of the installer's. */
async function provideProgram(question, deps) {
    const asked = askedByInput(question.version) ?? (await findVersionFile(question, deps));
    const required = await readRequired(question, deps, question.version !== "");
    const demand = decideDemand(asked, required);
    const present = demand.kind === "nothing" || !question.isPlaceNamed ? await deps.findPresent() : undefined;
    if (present !== undefined && isSatisfiedBy(demand, present.version))
        return found(present, demand, deps, asked, required);
    if (demand.kind === "nothing")
        throw nothingNamed(question);
    const version = demand.kind === "exact" ? demand.version : chooseRelease(demand, await deps.installer.list(), question.product);
    checkLatest(asked, version, required);
    if (present !== undefined && (0,lib_version/* renderVersion */.pv)(present.version) === (0,lib_version/* renderVersion */.pv)(version)) {
        return found(present, demand, deps, asked, required);
    }
    for (const warning of warningsFor(asked, version, required))
        deps.warn(warning);
    const cached = await deps.installer.cached(version);
    const { directory, program } = cached ?? (await deps.installer.install(version));
    const result = cached === undefined ? "installed" : "cached";
    return { result, version: (0,lib_version/* renderVersion */.pv)(version), program, directory, source: demand.source };
}
function found(present, demand, deps, asked, required) {
    for (const warning of warningsFor(asked, present.version, required))
        deps.warn(warning);
    return {
        result: "present",
        version: (0,lib_version/* renderVersion */.pv)(present.version),
        program: present.program,
        directory: undefined,
        source: demand.kind === "nothing" ? "PATH" : demand.source,
    };
}
/** A version file that says latest is not read as "latest that is allowed": tools on people's machines do not, either. */
function checkLatest(asked, version, required) {
    if (asked?.request.kind !== "latest" || asked.location === undefined)
        return;
    const refusing = refusedBy(required, version);
    if (refusing.length > 0)
        throw contradiction(asked, `latest (${(0,lib_version/* renderVersion */.pv)(version)})`, refusing);
}
/** The nearest version file that says something, from the root module's directory upwards. */
async function findVersionFile({ directory, product }, deps) {
    for (const folder of version_directories_directoriesUpwards(directory)) {
        const [first, ...others] = await askedIn(folder, product, deps);
        if (first === undefined)
            continue;
        for (const other of others.filter((each) => each.text !== first.text)) {
            deps.warn(`${sourceOf(first.location)} says ${first.text} and ${sourceOf(other.location)} says ${other.text}: the first of them is used`);
        }
        return first;
    }
    return undefined;
}
/** What the version files of one directory ask for, the most important first. */
async function askedIn(folder, product, { files, loadToml }) {
    const found = [];
    for (const name of versionFileNames(product)) {
        const file = joinPath(folder, name);
        const text = await files.read(file);
        if (text === undefined)
            continue;
        const toml = isTomlFile(name) ? await loadToml() : unneeded;
        const wish = parseVersionFile(file, text, product, toml);
        if (wish !== undefined)
            found.push(askedByFile(wish));
    }
    return found;
}
/**
 * Which product a root module is written for: the one that the nearest version file names (terraform when it names both),
 * OpenTofu when the module has .tofu files; undefined when nothing tells.
 */
async function findProduct(directory, deps) {
    for (const folder of directoriesUpwards(directory)) {
        for (const product of ["terraform", "opentofu"]) {
            // A file that cannot be read says nothing; provideProgram says what is wrong with it.
            const asked = await askedIn(folder, product, deps).catch(() => []);
            if (asked.length > 0)
                return product;
        }
    }
    const names = (await deps.files.list(directory)) ?? [];
    return names.some((name) => /\.tofu(?:\.json)?$/.test(name)) ? "opentofu" : undefined;
}
function unneeded() {
    throw new TypeError("no TOML is read here");
}
/** With the input given, a required_version that cannot be read is none of this action's business. */
async function readRequired({ directory, product }, deps, isOptional) {
    const names = moduleFileNames((await deps.files.list(directory)) ?? [], product);
    const files = [];
    for (const name of names) {
        const text = await deps.files.read(joinPath(directory, name));
        if (text !== undefined)
            files.push({ name, text });
    }
    try {
        return readRequiredVersions(files, directory);
    }
    catch (error) {
        if (!isOptional || !(error instanceof failure/* Failure */.HR))
            throw error;
        deps.warn(`required_version was not compared with the input terraform-version: ${error.what}`);
        return [];
    }
}
function nothingNamed({ directory, product }) {
    const names = versionFileNames(product).join(", ");
    return new failure/* Failure */.HR({
        reason: "no-version",
        what: `Nobody named a version of ${product}: not the input terraform-version, not a version file in ${directory === "" ? "the workspace root" : `${directory} or above it`}, not required_version, and there is no ${product} on PATH`,
        remedy: `Set the input terraform-version, commit one of ${names}, or write required_version into the terraform block.`,
    });
}


/***/ }),

/***/ 7809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openWorkspace),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/**
 * Reads what a repository says about versions, and looks for a program on PATH. Nothing outside of the workspace is
 * read through it: a link in a pull request could name any file of the runner, and its text would end up in a message.
 */



/** No version file and no file of a module comes near it. */
const LARGEST_FILE = 8 << 20;
/** Opens a directory for reading. `root` must exist. */
function openWorkspace(root) {
    const inside = async (relative) => {
        const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(root);
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(top, relative)).catch(() => undefined);
        return real === top || real?.startsWith(`${top}${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) === true ? real : undefined;
    };
    return {
        async read(file) {
            const real = await inside(file);
            const found = real === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real);
            if (real === undefined || found === undefined || !found.isFile() || found.size > LARGEST_FILE)
                return undefined;
            return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(real, "utf8");
        },
        async list(directory) {
            const real = await inside(directory);
            if (real === undefined)
                return undefined;
            const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(real, { withFileTypes: true }).catch(() => undefined);
            return entries?.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
        },
    };
}
/** The absolute path of a program on PATH, undefined when there is none. Relative entries of PATH do not count. */
async function findOnPath(program, search) {
    for (const directory of (search ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (!node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(directory))
            continue;
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, program);
        const isFile = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(candidate).then((found) => found.isFile(), () => false);
        if (isFile &&
            (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => true, () => false)))
            return candidate;
    }
    return undefined;
}


/***/ }),

/***/ 5165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ createInstaller)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _install_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2230);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2439);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7334);
/**
 * The door to releases: lists them, and installs one into the tool cache when its signature, its checksum and its zip
 * are right. What is slow to load (http, OpenPGP, zip) is loaded when it is needed. It does not choose a version and
 * does not touch PATH.
 */








/** Creates an installer. Nothing is read or fetched until one of its functions is called. */
function createInstaller(options) {
    return {
        list: async () => (await __nccwpck_require__.e(/* import() */ 234).then(__nccwpck_require__.bind(__nccwpck_require__, 9234))).listReleases(options),
        cached: (version) => findCached(options, version),
        install: (version) => installRelease(options, version),
    };
}
/** `<cache>/<product>/<version>/<processor>`, as @actions/tool-cache lays it out. */
function entryOf(options, version) {
    const processor = options.platform.arch === "amd64" ? "x64" : "arm64";
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(options.cacheDirectory, options.product, (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .renderVersion */ .pv)(version), processor);
}
function installedIn(directory, options, version) {
    return { directory, program: node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseFiles */ .dy)(options.product, version, options.platform).program) };
}
async function findCached(options, version) {
    const directory = entryOf(options, version);
    const isThere = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(`${directory}.complete`).then(() => true, () => false);
    if (!isThere)
        return undefined;
    const { entryProblem, evictEntry } = await __nccwpck_require__.e(/* import() */ 414).then(__nccwpck_require__.bind(__nccwpck_require__, 9414));
    const files = (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseFiles */ .dy)(options.product, version, options.platform);
    const trust = (0,_install_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .trustIn */ .B)(options.product, options.signingKey, options.clock.now());
    const problem = await entryProblem(directory, files, trust);
    if (problem === undefined)
        return installedIn(directory, options, version);
    const name = `${options.product} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .renderVersion */ .pv)(version)}`;
    options.log.warning(`${name} in the tool cache is not used but removed and fetched again: ${problem}`);
    await evictEntry(directory).catch((error) => {
        options.log.warning(`It could not be removed: ${messageOf(error)}`);
    });
    return undefined;
}
async function installRelease(options, version) {
    const { fetchRelease } = await __nccwpck_require__.e(/* import() */ 234).then(__nccwpck_require__.bind(__nccwpck_require__, 9234));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(options.temporaryDirectory, { recursive: true });
    const staged = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(options.temporaryDirectory, `${options.product}-`));
    try {
        await fetchRelease(options, version, staged);
        return await keep(options, version, staged);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(staged, { recursive: true, force: true });
        throw error;
    }
}
/** Moves a verified release into the tool cache. A cache that cannot be written costs the next job a download, no more. */
async function keep(options, version, staged) {
    const directory = entryOf(options, version);
    const { placeEntry } = await __nccwpck_require__.e(/* import() */ 414).then(__nccwpck_require__.bind(__nccwpck_require__, 9414));
    try {
        await placeEntry(staged, directory);
    }
    catch (error) {
        options.log.warning(`The tool cache cannot be written, the program is kept for this job only: ${messageOf(error)}`);
        return installedIn(staged, options, version);
    }
    // Another job may have been faster: what lies there now is judged like anything else in the cache.
    const isStaged = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(staged).then(() => true, () => false);
    if (!isStaged)
        return installedIn(directory, options, version);
    const theirs = await findCached(options, version);
    if (theirs === undefined)
        return installedIn(staged, options, version);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(staged, { recursive: true, force: true });
    return theirs;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 3838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   Z: () => (/* binding */ releasesUrlProblem)
/* harmony export */ });
/**
 * Which URLs may be named as a mirror of releases. Looks at the text alone; nothing is resolved or fetched.
 */
/** Is it a name or an address of this machine? As `URL.hostname` writes it: `[::1]` in brackets. */
function isLoopback(hostname) {
    const host = hostname.toLowerCase();
    return host === "localhost" || host === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}
/** What is wrong with a mirror's URL, to complete "it …"; undefined when it can be used. */
function releasesUrlProblem(text) {
    const url = URL.parse(text);
    if (url === null || /[\p{Cc}\s]/u.test(text))
        return "is no URL";
    const isPlain = url.protocol === "http:" && isLoopback(url.hostname);
    if (url.protocol !== "https:" && !isPlain)
        return "is not https";
    return url.search === "" && url.hash === "" ? undefined : "has a query or a fragment";
}


/***/ }),

/***/ 2439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  bQ: () => (/* binding */ VENDOR_HOSTS),
  ZQ: () => (/* binding */ findChecksum),
  A1: () => (/* binding */ parseIndex),
  tj: () => (/* binding */ platformOf),
  kX: () => (/* binding */ programName),
  dy: () => (/* binding */ releaseFiles),
  EE: () => (/* binding */ releasePlaces)
});

;// CONCATENATED MODULE: ./packages/runner/lib/plain.js
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

// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __nccwpck_require__(7334);
;// CONCATENATED MODULE: ./packages/terraform/lib/releases.js
/**
 * How HashiCorp and OpenTofu lay out their releases: names, places, indexes, checksum files. All plain values; nothing
 * is fetched and nothing is verified here.
 */


const PROGRAMS = { terraform: "terraform", opentofu: "tofu" };
const SYSTEMS = new Map([
    ["linux", "linux"],
    ["darwin", "darwin"],
]);
const PROCESSORS = new Map([
    ["x64", "amd64"],
    ["arm64", "arm64"],
]);
/** The platform for node's `process.platform` and `process.arch`; undefined where nothing is installed. */
function platformOf(system, processor) {
    const os = SYSTEMS.get(system);
    const arch = PROCESSORS.get(processor);
    return os === undefined || arch === undefined ? undefined : { os, arch };
}
/** The name of the program: `terraform` or `tofu`. */
function programName(product) {
    return PROGRAMS[product];
}
/** The files of a release. OpenTofu's .sig is a cosign signature; its OpenPGP one is called .gpgsig. */
function releaseFiles(product, version, platform) {
    const program = PROGRAMS[product];
    const stem = `${program}_${(0,lib_version/* renderVersion */.pv)(version)}`;
    const sums = `${stem}_SHA256SUMS`;
    const signature = `${sums}.${product === "terraform" ? "sig" : "gpgsig"}`;
    return { zip: `${stem}_${platform.os}_${platform.arch}.zip`, sums, signature, program };
}
/** The hosts that the vendors themselves use; GitHub serves release assets from its own asset hosts. */
const VENDOR_HOSTS = {
    terraform: ["releases.hashicorp.com"],
    opentofu: ["get.opentofu.org", "github.com", "objects.githubusercontent.com", "release-assets.githubusercontent.com"],
};
const OPENTOFU_ASSETS = "opentofu/opentofu/releases/download";
/**
 * Where releases are. Without `base` at the vendor's; with it below this URL, in the vendor's layout. For OpenTofu that
 * is the paths of get.opentofu.org and github.com below one host, or the same without their leading directories.
 */
function releasePlaces(product, base) {
    const root = base === undefined ? undefined : base.replace(/\/*$/, "/");
    if (product === "terraform") {
        const terraform = `${root ?? "https://releases.hashicorp.com/"}terraform/`;
        return { index: [`${terraform}index.json`], directory: (version) => [`${terraform}${(0,lib_version/* renderVersion */.pv)(version)}/`] };
    }
    if (root === undefined) {
        return {
            index: ["https://get.opentofu.org/tofu/api.json"],
            directory: (version) => [`https://github.com/${OPENTOFU_ASSETS}/v${(0,lib_version/* renderVersion */.pv)(version)}/`],
        };
    }
    return {
        index: [`${root}tofu/api.json`, `${root}api.json`],
        directory: (version) => [
            `${root}${OPENTOFU_ASSETS}/v${(0,lib_version/* renderVersion */.pv)(version)}/`,
            `${root}v${(0,lib_version/* renderVersion */.pv)(version)}/`,
        ],
    };
}
/**
 * The versions in an index that have a zip for the platform, in no order; pre-releases are among them. Entries that
 * cannot be understood are left out. Undefined when the document is no index at all.
 */
function parseIndex(product, document, platform) {
    const versions = read(document, "versions");
    if (typeof versions !== "object" || versions === null)
        return undefined;
    const entries = Array.isArray(versions)
        ? versions.map((entry) => [read(entry, "id"), read(entry, "files")])
        : Object.entries(versions).map(([id, entry]) => [id, read(entry, "builds")]);
    return entries.flatMap(([id, files]) => {
        const version = typeof id === "string" ? (0,lib_version/* parseRelease */.BC)(id) : undefined;
        if (version === undefined)
            return [];
        return hasFile(files, releaseFiles(product, version, platform).zip) ? [version] : [];
    });
}
/** An index that does not list files (a mirror's) is believed. */
function hasFile(files, name) {
    if (!Array.isArray(files))
        return true;
    return files.some((file) => file === name || read(file, "filename") === name);
}
const CHECKSUM = /^([0-9a-fA-F]{64}) [ *](\S+)$/;
/**
 * The SHA-256 (64 lower-case hex digits) of a file in the text of a SHA256SUMS file. Undefined when the file is not
 * listed, or listed twice with different sums.
 */
function findChecksum(text, name) {
    const sums = new Set();
    for (const line of text.split("\n")) {
        const [, sum, file] = CHECKSUM.exec(line.trim()) ?? [];
        if (sum !== undefined && file === name)
            sums.add(sum.toLowerCase());
    }
    const [only] = sums;
    return sums.size === 1 ? only : undefined;
}


/***/ }),

/***/ 6909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parsePattern),
/* harmony export */   M: () => (/* binding */ matchesPattern)
/* harmony export */ });
/* harmony import */ var _constraint_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4644);
/**
 * The pattern behind `latest:` in a .terraform-version file: the small part of grep's syntax that version files use.
 * It is compiled to steps and walked without backtracking, so that no pattern from a pull request can be slow.
 *
 * tfenv hands the pattern to grep: https://github.com/tfutils/tfenv/blob/master/libexec/tfenv-resolve-version
 */

const LONGEST = 64;
const LITERAL = /^[0-9A-Za-z-]$/;
/**
 * Compiles `^`, `$`, literal letters, digits and hyphens, `\.`, `.`, `[0-9]` and `[^…]`, each followed by `*`, `+` or
 * `?` (also `\+` and `\?`). Throws a ConstraintError for anything else: groups, alternatives, counts, backreferences.
 */
function parsePattern(text) {
    if (text === "" || text.length > LONGEST)
        throw refuse(text, 0, `a pattern has 1 to ${LONGEST} characters`);
    const steps = [];
    const isAtStart = text.startsWith("^");
    const isAtEnd = text.endsWith("$") && !text.endsWith("\\$");
    const stop = text.length - (isAtEnd ? 1 : 0);
    let at = isAtStart ? 1 : 0;
    while (at < stop) {
        const atom = parseAtom(text, at, stop);
        const quantifier = parseQuantifier(text, atom.end, stop);
        steps.push({
            accepts: atom.accepts,
            isOptional: quantifier.sign === "*" || quantifier.sign === "?",
            isRepeated: quantifier.sign === "*" || quantifier.sign === "+",
        });
        at = quantifier.end;
    }
    return { text, steps, isAtStart, isAtEnd };
}
function parseAtom(text, at, stop) {
    const char = text.charAt(at);
    if (char === ".")
        return { accepts: () => true, end: at + 1 };
    if (char === "[")
        return parseClass(text, at, stop);
    if (char === "\\" && at + 1 < stop) {
        const escaped = text.charAt(at + 1);
        if (escaped === "d")
            return { accepts: (given) => given >= "0" && given <= "9", end: at + 2 };
        if (escaped === "." || escaped === "-")
            return { accepts: (given) => given === escaped, end: at + 2 };
    }
    if (LITERAL.test(char))
        return { accepts: (given) => given === char, end: at + 1 };
    throw refuse(text, at, `${JSON.stringify(char)} cannot be used here`);
}
function parseClass(text, at, stop) {
    const isNegated = text.charAt(at + 1) === "^";
    const from = at + (isNegated ? 2 : 1);
    const close = text.indexOf("]", from + 1);
    if (close === -1 || close >= stop)
        throw refuse(text, at, "the [ is never closed");
    const inside = text.slice(from, close);
    if (!/^[0-9A-Za-z.-]+$/.test(inside))
        throw refuse(text, at, "only letters, digits, dots and ranges stand between [ and ]");
    const ranges = [];
    for (let index = 0; index < inside.length; index += 1) {
        const isRange = inside.charAt(index + 1) === "-" && index + 2 < inside.length;
        ranges.push([inside.charAt(index), inside.charAt(isRange ? index + 2 : index)]);
        if (isRange)
            index += 2;
    }
    return {
        accepts: (char) => ranges.some(([low, high]) => char >= low && char <= high) !== isNegated,
        end: close + 1,
    };
}
function parseQuantifier(text, at, stop) {
    const isEscaped = text.charAt(at) === "\\";
    const sign = text.charAt(isEscaped ? at + 1 : at);
    const isSign = sign === "+" || sign === "?" || (sign === "*" && !isEscaped);
    const end = at + (isEscaped ? 2 : 1);
    return sign !== "" && isSign && end <= stop ? { sign, end } : { sign: "", end: at };
}
function refuse(text, at, why) {
    return new _constraint_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ConstraintError */ .Y({
        kind: "syntax",
        offset: at,
        message: `${JSON.stringify(text.slice(0, LONGEST))} is not a pattern that is supported here: ${why} (position ${at + 1})`,
        remedy: "Write a beginning of the version, like latest:^1\\.8, or a constraint, like ~> 1.8.0.",
    });
}
/** Does the pattern occur in the text? Takes steps times characters, whatever the pattern. */
function matchesPattern(pattern, text) {
    const { steps } = pattern;
    let states = closure(steps, new Set([0]));
    for (const char of text) {
        if (states.has(steps.length) && !pattern.isAtEnd)
            return true;
        const next = new Set(pattern.isAtStart ? [] : [0]);
        for (const state of states) {
            const step = steps[state];
            if (step === undefined || !step.accepts(char))
                continue;
            next.add(state + 1);
            if (step.isRepeated)
                next.add(state);
        }
        states = closure(steps, next);
    }
    return states.has(steps.length);
}
/** The states that can be reached without a character. A repeated step that was just taken is its own start again. */
function closure(steps, states) {
    for (const state of states) {
        if (steps[state]?.isOptional === true)
            states.add(state + 1);
    }
    return states;
}


/***/ }),

/***/ 1210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LI: () => (/* binding */ parseToolRequest),
/* harmony export */   TR: () => (/* binding */ parseRequest),
/* harmony export */   cq: () => (/* binding */ partialVersion)
/* harmony export */ });
/* harmony import */ var _constraint_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4644);
/* harmony import */ var _constraint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3473);
/* harmony import */ var _version_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6909);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7334);
/**
 * What a person can ask for: a release, a constraint, the newest, or one of the words of tfenv, asdf and mise.
 * Reads a single value; files are read in version-files.ts, and which release it becomes is decided elsewhere.
 */




const LONGEST = 256;
const PREFIX = /^v?[0-9]{1,9}(?:\.[0-9]{1,9}){0,2}$/;
/**
 * Reads a value as tfenv, tenv and tfswitch do: exact (`1.11.4`, `v1.11.4`, `= 1.11.4`), `latest`, `latest:<pattern>`,
 * `latest-allowed`, `min-required`, or a constraint. Throws a ConstraintError.
 */
function parseRequest(text) {
    if (text.length > LONGEST)
        throw tooLong(text);
    const exact = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRelease */ .BC)(text.replace(/^= */, ""));
    if (exact !== undefined)
        return { kind: "exact", version: exact };
    if (text === "latest" || text === "latest-allowed" || text === "min-required")
        return { kind: text };
    if (text.startsWith("latest:"))
        return { kind: "pattern", pattern: (0,_version_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePattern */ .E)(text.slice("latest:".length)) };
    if (!/^\s*[=!<>~^v0-9]/.test(text))
        throw unknown(text);
    return { kind: "constraint", constraint: (0,_constraint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConstraint */ .F)(text) };
}
/**
 * Reads a value as asdf and mise do: `1.11.4`, `latest`, and `1.11`, `prefix:1.11` or `latest:1.11` for the newest
 * release that begins with it. Throws a ConstraintError for the rest (`ref:`, `path:`, `system`, `sub-…`).
 */
function parseToolRequest(text) {
    if (text.length > LONGEST)
        throw tooLong(text);
    const exact = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRelease */ .BC)(text);
    if (exact !== undefined)
        return { kind: "exact", version: exact };
    if (text === "latest")
        return { kind: "latest" };
    const prefix = text.replace(/^(?:prefix|latest):/, "");
    if (!PREFIX.test(prefix))
        throw unknown(text);
    return { kind: "prefix", segments: prefix.replace(/^v/, "").split(".").map(Number) };
}
/**
 * Terraform reads a bare `1.11` as exactly 1.11.0, people often mean any 1.11.x. The version it stands for when the
 * request is of this kind.
 */
function partialVersion(request) {
    if (request.kind !== "constraint" || request.constraint.terms.length !== 1)
        return undefined;
    const [term] = request.constraint.terms;
    if (term === undefined || !/^[v0-9]/.test(term.text))
        return undefined;
    return term.version.written < 3 ? term.version : undefined;
}
function tooLong(text) {
    return new _constraint_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ConstraintError */ .Y({
        kind: "syntax",
        offset: 0,
        message: `a version of ${text.length} characters cannot be right`,
        remedy: "Write an exact version like 1.11.4, a constraint like ~> 1.11.0, or latest.",
    });
}
function unknown(text) {
    return new _constraint_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ConstraintError */ .Y({
        kind: "syntax",
        offset: 0,
        message: `${JSON.stringify(text.slice(0, 80))} is not a version that can be installed`,
        remedy: "Write an exact version like 1.11.4, a constraint like ~> 1.11.0, or latest.",
    });
}


/***/ }),

/***/ 7334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ parseRelease),
/* harmony export */   Kd: () => (/* binding */ tryVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   pv: () => (/* binding */ renderVersion),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
/* unused harmony export parseVersion */
/**
 * Versions as terraform reads them: any number of segments, a pre-release, build metadata. Parses, compares, renders.
 * It knows no constraints, no release lists and no URLs.
 *
 * Grammar and order are those of go-version, which terraform itself uses:
 * https://github.com/hashicorp/go-version/blob/v1.7.0/version.go
 */
const NUMBERS = /^v?([0-9]+(?:\.[0-9]+)*)/;
const WORDS = /^[0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*$/;
const LETTER = /^[A-Za-z~-]/;
const DIGIT = /^[0-9]/;
/** Parses a version, or throws a RangeError that says what is wrong with it. White space around it is not removed. */
function parseVersion(text) {
    const version = tryVersion(text);
    if (version === undefined)
        throw new RangeError(`${JSON.stringify(text)} is not a version: expected something like 1.11.4`);
    return version;
}
/** Parses a version; undefined when it is none, or when a number in it is above 2^53 (terraform reads up to 2^63). */
function tryVersion(text) {
    const numbers = NUMBERS.exec(text);
    if (numbers?.[1] === undefined)
        return undefined;
    const written = numbers[1].split(".").map(Number);
    if (!written.every(Number.isSafeInteger))
        return undefined;
    const rest = text.slice(numbers[0].length);
    const plus = rest.indexOf("+");
    const metadata = plus === -1 ? "" : rest.slice(plus + 1);
    const prerelease = parsePrerelease(plus === -1 ? rest : rest.slice(0, plus));
    if (prerelease === undefined || (plus !== -1 && !WORDS.test(metadata)))
        return undefined;
    const segments = [...written, ...[0, 0].slice(Math.min(written.length - 1, 2))];
    return { segments, written: written.length, prerelease, metadata, text };
}
/**
 * What stands between the numbers and the metadata. The hyphen may be missing before a letter (`1.2beta1`), and a
 * pre-release may begin with one (`1.2--x`): go-version allows both.
 */
function parsePrerelease(text) {
    if (text === "")
        return "";
    const behind = text.startsWith("-") ? text.slice(1) : "";
    const words = DIGIT.test(behind) || LETTER.test(behind) ? behind : text;
    if (!DIGIT.test(behind) && !LETTER.test(words))
        return undefined;
    return WORDS.test(words) ? words : undefined;
}
/** Below 0 when a is older than b, 0 when they are equal (metadata does not count), above 0 when it is newer. */
function compareVersions(a, b) {
    const length = Math.max(a.segments.length, b.segments.length);
    for (let index = 0; index < length; index += 1) {
        const difference = (a.segments[index] ?? 0) - (b.segments[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    // go-version looks at pre-releases only where both have the same number of segments.
    return a.segments.length === b.segments.length ? comparePrereleases(a.prerelease, b.prerelease) : 0;
}
function comparePrereleases(a, b) {
    if (a === b)
        return 0;
    if (a === "")
        return 1;
    if (b === "")
        return -1;
    const left = a.split(".");
    const right = b.split(".");
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const difference = compareWords(left[index] ?? "", right[index] ?? "");
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function isNumber(word) {
    return /^[0-9]+$/.test(word);
}
/** A number is older than a word; a missing part is older than a number and, unlike in semver, newer than a word. */
function compareWords(a, b) {
    if (a === b)
        return 0;
    if (a === "")
        return isNumber(b) ? -1 : 1;
    if (b === "")
        return isNumber(a) ? 1 : -1;
    if (isNumber(a) && isNumber(b))
        return Number(a) > Number(b) ? 1 : -1;
    if (isNumber(a))
        return -1;
    if (isNumber(b))
        return 1;
    return a > b ? 1 : -1;
}
/** The canonical text: `v1.2-beta1+ent` becomes `1.2.0-beta1+ent`. */
function renderVersion(version) {
    const prerelease = version.prerelease === "" ? "" : `-${version.prerelease}`;
    const metadata = version.metadata === "" ? "" : `+${version.metadata}`;
    return `${version.segments.join(".")}${prerelease}${metadata}`;
}
/** The version without pre-release and metadata: what terraform compares with `required_version`. */
function coreOf(version) {
    return { ...version, prerelease: "", metadata: "", text: version.segments.join(".") };
}
const RELEASE = /^v?(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){2}(?:-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?$/;
/**
 * A version that can be a release: three numbers and perhaps a pre-release, nothing that could leave its place in a
 * path or URL. A leading `v` is dropped. Undefined for everything else.
 */
function parseRelease(text) {
    if (text.length > 64 || !RELEASE.test(text))
        return undefined;
    return tryVersion(text.startsWith("v") ? text.slice(1) : text);
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
/******/ var __webpack_exports__ = __nccwpck_require__(6183);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

