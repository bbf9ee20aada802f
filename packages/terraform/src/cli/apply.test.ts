import { readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { ExecOptions } from "@handrail/runner";
import { createProcessRunner } from "@handrail/runner/host";
import { startStateBackend, type StateBackend, until, workspace, type Workspace } from "@handrail/testkit";
import {
  type ApplyOutcome,
  type ApplyProgress,
  createApplyProgress,
  plannedObjects,
  type PlannedObject,
} from "../apply-progress.ts";
import {
  type ApplyOptions,
  type ApplyResult,
  commandFailure,
  createTerraform,
  openPlanSource,
  readApplyStream,
  readStateDump,
  type Terraform,
} from "../cli.ts";
import { readPlan } from "../plan-reader.ts";

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const resource = 'resource "terraform_data" "a" {\n  input = "one"\n}\n';
/** `a`, then `b` whose command runs, then `c`. */
const chain = (command: string): string =>
  `resource "terraform_data" "a" {}\nresource "terraform_data" "b" {\n  depends_on = [terraform_data.a]\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\nresource "terraform_data" "c" {\n  depends_on = [terraform_data.b]\n}\n`;

type Call = { args: readonly string[]; options: ExecOptions };

/** The http backend waits seconds before it tries a failed request again. */
const impatient = { TF_HTTP_RETRY_MAX: "0" };

class Kit {
  readonly root: Workspace;
  readonly temporary: Workspace = workspace({}, { git: false, name: "temporary" });
  readonly cancel: AbortController = new AbortController();
  readonly calls: Call[] = [];
  readonly terraform: Terraform;
  readonly logged: string[] = [];
  planned: PlannedObject[] = [];

  constructor(files: Record<string, string>, environment: Record<string, string> = {}) {
    this.root = workspace(files, { git: false, name: "root" });
    closing.push(
      () => this.root.cleanup(),
      () => this.temporary.cleanup(),
    );
    const { exec } = createProcessRunner({ cancelled: this.cancel.signal, pollMs: 10 });
    const note = (text: string): void => void this.logged.push(text);
    this.terraform = createTerraform({
      exec: (command, args, options) => {
        this.calls.push({ args, options });
        return exec(command, args, options);
      },
      path: "terraform",
      directory: this.root.path,
      environment: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...impatient, ...environment },
      log: { info: note, warning: note, debug: note, group: note, endGroup: () => undefined },
      temporaryDirectory: this.temporary.path,
    });
  }

  get options(): ApplyOptions {
    const at = (name: string): string => this.temporary.resolve(name);
    return { planFile: at("tfplan"), stdoutFile: at("apply.out"), stderrFile: at("apply.err") };
  }

  async plan(more: { varFiles?: string[]; variables?: string } = {}): Promise<void> {
    expect((await this.terraform.init()).exitCode).toBe(0);
    const result = await this.terraform.plan({ planFile: this.options.planFile, ...more });
    expect(result.outcome).toBe("changes");
    const document = this.temporary.resolve("plan.json");
    await this.terraform.showPlan(this.options.planFile, document);
    const source = openPlanSource(document);
    this.planned = plannedObjects(readPlan(source).plan);
    source.close();
  }

  apply(more: Partial<ApplyOptions> = {}): Promise<ApplyResult> {
    return this.terraform.apply({ ...this.options, ...more });
  }

  /** The progress as a later process would see it: the plan, and the file the apply left. */
  progress(): ApplyProgress {
    const progress = createApplyProgress(this.planned);
    readApplyStream(this.options.stdoutFile, (event) => progress.add(event));
    return progress;
  }

  async outcome(exitCode: number | undefined): Promise<ApplyOutcome> {
    const state = await this.terraform.statePull({ evenWhenCancelled: true });
    return this.progress().conclude({ exitCode, stateAfter: state?.snapshot.addresses ?? [] });
  }
}

async function backend(): Promise<StateBackend> {
  const server = await startStateBackend();
  closing.push(() => server.close());
  return server;
}

const nothing: ApplyOutcome = { applied: [], failed: [], notStarted: [], uncertain: [], unsaved: [] };
const names = (...all: string[]): string[] => all.map((name) => `terraform_data.${name}`);

