export const id = 414;
export const ids = [414];
export const modules = {

/***/ 9414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   entryProblem: () => (/* binding */ entryProblem),
/* harmony export */   evictEntry: () => (/* binding */ evictEntry),
/* harmony export */   placeEntry: () => (/* binding */ placeEntry)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var _install_openpgp_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2763);
/* harmony import */ var _install_zip_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3827);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2439);
/**
 * The runner's tool cache: where a release is kept, whether what is kept there is still what was signed, how it gets in
 * and out. The layout is the one of @actions/tool-cache, so that its `find` sees our entries and we see its. Nothing is
 * fetched here.
 */








/** Is there an entry that was written to its end? */
async function hasEntry(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(`${directory}.complete`).then(() => true, () => false);
}
/**
 * Why an entry cannot be used, undefined when it can: it holds its four files and nothing else (the directory comes on
 * PATH), the signature over the checksums is good, the zip has its checksum, and the program is the one in the zip.
 */
async function entryProblem(directory, files, trust) {
    const expected = [files.zip, files.sums, files.signature, files.program].sort(byName);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(directory).catch(() => []);
    if (found.toSorted(byName).join("/") !== expected.join("/"))
        return "it does not hold exactly the files that were put there";
    const zip = node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, files.zip);
    const settled = await Promise.allSettled([
        programProblem(zip, files.program, node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, files.program)),
        sumsProblem(directory, files, trust),
    ]);
    for (const result of settled) {
        if (result.status === "rejected") {
            const error = result.reason;
            if (!(error instanceof _install_openpgp_js__WEBPACK_IMPORTED_MODULE_5__/* .SignatureError */ .V) && !(error instanceof _install_zip_js__WEBPACK_IMPORTED_MODULE_6__/* .ZipError */ .Wz))
                throw error;
            return error.message;
        }
        if (result.value !== undefined)
            return result.value;
    }
    return undefined;
}
function byName(a, b) {
    return a < b ? -1 : 1;
}
async function programProblem(zip, program, file) {
    const member = await (0,_install_zip_js__WEBPACK_IMPORTED_MODULE_6__/* .findProgram */ .Kp)(zip, program);
    return (await (0,_install_zip_js__WEBPACK_IMPORTED_MODULE_6__/* .isProgram */ .Vd)(zip, member, file)) ? undefined : "the program is not the one in the release's zip";
}
async function sumsProblem(directory, files, trust) {
    const data = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, files.sums));
    const signature = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, files.signature));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, files.zip), { highWaterMark: 1 << 20 }), hash);
    if (hash.digest("hex") !== (0,_releases_js__WEBPACK_IMPORTED_MODULE_7__/* .findChecksum */ .ZQ)(data.toString("latin1"), files.zip))
        return "the zip does not have its checksum";
    await (0,_install_openpgp_js__WEBPACK_IMPORTED_MODULE_5__/* .verifySignature */ .O)({ data, signature, ...trust });
    return undefined;
}
/** Takes an entry out; its marker goes first, so that nobody finds half of it. */
async function evictEntry(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(`${directory}.complete`, { force: true });
    const doomed = `${directory}.evicted-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(directory, doomed).catch((error) => {
        if (codeOf(error) !== "ENOENT")
            throw error;
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(doomed, { recursive: true, force: true });
}
/**
 * Moves a finished directory into its place in one step. When another job was faster its entry is kept; the caller
 * judges it like any other. Rejects with the system's error when the cache cannot be written.
 */
async function placeEntry(staged, directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(directory), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(staged, 0o755);
    if (!(await hasEntry(directory)))
        await evictEntry(directory);
    await move(staged, directory).catch((error) => {
        if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST")
            throw error;
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(`${directory}.complete`, "");
}
async function move(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(from, to);
    }
    catch (error) {
        if (codeOf(error) !== "EXDEV")
            throw error;
        // Another file system: copy beside the place, then rename there.
        const beside = `${to}.part-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(from, beside, { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(beside, to);
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(beside, { recursive: true, force: true });
        }
    }
}
function codeOf(error) {
    return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}


/***/ }),

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

