import { describe, expect, it } from "@jest/globals";
import { decide } from "./decide.ts";
import {
  applyTo,
  catalogues,
  decideOn,
  editsOf,
  holds,
  locksOf,
  moves,
  policy,
  provider,
  world,
} from "./world-fixture.ts";
import type { Directory } from "./world-fixture.ts";
import type { Policy } from "./policy.ts";

const AWS = "4.0.0 4.67.0 5.0.0 5.31.0 5.99.0 5.100.0 6.0.0 6.2.0";
const day = 86_400_000;

function aws(constraint: string, locked?: string): { directories: Record<string, Directory> } {
  const providers = { "hashicorp/aws": constraint };
  return {
    directories: { live: locked === undefined ? { providers } : { providers, lock: { "hashicorp/aws": locked } } },
  };
}

describe("a provider in a root module", () => {
  it.each<[string, string, string | undefined, Partial<Policy>, string[], string[], string[]]>([
    // constraint, lock, policy, moves, edits, holds
    ["in range: the lock file only", "~> 5.0", "5.31.0", {}, ["5.31.0 -> 5.100.0"], [], ["6.2.0 later-rung"]],
    ["at the end of its major", "~> 5.0", "5.100.0", {}, ["5.100.0 -> 6.2.0"], ["~> 5.0 -> ~> 6.0"], []],
    ["exact", "5.31.0", "5.31.0", {}, ["5.31.0 -> 5.100.0"], ["5.31.0 -> 5.100.0"], ["6.2.0 later-rung"]],
    [
      "no lock file: what is admitted is in use",
      "~> 5.0",
      undefined,
      {},
      ["5.100.0 -> 6.2.0"],
      ["~> 5.0 -> ~> 6.0"],
      [],
    ],
    ["nothing newer", ">= 5.0", undefined, {}, [], [], []],
    ["nothing newer than the lock", ">= 5.0", "6.2.0", {}, [], [], []],
    [
      "together still climbs",
      "~> 5.0",
      "5.31.0",
      { major: "together" },
      ["5.31.0 -> 5.100.0"],
      [],
      ["6.2.0 later-rung"],
    ],
    [
      "not stepwise, separate: both",
      "~> 4.0",
      "4.0.0",
      { isStepwise: false },
      ["4.0.0 -> 4.67.0", "4.0.0 -> 6.2.0"],
      ["~> 4.0 -> ~> 6.0"],
      [],
    ],
    [
      "not stepwise, together: the newest",
      "~> 4.0",
      "4.0.0",
      { isStepwise: false, major: "together" },
      ["4.0.0 -> 6.2.0"],
      ["~> 4.0 -> ~> 6.0"],
      [],
    ],
    ["majors ignored", "~> 4.0", "4.0.0", { major: "ignore" }, ["4.0.0 -> 4.67.0"], [], ["6.2.0 major-ignored"]],
    [
      "majors ignored, not stepwise",
      "~> 4.0",
      "4.67.0",
      { major: "ignore", isStepwise: false },
      [],
      [],
      ["6.2.0 major-ignored"],
    ],
    [
      "bump",
      "~> 5.0",
      "5.31.0",
      { strategy: "bump" },
      ["5.31.0 -> 5.100.0"],
      ["~> 5.0 -> ~> 5.100"],
      ["6.2.0 later-rung"],
    ],
    ["bump without a lock", "~> 6.0", undefined, { strategy: "bump" }, ["6.0.0 -> 6.2.0"], ["~> 6.0 -> ~> 6.2"], []],
    ["bump, nothing to raise", "~> 6.2", undefined, { strategy: "bump" }, [], [], []],
    [
      "pin",
      "~> 5.0",
      "5.31.0",
      { strategy: "pin" },
      ["5.31.0 -> 5.100.0"],
      ["~> 5.0 -> 5.100.0"],
      ["6.2.0 later-rung"],
    ],
    ["pin without a lock", ">= 5.0", undefined, { strategy: "pin" }, ["5.0.0 -> 6.2.0"], [">= 5.0 -> 6.2.0"], []],
    ["widen", "~> 5.31", "5.100.0", { strategy: "widen" }, ["5.100.0 -> 6.2.0"], ["~> 5.31 -> >= 5.31, < 7.0"], []],
    [
      "lock-only in range",
      "~> 5.0",
      "5.31.0",
      { strategy: "lock-only" },
      ["5.31.0 -> 5.100.0"],
      [],
      ["6.2.0 later-rung"],
    ],
    ["lock-only out of range", "~> 5.0", "5.100.0", { strategy: "lock-only" }, [], [], ["6.2.0 lock-only"]],
    [
      "a version is excluded: the next best",
      "~> 5.0, != 5.100.0",
      "5.31.0",
      {},
      ["5.31.0 -> 5.99.0"],
      [],
      ["5.100.0 excluded-by-constraint", "6.2.0 later-rung"],
    ],
    [
      "all versions are excluded",
      "~> 5.0, != 5.100.0, != 6.0.0, != 6.2.0",
      "5.99.0",
      {},
      [],
      [],
      ["5.100.0 excluded-by-constraint", "6.2.0 excluded-by-constraint"],
    ],
    ["the constraint wants more than the lock has", "~> 6.0", "5.31.0", {}, ["5.31.0 -> 6.2.0"], [], []],
    [
      "the constraint wants less than the lock has",
      "~> 4.0",
      "5.31.0",
      {},
      ["4.67.0 -> 5.100.0"],
      ["~> 4.0 -> ~> 5.0"],
      ["6.2.0 later-rung"],
    ],
    ["a lock file without a constraint", "", "5.31.0", {}, ["5.31.0 -> 5.100.0"], [], ["6.2.0 later-rung"]],
  ])("%s", (_, constraint, locked, wanted, expected, edits, held) => {
    const before = aws(constraint, locked);
    if (constraint === "" && before.directories["live"] !== undefined) before.directories["live"].providers = {};
    const decision = decideOn(world(before), { "hashicorp/aws": AWS }, policy(wanted as object));
    expect(moves(decision)).toEqual(expected.map((move) => `hashicorp/aws ${move}`));
    expect(decision.updates.flatMap(editsOf)).toEqual(edits.map((edit) => `live/main.tf ${edit}`));
    expect(holds(decision)).toEqual(expect.arrayContaining(held.map((each) => `hashicorp/aws ${each}`)));
    expect(decision.held).toHaveLength(held.length);
  });

  it("says what an update is", () => {
    const [update] = decideOn(world(aws("~> 5.0", "5.100.0")), { "hashicorp/aws": AWS }).updates;
    expect(update).toEqual({
      dependency: provider("hashicorp/aws"),
      from: "5.100.0",
      to: "6.2.0",
      releasedAt: "2025-06-01T00:00:00.000Z",
      isMajor: true,
      line: "6.x",
      constraintBefore: "~> 5.0",
      constraintAfter: "~> 6.0",
      edits: [{ mention: expect.objectContaining({ file: "live/main.tf", text: "~> 5.0" }), after: "~> 6.0" }],
      locks: [
        {
          file: "live/.terraform.lock.hcl",
          provider: "registry.terraform.io/hashicorp/aws",
          from: "5.100.0",
          to: "6.2.0",
        },
      ],
      roots: ["live"],
      isRung: true,
    });
  });

  it("tells the texts that stay when only lock files change", () => {
    const [update] = decideOn(world(aws("~> 5.0", "5.31.0")), { "hashicorp/aws": AWS }).updates;
    expect(update).toMatchObject({
      constraintBefore: "~> 5.0",
      constraintAfter: "~> 5.0",
      edits: [],
      isMajor: false,
      isRung: false,
      line: "5.x",
    });
  });
});

