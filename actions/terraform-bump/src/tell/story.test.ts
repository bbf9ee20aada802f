/** What one run tells: the step's summary, the log, the outputs. */
import { describe, expect, it } from "@jest/globals";
import { SUMMARY_LIMIT_BYTES } from "@handrail/github";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Held } from "../decide/update.ts";
import type { PullRequestResult } from "../pulls/desired.ts";
import { heldReasons } from "./held-words.ts";
import { hostileTexts } from "./hostile-fixture.ts";
import { renderLog } from "./log.ts";
import { heldOutput, pullRequestsOutput, updatesOutput } from "./outputs.ts";
import { context, held, lock, proof, proposal, provider, root, terraform, update } from "./proposal-fixture.ts";
import { summariseStory, type Story } from "./story.ts";
import { renderSummary } from "./summary.ts";

const pull = (number: number, state: PullRequestResult["state"], key = "k"): PullRequestResult => ({
  key,
  number,
  url: `https://github.com/octo-org/infrastructure/pull/${number}`,
  branch: `handrail/bump/x-${number}`,
  state,
});

const aws = proposal([update({ dependency: provider("hashicorp", "aws"), from: "5.99.0", to: "6.2.0" })]);
const core = proposal([update({ dependency: terraform, from: "1.9.8", to: "1.11.4" })]);

function story(given: Partial<Story> = {}): Story {
  return { result: "updated", told: [], closed: [], held: [], isDryRun: false, context, ...given };
}

const broken = root("live/legacy", {
  outcome: "fails",
  message: "Unsupported argument",
  file: "live/legacy/main.tf",
  line: 12,
});
const failed = held({
  dependency: "acme/x",
  reason: "lookup-failed",
  why: "registry.example.com does not answer",
  file: "live/prod/versions.tf",
  line: 7,
  isFailure: true,
});

const busy = story({
  result: "failed",
  told: [
    { proposal: aws, proof: proof(root("live/prod"), broken), pull: pull(12, "created") },
    { proposal: core, proof: undefined, pull: pull(13, "unchanged") },
    { proposal: proposal([...aws.updates, ...core.updates], "all"), proof: proof(root("a")), pull: undefined },
  ],
  closed: [pull(9, "closed")],
  held: [
    held({ dependency: "hashicorp/random", reason: "too-young", why: "it is 2 days old, 7 are asked" }),
    held({ dependency: "hashicorp/null", reason: "ignored", why: "the input ignore says so", from: "", to: "" }),
    held({ dependency: "hashicorp/tls", reason: "too-young", why: "it is 1 day old, 7 are asked" }),
    failed,
  ],
});

describe("summariseStory", () => {
  it.each([
    [story({ result: "up-to-date" }), "everything is up to date"],
    [
      story({ result: "up-to-date", held: [held({ dependency: "a/b", reason: "ignored" })] }),
      "nothing to bump now; 1 held",
    ],
    [story({ result: "failed", held: [failed] }), "failed; 1 failure"],
    [busy, "pull requests: 1 created, 1 unchanged, 1 closed; 3 held; 1 failure"],
    [
      story({ isDryRun: true, told: [{ proposal: aws, proof: undefined, pull: undefined }] }),
      "dry run: 1 pull request would be open",
    ],
  ])("%#", (given, expected) => expect(summariseStory(given)).toBe(expected));
});

