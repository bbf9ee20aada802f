/**
 * A state that cannot be saved: it is kept where nobody else reads it, nothing is tried again, and the next apply waits
 * until the backend has it.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { decryptState } from "@handrail/terraform";
import { until } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import type { Target, TargetOptions } from "./terraform-apply-stage.ts";
import { plain, terraform } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";
import type { Witness } from "./terraform-witness.ts";

const stage = openApplyStage();
afterAll(() => stage.clear());

const canary = "canary-c3RhdGU-8802";
const files = {
  "main.tf": `resource "terraform_data" "a" {\n  input = "a"\n}\nresource "terraform_data" "secret" {\n  input = sensitive("${canary}")\n}\n`,
};
/** Terraform itself writes three times otherwise, with a second between. */
const once = { "backend-config": "retry_max=0" };

type Scene = Target & { witness: Witness; path: string[] };

async function openScene(options: Partial<TargetOptions> = {}): Promise<Scene> {
  const target = await stage.target({ files, ...options, inputs: { ...once, ...options.inputs } });
  const witness = installWitness(stage.folder().path);
  return { ...target, witness, path: [witness.directory] };
}

function writes({ backend }: Target): number {
  return backend.requests.filter(({ method }) => method === "POST").length;
}

/** Every file below a folder that shows the canary, with its mode. */
function inClear(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path);
    if (!found.isFile() || !readFileSync(path, "latin1").includes(canary)) return [];
    return [`${name.split("/").at(-1) ?? ""} ${(found.mode & 0o777).toString(8)}`];
  });
}

function find(folder: string, name: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(`/${name}`));
  expect(found).toHaveLength(1);
  return join(folder, found[0] ?? "");
}

/** The next applies start terraform's apply in no way, and say why. */
async function expectRefused(scene: Scene, options: Parameters<Target["apply"]>[0] = {}): Promise<void> {
  const before = { writes: writes(scene), starts: scene.witness.starts("apply").length };
  for (const runId of ["201", "202"]) {
    const refused = await scene.apply({ path: scene.path, ...options, context: { runId } });
    expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "state-not-saved", applied: "[]" });
    expect(plain(refused.summary)).toContain("terraform state push");
  }
  expect({ writes: writes(scene), starts: scene.witness.starts("apply").length }).toEqual(before);
}

/** What a person does. */
async function push({ checkout }: Target, state: Uint8Array): Promise<void> {
  checkout.write({ ".terraform/pushed": state });
  await terraform(checkout.path, ["state", "push", ".terraform/pushed"]);
  checkout.remove(".terraform/pushed");
}

function addresses(state: string | undefined): string[] {
  const { resources } = JSON.parse(state ?? '{"resources":[]}') as { resources: { type: string; name: string }[] };
  return resources.map(({ type, name }) => `${type}.${name}`).sort();
}

const both = ["terraform_data.a", "terraform_data.secret"];

/** What people and later steps see of a state that was not saved. */
function expectToldUnsaved(scene: Scene, result: ActionResult): void {
  expect(result.outputs).toMatchObject({ result: "partial", "failure-reason": "state-not-saved" });
  const shown = [result.summary, ...scene.github.comments(scene.number).map(({ body }) => body)].map(plain);
  expect(shown).toHaveLength(2);
  for (const text of shown) {
    expect(text).toContain("(state-not-saved)");
    expect(text).toContain("errored.tfstate");
    expect(text).toContain("Do not apply again");
  }
  expect(scene.checkout.has("errored.tfstate")).toBe(false);
  expect(scene.backend.holder()).toBeUndefined();
}

