/** Whether the tool's own table agrees with the records about the order of application. Pure. */
import { nameOf } from "./history-names.ts";
import type { Stack } from "./history-stack.ts";
import type { Refusal, RollbackTarget } from "./history.ts";

/** What the table tells. `isInOrder`: whether it keeps the order of application at all. */
type Told = { target: RollbackTarget; applied: readonly string[]; isInOrder: boolean };

/**
 * The tool's table must not contradict the records about what came last; of a version that stays neither about what lies right
 * above it.
 */
export function judgeOrder({ entries }: Stack, keep: number, { target, applied, isInOrder }: Told): Refusal[] {
  if (!isInOrder) return [];
  const from = target.kind === "version" ? Math.max(0, keep - 1) : keep;
  const recorded = entries.slice(from).map(({ id }) => id);
  const unique = [...new Set(applied)];
  const told = unique.slice(unique.length - recorded.length);
  const at = recorded.findLastIndex((id, index) => id !== told[index]);
  if (at === -1) return [];
  return [
    {
      reason: "no-record",
      what: `The tool's table has ${nameOf(told[at] ?? "")} where the records have ${nameOf(recorded[at] ?? "")}: somebody applied them anew, in another order`,
      remedy: "Undo what they did with a new migration: how they lie on each other is not known.",
    },
  ];
}