describe("renderSummary", () => {
  it("tells failures first, then pull requests with their proof, then why not", () => {
    const dom = renderComment(renderSummary(busy));
    expect(dom.headings).toEqual([
      { level: 3, text: "❌ terraform-bump: pull requests: 1 created, 1 unchanged, 1 closed; 3 held; 1 failure" },
      { level: 4, text: "What went wrong" },
      { level: 4, text: "What newer versions break" },
      { level: 4, text: "Pull requests" },
      { level: 4, text: "Why not" },
    ]);
    const text = dom.text.replaceAll("\u200b", "");
    expect(text).toContain("acme/x 1.0.0 → 2.0.0: registry.example.com does not answer (live/prod/versions.tf:7)");
    expect(text).toContain(
      "live/legacy fails with provider hashicorp/aws 6.2.0 at live/legacy/main.tf:12: Unsupported argument",
    );
    expect(dom.tables[0]?.rows).toEqual([
      ["#12", "provider hashicorp/aws 6.2.0", "created", "❌ 0 changes in 1 root, 1 fails"],
      ["#13", "terraform 1.11.4", "unchanged", "as before"],
      ["", "provider hashicorp/aws 6.2.0, terraform 1.11.4", "not published", "✅ 0 changes in 1 root"],
      ["#9", "handrail/bump/x-9", "closed", ""],
    ]);
    expect(dom.details.map(({ summary }) => summary)).toEqual(["Too young (2)", "Ignored by an input (1)"]);
    expect(dom.tables[1]?.rows.map((row) => row[0])).toEqual([
      "hashicorp/random 1.0.0 → 2.0.0",
      "hashicorp/tls 1.0.0 → 2.0.0",
    ]);
    expect(dom.links.map(({ href }) => href)).toContain("https://github.com/octo-org/infrastructure/pull/12");
  });

  it("says in a dry run what would be", () => {
    const given = story({ isDryRun: true, told: [{ proposal: aws, proof: undefined, pull: undefined }] });
    expect(renderComment(renderSummary(given)).tables[0]?.rows[0]?.[2]).toBe("would be opened or updated");
  });

  it("is short when there is nothing to tell", () => {
    expect(renderSummary(story({ result: "up-to-date" }))).toMatch(
      /^### ✅ terraform-bump: everything is up to date\n\n<sub>/,
    );
  });

  it("has words for every reason, and leaves none out", () => {
    const all = heldReasons.map((reason) => held({ dependency: `x/${reason}`, reason }));
    const text = renderComment(renderSummary(story({ held: all }))).text;
    for (const reason of heldReasons) expect(text).toContain(`x/${reason}`);
    expect(heldReasons).toHaveLength(22);
  });

  it("H034: stays within GitHub's limit, failures first", () => {
    const many = Array.from({ length: 30_000 }, (_, at) =>
      held({ dependency: `acme/p${at}`, reason: "limit", why: "max-open-pull-requests are open" }),
    );
    const text = renderSummary(story({ result: "failed", held: [...many, failed] }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT_BYTES - 65_536);
    expect(text).toContain("registry");
    expect(text).toMatch(/Left out because the text is too long: \d+ x held update\./);
  });

  it("is not fooled by names and messages", () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 6, unit: "binary" })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => `x${parts.join("")}y`);
    fc.assert(
      fc.property(text, text, text, (name, why, file) => {
        const moved = proposal([update({ dependency: { ...terraform, name }, from: name, to: why })]);
        const items: Held[] = [true, false].map((isFailure) =>
          held({ dependency: name, reason: "human-commits", why, file, line: 2, isFailure }),
        );
        const bad = root(name, { outcome: "fails", message: why, file, line: 1 });
        const told = [{ proposal: moved, proof: proof(bad), pull: { ...pull(1, "created"), branch: name } }];
        const given = story({
          result: "failed",
          told,
          held: items,
          closed: [{ ...pull(2, "closed"), branch: name }],
          context: { ...context, baseBranch: name },
        });
        const dom = renderComment(renderSummary(given));
        expect(dom.mentions).toEqual([]);
        // Links of ours have the numbers of pull requests as their text.
        expect(dom.references).toEqual([]);
        expect(dom.images).toEqual([]);
        expect(dom.comments).toEqual([]);
        expect(dom.extras).toEqual([]);
        expect(dom.headings).toHaveLength(5);
        expect(dom.tables.map(({ rows }) => rows.length)).toEqual([2, 1]);
        for (const { href } of dom.links) expect(href).toMatch(/^https:\/\/github\.com\/octo-org\/infrastructure\//);
        for (const line of renderLog(given)) expect(line).not.toMatch(/^\s*::|[\n\r]|##\[/);
      }),
      { numRuns: runs(150, 10_000), seed: seed() },
    );
  });
});

describe("renderLog", () => {
  it("has a line for each thing, failures at the end", () => {
    expect(renderLog(busy)).toEqual([
      "provider hashicorp/aws 5.99.0 -> 6.2.0: created https://github.com/octo-org/infrastructure/pull/12: 0 changes in 1 root, 1 fails",
      "terraform 1.9.8 -> 1.11.4: unchanged https://github.com/octo-org/infrastructure/pull/13: as before",
      "provider hashicorp/aws 5.99.0 -> 6.2.0: not published: 0 changes in 1 root",
      "terraform 1.9.8 -> 1.11.4: not published: 0 changes in 1 root",
      "closed https://github.com/octo-org/infrastructure/pull/9 (handrail/bump/x-9)",
      "held hashicorp/random 1.0.0 -> 2.0.0: it is 2 days old, 7 are asked",
      "held hashicorp/null: the input ignore says so",
      "held hashicorp/tls 1.0.0 -> 2.0.0: it is 1 day old, 7 are asked",
      "failed acme/x 1.0.0 -> 2.0.0: registry.example.com does not answer (live/prod/versions.tf:7)",
      "pull requests: 1 created, 1 unchanged, 1 closed; 3 held; 1 failure",
    ]);
  });
});

describe("outputs", () => {
  it("are as the contract says", () => {
    const given = update(
      {
        dependency: provider("hashicorp", "aws"),
        from: "5.99.0",
        to: "6.2.0",
        constraintBefore: "~> 5.31",
        constraintAfter: "~> 6.2",
        locks: [lock("b/.terraform.lock.hcl", "5.99.0", "6.2.0")],
      },
      ["b/versions.tf", "a/versions.tf", "b/versions.tf"],
    );
    expect(updatesOutput([proposal([given])])).toEqual([
      {
        dependency: "hashicorp/aws",
        kind: "provider",
        from: "5.99.0",
        to: "6.2.0",
        "constraint-before": "~> 5.31",
        "constraint-after": "~> 6.2",
        files: ["a/versions.tf", "b/.terraform.lock.hcl", "b/versions.tf"],
      },
    ]);
    expect(heldOutput([failed, held({ dependency: "a/b", reason: "ignored" })])).toEqual([
      {
        dependency: "acme/x",
        kind: "provider",
        from: "1.0.0",
        to: "2.0.0",
        reason: "lookup-failed",
        why: "registry.example.com does not answer",
        file: "live/prod/versions.tf",
        line: 7,
        failure: true,
      },
      { dependency: "a/b", kind: "provider", from: "1.0.0", to: "2.0.0", reason: "ignored", why: "because it is so" },
    ]);
    expect(pullRequestsOutput([pull(12, "created", "secret key")])).toEqual([
      {
        number: 12,
        url: "https://github.com/octo-org/infrastructure/pull/12",
        branch: "handrail/bump/x-12",
        state: "created",
      },
    ]);
  });
});
