/**
 * The workflow terraform-bump with nothing stood in for but other people's actions: one job plans and can write nothing,
 * the other writes and plans nothing. Every job's token may do what its permissions say.
 */
import { afterEach, describe, expect, it } from "@jest/globals";
import { startRegistry, startStateBackend, workspace } from "@handrail/testkit";
import type { LoopbackRegistry, StateBackend, Workspace } from "@handrail/testkit";
import { plain, terraform } from "./terraform-plan-stage.ts";
import { endings, openWorkflowStage } from "./workflow-stage.ts";
import type { WorkflowRun, WorkflowStage } from "./workflow-stage.ts";

type Opened = { stage: WorkflowStage; backend: StateBackend; registry: LoopbackRegistry; machine: Workspace };
const open: Partial<Opened> = {};

afterEach(async () => {
  await open.stage?.clear();
  await Promise.all([open.backend?.close(), open.registry?.close()]);
  open.machine?.cleanup();
});

const caller = `name: bump
on:
  workflow_dispatch:
permissions: {}
jobs:
  bump:
    uses: handrail/handrail/.github/workflows/terraform-bump.yml@0000000000000000000000000000000000000000
    permissions:
      contents: write
      pull-requests: write
      deployments: read
      id-token: write
    with:
      dependencies: modules
      terraform-version: 1.11.4
      labels: dependencies
`;

const size = (of: string): string => `variable "zones" { type = number }
resource "terraform_data" "gateway" {
  input            = "${of}"
  triggers_replace = var.zones > 2 ? "${of}" : "one"
}
`;

function moduleCall(zones: number): string {
  return `module "network" {
  source  = "shop/network/generic"
  version = "~> 2.1.0"
  zones   = ${zones}
}
`;
}

async function begin(): Promise<Opened & { run(): Promise<WorkflowRun> }> {
  const backend = await startStateBackend();
  open.backend = backend;
  const registry = await startRegistry({
    modules: [
      {
        source: "shop/network/generic",
        versions: [
          { version: "2.1.0", files: { "main.tf": size("small") } },
          { version: "2.2.0", files: { "main.tf": size("large") } },
        ],
      },
    ],
  });
  open.registry = registry;
  const machine = workspace({ "terraform.rc": registry.cliConfiguration("registry.terraform.io") }, { git: false });
  open.machine = machine;
  const files = {
    ".github/workflows/bump.yml": caller,
    "live/prod/main.tf": moduleCall(3),
    "live/prod/backend.tf": backend.hcl(),
  };
  const stage = await openWorkflowStage(files);
  open.stage = stage;
  const env = { TF_CLI_CONFIG_FILE: machine.resolve("terraform.rc") };
  const root = stage.repository.resolve("live/prod");
  await terraform(root, ["init"], env);
  await terraform(root, ["apply", "-auto-approve"], env);
  const head = await stage.github.commit({ branch: "main", files });
  stage.github.nameCommit(head, stage.repository.git("rev-parse", "HEAD"));
  const run = (): Promise<WorkflowRun> =>
    stage.run({
      file: ".github/workflows/bump.yml",
      event: { name: "workflow_dispatch", payload: { repository: { default_branch: "main" } } },
      machine: env,
    });
  return { stage, backend, registry, machine, run };
}

describe("the workflow terraform-bump", () => {
  it("proves in one job and publishes in another, and the pull request begins with the proof", async () => {
    const { stage, backend, run } = await begin();
    const asked = backend.requests.length;
    const ran = await run();
    expect(endings(ran)).toEqual({ "bump / prove": "success", "bump / publish": "success" });
    const [issue] = stage.github.issues();
    expect(issue?.title).toBe("Bump module shop/network/generic from 2.1.0 to 2.2.0");
    const text = plain(issue?.body ?? "");
    expect(text.split("\n").find((line) => line.trim() !== "")).toMatch(/0 changes in 0 roots|1 root changes/);
    expect(text).toContain("module.network.terraform_data.gateway");
    expect(stage.github.labels(issue?.number ?? 0)).toEqual(["dependencies"]);
    expect(backend.requests.slice(asked).map(({ method }) => method)).not.toContain("LOCK");
    expect(new Set(backend.requests.slice(asked).map(({ method }) => method))).toEqual(new Set(["GET"]));
    const again = await run();
    expect(endings(again)).toEqual({ "bump / prove": "success", "bump / publish": "success" });
    expect(stage.github.issues()).toHaveLength(1);
  });
});
