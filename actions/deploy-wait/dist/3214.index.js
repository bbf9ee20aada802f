export const id = 3214;
export const ids = [3214];
export const modules = {

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ AwsFault)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * How the rest speaks to AWS: one function, answers of unknown shape, one kind of error. Types and the error only; the door
 * `./client` has the implementation.
 */

/** A call that had no answer. */
class AwsFault extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    kind;
    action;
    code;
    said;
    constructor({ kind, action, code, message, remedy, cause }) {
        const words = message === "" || message === code ? code : `${code}: ${message}`;
        super({
            reason: kind === "denied" ? "access-denied" : kind === "expired" ? "credentials-expired" : "failed",
            what: `${action} had no answer (${words})`,
            remedy: remedy ?? remedies[kind](action),
            cause,
        });
        this.name = "AwsFault";
        this.kind = kind;
        this.action = action;
        this.code = code;
        this.said = message;
    }
}
const remedies = {
    throttled: () => "Too many calls are made in this account and Region. Run the job again.",
    unavailable: () => "Check the network between the runner and AWS, and AWS's own health. Run the job again.",
    skewed: () => "Set the clock of the runner.",
    denied: (action) => `Allow ${action} for the role of this job.`,
    expired: () => "Name a role in role-to-assume, so that credentials are renewed, or let the role's sessions last longer.",
    refused: () => "Check the names and ids that the step was given.",
};


/***/ }),

/***/ 3214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAws: () => (/* binding */ createAws)
});

// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
;// CONCATENATED MODULE: ./packages/aws/lib/services.js
/** Loads the file of a service. */
const loaders = {
    apprunner: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(2284), __webpack_require__.e(6853)]).then(__webpack_require__.bind(__webpack_require__, 6853)),
    cloudformation: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3805), __webpack_require__.e(9322)]).then(__webpack_require__.bind(__webpack_require__, 9322)),
    cloudwatch: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4085), __webpack_require__.e(450)]).then(__webpack_require__.bind(__webpack_require__, 450)),
    codebuild: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4774), __webpack_require__.e(9983)]).then(__webpack_require__.bind(__webpack_require__, 9983)),
    codedeploy: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(7507), __webpack_require__.e(3352)]).then(__webpack_require__.bind(__webpack_require__, 3352)),
    codepipeline: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8232), __webpack_require__.e(9497)]).then(__webpack_require__.bind(__webpack_require__, 9497)),
    ecs: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(212), __webpack_require__.e(9885)]).then(__webpack_require__.bind(__webpack_require__, 9885)),
    "elastic-beanstalk": () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(6114), __webpack_require__.e(6723)]).then(__webpack_require__.bind(__webpack_require__, 6723)),
    elbv2: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(586), __webpack_require__.e(1201)]).then(__webpack_require__.bind(__webpack_require__, 1201)),
    lambda: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1696), __webpack_require__.e(5041)]).then(__webpack_require__.bind(__webpack_require__, 5041)),
    logs: () => Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(303), __webpack_require__.e(5269)]).then(__webpack_require__.bind(__webpack_require__, 5269)),
};
/** IAM's prefixes where they are not our names (docs.aws.amazon.com/service-authorization/latest/reference). */
const prefixes = {
    "elastic-beanstalk": "elasticbeanstalk",
    elbv2: "elasticloadbalancing",
};
/** The IAM action of an operation: `ecs:DescribeServices`. */
function actionOf(service, operation) {
    return `${prefixes[service] ?? service}:${operation}`;
}

;// CONCATENATED MODULE: ./packages/aws/lib/clients.js

