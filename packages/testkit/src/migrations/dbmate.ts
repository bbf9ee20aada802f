/** A project of dbmate. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installedPackage } from "./node-modules.ts";
import { scriptedProject } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";

/** dbmate's program, absolute; undefined on a machine that there is none for. */
export function findDbmate(): string | undefined {
  const program = join(installedPackage("@dbmate"), `${process.platform}-${process.arch}`, "bin", "dbmate");
  return existsSync(program) ? program : undefined;
}

/** Makes it. A migration without a down gets an empty one, for dbmate refuses to apply it otherwise. */
export const makeDbmateProject: MakeProject = ({ directory, url }) => {
  const program = findDbmate();
  if (program === undefined) throw new Error("dbmate is not installed here.");
  return Promise.resolve(
    scriptedProject({
      tool: "dbmate",
      directory,
      url,
      inputs: { "tool-command": program },
      // Its driver insists on TLS otherwise.
      environment: url.startsWith("postgres") ? { PGSSLMODE: "disable" } : {},
      scripts: "db/migrations",
      fileOf: (number, slug) => `20260101${number}_${slug}.sql`,
      idOf: (number) => `20260101${number}`,
      scriptOf: ({ up, down }) => `-- migrate:up\n${sqlOf(up)}\n-- migrate:down\n${sqlOf(down)}`,
      up: [program, "--no-dump-schema", "migrate"],
      down: [program, "--no-dump-schema", "rollback"],
    }),
  );
};

function sqlOf(statements: ScriptedMigration["down"]): string {
  return typeof statements === "string" ? "-- nothing to undo\n" : statements.map((each) => `${each};\n`).join("");
}
