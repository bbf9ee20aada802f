/** Constraints, their updates and their normal form, judged by the real terraform, hundreds at a time. */
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { updateCase, type UpdateCase } from "./constraint-cases-fixture.ts";
import type { Dialect, Term } from "./constraint-dialect.ts";
import { normaliseConstraints } from "./constraint-normal.ts";
import { askTerraform, RUNNING, type Question, type Verdict } from "./constraint-referee-fixture.ts";
import { updateConstraint, type ConstraintUpdate, type UpdateStrategy } from "./constraint-update.ts";
import { matches, parseConstraint, type Constraint } from "./constraint.ts";
import { parseVersion } from "./version.ts";

const DIALECTS: readonly Dialect[] = ["core", "module", "provider"];
const STRATEGIES: readonly UpdateStrategy[] = ["auto", "bump", "widen", "pin", "lock-only"];

/** What people seldom write. */
const EDGES: readonly string[] = [
  "1.2.0-rc1",
  "= 1.2.0-rc1",
  "=1.2.0-rc1",
  " 1.2.0-rc1 ",
  "=  1.2.0-rc1",
  "v1.2.0-rc1",
  "1.2-rc1",
  "1.2.0rc1",
  "1.2.0-rc1, >= 1.0",
  "1.2.0-rc1, 1.2.0-rc1",
  ">= 1.2.0-rc1",
  ">=1.2.0-rc1",
  "<= 1.2.0-rc1",
  "~> 1.2.0-rc1",
  "~> 1.2-rc1",
  "1.2.0-rc1+b",
  "1.2.0-rc1, ~> 1.0",
  "1.2.0-rc1, < 1.2.0",
  "1.2.0-rc1, > 1.2.0-beta.1",
  "1.2.0-rc1, > 1.2.0-beta",
  "1.2.0-rc1, < 1.2.0-beta.1",
  "1.2.0-rc1, < 1.2.0-a.b.c",
  "1.2.0-rc1, != 1.2.0",
  "1.2.0-rc1, != 1.2.0-rc1",
  "1.2.0-rc1, >= 1.2.0",
  ">= 1.0",
  "> 1.2",
  "1.2.0",
  "01.02.0",
  "= 1.2.0+b",
  "!= 1.2.0+b",
  ">= 1.2.0+b",
  "1.2.0-a~b",
  "~> 1",
  "~>1",
  "~>  1",
  "~>\t1",
  "\t~> 1\t",
  "\n~> 1 , < 3\n",
  ">= 1.0,",
  ",>= 1",
  "~> 1.2.0.0",
  "1.2.0.0",
  ">= 1.2.0.0",
  "< 1.2.0.1",
  ">= 0.0.0",
  "0.0.0",
  "< 1",
  "!= 0.1.0",
  "<1.2.0-rc2,1.2.0-rc1",
  "1.2.0--x",
  "1.2.0-1.2",
  "=< 1",
  "\u00a0>= 1",
  "\u000b>= 1",
  ">= 1 <2",
  "\t>= 1,\f< 2",
  "1.2.0-rc1,=1.2.0-rc1",
  "!= 1.2.0, != 1.2.0, !=1.2",
  "> 1.2.0, >= 1.2.0, ~> 1.2.0, ~> 1.2, <= 1.2.0, < 1.2.0, != 1.2.0, 1.2.0",
  "~> 1.2-rc1, ~> 1.2",
  ">= 1.0.0-rc, >= 1.0.0-beta.1, >= 1.0.0+z, >= 1.0.0+a.b, >= 1.0.0, >= 1.0.0-1, >= 1.0.0-10, >= 1.0.0-09",
  "~> 1.0.0+b, ~> 1.0+b",
  "1.2.0--x, > 1.2.0-1",
  "1.3.0-rc1, ~> 1.2.0-rc1",
  "1.2.0-1.2, > 1.2.0-1.10",
  "^1.2",
  "~1.2",
  "1.2.x",
  "1.*",
  "== 1.2.0",
  "=> 1",
  "1.2.0 || 1.3.0",
  "",
];

/** Something that has to be true of terraform's answer. */
type Claim = { question: Question; what: string; holds: (verdict: Verdict) => boolean };

