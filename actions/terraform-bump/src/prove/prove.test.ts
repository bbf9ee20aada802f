import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Failure } from "@handrail/runner";
import {
  findOrphans,
  runs,
  seed,
  startLoopback,
  startRegistry,
  startStateBackend,
  until,
  virtualClock,
  workspace,
  type StateBackend,
  type Workspace,
  type WorkspaceFile,
} from "@handrail/testkit";
import { changedFiles, proposal, type Prover, type ProverOptions, prover } from "./prove-fixture.ts";
import type { ProgramQuestion } from "./target-run.ts";
import { describeTotals } from "./totals.ts";

const open: Disposable[] = [];
const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) one[Symbol.dispose]();
  for (const server of servers.splice(0)) await server.close();
});

function proverOf(files: Record<string, WorkspaceFile>, options?: ProverOptions): Prover {
  const made = prover(files, options);
  open.push(made);
  return made;
}

function folder(files: Record<string, string> = {}): Workspace {
  const made = workspace(files, { git: false });
  open.push(made);
  return made;
}

async function stateBackend(): Promise<StateBackend> {
  const backend = await startStateBackend();
  servers.push(backend);
  return backend;
}

const thing = (input: string, more = ""): string => `resource "terraform_data" "a" {\n  input = ${input}\n${more}}\n`;
const needs = (constraint: string): string => `terraform {\n  required_version = "${constraint}"\n}\n`;

/** Nothing is there: a backend that answers no request. */
const NO_BACKEND =
  'terraform {\n  backend "http" {\n    address = "http://127.0.0.1:1/state"\n    retry_max = 0\n  }\n}\n';

/** Applies it with the real terraform, in a folder of its own. */
async function apply(main: string): Promise<void> {
  const cwd = folder({ "main.tf": main }).path;
  await promisify(execFile)("terraform", ["init", "-input=false"], { cwd });
  await promisify(execFile)("terraform", ["apply", "-auto-approve", "-input=false"], { cwd });
}

/** A root module whose state lies elsewhere, and that state. */
async function applied(main: string): Promise<{ main: string; state: () => string; elsewhere: Workspace }> {
  const elsewhere = folder();
  const path = elsewhere.resolve("terraform.tfstate");
  const whole = `terraform {\n  backend "local" {\n    path = "${path}"\n  }\n}\n${main}`;
  await apply(whole);
  return { main: whole, state: () => readFileSync(path, "utf8"), elsewhere };
}

/** The terraform on PATH, whatever is asked for. */
function withPathTerraform(kit: Prover): ProgramQuestion[] {
  const asked: ProgramQuestion[] = [];
  kit.deps.findProgram = async (question) => {
    asked.push(question);
    return { path: "terraform", product: "terraform", version: "1.11.4" };
  };
  return asked;
}

const commands = (kit: Prover, verb: string): number => kit.started.filter(({ args }) => args[1] === verb).length;

