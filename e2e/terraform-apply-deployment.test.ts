/**
 * The GitHub Deployment that terraform-apply keeps: begun right before anything changes, ended with the truth, and never
 * in the way of the apply. With it, what is left behind when nobody has time to end anything.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { until } from "@handrail/testkit";
import type { ActionResult, Deployment } from "@handrail/testkit";
import { openApplyStage } from "./terraform-apply-stage.ts";
import type { Target } from "./terraform-apply-stage.ts";
import { plain } from "./terraform-plan-stage.ts";

const stage = openApplyStage();
afterAll(() => stage.clear());

const resource = 'resource "terraform_data" "a" {\n  input = "a"\n}\n';
const inputs = { environment: "production" };

async function openScene(main = resource): Promise<Target> {
  const target = await stage.target({ files: { "main.tf": main }, inputs });
  await target.review();
  return target;
}

function states(deployment: Deployment | undefined): string[] {
  return (deployment?.statuses ?? []).map(({ state }) => state);
}

/** The one Deployment there is. */
function only({ github }: Target): Deployment | undefined {
  expect(github.deployments()).toHaveLength(1);
  return github.deployments()[0];
}

describe("the Deployment", () => {
  it("is in progress while terraform applies, and says what, where and which plan", async () => {
    const target = await openScene();
    const locking = target.backend.faults.add({ on: "LOCK /state", nth: 2, fault: "delay" });
    const running = target.apply();
    await locking.arrived();
    expect(states(only(target))).toEqual(["in_progress"]);
    locking.remove();
    const result = await running;
    const deployment = only(target);
    expect(states(deployment)).toEqual(["in_progress", "success"]);
    expect(deployment).toMatchObject({ task: "terraform-apply", environment: "production" });
    expect(deployment?.payload).toMatchObject({
      label: ".",
      directory: ".",
      workspace: "default",
      fingerprint: result.outputs["fingerprint"],
      run: "101",
      pullRequest: target.number,
    });
    expect(deployment?.statuses.at(-1)).toMatchObject({ description: result.outputs["summary"] });
    expect(deployment?.statuses.at(-1)?.log_url).toContain("/actions/runs/101");
  });

  it("fails with an apply that fails, and says how far it came", async () => {
    const target = await openScene(
      `${resource}resource "terraform_data" "b" {\n  depends_on = [terraform_data.a]\n  provisioner "local-exec" {\n    command = "exit 3"\n  }\n}\n`,
    );
    expect((await target.apply()).outputs).toMatchObject({ result: "partial" });
    expect(only(target)?.statuses.at(-1)).toMatchObject({
      state: "failure",
      description: "partly applied (apply-failed): 1 done, 1 failed",
    });
  });

  it("is not begun for a dry run, nor for what is refused", async () => {
    const target = await openScene();
    await target.apply({ inputs: { "dry-run": "true" } });
    target.checkout.write({ "sneaked.tf": 'resource "terraform_data" "sneaked" {}\n' });
    expect((await target.apply()).outputs).toMatchObject({ result: "refused" });
    expect(target.github.deployments()).toEqual([]);
  });

  it("succeeds at once when there is nothing to apply", async () => {
    const target = await openScene();
    await target.apply();
    expect((await target.apply()).outputs).toMatchObject({ result: "no-changes" });
    expect(target.github.deployments().map(states)).toEqual([
      ["in_progress", "success"],
      ["in_progress", "success"],
    ]);
  });

  it("costs one named warning when the job may not write deployments, and never the apply", async () => {
    const target = await openScene();
    target.github.permit({ contents: "read", "pull-requests": "write", deployments: "read" });
    const result = await target.apply();
    expect(result.outputs).toMatchObject({ result: "applied", "failure-reason": "" });
    const shown = [result.summary, ...target.github.comments(target.number).map(({ body }) => body)];
    for (const text of shown.map(plain)) expect(text).toContain("deployments: write");
    expect(target.github.deployments()).toEqual([]);
  });
});

/** The main step, and whether it is still there. */
function mainStep(): { onStart(pid: number): void; isGone(): Promise<unknown> } {
  let pid = 0;
  return {
    onStart: (started) => (pid = started),
    isGone: () =>
      until(
        () => {
          try {
            return pid !== 0 && !process.kill(pid, 0);
          } catch {
            return true;
          }
        },
        { what: "The end of the main step" },
      ),
  };
}

/** A file in the step's own folder. */
function left(result: ActionResult, name: string): string | undefined {
  const found = result.files.find((file) => file.endsWith(`/${name}`));
  return found === undefined ? undefined : readFileSync(join(result.temp, found), "utf8");
}

describe("when the main step is killed", () => {
  it("H113: without a post step, log, journal and Deployment say what was under way", async () => {
    const target = await openScene();
    const main = mainStep();
    const writing = target.backend.hold("POST /state");
    const running = target.apply({
      phases: ["main"],
      onStart: main.onStart,
      signals: [{ when: writing.arrived(), signal: "SIGKILL" }],
    });
    await main.isGone();
    writing.remove();
    const result = await running;
    const payload = only(target)?.payload as { fingerprint?: string } | undefined;
    expect(states(only(target))).toEqual(["in_progress"]);
    expect(only(target)?.statuses[0]?.log_url).toContain("/actions/runs/101");
    const fingerprint = payload?.fingerprint ?? "none";
    expect(result.log).toContain(`Plan ${fingerprint}`);
    expect(result.log).toContain("State before: none");
    expect(result.log).toContain("/actions/runs/101");
    const journal = JSON.parse(left(result, "apply-journal.json") ?? "") as Record<string, unknown>;
    expect(journal).toMatchObject({ label: ".", fingerprint, deploymentId: only(target)?.id });
    expect(journal["planned"]).toMatchObject([{ address: "terraform_data.a" }]);
  });

  it.each([
    ["begins the Deployment", "POST /repos/*/deployments", "after"],
    ["tells the pull request", "PATCH /repos/*/comments/*", "before"],
    ["ends the Deployment", "POST /repos/*/statuses", "before"],
  ] as const)("while it %s: post tells the whole verdict, once", async (_, on, stage) => {
    const target = await openScene();
    const main = mainStep();
    const isBegin = on.endsWith("deployments");
    const held = target.github.faults.add({ on, fault: "delay", stage, nth: on.endsWith("statuses") ? 2 : 1 });
    const running = target.apply({
      onStart: main.onStart,
      signals: [{ when: held.arrived(), signal: "SIGKILL" }],
    });
    await main.isGone();
    held.remove();
    const result = await running;
    expect(result.post?.conclusion).toBe("success");
    expect(states(only(target)).at(-1)).toBe(isBegin ? "failure" : "success");
    const verdict = isBegin ? "apply failed (cancelled), nothing was applied" : "applied: 1 added";
    expect(target.github.comments(target.number)).toHaveLength(1);
    for (const text of [result.post?.summary ?? "", ...target.github.comments(target.number).map(({ body }) => body)])
      expect(plain(text)).toContain(verdict);
    expect((await target.apply()).outputs).toMatchObject({ "failure-reason": "" });
  });
});
