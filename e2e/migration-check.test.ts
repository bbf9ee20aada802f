/** migration-check on pull requests: real tools take the new migrations up, down and up; the comment says what they are. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { isDeep, renderComment, withDatabases } from "@handrail/testkit";
import type { ActionResult, ScriptedMigration } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";

const users: ScriptedMigration = {
  slug: "users",
  up: ["create table users (id integer primary key, name varchar(100), legacy varchar(20))"],
  down: ["drop table users"],
};
const seeds: ScriptedMigration = {
  slug: "seeds",
  up: ["insert into users (id, name, legacy) values (1, 'a', 'x'), (2, 'b', 'y'), (3, 'c', null)"],
  down: ["delete from users"],
};
const base = [users, seeds];

const good: ScriptedMigration = {
  slug: "orders",
  up: ["create table orders (id integer primary key, total integer)", "create index orders_total on orders (total)"],
  down: ["drop table orders"],
};
const drops: ScriptedMigration = {
  slug: "no_legacy",
  up: ["alter table users drop column legacy"],
  down: ["alter table users add column legacy varchar(20)"],
};
const upper: ScriptedMigration = {
  slug: "upper",
  up: ["update users set name = upper(name)"],
  down: ["update users set name = name where id < 0"],
};
const forgets: ScriptedMigration = {
  slug: "forgets",
  up: ["create table a1 (id integer primary key)", "create table a2 (id integer primary key)"],
  down: ["drop table a1"],
};
const empty: ScriptedMigration = { slug: "nothing", up: ["create table a3 (id integer primary key)"], down: "empty" };
const bad: ScriptedMigration = { slug: "bad", up: ["create table users (id integer)"], down: ["drop table users"] };

const stages: MigrationStage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.clear();
});

async function open(given: { tool: string; url: string }): Promise<MigrationStage> {
  const stage = await openMigrationStage(given);
  stages.push(stage);
  return stage;
}

/** What a reader sees, without the marks that keep names from becoming links. */
function readable(markdown: string): string {
  return renderComment(markdown).text.replaceAll("\u200B", "");
}

/** A pull request that adds migrations to those of the base, checked. */
async function check(
  given: { tool: string; url: string; added: readonly ScriptedMigration[] },
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ result: ActionResult; stage: MigrationStage; comment: string }> {
  const stage = await open({ tool: given.tool, url: given.url });
  await stage.write(base);
  const baseSha = stage.checkout.git("rev-parse", "HEAD");
  await stage.write([...base, ...given.added]);
  const headSha = stage.checkout.git("rev-parse", "HEAD");
  const { github } = stage;
  const { number } = github.addPullRequest({ baseSha, headSha });
  const result = await stage.act("check", inputs, { event: github.pullRequestEvent(number) });
  const [comment] = github.comments(number);
  return { result, stage, comment: comment === undefined ? "" : readable(comment.body) };
}

withDatabases(({ engine, createDatabase }) => {
  describe(`dbmate on ${engine}`, () => {
    it("calls a migration that comes back reversible, and says what a rollback takes with it", async () => {
      const { result, comment } = await check({ tool: "dbmate", url: await createDatabase(), added: [good] });
      expect(result).toMatchObject({ exitCode: 0, outputs: { result: "reversible", "failure-reason": "" } });
      expect(comment).toContain("The rollback button works");
      expect(comment).toContain("orders");
    });

    it("calls a dropped column lossy, and fails unless that is allowed", async () => {
      const { result, comment } = await check({ tool: "dbmate", url: await createDatabase(), added: [drops] });
      expect(result).toMatchObject({ exitCode: 1, outputs: { result: "lossy", "failure-reason": "lossy" } });
      expect(comment).toContain("users.legacy: 2 values became 0");
      const allowed = await check(
        { tool: "dbmate", url: await createDatabase(), added: [drops] },
        { require: "lossy" },
      );
      expect(allowed.result).toMatchObject({ exitCode: 0, outputs: { result: "lossy" } });
    });

    it("calls changed values lossy", async () => {
      const { result, comment } = await check({ tool: "dbmate", url: await createDatabase(), added: [upper] });
      expect(result.outputs).toMatchObject({ result: "lossy" });
      expect(comment).toContain("users.name: 3 values, and not the same as before");
    });

    // What does not depend on the kind of database is tried on all of them in deep runs only.
    if (!isDeep && engine !== "sqlite") return;

    it.each([
      ["a down that forgets a table", forgets, "table a2 was added"],
      ["an empty down", empty, "its down does nothing"],
    ])("calls %s irreversible", async (_, added, says) => {
      const { result, comment } = await check({ tool: "dbmate", url: await createDatabase(), added: [good, added] });
      expect(result).toMatchObject({ exitCode: 1, outputs: { result: "irreversible" } });
      const found = JSON.parse(result.outputs["migrations"] ?? "[]") as { verdict: string }[];
      expect(found.map(({ verdict }) => verdict)).toEqual(["reversible", "irreversible"]);
      expect(comment).toContain(says);
      expect(comment).toContain("The rollback button will refuse");
    });

    it("fails when a new migration cannot be applied", async () => {
      const { result, comment } = await check({ tool: "dbmate", url: await createDatabase(), added: [bad] });
      expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "tool-failed" } });
      expect(comment).toMatch(/already exists/);
    });
  });
});

describe("a pull request", () => {
  it("without new migrations has nothing to check, and no comment", async () => {
    const { result, comment } = await check({ tool: "dbmate", url: "sqlite:check.db", added: [] });
    expect(result).toMatchObject({ exitCode: 0, outputs: { result: "nothing-to-do" } });
    expect(comment).toBe("");
  });

  it("is not checked on a database that holds something", async () => {
    const stage = await open({ tool: "dbmate", url: "sqlite:check.db" });
    await stage.write(base);
    await stage.act("run");
    const sha = stage.checkout.git("rev-parse", "HEAD");
    await stage.write([...base, good]);
    const result = await stage.act("check", { "base-sha": sha, comment: "never" });
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "not-empty" } });
  });

  it("is told what it changed in migrations that the base has", async () => {
    const stage = await open({ tool: "dbmate", url: "sqlite:check.db" });
    await stage.write(base);
    const baseSha = stage.checkout.git("rev-parse", "HEAD");
    await stage.write([users, { ...seeds, up: ["insert into users (id) values (9)"] }, good]);
    const { number } = stage.github.addPullRequest({ baseSha });
    await stage.act("check", {}, { event: stage.github.pullRequestEvent(number) });
    const [comment] = stage.github.comments(number);
    expect(readable(comment?.body ?? "")).toContain("Changed although the base has it");
  });
});