describe("proveProposals", () => {
  it("plans before and after, and tells the difference", async () => {
    const { main, state, elsewhere } = await applied(thing('"one"', '  triggers_replace = "x"\n'));
    const before = state();
    const kit = proverOf({ "live/main.tf": main, "same/main.tf": thing('"one"') });
    const proofs = await kit.proveOne({
      "live/main.tf": main.replace('"one"', '"two"').replace('"x"', '"y"'),
      "same/main.tf": `# a comment\n${thing('"one"')}`,
    });
    expect(proofs.get("live")).toEqual({
      root: "live",
      label: "live",
      how: "plan",
      outcome: "changes",
      before: "No changes.",
      after: "1 to replace.",
      changes: [
        { address: "terraform_data.a", what: "would be replaced: input, triggers_replace", isDestructive: true },
      ],
      more: 0,
      message: "",
    });
    expect(proofs.get("same")).toMatchObject({ how: "plan", outcome: "same", before: "1 to add.", after: "1 to add." });
    expect(state()).toBe(before);
    expect(elsewhere.has(".terraform.tfstate.lock.info")).toBe(false);
    expect(kit.checkout.git("status", "--porcelain", "--ignored")).toBe("");
    expect(kit.left()).toEqual([]);
  });

  it("only reads the state: it takes no lock, waits for nobody's, and writes nothing", async () => {
    const backend = await stateBackend();
    const main = backend.hcl() + thing('"one"');
    await apply(main);
    const [versions, asked] = [backend.history().length, backend.requests.length];
    backend.lock();
    const kit = proverOf({ "live/main.tf": main });
    const proofs = await kit.proveOne({ "live/main.tf": main.replace('"one"', '"two"') });
    expect(proofs.get("live")).toMatchObject({
      how: "plan",
      outcome: "changes",
      before: "No changes.",
      after: "1 to change.",
      changes: [{ address: "terraform_data.a", what: "would be updated in place: input", isDestructive: false }],
    });
    const methods = new Set(backend.requests.slice(asked).map(({ method }) => method));
    expect([...methods]).toEqual(["GET"]);
    expect(backend.history()).toHaveLength(versions);
  });

  it("takes a root that fails after the bump for one that fails, with the place", async () => {
    const kit = proverOf({
      "version/main.tf": thing("1"),
      "syntax/main.tf": thing("1"),
      "plan/main.tf": thing("1"),
    });
    withPathTerraform(kit);
    const proofs = await kit.proveOne({
      "version/main.tf": needs("< 1.0"),
      "syntax/main.tf": `${thing("1")}\nresource "terraform_data" {\n}\n`,
      "plan/main.tf": thing('file("nothing")'),
    });
    expect([...proofs.values()].map(({ outcome, how, before, after }) => [outcome, how, before, after])).toEqual(
      Array.from({ length: 3 }, () => ["fails", "plan", "1 to add.", ""]),
    );
    expect(proofs.get("version")).toMatchObject({ file: "version/main.tf", line: 2 });
    expect(proofs.get("version")?.message).toMatch(/version/i);
    expect(proofs.get("syntax")).toMatchObject({ file: "syntax/main.tf", line: 5 });
    expect(proofs.get("plan")).toMatchObject({ file: "plan/main.tf", line: 2 });
  });

  it("tells what failed before and works after, and what fails anyway", async () => {
    const kit = proverOf({ "fixed/main.tf": needs("< 1.0"), "broken/main.tf": thing("local.nothing") });
    withPathTerraform(kit);
    const proofs = await kit.proveOne({
      "fixed/main.tf": `${needs(">= 1.0")}${thing("1")}`,
      "broken/main.tf": thing("local.still_nothing"),
    });
    expect(proofs.get("fixed")).toMatchObject({ outcome: "fixed", how: "plan", before: "", after: "1 to add." });
    expect(proofs.get("broken")).toMatchObject({ outcome: "failed-before", file: "broken/main.tf", line: 2 });
  });

  it("plans each root once before, whatever the number of proposals, and mixes none of them", async () => {
    const kit = proverOf({ "a/main.tf": thing("1"), "b/main.tf": thing("1") });
    const proofs = await kit.prove([
      { proposal: proposal(["a", "b"], { key: "one" }), files: changedFiles({ "a/main.tf": thing("2") }) },
      {
        proposal: proposal(["b", "a"], { key: "two" }),
        files: changedFiles({ "b/new.tf": 'output "o" {\n  value = 1\n}\n' }),
      },
    ]);
    const outcomes = [...proofs.values()].map(({ roots }) => roots.map(({ label, outcome }) => `${label} ${outcome}`));
    expect(outcomes).toEqual([
      ["a changes", "b same"],
      ["a same", "b changes"],
    ]);
    expect(proofs.get("two")?.roots[1]?.changes).toEqual([
      { address: "output.o", what: "would be added", isDestructive: false },
    ]);
    expect(commands(kit, "plan")).toBe(6);
    expect([...proofs.values()].map(describeTotals)).toEqual(
      Array.from({ length: 2 }, () => "0 changes in 1 root, 1 root changes"),
    );
  });

  it("has everything that a root uses: modules beside it, files, links, var files, workspaces of handrail.yml", async () => {
    const state = folder({ "env/eu/terraform.tfstate": "", "env/us/terraform.tfstate": "" });
    const backend = `terraform {\n  backend "local" {\n    workspace_dir = "${state.resolve("env")}"\n  }\n}\n`;
    const main = `${backend}variable "size" {}\nmodule "m" {\n  source = "../modules/m"\n  size = var.size\n}\n`;
    const module = (more: string): string =>
      `variable "size" {}\nresource "terraform_data" "x" {\n  input = "\${terraform.workspace} \${var.size} \${file("\${path.module}/text")}"\n}\n${more}`;
    const kit = proverOf({
      ".github/handrail.yml":
        "roots:\n  - { path: live, workspace: eu, var-files: [eu.tfvars] }\n  - { path: live, workspace: us, var-files: [eu.tfvars] }\n  - { path: live, workspace: none }\n",
      "live/main.tf": main,
      "live/eu.tfvars": "size = 3\n",
      "modules/m/main.tf": module(""),
      "modules/m/text": { link: "../../shared/text" },
      "shared/text": "text",
    });
    const proofs = await kit.proveOne(
      { "modules/m/main.tf": module("# more\n"), "shared/text": "other" },
      { roots: ["live"] },
    );
    expect([...proofs].map(([label, { outcome }]) => [label, outcome])).toEqual([
      ["live (eu)", "changes"],
      ["live (us)", "changes"],
      ["live (none)", "same"],
    ]);
    expect(proofs.get("live (eu)")).toMatchObject({
      before: "1 to add.",
      changes: [{ address: "module.m.terraform_data.x", what: "would be created, but otherwise: input" }],
    });
    expect(proofs.get("live (none)")).toMatchObject({
      how: "validate",
      message: expect.stringContaining("none") as unknown,
    });
  });
});

