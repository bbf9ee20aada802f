/**
 * An apply that came half-way is no dead end: it is run again, in the same run or a new one, and goes on with what is left
 * of the reviewed plan, and with nothing else. With the real terraform.
 */
import { afterAll, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { workspace } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { errorOf, refuseApply } from "./terraform-apply-refusal.ts";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import type { RunOptions, Target } from "./terraform-apply-stage.ts";
import { apply, plain } from "./terraform-plan-stage.ts";

const stage = openApplyStage();
const folder = workspace({}, { git: false, name: "gate" });
afterAll(async () => {
  await stage.clear();
  folder.cleanup();
});

/** Where the objects are made that only can be made while the gate is open. */
let gates = 0;
type Scene = Target & { openGate(): void; main: string };

async function openScene(inputs: Record<string, string> = {}, before = ""): Promise<Scene> {
  const gate = `gate-${(gates += 1)}`;
  const main = `resource "terraform_data" "first" {
  input = "first"
}
resource "terraform_data" "gated" {
  input            = terraform_data.first.output
  triggers_replace = ["new"]
  provisioner "local-exec" {
    command = "test -e ${folder.resolve(gate)}"
  }
}
resource "terraform_data" "last" {
  input = terraform_data.gated.id
}
output "last" {
  value = terraform_data.last.output == terraform_data.gated.id
}
`;
  const target = await stage.target({ files: { "main.tf": before }, inputs });
  if (before !== "") await apply(target.checkout.path);
  target.checkout.write({ "main.tf": main });
  target.checkout.commit();
  return { ...target, main, openGate: () => folder.write({ [gate]: "" }) };
}

function lists({ outputs }: ActionResult): unknown[] {
  return ["applied", "failed", "not-started"].map((name) => JSON.parse(outputs[name] ?? "") as unknown);
}

const [first, gated, last] = ["terraform_data.first", "terraform_data.gated", "terraform_data.last"];

async function applyHalf(scene: Scene, options: RunOptions = {}): Promise<ActionResult> {
  const half = await scene.apply(options);
  expect(half).toMatchObject({ exitCode: 1, orphans: [], outputs: { result: "partial" } });
  expect(half.outputs["failure-reason"]).toBe("apply-failed");
  expect(lists(half)).toEqual([[first], [gated], [last]]);
  expect(errorOf(half).what).not.toBe("");
  expect(scene.backend.holder()).toBeUndefined();
  return half;
}

async function expectFinished(scene: Scene, options: RunOptions): Promise<void> {
  scene.openGate();
  const rest = await scene.apply(options);
  expect([rest.outputs["result"], errorOf(rest).what]).toEqual(["applied", ""]);
  expect(lists(rest)).toEqual([[gated, last], [], []]);
  expect(rest.outputs["outputs-json"]).toBe('{"last":true}');
  const [comment, ...others] = scene.github.comments();
  expect(others).toEqual([]);
  const text = plain(comment?.body ?? "");
  for (const words of ["applied: ", "1 resource was done before", gated, last]) expect(text).toContain(words);
  expect(parseMarker(comment?.body ?? "")?.data).toMatchObject({ applied: "applied" });
  // Everything is done: one more changes nothing, and is refused nothing.
  const again = await scene.apply({ ...options, context: { ...options.context, runAttempt: "9" } });
  expect([again.exitCode, again.outputs["result"]]).toEqual([0, "no-changes"]);
}

describe("a half-failed apply", () => {
  it("lists what is done, failed and not started, and finishes in the same run's next attempt", async () => {
    const scene = await openScene();
    await scene.review();
    const half = await applyHalf(scene);
    expect(half.outputs["summary"]).toBe("partly applied (apply-failed): 1 done, 1 failed, 1 not started");
    const text = plain(scene.github.comments()[0]?.body ?? "");
    for (const words of ["partly applied", first, gated, last]) expect(text).toContain(words);
    await expectFinished(scene, { context: { runAttempt: "2" } });
  });

  it("with a key: refuses what was sneaked in between, and finishes in a new run", async () => {
    const scene = await openScene({ "seal-key": sealKey });
    await scene.review();
    await applyHalf(scene);
    const sneaks: Record<string, string>[] = [
      { "main.tf": scene.main.replace('"first"\n}', '"mallory"\n}') },
      { "main.tf": scene.main.replace("command = ", 'interpreter = ["sh", "-c"]\n    command = ') },
      { "more.tf": 'resource "terraform_data" "more" {}\n' },
    ];
    for (const [at, files] of sneaks.entries()) {
      scene.checkout.write(files);
      const { what } = await refuseApply(scene, "plan-changed", { context: { runId: String(102 + at) } });
      expect(what).not.toBe("");
      scene.checkout.remove("more.tf");
      scene.checkout.write({ "main.tf": scene.main });
    }
    await expectFinished(scene, { context: { runId: "110" } });
  });

  it("fails at a replacement, and finishes it", async () => {
    const before = `resource "terraform_data" "first" {\n  input = "first"\n}\nresource "terraform_data" "gated" {\n  input            = terraform_data.first.output\n  triggers_replace = ["old"]\n}\n`;
    const scene = await openScene({}, before);
    await scene.review();
    const half = await scene.apply();
    expect(half.outputs["failure-reason"]).toBe("apply-failed");
    expect(lists(half)).toEqual([[], [gated], [last]]);
    scene.openGate();
    const rest = await scene.apply({ context: { runAttempt: "2" } });
    expect([rest.outputs["result"], errorOf(rest).what]).toEqual(["applied", ""]);
    expect(lists(rest)).toEqual([[gated, last], [], []]);
  });

  it("of a plan file: planned again in the next attempt, held against the file, and finished", async () => {
    const scene = await openScene({ "seal-key": sealKey });
    const planned = await scene.planPushed();
    const inputs = { "plan-file": planned.outputs["plan-file"] ?? "" };
    await applyHalf(scene, { inputs });
    scene.checkout.write({ "more.tf": 'resource "terraform_data" "more" {}\n' });
    const attempt = { inputs, context: { runAttempt: "2" } };
    expect((await refuseApply(scene, "plan-tampered", attempt)).what).toContain("more.tf");
    scene.checkout.remove("more.tf");
    scene.openGate();
    const rest = await scene.apply(attempt);
    expect([rest.outputs["result"], errorOf(rest).what]).toEqual(["applied", ""]);
    expect(lists(rest)).toEqual([[gated, last], [], []]);
  });
});

describe("two runs of one review", () => {
  it("race: one applies, and the other finds nothing left", async () => {
    const scene = await openScene();
    scene.openGate();
    await scene.review();
    const second = scene.backend.faults.add({ on: "LOCK /*", nth: 2, fault: "delay" });
    const slow = scene.apply({ context: { runId: "201" } });
    await second.arrived();
    const fast = await scene.apply({ context: { runId: "202" } });
    second.remove();
    const late = await slow;
    expect([fast, late].map(({ outputs }) => outputs["result"])).toEqual(["applied", "no-changes"]);
    expect(lists(late)).toEqual([[], [], []]);
    const written = scene.backend.history().map((text) => (JSON.parse(text) as { serial: number }).serial);
    expect(written).toEqual(written.toSorted((one, other) => one - other));
    expect(scene.backend.holder()).toBeUndefined();
    expect(scene.github.comments()).toHaveLength(1);
  });
});