describe("every reason to hold something", () => {
  const locked = aws("~> 5.0", "5.31.0");
  const latest = aws("~> 5.0", "5.100.0");
  it.each<[string, Parameters<typeof world>[0], string, Parameters<typeof policy>[0], string[], string[]]>([
    ["ignored altogether", locked, AWS, { ignore: ["hashicorp/aws"] }, [], ["6.2.0 ignored"]],
    ["ignored by a glob", locked, AWS, { ignore: ["hashicorp/*"] }, [], ["6.2.0 ignored"]],
    ["versions ignored", latest, AWS, { ignore: ["hashicorp/aws >= 6"] }, [], ["6.2.0 ignored"]],
    [
      "the newest version ignored",
      latest,
      AWS,
      { ignore: ["hashicorp/aws 6.2.0"] },
      ["5.100.0 -> 6.0.0"],
      ["6.2.0 ignored"],
    ],
    ["not allowed", locked, AWS, { allow: ["terraform"] }, [], ["6.2.0 ignored"]],
    ["allowed up to", latest, AWS, { allow: ["hashicorp/aws < 6.1"] }, ["5.100.0 -> 6.0.0"], ["6.2.0 ignored"]],
    ["not selected", locked, AWS, { kinds: new Set(["terraform", "modules"]) }, [], ["6.2.0 not-selected"]],
    [
      "only the lock file would change",
      locked,
      AWS,
      { kinds: new Set(["providers"]) },
      [],
      ["5.100.0 not-selected", "6.2.0 later-rung"],
    ],
    ["an edit takes the lock along", latest, AWS, { kinds: new Set(["providers"]) }, ["5.100.0 -> 6.2.0"], []],
    ["only lock files", latest, AWS, { kinds: new Set(["lock-file"]) }, [], ["6.2.0 not-selected"]],
    [
      "only lock files, in range",
      locked,
      AWS,
      { kinds: new Set(["lock-file"]) },
      ["5.31.0 -> 5.100.0"],
      ["6.2.0 later-rung"],
    ],
    [
      "too young: an older one will do",
      latest,
      "5.100.0 6.0.0@8 6.2.0@2",
      { minimumAgeMs: 7 * day },
      ["5.100.0 -> 6.0.0"],
      ["6.2.0 too-young"],
    ],
    ["too young: none will do", latest, "5.100.0 6.0.0@6 6.2.0@2", { minimumAgeMs: 7 * day }, [], ["6.2.0 too-young"]],
    ["old enough to the day", latest, "5.100.0 6.2.0@7", { minimumAgeMs: 7 * day }, ["5.100.0 -> 6.2.0"], []],
    ["no age, nothing is asked", latest, "5.100.0 6.2.0?", {}, ["5.100.0 -> 6.2.0"], []],
    ["unknown age", latest, "5.100.0 6.2.0?", { minimumAgeMs: day }, [], ["6.2.0 unknown-age"]],
    [
      "unknown age: an older one will do",
      latest,
      "5.100.0 6.0.0 6.2.0?",
      { minimumAgeMs: day },
      ["5.100.0 -> 6.0.0"],
      ["6.2.0 unknown-age"],
    ],
    ["withdrawn", latest, "5.100.0 6.0.0 6.2.0!", {}, ["5.100.0 -> 6.0.0"], ["6.2.0 withdrawn"]],
    ["a line further is withdrawn", latest, "5.100.0 6.2.0 7.0.0!", {}, ["5.100.0 -> 6.2.0"], ["7.0.0 withdrawn"]],
    ["what is passed by is not told", latest, "5.100.0 6.0.0! 6.2.0", {}, ["5.100.0 -> 6.2.0"], []],
  ])("%s", (_, given, versions, wanted, expected, held) => {
    const decision = decideOn(world(given), { "hashicorp/aws": versions }, policy(wanted));
    expect(moves(decision)).toEqual(expected.map((move) => `hashicorp/aws ${move}`));
    expect(holds(decision)).toEqual(held.map((each) => `hashicorp/aws ${each}`));
    for (const each of decision.held) {
      expect(each).toMatchObject({
        kind: "provider",
        from: expect.stringMatching(/^5\./),
        why: expect.stringMatching(/^\S.*\.$/),
      });
      expect(each.isFailure).toBeUndefined();
    }
  });

  it("a failed lookup is a failure, and the others go on", () => {
    const directories = { live: { providers: { "hashicorp/aws": "5.31.0", "hashicorp/random": "3.1.0" } } };
    const given = {
      "hashicorp/aws": { problem: "registry.terraform.io answers 503" },
      "hashicorp/random": "3.1.0 3.2.0",
    };
    const decision = decideOn(world({ directories }), given);
    expect(moves(decision)).toEqual(["hashicorp/random 3.1.0 -> 3.2.0"]);
    expect(decision.held).toEqual([
      {
        dependency: "hashicorp/aws",
        kind: "provider",
        from: "5.31.0",
        to: "",
        reason: "lookup-failed",
        why: "registry.terraform.io answers 503.",
        file: "live/main.tf",
        line: 1,
        isFailure: true,
      },
    ]);
  });

  it("what nobody looked up has failed, unless the inputs leave it out", () => {
    const given = world(locked);
    expect(holds(decideOn(given, {}))).toEqual(["hashicorp/aws lookup-failed"]);
    expect(holds(decideOn(given, {}, policy({ ignore: ["hashicorp/aws"] })))).toEqual(["hashicorp/aws ignored"]);
    expect(holds(decideOn(given, {}, policy({ kinds: new Set(["modules"]) })))).toEqual(["hashicorp/aws not-selected"]);
    const failed = { "hashicorp/aws": { problem: "401" } };
    expect(holds(decideOn(given, failed, policy({ ignore: ["hashicorp/aws"] })))).toEqual(["hashicorp/aws ignored"]);
  });

  it("nothing newer, nothing to hold", () => {
    expect(decideOn(world(locked), { "hashicorp/aws": "5.31.0" }, policy({ ignore: ["*"] })).held).toEqual([]);
    expect(decideOn(world(locked), { "hashicorp/aws": "" })).toEqual({ updates: [], held: [] });
  });

  it("places that cannot be read are told once a dependency, files once each", () => {
    const { findings, locks } = world(locked);
    const unclear = ["a", "b", "c"].map((file) => ({
      dependency: provider("hashicorp/aws"),
      place: "required_providers" as const,
      file: `${file}.tf`,
      line: 3,
      text: "var.version",
      why: "it is a variable",
    }));
    const nobody = {
      dependency: undefined,
      place: "workflow" as const,
      file: ".github/w.yml",
      line: 9,
      text: "${{ x }}",
      why: "it is an expression",
    };
    const unreadable = [
      { file: "x.tf", line: 2, why: "a brace is missing" },
      { file: "y.tf", why: "it is not UTF-8." },
    ];
    const decision = decide(
      { ...findings, unclear: [...unclear, nobody], unreadable },
      catalogues({ "hashicorp/aws": "5.31.0" }),
      locks,
      policy(),
    );
    expect(decision.held).toEqual([
      {
        dependency: ".github/w.yml",
        kind: "file",
        from: "",
        to: "",
        reason: "constraint-unclear",
        why: '"${{ x }}": it is an expression.',
        file: ".github/w.yml",
        line: 9,
      },
      {
        dependency: "hashicorp/aws",
        kind: "provider",
        from: "",
        to: "",
        reason: "constraint-unclear",
        why: '"var.version": it is a variable (3 places).',
        file: "a.tf",
        line: 3,
      },
      {
        dependency: "x.tf",
        kind: "file",
        from: "",
        to: "",
        reason: "unreadable-file",
        why: "A brace is missing.",
        file: "x.tf",
        line: 2,
        isFailure: true,
      },
      {
        dependency: "y.tf",
        kind: "file",
        from: "",
        to: "",
        reason: "unreadable-file",
        why: "It is not UTF-8.",
        file: "y.tf",
        isFailure: true,
      },
    ]);
  });

  it("texts that terraform rejects are told", () => {
    const directories = { live: { providers: { "hashicorp/aws": "v5.31.0" } } };
    expect(decideOn(world({ directories }), { "hashicorp/aws": AWS }).held).toEqual([
      expect.objectContaining({
        reason: "constraint-unclear",
        why: expect.stringContaining('Remove the "v"'),
        file: "live/main.tf",
        line: 1,
      }),
    ]);
  });

  it("a constraint that nothing fits is told", () => {
    expect(decideOn(world(aws("< 1.0")), { "hashicorp/aws": AWS }).held).toEqual([
      expect.objectContaining({
        reason: "constraint-unclear",
        why: 'No known release fits "< 1.0".',
        from: "",
        to: "",
      }),
    ]);
    // One that has a floor is taken for a version from somewhere else.
    expect(decideOn(world(aws("~> 7.0")), { "hashicorp/aws": AWS })).toEqual({ updates: [], held: [] });
  });

  it("one line a dependency, reason and line of versions, with the number of places", () => {
    const directories = Object.fromEntries(
      ["a", "b", "c"].map((name) => [
        name,
        { providers: { "hashicorp/aws": "~> 5.0" }, lock: { "hashicorp/aws": "5.100.0" } },
      ]),
    );
    const decision = decideOn(world({ directories }), { "hashicorp/aws": AWS }, policy({ major: "ignore" }));
    expect(decision.held).toEqual([
      {
        dependency: "hashicorp/aws",
        kind: "provider",
        from: "5.100.0",
        to: "6.2.0",
        reason: "major-ignored",
        why: "The input major is ignore (3 places).",
        file: "a/main.tf",
        line: 1,
      },
    ]);
  });
});

