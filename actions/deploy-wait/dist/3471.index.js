export const id = 3471;
export const ids = [3471];
export const modules = {

/***/ 3471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubWorkflowTarget: () => (/* binding */ createGithubWorkflowTarget)
});

// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
// EXTERNAL MODULE: ./packages/runner/lib/inputs.js + 1 modules
var inputs = __webpack_require__(2032);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/target.js
var target = __webpack_require__(44);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/github-workflow/run.js
/** A workflow run as GitHub shows it, and what its status and conclusion say. Pure; it decides nothing. */

/** https://docs.github.com/rest/actions/workflow-runs lists both. */
const standings = {
    "": "open",
    queued: "open",
    requested: "open",
    pending: "open",
    in_progress: "open",
    waiting: "blocked",
};
/**
 * `action_required` is no end: somebody has to approve the run (of a fork, most often), and then it begins. `stale`: GitHub
 * gave it up after two weeks. `skipped`: the workflow's own conditions were against every job.
 */
const conclusions = {
    "": "open",
    success: "good",
    failure: "failed",
    startup_failure: "failed",
    timed_out: "failed",
    stale: "failed",
    cancelled: "cancelled",
    skipped: "void",
    neutral: "void",
    action_required: "blocked",
};
/** Where a run stands. */
function standingOf({ status, conclusion }) {
    const [table, word] = status === "completed" ? [conclusions, conclusion] : [standings, status];
    return Object.hasOwn(table, word) ? (table[word] ?? "unknown") : "unknown";
}
/** Whether this attempt of the run has ended. */
function isEnded(run) {
    return !["open", "blocked", "unknown"].includes(standingOf(run));
}
/** The word that tells most about a run: its conclusion, or its status. */
function wordOf({ status, conclusion }) {
    return status === "completed" && conclusion !== "" ? conclusion : status === "" ? "no status" : status;
}
/** What people call a run. */
function nameOf({ id, name }) {
    return name === "" ? `run ${id}` : `${name} (run ${id})`;
}
/** Reads a run. Without an id it is the run `asked`; undefined when it is neither, or says nothing about itself. */
function readRun(value, asked) {
    const id = (0,plain/* readId */.wh)(value, "id") ?? asked;
    const status = oneLine((0,plain/* readText */.yR)(value, "status"));
    if (id === undefined || (status === "" && asked !== undefined))
        return undefined;
    const url = (0,plain/* readText */.yR)(value, "html_url");
    return {
        id,
        name: oneLine((0,plain/* readText */.yR)(value, "name")),
        url: url.startsWith("https://") && !/\s/.test(url) ? url : "",
        status,
        conclusion: oneLine((0,plain/* readText */.yR)(value, "conclusion")),
        attempt: (0,plain/* readId */.wh)(value, "run_attempt") ?? 1,
    };
}
/** The newer of two views of a run: a later attempt; of one attempt, the one in which it has ended. */
function newerOf(known, seen) {
    if (seen.attempt !== known.attempt)
        return seen.attempt > known.attempt ? seen : known;
    return isEnded(known) && !isEnded(seen) ? known : seen;
}
/** Text from outside on one line, 300 characters at most. */
function oneLine(text) {
    return text.slice(0, 2000).replaceAll(/\s+/g, " ").trim().slice(0, 300).toWellFormed();
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/github-workflow/machine.js

/** No run shows up within this: there is none, ms. */
const GRACE_MS = 60_000;
/** An end that was there from the beginning: the answer may be older than a re-run, ms. */
const HOLD_MS = 5000;
/** And so many answers have to say so: a blackout is no search. */
const NOTHING_LOOKS = 8;
/** A run that so many answers in a row left out was deleted. */
const GONE_LOOKS = 20;
/** The runs of a commit do not all show up at once, ms. */
const GATHER_MS = 10_000;
/** Makes the machine: for a single run (`one`), or for all runs of a commit (`all`). */
function createMachine(kind) {
    return (before, snapshot, elapsedMs) => {
        const state = before ?? { firstMs: elapsedMs, looks: 0, empty: 0, pinned: [] };
        if (snapshot.runs === "missing" || snapshot.runs === undefined) {
            return absent(state, snapshot.runs === "missing", elapsedMs);
        }
        const pinned = pin(state.pinned, snapshot.runs, elapsedMs);
        const empty = state.empty + (pinned.length === 0 ? 1 : 0);
        const { firstMs, looks, isDone = false } = state;
        return judge({ firstMs, looks: looks + 1, empty, pinned }, kind, isDone, snapshot.isCut ?? false, elapsedMs);
    };
}
function pin(before, runs, elapsedMs) {
    const found = new Map(before.map((each) => [each.run.id, { ...each, leftOut: each.leftOut + 1 }]));
    for (const run of runs) {
        const known = found.get(run.id);
        const newest = known === undefined ? run : newerOf(known.run, run);
        const isSame = known !== undefined && newest.attempt === known.run.attempt;
        found.set(run.id, {
            run: newest,
            sinceMs: isSame ? known.sinceMs : elapsedMs,
            leftOut: 0,
            wasOpen: (isSame && known.wasOpen) || !isEnded(newest),
        });
    }
    return [...found.values()].sort((a, b) => a.run.id - b.run.id);
}
function judge(state, kind, wasDone, isCut, elapsedMs) {
    const { pinned } = state;
    if (pinned.length === 0) {
        const step = going(state, "starting", "no run yet", "no run");
        if (!isOver(state, elapsedMs))
            return step;
        const remedy = "Check the full hash of the commit, the workflow, and that the workflow is started by this event.";
        return { ...step, verdict: { result: "not-found", cause: "there is no workflow run for this commit", remedy } };
    }
    const isSettled = ({ sinceMs, wasOpen }) => wasOpen || elapsedMs - sinceMs >= HOLD_MS;
    const bad = pinned.filter(({ run }) => ["failed", "cancelled"].includes(standingOf(run)));
    const told = bad.filter(isSettled);
    if (told.length > 0) {
        return { ...step(state, "near"), verdict: badVerdict(told.map(({ run }) => run)) };
    }
    const warnings = warningsOf(pinned, isCut);
    const open = pinned.filter(({ run }) => !isEnded(run)).map(({ run }) => standingOf(run));
    if (open.length > 0 || isCut) {
        const isBlocked = open.length > 0 && open.every((standing) => standing === "blocked");
        return { ...step(state, isBlocked ? "blocked" : "moving"), warnings };
    }
    // An answer that leaves a run out may hide that it is run again.
    const isWhole = pinned.every(({ leftOut }) => leftOut === 0 || leftOut >= GONE_LOOKS);
    const isGathered = kind === "one" || (elapsedMs - state.firstMs >= GATHER_MS && state.looks >= 3);
    if (bad.length > 0 || !isWhole || !isGathered || !pinned.every(isSettled)) {
        return { ...step(state, "near"), warnings };
    }
    // A list may leave out a run that nobody has seen yet: it is read twice.
    if (kind === "all" && !wasDone)
        return { ...step({ ...state, isDone: true }, "now"), warnings };
    return { ...step(state, "near"), verdict: goodVerdict(pinned.map(({ run }) => run)) };
}
/** The worst of those that did not end well, failures first. */
function badVerdict(runs) {
    const failed = runs.filter((run) => standingOf(run) === "failed");
    const worst = failed.length > 0 ? failed : runs;
    const names = worst.slice(0, 3).map((run) => `${nameOf(run)}: ${wordOf(run)}`);
    const more = worst.length > names.length ? [`and ${worst.length - names.length} more`] : [];
    return { result: failed.length > 0 ? "failed" : "cancelled", cause: [...names, ...more].join(", ") };
}
/** All have ended, none badly. Runs that did nothing do not matter beside one that did. */
function goodVerdict(runs) {
    const done = runs.filter((run) => standingOf(run) === "good");
    const [only] = runs;
    if (done.length === 0) {
        const words = [...new Set(runs.map(wordOf))].join(", ");
        return {
            result: "noop",
            cause: `nothing was run: ${runs.length === 1 && only !== undefined ? `${nameOf(only)} was ` : ""}${words}`,
        };
    }
    if (runs.length === 1 && only !== undefined)
        return { result: "success", cause: `${nameOf(only)}: success` };
    const rest = runs.length - done.length;
    const others = rest === 0 ? "" : `, ${rest} did nothing`;
    return { result: "success", cause: `${done.length} of ${runs.length} runs: success${others}` };
}
function warningsOf(pinned, isCut) {
    const warnings = pinned.flatMap(({ run }) => {
        const standing = standingOf(run);
        const where = run.url === "" ? "" : `: ${run.url}`;
        if (standing === "blocked")
            return [`${nameOf(run)} is waiting for somebody to approve it (${wordOf(run)})${where}`];
        if (standing === "unknown")
            return [`${nameOf(run)} is in a state that is not known here: ${wordOf(run)}`];
        return [];
    });
    return isCut ? [...warnings, "There are more runs for this commit than are read: name a workflow"] : warnings;
}
function step(state, pace) {
    const { pinned } = state;
    const [only] = pinned;
    if (pinned.length === 1 && only !== undefined) {
        const { run } = only;
        const again = run.attempt > 1 ? `, attempt ${run.attempt}` : "";
        return { ...going(state, pace, `${wordOf(run)}${again}`, wordOf(run)), facts: factsOf(run) };
    }
    const counts = new Map();
    for (const { run } of pinned)
        counts.set(wordOf(run), (counts.get(wordOf(run)) ?? 0) + 1);
    const words = [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
    const ended = pinned.filter(({ run }) => isEnded(run)).length;
    const stage = `${ended} of ${pinned.length} runs ended`;
    const facts = { pinned: pinned.map(({ run }) => run.id).join(" ") };
    return { ...going(state, pace, `${pinned.length} runs: ${words}`, stage), facts };
}
function factsOf({ id, attempt, conclusion, url }) {
    return { pinned: String(id), attempt, ...(conclusion === "" ? {} : { conclusion }), ...(url === "" ? {} : { url }) };
}
function going(state, pace, progress, stage) {
    return { state, pace, reads: ["runs"], progress, stage };
}
/** The standings of the runs that are waited for; none has ended well that is not among them. */
function standingsOf(state) {
    return state.pinned.map(({ run }) => ({ run, standing: standingOf(run) }));
}
/** Whether nothing showed up for long enough, in more than a look or two around a blackout. */
function isOver({ firstMs, empty }, elapsedMs) {
    return elapsedMs - firstMs >= GRACE_MS && empty >= NOTHING_LOOKS;
}
function absent(before, isSaid, elapsedMs) {
    const { missing, ...rest } = before;
    const seen = { sinceMs: missing?.sinceMs ?? elapsedMs, count: (missing?.count ?? 0) + 1 };
    const counted = { ...rest, looks: rest.looks + 1, empty: rest.empty + 1 };
    const state = isSaid ? { ...counted, missing: seen } : counted;
    const wasSeen = before.pinned.length > 0;
    const progress = isSaid ? "GitHub does not find it" : "GitHub's answer tells nothing about it";
    const step = going(state, wasSeen ? "moving" : "starting", progress, "");
    const remedy = "Check repository, run-id and workflow, and that the token may read it (actions: read).";
    if (!wasSeen && isOver(state, elapsedMs)) {
        const cause = isSaid ? "GitHub does not find the run or workflow (404)" : "GitHub tells nothing about the run";
        return { ...step, verdict: { result: "not-found", cause, remedy } };
    }
    if (!wasSeen || !isSaid || elapsedMs - seen.sinceMs < GRACE_MS || seen.count < NOTHING_LOOKS)
        return step;
    return {
        ...step,
        verdict: { result: "not-found", cause: "the run is gone: GitHub does not find it any more", remedy },
    };
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/github-workflow/diagnose.js
/** Why runs did not end well: the jobs and steps that failed. A call for each run, three at most. */





const MAX_RUNS = 3;
const MAX_CAUSES = 5;
/** Waiting for a rate limit would keep the verdict back, ms. */
const MAX_WAIT_MS = 5000;
const bad = ["failed", "cancelled"];
const fine = new Set(["", "success", "skipped", "neutral"]);
/** Asks why. Never rejects because something cannot be asked. */
async function diagnoseRuns({ owner, repo }, state, verdict, request) {
    const all = standingsOf(state);
    const links = all.flatMap(({ run }) => (run.url === "" ? [] : [{ title: nameOf(run), url: run.url }]));
    if ((0,wait_verdict/* isGood */.K)(verdict.result))
        return { causes: [], links };
    const wanted = bad.flatMap((kind) => all.filter(({ standing }) => standing === kind)).slice(0, MAX_RUNS);
    const failed = [];
    const missing = new Set();
    for (const { run } of wanted) {
        try {
            const { data } = await request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", { owner, repo, run_id: run.id, filter: "latest", per_page: 100 }, { permission: "actions: read", waits: { leftMs: MAX_WAIT_MS } });
            failed.push(...failedJobs((0,plain/* readList */.LD)(data, "jobs"), all.length > 1 ? run : undefined));
        }
        catch (error) {
            if (!(error instanceof failure/* GitHubFailure */.i))
                throw error;
            if (error.reason === "github-forbidden")
                missing.add("actions: read");
        }
    }
    const causes = failed.map(({ cause }) => cause).slice(0, MAX_CAUSES);
    const jobLinks = failed.flatMap(({ link }) => (link === undefined ? [] : [link])).slice(0, MAX_CAUSES);
    return {
        causes,
        links: [...links, ...jobLinks],
        ...(missing.size === 0 ? {} : { missingPermissions: [...missing] }),
    };
}
/** The jobs that did not end well, failures before what was only cancelled. */
function failedJobs(jobs, run) {
    const failed = jobs.filter((job) => !fine.has((0,plain/* readText */.yR)(job, "conclusion")));
    const rank = (job) => ((0,plain/* readText */.yR)(job, "conclusion") === "cancelled" ? 1 : 0);
    return failed
        .sort((a, b) => rank(a) - rank(b))
        .map((job) => {
        const name = oneLine((0,plain/* readText */.yR)(job, "name")) || "a job";
        const url = (0,plain/* readText */.yR)(job, "html_url");
        const of = run === undefined ? "" : `${nameOf(run)}, `;
        const cause = oneLine(`${of}job ${name}: ${(0,plain/* readText */.yR)(job, "conclusion")}${stepsOf(job)}`);
        return url.startsWith("https://") && !/\s/.test(url) ? { cause, link: { title: `job ${name}`, url } } : { cause };
    });
}
function stepsOf(job) {
    const steps = (0,plain/* readList */.LD)(job, "steps").filter((step) => !fine.has((0,plain/* readText */.yR)(step, "conclusion")));
    const told = steps.slice(0, 2).map((step) => `${oneLine((0,plain/* readText */.yR)(step, "name"))}: ${(0,plain/* readText */.yR)(step, "conclusion")}`);
    return told.length === 0 ? "" : ` (step ${told.join(", ")})`;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/github-workflow/read.js
/** Asks GitHub for runs and makes snapshots of its answers: one call a look. It judges nothing. */



/** What reading needs. */
const READ = { permission: "actions: read" };
const PAGE = 100;
const MAX_PAGES = 5;
/** What is asked first, as people know it. */
function operationOf({ owner, repo, runId }) {
    return `GET /repos/${owner}/${repo}/actions/runs${runId === "" ? "" : `/${runId}`}`;
}
/** One look at the run, or at all runs of the commit. `wasSeen`: an earlier look was good. */
async function readRuns(sought, request, wasSeen) {
    try {
        const { snapshot, calls } = sought.runId === "" ? await readAll(sought, request) : await readOne(sought, request);
        return { look: { snapshot }, calls };
    }
    catch (error) {
        if (isMissing(error))
            return { look: { snapshot: { runs: "missing" } }, calls: 1 };
        const fault = faultOf(error, operationOf(sought), wasSeen);
        if (fault === undefined)
            throw error;
        return { look: { fault }, calls: 1 };
    }
}
async function readOne({ owner, repo, runId }, request) {
    const { data } = await request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { owner, repo, run_id: runId, exclude_pull_requests: true }, READ);
    const run = readRun(data, Number(runId));
    return { snapshot: { runs: run === undefined ? undefined : [run] }, calls: 1 };
}
async function readAll(sought, request) {
    const { owner, repo, sha, workflow } = sought;
    const isFile = /^[0-9]+$|\.ya?ml$/i.test(workflow);
    const route = isFile
        ? "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"
        : "GET /repos/{owner}/{repo}/actions/runs";
    // The API knows a workflow by its file's name, not by its path.
    const of = isFile ? { workflow_id: workflow.slice(workflow.lastIndexOf("/") + 1) } : {};
    const found = [];
    for (let page = 1;; page += 1) {
        const parameters = { owner, repo, ...of, head_sha: sha, per_page: PAGE, exclude_pull_requests: true };
        const { data } = await request(route, page === 1 ? parameters : { ...parameters, page }, READ);
        const list = (0,plain/* readList */.LD)(data, "workflow_runs");
        found.push(...list);
        const isAll = list.length === 0 || found.length >= ((0,plain/* readNumber */.kz)(data, "total_count") ?? 0);
        if (!isAll && page < MAX_PAGES)
            continue;
        const runs = found.filter((run) => isSought(run, sought)).map((run) => readRun(run));
        return { snapshot: { runs: runs.filter((run) => run !== undefined), isCut: !isAll }, calls: page };
    }
}
/** Whether a run of the list is one that is waited for. What an answer leaves out does not speak against it. */
function isSought(value, { sha, workflow, ownRunId }) {
    const run = readRun(value);
    const head = (0,plain/* readText */.yR)(value, "head_sha");
    if (run === undefined || String(run.id) === ownRunId)
        return false;
    if (head !== "" && !head.toLowerCase().startsWith(sha.toLowerCase()))
        return false;
    const isNamed = workflow !== "" && !/^[0-9]+$|\.ya?ml$/i.test(workflow);
    return !isNamed || (0,plain/* readText */.yR)(value, "name") === workflow;
}
/** Whether GitHub says that there is no such thing. */
function isMissing(error) {
    return error instanceof failure/* GitHubFailure */.i && (error.reason === "github-not-found" || error.reason === "github-gone");
}
/** The fault that a failed call means; undefined for what is none: what GitHub rejects, an abort, a defect. */
function faultOf(error, operation, wasSeen) {
    if (!(error instanceof failure/* GitHubFailure */.i))
        return undefined;
    const kind = kindOf(error, wasSeen);
    if (kind === undefined)
        return undefined;
    const { status, says } = error;
    const detail = says === undefined ? error.what : `${status ?? ""} ${says}`.trim();
    return { kind, operation, detail: oneLine(detail), remedy: error.remedy };
}
function kindOf({ reason }, wasSeen) {
    if (reason === "github-rate-limited")
        return "throttled";
    if (reason === "github-unavailable" || reason === "github-bad-answer")
        return "unavailable";
    if (reason === "github-forbidden")
        return "denied";
    // A token that was good before has ended.
    if (reason === "github-unauthorized")
        return wasSeen ? "expired" : "denied";
    return undefined;
}
/** The runs that one look finds, also before the loop has looked. @throws GitHubFailure */
async function findRuns(sought, request) {
    const { snapshot } = sought.runId === "" ? await readAll(sought, request) : await readOne(sought, request);
    return snapshot.runs === undefined || snapshot.runs === "missing" ? [] : snapshot.runs;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/targets/github-workflow/target.js
/** The target `github-workflow`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */







/** Creates the target. Asks nothing yet. @throws Failure `invalid-input` when the run would wait for itself */
function createGithubWorkflowTarget(settings, _doors) {
    const { owner, repo, runId, sha, workflow, request } = settings;
    if (runId !== "" && runId === settings.ownRunId) {
        throw (0,inputs/* inputFailure */.vQ)([{ name: "run-id", given: runId, accepts: "another run", why: "a run cannot wait for itself" }]);
    }
    const id = runId === "" ? `${owner}/${repo}@${sha}` : `${owner}/${repo}#${runId}`;
    const of = workflow === "" ? "" : ` of ${workflow}`;
    const label = runId === "" ? `runs${of} for ${sha.slice(0, 12)} in ${owner}/${repo}` : `run ${runId} of ${owner}/${repo}`;
    return (0,target/* defineTarget */.D)({
        kind: "github-workflow",
        items: [{ id, label }],
        first: ["runs"],
        next: createMachine(runId === "" ? "all" : "one"),
        async read(wanted) {
            const looks = new Map();
            let calls = 0;
            for (const { item, state } of wanted) {
                const read = await readRuns(settings, request, state !== undefined);
                looks.set(item.id, read.look);
                calls += read.calls;
            }
            return { looks, calls };
        },
        diagnose: (_, state, verdict) => diagnoseRuns(settings, state, verdict, request),
        stop: (_, state, how) => cancelRuns(settings, state, how),
    });
}
/** Cancels what has not ended: GitHub knows no rollback of a run. Before the first look the runs are looked up. */
async function cancelRuns(settings, state, how) {
    const { owner, repo } = settings;
    const request = settings.requestWhenCancelled ?? settings.request;
    const told = [];
    let isAccepted = false;
    try {
        for (const id of await openRuns(settings, state, request)) {
            const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel";
            // Quiet: there is no time for the pause that is kept between changes that people are told about.
            const options = { permission: "actions: write", isIdempotent: true, isQuiet: true, waits: { leftMs: 0 } };
            await request(route, { owner, repo, run_id: id }, options);
            told.push(`cancelling run ${id} was accepted`);
            isAccepted = true;
        }
    }
    catch (error) {
        if (!(error instanceof failure/* GitHubFailure */.i))
            throw error;
        const words = error.says === undefined ? error.what : `${error.status ?? ""} ${error.says}`.trim();
        told.push(`cancelling was not accepted: ${oneLine(words)}`);
    }
    if (told.length === 0)
        told.push("there is no run to cancel");
    if (how === "rollback")
        told.push("GitHub cannot roll a run back");
    return { isAccepted, told: told.join("; ") };
}
async function openRuns(settings, state, request) {
    const seen = state === undefined ? [] : standingsOf(state).map(({ run }) => run);
    if (seen.length === 0 && settings.runId !== "")
        return [settings.runId];
    const runs = seen.length === 0 ? await findRuns(settings, request) : seen;
    return runs.filter((run) => !isEnded(run)).map(({ id }) => id);
}


/***/ }),

/***/ 44:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ defineTarget)
/* harmony export */ });
/** Puts a target together. */
function defineTarget(parts) {
    const steps = new Map();
    const items = new Map(parts.items.map((item) => [item.id, item]));
    const itemOf = (id) => {
        const item = items.get(id);
        if (item === undefined)
            throw new TypeError(`${id} is no item of ${parts.kind}`);
        return item;
    };
    return {
        kind: parts.kind,
        items: parts.items,
        canStop: parts.stop !== undefined,
        async look(ids, elapsedMs) {
            const wanted = ids.map((id) => {
                const step = steps.get(id);
                return { item: itemOf(id), state: step?.state, reads: step?.reads ?? parts.first };
            });
            const { looks, calls } = await parts.read(wanted, elapsedMs);
            const sights = new Map();
            for (const id of ids) {
                const look = looks.get(id) ?? { fault: unseen(parts.kind) };
                if ("fault" in look)
                    sights.set(id, look);
                else {
                    const step = parts.next(steps.get(id)?.state, look.snapshot, elapsedMs);
                    steps.set(id, step);
                    sights.set(id, { step });
                }
            }
            return { sights, calls };
        },
        async diagnose(id, verdict) {
            const state = steps.get(id)?.state;
            if (state === undefined || parts.diagnose === undefined)
                return { causes: [] };
            return parts.diagnose(itemOf(id), state, verdict);
        },
        async stop(id, how) {
            if (parts.stop === undefined)
                return { isAccepted: false, told: `A deployment by ${parts.kind} cannot be stopped` };
            return parts.stop(itemOf(id), steps.get(id)?.state, how);
        },
        prepare: async () => parts.prepare?.(),
    };
}
const unseen = (kind) => ({
    kind: "unavailable",
    operation: kind,
    detail: "the answer is not about it",
});


