import { describe, expect, it } from "@jest/globals";
import { getBooleanInput } from "@actions/core";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { Failure } from "./failure.ts";
import { input } from "./input-kinds.ts";
import { type Declaration, inputFailure, inputVariable, readInputs } from "./inputs.ts";

const described = { description: "d" };

/** The value of one input, or the whole message of what is wrong with it. */
function read<T>(declaration: Declaration<T>, given: string | undefined): T | { problem: string } {
  try {
    return readInputs({ "the-input": declaration }, { "INPUT_THE-INPUT": given })["the-input"];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.reason).toBe("invalid-input");
    return { problem: error.what };
  }
}

const isProblem = (value: unknown): value is { problem: string } =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "problem");

describe("flag", () => {
  const flag = input.flag(described);

  it.each<[string, boolean]>([
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ["false", false],
    ["False", false],
    ["FALSE", false],
    ["TRUE ", true],
    ["true\n", true],
  ])("H070: %j is %s", (given, value) => {
    expect(read(flag, given)).toBe(value);
  });

  it.each(["yes", "1", "", "on", "tRUE", "t", "0", "null", "TruE", "true false"])(
    "H070: %j is an input error that names the input",
    (given) => {
      const value = read(flag, given);
      expect(value).toEqual({
        problem: expect.stringMatching(/the-input was given .+, accepted is true, True, TRUE, false/),
      });
    },
  );

  it("H070: agrees with the official toolkit on every text", () => {
    const words = fc.constantFrom("true", "True", "FALSE", "false", "tRue", "yes", "", "1", "\u00A0true", "true\u0085");
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), (given) => {
        let official: boolean | undefined;
        process.env["INPUT_OFFICIAL"] = given;
        // A NUL cannot be in an environment; process.env cuts the text there.
        const actual = process.env["INPUT_OFFICIAL"];
        try {
          official = getBooleanInput("official");
        } catch {
          official = undefined;
        }
        delete process.env["INPUT_OFFICIAL"];
        const value = read(flag, actual);
        expect(isProblem(value) ? undefined : value).toBe(official);
      }),
      { numRuns: runs(200, 20_000), seed: seed() },
    );
  });

  it("is its default when it is absent", () => {
    expect(read(flag, undefined)).toBe(false);
    expect(read(input.flag({ ...described, default: true }), undefined)).toBe(true);
  });
});

describe("integer", () => {
  const timeout = input.integer({ ...described, min: 1, max: 600, default: 30 });

  it.each([
    "1e9",
    "-1",
    "NaN",
    "0x10",
    "99999999999999999999",
    "0",
    "601",
    "1.0",
    "+5",
    "05",
    "1 0",
    "Infinity",
    "1_0",
    "٣",
    "-0",
  ])("H071: %j is an input error that names the bounds", (given) => {
    expect(read(timeout, given)).toEqual({
      problem: `An input cannot be used: the-input was given "${given}", accepted is a whole number from 1 to 600`,
    });
  });

  it.each([
    ["1", 1],
    ["600", 600],
    [" 42\n", 42],
    ["", 30],
    [undefined, 30],
  ])("reads %j", (given, value) => {
    expect(read(timeout, given)).toBe(value);
  });

  it("H071: has bounds when none are declared, and is undefined without a default", () => {
    const free = input.integer({ ...described, optional: true });
    expect(read(free, "")).toBeUndefined();
    expect(read(free, undefined)).toBeUndefined();
    expect(read(free, "2147483647")).toBe(2_147_483_647);
    expect(isProblem(read(free, "2147483648"))).toBe(true);
    expect(isProblem(read(free, "-1"))).toBe(true);
    expect(read(input.integer({ ...described, min: -5 }), "-5")).toBe(-5);
    expect(Object.is(read(input.integer({ ...described, min: -5 }), "-0"), 0)).toBe(true);
  });

  it("H071: is the number or an error, for every text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer().map(String), fc.string(), fc.double().map(String)), (given) => {
        const value = read(timeout, given);
        if (isProblem(value) || given.trim() === "") return;
        expect(String(value)).toBe(given.trim());
        expect(value).toBeGreaterThanOrEqual(1);
        expect(value).toBeLessThanOrEqual(600);
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });
});

