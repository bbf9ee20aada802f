import { describe, expect, test } from "@jest/globals";
import { sqliteUrl, workspace } from "@handrail/testkit";
import type { ToolProject } from "@handrail/testkit";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Files } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { django } from "./django.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { describeInstalled, openToolBench } from "./python-fixture.ts";
import type { ToolBench } from "./python-fixture.ts";
import { describeWays, expectDone, LONG_MS, revertAll, tableMigration } from "./python-scenarios-fixture.ts";

describeWays("django", { wholeOn: ["postgresql", "mysql", "sqlite"], halfOn: ["mysql"] });

/** A migration with these dependencies, `app.name`, and operations as they are written. */
function migration(after: readonly string[], operations: readonly string[], more = ""): string {
  const pairs = after.map((id) => `("${id.split(".")[0]}", "${id.split(".")[1]}")`);
  return `from django.db import migrations, models
def back(apps, editor):
    """Nothing to do."""
def forth(apps, editor):
    apps.get_models()
class Migration(migrations.Migration):
    ${more}
    dependencies = [${pairs.join(", ")}]
    operations = [${operations.join(", ")}]
`;
}

const makes = (name: string): string => `migrations.RunSQL("create table ${name} (i int)", "drop table ${name}")`;

/** Two apps: branches that meet in one, and a chain in the other that needs one of them. */
const graph: Readonly<Record<string, string>> = {
  "shop.0001_a": migration([], [makes("a")], "initial = True"),
  "shop.0002_b": migration(["shop.0001_a"], [makes("b")], "atomic = False"),
  "shop.0002_c": migration(["shop.0001_a"], [makes("c")]),
  "shop.0003_merge": migration(["shop.0002_b", "shop.0002_c"], []),
  "blog.0001_d": migration(
    ["shop.0001_a"],
    ['migrations.CreateModel("D", [("id", models.AutoField(primary_key=True))])'],
  ),
  "blog.0002_e": migration(["blog.0001_d", "shop.0002_c"], ["migrations.RunPython(forth, back)", makes("e")]),
  "blog.0003_f": migration(["blog.0002_e"], ["migrations.RunPython(forth, back)"]),
  "blog.0004_g": migration(["blog.0003_f"], [makes("g")]),
};

function writeGraph({ directory }: ToolProject, files: Readonly<Record<string, string>>): void {
  rmSync(join(directory, "shop", "migrations"), { recursive: true });
  for (const [id, text] of Object.entries(files)) {
    const [app = "", name = ""] = id.split(".");
    const folder = join(directory, app, "migrations");
    mkdirSync(folder, { recursive: true });
    for (const each of [dirname(folder), folder]) writeFileSync(join(each, "__init__.py"), "");
    writeFileSync(join(folder, `${name}.py`), text);
  }
}

/** Applies all that is pending, one by one, and reads back each time. */
async function applyAll(bench: ToolBench): Promise<readonly string[]> {
  let now = await bench.state();
  for (;;) {
    const { pending = [] } = now;
    const ids = now.applied.map(({ id }) => id);
    if (pending.length === 0) return ids;
    const ended = await bench.up(now);
    expectDone(ended);
    expect(ended.applies).toEqual(pending.slice(0, 1));
    now = await bench.state();
    expect(now.applied.map(({ id }) => id)).toEqual([...ids, ...ended.applies]);
  }
}

