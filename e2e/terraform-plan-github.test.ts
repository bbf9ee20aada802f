/**
 * The bundle of terraform-plan against a GitHub that fails, races, and holds comments of others: the plan's result never
 * depends on it, and there is one comment of our own at most.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { installFakeTerraform, startLoopback } from "@handrail/testkit";
import type { ActionOptions, ActionResult, Workspace } from "@handrail/testkit";
import { apply, openStage, plain, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";

const stage = openStage();
afterAll(() => stage.clear());

let checkout: Workspace;
beforeAll(() => {
  checkout = stage.checkout({ "main.tf": 'resource "terraform_data" "a" {\n  input = "x"\n}\n' });
});

let pull: PullStage;
afterEach(() => pull.github.close());

async function open(...given: Parameters<typeof startPull>): Promise<void> {
  pull = await startPull(...given);
}

/** A good plan, whatever GitHub does. */
async function planned(more: Partial<ActionOptions> = {}): Promise<ActionResult> {
  const { github, event } = pull;
  const result = await stage.plan({ workspace: stage.copy(checkout), github, event, ...more });
  expect(result).toMatchObject({ exitCode: 0, conclusion: "success", failures: [] });
  expect(result.outputs).toMatchObject({ result: "changes", "failure-reason": "", "to-add": "1" });
  expect(result.outputs["plan-file"]).toMatch(/plan\.tfplan$/);
  expect(plain(result.summary)).toContain("terraform_data.a will be created");
  return result;
}

/** The one warning of a run without a comment; the summary says the same. */
function expectWarned(result: ActionResult): string {
  const warnings = result.annotations.filter(({ level }) => level === "warning").map(({ message }) => message);
  expect(warnings).toHaveLength(1);
  const [warning = ""] = warnings;
  expect(warning).toContain("not on the pull request, only in the step summary");
  expect(plain(result.summary)).toContain(warning);
  expect(result.outputs["comment-id"] ?? "").toBe("");
  expect(pull.github.comments(pull.number)).toEqual([]);
  return warning;
}

describe("no comment is possible", () => {
  it("H104: the permission is missing, and is named", async () => {
    await open({ permissions: { contents: "read", "pull-requests": "read" } });
    expect(expectWarned(await planned())).toContain("pull-requests: write");
  });

  it("the job grants nothing for pull requests: what is named is enough", async () => {
    await open({ permissions: { contents: "read" } });
    expect(expectWarned(await planned())).toContain("`permissions: pull-requests: write`");
  });

  it("a fork's pull request, whose token only reads", async () => {
    await open(
      { permissions: { contents: "read", issues: "read", "pull-requests": "read" } },
      { fork: "stranger/infrastructure" },
    );
    expect(expectWarned(await planned())).toContain("pull-requests: write");
  });

  it("H104: the pull request is locked", async () => {
    await open();
    pull.github.issue(pull.number).isLocked = true;
    expect(expectWarned(await planned())).toContain("locked");
  });

  it.each([
    ["H104: the pull request is gone", "410"],
    ["H107: something else answers", "html-200"],
    ["H107: what answers is cut off", "truncated-json"],
  ] as const)("%s", async (_, fault) => {
    await open({ faults: [{ on: "GET /repos/*/comments", fault, nth: "all" }] });
    expectWarned(await planned());
  });

  it("H101: the token has expired; GitHub is not stormed", async () => {
    await open({ faults: [{ on: "* *", fault: "401", nth: "all" }] });
    expect(expectWarned(await planned())).toMatch(/token|401/);
    expect(pull.github.requests.length).toBeLessThan(6);
  });

  it("never, without a token: GitHub is not asked at all", async () => {
    await open();
    await planned({ inputs: { comment: "never", "github-token": "" } });
    expect(pull.github.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(pull.github.requests.filter(({ headers }) => headers["authorization"] !== undefined)).toEqual([]);
  });
});

describe("GitHub fails on the way", () => {
  it("H097: the comment is stored and the answer is a 502: there is one comment", async () => {
    await open({ faults: [{ on: "POST /repos/*/comments", fault: "commit-then-502" }] });
    const { outputs, annotations } = await planned();
    const comments = pull.github.comments(pull.number);
    expect(comments.map(({ id }) => String(id))).toEqual([outputs["comment-id"]]);
    expect(annotations).toEqual([]);
  });

  it("H109: everything stays below the path of a GitHub Enterprise Server", async () => {
    await open();
    const server = await startLoopback(async ({ method, path, query, headers, text }) => {
      const inside = path.replace(/^\/api(?:\/v3)?\//, "/");
      const answer = await fetch(`${pull.github.url}${inside}?${query.toString()}`, {
        method,
        headers: { authorization: headers["authorization"] ?? "", "content-type": "application/json" },
        ...(text === "" ? {} : { body: text }),
      });
      return { status: answer.status, headers: { "content-type": "application/json" }, body: await answer.text() };
    });
    const apiUrl = `${server.url}/api/v3`;
    const context = { serverUrl: server.url, apiUrl, graphqlUrl: `${server.url}/api/graphql` };
    await planned({ context });
    const { outputs } = await planned({ context: { ...context, runId: "9" } });
    const paths = server.requests.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith("/api/v3/") && path !== "/api/graphql")).toEqual([]);
    expect(paths).toContain("/api/graphql");
    expect(pull.github.requests).toHaveLength(paths.length);
    expect(pull.github.comments(pull.number).map(({ id }) => String(id))).toEqual([outputs["comment-id"]]);
    expect(plain(pull.github.comments(pull.number)[0]?.body ?? "")).toContain("run 9");
    await server.close();
  });

  it("H106: three runs of one target race, and one comment of ours is left", async () => {
    await open();
    pull.github.barrier("POST /repos/*/comments", 3);
    const runs = await Promise.all(["1", "2", "3"].map((runId) => planned({ context: { runId } })));
    const comments = pull.github.comments(pull.number);
    expect(comments).toHaveLength(1);
    expect(runs.map(({ outputs }) => outputs["comment-id"])).toEqual(runs.map(() => String(comments[0]?.id)));
  });
});

