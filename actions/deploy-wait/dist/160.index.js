export const id = 160;
export const ids = [160];
export const modules = {

/***/ 3769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ endCancelled),
/* harmony export */   q: () => (/* binding */ endOne)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7506);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4262);
/* harmony import */ var _wait_course_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5072);
/* harmony import */ var _wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1716);
/**
 * What a cancelled step still does: ends what runs, when that was asked for, at once; the runner gives it seconds. The post
 * step asks again for what was not accepted.
 */



/** The runner sends SIGTERM 7.5 s after SIGINT (actions/runner ProcessInvoker); the step has to tell before that, ms. */
const STOPPING_MS = 5000;
/** Where the post step finds that nothing is left to be stopped. */
const stateName = "stopped";
/** Stops what has not ended. Resolves with how every item ended. */
async function endCancelled(step, target, courses) {
    const known = new Map(courses.map((course) => [course.item.id, course]));
    const stories = await Promise.all(target.items.map(async (item) => {
        const course = known.get(item.id) ?? (0,_wait_course_js__WEBPACK_IMPORTED_MODULE_1__/* .beginCourse */ .TY)(item);
        const { verdict } = course;
        if (verdict !== undefined)
            return { course, verdict, diagnosis: { causes: [] } };
        const stop = await endOne(step, target, item.id);
        const cause = stop === undefined ? "the job was cancelled; the deployment was left alone" : "the job was cancelled";
        return {
            course,
            verdict: { result: "cancelled", cause },
            diagnosis: { causes: [] },
            ...(stop === undefined ? {} : { stop }),
        };
    }));
    const isSettled = stories.every(({ stop }) => stop?.isAccepted !== false);
    step.deps.host.saveState(stateName, String(isSettled));
    const isDone = stories.every(({ verdict }) => (0,_wait_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isGood */ .K)(verdict.result));
    // Cancelled while alarms were watched: the deployment had been a success, the step is not.
    return isDone ? stories.map((story) => ({ ...story, verdict: { result: "cancelled", cause: afterwards } })) : stories;
}
const afterwards = "the job was cancelled after the deployment had succeeded, while it was still being watched";
/** Ends one item as `on-cancel` says; undefined when it is left alone. Never rejects. */
async function endOne({ inputs, deps }, target, id) {
    const how = inputs["on-cancel"];
    if (how === "leave")
        return undefined;
    if (inputs["dry-run"])
        return { isAccepted: true, told: `a dry run: no ${how} was asked for` };
    const { clock, log } = deps.host;
    const late = { isAccepted: false, told: `the ${how} had no answer within ${STOPPING_MS / 1000} s` };
    const ask = () => target.stop(id, how).catch((thrown) => {
        return { isAccepted: false, told: `the ${how} failed: ${(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .toFailure */ .w2)(thrown).what}` };
    });
    // A connection that was kept can be closed by the other side in the very instant in which it is used.
    const report = await (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .inTime */ .RN)({ clock, ms: STOPPING_MS }, late, async () => {
        const first = await ask();
        return first.isAccepted ? first : ask();
    });
    log.info(`${id}: ${report.told}`);
    return report;
}


/***/ }),

/***/ 695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tY: () => (/* binding */ beginDeployment),
  FU: () => (/* binding */ endDeployment),
  HZ: () => (/* binding */ findDeployment)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/github/lib/deployment.js
var deployment = __webpack_require__(1514);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
;// CONCATENATED MODULE: ./packages/github/lib/permission-hint.js
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof failure/* GitHubFailure */.i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}

;// CONCATENATED MODULE: ./packages/github/lib/deployment-record.js
/**
 * Keeps the GitHub Deployment that records what a step did: made, ended with the truth, found again by a later phase of the
 * step. It works with the verbs that it is handed, and never rejects: a record does not decide how a step ends.
 */



/**
 * Creates a Deployment and gives it a status: `in_progress` when something begins, the final one when it is over already.
 * @param onCreated is told the id before the status is asked for: who is killed then can still end it
 */
