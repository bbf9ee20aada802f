import { describe, expect, it } from "@jest/globals";
import { readMessage } from "./payload.ts";

describe("readMessage", () => {
  it.each<[unknown, string]>([
    [{ message: "Not Found" }, "Not Found"],
    [
      { message: "Validation Failed", errors: [{ resource: "PullRequest", code: "custom", message: "It exists." }] },
      "Validation Failed: It exists.",
    ],
    [
      {
        message: "Validation Failed",
        errors: [{ resource: "PullRequest", field: "head", code: "invalid" }, "and more"],
      },
      "Validation Failed: PullRequest head invalid; and more",
    ],
    [{ message: "m", errors: "no list" }, "m"],
    [{ message: "m", errors: [7, null, {}] }, "m"],
    ["<html>", ""],
    [undefined, ""],
  ])("%j says %j", (answer, words) => {
    expect(readMessage(answer)).toBe(words);
  });
});
