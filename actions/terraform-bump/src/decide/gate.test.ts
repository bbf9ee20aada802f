import { describe, expect, it } from "@jest/globals";
import type { Dependency } from "../find/mention.ts";
import { gateRungs, type History } from "./gate.ts";
import { decideOn, holds, moves, policy, provider, terraform, world } from "./world-fixture.ts";
import type { Update } from "./update.ts";

const MERGED = Date.parse("2026-05-01T10:00:00Z");
const minute = 60_000;

function rung(to: string, given: Partial<Update> = {}): Update {
  return {
    dependency: provider("hashicorp/aws"),
    from: "5.100.0",
    to,
    isMajor: true,
    line: "6.x",
    constraintBefore: "",
    constraintAfter: "",
    edits: [],
    locks: [],
    roots: ["live/a", "live/b"],
    isRung: true,
    ...given,
  };
}

function history(
  given: Partial<Omit<History, "deployments">> & { deployments?: Record<string, [string, number?]> },
): History {
  const deployments = new Map(
    Object.entries(given.deployments ?? {}).map(([root, [state, createdAt]]) => [
      root,
      { state, ...(createdAt === undefined ? {} : { createdAt }) },
    ]),
  );
  return {
    pullRequests: [{ number: 7, state: "merged", target: "hashicorp/aws 5.100.0", mergedAt: MERGED }],
    ...given,
    deployments,
  };
}

function gated(update: Update, given: Parameters<typeof history>[0]): string[] {
  const { updates, held } = gateRungs({ updates: [update], held: [] }, history(given));
  return [...moves({ updates }), ...holds({ held })];
}

const OPEN = ["hashicorp/aws 5.100.0 -> 6.2.0"];
const WAITS = ["hashicorp/aws 6.2.0 waits-for-apply"];

describe("the next rung, after the former was merged", () => {
  it.each<[string, Parameters<typeof history>[0], string[]]>([
    ["nobody keeps Deployments", {}, OPEN],
    [
      "everything was applied since",
      { deployments: { "live/a": ["success", MERGED + minute], "live/b": ["success", MERGED] } },
      OPEN,
    ],
    [
      "one was applied before",
      { deployments: { "live/a": ["success", MERGED + minute], "live/b": ["success", MERGED - minute] } },
      WAITS,
    ],
    ["one failed", { deployments: { "live/a": ["failure", MERGED + minute] } }, WAITS],
    ["one is running", { deployments: { "live/a": ["in_progress", MERGED + minute] } }, WAITS],
    ["one has no date", { deployments: { "live/a": ["success"] } }, WAITS],
    ["a root module without any", { deployments: { "live/a": ["success", MERGED + minute] } }, OPEN],
    ["another root module failed", { deployments: { "live/z": ["failure", MERGED + minute] } }, OPEN],
    ["it was merged by hand", { pullRequests: [], deployments: { "live/a": ["failure", MERGED + minute] } }, OPEN],
    [
      "only another dependency's was merged",
      {
        pullRequests: [{ number: 8, state: "merged", target: "hashicorp/awscc 1.0.0", mergedAt: MERGED }],
        deployments: { "live/a": ["failure", MERGED + minute] },
      },
      OPEN,
    ],
    [
      "it was merged with others",
      {
        pullRequests: [{ number: 8, state: "merged", target: "acme/x 1.0.0\nhashicorp/aws 5.100.0", mergedAt: MERGED }],
        deployments: { "live/a": ["failure", MERGED] },
      },
      WAITS,
    ],
    [
      "it was merged with others, told on one line",
      {
        pullRequests: [{ number: 8, state: "merged", target: "acme/x 1.0.0 hashicorp/aws 5.100.0", mergedAt: MERGED }],
        deployments: { "live/a": ["failure", MERGED] },
      },
      WAITS,
    ],
    [
      "it was merged with so many others that a digest tells them",
      {
        pullRequests: [{ number: 8, state: "merged", target: `sha256:${"0".repeat(64)}`, mergedAt: MERGED }],
        deployments: { "live/a": ["failure", MERGED] },
      },
      WAITS,
    ],
    [
      "the newest merge counts",
      {
        pullRequests: [
          { number: 6, state: "merged", target: "hashicorp/aws 5.99.0", mergedAt: MERGED - 9 * minute },
          { number: 7, state: "merged", target: "hashicorp/aws 5.100.0", mergedAt: MERGED },
        ],
        deployments: { "live/a": ["success", MERGED - minute] },
      },
      WAITS,
    ],
    [
      "nobody says when it was merged",
      {
        pullRequests: [{ number: 7, state: "merged", target: "hashicorp/aws 5.100.0" }],
        deployments: { "live/a": ["success", 0], "live/b": ["success"] },
      },
      OPEN,
    ],
    [
      "a target that is no version",
      {
        pullRequests: [{ number: 7, state: "merged", target: "hashicorp/aws x", mergedAt: MERGED }],
        deployments: { "live/a": ["failure"] },
      },
      OPEN,
    ],
  ])("%s", (_, given, expected) => {
    expect(gated(rung("6.2.0"), given)).toEqual(expected);
  });

  it("what is no rung never waits", () => {
    expect(gated(rung("6.2.0", { isRung: false }), { deployments: { "live/a": ["failure", MERGED] } })).toEqual(OPEN);
  });

  it("says what it waits for", () => {
    const { held } = gateRungs(
      { updates: [rung("6.2.0")], held: [] },
      history({ deployments: { "live/a": ["failure", MERGED], "live/b": ["error", MERGED] } }),
    );
    expect(held).toEqual([
      {
        dependency: "hashicorp/aws",
        kind: "provider",
        from: "5.100.0",
        to: "6.2.0",
        reason: "waits-for-apply",
        why: "Pull request #7 is merged, and the newest apply of live/a and 1 more has not succeeded since.",
      },
    ]);
  });
});

