/** What is decided about one wish, in a table: no client, no clock. */
import { describe, expect, it } from "@jest/globals";
import type { PullRequest } from "@handrail/github/repository";
import { digest, slugsOf } from "../decide/slug.ts";
import { stemOf } from "./branch-name.ts";
import { contentOf, nameOf, wordOf } from "./content.ts";
import { markBody } from "./mark.ts";
import type { Mark } from "./mark.ts";
import type { Owner } from "./owner.ts";
import { nextStep } from "./step.ts";
import type { Known } from "./step.ts";
import { clash, isRival, sortPulls, survey } from "./survey.ts";
import type { OwnPull, Pairing } from "./survey.ts";
import { BOT, wish } from "./sync-fixture.ts";

const aws = wish("aws", "6.2.0");
const workflow = { path: ".github/workflows/x.yml", mode: "100644" as const, text: "x" };
const mixed = wish("aws", "6.2.0", { files: [...aws.files, workflow] });
const only = wish("aws", "6.2.0", { files: [workflow] });
const HEAD = "1".repeat(40);

function pull(number: number, changed: Partial<PullRequest> = {}): PullRequest {
  return {
    number,
    headSha: HEAD,
    headRef: aws.branch,
    baseSha: "0".repeat(40),
    baseRef: "main",
    isFork: false,
    labels: [],
    isClosed: false,
    isMerged: false,
    mergeCommitSha: "",
    title: aws.title,
    url: "",
    body: "",
    author: BOT,
    ...changed,
  };
}

const markOf = (desired: typeof aws, changed: Partial<Mark> = {}): Mark => ({
  key: nameOf(desired.key),
  content: contentOf(desired),
  head: HEAD,
  isPartial: false,
  isClosed: false,
  ...changed,
});

function own(number: number, mark: Mark | undefined, changed: Partial<PullRequest> = {}): OwnPull {
  const body = mark === undefined ? "" : markBody(mark, "Text.");
  return { pull: pull(number, { body, ...changed }), ...(mark === undefined ? {} : { mark, key: mark.key }) };
}

const ours = (desired?: typeof aws): Owner => ({
  isOurs: true,
  mergeBase: "0",
  ...(desired === undefined ? {} : { key: "k", content: wordOf(contentOf(desired)) }),
});
const mona: Owner = { isOurs: false, who: "mona" };
const rival = own(3, markOf(wish("aws", "6.1.0")), { headRef: "handrail/bump/hashicorp-aws-6.1.0" });

function known(pairing: Partial<Pairing>, changed: Partial<Known> = {}): Known {
  return {
    pairing: { desired: aws, rivals: [], ...pairing },
    hasRoom: true,
    maxOpen: 10,
    mayWriteWorkflows: undefined,
    ...changed,
  };
}

const open = (branch: object) => ({ do: "publish", branch });
const hold = (reason: string) => ({ do: "hold", reason });
const changed = own(1, markOf(wish("aws", "6.2.0", { ground: "old" })));

