/**
 * What a Rails migration does when it is reverted. What Active Record cannot revert in `change` is in its CommandRecorder
 * (https://api.rubyonrails.org/classes/ActiveRecord/Migration/CommandRecorder.html); seen with 6.1, read up to 8.0.
 */
import type { DownKind } from "../migration.ts";
import { maskRuby, methodsOf } from "./ruby-source.ts";

/** What reverting the file's migration does. */
export function railsDown(text: string): DownKind {
  const masked = maskRuby(text);
  if (masked === undefined) return "unknown";
  const methods = methodsOf(masked, ["change", "up", "down"]);
  if (methods.has("change")) return judgeChange(methods.get("change"));
  if (methods.has("down")) return judgeDown(methods.get("down"));
  // Rails says "reverted", takes the row away and does nothing.
  return methods.has("up") ? "none" : "unknown";
}

function judgeDown(body: string | undefined): DownKind {
  if (body === undefined) return "unknown";
  const statements = statementsOf(body);
  if (statements.every((statement) => /^(?:nil|true|return|(?:say|puts)\b.*)$/.test(statement))) return "empty";
  if (/^raise\b(?!.*\b(?:if|unless)\b)/.test(statements[0] ?? "")) return "none";
  return body.includes("IrreversibleMigration") ? "unknown" : "real";
}

type Call = { name: string; args: readonly string[]; hasBlock: boolean };
type Rule = (call: Call) => boolean;

const isOption = (arg: string): boolean => /^(?:\*\*|\w+:\s|["']\s*["']:\s|:\w+\s*=>)/.test(arg);
const hasOption = ({ args }: Call, name: string): boolean =>
  args.some((arg) => arg.startsWith(`${name}:`) || new RegExp(String.raw`^:${name}\s*=>`).test(arg));
const positional = ({ args }: Call): number => args.filter((arg) => !isOption(arg)).length;

const words = (text: string): string[] => text.trim().split(/\s+/);
const REVERSIBLE = words(`
  create_table create_join_table drop_join_table rename_table create_schema create_virtual_table
  add_column rename_column change_column_null add_timestamps remove_timestamps
  add_reference add_belongs_to remove_reference remove_belongs_to
  add_index rename_index enable_index disable_index add_foreign_key add_check_constraint
  add_exclusion_constraint add_unique_constraint enable_extension disable_extension create_enum rename_enum
`);
const IRREVERSIBLE = words("execute change_column add_enum_value drop_schema");
const BETWEEN = words("change_column_default change_column_comment change_table_comment rename_enum_value");
const SECOND = words("remove_check_constraint remove_exclusion_constraint remove_unique_constraint drop_enum");

/** Whether Active Record can revert a call; a method that is not here may be anybody's. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...REVERSIBLE.map((name): [string, Rule] => [name, () => true]),
  ...IRREVERSIBLE.map((name): [string, Rule] => [name, () => false]),
  ...BETWEEN.map((name): [string, Rule] => [name, (call) => hasOption(call, "from") && hasOption(call, "to")]),
  ...SECOND.map((name): [string, Rule] => [name, (call) => positional(call) >= 2]),
  ["remove_column", (call) => positional(call) >= 3],
  ["remove_columns", (call) => hasOption(call, "type")],
  ["drop_table", (call) => positional(call) === 1 && (call.hasBlock || call.args.length > 1)],
  ["remove_index", (call) => positional(call) >= 2 || hasOption(call, "column")],
  ["remove_foreign_key", (call) => positional(call) >= 2 || hasOption(call, "to_table")],
]);

/** Words that let a change do something else in each direction, or not always do it. */
const FORKS = /\b(?:reversible|revert|up_only|reverting\?|if|unless|case|rescue|while|until|each|times)\b/;

function judgeChange(body: string | undefined): DownKind {
  if (body === undefined) return "unknown";
  const statements = statementsOf(body);
  if (statements.length === 0) return "empty";
  const receivers = new Set(statements.flatMap((each) => Array.from(each.matchAll(BLOCK), ([, name = ""]) => name)));
  const verdicts = new Set(statements.filter((each) => !isInside(each, receivers)).map((each) => judgeStatement(each)));
  const isForked = FORKS.test(body);
  if (verdicts.has(false)) return isForked ? "unknown" : "none";
  return isForked || verdicts.has(undefined) ? "unknown" : "real";
}

/** The block of `create_table … do |t|`. */
const BLOCK = /^(?:create_table|create_join_table|drop_table|drop_join_table)\b.*(?:\bdo|\{)\s*\|\s*(\w+)[^|]*\|/g;

/** A line that only belongs to such a block. */
function isInside(statement: string, receivers: ReadonlySet<string>): boolean {
  return /^(?:end|\})$/.test(statement) || receivers.has(/^(\w+)\./.exec(statement)?.[1] ?? "");
}

/** Whether it can be reverted; undefined when that cannot be told. */
function judgeStatement(statement: string): boolean | undefined {
  const match = /^([a-z_]\w*)(?:\s+|(?=\()|$)([^]*)$/.exec(statement);
  const rule = rules.get(match?.[1] ?? "");
  if (match === null || rule === undefined) return /^raise\b/.test(statement) ? false : undefined;
  const [, name = "", rest = ""] = match;
  const hasBlock = /\bdo\b|\{\s*\||\{\s*\}\s*$/.test(rest);
  const plain = rest.replace(/\s*(?:\bdo\b|\{\s*\||\{\s*\}\s*$)[^]*$/, "");
  const inner = plain.startsWith("(") ? plain.slice(1, plain.lastIndexOf(")")) : plain;
  return rule({ name, args: argumentsOf(inner), hasBlock });
}

/** The lines of a body, those that go on joined to one; no blank ones. */
function statementsOf(body: string): string[] {
  const joined = body.replaceAll(/([,(\\])\s*\n\s*/g, "$1 ").replaceAll(/\s*\n\s*(?=[).])/g, "");
  return joined
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Arguments, separated by the commas that are in no brackets. */
function argumentsOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let current = "";
  for (const character of text) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) {
      found.push(current.trim());
      current = "";
    } else current += character;
  }
  return [...found, current.trim()].filter((arg) => arg !== "");
}