describe("pre-releases", () => {
  it.each<[string, string, string, string[]]>([
    ["are not for those who have a release", "5.0.0", "5.0.0 5.1.0-beta1 6.0.0-rc1", []],
    ["are for those who have one", "5.1.0-beta1", "5.0.0 5.1.0-beta1 5.1.0-beta2", ["5.1.0-beta1 -> 5.1.0-beta2"]],
    [
      "give way to the release",
      "5.1.0-beta1",
      "5.0.0 5.1.0-beta1 5.1.0-beta2 5.1.0 5.2.0-beta1",
      ["5.1.0-beta1 -> 5.1.0"],
    ],
    ["are forgotten after it", "5.1.0", "5.1.0-beta1 5.1.0 5.2.0-beta1", []],
  ])("%s", (_, current, versions, expected) => {
    const decision = decideOn(world(aws(current, current)), { "hashicorp/aws": versions });
    expect(moves(decision)).toEqual(expected.map((move) => `hashicorp/aws ${move}`));
    expect(decision.held).toEqual([]);
  });
});

describe("root modules that share modules", () => {
  const tree = (
    shared: string,
    roots: Record<string, [constraint: string, locked?: string]>,
  ): Parameters<typeof world>[0] => ({
    directories: {
      shared: { providers: { "hashicorp/aws": shared }, isRoot: false },
      ...Object.fromEntries(
        Object.entries(roots).map(([name, [constraint, locked]]) => [
          name,
          {
            calls: ["shared"],
            providers: constraint === "" ? {} : { "hashicorp/aws": constraint },
            ...(locked === undefined ? {} : { lock: { "hashicorp/aws": locked } }),
          },
        ]),
      ),
    },
  });

  it("a constraint that admits everything binds nobody: different lines, different updates", () => {
    const given = world(tree(">= 4.0", { a: ["~> 4.0", "4.67.0"], b: ["~> 5.0", "5.100.0"], c: ["~> 4.0", "4.0.0"] }));
    const { updates } = decideOn(given, { "hashicorp/aws": AWS });
    expect(updates.map(({ line, from, to, roots }) => [line, from, to, roots])).toEqual([
      ["4.x", "4.0.0", "4.67.0", ["c"]],
      ["5.x", "4.67.0", "5.100.0", ["a"]],
      ["6.x", "5.100.0", "6.2.0", ["b"]],
    ]);
    expect(updates.flatMap(editsOf)).toEqual(["a/main.tf ~> 4.0 -> ~> 5.0", "b/main.tf ~> 5.0 -> ~> 6.0"]);
  });

  it("one line, one version, one update with many edits", () => {
    const given = world(tree("~> 5.0", { a: ["5.31.0", "5.31.0"], b: ["~> 5.31.0", "5.31.0"], c: ["", "5.99.0"] }));
    const { updates, held } = decideOn(given, { "hashicorp/aws": AWS });
    expect(updates).toHaveLength(1);
    expect(updates[0]).toMatchObject({
      from: "5.31.0",
      to: "5.100.0",
      roots: ["a", "b", "c"],
      constraintBefore: "5.31.0; ~> 5.31.0",
      constraintAfter: "5.100.0; ~> 5.100.0",
    });
    expect(locksOf(updates[0])).toEqual(
      ["a 5.31.0", "b 5.31.0", "c 5.99.0"].map((each) => `${each.replace(" ", "/.terraform.lock.hcl ")} -> 5.100.0`),
    );
    expect(held.map(({ reason, to }) => [reason, to])).toEqual([["later-rung", "6.2.0"]]);
  });

  it("a shared constraint that has to change waits for the slowest", () => {
    const given = world(tree("~> 4.0", { a: ["", "4.0.0"], b: ["", "4.67.0"] }));
    const decision = decideOn(given, { "hashicorp/aws": AWS });
    expect(moves(decision)).toEqual(["hashicorp/aws 4.0.0 -> 4.67.0"]);
    expect(decision.updates[0]).toMatchObject({ edits: [], roots: ["a"] });
    expect(decision.held.find(({ to }) => to === "5.100.0")).toMatchObject({
      reason: "later-rung",
      why: expect.stringContaining('shares "~> 4.0" with a'),
    });
    const [update] = decision.updates;
    const next = update === undefined ? undefined : decideOn(applyTo(given, update), { "hashicorp/aws": AWS });
    expect(next === undefined ? [] : moves(next)).toEqual(["hashicorp/aws 4.67.0 -> 5.100.0"]);
    expect(editsOf(next?.updates[0])).toEqual(["shared/main.tf ~> 4.0 -> ~> 5.0"]);
    expect(next?.updates[0]?.roots).toEqual(["a", "b"]);
  });

  it("one exclusion makes all take the next best, and the rest follows when that is done", () => {
    let given = world(tree(">= 4.0", { a: ["~> 5.0, != 5.100.0", "5.31.0"], b: ["~> 5.0", "5.31.0"] }));
    const wanted = policy({ major: "ignore" });
    const decision = decideOn(given, { "hashicorp/aws": AWS }, wanted);
    expect(moves(decision)).toEqual(["hashicorp/aws 5.31.0 -> 5.99.0"]);
    expect(decision.updates[0]?.roots).toEqual(["a", "b"]);
    expect(decision.held.filter(({ reason }) => reason === "excluded-by-constraint")).toEqual([
      expect.objectContaining({ to: "5.100.0", file: "a/main.tf" }),
    ]);
    for (const update of decision.updates) given = applyTo(given, update);
    const next = decideOn(given, { "hashicorp/aws": AWS }, wanted);
    expect(next.updates.map(({ to, roots }) => [to, roots])).toEqual([["5.100.0", ["b"]]]);
  });

  it("an exclusion in a shared module counts for every root module", () => {
    const given = world(tree(">= 4.0, != 5.100.0", { a: ["~> 5.0", "5.31.0"], b: ["~> 5.0", "5.99.0"] }));
    const decision = decideOn(given, { "hashicorp/aws": AWS }, policy({ major: "ignore" }));
    expect(decision.updates.map(({ to, roots }) => [to, roots])).toEqual([["5.99.0", ["a"]]]);
  });

  it("bump raises the floor of a shared module only when all its root modules are there", () => {
    const roots = (b: string): Parameters<typeof tree>[1] => ({
      a: ["~> 5.0", "5.31.0"],
      b: [`~> ${b.charAt(0)}.0`, b],
    });
    const bumped = (b: string): string[] =>
      decideOn(world(tree(">= 4.0", roots(b))), { "hashicorp/aws": AWS }, policy({ strategy: "bump" }))
        .updates.flatMap(editsOf)
        .filter((edit) => edit.startsWith("shared"));
    expect(bumped("5.31.0")).toEqual(["shared/main.tf >= 4.0 -> >= 5.100"]);
    expect(bumped("5.99.0")).toEqual(["shared/main.tf >= 4.0 -> >= 5.100"]);
    expect(bumped("6.2.0")).toEqual([]);
  });

  it("a module that two root modules reach through others, and one that calls itself", () => {
    const directories: Record<string, Directory> = {
      a: { calls: ["m/one"], lock: { "hashicorp/aws": "5.100.0" } },
      b: { calls: ["m/two"], lock: { "hashicorp/aws": "5.100.0" } },
      "m/one": { calls: ["m/three"], isRoot: false },
      "m/two": { calls: ["m/three"], isRoot: false },
      "m/three": { calls: ["m/one"], providers: { "hashicorp/aws": "~> 5.0" }, isRoot: false },
      c: { calls: ["d"], providers: { "hashicorp/aws": "~> 5.0" }, isRoot: false },
      d: { calls: ["c"], isRoot: false },
    };
    const { updates } = decideOn(world({ directories }), { "hashicorp/aws": AWS });
    expect(updates).toHaveLength(1);
    expect(updates[0]?.roots).toEqual(["a", "b", "c", "d"]);
    expect(editsOf(updates[0])).toEqual(["c/main.tf ~> 5.0 -> ~> 6.0", "m/three/main.tf ~> 5.0 -> ~> 6.0"]);
  });

  it("a constraint that only a module elsewhere can have asked for is respected", () => {
    const lock = { "hashicorp/aws": "5.31.0 ~> 5.0, < 5.99.0" };
    const given = (callsElsewhere: boolean, rest: Record<string, Directory> = {}): ReturnType<typeof world> =>
      world({ directories: { a: { providers: { "hashicorp/aws": "~> 5.0" }, lock, callsElsewhere }, ...rest } });
    expect(holds(decideOn(given(true), { "hashicorp/aws": AWS }, policy({ major: "ignore" })))).toEqual([
      "hashicorp/aws 5.100.0 constraint-unclear",
      "hashicorp/aws 6.2.0 major-ignored",
    ]);
    expect(moves(decideOn(given(false), { "hashicorp/aws": AWS }))).toEqual(["hashicorp/aws 5.31.0 -> 5.100.0"]);
    // It keeps nobody else back.
    const other = { b: { providers: { "hashicorp/aws": "~> 5.0" }, lock: { "hashicorp/aws": "5.31.0" } } };
    const decision = decideOn(given(true, other), { "hashicorp/aws": AWS });
    expect(decision.updates.map(({ to, roots }) => [to, roots])).toEqual([["5.100.0", ["b"]]]);
  });
});