/***/ }),

/***/ 1716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isGood)
/* harmony export */ });
/**
 * How waiting can end. A verdict is about the pinned object, and about nothing else.
 */
const good = new Set(["success", "noop", "no-change"]);
/** Whether the step ends with exit code 0. */
function isGood(result) {
    return good.has(result);
}


/***/ }),

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isLost),
/* harmony export */   i: () => (/* binding */ GitHubFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * What a user reads when GitHub does not do what was asked: what happened and why, and what to do about it.
 */

/** A call to GitHub that failed for good: retries, where they make sense, are behind us. */
class GitHubFailure extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The answer's status; absent when there was no answer. */
    status;
    /** The missing permission as it is written in a workflow, for example `pull-requests: write`. */
    permission;
    /** GitHub's own words, as one short line; absent when it had none. Text from outside. */
    says;
    constructor(facts) {
        super(facts);
        this.name = "GitHubFailure";
        if (facts.status !== undefined)
            this.status = facts.status;
        if (facts.permission !== undefined)
            this.permission = facts.permission;
        if (facts.says !== undefined && facts.says !== "")
            this.says = facts.says;
    }
}
/** Whether a call failed in a way after which it may have been done all the same: the answer was lost or no answer. */
function isLost(error) {
    return error instanceof GitHubFailure && LOST.has(error.reason);
}
const LOST = new Set(["github-unavailable", "github-bad-answer"]);


/***/ })

};