describe("apply", () => {
  it("applies the saved plan into files that stay, private, and gives the outputs that are no secret", async () => {
    const kit = new Kit({
      "main.tf": `${resource}output "o" {\n  value = 12345678901234567890\n}\noutput "s" {\n  value     = "hunter2"\n  sensitive = true\n}\n`,
    });
    await kit.plan();
    const pids: number[] = [];
    const events: string[] = [];
    const result = await kit.apply({
      parallelism: 3,
      lockTimeoutMs: 1000,
      onStart: (pid) => void pids.push(pid),
      onEvent: ({ type }) => void events.push(type),
    });
    expect(result).toMatchObject({ exitCode: 0, isComplete: true, diagnostics: [], product: "terraform" });
    expect([...result.outputs.keys()]).toEqual(["o"]);
    expect(result).not.toHaveProperty("erroredState");
    expect(pids).toEqual([expect.any(Number)]);
    expect(events).toContain("apply_complete");
    expect(kit.logged).toContain("terraform_data.a: created");
    expect(kit.logged.filter((line) => line.startsWith("Terraform "))).toHaveLength(1);
    expect(kit.logged.filter((line) => line.includes("plan to"))).toHaveLength(1);
    expect(kit.calls.at(-1)?.args).toEqual([
      "apply",
      "-input=false",
      "-no-color",
      "-json",
      "-lock-timeout=1000ms",
      "-parallelism=3",
      kit.options.planFile,
    ]);
    for (const path of [kit.options.stdoutFile, kit.options.stderrFile])
      expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await kit.outcome(0)).toEqual({ ...nothing, applied: names("a") });
  });

  it("lists every kind of change as applied, also those that no event announces", async () => {
    const before =
      'resource "terraform_data" "old" {}\nresource "terraform_data" "gone" {}\nresource "terraform_data" "del" {}\nresource "terraform_data" "rep" {\n  triggers_replace = 1\n}\nresource "terraform_data" "cbd" {\n  triggers_replace = 1\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n';
    const kit = new Kit({ "main.tf": before });
    await kit.plan();
    await kit.apply();
    kit.root.write({
      "main.tf":
        'resource "terraform_data" "new" {}\nmoved {\n  from = terraform_data.old\n  to   = terraform_data.new\n}\nremoved {\n  from = terraform_data.gone\n  lifecycle {\n    destroy = false\n  }\n}\nresource "terraform_data" "rep" {\n  triggers_replace = 2\n}\nresource "terraform_data" "cbd" {\n  triggers_replace = 2\n  lifecycle {\n    create_before_destroy = true\n  }\n}\nimport {\n  to = terraform_data.imp\n  id = "x"\n}\nresource "terraform_data" "imp" {}\nimport {\n  to = terraform_data.impup\n  id = "y"\n}\nresource "terraform_data" "impup" {\n  input = 1\n}\n',
    });
    await kit.plan();
    expect((await kit.apply()).exitCode).toBe(0);
    const silent = ["gone", "imp", "new"];
    const announced = new Set<string>();
    readApplyStream(kit.options.stdoutFile, (event) => {
      if (event.type === "apply_complete") announced.add(event.address);
    });
    expect([...announced].sort()).toEqual(names("cbd", "del", "impup", "rep"));
    const all = names("cbd", "del", "gone", "imp", "impup", "new", "rep");
    expect(await kit.outcome(0)).toEqual({ ...nothing, applied: all });
    // Nobody saw the end, and the stream lost its own: the live state decides about the silent ones.
    const stream = readFileSync(kit.options.stdoutFile, "utf8").split("\n");
    kit.temporary.write({ "apply.out": stream.filter((line) => !line.includes("change_summary")).join("\n") });
    expect(await kit.outcome(undefined)).toEqual({ ...nothing, applied: all });
    const blind = kit.progress().conclude({ exitCode: undefined });
    expect(blind.notStarted).toEqual(names(...silent));
  });

  it("says what failed and why, how many more, and what was not begun", async () => {
    const kit = new Kit({
      "live.tf": `${chain("exit 3")}resource "terraform_data" "d" {\n  depends_on = [terraform_data.a]\n  provisioner "local-exec" {\n    command = "exit 3"\n  }\n}\n`,
    });
    await kit.plan();
    const result = await kit.apply();
    expect(result).toMatchObject({ exitCode: 1, isComplete: false });
    const failure = commandFailure(result, "apply", { directory: "live" });
    expect(failure).toMatchObject({ reason: "apply-failed", remedy: expect.stringMatching(/run the job again/) });
    expect(failure.what).toMatch(
      /^terraform_data\.[bd]: local-exec provisioner error \(live\/live\.tf line \d+\): Error running command 'exit 3': exit status 3 \(the first of 2 errors\)$/,
    );
    expect(await kit.outcome(result.exitCode)).toEqual({
      ...nothing,
      applied: names("a"),
      failed: names("b", "d"),
      notStarted: names("c"),
    });
  });

  it("H118: a failed apply is never tried again; the saved plan is stale from then on", async () => {
    const kit = new Kit({ "main.tf": chain("exit 3") });
    await kit.plan();
    await kit.apply();
    expect(kit.calls.filter(({ args }) => args[0] === "apply")).toHaveLength(1);
    const again = await kit.apply();
    expect(commandFailure(again, "apply", { directory: "." })).toMatchObject({ reason: "plan-changed" });
    expect(await kit.outcome(again.exitCode)).toMatchObject({ applied: [], notStarted: names("a", "b", "c") });
  });

  it("says plan-tampered for a plan of another state", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + resource });
    await kit.plan();
    await kit.apply();
    kit.root.write({ "main.tf": server.hcl() + resource.replace("one", "two") });
    await kit.plan();
    server.put((server.state() ?? "").replace(server.lineage() ?? "", "another"));
    expect(commandFailure(await kit.apply(), "apply", { directory: "." }).reason).toBe("plan-tampered");
  });
});