/** Opens nothing before the first call. */
function createClients({ settings, session, isRoleFirst, mask }) {
    const open = new Map();
    let usesRole = isRoleFirst;
    let generation = 0;
    let renewing;
    const startRenewing = async (role) => {
        try {
            await role.renew();
            usesRole = true;
            generation += 1;
            open.clear();
        }
        finally {
            renewing = undefined;
        }
    };
    return {
        get generation() {
            return generation;
        },
        send: async (service, operation, input, abortSignal) => {
            const { service: loaded } = await loaders[service]();
            const credentials = session === undefined || !usesRole ? {} : { credentials: () => session.identity() };
            const client = open.get(service) ?? loaded.open({ ...settings(), ...credentials });
            open.set(service, client);
            const { secretAccessKey, sessionToken = "" } = await client.config.credentials();
            for (const secret of [secretAccessKey, sessionToken])
                mask(secret);
            const Command = loaded.commands[operation];
            // The SDK's types want each command's own input; we make it from unknown parts and read unknown answers.
            return client.send(new Command(input), { abortSignal });
        },
        renew: async (seen) => {
            if (session === undefined || seen !== generation)
                return;
            renewing ??= startRenewing(session);
            await renewing;
        },
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./packages/aws/lib/faults.js
/**
 * Turns whatever a call of the SDK throws into an AwsFault of the right kind. It sends nothing. The names of errors are those
 * of the services' "Common errors" pages and of the SDK's own classification (@smithy/core, service-error-classification).
 */



/** There was no whole answer, or something that is none: no such host, a cut connection, a proxy's page. */
class WireError extends Error {
    /** The system's word (`ECONNRESET`), or `HTTP 502`. */
    code;
    constructor(code, message, cause) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = "WireError";
        this.code = code;
    }
}
const SKEWED = /^(?:RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)/;
/** As SigV4 words it: "Signature expired: 20260101T000000Z is now earlier than …", "Signature not yet current: …". */
const SKEWED_SIGNATURE = /signature (?:expired|not yet current)/i;
const EXPIRED = /^(?:ExpiredToken|TokenRefreshRequired)/;
const EXPIRED_TOKEN = /security token included in the request is expired/i;
const THROTTLED = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottl|SlowDown|BandwidthLimitExceeded|EC2Throttled|PriorRequestNotComplete)/;
const DENIED = /^(?:AccessDenied|Unauthorized|NotAuthorized|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|AuthFailure|OptInRequired|InvalidIdentityToken|IDPRejectedClaim)/;
const UNAVAILABLE = /^(?:ServiceUnavailable|Unavailable|InternalFailure|InternalError|InternalServ|ServerException|ServiceException|RequestTimeout|IDPCommunicationError)/;
/** What the SDK calls an error that the service gave no name. */
const UNNAMED = /^(?:Unknown(?:Error)?|Error|)$/;
const NO_CREDENTIALS = "Run aws-actions/configure-aws-credentials before this step, or name a role in role-to-assume and grant the job `permissions: id-token: write`.";
/** One line of foreign text, not too long to be read. */
function shorten(text) {
    const line = text.split(/[\r\n]/, 1)[0]?.trim() ?? "";
    return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
/** The error that a call of `action` rejects with. A Failure stays as it is. */
function toFault(error, action) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const { name, message } = describe(error);
    const fault = (kind, code, said, remedy) => new lib_ask/* AwsFault */.k({
        kind,
        action,
        code,
        message: shorten(said),
        cause: error,
        ...(remedy === undefined ? {} : { remedy }),
    });
    if (error instanceof deadline/* DeadlineError */.j3)
        return fault("unavailable", "TIMEOUT", message);
    if (error instanceof WireError)
        return fault("unavailable", error.code, message);
    const status = (0,plain/* readNumber */.kz)(error, "$metadata", "httpStatusCode");
    if (status !== undefined) {
        // What the service itself says has a side that is to blame; what does not could not be read.
        if ((0,plain/* read */.LF)(error, "$fault") === undefined) {
            return fault("unavailable", "BadAnswer", `the answer with HTTP ${status} cannot be read`);
        }
        const isNamed = !UNNAMED.test(name);
        const told = {
            code: isNamed ? name : `HTTP ${status}`,
            message: message === "UnknownError" ? "" : message,
            status,
        };
        return fault(kindOf(told), told.code, told.message);
    }
    if (name.endsWith("ProviderError")) {
        return fault("denied", "NoCredentials", `no AWS credentials were found: ${message}`, NO_CREDENTIALS);
    }
    if (/^(?:TimeoutError|AbortError)$/.test(name))
        return fault("unavailable", "TIMEOUT", message);
    // Nothing was sent: an endpoint that is no URL, a profile that is not there, an input that the SDK refuses.
    return fault("refused", name, message, "Check the AWS variables of the job and what the step was given.");
}
function kindOf({ code, message, status }) {
    if (SKEWED.test(code) || (/Signature/.test(code) && SKEWED_SIGNATURE.test(message)))
        return "skewed";
    if (EXPIRED.test(code) || (status < 500 && EXPIRED_TOKEN.test(message)))
        return "expired";
    if (THROTTLED.test(code) || status === 429 || /^rate exceeded/i.test(message))
        return "throttled";
    if (UNAVAILABLE.test(code) || status >= 500 || status < 400 || status === 407 || status === 408)
        return "unavailable";
    if (DENIED.test(code) || status === 401 || status === 403)
        return "denied";
    return "refused";
}
function describe(error) {
    if (external_node_util_.types.isNativeError(error) || error instanceof Error)
        return { name: error.name, message: error.message };
    return { name: "Error", message: String(error) };
}

