import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import type { Dialect } from "./constraint-dialect.ts";
import { ConstraintError } from "./constraint-error.ts";
import { normaliseConstraints } from "./constraint-normal.ts";
import { matches, parseConstraint } from "./constraint.ts";
import { parseVersion } from "./version.ts";

type Row = {
  dialect: Dialect;
  constraint: string;
  candidates: string[];
  selected: string | null;
  lockConstraints?: string | null;
  error: string | null;
};

const fixture = path.join(import.meta.dirname, "../fixtures/constraints/constraint-semantics.json");
const rows = JSON.parse(readFileSync(fixture, "utf8")) as Row[];

/** The error kind, or which of the versions match. */
function verdict(constraint: string, versions: readonly string[], dialect: Dialect = "core"): string | string[] {
  try {
    const parsed = parseConstraint(constraint, dialect);
    return versions.filter((version) => matches(parsed, parseVersion(version)));
  } catch (error) {
    if (error instanceof ConstraintError) return error.kind;
    throw error;
  }
}

function errorOf(constraint: string, dialect: Dialect = "core"): ConstraintError {
  try {
    parseConstraint(constraint, dialect);
  } catch (error) {
    if (error instanceof ConstraintError) return error;
  }
  throw new Error(`${constraint} was accepted`);
}

/** Recorded with a real terraform 1.11.4. */
describe.each([
  ["core", 41],
  ["module", 34],
  ["provider", 31],
] as const)("the %s dialect, as terraform judged it", (dialect, count) => {
  const own = rows.filter((row) => row.dialect === dialect);

  it("has all recorded rows", () => {
    expect(own).toHaveLength(count);
  });

  it.each(own.map((row) => [row.constraint, row] as const))("%j", (_, row) => {
    const errors = new Map([
      ["prerelease not supported", "prerelease"],
      ["invalid syntax", "syntax"],
    ]);
    const ours = verdict(row.constraint, row.candidates, dialect);
    // Candidates are in order: terraform takes the newest.
    const newest = Array.isArray(ours) ? (ours.at(-1) ?? null) : ours;
    expect(newest).toBe(errors.get(row.error ?? "") ?? row.selected);
    if (typeof row.lockConstraints === "string")
      expect(normaliseConstraints([row.constraint])).toBe(row.lockConstraints);
  });
});

describe("what surprises people", () => {
  const versions = ["0.15.5", "1.0.0", "1.2.0", "1.2.3", "1.2.99", "1.99.0", "2.0.0"];

  it.each([
    ["~> 1", ["1.0.0", "1.2.0", "1.2.3", "1.2.99", "1.99.0", "2.0.0"]],
    ["~> 1.2", ["1.2.0", "1.2.3", "1.2.99", "1.99.0"]],
    ["~> 1.2.3", ["1.2.3", "1.2.99"]],
    ["1.2", ["1.2.0"]],
    ["> 1.2", ["1.2.3", "1.2.99", "1.99.0", "2.0.0"]],
    ["~> 1.2.3.4", []],
    ["1.2.3.4", []],
    ["1.2.3.0", ["1.2.3"]],
    ["v1.2.3", ["1.2.3"]],
    ["1.2.3+ent", ["1.2.3"]],
    [" >= 1.2 ,\t< 2.0\n", ["1.2.0", "1.2.3", "1.2.99", "1.99.0"]],
    ["!= 1.2.3, ~> 1.2.0", ["1.2.0", "1.2.99"]],
  ])("%s", (constraint, expected) => {
    expect(verdict(constraint, versions)).toEqual(expected);
  });

  it("a running pre-release is compared by its core", () => {
    expect(verdict(">= 1.12.0", ["1.12.0-rc1", "1.11.9"])).toEqual(["1.12.0-rc1"]);
    expect(verdict("< 1.12.0", ["1.12.0-rc1"])).toEqual([]);
  });
});

