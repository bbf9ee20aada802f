export const id = 649;
export const ids = [649];
export const modules = {

/***/ 8739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ dialectOf),
/* harmony export */   Wm: () => (/* binding */ selectionOf),
/* harmony export */   XH: () => (/* binding */ isPublicProvider),
/* harmony export */   ao: () => (/* binding */ providerAddress),
/* harmony export */   jy: () => (/* binding */ dependencyKey),
/* harmony export */   zF: () => (/* binding */ twinAddress),
/* harmony export */   zJ: () => (/* binding */ providerAt)
/* harmony export */ });
const DIALECTS = {
    terraform: "core",
    provider: "provider",
    module: "module",
    "tflint-plugin": "module",
};
/** What the input `dependencies` calls the kinds. */
const SELECTIONS = {
    terraform: "terraform",
    provider: "providers",
    module: "modules",
    "tflint-plugin": "providers",
};
/** Hosts of the public registries. */
const TERRAFORM_REGISTRY = "registry.terraform.io";
const OPENTOFU_REGISTRY = "registry.opentofu.org";
/** One key a dependency, whatever the way its source is written. */
function dependencyKey({ kind, name }) {
    return `${kind} ${name}`;
}
/** The dialect of a dependency's constraints. */
function dialectOf(kind) {
    return DIALECTS[kind];
}
/** The word of the input `dependencies` that selects a kind. */
function selectionOf(kind) {
    return SELECTIONS[kind];
}
/** `registry.terraform.io/hashicorp/aws`; undefined for what is no provider. */
function providerAddress(source) {
    return source.from === "providers" ? `${source.host}/${source.namespace}/${source.type}` : undefined;
}
/** The dependency behind an address in a lock file; undefined for what has no releases: built-in and legacy providers. */
function providerAt(address) {
    const [host = "", namespace = "", type = "", ...rest] = address.split("/");
    if (type === "" || rest.length > 0 || host === "terraform.io" || namespace === "-")
        return undefined;
    const name = host === TERRAFORM_REGISTRY ? `${namespace}/${type}` : address;
    return { kind: "provider", name, source: { from: "providers", host, namespace, type } };
}
/** The same provider in the other public registry: where no host is written, each product means its own. */
function twinAddress(address) {
    const [host, ...rest] = address.split("/");
    if (host !== TERRAFORM_REGISTRY && host !== OPENTOFU_REGISTRY)
        return undefined;
    return [host === TERRAFORM_REGISTRY ? OPENTOFU_REGISTRY : TERRAFORM_REGISTRY, ...rest].join("/");
}
/** Is it this provider of the public registries? */
function isPublicProvider({ source }, name) {
    if (source.from !== "providers" || `${source.namespace}/${source.type}` !== name)
        return false;
    return source.host === TERRAFORM_REGISTRY || source.host === OPENTOFU_REGISTRY;
}


/***/ }),

/***/ 649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ globProblem),
/* harmony export */   Ey: () => (/* binding */ namesDependency),
/* harmony export */   ZB: () => (/* binding */ meansVersion),
/* harmony export */   parsePatterns: () => (/* binding */ parsePatterns)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2800);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(583);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4644);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7334);
/* harmony import */ var _dependency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8739);
/**
 * The lines of the inputs `ignore` and `allow`, and the patterns of groups: names of dependencies, in which `*` stands
 * for any characters and `?` for one, and constraints on their versions. What follows from a match is decided elsewhere.
 */



const LONGEST = 512;
const DIALECTS = ["core", "provider", "module"];
/** Reads `dependency` and `dependency constraint` lines. Throws a RangeError that says what is wrong with the first bad one. */
function parsePatterns(lines) {
    return lines.map((line) => {
        const text = line.trim();
        const [, glob = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(text) ?? [];
        const problem = globProblem(glob);
        if (problem !== undefined)
            throw new RangeError(problem);
        return { text, glob: glob.toLowerCase(), constraints: rest === "" ? [] : readConstraints(glob, rest) };
    });
}
/** What is wrong with the name of a dependency; undefined when nothing is. */
function globProblem(glob) {
    const shown = JSON.stringify(glob.slice(0, 80));
    if (glob === "")
        return "a dependency has a name";
    if (glob.length > LONGEST)
        return `${shown} is too long`;
    if (/[\s,;"'\p{Cc}]/u.test(glob))
        return `${shown} is no name of a dependency: name one a line, without quotes`;
    if (/^[=!<>~]/.test(glob))
        return `${shown} names no dependency: write it before the constraint`;
    return undefined;
}
function readConstraints(glob, text) {
    const possible = /^(?:terraform|opentofu)$/i.test(glob) ? ["core"] : DIALECTS;
    const found = [];
    let problem;
    for (const dialect of possible) {
        try {
            found.push((0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_1__/* .parseConstraint */ .F)(text, dialect));
        }
        catch (error) {
            if (!(error instanceof _handrail_terraform__WEBPACK_IMPORTED_MODULE_2__/* .ConstraintError */ .Y))
                throw error;
            problem ??= error;
        }
    }
    if (found.length === 0 && problem !== undefined)
        throw new RangeError(`${problem.message}. ${problem.remedy}`);
    return found;
}
/** Is the dependency named? */
function namesDependency({ glob }, { name }) {
    return (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .matchesGlob */ .k)(glob, name.toLowerCase());
}
/** Does the line mean this version? A pre-release counts with the release that it leads to. */
function meansVersion({ constraints }, { kind }, version) {
    if (constraints.length === 0)
        return true;
    const constraint = constraints.find(({ dialect }) => dialect === (0,_dependency_js__WEBPACK_IMPORTED_MODULE_0__/* .dialectOf */ .E3)(kind));
    if (constraint === undefined)
        return false;
    return (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .c)(constraint, version) || (version.prerelease !== "" && (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .c)(constraint, (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_4__/* .coreOf */ .z2)(version)));
}


/***/ }),

/***/ 2800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
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


/***/ }),