describe("terraform", () => {
  const VERSIONS = "0.12.31 0.14.11 0.15.5 1.0.0 1.1.0 1.1.1 1.5.7 1.15.8 1.15.9";

  it("every place that names it moves, and every root module below a version file is touched", () => {
    const given = world({
      directories: {
        "live/a": { terraform: "~> 1.5.0", calls: ["modules/m"] },
        "live/b": { terraform: ">= 1.0" },
        lab: { terraform: "1.5.7" },
        other: {},
        "modules/m": { terraform: ">= 1.5, < 1.6", isRoot: false },
      },
      files: {
        "live/.terraform-version": "1.5.7",
        ".github/workflows/ci.yml": "1.5.7",
        "ci/Dockerfile": "v1.5.0",
        "live/b/mise.toml": "1.5",
      },
    });
    const { updates, held } = decideOn(given, { terraform: VERSIONS });
    expect(held).toEqual([]);
    expect(updates).toHaveLength(1);
    expect(editsOf(updates[0])).toEqual([
      ".github/workflows/ci.yml 1.5.7 -> 1.15.9",
      "ci/Dockerfile v1.5.0 -> v1.15.9",
      "lab/main.tf 1.5.7 -> 1.15.9",
      "live/.terraform-version 1.5.7 -> 1.15.9",
      "live/a/main.tf ~> 1.5.0 -> ~> 1.15.0",
      "live/b/mise.toml 1.5 -> 1.15",
      "modules/m/main.tf >= 1.5, < 1.6 -> >= 1.5, < 1.16",
    ]);
    expect(updates[0]).toMatchObject({
      from: "1.5.0",
      to: "1.15.9",
      line: "1.x",
      isMajor: false,
      isRung: false,
      roots: ["lab", "live/a", "live/b"],
    });
  });

  it.each<[string, Record<string, string>, string | undefined, string[]]>([
    [
      "its version file",
      { ".terraform-version": "0.12.31", ".github/workflows/a.yml": "1.5.7" },
      "~> 0.12",
      ["0.12.31 -> 0.13.7", "1.5.7 -> 1.15.9"],
    ],
    [
      "the nearest version file",
      { ".terraform-version": "0.12.31", "live/.terraform-version": "1.5.7" },
      ">= 0.12",
      ["0.12.31 -> 0.13.7", "1.5.7 -> 1.15.9"],
    ],
    [
      "the oldest workflow or Dockerfile that it admits",
      { ".github/workflows/a.yml": "0.14.11", ".github/workflows/b.yml": "1.5.7", Dockerfile: "1.15.9" },
      "~> 1.5",
      ["0.14.11 -> 1.15.9"],
    ],
    ["the newest release that it admits", {}, "~> 0.14.0", ["0.14.11 -> 1.15.9"]],
  ])("a root module runs what is named by %s", (_, files, version, expected) => {
    const directories = { live: version === undefined ? {} : { terraform: version } };
    const versions = `${VERSIONS} 0.13.7`;
    expect(moves(decideOn(world({ directories, files }), { terraform: versions }))).toEqual(
      expected.map((move) => `terraform ${move}`),
    );
  });

  it("a version in a file that is newer already stays", () => {
    const given = world({
      directories: { live: {} },
      files: { ".terraform-version": "1.5.7", ".tool-versions": "1.15.9" },
    });
    const decision = decideOn(given, { terraform: VERSIONS });
    expect(decision.updates.flatMap(editsOf)).toEqual([".terraform-version 1.5.7 -> 1.15.9"]);
  });

  it("what a constraint of one root module excludes, its version file does not get", () => {
    const directories = { "live/a": { terraform: ">= 1.0, != 1.15.9" }, "live/b": { terraform: ">= 1.0" } };
    const decision = decideOn(world({ directories, files: { ".terraform-version": "1.5.7" } }), {
      terraform: VERSIONS,
    });
    expect(decision.updates.flatMap(editsOf)).toEqual([".terraform-version 1.5.7 -> 1.15.8"]);
    expect(decision.held).toEqual([
      expect.objectContaining({ reason: "excluded-by-constraint", to: "1.15.9", file: "live/a/main.tf" }),
    ]);
  });

  it("a shared version file waits when one root module cannot come along", () => {
    const directories = { "live/a": { terraform: "= 1.5.7, != 1.15.9, != 1.15.8" }, "live/b": { terraform: ">= 1.0" } };
    const decision = decideOn(world({ directories, files: { ".terraform-version": "1.5.7" } }), {
      terraform: "1.5.7 1.15.8 1.15.9",
    });
    expect(decision.updates).toEqual([]);
    expect(holds(decision)).toEqual(["terraform 1.15.9 excluded-by-constraint"]);
  });

  it("a version file further up is no reason to skip rungs where a constraint refuses what it names", () => {
    const directories = {
      "live/new": { terraform: ">= 1.0" },
      "legacy/eleven": { terraform: "0.11.14" },
      "legacy/twelve": { terraform: "~> 0.12.0" },
    };
    const decision = decideOn(world({ directories, files: { ".terraform-version": "1.5.7" } }), {
      terraform: "0.11.14 0.11.15 0.12.31 0.13.7 0.14.11 1.5.7 1.11.4",
    });
    expect(decision.updates.map((update) => ({ to: update.to, edits: editsOf(update), roots: update.roots }))).toEqual([
      { to: "0.11.15", edits: ["legacy/eleven/main.tf 0.11.14 -> 0.11.15"], roots: ["legacy/eleven"] },
      { to: "0.13.7", edits: ["legacy/twelve/main.tf ~> 0.12.0 -> ~> 0.13.0"], roots: ["legacy/twelve"] },
      { to: "1.11.4", edits: [".terraform-version 1.5.7 -> 1.11.4"], roots: ["live/new"] },
    ]);
  });

  it("the partial version of a tool's file means the newest one that begins so", () => {
    const edited = (text: string, versions: string, wanted = policy()): string[] =>
      decideOn(
        world({ directories: { live: {} }, files: { "mise.toml": text } }),
        { terraform: versions },
        wanted,
      ).updates.flatMap(editsOf);
    expect(edited("1.15", "1.15.8 1.15.9")).toEqual([]);
    expect(edited("1.14", "1.14.9 1.15.0")).toEqual(["mise.toml 1.14 -> 1.15"]);
    expect(edited("1", "1.14.9 1.15.0")).toEqual([]);
    expect(edited("1.14", "1.14.9 1.15.8 1.15.9@1", policy({ minimumAgeMs: 3 * day }))).toEqual([
      "mise.toml 1.14 -> 1.15.8",
    ]);
  });

  it.each(["1.1.0", "1.1.1"])("%s is never proposed", (version) => {
    const given = world({ directories: { live: {} }, files: { ".terraform-version": "1.0.11" } });
    const decision = decideOn(given, { terraform: `1.0.11 ${version}` });
    expect(decision.updates).toEqual([]);
    expect(holds(decision)).toEqual([`terraform ${version} forbidden-version`]);
    expect(moves(decideOn(given, { terraform: `1.0.11 ${version} 1.1.2` }))).toEqual(["terraform 1.0.11 -> 1.1.2"]);
  });

  it("a rung that cannot be had holds up all that is above it", () => {
    const given = world({ directories: { live: {} }, files: { ".terraform-version": "0.12.31" } });
    expect(holds(decideOn(given, { terraform: "0.13.6 0.14.11 1.15.9" }))).toEqual([
      "terraform 0.14.11 later-rung",
      "terraform 1.15.9 later-rung",
    ]);
    expect(holds(decideOn(given, { terraform: "0.13.6 0.13.7! 1.15.9" }))).toEqual([
      "terraform 0.13.7 withdrawn",
      "terraform 1.15.9 later-rung",
    ]);
    expect(holds(decideOn(given, { terraform: "0.13.7 1.15.9" }, policy({ major: "ignore" })))).toEqual([
      "terraform 1.15.9 major-ignored",
    ]);
  });

  it("without stepwise it goes where majors may go", () => {
    const given = world({ directories: { live: {} }, files: { ".terraform-version": "0.12.20" } });
    expect(moves(decideOn(given, { terraform: VERSIONS }, policy({ isStepwise: false })))).toEqual([
      "terraform 0.12.20 -> 0.12.31",
      "terraform 0.12.20 -> 1.15.9",
    ]);
    expect(
      decideOn(given, { terraform: VERSIONS }, policy({ isStepwise: false })).updates.map(({ isRung }) => isRung),
    ).toEqual([false, false]);
  });
});