describe("pre-releases have to be asked for", () => {
  const versions = ["1.2.0-beta1", "1.2.0-rc1", "1.2.0", "1.2.5", "1.3.0-rc1", "2.0.0"];

  it.each<[constraint: string, module: string[], provider: string[]]>([
    ["1.2.0-rc1", ["1.2.0-rc1"], ["1.2.0-rc1"]],
    ["=1.2.0-rc1", ["1.2.0-rc1"], ["1.2.0-rc1"]],
    // Terraform asks a parser for it that takes no white space here.
    ["= 1.2.0-rc1", [], ["1.2.0-rc1"]],
    ["1.2.0-rc1, >= 1.0", [], ["1.2.0-rc1"]],
    ["1.2.0-rc1, >= 1.2", [], []],
    ["1.2.0-rc1, < 1.2.0", [], ["1.2.0-rc1"]],
    [">= 1.2.0-beta1, < 1.3.0", ["1.2.0", "1.2.5"], ["1.2.0", "1.2.5"]],
    ["~> 1.2.0-rc1", [], ["1.2.0", "1.2.5"]],
    ["~> 1.2.0-rc1, 1.3.0-rc1", [], ["1.3.0-rc1"]],
    ["!= 1.2.0-rc1, ~> 1.2.0", ["1.2.0", "1.2.5"], ["1.2.0", "1.2.5"]],
  ])("%s", (constraint, module, provider) => {
    expect(verdict(constraint, versions, "module")).toEqual(module);
    expect(verdict(constraint, versions, "provider")).toEqual(provider);
  });

  it("v and a fourth number belong to modules", () => {
    expect(verdict("v1.2.0-rc1", versions, "module")).toEqual([]);
    expect(verdict("~> 1.2.0.1", ["1.2.0.0", "1.2.0.4", "1.2.1"], "module")).toEqual(["1.2.0.4"]);
  });

  it("providers have an order of pre-releases of their own", () => {
    expect(verdict("1.2.0-rc, < 1.2.0-beta.1", ["1.2.0-rc"], "provider")).toEqual(["1.2.0-rc"]);
    expect(verdict("1.2.0-9, < 1.2.0-10", ["1.2.0-9"], "provider")).toEqual(["1.2.0-9"]);
    expect(verdict("1.2.0--x, > 1.2.0-1", ["1.2.0--x"], "provider")).toEqual(["1.2.0--x"]);
    expect(verdict("1.2.0-1.a, > 1.2.0-1.2", ["1.2.0-1.a"], "provider")).toEqual(["1.2.0-1.a"]);
  });

  it("an exact version of a provider means its metadata, too", () => {
    const built = ["1.2.0", "1.2.0+b"];
    expect(verdict("1.2.0", built, "provider")).toEqual(["1.2.0"]);
    expect(verdict("!= 1.2.0", built, "provider")).toEqual(["1.2.0+b"]);
    expect(verdict("1.2.0", built, "module")).toEqual(built);
    expect(verdict("1.2.0-rc1+b", ["1.2.0-rc1", "1.2.0-rc1+b"], "module")).toEqual(["1.2.0-rc1+b"]);
  });

  it("no constraint admits the provider version 0.0.0", () => {
    expect(verdict(">= 0.0.0", ["0.0.0", "0.0.1"], "provider")).toEqual(["0.0.1"]);
    expect(verdict(">= 0.0.0", ["0.0.0", "0.0.1"], "module")).toEqual(["0.0.0", "0.0.1"]);
  });
});

describe("errors", () => {
  it.each([
    ["", 0, /empty/, />= 1\.5\.0/],
    ["   ", 3, /empty/, />= 1\.5\.0/],
    [">= 1.2,", 7, /empty term/, /comma/],
    ["^1.2", 0, /position 1/, /~> 1\.2/],
    ["1.x", 0, /position 2/, /wildcard/],
    ["1.2.*", 0, /position 4/, /wildcard/],
    ["1.2 || 2.0", 0, /position 4/, /"or"/],
    [">= 1.2 < 2", 0, /position 7/, /comma/],
    ["=> 1.2", 0, /position 2/, />=/],
    ["== 1.2", 0, /position 2/, /once/],
    ["~1.2", 0, /position 1/, /"~>"/],
    [">= 1.2, foo", 8, /position 9/, /operator/],
    ["\u00A0>= 1.2", 0, /position 1/, /operator/],
  ])("%j is told where and what to write", (text, offset, message, remedy) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ kind: "syntax", offset });
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
  });

  it("a pre-release is refused with terraform's own meaning", () => {
    const error = errorOf(">= 1.0, < 1.12.0-rc1");
    expect(error).toMatchObject({ kind: "prerelease", offset: 8 });
    expect(error.remedy).toContain("Write 1.12.0");
  });

  it.each([
    [">= 1.0, v1.2.0", 8, /"v"/, /Remove/],
    ["~> v1.2", 0, /"v"/, /Remove/],
    ["1.2.0.1", 0, /more numbers/, /three/],
    [">=  1.2", 0, /one space/, /one space/],
    [">=\t1.2", 0, /one space/, /one space/],
    ["1.2.0beta1", 0, /no version/, /hyphen/],
    ["1.2.0-a~b", 0, /no version/, /hyphen/],
  ])("%j is no constraint of a provider", (text, offset, message, remedy) => {
    const error = errorOf(text, "provider");
    expect(error).toMatchObject({ kind: "syntax", offset });
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(() => parseConstraint(text, "module")).not.toThrow();
  });

  it("H080: hostile text is an error, short and in one line", () => {
    for (const text of [
      "<2.0 || *",
      "latest; rm",
      `${"9".repeat(100_000)}x`,
      "1.2\n::set-env name=X::y",
      "=".repeat(50_000),
      `v${"1.".repeat(10_000)}1`,
    ]) {
      const error = errorOf(text, "provider");
      expect(error.message.length).toBeLessThan(200);
      expect(error.message).not.toContain("\n");
    }
  });
});