describe("the next rung, before the former was merged", () => {
  const step = (name: Dependency, from: string, to: string, roots: string[], isRung: boolean): Update =>
    rung(to, { dependency: name, from, line: to, roots, isRung });

  it("waits where a root module has both to make", () => {
    const updates = [
      step(terraform, "0.12.20", "0.12.31", ["live/a"], false),
      step(terraform, "0.12.31", "0.13.7", ["live/a", "live/b"], true),
    ];
    const decision = gateRungs({ updates, held: [] }, history({}));
    expect(moves(decision)).toEqual(["terraform 0.12.20 -> 0.12.31"]);
    expect(holds(decision)).toEqual(["terraform 0.13.7 waits-for-merge"]);
  });

  it("does not wait for other root modules, nor for other dependencies", () => {
    const updates = [
      step(terraform, "0.12.20", "0.12.31", ["live/a"], false),
      step(provider("acme/x"), "0.1.0", "0.1.1", ["live/b"], false),
      step(terraform, "0.12.31", "0.13.7", ["live/b"], true),
    ];
    expect(gateRungs({ updates, held: [] }, history({})).held).toEqual([]);
  });

  it("an open pull request is named, for the very next rung", () => {
    const given = world({ directories: { live: {} }, files: { ".terraform-version": "0.12.20" } });
    const decision = decideOn(given, { terraform: "0.12.20 0.12.31 0.13.7 0.14.11 1.15.9" });
    const open = { number: 12, state: "open", target: "terraform 0.12.31" } as const;
    const after = gateRungs(decision, history({ pullRequests: [open] }));
    expect(moves(after)).toEqual(["terraform 0.12.20 -> 0.12.31"]);
    expect(after.held.map(({ to, reason, why }) => [to, reason, why])).toEqual([
      ["0.13.7", "waits-for-merge", "0.12.31 comes first, and its pull request #12 is open."],
      ["0.14.11", "later-rung", "0.12.31 comes first."],
      ["1.15.9", "later-rung", "0.12.31 comes first."],
    ]);
    const other = { ...open, target: "terraform 0.12.30" };
    expect(gateRungs(decision, history({ pullRequests: [other] }))).toEqual(decision);
  });

  it("nothing to gate stays as it is", () => {
    const decision = decideOn(
      world({ directories: { live: { providers: { "acme/x": "1.0.0" } } } }),
      { "acme/x": "1.0.0 1.1.0" },
      policy(),
    );
    expect(gateRungs(decision, history({}))).toEqual(decision);
  });
});