;// CONCATENATED MODULE: ./packages/aws/lib/region.js
/** Which Region is asked. Reads nothing but what it is given. */

/** A label of a host name, as the SDK wants it. */
const REGION = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** The Region of the step: the given one, AWS_REGION or AWS_DEFAULT_REGION. Throws a Failure `invalid-input` when none is known. */
function resolveRegion(given, environment) {
    const sources = [
        ["The Region that was given", given],
        ["AWS_REGION", environment["AWS_REGION"]],
        ["AWS_DEFAULT_REGION", environment["AWS_DEFAULT_REGION"]],
    ];
    for (const [source, text] of sources) {
        const region = text?.trim() ?? "";
        if (REGION.test(region))
            return region;
        if (region !== "") {
            throw new failure/* Failure */.HR({
                reason: "invalid-input",
                what: `${source} is not an AWS Region: ${JSON.stringify(region.slice(0, 100))}`,
                remedy: "Write it as AWS does, such as eu-west-1.",
            });
        }
    }
    throw new failure/* Failure */.HR({
        reason: "invalid-input",
        what: "No AWS Region is known",
        remedy: "Set AWS_REGION, or run aws-actions/configure-aws-credentials with aws-region before this step.",
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/aws/lib/token.js
/**
 * The token with which a job proves to AWS who it is: from GitHub's endpoint, else from a file. A fresh one each time,
 * because they live for minutes (docs.github.com/actions, "OpenID Connect").
 */




/** What is asked of STS; every fault on the way to a role's credentials names it. */
const ASSUME = "sts:AssumeRoleWithWebIdentity";
/** What to do when the job cannot prove who it is. */
const GRANT_ID_TOKEN = "Grant the job `permissions: id-token: write`, so that the role can be assumed with the job's own token.";
const AUDIENCE = "sts.amazonaws.com";
/** Whether there is anywhere to get a token from. */
function hasTokenSource(environment) {
    return tokenUrl(environment) !== undefined || (environment["AWS_WEB_IDENTITY_TOKEN_FILE"] ?? "") !== "";
}
/** A fresh token. Rejects with an AwsFault of {@link ASSUME}, or as the signal ends it. */
async function fetchToken(environment, wire, signal) {
    const url = tokenUrl(environment);
    if (url !== undefined) {
        return askGitHub(url, environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "", wire, signal);
    }
    const file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] ?? "";
    if (file === "")
        throw token_toFault("denied", "NoToken", "the job has no OIDC token");
    const text = await (0,promises_.readFile)(file, "utf8").catch((error) => {
        throw token_toFault("denied", "NoToken", `AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: ${String(error)}`);
    });
    return text.trim();
}
function tokenUrl(environment) {
    if ((environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "") === "")
        return undefined;
    return URL.parse(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") ?? undefined;
}
async function askGitHub(endpoint, bearer, wire, signal) {
    const url = new URL(endpoint);
    url.searchParams.set("audience", AUDIENCE);
    const headers = {
        authorization: `Bearer ${bearer}`,
        accept: "application/json; api-version=2.0",
        "user-agent": "handrail",
    };
    const { status, data } = await wire.get(url, headers, signal);
    const token = status === 200 ? (0,plain/* readText */.yR)(data, "value") : "";
    if (token !== "")
        return token;
    // Only a clear no is one: everything else may pass.
    const isRefused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    const words = `GitHub's token endpoint answered with HTTP ${status}${status === 200 ? " and no token" : ""}`;
    throw token_toFault(isRefused ? "denied" : "unavailable", `HTTP ${status}`, words);
}
function token_toFault(kind, code, message) {
    const remedy = kind === "denied" ? { remedy: GRANT_ID_TOKEN } : {};
    return new lib_ask/* AwsFault */.k({ kind, action: ASSUME, code, message: shorten(message), ...remedy });
}

;// CONCATENATED MODULE: ./packages/aws/lib/session.js
/**
 * The session of the role that the step was given: assumed when it is needed, kept for everyone who signs, renewed before it
 * ends. It knows no service but STS.
 */




/** Credentials are renewed this long before they end. The SDK thinks the same of what it is given. */
const MARGIN_MS = 300_000;
/** Opens nothing before it is asked. */
function createSession(options) {
    let current;
    let pending;
    const renew = () => {
        pending ??= assume(options)
            .then((identity) => (current = identity))
            .finally(() => {
            pending = undefined;
        });
        return pending;
    };
    const left = () => (current === undefined ? 0 : current.expiration.getTime() - options.wire.serverNow());
    return {
        renew,
        identity: async () => {
            if (current !== undefined && left() > MARGIN_MS)
                return current;
            try {
                return await renew();
            }
            catch (error) {
                // What is not renewed yet can still be good.
                if (current !== undefined && left() > 0)
                    return current;
                throw error;
            }
        },
    };
}
async function assume(options) {
    const { clock, deadlineMs: ms, environment, mask, role, settings, wire } = options;
    try {
        const token = await (0,deadline/* withDeadline */.NE)({ clock, ms }, (signal) => fetchToken(environment, wire, signal));
        mask(token);
        const { assumeRole } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695), __webpack_require__.e(4092)]).then(__webpack_require__.bind(__webpack_require__, 4092));
        const assumption = { roleArn: role.arn, sessionName: role.sessionName, token };
        const identity = await (0,deadline/* withDeadline */.NE)({ clock, ms }, (signal) => assumeRole(settings(), assumption, signal));
        if (identity === undefined)
            throw toBadAnswer();
        for (const secret of [identity.accessKeyId, identity.secretAccessKey, identity.sessionToken])
            mask(secret);
        return identity;
    }
    catch (error) {
        throw explain(toFault(error, ASSUME), role.arn);
    }
}
function toBadAnswer() {
    return new lib_ask/* AwsFault */.k({
        kind: "unavailable",
        action: ASSUME,
        code: "BadAnswer",
        message: "the answer has no credentials",
    });
}
/** Says what to do about a role that AWS does not give; what has a remedy of its own (no token) stays. */
function explain(error, arn) {
    if (!(error instanceof lib_ask/* AwsFault */.k) ||
        (error.kind !== "denied" && error.kind !== "refused") ||
        error.cause === undefined) {
        return error;
    }
    const { kind, action, code, said: message, cause } = error;
    const remedy = `Check that ${arn} exists and that its trust policy accepts this job: provider token.actions.githubusercontent.com, audience sts.amazonaws.com, and this repository in the subject. The job needs \`permissions: id-token: write\`.`;
    return new lib_ask/* AwsFault */.k({ kind, action, code, message, remedy, cause });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./packages/runner/lib/proxy.js
var lib_proxy = __webpack_require__(6256);
// EXTERNAL MODULE: ./node_modules/@smithy/node-http-handler/dist-cjs/index.js
var dist_cjs = __webpack_require__(1279);
;// CONCATENATED MODULE: ./packages/aws/lib/wire.js
/**
 * How requests leave: kept-alive connections, the runner's proxies, and a look at every answer for AWS's time and for pages
 * that are no answers. It signs and parses nothing.
 */






/** Of one answer. The longest that AWS gives is GetLogEvents' 1 MiB (API reference of CloudWatch Logs). */
const MAX_BYTES = 33_554_432;
/** Opens nothing before the first request. */
function createWire(options) {
    const { clock, environment } = options;
    const lanes = new Map();
    const laneFor = (url) => {
        const proxy = (0,lib_proxy/* proxyFor */.iJ)(url, environment);
        const lane = lanes.get(proxy?.href ?? "") ?? createLane(proxy);
        lanes.set(proxy?.href ?? "", lane);
        return lane;
    };
    let ahead = 0;
    let signingAhead = 0;
    const note = (headers) => {
        const time = Date.parse(headers["date"] ?? "");
        // An answer with an age is a cache's.
        if (Number.isNaN(time) || headers["age"] !== undefined)
            return;
        ahead = time - clock.now();
        signingAhead = time - Date.now();
    };
    const handle = async (request, handling) => {
        const port = request.port === undefined ? "" : `:${request.port}`;
        const lane = laneFor(new URL(`${request.protocol}//${request.hostname}${port}`));
        try {
            const { response } = await lane.handler.handle(request, handling);
            const body = await readBody(response.body);
            if (isPage(response.headers["content-type"], body)) {
                throw new WireError(`HTTP ${response.statusCode}`, "an HTML page came in the place of an answer");
            }
            note(response.headers);
            response.body = isEmpty(body) ? new Uint8Array() : body;
            return { response };
        }
        catch (error) {
            throw toWireError(error, lane.isProxied);
        }
    };
    return {
        handler: {
            metadata: { handlerProtocol: "http/1.1" },
            handle,
            destroy: () => undefined,
            updateHttpClientConfig: () => undefined,
            httpHandlerConfigs: () => ({}),
        },
        get: async (url, headers, signal) => {
            const lane = laneFor(url);
            try {
                const response = await get(url, { headers, signal }, lane);
                return { status: response.statusCode ?? 0, data: parse(await readBody(response)) };
            }
            catch (error) {
                throw toWireError(error, lane.isProxied);
            }
        },
        serverNow: () => clock.now() + ahead,
        signingOffset: () => signingAhead,
    };
}
function createLane(proxy) {
    // Idle connections end before a cloud's NAT forgets them silently (4 minutes on Azure).
    const common = { keepAlive: true, timeout: 30_000, ...(0,lib_proxy/* proxyOptions */.P_)(proxy, process.versions.node) };
    const [http, https] = [new external_node_http_.Agent(common), new external_node_https_.Agent(common)];
    return {
        isProxied: proxy !== undefined,
        http,
        https,
        handler: new dist_cjs.NodeHttpHandler({ httpAgent: http, httpsAgent: https }),
    };
}
function get(url, options, lane) {
    const isSecure = url.protocol === "https:";
    const send = isSecure ? external_node_https_.request : external_node_http_.request;
    return new Promise((resolve, reject) => {
        const request = send(url, { ...options, agent: isSecure ? lane.https : lane.http });
        request.once("response", resolve);
        request.on("error", reject);
        request.end();
    });
}
function parse(body) {
    try {
        return JSON.parse(body.toString());
    }
    catch {
        return undefined;
    }
}
async function readBody(body) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MAX_BYTES)
            throw new WireError("TOO_LARGE", "the answer is larger than any of AWS");
    }
    return Buffer.concat(chunks);
}
/** Whether it is for people: proxies and gateways answer so in the place of the service. */
function isPage(type, body) {
    return /^text\/html\b/i.test(type ?? "") || /^\s*<(?:!doctype )?html\b/i.test(body.subarray(0, 100).toString());
}
/** Whether it says nothing, whatever notation the service has. */
function isEmpty(body) {
    return body.length < 10 && /^\s*(?:\{\s*\})?\s*$/.test(body.toString());
}
/** What a connection's error becomes. The text of a proxy's can hold the proxy's URL, and is left out. */
function toWireError(error, isProxied) {
    if (error instanceof failure/* Failure */.HR || error instanceof WireError)
        return error;
    const code = (0,failure/* errorCode */.CA)(error) ?? "";
    const text = isProxied || !(external_node_util_.types.isNativeError(error) || error instanceof Error) ? "" : error.message;
    return new WireError(/^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "ECONNRESET", text);
}

