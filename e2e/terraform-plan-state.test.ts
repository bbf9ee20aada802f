/**
 * State that terraform-plan's bundle cannot or must not plan on: workspaces that are not there, locks, changed backends.
 */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { startStateBackend, until } from "@handrail/testkit";
import type { StateBackend, Workspace } from "@handrail/testkit";
import { failPlan } from "./terraform-plan-failure.ts";
import type { Failed, Run } from "./terraform-plan-failure.ts";
import { openStage, terraform } from "./terraform-plan-stage.ts";

const stage = openStage();
afterAll(() => stage.clear());

const resource = 'resource "terraform_data" "a" {\n  input = "x"\n}\n';

const failed = (reason: string, run: Run): Promise<Failed> => failPlan(stage, reason, run);

describe("workspaces", () => {
  let checkout: Workspace;
  beforeAll(async () => {
    checkout = stage.checkout({ "main.tf": `${resource}output "w" {\n  value = terraform.workspace\n}\n` });
    await terraform(checkout.path, ["init", "-input=false"]);
    await terraform(checkout.path, ["workspace", "new", "known"]);
    await terraform(checkout.path, ["workspace", "select", "default"]);
  });

  it.each([
    ["the input", { workspace: "prod" }, {}],
    ["TF_WORKSPACE", {}, { TF_WORKSPACE: "prod" }],
  ])(
    "%s names one that does not exist: it is neither planned nor made",
    async (_, inputs: Record<string, string>, env: Record<string, string>) => {
      const { what } = await failed("workspace-not-found", { workspace: checkout, inputs, env });
      expect(what).toContain('"prod"');
      expect(readdirSync(checkout.resolve("terraform.tfstate.d"))).toEqual(["known"]);
    },
  );

  it("one that exists is planned, and stays unselected", async () => {
    const result = await stage.plan({ workspace: checkout, inputs: { workspace: "known" } });
    expect(result.outputs).toMatchObject({ result: "changes", "output-changes": "1" });
    expect(result.summary).toContain("known");
    expect(checkout.read(".terraform/environment")).toBe("default");
  });
});

describe("the backend", () => {
  let backend: StateBackend;
  beforeAll(async () => {
    backend = await startStateBackend();
  });
  afterEach(() => backend.unlock());
  afterAll(() => backend.close());

  it("is locked by somebody: who, and since when", async () => {
    const checkout = stage.checkout({ "main.tf": backend.hcl() + resource });
    const holder = backend.lock();
    const result = await failed("state-locked", { workspace: checkout, inputs: { "lock-timeout": "0s" } });
    expect(result.what).toContain(holder.ID);
    expect(backend.holder()).toEqual(holder);
  });

  it("is a local file that is locked", async () => {
    const checkout = stage.checkout({ "main.tf": resource });
    await terraform(checkout.path, ["init", "-input=false"]);
    // It holds the lock until it is told whether to apply.
    const asking = execFile("terraform", ["apply"], { cwd: checkout.path });
    await until(() => checkout.has(".terraform.tfstate.lock.info"), { what: "The lock" });
    const result = await failed("state-locked", { workspace: checkout, inputs: { "lock-timeout": "0s" } });
    expect(result.what).toMatch(/^The state is locked by .+@.+ since 20\d\d-.+ for apply/);
    asking.stdin?.end("no\n");
    await once(asking, "close");
  });

  it("changed since the directory was initialised", async () => {
    const checkout = stage.checkout({ "main.tf": backend.hcl("one") + resource });
    await terraform(checkout.path, ["init", "-input=false"]);
    checkout.write({ "main.tf": backend.hcl("two") + resource });
    const { remedy } = await failed("backend-changed", { workspace: checkout });
    expect(remedy).toContain(".terraform");
  });

  it("has no workspaces but default", async () => {
    const checkout = stage.checkout({ "main.tf": backend.hcl("only") + resource });
    await failed("workspace-not-found", { workspace: checkout, inputs: { workspace: "prod" } });
    expect(backend.history("only")).toEqual([]);
  });

  it("does not let us in", async () => {
    const rule = backend.faults.add({ on: "GET /denied", fault: "401", nth: "all" });
    const checkout = stage.checkout({ "main.tf": backend.hcl("denied") + resource });
    const { remedy } = await failed("init-failed", { workspace: checkout });
    expect(remedy).toContain("credentials");
    rule.remove();
  });
});