describe("apply and the workspace", () => {
  const workspaces = { "main.tf": resource, "terraform.tfstate.d/prod/.keep": "" };

  it("refuses another workspace than the plan's, in which terraform would apply it", async () => {
    const kit = new Kit({ ...workspaces, ".terraform/environment": "default" });
    await kit.plan();
    kit.root.write({ ".terraform/environment": "prod" });
    const before = kit.calls.length;
    await expect(kit.apply({ workspace: "default" })).rejects.toMatchObject({
      reason: "plan-tampered",
      what: 'The plan was made in the workspace "default", but "prod" is selected',
    });
    expect(kit.calls).toHaveLength(before);
    // Without the check: so terraform does.
    expect((await kit.apply()).exitCode).toBe(0);
    expect(kit.root.has("terraform.tfstate.d/prod/terraform.tfstate")).toBe(true);
  });

  it("applies in the plan's workspace", async () => {
    const kit = new Kit(workspaces, { TF_WORKSPACE: "prod" });
    await kit.plan();
    expect((await kit.apply({ workspace: "prod" })).exitCode).toBe(0);
    expect(kit.root.has("terraform.tfstate.d/prod/terraform.tfstate")).toBe(true);
    expect(kit.root.has("terraform.tfstate")).toBe(false);
  });
});