describe("a provider that needs a newer terraform", () => {
  const at = (directory: Directory, files: Record<string, string> = {}): ReturnType<typeof world> =>
    world({
      directories: {
        live: { ...directory, providers: { "hashicorp/aws": "~> 4.0" }, lock: { "hashicorp/aws": "4.67.0" } },
      },
      files,
    });
  it.each<[string, ReturnType<typeof world>, string | undefined]>([
    ["its version file", at({}, { ".terraform-version": "0.14.11" }), "the version file names 0.14.11"],
    ["its required_version", at({ terraform: ">= 0.13, < 1.0" }), 'required_version is ">= 0.13, < 1.0"'],
    ["the only workflow", at({}, { ".github/workflows/a.yml": "0.15.5" }), "workflows and Dockerfiles name 0.15.5"],
    [
      "one workflow of several",
      at({}, { ".github/workflows/a.yml": "0.15.5", ".github/workflows/b.yml": "1.5.7" }),
      undefined,
    ],
    ["a wide required_version", at({ terraform: ">= 0.13" }), undefined],
    ["a required_version above it", at({ terraform: "> 1.2, < 1.3" }), undefined],
    ["an exact required_version above it", at({ terraform: "1.5.7" }), undefined],
    ["nothing", at({}), undefined],
  ])("held by %s?", (_, given, why) => {
    const decision = decideOn(given, { "hashicorp/aws": AWS, terraform: "" });
    const found = decision.held.find(({ reason }) => reason === "needs-newer-terraform");
    if (why === undefined) {
      expect(found).toBeUndefined();
      expect(moves(decision)).toEqual(["hashicorp/aws 4.67.0 -> 5.100.0"]);
    } else {
      expect(found).toMatchObject({ from: "4.67.0", to: "5.100.0", why: `It needs terraform 1.0.0, and ${why}.` });
      expect(decision.updates).toEqual([]);
      expect(decision.held.map(({ to, reason }) => [to, reason])).toEqual([
        ["5.100.0", "needs-newer-terraform"],
        ["6.2.0", "later-rung"],
      ]);
    }
  });

  it("the others go on, and so does what it can have", () => {
    const old = { terraform: "~> 0.14.0", providers: { "hashicorp/aws": "~> 4.0" } };
    const directories = {
      old: { ...old, lock: { "hashicorp/aws": "4.0.0" } },
      new: { providers: { "hashicorp/aws": "~> 4.0" }, lock: { "hashicorp/aws": "4.67.0" } },
    };
    const decision = decideOn(world({ directories }), { "hashicorp/aws": AWS, terraform: "" });
    expect(decision.updates.map(({ to, roots }) => [to, roots])).toEqual([
      ["4.67.0", ["old"]],
      ["5.100.0", ["new"]],
    ]);
  });
});

