/** Tables of PostgreSQL and what belongs to them, in words: the parts of an object's definition. */
import { type Details, phrase, when } from "./catalog-postgresql-details.ts";

const identities: Readonly<Record<string, string>> = { d: "by default", n: "", i: "using an index", f: "full" };

/** `table`, `unlogged table partition by range (day)` … */
export function describeTable(details: Details): string {
  const parents = details.texts(9).join(", ");
  const bound = details.text(8);
  const options = details.texts(6).sort().join(", ");
  const replica = details.text(5);
  return phrase(
    when(details.text(2) === "u", "unlogged"),
    when(details.text(1) === "f", "foreign"),
    "table",
    bound === "" ? when(parents !== "", `inherits (${parents})`) : `partition of ${parents} ${bound}`,
    when(details.text(7) !== "", `partition by ${details.text(7)}`),
    when(options !== "", `with (${options})`),
    when(details.isTrue(3), "row level security"),
    when(details.isTrue(4), "forced on its owner"),
    when(replica !== "d", `replica identity ${identities[replica] || "nothing"}`),
    when(details.text(10) !== "", `server ${details.text(10)}`),
    when(details.texts(11).length > 0, `options (${details.texts(11).join(", ")})`),
  );
}

const storages: Readonly<Record<string, string>> = { p: "plain", e: "external", m: "main", x: "extended" };
const compressions: Readonly<Record<string, string>> = { p: "pglz", l: "lz4" };
const generations: Readonly<Record<string, string>> = { s: "stored", v: "virtual" };

/** The type of a column, without the default schema's name. */
export function columnType(details: Details): string {
  return details.text(1).replace(/^public\./, "");
}

/**
 * `text not null default 'x'::text` …
 * @param ownSequence what reads the next value of the sequence that belongs to the column: its name is the database's choice
 */
export function describeColumn(details: Details, ownSequence: string | undefined): string {
  const identity = details.text(3);
  const generated = generations[details.text(4)];
  const expression = details.text(5);
  const fallback = expression === ownSequence ? "nextval(its sequence)" : expression;
  const statistics = details.text(9);
  return phrase(
    columnType(details),
    when(details.text(6) !== "", `collate "${details.text(6)}"`),
    when(details.isTrue(2), "not null"),
    when(identity !== "", `generated ${identity === "a" ? "always" : "by default"} as identity`),
    when(
      expression !== "",
      generated === undefined ? `default ${fallback}` : `generated always as ${expression} ${generated}`,
    ),
    when(details.text(7) !== "", `storage ${storages[details.text(7)] ?? details.text(7)}`),
    when(details.text(8) !== "", `compression ${compressions[details.text(8)] ?? details.text(8)}`),
    when(statistics !== "" && statistics !== "-1", `statistics ${statistics}`),
  );
}

/** A name in a statement of PostgreSQL, quoted or not, with its schema or without. */
const NAME = String.raw`(?:"(?:[^"]|"")*"|[^\s".]+)`;
const INDEX = new RegExp(`^CREATE (UNIQUE )?INDEX ${NAME} ON (?:ONLY )?${NAME}(?:\\.${NAME})? USING `);

/** `unique btree (a, b) WHERE (a > 0)`: without the names of index and table, which stand beside it. */
export function describeIndex(details: Details): string {
  const definition = details.text(1).replace(INDEX, (_, unique?: string) => (unique === undefined ? "" : "unique "));
  return phrase(definition, when(!details.isTrue(4), "(invalid)"), describeUse(details));
}

/** A constraint, as the server writes it. */
export function describeConstraint(details: Details): string {
  return phrase(details.text(1), describeUse(details));
}

/** What else an index is used for. */
function describeUse(details: Details): string {
  return phrase(when(details.isTrue(2), "(clustered)"), when(details.isTrue(3), "(replica identity)"));
}

const firings: Readonly<Record<string, string>> = { D: "disabled", R: "enabled replica", A: "enabled always" };

/** A trigger or rule, and when it fires if that is not as usual. */
export function describeFiring(definition: string, enabled: string): string {
  return phrase(definition, firings[enabled] ?? "");
}

const commands: Readonly<Record<string, string>> = { r: "select", a: "insert", w: "update", d: "delete", "*": "all" };

/** A row-security policy. */
export function describePolicy(details: Details): string {
  const roles = details.texts(3).map((role) => (role === "-" ? "public" : role));
  return phrase(
    when(!details.isTrue(2), "restrictive"),
    `for ${commands[details.text(1)] ?? details.text(1)} to ${roles.sort().join(", ")}`,
    when(details.text(4) !== "", `using ${details.text(4)}`),
    when(details.text(5) !== "", `with check ${details.text(5)}`),
  );
}

/**
 * A name that the database counted on because the first was taken: `t_a_idx1`, `t_check2`. Which of two has which number depends on
 * their order, so it is told without one (ChooseRelationName in src/backend/commands/indexcmds.c, ChooseConstraintName).
 */
export function withoutNumber(table: string, name: string): string {
  const isMade = name.startsWith(`${table}_`) || Buffer.byteLength(name) >= 62;
  return isMade ? name.replace(/_(pkey|key|fkey|check|excl|idx|stat)\d+$/, "_$1") : name;
}
