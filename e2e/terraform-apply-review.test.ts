/**
 * Every way not to be reviewed, through the built bundle: refused with the reason and what to do, and not one terraform
 * process is started, not even to ask for its version.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parseMarker, renderMarker } from "@handrail/github";
import type { Marker } from "@handrail/github";
import { workspace } from "@handrail/testkit";
import type { NewPullRequest } from "@handrail/testkit";
import { refuseApply } from "./terraform-apply-refusal.ts";
import type { Refused } from "./terraform-apply-refusal.ts";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import type { RunOptions, Target } from "./terraform-apply-stage.ts";
import { foreignCommands, plain } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";
import type { Witness } from "./terraform-witness.ts";

const stage = openApplyStage();
const folder = workspace({}, { git: false, name: "witness" });
const main = 'resource "terraform_data" "a" {\n  input = "a"\n}\n';
const sealed = { "seal-key": sealKey };
/** No pause between tries: what GitHub answers is the same every time. */
const hasty = { nodeArguments: ["--import", "data:text/javascript,Math.random=()=>0"] };

let witness: Witness;
let target: Target;
/** The comments of the reviewed plan, without and with a key. */
let open: string;
let closed: string;

beforeAll(async () => {
  witness = installWitness(folder.path);
  target = await stage.target({ files: { "live/main.tf": main }, inputs: { "working-directory": "live" } });
  const bodyOf = async (options: RunOptions): Promise<string> => {
    const { exitCode, log } = await target.plan(options);
    expect([exitCode, exitCode === 0 ? "" : log]).toEqual([0, ""]);
    const [comment] = target.github.comments();
    target.github.deleteComment(comment?.id ?? 0);
    return comment?.body ?? "";
  };
  open = await bodyOf({});
  closed = await bodyOf({ inputs: sealed });
  await target.merge();
});
afterAll(async () => {
  await stage.clear();
  folder.cleanup();
});

/** The comment with another marker, as somebody would forge it. */
function forged(body: string, change: (marker: Marker) => Partial<Marker>): string {
  const marker = parseMarker(body);
  if (marker === undefined) throw new Error("there is no marker");
  return renderMarker({ ...marker, ...change(marker) }) + body.slice(body.indexOf(" -->") + 4);
}

function withData(body: string, data: Marker["data"]): string {
  return forged(body, (marker) => ({ data: { ...marker.data, ...data } }));
}

/** Refused while these comments are on the pull request. */
async function refused(
  comments: readonly { body: string; author?: string; editor?: string; issue?: number }[],
  options: RunOptions = {},
): Promise<Refused> {
  for (const { body, author = "github-actions", editor, issue = target.number } of comments) {
    const { id } = target.github.addComment({ author, body: editor === undefined ? body : `${body} `, issue });
    if (editor !== undefined) target.github.editComment(id, body, editor);
  }
  const before = target.github.comments();
  try {
    const result = await refuseApply(target, "not-reviewed", { witness, ...options });
    expect(foreignCommands(result)).toEqual([]);
    expect(plain(result.summary)).toContain("not-reviewed");
    // What is not ours is left alone, byte by byte; what is ours may tell of the refusal.
    const after = new Map(target.github.comments().map((comment) => [comment.id, comment.body]));
    for (const { id, body, author } of before) {
      if (author !== "github-actions[bot]") expect(after.get(id)).toBe(body);
    }
    return result;
  } finally {
    for (const { id } of target.github.comments()) target.github.deleteComment(id);
  }
}

