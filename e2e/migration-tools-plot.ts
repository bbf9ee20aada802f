/**
 * The plot that every tool plays on every database: deploys, rollbacks to wherever one can go back to, a migration that fails, and
 * downs that do not do what they should. migration-tools-<tool>.test.ts says what the tool is like.
 */
import { afterEach, expect, it } from "@jest/globals";
import { isDeep, toolProjects, withDatabases } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { chapters, failingNotes } from "./migration-tools-chapters.ts";
import type { Chapter, Slug } from "./migration-tools-chapters.ts";
import { createSecretDatabase, doDirectly } from "./migration-tools-database.ts";
import { openWatch } from "./migration-tools-watch.ts";
import type { Outcome, Player, Watch } from "./migration-tools-watch.ts";

const LIMIT_MS = 600_000;

/**
 * Declares the tests of a tool: one story on each of its databases. In deep runs all of them play all of it, and so does dbmate
 * in `npm test`. There Knex plays all of it on its first database and less on the others; a tool that takes seconds to start plays
 * the main scenes on its first one, and a deployment and its rollback on the others. Where the tool is missing they are skipped;
 * with HANDRAIL_REQUIRE_DATABASES=1 that is an error.
 */
export function playPlot(player: Player): void {
  const isHere = player.tool in toolProjects;
  const missing = `${player.tool} is not installed here`;
  if (!isHere && process.env["HANDRAIL_REQUIRE_DATABASES"] === "1") throw new Error(`${missing}: .ci/run installs it.`);
  if (!isHere) process.stderr.write(`${missing}: tests that need it are skipped.\n`);
  const test = isHere ? it : it.skip;
  let stage: MigrationStage | undefined;
  afterEach(async () => {
    await stage?.clear();
    stage = undefined;
  });
  withDatabases(({ engine, server }) => {
    const isMain = isDeep || player.tool === "dbmate" || engine === player.engines[0];
    const isQuick = isDeep || player.tool === "dbmate" || player.tool === "knex";
    const title = titles[isMain ? (isQuick ? "whole" : "main") : isQuick ? "short" : "least"];
    test(
      `${player.tool}: ${title}`,
      async () => {
        stage = await openMigrationStage({ tool: player.tool, url: await createSecretDatabase(server()) });
        const actor = openActor(stage, openWatch(stage, player, engine), player);
        if (!isMain && !isQuick) return playLeast(actor);
        if (!isMain) await actor.deploy(first, { result: "applied", applied: first });
        else if (isQuick) await playAll(actor);
        else await playMain(actor);
        const failed = await playFailure(actor, player.isClean(engine));
        if (player.isTelling === true && engine !== "sqlite") expect(failed.log).toContain("'(sensitive value)'");
        if (isMain && isQuick) await playLies(actor);
        else await actor.back("previous-deployment", { result: "rolled-back", reverted: ["notes"] });
      },
      LIMIT_MS,
    );
  }, player.engines);
}

const titles = {
  whole: "deploys, goes back everywhere, fails, and is lied to",
  main: "deploys, goes back everywhere, and fails",
  short: "deploys, fails, and goes back",
  least: "deploys, and goes back",
} as const;

/** What the scenes are played with. */
type Actor = {
  stage: MigrationStage;
  player: Player;
  /** The project has exactly these. */
  write(migrations: readonly Chapter[]): Promise<void>;
  deploy(slugs: readonly Slug[], outcome: Outcome): Promise<ActionResult>;
  back(to: string, outcome: Outcome): Promise<ActionResult>;
  run(outcome: Outcome): Promise<ActionResult>;
  /** Somebody does it by hand, and then the schema is what the applied migrations make. */
  mend(statement: string): void;
  idOf(slug: Slug): string;
  recordId(at: number): number;
};

function openActor(stage: MigrationStage, watch: Watch, player: Player): Actor {
  const run = (outcome: Outcome): Promise<ActionResult> => watch.act("run", {}, outcome);
  return {
    stage,
    player,
    run,
    write: (migrations) => stage.write(migrations),
    async deploy(slugs, outcome) {
      await stage.write(slugs.map((slug) => chapters[slug]));
      return run(outcome);
    },
    back: (to, outcome) => watch.act("rollback", { to }, outcome),
    mend(statement) {
      doDirectly(stage.url, statement);
      watch.mended();
    },
    idOf: (slug) => stage.project.idOf(slug),
    recordId: (at) => stage.records().at(at)?.id ?? 0,
  };
}

const first = ["users", "orders"] as const;

