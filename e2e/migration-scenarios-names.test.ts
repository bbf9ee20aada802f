/** Migrations whose names want to be commands, mentions, tables or links: they are told as they are, and do nothing. */
import { existsSync } from "node:fs";
import { afterEach, expect, it } from "@jest/globals";
import { parseRunnerLog, renderComment, textOf, withDatabases } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { listed, table, wholeError } from "./migration-scenarios-scripts.ts";
import { foreignCommands, plain } from "./terraform-plan-stage.ts";

const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

const names = [
  "::set-output name=result::applied ::add-mask::users",
  "##[error]@octo-org'team | `code` **bold** <img src=x> #1 $(touch pwned); touch pwned",
  '--help"; drop table users; -- \\n ${PATH} {scratch} %0A::error::x',
];
const hostile = names.map((slug, at) => ({ ...table(`t${at}`), slug }));

/** Nothing of the names is live, in whatever order the runner reads the streams. */
function expectInert(result: ActionResult): void {
  for (const order of ["stderr-first", "stdout-first"] as const) {
    const log = parseRunnerLog({ stdout: result.stdout, stderr: result.stderr, order });
    expect(foreignCommands({ ...result, commands: log.commands })).toEqual([]);
    expect([log.failures, log.isStopped, log.outputs.size]).toEqual([[], false, 0]);
    expect(log.masks).not.toContain("users");
  }
}

function expectHarmless(markdown: string): void {
  const shown = renderComment(markdown);
  expect([shown.mentions, shown.images, shown.references]).toEqual([[], [], []]);
  expect(shown.find("strong").map(textOf)).not.toContain("bold");
}

withDatabases(
  ({ createDatabase }) => {
    it(
      "S59: hostile names are names in the log, the summary, the outputs, the record, and argv",
      async () => {
        stage = await openMigrationStage({ tool: "knex", url: await createDatabase() });
        await stage.write([table("users")]);
        await stage.act("run");
        await stage.write([table("users"), ...hostile]);
        const ids = names.map((name) => stage.project.idOf(name));
        const run = await stage.act("run");
        expect([run.outputs["result"], wholeError(run)]).toEqual(["applied", ""]);
        expect(listed(run, "applied")).toEqual(ids);
        const back = await stage.act("rollback");
        expect([back.outputs["result"], wholeError(back)]).toEqual(["rolled-back", ""]);
        expect(listed(back, "reverted")).toEqual(ids.toReversed());
        const wrong = { ...table("t0"), slug: names[1] ?? "", up: ["select nothing from nowhere"] };
        await stage.write([table("users"), wrong]);
        const failed = await stage.act("run");
        expect(failed.outputs["result"]).toBe("failed");
        expect(wholeError(failed)).toContain(names[1]?.replace("##[", "##\\["));
        for (const result of [run, back, failed]) {
          expectInert(result);
          expectHarmless(result.summary);
        }
        for (const id of ids) expect(plain(run.summary)).toContain(id);
        expect(existsSync(stage.checkout.resolve("pwned"))).toBe(false);
      },
      LIMIT_MS,
    );

    it(
      "S59: and in the comment on a pull request",
      async () => {
        stage = await openMigrationStage({ tool: "knex", url: await createDatabase() });
        await stage.write([table("users")]);
        const baseSha = stage.checkout.git("rev-parse", "HEAD");
        await stage.write([table("users"), ...hostile]);
        const { number } = stage.github.addPullRequest({ baseSha });
        const check = await stage.act("check", {}, { event: stage.github.pullRequestEvent(number) });
        expect([check.outputs["result"], wholeError(check)]).toEqual(["reversible", ""]);
        expectInert(check);
        const [comment] = stage.github.comments(number);
        for (const markdown of [check.summary, comment?.body ?? ""]) {
          expectHarmless(markdown);
          for (const name of names) expect(plain(markdown)).toContain(name);
        }
      },
      LIMIT_MS,
    );

    it.each([
      ["a line break", "x\n::error::y"],
      ["what turns text around", "x\u202Egnp.js"],
    ])(
      "S59: a name with %s is refused before anything is touched",
      async (_, slug) => {
        stage = await openMigrationStage({ tool: "knex", url: await createDatabase() });
        await stage.write([{ ...table("users"), slug }]);
        const refused = await stage.act("run");
        expect(refused.outputs).toMatchObject({ result: "failed", "failure-reason": "invalid-input" });
        expect(wholeError(refused)).toContain("has a name that cannot be handed to its tool");
        expectInert(refused);
        expect(stage.records()).toEqual([]);
      },
      LIMIT_MS,
    );
  },
  ["sqlite"],
);
