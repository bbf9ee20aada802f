import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { judgeEdits } from "./comment-edits.ts";
import { parseComment } from "./comments.ts";
import { parseDeployment, parseDeploymentStatus } from "./deployment.ts";
import { findHolder } from "./lock-holder.ts";
import { mergedPullRequest } from "./merged-pull-request.ts";
import { parsePullRequest } from "./pull-request.ts";
import { parseRunState, parseWorkflowJob, parseWorkflowRun } from "./workflow-run.ts";

const settings = { numRuns: runs(300, 20_000), seed: seed() };
/** Records with the names that are read, and anything behind them. */
const answer = (names: readonly string[]) =>
  fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom("__proto__", "constructor", ...names), fc.oneof(fc.anything(), fc.constant(7)), {
      noNullPrototype: false,
    }),
  );

describe("H107: answers of any shape", () => {
  it("never throw when they are read, and give nothing without an id", () => {
    const names = ["id", "number", "user", "head", "base", "payload", "steps", "labels", "merged", "created_at"];
    fc.assert(
      fc.property(answer(names), (value) => {
        const parsed = [parseComment, parseDeployment, parseDeploymentStatus, parseWorkflowJob, parseWorkflowRun];
        const isObject = typeof value === "object" && value !== null;
        const has = (name: string) => isObject && Object.hasOwn(value, name) && Reflect.get(value, name) === 7;
        for (const parse of parsed) if (!has("id")) expect(String(parse(value)?.id ?? "none")).not.toBe("7");
        const pull = parsePullRequest(value);
        expect(pull?.number === 7).toBe(has("number"));
        if (pull !== undefined) expect(pull.isMerged || pull.mergeCommitSha === "").toBe(true);
        expect(mergedPullRequest(pull === undefined ? [] : [pull], "a".repeat(40))).toBeUndefined();
      }),
      settings,
    );
  });

  it("are no proof that nobody edited a comment, unless they say so", () => {
    fc.assert(
      fc.property(answer(["lastEditedAt", "editor", "userContentEdits"]), (value) => {
        const { isEdited } = judgeEdits(value, { login: "github-actions[bot]", since: 0 });
        const isNull =
          typeof value === "object" &&
          value !== null &&
          Object.hasOwn(value, "lastEditedAt") &&
          Reflect.get(value, "lastEditedAt") === null;
        expect(isEdited === false).toBe(isNull);
      }),
      settings,
    );
  });

  it("are no proof that a run is over, unless they say so", () => {
    fc.assert(
      fc.property(answer(["id", "run_attempt", "status"]), fc.constantFrom(6, 7), (value, attempt) => {
        const state = parseRunState(value, { runId: "7", attempt });
        const isRun = typeof value === "object" && value !== null && Reflect.get(value, "id") === 7;
        const isNewer = isRun && Number(Reflect.get(value, "run_attempt")) > attempt;
        const isOver = isNewer || (isRun && Reflect.get(value, "status") === "completed");
        if (state?.isCompleted === true) expect(isOver).toBe(true);
      }),
      settings,
    );
  });

  it("name no job that holds a lock, unless one is there", () => {
    fc.assert(
      fc.property(fc.array(answer(["id", "status", "steps"])), fc.array(answer(["id", "name"])), (jobs, found) => {
        const runsFound = found.map(parseWorkflowRun).filter((run) => run !== undefined);
        const parsed = jobs.map(parseWorkflowJob).filter((job) => job !== undefined);
        expect(
          findHolder(
            {},
            runsFound.map((run) => ({ ...run, jobs: parsed })),
            { runId: "1" },
          ),
        ).toBeUndefined();
      }),
      settings,
    );
  });
});
