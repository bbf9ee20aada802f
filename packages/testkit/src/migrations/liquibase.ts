/** A project of Liquibase: one changelog in formatted SQL. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedPackage } from "./node-modules.ts";
import { engineOfUrl, runTool, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";
import { findProgram } from "./python-programs.ts";

const CHANGELOG = "changelog.sql";
/** Liquibase's package of npm brings a driver of SQLite without what that driver logs with. */
const LOGGING = "/usr/share/java/slf4j-api.jar";

/** Liquibase's program, absolute; undefined where it or Java is not installed. */
export function findLiquibase(): string | undefined {
  const program = join(installedPackage("liquibase"), "dist", "liquibase", "liquibase");
  return existsSync(program) && findProgram("java") !== undefined ? program : undefined;
}

/** Whether it can be used with SQLite here. */
export function hasLiquibaseSqlite(): boolean {
  return existsSync(LOGGING);
}

/** Makes it. */
export const makeLiquibaseProject: MakeProject = ({ directory, url }) => {
  const program = findLiquibase();
  if (program === undefined) throw new Error("Liquibase is not installed here.");
  const names = new Set<string>();
  if (engineOfUrl(url) === "sqlite") {
    if (!hasLiquibaseSqlite()) throw new Error("Liquibase cannot use SQLite here.");
    mkdirSync(join(directory, "liquibase_libs"), { recursive: true });
    symlinkSync(LOGGING, join(directory, "liquibase_libs", "slf4j-api.jar"));
  }
  // It starts a third faster so, and lives for seconds only.
  const environment = { JAVA_OPTS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" };
  return Promise.resolve({
    tool: "liquibase",
    directory,
    inputs: { tool: "liquibase", "tool-command": program, "migrations-directory": CHANGELOG },
    environment,
    idOf(slug) {
      if (!names.has(slug)) throw new Error(`There is no migration ${slug} in this project.`);
      return `${CHANGELOG}::${slug}::handrail`;
    },
    write(migrations) {
      const ranked = migrations.map((migration, at) => ({ ...migration, rank: migration.rank ?? at + 1 }));
      ranked.sort((a, b) => a.rank - b.rank);
      for (const { slug } of ranked) names.add(slug);
      const changesets = ranked.map((migration) => changesetOf(migration));
      writeFileSync(join(directory, CHANGELOG), `--liquibase formatted sql\n\n${changesets.join("\n")}`);
      return Promise.resolve();
    },
    byHand: (what) =>
      runTool([program, ...(what === "up" ? ["update"] : ["rollback-count", "--count=1"])], {
        directory,
        environment: { ...environment, ...connectionOf(url) },
      }),
  });
};

function changesetOf({ slug, up, down }: ScriptedMigration): string {
  const statements = up.map((each) => `${each};\n`).join("");
  return `--changeset handrail:${slug}\n${statements}${rollbackOf(down)}`;
}

function rollbackOf(down: ScriptedMigration["down"]): string {
  if (down === "none") return "";
  if (down === "empty") return "--rollback empty\n";
  const lines = down.flatMap((each) => `${each};`.split("\n"));
  return lines.map((line) => `--rollback ${line}\n`).join("");
}

function connectionOf(url: string): Readonly<Record<string, string>> {
  const changelog = { LIQUIBASE_COMMAND_CHANGELOG_FILE: CHANGELOG };
  if (engineOfUrl(url) === "sqlite") return { ...changelog, LIQUIBASE_COMMAND_URL: `jdbc:sqlite:${sqliteFile(url)}` };
  const { host, pathname, username, password } = new URL(url);
  const driver = engineOfUrl(url) === "mysql" ? "mariadb" : "postgresql";
  return {
    ...changelog,
    LIQUIBASE_COMMAND_URL: `jdbc:${driver}://${host}${pathname}`,
    LIQUIBASE_COMMAND_USERNAME: decodeURIComponent(username),
    LIQUIBASE_COMMAND_PASSWORD: decodeURIComponent(password),
  };
}