async function createRecord(github, request, status, onCreated = () => undefined) {
    const { owner, repo } = request;
    let made = {};
    try {
        const client = await github();
        const { id } = await client.createDeployment(request);
        made = { id };
        onCreated(id);
        await client.setDeploymentStatus(id, { owner, repo, ...status, isFirst: true });
        return made;
    }
    catch (thrown) {
        // One that was made has to be ended, whatever its first status came to.
        return { ...made, failure: (0,lib_failure/* toFailure */.w2)(thrown) };
    }
}
/** Gives a Deployment its status; what is told when it was not taken, undefined when all is well. */
async function endRecord(github, id, status) {
    try {
        const client = await github();
        await client.setDeploymentStatus(id, status);
        return undefined;
    }
    catch (thrown) {
        return describeUnkept(thrown);
    }
}
/**
 * The id of the newest relevant Deployment when nobody ended it: a killed step can have made one without coming to know
 * its id. Undefined, and told to the log, when nobody may look.
 */
async function findOpenRecord(github, query, log) {
    try {
        const client = await github();
        const latest = await client.latestDeployment(query);
        return latest !== undefined && (0,deployment/* isOpenDeployment */.Qc)(latest) ? latest.id : undefined;
    }
    catch (thrown) {
        log.info(`Whether this run began a Deployment is not known: ${(0,lib_failure/* toFailure */.w2)(thrown).what}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var verdict = __webpack_require__(1716);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/deployment.js
/**
 * Keeps the GitHub Deployment of an environment: begun beside the waiting, ended with the truth. It never changes the result
 * of the step, and never stays in progress.
 */


/** What people and other actions look for. */
const deploymentTask = "deploy";
/** Where the post step finds the Deployment's id. */
const stateName = "deployment";
/** Begins the Deployment. Resolves with its id, or with what went wrong; never rejects. */
async function beginDeployment(step, what) {
    if (!isKept(step))
        return {};
    const { inputs, context, deps } = step;
    const { owner, repo, sha: ref, runId: run, runAttempt: attempt, job } = context;
    const place = { owner, repo, ref, task: deploymentTask, environment: inputs.environment };
    const payload = { run, attempt, job, target: inputs.target };
    const { id, failure } = await createRecord(() => deps.github(), { ...place, description: `Deployment of ${what}`, payload }, statusOf(step, { state: "in_progress", description: `Waiting for ${what}` }), (made) => deps.host.saveState(stateName, String(made)));
    return {
        ...(id === undefined ? {} : { id }),
        ...(failure === undefined ? {} : { note: describeUnkept(failure) }),
    };
}
/** Ends the Deployment. Resolves with what went wrong, if anything. */
async function endDeployment(step, id, { result, reason }) {
    if (id === undefined)
        return undefined;
    const state = (0,verdict/* isGood */.K)(result) ? "success" : result === "cancelled" || result === "inconclusive" ? "error" : "failure";
    const { owner, repo } = step.context;
    return endRecord(() => step.deps.github(), id, {
        owner,
        repo,
        ...statusOf(step, { state, description: reason }),
    });
}
/** The Deployment that a step of this job began and nobody ended: by the saved state, else by what its payload says. */
async function findDeployment(step) {
    if (!isKept(step))
        return undefined;
    const saved = Number(step.deps.host.state(stateName) ?? "");
    if (Number.isSafeInteger(saved) && saved > 0)
        return saved;
    const { owner, repo, runId, runAttempt, job } = step.context;
    const { inputs, deps } = step;
    const isRelevant = ({ payload }) => payload["run"] === runId && payload["attempt"] === runAttempt && payload["job"] === job;
    const query = { owner, repo, environment: inputs.environment, task: deploymentTask, isRelevant };
    return findOpenRecord(() => deps.github(), query, deps.host.log);
}
function isKept({ inputs }) {
    return inputs.environment !== "" && inputs["github-token"] !== "" && !inputs["dry-run"];
}
function statusOf({ inputs, context }, status) {
    const url = inputs["environment-url"];
    return { ...status, logUrl: context.runUrl, ...(url === "" ? {} : { environmentUrl: url }) };
}


/***/ }),

/***/ 160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./actions/deploy-wait/lib/cancel.js
var cancel = __webpack_require__(3769);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/runner/lib/deadline.js
var deadline = __webpack_require__(4262);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/deployment.js + 2 modules
var lib_deployment = __webpack_require__(695);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/verdict.js
var wait_verdict = __webpack_require__(1716);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/line.js
var line = __webpack_require__(3705);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/tell/words.js
var words = __webpack_require__(498);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/tell/story.js



/** The result of several: good when all are, what they have in common, else failed. */
function resultOf(results) {
    const bad = results.filter((result) => !(0,wait_verdict/* isGood */.K)(result));
    const [first] = bad.length > 0 ? bad : results;
    if (first === undefined)
        return "noop";
    if (bad.length === 0)
        return results.every((result) => result === first) ? first : "success";
    return bad.length === results.length && bad.every((result) => result === first) ? first : "failed";
}
/** The result of the step: that of the items, unless what was watched afterwards is worse. */
function resultOfStory({ items, aftermath }) {
    const deployed = resultOf(items.map(({ verdict }) => verdict.result));
    return (0,wait_verdict/* isGood */.K)(deployed) ? (aftermath?.verdict?.result ?? deployed) : deployed;
}
const LONGEST_REASON = 900;
/** So many items are named in one line. */
const MOST_NAMED = 3;
/** Why, in one line, the root cause first. */
function reasonOf(story) {
    const result = resultOfStory(story);
    const { items, aftermath } = story;
    if (aftermath?.verdict !== undefined && result === aftermath.verdict.result && !(0,wait_verdict/* isGood */.K)(result)) {
        return (0,line/* cutLine */.H)(`${nameAll(story)} ${words/* words */.a[result].did}: ${aftermath.verdict.cause}`, LONGEST_REASON);
    }
    const bad = items.filter(({ verdict }) => !(0,wait_verdict/* isGood */.K)(verdict.result));
    const told = bad.length > 0 ? bad : items;
    const named = told
        .slice(0, MOST_NAMED)
        .map((item) => reasonOfItem(item, LONGEST_REASON / Math.min(told.length, MOST_NAMED)));
    const rest = told.length > MOST_NAMED ? `; ${told.length - MOST_NAMED} more in the step summary` : "";
    const count = bad.length > 0 && items.length > 1 ? `${bad.length} of ${items.length} did not make it: ` : "";
    return (0,line/* cutLine */.H)(`${count}${named.join("; ")}${rest}`, LONGEST_REASON + 100);
}
function nameAll({ items, kind }) {
    const [first] = items;
    // A command says nothing of what it was that was deployed.
    if (items.length === 1 && first !== undefined)
        return kind === "command" ? "the deployment" : first.course.item.label;
    return `${items.length} deployments`;
}
/** `service app was rolled back: circuit breaker …; 3 tasks: container app: exit code 1`. */
function reasonOfItem({ course, verdict, diagnosis, stop }, length = LONGEST_REASON) {
    const cause = verdict.cause.replace(/[.\s]+$/, "");
    const known = cause.toLowerCase();
    const more = diagnosis.causes.filter((each) => !known.includes(each.toLowerCase()));
    const log = tellingLine(diagnosis.logLines ?? []);
    const lastLine = log === undefined || more.some((each) => each.includes(log)) ? [] : [`log: ${(0,line/* cutLine */.H)(log, 200)}`];
    const stopped = stop === undefined ? [] : [stop.told];
    const parts = [cause, ...more.slice(0, 3).map((each) => (0,line/* cutLine */.H)(each, 300)), ...lastLine, ...stopped];
    const said = parts.filter((part) => part !== "").join("; ");
    return (0,line/* cutLine */.H)(`${course.item.label} ${words/* words */.a[verdict.result].did}${said === "" ? "" : `: ${said}`}`, length);
}
/** What to do, for the second line of the annotation. */
function remedyOf(story) {
    const result = resultOfStory(story);
    if (story.aftermath?.verdict?.result === result && !(0,wait_verdict/* isGood */.K)(result)) {
        return story.aftermath.verdict.remedy ?? words/* words */.a[result].remedy;
    }
    const own = story.items.map(({ verdict }) => verdict).find((verdict) => !(0,wait_verdict/* isGood */.K)(verdict.result));
    return own?.remedy ?? words/* words */.a[own?.result ?? result].remedy;
}
/** The line of a log that tells most: the last one that speaks of an error and is no frame of a stack, else the last of all. */
function tellingLine(lines) {
    const said = lines.filter((line) => line.trim() !== "" && !/^\s*(?:at |File "|\.\.\. \d+ more)/.test(line));
    return said.findLast((line) => /error|exception|fatal|panic|failed|denied|refused/i.test(line)) ?? said.at(-1);
}

// EXTERNAL MODULE: ./packages/github/lib/markdown.js + 1 modules
var markdown = __webpack_require__(8776);
// EXTERNAL MODULE: ./packages/runner/lib/durations.js
var durations = __webpack_require__(1933);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/tell/gantt.js

/** Mermaid gives up on long texts, and so do people. */
const MOST_SECTIONS = 8;
const MOST_BARS = 14;
/** The picture of the sections that began at `beganAt` (ms since 1970); "" when there is nothing to draw. */
function renderGantt(sections, beganAt) {
    const drawn = sections
        .filter(({ stages }) => stages.length > 0)
        .toSorted((a, b) => Number((0,wait_verdict/* isGood */.K)(a.result)) - Number((0,wait_verdict/* isGood */.K)(b.result)))
        .slice(0, MOST_SECTIONS);
    if (drawn.length === 0)
        return "";
    const lines = drawn.flatMap(({ name, stages, result }) => [
        `    section ${plain(name, 40)}`,
        ...stages
            .slice(-MOST_BARS)
            .map((stage, at, all) => renderBar(stage, beganAt, at === all.length - 1 ? result : "success")),
    ]);
    const head = ["gantt", "    dateFormat x", "    axisFormat %H:%M:%S", "    todayMarker off"];
    return ["```mermaid", ...head, ...lines, "```"].join("\n");
}
function renderBar({ name, from, to }, beganAt, result) {
    const start = Math.round(beganAt + from);
    // A bar without a width is not drawn.
    const end = Math.max(start + 1000, Math.round(beganAt + (to ?? from)));
    const seconds = Math.round((end - start) / 1000);
    return `    ${plain(name, 48)} ${seconds}s :${(0,wait_verdict/* isGood */.K)(result) ? "done" : "crit"}, ${start}, ${end}`;
}
/** Letters, digits and a few signs: `:`, `,`, `#`, `;` and line ends mean something to Mermaid. */
function plain(text, length) {
    const kept = text
        .replaceAll(/[^\p{L}\p{N} ._/()-]+/gu, " ")
        .replaceAll(/\s+/g, " ")
        .trim();
    const cut = Array.from(kept).slice(0, length).join("");
    // These would be statements of the picture.
    return cut === "" ||
        /^(?:title|section|click|todaymarker|axisformat|dateformat|excludes|includes|gantt|vert|call|href|acc)/i.test(cut)
        ? `stage ${cut}`.trim()
        : cut;
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/tell/summary.js
/** The step summary: the verdict, why, the picture of the stages, and where to read on. Pure. */







const MOST_ROWS = 100;
/** The summary as markdown. */
function renderSummary(story) {
    const result = resultOfStory(story);
    const bad = story.items.filter(({ verdict }) => !(0,wait_verdict/* isGood */.K)(verdict.result));
    const pieces = [
        `## ${words/* words */.a[result].sign} ${titleOf(story)}`,
        // Where causes are listed the reason would only say them again.
        bad.length === 1 && story.items.length === 1 ? "" : (0,markdown/* escapeMarkdown */.FV)(reasonOf(story)),
        (0,wait_verdict/* isGood */.K)(result) ? "" : `**What to do:** ${renderRemedy(remedyOf(story))}`,
        story.items.length > 1 || bad.length === 0 ? renderItems(story.items) : "",
        renderGantt(story.items.map(({ course, verdict }) => ({
            name: course.item.label,
            stages: course.stages,
            result: verdict.result,
        })), story.beganAt),
        ...bad.slice(0, 10).map(renderCauses),
        story.aftermath?.markdown ?? "",
        renderNotes(story),
        renderLinks(story.items.flatMap(({ diagnosis }) => diagnosis.links ?? [])),
    ];
    return `${pieces.filter((piece) => piece !== "").join("\n\n")}\n`;
}
/** Our own words stay as they are; a remedy that quotes others does not. */
function renderRemedy(text) {
    return Object.values(words/* words */.a).some(({ remedy }) => remedy === text) ? text : (0,markdown/* escapeMarkdown */.FV)(text);
}
function titleOf(story) {
    const [first] = story.items;
    const what = story.items.length === 1 && first !== undefined ? first.course.item.label : `${story.items.length} deployments`;
    return `${(0,markdown/* escapeMarkdown */.FV)(what)} ${words/* words */.a[resultOfStory(story)].did} (${(0,durations/* formatDuration */.a3)(story.durationMs)})`;
}
function renderItems(items) {
    const sorted = items.toSorted((a, b) => Number((0,wait_verdict/* isGood */.K)(a.verdict.result)) - Number((0,wait_verdict/* isGood */.K)(b.verdict.result)));
    const rows = sorted.slice(0, MOST_ROWS).map(({ course, verdict, diagnosis }) => {
        const facts = Object.entries({ ...diagnosis.facts, ...course.facts, ...diagnosis.facts }).map(([name, value]) => `${name} ${(0,markdown/* code */.aY)(String(value))}`);
        return [
            `${words/* words */.a[verdict.result].sign} ${(0,markdown/* code */.aY)(course.item.label)}`,
            verdict.result,
            (0,durations/* formatDuration */.a3)(course.endedMs ?? 0),
            (0,markdown/* escapeMarkdown */.FV)((0,line/* cutLine */.H)(course.progress, 160)),
            facts.slice(0, 6).join("<br>"),
        ];
    });
    const rest = sorted.length > MOST_ROWS ? `\n\n${sorted.length - MOST_ROWS} more are left out here.` : "";
    return `${(0,markdown/* table */.tp)(["what", "result", "after", "where it stood", "facts"], rows)}${rest}`;
}
function renderCauses({ course, verdict, diagnosis }) {
    const causes = [verdict.cause, ...diagnosis.causes].filter((cause) => cause !== "");
    const listed = causes.slice(0, 12).map((cause) => `- ${(0,markdown/* code */.aY)((0,line/* cutLine */.H)(cause, 500))}`);
    const log = diagnosis.logLines ?? [];
    const lines = log.length === 0
        ? ""
        : `\n\n${(0,markdown/* details */.zH)(log.length === 1 ? "The last line of the log" : `The last ${log.length} lines of the log`, (0,markdown/* fence */.EU)(log.join("\n")))}`;
    return `**Why ${(0,markdown/* code */.aY)(course.item.label)} ${words/* words */.a[verdict.result].did}**\n\n${listed.join("\n")}${lines}`;
}
function renderNotes({ notes, items }) {
    const warnings = items.flatMap(({ course, diagnosis }) => [
        ...course.warnings,
        ...(diagnosis.missingPermissions ?? []).map((name) => `${name} is not allowed: the cause may be told in less detail`),
    ]);
    const all = [...new Set([...notes, ...warnings])];
    if (all.length === 0)
        return "";
    return ["**Notes**", "", ...all.slice(0, 30).map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)((0,line/* cutLine */.H)(note, 500))}`)].join("\n");
}
function renderLinks(links) {
    const seen = new Map(links.map((link) => [link.url, link]));
    const listed = [...seen.values()].flatMap(({ title, url }) => {
        const parsed = URL.parse(url);
        if (parsed === null || (parsed.protocol !== "https:" && parsed.protocol !== "http:"))
            return [];
        return [`- [${(0,markdown/* escapeMarkdown */.FV)(title)}](<${parsed.href.replaceAll(/[<>]/g, encodeURIComponent)}>)`];
    });
    return listed.slice(0, 20).join("\n");
}

;// CONCATENATED MODULE: ./actions/deploy-wait/lib/conclude.js
/** How the step ends: outputs, summary, annotation, and the end of the Deployment. */





/** Tells how it ended. A cancelled step leaves the Deployment to its post step: it has only seconds. */
async function conclude(step, given, deployment) {
    const { host } = step.deps;
    const result = resultOfStory(given);
    const reason = reasonOf(given);
    const notes = [...given.notes];
    noteVerdict(step, result, reason);
    const isKept = host.cancelled.aborted || (await settleDeployment(step, deployment, { result, reason }, notes));
    // What a cancel, or a GitHub that does not answer, leaves open is the post step's.
    host.saveState("ended", String(isKept && !host.cancelled.aborted));
    for (const note of notes)
        host.log.warning(note);
    const story = { ...given, notes };
    const isOver = (0,wait_verdict/* isGood */.K)(result);
    // A failure is told by its annotation.
    if (isOver)
        host.log.info(reason);
    for (const line of given.aftermath?.lines ?? [])
        host.log.info(line);
    return {
        outputs: {
            result,
            reason,
            "duration-seconds": Math.round(story.durationMs / 1000),
            details: detailsOf(story),
            "deployment-id": pinsOf(story.items).join("\n"),
        },
        summary: renderSummary(story),
        ...(isOver ? {} : { failure: new failure/* Failure */.HR({ reason: result, result, what: reason, remedy: remedyOf(story) }) }),
    };
}
/** A verdict that is known by now is kept for the post step: whatever comes next may be killed. */
function noteVerdict({ deps }, result, reason) {
    deps.host.saveState("reason", deps.host.redactor.redact(reason).slice(0, 1000));
    deps.host.saveState("result", result);
}
/** GitHub is given this long to take the end of the Deployment, ms: the verdict is known, and the post step tries again. */
const SETTLING_MS = 15_000;
/** Ends the Deployment; whether it has ended, or there is none. */
async function settleDeployment(step, deployment, verdict, notes) {
    const { clock } = step.deps.host;
    const settle = async () => {
        const { id, note } = await deployment;
        const ended = await (0,lib_deployment/* endDeployment */.FU)(step, id, verdict);
        return [...(note === undefined ? [] : [note]), ...(ended === undefined ? [] : [ended])];
    };
    const said = await (0,deadline/* inTime */.RN)({ clock, ms: SETTLING_MS }, undefined, settle);
    if (said === undefined)
        notes.push("GitHub has not answered: the end of the step ends the Deployment");
    else
        notes.push(...said);
    return said?.length === 0;
}
function pinsOf(items) {
    return items.map(({ course }) => String(course.facts["pinned"] ?? "")).filter((pin) => pin !== "");
}
/** The output `details`. */
function detailsOf({ items, aftermath, kind }) {
    return {
        target: kind,
        items: items.map((item) => {
            const { course, verdict, diagnosis, stop } = item;
            return {
                id: course.item.id,
                result: verdict.result,
                reason: reasonOfItem(item),
                causes: [verdict.cause, ...diagnosis.causes].filter((cause) => cause !== "").slice(0, 12),
                progress: course.progress,
                "duration-seconds": Math.round((course.endedMs ?? 0) / 1000),
                stages: course.stages.map(({ name, from, to }) => ({
                    name,
                    "from-seconds": Math.round(from / 1000),
                    "to-seconds": Math.round((to ?? from) / 1000),
                })),
                facts: { ...course.facts, ...diagnosis.facts },
                warnings: course.warnings.slice(0, 20),
                ...(stop === undefined ? {} : { stop: { accepted: stop.isAccepted, told: stop.told } }),
            };
        }),
        ...(aftermath === undefined ? {} : { feedback: aftermath.details }),
    };
}

// EXTERNAL MODULE: ./actions/deploy-wait/lib/tell/log.js
var tell_log = __webpack_require__(4229);
// EXTERNAL MODULE: ./actions/deploy-wait/lib/wait/watch.js + 1 modules
var watch = __webpack_require__(872);
;// CONCATENATED MODULE: ./actions/deploy-wait/lib/run.js








/** Items that are asked why they failed; more of them fail of the same. */
const MOST_DIAGNOSED = 5;
/** Asking why takes no longer than this, ms: the verdict is known already. */
const DIAGNOSIS_MS = 20_000;
/** Waits, and resolves with what the step says. */
async function run(step) {
    const { inputs, deps } = step;
    const { clock, cancelled } = deps.host;
    const target = await deps.openTarget(inputs);
    const feedback = await deps.openFeedback(inputs);
    const notes = [...((await feedback?.begin()) ?? [])];
    const deployment = (0,lib_deployment/* beginDeployment */.tY)(step, describeTarget(target));
    const beganAt = clock.now();
    const started = clock.monotonic();
    let courses = [];
    const story = (items, aftermath) => ({
        kind: target.kind,
        items,
        ...(aftermath === undefined ? {} : { aftermath }),
        beganAt,
        durationMs: clock.monotonic() - started,
        notes,
    });
    try {
        courses = await watchTarget(step, target, (kept) => {
            courses = kept;
            savePins(step, kept);
        });
        const items = await explain(step, target, courses);
        // After a noop there is nothing new to watch.
        const isDeployed = resultOf(items.map(({ verdict }) => verdict.result)) === "success";
        const endedAt = beganAt + Math.max(...courses.map(({ endedMs }) => endedMs ?? 0));
        if (isDeployed && feedback !== undefined) {
            noteVerdict(step, "success", `${describeTarget(target)} succeeded; the step ended while it was still watched`);
        }
        const startedAt = inputs["started-at"] === "" ? beganAt : Math.min(beganAt, Date.parse(inputs["started-at"]));
        const aftermath = isDeployed ? await feedback?.watch({ beganAt: startedAt, endedAt }) : undefined;
        return await conclude(step, story(items, aftermath), deployment);
    }
    catch (thrown) {
        if (!cancelled.aborted)
            throw thrown;
        const items = await (0,cancel/* endCancelled */.H)(step, target, courses);
        return await conclude(step, story(items), deployment);
    }
}
function describeTarget({ items }) {
    const [first] = items;
    return items.length === 1 && first !== undefined ? first.label : `${items.length} deployments`;
}
async function watchTarget({ inputs, deps }, target, keep) {
    const { clock, cancelled: signal, log } = deps.host;
    // What the end needs is loaded while nothing else is to be done; when it cannot be, the end says so.
    target.prepare().catch(() => undefined);
    return (0,watch/* watch */.w)({
        target,
        clock,
        signal,
        timeoutMs: inputs.timeout,
        timeoutText: (0,durations/* formatDuration */.a3)(inputs.timeout),
        random: () => deps.random(),
        listener: (0,tell_log/* createLogListener */.f)(log),
        keep,
    });
}
/** What was pinned survives a step that is killed: its post step must not stop a stranger's deployment. */
function savePins({ deps }, courses) {
    const pins = courses.map(({ facts }) => String(facts["pinned"] ?? ""));
    if (pins.some((pin) => pin !== ""))
        deps.host.saveState("pins", JSON.stringify(pins));
}
/** Asks why, for what failed first; stops what takes too long, when that was asked for. */
async function explain(step, target, courses) {
    let asked = 0;
    return Promise.all(courses.map(async (course) => {
        const verdict = course.verdict ?? { result: "inconclusive", cause: "" };
        if (!(0,wait_verdict/* isGood */.K)(verdict.result))
            asked += 1;
        const stop = verdict.result === "timeout" ? stopLate(step, target, course) : undefined;
        const diagnosis = asked > MOST_DIAGNOSED ? { causes: [] } : await diagnose(step, target, course, verdict);
        const stopped = await stop;
        return { course, verdict, diagnosis, ...(stopped === undefined ? {} : { stop: stopped }) };
    }));
}
async function diagnose({ deps }, target, { item }, verdict) {
    const { clock, cancelled, log } = deps.host;
    const none = { causes: [] };
    return (0,deadline/* inTime */.RN)({ clock, ms: DIAGNOSIS_MS }, none, () => target.diagnose(item.id, verdict).catch((thrown) => {
        cancelled.throwIfAborted();
        log.debug(`Why ${item.label} ended so could not be asked: ${String(thrown)}`);
        return none;
    }));
}
async function stopLate({ inputs, deps }, target, { item }) {
    const how = inputs["on-timeout"];
    if (how === "fail")
        return undefined;
    if (inputs["dry-run"])
        return { isAccepted: false, told: `a dry run: no ${how} was asked for` };
    const report = await target.stop(item.id, how);
    deps.host.log.info(`${item.label}: ${report.told}`);
    return report;
}


/***/ }),

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ isOpenDeployment),
/* harmony export */   jH: () => (/* binding */ parseDeploymentStatus),
/* harmony export */   zi: () => (/* binding */ parseDeployment)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2943);
/**
 * Deployments and their statuses as GitHub lists them. Pure: reading only, no calls.
 */

/** Reads one deployment; undefined when it is none. */
function parseDeployment(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        sha: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSha */ .tU)(value, "sha"),
        ref: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "ref"),
        task: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "task"),
        environment: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        payload: parsePayload((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(value, "payload")),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Reads one status; undefined when it is none. */
function parseDeploymentStatus(value) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(value, "id");
    if (id === undefined)
        return undefined;
    return {
        id,
        state: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "state"),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "description"),
        logUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "log_url"),
        environmentUrl: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "environment_url"),
        creator: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "creator", "login"),
        ...readTime(value),
    };
}
/** Whether a deployment, with its newest status, has not come to an end; one without a status has just begun. */
function isOpenDeployment({ status }) {
    return status === undefined || ["pending", "queued", "in_progress"].includes(status.state);
}
/** GitHub keeps an object as an object and a text as a text, which often is JSON. */
function parsePayload(payload) {
    let value = payload;
    if (typeof payload === "string") {
        try {
            value = JSON.parse(payload);
        }
        catch {
            value = undefined;
        }
    }
    const record = Object.create(null);
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return record;
    for (const [name, each] of Object.entries(value))
        record[name] = each;
    return record;
}
function readTime(value) {
    const time = Date.parse((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value, "created_at"));
    return Number.isNaN(time) ? {} : { createdAt: time };
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

