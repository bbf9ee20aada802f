export const id = 234;
export const ids = [234];
export const modules = {

/***/ 2763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ verifySignature),
/* harmony export */   V: () => (/* binding */ SignatureError)
/* harmony export */ });
/** A signature that cannot be accepted; the message completes "it does not verify: …". */
class SignatureError extends Error {
    name = "SignatureError";
}
/** SHA-1 signatures stay refused. */
const OLD_KEYS = { rejectPublicKeyAlgorithms: new Set(), minRSABits: 1024 };
/**
 * Resolves when at least one signature is good: made over these bytes, with SHA-256 or better, by the trusted key or
 * its signing subkey, which is neither revoked nor was expired then. Rejects with a SignatureError otherwise.
 */
async function verifySignature(question) {
    const openpgp = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 3074));
    const keys = await readTrusted(openpgp, question.key);
    if (question.asTerraform === true)
        forgetExpiry(keys);
    const signature = await readDetached(openpgp, question.signature);
    const warnings = [];
    const expiry = earliest(await Promise.all(keys.map((key) => key.getExpirationTime())));
    const isExpired = expiry !== undefined && expiry <= question.now;
    if (isExpired && !question.mayBeExpired)
        throw new SignatureError(`the key has expired on ${day(expiry)}`);
    if (isExpired)
        warnings.push(`The signing key has expired on ${day(expiry)}; the signature was made before.`);
    const { signatures } = await openpgp.verify({
        message: await openpgp.createMessage({ binary: question.data }),
        signature,
        verificationKeys: keys,
        format: "binary",
        date: new Date(isExpired ? expiry - 1000 : question.now),
        // HashiCorp prolongs its key by signing it anew: that is later than the signatures of older releases.
        config: { allowInsecureVerificationWithReformattedKeys: true, ...(question.asTerraform === true ? OLD_KEYS : {}) },
    });
    const problems = [];
    for (const result of signatures) {
        const problem = await problemOf(result, keys, question);
        if (problem === undefined)
            return { fingerprint: fingerprintOf(keys, result), warnings };
        problems.push(problem);
    }
    throw new SignatureError(problems[0] ?? "it holds no signature");
}
async function readTrusted(openpgp, trusted) {
    const keys = await openpgp.readKeys({ armoredKeys: trusted.armored }).catch((error) => {
        throw new SignatureError(`the signing key cannot be read: ${messageOf(error)}`);
    });
    if (keys.some((key) => key.isPrivate()))
        throw new SignatureError("the signing key is a private key: only its public half belongs here");
    const isPinned = trusted.fingerprint === undefined || (keys.length === 1 && printOf(keys[0]) === trusted.fingerprint);
    if (keys.length === 0 || !isPinned)
        throw new SignatureError(`the signing key is not ${trusted.fingerprint ?? "there"}`);
    for (const key of keys) {
        // Whatever the reason and the date of a revocation: who can revoke a key can also name a new one.
        if (await key.isRevoked())
            throw new SignatureError(`the key ${printOf(key)} is revoked`);
    }
    return keys;
}
/** What a key's own signatures say is checked with their bytes; only what was read from them is changed. */
function forgetExpiry(keys) {
    for (const key of keys) {
        const certifications = key.users.flatMap((user) => user.selfCertifications);
        const bindings = key.subkeys.flatMap((subkey) => subkey.bindingSignatures);
        for (const packet of [...certifications, ...bindings])
            packet.keyNeverExpires = true;
    }
}
async function readDetached(openpgp, bytes) {
    const text = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
    try {
        if (!text.startsWith("-----BEGIN"))
            return await openpgp.readSignature({ binarySignature: bytes });
        return await openpgp.readSignature({ armoredSignature: Buffer.from(bytes).toString("latin1") });
    }
    catch (error) {
        throw new SignatureError(`it is no OpenPGP signature (${messageOf(error)})`);
    }
}
async function problemOf(result, keys, question) {
    const signer = signerOf(keys, result);
    if (signer === undefined) {
        return `it was made by the key ${result.keyID.toHex().toUpperCase()}, trusted is ${keys.map(printOf).join(", ")}`;
    }
    try {
        await result.verified;
    }
    catch (error) {
        return messageOf(error);
    }
    if (!isSubkey(signer))
        return undefined;
    if (signer.revocationSignatures.length > 0)
        return `the subkey ${printOf(signer)} is revoked`;
    const expiry = earliest([await signer.getExpirationTime()]);
    const isExpired = expiry !== undefined && expiry <= question.now && !question.mayBeExpired;
    return isExpired ? `the subkey ${printOf(signer)} has expired on ${day(expiry)}` : undefined;
}
function signerOf(keys, result) {
    return keys.flatMap((key) => key.getKeys(result.keyID))[0];
}
function isSubkey(key) {
    return "mainKey" in key;
}
function fingerprintOf(keys, result) {
    const signer = signerOf(keys, result);
    return printOf(signer !== undefined && isSubkey(signer) ? signer.mainKey : signer);
}
function printOf(key) {
    return key === undefined ? "" : key.getFingerprint().toUpperCase();
}
/** The earliest of some expiry times in milliseconds; null and Infinity are none. */
function earliest(times) {
    const dates = times.flatMap((time) => (time instanceof Date || isDate(time) ? [time.getTime()] : []));
    return dates.length === 0 ? undefined : Math.min(...dates);
}
/** A Date of another realm is no instance of ours. */
function isDate(value) {
    return Object.prototype.toString.call(value) === "[object Date]";
}
function day(time) {
    return new Date(time).toISOString().slice(0, 10);
}
function messageOf(error) {
    const message = error instanceof Error || (typeof error === "object" && error !== null && "message" in error)
        ? String(error.message)
        : String(error);
    return (message.split("\n", 1)[0] ?? "")
        .replace(/^Error (?:verifying signed message|reading signature): /, "")
        .slice(0, 200);
}


