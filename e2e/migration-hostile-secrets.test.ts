/** H133: the password of a database is nowhere to be read: not in what a job leaves, and not in argv or files while tools run. */
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { isDeep, toolProjects, until, withDatabases } from "@handrail/testkit";
import type { ActionResult, PhaseResult } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { broken, table } from "./migration-scenarios-scripts.ts";
import { advisoryWaits, openSession } from "./migration-scenarios-session.ts";
import type { OtherSession } from "./migration-scenarios-session.ts";
import { commandOf } from "./migration-scenarios-stand-ins.ts";

const LIMIT_MS = 300_000;
/** In every spelling of the password. */
const CANARY = "z9canary";
const PASSWORD = `${CANARY}@p:a/s%s#w?d&+=$x`;

let stage: MigrationStage;
let gate: OtherSession;
let temp = "";

afterEach(async () => {
  await gate.close();
  await stage.clear();
  rmSync(temp, { recursive: true, force: true });
});

async function open(tool: string, url: string): Promise<void> {
  temp = realpathSync(mkdtempSync(join(tmpdir(), "handrail-hostile-")));
  gate = await openSession(url);
  const name = `user_${new URL(url).pathname.slice(1)}`;
  await gate.say(`create role ${name} login superuser password '${PASSWORD}'`);
  const address = new URL(url);
  address.username = name;
  const secret = address.href.replace(/:[^:@]*@/, `:${encodeURIComponent(PASSWORD)}@`);
  stage = await openMigrationStage({ tool, url: secret });
}

/** Everything that others can read of a job; the runner eats the lines that mask. */
function leftBy(result: ActionResult): string {
  const phases: PhaseResult[] = result.post === undefined ? [result] : [result, result.post];
  const texts = phases.flatMap(({ stdout, stderr, summary, outputs, state, env, annotations }) => [
    stdout.replaceAll(/^::add-mask::.*$/gm, ""),
    stderr,
    summary,
    JSON.stringify([outputs, state, env, annotations]),
  ]);
  const { github } = stage;
  const said = [stage.records(), github.comments(), github.deployments()];
  return [...texts, JSON.stringify(said)].join("\n");
}

/** The arguments of every process of this machine. */
function argumentsOfAll(): string {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.map((id) => read(`/proc/${id}/cmdline`)).join("\n");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Files below a folder that somebody else could read, and that hold the canary. */
function openFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && (statSync(path).mode & 0o077) !== 0 && read(path).includes(CANARY));
}

withDatabases(
  ({ createDatabase }) => {
    const slow = { ...table("slow"), up: [...table("slow").up, "select pg_advisory_lock(4711)"] };

    it.each(Object.keys(toolProjects).filter((tool) => isDeep || ["dbmate", "knex", "alembic"].includes(tool)))(
      "H133: with %s, while it works and afterwards",
      async (tool) => {
        await open(tool, await createDatabase());
        await stage.write([slow]);
        await gate.say("select pg_advisory_lock(4711)");
        const running = stage.act("run", {}, { temp });
        await until(async () => (await gate.say(`select count(*) from ${advisoryWaits}`))[0] === "1", {
          limitMs: 120_000,
          everyMs: 50,
          what: "a migration at work",
        });
        expect(argumentsOfAll()).not.toContain(CANARY);
        expect(openFiles(temp)).toEqual([]);
        await gate.say("select pg_advisory_unlock(4711)");
        const result = await running;
        expect(result.outputs["result"]).toBe("applied");
        expect(leftBy(result)).not.toContain(CANARY);
        // The runner's log itself hides it by what it was told to mask.
        expect(result.masks.some((mask) => mask === PASSWORD)).toBe(true);
      },
      LIMIT_MS,
    );

    describe("H133: a tool that prints all it knows", () => {
      it(
        "in every spelling, on both streams, in its status and in its error",
        async () => {
          await open("dbmate", await createDatabase());
          stage.checkout.write({ "leak.cjs": LEAK });
          stage.checkout.commit("a tool that talks");
          const command = (verb: string): string => `${commandOf("leak.cjs")}\n${verb}`;
          const commands = { "status-command": command("status"), "up-command": command("up") };
          const result = await stage.act("run", { tool: "custom", "tool-command": "", ...commands });
          expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "tool-failed" });
          expect(result.log).toContain("spelled 8 times");
          expect(leftBy(result)).not.toContain(CANARY);
          const broken = { ...commands, "status-command": command("garbage") };
          const unread = await stage.act("run", { tool: "custom", "tool-command": "", ...broken });
          expect(unread.conclusion).toBe("failure");
          expect(leftBy(unread)).not.toContain(CANARY);
        },
        LIMIT_MS,
      );

      it(
        "or a statement that holds it, and a comment on a pull request that says why it failed",
        async () => {
          await open("knex", await createDatabase());
          await stage.write([table("users")]);
          const baseSha = stage.checkout.git("rev-parse", "HEAD");
          const tells = broken("tells", `nowhere /* ${stage.url} ${PASSWORD} */`);
          await stage.write([table("users"), tells]);
          const { number } = stage.github.addPullRequest({ baseSha });
          const check = await stage.act("check", {}, { event: stage.github.pullRequestEvent(number) });
          expect(check.outputs["result"]).toBe("failed");
          expect(stage.github.comments(number)).toHaveLength(1);
          expect(leftBy(check)).not.toContain(CANARY);
        },
        LIMIT_MS,
      );

      it(
        "or a database that refuses the password",
        async () => {
          await open("dbmate", await createDatabase());
          await stage.write([table("users")]);
          const wrong = stage.url.replace(CANARY, `${CANARY}2`).replace("127.0.0.1", "localhost");
          const result = await stage.act("run", { "database-url": `${wrong}&password=${CANARY}3`.replace("&", "?") });
          expect(result.conclusion).toBe("failure");
          expect(leftBy(result)).not.toContain(CANARY);
        },
        LIMIT_MS,
      );
    });
  },
  ["postgresql"],
);

const LEAK = `const url = process.env.DATABASE_URL;
const verb = process.argv[2];
const written = /:\\/\\/[^:]*:([^@]*)@/.exec(url)[1];
const plain = decodeURIComponent(written);
const lower = written.replace(/%../g, (code) => code.toLowerCase());
const spellings = [url, written, plain, lower, encodeURI(plain), JSON.stringify(plain), "PGPASSWORD='" + plain + "'", url.slice(13)];
const say = (stream) => { for (const each of spellings) stream.write("error: cannot connect to " + each + "\\n"); };
say(process.stderr);
if (verb === "status") console.log(JSON.stringify({ applied: [], pending: ["1"] }));
else say(process.stdout);
console.error("spelled " + spellings.length + " times");
process.exit(verb === "up" ? 1 : 0);
`;
