import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Exec, ExecOptions } from "@handrail/runner";
import { createProcessRunner } from "@handrail/runner/host";
import { startLoopback, workspace, type Workspace } from "@handrail/testkit";
import {
  commandFailure,
  type CommandResult,
  createTerraform,
  describeBackend,
  openPlanSource,
  type Terraform,
  type TerraformOptions,
} from "./cli.ts";
import { runPlan } from "./cli/plan.ts";
import type { TerraformEvent } from "./events.ts";
import { fingerprintPlan } from "./fingerprint.ts";
import { readPlan } from "./plan-reader.ts";

type Call = { command: string; args: readonly string[]; options: ExecOptions };
type Kit = {
  root: Workspace;
  temporary: Workspace;
  terraform: Terraform;
  calls: Call[];
  logged: string[];
  events: TerraformEvent[];
  planFile: string;
  options: TerraformOptions;
};

const open: Workspace[] = [];
afterEach(() => {
  for (const folder of open.splice(0)) folder.cleanup();
});

const base = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
const resource = 'resource "terraform_data" "a" {\n  input = "one"\n}\n';

/** The real terraform in a folder of its own. */
function kit(
  files: Record<string, string>,
  more: {
    environment?: Record<string, string>;
    workspace?: string;
    path?: string;
    directory?: string;
    exec?: Exec;
  } = {},
): Kit {
  const root = workspace(files, { git: false, name: "root" });
  const temporary = workspace({}, { git: false, name: "temporary" });
  open.push(root, temporary);
  const { exec: real } = createProcessRunner({ cancelled: new AbortController().signal, pollMs: 10 });
  const exec = more.exec ?? real;
  const calls: Call[] = [];
  const logged: string[] = [];
  const events: TerraformEvent[] = [];
  const note = (text: string): void => void logged.push(text);
  const options: TerraformOptions = {
    exec: (command, args, options) => {
      calls.push({ command, args, options });
      return exec(command, args, options);
    },
    path: more.path ?? "terraform",
    directory: root.resolve(more.directory ?? "."),
    environment: { ...base, ...more.environment },
    log: { info: note, warning: note, debug: () => undefined, group: note, endGroup: () => undefined },
    temporaryDirectory: temporary.path,
    onEvent: (event) => void events.push(event),
    ...(more.workspace === undefined ? {} : { workspace: more.workspace }),
  };
  return {
    root,
    temporary,
    terraform: createTerraform(options),
    calls,
    logged,
    events,
    planFile: temporary.resolve("tfplan"),
    options,
  };
}

/** A terraform whose init knows no -json, and fails. */
const oldInit: Exec = async (_, args) => ({
  exitCode: args[0] === "init" ? 1 : 0,
  signal: undefined,
  stdout: args[0] === "version" ? '{"terraform_version":"1.8.5"}' : "",
  stderr: "Error: something",
  cancelled: false,
});

/** A state server as terraform's http backend wants it, with a lock that somebody may hold. */
async function stateServer(holder?: Record<string, string>) {
  let state: string | undefined;
  return startLoopback((request) => {
    if (request.method === "LOCK") return holder === undefined ? { status: 200 } : { status: 423, body: holder };
    if (request.method === "UNLOCK") return { status: 200 };
    if (request.method === "POST") state = request.text;
    return state === undefined ? { status: 404 } : { status: 200, body: state };
  });
}

describe("version", () => {
  it("names version, platform and the locked providers", async () => {
    const lock =
      'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.1.0"\n  hashes  = [\n    "h1:jCFS4yMnDuBpCwvSfMVc0QYZCpcLKpCrRvPT3WVjmSs=",\n  ]\n}\n';
    const { terraform, calls, temporary } = kit({ "main.tf": resource, ".terraform.lock.hcl": lock });
    expect(await terraform.version()).toEqual({
      version: expect.stringMatching(/^1\.\d+\.\d+/),
      platform: expect.stringMatching(/^[a-z]+_[a-z0-9]+$/),
      providers: { "registry.terraform.io/hashicorp/aws": "5.1.0" },
    });
    await terraform.version();
    expect(calls).toHaveLength(1);
    expect(readdirSync(temporary.path)).toEqual([]);
  });

  it.each([
    ["a name that is nowhere", "no-such-terraform"],
    ["a program that is something else", "git"],
    ["a file that is no program", "/dev/null"],
  ])("says terraform-not-found for %s", async (_, path) => {
    await expect(kit({}, { path }).terraform.version()).rejects.toMatchObject({
      reason: "terraform-not-found",
      remedy: expect.stringMatching(/terraform-path/),
    });
  });
});