describe("a wish without a pull request", () => {
  it.each<[string, Known, object]>([
    ["asks for the past first", known({}), { do: "ask", about: "past" }],
    ["is opened", known({}, { past: null }), open({ do: "create" })],
    ["waits for room", known({}, { hasRoom: false }), hold("limit")],
    [
      "needs no room where it takes another's place",
      known({ rivals: [rival] }, { hasRoom: false, rivals: new Map([[3, ours()]]), past: null }),
      open({ do: "create" }),
    ],
    ["asks whose the other's branch is", known({ rivals: [rival] }), { do: "ask", about: "rivals" }],
    [
      "does not take the place of one that has somebody's commits",
      known({ rivals: [rival] }, { rivals: new Map([[3, mona]]) }),
      hold("human-commits"),
    ],
    [
      "stays closed when it was closed",
      known({}, { past: pull(1, { isClosed: true, body: markBody(markOf(aws), "") }) }),
      hold("closed-by-maintainer"),
    ],
    [
      "stays closed when nothing tells by whom",
      known({}, { past: pull(1, { isClosed: true }) }),
      hold("closed-by-maintainer"),
    ],
    [
      "comes again when we closed it",
      known({}, { past: pull(1, { isClosed: true, body: markBody(markOf(aws, { isClosed: true }), "") }) }),
      open({ do: "create" }),
    ],
    [
      "comes again when it was merged",
      known({}, { past: pull(1, { isClosed: true, isMerged: true }) }),
      open({ do: "create" }),
    ],
    ["asks whose its branch is", known({ branch: HEAD }, { past: null }), { do: "ask", about: "owner" }],
    [
      "takes over a branch that holds it",
      known({ branch: HEAD }, { past: null, owner: ours(aws) }),
      open({ do: "keep", head: HEAD, isPartial: false }),
    ],
    [
      "moves a branch that holds something else",
      known({ branch: HEAD }, { past: null, owner: ours(wish("x", "1")) }),
      open({ do: "move", from: HEAD }),
    ],
    [
      "moves a branch that was merged",
      known({ branch: HEAD }, { past: pull(1, { isClosed: true, isMerged: true }), owner: ours(aws) }),
      open({ do: "move", from: HEAD }),
    ],
    ["leaves somebody's branch", known({ branch: HEAD }, { past: null, owner: mona }), hold("human-commits")],
    ["leaves a place that somebody has", known({ occupant: pull(9, { author: "mona" }) }), hold("human-commits")],
    [
      "is nothing but workflows",
      known({ desired: only }, { mayWriteWorkflows: false }),
      hold("needs-workflows-permission"),
    ],
    ["may be nothing but workflows", known({ desired: only }, { past: null }), open({ do: "create" })],
    [
      "takes over a branch that lacks workflows",
      known({ desired: mixed, branch: HEAD }, { past: null, owner: ours(aws) }),
      open({ do: "keep", head: HEAD, isPartial: true }),
    ],
    [
      "does not when they can be written",
      known({ desired: mixed, branch: HEAD }, { past: null, owner: ours(aws), mayWriteWorkflows: true }),
      open({ do: "move", from: HEAD }),
    ],
  ])("%s", (_, given, step) => {
    expect(nextStep(given)).toMatchObject(step);
  });
});

describe("a wish with a pull request", () => {
  const update = (branch: object) => ({ do: "publish", branch, pull: { number: 1 } });

  it.each<[string, Known, object]>([
    ["is left alone as it is", known({ existing: own(1, markOf(aws)) }), { do: "leave" }],
    [
      "whatever the limit",
      known({ existing: changed }, { hasRoom: false, owner: ours() }),
      update({ do: "move", from: HEAD }),
    ],
    ["asks whose the branch is when it has to change", known({ existing: changed }), { do: "ask", about: "owner" }],
    [
      "asks when the branch is not where we left it",
      known({ existing: own(1, markOf(aws, { head: "2".repeat(40) })) }),
      { do: "ask", about: "owner" },
    ],
    ["is moved", known({ existing: changed }, { owner: ours(wish("x", "1")) }), update({ do: "move", from: HEAD })],
    [
      "gets new words when its branch is there already",
      known({ existing: changed }, { owner: ours(aws) }),
      update({ do: "keep", head: HEAD, isPartial: false }),
    ],
    ["is left to somebody", known({ existing: changed }, { owner: mona }), hold("human-commits")],
    [
      "is left to a run that knows more",
      known({ existing: changed }, { owner: ours(), isNewer: true }),
      { do: "leave" },
    ],
    [
      "without a marker is known by its commit",
      known({ existing: own(1, undefined) }, { owner: ours(aws) }),
      { do: "leave" },
    ],
    [
      "without a marker is brought up to date",
      known({ existing: own(1, undefined) }, { owner: ours() }),
      update({ do: "move", from: HEAD }),
    ],
    [
      "gives way to one with somebody's commits",
      known({ existing: own(1, markOf(aws)), rivals: [rival] }, { rivals: new Map([[3, mona]]), owner: ours(aws) }),
      { do: "yield", to: { pull: { number: 3 } } },
    ],
    [
      "gives way only when it is ours",
      known({ existing: own(1, markOf(aws)), rivals: [rival] }, { rivals: new Map([[3, mona]]), owner: mona }),
      hold("human-commits"),
    ],
    [
      "asks before it gives way",
      known({ existing: own(1, markOf(aws)), rivals: [rival] }, { rivals: new Map([[3, mona]]) }),
      { do: "ask", about: "owner" },
    ],
    [
      "lacking workflows is left alone while nothing is known",
      known({ desired: mixed, existing: own(1, markOf(mixed, { isPartial: true })) }),
      { do: "leave" },
    ],
    [
      "lacking workflows gets them",
      known(
        { desired: mixed, existing: own(1, markOf(mixed, { isPartial: true })) },
        { mayWriteWorkflows: true, owner: ours(aws) },
      ),
      update({ do: "move", from: HEAD }),
    ],
    [
      "that would be nothing but workflows stays",
      known({ desired: only, existing: changed }, { mayWriteWorkflows: false, owner: ours() }),
      hold("needs-workflows-permission"),
    ],
  ])("%s", (_, given, step) => {
    expect(nextStep(given)).toMatchObject(step);
  });
});

