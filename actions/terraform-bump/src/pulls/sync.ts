/**
 * Reconciles the pull requests of this action with what is wanted. The order of effects is here; what is to be done is
 * decided in step.ts. One that fails never stops the others.
 */
import type { DesiredPullRequest } from "./desired.ts";
import { nameOf } from "./content.ts";
import { nameUnmarked, openSession, readOwner, wasMadeLater } from "./gather.ts";
import { publish } from "./publish.ts";
import { removeLeftBranches, retire } from "./retire.ts";
import { fail, holdFailed, isDeaf, report } from "./session.ts";
import type { PullDeps, Session, SyncInput, SyncResult } from "./session.ts";
import { clash, isRival, sortPulls, survey } from "./survey.ts";
import type { OwnPull, Pairing } from "./survey.ts";
import { foreignWords, goneComment, supersededComment } from "./words.ts";

/**
 * Brings the pull requests to what is wanted: closes what is not wanted any more, brings up to date what is open, opens
 * what is new while there is room. A second run makes no write.
 * @throws GitHubFailure when what there is cannot be read; a Failure "base-moved" when the base branch is gone
 * @throws TypeError for a branch without the prefix: a defect of the caller
 */
export async function syncPullRequests(input: SyncInput, deps: PullDeps): Promise<SyncResult> {
  for (const { branch } of input.desired) {
    if (!branch.startsWith(`${input.prefix}/`)) throw new TypeError(`${branch} is not below ${input.prefix}`);
  }
  const session = await openSession(input, deps);
  const desired = withoutClashes(session).filter((each) => !isLeft(session, each));
  const { pairings, unwanted } = survey(desired, session.situation);
  for (const each of unwanted) await attempt(session, each.key ?? "", () => retireUnwanted(session, each));
  const existing = pairings.filter((each) => each.existing !== undefined);
  const others = pairings.filter((each) => each.existing === undefined);
  for (const pairing of [...existing, ...others]) await attemptPublishing(session, pairing);
  await closeTwins(session);
  await removeLeftBranches(session, input.desired);
  reportTheRest(session);
  return session.done;
}

/** A group of which one member could not be looked up would come as another one, and go back in the next run. */
function isLeft({ input, situation }: Session, { key }: DesiredPullRequest): boolean {
  const name = nameOf(key);
  return input.isPartlyKnown?.(name) === true && situation.own.some((each) => each.key === name);
}

/** Two that cannot be told apart would fight for one pull request. */
function withoutClashes(session: Session): DesiredPullRequest[] {
  const kept: DesiredPullRequest[] = [];
  for (const each of session.input.desired) {
    const why = clash(each, kept);
    if (why === undefined) kept.push(each);
    else session.done.held.push({ key: each.key, reason: "pull-request-failed", why, isFailure: true });
  }
  return kept;
}

async function attempt(session: Session, key: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    fail(session, key, error);
  }
}

/** One that would only meet the same failure again is held without a call. */
async function attemptPublishing(session: Session, pairing: Pairing): Promise<void> {
  const { stopped } = session;
  const { key } = pairing.desired;
  if (stopped !== undefined && isDeaf(session)) holdFailed(session, key, stopped);
  else await attempt(session, key, () => publish(session, pairing));
}

/** Closes one that nothing stands behind any more, unless somebody committed to it or nothing is known of it. */
async function retireUnwanted(session: Session, unwanted: OwnPull): Promise<void> {
  const { input } = session;
  const { key, pull } = unwanted;
  if (session.stopped !== undefined || (key !== undefined && input.isUnknown?.(key) === true)) return;
  const owner = await readOwner(session, pull.headSha);
  if (!owner.isOurs) {
    const why = foreignWords(pull.headRef, owner.who, pull.number);
    session.done.held.push({ key: key ?? "", reason: "human-commits", why });
    return;
  }
  if (key === undefined || (await wasMadeLater(session, owner))) return;
  const reasons = new Map([...(input.gone ?? [])].map(([name, why]) => [nameOf(name), why]));
  await retire(session, unwanted, goneComment(input.base.branch, reasons.get(key)), owner);
}

/**
 * Two runs at once can open two pull requests for one key. Whoever opened the later one sees the earlier one here, and
 * closes it.
 */
async function closeTwins(session: Session): Promise<void> {
  const { opened, deps, input, situation } = session;
  if (opened.length === 0 || isDeaf(session)) return;
  await attempt(session, "", async () => {
    const pulls = await deps.repository.listPullRequests({ prefix: `${input.prefix}/`, state: "open" });
    const { own } = sortPulls(pulls, situation.viewer, input.base.branch);
    const seen = new Set(situation.own.map(({ pull }) => pull.number));
    const fresh = own.filter(({ pull }) => !seen.has(pull.number));
    await nameUnmarked(session, fresh);
    for (const { desired, pull } of opened) {
      for (const twin of fresh) {
        if (!isRival(twin, desired) || twin.pull.number > pull.number) continue;
        const owner = await readOwner(session, twin.pull.headSha);
        if (owner.isOurs) await retire(session, twin, supersededComment(pull.number), owner);
      }
    }
  });
}

/** Every open one of ours is told, also what was held or left alone. */
function reportTheRest(session: Session): void {
  const told = new Set(session.done.results.map(({ number }) => number));
  const keys = new Map(session.input.desired.map(({ key }) => [nameOf(key), key]));
  for (const { pull, key = "" } of session.situation.own) {
    if (!told.has(pull.number)) report(session, keys.get(key) ?? key, pull, "unchanged");
  }
}
