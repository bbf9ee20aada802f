/** Reads sqitch.plan: https://sqitch.org/docs/manual/sqitchplan/ and App::Sqitch::Plan 1.3.1. */
import { Failure, quoteText } from "@handrail/runner";

/** A change of the plan. */
export type SqitchChange = {
  name: string;
  /** The how manieth of its name: 1, and more when it was reworked. */
  turn: number;
  /** The names that it requires, tags and other projects left out. */
  requires: readonly string[];
  /** The tags from this change up to the one that reworks it, with their `@`; empty where nothing reworks it. */
  reworkTags: readonly string[];
};

/** A plan. */
export type SqitchPlan = { project: string; changes: readonly SqitchChange[] };

/** `%project=shop` */
const PRAGMA = /^%\s*([^\s=]+)\s*=\s*(\S.*)$/;
/** `name [requirements] 2026-01-01T00:00:00Z Somebody <address>`, `@tag …` */
const ENTRY = /^([@+-]?)\s*([^\s[\]@#:\\]+)\s+(?:\[([^\]]+)\]\s*)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\s[^<]+<[^>]+>$/;

/** Reads it. @throws Failure `invalid-input` at a line that is neither a change nor a tag */
export function parsePlan(text: string, path: string): SqitchPlan {
  let project = "";
  const found: { name: string; requires: readonly string[]; tags: string[] }[] = [];
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    // A note begins with #, wherever it stands.
    const line = raw.replace(/#.*$/, "").trim();
    const [, pragma, value = ""] = PRAGMA.exec(line) ?? [];
    if (line === "" || line.startsWith("%")) {
      if (pragma === "project") project = value;
      continue;
    }
    const [, mark, name, requirements = ""] = ENTRY.exec(line) ?? [];
    if (name === undefined) throw unreadable(path, at + 1, raw);
    if (mark === "@") found.at(-1)?.tags.push(`@${name}`);
    else found.push({ name, requires: requirementsOf(requirements), tags: [] });
  }
  const turns = new Map<string, number>();
  const changes = found.map(({ name, requires }, at) => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    return { name, turn, requires, reworkTags: reworkTagsOf(found, at) };
  });
  return { project, changes };
}

/** `users`, `users@v1`, `shop:users`; `!users` is a conflict. */
function requirementsOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .filter((each) => each !== "" && !/^[!@]|:/.test(each))
    .map((each) => each.replace(/@.*$/, ""));
}

function reworkTagsOf(changes: readonly { name: string; tags: readonly string[] }[], at: number): readonly string[] {
  const name = changes[at]?.name;
  const length = changes.slice(at + 1).findIndex((change) => change.name === name);
  return length === -1 ? [] : changes.slice(at, at + 1 + length).flatMap(({ tags }) => tags);
}

function unreadable(path: string, line: number, text: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${path} cannot be read at line ${line} (${quoteText(text.slice(0, 100))})`,
    remedy: "Write it as `sqitch add` and `sqitch tag` do: name, requirements in brackets, time, who planned it.",
    location: { file: path, line },
  });
}
