export const id = 672;
export const ids = [672];
export const modules = {

/***/ 3291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requirePlatform: () => (/* binding */ requirePlatform)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var _handrail_terraform__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8594);
/**
 * Whether terraform can run here.
 */


/**
 * The platform in Go's words, of Node's.
 * @throws Failure `unsupported-platform`
 */
function requirePlatform(system, processor) {
    const platform = (0,_handrail_terraform__WEBPACK_IMPORTED_MODULE_0__/* .platformOf */ .tj)(system, processor);
    if (platform !== undefined)
        return platform;
    throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: "unsupported-platform",
        what: `Nothing can be planned on ${system} ${processor}`,
        remedy: "Use a Linux or macOS runner, x64 or arm64, or set verify: none.",
    });
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

