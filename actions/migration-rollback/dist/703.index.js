export const id = 703;
export const ids = [703];
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

/***/ 5606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ databaseFaultKind)
/* harmony export */ });
/** A database that does not exist (3D000, 1049) is not `missing`: whoever reads a table that may be absent must not take it for that. */
const tables = {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    postgresql: [
        [/^(?:08...|57P0[1235]|53300|25P0[34])$/, "unreachable"],
        [/^(?:28...|42501|0[LP]...)$/, "denied"],
        [/^(?:42P01|42703|3F000)$/, "missing"],
        [/^(?:42P0[467]|42701|42710|42723|23505)$/, "exists"],
        [/^(?:55P03|55006|40P01|40001)$/, "locked"],
    ],
    // https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html,
    // https://mariadb.com/kb/en/mariadb-error-code-reference/; below 3000 both mean the same, 2xxx are of the client.
    mysql: [
        [
            /^(?:1040|1042|1043|1047|1053|1077|1079|1080|1129|1152|1153|1154|1158|1159|1160|1161|1184|1203|1226|1927|4031)$/,
            "unreachable",
        ],
        [/^20(?:0[2-7]|1[0-4]|26|55)$/, "unreachable"],
        [
            /^(?:1044|1045|1130|1131|1132|1142|1143|1227|1251|1290|1370|1524|1698|1820|1862|1873|1836|3118|3159|3955|4151)$/,
            "denied",
        ],
        [/^(?:1051|1054|1109|1146)$/, "missing"],
        [/^(?:1007|1022|1050|1060|1061|1062|1304|1359|1586)$/, "exists"],
        [/^(?:1205|1213|3058|3572)$/, "locked"],
    ],
    // https://sqlite.org/rescode.html
    sqlite: [
        [/^SQLITE_(?:PERM|AUTH|READONLY)/, "denied"],
        [/^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY|ROWID)$/, "exists"],
        [/^SQLITE_(?:BUSY|LOCKED)/, "locked"],
    ],
};
/** What comes of the system, of TLS, and of drivers, when there was no answer of a database. */
const SYSTEM = /^(?:E(?!RR_)[A-Z][A-Z_]{2,}|CERT_.*|SELF_SIGNED_.*|DEPTH_ZERO_.*|UNABLE_TO_.*|ERR_(?:TLS|SSL)_.*|PROTOCOL_.*|HANDSHAKE_.*|TIMEOUT|CONNECTION_LOST)$/;
/**
 * The kind of a fault by the database's code (see DatabaseFailure.code), and by its words where the code says nothing: SQLite has
 * one code, SQLITE_ERROR, for all that is wrong with a statement. `refused` for what is not known.
 */
function databaseFaultKind(engine, code, said = "") {
    for (const [codes, kind] of tables[engine])
        if (codes.test(code))
            return kind;
    if (code === "SQLITE_ERROR") {
        if (/^(?:no such (?:table|column|view)|table .* has no column named)/.test(said))
            return "missing";
        return /already exists$|^duplicate column name/.test(said) ? "exists" : "refused";
    }
    return SYSTEM.test(code) ? "unreachable" : "refused";
}


/***/ }),

/***/ 8703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openEcsExecutor: () => (/* binding */ openEcsExecutor)
});

// EXTERNAL MODULE: ./packages/aws/lib/ask.js
var lib_ask = __webpack_require__(7398);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./packages/aws/lib/ecs-task.js
/**
 * A task of Amazon ECS as a type of ours, parsed from what DescribeTasks and DescribeTaskDefinition answer. Parsing only: why
 * a task stopped is judged in stop-cause.ts. A field that is missing or of a wrong type reads as empty.
 */

/** Parses an entry of `tasks` of DescribeTasks. */
function parseTask(value) {
    const arn = (0,plain/* readText */.yR)(value, "taskArn");
    const taskDefinitionArn = (0,plain/* readText */.yR)(value, "taskDefinitionArn");
    return {
        arn,
        id: lastPart(arn),
        clusterArn: (0,plain/* readText */.yR)(value, "clusterArn"),
        taskDefinitionArn,
        family: lastPart(taskDefinitionArn).split(":")[0] ?? "",
        group: (0,plain/* readText */.yR)(value, "group"),
        startedBy: (0,plain/* readText */.yR)(value, "startedBy"),
        lastStatus: (0,plain/* readText */.yR)(value, "lastStatus"),
        desiredStatus: (0,plain/* readText */.yR)(value, "desiredStatus"),
        stopCode: (0,plain/* readText */.yR)(value, "stopCode"),
        stoppedReason: (0,plain/* readText */.yR)(value, "stoppedReason"),
        createdAt: (0,plain/* readTime */.aQ)(value, "createdAt"),
        startedAt: (0,plain/* readTime */.aQ)(value, "startedAt"),
        stoppedAt: (0,plain/* readTime */.aQ)(value, "stoppedAt"),
        containers: (0,plain/* readList */.LD)(value, "containers").map(parseContainer),
    };
}
function parseContainer(value) {
    const exitCode = (0,plain/* readNumber */.kz)(value, "exitCode");
    const essential = (0,plain/* read */.LF)(value, "essential");
    const name = (0,plain/* readText */.yR)(value, "name");
    return {
        name,
        lastStatus: (0,plain/* readText */.yR)(value, "lastStatus"),
        reason: (0,plain/* readText */.yR)(value, "reason"),
        health: (0,plain/* readText */.yR)(value, "healthStatus"),
        runtimeId: (0,plain/* readText */.yR)(value, "runtimeId"),
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(typeof essential === "boolean" ? { essential } : isGuest(name) ? { essential: false } : {}),
    };
}
/**
 * GuardDuty adds a container of its own, which no task definition knows.
 * https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html
 */
const isGuest = (name) => name.startsWith("aws-guardduty-agent");
/**
 * The essential containers by name, from an answer of DescribeTaskDefinition; undefined when it holds no containers. A
 * container that says nothing about it is essential.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
function essentialContainers(answer) {
    const definitions = (0,plain/* readList */.LD)(answer, "taskDefinition", "containerDefinitions");
    if (definitions.length === 0)
        return undefined;
    const essential = definitions.filter((each) => (0,plain/* read */.LF)(each, "essential") !== false);
    return new Set(essential.map((each) => (0,plain/* readText */.yR)(each, "name")));
}
/** The task with what its task definition says about which containers are essential; what it says itself stays. */
function withEssentials(task, essentials) {
    const containers = task.containers.map((container) => ({ essential: essentials.has(container.name), ...container }));
    return { ...task, containers };
}
/** Whether a task has ended, or is on its way there. */
function ecs_task_hasStopped(task) {
    return task.lastStatus === "STOPPED" || task.stopCode !== "" || task.stoppedReason !== "";
}
/** The Region of an ARN; "" of anything else. */
function regionOfArn(arn) {
    const parts = arn.split(":");
    return parts[0] === "arn" ? (parts[3] ?? "") : "";
}
/** What follows the last slash. */
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/quote.js
var quote = __webpack_require__(2412);
;// CONCATENATED MODULE: ./packages/migration/lib/ecs-definition.js
/** Reads what DescribeTaskDefinition answers, and holds it against the settings before anything is started. Pure. */


/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (stopTimeout) */
const STOP_TIMEOUT_S = 30;
/**
 * The definition that tasks are run from.
 * @throws Failure `invalid-input` when it does not fit the settings
 */
