/**
 * The gate between two rungs of the ladder: the next one opens when the former pull request is merged and, where
 * terraform-apply keeps Deployments, its apply succeeded afterwards. Pure: what happened is handed in.
 */
import { compareVersions, parseVersion, tryVersion, type Version } from "@handrail/terraform";
import type { Decision } from "./decide.ts";
import { dependencyKey } from "./dependency.ts";
import { compareHeld } from "./held-list.ts";
import { isNewer } from "./line.ts";
import type { Held, Update } from "./update.ts";

/** A pull request of ours. `target` is DesiredPullRequest.target; `mergedAt` in milliseconds since 1970. */
export type FormerPullRequest = { number: number; state: "open" | "merged"; target: string; mergedAt?: number };

/** A Deployment with task terraform-apply: its newest state, and when it was created, in milliseconds since 1970. */
export type AppliedDeployment = { state: string; createdAt?: number };

/** What happened. `deployments` has the newest one of each root module that has any. */
export type History = {
  pullRequests: readonly FormerPullRequest[];
  deployments: ReadonlyMap<string, AppliedDeployment>;
};

/** The decision without the updates that have to wait, which are held `waits-for-merge` or `waits-for-apply`. */
export function gateRungs({ updates, held }: Decision, history: History): Decision {
  const open: Update[] = [];
  const waiting: Held[] = [];
  for (const update of updates) {
    const wait = update.isRung ? (mergeWait(update, updates) ?? applyWait(update, history)) : undefined;
    if (wait === undefined) open.push(update);
    else waiting.push(heldOf(update, wait));
  }
  return { updates: open, held: [...nameOpen(held, open, history), ...waiting].toSorted(compareHeld) };
}

/** Another update of the dependency comes first in one of its root modules. */
function mergeWait(update: Update, updates: readonly Update[]): Wait | undefined {
  const former = updates.find(
    (other) => isSameDependency(other, update) && isOlder(other.to, update.to) && isSharing(other.roots, update.roots),
  );
  return former && { reason: "waits-for-merge", why: `${former.to} comes first and is not merged` };
}

type Wait = Pick<Held, "reason" | "why">;

/** The former pull request is merged, and not everywhere applied since. */
function applyWait(update: Update, { pullRequests, deployments }: History): Wait | undefined {
  const former = newestMerged(update, pullRequests);
  if (former === undefined) return undefined;
  const waiting = update.roots.filter((root) => {
    const deployment = deployments.get(root);
    return deployment !== undefined && !isAppliedSince(deployment, former.mergedAt);
  });
  const [first] = waiting;
  if (first === undefined) return undefined;
  const others = waiting.length === 1 ? "" : ` and ${waiting.length - 1} more`;
  const where = `${first === "." ? "the repository's own root" : first}${others}`;
  const why = `pull request #${former.number} is merged, and the newest apply of ${where} has not succeeded since`;
  return { reason: "waits-for-apply", why };
}

/** The last merged one that brought the version in use, or an older one: without it no apply is waited for. */
export function newestMerged(
  update: Pick<Update, "dependency" | "from">,
  pullRequests: readonly FormerPullRequest[],
): FormerPullRequest | undefined {
  const from = tryVersion(update.from);
  return pullRequests
    .filter(({ state, target }) => {
      const versions = state === "merged" ? targetsOf(target, update) : [];
      return versions.some((version) => from !== undefined && !isNewer(version, from));
    })
    .toSorted((a, b) => (b.mergedAt ?? 0) - (a.mergedAt ?? 0))[0];
}

/**
 * The versions of the dependency that a pull request brings: `hashicorp/aws 6.2.0`, and perhaps others before and behind.
 * A large group's marker tells its targets as a digest: it may well have brought what is in use.
 */
function targetsOf(target: string, { dependency, from }: Pick<Update, "dependency" | "from">): Version[] {
  if (/^sha256:[0-9a-f]{64}$/.test(target)) return tryVersion(from) === undefined ? [] : [parseVersion(from)];
  const words = target.split(/\s+/);
  return words.flatMap((word, index) => (word === dependency.name ? (tryVersion(words[index + 1] ?? "") ?? []) : []));
}

/** An apply that began before the merge has not applied it. Without a date nothing is proven. */
function isAppliedSince({ state, createdAt }: AppliedDeployment, mergedAt: number | undefined): boolean {
  return state === "success" && (mergedAt === undefined || (createdAt !== undefined && createdAt >= mergedAt));
}

/** Of what waits for an open pull request, the very next rung says so. */
function nameOpen(held: readonly Held[], updates: readonly Update[], { pullRequests }: History): Held[] {
  const named = new Map<Held, Held>();
  for (const update of updates) {
    const to = tryVersion(update.to);
    const isOurs = ({ state, target }: FormerPullRequest): boolean =>
      state === "open" &&
      targetsOf(target, update).some((version) => to !== undefined && compareVersions(version, to) === 0);
    const former = pullRequests.find(isOurs);
    const [next] = held
      .filter((each) => each.reason === "later-rung" && isHeldOf(each, update) && isOlder(update.to, each.to))
      .toSorted((a, b) => (isOlder(a.to, b.to) ? -1 : 1));
    if (former === undefined || next === undefined) continue;
    const why = `${update.to} comes first, and its pull request #${former.number} is open.`;
    named.set(next, { ...next, reason: "waits-for-merge", why });
  }
  return held.map((each) => named.get(each) ?? each);
}

function heldOf({ dependency, from, to }: Update, { reason, why }: Wait): Held {
  const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  return { dependency: dependency.name, kind: dependency.kind, from, to, reason, why: sentence };
}

function isHeldOf({ dependency, kind }: Held, update: Update): boolean {
  return dependency === update.dependency.name && kind === update.dependency.kind;
}

function isSameDependency(a: Update, b: Update): boolean {
  return dependencyKey(a.dependency) === dependencyKey(b.dependency);
}

function isSharing(roots: readonly string[], others: readonly string[]): boolean {
  return roots.some((root) => others.includes(root));
}

function isOlder(text: string, than: string): boolean {
  const [version, other] = [tryVersion(text), tryVersion(than)];
  return version !== undefined && other !== undefined && isNewer(other, version);
}
