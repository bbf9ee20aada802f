/** The order of effects: what is new, the base, then each new migration up, down and up; comment, summary, verdict. */
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import { takeSnapshot } from "@handrail/migration";
import type { Files, Migration, Place } from "@handrail/migration";
import { Failure, toFailure } from "@handrail/runner";
import type { ActionResult, Host } from "@handrail/runner/host";
import { checkAction, renderCheck, renderCheckSummary } from "./comment.ts";
import type { CheckReport } from "./comment.ts";
import type { Inputs } from "./inputs.ts";
import { compareLists } from "./new-migrations.ts";
import type { Comparison } from "./new-migrations.ts";
import { applyOld, goesOneByOne, roundTrip } from "./round-trip.ts";
import type { Trip } from "./round-trip.ts";
import { isEnough, judgeMigration, worst } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

/** What the step is about, and what it may touch. */
export type CheckStep = {
  inputs: Inputs;
  context: GitHubContext;
  deps: {
    host: Pick<Host, "log" | "cancelled" | "redactor">;
    files: Files;
    /** The same place at the base. @throws Failure `invalid-input` when nobody has that commit */
    openBase(): Promise<Files>;
    openPlace(): Promise<Place>;
    github(): Promise<Pick<GitHubClient, "upsertComment">>;
  };
};

/** Checks, and resolves with what the step says. */
export async function run(step: CheckStep): Promise<ActionResult> {
  const { inputs, context, deps } = step;
  if (context.isUntrusted) throw untrusted();
  const place = await deps.openPlace();
  try {
    const comparison = await compare(step, place);
    if (comparison.added.length === 0 || inputs["dry-run"])
      return await conclude(step, place, comparison, { judged: [] });
    const judged: Judged[] = [];
    try {
      await tryAll({ step, place, comparison, judged });
      return await conclude(step, place, comparison, { judged });
    } catch (thrown) {
      deps.host.cancelled.throwIfAborted();
      return await conclude(step, place, comparison, { judged, failure: toFailure(thrown) });
    }
  } finally {
    await place.executor.close();
  }
}

async function compare({ deps }: CheckStep, { adapter, settings }: Place): Promise<Comparison> {
  const head = await adapter.list(deps.files, settings);
  const base = head === undefined ? undefined : await adapter.list(await deps.openBase(), settings);
  if (head !== undefined && base !== undefined) return compareLists(base, head);
  throw new Failure({
    reason: "invalid-input",
    what: `Which migrations are new cannot be told: ${adapter.title} alone knows where they are`,
    remedy: "Name their directory in migrations-directory.",
  });
}

type Attempt = { step: CheckStep; place: Place; comparison: Comparison; judged: Judged[] };

async function tryAll({ step, place, comparison, judged }: Attempt): Promise<void> {
  const { log, cancelled } = step.deps.host;
  const { old, added } = comparison;
  await requireEmpty(place);
  const trip: Trip = { place, migrations: [...old, ...added].toSorted(byOrder(comparison)), log, cancelled };
  const isOneByOne = goesOneByOne(trip, added);
  const isAlone = isOneByOne || old.length === 0;
  if (isAlone) await applyOld(trip, old);
  if (isAlone) await seed(step, place);
  const groups = isOneByOne ? added.map((each) => [each]) : [added];
  for (const group of groups) judged.push(judgeMigration(await roundTrip(trip, group, isAlone)));
}

/** The tool's own order: that of the head's list. */
function byOrder({ order }: Comparison): (a: Migration, b: Migration) => number {
  return (a, b) => order.indexOf(a.id) - order.indexOf(b.id);
}

/** Everything in the database is changed: one that holds anything is not thrown away by mistake. */
async function requireEmpty(place: Place): Promise<void> {
  const { ids, schema } = await takeSnapshot(place);
  // A new database of PostgreSQL has a schema, and whatever its template brings along.
  const first = schema?.objects.find(({ kind }) => kind !== "schema" && kind !== "extension");
  if (ids.length === 0 && first === undefined) return;
  const what =
    ids.length > 0 ? `${ids.length} migrations are applied` : `${first?.kind ?? ""} ${first?.name ?? ""} is there`;
  throw new Failure({
    reason: "not-empty",
    what: `The database of the check is not empty: ${what}`,
    remedy: "Give an empty throwaway database: one of the job's services, or a new sqlite file.",
  });
}

