/** Where a rollback stands, and where it may be asked to go. Pure. */
import type { Chain, Link } from "./history-chain.ts";
import { capital, whereAndWhen } from "./history-names.ts";
import type { Stack } from "./history-stack.ts";
import { refuseEnd } from "./history-texts.ts";
import type { Asker, Refusal } from "./history.ts";
import type { Migration } from "./migration.ts";
import type { FoundRecord } from "./record.ts";

/** What is known of the database. */
export type History = {
  /** Newest first. */
  records: readonly FoundRecord[];
  chain: Chain;
  stack: Stack;
  applied: readonly string[];
  /** Whether `applied` is in order of application. */
  isInOrder: boolean;
  migrations: readonly Migration[] | undefined;
  /** Who asks; absent: a run of its own. */
  asker?: Asker | undefined;
};

/**
 * Where to go. `keep`: so many of the stack's entries stay. `wanted`: the schema that the named record says; "" when the target
 * names none. `isSame`: what stays has been there since that record. `already`: what to say when nothing has to be reverted.
 */
export type Aim =
  | { kind: "at"; keep: number; wanted: string; isSame: boolean; record?: FoundRecord; already: string }
  | { kind: "nothing"; why: string }
  | { kind: "refused"; refusal: Refusal };

/** What is asked for lies before the oldest record that joins. */
export function beyond({ chain }: History): { kind: "refused"; refusal: Refusal } {
  return { kind: "refused", refusal: refuseEnd(chain.end, chain.links.at(-1)?.record) };
}

/** A target that is none. */
export function refused(refusal: Refusal): Aim {
  return { kind: "refused", refusal };
}

/** That a record was taken back, and by whom. */
export function takenBack(name: string, link: Link, { links }: Chain): string {
  const ids = new Set(link.added);
  const rollback = links.find(({ record, removed }) => record.kind === "rollback" && removed.some((id) => ids.has(id)));
  const by = rollback === undefined ? "" : ` by ${whereAndWhen(rollback.record)}`;
  return `${capital(name)} was already taken back${by}`;
}
