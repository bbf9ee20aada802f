import { runInNewContext } from "node:vm";
import { describe, expect, it } from "@jest/globals";
import { Failure, toFailure } from "./failure.ts";

describe("Failure", () => {
  it("carries its facts, with both lines as the message", () => {
    const cause = new Error("root");
    const location = { file: "main.tf", line: 3 };
    const failure = new Failure({ reason: "plan-failed", what: "The plan failed", remedy: "Fix it.", location, cause });
    expect(failure).toMatchObject({ reason: "plan-failed", result: "failed", location, cause, name: "Failure" });
    expect(failure.message).toBe("The plan failed\nFix it.");
    expect(failure).toBeInstanceOf(Error);
  });

  it("has the result it is given", () => {
    expect(new Failure({ reason: "a", what: "b", remedy: "c", result: "refused" }).result).toBe("refused");
  });
});

const unprintable = {
  toJSON(): never {
    throw new Error("no");
  },
};

describe("toFailure", () => {
  it("keeps a Failure as it is", () => {
    const failure = new Failure({ reason: "state-locked", what: "a", remedy: "b" });
    expect(toFailure(failure)).toBe(failure);
  });

  it.each<[string, unknown, string]>([
    ["an error", new TypeError("x is no function"), "Unexpected error: TypeError: x is no function"],
    ["a text", "boom", "Unexpected error: boom"],
    ["undefined", undefined, "Unexpected error: undefined undefined"],
    ["null", null, "Unexpected error: object null"],
    ["an object", { a: 1 }, 'Unexpected error: object {"a":1}'],
    ["a bigint", 1n, "Unexpected error: a value of type bigint"],
    ["a symbol", Symbol("s"), "Unexpected error: symbol Symbol(s)"],
    ["an object that cannot be shown", unprintable, "Unexpected error: a value of type object"],
    ["an error of another realm", runInNewContext("new RangeError('far')"), "Unexpected error: RangeError: far"],
  ])("makes an internal-error of %s", (_, thrown, what) => {
    const failure = toFailure(thrown);
    expect(failure).toMatchObject({ reason: "internal-error", result: "failed", what });
    expect(failure.remedy).toContain("debug logging");
    expect(failure.cause).toBe(thrown);
  });

  it("calls an abort cancelled", () => {
    expect(toFailure(new DOMException("This operation was aborted", "AbortError")).reason).toBe("cancelled");
    expect(toFailure(Object.assign(new Error("x"), { name: "AbortError" })).reason).toBe("cancelled");
  });

  it("says what to do about a full disk", () => {
    const failure = toFailure(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }));
    expect(failure.what).toBe("The disk is full: Error: ENOSPC: no space left on device, write");
    expect(failure.remedy).toContain("Free space");
  });
});
