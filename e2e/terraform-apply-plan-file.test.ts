/**
 * A plan file is executable code: what does not fit its record, the run or the checkout is `plan-tampered` before a single
 * terraform process is started; what only an initialised root can tell, before the plan is applied.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parseRecord, renderRecord, sha256 } from "@handrail/terraform";
import type { PlanRecord } from "@handrail/terraform";
import { workspace } from "@handrail/testkit";
import type { ActionResult, Workspace } from "@handrail/testkit";
import { errorOf, refuseApply } from "./terraform-apply-refusal.ts";
import type { Refused } from "./terraform-apply-refusal.ts";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import type { RunOptions, Target } from "./terraform-apply-stage.ts";
import { apply, plain, terraform } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";
import type { Witness } from "./terraform-witness.ts";

const stage = openApplyStage();
const folder = workspace({}, { git: false, name: "witness" });
let witness: Witness;
beforeAll(() => {
  witness = installWitness(folder.path);
});
afterAll(async () => {
  await stage.clear();
  folder.cleanup();
});

const main = `module "m" {
  source = "../modules/m"
}
resource "terraform_data" "a" {
  input = "a"
}
output "a" {
  value = terraform_data.a.output
}
`;
const files = {
  "live/main.tf": main,
  "live/notes.txt": "beside\n",
  "modules/m/main.tf": 'resource "terraform_data" "inner" {\n  input = "inner"\n}\n',
};

/** A target whose plan job wrote a plan file on the commit that was pushed. */
type Planned = Target & { file: string; inputs: Record<string, string>; record(): PlanRecord };

async function openPlanned(inputs: Record<string, string> = {}): Promise<Planned> {
  const target = await stage.target({ files, inputs: { "working-directory": "live", ...inputs } });
  target.checkout.write({ "live/backend.tf": target.backend.hcl() });
  target.checkout.commit();
  const { outputs, exitCode, log } = await target.planPushed();
  expect([exitCode, exitCode === 0 ? "" : log]).toEqual([0, ""]);
  const file = outputs["plan-file"] ?? "";
  const record = (): PlanRecord => parseRecord(readFileSync(`${file}.record.json`, "utf8")).record;
  return { ...target, file, inputs: { "plan-file": file }, record };
}

/** Refused while the file and its record are these. */
async function refused(
  planned: Planned,
  given: { plan?: Uint8Array | null; record?: string | null; run?: RunOptions; reason?: string; result?: string },
): Promise<Refused> {
  const paths = [planned.file, `${planned.file}.record.json`] as const;
  const before = paths.map((path) => readFileSync(path));
  const after = [given.plan, given.record] as const;
  for (const [at, path] of paths.entries()) {
    const content = after[at];
    if (content === null) writeFileSync(path, "");
    else if (content !== undefined) writeFileSync(path, content);
  }
  try {
    const { run = {}, reason = "plan-tampered" } = given;
    const options = { ...run, witness, inputs: { ...planned.inputs, ...run.inputs } };
    return await refuseApply(
      planned,
      reason,
      given.result === undefined ? options : { ...options, result: given.result },
    );
  } finally {
    for (const [at, path] of paths.entries()) writeFileSync(path, before[at] ?? "");
  }
}

function expectApplied(result: ActionResult): void {
  expect([result.outputs["result"], errorOf(result).what]).toEqual(["applied", ""]);
  expect(JSON.parse(result.outputs["applied"] ?? "")).toEqual(
    expect.arrayContaining(["terraform_data.a", "module.m.terraform_data.inner"]),
  );
}

/** Writes other files into the checkout; what is returned puts the old ones back. */
function withFiles(checkout: Workspace, changed: Record<string, string>): () => void {
  const before = Object.keys(changed).map((name) => [name, checkout.has(name) ? checkout.read(name) : undefined]);
  checkout.write(changed);
  return () => {
    for (const [name = "", content] of before) {
      if (content === undefined) checkout.remove(name);
      else checkout.write({ [name]: content });
    }
  };
}

