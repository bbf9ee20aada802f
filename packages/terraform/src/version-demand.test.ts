import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { parseConstraint } from "./constraint.ts";
import type { RequiredVersion } from "./required-version.ts";
import { chooseRelease, isSatisfiedBy } from "./version-choice.ts";
import { askedByInput, decideDemand, warningsFor, type Asked, type Demand } from "./version-demand.ts";
import { parseRequest, parseToolRequest, type VersionRequest } from "./version-request.ts";
import { parseVersion } from "./version.ts";

const releases = ["0.15.5", "1.0.0", "1.5.7", "1.11.0", "1.11.4", "1.12.0-rc1", "1.15.0-beta1"].map(parseVersion);
const file = { file: "live/.terraform-version", line: 1 };

function asked(text: string, parse: (text: string) => VersionRequest = parseRequest): Asked {
  return { request: parse(text), text, location: file };
}

function required(...constraints: string[]): RequiredVersion[] {
  return constraints.map((text, index) => ({
    constraint: parseConstraint(text),
    location: { file: "live/main.tf", line: index + 2 },
  }));
}

/** The version that a demand comes to, and where it was named. */
function outcome(demand: Demand): string {
  if (demand.kind === "nothing") return "nothing";
  const version = demand.kind === "exact" ? demand.version : chooseRelease(demand, releases, "terraform");
  return `${demand.kind} ${version.text} by ${demand.source}`;
}

