/** The plan of a rollback, for people: what goes, in which order, with the SQL where it is known, and what is lost with it. */
import { lossStatements, presentIn, readLoss } from "@handrail/database";
import type { Loss, Schema } from "@handrail/database";
import { code, details, escapeMarkdown, fence, table } from "@handrail/github";
import { toFailure } from "@handrail/runner";
import { namesOf } from "./history-names.ts";
import type { RollbackPlan } from "./history.ts";
import type { Migration } from "./migration.ts";
import type { Place } from "./snapshot.ts";
import type { Story } from "./summary.ts";

/** What would be lost: counted, or why it could not be. */
export type LossCount = {
  found: readonly Loss[];
  /** Names that the migrations created, as far as it is known. */
  names: readonly string[];
  /** Migrations of which nobody recorded what they created. */
  unknown: readonly string[];
  note: string;
};

/** Counts rows and values in what the plan takes away. Never rejects: a plan can be told without numbers. */
export async function countLoss(
  { executor }: Place,
  plan: RollbackPlan,
  schema: Schema | undefined,
): Promise<LossCount> {
  const made = [...new Set(plan.reverts.flatMap(({ creates = [] }) => creates))].toSorted();
  // What a later migration took away again is gone already.
  const names = schema === undefined ? made : presentIn(schema, made);
  const unknown = plan.reverts.filter(({ creates }) => creates === undefined).map(({ id }) => id);
  const { query } = executor;
  if (names.length === 0 || query === undefined) return { found: [], names, unknown, note: "" };
  try {
    const answers = await query(lossStatements(executor.engine, names));
    return { found: readLoss(names, answers), names, unknown, note: "" };
  } catch (thrown) {
    return { found: [], names, unknown, note: `What would be lost could not be counted: ${toFailure(thrown).what}` };
  }
}

/** The plan as log lines, as markdown, and as facts for a summary. */
export function tellPlan({
  plan,
  loss,
  migrations,
}: {
  plan: RollbackPlan;
  loss: LossCount;
  migrations: readonly Migration[];
}): { lines: readonly string[]; markdown: string; facts: Story["facts"] } {
  const count = plan.reverts.length;
  const back = plan.record === undefined ? "" : `, back to the state of deployment ${plan.record.recordId}`;
  const head = `Rollback plan: ${count} ${count === 1 ? "migration" : "migrations"} to revert, newest first${back}`;
  const losses = [
    ...loss.found.filter(({ count: each }) => each > 0).map(describeLoss),
    ...(loss.note === "" ? [] : [loss.note]),
  ];
  const scripts = new Map(migrations.map((each) => [each.id, each]));
  const deletes = plan.reverts.filter(({ id }) => {
    const text = scripts.get(id)?.downSql ?? "";
    return /\b(?:delete\s+from|truncate|update\s+\S+\s+set)\b/i.test(text);
  });
  if (loss.unknown.length > 0) {
    losses.push(`what ${namesOf(loss.unknown)} created is in no record, and what goes with it is not counted`);
  }
  losses.push(
    ...plan.reverts.flatMap(({ id, retypes = [] }) =>
      retypes.map((each) => `values of ${each} that do not fit its old type, which the down of ${id} brings back`),
    ),
  );
  losses.push(...deletes.map(({ id }) => `the down of ${id} changes or deletes rows; they are not counted here`));
  const sql = plan.reverts.flatMap(({ id }) => {
    const text = scripts.get(id)?.downSql?.trim() ?? "";
    return text === "" ? [] : [{ id, text }];
  });
  // Where an id is a hash or a number, the name of the script says more.
  const titleOf = (id: string): string => {
    const title = scripts.get(id)?.title ?? "";
    return title === id ? "" : title;
  };
  const lines = [
    head,
    ...plan.reverts.map(({ id }, at) => `  ${at + 1}. ${id}${titleOf(id) === "" ? "" : ` (${titleOf(id)})`}`),
    ...losses.map((each) => `  lost: ${each}`),
    "  The application goes back first, then the database: code that needs what is reverted here must not run any more.",
  ];
  const rows = plan.reverts.map(({ id, creates }, at) => [
    String(at + 1),
    titleOf(id) === "" ? code(id) : `${code(id)} ${escapeMarkdown(titleOf(id))}`,
    creates === undefined ? "not known" : creates.length === 0 ? "nothing" : creates.slice(0, 10).map(code).join(", "),
  ]);
  const pieces = [
    `## ${escapeMarkdown(head)}`,
    table(["", "migration", "what it created goes with it"], rows),
    losses.length === 0 ? "" : `**What is lost:**\n\n${losses.map((each) => `- ${escapeMarkdown(each)}`).join("\n")}`,
    plan.undoes.length === 0
      ? ""
      : `Takes back ${plan.undoes.map(({ recordId }) => `deployment ${recordId}`).join(", ")}.`,
    "The application goes back first, then the database: code that needs what is reverted here must not run any more.",
    ...sql.map(({ id, text }) => details(`SQL that reverts ${code(id)}`, fence(cut(text)))),
  ];
  const total = loss.found.reduce((sum, { count: each }) => sum + each, 0);
  return {
    lines,
    markdown: `${pieces.filter((piece) => piece !== "").join("\n\n")}\n\n`,
    facts: [["lost with it", loss.found.length === 0 ? "" : `${total.toLocaleString("en-US")} rows and values`]],
  };
}

function describeLoss({ name, kind, count }: Loss): string {
  const counted = count.toLocaleString("en-US");
  return kind === "table"
    ? `table ${name} with ${counted} ${count === 1 ? "row" : "rows"}`
    : `${counted} ${count === 1 ? "value" : "values"} of ${name}`;
}

/** A long script is shown from its beginning. */
const LONGEST = 8000;

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n… (cut)`;
}