/***/ }),

/***/ 9234:
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
;// CONCATENATED MODULE: ./packages/terraform/lib/install-download-error.js
/**
 * Why a download failed, and whether it is worth another try. Knows the network's error codes and HTTP's statuses; it
 * sends nothing.
 */
/** Codes of the disk and the process: no other try and no other server helps. */
const LOCAL_CODES = new Set([
    "ENOSPC",
    "EDQUOT",
    "EROFS",
    "EACCES",
    "EPERM",
    "EMFILE",
    "ENOMEM",
    "EIO",
]);
/** A download that failed; the message completes "it failed: …". */
class DownloadError extends Error {
    name = "DownloadError";
    /** May another try succeed? */
    isPassing;
    /** The status of the answer, when there was one. */
    status;
    /** What the server asked us to wait. */
    retryAfterMs;
    /** The URL without credentials and query; set when the last try failed. */
    url;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.isPassing = details.isPassing ?? false;
        this.status = details.status;
        this.retryAfterMs = details.retryAfterMs ?? 0;
    }
    /** The same error with its place. */
    at(url) {
        this.url = url;
        return this;
    }
    /** The error for an answer that is not 200. */
    static forStatus(status, retryAfter) {
        const isPassing = status === 408 || status === 429 || status >= 500;
        const seconds = Number(retryAfter);
        const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
        return new DownloadError(`the server answered with status ${status}`, { isPassing, status, retryAfterMs });
    }
    /** Any error of a try. What node's network throws has a code and is passing. Throws an error of this machine again. */
    static from(error) {
        if (error instanceof DownloadError)
            return error;
        const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;
        if (code !== undefined && LOCAL_CODES.has(code))
            throw error;
        const message = error instanceof Error ? error.message : String(error);
        return new DownloadError(code === undefined ? message : `${message} (${code})`, {
            isPassing: code !== undefined,
            cause: error,
        });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./packages/terraform/lib/releases-url.js
var releases_url = __webpack_require__(3838);
;// CONCATENATED MODULE: ./packages/terraform/lib/install-proxy.js
/**
 * Which proxy a request goes through, and the tunnel through it. Reads the variables that curl and the runner know;
 * it sends no request of its own but CONNECT.
 */



/**
 * The proxy for a URL: HTTPS_PROXY or HTTP_PROXY by its scheme, lower case first, unless NO_PROXY names the host. Hosts
 * of this machine are never proxied. The rules are those of the runner's own http client, so that both agree.
 * Throws a RangeError when the variable is no URL.
 */
function proxyFor(url, environment) {
    const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
    const given = environment[name] || environment[name.toUpperCase()];
    if (given === undefined || given === "" || isDirect(url, environment["no_proxy"] || environment["NO_PROXY"] || "")) {
        return undefined;
    }
    const proxy = URL.parse(/^https?:\/\//i.test(given) ? given : `http://${given}`);
    if (proxy === null)
        throw new RangeError(`${name.toUpperCase()} is not a URL`);
    return proxy;
}
function isDirect(url, exceptions) {
    if ((0,releases_url/* isLoopback */.U)(url.hostname))
        return true;
    const host = url.hostname.toLowerCase();
    const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
    return exceptions
        .split(",")
        .map((exception) => exception.trim().toLowerCase())
        .filter((exception) => exception !== "")
        .some((exception) => {
        if (exception === "*")
            return true;
        const suffix = exception.startsWith(".") ? exception : `.${exception}`;
        return [host, `${host}:${port}`].some((name) => name === exception || name.endsWith(suffix));
    });
}
/** The Proxy-Authorization of a proxy with credentials in its URL. */
function proxyHeaders(proxy) {
    if (proxy.username === "" && proxy.password === "")
        return {};
    const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
}
/** Opens a tunnel to the host of a URL. Rejects with an Error when the proxy refuses; its answer's status is told. */
function openTunnel(proxy, url, signal) {
    const target = `${url.hostname}:${url.port === "" ? "443" : url.port}`;
    const request = proxy.protocol === "https:" ? external_node_https_.request : external_node_http_.request;
    return new Promise((resolve, reject) => {
        const connecting = request({
            host: proxy.hostname.replace(/^\[|\]$/g, ""),
            port: proxy.port === "" ? (proxy.protocol === "https:" ? 443 : 80) : Number(proxy.port),
            method: "CONNECT",
            path: target,
            headers: { host: target, ...proxyHeaders(proxy) },
            agent: false,
            signal,
        });
        connecting.once("connect", (response, socket) => {
            if (response.statusCode === 200)
                return resolve(socket);
            socket.destroy();
            return reject(new Error(`the proxy ${proxy.host} refused a tunnel to ${target} with status ${response.statusCode}`));
        });
        connecting.once("error", reject);
        connecting.end();
    });
}

;// CONCATENATED MODULE: ./packages/terraform/lib/transfer.js
/**
 * One download over node's own http and https: retried when its failure is passing, ended when it is silent or takes too
 * long, redirected only where its gate lets it go. It does not know whom it asks; nothing goes elsewhere. Loaded only
 * when something must be fetched.
 */








const TRIES = 4;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;
/**
 * Asks for a URL and hands an answer with status 200 to `read`, which may be called again when a try fails in passing.
 * Rejects with a {@link DownloadError} that names the URL, or with the reason of the signal.
 */
async function transfer(options, url, read) {
    const random = options.random ?? Math.random;
    for (let attempt = 1;; attempt += 1) {
        options.signal.throwIfAborted();
        try {
            return await tryOnce(options, new URL(url), read);
        }
        catch (error) {
            options.signal.throwIfAborted();
            const failure = DownloadError.from(error);
            if (!failure.isPassing || attempt === TRIES)
                throw failure.at(shown(new URL(url)));
            const delay = Math.max(failure.retryAfterMs, random() * FIRST_DELAY_MS * 2 ** (attempt - 1));
            options.log.info(`Try ${attempt} of ${TRIES} to fetch ${shown(new URL(url))} failed: ${failure.message}`);
            await options.clock.sleep(Math.min(delay, LONGEST_DELAY_MS), options.signal);
        }
    }
}
async function tryOnce(options, url, read) {
    const ending = new AbortController();
    const signal = AbortSignal.any([options.signal, ending.signal]);
    const progress = { bytes: 0 };
    const watching = watch(options, progress, ending);
    try {
        const answer = await follow(options, url, signal);
        return await read({ ...answer, progress });
    }
    catch (error) {
        // node reports an abort in words of its own; the reason is what we gave.
        throw ending.signal.aborted ? ending.signal.reason : error;
    }
    finally {
        ending.abort(new DownloadError("the download was ended"));
        await watching;
    }
}
/** Ends a transfer that is silent or takes too long. Settles as soon as the transfer has ended. */
async function watch({ clock, silenceMs, deadlineMs }, progress, ending) {
    const started = clock.monotonic();
    let seen = -1;
    while (!ending.signal.aborted) {
        const rest = deadlineMs - (clock.monotonic() - started);
        await clock.sleep(Math.max(0, Math.min(silenceMs, rest)), ending.signal).catch(() => undefined);
        if (progress.bytes === seen) {
            ending.abort(new DownloadError(`nothing came for ${silenceMs / 1000} seconds`, { isPassing: true }));
        }
        else if (clock.monotonic() - started >= deadlineMs) {
            ending.abort(new DownloadError(`it took longer than ${deadlineMs / 1000} seconds`, { isPassing: true }));
        }
        seen = progress.bytes;
    }
}
/** Sends the request and follows redirects, each of them only where the gate lets it. */
async function follow(options, start, signal) {
    let url = start;
    for (let hop = 0; hop <= options.mostRedirects; hop += 1) {
        const way = await options.gate(url, start, hop);
        signal.throwIfAborted();
        const message = await send(options, url, way, signal);
        const status = message.statusCode ?? 0;
        if (status === 200)
            return { message, url };
        message.destroy();
        const target = status >= 300 && status < 400 ? message.headers.location : undefined;
        if (target === undefined)
            throw DownloadError.forStatus(status, message.headers["retry-after"]);
        const next = URL.parse(target, url.href);
        if (next === null)
            throw new DownloadError(`it was redirected with status ${status} to something that is no URL`);
        url = next;
    }
    throw new DownloadError(`it was redirected more than ${options.mostRedirects} times`);
}
/** A URL without what may be secret in it: credentials, and the signature in the query of an asset host. */
function shown(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
async function send({ userAgent, environment }, url, way, signal) {
    const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": userAgent, ...way.headers };
    const proxy = proxyFor(url, environment);
    if (proxy === undefined) {
        const lookup = way.lookup === undefined ? {} : { lookup: way.lookup };
        return answerOf((url.protocol === "https:" ? external_node_https_.request : external_node_http_.request)(url, { headers, signal, ...lookup }));
    }
    if (url.protocol === "http:") {
        const host = {
            host: proxy.hostname.replace(/^\[|\]$/g, ""),
            port: proxy.port === "" ? 80 : Number(proxy.port),
            path: url.href,
        };
        return answerOf((0,external_node_http_.request)({ ...host, headers: { ...headers, host: url.host, ...proxyHeaders(proxy) }, agent: false, signal }));
    }
    const socket = await openTunnel(proxy, url, signal);
    const servername = (0,external_node_net_.isIP)(url.hostname) === 0 ? { servername: url.hostname } : {};
    // Without an agent node takes 80 for the port that need not be named.
    const secured = { headers, signal, defaultPort: 443 };
    return answerOf((0,external_node_https_.request)(url, { ...secured, createConnection: () => (0,external_node_tls_.connect)({ socket, ...servername }) }));
}
function answerOf(request) {
    return new Promise((resolve, reject) => {
        request.once("response", resolve);
        request.once("error", reject);
        request.end();
    });
}
/** The whole body, of at most `limit` bytes. */
async function readBytes(answer, limit) {
    const chunks = [];
    await consume(answer, limit, async (chunk) => void chunks.push(chunk));
    return Buffer.concat(chunks);
}
/** Writes the body into a new file; what was written before a failed try is overwritten. */
async function save(answer, path, limit) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const file = await (0,promises_.open)(path, "w", 0o644);
    try {
        const size = await consume(answer, limit, async (chunk) => {
            hash.update(chunk);
            await file.writeFile(chunk);
        });
        return { sha256: hash.digest("hex"), size };
    }
    finally {
        await file.close();
    }
}
async function consume(answer, limit, take) {
    const announced = Number(answer.message.headers["content-length"] ?? 0);
    if (announced > limit)
        throw new DownloadError(`the answer has ${announced} bytes, more than the ${limit} that are allowed`);
    let size = 0;
    for await (const chunk of answer.message) {
        size += chunk.length;
        answer.progress.bytes = size;
        if (size > limit)
            throw new DownloadError(`the answer has more than the ${limit} bytes that are allowed`);
        await take(chunk);
    }
    return size;
}

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
        bytes: (url, limit) => transfer(how(SMALL_DEADLINE_MS), url, (answer) => readBytes(answer, limit)),
        file: (url, path, limit) => transfer(how(FILE_DEADLINE_MS), url, (answer) => save(answer, path, limit)),
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
        log.warning(`Refused a redirect from ${shown(start)} to ${shown(url)}`);
    return new DownloadError(hop === 0 ? `${shown(url)} is not a place that may be asked` : `it was redirected to ${why}: ${shown(url)}`);
}

// EXTERNAL MODULE: ./packages/terraform/lib/install-keys.js
var install_keys = __webpack_require__(2230);
// EXTERNAL MODULE: ./packages/terraform/lib/install-openpgp.js
var install_openpgp = __webpack_require__(2763);
// EXTERNAL MODULE: ./packages/terraform/lib/install-zip.js
var install_zip = __webpack_require__(3827);
// EXTERNAL MODULE: ./packages/terraform/lib/releases.js + 1 modules
var releases = __webpack_require__(2439);
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
        what: `${install_release_shown(place)} is not a list of releases${isHtml(bytes) ? " but an HTML page" : ""}`,
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
        what: `${name} was not found at ${places.map(install_release_shown).join(" and ")}`,
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
    return error instanceof DownloadError && (error.status === 404 || error.status === 410);
}
function downloadFailure(fetched, error) {
    if (!(error instanceof DownloadError))
        return error;
    const isRefused = error.status === 401 || error.status === 403;
    return new failure/* Failure */.HR({
        reason: "download-failed",
        what: `${fetched.name} could not be downloaded from ${error.url ?? install_release_shown(fetched.url)}: ${error.message}`,
        remedy: isRefused
            ? "Check that the runner may read there: an IP allow-list, or credentials in the URL of a private mirror."
            : "Check the network, HTTPS_PROXY and NO_PROXY, and the input releases-url; then run the job again.",
        cause: error,
    });
}
function notBuilt(fetched, file) {
    return new failure/* Failure */.HR({
        reason: "not-found",
        what: `${fetched.name} has no ${file} at ${install_release_shown(fetched.url)}`,
        remedy: "Ask for a version that was built for this platform, or run the job on another one.",
    });
}
function unverified(fetched, why) {
    return new failure/* Failure */.HR({
        reason: "verification-failed",
        what: `${fetched.name} from ${install_release_shown(fetched.url)} was not installed: ${why}`,
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
function install_release_shown(url) {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
}


/***/ }),

/***/ 3827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   Wz: () => (/* binding */ ZipError),
/* harmony export */   k: () => (/* binding */ extractProgram)
/* harmony export */ });
/* unused harmony export inflate */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/**
 * Takes the one program out of a release's zip, or compares it with the program that was taken out before. Names in
 * the zip never become paths: there is one member that may be read, and the caller says where it goes.
 */





