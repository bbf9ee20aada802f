export const id = 462;
export const ids = [462];
export const modules = {

/***/ 8462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProver: () => (/* binding */ openProver)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var version = __webpack_require__(7334);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/programs.js
/**
 * Which terraform or OpenTofu a root module is planned with: what its files ask for, from PATH when that will do, else
 * verified from the tool cache or the releases. The order of effects.
 */


/** Finds programs; each is looked up and installed at most once. */
function createPrograms(sources) {
    const { install, loadToml, environment, exec, log } = sources;
    const installerOf = remember((product) => remembering(sources.installer(product)), (product) => product);
    const search = environment["PATH"];
    return async ({ scratch, directory: root, wanted }) => {
        const directory = root === "." ? "" : root;
        const files = install.openWorkspace(scratch.copy.path);
        const product = wanted?.product ?? (await install.findProduct(directory, { files, loadToml })) ?? (await productOnPath(sources));
        const cwd = external_node_path_.posix.join(scratch.copy.path, directory);
        const provided = await install.provideProgram({ directory, version: wanted?.version ?? "", product, isPlaceNamed: false }, {
            files,
            installer: installerOf(product),
            loadToml,
            findPresent: () => install.findPresent({ product, search, cwd, environment, exec }),
            warn: (text) => log.debug(text),
        });
        return { path: provided.program, product, version: provided.version };
    };
}
/** Where nothing tells which product is meant: OpenTofu where only that is there. */
async function productOnPath({ install, environment }) {
    const search = environment["PATH"];
    if ((await install.findOnPath("terraform", search)) !== undefined)
        return "terraform";
    return (await install.findOnPath("tofu", search)) === undefined ? "terraform" : "opentofu";
}
function remembering(installer) {
    const all = remember(() => installer.list(), () => "");
    return {
        list: () => all(undefined),
        cached: remember((version) => installer.cached(version), version/* renderVersion */.pv),
        install: remember((version) => installer.install(version), version/* renderVersion */.pv),
    };
}
/** The same function, which is called once for each name. */
function remember(make, nameOf) {
    const made = new Map();
    return (argument) => {
        const name = nameOf(argument);
        const found = made.get(name) ?? make(argument);
        made.set(name, found);
        return found;
    };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/open-prover.js
/**
 * Puts together what proving needs from the doors that main.ts hands in. Nothing is started here.
 */



/**
 * Variables that would make a plan look elsewhere than into the copy, or take a provider that the lock file does not
 * name: what is proven is what the repository holds.
 */
const DROPPED = ["TF_DATA_DIR", "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE"];
/** Opens it. */
function openProver(host, settings, doors) {
    const environment = doors.host.childEnvironment(host.environment, []);
    for (const name of DROPPED)
        delete environment[name];
    const { exec, log, cancelled } = host;
    // Made when it is needed, and removed with the copy.
    const folders = new Map();
    const folder = (name) => {
        const path = folders.get(name) ?? host.temporaryDirectory(`terraform-bump-${name}`);
        folders.set(name, path);
        return path;
    };
    const dispose = () => {
        for (const path of folders.values())
            removeScratch(path, doors, log);
        folders.clear();
    };
    return {
        async openScratch() {
            try {
                const destination = external_node_path_.posix.join(folder("copy"), "checkout");
                const { checkout } = settings;
                const copy = await doors.host.copyCheckout({ exec, environment, checkout, destination, signal: cancelled });
                return { copy, privateFolder: folder("private"), dispose };
            }
            catch (thrown) {
                dispose();
                throw thrown;
            }
        },
        findProgram: createPrograms({
            install: doors.install,
            installer: (product) => installerOf(product, host, settings, doors, folder("program")),
            loadToml: () => doors.loadToml(),
            environment,
            exec,
            log,
        }),
        openTerraform: (place) => openTerraform(place, { host, doors, environment, plugins: () => folder("plugins") }),
        isManagedRemotely: (path) => doors.terraform.isManagedRemotely(path),
        failureOf: doors.terraform.commandFailure,
        files: {
            list: (path) => doors.host.listFiles(path),
            openPlan: (path) => doors.terraform.openPlanSource(path),
            readBytes: (path) => doors.host.readBinaryFile(path),
            remove: (path) => doors.host.removeFile(path),
        },
        redactor: host.redactor,
        log,
        clock: host.clock,
        cancelled,
        environment,
        width: settings.width,
    };
}
/** What was proven does not get lost by what is left of it. */
function removeScratch(path, { host }, log) {
    try {
        host.removeFolder(path);
    }
    catch (thrown) {
        log.warning(`The folder ${path} could not be removed: ${(0,failure/* toFailure */.w2)(thrown).what}`);
    }
}
function openTerraform({ scratch, program, target, signal }, { host, doors, environment, plugins }) {
    const { TF_WORKSPACE: _, ...withoutWorkspace } = environment;
    const given = target.workspace === "" ? environment : withoutWorkspace;
    // An error past all of this ends the step, which waits for what is within its own runner.
    const others = doors.host.createProcessRunner({ cancelled: signal, within: host.exec });
    // A plan that is interrupted writes an empty state where there is none (backend/local, opWait), here without a lock.
    const plans = doors.host.createProcessRunner({ cancelled: signal, within: host.exec, ending: "kill" });
    return doors.terraform.createTerraform({
        exec: (command, args, options) => (args[0] === "plan" ? plans : others).exec(command, args, options),
        path: program.path,
        directory: external_node_path_.posix.join(scratch.copy.path, target.directory),
        // Providers are fetched once for all root modules, unless the job has a place for them already.
        environment: { ...given, TF_PLUGIN_CACHE_DIR: environment["TF_PLUGIN_CACHE_DIR"] || plugins() },
        // Of many plans beside each other nobody can read the progress.
        log: { ...host.log, info: (text) => host.log.debug(text) },
        temporaryDirectory: scratch.privateFolder,
        workspace: target.workspace,
    });
}
function installerOf(product, host, { releasesUrl, platform }, doors, temporaryDirectory) {
    return doors.install.createInstaller({
        product,
        platform,
        releasesUrl: releasesUrl === "" ? undefined : releasesUrl,
        signingKey: undefined,
        cacheDirectory: host.environment["RUNNER_TOOL_CACHE"] || external_node_path_.posix.join(temporaryDirectory, "cache"),
        temporaryDirectory,
        environment: host.environment,
        clock: host.clock,
        log: host.log,
        signal: host.cancelled,
    });
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