describe("a module of a registry", () => {
  it("is fetched in the version of before and of after, also where the constraint would admit the former one", async () => {
    const module = (input: string): Record<string, string> => ({
      "main.tf": `resource "terraform_data" "m" {\n  input = "${input} \${path.module}"\n}\n`,
    });
    const registry = await startRegistry({
      modules: [
        {
          source: "acme/network/aws",
          versions: [
            { version: "1.0.0", files: module("one") },
            { version: "2.0.0", files: module("two") },
            { version: "2.0.1", files: module("two") },
          ],
        },
      ],
    });
    servers.push(registry);
    const configuration = folder({ terraformrc: registry.cliConfiguration("registry.terraform.io") });
    const call = (constraint: string): string =>
      `module "n" {\n  source  = "acme/network/aws"\n  version = "${constraint}"\n}\n`;
    const kit = proverOf(
      { "a/main.tf": call("1.0.0"), "b/main.tf": call("2.0.0"), "c/main.tf": call("~> 1.0") },
      { environment: { TF_CLI_CONFIG_FILE: configuration.resolve("terraformrc") } },
    );
    const proofs = await kit.proveOne({
      "a/main.tf": call("2.0.0"),
      "b/main.tf": call("2.0.1"),
      "c/main.tf": call(">= 1.0, < 3.0"),
    });
    expect([...proofs].map(([label, { outcome }]) => [label, outcome])).toEqual([
      ["a", "changes"],
      ["b", "same"],
      ["c", "changes"],
    ]);
    expect(proofs.get("a")?.changes).toEqual([
      { address: "module.n.terraform_data.m", what: "would be created, but otherwise: input", isDestructive: false },
    ]);
  });
});

