/**
 * A terraform that is killed, and a provider that fails, while they apply: said as it is, tried once.
 */
import { existsSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import { until } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openApplyStage } from "./terraform-apply-stage.ts";
import type { Target } from "./terraform-apply-stage.ts";
import { plain } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";
import type { Witness } from "./terraform-witness.ts";

const stage = openApplyStage();
afterAll(() => stage.clear());

type Scene = Target & { witness: Witness; path: string[]; begun: string; go: string };

/** `a` is made at once, `slow` waits for a file, `c` comes after it. */
async function openScene(command: (scene: { begun: string; go: string }) => string): Promise<Scene> {
  const folder = stage.folder();
  const files = { begun: folder.resolve("begun"), go: folder.resolve("go") };
  const target = await stage.target({
    files: {
      "main.tf": `resource "terraform_data" "a" {}
resource "terraform_data" "slow" {
  depends_on = [terraform_data.a]
  provisioner "local-exec" {
    command = "${command(files)}"
  }
}
resource "terraform_data" "c" {
  depends_on = [terraform_data.slow]
}
`,
    },
    inputs: { environment: "production", "lock-timeout": "0s" },
  });
  await target.review();
  return { ...target, ...files, witness: installWitness(folder.path), path: [folder.path] };
}

const waiting = ({ begun, go }: { begun: string; go: string }): string =>
  `touch '${begun}'; while [ ! -e '${go}' ]; do sleep 0.05; done`;

function told({ github, number }: Target, result: ActionResult): string[] {
  return [result.summary, ...github.comments(number).map(({ body }) => body)].map(plain);
}

/** Kills the real terraform's apply. */
async function kill({ witness }: Scene): Promise<void> {
  const [start] = await until(() => witness.starts("apply"));
  process.kill(start?.pid ?? 0, "SIGKILL");
}

describe("H117: terraform is killed", () => {
  it("while it makes something: what, the lock, and that it may exist outside of the state", async () => {
    const scene = await openScene(waiting);
    const running = scene.apply({ path: scene.path });
    await until(() => existsSync(scene.begun), { what: "An object in the making" });
    await kill(scene);
    writeFileSync(scene.go, "");
    const result = await running;
    const lock = scene.backend.holder()?.ID ?? "none";
    expect(result).toMatchObject({ exitCode: 1, orphans: [] });
    expect(result.outputs).toMatchObject({ result: "partial", "failure-reason": "terraform-crashed" });
    expect(JSON.parse(result.outputs["applied"] ?? "")).toEqual(["terraform_data.a"]);
    expect(JSON.parse(result.outputs["failed"] ?? "")).toEqual(["terraform_data.slow"]);
    expect(JSON.parse(result.outputs["not-started"] ?? "")).toEqual(["terraform_data.c"]);
    for (const text of told(scene, result)) {
      expect(text).toContain("with terraform_data.slow, terraform_data.a in the making");
      // Terraform had made it, and was killed before it saved anything.
      expect(text).toContain("not in the state: terraform_data.a.");
      expect(text).toContain("may exist outside of the state");
      expect(text).toContain(`terraform force-unlock ${lock}`);
    }
    expect(scene.witness.starts("apply")).toHaveLength(1);
    expect(scene.github.deployments().at(-1)?.statuses.at(-1)?.state).toBe("failure");
    const locked = await scene.apply({ path: scene.path });
    expect(locked.outputs).toMatchObject({ result: "failed", "failure-reason": "state-locked", applied: "[]" });
    expect(locked.summary).toContain(lock);
    expect(scene.witness.starts("apply")).toHaveLength(1);
    scene.backend.unlock();
    expect((await scene.apply()).outputs).toMatchObject({ result: "applied", "failure-reason": "" });
  });

  it("while it saves: everything that it made is named, and none of it is said to be saved", async () => {
    const scene = await openScene(() => "true");
    const writing = scene.backend.hold("POST /state");
    const running = scene.apply({ path: scene.path });
    await writing.arrived();
    await kill(scene);
    const result = await running;
    writing.remove();
    expect(result.outputs["failure-reason"]).toBe("terraform-crashed");
    expect(result.outputs["result"]).toBe("partial");
    for (const text of told(scene, result)) {
      expect(text).toContain("not in the state: terraform_data.a, terraform_data.c, terraform_data.slow.");
      expect(text).toContain("may exist outside of the state");
      expect(text).toContain(`terraform force-unlock ${scene.backend.holder()?.ID ?? "none"}`);
    }
  });
});

describe("H118: a provisioner fails", () => {
  it("is not tried again; running again goes on with what is left", async () => {
    const scene = await openScene(({ go }) => `test -e '${go}'`);
    const failed = await scene.apply({ path: scene.path });
    expect(failed.outputs).toMatchObject({ result: "partial", "failure-reason": "apply-failed" });
    expect(scene.witness.starts("apply")).toHaveLength(1);
    expect(scene.backend.history()).toHaveLength(1);
    for (const text of told(scene, failed)) expect(text).toContain("run the job again");
    writeFileSync(scene.go, "");
    const again = await scene.apply({ path: scene.path });
    expect(again.outputs).toMatchObject({ result: "applied", "failure-reason": "" });
    expect(JSON.parse(again.outputs["applied"] ?? "")).toEqual(["terraform_data.c", "terraform_data.slow"]);
    expect(scene.witness.starts("apply")).toHaveLength(2);
  });
});
