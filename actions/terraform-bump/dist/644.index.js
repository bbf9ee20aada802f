export const id = 644;
export const ids = [644];
export const modules = {

/***/ 5644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRelease: () => (/* binding */ fetchRelease),
  listReleases: () => (/* binding */ listReleases)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/install-download-error.js
var install_download_error = __webpack_require__(9965);
// EXTERNAL MODULE: ./packages/terraform/lib/transfer.js
var transfer = __webpack_require__(4711);
;// CONCATENATED MODULE: ./packages/terraform/lib/install-http.js


/** A transfer that brings nothing for this long is given up. */
const SILENCE_MS = 30_000;
const SMALL_DEADLINE_MS = 60_000;
const FILE_DEADLINE_MS = 15 * 60_000;
const MOST_REDIRECTS = 5;
/** Creates a downloader. Its requests carry no credentials but those in the URL itself. */
function createDownloader(options) {
    const { rules, ...rest } = options;
    const how = (deadlineMs) => ({
        ...rest,
        gate: gateOf(rules, options.log),
        mostRedirects: MOST_REDIRECTS,
        userAgent: "handrail-terraform-setup",
        silenceMs: SILENCE_MS,
        deadlineMs,
    });
    return {
        bytes: (url, limit) => (0,transfer/* transfer */.k0)(how(SMALL_DEADLINE_MS), url, (answer) => (0,transfer/* readBytes */.io)(answer, limit)),
        file: (url, path, limit) => (0,transfer/* transfer */.k0)(how(FILE_DEADLINE_MS), url, (answer) => (0,transfer/* save */.UN)(answer, path, limit)),
    };
}
function gateOf(rules, log) {
    return (url, start, hop) => {
        if (!isAllowed(url, rules))
            throw refusedHop(log, start, url, hop);
        return {};
    };
}
function isAllowed(url, rules) {
    if (url.origin === rules.origin)
        return true;
    return url.protocol === "https:" && url.port === "" && rules.hosts.includes(url.hostname);
}
function refusedHop(log, start, url, hop) {
    const why = url.protocol === "https:" ? "another host" : "something that is not https on an allowed host";
    if (hop > 0)
        log.warning(`Refused a redirect from ${(0,transfer/* shown */.SP)(start)} to ${(0,transfer/* shown */.SP)(url)}`);
    return new install_download_error/* DownloadError */.n(hop === 0 ? `${(0,transfer/* shown */.SP)(url)} is not a place that may be asked` : `it was redirected to ${why}: ${(0,transfer/* shown */.SP)(url)}`);
}

// EXTERNAL MODULE: ./packages/terraform/lib/install-keys.js
var install_keys = __webpack_require__(2230);
// EXTERNAL MODULE: ./packages/terraform/lib/install-openpgp.js
var install_openpgp = __webpack_require__(2763);
// EXTERNAL MODULE: ./packages/terraform/lib/install-zip.js
var install_zip = __webpack_require__(3827);
// EXTERNAL MODULE: ./packages/terraform/lib/releases.js
var releases = __webpack_require__(8594);
// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __webpack_require__(7334);
;// CONCATENATED MODULE: ./packages/terraform/lib/install-release.js
/**
 * Fetches what a vendor or a mirror publishes: the list of releases, and one release with its checksums and signature.
 * A release is verified here, before anything else sees it. It writes only into the directory it is given.
 */










const INDEX_LIMIT = 64 << 20;
const SUMS_LIMIT = 1 << 20;
const SIGNATURE_LIMIT = 64 << 10;
const ZIP_LIMIT = 256 << 20;
function downloaderOf(options) {
    const { releasesUrl, product, environment, clock, log, signal } = options;
    const rules = releasesUrl === undefined ? { hosts: releases/* VENDOR_HOSTS */.bQ[product] } : { origin: new URL(releasesUrl).origin, hosts: [] };
    return createDownloader({ rules, environment, clock, log, signal });
}
/** See Installer.list. */
async function listReleases(options) {
    const downloader = downloaderOf(options);
    const { index } = (0,releases/* releasePlaces */.EE)(options.product, options.releasesUrl);
    const { bytes, place } = await firstFound(index, (url) => downloader.bytes(url, INDEX_LIMIT), `The list of ${options.product} releases`);
    const versions = (0,releases/* parseIndex */.A1)(options.product, parseJson(bytes), options.platform);
    if (versions !== undefined)
        return versions;
    throw new failure/* Failure */.HR({
        reason: "download-failed",
        what: `${shown(place)} is not a list of releases${isHtml(bytes) ? " but an HTML page" : ""}`,
        remedy: "Check the input releases-url, and whether a proxy or a login page answers in the server's place.",
    });
}
/**
 * Fetches a release into an empty directory and verifies it: then the directory holds the zip, its checksums, their
 * signature and the program. Rejects with a Failure; the directory is then worth nothing.
 */
async function fetchRelease(options, version, directory) {
    const downloader = downloaderOf(options);
    const files = (0,releases/* releaseFiles */.dy)(options.product, version, options.platform);
    const name = `${options.product} ${(0,lib_version/* renderVersion */.pv)(version)}`;
    const places = (0,releases/* releasePlaces */.EE)(options.product, options.releasesUrl).directory(version);
    const sums = await firstFound(places, (url) => downloader.bytes(`${url}${files.sums}`, SUMS_LIMIT), name);
    const fetched = { name, url: sums.place };
    const signature = await orFailure(fetched, files.signature, () => downloader.bytes(`${sums.place}${files.signature}`, SIGNATURE_LIMIT));
    await checkSignature(options, fetched, sums.bytes, signature);
    const zip = external_node_path_.join(directory, files.zip);
    const { sha256, size } = await orFailure(fetched, files.zip, () => downloader.file(`${sums.place}${files.zip}`, zip, ZIP_LIMIT));
    const expected = (0,releases/* findChecksum */.ZQ)(sums.bytes.toString("latin1"), files.zip);
    if (expected === undefined)
        throw unverified(fetched, `${files.sums} does not have one checksum of ${files.zip}`);
    if (sha256 !== expected) {
        const hint = (await isHtmlFile(zip)) ? ": an HTML page was sent in its place" : "";
        throw unverified(fetched, `${files.zip} (${size} bytes) has the SHA-256 ${sha256}, but ${expected} was signed${hint}`);
    }
    try {
        await (0,install_zip/* extractProgram */.k)(zip, await (0,install_zip/* findProgram */.Kp)(zip, files.program), external_node_path_.join(directory, files.program));
    }
    catch (error) {
        throw error instanceof install_zip/* ZipError */.Wz ? unverified(fetched, `${files.zip} ${error.message}`) : error;
    }
    await (0,promises_.writeFile)(external_node_path_.join(directory, files.sums), sums.bytes);
    await (0,promises_.writeFile)(external_node_path_.join(directory, files.signature), signature);
}
async function checkSignature(options, fetched, data, signature) {
    const trust = (0,install_keys/* trustIn */.B)(options.product, options.signingKey, options.clock.now());
    try {
        const { fingerprint, warnings } = await (0,install_openpgp/* verifySignature */.O)({ data, signature, ...trust });
        for (const warning of warnings)
            options.log.warning(warning);
        options.log.info(`The checksums of ${fetched.name} are signed by ${fingerprint}`);
    }
    catch (error) {
        if (!(error instanceof install_openpgp/* SignatureError */.V))
            throw error;
        const hint = isHtml(data) || isHtml(signature) ? "; an HTML page was sent in its place" : "";
        throw unverified(fetched, `the signature of its checksums does not verify: ${error.message}${hint}`);
    }
}
/** The first place that has the file; the others answered 404. */
async function firstFound(places, fetch, name) {
    for (const place of places) {
        try {
            return { bytes: await fetch(place), place };
        }
        catch (error) {
            if (!isMissing(error))
                throw downloadFailure({ name, url: place }, error);
        }
    }
    throw new failure/* Failure */.HR({
        reason: "not-found",
        what: `${name} was not found at ${places.map(shown).join(" and ")}`,
        remedy: "Check the version that is asked for, and the input releases-url when it names a mirror.",
    });
}
async function orFailure(fetched, file, fetch) {
    try {
        return await fetch();
    }
    catch (error) {
        if (!isMissing(error))
            throw downloadFailure(fetched, error);
        if (file.endsWith(".zip"))
            throw notBuilt(fetched, file);
        throw unverified(fetched, `there is no signature ${file}`);
    }
}
function isMissing(error) {
    return error instanceof install_download_error/* DownloadError */.n && (error.status === 404 || error.status === 410);
}
function downloadFailure(fetched, error) {
    if (!(error instanceof install_download_error/* DownloadError */.n))
        return error;
    const isRefused = error.status === 401 || error.status === 403;
    return new failure/* Failure */.HR({
        reason: "download-failed",
        what: `${fetched.name} could not be downloaded from ${error.url ?? shown(fetched.url)}: ${error.message}`,
        remedy: isRefused
            ? "Check that the runner may read there: an IP allow-list, or credentials in the URL of a private mirror."
            : "Check the network, HTTPS_PROXY and NO_PROXY, and the input releases-url; then run the job again.",
        cause: error,
    });
}
function notBuilt(fetched, file) {
    return new failure/* Failure */.HR({
        reason: "not-found",
        what: `${fetched.name} has no ${file} at ${shown(fetched.url)}`,
        remedy: "Ask for a version that was built for this platform, or run the job on another one.",
    });
}
function unverified(fetched, why) {
    return new failure/* Failure */.HR({
        reason: "verification-failed",
        what: `${fetched.name} from ${shown(fetched.url)} was not installed: ${why}`,
        remedy: "Do not use this copy. Check releases-url and signing-key; a mirror must serve the files as they were signed.",
    });
}
async function isHtmlFile(file) {
    const handle = await (0,promises_.open)(file, "r");
    try {
        const start = Buffer.alloc(128);
        const { bytesRead } = await handle.read(start);
        return isHtml(start.subarray(0, bytesRead));
    }
    finally {
        await handle.close();
    }
}
function isHtml(bytes) {
    return /^\s{0,64}<(?:!doctype|html)/i.test(bytes.subarray(0, 128).toString("latin1"));
}
function parseJson(bytes) {
    try {
        return JSON.parse(bytes.toString("utf8"));
    }
    catch {
        return undefined;
    }
}
/** A URL without credentials. */
function shown(url) {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}


/***/ })

};

