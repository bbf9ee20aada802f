/** A project of a real migration tool, made of the same few SQL migrations for each of them. Types only. */

/** A migration of a test. */
export type ScriptedMigration = {
  /** Lower-case letters, digits and `_`: `m1_users`. The order of a project is that of its list, or of `rank`. */
  slug: string;
  /** SQL statements, each without the semicolon at its end. */
  up: readonly string[];
  /** SQL statements; `empty`: a down that does nothing; `none`: no down at all, as far as the tool lets one leave it out. */
  down: readonly string[] | "empty" | "none";
  /** In the place of its position (1, 2, 3 …): what its version is made of, for a migration that came late. */
  rank?: number;
};

/** A project on disk. */
export type ToolProject = {
  tool: string;
  /** Absolute; `working-directory` of the actions. */
  directory: string;
  /** The inputs of the actions that this tool needs here: `tool`, `tool-command`, `migrations-directory` … */
  inputs: Readonly<Record<string, string>>;
  /** Environment that the tool needs here besides the address of the database. */
  environment: Readonly<Record<string, string>>;
  /** What the tool's own table calls a migration. */
  idOf(slug: string): string;
  /** Writes the scripts of the project anew: those that are named, no others. */
  write(migrations: readonly ScriptedMigration[]): Promise<void>;
  /**
   * Runs the tool itself, as somebody would by hand (never through Handrail): `up`: all that is pending; `down`: the newest.
   * Resolves with its exit code and output.
   */
  byHand(what: "up" | "down"): Promise<{ exitCode: number; output: string }>;
};

/** Makes a project in an empty directory. `url`: of the database, as `database-url` takes it. */
export type MakeProject = (where: { directory: string; url: string }) => Promise<ToolProject>;
