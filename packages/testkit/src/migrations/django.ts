/** A project of Django with one app, `shop`; the environment's APPS adds others to the installed ones. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";
import { findProgram, numberOf, pythonOf, pythonText, pythonUrl } from "./python-programs.ts";

/** The Python that has Django, absolute; undefined where there is none. */
export function findDjango(): string | undefined {
  const program = findProgram("django-admin");
  return program === undefined ? undefined : pythonOf(program);
}

/** Makes it. */
export const makeDjangoProject: MakeProject = ({ directory, url }) => {
  const python = findDjango();
  if (python === undefined) throw new Error("Django is not installed here.");
  const folder = join(directory, "shop", "migrations");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(directory, "manage.py"), MANAGE);
  writeFileSync(join(directory, "settings.py"), SETTINGS);
  for (const place of ["shop", "shop/migrations"]) writeFileSync(join(directory, place, "__init__.py"), "");
  // Compiled files of one second would hide a script that is written again.
  const environment = { PYTHONDONTWRITEBYTECODE: "1" };
  const names = new Map<string, string>();
  const nameOf = (slug: string): string => {
    const name = names.get(slug);
    if (name === undefined) throw new Error(`There is no migration ${slug} in this project.`);
    return name;
  };
  return Promise.resolve({
    tool: "django",
    directory,
    inputs: { tool: "django", "tool-command": `${python}\nmanage.py` },
    environment,
    idOf: (slug) => `shop.${nameOf(slug)}`,
    write(migrations) {
      const old = readdirSync(folder).filter((name) => name !== "__init__.py");
      for (const name of old) rmSync(join(folder, name), { recursive: true });
      const ranked = migrations.map((migration, at) => ({ ...migration, rank: migration.rank ?? at + 1 }));
      let before = "";
      for (const migration of ranked.sort((a, b) => a.rank - b.rank)) {
        const name = `${numberOf(migration.rank)}_${migration.slug}`;
        names.set(migration.slug, name);
        writeFileSync(join(folder, `${name}.py`), scriptOf(migration, before));
        before = name;
      }
      return Promise.resolve();
    },
    async byHand(what) {
      const run = (...args: string[]): ReturnType<typeof runTool> =>
        runTool([python, "manage.py", ...args], {
          directory,
          environment: { ...environment, DATABASE_URL: pythonUrl(url, sqliteFile(url)) },
        });
      if (what === "up") return run("migrate", "--noinput");
      // Django knows no "one back": the one before the newest has to be named.
      const { output } = await run("showmigrations", "--plan", "shop");
      const applied = Array.from(output.matchAll(/^\[X\]\s+shop\.(\S+)/gm), ([, name = ""]) => name);
      return run("migrate", "--noinput", "shop", applied.at(-2) ?? "zero");
    },
  });
};

const MANAGE = `import os, sys
from django.core.management import execute_from_command_line

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
execute_from_command_line(sys.argv)
`;

const SETTINGS = `import os
from urllib.parse import unquote, urlsplit

SECRET_KEY = "for tests"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["shop"] + os.environ.get("APPS", "").split()
url = urlsplit(os.environ["DATABASE_URL"])
if url.scheme == "mysql":
    import pymysql
    pymysql.version_info = (1, 4, 6, "final", 0)
    pymysql.install_as_MySQLdb()
engine = {"postgresql": "postgresql", "mysql": "mysql", "sqlite": "sqlite3"}[url.scheme]
DATABASES = {"default": {
    "ENGINE": "django.db.backends." + engine,
    "NAME": unquote(url.path[1:]),
    "USER": unquote(url.username or ""),
    "PASSWORD": unquote(url.password or ""),
    "HOST": url.hostname or "",
    "PORT": url.port or "",
}}
`;

function scriptOf({ up, down }: ScriptedMigration, before: string): string {
  const dependencies = before === "" ? "[]" : `[("shop", "${before}")]`;
  const back =
    down === "none" ? "" : `, ${down === "empty" ? "migrations.RunSQL.noop" : `[${down.map(pythonText).join(", ")}]`}`;
  return `from django.db import migrations


class Migration(migrations.Migration):
    dependencies = ${dependencies}
    operations = [
        migrations.RunSQL([${up.map(pythonText).join(", ")}]${back}),
    ]
`;
}
