/**
 * Deciding over generated repositories: what is proposed is sound, nothing newer goes missing, and what is done is done.
 */
import { compareVersions, matches, parseConstraint, parseVersion, tryVersion, type Version } from "@handrail/terraform";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { directoryOf } from "../find/file-kind.ts";
import type { Mention } from "../find/mention.ts";
import { decide, type Decision } from "./decide.ts";
import { group } from "./group.ts";
import { lineOf, majorOf } from "./line.ts";
import type { Policy } from "./policy.ts";
import { readTrees } from "./tree.ts";
import type { Update } from "./update.ts";
import { applyTo, catalogues, NOW, policy, world, type Directory, type World } from "./world-fixture.ts";

type Case = { given: World; versions: Parameters<typeof catalogues>[0]; wanted: Policy };

const PROVIDER = ["0.9.0", "1.0.0", "1.2.0", "1.2.5", "2.0.0", "2.1.0", "2.9.0", "3.0.0", "3.1.0", "3.2.0-rc1"];
const MODULE = ["1.0.0", "1.1.0", "2.0.0", "2.0.1", "3.0.0"];
const TERRAFORM = ["0.11.15", "0.12.31", "0.13.7", "0.14.11", "0.15.5", "1.0.0", "1.1.0", "1.1.1", "1.5.7", "1.15.9"];

/** Each version with a mark, or left out. */
function listed(versions: readonly string[]): fc.Arbitrary<string> {
  const marks = fc.array(fc.constantFrom("", "", "", "", "!", "?", "@1", "@5", "gone"), {
    minLength: versions.length,
    maxLength: versions.length,
  });
  return marks.map((given) =>
    versions
      .map((version, index) => (given[index] === "gone" ? "" : `${version}${given[index] ?? ""}`))
      .filter((text) => text !== "")
      .join(" "),
  );
}

function constraint(versions: readonly string[]): fc.Arbitrary<string> {
  const stable = versions.filter((version) => !version.includes("-"));
  const version = fc.constantFrom(...stable);
  const short = version.map((text) => text.replace(/\.[0-9]+$/, ""));
  return fc.oneof(
    version,
    version.map((text) => `= ${text}`),
    short.map((text) => `~> ${text}`),
    version.map((text) => `~> ${text}`),
    fc.oneof(version, short).map((text) => `>= ${text}`),
    version.map((text) => `< ${text}`),
    fc.tuple(short, version).map(([low, high]) => `>= ${low}, < ${high}`),
    fc.tuple(short, version).map(([low, not]) => `~> ${low}, != ${not}`),
    fc.tuple(short, version).map(([low, not]) => `>= ${low}, != ${not}`),
  );
}

const text = constraint(PROVIDER);
const locked = fc
  .tuple(fc.constantFrom(...PROVIDER), fc.option(fc.constantFrom("< 3.1.0", ">= 1.0.0", "~> 2.0")))
  .map(([version, outside]) => (outside === null ? version : `${version} ${outside}`));

function directory(calls: readonly string[]): fc.Arbitrary<Directory> {
  return fc
    .record({
      constraint: fc.option(text),
      terraform: fc.option(constraint(TERRAFORM)),
      module: fc.option(constraint(MODULE)),
      calls: fc.subarray([...calls]),
      lock: fc.option(locked),
      callsElsewhere: fc.boolean(),
    })
    .map(({ constraint: asked, terraform, module, calls: called, lock, callsElsewhere }) => ({
      calls: called,
      callsElsewhere,
      ...(asked === null ? {} : { providers: { "acme/x": asked } }),
      ...(terraform === null ? {} : { terraform }),
      ...(module === null ? {} : { modules: { "acme/vpc/aws": module } }),
      ...(lock === null ? {} : { lock: { "acme/x": lock } }),
    }));
}

const shared = ["m/one", "m/two"];
const repository = fc.record({
  roots: fc.array(directory(shared), { minLength: 1, maxLength: 4 }),
  one: directory(["m/two"]),
  two: directory([]),
  files: fc.dictionary(
    fc.constantFrom(".terraform-version", "live/0/.tool-versions", ".github/workflows/ci.yml", "x/mise.toml"),
    fc.constantFrom(...TERRAFORM),
  ),
});

