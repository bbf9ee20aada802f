export const id = 384;
export const ids = [384];
export const modules = {

/***/ 7384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/migration/lib/summary.js
var summary = __webpack_require__(8214);
;// CONCATENATED MODULE: ./packages/migration/lib/conclude.js
/** What a step says in the end that looked at the database: outputs, summary, failure. */


/** What a step is called in sentences. */
const NAMES = { run: "Migration", rollback: "Rollback" };
/** Everything that the outputs say, as it is before anything was done. */
function outputsBefore(snapshot, pending) {
    const version = snapshot.ids.at(-1) ?? "";
    return {
        applied: [],
        reverted: [],
        pending: [...pending],
        "version-before": version,
        "version-after": version,
        changed: false,
        "schema-before": snapshot.fingerprint,
        "schema-after": snapshot.fingerprint,
        "record-id": "",
        "exit-code": "",
        "failure-reason": "",
    };
}
/** The summary, without secrets. */
function render({ deps: { host } }, story) {
    return (0,summary/* renderStory */.qn)(story, (text) => host.redactor.redact(text));
}
/** Nothing had to be done, or a dry run says what would be. */
function tellNothing({ step, place, notes, journal, snapshot, recordId, why = "", facts = [], }) {
    const { host } = step.deps;
    const name = NAMES[journal.kind];
    const ids = journal.planned.map(({ id }) => id);
    const wanted = `${ids.length} ${ids.length === 1 ? "migration" : "migrations"}`;
    const title = ids.length === 0
        ? `${name} had nothing to do${why === "" ? "" : `, ${why}`}`
        : `A dry run, ${wanted} to ${journal.kind === "run" ? "apply" : "revert"}; nothing was changed`;
    host.log.info(title);
    for (const id of ids)
        host.log.info(`  ${id}`);
    for (const note of notes)
        host.log.warning(note);
    const story = {
        isGood: true,
        title,
        reason: "",
        remedy: "",
        rows: journal.planned.map(({ id, down }) => ({ id, fate: "planned", remark: downRemark(down) })),
        facts: [
            ...(0,summary/* commonFacts */.ht)({
                tool: place.adapter.title,
                place: place.executor.place,
                before: { version: snapshot.ids.at(-1) ?? "", fingerprint: snapshot.fingerprint },
                recordId,
                durationMs: host.clock.now() - journal.startedAt,
            }),
            ...facts,
        ],
        differences: [],
        output: "",
        notes,
    };
    return {
        outputs: {
            ...outputsBefore(snapshot, ids),
            result: "nothing-to-do",
            "record-id": recordId === undefined ? "" : String(recordId),
        },
        summary: render(step, story),
    };
}
function downRemark(down) {
    if (down === "none")
        return "it has no down: it cannot be rolled back";
    return down === "empty" ? "its down does nothing: it cannot be rolled back" : "";
}
/** What was done. */
function tellSettled({ step, place, notes, journal, settled, last, }) {
    const { host } = step.deps;
    const { judgement, telling, now, record, recordId, differences } = settled;
    const isGood = telling.result === "applied" || telling.result === "rolled-back";
    const isRun = journal.kind === "run";
    const done = judgement.done.map(({ id }) => id);
    const again = isGood && !isRun ? [AGAIN] : [];
    const all = [...notes, ...settled.notes, ...again];
    // The others were told before anything was begun.
    for (const note of settled.notes)
        host.log.warning(note);
    if (isGood)
        host.log.info([telling.what, ...again].join(". "));
    for (const each of differences)
        host.log.info(`  ${each}`);
    const story = {
        isGood,
        title: isGood
            ? `${NAMES[journal.kind]}: ${telling.what.toLowerCase()}`
            : `${NAMES[journal.kind]} ${telling.result}`,
        reason: isGood ? "" : telling.what,
        remedy: telling.remedy,
        rows: rowsOf(journal, settled),
        facts: (0,summary/* commonFacts */.ht)({
            tool: place.adapter.title,
            place: place.executor.place,
            before: record.before,
            after: record.after,
            recordId,
            durationMs: record.endedAt - record.startedAt,
        }),
        differences,
        output: last === undefined ? "" : `${last.stdout}\n${last.stderr}`.trim(),
        notes: all,
    };
    const pending = isRun ? journal.planned.map(({ id }) => id).filter((id) => !now.ids.includes(id)) : judgement.left;
    return {
        outputs: {
            result: telling.result,
            "failure-reason": telling.reason,
            applied: isRun ? done : [],
            reverted: isRun ? [] : done,
            pending: [...pending],
            "version-before": record.before.version,
            "version-after": record.after.version,
            changed: judgement.isChanged,
            "schema-before": record.before.fingerprint,
            "schema-after": record.after.fingerprint,
            "record-id": recordId === undefined ? "" : String(recordId),
            "exit-code": last?.exitCode === undefined ? "" : String(last.exitCode),
        },
        summary: render(step, story),
        ...(isGood
            ? {}
            : {
                failure: new failure/* Failure */.HR({
                    reason: telling.reason === "" ? telling.result : telling.reason,
                    result: telling.result,
                    what: `${NAMES[journal.kind]} ${telling.result}: ${telling.what}`,
                    remedy: telling.remedy,
                }),
            }),
    };
}
const AGAIN = "The next deployment of the same commit applies it again: revert the commit, or mend it, before you deploy";
function rowsOf(journal, { judgement }) {
    const done = new Set(judgement.done.map(({ id }) => id));
    const isRun = journal.kind === "run";
    return journal.planned.map(({ id }) => {
        if (id === judgement.half)
            return { id, fate: "half", remark: judgement.why };
        if (done.has(id))
            return { id, fate: isRun ? "applied" : "reverted", remark: "" };
        return { id, fate: "not-done", remark: "" };
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/untouched.js
/** What a step says that touched nothing: it was refused, or ended before it could begin. */



/**
 * How a step ends that something was thrown out of. What ended before anything was touched is told as that.
 * @throws the rest: what is known of it is in the journal
 */
function tellThrown(step, kind, thrown, { hasBegun }) {
    const told = toldWhenCancelled(thrown, { cancelled: step.deps.host.cancelled, hasBegun });
    if (hasBegun)
        throw told;
    return tellUntouched(step, kind, told);
}
/** What a thrown value is to people: of a cancelled step, whether anything can have been changed; otherwise itself. */
function toldWhenCancelled(thrown, { cancelled, hasBegun }) {
    if (!cancelled.aborted)
        return thrown;
    const told = { reason: "cancelled", result: "cancelled", cause: thrown };
    if (!hasBegun) {
        return new failure/* Failure */.HR({ ...told, what: "The job was cancelled before anything was changed", remedy: untouched_AGAIN });
    }
    return new failure/* Failure */.HR({
        ...told,
        what: `The job was cancelled, and what was done by then could not be read at once: ${(0,failure/* toFailure */.w2)(thrown).what}`,
        remedy: "The clean-up of this job reads it, or the next run: until then the database is locked.",
    });
}
const untouched_AGAIN = "Run the job again when you want its result.";
/**
 * A step that ended before it touched anything: the lock is somebody else's, the database does not answer, the job was cancelled.
 * @throws what is no failure that a user can meet
 */
function tellUntouched(step, kind, thrown) {
    if (!(thrown instanceof failure/* Failure */.HR) || thrown.reason === "invalid-input")
        throw thrown;
    const { result, what, remedy } = thrown;
    const story = {
        isGood: false,
        title: `${NAMES[kind]} ${result}; nothing was touched`,
        reason: what,
        remedy,
        rows: [],
        facts: [],
        differences: [],
        output: "",
        notes: [],
    };
    return { outputs: { changed: false }, summary: render(step, story), failure: thrown };
}
/** Nothing was touched, and why. */
function refuse({ step, place, notes, kind, snapshot, refusals, planned = [], }) {
    const [first] = refusals;
    const reason = first?.reason ?? "internal-error";
    const what = `${NAMES[kind]} refused: ${first?.what ?? ""}`;
    const more = refusals.slice(1).map((each) => `Also: ${each.what}. ${each.remedy}`);
    for (const note of notes)
        step.deps.host.log.warning(note);
    const version = snapshot.ids.at(-1) ?? "";
    const story = {
        isGood: false,
        title: `${NAMES[kind]} refused; nothing was touched`,
        reason: first?.what ?? "",
        remedy: first?.remedy ?? "",
        rows: planned.map((id) => ({ id, fate: "not-done", remark: "" })),
        facts: (0,summary/* commonFacts */.ht)({
            tool: place.adapter.title,
            place: place.executor.place,
            before: { version, fingerprint: snapshot.fingerprint },
            durationMs: 0,
        }).slice(0, -1),
        differences: [],
        output: "",
        notes: [...more, ...notes],
    };
    return {
        outputs: { ...outputsBefore(snapshot, []), result: "refused", "failure-reason": reason },
        summary: render(step, story),
        failure: new failure/* Failure */.HR({ reason, result: "refused", what, remedy: [first?.remedy ?? "", ...more].join(" ") }),
    };
}

// EXTERNAL MODULE: ./packages/migration/lib/engage.js + 8 modules
var engage = __webpack_require__(6222);
// EXTERNAL MODULE: ./packages/migration/lib/snapshot.js + 23 modules
var lib_snapshot = __webpack_require__(4296);
// EXTERNAL MODULE: ./packages/migration/lib/set-digest.js
var set_digest = __webpack_require__(1987);
;// CONCATENATED MODULE: ./packages/migration/lib/history-strangers.js

/** More guesses than this are not tried. */
const MAX_GUESSES = 5000;
/**
 * Finds out how a set differs from what the newest of the records left. A record holds a digest of the set and not all of its
 * ids, so this is a guess that the digest then proves, or nothing.
 * @param applied in the best order that is known
 * @param records newest first; at least one
 */
function findStrangers(applied, records) {
    const [newest] = records;
    const wanted = newest?.after ?? { set: "", count: 0 };
    const recorded = replay(records);
    const there = new Set(applied);
    const missing = [...recorded].filter((id) => !there.has(id));
    // What is there and in no record is the baseline, or it came without one.
    const unrecorded = applied.filter((id) => !recorded.has(id));
    for (const extra of guesses(unrecorded, applied.length + missing.length - wanted.count)) {
        const without = new Set(extra);
        const guess = [...applied.filter((id) => !without.has(id)), ...missing];
        if ((0,set_digest/* digestOfSet */.qW)(guess) === wanted.set)
            return { isKnown: true, extra, missing };
    }
    return { isKnown: false, expected: wanted.count, found: there.size };
}
/** What the records leave applied, all in all, beside the baseline. */
function replay(records) {
    const recorded = new Set();
    for (const { kind, done } of records.toReversed()) {
        for (const { id } of done) {
            if (kind === "run")
                recorded.add(id);
            else
                recorded.delete(id);
        }
    }
    return recorded;
}
/** Ways to choose so many of the ids: the last ones, the first ones, each one, each two. */
function* guesses(ids, count) {
    if (count < 0 || count > ids.length)
        return;
    yield ids.slice(ids.length - count);
    if (count === 0 || count === ids.length)
        return;
    yield ids.slice(0, count);
    if (count === 1)
        for (const id of ids.slice(0, MAX_GUESSES))
            yield [id];
    if (count === 2 && ids.length ** 2 / 2 <= MAX_GUESSES) {
        for (const [at, first] of ids.entries())
            for (const second of ids.slice(at + 1))
                yield [first, second];
    }
}

;// CONCATENATED MODULE: ./packages/migration/lib/history-chain.js
/**
 * The records as a chain: what each left is what the next one found. Walking back from what is applied now, every step is
 * checked by the digests that the records hold, so that nobody's word is taken for what the applied set was. Pure.
 */


/**
 * Joins the records, as far back as they do.
 * @param applied the ids that are applied now
 * @param records newest first, of one database, tool and directory
 */
function joinChain(applied, records) {
    const current = new Set(applied);
    const links = [];
    let now = { set: (0,set_digest/* digestOfSet */.qW)(current), count: current.size };
    for (const [at, record] of records.entries()) {
        if (!joins(record, current, now)) {
            const strangers = findStrangers([...current], records.slice(at));
            const newer = records[at - 1];
            if (newer === undefined)
                return { newest: record, strangers };
            return { links, base: current, end: { kind: "gap", older: record, newer, strangers } };
        }
        const step = stepBack(record, current, now);
        if (step === undefined)
            return { links, base: current, end: { kind: "torn", record } };
        links.push({ record, ...step, after: now });
        now = step.before;
    }
    return { links, base: current, end: { kind: "baseline" } };
}
/** Whether a chain was found at all. */
function isApart(found) {
    return "newest" in found;
}
/** Whether the set is what the record left. What it did by half may have been taken back by hand: that is the repair. */
function joins({ after, half, kind }, current, now) {
    if (after.set === now.set)
        return true;
    const isUndone = half !== "" && current.has(half) === (kind === "rollback");
    if (!isUndone)
        return false;
    const asLeft = new Set(current);
    if (kind === "run")
        asLeft.add(half);
    else
        asLeft.delete(half);
    return (0,set_digest/* digestOfSet */.qW)(asLeft) === after.set;
}
/** Takes back from the set what the record did; undefined, with the set as it was, when the record's own digests say otherwise. */
function stepBack({ kind, done, half, before }, current, now) {
    const isRun = kind === "run";
    const stepOf = (moved, set) => isRun ? { added: moved, removed: [], before: set } : { added: [], removed: moved, before: set };
    const ids = done.map(({ id }) => id);
    if (ids.length === 0 && before.set === now.set)
        return stepOf([], now);
    if (ids.some((id) => current.has(id) !== isRun))
        return undefined;
    move(current, ids, !isRun);
    if ((0,set_digest/* digestOfSet */.qW)(current) === before.set)
        return stepOf(ids, { set: before.set, count: current.size });
    // A tool can count the half-done one: golang-migrate has its version while it is dirty.
    const isCounted = half !== "" && current.has(half) === isRun;
    const moved = isCounted ? [...ids, half] : ids;
    if (isCounted)
        move(current, [half], !isRun);
    if (isCounted && (0,set_digest/* digestOfSet */.qW)(current) === before.set)
        return stepOf(moved, { set: before.set, count: current.size });
    move(current, moved, isRun);
    return undefined;
}
function move(set, ids, isIn) {
    for (const id of ids) {
        if (isIn)
            set.add(id);
        else
            set.delete(id);
    }
}

// EXTERNAL MODULE: ./packages/migration/lib/history-half.js
var history_half = __webpack_require__(6258);
// EXTERNAL MODULE: ./packages/migration/lib/history-names.js
var history_names = __webpack_require__(3631);
;// CONCATENATED MODULE: ./packages/migration/lib/history-repeats.js
/**
 * Leaves out the repeats. Who is killed after it wrote its record and before it gave back its lock leaves a journal behind, and
 * whoever takes the lock over settles it once more. Nothing can have come between the two, and both began with the same state. The
 * older one stays: its id is the one that was told.
 * @param records newest first
 */
function withoutRepeats(records) {
    return records.filter((record, at) => {
        const older = records[at + 1];
        return older === undefined || !isRepeat(record, older);
    });
}
/** The id of the record that stays, for the id of a repeat; any other id as it is. */
function originalOf(records, id) {
    const at = records.findIndex(({ recordId }) => recordId === id);
    const stays = at === -1 ? undefined : withoutRepeats(records.slice(at))[0];
    return stays?.recordId ?? id;
}
function isRepeat(record, older) {
    return (record.runId === older.runId &&
        record.attempt === older.attempt &&
        record.kind === older.kind &&
        record.startedAt === older.startedAt &&
        record.before.set === older.before.set &&
        record.after.set === older.after.set &&
        record.done.length > 0);
}

// EXTERNAL MODULE: ./packages/migration/lib/history-stack.js
var history_stack = __webpack_require__(9271);
;// CONCATENATED MODULE: ./packages/migration/lib/history-texts.js

/** What came or went: `m4 was applied`, `m4 was applied and m3 was reverted`. */
function describeStrangers(strangers) {
    if (!strangers.isKnown) {
        const { found, expected } = strangers;
        const some = found > expected ? (0,history_names/* countOf */.pq)(found - expected) : found < expected ? (0,history_names/* countOf */.pq)(expected - found) : "others";
        if (found === expected)
            return "other migrations are applied, as many as before";
        return `at least ${some} ${found > expected ? "came" : "went"}`;
    }
    const { extra, missing } = strangers;
    const parts = [
        ...(extra.length === 0 ? [] : [`${(0,history_names/* namesOf */.eZ)(extra)} ${(0,history_names/* wereOf */.xy)(extra)} applied`]),
        ...(missing.length === 0 ? [] : [`${(0,history_names/* namesOf */.eZ)(missing)} ${(0,history_names/* wereOf */.xy)(missing)} reverted`]),
    ];
    return parts.join(" and ");
}
/** That the schema is not what a record left, and who else may have changed it. */
function describeChange(newest, { fingerprint, others }) {
    const states = `it is ${(0,history_names/* shortOf */.IX)(fingerprint)}, recorded is ${(0,history_names/* shortOf */.IX)(newest.after.fingerprint)}`;
    const other = otherSince(newest, others);
    if (other === undefined)
        return `The schema was changed without a migration since ${(0,history_names/* recordName */.xD)(newest)}: ${states}`;
    const who = `${other.tool} in ${(0,history_names/* nameOf */.Vb)(other.directory)} migrated the same database (${(0,history_names/* recordName */.xD)(other)}, ${(0,history_names/* whereAndWhen */.V0)(other)})`;
    return `The schema was changed since ${(0,history_names/* recordName */.xD)(newest)}, by another tool or project: ${who}; ${states}`;
}
/** The newest record by which another tool or project changed the schema since. */
function otherSince(newest, others = []) {
    return others.find(({ recordId, before, after }) => recordId > newest.recordId && before.fingerprint !== after.fingerprint);
}
/** The refusal when the database is not what the newest record left. */
function refuseApart({ newest, strangers }) {
    const isBehind = strangers.isKnown ? strangers.extra.length === 0 : strangers.found < strangers.expected;
    return {
        reason: isBehind ? "no-record" : "database-ahead",
        what: `The database is not what ${(0,history_names/* recordName */.xD)(newest)} left: ${describeStrangers(strangers)} without a record`,
        remedy: "Run migration-run once: its record is where rollbacks can go back to from then on.",
    };
}
/** The refusal when a target lies before the oldest record that joins. */
function refuseEnd(end, oldest) {
    const remedy = oldest === undefined
        ? "Undo it with a new migration."
        : `Go back no further than before-deployment:${oldest.recordId}; undo the rest with a new migration.`;
    return { reason: end.kind === "baseline" ? "beyond-baseline" : "no-record", what: describeEnd(end, oldest), remedy };
}
function describeEnd(end, oldest) {
    if (end.kind === "gap") {
        const { older, newer, strangers } = end;
        return `Between ${(0,history_names/* recordName */.xD)(older)} and ${(0,history_names/* recordName */.xD)(newer)} ${describeStrangers(strangers)} without a record`;
    }
    if (end.kind === "torn") {
        return `${(0,history_names/* capital */.Nx)((0,history_names/* recordName */.xD)(end.record))} does not add up: while it was at work the applied set changed in another way than it says`;
    }
    if (oldest === undefined)
        return "What is applied was there before the first record";
    const count = (0,history_names/* countOf */.pq)(oldest.before.count);
    return `What was applied before the first record, ${(0,history_names/* recordName */.xD)(oldest)}, is never reverted (${count})`;
}
/** The refusal when there is nothing to go by. */
function refuseWithoutRecords() {
    return {
        reason: "no-record",
        what: "No record of this database, tool and directory was found in the environment",
        remedy: "Run migration-run with the same environment first: a rollback goes back to what its records say.",
    };
}
/** The refusal for migrations that the tool itself marks as not ended. `clearMark`: as the adapter says it. */
function refuseMarks(marks, clearMark = "the tool's own command") {
    return {
        reason: "half-applied",
        what: `The tool marks ${(0,history_names/* namesOf */.eZ)(marks)} as not ended`,
        remedy: `Undo by hand what ${marks.length === 1 ? "it" : "they"} left behind, and clear the mark with ${clearMark}.`,
    };
}
/** The refusal for a half-done migration that is not mended. */
function refuseHalf(newest, fingerprint) {
    const { half, kind } = newest;
    const accept = fingerprint === ""
        ? ""
        : `; or finish it by hand, mark it in the tool's table, and name the schema as it then is in accept-schema (now accept-schema: ${fingerprint.slice(0, 16)})`;
    return {
        reason: "half-applied",
        what: `${(0,history_names/* namesOf */.eZ)([half])} ${(0,history_names/* areOf */.oZ)([half])} half ${kind === "run" ? "applied" : "reverted"} since ${(0,history_names/* recordName */.xD)(newest)} (${(0,history_names/* whereAndWhen */.V0)(newest)})`,
        remedy: kind === "run"
            ? `Undo by hand what it left behind, so that the schema is again what it was${accept}.`
            : `Finish by hand what its down should have undone; or undo what the down did, and put the migration back into the tool's table${accept}.`,
    };
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-again.js
/** Jobs that are run again: an attempt after the first goes on where the one before stopped, and repeats nothing. Pure. */

/**
 * What a job that is run again means by a target that depends on when it is said, `previous-deployment` or `steps`: what its
 * earlier attempt left, and nothing when that did all. When something came in between, nobody can tell (H137).
 */
function targetNow(target, { records, applied, asker }) {
    const isRelative = target.kind === "previous-deployment" || target.kind === "steps";
    const at = isRelative ? records.findIndex((record) => isEarlierRollback(record, asker)) : -1;
    const [newest] = records;
    const earlier = records[at];
    if (newest === undefined || earlier === undefined)
        return { kind: "target", target };
    const name = `${(0,history_names/* recordName */.xD)(earlier)}, attempt ${earlier.attempt} of this run,`;
    const isOwn = newest.kind === "run" && newest.runId === asker?.runId && newest.attempt === asker.attempt;
    // "Migrate, deploy, and go back when that fails", run again as a whole: it goes back behind this attempt's own migration.
    if (isOwn)
        return { kind: "target", target };
    if (newest !== earlier) {
        const refusal = {
            reason: "unknown-target",
            what: `This job is run again, and since ${name} came ${(0,history_names/* recordName */.xD)(newest)} (${(0,history_names/* whereAndWhen */.V0)(newest)}): what is to be taken back is not certain any more`,
            remedy: "Start a new run of the workflow instead of running the old one again.",
        };
        return { kind: "refused", refusal };
    }
    if (earlier.cut === true && target.kind === "steps")
        return { kind: "refused", refusal: cutShort(name) };
    const left = earlier.left.filter((id) => applied.includes(id));
    if (left.length === 0)
        return { kind: "nothing", why: `${(0,history_names/* capital */.Nx)(name)} did it already (${(0,history_names/* whereAndWhen */.V0)(earlier)})` };
    return { kind: "target", target: target.kind === "steps" ? { kind: "steps", steps: left.length } : target };
}
function cutShort(name) {
    return {
        reason: "unknown-target",
        what: `${(0,history_names/* capital */.Nx)(name)} was to revert more migrations than its record has room for: how many are left is not known`,
        remedy: "Start a new run of the workflow, with a version or a deployment to go back to.",
    };
}
/**
 * The records of the newest deployment, newest first: its newest run, the earlier attempts of the same workflow run, and the runs
 * before it that failed. What those applied came with this deployment: nothing was deployed with it before. A rollback, or another
 * run that ended well, is where it began.
 */
function newestDeployment(records) {
    const start = records.findIndex(({ kind }) => kind === "run");
    const [newest, ...older] = start === -1 ? [] : records.slice(start);
    if (newest === undefined)
        return [];
    const end = older.findIndex((record) => !isOfSame(record, newest));
    return [newest, ...(end === -1 ? older : older.slice(0, end)).filter(({ kind }) => kind === "run")];
}
function isOfSame(record, newest) {
    // A rollback that reverted nothing is no state that somebody went back to.
    if (record.kind === "rollback")
        return record.done.length === 0 && record.half === "";
    const isGood = record.result === "applied" || record.result === "nothing-to-do";
    return !isGood || (record.runId !== "" && record.runId === newest.runId);
}
function isEarlierRollback({ kind, runId, attempt }, asker) {
    return kind === "rollback" && asker !== undefined && runId !== "" && runId === asker.runId && attempt < asker.attempt;
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-nearest.js
/** Names that somebody may have meant. Pure. */
const MAX_NAMES = 3;
/** Characters of each name that are compared. */
const MAX_COMPARED = 100;
/** The ids that are nearest to what was written, the best first, three at most; none when nothing is like it. */
function nearestIds(written, candidates) {
    const ranked = candidates.flatMap(({ id, title }) => {
        const rank = Math.min(rankOf(written, id), title === id ? Infinity : rankOf(written, title));
        return rank === Infinity ? [] : [{ id, rank }];
    });
    return ranked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, MAX_NAMES)
        .map(({ id }) => id);
}
/** 0 for the same, 1 when one holds the other, else how many letters apart; Infinity when they are not alike. */
function rankOf(written, name) {
    const [a, b] = [written, name].map((text) => text.toLowerCase().slice(0, MAX_COMPARED));
    if (a === undefined || b === undefined || a === "" || b === "")
        return Infinity;
    if (a === b)
        return 0;
    if (Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a)))
        return 1;
    const most = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
    const distance = Math.abs(a.length - b.length) > most ? Infinity : distanceOf(a, b);
    return distance > most ? Infinity : 1 + distance;
}
/** Levenshtein's: letters to put in, take out or change. */
function distanceOf(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (const [at, letter] of Array.from(a).entries()) {
        const next = [at + 1];
        for (const [other, candidate] of Array.from(b).entries()) {
            const changed = (row[other] ?? 0) + (letter === candidate ? 0 : 1);
            next.push(Math.min(changed, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-place.js


/** What is asked for lies before the oldest record that joins. */
function beyond({ chain }) {
    return { kind: "refused", refusal: refuseEnd(chain.end, chain.links.at(-1)?.record) };
}
/** A target that is none. */
function refused(refusal) {
    return { kind: "refused", refusal };
}
/** That a record was taken back, and by whom. */
function takenBack(name, link, { links }) {
    const ids = new Set(link.added);
    const rollback = links.find(({ record, removed }) => record.kind === "rollback" && removed.some((id) => ids.has(id)));
    const by = rollback === undefined ? "" : ` by ${(0,history_names/* whereAndWhen */.V0)(rollback.record)}`;
    return `${(0,history_names/* capital */.Nx)(name)} was already taken back${by}`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-record.js




/** The state that a record left or found. It has to be on the way back from now: a part of the stack, from the ground up. */
function aimAtRecord(target, history) {
    const { records, chain, stack } = history;
    const record = records.find(({ recordId }) => recordId === target.id);
    if (record === undefined)
        return unknownRecord(target.id, history);
    const link = chain.links.find((each) => each.record === record);
    const isBefore = target.kind === "before-deployment";
    const isTorn = chain.end.kind === "torn" && chain.end.record === record && !isBefore;
    if (link === undefined && !isTorn)
        return beyond(history);
    const state = link === undefined ? baseState(chain) : isBefore ? link.before : link.after;
    const wanted = isBefore ? record.before.fingerprint : schemaLeft(record, link);
    const keep = state.count - stack.base.length;
    if (!isBottom(stack, keep, state))
        return aheadOfNow(record, isBefore, history);
    const already = isBefore && link !== undefined && link.added.length > 0
        ? takenBack((0,history_names/* recordName */.xD)(record), link, chain)
        : `The database is as ${(0,history_names/* recordName */.xD)(record)} ${isBefore ? "found" : "left"} it (${(0,history_names/* whereAndWhen */.V0)(record)})`;
    const isSame = isOlder(stack.entries.slice(0, keep), target, history);
    return { kind: "at", keep, wanted, isSame, already, ...(isBefore ? {} : { record }) };
}
/** What a record left: without a half-done one, unless the tool counts that as done. */
function schemaLeft(record, link) {
    const isCounted = link?.added.includes(record.half) === true || link?.removed.includes(record.half) === true;
    return isCounted ? record.after.fingerprint : (0,history_half/* wholeSchema */.HY)(record);
}
/** Whether runs up to that record applied all of them: none was taken back since and applied again, maybe from another script. */
function isOlder(kept, target, { records }) {
    const at = records.findIndex(({ recordId }) => recordId === target.id) + (target.kind === "deployment" ? 0 : 1);
    const older = new Set(records.slice(at));
    return kept.every(({ record }) => older.has(record));
}
function baseState({ base }) {
    return { set: (0,set_digest/* digestOfSet */.qW)(base), count: base.size };
}
/** Whether the first `keep` entries and the base are that state. */
function isBottom({ base, entries }, keep, { set }) {
    if (keep < 0 || keep > entries.length)
        return false;
    return (0,set_digest/* digestOfSet */.qW)([...base, ...entries.slice(0, keep).map(({ id }) => id)]) === set;
}
function aheadOfNow(record, isBefore, { chain }) {
    const later = chain.links.slice(0, chain.links.findIndex((link) => link.record === record));
    const rollback = later.find(({ removed }) => removed.length > 0)?.record;
    const since = rollback === undefined ? "" : `: ${(0,history_names/* recordName */.xD)(rollback)} took migrations back (${(0,history_names/* whereAndWhen */.V0)(rollback)})`;
    return refused({
        reason: "unknown-target",
        what: `The state that ${(0,history_names/* recordName */.xD)(record)} ${isBefore ? "found" : "left"} is not on the way back from now${since}`,
        remedy: "To have it again, run migration-run with the commit that has its migrations.",
    });
}
function unknownRecord(id, { records }) {
    const known = records.slice(0, 5).map(({ recordId }) => `#${recordId}`);
    return refused({
        reason: "unknown-target",
        what: `No record of this database, tool and directory has the id ${id}`,
        remedy: `Name one that there is; the newest are ${known.join(", ")}.`,
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-aim.js
/** Which part of the stack a target keeps. Pure. */





/** Finds it. */
function aimAt(wanted, history) {
    const now = targetNow(wanted, history);
    if (now.kind !== "target")
        return now;
    const { target } = now;
    if (target.kind === "previous-deployment")
        return aimAtPrevious(history);
    if (target.kind === "version")
        return aimAtVersion(target.version, history);
    if (target.kind === "steps")
        return aimAtSteps(target.steps, history);
    return aimAtRecord(target, history);
}
/** Before the newest deployment, as far as that is still in effect. */
function aimAtPrevious(history) {
    const { records, chain, stack } = history;
    const deployment = newestDeployment(records);
    const [newest] = deployment;
    if (newest === undefined) {
        const what = "No run is recorded, only rollbacks: there is no deployment to take back";
        return refused({
            reason: "no-record",
            what,
            remedy: "Name the state to go back to: deployment:<id> or version:<v>.",
        });
    }
    const links = chain.links.filter(({ record }) => deployment.includes(record));
    const isLinked = (record) => links.some((link) => link.record === record);
    const unlinked = deployment.filter((record) => !isLinked(record));
    // To take back the later half of a deployment is for who says so: before-deployment names it.
    if (unlinked.some((each) => each === newest || each.done.length > 0 || each.half !== ""))
        return beyond(history);
    const name = (0,history_names/* recordName */.xD)(newest);
    const changing = links.find(({ added }) => added.length > 0);
    if (changing === undefined && links.some(({ record }) => isOther(record)))
        return refused(ranAnew(name));
    if (changing === undefined)
        return { kind: "nothing", why: `${(0,history_names/* capital */.Nx)(name)} changed nothing (${(0,history_names/* whereAndWhen */.V0)(newest)})` };
    const keep = stack.entries.findIndex(({ record }) => deployment.includes(record));
    const lowest = stack.entries[keep];
    if (lowest === undefined)
        return { kind: "nothing", why: takenBack((0,history_names/* recordName */.xD)(changing.record), changing, chain) };
    return { kind: "at", keep, wanted: lowest.record.before.fingerprint, isSame: true, already: "" };
}
/** Nothing was added, and yet the schema is another one: Liquibase runs some changesets each time that they change. */
function isOther({ before, after, half }) {
    return (half === "" && before.fingerprint !== "" && after.fingerprint !== "" && before.fingerprint !== after.fingerprint);
}
function ranAnew(name) {
    return {
        reason: "irreversible",
        what: `${(0,history_names/* capital */.Nx)(name)} applied no new migration and changed the schema: it ran some anew, or the schema was changed meanwhile`,
        remedy: "Undo it with a new migration.",
    };
}
/** v stays, what was applied after it goes. */
function aimAtVersion(version, history) {
    const { applied, chain, stack, isInOrder } = history;
    if (!applied.includes(version))
        return notApplied(version, history);
    const already = `${(0,history_names/* nameOf */.Vb)(version)} is the newest that is applied`;
    const at = stack.entries.findIndex(({ id }) => id === version);
    if (at >= 0)
        return { kind: "at", keep: at + 1, wanted: "", isSame: true, already };
    const { base } = stack;
    if (base.length === 1 || (isInOrder && base.at(-1) === version))
        return { kind: "at", keep: 0, wanted: "", isSame: true, already };
    if (isInOrder)
        return beyond(history);
    const oldest = chain.links.at(-1)?.record;
    return refused({
        reason: "no-record",
        what: `What was applied after ${(0,history_names/* nameOf */.Vb)(version)} is not known: it was there before the records, and the tool keeps no order`,
        remedy: oldest === undefined
            ? "Undo it with a new migration."
            : `To take back all that is recorded, use before-deployment:${oldest.recordId}.`,
    });
}
function notApplied(version, { applied, migrations }) {
    const titles = new Map(migrations?.map(({ id, title }) => [id, title]));
    const nearest = nearestIds(version, applied.map((id) => ({ id, title: titles.get(id) ?? id })));
    const isPending = titles.has(version);
    return refused({
        reason: "unknown-target",
        what: `${(0,history_names/* nameOf */.Vb)(version)} is not applied${isPending ? ": the checkout has it, and it is pending" : ""}`,
        remedy: nearest.length === 0
            ? "Name a version that is applied: the tool's own status lists them."
            : `Name a version that is applied, for example ${(0,history_names/* namesOf */.eZ)(nearest)}.`,
    });
}
/** The newest so many go. */
function aimAtSteps(steps, history) {
    const { entries } = history.stack;
    if (steps <= entries.length)
        return { kind: "at", keep: entries.length - steps, wanted: "", isSame: true, already: "" };
    const { refusal } = beyond(history);
    const only = entries.length === 0 ? "none is" : entries.length === 1 ? "only one is" : `only ${entries.length} are`;
    return refused({
        ...refusal,
        what: `${(0,history_names/* countOf */.pq)(steps)} cannot be taken back: ${only} recorded. ${refusal.what}`,
        ...(entries.length === 0
            ? {}
            : { remedy: `Use steps:${entries.length} at most; undo the rest with a new migration.` }),
    });
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-downs.js
/** Whether each migration of a rollback can be reverted, and by the script that it ran with. Pure. */

/**
 * Judges the whole set up front, so that nothing is reverted when one of them cannot be.
 * @param reverts the newest application first
 */
function judgeDowns(reverts, { migrations, forwardOnly, onDrift }) {
    if (reverts.length === 0)
        return { refusals: [], notes: [] };
    const checkout = migrations === undefined ? undefined : new Map(migrations.map((each) => [each.id, each]));
    const ofKind = (...kinds) => reverts.filter(({ id, recorded }) => {
        const found = [recorded?.down, checkout?.get(id)?.down];
        return found.some((down) => down !== undefined && kinds.includes(down));
    });
    const edited = checkout === undefined ? [] : judgeEdited(reverts, checkout);
    const refusals = [
        ...refuseForwardOnly(forwardOnly),
        ...refuseIrreversible(ofKind("none"), ofKind("empty")),
        ...refuseHalves(reverts.filter(({ recorded }) => recorded === undefined)),
        ...(checkout === undefined ? [] : judgeScripts(reverts, checkout)),
        ...(onDrift === "warn" ? [] : edited),
    ];
    const notes = [...noteUnknown(ofKind("unknown")), ...noteUnread(reverts, checkout)];
    return { refusals, notes: [...(onDrift === "warn" ? edited.map(({ what }) => `${what}.`) : []), ...notes] };
}
function refuseForwardOnly(sentence) {
    if (sentence === undefined)
        return [];
    const what = "The tool only goes forward";
    return [{ reason: "irreversible", what, remedy: sentence }];
}
function refuseIrreversible(none, empty) {
    const parts = [
        ...(none.length === 0 ? [] : [`${(0,history_names/* namesOf */.eZ)(idsOf(none))} ${none.length === 1 ? "has" : "have"} no down`]),
        ...(empty.length === 0 ? [] : [`the down of ${(0,history_names/* namesOf */.eZ)(idsOf(empty))} does nothing`]),
    ];
    if (parts.length === 0)
        return [];
    return [
        {
            reason: "irreversible",
            what: `${capitalised(parts.join(", and "))}; nothing is reverted when one of them cannot be`,
            remedy: "Undo what they did with a new migration.",
        },
    ];
}
function refuseHalves(halves) {
    if (halves.length === 0)
        return [];
    const ids = idsOf(halves);
    return [
        {
            reason: "no-record",
            what: `${(0,history_names/* namesOf */.eZ)(ids)} ${ids.length === 1 ? "was" : "were"} never recorded as applied whole`,
            remedy: "Go back no further than to before the deployment after it; undo the rest with a new migration.",
        },
    ];
}
/** The checkout has to have what ran. */
function judgeScripts(reverts, checkout) {
    const gone = reverts.filter(({ id }) => !checkout.has(id));
    const cut = reverts.filter(({ id, record, recorded }) => {
        return record.cut === true && recorded?.digest === "" && (checkout.get(id)?.digest ?? "") !== "";
    });
    return [...refuseGone(gone), ...refuseCut(cut)];
}
function judgeEdited(reverts, checkout) {
    const edited = reverts.filter(({ id, recorded }) => {
        const [ran, now] = [recorded?.digest ?? "", checkout.get(id)?.digest];
        return ran !== "" && now !== undefined && now !== ran;
    });
    return refuseEdited(edited, checkout);
}
function refuseGone(gone) {
    if (gone.length === 0)
        return [];
    const what = `${(0,history_names/* namesOf */.eZ)(idsOf(gone))} ${(0,history_names/* areOf */.oZ)(idsOf(gone))} applied, and the checkout does not have ${gone.length === 1 ? "it" : "them"}`;
    return [{ reason: "database-ahead", what, remedy: checkOut(gone) }];
}
function refuseEdited(edited, checkout) {
    const [first] = edited;
    if (first === undefined)
        return [];
    const digest = checkout.get(first.id)?.digest ?? "";
    const now = digest === "" ? "no script of it that can be read" : (0,history_names/* shortOf */.IX)(digest);
    const example = `${(0,history_names/* namesOf */.eZ)([first.id])} ran as ${(0,history_names/* shortOf */.IX)(first.recorded?.digest ?? "")}, the checkout has ${now}`;
    const which = edited.length === 1
        ? "The script changed since it ran"
        : `The scripts of ${(0,history_names/* namesOf */.eZ)(idsOf(edited))} changed since they ran`;
    const remedy = `${checkOut(edited)} When a down was mended on purpose, use on-drift: warn.`;
    return [{ reason: "database-ahead", what: `${which}: ${example}`, remedy }];
}
function refuseCut(cut) {
    const [first] = cut;
    if (first === undefined)
        return [];
    return [
        {
            reason: "no-record",
            what: `Whether the scripts of ${(0,history_names/* countOf */.pq)(cut.length)} are still those that ran is not known: ${(0,history_names/* recordName */.xD)(first.record)} was too large to hold it`,
            remedy: "Undo what they did with a new migration.",
        },
    ];
}
/** The newest of them has the others, too. */
function checkOut([newest]) {
    const commit = newest?.record.commit ?? "";
    if (newest === undefined || commit === "")
        return "Check out the commit that the migrations ran from, and roll back from there.";
    return `Check out ${/^[0-9a-f]{7,64}$/.test(commit) ? commit : "the commit"} that ${(0,history_names/* recordName */.xD)(newest.record)} ran from, and roll back from there.`;
}
function noteUnknown(entries) {
    if (entries.length === 0)
        return [];
    const ids = idsOf(entries);
    return [`Whether ${(0,history_names/* namesOf */.eZ)(ids)} can be undone cannot be told from the script: the schema afterwards shows it.`];
}
function noteUnread(reverts, checkout) {
    if (checkout === undefined)
        return [];
    const unread = reverts.filter(({ record, recorded }) => record.cut !== true && recorded?.digest === "");
    if (unread.length === 0)
        return [];
    const ids = idsOf(unread);
    return [`Whether the script of ${(0,history_names/* namesOf */.eZ)(ids)} changed since it ran is not known: it could not be read then.`];
}
function idsOf(entries) {
    return entries.map(({ id }) => id);
}
/** An id keeps its first letter; a sentence of ours gets a large one. */
function capitalised(text) {
    return text.startsWith("the down of ") ? (0,history_names/* capital */.Nx)(text) : text;
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-order.js
/** Whether the tool's own table agrees with the records about the order of application. Pure. */

/**
 * The tool's table must not contradict the records about what came last; of a version that stays neither about what lies right
 * above it.
 */
function judgeOrder({ entries }, keep, { target, applied, isInOrder }) {
    if (!isInOrder)
        return [];
    const from = target.kind === "version" ? Math.max(0, keep - 1) : keep;
    const recorded = entries.slice(from).map(({ id }) => id);
    const unique = [...new Set(applied)];
    const told = unique.slice(unique.length - recorded.length);
    const at = recorded.findLastIndex((id, index) => id !== told[index]);
    if (at === -1)
        return [];
    return [
        {
            reason: "no-record",
            what: `The tool's table has ${(0,history_names/* nameOf */.Vb)(told[at] ?? "")} where the records have ${(0,history_names/* nameOf */.Vb)(recorded[at] ?? "")}: somebody applied them anew, in another order`,
            remedy: "Undo what they did with a new migration: how they lie on each other is not known.",
        },
    ];
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-schema.js
/** Whether the schema is what the records say, and whether reverting leads to the one that is wanted. Pure. */



/** Whether the schema now is the one that the newest record left. */
function judgePresent(newest, present, stack) {
    const { fingerprint } = present;
    if (fingerprint === "")
        return [unreadable];
    if ((0,history_half/* isAccepted */.oB)(present))
        return [];
    if (newest.half !== "")
        return (0,history_half/* isMended */.M5)(newest, present, stack) ? [] : [refuseHalf(newest, fingerprint)];
    const recorded = newest.after.fingerprint;
    if (recorded === fingerprint)
        return [];
    if (recorded === "") {
        return [
            {
                reason: "no-record",
                what: `The schema that ${(0,history_names/* recordName */.xD)(newest)} left was not recorded`,
                remedy: acceptOr("Find out whether somebody changed it since", fingerprint),
            },
        ];
    }
    return [
        {
            reason: "schema-differs",
            what: describeChange(newest, present),
            remedy: acceptOr(otherSince(newest, present.others) === undefined
                ? "Undo that by hand"
                : "Take that back first, with the button of that project", fingerprint),
        },
    ];
}
const unreadable = {
    reason: "schema-differs",
    what: "The schema cannot be read, so that nothing could prove what a rollback did",
    remedy: "Give schema-command: a command that prints the schema.",
};
/**
 * Follows the way back, from record to record. Where only one side of a joint is known nobody can say that they fit: a break, too.
 * Of several that one command applied neither side is known in between, and nothing can have come between them.
 */
function followWay({ stack, keep, wanted, isSame, fingerprint }) {
    const { entries } = stack;
    const breaks = [];
    let seen = fingerprint;
    for (const entry of entries.slice(keep).reverse()) {
        breaks.push(seen === undefined || seen === entry.post ? undefined : breakAbove(entry, seen, entries));
        seen = entry.pre;
    }
    const isOther = wanted !== "" && seen !== undefined && seen !== "" && seen !== wanted;
    breaks.push(isOther ? breakBelow(entries[keep], seen ?? "", wanted) : undefined);
    const [here, ...further] = breaks;
    const reached = wanted === "" || (seen === "" && !isSame) ? (seen ?? "") : wanted;
    return { fingerprint: reached, here, further: further.filter((each) => each !== undefined) };
}
function breakAbove({ id, record, post }, seen, entries) {
    const next = entries[entries.findIndex((entry) => entry.id === id) + 1];
    const where = `after ${(0,history_names/* nameOf */.Vb)(id)} (${(0,history_names/* recordName */.xD)(record)})${next === undefined ? "" : ` and before ${(0,history_names/* nameOf */.Vb)(next.id)} (${(0,history_names/* recordName */.xD)(next.record)})`}`;
    const isKnown = post !== "" && seen !== "";
    return {
        what: isKnown
            ? `The schema was changed without a migration ${where}: from ${(0,history_names/* shortOf */.IX)(post)} to ${(0,history_names/* shortOf */.IX)(seen)}`
            : `Whether the schema was changed without a migration ${where} was not recorded`,
        remedy: next === undefined
            ? acceptOr(isKnown ? "Undo that by hand" : "Find out whether somebody changed it", seen)
            : `Go back no further than version:${(0,history_names/* nameOf */.Vb)(id)}, and undo the rest with a new migration.`,
    };
}
function breakBelow(lowest, seen, wanted) {
    const what = `The schema of that state was ${(0,history_names/* shortOf */.IX)(wanted)}`;
    if (lowest === undefined) {
        return { what: `${what}; it is ${(0,history_names/* shortOf */.IX)(seen)} now`, remedy: acceptOr("Find out what changed it", seen) };
    }
    return {
        what: `${what}; going back from now leads to ${(0,history_names/* shortOf */.IX)(seen)}`,
        remedy: `Use before-deployment:${lowest.record.recordId}, or undo the rest with a new migration.`,
    };
}
function acceptOr(instead, fingerprint) {
    return `${instead}, or name the schema as it is now: accept-schema: ${fingerprint.slice(0, 16)}.`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/rollback-plan.js
/** What a rollback may do, decided from the records, the database and the checkout before anything is touched. Pure. */











/**
 * Decides. The database has to be what the newest record left, in its applied set and in its schema; from there the records lead
 * back as far as each begins where the one before ended. Nothing below the oldest of them is ever reverted. A state is a
 * target only when it lies on that way: one that was taken back is not gone forward to. All reasons to refuse are told, the
 * gravest first.
 */
function planRollback(given) {
    const request = { ...given, records: withoutRepeats(given.records), target: originalTarget(given) };
    const { records, applied, halfMarks = [] } = request;
    const [newest] = records;
    if (newest === undefined)
        return { kind: "refused", refusals: [refuseWithoutRecords()] };
    const marks = halfMarks.length === 0 ? [] : [refuseMarks(halfMarks, request.clearMark)];
    const found = joinChain(applied, records);
    if (isApart(found)) {
        return { kind: "refused", refusals: [...marks, refuseApart(found), ...judgeSchemaOnly(request, newest)] };
    }
    const stack = (0,history_stack/* stackOf */.U)(applied, found);
    const present = [...marks, ...judgePresent(newest, request, stack)];
    const aim = aimAt(request.target, { ...request, chain: found, stack });
    if (aim.kind === "at")
        return decide({ request, chain: found, stack, present, aim });
    if (aim.kind === "refused")
        return { kind: "refused", refusals: [...present, aim.refusal] };
    return present.length > 0 ? { kind: "refused", refusals: present } : aim;
}
function originalTarget({ target, records }) {
    return "id" in target ? { ...target, id: originalOf(records, target.id) } : target;
}
/** Without a chain the schema of the newest record says nothing, but that it left something half-done does. */
function judgeSchemaOnly(request, newest) {
    return judgePresent(newest, request, undefined).filter(({ reason }) => reason === "half-applied");
}
function decide({ request, chain, stack, present, aim }) {
    const { migrations, adapterForwardOnly: forwardOnly, onDrift = "fail" } = request;
    const { keep } = aim;
    const reverts = stack.entries.slice(keep).reverse();
    const way = wayTo({ request, stack, present, aim });
    const downs = judgeDowns(reverts, { migrations, forwardOnly, onDrift });
    const refusals = [
        ...present,
        ...way.breaks.map((each) => ({ reason: "schema-differs", ...each })),
        ...judgeOrder(stack, keep, request),
        ...downs.refusals,
        ...judgeTarget(way.fingerprint, reverts),
    ];
    if (refusals.length > 0)
        return { kind: "refused", refusals };
    if (reverts.length === 0)
        return { kind: "nothing", why: aim.already };
    const { isStrange } = way;
    const target = stateAt(stack, keep, isStrange ? "" : way.fingerprint, chain);
    const plan = {
        reverts: reverts.map((entry) => toRevert(entry, isStrange)),
        target,
        record: aim.record ?? recordOf(target, chain),
        ...deployments(stack, keep, chain),
        notes: [...downs.notes, ...(isStrange ? [strangeNote] : []), ...notesOnRest(stack, keep, request)],
    };
    return { kind: "plan", plan };
}
/**
 * Where reverting leads. accept-schema takes in the schema as it is now, and nothing that lies further back; what was accepted
 * is in nobody's record, so that nothing afterwards can be compared with one (`isStrange`).
 */
function wayTo({ request, stack, present, aim: { keep, wanted, isSame } }) {
    const isTold = present.some(({ reason }) => reason === "schema-differs" || reason === "half-applied");
    // A schema that was found wrong already is not told a second time.
    const fingerprint = isTold ? undefined : request.fingerprint;
    const { here, further, fingerprint: reached } = followWay({ stack, keep, wanted, isSame, fingerprint });
    const isTaken = (0,history_half/* isAccepted */.oB)(request);
    const breaks = here === undefined || isTaken ? further : [here, ...further];
    const [newest] = request.records;
    const recorded = newest?.half === "" ? newest.after.fingerprint : (0,history_stack/* topSchema */.X)(stack);
    const isStrange = isTaken && (here !== undefined || recorded !== request.fingerprint);
    return { fingerprint: reached, breaks, isStrange };
}
const strangeNote = "The schema as it is now was accepted and is in no record: what the rollback leaves cannot be compared with one.";
function judgeTarget(fingerprint, reverts) {
    const lowest = reverts.at(-1);
    if (fingerprint !== "" || lowest === undefined)
        return [];
    const { record, id } = lowest;
    const isInside = record.done[0]?.id !== id && record.before.fingerprint !== "";
    return [
        {
            reason: "no-record",
            what: `The schema of that state was not recorded${record.cut === true ? " (the record was too large to hold it)" : ""}`,
            remedy: isInside
                ? `Use before-deployment:${record.recordId}, whose schema was recorded.`
                : "Undo it with a new migration.",
        },
    ];
}
function toRevert({ id, recorded, pre }, isStrange) {
    const { fingerprint: _applied, ...facts } = recorded ?? { id, digest: "", down: "unknown" };
    return pre === "" || isStrange ? facts : { ...facts, fingerprint: pre };
}
function stateAt({ base, entries }, keep, fingerprint, { links }) {
    const kept = entries.slice(0, keep).map(({ id }) => id);
    const ids = [...base, ...kept];
    const version = kept.at(-1) ?? links.at(-1)?.record.before.version ?? "";
    return { set: (0,set_digest/* digestOfSet */.qW)(ids), count: ids.length, version, fingerprint };
}
/** The newest record that left that state. */
function recordOf({ set, fingerprint }, { links }) {
    if (fingerprint === "")
        return undefined;
    return links.find(({ record, after }) => after.set === set && record.after.fingerprint === fingerprint)?.record;
}
function deployments({ entries }, keep, { links }) {
    const kept = new Set(entries.slice(0, keep).map(({ record }) => record));
    const touched = new Set(entries.slice(keep).map(({ record }) => record));
    const records = links.map(({ record }) => record);
    const behind = records.findLastIndex((record) => touched.has(record)) + 1;
    const isRun = ({ kind }) => kind === "run";
    return {
        undoes: records.filter((record) => touched.has(record) && !kept.has(record)),
        deployedWith: records.slice(0, behind).filter(isRun),
        deployedBefore: records.slice(behind).filter(isRun),
    };
}
/** What stays and the checkout does not know is no reason to refuse: nothing of it is touched. */
function notesOnRest({ base, entries }, keep, { migrations }) {
    if (migrations === undefined)
        return [];
    const known = new Set(migrations.map(({ id }) => id));
    const rest = [...base, ...entries.slice(0, keep).map(({ id }) => id)].filter((id) => !known.has(id));
    if (rest.length === 0)
        return [];
    return [`The checkout does not have ${(0,history_names/* namesOf */.eZ)(rest)}, which ${rest.length === 1 ? "stays" : "stay"} applied.`];
}

// EXTERNAL MODULE: ./packages/migration/lib/rollback-target.js
var rollback_target = __webpack_require__(8220);
// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
// EXTERNAL MODULE: ./packages/database/lib/schema-name.js
var schema_name = __webpack_require__(1434);
;// CONCATENATED MODULE: ./packages/database/lib/creates.js
/** What a migration made that can hold values: what is gone when it is taken back. */


/** Its values come from other columns, so nothing is lost with it. */
const GENERATED = / generated always as (?!identity)/;
/**
 * The tables and columns that exist after and not before: `orders`, `users.email`. A new table stands for its columns. Generated
 * columns are left out: they hold nothing of their own. Names are sorted; nameParts takes them apart, and a table that is not in
 * the default schema is one part: `"app.orders"`, `"app.users".email`.
 */
function createdBetween(before, after) {
    const was = placesOf(before);
    return placesIn(after)
        .filter(({ object }) => object.kind === "table" || was.has(object.of))
        .filter(({ place, object }) => !was.has(place) && !GENERATED.test(object.definition))
        .map(({ place }) => place)
        .sort(text_order/* compareCodeUnits */.U);
}
/** The columns whose type was changed, in names as createdBetween gives them: values may not fit when that is taken back. */
function retypedBetween(before, after) {
    const was = placesOf(before);
    return placesIn(after)
        .filter(({ place, object }) => object.type !== undefined && (was.get(place)?.type ?? object.type) !== object.type)
        .map(({ place }) => place)
        .sort(text_order/* compareCodeUnits */.U);
}
/** The names (as createdBetween gives them) that a schema has: what a later migration dropped again cannot be counted. */
function presentIn(schema, names) {
    const places = placesOf(schema);
    return names.filter((name) => places.has(name));
}
function placesIn({ objects }) {
    return objects.flatMap((object) => {
        if (object.kind === "table")
            return [{ place: (0,schema_name/* joinName */.YU)(object.name), object }];
        return object.kind === "column" ? [{ place: `${(0,schema_name/* joinName */.YU)(object.of)}.${object.name}`, object }] : [];
    });
}
function placesOf(schema) {
    return new Map(placesIn(schema).map(({ place, object }) => [place, object]));
}

// EXTERNAL MODULE: ./packages/database/lib/quote.js
var quote = __webpack_require__(6595);
;// CONCATENATED MODULE: ./packages/database/lib/schema-table.js


/** A table by its name in a schema: `users`, `app.users`. One without a schema of PostgreSQL is in `public`, as readSchema means it. */
function writeTable(engine, table) {
    const parts = (0,schema_name/* nameParts */.IN)(table);
    const whole = engine === "postgresql" && parts.length === 1 ? ["public", ...parts] : parts;
    return whole.map((part) => (0,quote/* quoteName */.A)(part, engine)).join(".");
}

;// CONCATENATED MODULE: ./packages/database/lib/loss.js



/** The names by their table, in the order in which the tables are named first. */
function byTable(names) {
    const tables = new Map();
    for (const name of new Set(names)) {
        const [table = "", column = ""] = (0,schema_name/* nameParts */.IN)(name);
        const asked = tables.get(table);
        if (asked === undefined)
            tables.set(table, [{ name, column }]);
        else
            asked.push({ name, column });
    }
    return tables;
}
/**
 * A SELECT for each of the tables; its answer is for readLoss. It fails (`missing`) when one of them is not there: see presentIn.
 * @param names of tables and columns, as createdBetween gives them
 */
function lossStatements(engine, names) {
    return Array.from(byTable(names), ([table, asked]) => {
        const counts = asked.map(({ column }, at) => {
            // Without the `t.` SQLite takes the name of a column that is not there for a text, and counts all rows.
            const counted = column === "" ? "*" : `t.${(0,quote/* quoteName */.A)(column, engine)}`;
            return `count(${counted}) AS c${at}`;
        });
        return `SELECT ${counts.join(", ")} FROM ${writeTable(engine, table)} AS t`;
    });
}
/**
 * What the answers say, in the order of the tables.
 * @param names the same ones, in the same order
 */
function readLoss(names, answers) {
    return Array.from(byTable(names).values()).flatMap((asked, table) => asked.map(({ name, column }, at) => {
        const count = Number(answers[table]?.[0]?.[`c${at}`] ?? 0);
        return { name, kind: column === "" ? "table" : "column", count };
    }));
}

// EXTERNAL MODULE: ./packages/github/lib/markdown.js + 1 modules
var markdown = __webpack_require__(8776);
;// CONCATENATED MODULE: ./packages/migration/lib/plan-story.js
/** The plan of a rollback, for people: what goes, in which order, with the SQL where it is known, and what is lost with it. */




/** Counts rows and values in what the plan takes away. Never rejects: a plan can be told without numbers. */
async function countLoss({ executor }, plan, schema) {
    const made = [...new Set(plan.reverts.flatMap(({ creates = [] }) => creates))].toSorted();
    // What a later migration took away again is gone already.
    const names = schema === undefined ? made : presentIn(schema, made);
    const unknown = plan.reverts.filter(({ creates }) => creates === undefined).map(({ id }) => id);
    const { query } = executor;
    if (names.length === 0 || query === undefined)
        return { found: [], names, unknown, note: "" };
    try {
        const answers = await query(lossStatements(executor.engine, names));
        return { found: readLoss(names, answers), names, unknown, note: "" };
    }
    catch (thrown) {
        return { found: [], names, unknown, note: `What would be lost could not be counted: ${(0,failure/* toFailure */.w2)(thrown).what}` };
    }
}
/** The plan as log lines, as markdown, and as facts for a summary. */
function tellPlan({ plan, loss, migrations, }) {
    const count = plan.reverts.length;
    const back = plan.record === undefined ? "" : `, back to the state of deployment ${plan.record.recordId}`;
    const head = `Rollback plan: ${count} ${count === 1 ? "migration" : "migrations"} to revert, newest first${back}`;
    const losses = [
        ...loss.found.filter(({ count: each }) => each > 0).map(describeLoss),
        ...(loss.note === "" ? [] : [loss.note]),
    ];
    const scripts = new Map(migrations.map((each) => [each.id, each]));
    const deletes = plan.reverts.filter(({ id }) => {
        const text = scripts.get(id)?.downSql ?? "";
        return /\b(?:delete\s+from|truncate|update\s+\S+\s+set)\b/i.test(text);
    });
    if (loss.unknown.length > 0) {
        losses.push(`what ${(0,history_names/* namesOf */.eZ)(loss.unknown)} created is in no record, and what goes with it is not counted`);
    }
    losses.push(...plan.reverts.flatMap(({ id, retypes = [] }) => retypes.map((each) => `values of ${each} that do not fit its old type, which the down of ${id} brings back`)));
    losses.push(...deletes.map(({ id }) => `the down of ${id} changes or deletes rows; they are not counted here`));
    const sql = plan.reverts.flatMap(({ id }) => {
        const text = scripts.get(id)?.downSql?.trim() ?? "";
        return text === "" ? [] : [{ id, text }];
    });
    // Where an id is a hash or a number, the name of the script says more.
    const titleOf = (id) => {
        const title = scripts.get(id)?.title ?? "";
        return title === id ? "" : title;
    };
    const lines = [
        head,
        ...plan.reverts.map(({ id }, at) => `  ${at + 1}. ${id}${titleOf(id) === "" ? "" : ` (${titleOf(id)})`}`),
        ...losses.map((each) => `  lost: ${each}`),
        "  The application goes back first, then the database: code that needs what is reverted here must not run any more.",
    ];
    const rows = plan.reverts.map(({ id, creates }, at) => [
        String(at + 1),
        titleOf(id) === "" ? (0,markdown/* code */.aY)(id) : `${(0,markdown/* code */.aY)(id)} ${(0,markdown/* escapeMarkdown */.FV)(titleOf(id))}`,
        creates === undefined ? "not known" : creates.length === 0 ? "nothing" : creates.slice(0, 10).map(markdown/* code */.aY).join(", "),
    ]);
    const pieces = [
        `## ${(0,markdown/* escapeMarkdown */.FV)(head)}`,
        (0,markdown/* table */.tp)(["", "migration", "what it created goes with it"], rows),
        losses.length === 0 ? "" : `**What is lost:**\n\n${losses.map((each) => `- ${(0,markdown/* escapeMarkdown */.FV)(each)}`).join("\n")}`,
        plan.undoes.length === 0
            ? ""
            : `Takes back ${plan.undoes.map(({ recordId }) => `deployment ${recordId}`).join(", ")}.`,
        "The application goes back first, then the database: code that needs what is reverted here must not run any more.",
        ...sql.map(({ id, text }) => (0,markdown/* details */.zH)(`SQL that reverts ${(0,markdown/* code */.aY)(id)}`, (0,markdown/* fence */.EU)(cut(text)))),
    ];
    const total = loss.found.reduce((sum, { count: each }) => sum + each, 0);
    return {
        lines,
        markdown: `${pieces.filter((piece) => piece !== "").join("\n\n")}\n\n`,
        facts: [["lost with it", loss.found.length === 0 ? "" : `${total.toLocaleString("en-US")} rows and values`]],
    };
}
function describeLoss({ name, kind, count }) {
    const counted = count.toLocaleString("en-US");
    return kind === "table"
        ? `table ${name} with ${counted} ${count === 1 ? "row" : "rows"}`
        : `${counted} ${count === 1 ? "value" : "values"} of ${name}`;
}
/** A long script is shown from its beginning. */
const LONGEST = 8000;
function cut(text) {
    return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n… (cut)`;
}

;// CONCATENATED MODULE: ./packages/migration/lib/perform.js
/**
 * Does what is planned, one command after the other, and reads the database back after each. It stops at the first that did not
 * do exactly what it should; what that means is judged afterwards. The journal is written before and after each command.
 */



/** Performs. Rejects only when the database could not be read, or the next command could not be found; the journal says how far it was. */
async function perform(work, begun) {
    let { journal, snapshot } = begun;
    let last;
    const keep = (next) => {
        journal = next;
        begun.keep({ journal, last });
    };
    for (;;) {
        if (work.cancelled.aborted)
            return { journal, last };
        const move = work.next(journal, snapshot);
        if (move === undefined)
            return { journal, last, ...(last === undefined ? {} : { snapshot }) };
        keep({ ...journal, doing: move.ids });
        await work.note(journal);
        last = await work.place.executor.run(move.command, { title: move.title });
        keep(journal);
        if (last.kind !== "exited")
            return { journal, last };
        const now = await (0,lib_snapshot/* takeSnapshot */.W9)(work.place);
        if (!isDone(move, journal, now))
            return { journal, last, snapshot: now };
        keep({ ...journal, done: [...journal.done, ...stepsOf(move, snapshot, now)], doing: [] });
        snapshot = now;
        if (last.exitCode !== 0)
            return { journal, last, snapshot };
        if (now.fingerprint !== "" && work.isRight?.(journal, now) === false)
            return { journal, last, snapshot };
    }
}
/**
 * How the last command ended, for people. What stopped us after a command that ended well is the cause; what it did is for the database
 * to say.
 * @param thrown what performing rejected with; undefined when it did not
 */
function lastEnding({ last }, thrown) {
    if (thrown === undefined)
        return last;
    const { what: cause, remedy } = (0,failure/* toFailure */.w2)(thrown.error);
    if (last === undefined)
        return { kind: "lost", exitCode: undefined, cause, remedy, stdout: "", stderr: "" };
    return last.kind === "exited" && last.exitCode === 0 ? { ...last, cause, remedy } : last;
}
function isDone({ ids }, { kind }, now) {
    const there = new Set(now.ids);
    const isWhole = (id) => there.has(id) && !now.half.includes(id);
    return ids.every((id) => (kind === "run" ? isWhole(id) : !there.has(id)));
}
/** Of several that one command did, only the last one's schema is known. */
function stepsOf({ ids }, before, now) {
    return ids.map((id, at) => {
        if (at < ids.length - 1)
            return { id, fingerprint: "" };
        const step = { id, fingerprint: now.fingerprint };
        if (ids.length > 1 || before.schema === undefined || now.schema === undefined)
            return step;
        const retypes = retypedBetween(before.schema, now.schema);
        const creates = createdBetween(before.schema, now.schema);
        return { ...step, creates, ...(retypes.length === 0 ? {} : { retypes }) };
    });
}

// EXTERNAL MODULE: ./packages/migration/lib/judgement.js
var judgement = __webpack_require__(481);
// EXTERNAL MODULE: ./packages/migration/lib/settle.js + 6 modules
var settle = __webpack_require__(9798);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./packages/migration/lib/running-apps.js

/**
 * A refusal for each service that is not back yet; none without services.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
 * @throws AwsFault
 */
async function findRunningApps({ cluster, services }, plan, open) {
    if (services.length === 0)
        return [];
    const reverted = new Set(plan.reverts.map(({ id }) => id));
    const silent = plan.deployedWith.filter(({ image, taskDefinition, done }) => image === undefined && taskDefinition === undefined && done.some(({ id }) => reverted.has(id)));
    if (silent.length > 0)
        return [cannotTell(silent)];
    const images = newsOf(plan, ({ image }) => image);
    const definitions = newsOf(plan, ({ taskDefinition }) => taskDefinition);
    const ask = await open();
    const refusals = [];
    for (const service of services) {
        const found = await findNew({ ask, cluster, service, images, definitions });
        if (found !== undefined)
            refusals.push(found);
    }
    return refusals;
}
/** What came with what is reverted, or after it, and was not there before. */
function newsOf({ deployedWith, deployedBefore }, what) {
    const before = new Set(deployedBefore.map(what));
    return new Set(deployedWith.flatMap((record) => what(record) ?? []).filter((each) => !before.has(each)));
}
/** DescribeServices takes up to ten; one by one keeps the answer's failures apart. */
async function findNew({ ask, cluster, service, images, definitions }) {
    const answer = await ask("ecs", "DescribeServices", { cluster, services: [service] });
    const [described] = (0,plain/* readList */.LD)(answer, "services");
    if (described === undefined)
        return unknownService(service);
    const current = (0,plain/* readList */.LD)(described, "deployments").map((each) => (0,plain/* readText */.yR)(each, "taskDefinition"));
    for (const definition of current) {
        if (definitions.has(definition))
            return appFirst(service, definition);
        if (await runsImage(ask, definition, images))
            return appFirst(service, definition);
    }
    const running = await runningImages(ask, cluster, service);
    const image = running.find((each) => images.has(each));
    return image === undefined ? undefined : appFirst(service, image);
}
/** Images by digest stand in the task definition itself. */
async function runsImage(ask, taskDefinition, images) {
    if (taskDefinition === "")
        return false;
    const answer = await ask("ecs", "DescribeTaskDefinition", { taskDefinition });
    return (0,plain/* readList */.LD)(answer, "taskDefinition", "containerDefinitions").some((each) => {
        const digest = (0,plain/* readText */.yR)(each, "image").split("@")[1] ?? "";
        return images.has(digest);
    });
}
/** Images by tag are known by what runs. */
async function runningImages(ask, cluster, serviceName) {
    const listed = await ask("ecs", "ListTasks", { cluster, serviceName, desiredStatus: "RUNNING", maxResults: 100 });
    const tasks = (0,plain/* readList */.LD)(listed, "taskArns").filter((each) => typeof each === "string");
    if (tasks.length === 0)
        return [];
    const answer = await ask("ecs", "DescribeTasks", { cluster, tasks });
    return (0,plain/* readList */.LD)(answer, "tasks").flatMap((task) => (0,plain/* readList */.LD)(task, "containers").map((container) => (0,plain/* readText */.yR)(container, "imageDigest")));
}
function appFirst(service, what) {
    return {
        reason: "app-first",
        what: `The service ${service} still runs ${what.split("/").at(-1) ?? what}, which was deployed with what would be reverted`,
        remedy: `Roll ${service} back first and wait until it is stable, then press the button again.`,
    };
}
function unknownService(service) {
    return {
        reason: "app-first",
        what: `Whether the service ${service} is back on its old version cannot be told: ECS does not know it`,
        remedy: "Correct services and cluster.",
    };
}
function cannotTell(records) {
    const which = records.map(({ recordId }) => recordId).join(", ");
    return {
        reason: "app-first",
        what: `Whether the services are back on their old version cannot be told: the record of deployment ${which} does not say which image was deployed`,
        remedy: "Check it yourself and leave services empty; give image-digest to migration-run from now on.",
    };
}

// EXTERNAL MODULE: ./packages/migration/lib/adapters/sql-table.js
var sql_table = __webpack_require__(8378);
;// CONCATENATED MODULE: ./packages/migration/lib/tool-lock.js
/**
 * A tool's own lock, where it is a row: a process that was killed leaves it held, and nobody but a person gives it back (Knex on MySQL,
 * Liquibase: https://docs.liquibase.com/commands/utility/release-locks.html). It is looked at before a tool is started: the tool itself
 * would fail, or wait for minutes, without saying why.
 */

/** The refusal while it is held; none where nobody can ask the database without a task. @throws DatabaseFailure */
async function refuseToolLock({ executor, adapter, settings }) {
    const lock = adapter.ownLock?.(settings);
    if (lock === undefined || executor.kind === "ecs" || executor.query === undefined)
        return [];
    const from = (0,sql_table/* quoteTable */.Z8)(lock.table, settings.engine);
    const [row] = await (0,sql_table/* readTable */.xz)(executor.query, `select count(*) as held from ${from} where ${lock.held}`);
    if (Number(row?.["held"] ?? 0) === 0)
        return [];
    return [
        {
            reason: "locked",
            what: `${adapter.title}'s own lock is held (table ${lock.table.name}): a process of it that was killed left it, or somebody runs it by hand`,
            remedy: `When nobody does, release it with ${lock.release}; then run this again.`,
        },
    ];
}

;// CONCATENATED MODULE: ./actions/migration-rollback/lib/checks.js
/** What is checked last, when the plan is known: all before anything is touched. */

/** An approval is for the plan that was shown. */
function changedSince(approved, digest) {
    if (approved === "" || approved === digest)
        return [];
    return [
        {
            reason: "plan-changed",
            what: "The plan is not the one that was approved: the database or its records changed since",
            remedy: "Read the new plan, and press the button again.",
        },
    ];
}
/** The safety catch, the order of application and database, and a way down for each: all before anything is touched. */
async function lastChecks({ inputs, deps }, place, plan, snapshot, migrations) {
    const refusals = [];
    if (!inputs["dry-run"] && inputs.confirm !== inputs.environment) {
        refusals.push({
            reason: "confirmation",
            what: inputs.confirm === "" ? "confirm is empty" : "confirm is not the name of the environment",
            remedy: `Read what would be reverted, then type ${inputs.environment} in confirm.`,
        });
    }
    refusals.push(...(await findRunningApps(inputs, plan, () => deps.ask())));
    refusals.push(...wayDown(place, plan, snapshot, migrations));
    refusals.push(...(await refuseToolLock(place)));
    return refusals;
}
/** Each of them, tried in thought: the tool must be able to revert exactly that one at that time. */
function wayDown({ adapter, settings }, plan, snapshot, migrations) {
    const known = knownMigrations(plan.reverts, migrations);
    const gone = new Set();
    for (const { id } of plan.reverts) {
        const target = known.find((each) => each.id === id);
        const applied = snapshot.ids.filter((each) => !gone.has(each));
        if (target === undefined || adapter.down(target, { settings, migrations: known, applied }) === undefined) {
            return [
                {
                    reason: "irreversible",
                    what: `${adapter.title} has no way to revert exactly ${id} now, and nothing else`,
                    remedy: "Write a migration that undoes it, and deploy that.",
                },
            ];
        }
        gone.add(id);
    }
    return [];
}
/** In a task the checkout does not count: what the record knows has to do. */
function knownMigrations(reverts, migrations) {
    return migrations ?? reverts.map(({ id, digest, down }) => ({ id, title: id, digest, down })).reverse();
}

;// CONCATENATED MODULE: ./actions/migration-rollback/lib/run.js
/**
 * The order of effects: look, plan, say the plan, check everything, and only then revert one after the other in reverse order of
 * application; read back after each, compare with the recorded schema, keep the record, tell.
 */


/** Rolls back, and resolves with what the step says. */
async function run(step) {
    const place = await step.deps.openPlace(await recordedTask(step));
    const { saveState } = step.deps.host;
    const progress = { hasBegun: false };
    try {
        return await runIn(step, place, progress);
    }
    catch (thrown) {
        return tellThrown(step, "rollback", thrown, progress);
    }
    finally {
        await place.executor.close();
        saveState("told", "true");
    }
}
/** In a task the down scripts come from the image that ran the migration: the checkout may be back on an older one. */
async function recordedTask(step) {
    if (step.inputs.executor !== "ecs")
        return {};
    const newest = await step.deps.newestTask();
    if (newest === undefined)
        return {};
    const { image, taskDefinition } = newest;
    return { ...(image === undefined ? {} : { image }), ...(taskDefinition === undefined ? {} : { taskDefinition }) };
}
async function runIn(step, place, progress) {
    const { inputs, deps } = step;
    const startedAt = deps.host.clock.now();
    const listed = place.executor.kind === "ecs" ? undefined : await place.adapter.list(deps.files, place.settings);
    const engaged = await (0,engage/* engage */.eb)(step, place, { kind: "rollback", migrations: listed });
    try {
        const snapshot = await (0,lib_snapshot/* takeSnapshot */.W9)(place);
        const migrations = snapshot.known ?? listed;
        const decision = planRollback({
            target: (0,rollback_target/* parseTarget */.h)(inputs.to),
            records: engaged.records,
            others: engaged.others,
            applied: snapshot.ids,
            isInOrder: snapshot.isInOrder,
            fingerprint: snapshot.fingerprint,
            halfMarks: snapshot.half,
            clearMark: place.adapter.clearMark,
            migrations,
            adapterForwardOnly: place.adapter.forwardOnly,
            acceptSchema: inputs["accept-schema"],
            onDrift: inputs["on-drift"],
            asker: { runId: step.context.runId, attempt: step.context.runAttempt },
        });
        const notes = [...engaged.notes];
        if (decision.kind === "refused") {
            return refuse({ step, place, kind: "rollback", snapshot, refusals: decision.refusals, notes });
        }
        const empty = beginJournal(step, place, { snapshot, planned: [], startedAt });
        if (decision.kind === "nothing") {
            return tellNothing({ step, place, journal: empty, snapshot, notes, recordId: undefined, why: decision.why });
        }
        const { plan } = decision;
        notes.push(...plan.notes);
        const loss = await countLoss(place, plan, snapshot.schema);
        const told = tellPlan({ plan, loss, migrations: migrations ?? [] });
        for (const line of told.lines)
            deps.host.log.info(line);
        deps.host.summary(told.markdown);
        const scripts = new Map((migrations ?? []).map((each) => [each.id, each.digest]));
        const digest = (0,set_digest/* digestOfPlan */.B1)(plan, (0,set_digest/* stateOf */.L4)(snapshot.ids, snapshot.fingerprint), scripts);
        const refusals = [
            ...changedSince(inputs["plan-digest"], digest),
            ...(await lastChecks(step, place, plan, snapshot, migrations)),
        ];
        const ids = plan.reverts.map(({ id }) => id);
        if (refusals.length > 0) {
            return refuse({ step, place, kind: "rollback", snapshot, refusals, notes, planned: ids });
        }
        const journal = beginJournal(step, place, { snapshot, planned: plan.reverts, startedAt, plan });
        if (inputs["dry-run"]) {
            const nothing = tellNothing({ step, place, journal, snapshot, notes, recordId: undefined, facts: told.facts });
            return { ...nothing, outputs: { ...nothing.outputs, "plan-digest": digest } };
        }
        for (const note of notes)
            deps.host.log.warning(note);
        progress.hasBegun = true;
        return await work({ step, place, engaged, journal, snapshot, migrations, notes });
    }
    finally {
        if (!progress.hasBegun)
            await (0,engage/* giveBack */.F5)(engaged, step.deps.host.log);
    }
}
function beginJournal({ inputs, context }, { adapter }, given) {
    const { snapshot, planned, startedAt, plan } = given;
    const { sha: commit, actor, runId, runAttempt: attempt, runUrl } = context;
    return {
        kind: "rollback",
        tool: adapter.tool,
        directory: inputs["working-directory"],
        environment: inputs.environment,
        commit,
        actor,
        runId,
        attempt,
        runUrl,
        startedAt,
        before: { ids: snapshot.ids, fingerprint: snapshot.fingerprint },
        planned,
        done: [],
        doing: [],
        ...(plan === undefined
            ? {}
            : {
                target: plan.target,
                to: plan.record?.recordId ?? 0,
                undoes: plan.undoes.map(({ recordId }) => recordId),
            }),
    };
}
/** A step that is cancelled has seconds; the post step has more. */
const CANCELLED_MS = 4000;
const PATIENCE_MS = 60_000;
async function work({ step, place, engaged, journal, snapshot, migrations, notes }) {
    const { log, cancelled } = step.deps.host;
    const { adapter, settings } = place;
    const known = knownMigrations(journal.planned, migrations);
    let state = { journal, last: undefined };
    let failed;
    try {
        state = await perform({
            place,
            note: (next) => engaged.note(next),
            log,
            cancelled,
            next: (now, { ids }) => {
                const next = now.planned.find(({ id }) => ids.includes(id) && !now.done.some((done) => done.id === id));
                const target = known.find(({ id }) => id === next?.id);
                if (target === undefined)
                    return undefined;
                const step = adapter.down(target, { settings, migrations: known, applied: ids });
                if (step === undefined)
                    return undefined;
                return { command: step.command, ids: [target.id], title: `${adapter.title}: revert ${target.title}` };
            },
            isRight: (now, { fingerprint }) => {
                const reverted = now.planned[now.done.length - 1];
                if (reverted === undefined)
                    return true;
                const { fingerprint: expected = "" } = reverted;
                return expected === "" ? !(0,judgement/* isUnmoved */.bV)(now, reverted, fingerprint) : expected === fingerprint;
            },
        }, { journal, snapshot, keep: (kept) => (state = kept) });
    }
    catch (error) {
        // What was done until then is in the database.
        failed = { error };
    }
    const isCancelled = cancelled.aborted;
    const last = lastEnding(state, failed);
    const settled = await (0,settle/* settle */.G)({
        step,
        place,
        journal: state.journal,
        last,
        first: snapshot,
        known: state.snapshot,
        migrations,
        release: () => engaged.release(),
        leave: () => engaged.leave(),
        isCancelled,
        patienceMs: isCancelled ? CANCELLED_MS : PATIENCE_MS,
    });
    return tellSettled({ step, place, journal: state.journal, settled, last, notes });
}


/***/ })

};

