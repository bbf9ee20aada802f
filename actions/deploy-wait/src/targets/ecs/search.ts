/**
 * Finds our deployment when none was pinned: the newest that began after waiting was to begin and that fits what was asked
 * for. Nothing found yet is not success. Pure.
 */
import type { Ruling } from "./verdicts.ts";
import { primaryOf } from "./snapshot.ts";
import type { Listed } from "./snapshot.ts";
import { isRollback, pin } from "./state.ts";
import type { State } from "./state.ts";
import { isTaskDefinition, lastPart } from "./subject.ts";
import { currentInWords, oneLine } from "./words.ts";

/** So long is waited for a deployment to begin, ms. */
const BEGINS_WITHIN_MS = 60_000;
/** Looks at the service that have to agree that there is nothing. */
const SURE_LOOKS = 3;
/** Revisions that are compared, newest first: one call. */
const MOST_REVISIONS = 20;
/** After so many answers about revisions, those that are unknown stay so. */
const ENOUGH_READS = 3;

/** A state that knows what is ours, or what has to be read for it, or the verdict that there is nothing. */
export function search(state: State, elapsedMs: number): { found: State } | Ruling {
  const { service, subject, since } = state;
  const primary = primaryOf(service);
  const asked = subject.taskDefinition;
  if (service !== undefined && primary !== undefined) {
    const fits = asked === "" || isTaskDefinition(asked, primary.taskDefinition);
    const isNew = primary.createdAt === undefined ? primary.state === "IN_PROGRESS" : primary.createdAt > since;
    // What was not seen under way may be what ECS has gone back to: its service deployment knows.
    const isBack = isRollback(state, service, primary);
    const isDoubtful = service.current !== "" && (isBack || primary.state === "COMPLETED");
    const current = { arn: service.current, id: isDoubtful ? "" : primary.id, isArnRead: !isDoubtful };
    if ((fits || isBack) && isNew) return { found: pin(state, current) };
    if (elapsedMs >= BEGINS_WITHIN_MS && fits && primary.state === "IN_PROGRESS") {
      const warning = `No new deployment began; ${currentInWords(service)} is under way since before and is waited for`;
      return { found: pin({ ...state, warnings: [...state.warnings, warning] }, current) };
    }
  }
  const listed = findListed(state);
  if (listed === "revision") return { needs: ["revision"], pace: "now" };
  if (listed !== undefined) return { found: pin(state, { arn: listed.arn, id: "", isArnRead: false }) };
  if (elapsedMs < BEGINS_WITHIN_MS || state.steady < SURE_LOOKS) {
    return { needs: state.looks % 3 === 0 ? ["services", "list"] : ["services"], pace: "starting" };
  }
  return nothing(state);
}

/** The revisions that have to be known to choose. */
export function revisionsToCompare(state: State): readonly string[] {
  if (state.arn !== "" || state.id !== "" || state.subject.taskDefinition === "") return [];
  return recent(state)
    .map(({ revision }) => revision)
    .filter((arn) => arn !== "");
}

const recent = ({ listed, since }: State): readonly Listed[] =>
  (listed ?? [])
    .filter(({ createdAt }) => createdAt !== undefined && createdAt > since)
    .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .slice(0, MOST_REVISIONS);

function findListed(state: State): Listed | "revision" | undefined {
  const candidates = recent(state);
  const asked = state.subject.taskDefinition;
  if (asked === "" || candidates.length === 0) return candidates[0];
  const known = new Map(state.revisions.map((revision) => [revision.arn, revision.taskDefinition]));
  const isMissing = candidates.some(({ revision }) => revision !== "" && !known.has(revision));
  if (isMissing && state.revisionReads < ENOUGH_READS) return "revision";
  return candidates.find(({ revision }) => isTaskDefinition(asked, known.get(revision) ?? ""));
}

function nothing(state: State): { found: State } | Ruling {
  const { service, subject } = state;
  const primary = primaryOf(service);
  if (service === undefined) return { needs: ["services"], pace: "starting" };
  if (primary === undefined) {
    return { verdict: { result: "not-found", cause: `service ${subject.name} has no deployment` } };
  }
  const asked = subject.taskDefinition;
  if (asked !== "" && !isTaskDefinition(asked, primary.taskDefinition)) {
    const runs = oneLine(lastPart(primary.taskDefinition));
    const cause = `no deployment of ${lastPart(asked)} was found: service ${subject.name} runs ${runs}`;
    return { verdict: { result: "not-found", cause } };
  }
  if (primary.state === "FAILED") {
    const cause = `no new deployment began, and the last one, ${currentInWords(service)}, FAILED`;
    return { verdict: { result: "failed", cause } };
  }
  const found = pin(state, { arn: service.current, id: primary.id, isArnRead: true });
  return { found: { ...found, wasDone: true } };
}