;// CONCATENATED MODULE: ./packages/aws/lib/client.js
/**
 * The effect door of @handrail/aws: the SDK's clients, one lazily loaded file per service. A call is made once; what failed
 * is repeated only when its credentials had expired and new ones could be had.
 */









const DEADLINE_MS = 10_000;
/** Opens the door. Nothing is loaded or sent before the first call. */
function createAws(options) {
    const { clock, environment, role } = options;
    const mask = once(options.mask);
    const wire = createWire(options);
    const region = () => resolveRegion(options.region, environment);
    const settings = () => ({
        region: region(),
        maxAttempts: 1,
        retryMode: "standard",
        requestHandler: wire.handler,
        systemClockOffset: wire.signingOffset(),
    });
    const session = role === undefined
        ? undefined
        : createSession({ role, environment, clock, wire, settings, mask, deadlineMs: DEADLINE_MS });
    const clients = createClients({ settings, session, isRoleFirst: !hasCredentials(environment), mask });
    const ask = async (service, operation, input, given) => {
        region();
        const signal = given?.evenWhenCancelled === true ? undefined : options.signal;
        const limited = (ms, work) => (0,deadline/* withDeadline */.NE)({ clock, ms, signal }, work).catch((error) => {
            throw signal?.aborted === true ? signal.reason : toFault(error, actionOf(service, operation));
        });
        const attempt = () => limited(DEADLINE_MS, (ending) => clients.send(service, operation, input, ending));
        const { generation } = clients;
        try {
            return await attempt();
        }
        catch (error) {
            if (session === undefined || !(error instanceof lib_ask/* AwsFault */.k) || error.kind !== "expired")
                throw error;
            if (!hasTokenSource(environment))
                throw withRemedy(error, GRANT_ID_TOKEN);
        }
        // The token and STS have a deadline each.
        await limited(3 * DEADLINE_MS, () => clients.renew(generation));
        return attempt();
    };
    return {
        ask,
        get region() {
            return region();
        },
        serverNow: () => wire.serverNow(),
        load: async (...services) => {
            await Promise.all(services.map((service) => loaders[service]()));
        },
    };
}
/** Whether the job brings credentials of its own. */
function hasCredentials(environment) {
    const has = (name) => (environment[name] ?? "") !== "";
    return has("AWS_PROFILE") || (has("AWS_ACCESS_KEY_ID") && has("AWS_SECRET_ACCESS_KEY"));
}
function withRemedy({ kind, action, code, said: message, cause }, remedy) {
    return new lib_ask/* AwsFault */.k({ kind, action, code, message, remedy, cause });
}
function once(mask) {
    const known = new Set([""]);
    return (secret) => {
        if (!known.has(secret))
            mask(secret);
        known.add(secret);
    };
}


/***/ }),

/***/ 4262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};

