/**
 * The story of terraform-apply, with the real terraform and the built bundles: a pull request is planned, reviewed and
 * merged, and exactly that is applied. What must not be applied is in the files beside this one.
 */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { parseResultFile } from "@handrail/report";
import type { ActionResult } from "@handrail/testkit";
import { errorOf } from "./terraform-apply-refusal.ts";
import { openApplyStage } from "./terraform-apply-stage.ts";
import type { RunOptions, Target, TargetOptions } from "./terraform-apply-stage.ts";
import { apply, foreignCommands, plain, readTree, terraform } from "./terraform-plan-stage.ts";

const stage = openApplyStage();
afterAll(() => stage.clear());

const main = `variable "secret" {
  type      = string
  default   = "sensitive-battery"
  sensitive = true
}
resource "terraform_data" "a" {
  input = "a"
}
resource "terraform_data" "b" {
  input = terraform_data.a.id
}
output "a" {
  value = terraform_data.a.output
}
output "list" {
  value = ["x", 12345678901234567890123, 1.50]
}
output "secret" {
  value     = var.secret
  sensitive = true
}
`;

/** A good apply. */
function expectApplied(result: ActionResult, applied: readonly string[]): void {
  expect([result.outputs["failure-reason"], errorOf(result).what]).toEqual(["", ""]);
  expect(result).toMatchObject({ exitCode: 0, conclusion: "success", failures: [], orphans: [] });
  expect(result.outputs).toMatchObject({ result: "applied", failed: "[]", "not-started": "[]" });
  expect(JSON.parse(result.outputs["applied"] ?? "")).toEqual(applied);
  expect(foreignCommands(result)).toEqual([]);
}

/** The addresses in the stored state. */
function addressesIn(target: Target): string[] {
  const { resources = [] } = JSON.parse(target.backend.state() ?? "{}") as {
    resources?: { type: string; name: string }[];
  };
  return resources.map(({ type, name }) => `${type}.${name}`).sort();
}

/** Gives the pull request commits that GitHub knows, so that it can be merged in every way. */
async function commitHead(target: Target): Promise<void> {
  await target.github.commit({ branch: "topic", files: { "one.txt": "1" } });
  const sha = await target.github.commit({ branch: "topic", files: { "two.txt": "2" } });
  const { pull } = target.github.issue(target.number);
  if (pull === undefined) throw new Error("it is no pull request");
  Object.assign(pull.head, { sha, ref: "topic" });
}

describe("pull request, plan, review, merge, push", () => {
  it("applies exactly what was reviewed, and the comment becomes its record", async () => {
    const target = await stage.target({ files: { "live/main.tf": main }, inputs: { "working-directory": "live" } });
    target.checkout.write({ "live/backend.tf": target.backend.hcl() });
    const planned = await target.review();
    const [before] = target.github.comments(target.number);
    expect(plain(before?.body ?? "")).toContain("2 to add");

    const result = await target.apply({ inputs: { environment: "production" } });
    expectApplied(result, ["terraform_data.a", "terraform_data.b"]);
    expect(addressesIn(target)).toEqual(["terraform_data.a", "terraform_data.b"]);
    expect(target.backend.holder()).toBeUndefined();
    expect(result.outputs["fingerprint"]).toBe(planned.outputs["fingerprint"]);
    expect(result.outputs["outputs-json"]).toBe('{"a":"a","list":["x",12345678901234567890123,1.5]}');
    expect(result.outputs["summary"]).toMatch(/^applied: 2 added/);

    const comments = target.github.comments(target.number);
    expect(comments.map(({ id }) => String(id))).toEqual([String(before?.id)]);
    expect(result.outputs).toMatchObject({ "comment-id": String(before?.id), "comment-url": expect.any(String) });
    const text = plain(comments[0]?.body ?? "");
    for (const words of ["applied", "run 101", "octocat", "12345678901234567890123", "terraform_data.b"]) {
      expect(text).toContain(words);
    }
    expect(parseMarker(comments[0]?.body ?? "")?.data).toMatchObject({ applied: "applied", appliedBy: "101.1" });
    for (const told of [result.log, result.summary, JSON.stringify(result.outputs), comments[0]?.body ?? ""]) {
      expect(told).not.toContain("sensitive-battery");
    }
    const [deployment] = target.github.deployments();
    expect(deployment).toMatchObject({ task: "terraform-apply", environment: "production" });
    const { apply: record } = parseResultFile(readFileSync(result.outputs["result-file"] ?? "", "utf8"));
    expect(record).toMatchObject({ result: "applied", applied: ["terraform_data.a", "terraform_data.b"] });
  });

  it.each<["merge" | "squash" | "rebase"]>([["merge"], ["squash"], ["rebase"]])(
    "knows the pull request of a commit that was made by %s, on every event that tells it",
    async (method) => {
      const target = await stage.target({ files: { "main.tf": main } });
      await commitHead(target);
      const { exitCode } = await target.plan();
      expect(exitCode).toBe(0);
      const sha = await target.github.merge(target.number, { method });
      const closed: RunOptions = {
        event: target.github.pullRequestEvent(target.number, "closed"),
        eventName: "pull_request",
        context: { sha: "5".repeat(40) },
        inputs: { "dry-run": "true" },
      };
      expect((await target.apply(closed)).outputs["summary"]).toMatch(/^dry run, nothing was applied: 2 to add/);
      const later = await target.github.commit({ files: { "later.txt": "3" } });
      const dispatch: RunOptions = {
        event: { ref: "refs/heads/main", inputs: {} },
        eventName: "workflow_dispatch",
        context: { sha: later },
        inputs: { "pull-request": String(target.number), "dry-run": "true" },
      };
      expect((await target.apply(dispatch)).outputs["summary"]).toMatch(/^dry run, nothing was applied: 2 to add/);
      const push = { event: await target.github.pushEvent(sha), context: { sha } };
      expectApplied(await target.apply(push), ["terraform_data.a", "terraform_data.b"]);
      expect(target.github.comments()).toHaveLength(1);
    },
  );

  it("applies an open pull request that is named, before the merge", async () => {
    const target = await stage.target({ files: { "main.tf": main } });
    expect((await target.plan()).exitCode).toBe(0);
    const inputs = { "pull-request": String(target.number) };
    const sha = target.checkout.git("rev-parse", "HEAD");
    expectApplied(await target.apply({ eventName: "workflow_dispatch", inputs, context: { sha } }), [
      "terraform_data.a",
      "terraform_data.b",
    ]);
  });
});

