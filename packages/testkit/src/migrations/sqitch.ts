/** A project of Sqitch: scripts without a transaction of their own where the database is MySQL, with one elsewhere. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineOfUrl, runTool, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";
import { findProgram, numberOf } from "./python-programs.ts";

/** Sqitch's program, absolute; undefined where it is not installed. */
export function findSqitch(): string | undefined {
  return findProgram("sqitch");
}

/** Makes it. */
export const makeSqitchProject: MakeProject = ({ directory, url }) => {
  const program = findSqitch();
  if (program === undefined) throw new Error("Sqitch is not installed here.");
  const names = new Set<string>();
  const isWrapped = engineOfUrl(url) !== "mysql";
  const { target, environment: secrets } = targetOf(url);
  const environment = { SQITCH_FULLNAME: "A Test", SQITCH_EMAIL: "test@example.com" };
  const engine = { postgresql: "pg", mysql: "mysql", sqlite: "sqlite" }[engineOfUrl(url)];
  writeFileSync(join(directory, "sqitch.conf"), `[core]\n\tengine = ${engine}\n${registryOf(url, engine)}`);
  const run = (...args: string[]): ReturnType<typeof runTool> =>
    runTool([program, ...args, "--target", target], { directory, environment: { ...environment, ...secrets } });
  return Promise.resolve({
    tool: "sqitch",
    directory,
    inputs: { tool: "sqitch", "tool-command": program },
    environment,
    idOf(slug) {
      if (!names.has(slug)) throw new Error(`There is no migration ${slug} in this project.`);
      return slug;
    },
    write(migrations) {
      const ranked = migrations.map((migration, at) => ({ ...migration, rank: migration.rank ?? at + 1 }));
      ranked.sort((a, b) => a.rank - b.rank);
      for (const folder of ["deploy", "revert"]) {
        rmSync(join(directory, folder), { recursive: true, force: true });
        mkdirSync(join(directory, folder));
      }
      for (const { slug, up, down } of ranked) {
        names.add(slug);
        writeFileSync(join(directory, "deploy", `${slug}.sql`), scriptOf(up, isWrapped));
        if (down !== "none") writeFileSync(join(directory, "revert", `${slug}.sql`), scriptOf(down, isWrapped));
      }
      const lines = ranked.map(({ slug, rank }) => `${slug} ${timeOf(rank)} A Test <test@example.com>\n`);
      writeFileSync(join(directory, "sqitch.plan"), `%syntax-version=1.0.0\n%project=shop\n\n${lines.join("")}`);
      return Promise.resolve();
    },
    async byHand(what) {
      if (what === "up") return run("deploy");
      const ended = await run("revert", "-y", "--to", "@HEAD^");
      return ended.exitCode === 0 || !ended.output.includes("Change not deployed") ? ended : run("revert", "-y");
    },
  });
};

/** On PostgreSQL the registry is in the database; elsewhere all databases of a server, or a folder, would share one. */
function registryOf(url: string, engine: string): string {
  const [, name = ""] = /([^/]+?)(?:\.\w+)?$/.exec(url) ?? [];
  return engine === "pg" ? "" : `[engine "${engine}"]\n\tregistry = sqitch_${name}\n`;
}

/** Any time will do, as long as one change always has the same. */
function timeOf(rank: number): string {
  const seconds = Number(numberOf(rank));
  return `2026-01-01T${new Date(seconds * 1000).toISOString().slice(11, 19)}Z`;
}

function scriptOf(statements: ScriptedMigration["down"], isWrapped: boolean): string {
  const lines = typeof statements === "string" ? ["-- nothing to undo\n"] : statements.map((each) => `${each};\n`);
  return isWrapped ? `BEGIN;\n${lines.join("")}COMMIT;\n` : lines.join("");
}

function targetOf(url: string): { target: string; environment: Readonly<Record<string, string>> } {
  if (engineOfUrl(url) === "sqlite") return { target: `db:sqlite:${encodeURI(sqliteFile(url))}`, environment: {} };
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const kind = engineOfUrl(url) === "mysql" ? "mysql" : "pg";
  return { target: address.href.replace(/^\w+:/, `db:${kind}:`), environment: { SQITCH_PASSWORD: password } };
}