const wishes = fc.record({
  kinds: fc.subarray(["terraform", "providers", "modules", "lock-file"] as const, { minLength: 1 }),
  strategy: fc.constantFrom("auto", "auto", "bump", "widen", "pin", "lock-only"),
  major: fc.constantFrom("separate", "together", "ignore"),
  isStepwise: fc.boolean(),
  minimumAgeMs: fc.constantFrom(0, 3 * 86_400_000),
  ignore: fc.constantFrom([], [], ["acme/x >= 3.1"], ["acme/x 2.9.0"], ["acme/vpc/aws"], ["terraform < 1"]),
});

const cases: fc.Arbitrary<Case> = fc
  .record({ repository, wishes, x: listed(PROVIDER), vpc: listed(MODULE), core: listed(TERRAFORM) })
  .map(({ repository: { roots, one, two, files }, wishes: wanted, x, vpc, core }) => {
    const bare = (given: Directory): Directory => {
      const { lock, ...rest } = given;
      return { ...rest, callsElsewhere: lock !== undefined, isRoot: false };
    };
    const directories = {
      ...Object.fromEntries(roots.map((root, index) => [`live/${index}`, root])),
      "m/one": bare(one),
      "m/two": bare(two),
    };
    return {
      given: world({ directories, files }),
      versions: { "acme/x": x, "acme/vpc/aws": vpc, terraform: core },
      wanted: policy({ ...wanted, kinds: new Set(wanted.kinds) }),
    };
  });

const options = { numRuns: runs(150, 5000), seed: seed() };

function decided({ given, versions, wanted }: Case): Decision {
  return decide(given.findings, catalogues(versions), given.locks, wanted);
}

function isNewer(a: string, b: string): boolean {
  return compareVersions(parseVersion(a), parseVersion(b)) > 0;
}

/** Does the mention admit the version, as terraform reads it? */
function admits({ syntax, text: written }: Pick<Mention, "syntax" | "text">, version: Version): boolean {
  if (syntax.as === "constraint") return matches(parseConstraint(written, syntax.dialect), version);
  const named = tryVersion(written);
  return named !== undefined && compareVersions(named, version) === 0;
}

/** What each root module has locked, and whether its tree admits that. */
function lockStates({ findings, locks }: World): Map<string, { version: string; isAdmitted: boolean }> {
  const trees = readTrees(findings.modules);
  return new Map(
    locks.map(({ directory: root, lock }) => {
      const version = lock.entries[0]?.version ?? "";
      const asked = findings.mentions.filter(
        (each) => each.dependency.name === "acme/x" && trees.rootsOf(directoryOf(each.file)).includes(root),
      );
      return [root, { version, isAdmitted: asked.every((each) => admits(each, parseVersion(version))) }];
    }),
  );
}

/** The versions that the catalogue has and the policy takes, as far as that depends on nothing else. */
function takable({ versions, wanted }: Case, { name }: Update["dependency"]): string[] {
  const entry = [...catalogues({ [name]: versions[name] ?? "" }).values()][0];
  const releases = entry !== undefined && "releases" in entry ? entry.releases : [];
  return releases
    .filter(({ isWithdrawn, releasedAt }) => {
      const isOld = releasedAt !== undefined && NOW - Date.parse(releasedAt) >= wanted.minimumAgeMs;
      return isWithdrawn !== true && (wanted.minimumAgeMs === 0 || isOld);
    })
    .map(({ version }) => version.text)
    .filter((version) => !(name === "terraform" && (version === "1.1.0" || version === "1.1.1")));
}

/** Every release that exists, whatever the policy takes. */
function stableOf({ versions }: Case, { name }: Pick<Update["dependency"], "name">): string[] {
  const entry = [...catalogues({ [name]: versions[name] ?? "" }).values()][0];
  const releases = entry !== undefined && "releases" in entry ? entry.releases : [];
  return releases.filter(({ version }) => version.prerelease === "").map(({ version }) => version.text);
}