function readTaskDefinition(answer, settings) {
    const arn = (0,plain/* readText */.yR)(answer, "taskDefinition", "taskDefinitionArn");
    const essentials = essentialContainers(answer);
    if (arn === "" || essentials === undefined) {
        throw invalid(`ECS says nothing about the task definition ${(0,quote/* quoteText */.o)(settings.taskDefinition)}`, "Check task-definition, the account and the Region, then run the job again.");
    }
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    checkStatus(answer, name);
    checkNetwork((0,plain/* readText */.yR)(answer, "taskDefinition", "networkMode"), name, settings);
    const containers = (0,plain/* readList */.LD)(answer, "taskDefinition", "containerDefinitions");
    const container = chooseContainer(containers, essentials, { name, asked: settings.container });
    const found = containers.find((each) => (0,plain/* readText */.yR)(each, "name") === container);
    checkEntryPoint(found, container, settings);
    const image = (0,plain/* readText */.yR)(found, "image");
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? "";
    checkDigest(digest, name, settings);
    return {
        arn,
        family: (0,plain/* readText */.yR)(answer, "taskDefinition", "family") || (name.split(":")[0] ?? name),
        container,
        essentials,
        image,
        digest,
        launchType: launchTypeOf(answer),
        log: logPlaceOf(found, container),
        stopTimeoutMs: ((0,plain/* readNumber */.kz)(found, "stopTimeout") ?? STOP_TIMEOUT_S) * 1000,
    };
}
function invalid(what, remedy) {
    return new failure/* Failure */.HR({ reason: "invalid-input", what, remedy });
}
/** Of an inactive revision ECS starts no task. */
function checkStatus(answer, name) {
    const status = (0,plain/* readText */.yR)(answer, "taskDefinition", "status");
    if (status === "" || status === "ACTIVE")
        return;
    throw invalid(`The task definition ${name} is ${status}: ECS starts no task of it`, "Register the same task definition again and name the new revision in task-definition.");
}
/** With awsvpc a task needs subnets; without, ECS refuses them. */
function checkNetwork(mode, name, { subnets, securityGroups }) {
    if (mode === "awsvpc" && subnets.length === 0) {
        throw invalid(`Tasks of ${name} have a network of their own (awsvpc), and no subnets are given`, "Give subnets.");
    }
    if (mode !== "" && mode !== "awsvpc" && subnets.length > 0) {
        throw invalid(`Tasks of ${name} use the network ${mode}, which has no subnets`, "Leave subnets empty.");
    }
    if (subnets.length === 0 && securityGroups.length > 0) {
        throw invalid("security-groups are given without subnets", "Give subnets, or leave security-groups empty.");
    }
}
function chooseContainer(containers, essentials, { name, asked }) {
    const names = containers.map((each) => (0,plain/* readText */.yR)(each, "name"));
    const list = names.join(", ");
    if (asked === "") {
        const [only, ...others] = essentials;
        if (only !== undefined && others.length === 0)
            return only;
        throw invalid(`Which container of ${name} runs the command cannot be told: ${[...essentials].join(", ")} are essential`, `Name it in container: one of ${list}.`);
    }
    if (!names.includes(asked)) {
        throw invalid(`The task definition ${name} has no container ${(0,quote/* quoteText */.o)(asked)}`, `Name one of ${list}.`);
    }
    if (!essentials.has(asked)) {
        throw invalid(`The container ${asked} of ${name} is not essential: its task would not end when the command does`, "Make it essential, or name a container that is.");
    }
    return asked;
}
/** `sh -c` takes its first argument for the whole command, and would run the tool without what it is to do. */
function checkEntryPoint(definition, container, { commandPrefix }) {
    const entryPoint = (0,plain/* readList */.LD)(definition, "entryPoint").map(String);
    if (commandPrefix.length > 0 || !/^-[a-z]*c$/.test(entryPoint.at(-1) ?? ""))
        return;
    throw invalid(`The container ${container} has the entry point ${(0,quote/* quoteText */.o)(entryPoint.join(" "))}, which would run only the first word of a command`, "Take -c out of the task definition's entryPoint (an image's own entry point may stay), or give a command-prefix that passes arguments on.");
}
function checkDigest(digest, name, { imageDigest }) {
    if (imageDigest === "" || digest === "" || digest === imageDigest)
        return;
    throw invalid(`The task definition ${name} runs the image ${digest}, and the record names ${imageDigest}`, "Name the task definition of the record in task-definition: only that image has the scripts that undo its migrations.");
}
function launchTypeOf(answer) {
    const kinds = (0,plain/* readList */.LD)(answer, "taskDefinition", "requiresCompatibilities");
    return kinds.length === 1 && kinds[0] === "FARGATE" ? "FARGATE" : undefined;
}
function logPlaceOf(definition, container) {
    const driver = (0,plain/* readText */.yR)(definition, "logConfiguration", "logDriver");
    if (driver === "")
        return `the container ${container} has no logConfiguration`;
    if (driver !== "awslogs")
        return `the container ${container} logs through ${(0,quote/* quoteText */.o)(driver)}`;
    const options = (0,plain/* read */.LF)(definition, "logConfiguration", "options");
    const group = (0,plain/* readText */.yR)(options, "awslogs-group");
    if (group === "")
        return `the container ${container} names no awslogs-group`;
    return { group, prefix: (0,plain/* readText */.yR)(options, "awslogs-stream-prefix"), region: (0,plain/* readText */.yR)(options, "awslogs-region") };
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-patience.js
/**
 * So long faults of a kind are borne from the first of a row on, ms. AWS's own trouble and the network's pass; credentials that
 * stay expired after the Ask has tried to renew them do not.
 */
const longest = {
    throttled: 300_000,
    unavailable: 300_000,
    skewed: 60_000,
    expired: 60_000,
};
/** A no is believed when it comes so often in a row: permissions and names can take a moment to be known everywhere. */
const MOST_REFUSALS = 3;
/** Begins patiently. */
function createPatience(clock) {
    let since;
    let refusals = 0;
    return {
        answered() {
            since = undefined;
            refusals = 0;
        },
        bears({ kind }) {
            const limit = longest[kind];
            if (limit === undefined) {
                refusals += 1;
                return refusals < MOST_REFUSALS;
            }
            since ??= clock.monotonic();
            return clock.monotonic() - since < limit;
        },
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-probes/node-drivers.js
const postgresql = String.raw `
const open = async (url) => {
  const { Client } = find("pg");
  const at = new URL(url.replace(/^\w+(\+\w+)?:/, "postgresql:"));
  const option = (...names) => names.map((name) => at.searchParams.get(name)).find(Boolean) || "";
  const mode = option("sslmode") || (option("ssl") === "true" ? "require" : "");
  const path = option("search_path", "currentSchema", "schema");
  const ca = option("sslrootcert");
  const options = [option("options"), path && "-c search_path=" + path.replace(/[\\\s]/g, "\\$&")].filter(Boolean).join(" ");
  at.search = "";
  const types = { 16: (text) => text === "t", 17: (text) => text.slice(2), 20: whole, 21: whole, 23: whole, 26: whole, 700: real, 701: real, 1700: whole };
  const connect = async (settings) => {
    const client = new Client({
      connectionString: at.href,
      application_name: "handrail",
      types: { getTypeParser: (oid) => types[oid] || String },
      ...(options ? { options } : {}),
      ...settings,
    });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const ssl = { rejectUnauthorized: mode.startsWith("verify") || ca !== "", ...(ca ? { ca: require("fs").readFileSync(ca) } : {}) };
  const first = { lock_timeout: 30000, ssl: /require|verify/.test(mode) && ssl };
  const client = await connect(first).catch((error) => {
    if (/lock_timeout/.test(error.message)) return connect({ ssl: first.ssl });
    if (mode || !/no encryption|SSL/i.test(error.message)) throw error;
    return connect({ ...first, ssl });
  });
  return {
    end: () => client.end(),
    ask: async (text) => {
      const { fields, rows } = await client.query({ text, rowMode: "array", queryMode: "extended" });
      return { columns: fields.map((each) => each.name), rows };
    },
  };
};`;
const mysql = String.raw `
const open = async (url) => {
  const at = new URL(url.replace(/^\w+(\+\w+)?:/, "mysql:"));
  const option = (...names) => names.map((name) => at.searchParams.get(name)).find(Boolean) || "";
  const mode = option("ssl-mode", "sslmode", "sslaccept") || (option("ssl") === "true" ? "require" : "");
  const socket = option("socket", "socketPath");
  const ca = option("ssl-ca", "sslcert");
  const client = find("mysql2", "mysql").createConnection({
    host: at.hostname.replace(/^\[|\]$/g, ""),
    port: at.port || 3306,
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: decodeURIComponent(at.pathname.slice(1)),
    charset: "utf8mb4",
    typeCast: (field) => field.buffer(),
    ...(socket ? { socketPath: socket } : {}),
    ...(/^(require|verify|accept|strict)/i.test(mode)
      ? { ssl: { rejectUnauthorized: /^(verify|strict)/i.test(mode), ...(ca ? { ca: require("fs").readFileSync(ca) } : {}) } }
      : {}),
  });
  client.on("error", () => {});
  const call = (work) => new Promise((done, fail) => work((error, ...rest) => (error ? fail(error) : done(rest))));
  const read = (field, bytes) => {
    if (bytes === null) return null;
    const type = field.columnType === undefined ? field.type : field.columnType;
    const text = bytes.toString();
    if ([0, 1, 2, 3, 8, 9, 13, 246].includes(type)) return whole(text);
    if (type === 4 || type === 5) return real(text);
    const set = field.characterSet === undefined ? field.charsetNr : field.characterSet;
    const isBytes = type === 16 || type === 255 || (set === 63 && [15, 249, 250, 251, 252, 253, 254].includes(type));
    return isBytes ? bytes.toString("hex") : text;
  };
  await call((done) => client.connect(done));
  await call((done) => client.query("SET autocommit = 1, lock_wait_timeout = 30, innodb_lock_wait_timeout = 30", done));
  return {
    end: () => call((done) => client.end(done)),
    ask: async (sql) => {
      const [rows, fields] = await call((done) => client.query(sql, done));
      if (!Array.isArray(rows) || !fields) return { columns: [], rows: [] };
      return {
        columns: fields.map((each) => each.name),
        rows: rows.map((row) => fields.map((each) => read(each, row[each.name]))),
      };
    },
  };
};`;
const sqlite = String.raw `
const open = async (url) => {
  const path = url.replace(/^\w+:(\/\/)?/, "").replace(/\?.*/, "");
  const driver = find("better-sqlite3", "node:sqlite");
  const client = new (driver.DatabaseSync || driver)(path, { timeout: 10000, enableForeignKeyConstraints: false, enableDoubleQuotedStringLiterals: true });
  const read = (value) => (typeof value === "bigint" ? whole(value.toString()) : typeof value === "number" && !isFinite(value) ? String(value) : ArrayBuffer.isView(value) ? Buffer.from(value).toString("hex") : value);
  return {
    end: () => client.close(),
    ask: (sql) => {
      const work = client.prepare(sql);
      if (work.reader === false || (work.columns && work.columns().length === 0)) {
        work.run();
        return { columns: [], rows: [] };
      }
      (work.setReadBigInts || work.safeIntegers).call(work, true);
      const columns = work.columns().map((each) => each.name);
      return { columns, rows: work.all().map((row) => columns.map((name) => read(row[name]))) };
    },
  };
};`;
/** By kind of database. */
const drivers = { postgresql, mysql, sqlite };
/** Prisma brings an engine of its own in the place of a driver; its client is asked where no driver is. */
const prisma = String.raw `
const byDriver = open;
const byPrisma = async () => {
  const { PrismaClient } = find("@prisma/client");
  const client = new PrismaClient();
  await client.$connect();
  const read = (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === "bigint") return whole(value.toString());
    if (ArrayBuffer.isView(value)) return Buffer.from(value).toString("hex");
    if (value instanceof Date) return value.toISOString();
    return typeof value === "object" ? (value.toFixed ? whole(value.toFixed()) : JSON.stringify(value)) : value;
  };
  return {
    end: () => client.$disconnect(),
    ask: async (sql) => {
      const rows = await client.$queryRawUnsafe(sql);
      const columns = Object.keys(rows[0] || {});
      return { columns, rows: rows.map((row) => columns.map((name) => read(row[name]))) };
    },
  };
};
const either = (url) => byDriver(url).catch((error) => {
  if (error.code !== "NO_DRIVER") throw error;
  return byPrisma();
});`;

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-probes/node.js

const before = String.raw `
const { nonce, statements } = JSON.parse(
  process.argv[1][0] === "{" ? process.argv[1] : require("zlib").inflateRawSync(Buffer.from(process.argv[1], "base64")),
);
const problem = (code, message) => Object.assign(new Error(message), { code });
const find = (...names) => {
  for (const name of names) {
    try {
      return require(name);
    } catch (error) {
      if (!/MODULE|BUILTIN/.test(error.code)) throw error;
    }
  }
  throw problem("NO_DRIVER", "the image has none of " + names.join(", "));
};
const whole = (text) => (/^-?\d+$/.test(text) && Number.isSafeInteger(+text) && String(+text) === text ? +text : text);
const real = (text) => (isFinite(text) ? +text : text);`;
const after = (open) => String.raw `
const codeOf = ({ sqlState, errno, errcode, code, name, message }) => {
  if (sqlState && errno > 1000) return String(errno);
  if (errcode === undefined) return String(code || (/terminated|clos|lost|timeout/i.test(message) ? "CONNECTION_LOST" : name));
  const names = { 3: "PERM", 5: "BUSY", 6: "LOCKED", 8: "READONLY", 14: "CANTOPEN", 19: "CONSTRAINT", 26: "NOTADB", 1555: "CONSTRAINT_PRIMARYKEY", 2067: "CONSTRAINT_UNIQUE", 2579: "CONSTRAINT_ROWID" };
  return "SQLITE_" + (names[errcode] || names[errcode & 255] || "ERROR");
};
(async () => {
  const answers = [];
  let error;
  let database;
  try {
    if (!process.env.DATABASE_URL) throw problem("NO_URL", "");
    database = await ${open}(process.env.DATABASE_URL);
    for (const each of statements) answers.push(await database.ask(each));
  } catch (thrown) {
    error = { code: codeOf(thrown), message: String(thrown.message) };
  }
  try {
    if (database) await database.end();
  } catch (thrown) {}
  const text = JSON.stringify({ answers, error }).replace(/[^ -~]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
  const pieces = text.match(/.{1,8000}/g);
  const digest = require("crypto").createHash("sha256").update(text).digest("hex");
  const lines = ["begin", ...pieces.map((piece, at) => at + 1 + " |" + piece + "|"), "end " + pieces.length + " " + digest];
  process.stdout.write(lines.map((line) => "handrail-" + nonce + " " + line + "\n").join(""));
})();`;
/** `node -e script`: what it requires is looked for from the container's working directory on. */
function nodeProbe(engine) {
    return ["node", "-e", tight(before + drivers[engine] + after("open"))];
}
/** The same for Prisma. */
function prismaProbe(engine) {
    return ["node", "-e", tight(before + drivers[engine] + prisma + after("either"))];
}
/** Without indentation, which nobody there reads. */
function tight(script) {
    return script.trim().replaceAll(/\n\s*/g, "\n");
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-probes/php.js
const php_before = String.raw `
$given = $argv[1];
$asked = json_decode($given[0] === "{" ? $given : gzinflate(base64_decode($given)), true);
class Problem extends Exception { public $named; function __construct($named, $message) { parent::__construct($message); $this->named = $named; } }
function plain($value, $type) {
if (is_resource($value)) return bin2hex(stream_get_contents($value));
if (is_string($value) && preg_match("/^(int[248]?|oid|integer|tiny|short|long|longlong|int24|year|numeric|newdecimal)$/i", $type) && preg_match("/^-?\d+$/", $value)) return abs((float) $value) < 2 ** 53 ? (int) $value : $value;
if (is_string($value) && preg_match("/^(float[48]?|double)$/i", $type) && is_numeric($value)) return (float) $value;
if (is_int($value)) return abs($value) < 2 ** 53 ? $value : (string) $value;
if (is_float($value)) return is_finite($value) ? $value : (string) $value;
if (is_string($value)) return preg_match("//u", $value) ? $value : bin2hex($value);
return $value;
}
function root_of($error) {
while (!($error instanceof PDOException) && $error->getPrevious()) $error = $error->getPrevious();
return $error;
}
function words_of($error) {
$error = root_of($error);
return $error->errorInfo[2] ?? $error->getMessage();
}
function code_of($error) {
if ($error instanceof Problem) return $error->named;
$error = root_of($error);
$info = $error->errorInfo ?? null;
$text = $error->getMessage();
if (strpos($text, "could not find driver") !== false) return "NO_DRIVER";
if (PROBE_ENGINE === "sqlite") {
foreach (["UNIQUE constraint" => "CONSTRAINT_UNIQUE", "is locked" => "BUSY", "unable to open" => "CANTOPEN", "readonly" => "READONLY"] as $words => $code)
if (strpos($text, $words) !== false) return "SQLITE_$code";
return "SQLITE_ERROR";
}
if (PROBE_ENGINE === "mysql") return (string) ($info[1] ?? $error->getCode());
foreach (["password authentication failed" => "28P01", "does not exist" => "3D000"] as $words => $code)
if (!preg_match("/^[0-9A-Z]{5}$/", $info[0] ?? "") || $info[0] === "08006") if (strpos($text, $words) !== false) return $code;
return (string) ($info[0] ?? $error->getCode());
}`;
const php_after = String.raw `
$answers = [];
$failed = null;
try {
$database = open_database();
$database->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
if (PROBE_ENGINE === "mysql") $database->exec("SET lock_wait_timeout = 30, innodb_lock_wait_timeout = 30");
foreach ($asked["statements"] as $statement) {
if (PROBE_ENGINE === "postgresql") {
$database->beginTransaction();
$database->exec("SET LOCAL lock_timeout = '30s'");
}
$result = $database->query($statement);
$columns = $types = [];
for ($at = 0; $at < $result->columnCount(); $at++) {
$meta = $result->getColumnMeta($at);
$columns[] = $meta["name"];
$types[] = $meta["native_type"] ?? "";
}
$rows = $columns ? $result->fetchAll(PDO::FETCH_NUM) : [];
$answers[] = ["columns" => $columns, "rows" => array_map(function ($row) use ($types) { return array_map("plain", $row, $types); }, $rows)];
if (PROBE_ENGINE === "postgresql") $database->commit();
}
} catch (Throwable $thrown) { $failed = ["code" => code_of($thrown), "message" => words_of($thrown)]; }
$database = null;
$answer = ["answers" => $answers];
if ($failed) $answer["error"] = $failed;
$text = json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE);
$pieces = str_split($text, 8000);
echo "handrail-", $asked["nonce"], " begin\n";
foreach ($pieces as $at => $piece) echo "handrail-", $asked["nonce"], " ", $at + 1, " |", $piece, "|\n";
echo "handrail-", $asked["nonce"], " end ", count($pieces), " ", hash("sha256", $text), "\n";`;
const pdo = String.raw `
function open_database() {
$url = getenv("DATABASE_URL");
if (!$url) throw new Problem("NO_URL", "");
if (PROBE_ENGINE === "sqlite") return new PDO("sqlite:" . preg_replace("~^\w+:(//)?|\?.*$~", "", $url));
$at = parse_url($url);
parse_str($at["query"] ?? "", $more);
$dsn = (PROBE_ENGINE === "mysql" ? "mysql" : "pgsql") . ":host=" . $at["host"] . ";port=" . ($at["port"] ?? (PROBE_ENGINE === "mysql" ? 3306 : 5432)) . ";dbname=" . rawurldecode(ltrim($at["path"] ?? "", "/"));
if (PROBE_ENGINE === "mysql") $dsn .= ";charset=utf8mb4";
elseif (isset($more["sslmode"])) $dsn .= ";sslmode=" . $more["sslmode"];
return new PDO($dsn, rawurldecode($at["user"] ?? ""), rawurldecode($at["pass"] ?? ""));
}`;
const laravel = String.raw `
function open_database() {
if (!file_exists("vendor/autoload.php") || !file_exists("bootstrap/app.php")) throw new Problem("NO_DRIVER", "the container's directory holds no Laravel project");
require "vendor/autoload.php";
$app = require "bootstrap/app.php";
$app->make("Illuminate\\Contracts\\Console\\Kernel")->bootstrap();
return $app->make("db")->connection()->getPdo();
}`;
function script(engine, open) {
    const text = (php_before + open + php_after).trim().replaceAll("PROBE_ENGINE", `"${engine}"`);
    return ["php", "-r", text];
}
/** Through PDO and DATABASE_URL. */
function pdoProbe(engine) {
    return script(engine, pdo);
}
/** Through the default connection of the project in the container's working directory. */
function laravelProbe(engine) {
    return script(engine, laravel);
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-probes/python.js
const python_before = String.raw `
import base64, decimal, hashlib, json, os, sys, zlib
given = sys.argv[1]
asked = json.loads(given if given[0] == "{" else zlib.decompress(base64.b64decode(given), -15).decode())
class Problem(Exception):
 pass
def plain(value):
 if value is None or isinstance(value, (bool, str)):
  return value
 if isinstance(value, int):
  return value if abs(value) < 2 ** 53 else str(value)
 if isinstance(value, float):
  return value if value - value == 0 else str(value)
 if isinstance(value, (bytes, bytearray, memoryview)):
  return bytes(value).hex()
 if isinstance(value, decimal.Decimal) and str(value).lstrip("-").isdigit():
  return plain(int(value))
 if isinstance(value, (list, dict)):
  return json.dumps(value, default=str)
 return str(value)
def rows_of(cursor, statement):
 cursor.execute(statement)
 if not cursor.description:
  return {"columns": [], "rows": []}
 columns = [each[0] for each in cursor.description]
 return {"columns": columns, "rows": [[plain(value) for value in row] for row in cursor.fetchall()]}
def code_of(error):
 if isinstance(error, Problem):
  return error.args[0]
 for each in (error, error.__cause__):
  code = getattr(each, "pgcode", None) or getattr(each, "sqlstate", None) or getattr(each, "errno", None)
  if code:
   return str(code)
  if each is not None and each.args and isinstance(each.args[0], int):
   return str(each.args[0])
 text = str(error)
 if "sqlite3" in str(type(error.__cause__ or error)):
  for words, code in (("UNIQUE constraint", "CONSTRAINT_UNIQUE"), ("is locked", "BUSY"), ("unable to open", "CANTOPEN"), ("readonly", "READONLY")):
   if words in text:
    return "SQLITE_" + code
  return "SQLITE_ERROR"
 for words, code in (("password authentication failed", "28P01"), ("does not exist", "3D000"), ("connection", "08001"), ("could not translate", "08001")):
  if words in text:
   return code
 return type(error).__name__`;
const python_after = (engine) => String.raw `
answers = []
error = None
connection = None
try:
 connection = open_database()
 cursor = connection.cursor()
 if "${engine}" == "mysql":
  cursor.execute("SET lock_wait_timeout = 30, innodb_lock_wait_timeout = 30")
 for statement in asked["statements"]:
  if "${engine}" == "postgresql":
   cursor.execute("SET LOCAL lock_timeout = '30s'")
  answers.append(rows_of(cursor, statement))
  connection.commit()
except Exception as thrown:
 error = {"code": code_of(thrown), "message": str(thrown.args[1]) if isinstance(thrown, Problem) else str(thrown).strip()}
try:
 connection.close()
except Exception:
 pass
answer = {"answers": answers}
if error:
 answer["error"] = error
text = json.dumps(answer)
pieces = [text[at : at + 8000] for at in range(0, len(text), 8000)]
lines = ["begin"] + ["%d |%s|" % (at + 1, piece) for at, piece in enumerate(pieces)]
lines.append("end %d %s" % (len(pieces), hashlib.sha256(text.encode()).hexdigest()))
sys.stdout.write("".join("handrail-%s %s\n" % (asked["nonce"], line) for line in lines))
sys.stdout.flush()`;
const sqlalchemy = (drivers, engine) => String.raw `
def open_database():
 import importlib.util
 if not os.environ.get("DATABASE_URL"):
  raise Problem("NO_URL", "")
 try:
  from sqlalchemy import create_engine
  from sqlalchemy.engine.url import make_url
  from sqlalchemy.pool import NullPool
 except ImportError:
  raise Problem("NO_DRIVER", "the image has no SQLAlchemy for python3")
 scheme, rest = os.environ["DATABASE_URL"].split(":", 1)
 names = [each for each in ${JSON.stringify(drivers)} if importlib.util.find_spec(each.split(".")[0])]
 if not names:
  raise Problem("NO_DRIVER", "the image has none of ${drivers.join(", ")}")
 kinds = {"MySQLdb": "mysqldb", "mysql.connector": "mysqlconnector"}
 asked_for = scheme.split("+")[1] if "+" in scheme else ""
 known = [kinds.get(each, each) for each in names]
 driver = asked_for if asked_for in known else known[0]
 if driver == "sqlite3":
  url = make_url("sqlite:" + (rest if rest.startswith("//") else "///" + rest))
 else:
  url = make_url("${engine}+" + driver + ":" + rest)
 return create_engine(url, poolclass=NullPool).raw_connection()
`;
const django = String.raw `
def open_database():
 import re
 sys.path.insert(0, os.getcwd())
 if not os.environ.get("DJANGO_SETTINGS_MODULE"):
  for name in ("manage.py", "src/manage.py", "app/manage.py"):
   if os.path.exists(name):
    found = re.search(r"""DJANGO_SETTINGS_MODULE['"]\s*,\s*['"]([\w.]+)""", open(name).read())
    if found:
     sys.path.insert(0, os.path.dirname(os.path.abspath(name)))
     os.environ["DJANGO_SETTINGS_MODULE"] = found.group(1)
     break
 try:
  import django
  from django.db import connection
 except ImportError:
  raise Problem("NO_DRIVER", "the image has no Django for python3")
 django.setup()
 connection.ensure_connection()
 if connection.vendor == "postgresql":
  connection.connection.autocommit = False
 if connection.vendor == "mysql":
  connection.connection.cursor().execute("SET NAMES utf8mb4")
 return connection.connection`;
const python_drivers = {
    postgresql: ["psycopg2", "psycopg", "pg8000"],
    mysql: ["MySQLdb", "pymysql", "mysql.connector"],
    sqlite: ["sqlite3"],
};
/** Through SQLAlchemy, which Alembic stands on, and DATABASE_URL. */
function sqlalchemyProbe(engine) {
    return ["python3", "-c", (python_before + sqlalchemy(python_drivers[engine], engine) + python_after(engine)).trim()];
}
/** Through the project's default connection. */
function djangoProbe(engine) {
    return ["python3", "-c", (python_before + django + python_after(engine)).trim()];
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-probes/ruby.js
const ruby_script = (engine) => String.raw `
require "json"
require "zlib"
require "digest"
given = ARGV[0]
asked = JSON.parse(given.start_with?("{") ? given : Zlib::Inflate.new(-15).inflate(given.unpack1("m")))
plain = lambda do |value|
case value
when nil, true, false then value
when Integer then value.abs < 2**53 ? value : value.to_s
when Float then value.finite? ? value : value.to_s
when String
text = value.dup.force_encoding("UTF-8")
value.encoding == Encoding::BINARY && !text.ascii_only? || !text.valid_encoding? ? value.unpack1("H*") : text
when Hash, Array then value.to_json
else
next value.frac.zero? ? plain.call(value.to_i) : value.to_s("F") if defined?(BigDecimal) && value.is_a?(BigDecimal)
value.respond_to?(:hour) ? value.strftime("%F %T") : value.to_s
end
end
typed = lambda do |text, type|
next nil if text.nil?
case type
when 16 then text == "t"
when 17 then text[2..-1]
when 20, 21, 23, 26, 1700 then text =~ /\A-?\d+\z/ ? plain.call(text.to_i) : text
when 700, 701 then text =~ /[a-z]{3}/i ? text : text.to_f
else text
end
end
code_of = lambda do |error|
inner = error.cause || error
text = error.message
if "${engine}" == "sqlite"
found = [["UNIQUE constraint", "CONSTRAINT_UNIQUE"], ["is locked", "BUSY"], ["unable to open", "CANTOPEN"], ["readonly", "READONLY"]].find { |words, _| text.include?(words) }
return "SQLITE_" + (found ? found[1] : "ERROR")
end
return inner.error_number.to_s if inner.respond_to?(:error_number) && inner.error_number
return inner.result.error_field(67) if inner.respond_to?(:result) && inner.result
[["password authentication failed", "28P01"], ["does not exist", "3D000"], ["connect", "08001"]].each { |words, code| return code if text.include?(words) }
error.class.name
end
answers = []
failed = nil
begin
base = ActiveRecord::Base
connection = base.respond_to?(:lease_connection) ? base.lease_connection : base.connection
connection.execute("SET lock_wait_timeout = 30, innodb_lock_wait_timeout = 30") if "${engine}" == "mysql"
asked["statements"].each do |statement|
if "${engine}" == "postgresql"
raw = connection.raw_connection
raw.exec("BEGIN")
raw.exec("SET LOCAL lock_timeout = '30s'")
result = raw.exec(statement)
raw.exec("COMMIT")
result.type_map = PG::TypeMapAllStrings.new
types = (0...result.nfields).map { |at| result.ftype(at) }
answers << { columns: result.fields, rows: result.values.map { |row| row.zip(types).map { |pair| typed.call(*pair) } } }
else
result = connection.exec_query(statement)
answers << { columns: result.columns, rows: result.rows.map { |row| row.map(&plain) } }
end
end
rescue StandardError => error
failed = { code: code_of.call(error), message: (error.cause || error).message }
end
answer = { answers: answers }
answer[:error] = failed if failed
text = JSON.generate(answer).encode("UTF-8", invalid: :replace, undef: :replace).gsub(/[^ -~]/) { |unit| unit.encode("UTF-16BE").unpack("n*").map { |each| format("\\u%04x", each) }.join }
pieces = text.scan(/.{1,8000}/)
mark = "handrail-" + asked["nonce"] + " "
lines = ["begin"] + pieces.each_with_index.map { |piece, at| "#{at + 1} |#{piece}|" } + ["end #{pieces.size} #{Digest::SHA256.hexdigest(text)}"]
print(lines.map { |line| mark + line + "\n" }.join)
$stdout.flush
`;
/** Through ActiveRecord's connection. */
function railsProbe(engine) {
    return ["bin/rails", "runner", ruby_script(engine).trim()];
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-probe.js




const scripts = {
    alembic: sqlalchemyProbe,
    cakephp: pdoProbe,
    django: djangoProbe,
    knex: nodeProbe,
    laravel: laravelProbe,
    "node-pg-migrate": nodeProbe,
    phinx: pdoProbe,
    prisma: prismaProbe,
    rails: railsProbe,
    sequelize: nodeProbe,
    typeorm: nodeProbe,
    umzug: nodeProbe,
};
/** The probe of a tool; undefined for tools whose images need not have a language in them. */
function probeOf(tool, engine) {
    const argv = scripts[tool]?.(engine);
    return argv === undefined ? undefined : { argv, environment: {} };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/database/lib/query.js
var query = __webpack_require__(5587);
// EXTERNAL MODULE: ./packages/database/lib/faults.js
var faults = __webpack_require__(5606);
// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __webpack_require__(3064);
;// CONCATENATED MODULE: ./packages/migration/lib/ecs-answer.js
/**
 * Finds the answer of a probe (ecs-probes/) among what a task printed: whole, or an error, never a part of it. Pure. The lines are
 * `handrail-<nonce> begin`, `handrail-<nonce> <number> |<piece of JSON>|` and `handrail-<nonce> end <pieces> <SHA-256 of all>`.
 */



/** Reads the lines of one probe. Lines of others between them do no harm. */
function createAnswerReader(nonce) {
    const mark = `handrail-${nonce} `;
    const pieces = new Map();
    let end;
    return {
        push(line) {
            const at = line.indexOf(mark);
            if (at < 0)
                return;
            const rest = line.slice(at + mark.length);
            const piece = /^(\d+) \|(.*)\|\s*$/.exec(rest);
            if (piece !== null)
                pieces.set(Number(piece[1]), piece[2] ?? "");
            const last = /^end (\d+) ([0-9a-f]{64})\s*$/.exec(rest);
            if (last !== null)
                end = { count: Number(last[1]), digest: last[2] ?? "" };
        },
        get isComplete() {
            return end !== undefined && pieces.size === end.count;
        },
        text() {
            if (end === undefined || pieces.size !== end.count)
                return undefined;
            const text = Array.from({ length: end.count }, (_, at) => pieces.get(at + 1) ?? "").join("");
            return (0,external_node_crypto_.createHash)("sha256").update(text, "latin1").digest("hex") === end.digest ? text : undefined;
        },
    };
}
/**
 * The rows of each statement, from a probe's JSON: `{"answers": [{"columns": […], "rows": [[…]]}], "error": {"code", "message"}}`.
 * @throws DatabaseFailure when the database said no; Failure `invalid-input` when it could not be asked
 */
function readAnswer(text, engine, statements) {
    const value = (0,json/* parseJson */.q)(text);
    const error = (0,plain/* read */.LF)(value, "error");
    if (error !== undefined)
        throw faultOf((0,plain/* readText */.yR)(error, "code"), (0,plain/* readText */.yR)(error, "message"), engine);
    const answers = (0,plain/* readList */.LD)(value, "answers").map(readRows);
    if (answers.length !== statements)
        throw unreadable(`${answers.length} of ${statements} statements were answered`);
    return answers;
}
function readRows(value) {
    const columns = (0,plain/* readList */.LD)(value, "columns").map(String);
    return (0,plain/* readList */.LD)(value, "rows").map((row) => Object.fromEntries(columns.map((column, at) => [column, ecs_answer_plain(Array.isArray(row) ? row[at] : undefined)])));
}
function ecs_answer_plain(value) {
    if (typeof value === "string" || typeof value === "boolean" || value === null)
        return value;
    if (typeof value === "number" && Number.isFinite(value))
        return value;
    throw unreadable("a row has a value of an unknown kind");
}
function faultOf(code, message, engine) {
    if (code === "NO_URL") {
        return new failure/* Failure */.HR({
            reason: "invalid-input",
            what: "The database cannot be asked from the task: its container has no DATABASE_URL",
            remedy: "Give the container DATABASE_URL in the task definition (secrets), or a status-command that the image can run.",
        });
    }
    if (code === "NO_DRIVER") {
        return new failure/* Failure */.HR({
            reason: "invalid-input",
            what: `The database cannot be asked from the task: ${message}`,
            remedy: "Put a driver of the database into the image, or give a status-command that the image can run.",
        });
    }
    return new query/* DatabaseFailure */.M({ kind: (0,faults/* databaseFaultKind */.I)(engine, code, message), code, message });
}
/** The probe ended, and its answer is not whole or not what a probe prints. */
function unreadable(why) {
    return new failure/* Failure */.HR({
        reason: "task-failed",
        what: `The database was asked by a task, and the answer cannot be used: ${why}`,
        remedy: "Check that the container's output goes to CloudWatch Logs (awslogs) line by line and unchanged, and run the job again.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-request.js
/** What RunTask is asked: the input, and the token that makes asking twice the same as asking once. Pure. */

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (overrides), with JSON's own characters. */
const MOST_CHARACTERS = 8192;
/** The request; or by how many characters its overrides are too long. */
function taskRequest(command, definition, settings) {
    const environment = Object.entries(command.environment).map(([name, value]) => ({ name, value }));
    const override = {
        name: definition.container,
        command: [...settings.commandPrefix, ...command.argv],
        ...(environment.length === 0 ? {} : { environment }),
    };
    const overrides = { containerOverrides: [override] };
    const excess = JSON.stringify(overrides).length - MOST_CHARACTERS;
    if (excess > 0)
        return { excess };
    const request = {
        cluster: settings.cluster,
        taskDefinition: definition.arn,
        count: 1,
        overrides,
        enableExecuteCommand: false,
        ...placement(definition, settings),
        ...network(settings),
    };
    return { request };
}
/** A launch type or a strategy, never both; neither means the cluster's default strategy. */
function placement({ launchType }, { capacityProvider }) {
    if (capacityProvider !== "")
        return { capacityProviderStrategy: [{ capacityProvider, weight: 1 }] };
    // The default strategy can be Spot, which would end a migration in its middle.
    return launchType === undefined ? {} : { launchType };
}
function network({ subnets, securityGroups, assignPublicIp }) {
    if (subnets.length === 0)
        return {};
    const groups = securityGroups.length === 0 ? {} : { securityGroups };
    const awsvpcConfiguration = { subnets, ...groups, assignPublicIp: assignPublicIp ? "ENABLED" : "DISABLED" };
    return { networkConfiguration: { awsvpcConfiguration } };
}
/** 64 hex digits, the longest clientToken there is, that are equal for equal parts. */
function tokenOf(...parts) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex");
}
/**
 * What the task says it was started by: one for each token, so that ListTasks can find it. At most 128 letters, digits, hyphens,
 * slashes and underscores.
 */
function startedByOf(token) {
    return `handrail/${token.slice(0, 24)}`;
}
/**
 * Tokens of an executor. What changes something has the same tokens in the same order whenever the same job does it, so that
 * a job that is run again finds the task of the first. What only reads has tokens of its own each time: an old answer is none.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
function createTokens(intent, now) {
    const counts = new Map();
    const counted = (base) => {
        const count = (counts.get(base) ?? 0) + 1;
        counts.set(base, count);
        return tokenOf(base, count);
    };
    return {
        changing(what) {
            const base = tokenOf(intent, what);
            return { next: () => counted(base) };
        },
        reading(what) {
            return { next: () => counted(tokenOf(intent, what, now())) };
        },
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-log.js
/**
 * Follows a task's output in CloudWatch Logs, from its first line: each line once, in order, whatever goes wrong on the way. A log
 * that cannot be read is no error; it says why. Only GetLogEvents is called: Live Tail leaves out lines.
 */


/** Lines can come so long after the container's end, ms. */
const LATE_MS = 10_000;
/** A log that cannot be read for so long after the container's end is left, ms. */
const GIVE_UP_MS = 90_000;
const PAUSE_MS = 2000;
/** Pages of a reading: a page has 10,000 lines or 1 MiB at most. */
const MOST_PAGES = 50;
/** Opens a log; nothing is asked before the first reading. */
function openTaskLog(options) {
    const { clock, arn, definition } = options;
    const why = lackOf(arn, definition);
    const course = { token: undefined, isOver: why !== "", note: why, hasStream: false };
    return {
        read: (reading) => read(options, course, reading),
        async drain(runtimeId, endedAt, signal) {
            for (;;) {
                const isCaughtUp = await read(options, course, { runtimeId, evenWhenCancelled: true });
                const waited = clock.monotonic() - endedAt;
                if (course.isOver || (isCaughtUp && (waited >= LATE_MS || signal?.aborted === true)))
                    break;
                if (waited >= GIVE_UP_MS) {
                    ecs_log_close(course, "its last lines could not be read");
                    break;
                }
                await clock.sleep(PAUSE_MS, signal?.aborted === true ? undefined : signal).catch(() => undefined);
            }
            if (course.note === "" && !course.hasStream)
                course.note = "nothing was printed, or the log was not written";
        },
        get note() {
            return course.note;
        },
    };
}
/** Why the log is not one that can be read; "" when it is. */
function lackOf(arn, { log, container }) {
    if (typeof log === "string")
        return log;
    const own = regionOfArn(arn);
    if (log.region === "" || own === "" || log.region === own)
        return "";
    return `the container ${container} logs to the Region ${(0,quote/* quoteText */.o)(log.region)}`;
}
function ecs_log_close(course, why) {
    Object.assign(course, { isOver: true, note: why });
}
/** Reads pages until the end is reached; see TaskLog.read. */
async function read(options, course, { runtimeId, evenWhenCancelled }) {
    const { log: place, container } = options.definition;
    if (course.isOver || typeof place === "string")
        return true;
    const stream = place.prefix === "" ? runtimeId : `${place.prefix}/${container}/${idOf(options.arn)}`;
    if (stream === "")
        return true;
    const input = { logGroupName: place.group, logStreamName: stream, startFromHead: true };
    try {
        for (let page = 0; page < MOST_PAGES; page += 1) {
            if (!(await readPage(options, course, { input, evenWhenCancelled })))
                return true;
        }
        return false;
    }
    catch (error) {
        if (!(error instanceof lib_ask/* AwsFault */.k))
            throw error;
        // The stream is there from its first line on.
        if (error.code === "ResourceNotFoundException")
            return true;
        if (error.kind === "denied")
            ecs_log_close(course, `${error.action} is not allowed`);
        else if (error.kind === "refused")
            ecs_log_close(course, `${error.action}: ${error.code}: ${error.said}`);
        return course.isOver;
    }
}
/** One page: whether there may be another. */
async function readPage({ ask, onLine }, course, { input, evenWhenCancelled }) {
    const { token } = course;
    const from = token === undefined ? {} : { nextToken: token };
    const answer = await ask("logs", "GetLogEvents", { ...input, ...from }, { evenWhenCancelled });
    course.hasStream = true;
    const next = (0,plain/* readText */.yR)(answer, "nextForwardToken");
    // The same token means the end for now; an empty page with another one does not.
    if (token !== undefined && next === token)
        return false;
    for (const event of (0,plain/* readList */.LD)(answer, "events"))
        onLine((0,plain/* readText */.yR)(event, "message").replace(/\r?\n$/, ""));
    if (next === "") {
        ecs_log_close(course, "CloudWatch Logs gave no token to read on with");
        return false;
    }
    course.token = next;
    return true;
}
function idOf(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}

;// CONCATENATED MODULE: ./packages/aws/lib/stop-rules.js
/**
 * The dictionary of why ECS tasks stop: what the service's words and a container's exit code mean, and what to do. Data, and
 * the look-up. Words: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
/** Words of a network or a service that is away for now, or has had enough of us. */
const passing = /too ?many ?requests|rate limit|rate exceeded|throttl|i\/o timeout|timed? ?out|deadline exceeded|connection (?:reset|refused)|context cancell?ed|request canceled|temporary failure|status code: 5\d\d|50[0234] (?:internal|bad|service|gateway)|unexpected eof|TLS handshake/i;
/** By words, the first that fits. The order is that of root causes: what keeps a task from starting comes first. */
const byWords = [
    {
        when: /CannotPull\w*Error[\s\S]*(?:not found|manifest unknown|does not exist|NameUnknown)/i,
        kind: "pull",
        hint: "Check that the image and its tag were pushed, to the registry and the Region that the task definition names.",
    },
    {
        when: /CannotPull\w*Error[\s\S]*(?:denied|forbidden|unauthorized|no basic auth|not authorized|\b40[13]\b)/i,
        kind: "pull",
        hint: "Let the task execution role pull the image (ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer), or check the credentials of the registry.",
    },
    {
        when: /CannotPull\w*Error[\s\S]*(?:matching platform|no matching manifest)|exec format error/i,
        kind: "pull",
        hint: "Build the image for the CPU architecture that the task definition asks for.",
    },
    {
        when: /CannotPull\w*Error[\s\S]*no space left/i,
        kind: "pull",
        hint: "Make the image smaller, or the storage of the task or host larger.",
    },
    {
        when: /CannotPull|pull image manifest/i,
        kind: "pull",
        hint: "Check the image's name, and that the task's subnets reach its registry.",
    },
    {
        when: /secrets ?manager|\bssm\b|parameter store|unable to (?:pull|retrieve) secret|registry auth/i,
        kind: "secrets",
        hint: "Check that the secrets exist, that the task execution role may read them, and that the task's subnets reach their service.",
    },
    {
        when: /log group|log stream|logger args|logging driver|failed to initialize logg/i,
        kind: "logging",
        hint: "Create the log group, or let the task execution role write to it (logs:CreateLogStream, logs:PutLogEvents).",
    },
    {
        when: /\bEFS\b|\bFSx|CannotCreateVolume|\bmount|\bvolume|EphemeralStorage|\bEBS\b/,
        kind: "storage",
        hint: "Check the volumes of the task definition: that they exist, and that security groups and roles allow them.",
    },
    {
        when: /assume (?:the )?role|unable to assume/i,
        kind: "role",
        hint: "Check that the roles of the task definition exist and trust ecs-tasks.amazonaws.com.",
    },
    {
        when: /InsufficientFreeAddresses|RESOURCE:|capacity is unavailable|insufficient capacity|capacity provider|(?:reached|exceeded).{0,40}(?:limit|quota)|VcpuLimitExceeded|no container instance/i,
        kind: "capacity",
        hint: "Add capacity: instances, quota, addresses in the subnets, or ask for less CPU and memory.",
        isTransient: true,
    },
    {
        when: /network interface/i,
        kind: "network",
        hint: "Check the subnets and security groups of the task.",
    },
    {
        when: /env(?:ironment)? files?\b|ResourceInitializationError/i,
        kind: "start",
        hint: "Check what the task needs before it starts: its roles, and that its subnets reach the services of AWS.",
    },
    {
        when: /executable file not found|no such file or directory|permission denied|CannotStartContainer|CannotCreateContainer|OCI runtime/i,
        kind: "start",
        hint: "Check entryPoint and command of the container: the program has to be in the image, and executable.",
    },
    {
        when: /OutOfMemory/i,
        kind: "memory",
        hint: "Give the container more memory, or make the program need less.",
    },
    {
        when: /ELB health checks|is unhealthy in|target-group|load ?balancer/i,
        kind: "load-balancer",
        hint: "Check path, port and expected status of the target group's health check, the security groups, and healthCheckGracePeriodSeconds.",
    },
    {
        when: /container health check/i,
        kind: "health-check",
        hint: "Run the healthCheck command of the container by hand; raise its startPeriod when the program starts slowly.",
    },
    {
        when: /spot .{0,20}interrupt/i,
        kind: "interrupted",
        isTransient: true,
    },
    {
        when: /host ec2|\binstance\b.{0,60}(?:terminat|drain|deregister|stopp)|has been deregistered|fargate.{0,40}(?:retire|maintenance)|AZ rebalanc/i,
        kind: "host",
        isTransient: true,
    },
    { when: /scaling activity|task set/i, kind: "scaling", isTransient: true },
    { when: /DockerTimeout|ContainerRuntimeTimeout|InternalError|ServerException/i, kind: "service", isTransient: true },
];
const byCode = {
    SpotInterruption: {
        kind: "interrupted",
        hint: "Run it again; keep what must not be interrupted off Spot capacity.",
        isTransient: true,
    },
    TerminationNotice: { kind: "host", hint: "Run it again: its host went away.", isTransient: true },
    UserInitiated: { kind: "user", hint: "Ask whoever stopped it (StopTask).", isTransient: true },
};
const byExit = {
    0: { kind: "exit", isTransient: false },
    126: { kind: "start", hint: "The command is there but cannot be run: check its mode.", isTransient: false },
    127: { kind: "start", hint: "The command was not found: check entryPoint, command and PATH.", isTransient: false },
    134: { kind: "crash", hint: "The program aborted (SIGABRT): read its last log lines.", isTransient: false },
    137: {
        kind: "memory",
        hint: "It was killed (SIGKILL): out of memory, or it did not end within stopTimeout.",
        isTransient: false,
    },
    139: {
        kind: "crash",
        hint: "The program crashed (SIGSEGV): look at native modules and the CPU architecture.",
        isTransient: false,
    },
    143: { kind: "exit", hint: "It was asked to end (SIGTERM).", isTransient: false },
};
/** ECS's reasons have 1024 characters at most, of the task and of its container. */
const LONGEST_WORDS = 2100;
/** What a stopped task's facts mean. */
function ruleFor({ stopCode, words, exitCode }) {
    const outside = byCode[stopCode];
    if (outside !== undefined)
        return outside;
    const cut = words.slice(0, LONGEST_WORDS);
    const entry = byWords.find(({ when }) => when.test(cut));
    if (entry !== undefined) {
        const { kind, hint, isTransient = false } = entry;
        const isPassing = reachesOut.has(kind) && passing.test(cut);
        return { kind, isTransient: isTransient || isPassing, ...(hint === undefined ? {} : { hint }) };
    }
    // The scheduler of a service stops what it needs no longer, unless it says what was wrong.
    if (stopCode === "ServiceSchedulerInitiated")
        return { kind: "scaling", isTransient: true };
    if (exitCode !== undefined)
        return byExit[exitCode] ?? { kind: "exit", isTransient: false };
    if (stopCode === "TaskFailedToStart")
        return { kind: "start", isTransient: passing.test(cut) };
    return { kind: "other", isTransient: false };
}
/** Kinds that need another service, which may be away. */
const reachesOut = new Set(["pull", "secrets", "logging", "storage", "network", "start"]);

;// CONCATENATED MODULE: ./packages/aws/lib/stop-cause.js


/** The words of the service are cut after so many characters. */
const LONGEST_TEXT = 300;
/** Stops that come from outside: exit codes are what follows then, not why. */
const outside = new Set([
    "ServiceSchedulerInitiated",
    "SpotInterruption",
    "TerminationNotice",
    "UserInitiated",
]);
/** Why a task stopped. Of a task that has not: what its containers say so far. */
function stopCauseOf(task) {
    const { stopCode, stoppedReason } = task;
    const isOutside = outside.has(stopCode);
    const culprit = culpritOf(task);
    const words = `${stoppedReason}\n${isOutside ? "" : (culprit?.reason ?? "")}`;
    const { kind, hint, isTransient } = ruleFor({
        stopCode,
        words,
        ...(isOutside || culprit?.exitCode === undefined ? {} : { exitCode: culprit.exitCode }),
    });
    const parts = isOutside
        ? [stopCode, stoppedReason]
        : [stopCode, stoppedReason, culprit?.name, culprit?.exitCode, culprit?.reason];
    return {
        key: `${kind}|${parts.map((part) => generalise(String(part ?? ""))).join("|")}`,
        kind,
        text: textOf(task, culprit, isOutside),
        ...(hint === undefined ? {} : { hint }),
        isTransient,
    };
}
/** The causes of tasks that stopped, with how many there are of each: most first. Tasks that have not stopped do not count. */
function groupStopCauses(tasks) {
    const groups = new Map();
    for (const task of tasks) {
        if (!hasStopped(task))
            continue;
        const cause = stopCauseOf(task);
        groups.set(cause.key, { cause: groups.get(cause.key)?.cause ?? cause, count: countOf(groups, cause) + 1 });
    }
    return [...groups.values()].sort((a, b) => b.count - a.count);
}
const countOf = (groups, { key }) => groups.get(key)?.count ?? 0;
/**
 * The container that the task stopped for, as far as the answer tells: there are no times in it, but ECS ends the others
 * with SIGTERM (143), then SIGKILL (137). A container that is not essential is never the one, nor is one that says nothing.
 */
function culpritOf({ containers }) {
    const suspects = containers.filter(({ essential, exitCode, reason }) => essential !== false && (exitCode !== undefined || reason !== ""));
    const [first] = suspects.toSorted((a, b) => suspicion(b) - suspicion(a));
    return first;
}
function suspicion({ exitCode, reason, essential }) {
    const bySelf = essential === true ? 0.5 : 0;
    if (reason !== "")
        return 5 + bySelf;
    if (exitCode === undefined)
        return bySelf;
    if (exitCode === 0)
        return 1 + bySelf;
    if (exitCode === 143)
        return 2 + bySelf;
    return (exitCode === 137 ? 3 : 4) + bySelf;
}
function textOf({ stopCode, stoppedReason }, culprit, isOutside) {
    const reason = oneLine(stoppedReason, LONGEST_TEXT);
    const ended = culprit === undefined ? "" : describeContainer(culprit, reason);
    if (isOutside || stopCode === "TaskFailedToStart" || ended === "") {
        const isScheduler = stopCode === "ServiceSchedulerInitiated" && reason !== "";
        const lead = stopCode === "" || isScheduler || reason.includes(stopCode) ? reason : join(": ", stopCode, reason);
        return (join(", ", lead, isOutside && culprit?.exitCode === 0 ? "" : ended) || "stopped for a reason that is not told");
    }
    const rest = reason === "" ? stopCode : reason;
    return rest === "" ? ended : `${ended} (${rest})`;
}
function describeContainer({ name, exitCode, reason }, known) {
    const code = exitCode === undefined ? "" : `exit code ${exitCode}`;
    const own = oneLine(reason, LONGEST_TEXT);
    const said = join(", ", code, own !== "" && known.includes(own) ? "" : own);
    return said === "" ? "" : `container ${oneLine(name, 100)}: ${said}`;
}
const join = (by, ...parts) => parts.filter((part) => part !== "").join(by);
/** What differs between two tasks that stopped for the same cause, taken out. */
function generalise(text) {
    return oneLine(text, 1000)
        .toLowerCase()
        .replaceAll(/sha256:[0-9a-f]+/g, "#")
        .replaceAll(/\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:z|[+-]\d\d:?\d\d)?/g, "#")
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "#")
        .replaceAll(/\b(?:i|eni|subnet|sg|vpc|eipalloc)-[0-9a-f]{8,17}\b/g, "#")
        .replaceAll(/\becs-svc\/\d+/g, "#")
        .replaceAll(/\b[0-9a-f]{12,64}\b/g, "#")
        .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, "#")
        .replaceAll(/\[[0-9a-f:]+\](?::\d+)?/g, "#")
        .replaceAll(/\bport \d+/g, "port #")
        .replaceAll(/\b\d+ (?:time|attempt)/g, "# time")
        .replaceAll(/\b(?:\d+(?:\.\d+)?(?:ms|h|m|s))+\b/g, "#");
}
/** A text from outside on one line of at most so many characters. */
function oneLine(text, length) {
    const line = text.replaceAll(/\s+/g, " ").trim();
    const points = Array.from(line);
    return points.length <= length ? line : `${points.slice(0, length - 1).join("")}…`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-look.js
/** What answers of ECS say about one task. Parsing only. */


/** Our task in an answer of DescribeTasks; else the words of why it is not there. */
function findTask(answer, arn) {
    const id = ecs_look_lastPart(arn);
    const value = (0,plain/* readList */.LD)(answer, "tasks").find((each) => ecs_look_lastPart((0,plain/* readText */.yR)(each, "taskArn")) === id);
    if (value !== undefined)
        return readTask(value);
    const failure = (0,plain/* readList */.LD)(answer, "failures").find((each) => ecs_look_lastPart((0,plain/* readText */.yR)(each, "arn")) === id);
    return { missing: wordsOf(failure) || "the answer is not about it" };
}
/** The task that RunTask started, or found; or why there is none, one reason each. */
function readStarted(answer) {
    const value = (0,plain/* readList */.LD)(answer, "tasks").find((each) => (0,plain/* readText */.yR)(each, "taskArn") !== "");
    if (value !== undefined)
        return readTask(value);
    return { reasons: [...new Set((0,plain/* readList */.LD)(answer, "failures").map((each) => wordsOf(each) || "no reason is told"))] };
}
/** The ARNs that a list of them holds. */
function readArns(answer, key) {
    return (0,plain/* readList */.LD)(answer, key).filter((each) => typeof each === "string");
}
function readTask(value) {
    const digests = (0,plain/* readList */.LD)(value, "containers").map((each) => [(0,plain/* readText */.yR)(each, "name"), (0,plain/* readText */.yR)(each, "imageDigest")]);
    return {
        task: parseTask(value),
        digests: new Map(digests.filter(([, digest]) => digest !== "")),
        capacityProvider: (0,plain/* readText */.yR)(value, "capacityProviderName"),
    };
}
function wordsOf(failure) {
    const words = [(0,plain/* readText */.yR)(failure, "reason"), (0,plain/* readText */.yR)(failure, "detail")].filter((word) => word !== "");
    return words.join(": ").slice(0, 300);
}
function ecs_look_lastPart(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-start.js
/**
 * Starts one task, and never two: a request whose answer was lost is sent again with its token, and a task that an earlier attempt
 * of the job has started is found by it. Says in words why there is no task.
 */




const ecs_start_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;
/** Tokens whose tasks have ended already: a job cannot have been run again so often. */
const MOST_TOKENS = 100;
/** Starts it, or finds the one that runs already. Rejects only with what is neither AWS's answer nor a cancelled step. */
async function startTask(starting) {
    const { clock, signal, say } = starting;
    let pauseMs = ecs_start_PAUSE_MS;
    for (let count = 0; count < MOST_TOKENS;) {
        if (signal?.aborted === true)
            return { failed: cancelled() };
        const token = starting.tokens.next();
        const answered = await request(starting, token);
        if ("failed" in answered)
            return answered;
        if ("reasons" in answered) {
            const isPassing = answered.reasons.length > 0 && answered.reasons.every(isCapacity);
            if (!isPassing || clock.monotonic() + pauseMs > starting.capacityUntil)
                return { failed: refused(answered.reasons) };
            say(`No task was started (${answered.reasons.join(", ")}): trying again in ${pauseMs / 1000} s`);
            await clock.sleep(pauseMs, signal).catch(rethrowUnless(signal));
            pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
            continue;
        }
        count += 1;
        const found = "arns" in answered ? await findRunning(starting, answered.arns) : running(answered);
        if (found !== undefined)
            return found;
    }
    return { failed: refused(["every attempt of this job has ended already"]) };
}
/** One request until it has an answer. It is not ended by a cancelled step: only its answer says what is to be stopped. */
async function request(starting, token) {
    const { ask, clock, signal } = starting;
    const input = { ...starting.request, clientToken: token, startedBy: startedByOf(token) };
    const patience = createPatience(clock);
    let wasLost = false;
    for (;;) {
        try {
            const answer = readStarted(await ask("ecs", "RunTask", input, { evenWhenCancelled: true }));
            return "reasons" in answer ? answer : { seen: answer, wasLost };
        }
        catch (error) {
            if (!(error instanceof lib_ask/* AwsFault */.k))
                throw error;
            const arns = error.code === "ConflictException" ? readArns(error.cause, "resourceIds") : [];
            if (arns.length > 0)
                return { arns };
            wasLost ||= error.kind === "unavailable";
            const isFinal = error.kind === "denied" || error.kind === "refused" || signal?.aborted === true;
            if (isFinal || !patience.bears(error))
                return settle(starting, { token, error, wasLost });
        }
        await clock.sleep(ecs_start_PAUSE_MS, signal).catch(rethrowUnless(signal));
    }
}
/** There is no answer, and there will be none: whether there is a task is asked once in another way when it is not known. */
async function settle({ ask, cluster, signal }, { token, error, wasLost }) {
    const words = `${error.action}: ${error.said === "" || error.said === error.code ? error.code : `${error.code}: ${error.said}`}`;
    if (!wasLost) {
        if (error.kind === "refused" && isCapacity(error.said))
            return { reasons: [error.said] };
        if (signal?.aborted === true)
            return { failed: cancelled() };
        return { failed: { kind: "never-started", cause: `no task was started (${words})`, remedy: remedyOf(error) } };
    }
    const startedBy = startedByOf(token);
    try {
        const answer = await ask("ecs", "ListTasks", { cluster, startedBy }, { evenWhenCancelled: true });
        const [arn] = readArns(answer, "taskArns");
        if (arn !== undefined) {
            return { seen: { task: parseTask({ taskArn: arn }), digests: new Map(), capacityProvider: "" }, wasLost };
        }
    }
    catch (thrown) {
        if (!(thrown instanceof lib_ask/* AwsFault */.k))
            throw thrown;
    }
    const cause = `whether a task was started is not known: the request had no answer (${words})`;
    const remedy = `Look in the cluster ${cluster} for a task that was started by ${startedBy}, and at the database, before this is run again.`;
    return { failed: { kind: "lost", cause, remedy } };
}
/** A new token is answered with a new task; one that has stopped ended before this attempt, which has seen what it did. */
function running({ seen, wasLost }) {
    const { task, capacityProvider } = seen;
    const { arn, lastStatus } = task;
    if (lastStatus === "STOPPED" && !wasLost)
        return undefined;
    return { arn, capacityProvider, isEarlier: !wasLost && !beginnings.has(lastStatus) };
}
/** What a task that RunTask has just started can be; "" when that is not told. */
const beginnings = new Set(["", "PROVISIONING", "PENDING", "ACTIVATING"]);
/** ECS has tasks of this token with other parameters: one that runs is ours to wait for. */
async function findRunning(starting, arns) {
    const { ask, clock, cluster, signal } = starting;
    const patience = createPatience(clock);
    for (let looks = 1;; looks += 1) {
        try {
            const answer = await ask("ecs", "DescribeTasks", { cluster, tasks: arns }, { evenWhenCancelled: true });
            const seen = arns.map((arn) => findTask(answer, arn)).filter((each) => "task" in each);
            const found = seen.find(({ task }) => task.lastStatus !== "STOPPED");
            if (found !== undefined) {
                return { arn: found.task.arn, capacityProvider: found.capacityProvider, isEarlier: true };
            }
            if (seen.length > 0 || looks === 3)
                return undefined;
        }
        catch (error) {
            if (!(error instanceof lib_ask/* AwsFault */.k))
                throw error;
            if (!patience.bears(error)) {
                const cause = `a task of this job may run already (${arns.join(", ")}), and it cannot be seen (${error.what})`;
                return { failed: { kind: "lost", cause, remedy: error.remedy } };
            }
        }
        await clock.sleep(ecs_start_PAUSE_MS, signal).catch(rethrowUnless(signal));
        if (signal?.aborted === true)
            return { failed: cancelled() };
    }
}
/** Whether more capacity, or less work in the cluster, is all that is missing. */
function isCapacity(reason) {
    return stopCauseOf(parseTask({ stopCode: "TaskFailedToStart", stoppedReason: reason })).kind === "capacity";
}
function refused(reasons) {
    const words = reasons.length === 0 ? "no reason is told" : reasons.join(", ");
    const { hint } = stopCauseOf(parseTask({ stopCode: "TaskFailedToStart", stoppedReason: words }));
    const remedy = hint ?? "Check the cluster, its capacity and the placement constraints of the task definition.";
    return { kind: "never-started", cause: `ECS started no task (${words})`, remedy };
}
function cancelled() {
    return { kind: "cancelled", cause: "the job was cancelled before a task was started", remedy: "" };
}
function remedyOf({ action, kind, said, remedy }) {
    if (kind === "denied" && /iam:PassRole/.test(said)) {
        return "Allow iam:PassRole on the task role and the execution role of the task definition (iam:PassedToService: ecs-tasks.amazonaws.com) for the role of this job.";
    }
    if (kind === "refused") {
        return `Check cluster, task-definition, capacity-provider, subnets and security-groups (${action}).`;
    }
    return remedy;
}
const rethrowUnless = (signal) => (error) => {
    if (signal?.aborted !== true)
        throw error;
};

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-tail.js
/** Keeps the newest lines of an output that may be of any length. Pure; memory is bounded. */
/** UTF-16 units that are kept, line ends included. */
const MOST_UNITS = 1_048_576;
/** Lines that are dropped are freed so many at once. */
const SWEEP = 4096;
/** Keeps whole lines, up to `most` units of them; of a line that is longer its end. */
function createTail(most = MOST_UNITS) {
    let lines = [];
    let first = 0;
    let units = 0;
    return {
        push(line) {
            const kept = line.length < most ? line : line.slice(line.length - most + 1);
            lines.push(kept);
            units += kept.length + 1;
            while (units > most) {
                units -= (lines[first]?.length ?? 0) + 1;
                first += 1;
            }
            if (first < SWEEP)
                return;
            lines = lines.slice(first);
            first = 0;
        },
        text: () => lines
            .slice(first)
            .map((line) => `${line}\n`)
            .join(""),
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-verdict.js
/**
 * How a task that stopped ended: by what its named container came to, and by nothing else. Pure. What is printed is never asked:
 * a log can lose lines.
 */

/** Exit codes of programs that a signal ended: SIGABRT, SIGKILL, SIGSEGV, SIGTERM. */
const signals = new Set([134, 137, 139, 143]);
/** Codes with which others are ended when a task stops: why it did is then to be looked for elsewhere. */
const followed = new Set([137, 143]);
/**
 * The verdict on a task whose status is STOPPED. `isComplete` is false while something is not told that should be (a code can
 * come later than the status).
 * @param task with what is known about essential containers
 */
function verdictOf(task, name) {
    const container = task.containers.find((each) => each.name === name);
    if (task.stopCode !== "" && task.stopCode !== "EssentialContainerExited") {
        return { verdict: stoppedVerdict(task, container), isComplete: true };
    }
    if (container === undefined)
        return { verdict: lost(task, noContainer(task, name)), isComplete: false };
    const { exitCode, reason } = container;
    if (exitCode === undefined) {
        if (reason !== "")
            return { verdict: { ...causeOf(task), kind: "never-started", exitCode }, isComplete: true };
        return { verdict: lost(task, `the container ${name} has no exit code`), isComplete: false };
    }
    // It ended well, but whether by itself is not told.
    if (exitCode === 0 && task.stopCode === "") {
        return {
            verdict: { ...lost(task, "it is not told why the task stopped"), exitCode },
            isComplete: false,
        };
    }
    return { verdict: exitVerdict(task, container, exitCode), isComplete: true };
}
function exitVerdict(task, container, exitCode) {
    if (exitCode === 0)
        return { kind: "exited", exitCode, cause: "", remedy: "" };
    const kind = signals.has(exitCode) ? "killed" : "exited";
    // What other containers came to matters only when it can be why this one was ended.
    const seen = followed.has(exitCode) ? task : { ...task, containers: [container] };
    return { ...causeOf(seen), kind, exitCode };
}
/** Somebody or something stopped it, or kept it from starting. */
function stoppedVerdict(task, container) {
    const exitCode = container?.exitCode;
    const hasRun = exitCode !== undefined || task.startedAt !== undefined;
    return { ...causeOf(task), kind: hasRun ? "killed" : "never-started", exitCode };
}
function causeOf(task) {
    const { text, hint = "" } = stopCauseOf(task);
    return { cause: text, remedy: hint };
}
function lost(task, because) {
    const { cause } = causeOf(task);
    return {
        kind: "lost",
        exitCode: undefined,
        cause: `${because} (${cause})`,
        remedy: "Look at the task and its log: nothing says that it did its work.",
    };
}
function noContainer({ containers }, name) {
    const others = containers.map((each) => each.name).join(", ");
    return `the task tells nothing about its container ${name}${others === "" ? "" : ` (it has ${others})`}`;
}

// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
;// CONCATENATED MODULE: ./packages/migration/lib/ecs-stop.js
/** Asks a task to stop. What comes of it is for watching to see. */

/** Sends StopTask; the words of the refusal when it was not accepted. */
async function stopTask({ ask, clock, cluster, arn }, why) {
    const reason = why === "cancelled" ? "Stopped by Handrail: the job was cancelled" : "Stopped by Handrail: it took too long";
    for (let tries = 1;; tries += 1) {
        try {
            await ask("ecs", "StopTask", { cluster, task: arn, reason }, { evenWhenCancelled: true });
            return undefined;
        }
        catch (error) {
            if (!(error instanceof lib_ask/* AwsFault */.k))
                throw error;
            const isPassing = error.kind !== "denied" && error.kind !== "refused";
            if (tries === 4 || !isPassing)
                return `${error.action}: ${error.said === "" ? error.code : error.said}`;
            await clock.sleep(1000);
        }
    }
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-watch.js
/**
 * Watches a task until it has stopped, or until it is known why that cannot be seen. It also asks it to stop, when the step is
 * cancelled or time is up, and then watches on: what the task came to is only known when it has stopped. It judges nothing.
 */






/** The first looks come quickly, for many tasks are short; ms. */
const pauses = [2000, 2000, 2000, 3000, 4000];
const ecs_watch_PAUSE_MS = 5000;
const NEAR_MS = 2000;
/** A new task may be unknown for so long, ms: ECS's answers lag behind each other. */
const APPEARS_MS = 60_000;
/** A task that was seen and is not there in so many looks is gone. */
const MOST_MISSING = 3;
/** Codes that are missing may come so much later than STOPPED, ms. */
const LATE_CODES_MS = 12_000;
/** From the container's end to STOPPED, ms: network and host are given back. */
const CLEARING_MS = 90_000;
/** At least so often something is said, ms. */
const HEARTBEAT_MS = 300_000;
/** Watches. Rejects only with what is neither AWS's answer nor a cancelled step. */
async function watchTask(watching) {
    const { clock } = watching;
    const course = { looks: 0, missing: 0, saidAt: clock.monotonic() };
    const patience = createPatience(clock);
    for (;;) {
        const result = (await interrupt(watching, course)) ?? (await look(watching, course, patience));
        if (result !== undefined) {
            const { asked, seen } = course;
            return {
                ...(asked === undefined ? {} : { asked: asked.why }),
                ...(seen === undefined ? {} : { seen }),
                ...result,
            };
        }
        course.looks += 1;
        await pause(watching, course);
    }
}
/** The signal that still counts: when the task was asked to stop, nothing else does. */
function signalOf({ signal }, { asked }) {
    return asked === undefined ? signal : undefined;
}
/** Asks the task to stop when it is time for that. */
async function interrupt(watching, course) {
    const { clock, startedAt, timeoutMs, definition } = watching;
    const now = clock.monotonic();
    if (course.asked !== undefined) {
        if (now < course.asked.until)
            return undefined;
        return { how: "left", because: "it was asked to stop (StopTask), and has not stopped yet" };
    }
    const isCancelled = watching.signal?.aborted === true;
    if (!isCancelled && now - startedAt < timeoutMs)
        return undefined;
    const why = isCancelled ? "cancelled" : "timeout";
    course.asked = { why, until: now + definition.stopTimeoutMs + CLEARING_MS };
    if (why === "cancelled" && watching.onCancel === "leave") {
        watching.say(`The step is cancelled: the task ${watching.arn} goes on`);
        return { how: "left", because: "on-cancel is leave" };
    }
    watching.say(why === "cancelled"
        ? `The step is cancelled: the task ${watching.arn} is asked to stop`
        : `The task did not end within ${(0,durations/* formatDuration */.a3)(timeoutMs)}: it is asked to stop`);
    const refusal = await stopTask(watching, why);
    return refusal === undefined ? undefined : { how: "left", because: `it could not be stopped: ${refusal}` };
}
/** Looks once at the task and at its output. */
async function look(watching, course, patience) {
    const { ask, cluster, arn, log } = watching;
    const evenWhenCancelled = signalOf(watching, course) === undefined;
    try {
        const answer = await ask("ecs", "DescribeTasks", { cluster, tasks: [arn] }, { evenWhenCancelled });
        patience.answered();
        const found = findTask(answer, arn);
        if ("missing" in found)
            return judgeMissing(watching, course, found.missing);
        note(watching, course, found);
        const runtimeId = containerOf(watching, found.task)?.runtimeId ?? "";
        await log.read({ runtimeId, evenWhenCancelled });
        if (watching.isEnough())
            return { how: "enough" };
        return judgeSeen(watching, course, found);
    }
    catch (error) {
        if (signalOf(watching, course)?.aborted === true)
            return undefined;
        if (!(error instanceof lib_ask/* AwsFault */.k))
            throw error;
        if (patience.bears(error))
            return undefined;
        const said = error.said === "" ? error.code : `${error.code}: ${error.said}`;
        return { how: "lost", because: `${error.action} gives no answer (${said})`, remedy: error.remedy };
    }
}
function judgeMissing({ clock, startedAt }, course, words) {
    course.missing += 1;
    const isNew = course.seen === undefined && clock.monotonic() - startedAt < APPEARS_MS;
    if (isNew || course.missing < MOST_MISSING)
        return undefined;
    const remedy = "Look at its log and at the database: how it ended was not seen. ECS forgets a task some time after it stopped.";
    return { how: "lost", because: `ECS does not know the task any more (${words})`, remedy };
}
/** Remembers what was seen, and says what is new. */
function note(watching, course, found) {
    const { clock, definition, say } = watching;
    const before = course.seen?.task.lastStatus;
    const task = withEssentials(found.task, definition.essentials);
    course.seen = { ...found, task };
    course.missing = 0;
    const now = clock.monotonic();
    const container = containerOf(watching, task);
    const hasEnded = container?.exitCode !== undefined || container?.lastStatus === "STOPPED";
    if (hasEnded || task.lastStatus === "STOPPED")
        course.endedAt ??= now;
    if (task.lastStatus === "STOPPED")
        course.stoppedAt ??= now;
    const isNew = task.lastStatus !== before && task.lastStatus !== "";
    if (!isNew && now - course.saidAt < HEARTBEAT_MS)
        return;
    course.saidAt = now;
    say(isNew ? `The task is ${task.lastStatus}` : `The task is still ${task.lastStatus}`);
}
function judgeSeen({ clock, definition }, course, found) {
    const now = clock.monotonic();
    const { seen = found, stoppedAt, endedAt = now } = course;
    if (stoppedAt === undefined)
        return undefined;
    const { isComplete } = verdictOf(seen.task, definition.container);
    return isComplete || now - stoppedAt >= LATE_CODES_MS ? { how: "stopped", seen, endedAt } : undefined;
}
function containerOf({ definition }, { containers }) {
    return containers.find(({ name }) => name === definition.container);
}
/** Waits for the next look, not beyond the next deadline; a cancelled step ends it. */
async function pause(watching, course) {
    const { clock, startedAt, timeoutMs } = watching;
    const usual = pauses[course.looks - 1] ?? ecs_watch_PAUSE_MS;
    const isNear = course.endedAt !== undefined || course.asked !== undefined;
    const deadline = course.asked?.until ?? startedAt + timeoutMs;
    const ms = Math.min(isNear ? NEAR_MS : usual, Math.max(0, deadline - clock.monotonic()));
    const signal = signalOf(watching, course);
    try {
        await clock.sleep(ms, signal);
    }
    catch (error) {
        if (signal?.aborted !== true)
            throw error;
    }
}

// EXTERNAL MODULE: ./packages/migration/lib/tool-output.js
var tool_output = __webpack_require__(9726);
;// CONCATENATED MODULE: ./packages/migration/lib/ecs-run.js







/** Runs it. Rejects only with defects. */
async function runTask(run) {
    const { settings, doors, definition, command } = run;
    const asked = taskRequest(command, definition, settings);
    if ("excess" in asked)
        return tooLong(asked.excess);
    const { ask, clock, cancelled } = doors;
    const signal = run.evenWhenCancelled ? undefined : cancelled;
    const startedAt = clock.monotonic();
    const place = { ask, clock, cluster: settings.cluster, signal, say: run.say };
    const started = await startTask({
        ...place,
        request: asked.request,
        tokens: run.tokens,
        // The other half is for the task itself.
        capacityUntil: startedAt + settings.timeoutMs / 2,
    });
    if ("failed" in started)
        return { ...started.failed, exitCode: undefined, stdout: "", stderr: "" };
    const { arn } = started;
    run.say(started.isEarlier ? `Task ${arn} of an earlier attempt runs already: this step waits for it` : `Task ${arn}`);
    if (started.capacityProvider === "FARGATE_SPOT") {
        run.say("The cluster's default put it on FARGATE_SPOT, which can end it at any time: name another capacity-provider");
    }
    const tail = createTail();
    const onLine = (line) => {
        tail.push(line);
        run.onLine(line);
    };
    const log = openTaskLog({ ask, clock, arn, definition, onLine });
    const isEnough = run.isEnough ?? (() => false);
    const watched = await watchTask({
        ...place,
        arn,
        definition,
        log,
        onCancel: settings.onCancel,
        startedAt,
        timeoutMs: settings.timeoutMs,
        isEnough,
    });
    const verdict = judge(watched, run, arn);
    await readRest(watched, { run, log, signal });
    return toEnding(verdict, watched, { run, arn, stdout: tail.text() });
}
function tooLong(excess) {
    return {
        kind: "never-started",
        exitCode: undefined,
        cause: `the command with its environment is ${excess} characters longer than ECS takes (8192)`,
        remedy: "Give tool-command fewer arguments, or put them into a file of the image.",
        stdout: "",
        stderr: "",
    };
}
/** The last lines. They come seconds after the end; when it cannot be seen, what is there is read once. */
async function readRest(watched, { run, log, signal }) {
    if (watched.how === "enough")
        return;
    const { container } = run.definition;
    const runtimeId = watched.seen?.task.containers.find(({ name }) => name === container)?.runtimeId ?? "";
    if (watched.how !== "stopped") {
        await log.read({ runtimeId, evenWhenCancelled: true });
        return;
    }
    run.say(`The task has stopped${exitWords(watched, container)}`);
    await log.drain(runtimeId, watched.endedAt, watched.asked === "cancelled" ? AbortSignal.abort() : signal);
    if (log.note !== "")
        run.say(`No logs here: ${log.note}`);
}
function exitWords(watched, name) {
    const code = watched.seen.task.containers.find((each) => each.name === name)?.exitCode;
    return code === undefined ? "" : `: exit code ${code}`;
}
/** What is known about its end. */
function judge(watched, { settings, definition }, arn) {
    const { how, asked } = watched;
    if (how === "stopped") {
        const { verdict } = verdictOf(watched.seen.task, definition.container);
        const isOurs = asked !== undefined && watched.seen.task.stopCode === "UserInitiated";
        return isOurs ? { ...verdict, ...endedByUs(asked, settings.timeoutMs) } : verdict;
    }
    const exitCode = undefined;
    if (how === "left") {
        const kind = asked ?? "timeout";
        const { cause } = endedByUs(kind, settings.timeoutMs);
        const remedy = `Wait for the task to end, or stop it by hand, before this is run again: aws ecs stop-task --cluster ${settings.cluster} --task ${arn}`;
        return { kind, exitCode, cause: `${cause}; the task ${arn} goes on (${watched.because})`, remedy };
    }
    if (how === "lost") {
        return {
            kind: "lost",
            exitCode,
            cause: `how the task ended is not known: ${watched.because}`,
            remedy: watched.remedy,
        };
    }
    return { kind: "lost", exitCode, cause: "nobody waited for its end", remedy: "" };
}
function endedByUs(kind, timeoutMs) {
    if (kind === "cancelled")
        return { kind, cause: "the job was cancelled", remedy: "" };
    const remedy = "Give timeout more time, or look for what the migration waits for.";
    return { kind, cause: `it did not end within ${timeoutMs / 1000} s`, remedy };
}
function toEnding(verdict, watched, { run, arn, stdout }) {
    const { settings, definition } = run;
    const { seen } = watched;
    const task = {
        arn,
        cluster: settings.cluster,
        taskDefinition: seen?.task.taskDefinitionArn || definition.arn,
        container: definition.container,
        imageDigest: seen?.digests.get(definition.container) ?? "",
    };
    // What the tool itself said tells more than "exit code 1", and nothing about a task that was killed.
    const said = verdict.kind === "exited" && verdict.exitCode !== 0 ? (0,tool_output/* rootCause */.e)({ stdout, stderr: "" }) : "";
    const cause = said === "" ? verdict.cause : `${said} (${verdict.cause})`;
    return { ...verdict, cause, stdout, stderr: "", task };
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs-query.js
/**
 * Asks the database where the tool runs: a task of the same image runs a probe, a short script on the image's own database driver,
 * and the rows come back through the task's log. One task a question.
 */





/** A Query by tasks. It rejects with DatabaseFailure, with a Failure `task-failed`, or with the reason of a cancelled step. */
function createTaskQuery(asking) {
    let count = 0;
    const ask = async (statements) => {
        if (statements.length === 0)
            return [];
        const { settings, definition, doors, probe } = asking;
        if (typeof definition.log === "string")
            throw noLog(definition.log, definition.container);
        count += 1;
        const nonce = tokenOf(settings.intent, doors.clock.now(), count, asking.evenWhenCancelled ? 1 : 0).slice(0, 16);
        const argv = probeArgv({ probe, nonce, statements, settings, definition });
        if (argv !== undefined)
            return askOnce(asking, { argv, nonce, statements });
        const middle = Math.ceil(statements.length / 2);
        if (statements.length === 1 || !statements.every(isReading))
            throw ecs_query_tooLong();
        return [...(await ask(statements.slice(0, middle))), ...(await ask(statements.slice(middle)))];
    };
    return ask;
}
/** Statements that leave nothing behind in their connection may be asked on several. */
function isReading(statement) {
    return /^\s*(?:select|show|with|pragma|explain)\b/i.test(statement);
}
/** The command; packed when it would be too long otherwise, undefined when it is then, too. */
function probeArgv({ probe, nonce, statements, settings, definition }) {
    const plain = JSON.stringify({ nonce, statements });
    const forms = [() => plain, () => (0,external_node_zlib_.deflateRawSync)(plain, { level: 9 }).toString("base64")];
    for (const form of forms) {
        const argv = [...probe.argv, form()];
        if ("request" in taskRequest({ argv, environment: probe.environment }, definition, settings))
            return argv;
    }
    return undefined;
}
async function askOnce(asking, { argv, nonce, statements }) {
    const { settings, doors, definition, evenWhenCancelled, say, probe } = asking;
    const answer = createAnswerReader(nonce);
    const command = { argv, environment: probe.environment };
    const ending = await runTask({
        settings,
        doors,
        definition,
        command,
        tokens: asking.tokens(command),
        evenWhenCancelled,
        say,
        onLine: answer.push,
        isEnough: () => answer.isComplete,
    });
    asking.onTask(ending.task);
    const text = answer.text();
    if (text !== undefined)
        return readAnswer(text, settings.engine, statements.length);
    if (ending.kind === "cancelled")
        doors.cancelled.throwIfAborted();
    throw noAnswer(ending, answer.isComplete);
}
function noLog(why, container) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `The database cannot be asked from a task: ${why}`,
        remedy: `Let the container ${container} log through awslogs: that is where the answers come from.`,
    });
}
function noAnswer({ kind, exitCode, cause, remedy }, isComplete) {
    if (isComplete)
        return unreadable("its lines are not as they were printed");
    if (kind === "exited" && exitCode === 0)
        return unreadable("the task ended well and its log does not hold all of it");
    return new failure/* Failure */.HR({
        reason: "task-failed",
        what: `The database could not be asked: ${cause}`,
        remedy: remedy === "" ? "Look at the task's log, then run the job again." : remedy,
    });
}
function ecs_query_tooLong() {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: "The database cannot be asked from a task: the question is longer than ECS lets a command be (8192 characters)",
        remedy: "Give status-command and schema-command: commands of the image that print what is asked for.",
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/ecs.js
/**
 * The executor `ecs`, loaded when it is asked for: each command is a one-off task in the cluster, with the image, the network and
 * the secrets of a task definition, and the database is asked from there, too.
 */








/** Opens the executor: looks the task definition up and pins its revision. Nothing is started. See OpenEcsExecutor. */
async function openEcsExecutor(settings, doors) {
    if (/^FARGATE_SPOT$/i.test(settings.capacityProvider)) {
        throw new failure/* Failure */.HR({
            reason: "invalid-input",
            what: "FARGATE_SPOT is no place for a migration: it may be ended in its middle, with two minutes' notice",
            remedy: "Give another capacity-provider, or none.",
        });
    }
    const definition = readTaskDefinition(await describe(settings, doors), settings);
    return createExecutor(settings, doors, definition);
}
/** Asks until there is an answer, as far as that may help. */
async function describe({ taskDefinition }, { ask, clock, cancelled }) {
    const patience = createPatience(clock);
    for (;;) {
        try {
            return await ask("ecs", "DescribeTaskDefinition", { taskDefinition });
        }
        catch (error) {
            if (!(error instanceof lib_ask/* AwsFault */.k) || error.kind === "denied")
                throw error;
            if (error.kind === "refused")
                throw unknownDefinition(taskDefinition, error);
            if (!patience.bears(error))
                throw error;
        }
        await clock.sleep(2000, cancelled);
    }
}
function unknownDefinition(name, error) {
    return new failure/* Failure */.HR({
        reason: "invalid-input",
        what: `ECS does not describe the task definition ${(0,quote/* quoteText */.o)(name)} (${error.code}: ${error.said})`,
        remedy: "Check task-definition, the account and the Region.",
        cause: error,
    });
}
function createExecutor(settings, doors, definition) {
    const { clock, log } = doors;
    // A cancelled step has seconds left, and what only reads may end when it likes.
    const reading = { ...settings, onCancel: "leave" };
    const tokens = createTokens(settings.intent, () => clock.now());
    const proof = createImageProof(settings, definition);
    const probe = probeOf(settings.tool, settings.engine);
    const query = (evenWhenCancelled) => probe === undefined
        ? undefined
        : createTaskQuery({
            settings: reading,
            doors,
            definition,
            probe,
            evenWhenCancelled,
            tokens: (command) => tokens.reading(whatIsDone("query", command, definition)),
            say: (text) => log.debug(text),
            onTask: proof.note,
        });
    const run = async (command, about) => {
        const { isReading = false, title, evenWhenCancelled = false } = about;
        const problem = isReading ? undefined : proof.problem();
        if (problem !== undefined)
            return problem;
        const what = whatIsDone(title, command, definition);
        const common = { doors, definition, command: withoutFiles(command), evenWhenCancelled };
        const kind = isReading
            ? { settings: reading, tokens: tokens.reading(what) }
            : { settings, tokens: tokens.changing(what) };
        const ending = await shown(about, doors, (say, onLine) => runTask({ ...common, ...kind, say, onLine }));
        proof.note(ending.task);
        return ending;
    };
    return {
        kind: "ecs",
        engine: settings.engine,
        run,
        query: query(false),
        queryWhenCancelled: query(true),
        identity: identityOf(settings, definition),
        place: `ECS cluster ${ecs_lastPart(settings.cluster)}, task definition ${ecs_lastPart(definition.arn)}, container ${definition.container}`,
        close: () => Promise.resolve(),
    };
}
/** What a token stands for: the same in each attempt of a job, and in no other job of the same run. The revision may be another. */
function whatIsDone(title, { argv, environment }, { family, container }) {
    return JSON.stringify([family, container, title, argv, Object.entries(environment)]);
}
/** In a folded group of the log; what is not shown is told to those who debug. */
async function shown({ isShown, title }, { log }, work) {
    if (isShown === false) {
        return work((text) => log.debug(text), () => undefined);
    }
    const info = (text) => log.info(text);
    log.group(title);
    try {
        return await work(info, info);
    }
    finally {
        log.endGroup();
    }
}
/** There is no place for files in a task: adapters know that, and a command that names some is a defect. */
function withoutFiles(command) {
    if (command.scratch === undefined)
        return command;
    throw new TypeError("a command for a task cannot have files");
}
/**
 * Whether the image is the one that was asked for. A tag can move; what it means is known from a task that ran, and reading comes
 * before changing. ECS cannot be told to run another image than the task definition's.
 */
function createImageProof({ imageDigest }, { digest, arn, image }) {
    let seen = digest;
    return {
        note(task) {
            if (digest === "" && task !== undefined && task.imageDigest !== "")
                seen = task.imageDigest;
        },
        problem() {
            if (imageDigest === "" || seen === imageDigest)
                return undefined;
            const now = seen === "" ? `${(0,quote/* quoteText */.o)(image)}, a tag that may mean any image` : seen;
            return {
                kind: "never-started",
                exitCode: undefined,
                cause: `the record names the image ${imageDigest}, and ${ecs_lastPart(arn)} runs ${now}`,
                remedy: "Name a task definition in task-definition that has this image by its digest (name@sha256:…): only that image has the scripts that undo its migrations.",
                stdout: "",
                stderr: "",
            };
        },
    };
}
/**
 * The address of the database is known in the task alone. What stays the same from one deployment to the next is where it runs
 * and as what: account, Region, cluster, family, container.
 */
function identityOf({ cluster }, { arn, family, container }) {
    const account = arn.split(":")[4] ?? "";
    return tokenOf("ecs", account, regionOfArn(arn), ecs_lastPart(cluster), family, container).slice(0, 24);
}
function ecs_lastPart(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}


/***/ })

};