/** A zip that is not what a release's zip is; the message completes "the zip …". */
class ZipError extends Error {
    name = "ZipError";
}
/** What vendors put beside the program: texts, which stay where they are. */
const TEXTS = /^(?:LICENSE|LICENCE|README|CHANGELOG|NOTICE|EULA|TermsOfEvaluation|TermsOfUse)(?:\.(?:txt|md))?$/i;
/** The programs have about 100 MB; a zip that unpacks to much more is an attack on the disk. */
const LARGEST_PROGRAM = 256 << 20;
const MOST_MEMBERS = 32;
/** zlib's default of 16 KiB pieces makes 90 MB three times as slow. */
const PIECE = 1 << 20;
/**
 * Finds the program and refuses the zip when anything else is in it but known texts: directories, paths, links, a
 * second program, a second member of the same name, encrypted or oversized members. Rejects with a ZipError.
 */
async function findProgram(zip, program) {
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
    const file = await yauzl.openPromise(zip, options).catch(rethrow);
    try {
        const entries = await listEntries(file.eachEntry());
        const names = entries.map(({ fileName }) => fileName.toLowerCase());
        if (new Set(names).size < names.length)
            throw new ZipError("has two members of the same name");
        for (const entry of entries)
            checkEntry(entry, program);
        const entry = entries.find(({ fileName }) => fileName === program);
        if (entry === undefined)
            throw new ZipError(`has no member named ${program}`);
        const { fileDataStart, fileName } = await file.readLocalFileHeaderPromise(entry).catch(rethrow);
        if (fileName.toString("latin1") !== program)
            throw new ZipError("calls its program otherwise than its directory does");
        const { compressedSize, uncompressedSize, compressionMethod, crc32: crc } = entry;
        if (compressedSize === 0)
            throw new ZipError("has an empty program");
        return { start: fileDataStart, compressedSize, size: uncompressedSize, crc, isStored: compressionMethod === 0 };
    }
    finally {
        file.close();
    }
}
async function listEntries(iterable) {
    const entries = [];
    try {
        for await (const entry of iterable) {
            entries.push(entry);
            if (entries.length > MOST_MEMBERS)
                throw new ZipError(`has more than ${MOST_MEMBERS} members`);
        }
    }
    catch (error) {
        return rethrow(error);
    }
    return entries;
}
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
function checkEntry(entry, program) {
    const name = JSON.stringify(entry.fileName.slice(0, 80));
    if (entry.fileName !== program && !TEXTS.test(entry.fileName))
        throw new ZipError(`has the unexpected member ${name}`);
    // The upper half holds the Unix mode; zips made elsewhere have none.
    const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
    if (type !== 0 && type !== REGULAR)
        throw new ZipError(`has the member ${name}, which is not an ordinary file`);
    if (entry.isEncrypted())
        throw new ZipError(`has the encrypted member ${name}`);
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        throw new ZipError(`has the member ${name} in an unknown compression`);
    if (entry.uncompressedSize > LARGEST_PROGRAM)
        throw new ZipError(`has the member ${name} of ${entry.uncompressedSize} bytes`);
}
function rethrow(error) {
    if (error instanceof ZipError || codeOf(error) !== "")
        throw error;
    throw new ZipError(`cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
}
/** Writes the program to a new file, executable for everyone and writable for its owner. */
async function extractProgram(zip, member, target) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(target, "wx", 0o755);
    try {
        let sum = 0;
        await inflate(zip, member, (piece) => {
            sum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.crc32)(piece, sum);
            return file.writeFile(piece);
        });
        if (sum !== member.crc)
            throw new ZipError("has a damaged program: its CRC-32 is another one");
        // The mode given to open is cut by the process's umask.
        await file.chmod(0o755);
    }
    finally {
        await file.close();
    }
}
/** Is the file, byte for byte, the program in the zip, with the mode it was given? False also when it is missing. */
async function isProgram(zip, member, path) {
    // A link could lead elsewhere later than now.
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW).catch((error) => {
        if (codeOf(error) === "ENOENT" || codeOf(error) === "ELOOP")
            return undefined;
        throw error;
    });
    if (file === undefined)
        return false;
    try {
        const { size, mode } = await file.stat();
        if (size !== member.size || (mode & 0o7777) !== 0o755)
            return false;
        const ours = Buffer.allocUnsafe(PIECE);
        await inflate(zip, member, async (piece, offset) => {
            const { bytesRead } = await file.read(ours, 0, piece.length, offset);
            if (!ours.subarray(0, bytesRead).equals(piece))
                throw new Difference();
        });
        return true;
    }
    catch (error) {
        if (error instanceof Difference)
            return false;
        throw error;
    }
    finally {
        await file.close();
    }
}
/** Ends a comparison at the first byte that differs. */
class Difference extends Error {
}
/** Hands a member's bytes over, in order and in pieces of at most PIECE bytes, and checks how many there are. */
async function inflate(zip, member, take) {
    const range = { start: member.start, end: member.start + member.compressedSize - 1, highWaterMark: PIECE };
    const tuning = { chunkSize: PIECE, highWaterMark: 4 * PIECE };
    const unpack = member.isStored ? new node_stream__WEBPACK_IMPORTED_MODULE_2__.PassThrough() : (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.createInflateRaw)(tuning);
    let size = 0;
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(zip, range), unpack, async (pieces) => {
        for await (const read of pieces) {
            // A stream hands over everything it has buffered at once.
            for (let at = 0; at < read.length; at += PIECE) {
                const piece = read.subarray(at, at + PIECE);
                if (size + piece.length > member.size) {
                    throw new ZipError(`has a program of more than the announced ${member.size} bytes`);
                }
                await take(piece, size);
                size += piece.length;
            }
        }
    }).catch((error) => {
        if (codeOf(error).startsWith("Z_"))
            throw new ZipError("has a damaged program");
        throw error;
    });
    if (size !== member.size)
        throw new ZipError(`has a program of ${size} bytes where ${member.size} are announced`);
}
function codeOf(error) {
    return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}


/***/ })

};

