/** Finds the migrations of a project's own apps in its checkout. */
import { posix } from "node:path";
import type { Files, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { orderByAfter } from "./alembic-graph.ts";
import { readDjangoFile } from "./django-migration.ts";
import type { DjangoFile, DjangoName } from "./django-migration.ts";
import { assignments, blockOf, literalOf } from "./python-meaning.ts";
import { pythonLines } from "./python-source.ts";
import { digestOfScripts } from "./sql-scripts.ts";

/** `…/<app>/migrations/<name>.py`. Django leaves out what begins with `_` or `~`. */
const FILE = /^(.+\/)?([^/]+)\/migrations\/([^_~/][^/]*)\.py$/;
/** Installed packages and environments: not the project's own. */
const FOREIGN = /(?:^|\/)(?:site-packages|dist-packages|node_modules|\.[^/]+|venv|virtualenv)\//;

type Found = DjangoFile & DjangoName & { text: string };

/** The migrations of the checkout in an order that their dependencies allow. What replaces others (a squash) stands for them. */
export async function listDjango(files: Files, { migrationsDirectory }: ToolSettings): Promise<readonly Migration[]> {
  const paths = (await files.list(migrationsDirectory || ".", true)).filter((path) => !FOREIGN.test(`${path}/`));
  const packages = new Set(paths.filter((path) => path.endsWith("/__init__.py")).map((path) => posix.dirname(path)));
  const found: Found[] = [];
  const labels = new Map<string, string>();
  for (const path of paths) {
    const [, , directory, name] = FILE.exec(path) ?? [];
    // Without __init__.py Django takes an app for one without migrations.
    if (directory === undefined || name === undefined || !packages.has(posix.dirname(path))) continue;
    const text = (await files.read(path)) ?? "";
    const file = readDjangoFile(text);
    if (file === undefined) continue;
    const home = posix.dirname(posix.dirname(path));
    const app = labels.get(home) ?? (await labelOf(files, home, directory));
    labels.set(home, app);
    found.push({ ...file, app, name, text });
  }
  return orderByAfter(toMigrations(found));
}

/** An app goes by its directory, or by the label that its apps.py gives it. */
async function labelOf(files: Files, home: string, directory: string): Promise<string> {
  const lines = pythonLines((await files.read(`${home}/apps.py`)) ?? "");
  const config = blockOf(lines, ({ indent, tokens }) => indent === 0 && tokens[0]?.text === "class");
  const label = literalOf(assignments(config ?? []).get("label") ?? []);
  return typeof label === "string" ? label : directory;
}

function toMigrations(all: readonly Found[]): readonly Migration[] {
  const replaced = new Set(all.flatMap(({ replaces }) => replaces.map(idOf)));
  const kept = all.filter((each) => !replaced.has(idOf(each)));
  const stands = new Map(kept.flatMap((each) => each.replaces.map((old) => [idOf(old), idOf(each)] as const)));
  const resolve = (wanted: DjangoName): string => {
    const app = kept.filter((each) => each.app === wanted.app);
    const first = app.find(({ dependencies }) => dependencies.every((each) => each.app !== wanted.app));
    const last = app.find((each) =>
      app.every(({ dependencies }) => !dependencies.some((one) => idOf(one) === idOf(each))),
    );
    const named = wanted.name === "__first__" ? first : wanted.name === "__latest__" ? last : undefined;
    return stands.get(idOf(wanted)) ?? idOf(named ?? wanted);
  };
  return kept.map((each) => {
    const id = idOf(each);
    const before = kept.filter(({ runBefore }) => runBefore.some((one) => idOf(one) === id));
    const after = [...each.dependencies.map(resolve), ...before.map(idOf)].filter((one) => one !== id);
    return {
      id,
      title: id,
      digest: digestOfScripts([each.text]),
      down: each.down,
      ...(each.downSql === undefined ? {} : { downSql: each.downSql }),
      after: [...new Set(after)],
      ...(each.isAtomic ? {} : { outsideTransaction: true }),
    };
  });
}

function idOf({ app, name }: DjangoName): string {
  return `${app}.${name}`;
}
