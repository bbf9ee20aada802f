/**
 * What the files of a proposal become: its versions edited, and the lock files that follow from that. Packages are asked
 * for through what is handed in; nothing is written.
 */
import type { ChangedFile } from "./pulls/desired.ts";
import type { Edit, Held, Proposal, Update } from "./decide/update.ts";
import { applyEdits } from "./find/apply-edits.ts";
import { directoryOf } from "./find/file-kind.ts";
import type { PackageDeps } from "./lock/platforms.ts";
import { renewLock, touchedLocks } from "./lock/renewal.ts";
import type { ProposedChange } from "./prove/prove.ts";
import type { Scan } from "./scan.ts";

/** The proposals with their files, and what could not be made. */
export type Changes = {
  changes: ProposedChange[];
  held: Held[];
  /** Keys of those that fell away. */ dropped: string[];
};

/** Makes the files of all proposals. `platforms` is the input lock-platforms. */
export async function makeChanges(
  proposals: readonly Proposal[],
  scan: Scan,
  platforms: "auto" | readonly string[],
  deps: PackageDeps,
): Promise<Changes> {
  const made: Changes = { changes: [], held: [], dropped: [] };
  for (const proposal of proposals) {
    const texts = editedTexts(proposal, scan);
    const locked = await renewLocks(proposal, scan, platforms, deps);
    made.held.push(...locked.held);
    for (const [path, text] of locked.texts) texts.set(path, text);
    const files = toFiles(texts, scan);
    if (locked.isBroken || files.length === 0) made.dropped.push(proposal.key);
    else made.changes.push({ proposal: withoutLocks(proposal, locked.left), files });
  }
  return made;
}

function editsOf({ updates }: Proposal): Edit[] {
  return updates.flatMap(({ edits }) => edits);
}

function editedTexts(proposal: Proposal, { files }: Scan): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [path, edits] of Map.groupBy(editsOf(proposal), ({ mention }) => mention.file)) {
    const file = files.get(path);
    if (file === undefined) throw new TypeError(`${path} was not read`);
    texts.set(path, applyEdits(file, edits));
  }
  return texts;
}

type Renewals = { texts: Map<string, string>; held: Held[]; left: Set<string>; isBroken: boolean };

/**
 * The lock files. One that cannot be made is left as it is where nothing but it would have changed; where a constraint of
 * its tree moves, the root module would not initialise any more, and the proposal falls away.
 */
async function renewLocks(
  proposal: Proposal,
  { locks, findings }: Scan,
  platforms: "auto" | readonly string[],
  deps: PackageDeps,
): Promise<Renewals> {
  const changes = proposal.updates.flatMap((update) => update.locks);
  const renewals: Renewals = { texts: new Map(), held: [], left: new Set(), isBroken: false };
  for (const touched of touchedLocks(locks, findings.modules, { edits: editsOf(proposal), locks: changes })) {
    const { lock, modules, edits } = touched;
    const renewed = await renewLock({ ...touched, platforms }, deps);
    if ("text" in renewed) {
      renewals.texts.set(lock.file, renewed.text);
      continue;
    }
    const tree = new Set(modules.map(({ directory }) => directory));
    renewals.isBroken ||= edits.some(({ mention }) => mention.dependency.kind === "provider");
    renewals.left.add(lock.file);
    for (const update of concerned(proposal, lock.file, tree)) {
      renewals.held.push(heldLock(update, lock.file, renewed.problem));
    }
  }
  return renewals;
}

/** The updates that a lock file would have followed. */
function concerned({ updates }: Proposal, file: string, tree: ReadonlySet<string>): Update[] {
  return updates.filter(
    ({ dependency, locks, edits }) =>
      locks.some((lock) => lock.file === file) ||
      (dependency.kind === "provider" && edits.some(({ mention }) => tree.has(directoryOf(mention.file)))),
  );
}

function heldLock({ dependency: { name, kind }, from, to }: Update, file: string, why: string): Held {
  return { dependency: name, kind, from, to, reason: "lock-failed", why, file, isFailure: true };
}

function withoutLocks(proposal: Proposal, left: ReadonlySet<string>): Proposal {
  if (left.size === 0) return proposal;
  const updates = proposal.updates
    .map((update) => ({ ...update, locks: update.locks.filter(({ file }) => !left.has(file)) }))
    .filter(({ edits, locks }) => edits.length > 0 || locks.length > 0);
  return { ...proposal, updates };
}

/** Sorted, and only what is another text than before. */
function toFiles(texts: ReadonlyMap<string, string>, { checkout, files }: Scan): ChangedFile[] {
  const modes = new Map(checkout.files.map(({ path, mode }) => [path, mode]));
  return [...texts]
    .filter(([path, text]) => files.get(path)?.text !== text)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => ({ path, mode: modes.get(path) ?? "100644", text }));
}
