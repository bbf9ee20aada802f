/** terraform-bump from its bundle: real git, a registry and a GitHub on loopback, pull requests over their whole life. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openBumpStage, type BumpStage } from "./terraform-bump-stage.ts";

const open: { stage?: BumpStage } = {};
afterEach(() => open.stage?.close());

const versions = `terraform {
  required_version = "~> 1.5" # the team's floor
  required_providers {
    foo = {
      source  = "acme/foo"
      version = "~> 1.2"
    }
  }
}
`;
const files = {
  "live/prod/versions.tf": versions,
  "live/prod/main.tf": 'module "network" {\r\n  source  = "shop/network/generic"\r\n  version = "~> 2.1.0"\r\n}\r\n',
  ".terraform-version": "1.5.7\n",
};
const registry = {
  providers: [{ source: "acme/foo", versions: ["1.2.0", "1.3.0", "2.0.1"] }],
  modules: [{ source: "shop/network/generic", versions: ["2.1.0", "2.2.0"] }],
};

/** Opens the stage with the repository above. */
async function begin(more: Readonly<Record<string, string>> = {}): Promise<BumpStage> {
  open.stage = await openBumpStage({ ...files, ...more }, { registry, versions: ["1.5.7", "1.11.4"] });
  return open.stage;
}

function branchOf(pulls: readonly Readonly<Record<string, unknown>>[], part: string): string {
  const found = pulls.map(({ branch }) => String(branch)).filter((branch) => branch.includes(part));
  expect(found).toHaveLength(1);
  return found[0] ?? "";
}