async function seed({ inputs }: CheckStep, { executor }: Place): Promise<void> {
  const [program, ...rest] = inputs["seed-command"];
  if (program === undefined) return;
  const ending = await executor.run({ argv: [program, ...rest], environment: {} }, { title: "seed-command" });
  if (ending.kind === "exited" && ending.exitCode === 0) return;
  throw new Failure({
    reason: "tool-failed",
    what: `seed-command failed: ${ending.cause}`,
    remedy: "Run it by hand on a database that has the migrations of the base.",
  });
}

async function conclude(
  step: CheckStep,
  place: Place,
  comparison: Comparison,
  { judged, failure }: { judged: readonly Judged[]; failure?: Failure },
): Promise<ActionResult> {
  const { inputs, deps } = step;
  const isDry = inputs["dry-run"];
  const ids = comparison.added.map(({ id }) => id);
  const reached = judged.flatMap((each) => each.ids);
  // Before they are escaped: afterwards nobody would find a secret in them.
  const redact = (text: string): string => deps.host.redactor.redact(text);
  const report: CheckReport = {
    label: inputs.label === "" ? inputs["working-directory"] : inputs.label,
    tool: place.adapter.title,
    place: titles[place.executor.engine],
    judged: judged.map((each) => ({ ...each, reasons: each.reasons.map(redact) })),
    comparison,
    failed: failure === undefined ? "" : redact(`${failure.what}. ${failure.remedy}`),
    notes: isDry && ids.length > 0 ? [`A dry run: not tried: ${ids.join(", ")}`] : [],
  };
  const comment = await publish(step, report, ids.length > 0);
  const verdict = worst(judged);
  const result = failure !== undefined ? "failed" : judged.length === 0 ? "nothing-to-do" : verdict;
  const bad = failure ?? (judged.length === 0 ? undefined : tooLittle(judged, inputs.require));
  if (bad === undefined)
    deps.host.log.info(judged.length === 0 ? "No new migrations" : `The new migrations are ${verdict}`);
  return {
    outputs: {
      result,
      "failure-reason": bad?.reason ?? "",
      applied: reached,
      reverted: judged.filter((each) => each.verdict !== "irreversible").flatMap((each) => each.ids),
      pending: ids.filter((id) => !reached.includes(id)),
      migrations: judged.flatMap((each) =>
        each.ids.map((id) => ({ id, verdict: each.verdict, reasons: [...each.reasons] })),
      ),
      ...comment,
    },
    summary: renderCheckSummary(report),
    ...(bad === undefined ? {} : { failure: bad }),
  };
}

const titles = { postgresql: "PostgreSQL", mysql: "MySQL or MariaDB", sqlite: "SQLite" } as const;

/** The verdict is not as good as it must be. */
function tooLittle(judged: readonly Judged[], require: Inputs["require"]): Failure | undefined {
  const verdict = worst(judged);
  if (isEnough(verdict, require)) return undefined;
  const found = judged.find((each) => each.verdict === verdict);
  return new Failure({
    reason: verdict,
    result: verdict,
    what: `${found?.title ?? ""} is ${verdict}: ${found?.reasons.join(" ") ?? ""}`,
    remedy:
      verdict === "lossy"
        ? "Keep what it takes away until a later deployment, or set require: lossy when the loss is meant."
        : "Give it a down that undoes it; or set require: nothing when it is meant to be irreversible: the rollback button will refuse it.",
  });
}

async function publish(
  { inputs, context, deps }: CheckStep,
  report: CheckReport,
  hasNew: boolean,
): Promise<Record<string, string>> {
  const { owner, repo, pullRequest } = context;
  if (inputs.comment === "never" || pullRequest === undefined || inputs["github-token"] === "" || inputs["dry-run"])
    return {};
  try {
    const github = await deps.github();
    const written = await github.upsertComment({
      owner,
      repo,
      pullRequest: pullRequest.number,
      action: checkAction,
      key: report.label,
      body: deps.host.redactor.redact(renderCheck(report)),
      ...(inputs.comment === "changes" && !hasNew ? { isOnlyUpdate: true } : {}),
    });
    return { "comment-id": written.id === 0 ? "" : String(written.id), "comment-url": written.url };
  } catch (thrown) {
    const { what, remedy } = toFailure(thrown);
    deps.host.log.warning(`The comment could not be written: ${what} ${remedy}`);
    return {};
  }
}

function untrusted(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "This event runs code of a fork with the repository's secrets (pull_request_target)",
    remedy: "Run the check on pull_request.",
  });
}