describe("what is only validated", () => {
  it("asks no backend, and says where it is wrong after the bump", async () => {
    const backend = await stateBackend();
    const main = backend.hcl() + thing("1");
    const kit = proverOf({ "same/main.tf": main, "fails/main.tf": main });
    const changed = {
      "same/main.tf": main.replace("= 1", "= 2"),
      "fails/main.tf": `${main}locals {\n  a = local.b\n}\n`,
    };
    const proofs = await kit.proveOne(changed, { verify: "validate" });
    expect(proofs.get("same")).toEqual({
      root: "same",
      label: "same",
      how: "validate",
      outcome: "same",
      before: "",
      after: "",
      changes: [],
      more: 0,
      message: "",
    });
    expect(proofs.get("fails")).toMatchObject({ how: "validate", outcome: "fails", file: "fails/main.tf" });
    expect([backend.requests.length, commands(kit, "plan")]).toEqual([0, 0]);
  });

  it("is what cannot be planned, when nobody insists: no backend, no variable", async () => {
    const files = {
      "backend/main.tf": NO_BACKEND + thing("1"),
      "variable/main.tf": `variable "x" {}\n${thing("var.x")}`,
    };
    const changed = {
      "backend/main.tf": NO_BACKEND + thing("2"),
      "variable/main.tf": `${files["variable/main.tf"]}# x\n`,
    };
    const proofs = await proverOf(files).proveOne(changed);
    expect(proofs.get("backend")).toMatchObject({ how: "validate", outcome: "same" });
    expect(proofs.get("variable")).toMatchObject({
      how: "validate",
      outcome: "same",
      file: "variable/main.tf",
      line: 1,
    });
    expect(proofs.get("variable")?.message).toContain("No value for required variable");
    expect(proofs.get("backend")?.message).toMatch(/backend|state/i);
    const strict = await proverOf(files).proveOne(changed, { verify: "plan" });
    expect([...strict.values()].map(({ outcome }) => outcome)).toEqual(["failed-before", "failed-before"]);
  });

  it("is what runs in HCP Terraform, where a plan would lock the workspace", async () => {
    const cloud =
      'terraform {\n  cloud {\n    organization = "acme"\n    workspaces {\n      name = "app"\n    }\n  }\n}\n';
    const kit = proverOf({ "main.tf": cloud + thing("1") });
    const proofs = await kit.proveOne({ "main.tf": cloud + thing("2") });
    expect(proofs.get(".")).toMatchObject({
      how: "validate",
      outcome: "same",
      message: "its plans run in HCP Terraform, where each of them locks the workspace",
    });
    expect((await kit.proveOne({ "main.tf": cloud }, { verify: "plan" })).get(".")).toMatchObject({
      how: "none",
      outcome: "unverified",
    });
  });
});

describe("what is not tried", () => {
  it("is nothing at all with verify none", async () => {
    const kit = proverOf({ "main.tf": thing("1") });
    expect((await kit.proveOne({ "main.tf": thing("2") }, { verify: "none" })).get(".")).toMatchObject({
      how: "none",
      outcome: "unverified",
      message: "`verify` is `none`",
    });
    expect([kit.started, kit.left()]).toEqual([[], []]);
    expect(await kit.prove([])).toEqual(new Map());
  });

  it("is what there is no terraform for, before or after", async () => {
    const releases = await startLoopback(() => ({ status: 404 }));
    servers.push(releases);
    const kit = proverOf({ "a/main.tf": needs("< 1.0"), "b/main.tf": thing("1") }, { releasesUrl: releases.url });
    const proofs = await kit.proveOne({ "a/main.tf": needs("> 1.0"), "b/.terraform-version": "0.15.5\n" });
    expect(proofs.get("a")).toMatchObject({ outcome: "unverified", how: "none", before: "", after: "" });
    expect(proofs.get("b")).toMatchObject({ outcome: "unverified", how: "none" });
    expect(proofs.get("b")?.message).toContain(new URL(releases.url).host);
    expect([commands(kit, "plan"), commands(kit, "init")]).toEqual([1, 1]);
    expect(kit.left()).toEqual([]);
  });

  it("asks for the terraform that the bump brings, where it brings one", async () => {
    const kit = proverOf({ "a/main.tf": thing("1"), "b/main.tf": thing("1") });
    const asked = withPathTerraform(kit);
    const terraform = {
      dependency: { kind: "terraform", name: "terraform", source: { from: "releases", product: "terraform" } },
      to: "1.12.0",
      roots: ["a"],
    } as const;
    const [update] = proposal(["b"]).updates;
    const change = proposal([], { key: "both", update: { ...terraform, roots: ["a"] } });
    if (update !== undefined) change.updates.push(update);
    await kit.prove([{ proposal: change, files: [] }]);
    expect(asked.map(({ directory, wanted }) => [directory, wanted?.version])).toEqual([
      ["a", undefined],
      ["b", undefined],
      ["a", "1.12.0"],
      ["b", undefined],
    ]);
  });

  it("is a proposal whose files cannot be laid, and no other", async () => {
    const kit = proverOf({ "main.tf": thing("1"), "link.tf": { link: "main.tf" } });
    const proofs = await kit.prove([
      {
        proposal: proposal(["."], { key: "bad" }),
        files: changedFiles({ "main.tf": thing("3"), "link.tf": thing("2") }),
      },
      { proposal: proposal(["."], { key: "good" }), files: [] },
    ]);
    expect(proofs.get("bad")?.roots).toMatchObject([
      { outcome: "unverified", message: expect.stringContaining("link.tf") as unknown },
    ]);
    expect(proofs.get("good")?.roots).toMatchObject([{ outcome: "failed-before" }]);
  });

  it.each<[string, Record<string, WorkspaceFile>, string]>([
    ["settings that are wrong", { ".github/handrail.yml": "rootz: []\n", "main.tf": "" }, "unknown key"],
  ])("is everything, with %s", async (_, files, why) => {
    const kit = proverOf(files);
    expect((await kit.proveOne({ "main.tf": thing("1") })).get(".")).toMatchObject({
      outcome: "unverified",
      message: expect.stringContaining(why) as unknown,
    });
    expect(kit.left()).toEqual([]);
  });

  it("is everything where there is no commit", async () => {
    const kit = proverOf({ "main.tf": "" });
    kit.checkout.remove(".git");
    expect((await kit.proveOne({ "main.tf": "" })).get(".")).toMatchObject({
      outcome: "unverified",
      message: expect.stringContaining("git cannot tell") as unknown,
    });
    expect(kit.left()).toEqual([]);
  });
});

