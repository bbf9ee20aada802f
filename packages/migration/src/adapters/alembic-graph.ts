/** Alembic's revisions as a graph: their order, and what a head implies. */
import { Failure, quoteText } from "@handrail/runner";
import type { Migration } from "../migration.ts";
import type { Revision } from "./alembic-revision.ts";

/**
 * All revisions, each behind what it follows and needs, with `after`: what it follows first.
 * @throws Failure `invalid-input` when two have the same id, one that is followed is not there, or they go in a circle
 */
export function orderRevisions(revisions: readonly Revision[]): readonly Migration[] {
  const byId = new Map<string, Revision>();
  for (const revision of revisions) {
    const { id } = revision.migration;
    if (byId.has(id)) throw broken(`the revision ${quoteText(id)} is there more than once`);
    byId.set(id, revision);
  }
  const migrations = revisions.map(({ migration, follows, needs }) => {
    const missing = follows.find((id) => !byId.has(id));
    if (missing !== undefined) {
      throw broken(`${quoteText(migration.title)} follows the revision ${quoteText(missing)}, which is not there`);
    }
    const needed = needs.flatMap((need) => resolveNeed(need, revisions));
    return { ...migration, after: [...new Set([...follows, ...needed])] };
  });
  return orderByAfter(migrations);
}

/** A need names a revision, its first characters, or a branch by its label. What is found nowhere is left to Alembic. */
function resolveNeed(need: string, revisions: readonly Revision[]): readonly string[] {
  const named = revisions.filter(({ migration, labels }) => migration.id === need || labels.includes(need));
  const found = named.length > 0 ? named : revisions.filter(({ migration }) => migration.id.startsWith(need));
  return found.length === 1 ? found.map(({ migration }) => migration.id) : [];
}

/** Orders migrations so that each stands behind those it names in `after`; otherwise they stay as they are. @throws Failure */
export function orderByAfter(migrations: readonly Migration[]): readonly Migration[] {
  const byId = new Map(migrations.map((migration) => [migration.id, migration]));
  const left = new Map(migrations.map(({ id, after = [] }) => [id, after.filter((each) => byId.has(each)).length]));
  const followers = new Map<string, Migration[]>();
  for (const migration of migrations) {
    for (const id of migration.after ?? []) followers.set(id, [...(followers.get(id) ?? []), migration]);
  }
  const ordered = migrations.filter(({ id }) => left.get(id) === 0);
  for (const { id } of ordered) {
    for (const follower of followers.get(id) ?? []) {
      const count = (left.get(follower.id) ?? 0) - 1;
      left.set(follower.id, count);
      if (count === 0) ordered.push(follower);
    }
  }
  const stuck = migrations.find(({ id }) => (left.get(id) ?? 0) > 0);
  if (stuck !== undefined) throw broken(`${quoteText(stuck.title)} stands in a circle: it needs what needs it`);
  return ordered;
}

/** What is applied when these heads are: they and all they imply, in the graph's order, then the heads that it does not know. */
export function reach(heads: readonly string[], migrations: readonly Migration[]): readonly string[] {
  const byId = new Map(migrations.map((migration) => [migration.id, migration]));
  const reached = new Set<string>();
  const open = [...heads];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(byId.get(id)?.after ?? []));
  }
  const known = migrations.filter(({ id }) => reached.has(id)).map(({ id }) => id);
  return [...known, ...heads.filter((id) => !byId.has(id))];
}

/** Whether the order can only have been this one: each follows the one before it. */
export function isChain(ids: readonly string[], migrations: readonly Migration[]): boolean {
  const byId = new Map(migrations.map((migration) => [migration.id, migration]));
  return ids.every((id, at) => at === 0 || byId.get(id)?.after?.includes(ids[at - 1] ?? "") === true);
}

function broken(what: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The migrations cannot be put in order: ${what}`,
    remedy: "Mend the files; the tool itself would refuse them, too.",
  });
}
