/**
 * Asks Django itself what there is: only it knows the apps that are installed, and their migrations are not in the checkout.
 * `showmigrations` says neither the order of application nor what the table has beyond the files, and hides it with exit code 0.
 */
import { Failure, parseJson } from "@handrail/runner";
import type { StatusReader } from "../adapter.ts";
import { rootCause } from "../tool-output.ts";
import type { AppliedSet, DownKind, Migration } from "../migration.ts";

/**
 * What `manage.py shell -c` runs. A line for each applied row and for each migration, the last one with their counts; short lines,
 * for a task's log cuts long ones. Before 4.0 a squash that was unapplied stays recorded (django/django#14500). Django's names since 1.10: MigrationLoader.graph, .applied_migrations, Operation.reversible.
 */
export const statusScript = `
import django, hashlib, json, sys
from django.db import connections, migrations as M
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder as R
def idle(f):
    c = getattr(f, "__code__", None)
    return f == M.RunPython.noop or c is not None and len(c.co_code) <= len(M.RunPython.noop.__code__.co_code)
def kinds(ops):
    out = []
    for o in ops:
        if isinstance(o, M.SeparateDatabaseAndState): out += kinds(o.database_operations)
        elif not o.reversible: out.append("none")
        elif isinstance(o, M.RunSQL): out += [] if not o.sql else ["real" if o.reverse_sql else "empty"]
        elif isinstance(o, M.RunPython): out += [] if idle(o.code) else ["empty" if idle(o.reverse_code) else "real"]
        else: out.append("real")
    return out
def down(m):
    k = kinds(m.operations) + (["none"] if m.replaces and django.VERSION < (4, 0) else [])
    return "none" if "none" in k else "empty" if k and "real" not in k else "real"
def digest(m):
    try: return hashlib.sha256(open(sys.modules[m.__module__].__file__, "rb").read()).hexdigest()
    except Exception: return ""
def say(kind, value): print("handrail " + kind + " " + json.dumps(value))
e = MigrationExecutor(connections["default"])
g = e.loader.graph
rows = [(r.app, r.name) for r in R.Migration.objects.using("default").order_by("id")] if R(e.connection).has_table() else []
heir = {tuple(k): n for n, m in g.nodes.items() if m for k in m.replaces}
rows = list(dict.fromkeys(r if r in g.nodes else heir.get(r, r) for r in rows))
done = set(rows) | set(e.loader.applied_migrations)
plan = [m for m, _ in e.migration_plan(g.leaf_nodes(), clean_start=True)]
gone = [r for r in rows if r not in g.nodes and r[0] not in e.loader.migrated_apps]
for r in rows: say("applied", ".".join(r))
for r in gone: say("known", [".".join(r), "", "none", [], True])
for m in plan:
    n = (m.app_label, m.name)
    say("known", [".".join(n), digest(m), down(m), sorted(".".join(p.key) for p in g.node_map[n].parents), bool(m.atomic)])
    if n not in done: say("pending", ".".join(n))
say("end", [len(rows), len(gone) + len(plan)])
`;

/**
 * What `manage.py shell -c` runs to unapply one migration where `migrate` would take others, too: what `migrate` itself does with
 * its plan (MigrationExecutor.migrate, since 1.8), without the signals around it.
 */
export function unapplyScript(app: string, name: string): string {
  return `
import sys
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
e = MigrationExecutor(connections["default"])
key = (${JSON.stringify(app)}, ${JSON.stringify(name)})
node = e.loader.graph.node_map[key]
done = e.loader.applied_migrations
if key not in done or any(c.key in done for c in node.children): sys.exit("It is not applied, or needed by others.")
e.migrate([], plan=[(e.loader.graph.nodes[key], True)])
`;
}

/** Reads what it printed. @throws Failure `tool-failed` */
export function parseStatus({ exitCode, stdout, stderr }: Parameters<StatusReader["parse"]>[0]): AppliedSet {
  const said: Record<string, unknown[]> = { applied: [], known: [], pending: [], end: [] };
  for (const line of stdout.split(/\r?\n/)) {
    const [, kind = "", json = ""] = /^handrail (\w+) (.*)$/.exec(line.trim()) ?? [];
    if (kind !== "") said[kind]?.push(readLine(json));
  }
  const applied = (said["applied"] ?? []).filter(isText);
  const known = (said["known"] ?? []).flatMap(toMigration);
  const [end] = said["end"] ?? [];
  const isWhole = Array.isArray(end) && end[0] === applied.length && end[1] === known.length;
  if (exitCode !== 0 || !isWhole) throw failed({ stdout, stderr });
  const pending = (said["pending"] ?? []).filter(isText);
  return { applied: applied.map((id) => ({ id })), isInOrder: true, pending, known };
}

const KINDS: readonly DownKind[] = ["real", "empty", "none"];

function toMigration(value: unknown): Migration[] {
  if (!Array.isArray(value)) return [];
  const [id, digest, kind, after, isAtomic]: readonly unknown[] = value;
  const down = KINDS.find((each) => each === kind);
  if (!isText(id) || !isText(digest) || down === undefined || !Array.isArray(after)) return [];
  return [
    {
      id,
      title: id,
      digest,
      down,
      after: after.filter(isText),
      ...(isAtomic === true ? {} : { outsideTransaction: true }),
    },
  ];
}

function readLine(json: string): unknown {
  try {
    return parseJson(json);
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function failed(said: { stdout: string; stderr: string }): Failure {
  const why = rootCause(said);
  return new Failure({
    reason: "tool-failed",
    what: `Django cannot say which migrations are applied${why === "" ? "" : ` (${why})`}`,
    remedy: "Run `python manage.py showmigrations` by hand where the step runs it, and mend what it says.",
  });
}