describe("modules", () => {
  it("registry modules move by themselves, majors apart", () => {
    const directories = {
      a: { modules: { "acme/vpc/aws": "~> 5.1.0" } },
      b: { modules: { "acme/vpc/aws": "5.0.0" } },
      c: { modules: { "acme/vpc/aws": "< 6.0.0" } },
    };
    const decision = decideOn(world({ directories }), { "acme/vpc/aws": "5.0.0 5.1.0 5.2.0 6.0.0 6.1.0" });
    expect(decision.updates.map(({ from, to, isMajor, isRung }) => [from, to, isMajor, isRung])).toEqual([
      ["5.0.0", "5.2.0", false, false],
      ["5.0.0", "6.1.0", true, false],
    ]);
    expect(decision.updates.map(editsOf)).toEqual([
      ["a/main.tf ~> 5.1.0 -> ~> 5.2.0", "b/main.tf 5.0.0 -> 5.2.0"],
      ["a/main.tf ~> 5.1.0 -> ~> 6.1.0", "b/main.tf 5.0.0 -> 6.1.0", "c/main.tf < 6.0.0 -> < 7.0.0"],
    ]);
    expect(decision.updates.map(({ roots }) => roots)).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
  });

  it("tags keep their prefix and their form", () => {
    const directories = {
      a: { modules: { "github.com/acme/mono": "vpc/v|vpc/v1.0.0" } },
      b: { modules: { "github.com/acme/mono": "dns/|dns/1.0.0" } },
      c: { modules: { "github.com/acme/mono": "v|v1.0.0" } },
      d: { modules: { "github.com/acme/mono": "|1.0.0" } },
      e: { modules: { "github.com/acme/mono": "v|v1" } },
    };
    const tags = "vpc/v1.0.0 vpc/v1.2.0 dns/1.0.0 dns/1.0.1 v1.0.0 1.0.0 v1.9.0 1.8.0 v1 v2.1.0 v2";
    const decision = decideOn(world({ directories }), { "github.com/acme/mono": tags });
    expect(decision.updates.map(({ line, to, tag }) => [line, to, tag])).toEqual([
      ["dns/1.x", "1.0.1", "dns/1.0.1"],
      ["vpc/1.x", "1.2.0", "vpc/v1.2.0"],
      ["1.x", "1.9.0", "v1.9.0"],
      ["2.x", "2.1.0", "v2.1.0"],
    ]);
    expect(decision.updates.flatMap(editsOf)).toEqual([
      "b/main.tf dns/1.0.0 -> dns/1.0.1",
      "a/main.tf vpc/v1.0.0 -> vpc/v1.2.0",
      "c/main.tf v1.0.0 -> v1.9.0",
      "c/main.tf v1.0.0 -> v2.1.0",
      "e/main.tf v1 -> v2",
    ]);
    expect(holds(decision)).toEqual([
      "github.com/acme/mono 1.9.0 constraint-unclear",
      "github.com/acme/mono 2.1.0 constraint-unclear",
    ]);
    expect(decision.held[0]?.why).toBe('Its tag is "v1.9.0", here tags are written like "1.2.3".');
  });

  it("a tag that is not written in full takes one in full only when there is no other", () => {
    const edits = (tags: string): string[] =>
      decideOn(world({ directories: { a: { modules: { "github.com/acme/net": "v|v1.2" } } } }), {
        "github.com/acme/net": tags,
      }).updates.flatMap(editsOf);
    expect(edits("v1.2 v1.3")).toEqual(["a/main.tf v1.2 -> v1.3"]);
    expect(edits("v1.2 v1.2.7 v1.3 v1.3.1")).toEqual(["a/main.tf v1.2 -> v1.3"]);
    expect(edits("v1.2 v1.2.7 v1.3.1")).toEqual(["a/main.tf v1.2 -> v1.3.1"]);
    expect(edits("v1.2 v1.2.7")).toEqual([]);
  });

  it("lock-only changes no module", () => {
    const directories = { a: { modules: { "acme/vpc/aws": "5.0.0" } } };
    const decision = decideOn(
      world({ directories }),
      { "acme/vpc/aws": "5.0.0 5.1.0" },
      policy({ strategy: "lock-only" }),
    );
    expect(holds(decision)).toEqual(["acme/vpc/aws 5.1.0 lock-only"]);
    expect(decision.updates).toEqual([]);
  });
});

