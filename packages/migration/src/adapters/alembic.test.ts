import { describe, expect, test } from "@jest/globals";
import { sqliteUrl, workspace } from "@handrail/testkit";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Migration } from "../migration.ts";
import { alembic } from "./alembic.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { describeInstalled, openToolBench } from "./python-fixture.ts";
import { describeWays, expectDone, LONG_MS, revertAll, tableMigration } from "./python-scenarios-fixture.ts";

describeWays("alembic", { wholeOn: ["postgresql", "mysql", "sqlite"], halfOn: ["mysql", "sqlite"] });

/** A revision that makes a table of its name. */
function revision(id: string, down: string, { needs = "None", labels = "None", body = "" } = {}): string {
  const [up, back] =
    body === "" ? [`op.execute("create table ${id} (i int)")`, `op.execute("drop table ${id}")`] : [body, body];
  return `"""${id}"""
from alembic import op
revision = "${id}"
down_revision = ${down}
branch_labels = ${labels}
depends_on = ${needs}
def upgrade() -> None:
    ${up}
def downgrade() -> None:
    ${back}
`;
}

/** Two branches that meet, and a base of its own that needs one of them. */
const graph: Readonly<Record<string, string>> = {
  a1: revision("a1", "None"),
  a2: revision("a2", "'a1'"),
  b2: revision("b2", "'a1'", { labels: "('bb',)" }),
  m3: revision("m3", "('a2', 'b2')", { body: "pass" }),
  c4: revision("c4", "'m3'"),
  z1: revision("z1", "None", { needs: "'a1'", labels: "('zz',)" }),
  z2: revision("z2", "'z1'", { needs: "['bb']" }),
};

describeInstalled("alembic", () => {
  test(
    "goes through a graph, one revision at a time, there and back",
    async () => {
      using folder = workspace({}, { git: false });
      using bench = await openToolBench({
        tool: "alembic",
        url: sqliteUrl(folder.path),
        migrations: [],
        // As in a task, which knows its own.
        environment: { DATABASE_URL: `sqlite:///${folder.path}/app.db` },
        prepare: ({ directory }) => {
          for (const [id, text] of Object.entries(graph)) {
            writeFileSync(join(directory, "alembic/versions", `${id}_x.py`), text);
          }
        },
      });
      const order = (await bench.migrations()).map(({ id }) => id);
      expect(order.toSorted()).toEqual(Object.keys(graph).toSorted());
      for (const count of order.keys()) {
        const ended = await bench.up();
        expectDone(ended);
        expect(new Set(await bench.ids())).toEqual(new Set(order.slice(0, count + 1)));
      }
      // The image of a task is asked another way, and says the same.
      const reader = bench.adapter.state({ ...bench.settings, isRemote: true });
      if (reader.how !== "status") throw new Error("It is asked by its table.");
      const told = reader.status.parse(await bench.run(reader.status.command));
      expect(new Set(told.applied.map(({ id }) => id))).toEqual(new Set(order));
      const after = (all: readonly Migration[]): unknown =>
        Object.fromEntries(all.map((each) => [each.id, each.after?.toSorted()]));
      expect(after(told.known ?? [])).toEqual(after(await bench.migrations()));
      await revertAll(bench);
      expect(await bench.tables()).toEqual([]);
    },
    LONG_MS,
  );

  test(
    "says so when the database is ahead",
    async () => {
      using folder = workspace({}, { git: false });
      const [first, second] = [tableMigration("m1_a"), tableMigration("m2_b")];
      using bench = await openToolBench({ tool: "alembic", url: sqliteUrl(folder.path), migrations: [first, second] });
      expectDone(await bench.up());
      expectDone(await bench.up());
      await bench.project.write([first]);
      expect(await bench.ids()).toEqual([bench.project.idOf("m2_b")]);
      expect(await bench.down(bench.project.idOf("m1_a"))).toBeUndefined();
      expect((await bench.up()).exitCode).not.toBe(0);
      expect(await bench.tables()).toEqual(["m1_a_t", "m2_b_t"]);
    },
    LONG_MS,
  );
});

describe("what a revision says of its way back", () => {
  const list = async (
    texts: Readonly<Record<string, string>>,
    url = "postgres://u@h/d",
  ): Promise<readonly Migration[]> => (await alembic.list(filesOf(texts), settingsFor(url))) ?? [];
  const one = async (down: string, up = "    op.execute('x')"): Promise<Migration | undefined> => {
    const head = `revision = "a"\ndown_revision = None\ndef upgrade():\n${up}\n`;
    return (await list({ "alembic/versions/a.py": `${head}${down}` }))[0];
  };

  test.each([
    ["", "none"],
    ["def downgrade():\n    pass", "empty"],
    ["def downgrade():\n    '''nothing'''", "empty"],
    ["def downgrade():\n    raise NotImplementedError", "none"],
    ["def downgrade():\n    op.drop_table('a')", "real"],
    ["def downgrade(engine_name):\n    globals()['downgrade_%s' % engine_name]()", "unknown"],
  ])("%j", async (down, kind) => {
    expect((await one(down))?.down).toBe(kind);
  });

  test("a merge has nothing to undo", async () => {
    expect((await one("def downgrade():\n    pass", "    pass"))?.down).toBe("real");
  });

  test("its SQL, where it is nothing else", async () => {
    const sql = "def downgrade():\n    op.execute('drop table a;')\n    op.execute(sa.text('''drop\ntable b'''))";
    expect((await one(sql))?.downSql).toBe("drop table a;\ndrop\ntable b;\n");
    expect((await one(`${sql}\n    op.drop_table('c')`))?.downSql).toBeUndefined();
    expect((await one("def downgrade():\n    op.execute(sql)"))?.downSql).toBeUndefined();
  });

  test("and of its transaction", async () => {
    const text = revision("a", "None");
    const outside = async (url: string, source: string): Promise<unknown> =>
      (await list({ "alembic/versions/a.py": source }, url))[0]?.outsideTransaction;
    expect(await outside("postgres://u@h/d", text)).toBeUndefined();
    expect(await outside("sqlite:app.db", text)).toBe(true);
    expect(await outside("postgres://u@h/d", `${text}# with op.get_context().autocommit_block():`)).toBe(true);
  });
});

