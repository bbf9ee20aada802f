/**
 * A cancelled terraform-plan: terraform is asked once, is waited for, and people are told how it ended.
 */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { installFakeTerraform, startStateBackend, until } from "@handrail/testkit";
import type { ActionResult, FakeTerraform, StateBackend } from "@handrail/testkit";
import { apply, failureOf, openStage, plain, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";

const stage = openStage();
afterAll(() => stage.clear());

let pull: PullStage;
beforeEach(async () => {
  pull = await startPull();
});
afterEach(() => pull.github.close());

const resource = 'resource "terraform_data" "a" {\n  input = "x"\n}\n';

/** Signals as they reached which command. */
function signals(fake: FakeTerraform): string[] {
  return fake
    .calls()
    .flatMap(({ event, argv, signal }) => (event === "signal" ? [`${argv[0] ?? ""} ${signal ?? ""}`] : []));
}

/** The verdict that post leaves: one comment, and the summary. */
function expectTold(result: ActionResult, sentence: string): void {
  const comments = pull.github.comments(pull.number);
  expect(comments).toHaveLength(1);
  const [{ body } = { body: "" }] = comments;
  for (const text of [plain(body), plain(result.post?.summary ?? "")]) {
    expect(text).toContain("plan failed");
    expect(text).toContain(sentence);
  }
  expect(result.post?.conclusion).toBe("success");
}

const events = (...types: object[]): string =>
  [{ "@level": "info", "@message": "Terraform 1.11.4", type: "version", terraform: "1.11.4", ui: "1.2" }, ...types]
    .map((event) => `${JSON.stringify(event)}\n`)
    .join("");

/** A terraform whose plan runs until it is released, and says or does not say something to a SIGINT. */
function slowTerraform(onSignal: { SIGINT?: { exit: number } }): FakeTerraform {
  const { path } = stage.checkout();
  return installFakeTerraform({
    directory: path,
    script: {
      init: { stdout: events() },
      fmt: {},
      "workspace list": { stdout: "* default\n" },
      plan: { stdout: events(), waitFor: "go-on", onSignal, exit: 1 },
    },
  });
}

/** What has ended so far, with its exit code. */
function ends(fake: FakeTerraform): string[] {
  return fake
    .calls()
    .flatMap(({ event, argv, exit }) => (event === "exit" ? [`${argv[0] ?? ""} ${exit ?? "none"}`] : []));
}

/** Notes the process of the main step, and resolves when it is gone: what follows is the post step. */
function mainStep(): { onStart(pid: number): void; isGone(): Promise<unknown> } {
  let pid = 0;
  const exists = (): boolean => {
    try {
      return pid === 0 || process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  return {
    onStart: (started) => {
      pid = started;
    },
    isGone: () => until(() => !exists(), { what: "The end of the main step" }),
  };
}

/** Resolves when the plan runs, and what runs beside it has ended. */
function isPlanning(fake: FakeTerraform): Promise<unknown> {
  return until(
    () => {
      const calls = fake.calls();
      const isStarted = calls.some(({ event, argv }) => event === "start" && argv[0] === "plan");
      return isStarted && calls.some(({ event, argv }) => event === "exit" && argv[0] === "fmt");
    },
    { what: "A running plan" },
  );
}

describe("with a terraform that takes its time", () => {
  it("asks it to stop once, and says so on every surface", async () => {
    const fake = slowTerraform({ SIGINT: { exit: 1 } });
    const result = await stage.plan({
      workspace: stage.checkout({ "main.tf": resource }),
      ...pull,
      path: [fake.directory],
      cancel: { when: isPlanning(fake), timing: "runner" },
    });
    expect(signals(fake)).toEqual(["plan SIGINT"]);
    expect(result).toMatchObject({ conclusion: "cancelled", exitCode: 1, sent: ["SIGINT"], orphans: [] });
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "cancelled" });
    expect(failureOf(result)).toMatchObject({
      reason: "cancelled",
      remedy: expect.stringContaining("again") as unknown,
    });
    expectTold(result, "ended by itself");
  });

  it("waits in post for a terraform that outlived the step, and never signals it again", async () => {
    const fake = slowTerraform({});
    const main = mainStep();
    const listing = pull.github.hold("GET /repos/*/comments");
    const running = stage.plan({
      workspace: stage.checkout({ "main.tf": resource }),
      ...pull,
      path: [fake.directory],
      onStart: main.onStart,
      cancel: { when: isPlanning(fake), timing: 1 / 20 },
    });
    await main.isGone();
    fake.release("go-on");
    await listing.arrived();
    expect(ends(fake)).toContain("plan 1");
    listing.release();
    const result = await running;
    expect(result).toMatchObject({ conclusion: "cancelled", sent: ["SIGINT", "SIGTERM", "SIGKILL"], orphans: [] });
    expect(signals(fake)).toEqual(["plan SIGINT"]);
    const pid = fake.calls().find(({ event }) => event === "signal")?.pid;
    expect(Object.values(result.state).join(" ")).toMatch(new RegExp(`\\b${pid ?? "none"}\\b`));
    expectTold(result, "ended by itself");
  });
});

describe("with the real terraform and a slow backend", () => {
  let backend: StateBackend;
  beforeEach(async () => {
    backend = await startStateBackend();
  });
  afterEach(() => backend.close());

  it("frees the lock although the step was killed, and post tells it", async () => {
    const checkout = stage.checkout({ "main.tf": backend.hcl() + resource });
    await apply(checkout.path);
    const serial = backend.serial();
    // Only planning reads while it holds the lock.
    const reading = backend.faults.add({
      on: "GET /state",
      when: () => backend.holder() !== undefined,
      fault: "delay",
    });
    const main = mainStep();
    const running = stage.plan({
      workspace: checkout,
      ...pull,
      onStart: main.onStart,
      cancel: { when: reading.arrived(), timing: 1 / 20 },
    });
    await main.isGone();
    expect(backend.holder()).toBeDefined();
    reading.remove();
    const result = await running;
    expect(result).toMatchObject({ conclusion: "cancelled", sent: ["SIGINT", "SIGTERM", "SIGKILL"], orphans: [] });
    expect(backend.holder()).toBeUndefined();
    expect(backend.serial()).toBe(serial);
    expectTold(result, "ended by itself");
  });
});
