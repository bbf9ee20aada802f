/**
 * Asks Liquibase itself for all there is: for changelogs that only it can read, and for tasks. Its open edition prints no JSON, so
 * this is its text (4.28.0), each part behind a mark of ours, in one command.
 */
import { Failure } from "@handrail/runner";
import type { StatusReader } from "../adapter.ts";
import { rootCause } from "../tool-output.ts";
import type { AppliedSet, Migration } from "../migration.ts";

/** Runs its arguments, Liquibase and what it is called with, three times. */
export const statusScript = [
  ["history", "history --format=TEXT"],
  ["unexpected", "unexpected-changesets --verbose"],
  ["pending", "status --verbose"],
]
  .map(([mark, args]) => `echo "handrail ${mark}"; "$@" ${args} || exit`)
  .concat('echo "handrail end"')
  .join("\n");

const ID = /^\s+(\S.*::.+::.*\S)\s*$/;

/** Reads what it printed. @throws Failure `tool-failed` */
export function parseStatus({ exitCode, stdout, stderr }: Parameters<StatusReader["parse"]>[0]): AppliedSet {
  const parts = new Map<string, string[]>();
  let part: string[] = [];
  for (const line of stdout.split(/\r?\n/)) {
    const mark = /^handrail (\w+)$/.exec(line)?.[1];
    if (mark !== undefined) parts.set(mark, (part = []));
    const id = ID.exec(line)?.[1];
    if (id !== undefined) part.push(id);
  }
  const [history, unexpected, pending] = ["history", "unexpected", "pending"].map((mark) => parts.get(mark));
  if (
    exitCode !== 0 ||
    history === undefined ||
    unexpected === undefined ||
    pending === undefined ||
    !parts.has("end")
  ) {
    throw failed({ stdout, stderr });
  }
  const strange = new Set(unexpected);
  const ids = new Set([...history.filter((id) => !strange.has(id)), ...pending]);
  const known = [...ids].map((id): Migration => ({ id, title: id, digest: "", down: "unknown" }));
  return { applied: history.map((id) => ({ id })), isInOrder: true, pending, known };
}

function failed(said: { stdout: string; stderr: string }): Failure {
  const why = rootCause(said);
  return new Failure({
    reason: "tool-failed",
    what: `Liquibase cannot say which changesets are applied${why === "" ? "" : ` (${why})`}`,
    remedy: "Run `liquibase status --verbose` by hand where the step runs it, and mend what it says.",
  });
}
