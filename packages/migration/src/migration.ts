/** Migrations as the checkout and the database know them. Types only. */

/**
 * What the checkout knows about undoing a migration. `real`: something is there that does something. `empty`: a down that does
 * nothing (a comment, `pass`, an empty function). `none`: there is no down at all. `unknown`: it cannot be told from the file.
 */
export type DownKind = "real" | "empty" | "none" | "unknown";

/** A migration of the checkout. */
export type Migration = {
  /** As the tool's own table names it: a version, a file's name, `app.name`, `file::id::author`. */
  id: string;
  /** What people read: usually the file's name. */
  title: string;
  /** SHA-256 in hex over its scripts, up and down: changes when one of them does. "" when there is no script to read. */
  digest: string;
  down: DownKind;
  /** The SQL that undoes it, when the tool keeps it as SQL; absent otherwise. */
  downSql?: string;
  /** The ids of what it needs, for tools that say so (Alembic, Django, Sqitch); absent: the one before it. */
  after?: readonly string[];
  /** It does not run in a transaction, although the tool uses one; absent when that is not told. */
  outsideTransaction?: boolean;
  /** The tool's own checksum of it, to compare with the one in Applied; absent when it keeps none, or it cannot be computed. */
  checksum?: string;
  /**
   * Where nothing is applied the tool begins with it, and all before it then count as applied: Atlas's checkpoints, Flyway's
   * baseline migrations, the last one in Laravel's schema dump.
   */
  isBaseline?: boolean;
};

/** A migration that the database says was applied. */
export type Applied = {
  id: string;
  /** The tool's own mark that it did not end: golang-migrate's dirty, Prisma's and Flyway's failed rows. */
  isHalf?: boolean;
  /** The tool's own checksum of what it applied, when it keeps one. */
  checksum?: string;
};

/** What is in the database: in the order of application as far as the tool's table knows it, else in the tool's own order. */
export type AppliedSet = {
  applied: readonly Applied[];
  /** Whether the order is that of application. Without it the record has to know. */
  isInOrder: boolean;
  /** What the tool itself says is pending, in its order: for tools whose migrations cannot be read from the checkout. */
  pending?: readonly string[];
  /**
   * All migrations that the tool knows where it runs, in its order: those of the checkout and those of installed packages (Django's
   * own apps). Where it is given it counts, and not what `Adapter.list` says: what is in neither is a drift.
   */
  known?: readonly Migration[];
};
