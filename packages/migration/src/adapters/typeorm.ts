/** TypeORM (https://typeorm.io/docs/migrations/why): migrations are classes. Seen with 1.1.1. */
import { Failure, inputFailure, quoteText } from "@handrail/runner";
import type { InputProblem } from "@handrail/runner";
import type { Adapter, ToolSettings } from "../adapter.ts";
import type { DownKind, Migration } from "../migration.ts";
import { maskCode } from "./javascript-code.ts";
import { judge } from "./javascript-down.ts";
import { readMigrationFiles } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { hasOption, toolCommand } from "./javascript-tool.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "migrations";
const NAME = /(?:\.[cm]?js|(?<!\.d)\.[cm]?ts)$/;

/**
 * TypeORM. It applies all that is pending and reverts the last that was applied: nothing else can be asked of it. Its data source
 * decides which files are migrations, so the directory has to be told.
 */
export const typeorm: Adapter = {
  tool: "typeorm",
  title: "TypeORM",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async list(files, settings) {
    requireInputs(settings);
    const found = await readMigrationFiles(files, settings.migrationsDirectory, (name) => NAME.test(name));
    const known = new Map<string, Timed>();
    // A compiled copy beside its source is the same migration.
    for (const timed of found.flatMap(classesOf))
      if (!known.has(timed.migration.id)) known.set(timed.migration.id, timed);
    return Array.from(known.values())
      .toSorted((a, b) => a.timestamp - b.timestamp)
      .map(({ migration }) => migration);
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name, "typeorm_metadata"],
      async read(query) {
        const rows = await readTable(query, `select name from ${quoteTable(table, settings.engine)} order by id`);
        return { applied: textsOf(rows, "name").map((id) => ({ id })), isInOrder: true };
      },
    };
  },
  up: (pending, { settings }) => ({
    // The default puts all of them in one transaction: then none is whole before the last one is.
    command: toolCommand(settings, "typeorm", ["migration:run", "-t", "each"]),
    applies: pending.map(({ id }) => id),
  }),
  down(target, { settings, migrations, applied }) {
    const own = migrations.find(({ id }) => id === target.id);
    if (own === undefined || applied.at(-1) !== target.id) return undefined;
    const mode = own.outsideTransaction === true ? "none" : "each";
    return { command: toolCommand(settings, "typeorm", ["migration:revert", "-t", mode]), reverts: target.id };
  },
};

function requireInputs(settings: ToolSettings): void {
  const problems: InputProblem[] = [];
  if (!settings.toolCommand.some((each) => /^(?:-d|--dataSource\b|--data-source\b)/.test(each))) {
    const accepts = "`./node_modules/.bin/typeorm`, `-d` and the path of the data source, one a line";
    problems.push({ name: "tool-command", accepts, why: "it names no data source" });
  }
  if (settings.migrationsDirectory === "") {
    problems.push({
      name: "migrations-directory",
      given: "",
      accepts: "the directory of the data source's migrations",
    });
  }
  if (hasOption(settings, "-f", "--fake")) {
    problems.push({ name: "tool-command", given: "--fake", accepts: "a command that runs migrations" });
  }
  if (problems.length > 0) throw inputFailure(problems);
}

type Timed = { migration: Migration; timestamp: number };

const CLASS = /\bclass\s+([\w$]+)/g;
/** Where code for ES5 exports what was a class. */
const EXPORTED = /(?<![\w$.])exports\s*\.\s*([\w$]+\d{13})\s*=(?!\s*(?:exports\b|void\b))/g;
/** TypeORM takes the last 13 digits of a name for its time. */
const TIME = /\d{13}$/;

/** The migrations of a file: its classes that end with a time, or say so in a property `name`. */
function classesOf({ path, text }: MigrationFile): readonly Timed[] {
  const code = maskCode(text);
  if (code === undefined) throw unreadable(path, "it cannot be read as JavaScript or TypeScript");
  const classes = Array.from(code.matchAll(CLASS));
  const begins = classes.length > 0 ? classes : Array.from(code.matchAll(EXPORTED));
  const digest = digestOfScripts([text]);
  const migrations = begins.flatMap((match, at) => {
    const to = begins[at + 1]?.index ?? text.length;
    const [own, ownCode] = [text.slice(match.index, to), code.slice(match.index, to)];
    const id = nameProperty(own, ownCode) ?? match[1] ?? "";
    return TIME.test(id) ? [toMigration(id, { own, ownCode, digest })] : [];
  });
  if (migrations.length === 0 && /\bMigrationInterface\b/.test(text))
    throw unreadable(path, "no class of it ends with a time");
  return migrations;
}

/** `name = "Users1700000000000"` in a class or its constructor: TypeORM prefers it to the name of the class. */
const NAMED = /(?<![\w$.]|\b(?:const|let|var)\s+)(?:this\s*\.\s*)?name\s*(?::\s*string\s*)?=\s*(["'`])/g;

function nameProperty(own: string, ownCode: string): string | undefined {
  const values = Array.from(ownCode.matchAll(NAMED), (match) => {
    const from = match.index + match[0].length;
    return own.slice(from, ownCode.indexOf(match[1] ?? "", from));
  });
  return values.find((value) => TIME.test(value));
}

function toMigration(id: string, { own, ownCode, digest }: { own: string; ownCode: string; digest: string }): Timed {
  const written = judge(own, ownCode);
  const down: DownKind = written === "disabled" ? "none" : written;
  const isOutside = /(?<![\w$])transaction\s*(?::\s*boolean\s*)?=\s*false\b/.test(ownCode);
  const outside = isOutside ? { outsideTransaction: true } : {};
  return { migration: { id, title: id, digest, down, ...outside }, timestamp: Number(id.slice(-13)) };
}

function unreadable(path: string, why: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${quoteText(path)} is not understood as a migration of TypeORM: ${why}`,
    remedy: "Name the directory that holds the migrations and nothing else in migrations-directory.",
  });
}