async function playAll({ deploy, back, idOf, recordId, stage, player }: Actor): Promise<void> {
  await deploy(first, { result: "applied", applied: first });
  await deploy(first, { result: "nothing-to-do" });
  await deploy([...first, "locale"], { result: "applied", applied: ["locale"] });
  await back("previous-deployment", { result: "rolled-back", reverted: ["locale"] });
  const by = `/runs/${stage.nextRun() - 1}`;
  const again = await back("previous-deployment", { result: "nothing-to-do" });
  expect(again.log).toContain(by);
  // Of several that one command applied no record knows the schema in between.
  if (player.isAllAtOnce === true) {
    await deploy([...first, "locale", "audit"], { result: "applied", applied: ["locale", "audit"] });
    await deploy([...first, "locale", "audit", "stock"], { result: "applied", applied: ["stock"] });
  } else {
    const applied = ["locale", "audit", "stock"] as const;
    await deploy([...first, ...applied], { result: "applied", applied });
  }
  await back(`version:${idOf("audit")}`, { result: "rolled-back", reverted: ["stock"] });
  if (player.isAllAtOnce === true) {
    const error = /^Rollback refused: The schema of that state was not recorded/;
    await back("steps:1", { result: "refused", reason: "no-record", error });
  } else {
    await back("steps:1", { result: "rolled-back", reverted: ["audit"] });
  }
  const reverted: readonly Slug[] = player.isAllAtOnce === true ? ["audit", "locale"] : ["locale"];
  await back(`deployment:${recordId(0)}`, { result: "rolled-back", reverted });
}

/** A version, a step, and nothing to do. */
async function playMain({ deploy, back, idOf }: Actor): Promise<void> {
  await deploy(first, { result: "applied", applied: first });
  await deploy(first, { result: "nothing-to-do" });
  await deploy([...first, "locale"], { result: "applied", applied: ["locale"] });
  await deploy([...first, "locale", "audit"], { result: "applied", applied: ["audit"] });
  await back(`version:${idOf("locale")}`, { result: "rolled-back", reverted: ["audit"] });
  await back("steps:1", { result: "rolled-back", reverted: ["locale"] });
}

async function playLeast({ deploy, back }: Actor): Promise<void> {
  await deploy(first, { result: "applied", applied: first });
  await back("previous-deployment", { result: "rolled-back", reverted: first.toReversed() });
}

/** On top of `first`. Resolves with the job that failed. */
async function playFailure(
  { stage, write, run, back, deploy, mend, idOf }: Actor,
  isClean: boolean,
): Promise<ActionResult> {
  await write([chapters.users, chapters.orders, failingNotes(stage.url)]);
  const why = new RegExp(
    `^Migration ${isClean ? "failed" : "partial"}: ${idOf("notes")} could not be applied: .*nowhere`,
  );
  const pending = ["notes"] as const;
  const half = { slug: "notes", debris: ["notes.id"] } as const;
  const failed = await run(
    isClean
      ? { result: "failed", reason: "tool-failed", pending, error: why }
      : { result: "partial", reason: "half-applied", pending, half, error: why },
  );
  if (!isClean) {
    expect(failed.log).toContain("table notes was added");
    const refused = { result: "refused", reason: "half-applied" } as const;
    const told = `${idOf("notes")} is half applied since deployment #`;
    await run({ ...refused, error: new RegExp(`^Migration refused: ${told}`) });
    await back("previous-deployment", { ...refused, error: new RegExp(`^Rollback refused: ${told}`) });
    mend("drop table notes");
  }
  await deploy([...first, "notes"], { result: "applied", applied: pending });
  return failed;
}

/** On top of `first` and `notes`. */
async function playLies({ deploy, run, back, mend, idOf, player }: Actor): Promise<void> {
  const all = [...first, "notes", "kept", "sham"] as const;
  if (player.isAllAtOnce === true) {
    await deploy(all.slice(0, -1), { result: "applied", applied: ["kept"] });
    await deploy(all, { result: "applied", applied: ["sham"] });
  } else {
    await deploy(all, { result: "applied", applied: ["kept", "sham"] });
  }
  const nothing = new RegExp(`^Rollback refused: .*the down of ${idOf("kept")} does nothing`, "i");
  await back("steps:2", { result: "refused", reason: "irreversible", error: nothing });
  const half = { slug: "sham", debris: ["sham.id"] } as const;
  const lie = new RegExp(`^Rollback partial: ${idOf("sham")} was not really reverted: `);
  await back("steps:1", { result: "partial", reason: "schema-differs", pending: ["sham"], half, error: lie });
  const told = new RegExp(`^Migration refused: ${idOf("sham")} is half reverted since rollback #`);
  await run({ result: "refused", reason: "half-applied", error: told });
  mend("drop table sham");
  await run({ result: "applied", applied: ["sham"] });
}