describe("apply and the environment", () => {
  it.each([
    ["-state=x.tfstate", "-state"],
    ["--state=x.tfstate", "--state"],
    ["-auto-approve -target=x -lock=false -state=elsewhere", "-lock"],
    ["-parallelism=1\t-state-out x", "-state-out"],
    ["-lock=0", "-lock"],
    ["-lock=F", "-lock"],
    ["-lock=", "-lock"],
    [`'-st''ate'="x"`, "-state"],
    [String.raw`\-lo\ck=false`, "-lock"],
    ["-help", "-help"],
    ["-h", "-h"],
    ["-no-color -version", "-version"],
    ["--version", "--version"],
  ])("H055: %j would get past the review or the lock: nothing is started", async (value, flag) => {
    for (const name of ["TF_CLI_ARGS", "TF_CLI_ARGS_apply"]) {
      const kit = new Kit({ "main.tf": resource }, { [name]: value });
      await expect(kit.apply()).rejects.toMatchObject({
        reason: "invalid-input",
        what: expect.stringContaining(`${name} holds ${flag},`),
      });
      expect(kit.calls).toEqual([]);
    }
  });

  it.each([
    "-auto-approve -destroy -refresh=false -target=terraform_data.b",
    "-refresh-only -replace=terraform_data.a",
    "-backup=- -lock -lock=true -json=false -input=true -compact-warnings",
  ])("H055: %j stays without effect on a saved plan", async (ignored) => {
    const kit = new Kit(
      { "main.tf": `${resource}resource "terraform_data" "b" {}\n` },
      { TF_CLI_ARGS_apply: ignored, TF_CLI_ARGS_state_pull: "-nope", TF_CLI_ARGS: "-lock=true" },
    );
    await kit.plan();
    expect(await kit.apply()).toMatchObject({ exitCode: 0, isComplete: true, diagnostics: [] });
    expect((await kit.terraform.statePull())?.snapshot.addresses).toEqual(names("a", "b"));
  });

  it("says that an apply never began when terraform does not take its arguments", async () => {
    const kit = new Kit({ "main.tf": resource }, { TF_CLI_ARGS_apply: "another.tfplan" });
    await kit.plan();
    const failure = commandFailure(await kit.apply(), "apply", { directory: "." });
    expect(failure).toMatchObject({ reason: "apply-failed", what: expect.stringMatching(/before it began/) });
  });

  const variables = 'variable "v" {\n  default = "a"\n}\nvariable "w" {}\n';
  const ephemeral = 'variable "e" {\n  ephemeral = true\n}\n';
  const used = 'resource "terraform_data" "a" {\n  input = "${var.v}${var.w}"\n}\n';
  const given = { varFiles: ["x.tfvars"], variables: 'e = "secret"\n' };

  it.each([
    ["HCL", { "main.tf": variables + ephemeral + used }],
    ["JSON", { "main.tf": variables + used, "e.tf.json": '{"variable":{"e":[{"ephemeral":true}]}}' }],
  ])("gives an ephemeral variable again, with all that the plan was given (%s)", async (_, files) => {
    const kit = new Kit({ ...files, "x.tfvars": 'v = "q"\nw = "w"\nundeclared = 1\n' });
    await kit.terraform.init();
    await kit.terraform.plan({ planFile: kit.options.planFile, ...given });
    const without = await kit.apply();
    expect(commandFailure(without, "apply", { directory: "." }).remedy).toMatch(/ephemeral/);
    expect(await kit.apply(given)).toMatchObject({ exitCode: 0 });
    expect(kit.calls.at(-1)?.args.filter((word) => word.startsWith("-var"))).toHaveLength(2);
    expect((await kit.terraform.statePull())?.text).toContain('"qw"');
    expect(kit.temporary.has("apply.out")).toBe(true);
  });

  it("gives none when there is no ephemeral variable, and terraform refuses other values than the plan's", async () => {
    const kit = new Kit({ "main.tf": variables + used, "x.tfvars": 'v = "q"\nw = "w"\n' });
    await kit.plan({ varFiles: given.varFiles });
    await kit.apply({ varFiles: given.varFiles });
    expect(kit.calls.at(-1)?.args.filter((word) => word.startsWith("-var"))).toEqual([]);
    const other = new Kit({ "main.tf": variables + ephemeral + used, "x.tfvars": 'v = "q"\nw = "w"\n' });
    await other.plan(given);
    other.root.write({ "x.tfvars": 'v = "sneaked"\nw = "w"\n' });
    const result = await other.apply(given);
    expect(result).toMatchObject({ exitCode: 1, diagnostics: [{ summary: expect.stringMatching(/saved plan/) }] });
    expect(await other.terraform.statePull()).toBeUndefined();
  });
});