describe("init", () => {
  it("needs no lock file for built-in providers, and leaves none", async () => {
    const { terraform, root, calls } = kit({ "main.tf": resource });
    expect(await terraform.init({ lockTimeoutMs: 1500 })).toMatchObject({
      exitCode: 0,
      hadLockFile: false,
      diagnostics: [],
    });
    expect(root.has(".terraform.lock.hcl")).toBe(false);
    expect(calls.at(-1)?.args).toEqual([
      "init",
      "-input=false",
      "-no-color",
      "-json",
      "-lockfile=readonly",
      "-lock-timeout=1500ms",
    ]);
  });

  it("H086: a provider that is not locked is an error that tells how to lock it, and nothing is written", async () => {
    const { terraform, root, temporary } = kit(
      {
        "main.tf":
          'terraform {\n  required_providers {\n    fake = {\n      source = "acme.test/acme/fake"\n    }\n  }\n}\n',
        "mirror/acme.test/acme/fake/1.0.0/linux_amd64/terraform-provider-fake_v1.0.0": "#!/bin/sh\n",
        "mirror/acme.test/acme/fake/1.0.0/darwin_arm64/terraform-provider-fake_v1.0.0": "#!/bin/sh\n",
        "mirror/acme.test/acme/fake/1.0.0/linux_arm64/terraform-provider-fake_v1.0.0": "#!/bin/sh\n",
        terraformrc: 'provider_installation {\n  filesystem_mirror {\n    path = "mirror"\n  }\n}\n',
      },
      { environment: { TF_CLI_CONFIG_FILE: "terraformrc" } },
    );
    const result = await terraform.init();
    expect(root.has(".terraform.lock.hcl")).toBe(false);
    const failure = commandFailure(result, "init", { directory: "live", hadLockFile: result.hadLockFile });
    expect(failure).toMatchObject({
      reason: "init-failed",
      remedy: expect.stringMatching(/no \.terraform\.lock\.hcl.*providers lock.*commit/),
    });
    expect(readdirSync(temporary.path)).toEqual([]);
  });

  it("a scratch copy's lock file may be completed, and is not put back", async () => {
    const lock = "# reviewed\n";
    const { root, terraform, calls } = kit(
      { ".terraform.lock.hcl": lock },
      {
        exec: async () => {
          root.write({ ".terraform.lock.hcl": "# completed\n" });
          return { exitCode: 0, signal: undefined, stdout: "", stderr: "", cancelled: false };
        },
      },
    );
    expect(await terraform.init({ isLockFileOpen: true })).toMatchObject({ exitCode: 0, hadLockFile: true });
    expect(root.read(".terraform.lock.hcl")).toBe("# completed\n");
    expect(calls.flatMap(({ args }) => args)).not.toContain("-lockfile=readonly");
  });

  it("without a backend neither state nor workspaces are asked for", async () => {
    const server = await stateServer();
    try {
      const { terraform } = kit(
        { "main.tf": `terraform {\n  backend "http" {\n    address = "${server.url}/state"\n  }\n}\n` },
        { workspace: "prod" },
      );
      expect(await terraform.init({ hasBackend: false })).toMatchObject({ exitCode: 0 });
      expect(await terraform.validate()).toMatchObject({ isValid: true });
      expect(server.requests).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it("H086: a lock file that changes in spite of all is put back, and fails the init", async () => {
    const lock = "# reviewed\n";
    const { root, terraform } = kit(
      { ".terraform.lock.hcl": lock },
      {
        exec: async (_, args) => {
          if (args[0] === "init") root.write({ ".terraform.lock.hcl": "# tampered\n" });
          const stdout = args[0] === "version" ? '{"terraform_version":"1.11.4"}' : "";
          return { exitCode: 0, signal: undefined, stdout, stderr: "", cancelled: false };
        },
      },
    );
    const result = await terraform.init();
    expect(result).toMatchObject({ exitCode: 1, hadLockFile: true });
    expect(root.read(".terraform.lock.hcl")).toBe(lock);
    expect(commandFailure(result, "init", { directory: ".", hadLockFile: true }).reason).toBe("init-failed");
  });

  it("says invalid-configuration with the place, in the words of the workspace", async () => {
    const { terraform } = kit({ "main.tf": 'resource "x" {\n' });
    const failure = commandFailure(await terraform.init(), "init", { directory: "live/prod" });
    expect(failure).toMatchObject({
      reason: "invalid-configuration",
      location: { file: "live/prod/main.tf", line: 1 },
    });
  });

  it("says version-mismatch for a terraform that required_version excludes", async () => {
    const { terraform } = kit({ "main.tf": 'terraform {\n  required_version = "< 1.0"\n}\n' });
    const failure = commandFailure(await terraform.init(), "init", { directory: "." });
    expect(failure).toMatchObject({ reason: "version-mismatch", location: { file: "main.tf", line: 2 } });
  });

  it("gives backend settings as they are, files before pairs, and says backend-changed for others", async () => {
    const { terraform, root, calls } = kit({
      "main.tf": 'terraform {\n  backend "local" {}\n}\n',
      "b.hcl": 'path = "from-file.tfstate"\n',
      "c.hcl": 'path = "other.tfstate"\n',
    });
    expect(
      (await terraform.init({ backendConfigFiles: ["b.hcl"], backendConfig: ["path=-migrate-state.tfstate"] }))
        .exitCode,
    ).toBe(0);
    expect(calls.at(-1)?.args.slice(-2)).toEqual([
      "-backend-config=b.hcl",
      "-backend-config=path=-migrate-state.tfstate",
    ]);
    expect(JSON.parse(root.read(".terraform/terraform.tfstate"))).toMatchObject({
      backend: { config: { path: "-migrate-state.tfstate" } },
    });
    const again = await terraform.init({ backendConfigFiles: ["c.hcl"] });
    expect(commandFailure(again, "init", { directory: "." })).toMatchObject({
      reason: "backend-changed",
      remedy: expect.stringMatching(/\.terraform/),
    });
  });

  it("uses plain init where -json is not known, and passes its words on unread", async () => {
    const { terraform, calls } = kit({}, { exec: oldInit });
    const result = await terraform.init();
    expect(calls.at(-1)?.args).not.toContain("-json");
    expect(commandFailure(result, "init", { directory: "." }).reason).toBe("init-failed");
    expect(result.diagnostics[0]?.detail).toBe("Error: something");
  });
});

describe("workspaces", () => {
  const local = { "main.tf": resource, "terraform.tfstate.d/prod/.keep": "", "terraform.tfstate.d/dev/.keep": "" };

  it("lists them, with the selected one of the directory", async () => {
    const { terraform } = kit({ ...local, ".terraform/environment": "dev" });
    expect(await terraform.workspaces()).toEqual({
      names: ["default", "dev", "prod"],
      selected: "dev",
      isSupported: true,
    });
    expect(await terraform.requireWorkspace()).toBe("dev");
  });

  it("takes the input before the selected one, and TF_WORKSPACE when there is no input", async () => {
    expect(
      await kit({ ...local, ".terraform/environment": "dev" }, { workspace: "prod" }).terraform.requireWorkspace(),
    ).toBe("prod");
    expect(await kit(local, { environment: { TF_WORKSPACE: "prod" } }).terraform.requireWorkspace()).toBe("prod");
    expect(await kit(local).terraform.requireWorkspace()).toBe("default");
  });

  it.each([
    ["the input", { workspace: "nope" }, {}],
    ["TF_WORKSPACE", { environment: { TF_WORKSPACE: "nope" } }, {}],
    ["the selected one", {}, { ".terraform/environment": "nope" }],
  ])("an unknown workspace from %s fails the init and is never created", async (_, more, files) => {
    const { terraform, root } = kit({ ...local, ...files }, more);
    expect(commandFailure(await terraform.init(), "init", { directory: "." })).toMatchObject({
      reason: "workspace-not-found",
      what: expect.stringMatching(/"nope".*default, dev, prod/),
    });
    expect(root.has("terraform.tfstate.d/nope")).toBe(false);
    await expect(terraform.requireWorkspace()).rejects.toMatchObject({ reason: "workspace-not-found" });
  });

  it("asks default's state for nothing: what only it needs does not stop another workspace", async () => {
    const provider = 'provider[\\"acme.test/acme/fake\\"]';
    const instance = '{"schema_version":0,"attributes":{}}';
    const state = `{"version":4,"terraform_version":"1.0.0","serial":1,"lineage":"l","outputs":{},"resources":[{"mode":"managed","type":"fake_x","name":"y","provider":"${provider}","instances":[${instance}]}]}`;
    const rc = {
      terraformrc: 'provider_installation {\n  filesystem_mirror {\n    path = "mirror"\n  }\n}\n',
      "mirror/.keep": "",
    };
    const { terraform, root } = kit(
      { ...local, ...rc, "terraform.tfstate": state },
      { workspace: "prod", environment: { TF_CLI_CONFIG_FILE: "terraformrc" } },
    );
    expect(await terraform.init()).toMatchObject({ exitCode: 0 });
    expect(await terraform.requireWorkspace()).toBe("prod");
    expect(root.has(".terraform/environment")).toBe(false);
  });

  it("names a workspace of HCP Terraform to init at once: it may have no default", async () => {
    const { terraform, calls } = kit(
      {
        "main.tf":
          'terraform {\n  cloud {\n    hostname     = "localhost"\n    organization = "o"\n    workspaces {\n      tags = ["a"]\n    }\n  }\n}\n',
      },
      { workspace: "prod" },
    );
    const failure = commandFailure(await terraform.init(), "init", { directory: "." });
    expect(failure.reason).toBe("init-failed");
    const inits = calls.filter(({ args }) => args[0] === "init");
    expect(inits.map(({ options }) => options.environment["TF_WORKSPACE"])).toEqual(["prod"]);
  });

  it("says that TF_WORKSPACE and the input differ, before anything is started", async () => {
    const { terraform, calls } = kit(local, { workspace: "dev", environment: { TF_WORKSPACE: "prod" } });
    await expect(terraform.requireWorkspace()).rejects.toMatchObject({ reason: "invalid-input" });
    await expect(terraform.init()).rejects.toMatchObject({ reason: "invalid-input" });
    expect(calls).toEqual([]);
  });

  it.each(["a/b", "a b", "-x\u0000", "a\nb"])("refuses the name %j", async (name) => {
    await expect(kit(local, { workspace: name }).terraform.requireWorkspace()).rejects.toMatchObject({
      reason: "invalid-input",
    });
  });

  it("has only default in a backend without workspaces", async () => {
    const server = await stateServer();
    try {
      const { terraform } = kit(
        { "main.tf": `terraform {\n  backend "http" {\n    address = "${server.url}/state"\n  }\n}\n` },
        { workspace: "prod" },
      );
      await terraform.init();
      expect(await terraform.workspaces()).toEqual({ names: ["default"], selected: "prod", isSupported: false });
      await expect(terraform.requireWorkspace()).rejects.toMatchObject({
        reason: "workspace-not-found",
        what: expect.stringMatching(/no workspaces/),
      });
    } finally {
      await server.close();
    }
  });

  it("gives a diagnostic when the list cannot be had", async () => {
    const { terraform } = kit({ "main.tf": 'terraform {\n  backend "local" {}\n}\n' }, { workspace: "prod" });
    expect(await terraform.requireWorkspace()).toMatchObject({
      severity: "error",
      summary: "Failed to get existing workspaces",
    });
  });
});

describe("plan", () => {
  it("plans into a file that show can read, with events, and leaves nothing else behind", async () => {
    const { terraform, temporary, planFile, logged, events } = kit({ "main.tf": resource });
    await terraform.init();
    expect(await terraform.plan({ planFile })).toMatchObject({
      outcome: "changes",
      exitCode: 2,
      hasPlanFile: true,
      cancelled: false,
      diagnostics: [],
    });
    expect(logged).toContain("terraform_data.a: plan to create");
    expect(events.map(({ type }) => type)).toContain("change_summary");
    const document = temporary.resolve("plan.json");
    await terraform.showPlan(planFile, document);
    for (const file of [document, planFile]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(document, "utf8"))).toMatchObject({
      resource_changes: [{ address: "terraform_data.a" }],
    });
    expect(readdirSync(temporary.path).sort()).toEqual(["plan.json", "tfplan"]);
  });

  it("says no-changes", async () => {
    const { terraform, planFile } = kit({ "main.tf": "locals {\n  a = 1\n}\n" });
    await terraform.init();
    expect(await terraform.plan({ planFile })).toMatchObject({ outcome: "no-changes", exitCode: 0 });
  });

  it("passes every option on, and variables as HCL text in a private file that wins and is gone afterwards", async () => {
    const variables = 'list = [\n  "a",\n]\nname = "from-text"\n';
    const { terraform, planFile, calls, temporary } = kit({
      "main.tf":
        'variable "list" {\n  type = list(string)\n}\nvariable "name" {}\nresource "terraform_data" "a" {\n  input = [var.list, var.name]\n}\nresource "terraform_data" "b" {}\n',
      "-var.tfvars": 'name = "from-file"\n',
    });
    await terraform.init();
    const result = await terraform.plan({
      planFile,
      varFiles: ["-var.tfvars"],
      variables,
      targets: ["terraform_data.a"],
      parallelism: 3,
      lockTimeoutMs: 1000,
      isRefreshed: false,
    });
    expect(result.outcome).toBe("changes");
    const args = calls.at(-1)?.args ?? [];
    expect(args).toEqual(
      expect.arrayContaining([
        "-var-file=-var.tfvars",
        "-target=terraform_data.a",
        "-parallelism=3",
        "-lock-timeout=1000ms",
        "-refresh=false",
      ]),
    );
    const document = temporary.resolve("plan.json");
    await terraform.showPlan(planFile, document);
    const plan: unknown = JSON.parse(readFileSync(document, "utf8"));
    expect(plan).toMatchObject({
      variables: { name: { value: "from-text" }, list: { value: ["a"] } },
      resource_changes: [{ address: "terraform_data.a" }],
    });
    expect(readdirSync(temporary.path).filter((name) => name.startsWith("variables"))).toEqual([]);
  });

  it("plans a destruction and a refresh", async () => {
    const { terraform, planFile, calls } = kit({ "main.tf": resource });
    await terraform.init();
    expect((await terraform.plan({ planFile, isDestroy: true })).outcome).toBe("no-changes");
    expect(calls.at(-1)?.args).toContain("-destroy");
    expect((await terraform.plan({ planFile, isRefreshOnly: true })).outcome).toBe("no-changes");
    expect(calls.at(-1)?.args).toContain("-refresh-only");
  });

  it.each([
    "-auto-approve",
    "-out=x",
    "a b",
    "a.b -lock=false",
    "a.b\n-destroy",
    "",
    "a",
    "a.b[",
    "a.b[x]",
    "a..b",
    '"a".b',
    "a.b.",
    "a.b\u0000",
  ])("H055: %j never becomes an address, let alone an option", async (address) => {
    const { options, planFile, calls } = kit({ "main.tf": resource });
    await expect(runPlan(options, { planFile, targets: [address] })).rejects.toMatchObject({ reason: "invalid-input" });
    await expect(runPlan(options, { planFile, replace: [address] })).rejects.toMatchObject({ reason: "invalid-input" });
    expect(calls).toEqual([]);
  });

  it("H121: a variable that nobody gave is an error, never a question", async () => {
    const { terraform, planFile } = kit({ "main.tf": 'variable "need" {}\n' });
    await terraform.init();
    const result = await terraform.plan({ planFile });
    expect(result).toMatchObject({ outcome: "failed", hasPlanFile: false });
    expect(commandFailure(result, "plan", { directory: "." })).toMatchObject({
      reason: "invalid-configuration",
      remedy: expect.stringMatching(/TF_VAR_/),
      location: { file: "main.tf", line: 1 },
    });
  });

  it("keeps the partial plan of a failed one", async () => {
    const check =
      'variable "v" {\n  default = 1\n}\nresource "terraform_data" "a" {\n  lifecycle {\n    precondition {\n      condition     = var.v == 2\n      error_message = "not two"\n    }\n  }\n}\nresource "terraform_data" "b" {}\n';
    const { terraform, planFile } = kit({ "main.tf": check });
    await terraform.init();
    const result = await terraform.plan({ planFile });
    expect(result).toMatchObject({ outcome: "failed", exitCode: 1, hasPlanFile: true });
    expect(commandFailure(result, "plan", { directory: "live" })).toMatchObject({
      reason: "plan-failed",
      location: { file: "live/main.tf", line: 7 },
    });
  });

  it("says init-failed in a directory that was not initialised", async () => {
    const { terraform, planFile } = kit({ "main.tf": 'terraform {\n  backend "local" {}\n}\n' });
    const result = await terraform.plan({ planFile });
    expect(commandFailure(result, "plan", { directory: "." })).toMatchObject({
      reason: "init-failed",
      what: expect.stringMatching(/initiali/),
    });
  });

  it("H115: a lock held by somebody else is state-locked; the http backend tells only its id", async () => {
    const holder = {
      ID: "1b2c",
      Operation: "OperationTypeApply",
      Info: "",
      Who: "ci@runner",
      Version: "1.11.4",
      Created: "2026-11-22T12:00:00.5Z",
      Path: "",
    };
    const server = await stateServer(holder);
    try {
      const { terraform, planFile } = kit({
        "main.tf": `terraform {\n  backend "http" {\n    address        = "${server.url}/state"\n    lock_address   = "${server.url}/lock"\n    unlock_address = "${server.url}/lock"\n  }\n}\n${resource}`,
      });
      await terraform.init();
      const failure = commandFailure(await terraform.plan({ planFile, lockTimeoutMs: 0 }), "plan", { directory: "." });
      expect(failure).toMatchObject({
        reason: "state-locked",
        what: "The state is locked by somebody (lock 1b2c)",
      });
      const asked = server.requests.length;
      expect((await terraform.plan({ planFile, isLocked: false })).outcome).toBe("changes");
      expect(server.requests.slice(asked).map(({ method }) => method)).toEqual(["GET"]);
    } finally {
      await server.close();
    }
  });

  it("passes TF_CLI_ARGS on to plan and not to questions", async () => {
    const { terraform, planFile } = kit(
      { "main.tf": resource },
      { environment: { TF_CLI_ARGS: "-lock=false", TF_CLI_ARGS_plan: "-destroy" } },
    );
    await terraform.version();
    expect((await terraform.init()).product).toBe("terraform");
    expect((await terraform.plan({ planFile })).outcome).toBe("no-changes");
    expect(await terraform.workspaces()).toMatchObject({ names: ["default"] });
  });

  it("says cancelled, and nothing else, for a step that was cancelled", () => {
    const result = { exitCode: undefined, signal: "SIGINT", cancelled: true, diagnostics: [], stderr: "" };
    expect(commandFailure(result, "plan", { directory: "." }).reason).toBe("cancelled");
    const killed = { ...result, signal: "SIGKILL", cancelled: false };
    expect(commandFailure(killed, "plan", { directory: "." })).toMatchObject({
      reason: "plan-failed",
      what: expect.stringMatching(/SIGKILL/),
    });
    expect(commandFailure(killed, "apply", { directory: "." }).reason).toBe("terraform-crashed");
  });

  it("knows a crash of terraform itself by what it writes, and does not hide one behind a cancel", () => {
    const base = {
      exitCode: 2,
      signal: undefined,
      cancelled: false,
      diagnostics: [],
      stderr: "",
      product: "terraform",
    } satisfies CommandResult;
    const reason = (more: Partial<CommandResult>): string =>
      commandFailure({ ...base, ...more }, "apply", { directory: "." }).reason;
    const anError = { severity: "error", summary: "x", detail: "" };
    expect(reason({})).toBe("terraform-crashed");
    expect(reason({ stderr: "noise\npanic: runtime error\n", diagnostics: [anError] })).toBe("terraform-crashed");
    expect(reason({ stderr: "!!!! TERRAFORM CRASH !!!!", cancelled: true })).toBe("terraform-crashed");
    expect(reason({ signal: "SIGKILL", exitCode: undefined, cancelled: true })).toBe("terraform-crashed");
    expect(reason({ stderr: "do not panic: this is a warning", diagnostics: [anError] })).toBe("apply-failed");
    expect(reason({ cancelled: true })).toBe("cancelled");
    expect(reason({ cancelled: true, diagnostics: [{ ...anError, summary: "Failed to save state" }] })).toBe(
      "state-not-saved",
    );
    const told = commandFailure({ ...base, exitCode: 11 }, "apply", {
      directory: ".",
      uncertain: ["a.b", "a.c", "a.d", "a.e"],
    });
    expect(told.what).toMatch(/exit code 11 .* with a\.b, a\.c, a\.d and 1 more in the making/);
    expect(told.remedy).toMatch(/state list.*import.*names its id/);
  });
});

/** The fingerprint of a fresh plan of the real terraform. */
async function fingerprintOf({ terraform, temporary, planFile }: Kit, key?: string): Promise<string> {
  await terraform.plan({ planFile });
  await terraform.showPlan(planFile, temporary.resolve("plan.json"));
  const source = openPlanSource(temporary.resolve("plan.json"));
  const fingerprint = fingerprintPlan({
    source,
    plan: readPlan(source).plan,
    redact: (text) => text,
    configuration: "",
    lockFile: undefined,
    terraformVersion: "",
    providerVersions: {},
    arguments: {},
    refreshOnly: false,
    ...(key === undefined ? {} : { key }),
  });
  source.close();
  return fingerprint;
}

describe("fingerprints of real plans", () => {
  it("are equal for two plans of the same, with a key and without, and differ by one value", async () => {
    const { root, ...rest } = kit({ "main.tf": resource });
    const all = { root, ...rest };
    await rest.terraform.init();
    const [open, keyed] = [await fingerprintOf(all), await fingerprintOf(all, "0123456789abcdef")];
    expect(await fingerprintOf(all)).toBe(open);
    expect(await fingerprintOf(all, "0123456789abcdef")).toBe(keyed);
    expect(keyed).not.toBe(open);
    root.write({ "main.tf": resource.replace('"one"', '"two"') });
    expect(await fingerprintOf(all)).not.toBe(open);
  });
});

describe("showPlan", () => {
  it("says plan-failed for a file that is no plan", async () => {
    const { terraform, temporary, root } = kit({ "main.tf": resource, junk: "junk" });
    await expect(terraform.showPlan(root.resolve("junk"), temporary.resolve("out.json"))).rejects.toMatchObject({
      reason: "plan-failed",
    });
  });
});

describe("validate", () => {
  it("has the findings with their places", async () => {
    const { terraform } = kit({ "main.tf": 'resource "terraform_data" "a" {\n  input = var.missing\n}\n' });
    await terraform.init();
    expect(await terraform.validate()).toMatchObject({
      isValid: false,
      diagnostics: [
        { summary: "Reference to undeclared input variable", range: { filename: "main.tf", start: { line: 2 } } },
      ],
    });
  });

  it("has none for a valid configuration", async () => {
    const { terraform } = kit({ "main.tf": resource });
    await terraform.init();
    expect(await terraform.validate()).toEqual({ isValid: true, diagnostics: [] });
  });
});

describe("formatCheck", () => {
  it("names the files that are not formatted and the first line that differs", async () => {
    const { terraform, root } = kit(
      {
        "live/good.tf": resource,
        "live/bad.tf": "locals {\n  a = 1\n  longer = 2\n}\n",
        "live/vars.tfvars": "a=1\n",
        "live/broken.tf": 'resource "x" {\n',
        "live/other.txt": "a=1",
        "module/main.tf": "locals {\n  a  =  1\n}\n",
      },
      { directory: "live" },
    );
    expect(await terraform.formatCheck([root.resolve("live"), root.resolve("module")])).toEqual([
      { file: "bad.tf", line: 2 },
      { file: "vars.tfvars", line: 1 },
      { file: "../module/main.tf", line: 2 },
    ]);
    expect(root.read("live/vars.tfvars")).toBe("a=1\n");
  });

  it("asks once for a directory that is formatted", async () => {
    const { terraform, calls } = kit({ "main.tf": resource, "other.tf": resource.replace('"a"', '"b"') });
    expect(await terraform.formatCheck()).toEqual([]);
    expect(calls).toHaveLength(1);
  });
});

describe("backend", () => {
  it("is local without init, and tells two state paths apart", async () => {
    const { terraform } = kit({ "main.tf": 'terraform {\n  backend "local" {}\n}\n' });
    const before = terraform.backend();
    expect(before).toEqual({ type: "local", hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await terraform.init({ backendConfig: ["path=x.tfstate"] });
    expect(terraform.backend()).toMatchObject({ type: "local" });
    expect(terraform.backend().hash).not.toBe(before.hash);
  });

  it("follows TF_DATA_DIR", async () => {
    const { terraform, root } = kit(
      { "main.tf": 'terraform {\n  backend "local" {}\n}\n' },
      { environment: { TF_DATA_DIR: "data" } },
    );
    await terraform.init({ backendConfig: ["path=x.tfstate"] });
    expect(root.has("data/terraform.tfstate")).toBe(true);
    expect(terraform.backend().hash).toBe(describeBackend("local", { path: "x.tfstate", workspace_dir: null }).hash);
  });

  it("is blind to credentials and absent settings, and to nothing else", () => {
    const s3 = { bucket: "b", key: "k", region: "eu-west-1" };
    const { hash } = describeBackend("s3", s3);
    expect(
      describeBackend("s3", {
        region: "eu-west-1",
        key: "k",
        bucket: "b",
        token: "t",
        access_key: "A",
        secret_key: "S",
        role_arn: "r",
        endpoint: null,
      }).hash,
    ).toBe(hash);
    expect(describeBackend("s3", { ...s3, key: "other" }).hash).not.toBe(hash);
    expect(describeBackend("gcs", s3).hash).not.toBe(hash);
    expect(describeBackend("s3", { ...s3, workspace_key_prefix: "p" }).hash).not.toBe(hash);
    expect(describeBackend("kubernetes", { secret_suffix: "a" }).hash).not.toBe(
      describeBackend("kubernetes", { secret_suffix: "b" }).hash,
    );
    expect(describeBackend("pg", { conn_str: "postgres://u:one@h/db" }).hash).toBe(
      describeBackend("pg", { conn_str: "postgres://u:two@h/db" }).hash,
    );
    expect(describeBackend("pg", { conn_str: "postgres://u:p@h/db" }).hash).not.toBe(
      describeBackend("pg", { conn_str: "postgres://u:p@h/other" }).hash,
    );
    expect(describeBackend("cloud", { workspaces: { name: "a" } }).hash).not.toBe(
      describeBackend("cloud", { workspaces: { name: "b" } }).hash,
    );
  });
});

describe("what else counts", () => {
  it("H077: names the environment's influences and a CLI configuration that replaces providers, never a value", () => {
    const rc =
      'credentials "x" {\n  token = "hunter2"\n}\nprovider_installation {\n  dev_overrides {\n    "a/b" = "bin"\n  }\n}\n';
    const environment = { TF_CLI_ARGS_plan: "-lock=false", TF_VAR_a: "hunter2", TF_CLI_CONFIG_FILE: "rc" };
    const names = kit({ rc }, { environment }).terraform.influences();
    expect(names).toEqual(["CLI configuration (dev_overrides)", "TF_CLI_ARGS_plan", "TF_CLI_CONFIG_FILE", "TF_VAR_a"]);
    expect(kit({}, { environment: { TF_CLI_CONFIG_FILE: "gone" } }).terraform.influences()).toEqual([
      "TF_CLI_CONFIG_FILE",
    ]);
  });

  it("has the lock file's text, or none", () => {
    expect(kit({ ".terraform.lock.hcl": "# é\n" }).terraform.lockFile()).toBe("# é\n");
    expect(kit({}).terraform.lockFile()).toBeUndefined();
  });
});

describe("H110 in part: streams", () => {
  it("gives plan and init files to write into, so that our death is no SIGPIPE for terraform", async () => {
    const { terraform, planFile, calls } = kit({ "main.tf": resource });
    await terraform.init();
    await terraform.plan({ planFile });
    for (const { args, options } of calls.filter(
      ({ args }) => ["init", "plan"].includes(args[0] ?? "") && args.includes("-no-color"),
    )) {
      expect([args[0], typeof options.stdoutFile, typeof options.stderrFile]).toEqual([args[0], "string", "string"]);
      expect(existsSync(options.stdoutFile ?? "")).toBe(false);
    }
  });
});