/** Asks all at once; the claims that terraform does not agree with. */
async function disagreements(claims: readonly Claim[]): Promise<string[]> {
  const { verdicts } = await askTerraform(claims.map(({ question }) => question));
  return claims.flatMap(({ question, what, holds }, index) => {
    const verdict = verdicts[index] ?? { chosen: "nothing" };
    if (holds(verdict)) return [];
    return [
      `${what}; of ${question.versions.join(" and ")} ${JSON.stringify(question.constraint)} takes ${verdict.chosen}`,
    ];
  });
}

/**
 * Who can tell which of the versions the constraint takes. There is one terraform, so constraints on others are judged as
 * a module's: the same library reads them, and to releases they mean the same.
 */
function ask(dialect: Dialect, constraint: string, ...versions: string[]): Question {
  const isOther = dialect === "core" && versions.join() !== RUNNING;
  return { dialect: isOther ? "module" : dialect, constraint, versions };
}

function tryConstraint(text: string, dialect: Dialect): Constraint | undefined {
  try {
    return parseConstraint(text, dialect);
  } catch {
    return undefined;
  }
}

/** What our own reading says of the constraint. */
function readingClaims({ dialect, constraint, target }: UpdateCase): Claim[] {
  const parsed = tryConstraint(constraint, dialect);
  const what = `${dialect}: we read ${JSON.stringify(constraint)} otherwise`;
  if (parsed === undefined) {
    const question = ask(dialect, constraint, dialect === "core" ? RUNNING : target);
    return [{ question, what, holds: ({ chosen }) => chosen === "invalid" }];
  }
  const ours = matches(parsed, parseVersion(target)) ? target : "none";
  const normal = dialect === "provider" ? normaliseConstraints([constraint]) : undefined;
  return [
    {
      question: ask(dialect, constraint, target),
      what,
      holds: ({ chosen, locked }) => chosen === ours && (locked === undefined || locked === normal),
    },
  ];
}

/** Versions that the constraint refuses and has to go on refusing: below each of its floors, and behind each `!=`. */
function refusedVersions(terms: readonly Term[]): string[] {
  const versions = terms.flatMap(({ operator, version }) => {
    const { segments, text } = version;
    if (operator === "!=") return [text.replace(/^v/, "")];
    if (operator.startsWith("<")) return [];
    const [major = 0, minor = 0, patch = 0] = segments;
    const below = [
      patch > 0 ? [major, minor, patch - 1] : [],
      minor > 0 ? [major, minor - 1, 9] : [],
      major > 0 ? [major - 1, 9, 9] : [],
    ];
    const itself = operator === ">" && version.prerelease === "" ? [segments] : [];
    return [...below, ...itself].filter((parts) => parts.length > 0).map((parts) => parts.join("."));
  });
  return [...new Set(versions.map((version) => version.replaceAll(/\b0+(?=[0-9])/g, "")))];
}

function updateClaims(
  { dialect, constraint, target }: UpdateCase,
  strategy: UpdateStrategy,
  result: ConstraintUpdate,
): Claim[] {
  const outcome = "after" in result ? JSON.stringify(result.after) : result.problem;
  const what = `${dialect}: ${JSON.stringify(constraint)} for ${target}, ${strategy}: ${outcome}`;
  const terms = tryConstraint(constraint, dialect)?.terms ?? [];
  const claim = (question: Question, holds: (chosen: string) => boolean): Claim => ({
    question,
    what,
    holds: ({ chosen }) => holds(chosen),
  });
  const old = ask(dialect, constraint, target);
  if (!("after" in result)) return problemClaims(result.problem);
  const claims = [claim(ask(dialect, result.after, target), (chosen) => chosen === target)];
  if (strategy === "pin") {
    const next = target.replace(
      /^([0-9]+\.[0-9]+\.)([0-9]+).*$/,
      (_, head: string, patch: string) => `${head}${Number(patch) + 1}`,
    );
    return [...claims, claim(ask(dialect, result.after, next), (chosen) => chosen === "none")];
  }
  // What admits the version already stays as it is.
  if (strategy !== "bump") claims.push(claim(old, (chosen) => chosen !== target || result.after === constraint));
  const refused = refusedVersions(terms);
  if (refused.length > 0 && result.after !== constraint)
    claims.push(
      ...[constraint, result.after].map((text) => claim(ask(dialect, text, ...refused), (chosen) => chosen === "none")),
    );
  return claims;

  /** A refusal is none of a constraint that admits the version, and is what it says. */
  function problemClaims(problem: string): Claim[] {
    if (problem === "invalid") return terms.length === 0 ? [] : [claim(old, (chosen) => chosen === "none")];
    if (problem === "prerelease") return [claim(old, (chosen) => chosen === "none" && target.includes("-"))];
    // A pre-release is never admitted by one bound alone.
    if (problem === "lock-only" || target.includes("-")) return [claim(old, (chosen) => chosen === "none")];
    const bound = terms.map((term) => boundOf(term, problem)).find((text) => text !== "" && !admits(text)) ?? "nothing";
    return [old, ask(dialect, bound, target)].map((question) => claim(question, (chosen) => chosen === "none"));
  }

  /** What a term says of exclusions or of floors, alone. */
  function boundOf({ operator, version }: Term, problem: string): string {
    if (problem === "excluded") return operator === "!=" ? `!= ${version.text}` : "";
    if (operator.startsWith("<") || operator === "!=") return "";
    return `${operator === ">" ? ">" : ">="} ${version.text}`;
  }

  function admits(text: string): boolean {
    return matches(parseConstraint(text, dialect), parseVersion(target));
  }
}