describe("apply when terraform or the state fails", () => {
  it("H117: says terraform-crashed after a kill, what was in the making, and leaves the rest to the live state", async () => {
    const kit = new Kit({ "main.tf": chain("echo $$ > pid; exec sleep 60") });
    await kit.plan();
    let pid = 0;
    const applied = kit.apply({ onStart: (started) => void (pid = started) });
    await until(() => kit.root.has("pid") && kit.root.read("pid").trim() !== "");
    process.kill(pid, "SIGKILL");
    process.kill(Number(kit.root.read("pid")), "SIGKILL");
    const result = await applied;
    const outcome = await kit.outcome(result.exitCode);
    expect(outcome).toEqual({ ...nothing, applied: names("a"), uncertain: names("b"), notStarted: names("c") });
    const failure = commandFailure(result, "apply", { directory: ".", uncertain: outcome.uncertain, lockId: "1b2c" });
    expect(failure).toMatchObject({
      reason: "terraform-crashed",
      what: "terraform ended with signal SIGKILL during the apply, with terraform_data.b in the making, and named no error",
      remedy: expect.stringMatching(/state list.*import.*force-unlock 1b2c/),
    });
    // The system itself gives back the lock of the local backend.
    expect(await kit.terraform.leftLock()).toBeUndefined();
  });

  it("H117: finds the lock that a killed apply left, without variables, and nothing when there is none", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": `${server.hcl()}variable "need" {}\n${chain("echo $$ > pid; exec sleep 60")}` });
    await kit.plan({ variables: "need = 1" });
    let pid = 0;
    const applied = kit.apply({ onStart: (started) => void (pid = started) });
    await until(() => kit.root.has("pid") && kit.root.read("pid").trim() !== "");
    process.kill(pid, "SIGKILL");
    process.kill(Number(kit.root.read("pid")), "SIGKILL");
    const result = await applied;
    kit.cancel.abort();
    const holder = server.holder();
    expect(holder).toBeDefined();
    expect(await kit.terraform.leftLock()).toEqual({ id: holder?.ID });
    // What was done is in no state yet: terraform had not come to write it.
    expect(await kit.outcome(result.exitCode)).toMatchObject({
      applied: names("a"),
      unsaved: names("a"),
      uncertain: names("b"),
    });
    server.unlock();
    expect(await kit.terraform.leftLock()).toBeUndefined();
    expect(server.holder()).toBeUndefined();
    expect(server.state()).toBeUndefined();
  });

  it("H066, H114: a state that cannot be written is state-not-saved, its rescue is private, and can be pushed", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + resource });
    await kit.plan();
    await kit.apply();
    kit.root.write({ "main.tf": server.hcl() + resource + 'resource "terraform_data" "b" {}\n' });
    await kit.plan();
    server.faults.add({ on: "POST /*", fault: "500", nth: "all" });
    const result = await kit.apply();
    const { erroredState = "" } = result;
    expect(erroredState).toBe(kit.root.resolve("errored.tfstate"));
    expect(statSync(erroredState).mode & 0o777).toBe(0o600);
    expect(commandFailure(result, "apply", { directory: "." })).toMatchObject({
      reason: "state-not-saved",
      what: expect.stringMatching(/^Failed to save state: Error saving state: .*giving up after 1 attempt/),
      remedy: expect.stringMatching(/errored\.tfstate with terraform state push/),
    });
    expect(server.holder()).toBeUndefined();
    expect(await kit.outcome(1)).toEqual({ ...nothing, applied: names("b"), unsaved: names("b") });
    await expect(kit.apply()).rejects.toMatchObject({ reason: "state-not-saved" });
    const failed = await kit.terraform.statePush(erroredState);
    expect(commandFailure(failed, "state", { directory: "." }).what).toMatch(/^The state cannot be written: /);
    server.faults.clear();
    const { ID } = server.lock();
    const locked = commandFailure(await kit.terraform.statePush(erroredState, { lockTimeoutMs: 0 }), "state", {
      directory: ".",
    });
    expect(locked).toMatchObject({ reason: "state-locked", what: `The state is locked by somebody (lock ${ID})` });
    server.unlock();
    expect((await kit.terraform.statePush(erroredState)).exitCode).toBe(0);
    expect(await kit.outcome(1)).toMatchObject({ applied: names("b"), unsaved: [] });
  });

  it("a link to errored.tfstate is as good as one: terraform would write through it", async () => {
    const kit = new Kit({ "main.tf": resource });
    symlinkSync("../elsewhere", kit.root.resolve("errored.tfstate"));
    await kit.plan();
    await expect(kit.apply()).rejects.toMatchObject({ reason: "state-not-saved" });
  });

  it("reads no state out of a stream without a dump, or out of what a command printed", () => {
    const folder = workspace({}, { git: false, name: "streams" });
    closing.push(() => folder.cleanup());
    const forged = JSON.stringify({
      type: "provision_progress",
      hook: { output: '"state":{"serial":9},"type":"log"}' },
    });
    const cut = '{"type":"log","state":{"serial":1';
    folder.write({ "apply.out": `${forged}\n{"state":{},"type":"other"}\n${cut}` });
    expect(readStateDump(folder.resolve("apply.out"))).toBeUndefined();
    expect(readStateDump(folder.resolve("nowhere"))).toBeUndefined();
  });

  it("says where the only copy of the state is when not even errored.tfstate could be written", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + resource, "errored.tfstate/x": "" });
    await kit.plan();
    server.faults.add({ on: "POST /*", fault: "500", nth: "all" });
    const result = await kit.apply();
    expect(result.erroredState).toBeUndefined();
    expect(commandFailure(result, "apply", { directory: "." })).toMatchObject({
      reason: "state-not-saved",
      what: expect.stringMatching(/^Failed to save state: /),
      remedy: expect.stringMatching(/Emergency state dump/),
    });
    expect(kit.logged.filter((line) => line.includes("lineage"))).toEqual([]);
    server.faults.clear();
    kit.temporary.write({ "rescue.tfstate": readStateDump(kit.options.stdoutFile) ?? "" });
    expect((await kit.terraform.statePush(kit.temporary.resolve("rescue.tfstate"))).exitCode).toBe(0);
    expect((await kit.terraform.statePull())?.snapshot.addresses).toEqual(names("a"));
  });

  it("H115: a lock held by somebody else is state-locked, with the local and the http backend", async () => {
    const server = await backend();
    const http = new Kit({ "main.tf": server.hcl() + resource });
    await http.plan();
    const { ID } = server.lock();
    const failure = commandFailure(await http.apply({ lockTimeoutMs: 0 }), "apply", { directory: "." });
    expect(failure).toMatchObject({ reason: "state-locked", what: expect.stringContaining(`(lock ${ID})`) });
    const local = new Kit({ "main.tf": chain("touch begun; while [ ! -e go ]; do sleep 0.05; done") });
    await local.plan();
    const holding = local.apply();
    await until(() => local.root.has("begun"));
    const { options } = local;
    const second = await local.apply({
      ...options,
      stdoutFile: `${options.stdoutFile}2`,
      stderrFile: `${options.stderrFile}2`,
    });
    local.root.write({ go: "" });
    expect(commandFailure(second, "apply", { directory: "." })).toMatchObject({
      reason: "state-locked",
      what: expect.stringMatching(/locked by \S+@\S+ since .* for apply \(lock /),
    });
    expect((await holding).exitCode).toBe(0);
  });

  it("an apply that only could not unlock has applied everything", async () => {
    const server = await backend();
    const kit = new Kit({
      "main.tf": `${server.hcl()}import {\n  to = terraform_data.i\n  id = "x"\n}\nresource "terraform_data" "i" {}\n${resource}`,
    });
    await kit.plan();
    server.faults.add({ on: "UNLOCK /*", fault: "500", nth: "all" });
    const result = await kit.apply();
    expect(commandFailure(result, "apply", { directory: "." })).toMatchObject({
      reason: "apply-failed",
      remedy: expect.stringMatching(/force-unlock/),
    });
    expect(kit.progress().conclude({ exitCode: result.exitCode }).applied).toEqual(names("a", "i"));
  });
});

