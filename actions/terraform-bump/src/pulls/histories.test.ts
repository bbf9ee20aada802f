/**
 * Simulated histories: releases, merges, commits and force-pushes of people, closed and reopened pull requests, deleted
 * branches, a base that moves, faults, and runs of ours between them, also two at once and late ones.
 */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed, startGitHub } from "@handrail/testkit";
import type { GitHub, Issue } from "@handrail/testkit";
import type { DesiredPullRequest } from "./desired.ts";
import { fileOn, openPulls, PREFIX, runSync, wish } from "./sync-fixture.ts";
import type { Run, RunOptions } from "./sync-fixture.ts";

const NAMES = ["aws", "tls", "dns"];
const DEEDS = [
  "release", "run", "run", "run", "two runs", "two views", "late run", "broken run", "half-blind run", "merge", "close", "reopen",
  "commit", "commit", "rewrite", "take away", "delete branch", "update branch", "move base", "edit body", "leave a branch",
] as const; // prettier-ignore

/** What happens; `pick` chooses which one it happens to. */
type Deed = { deed: (typeof DEEDS)[number]; pick: number };

/** A look at the repository: what a run would want. */
type View = { desired: DesiredPullRequest[]; sha: string };

class History {
  readonly github: GitHub;
  readonly released = new Map(NAMES.map((name) => [name, 1]));
  /** Commits of people that nobody has thrown away. */
  readonly theirs = new Set<string>();
  views: View[] = [];

  constructor(github: GitHub) {
    this.github = github;
  }

  async look(): Promise<View> {
    const desired: DesiredPullRequest[] = [];
    for (const name of NAMES) {
      const text = (await fileOn(this.github, "main", `live/${name}.tf`)) ?? "";
      const newest = `${this.released.get(name) ?? 0}.0.0`;
      const next = text.replace(/"[0-9.]+"/, `"${newest}"`);
      const files = [{ path: `live/${name}.tf`, mode: "100644" as const, text: next }];
      if (next !== text) desired.push(wish(name, newest, { files, ground: text.trim() }));
    }
    const view = { desired, sha: (await this.github.branches())["main"] ?? "" };
    this.views.push(view);
    return view;
  }

  run({ desired, sha }: View, options: RunOptions = {}): Promise<Run> {
    return runSync(this.github, desired, { base: { branch: "main", sha }, maxOpen: 2, labels: ["deps"], ...options });
  }

  async reachable(): Promise<Set<string>> {
    const heads = new Set(Object.values(await this.github.branches()));
    const all = await Promise.all([...heads].map((head) => this.github.history(head)));
    return new Set(all.flat());
  }

  /** Somebody does something that may throw away commits: theirs to decide. */
  async byHand(task: () => Promise<unknown>): Promise<void> {
    const before = await this.reachable();
    await task();
    const after = await this.reachable();
    for (const sha of before) if (!after.has(sha)) this.theirs.delete(sha);
  }

  async commit(given: Parameters<GitHub["commit"]>[0]): Promise<void> {
    await this.byHand(async () => this.theirs.add(await this.github.commit({ author: "mona", ...given })));
  }
}

const ours = ({ author }: Issue): boolean => author.login === "github-actions[bot]";
const at = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];
let count = 0;

