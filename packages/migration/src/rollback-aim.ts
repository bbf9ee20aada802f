/** Which part of the stack a target keeps. Pure. */
import { capital, countOf, nameOf, namesOf, recordName, whereAndWhen } from "./history-names.ts";
import type { Refusal, RollbackTarget } from "./history.ts";
import type { FoundRecord } from "./record.ts";
import { newestDeployment, targetNow } from "./rollback-again.ts";
import { nearestIds } from "./rollback-nearest.ts";
import { beyond, refused, takenBack } from "./rollback-place.ts";
import type { Aim, History } from "./rollback-place.ts";
import { aimAtRecord } from "./rollback-record.ts";

/** Finds it. */
export function aimAt(wanted: RollbackTarget, history: History): Aim {
  const now = targetNow(wanted, history);
  if (now.kind !== "target") return now;
  const { target } = now;
  if (target.kind === "previous-deployment") return aimAtPrevious(history);
  if (target.kind === "version") return aimAtVersion(target.version, history);
  if (target.kind === "steps") return aimAtSteps(target.steps, history);
  return aimAtRecord(target, history);
}

/** Before the newest deployment, as far as that is still in effect. */
function aimAtPrevious(history: History): Aim {
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
  const isLinked = (record: FoundRecord): boolean => links.some((link) => link.record === record);
  const unlinked = deployment.filter((record) => !isLinked(record));
  // To take back the later half of a deployment is for who says so: before-deployment names it.
  if (unlinked.some((each) => each === newest || each.done.length > 0 || each.half !== "")) return beyond(history);
  const name = recordName(newest);
  const changing = links.find(({ added }) => added.length > 0);
  if (changing === undefined && links.some(({ record }) => isOther(record))) return refused(ranAnew(name));
  if (changing === undefined)
    return { kind: "nothing", why: `${capital(name)} changed nothing (${whereAndWhen(newest)})` };
  const keep = stack.entries.findIndex(({ record }) => deployment.includes(record));
  const lowest = stack.entries[keep];
  if (lowest === undefined) return { kind: "nothing", why: takenBack(recordName(changing.record), changing, chain) };
  return { kind: "at", keep, wanted: lowest.record.before.fingerprint, isSame: true, already: "" };
}

/** Nothing was added, and yet the schema is another one: Liquibase runs some changesets each time that they change. */
function isOther({ before, after, half }: FoundRecord): boolean {
  return (
    half === "" && before.fingerprint !== "" && after.fingerprint !== "" && before.fingerprint !== after.fingerprint
  );
}

function ranAnew(name: string): Refusal {
  return {
    reason: "irreversible",
    what: `${capital(name)} applied no new migration and changed the schema: it ran some anew, or the schema was changed meanwhile`,
    remedy: "Undo it with a new migration.",
  };
}

/** v stays, what was applied after it goes. */
function aimAtVersion(version: string, history: History): Aim {
  const { applied, chain, stack, isInOrder } = history;
  if (!applied.includes(version)) return notApplied(version, history);
  const already = `${nameOf(version)} is the newest that is applied`;
  const at = stack.entries.findIndex(({ id }) => id === version);
  if (at >= 0) return { kind: "at", keep: at + 1, wanted: "", isSame: true, already };
  const { base } = stack;
  if (base.length === 1 || (isInOrder && base.at(-1) === version))
    return { kind: "at", keep: 0, wanted: "", isSame: true, already };
  if (isInOrder) return beyond(history);
  const oldest = chain.links.at(-1)?.record;
  return refused({
    reason: "no-record",
    what: `What was applied after ${nameOf(version)} is not known: it was there before the records, and the tool keeps no order`,
    remedy:
      oldest === undefined
        ? "Undo it with a new migration."
        : `To take back all that is recorded, use before-deployment:${oldest.recordId}.`,
  });
}

function notApplied(version: string, { applied, migrations }: History): Aim {
  const titles = new Map(migrations?.map(({ id, title }) => [id, title]));
  const nearest = nearestIds(
    version,
    applied.map((id) => ({ id, title: titles.get(id) ?? id })),
  );
  const isPending = titles.has(version);
  return refused({
    reason: "unknown-target",
    what: `${nameOf(version)} is not applied${isPending ? ": the checkout has it, and it is pending" : ""}`,
    remedy:
      nearest.length === 0
        ? "Name a version that is applied: the tool's own status lists them."
        : `Name a version that is applied, for example ${namesOf(nearest)}.`,
  });
}

/** The newest so many go. */
function aimAtSteps(steps: number, history: History): Aim {
  const { entries } = history.stack;
  if (steps <= entries.length)
    return { kind: "at", keep: entries.length - steps, wanted: "", isSame: true, already: "" };
  const { refusal } = beyond(history);
  const only = entries.length === 0 ? "none is" : entries.length === 1 ? "only one is" : `only ${entries.length} are`;
  return refused({
    ...refusal,
    what: `${countOf(steps)} cannot be taken back: ${only} recorded. ${refusal.what}`,
    ...(entries.length === 0
      ? {}
      : { remedy: `Use steps:${entries.length} at most; undo the rest with a new migration.` }),
  });
}