describe("H110: cancel", () => {
  const slow = chain("touch begun; exec sleep 60");

  /** Exactly one SIGINT: terraform counts them in its stream, and stops at once at the second. */
  function expectOneInterrupt(kit: Kit): void {
    const stream = readFileSync(kit.options.stdoutFile, "utf8");
    expect(stream.match(/Interrupt received/g)).toHaveLength(1);
    expect(stream).not.toMatch(/Two interrupts/);
  }

  async function untilInterrupted(kit: Kit): Promise<void> {
    await until(() => readFileSync(kit.options.stdoutFile, "utf8").includes("Interrupt received"));
  }

  it("while a command runs: terraform ends it, saves what is done, releases the lock and begins nothing more", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + slow });
    await kit.plan();
    const write = server.hold("POST /*");
    const applying = kit.apply();
    await until(() => kit.root.has("begun"));
    kit.cancel.abort();
    kit.cancel.abort();
    await write.arrived();
    expect(server.holder()).toBeDefined();
    write.release();
    const result = await applying;
    expect(result).toMatchObject({ cancelled: true, signal: undefined, exitCode: 1 });
    expectOneInterrupt(kit);
    expect(server.holder()).toBeUndefined();
    expect(await kit.outcome(result.exitCode)).toEqual({
      ...nothing,
      applied: names("a"),
      failed: names("b"),
      notStarted: names("c"),
    });
    expect(commandFailure(result, "apply", { directory: "." }).reason).toBe("cancelled");
  });

  it("while the state is written: it is written to its end, and the apply is complete", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + resource });
    await kit.plan();
    const write = server.hold("POST /*");
    const applying = kit.apply();
    await write.arrived();
    kit.cancel.abort();
    await untilInterrupted(kit);
    write.release();
    const result = await applying;
    expect(result).toMatchObject({ cancelled: true, exitCode: 0, isComplete: true });
    expectOneInterrupt(kit);
    expect(server.holder()).toBeUndefined();
    expect(await kit.outcome(result.exitCode)).toEqual({ ...nothing, applied: names("a") });
  });

  it("while the lock is acquired: what is told to be applied is what the state has, and the lock is given back", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + resource });
    await kit.plan();
    const lock = server.hold("LOCK /*", "after");
    const applying = kit.apply();
    await lock.arrived();
    kit.cancel.abort();
    await untilInterrupted(kit);
    lock.release();
    const result = await applying;
    expectOneInterrupt(kit);
    expect(server.holder()).toBeUndefined();
    // terraform's own race: how far the walk comes before it hears of the stop. What is told is what the state has.
    const { applied, notStarted, ...others } = await kit.outcome(result.exitCode);
    expect([...applied, ...notStarted]).toEqual(names("a"));
    expect(others).toEqual({ failed: [], uncertain: [], unsaved: [] });
    const state = await kit.terraform.statePull({ evenWhenCancelled: true });
    expect(applied).toEqual(state?.snapshot.addresses ?? []);
  });

  it("looks after a cancelled apply when told to: pull and push run, and nothing else does", async () => {
    const kit = new Kit({ "main.tf": resource });
    await kit.plan();
    await kit.apply();
    kit.cancel.abort();
    await expect(kit.terraform.statePull()).rejects.toMatchObject({ reason: "cancelled" });
    const pulled = await kit.terraform.statePull({ evenWhenCancelled: true });
    expect(pulled?.snapshot).toMatchObject({ serial: 1, addresses: names("a") });
    kit.temporary.write({ "rescue.tfstate": pulled?.text ?? "" });
    const rescue = kit.temporary.resolve("rescue.tfstate");
    expect(await kit.terraform.statePush(rescue, { evenWhenCancelled: true, lockTimeoutMs: 0 })).toMatchObject({
      exitCode: 0,
      cancelled: false,
    });
    expect(await kit.terraform.statePush(rescue)).toMatchObject({ exitCode: undefined, cancelled: true });
    expect(await kit.apply()).toMatchObject({ exitCode: undefined, cancelled: true, isComplete: false });
  });
});

