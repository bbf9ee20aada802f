export const id = 380;
export const ids = [380];
export const modules = {

/***/ 2380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/migration/lib/summary.js + 2 modules
var summary = __webpack_require__(4025);
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
// EXTERNAL MODULE: ./packages/migration/lib/history-stack.js
var history_stack = __webpack_require__(9271);
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
        what: `The database is not what ${recordName(newest)} left: ${describeStrangers(strangers)} without a record`,
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
        return `Between ${recordName(older)} and ${recordName(newer)} ${describeStrangers(strangers)} without a record`;
    }
    if (end.kind === "torn") {
        return `${capital(recordName(end.record))} does not add up: while it was at work the applied set changed in another way than it says`;
    }
    if (oldest === undefined)
        return "What is applied was there before the first record";
    const count = countOf(oldest.before.count);
    return `What was applied before the first record, ${recordName(oldest)}, is never reverted (${count})`;
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

;// CONCATENATED MODULE: ./packages/migration/lib/late.js
/**
 * Pending migrations that stand before an applied one: they come late, and run on a schema that they were not written for. Where
 * the tool says what a migration needs (`after`), the order of the list means nothing: late is then only what an applied one needs.
 * @param applied the applied ids
 */
function findLate(migrations, applied) {
    const there = new Set(applied);
    const last = migrations.findLastIndex(({ id }) => there.has(id));
    const needed = neededBy(migrations, there);
    return migrations.filter(({ id, after }, at) => {
        if (there.has(id))
            return false;
        return after === undefined ? at < last : needed.has(id);
    });
}
/** All that the applied ones need, and what those need. */
function neededBy(migrations, applied) {
    const needs = new Map(migrations.map(({ id, after }) => [id, after ?? []]));
    const found = new Set();
    const open = [...applied];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        for (const each of needs.get(id) ?? []) {
            if (found.has(each))
                continue;
            found.add(each);
            open.push(each);
        }
    }
    return found;
}
/**
 * Migrations that were applied and have changed since: by the digest in the records, and, where the tool keeps a checksum that we
 * can compute, by that one. What cannot be compared is not told.
 * @param recorded the digest that was recorded when it ran, by id; "" where it was not known
 * @param applied what the database says, for the tool's own checksums
 */
function findEdited(migrations, recorded, applied = []) {
    const checksums = new Map(applied.map(({ id, checksum }) => [id, checksum]));
    return migrations.filter(({ id, digest, checksum }) => differs(digest, recorded.get(id)) || differs(checksum, checksums.get(id)));
}
function differs(now, then) {
    return now !== undefined && now !== "" && then !== undefined && then !== "" && now !== then;
}
/** What is in the database and not in the checkout, in the order of the database. */
function findUnknown(applied, migrations) {
    const known = new Set(migrations.map(({ id }) => id));
    return applied.filter((id) => !known.has(id));
}

;// CONCATENATED MODULE: ./packages/migration/lib/run-gate.js
/** Whether a run may start, decided from the database, the checkout and the records before anything is touched. Pure. */







/**
 * Judges. Half-done work stops a run always: what comes on top of it cannot be taken back one day. Migrations that the checkout does
 * not have, and scripts that changed after they ran (H132), stop it unless on-drift says `warn`. Late migrations, and what
 * somebody did without Handrail, are told.
 */