describe("the real terraform judges", () => {
  it.each(DIALECTS)("updates of %s constraints", async (dialect) => {
    const cases = fc.sample(updateCase(dialect), { numRuns: runs(20, 2000), seed: seed() });
    let edited = 0;
    const claims = cases.flatMap((one) => {
      const results = STRATEGIES.map((strategy) => {
        const result = updateConstraint(one.constraint, parseVersion(one.target), strategy, dialect);
        if ("after" in result && result.after !== one.constraint) edited += 1;
        return updateClaims(one, strategy, result);
      });
      return [...readingClaims(one), ...results.flat()];
    });
    expect(await disagreements(claims)).toEqual([]);
    expect(edited).toBeGreaterThan(cases.length / 2);
  });

  it.each(DIALECTS)("%s constraints at the edges of the grammar", async (dialect) => {
    const versions =
      dialect === "core"
        ? [RUNNING]
        : [
            "0.0.0",
            "0.1.0",
            "1.2.0",
            "1.2.0+b",
            "1.2.0-rc1",
            "1.2.0-rc1+b",
            "1.2.0--x",
            "1.2.0-1.2",
            "1.3.0-rc1",
            "2.0.0",
          ];
    const more = dialect === "module" ? ["1.2.0.1", "1.2.0-a~b"] : [];
    const claims = EDGES.flatMap((constraint) =>
      [...versions, ...more].flatMap((target) => readingClaims({ dialect, constraint, target })),
    );
    expect(await disagreements(claims)).toEqual([]);
  });

  it("the normal form in lock files", async () => {
    const operators = fc.constantFrom(">= ", ">=", "> ", "~> ", "!= ", "<= ", "< ");
    const low = fc.tuple(fc.constantFrom("0", "1", "2"), fc.constantFrom("", ".0", ".1", ".0.0", ".0.1", ".1.0"));
    const end = fc.constantFrom("", "", "", "-rc1", "-rc.1", "-beta", "+b", "+a.b", "-rc1+b");
    // All of them admit 5.0.0, and so get into a lock file.
    const term = fc.tuple(operators, low, end).map(([operator, [major, rest], suffix]) => {
      const version = operator.startsWith("<")
        ? `${Number(major) + 6}${rest}`
        : operator.startsWith("~")
          ? `5${major === "0" ? "" : ".0"}`
          : `${major}${rest}`;
      return `${operator}${version}${operator.startsWith("~") && suffix.includes("+") ? "" : suffix}`;
    });
    const lists = fc.sample(fc.array(term, { minLength: 1, maxLength: 8 }), { numRuns: runs(40, 2000), seed: seed() });
    const claims = lists.map((texts): Claim => ({
      question: { dialect: "provider", constraint: texts.join(", "), versions: ["5.0.0"] },
      what: `the normal form is not ${normaliseConstraints(texts)}`,
      holds: ({ locked }) => locked === normaliseConstraints(texts),
    }));
    expect(await disagreements(claims)).toEqual([]);
  });
});