describe("the name of a branch without its version", () => {
  const [groupSlug = ""] = slugsOf([{ name: "group-all", version: digest("hashicorp/aws 6.2.0"), identity: "all" }]);
  it.each([
    ["handrail/bump/hashicorp-aws-6.2.0", "handrail/bump/hashicorp-aws"],
    ["handrail/bump/hashicorp-aws-6.2.0-beta1", "handrail/bump/hashicorp-aws"],
    ["handrail/bump/terraform-aws-modules-vpc-aws-v5.1", "handrail/bump/terraform-aws-modules-vpc-aws"],
    [`handrail/bump/${groupSlug}`, "handrail/bump/group-all"],
    ["handrail/bump/terraform-1.9.0", "handrail/bump/terraform"],
    ["handrail/bump/acme-x2", "handrail/bump/acme-x2"],
  ])("%s is %s", (branch, stem) => {
    expect(stemOf(branch)).toBe(stem);
  });
});

describe("what is there beside what is wanted", () => {
  it("tells ours from others'", () => {
    const all = [
      pull(1, { body: markBody(markOf(aws), "") }),
      pull(2, { author: "GitHub-Actions[bot]" }),
      pull(3, { author: "mona", body: markBody(markOf(aws), "") }),
      pull(4, { baseRef: "release" }),
      pull(5, { author: "" }),
    ];
    const { own: mine, others } = sortPulls(all, BOT, "main");
    expect(mine.map((each) => [each.pull.number, each.key])).toEqual([
      [1, aws.key],
      [2, undefined],
    ]);
    expect(others.map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it("pairs by branch, key and target, and tells what is left over", () => {
    const existing = own(1, undefined);
    const sameTarget = own(4, markOf({ ...aws, key: "group" }), { headRef: "handrail/bump/group" });
    const other = own(5, markOf(wish("tls", "1")), { headRef: "handrail/bump/hashicorp-tls-1" });
    const stranger = pull(6, { author: "mona", headRef: "handrail/bump/x", body: markBody(markOf(aws), "") });
    const situation = {
      viewer: BOT,
      own: [existing, rival, sameTarget, other],
      others: [stranger],
      branches: new Map([[aws.branch, HEAD]]),
    };
    const { pairings, unwanted } = survey([aws], situation);
    expect(pairings).toEqual([
      { desired: aws, existing, rivals: [rival, sameTarget], occupant: stranger, branch: HEAD },
    ]);
    expect(unwanted).toEqual([other]);
    expect(survey([wish("tls", "1")], situation).pairings).toMatchObject([{ existing: other, rivals: [] }]);
    expect(isRival(existing, aws)).toBe(false);
  });

  it.each([
    [wish("tls", "1"), false],
    [{ ...wish("tls", "1"), key: aws.key }, true],
    [{ ...wish("tls", "1"), branch: aws.branch }, true],
    [{ ...wish("tls", "1"), target: aws.target }, true],
  ])("%j clashes with another: %j", (desired, is) => {
    expect(clash(desired, [aws]) !== undefined).toBe(is);
  });
});