describe("a dry run", () => {
  it("does everything but change something: files, state, comment, Deployment", async () => {
    const target = await stage.target({ files: { "main.tf": main } });
    await target.review();
    const files = (): [string, string][] =>
      [...readTree(target.checkout.path)].filter(([path]) => !/^(?:\.terraform|\.git)\//.test(path));
    const before = { files: files(), comments: target.github.comments() };
    const asked = target.github.requests.length;
    const inputs = { "dry-run": "true", environment: "production" };
    const result = await target.apply({ inputs });
    expect(result).toMatchObject({ exitCode: 0, outputs: { applied: "[]", "failure-reason": "" } });
    expect(result.outputs["summary"]).toBe("dry run, nothing was applied: 2 to add, 3 outputs change");
    expect(plain(result.summary)).toContain("terraform_data.a will be created");
    expect({ files: files(), comments: target.github.comments() }).toEqual(before);
    expect([target.backend.history(), target.github.deployments()]).toEqual([[], []]);
    const changing = target.github.requests.slice(asked).filter(({ method, path }) => {
      return method !== "GET" && !path.endsWith("/graphql");
    });
    expect(changing).toEqual([]);
    expect(target.backend.requests.filter(({ method }) => method === "POST")).toEqual([]);
  });
});

describe("without a review", () => {
  it("approval none applies whatever is planned, without any pull request", async () => {
    const target = await stage.target({ files: { "main.tf": main } });
    const result = await target.apply({ inputs: { approval: "none" }, context: { sha: "e".repeat(40) } });
    expectApplied(result, ["terraform_data.a", "terraform_data.b"]);
    expect(target.github.comments()).toEqual([]);
    expect(plain(result.summary)).toContain("terraform_data.b");
    const again = await target.apply({ inputs: { approval: "none", "github-token": "" } });
    expect(again).toMatchObject({ exitCode: 0, outputs: { result: "no-changes", applied: "[]" } });
    expect(again.outputs["outputs-json"]).toBe('{"a":"a","list":["x",12345678901234567890123,1.5]}');
  });

  it("comment never writes nothing on the pull request: the result file holds it all", async () => {
    const target = await stage.target({ files: { "main.tf": main } });
    await target.review();
    const before = target.github.comments();
    const result = await target.apply({ inputs: { comment: "never" } });
    expectApplied(result, ["terraform_data.a", "terraform_data.b"]);
    expect(target.github.comments()).toEqual(before);
    expect(result.outputs["comment-id"]).toBe("");
    const parsed = parseResultFile(readFileSync(result.outputs["result-file"] ?? "", "utf8"));
    expect(parsed.kind).toBe("apply");
    expect(parsed.apply?.outputs.find(({ name }) => name === "secret")?.value).toBeUndefined();
    expect(parsed.marker.data).toMatchObject({ applied: "applied", pullRequest: target.number });
  });
});

/** A kind of plan: what is there before, what is reviewed, and what must be there afterwards. */
type Kind = {
  before?: string;
  files: Record<string, string>;
  inputs?: Record<string, string>;
  summary: RegExp;
  after: string[];
};

const data = (name: string, input = name): string => `resource "terraform_data" "${name}" {\n  input = "${input}"\n}\n`;

const kinds: [name: string, kind: Kind][] = [
  [
    "only moves",
    {
      before: data("a"),
      files: {
        "main.tf": `${data("b", "a")}moved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n`,
      },
      summary: /^applied: 1 moved/,
      after: ["terraform_data.b"],
    },
  ],
  [
    "an import",
    {
      files: { "main.tf": `resource "terraform_data" "a" {}\nimport {\n  to = terraform_data.a\n  id = "known"\n}\n` },
      summary: /^applied: 1 imported/,
      after: ["terraform_data.a"],
    },
  ],
  [
    "a forget",
    {
      before: data("a"),
      files: {
        "main.tf": `removed {\n  from = terraform_data.a\n  lifecycle {\n    destroy = false\n  }\n}\n`,
      },
      summary: /^applied: 1 no longer managed/,
      after: [],
    },
  ],
  [
    "outputs alone",
    {
      before: data("a"),
      files: { "main.tf": `${data("a")}output "o" {\n  value = "new"\n}\n` },
      summary: /^applied: 1 output/,
      after: ["terraform_data.a"],
    },
  ],
  [
    "a refresh alone",
    {
      before: data("a"),
      files: { "main.tf": `${data("a", "not yet")}output "o" {\n  value = terraform_data.a.output\n}\n` },
      inputs: { "refresh-only": "true" },
      summary: /^applied: 1 output/,
      after: ["terraform_data.a"],
    },
  ],
  [
    "targets",
    {
      files: { "main.tf": data("a") + data("b") },
      inputs: { targets: "terraform_data.b" },
      summary: /^applied: 1 added/,
      after: ["terraform_data.b"],
    },
  ],
  [
    "a replacement that was asked for",
    {
      before: data("a"),
      files: { "main.tf": data("a") },
      inputs: { replace: "terraform_data.a" },
      summary: /^applied: 1 replaced/,
      after: ["terraform_data.a"],
    },
  ],
  [
    "destroy",
    {
      before: data("a") + data("b"),
      files: { "main.tf": data("a") + data("b") },
      inputs: { destroy: "true" },
      summary: /^applied: 2 destroyed/,
      after: [],
    },
  ],
  [
    "ephemeral variables, which no plan keeps, and var files",
    {
      files: {
        "main.tf": `variable "token" {\n  type      = string\n  ephemeral = true\n}\nvariable "size" {\n  type = number\n}\nresource "terraform_data" "a" {\n  input = var.size\n  provisioner "local-exec" {\n    command = "test $TOKEN = from-input"\n    environment = {\n      TOKEN = var.token\n    }\n  }\n}\n`,
        "sizes.tfvars": "size = 3\n",
      },
      inputs: { variables: 'token = "from-input"', "var-files": "sizes.tfvars" },
      summary: /^applied: 1 added/,
      after: ["terraform_data.a"],
    },
  ],
  [
    "a sealed review",
    {
      before: data("a"),
      files: { "main.tf": data("a", "changed") },
      inputs: { "seal-key": "0123456789abcdefghijklmn" },
      summary: /^applied: 1 changed/,
      after: ["terraform_data.a"],
    },
  ],
];

describe("every kind of plan", () => {
  it.each(kinds)("%s", async (_, { before, files, inputs = {}, summary, after }) => {
    const options: TargetOptions = { files: { "main.tf": before ?? "" }, inputs };
    const target = await stage.target(options);
    if (before !== undefined) await apply(target.checkout.path);
    target.checkout.write(files);
    target.checkout.commit();
    const planned = await target.review();
    expect(planned.outputs["result"]).toBe("changes");
    const result = await target.apply();
    expect([result.outputs["result"], errorOf(result).what]).toEqual(["applied", ""]);
    expect(result.outputs["summary"]).toMatch(summary);
    expect(addressesIn(target)).toEqual(after);
    expect(target.github.comments()).toHaveLength(1);
  });

  it("a workspace has a state of its own", async () => {
    const local = 'terraform {\n  backend "local" {\n    path = "state/terraform.tfstate"\n  }\n}\n';
    const main = `${local}${data("a")}output "o" {\n  value = terraform.workspace\n}\n`;
    const target = await stage.target({
      files: { "main.tf": main },
      hasBackend: false,
      inputs: { workspace: "stage" },
    });
    await terraform(target.checkout.path, ["init", "-input=false"]);
    await terraform(target.checkout.path, ["workspace", "new", "stage"]);
    await target.review();
    const result = await target.apply();
    expectApplied(result, ["terraform_data.a"]);
    expect(result.outputs["outputs-json"]).toBe('{"o":"stage"}');
    expect(parseMarker(target.github.comments()[0]?.body ?? "")?.key).toBe(". (stage)");
    const states = [...readTree(target.checkout.path).keys()].filter((path) => path.endsWith(".tfstate"));
    expect(states.filter((path) => !path.startsWith(".terraform"))).toEqual([
      "terraform.tfstate.d/stage/terraform.tfstate",
    ]);
  });
});
