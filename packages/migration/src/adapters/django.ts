/** Django (https://docs.djangoproject.com): Python files by app, in a graph across apps. Seen with 3.2. */
import type { Adapter, Command, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { listDjango } from "./django-list.ts";
import { parseStatus, statusScript, unapplyScript } from "./django-status.ts";
import { environmentOf } from "./javascript-tool.ts";
import { respell } from "./respelled-url.ts";

/**
 * Django, one migration at a time, its own apps and installed ones alike. Django is asked for the state and not the table:
 * django_migrations has the rows of packages that are not in the checkout, and those that a squash stands for.
 */
export const django: Adapter = {
  tool: "django",
  title: "Django",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  list: listDjango,
  state: (settings) => ({
    how: "status",
    tables: ["django_migrations"],
    status: { command: command(settings, ["shell", "-c", statusScript]), parse: parseStatus },
  }),
  up(pending, { settings, migrations }) {
    const [next] = pending;
    const place = next === undefined ? undefined : placeOf(next.id);
    if (place === undefined || isAmbiguous(place.id, migrations)) {
      return { command: command(settings, ["migrate", "--noinput"]), applies: pending.map(({ id }) => id) };
    }
    return { command: command(settings, ["migrate", "--noinput", place.app, place.name]), applies: [place.id] };
  },
  down(target, { settings, migrations, applied }) {
    const place = placeOf(target.id);
    const others = migrations.filter(({ id }) => id !== target.id && applied.includes(id));
    const isNeeded = others.some(({ after }) => after?.includes(target.id) === true);
    if (place === undefined || !applied.includes(target.id) || target.after === undefined || isNeeded) return undefined;
    const to = downTarget(target, place.app, others, migrations);
    const args =
      to === undefined
        ? ["shell", "-c", unapplyScript(place.app, place.name)]
        : ["migrate", "--noinput", place.app, to];
    return { command: command(settings, args), reverts: target.id };
  },
};

/** `app.name`: labels of apps have no dot. */
function placeOf(id: string): { id: string; app: string; name: string } | undefined {
  const [, app, name] = /^([^.]+)\.(.+)$/.exec(id) ?? [];
  return app === undefined || name === undefined ? undefined : { id, app, name };
}

/** Django takes a name for the beginning of one, even where it is the whole of another (`0002_a` and `0002_ab`), and then refuses. */
function isAmbiguous(id: string, migrations: readonly Migration[]): boolean {
  return migrations.some((each) => each.id !== id && each.id.startsWith(id));
}

/**
 * Where `migrate <app>` has to go for exactly this migration: it unapplies all that follow, in this app from the one that is named
 * or, for `zero`, from the first; in other apps all that depend on them. undefined when others would go, too: of two branches.
 */
function downTarget(
  { after = [] }: Migration,
  app: string,
  others: readonly Migration[],
  migrations: readonly Migration[],
): string | undefined {
  const ofApp = (id: string): boolean => id.startsWith(`${app}.`);
  const before = after.filter(ofApp);
  if (before.length === 0) return others.some(({ id }) => ofApp(id)) ? undefined : "zero";
  const safe = before.find(
    (id) =>
      !isAmbiguous(id, migrations) && !others.some((other) => ofApp(other.id) && other.after?.includes(id) === true),
  );
  return safe === undefined ? undefined : placeOf(safe)?.name;
}

function command(settings: ToolSettings, args: readonly string[]): Command {
  const [first, ...rest] = settings.toolCommand.length > 0 ? settings.toolCommand : ["python", "manage.py"];
  const url = settings.url === undefined ? undefined : respell(settings.url, SPELLING);
  return { argv: [first ?? "python", ...rest, ...args], environment: environmentOf(settings, url) };
}

/** What the packages that read DATABASE_URL for Django (dj-database-url, django-environ) understand. */
const SPELLING = { postgresql: "postgresql", mysql: "mysql", sqlite: "sqlite:///" };