describe("lock files", () => {
  it("name OpenTofu's providers by its own registry", () => {
    const lock = { "registry.opentofu.org/hashicorp/aws": "5.31.0", "registry.opentofu.org/hashicorp/random": "3.1.0" };
    const given = world({ directories: { live: { providers: { "hashicorp/aws": "~> 5.0" }, lock } } });
    const decision = decideOn(given, {
      "hashicorp/aws": "5.31.0 5.100.0",
      "registry.opentofu.org/hashicorp/random": "3.1.0 3.2.0",
    });
    expect(
      decision.updates.flatMap(({ locks }) => locks.map(({ provider: address, to }) => `${address} ${to}`)),
    ).toEqual(["registry.opentofu.org/hashicorp/aws 5.100.0", "registry.opentofu.org/hashicorp/random 3.2.0"]);
  });

  it("may have providers that nothing can be looked up for", () => {
    const lock = { "terraform.io/builtin/terraform": "0.0.0", "registry.terraform.io/-/aws": "2.0.0" };
    expect(decideOn(world({ directories: { live: { lock } } }), {})).toEqual({ updates: [], held: [] });
  });

  it("without a mention are for lock-file only", () => {
    const given = world({ directories: { live: { lock: { "hashicorp/random": "3.1.0" } } } });
    const versions = { "hashicorp/random": "3.1.0 3.2.0" };
    expect(moves(decideOn(given, versions, policy({ kinds: new Set(["lock-file"]) })))).toEqual([
      "hashicorp/random 3.1.0 -> 3.2.0",
    ]);
    const decision = decideOn(given, versions, policy({ kinds: new Set(["providers"]) }));
    expect(decision.held).toEqual([
      expect.objectContaining({
        reason: "not-selected",
        from: "3.1.0",
        to: "3.2.0",
        why: "lock-file is not in the input dependencies.",
      }),
    ]);
  });
});

