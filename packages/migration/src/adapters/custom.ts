/**
 * The tool `custom`: three commands that a project names itself.
 * `status-command` prints `{"applied": [ids, in the order they were applied], "pending": [ids, in the order they would be]}`.
 * `up-command` is run until nothing is pending: HANDRAIL_MIGRATION names the one that has to be applied, HANDRAIL_MIGRATIONS all that
 * are pending, one a line.
 * `down-command` is run once for each migration that is reverted: HANDRAIL_MIGRATION names it.
 */
import { Failure, inputFailure, parseJson, quoteText, read } from "@handrail/runner";
import type { Adapter, Command, ToolSettings } from "../adapter.ts";
import type { AppliedSet } from "../migration.ts";
import { environmentOf } from "./javascript-tool.ts";

/** A tool of the project's own. */
export const custom: Adapter = {
  tool: "custom",
  title: "the project's own tool",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: false,
  list: () => Promise.resolve(undefined),
  state: (settings) => ({
    how: "status",
    tables: settings.migrationsTable === "" ? [] : [settings.migrationsTable],
    status: {
      command: command("status", settings, {}),
      parse({ exitCode, stdout }) {
        if (exitCode !== 0) throw unusable(`it ended with exit code ${exitCode ?? "none"}`);
        return parseStatus(stdout);
      },
    },
  }),
  up(pending, { settings }) {
    const ids = pending.map(({ id }) => id);
    const [first = ""] = ids;
    const variables = { HANDRAIL_MIGRATION: first, HANDRAIL_MIGRATIONS: ids.join("\n") };
    // Whether it applies one or all of them is read afterwards: only the first has to be done.
    return { command: command("up", settings, variables), applies: [first] };
  },
  down({ id }, { settings }) {
    if (settings.custom.down.length === 0) return undefined;
    return { command: command("down", settings, { HANDRAIL_MIGRATION: id }), reverts: id };
  },
};

/**
 * Reads what a status-command printed. Where a line is nothing but the object, the last such line counts: a task's output holds the
 * errors, too.
 * @throws Failure `tool-failed` when it is not what the contract says
 */
export function parseStatus(stdout: string): AppliedSet {
  const status = parseObject(stdout);
  const applied = idsOf(status, "applied");
  const pending = idsOf(status, "pending");
  const both = applied.find((id) => pending.includes(id));
  if (both !== undefined) throw unusable(`${quoteText(both)} is in "applied" and in "pending"`);
  return { applied: applied.map((id) => ({ id })), isInOrder: true, pending };
}

function parseObject(stdout: string): object {
  const lines = stdout.split(/\r?\n/).map((line) => line.trim());
  const alone = lines.findLast((line) => line.startsWith("{") && line.endsWith("}"));
  for (const text of [stdout.trim(), alone]) {
    const found = text === undefined ? undefined : parsed(text);
    if (typeof found === "object" && found !== null && !Array.isArray(found)) return found;
  }
  const shown = stdout.trim() === "" ? "it printed nothing" : "what it printed is no JSON object";
  throw unusable(shown);
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function idsOf(status: object, name: "applied" | "pending"): readonly string[] {
  const found = read(status, name);
  if (found === undefined) throw unusable(`"${name}" is missing`);
  if (!Array.isArray(found)) throw unusable(`"${name}" is no list`);
  const ids = found.map((id: unknown): string => {
    if (typeof id !== "string") throw unusable(`"${name}" has an id that is no text: ${quoteText(JSON.stringify(id))}`);
    if (id === "") throw unusable(`"${name}" has an empty id`);
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(id)) {
      throw unusable(`"${name}" has an id with a character that cannot be seen: ${quoteText(id)}`);
    }
    return id;
  });
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw unusable(`"${name}" has ${quoteText(twice)} twice`);
  return ids;
}

/** @throws Failure `invalid-input` when the input is empty */
function command(
  which: "status" | "up" | "down",
  settings: ToolSettings,
  variables: Readonly<Record<string, string>>,
): Command {
  const [first, ...rest] = settings.custom[which];
  if (first === undefined) {
    throw inputFailure([{ name: `${which}-command`, given: "", accepts: "a command", why: "tool custom needs it" }]);
  }
  return { argv: [first, ...rest], environment: { ...environmentOf(settings), ...variables } };
}

function unusable(what: string): Failure {
  return new Failure({
    reason: "tool-failed",
    what: `status-command did not say what is applied: ${what}`,
    remedy:
      'Let it print {"applied": ["id", …], "pending": ["id", …]} and nothing else on its last line, and exit with 0.',
  });
}
