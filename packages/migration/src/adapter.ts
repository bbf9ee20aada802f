/** What an adapter is: everything that Handrail knows about one migration tool, as data and small pure functions. Types only. */
import type { DatabaseUrl, Engine, Query } from "@handrail/database";
import type { AppliedSet, Migration } from "./migration.ts";

/** The names of `tool`. */
export const toolNames = [
  "alembic",
  "atlas",
  "cakephp",
  "custom",
  "dbmate",
  "django",
  "flyway",
  "golang-migrate",
  "goose",
  "knex",
  "laravel",
  "liquibase",
  "node-pg-migrate",
  "phinx",
  "prisma",
  "rails",
  "sequelize",
  "sqitch",
  "typeorm",
  "umzug",
] as const;

/** A tool. */
export type ToolName = (typeof toolNames)[number];

/** A command: argv, no shell. Nothing secret is in argv, for others on the machine can read that. */
export type Command = {
  argv: readonly [string, ...string[]];
  /** On top of the environment that every command gets. Secrets belong here. */
  environment: Readonly<Record<string, string>>;
  /** Where it runs, relative to working-directory; absent: there. Not used in a task. */
  directory?: string;
  /** Files that have to be there while it runs, by path relative to its directory `scratch`; in argv `{scratch}` stands for it. */
  scratch?: Readonly<Record<string, ScratchFile>>;
};

/** A file of the scratch directory: a copy of one in working-directory, or a text. Written with mode 0600. */
export type ScratchFile = { copyOf: string } | { text: string };

/** Reads the checkout, below working-directory. Paths are relative to it, with `/`; nothing outside of it is read. */
export type Files = {
  /** The paths of the files below a directory, sorted; empty when there is none. `isDeep`: of its directories, too. */
  list(directory: string, isDeep?: boolean): Promise<readonly string[]>;
  /** The text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
};

/** What an adapter is told about the job. */
export type ToolSettings = {
  /** What `database-url` says; undefined where it is not given (a task knows its own). */
  url: DatabaseUrl | undefined;
  engine: Engine;
  /** Where the tool keeps its migrations, by input `migrations-directory`; "": where the tool looks by itself. */
  migrationsDirectory: string;
  /** The tool's table, by input `migrations-table`; "": the tool's own name for it. */
  migrationsTable: string;
  /** How the tool is called, by input `tool-command`, one argument a line; empty: the adapter's own. */
  toolCommand: readonly string[];
  /** Of tool `custom`: its commands. */
  custom: { status: readonly string[]; up: readonly string[]; down: readonly string[] };
  /** Whether commands run in a task: then there is no scratch directory, and nothing is handed over but argv and environment. */
  isRemote: boolean;
  /** Whether the checkout has the tool's own configuration, as far as the adapter's `complete` can tell; absent: not asked. */
  isConfigured?: boolean;
  /**
   * The checkout's migrations, put here by the adapter's `complete` where its table alone does not say what is applied:
   * golang-migrate's holds one version only.
   */
  checkout?: readonly Migration[];
  /** The tool's own name of the project, put here by the adapter's `complete`: Sqitch's registry can hold several. */
  project?: string;
};

/** The state as a tool's own machine-readable status says it: for tools without a table of rows that could be asked. */
export type StatusReader = {
  command: Command;
  /** Parses what the command printed. @throws Failure `tool-failed` when it cannot be understood */
  parse(ending: { exitCode: number | undefined; stdout: string; stderr: string }): AppliedSet;
};

/** How the applied set is read. */
export type StateReader =
  | {
      how: "table";
      /** Reads the tool's own table; an absent table is an empty set. It may ask more than once. */
      read(query: Query): Promise<AppliedSet>;
      /** The tool's own tables, by name as the database has it: they are no part of the schema. */
      tables: readonly string[];
    }
  | { how: "status"; status: StatusReader; tables: readonly string[] };

/** What one command may do. */
export type UpStep = {
  command: Command;
  /** The ids that are applied when it did what it should; one of them where the tool can go one by one. */
  applies: readonly string[];
};

/** How one migration is reverted. */
export type DownStep = { command: Command; reverts: string };

/** Where a tool keeps its own lock. */
export type ToolLock = {
  /** `schema`: "" where the search path finds it. */
  table: { schema: string; name: string };
  /** The condition of a row that is held, as SQL. */
  held: string;
  /** The command that gives it back, for a person. */
  release: string;
};

/** One tool. */
export type Adapter = {
  tool: ToolName;
  /** As its makers write it. */
  title: string;
  /** The databases that it is known to work with here. */
  engines: readonly Engine[];
  /**
   * Why it cannot roll back, for tools that only go forward: a sentence that says what to do instead. Absent: it can.
   */
  forwardOnly?: string;
  /** How somebody clears the tool's own mark of a migration that did not end; absent for tools that keep none. */
  clearMark?: string;
  /** The tool's own lock, where that is a row that a killed process leaves behind; absent: it has none, or it ends with its session. */
  ownLock?(settings: ToolSettings): ToolLock;
  /** Whether a migration runs in a transaction of its own on a database that has transactional DDL (not MySQL). */
  isTransactional: boolean;
  /**
   * Completes the settings with what the checkout says where an input is empty: where the tool is, its directory, its table.
   * Called once, before everything else; absent: there is nothing to complete.
   * @throws Failure `invalid-input` when an input is needed
   */
  complete?(files: Files, settings: ToolSettings): Promise<ToolSettings>;
  /**
   * The migrations of the checkout in the order in which the tool would apply them; undefined when only the tool itself can
   * say (its status then tells what is pending).
   * @throws Failure `invalid-input` when the directory or a file is not what the tool expects
   */
  list(files: Files, settings: ToolSettings): Promise<readonly Migration[] | undefined>;
  state(settings: ToolSettings): StateReader;
  /**
   * The command that applies the first of `pending` (all of them where the tool cannot go one by one).
   * @param pending in order, at least one
   */
  up(pending: readonly Migration[], situation: Situation): UpStep;
  /**
   * The command that reverts `target`, and nothing else. undefined when the tool would revert another one, or cannot revert.
   */
  down(target: Migration, situation: Situation): DownStep | undefined;
};

/** What up and down know. */
export type Situation = {
  settings: ToolSettings;
  /** The checkout's migrations in the tool's order. */
  migrations: readonly Migration[];
  /** What is applied now, in order of application. */
  applied: readonly string[];
};