async function happen(history: History, { deed, pick }: Deed): Promise<void> {
  const { github } = history;
  const open = at(openPulls(github), pick);
  const branch = at(
    Object.keys(await github.branches()).filter((each) => each.startsWith(PREFIX)),
    pick,
  );
  const name = at(NAMES, pick) ?? "";
  const files = { [`by-hand-${(count += 1)}`]: "1" };
  switch (deed) {
    case "release":
      history.released.set(name, (history.released.get(name) ?? 0) + 1);
      break;
    case "run":
      await history.run(await history.look());
      break;
    case "two runs": {
      const view = await history.look();
      await Promise.all([history.run(view), history.run(view)]);
      break;
    }
    case "two views": {
      const early = await history.look();
      history.released.set(name, (history.released.get(name) ?? 0) + 1);
      await Promise.all([history.run(early), history.run(await history.look())]);
      break;
    }
    case "late run":
      await history.run(at(history.views, pick) ?? (await history.look()));
      break;
    case "broken run": {
      const on =
        at(["POST /repos/:o/:r/*", "PATCH /repos/*", "POST /graphql", "GET /repos/:o/:r/compare/*"], pick) ?? "";
      github.faults.add({
        on,
        fault: "503",
        nth: "all",
        when: (each) => on !== "POST /graphql" || each.text.includes("updateRefs"),
      });
      await history.run(await history.look());
      github.faults.clear();
      break;
    }
    case "half-blind run": {
      const { desired, sha } = await history.look();
      const blind = wish(name, "0").key;
      await history.run(
        { desired: desired.filter(({ key }) => key !== blind), sha },
        { isUnknown: (key) => key === blind },
      );
      break;
    }
    case "merge":
      if (open !== undefined)
        await github.merge(open.number, { method: at(["merge", "squash", "rebase"] as const, pick) ?? "merge" });
      break;
    case "close":
      if (open !== undefined) await github.closePull(open.number, "mona");
      break;
    case "reopen": {
      const closed = at(
        github.issues().filter((each) => each.state === "closed" && each.pull?.mergedAt === null),
        pick,
      );
      if (closed === undefined) break;
      const headers = { authorization: `Bearer ${github.token("mona")}` };
      const url = `${github.apiUrl}/repos/octo-org/infrastructure/pulls/${closed.number}`;
      await fetch(url, { method: "PATCH", headers, body: JSON.stringify({ state: "open" }) });
      break;
    }
    case "commit":
      if (branch !== undefined) await history.commit({ branch, files });
      break;
    case "rewrite":
      if (branch !== undefined)
        await history.commit({ branch, files, parent: (await github.branches())["main"] ?? "" });
      break;
    case "take away": {
      const [head, below] = branch === undefined ? [] : await github.history((await github.branches())[branch] ?? "");
      if (head === undefined || below === undefined) break;
      await history.byHand(() =>
        github.upstream.request("PATCH", `/repos/octo-org/infrastructure/git/refs/heads/${branch ?? ""}`, {
          sha: below,
          force: true,
        }),
      );
      break;
    }
    case "delete branch":
      if (branch !== undefined) await history.byHand(() => github.deleteBranch(branch, "mona"));
      break;
    case "update branch":
      if (open !== undefined) {
        await github.updateBranch(open.number, "mona").then(
          (sha) => history.theirs.add(sha),
          () => undefined,
        );
      }
      break;
    case "move base":
      await github.commit({
        files:
          pick % 2 === 0
            ? files
            : { [`live/${name}.tf`]: `# ${pick}\n${(await fileOn(github, "main", `live/${name}.tf`)) ?? ""}` },
      });
      break;
    case "edit body":
      if (open !== undefined) open.body = pick % 2 === 0 ? "Mine." : `${open.body ?? ""}\nA word.`;
      break;
    case "leave a branch":
    default:
      await history.commit({ branch: `${PREFIX}/by-hand-${pick % 3}`, files });
  }
}

/** What must be true whatever has happened. */
async function judge(history: History): Promise<void> {
  const reachable = await history.reachable();
  expect([...history.theirs].filter((sha) => !reachable.has(sha))).toEqual([]);
}

const heldKeys = ({ held }: Run): string[] => held.map(({ key }) => key).toSorted((a, b) => a.localeCompare(b));

/** What must be true when a run has come to its end undisturbed. */
async function judgeSettled(history: History): Promise<void> {
  const { github } = history;
  const view = await history.look();
  const run = await history.run(view);
  const again = await history.run(view);
  expect([again.writes, heldKeys(again)]).toEqual([[], heldKeys(run)]);
  expect(again.results.every(({ state }) => state === "unchanged")).toBe(true);
  const reachable = await history.reachable();
  expect([...history.theirs].filter((sha) => !reachable.has(sha))).toEqual([]);
  const branches = await github.branches();
  for (const name of NAMES) {
    const open = openPulls(github).filter((each) => ours(each) && each.pull?.head.ref.includes(`-${name}-`) === true);
    const touched: Issue[] = [];
    for (const each of open) {
      const own = new Set(await github.history(branches[each.pull?.head.ref ?? ""] ?? "main"));
      const below = new Set(await github.history(branches["main"] ?? ""));
      if ([...history.theirs].some((sha) => own.has(sha) && !below.has(sha))) touched.push(each);
    }
    // Only people can open a second one, by reopening what they have committed to.
    expect(open.length).toBeLessThanOrEqual(Math.max(1, touched.length));
    const desired = view.desired.find(({ key }) => key === wish(name, "0").key);
    if (desired === undefined || run.held.some(({ key }) => key === desired.key)) continue;
    expect(open.map((each) => each.pull?.head.ref)).toEqual([desired.branch]);
    expect(await fileOn(github, desired.branch, `live/${name}.tf`)).toBe(desired.files[0]?.text);
  }
}

describe("200 histories", () => {
  it("lose no commit of anybody, leave no two pull requests for one target, and come to rest", async () => {
    const deeds = fc.array(fc.record({ deed: fc.constantFrom(...DEEDS), pick: fc.nat(11) }), {
      minLength: 4,
      maxLength: runs(10, 30),
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const files = Object.fromEntries(NAMES.map((name) => [`live/${name}.tf`, 'version = "0.0.0"\n']));
        const history = new History(await startGitHub({ files }));
        try {
          for (const [index, each] of all.entries()) {
            await happen(history, each);
            await judge(history);
            if (index % 4 === 3) await judgeSettled(history);
          }
          await judgeSettled(history);
        } finally {
          await history.github.close();
        }
      }),
      { numRuns: runs(20, 200), seed: seed() },
    );
  });
});