describe("without a key", () => {
  let planned: Planned;
  beforeAll(async () => {
    planned = await openPlanned();
  });

  it("H043: a file that is not the one of its record, or no plan at all", async () => {
    const bytes = new Uint8Array(readFileSync(planned.file));
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    expect((await refused(planned, { plan: bytes })).what).toBe("The plan file is not the one its record was made for");
    for (const plan of [new Uint8Array(), Buffer.from("PK"), Buffer.from("HRPLAN1\nabc")]) {
      const record = renderRecord({ ...planned.record(), planSha256: sha256(plan) });
      expect((await refused(planned, { plan, record })).what).not.toBe("");
    }
  });

  it.each(["", "{}", "null", "[]", '{"record":{}}', "{".repeat(100_000)])("a record that is %.20s", async (record) => {
    expect((await refused(planned, { record })).what).toBe(
      "The record beside the plan is not as terraform-plan wrote it",
    );
  });

  it.each<[keyof PlanRecord, string | number, RegExp]>([
    ["repository", "o/fork", /another repository/],
    ["runId", "99", /another workflow run/],
    ["runAttempt", 7, /later attempt/],
    ["headSha", "9".repeat(40), /another commit/],
    ["directory", "other", /another directory/],
    ["label", "other", /another label/],
    ["workspace", "prod", /another workspace/],
    ["backendType", "local", /another kind of backend/],
    ["backendHash", "0".repeat(64), /another place for the state/],
    ["lockFile", "0".repeat(64), /another lock file/],
    ["configuration", "0".repeat(64), /another configuration/],
    ["terraformVersion", "1.0.0", /another version of terraform/],
    ["planSha256", "0".repeat(64), /not the one its record was made for/],
    ["schema", 2, /the form 2/],
  ])("a record with another %s", async (field, value, why) => {
    const record = renderRecord({ ...planned.record(), [field]: value });
    expect((await refused(planned, { record })).what).toMatch(why);
  });

  it.each<[string, RunOptions, RegExp]>([
    ["another run", { context: { runId: "999" } }, /another workflow run/],
    ["another commit", { context: { sha: "9".repeat(40) } }, /another commit/],
    ["another repository", { context: { repository: "octo-org/other" } }, /another repository/],
    ["another directory", { inputs: { "working-directory": "modules/m" } }, /another (?:directory|label)/],
    ["another label", { inputs: { label: "other" } }, /another label/],
    ["another workspace", { inputs: { workspace: "prod" } }, /another (?:workspace|label)/],
    ["a seal-key", { inputs: { "seal-key": sealKey } }, /has no seal/],
  ])("a step in %s", async (_, run, why) => {
    expect((await refused(planned, { run })).what).toMatch(why);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["a changed file", { "live/main.tf": main.replace('"a"\n}', '"b"\n}') }, /main\.tf differs/],
    ["a file more", { "live/more.tf": "" }, /more\.tf is missing in the plan/],
    ["an override", { "live/main_override.tf": "" }, /main_override\.tf is missing in the plan/],
    ["a changed module", { "modules/m/main.tf": "" }, /main\.tf differs/],
    ["a changed file beside", { "live/notes.txt": "changed\n" }, /a file beside the \.tf files differs/],
    ["a lock file", { "live/.terraform.lock.hcl": "# chosen\n" }, /another lock file/],
  ])("a checkout with %s", async (_, changed, why) => {
    const restore = withFiles(planned.checkout, changed);
    const { what } = await refused(planned, {});
    restore();
    expect(what).toMatch(why);
  });

  it("H042: a name is nothing: there is no plan but the file that is named, with its record", async () => {
    for (const path of ["gone.tfplan", "../gone.tfplan", "live", planned.checkout.resolve("README")]) {
      const options = { witness, inputs: { "plan-file": path }, result: "failed" };
      const { what } = await refuseApply(planned, "invalid-input", options);
      expect(what).toContain("plan-file");
    }
    expect((await refused(planned, { record: null })).what).toContain("record");
  });

  it("H049: a plan of an older head of the pull request", async () => {
    const moved = "8".repeat(40);
    const { number } = planned.github.addPullRequest({ headSha: moved });
    const run = { event: planned.github.pullRequestEvent(number, "synchronize"), eventName: "pull_request" };
    const { what } = await refused(planned, { run, reason: "not-reviewed" });
    expect(what).toContain(`its head is ${moved}`);
  });

  it("is read and shown by a dry run, which changes nothing", async () => {
    const { outputs, exitCode, summary } = await planned.apply({ inputs: { ...planned.inputs, "dry-run": "true" } });
    expect([exitCode, outputs["summary"]]).toEqual([0, "dry run, nothing was applied: 2 to add, 1 output changes"]);
    expect(plain(summary)).toContain("terraform_data.a will be created");
    expect([planned.backend.history(), readFileSync(planned.file).length > 0]).toEqual([[], true]);
  });

  it("is applied untouched, with the warning that only contradictions are found, and once", async () => {
    const result = await planned.apply({ inputs: { ...planned.inputs, comment: "never" } });
    expectApplied(result);
    expect(plain(result.summary)).toContain("Without seal-key, whoever can write the plan file can write its record");
    expect(result.files.filter((name) => /tfplan|document/.test(name))).toEqual([]);
    const again = await planned.apply({ inputs: planned.inputs });
    expect([again.exitCode, again.outputs["result"]]).toEqual([0, "no-changes"]);
  });
});