describe("text, lines, choice, duration, secret, directory", () => {
  it("text is trimmed, checked against its pattern or check, and may be empty when its default is", () => {
    const version = input.text({ ...described, pattern: /^\d+\.\d+$/g, accepts: "a version" });
    expect(read(version, " 1.2\n")).toBe("1.2");
    expect(read(version, "1.2")).toBe("1.2");
    expect(read(version, "")).toBe("");
    expect(read(version, "x")).toEqual({
      problem: 'An input cannot be used: the-input was given "x", accepted is a version',
    });
    const checked = input.text({
      ...described,
      default: "a",
      check: (text) => (text === "b" ? "b is taken" : undefined),
    });
    expect(read(checked, undefined)).toBe("a");
    expect(read(checked, "b")).toEqual({ problem: expect.stringContaining('"b" (b is taken)') });
    expect(isProblem(read(input.text({ ...described, maxLength: 3 }), "abcd"))).toBe(true);
    expect(isProblem(read(input.text({ ...described, required: true }), " "))).toBe(true);
    expect(read(input.text({ ...described, pattern: /a/ }), "b")).toEqual({ problem: expect.stringContaining("/a/") });
  });

  it("lines are items without blank ones; CR, LF and CRLF end a line", () => {
    const list = input.lines(described);
    expect(read(list, "\n a \r\n\r\n  b\rc\t\n")).toEqual(["a", "b", "c"]);
    expect(read(list, undefined)).toEqual([]);
    expect(read(input.lines({ ...described, default: "x\ny" }), undefined)).toEqual(["x", "y"]);
    expect(read(input.lines({ ...described, verbatim: true }), "sh\n-c\n  echo a \n\nend")).toEqual([
      "sh",
      "-c",
      "  echo a ",
      "end",
    ]);
    expect(isProblem(read(input.lines({ ...described, max: 1 }), "a\nb"))).toBe(true);
    expect(isProblem(read(input.lines({ ...described, pattern: /^a/ }), "a\nb"))).toBe(true);
  });

  it("a choice is one of its words; the first is the default", () => {
    const comment = input.choice(["always", "changes", "never"], described);
    const value: "always" | "changes" | "never" | { problem: string } = read(comment, "never");
    expect(value).toBe("never");
    expect([read(comment, undefined), read(comment, "")]).toEqual(["always", "always"]);
    expect(read(comment, "Always")).toEqual({ problem: expect.stringContaining("one of always, changes, never") });
    expect(isProblem(read(comment, "constructor"))).toBe(true);
    expect(read(input.choice(["a", "b"], { ...described, default: "b" }), undefined)).toBe("b");
    expect(read(input.choice(["", "a"], described), "")).toBe("");
  });

  it("a duration is in milliseconds and within its bounds", () => {
    const wait = input.duration({ ...described, default: "5m", min: "10s", max: "1h" });
    expect([read(wait, undefined), read(wait, ""), read(wait, "1h"), read(wait, "10s")]).toEqual([
      300_000, 300_000, 3_600_000, 10_000,
    ]);
    for (const given of ["61m", "9s", "300", "5 m", "-5m"]) expect(isProblem(read(wait, given))).toBe(true);
    expect(read(wait, "2h")).toEqual({ problem: expect.stringContaining("1h30m, at least 10s, at most 1h") });
    expect(read(input.duration(described), "")).toBeUndefined();
  });

  it("a directory is a relative path inside the workspace", () => {
    const directory = input.directory({ ...described, default: "." });
    expect([read(directory, undefined), read(directory, "live/prod")]).toEqual([".", "live/prod"]);
    for (const given of ["", "../..", "/etc", "a/../../b", "C:\\x", "a\u0000b", "~root"]) {
      expect(isProblem(read(directory, given))).toBe(true);
    }
    expect(read(input.directory(described), "")).toBe("");
  });

  it("a secret is never part of a message", () => {
    const key = input.secret({ ...described, required: true });
    expect([read(key, "s3cret\n"), read(input.secret(described), undefined)]).toEqual(["s3cret", ""]);
    expect(read(key, undefined)).toEqual({ problem: expect.stringContaining("was given nothing") });
    const picky: Declaration<string> = {
      ...key,
      read: (text) => {
        throw new RangeError(`no: ${text}`);
      },
    };
    expect(JSON.stringify(read(picky, "s3cret"))).not.toContain("s3cret");
  });
});

describe("readInputs", () => {
  const declarations = {
    "working-directory": input.directory({ ...described, default: "." }),
    parallelism: input.integer({ ...described, min: 1, max: 100 }),
    "dry-run": input.flag(described),
    "github-token": input.secret({ ...described, default: "${{ github.token }}" }),
  };

  it("reports every bad input at once: its name, what was given, what is accepted", () => {
    const environment = {
      "INPUT_WORKING-DIRECTORY": "../x",
      INPUT_PARALLELISM: `9\u001B${"9".repeat(200)}`,
      "INPUT_DRY-RUN": "yes",
    };
    let thrown: unknown;
    try {
      readInputs(declarations, environment);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    const { what, remedy } = thrown as Failure;
    expect(what).toBe(
      `3 inputs cannot be used: working-directory was given "../x" (it leaves the workspace), accepted is a relative path inside the workspace; ` +
        `parallelism was given "9\\u001b${"9".repeat(98)}…" (202 characters), accepted is a whole number from 1 to 100; ` +
        `dry-run was given "yes", accepted is true, True, TRUE, false, False or FALSE`,
    );
    expect(remedy).toContain("Nothing was started");
  });

  it("gives defaults for absent inputs, nothing for an expression that was never evaluated, and the given text else", () => {
    expect(readInputs(declarations, {})).toEqual({
      "working-directory": ".",
      parallelism: undefined,
      "dry-run": false,
      "github-token": "",
    });
    expect(readInputs(declarations, { "INPUT_GITHUB-TOKEN": "ghs_x" })["github-token"]).toBe("ghs_x");
  });

  it("does not hide defects of a declaration", () => {
    const broken: Declaration<string> = {
      ...input.text(described),
      read: () => {
        throw new TypeError("defect");
      },
    };
    expect(() => readInputs({ broken }, {})).toThrow(TypeError);
  });

  it("names inputs in the environment as the runner does", () => {
    expect(inputVariable("working-directory")).toBe("INPUT_WORKING-DIRECTORY");
    expect(inputVariable("a b c")).toBe("INPUT_A_B_C");
  });

  it("makes the same failure for rules across inputs", () => {
    const failure = inputFailure([
      { name: "plan-file", given: "x", accepts: "nothing with approval: none", why: "they exclude each other" },
    ]);
    expect(failure.what).toBe(
      'An input cannot be used: plan-file was given "x" (they exclude each other), accepted is nothing with approval: none',
    );
  });
});