describeInstalled("django", () => {
  test(
    "goes through a graph across apps, one migration at a time, there and back",
    async () => {
      using folder = workspace({}, { git: false });
      using bench = await openToolBench({
        tool: "django",
        url: sqliteUrl(folder.path),
        environment: { APPS: "blog" },
        migrations: [],
        prepare: (project) => writeGraph(project, graph),
      });
      const facts = (all: readonly Migration[] | undefined): unknown =>
        Object.fromEntries(
          (all ?? []).map(({ id, digest, down, after, outsideTransaction: outside }) => [
            id,
            [digest, down, after?.toSorted(), outside],
          ]),
        );
      // What the files say, and what Django says.
      const known = await bench.migrations();
      const texts = Object.entries(graph).flatMap(([id, text]): [string, string][] => {
        const [app = "", name = ""] = id.split(".");
        return [
          [`${app}/migrations/${name}.py`, text],
          [`${app}/migrations/__init__.py`, ""],
        ];
      });
      const listed = await django.list(rootFiles(Object.fromEntries(texts)), settingsFor("sqlite:x.db"));
      expect(facts(listed)).toEqual(facts(known));
      expect(Object.fromEntries(known.map(({ id, down }) => [id, down]))).toMatchObject({
        "blog.0002_e": "real",
        "blog.0003_f": "empty",
        "shop.0003_merge": "real",
      });
      await applyAll(bench);
      await revertAll(bench);
      expect(await bench.tables()).toEqual([]);
    },
    LONG_MS,
  );

  test(
    "knows the apps of installed packages, and tells a drift from one that is gone",
    async () => {
      using folder = workspace({}, { git: false });
      const url = sqliteUrl(folder.path);
      const APPS = "django.contrib.contenttypes django.contrib.sessions";
      const migrations = [tableMigration("m1_a"), tableMigration("m2_b")];
      using bench = await openToolBench({ tool: "django", url, environment: { APPS }, migrations });
      const all = await applyAll(bench);
      expect(all.toSorted()).toEqual([
        "contenttypes.0001_initial",
        "contenttypes.0002_remove_content_type_name",
        "sessions.0001_initial",
        ...["m1_a", "m2_b"].map((slug) => bench.project.idOf(slug)),
      ]);
      expectDone(await bench.down("sessions.0001_initial"));
      expect(await bench.tables()).toEqual(["django_content_type", "m1_a_t", "m2_b_t"]);
      using without = await openToolBench({ tool: "django", url, migrations: migrations.slice(0, 1) });
      const { applied, known = [], pending } = await without.state();
      const strange = applied.map(({ id }) => id).filter((id) => !known.some((each) => each.id === id));
      expect(strange).toEqual([bench.project.idOf("m2_b")]);
      expect(pending).toEqual([]);
      // Of an app that is not installed any more nothing can be taken back.
      expect(known.find(({ id }) => id === "contenttypes.0001_initial")?.down).toBe("none");
    },
    LONG_MS,
  );

  test(
    "takes a squash for what it stands for",
    async () => {
      using folder = workspace({}, { git: false });
      using bench = await openToolBench({
        tool: "django",
        url: sqliteUrl(folder.path),
        migrations: [],
        prepare: (project) =>
          writeGraph(project, { "shop.0001_a": graph["shop.0001_a"] ?? "", "shop.0002_b": graph["shop.0002_b"] ?? "" }),
      });
      expect(await applyAll(bench)).toEqual(["shop.0001_a", "shop.0002_b"]);
      const replaces = 'replaces = [("shop", "0001_a"), ("shop", "0002_b")]';
      const squash = migration([], [makes("a"), makes("b")], replaces);
      const next = migration(["shop.0002_b"], [makes("c")]);
      writeFileSync(join(bench.project.directory, "shop/migrations/0001_squashed.py"), squash);
      writeFileSync(join(bench.project.directory, "shop/migrations/0003_c.py"), next);
      expect(await bench.ids()).toEqual(["shop.0001_squashed"]);
      expect(await applyAll(bench)).toEqual(["shop.0001_squashed", "shop.0003_c"]);
      rmSync(join(bench.project.directory, "shop/migrations/0001_a.py"));
      rmSync(join(bench.project.directory, "shop/migrations/0002_b.py"));
      expect(await bench.ids()).toEqual(["shop.0001_squashed", "shop.0003_c"]);
      expectDone(await bench.down("shop.0003_c"));
      // Django 3.2 would undo it, and go on to say that it is applied.
      const { known = [] } = await bench.state();
      expect(known.map(({ id, down }) => [id, down])).toEqual([
        ["shop.0001_squashed", "none"],
        ["shop.0003_c", "real"],
      ]);
    },
    LONG_MS,
  );

  test(
    "applies all at once where Django cannot tell a name from the beginning of another",
    async () => {
      using folder = workspace({}, { git: false });
      using bench = await openToolBench({
        tool: "django",
        url: sqliteUrl(folder.path),
        migrations: [],
        prepare: (project) =>
          writeGraph(project, {
            "shop.0001_a": migration([], [makes("a")]),
            "shop.0001_ab": migration(["shop.0001_a"], [makes("b")]),
          }),
      });
      const ended = await bench.up();
      expectDone(ended);
      expect(ended.applies).toEqual(["shop.0001_a", "shop.0001_ab"]);
      expect(await bench.ids()).toEqual(["shop.0001_a", "shop.0001_ab"]);
      expectDone(await bench.down("shop.0001_ab"));
      expect(await bench.tables()).toEqual(["a"]);
    },
    LONG_MS,
  );

  test(
    "says what is wrong when it cannot be asked",
    async () => {
      using folder = workspace({}, { git: false });
      using bench = await openToolBench({
        tool: "django",
        url: sqliteUrl(folder.path),
        environment: { APPS: "no.such.app" },
        migrations: [tableMigration("m1_a")],
      });
      await expect(bench.state()).rejects.toThrow(/Django cannot say .*No module named 'no'/);
    },
    LONG_MS,
  );
});

