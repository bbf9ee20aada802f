/** What the projects of tools have in common that keep one script for each migration in one directory. */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ScriptedMigration, ToolProject } from "./project.ts";

/** What makes a project of one tool. */
export type ScriptedProject = {
  tool: string;
  directory: string;
  /** The database's address. */
  url: string;
  inputs?: Readonly<Record<string, string>>;
  environment?: Readonly<Record<string, string>>;
  /** The directory of the scripts, below `directory`. */
  scripts: string;
  /** The name of a script's file. */
  fileOf(number: string, slug: string): string;
  idOf(number: string, slug: string): string;
  scriptOf(migration: ScriptedMigration, number: string): string;
  up: readonly [string, ...string[]];
  down: readonly [string, ...string[]];
};

/** Makes the project; what it is configured by must be in the directory already. */
export function scriptedProject(made: ScriptedProject): ToolProject {
  const { tool, directory, url, inputs = {}, environment = {}, scripts } = made;
  const numbers = new Map<string, string>();
  const folder = join(directory, scripts);
  mkdirSync(folder, { recursive: true });
  return {
    tool,
    directory,
    inputs: { tool, ...inputs },
    environment,
    idOf(slug) {
      const number = numbers.get(slug);
      if (number === undefined) throw new Error(`There is no migration ${slug} in this project.`);
      return made.idOf(number, slug);
    },
    write(migrations) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      migrations.forEach((migration, at) => {
        const number = numberOf(migration.rank ?? at + 1);
        numbers.set(migration.slug, number);
        writeFileSync(join(folder, made.fileOf(number, migration.slug)), made.scriptOf(migration, number));
      });
      return Promise.resolve();
    },
    byHand: (what) => runTool(made[what], { directory, environment: { ...environment, DATABASE_URL: url } }),
  };
}

/** Six digits in the order of the ranks, which can have two decimals. */
function numberOf(rank: number): string {
  return String(Math.round(rank * 100)).padStart(6, "0");
}

/** Runs a program to its end. */
export function runTool(
  [program, ...args]: readonly [string, ...string[]],
  { directory, environment }: { directory: string; environment: Readonly<Record<string, string>> },
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: { PATH: process.env["PATH"], HOME: directory, LC_ALL: "C.UTF-8", TZ: "UTC", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? -1, output }));
  });
}

/** Statements of a script as lines of JavaScript, each in a call. */
export function callsOf(statements: readonly string[], call: (text: string) => string): string {
  return statements.map((statement) => `  ${call(JSON.stringify(statement))};\n`).join("");
}

/** The kind of a database, by its address. */
export function engineOfUrl(url: string): "postgresql" | "mysql" | "sqlite" {
  if (url.startsWith("postgres")) return "postgresql";
  return /^(?:mysql|mariadb)/.test(url) ? "mysql" : "sqlite";
}

/** The file of an SQLite database; `sqlite:/path` and `sqlite:///path` alike. */
export function sqliteFile(url: string): string {
  return decodeURIComponent(url.replace(/^\w+:(?:\/\/(?=\/))?/, ""));
}