describe("the comment", () => {
  it("is missing", async () => {
    const { what, remedy } = await refused([]);
    expect(what).toMatch(/no plan comment of ours for live on pull request \d+/);
    expect(remedy).toContain("same label");
  });

  it.each<[string, Parameters<typeof refused>[0], RegExp, RegExp]>([
    ["H025: was written by a person", [{ body: "", author: "mallory" }], /no plan comment of ours/, /same label/],
    ["was written by another App", [{ body: "", author: "app:other" }], /no plan comment of ours/, /same label/],
    [
      "was edited by a person",
      [{ body: "", editor: "maintainer" }],
      /was edited by maintainer/,
      /run terraform-plan on it again/,
    ],
  ])("%s", async (_, comments, why, remedy) => {
    const result = await refused(comments.map((comment) => ({ ...comment, body: open })));
    expect(result.what).toMatch(why);
    expect(result.remedy).toMatch(remedy);
  });

  it("H026: with a key a marker that another workflow of the same identity forged is none", async () => {
    const other = `hr1:${"0".repeat(64)}`;
    const fake = (body: string, data: Marker["data"]): string => withData(body, data);
    const bodies = [
      open,
      fake(closed, { fingerprint: other }),
      fake(closed, { head: "9".repeat(40) }),
      fake(closed, { outline: "0".repeat(64) }),
      forged(open, () => ({ mac: "A".repeat(43) })),
    ];
    for (const body of bodies) {
      const { what } = await refused([{ body }], { inputs: sealed });
      expect(what).toMatch(/not authenticated with this seal-key|no plan comment of ours/);
    }
  });

  it("is sealed, and there is no key; is sealed with another one; is not sealed, and there is one", async () => {
    expect((await refused([{ body: closed }])).what).toContain("is sealed, but no seal-key was given");
    const another = { inputs: { "seal-key": `${sealKey}x` } };
    expect((await refused([{ body: closed }], another)).what).toMatch(/no plan comment of ours|not authenticated/);
    expect((await refused([{ body: open }], { inputs: sealed })).what).toContain("not authenticated");
  });

  it.each<[string, () => string, RegExp]>([
    ["of another pull request", () => withData(open, { pullRequest: 999 }), /no plan comment of ours/],
    ["of another label", () => forged(open, () => ({ key: "other" })), /no plan comment of ours for live/],
    ["of another repository", () => withData(open, { repository: "o/fork" }), /about another repository/],
    ["of another directory", () => withData(open, { directory: "other" }), /about another directory/],
    ["of another workspace", () => withData(open, { workspace: "prod" }), /about another workspace/],
    ["of an older head", () => withData(open, { head: "9".repeat(40) }), /shows commit 9{40}, but the head/],
    [
      "of a plan that failed",
      () => withData(open, { result: "failed", fingerprint: "" }),
      /could not be made: there is nothing to apply/,
    ],
    ["of a plan without fingerprint", () => withData(open, { fingerprint: "" }), /shows no plan that could be/],
    ["without a marker", () => open.slice(open.indexOf(" -->") + 4), /no plan comment of ours/],
    ["with a marker that is not at its start", () => `Look:\n${open}`, /no plan comment of ours/],
    ["with a marker that is cut off", () => open.slice(5), /no plan comment of ours/],
    ["of another action", () => forged(open, () => ({ action: "terraform-apply" })), /no plan comment of ours/],
  ])("is one %s", async (_, body, why) => {
    const { what, remedy } = await refused([{ body: body() }]);
    expect(what).toMatch(why);
    expect(remedy).not.toBe("");
  });

  it("is the copy of an older one, and beside it", async () => {
    const stale = withData(open, { head: "9".repeat(40) });
    const { what } = await refused([{ body: stale }, { body: forged(stale, () => ({ since: 0 })) }]);
    expect(what).toContain("shows commit 9");
  });

  it("does not become ours by being refused: an edited one is none the second time, either", async () => {
    const { id } = target.github.addComment({ author: "github-actions", body: `${open} `, issue: target.number });
    target.github.editComment(id, open, "maintainer");
    for (const why of [/was edited by maintainer/, /was edited by maintainer|shows no plan that could be applied/]) {
      const { what } = await refuseApply(target, "not-reviewed", { ...hasty, witness });
      expect(what).toMatch(why);
      expect(parseMarker(target.github.comments()[0]?.body ?? "")?.data["fingerprint"]).toBe("");
    }
    target.github.deleteComment(id);
  });

  it("is of a plan that the policy denied", async () => {
    const denied = await stage.target({ files: { "main.tf": main } });
    const plan = await denied.plan({ inputs: { "policy-command": "false" } });
    expect(plan.outputs["result"]).toBe("denied");
    await denied.merge();
    const { what } = await refuseApply(denied, "not-reviewed", { witness });
    expect(what).toContain("was denied: there is nothing to apply");
  });
});

