/** Reads the records of an environment from GitHub. */
import { permissionHint } from "@handrail/github";
import { Failure, toFailure } from "@handrail/runner";
import { parseRecord } from "./record-parse.ts";
import { migrationTask } from "./record.ts";
import type { FoundRecord } from "./record.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";

/** Records that are read: the newest. A rollback beyond them is refused for want of a record. */
const MOST_RECORDS = 200;

/** What is recorded of a database, newest first. */
export type Recorded = {
  /** By this tool in this directory. */
  records: readonly FoundRecord[];
  /** By another tool or in another directory. */
  others: readonly FoundRecord[];
};

/** The records of this database; without an environment there are none. `notes` gets what went wrong. */
export async function readRecords(
  step: MigrationStep,
  place: Place,
  notes: string[],
  kind: "run" | "rollback" = "rollback",
): Promise<Recorded> {
  const { identity } = place.executor;
  try {
    return await findRecords(step, ({ database }) => database === identity, MOST_RECORDS);
  } catch (thrown) {
    const { what, remedy } = toFailure(thrown);
    // Not to know is not the same as that there are none: the newest may say that something is half done.
    if (kind === "run") throw unreadable(thrown);
    notes.push(`Earlier records could not be read: ${what}.${permissionHint(thrown)} ${remedy}`);
    return { records: [], others: [] };
  }
}

function unreadable(thrown: unknown): Failure {
  const { what, remedy } = toFailure(thrown);
  return new Failure({
    reason: "no-record",
    result: "refused",
    what: `Whether an earlier run left something half done cannot be seen: ${what}`,
    remedy:
      `${permissionHint(thrown).trim()} ${remedy} Without an input environment no records are read or kept.`.trim(),
    cause: thrown,
  });
}

/**
 * The newest record that a task wrote: it names the image that has the scripts.
 * @throws GitHubFailure
 */
export async function newestTaskRecord(step: MigrationStep): Promise<FoundRecord | undefined> {
  const isTask = ({ taskDefinition, kind, done }: FoundRecord): boolean =>
    taskDefinition !== undefined && kind === "run" && done.length > 0;
  const { records } = await findRecords(step, isTask, 1);
  return records[0];
}

async function findRecords(
  { inputs, context, deps }: MigrationStep,
  isWanted: (record: FoundRecord) => boolean,
  atMost: number,
): Promise<Recorded> {
  const { environment, tool } = inputs;
  if (environment === "" || inputs["github-token"] === "") return { records: [], others: [] };
  const { owner, repo } = context;
  const [found, others] = [new Map<number, FoundRecord>(), new Map<number, FoundRecord>()];
  const github = await deps.github();
  await github.listDeployments({
    owner,
    repo,
    environment,
    task: migrationTask,
    atMost,
    isRelevant: (deployment) => {
      const { record } = parseRecord(deployment);
      if (record === undefined || !isWanted(record)) return false;
      const isOwn = record.tool === tool && record.directory === inputs["working-directory"];
      (isOwn ? found : others).set(record.recordId, record);
      return isOwn;
    },
  });
  return { records: newestFirst(found), others: newestFirst(others) };
}

function newestFirst(found: ReadonlyMap<number, FoundRecord>): FoundRecord[] {
  return [...found.values()].toSorted((a, b) => b.recordId - a.recordId);
}