describe("what a migration says of its way back", () => {
  const one = async (operations: readonly string[], more = ""): Promise<Migration | undefined> => {
    const texts = { "a/migrations/0001_a.py": migration([], operations, more), "a/migrations/__init__.py": "" };
    return (await django.list(rootFiles(texts), settingsFor("postgres://h/d")))?.[0];
  };

  test.each<[operations: string[], down: string]>([
    [[], "real"],
    [["migrations.AddField('a', 'b', models.TextField())"], "real"],
    [["migrations.RunSQL('x')"], "none"],
    [["migrations.RunSQL('x', None)"], "none"],
    [["migrations.RunSQL('x', reverse_sql='y')"], "real"],
    [["migrations.RunSQL('x', '')"], "empty"],
    [["migrations.RunSQL(sql='x', reverse_sql=migrations.RunSQL.noop)"], "empty"],
    [["RunSQL(X, RunSQL.noop)", "migrations.DeleteModel('a')"], "real"],
    [["migrations.RunPython(forth)"], "none"],
    [["migrations.RunPython(forth, migrations.RunPython.noop)"], "empty"],
    [["migrations.RunPython(forth, back)"], "empty"],
    [["migrations.RunPython(forth, reverse_code=forth)"], "real"],
    [["migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)"], "real"],
    [["migrations.SeparateDatabaseAndState([migrations.RunSQL('x')], [])"], "none"],
    [["migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel('a')])"], "real"],
    [["my.Operation()"], "unknown"],
    [["my.Operation()", "migrations.RunSQL('x')"], "none"],
    [["*more"], "unknown"],
  ])("%j", async (operations, down) => {
    expect((await one(operations))?.down).toBe(down);
  });

  test("its SQL, where it is nothing else", async () => {
    const two = [
      makes("a"),
      "migrations.RunSQL(['x'], ['drop b', 'drop c'])",
      "migrations.RunSQL('x', migrations.RunSQL.noop)",
    ];
    expect((await one(two))?.downSql).toBe("drop b;\ndrop c;\ndrop table a;\n");
    expect((await one([...two, "migrations.DeleteModel('a')"]))?.downSql).toBeUndefined();
    expect((await one(["migrations.RunSQL('x', [('delete from a where b = %s', [1])])"]))?.downSql).toBeUndefined();
  });

  test("and of its transaction", async () => {
    expect((await one([], "atomic = False"))?.outsideTransaction).toBe(true);
    expect((await one([], "atomic = True"))?.outsideTransaction).toBeUndefined();
  });
});

describe("the migrations of a checkout", () => {
  test("are those of its own apps, by their labels, in an order that can be applied", async () => {
    const texts = {
      "apps/shop/apps.py": 'class Shop(AppConfig):\n    name = "apps.shop"\n    label = "store"\n',
      "apps/shop/migrations/__init__.py": "",
      "apps/shop/migrations/0001_a.py": migration(["zoo.__first__", "auth.0001_initial"], []),
      "apps/shop/migrations/0002_b.py": migration(["store.0001_a", "zoo.__latest__"], []),
      "apps/shop/migrations/_helper.py": migration([], []),
      "apps/shop/migrations/notes.py": "x = 1",
      "zoo/migrations/__init__.py": "",
      "zoo/migrations/0001_z.py": migration([], [], 'run_before = [("store", "0001_a")]'),
      "zoo/migrations/0002_y.py": migration(["zoo.0001_z"], []),
      "alembic/migrations/0001_no.py": migration([], []),
      ".venv/lib/site-packages/x/migrations/__init__.py": "",
      ".venv/lib/site-packages/x/migrations/0001_x.py": migration([], []),
    };
    const listed = await django.list(rootFiles(texts), settingsFor("postgres://h/d"));
    expect(listed?.map(({ id, after }) => [id, after])).toEqual([
      ["zoo.0001_z", []],
      ["store.0001_a", ["zoo.0001_z", "auth.0001_initial"]],
      ["zoo.0002_y", ["zoo.0001_z"]],
      ["store.0002_b", ["store.0001_a", "zoo.0002_y"]],
    ]);
  });
});

/** A checkout in memory, of which all is listed. */
function rootFiles(texts: Readonly<Record<string, string>>): Files {
  return { ...filesOf(texts), list: () => Promise.resolve(Object.keys(texts).sort()) };
}