/***/ 7852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ DIALECTS)
/* harmony export */ });
/* harmony import */ var _constraint_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4644);
/* harmony import */ var _provider_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7652);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7334);
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
    compare: (a, b) => (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .coreOf */ .z2)(a), (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .coreOf */ .z2)(b)),
    holds: (term, version) => holdsInGoVersion(term, (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .coreOf */ .z2)(version)),
    exists: () => true,
    chooses: () => true,
};
// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/initwd/module_install.go, installRegistryModule
const module = {
    refuse: () => undefined,
    compare: _version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy,
    holds: holdsInGoVersion,
    exists: () => true,
    chooses: (terms, version) => version.prerelease === "" || asksForPrerelease(terms, version),
};
// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/getproviders/providerreqs/version.go
const provider = {
    refuse: (term) => (PROVIDER_TERM.test(term.text) ? undefined : providerError(term)),
    compare: _provider_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareProviderVersions */ .yO,
    holds: holdsForProvider,
    // go-versions takes 0.0.0 for "no version": it is in no set but that of all.
    exists: (version) => (0,_provider_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isProviderVersion */ .gF)(version) && (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version) !== "0.0.0",
    chooses: (terms, version) => provider.exists(version) && (version.prerelease === "" || terms.some(({ operator }) => operator === "=")),
};
/** The three dialects. */
const DIALECTS = { core, module, provider };
/** A term alone: whether a pre-release can be chosen at all is for `chooses` to say. */
function holdsInGoVersion({ operator, version: bound }, version) {
    return ORDERS[operator]((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, bound)) && (operator !== "~>" || isInRange(version, bound));
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
    if (!(0,_provider_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isProviderVersion */ .gF)(version) || !PROVIDER_TERM.test(term.text))
        return false;
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(term.version) === (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version);
}
/** Exact versions mean their metadata, too. With one segment `~> 1` is `~> 1.0`. */
function holdsForProvider({ operator, version: bound }, version) {
    if (operator === "=" || operator === "!=")
        return ((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version) === (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(bound)) === (operator === "=");
    if (!ORDERS[operator]((0,_provider_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareProviderVersions */ .yO)(version, bound)))
        return false;
    if (operator !== "~>")
        return true;
    const fixed = bound.written === 3 ? 2 : 1;
    const upper = bound.segments.map((segment, index) => (index < fixed ? segment + Number(index === fixed - 1) : 0));
    return (0,_provider_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareProviderVersions */ .yO)(version, { ...bound, segments: upper, prerelease: "" }) < 0;
}
function prereleaseError(term) {
    return new _constraint_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ConstraintError */ .Y({
        kind: "prerelease",
        offset: term.start,
        message: `${JSON.stringify(term.text)} names a pre-release, which required_version does not support`,
        remedy: `Write ${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .coreOf */ .z2)(term.version).text}: terraform compares a running pre-release by its version core only.`,
    });
}
/** The grammar of go-versions: https://github.com/apparentlymart/go-versions/blob/master/versions/constraints/raw_scan.rl */
const PROVIDER_TERM = /^(?:(?:!=|>=|<=|~>|=|>|<) ?)?[0-9]+(?:\.[0-9]+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
function providerError(term) {
    const shown = JSON.stringify(term.text.slice(0, 80));
    const [message, remedy] = providerProblem(term);
    return new _constraint_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ConstraintError */ .Y({ kind: "syntax", offset: term.start, message: `${shown} ${message}`, remedy });
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


/***/ }),

/***/ 4644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseConstraint),
/* harmony export */   c: () => (/* binding */ matches)
/* harmony export */ });
/* harmony import */ var _constraint_dialect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7852);
/* harmony import */ var _constraint_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4644);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7334);
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
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .tryVersion */ .Kd)(piece.slice(at, end));
    if (version === undefined)
        throw (0,_constraint_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainSyntax */ .h)(text, piece.slice(start, end), offset + start);
    const found = {
        operator: operator ?? "=",
        version,
        text: piece.slice(start, end),
        start: offset + start,
        end: offset + end,
    };
    const refused = _constraint_dialect_js__WEBPACK_IMPORTED_MODULE_2__/* .DIALECTS */ .O[dialect].refuse(found);
    if (refused !== undefined)
        throw refused;
    return found;
}
/**
 * Would terraform choose the version if it were the only one? In `core` a pre-release is compared by its version core, as
 * terraform compares itself. Elsewhere a pre-release has to be asked for by name.
 */
function matches({ dialect, terms }, version) {
    const rules = _constraint_dialect_js__WEBPACK_IMPORTED_MODULE_2__/* .DIALECTS */ .O[dialect];
    return terms.every((term) => rules.holds(term, version)) && rules.chooses(terms, version);
}


/***/ }),

/***/ 7652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ compareExtras),
/* harmony export */   gF: () => (/* binding */ isProviderVersion),
/* harmony export */   yO: () => (/* binding */ compareProviderVersions)
/* harmony export */ });
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


/***/ }),

/***/ 7334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ parseRelease),
/* harmony export */   Kd: () => (/* binding */ tryVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   pv: () => (/* binding */ renderVersion),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
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

};