describe("statePull", () => {
  it("is undefined without a state, in a backend that answers with an empty one too", async () => {
    const server = await backend();
    for (const content of [resource, server.hcl() + resource]) {
      const kit = new Kit({ "main.tf": content });
      await kit.terraform.init();
      expect(await kit.terraform.statePull()).toBeUndefined();
    }
  });

  it("rejects in terraform's words when the state cannot be read, and leaves no file behind", async () => {
    const server = await backend();
    const kit = new Kit({ "main.tf": server.hcl() + resource });
    await kit.terraform.init();
    server.faults.add({ on: "GET /*", fault: "500", nth: "all" });
    await expect(kit.terraform.statePull()).rejects.toMatchObject({
      reason: "apply-failed",
      what: expect.stringMatching(/^The state cannot be read: .*Failed to get state/),
      remedy: expect.stringMatching(/credentials/),
    });
    server.faults.clear();
    server.faults.add({ on: "GET /*", fault: "html-200", nth: "all" });
    await expect(kit.terraform.statePull()).rejects.toMatchObject({ reason: "apply-failed" });
    expect(kit.temporary.has("tfplan")).toBe(false);
    expect(readdirSync(kit.temporary.path)).toEqual([]);
  });

  it("never logs what it read", async () => {
    const kit = new Kit({ "main.tf": resource.replace("one", "hunter2") });
    await kit.plan();
    await kit.apply();
    const pulled = await kit.terraform.statePull();
    expect(pulled?.text).toContain("hunter2");
    expect(kit.logged.join("\n")).not.toContain("hunter2");
  });
});
