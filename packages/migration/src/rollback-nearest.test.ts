import { describe, expect, it } from "@jest/globals";
import { nearestIds } from "./rollback-nearest.ts";

const names = ["20260101_users", "20260102_orders", "20260103_items"].map((id) => ({ id, title: `${id}.sql` }));

describe("nearestIds", () => {
  it.each([
    ["the title", "20260102_orders.sql", ["20260102_orders"]],
    ["another case", "20260101_USERS", ["20260101_users"]],
    ["a part", "items", ["20260103_items"]],
    ["a letter that is wrong", "20260101_usars", ["20260101_users"]],
    ["nothing like it", "zzz", []],
    ["nothing", "", []],
  ])("finds by %s", (_, written, expected) => {
    expect(nearestIds(written, names).slice(0, Math.max(1, expected.length))).toEqual(expected);
  });

  it("names three at most, and thousands of long names take no time", () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ id: `${"x".repeat(200)}${at}`, title: `${at}` }));
    expect(nearestIds("x".repeat(200), many)).toHaveLength(3);
  });
});
