export const id = 964;
export const ids = [964];
export const modules = {

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

/***/ 2230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 7964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createInstaller: () => (/* binding */ createInstaller),
  findOnPath: () => (/* reexport */ findOnPath),
  findPresent: () => (/* reexport */ findPresent),
  findProduct: () => (/* reexport */ findProduct),
  openWorkspace: () => (/* reexport */ openWorkspace),
  provideProgram: () => (/* reexport */ provideProgram)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/terraform/lib/install-keys.js
var install_keys = __webpack_require__(2230);
// EXTERNAL MODULE: ./packages/terraform/lib/releases.js
var releases = __webpack_require__(8594);
// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __webpack_require__(7334);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/terraform/lib/install-workspace.js
/**
 * Reads what a repository says about versions, and looks for a program on PATH. Nothing outside of the workspace is
 * read through it: a link in a pull request could name any file of the runner, and its text would end up in a message.
 */



/** No version file and no file of a module comes near it. */
const LARGEST_FILE = 8 << 20;
/** Opens a directory for reading. `root` must exist. */
function openWorkspace(root) {
    const inside = async (relative) => {
        const top = await (0,promises_.realpath)(root);
        const real = await (0,promises_.realpath)(external_node_path_.join(top, relative)).catch(() => undefined);
        return real === top || real?.startsWith(`${top}${external_node_path_.sep}`) === true ? real : undefined;
    };
    return {
        async read(file) {
            const real = await inside(file);
            const found = real === undefined ? undefined : await (0,promises_.stat)(real);
            if (real === undefined || found === undefined || !found.isFile() || found.size > LARGEST_FILE)
                return undefined;
            return (0,promises_.readFile)(real, "utf8");
        },
        async list(directory) {
            const real = await inside(directory);
            if (real === undefined)
                return undefined;
            const entries = await (0,promises_.readdir)(real, { withFileTypes: true }).catch(() => undefined);
            return entries?.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
        },
    };
}
/** The absolute path of a program on PATH, undefined when there is none. Relative entries of PATH do not count. */
async function findOnPath(program, search) {
    for (const directory of (search ?? "").split(external_node_path_.delimiter)) {
        if (!external_node_path_.isAbsolute(directory))
            continue;
        const candidate = external_node_path_.join(directory, program);
        const isFile = await (0,promises_.stat)(candidate).then((found) => found.isFile(), () => false);
        if (isFile &&
            (await (0,promises_.access)(candidate, external_node_fs_.constants.X_OK).then(() => true, () => false)))
            return candidate;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/install-present.js



const NAMES = new Map([
    ["Terraform", "terraform"],
    ["OpenTofu", "opentofu"],
]);
/** `version -json` does not tell which of the two it is; this line does, and is the same since terraform 0.1. */
const FIRST_LINE = /^(Terraform|OpenTofu) v([0-9A-Za-z.+~-]{1,64})\r?$/m;
/** The product on PATH; undefined when there is none, when it fails, or when it is another product under this name. */
async function findPresent(question) {
    const program = await findOnPath((0,releases/* programName */.kX)(question.product), question.search);
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
    const version = (0,lib_version/* tryVersion */.Kd)(text);
    return version === undefined ? undefined : { program, version };
}

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/constraint-error.js
var constraint_error = __webpack_require__(4644);
// EXTERNAL MODULE: ./packages/terraform/lib/constraint.js
var lib_constraint = __webpack_require__(583);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __webpack_require__(7412);
// EXTERNAL MODULE: ./packages/terraform/lib/json-scan.js + 4 modules
var json_scan = __webpack_require__(6142);
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
    const blocks = (0,hcl_blocks/* readBlocks */.v_)(text).filter(({ type }) => type === "terraform");
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
    const scanner = new json_scan/* JsonScanner */.V(source);
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

;// CONCATENATED MODULE: ./packages/terraform/lib/version-pattern.js
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
    return new constraint_error/* ConstraintError */.Y({
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

;// CONCATENATED MODULE: ./packages/terraform/lib/version-request.js
/**
 * What a person can ask for: a release, a constraint, the newest, or one of the words of tfenv, asdf and mise.
 * Reads a single value; files are read in version-files.ts, and which release it becomes is decided elsewhere.
 */




const version_request_LONGEST = 256;
const PREFIX = /^v?[0-9]{1,9}(?:\.[0-9]{1,9}){0,2}$/;
/**
 * Reads a value as tfenv, tenv and tfswitch do: exact (`1.11.4`, `v1.11.4`, `= 1.11.4`), `latest`, `latest:<pattern>`,
 * `latest-allowed`, `min-required`, or a constraint. Throws a ConstraintError.
 */
function parseRequest(text) {
    if (text.length > version_request_LONGEST)
        throw tooLong(text);
    const exact = (0,lib_version/* parseRelease */.BC)(text.replace(/^= */, ""));
    if (exact !== undefined)
        return { kind: "exact", version: exact };
    if (text === "latest" || text === "latest-allowed" || text === "min-required")
        return { kind: text };
    if (text.startsWith("latest:"))
        return { kind: "pattern", pattern: parsePattern(text.slice("latest:".length)) };
    if (!/^\s*[=!<>~^v0-9]/.test(text))
        throw unknown(text);
    return { kind: "constraint", constraint: (0,lib_constraint/* parseConstraint */.F)(text) };
}
/**
 * Reads a value as asdf and mise do: `1.11.4`, `latest`, and `1.11`, `prefix:1.11` or `latest:1.11` for the newest
 * release that begins with it. Throws a ConstraintError for the rest (`ref:`, `path:`, `system`, `sub-…`).
 */
function parseToolRequest(text) {
    if (text.length > version_request_LONGEST)
        throw tooLong(text);
    const exact = (0,lib_version/* parseRelease */.BC)(text);
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
    return new constraint_error/* ConstraintError */.Y({
        kind: "syntax",
        offset: 0,
        message: `a version of ${text.length} characters cannot be right`,
        remedy: "Write an exact version like 1.11.4, a constraint like ~> 1.11.0, or latest.",
    });
}
function unknown(text) {
    return new constraint_error/* ConstraintError */.Y({
        kind: "syntax",
        offset: 0,
        message: `${JSON.stringify(text.slice(0, 80))} is not a version that can be installed`,
        remedy: "Write an exact version like 1.11.4, a constraint like ~> 1.11.0, or latest.",
    });
}

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
    return text === "" ? undefined : { request: parseRequest(text), text };
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
                accepts: (version) => matchesPattern(request.pattern, (0,lib_version/* renderVersion */.pv)(version)) && allowed(version),
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
    const partial = asked === undefined ? undefined : partialVersion(asked.request);
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
function directoriesUpwards(directory) {
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
        return { ...first, parse: parseRequest };
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
            return { text: version, line, parse: parseToolRequest };
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
    return tomlVersion(version, lineOfKey(text, key), parseToolRequest);
}
/** .tfswitch.toml: `version`, and since version 1.3 of tfswitch `product`. */
function findSwitch(text, product, toml) {
    const document = toml(text);
    const version = entry(document, "version");
    const named = entry(document, "product") ?? "terraform";
    if (version === undefined || named !== product)
        return undefined;
    return tomlVersion(version, lineOfKey(text, "version"), parseRequest);
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
    for (const folder of directoriesUpwards(directory)) {
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

;// CONCATENATED MODULE: ./packages/terraform/lib/install.js
/**
 * The door to releases: lists them, and installs one into the tool cache when its signature, its checksum and its zip
 * are right. What is slow to load (http, OpenPGP, zip) is loaded when it is needed. It does not choose a version and
 * does not touch PATH.
 */








/** Creates an installer. Nothing is read or fetched until one of its functions is called. */
function createInstaller(options) {
    return {
        list: async () => (await Promise.all(/* import() */[__webpack_require__.e(763), __webpack_require__.e(644)]).then(__webpack_require__.bind(__webpack_require__, 5644))).listReleases(options),
        cached: (version) => findCached(options, version),
        install: (version) => installRelease(options, version),
    };
}
/** `<cache>/<product>/<version>/<processor>`, as @actions/tool-cache lays it out. */
function entryOf(options, version) {
    const processor = options.platform.arch === "amd64" ? "x64" : "arm64";
    return external_node_path_.join(options.cacheDirectory, options.product, (0,lib_version/* renderVersion */.pv)(version), processor);
}
function installedIn(directory, options, version) {
    return { directory, program: external_node_path_.join(directory, (0,releases/* releaseFiles */.dy)(options.product, version, options.platform).program) };
}
async function findCached(options, version) {
    const directory = entryOf(options, version);
    const isThere = await (0,promises_.access)(`${directory}.complete`).then(() => true, () => false);
    if (!isThere)
        return undefined;
    const { entryProblem, evictEntry } = await __webpack_require__.e(/* import() */ 414).then(__webpack_require__.bind(__webpack_require__, 9414));
    const files = (0,releases/* releaseFiles */.dy)(options.product, version, options.platform);
    const trust = (0,install_keys/* trustIn */.B)(options.product, options.signingKey, options.clock.now());
    const problem = await entryProblem(directory, files, trust);
    if (problem === undefined)
        return installedIn(directory, options, version);
    const name = `${options.product} ${(0,lib_version/* renderVersion */.pv)(version)}`;
    options.log.warning(`${name} in the tool cache is not used but removed and fetched again: ${problem}`);
    await evictEntry(directory).catch((error) => {
        options.log.warning(`It could not be removed: ${messageOf(error)}`);
    });
    return undefined;
}
async function installRelease(options, version) {
    const { fetchRelease } = await Promise.all(/* import() */[__webpack_require__.e(763), __webpack_require__.e(644)]).then(__webpack_require__.bind(__webpack_require__, 5644));
    await (0,promises_.mkdir)(options.temporaryDirectory, { recursive: true });
    const staged = await (0,promises_.mkdtemp)(external_node_path_.join(options.temporaryDirectory, `${options.product}-`));
    try {
        await fetchRelease(options, version, staged);
        return await keep(options, version, staged);
    }
    catch (error) {
        await (0,promises_.rm)(staged, { recursive: true, force: true });
        throw error;
    }
}
/** Moves a verified release into the tool cache. A cache that cannot be written costs the next job a download, no more. */
async function keep(options, version, staged) {
    const directory = entryOf(options, version);
    const { placeEntry } = await __webpack_require__.e(/* import() */ 414).then(__webpack_require__.bind(__webpack_require__, 9414));
    try {
        await placeEntry(staged, directory);
    }
    catch (error) {
        options.log.warning(`The tool cache cannot be written, the program is kept for this job only: ${messageOf(error)}`);
        return installedIn(staged, options, version);
    }
    // Another job may have been faster: what lies there now is judged like anything else in the cache.
    const isStaged = await (0,promises_.access)(staged).then(() => true, () => false);
    if (!isStaged)
        return installedIn(directory, options, version);
    const theirs = await findCached(options, version);
    if (theirs === undefined)
        return installedIn(staged, options, version);
    await (0,promises_.rm)(staged, { recursive: true, force: true });
    return theirs;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 6142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ JsonScanner)
});

;// CONCATENATED MODULE: ./packages/terraform/lib/json-bytes.js
/**
 * The bytes that mean something in JSON (RFC 8259). No reading here.
 */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
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
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 1 : 0);
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

// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
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
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset + answer.length);
        return asBuffer(answer);
    }
    /** Says that what is at this place is wrong. */
    fail(at = this.offset) {
        const isEnd = at === this.offset && this.peek() === END;
        throw new json_value/* JsonError */.N3(isEnd ? "the document ends too early" : "this is no valid JSON", at);
    }
    #refill() {
        const offset = this.offset;
        const length = Math.min(this.#size, this.#limit - offset);
        if (length <= 0)
            return false;
        const answer = this.#source.read(offset, length);
        if (answer.length === 0)
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset);
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
            if (window.next() !== QUOTE)
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
        if (this.#window.next() === QUOTE)
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
            return (0,json_value/* parseJson */.qF)(this.#window.slice(span).toString("utf8"));
        }
        catch (error) {
            throw error instanceof json_value/* JsonError */.N3 ? new json_value/* JsonError */.N3(error.message, span.offset) : error;
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
        if (first === QUOTE)
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
        if (this.#window.next() !== QUOTE)
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
            if (stop === QUOTE) {
                window.at += 1;
                return isPlain;
            }
            if (stop === BACKSLASH) {
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
            throw new json_value/* JsonError */.N3(`a number has more than ${LONGEST_WORD} digits`, start);
        if (!WORD.test(word))
            window.fail(start);
    }
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

/***/ 8594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   EE: () => (/* binding */ releasePlaces),
/* harmony export */   ZQ: () => (/* binding */ findChecksum),
/* harmony export */   bQ: () => (/* binding */ VENDOR_HOSTS),
/* harmony export */   dy: () => (/* binding */ releaseFiles),
/* harmony export */   kX: () => (/* binding */ programName),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9404);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7334);
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
    const stem = `${program}_${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}`;
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
        return { index: [`${terraform}index.json`], directory: (version) => [`${terraform}${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`] };
    }
    if (root === undefined) {
        return {
            index: ["https://get.opentofu.org/tofu/api.json"],
            directory: (version) => [`https://github.com/${OPENTOFU_ASSETS}/v${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`],
        };
    }
    return {
        index: [`${root}tofu/api.json`, `${root}api.json`],
        directory: (version) => [
            `${root}${OPENTOFU_ASSETS}/v${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`,
            `${root}v${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`,
        ],
    };
}
/**
 * The versions in an index that have a zip for the platform, in no order; pre-releases are among them. Entries that
 * cannot be understood are left out. Undefined when the document is no index at all.
 */
function parseIndex(product, document, platform) {
    const versions = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(document, "versions");
    if (typeof versions !== "object" || versions === null)
        return undefined;
    const entries = Array.isArray(versions)
        ? versions.map((entry) => [(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(entry, "id"), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(entry, "files")])
        : Object.entries(versions).map(([id, entry]) => [id, (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(entry, "builds")]);
    return entries.flatMap(([id, files]) => {
        const version = typeof id === "string" ? (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRelease */ .BC)(id) : undefined;
        if (version === undefined)
            return [];
        return hasFile(files, releaseFiles(product, version, platform).zip) ? [version] : [];
    });
}
/** An index that does not list files (a mirror's) is believed. */
function hasFile(files, name) {
    if (!Array.isArray(files))
        return true;
    return files.some((file) => file === name || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(file, "filename") === name);
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