describe("odd repositories", () => {
  const AWS_LATE = "5.31.0 5.98.0 5.99.0 5.100.0 6.2.0";

  it("constraints that contradict each other are told, and left alone", () => {
    const directories: Record<string, Directory> = {
      live: { calls: ["m"], providers: { "hashicorp/aws": "= 5.31.0" } },
      m: { providers: { "hashicorp/aws": "= 5.99.0" }, isRoot: false },
    };
    const decision = decideOn(world({ directories }), { "hashicorp/aws": "5.31.0 5.98.0 5.99.0" }, policy());
    expect(decision.updates.flatMap(editsOf)).toEqual(["live/main.tf = 5.31.0 -> = 5.99.0"]);
    const held = decideOn(world({ directories }), { "hashicorp/aws": "5.31.0 5.98.0" }).held;
    expect(held).toEqual([
      expect.objectContaining({
        to: "5.98.0",
        reason: "constraint-unclear",
        why: '"= 5.99.0" asks for more than 5.98.0.',
        file: "m/main.tf",
      }),
    ]);
  });

  it("a constraint from elsewhere is met by the next best version, and the newest one is told", () => {
    const lock = { "hashicorp/aws": "5.31.0 ~> 5.0, < 5.99.0" };
    const directories = { live: { providers: { "hashicorp/aws": "~> 5.0" }, lock, callsElsewhere: true } };
    const decision = decideOn(world({ directories }), { "hashicorp/aws": AWS_LATE });
    expect(moves(decision)).toEqual(["hashicorp/aws 5.31.0 -> 5.98.0"]);
    expect(decision.held.map(({ to, reason }) => [to, reason])).toEqual([
      ["5.100.0", "constraint-unclear"],
      ["6.2.0", "later-rung"],
    ]);
    expect(decision.held[0]?.why).toContain('"< 5.99.0"');
  });

  it("a constraint in the lock file that a file of the repository has is none from elsewhere", () => {
    const lock = { "hashicorp/aws": "5.100.0 >= 5.31.0, ~> 5.0" };
    const directories: Record<string, Directory> = {
      live: { providers: { "hashicorp/aws": "~> 5.0" }, lock, calls: ["m"], callsElsewhere: true },
      m: { providers: { "hashicorp/aws": ">=5.31" }, isRoot: false },
    };
    expect(moves(decideOn(world({ directories }), { "hashicorp/aws": AWS_LATE }))).toEqual([
      "hashicorp/aws 5.100.0 -> 6.2.0",
    ]);
  });

  it("root modules that differ in nothing but their terraform", () => {
    const same = { providers: { "hashicorp/aws": "~> 4.0" }, lock: { "hashicorp/aws": "4.67.0" } };
    const directories = { new: same, old: same };
    const given = world({
      directories,
      files: { "new/.terraform-version": "1.5.7", "old/.terraform-version": "0.14.11" },
    });
    const decision = decideOn(given, { "hashicorp/aws": AWS, terraform: "" });
    expect(decision.updates.map(({ to, roots }) => [to, roots])).toEqual([["5.100.0", ["new"]]]);
    expect(decision.held.find(({ reason }) => reason === "needs-newer-terraform")).toMatchObject({
      file: "old/main.tf",
    });
  });

  it("a workflow's version that the constraint does not admit is another one's", () => {
    const given = world({
      directories: { live: { terraform: "~> 1.5.0" } },
      files: { ".github/workflows/a.yml": "0.12.31", ".github/workflows/b.yml": "1.5.3" },
    });
    const decision = decideOn(given, { terraform: "0.12.31 0.13.7 1.5.3 1.5.7 1.15.9" });
    expect(decision.updates.map(editsOf)).toEqual([
      [".github/workflows/a.yml 0.12.31 -> 0.13.7"],
      [".github/workflows/b.yml 1.5.3 -> 1.15.9", "live/main.tf ~> 1.5.0 -> ~> 1.15.0"],
    ]);
  });

  it("a lock file behind its constraint follows it, wherever that is", () => {
    const decision = decideOn(world(aws("~> 5.0", "4.0.0")), { "hashicorp/aws": AWS }, policy({ major: "ignore" }));
    expect(decision.updates).toEqual([
      expect.objectContaining({ from: "4.0.0", to: "5.100.0", isMajor: true, isRung: false, edits: [] }),
    ]);
    expect(decision.held).toEqual([
      expect.objectContaining({
        to: "6.2.0",
        reason: "later-rung",
        why: "5.100.0 comes first: the lock file is behind the constraints.",
      }),
    ]);
  });

  it("two that exclude each other's version do not wait for each other", () => {
    const directories = {
      a: { providers: { "hashicorp/aws": "5.31.0, != 5.98.0" } },
      b: { providers: { "hashicorp/aws": "5.31.0, != 5.99.0" } },
    };
    const decision = decideOn(world({ directories }), { "hashicorp/aws": "5.31.0 5.98.0 5.99.0" });
    expect(decision.updates.map(({ to, roots }) => [to, roots])).toEqual([["5.99.0", ["a"]]]);
    expect(decision.held).toEqual([
      expect.objectContaining({ to: "5.99.0", why: '"5.31.0, != 5.99.0" excludes it.', file: "b/main.tf" }),
    ]);
  });

  it("thousands of root modules are a few updates", () => {
    const directories = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `live/${index}`,
        {
          providers: { "hashicorp/aws": index % 2 === 0 ? "~> 5.31" : "5.31.0" },
          lock: { "hashicorp/aws": "5.31.0" },
          modules: { "acme/vpc/aws": "~> 1.0" },
        },
      ]),
    );
    const decision = decideOn(world({ directories }), { "hashicorp/aws": AWS, "acme/vpc/aws": "1.0.0 2.0.0" });
    expect(
      decision.updates.map(({ to, edits, locks, roots }) => [to, edits.length, locks.length, roots.length]),
    ).toEqual([
      ["2.0.0", 2000, 0, 2000],
      ["5.100.0", 1000, 2000, 2000],
    ]);
    expect(decision.held).toHaveLength(1);
  });
});