describe("H041: a plan for the backend of an attacker", () => {
  it.each([
    ["without a key, whoever forged the record", ""],
    ["with a key", sealKey],
  ])("%s: refused before terraform starts, and attacker.tfstate is not made", async (_, key) => {
    const inputs: Record<string, string> = key === "" ? {} : { "seal-key": key };
    const target = await stage.target({ files: { "main.tf": 'resource "terraform_data" "a" {}\n' }, inputs });
    const good = await target.planPushed();
    const file = good.outputs["plan-file"] ?? "";
    const evil = workspace({
      "main.tf": 'resource "terraform_data" "a" {}\n',
      "backend.tf": 'terraform {\n  backend "local" {\n    path = "attacker.tfstate"\n  }\n}\n',
    });
    await terraform(evil.path, ["init", "-input=false"]);
    await terraform(evil.path, ["plan", "-input=false", "-out=evil.tfplan"]);
    const plan = readFileSync(evil.resolve("evil.tfplan"));
    const { record } = parseRecord(readFileSync(`${file}.record.json`, "utf8"));
    writeFileSync(file, plan);
    const options = { witness, inputs: { "plan-file": file } };
    const records = [
      renderRecord({ ...record, planSha256: sha256(plan) }),
      renderRecord({ ...record, planSha256: sha256(plan), backendType: "local" }),
    ];
    for (const text of records) {
      writeFileSync(`${file}.record.json`, text);
      expect((await refuseApply(target, "plan-tampered", options)).what).toMatch(
        key === "" ? /another (?:kind of backend|place for the state|configuration)/ : /no seal/,
      );
    }
    expect([target.checkout.has("attacker.tfstate"), existsSync(evil.resolve("attacker.tfstate"))]).toEqual([
      false,
      false,
    ]);
    evil.cleanup();
  });
});

describe("what only an initialised root can tell", () => {
  it("the state moved: planned again and applied when it means the same, refused when it does not", async () => {
    const planned = await openPlanned();
    const empty = { version: 4, terraform_version: "1.11.4", lineage: "11111111-2222-3333-4444-555555555555" };
    const put = (serial: number, resources: object[] = []): void =>
      planned.backend.put(JSON.stringify({ ...empty, serial, outputs: {}, resources, check_results: null }));
    put(1, [
      {
        mode: "managed",
        type: "terraform_data",
        name: "gone",
        provider: 'provider["terraform.io/builtin/terraform"]',
        instances: [{ schema_version: 0, attributes: { id: "x", input: null, output: null, triggers_replace: null } }],
      },
    ]);
    const { what } = await refuseApply(planned, "plan-changed", { inputs: planned.inputs });
    expect(what).toContain("terraform_data.gone");
    put(2);
    const result = await planned.apply({ inputs: planned.inputs });
    expectApplied(result);
    expect(result.log).toContain("planning again");
  });

  it("the state was replaced by another one", async () => {
    const target = await stage.target({ files: { "main.tf": 'resource "terraform_data" "a" {}\n' } });
    await apply(target.checkout.path);
    target.checkout.write({ "main.tf": 'resource "terraform_data" "a" {\n  input = 1\n}\n' });
    target.checkout.commit();
    const planned = await target.planPushed();
    const state = JSON.parse(target.backend.state() ?? "") as { lineage: string; serial: number };
    target.backend.put(JSON.stringify({ ...state, lineage: "00000000-0000-0000-0000-000000000000" }));
    const inputs = { "plan-file": planned.outputs["plan-file"] ?? "" };
    expect((await refuseApply(target, "plan-tampered", { inputs })).what).toMatch(/for another state: its lineage is/);
  });

  it("the plan means something else than its record says, or the job gives terraform other arguments", async () => {
    const planned = await openPlanned();
    const record = renderRecord({ ...planned.record(), fingerprint: `hr1:${"0".repeat(64)}` });
    const path = `${planned.file}.record.json`;
    const before = readFileSync(path);
    writeFileSync(path, record);
    expect((await refuseApply(planned, "plan-tampered", { inputs: planned.inputs })).what).toContain("means something");
    writeFileSync(path, before);
    const run = { inputs: planned.inputs, env: { TF_CLI_ARGS_plan: "-parallelism=3" } };
    expect((await refuseApply(planned, "plan-tampered", run)).what).toContain("TF_CLI_ARGS");
    const mode = { inputs: { ...planned.inputs, "refresh-only": "true" } };
    expect((await refuseApply(planned, "plan-tampered", mode)).what).toContain("refresh-only");
    // Another job has a checkout of its own, without what init left.
    planned.checkout.remove("live/.terraform");
    const backend = { inputs: { ...planned.inputs, "backend-config": `address=${planned.backend.at("other")}` } };
    expect((await refuseApply(planned, "plan-tampered", backend)).what).toMatch(/another place for the state/);
    expect(planned.backend.state("other")).toBeUndefined();
    planned.checkout.remove("live/.terraform");
    expectApplied(await planned.apply({ inputs: planned.inputs }));
  });
});
