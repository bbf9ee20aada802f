/**
 * Text and files from outside through a whole terraform-apply: none of it becomes a command, a marker, an argument or a
 * plan. Where a dangerous surface does not exist, a test holds that it does not.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { parseRecord, renderRecord, sha256 } from "@handrail/terraform";
import { renderComment, workspace } from "@handrail/testkit";
import { parse } from "yaml";
import { writePlanZip } from "../packages/terraform/src/plan-zip-writer.ts";
import { errorOf, refuseApply } from "./terraform-apply-refusal.ts";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import { foreignCommands, plain } from "./terraform-plan-stage.ts";
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

const action = join(import.meta.dirname, "../actions/terraform-apply");
const simple = { "main.tf": 'resource "terraform_data" "a" {\n  input = "a"\n}\n' };

/** What the built action is made of. */
function bundle(): string {
  const names = readdirSync(join(action, "dist")).filter((name) => name.endsWith(".js"));
  expect(names).toContain("index.js");
  return names.map((name) => readFileSync(join(action, "dist", name), "utf8")).join("\n");
}

function inputNames(): string[] {
  const { inputs } = parse(readFileSync(join(action, "action.yml"), "utf8")) as { inputs: object };
  return Object.keys(inputs);
}

/** Lines that the runner, GitHub or a reader could take for something else. */
const hostile = [
  "::save-state name=private::/etc",
  "::save-state name=lockId::00000000",
  "##[save-state name=pids;]1",
  "::set-output name=result::applied",
  "::add-mask::terraform",
  "::stop-commands::end",
  "::error file=main.tf::forged",
  "<!-- handrail:terraform-plan eyJrIjoiLiJ9 -->",
  "<!-- handrail-plan -->",
  "```\n# owned\n@octocat",
  "</details></details><h1>owned</h1>",
].join("\n");

describe("text that providers and configurations give back", () => {
  it("H013: becomes no state, command, output, marker or markup, in errors and in outputs", async () => {
    const text = JSON.stringify(`\n${hostile}\n`).replaceAll("${", "$${");
    const main = `resource "terraform_data" "good" {
  input = ${text}
}
resource "terraform_data" "bad" {
  input = terraform_data.good.output
  provisioner "local-exec" {
    command = "printf '%s\\n' \\"$WORDS\\"; printf '%s\\n' \\"$WORDS\\" >&2"
    environment = {
      WORDS = ${text}
    }
  }
  lifecycle {
    postcondition {
      condition     = self.id == ""
      error_message = ${text}
    }
  }
}
output "words" {
  value = terraform_data.good.output
}
`;
    const target = await stage.target({ files: { "main.tf": main } });
    await target.review();
    const kept = parseMarker(target.github.comments()[0]?.body ?? "")?.data ?? {};
    const half = await target.apply();
    expect(half.outputs).toMatchObject({ result: "partial", "failure-reason": "apply-failed", "not-started": "[]" });
    expect(foreignCommands(half)).toEqual([]);
    expect(half.masks).not.toContain("terraform");
    for (const state of [half.state, half.post?.state ?? {}]) {
      expect(Object.keys(state).filter((name) => !/^(?:private|pids|started|ended|isPost)$/.test(name))).toEqual([]);
    }
    expect(half.state["private"]).toMatch(/terraform-apply/);
    expect(half.post?.conclusion).toBe("success");
    const [comment, ...others] = target.github.comments();
    expect(others).toEqual([]);
    expect(parseMarker(comment?.body ?? "")?.data).toEqual({
      ...kept,
      applied: "partial",
      appliedBy: "101.1",
      begun: true,
    });
    const { html } = renderComment(comment?.body ?? "");
    expect(html).not.toMatch(/<h1>owned|<h1[^>]*>\s*owned/);

    const more = `${main.replace('self.id == ""', 'self.id != ""')}resource "terraform_data" "more" {}\n`;
    target.checkout.write({ "main.tf": more });
    const none = { approval: "none" };
    const done = await target.apply({ inputs: none });
    expect([done.outputs["result"], errorOf(done).what]).toEqual(["applied", ""]);
    expect(foreignCommands(done)).toEqual([]);
    expect(JSON.parse(done.outputs["outputs-json"] ?? "")).toEqual({ words: `\n${hostile}\n` });
    expect(parseMarker(target.github.comments()[0]?.body ?? "")?.data["applied"]).toBe("applied");
  });
});