describe("where revisions are", () => {
  const [a1, a2] = [revision("a1", "None"), revision("a2", "'a1'")];
  const pyproject =
    '[tool.alembic]\nscript_location = "%(here)s/db"\nversion_locations = [\n  "db/one",\n  "db/two",\n]\n';

  test.each<[name: string, texts: Record<string, string>, settings: object]>([
    ["alembic init", { "alembic/versions/a1.py": a1, "alembic/versions/a2.py": a2 }, {}],
    [
      "an ini",
      {
        "alembic.ini": "[x]\nscript_location = no\n[alembic]\nscript_location = %(here)s/db\n",
        "db/versions/a.py": a1,
        "db/versions/b.py": a2,
      },
      {},
    ],
    [
      "by -c",
      { "x/y.ini": "[alembic]\nscript_location=%(here)s/db", "x/db/versions/a.py": a1, "x/db/versions/b.py": a2 },
      { toolCommand: ["alembic", "-c", "x/y.ini"] },
    ],
    [
      "by -n",
      {
        "alembic.ini": "[alembic]\nscript_location=no\n[other]\nscript_location=db",
        "db/versions/a.py": a1,
        "db/versions/b.py": a2,
      },
      { toolCommand: ["alembic", "--name=other"] },
    ],
    [
      "several",
      {
        "alembic.ini": "[alembic]\nscript_location = s\nversion_locations = one:two\nversion_path_separator = os  # so",
        "one/a.py": a1,
        "two/b.py": a2,
      },
      {},
    ],
    [
      "several, as of old",
      { "alembic.ini": "[alembic]\nversion_locations = one,\n  two\n", "one/a.py": a1, "two/b.py": a2 },
      {},
    ],
    [
      "a package",
      {
        "alembic.ini": "[alembic]\nscript_location = my.shop:db",
        "my/shop/db/versions/a.py": a1,
        "my/shop/db/versions/b.py": a2,
      },
      {},
    ],
    [
      "deep",
      {
        "alembic.ini": "[alembic]\nscript_location = db\nrecursive_version_locations = true",
        "db/versions/2026/a.py": a1,
        "db/versions/b.py": a2,
      },
      {},
    ],
    ["pyproject.toml", { "pyproject.toml": pyproject, "db/one/a.py": a1, "db/two/b.py": a2 }, {}],
    [
      "Flask-Migrate",
      { "migrations/alembic.ini": "[alembic]\n", "migrations/versions/a.py": a1, "migrations/versions/b.py": a2 },
      {},
    ],
    ["by input", { "db/versions/a.py": a1, "db/versions/b.py": a2 }, { migrationsDirectory: "db" }],
    [
      "by input, the versions",
      { "db/versions/a.py": a1, "db/versions/b.py": a2, "db/versions/__init__.py": "x" },
      { migrationsDirectory: "./db/versions" },
    ],
  ])("%s", async (_, texts, more) => {
    const listed = await alembic.list(filesOf(texts), settingsFor("postgres://u@h/d", more));
    expect(listed?.map(({ id }) => id)).toEqual(["a1", "a2"]);
  });

  test.each<[why: string, texts: Record<string, string>]>([
    ["no revisions", { "alembic/versions/README": "x" }],
    ["more than once", { "alembic/versions/a.py": a1, "alembic/versions/b.py": a1 }],
    ["which is not there", { "alembic/versions/b.py": a2 }],
    ["a circle", { "alembic/versions/a.py": revision("a1", "'a2'"), "alembic/versions/b.py": a2 }],
    ["more than one", { "alembic/versions/a.py": a1.replace('revision = "a1"', 'revision = "a1@head"') }],
  ])("is no use: %s", async (why, texts) => {
    await expect(alembic.list(filesOf(texts), settingsFor("postgres://u@h/d"))).rejects.toThrow(why);
  });

  test("a revision that is computed is left to Alembic itself", async () => {
    const files = filesOf({ "alembic/versions/a.py": "revision = name()\ndown_revision = None" });
    const settings = settingsFor("postgres://u@h/d");
    expect(await alembic.list(files, settings)).toBeUndefined();
    expect(alembic.state((await alembic.complete?.(files, settings)) ?? settings).how).toBe("status");
  });
});
