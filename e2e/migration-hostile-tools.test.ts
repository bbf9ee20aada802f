/** H134: tools that lie, and tools that speak to the runner. What they did is asked of the database. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { parseRunnerLog, withDatabases } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, table } from "./migration-scenarios-scripts.ts";
import { commandOf, liar } from "./migration-scenarios-stand-ins.ts";
import { columnsOf } from "./migration-tools-database.ts";
import { foreignCommands } from "./terraform-plan-stage.ts";

const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

const SUCCESS = "Migration complete\nApplied: all\n";
const COMMANDS = [
  "::set-output name=result::applied",
  "##[set-output name=result]applied",
  "::add-mask::users",
  "::error title=Approved::by security",
  "::stop-commands::abcdefgh",
  "::save-state name=settled::true",
  "::group::x",
  "\r::debug::y",
  "",
].join("\n");

withDatabases(
  ({ createDatabase }) => {
    describe("H134: a tool that", () => {
      it.each([
        [
          "says that all is well, and fails",
          "nothing",
          1,
          SUCCESS,
          { result: "failed", changed: "false" },
          /could not be applied/,
        ],
        [
          "says that all is well, and did nothing",
          "nothing",
          0,
          SUCCESS,
          { result: "failed", changed: "false" },
          /was not applied, although the tool says that it did everything/,
        ],
        [
          "fails after it did everything",
          "work",
          1,
          "error: disk full\n",
          { "failure-reason": "tool-failed", changed: "true" },
          /The tool failed after everything was applied: error: disk full/,
        ],
        [
          "did what it should, and says that it failed",
          "work",
          0,
          "ERROR: migration failed\n",
          { result: "applied", changed: "true" },
          /^$/,
        ],
        [
          "gives commands to the runner",
          "nothing",
          1,
          COMMANDS,
          { result: "failed", changed: "false" },
          /could not be applied/,
        ],
        ["gives commands to the runner, and did what it should", "work", 0, COMMANDS, { result: "applied" }, /^$/],
      ])(
        "%s is known by the database alone",
        async (_, does, exit, says, outputs, error) => {
          stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
          await stage.write([table("m1")]);
          stage.checkout.write({ "liar.cjs": liar, manner: JSON.stringify({ does, exit, says }) });
          stage.checkout.commit("a tool with a mind of its own");
          const result = await stage.act("run", { "tool-command": commandOf("liar.cjs") });
          expect(result.outputs).toMatchObject(outputs);
          expect(result.conclusion).toBe("result" in outputs && outputs.result === "applied" ? "success" : "failure");
          expect(firstError(result)).toMatch(error);
          expect(columnsOf(stage.url, ["m1"])).toHaveLength(does === "work" ? 2 : 0);
          for (const order of ["stderr-first", "stdout-first"] as const) {
            const log = parseRunnerLog({ stdout: result.stdout, stderr: result.stderr, order });
            expect(foreignCommands({ ...result, commands: log.commands })).toEqual([]);
            expect([log.failures, log.isStopped, log.outputs.size]).toEqual([[], false, 0]);
            expect(log.masks).not.toContain("users");
          }
        },
        LIMIT_MS,
      );
    });
  },
  ["sqlite"],
);