describe("surfaces that do not exist", () => {
  it("H042, H044: there is no artifact: the action asks for none, and knows of no run but its own", async () => {
    const code = bundle();
    for (const word of [
      "ACTIONS_RUNTIME",
      "ACTIONS_RESULTS",
      "actions/artifacts",
      "downloadArtifact",
      "digestMismatch",
    ]) {
      expect([word, code.includes(word)]).toEqual([word, false]);
    }
    expect(inputNames().filter((name) => /artifact|run-id|download|archive/.test(name))).toEqual([]);
    const target = await stage.target({ files: simple });
    const { outputs } = await target.planPushed();
    const applied = await target.apply({ inputs: { "plan-file": outputs["plan-file"] ?? "" } });
    expect(applied.outputs["result"]).toBe("applied");
    expect(target.github.requests.filter(({ path }) => /artifact|\/runs\b/.test(path))).toEqual([]);
    expect(`${applied.log}${applied.summary}`).not.toContain("canary-actions-runtime-token");
  });

  it("H055: there is no input for arguments, and none of the others becomes an option", async () => {
    expect(inputNames().filter((name) => /(?:^|-)(?:args?|arguments|options?|flags?)$/.test(name))).toEqual([]);
    const extra = "-auto-approve -target=x -lock=false -state=elsewhere.tfstate";
    const target = await stage.target({ files: simple });
    const run = { path: [witness.directory], context: { sha: "e".repeat(40) } };
    const inputs = { approval: "none", args: extra, "extra-args": extra, "plan-args": extra };
    expect((await target.apply({ ...run, inputs })).outputs["result"]).toBe("applied");
    const [apply, ...more] = witness.starts("apply").map(({ argv }) => argv);
    expect(more).toEqual([]);
    const allowed = /^(?:apply|-input=false|-no-color|-json|-lock-timeout=\d+ms|\/.*\/plan\.tfplan)$/;
    expect(apply?.filter((argument) => !allowed.test(argument))).toEqual([]);
    expect(witness.notes().flatMap(({ argv }) => argv)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^-(?:auto-approve|target|state|lock=false)/)]),
    );
    const before = witness.notes().length;
    for (const bad of [{ targets: extra }, { replace: "-lock=false" }, { parallelism: extra }, { workspace: extra }]) {
      const result = await target.apply({ ...run, inputs: { approval: "none", ...bad } });
      expect([result.exitCode, result.outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    }
    expect(witness.notes()).toHaveLength(before);
    const env = { TF_CLI_ARGS_apply: "-state=elsewhere.tfstate" };
    target.checkout.write({ "main.tf": simple["main.tf"].replace('"a"\n}', '"b"\n}') });
    const result = await target.apply({ ...run, env, inputs: { approval: "none" } });
    expect([result.exitCode, result.outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    expect(witness.starts("apply")).toHaveLength(1);
    expect(existsSync(target.checkout.resolve("elsewhere.tfstate"))).toBe(false);
  });

  it("H056: there is no input for labels, reviewers or comments that approve", () => {
    expect(inputNames().filter((name) => /labels|approver|reviewer|approve|trigger/.test(name))).toEqual([]);
    const { inputs } = parse(readFileSync(join(action, "action.yml"), "utf8")) as {
      inputs: Record<string, { description: string }>;
    };
    expect(inputs["approval"]?.description).toMatch(/^`reviewed`.*`none`/);
  });
});

describe("archives that are no plans, with a record that fits them", () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text);
  const zeros = new Uint8Array(8 << 20);
  const link = Buffer.from(writePlanZip([["tfplan", bytes("/etc/passwd")]]));
  link.writeUInt32LE(0o120777 * 65_536, link.indexOf("PK\u0001\u0002") + 38);
  const announced = Buffer.from(writePlanZip([["tfplan", bytes("x")]]));
  announced.writeUInt32LE(0xffff_fff0, announced.indexOf("PK\u0001\u0002") + 24);

  it.each<[string, Uint8Array]>([
    ["H045: a path that leaves the folder", writePlanZip([["../../home/runner/.bashrc", bytes("x")]])],
    ["H045: an absolute path", writePlanZip([["/etc/cron.d/x", bytes("x")]])],
    ["H045: a path with backslashes", writePlanZip([["a\\..\\b", bytes("x")]])],
    ["H045: a link", link],
    ["H045: a name twice", writePlanZip(["1", "2"].map((text) => ["tfplan", bytes(text)] as const))],
    ["H046: zeros without end", writePlanZip([["tfplan", zeros]])],
    ["H046: gigabytes announced", announced],
    [
      "H046: members without end",
      writePlanZip(Array.from({ length: 20_001 }, (_, at) => [`${at}`, bytes("")] as const)),
    ],
    ["H046: a zip in a zip", writePlanZip([["tfplan", writePlanZip([["tfplan", zeros]])]])],
  ])("%s", async (_, plan) => {
    archives ??= openArchives();
    const { target, file, record } = await archives;
    writeFileSync(file, plan);
    writeFileSync(`${file}.record.json`, renderRecord({ ...record, planSha256: sha256(plan) }));
    const before = witness.notes().length;
    const { what, files } = await refuseApply(target, "plan-tampered", {
      path: [witness.directory],
      inputs: { "plan-file": file },
    });
    expect(what).toMatch(/^The plan file /);
    expect(witness.notes()).toHaveLength(before);
    expect(files.filter((name) => /passwd|bashrc|cron/.test(name))).toEqual([]);
  });

  let archives: ReturnType<typeof openArchives> | undefined;
  async function openArchives(): Promise<{
    target: Awaited<ReturnType<typeof stage.target>>;
    file: string;
    record: ReturnType<typeof parseRecord>["record"];
  }> {
    const target = await stage.target({ files: simple });
    const { outputs } = await target.planPushed();
    const file = outputs["plan-file"] ?? "";
    return { target, file, record: parseRecord(readFileSync(`${file}.record.json`, "utf8")).record };
  }
});