/** Nothing else says which version is in use here: a module's call always, terraform where it is the only place. */
function isAlone({ findings }: World, { dependency }: Mention): boolean {
  const others = findings.mentions.filter((each) => each.dependency.name === dependency.name);
  return dependency.kind === "module" || others.length === 1;
}

describe("every update", () => {
  it("goes to a newer version that exists, that the policy takes and every edited text admits", () => {
    fc.assert(
      fc.property(cases, (each) => {
        for (const update of decided(each).updates) {
          expect(takable(each, update.dependency)).toContain(update.to);
          expect(isNewer(update.to, update.from)).toBe(true);
          expect(update.line).toBe(lineOf(parseVersion(update.to)));
          expect(update.edits.length + update.locks.length).toBeGreaterThan(0);
          expect(new Set(update.edits.map(({ mention }) => mention)).size).toBe(update.edits.length);
          for (const { mention, after } of update.edits) {
            expect(after).not.toBe(mention.text);
            expect(admits({ ...mention, text: after }, parseVersion(update.to))).toBe(true);
            const isKept = each.wanted.strategy === "auto" || each.wanted.strategy === "widen";
            if (isKept) expect(admits(mention, parseVersion(update.to))).toBe(false);
          }
          for (const lock of update.locks) expect(isNewer(lock.to, lock.from)).toBe(true);
        }
      }),
      options,
    );
  });

  it("does what the inputs select, and nothing else", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { wanted } = each;
        const selections = {
          terraform: "terraform",
          provider: "providers",
          module: "modules",
          "tflint-plugin": "providers",
        } as const;
        const before = lockStates(each.given);
        for (const { dependency, edits, locks, isMajor, roots } of decided(each).updates) {
          if (!wanted.kinds.has(selections[dependency.kind]) || wanted.strategy === "lock-only")
            expect(edits).toEqual([]);
          if (!wanted.kinds.has("lock-file") && locks.length > 0) expect(edits).not.toEqual([]);
          // Where the constraints are further than the lock file, somebody has gone there by hand.
          const isBehind = roots.some((root) => before.get(root)?.isAdmitted === false);
          if (wanted.major === "ignore" && !isBehind) expect(isMajor).toBe(false);
        }
      }),
      options,
    );
  });

  it("leaves no root module worse than it was: what was admitted stays admitted", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const before = lockStates(each.given);
        for (const update of decided(each).updates) {
          for (const [root, after] of lockStates(applyTo(each.given, update))) {
            const was = before.get(root);
            if (was?.isAdmitted === true)
              expect([root, update.to, after]).toEqual([root, update.to, { ...after, isAdmitted: true }]);
            if (was !== undefined && was.version !== after.version) expect(update.roots).toContain(root);
          }
        }
      }),
      options,
    );
  });

  it("is done once it is merged: it does not come again", () => {
    fc.assert(
      fc.property(cases, (each) => {
        for (const update of decided(each).updates) {
          const again = decided({ ...each, given: applyTo(each.given, update) });
          const same = again.updates.filter(
            ({ dependency, to }) => dependency.name === update.dependency.name && to === update.to,
          );
          for (const { edits, locks, roots } of same) {
            // Only places that could not come along before may do so now.
            const files = new Set([
              ...update.edits.map(({ mention }) => mention.file),
              ...update.locks.map(({ file }) => file),
            ]);
            expect(
              [...edits.map(({ mention }) => mention.file), ...locks.map(({ file }) => file)].filter((file) =>
                files.has(file),
              ),
            ).toEqual([]);
            expect(roots.length).toBeGreaterThan(0);
          }
        }
      }),
      options,
    );
  });

  it("climbs one rung at a time when it is to", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { given, wanted } = each;
        const isFree =
          given.findings.mentions.every(({ text: written }) => !written.includes("!=")) && wanted.ignore.length === 0;
        if (!wanted.isStepwise || !isFree) return;
        const before = lockStates(given);
        for (const update of decided(each).updates) {
          const takenMajors = takable(each, update.dependency).map(parseVersion);
          const target = parseVersion(update.to);
          for (const { file, from } of update.locks) {
            if (before.get(directoryOf(file))?.isAdmitted !== true) continue;
            const left = parseVersion(from);
            const skipped = takenMajors.filter(
              (version) =>
                compareVersions(version, left) > 0 && majorOf(version) < majorOf(target) && version.prerelease === "",
            );
            expect([from, update.to, skipped.map(({ text: version }) => version)]).toEqual([from, update.to, []]);
          }
        }
      }),
      options,
    );
  });
});