describe("comments that are not ours", () => {
  it("H025: a look-alike of a person is left alone and warned about", async () => {
    await open();
    await planned();
    const [own] = pull.github.comments(pull.number);
    const body = own?.body ?? "";
    pull.github.deleteComment(own?.id ?? 0);
    const fake = pull.github.addComment({ author: "mallory", body, issue: pull.number });
    const result = await planned({ context: { runId: "7" } });
    const comments = pull.github.comments(pull.number);
    expect(comments.map(({ author }) => author)).toEqual(["mallory", "github-actions[bot]"]);
    expect(comments[0]).toEqual(fake);
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: "warning", message: expect.stringContaining(String(fake.id)) as unknown }),
    ]);
    expect(plain(result.summary)).toContain(`Comment ${fake.id} looks like a plan comment`);
  });

  it("two labels have a comment each", async () => {
    await open();
    await planned({ inputs: { label: "one" } });
    await planned({ inputs: { label: "two" } });
    await planned({ inputs: { label: "one" }, context: { runId: "8" } });
    expect(pull.github.comments(pull.number)).toHaveLength(2);
  });
});

describe("when to comment", () => {
  it("changes: nothing new for a plan without changes, but an old comment is brought up to date", async () => {
    await open();
    const applied = stage.copy(checkout);
    await apply(applied.path);
    const inputs = { comment: "changes" };
    const run = { workspace: applied, github: pull.github, event: pull.event, inputs };
    expect((await stage.plan(run)).outputs).toMatchObject({ result: "no-changes", "has-changes": "false" });
    expect(pull.github.comments(pull.number)).toEqual([]);
    await planned({ inputs });
    expect(plain(pull.github.comments(pull.number)[0]?.body ?? "")).toContain("1 to add");
    await stage.plan(run);
    expect(pull.github.comments(pull.number)).toHaveLength(1);
    expect(plain(pull.github.comments(pull.number)[0]?.body ?? "")).toContain("no changes");
  });

  it("H086: says at the top that the lock file or the guardrails change", async () => {
    await open({}, { files: [".terraform.lock.hcl", ".github/handrail.yml"] });
    await planned();
    const text = plain(pull.github.comments(pull.number)[0]?.body ?? "");
    const places = [".terraform.lock.hcl", "changes the guardrails", "terraform_data.a"].map((part) =>
      text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("H036: a hostile title and branch become nothing", async () => {
    const title = "$(touch pwned) `id` ${{ secrets.X }} ::error::x\n::add-mask::y";
    await open({}, { title, headRef: "a$(touch${IFS}pwned)" });
    const fresh = stage.copy(checkout);
    const { commands } = await planned({ workspace: fresh });
    expect(commands.filter(({ name }) => name !== "add-mask").map(({ raw }) => raw)).toEqual([]);
    expect(fresh.has("pwned")).toBe(false);
  });
});

describe("without a pull request", () => {
  it("says it all in the summary", async () => {
    await open();
    await planned({ event: { ref: "refs/heads/main" } });
    expect(pull.github.requests).toEqual([]);
  });
});

describe("OpenTofu", () => {
  it("runs a binary of that name from terraform-path, and says so", async () => {
    await open();
    const event = { "@level": "info", "@message": "OpenTofu 1.9.0", type: "version", tofu: "1.9.0", ui: "1.2" };
    const line = `${JSON.stringify(event)}\n`;
    const tofu = installFakeTerraform({
      directory: stage.checkout().path,
      name: "tofu",
      version: "1.9.0",
      script: {
        init: { stdout: line },
        plan: { stdout: line, exit: 0, files: { "{out}": "PK" } },
        fmt: {},
        show: { stdout: JSON.stringify({ format_version: "1.2", terraform_version: "1.9.0", resource_changes: [] }) },
      },
    });
    const { github, event: opened } = pull;
    const result = await stage.plan({
      workspace: stage.copy(checkout),
      github,
      event: opened,
      inputs: { "terraform-path": tofu.path },
    });
    expect(result.outputs).toMatchObject({ result: "no-changes", "has-changes": "false" });
    expect(plain(pull.github.comments(pull.number)[0]?.body ?? "")).toContain("OpenTofu 1.9.0");
  });
});