function gateRun(given) {
    const request = { ...given, records: withoutRepeats(given.records) };
    const { onDrift, halfMarks } = request;
    const drift = [...judgeUnknown(request), ...judgeEdited(request)];
    const isWarned = onDrift === "warn";
    return {
        refusals: [
            ...(halfMarks.length === 0 ? [] : [refuseMarks(halfMarks, request.clearMark)]),
            ...judgeHalf(request),
            ...(isWarned ? [] : drift),
        ],
        notes: [
            ...(isWarned ? drift.map(({ what }) => `${what}.`) : []),
            ...noteAccepted(request),
            ...noteSince(request),
            ...noteLate(request),
        ],
    };
}
/** What the newest record left half-done, and nobody mended. */
function judgeHalf(request) {
    const { records, applied, fingerprint } = request;
    const [newest] = records;
    if (newest === undefined || newest.half === "" || (0,history_half/* isAccepted */.oB)(request))
        return [];
    const found = joinChain(applied, records);
    const stack = isApart(found) ? undefined : (0,history_stack/* stackOf */.U)(applied, found);
    return (0,history_half/* isMended */.M5)(newest, request, stack) ? [] : [refuseHalf(newest, fingerprint)];
}
/** What comes of a half-done migration whose schema was accepted. */
function noteAccepted(request) {
    const [newest] = request.records;
    if (newest === undefined || newest.half === "" || !(0,history_half/* isAccepted */.oB)(request))
        return [];
    const isApplied = request.applied.includes(newest.half);
    const now = isApplied
        ? "the tool has it as applied, so that it is not run again, and no rollback reverts it"
        : "the tool has it as not applied, so that it runs again from its beginning";
    return [`accept-schema ends what ${(0,history_names/* recordName */.xD)(newest)} left half-done (${(0,history_names/* namesOf */.eZ)([newest.half])}): ${now}.`];
}
function judgeUnknown({ applied, migrations }) {
    const unknown = migrations === undefined ? [] : findUnknown(applied, migrations);
    if (unknown.length === 0)
        return [];
    const what = `The database is ahead of the checkout: ${(0,history_names/* namesOf */.eZ)(unknown)} ${(0,history_names/* areOf */.oZ)(unknown)} applied, and the checkout does not have ${unknown.length === 1 ? "it" : "them"}`;
    return [
        { reason: "database-ahead", what, remedy: "Run from a commit that has them: the newest one that was deployed." },
    ];
}
/** Scripts that are not what ran. */
function judgeEdited({ applied, migrations, records }) {
    const there = new Set(applied);
    const ran = digestsOf(records);
    const edited = findEdited(migrations?.filter(({ id }) => there.has(id)) ?? [], ran);
    const [first] = edited;
    if (first === undefined)
        return [];
    const example = `${(0,history_names/* namesOf */.eZ)([first.id])} ran as ${(0,history_names/* shortOf */.IX)(ran.get(first.id) ?? "")}, the checkout has ${(0,history_names/* shortOf */.IX)(first.digest)}`;
    const which = edited.length === 1
        ? "A script changed after it ran"
        : `The scripts of ${(0,history_names/* namesOf */.eZ)(edited.map(({ id }) => id))} changed after they ran`;
    const remedy = "Give the file back what it had, and put the change into a new migration.";
    return [{ reason: "database-ahead", what: `${which}: ${example}`, remedy }];
}
/** The digest that each migration ran with last, "" after it was reverted. */
function digestsOf(records) {
    const digests = new Map();
    for (const { kind, done } of records.toReversed()) {
        for (const { id, digest } of done)
            digests.set(id, kind === "run" ? digest : "");
    }
    return digests;
}
/** What somebody did since the newest record, without one. */
function noteSince({ records, applied, fingerprint, others, isRecorded = true }) {
    const [newest] = records;
    if (newest === undefined) {
        if (applied.length === 0 || !isRecorded)
            return [];
        const which = applied.length === 1
            ? "1 migration that is applied becomes"
            : `${applied.length} migrations that are applied become`;
        return [`No record yet: the ${which} the baseline, which no rollback reverts.`];
    }
    const found = joinChain(applied, [newest]);
    const name = (0,history_names/* recordName */.xD)(newest);
    if (isApart(found)) {
        const all = joinChain(applied, records);
        const { strangers } = isApart(all) ? all : found;
        return [
            `Since ${name} ${describeStrangers(strangers)} without a record: rollbacks go back no further than this run.`,
        ];
    }
    const recorded = newest.after.fingerprint;
    if (newest.half !== "" || recorded === "" || fingerprint === "" || recorded === fingerprint)
        return [];
    return [`${describeChange(newest, { fingerprint, others })}.`];
}
/** Pending migrations that come too late. */
function noteLate({ applied, migrations }) {
    const late = findLate(migrations ?? [], applied).map(({ id }) => id);
    if (late.length === 0)
        return [];
    const [verb, them] = late.length === 1 ? ["comes", "it"] : ["come", "them"];
    return [`${(0,history_names/* namesOf */.eZ)(late)} ${verb} late: what stands behind ${them} was applied already.`];
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

// EXTERNAL MODULE: ./packages/migration/lib/record-keeping.js + 1 modules
var record_keeping = __webpack_require__(606);
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

// EXTERNAL MODULE: ./packages/migration/lib/settle.js + 5 modules
var settle = __webpack_require__(1714);
;// CONCATENATED MODULE: ./actions/migration-run/lib/run.js
/** The order of effects: look, lock, apply one after the other, read back, keep the record, tell. */

/** Runs, and resolves with what the step says. */
async function run(step) {
    const place = await step.deps.openPlace();
    const { saveState } = step.deps.host;
    const progress = { hasBegun: false };
    try {
        return await runIn(step, place, progress);
    }
    catch (thrown) {
        return tellThrown(step, "run", thrown, progress);
    }
    finally {
        await place.executor.close();
        saveState("told", "true");
    }
}
async function runIn(step, place, progress) {
    const { inputs, deps } = step;
    const { clock } = deps.host;
    const startedAt = clock.now();
    const listed = await place.adapter.list(deps.files, place.settings);
    const engaged = await (0,engage/* engage */.eb)(step, place, { kind: "run", migrations: listed });
    try {
        const snapshot = await (0,lib_snapshot/* takeSnapshot */.W9)(place);
        const known = snapshot.known ?? listed;
        const migrations = known ?? unlisted(snapshot);
        const gate = gateRun({
            records: engaged.records,
            others: engaged.others,
            applied: snapshot.ids,
            fingerprint: snapshot.fingerprint,
            halfMarks: snapshot.half,
            clearMark: place.adapter.clearMark,
            migrations: known,
            onDrift: inputs["on-drift"],
            acceptSchema: inputs["accept-schema"],
            isRecorded: inputs.environment !== "",
        });
        const notes = [...engaged.notes, ...gate.notes];
        const there = new Set(snapshot.ids);
        const pending = migrations.filter(({ id }) => !there.has(id));
        // Liquibase runs some changesets anew; they are no part of the set's history.
        const repeats = migrations.filter(({ id }) => there.has(id) && snapshot.pending?.includes(id) === true);
        const isIdle = pending.length === 0 && repeats.length === 0;
        const refusals = [...gate.refusals, ...(isIdle ? [] : await refuseToolLock(place))];
        if (refusals.length > 0)
            return refuse({ step, place, kind: "run", snapshot, refusals, notes });
        const journal = beginJournal(step, place, { snapshot, pending, startedAt });
        if (isIdle || inputs["dry-run"]) {
            const recordId = inputs["dry-run"] ? undefined : await keepEmpty(step, place, journal, notes);
            return tellNothing({ step, place, journal, snapshot, notes, recordId });
        }
        // From here on the lock is given back by who settles, and by nobody else.
        for (const note of notes)
            deps.host.log.warning(note);
        progress.hasBegun = true;
        return await work({ step, place, engaged, journal, snapshot, migrations, repeats, notes });
    }
    finally {
        if (!progress.hasBegun)
            await (0,engage/* giveBack */.F5)(engaged, step.deps.host.log);
    }
}
/** What only the tool itself can list. */
function unlisted({ ids, pending = [] }) {
    return [...ids, ...pending].map((id) => ({ id, title: id, digest: "", down: "unknown" }));
}
function beginJournal({ inputs, context }, { adapter }, { snapshot, pending, startedAt }) {
    const { sha: commit, actor, runId, runAttempt: attempt, runUrl } = context;
    return {
        kind: "run",
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
        planned: pending.map(({ id, digest, down }) => ({ id, digest, down })),
        done: [],
        doing: [],
        ...(inputs["image-digest"] === "" ? {} : { image: inputs["image-digest"] }),
    };
}
/** A run that had nothing to do is recorded, too: otherwise a rollback of "the last deployment" would revert an older one. */
async function keepEmpty(step, place, journal, notes) {
    const { planned: _, done: __, doing: ___, before, ...facts } = journal;
    const state = (0,set_digest/* stateOf */.L4)(before.ids, before.fingerprint);
    const record = {
        ...facts,
        v: 1,
        result: "nothing-to-do",
        database: place.executor.identity,
        before: state,
        after: state,
        done: [],
        left: [],
        half: "",
        endedAt: step.deps.host.clock.now(),
    };
    return (0,record_keeping/* keepRecord */.r)(step, record, { result: "nothing-to-do", what: "Nothing to do" }, notes);
}
/** A step that is cancelled has seconds; the post step has more. */
const CANCELLED_MS = 4000;
const PATIENCE_MS = 60_000;
async function work({ step, place, engaged, journal, snapshot, migrations, repeats, notes, }) {
    const { log, cancelled } = step.deps.host;
    const { adapter, settings } = place;
    let state = { journal, last: undefined };
    let failed;
    let anew = repeats;
    try {
        state = await perform({
            place,
            note: (next) => engaged.note(next),
            log,
            cancelled,
            next: (now, { ids }) => {
                const left = migrations.filter(({ id }) => now.planned.some((each) => each.id === id) && !ids.includes(id));
                const wanted = [...left, ...anew];
                if (wanted.length === 0)
                    return undefined;
                const { command, applies } = adapter.up(wanted, { settings, migrations, applied: ids });
                anew = [];
                return {
                    command,
                    ids: applies.filter((id) => !ids.includes(id)),
                    title: titleOf(adapter.title, wanted, applies),
                };
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
function titleOf(tool, left, applies) {
    const [first] = left;
    return applies.length === 1 ? `${tool}: apply ${first?.title ?? ""}` : `${tool}: apply ${applies.length} migrations`;
}


/***/ })

};

