/** The schema as a command of the user prints it (`schema-command`), in a form in which two dumps of one schema are equal. */
import { dumpBlocks } from "./dump-blocks.ts";
import { schemaOfStatement } from "./dump-noise.ts";
import { dumpStatements } from "./dump-sql.ts";
import { digestOf } from "./fingerprint.ts";
import { type LeftOut, leavingOut } from "./schema-name.ts";

/** A dump: its statements, or blocks of lines, sorted; and a fingerprint of them, which never is one that fingerprintOf gives. */
export type Dump = { parts: readonly string[]; fingerprint: string };

const VERSION = "handrail-dump-1";
const RUBY = /^\s*ActiveRecord::Schema\b/m;
const SQL = /^\s*(?:create|alter|set|pragma|drop)\s+\w+|^--|^\/\*[!M]/im;
const MYSQL = /^-- (?:MySQL|MariaDB) dump|^\) ENGINE=|^\/\*!\d{5} SET /m;

/**
 * Reads a dump. Comments, settings, tokens of psql, rows, owners, counters of AUTO_INCREMENT and the dates of events are left out,
 * and the order of statements is. Without our own tables, and without those that `without` names, when they are told apart by
 * their names.
 */
export function readDump(text: string, { without = [] }: { without?: readonly string[] } = {}): Dump {
  const parts = partsOf(text.replace(/^\uFEFF/, ""), leavingOut(without)).sort();
  return {
    parts,
    fingerprint: digestOf(
      VERSION,
      parts.map((part) => JSON.stringify(part)),
    ),
  };
}

function partsOf(text: string, isLeftOut: LeftOut): string[] {
  if (RUBY.test(text) || !SQL.test(text)) return dumpBlocks(text, isLeftOut);
  return dumpStatements(text, MYSQL.test(text) ? "mysql" : "other").flatMap((statement) => {
    const kept = schemaOfStatement(statement, isLeftOut);
    return kept === undefined ? [] : [kept];
  });
}