describe("secrets", () => {
  it("no value that is sensitive anywhere is told, not even as a key or in an error", async () => {
    const secret = "hunter2-swordfish";
    const variable = `variable "password" {\n  sensitive = true\n}\n`;
    const keys = `resource "terraform_data" "k" {\n  for_each = toset([nonsensitive(var.password)])\n  input = { (each.key) = "x" }\n}\n`;
    const output = 'output "o" {\n  value = var.password\n  sensitive = true\n}\n';
    const failing = `resource "terraform_data" "f" {\n  lifecycle {\n    precondition {\n      condition = nonsensitive(var.password) == ""\n      error_message = "It is \${nonsensitive(var.password)}."\n    }\n  }\n}\n`;
    const kit = proverOf(
      { "live/main.tf": variable, "fails/main.tf": variable, "other/main.tf": variable + output },
      { environment: { TF_VAR_password: secret } },
    );
    const proofs = await kit.proveOne({
      "live/main.tf": variable + keys + output,
      "fails/main.tf": variable + failing,
      "other/main.tf": (variable + output).replace("= var.password", '= "${var.password}!"'),
    });
    expect(proofs.get("live")).toMatchObject({ outcome: "changes" });
    expect(proofs.get("live")?.changes.map(({ address }) => address)).toEqual([
      'terraform_data.k["(sensitive value)"]',
      "output.o",
    ]);
    expect(proofs.get("fails")).toMatchObject({
      outcome: "fails",
      message: expect.stringContaining("It is (sensitive value)") as unknown,
    });
    // That a secret becomes another one is told, and neither of them.
    expect(proofs.get("other")?.changes).toEqual([
      { address: "output.o", what: "would be added, with another value", isDestructive: false },
    ]);
    expect(JSON.stringify([...proofs]) + kit.logged.join("\n")).not.toContain("swordfish");
  });

  it("no value that only a failed plan knows to be sensitive is told", async () => {
    const known = 'resource "terraform_data" "k" {\n  input = sensitive(trimspace(file("key.txt")))\n}\n';
    const failing = `resource "terraform_data" "f" {\n  input = 1\n  lifecycle {\n    precondition {\n      condition     = trimspace(file("key.txt")) == terraform_data.k.id\n      error_message = "No \${trimspace(file("key.txt"))}."\n    }\n  }\n}\n`;
    const elsewhere = await applied('resource "terraform_data" "k" {\n  input = 1\n}\n');
    const main = elsewhere.main.replace(/resource[^]*/, known);
    const kit = proverOf({ "live/main.tf": thing("1"), "live/key.txt": "hunter2-swordfish\n" });
    const proofs = await kit.proveOne({ "live/main.tf": main + failing });
    expect(proofs.get("live")).toMatchObject({
      outcome: "fails",
      message: expect.stringContaining("No (sensitive value)") as unknown,
    });
    expect(JSON.stringify([...proofs]) + kit.logged.join("\n")).not.toContain("swordfish");
  });

  it("gives terraform neither inputs nor tokens of the job, and nothing that leads out of the copy", async () => {
    const kit = proverOf(
      { "main.tf": thing("1") },
      { environment: { TF_DATA_DIR: "/nowhere", TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1" } },
    );
    await kit.proveOne({ "main.tf": thing("1") });
    const names = new Set(kit.started.flatMap(({ environment }) => Object.keys(environment)));
    for (const name of ["GITHUB_TOKEN", "INPUT_ANY", "TF_DATA_DIR", "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE"]) {
      expect(names.has(name)).toBe(false);
    }
    expect(names.has("TF_PLUGIN_CACHE_DIR")).toBe(true);
    expect(kit.left()).toEqual([]);
  });
});

describe("a run that ends early", () => {
  const TRACKED = "handrail-prove-test";

  it.each(["init", "plan", "show"])(
    "leaves nothing running and no copy when it is cancelled during %s",
    async (verb) => {
      const backend = await stateBackend();
      const main = backend.hcl() + thing("1");
      const kit = proverOf({ "a/main.tf": main, "b/main.tf": main }, { environment: { RUNNER_TRACKING_ID: TRACKED } });
      const ended = kit.proveOne({ "a/main.tf": main, "b/main.tf": main }).catch((error: unknown) => error);
      await until(() => commands(kit, verb) > 0);
      // What asks for the state from now on waits until terraform has been told to stop.
      const held = backend.hold("GET /*");
      kit.cancel(new Failure({ reason: "cancelled", what: "The step was cancelled", remedy: "Again." }));
      held.release();
      expect(await ended).toMatchObject({ reason: "cancelled" });
      expect(findOrphans(TRACKED)).toEqual([]);
      expect(kit.left()).toEqual([]);
      expect(backend.requests.map(({ method }) => method).filter((method) => method !== "GET")).toEqual([]);
      expect(kit.checkout.git("status", "--porcelain", "--ignored")).toBe("");
    },
  );

  it("takes a terraform that does not end for one that was not tried, and goes on", async () => {
    const backend = await stateBackend();
    const clock = virtualClock();
    const kit = proverOf({ "a/main.tf": backend.hcl() + thing("1"), "b/main.tf": thing("1") }, { clock, width: 1 });
    const held = backend.hold("GET /*");
    const proving = kit.proveOne({ "a/main.tf": backend.hcl(), "b/main.tf": thing("2") });
    await until(() => backend.requests.length === 1);
    await clock.advance(30 * 60_000);
    held.release();
    const proofs = await proving;
    expect(proofs.get("a")).toMatchObject({
      outcome: "unverified",
      message: "terraform was not done within 30 minutes",
    });
    expect(proofs.get("b")).toMatchObject({ outcome: "changes" });
    expect([clock.sleeping, kit.left()]).toEqual([0, []]);
  });
});

describe("planning twice the same", () => {
  const value = fc.oneof(
    fc.constantFrom('"x"', "1", "null", "true", "timestamp()", "var.secret", "[1, 2]", '{ a = "b", "c d" = null }'),
    fc.integer().map(String),
  );
  const resource = fc.record({
    input: value,
    many: fc.constantFrom("", "  count = 2\n", '  for_each = toset(["a", "b"])\n'),
  });
  const output = fc.record({ value, isSensitive: fc.boolean() });

  it("makes no difference", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(resource, { maxLength: 4 }),
        fc.array(resource, { maxLength: 2 }),
        fc.array(output, { maxLength: 3 }),
        async (now, more, outputs) => {
          const render = (all: typeof now): string =>
            all
              .map(
                ({ input, many }, index) => `resource "terraform_data" "r${index}" {\n${many}  input = ${input}\n}\n`,
              )
              .join("");
          const ends = outputs.map(
            ({ value, isSensitive }, index) =>
              `output "o${index}" {\n  value = ${value}\n  sensitive = ${isSensitive || value === "var.secret"}\n}\n`,
          );
          const variable = 'variable "secret" {\n  sensitive = true\n  default = "swordfish"\n}\n';
          const { main } = await applied(variable + render(now));
          const planned =
            main.replace(render(now), "") + render([...more, ...now.slice(more.length + 1)]) + ends.join("");
          const kit = proverOf({ "main.tf": planned });
          const proofs = await kit.proveOne({ "main.tf": `# the same\n${planned}` });
          expect(proofs.get(".")).toMatchObject({ outcome: "same", how: "plan", changes: [] });
          expect(JSON.stringify([...proofs])).not.toContain("swordfish");
        },
      ),
      { numRuns: runs(4, 60), seed: seed() },
    );
  }, 600_000);
});
