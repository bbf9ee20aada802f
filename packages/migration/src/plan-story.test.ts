/** What a plan says of data that goes with what is reverted. */
import { describe, expect, it } from "@jest/globals";
import type { RollbackPlan } from "./history.ts";
import type { Migration } from "./migration.ts";
import { tellPlan } from "./plan-story.ts";
import type { LossCount } from "./plan-story.ts";
import type { RecordedMigration } from "./record.ts";

const nothing: LossCount = { found: [], names: [], unknown: [], note: "" };

function told(
  revert: Partial<RecordedMigration>,
  { loss = {}, downSql }: { loss?: Partial<LossCount>; downSql?: string } = {},
): { lost: string[]; markdown: string; facts: unknown } {
  const plan: RollbackPlan = {
    reverts: [{ id: "m2", digest: "", down: "real", ...revert }],
    target: { set: "", count: 1, version: "m1", fingerprint: "" },
    record: undefined,
    undoes: [],
    deployedWith: [],
    deployedBefore: [],
    notes: [],
  };
  const migration: Migration = {
    id: "m2",
    title: "m2.sql",
    digest: "",
    down: "real",
    ...(downSql === undefined ? {} : { downSql }),
  };
  const { lines, markdown, facts } = tellPlan({ plan, loss: { ...nothing, ...loss }, migrations: [migration] });
  return { lost: lines.filter((line) => line.startsWith("  lost: ")).map((line) => line.slice(8)), markdown, facts };
}

describe("what is lost", () => {
  it.each<[string, Parameters<typeof told>, string[]]>([
    ["nothing", [{ creates: [] }], []],
    [
      "rows and values, where there are any",
      [
        {},
        {
          loss: {
            found: [
              { name: "orders", kind: "table", count: 1 },
              { name: "users.email", kind: "column", count: 12_345 },
              { name: "users.name", kind: "column", count: 0 },
            ],
          },
        },
      ],
      ["table orders with 1 row", "12,345 values of users.email"],
    ],
    ["what could not be counted", [{}, { loss: { note: "It could not be counted" } }], ["It could not be counted"]],
    [
      "what does not fit an old type",
      [{ retypes: ["orders.total"] }],
      ["values of orders.total that do not fit its old type, which the down of m2 brings back"],
    ],
    ...[
      "delete from users",
      "DELETE\nFROM users where id > 3;",
      "update users set name = ''",
      "truncate users",
      "alter table users drop column a; Update `users` set name = ''",
    ].map((downSql): [string, Parameters<typeof told>, string[]] => [
      `rows that a down changes: ${downSql}`,
      [{}, { downSql }],
      ["the down of m2 changes or deletes rows; they are not counted here"],
    ]),
    ["nothing by a name that sounds like it", [{}, { downSql: "drop table updates; drop index deleted_from" }], []],
  ])("%s", (_, given, lost) => {
    const plan = told(...given);
    expect(plan.lost).toEqual(lost);
    expect(plan.markdown.includes("What is lost")).toBe(lost.length > 0);
  });

  it("is summed for the summary", () => {
    const found = [
      { name: "orders", kind: "table" as const, count: 1000 },
      { name: "users.email", kind: "column" as const, count: 234 },
    ];
    expect(told({}, { loss: { found } }).facts).toEqual([["lost with it", "1,234 rows and values"]]);
  });
});

it("names the script where the id is not its name", () => {
  const plan: RollbackPlan = {
    reverts: ["a1b2", "m1.js"].map((id) => ({ id, digest: "", down: "real" as const })),
    target: { set: "", count: 0, version: "", fingerprint: "" },
    record: undefined,
    undoes: [],
    deployedWith: [],
    deployedBefore: [],
    notes: [],
  };
  const migrations = [
    { id: "a1b2", title: "a1b2_users.py", digest: "", down: "real" as const },
    { id: "m1.js", title: "m1.js", digest: "", down: "real" as const },
  ];
  const { lines, markdown } = tellPlan({ plan, loss: nothing, migrations });
  expect(lines.slice(1, 3)).toEqual(["  1. a1b2 (a1b2_users.py)", "  2. m1.js"]);
  expect(markdown).toContain("| 1 | `a1b2` a1b2&#95;users&#46;&#8203;py |");
});
