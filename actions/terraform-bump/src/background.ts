/**
 * What maintainers get to read around an update: release notes, links, risks. What cannot be had is left out.
 */
import type { Catalogues } from "./decide/decide.ts";
import { dependencyKey } from "./decide/dependency.ts";
import type { Update } from "./decide/update.ts";
import { reachedDirectories } from "./ground.ts";
import type { ProposedChange } from "./prove/prove.ts";
import type { Scan } from "./scan.ts";
import { updateKey, type Background } from "./tell/body.ts";
import { fetchNotes } from "./tell/changelog.ts";
import { linksOf } from "./tell/links.ts";
import type { Uses } from "./tell/risk.ts";
import { findRisks } from "./tell/risks.ts";
import { repositoryOf } from "./tell/web-address.ts";
import { createUses } from "./uses.ts";

/** Asks GitHub, as fetchNotes does; undefined when there is no token to ask with. */
type Request = Parameters<typeof fetchNotes>[0];

/** The background of these updates, by updateKey. */
export async function gatherBackground(
  updates: readonly Update[],
  catalogues: Catalogues,
  { request, serverUrl, scan }: { request: Request | undefined; serverUrl: string; scan: Scan },
): Promise<Map<string, Background>> {
  const usesIn = createUses(scan.files.values());
  // What the root modules that an update can change use, with all that they call.
  const usesOf = ({ roots }: Update): Uses => usesIn(reachedDirectories(roots, scan.findings.modules));
  const gathered = await Promise.all(
    updates.map(async (update): Promise<[string, Background]> => {
      const catalogue = catalogues.get(dependencyKey(update.dependency));
      const page = catalogue === undefined || "problem" in catalogue ? undefined : catalogue.repository;
      const repository = repositoryOf(update.dependency.source, page);
      const notes = request === undefined ? undefined : await fetchNotes(request, { update, repository, serverUrl });
      const links = linksOf(update, { repository, notes, serverUrl });
      return [updateKey(update), { notes, links, risks: findRisks(update, usesOf(update)) }];
    }),
  );
  return new Map(gathered);
}

/** The change with the dates that release notes tell and nobody else. */
export function withDates(change: ProposedChange, background: ReadonlyMap<string, Background>): ProposedChange {
  const updates = change.proposal.updates.map((update) => {
    const notes = background.get(updateKey(update))?.notes;
    const note = notes?.releases.find(({ version }) => version === update.to);
    return update.releasedAt === undefined && note !== undefined ? { ...update, releasedAt: note.publishedAt } : update;
  });
  return { ...change, proposal: { ...change.proposal, updates } };
}