function failureOf(ask: () => unknown): Failure {
  try {
    ask();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error("there was no failure");
}

describe("decideDemand and chooseRelease", () => {
  it.each<[string, Asked | undefined, string[], string]>([
    ["nothing", undefined, [], "nothing"],
    ["the input", askedByInput("1.5.7"), [], "exact 1.5.7 by input terraform-version"],
    ["the input before required_version", askedByInput("1.5.7"), [">= 1.11"], "exact 1.5.7 by input terraform-version"],
    ["a constraint in the input", askedByInput("~> 1.11.0"), [], "choice 1.11.4 by input terraform-version"],
    ["latest in the input", askedByInput("latest"), ["~> 1.5.0"], "choice 1.11.4 by input terraform-version"],
    ["a file", asked("1.12.0-rc1"), [], "exact 1.12.0-rc1 by live/.terraform-version:1"],
    ["a file that required_version admits", asked("1.5.7"), [">= 1.5"], "exact 1.5.7 by live/.terraform-version:1"],
    [
      "a pre-release is admitted by its core",
      asked("1.12.0-rc1"),
      ["~> 1.12.0"],
      "exact 1.12.0-rc1 by live/.terraform-version:1",
    ],
    [
      "a constraint in a file",
      asked(">= 1.5"),
      ["< 1.11"],
      "choice 1.5.7 by live/.terraform-version:1, live/main.tf:2",
    ],
    ["a beginning", asked("1.11", parseToolRequest), [], "choice 1.11.4 by live/.terraform-version:1"],
    [
      "a beginning of one number",
      asked("1", parseToolRequest),
      ["< 1.11.3"],
      "choice 1.11.0 by live/.terraform-version:1, live/main.tf:2",
    ],
    ["a pattern", asked("latest:^1\\.[0-9]\\."), [], "choice 1.5.7 by live/.terraform-version:1"],
    ["latest in a file", asked("latest"), [], "choice 1.11.4 by live/.terraform-version:1"],
    [
      "latest-allowed",
      asked("latest-allowed"),
      ["< 1.11", ">= 1"],
      "choice 1.5.7 by live/.terraform-version:1, live/main.tf:2, live/main.tf:3",
    ],
    [
      "min-required",
      asked("min-required"),
      [">= 0.15.0", "!= 0.15.5"],
      "choice 1.0.0 by live/.terraform-version:1, live/main.tf:2, live/main.tf:3",
    ],
    ["required_version", undefined, ["~> 1.0", "< 1.11"], "choice 1.5.7 by live/main.tf:2, live/main.tf:3"],
    [
      "an exact required_version needs no list",
      undefined,
      [">= 1.0", "1.5.7"],
      "exact 1.5.7 by live/main.tf:2, live/main.tf:3",
    ],
    ["a short required_version is exact as well", undefined, ["= 1.11"], "exact = 1.11 by live/main.tf:2"],
  ])("%s", (_, ask, constraints, expected) => {
    expect(outcome(decideDemand(ask, required(...constraints))).replace("exact 1.11 by", "exact = 1.11 by")).toBe(
      expected,
    );
  });

  it.each<[string, Asked | undefined, string[], RegExp]>([
    [
      "a file",
      asked("1.5.7"),
      [">= 1.0", ">= 1.6"],
      /^live\/\.terraform-version:1 asks for 1\.5\.7, but live\/main\.tf:3 requires ">= 1\.6"$/,
    ],
    [
      "two required_version",
      undefined,
      ["1.5.7", "~> 1.11"],
      /^live\/main\.tf:2 asks for 1\.5\.7, but live\/main\.tf:3 requires "~> 1\.11"$/,
    ],
    [
      "latest-allowed without required_version",
      asked("latest-allowed"),
      [],
      /says latest-allowed, but no required_version/,
    ],
    ["min-required without a lower bound", asked("min-required"), ["< 2"], /from which version on/],
  ])("contradiction: %s", (_, ask, constraints, message) => {
    const failure = failureOf(() => decideDemand(ask, required(...constraints)));
    expect(failure.reason).toBe("no-version");
    expect(failure.what).toMatch(message);
    expect(failure.location).toBeDefined();
  });

  it("says what was wanted, and the newest release, when nothing satisfies it", () => {
    const failure = failureOf(() => outcome(decideDemand(asked(">= 1.12"), required("< 2"))));
    expect(failure.reason).toBe("not-found");
    expect(failure.what).toBe(
      'No release of terraform for this platform satisfies >= 1.12 and required_version "< 2" (live/.terraform-version:1, live/main.tf:2); the newest is 1.11.4',
    );
  });
});

describe("isSatisfiedBy", () => {
  it.each<[string, Asked | undefined, string[], string, boolean]>([
    ["anything where nothing is named", undefined, [], "1.5.7", true],
    ["the exact one", askedByInput("1.5.7"), [], "1.5.7", true],
    ["another one", askedByInput("1.5.7"), [], "1.5.6", false],
    ["an older one that a constraint admits", askedByInput("~> 1.0"), [], "1.5.7", true],
    ["one that a constraint refuses", askedByInput("~> 1.11.0"), [], "1.5.7", false],
    ["one that required_version admits", undefined, [">= 1.5"], "1.5.7", true],
    ["a pre-release that nobody named", undefined, [">= 1.5"], "1.12.0-rc1", false],
    ["one that begins so", asked("1.5", parseToolRequest), [], "1.5.0", true],
    ["any one, for latest", askedByInput("latest"), [], "1.11.4", false],
    ["any one, for latest-allowed", asked("latest-allowed"), [">= 1"], "1.11.4", false],
  ])("%s", (_, ask, constraints, present, expected) => {
    expect(isSatisfiedBy(decideDemand(ask, required(...constraints)), parseVersion(present))).toBe(expected);
  });
});

describe("warningsFor", () => {
  it("explains a bare 1.11", () => {
    expect(warningsFor(askedByInput("1.11"), parseVersion("1.11.0"), [])).toEqual([
      "input terraform-version says 1.11, which terraform's constraints read as exactly 1.11.0. Write ~> 1.11.0 for the newest 1.11.x.",
    ]);
  });

  it("says when terraform will refuse what the input chose", () => {
    expect(warningsFor(askedByInput("1.5.7"), parseVersion("1.5.7"), required(">= 1", ">= 1.11"))).toEqual([
      'The input terraform-version chose 1.5.7, but terraform will refuse to run: live/main.tf:3 requires ">= 1.11"',
    ]);
    expect(warningsFor(asked("1.5.7"), parseVersion("1.5.7"), required(">= 1"))).toEqual([]);
    expect(warningsFor(undefined, parseVersion("1.5.7"), [])).toEqual([]);
  });
});