describe("a decision", () => {
  it("skips nothing silently: everything newer than what is locked is proposed, passed by or held", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { updates, held } = decided(each);
        const told = held.filter(({ dependency }) => dependency === "acme/x").map(({ to }) => to);
        for (const [root, { version }] of lockStates(each.given)) {
          const mine = updates
            .filter(({ dependency, roots }) => dependency.name === "acme/x" && roots.includes(root))
            .map(({ to }) => to);
          for (const newer of stableOf(each, { name: "acme/x" }).filter((candidate) => isNewer(candidate, version))) {
            const isAnswered = [...mine, ...told].some((to) => to === newer || (to !== "" && isNewer(to, newer)));
            expect([root, version, newer, isAnswered]).toEqual([root, version, newer, true]);
          }
        }
      }),
      options,
    );
  });

  it("skips nothing silently where a text names a version either", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { updates, held } = decided(each);
        for (const asked of each.given.findings.mentions.filter(({ dependency }) => dependency.kind !== "provider")) {
          const { dependency, text: written } = asked;
          const named = /^(?:= )?[0-9.]+$/.test(written) ? written.replace("= ", "") : undefined;
          if (named === undefined || !isAlone(each.given, asked)) continue;
          const mine = updates
            .filter(({ edits }) => edits.some(({ mention }) => mention === asked))
            .map(({ to }) => to);
          const told = held.filter((one) => one.dependency === dependency.name).map(({ to }) => to);
          for (const newer of stableOf(each, dependency).filter((candidate) => isNewer(candidate, named))) {
            const isAnswered = [...mine, ...told].some((to) => to === newer || (to !== "" && isNewer(to, newer)));
            expect([asked.file, named, newer, isAnswered]).toEqual([asked.file, named, newer, true]);
          }
        }
      }),
      options,
    );
  });

  it("changes no place twice in one pull request", () => {
    fc.assert(
      fc.property(cases, (each) => {
        for (const { updates } of group(decided(each).updates, { by: "all" }, each.wanted.major)) {
          const edited = updates.flatMap(({ edits }) => edits.map(({ mention }) => mention));
          expect(new Set(edited).size).toBe(edited.length);
          const locks = updates.flatMap((update) => update.locks.map(({ file, provider }) => `${file} ${provider}`));
          expect(new Set(locks).size).toBe(locks.length);
        }
      }),
      options,
    );
  });

  it("tells each dependency, reason and line once", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { held, updates } = decided(each);
        const keys = held.map(({ dependency, reason, to }) =>
          [dependency, reason, to === "" ? "" : lineOf(parseVersion(to))].join(" "),
        );
        expect(new Set(keys).size).toBe(keys.length);
        const lines = updates.map(({ dependency, line }) => `${dependency.name} ${line}`);
        expect(new Set(lines).size).toBe(lines.length);
        for (const { why } of held) expect(why).toMatch(/^\S[^]*[^.]\.$/);
      }),
      options,
    );
  });

  it("does not depend on the order in which things were found", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const { findings, locks } = each.given;
        const turned = {
          findings: { ...findings, mentions: findings.mentions.toReversed(), modules: findings.modules.toReversed() },
          locks: locks.toReversed(),
        };
        expect(decided({ ...each, given: turned })).toEqual(decided(each));
      }),
      options,
    );
  });
});
