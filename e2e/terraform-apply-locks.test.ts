/**
 * A state that somebody else works with: who, since when, for what, and which run of ours it is.
 */
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import { until } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openApplyStage } from "./terraform-apply-stage.ts";
import type { RunOptions, Target, TargetOptions } from "./terraform-apply-stage.ts";
import { plain, terraform } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";

const stage = openApplyStage();
afterAll(() => stage.clear());

const resource = 'resource "terraform_data" "a" {\n  input = "a"\n}\n';
const inputs = { "lock-timeout": "0s" };

async function openScene(options: Partial<TargetOptions> = {}): Promise<Target> {
  const target = await stage.target({ files: { "main.tf": resource }, inputs, ...options });
  await target.review();
  return target;
}

/** Everything that people read. */
function told({ github, number }: Target, result: ActionResult): string[] {
  return [result.summary, result.log, ...github.comments(number).map(({ body }) => body)].map(plain);
}

/** Locks as somebody else right before terraform's nth try. */
async function applyLocked(target: Target, nth: number, options: RunOptions = {}): Promise<ActionResult> {
  const trying = target.backend.faults.add({ on: "LOCK /state", nth, fault: "delay" });
  const running = target.apply(options);
  await trying.arrived();
  target.backend.lock();
  trying.remove();
  return running;
}

const id = "11111111-2222-3333-4444-555555555555";

describe("H115: the state is locked by somebody else", () => {
  it.each([
    ["while it plans", 1],
    ["while it applies", 2],
  ])("%s: nothing is applied, and the lock is left alone", async (_, nth) => {
    const target = await openScene({ inputs: { ...inputs, environment: "production" } });
    const result = await applyLocked(target, nth);
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "state-locked", applied: "[]" });
    for (const text of told(target, result)) expect(text).toContain(id);
    expect(target.backend.holder()).toMatchObject({ ID: id });
    expect(target.backend.state()).toBeUndefined();
    const states = target.github.deployments().map(({ statuses }) => statuses.at(-1)?.state);
    expect(states).toEqual(nth === 1 ? [] : ["failure"]);
    target.backend.unlock();
    expect((await target.apply()).outputs).toMatchObject({ result: "applied", "failure-reason": "" });
  });

  it("by a run of ours: which, whose, and where", async () => {
    const target = await openScene();
    const steps = [{ name: "Run ./.handrail/actions/terraform-apply", startedAt: "2026-11-22T11:00:00Z" }];
    const run = target.github.addRun({
      workflowName: "Deploy",
      actor: "mona",
      jobs: [{ name: "apply (production)", steps }],
    });
    const result = await applyLocked(target, 1);
    for (const text of told(target, result)) {
      expect(text).toContain("job apply (production) of workflow Deploy");
      expect(text).toContain("mona");
    }
    expect(result.log).toContain(`/actions/runs/${run.id}`);
    expect(result.outputs["failure-reason"]).toBe("state-locked");
  });

  it("without actions: read the failure is as clear, and says why the run is not known", async () => {
    const target = await openScene();
    target.github.permit({ contents: "read", "pull-requests": "write" });
    const result = await applyLocked(target, 1);
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "state-locked" });
    for (const text of told(target, result)) expect(text).toContain(id);
    expect(result.log).toContain("The run that holds the lock is not known");
  });

  it("cancelled while it waits for the lock, it goes away and leaves the lock to its holder", async () => {
    const target = await openScene({ inputs: { "lock-timeout": "5m" } });
    target.backend.lock();
    const folder = stage.folder();
    const witness = installWitness(folder.path);
    const tries = (): number => target.backend.requests.filter(({ method }) => method === "LOCK").length;
    const before = tries();
    const result = await target.apply({
      path: [folder.path],
      cancel: { when: until(() => tries() > before), timing: "runner" },
    });
    expect(result).toMatchObject({ sent: ["SIGINT"], orphans: [] });
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "cancelled" });
    expect(witness.signals().filter((signal) => signal.startsWith("plan"))).toEqual(["plan SIGINT"]);
    expect(target.backend.holder()).toMatchObject({ ID: id });
    for (const { body } of target.github.comments(target.number)) expect(plain(body)).toContain("(cancelled)");
  });
});

describe("with a state in a file", () => {
  it("a second terraform that applies is named with its user, its time and its operation", async () => {
    const folder = stage.folder();
    const [begun, go] = [folder.resolve("begun"), folder.resolve("go")];
    const backend = `terraform {\n  backend "local" {\n    path = "${folder.resolve("terraform.tfstate")}"\n  }\n}\n`;
    const target = await openScene({ files: { "main.tf": backend + resource }, hasBackend: false });
    const command = `touch '${begun}'; while [ ! -e '${go}' ]; do sleep 0.05; done`;
    folder.write({
      "root/main.tf": `${backend}resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`,
    });
    await terraform(folder.resolve("root"), ["init", "-input=false"]);
    const other = spawn("terraform", ["apply", "-auto-approve"], { cwd: folder.resolve("root"), stdio: "ignore" });
    const ended = new Promise((resolve) => {
      other.once("exit", resolve);
    });
    await until(() => existsSync(begun), { what: "The other apply" });
    const result = await target.apply();
    writeFileSync(go, "");
    await ended;
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "state-locked" });
    for (const text of told(target, result)) {
      expect(text).toMatch(
        /The state is locked by \S+@\S+ since \d{4}-\d\d-\d\dT[\d:.]+Z for apply \(lock [0-9a-f-]{36}\)/,
      );
    }
  });
});