describe("the real terraform agrees", () => {
  it.each([
    "1.11.4",
    "= 1.11.4",
    "1.11",
    "~> 1",
    "~> 1.11",
    "~> 1.11.4",
    "~> 1.11.5",
    "~> 2",
    "!= 1.11.4",
    "!= 1.11",
    "<= 1.11",
    "> 1.11",
    ">= 1.11.4.0",
    "~> 1.11.4.0",
    "1.11.4+ent",
    "v1.11.4",
    "1.11.4-rc1",
    "1.11.4beta1",
    "1.11-",
    "^1.11",
    "1.11.x",
    ">= 1.0 < 2.0",
    ">= 1.0,",
    "",
    ">=1.0,<2.0",
    "\t>= 1.0\n",
  ])("%j", (text) => {
    const folder = mkdtempSync(path.join(tmpdir(), "constraint-"));
    try {
      writeFileSync(path.join(folder, "main.tf"), `terraform {\n  required_version = ${JSON.stringify(text)}\n}\n`);
      const environment = { PATH: process.env["PATH"] ?? "", CHECKPOINT_DISABLE: "1" };
      const options = { cwd: folder, encoding: "utf8", env: environment } as const;
      const version = spawnSync("terraform", ["version", "-json"], options);
      const running = (JSON.parse(version.stdout) as { terraform_version: string }).terraform_version;
      const { status, stdout, stderr } = spawnSync("terraform", ["init", "-backend=false", "-no-color"], options);
      const said = stdout + stderr;
      const real =
        status === 0
          ? [running]
          : said.includes("rerelease")
            ? "prerelease"
            : said.includes("Unsupported Terraform Core")
              ? []
              : "syntax";
      expect(verdict(text, [running])).toEqual(real);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("properties", () => {
  const number = fc.nat({ max: 12 });
  const version = fc.tuple(number, number, number).map((parts) => parts.join("."));
  const bound = fc.oneof(
    version,
    fc.tuple(number, number).map((parts) => parts.join(".")),
    number.map(String),
  );

  it("opposite operators disagree on every version", () => {
    fc.assert(
      fc.property(version, bound, (given, limit) => {
        const holds = (operator: string): boolean =>
          matches(parseConstraint(`${operator} ${limit}`), parseVersion(given));
        expect(holds("!=")).toBe(!holds("="));
        expect(holds("<")).toBe(!holds(">="));
        expect(holds(">")).toBe(!holds("<="));
        if (holds("~>")) expect(holds(">=")).toBe(true);
      }),
      { numRuns: runs(300, 100_000), seed: seed() },
    );
  });

  it("any text is a constraint whose terms lie where they say, or a ConstraintError", () => {
    const piece = fc.constantFrom(
      ">=",
      "<",
      "~>",
      "=",
      "!",
      " ",
      ",",
      "1",
      ".",
      "2",
      "-rc1",
      "+b",
      "v",
      "x",
      "*",
      "\t",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          try {
            for (const term of parseConstraint(text).terms) expect(text.slice(term.start, term.end)).toBe(term.text);
          } catch (error) {
            expect(error).toBeInstanceOf(ConstraintError);
          }
        },
      ),
      { numRuns: runs(500, 200_000), seed: seed() },
    );
  });
});