describe("secrets", () => {
  it("H101: a token that expires in the middle costs a warning; the record is in summary and result file", async () => {
    const target = await stage.target({ files: simple });
    await target.review();
    const rules = ["PATCH /repos/*", "POST /repos/*"].map((on) =>
      target.github.faults.add({ on, fault: "401", nth: "all" }),
    );
    const result = await target.apply({ inputs: { environment: "production" } });
    expect([result.exitCode, result.outputs["result"]]).toEqual([0, "applied"]);
    const warnings = result.annotations.filter(({ level }) => level === "warning").map(({ message }) => message);
    expect(warnings.join("\n")).toMatch(/token/);
    expect(plain(result.summary)).toContain("applied: 1 added");
    expect(rules.reduce((hits, rule) => hits + rule.hits, 0)).toBeLessThan(6);
  });

  it("shows neither the key nor a sensitive value of plan, state or error, wherever they go", async () => {
    const secret = "canary-hunter2-0451";
    const main = `variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "good" {
  input = var.token
}
resource "terraform_data" "bad" {
  input = terraform_data.good.id
  provisioner "local-exec" {
    command = "echo it is $TOKEN; exit 1"
    environment = {
      TOKEN = nonsensitive(var.token)
    }
  }
}
output "token" {
  value     = var.token
  sensitive = true
}
`;
    const target = await stage.target({ files: { "main.tf": main }, inputs: { "seal-key": sealKey } });
    const run = { env: { TF_VAR_token: secret } };
    await target.review(run);
    const result = await target.apply(run);
    expect(result.outputs["result"]).toBe("partial");
    const files = result.files
      .filter((name) => !name.endsWith("/"))
      .map((name) => readFileSync(join(result.temp, name), "latin1"));
    const bodies = target.github.comments().map(({ body }) => body);
    const told = [result.log, result.stderr, result.summary, JSON.stringify(result.outputs), ...bodies, ...files];
    for (const text of told) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(sealKey);
    }
  });
});