describe("terraform-bump", () => {
  it("opens a pull request for each dependency with nothing but versions changed, and none of it twice", async () => {
    const stage = await begin();
    const first = await stage.bump();
    expect(first.result).toMatchObject({ exitCode: 0, outputs: { result: "updated", count: "3" } });
    expect(first.updates).toMatchObject([
      {
        dependency: "shop/network/generic",
        kind: "module",
        from: "2.1.0",
        to: "2.2.0",
        "constraint-after": "~> 2.2.0",
      },
      { dependency: "acme/foo", kind: "provider", from: "1.3.0", to: "2.0.1", files: ["live/prod/versions.tf"] },
      { dependency: "terraform", kind: "terraform", from: "1.5.7", to: "1.11.4", files: [".terraform-version"] },
    ]);
    expect(first.pulls.map(({ state }) => state)).toEqual(["created", "created", "created"]);
    expect(await stage.read(branchOf(first.pulls, "network"), "live/prod/main.tf")).toBe(
      files["live/prod/main.tf"].replace("2.1.0", "2.2.0"),
    );
    expect(await stage.read(branchOf(first.pulls, "foo"), "live/prod/versions.tf")).toBe(
      versions.replace("~> 1.2", "~> 2.0"),
    );
    expect(await stage.read(branchOf(first.pulls, "terraform-1"), ".terraform-version")).toBe("1.11.4\n");
    const again = await stage.bump();
    expect(again.result).toMatchObject({ exitCode: 0, outputs: { result: "up-to-date" } });
    expect(again.writes).toEqual([]);
    expect(again.pulls.map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  it("opens the next one when a newer version comes, and closes the former with a link", async () => {
    const stage = await begin();
    const before = branchOf((await stage.bump()).pulls, "foo");
    await stage.registry.addProvider({ source: "acme/foo", versions: ["1.2.0", "1.3.0", "2.0.1", "2.1.0"] });
    const { pulls, result } = await stage.bump();
    expect(result.exitCode).toBe(0);
    const after = branchOf(
      pulls.filter(({ state }) => state === "created"),
      "foo",
    );
    expect(after).not.toBe(before);
    const former = stage.github.issues().find(({ pull }) => pull?.head.ref === before);
    const latter = stage.github.issues().find(({ pull }) => pull?.head.ref === after);
    expect(former).toMatchObject({ state: "closed" });
    expect(latter).toMatchObject({ state: "open", title: "Bump provider acme/foo from 1.3.0 to 2.1.0" });
    expect(stage.github.comments(former?.number).map(({ body }) => body)).toEqual([
      expect.stringContaining(`#${latter?.number ?? 0}`),
    ]);
  });

  it("leaves closed what a maintainer closed, until a newer version comes", async () => {
    const stage = await begin();
    const { pulls } = await stage.bump();
    const foo = pulls.find(({ branch }) => String(branch).includes("foo"));
    await stage.github.closePull(Number(foo?.["number"]));
    const second = await stage.bump();
    expect(second.writes).toEqual([]);
    expect(second.held).toMatchObject([{ dependency: "acme/foo", to: "2.0.1", reason: "closed-by-maintainer" }]);
    await stage.registry.addProvider({ source: "acme/foo", versions: ["1.3.0", "2.0.1", "2.0.2"] });
    const third = await stage.bump();
    expect(third.pulls.filter(({ state }) => state === "created")).toHaveLength(1);
  });

  it("never touches a branch that somebody committed to", async () => {
    const stage = await begin();
    const branch = branchOf((await stage.bump()).pulls, "foo");
    const theirs = await stage.github.commit({ branch, files: { "live/prod/fix.tf": "# theirs\n" }, author: "mona" });
    await stage.registry.addProvider({ source: "acme/foo", versions: ["1.3.0", "2.0.1", "2.1.0"] });
    await stage.commit({ "live/prod/other.tf": "# moved on\n" });
    const { held } = await stage.bump();
    expect(held).toContainEqual(expect.objectContaining({ dependency: "acme/foo", reason: "human-commits" }));
    expect((await stage.github.branches())[branch]).toBe(theirs);
    const openOnes = stage.github.issues().filter(({ state, title }) => state === "open" && title.includes("acme/foo"));
    expect(openOnes).toHaveLength(1);
  });

  it("brings an open one up to date when what it stands on moves, and only then", async () => {
    const stage = await begin();
    const branch = branchOf((await stage.bump()).pulls, "foo");
    await stage.commit({ "README.md": "# nothing to do with it\n" });
    expect((await stage.bump()).writes).toEqual([]);
    await stage.commit({ "live/prod/versions.tf": `# a new line\n${versions}` });
    const { pulls } = await stage.bump();
    expect(pulls).toContainEqual(expect.objectContaining({ branch, state: "updated" }));
    expect(await stage.read(branch, "live/prod/versions.tf")).toBe(
      `# a new line\n${versions.replace("~> 1.2", "~> 2.0")}`,
    );
  });

  it("waits with the next rung for the merge and the apply of the former", async () => {
    const stage = await begin({ ".terraform-version": "0.13.7\n", "live/prod/versions.tf": "" });
    for (const version of ["0.13.7", "0.14.11"]) await stage.releases.add({ version });
    const first = await stage.bump({ inputs: { dependencies: "terraform" } });
    expect(first.updates).toMatchObject([{ from: "0.13.7", to: "0.14.11" }]);
    expect(first.held).toContainEqual(expect.objectContaining({ to: "1.11.4", reason: "later-rung" }));
    const opened = await stage.bump({ inputs: { dependencies: "terraform" } });
    expect(opened.held).toContainEqual(expect.objectContaining({ to: "1.11.4", reason: "waits-for-merge" }));
    const number = Number(first.pulls[0]?.["number"]);
    await stage.github.merge(number);
    await stage.pull();
    const { owner, repo } = stage.github.repository;
    const record = async (state: string): Promise<void> => {
      const call = (path: string, body: unknown): Promise<Response> =>
        fetch(`${stage.github.apiUrl}/repos/${owner}/${repo}/${path}`, {
          method: "POST",
          headers: { authorization: `Bearer ${stage.github.token("github-actions")}` },
          body: JSON.stringify(body),
        });
      const payload = { label: "live/prod", directory: "live/prod" };
      const made = { ref: "main", task: "terraform-apply", environment: "production", payload };
      const answer = await call("deployments", { ...made, auto_merge: false, required_contexts: [] });
      const { id } = (await answer.json()) as { id: number };
      await call(`deployments/${id}/statuses`, { state });
    };
    await record("failure");
    const second = await stage.bump({ inputs: { dependencies: "terraform" } });
    expect(second.updates).toEqual([]);
    expect(second.held).toContainEqual(
      expect.objectContaining({ from: "0.14.11", to: "1.11.4", reason: "waits-for-apply" }),
    );
    await record("success");
    const third = await stage.bump({ inputs: { dependencies: "terraform" } });
    expect(third.updates).toMatchObject([{ from: "0.14.11", to: "1.11.4" }]);
  });

  it("goes on without what fails, lists it, and fails", async () => {
    const stage = await begin({
      "live/broken/main.tf": 'terraform {\n  required_providers {\n    foo = { source = "acme/foo"\n',
      "live/other/main.tf":
        'terraform {\n  required_providers {\n    gone = {\n      source  = "acme/gone"\n      version = "1.0.0"\n    }\n  }\n}\n',
    });
    const { result, held, pulls } = await stage.bump();
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "incomplete" } });
    expect(pulls).toHaveLength(3);
    expect(held.filter(({ failure }) => failure === true)).toMatchObject([
      { dependency: "acme/gone", reason: "lookup-failed" },
      { reason: "unreadable-file", file: "live/broken/main.tf" },
    ]);
    const error = result.annotations.find(({ level }) => level === "error");
    expect(error?.message).toContain("Not everything could be brought up to date");
    expect(result.summary).toContain("acme/gone");
    expect(result.summary).toContain("live/broken/main.tf");
  });

  it("leaves workflow files out with github.token, and takes them along with an App's", async () => {
    const workflow =
      "jobs:\n  plan:\n    steps:\n      - uses: hashicorp/setup-terraform@v3\n        with:\n          terraform_version: 1.5.7\n";
    const stage = await begin({ ".github/workflows/plan.yml": workflow });
    const first = await stage.bump({ inputs: { dependencies: "terraform" } });
    expect(first.held).toContainEqual(
      expect.objectContaining({ reason: "needs-workflows-permission", file: ".github/workflows/plan.yml" }),
    );
    const branch = branchOf(first.pulls, "terraform");
    expect(await stage.read(branch, ".github/workflows/plan.yml")).toBe(workflow);
    expect(stage.github.issues()[0]?.body).toContain("plan.yml");
    const second = await stage.bump({ as: "app", inputs: { dependencies: "terraform", "branch-prefix": "app/bump" } });
    const app = branchOf(second.pulls, "app/bump");
    expect(await stage.read(app, ".github/workflows/plan.yml")).toBe(workflow.replace("1.5.7", "1.11.4"));
  });

  it("names the setting that keeps Actions from opening pull requests", async () => {
    const stage = await begin();
    stage.github.settings({ mayActionsOpenPulls: false });
    const { result } = await stage.bump();
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed" } });
    expect(result.annotations[0]?.message).toContain("Allow GitHub Actions to create and approve pull requests");
  });

  it("fails at once when it may not read, and names the permission", async () => {
    const stage = await begin();
    stage.github.permit({ contents: "read" });
    const { result, writes } = await stage.bump();
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "github-forbidden" } });
    expect(result.annotations.map(({ message }) => message).join("\n")).toContain("pull-requests: read");
    expect(writes).toEqual([]);
  });

  it("proves again what was not proven, and once it is, no more", async () => {
    const stage = await begin({ "live/prod/versions.tf": "", ".terraform-version": "" });
    const inputs = { dependencies: "modules" };
    const first = await stage.bump({ inputs });
    expect(stage.github.issue(1).body).toContain("Not verified");
    expect(first.pulls).toMatchObject([{ state: "created" }]);
    expect((await stage.bump({ inputs })).writes).toEqual([]);
    const proven = await stage.bump({ inputs: { ...inputs, verify: "validate" } });
    expect(proven.pulls).toMatchObject([{ state: "updated" }]);
    expect(stage.github.issue(1).body).not.toContain("Not verified");
    const again = await stage.bump({ inputs: { ...inputs, verify: "validate" } });
    expect([again.writes, again.result.outputs["result"]]).toEqual([[], "up-to-date"]);
  });

  it("changes nothing in a dry run", async () => {
    const stage = await begin();
    const { result, writes, updates } = await stage.bump({ inputs: { "dry-run": "true" } });
    expect(result).toMatchObject({ exitCode: 0, outputs: { result: "updated", count: "3" } });
    expect(writes).toEqual([]);
    expect(updates).toHaveLength(3);
    expect(stage.github.issues()).toEqual([]);
  });

  it("says what is wrong with its inputs, all at once, and asks nobody", async () => {
    const stage = await begin();
    const inputs = {
      strategy: "guess",
      group: "[",
      ignore: ">= 1",
      "branch-prefix": "",
      "minimum-release-age": "soon",
    };
    const before = stage.registry.requests.length;
    const { result, writes } = await stage.bump({ inputs });
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "invalid-input" } });
    for (const name of Object.keys(inputs).filter((each) => each !== "branch-prefix"))
      expect(result.annotations.map(({ message }) => message).join("\n")).toContain(name);
    expect([writes, stage.registry.requests.length]).toEqual([[], before]);
  });
});
