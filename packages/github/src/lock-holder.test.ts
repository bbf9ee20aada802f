import { describe, expect, it } from "@jest/globals";
import { findHolder } from "./lock-holder.ts";
import type { LockWaiter } from "./lock-holder.ts";
import type { JobStep, RunningRun, WorkflowJob } from "./workflow-run.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const SELF: LockWaiter = { runId: "1", job: "plan", runnerName: "runner 1" };

const step = (change: Partial<JobStep> = {}): JobStep => ({
  name: "Run owner/handrail/actions/terraform-apply@v1",
  status: "in_progress",
  startedAt: NOON - 60_000,
  ...change,
});
const job = (name: string, steps: JobStep[] = [step()], change: Partial<WorkflowJob> = {}): WorkflowJob => ({
  id: 5,
  name,
  status: "in_progress",
  url: `https://github.com/o/r/actions/runs/9/job/5`,
  runnerName: "",
  steps,
  ...change,
});
const run = (id: string, ...jobs: WorkflowJob[]): RunningRun => ({
  id,
  url: `https://github.com/o/r/actions/runs/${id}`,
  workflowName: "deploy",
  event: "push",
  actor: "mona",
  headSha: "a".repeat(40),
  jobs,
});
const own = job("plan", [step({ name: "Run ./.handrail/actions/terraform-plan" })], { runnerName: "runner 1" });
const named = (text: string) => [step({ name: text })];
/** Names the job that holds a lock made at noon, or at `createdAt`. */
const holder = (runs: RunningRun[], self: LockWaiter = SELF, lock: { createdAt?: number } = { createdAt: NOON }) =>
  findHolder(lock, runs, self)?.jobName;

describe("findHolder", () => {
  it("says which job it is and where", () => {
    expect(findHolder({ createdAt: NOON }, [run("1", own), run("9", job("apply (prod)"))], SELF)).toEqual({
      runId: "9",
      runUrl: "https://github.com/o/r/actions/runs/9",
      jobName: "apply (prod)",
      jobUrl: "https://github.com/o/r/actions/runs/9/job/5",
      workflowName: "deploy",
      actor: "mona",
    });
  });

  it.each([
    "Run owner/handrail/actions/terraform-plan@0123456789",
    "Run ./.handrail/actions/terraform-apply",
    "Run ./.handrail/actions/Terraform-Apply",
    "terraform-apply of prod",
  ])("a step called %j works on a state", (name) => {
    expect(holder([run("9", job("a", named(name)))])).toBe("a");
  });

  it.each([
    "Run x/terraform-plan-comment@v1",
    "Run my-terraform-apply",
    "Run terraform apply",
    "",
    "x".repeat(100_000),
  ])("a step called %.40j does not", (name) => {
    expect(holder([run("9", job("a", named(name)))])).toBeUndefined();
  });

  it.each<[string, RunningRun[], string | undefined]>([
    ["nothing runs", [], undefined],
    ["only we run", [run("1", own)], undefined],
    ["another job of our run", [run("1", own, job("plan (b)"))], "plan (b)"],
    ["two others", [run("8", job("a")), run("9", job("b"))], undefined],
    ["two of another run", [run("9", job("a"), job("b"))], undefined],
    [
      "one before and one after the lock",
      [run("8", job("a")), run("9", job("b", [step({ startedAt: NOON + 9_000 })]))],
      "a",
    ],
    ["clocks that differ by two seconds", [run("9", job("a", [step({ startedAt: NOON + 2_000 })]))], "a"],
    ["clocks that differ by more", [run("9", job("a", [step({ startedAt: NOON + 2_001 })]))], undefined],
    ["a step that is over", [run("9", job("a", [step({ status: "completed" })]))], undefined],
    ["a step that waits", [run("9", job("a", [step({ status: "pending" })]))], undefined],
    ["a job that is over", [run("9", job("a", [step()], { status: "completed" }))], undefined],
    [
      "a step without a time",
      [run("9", job("a", [{ name: "Run x/terraform-apply@v1", status: "in_progress" }]))],
      undefined,
    ],
    ["no steps", [run("9", job("a", []))], undefined],
    [
      "a cancelled apply in its post step",
      [
        run(
          "9",
          job("a", [
            step({ status: "completed" }),
            step({ name: "Post Run owner/handrail/actions/terraform-apply@v1", startedAt: NOON + 60_000 }),
          ]),
        ),
      ],
      "a",
    ],
    [
      "a plan that was over before an apply that began too late",
      [
        run(
          "9",
          job("a", [step({ name: "Run x/terraform-plan@v1", status: "completed" }), step({ startedAt: NOON + 9_000 })]),
        ),
      ],
      undefined,
    ],
  ])("%s", (_, runs, expected) => {
    expect(holder(runs)).toBe(expected);
  });

  it("without the lock's time names the only other job, whenever it began", () => {
    const late = job("b", [step({ startedAt: NOON + 60_000 })]);
    expect(holder([run("1", own), run("9", late)], SELF, {})).toBe("b");
    expect(holder([run("8", job("a")), run("9", late)], SELF, {})).toBeUndefined();
  });

  it.each<[string, LockWaiter, string | undefined]>([
    ["by the runner", { runId: "1", job: "plan", runnerName: "r2" }, "plan (a)"],
    ["not by the key of a matrix", { runId: "1", job: "plan" }, undefined],
    ["not by an unknown runner", { runId: "1", job: "plan", runnerName: "r9" }, undefined],
    ["not by nothing", { runId: "1" }, undefined],
    ["not at all in another run", { runId: "2" }, undefined],
  ])("tells us from the other job of our run: %s", (_, self, expected) => {
    const runs = [
      run("1", job("plan (a)", [step()], { runnerName: "r1" }), job("plan (b)", [step()], { runnerName: "r2" })),
    ];
    expect(holder(runs, self)).toBe(expected);
  });

  it("names no job of our matrix that may be ourselves, even when it is the only one old enough", () => {
    const runs = [run("1", job("plan (a)"), job("plan (b)", [step({ startedAt: NOON + 60_000 })]))];
    expect(holder(runs, { runId: "1", job: "plan" })).toBeUndefined();
    expect(holder([...runs, run("9", job("c"))], { runId: "1", job: "plan" })).toBeUndefined();
  });

  it.each(["apply", "apply (prod)", "deploy / apply", "deploy / apply (prod)", "apply (live / prod)"])(
    "knows our job %j by its key, and names the other",
    (name) => {
      expect(holder([run("1", job(name), job("other"))], { runId: "1", job: "apply" })).toBe("other");
    },
  );

  it("takes the only job of our run for ourselves, whatever its name, and still names another run's", () => {
    const renamed = job("Plan it");
    expect(holder([run("1", renamed)], { runId: "1", job: "plan" })).toBeUndefined();
    expect(holder([run("1", renamed), run("9", job("b"))], { runId: "1", job: "plan" })).toBe("b");
  });
});
