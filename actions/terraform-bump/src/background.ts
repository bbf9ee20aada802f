/**
 * What maintainers get to read around an update: release notes, links, risks. What cannot be had is left out.
 */
import type { Catalogues } from "./decide/decide.ts";
import { dependencyKey } from "./decide/dependency.ts";
import type { Update } from "./decide/update.ts";
import { updateKey, type Background } from "./tell/body.ts";
import { fetchNotes } from "./tell/changelog.ts";
import { linksOf } from "./tell/links.ts";
import { findRisks } from "./tell/risks.ts";
import { repositoryOf } from "./tell/web-address.ts";

/** Asks GitHub, as fetchNotes does; undefined when there is no token to ask with. */
type Request = Parameters<typeof fetchNotes>[0];

/** The background of these updates, by updateKey. */
export async function gatherBackground(
  updates: readonly Update[],
  catalogues: Catalogues,
  { request, serverUrl }: { request: Request | undefined; serverUrl: string },
): Promise<Map<string, Background>> {
  const gathered = await Promise.all(
    updates.map(async (update): Promise<[string, Background]> => {
      const catalogue = catalogues.get(dependencyKey(update.dependency));
      const page = catalogue === undefined || "problem" in catalogue ? undefined : catalogue.repository;
      const repository = repositoryOf(update.dependency.source, page);
      const notes = request === undefined ? undefined : await fetchNotes(request, { update, repository, serverUrl });
      const links = linksOf(update, { repository, notes, serverUrl });
      return [updateKey(update), { notes, links, risks: findRisks(update) }];
    }),
  );
  return new Map(gathered);
}
