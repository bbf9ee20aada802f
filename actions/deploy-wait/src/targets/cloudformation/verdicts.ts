/** How the end of an operation is called and told. Pure. */
import type { Result, Verdict } from "../../wait/verdict.ts";
import type { Meaning, OperationKind, Phase, Stack } from "./stack.ts";

const results: Readonly<Record<Phase, Result>> = {
  moving: "inconclusive",
  reviewing: "inconclusive",
  tidying: "success",
  good: "success",
  deleted: "success",
  "rolling-back": "rolled-back",
  "rolled-back": "rolled-back",
  "rollback-failed": "rollback-failed",
  failed: "failed",
};

const words: Readonly<Record<OperationKind, string>> = {
  CREATE: "creation",
  UPDATE: "update",
  IMPORT: "import",
  DELETE: "deletion",
};

/** What people call an operation. */
export function wordFor(kind: OperationKind): string {
  return words[kind];
}

/** The verdict about an operation whose stack has this status. */
export function verdictFor({ kind, phase }: Meaning, { status, reason }: Pick<Stack, "status" | "reason">): Verdict {
  const result = results[phase];
  const said = reason === "" ? status : `${status}: ${reason}`;
  if (result === "success") return { result, cause: `the ${words[kind]} is done (${said})` };
  if (result === "rolled-back") {
    const tense = phase === "rolling-back" ? "is being" : "was";
    return { result, cause: `the ${words[kind]} ${tense} rolled back (${said})`, remedy: remedyOf(kind, result) };
  }
  if (result === "rollback-failed") {
    return {
      result,
      cause: `the ${words[kind]} failed, and so did its rollback (${said})`,
      remedy: remedyOf(kind, result),
    };
  }
  return { result, cause: `the ${words[kind]} failed (${said})` };
}

function remedyOf(kind: OperationKind, result: Result): string {
  if (result === "rollback-failed") {
    return kind === "UPDATE"
      ? "Mend the resource that could not be rolled back, then continue the rollback of the stack (ContinueUpdateRollback)."
      : "Delete the stack, or mend the resource that could not be removed.";
  }
  return kind === "CREATE"
    ? "Mend the resource that failed; delete the stack before it is created again."
    : "Mend the resource that failed, then deploy again.";
}