describe("the pull request", () => {
  const dispatch = (number: number, more: RunOptions = {}): RunOptions => ({
    eventName: "workflow_dispatch",
    event: { ref: "refs/heads/main", inputs: {} },
    ...more,
    inputs: { "pull-request": String(number), ...more.inputs },
  });
  const add = (given: NewPullRequest): number => target.github.addPullRequest(given).number;

  it("is not merged, and was not named", async () => {
    const number = add({ headSha: "7".repeat(40) });
    const event = target.github.pullRequestEvent(number, "opened");
    const { what, remedy } = await refused([], { event, eventName: "pull_request" });
    expect(what).toBe(`Pull request ${number} is not merged`);
    expect(remedy).toContain("input pull-request");
  });

  it("H094: comes from a fork and is not merged", async () => {
    const number = add({ headSha: "6".repeat(40), fork: "stranger/infrastructure" });
    const { what } = await refused([], dispatch(number));
    expect(what).toBe(`Pull request ${number} comes from a fork and is not merged`);
    for (const eventName of ["pull_request_target", "workflow_run"]) {
      const event = target.github.pullRequestEvent(number, "opened");
      const workflowRun = { workflow_run: { head_repository: { id: 2, full_name: "stranger/infrastructure" } } };
      const result = await target.apply({
        eventName,
        event: eventName === "workflow_run" ? { ...workflowRun, repository: event["repository"] } : event,
        path: [witness.directory],
      });
      expect([result.exitCode, result.outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    }
    expect(witness.notes()).toEqual([]);
  });

  it("was closed without a merge", async () => {
    const number = add({ headSha: "4".repeat(40), state: "closed" });
    expect((await refused([], dispatch(number))).what).toContain("was closed without a merge");
  });

  it("was merged, but the commit lies beside it", async () => {
    const first = await target.github.commit({ branch: "one", files: { "1.txt": "1" } });
    const number = add({ headRef: "one", headSha: first });
    await target.github.merge(number);
    const beside = await target.github.commit({ branch: "beside", files: { "2.txt": "2" } });
    await target.github.commit({ files: { "3.txt": "3" } });
    const other = add({ headRef: "beside", headSha: beside });
    await target.github.merge(other);
    const { what } = await refused([], dispatch(other, { context: { sha: first } }));
    expect(what).toMatch(/^Commit [0-9a-f]{40} does not hold pull request \d+: it is behind its merge$/);
  });

  it("is not known for the commit that was pushed, or known twice", async () => {
    const nobody = { context: { sha: "e".repeat(40) }, event: { ref: "refs/heads/main" } };
    expect((await refused([], nobody)).what).toContain("is not the result of a merged pull request");
    const sha = "8".repeat(40);
    for (const headSha of ["1".repeat(40), "2".repeat(40)]) add({ headSha, merged: true, mergeCommitSha: sha });
    const twice = { context: { sha }, event: { ref: "refs/heads/main" } };
    expect((await refused([], twice)).what).toContain("is the result of more than one merged pull request");
  });

  it("does not exist", async () => {
    expect((await refused([], dispatch(4711))).what).toMatch(/^The review cannot be read: /);
  });

  it("H049: has a new head since the plan was reviewed", async () => {
    const number = add({ headSha: "3".repeat(40) });
    const body = withData(open, { pullRequest: number });
    const { what } = await refused([{ body, issue: number }], dispatch(number, { context: { sha: "3".repeat(40) } }));
    expect(what).toMatch(/shows commit [0-9a-f]{40}, but the head of pull request \d+ is 3{40}/);
  });

  it("H056: bears labels that say it is approved: a label is no review", async () => {
    target.github.labels(target.number, ["approved", "lgtm", "terraform-apply", "apply"]);
    expect((await refused([])).what).toContain("no plan comment of ours");
    const older = withData(open, { head: "9".repeat(40) });
    expect((await refused([{ body: older }])).what).toContain("shows commit 9");
    target.github.labels(target.number, []);
  });
});

describe("the event", () => {
  const comment = (more: object): object => ({
    body: "apply",
    author_association: "NONE",
    user: { login: "mallory", type: "User" },
    ...more,
  });
  it.each<[string, object]>([
    ["issue_comment", { action: "created", comment: comment({}) }],
    ["issue_comment", { action: "edited", comment: comment({ author_association: "OWNER" }) }],
    ["issue_comment", { action: "created", comment: comment({ user: { login: "a[bot]", type: "Bot" } }) }],
    ["pull_request_review", { action: "submitted", review: { state: "approved", ...comment({}) } }],
    ["pull_request_review_comment", { action: "created", comment: comment({}) }],
    ["commit_comment", { comment: comment({}) }],
    ["discussion_comment", { comment: comment({}) }],
    ["issues", { action: "labeled", label: { name: "apply" } }],
  ])("H052: %s orders nothing, whoever wrote it: %j", async (eventName, payload) => {
    const issue = { number: target.number, pull_request: {}, state: "closed" };
    for (const approval of ["reviewed", "none"]) {
      const options = { eventName, event: { issue, ...payload }, inputs: { approval } };
      const { what } = await refused(approval === "none" ? [] : [{ body: open }], options);
      expect(what).toContain(`An event of ${eventName} does not approve a commit`);
    }
  });

  it("H053: an actor that is trusted elsewhere changes nothing, and nobody asks who it is", async () => {
    const asked = target.github.requests.length;
    const { what } = await refused([], { context: { actor: "dependabot[bot]" } });
    expect(what).toContain("no plan comment of ours");
    const paths = target.github.requests.slice(asked).map(({ path }) => path);
    expect(paths.filter((path) => /collaborators|permission|\/users\//.test(path))).toEqual([]);
  });
});

describe("GitHub", () => {
  it.each<[string, string, "403-permission" | "401" | "500" | "html-200" | "truncated-json" | "null-user", RegExp]>([
    ["may not be read", "GET /repos/*/pulls", "403-permission", /^The review cannot be read: .*/],
    ["does not know the token any more", "* *", "401", /^The review cannot be read: /],
    ["fails on and on", "GET /repos/*/pulls", "500", /^The review cannot be read: /],
    ["fails when comments are listed", "GET /repos/*/comments", "500", /^The review cannot be read: /],
    ["is something else", "GET /repos/*/pulls", "html-200", /^The review cannot be read: /],
    ["answers with half a list", "GET /repos/*/comments", "truncated-json", /^The review cannot be read: /],
    ["does not tell who wrote the comment", "GET /repos/*/comments", "null-user", /no plan comment of ours/],
  ])("%s", async (_, on, fault, why) => {
    const rule = target.github.faults.add({ on, fault, nth: "all" });
    const { what, remedy } = await refused([{ body: open }], { ...hasty, inputs: { comment: "never" } });
    rule.remove();
    expect(what).toMatch(why);
    if (fault === "403-permission") expect(`${what} ${remedy}`).toContain("pull-requests: read");
  });

  it("goes on, with a warning, when only the history of the comment cannot be read", async () => {
    const rule = target.github.faults.add({ on: "POST /graphql", fault: "500", nth: "all" });
    const { id } = target.github.addComment({ author: "github-actions", body: open, issue: target.number });
    const result = await target.apply({ ...hasty, inputs: { "dry-run": "true" } });
    rule.remove();
    target.github.deleteComment(id);
    expect(result).toMatchObject({ exitCode: 0, outputs: { "failure-reason": "" } });
    expect(plain(result.summary)).toContain("Whether somebody edited it could not be found out");
  });
});
