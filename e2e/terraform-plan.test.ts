/**
 * The bundle of terraform-plan as the runner starts it, with the real terraform: what a good run tells, and to whom.
 */
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { renderComment } from "@handrail/testkit";
import type { ActionResult, Workspace } from "@handrail/testkit";
import { apply, openStage, plain, readTree, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";

const stage = openStage();
afterAll(() => stage.clear());

const password = "correct-horse-battery-staple";

const before = `
variable "password" {
  type      = string
  sensitive = true
}
resource "terraform_data" "kept" { input = "same" }
resource "terraform_data" "changed" {
  input = { size = 1, url = "postgres://app:\${var.password}@db.internal/shop" }
}
resource "terraform_data" "replaced" {
  triggers_replace = "one"
}
resource "terraform_data" "old" { input = "moves" }
resource "terraform_data" "gone" {
  input = "bye"
}
output "endpoint" { value = "v1" }
`;

const after = `
variable "password" {
  type      = string
  sensitive = true
}
resource "terraform_data" "kept" { input = "same" }
resource "terraform_data" "changed" {
  input = { size = 2, url = "postgres://app:\${var.password}@db.internal/shop" }
}
resource "terraform_data" "replaced" {
  triggers_replace = "two"
}
resource "terraform_data" "renamed" {
  input = "moves"
}
moved {
  from = terraform_data.old
  to   = terraform_data.renamed
}
resource "terraform_data" "new" {
  for_each = toset(["a", "b"])
  input    = each.key
}
output "endpoint" { value = "v2" }
output "link" {
  value = "https://shop.example/?key=\${nonsensitive(var.password)}"
}
check "sane" {
  assert {
    condition     = nonsensitive(var.password) == ""
    error_message = "The password is \${nonsensitive(var.password)}."
  }
}
`;

/** Dumps what the policy command is given, as any program that is started by us could. */
const policy = ["sh", "-c", 'env > "$DUMP" && cp "$PLAN_JSON" "$DUMP.json" && echo "policy: ok"'].join("\n");

describe("a plan on a pull request", () => {
  let pull: PullStage;
  let checkout: Workspace;
  let first: ActionResult;
  let again: ActionResult;
  let later: ActionResult;
  let writes: string[][];

  const run = (more: { runId?: string } = {}): Promise<ActionResult> =>
    stage.plan({
      workspace: checkout,
      github: pull.github,
      event: pull.event,
      inputs: { "working-directory": "live/prod", "policy-command": policy },
      env: {
        TF_VAR_password: password,
        DUMP: checkout.resolve("dump"),
        GITHUB_TOKEN: "canary-github-token",
        GH_TOKEN: "canary-gh-token",
        AWS_PROFILE: "passed-on",
      },
      context: more,
    });
  const written = (): string[] =>
    pull.github.requests
      .filter(({ method, path }) => method !== "GET" && path !== "/graphql")
      .map(({ method, path }) => `${method} ${path}`);

  beforeAll(async () => {
    checkout = stage.checkout({ "live/prod/main.tf": before });
    await apply(checkout.resolve("live/prod"), { TF_VAR_password: password });
    checkout.write({ "live/prod/main.tf": after });
    pull = await startPull({}, { headSha: checkout.commit() });
    first = await run();
    const once = written();
    again = await run();
    const twice = written();
    later = await run({ runId: "1234567891" });
    writes = [once, twice, written()];
  });
  afterAll(() => pull.github.close());

  it("sets every output", () => {
    expect(first.log).not.toContain("##[error]");
    expect(first.conclusion).toBe("success");
    const [comment] = pull.github.comments(pull.number);
    const directory = dirname(first.outputs["plan-file"] ?? "");
    expect(directory.startsWith(first.temp)).toBe(true);
    expect(first.outputs).toEqual({
      result: "changes",
      "failure-reason": "",
      "has-changes": "true",
      "exit-code": "2",
      "to-add": "2",
      "to-change": "1",
      "to-destroy": "1",
      "to-replace": "1",
      "to-import": "0",
      "to-move": "1",
      "to-forget": "0",
      "output-changes": "2",
      fingerprint: expect.stringMatching(/^hr1:[0-9a-f]{64}$/) as unknown,
      "plan-file": join(directory, "plan.tfplan"),
      "plan-json-file": join(directory, "plan.json"),
      "result-file": join(directory, "plan-result.json"),
      "comment-id": String(comment?.id),
      "comment-url": `${pull.github.url}/octo-org/infrastructure/pull/${pull.number}#issuecomment-${comment?.id ?? 0}`,
      summary: "1 to destroy, 1 to replace, 1 to change, 2 to add, 1 to move, 2 outputs change",
    });
    expect(first.post?.stdout).toBe("");
    expect(first.orphans).toEqual([]);
  });

  it("writes one comment, brings it up to date, and writes nothing when nothing is new", () => {
    const comments = pull.github.comments(pull.number);
    expect(comments.map(({ author }) => author)).toEqual(["github-actions[bot]"]);
    const [once = [], twice = [], thrice = []] = writes;
    expect(once).toEqual([`POST /repos/octo-org/infrastructure/issues/${pull.number}/comments`]);
    expect(twice).toEqual(once);
    expect(thrice).toEqual([...once, `PATCH /repos/octo-org/infrastructure/issues/comments/${comments[0]?.id ?? 0}`]);
    expect([again, later].map(({ outputs }) => outputs["comment-id"])).toEqual(
      [again, later].map(() => first.outputs["comment-id"]),
    );
    expect(comments[0]?.body).toContain("1234567891");
    expect([again, later].map(({ outputs }) => outputs["fingerprint"])).toEqual(
      [again, later].map(() => first.outputs["fingerprint"]),
    );
  });

  it("shows every change in the comment, worst first, and the same in the summary", () => {
    const [{ body } = { body: "" }] = pull.github.comments(pull.number);
    for (const markdown of [body, first.summary]) {
      const shown = renderComment(markdown);
      expect(shown.headings[0]?.text).toContain(
        "live/prod: 1 to destroy, 1 to replace, 1 to change, 2 to add, 1 to move",
      );
      const places = ["gone", "replaced", "changed", "new", "renamed"].map((name) =>
        shown.text.indexOf(`terraform_data.${name}`),
      );
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const text of ["triggers_replace", "terraform_data.old", "endpoint", "link", "check.sane", "policy: ok"])
        expect(shown.text).toContain(text);
      expect(shown.text).not.toContain("terraform_data.kept");
      const place = shown.links.find(({ text }) => text.includes("main.tf:"));
      expect(place?.href).toMatch(/\/blob\/[0-9a-f]{40}\/live\/prod\/main\.tf#L\d+$/);
    }
    expect(plain(first.summary)).toContain("From the environment: TF_VAR_password.");
  });

  it("writes a complete result file and a redacted plan that the policy command gets", () => {
    const result = JSON.parse(readFileSync(first.outputs["result-file"] ?? "", "utf8")) as {
      schema: string;
      result: string;
      changes: { category: string; address: string; diff: string }[];
      outputs: { names: string[]; diff: string };
      origin: Record<string, unknown>;
      fingerprint: string;
    };
    expect(result).toMatchObject({ schema: "handrail/terraform-plan/1", result: "changes" });
    expect(result.fingerprint).toBe(first.outputs["fingerprint"]);
    expect(result.changes.map(({ address }) => address)).toEqual([
      "terraform_data.gone",
      "terraform_data.replaced",
      "terraform_data.changed",
      'terraform_data.new["a"]',
      'terraform_data.new["b"]',
      "terraform_data.renamed",
    ]);
    for (const { address, diff } of result.changes.slice(0, -1)) expect([address, diff]).not.toEqual([address, ""]);
    expect(result.outputs.names.sort()).toEqual(["endpoint", "link"]);
    expect(result.origin).toMatchObject({ pullRequest: pull.number, repository: "octo-org/infrastructure" });

    const plan = readFileSync(later.outputs["plan-json-file"] ?? "", "utf8");
    expect((JSON.parse(plan) as { resource_changes: unknown[] }).resource_changes).toHaveLength(7);
    expect(readFileSync(checkout.resolve("dump.json"), "utf8")).toBe(plan);
  });

  it("keeps the plan file and its record together, for nobody else to read", () => {
    const file = first.outputs["plan-file"] ?? "";
    expect(readFileSync(file).subarray(0, 2).toString("latin1")).toBe("PK");
    const record = JSON.parse(readFileSync(`${file}.record.json`, "utf8")) as unknown;
    expect(JSON.stringify(record)).toContain(first.outputs["fingerprint"]);
    for (const path of [file, `${file}.record.json`]) expect(statSync(path).mode & 0o077).toBe(0);
    const names = [...readTree(dirname(file)).keys()].sort();
    expect(names).toEqual(["plan-result.json", "plan.json", "plan.tfplan", "plan.tfplan.record.json"]);
  });

  it("shows a sensitive value nowhere, however it got there", () => {
    const comments = pull.github.comments(pull.number).map(({ body }) => body);
    const texts = [first.stdout, first.stderr, first.summary, JSON.stringify(first.outputs), ...comments];
    for (const text of texts) expect(text).not.toContain(password);
    expect(comments[0]).toContain("(sensitive value)");
    const holders = [...readTree(first.temp)].filter(([, content]) => content.includes(password)).map(([name]) => name);
    expect(holders).toEqual([]);
    expect(readFileSync(checkout.resolve("dump.json"), "utf8")).toContain("(sensitive value)");
  });

  it("hands children neither inputs nor tokens, and later steps nothing", () => {
    const environment = readFileSync(checkout.resolve("dump"), "utf8");
    const names = environment.split("\n").map((line) => line.split("=", 1)[0] ?? "");
    expect(names).toContain("PLAN_JSON");
    expect(environment).toContain("AWS_PROFILE=passed-on");
    expect(
      names.filter((name) =>
        /^(?:INPUT_|ACTIONS_|STATE_|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$|GH_)/.test(name),
      ),
    ).toEqual([]);
    expect(environment).not.toContain(pull.github.token("github-actions"));
    expect(environment).not.toContain("canary-");
    expect([first.env, first.path]).toEqual([{}, []]);
  });
});