describe("H114: the backend does not take the state", () => {
  it("with a seal-key it is kept encrypted, and the reviewed comment waits for it", async () => {
    const scene = await openScene({ inputs: { "seal-key": sealKey } });
    await scene.review();
    const fault = scene.backend.faults.add({ on: "POST /state", nth: "all", fault: "500" });
    const result = await scene.apply({ path: scene.path });
    expectToldUnsaved(scene, result);
    expect([writes(scene), scene.witness.starts("apply").length]).toEqual([1, 1]);
    // H066
    expect([...inClear(result.temp), ...inClear(scene.checkout.path)]).toEqual(["main.tf 644"]);
    const sealed = find(result.temp, "errored.tfstate.sealed");
    const state = decryptState(readFileSync(sealed), sealKey);
    expect(addresses(Buffer.from(state).toString())).toEqual(both);
    const unseal = join(import.meta.dirname, "../actions/terraform-apply/unseal.mjs");
    const env = { ...process.env, HANDRAIL_SEAL_KEY: sealKey };
    expect(execFileSync(process.execPath, [unseal, sealed], { env })).toEqual(Buffer.from(state));
    fault.remove();
    await expectRefused(scene);
    await push(scene, state);
    const again = await scene.apply();
    expect(again.outputs).toMatchObject({ result: "no-changes", "failure-reason": "" });
    expect(addresses(scene.backend.state())).toEqual(both);
  });

  it("H066: without one it is kept out of the checkout for this user alone, and the Deployment waits for it", async () => {
    const inputs = { environment: "production", approval: "none", "output-directory": "out", comment: "never" };
    const scene = await openScene({ inputs: {} });
    expect((await scene.apply({ inputs })).outputs).toMatchObject({ result: "applied" });
    scene.checkout.write({ "more.tf": 'resource "terraform_data" "more" {}\n' });
    const fault = scene.backend.faults.add({ on: "POST /state", nth: "all", fault: "500" });
    const result = await scene.apply({ inputs, path: scene.path });
    expect(result.outputs).toMatchObject({ result: "partial", "failure-reason": "state-not-saved" });
    expect(inClear(result.temp)).toEqual(["errored.tfstate 600"]);
    expect(inClear(scene.checkout.path)).toEqual(["main.tf 644"]);
    const state = find(result.temp, "errored.tfstate");
    expect(plain(result.summary)).toContain(state);
    const status = scene.github.deployments().at(-1)?.statuses.at(-1);
    expect(status).toMatchObject({
      state: "failure",
      description: `state-not-saved ${scene.backend.lineage() ?? ""} 2`,
    });
    fault.remove();
    await expectRefused(scene, { inputs });
    await push(scene, readFileSync(state));
    expect((await scene.apply({ inputs })).outputs).toMatchObject({ result: "no-changes", "failure-reason": "" });
    expect(scene.github.deployments().at(-1)?.statuses.at(-1)).toMatchObject({ state: "success" });
  });

  it("a file that an earlier run left starts nothing at all", async () => {
    const scene = await openScene();
    await scene.review();
    scene.checkout.write({ "errored.tfstate": "{}" });
    await expectRefused(scene);
    expect(scene.witness.notes()).toEqual([]);
    expect(scene.checkout.read("errored.tfstate")).toBe("{}");
    scene.checkout.remove("errored.tfstate");
    expect((await scene.apply()).outputs).toMatchObject({ result: "applied" });
  });

  it("the state that could be written nowhere but into the output is kept, too", async () => {
    const scene = await openScene({ inputs: { "seal-key": sealKey } });
    await scene.review();
    scene.checkout.write({ "errored.tfstate/in-the-way": "" });
    const fault = scene.backend.faults.add({ on: "POST /state", nth: "all", fault: "500" });
    const result = await scene.apply({ path: scene.path });
    expect(result.outputs).toMatchObject({ result: "partial", "failure-reason": "state-not-saved" });
    expect(result.log + result.stderr).not.toContain(canary);
    expect(inClear(result.temp)).toEqual([]);
    const state = decryptState(readFileSync(find(result.temp, "errored.tfstate.sealed")), sealKey);
    expect(addresses(Buffer.from(state).toString())).toEqual(both);
    fault.remove();
    await expectRefused(scene);
    await push(scene, state);
    expect((await scene.apply()).outputs).toMatchObject({ result: "no-changes" });
  });

  it("a step that was cancelled and killed meanwhile: post keeps the state and tells it", async () => {
    const scene = await openScene({ inputs: { "seal-key": sealKey, environment: "production" } });
    await scene.review();
    const writing = scene.backend.faults.add({ on: "POST /state", fault: "delay" });
    const fault = scene.backend.faults.add({ on: "POST /state", nth: "all", fault: "500" });
    let pid = 0;
    const isGone = (): boolean => {
      try {
        return !process.kill(pid, 0);
      } catch {
        return true;
      }
    };
    const running = scene.apply({
      path: scene.path,
      onStart: (started) => (pid = started),
      cancel: { when: writing.arrived(), timing: 1 / 20 },
    });
    await writing.arrived();
    await until(isGone, { what: "The end of the main step" });
    writing.remove();
    const result = await running;
    expect(result.sent).toEqual(["SIGINT", "SIGTERM", "SIGKILL"]);
    const shown = [result.post?.summary ?? "", ...scene.github.comments(scene.number).map(({ body }) => body)];
    for (const text of shown.map(plain)) expect(text).toContain("(state-not-saved): 2 done");
    expect(scene.checkout.has("errored.tfstate")).toBe(false);
    expect(inClear(result.temp)).toEqual([]);
    expect(
      addresses(
        Buffer.from(decryptState(readFileSync(find(result.temp, "errored.tfstate.sealed")), sealKey)).toString(),
      ),
    ).toEqual(both);
    expect(scene.github.deployments().at(-1)?.statuses.at(-1)).toMatchObject({
      state: "failure",
      description: "state-not-saved new 1",
    });
    fault.remove();
    await expectRefused(scene);
  });
});
