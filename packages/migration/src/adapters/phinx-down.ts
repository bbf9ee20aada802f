/**
 * What a migration of Phinx or CakePHP does when it is reverted. `change` is recorded and turned round; what cannot be is in
 * https://book.cakephp.org/phinx/0/en/migrations.html#the-change-method. Seen with Phinx 0.16.
 */
import type { DownKind } from "../migration.ts";
import { isIdlePhp, maskPhp, methodsOf, throwsAtOnce } from "./php-source.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().trim().split(/\s+/));

/** Calls of a change that can be turned round. */
const REVERSIBLE = words(`
  table create createTable save update rename renameTable addColumn renameColumn addIndex addPrimaryKey
  addForeignKey addForeignKeyWithName addTimestamps addTimestampsWithTimezone setType setLimit setOptions
`);
/** Calls that are not turned round: Phinx stops at most of them, and runs the SQL of `execute` and `query` forward once more. */
const IRREVERSIBLE = words(`
  execute query drop dropTable removeColumn changeColumn
  dropForeignKey removeIndex removeIndexByName changePrimaryKey changeComment
`);
/** Words that let a change do something else in each direction. */
const FORKS = /\b(?:isMigratingUp|if|switch|match|foreach|for|while|try)\b/;

/** What reverting the file's migration does. */
export function phinxDown(text: string): DownKind {
  const masked = maskPhp(text);
  if (masked === undefined) return "unknown";
  const methods = methodsOf(masked, ["change", "up", "down"]);
  if (methods.has("change")) return judgeChange(methods.get("change"));
  // Phinx dies where there is no `down`; CakePHP's own classes have one that does nothing.
  if (!methods.has("down")) return methods.has("up") ? "none" : "unknown";
  const body = methods.get("down");
  if (body === undefined) return "unknown";
  if (isIdlePhp(body)) return "empty";
  return throwsAtOnce(body) ? "none" : "real";
}

/** Whether the migration says that it runs without a transaction. */
export function runsOutside(text: string): boolean {
  const body = methodsOf(maskPhp(text) ?? "", ["useTransaction"]).get("usetransaction");
  return body !== undefined && /\breturn\s+false\b/i.test(body);
}

function judgeChange(body: string | undefined): DownKind {
  if (body === undefined) return "unknown";
  if (isIdlePhp(body)) return "empty";
  const calls = Array.from(body.matchAll(/(?:->|::)\s*(\w+)\s*\(/g), ([, name = ""]) => name.toLowerCase());
  const isForked = FORKS.test(body);
  if (calls.some((name) => IRREVERSIBLE.has(name))) return isForked ? "unknown" : "none";
  return !isForked && calls.length > 0 && calls.every((name) => REVERSIBLE.has(name)) ? "real" : "unknown";
}
