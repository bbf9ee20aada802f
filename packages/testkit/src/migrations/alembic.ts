/** A project of Alembic: one chain of revisions, its env.py with DATABASE_URL. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";
import { findProgram, numberOf, pythonText, pythonUrl } from "./python-programs.ts";

/** Alembic's program, absolute; undefined where it is not installed. */
export function findAlembic(): string | undefined {
  return findProgram("alembic");
}

/** Makes it. */
export const makeAlembicProject: MakeProject = ({ directory, url }) => {
  const program = findAlembic();
  if (program === undefined) throw new Error("Alembic is not installed here.");
  const versions = join(directory, "alembic", "versions");
  mkdirSync(versions, { recursive: true });
  writeFileSync(join(directory, "alembic.ini"), "[alembic]\nscript_location = alembic\n");
  writeFileSync(join(directory, "alembic", "env.py"), ENV);
  const revisions = new Map<string, string>();
  const environment = { DATABASE_URL: pythonUrl(url, sqliteFile(url)) };
  return Promise.resolve({
    tool: "alembic",
    directory,
    inputs: { tool: "alembic", "tool-command": program },
    environment: {},
    idOf(slug) {
      const revision = revisions.get(slug);
      if (revision === undefined) throw new Error(`There is no migration ${slug} in this project.`);
      return revision;
    },
    write(migrations) {
      for (const name of readdirSync(versions)) rmSync(join(versions, name), { recursive: true });
      const ranked = migrations.map((migration, at) => ({ ...migration, rank: migration.rank ?? at + 1 }));
      let before = "None";
      for (const migration of ranked.sort((a, b) => a.rank - b.rank)) {
        const revision = `r${numberOf(migration.rank)}`;
        revisions.set(migration.slug, revision);
        writeFileSync(join(versions, `${revision}_${migration.slug}.py`), scriptOf(migration, revision, before));
        before = `"${revision}"`;
      }
      return Promise.resolve();
    },
    byHand: (what) =>
      runTool([program, ...(what === "up" ? ["upgrade", "head"] : ["downgrade", "-1"])], { directory, environment }),
  });
};

const ENV = `import os
from alembic import context
from sqlalchemy import create_engine

url = os.environ["DATABASE_URL"]
if url.startswith("mysql:"):
    url = "mysql+pymysql" + url[len("mysql"):]
with create_engine(url).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`;

function scriptOf({ slug, up, down }: ScriptedMigration, revision: string, before: string): string {
  return `"""${slug}"""
from alembic import op

revision = "${revision}"
down_revision = ${before}
branch_labels = None
depends_on = None


def upgrade() -> None:
${bodyOf(up)}

def downgrade() -> None:
${bodyOf(down)}`;
}

function bodyOf(statements: ScriptedMigration["down"]): string {
  if (statements === "none") return `    raise NotImplementedError("there is no way back")\n`;
  if (statements === "empty" || statements.length === 0) return "    pass\n";
  // A colon would be a parameter's.
  return statements.map((each) => `    op.execute(${pythonText(each.replaceAll(":", "\\:"))})\n`).join("");
}
