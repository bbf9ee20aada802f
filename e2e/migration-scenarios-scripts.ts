/** Migrations of the scenarios, as every tool can write them, and small ways to read what a job left. */
import type { ActionResult, ScriptedMigration } from "@handrail/testkit";

/** A table with two columns, and a down that drops it. */
export function table(slug: string): ScriptedMigration {
  return {
    slug,
    up: [`create table ${slug} (id integer not null primary key, name varchar(100))`],
    down: [`drop table ${slug}`],
  };
}

/** A migration whose first statement works and whose second does not: `error` is a word of the database's complaint. */
export function broken(slug: string, nowhere = "nowhere"): ScriptedMigration {
  return { ...table(slug), up: [...table(slug).up, `alter table ${nowhere} add column totl integer`] };
}

/** The lists among the outputs, by the slugs of a project's migrations. */
export function listed(result: ActionResult, name: "applied" | "reverted" | "pending"): string[] {
  return JSON.parse(result.outputs[name] ?? "") as string[];
}

/** The first line of the step's error. */
export function firstError({ annotations }: ActionResult): string {
  return annotations.find(({ level }) => level === "error")?.message.split("\n")[0] ?? "";
}

/** The whole of the step's error. */
export function wholeError({ annotations }: ActionResult): string {
  return annotations.find(({ level }) => level === "error")?.message ?? "";
}
