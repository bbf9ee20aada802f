import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import {
  compareDiagnostics,
  type Diagnostic,
  locateDiagnostic,
  orderDiagnostics,
  parseDiagnostic,
  parseValidation,
} from "./diagnostics.ts";

const fixtures = new URL("../fixtures/events/", import.meta.url);
const at = { line: 3, column: 2, byte: 20 };
const error: Diagnostic = { severity: "error", summary: "Bad", detail: "" };

function place(filename: string, directory: string): ReturnType<typeof locateDiagnostic> {
  return locateDiagnostic(
    { ...error, range: { filename, start: at, end: { line: 3, column: 9, byte: 27 } } },
    directory,
  );
}

describe("parseValidation", () => {
  it("reads the answer of validate -json", () => {
    const validation = parseValidation(readFileSync(new URL("13-validate.json", fixtures), "utf8"));
    expect(validation).toMatchObject({
      isValid: false,
      diagnostics: [
        {
          severity: "error",
          summary: "Reference to undeclared input variable",
          range: { filename: "main.tf", start: { line: 2, column: 11, byte: 42 }, end: { line: 2, column: 22 } },
          snippet: {
            context: 'resource "terraform_data" "a"',
            code: "  input = var.missing",
            startLine: 2,
            highlightStart: 10,
          },
        },
      ],
    });
  });

  it.each(["", "{", "[]", "{}", '{"valid":"yes"}'])("takes %j for something else", (text) => {
    expect(parseValidation(text)).toBeUndefined();
  });
});

describe("parseDiagnostic", () => {
  it.each([undefined, null, 1, "x", [], {}, { detail: "only" }])("takes %j for no diagnostic", (value) => {
    expect(parseDiagnostic(value)).toBeUndefined();
  });

  it("keeps an unknown severity, and takes a missing one for an error", () => {
    expect(parseDiagnostic({ severity: "notice", summary: "x" })?.severity).toBe("notice");
    expect(parseDiagnostic({ summary: "x" })?.severity).toBe("error");
  });

  it("H072: reads no inherited member", () => {
    const value: unknown = JSON.parse(
      '{"severity":"error","summary":"x","__proto__":{"detail":"polluted","range":{"filename":"p"}}}',
    );
    expect(parseDiagnostic(value)).toEqual({ severity: "error", summary: "x", detail: "" });
  });
});

describe("orderDiagnostics", () => {
  it("puts errors first, warnings last, a mere heading behind the errors it announces, and repeats nothing", () => {
    const heading = {
      ...error,
      summary: "Terraform encountered problems during initialisation, including problems\nwith the configuration",
    };
    const warning = { ...error, severity: "warning", summary: "Old" };
    const unknown = { ...error, severity: "notice" };
    const second = { ...error, summary: "Worse" };
    expect(orderDiagnostics([warning, heading, unknown, error, warning, second, { ...error }])).toEqual([
      error,
      second,
      heading,
      unknown,
      warning,
    ]);
    expect(compareDiagnostics(error, second)).toBe(0);
  });
});

describe("locateDiagnostic", () => {
  it("makes a file name relative to the workspace", () => {
    expect(place("main.tf", "live/prod")).toEqual({
      file: "live/prod/main.tf",
      line: 3,
      endLine: 3,
      column: 2,
      endColumn: 9,
    });
    expect(place("../../modules/a/main.tf", "live/prod")?.file).toBe("modules/a/main.tf");
    expect(place("main.tf", ".")?.file).toBe("main.tf");
    expect(place("main.tf", "")?.file).toBe("main.tf");
  });

  it.each([
    ["<value for var.x>", "."],
    ["", "."],
    ["../outside.tf", "."],
    ["/etc/passwd", "."],
    ["../../x.tf", "live"],
    ["a\0b", "."],
  ])("has no place for %j in %j", (filename, directory) => {
    expect(place(filename, directory)).toBeUndefined();
  });

  it("names the file alone when no line is known", () => {
    const start = { line: 0, column: 0, byte: 0 };
    expect(locateDiagnostic({ ...error, range: { filename: "a.tf", start, end: start } }, ".")).toEqual({
      file: "a.tf",
    });
    expect(locateDiagnostic(error, ".")).toBeUndefined();
  });
});
